/* invariant.h - what must hold of any book, asked of its journal without trust in the rules and folds of the schema. */
#ifndef TEST_INVARIANT_H
#define TEST_INVARIANT_H

#include <sqlite3.h>

/* The sentences and their queries, and the present twice: as stored, and as the journal makes it in a second database. */
typedef struct invariants invariants;

/* db: the book; its journal so far is replayed into a second database in memory. */
invariants *invariants_begin(sqlite3 *db);
void invariants_end(invariants *these);

/* NULL, or the sentence that does not hold, with what was found. Lives until the next call. */
const char *invariants_broken(invariants *these);
/* The same of the present rebuilt from the journal: NULL, or what differs. */
const char *invariants_rebuilt(invariants *these);

#endif
