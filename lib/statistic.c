/* statistic.c (L3) - statistics: the view of that name, or state_summary, of the whole book or of a period. The view's own text is asked, behind the one kind
 * of rows that is wanted and, of a period, other rows to be added up than those of the whole book: no figure and no rounding is written twice. */
#include "cursor.h"
#include "label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNTS(sign)                                                                                                                                           \
    sign "registered, " sign "dispatched, " sign "in_progress, " sign "in_review, " sign "notice, " sign "standing, " sign "suspended, " sign "closed, " sign  \
         "cancelled, " sign "with_due, " sign "overdue, " sign "late, " sign "days, " sign "dated, " sign "extended, " sign "reviewed, " sign                  \
         "returned, " sign "finished, " sign "reopened "

/* One kind of row alone. ?1 what they are by, ?2 the ledger, 0 all. */
static const char of_kind[] = "WITH statistic_kind(\"by\", of_ledger) AS (SELECT ?1, ?1 = 'ledger' OR ?2 <> 0 WHERE ?1 <> 'risk'), "
                              "statistic_part AS (SELECT ";
/* ?3 and ?4 the first and the last whole month of a period, which come from the tally; ?5 and ?6 its first and last day. */
static const char of_items[] = "), statistic_item AS (SELECT t.*, t.stopped_late + coalesce(t.running AND t.due < d.day, 0) AS overdue FROM today d "
                               "CROSS JOIN item_tally t WHERE t.due >= ?5 AND t.due <= ?6) ";
static const char of_cut_months[] = "month, ledger, unit, " COUNTS("") "FROM statistic_item WHERE NOT (month >= ?3 AND month <= ?4)";
static const char of_months[] = "month, ledger, unit, " COUNTS("") "FROM tally_part WHERE month >= ?3 AND month <= ?4";
/* The same, where fewer months lie outside: all of them together, less those ('-' is what has no due date). */
static const char of_other_months[] = "'' AS month, ledger, unit, " COUNTS(
    "") "FROM tally_part WHERE month = '' "
        "UNION ALL SELECT '', ledger, unit, " COUNTS("-") "FROM tally_part WHERE month > '' AND month < ?3 "
                                                          "UNION ALL SELECT '', ledger, unit, " COUNTS("-") "FROM tally_part WHERE month > ?4";

static const char of_states[] = "SELECT state, sum(total) AS total FROM (";

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
    if (nearest == NULL)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "statistics are by all, ledger, unit, unit_tree, state, month or risk, not by '%.100s'", given);
    return tl__error_set(&book->error, TL_EINVAL, NULL,
        "statistics are by all, ledger, unit, unit_tree, state, month or risk, not by '%.100s'; did you mean '%s'?", given, nearest);
}

/* The text of a view, kept with the book. */
static int view_text(tl_book *book, int states)
{
    const char *name = states ? "state_summary" : "statistics";
    sqlite3_stmt *statement = tl__statement(book, TL__VIEW_TEXT);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, &book->view_text[states]);
    else if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ECORRUPT, NULL, "the view %s is not in the book; run verify", name);
    tl__done(statement);
    return result;
}

/* The whole months of a period: first is one before last where there is none between. *cut becomes 1 if there are days beside them. */
typedef struct period {
    const char *from, *to;
    char first[16], last[16];
    int given, cut;
    int others; /* fewer months lie outside */
} period;

static void move_month(char month[16], int by)
{
    int months = atoi(month) * 12 + atoi(month + 5) - 1 + by;
    snprintf(month, 16, "%04d-%02d", months / 12, months % 12 + 1);
}

static void read_period(const tl_statistic_query *query, period *read)
{
    *read = (period) { query->from == NULL ? "0" : query->from, query->to == NULL ? "9999" : query->to, "0", "9999", query->from != NULL || query->to != NULL,
        0, 0 };
    if (query->from != NULL) {
        snprintf(read->first, sizeof read->first, "%.7s", query->from);
        if (atoi(query->from + 8) > 1) {
            move_month(read->first, 1);
            read->cut = 1;
        }
    }
    if (query->to != NULL) {
        snprintf(read->last, sizeof read->last, "%.7s", query->to);
        if (atoi(query->to + 8) < tl__month_length(atoi(query->to), atoi(query->to + 5))) {
            move_month(read->last, -1);
            read->cut = 1;
        }
    }
}

static int count_months(tl_book *book, period *asked)
{
    sqlite3_stmt *statement = tl__statement(book, TL__FEWER_MONTHS_OUTSIDE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, asked->first, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, asked->last, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    asked->others = result == TL_ROW && sqlite3_column_int(statement, 0);
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* What the view is put behind: the one kind, and the rows to be added up. */
static void append_parts(tl__buffer *sql, const char *by, const period *asked)
{
    int months = strcmp(by, "month") == 0;
    const char *month = months ? "" : "'' AS ";
    tl__append(sql, of_kind);
    if (!asked->given) {
        tl__append(sql, months ? "* FROM tally_part WHERE month <> '') " : "* FROM tally_part WHERE month = '') ");
        return;
    }
    tl__append(sql, asked->others ? "" : month);
    tl__append(sql, asked->others ? of_other_months : of_months);
    if (asked->cut) {
        tl__append(sql, " UNION ALL SELECT ");
        tl__append(sql, month);
        tl__append(sql, of_cut_months);
    }
    tl__append(sql, of_items);
}

static int build(tl_book *book, const char *by, period *asked, tl__buffer *sql)
{
    int states = strcmp(by, "state") == 0;
    int result = book->view_text[states] != NULL ? TL_OK : view_text(book, states);
    if (result == TL_OK && asked->given && strcmp(by, "month") != 0)
        result = count_months(book, asked);
    if (result != TL_OK)
        return result;
    append_parts(sql, by, asked);
    tl__append(sql, states ? of_states : "SELECT * FROM (");
    tl__append(sql, book->view_text[states]);
    tl__append(sql, states ? ") WHERE ?2 = 0 OR ledger = (SELECT code FROM ledger WHERE id = ?2) GROUP BY state "
                             "ORDER BY (SELECT rank FROM state WHERE name = state)"
                           : ") WHERE \"by\" = ?1 AND (ledger_id = ?2 OR (?2 = 0 AND (ledger_id IS NULL OR ?1 = 'ledger'))) "
                             "ORDER BY ledger_id, unit_id, month, risk");
    return sql->failed ? tl__fail_memory(book) : TL_OK;
}

int tl_statistics(tl_book *book, const tl_statistic_query *query, tl_cursor **cursor)
{
    tl_statistic_query given = TL_STATISTIC_QUERY_INIT;
    tl__buffer sql = { 0 };
    const char *by = NULL;
    period asked;
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    int result = check_query(book, &given, &by);
    if (result != TL_OK)
        return result;
    read_period(&given, &asked);
    result = build(book, by, &asked, &sql);
    const tl__parameter parameters[] = { { by, 0 }, { NULL, given.ledger }, { asked.first, 0 }, { asked.last, 0 }, { asked.from, 0 }, { asked.to, 0 } };
    if (result == TL_OK)
        result = tl__cursor_open(book, sql.text, parameters, asked.given ? 6 : 2, "statistic", cursor);
    tl_free(sql.text);
    return result;
}
