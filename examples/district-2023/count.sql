-- Counts what counts.tsv has for the day, each counter of the ledger by its number. Run by replay.sh, whose table step says the day, the actor
-- and the ledger.
CREATE TEMP TABLE occurrence(date TEXT, counter TEXT, value TEXT);
.mode tabs
.import --skip 1 counts.tsv occurrence
INSERT INTO post(at, actor, action, item, value, note)
SELECT s.at, s.actor, 'count', i.id, o.value, substr(o.date, 1, 7) || '汇总'
FROM occurrence o JOIN step s ON substr(s.at, 1, 10) = o.date JOIN item i ON i.ledger = s.ledger AND i.no = o.counter;
