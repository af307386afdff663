/* info.c (L3) - what a book says of itself, whether it has changed, and its head. */
#include "place.h"
#include "schema.h"
#include "seal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_counts(tl_book *book, tl_info *info)
{
    sqlite3_stmt *statement = tl__statement(book, TL__COUNTS);
    if (statement == NULL)
        return book->error.result;
    int result = tl__step(book, statement);
    if (result == TL_ROW) {
        info->units = sqlite3_column_int64(statement, 0);
        info->ledgers = sqlite3_column_int64(statement, 1);
        info->items = sqlite3_column_int64(statement, 2);
        info->entries = sqlite3_column_int64(statement, 3);
        info->sealed = sqlite3_column_int64(statement, 4);
    }
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* A text that a query gives, kept in the handle until the next one of its kind. */
static int read_text(tl_book *book, sqlite3 *db, const char *sql, char **kept)
{
    sqlite3_stmt *statement;
    int result = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_on(book, db, result);
    tl_free(*kept);
    *kept = NULL;
    result = tl__step(book, statement);
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, kept);
    sqlite3_finalize(statement);
    return result < 0 ? result : TL_OK;
}

int tl_book_info(tl_book *book, tl_info *info)
{
    tl_info read = TL_INFO_INIT;
    tl__enter(book);
    int result = tl__schema_today(book);
    if (result == TL_OK)
        result = read_counts(book, &read);
    if (result == TL_OK)
        result = read_text(book, book->db, "SELECT day FROM today", &book->day);
    if (result == TL_OK)
        result = read_text(book, tl__stored(book), "PRAGMA journal_mode", &book->journal_mode);
    if (result != TL_OK)
        return result;
    read.uid = book->uid;
    read.title = book->title;
    read.utc_offset = book->utc_offset;
    read.path = book->path;
    read.today = book->day;
    read.journal_mode = book->journal_mode;
    read.given_clock = book->given_clock;
    read.read_only = book->read_only;
    read.format = book->format;
    size_t size = info->size < sizeof read ? info->size : sizeof read;
    read.size = info->size;
    memcpy(info, &read, size);
    return TL_OK;
}

int tl_changed(tl_book *book, int *changed)
{
    if (book == NULL)
        return TL_EMISUSE;
    tl__enter(book);
    if (changed == NULL || book->db == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, changed == NULL ? "there is no place for the answer" : "the book is not open");
    sqlite3_stmt *statement = tl__statement(book, TL__DATA_VERSION);
    if (statement == NULL)
        return book->error.result;
    int result = tl__step(book, statement);
    if (result == TL_ROW) {
        int64_t version = sqlite3_column_int64(statement, 0);
        *changed = !book->looked || version != book->data_version;
        book->data_version = version;
        book->looked = 1;
    }
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

int tl_checkpoint(tl_book *book, char **copy)
{
    char digest[TL__DIGEST_HEX + 1];
    int64_t seq;
    tl__enter(book);
    *copy = NULL;
    if (book->depth > 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a checkpoint is of what is committed; commit or roll back first");
    /* One read transaction, so that the head is of the same moment as the chain. */
    int begun = sqlite3_get_autocommit(book->db);
    int result = begun ? tl__run(book, "BEGIN") : TL_OK;
    if (result != TL_OK)
        return result;
    result = tl__last_seal(book, &seq, digest);
    if (result == TL_OK)
        result = tl__chain_to_end(book, &seq, digest);
    sqlite3_stmt *statement = result == TL_OK ? tl__statement(book, TL__HEAD) : NULL;
    if (statement != NULL && (result = tl__step(book, statement)) == TL_ROW)
        *copy = sqlite3_mprintf("%s %lld %s %s", book->uid, (long long)seq, digest, (const char *)sqlite3_column_text(statement, 1));
    tl__done(statement);
    if (begun)
        sqlite3_exec(book->db, "COMMIT", NULL, NULL, NULL);
    if (result < 0 || statement == NULL)
        return book->error.result;
    return *copy == NULL ? tl__fail_memory(book) : TL_OK;
}
