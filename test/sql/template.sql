-- Templates from a plain shell: a ledger of each starts with its workflow, policies and fields, and what the fields ask for holds.

-- allow: | a ledger of each template: workflow, what is another than the workflow's, fields
INSERT INTO post(action, actor, at, code, title, kind) SELECT 'add_ledger', 'x', '2023-04-01T00:00:00.000Z', 't-' || name, zh, name FROM template ORDER BY name;
SELECT l.template, l.workflow, l.evidence, l.second_party, l.all_sign, l.extensions, l.report_days, (SELECT count(*) FROM field WHERE ledger = l.id), (SELECT count(*) FROM field WHERE ledger = l.id AND required)
  FROM ledger l WHERE code GLOB 't-*' ORDER BY id;
-- expect: checklist|simple|0|0|0|||0|0
-- expect: counters|counting|0|0|0|||4|1
-- expect: dossiers|supervised|1|1|0|||4|0
-- expect: hazards|supervised|1|1|0|1|7|5|3
-- expect: measures|standard|0|0|0|||1|0
-- expect: pairs|simple|0|0|0|||2|0
-- expect: problems|standard|0|0|0|||2|0
-- expect: programme|standard|0|0|0||90|1|0
-- expect: recommendations|simple|0|0|0|||4|0
-- expect: rectification|supervised|1|1|1||30|8|3
-- expect: recurring|simple|0|0|0|||0|0
-- expect: tasks|standard|0|0|0|||0|0
-- expect: watch|standard|0|0|0|||2|0
-- allow: | with another workflow: its policies, the template's fields
INSERT INTO post(action, actor, at, code, title, kind, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'h', 'x', 'hazards', 'standard');
SELECT workflow, evidence, extensions, report_days, (SELECT group_concat(code) FROM field WHERE ledger = l.id) FROM ledger l WHERE code = 'h';
-- expect: standard|0|||hazard_level,inspected_on,location,recheck_result,rechecked_on
-- allow: | what a template set can be amended
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'h', 'x', 'hazards');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @next, 'extensions', NULL);
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @next, 'report_days', '14');
SELECT extensions, report_days FROM ledger WHERE code = 'h';
-- expect: |14
-- refuse: field.code_taken | a field that the template has already
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'h', 'x', 'hazards');
-- try:
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @next, 'location', '地点', 'text');
-- refuse: item.required_field | a finding without its class is not dispatched
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'r', 'x', 'rectification');
INSERT INTO post(action, actor, at, ledger, no, title, due) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'r1', 'x', '2023-06-30' FROM ledger WHERE code = 'r';
INSERT INTO post(action, actor, at, item, unit, role) SELECT 'assign', 'x', '2023-04-01T00:00:00.000Z', id, @u_a, 'lead' FROM item WHERE no = 'r1';
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, column1, column2 FROM item, (VALUES ('feedback_source', '第四轮巡察'), ('finding', '资金沉淀')) WHERE no = 'r1';
-- try:
INSERT INTO post(action, actor, at, item) SELECT 'dispatch', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'r1';
-- refuse: item.all_sign | a finding's close-out before every unit has signed
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'r', 'x', 'rectification');
INSERT INTO post(action, actor, at, ledger, no, title, due) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'r1', 'x', '2023-06-30' FROM ledger WHERE code = 'r';
INSERT INTO post(action, actor, at, item, unit, role) SELECT 'assign', 'x', '2023-04-01T00:00:00.000Z', id, column1, column2 FROM item, (VALUES (@u_a, 'lead'), (@u_b, 'support')) WHERE no = 'r1';
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, column1, column2 FROM item, (VALUES ('feedback_source', '第四轮巡察'), ('finding', '资金沉淀'), ('class', '持续')) WHERE no = 'r1';
INSERT INTO post(action, actor, at, item, uri) SELECT 'attach', 'x', '2023-04-01T00:00:00.000Z', id, 'https://example.org' FROM item WHERE no = 'r1';
INSERT INTO post(action, actor, at, item) SELECT 'dispatch', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'r1';
INSERT INTO post(action, actor, at, item, unit) SELECT 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', id, @u_a FROM item WHERE no = 'r1';
-- try:
INSERT INTO post(action, actor, at, item) SELECT 'request_close', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'r1';
-- refuse: item.extension_limit | a hazard's second extension
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'h', 'x', 'hazards');
INSERT INTO post(action, actor, at, ledger, no, title, due) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'h1', 'x', '2023-06-30' FROM ledger WHERE code = 'h';
INSERT INTO post(action, actor, at, item, unit, role) SELECT 'assign', 'x', '2023-04-01T00:00:00.000Z', id, @u_a, 'lead' FROM item WHERE no = 'h1';
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, column1, column2 FROM item, (VALUES ('inspected_on', '2023-03-31'), ('location', '一号楼'), ('hazard_level', '低')) WHERE no = 'h1';
INSERT INTO post(action, actor, at, item) SELECT 'dispatch', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'h1';
INSERT INTO post(action, actor, at, item, unit, due, note) SELECT 'request_extension', 'x', '2023-04-01T00:00:00.000Z', id, @u_a, '2023-07-31', '汛期' FROM item WHERE no = 'h1';
INSERT INTO post(action, actor, at, item) SELECT 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'h1';
-- try:
INSERT INTO post(action, actor, at, item, unit, due, note) SELECT 'request_extension', 'x', '2023-04-01T00:00:00.000Z', id, @u_a, '2023-08-31', '汛期' FROM item WHERE no = 'h1';
-- refuse: item.required_field | a counter is not closed without its measure
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'c', 'x', 'counters');
INSERT INTO post(action, actor, at, ledger, no, title) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'c1', 'x' FROM ledger WHERE code = 'c';
INSERT INTO post(action, actor, at, item, note, due) SELECT 'make_standing', 'x', '2023-04-01T00:00:00.000Z', id, '逐次计数', '2023-12-31' FROM item WHERE no = 'c1';
-- try:
INSERT INTO post(action, actor, at, item) SELECT 'close', 'x', '2023-04-01T00:00:00.000Z', id FROM item WHERE no = 'c1';
-- refuse: value.type | a measure that is none of the choices
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'c', 'x', 'counters');
INSERT INTO post(action, actor, at, ledger, no, title) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', id, 'c1', 'x' FROM ledger WHERE code = 'c';
-- try:
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, 'measure', '公斤' FROM item WHERE no = 'c1';
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, 'target', '四十六' FROM item WHERE no = 'c1';
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-04-01T00:00:00.000Z', id, 'qualifier', '余,多' FROM item WHERE no = 'c1';
