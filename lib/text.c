/* text.c (L0) - text: memory, UTF-8, likeness of words, small forms. */
#include "text.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { WORD_MAX = 60 }; /* characters of a word that is compared */

void tl_free(void *copy)
{
    sqlite3_free(copy);
}

char *tl__copy(const char *text)
{
    return text == NULL ? NULL : sqlite3_mprintf("%s", text);
}

int tl__is_utf8(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    while (*at != 0) {
        if (*at < 0x80) {
            at++;
            continue;
        }
        utf8proc_int32_t character;
        utf8proc_ssize_t length = utf8proc_iterate(at, -1, &character);
        if (length < 1)
            return 0;
        at += length;
    }
    return 1;
}

size_t tl__characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0u) != 0x80u;
    return count;
}

/* 1 if text matches form, in which 0 stands for any digit. */
static int has_form(const char *text, const char *form)
{
    for (; *form != '\0'; form++, text++) {
        if (*form == '0' ? *text < '0' || *text > '9' : *text != *form)
            return 0;
    }
    return *text == '\0';
}

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

int tl__month_length(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

size_t tl__width(const char *text, size_t bytes)
{
    size_t width = 0;
    while (bytes > 0) {
        utf8proc_int32_t character;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes, &character);
        width += length < 1 ? 1 : (size_t)utf8proc_charwidth(character);
        text += length < 1 ? 1 : length;
        bytes -= length < 1 ? 1 : (size_t)length;
    }
    return width;
}

int tl__is_day(const char *text)
{
    if (!has_form(text, "0000-00-00"))
        return 0;
    int year = two_digits(text) * 100 + two_digits(text + 2);
    int month = two_digits(text + 5);
    int day = two_digits(text + 8);
    if (month < 1 || month > 12 || day < 1)
        return 0;
    return day <= tl__month_length(year, month);
}

int tl__is_utc_offset(const char *text)
{
    if (!has_form(text, "+00:00") && !has_form(text, "-00:00"))
        return 0;
    int hours = two_digits(text + 1);
    int minutes = two_digits(text + 4);
    return minutes < 60 && hours * 60 + minutes <= 14 * 60;
}

int tl__is_uid(const char *text)
{
    return strspn(text, "0123456789abcdef") == 32 && text[32] == '\0';
}

int tl__is_address(const char *text)
{
    size_t scheme = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789+.-");
    return scheme > 0 && strncmp(text + scheme, "://", 3) == 0;
}

/* The characters of a word; WORD_MAX + 1 if it has more, or is not UTF-8. */
static size_t characters(const char *word, utf8proc_int32_t *into)
{
    size_t count = 0;
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)word;
    while (*at != 0) {
        if (count == WORD_MAX)
            return WORD_MAX + 1;
        utf8proc_ssize_t length = utf8proc_iterate(at, -1, &into[count]);
        if (length < 1)
            return WORD_MAX + 1;
        into[count] = utf8proc_tolower(into[count]);
        count++;
        at += length;
    }
    return count;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Two neighbours the wrong way round count as one change: the commonest slip of the fingers. */
size_t tl__distance(const char *one, const char *other)
{
    utf8proc_int32_t a[WORD_MAX], b[WORD_MAX];
    size_t rows[3][WORD_MAX + 1]; /* the row being filled, the one above it, the one above that */
    size_t *row = rows[0], *above = rows[1], *higher = rows[2];
    size_t height = characters(one, a);
    size_t width = characters(other, b);
    if (height > WORD_MAX || width > WORD_MAX)
        return WORD_MAX + 1;
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
    for (size_t i = 1; i <= height; i++) {
        size_t *spare = higher;
        higher = above;
        above = row;
        row = spare;
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && higher[j - 2] + 1 < row[j])
                row[j] = higher[j - 2] + 1;
        }
    }
    return row[width];
}

int tl__is_near(const char *word, const char *other, size_t distance)
{
    utf8proc_int32_t unused[WORD_MAX];
    size_t a = characters(word, unused);
    size_t b = characters(other, unused);
    size_t longer = a > b ? a : b;
    return distance <= (longer + 2) / 3 && distance < longer;
}

const char *tl_nearest(const char *word, const char *const *names, size_t count)
{
    const char *best = NULL;
    size_t best_distance = WORD_MAX + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = tl__distance(word, names[i]);
        if (distance < best_distance && tl__is_near(word, names[i], distance)) {
            best = names[i];
            best_distance = distance;
        }
    }
    return best;
}

int tl__narrow(const char *text, char *to, size_t room)
{
    const unsigned char *at = (const unsigned char *)text;
    size_t length = 0;
    while (*at != '\0') {
        if (length + 1 >= room)
            return 0;
        unsigned wide = at[0] == 0xEF && at[1] >= 0xBC && at[1] <= 0xBD && at[2] >= 0x80 ? (at[1] - 0xBCu) * 64 + at[2] - 0x80u : 0;
        if (wide >= 1 && wide <= 0x5E) {
            to[length++] = (char)(wide + 0x20);
            at += 3;
        } else {
            to[length++] = (char)*at++;
        }
    }
    to[length] = '\0';
    return 1;
}

/* Takes from least to most digits, then a word. NULL where they are not there. */
static const char *take_digits(const char *at, int least, int most, int *number, const char *word)
{
    int count = 0;
    *number = 0;
    while (count < most && *at >= '0' && *at <= '9') {
        *number = *number * 10 + (*at++ - '0');
        count++;
    }
    return count >= least && strncmp(at, word, strlen(word)) == 0 ? at + strlen(word) : NULL;
}

int tl__read_day(const char *text, char day[40])
{
    static const struct {
        const char *year, *month, *day; /* what stands behind each */
    } forms[] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" } };
    char plain[40];
    if (!tl__narrow(text, plain, sizeof plain))
        return 0;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        int y, m, d;
        const char *at = take_digits(plain, 4, 4, &y, forms[i].year);
        if (at != NULL)
            at = take_digits(at, 1, 2, &m, forms[i].month);
        if (at != NULL)
            at = take_digits(at, 1, 2, &d, forms[i].day);
        if (at == NULL || *at != '\0')
            continue;
        snprintf(day, 40, "%04d-%02d-%02d", y, m, d);
        return tl__is_day(day);
    }
    return 0;
}

int tl__read_number(const char *text, char *number, size_t room)
{
    return tl__narrow(text, number, room) && strspn(number, "0123456789.-") == strlen(number) && strpbrk(number, "0123456789") != NULL;
}

void tl__append_bytes(tl__buffer *buffer, const char *bytes, size_t count)
{
    if (buffer->failed)
        return;
    if (buffer->length + count + 1 > buffer->room) {
        size_t room = (buffer->length + count + 1) * 2 + 64;
        char *text = sqlite3_realloc64(buffer->text, room);
        if (text == NULL) {
            sqlite3_free(buffer->text);
            *buffer = (tl__buffer) { .failed = 1 };
            return;
        }
        buffer->text = text;
        buffer->room = room;
    }
    memcpy(buffer->text + buffer->length, bytes, count);
    buffer->length += count;
    buffer->text[buffer->length] = '\0';
}

void tl__append(tl__buffer *buffer, const char *text)
{
    tl__append_bytes(buffer, text, strlen(text));
}
