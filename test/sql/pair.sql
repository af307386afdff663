-- Pairs: an item whose assignments bear the roles mentor and mentee. The roles are as any other but for what they show.

-- refuse: entry_role | a role that is none
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'mentors');
-- refuse: entry_role | in Chinese
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, '帮带');
-- refuse: assignment.role | none
INSERT INTO post(item, action, actor, at, unit) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: assignment.twice | a unit that helps itself
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'mentee');
-- refuse: unit.retired | a mentor that is no more
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_r, 'mentor');
-- refuse: assignment.unit | nobody
INSERT INTO post(item, action, actor, at, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', 'mentor');
-- refuse: entry.extra | a role with what is no assign
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'mentor');
-- refuse: assignment.journal | turned round, around the journal
UPDATE assignment SET role = 'mentee' WHERE item = @p_two AND unit = @u_a;
-- refuse: item.lead | a mentor is no lead
-- given:
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'mentor');
-- try:
INSERT INTO post(item, action, actor, at) VALUES (@reg, 'dispatch', 'x', '2023-04-01T00:00:00.000Z');

-- allow: | the pair, in words
SELECT ref, mentor, mentor_name, mentee, mentee_name, ifnull(since, '-'), state FROM pair_status;
-- expect: pairs/p_two|a|区委办公室|c|湖滨社区|-|registered
-- allow: | two mentors of one are two pairs; who was taken back is in none
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'mentor');
SELECT mentor, mentee FROM pair_status ORDER BY 1;
INSERT INTO post(item, action, actor, at, unit) VALUES (@p_two, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a);
SELECT mentor, mentee FROM pair_status;
INSERT INTO post(item, action, actor, at, unit) VALUES (@p_two, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_c);
SELECT count(*) FROM pair_status;
-- expect: a|c
-- expect: b|c
-- expect: b|c
-- expect: 0
-- allow: | whoever was a mentor may become the one that is helped
INSERT INTO post(item, action, actor, at, unit) VALUES (@p_two, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a), (@p_two, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_c);
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'mentee'), (@p_two, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_c, 'mentor');
INSERT INTO post(item, action, actor, at, field, new) VALUES (@p_two, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'since', '2023-04-01');
SELECT mentor, mentee, since, ifnull(until, '-') FROM pair_status;
-- expect: c|a|2023-04-01|-
-- refuse: value.type | from a day that is none
INSERT INTO post(item, action, actor, at, field, new) VALUES (@p_two, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'until', '年底');
