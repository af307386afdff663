-- The rules. BEFORE triggers check every entry, whoever adds it; each refusal is a token tl:<rule>, whose sentence is a row of rule.
-- SQLite promises no order between triggers of one time: each of these refuses by itself, whichever comes first. (It runs the last one created
-- first, so the rules for any entry stand last.) SQLite makes room for all that a trigger may need whenever an entry is added, whether or not
-- its WHEN holds: what is rare is checked behind a view, where room is made only for entries that come there.

CREATE TRIGGER entry_rule_register BEFORE INSERT ON entry WHEN NEW.action = 'register' BEGIN
  SELECT CASE
    WHEN coalesce(NEW.unit, NEW.role, NEW.percent, NEW.value, NEW.code, NEW.kind, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL
      THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.seq = -1 OR NEW.item IS NOT NEW.seq THEN RAISE(ABORT, 'tl:item.id')
    WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) OR NEW.ledger IS NULL THEN RAISE(ABORT, 'tl:item.ledger')
    WHEN NEW.title IS NULL THEN RAISE(ABORT, 'tl:item.title')
    WHEN NEW.no IS NULL THEN RAISE(ABORT, 'tl:item.no')
    WHEN NEW.uid IS NULL THEN RAISE(ABORT, 'tl:item.uid')
    WHEN NEW.state IS NOT 'registered' THEN RAISE(ABORT, 'tl:entry.state')
    WHEN NEW.due IS NOT NULL AND (strftime('%Y-%m-%d', julianday(NEW.due)) IS NOT NEW.due OR NEW.due < '1900') THEN RAISE(ABORT, 'tl:entry.due_date')
    WHEN EXISTS (SELECT 1 FROM item WHERE ledger = NEW.ledger AND no = NEW.no)
      OR EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND no = NEW.no AND ended_at IS NULL) THEN RAISE(ABORT, 'tl:item.no_taken')
    WHEN EXISTS (SELECT 1 FROM item WHERE uid = NEW.uid) THEN RAISE(ABORT, 'tl:item.uid_taken')
    WHEN NEW.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:item.parent')
    WHEN NEW.parent IS NOT NULL AND (SELECT state = 'closed' OR state = 'cancelled' FROM item WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:item.parent_closed')
  END;
END;

CREATE VIEW rare_rule AS
  -- The way to the rules of what is rare: entries about the book, units and ledgers, amend, listings, warnings, occurrences of series and counts.
  -- Those of series, data and counters stand with their folds in files of their own.
  SELECT * FROM entry;
CREATE TRIGGER entry_rule_rare BEFORE INSERT ON entry
  WHEN (NEW.item IS NULL AND NEW.action IS NOT 'register') OR NEW.action = 'amend' OR NEW.action = 'warn' OR NEW.action = 'acknowledge_warning'
    OR NEW.action = 'enlist' OR NEW.action = 'delist' OR NEW.action = 'count' OR NEW.series IS NOT NULL OR NEW.period IS NOT NULL
BEGIN
  INSERT INTO rare_rule VALUES (
    NEW.seq, NEW.at, NEW.actor, NEW.action, NEW.item, NEW.ledger, NEW.unit, NEW.role, NEW.officer, NEW.state, NEW.due, NEW.percent, NEW.value, NEW.risk,
    NEW.note, NEW.problem, NEW.next_step, NEW.happened_on, NEW.asked_due, NEW.field, NEW.old, NEW.new, NEW.no, NEW.title, NEW.detail, NEW.source,
    NEW.parent, NEW.uid, NEW.code, NEW.kind, NEW.workflow, NEW.required, NEW.uri, NEW.sha256, NEW.size, NEW.request, NEW.data, NEW.due_text, NEW.series, NEW.period);
END;

CREATE TRIGGER rare_rule_book INSTEAD OF INSERT ON rare_rule
  WHEN NEW.item IS NULL AND NOT coalesce(NEW.action = 'add_series' OR NEW.action = 'end_series' OR NEW.action = 'add_datum' OR NEW.action = 'list_datum'
    OR NEW.action = 'fill' OR NEW.action = 'correct' OR NEW.action = 'add_synonym' OR NEW.action = 'import', 0) BEGIN
  SELECT CASE
    WHEN coalesce(NEW.state, NEW.due, NEW.risk, NEW.percent, NEW.value, NEW.role, NEW.no, NEW.due_text) IS NOT NULL
      OR (NEW.officer IS NOT NULL AND NEW.action <> 'appoint') OR (NEW.happened_on IS NOT NULL AND NEW.action <> 'set_day') THEN RAISE(ABORT, 'tl:entry.extra')
    ELSE CASE NEW.action
      WHEN 'found_book' THEN CASE
        -- Not founded in the future: all later entries would be held there. (In the past: a replay does that.)
        WHEN NEW.kind IS NOT 'given clock' AND NEW.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 minute') THEN RAISE(ABORT, 'tl:entry.clock')
        WHEN coalesce(NEW.code, NEW.detail, NEW.source, NEW.parent, NEW.workflow, NEW.required, NEW.old) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.uid IS NULL OR (NEW.kind IS NOT 'given clock' AND NEW.kind IS NOT 'real clock') OR NEW.unit IS NOT NULL OR NEW.ledger IS NOT NULL
          OR NEW.field IS NOT 'utc_offset' OR NEW.new IS NULL OR NEW.new NOT GLOB '[+-][01][0-9]:[0-5][0-9]' OR substr(NEW.new, 2) > '14:00' THEN RAISE(ABORT, 'tl:book.founding') END
      WHEN 'add_unit' THEN CASE
        WHEN coalesce(NEW.detail, NEW.source, NEW.uid, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.seq = -1 OR NEW.unit IS NOT NEW.seq OR NEW.ledger IS NOT NULL THEN RAISE(ABORT, 'tl:unit.id')
        WHEN NEW.code IS NULL THEN RAISE(ABORT, 'tl:unit.code')
        WHEN NEW.title IS NULL THEN RAISE(ABORT, 'tl:unit.name')
        WHEN EXISTS (SELECT 1 FROM unit WHERE code = NEW.code) THEN RAISE(ABORT, 'tl:unit.code_taken')
        WHEN NEW.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:unit.parent')
        WHEN (SELECT retired FROM unit WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:unit.retired') END
      WHEN 'rename_unit' THEN CASE
        WHEN coalesce(NEW.code, NEW.kind, NEW.parent, NEW.detail, NEW.source, NEW.uid, NEW.workflow, NEW.required, NEW.field, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.ledger IS NOT NULL OR NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) OR NEW.unit IS NULL THEN RAISE(ABORT, 'tl:unit.id')
        WHEN NEW.title IS NULL THEN RAISE(ABORT, 'tl:unit.name')
        WHEN NEW.old IS NOT (SELECT name FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:entry.stale') END
      WHEN 'appoint' THEN CASE
        WHEN coalesce(NEW.code, NEW.title, NEW.kind, NEW.parent, NEW.detail, NEW.source, NEW.uid, NEW.workflow, NEW.required, NEW.field, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.ledger IS NOT NULL OR NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) OR NEW.unit IS NULL THEN RAISE(ABORT, 'tl:unit.id')
        WHEN (SELECT retired FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.retired')
        WHEN NEW.old IS NOT (SELECT holder FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:entry.stale')
        WHEN NEW.officer IS NEW.old THEN RAISE(ABORT, 'tl:unit.holder') END
      WHEN 'set_day' THEN CASE
        WHEN coalesce(NEW.ledger, NEW.unit, NEW.code, NEW.parent, NEW.detail, NEW.uid, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.happened_on IS NULL OR NEW.happened_on < '1900' THEN RAISE(ABORT, 'tl:calendar.day')
        WHEN NEW.kind IS NOT 'holiday' AND NEW.kind IS NOT 'workday' THEN RAISE(ABORT, 'tl:calendar.kind') END
      WHEN 'add_workflow' THEN CASE
        WHEN coalesce(NEW.ledger, NEW.unit, NEW.parent, NEW.source, NEW.uid, NEW.kind, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.code IS NULL OR NEW.code GLOB '*[^a-z0-9_]*' OR NEW.code NOT GLOB '[a-z]*' OR NEW.title IS NULL THEN RAISE(ABORT, 'tl:workflow.name')
        WHEN EXISTS (SELECT 1 FROM workflow WHERE name = NEW.code) THEN RAISE(ABORT, 'tl:workflow.name_taken')
        WHEN NEW.detail IS NULL THEN RAISE(ABORT, 'tl:workflow.line') END
      WHEN 'retire_unit' THEN CASE
        WHEN coalesce(NEW.code, NEW.title, NEW.kind, NEW.parent, NEW.detail, NEW.source, NEW.uid, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.ledger IS NOT NULL OR NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) OR NEW.unit IS NULL THEN RAISE(ABORT, 'tl:unit.id')
        WHEN (SELECT retired FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.retired')
        WHEN EXISTS (SELECT 1 FROM assignment WHERE unit = NEW.unit AND ended_at IS NULL AND open_due IS NOT NULL) THEN RAISE(ABORT, 'tl:unit.has_duties') END
      WHEN 'add_ledger' THEN CASE
        WHEN coalesce(NEW.detail, NEW.parent, NEW.uid, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.seq = -1 OR NEW.ledger IS NOT NEW.seq OR NEW.unit IS NOT NULL THEN RAISE(ABORT, 'tl:ledger.id')
        WHEN NEW.code IS NULL THEN RAISE(ABORT, 'tl:ledger.code')
        WHEN NEW.title IS NULL THEN RAISE(ABORT, 'tl:ledger.title')
        WHEN EXISTS (SELECT 1 FROM ledger WHERE code = NEW.code) THEN RAISE(ABORT, 'tl:ledger.code_taken')
        WHEN NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM template WHERE name = NEW.kind) THEN RAISE(ABORT, 'tl:ledger.template')
        WHEN NEW.workflow IS NULL OR NOT EXISTS (SELECT 1 FROM workflow WHERE name = NEW.workflow) THEN RAISE(ABORT, 'tl:ledger.workflow') END
      WHEN 'amend_ledger' THEN CASE
        WHEN coalesce(NEW.code, NEW.title, NEW.kind, NEW.detail, NEW.source, NEW.parent, NEW.uid, NEW.workflow, NEW.required) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.unit IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) OR NEW.ledger IS NULL THEN RAISE(ABORT, 'tl:ledger.id')
        -- NULL is no yes: a constraint left to fail in the fold would let OR FAIL keep half an entry.
        WHEN NOT coalesce(CASE NEW.field WHEN 'title' THEN length(NEW.new) <= 2000 AND trim(NEW.new, char(9, 10, 13, 32, 160, 12288)) <> '' WHEN 'source' THEN NEW.new IS NULL OR length(NEW.new) <= 2000
          WHEN 'catalogue' THEN NEW.new IS NULL OR length(NEW.new) <= 60 WHEN 'edition' THEN NEW.new IS NULL OR length(NEW.new) <= 60
          ELSE (SELECT iif(NEW.new IS NULL, optional, NEW.new GLOB '[0-9]*' AND NEW.new NOT GLOB '*[^0-9]*' AND length(NEW.new) <= 4 AND CAST(NEW.new AS INTEGER) BETWEEN low AND high)
            FROM policy WHERE name = NEW.field) END, 0) THEN RAISE(ABORT, 'tl:ledger.amend')
        -- What the workflow has no room for: a second party where an item is closed without a request, signing where nobody does, days without a notice.
        WHEN CAST(NEW.new AS INTEGER) > 0 AND CASE NEW.field
          WHEN 'second_party' THEN NOT EXISTS (SELECT 1 FROM ledger g JOIN move r ON r.workflow = g.workflow AND r.action = 'request_close' WHERE g.id = NEW.ledger)
            OR EXISTS (SELECT 1 FROM ledger g JOIN move r ON r.workflow = g.workflow AND r.action = 'close' AND r.from_state <> 'in_review' WHERE g.id = NEW.ledger)
          WHEN 'all_sign' THEN NOT EXISTS (SELECT 1 FROM ledger g JOIN move r ON r.workflow = g.workflow AND r.action = 'acknowledge' WHERE g.id = NEW.ledger)
          WHEN 'notice_days' THEN NOT EXISTS (SELECT 1 FROM ledger g JOIN move r ON r.workflow = g.workflow AND r.action = 'end_notice' WHERE g.id = NEW.ledger) END
          THEN RAISE(ABORT, 'tl:ledger.no_room')
        WHEN NEW.old IS NOT (SELECT content FROM ledger_policy WHERE ledger = NEW.ledger AND name = NEW.field) THEN RAISE(ABORT, 'tl:entry.stale') END
      WHEN 'add_field' THEN CASE
        WHEN coalesce(NEW.code, NEW.source, NEW.parent, NEW.uid, NEW.workflow, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
        WHEN NEW.unit IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) OR NEW.ledger IS NULL THEN RAISE(ABORT, 'tl:ledger.id')
        WHEN NEW.field IS NULL OR NEW.field GLOB '*[^a-z0-9_]*' OR NEW.field NOT GLOB '[a-z]*' OR NEW.title IS NULL THEN RAISE(ABORT, 'tl:field.code')
        WHEN EXISTS (SELECT 1 FROM label WHERE kind = 'column' AND name = NEW.field)
          OR EXISTS (SELECT 1 FROM field WHERE ledger = NEW.ledger AND code = NEW.field) THEN RAISE(ABORT, 'tl:field.code_taken')
        WHEN NEW.kind IS NULL OR NOT (NEW.kind = 'text' OR NEW.kind = 'integer' OR NEW.kind = 'number' OR NEW.kind = 'date' OR NEW.kind = 'choice'
          OR NEW.kind = 'unit') THEN RAISE(ABORT, 'tl:field.type')
        WHEN (NEW.kind = 'choice') <> (NEW.detail IS NOT NULL) OR ',' || NEW.detail || ',' GLOB '*,[ ,]*' OR NEW.detail || ',' GLOB '* ,*'
          OR (NEW.detail GLOB '*[，、]*' AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002)) THEN RAISE(ABORT, 'tl:field.choices') END
      ELSE CASE WHEN EXISTS (SELECT 1 FROM action WHERE name = NEW.action) THEN RAISE(ABORT, 'tl:entry.item') ELSE RAISE(ABORT, 'tl:entry.action') END END
  END;
END;

CREATE TRIGGER rare_rule_amend INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'amend' AND NEW.item IS NOT NULL BEGIN
  SELECT CASE
    -- field lists the columns that change, in this order, or names one custom field; old and new go with one name.
    WHEN coalesce(NEW.percent, NEW.value, NEW.uid, NEW.code, NEW.kind, NEW.workflow, NEW.required) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.field IS NULL OR NEW.no IS NULL OR NEW.title IS NULL THEN RAISE(ABORT, 'tl:item.amend')
    WHEN rtrim(iif(NEW.no IS NOT i.no, 'no,', '') || iif(NEW.title IS NOT i.title, 'title,', '') || iif(NEW.detail IS NOT i.detail, 'detail,', '')
      || iif(NEW.source IS NOT i.source, 'source,', '') || iif(NEW.officer IS NOT i.officer, 'officer,', '')
      || iif(NEW.due IS NOT i.due OR (instr(',' || NEW.field || ',', ',due,') > 0 AND NEW.due_text IS NOT i.due_text), 'due,', '')
      || iif(NEW.parent IS NOT i.parent, 'parent,', ''), ',') <> iif(f.code IS NULL, NEW.field, '') THEN RAISE(ABORT, 'tl:item.amend')
    WHEN NEW.old IS NOT CASE NEW.field WHEN 'no' THEN i.no WHEN 'title' THEN i.title WHEN 'detail' THEN i.detail WHEN 'source' THEN i.source
      WHEN 'officer' THEN i.officer WHEN 'due' THEN i.due WHEN 'parent' THEN CAST(i.parent AS TEXT)
      ELSE (SELECT value FROM value WHERE item = i.id AND field = NEW.field) END THEN RAISE(ABORT, 'tl:entry.stale')
    WHEN NEW.new IS NOT CASE NEW.field WHEN 'no' THEN NEW.no WHEN 'title' THEN NEW.title WHEN 'detail' THEN NEW.detail WHEN 'source' THEN NEW.source
      WHEN 'officer' THEN NEW.officer WHEN 'due' THEN NEW.due WHEN 'parent' THEN CAST(NEW.parent AS TEXT)
      ELSE iif(f.code IS NULL, NULL, NEW.new) END THEN RAISE(ABORT, 'tl:item.amend')
    WHEN NEW.due_text IS NOT NULL AND instr(',' || NEW.field || ',', ',due,') = 0 THEN RAISE(ABORT, 'tl:item.amend')
    WHEN NEW.due IS NULL AND NEW.due_text IS NULL AND instr(',' || NEW.field || ',', ',due,') > 0 AND i.state <> 'registered' THEN RAISE(ABORT, 'tl:item.due')
    -- Once it is dispatched the date is an order: it is put right with a reason, not moved past a pending request, and not to before the dispatch.
    WHEN i.state <> 'registered' AND NEW.note IS NULL AND instr(',' || NEW.field || ',', ',due,') > 0 AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.amend_reason')
    WHEN (i.state = 'in_review' OR i.state = 'notice') AND instr(',' || NEW.field || ',', ',due,') > 0 AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.due_in_review')
    WHEN i.asked_due IS NOT NULL AND instr(',' || NEW.field || ',', ',due,') > 0 AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.extension_pending')
    WHEN i.state <> 'registered' AND NEW.due < i.started_on AND instr(',' || NEW.field || ',', ',due,') > 0 AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.due_before')
    WHEN f.code IS NOT NULL AND NEW.new IS NEW.old THEN RAISE(ABORT, 'tl:item.amend')
    WHEN f.required AND NEW.new IS NULL AND i.state <> 'registered' AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.required_field')
    WHEN NEW.no IS NOT i.no AND (EXISTS (SELECT 1 FROM item WHERE ledger = i.ledger AND no = NEW.no)
      OR EXISTS (SELECT 1 FROM listing WHERE ledger = i.ledger AND no = NEW.no AND ended_at IS NULL)) THEN RAISE(ABORT, 'tl:item.no_taken')
    WHEN NEW.parent IS NOT i.parent AND NEW.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:item.parent')
    WHEN NEW.parent IS NOT i.parent AND (SELECT state = 'closed' OR state = 'cancelled' FROM item WHERE id = NEW.parent) THEN RAISE(ABORT, 'tl:item.parent_closed')
    WHEN NEW.parent IS NOT i.parent AND EXISTS (WITH RECURSIVE above(id) AS (SELECT NEW.parent
      UNION SELECT o.parent FROM above JOIN item o ON o.id = above.id WHERE o.parent IS NOT NULL)
      SELECT 1 FROM above WHERE id = i.id) THEN RAISE(ABORT, 'tl:item.parent_loop')
      END
  FROM (SELECT 1) LEFT JOIN item i ON i.id = NEW.item LEFT JOIN field f ON f.ledger = i.ledger AND f.code = NEW.field;
END;

CREATE TRIGGER rare_rule_content INSTEAD OF INSERT ON rare_rule WHEN (NEW.action = 'amend' AND NEW.item IS NOT NULL) OR NEW.action = 'fill' OR NEW.action = 'correct' BEGIN
  -- What a custom field or a datum holds is of its type.
  SELECT CASE
    WHEN NOT CASE f.type WHEN 'integer' THEN ltrim(NEW.new, '-') GLOB '[0-9]*' AND ltrim(NEW.new, '-') NOT GLOB '*[^0-9]*' AND NEW.new NOT GLOB '--*'
      WHEN 'number' THEN ltrim(NEW.new, '-') GLOB '[0-9]*' AND ltrim(NEW.new, '-') NOT GLOB '*[^0-9.]*' AND NEW.new NOT GLOB '*.*.*'
        AND NEW.new NOT GLOB '*.' AND NEW.new NOT GLOB '--*'
      WHEN 'date' THEN strftime('%Y-%m-%d', julianday(NEW.new)) IS NEW.new
      WHEN 'choice' THEN instr(',' || f.choices || ',', ',' || NEW.new || ',') > 0 AND instr(NEW.new, ',') = 0
      WHEN 'unit' THEN EXISTS (SELECT 1 FROM unit WHERE code = NEW.new)
      ELSE 1 END AND NEW.new IS NOT NULL THEN RAISE(ABORT, 'tl:value.type')
    END
  FROM (SELECT type, choices FROM field WHERE code = NEW.field AND ledger = (SELECT ledger FROM item WHERE id = NEW.item)
    UNION ALL SELECT type, choices FROM datum WHERE code = NEW.field AND NEW.item IS NULL) f;
END;

CREATE TRIGGER rare_rule_listing INSTEAD OF INSERT ON rare_rule WHEN (NEW.action = 'enlist' OR NEW.action = 'delist') AND NEW.item IS NOT NULL BEGIN
  SELECT CASE
    WHEN coalesce(NEW.detail, NEW.source, NEW.parent, NEW.uid, NEW.code, NEW.kind, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL
      OR (NEW.action = 'delist' AND NEW.no IS NOT NULL) THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.ledger IS NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) THEN RAISE(ABORT, 'tl:item.ledger')
    WHEN NEW.ledger IS (SELECT ledger FROM item WHERE id = NEW.item) THEN RAISE(ABORT, 'tl:listing.home')
    WHEN NEW.action = 'delist' THEN CASE
      WHEN NOT EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND item = NEW.item AND ended_at IS NULL) THEN RAISE(ABORT, 'tl:listing.none')
      -- It stood in the catalogue of a unit that is assigned to it: that is why the unit could be.
      WHEN EXISTS (SELECT 1 FROM assignment s JOIN unit_catalogue c ON c.unit_id = s.unit AND c.ledger_id = NEW.ledger WHERE s.item = NEW.item AND s.ended_at IS NULL) THEN RAISE(ABORT, 'tl:assignment.off_catalogue') END
    WHEN NEW.no IS NULL THEN RAISE(ABORT, 'tl:item.no')
    WHEN EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND item = NEW.item AND ended_at IS NULL) THEN RAISE(ABORT, 'tl:listing.twice')
    WHEN EXISTS (SELECT 1 FROM item WHERE ledger = NEW.ledger AND no = NEW.no)
      OR EXISTS (SELECT 1 FROM listing WHERE ledger = NEW.ledger AND no = NEW.no AND ended_at IS NULL) THEN RAISE(ABORT, 'tl:item.no_taken')
  END;
END;

CREATE TRIGGER rare_rule_warning INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'warn' OR NEW.action = 'acknowledge_warning' BEGIN
  SELECT CASE
    WHEN coalesce(NEW.no, NEW.detail, NEW.source, NEW.parent, NEW.uid, NEW.code, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN iif(NEW.kind IS NULL, NEW.action = 'warn', NOT (NEW.kind = 'blue' OR NEW.kind = 'yellow' OR NEW.kind = 'red')) THEN RAISE(ABORT, 'tl:warning.level')
    WHEN NEW.action = 'acknowledge_warning' THEN CASE
      WHEN NEW.kind IS NULL OR NOT EXISTS (SELECT 1 FROM warning WHERE item = NEW.item AND level = NEW.kind AND acknowledged_at IS NULL) THEN RAISE(ABORT, 'tl:warning.none') END
    WHEN EXISTS (SELECT 1 FROM warning WHERE item = NEW.item AND level = NEW.kind AND due = coalesce(NEW.due, '')) THEN RAISE(ABORT, 'tl:warning.raised')
    -- As item_status has it, on the day of the entry; but how far behind its time an item is, is left to whoever warns.
    WHEN NOT coalesce((SELECT CASE NEW.kind WHEN 'red' THEN days_left <= -red_days OR returned >= red_returns
        WHEN 'yellow' THEN days_left <= yellow_days OR returned >= yellow_returns OR (percent IS NOT NULL AND days_left IS NOT NULL)
        ELSE days_left <= blue_days END
      FROM (SELECT i.returned, i.percent, l.blue_days, l.yellow_days, l.red_days, l.yellow_returns, l.red_returns, julianday(i.due) - julianday(CASE
            WHEN i.state = 'in_review' OR i.state = 'notice' THEN date(i.requested_at, b.utc_offset) WHEN i.state = 'suspended' THEN i.suspended_on
            ELSE date(NEW.at, b.utc_offset) END) AS days_left
          FROM item i JOIN ledger l ON l.id = i.ledger CROSS JOIN book b WHERE i.id = NEW.item)), 0) THEN RAISE(ABORT, 'tl:warning.early')
  END;
END;

CREATE TRIGGER entry_rule BEFORE INSERT ON entry BEGIN
  -- p: the entry before · i: the item · l: its ledger · m: the move · a: the unit's assignment. NEW.seq is -1 where none was given.
  SELECT CASE
    -- Any entry: its place in the journal and its time.
    WHEN NEW.seq <> -1 AND NEW.seq <= p.seq THEN RAISE(ABORT, 'tl:entry.immutable')
    WHEN NEW.seq <> -1 AND NEW.seq <> coalesce(p.seq, 0) + 1 THEN RAISE(ABORT, 'tl:entry.gap')
    WHEN (p.seq IS NULL) <> (NEW.action = 'found_book') THEN RAISE(ABORT, 'tl:book.founding')
    WHEN NEW.at < p.at THEN RAISE(ABORT, 'tl:entry.time')
    -- A time that is this very moment is well formed and no lie; any other is looked at. '+0 days' makes strftime put a 30th of February right,
    -- so that it differs. In a book with a real clock the time is the present one, give or take a minute, or held where a clock stepped back.
    WHEN iif(NEW.at IS strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0, CASE
      WHEN NEW.at IS NOT p.at AND strftime('%Y-%m-%dT%H:%M:%fZ', NEW.at, '+0 days') IS NOT NEW.at THEN RAISE(ABORT, 'tl:entry.at')
      WHEN NOT (SELECT given_clock FROM book) AND (NEW.at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 minute')
        OR (NEW.at <> p.at AND NEW.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 minute'))) THEN RAISE(ABORT, 'tl:entry.clock') END) THEN NULL
    WHEN NEW.request IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE request = NEW.request) THEN RAISE(ABORT, 'tl:entry.request')
    WHEN NEW.happened_on IS NOT NULL AND strftime('%Y-%m-%d', julianday(NEW.happened_on)) IS NOT NEW.happened_on THEN RAISE(ABORT, 'tl:entry.happened_on')
    WHEN NEW.happened_on > date(NEW.at, (SELECT utc_offset FROM book)) AND NEW.action <> 'set_day' THEN RAISE(ABORT, 'tl:entry.happened_later')

    -- A column that no such action has: better refused than stored unread.
    WHEN NEW.action <> 'amend' AND NEW.action <> 'register' AND NEW.item IS NOT NULL
      AND coalesce(NEW.no, NEW.detail, NEW.source, NEW.parent, NEW.uid, NEW.code, NEW.kind, NEW.workflow, NEW.required, NEW.field, NEW.old, NEW.new) IS NOT NULL
      AND NOT (NEW.action = 'warn' OR NEW.action = 'acknowledge_warning' OR NEW.action = 'enlist') THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.action <> 'attach' AND NEW.action <> 'import' AND coalesce(NEW.uri, NEW.sha256, NEW.size) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.uri')
    WHEN NEW.action <> 'report' AND NEW.action <> 'complete' AND coalesce(NEW.problem, NEW.next_step) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.asked_due IS NOT NULL AND NEW.action <> 'request_extension' THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.due_text IS NOT NULL AND NEW.due IS NULL AND NEW.item IS NOT NULL AND NOT (NEW.due_text GLOB '*持续*' OR NEW.due_text GLOB '*长期*' OR NEW.due_text GLOB '*常态*' OR NEW.due_text GLOB '*常抓不懈*')
      AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.standing_rule')
    WHEN NEW.due_text IS NOT NULL AND NEW.item IS NOT NULL AND NOT (NEW.action = 'register' OR NEW.action = 'amend' OR NEW.action = 'dispatch'
      OR NEW.action = 'return' OR NEW.action = 'request_extension' OR NEW.action = 'grant_extension' OR NEW.action = 'make_standing' OR NEW.action = 'reopen' OR NEW.action = 'object')
      THEN RAISE(ABORT, 'tl:entry.due')

    WHEN NEW.item IS NULL OR NEW.action = 'register' THEN NULL -- the rules of these stand above
    -- From here on, an entry about an item that exists.
    WHEN i.id IS NULL OR NEW.item = NEW.seq THEN RAISE(ABORT, 'tl:entry.item')
    WHEN NEW.ledger IS NOT NULL AND NOT (NEW.action = 'enlist' OR NEW.action = 'delist') THEN RAISE(ABORT, 'tl:entry.ledger')
    WHEN m.action IS NULL AND NOT EXISTS (SELECT 1 FROM action WHERE name = NEW.action AND scope = 'item') THEN RAISE(ABORT, 'tl:entry.action')
    WHEN m.action IS NULL THEN RAISE(ABORT, 'tl:item.move')
    WHEN m.needs_note AND NEW.note IS NULL THEN RAISE(ABORT, 'tl:entry.note')
    WHEN m.by = 'lead' AND i.lead IS NULL THEN RAISE(ABORT, 'tl:item.no_lead')
    WHEN NEW.action <> 'assign' AND (NEW.unit IS NOT NULL OR m.by IS NOT NULL) AND (a.unit IS NULL OR a.ended_at IS NOT NULL) THEN RAISE(ABORT, 'tl:entry.unit')
    WHEN m.by = 'lead' AND NEW.unit IS NOT i.lead THEN RAISE(ABORT, 'tl:item.lead_only')
    WHEN NEW.state IS NOT iif(m.by = 'lead_moves' AND NEW.unit IS NOT i.lead, i.state, coalesce(m.to_state, i.suspended_from)) THEN RAISE(ABORT, 'tl:entry.state')
    WHEN (NEW.role IS NOT NULL AND NEW.action <> 'assign') OR (NEW.officer IS NOT NULL AND NEW.action <> 'assign' AND NEW.action <> 'amend')
      OR (NEW.title IS NOT NULL AND NEW.action <> 'attach' AND NEW.action <> 'amend') THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.risk IS NOT i.risk AND NEW.action <> 'rate' THEN RAISE(ABORT, 'tl:item.rate_only')
    WHEN NEW.due IS NOT i.due AND NOT (NEW.action = 'amend' OR NEW.action = 'grant_extension' OR NEW.action = 'return' OR NEW.action = 'resume'
      OR NEW.action = 'make_standing' OR NEW.action = 'reopen' OR NEW.action = 'object' OR (NEW.action = 'dispatch' AND i.due IS NULL)) THEN RAISE(ABORT, 'tl:entry.due')
    WHEN NEW.due IS NOT i.due AND NEW.due IS NOT NULL AND (strftime('%Y-%m-%d', julianday(NEW.due)) IS NOT NEW.due OR NEW.due < '1900') THEN RAISE(ABORT, 'tl:entry.due_date')
    WHEN (NEW.percent IS NOT NULL OR NEW.value IS NOT NULL) AND NEW.action <> 'report' AND NEW.action <> 'complete' AND (NEW.action <> 'count' OR NEW.percent IS NOT NULL)
      THEN RAISE(ABORT, 'tl:entry.figure')
    -- Where a workflow counts, the figure is the sum of what was counted and nothing else.
    WHEN NEW.value IS NOT NULL AND NEW.action <> 'count' AND EXISTS (SELECT 1 FROM move k WHERE k.workflow = l.workflow AND k.action = 'count')
      THEN RAISE(ABORT, 'tl:counter.report')

    -- What ends it, or asks for that: what stands below first, where the ledger wants it so; whoever requested close-out does not end it.
    WHEN (NEW.action = 'cancel' OR (l.children AND (NEW.action = 'request_close' OR NEW.action = 'close' OR NEW.action = 'end_notice')))
      AND EXISTS (SELECT 1 FROM item c WHERE c.parent = i.id AND c.state <> 'closed' AND c.state <> 'cancelled') THEN RAISE(ABORT, 'tl:item.children')
    WHEN l.second_party AND NEW.actor = i.requester AND (NEW.action = 'close' OR NEW.action = 'end_notice') THEN RAISE(ABORT, 'tl:item.second_party')
    -- Asked again at the end, for a unit may have been assigned since. (From here: before_1002 spares what was written under laxer rules.)
    WHEN l.all_sign AND (NEW.action = 'request_close' OR NEW.action = 'close' OR NEW.action = 'end_notice')
      AND EXISTS (SELECT 1 FROM assignment s WHERE s.item = i.id AND s.signed_at IS NULL AND s.ended_at IS NULL)
      AND (NEW.action = 'request_close' OR NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002)) THEN RAISE(ABORT, 'tl:item.all_sign')

    -- What was standing has a review date in force; once that is past it would be no deadline for the work that begins again. No new date lies in the past.
    WHEN (NEW.action = 'return' OR NEW.action = 'withdraw' OR NEW.action = 'reopen' OR NEW.action = 'object') AND (i.goal IS NOT NULL OR NEW.due IS NOT i.due)
      AND NEW.due < date(NEW.at, (SELECT utc_offset FROM book)) AND NEW.seq NOT BETWEEN 1 AND (SELECT seq FROM before_1002) THEN RAISE(ABORT, 'tl:item.review_passed')

    ELSE CASE NEW.action
      -- Once, unless a workflow of one's own brought the item back to where signing moves it on.
      WHEN 'acknowledge' THEN CASE WHEN a.signed_at IS NOT NULL AND NEW.state = i.state THEN RAISE(ABORT, 'tl:assignment.signed') END
      WHEN 'complete' THEN CASE WHEN a.completed_at IS NOT NULL THEN RAISE(ABORT, 'tl:assignment.completed') END
      WHEN 'assign' THEN CASE
        WHEN NEW.role IS NULL THEN RAISE(ABORT, 'tl:assignment.role')
        WHEN NEW.unit IS NULL OR NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:assignment.unit')
        WHEN (SELECT retired FROM unit WHERE id = NEW.unit) THEN RAISE(ABORT, 'tl:unit.retired')
        WHEN a.unit IS NOT NULL AND a.ended_at IS NULL THEN RAISE(ABORT, 'tl:assignment.twice')
        WHEN NEW.role = 'lead' AND i.lead IS NOT NULL THEN RAISE(ABORT, 'tl:assignment.one_lead')
        WHEN EXISTS (SELECT 1 FROM unit_catalogue WHERE unit_id = NEW.unit) AND NOT EXISTS (
          SELECT 1 FROM unit_catalogue c WHERE c.unit_id = NEW.unit AND (c.ledger_id = i.ledger
            OR EXISTS (SELECT 1 FROM listing s WHERE s.ledger = c.ledger_id AND s.item = i.id AND s.ended_at IS NULL))) THEN RAISE(ABORT, 'tl:assignment.off_catalogue') END
      WHEN 'unassign' THEN CASE WHEN a.unit IS NULL THEN RAISE(ABORT, 'tl:entry.unit') END
      WHEN 'dispatch' THEN CASE
        WHEN i.lead IS NULL THEN RAISE(ABORT, 'tl:item.lead')
        WHEN NEW.due IS NULL AND i.due_text IS NULL AND NEW.due_text IS NULL THEN RAISE(ABORT, 'tl:item.due')
        WHEN EXISTS (SELECT 1 FROM field f WHERE f.ledger = i.ledger AND f.required
          AND NOT EXISTS (SELECT 1 FROM value v WHERE v.item = i.id AND v.field = f.code AND v.value IS NOT NULL)) THEN RAISE(ABORT, 'tl:item.required_field') END
      WHEN 'request_extension' THEN CASE
        WHEN i.asked_due IS NOT NULL THEN RAISE(ABORT, 'tl:item.extension_pending')
        WHEN i.extended >= l.extensions THEN RAISE(ABORT, 'tl:item.extension_limit')
        WHEN NOT l.late_extension AND date(NEW.at, (SELECT utc_offset FROM book)) > i.due THEN RAISE(ABORT, 'tl:item.extension_late')
        WHEN NEW.asked_due IS NULL OR strftime('%Y-%m-%d', julianday(NEW.asked_due)) IS NOT NEW.asked_due OR NEW.asked_due <= i.due THEN RAISE(ABORT, 'tl:item.extension_due') END
      WHEN 'grant_extension' THEN CASE
        WHEN i.asked_due IS NULL THEN RAISE(ABORT, 'tl:item.no_extension')
        WHEN NEW.due IS NULL OR NEW.due <= i.due THEN RAISE(ABORT, 'tl:item.extension_due') END
      WHEN 'refuse_extension' THEN CASE WHEN i.asked_due IS NULL THEN RAISE(ABORT, 'tl:item.no_extension') END
      WHEN 'make_standing' THEN CASE WHEN NEW.due IS NULL OR NEW.due <= date(NEW.at, (SELECT utc_offset FROM book)) THEN RAISE(ABORT, 'tl:item.review_date') END
      WHEN 'request_close' THEN CASE
        WHEN l.evidence AND i.evidence = 0 THEN RAISE(ABORT, 'tl:item.evidence') END
      WHEN 'return' THEN CASE WHEN NEW.due IS NULL AND i.due IS NOT NULL THEN RAISE(ABORT, 'tl:entry.due') END
      WHEN 'close' THEN CASE
        WHEN i.state = 'in_review' THEN NULL -- request_close has looked at the rest
        WHEN l.evidence AND i.evidence = 0 THEN RAISE(ABORT, 'tl:item.evidence')
        WHEN EXISTS (SELECT 1 FROM field f WHERE f.ledger = i.ledger AND f.required
          AND NOT EXISTS (SELECT 1 FROM value v WHERE v.item = i.id AND v.field = f.code AND v.value IS NOT NULL)) THEN RAISE(ABORT, 'tl:item.required_field') END
      WHEN 'end_notice' THEN CASE
        WHEN julianday(date(NEW.at, (SELECT utc_offset FROM book))) - julianday(i.notice_on) < l.notice_days THEN RAISE(ABORT, 'tl:item.notice_days') END
      WHEN 'reopen' THEN CASE WHEN (SELECT state = 'closed' OR state = 'cancelled' FROM item WHERE id = i.parent) THEN RAISE(ABORT, 'tl:item.parent_closed') END
      WHEN 'attach' THEN CASE
        WHEN NEW.uri IS NULL THEN RAISE(ABORT, 'tl:evidence.uri')
        WHEN NEW.sha256 IS NULL AND NEW.uri NOT GLOB '[a-z]*://*' THEN RAISE(ABORT, 'tl:evidence.sha256') END
      WHEN 'resume' THEN CASE WHEN NEW.due IS NOT date(i.due, (julianday(date(NEW.at, (SELECT utc_offset FROM book))) - julianday(i.suspended_on)) || ' days')
        THEN RAISE(ABORT, 'tl:item.resume_due') END
      WHEN 'rate' THEN CASE WHEN NEW.risk IS NULL THEN RAISE(ABORT, 'tl:item.risk') END
    END
  END
  FROM (SELECT 1) LEFT JOIN entry p ON p.seq = (SELECT max(seq) FROM entry)
    LEFT JOIN item i ON i.id = NEW.item
    LEFT JOIN ledger l ON l.id = i.ledger
    LEFT JOIN move m ON m.workflow = l.workflow AND m.action = NEW.action AND m.from_state = i.state
    LEFT JOIN assignment a ON a.item = NEW.item AND a.unit = NEW.unit;
END;
