-- Workflows of one's own: their definition taken apart, and what is wrong with it. add_workflow is refused while a row is found here.

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
  -- What is wrong with a definition: the rule, and the line or state it is about. What an action does to an item is fixed, so where it may lead is, too.
  WITH RECURSIVE reached(workflow, state) AS (
      SELECT name, 'registered' FROM workflow WHERE definition IS NOT NULL
      UNION
      SELECT r.workflow, n.to_state FROM reached r JOIN workflow_line n ON n.workflow = r.workflow AND n.from_state = r.state WHERE n.to_state IS NOT NULL),
    closing(workflow, state) AS (
      SELECT name, 'closed' FROM workflow WHERE definition IS NOT NULL
      UNION
      SELECT c.workflow, n.from_state FROM closing c JOIN workflow_line n ON n.workflow = c.workflow AND n.to_state = c.state)
  SELECT 'workflow.line' AS rule, workflow, number, action || ' ' || from_state AS found FROM workflow_line WHERE NOT well_formed
  UNION ALL SELECT 'workflow.action', workflow, number, action FROM workflow_line
    WHERE well_formed AND (action = 'register' OR NOT EXISTS (SELECT 1 FROM action a WHERE a.name = workflow_line.action AND a.scope = 'item'))
  UNION ALL SELECT 'workflow.state', workflow, number, from_state || ' ' || coalesce(to_state, '-') FROM workflow_line
    WHERE well_formed AND (from_state NOT IN (SELECT name FROM state) OR to_state NOT IN (SELECT name FROM state))
  UNION ALL SELECT 'workflow.twice', workflow, max(number), action || ' ' || from_state FROM workflow_line WHERE well_formed GROUP BY workflow, action, from_state HAVING count(*) > 1
  UNION ALL SELECT 'workflow.direction', workflow, number, action || ' ' || coalesce(to_state, '-') FROM workflow_line WHERE well_formed AND NOT CASE action
    WHEN 'resume' THEN from_state = 'suspended' AND to_state IS NULL
    WHEN 'suspend' THEN to_state IS 'suspended' AND from_state <> 'suspended'
    WHEN 'cancel' THEN to_state IS 'cancelled' AND from_state <> 'closed'
    WHEN 'close' THEN to_state IS 'closed' OR to_state IS 'notice'
    WHEN 'end_notice' THEN from_state = 'notice' AND to_state IS 'closed'
    WHEN 'make_standing' THEN to_state IS 'standing'
    WHEN 'reopen' THEN from_state = 'closed' AND to_state IS NOT NULL AND to_state <> 'closed' AND to_state <> 'cancelled' AND to_state <> 'suspended' AND to_state <> 'standing' AND to_state <> 'notice'
    ELSE to_state IS NOT NULL AND (from_state = 'closed' OR from_state = 'cancelled') <= (action = 'comment') AND (to_state = from_state
      OR (EXISTS (VALUES ('dispatch'), ('acknowledge'), ('decline'), ('request_close'), ('withdraw'), ('return'), ('object') INTERSECT VALUES (action))
        AND to_state <> 'closed' AND to_state <> 'cancelled' AND to_state <> 'suspended' AND to_state <> 'standing' AND to_state <> 'notice')) END
  UNION ALL SELECT DISTINCT 'workflow.unreachable', n.workflow, NULL, n.from_state FROM workflow_line n
    WHERE n.well_formed AND NOT EXISTS (SELECT 1 FROM reached r WHERE r.workflow = n.workflow AND r.state = n.from_state)
  UNION ALL SELECT 'workflow.no_close', r.workflow, NULL, r.state FROM reached r JOIN state s ON s.name = r.state
    WHERE s.open AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.workflow = r.workflow AND c.state = r.state)
      AND NOT (r.state = 'suspended' AND EXISTS (SELECT 1 FROM workflow_line n WHERE n.workflow = r.workflow AND n.action = 'resume'));
