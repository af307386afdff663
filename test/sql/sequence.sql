-- What random lives found (test_sequence.c): a public notice that something came below, and a unit that has signed before.

-- refuse: item.children | the notice ends, and what came below the item meanwhile is open
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'notices', '公示件', 'noticed');
INSERT INTO post(action, actor, at, ledger, no, title, due) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'above', '公示', '2023-06-30' FROM ledger WHERE code = 'notices';
INSERT INTO post(item, action, actor, at, unit, role) VALUES ((SELECT id FROM item WHERE no = 'above'), 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'above'), 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'above'), 'acknowledge', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, uri) VALUES ((SELECT id FROM item WHERE no = 'above'), 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org/');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'above'), 'request_close', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'above'), 'close', 'y', '2023-04-01T00:00:00.000Z');
INSERT INTO post(action, actor, at, ledger, title, parent)
  SELECT 'register', 'x', '2023-04-02T00:00:00.000Z', ledger, '公示期间新增', id FROM item WHERE no = 'above';
-- try:
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'above'), 'end_notice', 'x', '2023-04-09T00:00:00.000Z');

-- refuse: assignment.signed | signing again where that moves nothing
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- allow: | a workflow of one's own leads back to before the signing; the lead signs again, and the item goes on
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'again', '重新签收', 'dispatch registered dispatched - -
acknowledge dispatched in_progress lead_moves -
request_close in_progress in_review lead -
return in_review dispatched - note
close in_review closed - -
assign registered registered - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'again', '重新签收', 'again');
INSERT INTO post(action, actor, at, ledger, no, title, due) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'again', '重签', '2023-06-30' FROM ledger WHERE code = 'again';
INSERT INTO post(item, action, actor, at, unit, role) VALUES ((SELECT id FROM item WHERE no = 'again'), 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'again'), 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'again'), 'acknowledge', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'again'), 'request_close', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, note) VALUES ((SELECT id FROM item WHERE no = 'again'), 'return', 'x', '2023-04-01T00:00:00.000Z', '不合格');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'again'), 'acknowledge', 'x', '2023-04-02T00:00:00.000Z');
SELECT i.state, a.signed_at FROM item i JOIN assignment a ON a.item = i.id WHERE i.no = 'again';
-- expect: in_progress|2023-04-02T00:00:00.000Z
