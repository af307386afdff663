-- Units: whoever can be answerable. A fold of the journal; written only by the triggers of entry.

CREATE TABLE unit(
  -- 责任单位. Department, sub-district, community, working group, post or person; units form a tree.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that added it
  code TEXT NOT NULL,           -- the short name that people type; unique
  name TEXT NOT NULL,           -- the full name; usable in place of the code where it is unique
  kind TEXT,                    -- what kind of unit, in the book's own words
  parent INTEGER REFERENCES unit,
  retired INTEGER NOT NULL DEFAULT 0, -- 1: takes no new assignments
  holder TEXT,                  -- of a post: who holds it now (appoint); its duties stay with the post when the person leaves
  entry INTEGER NOT NULL        -- the entry that last changed this row
) STRICT;
CREATE INDEX unit_code ON unit(code);
CREATE INDEX unit_name ON unit(name);
CREATE INDEX unit_parent ON unit(parent) WHERE parent IS NOT NULL;

-- A row of the present changes once for each entry that names it: its stamp must rise to such an entry. The triggers of entry
-- use the stamp up in the statement that adds the entry, so nobody else ever finds one unused.
CREATE TRIGGER unit_journal_insert BEFORE INSERT ON unit
  WHEN (SELECT action FROM entry WHERE seq = NEW.id) IS NOT 'add_unit' OR NEW.entry IS NOT NEW.id OR EXISTS (SELECT 1 FROM unit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'tl:unit.journal'); END;
CREATE TRIGGER unit_journal_update AFTER UPDATE ON unit
  WHEN NEW.id <> OLD.id OR NEW.entry <= OLD.entry OR (SELECT unit FROM entry WHERE seq = NEW.entry AND item IS NULL) IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'tl:unit.journal'); END;
CREATE TRIGGER unit_journal_delete BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, 'tl:unit.journal'); END;
