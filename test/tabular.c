/* tabular.c - see tabular.h. */
#include "tabular.h"
#include "fixture.h"

#include <minizip/zip.h>
#include <stdio.h>

/* Of table_of, cut where it is full. Not of SQLite's memory, for tests make that scarce. */
static struct {
    char text[1 << 20];
    size_t length;
} out;
static char kind[2000];

static void show(const char *text)
{
    size_t length = strlen(text), room = sizeof out.text - 1 - out.length;
    length = length < room ? length : room;
    memcpy(out.text + out.length, text, length);
    out.length += length;
    out.text[out.length] = '\0';
}

static void show_cell(const tl__cell *cell)
{
    static const char kinds[] = "\0\0ndpbe!";
    const char mark[2] = { kinds[cell->kind], '\0' };
    ck_assert_uint_eq(strlen(cell->text), cell->length);
    ck_assert(tl__is_utf8(cell->text));
    ck_assert(cell->length > 0 || cell->kind == TL__CELL_EMPTY);
    show((cell->merged & TL__MERGED_ABOVE) != 0 ? "^" : "");
    show((cell->merged & TL__MERGED_LEFT) != 0 ? "<" : "");
    show(mark);
    show(cell->text);
}

static void show_row(const tl__sheet_row *row)
{
    char number[40];
    snprintf(number, sizeof number, "%lld: ", (long long)row->number);
    show(number);
    for (size_t i = 0; i < row->count; i++) {
        show(i > 0 ? "|" : "");
        show_cell(&row->cells[i]);
    }
    show("\n");
}

static void show_kind(const tl__sheet *sheet)
{
    size_t at = (size_t)snprintf(kind, sizeof kind, "%s %s", tl__sheet_format(sheet), tl__sheet_encoding(sheet));
    for (size_t i = 0; i < tl__sheet_count(sheet) && at < sizeof kind; i++) {
        const char *marks = i == tl__sheet_index(sheet) ? "[]" : tl__sheet_is_hidden(sheet, i) ? "()" : "''";
        if (tl__sheet_name(sheet, i)[0] != '\0')
            at += (size_t)snprintf(kind + at, sizeof kind - at, " %c%s%c", marks[0], tl__sheet_name(sheet, i), marks[1]);
    }
}

const char *table_of(const tl__sheet_options *options)
{
    static tl__error error;
    tl__sheet *sheet;
    tl__sheet_row *row;
    out.length = 0;
    tl__error_clear(&error);
    int result = tl__sheet_open(&error, options, &sheet);
    if (result == TL_OK) {
        while ((result = tl__sheet_next(sheet, &row)) == TL_ROW)
            show_row(row);
        show_kind(sheet);
        ck_assert_int_eq(tl__sheet_next(sheet, &row), result);
    }
    tl__sheet_close(sheet);
    ck_assert_int_eq(error.result, result == TL_DONE ? TL_OK : result);
    show(result == TL_DONE ? "DONE" : error.rule);
    show(result == TL_DONE ? "" : ": ");
    show(error.message);
    return out.text;
}

typedef struct reading {
    const char *bytes;
    size_t count, step;
} reading;

static int read_some(void *buffer, size_t room, size_t *count, void *arg)
{
    reading *from = arg;
    size_t step = from->step < room ? from->step : room;
    *count = step < from->count ? step : from->count;
    memcpy(buffer, from->bytes, *count);
    from->bytes += *count;
    from->count -= *count;
    return 0;
}

const char *table_of_bytes(const char *bytes, size_t count, const char *format, const char *wanted)
{
    reading from = { bytes, count, 1 + count % 7 + count / 100 };
    const tl__sheet_options options = { .path = "in", .read = read_some, .arg = &from, .format = format, .sheet = wanted };
    return table_of(&options);
}

const char *table_of_text(const char *text, const char *format)
{
    return table_of_bytes(text, strlen(text), format, NULL);
}

const char *table_is(void)
{
    return kind;
}

/* --------------------------------------------------------------------------------------------------------------------------- workbooks */

static void add_text(zipFile zip, const char *text, size_t count)
{
    ck_assert_int_eq(zipWriteInFileInZip(zip, text, (unsigned)count), ZIP_OK);
}

static void add_part(zipFile zip, const part *made)
{
    static char filling[1 << 20];
    const char *at = made->repeat == 0 ? NULL : strchr(made->text, '@');
    ck_assert_int_eq(zipOpenNewFileInZip(zip, made->name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1), ZIP_OK);
    add_text(zip, made->text, at == NULL ? strlen(made->text) : (size_t)(at - made->text));
    memset(filling, 'x', sizeof filling);
    for (size_t i = 0; at != NULL && i < made->repeat; i++)
        add_text(zip, filling, sizeof filling);
    if (at != NULL)
        add_text(zip, at + 1, strlen(at + 1));
    ck_assert_int_eq(zipCloseFileInZip(zip), ZIP_OK);
}

const char *write_archive(const char *name, const part *parts)
{
    const char *path = in_folder(name);
    zipFile zip = zipOpen(path, APPEND_STATUS_CREATE);
    ck_assert_ptr_nonnull(zip);
    for (; parts->name != NULL; parts++)
        if (parts->text != NULL)
            add_part(zip, parts);
    ck_assert_int_eq(zipClose(zip, NULL), ZIP_OK);
    return path;
}

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

const part workbook_parts[4] = {
    { "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" RELATION "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", 0 },
    { "xl/workbook.xml", "<workbook xmlns:r=\"" RELATION "\"><sheets><sheet name=\"任务\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>", 0 },
    { "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"b\" Type=\"" RELATION "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"c\" Type=\"" RELATION "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
        "<Relationship Id=\"d\" Type=\"" RELATION "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
        "<Relationship Id=\"s\" Type=\"" RELATION "/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"t\" Type=\"" RELATION "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
        0 },
    { NULL, NULL, 0 },
};

const char *write_workbook(const char *name, const char *rows, const char *behind, const char *strings, const char *styles)
{
    char *sheet = sqlite3_mprintf("<worksheet><sheetData>%s</sheetData>%s</worksheet>", rows, behind == NULL ? "" : behind);
    const part parts[] = { workbook_parts[0], workbook_parts[1], workbook_parts[2], { "xl/worksheets/sheet1.xml", sheet, 0 },
        { "xl/sharedStrings.xml", strings, 0 }, { "xl/styles.xml", styles, 0 }, { NULL, NULL, 0 } };
    const char *path = write_archive(name, parts);
    sqlite3_free(sheet);
    return path;
}
