/* label.h (L2) - words for names, in the handle's language. */
#ifndef TL_LABEL_H
#define TL_LABEL_H

#include "book.h"

void tl__labels_free(tl_book *book);

/* Refuses a word that the book has no label for, with the nearest one that there is. kind: "state", "light" …; also: one more word that will do, or NULL. */
int tl__check_word(tl_book *book, const char *kind, const char *word, const char *also);

/* The same of a word that may be one of those shown in the handle's language (办理中): *word becomes its name (in_progress), which lasts as long as the
 * language does. */
int tl__read_word(tl_book *book, const char *kind, const char **word, const char *also);

#endif
