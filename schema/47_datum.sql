-- One table: the rules and folds of data and what is filled in, behind the views rare_rule and rare_fold; and how people read them.

CREATE TRIGGER rare_rule_datum INSTEAD OF INSERT ON rare_rule
  WHEN NEW.action = 'add_datum' OR NEW.action = 'list_datum' OR NEW.action = 'fill' OR NEW.action = 'correct'
BEGIN
  SELECT CASE
    WHEN coalesce(NEW.item, NEW.state, NEW.due, NEW.risk, NEW.percent, NEW.value, NEW.role, NEW.officer, NEW.happened_on, NEW.no, NEW.due_text, NEW.parent, NEW.uid,
      NEW.workflow, NEW.required, NEW.series) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.action = 'add_datum' THEN CASE
      WHEN coalesce(NEW.ledger, NEW.unit, NEW.field, NEW.old, NEW.new, NEW.period) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
      WHEN NEW.code IS NULL OR NEW.code GLOB '*[^a-z0-9_]*' OR NEW.code NOT GLOB '[a-z]*' OR NEW.title IS NULL THEN RAISE(ABORT, 'tl:datum.code')
      WHEN EXISTS (SELECT 1 FROM datum WHERE code = NEW.code) THEN RAISE(ABORT, 'tl:datum.code_taken')
      WHEN NEW.kind IS NULL OR NOT (NEW.kind = 'text' OR NEW.kind = 'integer' OR NEW.kind = 'number' OR NEW.kind = 'date' OR NEW.kind = 'choice'
        OR NEW.kind = 'unit') THEN RAISE(ABORT, 'tl:datum.type')
      WHEN (NEW.kind = 'choice') <> (NEW.detail IS NOT NULL) OR ',' || NEW.detail || ',' GLOB '*,[ ,]*' OR NEW.detail || ',' GLOB '* ,*' OR NEW.detail GLOB '*[，、]*' THEN RAISE(ABORT, 'tl:datum.choices') END
    WHEN coalesce(NEW.code, NEW.title, NEW.kind, NEW.detail, NEW.source) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.field IS NULL OR NOT EXISTS (SELECT 1 FROM datum WHERE code = NEW.field) THEN RAISE(ABORT, 'tl:datum.none')
    WHEN NEW.action = 'list_datum' THEN CASE
      WHEN coalesce(NEW.unit, NEW.old, NEW.new, NEW.period) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
      WHEN NEW.ledger IS NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) THEN RAISE(ABORT, 'tl:ledger.id')
      WHEN EXISTS (SELECT 1 FROM ledger_datum WHERE ledger = NEW.ledger AND datum = NEW.field) THEN RAISE(ABORT, 'tl:datum.listed') END
    WHEN NEW.ledger IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.unit IS NULL OR NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.id')
    WHEN NEW.period IS NULL THEN RAISE(ABORT, 'tl:datum.period')
    WHEN NEW.new IS NULL THEN RAISE(ABORT, 'tl:datum.value')
    WHEN NEW.action = 'fill' THEN CASE
      WHEN NEW.old IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
      WHEN (SELECT retired FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.retired')
      -- A unit with a catalogue is asked only for what a catalogue lists.
      WHEN EXISTS (SELECT 1 FROM unit_catalogue WHERE unit_id = NEW.unit)
        AND NOT EXISTS (SELECT 1 FROM unit_catalogue c JOIN ledger_datum d ON d.ledger = c.ledger_id WHERE c.unit_id = NEW.unit AND d.datum = NEW.field)
        THEN RAISE(ABORT, 'tl:datum.off_catalogue')
      WHEN EXISTS (SELECT 1 FROM datum_value WHERE datum = NEW.field AND unit = NEW.unit AND period = NEW.period) THEN RAISE(ABORT, 'tl:datum.filled') END
    WHEN NOT EXISTS (SELECT 1 FROM datum_value WHERE datum = NEW.field AND unit = NEW.unit AND period = NEW.period) THEN RAISE(ABORT, 'tl:datum.unfilled')
    WHEN NEW.note IS NULL THEN RAISE(ABORT, 'tl:entry.note')
    WHEN NEW.old IS NOT (SELECT value FROM datum_value WHERE datum = NEW.field AND unit = NEW.unit AND period = NEW.period) THEN RAISE(ABORT, 'tl:entry.stale')
    WHEN NEW.new = NEW.old THEN RAISE(ABORT, 'tl:datum.same')
  END;
END;

CREATE TRIGGER rare_fold_datum INSTEAD OF INSERT ON rare_fold
  WHEN NEW.action = 'add_datum' OR NEW.action = 'list_datum' OR NEW.action = 'fill' OR NEW.action = 'correct'
BEGIN
  INSERT INTO datum(code, id, title, type, choices, source, entry)
    SELECT NEW.code, NEW.seq, NEW.title, NEW.kind, NEW.detail, NEW.source, NEW.seq WHERE NEW.action = 'add_datum';
  INSERT INTO ledger_datum(ledger, datum, rank, entry)
    SELECT NEW.ledger, NEW.field, (SELECT coalesce(max(rank), 0) + 1 FROM ledger_datum WHERE ledger = NEW.ledger), NEW.seq WHERE NEW.action = 'list_datum';
  INSERT INTO datum_value(datum, unit, period, value, filled, entry)
    SELECT NEW.field, NEW.unit, NEW.period, NEW.new, NEW.seq, NEW.seq WHERE NEW.action = 'fill';
  UPDATE datum_value SET value = NEW.new, entry = NEW.seq WHERE NEW.action = 'correct' AND datum = NEW.field AND unit = NEW.unit AND period = NEW.period;
  UPDATE ledger SET entry = NEW.seq WHERE id = NEW.ledger;
  UPDATE unit SET entry = NEW.seq WHERE id = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NOT CASE NEW.action
    WHEN 'add_datum' THEN EXISTS (SELECT 1 FROM datum WHERE code = NEW.code AND entry = NEW.seq)
    WHEN 'list_datum' THEN EXISTS (SELECT 1 FROM ledger_datum WHERE ledger = NEW.ledger AND datum = NEW.field AND entry = NEW.seq)
    ELSE EXISTS (SELECT 1 FROM datum_value WHERE datum = NEW.field AND unit = NEW.unit AND period = NEW.period AND entry = NEW.seq) END;
END;

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
