/* statistics.c - statistics of the large book, as of the last day of its year: of the whole book by what is kept in the tally, of a period, and by risk,
 * which reads every item. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

enum { TURNS = 101 };

static const struct {
    const char *what;
    tl_statistic_query query;
    int in_ledger;
    double target; /* us; 0: none */
} kinds[] = {
    { "by ledger", { .by = "ledger" }, 0, 1000 },
    { "by unit", { .by = "unit" }, 0, 1000 },
    { "by unit, of a ledger", { .by = "unit" }, 1, 1000 },
    { "by unit with those below it", { .by = "unit_tree" }, 0, 1000 },
    { "by state", { .by = "state" }, 0, 1000 },
    { "by month", { .by = "month" }, 0, 0 },
    { "a quarter, by ledger", { .by = "ledger", .from = "2023-04-01", .to = "2023-06-30" }, 0, 5000 },
    { "a quarter, by unit", { .by = "unit", .from = "2023-04-01", .to = "2023-06-30" }, 0, 5000 },
    { "the year, by ledger", { .by = "ledger", .from = "2023-01-01", .to = "2023-12-31" }, 0, 5000 },
    { "a week, by ledger", { .by = "ledger", .from = "2023-05-08", .to = "2023-05-14" }, 0, 0 },
    { "by risk", { .by = "risk" }, 0, 0 },
};

static double time_statistics(const ours *side, const tl_statistic_query *query)
{
    tl_cursor *cursor;
    int rows = 0;
    double start = now();
    ours_check(side, tl_statistics(side->book, query, &cursor), "statistics");
    while (tl_next(cursor) == TL_ROW)
        rows += tl_column_text(cursor, 0) != NULL;
    tl_cursor_close(cursor);
    if (rows == 0)
        die("no statistics by %s", query->by);
    return now() - start;
}

void bench_statistics(const settings *set)
{
    char heading[120], *path = million_book(set, set->million);
    ours side = { 0 };
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_READONLY;
    options.today = MILLION_TODAY;
    ours_check(&side, tl_open(path, &options, &side.book), path);
    ours_check(&side, tl_ledger_find(side.book, "qingdan", &side.ledger), "ledger");
    snprintf(heading, sizeof heading, "i. Statistics of a book of %ld items", set->million);
    tell_heading(heading);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        tl_statistic_query query = kinds[i].query;
        figures times = { 0 };
        query.size = sizeof query;
        query.ledger = kinds[i].in_ledger ? side.ledger : 0;
        double spent = time_statistics(&side, &query); /* the first one prepares the statement */
        for (int turn = 0; turn == 0 || (turn < TURNS && spent < 3); turn++) {
            double took = time_statistics(&side, &query);
            spent += took;
            add_figure(&times, took * 1e6);
        }
        tell_number(kinds[i].what, median(&times), "us", kinds[i].target, 1);
    }
    ours_close(&side);
    free(path);
}
