-- Ledgers and their custom fields. Folds of the journal; written only by the triggers of entry.

CREATE TABLE ledger(
  -- 台账 / 清单. A named register of items with one workflow and one policy.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that added it
  code TEXT NOT NULL,           -- the short name that people type, the first part of a REF; unique
  title TEXT NOT NULL,
  workflow TEXT NOT NULL REFERENCES workflow,
  template TEXT REFERENCES template,
  source TEXT,                  -- the source document
  evidence INTEGER NOT NULL,    -- policy, 1: evidence before close-out is requested (workflow simple: before it is closed)
  second_party INTEGER NOT NULL, -- policy, 1: who requested close-out may not close
  blue_days INTEGER NOT NULL DEFAULT 15, -- early warning: blue from so many days before the due date
  yellow_days INTEGER NOT NULL DEFAULT 7, -- yellow from so many days before it
  lag_points INTEGER NOT NULL DEFAULT 10, -- yellow, too, when progress is so many points behind the elapsed share of the time
  last_no INTEGER NOT NULL,     -- the largest whole number among its items' numbers; automatic numbers go on from it
  entry INTEGER NOT NULL        -- the entry that last changed this row
) STRICT;
CREATE INDEX ledger_code ON ledger(code);

CREATE TABLE field(
  -- 自定义栏目. What a ledger's items may bear beyond the columns of item; the contents are rows of value.
  ledger INTEGER NOT NULL REFERENCES ledger,
  code TEXT NOT NULL,           -- the name that people type
  rank INTEGER NOT NULL,        -- its place among the ledger's fields
  title TEXT NOT NULL,          -- the heading
  type TEXT NOT NULL            -- what its values must be
    CONSTRAINT field_type CHECK (type = 'text' OR type = 'integer' OR type = 'number' OR type = 'date' OR type = 'choice' OR type = 'unit'),
  required INTEGER NOT NULL DEFAULT 0, -- 1: must be filled in before dispatch (workflow simple: before close)
  choices TEXT                  -- type choice: the possible values, with commas between
    CONSTRAINT field_choices CHECK ((type = 'choice') = (choices IS NOT NULL)),
  entry INTEGER NOT NULL,
  PRIMARY KEY (ledger, code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_journal_insert BEFORE INSERT ON ledger
  WHEN (SELECT action FROM entry WHERE seq = NEW.id) IS NOT 'add_ledger' OR NEW.entry IS NOT NEW.id OR EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;
CREATE TRIGGER ledger_journal_update AFTER UPDATE ON ledger
  WHEN NEW.id <> OLD.id OR NEW.code <> OLD.code OR NEW.workflow <> OLD.workflow OR NEW.template IS NOT OLD.template
    OR NOT ((NEW.entry > OLD.entry AND (SELECT ledger FROM entry WHERE seq = NEW.entry) IS OLD.id)
      -- An item renumbered by amend can raise the last number, and nothing else, without a stamp.
      OR (NEW.entry = OLD.entry AND NEW.title = OLD.title AND NEW.source IS OLD.source AND NEW.evidence = OLD.evidence
        AND NEW.second_party = OLD.second_party AND NEW.blue_days = OLD.blue_days AND NEW.yellow_days = OLD.yellow_days
        AND NEW.lag_points = OLD.lag_points AND NEW.last_no > OLD.last_no
        AND NEW.last_no IS (SELECT CAST(e.no AS INTEGER) FROM entry e JOIN item i ON i.id = e.item
          WHERE e.seq = (SELECT max(seq) FROM entry) AND e.action = 'amend' AND i.ledger = OLD.id AND e.no NOT GLOB '*[^0-9]*' AND length(e.no) <= 18)))
BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;
CREATE TRIGGER ledger_journal_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;

CREATE TRIGGER field_journal_insert BEFORE INSERT ON field
  WHEN EXISTS (SELECT 1 FROM field WHERE ledger = NEW.ledger AND code = NEW.code)
    OR NEW.entry IS NOT (SELECT max(seq) FROM entry)
    OR NOT EXISTS (SELECT 1 FROM entry e WHERE e.seq = NEW.entry AND e.ledger = NEW.ledger AND (
      (e.action = 'add_field' AND e.field = NEW.code AND e.title = NEW.title AND e.kind = NEW.type)
      OR (e.action = 'add_ledger' AND EXISTS (SELECT 1 FROM template_field t WHERE t.template = e.kind
        AND t.code = NEW.code AND t.title = NEW.title AND t.type = NEW.type))))
BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
CREATE TRIGGER field_journal_update BEFORE UPDATE ON field BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
CREATE TRIGGER field_journal_delete BEFORE DELETE ON field BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
