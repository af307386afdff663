/* due_word.h (L0) - the words of a date phrase, each as a letter: 2023年6月底前 is nYnMeb. What the letters mean together is left to due. */
#ifndef TL_DUE_WORD_H
#define TL_DUE_WORD_H

#include <stddef.h>

enum { TL__DUE_WORDS = 32 };

typedef struct tl__due_words {
    char letter[TL__DUE_WORDS + 1]; /* with a NUL behind the last */
    int value[TL__DUE_WORDS + 1];   /* of n the number, of x the first and the last day × 100, of h 1 or 2 */
    size_t count;
} tl__due_words;

/* Takes a phrase apart. 1, or 0 if there is nothing in it, something that is no word of date phrases, or too much. */
int tl__due_read(const char *phrase, tl__due_words *words);

#endif
