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
  -- What a unit's lists are put in order by: the item's own, kept here by triggers, for an index is of one table.
  ledger INTEGER NOT NULL,
  no_order TEXT NOT NULL,
  open_due TEXT,                -- the item's due_order; NULL once it is closed or cancelled
  PRIMARY KEY (item, unit)
) STRICT, WITHOUT ROWID;
-- What a unit is assigned to: by number, and what is open of it, soonest first.
CREATE INDEX assignment_unit ON assignment(unit, ledger, no_order, role) WHERE ended_at IS NULL;
CREATE INDEX assignment_open ON assignment(unit, open_due) WHERE ended_at IS NULL AND open_due IS NOT NULL;

CREATE TRIGGER assignment_journal_insert BEFORE INSERT ON assignment
  WHEN EXISTS (SELECT 1 FROM assignment WHERE item = NEW.item AND unit = NEW.unit)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'assign' AND item = NEW.item AND unit = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
CREATE TRIGGER assignment_journal_update AFTER UPDATE OF item, unit, role, officer, signed_at, percent, value, completed_at, ended_at, entry ON assignment
  WHEN NEW.item <> OLD.item OR NEW.unit <> OLD.unit OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND item = OLD.item AND unit = OLD.unit)
BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
CREATE TRIGGER assignment_journal_delete BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;
CREATE TRIGGER assignment_item_update AFTER UPDATE OF ledger, no_order, open_due ON assignment
  WHEN NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.item AND ledger = NEW.ledger AND no_order = NEW.no_order
    AND iif(state = 'closed' OR state = 'cancelled', NULL, due_order) IS NEW.open_due)
BEGIN SELECT RAISE(ABORT, 'tl:assignment.journal'); END;

CREATE TRIGGER item_assignment_number AFTER UPDATE OF no_order, no ON item WHEN NEW.no_order <> OLD.no_order BEGIN
  UPDATE assignment SET no_order = NEW.no_order WHERE item = NEW.id;
END;
CREATE TRIGGER item_assignment_due AFTER UPDATE OF due, state ON item
  WHEN NEW.due_order <> OLD.due_order OR (NEW.state = 'closed' OR NEW.state = 'cancelled') <> (OLD.state = 'closed' OR OLD.state = 'cancelled')
BEGIN
  UPDATE assignment SET open_due = iif(NEW.state = 'closed' OR NEW.state = 'cancelled', NULL, NEW.due_order) WHERE item = NEW.id;
END;
