-- Extensions under the policies: how many, how late, one at a time; the first due date never changes.

-- refuse: item.extension_limit | extensions 1: a second one
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'extensions', '1');
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-04T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-05T01:00:00.000Z', @u_b, 'x', '2023-08-31' FROM item WHERE no = 'x1';
-- allow: | extensions 1: a refused one does not count
-- expect: 2023-08-31|2023-06-30|1
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'extensions', '1');
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, note) SELECT id, 'refuse_extension', 'li', '2023-04-04T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-05T01:00:00.000Z', @u_b, 'x', '2023-08-31' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-05T01:00:00.000Z' FROM item WHERE no = 'x1';
SELECT due, baseline_due, extended FROM item WHERE no = 'x1';
-- refuse: item.extension_limit | extensions 0: none
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'extensions', '0');
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- allow: | any number of extensions where none is set
-- expect: 2023-09-28|2023-06-30|3
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-28' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-04T01:00:00.000Z', @u_b, 'x', '2023-08-28' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-04T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-05T01:00:00.000Z', @u_b, 'x', '2023-09-28' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-05T01:00:00.000Z' FROM item WHERE no = 'x1';
SELECT due, baseline_due, extended FROM item WHERE no = 'x1';
-- refuse: item.extension_pending | one at a time
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-04T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- allow: | granted with another date
-- expect: 2023-07-15|1
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, due) SELECT id, 'grant_extension', 'li', '2023-04-04T01:00:00.000Z', '2023-07-15' FROM item WHERE no = 'x1';
SELECT due, asked_due IS NULL FROM item WHERE no = 'x1';
-- refuse: item.extension_due | granted with the present date
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, due) SELECT id, 'grant_extension', 'li', '2023-04-04T01:00:00.000Z', '2023-06-30' FROM item WHERE no = 'x1';
-- refuse: item.extension_due | asked for an earlier one
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-06-29' FROM item WHERE no = 'x1';
-- refuse: item.no_extension | granted without a request
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'grant_extension', 'li', '2023-04-04T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.extension_late | late_extension 0: the day after the due date
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-07-01T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
-- allow: | on the due day itself
-- expect: 0
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-06-30T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
SELECT late_requests FROM item_status WHERE no = 'x1';
-- allow: | late_extension 1: accepted, and counted as late
-- expect: 1|2023-07-31
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'late_extension', '1');
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-07-01T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
SELECT late_requests, asked_due FROM item_status WHERE no = 'x1';
-- allow: | late_extension 1: in time it is not counted
-- expect: 0
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'late_extension', '1');
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'request_extension', 'wang', '2023-06-30T01:00:00.000Z', @u_b, 'x', '2023-07-31' FROM item WHERE no = 'x1';
SELECT late_requests FROM item_status WHERE no = 'x1';
-- refuse: entry.due | a due date moved by a report
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at, unit, note, due) SELECT id, 'report', 'wang', '2023-04-03T01:00:00.000Z', @u_b, 'x', '2023-12-31' FROM item WHERE no = 'x1';
