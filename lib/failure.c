/* failure.c (L1) - what SQLite's errors mean: which rule of the book was broken, or what else went wrong, in words. */
#include "book.h"

#include <stdio.h>
#include <string.h>

void tl__enter(tl_book *book)
{
    tl__error_clear(&book->error);
    tl_free(book->calendar);
    book->calendar = NULL;
}

int tl__take(tl_book *book, void *to, size_t room, const void *from)
{
    size_t size;
    tl__enter(book);
    if (from == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "this call needs to be given what to do: the struct is NULL");
    memcpy(&size, from, sizeof size);
    memcpy(to, from, size < room ? size : room);
    return TL_OK;
}

int tl__fail_memory(tl_book *book)
{
    return tl__error_set(&book->error, TL_ENOMEM, NULL, "out of memory");
}

static int result_of_kind(const char *kind)
{
    if (strcmp(kind, "value") == 0)
        return TL_EINVAL;
    if (strcmp(kind, "name") == 0)
        return TL_ENOTFOUND;
    if (strcmp(kind, "exists") == 0)
        return TL_EEXISTS;
    if (strcmp(kind, "conflict") == 0)
        return TL_ECONFLICT;
    return TL_ERULE;
}

int tl__in_chinese(const tl_book *book)
{
    return book->error.chinese;
}

const char *tl__word(const tl_book *book, const char *en, const char *zh)
{
    return tl__in_chinese(book) ? zh : en;
}

int tl__fail_rule(tl_book *book, const char *rule)
{
    char name[64];
    snprintf(name, sizeof name, "%s", rule);
    sqlite3_stmt *statement = tl__statement(book, TL__RULE);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        int zh = tl__in_chinese(book);
        tl__error_set(&book->error, result_of_kind((const char *)sqlite3_column_text(statement, 0)), name, "%s",
            (const char *)sqlite3_column_text(statement, zh ? 2 : 1));
    } else {
        tl__error_set(&book->error, TL_ERULE, name, "refused by a rule of the book");
    }
    tl__done(statement);
    return book->error.result;
}

int tl__rule_of(int extended, const char *message, char *rule, size_t room)
{
    if (strncmp(message, "tl:", 3) == 0) {
        snprintf(rule, room, "%s", message + 3);
        return 1;
    }
    if (extended == SQLITE_CONSTRAINT_DATATYPE) {
        snprintf(rule, room, "entry.type");
        return 1;
    }
    const char *name = strrchr(message, ' ');
    if ((extended != SQLITE_CONSTRAINT_CHECK && extended != SQLITE_CONSTRAINT_NOTNULL) || name == NULL)
        return 0;
    snprintf(rule, room, "%s", name + 1);
    char *between = strpbrk(rule, "_.");
    if (between != NULL)
        *between = '.';
    return 1;
}

static int fail_constraint(tl_book *book, int extended, const char *message)
{
    char rule[64];
    if (tl__rule_of(extended, message, rule, sizeof rule))
        return tl__fail_rule(book, rule);
    return tl__error_set(&book->error, TL_ERULE, NULL, "refused by the schema: %s", message);
}

int tl__fail_on(tl_book *book, sqlite3 *db, int sqlite_result)
{
    char message[600];
    int extended = sqlite3_extended_errcode(db);
    if ((extended & 0xff) != (sqlite_result & 0xff))
        extended = sqlite_result;
    snprintf(message, sizeof message, "%s", sqlite3_errmsg(db));
    const char *path = book->path == NULL ? "the book" : book->path;
    tl__error *error = &book->error;
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
        return fail_constraint(book, extended, message);
    case SQLITE_NOMEM:
        return tl__fail_memory(book);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tl__error_set(error, TL_EBUSY, NULL, "%s: another program has been writing for too long; try again", path);
    case SQLITE_READONLY:
        return tl__error_set(error, TL_EREADONLY, NULL, "%s can't be written: it is open for reading only, or you may not write it", path);
    case SQLITE_NOTADB:
        return tl__error_set(error, TL_ESCHEMA, NULL, "%s is not a book: it is no SQLite file", path);
    case SQLITE_CORRUPT:
        if (extended == SQLITE_CORRUPT_VTAB)
            return tl__error_set(error, TL_ECORRUPT, NULL, "the search index of %s is damaged; taskledger search --rebuild-index makes it anew", path);
        return tl__error_set(error, TL_ECORRUPT, NULL, "%s is damaged (%s); go back to a backup", path, message);
    case SQLITE_FULL:
        return tl__error_set(error, TL_EIO, NULL, "%s: the disk is full; make room and post again", path);
    case SQLITE_CANTOPEN:
        return tl__error_set(error, TL_EIO, NULL, "%s can't be opened: check that its folder is there and that you may use it", path);
    case SQLITE_TOOBIG:
        return tl__error_set(error, TL_EINVAL, NULL, "a text is too long");
    case SQLITE_ABORT:
        return tl__error_set(error, TL_EMISUSE, NULL, "these rows were cut off by a rollback; read them again");
    case SQLITE_INTERRUPT:
        return tl__error_set(error, TL_ESTOP, NULL, "stopped");
    case SQLITE_IOERR:
        return tl__error_set(error, TL_EIO, NULL, "%s: the system failed to read or write (%s)", path, message);
    default:
        /* A statement of ours that does not fit: the schema is not the one it should be. */
        return tl__error_set(error, TL_ESCHEMA, NULL, "%s: %s; run verify", path, message);
    }
}

int tl__fail_db(tl_book *book, int sqlite_result)
{
    return tl__fail_on(book, book->db, sqlite_result);
}
