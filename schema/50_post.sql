-- The door. INSERT INTO post adds an entry: it fills in what the caller may leave out; the rules of entry then check all of it.

CREATE VIEW post AS
  -- 记账. The columns of entry, and two more. What is left out stays as it is.
  --   clear   columns to be emptied: 'due,detail' (with amend; rate and return may clear nothing)
  --   expect  the entry last seen of the item: refused when there is a newer one
  -- INSERT INTO post(item, action, actor, unit, note) VALUES (7, 'close', 'wang', NULL, '已核查');
  -- due and due_text go together: the day, and how it was written. due_text alone is a standing rule (长期坚持): no due date is in force then.
  -- For add_unit give code and title (its name), for add_ledger code, title and kind (its template) or workflow, for register
  -- ledger and title. Without a unit, what only the lead can do is done for the lead; an action of any assigned unit is taken for
  -- the lead's own only while the lead is the only unit assigned.
  SELECT *, NULL AS clear, NULL AS expect FROM entry;

CREATE VIEW item_move AS
  -- What each action possible now would make of each item. unit: for whom it is taken to be when no unit is named; state: after it;
  -- line_state: after it when a unit other than the lead does it; due, risk: where it says nothing of them.
  -- plain: 1 unless what is left out follows from the time or from other things given.
  SELECT i.id AS item, m.action, m.by, m.needs_note, i.lead,
    CASE WHEN m.by = 'lead' OR (m.by IS NOT NULL AND (SELECT count(*) FROM assignment WHERE item = i.id AND ended_at IS NULL) = 1) THEN i.lead END AS unit,
    coalesce(m.to_state, i.suspended_from) AS state, iif(m.by = 'lead_moves', i.state, coalesce(m.to_state, i.suspended_from)) AS line_state,
    i.due, i.risk, i.asked_due, i.suspended_on, i.entry,
    NOT (m.action = 'request_extension' OR m.action = 'grant_extension' OR m.action = 'resume' OR m.action = 'make_standing' OR m.action = 'amend'
      OR m.action = 'rate' OR m.action = 'count' OR m.action = 'warn' OR m.action = 'acknowledge_warning' OR m.action = 'enlist' OR m.action = 'delist'
      OR (m.action = 'dispatch' AND i.due IS NULL)) AS plain
  FROM item i JOIN ledger l ON l.id = i.ledger JOIN move m ON m.workflow = l.workflow AND m.from_state = i.state;

CREATE TRIGGER post_again INSTEAD OF INSERT ON post WHEN NEW.request IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE request = NEW.request) BEGIN
  -- The same request again: nothing to add if all that is given is as it was; else refused.
  SELECT RAISE(ABORT, 'tl:entry.request') FROM entry e WHERE e.request = NEW.request AND NOT (
    NEW.actor IS e.actor AND NEW.action IS e.action AND (NEW.item IS e.item OR (NEW.item IS NULL AND e.action = 'register'))
      AND (NEW.ledger IS NULL OR NEW.ledger IS e.ledger) AND (NEW.unit IS NULL OR NEW.unit IS e.unit) AND (NEW.role IS NULL OR NEW.role IS e.role)
      AND ((NEW.officer IS NULL AND NEW.action <> 'appoint') OR NEW.officer IS e.officer) AND (NEW.state IS NULL OR NEW.state IS e.state)
      AND (NEW.due IS NULL OR NEW.due IS iif(e.action = 'request_extension', e.asked_due, e.due))
      AND (NEW.percent IS NULL OR CAST(NEW.percent AS TEXT) IS e.percent) AND (NEW.value IS NULL OR CAST(NEW.value AS TEXT) IS e.value)
      AND (NEW.risk IS NULL OR NEW.risk IS e.risk) AND (NEW.note IS NULL OR NEW.note IS e.note) AND (NEW.problem IS NULL OR NEW.problem IS e.problem)
      AND (NEW.next_step IS NULL OR NEW.next_step IS e.next_step) AND (NEW.happened_on IS NULL OR NEW.happened_on IS e.happened_on)
      AND (NEW.asked_due IS NULL OR NEW.asked_due IS e.asked_due) AND (NEW.field IS NULL OR NEW.field IS e.field)
      AND (NEW.old IS NULL OR NEW.old IS e.old)
      AND (NEW.new IS NULL OR NEW.new IS e.new) AND (NEW.field IS NULL OR NEW.action <> 'amend' OR NEW.new IS e.new)
      AND (NEW.no IS NULL OR NEW.no IS e.no) AND (NEW.title IS NULL OR NEW.title IS e.title) AND (NEW.detail IS NULL OR NEW.detail IS e.detail)
      AND (NEW.source IS NULL OR NEW.source IS e.source) AND (NEW.parent IS NULL OR NEW.parent IS e.parent) AND (NEW.uid IS NULL OR NEW.uid IS e.uid)
      AND (NEW.code IS NULL OR NEW.code IS e.code) AND (NEW.kind IS NULL OR NEW.kind IS e.kind) AND (NEW.workflow IS NULL OR NEW.workflow IS e.workflow)
      AND (NEW.required IS NULL OR NEW.required IS e.required) AND (NEW.uri IS NULL OR NEW.uri IS e.uri)
      AND (NEW.sha256 IS NULL OR NEW.sha256 IS e.sha256) AND (NEW.size IS NULL OR NEW.size IS e.size) AND (NEW.data IS NULL OR NEW.data IS e.data)
      AND (NEW.due_text IS NULL OR NEW.due_text IS e.due_text) AND (NEW.series IS NULL OR NEW.series IS e.series) AND (NEW.period IS NULL OR NEW.period IS e.period)
      AND (NEW.clear IS NULL OR ((instr(',' || NEW.clear || ',', ',detail,') = 0 OR e.detail IS NULL) AND (instr(',' || NEW.clear || ',', ',source,') = 0 OR e.source IS NULL) AND (instr(',' || NEW.clear || ',', ',officer,') = 0 OR e.officer IS NULL) AND (instr(',' || NEW.clear || ',', ',due,') = 0 OR e.due IS NULL) AND (instr(',' || NEW.clear || ',', ',parent,') = 0 OR e.parent IS NULL))));
END;

CREATE TRIGGER post_item INSTEAD OF INSERT ON post
  WHEN NEW.item IS NOT NULL AND NEW.action IS NOT 'amend' AND (NEW.request IS NULL OR NOT EXISTS (SELECT 1 FROM entry WHERE request = NEW.request))
BEGIN
  SELECT RAISE(ABORT, 'tl:item.expect') WHERE NEW.expect IS NOT NULL AND NEW.expect IS NOT (SELECT entry FROM item WHERE id = NEW.item);
  SELECT RAISE(ABORT, 'tl:entry.extra') WHERE NEW.clear IS NOT NULL;
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, problem, next_step, happened_on,
    asked_due, field, old, new, no, title, detail, source, parent, uid, code, kind, workflow, required, uri, sha256, size, request, data, due_text, series, period)
  VALUES (NEW.seq,
    (SELECT max(at, coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))) FROM entry ORDER BY seq DESC LIMIT 1),
    NEW.actor, NEW.action, NEW.item, NEW.ledger,
    coalesce(NEW.unit, (SELECT unit FROM item_move WHERE item = NEW.item AND action = NEW.action)), NEW.role, NEW.officer,
    coalesce(NEW.state, (SELECT iif(NEW.unit IS NOT NULL AND NEW.unit IS NOT lead, line_state, state) FROM item_move WHERE item = NEW.item AND action = NEW.action)),
    (SELECT CASE NEW.action WHEN 'request_extension' THEN due WHEN 'grant_extension' THEN coalesce(NEW.due, iif(NEW.due_text IS NULL, asked_due, NULL))
      WHEN 'resume' THEN coalesce(NEW.due, date(due, (julianday(date(max((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
        (SELECT utc_offset FROM book))) - julianday(suspended_on)) || ' days'))
      WHEN 'make_standing' THEN NEW.due
      WHEN 'return' THEN coalesce(NEW.due, iif(NEW.due_text IS NULL, due, NULL))
      -- The ledger's default term: the next day is the first; working days are those of the calendar, else Monday to Friday.
      WHEN 'dispatch' THEN coalesce(NEW.due, iif(NEW.due_text IS NULL, due, NULL), (SELECT iif(l.term_working, (
          WITH RECURSIVE count(day, worked) AS (
            SELECT start.day, 0
            UNION ALL
            SELECT date(day, '+1 day'), worked + coalesce((SELECT working FROM calendar c WHERE c.day = date(count.day, '+1 day')), strftime('%w', count.day, '+1 day') BETWEEN '1' AND '5')
            FROM count WHERE worked < l.term)
          SELECT max(day) FROM count), date(start.day, '+' || l.term || ' days'))
        FROM ledger l, (SELECT date(max((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))), (SELECT utc_offset FROM book)) AS day) start
        WHERE l.id = item.ledger AND l.term IS NOT NULL AND coalesce(NEW.due_text, item.due_text) IS NULL))
      ELSE coalesce(NEW.due, due) END FROM item WHERE id = NEW.item),
    NEW.percent, iif(NEW.action = 'count', coalesce(NEW.value, '1'), NEW.value), iif(NEW.action = 'rate', NEW.risk, coalesce(NEW.risk, (SELECT risk FROM item WHERE id = NEW.item))), NEW.note, NEW.problem, NEW.next_step, NEW.happened_on,
    iif(NEW.action = 'request_extension', coalesce(NEW.asked_due, NEW.due), NEW.asked_due),
    NEW.field, NEW.old, NEW.new, iif(NEW.action = 'enlist', coalesce(NEW.no, CAST((SELECT last_no + 1 FROM ledger WHERE id = NEW.ledger) AS TEXT)), NEW.no),
    NEW.title, NEW.detail, NEW.source, NEW.parent, NEW.uid, NEW.code,
    iif(NEW.action = 'acknowledge_warning', coalesce(NEW.kind, (SELECT level FROM warning WHERE item = NEW.item AND acknowledged_at IS NULL ORDER BY entry DESC LIMIT 1)), NEW.kind),
    NEW.workflow, NEW.required, NEW.uri, NEW.sha256, NEW.size, NEW.request, NEW.data,
    -- What is granted as it was asked for is in the words of the request.
    iif(NEW.action = 'grant_extension' AND NEW.due IS NULL AND NEW.due_text IS NULL,
      (SELECT due_text FROM entry WHERE item = NEW.item AND action = 'request_extension' ORDER BY seq DESC LIMIT 1),
      -- A date that came of the ledger's term says so.
      CASE WHEN NEW.action = 'dispatch' AND NEW.due IS NULL AND NEW.due_text IS NULL THEN (SELECT l.term || iif(l.term_working, '个工作日内', '日内')
        FROM item i JOIN ledger l ON l.id = i.ledger WHERE i.id = NEW.item AND i.due IS NULL AND i.due_text IS NULL) ELSE NEW.due_text END), NEW.series, NEW.period);
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_amend INSTEAD OF INSERT ON post
  WHEN NEW.item IS NOT NULL AND NEW.action = 'amend' AND (NEW.request IS NULL OR NOT EXISTS (SELECT 1 FROM entry WHERE request = NEW.request))
BEGIN
  -- Give columns (title, due …), or clear, or one name in field with its content in new.
  SELECT RAISE(ABORT, 'tl:item.expect') WHERE NEW.expect IS NOT NULL AND NEW.expect IS NOT (SELECT entry FROM item WHERE id = NEW.item);
  SELECT RAISE(ABORT, 'tl:item.amend') WHERE (NEW.field IS NOT NULL AND coalesce(NEW.no, NEW.title, NEW.detail, NEW.source, NEW.officer, NEW.due, NEW.parent, NEW.clear) IS NOT NULL)
    OR replace(replace(replace(replace(replace(',' || replace(NEW.clear, ',', ',,') || ',', ',detail,', ''), ',source,', ''), ',officer,', ''), ',due,', ''), ',parent,', '') <> ''
    OR coalesce(instr(',' || NEW.clear || ',', ',detail,') AND NEW.detail IS NOT NULL, 0) OR coalesce(instr(',' || NEW.clear || ',', ',source,') AND NEW.source IS NOT NULL, 0)
    OR coalesce(instr(',' || NEW.clear || ',', ',officer,') AND NEW.officer IS NOT NULL, 0) OR coalesce(instr(',' || NEW.clear || ',', ',due,') AND NEW.due IS NOT NULL, 0)
    OR coalesce(instr(',' || NEW.clear || ',', ',parent,') AND NEW.parent IS NOT NULL, 0)
    OR (NEW.field <> 'due' AND NEW.due_text IS NOT NULL)
    OR (NEW.field = 'parent' AND CAST(CAST(NEW.new AS INTEGER) AS TEXT) <> NEW.new);
  SELECT RAISE(ABORT, 'tl:entry.item') WHERE NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.item);
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, state, due, risk, note, problem, next_step, happened_on, field, old, new,
    no, title, detail, source, officer, parent, percent, value, asked_due, uid, code, kind, workflow, required, uri, sha256, size, request, data, due_text, series, period)
  SELECT NEW.seq, max((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
    NEW.actor, NEW.action, NEW.item, NEW.ledger, NEW.unit, NEW.role, coalesce(NEW.state, i.state), a.due, coalesce(NEW.risk, i.risk),
    NEW.note, NEW.problem, NEW.next_step, NEW.happened_on, a.field,
    coalesce(NEW.old, CASE a.field WHEN 'no' THEN i.no WHEN 'title' THEN i.title WHEN 'detail' THEN i.detail WHEN 'source' THEN i.source
      WHEN 'officer' THEN i.officer WHEN 'due' THEN i.due WHEN 'parent' THEN CAST(i.parent AS TEXT)
      ELSE (SELECT value FROM value WHERE item = i.id AND field = a.field) END),
    CASE a.field WHEN 'no' THEN a.no WHEN 'title' THEN a.title WHEN 'detail' THEN a.detail WHEN 'source' THEN a.source
      WHEN 'officer' THEN a.officer WHEN 'due' THEN a.due WHEN 'parent' THEN CAST(a.parent AS TEXT) ELSE NEW.new END,
    a.no, a.title, a.detail, a.source, a.officer, a.parent, NEW.percent, NEW.value, NEW.asked_due, NEW.uid, NEW.code, NEW.kind, NEW.workflow, NEW.required,
    NEW.uri, NEW.sha256, NEW.size, NEW.request, NEW.data, NEW.due_text, NEW.series, NEW.period
  FROM item i JOIN (
    SELECT g.*, coalesce(nullif(rtrim(iif(g.no IS NOT o.no, 'no,', '') || iif(g.title IS NOT o.title, 'title,', '') || iif(g.detail IS NOT o.detail, 'detail,', '')
      || iif(g.source IS NOT o.source, 'source,', '') || iif(g.officer IS NOT o.officer, 'officer,', '') || iif(g.due IS NOT o.due OR (g.dates AND NEW.due_text IS NOT o.due_text), 'due,', '')
      || iif(g.parent IS NOT o.parent, 'parent,', ''), ','), ''), NEW.field) AS field
    FROM item o JOIN (
      SELECT id,
        iif(NEW.field = 'no', NEW.new, coalesce(NEW.no, no)) AS no,
        iif(NEW.field = 'title', NEW.new, coalesce(NEW.title, title)) AS title,
        CASE WHEN NEW.field = 'detail' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',detail,') THEN NULL ELSE coalesce(NEW.detail, detail) END AS detail,
        CASE WHEN NEW.field = 'source' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',source,') THEN NULL ELSE coalesce(NEW.source, source) END AS source,
        CASE WHEN NEW.field = 'officer' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',officer,') THEN NULL ELSE coalesce(NEW.officer, officer) END AS officer,
        CASE WHEN NEW.field = 'due' THEN NEW.new WHEN instr(',' || NEW.clear || ',', ',due,') OR (NEW.due IS NULL AND NEW.due_text IS NOT NULL) THEN NULL ELSE coalesce(NEW.due, due) END AS due,
        NEW.field IS 'due' OR coalesce(instr(',' || NEW.clear || ',', ',due,'), 0) OR NEW.due IS NOT NULL OR NEW.due_text IS NOT NULL AS dates,
        CASE WHEN NEW.field = 'parent' THEN CAST(NEW.new AS INTEGER) WHEN instr(',' || NEW.clear || ',', ',parent,') THEN NULL ELSE coalesce(NEW.parent, parent) END AS parent
      FROM item WHERE id = NEW.item) g ON g.id = o.id) a ON a.id = i.id
  WHERE i.id = NEW.item;
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_register INSTEAD OF INSERT ON post
  WHEN NEW.item IS NULL AND (NEW.request IS NULL OR NOT EXISTS (SELECT 1 FROM entry WHERE request = NEW.request))
BEGIN
  -- What founds something: register, and the entries about units, ledgers and the book. Their seq becomes the id.
  SELECT RAISE(ABORT, 'tl:entry.extra') WHERE NEW.clear IS NOT NULL OR NEW.expect IS NOT NULL;
  INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, problem, next_step, happened_on, asked_due, field, old, new,
    no, title, detail, source, parent, uid, code, kind, workflow, required, uri, sha256, size, request, data, due_text, series, period)
  VALUES (coalesce(NEW.seq, (SELECT coalesce(max(seq), 0) + 1 FROM entry)),
    max(coalesce((SELECT at FROM entry ORDER BY seq DESC LIMIT 1), ''), coalesce(NEW.at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))),
    NEW.actor, NEW.action,
    iif(NEW.action = 'register', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NULL),
    CASE NEW.action WHEN 'add_ledger' THEN (SELECT coalesce(max(seq), 0) + 1 FROM entry) WHEN 'end_series' THEN coalesce(NEW.ledger, (SELECT ledger FROM series WHERE id = NEW.series))
      ELSE NEW.ledger END,
    iif(NEW.action = 'add_unit', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NEW.unit),
    NEW.role, NEW.officer, iif(NEW.action = 'register', coalesce(NEW.state, 'registered'), NEW.state),
    iif(NEW.series IS NOT NULL AND NEW.action = 'register', coalesce(NEW.due, (SELECT due FROM series_period WHERE series = NEW.series AND period = NEW.period)), NEW.due),
    NEW.percent, NEW.value, NEW.risk,
    NEW.note, NEW.problem, NEW.next_step, NEW.happened_on, NEW.asked_due, iif(NEW.action = 'found_book', 'utc_offset', NEW.field),
    CASE NEW.action WHEN 'amend_ledger' THEN coalesce(NEW.old, (SELECT content FROM ledger_policy WHERE ledger = NEW.ledger AND name = NEW.field))
      WHEN 'appoint' THEN coalesce(NEW.old, (SELECT holder FROM unit WHERE id = NEW.unit))
      WHEN 'rename_unit' THEN coalesce(NEW.old, (SELECT name FROM unit WHERE id = NEW.unit))
      WHEN 'correct' THEN coalesce(NEW.old, (SELECT value FROM datum_value WHERE datum = NEW.field AND unit = NEW.unit AND period = NEW.period)) ELSE NEW.old END,
    -- A book keeps the machine's own offset where it is given none.
    iif(NEW.action = 'found_book', coalesce(NEW.new, (SELECT printf('%s%02d:%02d', iif(m < 0, '-', '+'), abs(m) / 60, abs(m) % 60)
      FROM (SELECT CAST(round((julianday('now', 'localtime') - julianday('now')) * 1440) AS INTEGER) AS m))), NEW.new),
    iif(NEW.action = 'register', coalesce(NEW.no, CAST((SELECT last_no + 1 FROM ledger WHERE id = NEW.ledger) AS TEXT)), NEW.no),
    iif(NEW.series IS NOT NULL AND NEW.action = 'register', coalesce(NEW.title, (SELECT title || '（' || NEW.period || '）' FROM series WHERE id = NEW.series)), NEW.title),
    iif(NEW.series IS NOT NULL AND NEW.action = 'register', coalesce(NEW.detail, (SELECT detail FROM series WHERE id = NEW.series)), NEW.detail), NEW.source, NEW.parent,
    CASE WHEN NEW.uid IS NOT NULL THEN NEW.uid WHEN NEW.action = 'register' AND NEW.series IS NOT NULL
        THEN (SELECT substr(uid, 1, 12) || lower(hex(NEW.period)) || substr('00000000000000000000', 1, 20 - 2 * length(NEW.period)) FROM series WHERE id = NEW.series)
      WHEN NEW.action = 'register' OR NEW.action = 'found_book' OR NEW.action = 'add_series' THEN lower(hex(randomblob(16))) END,
    NEW.code, iif(NEW.action = 'found_book', coalesce(NEW.kind, 'real clock'), NEW.kind),
    iif(NEW.action = 'add_ledger', coalesce(NEW.workflow, (SELECT workflow FROM template WHERE name = NEW.kind)), NEW.workflow),
    NEW.required, NEW.uri, NEW.sha256, NEW.size, NEW.request, NEW.data, NEW.due_text,
    iif(NEW.action = 'add_series', (SELECT coalesce(max(seq), 0) + 1 FROM entry), NEW.series), NEW.period);
  SELECT RAISE(ABORT, 'tl:entry.refused') WHERE changes() <> 1;
END;

CREATE TRIGGER post_update INSTEAD OF UPDATE ON post BEGIN SELECT RAISE(ABORT, 'tl:entry.immutable'); END;
CREATE TRIGGER post_delete INSTEAD OF DELETE ON post BEGIN SELECT RAISE(ABORT, 'tl:entry.immutable'); END;
