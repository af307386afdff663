-- Items: the present follows the journal and nothing else; the rules of the closed loop.

-- refuse: item.journal | closed around the journal
UPDATE item SET state = 'closed' WHERE id = @pro;
-- refuse: item.journal | with a stamp that was used: its own newest
UPDATE item SET title = '改写', entry = @e_unsealed WHERE id = @pro;
-- refuse: item.journal | with an older stamp of its own
UPDATE item SET title = '改写', entry = @e_report WHERE id = @pro;
-- refuse: item.journal | with a newer entry, about another item
UPDATE item SET title = '改写', entry = @e_unsealed WHERE id = @rev;
-- refuse: item.journal | with a newer entry about a ledger
UPDATE item SET title = '改写', entry = @e_blue WHERE id = @e_reg;
-- refuse: item.journal | with a stamp to come
UPDATE item SET title = '改写', entry = @next WHERE id = @pro;
-- refuse: item.journal | with the stamp raised by one
UPDATE item SET title = '改写', entry = entry + 1;
-- refuse: item.journal | in one transaction with an entry that names it: the stamp is used up already
BEGIN;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
UPDATE item SET title = '改写', entry = @next WHERE id = @pro;
ROLLBACK;
-- refuse: item.journal | the same for a registered one
BEGIN;
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
UPDATE item SET title = '改写', entry = @next WHERE id = @next;
ROLLBACK;
-- refuse: item.journal | a change that changes nothing
UPDATE item SET title = title;
-- refuse: item.journal | its uid
UPDATE item SET uid = 'ffffffffffffffffffffffffffffffff' WHERE id = @reg;
-- refuse: item.journal | into another ledger
UPDATE item SET ledger = @l_hazards WHERE id = @reg;
-- refuse: item.journal | the first due date it had
UPDATE item SET baseline_due = '2023-12-31' WHERE id = @ext;
-- refuse: item.journal | a counter
UPDATE item SET returned = 0, urged = 0;
-- refuse: item.journal | UPDATE OR REPLACE of a key onto another item
UPDATE OR REPLACE item SET id = @reg WHERE id = @pro;
-- refuse: item.journal | UPDATE OR IGNORE
UPDATE OR IGNORE item SET state = 'closed';
-- refuse: item.journal | UPDATE OR FAIL
UPDATE OR FAIL item SET state = 'closed' WHERE id IN (@reg, @pro);
-- refuse: item.journal | a rowid moved to an entry that founds nothing
UPDATE item SET rowid = @e_unsealed, entry = @e_unsealed WHERE id = @pro;
-- refuse: item.journal | from a CTE, with RETURNING
WITH x(i, d) AS (VALUES (@pro, '2099-12-31')) UPDATE item SET due = d FROM x WHERE id = i RETURNING id;
-- refuse: item.journal | removed
DELETE FROM item WHERE id = @reg;
-- refuse: item.journal | all removed
DELETE FROM item;
-- refuse: item.journal | removed by its rowid, as somebody who knows better
DELETE FROM item WHERE _rowid_ = @can;
-- refuse: item.journal | added around the journal
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@next, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @next);
-- refuse: item.journal | added without an id
INSERT INTO item(uid, ledger, no, no_order, title, state, entry) VALUES ('ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @last);
-- refuse: item.journal | added with a comment's entry
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@e_comment, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @e_comment);
-- refuse: item.journal | OR REPLACE with its own founding entry
INSERT OR REPLACE INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@pro, '000000000000000000000000000000a1', @l_tasks, 'pro', 'pro', 'x', 'registered', @pro);
-- refuse: item.journal | REPLACE by oid
REPLACE INTO item(oid, uid, ledger, no, no_order, title, state, entry) VALUES (@pro, '000000000000000000000000000000a1', @l_tasks, 'pro', 'pro', 'x', 'registered', @pro);
-- refuse: item.journal | OR IGNORE
INSERT OR IGNORE INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@pro, '000000000000000000000000000000a1', @l_tasks, 'pro', 'pro', 'x', 'registered', @pro);
-- refuse: item.journal | ON CONFLICT DO UPDATE
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) SELECT id, uid, ledger, no, no_order, title, state, entry FROM item WHERE id = @pro ON CONFLICT (id) DO UPDATE SET state = 'closed';
-- refuse: item.journal | ON CONFLICT DO NOTHING
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) SELECT id, uid, ledger, no, no_order, title, state, entry FROM item WHERE id = @pro ON CONFLICT DO NOTHING;
-- refuse: 'cannot modify item_status because it is a view' | through the view that shows it
UPDATE item_status SET state = 'closed';

-- Registering.
-- refuse: item.id | an id of one's own choice
INSERT INTO entry(seq, at, actor, action, item, ledger, no, title, uid, state)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', 7777, @l_tasks, 'x', 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: item.id | no seq, the id guessed right
INSERT INTO entry(at, actor, action, item, ledger, no, title, uid, state)
  VALUES ('2023-04-01T00:00:00.000Z', 'x', 'register', @next, @l_tasks, 'x', 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: item.id | no item
INSERT INTO entry(seq, at, actor, action, ledger, no, title, uid, state)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', @l_tasks, 'x', 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: item.id | an existing item registered again
INSERT INTO entry(seq, at, actor, action, item, ledger, no, title, uid, state)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', @pro, @l_tasks, 'x', 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: item.ledger | no ledger
INSERT INTO post(action, actor, at, title) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.ledger | one that is not there
INSERT INTO post(ledger, action, actor, at, title) VALUES (999, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.ledger | a unit
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@u_b, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '1');
-- refuse: item.title | no title
INSERT INTO post(ledger, action, actor, at) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: entry_title | a blank one
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', '   ');
-- refuse: entry_title | an empty one
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', '');
-- refuse: entry_title | an ideographic space
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', '　');
-- refuse: entry_title | tabs and line breaks
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', char(9, 10, 13));
-- refuse: entry_title | NUL
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x' || char(0));
-- refuse: entry_title | 2001 characters
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', printf('%.*c', 2001, '长'));
-- refuse: entry_detail | empty
INSERT INTO post(ledger, action, actor, at, title, detail) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_detail | 20001 characters
INSERT INTO post(ledger, action, actor, at, title, detail) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.20001c', 'x'));
-- refuse: entry_detail | blank
INSERT INTO post(ledger, action, actor, at, title, detail) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', char(12288, 10));
-- refuse: entry_detail | NUL
INSERT INTO post(ledger, action, actor, at, title, detail) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'a' || char(0) || 'b');
-- refuse: entry_source | blank
INSERT INTO post(ledger, action, actor, at, title, source) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '  ');
-- refuse: entry_source | NUL
INSERT INTO post(ledger, action, actor, at, title, source) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'a' || char(0) || 'b');
-- refuse: item.no | straight into entry, without a number
INSERT INTO entry(seq, at, actor, action, item, ledger, title, uid, state)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', @next, @l_tasks, 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: item.uid | straight into entry, without a uid
INSERT INTO entry(seq, at, actor, action, item, ledger, no, title, state)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', @next, @l_tasks, 'x', 'x', 'registered');
-- refuse: item.uid_taken | a uid twice
INSERT INTO post(ledger, action, actor, at, title, uid) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '000000000000000000000000000000a1');
-- refuse: item.uid_taken | OR REPLACE
INSERT OR REPLACE INTO post(ledger, action, actor, at, title, uid) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '000000000000000000000000000000a1');
-- refuse: entry_uid | in capitals
INSERT INTO post(ledger, action, actor, at, title, uid) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'ABCDEFABCDEFABCDEFABCDEFABCDEFAB');
-- refuse: entry_uid | 31 digits
INSERT INTO post(ledger, action, actor, at, title, uid) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '0000000000000000000000000000001');
-- refuse: entry_uid | NUL behind a good one
INSERT INTO post(ledger, action, actor, at, title, uid) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '000000000000000000000000000000a1' || char(0));
-- refuse: item.no_taken | a number twice
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'pro');
-- refuse: item.no_taken | OR REPLACE
INSERT OR REPLACE INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'pro');
-- refuse: item.no_taken | OR IGNORE
INSERT OR IGNORE INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'pro');
-- refuse: item.no_taken | twice in one statement
INSERT INTO post(ledger, action, actor, at, title, no) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'n' FROM (VALUES (1), (2));
-- refuse: item.no_taken | by amend
INSERT INTO post(item, action, actor, at, no) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'pro');
-- allow: | the same number in another ledger
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_hazards, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'pro');
-- refuse: entry_no | empty
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_no | a slash
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '1/2');
-- refuse: entry_no | a blank behind
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '1 ');
-- refuse: entry_no | a line break
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '1' || char(10) || '2');
-- refuse: entry_no | a carriage return
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '1' || char(13) || '2');
-- refuse: entry_no | an ideographic space
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '　');
-- refuse: entry_no | 61 characters
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.61c', '1'));
-- refuse: entry_no | NUL
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'pro' || char(0));
-- refuse: item.parent | a parent that is not there
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 999);
-- refuse: item.parent | itself
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', @next);
-- refuse: item.parent | a unit
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: item.parent_closed | below a closed item
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', @clo);
-- refuse: item.parent_closed | below a cancelled item
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', @can);
-- refuse: item.parent_closed | moved below a closed item
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @clo);
-- refuse: item.parent_closed | reopened below a closed item
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@kid, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, unit) VALUES (@par, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at) VALUES (@par, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@kid_done, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.parent_loop | below itself
INSERT INTO post(item, action, actor, at, parent) VALUES (@par, 'amend', 'x', '2023-04-01T00:00:00.000Z', @par);
-- refuse: item.parent_loop | below its own child
INSERT INTO post(item, action, actor, at, parent) VALUES (@par, 'amend', 'x', '2023-04-01T00:00:00.000Z', @kid);
-- refuse: item.parent_loop | below its grandchild, in words
-- given:
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @kid);
-- try:
INSERT INTO post(item, action, actor, at, field, new) VALUES (@par, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', '@reg');
-- allow: | a fourth level, another ledger's item as the parent, and out again
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @kid);
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', @reg);
SELECT ref, parent FROM item_status WHERE item IN (@reg, @h_reg);
INSERT INTO post(item, action, actor, at, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent');
SELECT parent IS NULL FROM item WHERE id = @reg;
-- expect: tasks/reg|tasks/kid
-- expect: hazards/h_reg|tasks/reg
-- expect: 1

-- Dispatch, signing, refusing.
-- refuse: item.lead | dispatch without a lead
INSERT INTO post(item, action, actor, at) VALUES (@reg, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.lead | the lead was taken away
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@reg_led, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.due | dispatch without a due date
-- given:
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- allow: | with one: it is the first, too
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(item, action, actor, at, due) VALUES (@reg_nodue, 'dispatch', 'x', '2023-04-01T16:00:00.000Z', '2023-06-30');
SELECT state, due, baseline_due, started_on FROM item WHERE id = @reg_nodue;
-- expect: dispatched|2023-06-30|2023-06-30|2023-04-02
-- refuse: item.required_field | a field that must be filled in
INSERT INTO post(item, action, actor, at) VALUES (@h_reg, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.required_field | it was emptied
-- given:
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', NULL);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@h_full, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.required_field | before close in the workflow simple
INSERT INTO post(item, action, actor, at) VALUES (@k_reg, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | dispatched twice
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | close of what was never requested
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | closed twice
INSERT INTO post(item, action, actor, at) VALUES (@clo, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | a cancelled item reopened
INSERT INTO post(item, action, actor, at, note) VALUES (@can, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.move | work on a suspended item
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@sus, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x');
-- refuse: item.move | a closed item amended
INSERT INTO post(item, action, actor, at, title) VALUES (@clo, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.move | a line of a checklist dispatched
INSERT INTO post(item, action, actor, at) VALUES (@k_reg, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | the good row before it does not stay
INSERT INTO post(item, action, actor, at) SELECT column1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM (VALUES (@reg_led), (@dis));
-- refuse: item.move | nor OR IGNORE, OR FAIL, OR REPLACE
INSERT OR IGNORE INTO post(item, action, actor, at) SELECT column1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM (VALUES (@reg_led), (@dis));
INSERT OR FAIL INTO post(item, action, actor, at) SELECT column1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM (VALUES (@reg_led), (@dis));
INSERT OR REPLACE INTO post(item, action, actor, at) SELECT column1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM (VALUES (@reg_led), (@dis));
-- refuse: item.lead_only | decline by a unit that does not lead
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@dis, 'decline', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'x');
-- refuse: item.lead_only | request_close by another
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_a);
-- refuse: item.lead_only | withdraw by another
INSERT INTO post(item, action, actor, at, unit) VALUES (@rev, 'withdraw', 'x', '2023-04-01T00:00:00.000Z', @u_a);
-- refuse: entry.unit | request_close by a unit that is not assigned
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_d);
-- refuse: entry.unit | a report by one that was unassigned
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_g, 'x');
-- refuse: entry.unit | a report by nobody, where several units are assigned
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.unit | a full entry: a report by nobody
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'report', id, state, due, risk, 'x' FROM item WHERE id = @ext;
-- refuse: entry.unit | a comment from a unit that has nothing to do with it
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', @u_d, 'x');
-- refuse: entry.unit | a unit that is not there
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', 999, 'x');
-- refuse: entry.extra | registered by a unit
INSERT INTO entry(seq, at, actor, action, item, ledger, no, title, uid, state, unit)
  VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'register', @next, @l_tasks, 'x', 'x', 'ffffffffffffffffffffffffffffffff', 'registered', @u_b);
-- allow: | what only the lead can do is done for the lead; what any unit can do, too, where it is the only one
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'report', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
SELECT unit = @u_b FROM entry WHERE seq > @last;
-- expect: 1
-- expect: 1
-- allow: | decline and dispatch again; the others' signatures stay
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'decline', 'wang', '2023-04-01T00:00:00.000Z', '职责不符');
SELECT state FROM item WHERE id = @dis;
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_c), (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_b);
SELECT state, started_on FROM item WHERE id = @dis;
-- expect: registered
-- expect: in_progress|2023-04-01
-- allow: | a unit signs for itself while the item has no lead
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_c);
SELECT state FROM item WHERE id = @dis;
-- expect: dispatched
