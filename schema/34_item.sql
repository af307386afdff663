-- Items: the numbered rows that are to be closed out. A fold of the journal; written only by the triggers of entry.

CREATE TABLE item(
  -- 事项. Items form a tree: programme, task, measure or stage node.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that registered it
  uid TEXT NOT NULL,            -- 32 hex digits, random, for exchange between books
  ledger INTEGER NOT NULL REFERENCES ledger,
  no TEXT NOT NULL,             -- its number; unique in its ledger
  no_order TEXT NOT NULL,       -- sorts numbers as people do: 2 before 10, 3.9 before 3.10
  title TEXT NOT NULL,
  detail TEXT,                  -- target and measures
  source TEXT,                  -- where it comes from
  parent INTEGER REFERENCES item,
  officer TEXT,                 -- the leading official (领衔领导)
  state TEXT NOT NULL REFERENCES state,
  due TEXT,                     -- the due date in force; of a standing item the next review date
  baseline_due TEXT,            -- the first due date it had; never changed
  percent TEXT,                 -- the lead's last reported percentage
  value TEXT,                   -- the lead's last reported figure; of a counter how many were counted
  risk TEXT,                    -- high, medium, low
  lead INTEGER REFERENCES unit, -- the one unit in the lead
  started_on TEXT,              -- the day it was dispatched
  requested_at TEXT,            -- when close-out was requested: what completion counts from
  requester TEXT,               -- who requested it
  closed_at TEXT,
  suspended_from TEXT,          -- while suspended: the state to go back to
  suspended_on TEXT,            -- while suspended: the day the clock stopped
  asked_due TEXT,               -- the due date asked for by the extension request that is pending
  goal TEXT,                    -- standing: the goal of the present stage
  evidence INTEGER NOT NULL DEFAULT 0, -- how many pieces of evidence
  returned INTEGER NOT NULL DEFAULT 0, -- how many times it was returned, extended, urged, reopened
  extended INTEGER NOT NULL DEFAULT 0,
  urged INTEGER NOT NULL DEFAULT 0,
  reopened INTEGER NOT NULL DEFAULT 0,
  report INTEGER,               -- the entry of the last report
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  due_text TEXT,                -- how the due date was written, where that was not as a date: 6月底前; without a due date a standing rule: 长期坚持
  notice_on TEXT,               -- on public notice: the day it began; later by the days it was suspended meanwhile
  late_requests INTEGER NOT NULL DEFAULT 0, -- how many extensions were asked for after the due date
  series INTEGER REFERENCES series, -- the series of which it is an occurrence, and its period
  period TEXT,
  -- What lists are put in order by; computed, never stored but in indexes.
  risk_rank INTEGER NOT NULL AS (CASE risk WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END),
  due_order TEXT NOT NULL AS (coalesce(due, printf('~%015d', id))) -- what has no due date behind all that has one, as it was registered
) STRICT;
CREATE INDEX item_no ON item(ledger, no);
CREATE INDEX item_in_order ON item(ledger, no_order);
CREATE INDEX item_uid ON item(uid);
-- Each state of a ledger by number; several are merged.
CREATE INDEX item_state ON item(ledger, state, no_order);
-- What is open, by risk and soonest first: of a ledger and of the book. Any risk is four of these merged.
CREATE INDEX item_open ON item(ledger, risk_rank, due_order) WHERE state <> 'closed' AND state <> 'cancelled';
CREATE INDEX item_priority ON item(risk_rank, due_order) WHERE state <> 'closed' AND state <> 'cancelled';
-- What is open of a ledger by due date alone, with what statistics ask for.
CREATE INDEX item_open_due ON item(ledger, due, state, lead) WHERE state <> 'closed' AND state <> 'cancelled';
CREATE INDEX item_parent ON item(parent) WHERE parent IS NOT NULL;
CREATE INDEX item_series ON item(series, period) WHERE series IS NOT NULL;

CREATE VIEW no_order AS
  -- How an entry's number sorts: each run of digits without its leading zeros, led by a character that stands for its length; a number
  -- with leading zeros goes behind the one without.
  SELECT seq, CASE WHEN no NOT GLOB '*[^0-9]*' AND no NOT GLOB '0*' THEN char(32 + length(no)) || no ELSE (
    WITH RECURSIVE walk(rest, digits, done) AS (
      SELECT no, length(no) - length(ltrim(no, '0123456789')), ''
      UNION ALL
      SELECT substr(rest, max(digits, 1) + 1),
        length(substr(rest, max(digits, 1) + 1)) - length(ltrim(substr(rest, max(digits, 1) + 1), '0123456789')),
        done || iif(digits, char(32 + length(ltrim(substr(rest, 1, digits), '0'))) || ltrim(substr(rest, 1, digits), '0'), substr(rest, 1, 1))
      FROM walk WHERE rest <> '')
    SELECT done FROM walk WHERE rest = '') || iif(no GLOB '0[0-9]*' OR no GLOB '*[^0-9]0[0-9]*', char(1) || no, '') END AS no_order
  FROM entry;

CREATE TRIGGER item_journal_insert BEFORE INSERT ON item
  WHEN (SELECT action FROM entry WHERE seq = NEW.id) IS NOT 'register' OR NEW.entry IS NOT NEW.id OR EXISTS (SELECT 1 FROM item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'tl:item.journal'); END;
CREATE TRIGGER item_journal_update AFTER UPDATE ON item
  WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.ledger <> OLD.ledger OR NEW.entry <= OLD.entry
    OR (SELECT item FROM entry WHERE seq = NEW.entry) IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'tl:item.journal'); END;
CREATE TRIGGER item_journal_delete BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'tl:item.journal'); END;

CREATE TABLE value(
  -- 栏目内容. The custom fields of an item, one row each; an emptied one stays, as NULL.
  item INTEGER NOT NULL REFERENCES item,
  field TEXT NOT NULL,          -- field.code of the item's ledger
  value TEXT,
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER value_journal_insert BEFORE INSERT ON value
  WHEN EXISTS (SELECT 1 FROM value WHERE item = NEW.item AND field = NEW.field)
    OR NOT EXISTS (SELECT 1 FROM item i JOIN field f ON f.ledger = i.ledger WHERE i.id = NEW.item AND f.code = NEW.field)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'amend' AND item = NEW.item AND field = NEW.field AND new IS NEW.value)
BEGIN SELECT RAISE(ABORT, 'tl:value.journal'); END;
CREATE TRIGGER value_journal_update AFTER UPDATE ON value
  WHEN NEW.item <> OLD.item OR NEW.field <> OLD.field OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'amend' AND item = OLD.item AND field = OLD.field AND new IS NEW.value)
BEGIN SELECT RAISE(ABORT, 'tl:value.journal'); END;
CREATE TRIGGER value_journal_delete BEFORE DELETE ON value BEGIN SELECT RAISE(ABORT, 'tl:value.journal'); END;
