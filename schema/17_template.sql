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
  ('checklist', 'simple',     'checklist: lines ticked off',                           '事项清单');

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
  ('dossiers', 4, 'secrecy',       '密级',     'choice', 0, '公开,内部,秘密,机密,绝密');

CREATE TRIGGER template_frozen_insert BEFORE INSERT ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_frozen_update BEFORE UPDATE ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_frozen_delete BEFORE DELETE ON template BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_insert BEFORE INSERT ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_update BEFORE UPDATE ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
CREATE TRIGGER template_field_frozen_delete BEFORE DELETE ON template_field BEGIN SELECT RAISE(ABORT, 'tl:template.frozen'); END;
