/* search_fold.h (L0) - text as a search compares it: folded, in words, and the place of one in a text. */
#ifndef TL_SEARCH_FOLD_H
#define TL_SEARCH_FOLD_H

#include "text.h"

/* Appends text folded: small letters for capital ones, ASCII for full-width forms, one blank for each character that is blank or steers a terminal.
 * Every character becomes one, so that the n-th of the one is the n-th of the other; what is not UTF-8 stays as it is, a character each byte. */
void tl__search_fold(tl__buffer *to, const char *text);

/* The bytes of the character of folded text at this place. */
size_t tl__search_step(const char *folded);

/* Appends the part of text around a character of it, so many columns wide, in one line; … stands for what was left out. */
void tl__search_snippet(tl__buffer *to, const char *text, size_t character, int columns);

enum { TL__SEARCH_WORDS = 32, TL__SEARCH_CHARACTERS = 1000 };

/* What is searched for: folded words, each with a NUL behind it. */
typedef struct tl__search_words {
    tl__buffer text;
    size_t count;
    int plain; /* they are of characters alone that stay as they are when folded, and that no others become: texts need not be folded for them */
    const char *word[TL__SEARCH_WORDS];
} tl__search_words;

/* Splits UTF-8 text into its words. 0: there are more than fit; else 1, though memory may be out (text.failed). Free text.text in any case. */
int tl__search_split(tl__search_words *words, const char *text);

#endif
