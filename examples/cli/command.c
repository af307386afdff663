/* command.c - the table of commands, and finding in it what a command line asks for. Help is printed from it by help.c. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "message.h"

#define B(id) OPT_BIT(OPT_##id)
/* What goes along with any action, and what only some have: which, is the rules' to say; here it is said before they are asked. */
#define OF_ACTION (B(NOTE) | B(UNIT) | B(SET) | B(ON) | B(FILE) | B(EXPECT) | B(REQUEST))
#define OF_FIGURES (B(PERCENT) | B(VALUE) | B(PROBLEM) | B(NEXT))
#define OF_POSTING (OF_ACTION | OF_FIGURES | B(DUE) | B(RISK) | B(ROLE) | B(OFFICER) | B(TITLE) | B(LEVEL))
#define OF_ADD                                                                                                                                                 \
    (B(NO) | B(DETAIL) | B(SOURCE) | B(OFFICER) | B(DUE) | B(RISK) | B(NOTE) | B(ON) | B(LEAD) | B(RESPONSIBLE) | B(SUPPORT) | B(MENTOR) | B(MENTEE) |         \
        B(PARENT) | B(FIELD) | B(REQUEST))
#define OF_ASSIGN (B(ROLE) | B(OFFICER) | B(NOTE) | B(ON) | B(EXPECT) | B(REQUEST))
#define OF_LIST                                                                                                                                                \
    (B(STATE) | B(UNIT) | B(SUB_UNITS) | B(ROLE) | B(LIGHT) | B(RISK) | B(DUE_BEFORE) | B(DUE_AFTER) | B(TEXT) | B(PARENT) | B(FIELD) | B(OFFICER) |           \
        B(POSTED_BY) | B(ORDER) | B(LIMIT) | B(AFTER) | B(LISTED))
#define OF_LISTING (B(NOTE) | B(ON) | B(EXPECT) | B(REQUEST))
/* An action's row: REF and at most a NOTE; own: the options that not every action has. */
#define ACTION(name, usage, own, en, zh)                                                                                                                       \
    {                                                                                                                                                          \
        NULL, name, usage, en, zh, post_action, 1, 2, BOOK_WRITE, 1, OF_ACTION | (own)                                                                         \
    }

const struct command command_rows[] = {
    { NULL, "init", "[--title T] [--given-clock] [--utc-offset ±HH:MM]", "make a book", "建立台账库", book_init, 0, 0, BOOK_NONE, 0,
        B(TITLE) | B(GIVEN_CLOCK) | B(UTC_OFFSET) },
    { NULL, "info", "", "what the book says of itself", "台账库概况", book_info, 0, 0, BOOK_FILE, 0, 0 },
    { NULL, "verify", "[--against FILE]", "check the whole book; writes nothing", "全面核验，不作改动", book_verify, 0, 0, BOOK_FILE, 0, B(AGAINST) },
    { NULL, "checkpoint", "", "one line to keep elsewhere: uid, seq, digest, time", "输出锚点一行，请另行保存", book_checkpoint, 0, 0, BOOK_FILE, 0, 0 },
    { NULL, "backup", "FILE", "copy the book into a new file", "备份到新文件", book_backup, 1, 1, BOOK_FILE, 0, 0 },

    { "unit", "add", "CODE NAME [--parent CODE] [--kind K]", "add a unit", "设立单位", unit_add, 2, 2, BOOK_WRITE, 0, B(PARENT) | B(KIND) | B(REQUEST) },
    { "unit", "rename", "CODE NAME", "give a unit another name", "单位更名", unit_rename, 2, 2, BOOK_WRITE, 0, 0 },
    { "unit", "retire", "CODE", "retire a unit: it takes no new assignments", "撤销单位", unit_retire, 1, 1, BOOK_WRITE, 0, 0 },
    { "unit", "appoint", "CODE [OFFICER] [--note TEXT]", "put a person into a post, whose duties stay with it; without a person it is vacant",
        "任职：职责随岗位走；不写人员即空缺", unit_appoint, 1, 2, BOOK_WRITE, 0, B(NOTE) },
    { "unit", "holders", "[CODE]", "who held a post, and from when to when", "历任任职人", unit_holders, 0, 1, BOOK_READ, 0, 0 },
    { "unit", "list", "", "list the units", "列出单位", unit_list, 0, 0, BOOK_READ, 0, 0 },
    { "ledger", "add", "CODE TITLE [--template TEMPLATE] [--workflow WORKFLOW] [--definition FILE.json] [--source DOC]", "add a ledger", "建立台账", ledger_add,
        2, 2, BOOK_WRITE, 0, B(TEMPLATE) | B(WORKFLOW) | B(DEFINITION) | B(SOURCE) | B(REQUEST) },
    { "ledger", "set", "CODE NAME=CONTENT...", "change title, source, catalogue, edition or a policy (ledger show lists them)",
        "更正台账：title、source、catalogue、edition 及 ledger show 所列规则", ledger_set, 2, -1, BOOK_WRITE, 0, 0 },
    { "ledger", "field", "CODE FIELD TITLE [--type T] [--choices A,B,...] [--required]", "give a ledger's items one more field", "增设栏目", ledger_field, 3, 3,
        BOOK_WRITE, 0, B(TYPE) | B(CHOICES) | B(REQUIRED) },
    { "ledger", "list", "", "list the ledgers", "列出台账", ledger_list, 0, 0, BOOK_READ, 0, 0 },
    { "ledger", "show", "CODE", "show a ledger and its fields", "查看台账及其栏目", ledger_show, 1, 1, BOOK_READ, 0, 0 },

    { "template", "list", "", "list the templates: ready-made kinds of ledger", "列出台账模板", template_list, 0, 0, BOOK_READ, 0, 0 },
    { "template", "show", "TEMPLATE", "show the workflow, policies and fields of a template", "查看模板的流程、规则和栏目", template_show, 1, 1, BOOK_READ, 0,
        0 },
    { "datum", "add", "CODE TITLE [--type T] [--choices A,B,...] [--source DOC]", "add a datum, which units fill in once for each period", "设立数据项",
        datum_add, 2, 2, BOOK_WRITE, 0, B(TYPE) | B(CHOICES) | B(SOURCE) | B(REQUEST) },
    { "datum", "list", "", "list the data, and the ledgers that list them", "列出数据项及列有它的台账", datum_list, 0, 0, BOOK_READ, 0, 0 },
    { "datum", "use", "LEDGER DATUM", "list a datum in a ledger: its form shows the one value", "将数据项列入台账的表格", datum_use, 2, 2, BOOK_WRITE, 0, 0 },
    { NULL, "fill", "UNIT DATUM PERIOD VALUE [NOTE]", "fill in a datum, once for a unit and a period (2023, 2023-Q1, 2023-06, 2023-06-30)",
        "填报数据项（同一单位同一期次只填一次）", datum_fill, 4, 5, BOOK_WRITE, 0, B(REQUEST) },
    { NULL, "correct", "UNIT DATUM PERIOD VALUE NOTE", "correct what was filled in, with a reason", "更正填报内容并写明理由", datum_correct, 4, 5, BOOK_WRITE,
        0, B(NOTE) | B(REQUEST) },
    { NULL, "form", "LEDGER [--period P] [--as-of DATE]", "the form of a ledger: the data it lists, as they were filled in", "查看台账的表格（一张表）",
        datum_form, 1, 1, BOOK_READ, 0, B(PERIOD) },

    { "workflow", "list", "", "list the workflows: those built in, and one's own", "列出流程", workflow_list, 0, 0, BOOK_READ, 0, 0 },
    { "workflow", "show", "WORKFLOW", "show the moves of a workflow", "查看流程的流转", workflow_show, 1, 1, BOOK_READ, 0, 0 },
    { "calendar", "import", "FILE [--source DOC] [--dry-run]",
        "set the days of a CSV file (day, kind, name): holidays, and weekends worked instead; all or none",
        "导入工作日历（日期、类型、名称）：节假日与调休上班日，全部成功或全不导入", import_calendar, 1, 1, BOOK_WRITE, 0, B(SOURCE) | B(DRY_RUN) | B(FORMAT) },
    { "calendar", "set", "DAY holiday|workday [--title T] [--source DOC]", "set one day of the calendar", "设定一天为休或班", calendar_set, 2, 2, BOOK_WRITE, 0,
        B(TITLE) | B(SOURCE) },
    { "calendar", "list", "[YEAR]", "which calendars the book has, or the days of a year", "列出工作日历，或某年的各天", calendar_list, 0, 1, BOOK_READ, 0, 0 },
    { "series", "add", "LEDGER CODE TITLE --cycle monthly|quarterly|yearly|days --day D --from PERIOD [--adjust before|after] [--lead UNIT] [--detail T]",
        "add a series: what comes again, month by month or year by year", "设立周期任务：月排查、季研判、年报告", series_add, 3, 3, BOOK_WRITE, 0,
        B(CYCLE) | B(DAY) | B(FROM) | B(ADJUST) | B(LEAD) | B(DETAIL) | B(REQUEST) },
    { "series", "end", "SERIES PERIOD [--note TEXT]", "end a series with this period; one before its first: it has none",
        "终止周期任务，指定末期（早于首期即一期也没有）", series_end, 2, 2, BOOK_WRITE, 0, B(NOTE) },
    { "series", "list", "[LEDGER]", "list the series, with how their periods so far went", "列出周期任务及各期完成情况", series_list, 0, 1, BOOK_READ, 0, 0 },
    { "series", "show", "SERIES [--as-of DATE]", "show the periods of a series: done, late, missed, open, to come", "查看周期任务的各期", series_show, 1, 1,
        BOOK_READ, 0, 0 },
    { "series", "run", "[SERIES] --to DATE", "make the items that are missing, each once, all or none; prints their REFs",
        "生成尚缺的各期事项（每期一次，全部成功或全不生成），输出编号全称", series_run, 0, 1, BOOK_WRITE, 0, B(TO) },

    { NULL, "add",
        "LEDGER TITLE [--no NO] [--due DATE] [--lead UNIT] [--responsible UNIT]... [--support UNIT]... [--mentor UNIT]... [--mentee UNIT]... [--field K=V]... "
        "[...]",
        "register an item with its assignments; prints its REF", "立项并分工，输出编号全称", item_add, 2, 2, BOOK_WRITE, 0, OF_ADD },
    { NULL, "assign", "REF UNIT [--role lead|responsible|support|mentor|mentee] [--officer NAME]", "assign a unit to an item (role: responsible)",
        "分工（缺省为责任单位）", post_assign, 2, 2, BOOK_WRITE, 0, OF_ASSIGN },
    { NULL, "unassign", "REF UNIT", "take an assignment back", "撤销分工", post_unassign, 2, 2, BOOK_WRITE, 0, B(NOTE) | B(ON) | B(EXPECT) | B(REQUEST) },
    { NULL, "enlist", "REF LEDGER [NOTE] [--no NO]", "list an item in another ledger, too; prints its REF there", "将事项列入另一台账，输出在该台账的编号全称",
        post_enlist, 2, 3, BOOK_WRITE, 0, OF_LISTING | B(NO) },
    { NULL, "delist", "REF LEDGER [NOTE]", "take an item off another ledger's list", "将事项移出另一台账", post_delist, 2, 3, BOOK_WRITE, 0, OF_LISTING },
    { NULL, "post", "REF ACTION [NOTE] [the options of the action]", "post any action to an item", "对事项记账（任一动作）", post_any, 2, 3, BOOK_WRITE, 0,
        OF_POSTING },
    { NULL, "show", "REF [--as-of DATE]", "show an item with all that belongs to it", "查看事项", item_show, 1, 1, BOOK_READ, 0, 0 },
    { NULL, "list", "[LEDGER] [--state S] [--unit U] [--light L] [--due-before D] [--text T] [--limit N] [...]", "list items", "列出事项", item_list, 0, 1,
        BOOK_READ, 0, OF_LIST },
    { NULL, "due", "[LEDGER] [--within N]", "what is overdue or due within N days, soonest first", "即将到期和已逾期的事项，时限近者在前", item_due, 0, 1,
        BOOK_READ, 0, B(WITHIN) | B(LIMIT) | B(AFTER) },
    { NULL, "mine", "[LEDGER] --unit U [--sub-units]", "what a unit owes: open items, but for those of which it has completed its own line, soonest first",
        "某单位待办的事项（本单位已办结的除外），时限近者在前", item_mine, 0, 1, BOOK_READ, 0, B(UNIT) | B(SUB_UNITS) | B(LIMIT) | B(AFTER) },
    { NULL, "search", "WORD... [--ledger LEDGER] [--count] [--limit N] [--after REF] [--as-of DATE] [--drop-index | --rebuild-index]",
        "find items by words, all of them, in title, detail, fields and the texts of the entries; newest first",
        "按文字检索（各词都要有）：工作任务、目标措施、栏目和流水内容，新的在前", search_items, 0, -1, BOOK_TEND, 0,
        B(LEDGER) | B(COUNT_ONLY) | B(LIMIT) | B(AFTER) | B(DROP_INDEX) | B(REBUILD_INDEX) },
    { NULL, "log", "[REF] [--action ACTION] [--as-of DATE]", "the journal, of an item or whole", "查看流水", item_log, 0, 1, BOOK_READ, 0, B(ACTION) },
    { NULL, "board", "[LEDGER] [--by ledger|unit] [--as-of DATE]", "how far each ledger or unit is, with its lights, red first",
        "看板：各台账或单位的销号进度和亮灯，红灯在前", board_show, 0, 1, BOOK_READ, 0, B(BY) },
    { NULL, "stats", "[LEDGER] [--by ledger|unit|unit-tree|state|month|risk|all] [--rates] [--from DATE] [--to DATE] [--as-of DATE] [--check]",
        "statistics; of a period: of the items due in it; --check: whether they agree", "统计；指定期间时，按完成时限在期间内的事项统计；--check 核对是否一致",
        report_stats, 0, 1, BOOK_READ, 0, B(BY) | B(RATES) | B(FROM) | B(TO) | B(CHECK) },
    { NULL, "scorecard", "[LEDGER] [--unit UNIT] [--as-of DATE]",
        "a score for each unit in the lead, lowest first: 100 less points for what was late, returned, reopened, urged; of a unit why",
        "牵头单位评分，低分在前：100分减逾期、退回、重办、催办的扣分；指定单位时列出扣分原因", report_scorecard, 0, 1, BOOK_READ, 0, B(UNIT) },
    { NULL, "import",
        "LEDGER FILE [--format FORMAT] [--sheet SHEET] [--map HEADER=FIELD]... [--mapping FILE] [--save-mapping FILE] [--unknown keep|refuse] [--create-units] "
        "[--on-conflict fail|skip|update] [--dry-run]",
        "bring a table into a ledger (- for what comes in), all or none", "将表格导入台账，全部成功或全不导入", import_table, 2, 2, BOOK_WRITE, 0,
        B(FORMAT) | B(SHEET) | B(MAP) | B(MAPPING) | B(SAVE_MAPPING) | B(UNKNOWN) | B(CREATE_UNITS) | B(ON_CONFLICT) | B(DRY_RUN) },
    { "synonym", "add", "HEADING FIELD", "say what a heading of tables means: title, lead, due", "设定表头别名", synonym_add, 2, 2, BOOK_WRITE, 0, 0 },
    { "synonym", "list", "", "list the headings that import understands", "列出表头别名", synonym_list, 0, 0, BOOK_READ, 0, 0 },
    { NULL, "export", "[LEDGER] [--format F] [--columns NAMES] [--bom] [--unit UNIT] [-o FILE] [--as-of DATE]",
        "the table people expect (csv, md, xlsx), the board (html), items whole (json), what is open as tasks for a calendar (ics, also of one unit), or the "
        "journal of the book (jsonl)",
        "导出台账表（csv、md、xlsx）、看板（html）、完整事项（json）、未销号事项的日历待办（ics，可只要一个单位的）或全部流水（jsonl）", exchange_export, 0, 1,
        BOOK_READ, 0, B(FORMAT) | B(COLUMNS) | B(BOM) | B(UNIT) | B(OUTPUT) },
    { NULL, "restore", "FILE", "make the book anew from a journal that export wrote as jsonl (- for what comes in)", "用 export 导出的 jsonl 流水重建台账库",
        exchange_restore, 1, 1, BOOK_NONE, 0, 0 },
    { NULL, "dossier", "REF -o DIR", "write an item as a folder: cover sheet, every entry, evidence, and a script that checks them against the digest chain",
        "一事项一档案：封面、全部流水、佐证材料和核验脚本，写成一个新文件夹", dossier_write, 1, 1, BOOK_FILE, 0, B(OUTPUT) },
    { NULL, "warn", "[LEDGER|REF] [--dry-run]", "raise every warning that is due (of a ledger, of an item), each once for a due date; lists what it raised",
        "发出所有（某台账、某事项）到期应发的预警（同一时限只发一次），并列出", warning_raise, 0, 1, BOOK_WRITE, 0, B(DRY_RUN) },
    { NULL, "warnings", "[LEDGER] [--open] [--as-of DATE]", "list the warnings raised", "列出已发预警", warning_list, 0, 1, BOOK_READ, 0, B(OPEN) },
    { NULL, "escalation", "[LEDGER] [--as-of DATE]", "who is to be urged, given notice, named in a circular or called in next, and why",
        "下一步应催办、督办、通报或约谈的事项及缘由", warning_escalation, 0, 1, BOOK_READ, 0, 0 },

    { NULL, "counters", "[LEDGER] [--by month | --rates] [--as-of DATE]", "the counters: what was counted, by month and unit, or as a share of another",
        "工作计数：总数，按月和单位，或占比", counter_list, 0, 1, BOOK_READ, 0, B(BY) | B(RATES) },
    { NULL, "pairs", "[LEDGER] [--as-of DATE]", "the pairs of mentor and mentee", "帮带对子", pair_list, 0, 1, BOOK_READ, 0, 0 },

    ACTION("dispatch", "REF [NOTE] [--due DATE]", B(DUE), "give the item out to its lead unit", "交办"),
    ACTION("acknowledge", "REF [NOTE] [--unit UNIT]", 0, "a unit signs for the item", "签收"),
    ACTION("decline", "REF NOTE", 0, "the lead hands it back, with a reason", "退签"),
    ACTION("report", "REF NOTE [--unit UNIT] [--percent N] [--value N] [--problem TEXT] [--next TEXT]", OF_FIGURES, "a unit reports how far it is", "反馈进展"),
    ACTION("complete", "REF [NOTE] [--unit UNIT]", OF_FIGURES, "a unit has completed its own line", "办结本单位任务"),
    { NULL, "attach", "REF FILE... [--title T] [--unit UNIT]", "attach evidence: files or addresses", "提交佐证材料", post_attach, 1, -1, BOOK_WRITE, 1,
        OF_ACTION | B(TITLE) },
    ACTION("urge", "REF NOTE", 0, "press the units to get on", "催办"),
    ACTION("hear", "REF NOTE", 0, "a meeting hears how far it is", "听取汇报"),
    ACTION("instruct", "REF NOTE", 0, "record an instruction from above", "批示"),
    ACTION("notify", "REF NOTE", 0, "give notice to the units (the first red)", "督办通知"),
    ACTION("circulate", "REF NOTE", 0, "name it in a circular (the second red)", "通报"),
    ACTION("talk", "REF NOTE", 0, "call a unit in for a talk", "约谈"),
    ACTION("acknowledge-warning", "REF [NOTE] [--level LEVEL]", B(LEVEL), "acknowledge a warning: of this level, else the newest that waits", "签收预警"),
    ACTION("comment", "REF NOTE", 0, "add a remark", "备注"),
    ACTION("count", "REF [NOTE] [--value N] [--unit UNIT] [--on DATE]", B(VALUE), "count an occurrence, or so many (below 0, with a reason: take back)",
        "计数（负数为冲减，须写明理由）"),
    ACTION("request-extension", "REF NOTE --due DATE [--unit UNIT]", B(DUE), "ask for a later due date", "申请延期"),
    ACTION("grant-extension", "REF [NOTE] [--due DATE]", B(DUE), "grant the extension asked for", "同意延期"),
    ACTION("refuse-extension", "REF NOTE", 0, "refuse the extension asked for", "不同意延期"),
    ACTION("make-standing", "REF NOTE --due DATE", B(DUE), "keep it up for good; the note is the goal, the date the next review",
        "转长期坚持（内容为阶段目标，时限为下次回顾）"),
    ACTION("request-close", "REF [NOTE] [--file FILE]...", 0, "the lead requests close-out", "申请销号"),
    ACTION("withdraw", "REF [NOTE]", 0, "the lead withdraws the request", "撤回申请"),
    ACTION("return", "REF NOTE [--due DATE]", B(DUE), "return it to be done again, with a reason", "退回重办"),
    ACTION("close", "REF [NOTE]", 0, "verified: close it out", "销号"),
    ACTION("end-notice", "REF [NOTE]", 0, "the public notice has ended without objection", "公示结束"),
    ACTION("object", "REF NOTE [--due DATE]", B(DUE), "an objection was made during the public notice", "公示异议"),
    ACTION("reopen", "REF NOTE [--due DATE]", B(DUE), "found wanting on looking back: open it again", "回头看不合格，重办"),
    ACTION("suspend", "REF NOTE", 0, "stop the clock", "中止"),
    ACTION("resume", "REF [NOTE]", 0, "go on; the due date moves by the days stopped", "恢复办理，时限顺延"),
    ACTION("cancel", "REF NOTE", 0, "end it without result", "终止"),
    ACTION("amend", "REF [NOTE] --set K=V...", B(DUE) | B(TITLE) | B(OFFICER), "correct no, title, detail, source, officer, due, parent or a custom field",
        "更正事项内容或自定义栏目"),
    ACTION("rate", "REF NOTE --risk LEVEL", B(RISK), "set the risk level, with a reason", "定级"),
};
const size_t command_row_count = sizeof command_rows / sizeof *command_rows;

static int same_name(const char *typed, const char *name)
{
    while (*typed && (*typed == *name || (*typed == '_' && *name == '-')))
        typed++, name++;
    return *typed == *name;
}

int command_is_group(const char *word)
{
    for (size_t i = 0; i < command_row_count; i++)
        if (command_rows[i].group && strcmp(command_rows[i].group, word) == 0)
            return 1;
    return 0;
}

static const struct command *find_row(const char *group, const char *name)
{
    for (size_t i = 0; i < command_row_count; i++) {
        const struct command *row = &command_rows[i];
        int of_group = group ? row->group && strcmp(row->group, group) == 0 : !row->group;
        if (of_group && same_name(name, row->name))
            return row;
    }
    return NULL;
}

/* Can post name it? */
static int is_posted(const struct command *row)
{
    return row->is_action || row->run == post_assign || row->run == post_unassign || row->run == warning_raise;
}

const struct command *command_action(const char *name)
{
    const struct command *row = find_row(NULL, name);
    return row && is_posted(row) ? row : NULL;
}

const char **command_actions(size_t *count)
{
    const char **names = calloc(command_row_count, sizeof *names);
    *count = 0;
    for (size_t i = 0; names && i < command_row_count; i++)
        if (is_posted(&command_rows[i]))
            names[(*count)++] = command_rows[i].name;
    return names;
}

/* The names that may stand where the unknown word stands: behind group, or first on the line. free() the list. */
static const char **names_at(const char *group, size_t *count)
{
    const char **names = calloc(command_row_count, sizeof *names);
    *count = 0;
    for (size_t i = 0; names && i < command_row_count; i++) {
        const struct command *row = &command_rows[i];
        if (!group)
            names[(*count)++] = row->group ? row->group : row->name;
        else if (row->group && strcmp(row->group, group) == 0)
            names[(*count)++] = row->name;
    }
    return names;
}

static int unknown_command(const struct cli *cli, const char *group, const char *word)
{
    size_t count;
    const char **names = names_at(group, &count);
    const char *nearest = names ? tl_nearest(word, names, count) : NULL;
    const char *before = group ? group : "", *blank = group ? " " : "";
    int status = nearest ? fail(cli, EXIT_USAGE, "unknown command '%s%s%s'; did you mean '%s%s%s'?", before, blank, word, before, blank, nearest)
                         : fail(cli, EXIT_USAGE, "unknown command '%s%s%s'; see taskledger %s%s--help", before, blank, word, before, blank);
    free(names);
    return status;
}

static int usage_failure(const struct cli *cli, const char *what, const char *word)
{
    const struct command *row = cli->command;
    return fail(cli, EXIT_USAGE, "%s%s; usage: taskledger %s%s%s%s%s", message_said(cli, what), word, row->group ? row->group : "", row->group ? " " : "",
        row->name, *row->usage ? " " : "", row->usage);
}

static int check_words(const struct cli *cli)
{
    const struct command *row = cli->command;
    if (cli->word_count < row->least)
        return usage_failure(cli, "something is missing", "");
    if (row->most >= 0 && cli->word_count > row->most)
        return usage_failure(cli, "one word too many: ", cli->words[row->most]);
    return EXIT_DONE;
}

option_set command_options(const struct command *row)
{
    return row->options | (row->mode == BOOK_READ || row->mode == BOOK_TEND ? OPT_BIT(OPT_AS_OF) : 0);
}

static int check_options(const struct cli *cli)
{
    for (int id = 0; id < OPT_COUNT; id++)
        if (cli->options.text[id] && !(OPT_BIT(id) & (command_options(cli->command) | OPT_OF_ALL)))
            return usage_failure(cli, "this command takes no --", option_rows[id].name);
    return EXIT_DONE;
}

int command_find(struct cli *cli)
{
    const char *group = NULL;
    if (command_is_group(cli->words[0])) {
        group = *cli->words++;
        if (--cli->word_count == 0)
            return fail(cli, EXIT_USAGE, "'%s' is the first word of several commands; see taskledger %s --help", group, group);
    }
    cli->command = find_row(group, cli->words[0]);
    if (!cli->command)
        return unknown_command(cli, group, cli->words[0]);
    cli->words++;
    cli->word_count--;
    return EXIT_DONE;
}

int command_check(const struct cli *cli)
{
    int status = check_options(cli);
    return status == EXIT_DONE ? check_words(cli) : status;
}
