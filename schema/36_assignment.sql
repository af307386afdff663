-- Assignments: a unit on an item in a role, with its own line. A fold of the journal; written only by the triggers of entry.

CREATE TABLE assignment(
  -- 责任分工. Closing an item never rewrites a unit's own line.
  item INTEGER NOT NULL REFERENCES item,
  unit INTEGER NOT NULL REFERENCES unit,
  role TEXT NOT NULL,           -- lead (牵头), responsible (责任), support (配合), mentor (帮带), mentee (被帮带); at most one lead an item
  officer TEXT,                 -- the person in the unit
  signed_at TEXT,               -- when the unit acknowledged
  percent TEXT,                 -- what the unit last reported
  value TEXT,                   -- or, of a counter, how many it counted
  completed_at TEXT,            -- when the unit completed its own line
  ended_at TEXT,                -- when the assignment was taken back; such a row stays, and is no assignment any more
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  PRIMARY KEY (item, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_unit ON assignment(unit, item, ended_at, role);

CREATE TRIGGER assignment_journal_insert BEFORE INSERT ON assignment
  WHEN EXISTS (SELECT 1 FROM assignment WHERE item = NEW.item AND unit = NEW.unit)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'assign' AND item = NEW.item AND unit = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
CREATE TRIGGER assignment_journal_update AFTER UPDATE ON assignment
  WHEN NEW.item <> OLD.item OR NEW.unit <> OLD.unit OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND item = OLD.item AND unit = OLD.unit)
BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
CREATE TRIGGER assignment_journal_delete BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
