/* verify.h (L3) - the parts of tl_verify. */
#ifndef TL_VERIFY_H
#define TL_VERIFY_H

#include "schema.h"

typedef struct tl__verification {
    tl_book *book;
    sqlite3 *db;      /* the file, even where the handle reads a replay of its journal */
    sqlite3 *scratch; /* the embedded schema; then the journal replayed into it */
    tl_finding_fn on_finding;
    void *arg;
    const char *against;
    int wrong, broken_chain; /* findings that are no notes */
} tl__verification;

/* Tells the caller of a finding. TL_OK, or TL_ESTOP when it wants no more. */
int tl__found(tl__verification *check, int note, const char *rule, const char *place, int64_t row, const char *format, ...) TL__PRINTF(6, 7);

/* A check could not read what it wanted to: an error of the system is one of the call, anything else a finding about the book. */
int tl__unreadable(tl__verification *check, const char *rule, const char *place);

/* The schema, and the rows that are fixed, against the embedded ones. */
int tl__verify_schema(tl__verification *check);
/* The seals, and the checkpoints kept elsewhere, against the digests of the entries. */
int tl__verify_chain(tl__verification *check);
/* The present against the journal, replayed. */
int tl__verify_rebuilt(tl__verification *check);

#endif
