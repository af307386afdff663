-- The same in Chinese, with the headings of the tables on paper: for whoever opens the file in a SQLite browser.

CREATE VIEW 台账 AS
  SELECT "row" AS 序号, no AS 编号, source AS 任务来源, title AS 工作任务, detail AS 目标措施, officer AS 领衔领导, lead AS 牵头单位,
    responsible AS 责任单位, support AS 配合单位, contact AS 责任人, started_on AS 交办时间, due AS 完成时限, progress AS 进展情况, percent || '%' AS 完成比例,
    problem AS 存在问题, next_step AS 下步措施, (SELECT zh FROM label WHERE kind = 'light' AND name = light) AS 预警, extended AS 延期次数,
    (SELECT zh FROM state WHERE name = state) AS 状态, completed_on AS 销号时间, uri AS 佐证材料, remark AS 备注, ledger AS 台账
  FROM item_table;

CREATE VIEW 批示档案 AS
  -- The dossiers: the table above with what was instructed, by whom and when.
  SELECT t.序号, t.编号,
    (SELECT value FROM value v WHERE v.item = s.item AND v.field = 'leader') AS 批示领导,
    (SELECT value FROM value v WHERE v.item = s.item AND v.field = 'instructed_on') AS 批示时间,
    (SELECT value FROM value v WHERE v.item = s.item AND v.field = 'instruction') AS 批示内容,
    (SELECT value FROM value v WHERE v.item = s.item AND v.field = 'secrecy') AS 密级,
    t.工作任务, t.牵头单位, t.责任单位, t.配合单位, t.交办时间, t.完成时限, t.进展情况, t.完成比例, t.存在问题, t.下步措施, t.预警, t.状态, t.销号时间, t.佐证材料, t.台账
  FROM ledger l JOIN item_status s ON s.ledger = l.code JOIN 台账 t ON t.台账 = s.ledger AND t.编号 = s.no WHERE l.template = 'dossiers';

CREATE VIEW 台账汇总 AS
  SELECT ledger AS 台账, title AS 名称, total AS 总数, closed AS 已销号, open AS 未销号, standing AS 长期坚持, suspended AS 已中止, cancelled AS 已终止, overdue AS 逾期,
    red AS 红灯, yellow AS 黄灯, blue AS 蓝灯, green AS 绿灯, completion AS 销号率, on_time AS 按期销号, on_time_rate AS 按期率, overdue_rate AS 逾期率,
    listed AS 列入
  FROM ledger_summary;

CREATE VIEW 责任单位统计 AS
  SELECT name AS 责任单位, items AS 承担事项, led AS 牵头事项, closed AS 已销号, open AS 未销号, standing AS 长期坚持, overdue AS 逾期, returned AS 退回次数,
    extended AS 延期次数, urged AS 催办次数, completion AS 销号率, on_time_rate AS 按期率, overdue_rate AS 逾期率
  FROM unit_summary;

CREATE VIEW 流水 AS
  SELECT seq AS 流水号, "on" AS 日期, actor AS 经办人, (SELECT zh FROM action a WHERE a.name = s.action) AS 动作, ref AS 事项,
    (SELECT name FROM unit WHERE code = s.unit) AS 单位, note AS 内容, percent || '%' AS 完成比例, (SELECT zh FROM state t WHERE t.name = s.state) AS 状态, due AS 完成时限
  FROM entry_status s;
