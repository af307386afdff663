/* seal.h (L1) - the digest chain over the journal. */
#ifndef TL_SEAL_H
#define TL_SEAL_H

#include "book.h"
#include "digest.h"

/* Takes the digest from the entry before to this one. statement stands on a row of SELECT * FROM entry; digest holds the digest before
 * ("" before entry 1) and gets the one after. 1; 0 when memory is out, and digest is as it was. */
int tl__chain(sqlite3_stmt *statement, char digest[TL__DIGEST_HEX + 1]);

/* The newest seal: its seq (0 if none) and digest (""). */
int tl__last_seal(tl_book *book, int64_t *seq, char digest[TL__DIGEST_HEX + 1]);

/* Goes on from a known digest to the end of the journal: *seq and digest become those of the last entry. */
int tl__chain_to_end(tl_book *book, int64_t *seq, char digest[TL__DIGEST_HEX + 1]);

/* Seals the entries that have no seal yet. Called before COMMIT. */
int tl__seal(tl_book *book);

#endif
