/* pair.c (L3) - reading the pairs of mentor and mentee (帮带对子). Who is which is the role of an assignment. */
#include "cursor.h"

int tl_pairs(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "pair_status", ", v.mentor, v.mentee", ledger, "pair", cursor);
}
