-- Evidence: files and addresses that support a claim. A fold of the journal; written only by the triggers of entry.

CREATE TABLE evidence(
  -- 佐证材料.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that attached it
  item INTEGER NOT NULL REFERENCES item,
  unit INTEGER REFERENCES unit, -- the unit it comes from, if any
  title TEXT,                   -- what it is
  uri TEXT NOT NULL,            -- the file's path as it was given, or an address
  sha256 TEXT,                  -- of the file's bytes when it was attached; an address may have none
  size INTEGER                  -- the file's bytes
) STRICT;
CREATE INDEX evidence_item ON evidence(item);

CREATE TRIGGER evidence_journal_insert BEFORE INSERT ON evidence
  WHEN EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.id AND action = 'attach' AND item = NEW.item AND unit IS NEW.unit
      AND title IS NEW.title AND uri IS NEW.uri AND sha256 IS NEW.sha256 AND size IS NEW.size)
BEGIN SELECT RAISE(ABORT, 'tl:evidence.journal'); END;
CREATE TRIGGER evidence_journal_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'tl:evidence.journal'); END;
CREATE TRIGGER evidence_journal_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'tl:evidence.journal'); END;
