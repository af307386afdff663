/* due.c - fuzz target: any text is read as a date phrase, under several ledgers and calendars. What is understood must be days in order, what is
 * refused must leave nothing; the phrase in full width means the same, and so it does when it is read again. */
#include "due.h"

#include "clock.h"
#include "fuzz.h"

#include <string.h>

enum { SIZE_MAX_READ = 400 };

static const struct reading {
    int year;
    const char *base;
} readings[] = { { 2023, "2023-03-15" }, { 2023, "2024-02-29" }, { 1900, "1900-01-01" }, { 9999, "9999-12-31" } };

/* Nine days of work, one of rest. */
static int nine_of_ten(void *arg, const char *day)
{
    int number = 0;
    (void)arg;
    if (!tl__day_read(day, &number))
        abort();
    return number % 10 != 0;
}

static int holiday(void *arg, const char *day)
{
    (void)arg, (void)day;
    return 0;
}

static int is_broken(void *arg, const char *day)
{
    (void)arg, (void)day;
    return -13;
}

static int is_same(const tl__due *one, const tl__due *other)
{
    return one->kind == other->kind && one->working_days == other->working_days && strcmp(one->from, other->from) == 0 && strcmp(one->day, other->day) == 0;
}

static void check_due(int result, const tl__due *due, int base)
{
    static const tl__due empty;
    int from = 0, day = 0;
    if (result < -13 || result > TL__DUE_RANGE || (result < 0 && result != -13) || (result > 0 && tl__due_reason(result, 0)[0] == '\0'))
        abort();
    if (result != 0 && !is_same(due, &empty))
        abort();
    if (result != 0)
        return;
    if (due->kind == TL__DUE_STANDING ? due->day[0] != '\0' || due->from[0] != '\0' : !tl__day_read(due->day, &day))
        abort();
    if (due->from[0] != '\0' && (!tl__day_read(due->from, &from) || from > day || due->kind != TL__DUE_DAY))
        abort();
    if (due->kind == TL__DUE_RECURRING && (day < base || day > base + 366))
        abort();
}

/* The text with each ASCII character that has a form of full width in that form. */
static void widen(const char *text, char *wide)
{
    for (; *text != '\0'; text++)
        if (*text > ' ' && *text <= '~') {
            int place = *text - ' ';
            *wide++ = (char)0xef;
            *wide++ = (char)(0xbc + (place >> 6));
            *wide++ = (char)(0x80 | (place & 0x3f));
        } else
            *wide++ = *text;
    *wide = '\0';
}

static void read_under(const char *text, const struct reading *reading, int (*workday)(void *arg, const char *day))
{
    tl__due due, again;
    char wide[3 * SIZE_MAX_READ + 1];
    int base = 0;
    if (!tl__day_read(reading->base, &base))
        abort();
    int result = tl__due_parse(text, reading->year, reading->base, workday, NULL, &due);
    check_due(result, &due, base);
    if (tl__due_parse(text, reading->year, reading->base, workday, NULL, &again) != result || !is_same(&due, &again))
        abort();
    widen(text, wide);
    if (tl__due_parse(wide, reading->year, reading->base, workday, NULL, &again) != result || !is_same(&due, &again))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[SIZE_MAX_READ + 1];
    size_t length = size < SIZE_MAX_READ ? size : SIZE_MAX_READ;
    if (length > 0)
        memcpy(text, data, length);
    text[length] = '\0';
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        read_under(text, &readings[i], NULL);
        read_under(text, &readings[i], nine_of_ten);
    }
    read_under(text, &readings[0], holiday);
    read_under(text, &readings[0], is_broken);
    return 0;
}
