/* schema.c (L1) - the embedded schema put to work: creating a book, scratch databases, the day in TEMP. */
#include "schema.h"

int tl__schema_create(sqlite3 *db)
{
    for (const tl__schema_file *file = tl__schema_files; file->name != NULL; file++) {
        int result = sqlite3_exec(db, file->sql, NULL, NULL, NULL);
        if (result != SQLITE_OK)
            return result;
    }
    return SQLITE_OK;
}

int tl__schema_scratch(tl_book *book, sqlite3 **scratch)
{
    /* "" is a private file that SQLite keeps in memory while it is small and removes at the end. */
    int result = sqlite3_open_v2("", scratch, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_exec(
            *scratch, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; BEGIN", NULL, NULL, NULL);
    if (result == SQLITE_OK)
        result = tl__schema_create(*scratch);
    if (result == SQLITE_OK)
        result = sqlite3_exec(*scratch, "COMMIT", NULL, NULL, NULL);
    if (result == SQLITE_OK) {
        tl__watch(book, *scratch);
        return TL_OK;
    }
    const char *why = *scratch == NULL ? "out of memory" : sqlite3_errmsg(*scratch);
    tl__error_set(&book->error, result == SQLITE_NOMEM ? TL_ENOMEM : TL_EIO, NULL, "no room for a temporary book: %s", why);
    sqlite3_close(*scratch);
    *scratch = NULL;
    return book->error.result;
}

/* The views that follow from today, in the order they were made. */
static const char readers[] = "SELECT 'CREATE TEMP VIEW ' || substr(sql, 13) FROM main.sqlite_schema WHERE type = 'view' AND name <> 'today' "
                              "AND name <> 'post' AND name <> 'no_order' AND name NOT GLOB 'check_*' ORDER BY rowid";

static int create_readers(tl_book *book)
{
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v2(book->db, readers, -1, &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    int step;
    result = TL_OK;
    while (result == TL_OK && (step = tl__step(book, statement)) != TL_DONE)
        result = step < 0 ? step : tl__run(book, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return result;
}

/* A rollback takes away what was made in its transaction, in TEMP, too; what was made before is there still. */
static int is_made(tl_book *book, int *made)
{
    sqlite3_stmt *statement;
    *made = 0;
    if (sqlite3_prepare_v2(book->db, "SELECT 1 FROM sqlite_temp_schema WHERE name = 'day'", -1, &statement, NULL) != SQLITE_OK)
        return tl__fail_db(book, sqlite3_errcode(book->db));
    int result = tl__step(book, statement);
    sqlite3_finalize(statement);
    *made = result == TL_ROW;
    return result < 0 ? result : TL_OK;
}

static int make_today(tl_book *book)
{
    int made;
    int result = is_made(book, &made);
    if (result != TL_OK || made)
        return result;
    result = tl__run(book,
        "CREATE TEMP TABLE day(day TEXT); INSERT INTO temp.day VALUES (NULL); "
        "CREATE TEMP VIEW today AS SELECT (SELECT coalesce(day, strftime('%Y-%m-%d', 'now', utc_offset)) FROM temp.day CROSS JOIN main.book) AS day, "
        "utc_offset FROM main.book");
    return result == TL_OK ? create_readers(book) : result;
}

int tl__schema_today(tl_book *book)
{
    if (book->today == NULL && !book->today_known)
        return TL_OK;
    char *sql = NULL;
    int result = TL_OK;
    if (!book->today_ready) {
        result = make_today(book);
        if (result != TL_OK)
            return result;
        book->today_ready = book->today_known = 1;
        book->today_told = 0;
        tl__let_go(book); /* they read the views that were there before */
    }
    if (book->today_told)
        return TL_OK;
    sql = sqlite3_mprintf("UPDATE temp.day SET day = %Q", book->today);
    if (sql == NULL)
        return tl__fail_memory(book);
    result = tl__run(book, sql);
    sqlite3_free(sql);
    book->today_told = result == TL_OK;
    return result;
}
