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
-- Here setting is a view of one's own: what a ledger of workflow noticed has of each policy, to be inserted into. A refuse block fails, too, where one of its
-- statements is let through, for then the book has changed.
-- allow: | each at its lowest
-- expect: all_sign|0
-- expect: blue_days|0
-- expect: children|0
-- expect: evidence|0
-- expect: extension_points|0
-- expect: extensions|0
-- expect: lag_points|0
-- expect: late_extension|0
-- expect: late_points|0
-- expect: notice_days|0
-- expect: red_days|1
-- expect: red_returns|1
-- expect: reopen_points|0
-- expect: report_days|1
-- expect: return_points|0
-- expect: second_party|0
-- expect: term|1
-- expect: term_working|0
-- expect: urge_points|0
-- expect: year|1900
-- expect: yellow_days|0
-- expect: yellow_returns|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES
  ('evidence', '0'),
  ('second_party', '0'),
  ('all_sign', '0'),
  ('children', '0'),
  ('extensions', '0'),
  ('late_extension', '0'),
  ('notice_days', '0'),
  ('term', '1'),
  ('term_working', '0'),
  ('report_days', '1'),
  ('blue_days', '0'),
  ('yellow_days', '0'),
  ('red_days', '1'),
  ('lag_points', '0'),
  ('yellow_returns', '1'),
  ('red_returns', '1'),
  ('year', '1900'),
  ('late_points', '0'),
  ('return_points', '0'),
  ('reopen_points', '0'),
  ('urge_points', '0'),
  ('extension_points', '0');
SELECT name, content FROM setting WHERE name NOT IN ('title', 'source', 'catalogue', 'edition') ORDER BY name;
-- allow: | each at its highest
-- expect: all_sign|1
-- expect: blue_days|9999
-- expect: children|1
-- expect: evidence|1
-- expect: extension_points|100
-- expect: extensions|99
-- expect: lag_points|9999
-- expect: late_extension|1
-- expect: late_points|100
-- expect: notice_days|999
-- expect: red_days|9999
-- expect: red_returns|99
-- expect: reopen_points|100
-- expect: report_days|999
-- expect: return_points|100
-- expect: second_party|1
-- expect: term|9999
-- expect: term_working|1
-- expect: urge_points|100
-- expect: year|9999
-- expect: yellow_days|9999
-- expect: yellow_returns|99
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES
  ('evidence', '1'),
  ('second_party', '1'),
  ('all_sign', '1'),
  ('children', '1'),
  ('extensions', '99'),
  ('late_extension', '1'),
  ('notice_days', '999'),
  ('term', '9999'),
  ('term_working', '1'),
  ('report_days', '999'),
  ('blue_days', '9999'),
  ('yellow_days', '9999'),
  ('red_days', '9999'),
  ('lag_points', '9999'),
  ('yellow_returns', '99'),
  ('red_returns', '99'),
  ('year', '9999'),
  ('late_points', '100'),
  ('return_points', '100'),
  ('reopen_points', '100'),
  ('urge_points', '100'),
  ('extension_points', '100');
SELECT name, content FROM setting WHERE name NOT IN ('title', 'source', 'catalogue', 'edition') ORDER BY name;
-- refuse: ledger.amend | each below its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES ('evidence', '-1');
INSERT INTO setting VALUES ('second_party', '-1');
INSERT INTO setting VALUES ('all_sign', '-1');
INSERT INTO setting VALUES ('children', '-1');
INSERT INTO setting VALUES ('extensions', '-1');
INSERT INTO setting VALUES ('late_extension', '-1');
INSERT INTO setting VALUES ('notice_days', '-1');
INSERT INTO setting VALUES ('term', '0');
INSERT INTO setting VALUES ('term_working', '-1');
INSERT INTO setting VALUES ('report_days', '0');
INSERT INTO setting VALUES ('blue_days', '-1');
INSERT INTO setting VALUES ('yellow_days', '-1');
INSERT INTO setting VALUES ('red_days', '0');
INSERT INTO setting VALUES ('lag_points', '-1');
INSERT INTO setting VALUES ('yellow_returns', '0');
INSERT INTO setting VALUES ('red_returns', '0');
INSERT INTO setting VALUES ('year', '1899');
INSERT INTO setting VALUES ('late_points', '-1');
INSERT INTO setting VALUES ('return_points', '-1');
INSERT INTO setting VALUES ('reopen_points', '-1');
INSERT INTO setting VALUES ('urge_points', '-1');
INSERT INTO setting VALUES ('extension_points', '-1');
-- refuse: ledger.amend | each above its range
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES ('evidence', '2');
INSERT INTO setting VALUES ('second_party', '2');
INSERT INTO setting VALUES ('all_sign', '2');
INSERT INTO setting VALUES ('children', '2');
INSERT INTO setting VALUES ('extensions', '100');
INSERT INTO setting VALUES ('late_extension', '2');
INSERT INTO setting VALUES ('notice_days', '1000');
INSERT INTO setting VALUES ('term', '10000');
INSERT INTO setting VALUES ('term_working', '2');
INSERT INTO setting VALUES ('report_days', '1000');
INSERT INTO setting VALUES ('blue_days', '10000');
INSERT INTO setting VALUES ('yellow_days', '10000');
INSERT INTO setting VALUES ('red_days', '10000');
INSERT INTO setting VALUES ('lag_points', '10000');
INSERT INTO setting VALUES ('yellow_returns', '100');
INSERT INTO setting VALUES ('red_returns', '100');
INSERT INTO setting VALUES ('year', '10000');
INSERT INTO setting VALUES ('late_points', '101');
INSERT INTO setting VALUES ('return_points', '101');
INSERT INTO setting VALUES ('reopen_points', '101');
INSERT INTO setting VALUES ('urge_points', '101');
INSERT INTO setting VALUES ('extension_points', '101');
-- refuse: ledger.amend | each with no whole number
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES ('evidence', '0.0');
INSERT INTO setting VALUES ('second_party', '0.0');
INSERT INTO setting VALUES ('all_sign', '0.0');
INSERT INTO setting VALUES ('children', '0.0');
INSERT INTO setting VALUES ('extensions', '0.0');
INSERT INTO setting VALUES ('late_extension', '0.0');
INSERT INTO setting VALUES ('notice_days', '0.0');
INSERT INTO setting VALUES ('term', '1.0');
INSERT INTO setting VALUES ('term_working', '0.0');
INSERT INTO setting VALUES ('report_days', '1.0');
INSERT INTO setting VALUES ('blue_days', '0.0');
INSERT INTO setting VALUES ('yellow_days', '0.0');
INSERT INTO setting VALUES ('red_days', '1.0');
INSERT INTO setting VALUES ('lag_points', '0.0');
INSERT INTO setting VALUES ('yellow_returns', '1.0');
INSERT INTO setting VALUES ('red_returns', '1.0');
INSERT INTO setting VALUES ('late_points', '1.0');
INSERT INTO setting VALUES ('return_points', '1.0');
INSERT INTO setting VALUES ('reopen_points', '1.0');
INSERT INTO setting VALUES ('urge_points', '1.0');
INSERT INTO setting VALUES ('extension_points', '1.0');
INSERT INTO setting VALUES ('year', '1900.0');
-- refuse: ledger.amend | emptied, those that need a content
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES ('evidence', NULL);
INSERT INTO setting VALUES ('second_party', NULL);
INSERT INTO setting VALUES ('all_sign', NULL);
INSERT INTO setting VALUES ('children', NULL);
INSERT INTO setting VALUES ('late_extension', NULL);
INSERT INTO setting VALUES ('notice_days', NULL);
INSERT INTO setting VALUES ('term_working', NULL);
INSERT INTO setting VALUES ('blue_days', NULL);
INSERT INTO setting VALUES ('yellow_days', NULL);
INSERT INTO setting VALUES ('red_days', NULL);
INSERT INTO setting VALUES ('lag_points', NULL);
INSERT INTO setting VALUES ('yellow_returns', NULL);
INSERT INTO setting VALUES ('red_returns', NULL);
INSERT INTO setting VALUES ('late_points', NULL);
INSERT INTO setting VALUES ('return_points', NULL);
INSERT INTO setting VALUES ('reopen_points', NULL);
INSERT INTO setting VALUES ('urge_points', NULL);
INSERT INTO setting VALUES ('extension_points', NULL);
-- allow: | emptied, those that need none
-- expect: extensions|none
-- expect: report_days|none
-- expect: term|none
-- expect: year|none
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
CREATE VIEW setting AS SELECT name, content FROM ledger_policy WHERE ledger = (SELECT id FROM ledger WHERE code = 'n');
CREATE TRIGGER set_one INSTEAD OF INSERT ON setting BEGIN
  INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T01:00:00.000Z', id, NEW.name, NEW.content FROM ledger WHERE code = 'n';
END;
-- try:
INSERT INTO setting VALUES
  ('extensions', '99'),
  ('term', '9999'),
  ('report_days', '999'),
  ('year', '9999');
INSERT INTO setting VALUES
  ('extensions', NULL),
  ('term', NULL),
  ('report_days', NULL),
  ('year', NULL);
SELECT name, ifnull(content, 'none') FROM setting WHERE name IN (SELECT name FROM policy WHERE optional) ORDER BY name;
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
