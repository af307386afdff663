/* past.c (L3) - the book as it was at the end of a day: its journal up to then, replayed. */
#include "schema.h"

#include <string.h>

static int copy_settings(tl_book *book, tl_book *past, const char *day)
{
    past->read_only = 1;
    past->format = book->format;
    past->given_clock = book->given_clock;
    past->path = tl__copy(book->path);
    past->error.chinese = book->error.chinese;
    past->uid = tl__copy(book->uid);
    past->title = tl__copy(book->title);
    past->utc_offset = tl__copy(book->utc_offset);
    past->today = tl__copy(day);
    return past->path == NULL || past->uid == NULL || past->utc_offset == NULL || past->today == NULL ? tl__fail_memory(book) : TL_OK;
}

int tl_book_as_of(tl_book *book, const char *day, tl_book **past)
{
    int64_t seq;
    tl__enter(book);
    *past = NULL;
    if (day == NULL || !tl__is_day(day))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is no day of the calendar; write 2023-06-30", day == NULL ? "" : day);
    tl_book *made = sqlite3_malloc(sizeof *made);
    if (made == NULL)
        return tl__fail_memory(book);
    memset(made, 0, sizeof *made);
    int result = copy_settings(book, made, day);
    if (result == TL_OK)
        result = tl__schema_scratch(book, &made->db);
    if (result == TL_OK && sqlite3_exec(made->db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        result = tl__fail_memory(book);
    if (result == TL_OK)
        result = tl__replay(book, book->db, "entry", made->db, NULL, day, &seq);
    if (result == TL_OK && sqlite3_exec(made->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        result = tl__error_set(&book->error, TL_EIO, NULL, "no room for a temporary book: %s", sqlite3_errmsg(made->db));
    if (result == TL_OK && seq == 0)
        result = tl__error_set(&book->error, TL_ENOTFOUND, NULL, "the book did not exist at the end of %s", day);
    if (result != TL_OK) {
        tl_close(made);
        return result;
    }
    *past = made;
    return TL_OK;
}
