/* pages.c - pages of 50 items, first and in the middle: of a ledger, of a unit, overdue. Beside each the plain query of the columns a list
 * shows, by hand on the same file. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UNITS = 40, PAGE = 50, TURNS = 201 };

typedef struct shelf {
    ours side;
    sqlite3 *db;
    int64_t unit, middle;
    char day[16];
} shelf;

/* Two thirds are closed; the units share them evenly. */
static void fill(shelf *on, long items)
{
    int64_t units[UNITS];
    char code[16];
    for (int i = 0; i < UNITS; i++) {
        tl_unit_spec spec = TL_UNIT_SPEC_INIT;
        snprintf(code, sizeof code, "u%d", i);
        spec.code = spec.name = code;
        ours_check(&on->side, tl_unit_add(on->side.book, &spec, &units[i]), "unit");
    }
    for (long i = 0; i < items; i++) {
        on->side.unit = units[i % UNITS];
        ours_step(&on->side, 0);
        ours_step(&on->side, 1);
        if (i % 3 != 0)
            ours_step(&on->side, 3);
        if (i == items / 2)
            on->middle = on->side.item;
    }
    on->unit = units[7];
}

static void make(shelf *on, const char *path, long items)
{
    time_t today = time(NULL);
    struct tm parts;
    gmtime_r(&today, &parts);
    strftime(on->day, sizeof on->day, "%Y-%m-%d", &parts);
    ours_make(&on->side, path);
    ours_check(&on->side, tl_begin(on->side.book), "begin");
    fill(on, items);
    ours_check(&on->side, tl_commit(on->side.book), "commit");
    if (sqlite3_open_v2(path, &on->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        die("%s can't be opened", path);
}

typedef struct page {
    const char *what;
    const char *sql; /* ?1 ledger, ?2 unit, ?3 day, ?4 the item to go on behind */
    int by_unit, overdue, middle;
} page;

#define COLUMNS "SELECT i.id, i.no, i.title, i.state, i.due, i.percent, i.lead FROM "
static const page kinds[] = {
    { "a ledger, first page", COLUMNS "item i WHERE ledger = ?1 ORDER BY no_order LIMIT 50", 0, 0, 0 },
    { "a ledger, in the middle", COLUMNS "item i WHERE ledger = ?1 AND no_order > (SELECT no_order FROM item WHERE id = ?4) ORDER BY no_order LIMIT 50", 0, 0,
        1 },
    { "a unit, first page", COLUMNS "assignment a JOIN item i ON i.id = a.item WHERE a.unit = ?2 AND a.ended_at IS NULL ORDER BY a.item LIMIT 50", 1, 0, 0 },
    { "overdue, first page", COLUMNS "item i WHERE ledger = ?1 AND due < ?3 AND state <> 'closed' AND state <> 'cancelled' ORDER BY due LIMIT 50", 0, 1, 0 },
};

static double time_ours(shelf *on, const page *kind)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor;
    int rows = 0;
    double start = now();
    query.ledger = on->side.ledger;
    query.unit = kind->by_unit ? on->unit : 0;
    query.state = kind->overdue ? "open" : NULL;
    query.due_before = kind->overdue ? on->day : NULL;
    query.after = kind->middle ? on->middle : 0;
    query.limit = PAGE;
    ours_check(&on->side, tl_items(on->side.book, &query, &cursor), "page");
    while (tl_next(cursor) == TL_ROW)
        rows += tl_column_text(cursor, 2) != NULL;
    tl_cursor_close(cursor);
    if (rows == 0)
        die("an empty page: %s", kind->what);
    return now() - start;
}

static double time_hand(shelf *on, const page *kind)
{
    static sqlite3_stmt *statement;
    double start = now();
    if (sqlite3_prepare_v2(on->db, kind->sql, -1, &statement, NULL) != SQLITE_OK)
        die("by hand: %s", sqlite3_errmsg(on->db));
    sqlite3_bind_int64(statement, 1, on->side.ledger);
    sqlite3_bind_int64(statement, 2, on->unit);
    sqlite3_bind_text(statement, 3, on->day, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 4, on->middle);
    while (sqlite3_step(statement) == SQLITE_ROW)
        sqlite3_column_text(statement, 2);
    sqlite3_finalize(statement);
    return now() - start;
}

static void compare(shelf *on, const page *kind)
{
    figures ratios = { 0 }, times = { 0 };
    char what[120];
    double first = time_ours(on, kind), spent = first;
    for (int i = 0; i < TURNS && spent < 5; i++) {
        double library = time_ours(on, kind), by_hand = time_hand(on, kind);
        spent += library;
        add_figure(&times, library * 1e6);
        add_figure(&ratios, library / by_hand);
    }
    tell_number(kind->what, median(&times), "us", 150, 1);
    snprintf(what, sizeof what, "%s: library / plain columns by hand", kind->what);
    tell(what, &ratios, 0);
}

void bench_pages(const settings *set)
{
    char heading[120], *path = in_folder(set, "pages.db");
    shelf on = { 0 };
    make(&on, path, set->items);
    snprintf(heading, sizeof heading, "f. Pages of %d in a ledger of %ld items, all columns of item_status", PAGE, set->items);
    tell_heading(heading);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        compare(&on, &kinds[i]);
    sqlite3_close(on.db);
    ours_close(&on.side);
    remove_book(path);
    free(path);
}
