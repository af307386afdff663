/* due_span.h (L0) - the span of days that a date phrase names: 2023年上半年, 6月上旬, 6月30日前. Terms, ranges and all else are left to due. */
#ifndef TL_DUE_SPAN_H
#define TL_DUE_SPAN_H

#include "clock.h"
#include "due_word.h"

/* What a phrase is read by. */
typedef struct tl__due_frame {
    int year;       /* of the ledger */
    int base;       /* a day */
    tl__date today; /* the same */
    int every;      /* the months of a period of a recurring phrase: 12, 6, 3 or 1; else 0 */
    int (*workday)(void *arg, const char *day);
    void *arg;
} tl__due_frame;

/* A span of days. Before anything is read, year and month are those that a phrase may leave out: in 3月5日-8日 the 8th is one of March. */
typedef struct tl__due_span {
    int level; /* how narrow it is: 0 nothing was read */
    int year;
    int month;    /* 0: none, or several */
    int from, to; /* days */
} tl__due_span;

/* Reads words that name a span, all of them. 0 · TL__DUE_UNKNOWN · TL__DUE_AMBIGUOUS · TL__DUE_NO_DAY · TL__DUE_RANGE. */
int tl__due_read_span(const tl__due_frame *frame, const tl__due_words *words, tl__due_span *span);

/* The month of the base, counted from the year 0, so that next year's months are behind this year's. */
int tl__due_month(const tl__due_frame *frame);

#endif
