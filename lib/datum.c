/* datum.c (L3) - the one table (一张表): the dictionary of data, filling them in once for a unit and a period, correcting, and the forms that show them. */
#include "cursor.h"
#include "name.h"
#include "post.h"
#include "value.h"

#include <stdio.h>
#include <string.h>

int tl_datum_add(tl_book *book, const tl_datum_spec *spec, int64_t *seq)
{
    tl_datum_spec given = TL_DATUM_SPEC_INIT;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    const char *type = given.type != NULL ? given.type : given.choices != NULL ? "choice" : "text";
    const tl__new_entry entry = {
        .action = "add_datum", .code = given.code, .title = given.title, .kind = type, .detail = given.choices, .source = given.source, .request = given.request
    };
    int result = tl__post_one(book, &entry, seq);
    if (strcmp(book->error.rule, "datum.type") == 0)
        tl__error_suffix(&book->error, " ('%.100s')", type);
    return result == TL_EEXISTS && given.code != NULL ? tl__error_prefix(&book->error, "%s: ", given.code) : result;
}

int tl_datum_use(tl_book *book, int64_t ledger, const char *datum)
{
    tl__field found;
    tl__enter(book);
    int result = tl__datum_find(book, datum, &found);
    if (result == TL_OK) {
        const tl__new_entry entry = { .action = "list_datum", .ledger = ledger, .field = found.code };
        result = tl__post_one(book, &entry, NULL);
    }
    if (result == TL_EEXISTS)
        tl__error_prefix(&book->error, "%s: ", found.code);
    tl__field_free(&found);
    return result;
}

/* --------------------------------------------------------------------------------------------------------------- filling in */

/* Behind a refusal: what is there already, from whom and since when. */
static void add_filled(tl_book *book, const tl_filling *filling)
{
    sqlite3_stmt *statement = tl__statement(book, TL__DATUM_FILLED);
    if (statement == NULL)
        return;
    sqlite3_bind_text(statement, 1, filling->datum, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, filling->unit);
    sqlite3_bind_text(statement, 3, filling->period, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const char *value = (const char *)sqlite3_column_text(statement, 0), *by = (const char *)sqlite3_column_text(statement, 1);
        const char *on = (const char *)sqlite3_column_text(statement, 2);
        int corrected = sqlite3_column_int(statement, 3);
        tl__error_suffix(&book->error, "; filled in by %s on %s, it is '%.200s'", by, on, value);
        if (corrected == 1)
            tl__error_suffix(&book->error, ", corrected once since");
        if (corrected > 1)
            tl__error_suffix(&book->error, ", corrected %d times since", corrected);
    }
    tl__done(statement);
}

/* Behind a refusal: the type, and what can be chosen. */
static void add_type(tl_book *book, const tl_filling *filling)
{
    sqlite3_stmt *statement = tl__statement(book, TL__DATUM_TYPE);
    if (statement == NULL)
        return;
    sqlite3_bind_text(statement, 1, filling->datum, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW)
        tl__error_suffix(&book->error, " ('%.100s'; %s)", filling->value, (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
}

/* "sq1 people 2023-Q1: " before the words. */
static int name_place(tl_book *book, const tl_filling *filling)
{
    sqlite3_stmt *statement = tl__statement(book, TL__UNIT_CODE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, filling->unit);
    const char *unit = sqlite3_step(statement) == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
    const char *period = filling->period != NULL ? filling->period : "";
    tl__error_prefix(&book->error, "%s%s%s%s%.40s: ", unit != NULL ? unit : "", unit != NULL ? " " : "", filling->datum, *period != '\0' ? " " : "", period);
    tl__done(statement);
    return book->error.result;
}

/* Words around a refusal. */
static int filling_failed(tl_book *book, const tl_filling *filling)
{
    const char *rule = book->error.rule;
    if (*rule == '\0')
        return book->error.result;
    if (strcmp(rule, "datum.filled") == 0)
        add_filled(book, filling);
    if (strcmp(rule, "datum.off_catalogue") == 0)
        tl__name_catalogue(book, filling->unit);
    if (strcmp(rule, "value.type") == 0)
        add_type(book, filling);
    return name_place(book, filling);
}

static int post_filling(tl_book *book, const char *action, tl_filling *filling, const char *type, int64_t *seq)
{
    char period[TL__PERIOD_ROOM], value[TL__VALUE_ROOM];
    if (filling->value != NULL && *filling->value == '\0')
        filling->value = NULL; /* the schema says what is missing */
    filling->period = tl__period_read(filling->period, period);
    int result = tl__value_read(book, type, &filling->value, value);
    if (result != TL_OK)
        return result;
    const tl__new_entry entry = { .action = action,
        .field = filling->datum,
        .unit = filling->unit,
        .period = filling->period,
        .content = filling->value,
        .note = filling->note,
        .request = filling->request };
    result = tl__post_one(book, &entry, seq);
    return result == TL_OK ? TL_OK : filling_failed(book, filling);
}

static int fill_in(tl_book *book, const char *action, const tl_filling *filling, int64_t *seq)
{
    tl_filling given = TL_FILLING_INIT;
    tl__field datum;
    if (tl__take(book, &given, sizeof given, filling) != TL_OK)
        return TL_EMISUSE;
    int result = tl__datum_find(book, given.datum, &datum);
    given.datum = datum.code;
    if (result == TL_OK)
        result = post_filling(book, action, &given, datum.type, seq);
    tl__field_free(&datum);
    return result;
}

int tl_fill(tl_book *book, const tl_filling *filling, int64_t *seq)
{
    return fill_in(book, "fill", filling, seq);
}

int tl_correct(tl_book *book, const tl_filling *filling, int64_t *seq)
{
    return fill_in(book, "correct", filling, seq);
}

/* ------------------------------------------------------------------------------------------------------------------ reading */

int tl_data(tl_book *book, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_open(book,
        "SELECT d.code, d.title, d.type, d.choices, d.source, (SELECT group_concat(code, ', ') FROM (SELECT l.code FROM ledger_datum f "
        "JOIN ledger l ON l.id = f.ledger WHERE f.datum = d.code ORDER BY l.id)) AS listed_in FROM datum d ORDER BY d.id",
        NULL, 0, "datum", cursor);
}

/* 1 if some period is written so. */
static int is_period(const char *period)
{
    char day[TL__PERIOD_ROOM];
    size_t length = strlen(period);
    const char *behind = length == 4 ? "-01-01" : length == 7 ? "-01" : "";
    if (length == 7 && strncmp(period + 4, "-Q", 2) == 0)
        return strchr("1234", period[6]) != NULL && strspn(period, "0123456789") == 4;
    return length <= 10 && snprintf(day, sizeof day, "%s%s", period, behind) == 10 && tl__is_day(day);
}

int tl_form(tl_book *book, int64_t ledger, const char *period, tl_cursor **cursor)
{
    char room[TL__PERIOD_ROOM];
    tl__enter(book);
    *cursor = NULL;
    int result = tl__check_ledger(book, ledger);
    if (result != TL_OK)
        return result;
    const tl__parameter parameters[] = { { tl__period_read(period, room), 0 }, { NULL, ledger } };
    if (period != NULL && !is_period(parameters[0].text)) {
        tl__fail_rule(book, "entry.period");
        return tl__error_suffix(&book->error, " ('%.40s')", period);
    }
    return tl__cursor_open(book,
        ledger == 0 ? "SELECT * FROM ledger_form WHERE ?1 = 0 OR period = ?1 ORDER BY ledger_id, period, unit, rank"
                    : "SELECT * FROM ledger_form WHERE ledger_id = ?2 AND (?1 = 0 OR period = ?1) ORDER BY period, unit, rank",
        parameters, ledger == 0 ? 1 : 2, "datum", cursor);
}
