/* name.c (L2) - from the names that people type to ids. */
#include "name.h"

#include <stdio.h>
#include <string.h>

/* Refuses name, with the nearest name among the rows of statement (name, other name). statement is bound, and is given back. */
static int fail_unknown(tl_book *book, sqlite3_stmt *statement, int result, const char *what, const char *name)
{
    char best[200] = "", other[200] = "", all[400] = "";
    size_t best_distance = SIZE_MAX;
    size_t used = 0;
    int few = 0; /* names, of which there are not too many to list */
    while (statement != NULL && sqlite3_step(statement) == SQLITE_ROW) {
        const char *candidate = (const char *)sqlite3_column_text(statement, 0);
        const char *second = (const char *)sqlite3_column_text(statement, 1);
        size_t distance = candidate == NULL ? SIZE_MAX : tl__distance(name, candidate);
        if (used < sizeof all && candidate != NULL && strstr(all, candidate) == NULL)
            used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", used > 0 ? tl__said(&book->error, ", ") : "", candidate);
        few = used < sizeof all;
        if (distance >= best_distance || !tl__is_near(name, candidate, distance))
            continue;
        best_distance = distance;
        snprintf(best, sizeof best, "%s", candidate);
        snprintf(other, sizeof other, "%s", second == NULL ? "" : second);
    }
    tl__done(statement);
    what = tl__said(&book->error, what);
    if (best[0] == '\0' && few)
        return tl__error_set(&book->error, result, NULL, "there is no %s '%.200s'; there are: %s", what, name, all);
    if (best[0] == '\0')
        return tl__error_set(&book->error, result, NULL, "there is no %s '%.200s'", what, name);
    if (other[0] == '\0')
        return tl__error_set(&book->error, result, NULL, "there is no %s '%.200s'; the nearest is '%s'", what, name, best);
    return tl__error_set(&book->error, result, NULL, "there is no %s '%.200s'; the nearest is '%s' (%s)", what, name, best, other);
}

static int check_name(tl_book *book, const char *what, const char *name)
{
    if (name == NULL || *name == '\0')
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "%s: a name is needed", tl__said(&book->error, what));
    if (!tl__is_utf8(name))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "the name of the %s is not UTF-8 text; convert it first", tl__said(&book->error, what));
    return TL_OK;
}

/* Looks one id up by one text: TL_ROW, TL_DONE or an error. */
static int lookup(tl_book *book, sqlite3_stmt *statement, int at, const char *text, int64_t *id)
{
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        *id = sqlite3_column_int64(statement, 0);
    tl__done(statement);
    return result;
}

static int unit_by_name(tl_book *book, const char *name, int64_t *unit)
{
    sqlite3_stmt *statement = tl__statement(book, TL__UNIT_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW) {
        char code[200];
        *unit = sqlite3_column_int64(statement, 0);
        snprintf(code, sizeof code, "%s", (const char *)sqlite3_column_text(statement, 1));
        if (tl__step(book, statement) == TL_ROW)
            result = tl__error_set(&book->error, TL_EINVAL, NULL, "'%s' is the name of more than one unit; use a code: %s, %s", name, code,
                (const char *)sqlite3_column_text(statement, 1));
    }
    tl__done(statement);
    return result;
}

int tl__unit_id(tl_book *book, const char *name, int64_t *unit)
{
    int result = check_name(book, "unit", name);
    if (result != TL_OK)
        return result;
    result = lookup(book, tl__statement(book, TL__UNIT_BY_CODE), 1, name, unit);
    if (result == TL_DONE)
        result = unit_by_name(book, name, unit);
    if (result == TL_DONE)
        return fail_unknown(book, tl__statement(book, TL__UNIT_NAMES), TL_ENOTFOUND, "unit", name);
    return result == TL_ROW ? TL_OK : result;
}

int tl_unit_find(tl_book *book, const char *name, int64_t *unit)
{
    tl__enter(book);
    return tl__unit_id(book, name, unit);
}

static int ledger_id(tl_book *book, const char *code, int64_t *ledger)
{
    int result = lookup(book, tl__statement(book, TL__LEDGER_BY_CODE), 1, code, ledger);
    if (result == TL_DONE)
        return fail_unknown(book, tl__statement(book, TL__LEDGER_NAMES), TL_ENOTFOUND, "ledger", code);
    return result == TL_ROW ? TL_OK : result;
}

int tl_ledger_find(tl_book *book, const char *code, int64_t *ledger)
{
    tl__enter(book);
    int result = check_name(book, "ledger", code);
    return result != TL_OK ? result : ledger_id(book, code, ledger);
}

int tl_series_find(tl_book *book, const char *code, int64_t *series)
{
    tl__enter(book);
    int result = check_name(book, "series", code);
    if (result == TL_OK)
        result = lookup(book, tl__statement(book, TL__SERIES_BY_CODE), 1, code, series);
    if (result == TL_DONE)
        return fail_unknown(book, tl__statement(book, TL__SERIES_NAMES), TL_ENOTFOUND, "series", code);
    return result == TL_ROW ? TL_OK : result;
}

static int item_by_uid(tl_book *book, const char *uid, int64_t *item)
{
    int result = lookup(book, tl__statement(book, TL__ITEM_BY_UID), 1, uid, item);
    if (result == TL_DONE)
        return tl__error_set(&book->error, TL_ENOTFOUND, NULL, "there is no item with the uid %s", uid);
    return result == TL_ROW ? TL_OK : result;
}

/* A ledger's code has no slash, a number has none either: the one there is parts them. */
int tl__item_id(tl_book *book, const char *ref, int64_t *item)
{
    char code[256];
    int64_t ledger;
    int result = check_name(book, "item", ref);
    if (result != TL_OK)
        return result;
    if (tl__is_uid(ref))
        return item_by_uid(book, ref, item);
    const char *slash = strchr(ref, '/');
    if (slash == NULL || slash == ref || slash[1] == '\0' || (size_t)(slash - ref) >= sizeof code)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "'%.200s' names no item; write LEDGER/NO, as in tasks-2023/17, or the item's uid", ref);
    snprintf(code, sizeof code, "%.*s", (int)(slash - ref), ref);
    result = ledger_id(book, code, &ledger);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_BY_NO);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, ledger);
    result = lookup(book, statement, 2, slash + 1, item);
    if (result == TL_ROW)
        return TL_OK;
    if (result != TL_DONE)
        return result;
    statement = tl__statement(book, TL__ITEM_NOS);
    sqlite3_bind_int64(statement, 1, ledger);
    fail_unknown(book, statement, TL_ENOTFOUND, "item", slash + 1);
    return tl__error_prefix(&book->error, "in ledger %s ", code);
}

int tl_item_find(tl_book *book, const char *ref, int64_t *item)
{
    tl__enter(book);
    return tl__item_id(book, ref, item);
}

/* Refuses an id that no row of the statement has; 0 is none in particular. */
static int check_id(tl_book *book, tl__statement_id by_id, int64_t id, const char *rule, const char *what)
{
    if (id == 0)
        return TL_OK;
    sqlite3_stmt *statement = tl__statement(book, by_id);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, id);
    int result = tl__step(book, statement);
    tl__done(statement);
    if (result == TL_DONE)
        return tl__error_set(&book->error, TL_ENOTFOUND, rule, "there is no %s with the id %lld", tl__said(&book->error, what), (long long)id);
    return result < 0 ? result : TL_OK;
}

int tl__check_ledger(tl_book *book, int64_t ledger)
{
    return check_id(book, TL__LEDGER_CODE, ledger, "item.ledger", "ledger");
}

int tl__check_unit(tl_book *book, int64_t unit)
{
    return check_id(book, TL__UNIT_CODE, unit, "unit.id", "unit");
}

int tl__check_series(tl_book *book, int64_t series)
{
    return check_id(book, TL__SERIES_CODE, series, "series.id", "series");
}

int tl__item_ledger(tl_book *book, int64_t item, int64_t *ledger)
{
    *ledger = 0;
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_PLACE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        *ledger = sqlite3_column_int64(statement, 2);
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* The one row of code and type that the statement has, as copies. TL_ROW, or TL_DONE: none. */
static int copy_field(tl_book *book, sqlite3_stmt *statement, tl__field *field)
{
    int result = tl__step(book, statement);
    if (result == TL_ROW && (tl__column_copy(book, statement, 0, &field->code) != TL_OK || tl__column_copy(book, statement, 1, &field->type) != TL_OK))
        result = book->error.result;
    tl__done(statement);
    return result;
}

int tl__field_find(tl_book *book, int64_t item, const char *name, tl__field *field)
{
    int64_t ledger;
    *field = (tl__field) { NULL, NULL };
    int result = tl__item_ledger(book, item, &ledger);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__FIELD_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, ledger);
    result = tl__bind_text(book, statement, 2, "field", name);
    if (result == TL_OK)
        result = copy_field(book, statement, field);
    if (result != TL_DONE)
        return result == TL_ROW ? TL_OK : result;
    statement = tl__statement(book, TL__FIELD_NAMES);
    sqlite3_bind_int64(statement, 1, ledger);
    return fail_unknown(book, statement, TL_EINVAL, "field", name);
}

int tl__check_field(tl_book *book, int64_t ledger, const char *name)
{
    int result = check_name(book, "field", name);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__FIELD_ANYWHERE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, ledger);
    sqlite3_bind_text(statement, 2, name, -1, SQLITE_STATIC);
    result = tl__step(book, statement);
    tl__done(statement);
    if (result != TL_DONE)
        return result == TL_ROW ? TL_OK : result;
    statement = tl__statement(book, TL__FIELD_NAMES_ANYWHERE);
    if (statement != NULL)
        sqlite3_bind_int64(statement, 1, ledger);
    return fail_unknown(book, statement, TL_EINVAL, "field", name);
}

int tl__datum_find(tl_book *book, const char *name, tl__field *datum)
{
    *datum = (tl__field) { NULL, NULL };
    int result = check_name(book, "datum", name);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *statement = tl__statement(book, TL__DATUM_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    result = copy_field(book, statement, datum);
    if (result == TL_DONE)
        return fail_unknown(book, tl__statement(book, TL__DATUM_NAMES), TL_ENOTFOUND, "datum", name);
    return result == TL_ROW ? TL_OK : result;
}

void tl__field_free(tl__field *field)
{
    tl_free(field->code);
    tl_free(field->type);
}

/* Keeps the rule that was broken, and says which names there are in place of its sentence. */
static int fail_word(tl_book *book, tl__statement_id names, const char *what, const char *word)
{
    char rule[sizeof book->error.rule];
    snprintf(rule, sizeof rule, "%s", book->error.rule);
    tl__error_clear(&book->error);
    int result = fail_unknown(book, tl__statement(book, names), TL_EINVAL, what, word == NULL ? "" : word);
    snprintf(book->error.rule, sizeof book->error.rule, "%s", rule);
    return result;
}

int tl__fail_action(tl_book *book, const char *action)
{
    return fail_word(book, TL__ACTION_NAMES, "action", action);
}

int tl__fail_template(tl_book *book, const char *name)
{
    return fail_word(book, TL__TEMPLATE_NAMES, "template", name);
}

int tl__fail_workflow(tl_book *book, const char *name)
{
    return fail_word(book, TL__WORKFLOW_NAMES, "workflow", name);
}

int tl__fail_policy(tl_book *book, const char *name)
{
    return fail_word(book, TL__POLICY_NAMES, "policy", name);
}

int tl__fail_amendable(tl_book *book, const char *name)
{
    return fail_word(book, TL__AMENDABLE_NAMES, "policy", name);
}

int tl_item_ref(tl_book *book, int64_t item, char **copy)
{
    tl__enter(book);
    *copy = NULL;
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_PLACE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, copy);
    else if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ENOTFOUND, "entry.item", "there is no item with the id %lld", (long long)item);
    tl__done(statement);
    return result;
}
