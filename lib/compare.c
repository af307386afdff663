/* compare.c (L3) - two ordered results merged, as one compares two lists by hand. */
#include "compare.h"

#include "search_index.h"

#include <stdio.h>
#include <string.h>

static int compare_value(sqlite3_stmt *one, sqlite3_stmt *other, int column)
{
    int a = sqlite3_column_type(one, column), b = sqlite3_column_type(other, column);
    if (a == SQLITE_NULL || b == SQLITE_NULL)
        return (a != SQLITE_NULL) - (b != SQLITE_NULL);
    if (a == SQLITE_INTEGER && b == SQLITE_INTEGER) {
        int64_t x = sqlite3_column_int64(one, column), y = sqlite3_column_int64(other, column);
        return (x > y) - (x < y);
    }
    int x = sqlite3_column_bytes(one, column), y = sqlite3_column_bytes(other, column);
    int order = memcmp(sqlite3_column_text(one, column), sqlite3_column_text(other, column), (size_t)(x < y ? x : y));
    return order != 0 ? order : (x > y) - (x < y);
}

static int compare_keys(const tl__comparison *comparison, sqlite3_stmt *one, sqlite3_stmt *other)
{
    for (int i = 0; i < comparison->keys; i++) {
        int order = compare_value(one, other, i);
        if (order != 0)
            return order;
    }
    return 0;
}

/* What a person calls the row: its keys. */
static void name_row(const tl__comparison *comparison, sqlite3_stmt *row, char *into, size_t room)
{
    size_t at = 0;
    into[0] = '\0';
    for (int i = 0; i < comparison->keys && at < room; i++)
        at += (size_t)snprintf(into + at, room - at, "%s%s", i > 0 ? " " : "", (const char *)sqlite3_column_text(row, i));
}

/* An extra trigger acts unseen, and an extra UNIQUE index lets OR REPLACE remove rows; other extra objects only sit there. */
static int is_harmless(sqlite3_stmt *row)
{
    const char *type = (const char *)sqlite3_column_text(row, 0);
    const char *sql = (const char *)sqlite3_column_text(row, 2);
    return type != NULL && strcmp(type, "trigger") != 0 && (strcmp(type, "index") != 0 || sql == NULL || sqlite3_strnicmp(sql, "CREATE UNIQUE", 13) != 0);
}

/* The search index comes and goes as it is wanted. */
static int is_index(sqlite3_stmt *row)
{
    const char *type = (const char *)sqlite3_column_text(row, 0), *name = (const char *)sqlite3_column_text(row, 1);
    return type != NULL && name != NULL && tl__search_index_is_own(type, name, (const char *)sqlite3_column_text(row, 2));
}

static int only_in_one(tl__verification *check, const tl__comparison *comparison, sqlite3_stmt *row, int in_book)
{
    char name[200];
    name_row(comparison, row, name, sizeof name);
    if (in_book && comparison->extra_is_note && is_index(row))
        return TL_OK;
    int note = in_book && comparison->extra_is_note && is_harmless(row);
    int64_t id = sqlite3_column_type(row, 0) == SQLITE_INTEGER ? sqlite3_column_int64(row, 0) : 0;
    return tl__found(check, note, comparison->rule, comparison->place, id, in_book ? "%s is in the book and not in %s" : "%s is missing in the book; %s has it",
        name, comparison->meant);
}

static int differing(tl__verification *check, const tl__comparison *comparison, sqlite3_stmt *book, sqlite3_stmt *scratch)
{
    char name[200];
    for (int i = comparison->keys; i < sqlite3_column_count(book); i++) {
        if (compare_value(book, scratch, i) == 0)
            continue;
        const char *has = (const char *)sqlite3_column_text(book, i);
        const char *meant = (const char *)sqlite3_column_text(scratch, i);
        const char *column = sqlite3_column_name(book, i);
        int64_t id = sqlite3_column_type(book, 0) == SQLITE_INTEGER ? sqlite3_column_int64(book, 0) : 0;
        name_row(comparison, book, name, sizeof name);
        if (id != 0 && comparison->keys == 1)
            return tl__found(check, 0, comparison->rule, comparison->place, id, "%s is '%.100s', by %s '%.100s'", column, has == NULL ? "" : has,
                comparison->meant, meant == NULL ? "" : meant);
        if (strcmp(column, "sql") == 0)
            return tl__found(check, 0, comparison->rule, comparison->place, id, "%s is not as in %s", name, comparison->meant);
        return tl__found(check, 0, comparison->rule, comparison->place, id, "%s: %s is '%.100s', by %s '%.100s'", name, column, has == NULL ? "" : has,
            comparison->meant, meant == NULL ? "" : meant);
    }
    return TL_OK;
}

static int merge(tl__verification *check, const tl__comparison *comparison, sqlite3_stmt *book, sqlite3_stmt *scratch)
{
    int a = sqlite3_step(book), b = sqlite3_step(scratch);
    int result = TL_OK;
    while (result == TL_OK && (a == SQLITE_ROW || b == SQLITE_ROW)) {
        int order = a != SQLITE_ROW ? 1 : b != SQLITE_ROW ? -1 : compare_keys(comparison, book, scratch);
        if (order < 0)
            result = only_in_one(check, comparison, book, 1);
        else if (order > 0)
            result = only_in_one(check, comparison, scratch, 0);
        else
            result = differing(check, comparison, book, scratch);
        if (order <= 0)
            a = sqlite3_step(book);
        if (order >= 0)
            b = sqlite3_step(scratch);
        if ((a != SQLITE_ROW && a != SQLITE_DONE) || (b != SQLITE_ROW && b != SQLITE_DONE))
            return tl__unreadable(check, comparison->rule, comparison->place);
    }
    return result;
}

int tl__compare(tl__verification *check, const tl__comparison *comparison)
{
    sqlite3_stmt *book = NULL, *scratch = NULL;
    int result;
    if (sqlite3_prepare_v2(check->scratch, comparison->sql, -1, &scratch, NULL) != SQLITE_OK)
        result = tl__fail_memory(check->book);
    else if (sqlite3_prepare_v2(check->db, comparison->sql, -1, &book, NULL) != SQLITE_OK)
        result = tl__unreadable(check, comparison->rule, comparison->place);
    else
        result = merge(check, comparison, book, scratch);
    sqlite3_finalize(book);
    sqlite3_finalize(scratch);
    return result;
}
