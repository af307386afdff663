/* label.h (L2) - words for names, in the handle's language. */
#ifndef TL_LABEL_H
#define TL_LABEL_H

#include "book.h"

void tl__labels_free(tl_book *book);

/* Refuses a word that the book has no label for, with the nearest one that there is. kind: "state", "light" …; also: one more word that will do, or NULL. */
int tl__check_word(tl_book *book, const char *kind, const char *word, const char *also);

/* The name of a word as the handle's language has it (办理中: in_progress); what is no such word is given back as it is. */
const char *tl__label_name(tl_book *book, const char *kind, const char *word);

#endif
