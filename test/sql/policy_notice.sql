-- The public notice: it lasts its days, can be objected to, and stands still with the clock while the item is suspended.

-- refuse: item.notice_days | a notice of five days ended on the fourth
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-07T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.notice_days | at the last moment of it
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-07T15:59:59.999Z' FROM item WHERE no = 'x1';
-- allow: | when the days have passed
-- expect: closed|2023-04-03|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-07T16:00:00.000Z' FROM item WHERE no = 'x1';
SELECT state, completed_on, notice_on IS NULL FROM item_status WHERE no = 'x1';
-- allow: | what the status says of a notice
-- expect: 2023-04-03|2023-04-08|88
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
SELECT notice_on, notice_until, days_left FROM item_status WHERE no = 'x1';
-- refuse: entry.note | an objection without a reason
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'object', 'li', '2023-04-04T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | an objection counts as a return
-- expect: in_progress|1|1|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, note) SELECT id, 'object', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
SELECT state, returned, requester IS NULL, notice_on IS NULL FROM item WHERE no = 'x1';
-- refuse: item.second_party | who requested ends the notice
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'wang', '2023-04-20T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.children | something below is open when the notice is to end
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(ledger, action, actor, at, no, title, parent) SELECT l.id, 'register', 'li', '2023-04-04T01:00:00.000Z', 'x2', 'x', i.id FROM ledger l, item i WHERE l.code = 'n' AND i.no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-20T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.move | close, while on notice
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-20T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.notice_days | the days stopped do not count
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'suspend', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'resume', 'li', '2023-04-10T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-13T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | the notice lasts as many days longer, and so does the due date
-- expect: closed|2023-07-06|2023-06-30
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'suspend', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'resume', 'li', '2023-04-10T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-14T01:00:00.000Z' FROM item WHERE no = 'x1';
SELECT state, due, baseline_due FROM item WHERE no = 'x1';
-- refuse: item.resume_due | resume with a due date of one's own
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'suspend', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, due) SELECT id, 'resume', 'li', '2023-04-10T01:00:00.000Z', '2023-12-31' FROM item WHERE no = 'x1';
-- allow: | policy notice_days lowered meanwhile
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-03T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'n'), 'notice_days', '1');
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'end_notice', 'li', '2023-04-04T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | a close-out under notice cancelled
-- expect: cancelled|1
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, note) SELECT id, 'cancel', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
SELECT state, notice_on IS NULL FROM item WHERE no = 'x1';
-- allow: | the clock stands still in review
-- expect: in_review|2023-07-05|93
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'suspend', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'resume', 'li', '2023-04-09T01:00:00.000Z' FROM item WHERE no = 'x1';
SELECT state, due, days_left FROM item_status WHERE no = 'x1';
-- allow: | and when it is standing
-- expect: standing|2024-01-05|g
-- given:
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'n', 'n', 'noticed');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'n';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note, due) SELECT id, 'make_standing', 'li', '2023-04-03T01:00:00.000Z', 'g', '2023-12-31' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'suspend', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'resume', 'li', '2023-04-09T01:00:00.000Z' FROM item WHERE no = 'x1';
SELECT state, due, goal FROM item_status WHERE no = 'x1';
