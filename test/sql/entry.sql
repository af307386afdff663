-- The journal itself: history can't be changed, and a full entry put straight into it meets the same rules as one through post.

-- refuse: entry.immutable | an update of a note
UPDATE entry SET note = '改写' WHERE seq = @e_comment;
-- refuse: entry.immutable | an update of every row
UPDATE entry SET actor = 'nobody';
-- refuse: entry.immutable | an update that changes nothing
UPDATE entry SET note = note WHERE seq = @e_comment;
-- refuse: entry.immutable | UPDATE OR REPLACE of a key onto another
UPDATE OR REPLACE entry SET seq = 5 WHERE seq = 6;
-- refuse: entry.immutable | UPDATE OR IGNORE
UPDATE OR IGNORE entry SET actor = 'x' WHERE seq = 6;
-- refuse: entry.immutable | UPDATE OR FAIL
UPDATE OR FAIL entry SET actor = 'x';
-- refuse: entry.immutable | UPDATE OR ROLLBACK in a transaction
BEGIN;
UPDATE OR ROLLBACK entry SET actor = 'x';
-- refuse: entry.immutable | a rowid changed by its other names
UPDATE entry SET rowid = 9999 WHERE _rowid_ = @last;
-- refuse: entry.immutable | oid
UPDATE entry SET oid = oid + 1000;
-- refuse: entry.immutable | UPDATE FROM
UPDATE entry SET note = x.n FROM (SELECT 'x' AS n) AS x WHERE entry.seq = @last;
-- refuse: entry.immutable | UPDATE driven by a CTE
WITH newest(s) AS (SELECT max(seq) FROM entry) UPDATE entry SET note = 'x' WHERE seq IN (SELECT s FROM newest);
-- refuse: entry.immutable | UPDATE RETURNING
UPDATE entry SET note = 'x' WHERE seq = @last RETURNING seq;
-- refuse: entry.immutable | the newest entry, sealed by nobody yet, deleted
DELETE FROM entry WHERE seq = @e_unsealed;
-- refuse: entry.immutable | all of it deleted
DELETE FROM entry;
-- refuse: entry.immutable | DELETE by oid, with RETURNING
DELETE FROM entry WHERE oid = 3 RETURNING *;
-- refuse: entry.immutable | INSERT OR REPLACE over an entry that is there
INSERT OR REPLACE INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT @e_comment, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | REPLACE INTO over the founding entry
REPLACE INTO entry(seq, at, actor, action, uid, kind, field, new) VALUES
  (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book', '00000000000000000000000000000002', 'given clock', 'utc_offset', '+00:00');
-- refuse: entry.immutable | REPLACE over the newest
REPLACE INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT @last, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | the same key as text
INSERT OR REPLACE INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT '@e_comment', '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | the same key as a real number
INSERT OR REPLACE INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT @e_comment + 0.0, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | the key by the name _rowid_
INSERT OR REPLACE INTO entry(_rowid_, at, actor, action, item, state, due, risk, note)
  SELECT @e_comment, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | the key by the name oid
INSERT OR REPLACE INTO entry(oid, at, actor, action, item, state, due, risk, note)
  SELECT @last, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro;
-- refuse: entry.immutable | OR IGNORE of an existing key
INSERT OR IGNORE INTO entry(seq, at, actor, action) VALUES (@last, '2023-04-01T00:00:00.000Z', 'x', 'comment');
-- refuse: entry.immutable | ON CONFLICT DO UPDATE
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT @e_comment, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, '改写' FROM item WHERE id = @pro
  ON CONFLICT (seq) DO UPDATE SET note = excluded.note;
-- refuse: entry.immutable | ON CONFLICT DO NOTHING
INSERT INTO entry(seq, at, actor, action) VALUES (@last, '2023-04-01T00:00:00.000Z', 'x', 'comment') ON CONFLICT DO NOTHING;
-- refuse: entry.immutable | key 0
INSERT INTO entry(seq, at, actor, action) VALUES (0, '2023-04-01T00:00:00.000Z', 'x', 'comment');
-- refuse: entry.immutable | a negative key
INSERT INTO entry(seq, at, actor, action) VALUES (-7, '2023-04-01T00:00:00.000Z', 'x', 'comment');
-- refuse: entry.seq | -1, which a BEFORE trigger can't tell from a missing key
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT -1, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: item.id | an item of id -1
INSERT INTO entry(seq, at, actor, action, item, ledger, no, title, uid, state)
  VALUES (-1, '2023-04-01T00:00:00.000Z', 'x', 'register', -1, @l_tasks, 'm', 'x', 'ffffffffffffffffffffffffffffffff', 'registered');
-- refuse: 'datatype mismatch' | a key that is no number
INSERT INTO entry(seq, at, actor, action) VALUES ('abc', '2023-04-01T00:00:00.000Z', 'x', 'comment');
-- refuse: 'datatype mismatch' | a key with a fraction
INSERT INTO entry(seq, at, actor, action) VALUES (@next + 0.5, '2023-04-01T00:00:00.000Z', 'x', 'comment');
-- refuse: 'datatype mismatch' | a blob for a key
INSERT INTO entry(seq, at, actor, action) VALUES (x'07', '2023-04-01T00:00:00.000Z', 'x', 'comment');

-- refuse: entry.gap | an entry that leaves one out
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT @next + 1, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.gap | the largest key there is
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT 9223372036854775807, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.gap | the same through post
INSERT INTO post(seq, item, action, actor, at, note) VALUES (@next + 5, @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.gap | of a founding entry through post
INSERT INTO post(seq, action, actor, at, code, title) VALUES (@next + 5, 'add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- refuse: entry.gap | two rows in the wrong order
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT column1, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item, (VALUES (@next + 1), (@next)) WHERE id = @pro;
-- refuse: entry.immutable | two rows with one key
INSERT INTO entry(seq, at, actor, action, item, state, due, risk, note)
  SELECT column1, '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item, (VALUES (@next), (@next)) WHERE id = @pro;

-- refuse: entry.time | a millisecond before the entry preceding it
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-03-06T00:59:59.999Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.time | years before
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2000-01-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.time | no time at all, but a text that sorts first
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.time | the second of two rows goes back; nothing of the statement stays
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT column1, 'x', 'comment', id, state, due, risk, 'x' FROM item, (VALUES ('2023-04-02T00:00:00.000Z'), ('2023-04-01T00:00:00.000Z')) WHERE id = @pro;
-- refuse: entry.at | no milliseconds
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | local time
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000+08:00', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | a day that is not
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2024-02-30T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | hour 24
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2024-02-01T24:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | the word now
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT 'now', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | a good time with NUL behind it
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z' || char(0) || 'x', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.at | a text that sorts last
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '~', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: 'NOT NULL constraint failed: entry.at' | no time
INSERT INTO entry(actor, action, item, state, due, risk, note) SELECT 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: 'cannot store BLOB value in TEXT column entry.at' | a blob for a time
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT x'323032', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- allow: | without seq, in the time of the entry before
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-03-06T01:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x' FROM item WHERE id = @pro RETURNING seq - @last;
-- expect: 1

-- refuse: entry.clock | a real clock: an entry of years ago
-- book: new
INSERT INTO entry(seq, at, actor, action, unit, code, title)
  SELECT 2, strftime('%Y-%m-%dT%H:%M:%fZ', at, '+2 hours'), 'x', 'add_unit', 2, 'x', 'x' FROM entry;
-- refuse: entry.clock | a real clock: one of tomorrow, through post
-- book: new
INSERT INTO post(at, actor, action, code, title) SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 day'), 'x', 'add_unit', 'x', 'x';
-- refuse: entry.clock | a real clock: the year 9999
-- book: new
INSERT INTO post(at, actor, action, code, title) VALUES ('9999-12-31T23:59:59.999Z', 'x', 'add_unit', 'x', 'x');
-- refuse: entry.time | a real clock: an entry before the founding one
-- book: new
INSERT INTO entry(seq, at, actor, action, unit, code, title) VALUES (2, '2000-01-01T00:00:00.000Z', 'x', 'add_unit', 2, 'x', 'x');
-- refuse: entry.clock | a book founded with a real clock in the year 9999
-- book: unfounded
INSERT INTO post(at, actor, action) VALUES ('9999-01-01T00:00:00.000Z', 'x', 'found_book');
-- allow: | a real clock: without a time
-- book: new
INSERT INTO post(actor, action, code, title) VALUES ('x', 'add_unit', 'x', 'x');
SELECT abs(julianday(at) - julianday('now')) * 1440 < 1 FROM entry WHERE seq = 2;
-- expect: 1

-- refuse: entry.actor | no name
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', '', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.actor | a blank name
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', '   ', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.actor | a name of a tab and an ideographic space
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', char(9, 12288), '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.actor | 201 characters
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', printf('%.201c', 'x'), '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.actor | NUL in it
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'li' || char(0) || 'wang', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.actor | NUL alone
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', char(0), '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'NOT NULL constraint failed: entry.actor' | none
INSERT INTO post(item, action, at, note) VALUES (@pro, 'comment', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'NOT NULL constraint failed: entry.actor' | none, OR REPLACE
INSERT OR REPLACE INTO post(item, action, at, note) VALUES (@pro, 'comment', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'cannot store BLOB value in TEXT column entry.actor' | a blob
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', x'6c69', '2023-04-01T00:00:00.000Z', 'x');

-- refuse: entry.action | a word that is no action
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'finish', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | no such action, no item
INSERT INTO post(action, actor, at, note) VALUES ('finish', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | in capitals
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'COMMENT', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | an action of units, about an item
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'retire_unit', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | left out: nothing may be lost in silence
INSERT INTO post(item, actor, at, note) VALUES (@pro, 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | left out, no item either
INSERT INTO post(actor, at, note) VALUES ('x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.action | nothing at all
INSERT INTO entry DEFAULT VALUES;
-- refuse: entry.action | nothing at all, through post
INSERT INTO post DEFAULT VALUES;
-- refuse: entry.action | NULL straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', NULL, id, state, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: book.founding | a second founding entry
INSERT INTO post(action, actor, at) VALUES ('found_book', 'x', '2023-04-01T00:00:00.000Z');

-- refuse: entry.item | an item that is not there
INSERT INTO post(item, action, actor, at, note) VALUES (999999, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.item | the id of a unit
INSERT INTO post(item, action, actor, at, note) VALUES (@u_b, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.item | none
INSERT INTO post(action, actor, at, note) VALUES ('comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.item | the entry's own number
INSERT INTO entry(seq, at, actor, action, item, state, note) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'comment', @next, 'registered', 'x');
-- refuse: entry.item | the number it will get
INSERT INTO entry(at, actor, action, item, state, note) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'comment', @next, 'registered', 'x');
-- refuse: entry.item | amend of an item that is not there
INSERT INTO post(item, action, actor, at, title) VALUES (999999, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'cannot store TEXT value in INTEGER column entry.item' | a word for an item
INSERT INTO post(item, action, actor, at, note) VALUES ('pro', 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'cannot store REAL value in INTEGER column entry.item' | an item and a half
INSERT INTO post(item, action, actor, at, note) VALUES (@pro + 0.5, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: 'cannot store BLOB value in INTEGER column entry.item' | a blob
INSERT INTO post(item, action, actor, at, note) VALUES (x'17', 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- allow: | an item's id as text or as a real number is its id
INSERT INTO post(item, action, actor, at, note) VALUES ('@pro', 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, note) VALUES (@pro + 0.0, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT item, typeof(item) FROM entry WHERE seq > @last;
-- expect: @pro|integer
-- expect: @pro|integer

-- refuse: entry.ledger | an item moved into another ledger
INSERT INTO post(item, action, actor, at, note, ledger) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @l_hazards);
-- refuse: entry.ledger | with amend
INSERT INTO post(item, action, actor, at, title, ledger) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', @l_hazards);
-- refuse: entry.ledger | its own ledger named
INSERT INTO post(item, action, actor, at, note, ledger) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @l_tasks);

-- refuse: entry.state | a state of one's own choice
INSERT INTO post(item, action, actor, at, note, state) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'closed');
-- refuse: entry.state | a state that is none
INSERT INTO post(item, action, actor, at, note, state) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'finished');
-- refuse: entry.state | registered as closed
INSERT INTO post(ledger, action, actor, at, title, state) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'closed');
-- refuse: entry.state | a full entry without the state
INSERT INTO entry(at, actor, action, item, due, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, due, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.state | resume into another state than it came from
INSERT INTO post(item, action, actor, at, state) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', 'closed');
-- refuse: entry.state | a unit that only helps moves the item when it signs
INSERT INTO post(item, action, actor, at, unit, state) VALUES (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_c, 'in_progress');
-- refuse: entry.state | the lead signs and the item stays
INSERT INTO post(item, action, actor, at, unit, state) VALUES (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'dispatched');
-- refuse: entry.state | amend that closes
INSERT INTO post(item, action, actor, at, title, state) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'closed');

-- refuse: entry.due | the due date slips with a comment
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- refuse: entry.due | with a report
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31');
-- refuse: entry.due | with dispatch, when it has one
INSERT INTO post(item, action, actor, at, due) VALUES (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31');
-- refuse: entry.due | with request_close
INSERT INTO post(item, action, actor, at, unit, due) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_b, '2023-12-31');
-- refuse: entry.due | with a talk
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'talk', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- refuse: entry.due | with suspend
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- refuse: entry.due | with rate
INSERT INTO post(item, action, actor, at, note, risk, due) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x', 'high', '2023-12-31');
-- refuse: entry.due | a full entry that leaves it out
INSERT INTO entry(at, actor, action, item, state, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, risk, 'x' FROM item WHERE id = @pro;
-- refuse: entry.due | a return that loses it
INSERT INTO entry(at, actor, action, item, state, risk, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'return', id, 'in_progress', risk, 'x' FROM item WHERE id = @rev;
-- refuse: entry.due_date | 30 February
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-02-30');
-- refuse: entry.due_date | 29 February of no leap year, by amend
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-02-29');
-- refuse: entry.due_date | by return
INSERT INTO post(item, action, actor, at, note, due) VALUES (@rev, 'return', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-13-01');
-- refuse: entry.due_date | by dispatch
-- given:
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg_nodue, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- try:
INSERT INTO post(item, action, actor, at, due) VALUES (@reg_nodue, 'dispatch', 'x', '2023-04-01T00:00:00.000Z', '2023-06-31');
-- refuse: entry.due_date | by the grant of an extension
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-09-31');
-- refuse: entry.due_date | by make_standing
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-09-31');
-- refuse: entry.due_date | without leading zeros
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-6-30');
-- refuse: entry.due_date | the word now
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'now');
-- refuse: entry.due_date | a Julian day
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2460126.5');
-- refuse: entry.due_date | with a time
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-06-30 00:00');
-- refuse: entry.due_date | with a blank behind
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-06-30 ');
-- refuse: entry.due_date | with NUL behind
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-06-30' || char(0));
-- refuse: entry.due_date | in full-width digits
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '２０２３-06-30');
-- refuse: entry.due_date | as people write it
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023年6月30日');
-- refuse: entry.due_date | empty
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry.due_date | a number
INSERT INTO post(ledger, action, actor, at, title, due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 20230630);
-- refuse: entry.extra | of a unit, which has none
INSERT INTO post(action, actor, at, code, title, due) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', '2023-06-30');
-- refuse: entry.happened_on | 31 June
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '2022-06-31');
-- refuse: entry.happened_on | a word
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'yesterday');
-- refuse: entry.happened_on | empty
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry.happened_on | at registering
INSERT INTO post(ledger, action, actor, at, title, happened_on) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-02-29');
-- refuse: entry.happened_later | the day after
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-04-02');
-- refuse: entry.happened_later | the day after, in the book's own offset: 23:59 there
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T15:59:59.999Z', 'x', '2023-04-02');
-- allow: | happened_on: the same day in the book's own offset is a day later than in UTC
INSERT INTO post(item, action, actor, at, note, happened_on) VALUES (@pro, 'comment', 'x', '2023-04-01T16:00:00.000Z', 'x', '2023-04-02');

-- refuse: item.rate_only | a risk slips in with a comment
INSERT INTO post(item, action, actor, at, note, risk) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'high');
-- refuse: item.rate_only | with amend
INSERT INTO post(item, action, actor, at, title, risk) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'high');
-- refuse: item.rate_only | a full entry without it
INSERT INTO entry(at, actor, action, item, state, due, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, 'x' FROM item WHERE id = @pro;
-- refuse: entry_risk | a level that is none
INSERT INTO post(item, action, actor, at, note, risk) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x', 'extreme');
-- refuse: entry_risk | in Chinese, at registering
INSERT INTO post(ledger, action, actor, at, title, risk) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '高');
-- refuse: entry_risk | in capitals
INSERT INTO post(item, action, actor, at, note, risk) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x', 'HIGH');
