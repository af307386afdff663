-- Ready-made kinds of ledger: a workflow and the fields a ledger of the kind starts with. Frozen, because a replayed journal reads them.

CREATE TABLE template(
  -- 台账模板.
  name TEXT PRIMARY KEY,
  workflow TEXT NOT NULL REFERENCES workflow,
  en TEXT NOT NULL,
  zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO template(name, workflow, en, zh) VALUES
  ('tasks',     'standard',   'task ledger: a source document taken apart into items', '任务台账'),
  ('dossiers',  'supervised', 'instruction dossiers: one dossier for each',            '批示档案'),
  ('programme', 'standard',   'programmes: actions, tasks below them, a leading official', '行动方案'),
  ('rectification', 'supervised', 'findings of an inspection, put right one by one',   '整改台账'),
  ('problems',  'standard',   'a rolling list of problems',                            '问题清单'),
  ('hazards',   'supervised', 'hazards: found, put right, looked at again',            '隐患台账'),
  ('measures',  'standard',   'measures, many of them standing',                       '措施清单'),
  ('recommendations', 'simple', 'recommendations and the replies to them',             '意见建议'),
  ('checklist', 'simple',     'checklist: lines ticked off',                           '事项清单'),
  ('recurring', 'simple',     'what comes again: occurrences of series',               '周期任务'),
  ('watch',     'standard',   'watch list by level of risk',                           '风险预警'),
  ('pairs',     'simple',     'pairs of mentor and mentee',                            '帮带结对'),
  ('counters',  'counting',   'figures counted up: meetings, visits, talks',           '工作计数');

CREATE TABLE template_policy(
  -- What a template's ledgers start with, where that is not what their workflow says; names as in policy. Only with the template's own workflow.
  template TEXT NOT NULL REFERENCES template,
  name TEXT NOT NULL            -- one of those that the fold of add_ledger reads
    CONSTRAINT template_policy CHECK (name = 'all_sign' OR name = 'extensions' OR name = 'report_days'),
  content INTEGER NOT NULL,
  PRIMARY KEY (template, name)
) STRICT, WITHOUT ROWID;
INSERT INTO template_policy(template, name, content) VALUES
  ('hazards',       'report_days', 7),
  ('hazards',       'extensions',  1),
  ('programme',     'report_days', 90),
  ('rectification', 'report_days', 30),
  ('rectification', 'all_sign',    1);

CREATE TABLE template_field(
  -- The custom fields of a template's ledgers; columns as in field.
  template TEXT NOT NULL REFERENCES template,
  rank INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  required INTEGER NOT NULL,
  choices TEXT,
  PRIMARY KEY (template, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO template_field(template, rank, code, title, type, required, choices) VALUES
  ('dossiers', 1, 'leader',        '批示领导', 'text',   0, NULL),
  ('dossiers', 2, 'instructed_on', '批示时间', 'date',   0, NULL),
  ('dossiers', 3, 'instruction',   '批示内容', 'text',   0, NULL),
  ('dossiers', 4, 'secrecy',       '密级',     'choice', 0, '公开,内部,秘密,机密,绝密'),
  ('programme', 1, 'plan',          '方案类别', 'text',   0, NULL),
  ('rectification', 1, 'feedback_source', '反馈来源', 'text', 1, NULL),
  ('rectification', 2, 'round',     '轮次',     'text',   0, NULL),
  ('rectification', 3, 'finding',   '问题',     'text',   1, NULL),
  ('rectification', 4, 'target',    '整改目标', 'text',   0, NULL),
  ('rectification', 5, 'class',     '整改类型', 'choice', 1, '立行立改,分阶段,持续'),
  ('rectification', 6, 'result',    '整改结果', 'choice', 0, '已完成,基本完成,部分完成,未完成'),
  ('rectification', 7, 'checked_by', '核查人',  'text',   0, NULL),
  ('rectification', 8, 'opinion',   '核查意见', 'text',   0, NULL),
  ('problems', 1, 'found_by',       '问题来源', 'text',   0, NULL),
  ('problems', 2, 'found_on',       '发现时间', 'date',   0, NULL),
  ('hazards', 1, 'inspected_on',    '检查时间', 'date',   1, NULL),
  ('hazards', 2, 'location',        '地点',     'text',   1, NULL),
  ('hazards', 3, 'hazard_level',    '隐患等级', 'choice', 1, '重大,较大,一般,低'),
  ('hazards', 4, 'rechecked_on',    '复查时间', 'date',   0, NULL),
  ('hazards', 5, 'recheck_result',  '复查结果', 'choice', 0, '合格,不合格'),
  ('measures', 1, 'group',          '措施类别', 'text',   0, NULL),
  ('recommendations', 1, 'proposer', '提出单位', 'text',  0, NULL),
  ('recommendations', 2, 'category', '类别',    'text',   0, NULL),
  ('recommendations', 3, 'reply',   '答复',     'text',   0, NULL),
  ('recommendations', 4, 'adopted', '采纳情况', 'choice', 0, '采纳,部分采纳,未采纳'),
  ('watch', 1, 'person',            '对象',     'text',   0, NULL),
  ('watch', 2, 'sign',              '风险表现', 'text',   0, NULL),
  ('pairs', 1, 'since',             '起始时间', 'date',   0, NULL),
  ('pairs', 2, 'until',             '结束时间', 'date',   0, NULL),
  ('counters', 1, 'measure',        '计量单位', 'choice', 1, '次,项,人次,人,名,个,件,条,场,对,期,篇'),
  ('counters', 2, 'target',         '目标数',   'integer', 0, NULL),
  ('counters', 3, 'qualifier',      '约数',     'choice', 0, '余,多,近'),
  ('counters', 4, 'denominator',    '分母',     'text',   0, NULL);

CREATE TABLE template_column(
  -- The table on paper: its columns in their order, an item's as in item_table or a custom field, each under its heading. Of any other ledger: those of tasks.
  template TEXT NOT NULL REFERENCES template,
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (template, rank)
) STRICT, WITHOUT ROWID;
-- A column that is called otherwise there than elsewhere has its heading behind it; * is where the middle goes, the same in all of them.
WITH RECURSIVE given(template, names) AS (VALUES
    ('tasks',           'row,no,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('dossiers',        'row,no,leader,instructed_on,instruction,secrecy,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('programme',       'row,no,plan,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('rectification',   'row,no,feedback_source,round,finding,target,class,source,title,detail,*,due,progress,percent,result,problem,next_step,light,extended,state,completed_on,checked_by,opinion,uri,remark'),
    ('problems',        'row,no,found_by,found_on,source,title=问题,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('hazards',         'row,no,inspected_on,location,hazard_level,source,title,detail,*,due=整改期限,progress,percent,problem,next_step,light,extended,state,rechecked_on,recheck_result,completed_on,uri,remark'),
    ('measures',        'row,no,group,source,title=工作措施,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('recommendations', 'row,no,proposer,category,source,title=意见建议,detail,*,due,progress,percent,reply,adopted,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('checklist',       'row,no,source,title=事项,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('recurring',       'row,no,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('watch',           'row,no,person,sign,risk,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('pairs',           'row,no,mentor,mentee,since,until,source,title,detail,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark'),
    ('counters',        'row,no,source,title,detail,measure,target,value=实际数,qualifier,denominator,*,due,progress,percent,problem,next_step,light,extended,state,completed_on,uri,remark')),
  part(template, rank, name, rest) AS (
    SELECT template, 0, '', replace(names, '*', 'officer,lead,responsible,support,contact,started_on') || ',' FROM given
    UNION ALL SELECT template, rank + 1, substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1) FROM part WHERE rest <> '')
INSERT INTO template_column(template, rank, name, heading)
  SELECT template, rank, substr(name, 1, instr(name || '=', '=') - 1), coalesce(nullif(substr(name, instr(name || '=', '=') + 1), ''),
    (SELECT title FROM template_field f WHERE f.template = p.template AND f.code = p.name), (SELECT zh FROM label WHERE kind = 'column' AND label.name = p.name),
    (SELECT zh FROM label WHERE kind = 'heading' AND label.name = p.name))
  FROM part p WHERE rank > 0;

CREATE TRIGGER template_frozen_insert BEFORE INSERT ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_frozen_update BEFORE UPDATE ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_frozen_delete BEFORE DELETE ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_policy_frozen_insert BEFORE INSERT ON template_policy BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_policy_frozen_update BEFORE UPDATE ON template_policy BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_policy_frozen_delete BEFORE DELETE ON template_policy BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_insert BEFORE INSERT ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_update BEFORE UPDATE ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_delete BEFORE DELETE ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_column_frozen_insert BEFORE INSERT ON template_column BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_column_frozen_update BEFORE UPDATE ON template_column BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_column_frozen_delete BEFORE DELETE ON template_column BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
