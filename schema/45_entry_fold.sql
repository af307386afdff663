-- The fold: what each entry makes of the present. AFTER triggers whose WHENs exclude one another; none of them adds an entry.
-- In the hot path no INSERT … SELECT (a target with triggers makes SQLite fill a temporary table first), and no column in a SET
-- list that has an index or a foreign key unless this kind of entry changes it (the work is redone for a column merely named). A value that is
-- seldom wanted stands in a CASE: AND evaluates both its sides.

CREATE TRIGGER entry_fold_still AFTER INSERT ON entry
  WHEN NEW.action = 'report' OR NEW.action = 'complete' OR NEW.action = 'attach' OR NEW.action = 'urge' OR NEW.action = 'hear' OR NEW.action = 'instruct'
    OR NEW.action = 'talk' OR NEW.action = 'comment' OR NEW.action = 'request_extension' OR NEW.action = 'refuse_extension' OR NEW.action = 'notify'
    OR NEW.action = 'circulate'
BEGIN
  -- An entry that leaves the item where it is.
  UPDATE item SET entry = NEW.seq,
    percent = iif(NEW.percent IS NOT NULL AND NEW.unit IS lead, NEW.percent, percent),
    value = iif(NEW.value IS NOT NULL AND NEW.unit IS lead, NEW.value, value),
    report = iif(NEW.action = 'report', NEW.seq, report),
    evidence = evidence + (NEW.action = 'attach'), urged = urged + (NEW.action = 'urge'),
    asked_due = CASE NEW.action WHEN 'request_extension' THEN NEW.asked_due WHEN 'refuse_extension' THEN NULL ELSE asked_due END,
    late_requests = CASE NEW.action WHEN 'request_extension' THEN late_requests + coalesce(date(NEW.at, (SELECT utc_offset FROM book)) > due, 0) ELSE late_requests END
    WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER entry_fold_line AFTER INSERT ON entry
  WHEN NEW.unit IS NOT NULL AND NEW.item IS NOT NULL AND NEW.action <> 'assign' AND NEW.action <> 'unassign' AND NEW.action <> 'count'
BEGIN
  -- The line of the unit for which it was done.
  UPDATE assignment SET entry = NEW.seq, percent = coalesce(NEW.percent, percent), value = coalesce(NEW.value, value),
    signed_at = iif(NEW.action = 'acknowledge', NEW.at, signed_at), completed_at = iif(NEW.action = 'complete', NEW.at, completed_at)
    WHERE item = NEW.item AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER entry_fold_move AFTER INSERT ON entry
  WHEN NEW.action = 'dispatch' OR NEW.action = 'acknowledge' OR NEW.action = 'decline' OR NEW.action = 'grant_extension' OR NEW.action = 'make_standing'
    OR NEW.action = 'request_close' OR NEW.action = 'withdraw' OR NEW.action = 'return' OR NEW.action = 'close' OR NEW.action = 'end_notice'
    OR NEW.action = 'object' OR NEW.action = 'reopen' OR NEW.action = 'suspend' OR NEW.action = 'resume' OR NEW.action = 'cancel'
BEGIN
  -- One that moves it, or its due date.
  UPDATE item SET entry = NEW.seq, state = NEW.state, due = NEW.due, baseline_due = coalesce(baseline_due, NEW.due),
    asked_due = iif(NEW.action = 'suspend' OR NEW.action = 'resume' OR NEW.action = 'acknowledge', asked_due, NULL),
    started_on = CASE NEW.action WHEN 'dispatch' THEN date(NEW.at, (SELECT utc_offset FROM book)) ELSE started_on END,
    requested_at = CASE WHEN NEW.action = 'request_close' THEN NEW.at WHEN NEW.state = 'in_progress' OR NEW.state = 'registered' OR NEW.state = 'dispatched' OR NEW.state = 'standing' THEN NULL ELSE requested_at END,
    requester = CASE WHEN NEW.action = 'request_close' THEN NEW.actor WHEN NEW.state = 'in_progress' OR NEW.state = 'registered' OR NEW.state = 'dispatched' OR NEW.state = 'standing' THEN NULL ELSE requester END,
    closed_at = CASE NEW.action WHEN 'close' THEN iif(NEW.state = 'notice', NULL, NEW.at) WHEN 'end_notice' THEN NEW.at WHEN 'cancel' THEN NEW.at WHEN 'reopen' THEN NULL ELSE closed_at END,
    suspended_from = CASE NEW.action WHEN 'suspend' THEN state WHEN 'resume' THEN NULL WHEN 'cancel' THEN NULL ELSE suspended_from END,
    suspended_on = CASE NEW.action WHEN 'suspend' THEN date(NEW.at, (SELECT utc_offset FROM book)) WHEN 'resume' THEN NULL WHEN 'cancel' THEN NULL ELSE suspended_on END,
    -- What was standing once is a task like any other when the work begins again. (An older journal gives the present it gave then: before_1002.)
    goal = CASE NEW.action WHEN 'make_standing' THEN NEW.note ELSE iif((NEW.action = 'return' OR NEW.action = 'withdraw' OR NEW.action = 'reopen' OR NEW.action = 'object')
      AND NEW.seq > (SELECT seq FROM before_1002), NULL, goal) END, due_text = iif(NEW.due IS NOT due OR NEW.due_text IS NOT NULL, NEW.due_text, due_text),
    -- Suspended, the days of the notice stand still, as those of the due date do.
    notice_on = CASE NEW.action WHEN 'close' THEN iif(NEW.state = 'notice', date(NEW.at, (SELECT utc_offset FROM book)), NULL) WHEN 'suspend' THEN notice_on
      WHEN 'resume' THEN date(notice_on, (julianday(date(NEW.at, (SELECT utc_offset FROM book))) - julianday(suspended_on)) || ' days')
      ELSE iif(NEW.state = 'notice', notice_on, NULL) END,
    returned = returned + (NEW.action = 'return' OR NEW.action = 'object'), extended = extended + (NEW.action = 'grant_extension'), reopened = reopened + (NEW.action = 'reopen')
    WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER entry_fold_assign AFTER INSERT ON entry
  WHEN NEW.action = 'assign' AND NOT EXISTS (SELECT 1 FROM assignment WHERE item = NEW.item AND unit = NEW.unit)
BEGIN
  -- A unit that comes back to an item has its row there still: rare_fold_assign.
  UPDATE item SET entry = NEW.seq, lead = iif(NEW.role = 'lead', NEW.unit, lead) WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  INSERT INTO assignment(item, unit, role, officer, entry, ledger, no_order, open_due) VALUES (NEW.item, NEW.unit, NEW.role, NEW.officer, NEW.seq,
    (SELECT ledger FROM item WHERE id = NEW.item), (SELECT no_order FROM item WHERE id = NEW.item),
    (SELECT iif(state = 'closed' OR state = 'cancelled', NULL, due_order) FROM item WHERE id = NEW.item));
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER entry_fold_register AFTER INSERT ON entry WHEN NEW.action = 'register' BEGIN
  INSERT INTO item(id, uid, ledger, no, no_order, title, detail, source, parent, officer, state, due, baseline_due, risk, entry, due_text, series, period)
    VALUES (NEW.seq, NEW.uid, NEW.ledger, NEW.no, (SELECT no_order FROM no_order WHERE seq = NEW.seq), NEW.title, NEW.detail, NEW.source,
      NEW.parent, NEW.officer, NEW.state, NEW.due, NEW.due, NEW.risk, NEW.seq, NEW.due_text, NEW.series, NEW.period);
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE ledger SET last_no = iif(NEW.no NOT GLOB '*[^0-9]*' AND (length(NEW.no) <= 15 OR CAST(NEW.no AS INTEGER) = last_no + 1), max(last_no, CAST(NEW.no AS INTEGER)), last_no), entry = NEW.seq
    WHERE id = NEW.ledger;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE VIEW rare_fold AS
  -- The way to the folds of what is rare; see rare_rule.
  SELECT * FROM entry;
CREATE TRIGGER entry_fold_rare AFTER INSERT ON entry
  WHEN NEW.item IS NULL OR NEW.action = 'count' OR NEW.action = 'amend' OR NEW.action = 'attach' OR NEW.action = 'unassign' OR NEW.action = 'rate' OR NEW.action = 'warn'
    OR NEW.action = 'acknowledge_warning' OR NEW.action = 'enlist' OR NEW.action = 'delist'
    OR (NEW.action = 'assign' AND (SELECT entry < NEW.seq FROM assignment WHERE item = NEW.item AND unit = NEW.unit))
BEGIN
  INSERT INTO rare_fold SELECT * FROM entry WHERE seq = NEW.seq;
END;

CREATE TRIGGER rare_fold_assign INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'assign' BEGIN
  -- A unit that comes back begins a new line; what it did on the old one stands in the journal.
  UPDATE item SET entry = NEW.seq, lead = iif(NEW.role = 'lead', NEW.unit, lead) WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  -- Of a counter the line keeps what was counted for the unit: it is part of the figure.
  UPDATE assignment SET entry = NEW.seq, role = NEW.role, officer = NEW.officer, signed_at = NULL, completed_at = NULL, ended_at = NULL,
    percent = iif(NEW.seq > (SELECT seq FROM before_1002), NULL, percent),
    value = iif(NEW.seq <= (SELECT seq FROM before_1002) OR EXISTS (SELECT 1 FROM item i JOIN ledger l ON l.id = i.ledger JOIN move m ON m.workflow = l.workflow AND m.action = 'count' WHERE i.id = NEW.item), value, NULL)
    WHERE item = NEW.item AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER rare_fold_unassign INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'unassign' BEGIN
  UPDATE item SET entry = NEW.seq, lead = nullif(lead, NEW.unit) WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE assignment SET entry = NEW.seq, percent = coalesce(NEW.percent, percent), value = coalesce(NEW.value, value), ended_at = NEW.at
    WHERE item = NEW.item AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER rare_fold_rate INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'rate' BEGIN
  UPDATE item SET entry = NEW.seq, risk = NEW.risk WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER rare_fold_attach INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'attach' BEGIN
  INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (NEW.seq, NEW.item, NEW.unit, NEW.title, NEW.uri, NEW.sha256, NEW.size);
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
END;

CREATE TRIGGER rare_fold_amend INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'amend' BEGIN
  UPDATE item SET entry = NEW.seq, no = NEW.no, no_order = (SELECT no_order FROM no_order WHERE seq = NEW.seq), title = NEW.title,
    detail = NEW.detail, source = NEW.source, officer = NEW.officer, due = NEW.due, baseline_due = coalesce(baseline_due, NEW.due), parent = NEW.parent,
    due_text = iif(instr(',' || NEW.field || ',', ',due,') > 0, NEW.due_text, due_text)
    WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE ledger SET last_no = CAST(NEW.no AS INTEGER)
    WHERE id = (SELECT ledger FROM item WHERE id = NEW.item) AND NEW.no NOT GLOB '*[^0-9]*' AND length(NEW.no) <= 15 AND CAST(NEW.no AS INTEGER) > last_no;
  UPDATE value SET entry = NEW.seq, value = NEW.new WHERE item = NEW.item AND field = NEW.field;
  INSERT INTO value(item, field, value, entry)
    SELECT NEW.item, NEW.field, NEW.new, NEW.seq
    WHERE EXISTS (SELECT 1 FROM field WHERE code = NEW.field AND ledger = (SELECT ledger FROM item WHERE id = NEW.item))
      AND NOT EXISTS (SELECT 1 FROM value WHERE item = NEW.item AND field = NEW.field);
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE EXISTS (SELECT 1 FROM field WHERE code = NEW.field AND ledger = (SELECT ledger FROM item WHERE id = NEW.item))
    AND (SELECT entry FROM value WHERE item = NEW.item AND field = NEW.field) IS NOT NEW.seq;
END;

CREATE TRIGGER rare_fold_listing INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'enlist' OR NEW.action = 'delist' BEGIN
  UPDATE item SET entry = NEW.seq WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  UPDATE listing SET entry = NEW.seq, no = coalesce(NEW.no, no), no_order = iif(NEW.no IS NULL, no_order, (SELECT no_order FROM no_order WHERE seq = NEW.seq)),
    ended_at = iif(NEW.action = 'delist', NEW.at, NULL)
    WHERE ledger = NEW.ledger AND item = NEW.item;
  INSERT INTO listing(ledger, item, no, no_order, entry)
    SELECT NEW.ledger, NEW.item, NEW.no, (SELECT no_order FROM no_order WHERE seq = NEW.seq), NEW.seq
    WHERE NOT EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND item = NEW.item);
  UPDATE ledger SET entry = NEW.seq,
    last_no = iif(NEW.no NOT GLOB '*[^0-9]*' AND (length(NEW.no) <= 15 OR CAST(NEW.no AS INTEGER) = last_no + 1), max(last_no, CAST(NEW.no AS INTEGER)), last_no)
    WHERE id = NEW.ledger;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1 OR (SELECT entry FROM listing WHERE ledger = NEW.ledger AND item = NEW.item) IS NOT NEW.seq;
END;

CREATE TRIGGER rare_fold_warning INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'warn' OR NEW.action = 'acknowledge_warning' BEGIN
  UPDATE item SET entry = NEW.seq WHERE id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  INSERT INTO warning(item, level, due, raised_at, entry)
    SELECT NEW.item, NEW.kind, coalesce(NEW.due, ''), NEW.at, NEW.seq WHERE NEW.action = 'warn';
  UPDATE warning SET acknowledged_at = NEW.at, acknowledged_by = NEW.actor, entry = NEW.seq
    WHERE NEW.action = 'acknowledge_warning' AND item = NEW.item AND level = NEW.kind AND acknowledged_at IS NULL;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NOT EXISTS (SELECT 1 FROM warning WHERE item = NEW.item AND level = NEW.kind AND entry = NEW.seq);
END;

CREATE TRIGGER rare_fold_calendar INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'set_day' BEGIN
  UPDATE calendar SET working = NEW.kind = 'workday', title = NEW.title, source = NEW.source, entry = NEW.seq WHERE day = NEW.happened_on;
  INSERT INTO calendar(day, working, title, source, entry)
    SELECT NEW.happened_on, NEW.kind = 'workday', NEW.title, NEW.source, NEW.seq WHERE NOT EXISTS (SELECT 1 FROM calendar WHERE day = NEW.happened_on);
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE (SELECT entry FROM calendar WHERE day = NEW.happened_on) IS NOT NEW.seq;
END;

CREATE TRIGGER rare_fold_workflow INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'add_workflow' BEGIN
  INSERT INTO workflow(name, evidence, second_party, en, zh, definition, entry) VALUES (NEW.code, 0, 0, NEW.title, NEW.title, NEW.detail, NEW.seq);
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE changes() <> 1;
  INSERT INTO move(workflow, action, from_state, to_state, by, needs_note, entry)
    SELECT workflow, action, from_state, to_state, by, needs_note, NEW.seq FROM workflow_line WHERE workflow = NEW.code AND well_formed GROUP BY action, from_state;
  -- What is wrong with it can be asked only of moves that are there; the whole entry is refused all the same.
  SELECT CASE (SELECT rule FROM workflow_fault WHERE workflow = NEW.code LIMIT 1)
    WHEN 'workflow.line' THEN RAISE(ABORT, 'tl:workflow.line') WHEN 'workflow.action' THEN RAISE(ABORT, 'tl:workflow.action')
    WHEN 'workflow.state' THEN RAISE(ABORT, 'tl:workflow.state') WHEN 'workflow.by' THEN RAISE(ABORT, 'tl:workflow.by')
    WHEN 'workflow.direction' THEN RAISE(ABORT, 'tl:workflow.direction')
    WHEN 'workflow.unreachable' THEN RAISE(ABORT, 'tl:workflow.unreachable') WHEN 'workflow.no_close' THEN RAISE(ABORT, 'tl:workflow.no_close') END;
END;

CREATE TRIGGER rare_fold_book INSTEAD OF INSERT ON rare_fold WHEN NEW.item IS NULL AND NOT (NEW.action = 'set_day' OR NEW.action = 'add_workflow' OR NEW.action = 'add_series'
  OR NEW.action = 'end_series' OR NEW.action = 'add_datum' OR NEW.action = 'list_datum' OR NEW.action = 'fill' OR NEW.action = 'correct' OR NEW.action = 'add_synonym' OR NEW.action = 'import') BEGIN
  INSERT INTO book(id, uid, title, utc_offset, given_clock, entry)
    SELECT 1, NEW.uid, NEW.title, NEW.new, NEW.kind = 'given clock', NEW.seq WHERE NEW.action = 'found_book';
  INSERT INTO unit(id, code, name, kind, parent, entry)
    SELECT NEW.seq, NEW.code, NEW.title, NEW.kind, NEW.parent, NEW.seq WHERE NEW.action = 'add_unit';
  UPDATE unit SET name = NEW.title, entry = NEW.seq WHERE NEW.action = 'rename_unit' AND id = NEW.unit;
  UPDATE unit SET holder = NEW.officer, entry = NEW.seq WHERE NEW.action = 'appoint' AND id = NEW.unit;
  UPDATE unit SET retired = 1, entry = NEW.seq WHERE NEW.action = 'retire_unit' AND id = NEW.unit;
  INSERT INTO ledger(id, code, title, workflow, template, source, evidence, second_party, notice_days, all_sign, extensions, report_days, last_no, entry)
    SELECT NEW.seq, NEW.code, NEW.title, w.name, NEW.kind, NEW.source, w.evidence, w.second_party, w.notice_days,
      coalesce((SELECT content FROM template_policy p JOIN template t ON t.name = p.template WHERE p.template = NEW.kind AND t.workflow = w.name AND p.name = 'all_sign'), 0),
      (SELECT content FROM template_policy p JOIN template t ON t.name = p.template WHERE p.template = NEW.kind AND t.workflow = w.name AND p.name = 'extensions'),
      (SELECT content FROM template_policy p JOIN template t ON t.name = p.template WHERE p.template = NEW.kind AND t.workflow = w.name AND p.name = 'report_days'), 0, NEW.seq
    FROM workflow w WHERE NEW.action = 'add_ledger' AND w.name = NEW.workflow;
  INSERT INTO field(ledger, code, rank, title, type, required, choices, entry)
    SELECT NEW.seq, code, rank, title, type, required, choices, NEW.seq FROM template_field WHERE NEW.action = 'add_ledger' AND template = NEW.kind;
  INSERT INTO field(ledger, code, rank, title, type, required, choices, entry)
    SELECT NEW.ledger, NEW.field, (SELECT coalesce(max(rank), 0) + 1 FROM field WHERE ledger = NEW.ledger), NEW.title, NEW.kind, coalesce(NEW.required, 0), NEW.detail, NEW.seq WHERE NEW.action = 'add_field';
  UPDATE ledger SET entry = NEW.seq,
    title = iif(NEW.field = 'title', NEW.new, title), source = iif(NEW.field = 'source', NEW.new, source),
    evidence = iif(NEW.field = 'evidence', CAST(NEW.new AS INTEGER), evidence),
    second_party = iif(NEW.field = 'second_party', CAST(NEW.new AS INTEGER), second_party),
    all_sign = iif(NEW.field = 'all_sign', CAST(NEW.new AS INTEGER), all_sign),
    children = iif(NEW.field = 'children', CAST(NEW.new AS INTEGER), children),
    extensions = iif(NEW.field = 'extensions', CAST(NEW.new AS INTEGER), extensions),
    late_extension = iif(NEW.field = 'late_extension', CAST(NEW.new AS INTEGER), late_extension),
    notice_days = iif(NEW.field = 'notice_days', CAST(NEW.new AS INTEGER), notice_days),
    term = iif(NEW.field = 'term', CAST(NEW.new AS INTEGER), term),
    term_working = iif(NEW.field = 'term_working', CAST(NEW.new AS INTEGER), term_working),
    report_days = iif(NEW.field = 'report_days', CAST(NEW.new AS INTEGER), report_days),
    blue_days = iif(NEW.field = 'blue_days', CAST(NEW.new AS INTEGER), blue_days),
    yellow_days = iif(NEW.field = 'yellow_days', CAST(NEW.new AS INTEGER), yellow_days),
    red_days = iif(NEW.field = 'red_days', CAST(NEW.new AS INTEGER), red_days),
    lag_points = iif(NEW.field = 'lag_points', CAST(NEW.new AS INTEGER), lag_points),
    yellow_returns = iif(NEW.field = 'yellow_returns', CAST(NEW.new AS INTEGER), yellow_returns),
    red_returns = iif(NEW.field = 'red_returns', CAST(NEW.new AS INTEGER), red_returns),
    year = iif(NEW.field = 'year', CAST(NEW.new AS INTEGER), year), catalogue = iif(NEW.field = 'catalogue', NEW.new, catalogue), edition = iif(NEW.field = 'edition', NEW.new, edition),
    late_points = iif(NEW.field = 'late_points', CAST(NEW.new AS INTEGER), late_points),
    return_points = iif(NEW.field = 'return_points', CAST(NEW.new AS INTEGER), return_points),
    reopen_points = iif(NEW.field = 'reopen_points', CAST(NEW.new AS INTEGER), reopen_points),
    urge_points = iif(NEW.field = 'urge_points', CAST(NEW.new AS INTEGER), urge_points),
    extension_points = iif(NEW.field = 'extension_points', CAST(NEW.new AS INTEGER), extension_points)
    WHERE (NEW.action = 'amend_ledger' OR NEW.action = 'add_field') AND id = NEW.ledger;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NOT CASE NEW.action
    WHEN 'found_book' THEN EXISTS (SELECT 1 FROM book WHERE entry = NEW.seq)
    WHEN 'add_unit' THEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.seq)
    WHEN 'rename_unit' THEN (SELECT entry FROM unit WHERE id = NEW.unit) IS NEW.seq
    WHEN 'retire_unit' THEN (SELECT entry FROM unit WHERE id = NEW.unit) IS NEW.seq
    WHEN 'appoint' THEN (SELECT entry FROM unit WHERE id = NEW.unit) IS NEW.seq
    WHEN 'add_field' THEN EXISTS (SELECT 1 FROM field WHERE ledger = NEW.ledger AND code = NEW.field)
    ELSE (SELECT entry FROM ledger WHERE id = NEW.ledger) IS NEW.seq END;
END;
