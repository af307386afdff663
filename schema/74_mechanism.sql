-- What people read of series, counters, pairs and the one table. Derived; nothing here is stored.

CREATE VIEW series_status AS
  -- Each period of each series with its occurrence. due: of the occurrence, once it is made. outcome: done, late (done after its due date), missed (past due,
  -- and not done or never made), open, cancelled, planned (not made yet). What is to be made now: outcome 'planned' or 'missed' with item NULL. In plain SQL:
  -- INSERT INTO post(action, actor, ledger, series, period) SELECT 'register', 'me', ledger_id, series_id, period FROM series_status
  --   WHERE item IS NULL AND starts_on <= '2023-12-31';
  SELECT q.code AS series, l.code AS ledger, p.period, p.starts_on, p.ends_on, coalesce(s.due, p.due) AS due, s.ref, s.title, s.lead, s.state, s.completed_on,
    CASE WHEN s.state = 'closed' THEN iif(s.completed_on > s.due, 'late', 'done') WHEN s.state = 'cancelled' THEN 'cancelled'
      WHEN coalesce(s.due, p.due) < t.day THEN 'missed' WHEN s.item IS NULL THEN 'planned' ELSE 'open' END AS outcome,
    s.item, q.id AS series_id, q.ledger AS ledger_id, q.unit AS unit_id
  FROM series_period p JOIN series q ON q.id = p.series JOIN ledger l ON l.id = q.ledger CROSS JOIN today t
    LEFT JOIN item i ON i.series = p.series AND i.period = p.period LEFT JOIN item_status s ON s.item = i.id;

CREATE VIEW series_summary AS
  -- Each series with how its periods so far went: made, done, late, missed, open. Of periods that begin after today only those made are counted.
  SELECT q.code AS series, l.code AS ledger, q.title, q.cycle, q.day, q.adjust, (SELECT code FROM unit WHERE id = q.unit) AS lead, q.first_period, q.last_period,
    count(s.item) AS made, count(*) FILTER (WHERE s.outcome = 'done') AS done, count(*) FILTER (WHERE s.outcome = 'late') AS late,
    count(*) FILTER (WHERE s.outcome = 'missed') AS missed, count(*) FILTER (WHERE s.outcome = 'open') AS open, q.id AS series_id
  FROM series q JOIN ledger l ON l.id = q.ledger CROSS JOIN today t LEFT JOIN series_status s ON s.series_id = q.id AND (s.starts_on <= t.day OR s.item IS NOT NULL)
  GROUP BY q.id;

CREATE VIEW counter_status AS
  -- 计数. Each counter: an item of a ledger whose workflow counts. actual: the sum of what was counted; figure: as a report writes it, 270余次, 近50人;
  -- occurrences: how many entries, those that took something back among them.
  SELECT item, ref, ledger, no, title, measure, target, actual, qualifier,
    iif(qualifier = '近', qualifier, '') || actual || iif(qualifier <> '近', qualifier, '') || coalesce(measure, '') AS figure, occurrences, state
  FROM (
    SELECT i.id AS item, l.code || '/' || i.no AS ref, l.code AS ledger, i.no, i.title, (SELECT value FROM value WHERE item = i.id AND field = 'measure') AS measure,
      (SELECT value FROM value WHERE item = i.id AND field = 'target') AS target, coalesce(i.value, '0') AS actual,
      (SELECT value FROM value WHERE item = i.id AND field = 'qualifier') AS qualifier,
      (SELECT count(*) FROM entry e WHERE e.item = i.id AND e.action = 'count') AS occurrences, i.state
    FROM ledger l JOIN item i ON i.ledger = l.id WHERE EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = 'count'));

CREATE VIEW counter_period AS
  -- Each counter by month and unit (unit NULL: counted for none): the total of what happened in that month, and in how many entries. What was taken back
  -- stands in the month it happened in, or else was entered in. Years and quarters: GROUP BY substr(month, 1, 4) …
  SELECT s.item, s.ref, s.ledger, s.title, s.measure, substr(coalesce(e.happened_on, date(e.at, b.utc_offset)), 1, 7) AS month,
    (SELECT code FROM unit WHERE id = e.unit) AS unit, CAST(sum(CAST(e.value AS INTEGER)) AS TEXT) AS total, count(*) AS occurrences
  FROM counter_status s JOIN entry e ON e.item = s.item AND e.action = 'count' CROSS JOIN book b
  GROUP BY s.item, substr(coalesce(e.happened_on, date(e.at, b.utc_offset)), 1, 7), e.unit;

CREATE VIEW counter_rate AS
  -- 占比. A counter whose field denominator names another counter of its ledger (by number): both parts, and the rate in percent, rounded half up to two places;
  -- NULL where there is no such counter (denominator NULL, too), or nothing was counted there.
  SELECT s.item, s.ref, s.ledger, s.title, s.actual AS numerator, d.actual AS denominator, d.ref AS denominator_ref,
    CASE WHEN CAST(d.actual AS INTEGER) > 0 THEN printf('%d.%02d', (CAST(s.actual AS INTEGER) * 20000 + CAST(d.actual AS INTEGER)) / (2 * CAST(d.actual AS INTEGER)) / 100,
      (CAST(s.actual AS INTEGER) * 20000 + CAST(d.actual AS INTEGER)) / (2 * CAST(d.actual AS INTEGER)) % 100) END AS rate
  FROM counter_status s JOIN value v ON v.item = s.item AND v.field = 'denominator' AND v.value IS NOT NULL
    LEFT JOIN counter_status d ON d.ledger = s.ledger AND (d.no = v.value OR d.ref = v.value);

CREATE VIEW pair_status AS
  -- 帮带对子. An item whose assignments bear the roles mentor and mentee: one row for each two of them, as long as neither was taken back.
  SELECT i.id AS item, l.code || '/' || i.no AS ref, l.code AS ledger, i.no, i.title, m.code AS mentor, m.name AS mentor_name, n.code AS mentee, n.name AS mentee_name,
    (SELECT value FROM value WHERE item = i.id AND field = 'since') AS since, (SELECT value FROM value WHERE item = i.id AND field = 'until') AS until, i.state
  FROM assignment a JOIN assignment b ON b.item = a.item AND b.role = 'mentee' AND b.ended_at IS NULL JOIN item i ON i.id = a.item JOIN ledger l ON l.id = i.ledger
    JOIN unit m ON m.id = a.unit JOIN unit n ON n.id = b.unit
  WHERE a.role = 'mentor' AND a.ended_at IS NULL;

CREATE VIEW datum_status AS
  -- 一张表. What was filled in, once for datum, unit and period: by whom and when; corrected: how many times since. Whom datum.filled refuses looks here:
  -- SELECT value, filled_by, filled_on FROM datum_status WHERE datum = 'people' AND unit = 'sq1' AND period = '2023-Q1'; and, where that is wrong, posts
  -- INSERT INTO post(action, actor, field, unit, period, new, note) SELECT 'correct', 'me', 'people', id, '2023-Q1', '12', '漏报一户' FROM unit WHERE code = 'sq1';
  SELECT d.code AS datum, d.title, u.code AS unit, u.name, v.period, v.value, date(e.at, b.utc_offset) AS filled_on, e.actor AS filled_by, v.filled,
    (SELECT count(*) FROM entry c WHERE c.item IS NULL AND c.unit = v.unit AND c.action = 'correct' AND c.field = v.datum AND c.period = v.period) AS corrected, d.type, v.entry
  FROM datum_value v JOIN datum d ON d.code = v.datum JOIN unit u ON u.id = v.unit JOIN entry e ON e.seq = v.filled CROSS JOIN book b;

CREATE VIEW ledger_form AS
  -- 表格. Each ledger that lists data, with the one value of each, whichever ledger it was filled in for. value NULL: still to be filled in, by a unit that
  -- the ledger is the catalogue of, for a period for which others have.
  SELECT l.code AS ledger, f.rank, s.datum, s.title, s.unit, s.name, s.period, s.value, s.filled_on, s.filled_by, s.corrected, l.id AS ledger_id
  FROM ledger_datum f JOIN ledger l ON l.id = f.ledger JOIN datum_status s ON s.datum = f.datum
  UNION ALL
  SELECT l.code, f.rank, f.datum, d.title, u.code, u.name, p.period, NULL, NULL, NULL, NULL, l.id
  FROM ledger l JOIN unit u ON u.kind = l.catalogue AND NOT u.retired JOIN ledger_datum f ON f.ledger = l.id JOIN datum d ON d.code = f.datum
    JOIN (SELECT DISTINCT datum, period FROM datum_value) p ON p.datum = f.datum
  WHERE NOT EXISTS (SELECT 1 FROM datum_value v WHERE v.datum = f.datum AND v.unit = u.id AND v.period = p.period);
