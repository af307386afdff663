/* table.h (L3) - the table people expect, with columns chosen. */
#ifndef TL_TABLE_H
#define TL_TABLE_H

#include "cursor.h"

/* The rows of item_table, by ledger and number, with the columns of the ledger's template and its other custom fields behind them; of all ledgers (0) with
 * those of tasks, and the ledger. columns: others in their place, names or headings with commas between; or NULL.
 * TL_OK · TL_EINVAL an unknown column, with the nearest there is · TL_ENOTFOUND no such ledger. */
int tl__table_open(tl_book *book, int64_t ledger, const char *columns, tl_cursor **cursor);

#endif
