-- What the book says of itself: one row, from the founding entry.

-- refuse: book.journal | another time zone
UPDATE book SET utc_offset = '-12:00';
-- refuse: book.journal | another clock
UPDATE book SET given_clock = 0, entry = @last;
-- refuse: book.journal | UPDATE OR IGNORE of its key
UPDATE OR IGNORE book SET id = 2;
-- refuse: book.journal | a change that changes nothing
UPDATE book SET title = title;
-- refuse: book.journal | removed
DELETE FROM book;
-- refuse: book.journal | a second row
INSERT INTO book(id, uid, utc_offset, given_clock, entry) VALUES (2, '00000000000000000000000000000002', '+00:00', 1, 1);
-- refuse: book.journal | OR REPLACE
INSERT OR REPLACE INTO book(id, uid, utc_offset, given_clock, entry) VALUES (1, '00000000000000000000000000000002', '+00:00', 1, 1);
-- refuse: book.journal | ON CONFLICT DO UPDATE
INSERT INTO book(id, uid, utc_offset, given_clock, entry) VALUES (1, '00000000000000000000000000000002', '+00:00', 1, 1) ON CONFLICT (id) DO UPDATE SET utc_offset = '+00:00';
-- refuse: book.journal | the first row, without a founding entry
-- book: unfounded
INSERT INTO book(id, uid, utc_offset, given_clock, entry) VALUES (1, '00000000000000000000000000000002', '+00:00', 1, 1);
-- refuse: book.journal | a row of another id, without a founding entry
-- book: unfounded
INSERT INTO book(id, uid, utc_offset, given_clock, entry) VALUES (7, '00000000000000000000000000000002', '+00:00', 1, 1);
-- refuse: 'cannot modify today because it is a view' | another day
UPDATE today SET day = '2023-06-30';

-- refuse: book.founding | something before the founding entry
-- book: unfounded
INSERT INTO post(action, actor, code, title) VALUES ('add_unit', 'x', 'x', 'x');
-- refuse: book.founding | a second founding entry
INSERT INTO post(action, actor, at) VALUES ('found_book', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: book.founding | the same straight into entry
-- book: new
INSERT INTO entry(seq, at, actor, action, uid, kind, field, new)
  SELECT 2, at, 'x', 'found_book', '00000000000000000000000000000002', 'given clock', 'utc_offset', '+00:00' FROM entry;
-- refuse: book.founding | two founding entries at once
-- book: unfounded
INSERT INTO post(action, actor, at, kind) VALUES ('found_book', 'x', '2023-04-01T00:00:00.000Z', 'given clock'), ('found_book', 'x', '2023-04-01T00:00:00.000Z', 'given clock');
-- refuse: book.founding | a clock of another kind
-- book: unfounded
INSERT INTO post(action, actor, kind) VALUES ('found_book', 'x', 'sundial');
-- refuse: book.founding | an offset in words
-- book: unfounded
INSERT INTO post(action, actor, new) VALUES ('found_book', 'x', 'Asia/Shanghai');
-- refuse: book.founding | an offset without its sign
-- book: unfounded
INSERT INTO post(action, actor, new) VALUES ('found_book', 'x', '08:00');
-- refuse: book.founding | an offset of a day and more
-- book: unfounded
INSERT INTO post(action, actor, new) VALUES ('found_book', 'x', '+99:00');
-- refuse: book.founding | 60 minutes
-- book: unfounded
INSERT INTO post(action, actor, new) VALUES ('found_book', 'x', '+08:60');
-- refuse: book.founding | an offset with more behind it
-- book: unfounded
INSERT INTO post(action, actor, new) VALUES ('found_book', 'x', '+08:00 x');
-- refuse: book.founding | straight into entry, without an offset
-- book: unfounded
INSERT INTO entry(seq, at, actor, action, uid, kind) VALUES (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book', '00000000000000000000000000000002', 'given clock');
-- refuse: book.founding | straight into entry, without a uid
-- book: unfounded
INSERT INTO entry(seq, at, actor, action, kind, field, new) VALUES (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book', 'given clock', 'utc_offset', '+00:00');
-- refuse: book.founding | straight into entry, the offset of NULL
-- book: unfounded
INSERT INTO entry(seq, at, actor, action, uid, kind, field) VALUES (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book', '00000000000000000000000000000002', 'given clock', 'utc_offset');
-- refuse: entry.extra | what a founding entry does not have
-- book: unfounded
INSERT INTO post(action, actor, code) VALUES ('found_book', 'x', 'x');
INSERT INTO post(action, actor, detail) VALUES ('found_book', 'x', 'x');
INSERT INTO post(action, actor, source) VALUES ('found_book', 'x', 'x');
INSERT INTO post(action, actor, parent) VALUES ('found_book', 'x', 1);
INSERT INTO post(action, actor, workflow) VALUES ('found_book', 'x', 'simple');
INSERT INTO post(action, actor, required) VALUES ('found_book', 'x', 1);
INSERT INTO post(action, actor, old) VALUES ('found_book', 'x', 'x');
-- refuse: book.founding | a unit or a ledger with it
-- book: unfounded
INSERT INTO post(action, actor, unit) VALUES ('found_book', 'x', 1);
INSERT INTO post(action, actor, ledger) VALUES ('found_book', 'x', 1);
-- refuse: entry_uid | a uid of another length
-- book: unfounded
INSERT INTO post(action, actor, uid) VALUES ('found_book', 'x', 'abc');
-- refuse: entry.gap | the journal does not begin with 1
-- book: unfounded
INSERT INTO post(seq, action, actor) VALUES (2, 'found_book', 'x');
-- refuse: entry.gap | entry 7 first, straight into entry
-- book: unfounded
INSERT INTO entry(seq, at, actor, action, uid, kind, field, new)
  VALUES (7, '2023-04-01T00:00:00.000Z', 'x', 'found_book', '00000000000000000000000000000002', 'given clock', 'utc_offset', '+00:00');
-- refuse: entry.at | a time that is none, when there is none to compare it with
-- book: unfounded
INSERT INTO post(action, actor, at, kind) VALUES ('found_book', 'x', '2023-02-30T00:00:00.000Z', 'given clock');
-- allow: | what may be left out: the real clock, the machine's offset, a random uid
-- book: unfounded
INSERT INTO post(action, actor) VALUES ('found_book', 'x');
SELECT id, length(uid), title, utc_offset GLOB '[+-][0-9][0-9]:[0-5][0-9]', given_clock, entry FROM book;
-- expect: 1|32||1|0|1
-- allow: | a given clock in the past, and half hours
-- book: unfounded
INSERT INTO post(action, actor, at, title, kind, new) VALUES ('found_book', 'x', '2022-12-31T18:30:00.000Z', '二〇二三', 'given clock', '+05:30');
SELECT title, utc_offset, given_clock FROM book;
SELECT "on" FROM entry_status;
-- expect: 二〇二三|+05:30|1
-- expect: 2023-01-01
-- allow: | a fresh book of cat schema/*.sql
-- book: new
SELECT count(*), max(seq), min(actor) FROM entry;
SELECT count(*) FROM today WHERE day BETWEEN '2023-01-01' AND '9999-12-31';
PRAGMA application_id;
PRAGMA user_version;
PRAGMA encoding;
PRAGMA integrity_check;
-- expect: 1|1|sqlite3
-- expect: 1
-- expect: 1953260081
-- expect: 1003
-- expect: UTF-8
-- expect: ok
-- allow: | the base book, as SQLite sees it
PRAGMA integrity_check;
PRAGMA foreign_key_check;
-- expect: ok
