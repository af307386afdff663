-- The same in Chinese, with the headings of the tables on paper: for whoever opens the file in a SQLite browser.

CREATE VIEW 台账 AS
  SELECT "row" AS 序号, no AS 编号, source AS 任务来源, title AS 工作任务, detail AS 目标措施, officer AS 领衔领导, lead AS 牵头单位,
    responsible AS 责任单位, support AS 配合单位, contact AS 责任人, started_on AS 交办时间, due AS 完成时限, progress AS 进展情况, percent || '%' AS 完成比例,
    problem AS 存在问题, next_step AS 下步措施, (SELECT zh FROM label WHERE kind = 'light' AND name = light) AS 预警, extended AS 延期次数,
    (SELECT zh FROM state WHERE name = state) AS 状态, completed_on AS 销号时间, uri AS 佐证材料, remark AS 备注, ledger AS 台账,
    parent AS 上级, (SELECT zh FROM label WHERE kind = 'risk' AND name = risk) AS 风险等级, value AS 数值, mentor AS 帮带单位, mentee AS 被帮带单位, item AS 事项
  FROM item_table;

CREATE VIEW 台账汇总 AS
  SELECT ledger AS 台账, title AS 名称, total AS 总数, closed AS 已销号, open AS 未销号, standing AS 长期坚持, suspended AS 已中止, cancelled AS 已终止, overdue AS 逾期,
    red AS 红灯, yellow AS 黄灯, blue AS 蓝灯, green AS 绿灯, completion AS 销号率, on_time AS 按期销号, on_time_rate AS 按期率, overdue_rate AS 逾期率,
    listed AS 列入
  FROM ledger_summary;

CREATE VIEW 责任单位统计 AS
  SELECT name AS 责任单位, items AS 承担事项, led AS 牵头事项, closed AS 已销号, open AS 未销号, standing AS 长期坚持, overdue AS 逾期, returned AS 退回次数,
    extended AS 延期次数, urged AS 催办次数, completion AS 销号率, on_time_rate AS 按期率, overdue_rate AS 逾期率
  FROM unit_summary;

CREATE VIEW 统计 AS
  SELECT "by" AS 口径, ledger AS 台账, name AS 单位, month AS 月份, (SELECT zh FROM label WHERE kind = 'risk' AND name = risk) AS 风险等级, total AS 总数,
    cancelled AS 已终止, closed AS 已销号, completion AS 销号率, on_time AS 按期销号, on_time_rate AS 按期率, open_with_due AS 有时限未销号, overdue AS 逾期,
    overdue_rate AS 逾期率, dated AS 曾有时限, extended AS 延期, extension_rate AS 延期率, reviewed AS 曾送审, returned AS 退回, return_rate AS 退回率,
    finished AS 曾销号, reopened AS 重办, reopening_rate AS 重办率, average_days AS 平均办结天数
  FROM statistics;

CREATE VIEW 流水 AS
  SELECT seq AS 流水号, "on" AS 日期, actor AS 经办人, (SELECT zh FROM action a WHERE a.name = s.action) AS 动作, ref AS 事项,
    (SELECT name FROM unit WHERE code = s.unit) AS 单位, note AS 内容, percent || '%' AS 完成比例, (SELECT zh FROM state t WHERE t.name = s.state) AS 状态, due AS 完成时限
  FROM entry_status s;

-- 台账 once more for each template: all its ledgers, with its own columns, as template_column names them.

CREATE VIEW 事项清单 AS
  SELECT 序号, 编号, 任务来源, 工作任务 AS 事项, 目标措施, 领衔领导, 牵头单位, 责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例,
    存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'checklist');

CREATE VIEW 工作计数 AS
  SELECT 序号, 编号, 任务来源, 工作任务, 目标措施, (SELECT value FROM value WHERE item = 事项 AND field = 'measure') AS 计量单位,
    (SELECT value FROM value WHERE item = 事项 AND field = 'target') AS 目标数, 数值 AS 实际数,
    (SELECT value FROM value WHERE item = 事项 AND field = 'qualifier') AS 约数,
    (SELECT value FROM value WHERE item = 事项 AND field = 'denominator') AS 分母, 领衔领导, 牵头单位, 责任单位, 配合单位, 责任人, 交办时间,
    完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'counters');

CREATE VIEW 批示档案 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'leader') AS 批示领导,
    (SELECT value FROM value WHERE item = 事项 AND field = 'instructed_on') AS 批示时间,
    (SELECT value FROM value WHERE item = 事项 AND field = 'instruction') AS 批示内容,
    (SELECT value FROM value WHERE item = 事项 AND field = 'secrecy') AS 密级, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位, 配合单位,
    责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'dossiers');

CREATE VIEW 隐患台账 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'inspected_on') AS 检查时间,
    (SELECT value FROM value WHERE item = 事项 AND field = 'location') AS 地点,
    (SELECT value FROM value WHERE item = 事项 AND field = 'hazard_level') AS 隐患等级, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位,
    配合单位, 责任人, 交办时间, 完成时限 AS 整改期限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态,
    (SELECT value FROM value WHERE item = 事项 AND field = 'rechecked_on') AS 复查时间,
    (SELECT value FROM value WHERE item = 事项 AND field = 'recheck_result') AS 复查结果, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'hazards');

CREATE VIEW 措施清单 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'group') AS 措施类别, 任务来源, 工作任务 AS 工作措施, 目标措施, 领衔领导,
    牵头单位, 责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注,
    台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'measures');

CREATE VIEW 帮带结对 AS
  SELECT 序号, 编号, 帮带单位, 被帮带单位, (SELECT value FROM value WHERE item = 事项 AND field = 'since') AS 起始时间,
    (SELECT value FROM value WHERE item = 事项 AND field = 'until') AS 结束时间, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位,
    配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'pairs');

CREATE VIEW 问题清单 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'found_by') AS 问题来源,
    (SELECT value FROM value WHERE item = 事项 AND field = 'found_on') AS 发现时间, 任务来源, 工作任务 AS 问题, 目标措施, 领衔领导, 牵头单位,
    责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'problems');

CREATE VIEW 行动方案 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'plan') AS 方案类别, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位,
    责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'programme');

CREATE VIEW 意见建议 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'proposer') AS 提出单位,
    (SELECT value FROM value WHERE item = 事项 AND field = 'category') AS 类别, 任务来源, 工作任务 AS 意见建议, 目标措施, 领衔领导, 牵头单位,
    责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, (SELECT value FROM value WHERE item = 事项 AND field = 'reply') AS 答复,
    (SELECT value FROM value WHERE item = 事项 AND field = 'adopted') AS 采纳情况, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料,
    备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'recommendations');

CREATE VIEW 整改台账 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'feedback_source') AS 反馈来源,
    (SELECT value FROM value WHERE item = 事项 AND field = 'round') AS 轮次,
    (SELECT value FROM value WHERE item = 事项 AND field = 'finding') AS 问题,
    (SELECT value FROM value WHERE item = 事项 AND field = 'target') AS 整改目标,
    (SELECT value FROM value WHERE item = 事项 AND field = 'class') AS 整改类型, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位,
    配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, (SELECT value FROM value WHERE item = 事项 AND field = 'result') AS 整改结果, 存在问题,
    下步措施, 预警, 延期次数, 状态, 销号时间, (SELECT value FROM value WHERE item = 事项 AND field = 'checked_by') AS 核查人,
    (SELECT value FROM value WHERE item = 事项 AND field = 'opinion') AS 核查意见, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'rectification');

CREATE VIEW 周期任务 AS
  SELECT 序号, 编号, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题,
    下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'recurring');

CREATE VIEW 任务台账 AS
  SELECT 序号, 编号, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位, 配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题,
    下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'tasks');

CREATE VIEW 风险预警 AS
  SELECT 序号, 编号, (SELECT value FROM value WHERE item = 事项 AND field = 'person') AS 对象,
    (SELECT value FROM value WHERE item = 事项 AND field = 'sign') AS 风险表现, 风险等级, 任务来源, 工作任务, 目标措施, 领衔领导, 牵头单位, 责任单位,
    配合单位, 责任人, 交办时间, 完成时限, 进展情况, 完成比例, 存在问题, 下步措施, 预警, 延期次数, 状态, 销号时间, 佐证材料, 备注, 台账
  FROM 台账 WHERE 台账 IN (SELECT code FROM ledger WHERE template = 'watch');
