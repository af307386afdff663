-- Every rule as a query, for verify: what these views show should not be there. Each row names the rule, the table, the row and
-- what was found. They read the present and the journal without trusting a trigger.

CREATE VIEW check_entry AS
  -- The journal: its numbering, its order, what its entries name.
  SELECT 'entry.gap' AS rule, 'entry' AS place, seq AS row, 'the entry before it is missing' AS found
    FROM entry e WHERE seq > 1 AND NOT EXISTS (SELECT 1 FROM entry WHERE seq = e.seq - 1)
  UNION ALL SELECT 'entry.gap', 'entry', min(seq), 'the journal does not begin with entry 1' FROM entry HAVING min(seq) IS NOT 1
  UNION ALL SELECT 'upgrade.frozen', 'upgrade', format, seq FROM upgrade WHERE seq > (SELECT max(seq) FROM entry)
  UNION ALL SELECT 'entry.time', 'entry', e.seq, e.at FROM entry e JOIN entry p ON p.seq = e.seq - 1 WHERE e.at < p.at
  UNION ALL SELECT 'entry.at', 'entry', seq, at FROM entry WHERE strftime('%Y-%m-%dT%H:%M:%fZ', at, '+0 days') IS NOT at
  UNION ALL SELECT 'entry.clock', 'entry', seq, at FROM entry WHERE seq = (SELECT max(seq) FROM entry) AND NOT (SELECT given_clock FROM book) AND julianday(at) > julianday('now') + 1
  UNION ALL SELECT 'entry.action', 'entry', seq, action FROM entry WHERE action IS NOT NULL AND action NOT IN (SELECT name FROM action)
  UNION ALL SELECT 'entry.state', 'entry', seq, state FROM entry WHERE state IS NOT NULL AND state NOT IN (SELECT name FROM state)
  UNION ALL SELECT 'entry.item', 'entry', seq, item FROM entry WHERE item IS NOT NULL AND item NOT IN (SELECT id FROM item)
  UNION ALL SELECT 'entry.unit', 'entry', seq, unit FROM entry WHERE unit IS NOT NULL AND unit NOT IN (SELECT id FROM unit)
  UNION ALL SELECT 'entry.ledger', 'entry', seq, ledger FROM entry WHERE ledger IS NOT NULL AND ledger NOT IN (SELECT id FROM ledger)
  UNION ALL SELECT 'entry.due_date', 'entry', seq, due FROM entry WHERE strftime('%Y-%m-%d', julianday(due)) IS NOT due
  UNION ALL SELECT 'entry.request', 'entry', max(seq), request FROM entry WHERE request IS NOT NULL GROUP BY request HAVING count(*) > 1
  UNION ALL SELECT 'entry.happened_on', 'entry', seq, happened_on FROM entry WHERE strftime('%Y-%m-%d', julianday(happened_on)) IS NOT happened_on;

CREATE VIEW check_unit AS
  SELECT 'unit.id' AS rule, 'unit' AS place, id AS row, code AS found FROM unit u WHERE NOT EXISTS (SELECT 1 FROM entry WHERE seq = u.id AND action = 'add_unit')
  UNION ALL SELECT 'unit.code_taken', 'unit', max(id), code FROM unit GROUP BY code HAVING count(*) > 1
  UNION ALL SELECT 'unit.name', 'unit', id, code FROM unit WHERE trim(name) = ''
  UNION ALL SELECT 'unit.parent', 'unit', id, parent FROM unit WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM unit)
  UNION ALL SELECT 'unit.journal', 'unit', id, coalesce(holder, code) FROM unit u
    WHERE holder IS NOT (SELECT officer FROM entry e WHERE e.unit = u.id AND e.item IS NULL AND e.action = 'appoint' ORDER BY seq DESC LIMIT 1);

CREATE VIEW check_ledger AS
  SELECT 'ledger.id' AS rule, 'ledger' AS place, id AS row, code AS found FROM ledger l WHERE NOT EXISTS (SELECT 1 FROM entry WHERE seq = l.id AND action = 'add_ledger')
  UNION ALL SELECT 'ledger.code_taken', 'ledger', max(id), code FROM ledger GROUP BY code HAVING count(*) > 1
  UNION ALL SELECT 'ledger.title', 'ledger', id, title FROM ledger WHERE trim(title) = ''
  UNION ALL SELECT 'ledger.workflow', 'ledger', id, workflow FROM ledger WHERE workflow NOT IN (SELECT name FROM workflow)
  UNION ALL SELECT 'field.type', 'field', ledger, code FROM field WHERE ledger NOT IN (SELECT id FROM ledger) OR (type = 'choice') <> (choices IS NOT NULL);

CREATE VIEW check_item AS
  -- An item: its founding entry, its number, its dates, and that it is where its last entry left it.
  SELECT 'item.id' AS rule, 'item' AS place, id AS row, title AS found FROM item i WHERE NOT EXISTS (SELECT 1 FROM entry WHERE seq = i.id AND action = 'register')
  UNION ALL SELECT 'item.no_taken', 'item', max(id), no FROM item GROUP BY ledger, no HAVING count(*) > 1
  UNION ALL SELECT 'item.uid_taken', 'item', max(id), uid FROM item GROUP BY uid HAVING count(*) > 1
  UNION ALL SELECT 'item.title', 'item', id, title FROM item WHERE trim(title) = ''
  UNION ALL SELECT 'item.ledger', 'item', id, ledger FROM item WHERE ledger NOT IN (SELECT id FROM ledger)
  UNION ALL SELECT 'item.parent', 'item', id, parent FROM item WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM item)
  UNION ALL SELECT 'item.parent_loop', 'item', id, parent FROM item WHERE parent IS NOT NULL AND id NOT IN (
    -- All that hang on something without a parent, or on nothing that is there.
    WITH RECURSIVE rooted(id) AS (
      SELECT id FROM item WHERE parent IS NULL OR parent NOT IN (SELECT id FROM item)
      UNION
      SELECT i.id FROM rooted r JOIN item i ON i.parent = r.id)
    SELECT id FROM rooted)
  UNION ALL SELECT 'item.lead', 'item', i.id, i.lead FROM item i WHERE i.lead IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.item = i.id AND a.unit = i.lead AND a.role = 'lead' AND a.ended_at IS NULL)
  UNION ALL SELECT 'item.journal', 'item', i.id, i.state FROM item i LEFT JOIN entry e ON e.seq = i.entry
    WHERE e.item IS NOT i.id OR e.state IS NOT i.state OR e.due IS NOT i.due OR e.risk IS NOT i.risk
  UNION ALL SELECT 'item.journal', 'item', i.id, i.entry FROM item i WHERE i.entry IS NOT (SELECT max(seq) FROM entry WHERE item = i.id)
  UNION ALL SELECT 'item.move', 'entry', e.seq, e.action FROM entry e JOIN item i ON i.id = e.item JOIN ledger l ON l.id = i.ledger
    WHERE e.action <> 'register' AND NOT EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = e.action)
  UNION ALL SELECT 'item.second_party', 'entry', e.seq, e.actor FROM entry e JOIN item i ON i.id = e.item AND i.entry = e.seq JOIN ledger l ON l.id = i.ledger
    WHERE (e.action = 'close' OR e.action = 'end_notice') AND e.actor = i.requester
      AND coalesce((SELECT new FROM entry WHERE ledger = l.id AND action = 'amend_ledger' AND field = 'second_party' AND seq < e.seq ORDER BY seq DESC LIMIT 1),
        (SELECT CAST(second_party AS TEXT) FROM workflow w WHERE w.name = l.workflow)) = '1';

CREATE VIEW check_assignment AS
  SELECT 'assignment.one_lead' AS rule, 'assignment' AS place, item AS row, 'more than one lead' AS found
    FROM assignment WHERE role = 'lead' AND ended_at IS NULL GROUP BY item HAVING count(*) > 1
  UNION ALL SELECT 'assignment.role', 'assignment', item, role FROM assignment WHERE role NOT IN ('lead', 'responsible', 'support', 'mentor', 'mentee')
  UNION ALL SELECT 'assignment.unit', 'assignment', item, unit FROM assignment WHERE unit NOT IN (SELECT id FROM unit) OR item NOT IN (SELECT id FROM item)
  UNION ALL SELECT 'assignment.journal', 'assignment', a.item, a.unit FROM assignment a LEFT JOIN entry e ON e.seq = a.entry WHERE e.item IS NOT a.item OR e.unit IS NOT a.unit
  UNION ALL SELECT 'assignment.journal', 'assignment', a.item, coalesce(a.open_due, '-') FROM assignment a JOIN item i ON i.id = a.item
    WHERE a.ledger <> i.ledger OR a.no_order <> i.no_order OR a.open_due IS NOT iif(i.state = 'closed' OR i.state = 'cancelled', NULL, i.due_order);

CREATE VIEW check_counter AS
  -- The figure of a counter, and of each unit's line in it, is the sum of what was counted, which is not below nothing.
  WITH counter AS (SELECT i.id, i.value FROM item i JOIN ledger l ON l.id = i.ledger WHERE EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = 'count'))
  SELECT 'item.journal' AS rule, 'item' AS place, id AS row, coalesce(value, '-') AS found FROM counter
    WHERE value IS NOT (SELECT CAST(sum(CAST(value AS INTEGER)) AS TEXT) FROM entry WHERE item = counter.id AND action = 'count')
  UNION ALL SELECT 'assignment.journal', 'assignment', a.item, coalesce(a.value, '-') FROM counter JOIN assignment a ON a.item = counter.id
    WHERE a.value IS NOT (SELECT CAST(sum(CAST(value AS INTEGER)) AS TEXT) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'count')
  UNION ALL SELECT 'counter.below', 'entry', max(seq), sum(CAST(value AS INTEGER)) FROM entry WHERE action = 'count' GROUP BY item, unit HAVING sum(CAST(value AS INTEGER)) < 0;

CREATE VIEW check_evidence AS
  SELECT 'evidence.journal' AS rule, 'evidence' AS place, v.id AS row, v.uri AS found FROM evidence v LEFT JOIN entry e ON e.seq = v.id
    WHERE e.action IS NOT 'attach' OR e.item IS NOT v.item OR e.uri IS NOT v.uri OR e.sha256 IS NOT v.sha256
  UNION ALL SELECT 'evidence.sha256', 'evidence', id, uri FROM evidence WHERE sha256 IS NULL AND uri NOT GLOB '[a-z]*://*';

CREATE VIEW check_value AS
  SELECT 'value.journal' AS rule, 'value' AS place, v.item AS row, v.field AS found FROM value v LEFT JOIN entry e ON e.seq = v.entry
    WHERE e.item IS NOT v.item OR e.field IS NOT v.field OR e.new IS NOT v.value
  UNION ALL SELECT 'value.type', 'value', v.item, v.field FROM value v LEFT JOIN item i ON i.id = v.item LEFT JOIN field f ON f.ledger = i.ledger AND f.code = v.field
    WHERE f.code IS NULL OR (v.value IS NOT NULL AND NOT CASE f.type
      WHEN 'integer' THEN ltrim(v.value, '-') GLOB '[0-9]*' AND ltrim(v.value, '-') NOT GLOB '*[^0-9]*' AND v.value NOT GLOB '--*'
      WHEN 'number' THEN ltrim(v.value, '-') GLOB '[0-9]*' AND ltrim(v.value, '-') NOT GLOB '*[^0-9.]*' AND v.value NOT GLOB '*.*.*'
        AND v.value NOT GLOB '*.' AND v.value NOT GLOB '--*'
      WHEN 'date' THEN strftime('%Y-%m-%d', julianday(v.value)) IS v.value
      WHEN 'choice' THEN instr(',' || f.choices || ',', ',' || v.value || ',') > 0 AND instr(v.value, ',') = 0
      WHEN 'unit' THEN v.value IN (SELECT code FROM unit) ELSE 1 END);

CREATE VIEW check_calendar AS
  SELECT 'calendar.journal' AS rule, 'calendar' AS place, c.entry AS row, c.day AS found FROM calendar c LEFT JOIN entry e ON e.seq = c.entry
    WHERE e.action IS NOT 'set_day' OR e.happened_on IS NOT c.day OR (e.kind = 'workday') IS NOT c.working;

CREATE VIEW check_synonym AS
  SELECT 'synonym.journal' AS rule, 'synonym' AS place, s.entry AS row, s.heading AS found FROM synonym s LEFT JOIN entry e ON e.seq = s.entry
    WHERE s.entry IS NOT NULL AND (e.action IS NOT 'add_synonym' OR e.title IS NOT s.heading OR e.field IS NOT s.name);

CREATE VIEW check_datum AS
  SELECT 'datum.journal' AS rule, 'datum' AS place, d.id AS row, d.code AS found FROM datum d LEFT JOIN entry e ON e.seq = d.id
    WHERE e.action IS NOT 'add_datum' OR e.code IS NOT d.code OR e.title IS NOT d.title OR e.kind IS NOT d.type OR e.detail IS NOT d.choices OR e.source IS NOT d.source
  UNION ALL SELECT 'datum.journal', 'ledger_datum', f.entry, f.datum FROM ledger_datum f LEFT JOIN entry e ON e.seq = f.entry
    WHERE e.action IS NOT 'list_datum' OR e.ledger IS NOT f.ledger OR e.field IS NOT f.datum
  UNION ALL SELECT 'datum.none', 'ledger_datum', entry, datum FROM ledger_datum WHERE datum NOT IN (SELECT code FROM datum)
  UNION ALL SELECT 'datum_value.journal', 'datum_value', v.entry, v.datum FROM datum_value v LEFT JOIN entry e ON e.seq = v.entry LEFT JOIN entry f ON f.seq = v.filled
    WHERE f.action IS NOT 'fill' OR e.action IS NOT iif(v.entry = v.filled, 'fill', 'correct') OR e.new IS NOT v.value
      OR v.entry IS NOT (SELECT max(seq) FROM entry WHERE item IS NULL AND unit = v.unit AND (action = 'fill' OR action = 'correct') AND field = v.datum AND period = v.period)
      OR e.field IS NOT v.datum OR e.unit IS NOT v.unit OR e.period IS NOT v.period OR f.field IS NOT v.datum OR f.unit IS NOT v.unit OR f.period IS NOT v.period
  UNION ALL SELECT 'datum.none', 'datum_value', entry, datum FROM datum_value WHERE datum NOT IN (SELECT code FROM datum);

CREATE VIEW check_listing AS
  SELECT 'listing.journal' AS rule, 'listing' AS place, n.item AS row, n.no AS found FROM listing n LEFT JOIN entry e ON e.seq = n.entry
    WHERE e.item IS NOT n.item OR e.ledger IS NOT n.ledger OR (e.action = 'delist') IS NOT (n.ended_at IS NOT NULL) OR (e.action = 'enlist' AND e.no IS NOT n.no)
  UNION ALL SELECT 'listing.home', 'listing', n.item, n.no FROM listing n JOIN item i ON i.id = n.item AND i.ledger = n.ledger
  UNION ALL SELECT 'item.no_taken', 'listing', n.item, n.no FROM listing n JOIN item i ON i.ledger = n.ledger AND i.no = n.no WHERE n.ended_at IS NULL
  UNION ALL SELECT 'item.no_taken', 'listing', max(item), no FROM listing WHERE ended_at IS NULL GROUP BY ledger, no HAVING count(*) > 1;

CREATE VIEW check_warning AS
  SELECT 'warning.journal' AS rule, 'warning' AS place, w.item AS row, w.level AS found FROM warning w LEFT JOIN entry e ON e.seq = w.entry
    WHERE e.item IS NOT w.item OR e.kind IS NOT w.level OR e.action IS NOT iif(w.acknowledged_at IS NULL, 'warn', 'acknowledge_warning');

CREATE VIEW check_series AS
  -- A series as its entries left it; its occurrences: each once, in its ledger, with the uid that their series and period make.
  SELECT 'series.journal' AS rule, 'series' AS place, q.id AS row, q.code AS found FROM series q LEFT JOIN entry e ON e.seq = q.id LEFT JOIN entry l ON l.seq = q.entry
    WHERE e.action IS NOT 'add_series' OR e.uid IS NOT q.uid OR e.ledger IS NOT q.ledger OR e.code IS NOT q.code OR e.title IS NOT q.title OR e.detail IS NOT q.detail
      OR e.unit IS NOT q.unit OR e.kind IS NOT q.cycle OR e.new IS NOT q.day OR e.field IS NOT q.adjust OR e.period IS NOT q.first_period
      OR q.last_period IS NOT iif(q.entry = q.id, NULL, l.period) OR (q.entry <> q.id AND (l.action IS NOT 'end_series' OR l.series IS NOT q.id))
  UNION ALL SELECT 'series.code_taken', 'series', max(id), code FROM series GROUP BY code HAVING count(*) > 1
  UNION ALL SELECT 'series.twice', 'item', max(id), period FROM item WHERE series IS NOT NULL GROUP BY series, period HAVING count(*) > 1
  UNION ALL SELECT 'series.id', 'item', i.id, i.series FROM item i LEFT JOIN series q ON q.id = i.series WHERE i.series IS NOT NULL AND q.ledger IS NOT i.ledger
  UNION ALL SELECT 'series.period', 'item', i.id, i.period FROM item i LEFT JOIN series q ON q.id = i.series LEFT JOIN entry e ON e.seq = i.id
    WHERE coalesce(i.series, i.period) IS NOT NULL AND (i.series IS NULL OR i.period IS NULL OR i.period < q.first_period OR i.period > q.last_period
      OR e.series IS NOT i.series OR e.period IS NOT i.period)
  UNION ALL SELECT 'series.uid', 'item', i.id, i.uid FROM item i JOIN series q ON q.id = i.series
    WHERE i.uid IS NOT substr(q.uid, 1, 12) || lower(hex(i.period)) || substr('00000000000000000000', 1, 20 - 2 * length(i.period));

CREATE VIEW check_tally AS
  -- The tally against the items counted anew, and its months against all of them. (A row of nothing is right, too.)
  WITH counted AS (SELECT t.*, t.stopped_late + (t.running AND t.due < d.day) AS overdue FROM item_tally t CROSS JOIN tally_day d WHERE unit > 0 OR NOT registered)
  SELECT 'tally.journal' AS rule, 'tally' AS place, ledger AS row, month || ' ' || unit AS found FROM (
    SELECT month, ledger, unit, sum(registered), sum(dispatched), sum(in_progress), sum(in_review), sum(notice), sum(standing), sum(suspended), sum(closed), sum(cancelled),
      sum(with_due), sum(overdue), sum(late), sum(days), sum(dated), sum(extended), sum(reviewed), sum(returned), sum(finished), sum(reopened)
    FROM (SELECT month, ledger, unit, registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled, with_due, overdue, late, days,
      dated, extended, reviewed, returned, finished, reopened FROM counted
      UNION ALL SELECT '', ledger, unit, registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled, with_due, overdue, late, days,
      dated, extended, reviewed, returned, finished, reopened FROM counted
      UNION ALL SELECT month, ledger, unit, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM tally) GROUP BY month, ledger, unit
    EXCEPT SELECT * FROM tally)
  UNION ALL SELECT 'tally.journal', 'tally_day', 1, (SELECT group_concat(day) FROM tally_day)
    WHERE (SELECT group_concat(day) FROM tally_day) IS NOT coalesce((SELECT substr(at, 1, 10) FROM entry WHERE item < seq ORDER BY seq DESC LIMIT 1), '');

CREATE VIEW check_workflow AS
  SELECT rule, 'workflow' AS place, NULL AS row, workflow || ': ' || found AS found FROM workflow_fault
  UNION ALL SELECT 'workflow.frozen', 'workflow', w.entry, w.name FROM workflow w LEFT JOIN entry e ON e.seq = w.entry
    WHERE w.entry IS NOT NULL AND (e.action IS NOT 'add_workflow' OR e.code IS NOT w.name OR e.title IS NOT w.zh OR e.detail IS NOT w.definition)
  UNION ALL SELECT 'move.frozen', 'move', m.entry, m.workflow || ' ' || m.action || ' ' || m.from_state FROM move m JOIN workflow w ON w.name = m.workflow
    WHERE m.entry IS NOT w.entry OR (m.entry IS NOT NULL AND NOT instr(char(10) || w.definition || char(10), char(10) || m.action || ' ' || m.from_state || ' '
      || coalesce(m.to_state, '-') || ' ' || coalesce(m.by, '-') || iif(m.needs_note, ' note', ' -') || char(10)));

CREATE VIEW check_seal AS
  SELECT 'seal.order' AS rule, 'seal' AS place, seq AS row, digest AS found FROM seal WHERE seq NOT IN (SELECT seq FROM entry);

CREATE VIEW check_book AS
  -- All of the above: no row is the right answer.
  SELECT * FROM check_entry UNION ALL SELECT * FROM check_unit UNION ALL SELECT * FROM check_ledger UNION ALL SELECT * FROM check_item
  UNION ALL SELECT * FROM check_assignment UNION ALL SELECT * FROM check_counter UNION ALL SELECT * FROM check_evidence UNION ALL SELECT * FROM check_value UNION ALL SELECT * FROM check_seal
  UNION ALL SELECT * FROM check_calendar UNION ALL SELECT * FROM check_datum UNION ALL SELECT * FROM check_listing UNION ALL SELECT * FROM check_warning UNION ALL SELECT * FROM check_workflow
  UNION ALL SELECT * FROM check_series UNION ALL SELECT * FROM check_synonym UNION ALL SELECT * FROM check_tally
  UNION ALL SELECT 'book.one', 'book', count(*), 'there must be one row' FROM book HAVING count(*) <> 1;
