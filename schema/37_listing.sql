-- Listings: an item in other ledgers than its own, under a number of its own in each, without a copy. A fold of the journal.

CREATE TABLE listing(
  -- 列入. The item stays one item: it is counted once, where it is at home.
  ledger INTEGER NOT NULL REFERENCES ledger, -- where it is listed, too
  item INTEGER NOT NULL REFERENCES item,
  no TEXT NOT NULL,             -- its number there; unique among the ledger's items and listings
  no_order TEXT NOT NULL,       -- as in item
  ended_at TEXT,                -- when it was taken off the list; such a row stays, and is no listing any more
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  PRIMARY KEY (ledger, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_no ON listing(ledger, no);
CREATE INDEX listing_item ON listing(item);

CREATE TRIGGER listing_journal_insert BEFORE INSERT ON listing
  WHEN EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND item = NEW.item)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'enlist' AND item = NEW.item AND ledger = NEW.ledger AND no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'tl:listing.journal'); END;
CREATE TRIGGER listing_journal_update AFTER UPDATE ON listing
  WHEN NEW.item <> OLD.item OR NEW.ledger <> OLD.ledger OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND item = OLD.item AND ledger = OLD.ledger
      AND ((action = 'enlist' AND no = NEW.no AND NEW.ended_at IS NULL) OR (action = 'delist' AND NEW.ended_at IS NOT NULL AND NEW.no = OLD.no)))
BEGIN SELECT RAISE(ABORT, 'tl:listing.journal'); END;
CREATE TRIGGER listing_journal_delete BEFORE DELETE ON listing BEGIN SELECT RAISE(ABORT, 'tl:listing.journal'); END;
