-- Counters: the rule and the fold of an occurrence that is counted, behind the views rare_rule and rare_fold.

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
