-- Ledgers and their custom fields. Folds of the journal; written only by the triggers of entry.

CREATE TABLE ledger(
  -- 台账 / 清单. A named register of items with one workflow and one policy.
  id INTEGER PRIMARY KEY,       -- the seq of the entry that added it
  code TEXT NOT NULL,           -- the short name that people type, the first part of a REF; unique
  title TEXT NOT NULL,
  workflow TEXT NOT NULL REFERENCES workflow,
  template TEXT REFERENCES template,
  source TEXT,                  -- the source document
  evidence INTEGER NOT NULL,    -- policy, 1: evidence before close-out is requested (workflow simple: before it is closed)
  second_party INTEGER NOT NULL, -- policy, 1: who requested close-out may not close
  blue_days INTEGER NOT NULL DEFAULT 15, -- early warning: blue from so many days before the due date
  yellow_days INTEGER NOT NULL DEFAULT 7, -- yellow from so many days before it
  lag_points INTEGER NOT NULL DEFAULT 10, -- yellow, too, when progress is so many points behind the elapsed share of the time
  last_no INTEGER NOT NULL,     -- the largest whole number among its items' numbers; automatic numbers go on from it
  entry INTEGER NOT NULL,       -- the entry that last changed this row
  red_days INTEGER NOT NULL DEFAULT 1, -- red from so many days after the due date
  yellow_returns INTEGER NOT NULL DEFAULT 1, -- yellow after so many returns, red after so many
  red_returns INTEGER NOT NULL DEFAULT 2,
  all_sign INTEGER NOT NULL DEFAULT 0, -- policy, 1: every assigned unit signs before close-out is requested
  children INTEGER NOT NULL DEFAULT 1, -- policy, 1: the items below are closed first
  extensions INTEGER,           -- policy: so many extensions an item at most; NULL: any number
  late_extension INTEGER NOT NULL DEFAULT 0, -- policy, 1: an extension may be asked for after the due date, and is marked late; 0: it is refused
  notice_days INTEGER NOT NULL DEFAULT 0, -- policy: a public notice lasts so many days at least
  term INTEGER,                 -- policy: an item dispatched without a due date gets one so many days later
  term_working INTEGER NOT NULL DEFAULT 0, -- 1: the term is counted in working days
  report_days INTEGER,          -- policy: a report is expected every so many days; NULL: none
  year INTEGER,                 -- what a date phrase without a year means; NULL: the year the ledger was added in
  catalogue TEXT,               -- the kind of unit (unit.kind) that is asked only for what stands in this ledger: nothing else may be assigned to it
  edition TEXT,                 -- the version of the catalogue: 2023年版
  late_points INTEGER NOT NULL DEFAULT 2, -- scorecard: so many points off its lead for an item that is late; 0: it does not count
  return_points INTEGER NOT NULL DEFAULT 1, -- for each return, reopening, urging, extension
  reopen_points INTEGER NOT NULL DEFAULT 2,
  urge_points INTEGER NOT NULL DEFAULT 1,
  extension_points INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ledger_code ON ledger(code);
CREATE INDEX ledger_catalogue ON ledger(catalogue) WHERE catalogue IS NOT NULL;

CREATE TABLE policy(
  -- 台账规则. What amend_ledger can set beside the texts title, source, catalogue and edition: whole numbers from low to high. Frozen.
  name TEXT PRIMARY KEY,        -- a column of ledger
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  optional INTEGER NOT NULL,    -- 1: may be emptied
  en TEXT NOT NULL,
  zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO policy(name, low, high, optional, en, zh) VALUES
  ('evidence',       0, 1,    0, 'evidence before close-out is requested',       '申请销号前须有佐证材料'),
  ('second_party',   0, 1,    0, 'who requested close-out may not close',        '申请销号者不得自己销号'),
  ('all_sign',       0, 1,    0, 'every unit signs before close-out is requested', '申请销号前各单位均须签收'),
  ('children',       0, 1,    0, 'items below are closed first',                 '下级事项须先销号'),
  ('extensions',     0, 99,   1, 'extensions an item at most',                   '每项最多延期次数'),
  ('late_extension', 0, 1,    0, 'an extension may be asked for late',           '允许逾期后申请延期'),
  ('notice_days',    0, 999,  0, 'days of public notice',                        '公示天数'),
  ('term',           1, 9999, 1, 'default term in days',                         '默认办理期限（天）'),
  ('term_working',   0, 1,    0, 'the term is in working days',                  '期限按工作日计算'),
  ('report_days',    1, 999,  1, 'a report every so many days',                  '反馈周期（天）'),
  ('blue_days',      0, 9999, 0, 'blue from so many days before the due date',   '蓝灯：到期前天数'),
  ('yellow_days',    0, 9999, 0, 'yellow from so many days before it',           '黄灯：到期前天数'),
  ('red_days',       1, 9999, 0, 'red from so many days after it',               '红灯：逾期天数'),
  ('lag_points',     0, 9999, 0, 'yellow when so many points behind',            '黄灯：滞后百分点'),
  ('yellow_returns', 1, 99,   0, 'yellow after so many returns',                 '黄灯：退回次数'),
  ('red_returns',    1, 99,   0, 'red after so many returns',                    '红灯：退回次数'),
  ('year',           1900, 9999, 1, 'the year of date phrases without one',      '未写年份的时限所指年份'),
  ('late_points',      0, 100, 0, 'points off for an item that is late',         '扣分：每逾期一项'),
  ('return_points',    0, 100, 0, 'points off for each return',                  '扣分：每退回一次'),
  ('reopen_points',    0, 100, 0, 'points off for each reopening',               '扣分：每重办一次'),
  ('urge_points',      0, 100, 0, 'points off for each urging',                  '扣分：每催办一次'),
  ('extension_points', 0, 100, 0, 'points off for each extension',               '扣分：每延期一次');
CREATE TRIGGER policy_frozen_insert BEFORE INSERT ON policy BEGIN SELECT RAISE(ABORT, 'tl:policy.frozen'); END;
CREATE TRIGGER policy_frozen_update BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'tl:policy.frozen'); END;
CREATE TRIGGER policy_frozen_delete BEFORE DELETE ON policy BEGIN SELECT RAISE(ABORT, 'tl:policy.frozen'); END;

CREATE VIEW ledger_policy AS
  -- What amend_ledger can change of each ledger, as it is now: one row a name.
  SELECT l.id AS ledger, p.column1 AS name, CASE p.column1 WHEN 'title' THEN title WHEN 'source' THEN source
    WHEN 'evidence' THEN CAST(evidence AS TEXT) WHEN 'second_party' THEN CAST(second_party AS TEXT) WHEN 'all_sign' THEN CAST(all_sign AS TEXT)
    WHEN 'children' THEN CAST(children AS TEXT) WHEN 'extensions' THEN CAST(extensions AS TEXT) WHEN 'late_extension' THEN CAST(late_extension AS TEXT)
    WHEN 'notice_days' THEN CAST(notice_days AS TEXT) WHEN 'term' THEN CAST(term AS TEXT) WHEN 'term_working' THEN CAST(term_working AS TEXT)
    WHEN 'report_days' THEN CAST(report_days AS TEXT) WHEN 'blue_days' THEN CAST(blue_days AS TEXT) WHEN 'yellow_days' THEN CAST(yellow_days AS TEXT)
    WHEN 'red_days' THEN CAST(red_days AS TEXT) WHEN 'lag_points' THEN CAST(lag_points AS TEXT) WHEN 'yellow_returns' THEN CAST(yellow_returns AS TEXT)
    WHEN 'red_returns' THEN CAST(red_returns AS TEXT) WHEN 'year' THEN CAST(year AS TEXT)
    WHEN 'late_points' THEN CAST(late_points AS TEXT) WHEN 'return_points' THEN CAST(return_points AS TEXT)
    WHEN 'reopen_points' THEN CAST(reopen_points AS TEXT) WHEN 'urge_points' THEN CAST(urge_points AS TEXT)
    WHEN 'extension_points' THEN CAST(extension_points AS TEXT)
    WHEN 'catalogue' THEN catalogue WHEN 'edition' THEN edition END AS content
  FROM ledger l, (VALUES ('title'), ('source'), ('catalogue'), ('edition') UNION ALL SELECT name FROM policy) p;

CREATE TABLE field(
  -- 自定义栏目. What a ledger's items may bear beyond the columns of item; the contents are rows of value.
  ledger INTEGER NOT NULL REFERENCES ledger,
  code TEXT NOT NULL,           -- the name that people type
  rank INTEGER NOT NULL,        -- its place among the ledger's fields
  title TEXT NOT NULL,          -- the heading
  type TEXT NOT NULL            -- what its values must be
    CONSTRAINT field_type CHECK (type = 'text' OR type = 'integer' OR type = 'number' OR type = 'date' OR type = 'choice' OR type = 'unit'),
  required INTEGER NOT NULL DEFAULT 0, -- 1: must be filled in before dispatch (workflow simple: before close)
  choices TEXT                  -- type choice: the possible values, with commas between
    CONSTRAINT field_choices CHECK ((type = 'choice') = (choices IS NOT NULL)),
  entry INTEGER NOT NULL,
  PRIMARY KEY (ledger, code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_journal_insert BEFORE INSERT ON ledger
  WHEN (SELECT action FROM entry WHERE seq = NEW.id) IS NOT 'add_ledger' OR NEW.entry IS NOT NEW.id OR EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;
CREATE TRIGGER ledger_journal_update AFTER UPDATE OF id, code, title, workflow, template, source, evidence, second_party, blue_days, yellow_days, lag_points, entry,
    red_days, yellow_returns, red_returns, all_sign, children, extensions, late_extension, notice_days, term, term_working, report_days, year, catalogue, edition,
    late_points, return_points, reopen_points, urge_points, extension_points ON ledger
  WHEN NEW.id <> OLD.id OR NEW.code <> OLD.code OR NEW.workflow <> OLD.workflow OR NEW.template IS NOT OLD.template
    OR NEW.entry <= OLD.entry OR (SELECT ledger FROM entry WHERE seq = NEW.entry) IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;
CREATE TRIGGER ledger_journal_last_no AFTER UPDATE OF last_no ON ledger
  -- An item renumbered by amend can raise the last number without a stamp.
  WHEN NOT (NEW.entry > OLD.entry AND (SELECT ledger FROM entry WHERE seq = NEW.entry) IS OLD.id)
    AND NOT (NEW.entry = OLD.entry AND NEW.last_no > OLD.last_no
      AND NEW.last_no IS (SELECT CAST(e.no AS INTEGER) FROM entry e JOIN item i ON i.id = e.item
        WHERE e.seq = (SELECT max(seq) FROM entry) AND e.action = 'amend' AND i.ledger = OLD.id AND e.no NOT GLOB '*[^0-9]*' AND length(e.no) <= 15))
BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;
CREATE TRIGGER ledger_journal_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'tl:ledger.journal'); END;

CREATE TRIGGER field_journal_insert BEFORE INSERT ON field
  WHEN EXISTS (SELECT 1 FROM field WHERE ledger = NEW.ledger AND code = NEW.code)
    OR NEW.entry IS NOT (SELECT max(seq) FROM entry)
    OR NOT EXISTS (SELECT 1 FROM entry e WHERE e.seq = NEW.entry AND e.ledger = NEW.ledger AND (
      (e.action = 'add_field' AND e.field = NEW.code AND e.title = NEW.title AND e.kind = NEW.type)
      OR (e.action = 'add_ledger' AND EXISTS (SELECT 1 FROM template_field t WHERE t.template = e.kind
        AND t.code = NEW.code AND t.title = NEW.title AND t.type = NEW.type))))
BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
CREATE TRIGGER field_journal_update BEFORE UPDATE ON field BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
CREATE TRIGGER field_journal_delete BEFORE DELETE ON field BEGIN SELECT RAISE(ABORT, 'tl:field.journal'); END;
