-- The digest chain: seals go on the newest entry, one behind the other, and stay.

-- refuse: seal.immutable | a seal rewritten
UPDATE seal SET digest = 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff';
-- refuse: seal.immutable | a seal moved to another entry
UPDATE seal SET seq = @last;
-- refuse: seal.immutable | UPDATE OR REPLACE by rowid
UPDATE OR REPLACE seal SET rowid = @last;
-- refuse: seal.immutable | a seal removed
DELETE FROM seal;
-- refuse: seal.immutable | a seal removed by oid
DELETE FROM seal WHERE oid = (SELECT max(seq) FROM seal) RETURNING *;
-- refuse: seal.order | a second seal on a sealed entry
-- given:
INSERT INTO seal SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000001' FROM entry;
-- try:
INSERT INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000002');
-- refuse: seal.order | the same OR REPLACE
-- given:
INSERT INTO seal SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000001' FROM entry;
-- try:
INSERT OR REPLACE INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000002');
-- refuse: seal.order | the same OR IGNORE
-- given:
INSERT INTO seal SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000001' FROM entry;
-- try:
INSERT OR IGNORE INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000002');
-- refuse: seal.order | the same ON CONFLICT DO UPDATE
-- given:
INSERT INTO seal SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000001' FROM entry;
-- try:
INSERT INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000002') ON CONFLICT (seq) DO UPDATE SET digest = excluded.digest;
-- refuse: seal.order | a seal on an old entry
INSERT INTO seal VALUES (5, '0000000000000000000000000000000000000000000000000000000000000001');
-- refuse: seal.order | REPLACE of an old seal
REPLACE INTO seal SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000001' FROM seal;
-- refuse: seal.order | a seal on an entry to come
INSERT INTO seal VALUES (@next, '0000000000000000000000000000000000000000000000000000000000000001');
-- refuse: seal.order | on entry 0, below it, on none
INSERT INTO seal VALUES (0, '0000000000000000000000000000000000000000000000000000000000000001');
INSERT INTO seal VALUES (-1, '0000000000000000000000000000000000000000000000000000000000000001');
INSERT INTO seal VALUES (NULL, '0000000000000000000000000000000000000000000000000000000000000001');
INSERT INTO seal(digest) VALUES ('0000000000000000000000000000000000000000000000000000000000000001');
-- refuse: seal.order | two seals in one statement, the older entry last
INSERT INTO seal SELECT column1, '0000000000000000000000000000000000000000000000000000000000000001' FROM (VALUES (@last), (@last - 1));
-- refuse: seal.order | the first seal of all, on an entry that is not the newest
-- book: new
-- given:
INSERT INTO post(actor, action, code, title) VALUES ('x', 'add_unit', 'x', 'x');
-- try:
INSERT INTO seal VALUES (1, '0000000000000000000000000000000000000000000000000000000000000001');
-- refuse: seal_digest | too short
INSERT INTO seal VALUES (@last, '00');
-- refuse: seal_digest | in capitals
INSERT INTO seal VALUES (@last, 'ABCDEF0000000000000000000000000000000000000000000000000000000000');
-- refuse: seal_digest | not hexadecimal
INSERT INTO seal VALUES (@last, 'g000000000000000000000000000000000000000000000000000000000000000');
-- refuse: seal_digest | empty
INSERT INTO seal VALUES (@last, '');
-- refuse: seal_digest | NUL behind a good one
INSERT INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000001' || char(0) || 'x');
-- refuse: 'cannot store BLOB value in TEXT column seal.digest' | a blob
INSERT INTO seal VALUES (@last, zeroblob(32));
-- refuse: 'NOT NULL constraint failed: seal.digest' | none
INSERT INTO seal(seq) VALUES (@last);
-- refuse: 'datatype mismatch' | a word for an entry
INSERT INTO seal VALUES ('newest', '0000000000000000000000000000000000000000000000000000000000000001');
-- allow: | the newest entry is sealed, and the next one after it
INSERT INTO seal VALUES (@last, '0000000000000000000000000000000000000000000000000000000000000001');
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO seal VALUES (@next, '0000000000000000000000000000000000000000000000000000000000000002');
SELECT count(*) FROM seal;
-- expect: 3
