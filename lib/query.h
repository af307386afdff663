/* query.h (L3) - the SQL of a list of items, for reading and for the test of its plan. */
#ifndef TL_QUERY_H
#define TL_QUERY_H

#include "cursor.h"

enum { TL__QUERY_PARAMETERS = 16 };

/* The SELECT that answers a query, and its parameters. sql->text must be freed. */
int tl__items_sql(tl_book *book, const tl_item_query *query, tl__buffer *sql, tl__parameter parameters[TL__QUERY_PARAMETERS], size_t *count);

#endif
