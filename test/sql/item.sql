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
INSERT INTO item SELECT * FROM item WHERE id = @pro ON CONFLICT (id) DO UPDATE SET state = 'closed';
-- refuse: item.journal | ON CONFLICT DO NOTHING
INSERT INTO item SELECT * FROM item WHERE id = @pro ON CONFLICT DO NOTHING;
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

-- Extensions.
-- refuse: item.extension_pending | a second request while one is pending
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-10-31');
-- refuse: item.extension_late | the day after the due day
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-06-30T16:00:00.000Z', @u_b, 'x', '2023-10-31');
-- allow: | on the due day itself
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-06-30T15:59:59.999Z', @u_b, 'x', '2023-07-01');
SELECT asked_due, due FROM item WHERE id = @pro;
-- expect: 2023-07-01|2023-06-30
-- refuse: item.extension_due | not later than the due date
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-06-30');
-- refuse: item.extension_due | no date
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x');
-- refuse: item.extension_due | no day of the calendar
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-09-31');
-- refuse: item.extension_due | granted to an earlier day
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-06-29');
-- refuse: item.extension_due | granted, and the due date lost
INSERT INTO entry(at, actor, action, item, state, risk) SELECT '2023-04-01T00:00:00.000Z', 'x', 'grant_extension', id, state, risk FROM item WHERE id = @ext;
-- refuse: item.no_extension | granted where none was asked for
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31');
-- refuse: item.no_extension | refused where none was asked for
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'refuse_extension', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.no_extension | granted twice
-- given:
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
-- allow: | granted as asked; the first due date stays
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
SELECT due, baseline_due, asked_due IS NULL, extended FROM item WHERE id = @ext;
-- expect: 2023-08-31|2023-06-30|1|1
-- allow: | granted to another day, refused, asked for again
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-07-15');
INSERT INTO post(item, action, actor, at, note, asked_due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-08-31');
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'refuse_extension', 'x', '2023-04-01T00:00:00.000Z', '无故');
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-07-31');
SELECT due, baseline_due, asked_due, extended FROM item WHERE id = @ext;
-- expect: 2023-07-15|2023-06-30|2023-07-31|1
-- allow: | a request that is pending does not outlive the request to close
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
SELECT asked_due IS NULL FROM item WHERE id = @ext;
-- expect: 1
-- allow: | nor that the item became a standing one
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
SELECT asked_due IS NULL FROM item WHERE id = @ext;
-- expect: 1

-- allow: | nor that it was declined; it outlives a suspension
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@dis, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'decline', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT asked_due IS NULL FROM item WHERE id = @dis;
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'resume', 'x', '2023-04-02T00:00:00.000Z');
SELECT asked_due, due FROM item WHERE id = @ext;
-- expect: 1
-- expect: 2023-08-31|2023-07-01

-- Standing, suspended.
-- refuse: item.review_date | no next review
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.review_date | a review of today
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'make_standing', 'x', '2023-04-01T16:00:00.000Z', 'x', '2023-04-02');
-- refuse: item.resume_due | a due date of one's own after a suspension
INSERT INTO post(item, action, actor, at, due) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31');
-- refuse: item.resume_due | the old one
INSERT INTO post(item, action, actor, at, due) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30');
-- allow: | the clock stood still for 30 days
INSERT INTO post(item, action, actor, at) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z');
SELECT state, due, baseline_due, suspended_from IS NULL, suspended_on IS NULL FROM item WHERE id = @sus;
-- expect: in_progress|2023-07-30|2023-06-30|1|1
-- allow: | from review and back, the request to close stays; on the same day nothing moves
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'resume', 'x', '2023-04-01T15:00:00.000Z');
SELECT state, due, requester FROM item WHERE id = @rev;
-- expect: in_review|2023-06-30|wang
-- allow: | suspended, then cancelled: no longer suspended
INSERT INTO post(item, action, actor, at, note) VALUES (@sus, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT state, suspended_from IS NULL, suspended_on IS NULL, closed_at FROM item WHERE id = @sus;
-- expect: cancelled|1|1|2023-04-01T00:00:00.000Z
-- allow: | an item without a due date suspended and resumed
INSERT INTO post(item, action, actor, at, note) VALUES (@reg_nodue, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'resume', 'x', '2023-05-01T00:00:00.000Z');
SELECT state, due IS NULL FROM item WHERE id = @reg_nodue;
-- expect: registered|1

-- Closing.
-- refuse: item.evidence | no evidence where the ledger asks for it
INSERT INTO post(item, action, actor, at) VALUES (@d_bare, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.evidence | in a checklist that asks for it
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'evidence', '1');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@k_kid, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child is still open
INSERT INTO post(item, action, actor, at) VALUES (@par, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | in the workflow simple
INSERT INTO post(item, action, actor, at) VALUES (@k_par, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child that came during the review
-- given:
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', @rev);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child moved below it during the review
-- given:
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @rev);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child reopened during the review
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@kid, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@par, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, note) VALUES (@kid_done, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@par, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | who requested it closes it
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | the same after a suspension
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@d_rev, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'resume', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk) SELECT '2023-04-01T00:00:00.000Z', 'wang', 'close', id, 'closed', due, risk FROM item WHERE id = @d_rev;
-- allow: | another closes it; completion counts from the day of the request
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'li', '2023-04-01T00:00:00.000Z');
SELECT state, completed_on, closed_at, late FROM item_status WHERE item = @d_rev;
-- expect: closed|2023-03-01|2023-04-01T00:00:00.000Z|0
-- allow: | where no second party is asked for
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- allow: | closing an item never rewrites a unit's own line
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-01T00:00:00.000Z');
SELECT count(*) FROM assignment WHERE item = @rev AND (completed_at IS NOT NULL OR ended_at IS NOT NULL OR entry > @last);
-- expect: 0
-- allow: | return, counted; withdraw; close; reopen, counted: the request is asked for again
INSERT INTO post(item, action, actor, at, note, due) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', '不全', '2023-07-31');
SELECT state, due, baseline_due, returned, requester IS NULL, requested_at IS NULL FROM item WHERE id = @rev;
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-04-02T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'withdraw', 'wang', '2023-04-02T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-04-03T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-04T00:00:00.000Z');
SELECT state, returned, requested_at, requester, closed_at FROM item WHERE id = @rev;
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'reopen', 'li', '2023-05-01T00:00:00.000Z', '回头看不合格');
SELECT state, returned, reopened, requested_at IS NULL, closed_at IS NULL FROM item WHERE id = @rev;
-- expect: in_progress|2023-07-31|2023-06-30|1|1|1
-- expect: closed|1|2023-04-03T00:00:00.000Z|wang|2023-04-04T00:00:00.000Z
-- expect: in_progress|1|1|1|1

-- Risk and corrections.
-- refuse: item.risk | rate without a level, where there is none yet
INSERT INTO post(item, action, actor, at, note) VALUES (@reg, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.risk | a level taken away
INSERT INTO entry(at, actor, action, item, state, due, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'rate', id, state, due, 'x' FROM item WHERE id = @pro;
-- refuse: item.amend | nothing
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.amend | the same again
INSERT INTO post(item, action, actor, at, title) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '已立项');
-- refuse: item.amend | the title emptied
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'title', NULL);
-- refuse: item.amend | the number emptied
INSERT INTO post(item, action, actor, at, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'no');
-- refuse: item.amend | what is no column of its own
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'state', 'closed');
-- refuse: item.amend | the lead
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'lead', '@u_b');
-- refuse: item.amend | a custom field of another ledger
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- refuse: item.amend | columns and a custom field in one: one of them would be lost
INSERT INTO post(item, action, actor, at, title, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'place', 'x');
-- refuse: item.amend | two titles
INSERT INTO post(item, action, actor, at, title, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'title', 'y');
-- refuse: item.amend | clear names what can't be emptied, along with a change
INSERT INTO post(item, action, actor, at, detail, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due,bogus');
-- refuse: item.amend | clear with blanks in it
INSERT INTO post(item, action, actor, at, clear) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due, detail');
-- refuse: item.amend | a column changed and emptied
INSERT INTO post(item, action, actor, at, due, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31', 'due');
-- refuse: item.amend | a parent that is a number and more
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', '@par and more');
-- refuse: item.amend | straight into entry: the field named is not the one that changes
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, '2023-12-31', risk, no, title, detail, source, officer, parent, 'title', title, title FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: two change, one is named
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, '2023-12-31', risk, no, 'x', detail, source, officer, parent, 'title', title, 'x' FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: new is not what it becomes
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'title', title, 'y' FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: a title along with a custom field
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'place', 'x' FROM item WHERE id = @h_reg;
-- refuse: item.amend | straight into entry: the detail is lost on the way
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', source, officer, parent, 'title', title, 'x' FROM item WHERE id = @kid;
-- refuse: entry.stale | an old content that it did not have
INSERT INTO post(item, action, actor, at, title, old) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '从未有过');
-- refuse: entry.stale | the old content left out, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'title', 'x' FROM item WHERE id = @reg;
-- allow: | the entry says what it was and what it is; of several columns it lists the names
INSERT INTO post(item, action, actor, at, title, old) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '新', '已立项');
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due', '2024-02-29');
INSERT INTO post(item, action, actor, at, no, title, detail, source, officer, due, parent) VALUES
  (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '7.2', 't', 'd', 's', 'o', '2023-12-31', @par);
INSERT INTO post(item, action, actor, at, title, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'tt', 'detail,source,officer,due,parent');
SELECT field, old, new FROM entry WHERE seq > @last;
SELECT no, title, ifnull(detail, '-'), ifnull(source, '-'), ifnull(officer, '-'), ifnull(due, '-'), baseline_due, ifnull(parent, '-') FROM item WHERE id = @reg;
-- expect: title|已立项|新
-- expect: due|2023-06-30|2024-02-29
-- expect: no,title,detail,source,officer,due,parent||
-- expect: title,detail,source,officer,due,parent||
-- expect: 7.2|tt|-|-|-|-|2023-06-30|-
-- allow: | numbers sort as people sort them
SELECT group_concat(no, ' ') FROM (SELECT no FROM item WHERE ledger = @l_tasks AND no GLOB '*[0-9]*' ORDER BY no_order);
-- expect: 1 3.9 3.10 10 〔2023〕1号

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: item.journal | a key, the uid, the ledger, another item
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- try:
UPDATE item SET id = 9999, entry = @next WHERE id = @pro;
UPDATE item SET uid = 'ffffffffffffffffffffffffffffffff', entry = @next WHERE id = @pro;
UPDATE item SET ledger = @l_hazards, entry = @next WHERE id = @pro;
UPDATE item SET title = 'x', entry = @next WHERE id = @rev;
UPDATE item SET title = 'x', entry = @next;
-- refuse: item.journal | added with another stamp
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- try:
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@next, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @last);
