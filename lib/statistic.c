/* statistic.c (L3) - statistics: the view of that name, of the whole book or of a period. Of a period the same view is asked, its text with other rows
 * before it than those of the whole book: no figure and no rounding is written twice. */
#include "cursor.h"
#include "label.h"

#include <string.h>

#define COUNTS                                                                                                                                                 \
    "registered, dispatched, in_progress, in_review, notice, standing, suspended, closed, cancelled, with_due, running, stopped_late, late, days, dated, "     \
    "extended, reviewed, returned, finished, reopened, overdue "

/* ?3 and ?4 are the first and the last day, 0 where there is none. Whole months come from the tally; items are asked only where a month is cut. */
static const char of_period[] =
    "WITH bound(first, last, from_day, to_day) AS (SELECT "
    "CASE WHEN ?3 = 0 THEN '0' WHEN substr(?3, 9) = '01' THEN substr(?3, 1, 7) ELSE substr(date(?3, 'start of month', '+1 month'), 1, 7) END, "
    "CASE WHEN ?4 = 0 THEN '9999' WHEN ?4 = date(?4, 'start of month', '+1 month', '-1 day') THEN substr(?4, 1, 7) "
    "ELSE substr(date(?4, 'start of month', '-1 day'), 1, 7) END, iif(?3 = 0, '0', ?3), iif(?4 = 0, '9999', ?4)), "
    "statistic_item AS (SELECT t.*, t.stopped_late + coalesce(t.running AND t.due < d.day, 0) AS overdue FROM bound b CROSS JOIN today d CROSS JOIN item_tally "
    "t "
    "WHERE t.due >= b.from_day AND t.due <= b.to_day), "
    "statistic_part AS (SELECT iif(w.column1, month, '') AS month, ledger, unit, " COUNTS
    "FROM bound b CROSS JOIN tally_part p CROSS JOIN (VALUES (0), (1)) w WHERE p.month >= b.first AND p.month <= b.last UNION ALL "
    "SELECT iif(w.column1, month, ''), ledger, unit, " COUNTS "FROM bound b CROSS JOIN statistic_item CROSS JOIN (VALUES (0), (1)) w "
    "WHERE (b.first > substr(b.from_day, 1, 7) OR b.last < substr(b.to_day, 1, 7)) AND NOT (month >= b.first AND month <= b.last)) ";

static const char of_states[] =
    "SELECT state, total FROM (SELECT s.rank, s.name AS state, CASE s.name WHEN 'registered' THEN p.registered WHEN 'dispatched' THEN p.dispatched WHEN "
    "'in_progress' THEN p.in_progress "
    "WHEN 'in_review' THEN p.in_review WHEN 'notice' THEN p.notice WHEN 'standing' THEN p.standing WHEN 'suspended' THEN p.suspended "
    "WHEN 'closed' THEN p.closed ELSE p.cancelled END AS total FROM ";

static int check_query(tl_book *book, const tl_statistic_query *query, const char **by)
{
    static const char *const words[] = { "all", "ledger", "unit", "unit_tree", "state", "month", "risk" };
    const char *given = query->by == NULL ? "ledger" : strcmp(query->by, "unit-tree") == 0 ? "unit_tree" : query->by;
    const char *days[] = { query->from, query->to };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        if (days[i] != NULL && !tl__is_day(days[i]))
            return tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is no day; write it as 2023-06-30", days[i]);
    if (query->from != NULL && query->to != NULL && strcmp(query->from, query->to) > 0)
        return tl__error_set(
            &book->error, TL_EINVAL, NULL, "the period ends on %s, before it begins on %s; give the earlier day as from", query->to, query->from);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i], given) == 0) {
            *by = words[i];
            return TL_OK;
        }
    const char *nearest = tl_nearest(given, words, sizeof words / sizeof words[0]);
    return tl__error_set(&book->error, TL_EINVAL, NULL, "statistics are by all, ledger, unit, unit_tree, state, month or risk, not by '%.100s'%s%s%s", given,
        nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest, nearest == NULL ? "" : "'?");
}

/* The text of the view, in parentheses. */
static int append_view(tl_book *book, tl__buffer *sql)
{
    sqlite3_stmt *statement;
    int result =
        sqlite3_prepare_v2(book->db, "SELECT substr(sql, instr(sql, ' AS') + 3) FROM main.sqlite_schema WHERE name = 'statistics'", -1, &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    result = tl__step(book, statement);
    tl__append(sql, "(");
    if (result == TL_ROW)
        tl__append(sql, (const char *)sqlite3_column_text(statement, 0));
    tl__append(sql, ")");
    sqlite3_finalize(statement);
    return result < 0 ? result : TL_OK;
}

static int build(tl_book *book, const char *by, int period, tl__buffer *sql)
{
    int result = TL_OK, states = strcmp(by, "state") == 0;
    tl__append(sql, period ? of_period : "");
    tl__append(sql, states ? of_states : "SELECT * FROM ");
    if (period)
        result = append_view(book, sql);
    else
        tl__append(sql, "statistics");
    if (states)
        tl__append(sql, " p CROSS JOIN state s WHERE p.\"by\" = iif(?2 = 0, 'all', 'ledger') AND ?1 = 'state' AND (?2 = 0 OR p.ledger_id = ?2)) "
                        "WHERE total > 0 ORDER BY rank");
    else
        tl__append(
            sql, " WHERE \"by\" = ?1 AND (ledger_id = ?2 OR (?2 = 0 AND (ledger_id IS NULL OR ?1 = 'ledger'))) ORDER BY ledger_id, unit_id, month, risk");
    if (result == TL_OK && sql->failed)
        result = tl__fail_memory(book);
    return result;
}

int tl_statistics(tl_book *book, const tl_statistic_query *query, tl_cursor **cursor)
{
    tl_statistic_query given = TL_STATISTIC_QUERY_INIT;
    tl__buffer sql = { 0 };
    const char *by = NULL;
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    int period = given.from != NULL || given.to != NULL;
    int result = check_query(book, &given, &by);
    if (result == TL_OK)
        result = build(book, by, period, &sql);
    const tl__parameter parameters[] = { { by, 0 }, { NULL, given.ledger }, { given.from, 0 }, { given.to, 0 } };
    if (result == TL_OK)
        result = tl__cursor_open(book, sql.text, parameters, period ? 4 : 2, "summary", cursor);
    tl_free(sql.text);
    return result;
}
