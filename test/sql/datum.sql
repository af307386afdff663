-- The one table: data, the ledgers that list them, what is filled in, and the catalogues of units.

-- refuse: datum.journal | a datum around the journal
INSERT INTO datum(code, id, title, type, entry) VALUES ('x', @next, 'x', 'text', @next);
-- refuse: datum.journal | with the entry that added another
INSERT INTO datum(code, id, title, type, entry) VALUES ('x', @e_datum_remark, '说明', 'text', @e_datum_remark);
-- refuse: datum.journal | OR REPLACE with its own entry
INSERT OR REPLACE INTO datum(code, id, title, type, entry) VALUES ('remark', @e_datum_remark, '说明', 'text', @e_datum_remark);
-- refuse: datum.journal | OR IGNORE
INSERT OR IGNORE INTO datum(code, id, title, type, entry) VALUES ('remark', @e_datum_remark, '说明', 'text', @e_datum_remark);
-- refuse: datum.journal | ON CONFLICT DO UPDATE
INSERT INTO datum(code, id, title, type, entry) VALUES ('remark', @e_datum_remark, '说明', 'text', @e_datum_remark) ON CONFLICT DO UPDATE SET type = 'integer';
-- refuse: datum.journal | another type
UPDATE datum SET type = 'text' WHERE code = 'people';
-- refuse: datum.journal | other choices
UPDATE OR IGNORE datum SET choices = '好,差' WHERE code = 'grade';
-- refuse: datum.journal | removed
DELETE FROM datum WHERE code = 'remark';
-- refuse: datum.journal | once more by the fold
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @e_datum_remark;
-- refuse: datum.journal | listed around the journal
INSERT INTO ledger_datum(ledger, datum, rank, entry) VALUES (@l_hazards, 'people', 1, @last);
-- refuse: datum.journal | listed with the entry of another ledger
-- given:
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'remark');
-- try:
INSERT INTO ledger_datum(ledger, datum, rank, entry) VALUES (@l_hazards, 'people', 1, @next);
-- refuse: datum.journal | listed twice by the newest entry, OR REPLACE
-- given:
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'remark');
-- try:
INSERT OR REPLACE INTO ledger_datum(ledger, datum, rank, entry) VALUES (@l_tasks, 'remark', 1, @next);
-- refuse: datum.journal | put in another place
UPDATE ledger_datum SET rank = 9 WHERE datum = 'people';
-- refuse: datum.journal | taken off a ledger
DELETE FROM ledger_datum WHERE datum = 'people';
-- refuse: datum_value.journal | filled in around the journal
INSERT INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_a, '2023', '7', @last, @last);
-- refuse: datum_value.journal | with the entry of another unit
INSERT INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_a, '2023', '1200', @e_fill, @e_fill);
-- refuse: datum_value.journal | with its entry, for another period
INSERT INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_v, '2024', '1200', @e_fill, @e_fill);
-- refuse: datum_value.journal | OR REPLACE with the entry that filled it in
INSERT OR REPLACE INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_v, '2023', '1200', @e_fill, @e_fill);
-- refuse: datum_value.journal | OR IGNORE
INSERT OR IGNORE INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_v, '2023', '7', @e_fill, @e_fill);
-- refuse: datum_value.journal | ON CONFLICT DO UPDATE
INSERT INTO datum_value(datum, unit, period, value, filled, entry) VALUES ('people', @u_v, '2023', '1200', @e_fill, @e_fill) ON CONFLICT DO UPDATE SET value = '7';
-- refuse: datum_value.journal | an update
UPDATE datum_value SET value = '7' WHERE unit = @u_v;
-- refuse: datum_value.journal | with its own stamp
UPDATE datum_value SET value = '7', entry = @e_fill WHERE unit = @u_v;
-- refuse: datum_value.journal | with the stamp of another unit's correction
UPDATE datum_value SET value = '56789', entry = @e_correct WHERE unit = @u_v;
-- refuse: datum_value.journal | back to what it was, with the entry of then
UPDATE datum_value SET value = '56000', entry = @e_fill_b WHERE unit = @u_b AND datum = 'people';
-- refuse: datum_value.journal | another one who filled it in
UPDATE datum_value SET filled = @last, entry = @last WHERE unit = @u_v;
-- refuse: datum_value.journal | onto another unit, OR REPLACE
UPDATE OR REPLACE datum_value SET unit = @u_b WHERE unit = @u_v;
-- refuse: datum_value.journal | removed
DELETE FROM datum_value WHERE unit = @u_v;
-- refuse: datum_value.journal | once more by the fold
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @e_fill;
-- refuse: datum_value.journal | corrected once more by the fold
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @e_correct;

-- refuse: datum.code | without a code
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', NULL, 'x', 'text');
-- refuse: datum.code | a code that begins with a digit
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', '2x', 'x', 'text');
-- refuse: datum.code | a code with a capital
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'Ab', 'x', 'text');
-- refuse: datum.code | a code in Chinese
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', '人口', 'x', 'text');
-- refuse: datum.code | a code with a blank
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'a b', 'x', 'text');
-- refuse: datum.code | without a title
INSERT INTO post(action, actor, at, code, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'text');
-- refuse: datum.code_taken | twice
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'people', 'x', 'text');
-- refuse: datum.type | without a type
INSERT INTO post(action, actor, at, code, title) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- refuse: datum.type | a type that there is not
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'money');
-- refuse: datum.choices | type choice without any
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'choice');
-- refuse: datum.choices | choices of another type
INSERT INTO post(action, actor, at, code, title, kind, detail) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', 'a,b');
-- refuse: datum.choices | an empty one
INSERT INTO post(action, actor, at, code, title, kind, detail) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'choice', 'a,,b');
-- refuse: datum.choices | a blank behind one
INSERT INTO post(action, actor, at, code, title, kind, detail) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'choice', 'a ,b');
-- refuse: entry.extra | a datum with unit
INSERT INTO post(action, actor, at, code, title, kind, unit) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', @u_a);
-- refuse: entry.extra | a datum with ledger
INSERT INTO post(action, actor, at, code, title, kind, ledger) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', @l_tasks);
-- refuse: entry.extra | a datum with period
INSERT INTO post(action, actor, at, code, title, kind, period) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', '2023');
-- refuse: entry.extra | a datum with new
INSERT INTO post(action, actor, at, code, title, kind, new) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', '1');
-- refuse: entry.extra | a datum with required
INSERT INTO post(action, actor, at, code, title, kind, required) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text', 1);
-- refuse: datum.none | listed before it is added
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x');
-- refuse: datum.none | nothing listed
INSERT INTO post(action, actor, at, ledger) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks);
-- refuse: datum.none | filled in before it is added
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023', '1');
-- refuse: datum.listed | twice
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'people');
-- refuse: ledger.id | in no ledger
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', 9999, 'people');
-- refuse: ledger.id | in a unit
INSERT INTO post(action, actor, at, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', 'people');
-- refuse: entry.extra | listed for a unit
INSERT INTO post(action, actor, at, ledger, field, unit) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'remark', @u_a);
-- refuse: unit.id | filled in by nobody
INSERT INTO post(action, actor, at, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', 'people', '2023', '1');
-- refuse: unit.id | by a unit that there is not
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', 9999, 'people', '2023', '1');
-- refuse: unit.retired | by a unit that is no more
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_r, 'people', '2023', '1');
-- refuse: entry.extra | filled in with ledger
INSERT INTO post(action, actor, at, unit, field, period, new, ledger) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', @l_tasks);
-- refuse: entry.extra | filled in with title
INSERT INTO post(action, actor, at, unit, field, period, new, title) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', 'x');
-- refuse: entry.extra | filled in with old
INSERT INTO post(action, actor, at, unit, field, period, new, old) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', '1');
-- refuse: entry.extra | filled in with value
INSERT INTO post(action, actor, at, unit, field, period, new, value) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', 1);
-- refuse: entry.extra | filled in with due
INSERT INTO post(action, actor, at, unit, field, period, new, due) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', '2023-06-30');
-- refuse: entry.extra | filled in with role
INSERT INTO post(action, actor, at, unit, field, period, new, role) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', 'lead');
-- refuse: datum.period | for no period
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', NULL, '1');
-- refuse: entry.period | period 2023-13
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-13', '1');
-- refuse: entry.period | period 2023-6
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-6', '1');
-- refuse: entry.period | period 2023-Q5
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-Q5', '1');
-- refuse: entry.period | period 2023-Q0
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-Q0', '1');
-- refuse: entry.period | period 2023-02-30
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-02-30', '1');
-- refuse: entry.period | period ２０２３
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '２０２３', '1');
-- refuse: entry.period | period 23
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '23', '1');
-- refuse: entry.period | an empty period
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '', '1');
-- refuse: entry.period | period now
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', 'now', '1');
-- refuse: entry.period | period 2023-q1
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023-q1', '1');
-- refuse: entry.period | period 2023年
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023年', '1');
-- refuse: datum.value | without a value
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'remark', '2023', NULL);
-- refuse: entry.new | blanks
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'remark', '2023', char(9, 32, 12288));
-- refuse: value.type | integer: a fraction
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '12.5');
-- refuse: value.type | integer: full-width digits
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '１２');
-- refuse: value.type | integer: with its measure
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '12人');
-- refuse: value.type | integer: two hyphens
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '--1');
-- refuse: value.type | integer: a hyphen
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '-');
-- refuse: value.type | number: a point behind
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'income', '2023', '1.');
-- refuse: value.type | number: two points
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'income', '2023', '1.2.3');
-- refuse: value.type | number: thousands
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'income', '2023', '1,024');
-- refuse: value.type | number: an exponent
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'income', '2023', '1e3');
-- refuse: value.type | date: 30 February
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'checked', '2023', '2023-02-30');
-- refuse: value.type | date: in Chinese
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'checked', '2023', '2023年2月1日');
-- refuse: value.type | date: now
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'checked', '2023', 'now');
-- refuse: value.type | choice: another
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'grade', '2023', '优');
-- refuse: value.type | choice: two at once
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'grade', '2023', '好,中');
-- refuse: value.type | choice: with a blank
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'grade', '2023', '好 ');
-- refuse: value.type | unit: none
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'helper', '2023', 'zzz');
-- refuse: value.type | unit: its name, not its code
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'helper', '2023', '东湖街道');
-- refuse: value.type | a correction, too
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'people', '2023', 'x', 'x');
-- refuse: datum.filled | a second time
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2023', '1200');
-- refuse: datum.filled | after a correction
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'people', '2023', '56000');
-- refuse: datum.filled | by another request
INSERT INTO post(action, actor, at, unit, field, period, new, request) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2023', '1200', 'again');
-- refuse: datum.off_catalogue | no catalogue lists it
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'income', '2023', '1');
-- refuse: datum.off_catalogue | nor does it when another ledger lists it
-- given:
INSERT INTO post(action, actor, at, ledger, field) VALUES ('list_datum', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'remark');
-- try:
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'remark', '2023', 'x');
-- refuse: datum.unfilled | corrected before it was filled in
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', '2023', '1', 'x');
-- refuse: datum.unfilled | of another period
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2023-Q1', '1', 'x');
-- refuse: datum.same | to what it is
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'people', '2023', '56789', 'x');
-- refuse: entry.note | without a reason
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2023', '1');
-- refuse: entry.stale | from what it was before the last correction
INSERT INTO post(action, actor, at, unit, field, period, new, note, old) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'people', '2023', '1', 'x', '56000');
-- refuse: entry.extra | cleared
INSERT INTO post(action, actor, at, unit, field, period, new, clear) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2024', '1', 'due');

-- allow: | numbers as numbers, a period, too
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'people', 2023, 12);
SELECT value, typeof(value), period FROM datum_value WHERE unit = @u_a;
-- expect: 12|text|2023
-- allow: | each type, each kind of period
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'income', '2023-06', '0.50');
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'checked', '2023-06-30', '2023-06-29');
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'grade', '2023-Q4', '中');
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'helper', '2024', 'b');
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'remark', '2023', '无');
SELECT datum, period, value FROM datum_status WHERE unit = 'a' ORDER BY 1;
-- expect: checked|2023-06-30|2023-06-29
-- expect: grade|2023-Q4|中
-- expect: helper|2024|b
-- expect: income|2023-06|0.50
-- expect: remark|2023|无
-- allow: | the same request again adds nothing
INSERT INTO post(action, actor, at, unit, field, period, new, request) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2024', '1300', 'once');
INSERT INTO post(action, actor, at, unit, field, period, new, request) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'people', '2024', '1300', 'once');
SELECT max(seq) - @last FROM entry;
-- expect: 1
-- allow: | who is refused finds who filled it in, and corrects it
SELECT value, filled_by, filled_on FROM datum_status WHERE datum = 'people' AND unit = 'b' AND period = '2023';
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'people', '2023', '56790', '复核');
SELECT value, filled_by, corrected FROM datum_status WHERE datum = 'people' AND unit = 'b';
-- expect: 56789|zhao|2023-03-04
-- expect: 56790|zhao|2
-- allow: | a unit that is no more can still be put right
-- given:
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_idle, 'people', '2024', '1');
INSERT INTO post(action, actor, at, unit) VALUES ('retire_unit', 'x', '2023-04-01T00:00:00.000Z', @u_idle);
-- try:
INSERT INTO post(action, actor, at, unit, field, period, new, note) VALUES ('correct', 'x', '2023-04-01T00:00:00.000Z', @u_idle, 'people', '2024', '2', '笔误');
SELECT value FROM datum_value WHERE unit = @u_idle;
-- expect: 2
-- allow: | one value, shown in each form that lists it
SELECT ledger, unit, period, value FROM ledger_form WHERE datum = 'people' ORDER BY ledger, unit;
-- expect: checklist|b|2023|56789
-- expect: checklist|v|2023|1200
-- expect: tasks|b|2023|56789
-- expect: tasks|v|2023|1200
-- allow: | a catalogue's form shows what its units have still to fill in
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'grade', '2023', '好');
SELECT unit, period, value FROM ledger_form WHERE ledger = 'checklist' AND datum = 'grade' ORDER BY unit;
-- expect: b|2023|好
-- expect: v|2023|

-- refuse: assignment.off_catalogue | an item of another ledger
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @pro, @u_v, 'support');
-- refuse: assignment.off_catalogue | as its lead
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @reg, @u_v, 'lead');
-- refuse: assignment.off_catalogue | listed in a ledger that is nobody's catalogue
-- given:
INSERT INTO post(action, actor, at, item, ledger) VALUES ('enlist', 'x', '2023-04-01T00:00:00.000Z', @pro, @l_hazards);
-- try:
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @pro, @u_v, 'support');
-- refuse: assignment.off_catalogue | taken off the catalogue again
-- given:
INSERT INTO post(action, actor, at, item, ledger) VALUES ('enlist', 'x', '2023-04-01T00:00:00.000Z', @pro, @l_checklist);
INSERT INTO post(action, actor, at, item, ledger) VALUES ('delist', 'x', '2023-04-01T00:00:00.000Z', @pro, @l_checklist);
-- try:
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @pro, @u_v, 'support');
-- refuse: assignment.off_catalogue | in a ledger that is the catalogue of others
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'catalogue', 'town');
-- try:
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @h_reg, @u_v, 'support');
-- allow: | who is refused finds the catalogue, its edition and how to get in
SELECT ledger, title, edition FROM unit_catalogue WHERE unit = 'v';
INSERT INTO post(action, actor, at, item, ledger) VALUES ('enlist', 'x', '2023-04-01T00:00:00.000Z', @pro, @l_checklist);
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @pro, @u_v, 'support');
-- expect: checklist|清单|2023年版
-- allow: | an item of the catalogue itself
INSERT INTO post(action, actor, at, ledger, title, no) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'x', 'vx');
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @next, @u_v, 'lead');
-- allow: | a second catalogue is one, too
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'catalogue', 'village');
-- try:
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @h_reg, @u_v, 'support');
-- allow: | no catalogue any more
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'catalogue', NULL);
-- try:
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @pro, @u_v, 'support');
INSERT INTO post(action, actor, at, unit, field, period, new) VALUES ('fill', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'income', '2023', '1');
-- allow: | other units are asked for anything
INSERT INTO post(action, actor, at, item, unit, role) VALUES ('assign', 'x', '2023-04-01T00:00:00.000Z', @reg, @u_idle, 'support');

-- refuse: assignment.off_catalogue | taken off the catalogue while a unit that has it is assigned
-- given:
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_checklist);
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_v, 'support');
-- try:
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_checklist);
-- refuse: datum.choices | choices with commas of full width, which would be one
INSERT INTO post(action, actor, at, code, title, kind, detail) VALUES ('add_datum', 'x', '2023-04-01T00:00:00.000Z', 'sort', '类型', 'choice', '甲，乙');
-- refuse: assignment.off_catalogue | a series led by a unit that has its catalogue elsewhere
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, unit) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'q1', '月报', 'monthly', '25', '2023-04', @u_v);
