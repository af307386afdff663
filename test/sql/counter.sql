-- Counters: what is counted is a whole number, is taken back with a reason and from where it was counted, and is the only way to the figure.

-- refuse: counter.value | nothing at all
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '0');
-- refuse: counter.value | minus nothing
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-0');
-- refuse: counter.value | half an occurrence
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '1.5');
-- refuse: counter.value | a real number
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', 2.0);
-- refuse: counter.value | a word
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '两次');
-- refuse: counter.value | ten digits
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '1000000000');
-- refuse: counter.value | empty
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '');
-- refuse: counter.value | two hyphens
INSERT INTO post(item, action, actor, at, value, note) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '--1', 'x');
-- refuse: entry_value | a number with zeros before it
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '007');
-- refuse: counter.value | an entry by hand that does not say how many
INSERT INTO entry(at, actor, action, item, state, due) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'count', @n_sta, 'standing', '2023-12-31');
-- refuse: counter.value | the same, OR REPLACE
INSERT OR REPLACE INTO entry(at, actor, action, item, state, due, value) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'count', @n_sta, 'standing', '2023-12-31', '0');

-- refuse: counter.reason | taken back without a word
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-1');
-- refuse: counter.reason | for a unit
INSERT INTO post(item, action, actor, at, value, unit) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-1', @u_a);

-- refuse: counter.below | more than was counted for none, though there is more in all
INSERT INTO post(item, action, actor, at, value, note) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-4', 'x');
-- refuse: counter.below | more than was counted for the unit
INSERT INTO post(item, action, actor, at, value, note, unit) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-6', 'x', @u_a);
-- refuse: counter.below | from a unit for which nothing was counted
INSERT INTO post(item, action, actor, at, value, note, unit) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '-1', 'x', @u_c);
-- refuse: counter.below | the first count
-- given:
INSERT INTO post(item, action, actor, at, field, new) VALUES (@n_bare, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'measure', '次');
-- try:
INSERT INTO post(item, action, actor, at, value, note) VALUES (@n_bare, 'count', 'x', '2023-04-01T00:00:00.000Z', '-1', 'x');
-- refuse: counter.below | by hand, OR IGNORE
INSERT OR IGNORE INTO entry(at, actor, action, item, state, due, value, note) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'count', @n_sta, 'standing', '2023-12-31', '-9', 'x');

-- refuse: item.required_field | nobody knows what is counted
INSERT INTO post(item, action, actor, at) VALUES (@n_bare, 'count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | before it stands
INSERT INTO post(item, action, actor, at) VALUES (@n_reg, 'count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | where nothing is counted
INSERT INTO post(item, action, actor, at) VALUES (@sta, 'count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.move | once it is closed
-- given:
INSERT INTO post(item, action, actor, at) VALUES (@n_sta, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: entry.item | no such counter
INSERT INTO post(item, action, actor, at) VALUES (4711, 'count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: entry.item | none at all
INSERT INTO post(action, actor, at) VALUES ('count', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: entry.unit | for a unit that is not assigned
INSERT INTO post(item, action, actor, at, unit) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', @u_g);
-- refuse: entry.figure | a percentage
INSERT INTO post(item, action, actor, at, percent) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '50');
-- refuse: entry.happened_later | counted before it happened
INSERT INTO post(item, action, actor, at, happened_on) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '2023-04-02');
-- refuse: entry.due | with another review date
INSERT INTO post(item, action, actor, at, due) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', '2024-12-31');
-- refuse: entry.state | leading on
INSERT INTO post(item, action, actor, at, state) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', 'closed');
-- refuse: item.expect | counted by somebody else meanwhile
INSERT INTO post(item, action, actor, at, expect) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', @e_count);
-- refuse: entry.request | the same request for another number
INSERT INTO post(item, action, actor, at, unit, value, request) VALUES (@n_sta, 'count', 'li', '2023-04-01T00:00:00.000Z', @u_a, '6', 'e_count');
-- refuse: entry.immutable | what was counted, changed
UPDATE entry SET value = '50' WHERE seq = @e_count;

-- refuse: item.journal | the figure, around the journal
UPDATE item SET value = '80' WHERE id = @n_sta;
-- refuse: item.journal | with the stamp it has
UPDATE item SET value = '80', entry = entry WHERE id = @n_sta;
-- refuse: assignment.journal | a unit's part of it
UPDATE assignment SET value = '50' WHERE item = @n_sta AND unit = @u_a;
-- refuse: item.journal | by the fold alone
INSERT INTO rare_fold(seq, action, item, value) VALUES (@next, 'count', @n_sta, '80');
-- refuse: item.journal | by the fold, once more the same entry
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @e_count;

-- refuse: counter.report | a report over the figure, in a workflow of one's own that counts and reports
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'tally', '自定计数',
  'assign registered registered - -' || char(10) || 'make_standing registered standing - note' || char(10) || 'count standing standing - -' || char(10)
  || 'report standing standing line note' || char(10) || 'close standing closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'tally', '自定计数', 'tally');
INSERT INTO post(ledger, action, actor, at, no, title) VALUES ((SELECT id FROM ledger WHERE code = 'tally'), 'register', 'x', '2023-04-01T00:00:00.000Z', 'own', 'x');
INSERT INTO post(item, action, actor, at, unit, role) VALUES ((SELECT id FROM item WHERE no = 'own'), 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'lead');
INSERT INTO post(item, action, actor, at, note, due) VALUES ((SELECT id FROM item WHERE no = 'own'), 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- try:
INSERT INTO post(item, action, actor, at, note, value) VALUES ((SELECT id FROM item WHERE no = 'own'), 'report', 'x', '2023-04-01T00:00:00.000Z', 'x', '12');
-- allow: | there what was counted shows, and a report without a figure is one
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T00:00:00.000Z', 'tally', '自定计数',
  'assign registered registered - -' || char(10) || 'make_standing registered standing - note' || char(10) || 'count standing standing - -' || char(10)
  || 'report standing standing line note' || char(10) || 'close standing closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'tally', '自定计数', 'tally');
INSERT INTO post(ledger, action, actor, at, no, title) VALUES ((SELECT id FROM ledger WHERE code = 'tally'), 'register', 'x', '2023-04-01T00:00:00.000Z', 'own', 'x');
INSERT INTO post(item, action, actor, at, unit, role) VALUES ((SELECT id FROM item WHERE no = 'own'), 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'lead');
INSERT INTO post(item, action, actor, at, note, due) VALUES ((SELECT id FROM item WHERE no = 'own'), 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at) VALUES ((SELECT id FROM item WHERE no = 'own'), 'count', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, note) VALUES ((SELECT id FROM item WHERE no = 'own'), 'report', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT ref, figure FROM counter_status WHERE ledger = 'tally';
-- expect: tally/own|1

-- allow: | what was counted, by month and unit; the day is the book's own
INSERT INTO post(item, action, actor, at) VALUES (@n_sta, 'count', 'x', '2023-03-31T17:00:00.000Z');
INSERT INTO post(item, action, actor, at, value, unit, note, happened_on) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', -5, @u_a, '重复', '2023-02-28');
SELECT figure, actual, occurrences FROM counter_status WHERE item = @n_sta;
SELECT month, ifnull(unit, '-'), total, occurrences FROM counter_period WHERE item = @n_sta ORDER BY 1, 2;
SELECT value FROM assignment WHERE item = @n_sta AND unit = @u_a;
-- expect: 4人次|4|4
-- expect: 2023-02|a|0|2
-- expect: 2023-03|-|3|1
-- expect: 2023-04|-|1|1
-- expect: 0
-- allow: | the unit comes back, and what was counted for it is part of the figure still
INSERT INTO post(item, action, actor, at, unit) VALUES (@n_sta, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a);
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@n_sta, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'lead');
INSERT INTO post(item, action, actor, at, unit, value, note, happened_on) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', @u_a, '-2', 'x', '2023-02-28');
SELECT figure FROM counter_status WHERE item = @n_sta;
-- expect: 6人次
-- allow: | the words of a figure: 近 stands before it, 余 and 多 behind
INSERT INTO post(item, action, actor, at, field, new) VALUES (@n_sta, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'qualifier', '近');
SELECT figure FROM counter_status WHERE item = @n_sta;
INSERT INTO post(item, action, actor, at, field, new) VALUES (@n_sta, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'qualifier', '余');
SELECT figure FROM counter_status WHERE item = @n_sta;
SELECT figure FROM counter_status WHERE item = @n_bare;
-- expect: 近8人次
-- expect: 8余人次
-- expect: 0
-- allow: | a rate is rounded half up, and says what it is a share of
INSERT INTO post(item, action, actor, at, field, new) VALUES (@n_bare, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'measure', '次'),
  (@n_bare, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'denominator', 'n_sta'), (@n_sta, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'denominator', 'n_bare');
SELECT title, numerator, denominator, ifnull(rate, '-') FROM counter_rate ORDER BY item;
INSERT INTO post(item, action, actor, at) VALUES (@n_bare, 'count', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, value) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', 192);
SELECT title, numerator, denominator, denominator_ref, rate FROM counter_rate ORDER BY item;
-- expect: 约谈|8|0|-
-- expect: 调研|0|8|0.00
-- expect: 约谈|200|1|counters/n_bare|20000.00
-- expect: 调研|1|200|counters/n_sta|0.50
-- allow: | grey until its review date has passed; open and standing in the statistics, and with no due date there
-- today: 2023-12-31
SELECT light, late, days_left FROM item_status WHERE item = @n_sta;
SELECT total, open, standing, open_with_due, overdue, completion, grey FROM ledger_summary WHERE ledger = 'counters';
-- expect: grey|0|0
-- expect: 3|3|2|0|0|0.00|3
-- allow: | the day after it is red, and still no overdue item
-- today: 2024-01-01
SELECT light, late, days_left FROM item_status WHERE item = @n_sta;
SELECT total, open, standing, open_with_due, overdue, red, grey FROM ledger_summary WHERE ledger = 'counters';
-- expect: red|1|-1
-- expect: 3|3|2|0|0|2|1

-- refuse: counter.month | taken back in another month than it was counted in
INSERT INTO post(item, action, actor, at, unit, value, note) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', @u_a, '-2', '误记');
-- allow: | in that month
INSERT INTO post(item, action, actor, at, unit, value, note, happened_on) VALUES (@n_sta, 'count', 'x', '2023-04-01T00:00:00.000Z', @u_a, '-2', '误记', '2023-02-27');
SELECT month, unit, total FROM counter_period WHERE item = @n_sta AND unit = 'a';
-- expect: 2023-02|a|3
