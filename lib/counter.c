/* counter.c (L3) - reading the counters: what was counted, by month and unit, and the rates of one to another. Counting itself is the action count. */
#include "cursor.h"

int tl_counters(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "counter_status", NULL, ledger, "counter", cursor);
}

int tl_counter_periods(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "counter_period", ", v.month, v.unit", ledger, "counter", cursor);
}

int tl_counter_rates(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "counter_rate", NULL, ledger, "counter", cursor);
}
