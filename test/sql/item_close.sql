-- An item on its way to the end: extensions, standing, suspension, closing.

-- Extensions.
-- refuse: item.extension_pending | a second request while one is pending
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-10-31');
-- refuse: item.extension_late | the day after the due day
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-06-30T16:00:00.000Z', @u_b, 'x', '2023-10-31');
-- allow: | on the due day itself
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-06-30T15:59:59.999Z', @u_b, 'x', '2023-07-01');
SELECT asked_due, due FROM item WHERE id = @pro;
-- expect: 2023-07-01|2023-06-30
-- refuse: item.extension_due | not later than the due date
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-06-30');
-- refuse: item.extension_due | no date
INSERT INTO post(item, action, actor, at, unit, note) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x');
-- refuse: item.extension_due | no day of the calendar
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@pro, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-09-31');
-- refuse: item.extension_due | granted to an earlier day
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-06-29');
-- refuse: item.extension_due | granted, and the due date lost
INSERT INTO entry(at, actor, action, item, state, risk) SELECT '2023-04-01T00:00:00.000Z', 'x', 'grant_extension', id, state, risk FROM item WHERE id = @ext;
-- refuse: item.no_extension | granted where none was asked for
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31');
-- refuse: item.no_extension | refused where none was asked for
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'refuse_extension', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.no_extension | granted twice
-- given:
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
-- allow: | granted as asked; the first due date stays
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z');
SELECT due, baseline_due, asked_due IS NULL, extended FROM item WHERE id = @ext;
-- expect: 2023-08-31|2023-06-30|1|1
-- allow: | granted to another day, refused, asked for again
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'x', '2023-04-01T00:00:00.000Z', '2023-07-15');
INSERT INTO post(item, action, actor, at, note, asked_due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-08-31');
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'refuse_extension', 'x', '2023-04-01T00:00:00.000Z', '无故');
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-07-31');
SELECT due, baseline_due, asked_due, extended FROM item WHERE id = @ext;
-- expect: 2023-07-15|2023-06-30|2023-07-31|1
-- allow: | a request that is pending does not outlive the request to close
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
SELECT asked_due IS NULL FROM item WHERE id = @ext;
-- expect: 1
-- allow: | nor that the item became a standing one
INSERT INTO post(item, action, actor, at, note, due) VALUES (@ext, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x', '2023-12-31');
SELECT asked_due IS NULL FROM item WHERE id = @ext;
-- expect: 1

-- allow: | nor that it was declined; it outlives a suspension
INSERT INTO post(item, action, actor, at, unit, note, due) VALUES (@dis, 'request_extension', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '2023-12-31');
INSERT INTO post(item, action, actor, at, note) VALUES (@dis, 'decline', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT asked_due IS NULL FROM item WHERE id = @dis;
INSERT INTO post(item, action, actor, at, note) VALUES (@ext, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'resume', 'x', '2023-04-02T00:00:00.000Z');
SELECT asked_due, due FROM item WHERE id = @ext;
-- expect: 1
-- expect: 2023-08-31|2023-07-01

-- Standing, suspended.
-- refuse: item.review_date | no next review
INSERT INTO post(item, action, actor, at, note) VALUES (@pro, 'make_standing', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.review_date | a review of today
INSERT INTO post(item, action, actor, at, note, due) VALUES (@pro, 'make_standing', 'x', '2023-04-01T16:00:00.000Z', 'x', '2023-04-02');
-- refuse: item.resume_due | a due date of one's own after a suspension
INSERT INTO post(item, action, actor, at, due) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31');
-- refuse: item.resume_due | the old one
INSERT INTO post(item, action, actor, at, due) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30');
-- allow: | the clock stood still for 30 days
INSERT INTO post(item, action, actor, at) VALUES (@sus, 'resume', 'x', '2023-04-01T00:00:00.000Z');
SELECT state, due, baseline_due, suspended_from IS NULL, suspended_on IS NULL FROM item WHERE id = @sus;
-- expect: in_progress|2023-07-30|2023-06-30|1|1
-- allow: | from review and back, the request to close stays; on the same day nothing moves
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'resume', 'x', '2023-04-01T15:00:00.000Z');
SELECT state, due, requester FROM item WHERE id = @rev;
-- expect: in_review|2023-06-30|wang
-- allow: | suspended, then cancelled: no longer suspended
INSERT INTO post(item, action, actor, at, note) VALUES (@sus, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT state, suspended_from IS NULL, suspended_on IS NULL, closed_at FROM item WHERE id = @sus;
-- expect: cancelled|1|1|2023-04-01T00:00:00.000Z
-- allow: | an item without a due date suspended and resumed
INSERT INTO post(item, action, actor, at, note) VALUES (@reg_nodue, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@reg_nodue, 'resume', 'x', '2023-05-01T00:00:00.000Z');
SELECT state, due IS NULL FROM item WHERE id = @reg_nodue;
-- expect: registered|1

-- Closing.
-- refuse: item.evidence | no evidence where the ledger asks for it
INSERT INTO post(item, action, actor, at) VALUES (@d_bare, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.evidence | in a checklist that asks for it
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, 'evidence', '1');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@k_kid, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child is still open
INSERT INTO post(item, action, actor, at) VALUES (@par, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | cancelled over the head of an open child
INSERT INTO post(item, action, actor, at, note) VALUES (@par, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.due | the due date taken away while it is owed
INSERT INTO post(item, action, actor, at, clear) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due');
-- refuse: item.children | in the workflow simple
INSERT INTO post(item, action, actor, at) VALUES (@k_par, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child that came during the review
-- given:
INSERT INTO post(ledger, action, actor, at, title, parent) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', @rev);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child moved below it during the review
-- given:
INSERT INTO post(item, action, actor, at, parent) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', @rev);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.children | a child reopened during the review
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@kid, 'cancel', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@par, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, note) VALUES (@kid_done, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@par, 'close', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | who requested it closes it
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | the same after a suspension
-- given:
INSERT INTO post(item, action, actor, at, note) VALUES (@d_rev, 'suspend', 'x', '2023-04-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'resume', 'x', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- refuse: item.second_party | straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk) SELECT '2023-04-01T00:00:00.000Z', 'wang', 'close', id, 'closed', due, risk FROM item WHERE id = @d_rev;
-- allow: | another closes it; completion counts from the day of the request
INSERT INTO post(item, action, actor, at) VALUES (@d_rev, 'close', 'li', '2023-04-01T00:00:00.000Z');
SELECT state, completed_on, closed_at, late FROM item_status WHERE item = @d_rev;
-- expect: closed|2023-03-01|2023-04-01T00:00:00.000Z|0
-- allow: | where no second party is asked for
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'wang', '2023-04-01T00:00:00.000Z');
-- allow: | closing an item never rewrites a unit's own line
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-01T00:00:00.000Z');
SELECT count(*) FROM assignment WHERE item = @rev AND (completed_at IS NOT NULL OR ended_at IS NOT NULL OR entry > @last);
-- expect: 0
-- allow: | return, counted; withdraw; close; reopen, counted: the request is asked for again
INSERT INTO post(item, action, actor, at, note, due) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', '不全', '2023-07-31');
SELECT state, due, baseline_due, returned, requester IS NULL, requested_at IS NULL FROM item WHERE id = @rev;
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-04-02T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'withdraw', 'wang', '2023-04-02T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-04-03T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-04T00:00:00.000Z');
SELECT state, returned, requested_at, requester, closed_at FROM item WHERE id = @rev;
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'reopen', 'li', '2023-05-01T00:00:00.000Z', '回头看不合格');
SELECT state, returned, reopened, requested_at IS NULL, closed_at IS NULL FROM item WHERE id = @rev;
-- expect: in_progress|2023-07-31|2023-06-30|1|1|1
-- expect: closed|1|2023-04-03T00:00:00.000Z|wang|2023-04-04T00:00:00.000Z
-- expect: in_progress|1|1|1|1

-- Risk and corrections.
-- refuse: item.risk | rate without a level, where there is none yet
INSERT INTO post(item, action, actor, at, note) VALUES (@reg, 'rate', 'x', '2023-04-01T00:00:00.000Z', 'x');
-- refuse: item.risk | a level taken away
INSERT INTO entry(at, actor, action, item, state, due, note) SELECT '2023-04-01T00:00:00.000Z', 'x', 'rate', id, state, due, 'x' FROM item WHERE id = @pro;
-- refuse: item.amend | nothing
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: item.amend | the same again
INSERT INTO post(item, action, actor, at, title) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '已立项');
-- refuse: item.amend | the title emptied
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'title', NULL);
-- refuse: item.amend | the number emptied
INSERT INTO post(item, action, actor, at, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'no');
-- refuse: item.amend | what is no column of its own
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'state', 'closed');
-- refuse: item.amend | the lead
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'lead', '@u_b');
-- refuse: item.amend | a custom field of another ledger
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', 'x');
-- refuse: item.amend | columns and a custom field in one: one of them would be lost
INSERT INTO post(item, action, actor, at, title, field, new) VALUES (@h_reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'place', 'x');
-- refuse: item.amend | two titles
INSERT INTO post(item, action, actor, at, title, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'title', 'y');
-- refuse: item.amend | clear names what can't be emptied, along with a change
INSERT INTO post(item, action, actor, at, detail, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', 'due,bogus');
-- refuse: item.amend | clear with blanks in it
INSERT INTO post(item, action, actor, at, clear) VALUES (@kid, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due, detail');
-- refuse: item.amend | a column changed and emptied
INSERT INTO post(item, action, actor, at, due, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31', 'due');
-- refuse: item.amend | a parent that is a number and more
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'parent', '@par and more');
-- refuse: item.amend | straight into entry: the field named is not the one that changes
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, '2023-12-31', risk, no, title, detail, source, officer, parent, 'title', title, title FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: two change, one is named
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, '2023-12-31', risk, no, 'x', detail, source, officer, parent, 'title', title, 'x' FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: new is not what it becomes
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'title', title, 'y' FROM item WHERE id = @reg;
-- refuse: item.amend | straight into entry: a title along with a custom field
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'place', 'x' FROM item WHERE id = @h_reg;
-- refuse: item.amend | straight into entry: the detail is lost on the way
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, source, officer, parent, field, old, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', source, officer, parent, 'title', title, 'x' FROM item WHERE id = @kid;
-- refuse: entry.stale | an old content that it did not have
INSERT INTO post(item, action, actor, at, title, old) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'x', '从未有过');
-- refuse: entry.stale | the old content left out, straight into entry
INSERT INTO entry(at, actor, action, item, state, due, risk, no, title, detail, source, officer, parent, field, new)
  SELECT '2023-04-01T00:00:00.000Z', 'x', 'amend', id, state, due, risk, no, 'x', detail, source, officer, parent, 'title', 'x' FROM item WHERE id = @reg;
-- allow: | the entry says what it was and what it is; of several columns it lists the names
INSERT INTO post(item, action, actor, at, title, old) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '新', '已立项');
INSERT INTO post(item, action, actor, at, field, new) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due', '2024-02-29');
INSERT INTO post(item, action, actor, at, no, title, detail, source, officer, due, parent) VALUES
  (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '7.2', 't', 'd', 's', 'o', '2023-12-31', @par);
INSERT INTO post(item, action, actor, at, title, clear) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'tt', 'detail,source,officer,due,parent');
SELECT field, old, new FROM entry WHERE seq > @last;
SELECT no, title, ifnull(detail, '-'), ifnull(source, '-'), ifnull(officer, '-'), ifnull(due, '-'), baseline_due, ifnull(parent, '-') FROM item WHERE id = @reg;
-- expect: title|已立项|新
-- expect: due|2023-06-30|2024-02-29
-- expect: no,title,detail,source,officer,due,parent||
-- expect: title,detail,source,officer,due,parent||
-- expect: 7.2|tt|-|-|-|-|2023-06-30|-
-- allow: | numbers sort as people sort them
SELECT group_concat(no, ' ') FROM (SELECT no FROM item WHERE ledger = @l_tasks AND no GLOB '*[0-9]*' ORDER BY no_order);
-- expect: 1 3.9 3.10 10 〔2023〕1号

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: item.journal | a key, the uid, the ledger, another item
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, note) SELECT @pro, 'comment', 'x', max(at), 'x' FROM entry;
-- try:
UPDATE item SET id = 9999, entry = @next WHERE id = @pro;
UPDATE item SET uid = 'ffffffffffffffffffffffffffffffff', entry = @next WHERE id = @pro;
UPDATE item SET ledger = @l_hazards, entry = @next WHERE id = @pro;
UPDATE item SET title = 'x', entry = @next WHERE id = @rev;
UPDATE item SET title = 'x', entry = @next;
-- refuse: item.journal | added with another stamp
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(ledger, action, actor, at, title, no) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', 'x');
-- try:
INSERT INTO item(id, uid, ledger, no, no_order, title, state, entry) VALUES (@next, 'ffffffffffffffffffffffffffffffff', @l_tasks, 'x', 'x', 'x', 'registered', @last);
-- allow: | a withdrawn request leaves no requester behind
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'request_close', 'x', '2023-04-01T00:00:00.000Z');
SELECT requester, requested_at IS NOT NULL FROM item WHERE id = @pro;
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'withdraw', 'x', '2023-04-01T00:00:00.000Z');
SELECT state, ifnull(requester, '-'), ifnull(requested_at, '-') FROM item WHERE id = @pro;
-- expect: x|1
-- expect: in_progress|-|-
