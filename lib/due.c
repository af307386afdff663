/* due.c (L0) - the day that a date phrase means. The words are letters here (see due_word); tables of letters say what is understood, each row
 * with a flat function. Here are the terms (30日内), what recurs (每月25日前), ranges (3-5月) and phrases of their own (长期坚持); what names a span
 * of days is read by due_span.
 *
 * A term counts as the Civil Code has it (articles 201 and 202): the day after the base is the first, and a month ends on the day of the same number,
 * or on its last day where it has none. So does what recurs: 每月31日 is the last day of each month. */
#include "due.h"

#include "due_span.h"
#include "text.h"

#include <string.h>

enum { TERM_MAX = 9999, IDLE_MAX = 366 /* days without a working day: longer than any holiday */, MONTHS = 12 };

typedef tl__due_frame frame;
typedef tl__due_span span;

/* ------------------------------------------------------------------------------------------------------------------ ranges */

/* Some of the words, from one up to another. */
static tl__due_words cut(const tl__due_words *words, size_t from, size_t to)
{
    tl__due_words part = { .count = to - from };
    memcpy(part.letter, words->letter + from, part.count);
    memcpy(part.value, words->value + from, part.count * sizeof part.value[0]);
    return part;
}

/* A left side that ends with a number has the unit of the last number of the right side: 3-5月 is 3月-5月. */
static void borrow_unit(tl__due_words *left, const tl__due_words *right)
{
    const char *number = strrchr(right->letter, 'n');
    if (left->count == 0 || left->count == TL__DUE_WORDS || left->letter[left->count - 1] != 'n' || number == NULL || number[1] == '\0')
        return;
    left->letter[left->count++] = number[1];
}

/* The left side without 自 and 起. One that says 前 or 内 is no beginning. */
static int read_left(const frame *f, const tl__due_words *left, span *s)
{
    size_t from = left->letter[0] == 'A';
    size_t to = left->count - (left->count > from && left->letter[left->count - 1] == 'G');
    tl__due_words bare = cut(left, from, to);
    return strpbrk(bare.letter, "biE") != NULL ? TL__DUE_UNKNOWN : tl__due_read_span(f, &bare, s);
}

static int read_range(const frame *f, const tl__due_words *words, size_t dash, span *s)
{
    tl__due_words left = cut(words, 0, dash);
    tl__due_words right = cut(words, dash + 1, words->count);
    span begin = { .year = f->year };
    if (strpbrk(right.letter, "-E") != NULL)
        return TL__DUE_UNKNOWN;
    borrow_unit(&left, &right);
    int result = read_left(f, &left, &begin);
    *s = (span) { .year = begin.year, .month = begin.month };
    if (result == 0)
        result = tl__due_read_span(f, &right, s);
    if (result == 0 && s->to < begin.to)
        result = TL__DUE_BACKWARDS;
    s->from = begin.from;
    return result;
}

/* ------------------------------------------------------------------------------------------------------------- recurrence, terms */

/* from NULL: no range. */
static int fill(tl__due *due, enum tl__due_kind kind, const int *from, int to)
{
    due->kind = kind;
    if (!tl__day_write(to, due->day) || (from != NULL && !tl__day_write(*from, due->from)))
        return TL__DUE_RANGE;
    return 0;
}

static int months_of(char unit)
{
    return unit == 'Y' ? 12 : unit == 'H' ? 6 : unit == 'Q' ? 3 : unit == 'M' ? 1 : 0;
}

/* The day in the period that the base lies in, or in the next one when that is past. */
static int read_recurring(frame *f, const tl__due_words *words, tl__due *due)
{
    int months = months_of(words->letter[1]);
    if (months == 0)
        return TL__DUE_UNKNOWN;
    f->every = months;
    int month = tl__due_month(f) / months * months;
    for (int last = month + months;; month += months) {
        span s = { .year = month / MONTHS, .month = month % MONTHS + 1 };
        int result = tl__due_read_span(f, words, &s);
        if (result != 0)
            return result;
        if (s.to >= f->base || month == last)
            return fill(due, TL__DUE_RECURRING, NULL, s.to);
    }
}

/* 1, 0, or below 0 an error. */
static int is_workday(const frame *f, int day)
{
    char text[11];
    if (f->workday == NULL)
        return tl__weekday(day) < 6;
    return tl__day_write(day, text) ? f->workday(f->arg, text) : 0;
}

/* The count-th working day from a day on. */
static int find_workday(const frame *f, int day, int count, int *found)
{
    for (int idle = 0; idle <= IDLE_MAX; day++) {
        int answer = is_workday(f, day);
        if (answer < 0)
            return answer;
        count -= answer > 0;
        idle = answer > 0 ? 0 : idle + 1;
        *found = day;
        if (count == 0)
            return 0;
    }
    return TL__DUE_RANGE;
}

static int add_workdays(const frame *f, int count, tl__due *due)
{
    int day = f->base;
    int result = find_workday(f, f->base + 1, count, &day);
    due->working_days = 1;
    return result != 0 ? result : fill(due, TL__DUE_DAY, NULL, day);
}

static int add_days(const frame *f, int count, tl__due *due)
{
    return fill(due, TL__DUE_DAY, NULL, f->base + count);
}

static int add_months(const frame *f, int count, tl__due *due)
{
    int month = tl__due_month(f) + count;
    int length = tl__month_length(month / MONTHS, month % MONTHS + 1);
    int day = f->today.day < length ? f->today.day : length;
    return fill(due, TL__DUE_DAY, NULL, tl__day_number(month / MONTHS, month % MONTHS + 1, day));
}

/* A ? behind a letter says that it may be absent, a . is any one word. factor: the days, working days or months of one. A row without n is one. */
static const struct term {
    const char *words;
    int factor;
    int (*add)(const frame *f, int count, tl__due *due);
} terms[] = {
    { "nDi", 1, add_days },
    { "nK?di?", 1, add_days },
    { "nK?Wi?", 7, add_days },
    { "HK?Mi?", 15, add_days },
    { "nK?wi?", 1, add_workdays },
    { "nKMi?", 1, add_months },
    { "nKQi", 3, add_months },
    { "HYi", 6, add_months },
    { "nYi", 12, add_months },
};

/* 1 if all words fit a row. */
static int fits(const char *row, const char *letters)
{
    for (; *row != '\0'; row++) {
        int optional = row[1] == '?';
        if (*letters != '\0' && (*row == *letters || *row == '.'))
            letters++;
        else if (!optional)
            return 0;
        row += optional;
    }
    return *letters == '\0';
}

/* The term that the phrase is, NULL if it is none. 2023年内 is within a year that is named. */
static const struct term *find_term(const tl__due_words *words)
{
    if (strncmp(words->letter, "nY", 2) == 0 && words->value[0] > 99)
        return NULL;
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++)
        if (fits(terms[i].words, words->letter))
            return &terms[i];
    return NULL;
}

static int read_term(const frame *f, const struct term *term, const tl__due_words *words, tl__due *due)
{
    int count = words->letter[0] == 'n' ? words->value[0] : 1;
    return count < 1 || count > TERM_MAX ? TL__DUE_RANGE : term->add(f, count * term->factor, due);
}

/* ------------------------------------------------------------------------------------------------------------ phrases of their own */

static int standing(const frame *f, const tl__due_words *words, tl__due *due)
{
    (void)f, (void)words;
    due->kind = TL__DUE_STANDING;
    return 0;
}

static int at_once(const frame *f, const tl__due_words *words, tl__due *due)
{
    (void)words;
    return fill(due, TL__DUE_DAY, NULL, f->base);
}

/* The word behind 周: 1 Monday … 7 Sunday, 0 if it names no day of the week. */
static int named_weekday(const tl__due_words *words)
{
    const char *week = strchr(words->letter, 'W');
    int value = words->value[week + 1 - words->letter];
    if (week[1] == 'D' || week[1] == 'd')
        return 7;
    return week[1] == 'n' && value >= 1 && value <= 6 ? value : 0;
}

/* Weeks begin on Monday. */
static int day_of_week(const frame *f, const tl__due_words *words, tl__due *due)
{
    int weekday = named_weekday(words);
    int monday = f->base - tl__weekday(f->base) + 1 + (words->letter[0] == 'N' ? 7 : 0);
    return weekday == 0 ? TL__DUE_AMBIGUOUS : fill(due, TL__DUE_DAY, NULL, monday + weekday - 1);
}

static int each_week(const frame *f, const tl__due_words *words, tl__due *due)
{
    int weekday = named_weekday(words);
    int wait = (weekday + 7 - tl__weekday(f->base)) % 7;
    return weekday == 0 ? TL__DUE_AMBIGUOUS : fill(due, TL__DUE_RECURRING, NULL, f->base + wait);
}

static int each_day(const frame *f, const tl__due_words *words, tl__due *due)
{
    (void)words;
    return fill(due, TL__DUE_RECURRING, NULL, f->base);
}

static int each_workday(const frame *f, const tl__due_words *words, tl__due *due)
{
    (void)words;
    int day = f->base;
    int result = find_workday(f, f->base, 1, &day);
    due->working_days = 1;
    return result != 0 ? result : fill(due, TL__DUE_RECURRING, NULL, day);
}

static int unclear(const frame *f, const tl__due_words *words, tl__due *due)
{
    (void)f, (void)words, (void)due;
    return TL__DUE_AMBIGUOUS;
}

static const struct whole {
    const char *words;
    int (*read)(const frame *f, const tl__due_words *words, tl__due *due);
} wholes[] = {
    { "s", standing },
    { "z", at_once },
    { "TW.b?", day_of_week },
    { "NW.b?", day_of_week },
    { "EW.b?", each_week },
    { "EW", unclear }, /* the end of a week is Friday, or Sunday */
    { "TWi?", unclear },
    { "NWi?", unclear },
    { "Wn", unclear }, /* 周五: of which week? */
    { "Wnb", unclear },
    { "ED", each_day },
    { "Ed", each_day },
    { "Ew", each_workday },
};

/* ----------------------------------------------------------------------------------------------------------------- the door */

/* Words that name no one day (适时, 初), several (5月、10月), and numbers of which nobody says what they count (6/7, 6-30). */
static int is_unclear(const tl__due_words *words)
{
    return strpbrk(words->letter, "~,") != NULL || strspn(words->letter, "n-") == words->count;
}

static int read_day(const frame *f, const tl__due_words *words, tl__due *due)
{
    const char *dash = strchr(words->letter, '-');
    span s = { .year = f->year };
    int result = dash == NULL ? tl__due_read_span(f, words, &s) : read_range(f, words, (size_t)(dash - words->letter), &s);
    return result != 0 ? result : fill(due, TL__DUE_DAY, dash == NULL ? NULL : &s.from, s.to);
}

static int read_words(frame *f, const tl__due_words *words, tl__due *due)
{
    if (is_unclear(words))
        return TL__DUE_AMBIGUOUS;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (fits(wholes[i].words, words->letter))
            return wholes[i].read(f, words, due);
    const struct term *term = find_term(words);
    if (term != NULL)
        return read_term(f, term, words, due);
    if (words->letter[0] == 'E')
        return read_recurring(f, words, due);
    return read_day(f, words, due);
}

int tl__due_parse(const char *phrase, int year, const char *base, int (*workday)(void *arg, const char *day), void *arg, tl__due *due)
{
    tl__due_words words;
    frame f = { .year = year, .workday = workday, .arg = arg };
    *due = (tl__due) { 0 };
    if (year < TL__YEAR_FIRST || year > TL__YEAR_LAST || !tl__day_read(base, &f.base))
        return TL__DUE_RANGE;
    f.today = tl__day_date(f.base);
    int result = tl__due_read(phrase, &words) ? read_words(&f, &words, due) : TL__DUE_UNKNOWN;
    if (result != 0)
        *due = (tl__due) { 0 };
    return result;
}

const char *tl__due_reason(int refusal, int zh)
{
    switch (refusal) {
    case TL__DUE_UNKNOWN:
        return zh ? "不是能看懂的时限；请写日期，如 2023-06-30，或 6月底前、30日内、每月25日前、长期坚持"
                  : "is not understood as a date; write a day, 2023-06-30, or such as 6月底前, 30日内, 每月25日前, 长期坚持";
    case TL__DUE_AMBIGUOUS:
        return zh ? "没有写明是哪一天，或可作不同理解；请写日期，如 2023-06-30" : "names no day, or can mean more than one; write the day, as 2023-06-30";
    case TL__DUE_NO_DAY:
        return zh ? "不是日历上有的日期；请写 2023-06-30" : "is no day of the calendar; write 2023-06-30";
    case TL__DUE_BACKWARDS:
        return zh ? "的结束早于开始；跨年的请在后面注明次年" : "ends before it begins; write 次年 in front of what lies in the next year";
    case TL__DUE_RANGE:
        return zh ? "不在 1900 年至 9999 年之内" : "is no day of the years 1900 to 9999";
    default:
        return "";
    }
}
