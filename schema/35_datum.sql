-- One table (一张表): a dictionary of data items, each filled in once for a unit and a period, whoever asks for it. Folds of the journal.

CREATE TABLE datum(
  -- 数据项. What units are asked for in figures and words; the contents are rows of datum_value.
  code TEXT PRIMARY KEY,        -- the name that people type; unique
  id INTEGER NOT NULL,          -- the seq of the entry that added it
  title TEXT NOT NULL,          -- the heading
  type TEXT NOT NULL            -- what its values must be, as in field
    CONSTRAINT datum_type CHECK (type = 'text' OR type = 'integer' OR type = 'number' OR type = 'date' OR type = 'choice' OR type = 'unit'),
  choices TEXT                  -- type choice: the possible values, with commas between
    CONSTRAINT datum_choices CHECK ((type = 'choice') = (choices IS NOT NULL)),
  source TEXT,                  -- the document that asks for it
  entry INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_datum(
  -- 表格数据项. Which ledgers (forms) list a datum: all of them show the one value.
  ledger INTEGER NOT NULL REFERENCES ledger,
  datum TEXT NOT NULL REFERENCES datum,
  rank INTEGER NOT NULL,        -- its place among the ledger's data
  entry INTEGER NOT NULL,
  PRIMARY KEY (ledger, datum)
) STRICT, WITHOUT ROWID;
CREATE TABLE datum_value(
  -- 填报内容. Filled in once; a mistake is corrected by another entry with its reason.
  datum TEXT NOT NULL REFERENCES datum,
  unit INTEGER NOT NULL REFERENCES unit,
  period TEXT NOT NULL,         -- 2023, 2023-Q1, 2023-06, 2023-06-30
  value TEXT NOT NULL,
  filled INTEGER NOT NULL,      -- the entry that filled it in
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  PRIMARY KEY (datum, unit, period)
) STRICT, WITHOUT ROWID;
CREATE INDEX datum_value_unit ON datum_value(unit, period);

CREATE VIEW unit_catalogue AS
  -- 清单. Which catalogues a unit has: the ledgers for units of its kind. It is asked only for what stands in one of them; whom assignment.off_catalogue
  -- or datum.off_catalogue refuses looks here: SELECT ledger, title, edition FROM unit_catalogue WHERE unit = 'sq1';
  SELECT u.code AS unit, u.kind, c.code AS ledger, c.title, c.edition, u.id AS unit_id, c.id AS ledger_id FROM unit u JOIN ledger c ON c.catalogue = u.kind;

CREATE TRIGGER datum_journal_insert BEFORE INSERT ON datum
  WHEN EXISTS (SELECT 1 FROM datum WHERE code = NEW.code) OR NEW.entry IS NOT NEW.id
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.id AND action = 'add_datum' AND code = NEW.code AND title = NEW.title AND kind = NEW.type AND detail IS NEW.choices AND source IS NEW.source)
BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER datum_journal_update BEFORE UPDATE ON datum BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER datum_journal_delete BEFORE DELETE ON datum BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER ledger_datum_journal_insert BEFORE INSERT ON ledger_datum
  WHEN EXISTS (SELECT 1 FROM ledger_datum WHERE ledger = NEW.ledger AND datum = NEW.datum) OR NEW.entry IS NOT (SELECT max(seq) FROM entry)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'list_datum' AND ledger = NEW.ledger AND field = NEW.datum)
BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER ledger_datum_journal_update BEFORE UPDATE ON ledger_datum BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER ledger_datum_journal_delete BEFORE DELETE ON ledger_datum BEGIN SELECT RAISE(ABORT, 'tl:datum.journal'); END;
CREATE TRIGGER datum_value_journal_insert BEFORE INSERT ON datum_value
  WHEN EXISTS (SELECT 1 FROM datum_value WHERE datum = NEW.datum AND unit = NEW.unit AND period = NEW.period) OR NEW.filled IS NOT NEW.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'fill' AND field = NEW.datum AND unit = NEW.unit AND period = NEW.period AND new = NEW.value)
BEGIN SELECT RAISE(ABORT, 'tl:datum_value.journal'); END;
CREATE TRIGGER datum_value_journal_update AFTER UPDATE ON datum_value
  WHEN NEW.datum <> OLD.datum OR NEW.unit <> OLD.unit OR NEW.period <> OLD.period OR NEW.filled <> OLD.filled OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'correct' AND field = OLD.datum AND unit = OLD.unit AND period = OLD.period AND new = NEW.value)
BEGIN SELECT RAISE(ABORT, 'tl:datum_value.journal'); END;
CREATE TRIGGER datum_value_journal_delete BEFORE DELETE ON datum_value BEGIN SELECT RAISE(ABORT, 'tl:datum_value.journal'); END;
