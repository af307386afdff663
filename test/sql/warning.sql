-- Early warning: raised once for an item, a level and the due date in force; acknowledged once; the ladder behind it.

-- Who is warned of what: the light, on the day of the entry.
-- refuse: warning.early | red on the due day
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-30T15:59:59.999Z', 'red');
-- allow: | red on the day after, in the book's own offset
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-30T16:00:00.000Z', 'red');
SELECT level, due, raised_at, acknowledged_at, entry = @next FROM warning;
-- expect: red|2023-06-30|2023-06-30T16:00:00.000Z||1
-- refuse: warning.early | yellow eight days before
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-22T00:00:00.000Z', 'yellow');
-- allow: | yellow seven days before
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-23T00:00:00.000Z', 'yellow');
-- refuse: warning.early | blue sixteen days before
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-14T00:00:00.000Z', 'blue');
-- allow: | blue fifteen days before
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-15T00:00:00.000Z', 'blue');
-- allow: | the thresholds are the ledger's: hazards are blue from 20 days on
INSERT INTO post(item, action, actor, at, kind) VALUES (@h_pro, 'warn', 'x', '2023-06-10T00:00:00.000Z', 'blue');
-- refuse: warning.early | red two days late, where the ledger says three
-- given:
INSERT INTO post(ledger, action, actor, at, field, new) VALUES (@l_tasks, 'amend_ledger', 'x', '2023-04-01T00:00:00.000Z', 'red_days', '3');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-02T00:00:00.000Z', 'red');
-- allow: | how far behind its time an item is, is left to whoever warns, where there is a percentage
INSERT INTO post(item, action, actor, at, kind) VALUES (@pro, 'warn', 'x', '2023-04-01T00:00:00.000Z', 'yellow');
-- refuse: warning.early | without a percentage nobody can say that it is behind
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-04-01T00:00:00.000Z', 'yellow');
-- refuse: warning.early | without a due date
INSERT INTO post(item, action, actor, at, kind) VALUES (@reg_nodue, 'warn', 'x', '2033-04-01T00:00:00.000Z', 'red');
-- refuse: warning.early | blue without a due date
INSERT INTO post(item, action, actor, at, kind) VALUES (@k_reg, 'warn', 'x', '2033-04-01T00:00:00.000Z', 'blue');
-- refuse: warning.early | returned once is not red
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', 'x');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@rev, 'warn', 'x', '2023-04-01T00:00:00.000Z', 'red');
-- allow: | returned once is yellow, whatever the date
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, kind) VALUES (@rev, 'warn', 'x', '2023-04-01T00:00:00.000Z', 'yellow');
-- refuse: warning.early | in review the days are counted from the request
INSERT INTO post(item, action, actor, at, kind) VALUES (@rev, 'warn', 'x', '2023-12-01T00:00:00.000Z', 'red');
-- refuse: warning.early | suspended, from the day the clock stopped
INSERT INTO post(item, action, actor, at, kind) VALUES (@sus, 'warn', 'x', '2023-12-01T00:00:00.000Z', 'red');
-- refuse: warning.early | standing, before the review date
INSERT INTO post(item, action, actor, at, kind) VALUES (@sta, 'warn', 'x', '2023-09-30T00:00:00.000Z', 'red');
-- allow: | standing, the review date passed
INSERT INTO post(item, action, actor, at, kind) VALUES (@sta, 'warn', 'x', '2023-10-01T00:00:00.000Z', 'red');
-- refuse: item.move | a closed item
INSERT INTO post(item, action, actor, at, kind) VALUES (@clo, 'warn', 'x', '2023-12-01T00:00:00.000Z', 'red');
-- refuse: warning.level | green
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'green');
-- refuse: warning.level | no level
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z');
-- refuse: entry.extra | a column that a warning does not have
INSERT INTO post(item, action, actor, at, kind, new) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red', 'x');
-- refuse: entry.due | another due date than the one in force
INSERT INTO post(item, action, actor, at, kind, due) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red', '2023-06-29');
-- refuse: entry.state | a warning moves nothing
INSERT INTO post(item, action, actor, at, kind, state) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red', 'in_progress');

-- Once, and armed again.
-- refuse: warning.raised | a second time for the same due date
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'y', '2023-07-02T00:00:00.000Z', 'red');
-- refuse: warning.raised | nor after it was acknowledged
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-02T00:00:00.000Z', 'red');
-- allow: | what is due is raised by one statement, and then is due no more; the date moves, and it is due again
-- today: 2023-07-01
INSERT INTO post(item, action, actor, at, kind) SELECT item, 'warn', 'me', '2023-07-01T00:00:00.000Z', level FROM warning_due WHERE ledger = 'tasks' AND item <> @par;
SELECT count(*) FROM warning_due WHERE ledger = 'tasks' AND item <> @par;
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'li', '2023-07-01T00:00:00.000Z', '2023-07-10');
SELECT no, level, due, days_left FROM warning_due WHERE ledger = 'tasks' AND item <> @par;
SELECT no, level, due, in_force, waiting FROM warning_status WHERE item = @ext;
-- expect: 0
-- expect: ext|blue|2023-07-10|9
-- expect: ext|red|2023-06-30|0|0
-- allow: | what waits for somebody else is not warned of
-- today: 2023-07-10
SELECT group_concat(no, ' ') FROM (SELECT no FROM warning_due WHERE ledger = 'tasks' ORDER BY item);
SELECT no, light FROM item_status WHERE item IN (@rev, @sus, @sta) ORDER BY item;
-- expect: reg reg_led dis pro ext
-- expect: rev|green
-- expect: sta|grey
-- expect: sus|green

-- Acknowledging.
-- refuse: warning.level | a level that there is none of, acknowledged
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z', 'yelow');
-- refuse: warning.none | no warning at all
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z');
-- refuse: warning.none | none of this level
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z', 'yellow');
-- refuse: warning.none | a second time
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z', 'red');
-- refuse: entry.extra | a column that it does not have
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
INSERT INTO post(item, action, actor, at, kind, no) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z', 'red', '1');
-- allow: | without a level, the newest that waits; for a unit of the item
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-23T00:00:00.000Z', 'yellow'), (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-02T00:00:00.000Z', @u_a, '已知悉');
SELECT level, ifnull(acknowledged_at, '-'), ifnull(acknowledged_by, '-') FROM warning ORDER BY level;
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'acknowledge_warning', 'zhao', '2023-07-03T00:00:00.000Z');
SELECT level, acknowledged_by FROM warning ORDER BY level;
-- expect: red|2023-07-02T00:00:00.000Z|wang
-- expect: yellow|-|-
-- expect: red|wang
-- expect: yellow|zhao

-- The table itself, from a plain shell.
-- refuse: warning.journal | a warning that no entry raised
INSERT INTO warning(item, level, due, raised_at, entry) VALUES (@dis, 'red', '2023-06-30', '2023-07-01T00:00:00.000Z', @last);
-- refuse: warning.journal | OR IGNORE
INSERT OR IGNORE INTO warning(item, level, due, raised_at, entry) VALUES (@dis, 'red', '2023-06-30', '2023-07-01T00:00:00.000Z', @last);
-- refuse: item.journal | by the fold alone, with the newest entry
INSERT INTO rare_fold(seq, action, item, kind, at, due) VALUES (@last, 'warn', (SELECT item FROM entry WHERE seq = @last), 'red', '2023-07-01T00:00:00.000Z', '2023-06-30');
-- refuse: item.journal | by the fold alone, with an entry that is still to come
INSERT INTO rare_fold(seq, action, item, kind, at, due) VALUES (@next, 'warn', @dis, 'red', '2023-07-01T00:00:00.000Z', '2023-06-30');
-- refuse: warning.journal | a raised one replaced
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
REPLACE INTO warning(item, level, due, raised_at, entry) SELECT item, level, due, raised_at, entry FROM warning;
-- refuse: warning.journal | a raised one upserted
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
INSERT INTO warning(item, level, due, raised_at, entry) SELECT item, level, due, raised_at, entry FROM warning WHERE true ON CONFLICT DO UPDATE SET acknowledged_by = 'x';
-- refuse: warning.journal | removed, so that it could be raised again
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
DELETE FROM warning;
-- refuse: warning.journal | acknowledged without an entry
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
UPDATE warning SET acknowledged_at = '2023-07-01T00:00:00.000Z', acknowledged_by = 'wang';
-- refuse: warning.journal | OR REPLACE, with a stamp
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
UPDATE OR REPLACE warning SET acknowledged_at = '2023-07-01T00:00:00.000Z', acknowledged_by = 'x', entry = (SELECT max(seq) FROM entry);
-- refuse: warning.journal | its due date moved, so that it is armed again
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
-- try:
UPDATE warning SET due = '2023-06-29';
-- refuse: warning.journal | an acknowledgement taken back
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at) VALUES (@dis, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z');
-- try:
UPDATE warning SET acknowledged_at = NULL, acknowledged_by = NULL;
-- refuse: warning.journal | an acknowledgement put off to a later one of the same level
-- given:
INSERT INTO post(item, action, actor, at, kind) VALUES (@ext, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'acknowledge_warning', 'wang', '2023-07-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'li', '2023-07-01T00:00:00.000Z', '2023-07-10');
INSERT INTO post(item, action, actor, at, kind) VALUES (@ext, 'warn', 'x', '2023-07-11T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'acknowledge_warning', 'zhao', '2023-07-12T00:00:00.000Z');
-- try:
UPDATE warning SET acknowledged_at = e.at, acknowledged_by = e.actor, entry = e.seq FROM entry e WHERE e.seq = (SELECT max(seq) FROM entry) AND warning.due = '2023-06-30';

-- Past the guards, the checks find it.
-- allow: | a warning whose entry is of something else is found
CREATE TABLE kept(rule, place, found);
SAVEPOINT s;
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
DROP TRIGGER warning_journal_update;
UPDATE warning SET acknowledged_at = '2023-07-01T00:00:00.000Z';
SELECT rule, place, found FROM check_warning;
UPDATE warning SET acknowledged_at = NULL, level = 'blue';
SELECT rule, place, found FROM check_book;
ROLLBACK TO s;
RELEASE s;
-- expect: warning.journal|warning|red
-- expect: warning.journal|warning|blue

-- The ladder.
-- allow: | yellow: urge; a step of the ladder counts when it is taken after the warning
-- today: 2023-06-25
SELECT count(*) FROM escalation;
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'urge', 'li', '2023-06-24T00:00:00.000Z', '提前催办');
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-06-25T00:00:00.000Z', 'yellow');
SELECT no, step, lead, level, due, days_left, yellows, reds, warned_on, warned = @last + 2 FROM escalation;
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'urge', 'li', '2023-06-25T00:00:00.000Z', '请抓紧');
SELECT count(*) FROM escalation;
-- expect: 0
-- expect: dis|urge|b|yellow|2023-06-30|5|1|0|2023-06-25|1
-- expect: 0
-- allow: | the first red: notify; urging is not enough, a talk would be
-- today: 2023-07-01
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red'), (@pro, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red'), (@ext, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'urge', 'li', '2023-07-01T00:00:00.000Z', 'x'), (@pro, 'talk', 'li', '2023-07-01T00:00:00.000Z', 'x'), (@ext, 'notify', 'li', '2023-07-01T00:00:00.000Z', 'x');
SELECT no, step, reds FROM escalation;
-- expect: dis|notify|1
-- allow: | blue asks for nothing, nor does what was moved on, closed or waits for review
-- today: 2023-07-01
INSERT INTO post(item, action, actor, at, kind) VALUES (@h_pro, 'warn', 'x', '2023-06-12T00:00:00.000Z', 'blue');
INSERT INTO post(item, action, actor, at, kind) VALUES (@dis, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red'), (@pro, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red'), (@ext, 'warn', 'x', '2023-07-01T00:00:00.000Z', 'red');
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'wang', '2023-07-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'li', '2023-07-01T00:00:00.000Z', '2023-08-31');
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'cancel', 'li', '2023-07-01T00:00:00.000Z', 'x');
SELECT count(*) FROM escalation;
-- expect: 0
