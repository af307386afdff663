/* statement.c (L1) - the cached statements: prepared on first use, reset after each, finalized with the book; and those of cursors, of which a few are kept
 * between one cursor and the next: to prepare a list costs more than a page of it. */
#include "book.h"

#include <string.h>

const char *tl__statement_sql(tl__statement_id id)
{
    static const char *const sql[] = {
#define TL__STATEMENT_SQL(name, text) text,
        TL__STATEMENT_MAP(TL__STATEMENT_SQL)
#undef TL__STATEMENT_SQL
    };
    return sql[id];
}

sqlite3_stmt *tl__statement(tl_book *book, tl__statement_id id)
{
    if (book->statements[id] == NULL) {
        /* Whether the file has changed, the file alone can tell. */
        sqlite3 *db = id == TL__DATA_VERSION ? tl__stored(book) : book->db;
        int result = sqlite3_prepare_v3(db, tl__statement_sql(id), -1, SQLITE_PREPARE_PERSISTENT, &book->statements[id], NULL);
        if (result != SQLITE_OK) {
            tl__fail_on(book, db, result);
            return NULL;
        }
    }
    return book->statements[id];
}

static tl__kept *find_kept(tl_book *book, const char *sql)
{
    for (size_t i = 0; i < TL__KEPT; i++) {
        tl__kept *kept = &book->kept[i];
        if (kept->statement != NULL && !kept->lent && strcmp(sqlite3_sql(kept->statement), sql) == 0)
            return kept;
    }
    return NULL;
}

/* Room for one more: where the one is that was not lent for longest. NULL: all are out. */
static tl__kept *make_room(tl_book *book)
{
    tl__kept *oldest = NULL;
    for (size_t i = 0; i < TL__KEPT; i++)
        if (!book->kept[i].lent && (oldest == NULL || book->kept[i].turn < oldest->turn))
            oldest = &book->kept[i];
    if (oldest != NULL) {
        sqlite3_finalize(oldest->statement);
        *oldest = (tl__kept) { NULL, 0, 0 };
    }
    return oldest;
}

int tl__lend(tl_book *book, const char *sql, sqlite3_stmt **statement)
{
    tl__kept *kept = find_kept(book, sql);
    if (kept == NULL) {
        kept = make_room(book);
        int result = sqlite3_prepare_v3(book->db, sql, -1, kept == NULL ? 0 : SQLITE_PREPARE_PERSISTENT, statement, NULL);
        if (result != SQLITE_OK)
            return tl__fail_db(book, result);
        if (kept == NULL)
            return TL_OK;
        kept->statement = *statement;
    }
    kept->lent = 1;
    kept->turn = ++book->turn;
    *statement = kept->statement;
    return TL_OK;
}

void tl__take_back(tl_book *book, sqlite3_stmt *statement)
{
    for (size_t i = 0; i < TL__KEPT; i++) {
        tl__kept *kept = &book->kept[i];
        if (statement != NULL && kept->statement == statement) {
            tl__done(statement);
            kept->lent = 0;
            return;
        }
    }
    sqlite3_finalize(statement);
}

void tl__let_go(tl_book *book)
{
    for (size_t i = 0; i < TL__KEPT; i++) {
        if (book->kept[i].lent)
            continue;
        sqlite3_finalize(book->kept[i].statement);
        book->kept[i] = (tl__kept) { NULL, 0, 0 };
    }
}

int tl__step(tl_book *book, sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        return TL_ROW;
    if (result == SQLITE_DONE)
        return TL_DONE;
    return tl__fail_on(book, sqlite3_db_handle(statement), result);
}

void tl__done(sqlite3_stmt *statement)
{
    if (statement == NULL)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

int tl__bind_text(tl_book *book, sqlite3_stmt *statement, int at, const char *column, const char *text)
{
    if (text == NULL)
        return TL_OK;
    if (*text == '\0')
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is empty; give it, or leave it out", column);
    size_t length = strlen(text);
    if (length > 1000000)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is too long: %zu bytes", column, length);
    if (!tl__is_utf8(text))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is not UTF-8 text; convert it first", column);
    int result = sqlite3_bind_text(statement, at, text, (int)length, SQLITE_STATIC);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(book, result);
}

void tl__bind_id(sqlite3_stmt *statement, int at, int64_t id)
{
    if (id != 0)
        sqlite3_bind_int64(statement, at, id);
}

int tl__column_copy(tl_book *book, sqlite3_stmt *statement, int column, char **copy)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    *copy = tl__copy(text);
    if (*copy == NULL && sqlite3_column_type(statement, column) != SQLITE_NULL)
        return tl__fail_memory(book);
    return TL_OK;
}

int tl__run(tl_book *book, const char *sql)
{
    int result = sqlite3_exec(book->db, sql, NULL, NULL, NULL);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(book, result);
}
