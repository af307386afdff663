/* transaction.c (L1) - nested transactions: the outermost takes the write lock first and seals before it commits. */
#include "seal.h"

static int step_once(tl_book *book, tl__statement_id id)
{
    sqlite3_stmt *statement = tl__statement(book, id);
    if (statement == NULL)
        return book->error.result;
    /* SQLite counts the steps of a cached statement over all its runs, and asks the progress callback at the end of one, too: a stop there would
     * say of a COMMIT that it failed although it took place. Counted anew each time, these are too short to be asked about. */
    sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    int result = tl__step(book, statement);
    tl__done(statement);
    return result == TL_DONE ? TL_OK : result;
}

/* After some I/O errors SQLite has rolled back by itself. */
static int is_undone(tl_book *book)
{
    return book->depth > 0 && sqlite3_get_autocommit(book->db);
}

static int begin(tl_book *book)
{
    if (book->read_only)
        return tl__error_set(&book->error, TL_EREADONLY, NULL, "%s is open for reading only", book->path);
    if (is_undone(book))
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "the transaction was undone by an error; roll it back first");
    /* What will be needed to undo it is made ready now: undoing must not want for memory. */
    if (tl__statement(book, TL__ROLLBACK) == NULL ||
        (book->depth > 0 && (tl__statement(book, TL__ROLLBACK_TO) == NULL || tl__statement(book, TL__RELEASE) == NULL)))
        return book->error.result;
    if (book->depth == 0)
        tl__give_way(book);
    int result = step_once(book, book->depth == 0 ? TL__BEGIN : TL__SAVEPOINT);
    if (result == TL_OK)
        book->depth++;
    return result;
}

static int rollback(tl_book *book)
{
    if (book->depth == 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "there is no transaction to end");
    book->depth--;
    book->today_ready = 0; /* to be looked at again */
    if (sqlite3_get_autocommit(book->db))
        return TL_OK;
    if (book->depth == 0)
        return step_once(book, TL__ROLLBACK);
    int result = step_once(book, TL__ROLLBACK_TO);
    return result != TL_OK ? result : step_once(book, TL__RELEASE);
}

static int commit(tl_book *book)
{
    if (book->depth == 0)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "there is no transaction to end");
    if (is_undone(book)) {
        book->depth--;
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "the transaction was undone by an error; nothing was stored");
    }
    if (book->depth > 1) {
        int result = step_once(book, TL__RELEASE);
        if (result == TL_OK)
            book->depth--;
        return result;
    }
    int result = tl__seal(book);
    if (result == TL_OK)
        result = step_once(book, TL__COMMIT);
    if (result == TL_OK)
        book->depth = 0;
    else
        rollback(book);
    return result;
}

int tl_begin(tl_book *book)
{
    tl__enter(book);
    return begin(book);
}

int tl_commit(tl_book *book)
{
    tl__enter(book);
    return commit(book);
}

int tl_rollback(tl_book *book)
{
    tl__enter(book);
    return rollback(book);
}

int tl__write_begin(tl_book *book, int single, int *begun)
{
    *begun = 0;
    if (book->depth > 0 && single && !is_undone(book))
        return TL_OK;
    int result = begin(book);
    *begun = result == TL_OK;
    return result;
}

int tl__write_end(tl_book *book, int begun, int result)
{
    if (!begun)
        return result;
    if (result == TL_OK)
        return commit(book);
    rollback(book);
    return result;
}
