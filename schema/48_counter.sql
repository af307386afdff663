-- Counters: the rule and the fold of an occurrence that is counted, behind the views rare_rule and rare_fold.

CREATE TRIGGER rare_rule_count INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'count' AND NEW.item IS NOT NULL BEGIN
  SELECT CASE
    WHEN NEW.value IS NULL OR ltrim(NEW.value, '-') GLOB '*[^0-9]*' OR length(NEW.value) > 9 OR CAST(NEW.value AS INTEGER) = 0 THEN RAISE(ABORT, 'tl:counter.value')
    -- What was counted wrongly is taken back by a negative count with its reason; no counter goes below nothing.
    WHEN CAST(NEW.value AS INTEGER) < 0 AND NEW.note IS NULL THEN RAISE(ABORT, 'tl:counter.reason')
    WHEN CAST(NEW.value AS INTEGER) + coalesce((SELECT CAST(value AS INTEGER) FROM item WHERE id = NEW.item), 0) < 0
      OR (NEW.unit IS NOT NULL AND CAST(NEW.value AS INTEGER) + coalesce((SELECT CAST(value AS INTEGER) FROM assignment WHERE item = NEW.item AND unit = NEW.unit), 0) < 0)
      THEN RAISE(ABORT, 'tl:counter.below')
  END;
END;

CREATE TRIGGER rare_fold_count INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'count' BEGIN
  UPDATE item SET entry = NEW.seq, value = CAST(CAST(NEW.value AS INTEGER) + coalesce(CAST(value AS INTEGER), 0) AS TEXT) WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE assignment SET entry = NEW.seq, value = CAST(CAST(NEW.value AS INTEGER) + coalesce(CAST(value AS INTEGER), 0) AS TEXT) WHERE item = NEW.item AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NEW.unit IS NOT NULL AND changes() <> 1;
END;
