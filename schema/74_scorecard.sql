-- The scorecard of units, with the reason of each deduction. What the points are is policy of each ledger.

CREATE VIEW deduction AS
  -- One row for each item and reason for which its ledger takes points off the unit in the lead. entry: the last that shows it; NULL: open and late.
  SELECT u.code AS unit, l.code || '/' || i.no AS ref, i.title, r.column1 AS reason,
    CASE r.column1 WHEN 'late' THEN s.overdue + s.late WHEN 'returned' THEN i.returned WHEN 'reopened' THEN i.reopened WHEN 'urged' THEN i.urged ELSE i.extended END AS times,
    CASE r.column1 WHEN 'late' THEN l.late_points * (s.overdue + s.late) WHEN 'returned' THEN l.return_points * i.returned
      WHEN 'reopened' THEN l.reopen_points * i.reopened WHEN 'urged' THEN l.urge_points * i.urged ELSE l.extension_points * i.extended END AS points,
    (SELECT e.seq FROM entry e WHERE e.item = i.id AND CASE r.column1 WHEN 'late' THEN s.late AND (e.action = 'close' OR e.action = 'end_notice')
        WHEN 'returned' THEN e.action = 'return' OR e.action = 'object' WHEN 'reopened' THEN e.action = 'reopen' WHEN 'urged' THEN e.action = 'urge'
        ELSE e.action = 'grant_extension' END ORDER BY e.seq DESC LIMIT 1) AS entry,
    i.lead AS unit_id, i.ledger AS ledger_id, i.id AS item
  FROM statistic_item s JOIN item i ON i.id = s.item JOIN ledger l ON l.id = i.ledger JOIN unit u ON u.id = i.lead
    CROSS JOIN (VALUES ('late'), ('returned'), ('reopened'), ('urged'), ('extended')) r
  WHERE points > 0;

CREATE VIEW scorecard AS
  -- One row for each unit and ledger in which it leads anything, and one over all ledgers (ledger NULL): 100 less the points of its deductions.
  WITH part AS MATERIALIZED (SELECT unit_id AS unit, ledger_id AS ledger, sum(points) AS points FROM deduction GROUP BY 1, 2)
  SELECT ledger, unit, name, led, points, max(100 - points, 0) AS score, ledger_id, unit_id
  FROM (SELECT s.*, s.total AS led, (SELECT coalesce(sum(p.points), 0) FROM part p WHERE p.unit = s.unit_id AND (s.ledger_id IS NULL OR p.ledger = s.ledger_id)) AS points
    FROM statistics s WHERE s."by" = 'unit' AND s.unit_id IS NOT NULL);
