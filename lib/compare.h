/* compare.h (L3) - the same query on two databases, row by row: what is missing, what is extra, what differs. */
#ifndef TL_COMPARE_H
#define TL_COMPARE_H

#include "verify.h"

typedef struct tl__comparison {
    const char *sql; /* ordered by its first keys columns */
    int keys;
    const char *rule; /* of the findings */
    const char *place;
    const char *meant; /* what the scratch database holds: "the journal", "this library" */
    int extra_is_note; /* the rows are type, name, sql of a schema: an object that only the book has is a note, if it is harmless */
} tl__comparison;

/* Compares the book with the scratch database. */
int tl__compare(tl__verification *check, const tl__comparison *comparison);

#endif
