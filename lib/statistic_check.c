/* statistic_check.c (L3) - whether the statistics agree: each figure with the sum of its parts, and all of it with the items counted anew. */
#include "cursor.h"

#include <stdio.h>
#include <string.h>

#define STATES "registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled"
#define FIGURES "total, " STATES ", open, open_with_due, overdue, on_time, days, dated, extended, reviewed, returned, finished, reopened"
#define OF_STATE(name) "coalesce(sum(s.total) FILTER (WHERE s.state = '" name "'), 0), "

/* As in FIGURES. */
static const char *const figures[] = { "total", "registered", "dispatched", "in_progress", "in_review", "notice", "standing", "suspended", "closed",
    "cancelled", "open", "open_with_due", "overdue", "on_time", "days", "dated", "extended", "reviewed", "returned", "finished", "reopened" };
enum { FIGURE_COUNT = sizeof figures / sizeof figures[0], FIRST_FIGURE = 4 };

/* The totals of the book (ledger NULL) and of each ledger; behind each the sums of its parts, a row for each kind of them. A figure that a kind has not got
 * is NULL. The rows of zeros: parts that are missing altogether add up to 0. */
static const char sums_sql[] =
    "WITH given AS MATERIALIZED (SELECT * FROM statistics), "
    "part(ledger, rank, parts, " FIGURES ") AS ("
    "SELECT ledger_id, 0, 'total', " FIGURES " FROM given WHERE \"by\" = 'all' OR \"by\" = 'ledger' "
    "UNION ALL SELECT NULL, 1, 'ledgers', " FIGURES " FROM given WHERE \"by\" = 'ledger' "
    "UNION ALL SELECT g.ledger_id, n.column1, n.column2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 "
    "FROM given g CROSS JOIN (VALUES (2, 'units'), (3, 'units with those below them'), (4, 'months'), (5, 'risks')) n "
    "WHERE g.\"by\" = 'all' OR g.\"by\" = 'ledger' "
    "UNION ALL SELECT g.ledger_id, n.column1, n.column2, " FIGURES " FROM given g CROSS JOIN (VALUES (2, 'units', 'unit'), "
    "(3, 'units with those below them', 'unit_tree'), (4, 'months', 'month'), (5, 'risks', 'risk')) n WHERE g.\"by\" = n.column3 "
    "AND (n.column1 <> 3 OR g.unit_id IS NULL OR (SELECT parent FROM unit WHERE id = g.unit_id) IS NULL) "
    "UNION ALL SELECT l.id, 6, 'states', coalesce(sum(s.total), 0), " OF_STATE("registered") OF_STATE("dispatched") OF_STATE("in_progress")
        OF_STATE("in_review") OF_STATE("notice") OF_STATE("standing") OF_STATE("suspended") OF_STATE("closed")
            OF_STATE("cancelled") "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM ledger l LEFT JOIN state_summary s ON s.ledger = "
                                  "l.code GROUP BY l.id "
                                  "UNION ALL SELECT l.id, 7, 'items', total, " STATES
                                  ", open, open_with_due, overdue, on_time, NULL, NULL, NULL, NULL, NULL, NULL, NULL "
                                  "FROM ledger_summary s JOIN ledger l ON l.code = s.ledger) "
                                  "SELECT p.ledger, p.rank, l.code, p.parts, sum(total), sum(registered), sum(dispatched), sum(in_progress), sum(in_review), "
                                  "sum(p.notice), sum(standing), "
                                  "sum(suspended), sum(closed), sum(cancelled), sum(open), sum(open_with_due), sum(overdue), sum(on_time), sum(days), "
                                  "sum(dated), sum(extended), "
                                  "sum(reviewed), sum(returned), sum(finished), sum(reopened) FROM part p LEFT JOIN ledger l ON l.id = p.ledger GROUP BY "
                                  "p.ledger, p.rank "
                                  "ORDER BY p.ledger, p.rank";

static const char tally_sql[] = "SELECT row, found, 0 FROM check_tally UNION ALL SELECT NULL, NULL, count(*) FROM tally";

/* One run. */
typedef struct comparison {
    tl_book *book;
    tl_finding_fn on_finding;
    void *arg;
    int64_t sums, wrong;
    int64_t totals[FIGURE_COUNT]; /* of the present ledger, or of the book */
} comparison;

static int tell(comparison *run, const tl_finding *finding)
{
    run->wrong++;
    if (run->on_finding != NULL && run->on_finding(finding, run->arg) != 0)
        return tl__error_set(&run->book->error, TL_ESTOP, NULL, "stopped by the caller");
    return TL_OK;
}

static int compare_figure(comparison *run, const tl_cursor *row, int i)
{
    int64_t sum = tl_column_int(row, FIRST_FIGURE + i);
    char message[200];
    run->sums++;
    if (sum == run->totals[i])
        return TL_OK;
    const char *ledger = tl_column_text(row, 2), *parts = tl_column_text(row, 3);
    snprintf(message, sizeof message, "%s is %lld, but by its %s it is %lld", figures[i], (long long)run->totals[i], parts == NULL ? "parts" : parts,
        (long long)sum);
    const tl_finding finding = { sizeof finding, 0, "statistics", ledger == NULL ? "book" : ledger, tl_column_int(row, 0), figures[i], message };
    return tell(run, &finding);
}

static int compare_row(comparison *run, const tl_cursor *row)
{
    int result = TL_OK, total = tl_column_int(row, 1) == 0;
    for (int i = 0; i < FIGURE_COUNT && result == TL_OK; i++) {
        if (total)
            run->totals[i] = tl_column_int(row, FIRST_FIGURE + i);
        else if (tl_column_type(row, FIRST_FIGURE + i) != TL_NULL)
            result = compare_figure(run, row, i);
    }
    return result;
}

static int compare_sums(comparison *run)
{
    tl_cursor *cursor;
    int64_t ledger = 0;
    int result = tl__cursor_open(run->book, sums_sql, NULL, 0, "summary", &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        if (tl_column_int(cursor, 0) != ledger) /* a ledger without a total has none but zeros */
            memset(run->totals, 0, sizeof run->totals);
        ledger = tl_column_int(cursor, 0);
        result = compare_row(run, cursor);
        if (result != TL_OK)
            break;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* Each row of the tally with the items counted anew. */
static int compare_tally(comparison *run)
{
    tl_cursor *cursor;
    int result = tl__cursor_open(run->book, tally_sql, NULL, 0, "summary", &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        char message[200];
        if (tl_column_type(cursor, 1) == TL_NULL) {
            run->sums += tl_column_int(cursor, 2);
            continue;
        }
        const char *found = tl_column_text(cursor, 1);
        snprintf(message, sizeof message, "the row '%s' (month, unit) is not what its items add up to", found == NULL ? "" : found);
        const tl_finding finding = { sizeof finding, 0, "tally.journal", "tally", tl_column_int(cursor, 0), NULL, message };
        result = tell(run, &finding);
        if (result != TL_OK)
            break;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

int tl_statistics_check(tl_book *book, tl_finding_fn on_finding, void *arg, int64_t *sums)
{
    comparison run = { .book = book, .on_finding = on_finding, .arg = arg };
    tl__enter(book);
    int result = compare_sums(&run);
    if (result == TL_OK)
        result = compare_tally(&run);
    if (sums != NULL)
        *sums = run.sums;
    if (result == TL_OK && run.wrong > 0)
        result = tl__error_set(&book->error, TL_ECORRUPT, NULL,
            "%lld of the statistics are not the sum of their parts: the book was changed around its rules; verify says what of it", (long long)run.wrong);
    return result;
}
