/* search.c - finding items by words: the newest 50, and counts beside a plain scan of the same file, for words of one, two and four characters and two words
 * at once that stand in the book; and what the index takes. BENCH_BOOK: a book to search in place of one made here (it is given an index). */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 50, ENTRIES_EACH = 4, WORD_KINDS = 4, SAMPLES = 8 };

static const char *const things[] = { "整改", "落实", "问题", "检查", "安全", "道路", "社区", "河道", "学校", "消防", "燃气", "排水", "绿化", "垃圾", "停车",
    "电梯", "养老", "医院", "拆迁", "信访", "供热", "照明", "桥梁", "公园", "市场", "工地", "扬尘", "噪声", "管网", "物业", "隐患", "台账", "督查", "销号",
    "清单", "批示", "约谈", "通报", "专班", "回访" };
enum { THINGS = sizeof things / sizeof *things };

static uint64_t seed;

static unsigned below(unsigned limit)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % limit;
}

/* Some words are in every second text, others in one of thousands; now and then one with a number behind it. */
static void write_text(char *to, size_t room, unsigned words)
{
    size_t at = 0;
    for (unsigned i = 0; i < words && at + 40 < room; i++) {
        unsigned one = below(THINGS), other = below(THINGS), third = below(THINGS);
        unsigned rare = one < other ? one : other;
        at += (size_t)snprintf(to + at, room - at, "%s", things[rare < third ? rare : third]);
        if (below(20) == 0)
            at += (size_t)snprintf(to + at, room - at, "%u号", below(5000));
    }
}

static void add_life(ours *side)
{
    char title[200], detail[600], note[400];
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    write_text(title, sizeof title, 6);
    write_text(detail, sizeof detail, 14);
    write_text(note, sizeof note, 10);
    spec.ledger = side->ledger;
    spec.title = title;
    spec.detail = detail;
    ours_check(side, tl_item_add(side->book, &spec, &side->item), "add");
    ours_check(side, tl_assign(side->book, side->item, side->unit, "lead", NULL), "assign");
    ours_check(side, tl_report(side->book, side->item, side->unit, note, "50"), "report");
    write_text(note, sizeof note, 5);
    ours_check(side, tl_close_out(side->book, side->item, note), "close");
}

static void make(ours *side, const char *path, long items)
{
    seed = 2023;
    ours_make(side, path);
    ours_check(side, tl_begin(side->book), "begin");
    for (long i = 0; i < items; i++)
        add_life(side);
    ours_check(side, tl_commit(side->book), "commit");
}

static int64_t ask(sqlite3 *db, const char *sql, const char *word, const char *other)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        die("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_bind_text(statement, 1, word, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, other, -1, SQLITE_STATIC);
    int64_t number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return number;
}

/* As schema/README.md has it for the shell, of two words. */
#define HAS(word)                                                                                                                                              \
    "(instr(i.title, " word ") OR instr(i.detail, " word ") OR EXISTS (SELECT 1 FROM value v WHERE v.item = i.id AND instr(v.value, " word ")) "               \
    "OR EXISTS (SELECT 1 FROM entry e WHERE e.item = i.id AND (instr(e.note, " word ") OR instr(e.problem, " word ") OR instr(e.next_step, " word "))))"
static const char scan_sql[] = "SELECT count(*) FROM item i WHERE " HAS("?1") " AND " HAS("?2");

/* So many characters of a title of the book, from a place in it. 0: it is too short, or has a blank there. */
static int cut(sqlite3 *db, int64_t item, unsigned place, int characters, char word[64])
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, "SELECT lower(substr(title, ?2, ?3)) FROM item WHERE id >= ?1 ORDER BY id LIMIT 1", -1, &statement, NULL) != SQLITE_OK)
        die("a word: %s", sqlite3_errmsg(db));
    sqlite3_bind_int64(statement, 1, item);
    sqlite3_bind_int64(statement, 2, place);
    sqlite3_bind_int64(statement, 3, characters);
    word[0] = '\0';
    if (sqlite3_step(statement) == SQLITE_ROW)
        snprintf(word, 64, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    int count = 0;
    for (const char *at = word; *at != '\0'; at++)
        count += ((unsigned char)*at & 0xC0u) != 0x80u;
    return count == characters && strchr(word, ' ') == NULL;
}

typedef struct kind {
    const char *what;
    int one, other; /* characters of the words; other 0: one word */
} kind;
static const kind kinds[WORD_KINDS] = { { "one character", 1, 0 }, { "two characters", 2, 0 }, { "four characters", 4, 0 }, { "two words", 2, 2 } };

static double time_newest(ours *side, const char *text)
{
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    tl_cursor *cursor;
    double start = now();
    query.text = text;
    query.limit = PAGE;
    ours_check(side, tl_search(side->book, &query, &cursor), text);
    while (tl_next(cursor) == TL_ROW)
        tl_column_text(cursor, 9);
    tl_cursor_close(cursor);
    return now() - start;
}

/* Counts by the library and by the scan, which must agree. */
static void compare(ours *side, sqlite3 *db, const char *one, const char *other, int64_t items, figures *newest, figures *ratios)
{
    char text[160];
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    int64_t count = 0;
    snprintf(text, sizeof text, "%s %s", one, other);
    query.text = text;
    time_newest(side, text);
    for (int i = 0; i < 5; i++)
        add_figure(newest, time_newest(side, text) * 1e6);
    double start = now();
    ours_check(side, tl_search_count(side->book, &query, &count), text);
    double library = now() - start;
    start = now();
    int64_t scanned = ask(db, scan_sql, one, *other != '\0' ? other : one);
    double scan = now() - start;
    if (count != scanned)
        die("'%s': %lld by the library, %lld by the scan", text, (long long)count, (long long)scanned);
    printf("    %-20s %8lld hits (%5.2f %%)  newest 50: %6.0f us  count: %8.1f ms  scan: %8.1f ms\n", text, (long long)count,
        100.0 * (double)count / (double)items, newest->value[newest->count - 1], library * 1e3, scan * 1e3);
    if (count * 10 < items)
        add_figure(ratios, library / scan);
}

static void search_kind(ours *side, sqlite3 *db, const kind *of, int64_t items, int64_t last)
{
    char one[64], other[64] = "", what[120];
    figures newest = { 0 }, ratios = { 0 };
    for (int i = 0; i < SAMPLES; i++) {
        int64_t item = (int64_t)below((unsigned)last);
        if (!cut(db, item, 1 + below(8), of->one, one) || (of->other && !cut(db, item, 1 + below(8), of->other, other)))
            continue;
        compare(side, db, one, other, items, &newest, &ratios);
    }
    if (newest.count == 0)
        return;
    snprintf(what, sizeof what, "newest %d, %s", PAGE, of->what);
    tell_number(what, median(&newest), "us", 1000, 1);
    snprintf(what, sizeof what, "count / scan, %s, below a tenth", of->what);
    if (ratios.count > 0)
        tell(what, &ratios, 0.05);
}

static void tell_index(sqlite3 *db, int64_t items, double seconds)
{
    int64_t entries = ask(db, "SELECT max(seq) FROM entry", NULL, NULL);
    int64_t bytes = ask(db, "SELECT total(length(block)) FROM search_index_data", NULL, NULL);
    tell_number("making the index, an entry", seconds * 1e6 / (double)entries, "us", 0, 1);
    tell_number("the index, an item", (double)bytes / (double)items, "bytes", 0, 1);
}

void bench_search(const settings *set)
{
    const char *given = getenv("BENCH_BOOK");
    char heading[120], *path = given != NULL ? NULL : in_folder(set, "search.db");
    ours side = { 0 };
    sqlite3 *db;
    if (given != NULL)
        ours_open_book(&side, given);
    else
        make(&side, path, set->items);
    double start = now();
    ours_check(&side, tl_search_index(side.book, TL_SEARCH_REBUILD), "index");
    double seconds = now() - start;
    if (sqlite3_open_v2(given != NULL ? given : path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        die("%s can't be opened", given != NULL ? given : path);
    int64_t items = ask(db, "SELECT count(*) FROM item", NULL, NULL), last = ask(db, "SELECT max(id) FROM item", NULL, NULL);
    snprintf(heading, sizeof heading, "g. Search in a book of %lld items", (long long)items);
    tell_heading(heading);
    tell_index(db, items, seconds);
    for (size_t i = 0; i < WORD_KINDS; i++)
        search_kind(&side, db, &kinds[i], items, last);
    sqlite3_close(db);
    ours_close(&side);
    if (path != NULL)
        remove_book(path);
    free(path);
}
