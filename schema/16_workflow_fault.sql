-- Workflows of one's own: their definition taken apart, and what is wrong with it. add_workflow is refused while a row is found here. The faults are
-- looked for in move, not in the text: every program that adds an entry compiles what stands behind the fold, and taking text apart is long.

CREATE VIEW workflow_line AS
  -- The moves of a definition, one row a line. Five words with one blank between; well_formed 0: it is something else.
  WITH RECURSIVE line(workflow, number, text, rest) AS (
      SELECT name, 0, NULL, definition || char(10) FROM workflow WHERE definition IS NOT NULL
      UNION ALL
      SELECT workflow, number + 1, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM line WHERE rest <> ''),
    one AS (SELECT workflow, number, text, substr(text, 1, instr(text, ' ') - 1) AS action, substr(text, instr(text, ' ') + 1) AS rest FROM line WHERE number > 0),
    two AS (SELECT workflow, number, text, action, substr(rest, 1, instr(rest, ' ') - 1) AS from_state, substr(rest, instr(rest, ' ') + 1) AS rest FROM one),
    three AS (SELECT workflow, number, text, action, from_state, substr(rest, 1, instr(rest, ' ') - 1) AS to_state, substr(rest, instr(rest, ' ') + 1) AS rest FROM two)
  SELECT workflow, number, action, from_state, nullif(to_state, '-') AS to_state, nullif(substr(rest, 1, instr(rest, ' ') - 1), '-') AS by,
    substr(rest, instr(rest, ' ') + 1) = 'note' AS needs_note,
    length(text) - length(replace(text, ' ', '')) = 4 AND action <> '' AND from_state <> '' AND to_state <> ''
      AND (rest GLOB '- *' OR rest GLOB 'line *' OR rest GLOB 'lead *' OR rest GLOB 'lead_moves *') AND (rest GLOB '* note' OR rest GLOB '* -') AS well_formed
  FROM three;

CREATE VIEW workflow_fault AS
  -- What is wrong with a workflow of one's own: the rule, and the move or state it is about. What an action does to an item is fixed, so where it may
  -- lead is, too: in_review is entered by request_close alone, which looks at what the policies ask for; notice by close, and left for closed by
  -- end_notice, which counts the days; suspended by suspend, and left by resume and cancel; what is closed or cancelled is commented on, or reopened.
  -- A unit signs, reports and completes for itself; in assign and unassign the unit is the one they are about.
  WITH RECURSIVE reached(workflow, state) AS (
      SELECT name, 'registered' FROM workflow WHERE entry IS NOT NULL
      UNION
      SELECT r.workflow, n.to_state FROM reached r JOIN move n ON n.workflow = r.workflow AND n.from_state = r.state WHERE n.to_state IS NOT NULL),
    closing(workflow, state) AS (
      SELECT name, 'closed' FROM workflow WHERE entry IS NOT NULL
      UNION
      SELECT c.workflow, n.from_state FROM closing c JOIN move n ON n.workflow = c.workflow AND n.to_state = c.state)
  SELECT 'workflow.line' AS rule, name AS workflow, 'a line is not five words, or an action stands twice for one state' AS found FROM workflow w
    WHERE entry IS NOT NULL AND length(definition) - length(replace(definition, char(10), '')) + 1 <> (SELECT count(*) FROM move m WHERE m.workflow = w.name)
  UNION ALL SELECT rule, workflow, found FROM (
    SELECT CASE
      WHEN m.action = 'register' OR NOT EXISTS (SELECT 1 FROM action a WHERE a.name = m.action AND a.scope = 'item') THEN 'workflow.action'
      WHEN NOT EXISTS (SELECT 1 FROM state WHERE name = m.from_state) OR (m.to_state IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state WHERE name = m.to_state)) THEN 'workflow.state'
      WHEN CASE m.action
        WHEN 'acknowledge' THEN m.by IS NULL
        WHEN 'report' THEN m.by IS NOT 'line' AND m.by IS NOT 'lead'
        WHEN 'complete' THEN m.by IS NOT 'line' AND m.by IS NOT 'lead'
        WHEN 'assign' THEN m.by IS NOT NULL
        WHEN 'unassign' THEN m.by IS NOT NULL
        ELSE m.by IS 'lead_moves' END THEN 'workflow.by'
      WHEN NOT CASE
        WHEN m.action = 'resume' THEN m.from_state = 'suspended' AND m.to_state IS NULL
        WHEN m.to_state IS NULL THEN 0
        WHEN m.action = 'reopen' THEN m.from_state = 'closed' AND (m.to_state = 'registered' OR m.to_state = 'dispatched' OR m.to_state = 'in_progress')
        WHEN m.from_state = 'closed' OR m.from_state = 'cancelled' THEN m.action = 'comment' AND m.to_state = m.from_state
        WHEN m.action = 'cancel' THEN m.to_state = 'cancelled'
        WHEN m.action = 'end_notice' THEN m.from_state = 'notice' AND m.to_state = 'closed'
        WHEN m.from_state = 'suspended' THEN m.to_state = m.from_state AND m.action <> 'suspend' AND m.action <> 'object' AND m.action <> 'withdraw'
        WHEN m.action = 'suspend' THEN m.to_state = 'suspended'
        WHEN m.action = 'make_standing' THEN m.to_state = 'standing' AND m.from_state <> 'notice'
        WHEN m.action = 'close' THEN m.from_state <> 'notice' AND (m.to_state = 'closed' OR m.to_state = 'notice')
        WHEN m.action = 'request_close' THEN m.from_state <> 'notice' AND m.from_state <> 'in_review' AND m.to_state = 'in_review'
        WHEN (m.action = 'withdraw' AND m.from_state <> 'in_review') OR (m.action = 'object' AND m.from_state <> 'notice') THEN 0
        ELSE m.to_state = m.from_state OR ((m.to_state = 'registered' OR m.to_state = 'dispatched' OR m.to_state = 'in_progress')
          AND (m.action = 'dispatch' OR m.action = 'acknowledge' OR m.action = 'decline' OR m.action = 'withdraw' OR m.action = 'return' OR m.action = 'object')) END
        THEN 'workflow.direction'
      WHEN NOT EXISTS (SELECT 1 FROM reached r WHERE r.workflow = m.workflow AND r.state = m.from_state) THEN 'workflow.unreachable'
      END AS rule, m.workflow, m.action || ' ' || m.from_state || ' ' || coalesce(m.to_state, '-') AS found
    FROM move m WHERE m.entry IS NOT NULL) WHERE rule IS NOT NULL
  UNION ALL SELECT 'workflow.no_close', r.workflow, r.state FROM reached r JOIN state s ON s.name = r.state
    WHERE s.open AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.workflow = r.workflow AND c.state = r.state)
      AND NOT (r.state = 'suspended' AND EXISTS (SELECT 1 FROM move n WHERE n.workflow = r.workflow AND n.action = 'resume'));
