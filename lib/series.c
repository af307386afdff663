/* series.c (L3) - series: what comes again every month, quarter, year or so many days. Which periods there are and when each is due are views of the
 * book; here their occurrences are made, with their leads. */
#include "calendar.h"
#include "cursor.h"
#include "label.h"
#include "name.h"
#include "post.h"
#include "value.h"

#include <stdio.h>
#include <string.h>

/* An occurrence to be made. */
typedef struct occurrence {
    int64_t series, ledger, lead;
    char period[11], due[11];
} occurrence;

/* ---------------------------------------------------------------------------------------------------------------------- adding and ending */

static int has_rule(const tl_book *book, const char *rule)
{
    return strcmp(book->error.rule, rule) == 0;
}

/* A cycle that is not known is answered with the nearest one; the rule stays. */
static int fail_cycle(tl_book *book, const char *cycle)
{
    tl__error_clear(&book->error);
    int result = tl__check_word(book, "cycle", cycle, NULL);
    snprintf(book->error.rule, sizeof book->error.rule, "series.cycle");
    return result;
}

/* What was given for the column that the rule is about, behind its sentence. */
static int series_words(tl_book *book, const tl_series_spec *spec, int result)
{
    const struct {
        const char *rule, *text;
    } given[] = { { "series.day", spec->day }, { "series.adjust", spec->adjust }, { "series.period", spec->from }, { "entry.period", spec->from },
        { "entry.code", spec->code } };
    if (result == TL_EEXISTS)
        return tl__error_prefix(&book->error, "%s: ", spec->code);
    if (has_rule(book, "series.cycle") && spec->cycle != NULL)
        return fail_cycle(book, spec->cycle);
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        if (given[i].text != NULL && has_rule(book, given[i].rule))
            tl__error_suffix(&book->error, " ('%.100s')", given[i].text);
    return result;
}

int tl_series_add(tl_book *book, const tl_series_spec *spec, int64_t *series)
{
    tl_series_spec given = TL_SERIES_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    char day[TL__PERIOD_ROOM], from[TL__PERIOD_ROOM];
    const tl__new_entry entry = { .action = "add_series",
        .ledger = given.ledger,
        .code = given.code,
        .title = given.title,
        .kind = given.cycle,
        .content = tl__period_read(given.day, day),
        .period = tl__period_read(given.from, from),
        .field = given.adjust,
        .unit = given.lead,
        .detail = given.detail,
        .request = given.request };
    return series_words(book, &given, tl__post_one(book, &entry, series));
}

/* "monthly-check: " or "monthly-check (2023-01): " before the words. */
static int name_series(tl_book *book, int64_t series, const char *period)
{
    sqlite3_stmt *statement = tl__statement(book, TL__SERIES_CODE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, series);
    const char *code = sqlite3_step(statement) == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    if (code != NULL && period == NULL)
        tl__error_prefix(&book->error, "%s: ", code);
    else if (code != NULL)
        tl__error_prefix(&book->error, "%s (%.20s): ", code, period);
    tl__done(statement);
    return book->error.result;
}

int tl_series_end(tl_book *book, int64_t series, const char *period, const char *note)
{
    char room[TL__PERIOD_ROOM];
    tl__enter(book);
    const tl__new_entry entry = { .action = "end_series", .series = series, .period = tl__period_read(period, room), .note = note };
    int result = tl__post_one(book, &entry, NULL);
    if (result == TL_OK || book->error.rule[0] == '\0')
        return result;
    if (period != NULL && (has_rule(book, "series.period") || has_rule(book, "entry.period") || has_rule(book, "series.made")))
        tl__error_suffix(&book->error, " ('%.100s')", period);
    return name_series(book, series, NULL);
}

/* ----------------------------------------------------------------------------------------------------------------------------- reading */

int tl_series(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, ledger };
    tl__enter(book);
    return tl__cursor_open(book,
        ledger == 0 ? "SELECT * FROM series_summary ORDER BY series_id"
                    : "SELECT s.* FROM series q JOIN series_summary s ON s.series_id = q.id WHERE q.ledger = ?1 ORDER BY q.id",
        &parameter, ledger == 0 ? 0 : 1, "series", cursor);
}

int tl_series_periods(tl_book *book, int64_t series, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, series };
    tl__enter(book);
    *cursor = NULL;
    int result = tl__check_series(book, series);
    if (result != TL_OK)
        return result;
    return tl__cursor_open(book,
        series == 0 ? "SELECT * FROM series_status ORDER BY series_id, starts_on" : "SELECT * FROM series_status WHERE series_id = ?1 ORDER BY starts_on",
        &parameter, series == 0 ? 0 : 1, "series", cursor);
}

/* ------------------------------------------------------------------------------------------------------------------ making occurrences */

/* Refuses a day behind the one up to which the book knows periods: less would be made than was asked for. */
static int check_horizon(tl_book *book, const char *to)
{
    const tl__parameter parameter = { to, 0 };
    tl_cursor *cursor;
    int result = tl__cursor_open(book, "SELECT day FROM series_horizon WHERE ?1 > day", &parameter, 1, "series", &cursor);
    if (result != TL_OK)
        return result;
    result = tl_next(cursor);
    if (result == TL_ROW) {
        result = tl__fail_rule(book, "series.ahead");
        tl__error_suffix(&book->error, " (asked for %s, possible up to %s)", to, tl_column_text(cursor, 0));
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int keep_occurrence(const tl_cursor *cursor, void *element)
{
    occurrence *kept = element;
    *kept = (occurrence) { .series = tl_column_int(cursor, 0), .ledger = tl_column_int(cursor, 1), .lead = tl_column_int(cursor, 2) };
    const char *period = tl_column_text(cursor, 3), *due = tl_column_text(cursor, 4);
    if (period == NULL || due == NULL)
        return tl__fail_memory(tl__cursor_book(cursor));
    snprintf(kept->period, sizeof kept->period, "%s", period);
    snprintf(kept->due, sizeof kept->due, "%s", due);
    return TL_OK;
}

static int read_missing(tl_book *book, const char *to, int64_t series, void **list, size_t *count)
{
    const tl__parameter parameters[] = { { to, 0 }, { NULL, series } };
    tl_cursor *cursor;
    int result = tl__cursor_open(book,
        "SELECT series_id, ledger_id, unit_id, period, due FROM series_status WHERE item IS NULL AND starts_on <= ?1 AND (?2 = 0 OR series_id = ?2) "
        "ORDER BY series_id, starts_on",
        parameters, 2, "series", &cursor);
    return result != TL_OK ? result : tl__cursor_keep(cursor, sizeof(occurrence), keep_occurrence, list, count);
}

/* The lead can't be changed in a series: what to do instead. */
static void advise_retired(tl_book *book, int64_t lead)
{
    sqlite3_stmt *statement = tl__statement(book, TL__UNIT_CODE);
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement, 1, lead);
    if (sqlite3_step(statement) == SQLITE_ROW)
        tl__error_suffix(&book->error, " (%s %s, its lead); end the series before this period, and add one with another lead",
            (const char *)sqlite3_column_text(statement, 0), (const char *)sqlite3_column_text(statement, 1));
    tl__done(statement);
}

static int make_one(tl_book *book, const occurrence *made)
{
    const tl__new_entry entry = { .action = "register", .ledger = made->ledger, .series = made->series, .period = made->period, .due = made->due };
    tl_posting lead = { .size = sizeof lead, .unit = made->lead, .role = "lead" };
    int result = tl__post_new(book, &entry, &lead.item);
    if (result == TL_OK && made->lead != 0)
        result = tl__post_item(book, &lead, "assign", NULL, NULL, NULL, NULL);
    if (result == TL_OK || book->error.rule[0] == '\0')
        return result;
    if (has_rule(book, "unit.retired"))
        advise_retired(book, made->lead);
    return name_series(book, made->series, made->period);
}

static int make_all(tl_book *book, const char *to, int64_t series, size_t *count)
{
    void *list = NULL;
    int result = read_missing(book, to, series, &list, count);
    for (size_t i = 0; result == TL_OK && i < *count; i++)
        result = make_one(book, (const occurrence *)list + i);
    sqlite3_free(list);
    return result;
}

int tl_series_run(tl_book *book, const char *to, int64_t series, int64_t *count)
{
    tl__due_given given;
    size_t made = 0;
    int begun;
    tl__enter(book);
    if (to == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "occurrences are made up to a day: say which");
    int result = tl__due_given_read(book, to, NULL, 0, NULL, &given);
    if (result == TL_OK && (given.due == NULL || !tl__is_day(given.due)))
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is no day; write 2023-12-31, or such as 年底前", to);
    if (result == TL_OK)
        result = tl__check_series(book, series);
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result != TL_OK)
        return result;
    result = check_horizon(book, given.due);
    if (result == TL_OK)
        result = make_all(book, given.due, series, &made);
    result = tl__write_end(book, begun, result);
    if (result == TL_OK && count != NULL)
        *count = (int64_t)made;
    return result;
}
