-- The door: INSERT INTO post, and what may be tried with a view. (What its entries must be: entry.sql, item.sql.)

-- refuse: entry.immutable | UPDATE
UPDATE post SET note = '改写' WHERE seq = @e_comment;
-- refuse: entry.immutable | UPDATE of what entry does not have
UPDATE post SET clear = 'due';
-- refuse: entry.immutable | UPDATE OR IGNORE
UPDATE OR IGNORE post SET note = '改写';
-- refuse: entry.immutable | DELETE
DELETE FROM post WHERE seq = @last;
-- refuse: entry.immutable | DELETE of all
DELETE FROM post;
-- refuse: 'cannot UPSERT a view' | ON CONFLICT DO UPDATE
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x') ON CONFLICT DO UPDATE SET note = 'y';
-- refuse: 'cannot UPSERT a view' | ON CONFLICT DO NOTHING
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x') ON CONFLICT DO NOTHING;
-- refuse: entry.immutable | all of the journal once more
INSERT INTO post SELECT * FROM post;
-- refuse: entry.immutable | the journal into itself
INSERT INTO entry SELECT * FROM entry;
-- refuse: entry.immutable | with OR REPLACE
INSERT OR REPLACE INTO entry SELECT * FROM entry;
-- refuse: entry.time | without the numbers
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT at, actor, action, item, state, due, risk, note FROM entry WHERE action = 'comment';

-- OR IGNORE must not do half of it: what it leaves out of entry is refused as a whole.
-- refuse: entry.refused | OR IGNORE, and a CHECK of entry
INSERT OR IGNORE INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1000');
-- refuse: entry.refused | OR IGNORE, without an actor
INSERT OR IGNORE INTO post(item, action, at, note) VALUES (@pro, 'comment', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.refused | OR IGNORE, at registering
INSERT OR IGNORE INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', ' ');
-- refuse: entry.refused | OR IGNORE, with amend
INSERT OR IGNORE INTO post(item, action, actor, at, detail) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', printf('%.20001c', 'x'));
-- refuse: entry.refused | OR IGNORE, a good row before it
INSERT OR IGNORE INTO post(item, action, actor, at, unit, note, percent) SELECT @pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', column1 FROM (VALUES ('50'), ('1000'));
-- refuse: entry.refused | OR IGNORE, of founding
-- book: unfounded
INSERT OR IGNORE INTO post(action, actor) VALUES ('found_book', '');
-- refuse: entry_percent | OR FAIL: nothing half-done
INSERT OR FAIL INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1000');
-- refuse: entry_percent | OR REPLACE
INSERT OR REPLACE INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1000');
-- refuse: entry_percent | OR ROLLBACK
BEGIN;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'good');
INSERT OR ROLLBACK INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1000');
-- refuse: entry.refused | a TEMP trigger that swallows the entry
CREATE TEMP TRIGGER x BEFORE INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- allow: | OR REPLACE, OR IGNORE, OR FAIL of good posts do what they say and no more
INSERT OR REPLACE INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT OR IGNORE INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT OR FAIL INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
REPLACE INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
REPLACE INTO post(action, actor, at, code, title) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
SELECT count(*) FROM entry WHERE seq > @last;
-- expect: 5
-- refuse: item.lead | of several posts the second is illegal: nothing of the statement stays
INSERT INTO post(item, action, actor, at) SELECT column1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM (VALUES (@reg_led), (@reg));
-- refuse: entry_title | of two that found something
INSERT INTO post(ledger, action, actor, at, title) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', column1 FROM (VALUES ('好'), (' '));
-- refuse: item.lead | driven by a CTE, the second illegal
WITH RECURSIVE n(i) AS (SELECT @reg_led UNION ALL SELECT @reg FROM n WHERE i = @reg_led)
INSERT INTO post(item, action, actor, at) SELECT i, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM n;
-- refuse: entry.time | a full entry may not go back in time
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '2000-01-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- allow: | through post a clock that steps back is held, in a book of a given clock
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2000-01-01T00:00:00.000Z', 'x');
SELECT at FROM entry WHERE seq = @next;
-- expect: 2023-03-06T01:00:00.000Z
-- refuse: entry.clock | with a real clock it is no way to date things back to the entry before
-- book: unfounded
-- given:
INSERT INTO post(actor, action, at) SELECT 'x', 'found_book', strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-59 seconds');
-- try:
.shell sleep 2
INSERT INTO post(actor, action, code, title, at) VALUES ('x', 'add_unit', 'y', 'y', '2000-01-01T00:00:00.000Z');
INSERT INTO entry(seq, actor, action, unit, code, title, at) SELECT 2, 'x', 'add_unit', 2, 'y', 'y', at FROM entry;
-- refuse: entry.at | a time that is none
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-31T00:00:00.000Z', 'x');
-- refuse: 'cannot store BLOB value in TEXT column entry.at' | a blob for a time
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', x'39', 'x');
-- refuse: entry.gap | a number of one's own choice
INSERT INTO post(seq, item, action, actor, at, note) VALUES (@next + 1, @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.immutable | the number of another
INSERT INTO post(seq, item, action, actor, at, note) VALUES (@last, @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- allow: | the right number, as text, too
INSERT INTO post(seq, item, action, actor, at, note) VALUES (@next, @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(seq, item, action, actor, at, note) VALUES ('@next' + 1, @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT max(seq) - @last FROM entry;
-- expect: 2
-- allow: | RETURNING gives what was given, the number is read afterwards; of entry it gives the row
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x') RETURNING ifnull(seq, '-'), note;
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'y' FROM item WHERE id = @pro RETURNING seq - @last, note;
-- expect: -|x
-- expect: 2|y
-- allow: | posts driven by a CTE and by a join, each seeing what those before it did
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
INSERT INTO post(ledger, action, actor, at, title) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', '批量 ' || i FROM n;
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead' FROM item WHERE id > @last;
INSERT INTO post(item, action, actor, at, due) SELECT id, 'dispatch', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31' FROM item WHERE id > @last;
SELECT count(*), min(CAST(no AS INTEGER)), max(CAST(no AS INTEGER)), min(state), max(state) FROM item WHERE id > @last;
SELECT last_no FROM ledger WHERE id = @l_tasks;
-- expect: 50|11|60|dispatched|dispatched
-- expect: 60
-- allow: | what is given as a number is kept as text
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 7, '2023-04-01T00:00:00.000Z', 42);
SELECT actor, typeof(actor), note, typeof(note) FROM entry WHERE seq = @next;
-- expect: 7|text|42|text

-- The entry last seen, in the column expect.
-- refuse: item.expect | there is a newer one
INSERT INTO post(item, action, actor, at, note, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @e_comment);
-- refuse: item.expect | one to come
INSERT INTO post(item, action, actor, at, note, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @next);
-- refuse: item.expect | the book's newest, which is another item's
INSERT INTO post(item, action, actor, at, note, expect) VALUES (@rev, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @last);
-- refuse: item.expect | with amend
INSERT INTO post(item, action, actor, at, title, expect) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', @e_amend);
-- refuse: item.expect | a word
INSERT INTO post(item, action, actor, at, note, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'newest');
-- refuse: item.expect | the second of two in one statement
INSERT INTO post(item, action, actor, at, note, expect) SELECT @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', column1, @e_unsealed FROM (VALUES ('a'), ('b'));
-- refuse: entry.extra | where there is no item to look at
INSERT INTO post(action, actor, at, code, title, expect) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', @last);
-- allow: | the newest of the item
INSERT INTO post(item, action, actor, at, note, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @e_unsealed);
INSERT INTO post(item, action, actor, at, title, expect) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', @next);

-- The caller's own id, in the column request.
-- allow: | the same again adds nothing: what was given, in its own order, is as it was
INSERT INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'li', '封签之后', 'e_unsealed');
INSERT INTO post(item, action, actor, at, unit, percent, value, note, problem, next_step, happened_on, request)
  VALUES (@pro, 'report', 'wang', '2024-01-01T00:00:00.000Z', @u_b, 40, 3, '已完成排查', '资金不足', '争取专项资金', '2023-01-31', 'e_report');
INSERT INTO post(item, action, actor, request) VALUES (@rev, 'request_close', 'wang', 'e_request_close');
INSERT INTO post(item, action, actor, note, due, request) VALUES (@ext, 'request_extension', 'wang', '雨季影响', '2023-08-31', 'e_extension');
INSERT INTO post(item, action, actor, title, detail, note, request) VALUES (@pro, 'amend', 'li', '办理中（更正）', '年底前完成', '录入有误', 'e_amend');
INSERT INTO post(ledger, action, actor, no, title, due, request) VALUES (@l_tasks, 'register', 'li', 'reg', '已立项', '2023-06-30', 'e_reg');
INSERT INTO post(action, actor, unit, request) VALUES ('retire_unit', 'root', @u_r, 'e_retire');
INSERT INTO post(action, actor, ledger, field, new, request) VALUES ('amend_ledger', 'root', @l_hazards, 'blue_days', 20, 'e_blue');
INSERT INTO post(action, actor, ledger, field, title, kind, required, request) VALUES ('add_field', 'root', @l_hazards, 'place', '地点', 'text', 1, 'e_field_place');
INSERT OR IGNORE INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'li', '封签之后', 'e_unsealed');
INSERT OR REPLACE INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'li', '封签之后', 'e_unsealed');
SELECT max(seq) = @last FROM entry;
-- expect: 1
-- allow: | a retry with expect, after its first try was stored
INSERT INTO post(item, action, actor, at, note, request, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'r', @e_unsealed);
INSERT INTO post(item, action, actor, at, note, request, expect) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'r', @e_unsealed);
INSERT INTO post(item, action, actor, at, title, request, expect) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 's', @next);
INSERT INTO post(item, action, actor, at, title, request, expect) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 's', @next);
SELECT max(seq) - @last FROM entry;
-- expect: 2
-- allow: | a retry after the item has gone on, where the action would no longer be possible
INSERT INTO post(item, action, actor, request) VALUES (@clo, 'close', 'li', 'e_close');
SELECT max(seq) = @last FROM entry;
-- expect: 1
-- allow: | a request id that is a number
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 17), (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 17), (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '17');
SELECT max(seq) - @last FROM entry;
-- expect: 1
-- allow: | the same twice in one statement, another row behind it
INSERT INTO post(item, action, actor, at, note, request) SELECT @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', column1 FROM (VALUES ('r'), ('r'), ('s'));
SELECT max(seq) - @last FROM entry;
-- expect: 2
-- allow: | every kind of post can bear a request id, the first time
INSERT INTO post(action, actor, at, code, title, kind, parent, request) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'k', @u_b, 'r1');
INSERT INTO post(action, actor, at, code, title, kind, source, request) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'dossiers', 's', 'r2');
INSERT INTO post(item, action, actor, at, due, request) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-07-15', 'r3');
INSERT INTO post(item, action, actor, at, note, asked_due, request) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-08-31', 'r4');
INSERT INTO post(item, action, actor, at, note, due, request) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31', 'r5');
INSERT INTO post(item, action, actor, at, request) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', 'r6');
INSERT INTO post(item, action, actor, at, clear, request) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due,detail', 'r7');
INSERT INTO post(item, action, actor, at, field, new, request) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', NULL, 'r8');
INSERT INTO post(item, action, actor, at, field, new, request) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', @par, 'r9');
INSERT INTO post(item, action, actor, at, field, new, request) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', NULL, 'r10');
INSERT INTO post(item, action, actor, at, unit, note, percent, value, request) VALUES (@d_pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 1.50, 66.50, 7.0, 'r11');
INSERT INTO post(item, action, actor, at, note, risk, request) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x', 'low', 'r12');
INSERT INTO post(item, action, actor, at, unit, role, officer, request) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead', 'x', 'r13');
INSERT INTO post(item, action, actor, at, title, uri, sha256, size, request) VALUES (@reg, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'x', 'f', '0000000000000000000000000000000000000000000000000000000000000009', '5', 'r14');
INSERT INTO post(ledger, action, actor, at, title, no, request) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 12, 77, 'r15');
INSERT INTO post(item, action, actor, at, note, due, asked_due, request) VALUES (@d_bare, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-08-31', '2023-08-31', 'r16');
INSERT INTO post(action, actor, at, unit, title, request) VALUES ('rename_unit', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'r17');
SELECT max(seq) - @last FROM entry;
-- expect: 17
-- refuse: entry.request | another text under the same id
INSERT INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'li', '另', 'e_unsealed');
-- refuse: entry.request | another actor
INSERT INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'wang', '封签之后', 'e_unsealed');
-- refuse: entry.request | another item
INSERT INTO post(item, action, actor, note, request) VALUES (@rev, 'comment', 'li', '封签之后', 'e_unsealed');
-- refuse: entry.request | another action
INSERT INTO post(item, action, actor, note, request) VALUES (@pro, 'urge', 'li', '封签之后', 'e_unsealed');
-- refuse: entry.request | amend under the id of a comment
INSERT INTO post(item, action, actor, title, request) VALUES (@pro, 'amend', 'li', 'x', 'e_unsealed');
-- refuse: entry.request | a unit under the id of a comment
INSERT INTO post(action, actor, code, title, request) VALUES ('add_unit', 'li', 'x', 'x', 'e_unsealed');
-- refuse: entry.request | no action
INSERT INTO post(item, actor, note, request) VALUES (@pro, 'li', '封签之后', 'e_unsealed');
-- refuse: entry.request | no item
INSERT INTO post(action, actor, note, request) VALUES ('comment', 'li', '封签之后', 'e_unsealed');
-- refuse: entry.request | a unit more
INSERT INTO post(item, action, actor, unit, note, request) VALUES (@pro, 'comment', 'li', @u_b, '封签之后', 'e_unsealed');
-- refuse: entry.request | another percentage
INSERT INTO post(item, action, actor, unit, percent, note, request) VALUES (@pro, 'report', 'wang', @u_b, '41', '已完成排查', 'e_report');
-- refuse: entry.request | another day it happened on
INSERT INTO post(item, action, actor, unit, note, happened_on, request) VALUES (@pro, 'report', 'wang', @u_b, '已完成排查', '2023-01-30', 'e_report');
-- refuse: entry.request | another due date asked for
INSERT INTO post(item, action, actor, note, due, request) VALUES (@ext, 'request_extension', 'wang', '雨季影响', '2023-09-30', 'e_extension');
-- refuse: entry.request | another column amended
INSERT INTO post(item, action, actor, due, request) VALUES (@pro, 'amend', 'li', '2024-12-31', 'e_amend');
-- refuse: entry.request | another content of a field
INSERT INTO post(item, action, actor, field, new, request) VALUES (@h_full, 'amend', 'li', 'place', '三号楼', 'e_place');
-- refuse: entry.request | the field emptied
INSERT INTO post(item, action, actor, field, new, request) VALUES (@h_full, 'amend', 'li', 'place', NULL, 'e_place');
-- refuse: entry.request | another field emptied
INSERT INTO post(item, action, actor, field, new, request) VALUES (@h_full, 'amend', 'li', 'people', NULL, 'e_place');
-- refuse: entry.request | another column emptied
-- given:
INSERT INTO post(item, action, actor, at, clear, request) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due', 'r');
-- try:
INSERT INTO post(item, action, actor, at, clear, request) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'detail', 'r');
-- refuse: entry.request | a text beside what was amended
-- given:
INSERT INTO post(item, action, actor, at, title, request) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'r');
-- try:
INSERT INTO post(item, action, actor, at, title, happened_on, request) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-03-01', 'r');
-- refuse: entry.request | another title registered
INSERT INTO post(ledger, action, actor, no, title, request) VALUES (@l_tasks, 'register', 'li', 'reg', '另', 'e_reg');
-- refuse: entry.request | into another ledger
INSERT INTO post(ledger, action, actor, no, title, request) VALUES (@l_hazards, 'register', 'li', 'reg', '已立项', 'e_reg');
-- refuse: entry.request | a field that need not be filled in
INSERT INTO post(action, actor, ledger, field, title, kind, required, request) VALUES ('add_field', 'root', @l_hazards, 'place', '地点', 'text', 0, 'e_field_place');
-- refuse: entry.request | OR IGNORE does not hide it
INSERT OR IGNORE INTO post(item, action, actor, note, request) VALUES (@pro, 'comment', 'li', '另', 'e_unsealed');
-- refuse: entry.request | in one statement: the same id, other contents
INSERT INTO post(item, action, actor, at, note, request) SELECT @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', column1, 'r' FROM (VALUES ('a'), ('b'));
-- refuse: 'cannot store BLOB value in TEXT column entry.request' | a blob that looks like an id in use
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'li', '2023-04-01T00:00:00.000Z', '封签之后', CAST('e_unsealed' AS BLOB));
