-- The journal. Everything else that can change is a fold of it.

CREATE TABLE entry(
  -- 流水. One immutable line: who did what to what, when, with what result. An entry is an after-image: state, due and risk are
  -- what the item has after it; in register and amend so are no, title, detail, source, officer and parent. Absent is NULL;
  -- the CHECKs ask for that first, because most columns of most entries are absent.
  seq INTEGER PRIMARY KEY CONSTRAINT entry_seq CHECK (seq > 0), -- 1, 2, 3 … without a gap; the founding entry's seq is the id of what it founds
  at TEXT NOT NULL,             -- when the entry was made: UTC, 2023-06-30T08:15:00.000Z; never before the entry preceding it
  actor TEXT NOT NULL           -- who made it, as the program says
    CONSTRAINT entry_actor CHECK (length(actor) BETWEEN 1 AND 200 AND trim(actor, char(9, 10, 13, 32, 160, 12288)) = actor AND instr(actor, char(0)) = 0
      AND actor NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'),
  action TEXT NOT NULL,         -- a name in action
  item INTEGER,                 -- the item it is about; NULL for entries about the book, units and ledgers
  ledger INTEGER,               -- the ledger it is about; of an item's entries only register has it, and enlist and delist: the other ledger
  unit INTEGER,                 -- the unit that acts or is acted on
  role TEXT                     -- assign: lead, responsible or support; of a pair mentor or mentee
    CONSTRAINT entry_role CHECK (role IS NULL OR (role = 'lead' OR role = 'responsible' OR role = 'support' OR role = 'mentor' OR role = 'mentee')),
  officer TEXT                  -- assign: the person in the unit; appoint: who holds the post now; register and amend: the leading official (领衔领导)
    CONSTRAINT entry_officer CHECK (officer IS NULL OR (length(officer) BETWEEN 1 AND 200 AND trim(officer, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(officer, char(0)) = 0)),
  state TEXT,                   -- the item's state after this entry
  due TEXT,                     -- the item's due date after this entry, 2023-06-30; of a standing item the next review date
  percent TEXT                  -- report, complete: how far the unit says it is, 0 to 100, a decimal: 60 or 66.5
    CONSTRAINT entry_percent CHECK (percent IS NULL OR (percent GLOB '[0-9]*' AND percent NOT GLOB '*[^0-9.]*' AND percent NOT GLOB '*.*.*'
      AND percent NOT GLOB '*.' AND percent NOT GLOB '0[0-9]*' AND length(percent) <= 6 AND instr(percent, char(0)) = 0 AND CAST(percent AS REAL) <= 100)),
  value TEXT                    -- report, complete: the figure reached, a decimal: 46, -3.5; count: how many were added, a whole number
    CONSTRAINT entry_value CHECK (value IS NULL OR (ltrim(value, '-') GLOB '[0-9]*' AND ltrim(value, '-') NOT GLOB '*[^0-9.]*' AND value NOT GLOB '--*'
      AND value NOT GLOB '*.*.*' AND value NOT GLOB '*.' AND ltrim(value, '-') NOT GLOB '0[0-9]*' AND length(value) <= 40 AND instr(value, char(0)) = 0)),
  risk TEXT                     -- the item's risk level after this entry: high, medium, low
    CONSTRAINT entry_risk CHECK (risk IS NULL OR (risk = 'high' OR risk = 'medium' OR risk = 'low')),
  note TEXT                     -- the text: a reason, a report, an instruction
    CONSTRAINT entry_note_text CHECK (note IS NULL OR (length(note) BETWEEN 1 AND 20000 AND trim(note, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(note, char(0)) = 0)),
  problem TEXT                  -- report, complete: what stands in the way
    CONSTRAINT entry_problem CHECK (problem IS NULL OR (length(problem) BETWEEN 1 AND 20000 AND trim(problem, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(problem, char(0)) = 0)),
  next_step TEXT                -- report, complete: what comes next
    CONSTRAINT entry_next_step CHECK (next_step IS NULL OR (length(next_step) BETWEEN 1 AND 20000 AND trim(next_step, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(next_step, char(0)) = 0)),
  happened_on TEXT,             -- the day the thing itself happened, where that is not the day of the entry; set_day: the day that is set
  asked_due TEXT,               -- request_extension: the due date asked for
  field TEXT                    -- amend: what was changed, a column or a custom field (several columns: no,title …); add_field: its code; list_datum,
                                -- fill, correct: the datum's code; add_series: which working day a due date that is none moves to, before or after
    CONSTRAINT entry_field CHECK (field IS NULL OR (length(field) BETWEEN 1 AND 200 AND instr(field, char(0)) = 0)),
  old TEXT                      -- amend of one thing, correct: what it was
    CONSTRAINT entry_old CHECK (old IS NULL OR (length(old) <= 20000 AND instr(old, char(0)) = 0)),
  new TEXT                      -- amend of one thing: what it is now; NULL: emptied; fill, correct: the content; add_series: by which day, see series.day
    CONSTRAINT entry_new CHECK (new IS NULL OR (length(new) BETWEEN 1 AND 20000 AND trim(new, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(new, char(0)) = 0)),
  no TEXT                       -- the item's number in its ledger: 17, 3.2, 〔2023〕1号
    CONSTRAINT entry_no CHECK (no IS NULL OR (length(no) BETWEEN 1 AND 60 AND trim(no, char(9, 10, 13, 32, 160, 12288)) = no AND instr(no, char(0)) = 0
      AND instr(no, '/') = 0 AND no NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')),
  title TEXT                    -- the item's title; of a unit its name; of a ledger, a field and the book their title; of evidence what it is
    CONSTRAINT entry_title CHECK (title IS NULL OR (length(title) BETWEEN 1 AND 2000 AND trim(title, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(title, char(0)) = 0)),
  detail TEXT                   -- the item's target and measures; add_field, add_datum: the choices; add_series: what its items get; add_workflow: its moves, see workflow.definition
    CONSTRAINT entry_detail CHECK (detail IS NULL OR (length(detail) BETWEEN 1 AND 20000 AND trim(detail, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(detail, char(0)) = 0)),
  source TEXT                   -- where the item comes from: the document, the passage; of a ledger its source document
    CONSTRAINT entry_source CHECK (source IS NULL OR (length(source) BETWEEN 1 AND 2000 AND trim(source, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(source, char(0)) = 0)),
  parent INTEGER,               -- the item above, or the unit above
  uid TEXT                      -- register, add_series, found_book: 32 hex digits, random, for exchange between books; of an occurrence
                                -- made of its series' and its period, so that two books make the same
    CONSTRAINT entry_uid CHECK (uid IS NULL OR (length(CAST(uid AS BLOB)) = 32 AND uid NOT GLOB '*[^0-9a-f]*')),
  code TEXT                     -- add_unit, add_ledger, add_workflow, add_series, add_datum: the short name that people type
    CONSTRAINT entry_code CHECK (code IS NULL OR (length(code) BETWEEN 1 AND 60 AND trim(code, char(9, 10, 13, 32, 160, 12288)) = code AND instr(code, char(0)) = 0
      AND instr(code, '/') = 0 AND instr(code, ',') = 0 AND code NOT GLOB '*[' || char(1) || '-' || char(31) || ']*')),
  kind TEXT                     -- add_unit: what kind of unit; add_ledger: its template; add_field, add_datum: its type; add_series: its cycle; found_book: its clock; set_day: holiday or
                                -- workday; warn, acknowledge_warning: blue, yellow or red
    CONSTRAINT entry_kind CHECK (kind IS NULL OR (length(kind) BETWEEN 1 AND 60 AND trim(kind, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(kind, char(0)) = 0)),
  workflow TEXT,                -- add_ledger: a name in workflow
  required INTEGER              -- add_field: 1: must be filled in
    CONSTRAINT entry_required CHECK (required IS NULL OR (required = 0 OR required = 1)),
  uri TEXT                      -- attach: a file's path or an address
    CONSTRAINT entry_uri CHECK (uri IS NULL OR (length(uri) BETWEEN 1 AND 4000 AND trim(uri, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(uri, char(0)) = 0)),
  sha256 TEXT                   -- attach: SHA-256 of the file, 64 hex digits; an address (scheme://…) may go without
    CONSTRAINT entry_sha256 CHECK (sha256 IS NULL OR (length(CAST(sha256 AS BLOB)) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')),
  size INTEGER                  -- attach: bytes in the file
    CONSTRAINT entry_size CHECK (size IS NULL OR (size >= 0)),
  request TEXT                  -- the caller's own id of this post: the same again adds nothing
    CONSTRAINT entry_request_id CHECK (request IS NULL OR (length(request) BETWEEN 1 AND 250 AND instr(request, char(0)) = 0)),
  data TEXT                     -- the caller's own, never looked into
    CONSTRAINT entry_data CHECK (data IS NULL OR (length(data) <= 100000 AND instr(data, char(0)) = 0)),
  due_text TEXT                 -- where this entry sets the due date (asked_due): how it was written, 6月底前; without one a standing rule, 长期坚持
    CONSTRAINT entry_due_text CHECK (due_text IS NULL OR (length(due_text) BETWEEN 1 AND 200 AND trim(due_text, char(9, 10, 13, 32, 160, 12288)) <> '' AND instr(due_text, char(0)) = 0)),
  series INTEGER,               -- add_series, end_series: the series; register: the one of which the item is an occurrence
  period TEXT                   -- register: the period of the occurrence, 2023-01, 2023-Q1, 2023, or the day it begins; add_series the first one, end_series
                                -- the last; fill, correct: the period that is reported on
    CONSTRAINT entry_period CHECK (period IS NULL OR (length(period) <= 10 AND (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]'
      OR (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND strftime('%Y-%m', period || '-01') IS period)
      OR (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND strftime('%Y-%m-%d', julianday(period)) IS period))))
) STRICT;
CREATE INDEX entry_of_item ON entry(item) WHERE item IS NOT NULL;
CREATE INDEX entry_of_unit ON entry(unit) WHERE item IS NULL;
-- Not UNIQUE: a rule refuses the second one, and OR REPLACE finds nothing here to remove.
CREATE INDEX entry_by_request ON entry(request) WHERE request IS NOT NULL;

CREATE TRIGGER entry_immutable_update BEFORE UPDATE ON entry BEGIN
  -- What is written stays written; a mistake is answered by another entry.
  SELECT RAISE(ABORT, 'tl:entry.immutable');
END;
CREATE TRIGGER entry_immutable_delete BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'tl:entry.immutable');
END;
