/* export.c (L4) - tl_export: finds the format, and gives what it writes to the caller in pieces. What a file looks like is left to the formats. */
#include "export.h"

#include "name.h"
#include "table.h"

#include <stdarg.h>
#include <string.h>

enum { PIECE = 64 * 1024 };

static const struct format {
    const char *name;
    tl__export_fn write;    /* NULL: this build lacks it */
    const char *needs;      /* the library without which it is left out; or NULL */
    int columns, unit, bom; /* 1: it takes this option */
} formats[] = {
    { "csv", tl__export_csv, NULL, 1, 0, 1 },
    { "md", tl__export_md, NULL, 1, 0, 0 },
#ifdef TL_XLSX
    { "xlsx", tl__export_xlsx, NULL, 1, 0, 0 },
#else
    { "xlsx", NULL, "libxlsxwriter", 1, 0, 0 },
#endif
    { "html", tl__export_html, NULL, 1, 0, 0 },
    { "json", tl__export_json, NULL, 0, 0, 0 },
    { "ics", tl__export_ics, NULL, 0, 1, 0 },
    { "jsonl", tl__export_jsonl, NULL, 0, 0, 0 },
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

static void give(tl__export *to)
{
    if (to->result == TL_OK && to->out.failed)
        to->result = tl__fail_memory(to->book);
    if (to->result == TL_OK && to->out.length > 0 && to->options.write(to->out.text, to->out.length, to->options.arg) != 0)
        to->result = tl__error_set(&to->book->error, TL_ESTOP, NULL, "the export was stopped: what it wrote was not taken");
    to->out.length = 0;
}

void tl__export_bytes(tl__export *to, const char *bytes, size_t count)
{
    if (to->result != TL_OK)
        return;
    tl__append_bytes(&to->out, bytes, count);
    if (to->out.failed || to->out.length >= PIECE)
        give(to);
}

void tl__export_text(tl__export *to, const char *text)
{
    tl__export_bytes(to, text, strlen(text));
}

void tl__export_format(tl__export *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    if (text != NULL)
        tl__export_text(to, text);
    else
        to->out.failed = 1;
    sqlite3_free(text);
}

int tl__export_rows(tl__export *to, tl_cursor **cursor)
{
    return tl__table_open(to->book, to->options.ledger, to->options.columns, cursor);
}

const char *tl__export_heading(const tl__export *to, const tl_cursor *cursor, int column)
{
    return tl__in_chinese(to->book) ? tl_column_label(cursor, column) : tl_column_name(cursor, column);
}

const char *tl__export_cell(const tl__export *to, const tl_cursor *cursor, int column)
{
    const char *text = tl__in_chinese(to->book) ? tl_column_word(cursor, column) : tl_column_text(cursor, column);
    return text == NULL ? "" : text;
}

void tl__export_count(tl__export *to)
{
    if (to->options.rows != NULL)
        ++*to->options.rows;
}

int tl__export_next(tl__export *to, tl_cursor *cursor)
{
    int result = to->result == TL_OK ? tl_next(cursor) : to->result;
    if (result == TL_ROW)
        tl__export_count(to);
    return result;
}

static int fail_format(tl_book *book, const char *name)
{
    const char *names[FORMATS];
    tl__buffer known = { 0 };
    for (size_t i = 0; i < FORMATS; i++) {
        names[i] = formats[i].name;
        tl__append(&known, i == 0 ? "" : tl__said(&book->error, i + 1 < FORMATS ? ", " : " and "));
        tl__append(&known, names[i]);
    }
    const char *nearest = tl_nearest(name, names, FORMATS);
    int result;
    if (known.failed)
        result = tl__fail_memory(book);
    else if (nearest == NULL)
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "unknown format '%.100s'; export writes %s", name, known.text);
    else
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "unknown format '%.100s'; the nearest is '%s'; export writes %s", name, nearest, known.text);
    tl_free(known.text);
    return result;
}

static int find_format(tl_book *book, const char *name, const struct format **found)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (name == NULL || strcmp(formats[i].name, name) != 0)
            continue;
        *found = &formats[i];
        return formats[i].write != NULL
                   ? TL_OK
                   : tl__error_set(&book->error, TL_EINVAL, NULL, "this build can't write %s, for %s was not there when it was made; choose another format",
                         name, formats[i].needs);
    }
    return fail_format(book, name == NULL ? "" : name);
}

static int check_options(tl_book *book, const tl_export_options *options, const struct format *format)
{
    if (options->unit != 0 && !format->unit)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is not written for one unit; ics is", format->name);
    if (options->columns != NULL && !format->columns)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s has no columns to choose from; csv, md, xlsx and html have", format->name);
    if (options->bom && !format->bom)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s begins with no byte order mark; csv can", format->name);
    int result = tl__check_ledger(book, options->ledger);
    return result == TL_OK ? tl__check_unit(book, options->unit) : result;
}

int tl_export(tl_book *book, const tl_export_options *options)
{
    tl__export to = { .book = book, .options = TL_EXPORT_OPTIONS_INIT };
    const struct format *format = NULL;
    int result = tl__take(book, &to.options, sizeof to.options, options);
    if (result == TL_OK && to.options.write == NULL)
        result = tl__error_set(&book->error, TL_EMISUSE, NULL, "an export needs a function that takes what is written");
    if (result == TL_OK)
        result = find_format(book, to.options.format, &format);
    if (result == TL_OK)
        result = check_options(book, &to.options, format);
    if (to.options.rows != NULL)
        *to.options.rows = 0;
    if (result == TL_OK)
        result = format->write(&to);
    if (result == TL_OK)
        give(&to);
    tl_free(to.out.text);
    return result != TL_OK ? result : to.result;
}
