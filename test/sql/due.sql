-- Due dates that go round the rules: amended past the extensions, words that are no rule, a review date as a deadline, an item that nobody leads.

-- refuse: item.amend_reason | the due date of an item that is out, without a reason
INSERT INTO post(item, action, actor, at, due) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31');
-- refuse: item.amend_reason | the same by name
INSERT INTO post(item, action, actor, at, field, new) VALUES (@dis, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'due', '2023-07-31');
-- refuse: item.amend_reason | the words alone
INSERT INTO post(item, action, actor, at, due, due_text) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-06-30', '上半年');
-- allow: | with one
INSERT INTO post(item, action, actor, at, due, note) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31', '录入有误');
SELECT due, baseline_due, extended FROM item WHERE id = @pro;
-- expect: 2023-07-31|2023-06-30|0
-- allow: | before dispatch it is free
INSERT INTO post(item, action, actor, at, due) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-07-31');
-- refuse: item.due_before | to a day before the dispatch
INSERT INTO post(item, action, actor, at, due, note) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-01-08', '录入有误');
-- allow: | to the day of the dispatch
INSERT INTO post(item, action, actor, at, due, note) VALUES (@pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-01-09', '录入有误');
-- refuse: item.extension_pending | while an extension is asked for
INSERT INTO post(item, action, actor, at, due, note) VALUES (@ext, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31', '录入有误');

-- refuse: item.standing_rule | words that are no standing rule, in place of a date
INSERT INTO post(item, action, actor, at, due_text) VALUES (@reg_led, 'dispatch', 'x', '2023-04-01T00:00:00.000Z', '6月底前');
-- refuse: item.standing_rule | at registration
INSERT INTO post(ledger, action, actor, at, title, due_text) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '尽快');
-- refuse: item.standing_rule | by amend
INSERT INTO post(item, action, actor, at, due_text) VALUES (@reg, 'amend', 'x', '2023-04-01T00:00:00.000Z', '再说');
-- allow: | a standing rule
INSERT INTO post(ledger, action, actor, at, title, due_text) VALUES (@l_tasks, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x', '常态化推进');

-- refuse: item.review_passed | what was standing, returned when its review date is past
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@sta, 'return', 'li', '2028-04-01T00:00:00.000Z', '不符');
-- refuse: item.review_passed | withdrawn then
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'withdraw', 'wang', '2028-04-01T00:00:00.000Z', @u_b);
-- allow: | returned with a new date
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, note, due) VALUES (@sta, 'return', 'li', '2028-04-01T00:00:00.000Z', '不符', '2028-05-01');
SELECT state, due FROM item WHERE id = @sta;
-- expect: in_progress|2028-05-01
-- allow: | withdrawn before the review date
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'withdraw', 'wang', '2023-04-01T00:00:00.000Z', @u_b);

-- refuse: item.no_lead | close-out requested where nobody leads any more
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_a);
-- allow: | a unit that comes back begins a new line
-- given:
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'zhao', '2023-04-01T00:00:00.000Z', @u_a, 'x', '60');
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a);
-- try:
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'support');
SELECT percent IS NULL AND value IS NULL AND signed_at IS NULL AND completed_at IS NULL AND ended_at IS NULL FROM assignment WHERE item = @pro AND unit = @u_a;
-- expect: 1

-- refuse: item.due_in_review | a due date put right while close-out is requested, so that what is late is not
INSERT INTO post(item, action, actor, at, due, note) VALUES (@rev, 'amend', 'x', '2023-04-01T00:00:00.000Z', '2023-12-31', '录入有误');
-- refuse: item.review_passed | what was standing, reopened when its review date is past
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at) VALUES (@sta, 'close', 'li', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@sta, 'reopen', 'li', '2028-04-01T00:00:00.000Z', '不符');
-- allow: | reopened with a new date
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at) VALUES (@sta, 'close', 'li', '2023-04-01T00:00:00.000Z');
-- try:
INSERT INTO post(item, action, actor, at, note, due) VALUES (@sta, 'reopen', 'li', '2028-04-01T00:00:00.000Z', '不符', '2028-06-30');
SELECT state, due, goal IS NULL FROM item WHERE id = @sta;
-- expect: in_progress|2028-06-30|1
-- refuse: item.review_passed | returned with a due date in the past
INSERT INTO post(item, action, actor, at, note, due) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', 'x', '2001-01-01');
-- allow: | what was standing once is a task like any other when it was returned
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at, note, due) VALUES (@sta, 'return', 'li', '2023-04-02T00:00:00.000Z', '不符', '2023-05-01');
INSERT INTO post(item, action, actor, at, unit) VALUES (@sta, 'request_close', 'wang', '2023-06-01T00:00:00.000Z', @u_b);
-- try:
INSERT INTO post(item, action, actor, at, note) VALUES (@sta, 'return', 'li', '2023-06-02T00:00:00.000Z', '仍不符');
-- refuse: item.required_field | a required field emptied once the item is out
INSERT INTO post(item, action, actor, at, field, new) VALUES (@h_pro, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'place', NULL);
