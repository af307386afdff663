-- Words: the headings and the names of values, in English and Chinese. Those of states, actions and workflows stand in their own tables.

CREATE TABLE label(
  -- 用语. kind column: a column of a view or of entry (its Chinese heading is understood by import, too); ledger, field, entry …: a column
  -- whose heading is another where the rows are of that kind; role, risk, light: the words for their values.
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  en TEXT NOT NULL,
  zh TEXT NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO label(kind, name, en, zh) VALUES
  ('role', 'lead', 'lead', '牵头'), ('role', 'responsible', 'responsible', '责任'), ('role', 'support', 'support', '配合'),
  ('risk', 'high', 'high', '高'), ('risk', 'medium', 'medium', '中'), ('risk', 'low', 'low', '低'),
  ('light', 'red', 'red', '红'), ('light', 'yellow', 'yellow', '黄'), ('light', 'blue', 'blue', '蓝'), ('light', 'green', 'green', '绿'), ('light', 'grey', 'grey', '灰'),
  ('ledger', 'title', 'title', '名称'), ('ledger', 'evidence', 'evidence required', '须有佐证'), ('ledger', 'source', 'source document', '来源文件'),
  ('field', 'title', 'title', '栏目名称'), ('field', 'value', 'content', '内容'), ('evidence', 'title', 'title', '材料名称'), ('assignment', 'officer', 'officer', '责任人'),
  ('assignment', 'value', 'value', '数值'), ('summary', 'title', 'title', '名称'), ('entry', 'title', 'title', '名称'), ('entry', 'officer', 'officer', '责任人'),
  ('column', 'no_order', 'order', '排序'), ('column', 'seq', 'seq', '流水号'), ('column', 'at', 'at', '记账时间'), ('column', 'on', 'day', '日期'), ('column', 'actor', 'actor', '经办人'),
  ('column', 'action', 'action', '动作'), ('column', 'item', 'item', '事项'), ('column', 'ref', 'ref', '编号全称'), ('column', 'ledger', 'ledger', '台账'),
  ('column', 'unit', 'unit', '单位'), ('column', 'role', 'role', '分工'), ('column', 'state', 'state', '状态'), ('column', 'due', 'due', '完成时限'),
  ('column', 'baseline_due', 'baseline due', '原定时限'), ('column', 'days_left', 'days left', '剩余天数'), ('column', 'light', 'light', '预警'),
  ('column', 'late', 'late', '逾期'), ('column', 'percent', 'percent', '完成比例'), ('column', 'value', 'value', '数值'), ('column', 'risk', 'risk', '风险等级'),
  ('column', 'note', 'note', '内容'), ('column', 'problem', 'problem', '存在问题'), ('column', 'next_step', 'next step', '下步措施'),
  ('column', 'progress', 'progress', '进展情况'), ('column', 'happened_on', 'happened on', '发生日期'), ('column', 'asked_due', 'asked due', '申请延至'),
  ('column', 'field', 'field', '栏目'), ('column', 'old', 'old', '原内容'), ('column', 'new', 'new', '新内容'), ('column', 'no', 'no', '编号'),
  ('column', 'title', 'title', '工作任务'), ('column', 'detail', 'detail', '目标措施'), ('column', 'source', 'source', '任务来源'),
  ('column', 'parent', 'parent', '上级'), ('column', 'officer', 'officer', '领衔领导'), ('column', 'contact', 'contact', '责任人'),
  ('column', 'lead', 'lead', '牵头单位'), ('column', 'responsible', 'responsible', '责任单位'), ('column', 'support', 'support', '配合单位'),
  ('column', 'uid', 'uid', '唯一标识'), ('column', 'code', 'code', '编码'), ('column', 'name', 'name', '名称'), ('column', 'kind', 'kind', '类别'),
  ('column', 'retired', 'retired', '已撤销'), ('column', 'workflow', 'workflow', '流程'), ('column', 'template', 'template', '模板'),
  ('column', 'uri', 'file', '佐证材料'), ('column', 'sha256', 'sha256', '校验值'), ('column', 'size', 'bytes', '字节数'), ('column', 'evidence', 'evidence', '佐证数'),
  ('column', 'request', 'request', '请求号'), ('column', 'data', 'data', '附加数据'), ('column', 'type', 'type', '类型'), ('column', 'required', 'required', '必填'),
  ('column', 'choices', 'choices', '选项'), ('column', 'signed_at', 'signed at', '签收时间'), ('column', 'completed_at', 'completed at', '办结时间'),
  ('column', 'ended_at', 'ended at', '撤销时间'), ('column', 'started_on', 'dispatched on', '交办时间'), ('column', 'registered_on', 'registered on', '立项时间'),
  ('column', 'completed_on', 'completed on', '销号时间'), ('column', 'closed_at', 'closed at', '关闭时间'), ('column', 'requested_at', 'requested at', '申请销号时间'),
  ('column', 'requester', 'requester', '申请人'), ('column', 'suspended_on', 'suspended on', '中止时间'), ('column', 'goal', 'goal', '阶段目标'),
  ('column', 'returned', 'returned', '退回次数'), ('column', 'extended', 'extended', '延期次数'), ('column', 'urged', 'urged', '催办次数'),
  ('column', 'reopened', 'reopened', '重办次数'), ('column', 'entry', 'entry', '末次流水'), ('column', 'total', 'total', '总数'),
  ('column', 'registered', 'registered', '已立项'), ('column', 'dispatched', 'dispatched', '待签收'), ('column', 'in_progress', 'in progress', '办理中'),
  ('column', 'in_review', 'in review', '待审核'), ('column', 'notice', 'on notice', '公示中'), ('column', 'standing', 'standing', '长期坚持'),
  ('column', 'suspended', 'suspended', '已中止'), ('column', 'closed', 'closed', '已销号'), ('column', 'cancelled', 'cancelled', '已终止'),
  ('column', 'open', 'open', '未销号'), ('column', 'open_with_due', 'open with due', '有时限未销号'), ('column', 'overdue', 'overdue', '逾期'),
  ('column', 'on_time', 'on time', '按期销号'), ('column', 'completion', 'completion %', '销号率'), ('column', 'on_time_rate', 'on-time %', '按期率'),
  ('column', 'overdue_rate', 'overdue %', '逾期率'), ('column', 'red', 'red', '红灯'), ('column', 'yellow', 'yellow', '黄灯'), ('column', 'blue', 'blue', '蓝灯'),
  ('column', 'green', 'green', '绿灯'), ('column', 'grey', 'grey', '灰灯'), ('column', 'month', 'month', '月份'), ('column', 'items', 'items', '承担事项'),
  ('column', 'led', 'led', '牵头事项'), ('column', 'remark', 'remark', '备注'), ('column', 'row', 'row', '序号'), ('column', 'rule', 'rule', '规则'),
  ('column', 'message', 'message', '说明'), ('column', 'digest', 'digest', '封签'), ('column', 'blue_days', 'blue days', '蓝灯天数'),
  ('column', 'yellow_days', 'yellow days', '黄灯天数'), ('column', 'lag_points', 'lag points', '滞后百分点'), ('column', 'second_party', 'second party', '须第二方核查'),
  ('column', 'entries', 'entries', '流水'), ('column', 'assignments', 'assignments', '责任分工'), ('column', 'values', 'fields', '自定义栏目'),
  ('column', 'to_state', 'to', '转为'), ('column', 'needs_note', 'needs a text', '须填内容'), ('column', 'by', 'by', '由谁'),
  ('column', 'utc_offset', 'UTC offset', '时差'), ('column', 'given_clock', 'given clock', '给定时钟'), ('column', 'last_no', 'last number', '末号'),
  ('column', 'format', 'format', '格式'), ('column', 'sealed', 'sealed', '已封签');

CREATE TRIGGER label_frozen_insert BEFORE INSERT ON label BEGIN SELECT RAISE(ABORT, 'tl:label.frozen'); END;
CREATE TRIGGER label_frozen_update BEFORE UPDATE ON label BEGIN SELECT RAISE(ABORT, 'tl:label.frozen'); END;
CREATE TRIGGER label_frozen_delete BEFORE DELETE ON label BEGIN SELECT RAISE(ABORT, 'tl:label.frozen'); END;
