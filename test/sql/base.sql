-- The state that the attacks start from. It is made as anybody would make it: by INSERT INTO post. Run after schema/ without 99_found.sql.
-- Everything bears a telling number or code, and run.sh lets an attack say @NUMBER for an item's id, @u_CODE for a unit's, @l_CODE for a
-- ledger's, @REQUEST for the entry that was posted under that request id, and @last for the newest entry.

INSERT INTO post(action, actor, at, uid, title, kind, new) VALUES
  ('found_book', 'root', '2023-01-02T01:00:00.000Z', '00000000000000000000000000000001', '攻击测试', 'given clock', '+08:00');

-- A tree of units: d above a, b and g; b above c. r is retired, idle has nothing to do.
INSERT INTO post(action, actor, at, code, title, kind, parent) VALUES
  ('add_unit', 'root', '2023-01-03T01:00:00.000Z', 'd', '区委', 'department', NULL);
INSERT INTO post(action, actor, at, code, title, kind, parent)
  SELECT 'add_unit', 'root', '2023-01-03T01:00:00.000Z', column1, column2, column3, (SELECT id FROM unit WHERE code = 'd') FROM (VALUES
    ('a', '区委办公室', 'department'), ('b', '东湖街道', 'subdistrict'), ('g', '专项工作组', 'group'), ('r', '旧机构', 'department'), ('idle', '空闲单位', NULL));
INSERT INTO post(action, actor, at, code, title, kind, parent)
  SELECT 'add_unit', 'root', '2023-01-03T01:00:00.000Z', 'c', '湖滨社区', 'community', id FROM unit WHERE code = 'b';
INSERT INTO post(action, actor, at, unit, title, request)
  SELECT 'rename_unit', 'root', '2023-01-03T01:00:00.000Z', id, '撤并机构', 'e_rename' FROM unit WHERE code = 'r';
INSERT INTO post(action, actor, at, unit, request)
  SELECT 'retire_unit', 'root', '2023-01-03T01:00:00.000Z', id, 'e_retire' FROM unit WHERE code = 'r';

-- A ledger of each template, and one with a field of every type.
INSERT INTO post(action, actor, at, code, title, kind, workflow, source) VALUES
  ('add_ledger', 'root', '2023-01-03T02:00:00.000Z', 'tasks', '重点任务', 'tasks', NULL, '市委常委会工作要点'),
  ('add_ledger', 'root', '2023-01-03T02:00:00.000Z', 'dossiers', '批示件', 'dossiers', NULL, NULL),
  ('add_ledger', 'root', '2023-01-03T02:00:00.000Z', 'checklist', '清单', 'checklist', NULL, NULL),
  ('add_ledger', 'root', '2023-01-03T02:00:00.000Z', 'hazards', '隐患', NULL, 'standard', NULL);
INSERT INTO post(action, actor, at, ledger, field, title, kind, required, detail, request)
  SELECT 'add_field', 'root', '2023-01-03T02:00:00.000Z', (SELECT id FROM ledger WHERE code = column1), column2, column3, column4, column5, column6, 'e_field_' || column2 FROM (VALUES
    ('hazards', 'place', '地点', 'text', 1, NULL), ('hazards', 'people', '人数', 'integer', 0, NULL), ('hazards', 'cost', '金额', 'number', 0, NULL),
    ('hazards', 'found_on', '检查时间', 'date', 0, NULL), ('hazards', 'level', '隐患等级', 'choice', 0, '重大,较大,一般'),
    ('hazards', 'checker', '复查单位', 'unit', NULL, NULL), ('checklist', 'frequency', '频次', 'text', 1, NULL));
INSERT INTO post(action, actor, at, ledger, field, new, request)
  SELECT 'amend_ledger', 'root', '2023-01-03T02:30:00.000Z', id, 'blue_days', '20', 'e_blue' FROM ledger WHERE code = 'hazards';

-- Items, named for the state they come to.
INSERT INTO post(action, actor, at, ledger, no, title, due, uid, request)
  SELECT 'register', 'li', '2023-01-04T01:00:00.000Z', (SELECT id FROM ledger WHERE code = column1), column2, column3, column4, column5, 'e_' || column2 FROM (VALUES
    ('tasks', 'reg', '已立项', '2023-06-30', '000000000000000000000000000000a1'), ('tasks', 'reg_led', '已立项有牵头', '2023-06-30', NULL), ('tasks', 'reg_nodue', '无时限', NULL, NULL),
    ('tasks', 'dis', '待签收', '2023-06-30', NULL), ('tasks', 'pro', '办理中', '2023-06-30', NULL), ('tasks', 'ext', '申请延期', '2023-06-30', NULL),
    ('tasks', 'rev', '待审核', '2023-06-30', NULL), ('tasks', 'sta', '长期坚持', '2023-06-30', NULL), ('tasks', 'sus', '已中止', '2023-06-30', NULL),
    ('tasks', 'clo', '已销号', '2023-06-30', NULL), ('tasks', 'can', '已终止', '2023-06-30', NULL), ('tasks', 'par', '总任务', '2023-12-31', NULL),
    ('dossiers', 'd_pro', '批示办理中', '2023-06-30', NULL), ('dossiers', 'd_bare', '批示无佐证', '2023-06-30', NULL), ('dossiers', 'd_rev', '批示待审核', '2023-06-30', NULL),
    ('checklist', 'k_reg', '清单未销', NULL, NULL), ('checklist', 'k_clo', '清单已销', NULL, NULL), ('checklist', 'k_par', '清单总项', NULL, NULL),
    ('hazards', 'h_reg', '隐患一', '2023-06-30', NULL), ('hazards', 'h_full', '隐患二', '2023-06-30', NULL), ('hazards', 'h_pro', '隐患三', '2023-06-30', NULL));
INSERT INTO post(action, actor, at, ledger, no, title, due, parent, detail, source, officer, risk)
  SELECT 'register', 'li', '2023-01-04T02:00:00.000Z', (SELECT id FROM ledger WHERE code = column1), column2, column3, column4, (SELECT id FROM item WHERE no = column5),
    column6, column7, column8, column9 FROM (VALUES
    ('tasks', 'kid', '分任务', '2023-09-30', 'par', '目标：全部完成', '要点第一条', '陈书记', 'high'), ('tasks', 'kid_done', '分任务二', '2023-09-30', 'par', NULL, NULL, NULL, NULL),
    ('checklist', 'k_kid', '清单分项', NULL, 'k_par', NULL, NULL, NULL, NULL));
INSERT INTO post(action, actor, at, ledger, title) SELECT 'register', 'li', '2023-01-04T02:00:00.000Z', id, '自动编号' FROM ledger WHERE code = 'tasks';
INSERT INTO post(action, actor, at, ledger, title, no)
  SELECT 'register', 'li', '2023-01-04T02:00:00.000Z', (SELECT id FROM ledger WHERE code = 'tasks'), '编号 ' || column1, column1 FROM (VALUES ('10'), ('3.10'), ('3.9'), ('〔2023〕1号'));

-- Who answers for them: b leads everywhere but in reg, reg_nodue, k_par and the numbered ones.
INSERT INTO post(action, actor, at, item, unit, role, officer)
  SELECT 'assign', 'li', '2023-01-05T01:00:00.000Z', id, (SELECT id FROM unit WHERE code = 'b'), 'lead', '李主任' FROM item
  WHERE no NOT IN ('reg', 'reg_nodue', 'k_par') AND no GLOB '[a-z]*';
INSERT INTO post(action, actor, at, item, unit, role)
  SELECT 'assign', 'li', '2023-01-05T02:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = column2), column3 FROM (VALUES
    ('pro', 'a', 'responsible'), ('pro', 'c', 'support'), ('pro', 'g', 'support'), ('dis', 'a', 'responsible'), ('dis', 'c', 'support'), ('rev', 'a', 'responsible'),
    ('sta', 'c', 'support'), ('clo', 'a', 'responsible'), ('reg_led', 'a', 'support'));
INSERT INTO post(action, actor, at, item, unit, request)
  SELECT 'unassign', 'li', '2023-01-05T03:00:00.000Z', (SELECT id FROM item WHERE no = 'pro'), (SELECT id FROM unit WHERE code = 'g'), 'e_unassign';

-- Contents of fields: h_full has all of them, h_pro what it must have, h_reg nothing.
INSERT INTO post(action, actor, at, item, field, new, request)
  SELECT 'amend', 'li', '2023-01-06T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), column2, column3, column4 FROM (VALUES
    ('h_full', 'place', '一号楼', 'e_place'), ('h_full', 'people', '-12', NULL), ('h_full', 'cost', '1024.50', NULL), ('h_full', 'found_on', '2023-01-05', NULL),
    ('h_full', 'level', '较大', NULL), ('h_full', 'checker', 'g', NULL), ('h_pro', 'place', '二号楼', NULL), ('h_pro', 'level', '一般', NULL),
    ('k_clo', 'frequency', '每月', NULL), ('k_kid', 'frequency', '每周', NULL), ('d_pro', 'leader', '张书记', NULL), ('d_pro', 'secrecy', '内部', NULL));
INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'li', '2023-01-06T02:00:00.000Z', id, 'level', NULL FROM item WHERE no = 'h_pro';

-- Through their states.
INSERT INTO post(action, actor, at, item)
  SELECT 'dispatch', 'li', '2023-01-09T01:00:00.000Z', id FROM item
  WHERE no IN ('dis', 'pro', 'ext', 'rev', 'sta', 'sus', 'clo', 'can', 'par', 'kid_done', 'd_pro', 'd_bare', 'd_rev', 'h_pro');
INSERT INTO post(action, actor, at, item, unit)
  SELECT 'acknowledge', 'wang', '2023-01-10T01:00:00.000Z', id, lead FROM item WHERE state = 'dispatched' AND no <> 'dis';
INSERT INTO post(action, actor, at, item, unit)
  SELECT 'acknowledge', 'zhao', '2023-01-10T02:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = 'a') FROM (VALUES ('dis'), ('pro'), ('rev'));
INSERT INTO post(action, actor, at, item, unit, percent, value, note, problem, next_step, happened_on, request)
  SELECT 'report', 'wang', '2023-02-01T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = column2), column3, column4, column5, column6, column7, column8, column9 FROM (VALUES
    ('pro', 'b', '40', '3', '已完成排查', '资金不足', '争取专项资金', '2023-01-31', 'e_report'), ('pro', 'a', '66.5', NULL, '配合到位', NULL, NULL, NULL, NULL), ('clo', 'b', '100', NULL, '全部完成', NULL, NULL, NULL, NULL));
INSERT INTO post(action, actor, at, item, unit, request)
  SELECT 'complete', 'zhao', '2023-02-02T01:00:00.000Z', (SELECT id FROM item WHERE no = 'pro'), (SELECT id FROM unit WHERE code = 'a'), 'e_complete';
INSERT INTO post(action, actor, at, item, unit, title, uri, sha256, size, request)
  SELECT 'attach', 'wang', '2023-02-03T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = 'b'), column2, column3, column4, column5, column6 FROM (VALUES
    ('pro', '验收报告', 'files/report.pdf', '0000000000000000000000000000000000000000000000000000000000000001', 1024, 'e_attach'), ('d_pro', '照片', 'https://example.org/1.jpg', NULL, NULL, NULL),
    ('d_rev', NULL, 'files/minutes.pdf', '0000000000000000000000000000000000000000000000000000000000000002', 0, NULL));
INSERT INTO post(action, actor, at, item, note, request)
  SELECT column2, 'li', '2023-02-04T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), column3, column4 FROM (VALUES
    ('pro', 'urge', '请加快', 'e_urge'), ('pro', 'comment', '已电话联系', 'e_comment'), ('par', 'hear', '常委会听取汇报', NULL), ('par', 'instruct', '按期完成', NULL), ('par', 'talk', '约谈负责人', NULL));
INSERT INTO post(action, actor, at, item, unit, due, note, request)
  SELECT 'request_extension', 'wang', '2023-02-05T01:00:00.000Z', id, lead, '2023-08-31', '雨季影响', 'e_extension' FROM item WHERE no = 'ext';
INSERT INTO post(action, actor, at, item, risk, note, request)
  SELECT 'rate', 'li', '2023-02-05T02:00:00.000Z', id, 'medium', '进度滞后', 'e_rate' FROM item WHERE no = 'pro';
INSERT INTO post(action, actor, at, item, title, detail, note, request)
  SELECT 'amend', 'li', '2023-02-05T03:00:00.000Z', id, '办理中（更正）', '年底前完成', '录入有误', 'e_amend' FROM item WHERE no = 'pro';
INSERT INTO post(action, actor, at, item, title, request)
  SELECT 'amend', 'li', '2023-02-05T03:00:00.000Z', id, '待签收（更正）', 'e_amend_one' FROM item WHERE no = 'dis';
INSERT INTO post(action, actor, at, item, unit, request)
  SELECT 'request_close', 'wang', '2023-03-01T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = 'b'), column2 FROM (VALUES
    ('rev', 'e_request_close'), ('clo', NULL), ('kid_done', NULL), ('d_rev', NULL));
INSERT INTO post(action, actor, at, item, note, due)
  SELECT 'make_standing', 'li', '2023-03-02T01:00:00.000Z', id, '每季度回看', '2023-09-30' FROM item WHERE no = 'sta';
INSERT INTO post(action, actor, at, item, note, request)
  SELECT 'suspend', 'li', '2023-03-02T02:00:00.000Z', id, '机构改革', 'e_suspend' FROM item WHERE no = 'sus';
INSERT INTO post(action, actor, at, item, note) SELECT 'cancel', 'li', '2023-03-02T03:00:00.000Z', id, '任务取消' FROM item WHERE no = 'can';
INSERT INTO post(action, actor, at, item, request)
  SELECT 'close', 'li', '2023-03-03T01:00:00.000Z', (SELECT id FROM item WHERE no = column1), column2 FROM (VALUES ('clo', 'e_close'), ('kid_done', NULL), ('k_clo', NULL));

-- A counter that stands, with what was counted for a unit and for none; one that does not say its measure; one that does not stand yet. A pair.
INSERT INTO post(action, actor, at, code, title, kind) VALUES
  ('add_ledger', 'root', '2023-03-03T02:00:00.000Z', 'counters', '工作计数', 'counters'), ('add_ledger', 'root', '2023-03-03T02:00:00.000Z', 'pairs', '帮带结对', 'pairs');
INSERT INTO post(action, actor, at, ledger, no, title)
  SELECT 'register', 'li', '2023-03-03T02:00:00.000Z', (SELECT id FROM ledger WHERE code = column1), column2, column3 FROM (VALUES
    ('counters', 'n_sta', '约谈'), ('counters', 'n_bare', '调研'), ('counters', 'n_reg', '会议'), ('pairs', 'p_two', '结对'));
INSERT INTO post(action, actor, at, item, field, new)
  SELECT 'amend', 'li', '2023-03-03T02:00:00.000Z', id, 'measure', '人次' FROM item WHERE no = 'n_sta' OR no = 'n_reg';
INSERT INTO post(action, actor, at, item, unit, role)
  SELECT 'assign', 'li', '2023-03-03T02:00:00.000Z', (SELECT id FROM item WHERE no = column1), (SELECT id FROM unit WHERE code = column2), column3 FROM (VALUES
    ('n_sta', 'a', 'responsible'), ('n_sta', 'c', 'support'), ('p_two', 'a', 'mentor'), ('p_two', 'c', 'mentee'));
INSERT INTO post(action, actor, at, item, note, due)
  SELECT 'make_standing', 'li', '2023-03-03T02:00:00.000Z', id, '全年', '2023-12-31' FROM item WHERE no = 'n_sta' OR no = 'n_bare';
INSERT INTO post(action, actor, at, item, unit, value, happened_on, request)
  SELECT 'count', 'li', '2023-03-03T02:00:00.000Z', id, (SELECT id FROM unit WHERE code = column1), column2, column3, column4 FROM item, (VALUES
    ('a', '5', '2023-02-28', 'e_count'), (NULL, '3', NULL, NULL)) WHERE no = 'n_sta';
-- One table: villages have a catalogue. v has filled in what it lists, b what it likes.
INSERT INTO post(action, actor, at, code, title, kind) VALUES ('add_unit', 'root', '2023-03-04T01:00:00.000Z', 'v', '河口村', 'village');
INSERT INTO post(action, actor, at, ledger, field, new)
  SELECT 'amend_ledger', 'root', '2023-03-04T01:00:00.000Z', id, column1, column2 FROM ledger, (VALUES ('catalogue', 'village'), ('edition', '2023年版')) WHERE code = 'checklist';
INSERT INTO post(action, actor, at, code, title, kind, detail, source, request)
  SELECT 'add_datum', 'root', '2023-03-04T02:00:00.000Z', column1, column2, column3, column4, column5, 'e_datum_' || column1 FROM (VALUES
    ('people', '常住人口', 'integer', NULL, '统计制度'), ('income', '人均收入', 'number', NULL, NULL), ('checked', '检查日期', 'date', NULL, NULL),
    ('grade', '等级', 'choice', '好,中,差', NULL), ('helper', '联系单位', 'unit', NULL, NULL), ('remark', '说明', 'text', NULL, NULL));
INSERT INTO post(action, actor, at, ledger, field, request)
  SELECT 'list_datum', 'root', '2023-03-04T02:00:00.000Z', (SELECT id FROM ledger WHERE code = column1), column2, 'e_list_' || column1 || '_' || column2 FROM (VALUES
    ('checklist', 'people'), ('checklist', 'grade'), ('tasks', 'people'), ('tasks', 'income'));
INSERT INTO post(action, actor, at, unit, field, period, new, request)
  SELECT 'fill', 'zhao', '2023-03-04T03:00:00.000Z', (SELECT id FROM unit WHERE code = column1), column2, column3, column4, column5 FROM (VALUES
    ('v', 'people', '2023', '1200', 'e_fill'), ('b', 'people', '2023', '56000', 'e_fill_b'), ('b', 'income', '2023-Q1', '-12.50', NULL));
INSERT INTO post(action, actor, at, unit, field, period, new, note, request)
  SELECT 'correct', 'zhao', '2023-03-04T04:00:00.000Z', id, 'people', '2023', '56789', '漏报一户', 'e_correct' FROM unit WHERE code = 'b';

-- Sealed up to here, as the library would; what it says does not matter to the rules.
INSERT INTO seal(seq, digest) SELECT max(seq), '0000000000000000000000000000000000000000000000000000000000000000' FROM entry;
INSERT INTO post(action, actor, at, item, note, request)
  SELECT 'comment', 'li', '2023-03-06T01:00:00.000Z', id, '封签之后', 'e_unsealed' FROM item WHERE no = 'pro';
COMMIT;
