-- Evidence: it comes by attach and stays.

-- refuse: evidence.journal | added around the journal
INSERT INTO evidence(id, item, uri) VALUES (@next, @pro, 'x');
-- refuse: evidence.journal | without an id
INSERT INTO evidence(item, uri) VALUES (@pro, 'https://example.org');
-- refuse: evidence.journal | with the entry of a comment
INSERT INTO evidence(id, item, uri) VALUES (@e_comment, @pro, 'x');
-- refuse: evidence.journal | OR REPLACE with another file
INSERT OR REPLACE INTO evidence(id, item, unit, title, uri, sha256, size)
  SELECT id, item, unit, title, uri, 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', size FROM evidence WHERE id = @e_attach;
-- refuse: evidence.journal | OR REPLACE with the same
INSERT OR REPLACE INTO evidence SELECT * FROM evidence;
-- refuse: evidence.journal | OR IGNORE
INSERT OR IGNORE INTO evidence SELECT * FROM evidence;
-- refuse: evidence.journal | ON CONFLICT DO UPDATE
INSERT INTO evidence SELECT * FROM evidence WHERE true ON CONFLICT DO UPDATE SET uri = 'x';
-- refuse: evidence.journal | another address
UPDATE evidence SET uri = 'files/other.pdf';
-- refuse: evidence.journal | another digest
UPDATE evidence SET sha256 = 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' WHERE id = @e_attach;
-- refuse: evidence.journal | moved to another item
UPDATE OR IGNORE evidence SET item = @d_bare;
-- refuse: evidence.journal | keys
UPDATE OR REPLACE evidence SET rowid = rowid + 1;
-- refuse: evidence.journal | removed
DELETE FROM evidence;
-- refuse: evidence.uri | attach without anything
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: evidence.uri | a digest only
INSERT INTO post(item, action, actor, at, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', '0000000000000000000000000000000000000000000000000000000000000003');
-- refuse: evidence.sha256 | a file without its digest
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'files/a.pdf');
-- refuse: evidence.sha256 | a file of Windows without its digest
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'C:\files\a.pdf');
-- refuse: evidence.sha256 | what only looks like an address
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', '://x');
-- refuse: entry_sha256 | too short
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', '00');
-- refuse: entry_sha256 | in capitals
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', 'ABCDEF0000000000000000000000000000000000000000000000000000000000');
-- refuse: entry_sha256 | NUL behind a good one
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', '0000000000000000000000000000000000000000000000000000000000000003' || char(0));
-- refuse: 'cannot store BLOB value in TEXT column entry.sha256' | a blob
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', zeroblob(64));
-- refuse: entry_size | less than nothing
INSERT INTO post(item, action, actor, at, uri, size) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org', -1);
-- refuse: 'cannot store REAL value in INTEGER column entry.size' | half a byte
INSERT INTO post(item, action, actor, at, uri, size) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org', 0.5);
-- refuse: entry_uri | empty
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', '', '0000000000000000000000000000000000000000000000000000000000000003');
-- refuse: entry_uri | blank
INSERT INTO post(item, action, actor, at, uri, sha256) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', ' ', '0000000000000000000000000000000000000000000000000000000000000003');
-- refuse: entry_uri | 4001 characters
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://' || printf('%.*c', 4001 - 8, 'x'));
-- refuse: entry_uri | NUL
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://' || char(0));
-- refuse: entry.uri | a digest with a comment
INSERT INTO post(item, action, actor, at, note, sha256) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '0000000000000000000000000000000000000000000000000000000000000003');
-- refuse: entry.uri | a size with a report
INSERT INTO post(item, action, actor, at, unit, note, size) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 1);
-- refuse: entry.uri | a file with a unit
INSERT INTO post(action, actor, at, code, title, uri) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'f');
-- refuse: entry.unit | from a unit that is not assigned
INSERT INTO post(item, action, actor, at, unit, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', @u_d, 'https://example.org');
-- refuse: item.move | to a closed item
INSERT INTO post(item, action, actor, at, uri) VALUES (@clo, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org');
-- allow: | an address, a file, the same file twice; counted
INSERT INTO post(item, action, actor, at, title, uri, sha256, size) SELECT @d_bare, 'attach', 'x', '2023-04-01T00:00:00.000Z', column1, column2, column3, column4 FROM (VALUES
  ('网页', 'https://example.org/台账', NULL, NULL), (NULL, '材料/报告.pdf', '0000000000000000000000000000000000000000000000000000000000000003', 9000000000),
  (NULL, '材料/报告.pdf', '0000000000000000000000000000000000000000000000000000000000000003', 0));
SELECT id - @last, ifnull(title, '-'), uri, ifnull(size, '-') FROM evidence WHERE item = @d_bare;
SELECT evidence FROM item WHERE id = @d_bare;
INSERT INTO post(item, action, actor, at) VALUES (@d_bare, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
-- expect: 1|网页|https://example.org/台账|-
-- expect: 2|-|材料/报告.pdf|9000000000
-- expect: 3|-|材料/报告.pdf|0
-- expect: 3

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: evidence.journal | another item, unit, title, file, digest, size
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, title, uri, sha256, size) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', @u_b, 't', 'f', '0000000000000000000000000000000000000000000000000000000000000003', 5);
-- try:
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @reg, @u_b, 't', 'f', '0000000000000000000000000000000000000000000000000000000000000003', 5);
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @pro, NULL, 't', 'f', '0000000000000000000000000000000000000000000000000000000000000003', 5);
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @pro, @u_b, NULL, 'f', '0000000000000000000000000000000000000000000000000000000000000003', 5);
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @pro, @u_b, 't', 'g', '0000000000000000000000000000000000000000000000000000000000000003', 5);
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @pro, @u_b, 't', 'f', '0000000000000000000000000000000000000000000000000000000000000004', 5);
INSERT INTO evidence(id, item, unit, title, uri, sha256, size) VALUES (@next, @pro, @u_b, 't', 'f', '0000000000000000000000000000000000000000000000000000000000000003', 6);
