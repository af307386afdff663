/* entry.c (L2) - the short way into the journal: entries for which the library can look up itself what the view post would fill in. */
#include "entry.h"

#include <string.h>

/* The statement ADD, with the columns of the present row of next at the places given; the first is the entry's number. */
static int fill(tl_book *book, sqlite3_stmt *next, const int *places, int count, sqlite3_stmt **statement, int64_t *added)
{
    *statement = tl__statement(book, TL__ADD);
    if (*statement == NULL)
        return book->error.result;
    *added = sqlite3_column_int64(next, 0);
    for (int i = 0; i < count; i++) {
        int result = sqlite3_bind_value(*statement, places[i], sqlite3_column_value(next, i));
        if (result == SQLITE_OK)
            continue;
        tl__done(*statement);
        return tl__fail_db(book, result);
    }
    return TL_OK;
}

/* Where next finds nothing *added stays 0: the view post will find out why, or knows what to do. */
static int look_up(tl_book *book, sqlite3_stmt *next, const int *places, int count, sqlite3_stmt **statement, int64_t *added)
{
    int result = tl__step(book, next);
    if (result == TL_ROW)
        result = fill(book, next, places, count, statement, added);
    tl__done(next);
    return result < 0 ? result : TL_OK;
}

static int look_up_move(tl_book *book, const tl_posting *posting, const char *action, sqlite3_stmt **statement, int64_t *added)
{
    static const int places[] = { TL__COL_SEQ, TL__COL_LAST, TL__COL_UNIT, TL__COL_STATE, TL__COL_DUE, TL__COL_RISK };
    sqlite3_stmt *next = tl__statement(book, TL__NEXT_MOVE);
    if (next == NULL)
        return book->error.result;
    sqlite3_bind_int64(next, 1, posting->item);
    sqlite3_bind_text(next, 2, action, -1, SQLITE_STATIC);
    tl__bind_id(next, 3, posting->unit);
    tl__bind_id(next, 4, posting->expect);
    return look_up(book, next, places, 6, statement, added);
}

static int look_up_item(tl_book *book, int64_t ledger, sqlite3_stmt **statement, int64_t *added)
{
    static const int places[] = { TL__COL_SEQ, TL__COL_LAST, TL__COL_ITEM, TL__COL_STATE, TL__COL_NO, TL__COL_UID };
    sqlite3_stmt *next = tl__statement(book, TL__NEXT_ITEM);
    if (next == NULL)
        return book->error.result;
    sqlite3_bind_int64(next, 1, ledger);
    return look_up(book, next, places, 6, statement, added);
}

/* The long way, unless a short one was found. */
static int otherwise_post(tl_book *book, int result, int64_t expect, sqlite3_stmt **statement, const int64_t *added)
{
    if (result != TL_OK || *added != 0)
        return result;
    *statement = tl__statement(book, TL__POST);
    if (*statement == NULL)
        return book->error.result;
    tl__bind_id(*statement, TL__COL_LAST, expect);
    return TL_OK;
}

int tl__entry_moving(tl_book *book, const tl_posting *posting, const char *action, sqlite3_stmt **statement, int64_t *added)
{
    int result = TL_OK;
    *statement = NULL;
    *added = 0;
    /* A standing rule in place of a due date is for the view post to understand. */
    int repeated = posting->request == NULL ? 0 : tl__request_known(book, posting->request);
    if (repeated < 0)
        return repeated;
    if (!repeated && (posting->due != NULL || posting->due_text == NULL))
        result = look_up_move(book, posting, action, statement, added);
    return otherwise_post(book, result, posting->expect, statement, added);
}

int tl__entry_founding(tl_book *book, const tl__new_entry *entry, sqlite3_stmt **statement, int64_t *added)
{
    int result = TL_OK;
    *statement = NULL;
    *added = 0;
    if ((entry->request == NULL || entry->fresh) && entry->series == 0 && strcmp(entry->action, "register") == 0)
        result = look_up_item(book, entry->ledger, statement, added);
    return otherwise_post(book, result, 0, statement, added);
}
