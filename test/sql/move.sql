-- What is possible is fixed: state, action, workflow, move, rule, label, template, template_field, template_column take no change.

-- refuse: state.frozen | state: a row more
INSERT INTO state VALUES ('draft', 1, 0, 'draft', '草稿');
-- refuse: state.frozen | state: a row more, OR IGNORE
INSERT OR IGNORE INTO state VALUES ('draft', 1, 0, 'draft', '草稿');
-- refuse: state.frozen | state: a row replaced
REPLACE INTO state VALUES ('closed', 1, 8, 'closed', '已销号');
-- refuse: state.frozen | state: a row that is there, OR IGNORE
INSERT OR IGNORE INTO state VALUES ('closed', 1, 8, 'closed', '已销号');
-- refuse: state.frozen | state: ON CONFLICT DO UPDATE
INSERT INTO state VALUES ('closed', 1, 8, 'closed', '已销号') ON CONFLICT DO UPDATE SET open = 1;
-- refuse: state.frozen | state: the same rows again, from itself
INSERT OR REPLACE INTO state SELECT * FROM state;
-- refuse: state.frozen | state: one changed
UPDATE state SET open = 1 WHERE name = 'closed';
-- refuse: state.frozen | state: all changed, OR IGNORE
UPDATE OR IGNORE state SET en = 'x';
-- refuse: state.frozen | state: keys, OR REPLACE
UPDATE OR REPLACE state SET name = 'closed';
-- refuse: state.frozen | state: one removed
DELETE FROM state WHERE name = 'closed';
-- refuse: state.frozen | state: all removed
DELETE FROM state;
-- refuse: action.frozen | action: a row more
INSERT INTO action VALUES ('approve', 'item', 'approve', '批准');
-- refuse: action.frozen | action: a row more, OR IGNORE
INSERT OR IGNORE INTO action VALUES ('approve', 'item', 'approve', '批准');
-- refuse: action.frozen | action: a row replaced
REPLACE INTO action VALUES ('close', 'book', 'x', 'x');
-- refuse: action.frozen | action: a row that is there, OR IGNORE
INSERT OR IGNORE INTO action VALUES ('close', 'book', 'x', 'x');
-- refuse: action.frozen | action: ON CONFLICT DO UPDATE
INSERT INTO action VALUES ('close', 'book', 'x', 'x') ON CONFLICT DO UPDATE SET scope = 'book';
-- refuse: action.frozen | action: the same rows again, from itself
INSERT OR REPLACE INTO action SELECT * FROM action;
-- refuse: action.frozen | action: one changed
UPDATE action SET scope = 'book' WHERE name = 'close';
-- refuse: action.frozen | action: all changed, OR IGNORE
UPDATE OR IGNORE action SET en = 'x';
-- refuse: action.frozen | action: keys, OR REPLACE
UPDATE OR REPLACE action SET name = 'close';
-- refuse: action.frozen | action: one removed
DELETE FROM action WHERE name = 'close';
-- refuse: action.frozen | action: all removed
DELETE FROM action;
-- refuse: workflow.frozen | workflow: a row more
INSERT INTO workflow(name, evidence, second_party, en, zh) VALUES ('kanban', 0, 0, 'kanban', '看板');
-- refuse: workflow.frozen | workflow: a row more, OR IGNORE
INSERT OR IGNORE INTO workflow(name, evidence, second_party, en, zh) VALUES ('kanban', 0, 0, 'kanban', '看板');
-- refuse: workflow.frozen | workflow: a row replaced
REPLACE INTO workflow(name, evidence, second_party, en, zh) VALUES ('supervised', 0, 0, 'x', 'x');
-- refuse: workflow.frozen | workflow: a row that is there, OR IGNORE
INSERT OR IGNORE INTO workflow(name, evidence, second_party, en, zh) VALUES ('supervised', 0, 0, 'x', 'x');
-- refuse: workflow.frozen | workflow: ON CONFLICT DO UPDATE
INSERT INTO workflow(name, evidence, second_party, en, zh) VALUES ('supervised', 0, 0, 'x', 'x') ON CONFLICT DO UPDATE SET evidence = 0;
-- refuse: workflow.frozen | workflow: the same rows again, from itself
INSERT OR REPLACE INTO workflow SELECT * FROM workflow;
-- refuse: workflow.frozen | workflow: one changed
UPDATE workflow SET evidence = 0 WHERE name = 'supervised';
-- refuse: workflow.frozen | workflow: all changed, OR IGNORE
UPDATE OR IGNORE workflow SET second_party = 0;
-- refuse: workflow.frozen | workflow: keys, OR REPLACE
UPDATE OR REPLACE workflow SET name = 'supervised';
-- refuse: workflow.frozen | workflow: one removed
DELETE FROM workflow WHERE name = 'supervised';
-- refuse: workflow.frozen | workflow: all removed
DELETE FROM workflow;
-- refuse: move.frozen | move: a row more
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'registered', 'closed', NULL, 0);
-- refuse: move.frozen | move: a row more, OR IGNORE
INSERT OR IGNORE INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'registered', 'closed', NULL, 0);
-- refuse: move.frozen | move: a row replaced
REPLACE INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'in_review', 'cancelled', NULL, 0);
-- refuse: move.frozen | move: a row that is there, OR IGNORE
INSERT OR IGNORE INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'in_review', 'cancelled', NULL, 0);
-- refuse: move.frozen | move: ON CONFLICT DO UPDATE
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'in_review', 'cancelled', NULL, 0) ON CONFLICT DO UPDATE SET by = 'line';
-- refuse: move.frozen | move: the same rows again, from itself
INSERT OR REPLACE INTO move SELECT * FROM move;
-- refuse: move.frozen | move: one changed
UPDATE move SET by = 'line' WHERE action = 'close';
-- refuse: move.frozen | move: all changed, OR IGNORE
UPDATE OR IGNORE move SET needs_note = 0;
-- refuse: move.frozen | move: keys, OR REPLACE
UPDATE OR REPLACE move SET action = 'close';
-- refuse: move.frozen | move: one removed
DELETE FROM move WHERE action = 'close';
-- refuse: move.frozen | move: all removed
DELETE FROM move;
-- refuse: rule.frozen | rule: a row more
INSERT INTO rule VALUES ('item.fun', 'rule', 'x', 'x');
-- refuse: rule.frozen | rule: a row more, OR IGNORE
INSERT OR IGNORE INTO rule VALUES ('item.fun', 'rule', 'x', 'x');
-- refuse: rule.frozen | rule: a row replaced
REPLACE INTO rule VALUES ('item.move', 'rule', 'x', 'x');
-- refuse: rule.frozen | rule: a row that is there, OR IGNORE
INSERT OR IGNORE INTO rule VALUES ('item.move', 'rule', 'x', 'x');
-- refuse: rule.frozen | rule: ON CONFLICT DO UPDATE
INSERT INTO rule VALUES ('item.move', 'rule', 'x', 'x') ON CONFLICT DO UPDATE SET en = 'x';
-- refuse: rule.frozen | rule: the same rows again, from itself
INSERT OR REPLACE INTO rule SELECT * FROM rule;
-- refuse: rule.frozen | rule: one changed
UPDATE rule SET en = 'x' WHERE name = 'item.move';
-- refuse: rule.frozen | rule: all changed, OR IGNORE
UPDATE OR IGNORE rule SET zh = 'x';
-- refuse: rule.frozen | rule: keys, OR REPLACE
UPDATE OR REPLACE rule SET name = 'item.move';
-- refuse: rule.frozen | rule: one removed
DELETE FROM rule WHERE name = 'item.move';
-- refuse: rule.frozen | rule: all removed
DELETE FROM rule;
-- refuse: label.frozen | label: a row more
INSERT INTO label VALUES ('light', 'pink', 'pink', '粉');
-- refuse: label.frozen | label: a row more, OR IGNORE
INSERT OR IGNORE INTO label VALUES ('light', 'pink', 'pink', '粉');
-- refuse: label.frozen | label: a row replaced
REPLACE INTO label VALUES ('light', 'red', 'x', 'x');
-- refuse: label.frozen | label: a row that is there, OR IGNORE
INSERT OR IGNORE INTO label VALUES ('light', 'red', 'x', 'x');
-- refuse: label.frozen | label: ON CONFLICT DO UPDATE
INSERT INTO label VALUES ('light', 'red', 'x', 'x') ON CONFLICT DO UPDATE SET zh = 'x';
-- refuse: label.frozen | label: the same rows again, from itself
INSERT OR REPLACE INTO label SELECT * FROM label;
-- refuse: label.frozen | label: one changed
UPDATE label SET zh = 'x' WHERE name = 'red';
-- refuse: label.frozen | label: all changed, OR IGNORE
UPDATE OR IGNORE label SET en = 'x';
-- refuse: label.frozen | label: keys, OR REPLACE
UPDATE OR REPLACE label SET name = 'red';
-- refuse: label.frozen | label: one removed
DELETE FROM label WHERE name = 'red';
-- refuse: label.frozen | label: all removed
DELETE FROM label;
-- refuse: template.frozen | template: a row more
INSERT INTO template VALUES ('more', 'standard', 'x', 'x');
-- refuse: template.frozen | template: a row more, OR IGNORE
INSERT OR IGNORE INTO template VALUES ('more', 'standard', 'x', 'x');
-- refuse: template.frozen | template: a row replaced
REPLACE INTO template VALUES ('dossiers', 'simple', 'x', 'x');
-- refuse: template.frozen | template: a row that is there, OR IGNORE
INSERT OR IGNORE INTO template VALUES ('dossiers', 'simple', 'x', 'x');
-- refuse: template.frozen | template: ON CONFLICT DO UPDATE
INSERT INTO template VALUES ('dossiers', 'simple', 'x', 'x') ON CONFLICT DO UPDATE SET workflow = 'simple';
-- refuse: template.frozen | template: the same rows again, from itself
INSERT OR REPLACE INTO template SELECT * FROM template;
-- refuse: template.frozen | template: one changed
UPDATE template SET workflow = 'simple' WHERE name = 'dossiers';
-- refuse: template.frozen | template: all changed, OR IGNORE
UPDATE OR IGNORE template SET en = 'x';
-- refuse: template.frozen | template: keys, OR REPLACE
UPDATE OR REPLACE template SET name = 'dossiers';
-- refuse: template.frozen | template: one removed
DELETE FROM template WHERE name = 'dossiers';
-- refuse: template.frozen | template: all removed
DELETE FROM template;
-- refuse: template.frozen | template_policy: a row more
INSERT INTO template_policy VALUES ('tasks', 'extensions', 1);
-- refuse: template.frozen | template_policy: a row more, OR IGNORE
INSERT OR IGNORE INTO template_policy VALUES ('tasks', 'extensions', 1);
-- refuse: template.frozen | template_policy: a name that no template can set
INSERT INTO template_policy VALUES ('tasks', 'evidence', 1);
-- refuse: template.frozen | template_policy: a row replaced
REPLACE INTO template_policy VALUES ('hazards', 'extensions', 9);
-- refuse: template.frozen | template_policy: ON CONFLICT DO UPDATE
INSERT INTO template_policy VALUES ('hazards', 'extensions', 9) ON CONFLICT DO UPDATE SET content = 9;
-- refuse: template.frozen | template_policy: the same rows again, from itself
INSERT OR REPLACE INTO template_policy SELECT * FROM template_policy;
-- refuse: template.frozen | template_policy: one changed
UPDATE template_policy SET content = 9 WHERE template = 'hazards' AND name = 'extensions';
-- refuse: template.frozen | template_policy: all changed, OR IGNORE
UPDATE OR IGNORE template_policy SET content = 0;
-- refuse: template.frozen | template_policy: keys, OR REPLACE
UPDATE OR REPLACE template_policy SET name = 'extensions';
-- refuse: template.frozen | template_policy: one removed
DELETE FROM template_policy WHERE template = 'rectification' AND name = 'all_sign';
-- refuse: template.frozen | template_policy: all removed
DELETE FROM template_policy;
-- refuse: template.frozen | template_field: a row more
INSERT INTO template_field VALUES ('tasks', 1, 'x', 'x', 'text', 0, NULL);
-- refuse: template.frozen | template_field: a row more, OR IGNORE
INSERT OR IGNORE INTO template_field VALUES ('tasks', 1, 'x', 'x', 'text', 0, NULL);
-- refuse: template.frozen | template_field: a row replaced
REPLACE INTO template_field VALUES ('dossiers', 1, 'x', 'x', 'text', 0, NULL);
-- refuse: template.frozen | template_field: a row that is there, OR IGNORE
INSERT OR IGNORE INTO template_field VALUES ('dossiers', 1, 'x', 'x', 'text', 0, NULL);
-- refuse: template.frozen | template_field: ON CONFLICT DO UPDATE
INSERT INTO template_field VALUES ('dossiers', 1, 'x', 'x', 'text', 0, NULL) ON CONFLICT DO UPDATE SET required = 1;
-- refuse: template.frozen | template_field: the same rows again, from itself
INSERT OR REPLACE INTO template_field SELECT * FROM template_field;
-- refuse: template.frozen | template_field: one changed
UPDATE template_field SET required = 1 WHERE code = 'leader';
-- refuse: template.frozen | template_field: all changed, OR IGNORE
UPDATE OR IGNORE template_field SET type = 'date';
-- refuse: template.frozen | template_field: keys, OR REPLACE
UPDATE OR REPLACE template_field SET code = 'leader';
-- refuse: template.frozen | template_field: one removed
DELETE FROM template_field WHERE code = 'leader';
-- refuse: template.frozen | template_field: all removed
DELETE FROM template_field;
-- refuse: template.frozen | template_column: a row more
INSERT INTO template_column VALUES ('tasks', 90, 'x', 'x');
-- refuse: template.frozen | template_column: a row more, OR IGNORE
INSERT OR IGNORE INTO template_column VALUES ('tasks', 90, 'x', 'x');
-- refuse: template.frozen | template_column: a row replaced
REPLACE INTO template_column VALUES ('dossiers', 1, 'x', 'x');
-- refuse: template.frozen | template_column: a row that is there, OR IGNORE
INSERT OR IGNORE INTO template_column VALUES ('dossiers', 1, 'x', 'x');
-- refuse: template.frozen | template_column: ON CONFLICT DO UPDATE
INSERT INTO template_column VALUES ('dossiers', 1, 'x', 'x') ON CONFLICT DO UPDATE SET heading = 'x';
-- refuse: template.frozen | template_column: the same rows again, from itself
INSERT OR REPLACE INTO template_column SELECT * FROM template_column;
-- refuse: template.frozen | template_column: one changed
UPDATE template_column SET heading = 'x' WHERE name = 'leader';
-- refuse: template.frozen | template_column: all changed, OR IGNORE
UPDATE OR IGNORE template_column SET name = 'x';
-- refuse: template.frozen | template_column: keys, OR REPLACE
UPDATE OR REPLACE template_column SET rank = 1;
-- refuse: template.frozen | template_column: one removed
DELETE FROM template_column WHERE name = 'leader';
-- refuse: template.frozen | template_column: all removed
DELETE FROM template_column;
-- refuse: move.frozen | a way round the review, then through it
INSERT INTO move(workflow, action, from_state, to_state, by, needs_note) VALUES ('standard', 'close', 'in_progress', 'closed', NULL, 0);
UPDATE move SET to_state = 'closed' WHERE action = 'request_close';
-- allow: | every rule has its sentence in two languages, every state, action, workflow and template its words
SELECT name FROM rule WHERE trim(en) = '' OR trim(zh) = '' OR en GLOB '*[.]' OR kind NOT IN ('rule', 'value', 'name', 'exists', 'conflict');
SELECT name FROM (SELECT name, en, zh FROM state UNION ALL SELECT name, en, zh FROM action UNION ALL SELECT name, en, zh FROM workflow UNION ALL SELECT name, en, zh FROM template) WHERE trim(en) = '' OR trim(zh) = '';
SELECT count(*) > 100, (SELECT count(*) FROM state) FROM rule;
-- expect: 1|9
-- allow: | every column of the views that people see has its heading
SELECT DISTINCT c.name FROM sqlite_schema v, pragma_table_info(v.name) c WHERE v.type = 'view'
  AND v.name IN ('item_status', 'entry_status', 'item_table', 'ledger_summary', 'unit_summary', 'state_summary', 'month_summary',
    'listing_status', 'unit_holder', 'item_progress')
  AND c.name NOT IN (SELECT name FROM label WHERE kind = 'column' OR kind = 'heading') AND c.name NOT IN ('no_order', 'item', 'ledger_id', 'unit_id');
SELECT 'done';
-- expect: done
