/* due.h (L0) - the day that a date phrase means: 6月底前, 5个工作日内, 每月25日前, 长期坚持. What the words of one are is due_word's. */
#ifndef TL_DUE_H
#define TL_DUE_H

enum tl__due_kind {
    TL__DUE_DAY,      /* a day: 2023-06-30, 6月底前, 3-5月, 30日内 */
    TL__DUE_STANDING, /* no day: 长期坚持, 常态化 */
    TL__DUE_RECURRING /* again and again: 每月25日前; day is the first one on or after the base */
};

/* What a phrase means. */
typedef struct tl__due {
    enum tl__due_kind kind;
    char from[11];    /* the first day of a range, as 2023-03-01 of 3-5月, else "" */
    char day[11];     /* the last day on which it is not late, "" when standing */
    int working_days; /* 1: working days were counted, by the calendar that workday knows */
} tl__due;

/* Why a phrase is refused. */
enum tl__due_refusal {
    TL__DUE_UNKNOWN = 1, /* it is not understood */
    TL__DUE_AMBIGUOUS,   /* it can mean one day or another, or names none: 6月前, 6/7, 23-6-30, 尽快 */
    TL__DUE_NO_DAY,      /* the calendar has no such day: 2月30日, 13月, 五季度 */
    TL__DUE_BACKWARDS,   /* a range that ends before it begins: 11月-2月 */
    TL__DUE_RANGE        /* a day outside of the years 1900 to 9999, or a term of nothing: 0日内 */
};

/* Reads a phrase.
 *   phrase   UTF-8; blanks and the width of its forms don't matter
 *   year     what a phrase without a year means: that of the ledger, 1900 to 9999
 *   base     "2023-06-30", the day that "N日内" counts from: the day after it is day 1
 *   workday  answers 1 for a working day ("2023-06-30"), 0 for none, below 0 an error; NULL: all but Saturday and Sunday
 *   arg      is passed to workday
 *   due      is filled in; empty when the phrase is refused
 * 0 understood · a tl__due_refusal · TL__DUE_RANGE also for a year or base that is none · below 0 what workday returned. */
int tl__due_parse(const char *phrase, int year, const char *base, int (*workday)(void *arg, const char *day), void *arg, tl__due *due);

/* The rest of a sentence that begins with the refused phrase, "can mean more than one day; …", in Chinese if zh. Lives for ever; of anything but a
 * refusal "". */
const char *tl__due_reason(int refusal, int zh);

#endif
