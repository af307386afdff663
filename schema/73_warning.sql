-- Early warning and listings, as people read them. Derived; nothing here is stored.

CREATE VIEW warning_due AS
  -- The warnings to be raised now: items whose light was not yet told for the due date in force. Not while close-out is requested, on public
  -- notice or suspended: there the unit has nothing to hurry for. In plain SQL:
  -- INSERT INTO post(item, action, actor, kind) SELECT item, 'warn', 'me', level FROM warning_due;
  SELECT s.item, s.ref, s.ledger, s.no, s.title, s.lead, s.officer, s.light AS level, s.due, s.days_left, s.returned, s.state
  FROM item_status s
  WHERE (s.light = 'red' OR s.light = 'yellow' OR s.light = 'blue') AND s.state <> 'in_review' AND s.state <> 'notice' AND s.state <> 'suspended'
    AND NOT EXISTS (SELECT 1 FROM warning w WHERE w.item = s.item AND w.level = s.light AND w.due = coalesce(s.due, ''))
    -- A workflow of one's own may do without warnings in some state.
    AND EXISTS (SELECT 1 FROM ledger l JOIN move m ON m.workflow = l.workflow AND m.action = 'warn' AND m.from_state = s.state WHERE l.code = s.ledger);

CREATE VIEW warning_status AS
  -- The warnings raised, one row each. in_force: 1 while the item is open and its due date is still the one it was raised for; waiting: 1 while
  -- it is in force and nobody has acknowledged it.
  SELECT s.item, s.ref, s.ledger, s.no, s.title, s.lead, w.level, nullif(w.due, '') AS due, date(w.raised_at, b.utc_offset) AS raised_on,
    date(w.acknowledged_at, b.utc_offset) AS acknowledged_on, w.acknowledged_by, s.light IS NOT NULL AND w.due = coalesce(s.due, '') AS in_force,
    s.light IS NOT NULL AND w.due = coalesce(s.due, '') AND w.acknowledged_at IS NULL AS waiting, w.entry
  FROM warning w JOIN item_status s ON s.item = w.item CROSS JOIN book b;

CREATE VIEW escalation AS
  -- The ladder: what is to be done next about each item that is yellow or red, was warned of for the due date in force, and not yet answered for.
  -- yellow: urge (催办); the first red: notify (督办通知), the second: circulate (通报), from the third on: talk (约谈). A red counts once for each due
  -- date. A step is done by an entry of that action, or of a higher one, after the newest warning.
  SELECT s.item, s.ref, s.ledger, s.no, s.title, s.lead, s.officer, CASE n.rung WHEN 1 THEN 'urge' WHEN 2 THEN 'notify' WHEN 3 THEN 'circulate' ELSE 'talk' END AS step,
    n.level, s.due, s.days_left, s.returned, n.yellows, n.reds, date(n.raised_at, b.utc_offset) AS warned_on, n.warned, s.light, s.state
  FROM (
    SELECT *, CASE WHEN level = 'yellow' THEN 1 WHEN reds <= 3 THEN reds + 1 ELSE 4 END AS rung
    FROM (
      -- level and due are those of the newest one, as SQLite promises for columns beside max().
      SELECT w.item, max(e.seq) AS warned, w.level, w.due, w.raised_at,
        count(*) FILTER (WHERE w.level = 'red') AS reds, count(*) FILTER (WHERE w.level = 'yellow') AS yellows
      FROM warning w JOIN entry e ON e.item = w.item AND e.action = 'warn' AND e.kind = w.level AND coalesce(e.due, '') = w.due
      WHERE w.level <> 'blue' GROUP BY w.item)) n
    JOIN item_status s ON s.item = n.item CROSS JOIN book b
  WHERE (s.light = 'red' OR s.light = 'yellow') AND s.state <> 'in_review' AND s.state <> 'notice' AND s.state <> 'suspended' AND n.due = coalesce(s.due, '')
    AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.item = n.item AND e.seq > n.warned
      AND CASE e.action WHEN 'urge' THEN 1 WHEN 'notify' THEN 2 WHEN 'circulate' THEN 3 WHEN 'talk' THEN 4 ELSE 0 END >= n.rung);

CREATE VIEW risk_history AS
  -- 定级: each rating of an item, by whom and why; the first may have come with its registration. old: the level before.
  SELECT e.item, l.code || '/' || i.no AS ref, l.code AS ledger, i.no, e.seq, date(e.at, b.utc_offset) AS "on", e.actor,
    lag(e.risk) OVER (PARTITION BY e.item ORDER BY e.seq) AS old, e.risk, e.note
  FROM entry e JOIN item i ON i.id = e.item JOIN ledger l ON l.id = i.ledger CROSS JOIN book b
  WHERE e.action = 'rate' OR (e.action = 'register' AND e.risk IS NOT NULL);

CREATE VIEW listing_status AS
  -- The items listed in other ledgers than their own: ref, no and no_order are those there, home is the ref where the item is at home and is counted; entry
  -- is the one that listed it. The others are those of item_status.
  SELECT g.code || '/' || n.no AS ref, g.code AS ledger, n.no, n.no_order, s.item, s.ref AS home, s.title, s.lead, s.state, s.due, s.days_left, s.light, s.percent, n.entry,
    n.ledger AS ledger_id, s.uid, s.detail, s.source, s.parent, s.officer, s.value, s.baseline_due, s.late, s.risk, s.asked_due, s.goal, s.returned, s.extended, s.urged,
    s.reopened, s.evidence, s.registered_on, s.started_on, s.requested_at, s.requester, s.suspended_on, s.completed_on, s.closed_at, s.progress, s.problem, s.next_step,
    s.due_text, s.notice_on, s.notice_until, s.late_requests, s.report_due
  FROM listing n CROSS JOIN ledger g ON g.id = n.ledger CROSS JOIN item_status s ON s.item = n.item WHERE n.ended_at IS NULL;

CREATE VIEW unit_holder AS
  -- Who held each post, and from which day to which: one row an appointment. officer NULL: it was vacant; until NULL: it is so still.
  SELECT u.id AS unit_id, u.code AS unit, u.name, e.officer, date(e.at, b.utc_offset) AS since,
    (SELECT date(n.at, b.utc_offset) FROM entry n WHERE n.unit = u.id AND n.item IS NULL AND n.action = 'appoint' AND n.seq > e.seq ORDER BY n.seq LIMIT 1) AS until,
    e.note, e.seq AS entry
  FROM unit u JOIN entry e ON e.unit = u.id AND e.item IS NULL AND e.action = 'appoint' CROSS JOIN book b;

CREATE VIEW item_progress AS
  -- How far an item that has others below it is, from these: the mean over the ends of its tree, each counted once. An end is an item with none below
  -- it that goes on; what is cancelled does not count, and nothing below it. A closed end is 100, one without a reported percentage 0.
  -- below: how many ends; progress_below: rounded half up to two places, NULL without any. Each figure walks the tree of the one item only.
  SELECT p.id AS item,
    (WITH RECURSIVE tree(id) AS (SELECT p.id UNION SELECT c.id FROM tree t JOIN item c ON c.parent = t.id AND c.state <> 'cancelled')
      SELECT count(*) FROM tree t WHERE t.id <> p.id AND NOT EXISTS (SELECT 1 FROM item c WHERE c.parent = t.id AND c.state <> 'cancelled')) AS below,
    (WITH RECURSIVE tree(id) AS (SELECT p.id UNION SELECT c.id FROM tree t JOIN item c ON c.parent = t.id AND c.state <> 'cancelled')
      SELECT count(*) FROM tree t JOIN item i ON i.id = t.id WHERE i.id <> p.id AND i.state = 'closed'
        AND NOT EXISTS (SELECT 1 FROM item c WHERE c.parent = t.id AND c.state <> 'cancelled')) AS closed_below,
    (WITH RECURSIVE tree(id) AS (SELECT p.id UNION SELECT c.id FROM tree t JOIN item c ON c.parent = t.id AND c.state <> 'cancelled'),
        mean(hundredths) AS (
          SELECT (2 * sum(iif(i.state = 'closed', 10000, CAST(round(coalesce(i.percent, 0) * 100) AS INTEGER))) + count(*)) / (2 * count(*))
          FROM tree t JOIN item i ON i.id = t.id
          WHERE i.id <> p.id AND NOT EXISTS (SELECT 1 FROM item c WHERE c.parent = t.id AND c.state <> 'cancelled'))
      SELECT printf('%d.%02d', hundredths / 100, hundredths % 100) FROM mean WHERE hundredths IS NOT NULL) AS progress_below
  FROM item p WHERE EXISTS (SELECT 1 FROM item c WHERE c.parent = p.id);
