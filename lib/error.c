/* error.c (L0) - results and their words. */
#include "error.h"

#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

int tl_version(void)
{
    return TL_VERSION;
}

const char *tl_result_name(int result)
{
    switch (result) {
#define TL__NAME(name, number, text)                                                                                                                           \
    case name:                                                                                                                                                 \
        return #name;
        TL_RESULT_MAP(TL__NAME)
#undef TL__NAME
    default:
        return "?";
    }
}

const char *tl_result_text(int result)
{
    switch (result) {
#define TL__TEXT(name, number, text)                                                                                                                           \
    case name:                                                                                                                                                 \
        return text;
        TL_RESULT_MAP(TL__TEXT)
#undef TL__TEXT
    default:
        return "?";
    }
}

void tl__error_clear(tl__error *error)
{
    error->result = TL_OK;
    error->rule[0] = '\0';
    error->message[0] = '\0';
}

static const char *find_said(const tl__message *messages, const char *english)
{
    for (; messages->en != NULL; messages++)
        if (strcmp(messages->en, english) == 0)
            return messages->zh;
    return NULL;
}

const char *tl__said(const tl__error *error, const char *english)
{
    const char *said = error->chinese ? find_said(tl__import_messages, english) : NULL;
    if (said == NULL && error->chinese)
        said = find_said(tl__messages, english);
    return said == NULL ? english : said;
}

/* A message is one line, and UTF-8 even where a quoted text was cut inside a character. */
static void tidy(char *text)
{
    char *to = text;
    const char *from = text;
    while (*from != '\0') {
        utf8proc_int32_t character;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)from, -1, &character);
        if (length < 1) {
            from++;
            continue;
        }
        memmove(to, from, (size_t)length);
        if (*to == '\n' || *to == '\r')
            *to = ' ';
        to += length;
        from += length;
    }
    *to = '\0';
}

int tl__error_set(tl__error *error, int result, const char *rule, const char *format, ...)
{
    if (error->result != TL_OK)
        return error->result;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, tl__said(error, format), args);
    va_end(args);
    tidy(error->message);
    snprintf(error->rule, sizeof error->rule, "%s", rule == NULL ? "" : rule);
    error->result = result;
    if (error->log != NULL)
        error->log(error->log_arg, result, error->message);
    return result;
}

/* before and after may be the error's own text. */
static int join(tl__error *error, const char *before, const char *after)
{
    char whole[2 * sizeof error->message];
    snprintf(whole, sizeof whole, "%s%s", before, after);
    memcpy(error->message, whole, sizeof error->message - 1);
    error->message[sizeof error->message - 1] = '\0';
    tidy(error->message);
    return error->result;
}

int tl__error_prefix(tl__error *error, const char *format, ...)
{
    char text[sizeof error->message];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, tl__said(error, format), args);
    va_end(args);
    return join(error, text, error->message);
}

int tl__error_suffix(tl__error *error, const char *format, ...)
{
    char text[sizeof error->message];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, tl__said(error, format), args);
    va_end(args);
    return join(error, error->message, text);
}

void tl__error_of_line(tl__error *error, const tl__error *language, int64_t line, const char *heading, const char *message)
{
    error->chinese = language->chinese;
    if (heading == NULL)
        tl__error_set(error, TL_EINVAL, NULL, "line %lld: %s", (long long)line, message);
    else
        tl__error_set(error, TL_EINVAL, NULL, "line %lld, %s: %s", (long long)line, heading, message);
}
