-- Listings: an item in other ledgers than its own. They change only by enlist and delist.

-- refuse: listing.journal | listed around the journal
INSERT INTO listing(ledger, item, no, no_order, entry) VALUES (@l_hazards, @pro, '9', '!9', @last);
-- refuse: listing.journal | with the stamp of another action's entry
INSERT INTO listing(ledger, item, no, no_order, entry) VALUES (@l_tasks, @pro, 'pro', 'pro', @e_pro);
-- refuse: listing.journal | OR IGNORE
INSERT OR IGNORE INTO listing(ledger, item, no, no_order, entry) VALUES (@l_hazards, @pro, '9', '!9', @last);
-- refuse: listing.journal | a second row by its own entry, OR REPLACE
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT OR REPLACE INTO listing(ledger, item, no, no_order, entry) VALUES (@l_hazards, @pro, '9', '', @next);
-- refuse: listing.journal | ON CONFLICT DO UPDATE
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO listing(ledger, item, no, no_order, entry) VALUES (@l_hazards, @pro, '9', '', @next) ON CONFLICT DO UPDATE SET no = '10';
-- refuse: listing.journal | renumbered
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
UPDATE listing SET no = '10';
-- refuse: listing.journal | its order changed, with the stamp that it has
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
UPDATE listing SET no_order = '', entry = entry;
-- refuse: listing.journal | taken off around the journal
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
UPDATE listing SET ended_at = '2023-04-01T00:00:00.000Z', entry = @next + 1;
-- refuse: listing.journal | moved onto another item, OR REPLACE
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9'), (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '10');
-- try:
UPDATE OR REPLACE listing SET item = @rev WHERE item = @pro;
-- refuse: listing.journal | moved to another ledger, with a stamp of the item
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9'), (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_dossiers, '10');
-- try:
UPDATE listing SET ledger = @l_checklist, entry = @next + 1 WHERE ledger = @l_hazards;
-- refuse: listing.journal | taken off, and back by the stamp that was used
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- try:
UPDATE listing SET ended_at = NULL, entry = @next;
-- refuse: listing.journal | taken off, and back with its own stamp
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- try:
UPDATE listing SET ended_at = NULL;
-- refuse: listing.journal | removed
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
DELETE FROM listing;
-- refuse: item.journal | by the fold alone
INSERT INTO rare_fold(seq, action, item, ledger, no) VALUES (@next, 'enlist', @pro, @l_hazards, '9');
-- refuse: item.journal | once more by the fold, with the entry that listed it
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @next;
-- refuse: ledger.journal | the last number raised around the journal
UPDATE ledger SET last_no = 50 WHERE id = @l_hazards;

-- refuse: listing.home | where it is at home
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_tasks);
-- refuse: listing.home | taken off its own ledger
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_tasks);
-- refuse: listing.none | taken off where it never was
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: listing.none | twice
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- try:
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: listing.twice | listed twice in one ledger
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: listing.twice | twice in one statement
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards), (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: item.no_taken | a number of the ledger's own
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'h_pro');
-- refuse: item.no_taken | OR REPLACE is no way round
INSERT OR REPLACE INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'h_pro');
-- refuse: item.no_taken | a number of another listing
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- refuse: item.no_taken | an item registered under the number of a listing
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO post(ledger, action, actor, at, no, title) VALUES (@l_hazards, 'register', 'x', '2023-04-01T00:00:00.000Z', '9', 'x');
-- refuse: item.no_taken | an item renumbered to the number of a listing
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO post(item, action, actor, at, no) VALUES (@h_pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '9');
-- refuse: item.ledger | in no ledger
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.ledger | in one that is not there
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @u_b, '9');
-- refuse: item.ledger | off one that is not there
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', 9999);
-- refuse: item.no | no number, by the journal itself
INSERT INTO entry(seq, at, actor, action, item, ledger, state, due, risk) SELECT @next, '2023-04-01T00:00:00.000Z', 'x', 'enlist', id, @l_hazards, state, due, risk FROM item WHERE id = @pro;
-- refuse: entry_no | a malformed number
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'a/b');
-- refuse: item.move | of an item that is closed
INSERT INTO post(item, action, actor, at, ledger) VALUES (@clo, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: item.move | of one that is cancelled
INSERT INTO post(item, action, actor, at, ledger) VALUES (@can, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: entry.item | of no item
INSERT INTO post(action, actor, at, ledger) VALUES ('enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
-- refuse: entry.extra | a number with delist
-- given:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- try:
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '9');
-- refuse: entry.extra | a title there
INSERT INTO post(item, action, actor, at, ledger, title) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'x');
-- refuse: entry.extra | a detail there
INSERT INTO post(item, action, actor, at, ledger, detail) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'x');
-- refuse: entry.ledger | another action with a ledger
INSERT INTO post(item, action, actor, at, ledger, note) VALUES (@pro, 'comment', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'x');
-- refuse: entry.due | the due date moved along
INSERT INTO post(item, action, actor, at, ledger, due) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '2024-01-01');

-- allow: | numbers go on over items and listings; taken off, a number is free; back again under another
INSERT INTO post(item, action, actor, at, ledger, no) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, '7');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
INSERT INTO post(ledger, action, actor, at, title) VALUES (@l_hazards, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
INSERT INTO post(ledger, action, actor, at, no, title) VALUES (@l_hazards, 'register', 'x', '2023-04-01T00:00:00.000Z', '7', 'x');
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards), (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_dossiers);
SELECT ref, home, state FROM listing_status ORDER BY ledger_id, no_order;
SELECT no FROM item WHERE id > @last ORDER BY id;
SELECT listed_in FROM entry_status WHERE seq > @last AND listed_in IS NOT NULL ORDER BY seq;
-- expect: dossiers/1|tasks/pro|in_progress
-- expect: hazards/8|tasks/rev|in_review
-- expect: hazards/10|tasks/pro|in_progress
-- expect: 9
-- expect: 7
-- expect: hazards/7
-- expect: hazards/8
-- expect: hazards
-- expect: hazards/10
-- expect: dossiers/1
-- allow: | an item is counted where it is at home, and nowhere else
-- today: 2023-07-15
CREATE TEMP TABLE before AS SELECT * FROM ledger_summary;
CREATE TEMP TABLE units_before AS SELECT * FROM unit_ledger_summary;
INSERT INTO post(item, action, actor, at, ledger) SELECT id, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards FROM item WHERE ledger = @l_tasks AND state <> 'closed' AND state <> 'cancelled';
INSERT INTO post(item, action, actor, at, ledger) VALUES (@pro, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_checklist);
INSERT INTO post(item, action, actor, at, ledger) VALUES (@reg, 'delist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
SELECT ledger, listed FROM ledger_summary;
SELECT count(*), sum(total) FROM ledger_summary s WHERE EXISTS (SELECT 1 FROM before b WHERE b.ledger = s.ledger AND b.total = s.total AND b.open = s.open AND b.overdue = s.overdue
  AND b.red = s.red AND b.yellow = s.yellow AND b.completion IS s.completion AND b.on_time_rate IS s.on_time_rate AND b.overdue_rate IS s.overdue_rate);
SELECT count(*) FROM (SELECT * FROM unit_ledger_summary EXCEPT SELECT * FROM units_before);
SELECT count(*) = (SELECT count(*) FROM item) FROM item_table;
SELECT 台账, 列入 FROM 台账汇总 WHERE 列入 > 0;
-- expect: tasks|0
-- expect: dossiers|0
-- expect: checklist|1
-- expect: hazards|15
-- expect: counters|0
-- expect: pairs|0
-- expect: 6|33
-- expect: 0
-- expect: 1
-- expect: checklist|1
-- expect: hazards|15
-- allow: | closed while listed: it stays there, and shows so
INSERT INTO post(item, action, actor, at, ledger) VALUES (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards);
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-01T00:00:00.000Z');
SELECT ref, state, ifnull(light, '-') FROM listing_status;
-- expect: hazards/1|closed|-
-- allow: | the same request twice lists once
INSERT INTO post(item, action, actor, at, ledger, request) VALUES (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'r'), (@rev, 'enlist', 'x', '2023-04-01T00:00:00.000Z', @l_hazards, 'r');
SELECT count(*) FROM listing;
-- expect: 1

-- Trees.
-- allow: | progress from the ends of a tree: each counts once, what is cancelled does not, nor what stands below it
INSERT INTO post(ledger, action, actor, at, no, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v1', 'x', @kid), (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v2', 'x', @kid);
SELECT i.no, below, closed_below, ifnull(progress_below, '-') FROM item_progress p JOIN item i ON i.id = p.item ORDER BY i.id;
INSERT INTO post(ledger, action, actor, at, no, title, parent) SELECT @l_checklist, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v3', 'x', id FROM item WHERE no = 'v1';
INSERT INTO post(item, action, actor, at, field, new) SELECT id, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'frequency', 'x' FROM item WHERE no = 'v3';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'x', '2023-04-01T00:00:00.000Z' FROM item WHERE no = 'v3';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x' FROM item WHERE no = 'v2' OR no = 'k_kid';
SELECT i.no, below, closed_below, ifnull(progress_below, '-') FROM item_progress p JOIN item i ON i.id = p.item ORDER BY i.id;
INSERT INTO post(item, action, actor, at, note) SELECT id, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x' FROM item WHERE no = 'v1';
SELECT i.no, below, closed_below, ifnull(progress_below, '-') FROM item_progress p JOIN item i ON i.id = p.item WHERE i.no <> 'k_par' ORDER BY i.id;
-- expect: par|3|1|33.33
-- expect: k_par|1|0|0.00
-- expect: kid|2|0|0.00
-- expect: par|2|2|100.00
-- expect: k_par|0|0|-
-- expect: kid|1|1|100.00
-- expect: v1|1|1|100.00
-- expect: par|2|1|50.00
-- expect: kid|0|0|-
-- expect: v1|1|1|100.00
-- refuse: item.parent_loop | a programme below its own measure, two levels down
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v1', 'x', @kid);
-- try:
INSERT INTO post(item, action, actor, at, parent) VALUES (@par, 'amend', 'x', '2023-04-01T00:00:00.000Z', @next);
-- refuse: item.children | cancelled from the top
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v1', 'x', @kid);
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@kid, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.children | a public notice ends while something put below meanwhile is open
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'n', 'x', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) VALUES (@next, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v1', 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@next + 1, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
INSERT INTO post(item, action, actor, at) VALUES (@next + 1, 'dispatch', 'x', '2023-04-01T00:00:00.000Z'), (@next + 1, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, uri) VALUES (@next + 1, 'attach', 'x', '2023-04-01T00:00:00.000Z', 'https://example.org');
INSERT INTO post(item, action, actor, at) VALUES (@next + 1, 'request_close', 'x', '2023-04-01T00:00:00.000Z'), (@next + 1, 'close', 'y', '2023-04-01T00:00:00.000Z');
INSERT INTO post(ledger, action, actor, at, no, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v2', 'x', @next + 1);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@next + 1, 'end_notice', 'y', '2023-05-01T00:00:00.000Z');
