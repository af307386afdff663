/* message.c - the Chinese of what the program itself tells. */
#include "message.h"

#include <string.h>

#include "command.h"

/* The Chinese has the conversions of the English, in the same order or as %1$s; test/message.sh holds that, and that no English is left behind. */
static const struct message {
    const char *en, *zh;
} messages[] = {
    /* Commands, options and words. */
    { "which command? usage: taskledger [OPTIONS] COMMAND [ARGS]; see taskledger --help",
        "缺少命令；用法：taskledger [OPTIONS] COMMAND [ARGS]；见 taskledger --help" },
    { "unknown command '%s%s%s'; did you mean '%s%s%s'?", "没有命令“%s%s%s”；最接近的是“%s%s%s”" },
    { "unknown command '%s%s%s'; see taskledger %s%s--help", "没有命令“%s%s%s”；见 taskledger %s%s--help" },
    { "%s%s; usage: taskledger %s%s%s%s%s", "%s%s；用法：taskledger %s%s%s%s%s" },
    { "something is missing", "缺少内容" },
    { "one word too many: ", "多出一个词：" },
    { "this command takes no --", "此命令没有选项 --" },
    { "'%s' is the first word of several commands; see taskledger %s --help", "“%s”是一组命令的第一个词；见 taskledger %s --help" },
    { "unknown action '%s'; did you mean '%s'?", "没有动作“%s”；最接近的是“%s”" },
    { "unknown action '%s'; see taskledger --help", "没有动作“%s”；见 taskledger --help" },
    { "the action %s takes no --%s; see taskledger %s --help", "动作 %s 没有选项 --%s；见 taskledger %s --help" },
    { "unknown option %s; see taskledger --help", "没有选项 %s；见 taskledger --help" },
    { "unknown option -%c; see taskledger --help", "没有选项 -%c；见 taskledger --help" },
    { "unknown option --%s; see taskledger --help", "没有选项 --%s；见 taskledger --help" },
    { "unknown option --%s; did you mean --%s?", "没有选项 --%s；最接近的是 --%s" },
    { "option --%s is short for more than one; write it out, see taskledger --help", "选项 --%s 可指多个选项；请写全，见 taskledger --help" },
    { "option --%s takes no value", "选项 --%s 不带值" },
    { "option --%s is given twice", "选项 --%s 重复" },
    { "option --%s needs a value", "选项 --%s 须带值" },
    { "--%s needs a whole number above 0, not '%s'", "--%s 须为大于 0 的整数，不能是“%s”" },
    { "'%s' is not of the form NAME=CONTENT", "“%s”不是“名称=内容”的形式" },
    { "unknown language '%s'; there are en and zh", "没有语言“%s”；有 en 和 zh" },
    { "unknown --by '%s'; did you mean '%s'?", "--by 不能是“%s”；最接近的是“%s”" },
    { "unknown --by '%s'; there are ledger, unit, unit-tree, state, month, risk and all",
        "--by 不能是“%s”；有 ledger、unit、unit-tree、state、month、risk、all" },
    { "unknown --by '%s'; counters are summed up by month", "--by 不能是“%s”；计数按 month 汇总" },
    { "--by month and --rates are two lists; give one of them", "--by month 和 --rates 是两张表；请只写其一" },
    { "the text is given twice, as a word and by --note; give it once", "内容重复，已直接写出，又用 --note；请只写一次" },
    { "attach what? name a file or an address: taskledger attach REF FILE...", "缺少佐证材料；请写明文件或网址：taskledger attach REF FILE..." },
    { "--role says in which role the unit of --unit is assigned; give --unit, too", "--role 是 --unit 所写单位的角色；请同时写 --unit" },
    { "--sub-units says that the units below that of --unit count, too; give --unit", "--sub-units 指包括 --unit 所写单位的下级；请同时写 --unit" },
    { "--listed shows all that is listed there; leave --%s out", "--listed 列出清单内全部事项；请不写 --%s" },
    { "--check looks at all statistics; leave --%s out", "--check 核对全部统计；请不写 --%s" },
    { "--check looks at all ledgers; leave '%s' out", "--check 核对全部台账；请不写“%s”" },
    { "these figures of units are over all ledgers; leave '%s' out, or ask for --rates", "单位的这些数字为全部台账合计；请不写“%s”，或用 --rates" },
    { "--dry-run is for a ledger; taskledger show %s tells the light of the item", "--dry-run 用于台账；事项的预警灯见 taskledger show %s" },
    { "whose items? give --unit UNIT", "缺少单位；请写 --unit UNIT" },
    { "a series needs --cycle, --day and --from, as in --cycle monthly --day 25 --from 2023-01",
        "周期任务须写 --cycle、--day、--from，如 --cycle monthly --day 25 --from 2023-01" },
    { "say up to when: --to 2023-12-31", "请写明截至哪一天：--to 2023-12-31" },
    { "'%s' is no year; write 2023", "“%s”不是年份；请写 2023" },
    { "a dossier needs a folder to be written: -o DIR", "档案须写入文件夹：-o DIR" },
    { "the index is dropped or rebuilt without searching; leave '%s' out", "删除或重建索引时不查找；请不写“%s”" },
    { "give one of --drop-index and --rebuild-index", "--drop-index 和 --rebuild-index 请只写其一" },

    /* Books and files. */
    { "no book '%s'; make one with taskledger init, or name another with -b FILE", "没有台账库“%s”；请用 taskledger init 新建，或用 -b FILE 指定其他库" },
    { "'%s' exists already; a new book needs a new file", "“%s”已经存在；新建台账库须用新文件" },
    { "who makes the entry? give -a NAME or set TASKLEDGER_ACTOR", "缺少经办人；请写 -a NAME，或设置 TASKLEDGER_ACTOR" },
    { "'%s' is a book, or belongs to one; name another file for the table", "“%s”是台账库，或属于台账库；请将表格写入其他文件" },
    { "can't read '%s': %s", "无法读取“%s”：%s" },
    { "can't write '%s': %s", "无法写入“%s”：%s" },
    { "can't read %s from '%s': %s", "无法从“%2$s”读取%1$s：%3$s" },
    { "the mapping", "对应关系" },
    { "a definition", "定义" },
    { "checkpoints", "锚点" },
    { "can't write the output: %s%s", "无法输出：%s%s" },
    { "the place it goes to is full or closed", "输出之处已满或已关闭" },
    { "; the entries themselves are stored", "；流水已经保存" },
    { "%s: %s", "%s：%s" },
    { "out of memory", "内存不足" },

    /* Import. */
    { "the mapping '%s' is no JSON: %s (line %d)", "对应关系文件“%s”不是 JSON：%s（第 %d 行）" },
    { "the mapping '%s' has no object 'columns', as --save-mapping writes it", "对应关系文件“%s”没有 --save-mapping 所写的对象“columns”" },
    { "the mapping gives '%s' no name: a text has to stand there", "对应关系中“%s”没有名称：其值须为文字" },
    { "can't write the mapping to '%s': %s", "无法将对应关系写入“%s”：%s" },
    { "--unknown is keep or refuse, not '%s'", "--unknown 为 keep 或 refuse，不能是“%s”" },
    { "--format '%s' is not taken here: what the file of a calendar is, is found out", "此处不用 --format“%s”：日历文件的格式自动识别" },
    { "note: ", "提示：" },
    { ": ", "：" },
    { ", ", "、" },
    { "%s: %zu more notes; --json tells all\n", "%s：另有 %zu 条提示；--json 列出全部\n" },
    { "%s: %lld more errors; --json tells all\n", "%s：另有 %lld 处错误；--json 列出全部\n" },
    { "column %lld: %s -> %s (%s)\n", "第 %lld 列：%s -> %s（%s）\n" },
    { "row %lld: %s %s %s", "第 %lld 行：%s %s %s" },
    { "; %s: %s", "；%s：%s" },
    { "passed over", "略过" },
    { "map", "指定" },
    { "name", "名称" },
    { "field", "栏目" },
    { "synonym", "别名" },
    { "new", "新设" },
    { "none", "无" },
    { "added", "新增" },
    { "child", "下级" },
    { "continued", "续行" },
    { "updated", "更新" },
    { "unchanged", "未变" },
    { "skipped", "略过" },
    { "%lld item added", "新增事项 %lld 项" },
    { "%lld items added", "新增事项 %lld 项" },
    { "%lld item would be added", "将新增事项 %lld 项" },
    { "%lld items would be added", "将新增事项 %lld 项" },
    { "%lld day added", "新增日历 %lld 天" },
    { "%lld days added", "新增日历 %lld 天" },
    { "%lld day would be added", "将新增日历 %lld 天" },
    { "%lld days would be added", "将新增日历 %lld 天" },
    { "; rows: %lld %s", "；各行：%2$s %1$lld" },
    { ", %lld %s", "、%2$s %1$lld" },
    { "; %lld unit", "；单位 %lld 个" },
    { "; %lld units", "；单位 %lld 个" },
    { "; %lld field", "；栏目 %lld 个" },
    { "; %lld fields", "；栏目 %lld 个" },
    { NULL, NULL },
};

const char *message_said(const struct cli *cli, const char *english)
{
    if (strcmp(cli->lang, "zh") != 0)
        return english;
    for (const struct message *message = messages; message->en; message++)
        if (strcmp(message->en, english) == 0)
            return message->zh;
    return english;
}
