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
/* Refuses an id that no ledger, or series, has; 0 is all of them. TL_OK · TL_ENOTFOUND. */
int tl__check_ledger(tl_book *book, int64_t ledger);
int tl__check_series(tl_book *book, int64_t series);

/* A custom field or a datum. */
typedef struct tl__field {
    char *code, *type;
} tl__field;

/* A custom field of the item's ledger, or a datum, by code or title; copies, to be freed in any case. TL_OK · TL_EINVAL no such field, TL_ENOTFOUND no such
 * datum, with the nearest there is. */
int tl__field_find(tl_book *book, int64_t item, const char *name, tl__field *field);
int tl__datum_find(tl_book *book, const char *name, tl__field *datum);
/* Refuses a name that no custom field of the ledger (0: of none) has as its code or title. TL_OK · TL_EINVAL, with the nearest there is. */
int tl__check_field(tl_book *book, int64_t ledger, const char *name);
void tl__field_free(tl__field *field);

/* In place of the refusal that is there: TL_EINVAL, and the nearest of the names that there are. */
int tl__fail_action(tl_book *book, const char *action);
int tl__fail_template(tl_book *book, const char *name);
int tl__fail_workflow(tl_book *book, const char *name);
int tl__fail_policy(tl_book *book, const char *name);
int tl__fail_amendable(tl_book *book, const char *name); /* of a ledger */

#endif
