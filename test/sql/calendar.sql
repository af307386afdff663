-- The calendar of working days: it changes only by set_day. Due dates in words, and the default term that is counted by it.

-- refuse: calendar.journal | a day added around the journal
INSERT INTO calendar(day, working, entry) VALUES ('2023-10-01', 0, @next);
-- refuse: calendar.journal | with an entry of another kind
INSERT INTO calendar(day, working, entry) VALUES ('2023-10-01', 0, @last);
-- refuse: calendar.journal | with the entry of another day
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT INTO calendar(day, working, entry) VALUES ('2023-10-02', 0, @next);
-- refuse: calendar.journal | OR REPLACE: a holiday made a working day
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT OR REPLACE INTO calendar(day, working, entry) VALUES ('2023-10-01', 1, @next);
-- refuse: calendar.journal | OR IGNORE
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT OR IGNORE INTO calendar(day, working, entry) VALUES ('2023-10-01', 1, @next);
-- refuse: calendar.journal | ON CONFLICT DO UPDATE
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT INTO calendar(day, working, entry) VALUES ('2023-10-01', 0, @next) ON CONFLICT DO UPDATE SET working = 1;
-- refuse: calendar.journal | by UPDATE
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
UPDATE calendar SET working = 1;
-- refuse: calendar.journal | another document's name, with the stamp that is there
-- given:
INSERT INTO post(action, actor, at, happened_on, kind, source) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday', '文件甲');
-- try:
UPDATE calendar SET source = '文件乙', entry = entry;
-- refuse: calendar.journal | set back to the day's entry before, which is what the fold of that one did
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES
  ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'workday'), ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @next;
-- refuse: calendar.journal | by the fold alone, with an entry that is still to come
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
INSERT INTO rare_fold(seq, action, happened_on, kind) VALUES (@next + 1, 'set_day', '2023-10-01', 'workday');
-- refuse: calendar.journal | the day of a row
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
UPDATE OR REPLACE calendar SET day = '2023-10-02';
-- refuse: calendar.journal | removed
-- given:
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday');
-- try:
DELETE FROM calendar;

-- refuse: calendar.day | no day
INSERT INTO post(action, actor, at, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', 'holiday');
-- refuse: calendar.day | before 1900
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '1899-12-31', 'holiday');
-- refuse: entry.happened_on | no day of the calendar
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-02-30', 'holiday');
-- refuse: entry.happened_on | written otherwise
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-1', 'holiday');
-- refuse: calendar.kind | neither
INSERT INTO post(action, actor, at, happened_on) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01');
-- refuse: calendar.kind | something else
INSERT INTO post(action, actor, at, happened_on, kind) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', '休');
-- refuse: entry.extra | of a ledger
INSERT INTO post(action, actor, at, happened_on, kind, ledger) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday', @l_tasks);
-- refuse: entry.extra | with a due date in words
INSERT INTO post(action, actor, at, happened_on, kind, due_text) VALUES ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday', '6月底前');
-- refuse: entry.action | about an item
INSERT INTO post(item, action, actor, at, happened_on) VALUES (@pro, 'set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-03-01');
-- allow: | days, and one of them again: the last word counts
INSERT INTO post(action, actor, at, happened_on, kind, title, source) VALUES
  ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-01', 'holiday', '国庆节', '文件甲'), ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-08', 'holiday', NULL, '文件甲'),
  ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2023-10-08', 'workday', '调休', '文件甲'), ('set_day', 'x', '2023-04-01T00:00:00.000Z', '2024-01-01', 'holiday', '元旦', NULL);
SELECT year, source, holidays, workdays FROM calendar_year;
SELECT day, working, title FROM calendar;
-- expect: 2023|文件甲|1|1
-- expect: 2024||1|0
-- expect: 2023-10-01|0|国庆节
-- expect: 2023-10-08|1|调休
-- expect: 2024-01-01|0|元旦

-- The default term. National Day 2023: free from 29 September to 6 October, the 7th and 8th worked; a Saturday and Sunday.
-- allow: | in days
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term', '10');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'dispatch', 'x', '2023-09-28T01:00:00.000Z');
SELECT due, baseline_due, due_text FROM item WHERE id = @reg_nodue;
-- expect: 2023-10-08|2023-10-08|10日内
-- allow: | in working days, by Saturdays and Sundays alone
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term', '3'),
  ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term_working', '1');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'dispatch', 'x', '2023-09-28T01:00:00.000Z');
SELECT due FROM item WHERE id = @reg_nodue;
-- expect: 2023-10-03
-- allow: | in working days, over a holiday with 调休; the day begins at midnight where the book is kept
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term', '3'),
  ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term_working', '1');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(action, actor, at, happened_on, kind)
  SELECT 'set_day', 'x', '2023-04-01T00:00:00.000Z', date('2023-09-29', value || ' days'), iif(value < 8, 'holiday', 'workday') FROM generate_series(0, 9);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'dispatch', 'x', '2023-09-27T16:00:00.000Z');
SELECT due FROM item WHERE id = @reg_nodue;
-- expect: 2023-10-09
-- allow: | a due date that is there, or given, or a standing rule stays what it is
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'term', '3');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(item, action, actor, at, due_text) VALUES (@reg_nodue, 'amend', 'x', '2023-04-01T00:00:00.000Z', '长期坚持');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'dispatch', 'x', '2023-04-01T00:00:00.000Z'), (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');
SELECT due, due_text FROM item WHERE id IN (@reg_nodue, @reg_led) ORDER BY due;
-- expect: |长期坚持
-- expect: 2023-06-30|

-- Due dates in words: due and due_text go together.
-- refuse: entry.due | words with an action that sets no due date
INSERT INTO post(item, action, actor, at, note, due_text) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', 'x', '6月底前');
-- refuse: entry.due_text | blank
INSERT INTO post(item, action, actor, at, due, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31', ' ');
-- refuse: entry.due_text | longer than 200 characters
INSERT INTO post(item, action, actor, at, due, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31', printf('%.*c', 201, 'x'));
-- refuse: item.amend | with another field that is named
INSERT INTO post(item, action, actor, at, field, new, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'title', 'x', '6月底前');
-- refuse: item.amend | into the journal itself, where the due date is not among what changes
INSERT INTO entry(at, actor, action, item, state, due, field, old, new, no, title, due_text)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, 'title', title, 'x', no, 'x', '6月底前' FROM item WHERE id = @reg;
-- refuse: item.amend | a due date said to change that does not
INSERT INTO entry(at, actor, action, item, state, due, field, old, new, no, title)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, 'due', due, due, no, title FROM item WHERE id = @reg;
-- refuse: item.amend | the same due date again
INSERT INTO post(item, action, actor, at, due) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30');
-- refuse: item.due | a standing rule taken away while the item is out
-- given:
INSERT INTO post(item, action, actor, at, due_text, note) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '长期坚持', '改为长期');
-- try:
INSERT INTO post(item, action, actor, at, clear, note) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due', 'x');
-- refuse: entry.due | a standing rule in place of the due date, by dispatch
INSERT INTO post(item, action, actor, at, due_text) VALUES (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z', '长期坚持');
-- refuse: entry.due | by return
INSERT INTO post(item, action, actor, at, note, due_text) VALUES (@rev, 'return', 'x', '2023-04-01T00:00:00.000Z', 'x', '长期坚持');
-- refuse: item.extension_due | by a grant
INSERT INTO post(item, action, actor, at, due_text) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '长期坚持');
-- refuse: entry.request | the same request in other words
-- given:
INSERT INTO post(item, action, actor, at, due, due_text, request) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31', '7月底前', 'r');
-- try:
INSERT INTO post(item, action, actor, at, due, due_text, request) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31', '7月', 'r');
-- allow: | the words alone change, then go
INSERT INTO post(item, action, actor, at, due, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30', '上半年');
SELECT due, due_text FROM item_status WHERE item = @reg;
INSERT INTO post(item, action, actor, at, title) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '改名');
SELECT due, due_text FROM item_status WHERE item = @reg;
INSERT INTO post(item, action, actor, at, due) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30');
SELECT due, due_text, (SELECT field FROM entry WHERE seq = item_status.entry) FROM item_status WHERE item = @reg;
-- expect: 2023-06-30|上半年
-- expect: 2023-06-30|上半年
-- expect: 2023-06-30||due
-- allow: | a standing rule taken away while nobody has the item
INSERT INTO post(item, action, actor, at, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '长期坚持');
INSERT INTO post(item, action, actor, at, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due');
SELECT due IS NULL, due_text IS NULL, baseline_due FROM item WHERE id = @reg;
-- expect: 1|1|2023-06-30
-- allow: | what is granted as it was asked for is in the words of the request
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'refuse_extension', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, unit, note, due, due_text) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31', '年底前');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
SELECT due, due_text FROM item WHERE id = @ext;
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'suspend', 'x', '2023-04-02T00:00:00.000Z', 'x'), (@ext, 'resume', 'x', '2023-04-04T00:00:00.000Z', NULL);
SELECT due, due_text FROM item WHERE id = @ext;
-- expect: 2023-12-31|年底前
-- expect: 2024-01-02|
