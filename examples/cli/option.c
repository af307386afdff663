/* option.c - the table of options and the reading of a command line by getopt_long. What the values mean is left to the library. */
#include "option.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"

#define SHORT_FORMS ":b:a:o:h" /* the colon first: a missing value is told from an unknown option */
#define LONG_BASE 256          /* what getopt_long returns for the first option: above every letter */

const struct option_row option_rows[OPT_COUNT] = {
    [OPT_BOOK] = { "book", 'b', 0, "FILE", "the book; else $TASKLEDGER_BOOK, else ./taskledger.db", "台账库文件；缺省为 $TASKLEDGER_BOOK 或 ./taskledger.db" },
    [OPT_ACTOR] = { "actor", 'a', 0, "NAME", "who makes the entry; else $TASKLEDGER_ACTOR, else the login name", "经办人；缺省为 $TASKLEDGER_ACTOR 或登录名" },
    [OPT_JSON] = { "json", 0, 0, NULL, "results and errors as JSON", "以 JSON 输出结果和错误" },
    [OPT_LANG] = { "lang", 0, 0, "en|zh", "language of headings and messages; else by the locale", "语言；缺省按系统区域设置" },
    [OPT_TODAY] = { "today", 0, 0, "DATE", "the day it is; else $TASKLEDGER_TODAY, else by the clock", "当天日期；缺省为 $TASKLEDGER_TODAY 或系统时钟" },
    [OPT_VERSION] = { "version", 0, 0, NULL, "print the version", "显示版本" },
    [OPT_HELP] = { "help", 'h', 0, NULL, "print help, of a command when one is named", "显示帮助；可与命令同用" },
    [OPT_TITLE] = { "title", 0, 0, "T", "a title: of the book, or of the evidence", "名称：台账库的，或佐证材料的" },
    [OPT_GIVEN_CLOCK] = { "given-clock", 0, 0, NULL, "entries take their time from --today", "流水时间取自 --today" },
    [OPT_UTC_OFFSET] = { "utc-offset", 0, 0, "±HH:MM", "the book's offset from UTC; else the machine's", "与 UTC 的时差；缺省为本机时差" },
    [OPT_PARENT] = { "parent", 0, 0, "REF", "what it belongs under: a unit's code, an item's REF", "上级：单位编码，或事项编号全称" },
    [OPT_KIND] = { "kind", 0, 0, "K", "kind of unit, in your own words", "单位类别，自行命名" },
    [OPT_TEMPLATE] = { "template", 0, 0, "TEMPLATE", "what kind of ledger: tasks (the default), hazards …; see template list",
        "台账模板：tasks（缺省）、hazards 等，见 template list" },
    [OPT_SOURCE] = { "source", 0, 0, "DOC", "the source document", "任务来源" },
    [OPT_TYPE] = { "type", 0, 0, "T", "text (the default), integer, number, date, choice or unit", "类型：text（缺省）、integer、number、date、choice、unit" },
    [OPT_CHOICES] = { "choices", 0, 0, "A,B,...", "what can be chosen, with commas between", "可选内容，用逗号分开" },
    [OPT_REQUIRED] = { "required", 0, 0, NULL, "must be filled in before dispatch", "交办前必须填写" },
    [OPT_NO] = { "no", 0, 0, "NO", "its number; else the next one", "编号；缺省为下一号" },
    [OPT_DETAIL] = { "detail", 0, 0, "T", "target and measures", "目标措施" },
    [OPT_DUE] = { "due", 0, 0, "DATE", "due date: 2023-06-30, or in words: 6月底前, 5个工作日内", "完成时限，如 2023-06-30、6月底前、5个工作日内" },
    [OPT_LEAD] = { "lead", 0, 0, "UNIT", "the unit in the lead", "牵头单位" },
    [OPT_RESPONSIBLE] = { "responsible", 0, 1, "UNIT", "a responsible unit; may be repeated", "责任单位，可多次" },
    [OPT_SUPPORT] = { "support", 0, 1, "UNIT", "a supporting unit; may be repeated", "配合单位，可多次" },
    [OPT_MENTOR] = { "mentor", 0, 1, "UNIT", "of a pair: the unit that helps; may be repeated", "结对：帮带单位，可多次" },
    [OPT_MENTEE] = { "mentee", 0, 1, "UNIT", "of a pair: the unit that is helped; may be repeated", "结对：被帮带单位，可多次" },
    [OPT_RISK] = { "risk", 0, 0, "LEVEL", "high, medium or low", "风险等级：high 高、medium 中、low 低" },
    [OPT_FIELD] = { "field", 0, 1, "K=V", "a custom field's content, the field by code or title; may be repeated", "自定义栏目的内容，可多次" },
    [OPT_UNIT] = { "unit", 0, 0, "UNIT", "a unit, by code or name", "单位，编码或名称" },
    [OPT_ROLE] = { "role", 0, 0, "ROLE", "lead, responsible, support, mentor or mentee",
        "分工：lead 牵头、responsible 责任、support 配合、mentor 帮带、mentee 被帮带" },
    [OPT_OFFICER] = { "officer", 0, 0, "NAME", "the person: in the unit, or the leading official of an item", "责任人；立项和列出时为领衔领导" },
    [OPT_NOTE] = { "note", 0, 0, "TEXT", "the text: a report, a reason, an instruction", "内容：进展、理由或要求" },
    [OPT_PERCENT] = { "percent", 0, 0, "N", "how far it is, 0 to 100", "完成比例，0 至 100" },
    [OPT_VALUE] = { "value", 0, 0, "N", "the figure reached; count: how many (1 unless given)", "数值；计数时为本次数量，缺省为 1" },
    [OPT_SET] = { "set", 0, 1, "K=V", "a new content; may be repeated", "栏目的新内容，可多次" },
    [OPT_PROBLEM] = { "problem", 0, 0, "TEXT", "what stands in the way", "存在问题" },
    [OPT_NEXT] = { "next", 0, 0, "TEXT", "the next step", "下步措施" },
    [OPT_ON] = { "on", 0, 0, "DATE", "the day it happened, if not today", "发生日期（不是当天时）" },
    [OPT_FILE] = { "file", 0, 1, "FILE", "evidence: a file or an address; may be repeated", "佐证材料：文件或网址，可多次" },
    [OPT_EXPECT] = { "expect", 0, 0, "SEQ", "refuse if the item has a newer entry than this", "事项在此流水之后另有变更则不办理" },
    [OPT_REQUEST] = { "request", 0, 0, "ID", "your own id of this post: the same again adds nothing", "请求号：同一请求重复提交不再记账" },
    [OPT_STATE] = { "state", 0, 0, "STATE", "only in this state, or open; several with commas between", "只列此状态，或 open 未销号；可用逗号写多个" },
    [OPT_LIGHT] = { "light", 0, 0, "LIGHT", "only red, yellow, blue, green or grey", "只列此预警：red 红、yellow 黄、blue 蓝、green 绿、grey 灰" },
    [OPT_DUE_BEFORE] = { "due-before", 0, 0, "DATE", "due on this day or earlier; in words, too", "时限在此日或之前，可写 6月底前" },
    [OPT_DUE_AFTER] = { "due-after", 0, 0, "DATE", "due on this day or later; in words, too", "时限在此日或之后，可写 6月底前" },
    [OPT_TEXT] = { "text", 0, 0, "TEXT", "found in title or detail", "工作任务或目标措施中含此文字" },
    [OPT_AS_OF] = { "as-of", 0, 0, "DATE", "the book as it was at the end of this day", "截至此日终了时的台账" },
    [OPT_LIMIT] = { "limit", 0, 0, "N", "at most so many", "最多列出多少条" },
    [OPT_AFTER] = { "after", 0, 0, "REF", "go on behind this item", "从此事项之后继续" },
    [OPT_BY] = { "by", 0, 0, "WHAT", "ledger (the default), unit, state or month; board: ledger or unit; counters: month",
        "按 ledger 台账（缺省）、unit 单位、state 状态、month 月份；board 只有前两种，counters 只有 month" },
    [OPT_FORMAT] = { "format", 0, 0, "FORMAT",
        "csv, md, xlsx, html, json, ics or jsonl (the journal, for restore); import: csv, tsv, json, jsonl, xlsx, else found out",
        "格式：csv、md、xlsx、html、json、ics、jsonl（全部流水，可用 restore 恢复）；导入：csv、tsv、json、jsonl、xlsx，缺省自动识别" },
    [OPT_OUTPUT] = { "output", 'o', 0, "FILE", "into this file, which is replaced when all is written; dossier: the new folder",
        "写入此文件，写完后才替换；dossier：新文件夹" },
    [OPT_COLUMNS] = { "columns", 0, 0, "NAMES", "these columns: names or headings, with commas between", "只要这些栏目：列名或表头，用逗号分隔" },
    [OPT_BOM] = { "bom", 0, 0, NULL, "begin a CSV file with a byte order mark, as spreadsheets like it (in Chinese always)",
        "CSV 文件以 BOM 开头，便于电子表格识别（中文输出总是如此）" },
    [OPT_DRY_RUN] = { "dry-run", 0, 0, NULL, "look, add nothing", "只检查，不导入" },
    [OPT_LISTED] = { "listed", 0, 0, NULL, "the items of other ledgers that are listed in this one", "只列由其他台账列入此台账的事项" },
    [OPT_CYCLE] = { "cycle", 0, 0, "CYCLE", "monthly, quarterly, yearly or days", "周期：monthly 每月、quarterly 每季、yearly 每年、days 每若干天" },
    [OPT_DAY] = { "day", 0, 0, "D", "by when: 25 (monthly, quarterly), 12-31 (yearly), or how many days",
        "截止日：25（每月、每季末月）、12-31（每年），或天数" },
    [OPT_FROM] = { "from", 0, 0, "PERIOD", "the first period: 2023-01, 2023-Q1, 2023, or the day it begins; stats: the first due date",
        "首期：2023-01、2023-Q1、2023，按天为起始日；统计：最早完成时限" },
    [OPT_TO] = { "to", 0, 0, "DATE", "periods that begin on this day or earlier, in words, too; stats: the last due date",
        "生成此日及以前开始的各期，可写 年底前；统计：最晚完成时限" },
    [OPT_ADJUST] = { "adjust", 0, 0, "WAY", "before or after: to a working day", "非工作日：before 提前、after 顺延" },
    [OPT_RATES] = { "rates", 0, 0, NULL, "what share of another counter it is, with both parts; stats: all rates with their parts",
        "占比，附分子和分母；统计：各项比率及其分子分母" },
    [OPT_CHECK] = { "check", 0, 0, NULL, "whether the totals are the sums of their parts", "核对各项合计与其分项之和是否一致" },
    [OPT_PERIOD] = { "period", 0, 0, "P", "only this period: 2023, 2023-Q1, 2023-06 or 2023-06-30", "只列此期次：2023、2023-Q1、2023-06 或 2023-06-30" },
    [OPT_SUB_UNITS] = { "sub-units", 0, 0, NULL, "with the units below that of --unit", "含 --unit 的下级单位" },
    [OPT_ORDER] = { "order", 0, 0, "ORDER", "by number (the default), due, change (the last one first) or priority",
        "排序：number 编号（缺省）、due 时限、change 最近变动在前、priority 风险等级" },
    [OPT_POSTED_BY] = { "posted-by", 0, 0, "NAME", "on which this actor made an entry", "此经办人记过账的" },
    [OPT_WITHIN] = { "within", 0, 0, "N", "due today or in the next N days (7 unless given) or before, by the due date in force; suspended ones, too",
        "今后 N 天内到期（缺省 7 天）及此前到期的，含中止事项" },
    [OPT_LEDGER] = { "ledger", 0, 0, "LEDGER", "only items of this ledger", "只找此台账的事项" },
    [OPT_COUNT_ONLY] = { "count", 0, 0, NULL, "only how many", "只报数量" },
    [OPT_DROP_INDEX] = { "drop-index", 0, 0, NULL, "take the search index away; the next search of a long journal makes it anew",
        "删除检索索引，以后检索时再建" },
    [OPT_REBUILD_INDEX] = { "rebuild-index", 0, 0, NULL, "make the search index anew", "重建检索索引" },
    [OPT_SHEET] = { "sheet", 0, 0, "SHEET", "the sheet of a workbook, by name or number; else the first", "工作表，名称或序号；缺省为第一张" },
    [OPT_MAP] = { "map", 0, 1, "HEADER=FIELD", "what stands below a heading; - for nothing; may be repeated", "指定某表头对应的栏目，- 为不导入，可多次" },
    [OPT_MAPPING] = { "mapping", 0, 0, "FILE", "what stands below each heading, as --save-mapping wrote it", "使用已保存的表头对应关系" },
    [OPT_SAVE_MAPPING] = { "save-mapping", 0, 0, "FILE", "write down what stands below each heading, to be used again", "保存表头对应关系，供再次使用" },
    [OPT_UNKNOWN] = { "unknown", 0, 0, "keep|refuse", "unknown columns: kept as custom fields (the default), or refused",
        "未知表头：keep 增设为栏目（缺省）、refuse 拒绝" },
    [OPT_CREATE_UNITS] = { "create-units", 0, 0, NULL, "add units that are not there", "自动设立尚无的单位" },
    [OPT_ON_CONFLICT] = { "on-conflict", 0, 0, "fail|skip|update", "a number is there with other content (default: fail)",
        "编号已有而内容不同：fail 停止（缺省）、skip 保留原有、update 更正" },
    [OPT_AGAINST] = { "against", 0, 0, "FILE", "checkpoint lines that were kept elsewhere", "另行保存的锚点文件" },
    [OPT_WORKFLOW] = { "workflow", 0, 0, "WORKFLOW", "simple, standard, supervised, noticed or one of your own (workflow list)", "流程：见 workflow list" },
    [OPT_DEFINITION] = { "definition", 0, 0, "FILE", "the ledger's workflow, policies and fields as JSON (- for what comes in)",
        "定义文件（JSON）：流程、规则、栏目" },
    [OPT_LEVEL] = { "level", 0, 0, "LEVEL", "of a warning: red, yellow or blue", "预警等级：red 红、yellow 黄、blue 蓝" },
    [OPT_ACTION] = { "action", 0, 0, "ACTION", "only entries of this action", "只列此动作的流水" },
    [OPT_OPEN] = { "open", 0, 0, NULL, "only what nobody has acknowledged", "只列待签收的" },
};

static int unknown_option(const struct cli *cli, const char *word)
{
    const char *names[OPT_COUNT];
    char bare[64];
    size_t length = strcspn(word + 2, "=");
    if (length >= sizeof bare)
        return fail(cli, EXIT_USAGE, "unknown option %s; see taskledger --help", word);
    memcpy(bare, word + 2, length);
    bare[length] = '\0';
    int begun = 0;
    for (int id = 0; id < OPT_COUNT; id++) {
        names[id] = option_rows[id].name;
        begun += strncmp(names[id], bare, length) == 0;
    }
    if (length > 0 && begun > 1)
        return fail(cli, EXIT_USAGE, "option --%s is short for more than one; write it out, see taskledger --help", bare);
    const char *nearest = tl_nearest(bare, names, OPT_COUNT);
    if (nearest)
        return fail(cli, EXIT_USAGE, "unknown option --%s; did you mean --%s?", bare, nearest);
    return fail(cli, EXIT_USAGE, "unknown option --%s; see taskledger --help", bare);
}

/* What getopt_long says with '?': an unknown option, an ambiguous one, or a value where none belongs. */
static int refused_option(const struct cli *cli, const char *word)
{
    if (optopt >= LONG_BASE && optopt < LONG_BASE + OPT_COUNT)
        return fail(cli, EXIT_USAGE, "option --%s takes no value", option_rows[optopt - LONG_BASE].name);
    if (optopt)
        return fail(cli, EXIT_USAGE, "unknown option -%c; see taskledger --help", optopt);
    return unknown_option(cli, word);
}

static enum option_id id_of(int code)
{
    if (code >= LONG_BASE)
        return (enum option_id)(code - LONG_BASE);
    int id = 0;
    while (option_rows[id].letter != code)
        id++;
    return (enum option_id)id;
}

static int keep_option(struct cli *cli, int code)
{
    enum option_id id = id_of(code);
    struct options *options = &cli->options;
    const struct option_row *row = &option_rows[id];
    /* The last one counts for the options of all commands, so that an alias can hold them; elsewhere two values are a mistake. */
    if (options->text[id] && row->value && !row->repeats && !(OPT_BIT(id) & OPT_OF_ALL))
        return fail(cli, EXIT_USAGE, "option --%s is given twice", row->name);
    options->text[id] = row->value ? optarg : "";
    options->given[options->count].id = id;
    options->given[options->count++].text = optarg;
    return EXIT_DONE;
}

static void fill_long_forms(struct option *forms)
{
    memset(forms, 0, (OPT_COUNT + 1) * sizeof *forms);
    for (int id = 0; id < OPT_COUNT; id++) {
        forms[id].name = option_rows[id].name;
        forms[id].has_arg = option_rows[id].value ? required_argument : no_argument;
        forms[id].val = LONG_BASE + id;
    }
}

int options_read(struct cli *cli, int argc, char **argv)
{
    struct option forms[OPT_COUNT + 1];
    int code;
    fill_long_forms(forms);
    cli->options.given = calloc((size_t)argc + 1, sizeof *cli->options.given);
    if (!cli->options.given)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    opterr = 0;
    while ((code = getopt_long(argc, argv, SHORT_FORMS, forms, NULL)) != -1) {
        if (code == '?')
            return refused_option(cli, argv[optind - 1]);
        if (code == ':')
            return fail(cli, EXIT_USAGE, "option --%s needs a value", option_rows[id_of(optopt)].name);
        int status = keep_option(cli, code);
        if (status != EXIT_DONE)
            return status;
    }
    cli->words = argv + optind;
    cli->word_count = argc - optind;
    return EXIT_DONE;
}

void options_free(struct options *options)
{
    free(options->given);
}

int option_number(const struct cli *cli, enum option_id id, int64_t *number)
{
    const char *text = cli->options.text[id];
    char *end;
    *number = 0;
    if (!text)
        return EXIT_DONE;
    errno = 0;
    long long given = strtoll(text, &end, 10);
    if (errno || end == text || *end || given <= 0)
        return fail(cli, EXIT_USAGE, "--%s needs a whole number above 0, not '%s'", option_rows[id].name, text);
    *number = given;
    return EXIT_DONE;
}

int option_unit(const struct cli *cli, enum option_id id, int64_t *unit)
{
    const char *text = cli->options.text[id];
    *unit = 0;
    if (!text)
        return EXIT_DONE;
    return status_of(cli, tl_unit_find(cli->book, text, unit));
}

int word_ledger(const struct cli *cli, int64_t *ledger)
{
    *ledger = 0;
    return cli->word_count ? status_of(cli, tl_ledger_find(cli->book, cli->words[0], ledger)) : EXIT_DONE;
}

int option_item(const struct cli *cli, enum option_id id, int64_t *item)
{
    const char *text = cli->options.text[id];
    *item = 0;
    if (!text)
        return EXIT_DONE;
    return status_of(cli, tl_item_find(cli->book, text, item));
}

int option_split(const struct cli *cli, char *text, tl_value_spec *pair)
{
    char *equals = strchr(text, '=');
    if (!equals || equals == text)
        return fail(cli, EXIT_USAGE, "'%s' is not of the form NAME=CONTENT", text);
    *equals = '\0';
    pair->name = text;
    pair->content = equals + 1;
    return EXIT_DONE;
}

int option_pairs(const struct cli *cli, enum option_id id, tl_value_spec **pairs, size_t *count)
{
    const struct options *options = &cli->options;
    *count = 0;
    *pairs = calloc(options->count + 1, sizeof **pairs);
    if (!*pairs)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    for (size_t i = 0; i < options->count; i++) {
        if (options->given[i].id != id)
            continue;
        int status = option_split(cli, options->given[i].text, &(*pairs)[*count]);
        if (status != EXIT_DONE)
            return status;
        ++*count;
    }
    return EXIT_DONE;
}

int option_texts(const struct cli *cli, enum option_id id, const char ***texts, size_t *count)
{
    const struct options *options = &cli->options;
    *count = 0;
    *texts = calloc(options->count + 1, sizeof **texts);
    if (!*texts)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    for (size_t i = 0; i < options->count; i++)
        if (options->given[i].id == id)
            (*texts)[(*count)++] = options->given[i].text;
    return EXIT_DONE;
}
