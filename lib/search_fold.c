/* search_fold.c (L0) - folding text for a search: each character by itself, so that places in the folded text are places in the text. */
#include "search_fold.h"

#include <string.h>
#include <utf8proc.h>

typedef utf8proc_int32_t character;

/* Reads a character; what is not UTF-8 is a character of one byte, -1. */
static size_t read_character(const char *at, character *read)
{
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, read);
    if (length > 0)
        return (size_t)length;
    *read = -1;
    return 1;
}

static int is_blank(character c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC;
}

static character fold(character c)
{
    enum { WIDE_FIRST = 0xFF01, WIDE_LAST = 0xFF5E, WIDE_OFFSET = 0xFEE0 };
    if (c >= WIDE_FIRST && c <= WIDE_LAST)
        c -= WIDE_OFFSET;
    if (is_blank(c))
        return ' ';
    /* By way of the capital: some letters have two small forms, as the Greek sigma. */
    return utf8proc_tolower(utf8proc_toupper(c));
}

/* Most of Chinese: U+4000 to U+9FFF, three bytes that stay as they are. */
static size_t plain_length(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    size_t length = 0;
    while (byte[length] >= 0xE4 && byte[length] <= 0xE9 && (byte[length + 1] & 0xC0u) == 0x80u && (byte[length + 2] & 0xC0u) == 0x80u)
        length += 3;
    return length;
}

static char fold_ascii(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c + ('a' - 'A'));
    return c <= ' ' || c == 0x7F ? ' ' : c;
}

void tl__search_fold(tl__buffer *to, const char *text)
{
    utf8proc_uint8_t bytes[4];
    tl__append(to, "");
    while (*text != '\0' && !to->failed) {
        character c;
        size_t plain = plain_length(text);
        if (plain > 0) {
            tl__append_bytes(to, text, plain);
            text += plain;
        } else if ((unsigned char)*text < 0x80) {
            char folded = fold_ascii(*text++);
            tl__append_bytes(to, &folded, 1);
        } else {
            size_t length = read_character(text, &c);
            if (c >= 0)
                tl__append_bytes(to, (const char *)bytes, (size_t)utf8proc_encode_char(fold(c), bytes));
            else
                tl__append_bytes(to, text, 1);
            text += length;
        }
    }
}

size_t tl__search_step(const char *folded)
{
    character c;
    return read_character(folded, &c);
}

static size_t step_back(const char *text, const char *at)
{
    size_t length = 1;
    while (at - length > text && ((unsigned char)at[-(long)length] & 0xC0u) == 0x80u)
        length++;
    return length;
}

static int width_at(const char *at, size_t *length)
{
    character c;
    *length = read_character(at, &c);
    return c < 0 || is_blank(c) ? 1 : utf8proc_charwidth(c);
}

/* Where a snippet begins: a quarter of its columns before the place. */
static const char *begin_of(const char *text, const char *place, int columns)
{
    const char *at = place;
    for (int width = 0; at > text;) {
        size_t unused, length = step_back(text, at);
        width += width_at(at - length, &unused);
        if (width > columns / 4)
            break;
        at -= length;
    }
    return at;
}

void tl__search_snippet(tl__buffer *to, const char *text, size_t place, int columns)
{
    const char *at = text;
    for (size_t length; place > 0 && *at != '\0'; place--, at += length)
        width_at(at, &length);
    at = begin_of(text, at, columns);
    tl__append(to, at > text ? "…" : "");
    for (int width = 0; *at != '\0';) {
        character c;
        size_t length;
        width += width_at(at, &length);
        if (width > columns)
            break;
        read_character(at, &c);
        tl__append_bytes(to, c >= 0 && is_blank(c) ? " " : at, c >= 0 && is_blank(c) ? 1 : length);
        at += length;
    }
    tl__append(to, *at != '\0' ? "…" : "");
}

int tl__search_split(tl__search_words *words, const char *text)
{
    memset(words, 0, sizeof *words);
    words->plain = 1;
    tl__search_fold(&words->text, text);
    if (words->text.failed)
        return 1;
    for (char *at = words->text.text; *at != '\0';) {
        size_t length = strcspn(at, " ");
        if (length > 0 && words->count == TL__SEARCH_WORDS)
            return 0;
        if (length > 0)
            words->word[words->count++] = at;
        words->plain = words->plain && plain_length(at) == length;
        at += length;
        if (*at != '\0')
            *at++ = '\0';
    }
    return 1;
}
