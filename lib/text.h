/* text.h (L0) - text as this library needs it: memory from SQLite's allocator, UTF-8, likeness of words, small forms. */
#ifndef TL_TEXT_H
#define TL_TEXT_H

#include "taskledger.h"

/* A copy of text (NULL of NULL), to be freed with tl_free; NULL when memory is out. */
char *tl__copy(const char *text);

/* 1 if text is UTF-8 throughout. */
int tl__is_utf8(const char *text);

/* The number of characters of UTF-8 text. */
size_t tl__characters(const char *text);

/* How many columns the first bytes of a text take where Chinese characters take two. */
size_t tl__width(const char *text, size_t bytes);

/* 1 if text has the form 2023-06-30 and is a day of the calendar. */
int tl__is_day(const char *text);

/* Writes text with ASCII's characters in place of the full-width ones (U+FF01 to U+FF5E). 0: no room. */
int tl__narrow(const char *text, char *to, size_t room);

/* The day that text writes in figures: 2023-06-30, 2023/6/30, 2023.6.30, 2023年6月30日, full-width or not. 0: none, or no day of the calendar. */
int tl__read_day(const char *text, char day[40]);

/* The number that text writes with nothing but digits, points and minus signs, full-width or not. 0: none, or too long. */
int tl__read_number(const char *text, char *number, size_t room);

/* The days of a month, 1 to 12. */
int tl__month_length(int year, int month);

/* 1 if text has the form +08:00, from -14:00 to +14:00. */
int tl__is_utc_offset(const char *text);

/* 1 if text is 32 hex digits in lower case. */
int tl__is_uid(const char *text);

/* 1 if text is an address, scheme://…, and no path. */
int tl__is_address(const char *text);

/* How far apart two words are: inserted, removed and changed characters. Words over 60 characters count as far. */
size_t tl__distance(const char *one, const char *other);

/* 1 if other is near enough to word to be what was meant. */
int tl__is_near(const char *word, const char *other, size_t distance);

/* A text that grows. Once memory is out, text is NULL and failed stays 1. */
typedef struct tl__buffer {
    char *text;
    size_t length, room;
    int failed;
} tl__buffer;
void tl__append(tl__buffer *buffer, const char *text);
void tl__append_bytes(tl__buffer *buffer, const char *bytes, size_t count);

#endif
