/* export_csv.c (L4) - the table people expect as CSV (RFC 4180): headings and words in the handle's language. */
#include "export.h"

#include <string.h>

static int is_number(const char *text)
{
    text += *text == '-';
    size_t digits = strspn(text, "0123456789");
    if (digits == 0)
        return 0;
    text += digits;
    return *text == '\0' || (*text == '.' && text[1] != '\0' && strspn(text + 1, "0123456789") == strlen(text + 1));
}

/* A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text. Numbers stay as they are. Import takes the apostrophe
 * off again, so one that is the cell's own, before something alike, gets another. */
static int needs_guard(const char *text)
{
    static const char formula[] = "=+-@\t\r";
    if (*text == '\'')
        return text[1] == '\'' || (text[1] != '\0' && strchr(formula, text[1]) != NULL);
    return *text != '\0' && strchr(formula, *text) != NULL && !is_number(text);
}

/* Readers of CSV take blanks off a cell without quotation marks. */
static int has_blank_around(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && (*text == ' ' || text[length - 1] == ' ' || text[length - 1] == '\t');
}

static void write_cell(tl__export *to, const char *text)
{
    const char *guard = needs_guard(text) ? "'" : "";
    if (strpbrk(text, ",\"\r\n") == NULL && !has_blank_around(text)) {
        tl__export_text(to, guard);
        tl__export_text(to, text);
        return;
    }
    tl__export_text(to, "\"");
    tl__export_text(to, guard);
    for (const char *quote; (quote = strchr(text, '"')) != NULL; text = quote + 1) {
        tl__export_bytes(to, text, (size_t)(quote - text));
        tl__export_text(to, "\"\"");
    }
    tl__export_text(to, text);
    tl__export_text(to, "\"");
}

static void write_row(tl__export *to, const tl_cursor *cursor, const char *(*cell)(const tl__export *to, const tl_cursor *cursor, int column))
{
    int count = tl_column_count(cursor);
    for (int column = 0; column < count; column++) {
        tl__export_text(to, column == 0 ? "" : ",");
        write_cell(to, cell(to, cursor, column));
    }
    tl__export_text(to, "\n");
}

int tl__export_csv(tl__export *to)
{
    tl_cursor *cursor = NULL;
    int result = tl__export_rows(to, &cursor);
    if (result != TL_OK)
        return result;
    tl__export_text(to, to->options.bom ? "\xEF\xBB\xBF" : "");
    write_row(to, cursor, tl__export_heading);
    while ((result = tl__export_next(to, cursor)) == TL_ROW)
        write_row(to, cursor, tl__export_cell);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}
