-- Synonyms: what a heading of an imported table means; and where the rows of imported tables came from.

CREATE TABLE synonym(
  -- 栏目别名. The headings that import understands beside the columns' own names and those of the ledger's fields. Built-in rows are fixed; an office adds its own by add_synonym, which go first.
  heading TEXT PRIMARY KEY,     -- without blanks, in small letters, not in full-width forms: as import compares it
  name TEXT NOT NULL,           -- what stands below it: a column that import takes, title, lead, milestone …; "-": nothing
  entry INTEGER                 -- the entry that last set it; NULL: built in
) STRICT, WITHOUT ROWID;
INSERT INTO synonym(heading, name)
  WITH RECURSIVE line(name, rest) AS (
    SELECT column1, column2 || ',' FROM (VALUES
      ('-', '-'),
      ('row', '序,行号,serial,s/n,no.,#'),
      ('no', '任务编号,事项编号,项目编号,清单编号,任务序号,任务id,编码,number,id,taskno,taskid'),
      ('title', '任务,任务名称,事项,事项名称,工作事项,工作内容,任务内容,主要任务,重点任务,重点工作,重点工作任务,具体任务,任务事项,项目名称,督办事项,督查事项,整改任务,问题,问题描述,存在的问题,反馈问题,具体问题,隐患,隐患内容,隐患描述,批示内容,意见建议,task,name,item,subject'),
      ('subtitle', '二级任务,子任务,任务(二级),工作任务(二级),subtask'),
      ('subsubtitle', '三级任务,任务(三级),工作任务(三级),subsubtask'),
      ('detail', '目标,工作目标,目标任务,任务目标,具体措施,工作措施,主要措施,整改措施,措施,任务要求,工作要求,目标要求,目标措施,整改目标,考核要点,具体内容,description,measures'),
      ('source', '来源,任务出处,文件依据,工作依据,依据,反馈来源,类别,任务类别,板块,工作板块,领域,origin,category'),
      ('officer', '牵头领导,分管领导,责任领导,挂图领导,包抓领导,负责领导,批示领导,leader'),
      ('lead', '牵头部门,牵头责任单位,主责单位,主办单位,主要责任单位,承办单位,主办部门,主责部门,leadunit,department,owner'),
      ('responsible', '责任部门,责任单位(部门),落实单位,整改责任单位,整改单位,责任主体,单位,部门,responsibleunit'),
      ('support', '配合部门,协办单位,参与单位,协助单位,协同单位,配合责任单位,协办部门,supportunit'),
      ('contact', '联系人,经办人,具体责任人,责任人员,负责人,整改责任人,assignee'),
      ('due', '时限,期限,完成时间,完成日期,办理时限,办结时限,时间要求,截止时间,截止日期,整改时限,整改期限,计划完成时间,完成期限,时间节点,deadline,duedate'),
      ('risk', '风险,风险级别,隐患等级,priority'),
      ('parent', '上级编号,上级任务,所属任务,父级'),
      ('milestone', '任务分解,时序进度,任务分解/时序进度,任务分解及时序进度,阶段任务,进度安排,时间进度,时间安排,工作节点,节点任务,节点,推进计划,工作计划,月度计划,实施步骤,milestones,schedule'),
      ('progress', '进展,工作进展,目前进展,进展情况及成效,推进情况,落实情况,完成情况,工作进度,整改进展,整改情况,办理情况,progressreport'),
      ('percent', '进度,完成率,完成进度,完成百分比,进度比例,%,percentdone'),
      ('problem', '困难问题,存在困难,存在问题及困难,问题困难,问题与困难,issues'),
      ('next_step', '下步打算,下一步措施,下一步打算,下一步工作,下一步计划,下步工作,下步计划,nextsteps'),
      ('state', '办理状态,完成状态,任务状态,当前状态,整改状态,是否完成,status'),
      ('remark', '说明,注,其他,remarks,comment,comments'))
    UNION ALL
    SELECT name, substr(rest, instr(rest, ',') + 1) FROM line WHERE rest <> '')
  SELECT min(substr(rest, 1, instr(rest, ',') - 1)), min(name) FROM line WHERE rest <> '' GROUP BY substr(rest, 1, instr(rest, ',') - 1);
INSERT INTO synonym(heading, name) VALUES ('subtitle', 'subtitle'), ('subsubtitle', 'subsubtitle'), ('milestone', 'milestone');

CREATE TRIGGER synonym_journal_insert BEFORE INSERT ON synonym
  WHEN EXISTS (SELECT 1 FROM synonym WHERE heading = NEW.heading)
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'add_synonym' AND title = NEW.heading AND field = NEW.name)
BEGIN SELECT RAISE(ABORT, 'tl:synonym.journal'); END;
CREATE TRIGGER synonym_journal_update AFTER UPDATE ON synonym
  WHEN NEW.heading <> OLD.heading OR OLD.entry IS NULL OR NEW.entry IS NULL OR NEW.entry <= OLD.entry
    OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.entry AND action = 'add_synonym' AND title = NEW.heading AND field = NEW.name)
BEGIN SELECT RAISE(ABORT, 'tl:synonym.journal'); END;
CREATE TRIGGER synonym_journal_delete BEFORE DELETE ON synonym BEGIN SELECT RAISE(ABORT, 'tl:synonym.journal'); END;

CREATE TRIGGER rare_rule_synonym INSTEAD OF INSERT ON rare_rule WHEN NEW.action = 'add_synonym' OR NEW.action = 'import' BEGIN
  SELECT CASE
    WHEN coalesce(NEW.item, NEW.unit, NEW.state, NEW.due, NEW.risk, NEW.percent, NEW.value, NEW.role, NEW.officer, NEW.happened_on, NEW.no, NEW.due_text, NEW.parent,
      NEW.uid, NEW.code, NEW.kind, NEW.detail, NEW.source, NEW.workflow, NEW.required, NEW.series, NEW.period, NEW.old, NEW.new) IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.action = 'add_synonym' THEN CASE
      WHEN NEW.ledger IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
      WHEN NEW.title IS NULL OR length(NEW.title) > 200 OR lower(NEW.title) <> NEW.title OR NEW.title GLOB '*[' || char(9, 10, 13, 32, 160, 12288) || char(65281) || '-' || char(65374) || ']*'
        THEN RAISE(ABORT, 'tl:synonym.heading')
      WHEN NEW.field IS NULL OR NOT EXISTS (SELECT 1 FROM synonym WHERE name = NEW.field AND entry IS NULL) THEN RAISE(ABORT, 'tl:synonym.name')
      WHEN EXISTS (SELECT 1 FROM synonym WHERE heading = NEW.title AND (entry IS NULL OR name = NEW.field)) THEN RAISE(ABORT, 'tl:synonym.taken') END
    WHEN NEW.field IS NOT NULL THEN RAISE(ABORT, 'tl:entry.extra')
    WHEN NEW.ledger IS NULL OR NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.ledger) THEN RAISE(ABORT, 'tl:ledger.id')
    WHEN NEW.uri IS NULL OR NEW.sha256 IS NULL THEN RAISE(ABORT, 'tl:import.file')
  END;
END;

CREATE TRIGGER rare_fold_synonym INSTEAD OF INSERT ON rare_fold WHEN NEW.action = 'add_synonym' OR NEW.action = 'import' BEGIN
  UPDATE synonym SET name = NEW.field, entry = NEW.seq WHERE NEW.action = 'add_synonym' AND heading = NEW.title;
  INSERT INTO synonym(heading, name, entry)
    SELECT NEW.title, NEW.field, NEW.seq WHERE NEW.action = 'add_synonym' AND NOT EXISTS (SELECT 1 FROM synonym WHERE heading = NEW.title);
  UPDATE ledger SET entry = NEW.seq WHERE id = NEW.ledger;
  SELECT RAISE(ABORT, 'tl:entry.fold') WHERE NOT CASE NEW.action WHEN 'import' THEN (SELECT entry FROM ledger WHERE id = NEW.ledger) IS NEW.seq
    ELSE (SELECT entry FROM synonym WHERE heading = NEW.title) IS NEW.seq END;
END;

CREATE VIEW import_row AS
  -- 导入来源. Which row of which file each imported entry came from: SELECT file, sha256, sheet, "row" FROM import_row WHERE item = 7. An entry of a row bears
  -- import:<import>:<row> in request, with what it is in the row behind it: import is the entry that names the file.
  SELECT e.seq, e.item, e.action, f.seq AS import, f.uri AS file, f.sha256, f.title AS sheet, CAST(substr(e.request, instr(substr(e.request, 8), ':') + 8) AS INTEGER) AS "row"
  FROM entry e JOIN entry f ON f.seq = CAST(substr(e.request, 8) AS INTEGER) AND f.action = 'import'
  WHERE e.request >= 'import:' AND e.request < 'import;' AND e.item IS NOT NULL;
