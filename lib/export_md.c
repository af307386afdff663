/* export_md.c (L4) - the table people expect in Markdown: what would end a cell or begin a tag in it is escaped. */
#include "export.h"

#include <string.h>

static void write_cell(tl__export *to, const char *text)
{
    static const char special[] = "\\|<>`*_\r\n";
    while (*text != '\0') {
        size_t plain = strcspn(text, special);
        tl__export_bytes(to, text, plain);
        text += plain;
        if (*text == '\0')
            return;
        if (*text == '\n' || *text == '\r') {
            text += text[0] == '\r' && text[1] == '\n';
            tl__export_text(to, "<br>");
        } else {
            tl__export_text(to, "\\");
            tl__export_bytes(to, text, 1);
        }
        text++;
    }
}

static void write_row(tl__export *to, const tl_cursor *cursor, const char *(*cell)(const tl__export *to, const tl_cursor *cursor, int column))
{
    int count = tl_column_count(cursor);
    for (int column = 0; column < count; column++) {
        tl__export_text(to, column == 0 ? "| " : " | ");
        write_cell(to, cell(to, cursor, column));
    }
    tl__export_text(to, " |\n");
}

int tl__export_md(tl__export *to)
{
    tl_cursor *cursor = NULL;
    int result = tl__export_rows(to, &cursor);
    if (result != TL_OK)
        return result;
    write_row(to, cursor, tl__export_heading);
    for (int column = 0; column < tl_column_count(cursor); column++)
        tl__export_text(to, column == 0 ? "| ---" : " | ---");
    tl__export_text(to, " |\n");
    while ((result = tl__export_next(to, cursor)) == TL_ROW)
        write_row(to, cursor, tl__export_cell);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}
