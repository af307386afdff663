-- The pairs of pairs.csv: its people become units of the organisation department, each pair an item with a mentor and a mentee.
-- Run by replay.sh, whose table step says the day, the actor and the ledger.
CREATE TEMP TABLE pair(no TEXT, mentor TEXT, mentor_name TEXT, mentee TEXT, mentee_name TEXT, since TEXT);
.import --csv --skip 1 pairs.csv pair
BEGIN IMMEDIATE;
INSERT INTO post(at, actor, action, code, title, kind, parent)
SELECT at, actor, 'add_unit', code, name, 'person', (SELECT id FROM unit WHERE code = 'zzb')
FROM (SELECT DISTINCT mentor AS code, mentor_name AS name FROM pair UNION SELECT mentee, mentee_name FROM pair), step;
INSERT INTO post(at, actor, action, ledger, no, title)
SELECT at, actor, 'register', ledger, no, mentor_name || '帮带' || mentee_name FROM pair, step;
CREATE TEMP VIEW paired AS
  SELECT i.id AS item, m.id AS mentor, n.id AS mentee, p.since, s.at, s.actor
  FROM pair p, step s JOIN item i ON i.ledger = s.ledger AND i.no = p.no JOIN unit m ON m.code = p.mentor JOIN unit n ON n.code = p.mentee;
INSERT INTO post(at, actor, action, item, unit, role) SELECT at, actor, 'assign', item, mentor, 'mentor' FROM paired;
INSERT INTO post(at, actor, action, item, unit, role) SELECT at, actor, 'assign', item, mentee, 'mentee' FROM paired;
INSERT INTO post(at, actor, action, item, field, new) SELECT at, actor, 'amend', item, 'since', since FROM paired;
COMMIT;
