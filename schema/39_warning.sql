-- Warnings: that an item's light was told to those who answer for it. A fold of the journal. Which are due stands in 73_warning.sql.

CREATE TABLE warning(
  -- 预警. Raised once for an item, a level and the due date in force: when the date moves it is armed again.
  item INTEGER NOT NULL REFERENCES item,
  level TEXT NOT NULL,          -- blue, yellow, red
  due TEXT NOT NULL,            -- the due date in force then; '' where there was none
  raised_at TEXT NOT NULL,
  acknowledged_at TEXT,         -- when it was acknowledged, and by whom
  acknowledged_by TEXT,
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  PRIMARY KEY (item, level, due)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER warning_journal_insert BEFORE INSERT ON warning
  WHEN EXISTS (SELECT 1 FROM warning WHERE item = NEW.item AND level = NEW.level AND due = NEW.due) OR coalesce(NEW.acknowledged_at, NEW.acknowledged_by) IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'warn' AND item = NEW.item AND kind = NEW.level AND coalesce(due, '') = NEW.due AND at = NEW.raised_at)
BEGIN SELECT RAISE(ABORT, 'tl:warning.journal'); END;
CREATE TRIGGER warning_journal_update AFTER UPDATE ON warning
  WHEN NEW.item <> OLD.item OR NEW.level <> OLD.level OR NEW.due <> OLD.due OR NEW.raised_at <> OLD.raised_at OR NEW.entry <= OLD.entry
    OR OLD.acknowledged_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'acknowledge_warning' AND item = OLD.item AND kind = OLD.level AND at = NEW.acknowledged_at AND actor = NEW.acknowledged_by)
BEGIN SELECT RAISE(ABORT, 'tl:warning.journal'); END;
CREATE TRIGGER warning_journal_delete BEFORE DELETE ON warning BEGIN SELECT RAISE(ABORT, 'tl:warning.journal'); END;
