/* csv.c (L4) - a CSV file as rows of cells, read in pieces so that its size does not matter. libcsv takes the quoting apart; here lines are
 * counted, and what would not fit into memory is refused. What the cells mean is left to import. */
#include "import.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, GROWTH = 4096, ROW_MAX = 4 * TL__CSV_CELL };

struct tl__csv {
    tl_book *book;
    int file;
    struct csv_parser parser;
    char chunk[CHUNK];
    size_t at, end;  /* of what is left of the chunk */
    int started;     /* the first chunk was read */
    int at_end;      /* of the file */
    int finished;    /* the parser knows of it */
    tl__buffer text; /* the cells of the row, each with its NUL */
    size_t starts[TL__CSV_COLUMNS];
    size_t count;
    int in_row, row_ended, row_too_long;
    char last; /* the byte before, for the two of a CRLF are one line's end */
    int64_t line, row_line;
};

/* For libcsv. A cell that outgrows its limit gets no more room; fail_parser tells that from memory being out. */
static void *grow(void *old, size_t size)
{
    return size > TL__CSV_CELL + 1 ? NULL : sqlite3_realloc64(old, size);
}

static int open_file(tl_book *book, const char *path, int *file)
{
    struct stat info;
    *file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (*file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return tl__error_set(&book->error, TL_ENOTFOUND, NULL, "there is no file %s", path);
    if (*file < 0 || fstat(*file, &info) != 0)
        return tl__error_set(&book->error, TL_EIO, NULL, "the file %s can't be read: %s", path, strerror(errno));
    if (S_ISDIR(info.st_mode))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "%s is a folder; name a CSV file", path);
    return TL_OK;
}

int tl__csv_open(tl_book *book, const char *path, tl__csv **csv)
{
    int file;
    *csv = NULL;
    int result = open_file(book, path, &file);
    tl__csv *made = result == TL_OK ? sqlite3_malloc64(sizeof *made) : NULL;
    if (made == NULL) {
        if (file >= 0)
            close(file);
        return result != TL_OK ? result : tl__fail_memory(book);
    }
    memset(made, 0, sizeof *made);
    made->book = book;
    made->file = file;
    made->line = made->row_line = 1;
    csv_init(&made->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_realloc_func(&made->parser, grow);
    csv_set_free_func(&made->parser, sqlite3_free);
    csv_set_blk_size(&made->parser, GROWTH);
    *csv = made;
    return TL_OK;
}

void tl__csv_close(tl__csv *csv)
{
    if (csv == NULL)
        return;
    csv_free(&csv->parser);
    close(csv->file);
    tl_free(csv->text.text);
    tl_free(csv);
}

/* Fills the chunk, unless the file ends before: a byte order mark is never torn, however few bytes a pipe gives at a time. */
static int fill(tl__csv *csv)
{
    csv->at = csv->end = 0;
    while (csv->end < CHUNK) {
        ssize_t got = read(csv->file, csv->chunk + csv->end, CHUNK - csv->end);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl__error_set(&csv->book->error, TL_EIO, NULL, "the file can't be read: %s", strerror(errno));
        csv->end += (size_t)got;
        csv->at_end = got == 0;
        if (got == 0)
            break;
    }
    if (!csv->started && csv->end >= 3 && memcmp(csv->chunk, "\xEF\xBB\xBF", 3) == 0)
        csv->at = 3;
    csv->started = 1;
    return TL_OK;
}

/* libcsv calls these two: at the end of each cell, and of each row. */
static void on_cell(void *bytes, size_t length, void *arg)
{
    tl__csv *csv = arg;
    if (csv->text.length + length > ROW_MAX)
        csv->row_too_long = 1;
    if (csv->count < TL__CSV_COLUMNS && !csv->row_too_long) {
        size_t start = csv->starts[csv->count] = csv->text.length;
        if (length > 0)
            tl__append_bytes(&csv->text, bytes, length);
        tl__append_bytes(&csv->text, "", 1);
        for (size_t i = start; !csv->text.failed && i < start + length; i++)
            if (csv->text.text[i] == '\0')
                csv->text.text[i] = '\xFF';
    }
    csv->count++;
}

static void on_row(int end, void *arg)
{
    (void)end;
    ((tl__csv *)arg)->row_ended = 1;
}

static int fail_parser(tl__csv *csv)
{
    tl__error *error = &csv->book->error;
    if (csv_error(&csv->parser) != CSV_EPARSE && csv_get_buffer_size(&csv->parser) <= TL__CSV_CELL)
        return tl__fail_memory(csv->book);
    if (csv_error(&csv->parser) != CSV_EPARSE)
        return tl__error_set(
            error, TL_EINVAL, "import.size", "a cell has more than %d bytes (is a quotation mark missing?); the rest was not read", TL__CSV_CELL);
    if (csv->finished)
        return tl__error_set(error, TL_EINVAL, "import.quote", "a quotation mark is opened in this row and never closed");
    return tl__error_set(error, TL_EINVAL, "import.quote",
        "a quotation mark is out of place at line %lld; write a cell that has some in quotation marks, each of its own twice; the rest was not read",
        (long long)csv->line);
}

static int is_blank(const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n')
            return 0;
    return 1;
}

/* Gives libcsv one line, or what the chunk holds of it: so no row ends but at the end of what it was given, and its line is known. */
static int feed(tl__csv *csv)
{
    const char *from = csv->chunk + csv->at;
    size_t count = 0;
    while (count < csv->end - csv->at) {
        char byte = from[count++];
        if (byte == '\n' || byte == '\r')
            break;
    }
    if (!csv->in_row && !is_blank(from, count)) {
        csv->in_row = 1;
        csv->row_line = csv->line;
    }
    if (csv_parse(&csv->parser, from, count, on_cell, on_row, csv) != count)
        return fail_parser(csv);
    for (size_t i = 0; i < count; i++) {
        csv->line += from[i] == '\r' || (from[i] == '\n' && csv->last != '\r');
        csv->last = from[i];
    }
    csv->at += count;
    return TL_OK;
}

static int finish(tl__csv *csv)
{
    csv->finished = 1;
    return csv_fini(&csv->parser, on_cell, on_row, csv) == 0 ? TL_OK : fail_parser(csv);
}

int tl__csv_next(tl__csv *csv)
{
    int result = TL_OK;
    csv->text.length = csv->count = 0;
    csv->in_row = csv->row_ended = 0;
    while (result == TL_OK && !csv->row_ended) {
        if (csv->at < csv->end)
            result = feed(csv);
        else if (!csv->at_end)
            result = fill(csv);
        else if (!csv->finished)
            result = finish(csv);
        else
            return TL_DONE;
        if (result == TL_OK && csv->text.failed)
            result = tl__fail_memory(csv->book);
        if (result == TL_OK && csv->row_too_long)
            result = tl__error_set(&csv->book->error, TL_EINVAL, "import.size", "the row has more than %d bytes; the rest was not read", ROW_MAX);
    }
    return result == TL_OK ? TL_ROW : result;
}

int64_t tl__csv_line(const tl__csv *csv)
{
    return csv->row_line;
}

size_t tl__csv_count(const tl__csv *csv)
{
    return csv->count;
}

char *tl__csv_cell(tl__csv *csv, size_t column)
{
    return tl__trim(csv->text.text + csv->starts[column]);
}
