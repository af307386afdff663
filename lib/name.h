/* name.h (L2) - from the names that people type to ids; what is not found is answered with the nearest name there is. */
#ifndef TL_NAME_H
#define TL_NAME_H

#include "book.h"

/* As tl_item_find, for use inside a call. */
int tl__item_id(tl_book *book, const char *ref, int64_t *item);
/* As tl_unit_find, for use inside a call. */
int tl__unit_id(tl_book *book, const char *name, int64_t *unit);

/* The ledger that an item is at home in; 0 where there is no such item. TL_OK or the error of reading. */
int tl__item_ledger(tl_book *book, int64_t item, int64_t *ledger);
/* Refuses an id that no ledger has; 0 is all of them. TL_OK · TL_ENOTFOUND. */
int tl__check_ledger(tl_book *book, int64_t ledger);

/* The code of a custom field of the item's ledger, by code or title. *code is a copy. TL_EINVAL when there is none. */
int tl__field_code(tl_book *book, int64_t item, const char *name, char **code);

/* A datum by code or title; copies, to be freed in any case. TL_OK · TL_ENOTFOUND, with the nearest there is. */
typedef struct tl__datum {
    char *code, *type;
} tl__datum;
int tl__datum_find(tl_book *book, const char *name, tl__datum *datum);
void tl__datum_free(tl__datum *datum);

/* In place of the refusal that is there: TL_EINVAL, and the nearest of the names that there are. */
int tl__fail_action(tl_book *book, const char *action);
int tl__fail_template(tl_book *book, const char *name);
int tl__fail_workflow(tl_book *book, const char *name);
int tl__fail_policy(tl_book *book, const char *name);
int tl__fail_amendable(tl_book *book, const char *name); /* of a ledger */

#endif
