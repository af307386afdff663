/* pages.c - pages of 50 items of the large book, first and in the middle, with all columns of item_status; and the CLI's list of 50 rows beside the
 * sqlite3 shell that prints 50 rows by an index. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 50, TURNS = 201, RUNS = 21 };

#define OPEN "state <> 'closed' AND state <> 'cancelled'"
#define RANK "CASE risk WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 2 ELSE 3 END"

/* What is listed, as a query, and in plain SQL for its middle: ?1 the ledger, ?2 the unit. */
typedef struct page {
    const char *what;
    int in_ledger, of_unit;
    tl_item_query query;
    const char *where, *order;
    double target; /* 0: none */
} page;
#define QUERY(...)                                                                                                                                             \
    {                                                                                                                                                          \
        .size = sizeof(tl_item_query), .limit = PAGE, __VA_ARGS__                                                                                              \
    }

static const page pages[] = {
    { "overdue of a ledger", 1, 0, QUERY(.state = "open", .order = "due", .due_before = "2023-12-30"), "ledger = ?1 AND due < '2023-12-31' AND " OPEN,
        "due, id", 200 },
    { "overdue of all ledgers", 0, 0, QUERY(.state = "open", .order = "due", .due_before = "2023-12-30"), "due < '2023-12-31' AND " OPEN, "due, id", 200 },
    { "a unit in the lead, open, by due date", 0, 1, QUERY(.state = "open", .order = "due", .role = "lead"), "lead = ?2 AND " OPEN, "due IS NULL, due, id",
        200 },
    { "a unit in the lead, by number", 0, 1, QUERY(.role = "lead"), "lead = ?2", "ledger, no_order", 200 },
    { "a unit in any role, by number", 0, 1, QUERY(0), "id IN (SELECT item FROM assignment WHERE unit = ?2)", "ledger, no_order", 200 },
    { "what a unit owes, by due date", 0, 1, QUERY(.owed = 1, .order = "due"), "id IN (SELECT item FROM assignment WHERE unit = ?2) AND " OPEN,
        "due IS NULL, due, id", 200 },
    { "a ledger by number", 1, 0, QUERY(0), "ledger = ?1", "no_order", 200 },
    { "a ledger's closed ones", 1, 0, QUERY(.state = "closed"), "ledger = ?1 AND state = 'closed'", "no_order", 200 },
    { "a ledger's open ones", 1, 0, QUERY(.state = "open"), "ledger = ?1 AND " OPEN, "no_order", 200 },
    { "open by priority", 0, 0, QUERY(.state = "open", .order = "priority"), OPEN, RANK ", due IS NULL, due, id", 200 },
    { "a ledger's open ones by priority", 1, 0, QUERY(.state = "open", .order = "priority"), "ledger = ?1 AND " OPEN, RANK ", due IS NULL, due, id", 200 },
    { "last changed", 0, 0, QUERY(.order = "change"), "true", "entry DESC", 200 },
};

typedef struct shelf {
    ours side; /* its ledger and unit are those asked for */
    sqlite3 *db;
} shelf;

static double time_page(const shelf *on, const page *kind, int64_t after)
{
    tl_item_query query = kind->query;
    tl_cursor *cursor;
    int rows = 0;
    double start = now();
    query.ledger = kind->in_ledger ? on->side.ledger : 0;
    query.unit = kind->of_unit ? on->side.unit : 0;
    query.after = after;
    ours_check(&on->side, tl_items(on->side.book, &query, &cursor), "page");
    while (tl_next(cursor) == TL_ROW)
        rows += tl_column_text(cursor, 2) != NULL;
    tl_cursor_close(cursor);
    if (rows == 0)
        die("an empty page: %s", kind->what);
    return now() - start;
}

static int64_t middle_of(const shelf *on, const page *kind)
{
    sqlite3_stmt *statement;
    char *sql = sqlite3_mprintf(
        "SELECT id FROM item WHERE %s ORDER BY %s LIMIT 1 OFFSET (SELECT count(*) / 2 FROM item WHERE %s)", kind->where, kind->order, kind->where);
    if (sqlite3_prepare_v2(on->db, sql, -1, &statement, NULL) != SQLITE_OK)
        die("%s: %s", sql, sqlite3_errmsg(on->db));
    if (kind->in_ledger)
        sqlite3_bind_int64(statement, 1, on->side.ledger);
    if (kind->of_unit)
        sqlite3_bind_int64(statement, 2, on->side.unit);
    if (sqlite3_step(statement) != SQLITE_ROW)
        die("nothing in %s", kind->what);
    int64_t id = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    return id;
}

static void measure(const shelf *on, const page *kind, int64_t after)
{
    figures times = { 0 };
    char what[120];
    double spent = time_page(on, kind, after); /* the first one prepares the statement */
    for (int i = 0; i < TURNS && spent < 3; i++) {
        double took = time_page(on, kind, after);
        spent += took;
        add_figure(&times, took * 1e6);
    }
    snprintf(what, sizeof what, "%s, %s", kind->what, after == 0 ? "first page" : "in the middle");
    tell_number(what, median(&times), "us", kind->target, 1);
}

static void compare_programs(const settings *set, const char *path)
{
    const char *const list[] = { set->cli, "-b", path, "list", "qingdan", "--state", "open", "--order", "due", "--limit", "50", NULL };
    const char *const shell[] = { set->shell, "-batch", "-init", "/dev/null", path,
        "SELECT no, title, lead, state, due, percent FROM item WHERE ledger = (SELECT id FROM ledger WHERE code = 'qingdan') ORDER BY no_order LIMIT 50",
        NULL };
    figures ratios = { 0 };
    for (int i = 0; i < RUNS; i++) {
        double library = run_process(list).seconds;
        add_figure(&ratios, library / run_process(shell).seconds);
    }
    tell("list --limit 50 / the shell printing 50 rows", &ratios, 1.5);
}

void bench_pages(const settings *set)
{
    char heading[120], *path = million_book(set, set->million);
    shelf on = { 0 };
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_READONLY;
    ours_check(&on.side, tl_open(path, &options, &on.side.book), path);
    ours_check(&on.side, tl_ledger_find(on.side.book, "qingdan", &on.side.ledger), "ledger");
    ours_check(&on.side, tl_unit_find(on.side.book, "u07", &on.side.unit), "unit");
    if (sqlite3_open_v2(path, &on.db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        die("%s can't be opened", path);
    snprintf(heading, sizeof heading, "f. Pages of %d in a book of %ld items, all columns of item_status", PAGE, set->million);
    tell_heading(heading);
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        measure(&on, &pages[i], 0);
        measure(&on, &pages[i], middle_of(&on, &pages[i]));
    }
    sqlite3_close(on.db);
    ours_close(&on.side);
    compare_programs(set, path);
    free(path);
}
