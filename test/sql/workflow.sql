-- Workflows of one's own: what add_workflow refuses, what it takes, and that nobody else writes workflow and move.

-- refuse: workflow.name | no name
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', NULL, '自定', 'close registered closed - -');
-- refuse: workflow.name | a name in capitals
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'Own', '自定', 'close registered closed - -');
-- refuse: workflow.name | a name that begins with a digit
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', '1own', '自定', 'close registered closed - -');
-- refuse: workflow.name | no title
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', NULL, 'close registered closed - -');
-- refuse: workflow.name_taken | the name of one that is built in
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'supervised', '自定', 'close registered closed - -');
-- refuse: workflow.name_taken | the same twice
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -');
-- try:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -');
-- refuse: workflow.line | no moves
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', NULL);
-- refuse: entry.extra | with a ledger
INSERT INTO post(action, actor, at, code, title, detail, ledger) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -', @l_tasks);
-- refuse: entry.extra | with a source
INSERT INTO post(action, actor, at, code, title, detail, source) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -', 'x');
-- refuse: entry.extra | with a kind
INSERT INTO post(action, actor, at, code, title, detail, kind) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -', 'x');
-- refuse: workflow.line | four words
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed -');
-- refuse: workflow.line | six words
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - - -');
-- refuse: workflow.line | two blanks between
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close  registered closed - -');
-- refuse: workflow.line | an empty word
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed  -');
-- refuse: workflow.line | another word for note
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - yes');
-- refuse: workflow.line | nobody who acts
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed boss -');
-- refuse: workflow.line | a return at its end
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(13) || '');
-- refuse: workflow.line | an empty state to go to
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered  - -');
-- refuse: workflow.line | an empty line in between
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || '' || char(10) || 'comment closed closed - note');
-- refuse: workflow.line | a line break at the end
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || '');
-- refuse: workflow.line | one action twice in one state
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'close registered notice - -' || char(10) || 'end_notice notice closed - -');
-- refuse: workflow.line | the same line twice
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'close registered closed - -');
-- refuse: workflow.action | an unknown action
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'finish registered closed - -');
-- refuse: workflow.action | an action of ledgers
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'add_field registered registered - -');
-- refuse: workflow.action | register, which founds an item
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'register registered registered - -');
-- refuse: workflow.action | the command line's name of one
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'request-close registered in_review - -');
-- refuse: workflow.state | an unknown state to come from
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'close done closed - -');
-- refuse: workflow.state | an unknown state to go to
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered done - -');
-- refuse: workflow.by | nobody signs
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'acknowledge registered registered - -');
-- refuse: workflow.by | nobody reports
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'report registered registered - note');
-- refuse: workflow.by | nobody completes
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'complete registered registered - -');
-- refuse: workflow.by | the unit assigned assigns itself
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'assign registered registered line -');
-- refuse: workflow.by | the lead takes assignments back
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'unassign registered registered lead -');
-- refuse: workflow.by | lead_moves with a report
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'report registered registered lead_moves note');
-- refuse: workflow.by | lead_moves with close: a unit would close without moving it
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed lead_moves -');
-- refuse: workflow.by | lead_moves with suspend
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'suspend registered suspended lead_moves -');
-- refuse: workflow.direction | comment moves
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'comment registered in_progress - -');
-- refuse: workflow.direction | report moves
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'report in_progress in_review line -');
-- refuse: workflow.direction | dispatch closes
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'dispatch in_progress closed - -');
-- refuse: workflow.direction | acknowledge goes into review around the request
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'acknowledge in_progress in_review lead -');
-- refuse: workflow.direction | dispatch goes into review
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'dispatch in_progress in_review - -');
-- refuse: workflow.direction | reopen goes into review
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'reopen closed in_review - note');
-- refuse: workflow.direction | reopen what is open
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'reopen in_progress registered - note');
-- refuse: workflow.direction | reopen what was cancelled
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'cancel in_progress cancelled - note' || char(10) || 'reopen cancelled in_progress - note');
-- refuse: workflow.direction | close what is on notice: the days would not count
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'close notice closed - -');
-- refuse: workflow.direction | end_notice elsewhere
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'end_notice in_review closed - -');
-- refuse: workflow.direction | end_notice to another state
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'end_notice in_progress in_progress - -');
-- refuse: workflow.direction | close what is closed
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'close closed closed - -');
-- refuse: workflow.direction | close what was cancelled
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'cancel in_progress cancelled - note' || char(10) || 'close cancelled closed - -');
-- refuse: workflow.direction | close without closing
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'close in_progress in_progress - -');
-- refuse: workflow.direction | cancel what is closed
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'cancel closed cancelled - note');
-- refuse: workflow.direction | cancel to another state
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'cancel in_progress closed - note');
-- refuse: workflow.direction | make what is closed standing
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'make_standing closed standing - note');
-- refuse: workflow.direction | make standing to another state
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'make_standing in_progress dispatched - note');
-- refuse: workflow.direction | make standing on notice
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'make_standing notice standing - note');
-- refuse: workflow.direction | suspend what is closed
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend closed suspended - note');
-- refuse: workflow.direction | suspend to another state
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress dispatched - note');
-- refuse: workflow.direction | request_close without review
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'request_close dispatched in_progress lead -');
-- refuse: workflow.direction | request_close on notice
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'request_close notice in_review lead -');
-- refuse: workflow.direction | request_close twice
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'request_close in_review in_review lead -');
-- refuse: workflow.direction | withdraw what was not requested
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'withdraw in_progress dispatched lead -');
-- refuse: workflow.direction | object where there is no notice
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'object in_review in_progress - note');
-- refuse: workflow.direction | amend what is closed
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'amend closed closed - -');
-- refuse: workflow.direction | assign where it was cancelled
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'cancel in_progress cancelled - note' || char(10) || 'assign cancelled cancelled - -');
-- refuse: workflow.direction | nowhere to go for another than resume
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'report in_progress - line -');
-- refuse: workflow.direction | resume to a state of its own
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended in_progress - -');
-- refuse: workflow.direction | resume what is not suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'resume in_progress - - -');
-- refuse: workflow.direction | return out of suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'return suspended in_progress - note');
-- refuse: workflow.direction | dispatch out of suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'dispatch suspended dispatched - -');
-- refuse: workflow.direction | close what is suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'close suspended closed - -');
-- refuse: workflow.direction | make what is suspended standing
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'make_standing suspended standing - -');
-- refuse: workflow.direction | suspend what is suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'suspend suspended suspended - note');
-- refuse: workflow.direction | request_close while suspended
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -' || char(10) || 'request_close suspended in_review lead -');
-- refuse: workflow.unreachable | a state that nothing leads to
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'close in_progress closed - -');
-- refuse: workflow.unreachable | resume without suspend
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'resume suspended - - -');
-- refuse: workflow.unreachable | standing without make_standing
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'report standing standing line note');
-- refuse: workflow.unreachable | nothing leads out of registered
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close in_review closed - -');
-- refuse: workflow.no_close | nothing closes
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered in_progress - -');
-- refuse: workflow.no_close | a state without a way out
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'make_standing in_progress standing - note');
-- refuse: workflow.no_close | suspended without a way back
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note');
-- refuse: workflow.no_close | suspended with no way but to cancel
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'cancel suspended cancelled - note');
-- refuse: workflow.no_close | a notice that never ends
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'request_close registered in_review - -' || char(10) || 'close in_review notice - -' || char(10) || 'object notice registered - note');
-- refuse: workflow.no_close | around and around
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'decline dispatched registered lead -');
-- refuse: workflow.no_close | only comments, not a way out
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'comment registered registered - note');
-- refuse: workflow.line | OR IGNORE helps no line
INSERT OR IGNORE INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed boss -');
-- refuse: workflow.no_close | nor OR FAIL
INSERT OR FAIL INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered in_progress - -');
-- refuse: workflow.no_close | nor OR REPLACE
INSERT OR REPLACE INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered in_progress - -');
-- refuse: workflow.frozen | one's own renamed
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
UPDATE workflow SET zh = 'x' WHERE name = 'own';
-- refuse: workflow.frozen | one's own taken away
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
DELETE FROM workflow WHERE name = 'own';
-- refuse: workflow.frozen | one's own replaced, with its own entry
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
REPLACE INTO workflow(name, evidence, second_party, en, zh, definition, entry) SELECT name, 1, 1, en, zh, definition, entry FROM workflow WHERE name = 'own';
-- refuse: workflow.frozen | another with its entry
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
INSERT INTO workflow(name, evidence, second_party, en, zh, definition, entry) SELECT 'two', 0, 0, en, zh, definition, entry FROM workflow WHERE name = 'own';
-- refuse: workflow.frozen | one without an entry
INSERT INTO workflow(name, evidence, second_party, en, zh) VALUES ('two', 0, 0, 'x', 'x');
-- refuse: move.frozen | a move more for one's own
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
INSERT INTO move(workflow, action, from_state, to_state, needs_note, entry) VALUES ('own', 'close', 'in_progress', 'closed', 0, @next);
-- refuse: move.frozen | a line of one's own for one that is built in
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
INSERT INTO move(workflow, action, from_state, to_state, needs_note, entry) VALUES ('standard', 'close', 'in_review', 'notice', 0, @next);
-- refuse: move.frozen | a line of its definition for another state
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note, entry) VALUES ('own', 'acknowledge', 'in_progress', 'in_progress', 'lead', 0, @next);
-- refuse: move.frozen | a move of one's own changed
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
UPDATE move SET by = NULL WHERE workflow = 'own';
-- refuse: move.frozen | a move of one's own taken away
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
-- try:
DELETE FROM move WHERE workflow = 'own' AND action = 'end_notice';
-- allow: | one's own, with every state but standing
-- expect: 7|7|0
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'dispatch registered dispatched - -' || char(10) || 'acknowledge dispatched in_progress lead -' || char(10) || 'request_close in_progress in_review lead -' || char(10) || 'close in_review notice - -' || char(10) || 'end_notice notice closed - -' || char(10) || 'suspend in_progress suspended - note' || char(10) || 'resume suspended - - -');
SELECT count(*), (SELECT count(*) FROM workflow_line WHERE well_formed), (SELECT count(*) FROM workflow_fault) FROM move WHERE workflow = 'own' AND entry = @next;
-- allow: | one step
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -');
-- allow: | a ledger with it, and an item brought to its end
-- expect: cancelled
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -' || char(10) || 'cancel registered cancelled - note');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'o', 'o', 'own');
-- try:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'x', '2023-04-01T00:00:00.000Z', 'own1', 'x', '2023-06-30' FROM ledger WHERE code = 'o';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x' FROM item WHERE no = 'own1';
SELECT state FROM item WHERE no = 'own1';
-- refuse: item.move | what one's own does not allow
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'own', '自定', 'close registered closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'o', 'o', 'own');
INSERT INTO post(ledger, action, actor, at, no, title) SELECT id, 'register', 'x', '2023-04-01T00:00:00.000Z', 'own1', 'x' FROM ledger WHERE code = 'o';
-- try:
INSERT INTO post(item, action, actor, at, note) SELECT id, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x' FROM item WHERE no = 'own1';
