/* cursor.h (L3) - rows being read. */
#ifndef TL_CURSOR_H
#define TL_CURSOR_H

#include "book.h"

/* One value for a ?NNN of a query: text, or an id where text is NULL. */
typedef struct tl__parameter {
    const char *text;
    int64_t id;
} tl__parameter;

/* A cursor over a query, its parameters bound in order (texts are copied). noun says what its rows are, for headings that are the noun's own:
 * "item" for the columns of item_status, "ledger" … It must live as long as the cursor. */
int tl__cursor_open(tl_book *book, const char *sql, const tl__parameter *parameters, size_t count, const char *noun, tl_cursor **cursor);

/* The rows of a view of items (it has a column item), by ledger and natural order of the number, and then by more (", v.month", or NULL). ledger 0: all.
 * TL_OK · TL_ENOTFOUND no such ledger. *cursor is NULL unless TL_OK. */
int tl__cursor_of_items(tl_book *book, const char *view, const char *more, int64_t ledger, const char *noun, tl_cursor **cursor);

/* Reads all rows before the first of what they are for is posted, for that changes what is read: keep copies the present row into one element of size
 * bytes. Closes the cursor. *list must be freed by sqlite3_free in any case; *count is how many. */
int tl__cursor_keep(tl_cursor *cursor, size_t size, int (*keep)(const tl_cursor *cursor, void *element), void **list, size_t *count);

/* Gives a cursor the headings of its custom fields: name, title, name, title …, each with its NUL, an empty name at the end. Owned by it from now on. */
void tl__cursor_headings(tl_cursor *cursor, char *headings);

/* Gives a cursor what its query works with, bound as a pointer for the parameter at; let_go frees it once the query is done with. Of a failure, too. */
int tl__cursor_own(tl_cursor *cursor, int at, void *object, const char *type, void (*let_go)(void *object));

/* A struct with its texts behind it, in one piece: tl_free. NULL when memory is out. */
tl_item *tl__item_copy(const tl_item *item);

/* The handle a cursor reads from. */
tl_book *tl__cursor_book(const tl_cursor *cursor);

#endif
