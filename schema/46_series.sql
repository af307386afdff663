-- Series: their rules and folds, behind the views rare_rule and rare_fold like all that is rare; and how people read them.

CREATE TRIGGER rare_rule_series INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'add_series' OR NEW.action = 'end_series' BEGIN
  SELECT CASE
    WHEN coalesce(NEW.item, NEW.state, NEW.due, NEW.risk, NEW.percent, NEW.value, NEW.role, NEW.officer, NEW.happened_on, NEW.no, NEW.due_text, NEW.old, NEW.source,
      NEW.parent, NEW.workflow, NEW.required) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.action = 'end_series' THEN CASE
      WHEN coalesce(NEW.unit, NEW.code, NEW.title, NEW.detail, NEW.uid, NEW.kind, NEW.field, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
      WHEN NEW.ledger IS NOT (SELECT ledger FROM series WHERE id = NEW.series) OR NEW.ledger IS NULL THEN RAISE(ABORT, 'tl:series.id')
      WHEN (SELECT last_period FROM series WHERE id = NEW.series) IS NOT NULL THEN RAISE(ABORT, 'tl:series.ended')
      WHEN EXISTS (SELECT 1 FROM item WHERE series = NEW.series AND period > NEW.period) THEN RAISE(ABORT, 'tl:series.made') END
    WHEN NEW.seq = -1 OR NEW.series IS NOT NEW.seq THEN RAISE(ABORT, 'tl:series.id')
    WHEN NEW.ledger IS NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) THEN RAISE(ABORT, 'tl:ledger.id')
    WHEN NEW.unit IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.id')
    WHEN (SELECT retired FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.retired')
    WHEN EXISTS (SELECT 1 FROM unit_catalogue WHERE unit_id = NEW.unit) AND NOT EXISTS (SELECT 1 FROM unit_catalogue WHERE unit_id = NEW.unit AND ledger_id = NEW.ledger)
      THEN RAISE(ABORT, 'tl:assignment.off_catalogue')
    WHEN NEW.code IS NULL OR NEW.title IS NULL OR length(NEW.title) > 1980 THEN RAISE(ABORT, 'tl:series.code')
    WHEN EXISTS (SELECT 1 FROM series WHERE code = NEW.code) THEN RAISE(ABORT, 'tl:series.code_taken')
    WHEN NEW.uid IS NULL THEN RAISE(ABORT, 'tl:item.uid')
    WHEN NEW.kind IS NULL OR NOT (NEW.kind = 'monthly' OR NEW.kind = 'quarterly' OR NEW.kind = 'yearly' OR NEW.kind = 'days') THEN RAISE(ABORT, 'tl:series.cycle')
    WHEN NEW.field IS NOT NULL AND NOT (NEW.field = 'before' OR NEW.field = 'after') THEN RAISE(ABORT, 'tl:series.adjust')
    -- 2024 is a leap year, so that 02-29 is a day of it.
    WHEN NEW.new IS NULL OR NOT CASE NEW.kind WHEN 'yearly' THEN length(NEW.new) = 5 AND strftime('%m-%d', julianday('2024-' || NEW.new)) IS NEW.new
      ELSE NEW.new GLOB '[1-9]*' AND NEW.new NOT GLOB '*[^0-9]*' AND length(NEW.new) <= 3 AND (NEW.kind = 'days' OR CAST(NEW.new AS INTEGER) <= 31) END THEN RAISE(ABORT, 'tl:series.day')
  END;
END;

CREATE TRIGGER rare_rule_occurrence INSTEAD OF INSERT ON rare_rule
  WHEN coalesce(NEW.series, NEW.period) IS NOT NULL AND NOT (NEW.action = 'add_series' OR NEW.action = 'end_series' OR NEW.action = 'fill' OR NEW.action = 'correct')
BEGIN
  SELECT CASE
    WHEN NEW.action <> 'register' THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.series IS NULL OR NEW.ledger IS NOT (SELECT ledger FROM series WHERE id = NEW.series) THEN RAISE(ABORT, 'tl:series.id')
    WHEN CASE WHEN NEW.period GLOB '*-Q?' THEN substr(NEW.period, 1, 5) || printf('%02d', 3 * CAST(substr(NEW.period, 7) AS INTEGER) - 2) || '-01'
      ELSE substr(NEW.period || '-01-01', 1, 10) END > date(NEW.at, (SELECT utc_offset FROM book), '+1 year') THEN RAISE(ABORT, 'tl:series.ahead')
    WHEN EXISTS (SELECT 1 FROM item WHERE series = NEW.series AND period = NEW.period) THEN RAISE(ABORT, 'tl:series.twice')
    WHEN NEW.due IS NULL THEN RAISE(ABORT, 'tl:item.due')
    WHEN NEW.uid IS NOT (SELECT substr(uid, 1, 12) || lower(hex(NEW.period)) || substr('00000000000000000000', 1, 20 - 2 * length(NEW.period)) FROM series WHERE id = NEW.series)
      THEN RAISE(ABORT, 'tl:series.uid')
  END;
END;

CREATE TRIGGER rare_rule_period INSTEAD OF INSERT ON rare_rule
  WHEN NEW.action = 'add_series' OR NEW.action = 'end_series' OR (NEW.action = 'register' AND NEW.series IS NOT NULL)
BEGIN
  -- A period as the cycle has it; of a series by days one that begins a whole number of periods away from the first. Before the first one only a series
  -- ends: then it has none.
  SELECT RAISE(ABORT, 'tl:series.period') FROM (
    SELECT NEW.kind AS cycle, NULL AS starts_on, NULL AS day, NULL AS first_period, NULL AS last_period WHERE NEW.action = 'add_series'
    UNION ALL SELECT cycle, starts_on, day, first_period, last_period FROM series WHERE id = NEW.series AND NEW.action <> 'add_series') s
  WHERE NEW.period IS NULL OR NEW.period < '1900' OR NOT CASE s.cycle WHEN 'monthly' THEN NEW.period GLOB '????-[01]?' WHEN 'quarterly' THEN NEW.period GLOB '????-Q?'
      WHEN 'yearly' THEN length(NEW.period) = 4
      WHEN 'days' THEN length(NEW.period) = 10 AND coalesce((julianday(NEW.period) - julianday(s.starts_on)) % CAST(s.day AS INTEGER) = 0, true) ELSE true END
    OR (NEW.action = 'register' AND (NEW.period < s.first_period OR NEW.period > s.last_period));
END;

CREATE TRIGGER rare_fold_series INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'add_series' OR NEW.action = 'end_series' BEGIN
  INSERT INTO series(id, uid, ledger, code, title, detail, unit, cycle, day, adjust, first_period, starts_on, entry)
    SELECT NEW.seq, NEW.uid, NEW.ledger, NEW.code, NEW.title, NEW.detail, NEW.unit, NEW.kind, NEW.new, NEW.field, NEW.period,
      CASE NEW.kind WHEN 'quarterly' THEN substr(NEW.period, 1, 5) || printf('%02d', 3 * CAST(substr(NEW.period, 7) AS INTEGER) - 2) || '-01'
        ELSE substr(NEW.period || '-01-01', 1, 10) END, NEW.seq
    WHERE NEW.action = 'add_series';
  UPDATE series SET last_period = NEW.period, entry = NEW.seq WHERE NEW.action = 'end_series' AND id = NEW.series;
  UPDATE ledger SET entry = NEW.seq WHERE id = NEW.ledger;
  UPDATE unit SET entry = NEW.seq WHERE id = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE (SELECT entry FROM series WHERE id = NEW.series) IS NOT NEW.seq OR (SELECT entry FROM ledger WHERE id = NEW.ledger) IS NOT NEW.seq;
END;

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
