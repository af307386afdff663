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
