/* bulk.c - the lives of many items in one transaction: the library beside the bare rows by hand, and beside SQL by hand that keeps the same
 * constraints and reads the item first. The seal is made by a call of its own, so that it can be timed apart. */
#include "bench.h"
#include "seal.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct bulk_time {
    double work, seal;
    int64_t bytes;
} bulk_time;

static bulk_time time_ours(const char *path, long items)
{
    bulk_time result;
    ours side;
    ours_make(&side, path);
    double start = now();
    ours_check(&side, tl_begin(side.book), "begin");
    ours_bulk(&side, items);
    double seal = now();
    ours_check(&side, tl__seal(side.book), "seal");
    double sealed = now();
    ours_check(&side, tl_commit(side.book), "commit");
    result.seal = sealed - seal;
    result.work = now() - start - result.seal;
    ours_close(&side);
    result.bytes = file_size(path);
    return result;
}

static double time_hand(const char *path, const char *book, long items, enum hand_kind kind)
{
    hand side;
    hand_make(&side, path, book, kind);
    double start = now();
    hand_bulk(&side, items);
    double result = now() - start;
    hand_close(&side);
    return result;
}

/* How many rows one side has and the other has not. */
static int64_t difference(sqlite3 *db, const char *table, const char *columns)
{
    sqlite3_stmt *statement;
    char *query = sqlite3_mprintf("SELECT (SELECT count(*) FROM (SELECT %s FROM main.%s EXCEPT SELECT %s FROM other.%s)) + "
                                  "(SELECT count(*) FROM (SELECT %s FROM other.%s EXCEPT SELECT %s FROM main.%s))",
        columns, table, columns, table, columns, table, columns, table);
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK || sqlite3_step(statement) != SQLITE_ROW)
        die("%s: %s", query, sqlite3_errmsg(db));
    int64_t rows = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_free(query);
    return rows;
}

/* The two sides must have written the same, but for times and random ids. */
static void compare(const char *path, const char *twin)
{
    static const char *const tables[][2] = {
        { "entry", "seq, actor, action, item, unit, role, state, due, percent, note, no, title, detail" },
        { "item", "id, ledger, no, no_order, title, detail, state, due, baseline_due, percent, lead, report, entry" },
        { "assignment", "item, unit, role, percent, entry, ledger, no_order, open_due" },
        { "ledger", "id, last_no, entry" },
    };
    sqlite3 *db;
    char *attach = sqlite3_mprintf("ATTACH %Q AS other", twin);
    if (sqlite3_open(path, &db) != SQLITE_OK || sqlite3_exec(db, attach, NULL, NULL, NULL) != SQLITE_OK)
        die("compare: %s", sqlite3_errmsg(db));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (difference(db, tables[i][0], tables[i][1]) != 0)
            die("the two sides don't write the same rows in %s", tables[i][0]);
    sqlite3_free(attach);
    sqlite3_close(db);
}

static void run_rounds(const settings *set, const char *const path[4], figures out[5])
{
    for (long i = 0; i < set->rounds; i++) {
        double bare = time_hand(path[1], path[3], set->items, BARE);
        bulk_time library = time_ours(path[0], set->items);
        double checked = time_hand(path[2], path[3], set->items, CHECKED);
        double operations = (double)set->items * 4;
        add_figure(&out[0], library.work / bare);
        add_figure(&out[1], library.work / checked);
        add_figure(&out[2], library.seal / operations * 1e6);
        add_figure(&out[3], library.work / operations * 1e6);
        add_figure(&out[4], (library.work + library.seal) / bare);
        if (i > 0)
            continue;
        compare(path[0], path[1]);
        compare(path[0], path[2]);
    }
}

void bench_bulk(const settings *set)
{
    char *path[4] = { in_folder(set, "bulk.db"), in_folder(set, "bulk-bare.db"), in_folder(set, "bulk-checked.db"), in_folder(set, "bulk-empty.db") };
    char heading[200];
    figures out[5] = { 0 };
    ours empty;
    ours_make(&empty, path[3]);
    ours_close(&empty);
    run_rounds(set, (const char *const *)path, out);
    snprintf(heading, sizeof heading, "b. The lives of %ld items (create, assign, report, close) in one transaction, before the seal", set->items);
    tell_heading(heading);
    tell("library / bare rows and journal by hand", &out[0], 3);
    tell("library / by hand with the same constraints, item read first", &out[1], 2);
    tell("library with the seal / bare rows and journal by hand", &out[4], 0);
    tell_number("an operation by the library", median(&out[3]), "us", 0, 1);
    tell_number("the seal, an operation's share", median(&out[2]), "us", 0, 1);
    tell_heading("e. Size");
    tell_number("disk for an item with four entries", (double)(file_size(path[0]) - file_size(path[3])) / (double)set->items, "bytes", 1300, 1);
    for (int i = 0; i < 4; i++) {
        remove_book(path[i]);
        free(path[i]);
    }
}
