-- Custom fields: they come only by add_field or with a template, and stay as they are.

-- refuse: field.journal | a field added around the journal
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'x', 1, 'x', 'text', @last);
-- refuse: field.journal | with the entry of another field
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_hazards, 'x', 1, '地点', 'text', @e_field_place);
-- refuse: field.journal | the newest entry is add_field, the field another
-- given:
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', '另', 'text');
-- try:
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'extra2', 1, '另', 'text', @next);
-- refuse: field.journal | the newest entry is add_field, the same field made obligatory
-- given:
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', '另', 'text');
-- try:
INSERT OR REPLACE INTO field(ledger, code, rank, title, type, required, entry) VALUES (@l_tasks, 'extra', 1, '另', 'text', 1, @next);
-- refuse: field.journal | the newest entry is add_ledger, a field of another template
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks');
-- try:
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@next, 'leader', 1, '批示领导', 'text', @next);
-- refuse: field.journal | the newest entry is add_ledger, a field that its template has, no longer obligatory
-- given:
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'hazards');
-- try:
INSERT OR REPLACE INTO field(ledger, code, rank, title, type, required, entry) VALUES (@next, 'location', 2, '地点', 'text', 0, @next);
-- refuse: field.journal | OR REPLACE of a field
INSERT OR REPLACE INTO field(ledger, code, rank, title, type, required, entry) VALUES (@l_hazards, 'place', 1, '地点', 'text', 0, @e_field_place);
-- refuse: field.journal | OR IGNORE
INSERT OR IGNORE INTO field(ledger, code, rank, title, type, required, entry) VALUES (@l_hazards, 'place', 1, '地点', 'text', 0, @e_field_place);
-- refuse: field.journal | ON CONFLICT DO UPDATE
INSERT INTO field(ledger, code, rank, title, type, required, entry) VALUES (@l_hazards, 'place', 1, '地点', 'text', 0, @e_field_place) ON CONFLICT DO UPDATE SET required = 0;
-- refuse: field.journal | no longer obligatory
UPDATE field SET required = 0;
-- refuse: field.journal | another type
UPDATE field SET type = 'text', choices = NULL WHERE code = 'level';
-- refuse: field.journal | another choice
UPDATE OR IGNORE field SET choices = choices || ',无', entry = @last WHERE code = 'level';
-- refuse: field.journal | a key
UPDATE OR REPLACE field SET code = 'people' WHERE code = 'place';
-- refuse: field.journal | removed
DELETE FROM field WHERE code = 'place';
-- refuse: entry.extra | what no field has
INSERT INTO post(action, actor, at, ledger, field, title, kind, code) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text', 'x');
INSERT INTO post(action, actor, at, ledger, field, title, kind, source) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text', 'x');
INSERT INTO post(action, actor, at, ledger, field, title, kind, new) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text', 'x');
INSERT INTO post(action, actor, at, ledger, field, title, kind, workflow) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text', 'simple');
-- refuse: field.code | none
INSERT INTO post(action, actor, at, ledger, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'text');
-- refuse: field.code | no title
INSERT INTO post(action, actor, at, ledger, field, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'text');
-- refuse: field.code | Chinese
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '地点', 'x', 'text');
-- refuse: field.code | in capitals
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'Place', 'x', 'text');
-- refuse: field.code | a digit first
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '1st', 'x', 'text');
-- refuse: field.code | a comma: several columns
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title,due', 'x', 'text');
-- refuse: field.code | empty
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '', 'x', 'text');
-- refuse: entry_field | NUL
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'a' || char(0) || 'A', 'x', 'text');
-- refuse: entry_field | 201 characters
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, printf('%.201c', 'x'), 'x', 'text');
-- refuse: field.code_taken | twice
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'place', 'x', 'text');
-- refuse: field.code_taken | a template's
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_dossiers, 'leader', 'x', 'text');
-- refuse: field.code_taken | a column of item that amend knows
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'due', 'x', 'date');
-- refuse: field.code_taken | another column
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'state', 'x', 'text');
-- refuse: field.type | none
INSERT INTO post(action, actor, at, ledger, field, title) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x');
-- refuse: field.type | one that is none
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'money');
-- refuse: field.choices | choice without choices
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice');
-- refuse: field.choices | choices without choice
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'text', 'a,b');
-- refuse: field.choices | an empty choice
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice', 'a,,b');
-- refuse: field.choices | blanks around a choice
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice', 'a, b');
-- refuse: field.choices | blanks behind a choice
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice', 'a ,b');
-- refuse: field.choices | a comma at the end
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice', 'a,b,');
-- refuse: field.choices | only a comma
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'choice', ',');
-- refuse: entry_required | perhaps
INSERT INTO post(action, actor, at, ledger, field, title, kind, required) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'text', 2);
-- refuse: 'cannot store TEXT value in INTEGER column entry.required' | in a word
INSERT INTO post(action, actor, at, ledger, field, title, kind, required) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'x', 'x', 'text', 'yes');
-- refuse: ledger.id | in no ledger
INSERT INTO post(action, actor, at, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text');
-- refuse: ledger.id | in one that is not there
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', 999, 'x', 'x', 'text');
-- refuse: ledger.id | with a unit
INSERT INTO post(action, actor, at, ledger, unit, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, @u_b, 'x', 'x', 'text');
-- refuse: entry.extra | of one item
INSERT INTO post(item, action, actor, at, field, title, kind) VALUES (@next, 'add_field', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'text');
-- allow: | the same code in two ledgers; an obligatory one bars the way to those that have it not
INSERT INTO post(action, actor, at, ledger, field, title, kind, required) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'place', '地点', 'text', 1);
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_dossiers, 'place', '地点', 'text');
SELECT ledger = @l_tasks, type, required, entry = @next FROM field WHERE code = 'place' AND ledger <> @l_hazards;
-- expect: 1|text|1|1
-- expect: 0|text|0|0
-- refuse: item.required_field | an obligatory field that came later bars dispatch
-- given:
INSERT INTO post(action, actor, at, ledger, field, title, kind, required) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'place', '地点', 'text', 1);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: field.journal | another field, another ledger, another title, another type
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', '另', 'text');
-- try:
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'extra2', 1, '另', 'text', @next);
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_hazards, 'extra', 1, '另', 'text', @next);
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'extra', 1, 'x', 'text', @next);
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'extra', 1, '另', 'date', @next);
INSERT INTO field(ledger, code, rank, title, type, entry) VALUES (@l_tasks, 'extra', 1, '另', 'text', @last);
-- refuse: field.journal | the same field, but later
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', '另', 'text');
DROP TRIGGER x;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- try:
INSERT INTO field(ledger, code, rank, title, type, required, entry) VALUES (@l_tasks, 'extra', 1, '另', 'text', 1, @next);
-- refuse: field.choices | commas of full width
INSERT INTO post(action, actor, at, ledger, field, title, kind, detail) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'sort', '类型', 'choice', '甲、乙');
