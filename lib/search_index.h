/* search_index.h (L3) - the index that a search takes its candidates from: two tables that the book has once they are wanted. Everything in them
 * follows from the journal. */
#ifndef TL_SEARCH_INDEX_H
#define TL_SEARCH_INDEX_H

#include "book.h"
#include "search_fold.h"

/* Ours: to be used; stale: ours, but of another version or not whole; strange: the names are taken by something else. */
enum { TL__INDEX_NONE, TL__INDEX_OURS, TL__INDEX_STALE, TL__INDEX_STRANGE };

/* What the index is, and which entry is the last one in it (0: none). */
int tl__search_index_look(tl_book *book, int *kind, int64_t *seq);

/* Indexes what waits, if that is more than a search should read through and the handle can write just now; else leaves it.
 * TL_OK · TL_ESTOP, TL_ENOMEM: what is indexed by then stays so. */
int tl__search_index_catch_up(tl_book *book);

/* Appends the condition that the index is asked with: pieces of every word; and items from which an amendment took words away that are still in the
 * index: too, not, or only those. */
enum { TL__AMENDED_TOO, TL__AMENDED_NOT, TL__AMENDED_ONLY };
void tl__search_index_match(tl__buffer *to, const tl__search_words *words, int amended);

/* 1 if an object of the file is the index or a part of it, and no stranger that has its name. sql may be NULL. */
int tl__search_index_is_own(const char *type, const char *name, const char *sql);

/* 1 if the index alone decides: no word has more than two characters. */
int tl__search_index_decides(const tl__search_words *words);

#endif
