/* entry.h (L2) - the short way into the journal. */
#ifndef TL_ENTRY_H
#define TL_ENTRY_H

#include "post.h"

/* The places of the statements POST and ADD: the columns of entry in their order, and one more. */
enum tl__place_of_column {
    TL__COL_SEQ = 1,
    TL__COL_AT,
    TL__COL_ACTOR,
    TL__COL_ACTION,
    TL__COL_ITEM,
    TL__COL_LEDGER,
    TL__COL_UNIT,
    TL__COL_ROLE,
    TL__COL_OFFICER,
    TL__COL_STATE,
    TL__COL_DUE,
    TL__COL_PERCENT,
    TL__COL_VALUE,
    TL__COL_RISK,
    TL__COL_NOTE,
    TL__COL_PROBLEM,
    TL__COL_NEXT_STEP,
    TL__COL_HAPPENED_ON,
    TL__COL_ASKED_DUE,
    TL__COL_FIELD,
    TL__COL_OLD,
    TL__COL_NEW,
    TL__COL_NO,
    TL__COL_TITLE,
    TL__COL_DETAIL,
    TL__COL_SOURCE,
    TL__COL_PARENT,
    TL__COL_UID,
    TL__COL_CODE,
    TL__COL_KIND,
    TL__COL_WORKFLOW,
    TL__COL_REQUIRED,
    TL__COL_URI,
    TL__COL_SHA256,
    TL__COL_SIZE,
    TL__COL_REQUEST,
    TL__COL_DATA,
    TL__COL_DUE_TEXT,
    TL__COL_SERIES,
    TL__COL_PERIOD,
    TL__COL_LAST /* POST: expect; ADD: the time of the entry before */
};

/* A statement that adds one entry about an item, ready for the rest to be bound at the places above. Where nothing but the item's present has to
 * be looked up it is ADD, with number, unit, state, due date and risk filled in from the view item_move: the rules check it there like any other, and four
 * large triggers are spared. *added is the entry's number then; else it is 0 and the statement is POST. What is bound later takes the place of what was
 * filled in. */
int tl__entry_moving(tl_book *book, const tl_posting *posting, const char *action, sqlite3_stmt **statement, int64_t *added);

/* The same for an entry that founds something: the short way is for items. */
int tl__entry_founding(tl_book *book, const tl__new_entry *entry, sqlite3_stmt **statement, int64_t *added);

#endif
