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
-- refuse: entry.seq | an item of id -1
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
  SELECT 2, strftime('%Y-%m-%dT%H:%M:%fZ', at, '+2 minutes'), 'x', 'add_unit', 2, 'x', 'x' FROM entry;
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
-- refuse: entry.due | with reopen
INSERT INTO post(item, action, actor, at, note, due) VALUES (@clo, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
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

-- refuse: tl:entry.note | urge without a text
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | a return without a reason
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'return', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | a risk without a reason
INSERT INTO post(item, action, actor, at, risk) VALUES (@pro, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'high');
-- refuse: tl:entry.note | cancel without a reason
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'cancel', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | suspend without a reason
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'suspend', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | reopen without a reason
INSERT INTO post(item, action, actor, at) VALUES (@clo, 'reopen', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: tl:entry.note | decline without a reason
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'decline', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: tl:entry.note | make_standing without a goal
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', '2023-09-30');
-- refuse: entry_note | a blank one
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '   ');
-- refuse: entry_note | an empty one
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '');
-- refuse: entry_note | ideographic spaces
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', char(12288, 12288));
-- refuse: entry_note | line breaks and tabs only
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', char(10, 9, 13));
-- refuse: entry_note | 20001 characters
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', printf('%.20001c', '催'));
-- refuse: entry_note | NUL in it
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', 'a' || char(0) || printf('%.30000c', 'x'));
-- refuse: 'cannot store BLOB value in TEXT column entry.note' | a blob
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', x'e582ac');
-- allow: | 20000 characters of Chinese, line breaks inside
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'urge', 'x', '2023-04-01T00:00:00.000Z', '一' || char(10) || printf('%.*c', 19998, '催'));
SELECT length(note) FROM entry WHERE seq = @next;
-- expect: 20000

-- refuse: entry_percent | 101
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '101');
-- refuse: entry_percent | 100.1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '100.1');
-- refuse: entry_percent | -1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', -1);
-- refuse: entry_percent | .5
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '.5');
-- refuse: entry_percent | 5.
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5.');
-- refuse: entry_percent | 1e1
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1e1');
-- refuse: entry_percent | 1.2.3
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1.2.3');
-- refuse: entry_percent | full-width digits
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '６０');
-- refuse: entry_percent | Arabic digits
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', char(1638, 1632));
-- refuse: entry_percent | with a sign of percent
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '60%');
-- refuse: entry_percent | with a blank
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', ' 60');
-- refuse: entry_percent | empty
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_percent | NaN and infinity
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'nan');
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 9e999);
-- refuse: entry_percent | a third
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 100 / 3.0);
-- refuse: entry_percent | NUL behind a good one
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5' || char(0));
-- refuse: entry_percent | NUL, then anything
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5' || char(0) || 'hello');
-- refuse: 'cannot store BLOB value in TEXT column entry.percent' | a blob
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', x'3630');
-- allow: | percentages
INSERT INTO post(item, action, actor, at, unit, note, percent)
  SELECT @pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', column1 FROM (VALUES ('0'), ('0.0'), ('66.5'), (66.5), (7), ('99.999'), ('100'), ('100.00'));
SELECT group_concat(percent, ' ') FROM entry WHERE seq > @last;
SELECT percent FROM item WHERE id = @pro;
-- expect: 0 0.0 66.5 66.5 7 99.999 100 100.00
-- expect: 100.00
-- refuse: entry_value | a hyphen
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '-');
-- refuse: entry_value | two of them
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '--5');
-- refuse: entry_value | a hyphen behind
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5-');
-- refuse: entry_value | a hyphen inside
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '3-5');
-- refuse: entry_value | a plus
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '+5');
-- refuse: entry_value | .5
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '.5');
-- refuse: entry_value | -.5
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '-.5');
-- refuse: entry_value | 5.
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '5.');
-- refuse: entry_value | 1.2.3
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1.2.3');
-- refuse: entry_value | 1e3
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1e3');
-- refuse: entry_value | a real number that prints with an exponent
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 1e20);
-- refuse: entry_value | 1,000
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '1,000');
-- refuse: entry_value | hexadecimal
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '0x10');
-- refuse: entry_value | full-width digits
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '４６');
-- refuse: entry_value | with its measure
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '46次');
-- refuse: entry_value | 41 digits
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.41c', '9'));
-- refuse: entry_value | empty
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_value | NUL, then anything
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '7' || char(0) || 'x');
-- refuse: 'cannot store BLOB value in TEXT column entry.value' | a blob
INSERT INTO post(item, action, actor, at, unit, note, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', x'37');
-- allow: | values, kept as they were written
INSERT INTO post(item, action, actor, at, unit, note, value)
  SELECT @pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', column1 FROM (VALUES ('46'), ('-3.5'), ('0.10'), (-7), (12345678901234), ('99999999999999999999.999999999999999999'));
SELECT group_concat(value, ' ') FROM entry WHERE seq > @last;
-- expect: 46 -3.5 0.10 -7 12345678901234 99999999999999999999.999999999999999999
-- refuse: entry.figure | a percentage that no unit reports
INSERT INTO post(item, action, actor, at, note, percent) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.figure | a figure with close
INSERT INTO post(item, action, actor, at, value) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z', '50');
-- refuse: entry.extra | a percentage at registering
INSERT INTO post(ledger, action, actor, at, title, percent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.extra | a figure of a unit
INSERT INTO post(action, actor, at, code, title, value) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', '50');
-- refuse: entry.figure | with a request for extension
INSERT INTO post(item, action, actor, at, unit, note, due, percent) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31', '50');
-- refuse: entry.figure | with request_close
INSERT INTO post(item, action, actor, at, unit, percent) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z', @u_b, '100');

-- refuse: entry.extra | a role with a report
INSERT INTO post(item, action, actor, at, unit, note, role) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'lead');
-- refuse: entry.extra | with unassign
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- refuse: entry.extra | with a change of a column
INSERT INTO post(item, action, actor, at, title, role) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'lead');
-- refuse: entry_role | a role that is none
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'boss');
-- refuse: entry_role | in Chinese
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, '牵头');
-- refuse: entry_officer | 201 characters
INSERT INTO post(item, action, actor, at, unit, role, officer) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead', printf('%.201c', '李'));
-- refuse: entry_officer | empty, at registering
INSERT INTO post(ledger, action, actor, at, title, officer) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_officer | NUL
INSERT INTO post(item, action, actor, at, officer) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'a' || char(0));
-- refuse: entry_problem | empty
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_problem | blank
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '  ');
-- refuse: entry_problem | 20001 characters
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.20001c', 'x'));
-- refuse: entry_next_step | NUL
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'a' || char(0) || 'b');
-- refuse: entry_next_step | empty
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '');
-- refuse: entry_officer | ideographic spaces
INSERT INTO post(item, action, actor, at, officer) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', char(12288, 160, 9));
-- refuse: entry_problem | NUL
INSERT INTO post(item, action, actor, at, unit, note, problem) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', 'a' || char(0));
-- refuse: entry_next_step | 20001 characters
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', printf('%.20001c', 'x'));
-- refuse: entry_next_step | blank
INSERT INTO post(item, action, actor, at, unit, note, next_step) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', char(10, 32));
-- refuse: entry_data | 100001 characters
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.100001c', 'x'));
-- refuse: entry_data | NUL
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', char(0));
-- refuse: 'cannot store BLOB value in TEXT column entry.data' | a blob
INSERT INTO post(item, action, actor, at, note, data) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', x'00');
-- allow: | data is opaque: 100000 characters, empty, not JSON
INSERT INTO post(item, action, actor, at, note, data) SELECT @pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', column1 FROM (VALUES (printf('%.100000c', 'x')), (''), ('{'));
-- refuse: entry_request_id | empty
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '');
-- refuse: entry_request_id | 251 characters
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', printf('%.251c', 'r'));
-- refuse: entry_request_id | NUL
INSERT INTO post(item, action, actor, at, note, request) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'e_comment' || char(0));
-- refuse: entry.request | a request id used twice, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, note, request)
  SELECT at, actor, action, item, state, due, risk, note, request FROM entry WHERE seq = @e_unsealed;
-- refuse: entry.request | OR REPLACE
INSERT OR REPLACE INTO entry(at, actor, action, item, state, due, risk, note, request)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'e_comment' FROM item WHERE id = @pro;

-- refuse: 'cannot store' | an item's columns of the wrong types
INSERT INTO post(item, action, actor, at, uri, sha256, size) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'f', '0000000000000000000000000000000000000000000000000000000000000001', 'many');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', 'b', 'lead');
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'par');
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 1.5);
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', x'41');
-- refuse: 'table entry has no column named hash' | a column that is none
INSERT INTO entry(at, actor, action, hash) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'comment', 'x');

-- What belongs to one action does not go with another.
-- refuse: entry.uri | a file with a comment
INSERT INTO post(item, action, actor, at, note, uri) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'f');
-- refuse: entry.extra | what else a comment does not have
INSERT INTO post(item, action, actor, at, note, no) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '1');
INSERT INTO post(item, action, actor, at, note, title) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, detail) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, source) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, parent) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', @par);
INSERT INTO post(item, action, actor, at, note, uid) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '00000000000000000000000000000001');
INSERT INTO post(item, action, actor, at, note, code) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, kind) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, workflow) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'simple');
INSERT INTO post(item, action, actor, at, note, required) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 1);
INSERT INTO post(item, action, actor, at, note, field) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'title');
INSERT INTO post(item, action, actor, at, note, old) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, new) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, officer) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, problem) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, next_step) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, note, asked_due) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at, note, clear) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due');
-- refuse: entry.extra | the same, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, note, detail) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
INSERT INTO entry(at, actor, action, item, state, due, risk, note, workflow) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
INSERT INTO entry(at, actor, action, item, state, due, risk, note, asked_due) SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, due, risk, 'x', 'x' FROM item WHERE id = @pro;
-- refuse: entry.figure | a percentage with an amend
INSERT INTO post(item, action, actor, at, title, percent) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '50');
-- refuse: entry.extra | what an amend does not have
INSERT INTO post(item, action, actor, at, title, code) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(item, action, actor, at, title, asked_due) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
-- refuse: entry.extra | what a founding entry does not have
INSERT INTO post(ledger, action, actor, at, title, code) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(ledger, action, actor, at, title, asked_due) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
INSERT INTO post(ledger, action, actor, at, title, problem) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
INSERT INTO post(ledger, action, actor, at, title, clear) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due');
INSERT INTO post(ledger, action, actor, at, title, expect) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 5);

-- Of several rows, one is illegal: nothing of the statement stays.
-- refuse: entry.due | the second comment moves the due date
INSERT INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR IGNORE
INSERT OR IGNORE INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR FAIL
INSERT OR FAIL INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR REPLACE
INSERT OR REPLACE INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
-- refuse: entry.due | the same OR ROLLBACK, in a transaction with a good post before it
BEGIN;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'good');
INSERT OR ROLLBACK INTO entry(at, actor, action, item, state, due, risk, note)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'comment', id, state, column1, risk, 'x' FROM item, (VALUES ('2023-06-30'), ('2023-07-01')) WHERE id = @pro;
ROLLBACK;
-- refuse: entry_percent | a CHECK in the second row
INSERT INTO entry(at, actor, action, item, unit, state, due, risk, note, percent)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'report', id, @u_b, state, due, risk, 'x', column1 FROM item, (VALUES ('10'), ('1000')) WHERE id = @pro;
-- allow: | OR IGNORE leaves out the row whose CHECK fails, as SQLite has it; what it keeps is whole
INSERT OR IGNORE INTO entry(at, actor, action, item, unit, state, due, risk, note, percent)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'report', id, @u_b, state, due, risk, 'x', column1 FROM item, (VALUES ('10'), ('1000'), ('20')) WHERE id = @pro;
SELECT count(*) FROM entry WHERE seq > @last;
SELECT percent, entry - @last FROM item WHERE id = @pro;
SELECT percent, entry - @last FROM assignment WHERE item = @pro AND unit = @u_b;
-- expect: 2
-- expect: 20|2
-- expect: 20|2

-- A constraint that fails inside the fold must not leave the entry behind.
-- refuse: field.type | add_field of an unknown type, OR FAIL
INSERT OR FAIL INTO entry(seq, at, actor, action, ledger, field, title, kind) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: field.type | the same through post
INSERT OR FAIL INTO post(at, actor, action, ledger, field, title, kind) VALUES ('2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: field.type | the same OR IGNORE
INSERT OR IGNORE INTO entry(seq, at, actor, action, ledger, field, title, kind) VALUES (@next, '2023-04-01T00:00:00.000Z', 'x', 'add_field', @l_tasks, 'extra', 'x', 'bogus');
-- refuse: entry.fold | a trigger of one's own in TEMP keeps the item from following
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | amend
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, title) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | register
CREATE TEMP TRIGGER x BEFORE INSERT ON main.item BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | register, and the ledger's last number
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: entry.fold | assign
CREATE TEMP TRIGGER x BEFORE INSERT ON main.assignment BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- refuse: entry.fold | what a unit reports, on its own line
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.assignment BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '90');
-- refuse: entry.fold | attach
CREATE TEMP TRIGGER x BEFORE INSERT ON main.evidence BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, uri) VALUES (@pro, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org');
-- refuse: entry.fold | a custom field
CREATE TEMP TRIGGER x BEFORE INSERT ON main.value BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- refuse: entry.fold | add_unit
CREATE TEMP TRIGGER x BEFORE INSERT ON main.unit BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, code, title) VALUES ('add_unit', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- refuse: entry.fold | rename_unit
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.unit BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, unit, title) VALUES ('rename_unit', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x');
-- refuse: entry.fold | add_ledger
CREATE TEMP TRIGGER x BEFORE INSERT ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x', 'tasks');
-- refuse: entry.fold | amend_ledger
CREATE TEMP TRIGGER x BEFORE UPDATE ON main.ledger BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'title', 'x');
-- refuse: entry.fold | add_field
CREATE TEMP TRIGGER x BEFORE INSERT ON main.field BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(action, actor, at, ledger, field, title, kind) VALUES ('add_field', 'x', '2023-04-01T00:00:00.000Z', @l_tasks, 'extra', 'x', 'text');
-- refuse: item.journal | a TEMP trigger that writes the item before the fold does (check.sh has what it can do)
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN UPDATE item SET title = '改写', entry = NEW.seq WHERE id = NEW.item; END;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');

-- Another database, attached.
-- refuse: entry.immutable | an update of the main one by its name
ATTACH ':memory:' AS other;
UPDATE main.entry SET note = 'x';
-- refuse: entry.immutable | from a table of the other
ATTACH ':memory:' AS other;
CREATE TABLE other.entry AS SELECT * FROM main.entry;
UPDATE other.entry SET note = '改写';
INSERT OR REPLACE INTO main.entry SELECT * FROM other.entry;
-- refuse: entry.immutable | names that hide the tables in TEMP do not fool the triggers
CREATE TEMP TABLE entry AS SELECT * FROM main.entry WHERE 0;
CREATE TEMP TABLE book AS SELECT 1 AS id, '+00:00' AS utc_offset, 1 AS given_clock;
CREATE TEMP TABLE item AS SELECT * FROM main.item WHERE 0;
REPLACE INTO main.entry(seq, at, actor, action) VALUES (1, '2023-04-01T00:00:00.000Z', 'x', 'found_book');
-- refuse: item.journal | nor do they make room for an item
CREATE TEMP TABLE entry AS SELECT @next AS seq, 'register' AS action, @next AS item;
INSERT INTO main.item(id, uid, ledger, no, no_order, title, state, entry)
  VALUES (@next, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @next);
-- allow: | post works with a database attached, its name given
ATTACH ':memory:' AS other;
INSERT INTO main.post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- allow: | with trusted_schema off: no rule needs an unsafe function
PRAGMA trusted_schema = OFF;
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '〔2023〕12号');
SELECT count(*) FROM check_book;
-- expect: 0
