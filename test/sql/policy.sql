-- The policies of a ledger: that they are fixed, and what each of them can be.

-- refuse: policy.frozen | a row more
INSERT INTO policy VALUES ('mercy', 0, 1, 0, 'mercy', '宽限');
-- refuse: policy.frozen | a row that is there, OR IGNORE
INSERT OR IGNORE INTO policy VALUES ('evidence', 0, 1, 1, 'x', 'x');
-- refuse: policy.frozen | a row replaced
REPLACE INTO policy VALUES ('evidence', 0, 9, 1, 'x', 'x');
-- refuse: policy.frozen | ON CONFLICT DO UPDATE
INSERT INTO policy VALUES ('evidence', 0, 1, 1, 'x', 'x') ON CONFLICT DO UPDATE SET high = 9;
-- refuse: policy.frozen | the same rows again
INSERT OR REPLACE INTO policy SELECT * FROM policy;
-- refuse: policy.frozen | one changed
UPDATE policy SET high = 9 WHERE name = 'evidence';
-- refuse: policy.frozen | all changed, OR IGNORE
UPDATE OR IGNORE policy SET low = 0;
-- refuse: policy.frozen | one removed
DELETE FROM policy WHERE name = 'extensions';
-- refuse: policy.frozen | all removed
DELETE FROM policy;
-- allow: | evidence: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'evidence', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'evidence', '1');
SELECT evidence, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'evidence') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | evidence: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'evidence', '2');
-- refuse: ledger.amend | evidence: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'evidence', '0.0');
-- refuse: ledger.amend | evidence: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'evidence', NULL);
-- allow: | second_party: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'second_party', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'second_party', '1');
SELECT second_party, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'second_party') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | second_party: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'second_party', '2');
-- refuse: ledger.amend | second_party: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'second_party', '0.0');
-- refuse: ledger.amend | second_party: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'second_party', NULL);
-- allow: | all_sign: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'all_sign', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'all_sign', '1');
SELECT all_sign, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'all_sign') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | all_sign: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'all_sign', '2');
-- refuse: ledger.amend | all_sign: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'all_sign', '0.0');
-- refuse: ledger.amend | all_sign: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'all_sign', NULL);
-- allow: | children: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'children', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'children', '1');
SELECT children, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'children') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | children: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'children', '2');
-- refuse: ledger.amend | children: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'children', '0.0');
-- refuse: ledger.amend | children: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'children', NULL);
-- allow: | extensions: its lowest and highest content
-- expect: 99|99
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'extensions', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'extensions', '99');
SELECT extensions, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'extensions') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | extensions: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'extensions', '100');
-- refuse: ledger.amend | extensions: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'extensions', '0.0');
-- allow: | extensions: emptied
-- expect: none
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'extensions', '99');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'extensions', NULL);
SELECT ifnull(extensions, 'none') FROM ledger WHERE code = 'n';
-- allow: | late_extension: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'late_extension', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'late_extension', '1');
SELECT late_extension, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'late_extension') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | late_extension: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'late_extension', '2');
-- refuse: ledger.amend | late_extension: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'late_extension', '0.0');
-- refuse: ledger.amend | late_extension: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'late_extension', NULL);
-- allow: | notice_days: its lowest and highest content
-- expect: 999|999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'notice_days', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'notice_days', '999');
SELECT notice_days, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'notice_days') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | notice_days: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'notice_days', '1000');
-- refuse: ledger.amend | notice_days: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'notice_days', '0.0');
-- refuse: ledger.amend | notice_days: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'notice_days', NULL);
-- allow: | term: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term', '1');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term', '9999');
SELECT term, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'term') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | term: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'term', '0');
-- refuse: ledger.amend | term: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term', '10000');
-- refuse: ledger.amend | term: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'term', '1.0');
-- allow: | term: emptied
-- expect: none
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term', '9999');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term', NULL);
SELECT ifnull(term, 'none') FROM ledger WHERE code = 'n';
-- allow: | term_working: its lowest and highest content
-- expect: 1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term_working', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term_working', '1');
SELECT term_working, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'term_working') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | term_working: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'term_working', '2');
-- refuse: ledger.amend | term_working: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'term_working', '0.0');
-- refuse: ledger.amend | term_working: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'term_working', NULL);
-- allow: | report_days: its lowest and highest content
-- expect: 999|999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'report_days', '1');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'report_days', '999');
SELECT report_days, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'report_days') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | report_days: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'report_days', '0');
-- refuse: ledger.amend | report_days: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'report_days', '1000');
-- refuse: ledger.amend | report_days: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'report_days', '1.0');
-- allow: | report_days: emptied
-- expect: none
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'report_days', '999');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'report_days', NULL);
SELECT ifnull(report_days, 'none') FROM ledger WHERE code = 'n';
-- allow: | blue_days: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'blue_days', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'blue_days', '9999');
SELECT blue_days, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'blue_days') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | blue_days: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'blue_days', '10000');
-- refuse: ledger.amend | blue_days: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'blue_days', '0.0');
-- refuse: ledger.amend | blue_days: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'blue_days', NULL);
-- allow: | yellow_days: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_days', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_days', '9999');
SELECT yellow_days, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'yellow_days') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | yellow_days: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_days', '10000');
-- refuse: ledger.amend | yellow_days: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'yellow_days', '0.0');
-- refuse: ledger.amend | yellow_days: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'yellow_days', NULL);
-- allow: | red_days: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_days', '1');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_days', '9999');
SELECT red_days, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'red_days') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | red_days: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_days', '0');
-- refuse: ledger.amend | red_days: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_days', '10000');
-- refuse: ledger.amend | red_days: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_days', '1.0');
-- refuse: ledger.amend | red_days: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_days', NULL);
-- allow: | lag_points: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'lag_points', '0');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'lag_points', '9999');
SELECT lag_points, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'lag_points') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | lag_points: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'lag_points', '10000');
-- refuse: ledger.amend | lag_points: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'lag_points', '0.0');
-- refuse: ledger.amend | lag_points: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'lag_points', NULL);
-- allow: | yellow_returns: its lowest and highest content
-- expect: 99|99
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_returns', '1');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_returns', '99');
SELECT yellow_returns, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'yellow_returns') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | yellow_returns: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'yellow_returns', '0');
-- refuse: ledger.amend | yellow_returns: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'yellow_returns', '100');
-- refuse: ledger.amend | yellow_returns: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'yellow_returns', '1.0');
-- refuse: ledger.amend | yellow_returns: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'yellow_returns', NULL);
-- allow: | red_returns: its lowest and highest content
-- expect: 99|99
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_returns', '1');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_returns', '99');
SELECT red_returns, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'red_returns') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | red_returns: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_returns', '0');
-- refuse: ledger.amend | red_returns: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'red_returns', '100');
-- refuse: ledger.amend | red_returns: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_returns', '1.0');
-- refuse: ledger.amend | red_returns: emptied
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'red_returns', NULL);
-- allow: | year: its lowest and highest content
-- expect: 9999|9999
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'year', '1900');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'year', '9999');
SELECT year, (SELECT content FROM ledger_policy WHERE ledger = ledger.id AND name = 'year') FROM ledger WHERE code = 'n';
-- refuse: ledger.amend | year: below its range
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'year', '1899');
-- refuse: ledger.amend | year: above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'year', '10000');
-- refuse: ledger.amend | year: no whole number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'year', '1900.0');
-- allow: | year: emptied
-- expect: none
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'year', '9999');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'year', NULL);
SELECT ifnull(year, 'none') FROM ledger WHERE code = 'n';
-- refuse: ledger.no_room | second_party where closing is one step
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_checklist, 'second_party', '1');
-- refuse: ledger.no_room | all_sign where nobody signs
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_checklist, 'all_sign', '1');
-- refuse: ledger.no_room | notice_days where there is no notice
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'notice_days', '5');
-- allow: | notice_days of none, where there is no notice
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'notice_days', '0');
-- refuse: ledger.amend | no policy
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'last_no', '7');
-- refuse: ledger.no_room | second_party where an item can be closed without a request, too
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T01:00:00.000Z', 'own', 'own', 'request_close registered in_review - -' || char(10) || 'close in_review closed - -' || char(10) || 'close registered closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'o', 'o', 'own');
-- try:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'o'), 'second_party', '1');
