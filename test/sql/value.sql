-- Contents of custom fields: by amend only, and of the field's type.

-- refuse: value.journal | written around the journal
INSERT INTO value(item, field, value, entry) VALUES (@h_reg, 'place', 'x', @last);
-- refuse: value.journal | with the entry that wrote another item's
INSERT INTO value(item, field, value, entry) VALUES (@h_reg, 'place', '一号楼', @e_place);
-- refuse: value.journal | with the entry that amended a column: title is no custom field
INSERT INTO value(item, field, value, entry) SELECT item, 'title', new, seq FROM entry WHERE seq = @e_amend_one;
-- refuse: value.journal | neither in a ledger that has custom fields
-- given:
INSERT INTO post(item, action, actor, at, title) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- try:
INSERT INTO value(item, field, value, entry) VALUES (@h_reg, 'title', 'x', @next);
-- refuse: value.journal | nor are several columns
INSERT INTO value(item, field, value, entry) SELECT item, field, new, seq FROM entry WHERE seq = @e_amend;
-- refuse: value.journal | OR REPLACE with the entry that wrote it
INSERT OR REPLACE INTO value(item, field, value, entry) VALUES (@h_full, 'place', '一号楼', @e_place);
-- refuse: value.journal | OR REPLACE with another content
INSERT OR REPLACE INTO value(item, field, value, entry) VALUES (@h_full, 'place', '改写', @e_place);
-- refuse: value.journal | OR IGNORE
INSERT OR IGNORE INTO value(item, field, value, entry) VALUES (@h_full, 'place', '改写', @e_place);
-- refuse: value.journal | ON CONFLICT DO UPDATE
INSERT INTO value(item, field, value, entry) VALUES (@h_full, 'place', '改写', @e_place) ON CONFLICT DO UPDATE SET value = excluded.value;
-- refuse: value.journal | an update
UPDATE value SET value = '改写' WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | with its own stamp
UPDATE value SET value = '改写', entry = @e_place WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | with an older content of its own
-- given:
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', '三号楼');
-- try:
UPDATE value SET value = '一号楼', entry = @e_place WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | with the newest entry of another field of the item
-- given:
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '7');
-- try:
UPDATE value SET value = '7', entry = @next WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | keys onto another
UPDATE OR REPLACE value SET field = 'people' WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | UPDATE OR IGNORE
UPDATE OR IGNORE value SET item = @h_reg;
-- refuse: value.journal | removed
DELETE FROM value WHERE item = @h_full;
-- refuse: value.type | integer: a word
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '十二');
-- refuse: value.type | integer: a fraction
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '1.5');
-- refuse: value.type | integer: a hyphen
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '-');
-- refuse: value.type | integer: two hyphens
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '--5');
-- refuse: value.type | integer: a hyphen behind
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '5-');
-- refuse: value.type | integer: 1e3
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '1e3');
-- refuse: value.type | integer: full-width digits
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '１２');
-- refuse: value.type | integer: with a blank
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', ' 12');
-- refuse: value.type | number: a point in front
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'cost', '.5');
-- refuse: value.type | number: a point behind
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'cost', '5.');
-- refuse: value.type | number: two points
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'cost', '1.2.3');
-- refuse: value.type | number: an exponent
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'cost', 1e20);
-- refuse: value.type | number: thousands
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'cost', '1,024');
-- refuse: value.type | date: 30 February
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'found_on', '2023-02-30');
-- refuse: value.type | date: with a time
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'found_on', '2023-02-28T00:00');
-- refuse: value.type | date: now
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'found_on', 'now');
-- refuse: value.type | choice: another
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'level', '特大');
-- refuse: value.type | choice: two at once
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'level', '重大,较大');
-- refuse: value.type | choice: a part of one
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'level', '大');
-- refuse: value.type | choice: the comma
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'level', ',');
-- refuse: value.type | unit: one that is not there
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'checker', 'zz');
-- refuse: value.type | unit: its id
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'checker', '@u_b');
-- refuse: entry_new | empty
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', '');
-- refuse: entry_new | NUL
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'people', '5' || char(0) || 'x');
-- refuse: entry_new | 20001 characters
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', printf('%.20001c', 'x'));
-- refuse: 'cannot store BLOB value in TEXT column entry.new' | a blob
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', x'41');
-- refuse: item.amend | the same again
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', '一号楼');
-- refuse: item.amend | emptied where it is empty
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', NULL);
-- refuse: entry.stale | a false old content
INSERT INTO post(item, action, actor, at, field, new, old) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x', '从未有过');
-- allow: | each type; numbers may come as numbers; emptied, and filled again
INSERT INTO post(item, action, actor, at, field, new) SELECT @h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', column1, column2 FROM (VALUES
  ('place', '二〇一室，A/B' || char(10) || 'x'), ('people', 12), ('cost', -0.5), ('found_on', '2024-02-29'), ('level', '一般'), ('checker', 'r'));
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', NULL);
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', '三号楼');
SELECT field, replace(value, char(10), '~'), typeof(value) FROM value WHERE item = @h_reg;
SELECT ifnull(old, '-'), ifnull(new, '-') FROM entry WHERE item = @h_full AND field = 'place';
SELECT value FROM value WHERE item = @h_full AND field = 'place';
-- expect: checker|r|text
-- expect: cost|-0.5|text
-- expect: found_on|2024-02-29|text
-- expect: level|一般|text
-- expect: people|12|text
-- expect: place|二〇一室，A/B~x|text
-- expect: -|一号楼
-- expect: 一号楼|-
-- expect: -|三号楼
-- expect: 三号楼

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: value.journal | another content, item, field
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- try:
INSERT INTO value(item, field, value, entry) VALUES (@h_reg, 'place', 'y', @next);
INSERT INTO value(item, field, value, entry) VALUES (@h_reg, 'people', 'x', @next);
INSERT INTO value(item, field, value, entry) VALUES (@d_bare, 'place', 'x', @next);
UPDATE value SET value = 'x', entry = @next WHERE item = @h_full AND field = 'place';
-- refuse: value.journal | of a content that is there
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_full, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- try:
UPDATE value SET value = 'y', entry = @next WHERE item = @h_full AND field = 'place';
UPDATE value SET value = 'x', entry = @next WHERE item = @h_full AND field = 'people';
UPDATE value SET item = @h_reg, value = 'x', entry = @next WHERE item = @h_full AND field = 'place';
UPDATE value SET field = 'extra', value = 'x', entry = @next WHERE item = @h_full AND field = 'place';
UPDATE value SET value = 'x', entry = @next WHERE item = @h_pro AND field = 'place';
