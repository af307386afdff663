-- What the policies ask for before an item is closed: signing, the items below, a second party, evidence.

-- allow: | close-out requested while a unit has not signed
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_a, 'support' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.all_sign | all_sign: a unit has not signed
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_a, 'support' FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'all_sign', '1');
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | all_sign: it has signed
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_a, 'support' FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'all_sign', '1');
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'zhao', '2023-04-02T01:00:00.000Z', @u_a FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | all_sign: it is not assigned any more
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_a, 'support' FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'all_sign', '1');
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'unassign', 'li', '2023-04-02T01:00:00.000Z', @u_a FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.all_sign | all_sign: closed in one step
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T01:00:00.000Z', 'own', 'own', 'assign registered registered - -' || char(10) || 'acknowledge registered registered line -' || char(10) || 'close registered closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'o', 'o', 'own');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'o'), 'all_sign', '1');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'o';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | all_sign: closed in one step when it was signed
-- given:
INSERT INTO post(action, actor, at, code, title, detail) VALUES ('add_workflow', 'x', '2023-04-01T01:00:00.000Z', 'own', 'own', 'assign registered registered - -' || char(10) || 'acknowledge registered registered line -' || char(10) || 'close registered closed - -');
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'x', '2023-04-01T01:00:00.000Z', 'o', 'o', 'own');
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', (SELECT id FROM ledger WHERE code = 'o'), 'all_sign', '1');
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'o';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'li', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.children | children: close-out requested while something below is open
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(ledger, action, actor, at, no, title, parent) SELECT l.id, 'register', 'li', '2023-04-02T01:00:00.000Z', 'x2', 'x', i.id FROM ledger l, item i WHERE l.code = 'tasks' AND i.no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | children 0: what stands above may be closed first
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(ledger, action, actor, at, no, title, parent) SELECT l.id, 'register', 'li', '2023-04-02T01:00:00.000Z', 'x2', 'x', i.id FROM ledger l, item i WHERE l.code = 'tasks' AND i.no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'children', '0');
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'li', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.children | children 0: but not cancelled
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(ledger, action, actor, at, no, title, parent) SELECT l.id, 'register', 'li', '2023-04-02T01:00:00.000Z', 'x2', 'x', i.id FROM ledger l, item i WHERE l.code = 'tasks' AND i.no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'children', '0');
-- try:
INSERT INTO post(item, action, actor, at, note) SELECT id, 'cancel', 'li', '2023-04-03T01:00:00.000Z', 'x' FROM item WHERE no = 'x1';
-- refuse: item.second_party | second_party: who requested closes
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'second_party', '1');
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | second_party 0: who requested may close
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, uri) SELECT id, 'attach', 'li', '2023-04-01T01:00:00.000Z', 'https://example.org' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.evidence | evidence: none
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-02T01:00:00.000Z', @l_tasks, 'evidence', '1');
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- allow: | evidence 0: none is asked for
-- given:
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, 'register', 'li', '2023-04-01T01:00:00.000Z', 'x1', 'x', '2023-06-30' FROM ledger WHERE code = 'tasks';
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'li', '2023-04-01T01:00:00.000Z', @u_b, 'lead' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'li', '2023-04-01T01:00:00.000Z' FROM item WHERE no = 'x1';
INSERT INTO post(item, action, actor, at, unit) SELECT id, 'acknowledge', 'wang', '2023-04-02T01:00:00.000Z', @u_b FROM item WHERE no = 'x1';
-- try:
INSERT INTO post(item, action, actor, at) SELECT id, 'request_close', 'wang', '2023-04-03T01:00:00.000Z' FROM item WHERE no = 'x1';
-- refuse: item.all_sign | all_sign: a unit that came while the item was in review
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'all_sign', '1');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@rev, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_g, 'support');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-03T01:00:00.000Z');
-- allow: | all_sign: it was taken off again
-- given:
INSERT INTO post(action, actor, at, ledger, field, new) VALUES ('amend_ledger', 'x', '2023-04-01T01:00:00.000Z', @l_tasks, 'all_sign', '1');
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@rev, 'assign', 'li', '2023-04-02T01:00:00.000Z', @u_g, 'support');
INSERT INTO post(item, action, actor, at, unit) VALUES (@rev, 'unassign', 'li', '2023-04-02T01:00:00.000Z', @u_g);
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'close', 'li', '2023-04-03T01:00:00.000Z');
