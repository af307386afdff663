/* import_source.c (L4) - the rows of a file, the first of them kept to look ahead. How a file is taken apart is csv's. */
#include "import.h"

#include <string.h>

struct tl__import_source {
    tl_book *book;
    tl__csv *csv;
    tl__import_line ahead[TL__IMPORT_AHEAD]; /* what was looked at: copies */
    size_t ahead_count, ahead_at;
    int ended;         /* what came behind the rows ahead: TL_DONE, an error, or 0 */
    tl__error failure; /* the words of that error */
    tl__import_line line;
    char *cells[TL__CSV_COLUMNS];
};

static void free_line(tl__import_line *line)
{
    for (size_t i = 0; line->cells != NULL && i < line->count; i++)
        tl_free(line->cells[i]);
    tl_free(line->cells);
    tl_free(line->merged);
    memset(line, 0, sizeof *line);
}

/* The next row of the file, as it stands there until the one after. */
static int read_line(tl__import_source *source)
{
    tl__import_line *line = &source->line;
    int result = tl__csv_next(source->csv);
    line->row = tl__csv_line(source->csv);
    line->count = result == TL_ROW ? tl__csv_count(source->csv) : 0;
    line->cells = source->cells;
    line->merged = NULL;
    for (size_t i = 0; i < line->count && i < TL__CSV_COLUMNS; i++)
        line->cells[i] = tl__csv_cell(source->csv, i);
    return result;
}

static int copy_line(tl__import_source *source, tl__import_line *to)
{
    const tl__import_line *from = &source->line;
    size_t count = from->count < TL__CSV_COLUMNS ? from->count : TL__CSV_COLUMNS;
    to->row = from->row;
    to->cells = sqlite3_malloc64((count + 1) * sizeof *to->cells);
    if (to->cells == NULL)
        return tl__fail_memory(source->book);
    for (; to->count < count; to->count++)
        if ((to->cells[to->count] = tl__copy(from->cells[to->count])) == NULL)
            return tl__fail_memory(source->book);
    return TL_ROW;
}

/* Keeps the first rows, up to the first that can't be read. */
static int read_ahead(tl__import_source *source)
{
    int result = TL_ROW;
    while (result == TL_ROW && source->ahead_count < TL__IMPORT_AHEAD) {
        result = read_line(source);
        if (result == TL_ROW && source->line.count > TL__CSV_COLUMNS)
            result = tl__error_set(&source->book->error, TL_EINVAL, "import.size", "%s has %zu columns; at most %d can be read",
                source->ahead_count == 0 ? "the header" : "the row", source->line.count, TL__CSV_COLUMNS);
        if (result == TL_ROW)
            result = copy_line(source, &source->ahead[source->ahead_count++]);
    }
    source->ended = result == TL_ROW ? 0 : result;
    source->failure = source->book->error;
    if (result == TL_ENOMEM || result == TL_EIO)
        return result;
    tl__enter(source->book);
    return TL_OK;
}

int tl__import_open_source(tl_book *book, const char *path, tl__import_source **source)
{
    tl__import_source *made = sqlite3_malloc64(sizeof *made);
    *source = made;
    if (made == NULL)
        return tl__fail_memory(book);
    memset(made, 0, sizeof *made);
    made->book = book;
    int result = tl__csv_open(book, path, &made->csv);
    return result == TL_OK ? read_ahead(made) : result;
}

void tl__import_source_close(tl__import_source *source)
{
    if (source == NULL)
        return;
    for (size_t i = 0; i < source->ahead_count; i++)
        free_line(&source->ahead[i]);
    tl__csv_close(source->csv);
    tl_free(source);
}

const tl__import_line *tl__import_peek(tl__import_source *source, size_t ahead)
{
    return source->ahead_at + ahead < source->ahead_count ? &source->ahead[source->ahead_at + ahead] : NULL;
}

int tl__import_next(tl__import_source *source, tl__import_line **line)
{
    int result = source->ended;
    *line = &source->line;
    if (source->ahead_at < source->ahead_count) {
        *line = &source->ahead[source->ahead_at++];
        return TL_ROW;
    }
    if (result == 0)
        return read_line(source);
    source->ended = TL_DONE;
    if (result < 0)
        source->book->error = source->failure;
    return result;
}
