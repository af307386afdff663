/* calendar.h (L2) - due dates as people write them become days, with the ledger's year and the working days of the book's own calendar. */
#ifndef TL_CALENDAR_H
#define TL_CALENDAR_H

#include "book.h"
#include "due.h"

/* What a phrase means here: base is the handle's today; the year of a phrase without one is the ledger's, or today's where ledger is 0. When working
 * days were counted, book->calendar names the calendar. TL_OK · TL_EINVAL with the phrase quoted, and this rule · TL_ENOTFOUND no such ledger. */
int tl__due_meaning(tl_book *book, const char *phrase, int64_t ledger, const char *rule, tl__due *due);

/* A due date as it was given, made ready to be stored. */
typedef struct tl__due_given {
    const char *due;  /* the day, or NULL */
    const char *text; /* the words it was given in; NULL: it was given as a day */
    char day[11];
} tl__due_given;

/* Reads a due date into *given, which must stay where it is as long as its texts are used. phrase NULL: none. text: the words to keep, NULL: phrase
 * itself where it is no plain day. A request that was posted before keeps the day that its phrase meant then. What is empty or not UTF-8 is left as it
 * is: binding it says so. TL_OK · as tl__due_meaning, the rule being entry.due_date. */
int tl__due_given_read(tl_book *book, const char *phrase, const char *text, int64_t ledger, const char *request, tl__due_given *given);

/* The same for the due date of an item: the year is that of its ledger. */
int tl__due_given_of_item(tl_book *book, const char *phrase, const char *text, int64_t item, const char *request, tl__due_given *given);

/* 1 if dispatching this item without a due date gives it one counted in working days; 0, or an error. */
int tl__term_counted(tl_book *book, int64_t item);
/* After that: names the calendar by which it was counted in book->calendar. */
int tl__term_name(tl_book *book, int64_t item);

#endif
