-- What is possible: states, actions, workflows and their moves, as rows. What is built in is frozen: guards below, and verify compares it.
-- Workflows of one's own come by entries (add_workflow); 16_workflow_fault.sql says what is wrong with one.

CREATE TABLE state(
  -- 状态. Overdue, near-due, extended, urged and returned are derived or events, never states.
  name TEXT PRIMARY KEY,
  open INTEGER NOT NULL,        -- 1: still to be closed out
  rank INTEGER NOT NULL,        -- the order in which lists and statistics show them
  en TEXT NOT NULL,
  zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state(name, open, rank, en, zh) VALUES
  ('registered',  1, 1, 'registered',  '已立项'),
  ('dispatched',  1, 2, 'dispatched',  '待签收'),
  ('in_progress', 1, 3, 'in progress', '办理中'),
  ('in_review',   1, 4, 'in review',   '待审核'),
  ('notice',      1, 5, 'on notice',   '公示中'),
  ('standing',    1, 6, 'standing',    '长期坚持'),
  ('suspended',   1, 7, 'suspended',   '已中止'),
  ('closed',      0, 8, 'closed',      '已销号'),
  ('cancelled',   0, 9, 'cancelled',   '已终止');

CREATE TABLE action(
  -- 动作. What an entry can be. scope says what it is about: book, unit, ledger, or item.
  name TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  en TEXT NOT NULL,
  zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO action(name, scope, en, zh) VALUES
  ('found_book',        'book',   'found the book',     '建库'),
  ('add_unit',          'unit',   'add unit',           '设立单位'),
  ('rename_unit',       'unit',   'rename unit',        '单位更名'),
  ('retire_unit',       'unit',   'retire unit',        '撤销单位'),
  ('appoint',           'unit',   'appoint',            '任职'),
  ('set_day',           'book',   'set calendar day',   '设定日历'),
  ('add_workflow',      'book',   'add workflow',       '设立流程'),
  ('add_synonym',       'book',   'add synonym',        '设定栏目别名'),
  ('add_ledger',        'ledger', 'add ledger',         '建立台账'),
  ('amend_ledger',      'ledger', 'amend ledger',       '更正台账'),
  ('add_field',         'ledger', 'add field',          '增设栏目'),
  ('import',            'ledger', 'import',             '导入'),
  ('add_series',        'ledger', 'add series',         '设立周期任务'),
  ('end_series',        'ledger', 'end series',         '终止周期任务'),
  ('add_datum',         'book',   'add datum',          '设立数据项'),
  ('list_datum',        'ledger', 'list datum',         '列入数据项'),
  ('fill',              'unit',   'fill in',            '填报'),
  ('correct',           'unit',   'correct',            '更正填报'),
  ('register',          'item',   'register',           '立项'),
  ('assign',            'item',   'assign',             '分工'),
  ('unassign',          'item',   'unassign',           '撤销分工'),
  ('dispatch',          'item',   'dispatch',           '交办'),
  ('acknowledge',       'item',   'acknowledge',        '签收'),
  ('decline',           'item',   'decline',            '退签'),
  ('report',            'item',   'report',             '反馈'),
  ('complete',          'item',   'complete own line',  '办结'),
  ('attach',            'item',   'attach evidence',    '佐证'),
  ('urge',              'item',   'urge',               '催办'),
  ('hear',              'item',   'hear',               '听取'),
  ('instruct',          'item',   'instruct',           '批示'),
  ('talk',              'item',   'talk',               '约谈'),
  ('notify',            'item',   'give notice',        '督办通知'),
  ('circulate',         'item',   'circulate',          '通报'),
  ('comment',           'item',   'comment',            '备注'),
  ('count',             'item',   'count',              '计数'),
  ('warn',              'item',   'warn',               '预警'),
  ('acknowledge_warning', 'item', 'acknowledge warning', '预警签收'),
  ('enlist',            'item',   'list elsewhere',     '列入'),
  ('delist',            'item',   'take off a list',    '移出'),
  ('request_extension', 'item',   'request extension',  '申请延期'),
  ('grant_extension',   'item',   'grant extension',    '同意延期'),
  ('refuse_extension',  'item',   'refuse extension',   '不同意延期'),
  ('make_standing',     'item',   'make standing',      '转长期坚持'),
  ('request_close',     'item',   'request close-out',  '申请销号'),
  ('withdraw',          'item',   'withdraw request',   '撤回'),
  ('return',            'item',   'return',             '退回重办'),
  ('close',             'item',   'close out',          '销号'),
  ('end_notice',        'item',   'end public notice',  '公示结束'),
  ('object',            'item',   'object to notice',   '公示异议'),
  ('reopen',            'item',   'reopen',             '重办'),
  ('suspend',           'item',   'suspend',            '中止'),
  ('resume',            'item',   'resume',             '恢复办理'),
  ('cancel',            'item',   'cancel',             '终止'),
  ('amend',             'item',   'amend',              '更正'),
  ('rate',              'item',   'rate risk',          '定级');

CREATE TABLE workflow(
  -- 流程. A ledger has one. evidence, second_party and notice_days are what its ledgers start with.
  name TEXT PRIMARY KEY,
  evidence INTEGER NOT NULL,
  second_party INTEGER NOT NULL,
  notice_days INTEGER NOT NULL DEFAULT 0,
  en TEXT NOT NULL,
  zh TEXT NOT NULL,
  definition TEXT,              -- of one's own: its moves, one a line: action from_state to_state by note, as in
                                --   report in_progress in_progress line note
                                -- with - for: back to where it was suspended from; the supervising side; no text needed
  entry INTEGER                 -- of one's own: the entry that added it; NULL: built in
) STRICT, WITHOUT ROWID;
INSERT INTO workflow(name, evidence, second_party, notice_days, en, zh) VALUES
  ('simple',     0, 0, 0, 'one step: registered, closed',                          '一步销号'),
  ('standard',   0, 0, 0, 'dispatched, signed for, reported on, reviewed, closed', '标准闭环'),
  ('supervised', 1, 1, 0, 'standard, with evidence and a second party',            '督办闭环'),
  ('noticed',    1, 1, 5, 'supervised, with a public notice before it is closed',  '公示闭环'),
  ('counting',   0, 0, 0, 'a figure counted up: registered, standing, closed',     '持续计数');

CREATE TABLE move(
  -- 流转. In this workflow, this action leads from this state to that one; what has no row here is refused (rule item.move).
  workflow TEXT NOT NULL REFERENCES workflow,
  action TEXT NOT NULL REFERENCES action,
  from_state TEXT NOT NULL REFERENCES state,
  to_state TEXT REFERENCES state, -- NULL: back to the state the item was suspended from
  by TEXT                         -- who acts: NULL the supervising side; line: any assigned unit, for itself; lead: the lead only;
                                  -- lead_moves: any assigned unit, but the item moves only when the lead does it
    CONSTRAINT move_by CHECK (by = 'line' OR by = 'lead' OR by = 'lead_moves'),
  needs_note INTEGER NOT NULL DEFAULT 0, -- 1: a text (a reason, a report, an instruction) is required
  entry INTEGER,                -- as in workflow
  PRIMARY KEY (workflow, action, from_state)
) STRICT, WITHOUT ROWID;

INSERT INTO move(workflow, action, from_state, to_state, by, needs_note)
  SELECT w.name, m.column1, m.column2, iif(w.name = 'noticed' AND m.column1 = 'close', 'notice', m.column3), m.column4, m.column5
  FROM workflow w, (VALUES
    ('dispatch',          'registered',  'dispatched',  NULL,         0),
    ('acknowledge',       'dispatched',  'in_progress', 'lead_moves', 0),
    ('acknowledge',       'in_progress', 'in_progress', 'lead_moves', 0),
    ('decline',           'dispatched',  'registered',  'lead',       1),
    ('report',            'in_progress', 'in_progress', 'line',       1),
    ('report',            'in_review',   'in_review',   'line',       1),
    ('report',            'standing',    'standing',    'line',       1),
    ('complete',          'in_progress', 'in_progress', 'line',       0),
    ('complete',          'in_review',   'in_review',   'line',       0),
    ('complete',          'standing',    'standing',    'line',       0),
    ('request_extension', 'dispatched',  'dispatched',  'line',       1),
    ('request_extension', 'in_progress', 'in_progress', 'line',       1),
    ('grant_extension',   'dispatched',  'dispatched',  NULL,         0),
    ('grant_extension',   'in_progress', 'in_progress', NULL,         0),
    ('refuse_extension',  'dispatched',  'dispatched',  NULL,         1),
    ('refuse_extension',  'in_progress', 'in_progress', NULL,         1),
    ('make_standing',     'in_progress', 'standing',    NULL,         1),
    ('make_standing',     'standing',    'standing',    NULL,         1),
    ('request_close',     'in_progress', 'in_review',   'lead',       0),
    ('request_close',     'standing',    'in_review',   'lead',       0),
    ('withdraw',          'in_review',   'in_progress', 'lead',       0),
    ('return',            'in_review',   'in_progress', NULL,         1),
    ('close',             'in_review',   'closed',      NULL,         0),
    ('reopen',            'closed',      'in_progress', NULL,         1),
    ('suspend',           'dispatched',  'suspended',   NULL,         1),
    ('suspend',           'in_progress', 'suspended',   NULL,         1),
    ('suspend',           'in_review',   'suspended',   NULL,         1),
    ('suspend',           'standing',    'suspended',   NULL,         1)) m
  WHERE w.name <> 'simple' AND w.name <> 'counting';
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES
  ('noticed', 'end_notice', 'notice', 'closed',      NULL, 0),
  ('noticed', 'object',     'notice', 'in_progress', NULL, 1),
  ('noticed', 'suspend',    'notice', 'suspended',   NULL, 1);
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES
  ('simple', 'close',    'registered', 'closed',     NULL,   0),
  ('simple', 'report',   'registered', 'registered', 'line', 1),
  ('simple', 'complete', 'registered', 'registered', 'line', 0),
  ('simple', 'reopen',   'closed',     'registered', NULL,   1);
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES
  ('counting', 'make_standing', 'registered', 'standing',   NULL, 1),
  ('counting', 'make_standing', 'standing',   'standing',   NULL, 1),
  ('counting', 'count',         'standing',   'standing',   NULL, 0),
  ('counting', 'close',         'standing',   'closed',     NULL, 0),
  ('counting', 'reopen',        'closed',     'registered', NULL, 1),
  ('counting', 'suspend',       'standing',   'suspended',  NULL, 1);
-- The same in every workflow, from every open state it has.
INSERT INTO move(workflow, action, from_state, to_state, needs_note)
  SELECT w.name, a.column1, s.name, iif(a.column1 = 'cancel', 'cancelled', s.name), a.column2
  FROM workflow w, state s, (VALUES ('assign', 0), ('unassign', 0), ('attach', 0), ('urge', 1), ('hear', 1), ('instruct', 1), ('notify', 1), ('circulate', 1),
    ('talk', 1), ('cancel', 1), ('amend', 0), ('rate', 1), ('warn', 0), ('acknowledge_warning', 0), ('enlist', 0), ('delist', 0)) a
  WHERE s.open AND (w.name <> 'simple' OR s.name = 'registered' OR s.name = 'suspended')
    AND (w.name <> 'counting' OR s.name = 'registered' OR s.name = 'standing' OR s.name = 'suspended') AND (s.name <> 'notice' OR w.name = 'noticed');
INSERT INTO move(workflow, action, from_state, to_state, needs_note)
  SELECT w.name, 'comment', s.name, s.name, 1
  FROM workflow w, state s WHERE (s.name <> 'notice' OR w.name = 'noticed')
    AND (w.name <> 'simple' OR NOT s.open OR s.name = 'registered' OR s.name = 'suspended')
    AND (w.name <> 'counting' OR NOT s.open OR s.name = 'registered' OR s.name = 'standing' OR s.name = 'suspended');
INSERT INTO move(workflow, action, from_state, to_state, needs_note)
  SELECT name, 'suspend', 'registered', 'suspended', 1 FROM workflow
  UNION ALL SELECT name, 'resume', 'suspended', NULL, 0 FROM workflow;

CREATE TRIGGER state_frozen_insert BEFORE INSERT ON state BEGIN SELECT RAISE(ABORT, 'tl:state.frozen'); END;
CREATE TRIGGER state_frozen_update BEFORE UPDATE ON state BEGIN SELECT RAISE(ABORT, 'tl:state.frozen'); END;
CREATE TRIGGER state_frozen_delete BEFORE DELETE ON state BEGIN SELECT RAISE(ABORT, 'tl:state.frozen'); END;
CREATE TRIGGER action_frozen_insert BEFORE INSERT ON action BEGIN SELECT RAISE(ABORT, 'tl:action.frozen'); END;
CREATE TRIGGER action_frozen_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'tl:action.frozen'); END;
CREATE TRIGGER action_frozen_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'tl:action.frozen'); END;
CREATE TRIGGER workflow_frozen_insert BEFORE INSERT ON workflow
  WHEN EXISTS (SELECT 1 FROM workflow WHERE name = NEW.name) OR NEW.entry IS NULL OR NEW.entry IS NOT (SELECT max(seq) FROM entry)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'add_workflow' AND code = NEW.name AND title = NEW.zh AND detail = NEW.definition)
BEGIN SELECT RAISE(ABORT, 'tl:workflow.frozen'); END;
CREATE TRIGGER workflow_frozen_update BEFORE UPDATE ON workflow BEGIN SELECT RAISE(ABORT, 'tl:workflow.frozen'); END;
CREATE TRIGGER workflow_frozen_delete BEFORE DELETE ON workflow BEGIN SELECT RAISE(ABORT, 'tl:workflow.frozen'); END;
CREATE TRIGGER move_frozen_insert BEFORE INSERT ON move
  WHEN EXISTS (SELECT 1 FROM move WHERE workflow = NEW.workflow AND action = NEW.action AND from_state = NEW.from_state) OR NEW.entry IS NULL
    -- A move of one's own stands in its workflow's definition as a line.
    OR NOT EXISTS (SELECT 1 FROM workflow w WHERE w.name = NEW.workflow AND w.entry = NEW.entry AND instr(char(10) || w.definition || char(10),
      char(10) || NEW.action || ' ' || NEW.from_state || ' ' || coalesce(NEW.to_state, '-') || ' ' || coalesce(NEW.by, '-') || ' ' || iif(NEW.needs_note, 'note', '-') || char(10)) > 0)
BEGIN SELECT RAISE(ABORT, 'tl:move.frozen'); END;
CREATE TRIGGER move_frozen_update BEFORE UPDATE ON move BEGIN SELECT RAISE(ABORT, 'tl:move.frozen'); END;
CREATE TRIGGER move_frozen_delete BEFORE DELETE ON move BEGIN SELECT RAISE(ABORT, 'tl:move.frozen'); END;
