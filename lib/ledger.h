/* ledger.h (L2) - adding ledgers and fields as a part of something larger. */
#ifndef TL_LEDGER_H
#define TL_LEDGER_H

#include "post.h"

/* As tl_ledger_add and tl_field_add, inside a transaction. request: of the field's entry, or NULL. */
int tl__ledger_post(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger);
int tl__field_post(tl_book *book, int64_t ledger, const tl_field_spec *spec, const char *request);

#endif
