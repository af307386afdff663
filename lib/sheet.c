/* sheet.c (L4) - opens a table with the reader for what its content is, and holds the row that the reader fills. */
#include "sheet_reader.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { HEAD = 4096 }; /* bytes that tell what a file is */

static const char *const formats[] = { "csv", "tsv", "json", "jsonl", "xlsx" };

int tl__sheet_memory(tl__sheet *sheet)
{
    return tl__error_set(sheet->error, TL_ENOMEM, NULL, "out of memory");
}

int tl__sheet_broken(tl__sheet *sheet, const char *format, ...)
{
    char words[600];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, tl__said(sheet->error, format), args);
    va_end(args);
    return tl__error_set(sheet->error, TL_EINVAL, "import.broken", "%s is broken: %s", sheet->path, words);
}

/* ------------------------------------------------------------------------------------------------------------------------------- cells */

/* Makes room for cells up to count, each empty. */
static int reserve(tl__sheet *sheet, size_t count)
{
    if (count > TL__SHEET_COLUMNS)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "the row has more than %d columns; the rest was not read", TL__SHEET_COLUMNS);
    if (count <= sheet->room)
        return TL_OK;
    size_t room = count * 2 + 16;
    tl__cell *cells = sqlite3_realloc64(sheet->row.cells, room * sizeof *cells);
    if (cells == NULL)
        return tl__sheet_memory(sheet);
    sheet->row.cells = cells;
    sheet->room = room;
    return TL_OK;
}

int tl__sheet_widen(tl__sheet *sheet, size_t count)
{
    int result = count > sheet->row.count ? reserve(sheet, count) : TL_OK;
    while (result == TL_OK && sheet->row.count < count) {
        sheet->row.cells[sheet->row.count++] = (tl__cell) { .kind = TL__CELL_EMPTY };
        tl__append_bytes(&sheet->bytes, "", 1);
    }
    return result == TL_OK && sheet->bytes.failed ? tl__sheet_memory(sheet) : result;
}

/* The length of what text begins with that is UTF-8 without NUL. */
static size_t sound(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t character;
        if ((text[at] & 0x80) == 0) {
            if (text[at] == '\0')
                return at;
            at++;
            continue;
        }
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &character);
        if (size < 1)
            return at;
        at += (size_t)size;
    }
    return at;
}

/* Adds the text of a cell, with U+FFFD in place of each byte that is none. *broken says whether there was one. */
static void append_sound(tl__buffer *bytes, const char *text, size_t length, int *broken)
{
    *broken = 0;
    for (;;) {
        size_t good = sound(text, length);
        tl__append_bytes(bytes, text, good);
        if (good == length)
            return;
        tl__append(bytes, "\xEF\xBF\xBD");
        *broken = 1;
        text += good + 1;
        length -= good + 1;
    }
}

int tl__sheet_put(tl__sheet *sheet, size_t column, tl__cell_kind kind, const char *text, size_t length)
{
    tl__cell cell = { .kind = length == 0 ? TL__CELL_EMPTY : kind };
    int result = reserve(sheet, column + 1), broken = 0;
    if (result == TL_OK && length > TL__SHEET_CELL)
        result = tl__error_set(sheet->error, TL_EINVAL, "import.size", "a cell has more than %d bytes; the rest was not read", TL__SHEET_CELL);
    if (result == TL_OK)
        result = tl__sheet_widen(sheet, column);
    if (result != TL_OK)
        return result;
    size_t start = sheet->bytes.length;
    if (start + length > TL__SHEET_ROW)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "the row has more than %d bytes; the rest was not read", TL__SHEET_ROW);
    if (length > 0)
        append_sound(&sheet->bytes, text, length, &broken);
    cell.length = sheet->bytes.length - start;
    tl__append_bytes(&sheet->bytes, "", 1);
    if (sheet->bytes.failed)
        return tl__sheet_memory(sheet);
    if (broken)
        cell.kind = TL__CELL_BROKEN;
    sheet->row.cells[sheet->row.count++] = cell;
    return TL_OK;
}

int tl__sheet_next(tl__sheet *sheet, tl__sheet_row **row)
{
    *row = NULL;
    sheet->row.count = 0;
    sheet->bytes.length = 0;
    int result = sheet->failed != TL_OK ? sheet->failed : sheet->reader->next(sheet);
    if (result != TL_ROW) {
        sheet->failed = result;
        return result;
    }
    char *at = sheet->bytes.text;
    for (size_t i = 0; i < sheet->row.count; i++) {
        sheet->row.cells[i].text = at;
        at += sheet->row.cells[i].length + 1;
    }
    *row = &sheet->row;
    return TL_ROW;
}

/* ------------------------------------------------------------------------------------------------------------------------------ sheets */

int tl__sheet_list(tl__sheet *sheet, const char *name, const char *part, int hidden)
{
    if (sheet->sheet_count == TL__SHEET_SHEETS)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "%s has more than %d sheets", sheet->path, TL__SHEET_SHEETS);
    if (strlen(name) > TL__SHEET_NAME)
        return tl__error_set(sheet->error, TL_EINVAL, "import.size", "%s has a sheet whose name is longer than %d bytes", sheet->path, TL__SHEET_NAME);
    tl__sheet_entry *sheets = sqlite3_realloc64(sheet->sheets, (sheet->sheet_count + 1) * sizeof *sheets);
    if (sheets == NULL)
        return tl__sheet_memory(sheet);
    sheet->sheets = sheets;
    tl__sheet_entry *made = &sheets[sheet->sheet_count++];
    *made = (tl__sheet_entry) { tl__copy(name), tl__copy(part), hidden };
    return made->name == NULL || (part != NULL && made->part == NULL) ? tl__sheet_memory(sheet) : TL_OK;
}

static int fail_sheet(tl__sheet *sheet)
{
    const char *names[TL__SHEET_SHEETS];
    for (size_t i = 0; i < sheet->sheet_count; i++)
        names[i] = sheet->sheets[i].name;
    const char *nearest = tl_nearest(sheet->wanted, names, sheet->sheet_count);
    tl__error_set(sheet->error, TL_ENOTFOUND, NULL, "%s has no sheet '%s'", sheet->path, sheet->wanted);
    if (nearest != NULL)
        return tl__error_suffix(sheet->error, "; the nearest is '%s'", nearest);
    if (sheet->sheet_count == 1 && names[0][0] == '\0')
        return tl__error_suffix(sheet->error, "; a file of this format is one table without a name");
    for (size_t i = 0; i < sheet->sheet_count && i < 10; i++)
        tl__error_suffix(sheet->error, i == 0 ? "; it has '%s'" : ", '%s'", names[i]);
    return sheet->error->result;
}

int tl__sheet_choose(tl__sheet *sheet)
{
    size_t number = 0;
    for (const char *at = sheet->wanted; at != NULL && *at >= '0' && *at <= '9' && number <= TL__SHEET_SHEETS; at++)
        number = at[1] == '\0' || (at[1] >= '0' && at[1] <= '9') ? number * 10 + (size_t)(*at - '0') : TL__SHEET_SHEETS + 1;
    for (size_t i = 0; i < sheet->sheet_count; i++) {
        sheet->index = i;
        if (sheet->wanted == NULL ? !sheet->sheets[i].hidden : strcmp(sheet->wanted, sheet->sheets[i].name) == 0)
            return TL_OK;
    }
    sheet->index = number > 0 ? number - 1 : 0;
    return sheet->index < sheet->sheet_count && (number > 0 || sheet->wanted == NULL) ? TL_OK : fail_sheet(sheet);
}

/* ------------------------------------------------------------------------------------------------------------------------------ format */

const char *tl__sheet_mark(const unsigned char *bytes, size_t count)
{
    static const struct {
        const char *mark, *words;
        size_t length;
    } marks[] = {
        { "\xD0\xCF\x11\xE0", "an old Excel workbook (.xls), or one with a password; save it as .xlsx without a password", 4 },
        { "%PDF", "a PDF file; export the table from the program that made it", 4 },
        { "SQLite format 3", "an SQLite database, no table", 15 },
        { "\x1F\x8B", "compressed (gzip); unpack it first", 2 },
        { "Rar!", "an archive (RAR); unpack it first", 4 },
        { "7z\xBC\xAF", "an archive (7z); unpack it first", 4 },
        { "BZh", "compressed (bzip2); unpack it first", 3 },
        { "\xFD"
          "7zXZ",
            "compressed (xz); unpack it first", 5 },
        { "\x89PNG", "a picture (PNG)", 4 },
        { "\xFF\xD8\xFF", "a picture (JPEG)", 3 },
        { "GIF8", "a picture (GIF)", 4 },
        { "{\\rtf", "a text document (RTF)", 5 },
        { "<!DOCTYPE", "a web page or other XML; open it in a spreadsheet program and save it as .xlsx", 9 },
        { "<!doctype", "a web page; open it in a spreadsheet program and save it as .xlsx", 9 },
        { "<html", "a web page; open it in a spreadsheet program and save it as .xlsx", 5 },
        { "<?xml", "an XML file; open it in a spreadsheet program and save it as .xlsx", 5 },
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (count >= marks[i].length && memcmp(bytes, marks[i].mark, marks[i].length) == 0)
            return marks[i].words;
    return NULL;
}

/* 1 if a text is JSON by its first two characters that are no blanks; 2 if only lines of it can be. */
static int looks_like_json(const char *text, size_t count)
{
    size_t at = 0;
    char first[2] = "";
    for (int i = 0; i < 2; i++) {
        while (at < count && strchr(" \t\r\n", text[at]) != NULL)
            at++;
        first[i] = at < count ? text[at++] : '\0';
    }
    if (first[0] == '{')
        return first[1] == '"' || first[1] == '}';
    return first[0] == '[' && first[1] != '\0' && strchr("{[]\"", first[1]) != NULL;
}

/* 1 if it has so many NULs that it is no text with a slip. */
static int is_binary(const char *text, size_t count)
{
    size_t nuls = 0;
    for (size_t i = 0; i < count; i++)
        nuls += text[i] == '\0';
    return nuls > 2 && nuls * 50 > count;
}

static int fail_format(tl__sheet *sheet, const char *wanted, const char *is)
{
    return tl__error_set(sheet->error, TL_EINVAL, "import.format", "%s is %s, not %s; leave the format out, or name the right one", sheet->path,
        tl__said(sheet->error, is), tl__said(sheet->error, wanted));
}

/* Of a text: which format it is, by the first of it. */
static int choose_text(tl__sheet *sheet, const char *wanted)
{
    char head[HEAD];
    size_t count;
    tl__text_begin(&sheet->text, &sheet->source, sheet->encoding);
    int result = tl__text_read(&sheet->text, head, sizeof head, &count);
    if (result != TL_OK)
        return result;
    int json = looks_like_json(head, count), wants_json = wanted != NULL && wanted[0] == 'j';
    if (is_binary(head, count))
        return tl__error_set(sheet->error, TL_EINVAL, "import.format", "%s is no table: it has bytes that no text has", sheet->path);
    if (wanted != NULL && strcmp(wanted, "xlsx") == 0)
        return fail_format(sheet, "an .xlsx workbook", json ? "JSON" : "a text, such as CSV");
    if (wanted != NULL && json != wants_json && count > 0)
        return fail_format(sheet, json ? "CSV" : "JSON", json ? "JSON" : "another text, such as CSV");
    tl__text_rewind(&sheet->text);
    if (json || wants_json)
        sheet->reader = &tl__json_reader;
    else
        sheet->reader = wanted != NULL && strcmp(wanted, "tsv") == 0 ? &tl__tsv_reader : &tl__csv_reader;
    return TL_OK;
}

static int choose_reader(tl__sheet *sheet, const char *wanted)
{
    char head[HEAD];
    size_t count;
    int result = tl__source_read(&sheet->source, head, sizeof head, &count);
    if (result != TL_OK)
        return result;
    tl__source_rewind(&sheet->source);
    if (count >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0)) {
        if (wanted != NULL && strcmp(wanted, "xlsx") != 0)
            return fail_format(sheet, wanted, "an .xlsx workbook or another zip archive");
        sheet->reader = &tl__xlsx_reader;
        return TL_OK;
    }
    const char *mark = tl__sheet_mark((const unsigned char *)head, count);
    if (mark != NULL)
        return tl__error_set(sheet->error, TL_EINVAL, "import.format", "%s is %s", sheet->path, tl__said(sheet->error, mark));
    return choose_text(sheet, wanted);
}

static int check_format(tl__error *error, const char *format)
{
    const size_t count = sizeof formats / sizeof formats[0];
    for (size_t i = 0; format != NULL && i < count; i++)
        if (strcmp(format, formats[i]) == 0)
            return TL_OK;
    if (format == NULL)
        return TL_OK;
    const char *nearest = tl_nearest(format, formats, count);
    if (nearest != NULL)
        return tl__error_set(error, TL_EINVAL, "import.format", "there is no format '%s' to import; did you mean '%s'?", format, nearest);
    return tl__error_set(error, TL_EINVAL, "import.format", "there is no format '%s' to import; there are csv, tsv, json, jsonl and xlsx", format);
}

/* --------------------------------------------------------------------------------------------------------------------- open and close */

static int open_sheet(tl__sheet *sheet, const tl__sheet_options *options)
{
    sheet->path = tl__copy(options->path == NULL ? tl__said(sheet->error, "the table") : options->path);
    sheet->encoding = tl__copy(options->encoding);
    sheet->wanted = tl__copy(options->sheet);
    if (sheet->path == NULL || (options->encoding != NULL && sheet->encoding == NULL) || (options->sheet != NULL && sheet->wanted == NULL))
        return tl__sheet_memory(sheet);
    sheet->source.error = sheet->error;
    sheet->source.name = sheet->path;
    int result = tl__source_open(&sheet->source, options);
    if (result == TL_OK)
        result = choose_reader(sheet, options->format);
    if (result == TL_OK)
        result = sheet->reader->open(sheet);
    return result;
}

int tl__sheet_open(tl__error *error, const tl__sheet_options *options, tl__sheet **sheet)
{
    *sheet = NULL;
    int result = check_format(error, options->format);
    if (result != TL_OK)
        return result;
    tl__sheet *made = sqlite3_malloc64(sizeof *made);
    if (made == NULL)
        return tl__error_set(error, TL_ENOMEM, NULL, "out of memory");
    memset(made, 0, sizeof *made);
    made->error = error;
    made->source.file = -1;
    result = open_sheet(made, options);
    if (result == TL_OK)
        *sheet = made;
    else
        tl__sheet_close(made);
    return result;
}

void tl__sheet_close(tl__sheet *sheet)
{
    if (sheet == NULL)
        return;
    if (sheet->state != NULL)
        sheet->reader->close(sheet);
    tl__text_end(&sheet->text);
    tl__source_close(&sheet->source);
    for (size_t i = 0; i < sheet->sheet_count; i++) {
        tl_free(sheet->sheets[i].name);
        tl_free(sheet->sheets[i].part);
    }
    tl_free(sheet->sheets);
    tl_free(sheet->row.cells);
    tl_free(sheet->bytes.text);
    tl_free(sheet->path);
    tl_free(sheet->encoding);
    tl_free(sheet->wanted);
    tl_free(sheet);
}

/* ------------------------------------------------------------------------------------------------------------------------- what it is */

int64_t tl__sheet_number(const tl__sheet *sheet)
{
    return sheet->row.number;
}

const char *tl__sheet_unit(const tl__sheet *sheet)
{
    return sheet->reader->unit;
}

void tl__sheet_column(const tl__sheet *sheet, size_t column, char words[16])
{
    char letters[8];
    size_t count = 0;
    snprintf(words, 16, "%zu", column + 1);
    if (sheet->reader != &tl__xlsx_reader || column >= TL__SHEET_COLUMNS)
        return;
    for (size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[count++] = (char)('A' + (rest - 1) % 26);
    for (size_t i = 0; i < count; i++)
        words[i] = letters[count - 1 - i];
    words[count] = '\0';
}

const char *tl__sheet_format(const tl__sheet *sheet)
{
    return sheet->reader->format;
}

const char *tl__sheet_encoding(const tl__sheet *sheet)
{
    return sheet->text.encoding == NULL ? "UTF-8" : sheet->text.encoding;
}

size_t tl__sheet_count(const tl__sheet *sheet)
{
    return sheet->sheet_count;
}

const char *tl__sheet_name(const tl__sheet *sheet, size_t index)
{
    return index < sheet->sheet_count ? sheet->sheets[index].name : "";
}

int tl__sheet_is_hidden(const tl__sheet *sheet, size_t index)
{
    return index < sheet->sheet_count && sheet->sheets[index].hidden;
}

size_t tl__sheet_index(const tl__sheet *sheet)
{
    return sheet->index;
}

int tl__sheet_progress(const tl__sheet *sheet)
{
    if (sheet->reader->progress != NULL)
        return sheet->reader->progress(sheet);
    if (sheet->source.size <= 0)
        return -1;
    return (int)(sheet->source.at * 1000 / sheet->source.size);
}
