-- What the views derive: lights on the days where they change, what is late, the rates, the tables in Chinese.

-- allow: | lights by the days that are left: the due day itself is not late
-- today: 2023-06-15
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT @l_checklist, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v' || column1, 'x', column2 FROM (VALUES
  (1, '2023-06-14'), (2, '2023-06-15'), (3, '2023-06-22'), (4, '2023-06-23'), (5, '2023-06-30'), (6, '2023-07-01'), (7, '2099-12-31'), (8, NULL), (9, '2020-02-29'));
SELECT no, days_left, light, late FROM item_status WHERE item > @last;
-- expect: v1|-1|red|1
-- expect: v2|0|yellow|0
-- expect: v3|7|yellow|0
-- expect: v4|8|blue|0
-- expect: v5|15|blue|0
-- expect: v6|16|green|0
-- expect: v7|27958|green|0
-- expect: v8||grey|0
-- expect: v9|-1202|red|1
-- allow: | thresholds belong to the ledger
-- today: 2023-06-15
INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'x', '2023-04-01T00:00:00.000Z', @l_checklist, column1, column2 FROM (VALUES ('blue_days', '3'), ('yellow_days', '0'));
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT @l_checklist, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v' || column1, 'x', column2 FROM (VALUES
  (1, '2023-06-14'), (2, '2023-06-15'), (3, '2023-06-16'), (4, '2023-06-18'), (5, '2023-06-19'));
SELECT no, light FROM item_status WHERE item > @last + 2;
-- expect: v1|red
-- expect: v2|yellow
-- expect: v3|blue
-- expect: v4|blue
-- expect: v5|green
-- allow: | progress: 10 points behind the elapsed share of the time, from the day of dispatch; half of 100 days have gone
-- today: 2023-05-21
INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT @l_tasks, 'register', 'x', '2023-03-20T00:00:00.000Z', 'v' || column1, 'x', '2023-07-10' FROM (VALUES (1), (2), (3), (4), (5), (6));
INSERT INTO post(item, action, actor, at, unit, role) SELECT id, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_b, 'lead' FROM item WHERE id > @last;
INSERT INTO post(item, action, actor, at) SELECT id, 'dispatch', 'x', '2023-04-01T00:00:00.000Z' FROM item WHERE id > @last;
INSERT INTO post(item, action, actor, at) SELECT id, 'acknowledge', 'x', '2023-04-01T00:00:00.000Z' FROM item WHERE id > @last;
INSERT INTO post(item, action, actor, at, note, percent) SELECT id, 'report', 'x', '2023-04-02T00:00:00.000Z', 'x', column2 FROM item JOIN (VALUES ('v1', '50'), ('v2', '40.1'), ('v3', '40'), ('v4', '0'), ('v5', '100')) ON no = column1 WHERE id > @last;
SELECT no, days_left, light, ifnull(percent, '-') FROM item_status WHERE item > @last;
-- expect: v1|50|green|50
-- expect: v2|50|green|40.1
-- expect: v3|50|yellow|40
-- expect: v4|50|yellow|0
-- expect: v5|50|green|100
-- expect: v6|50|green|-
-- allow: | returned once is yellow, twice red, whatever the date; it stays so for the next request
-- today: 2023-04-03
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'return', 'li', '2023-04-01T00:00:00.000Z', 'x');
SELECT days_left, light, late, returned FROM item_status WHERE item = @rev;
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-04-02T00:00:00.000Z');
SELECT days_left, light, late FROM item_status WHERE item = @rev;
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'return', 'li', '2023-04-02T00:00:00.000Z', 'x');
SELECT days_left, light, late FROM item_status WHERE item = @rev;
-- expect: 88|yellow|0|1
-- expect: 89|yellow|0
-- expect: 88|red|0
-- allow: | in review the days are counted from the day of the request, in the book's own offset; suspended, from the day it stopped
-- today: 2023-12-01
SELECT no, state, days_left, light, late, ifnull(suspended_on, '-') FROM item_status WHERE item IN (@rev, @sus);
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'wang', '2023-06-30T15:59:59.999Z', @u_b);
SELECT state, days_left, light, late FROM item_status WHERE item = @pro;
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'request_close', 'wang', '2023-06-30T16:00:00.000Z');
SELECT state, days_left, light, late FROM item_status WHERE item = @ext;
-- expect: rev|in_review|121|green|0|-
-- expect: sus|suspended|120|green|0|2023-03-02
-- expect: in_review|0|yellow|0
-- expect: in_review|-1|red|1
-- allow: | a standing item: the days to its next review, red after it
-- today: 2023-09-30
SELECT days_left, light, late, goal FROM item_status WHERE item = @sta;
-- expect: 0|yellow|0|每季度回看
-- allow: | the day after
-- today: 2023-10-01
SELECT days_left, light, late FROM item_status WHERE item = @sta;
-- expect: -1|red|1
-- allow: | completion counts from the day of the request if it was accepted; closed late stays late, with the due date in force
-- today: 2023-12-01
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'request_close', 'wang', '2023-06-30T15:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at) VALUES (@pro, 'close', 'li', '2023-08-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at) VALUES (@h_pro, 'request_close', 'wang', '2023-08-01T00:00:00.000Z'), (@h_pro, 'close', 'li', '2023-08-01T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, due) VALUES (@ext, 'grant_extension', 'li', '2023-08-01T00:00:00.000Z', '2023-08-31');
INSERT INTO post(item, action, actor, at) VALUES (@ext, 'request_close', 'wang', '2023-08-31T00:00:00.000Z'), (@ext, 'close', 'li', '2023-09-15T00:00:00.000Z');
INSERT INTO post(item, action, actor, at, note) VALUES (@rev, 'return', 'li', '2023-10-01T00:00:00.000Z', 'x');
INSERT INTO post(item, action, actor, at) VALUES (@rev, 'request_close', 'wang', '2023-10-02T00:00:00.000Z'), (@rev, 'close', 'li', '2023-10-03T00:00:00.000Z');
SELECT no, completed_on, due, late, ifnull(light, '-'), ifnull(days_left, '-') FROM item_status WHERE item IN (@pro, @h_pro, @ext, @rev, @can);
-- expect: pro|2023-06-30|2023-06-30|0|-|-
-- expect: ext|2023-08-31|2023-08-31|0|-|-
-- expect: rev|2023-10-02|2023-06-30|1|-|-
-- expect: can||2023-06-30|0|-|-
-- expect: h_pro|2023-08-01|2023-06-30|1|-|-
-- allow: | a checklist's line without a request: completed when it was closed, on that day in the book's own offset
-- today: 2023-12-01
INSERT INTO post(ledger, action, actor, at, no, title, due) VALUES (@l_checklist, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v1', 'x', '2023-05-01'), (@l_checklist, 'register', 'x', '2023-04-01T00:00:00.000Z', 'v2', 'x', '2023-05-01');
INSERT INTO post(item, action, actor, at, field, new) SELECT id, 'amend', 'x', '2023-04-01T00:00:00.000Z', 'frequency', 'x' FROM item WHERE id > @last;
INSERT INTO post(item, action, actor, at) VALUES (@next, 'close', 'x', '2023-05-01T15:59:59.999Z'), (@next + 1, 'close', 'x', '2023-05-01T16:00:00.000Z');
SELECT no, completed_on, late FROM item_status WHERE item > @last;
-- expect: v1|2023-05-01|0
-- expect: v2|2023-05-02|1
-- allow: | reopened: neither completed nor, before its due date, late
-- today: 2023-05-01
INSERT INTO post(item, action, actor, at, note) VALUES (@clo, 'reopen', 'x', '2023-04-01T00:00:00.000Z', 'x');
SELECT state, ifnull(completed_on, '-'), ifnull(closed_at, '-'), late, light, days_left FROM item_status WHERE item = @clo;
-- expect: in_progress|-|-|0|green|60

-- Rates: half up, two places, NULL where there is nothing to divide by.
-- allow: | 453 of 471 is 96.18; 688 of 697 is 98.71; an eighth, a sixteenth, 1 of 32 and 1 of 800, where half goes up; thirds
-- today: 2023-12-01
INSERT INTO post(action, actor, at, code, title, workflow) SELECT 'add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'v' || column1, 'x', 'simple' FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11));
CREATE TEMP TABLE part(ledger, closed, total);
INSERT INTO part VALUES ('v1', 453, 471), ('v2', 688, 697), ('v3', 1, 8), ('v4', 1, 16), ('v5', 1, 32), ('v6', 1, 800), ('v7', 1, 3), ('v8', 2, 3), ('v9', 0, 5), ('v10', 5, 5), ('v11', 0, 0);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 800)
INSERT INTO post(ledger, action, actor, at, title) SELECT (SELECT id FROM ledger WHERE code = ledger), 'register', 'x', '2023-04-01T00:00:00.000Z', 'x' FROM part JOIN n ON i <= total;
INSERT INTO post(item, action, actor, at) SELECT i.id, 'close', 'x', '2023-04-01T00:00:00.000Z' FROM item i JOIN ledger l ON l.id = i.ledger JOIN part p ON p.ledger = l.code WHERE CAST(no AS INTEGER) <= closed;
SELECT ledger, closed, total, ifnull(completion, '-'), ifnull(on_time_rate, '-') FROM ledger_summary WHERE ledger GLOB 'v*';
-- expect: v1|453|471|96.18|100.00
-- expect: v2|688|697|98.71|100.00
-- expect: v3|1|8|12.50|100.00
-- expect: v4|1|16|6.25|100.00
-- expect: v5|1|32|3.13|100.00
-- expect: v6|1|800|0.13|100.00
-- expect: v7|1|3|33.33|100.00
-- expect: v8|2|3|66.67|100.00
-- expect: v9|0|5|0.00|-
-- expect: v10|5|5|100.00|100.00
-- expect: v11|0|0|-|-
-- allow: | 18 of 471 overdue is 3.82; 18 of 471 closed late leaves 96.18 on time; cancelled ones are in no denominator
-- today: 2023-12-01
INSERT INTO post(action, actor, at, code, title, workflow) SELECT 'add_ledger', 'x', '2023-04-01T00:00:00.000Z', 'v' || column1, 'x', 'simple' FROM (VALUES (1), (2), (3));
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 471)
INSERT INTO post(ledger, action, actor, at, title, due) SELECT l.id, 'register', 'x', '2023-04-01T00:00:00.000Z', 'x',
  iif(i <= 18, '2023-11-30', '2023-12-01') FROM ledger l, n WHERE l.code = 'v1' OR l.code = 'v2' OR (l.code = 'v3' AND i <= 3);
INSERT INTO post(item, action, actor, at) SELECT i.id, 'close', 'x', '2023-11-30T16:00:00.000Z' FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'v2';
INSERT INTO post(item, action, actor, at, note) SELECT i.id, 'cancel', 'x', '2023-11-30T16:00:00.000Z', 'x' FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'v3';
INSERT INTO post(ledger, action, actor, at, title) SELECT id, 'register', 'x', '2023-11-30T16:00:00.000Z', 'x' FROM ledger WHERE code = 'v1';
SELECT ledger, total, open, open_with_due, overdue, on_time, ifnull(completion, '-'), ifnull(on_time_rate, '-'), ifnull(overdue_rate, '-') FROM ledger_summary WHERE ledger GLOB 'v*';
SELECT 台账, 总数, 已销号, 未销号, 已终止, 逾期, ifnull(销号率, '-'), 按期销号, ifnull(按期率, '-'), ifnull(逾期率, '-') FROM 台账汇总 WHERE 台账 GLOB 'v*';
-- expect: v1|472|472|471|18|0|0.00|-|3.82
-- expect: v2|471|0|0|0|453|100.00|96.18|-
-- expect: v3|3|0|0|0|0|-|-|-
-- expect: v1|472|0|472|0|18|0.00|0|-|3.82
-- expect: v2|471|471|0|0|0|100.00|453|96.18|-
-- expect: v3|3|0|0|3|0|-|0|-|-
-- allow: | each ledger: standing items are open but counted apart, suspended ones are open, too, and every light is one
-- today: 2023-06-15
SELECT ledger, total, registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled, open, open_with_due, overdue, on_time FROM ledger_summary;
SELECT ledger, red, yellow, blue, green, grey FROM ledger_summary;
SELECT ledger, ifnull(completion, '-'), ifnull(on_time_rate, '-'), ifnull(overdue_rate, '-') FROM ledger_summary;
SELECT ledger FROM ledger_summary WHERE total <> registered + dispatched + in_progress + in_review + notice + standing + suspended + closed + cancelled
  OR open <> total - closed - cancelled OR red + yellow + blue + green + grey <> open;
-- expect: tasks|19|9|1|3|1|0|1|1|2|1|16|9|0|2
-- expect: dossiers|3|0|0|2|1|0|0|0|0|0|3|3|0|0
-- expect: checklist|4|3|0|0|0|0|0|0|1|0|3|0|0|1
-- expect: hazards|3|2|0|1|0|0|0|0|0|0|3|3|0|0
-- expect: counters|3|1|0|0|0|0|2|0|0|0|3|0|0|0
-- expect: pairs|1|1|0|0|0|0|0|0|0|0|1|0|0|0
-- expect: tasks|0|1|4|4|7
-- expect: dossiers|0|0|2|1|0
-- expect: checklist|0|0|0|0|3
-- expect: hazards|0|0|3|0|0
-- expect: counters|0|0|0|0|3
-- expect: pairs|0|0|0|0|1
-- expect: tasks|11.11|100.00|0.00
-- expect: dossiers|0.00|-|0.00
-- expect: checklist|25.00|100.00|-
-- expect: hazards|0.00|-|0.00
-- expect: counters|0.00|-|-
-- expect: pairs|0.00|-|-
-- allow: | each unit: items by any assignment in force, the rest by what it leads; in Chinese by its name
-- today: 2023-07-01
SELECT unit, items, led, closed, cancelled, standing, open, open_with_due, overdue, on_time, returned, extended, urged, ifnull(completion, '-'), ifnull(on_time_rate, '-'), ifnull(overdue_rate, '-') FROM unit_summary;
SELECT * FROM 责任单位统计 WHERE 责任单位 = '东湖街道';
-- expect: a|7|0|0|0|0|0|0|0|0|0|0|0|-|-|-
-- expect: b|21|21|3|1|1|17|14|9|3|0|0|1|15.00|100.00|64.29
-- expect: c|5|0|0|0|0|0|0|0|0|0|0|0|-|-|-
-- expect: 东湖街道|21|21|3|17|1|9|0|0|1|15.00|100.00|64.29
-- allow: | a unit that was unassigned has nothing to answer for any more; its successor has
-- today: 2023-07-01
INSERT INTO post(item, action, actor, at, unit) VALUES (@pro, 'unassign', 'x', '2023-04-01T00:00:00.000Z', @u_b);
INSERT INTO post(item, action, actor, at, unit, role) VALUES (@pro, 'assign', 'x', '2023-04-01T00:00:00.000Z', @u_d, 'lead');
SELECT unit, items, led, open, overdue, urged FROM unit_summary WHERE unit IN ('b', 'd', 'g');
-- expect: d|1|1|1|1|1
-- expect: b|20|20|16|8|0
-- allow: | by state and by month of the due date in force
-- today: 2023-07-01
SELECT state, total FROM state_summary WHERE ledger = 'tasks';
SELECT * FROM month_summary WHERE ledger = 'tasks';
-- expect: registered|9
-- expect: dispatched|1
-- expect: in_progress|3
-- expect: in_review|1
-- expect: standing|1
-- expect: suspended|1
-- expect: closed|2
-- expect: cancelled|1
-- expect: tasks|2023-06|9|1|1|5
-- expect: tasks|2023-09|3|1|1|0
-- expect: tasks|2023-12|1|0|0|0
-- allow: | the table on paper
-- today: 2023-06-15
.nullvalue -
SELECT 序号, 编号, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例 FROM 台账 WHERE 编号 IN ('pro', 'kid', 'clo', 'h_full', '3.10') ORDER BY 台账 DESC, 序号;
SELECT 编号, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账 FROM 台账 WHERE 编号 IN ('pro', 'kid', 'clo', 'rev', 'can') ORDER BY 编号;
SELECT name FROM pragma_table_info('台账');
-- expect: 3|3.10|-|编号 3.10|-|-|-|-|-|-|-|-|-|-
-- expect: 6|clo|-|已销号|-|-|东湖街道|区委办公室|-|李主任|2023-01-09|2023-06-30|全部完成|100%
-- expect: 9|kid|要点第一条|分任务|目标：全部完成|陈书记|东湖街道|-|-|李主任|-|2023-09-30|-|-
-- expect: 12|pro|-|办理中（更正）|年底前完成|-|东湖街道|区委办公室|湖滨社区|李主任|2023-01-09|2023-06-30|配合到位|40%
-- expect: 1|h_full|-|隐患二|-|-|东湖街道|-|-|李主任|-|2023-06-30|-|-
-- expect: can|-|-|-|0|已终止|-|-|-|tasks
-- expect: clo|-|-|-|0|已销号|2023-03-01|-|-|tasks
-- expect: kid|-|-|绿|0|已立项|-|-|-|tasks
-- expect: pro|-|-|黄|0|办理中|-|files/report.pdf|封签之后|tasks
-- expect: rev|-|-|绿|0|待审核|-|-|-|tasks
-- expect: 序号
-- expect: 编号
-- expect: 任务来源
-- expect: 工作任务
-- expect: 目标措施
-- expect: 领衔领导
-- expect: 牵头单位
-- expect: 责任单位
-- expect: 配合单位
-- expect: 责任人
-- expect: 交办时间
-- expect: 完成时限
-- expect: 进展情况
-- expect: 完成比例
-- expect: 存在问题
-- expect: 下步措施
-- expect: 预警
-- expect: 延期次数
-- expect: 状态
-- expect: 销号时间
-- expect: 佐证材料
-- expect: 备注
-- expect: 台账
-- expect: 上级
-- expect: 风险等级
-- expect: 数值
-- expect: 帮带单位
-- expect: 被帮带单位
-- expect: 事项
-- allow: | the dossiers and the journal on paper
-- today: 2023-06-15
.nullvalue -
SELECT 编号, 批示领导, 批示时间, 批示内容, 密级, 工作任务, 牵头单位, 佐证材料 FROM 批示档案 ORDER BY 编号;
SELECT 日期, 经办人, 动作, 事项, 单位, 内容, 完成比例, 状态, 完成时限 FROM 流水 WHERE 流水号 IN (@last, @e_report, @e_blue) ORDER BY 流水号 DESC;
-- expect: d_bare|-|-|-|-|批示无佐证|东湖街道|-
-- expect: d_pro|张书记|-|-|内部|批示办理中|东湖街道|https://example.org/1.jpg
-- expect: d_rev|-|-|-|-|批示待审核|东湖街道|files/minutes.pdf
-- expect: 2023-03-06|li|备注|tasks/pro|-|封签之后|-|办理中|2023-06-30
-- expect: 2023-02-01|wang|反馈|tasks/pro|东湖街道|已完成排查|40%|办理中|2023-06-30
-- expect: 2023-01-03|root|更正台账|-|-|-|-|-|-
-- allow: | without a day of one's own the views show today, in the book's own offset
SELECT day = strftime('%Y-%m-%d', 'now', '+8 hours') FROM today;
SELECT count(*) = (SELECT count(*) FROM item) FROM item_status;
-- expect: 1
-- expect: 1
-- allow: | the views of the day in TEMP say the same as those of the file
-- today: 2023-06-15
SELECT count(*) FROM (SELECT item, state, due, lead, parent, completed_on FROM temp.item_status EXCEPT SELECT item, state, due, lead, parent, completed_on FROM main.item_status);
-- expect: 0
