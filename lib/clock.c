/* clock.c (L0) - days as numbers, and back. The year is counted from March, so that the leap day is its last, and the months before it have
 * lengths that one line of arithmetic gives: 153 days for five of them. */
#include "clock.h"

#include "text.h"

enum { FOUR_CENTURIES = 146097, EPOCH = 719468 /* from 0000-03-01 to 1970-01-01 */ };

int tl__day_number(int year, int month, int day)
{
    int from_march = (month + 9) % 12;
    int march_year = year - (month < 3);
    int day_of_year = (153 * from_march + 2) / 5 + day - 1;
    return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - EPOCH;
}

tl__date tl__day_date(int number)
{
    int day = number + EPOCH;
    int era = day / FOUR_CENTURIES;
    int day_of_era = day % FOUR_CENTURIES;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (FOUR_CENTURIES - 1)) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * day_of_year + 2) / 153;
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (tl__date) { era * 400 + year_of_era + (month < 3), month, day_of_year - (153 * from_march + 2) / 5 + 1 };
}

/* The first of January of the year 1, day -719162, was a Monday. */
int tl__weekday(int number)
{
    return (number + 719162) % 7 + 1;
}

/* Digits of a number, that many, filled with zeros. */
static void put_digits(char *text, int number, int count)
{
    for (; count > 0; number /= 10)
        text[--count] = (char)('0' + number % 10);
}

static int digits(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++)
        number = number * 10 + (text[i] - '0');
    return number;
}

int tl__day_read(const char *text, int *number)
{
    if (!tl__is_day(text) || digits(text, 4) < TL__YEAR_FIRST)
        return 0;
    *number = tl__day_number(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2));
    return 1;
}

int tl__day_write(int number, char text[11])
{
    text[0] = '\0';
    if (number < tl__day_number(TL__YEAR_FIRST, 1, 1) || number > tl__day_number(TL__YEAR_LAST, 12, 31))
        return 0;
    tl__date date = tl__day_date(number);
    put_digits(text, date.year, 4);
    put_digits(text + 5, date.month, 2);
    put_digits(text + 8, date.day, 2);
    text[4] = text[7] = '-';
    text[10] = '\0';
    return 1;
}
