-- The calendar: which days are worked, where that is not simply Monday to Friday. A fold of the journal; written only by the triggers of entry.

CREATE TABLE calendar(
  -- 工作日历. Holidays, and the weekends worked to make up for them (调休). A day without a row is worked if it is no Saturday or Sunday.
  day TEXT PRIMARY KEY,         -- 2023-10-01
  working INTEGER NOT NULL,     -- 1: worked; 0: free
  title TEXT,                   -- why: 国庆节
  source TEXT,                  -- the document it stands in, which is how a calendar is called
  entry INTEGER NOT NULL        -- the entry that last set this day
) STRICT, WITHOUT ROWID;

CREATE TRIGGER calendar_journal_insert BEFORE INSERT ON calendar
  WHEN EXISTS (SELECT 1 FROM calendar WHERE day = NEW.day)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'set_day' AND happened_on = NEW.day AND (kind = 'workday') = NEW.working)
BEGIN SELECT RAISE(ABORT, 'tl:calendar.journal'); END;
CREATE TRIGGER calendar_journal_update AFTER UPDATE ON calendar
  WHEN NEW.day <> OLD.day OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'set_day' AND happened_on = NEW.day AND (kind = 'workday') = NEW.working)
BEGIN SELECT RAISE(ABORT, 'tl:calendar.journal'); END;
CREATE TRIGGER calendar_journal_delete BEFORE DELETE ON calendar BEGIN SELECT RAISE(ABORT, 'tl:calendar.journal'); END;

CREATE VIEW calendar_year AS
  -- Which calendars the book has: one row a year and document. A year without a row has Saturdays and Sundays only.
  SELECT substr(day, 1, 4) AS year, source, count(*) FILTER (WHERE NOT working) AS holidays, count(*) FILTER (WHERE working) AS workdays
  FROM calendar GROUP BY substr(day, 1, 4), source;
