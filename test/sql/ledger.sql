-- Ledgers: they change only by add_ledger and amend_ledger (add_field: field.sql).

-- refuse: ledger.journal | a ledger added around the journal
INSERT INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@next, 'x', 'x', 'simple', 0, 0, 0, @next);
-- refuse: ledger.journal | with the founding entry of another
INSERT INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@l_tasks, 'x', 'x', 'simple', 0, 0, 0, @l_tasks);
-- refuse: ledger.journal | OR REPLACE: the policy loosened
INSERT OR REPLACE INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@l_dossiers, 'dossiers', 'x', 'supervised', 0, 0, 0, @l_dossiers);
-- refuse: ledger.journal | ON CONFLICT DO UPDATE
INSERT INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@l_dossiers, 'dossiers', 'x', 'supervised', 0, 0, 0, @l_dossiers)
  ON CONFLICT DO UPDATE SET evidence = 0;
-- refuse: ledger.journal | OR IGNORE
INSERT OR IGNORE INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@l_dossiers, 'dossiers', 'x', 'supervised', 0, 0, 0, @l_dossiers);
-- refuse: ledger.journal | the policy loosened by UPDATE
UPDATE ledger SET evidence = 0, second_party = 0 WHERE id = @l_dossiers;
-- refuse: ledger.journal | another workflow
UPDATE ledger SET workflow = 'simple';
-- refuse: ledger.journal | with a stamp that was used: amend_ledger
UPDATE ledger SET blue_days = 99, entry = @e_blue WHERE id = @l_hazards;
-- refuse: ledger.journal | with the stamp of the last register
UPDATE ledger SET title = 'x', entry = (SELECT max(seq) FROM entry WHERE ledger = @l_tasks) WHERE id = @l_tasks;
-- refuse: ledger.journal | with the stamp of an item's amend
UPDATE ledger SET title = 'x', entry = @e_amend WHERE id = @l_tasks;
-- refuse: ledger.journal | with the stamp of an amend that raised the last number
-- given:
INSERT INTO post(item, action, actor, at, no) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '500');
-- try:
UPDATE ledger SET title = 'x', entry = @next WHERE id = @l_tasks;
-- refuse: ledger.journal | with the stamp of an amend that did not raise the last number
-- given:
INSERT INTO post(item, action, actor, at, no) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2');
-- try:
UPDATE ledger SET title = 'x', entry = @next WHERE id = @l_tasks;
-- refuse: ledger.journal | the last number, too, with such a stamp
-- given:
INSERT INTO post(item, action, actor, at, no) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2');
-- try:
UPDATE ledger SET last_no = 2, entry = @next WHERE id = @l_tasks;
-- refuse: ledger.journal | with a stamp to come
UPDATE ledger SET title = 'x', entry = @next WHERE id = @l_tasks;
-- refuse: ledger.journal | with another ledger's stamp
UPDATE ledger SET title = 'x', entry = @e_blue WHERE id = @l_tasks;
-- refuse: ledger.journal | the last number set back
UPDATE ledger SET last_no = 0;
-- refuse: ledger.journal | keys swapped
UPDATE OR REPLACE ledger SET id = @l_tasks WHERE id = @l_dossiers;
-- refuse: ledger.journal | removed
DELETE FROM ledger WHERE id = @l_checklist;

-- refuse: ledger.id | an id of one's own choice
INSERT INTO entry(seq, at, actor, action, ledger, code, title, workflow) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_ledger', 77, 'x', 'x', 'simple');
-- refuse: ledger.id | no seq
INSERT INTO entry(at, actor, action, ledger, code, title, workflow) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'add_ledger', @next, 'x', 'x', 'simple');
-- refuse: ledger.id | with a unit
INSERT INTO post(action, actor, at, code, title, kind, unit) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', @u_b);
-- refuse: ledger.id | amend_ledger of none
INSERT INTO post(action, actor, at, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', 'title', 'x');
-- refuse: ledger.id | of one that is not there
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', 999, 'title', 'x');
-- refuse: ledger.id | amend_ledger with a unit
INSERT INTO post(action, actor, at, ledger, unit, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @u_b, 'title', 'x');
-- refuse: ledger.code | no code
INSERT INTO post(action, actor, at, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'tasks');
-- refuse: ledger.title | no title
INSERT INTO post(action, actor, at, code, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'tasks');
-- refuse: entry_title | a blank title
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', ' ', 'tasks');
-- refuse: ledger.code_taken | a code twice
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'tasks', 'x', 'tasks');
-- refuse: ledger.code_taken | OR REPLACE
INSERT OR REPLACE INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'tasks', 'x', 'tasks');
-- refuse: ledger.template | a template that is none
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'nothing');
-- refuse: ledger.template | a template that is none, with a workflow
INSERT INTO post(action, actor, at, code, title, kind, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'nothing', 'simple');
-- refuse: entry.extra | what no ledger has
INSERT INTO post(action, actor, at, code, title, kind, no) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', '1');
INSERT INTO post(action, actor, at, code, title, kind, detail) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', 'x');
INSERT INTO post(action, actor, at, code, title, kind, parent) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', @l_tasks);
INSERT INTO post(action, actor, at, code, title, kind, uid) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', 'ffffffffffffffffffffffffffffffff');
INSERT INTO post(action, actor, at, code, title, kind, required) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', 1);
INSERT INTO post(action, actor, at, code, title, kind, field, new) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', 'evidence', '1');
-- refuse: entry.extra | a title beside the field that is amended
INSERT INTO post(action, actor, at, ledger, field, new, title) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'blue_days', '20', 'x');
-- refuse: ledger.workflow | neither template nor workflow
INSERT INTO post(action, actor, at, code, title) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- refuse: ledger.workflow | a workflow that is none
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'kanban');
-- refuse: ledger.workflow | a workflow that is none, with a template
INSERT INTO post(action, actor, at, code, title, kind, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', 'kanban');
-- refuse: entry_code | a slash in the code
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'a/b', 'x', 'tasks');
-- refuse: entry_source | empty
INSERT INTO post(action, actor, at, code, title, kind, source) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', '');
-- refuse: entry_source | 2001 characters
INSERT INTO post(action, actor, at, code, title, kind, source) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks', printf('%.2001c', 'x'));
-- refuse: ledger.amend | its workflow
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'workflow', 'simple');
-- refuse: ledger.amend | its code
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'code', 'x');
-- refuse: ledger.amend | its last number
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'last_no', '0');
-- refuse: ledger.amend | nothing named
INSERT INTO post(action, actor, at, ledger, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x');
-- refuse: ledger.amend | a blank title
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title', char(12288) || ' ' || char(10));
-- refuse: ledger.amend | a title of 2001 characters
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title', replace(hex(zeroblob(2001)), '00', '督'));
-- refuse: ledger.no_room | a second party where closing is one step
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'second_party', '1');
-- refuse: ledger.amend | a title emptied
INSERT INTO post(action, actor, at, ledger, field) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title');
-- refuse: ledger.amend | a policy of 2
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'evidence', '2');
-- refuse: ledger.amend | a policy in a word
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'second_party', 'yes');
-- refuse: ledger.amend | a policy emptied
INSERT INTO post(action, actor, at, ledger, field) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'second_party');
-- refuse: ledger.amend | days below zero
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'blue_days', '-1');
-- refuse: ledger.amend | days and a half
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'yellow_days', '7.5');
-- refuse: ledger.amend | days emptied
INSERT INTO post(action, actor, at, ledger, field) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'lag_points');
-- refuse: ledger.amend | days emptied, OR FAIL: the entry may not stay behind
INSERT OR FAIL INTO post(action, actor, at, ledger, field) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'blue_days');
-- refuse: ledger.amend | days emptied, OR REPLACE: nor may the default slip in
INSERT OR REPLACE INTO post(action, actor, at, ledger, field) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'blue_days');
-- refuse: ledger.journal | NULL becomes the default in UPDATE OR REPLACE
UPDATE OR REPLACE ledger SET blue_days = NULL WHERE id = @l_hazards;
-- refuse: ledger.amend | days in full-width digits
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'lag_points', '１０');
-- refuse: entry.stale | an old content that it did not have
INSERT INTO post(action, actor, at, ledger, field, new, old) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'blue_days', '20', '99');
-- allow: | everything that can be amended; the entries say what it was
INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, column1, column2 FROM (VALUES
  ('title', '新名'), ('source', NULL), ('evidence', '1'), ('second_party', '1'), ('blue_days', '30'), ('yellow_days', '0'), ('lag_points', 20));
SELECT title, source, evidence, second_party, blue_days, yellow_days, lag_points, entry - @last FROM ledger WHERE id = @l_tasks;
SELECT field, old, new FROM entry WHERE seq > @last;
-- expect: 新名||1|1|30|0|20|7
-- expect: title|重点任务|新名
-- expect: source|市委常委会工作要点|
-- expect: evidence|0|1
-- expect: second_party|0|1
-- expect: blue_days|15|30
-- expect: yellow_days|7|0
-- expect: lag_points|10|20
-- allow: | a policy made stricter says nothing of what was closed before
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'close', 'wang', '2023-04-01T00:00:00.000Z');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'second_party', '1');
-- allow: | a template's fields with a workflow of one's own choice; what its ledgers start with
INSERT INTO post(action, actor, at, code, title, kind, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', '批示', 'x', 'dossiers', 'simple'),
  ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', '批示二', 'x', 'dossiers', NULL);
SELECT code, workflow, template, evidence, second_party, blue_days, yellow_days, lag_points, last_no FROM ledger WHERE id > @last;
SELECT code, type, required, choices FROM field WHERE ledger = @next;
-- expect: 批示|simple|dossiers|0|0|15|7|10|0
-- expect: 批示二|supervised|dossiers|1|1|15|7|10|0
-- expect: instructed_on|date|0|
-- expect: instruction|text|0|
-- expect: leader|text|0|
-- expect: secrecy|choice|0|公开,内部,秘密,机密,绝密
-- allow: | automatic numbers go on from the largest whole one, also when that came by amend
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, no) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '500');
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '20');
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT group_concat(no) FROM item WHERE id > @last;
-- expect: 11,501,20,502
-- allow: | numbers too large to count are only text: automatic ones go on
INSERT INTO post(ledger, action, actor, at, title, no) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', column1
  FROM (VALUES ('99999999999999999999'), ('9223372036854775807'), ('1e3'), ('0x7fff'), (NULL), (NULL));
SELECT no FROM item WHERE id > @last + 4;
-- expect: 11
-- expect: 12
-- allow: | nor do they bar the way when they can just be counted
INSERT INTO post(ledger, action, actor, at, title, no) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', column1
  FROM (VALUES ('999999999999999'), (NULL), (NULL), ('999999999999999999'));
INSERT INTO post(ledger, action, actor, at, title, no) SELECT @l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', column1 FROM (VALUES (NULL), (NULL));
SELECT count(DISTINCT no) FROM item WHERE id > @last;
-- expect: 6

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: ledger.journal | a key, the code, the workflow, the template
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_dossiers, 'title', 'x');
-- try:
UPDATE ledger SET id = 9999, entry = @next WHERE id = @l_dossiers;
UPDATE ledger SET code = 'x', entry = @next WHERE id = @l_dossiers;
UPDATE ledger SET workflow = 'simple', entry = @next WHERE id = @l_dossiers;
UPDATE ledger SET template = NULL, entry = @next WHERE id = @l_dossiers;
UPDATE ledger SET title = 'x', entry = @next WHERE id = @l_tasks;
-- refuse: ledger.journal | added with another stamp
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks');
-- try:
INSERT INTO ledger(id, code, title, workflow, evidence, second_party, last_no, entry) VALUES (@next, 'x', 'x', 'standard', 0, 0, 0, @last);
-- refuse: ledger.journal | a last number longer than the fold writes, after such a number was given
-- given:
INSERT INTO post(item, action, actor, at, no) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '22345678901234567');
-- try:
UPDATE ledger SET last_no = 22345678901234567 WHERE id = @l_tasks;
