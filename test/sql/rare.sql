-- The views through which the triggers of entry reach what is rare. Whoever writes to them by hand gets no further than to the tables themselves.

-- refuse: item.journal | a risk level by the fold alone, stamped with the newest entry
INSERT INTO rare_fold(seq, action, item, risk) VALUES (@last, 'rate', (SELECT item FROM entry WHERE seq = @last), 'high');
-- refuse: item.journal | with an entry that is still to come
INSERT INTO rare_fold(seq, action, item, risk) VALUES (@next, 'rate', @pro, 'high');
-- refuse: item.journal | with the entry that the item shows
INSERT INTO rare_fold(seq, action, item, unit, at) SELECT entry, 'unassign', id, lead, '2023-04-01T00:00:00.000Z' FROM item WHERE id = @pro;
-- refuse: item.journal | an amendment
INSERT INTO rare_fold(seq, action, item, no, title, field, new) VALUES (@e_place, 'amend', @h_full, 'h_full', 'x', 'place', '改写');
-- refuse: tally.journal | a lead
INSERT INTO rare_fold(seq, action, item, unit, role) VALUES (@next, 'assign', @pro, @u_a, 'lead');
-- refuse: evidence.journal | evidence that no entry attached
INSERT INTO rare_fold(seq, action, item, uri) VALUES (@next, 'attach', @pro, 'https://example.org');
-- refuse: evidence.journal | evidence a second time
INSERT INTO rare_fold SELECT * FROM entry WHERE seq = @e_attach;
-- refuse: unit.journal | a unit that no entry added
INSERT INTO rare_fold(seq, action, code, title) VALUES (@next, 'add_unit', 'x', 'x');
-- refuse: unit.journal | an old name
INSERT INTO rare_fold(seq, action, unit, title) VALUES (@e_rename, 'rename_unit', @u_r, '旧名');
-- refuse: ledger.journal | a ledger's policy
INSERT INTO rare_fold(seq, action, ledger, field, new) VALUES (@e_blue, 'amend_ledger', @l_hazards, 'evidence', '1');
-- refuse: field.journal | a field that no entry added
INSERT INTO rare_fold(seq, action, ledger, field, title, kind) VALUES (@last, 'add_field', @l_hazards, 'x', 'x', 'text');
-- refuse: book.journal | a second founding
INSERT INTO rare_fold(seq, action, uid, new, kind) VALUES (1, 'found_book', '00000000000000000000000000000009', '+08:00', 'real clock');
-- refuse: unit.code_taken | the rules are the rules here, too
INSERT INTO rare_rule(seq, action, unit, code, title) VALUES (@next, 'add_unit', @next, 'b', 'x');
-- allow: | what they let pass is not stored by them
INSERT INTO rare_rule(seq, action, unit, code, title) VALUES (@next, 'add_unit', @next, 'x', 'x');
SELECT count(*) FROM unit WHERE code = 'x';
-- expect: 0
