-- The matrix of domain.md, section 3, typed once more by hand: workflow, action, from → to. matrix.sh compares it with the rows of move
-- and with what INSERT INTO post really does. What stands here: (a) the workflows standard and supervised, and
-- noticed, which goes by way of a public notice; (b) simple; (c) counting; (d) a workflow of one's own.
-- to '=': the item stays where it is; '<': back to where it was suspended from.
CREATE TEMP TABLE expected(workflow, action, from_state, to_state);

-- (a) The closed loop.
INSERT INTO expected SELECT w.column1, m.column1, m.column2, iif(w.column1 = 'noticed' AND m.column1 = 'close', 'notice', m.column3)
  FROM (VALUES ('standard'), ('supervised'), ('noticed')) w, (VALUES
  ('dispatch', 'registered', 'dispatched'),
  ('acknowledge', 'dispatched', 'in_progress'), ('acknowledge', 'in_progress', '='), -- a unit that comes later signs then
  ('decline', 'dispatched', 'registered'),
  ('report', 'in_progress', '='), ('report', 'in_review', '='), ('report', 'standing', '='),
  ('complete', 'in_progress', '='), ('complete', 'in_review', '='), ('complete', 'standing', '='),
  ('request_extension', 'dispatched', '='), ('request_extension', 'in_progress', '='),
  ('grant_extension', 'dispatched', '='), ('grant_extension', 'in_progress', '='),
  ('refuse_extension', 'dispatched', '='), ('refuse_extension', 'in_progress', '='),
  ('make_standing', 'in_progress', 'standing'), ('make_standing', 'standing', '='), -- the next stage
  ('request_close', 'in_progress', 'in_review'), ('request_close', 'standing', 'in_review'),
  ('withdraw', 'in_review', 'in_progress'),
  ('return', 'in_review', 'in_progress'),
  ('close', 'in_review', 'closed'),
  ('reopen', 'closed', 'in_progress'),
  ('suspend', 'registered', 'suspended'), ('suspend', 'dispatched', 'suspended'), ('suspend', 'in_progress', 'suspended'),
  ('suspend', 'in_review', 'suspended'), ('suspend', 'standing', 'suspended'),
  ('resume', 'suspended', '<')) m;
INSERT INTO expected SELECT w.column1, a.column1, s.column1, iif(a.column1 = 'cancel', 'cancelled', '=')
  FROM (VALUES ('standard'), ('supervised'), ('noticed')) w,
    (VALUES ('assign'), ('unassign'), ('attach'), ('urge'), ('hear'), ('instruct'), ('talk'), ('notify'), ('circulate'), ('cancel'), ('amend'), ('rate'),
      ('warn'), ('acknowledge_warning'), ('enlist'), ('delist')) a,
    (VALUES ('registered'), ('dispatched'), ('in_progress'), ('in_review'), ('standing'), ('suspended')) s;
INSERT INTO expected SELECT w.column1, 'comment', s.column1, '='
  FROM (VALUES ('standard'), ('supervised'), ('noticed')) w,
    (VALUES ('registered'), ('dispatched'), ('in_progress'), ('in_review'), ('standing'), ('suspended'), ('closed'), ('cancelled')) s;

INSERT INTO expected VALUES ('noticed', 'end_notice', 'notice', 'closed'), ('noticed', 'object', 'notice', 'in_progress'), ('noticed', 'suspend', 'notice', 'suspended'),
  ('noticed', 'comment', 'notice', '=');
INSERT INTO expected SELECT 'noticed', a.column1, 'notice', iif(a.column1 = 'cancel', 'cancelled', '=')
  FROM (VALUES ('assign'), ('unassign'), ('attach'), ('urge'), ('hear'), ('instruct'), ('talk'), ('notify'), ('circulate'), ('cancel'), ('amend'), ('rate'),
    ('warn'), ('acknowledge_warning'), ('enlist'), ('delist')) a;

-- (b) One step.
INSERT INTO expected SELECT 'simple', m.* FROM (VALUES
  ('close', 'registered', 'closed'), ('report', 'registered', '='), ('complete', 'registered', '='), ('reopen', 'closed', 'registered'),
  ('suspend', 'registered', 'suspended'), ('resume', 'suspended', '<')) m;
INSERT INTO expected SELECT 'simple', a.column1, s.column1, iif(a.column1 = 'cancel', 'cancelled', '=')
  FROM (VALUES ('assign'), ('unassign'), ('attach'), ('urge'), ('hear'), ('instruct'), ('talk'), ('notify'), ('circulate'), ('cancel'), ('amend'), ('rate'),
      ('warn'), ('acknowledge_warning'), ('enlist'), ('delist')) a,
    (VALUES ('registered'), ('suspended')) s;
INSERT INTO expected SELECT 'simple', 'comment', column1, '=' FROM (VALUES ('registered'), ('suspended'), ('closed'), ('cancelled'));

-- (c) A figure counted up.
INSERT INTO expected SELECT 'counting', m.* FROM (VALUES
  ('make_standing', 'registered', 'standing'), ('make_standing', 'standing', '='), ('count', 'standing', '='), ('close', 'standing', 'closed'),
  ('reopen', 'closed', 'registered'), ('suspend', 'registered', 'suspended'), ('suspend', 'standing', 'suspended'), ('resume', 'suspended', '<')) m;
INSERT INTO expected SELECT 'counting', a.column1, s.column1, iif(a.column1 = 'cancel', 'cancelled', '=')
  FROM (VALUES ('assign'), ('unassign'), ('attach'), ('urge'), ('hear'), ('instruct'), ('talk'), ('notify'), ('circulate'), ('cancel'), ('amend'), ('rate'),
      ('warn'), ('acknowledge_warning'), ('enlist'), ('delist')) a,
    (VALUES ('registered'), ('standing'), ('suspended')) s;
INSERT INTO expected SELECT 'counting', 'comment', column1, '=' FROM (VALUES ('registered'), ('standing'), ('suspended'), ('closed'), ('cancelled'));

-- (d) One's own, as matrix.sh adds it: each line of its definition, and nothing else.
CREATE TEMP TABLE own(action, from_state, to_state, by, note);
INSERT INTO own VALUES
  ('assign', 'registered', 'registered', '-', '-'), ('attach', 'registered', 'registered', '-', '-'), ('warn', 'registered', 'registered', '-', '-'),
  ('enlist', 'registered', 'registered', '-', '-'), ('cancel', 'registered', 'cancelled', '-', 'note'), ('dispatch', 'registered', 'in_progress', '-', '-'),
  ('dispatch', 'in_progress', 'dispatched', '-', '-'), ('acknowledge', 'dispatched', 'in_progress', 'lead', '-'), ('decline', 'in_progress', 'registered', 'lead', 'note'),
  ('report', 'in_progress', 'in_progress', 'line', 'note'), ('complete', 'in_progress', 'in_progress', 'line', '-'), ('suspend', 'in_progress', 'suspended', '-', 'note'),
  ('acknowledge_warning', 'in_progress', 'in_progress', '-', '-'), ('delist', 'in_progress', 'in_progress', '-', '-'), ('resume', 'suspended', '-', '-', '-'),
  ('amend', 'suspended', 'suspended', '-', '-'), ('make_standing', 'in_progress', 'standing', '-', '-'), ('notify', 'standing', 'standing', '-', 'note'),
  ('request_extension', 'in_progress', 'in_progress', 'line', '-'), ('refuse_extension', 'in_progress', 'in_progress', '-', '-'), ('request_close', 'standing', 'in_review', 'line', '-'),
  ('request_close', 'in_progress', 'in_review', '-', '-'), ('withdraw', 'in_review', 'dispatched', 'line', '-'), ('return', 'in_review', 'registered', '-', 'note'),
  ('close', 'in_review', 'notice', '-', '-'), ('object', 'notice', 'registered', '-', 'note'), ('suspend', 'notice', 'suspended', '-', '-'),
  ('end_notice', 'notice', 'closed', '-', '-'), ('reopen', 'closed', 'dispatched', '-', 'note'), ('count', 'standing', 'standing', 'line', 'note'), ('comment', 'closed', 'closed', '-', '-');
INSERT INTO expected SELECT 'own', action, from_state, CASE to_state WHEN '-' THEN '<' WHEN from_state THEN '=' ELSE to_state END FROM own;

-- What each action needs besides the move, so that only the move can be missing: by whom, a text, a date …
CREATE TEMP TABLE needs(action, unit, role, note, due, risk, field, new, uri);
INSERT INTO needs VALUES
  ('register', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('assign', 'g', 'support', NULL, NULL, NULL, NULL, NULL, NULL), ('unassign', 'a', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('dispatch', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('acknowledge', 'b', NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('decline', 'b', NULL, 'x', NULL, NULL, NULL, NULL, NULL),
  ('report', 'b', NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('complete', 'b', NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('attach', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'https://example.org'),
  ('urge', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('hear', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('instruct', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL),
  ('talk', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('comment', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('request_extension', 'b', NULL, 'x', '2023-12-31', NULL, NULL, NULL, NULL),
  ('grant_extension', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('refuse_extension', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('make_standing', NULL, NULL, 'x', '2023-12-31', NULL, NULL, NULL, NULL),
  ('request_close', 'b', NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('withdraw', 'b', NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('return', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL),
  ('close', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('end_notice', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('object', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL),
  ('reopen', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('suspend', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('resume', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('cancel', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('amend', NULL, NULL, NULL, NULL, NULL, 'title', 'y', NULL), ('rate', NULL, NULL, 'x', NULL, 'high', NULL, NULL, NULL),
  ('notify', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('circulate', NULL, NULL, 'x', NULL, NULL, NULL, NULL, NULL), ('warn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('acknowledge_warning', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('enlist', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('delist', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('count', 'b', NULL, 'x', NULL, NULL, NULL, NULL, NULL);
-- Every item was warned of in blue, and is listed in one other ledger.
CREATE TEMP VIEW more(action, kind, ledger) AS VALUES ('warn', 'yellow', NULL), ('acknowledge_warning', 'blue', NULL), ('enlist', NULL, 'another'), ('delist', NULL, 'other');

-- Each state by each way in: a ledger of each workflow, in it an item for each way. path: the actions that lead there.
CREATE TEMP TABLE way(state, name, path);
INSERT INTO way VALUES
  ('registered', 'new', NULL), ('registered', 'declined', 'dispatch decline'), ('dispatched', 'dispatched', 'dispatch'), ('dispatched', 'asking', 'dispatch request_extension'),
  ('in_progress', 'signed', 'dispatch acknowledge'), ('in_progress', 'late_asking', 'dispatch acknowledge request_extension'),
  ('in_progress', 'withdrawn', 'dispatch acknowledge request_close withdraw'), ('in_progress', 'returned', 'dispatch acknowledge request_close return'),
  ('in_progress', 'reopened', 'dispatch acknowledge request_close close reopen'), ('in_progress', 'resumed', 'dispatch acknowledge suspend resume'),
  ('in_review', 'requested', 'dispatch acknowledge request_close'), ('in_review', 'from_standing', 'dispatch acknowledge make_standing request_close'),
  ('in_review', 'review_resumed', 'dispatch acknowledge request_close suspend resume'), ('standing', 'standing', 'dispatch acknowledge make_standing'),
  ('suspended', 'at_once', 'suspend'), ('suspended', 'when_dispatched', 'dispatch suspend'), ('suspended', 'when_signed', 'dispatch acknowledge suspend'),
  ('suspended', 'in_review', 'dispatch acknowledge request_close suspend'), ('suspended', 'when_standing', 'dispatch acknowledge make_standing suspend'),
  ('closed', 'closed', 'dispatch acknowledge request_close close'), ('cancelled', 'at_once_cancelled', 'cancel'), ('cancelled', 'later_cancelled', 'dispatch acknowledge cancel');
CREATE TEMP TABLE simple_way(state, name, path);
INSERT INTO simple_way VALUES ('registered', 'new', NULL), ('registered', 'resumed', 'suspend resume'), ('registered', 'reopened', 'close reopen'), ('suspended', 'suspended', 'suspend'),
  ('closed', 'closed', 'close'), ('cancelled', 'cancelled', 'cancel');
CREATE TEMP TABLE counting_way(state, name, path);
INSERT INTO counting_way VALUES ('registered', 'new', NULL), ('registered', 'resumed', 'suspend resume'), ('registered', 'reopened', 'make_standing close reopen'),
  ('standing', 'standing', 'make_standing'), ('standing', 'counted', 'make_standing count'), ('standing', 'next_stage', 'make_standing make_standing'),
  ('standing', 'standing_resumed', 'make_standing suspend resume'), ('suspended', 'at_once', 'suspend'), ('suspended', 'when_standing', 'make_standing suspend'),
  ('closed', 'closed', 'make_standing count close'), ('cancelled', 'at_once_cancelled', 'cancel'), ('cancelled', 'later_cancelled', 'make_standing cancel');
CREATE TEMP TABLE noticed_way(state, name, path);
INSERT INTO noticed_way SELECT state, name, replace(path, 'request_close close', 'request_close close end_notice') FROM way;
INSERT INTO noticed_way VALUES ('notice', 'noticed', 'dispatch acknowledge request_close close'), ('notice', 'notice_resumed', 'dispatch acknowledge request_close close suspend resume'),
  ('in_progress', 'objected', 'dispatch acknowledge request_close close object'), ('suspended', 'on_notice', 'dispatch acknowledge request_close close suspend');
CREATE TEMP TABLE own_way(state, name, path);
INSERT INTO own_way VALUES ('registered', 'new', NULL), ('registered', 'declined', 'dispatch decline'), ('registered', 'objected', 'dispatch request_close close object'),
  ('in_progress', 'at_once', 'dispatch'), ('dispatched', 'again', 'dispatch dispatch'), ('dispatched', 'reopened', 'dispatch request_close close end_notice reopen'),
  ('standing', 'standing', 'dispatch make_standing'), ('in_progress', 'asking', 'dispatch request_extension'), ('in_review', 'requested', 'dispatch request_close'), ('in_review', 'from_standing', 'dispatch make_standing request_close'),
  ('notice', 'noticed', 'dispatch request_close close'), ('notice', 'notice_resumed', 'dispatch request_close close suspend resume'), ('suspended', 'suspended', 'dispatch suspend'),
  ('suspended', 'on_notice', 'dispatch request_close close suspend'), ('closed', 'closed', 'dispatch request_close close end_notice'), ('cancelled', 'cancelled', 'cancel');
CREATE TEMP VIEW place AS SELECT w.column1 AS workflow, way.state, way.name, way.path FROM (VALUES ('standard'), ('supervised')) w, way
  UNION ALL SELECT 'simple', state, name, path FROM simple_way UNION ALL SELECT 'noticed', state, name, path FROM noticed_way
  UNION ALL SELECT 'counting', state, name, path FROM counting_way
  UNION ALL SELECT 'own', state, name, path FROM own_way;
