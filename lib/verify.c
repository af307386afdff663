/* verify.c (L3) - whether the book is what its journal says, and the journal what its seals say. Writes nothing, trusts no trigger and no view of the file. */
#include "verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int tl__found(tl__verification *check, int note, const char *rule, const char *place, int64_t row, const char *format, ...)
{
    char message[1000];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    for (char *at = message; *at != '\0'; at++)
        if (*at == '\n')
            *at = ' ';
    if (!note && (strcmp(rule, "chain") == 0 || strcmp(rule, "checkpoint") == 0))
        check->broken_chain++;
    else if (!note)
        check->wrong++;
    const tl_finding finding = { sizeof finding, note, rule, place, row, NULL, message };
    if (check->on_finding != NULL && check->on_finding(&finding, check->arg) != 0)
        return tl__error_set(&check->book->error, TL_ESTOP, NULL, "stopped by the caller");
    return TL_OK;
}

int tl__unreadable(tl__verification *check, const char *rule, const char *place)
{
    int code = sqlite3_errcode(check->db) & 0xff;
    int scratch = sqlite3_errcode(check->scratch) & 0xff;
    if (scratch == SQLITE_NOMEM)
        return tl__fail_memory(check->book);
    if (scratch == SQLITE_INTERRUPT)
        return tl__error_set(&check->book->error, TL_ESTOP, NULL, "stopped by the caller");
    if (code == SQLITE_NOMEM || code == SQLITE_BUSY || code == SQLITE_INTERRUPT || code == SQLITE_IOERR)
        return tl__fail_on(check->book, check->db, code);
    return tl__found(check, 0, rule, place, 0, "can't be read: %s", sqlite3_errmsg(check->db));
}

/* SQLite's own checks. */
static int check_file(tl__verification *check)
{
    static const char *const checks[] = { "PRAGMA integrity_check(20)", "PRAGMA foreign_key_check" };
    int result = TL_OK;
    for (size_t i = 0; i < 2 && result == TL_OK; i++) {
        sqlite3_stmt *statement;
        if (sqlite3_prepare_v2(check->db, checks[i], -1, &statement, NULL) != SQLITE_OK)
            return tl__unreadable(check, "integrity", "file");
        int step;
        while (result == TL_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
            const char *text = (const char *)sqlite3_column_text(statement, 0);
            if (i == 1)
                result = tl__found(check, 0, "foreign_key", text, sqlite3_column_int64(statement, 1), "a row names one of %s that is not there",
                    (const char *)sqlite3_column_text(statement, 2));
            else if (text == NULL || strcmp(text, "ok") != 0)
                result = tl__found(check, 0, "integrity", "file", 0, "%s", text == NULL ? "damaged" : text);
        }
        if (result == TL_OK && step != SQLITE_DONE)
            result = tl__unreadable(check, "integrity", "file");
        sqlite3_finalize(statement);
    }
    return result;
}

/* The check views of the embedded schema as one statement: each a part of its WITH, so that the views of the file have no say in it. */
static char *checks_sql(tl__verification *check)
{
    static const char parts[] = "SELECT name || ' AS (' || substr(sql, length('CREATE VIEW  AS') + length(name) + 1) || char(10) || ')' "
                                "FROM sqlite_schema WHERE type = 'view' AND name GLOB 'check_*' ORDER BY rowid";
    sqlite3_stmt *statement;
    tl__buffer sql = { 0 };
    int zh = tl__in_chinese(check->book);
    if (sqlite3_prepare_v2(check->scratch, parts, -1, &statement, NULL) != SQLITE_OK)
        return NULL;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        tl__append(&sql, sql.length == 0 ? "WITH " : ", ");
        tl__append(&sql, (const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    tl__append(&sql, zh ? " SELECT c.rule, c.place, c.row, c.found, coalesce(r.zh, '')" : " SELECT c.rule, c.place, c.row, c.found, coalesce(r.en, '')");
    tl__append(&sql, " FROM check_book c LEFT JOIN main.rule r ON r.name = c.rule");
    return sql.text;
}

static int check_rules(tl__verification *check)
{
    sqlite3_stmt *statement;
    int step = SQLITE_DONE;
    int result = TL_OK;
    if (check->book->older != NULL)
        return TL_OK; /* said by tl__verify_schema */
    char *sql = checks_sql(check);
    if (sql == NULL)
        return tl__fail_memory(check->book);
    int prepared = sqlite3_prepare_v2(check->db, sql, -1, &statement, NULL);
    tl_free(sql);
    if (prepared != SQLITE_OK)
        return tl__unreadable(check, "schema", "rules");
    while (result == TL_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *found = (const char *)sqlite3_column_text(statement, 3);
        result = tl__found(check, 0, (const char *)sqlite3_column_text(statement, 0), (const char *)sqlite3_column_text(statement, 1),
            sqlite3_column_int64(statement, 2), "broken: %s (found: %s)", (const char *)sqlite3_column_text(statement, 4), found == NULL ? "nothing" : found);
    }
    if (result == TL_OK && step != SQLITE_DONE)
        result = tl__unreadable(check, "integrity", "file");
    sqlite3_finalize(statement);
    return result;
}

static int outcome(const tl__verification *check)
{
    if (check->broken_chain > 0)
        return tl__error_set(&check->book->error, TL_ECHAIN, "chain", "%s: the digest chain does not hold", check->book->path);
    if (check->wrong > 0)
        return tl__error_set(&check->book->error, TL_ECORRUPT, NULL, check->wrong == 1 ? "%s: %d finding" : "%s: %d findings", check->book->path, check->wrong);
    return TL_OK;
}

int tl_verify(tl_book *book, const char *against, tl_finding_fn on_finding, void *arg)
{
    static int (*const checks[])(tl__verification *) = { check_file, tl__verify_schema, tl__verify_chain, check_rules, tl__verify_rebuilt };
    tl__verification check = { .book = book, .db = tl__stored(book), .on_finding = on_finding, .arg = arg, .against = against };
    tl__enter(book);
    /* All of it looks at one moment. */
    int begun = sqlite3_get_autocommit(check.db);
    int result = tl__schema_scratch(book, &check.scratch);
    if (result == TL_OK && begun && sqlite3_exec(check.db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        result = tl__fail_on(book, check.db, sqlite3_errcode(check.db));
    for (size_t i = 0; result == TL_OK && i < sizeof checks / sizeof checks[0]; i++)
        result = checks[i](&check);
    if (begun)
        sqlite3_exec(check.db, "COMMIT", NULL, NULL, NULL); /* nothing was written; a ROLLBACK would cut off the caller's cursors */
    sqlite3_close(check.scratch);
    return result != TL_OK ? result : outcome(&check);
}
