-- What the columns of an entry may hold: texts, figures, dates, and which action has which column.

-- refuse: tl:entry.note | urge without a text
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | a return without a reason
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'return', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | a risk without a reason
INSERT INTO post(item, action, actor, at, risk) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'high');
-- refuse: tl:entry.note | cancel without a reason
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'cancel', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | suspend without a reason
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'suspend', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | reopen without a reason
INSERT INTO post(item, action, actor, at) VALUES (@clo, 'reopen', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | decline without a reason
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'decline', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: tl:entry.note | make_standing without a goal
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', '2023-09-30');
-- refuse: entry_note_text | a blank one
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '   ');
-- refuse: entry_note_text | an empty one
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '');
-- refuse: entry_note_text | ideographic spaces
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', char(12288, 12288));
-- refuse: entry_note_text | line breaks and tabs only
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', char(10, 9, 13));
-- refuse: entry_note_text | 20001 characters
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', printf('%.20001c', '催'));
-- refuse: entry_note_text | NUL in it
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', 'a' || char(0) || printf('%.30000c', 'x'));
-- refuse: 'cannot store BLOB value in TEXT column entry.note' | a blob
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', x'e582ac');
-- allow: | 20000 characters of Chinese, line breaks inside
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '一' || char(10) || printf('%.*c', 19998, '催'));
SELECT length(note) FROM entry WHERE seq = @next;
-- expect: 20000

-- refuse: entry_percent | 101
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '101');
-- refuse: entry_percent | 100.1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '100.1');
-- refuse: entry_percent | -1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', -1);
-- refuse: entry_percent | .5
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '.5');
-- refuse: entry_percent | 5.
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5.');
-- refuse: entry_percent | 1e1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1e1');
-- refuse: entry_percent | 1.2.3
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1.2.3');
-- refuse: entry_percent | full-width digits
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '６０');
-- refuse: entry_percent | Arabic digits
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', char(1638, 1632));
-- refuse: entry_percent | with a sign of percent
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '60%');
-- refuse: entry_percent | with a blank
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', ' 60');
-- refuse: entry_percent | empty
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_percent | NaN and infinity
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'nan');
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 9e999);
-- refuse: entry_percent | a third
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 100 / 3.0);
-- refuse: entry_percent | NUL behind a good one
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5' || char(0));
-- refuse: entry_percent | NUL, then anything
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5' || char(0) || 'hello');
-- refuse: 'cannot store BLOB value in TEXT column entry.percent' | a blob
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', x'3630');
-- allow: | percentages
INSERT INTO post(item, action, actor, at, unit, note, percent)
  SELECT @pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', column1 FROM (VALUES ('0'), ('0.0'), ('66.5'), (66.5), (7), ('99.999'), ('100'), ('100.00'));
SELECT group_concat(percent, ' ') FROM entry WHERE seq > @last;
SELECT percent FROM item WHERE id = @pro;
-- expect: 0 0.0 66.5 66.5 7 99.999 100 100.00
-- expect: 100.00
-- refuse: entry_value | a hyphen
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '-');
-- refuse: entry_value | two of them
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '--5');
-- refuse: entry_value | a hyphen behind
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5-');
-- refuse: entry_value | a hyphen inside
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '3-5');
-- refuse: entry_value | a plus
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '+5');
-- refuse: entry_value | .5
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '.5');
-- refuse: entry_value | -.5
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '-.5');
-- refuse: entry_value | 5.
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5.');
-- refuse: entry_value | 1.2.3
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1.2.3');
-- refuse: entry_value | 1e3
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1e3');
-- refuse: entry_value | a real number that prints with an exponent
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 1e20);
-- refuse: entry_value | 1,000
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1,000');
-- refuse: entry_value | hexadecimal
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '0x10');
-- refuse: entry_value | full-width digits
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '４６');
-- refuse: entry_value | with its measure
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '46次');
-- refuse: entry_value | 41 digits
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.41c', '9'));
-- refuse: entry_value | empty
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_value | NUL, then anything
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '7' || char(0) || 'x');
-- refuse: 'cannot store BLOB value in TEXT column entry.value' | a blob
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', x'37');
-- allow: | values, kept as they were written
INSERT INTO post(item, action, actor, at, unit, note, value)
  SELECT @pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', column1 FROM (VALUES ('46'), ('-3.5'), ('0.10'), (-7), (12345678901234), ('99999999999999999999.999999999999999999'));
SELECT group_concat(value, ' ') FROM entry WHERE seq > @last;
-- expect: 46 -3.5 0.10 -7 12345678901234 99999999999999999999.999999999999999999
-- refuse: entry.figure | a percentage that no unit reports
INSERT INTO post(item, action, actor, at, note, percent) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.figure | a figure with close
INSERT INTO post(item, action, actor, at, value) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z', '50');
-- refuse: entry.extra | a percentage at registering
INSERT INTO post(ledger, action, actor, at, title, percent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.extra | a figure of a unit
INSERT INTO post(action, actor, at, code, title, value) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', '50');
-- refuse: entry.figure | with a request for extension
INSERT INTO post(item, action, actor, at, unit, note, due, percent) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31', '50');
-- refuse: entry.figure | with request_close
INSERT INTO post(item, action, actor, at, unit, percent) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_b, '100');

-- refuse: entry.extra | a role with a report
INSERT INTO post(item, action, actor, at, unit, note, role) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'lead');
-- refuse: entry.extra | with unassign
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- refuse: entry.extra | with a change of a column
INSERT INTO post(item, action, actor, at, title, role) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'lead');
-- refuse: entry_role | a role that is none
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'boss');
-- refuse: entry_role | in Chinese
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, '牵头');
-- refuse: entry_officer | 201 characters
INSERT INTO post(item, action, actor, at, unit, role, officer) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead', printf('%.201c', '李'));
-- refuse: entry_officer | empty, at registering
INSERT INTO post(ledger, action, actor, at, title, officer) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_officer | NUL
INSERT INTO post(item, action, actor, at, officer) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'a' || char(0));
-- refuse: entry_problem | empty
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_problem | blank
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '  ');
-- refuse: entry_problem | 20001 characters
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.20001c', 'x'));
-- refuse: entry_next_step | NUL
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'a' || char(0) || 'b');
-- refuse: entry_next_step | empty
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_officer | ideographic spaces
INSERT INTO post(item, action, actor, at, officer) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', char(12288, 160, 9));
-- refuse: entry_problem | NUL
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'a' || char(0));
-- refuse: entry_next_step | 20001 characters
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.20001c', 'x'));
-- refuse: entry_next_step | blank
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', char(10, 32));
-- refuse: entry_data | 100001 characters
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.100001c', 'x'));
-- refuse: entry_data | NUL
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', char(0));
-- refuse: 'cannot store BLOB value in TEXT column entry.data' | a blob
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', x'00');
-- allow: | data is opaque: 100000 characters, empty, not JSON
INSERT INTO post(item, action, actor, at, note, data) SELECT @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', column1 FROM (VALUES (printf('%.100000c', 'x')), (''), ('{'));
-- refuse: entry_request_id | empty
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_request_id | 251 characters
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.251c', 'r'));
-- refuse: entry_request_id | NUL
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'e_comment' || char(0));
-- refuse: entry.request | a request id used twice, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, note, request)
  SELECT at, actor, action, item, state, due, risk, note, request FROM entry WHERE seq = @e_unsealed;
-- refuse: entry.request | OR REPLACE
INSERT OR REPLACE INTO entry(at, actor, action, item, state, due, risk, note, request)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'e_comment' FROM item WHERE id = @pro;

-- refuse: 'cannot store' | an item's columns of the wrong types
INSERT INTO post(item, action, actor, at, uri, sha256, size) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', '0000000000000000000000000000000000000000000000000000000000000001', 'many');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', 'b', 'lead');
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'par');
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 1.5);
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', x'41');
-- refuse: 'table entry has no column named hash' | a column that is none
INSERT INTO entry(at, actor, action, hash) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'comment', 'x');

-- What belongs to one action does not go with another.
-- refuse: entry.uri | a file with a comment
INSERT INTO post(item, action, actor, at, note, uri) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'f');
-- refuse: entry.extra | what else a comment does not have
INSERT INTO post(item, action, actor, at, note, no) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '1');
INSERT INTO post(item, action, actor, at, note, title) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, detail) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, source) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, parent) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @par);
INSERT INTO post(item, action, actor, at, note, uid) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '00000000000000000000000000000001');
INSERT INTO post(item, action, actor, at, note, code) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, kind) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, workflow) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'simple');
INSERT INTO post(item, action, actor, at, note, required) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 1);
INSERT INTO post(item, action, actor, at, note, field) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'title');
INSERT INTO post(item, action, actor, at, note, old) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, new) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, officer) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, problem) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, next_step) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, asked_due) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at, note, clear) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due');
-- refuse: entry.extra | the same, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, note, detail) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
INSERT INTO entry(at, actor, action, item, state, due, risk, note, workflow) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
INSERT INTO entry(at, actor, action, item, state, due, risk, note, asked_due) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
-- refuse: entry.figure | a percentage with an amend
INSERT INTO post(item, action, actor, at, title, percent) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.extra | what an amend does not have
INSERT INTO post(item, action, actor, at, title, code) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, title, asked_due) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- refuse: entry.extra | what a founding entry does not have
INSERT INTO post(ledger, action, actor, at, title, code) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(ledger, action, actor, at, title, asked_due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
INSERT INTO post(ledger, action, actor, at, title, problem) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(ledger, action, actor, at, title, clear) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due');
INSERT INTO post(ledger, action, actor, at, title, expect) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 5);

-- Of several rows, one is illegal: nothing of the statement stays.
-- refuse: entry.due | the second comment moves the due date
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR IGNORE
INSERT OR IGNORE INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR FAIL
INSERT OR FAIL INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR REPLACE
INSERT OR REPLACE INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR ROLLBACK, in a transaction with a good post before it
BEGIN;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'good');
INSERT OR ROLLBACK INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
ROLLBACK;
-- refuse: entry_percent | a CHECK in the second row
INSERT INTO entry(at, actor, action, item, unit, state, due, risk, note, percent)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'report', id, @u_b, state, due, risk, 'x', column1 FROM item, (VALUES ('10'), ('1000')) WHERE id = @pro;
-- allow: | OR IGNORE leaves out the row whose CHECK fails, as SQLite has it; what it keeps is whole
INSERT OR IGNORE INTO entry(at, actor, action, item, unit, state, due, risk, note, percent)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'report', id, @u_b, state, due, risk, 'x', column1 FROM item, (VALUES ('10'), ('1000'), ('20')) WHERE id = @pro;
SELECT count(*) FROM entry WHERE seq > @last;
SELECT percent, entry - @last FROM item WHERE id = @pro;
SELECT percent, entry - @last FROM assignment WHERE item = @pro AND unit = @u_b;
-- expect: 2
-- expect: 20|2
-- expect: 20|2

-- A constraint that fails inside the fold must not leave the entry behind.
-- refuse: field.type | add_field of an unknown type, OR FAIL
INSERT OR FAIL INTO entry(seq, at, actor, action, ledger, field, title, kind) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: field.type | the same through post
INSERT OR FAIL INTO post(at, actor, action, ledger, field, title, kind) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: field.type | the same OR IGNORE
INSERT OR IGNORE INTO entry(seq, at, actor, action, ledger, field, title, kind) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: entry.fold | a trigger of one's own in TEMP keeps the item from following
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | amend
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, title) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | register
CREATE TEMP TRIGGER x BEFORE INSERT ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | register, and the ledger's last number
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | assign
CREATE TEMP TRIGGER x BEFORE INSERT ON main.assignment BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- refuse: entry.fold | what a unit reports, on its own line
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.assignment BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '90');
-- refuse: entry.fold | attach
CREATE TEMP TRIGGER x BEFORE INSERT ON main.evidence BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org');
-- refuse: entry.fold | a custom field
CREATE TEMP TRIGGER x BEFORE INSERT ON main.value BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- refuse: entry.fold | add_unit
CREATE TEMP TRIGGER x BEFORE INSERT ON main.unit BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, code, title) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- refuse: entry.fold | rename_unit
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.unit BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, unit, title) VALUES ('rename_unit', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x');
-- refuse: entry.fold | add_ledger
CREATE TEMP TRIGGER x BEFORE INSERT ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks');
-- refuse: entry.fold | amend_ledger
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title', 'x');
-- refuse: entry.fold | add_field
CREATE TEMP TRIGGER x BEFORE INSERT ON main.field BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text');
-- refuse: item.journal | a TEMP trigger that writes the item before the fold does (check.sh has what it can do)
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN UPDATE item SET title = '改写', entry = NEW.seq WHERE id = NEW.item; END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');

-- Another database, attached.
-- refuse: entry.immutable | an update of the main one by its name
ATTACH ':memory:' AS other;
UPDATE main.entry SET note = 'x';
-- refuse: entry.immutable | from a table of the other
ATTACH ':memory:' AS other;
CREATE TABLE other.entry AS SELECT * FROM main.entry;
UPDATE other.entry SET note = '改写';
INSERT OR REPLACE INTO main.entry SELECT * FROM other.entry;
-- refuse: entry.immutable | names that hide the tables in TEMP do not fool the triggers
CREATE TEMP TABLE entry AS SELECT * FROM main.entry WHERE 0;
CREATE TEMP TABLE book AS SELECT 1 AS id, '+00:00' AS utc_offset, 1 AS given_clock;
CREATE TEMP TABLE item AS SELECT * FROM main.item WHERE 0;
REPLACE INTO main.entry(seq, at, actor, action) VALUES (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book');
-- refuse: item.journal | nor do they make room for an item
CREATE TEMP TABLE entry AS SELECT @next AS seq, 'register' AS action, @next AS item;
INSERT INTO main.item(id, uid, ledger, no, no_order, title, state, entry)
  VALUES (@next, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @next);
-- allow: | post works with a database attached, its name given
ATTACH ':memory:' AS other;
INSERT INTO main.post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- allow: | with trusted_schema off: no rule needs an unsafe function
PRAGMA trusted_schema = OFF;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '〔2023〕12号');
SELECT count(*) FROM check_book;
-- expect: 0
-- refuse: entry_actor | a blank behind the name would pass for another person
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'wang ', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry_actor | an ideographic space before it
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', char(12288) || 'wang', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry_actor | a line break in it
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'wang' || char(10) || 'li', '2023-04-01T00:00:00.000Z', 'x');
