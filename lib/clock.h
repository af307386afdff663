/* clock.h (L0) - days as numbers: a day is the count of days since 1970-01-01, so that adding and comparing days is plain arithmetic. What day it
 * is now, nobody is asked here: that comes from the book. */
#ifndef TL_CLOCK_H
#define TL_CLOCK_H

/* The years that a day of the book may lie in. */
enum { TL__YEAR_FIRST = 1900, TL__YEAR_LAST = 9999 };

/* The number of a day of the calendar, in any year from 1. */
int tl__day_number(int year, int month, int day);

/* The year, month and day of a number, for days of the years 1 to 9999. */
typedef struct tl__date {
    int year, month, day;
} tl__date;
tl__date tl__day_date(int number);

/* 1 Monday … 7 Sunday. */
int tl__weekday(int number);

/* Reads "2023-06-30" into *number: 1, or 0 if text is no day of the years 1900 to 9999, and then *number stays as it was. */
int tl__day_read(const char *text, int *number);

/* Writes "2023-06-30" with its NUL: 1, or 0 if the day lies outside of the years 1900 to 9999, and then text is "". */
int tl__day_write(int number, char text[11]);

#endif
