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

CREATE VIEW state_summary AS
  -- One row for each ledger and state that occurs.
  SELECT l.code AS ledger, i.state, count(*) AS total
  FROM ledger l JOIN item i ON i.ledger = l.id JOIN state s ON s.name = i.state GROUP BY l.id, s.rank ORDER BY l.id, s.rank;

CREATE VIEW month_summary AS
  -- One row for each ledger and month of due dates in force.
  SELECT ledger, substr(due, 1, 7) AS month, count(*) AS total, count(*) FILTER (WHERE state = 'closed') AS closed,
    count(*) FILTER (WHERE state = 'closed' AND NOT late) AS on_time, count(*) FILTER (WHERE light IS NOT NULL AND state <> 'standing' AND late) AS overdue
  FROM item_status WHERE due IS NOT NULL GROUP BY ledger, substr(due, 1, 7) ORDER BY ledger, substr(due, 1, 7);
