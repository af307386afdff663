-- Series: what comes again, month by month or year by year. A fold of the journal; written only by the triggers of entry.

CREATE TABLE series(
  -- 周期任务. 月排查、季研判、年报告. Its occurrences are items of its ledger, one for each period.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that added it
  uid TEXT NOT NULL,            -- 32 hex digits, random; the uids of its occurrences are made of it
  ledger INTEGER NOT NULL REFERENCES ledger,
  code TEXT NOT NULL,           -- the short name that people type; unique in the book
  title TEXT NOT NULL,          -- an occurrence is called so, with its period behind: 意识形态月排查（2023-01）
  detail TEXT,                  -- what its occurrences have as their target and measures
  unit INTEGER REFERENCES unit, -- the unit in the lead of its occurrences
  cycle TEXT NOT NULL           -- monthly, quarterly, yearly; days: every so many days
    CONSTRAINT series_cycle CHECK (cycle = 'monthly' OR cycle = 'quarterly' OR cycle = 'yearly' OR cycle = 'days'),
  day TEXT NOT NULL,            -- by when: monthly and quarterly the day in the (last) month, 25, where 31 is its last; yearly month and day, 12-31;
                                -- days: how many days a period has, the last of which is the due day
  adjust TEXT                   -- before, after: a due day that is no working day moves to the working day before or after; NULL: it stays
    CONSTRAINT series_adjust CHECK (adjust IS NULL OR (adjust = 'before' OR adjust = 'after')),
  first_period TEXT NOT NULL,   -- 2023-01, 2023-Q1, 2023; days: the day the first period begins
  starts_on TEXT NOT NULL,      -- the day the first period begins
  last_period TEXT,             -- once it is ended: its last period; one before the first: it has none
  entry INTEGER NOT NULL        -- the entry that last changed this row
) STRICT;
CREATE INDEX series_code ON series(code);

CREATE TRIGGER series_journal_insert BEFORE INSERT ON series
  WHEN (SELECT action FROM entry WHERE seq = NEW.id) IS NOT 'add_series' OR NEW.entry IS NOT NEW.id OR EXISTS (SELECT 1 FROM series WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'tl:series.journal'); END;
CREATE TRIGGER series_journal_update AFTER UPDATE ON series
  WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.ledger <> OLD.ledger OR NEW.code <> OLD.code OR NEW.entry <= OLD.entry
    OR (SELECT series FROM entry WHERE seq = NEW.entry AND action = 'end_series') IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'tl:series.journal'); END;
CREATE TRIGGER series_journal_delete BEFORE DELETE ON series BEGIN SELECT RAISE(ABORT, 'tl:series.journal'); END;

CREATE VIEW series_horizon AS
  -- One row: the last day on which a period may begin whose occurrence is made: a year from today, or from the last entry where that is later.
  SELECT date(max(t.day, coalesce((SELECT date(at, t.utc_offset) FROM entry ORDER BY seq DESC LIMIT 1), t.day)), '+1 year') AS day FROM today t;

CREATE VIEW series_period AS
  -- The periods of each series that begin up to the day of series_horizon: one row a period.
  -- due: the day by which its occurrence is to be done; a day that the month does not have is its last; moved as the series says by the calendar as it is now.
  WITH RECURSIVE step(series, starts_on, next_on) AS (
      SELECT id, starts_on, date(starts_on, CASE cycle WHEN 'monthly' THEN '+1 month' WHEN 'quarterly' THEN '+3 months' WHEN 'yearly' THEN '+1 year' ELSE '+' || day || ' days' END)
      FROM series WHERE starts_on <= (SELECT day FROM series_horizon)
      UNION ALL
      SELECT p.series, p.next_on, date(p.next_on, CASE s.cycle WHEN 'monthly' THEN '+1 month' WHEN 'quarterly' THEN '+3 months' WHEN 'yearly' THEN '+1 year' ELSE '+' || s.day || ' days' END)
      FROM step p JOIN series s ON s.id = p.series
      WHERE p.next_on <= (SELECT day FROM series_horizon)),
    named(series, period, starts_on, ends_on, month_end) AS (
      SELECT p.series, CASE s.cycle WHEN 'monthly' THEN substr(p.starts_on, 1, 7) WHEN 'yearly' THEN substr(p.starts_on, 1, 4)
          WHEN 'quarterly' THEN substr(p.starts_on, 1, 4) || '-Q' || ((CAST(substr(p.starts_on, 6, 2) AS INTEGER) + 2) / 3) ELSE p.starts_on END,
        p.starts_on, date(p.next_on, '-1 day'),
        CASE s.cycle WHEN 'yearly' THEN date(substr(p.starts_on, 1, 5) || substr(s.day, 1, 2) || '-01', '+1 month', '-1 day') ELSE date(p.next_on, '-1 day') END
      FROM step p JOIN series s ON s.id = p.series)
  SELECT n.series, s.ledger AS ledger_id, n.period, n.starts_on, n.ends_on, CASE WHEN s.adjust IS NULL THEN n.day
      ELSE (WITH RECURSIVE walk(day, left) AS (
          SELECT n.day, 60
          UNION ALL
          SELECT date(w.day, iif(s.adjust = 'before', '-1 day', '+1 day')), left - 1 FROM walk w
          WHERE left > 0 AND NOT coalesce((SELECT working FROM calendar c WHERE c.day = w.day), strftime('%w', w.day) BETWEEN '1' AND '5'))
        SELECT day FROM walk ORDER BY left LIMIT 1) END AS due
  FROM (SELECT p.*, CASE q.cycle WHEN 'days' THEN p.ends_on
      ELSE substr(p.month_end, 1, 8) || printf('%02d', min(CAST(substr(p.month_end, 9) AS INTEGER), CAST(iif(q.cycle = 'yearly', substr(q.day, 4), q.day) AS INTEGER))) END AS day
      FROM named p JOIN series q ON q.id = p.series) n
    JOIN series s ON s.id = n.series
  WHERE s.last_period IS NULL OR n.period <= s.last_period;
