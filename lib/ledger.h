/* ledger.h (L2) - adding ledgers and fields as a part of something larger. */
#ifndef TL_LEDGER_H
#define TL_LEDGER_H

#include "post.h"

/* As tl_ledger_add and tl_field_add, inside a transaction. request: of the field's entry, or NULL. */
int tl__ledger_post(tl_book *book, const tl_ledger_spec *spec, int64_t *ledger);
int tl__field_post(tl_book *book, int64_t ledger, const tl_field_spec *spec, const char *request);

/* As tl_ledger_amend, inside a transaction; request as above. */
int tl__ledger_amend_post(tl_book *book, int64_t ledger, const char *name, const char *content, const char *request);
/* 1 if there is such a policy; else an error: TL_EINVAL with the nearest. */
int tl__policy_known(tl_book *book, const char *name);

#endif
