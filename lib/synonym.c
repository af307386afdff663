/* synonym.c (L3) - synonyms: what an office calls the columns of its tables. How import uses them is import_column's. */
#include "synonym.h"

#include "cursor.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

/* The length of a blank, or 0. */
static size_t blank(const char *at)
{
    static const char *const blanks[] = { " ", "\t", "\r", "\n", "\xC2\xA0", "\xE3\x80\x80" };
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
        if (strncmp(at, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

void tl__heading_squeeze(char *text)
{
    size_t length = 0, skip;
    for (const char *at = text; *at != '\0'; at += skip == 0 ? 1 : skip) {
        skip = blank(at);
        if (skip == 0)
            text[length++] = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    }
    text[length] = '\0';
}

char *tl__heading_plain(const char *heading)
{
    size_t room = strlen(heading) + 1;
    char *plain = sqlite3_malloc64(room);
    if (plain != NULL && tl__narrow(heading, plain, room))
        tl__heading_squeeze(plain);
    return plain;
}

/* 1 if the heading means that already; 0, or an error. */
static int is_known(tl_book *book, const char *heading, const char *name)
{
    sqlite3_stmt *statement = tl__statement(book, TL__SYNONYM);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "heading", heading);
    if (result == TL_OK)
        result = tl__bind_text(book, statement, 2, "name", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

/* The nearest of the names there are, else all of them, behind the refusal of one that is none. */
static int name_columns(tl_book *book, const char *name)
{
    char best[40] = "";
    size_t best_distance = SIZE_MAX;
    tl__buffer all = { 0 };
    sqlite3_stmt *statement = tl__statement(book, TL__SYNONYM_NAMES);
    if (statement == NULL)
        return book->error.result;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *candidate = (const char *)sqlite3_column_text(statement, 0);
        size_t distance = candidate == NULL ? SIZE_MAX : tl__distance(name, candidate);
        tl__append(&all, all.length == 0 ? "" : " ");
        tl__append(&all, candidate == NULL ? "" : candidate);
        if (distance >= best_distance || !tl__is_near(name, candidate, distance))
            continue;
        best_distance = distance;
        snprintf(best, sizeof best, "%s", candidate);
    }
    tl__done(statement);
    int result = best[0] != '\0' ? tl__error_suffix(&book->error, " ('%.100s'; the nearest is %s)", name, best)
                                 : tl__error_suffix(&book->error, " ('%.100s'; there are: %s)", name, all.text == NULL ? "" : all.text);
    tl_free(all.text);
    return result;
}

int tl_synonym_add(tl_book *book, const char *heading, const char *name)
{
    tl__enter(book);
    if (heading == NULL || name == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a synonym needs a heading, and the name of the column that it means");
    char *plain = tl__is_utf8(heading) ? tl__heading_plain(heading) : tl__copy(heading);
    if (plain == NULL)
        return tl__fail_memory(book);
    int result = is_known(book, plain, name);
    if (result == 0)
        result = tl__post_one(book, &(tl__new_entry) { .action = "add_synonym", .title = plain, .field = name }, NULL);
    else if (result == 1)
        result = TL_OK;
    if (strcmp(book->error.rule, "synonym.name") == 0)
        result = name_columns(book, name);
    else if (strcmp(book->error.rule, "synonym.taken") == 0)
        tl__error_suffix(&book->error, " ('%.100s')", plain);
    tl_free(plain);
    return result;
}

int tl_synonyms(tl_book *book, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_open(book, "SELECT heading, name, entry FROM synonym ORDER BY entry IS NULL, name, heading", NULL, 0, "synonym", cursor);
}
