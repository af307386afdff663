/* due_span.c (L0) - the span of days that a date phrase names, read from left to right, from the year down: each row of a table narrows the
 * span, 2023年 · 上半年 · 6月 · 上旬 · 30日, or takes its end, 底. What no row fits is refused, never guessed.
 *
 * What is due in a span is due on its last day, so a bare month means its end, as in a plan that says "6月：…". 前 behind a day includes it, for the
 * due day itself is not late; behind a longer span (6月前) it can mean the day before the span or its end, and is refused. 今年 and 明年 are refused
 * where the base lies in another year than the ledger: the one who wrote it may mean either. */
#include "due_span.h"

#include "due.h"
#include "text.h"

#include <string.h>

enum { MONTHS = 12, LEAP_YEAR = 2024 };

/* How narrow a span is. */
enum { NONE, YEAR, QUARTER /* or half a year */, MONTH, THIRD, DAY, DONE };

typedef tl__due_frame frame;
typedef tl__due_span span;

static int set_months(span *s, int year, int first, int count)
{
    if (year < TL__YEAR_FIRST || year > TL__YEAR_LAST)
        return TL__DUE_RANGE;
    int last = first + count - 1;
    s->year = year;
    s->month = count == 1 ? first : 0;
    s->from = tl__day_number(year, first, 1);
    s->to = tl__day_number(year, last, tl__month_length(year, last));
    return 0;
}

/* month: as tl__due_month counts. */
static int set_period(span *s, int month, int count)
{
    return set_months(s, month / MONTHS, month % MONTHS + 1, count);
}

int tl__due_month(const frame *f)
{
    return f->today.year * MONTHS + f->today.month - 1;
}

/* ------------------------------------------------------------------------------------------------------------------ years */

static int named_year(const frame *f, span *s, int value)
{
    (void)f;
    return value < 1000 ? TL__DUE_AMBIGUOUS : set_months(s, value, 1, 12);
}

static int own_year(const frame *f, span *s, int value)
{
    (void)f, (void)value;
    return set_months(s, s->year, 1, 12);
}

static int this_year(const frame *f, span *s, int value)
{
    (void)value;
    return f->today.year != f->year ? TL__DUE_AMBIGUOUS : set_months(s, f->year, 1, 12);
}

static int coming_year(const frame *f, span *s, int value)
{
    (void)value;
    return f->today.year != f->year ? TL__DUE_AMBIGUOUS : set_months(s, f->year + 1, 1, 12);
}

static int next_year(const frame *f, span *s, int value)
{
    (void)f, (void)value;
    return set_months(s, s->year + 1, 1, 12);
}

/* ------------------------------------------------------------------------------------------------------------- halves, quarters */

static int half(const frame *f, span *s, int value)
{
    (void)f;
    return set_months(s, s->year, value == 1 ? 1 : 7, 6);
}

static int named_quarter(const frame *f, span *s, int value)
{
    (void)f;
    return value < 1 || value > 4 ? TL__DUE_NO_DAY : set_months(s, s->year, value * 3 - 2, 3);
}

static int first_quarters(const frame *f, span *s, int value)
{
    (void)f;
    return value < 2 || value > 4 ? TL__DUE_NO_DAY : set_months(s, s->year, 1, value * 3);
}

static int this_quarter(const frame *f, span *s, int value)
{
    (void)value;
    return set_period(s, tl__due_month(f) / 3 * 3, 3);
}

static int next_quarter(const frame *f, span *s, int value)
{
    (void)value;
    return set_period(s, tl__due_month(f) / 3 * 3 + 3, 3);
}

/* The period that a recurring phrase is read for begins with the month that the span has. */
static int every_period(const frame *f, span *s, int value)
{
    (void)value;
    return set_months(s, s->year, s->month, f->every);
}

/* ------------------------------------------------------------------------------------------------------------------ months */

static int named_month(const frame *f, span *s, int value)
{
    (void)f;
    return value < 1 || value > 12 ? TL__DUE_NO_DAY : set_months(s, s->year, value, 1);
}

static int this_month(const frame *f, span *s, int value)
{
    (void)value;
    return set_period(s, tl__due_month(f), 1);
}

/* In 6月20日-次月5日 it is the one after June. */
static int next_month(const frame *f, span *s, int value)
{
    (void)value;
    int month = s->month == 0 ? tl__due_month(f) : s->year * MONTHS + s->month - 1;
    return set_period(s, month + 1, 1);
}

static int first_month(const frame *f, span *s, int value)
{
    (void)f, (void)value;
    return set_months(s, s->year, tl__day_date(s->from).month, 1);
}

static int last_month(const frame *f, span *s, int value)
{
    (void)f, (void)value;
    return set_months(s, s->year, tl__day_date(s->to).month, 1);
}

/* -------------------------------------------------------------------------------------------------------------------- days */

/* The highest number that a day of the month can bear: 每月31日 is the last day of every month. */
static int highest_day(const frame *f, const span *s)
{
    if (f->every == 0)
        return tl__month_length(s->year, s->month);
    return f->every == 12 ? tl__month_length(LEAP_YEAR, s->month) : 31;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int named_day(const frame *f, span *s, int value)
{
    if (s->month == 0)
        return TL__DUE_AMBIGUOUS;
    if (value < 1 || value > highest_day(f, s))
        return TL__DUE_NO_DAY;
    s->from = s->to = tl__day_number(s->year, s->month, least(value, tl__month_length(s->year, s->month)));
    return 0;
}

/* value: the first day, and the last × 100. */
static int third(const frame *f, span *s, int value)
{
    (void)f;
    if (s->month == 0)
        return TL__DUE_AMBIGUOUS;
    s->from = tl__day_number(s->year, s->month, value / 100);
    s->to = tl__day_number(s->year, s->month, least(value % 100, tl__month_length(s->year, s->month)));
    return 0;
}

static int base_day(const frame *f, span *s, int value)
{
    (void)value;
    s->from = s->to = f->base;
    return 0;
}

static int end(const frame *f, span *s, int value)
{
    (void)f, (void)value;
    s->from = s->to;
    return 0;
}

/* 年底 is the end of the ledger's year, 月底 and 季末 of the base's month and quarter, or of the month that the range began in. */
static int end_of_year(const frame *f, span *s, int value)
{
    int result = own_year(f, s, value);
    return result != 0 ? result : end(f, s, value);
}

static int end_of_month(const frame *f, span *s, int value)
{
    int result = s->month == 0 ? this_month(f, s, value) : set_months(s, s->year, s->month, 1);
    return result != 0 ? result : end(f, s, value);
}

static int end_of_quarter(const frame *f, span *s, int value)
{
    int result = this_quarter(f, s, value);
    return result != 0 ? result : end(f, s, value);
}

static int as_it_is(const frame *f, span *s, int value)
{
    (void)f, (void)s, (void)value;
    return 0;
}

static int ambiguous(const frame *f, span *s, int value)
{
    (void)f, (void)s, (void)value;
    return TL__DUE_AMBIGUOUS;
}

/* --------------------------------------------------------------------------------------------------------------- the grammar */

/* The first row that fits is taken: the words, the levels that it may follow, the level after it. */
static const struct rule {
    const char *words;
    int lowest, highest, after;
    int (*narrow)(const frame *f, span *s, int value);
} rules[] = {
    { "nMi", NONE, NONE, DONE, ambiguous }, /* 3月内: within March, or three months */
    { "nY", NONE, NONE, YEAR, named_year },
    { "TY", NONE, NONE, YEAR, this_year },
    { "L", NONE, NONE, YEAR, coming_year },
    { "NY", NONE, NONE, YEAR, next_year },
    { "EY", NONE, NONE, YEAR, every_period },
    { "EHY", NONE, NONE, QUARTER, every_period },
    { "EQ", NONE, NONE, QUARTER, every_period },
    { "EM", NONE, NONE, MONTH, every_period },
    { "Ye", NONE, NONE, DAY, end_of_year },
    { "Yi", NONE, NONE, DONE, end_of_year },
    { "a", NONE, YEAR, YEAR, own_year },
    { "h", NONE, YEAR, QUARTER, half },
    { "nQ", NONE, YEAR, QUARTER, named_quarter },
    { "onQ", NONE, YEAR, QUARTER, named_quarter },
    { "bnQ", NONE, YEAR, QUARTER, first_quarters },
    { "TQ", NONE, NONE, QUARTER, this_quarter },
    { "NQ", NONE, NONE, QUARTER, next_quarter },
    { "Qe", NONE, NONE, DAY, end_of_quarter },
    { "nM", NONE, YEAR, MONTH, named_month },
    { "TM", NONE, NONE, MONTH, this_month },
    { "NM", NONE, NONE, MONTH, next_month },
    { "fM", QUARTER, QUARTER, MONTH, first_month },
    { "eM", QUARTER, QUARTER, MONTH, last_month },
    { "Me", NONE, NONE, DAY, end_of_month },
    { "x", NONE, NONE, THIRD, third },
    { "x", MONTH, MONTH, THIRD, third },
    { "nD", NONE, NONE, DAY, named_day },
    { "nD", MONTH, MONTH, DAY, named_day },
    { "t", NONE, NONE, DAY, base_day },
    { "e", YEAR, MONTH, DAY, end },
    { "i", YEAR, THIRD, DONE, as_it_is },
    { "b", DAY, DAY, DONE, as_it_is },
    { "b", YEAR, THIRD, DONE, ambiguous },
};

static const struct rule *find_rule(const char *letters, int level)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (level >= rules[i].lowest && level <= rules[i].highest && strncmp(letters, rules[i].words, strlen(rules[i].words)) == 0)
            return &rules[i];
    return NULL;
}

/* The number among some words. */
static int value_in(const tl__due_words *words, size_t at, size_t count)
{
    size_t place = strcspn(words->letter + at, "nhx");
    return place < count ? words->value[at + place] : 0;
}

int tl__due_read_span(const frame *f, const tl__due_words *words, span *s)
{
    for (size_t at = 0; at < words->count;) {
        const struct rule *rule = find_rule(words->letter + at, s->level);
        if (rule == NULL)
            return TL__DUE_UNKNOWN;
        size_t count = strlen(rule->words);
        int result = rule->narrow(f, s, value_in(words, at, count));
        if (result != 0)
            return result;
        s->level = rule->after;
        at += count;
    }
    return s->level == NONE ? TL__DUE_UNKNOWN : 0;
}
