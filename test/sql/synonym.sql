-- Synonyms of headings change only by add_synonym, those built in not at all; and the entry that names an imported file.

-- refuse: synonym.journal | a synonym added around the journal
INSERT INTO synonym(heading, name, entry) VALUES ('干什么', 'title', @next);
-- refuse: synonym.journal | as if it were built in
INSERT INTO synonym(heading, name) VALUES ('干什么', 'title');
-- refuse: synonym.journal | with an entry of another kind
INSERT INTO synonym(heading, name, entry) VALUES ('干什么', 'title', @last);
-- refuse: synonym.journal | another heading than the entry's
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
INSERT INTO synonym(heading, name, entry) VALUES ('谁来干', 'title', @next);
-- refuse: synonym.journal | OR REPLACE of one that is built in
INSERT OR REPLACE INTO synonym(heading, name, entry) VALUES ('任务名称', 'lead', @last);
-- refuse: synonym.journal | OR REPLACE of one's own
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
INSERT OR REPLACE INTO synonym(heading, name, entry) VALUES ('干什么', 'lead', @next);
-- refuse: synonym.journal | ON CONFLICT DO UPDATE
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
INSERT INTO synonym(heading, name, entry) VALUES ('干什么', 'title', @next) ON CONFLICT DO UPDATE SET name = 'lead';
-- refuse: synonym.journal | by UPDATE
UPDATE synonym SET name = 'lead' WHERE heading = '任务名称';
-- refuse: synonym.journal | one's own by UPDATE
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
UPDATE synonym SET name = 'lead' WHERE heading = '干什么';
-- refuse: synonym.journal | another heading
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
UPDATE OR REPLACE synonym SET heading = '谁来干' WHERE heading = '干什么';
-- refuse: synonym.journal | removed
DELETE FROM synonym;

-- refuse: synonym.heading | no heading
INSERT INTO post(action, actor, at, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', 'title');
-- refuse: synonym.heading | with a blank in it
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干 什么', 'title');
-- refuse: synonym.heading | in capitals
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', 'What', 'title');
-- refuse: synonym.heading | with a full-width bracket
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '责任人（签字）', 'contact');
-- refuse: synonym.heading | with a full-width letter
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', 'ａ', 'title');
-- refuse: synonym.heading | with the last full-width form
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '何事' || char(65374), 'title');
-- refuse: synonym.heading | too long
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', printf('%0201d', 0), 'title');
-- refuse: synonym.name | no column
INSERT INTO post(action, actor, at, title) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么');
-- refuse: synonym.name | none that import takes
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'light');
-- refuse: synonym.taken | built in
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '任务名称', 'lead');
-- refuse: synonym.taken | the same again
-- given:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- try:
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
-- refuse: entry.extra | with a ledger
INSERT INTO post(action, actor, at, title, field, ledger) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title', @l_tasks);
-- refuse: entry.extra | with a note of another kind
INSERT INTO post(action, actor, at, title, field, code) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title', 'c');

-- refuse: import.file | an import without a file
INSERT INTO post(action, actor, at, ledger) VALUES ('import', 'x', '2023-04-01T00:00:00.000Z', @l_tasks);
-- refuse: import.file | without its digest
INSERT INTO post(action, actor, at, ledger, uri) VALUES ('import', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'a.csv');
-- refuse: ledger.id | without a ledger
INSERT INTO post(action, actor, at, uri, sha256) VALUES ('import', 'x', '2023-04-01T00:00:00.000Z', 'a.csv', printf('%064d', 0));
-- refuse: entry.extra | with a field
INSERT INTO post(action, actor, at, ledger, uri, sha256, field) VALUES ('import', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'a.csv', printf('%064d', 0), 'title');

-- allow: | a heading of one's own, given another meaning, and a file with a row
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'title');
INSERT INTO post(action, actor, at, title, field) VALUES ('add_synonym', 'x', '2023-04-01T00:00:00.000Z', '干什么', 'detail');
INSERT INTO post(action, actor, at, ledger, uri, sha256, title) VALUES ('import', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'a.xlsx', printf('%064d', 0), '台账');
INSERT INTO post(action, actor, at, ledger, title, request) SELECT 'register', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, '修路', 'import:' || max(seq) || ':12' FROM entry;
SELECT heading, name FROM synonym WHERE entry IS NOT NULL;
SELECT action, file, sheet, "row" FROM import_row;
-- expect: 干什么|detail
-- expect: register|a.xlsx|台账|12
