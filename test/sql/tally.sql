-- The tally: kept by the entries of items, while they are folded, and by nobody else.

-- refuse: tally.journal | a count changed
UPDATE tally SET closed = closed + 1;
-- refuse: tally.journal | a row added
INSERT INTO tally(month, ledger, unit) VALUES ('2099-01', @l_tasks, 0);
-- refuse: tally.journal | OR IGNORE, OR REPLACE
INSERT OR IGNORE INTO tally(month, ledger, unit) VALUES ('2099-01', @l_tasks, 0);
INSERT OR REPLACE INTO tally SELECT * FROM tally;
UPDATE OR REPLACE tally SET unit = 0;
-- refuse: tally.journal | ON CONFLICT DO UPDATE
INSERT INTO tally SELECT * FROM tally WHERE true ON CONFLICT DO UPDATE SET closed = 99;
-- refuse: tally.journal | taken away
DELETE FROM tally;
-- refuse: tally.journal | through the doors of the triggers
INSERT INTO tally_row VALUES ('2099-01', @l_tasks, 0);
INSERT INTO tally_change SELECT * FROM tally;
-- refuse: tally.journal | right behind an entry of an item
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'seen');
-- try:
UPDATE tally SET closed = closed + 1;
-- refuse: tally.journal | right behind an entry that is of no item
-- given:
INSERT INTO post(action, actor, at, code, title) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'tally', 'T');
-- try:
UPDATE tally SET closed = closed + 1;
-- refuse: tally.journal | the day of it moved on, back, taken away, added
UPDATE tally_day SET day = '2099-01-01';
UPDATE tally_day SET day = '2000-01-01';
DELETE FROM tally_day;
INSERT INTO tally_day VALUES (2, '2099-01-01');
INSERT OR REPLACE INTO tally_day VALUES (1, '2099-01-01');
-- refuse: tally.journal | what is overdue, through the door
INSERT INTO tally_overdue SELECT month, ledger, unit, 1 FROM tally;
-- refuse: tally.journal | on a new day, behind an entry that is of no item
-- given:
INSERT INTO post(action, actor, at, code, title) VALUES ('add_unit', 'x', '2099-04-01T00:00:00.000Z', 'tally', 'T');
-- try:
UPDATE tally SET overdue = overdue + 1;
UPDATE tally_day SET day = '2099-04-01';
-- allow: | the first change of an item on a later day counts what fell due meanwhile; an earlier day takes it away again
-- today: 2024-02-01
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2024-01-31T00:00:00.000Z', 'seen');
SELECT day FROM tally_day;
SELECT sum(overdue) = (SELECT count(*) FROM item_status WHERE light IS NOT NULL AND state <> 'standing' AND late) FROM temp.tally_part WHERE month = '';
SELECT sum(overdue) > 0 FROM tally WHERE month = '';
-- expect: 2024-01-31
-- expect: 1
-- expect: 1
-- allow: | the days before it
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2024-01-31T00:00:00.000Z', 'seen');
-- try:
-- today: 2023-02-01
SELECT sum(overdue) = (SELECT count(*) FROM item_status WHERE light IS NOT NULL AND state <> 'standing' AND late) FROM temp.tally_part WHERE month = '';
-- expect: 1
-- refuse: tally.journal | behind a warning, which does not change the item
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-30T16:00:00.000Z', 'red');
-- try:
UPDATE tally SET closed = closed + 1;
INSERT INTO tally(month, ledger, unit) VALUES ('2099-01', @l_tasks, 0);
-- refuse: tally.journal | behind the answer to it
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-30T16:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'acknowledge_warning', 'x', '2023-06-30T16:00:00.000Z', 'red');
-- try:
UPDATE tally SET closed = closed + 1;
INSERT INTO tally(month, ledger, unit) VALUES ('2099-01', @l_tasks, 0);
