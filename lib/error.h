/* error.h (L0) - the words of a handle: what the last call failed of. */
#ifndef TL_ERROR_H
#define TL_ERROR_H

#include "taskledger.h"

typedef struct tl__error {
    int result;
    char rule[64];
    char message[2000];
    int chinese;                                                 /* the language of its handle */
    void (*log)(void *log_arg, int result, const char *message); /* told of each failure; may be NULL */
    void *log_arg;
} tl__error;

#if defined(__GNUC__)
#define TL__PRINTF(text, first) __attribute__((format(printf, text, first)))
#define TL__FORMAT(text) __attribute__((format_arg(text)))
#else
#define TL__PRINTF(text, first)
#define TL__FORMAT(text)
#endif

/* Takes the words away; the language stays. */
void tl__error_clear(tl__error *error);

/* The format of a message, or a word that is put into one, in the handle's language: what message.h has no Chinese for stays as it is. The functions below
 * ask for that of their formats themselves. */
const char *tl__said(const tl__error *error, const char *english) TL__FORMAT(2);

/* Sets the words and returns result. The innermost cause wins: words that are there stay. */
int tl__error_set(tl__error *error, int result, const char *rule, const char *format, ...) TL__PRINTF(4, 5);

/* Puts a text before, or behind, the words that are there: what the cause belongs to. Returns the result that is there. */
int tl__error_prefix(tl__error *error, const char *format, ...) TL__PRINTF(2, 3);
int tl__error_suffix(tl__error *error, const char *format, ...) TL__PRINTF(2, 3);

/* Keeps what is wrong with a line of a table, in the language of another error; heading: its column, or NULL. */
void tl__error_of_line(tl__error *error, const tl__error *language, int64_t line, const char *heading, const char *message);

#endif
