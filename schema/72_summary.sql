-- Statistics. Each rate names its parts: completion = closed / (total - cancelled); on_time_rate = on_time / closed, on_time being
-- closed by the due date in force; overdue_rate = overdue / open_with_due. Standing items are open, but counted apart: they are
-- in standing, and neither in open_with_due nor in overdue. So are counters, which are standing items. A rate is in per cent, rounded half up to two places, and NULL where its denominator is 0.

CREATE VIEW ledger_summary AS
  -- One row a ledger. An item counts where it is at home, and nowhere else; listed: how many from elsewhere are listed there.
  SELECT ledger, title, workflow, total, registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled,
    open, open_with_due, overdue, on_time, red, yellow, blue, green, grey,
    CASE WHEN total > cancelled THEN printf('%d.%02d', (20000 * closed + total - cancelled) / (2 * (total - cancelled)) / 100,
      (20000 * closed + total - cancelled) / (2 * (total - cancelled)) % 100) END AS completion,
    CASE WHEN closed > 0 THEN printf('%d.%02d', (20000 * on_time + closed) / (2 * closed) / 100, (20000 * on_time + closed) / (2 * closed) % 100) END AS on_time_rate,
    CASE WHEN open_with_due > 0 THEN printf('%d.%02d', (20000 * overdue + open_with_due) / (2 * open_with_due) / 100,
      (20000 * overdue + open_with_due) / (2 * open_with_due) % 100) END AS overdue_rate, listed
  FROM (
    SELECT l.code AS ledger, l.title, l.workflow, count(s.item) AS total,
      count(*) FILTER (WHERE s.state = 'registered') AS registered, count(*) FILTER (WHERE s.state = 'dispatched') AS dispatched,
      count(*) FILTER (WHERE s.state = 'in_progress') AS in_progress, count(*) FILTER (WHERE s.state = 'in_review') AS in_review,
      count(*) FILTER (WHERE s.state = 'notice') AS notice, count(*) FILTER (WHERE s.state = 'standing') AS standing,
      count(*) FILTER (WHERE s.state = 'suspended') AS suspended, count(*) FILTER (WHERE s.state = 'closed') AS closed,
      count(*) FILTER (WHERE s.state = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE s.light IS NOT NULL) AS open,
      count(*) FILTER (WHERE s.light IS NOT NULL AND s.state <> 'standing' AND s.due IS NOT NULL) AS open_with_due,
      count(*) FILTER (WHERE s.light IS NOT NULL AND s.state <> 'standing' AND s.late) AS overdue,
      count(*) FILTER (WHERE s.state = 'closed' AND NOT s.late) AS on_time,
      count(*) FILTER (WHERE s.light = 'red') AS red, count(*) FILTER (WHERE s.light = 'yellow') AS yellow,
      count(*) FILTER (WHERE s.light = 'blue') AS blue, count(*) FILTER (WHERE s.light = 'green') AS green,
      count(*) FILTER (WHERE s.light = 'grey') AS grey,
      (SELECT count(*) FROM listing n WHERE n.ledger = l.id AND n.ended_at IS NULL) AS listed
    FROM ledger l LEFT JOIN item_status s ON s.ledger = l.code GROUP BY l.id ORDER BY l.id);

CREATE VIEW unit_ledger_summary AS
  -- One row for each unit and ledger in which it has, or had, something to answer for, and one for the unit over all ledgers (ledger NULL).
  -- items: where it is assigned in any role; the other figures are of the items it leads.
  WITH part AS (
    SELECT u.id AS unit_id, s.ledger, u.code AS unit, u.name, count(*) AS items, count(*) FILTER (WHERE s.lead = u.code) AS led,
      count(*) FILTER (WHERE s.lead = u.code AND s.state = 'closed') AS closed,
      count(*) FILTER (WHERE s.lead = u.code AND s.state = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE s.lead = u.code AND s.state = 'standing') AS standing,
      count(*) FILTER (WHERE s.lead = u.code AND s.light IS NOT NULL) AS open,
      count(*) FILTER (WHERE s.lead = u.code AND s.light IS NOT NULL AND s.state <> 'standing' AND s.due IS NOT NULL) AS open_with_due,
      count(*) FILTER (WHERE s.lead = u.code AND s.light IS NOT NULL AND s.state <> 'standing' AND s.late) AS overdue,
      count(*) FILTER (WHERE s.lead = u.code AND s.state = 'closed' AND NOT s.late) AS on_time,
      coalesce(sum(s.returned) FILTER (WHERE s.lead = u.code), 0) AS returned,
      coalesce(sum(s.extended) FILTER (WHERE s.lead = u.code), 0) AS extended,
      coalesce(sum(s.urged) FILTER (WHERE s.lead = u.code), 0) AS urged
    FROM unit u JOIN assignment a ON a.unit = u.id AND a.ended_at IS NULL JOIN item_status s ON s.item = a.item
    GROUP BY u.id, s.ledger)
  SELECT ledger, unit, name, items, led, closed, cancelled, standing, open, open_with_due, overdue, on_time, returned, extended, urged,
    CASE WHEN led > cancelled THEN printf('%d.%02d', (20000 * closed + led - cancelled) / (2 * (led - cancelled)) / 100,
      (20000 * closed + led - cancelled) / (2 * (led - cancelled)) % 100) END AS completion,
    CASE WHEN closed > 0 THEN printf('%d.%02d', (20000 * on_time + closed) / (2 * closed) / 100, (20000 * on_time + closed) / (2 * closed) % 100) END AS on_time_rate,
    CASE WHEN open_with_due > 0 THEN printf('%d.%02d', (20000 * overdue + open_with_due) / (2 * open_with_due) / 100,
      (20000 * overdue + open_with_due) / (2 * open_with_due) % 100) END AS overdue_rate, unit_id
  FROM (SELECT * FROM part UNION ALL
    SELECT unit_id, NULL, unit, name, sum(items), sum(led), sum(closed), sum(cancelled), sum(standing), sum(open), sum(open_with_due), sum(overdue),
      sum(on_time), sum(returned), sum(extended), sum(urged) FROM part GROUP BY unit_id);

CREATE VIEW unit_summary AS
  -- One row a unit that has, or had, something to answer for, over all ledgers.
  SELECT unit, name, items, led, closed, cancelled, standing, open, open_with_due, overdue, on_time, returned, extended, urged, completion, on_time_rate, overdue_rate
  FROM unit_ledger_summary WHERE ledger IS NULL ORDER BY unit_id;

CREATE VIEW tally_part AS
  -- The tally with what it leaves out, and with what follows from the day: rows to be added up. month: '' all months, '-' no due date, 2023-06.
  -- What fell due between the day of the tally and today is found by the index of open due dates (and taken away, if today is the earlier one).
  SELECT t.month, t.ledger, t.unit, t.registered, t.dispatched, t.in_progress, t.in_review, t.notice, t.standing, t.suspended, t.closed, t.cancelled, t.with_due, t.overdue,
    t.late, t.days, t.dated, t.extended, t.reviewed, t.returned, t.finished, t.reopened
  FROM tally t
  UNION ALL SELECT iif(w.column1, substr(i.due, 1, 7), ''), i.ledger, coalesce(i.lead, 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, iif(d.day > a.day, 1, -1), 0, 0, 0, 0, 0, 0, 0, 0
  FROM today d CROSS JOIN tally_day a CROSS JOIN (VALUES (0), (1)) w CROSS JOIN ledger l CROSS JOIN item i INDEXED BY item_open_due
  WHERE i.ledger = l.id AND i.state <> 'closed' AND i.state <> 'cancelled' AND i.due >= min(d.day, a.day) AND i.due < max(d.day, a.day)
    AND (i.state = 'registered' OR i.state = 'dispatched' OR i.state = 'in_progress') AND (i.lead IS NOT NULL OR i.state <> 'registered')
  UNION ALL SELECT iif(w.column1, t.month, ''), t.ledger, t.unit, t.registered, t.dispatched, t.in_progress, t.in_review, t.notice, t.standing, t.suspended, t.closed, t.cancelled,
    t.with_due, t.running AND t.due < d.day, t.late, t.days, t.dated, t.extended, t.reviewed, t.returned, t.finished, t.reopened
  FROM today d CROSS JOIN (VALUES (0), (1)) w CROSS JOIN item i INDEXED BY item_waiting CROSS JOIN item_tally t
  WHERE i.state = 'registered' AND i.lead IS NULL AND t.item = i.id;

CREATE VIEW statistic_kind AS
  -- What statistics gives rows by, over all ledgers or for each (of_ledger). Whoever wants one kind alone puts its row in this place.
  SELECT column1 AS "by", column2 AS of_ledger
  FROM (VALUES ('all', 0), ('ledger', 1), ('unit', 0), ('unit', 1), ('unit_tree', 0), ('unit_tree', 1), ('month', 0), ('month', 1));

CREATE VIEW statistic_part AS
  -- What statistics adds up: of the whole book. For a period, put in its place the rows of that period, as '' and as months.
  SELECT * FROM tally_part;

CREATE VIEW statistic_item AS
  -- The items, where it has to be asked of each.
  SELECT t.*, t.stopped_late + coalesce(t.running AND t.due < d.day, 0) AS overdue
  FROM item_tally t CROSS JOIN today d;

CREATE VIEW statistics AS
  -- Statistics with their parts. "by": all; ledger; unit; unit_tree, a unit with those below it; month, of the due date in force; risk. Of the last four
  -- rows over all ledgers (ledger NULL), and for each. A unit counts the items it leads; unit NULL: no unit does. Each item counts once, at home.
  -- completion = closed / (total - cancelled) · on_time_rate = on_time / closed, by the due date in force · overdue_rate = overdue / open_with_due,
  -- standing items apart · extension_rate = extended / dated: items ever extended, of those that ever had a due date · return_rate = returned / reviewed: ever
  -- returned or objected to, of those that ever came before a verifier · reopening_rate = reopened / finished: ever reopened, of those ever closed ·
  -- average_days = days / closed: from dispatch, else registration, to the day completion counts from. Per cent (and days), rounded half up to two
  -- places; NULL where the denominator is 0.
  WITH RECURSIVE above(unit, root) AS (
      SELECT id, id FROM unit UNION ALL SELECT a.unit, u.parent FROM above a JOIN unit u ON u.id = a.root WHERE u.parent IS NOT NULL)
  SELECT "by", (SELECT code FROM ledger WHERE id = ledger_id) AS ledger, (SELECT code FROM unit WHERE id = unit_id) AS unit,
    (SELECT name FROM unit WHERE id = unit_id) AS name, month, risk, total, registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled, open, open_with_due, overdue, on_time, days,
    dated, extended, reviewed, returned, finished, reopened,
    (completion / 100) || printf('.%02d', completion % 100) AS completion, (on_time_rate / 100) || printf('.%02d', on_time_rate % 100) AS on_time_rate,
    (overdue_rate / 100) || printf('.%02d', overdue_rate % 100) AS overdue_rate,
    (extension_rate / 100) || printf('.%02d', extension_rate % 100) AS extension_rate,
    (return_rate / 100) || printf('.%02d', return_rate % 100) AS return_rate,
    (reopening_rate / 100) || printf('.%02d', reopening_rate % 100) AS reopening_rate,
    (average_days / 100) || printf('.%02d', average_days % 100) AS average_days, ledger_id, unit_id
  FROM (
    SELECT *, (20000 * closed + (total - cancelled)) / (2 * (total - cancelled)) AS completion, (20000 * on_time + closed) / (2 * closed) AS on_time_rate,
      (20000 * overdue + open_with_due) / (2 * open_with_due) AS overdue_rate, (20000 * extended + dated) / (2 * dated) AS extension_rate,
      (20000 * returned + reviewed) / (2 * reviewed) AS return_rate, (20000 * reopened + finished) / (2 * finished) AS reopening_rate,
      (200 * days + closed) / (2 * closed) AS average_days
    FROM (
      SELECT *, total - closed - cancelled AS open, with_due AS open_with_due, closed - late AS on_time
      FROM (
        SELECT *, registered + dispatched + in_progress + in_review + notice + standing + suspended + closed + cancelled AS total
        FROM (
        SELECT d."by", iif(d.of_ledger, p.ledger, NULL) AS ledger_id, nullif(CASE d."by" WHEN 'unit' THEN p.unit WHEN 'unit_tree' THEN coalesce(a.root, 0) END, 0) AS unit_id,
          iif(d."by" = 'month', nullif(p.month, '-'), NULL) AS month, NULL AS risk, sum(p.registered) AS registered, sum(p.dispatched) AS dispatched, sum(p.in_progress) AS in_progress, sum(p.in_review) AS in_review,
        sum(p.notice) AS notice, sum(p.standing) AS standing, sum(p.suspended) AS suspended, sum(p.closed) AS closed, sum(p.cancelled) AS cancelled,
        sum(p.with_due) AS with_due, sum(p.late) AS late, sum(p.days) AS days,
        sum(p.dated) AS dated, sum(p.extended) AS extended, sum(p.reviewed) AS reviewed, sum(p.returned) AS returned, sum(p.finished) AS finished,
        sum(p.reopened) AS reopened, sum(p.overdue) AS overdue
        FROM statistic_part p CROSS JOIN statistic_kind d ON (d."by" = 'month') = (p.month <> '') LEFT JOIN above a ON a.unit = iif(d."by" = 'unit_tree', p.unit, NULL)
        GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT 'risk', iif(w.column1, p.ledger, NULL), NULL, NULL, p.risk, sum(p.registered) AS registered, sum(p.dispatched) AS dispatched, sum(p.in_progress) AS in_progress, sum(p.in_review) AS in_review,
        sum(p.notice) AS notice, sum(p.standing) AS standing, sum(p.suspended) AS suspended, sum(p.closed) AS closed, sum(p.cancelled) AS cancelled,
        sum(p.with_due) AS with_due, sum(p.late) AS late, sum(p.days) AS days,
        sum(p.dated) AS dated, sum(p.extended) AS extended, sum(p.reviewed) AS reviewed, sum(p.returned) AS returned, sum(p.finished) AS finished,
        sum(p.reopened) AS reopened, sum(p.overdue) AS overdue
        FROM statistic_item p CROSS JOIN (VALUES (0), (1)) w GROUP BY 2, p.risk))))
  WHERE total > 0;

CREATE VIEW state_summary AS
  -- One row for each ledger and state that occurs.
  SELECT ledger, state, total
  FROM (SELECT l.id, l.code AS ledger, s.rank, s.name AS state, CASE s.name WHEN 'registered' THEN p.registered WHEN 'dispatched' THEN p.dispatched
      WHEN 'in_progress' THEN p.in_progress WHEN 'in_review' THEN p.in_review WHEN 'notice' THEN p.notice WHEN 'standing' THEN p.standing
      WHEN 'suspended' THEN p.suspended WHEN 'closed' THEN p.closed ELSE p.cancelled END AS total
    FROM (SELECT ledger, sum(registered) AS registered, sum(dispatched) AS dispatched, sum(in_progress) AS in_progress, sum(in_review) AS in_review,
        sum(notice) AS notice, sum(standing) AS standing, sum(suspended) AS suspended, sum(closed) AS closed, sum(cancelled) AS cancelled
      FROM statistic_part WHERE month = '' GROUP BY ledger) p CROSS JOIN ledger l ON l.id = p.ledger CROSS JOIN state s)
  WHERE total > 0 ORDER BY id, rank;

CREATE VIEW month_summary AS
  -- One row for each ledger and month of due dates in force.
  SELECT ledger, month, total, closed, on_time, overdue FROM statistics WHERE "by" = 'month' AND ledger IS NOT NULL AND month IS NOT NULL ORDER BY ledger, month;
