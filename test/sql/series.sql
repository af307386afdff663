-- Series: their rules, that they change only by add_series and end_series, and that an occurrence is made once, as its series and period say.

-- refuse: series.journal | a series added around the journal
INSERT INTO series(id, uid, ledger, code, title, cycle, day, first_period, starts_on, entry) VALUES (@next, '000000000000000000000000000000aa', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '2023-01-01', @next);
-- refuse: series.journal | with an entry of another kind
INSERT INTO series(id, uid, ledger, code, title, cycle, day, first_period, starts_on, entry) VALUES (@last, '000000000000000000000000000000aa', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '2023-01-01', @last);
-- refuse: series.journal | OR REPLACE: another day for the series that is there
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT OR REPLACE INTO series(id, uid, ledger, code, title, cycle, day, first_period, starts_on, entry) VALUES (@next, '000000000000000000000000000000aa', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '2023-01-01', @next);
-- refuse: series.journal | OR IGNORE
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT OR IGNORE INTO series(id, uid, ledger, code, title, cycle, day, first_period, starts_on, entry) VALUES (@next, '000000000000000000000000000000aa', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '2023-01-01', @next);
-- refuse: series.journal | ON CONFLICT DO UPDATE
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO series(id, uid, ledger, code, title, cycle, day, first_period, starts_on, entry) VALUES (@next, '000000000000000000000000000000aa', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '2023-01-01', @next) ON CONFLICT DO UPDATE SET day = '25';
-- refuse: series.journal | by UPDATE
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
UPDATE series SET day = '25';
-- refuse: series.journal | with a later entry that is of something else
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'n');
-- try:
UPDATE series SET last_period = '2023-02', entry = @next + 1;
-- refuse: series.journal | with the entry that ended another series
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'b', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06');
-- try:
UPDATE series SET last_period = '2023-02', entry = @next + 2 WHERE id = @next + 1;
-- refuse: series.journal | the end taken back
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06');
-- try:
UPDATE series SET last_period = NULL;
-- refuse: series.journal | the end moved, with the stamp that is there
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06');
-- try:
UPDATE series SET last_period = '2023-12', entry = entry;
-- refuse: series.journal | another uid, of which the uids of its occurrences would be made
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
UPDATE OR REPLACE series SET uid = '000000000000000000000000000000aa';
-- refuse: series.journal | another number
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
UPDATE series SET id = id + 100;
-- refuse: series.journal | removed
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
DELETE FROM series;
-- refuse: series.journal | by the fold alone, with an entry that is still to come
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO rare_fold(seq, action, ledger, series, period) VALUES (@next + 1, 'end_series', @l_tasks, @next, '2023-06');
-- refuse: series.journal | its entry folded a second time
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @next;

-- refuse: series.code | no code
INSERT INTO post(action, actor, at, ledger, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '月排查', 'monthly', '31', '2023-01');
-- refuse: series.code | no title
INSERT INTO post(action, actor, at, ledger, code, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', 'monthly', '31', '2023-01');
-- refuse: series.code | a title so long that that of an item would not fit
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', replace(hex(zeroblob(991)), '0', 'x'), 'monthly', '31', '2023-01');
-- refuse: entry.code | a code with a slash
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'a/b', '月排查', 'monthly', '31', '2023-01');
-- refuse: series.code_taken | a code that is there
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '又', 'monthly', '31', '2023-01');
-- refuse: series.cycle | no cycle
INSERT INTO post(action, actor, at, ledger, code, title, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', '31', '2023-01');
-- refuse: series.cycle | a cycle that is not known
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'weekly', '31', '2023-01');
-- refuse: series.adjust | neither before nor after
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, field) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01', 'later');
-- refuse: series.day | no day
INSERT INTO post(action, actor, at, ledger, code, title, kind, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '2023-01');
-- refuse: series.day | day 0
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '0', '2023-01');
-- refuse: series.day | day 32
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '32', '2023-01');
-- refuse: series.day | a day below 0
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '-1', '2023-01');
-- refuse: series.day | half a day
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '1.5', '2023-01');
-- refuse: series.day | a leading 0
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '012', '2023-01');
-- refuse: series.day | letters
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '3x', '2023-01');
-- refuse: series.day | a day of the year in a month
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '12-31', '2023-01');
-- refuse: series.day | a day of the month in a year
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '32', '2023');
-- refuse: series.day | a day that no year has
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '02-30', '2023');
-- refuse: series.day | a month that there is not
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '13-01', '2023');
-- refuse: series.day | one figure
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '2-28', '2023');
-- refuse: series.day | more days than 999
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '1000', '2023-01-01');
-- refuse: series.period | no first period
INSERT INTO post(action, actor, at, ledger, code, title, kind, new) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25');
-- refuse: series.period | monthly from a quarter
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25', '2023-Q1');
-- refuse: series.period | monthly from a year
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25', '2023');
-- refuse: series.period | quarterly from a month
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'quarterly', '25', '2023-01');
-- refuse: series.period | yearly from a month
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '12-31', '2023-01');
-- refuse: series.period | days from a month
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '10', '2023-01');
-- refuse: series.period | before 1900
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25', '1899-01');
-- refuse: entry.period | no such period: 2023-13
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25', '2023-13');
-- refuse: entry.period | no such period: 2023-00
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '25', '2023-00');
-- refuse: entry.period | no such period: 2023-Q5
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'quarterly', '25', '2023-Q5');
-- refuse: entry.period | no such period: 2023-02-29
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '10', '2023-02-29');
-- refuse: entry.period | no such period: 20x3
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '12-31', '20x3');
-- refuse: entry.period | no such period: 3023
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '12-31', '3023');
-- refuse: series.id | a number of its own
INSERT INTO entry(seq, at, actor, action, ledger, code, title, kind, new, period, uid, series) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_series', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', '000000000000000000000000000000aa', 1);
-- refuse: item.uid | without a uid
INSERT INTO entry(seq, at, actor, action, ledger, code, title, kind, new, period, series) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_series', @l_tasks, 'yp', 't', 'monthly', '25', '2023-01', @next);
-- refuse: ledger.id | no ledger
INSERT INTO post(action, actor, at, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', 'yp', '月排查', 'monthly', '31', '2023-01');
-- refuse: ledger.id | no such ledger
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks + 100000, 'yp', '月排查', 'monthly', '31', '2023-01');
-- refuse: unit.id | no such unit
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, unit) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01', @u_b + 100000);
-- refuse: unit.retired | a unit that is retired
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, unit) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01', @u_r);
-- refuse: entry.extra | a due date
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, due) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01', '2023-06-30');
-- refuse: entry.extra | a source
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, source) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01', '文件');

-- refuse: series.id | no such series
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next + 100, '2023-06');
-- refuse: series.id | a series of another ledger
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period, ledger) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06', @l_hazards);
-- refuse: series.ended | ended twice
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-07');
-- refuse: series.period | a period of another kind
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-Q2');
-- refuse: series.period | no period
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next);
-- refuse: series.period | a day that begins no period
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '10', '2023-01-01');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-01-12');
-- refuse: series.made | before what was made
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-02');
-- refuse: entry.extra | a title
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period, title) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06', 't');
-- refuse: entry.extra | a day
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period, new) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06', '25');

-- refuse: series.id | no such series
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period, title, due, uid) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next + 100, '2023-03', 't', '2023-03-31', '000000000000000000000000000000aa');
-- refuse: series.id | in another ledger
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, @next, '2023-03');
-- refuse: series.id | a period without a series
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, period, title) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '2023-03', 't');
-- refuse: series.period | a series without a period
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, title, due, uid) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, 't', '2023-03-31', '000000000000000000000000000000aa');
-- refuse: series.period | before the first
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period, due) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2022-12', '2022-12-31');
-- refuse: series.period | behind the last
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2023-06');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-07');
-- refuse: series.period | of another kind
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period, due) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023', '2023-12-31');
-- refuse: series.period | a day that begins no period
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '10', '2023-01-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period, due) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-01-12', '2023-12-31');
-- refuse: series.ahead | more than a year ahead
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2024-05');
-- refuse: series.ahead | a quarter more than a year ahead
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'quarterly', '31', '2023-Q1');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2024-Q3');
-- refuse: series.ahead | a year more than a year ahead
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'yearly', '12-31', '2023');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2025');
-- refuse: series.ahead | so many days more than a year ahead
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'days', '1', '2023-04-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2024-04-02');
-- refuse: series.twice | made twice
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
-- refuse: series.twice | made twice, after the first one was cancelled
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
INSERT INTO post(item, action, actor, at, note) VALUES (@next + 1, 'cancel', 'x', '2023-04-01T00:00:00.000Z', '停办');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
-- refuse: series.uid | with a uid of its own
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period, uid) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03', '000000000000000000000000000000aa');
-- refuse: item.due | without a due date
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO entry(seq, at, actor, action, item, ledger, state, no, title, uid, series, period) SELECT @next + 1, '2023-04-01T00:00:00.000Z', 'x', 'register', @next + 1, @l_tasks, 'registered', 's', 't', substr(uid, 1, 12) || '323032332d3033000000', id, '2023-03' FROM series;
-- refuse: entry.extra | an action that has no series
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(item, action, actor, at, note, series, period) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'n', @next, '2023-01');
-- refuse: item.journal | an item given to a series around the journal
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
UPDATE item SET series = @next, period = '2023-01', entry = entry WHERE id = @pro;
-- refuse: item.journal | the period of an occurrence changed
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-03');
-- try:
UPDATE item SET period = '2023-01' WHERE series IS NOT NULL;

-- allow:  | in one statement, and once more: nothing more is made
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', ledger_id, series_id, period FROM series_status WHERE item IS NULL AND starts_on <= '2024-03-31';
INSERT INTO post(action, actor, at, ledger, series, period) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', ledger_id, series_id, period FROM series_status WHERE item IS NULL AND starts_on <= '2024-03-31';
SELECT period, due, title, state FROM item WHERE series IS NOT NULL AND (period < '2023-04' OR period > '2023-12') ORDER BY id;
-- expect: 2023-01|2023-01-31|月排查（2023-01）|registered
-- expect: 2023-02|2023-02-28|月排查（2023-02）|registered
-- expect: 2023-03|2023-03-31|月排查（2023-03）|registered
-- expect: 2024-01|2024-01-31|月排查（2024-01）|registered
-- expect: 2024-02|2024-02-29|月排查（2024-02）|registered
-- expect: 2024-03|2024-03-31|月排查（2024-03）|registered
-- allow:  | exactly a year ahead
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2024-04');
-- allow:  | a quarter has its due day in its last month; 02-29 of other years is 02-28; days count from the first
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'q', '月排查', 'quarterly', '31', '2023-Q4');
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'y', '月排查', 'yearly', '02-29', '2023');
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'd', '月排查', 'days', '100', '2023-12-01');
-- try:
SELECT period, starts_on, ends_on, due FROM series_period WHERE ends_on < '2024-07' ORDER BY series, starts_on;
-- expect: 2023-Q4|2023-10-01|2023-12-31|2023-12-31
-- expect: 2024-Q1|2024-01-01|2024-03-31|2024-03-31
-- expect: 2024-Q2|2024-04-01|2024-06-30|2024-06-30
-- expect: 2023|2023-01-01|2023-12-31|2023-02-28
-- expect: 2023-12-01|2023-12-01|2024-03-09|2024-03-09
-- expect: 2024-03-10|2024-03-10|2024-06-17|2024-06-17
-- allow:  | up to a year from the day it is, or from the last entry
-- today: 2031-03-01
SELECT day FROM series_horizon;
-- expect: 2032-03-01
-- allow:  | a due day that is free moves by the calendar; what is made keeps its day
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, field) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '30', '2023-01', 'before');
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period, field) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'n', '月排查', 'monthly', '29', '2023-01', 'after');
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-09-30', 'holiday'), ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-09-29', 'holiday');
-- try:
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @next, '2023-09');
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-29', 'workday');
SELECT due FROM item WHERE series IS NOT NULL;
SELECT period, due FROM series_period WHERE period BETWEEN '2023-09' AND '2023-10' ORDER BY period, series;
-- expect: 2023-09-28
-- expect: 2023-09|2023-09-28
-- expect: 2023-09|2023-10-02
-- expect: 2023-10|2023-10-30
-- expect: 2023-10|2023-10-29
-- allow:  | ended before its first period: it has none
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yp', '月排查', 'monthly', '31', '2023-01');
-- try:
INSERT INTO post(action, actor, at, series, period) VALUES ('end_series', 'x', '2023-04-01T00:00:00.000Z', @next, '2022-12');
SELECT count(*) FROM series_period;
-- expect: 0
-- allow:  | what is past and was not made is missed; done after its day it is late
-- today: 2023-04-01
-- given:
INSERT INTO post(action, actor, at, ledger, code, title, kind, new, period) VALUES ('add_series', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'yp', '月排查', 'monthly', '1', '2023-02');
INSERT INTO post(action, actor, at, ledger, series, period) VALUES ('register', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, @next, '2023-03');
INSERT INTO post(item, action, actor, at, field, new) VALUES (@next + 1, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'frequency', '每月');
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@next + 1, 'close', 'x', '2023-04-01T00:00:00.000Z', NULL);
SELECT period, outcome FROM series_status WHERE period < '2023-06';
SELECT made, done, late, missed, open FROM series_summary;
-- expect: 2023-02|missed
-- expect: 2023-03|late
-- expect: 2023-04|planned
-- expect: 2023-05|planned
-- expect: 1|0|1|1|0
