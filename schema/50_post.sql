-- The door. INSERT INTO post adds an entry: it fills in what the caller may leave out; the rules of entry then check all of it.

CREATE VIEW post AS
  -- 记账. The columns of entry, and two more. What is left out stays as it is.
  --   clear   columns to be emptied: 'due,detail' (with amend; rate and return may clear nothing)
  --   expect  the entry last seen of the item: refused when there is a newer one
  -- INSERT INTO post(item, action, actor, unit, note) VALUES (7, 'close', 'wang', NULL, '已核查');
  -- For add_unit give code and title (its name), for add_ledger code, title and kind (its template) or workflow, for register
  -- ledger and title. Without a unit, what only the lead can do is done for the lead; an action of any assigned unit is taken for
  -- the lead's own only while the lead is the only unit assigned.
  SELECT *, NULL AS clear, NULL AS expect FROM entry;

CREATE TRIGGER post_item INSTEAD OF INSERT ON post WHEN NEW.item IS NOT NULL AND NEW.action <> 'amend' BEGIN
  SELECT RAISE(ABORT, 'tl:item.expect') WHERE NEW.expect IS NOT NULL AND NEW.expect IS NOT (SELECT entry FROM item WHERE id = NEW.item);
  -- The same request again: nothing to add, if all that is given is as it was; else refused.
  SELECT CASE WHEN action = NEW.action AND actor = NEW.actor AND item = NEW.item AND coalesce(unit = NEW.unit, NEW.unit IS NULL) AND coalesce(role = NEW.role, NEW.role IS NULL)
    AND coalesce(officer = NEW.officer, NEW.officer IS NULL) AND coalesce(coalesce(asked_due, due) = NEW.due, NEW.due IS NULL)
    AND coalesce(percent = CAST(NEW.percent AS TEXT), NEW.percent IS NULL) AND coalesce(value = CAST(NEW.value AS TEXT), NEW.value IS NULL) AND coalesce(risk = NEW.risk, NEW.risk IS NULL)
    AND coalesce(note = NEW.note, NEW.note IS NULL) AND coalesce(problem = NEW.problem, NEW.problem IS NULL) AND coalesce(next_step = NEW.next_step, NEW.next_step IS NULL)
    AND coalesce(happened_on = NEW.happened_on, NEW.happened_on IS NULL) AND coalesce(asked_due = NEW.asked_due, NEW.asked_due IS NULL)
    AND coalesce(title = NEW.title, NEW.title IS NULL) AND coalesce(uri = NEW.uri, NEW.uri IS NULL) AND coalesce(sha256 = NEW.sha256, NEW.sha256 IS NULL)
    AND coalesce(size = NEW.size, NEW.size IS NULL) AND coalesce(data = NEW.data, NEW.data IS NULL)
    THEN RAISE(IGNORE) ELSE RAISE(ABORT, 'tl:entry.request') END
    FROM entry WHERE NEW.request IS NOT NULL AND request = NEW.request;
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, problem, next_step, happened_on,
    asked_due, title, uri, sha256, size, request, data)
  VALUES (NEW.seq,
    (SELECT max(at, coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))) FROM entry ORDER BY seq DESC LIMIT 1),
    NEW.actor, NEW.action, NEW.item, NEW.ledger,
    coalesce(NEW.unit, (SELECT iif(m.by = 'lead' OR (SELECT count(*) FROM assignment WHERE item = i.id AND ended_at IS NULL) = 1, i.lead, NULL)
      FROM item i JOIN ledger l ON l.id = i.ledger JOIN move m ON m.workflow = l.workflow AND m.action = NEW.action AND m.from_state = i.state
      WHERE i.id = NEW.item AND m.by IS NOT NULL)),
    NEW.role, NEW.officer,
    coalesce(NEW.state, (SELECT iif(m.by = 'lead_moves' AND NEW.unit <> i.lead, i.state, coalesce(m.to_state, i.suspended_from))
      FROM item i JOIN ledger l ON l.id = i.ledger JOIN move m ON m.workflow = l.workflow AND m.action = NEW.action AND m.from_state = i.state WHERE i.id = NEW.item)),
    (SELECT CASE NEW.action WHEN 'request_extension' THEN due WHEN 'grant_extension' THEN coalesce(NEW.due, asked_due)
      WHEN 'resume' THEN coalesce(NEW.due, date(due, (julianday(date(max((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
        (SELECT utc_offset FROM book))) - julianday(suspended_on)) || ' days'))
      WHEN 'make_standing' THEN NEW.due ELSE coalesce(NEW.due, due) END FROM item WHERE id = NEW.item),
    NEW.percent, NEW.value, coalesce(NEW.risk, (SELECT risk FROM item WHERE id = NEW.item)),
    NEW.note, NEW.problem, NEW.next_step, NEW.happened_on, iif(NEW.action = 'request_extension', coalesce(NEW.asked_due, NEW.due), NEW.asked_due),
    NEW.title, NEW.uri, NEW.sha256, NEW.size, NEW.request, NEW.data);
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_amend INSTEAD OF INSERT ON post WHEN NEW.item IS NOT NULL AND NEW.action = 'amend' BEGIN
  -- Give columns (title, due …), or clear, or one name in field with its content in new.
  SELECT RAISE(ABORT, 'tl:item.expect') WHERE NEW.expect IS NOT NULL AND NEW.expect IS NOT (SELECT entry FROM item WHERE id = NEW.item);
  SELECT CASE WHEN action = NEW.action AND actor = NEW.actor AND item = NEW.item AND coalesce(note = NEW.note, NEW.note IS NULL)
    AND coalesce(no = NEW.no, NEW.no IS NULL) AND coalesce(title = NEW.title, NEW.title IS NULL) AND coalesce(detail = NEW.detail, NEW.detail IS NULL)
    AND coalesce(source = NEW.source, NEW.source IS NULL) AND coalesce(officer = NEW.officer, NEW.officer IS NULL) AND coalesce(due = NEW.due, NEW.due IS NULL)
    AND coalesce(parent = NEW.parent, NEW.parent IS NULL) AND coalesce(field = NEW.field, NEW.field IS NULL) AND (NEW.field IS NULL OR new IS NEW.new)
    AND coalesce(data = NEW.data, NEW.data IS NULL) THEN RAISE(IGNORE) ELSE RAISE(ABORT, 'tl:entry.request') END
    FROM entry WHERE NEW.request IS NOT NULL AND request = NEW.request;
  SELECT RAISE(ABORT, 'tl:entry.item') WHERE NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.item);
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, state, due, risk, note, problem, next_step, happened_on, field, old, new,
    no, title, detail, source, officer, parent, request, data)
  SELECT NEW.seq, max((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
    NEW.actor, NEW.action, NEW.item, NEW.ledger, NEW.unit, NEW.role, coalesce(NEW.state, i.state), a.due, coalesce(NEW.risk, i.risk),
    NEW.note, NEW.problem, NEW.next_step, NEW.happened_on, a.field,
    coalesce(NEW.old, CASE a.field WHEN 'no' THEN i.no WHEN 'title' THEN i.title WHEN 'detail' THEN i.detail WHEN 'source' THEN i.source
      WHEN 'officer' THEN i.officer WHEN 'due' THEN i.due WHEN 'parent' THEN CAST(i.parent AS TEXT)
      ELSE (SELECT value FROM value WHERE item = i.id AND field = a.field) END),
    CASE a.field WHEN 'no' THEN a.no WHEN 'title' THEN a.title WHEN 'detail' THEN a.detail WHEN 'source' THEN a.source
      WHEN 'officer' THEN a.officer WHEN 'due' THEN a.due WHEN 'parent' THEN CAST(a.parent AS TEXT) ELSE NEW.new END,
    a.no, a.title, a.detail, a.source, a.officer, a.parent, NEW.request, NEW.data
  FROM item i JOIN (
    SELECT g.*, coalesce(nullif(rtrim(iif(g.no IS NOT o.no, 'no,', '') || iif(g.title IS NOT o.title, 'title,', '') || iif(g.detail IS NOT o.detail, 'detail,', '')
      || iif(g.source IS NOT o.source, 'source,', '') || iif(g.officer IS NOT o.officer, 'officer,', '') || iif(g.due IS NOT o.due, 'due,', '')
      || iif(g.parent IS NOT o.parent, 'parent,', ''), ','), ''), NEW.field) AS field
    FROM item o JOIN (
      SELECT id,
        iif(NEW.field = 'no', NEW.new, coalesce(NEW.no, no)) AS no,
        iif(NEW.field = 'title', NEW.new, coalesce(NEW.title, title)) AS title,
        CASE WHEN NEW.field = 'detail' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',detail,') THEN NULL ELSE coalesce(NEW.detail, detail) END AS detail,
        CASE WHEN NEW.field = 'source' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',source,') THEN NULL ELSE coalesce(NEW.source, source) END AS source,
        CASE WHEN NEW.field = 'officer' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',officer,') THEN NULL ELSE coalesce(NEW.officer, officer) END AS officer,
        CASE WHEN NEW.field = 'due' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',due,') THEN NULL ELSE coalesce(NEW.due, due) END AS due,
        CASE WHEN NEW.field = 'parent' THEN CAST(NEW.new AS INTEGER) WHEN instr(',' || NEW.clear || ',', ',parent,') THEN NULL ELSE coalesce(NEW.parent, parent) END AS parent
      FROM item WHERE id = NEW.item) g ON g.id = o.id) a ON a.id = i.id
  WHERE i.id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_register INSTEAD OF INSERT ON post WHEN NEW.item IS NULL BEGIN
  -- What founds something: register, and the entries about units, ledgers and the book. Their seq becomes the id.
  SELECT CASE WHEN action = NEW.action AND actor = NEW.actor AND coalesce(ledger = NEW.ledger, NEW.ledger IS NULL) AND coalesce(unit = NEW.unit, NEW.unit IS NULL)
    AND coalesce(no = NEW.no, NEW.no IS NULL) AND coalesce(title = NEW.title, NEW.title IS NULL) AND coalesce(detail = NEW.detail, NEW.detail IS NULL)
    AND coalesce(source = NEW.source, NEW.source IS NULL) AND coalesce(officer = NEW.officer, NEW.officer IS NULL) AND coalesce(due = NEW.due, NEW.due IS NULL)
    AND coalesce(risk = NEW.risk, NEW.risk IS NULL) AND coalesce(parent = NEW.parent, NEW.parent IS NULL) AND coalesce(uid = NEW.uid, NEW.uid IS NULL)
    AND coalesce(code = NEW.code, NEW.code IS NULL) AND coalesce(kind = NEW.kind, NEW.kind IS NULL) AND coalesce(workflow = NEW.workflow, NEW.workflow IS NULL)
    AND coalesce(field = NEW.field, NEW.field IS NULL) AND coalesce(new = NEW.new, NEW.new IS NULL) AND coalesce(note = NEW.note, NEW.note IS NULL)
    AND coalesce(happened_on = NEW.happened_on, NEW.happened_on IS NULL) AND coalesce(data = NEW.data, NEW.data IS NULL)
    THEN RAISE(IGNORE) ELSE RAISE(ABORT, 'tl:entry.request') END
    FROM entry WHERE NEW.request IS NOT NULL AND request = NEW.request;
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, happened_on, field, old, new,
    no, title, detail, source, parent, uid, code, kind, workflow, required, request, data)
  VALUES (coalesce(NEW.seq, (SELECT coalesce(max(seq), 0) + 1 FROM entry)),
    max(coalesce((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), ''), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
    NEW.actor, NEW.action,
    iif(NEW.action = 'register', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NULL),
    iif(NEW.action = 'add_ledger', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NEW.ledger),
    iif(NEW.action = 'add_unit', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NEW.unit),
    NEW.role, NEW.officer, iif(NEW.action = 'register', coalesce(NEW.state, 'registered'), NEW.state), NEW.due, NEW.percent, NEW.value, NEW.risk,
    NEW.note, NEW.happened_on, iif(NEW.action = 'found_book', 'utc_offset', NEW.field),
    CASE NEW.action WHEN 'amend_ledger' THEN coalesce(NEW.old, (SELECT CASE NEW.field WHEN 'title' THEN title WHEN 'source' THEN source WHEN 'evidence' THEN CAST(evidence AS TEXT)
      WHEN 'second_party' THEN CAST(second_party AS TEXT) WHEN 'blue_days' THEN CAST(blue_days AS TEXT) WHEN 'yellow_days' THEN CAST(yellow_days AS TEXT)
      WHEN 'lag_points' THEN CAST(lag_points AS TEXT) END FROM ledger WHERE id = NEW.ledger))
      WHEN 'rename_unit' THEN coalesce(NEW.old, (SELECT name FROM unit WHERE id = NEW.unit)) ELSE NEW.old END,
    -- A book keeps the machine's own offset where it is given none.
    iif(NEW.action = 'found_book', coalesce(NEW.new, (SELECT printf('%s%02d:%02d', iif(m < 0, '-', '+'), abs(m) / 60, abs(m) % 60)
      FROM (SELECT CAST(round((julianday('now', 'localtime') - julianday('now')) * 1440) AS INTEGER) AS m))), NEW.new),
    iif(NEW.action = 'register', coalesce(NEW.no, CAST((SELECT last_no + 1 FROM ledger WHERE id = NEW.ledger) AS TEXT)), NEW.no),
    NEW.title, NEW.detail, NEW.source, NEW.parent,
    iif(NEW.action = 'register' OR NEW.action = 'found_book', coalesce(NEW.uid, lower(hex(randomblob(16)))), NEW.uid),
    NEW.code, iif(NEW.action = 'found_book', coalesce(NEW.kind, 'real clock'), NEW.kind),
    iif(NEW.action = 'add_ledger', coalesce(NEW.workflow, (SELECT workflow FROM template WHERE name = NEW.kind)), NEW.workflow),
    NEW.required, NEW.request, NEW.data);
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_update INSTEAD OF UPDATE ON post BEGIN SELECT RAISE(ABORT, 'tl:entry.immutable'); END;
CREATE TRIGGER post_delete INSTEAD OF DELETE ON post BEGIN SELECT RAISE(ABORT, 'tl:entry.immutable'); END;
