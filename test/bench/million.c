/* million.c - the large book that the parts about reading share: ledgers of several templates, units in two levels, titles in Chinese, lives that
 * overlap. Everything in it follows from the number of its items, so that it is the same in every run, to the last digest. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LEDGERS = 10, UNITS = 60, HEADS = 12, CHUNK = 5000, YEAR = 365 };

static const struct {
    const char *code, *title, *template_name;
} ledgers[LEDGERS] = { { "zhongdian", "年度重点工作", "tasks" }, { "wenti", "问题滚动清单", "problems" }, { "qingdan", "日常事项清单", "checklist" },
    { "minsheng", "民生实事", "checklist" }, { "anquan", "安全生产巡查", "checklist" }, { "xinfang", "信访事项", "checklist" },
    { "wangge", "网格事件", "checklist" }, { "huanbao", "环境整治", "checklist" }, { "zhaoshang", "招商服务", "checklist" },
    { "dangjian", "党建任务", "checklist" } };

typedef struct making {
    ours side;
    long items;
    int64_t *ids, units[UNITS], ledgers[LEDGERS];
} making;

/* A number that follows from an item and what it is wanted for. */
static uint64_t chance(long item, unsigned what, uint64_t below)
{
    uint64_t x = ((uint64_t)item + 1) * 0x9e3779b97f4a7c15u + what * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return (x ^ (x >> 31)) % below;
}

#define WORD(item, what, words) words[chance(item, what, sizeof words / sizeof words[0])]
static const char *const verbs[] = { "推进", "完成", "加快", "落实", "开展", "启动", "督促", "整改", "排查", "协调解决", "持续做好", "规范" };
static const char *const places[] = { "城东新区", "老城片区", "北山街道", "河西村", "工业园区", "火车站周边", "第三小学", "滨江路沿线", "农贸市场", "南湖社区",
    "高新区", "各乡镇" };
static const char *const things[] = { "道路改造提升", "雨污分流管网", "消防通道占用", "安全隐患整改", "老旧小区加装电梯", "路灯维修", "黑臭水体治理",
    "扬尘管控", "养老服务设施", "停车位建设", "营商环境评价", "信访积案化解", "食品安全抽检", "防汛物资储备", "校园周边秩序", "耕地保护" };
static const char *const kinds[] = { "工程", "工作", "项目", "专项行动", "问题", "任务" };
static const char *const notes[] = { "已完成现场勘查，正在编制方案", "完成总量的一半，其余下周推进", "与相关单位会商后明确了责任分工", "材料已报送，等待审批",
    "施工单位已进场" };

static void day_text(long day, char text[16])
{
    time_t at = 1672531200 + day * 86400; /* 2023-01-01 */
    struct tm parts;
    gmtime_r(&at, &parts);
    strftime(text, 16, "%Y-%m-%d", &parts);
}

static int is_closed(long item)
{
    return chance(item, 1, 100) < 70;
}

static int is_standard(long item)
{
    return chance(item, 15, LEDGERS) < 2;
}

/* Of those that stay open a tenth is overdue at the end of the year, and a few have no due date. */
static const char *due_of(const making *m, long item, char due[16])
{
    long day = item * YEAR / m->items, left = YEAR - 1 - day;
    uint64_t kind = chance(item, 2, 100);
    if (!is_closed(item) && !is_standard(item) && kind < 15)
        return NULL;
    if (!is_closed(item) && kind < 25 && left > 1)
        day_text(day + 1 + (long)chance(item, 3, (uint64_t)left - 1), due);
    else
        day_text(is_closed(item) ? day + 20 + (long)chance(item, 3, 180) : YEAR + (long)chance(item, 3, 300), due);
    return due;
}

static void add(making *m, long item)
{
    static const char *const risks[] = { "high", "medium", "low" };
    char title[200], detail[300], due[16], uid[40];
    const tl_assignment_spec assignments[] = { { m->units[chance(item, 4, UNITS)], "lead", NULL },
        { m->units[(chance(item, 4, UNITS) + 1 + chance(item, 5, UNITS - 1)) % UNITS], "support", NULL } };
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    snprintf(title, sizeof title, "%s%s%s%s（第%llu批）", WORD(item, 6, verbs), WORD(item, 7, places), WORD(item, 8, things), WORD(item, 9, kinds),
        (unsigned long long)chance(item, 10, 90) + 1);
    snprintf(detail, sizeof detail, "%s%s，%s，按月报告进展，年底前验收。", WORD(item, 11, places), WORD(item, 12, things), WORD(item, 13, notes));
    snprintf(uid, sizeof uid, "%016llx%016lx", (unsigned long long)chance(item, 14, UINT64_MAX), item);
    spec.ledger = m->ledgers[chance(item, 15, LEDGERS)];
    spec.title = title;
    spec.detail = chance(item, 16, 2) ? detail : NULL;
    spec.due = due_of(m, item, due);
    spec.risk = chance(item, 17, 4) == 0 ? risks[chance(item, 18, 3)] : NULL;
    spec.uid = uid;
    spec.assignments = assignments;
    spec.assignment_count = chance(item, 19, 4) == 0 ? 2 : 1;
    ours_check(&m->side, tl_item_add(m->side.book, &spec, &m->ids[item]), "item");
}

static void act(making *m, long item, const char *action, const char *note, const char *percent)
{
    static const char *const actors[] = { "张伟", "王芳", "李娜", "刘洋", "陈静" };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = m->ids[item];
    posting.action = action;
    posting.unit = strcmp(action, "report") == 0 || strcmp(action, "acknowledge") == 0 ? m->units[chance(item, 4, UNITS)] : 0;
    posting.note = note;
    posting.percent = percent;
    tl_set_actor(m->side.book, WORD(item, 20, actors));
    ours_check(&m->side, tl_post(m->side.book, &posting, NULL), action);
}

/* Of those that stay open some are not dispatched yet. */
static void begin_work(making *m, long item)
{
    static const char *const percents[] = { "20", "40", "50", "66.5", "80" };
    if (is_standard(item) && !is_closed(item) && chance(item, 21, 4) == 0)
        return;
    if (is_standard(item)) {
        act(m, item, "dispatch", NULL, NULL);
        act(m, item, "acknowledge", NULL, NULL);
    }
    if (is_standard(item) || chance(item, 22, 10) < 7)
        act(m, item, "report", WORD(item, 23, notes), WORD(item, 24, percents));
}

static void end_work(making *m, long item)
{
    if (is_standard(item) && (is_closed(item) || chance(item, 21, 4) == 1))
        act(m, item, "request-close", NULL, NULL);
    if (is_closed(item))
        act(m, item, "close", "已核查", NULL);
    else if (chance(item, 25, 40) == 0)
        act(m, item, "cancel", "并入其他事项", NULL);
}

static void make_frame(making *m)
{
    char code[16], name[60];
    for (int i = 0; i < LEDGERS; i++) {
        tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
        spec.code = ledgers[i].code;
        spec.title = ledgers[i].title;
        spec.template_name = ledgers[i].template_name;
        ours_check(&m->side, tl_ledger_add(m->side.book, &spec, &m->ledgers[i]), "ledger");
    }
    for (int i = 0; i < UNITS; i++) {
        tl_unit_spec spec = TL_UNIT_SPEC_INIT;
        snprintf(code, sizeof code, "u%02d", i);
        snprintf(name, sizeof name, i < HEADS ? "第%d街道" : "第%d社区", i);
        spec.code = code;
        spec.name = name;
        spec.parent = i < HEADS ? 0 : m->units[i % HEADS];
        ours_check(&m->side, tl_unit_add(m->side.book, &spec, &m->units[i]), "unit");
    }
}

/* Work on an item begins and ends some weeks after it was registered; meanwhile others come. */
static void make_items(making *m)
{
    long lag = m->items / 16 + 1;
    char day[16];
    for (long step = 0; step < m->items + 2 * lag; step++) {
        if (step % CHUNK == 0) {
            ours_check(&m->side, step == 0 ? TL_OK : tl_commit(m->side.book), "commit");
            ours_check(&m->side, tl_begin(m->side.book), "begin");
        }
        if (step < m->items && (step == 0 || step * YEAR / m->items != (step - 1) * YEAR / m->items)) {
            day_text(step * YEAR / m->items, day);
            ours_check(&m->side, tl_set_today(m->side.book, day), "day");
        }
        if (step < m->items)
            add(m, step);
        if (step >= lag && step - lag < m->items)
            begin_work(m, step - lag);
        if (step >= 2 * lag)
            end_work(m, step - 2 * lag);
    }
    ours_check(&m->side, tl_commit(m->side.book), "commit");
}

static void make_book(const char *path, const char *title, long items)
{
    making m = { .items = items, .ids = calloc((size_t)items, sizeof(int64_t)) };
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    double start = now();
    char *part = sqlite3_mprintf("%s.part", path); /* a book half made does not lie in its place */
    remove_book(path);
    remove_book(part);
    options.flags = TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK;
    options.actor = "bench";
    options.today = "2023-01-01";
    options.title = title;
    options.utc_offset = "+08:00";
    options.uid = "0123456789abcdef0123456789abcdef";
    options.durability = TL_NORMAL;
    ours_check(&m.side, tl_open(part, &options, &m.side.book), part);
    make_frame(&m);
    make_items(&m);
    ours_close(&m.side);
    if (rename(part, path) != 0)
        die("%s can't be put in its place", path);
    sqlite3_free(part);
    free(m.ids);
    printf("  made the book of %ld items in %.0f s, %.0f MB\n", items, now() - start, (double)file_size(path) / 1e6);
}

char *million_book(const settings *set, long items)
{
    const char *slash = strrchr(set->self, '/');
    char title[60], *path = NULL;
    tl_info info = TL_INFO_INIT;
    tl_book *book = NULL;
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    if (asprintf(&path, "%.*smillion.db", slash == NULL ? 0 : (int)(slash - set->self + 1), set->self) < 0)
        die("out of memory");
    snprintf(title, sizeof title, "bench of %ld items", items);
    options.flags = TL_OPEN_READONLY;
    int there = tl_open(path, &options, &book) == TL_OK && tl_book_info(book, &info) == TL_OK && info.format == TL_FORMAT && strcmp(info.title, title) == 0;
    tl_close(book);
    if (!there)
        make_book(path, title, items);
    return path;
}
