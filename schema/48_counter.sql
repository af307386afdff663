-- Counters: the rule and the fold of an occurrence that is counted, behind the views rare_rule and rare_fold; and how people read them.

CREATE TRIGGER rare_rule_count INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'count' AND NEW.item IS NOT NULL BEGIN
  SELECT CASE
    -- What is counted is said first: nobody can read a figure without its measure.
    WHEN EXISTS (SELECT 1 FROM item i JOIN field f ON f.ledger = i.ledger AND f.required WHERE i.id = NEW.item
      AND NOT EXISTS (SELECT 1 FROM value v WHERE v.item = i.id AND v.field = f.code AND v.value IS NOT NULL)) THEN RAISE(ABORT, 'tl:item.required_field')
    WHEN NEW.value IS NULL OR ltrim(NEW.value, '-') GLOB '*[^0-9]*' OR length(NEW.value) > 9 OR CAST(NEW.value AS INTEGER) = 0 THEN RAISE(ABORT, 'tl:counter.value')
    -- What was counted wrongly is taken back by a negative count with its reason, from the unit that it was counted for, or from what was counted for none.
    WHEN CAST(NEW.value AS INTEGER) < 0 AND NEW.note IS NULL THEN RAISE(ABORT, 'tl:counter.reason')
    WHEN CAST(NEW.value AS INTEGER) < 0 AND CAST(NEW.value AS INTEGER) + coalesce(iif(NEW.unit IS NULL,
        (SELECT CAST(value AS INTEGER) - (SELECT total(CAST(value AS INTEGER)) FROM assignment WHERE item = NEW.item) FROM item WHERE id = NEW.item),
        (SELECT CAST(value AS INTEGER) FROM assignment WHERE item = NEW.item AND unit = NEW.unit)), 0) < 0 THEN RAISE(ABORT, 'tl:counter.below')
    -- And in the month that it was counted in, or the totals of both months would be wrong.
    WHEN CAST(NEW.value AS INTEGER) < 0 AND CAST(NEW.value AS INTEGER) + (SELECT total(CAST(e.value AS INTEGER)) FROM entry e JOIN book b
      WHERE e.item = NEW.item AND e.action = 'count' AND e.unit IS NEW.unit
        AND substr(coalesce(e.happened_on, date(e.at, b.utc_offset)), 1, 7) = substr(coalesce(NEW.happened_on, date(NEW.at, b.utc_offset)), 1, 7)) < 0
      THEN RAISE(ABORT, 'tl:counter.month')
  END;
END;

CREATE TRIGGER rare_fold_count INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'count' BEGIN
  UPDATE item SET entry = NEW.seq, value = CAST(CAST(NEW.value AS INTEGER) + coalesce(CAST(value AS INTEGER), 0) AS TEXT) WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE assignment SET entry = NEW.seq, value = CAST(CAST(NEW.value AS INTEGER) + coalesce(CAST(value AS INTEGER), 0) AS TEXT) WHERE item = NEW.item AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NEW.unit IS NOT NULL AND changes() <> 1;
END;

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
  -- 占比. A counter whose field denominator names another counter of its ledger (by number or REF): both parts, and the rate in percent, rounded half up to two places;
  -- NULL where there is no such counter (denominator NULL, too), or nothing was counted there.
  SELECT s.item, s.ref, s.ledger, s.title, s.actual AS numerator, d.actual AS denominator, d.ref AS denominator_ref,
    CASE WHEN CAST(d.actual AS INTEGER) > 0 THEN printf('%d.%02d', (CAST(s.actual AS INTEGER) * 20000 + CAST(d.actual AS INTEGER)) / (2 * CAST(d.actual AS INTEGER)) / 100,
      (CAST(s.actual AS INTEGER) * 20000 + CAST(d.actual AS INTEGER)) / (2 * CAST(d.actual AS INTEGER)) % 100) END AS rate
  FROM counter_status s JOIN value v ON v.item = s.item AND v.field = 'denominator' AND v.value IS NOT NULL
    LEFT JOIN counter_status d ON d.ledger = s.ledger AND (d.no = v.value OR d.ref = v.value);
