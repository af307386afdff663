-- What people read of an item: everything derived from its row, the day and its ledger's thresholds. Never stored.

CREATE VIEW item_status AS
  -- One row an item. ledger and lead are codes, parent is a REF. completed_on: the day completion counts from, which is the day
  -- close-out was requested, if it was accepted. days_left: from today (once close-out is requested: from that day; suspended: from the
  -- day it stopped) to the due date; the due day itself is 0 and not late. light: red 1 day late or returned twice; yellow within
  -- yellow_days, returned once, or lag_points behind the elapsed share of the time; blue within blue_days; green; grey without a
  -- due date, and while standing with the next review further off; none when closed or cancelled; a counter, which is standing where its workflow
  -- counts, has none but grey until its review date has passed: it is not worked off towards that day; the numbers are the ledger's
  -- (red_days, red_returns …). late: 1 for an open item past its due date and for one that was closed late (what was standing has a review date, which is no deadline). report_due: the day by
  -- which the next report is expected, where the ledger has a reporting cycle.
  SELECT item, uid, ref, ledger, no, title, detail, source, parent, officer, state, percent, value, lead, due, baseline_due, days_left,
    -- Days are compared as text where that will do: days_left is reckoned anew wherever it stands.
    CASE WHEN NOT open THEN NULL
      WHEN counts AND due >= measured_on THEN 'grey'
      WHEN returned >= red_returns OR CASE WHEN due < measured_on THEN days_left <= -red_days END THEN 'red'
      WHEN returned >= yellow_returns OR lag >= lag_points OR days_left <= yellow_days THEN 'yellow'
      WHEN days_left <= blue_days THEN 'blue'
      WHEN due IS NOT NULL AND state <> 'standing' THEN 'green'
      ELSE 'grey' END AS light,
    iif(open, coalesce(due < measured_on, 0), coalesce(state = 'closed' AND goal IS NULL AND completed_on > due, 0)) AS late,
    risk, asked_due, goal, returned, extended, urged, reopened, evidence, registered_on, started_on, requested_at, requester, suspended_on,
    completed_on, closed_at, progress, problem, next_step, no_order, entry, due_text, notice_on, notice_until, late_requests, report_due
  FROM (
    SELECT *, CAST(julianday(due) - julianday(measured_on) AS INTEGER) AS days_left,
      -- Rounded: 43.3 - 33.3 is 10 points, and not a little less.
      CASE WHEN percent IS NOT NULL AND (state = 'dispatched' OR state = 'in_progress' OR state = 'registered')
          AND julianday(due) - julianday(coalesce(started_on, registered_on)) > stopped_days
        THEN round(100.0 * (julianday(measured_on) - julianday(coalesce(started_on, registered_on)) - stopped_days)
          / (julianday(due) - julianday(coalesce(started_on, registered_on)) - stopped_days) - CAST(percent AS REAL), 6) END AS lag
    FROM (
      SELECT i.id AS item, i.uid, l.code || '/' || i.no AS ref, l.code AS ledger, i.no, i.title, i.detail, i.source,
        (SELECT pl.code || '/' || p.no FROM item p JOIN ledger pl ON pl.id = p.ledger WHERE p.id = i.parent) AS parent,
        i.officer, i.state, i.state <> 'closed' AND i.state <> 'cancelled' AS open, i.percent, i.value,
        (SELECT code FROM unit WHERE id = i.lead) AS lead, i.due, i.baseline_due,
        CASE WHEN i.state = 'closed' OR i.state = 'cancelled' THEN NULL WHEN i.requested_at IS NOT NULL THEN date(i.requested_at, t.utc_offset)
          WHEN i.state = 'notice' THEN i.notice_on WHEN i.state = 'suspended' THEN i.suspended_on ELSE t.day END AS measured_on,
        i.risk, i.asked_due, i.goal, i.returned, i.extended, i.urged, i.reopened, i.evidence,
        (SELECT date(at, t.utc_offset) FROM entry WHERE seq = i.id) AS registered_on, i.started_on, i.requested_at, i.requester, i.suspended_on,
        iif(i.state = 'closed', date(coalesce(i.requested_at, i.closed_at), t.utc_offset), NULL) AS completed_on, i.closed_at,
        r.note AS progress, r.problem, r.next_step, l.yellow_days, l.blue_days, l.red_days, l.yellow_returns, l.red_returns, l.lag_points, i.no_order, i.entry, i.due_text, i.notice_on,
        date(i.notice_on, '+' || l.notice_days || ' days') AS notice_until, i.late_requests,
        coalesce(i.suspended_from, i.state) = 'standing' AND EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = 'count') AS counts,
        CASE WHEN l.report_days IS NOT NULL AND (i.state = 'in_progress' OR i.state = 'standing' OR (i.state = 'registered'
            AND EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = 'report' AND m.from_state = 'registered')))
          THEN date(coalesce(date(r.at, t.utc_offset), i.started_on, (SELECT date(at, t.utc_offset) FROM entry WHERE seq = i.id)), '+' || l.report_days || ' days') END AS report_due,
        -- Since its start the clock stood still for so many days. A due date that was never moved knows of none.
        iif(i.due IS i.baseline_due, 0, (SELECT total(iif(e.action = 'resume', 1, -1) * julianday(max(date(e.at, t.utc_offset), coalesce(i.started_on, ''))))
          FROM entry e WHERE e.item = i.id AND (e.action = 'suspend' OR e.action = 'resume'))) AS stopped_days
      FROM item i JOIN ledger l ON l.id = i.ledger CROSS JOIN today t LEFT JOIN entry r ON r.seq = i.report));

CREATE VIEW entry_status AS
  -- The journal with words in place of ids: one row an entry; on is its day where the book is kept. listed_in: of enlist and delist the other ledger,
  -- with the number there.
  SELECT e.seq, e.at, date(e.at, b.utc_offset) AS "on", e.actor, e.action, l.code || '/' || i.no AS ref, coalesce(l.code, nl.code) AS ledger,
    u.code AS unit, e.role, e.officer, e.state, e.due, e.percent, e.value, e.risk, e.note, e.problem, e.next_step, e.happened_on, e.asked_due,
    e.field, e.old, e.new, e.no, e.title, e.detail, e.source, e.parent, e.uid, e.code, e.kind, e.workflow, e.required, e.uri, e.sha256, e.size,
    e.request, e.data, e.item, e.due_text,
    iif(e.action = 'enlist' OR e.action = 'delist', nl.code || coalesce('/' || e.no, ''), NULL) AS listed_in, e.period
  FROM entry e CROSS JOIN book b LEFT JOIN item i ON i.id = e.item LEFT JOIN ledger l ON l.id = i.ledger
    LEFT JOIN ledger nl ON nl.id = e.ledger LEFT JOIN unit u ON u.id = e.unit;

CREATE VIEW item_table AS
  -- The table people expect, one row an item: units by name, several with 、 between; contact: who holds the post, else the officers in the units; due: without a
  -- date the standing rule; uri: the evidence; remark: the last comment.
  SELECT o."row", s.no, s.source, s.title, s.detail, s.officer,
    (SELECT name FROM unit WHERE code = s.lead) AS lead,
    (SELECT group_concat(u.name, '、') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = s.item AND a.role = 'responsible' AND a.ended_at IS NULL) AS responsible,
    (SELECT group_concat(u.name, '、') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = s.item AND a.role = 'support' AND a.ended_at IS NULL) AS support,
    (SELECT group_concat(coalesce(u.holder, a.officer), '、') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = s.item AND a.ended_at IS NULL) AS contact,
    s.started_on, coalesce(s.due, s.due_text) AS due, s.progress, s.percent, s.problem, s.next_step, s.light, s.extended, s.state, s.completed_on,
    (SELECT group_concat(uri, '、') FROM evidence v WHERE v.item = s.item) AS uri,
    (SELECT note FROM entry e WHERE e.item = s.item AND e.action = 'comment' ORDER BY seq DESC LIMIT 1) AS remark,
    s.ledger, s.item, o.ledger AS ledger_id, s.parent, s.risk, s.value,
    (SELECT group_concat(u.name, '、') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = s.item AND a.role = 'mentor' AND a.ended_at IS NULL) AS mentor,
    (SELECT group_concat(u.name, '、') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = s.item AND a.role = 'mentee' AND a.ended_at IS NULL) AS mentee
  -- Numbered by the index of item alone, and looked up row by row: nothing is sorted, and nothing kept.
  FROM (SELECT id, ledger, row_number() OVER (PARTITION BY ledger ORDER BY no_order) AS "row" FROM item) o CROSS JOIN item_status s ON s.item = o.id;
