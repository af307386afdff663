-- The tally: how many items there are of what, kept as entries come, so that statistics need not read the items. A fold of the journal.

CREATE TABLE tally(
  -- 计数. An item counts in two rows: that of all months, and that of the month of its due date. What is still registered and has no lead counts in
  -- none (item_waiting finds it). Written by the triggers of item alone: before the item bears the stamp of the entry that is folded, but for what the day changes.
  month TEXT NOT NULL,          -- '': all months; 2023-06: of the due dates in force; '-': without one
  ledger INTEGER NOT NULL,      -- where the items are at home
  unit INTEGER NOT NULL,        -- the unit in the lead, or 0
  registered INTEGER NOT NULL DEFAULT 0, -- how many items are registered, and so on
  dispatched INTEGER NOT NULL DEFAULT 0,
  in_progress INTEGER NOT NULL DEFAULT 0,
  in_review INTEGER NOT NULL DEFAULT 0,
  notice INTEGER NOT NULL DEFAULT 0,
  standing INTEGER NOT NULL DEFAULT 0,
  suspended INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL DEFAULT 0,
  cancelled INTEGER NOT NULL DEFAULT 0,
  with_due INTEGER NOT NULL DEFAULT 0, -- open, not standing, with a due date
  overdue INTEGER NOT NULL DEFAULT 0, -- of these: due before the day in tally_day while the clock runs, or before it stopped (close-out requested, on notice, suspended)
  late INTEGER NOT NULL DEFAULT 0, -- closed, and later than the due date
  days INTEGER NOT NULL DEFAULT 0, -- of the closed: days from dispatch, else registration, to the day completion counts from, added up
  dated INTEGER NOT NULL DEFAULT 0, -- had a due date at some time; of what is or was standing when it was closed, only if it was extended
  extended INTEGER NOT NULL DEFAULT 0, -- were extended at some time
  reviewed INTEGER NOT NULL DEFAULT 0, -- came before a verifier: close-out is requested, or they were returned, closed or reopened at some time
  returned INTEGER NOT NULL DEFAULT 0, -- were returned or objected to at some time
  finished INTEGER NOT NULL DEFAULT 0, -- were closed at some time
  reopened INTEGER NOT NULL DEFAULT 0, -- were reopened at some time
  PRIMARY KEY (month, ledger, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE tally_day(
  -- Up to which day the tally knows what is overdue: the day, in UTC, of the last entry that changed an item. What fell due since then is found by the
  -- index of open due dates. One row.
  id INTEGER PRIMARY KEY,       -- 1
  day TEXT NOT NULL             -- 2023-06-30; before the first such entry ''
) STRICT;
INSERT INTO tally_day VALUES (1, '');
CREATE INDEX item_waiting ON item(ledger, due) WHERE state = 'registered' AND lead IS NULL;

CREATE TRIGGER tally_journal_insert BEFORE INSERT ON tally
  -- Only while an entry is folded: the last one names an item that does not bear its stamp yet.
  WHEN (SELECT item IS NULL OR coalesce((SELECT entry FROM item WHERE id = e.item), seq) >= seq FROM entry e ORDER BY seq DESC LIMIT 1) IS NOT 0
BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;
CREATE TRIGGER tally_journal_update AFTER UPDATE ON tally
  -- Or with the day: the item bears the stamp, and the entry is of a later day than the tally.
  WHEN (SELECT CASE WHEN (SELECT entry FROM item WHERE id = e.item) < seq THEN 1
      ELSE (SELECT entry FROM item WHERE id = e.item) = seq AND substr(at, 1, 10) > (SELECT day FROM tally_day) END FROM entry e ORDER BY seq DESC LIMIT 1) IS NOT 1
    OR NEW.month <> OLD.month OR NEW.ledger <> OLD.ledger OR NEW.unit <> OLD.unit
BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;
CREATE TRIGGER tally_journal_delete BEFORE DELETE ON tally BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;
CREATE TRIGGER tally_day_insert BEFORE INSERT ON tally_day BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;
CREATE TRIGGER tally_day_update BEFORE UPDATE ON tally_day
  WHEN NEW.id <> OLD.id OR NEW.day <= OLD.day
    OR (SELECT (SELECT entry FROM item WHERE id = e.item) = seq AND substr(at, 1, 10) = NEW.day FROM entry e ORDER BY seq DESC LIMIT 1) IS NOT 1
BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;
CREATE TRIGGER tally_day_delete BEFORE DELETE ON tally_day BEGIN SELECT RAISE(ABORT, 'tl:tally.journal'); END;

CREATE VIEW item_tally AS
  -- What an item counts for.
  SELECT i.id AS item, coalesce(substr(i.due, 1, 7), '-') AS month, i.ledger, coalesce(i.lead, 0) AS unit, (i.state = 'registered') AS registered, (i.state = 'dispatched') AS dispatched, (i.state = 'in_progress') AS in_progress,
    (i.state = 'in_review') AS in_review, (i.state = 'notice') AS notice, (i.state = 'standing') AS standing, (i.state = 'suspended') AS suspended,
    (i.state = 'closed') AS closed, (i.state = 'cancelled') AS cancelled,
    (i.due IS NOT NULL AND i.state <> 'standing' AND i.state <> 'closed' AND i.state <> 'cancelled') AS with_due,
    (i.due IS NOT NULL AND (i.state = 'registered' OR i.state = 'dispatched' OR i.state = 'in_progress')) AS running,
    CASE WHEN i.state = 'in_review' OR i.state = 'notice' OR i.state = 'suspended' THEN coalesce(coalesce(date(i.requested_at, (SELECT utc_offset FROM book)),
      iif(i.state = 'notice', i.notice_on, i.suspended_on)) > i.due, 0) ELSE 0 END AS stopped_late,
    iif(i.state = 'closed' AND i.goal IS NULL, coalesce(date(coalesce(i.requested_at, i.closed_at), (SELECT utc_offset FROM book)) > i.due, 0), 0) AS late,
    iif(i.state = 'closed', CAST(julianday(date(coalesce(i.requested_at, i.closed_at), (SELECT utc_offset FROM book))) - julianday(coalesce(i.started_on,
      (SELECT date(at, (SELECT utc_offset FROM book)) FROM entry WHERE seq = i.id))) AS INTEGER), 0) AS days,
    (i.extended > 0 OR (i.baseline_due IS NOT NULL AND i.goal IS NULL)) AS dated, (i.extended > 0) AS extended,
    (i.requested_at IS NOT NULL OR i.state = 'closed' OR i.returned > 0 OR i.reopened > 0) AS reviewed, (i.returned > 0) AS returned,
    (i.state = 'closed' OR i.reopened > 0) AS finished, (i.reopened > 0) AS reopened, i.due, i.risk
  FROM item i;

CREATE VIEW tally_row AS
  -- The doors of the triggers of item: rows that have to be there, and what is to be added to them. (An INSERT … SELECT would cost a temporary table,
  -- and OR IGNORE can be overruled from outside.)
  SELECT month, ledger, unit FROM tally;
CREATE TRIGGER tally_row_all INSTEAD OF INSERT ON tally_row WHEN NOT EXISTS (SELECT 1 FROM tally WHERE month = '' AND ledger = NEW.ledger AND unit = NEW.unit) BEGIN
  INSERT INTO tally(month, ledger, unit) VALUES ('', NEW.ledger, NEW.unit);
END;
CREATE TRIGGER tally_row_month INSTEAD OF INSERT ON tally_row WHEN NOT EXISTS (SELECT 1 FROM tally WHERE month = NEW.month AND ledger = NEW.ledger AND unit = NEW.unit) BEGIN
  INSERT INTO tally(month, ledger, unit) VALUES (NEW.month, NEW.ledger, NEW.unit);
END;
CREATE VIEW tally_change AS
  SELECT * FROM tally;
CREATE TRIGGER tally_change_add INSTEAD OF INSERT ON tally_change BEGIN
  UPDATE tally SET registered = registered + NEW.registered, dispatched = dispatched + NEW.dispatched, in_progress = in_progress + NEW.in_progress,
    in_review = in_review + NEW.in_review, notice = notice + NEW.notice, standing = standing + NEW.standing, suspended = suspended + NEW.suspended,
    closed = closed + NEW.closed, cancelled = cancelled + NEW.cancelled, with_due = with_due + NEW.with_due, overdue = overdue + NEW.overdue,
    late = late + NEW.late, days = days + NEW.days, dated = dated + NEW.dated,
    extended = extended + NEW.extended, reviewed = reviewed + NEW.reviewed, returned = returned + NEW.returned, finished = finished + NEW.finished,
    reopened = reopened + NEW.reopened
    WHERE month = '' AND ledger = NEW.ledger AND unit = NEW.unit;
  UPDATE tally SET registered = registered + NEW.registered, dispatched = dispatched + NEW.dispatched, in_progress = in_progress + NEW.in_progress,
    in_review = in_review + NEW.in_review, notice = notice + NEW.notice, standing = standing + NEW.standing, suspended = suspended + NEW.suspended,
    closed = closed + NEW.closed, cancelled = cancelled + NEW.cancelled, with_due = with_due + NEW.with_due, overdue = overdue + NEW.overdue,
    late = late + NEW.late, days = days + NEW.days, dated = dated + NEW.dated,
    extended = extended + NEW.extended, reviewed = reviewed + NEW.reviewed, returned = returned + NEW.returned, finished = finished + NEW.finished,
    reopened = reopened + NEW.reopened
    WHERE month = NEW.month AND ledger = NEW.ledger AND unit = NEW.unit;
END;

CREATE TRIGGER item_tally_step BEFORE UPDATE OF state ON item
  WHEN NEW.state <> OLD.state AND (OLD.state = 'registered' OR OLD.state = 'dispatched' OR OLD.state = 'in_progress')
    AND (NEW.state = 'dispatched' OR NEW.state = 'in_progress' OR NEW.state = 'in_review') AND OLD.lead IS NOT NULL AND NEW.due IS OLD.due AND NEW.entry > OLD.entry
BEGIN
  -- What most items go through, cheaply: from one state of work to the next; and closed at the end.
  UPDATE tally SET registered = registered - (OLD.state = 'registered'), dispatched = dispatched + (NEW.state = 'dispatched') - (OLD.state = 'dispatched'),
    in_progress = in_progress + (NEW.state = 'in_progress') - (OLD.state = 'in_progress'), in_review = in_review + (NEW.state = 'in_review'),
    overdue = overdue + CASE NEW.state WHEN 'in_review' THEN coalesce((date(NEW.requested_at, (SELECT utc_offset FROM book)) > NEW.due) - (NEW.due < (SELECT day FROM tally_day)), 0) ELSE 0 END,
    reviewed = reviewed + (NEW.state = 'in_review' AND NEW.returned = 0 AND NEW.reopened = 0)
    WHERE month = '' AND ledger = NEW.ledger AND unit = NEW.lead;
  UPDATE tally SET registered = registered - (OLD.state = 'registered'), dispatched = dispatched + (NEW.state = 'dispatched') - (OLD.state = 'dispatched'),
    in_progress = in_progress + (NEW.state = 'in_progress') - (OLD.state = 'in_progress'), in_review = in_review + (NEW.state = 'in_review'),
    overdue = overdue + CASE NEW.state WHEN 'in_review' THEN coalesce((date(NEW.requested_at, (SELECT utc_offset FROM book)) > NEW.due) - (NEW.due < (SELECT day FROM tally_day)), 0) ELSE 0 END,
    reviewed = reviewed + (NEW.state = 'in_review' AND NEW.returned = 0 AND NEW.reopened = 0)
    WHERE month = coalesce(substr(NEW.due, 1, 7), '-') AND ledger = NEW.ledger AND unit = NEW.lead;
END;
CREATE TRIGGER item_tally_close BEFORE UPDATE OF state ON item
  WHEN NEW.state = 'closed' AND (OLD.state = 'in_review' OR OLD.state = 'registered' OR OLD.state = 'in_progress')
    AND OLD.lead IS NOT NULL AND NEW.due IS OLD.due AND NEW.entry > OLD.entry
BEGIN
  INSERT INTO tally_change VALUES (coalesce(substr(NEW.due, 1, 7), '-'), NEW.ledger, coalesce(NEW.lead, 0),
    -(OLD.state = 'registered'), 0, -(OLD.state = 'in_progress'), -(OLD.state = 'in_review'), 0, 0, 0, 1, 0, -(OLD.due IS NOT NULL),
    -coalesce(CASE OLD.state WHEN 'in_review' THEN date(OLD.requested_at, (SELECT utc_offset FROM book)) > OLD.due ELSE OLD.due < (SELECT day FROM tally_day) END, 0),
    iif(NEW.goal IS NULL, coalesce(date(coalesce(NEW.requested_at, NEW.closed_at), (SELECT utc_offset FROM book)) > NEW.due, 0), 0),
    CAST(julianday(date(coalesce(NEW.requested_at, NEW.closed_at), (SELECT utc_offset FROM book))) - julianday(coalesce(NEW.started_on,
      (SELECT date(at, (SELECT utc_offset FROM book)) FROM entry WHERE seq = NEW.id))) AS INTEGER),
    0, 0, 1 - (OLD.requested_at IS NOT NULL OR OLD.returned > 0 OR OLD.reopened > 0), 0, OLD.reopened = 0, 0);
END;

CREATE TRIGGER item_tally_leave BEFORE UPDATE OF state, due, lead ON item
  WHEN NEW.entry > OLD.entry AND (OLD.lead IS NOT NULL OR OLD.state <> 'registered')
    AND (NEW.lead IS NOT OLD.lead OR NEW.due IS NOT OLD.due OR NEW.extended <> OLD.extended OR (NEW.state = 'standing' AND NEW.goal IS NOT OLD.goal)
      OR (NEW.state <> OLD.state AND (OLD.lead IS NULL OR NOT (((OLD.state = 'registered' OR OLD.state = 'dispatched' OR OLD.state = 'in_progress')
        AND (NEW.state = 'dispatched' OR NEW.state = 'in_progress' OR NEW.state = 'in_review'))
        OR (NEW.state = 'closed' AND (OLD.state = 'in_review' OR OLD.state = 'registered' OR OLD.state = 'in_progress'))))))
BEGIN
  -- Everything else: the item leaves the rows where it counted, and counts anew.
  INSERT INTO tally_change VALUES (coalesce(substr(OLD.due, 1, 7), '-'), OLD.ledger, coalesce(OLD.lead, 0),
    -(OLD.state = 'registered'), -(OLD.state = 'dispatched'), -(OLD.state = 'in_progress'), -(OLD.state = 'in_review'), -(OLD.state = 'notice'),
    -(OLD.state = 'standing'), -(OLD.state = 'suspended'), -(OLD.state = 'closed'), -(OLD.state = 'cancelled'),
    -(OLD.due IS NOT NULL AND OLD.state <> 'standing' AND OLD.state <> 'closed' AND OLD.state <> 'cancelled'),
    -coalesce(CASE WHEN OLD.state = 'registered' OR OLD.state = 'dispatched' OR OLD.state = 'in_progress' THEN OLD.due < (SELECT day FROM tally_day)
      WHEN OLD.state = 'in_review' OR OLD.state = 'notice' OR OLD.state = 'suspended' THEN coalesce(date(OLD.requested_at, (SELECT utc_offset FROM book)),
      iif(OLD.state = 'notice', OLD.notice_on, OLD.suspended_on)) > OLD.due END, 0),
    -iif(OLD.state = 'closed' AND OLD.goal IS NULL, coalesce(date(coalesce(OLD.requested_at, OLD.closed_at), (SELECT utc_offset FROM book)) > OLD.due, 0), 0),
    -iif(OLD.state = 'closed', CAST(julianday(date(coalesce(OLD.requested_at, OLD.closed_at), (SELECT utc_offset FROM book))) - julianday(coalesce(OLD.started_on,
      (SELECT date(at, (SELECT utc_offset FROM book)) FROM entry WHERE seq = OLD.id))) AS INTEGER), 0),
    -(OLD.extended > 0 OR (OLD.baseline_due IS NOT NULL AND OLD.goal IS NULL)), -(OLD.extended > 0),
    -(OLD.requested_at IS NOT NULL OR OLD.state = 'closed' OR OLD.returned > 0 OR OLD.reopened > 0), -(OLD.returned > 0),
    -(OLD.state = 'closed' OR OLD.reopened > 0), -(OLD.reopened > 0));
END;
CREATE TRIGGER item_tally_enter BEFORE UPDATE OF state, due, lead ON item
  WHEN NEW.entry > OLD.entry AND (NEW.lead IS NOT NULL OR NEW.state <> 'registered')
    AND (NEW.lead IS NOT OLD.lead OR NEW.due IS NOT OLD.due OR NEW.extended <> OLD.extended OR (NEW.state = 'standing' AND NEW.goal IS NOT OLD.goal)
      OR (NEW.state <> OLD.state AND (OLD.lead IS NULL OR NOT (((OLD.state = 'registered' OR OLD.state = 'dispatched' OR OLD.state = 'in_progress')
        AND (NEW.state = 'dispatched' OR NEW.state = 'in_progress' OR NEW.state = 'in_review'))
        OR (NEW.state = 'closed' AND (OLD.state = 'in_review' OR OLD.state = 'registered' OR OLD.state = 'in_progress'))))))
BEGIN
  INSERT INTO tally_row VALUES (coalesce(substr(NEW.due, 1, 7), '-'), NEW.ledger, coalesce(NEW.lead, 0));
  INSERT INTO tally_change VALUES (coalesce(substr(NEW.due, 1, 7), '-'), NEW.ledger, coalesce(NEW.lead, 0),
    (NEW.state = 'registered'), (NEW.state = 'dispatched'), (NEW.state = 'in_progress'), (NEW.state = 'in_review'), (NEW.state = 'notice'),
    (NEW.state = 'standing'), (NEW.state = 'suspended'), (NEW.state = 'closed'), (NEW.state = 'cancelled'),
    (NEW.due IS NOT NULL AND NEW.state <> 'standing' AND NEW.state <> 'closed' AND NEW.state <> 'cancelled'),
    coalesce(CASE WHEN NEW.state = 'registered' OR NEW.state = 'dispatched' OR NEW.state = 'in_progress' THEN NEW.due < (SELECT day FROM tally_day)
      WHEN NEW.state = 'in_review' OR NEW.state = 'notice' OR NEW.state = 'suspended' THEN coalesce(date(NEW.requested_at, (SELECT utc_offset FROM book)),
      iif(NEW.state = 'notice', NEW.notice_on, NEW.suspended_on)) > NEW.due END, 0),
    iif(NEW.state = 'closed' AND NEW.goal IS NULL, coalesce(date(coalesce(NEW.requested_at, NEW.closed_at), (SELECT utc_offset FROM book)) > NEW.due, 0), 0),
    iif(NEW.state = 'closed', CAST(julianday(date(coalesce(NEW.requested_at, NEW.closed_at), (SELECT utc_offset FROM book))) - julianday(coalesce(NEW.started_on,
      (SELECT date(at, (SELECT utc_offset FROM book)) FROM entry WHERE seq = NEW.id))) AS INTEGER), 0),
    (NEW.extended > 0 OR (NEW.baseline_due IS NOT NULL AND NEW.goal IS NULL)), (NEW.extended > 0),
    (NEW.requested_at IS NOT NULL OR NEW.state = 'closed' OR NEW.returned > 0 OR NEW.reopened > 0), (NEW.returned > 0),
    (NEW.state = 'closed' OR NEW.reopened > 0), (NEW.reopened > 0));
END;

CREATE VIEW tally_overdue AS
  -- The door for what became overdue with the day: so many of a row.
  SELECT month, ledger, unit, overdue FROM tally;
CREATE TRIGGER tally_overdue_add INSTEAD OF INSERT ON tally_overdue BEGIN
  UPDATE tally SET overdue = overdue + NEW.overdue WHERE month = '' AND ledger = NEW.ledger AND unit = NEW.unit;
  UPDATE tally SET overdue = overdue + NEW.overdue WHERE month = NEW.month AND ledger = NEW.ledger AND unit = NEW.unit;
END;
CREATE TRIGGER item_tally_day AFTER UPDATE OF entry ON item WHEN (SELECT substr(at, 1, 10) FROM entry WHERE seq = NEW.entry) > (SELECT day FROM tally_day) BEGIN
  -- With the first change of an item on a new day, and after it: what fell due since the day of the tally.
  INSERT INTO tally_overdue SELECT substr(i.due, 1, 7), i.ledger, coalesce(i.lead, 0), count(*)
    FROM ledger l CROSS JOIN item i INDEXED BY item_open_due
    WHERE i.ledger = l.id AND i.state <> 'closed' AND i.state <> 'cancelled' AND i.due >= (SELECT day FROM tally_day) AND i.due < (SELECT substr(at, 1, 10) FROM entry WHERE seq = NEW.entry)
      AND (i.state = 'registered' OR i.state = 'dispatched' OR i.state = 'in_progress') AND (i.lead IS NOT NULL OR i.state <> 'registered')
    GROUP BY 1, 2, 3;
  UPDATE tally_day SET day = (SELECT substr(at, 1, 10) FROM entry WHERE seq = NEW.entry);
END;
