-- Assignments: at most one lead, each unit its own line, everything by entries.

-- refuse: assignment.journal | assigned around the journal
INSERT INTO assignment(item, unit, role, entry) VALUES (@reg, @u_b, 'lead', @last);
-- refuse: assignment.journal | with the entry of another assignment
INSERT INTO assignment(item, unit, role, entry) SELECT @reg, unit, role, entry FROM assignment WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | with the entry that assigned it: the row is there
INSERT OR REPLACE INTO assignment(item, unit, role, entry) SELECT item, unit, 'lead', seq FROM entry WHERE action = 'assign' AND item = @pro AND unit = @u_c;
-- refuse: assignment.journal | OR IGNORE
INSERT OR IGNORE INTO assignment(item, unit, role, entry) SELECT item, unit, 'lead', seq FROM entry WHERE action = 'assign' AND item = @pro AND unit = @u_c;
-- refuse: assignment.journal | ON CONFLICT DO UPDATE
INSERT INTO assignment(item, unit, role, entry) SELECT item, unit, 'lead', seq FROM entry WHERE action = 'assign' AND item = @pro AND unit = @u_c
  ON CONFLICT DO UPDATE SET completed_at = '2023-04-01T00:00:00.000Z';
-- refuse: assignment.journal | an orphan
INSERT INTO assignment(item, unit, role, entry) VALUES (999, 888, 'lead', @last);
-- refuse: assignment.journal | a second lead by UPDATE
UPDATE assignment SET role = 'lead' WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | a line completed around the journal
UPDATE assignment SET completed_at = '2023-04-01T00:00:00.000Z';
-- refuse: assignment.journal | with a used stamp: the report
UPDATE assignment SET percent = '100', entry = @e_report WHERE item = @pro AND unit = @u_b;
-- refuse: assignment.journal | with the stamp of an entry about the item, not the unit
UPDATE assignment SET percent = '100', entry = @e_unsealed WHERE item = @pro AND unit = @u_b;
-- refuse: assignment.journal | with another unit's stamp
UPDATE assignment SET percent = '100', entry = @e_complete WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | with a stamp to come
UPDATE assignment SET percent = '100', entry = @next WHERE item = @pro AND unit = @u_b;
-- refuse: assignment.journal | in the transaction of its entry
BEGIN;
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '50');
UPDATE assignment SET percent = '100', entry = @next WHERE item = @pro AND unit = @u_b;
ROLLBACK;
-- refuse: assignment.journal | taken back and brought back
UPDATE assignment SET ended_at = NULL WHERE item = @pro AND unit = @u_g;
-- refuse: assignment.journal | taken back and brought back with the stamp that took it back
UPDATE assignment SET ended_at = NULL, entry = @e_unassign WHERE item = @pro AND unit = @u_g;
-- refuse: assignment.journal | keys changed onto another row
UPDATE OR REPLACE assignment SET unit = @u_b WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | onto another item
UPDATE OR IGNORE assignment SET item = @reg WHERE item = @pro;
-- refuse: assignment.journal | hidden behind the end of a unit's list
UPDATE assignment SET open_due = '2099-01-01' WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | taken off the list of what a unit owes
UPDATE assignment SET open_due = NULL WHERE item = @pro AND unit = @u_c;
UPDATE OR IGNORE assignment SET open_due = NULL;
-- refuse: assignment.journal | another number in the order of a unit's list
UPDATE assignment SET no_order = no_order || 'x' WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | another ledger
UPDATE assignment SET ledger = ledger + 1 WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | removed
DELETE FROM assignment WHERE item = @pro AND unit = @u_c;
-- refuse: assignment.journal | all removed
DELETE FROM assignment;

-- refuse: assignment.role | no role
INSERT INTO post(item, action, actor, at, unit) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: assignment.unit | no unit
INSERT INTO post(item, action, actor, at, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', 'lead');
-- refuse: assignment.unit | one that is not there
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', 999, 'lead');
-- refuse: assignment.unit | an item
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @pro, 'lead');
-- refuse: assignment.one_lead | a second lead
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_d, 'lead');
-- refuse: assignment.one_lead | two leads in one statement
INSERT INTO post(item, action, actor, at, unit, role) SELECT @reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', column1, 'lead' FROM (VALUES (@u_a), (@u_b));
-- refuse: assignment.one_lead | OR REPLACE
INSERT OR REPLACE INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_d, 'lead');
-- refuse: assignment.one_lead | straight into entry
INSERT INTO entry(at, actor, action, item, unit, role, state, due, risk) SELECT '2023-04-01T00:00:00.000Z', 'x', 'assign', id, @u_d, 'lead', state, due, risk FROM item WHERE id = @pro;
-- refuse: assignment.one_lead | the one that was taken away comes back beside its successor
-- given:
INSERT INTO post(item, action, actor, at, unit) VALUES (@ext, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@ext, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'lead');
-- try:
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@ext, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- refuse: assignment.twice | the lead, as a helper, too
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'support');
-- refuse: assignment.twice | the same again
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_c, 'support');
-- refuse: assignment.signed | signed twice
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_b);
-- refuse: assignment.signed | by a helper, before the lead
INSERT INTO post(item, action, actor, at, unit) VALUES (@dis, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_a);
-- refuse: assignment.completed | completed twice
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'complete', 'x', '2023-04-01T00:00:00.000Z', @u_a);
-- refuse: entry.unit | unassigned without a unit
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z');
-- refuse: entry.unit | a unit that never was
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_d);
-- refuse: entry.unit | unassigned twice
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_g);
-- refuse: entry.unit | signs after it was unassigned
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z', @u_g);
-- refuse: item.move | assigned to a closed item
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@clo, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_c, 'support');
-- allow: | the lead changes hands; the new line begins empty
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
SELECT lead IS NULL, percent FROM item WHERE id = @pro;
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_a);
INSERT INTO post(item, action, actor, at, unit, role, officer) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_a, 'lead', '赵主任');
SELECT role, officer, ifnull(signed_at, '-'), ifnull(completed_at, '-'), ifnull(ended_at, '-') FROM assignment WHERE item = @pro AND unit = @u_a;
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'acknowledge', 'x', '2023-04-02T00:00:00.000Z', @u_a);
SELECT state, lead = @u_a FROM item WHERE id = @pro;
SELECT role, ended_at FROM assignment WHERE item = @pro AND unit = @u_b;
-- expect: 1|40
-- expect: lead|赵主任|-|-|-
-- expect: in_progress|1
-- expect: lead|2023-04-01T00:00:00.000Z
-- allow: | each unit has its own line; the item shows the lead's
INSERT INTO post(item, action, actor, at, unit, note, percent, value) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_c, 'x', '90', '9');
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'complete', 'x', '2023-04-02T00:00:00.000Z', @u_b);
SELECT unit = @u_b, unit = @u_c, ifnull(percent, '-'), ifnull(value, '-'), ifnull(completed_at, '-') FROM assignment WHERE item = @pro AND unit IN (@u_b, @u_c) ORDER BY unit;
SELECT percent, value, state FROM item WHERE id = @pro;
-- expect: 1|0|40|3|2023-04-02T00:00:00.000Z
-- expect: 0|1|90|9|-
-- expect: 40|3|in_progress

-- With a stamp that somebody kept from being used (a TEMP trigger can skip the fold): still not what the entry does not say.
-- refuse: assignment.journal | another item, another unit
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, note, percent) VALUES (@pro, 'report', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'x', '50');
-- try:
UPDATE assignment SET item = @reg, entry = @next WHERE item = @pro AND unit = @u_b;
UPDATE assignment SET unit = @u_d, entry = @next WHERE item = @pro AND unit = @u_b;
UPDATE assignment SET percent = '50', entry = @next WHERE item = @rev AND unit = @u_b;
UPDATE assignment SET percent = '50', entry = @next WHERE item = @pro AND unit = @u_c;
INSERT INTO assignment(item, unit, role, entry) VALUES (@pro, @u_d, 'support', @next);
-- refuse: assignment.journal | a comment of a unit is no assignment, nor is another unit assigned by it
-- given:
CREATE TEMP TRIGGER x AFTER INSERT ON main.entry BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@reg, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead');
-- try:
INSERT INTO assignment(item, unit, role, entry) VALUES (@reg, @u_a, 'lead', @next);
INSERT INTO assignment(item, unit, role, entry) VALUES (@reg_nodue, @u_b, 'lead', @next);
INSERT INTO assignment(item, unit, role, entry) SELECT item, @u_a, 'lead', seq FROM entry WHERE seq = @e_report;
