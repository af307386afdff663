/* html.c (L4) - HTML for the pages that leave a book: escaping, the frame of a page and what it may do. */
#include "html.h"

#include "digest.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <string.h>

/* What stands for a byte in HTML; NULL: itself. */
static const char *escape_of(unsigned char byte, int broken)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F || (broken && byte >= 0x80) ? "\xEF\xBF\xBD" : NULL;
    }
}

void tl__html_text(tl__buffer *to, const char *text)
{
    if (text == NULL)
        return;
    int broken = !tl__is_utf8(text);
    const char *from = text;
    for (const char *at = text; *at != '\0'; at++) {
        const char *escape = escape_of((unsigned char)*at, broken);
        if (escape == NULL)
            continue;
        tl__append_bytes(to, from, (size_t)(at - from));
        tl__append(to, escape);
        from = at + 1;
    }
    tl__append(to, from);
}

void tl__html_address(tl__buffer *to, const char *text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    for (const char *at = text; *at != '\0'; at++) {
        char code[4] = { *at, '\0' };
        if (strchr(plain, *at) == NULL)
            sqlite3_snprintf(sizeof code, code, "%%%02X", (unsigned char)*at);
        tl__append(to, code);
    }
}

/* One value of tl__html. Returns how many characters of the format name it. */
static size_t put(tl__buffer *to, const char *format, va_list *arguments)
{
    char number[40] = "%";
    if (strncmp(format, "%s", 2) == 0) {
        tl__html_text(to, va_arg(*arguments, const char *));
        return 2;
    }
    if (strncmp(format, "%d", 2) == 0)
        sqlite3_snprintf(sizeof number, number, "%d", va_arg(*arguments, int));
    else if (strncmp(format, "%lld", 4) == 0)
        sqlite3_snprintf(sizeof number, number, "%lld", va_arg(*arguments, long long));
    else if (strncmp(format, "%.1f", 4) == 0)
        sqlite3_snprintf(sizeof number, number, "%.1f", va_arg(*arguments, double));
    tl__append(to, number);
    return format[1] == '%' || format[1] == 'd' ? 2 : 4;
}

void tl__html(tl__buffer *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    while (*format != '\0') {
        size_t plain = strcspn(format, "%");
        tl__append_bytes(to, format, plain);
        format += plain;
        if (*format == '%')
            format += put(to, format, &arguments);
    }
    va_end(arguments);
}

/* A source of a content security policy: only what has this digest. */
static void put_source(tl__buffer *to, const char *kind, const char *text)
{
    char digest[TL__DIGEST_BASE64 + 1];
    tl__text_sha256(text, strlen(text), digest);
    tl__html(to, "; %s 'sha256-", kind);
    tl__append(to, digest);
    tl__append(to, "'");
}

void tl__html_head(tl__buffer *to, const char *lang, const char *title, int script)
{
    tl__html(to,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'",
        strcmp(lang, "zh") == 0 ? "zh-CN" : lang);
    put_source(to, "style-src", tl__html_style);
    if (script)
        put_source(to, "script-src", tl__html_script);
    tl__append(to, "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
    tl__html(to, "<title>%s</title>\n", title);
    tl__append(to, "<style>");
    tl__append(to, tl__html_style);
    tl__append(to, "</style>\n</head>\n<body>\n");
}

void tl__html_foot(tl__buffer *to, int script)
{
    if (script) {
        tl__append(to, "<script>");
        tl__append(to, tl__html_script);
        tl__append(to, "</script>\n");
    }
    tl__append(to, "</body>\n</html>\n");
}

void tl__html_bar(tl__buffer *to, double percent)
{
    double full = percent < 0 ? 0 : percent > 100 ? 100 : percent;
    tl__html(to,
        "<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"room\" width=\"100\" height=\"6\"/>"
        "<rect width=\"%.1f\" height=\"6\"/></svg>",
        full);
}
