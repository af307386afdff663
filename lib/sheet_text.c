/* sheet_text.c (L4) - text of any encoding as UTF-8, in pieces. An encoding that is not given is found out: by a byte order mark, by the NULs of
 * UTF-16, else by the first bytes that are not ASCII and what follows them. */
#include "sheet_reader.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

enum { LEAST = 16 }; /* bytes that have to be at hand, so that no character is torn */

void tl__text_begin(tl__text *text, tl__source *source, const char *encoding)
{
    text->source = source;
    text->wanted = encoding;
    text->encoding = NULL;
    text->iconv = NULL;
    tl__text_rewind(text);
}

void tl__text_end(tl__text *text)
{
    if (text->iconv != NULL)
        iconv_close(text->iconv);
    text->iconv = NULL;
}

void tl__text_rewind(tl__text *text)
{
    tl__source_rewind(text->source);
    text->started = text->at_end = 0;
    text->raw_at = text->raw_end = 0;
    if (text->iconv != NULL)
        iconv(text->iconv, NULL, NULL, NULL, NULL);
}

/* Fills up behind what is left. */
static int refill(tl__text *text)
{
    size_t left = text->raw_end - text->raw_at, got;
    memmove(text->raw, text->raw + text->raw_at, left);
    text->raw_at = 0;
    text->raw_end = left;
    if (text->at_end)
        return TL_OK;
    int result = tl__source_read(text->source, text->raw + left, sizeof text->raw - left, &got);
    text->raw_end += got;
    text->at_end = got < sizeof text->raw - left;
    return result;
}

/* ---------------------------------------------------------------------------------------------------------------------- finding it out */

static int set_encoding(tl__text *text, const char *encoding)
{
    text->encoding = encoding;
    if (strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0)
        return TL_OK;
    iconv_t made = iconv_open("UTF-8", encoding);
    if (made == (iconv_t)-1)
        return tl__error_set(text->source->error, TL_EINVAL, "import.encoding",
            "%s can't be read as '%s': this system knows no such encoding; the usual ones are UTF-8, GB18030, UTF-16LE and UTF-16BE", text->source->name,
            encoding);
    text->iconv = made;
    return TL_OK;
}

/* 1 if bytes with NULs at every other place look like UTF-16: half of them in English, a few in Chinese, which is no UTF-8 then. There 一 (U+4E00) puts
 * some at the other places. */
static int is_utf16(const char *raw, size_t count, size_t first)
{
    size_t here = 0, beside = 0, high = 0;
    for (size_t i = 0; i < count; i++) {
        here += raw[i] == '\0' && i % 2 == first;
        beside += raw[i] == '\0' && i % 2 != first;
        high += (raw[i] & 0x80) != 0;
    }
    return here > 3 * beside && (here * 8 >= count || (here * 200 >= count && high > 0));
}

/* The byte order mark, and what it says; else what NULs say. */
static int start(tl__text *text)
{
    static const struct {
        const char *mark, *encoding;
        size_t length;
    } marks[] = { { "\xEF\xBB\xBF", "UTF-8", 3 }, { "\xFF\xFE", "UTF-16LE", 2 }, { "\xFE\xFF", "UTF-16BE", 2 }, { "\x84\x31\x95\x33", "GB18030", 4 } };
    const char *raw = text->raw;
    size_t count = text->raw_end;
    text->started = 1;
    int known = text->encoding != NULL;
    int result = !known && text->wanted != NULL ? set_encoding(text, text->wanted) : TL_OK;
    if (result != TL_OK)
        return result;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (count < marks[i].length || memcmp(raw, marks[i].mark, marks[i].length) != 0)
            continue;
        if (text->encoding != NULL && strcasecmp(text->encoding, marks[i].encoding) != 0)
            continue;
        text->raw_at = marks[i].length;
        return text->encoding == NULL ? set_encoding(text, marks[i].encoding) : TL_OK;
    }
    if (text->encoding == NULL && is_utf16(raw, count, 1))
        return set_encoding(text, "UTF-16LE");
    return text->encoding == NULL && is_utf16(raw, count, 0) ? set_encoding(text, "UTF-16BE") : TL_OK;
}

/* How many bytes of the window are in characters of UTF-8, and how many are in none; one that is torn at the end counts as neither. */
static void count_utf8(const char *raw, size_t count, size_t *good, size_t *bad)
{
    *good = *bad = 0;
    for (size_t i = 0; i < count;) {
        utf8proc_int32_t character;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)raw + i, (utf8proc_ssize_t)(count - i), &character);
        if (length < 1 && i + 4 > count)
            return;
        *good += length > 1 ? (size_t)length : 0;
        *bad += length < 1;
        i += length < 1 ? 1 : (size_t)length;
    }
}

/* 1 if the window is GB18030 throughout. */
static int is_gb18030(iconv_t gb18030, char *raw, size_t count)
{
    char out[4096];
    while (count > 0) {
        char *to = out;
        size_t room = sizeof out;
        if (iconv(gb18030, &raw, &count, &to, &room) == (size_t)-1 && errno != E2BIG)
            return errno == EINVAL && count < 4;
    }
    return 1;
}

/* Decides at the first byte that is not ASCII. Text that is nearly UTF-8 has a few broken places, which are told one by one. */
static int decide(tl__text *text)
{
    size_t good, bad;
    int result = refill(text);
    if (result != TL_OK)
        return result;
    count_utf8(text->raw, text->raw_end, &good, &bad);
    if (bad * 10 <= good)
        return set_encoding(text, "UTF-8");
    result = set_encoding(text, "GB18030");
    if (result != TL_OK)
        return result;
    int is = is_gb18030(text->iconv, text->raw, text->raw_end);
    iconv(text->iconv, NULL, NULL, NULL, NULL);
    return is ? TL_OK
              : tl__error_set(text->source->error, TL_EINVAL, "import.encoding",
                    "the text of %s is neither UTF-8 nor GB18030 nor UTF-16; name its encoding, or save it as CSV UTF-8", text->source->name);
}

/* ----------------------------------------------------------------------------------------------------------------------------- reading */

static size_t copy_ascii(tl__text *text, char *buffer, size_t room)
{
    const char *from = text->raw + text->raw_at;
    size_t count = 0, left = text->raw_end - text->raw_at;
    while (count < left && count < room && (from[count] & 0x80) == 0)
        count++;
    memcpy(buffer, from, count);
    text->raw_at += count;
    return count;
}

static size_t copy(tl__text *text, char *buffer, size_t room)
{
    size_t left = text->raw_end - text->raw_at, count = left < room ? left : room;
    memcpy(buffer, text->raw + text->raw_at, count);
    text->raw_at += count;
    return count;
}

static size_t convert(tl__text *text, char *buffer, size_t room)
{
    char *from = text->raw + text->raw_at, *to = buffer;
    size_t left = text->raw_end - text->raw_at, unit = strncasecmp(text->encoding, "UTF-16", 6) == 0 ? 2 : 1;
    size_t free_room = room - 1; /* for what is broken */
    int failed = iconv(text->iconv, &from, &left, &to, &free_room) == (size_t)-1;
    if (failed && (errno == EILSEQ || (errno == EINVAL && text->at_end))) {
        *to++ = '\xFF';
        left -= left < unit ? left : unit;
    }
    text->raw_at = text->raw_end - left;
    return (size_t)(to - buffer);
}

int tl__text_read(tl__text *text, char *buffer, size_t room, size_t *count)
{
    *count = 0;
    while (*count == 0) {
        int result = text->raw_end - text->raw_at < LEAST && !text->at_end ? refill(text) : TL_OK;
        if (result == TL_OK && !text->started)
            result = start(text);
        if (result != TL_OK || text->raw_at == text->raw_end)
            return result;
        if (text->encoding == NULL) {
            *count = copy_ascii(text, buffer, room);
            result = *count == 0 ? decide(text) : TL_OK;
        } else {
            *count = text->iconv == NULL ? copy(text, buffer, room) : convert(text, buffer, room);
        }
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}
