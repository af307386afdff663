/* entry.h (L2) - the short way into the journal. */
#ifndef TL_ENTRY_H
#define TL_ENTRY_H

#include "post.h"

/* A statement that adds one entry about an item, ready for the rest to be bound at the places of POST_ITEM. Where nothing but the item's present has to
 * be looked up it adds to entry itself, with number, unit, state, due date and risk filled in from the view item_move: the rules check it there like any
 * other, and four large triggers are spared. *added is the entry's number then; else it is 0 and the statement goes through the view post. */
int tl__entry_moving(tl_book *book, const tl_posting *posting, const char *action, sqlite3_stmt **statement, int64_t *added);

/* The same for an entry that founds something, at the places of POST_NEW: the short way is for items. */
int tl__entry_founding(tl_book *book, const tl__new_entry *entry, sqlite3_stmt **statement, int64_t *added);

#endif
