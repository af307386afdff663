/* import_source.c (L4) - the rows of a table, the first of them kept to look ahead. How a file is taken apart is sheet's; what comes through a caller's
 * function is put aside as a file first, because it is gone through twice. */
#include "import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct tl__import_source {
    tl_book *book;
    tl__sheet *sheet;
    FILE *aside; /* what came through the caller's function */
    char path[32];
    tl__import_line ahead[TL__IMPORT_AHEAD]; /* what was looked at: copies */
    size_t ahead_count, ahead_at;
    int ended;         /* what came behind the rows ahead: TL_DONE, an error, or 0 */
    tl__error failure; /* the words of that error */
    tl__import_line line;
    size_t room; /* for its cells */
};

static void free_line(tl__import_line *line, int copied)
{
    for (size_t i = 0; copied && line->cells != NULL && i < line->count; i++)
        tl_free(line->cells[i].whole);
    tl_free(line->cells);
    memset(line, 0, sizeof *line);
}

/* ------------------------------------------------------------------------------------------------------------------------------- aside */

static int put_aside(tl__import_source *source, const tl_import_options *options)
{
    char block[65536];
    size_t count = 1;
    source->aside = tmpfile();
    while (source->aside != NULL && count > 0 && !ferror(source->aside)) {
        count = 0;
        if (options->read(block, sizeof block, &count, options->read_arg) != 0)
            return tl__error_set(&source->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
        if (count > sizeof block)
            return tl__error_set(&source->book->error, TL_EMISUSE, NULL, "read gave %zu bytes, more than there is room for", count);
        fwrite(block, 1, count, source->aside);
    }
    if (source->aside == NULL || fflush(source->aside) != 0 || ferror(source->aside))
        return tl__error_set(&source->book->error, TL_EIO, NULL, "what comes in can't be put aside: %s", strerror(errno));
    rewind(source->aside);
    snprintf(source->path, sizeof source->path, "/dev/fd/%d", fileno(source->aside));
    return TL_OK;
}

/* For the sheet: reads on in what was put aside. */
static int read_aside(void *buffer, size_t room, size_t *count, void *arg)
{
    *count = fread(buffer, 1, room, arg);
    return ferror((FILE *)arg) != 0;
}

const char *tl__import_source_path(const tl__import_source *source, const tl_import_options *options)
{
    return source->aside != NULL ? source->path : options->path;
}

size_t tl__import_source_sheet(const tl__import_source *source)
{
    return tl__sheet_index(source->sheet);
}

int tl__import_is_records(const tl__import_source *source)
{
    return tl__sheet_format(source->sheet)[0] == 'j';
}

int tl__import_is_delimited(const tl__import_source *source)
{
    const char *format = tl__sheet_format(source->sheet);
    return strcmp(format, "csv") == 0 || strcmp(format, "tsv") == 0;
}

/* -------------------------------------------------------------------------------------------------------------------------------- rows */

static void trim(tl__import_cell_text *cell)
{
    size_t length;
    cell->text = tl__trimmed(cell->whole, &length);
    cell->end = cell->text + length;
    cell->behind = *cell->end;
    *cell->end = '\0';
}

char *tl__import_whole(const tl__import_cell_text *cell)
{
    *cell->end = cell->behind;
    return cell->whole;
}

/* The next row of the file, as it stands there until the one after, its cells without the blanks around them. */
static int read_line(tl__import_source *source)
{
    tl__enter(source->book); /* a callback may have used the handle, and failed, which is no failure of the reading */
    tl__sheet_row *row;
    tl__import_line *line = &source->line;
    int result = tl__sheet_next(source->sheet, &row);
    line->row = tl__sheet_number(source->sheet);
    line->count = 0;
    if (result != TL_ROW)
        return result;
    if (row->count > source->room) {
        tl_free(line->cells);
        source->room = row->count + 16;
        line->cells = sqlite3_malloc64(source->room * sizeof *line->cells);
        if (line->cells == NULL)
            return tl__fail_memory(source->book);
    }
    for (; line->count < row->count; line->count++) {
        tl__import_cell_text *cell = &line->cells[line->count];
        cell->whole = row->cells[line->count].text;
        trim(cell);
        cell->kind = row->cells[line->count].kind;
        cell->merged = row->cells[line->count].merged;
    }
    return TL_ROW;
}

static int copy_line(tl__import_source *source, tl__import_line *to)
{
    const tl__import_line *from = &source->line;
    to->row = from->row;
    to->cells = sqlite3_malloc64((from->count + 1) * sizeof *to->cells);
    if (to->cells == NULL)
        return tl__fail_memory(source->book);
    for (; to->count < from->count; to->count++) {
        tl__import_cell_text *cell = &to->cells[to->count];
        *cell = from->cells[to->count];
        if ((cell->whole = tl__copy(tl__import_whole(cell))) == NULL)
            return tl__fail_memory(source->book);
        trim(cell);
    }
    return TL_ROW;
}

/* Keeps the first rows, up to the first that can't be read. */
static int read_ahead(tl__import_source *source)
{
    int result = TL_ROW;
    while (result == TL_ROW && source->ahead_count < TL__IMPORT_AHEAD) {
        result = read_line(source);
        if (result == TL_ROW)
            result = copy_line(source, &source->ahead[source->ahead_count++]);
    }
    source->ended = result == TL_ROW ? 0 : result;
    source->failure = source->book->error;
    if (result == TL_ENOMEM || result == TL_EIO || result == TL_ESTOP)
        return result;
    tl__enter(source->book);
    return TL_OK;
}

int tl__import_open_source(tl_book *book, const tl_import_options *options, tl__import_source **source)
{
    tl__import_source *made = sqlite3_malloc64(sizeof *made);
    *source = made;
    if (made == NULL)
        return tl__fail_memory(book);
    memset(made, 0, sizeof *made);
    made->book = book;
    int result = options->read == NULL ? TL_OK : put_aside(made, options);
    if (result != TL_OK)
        return result;
    const tl__sheet_options sheet = {
        .path = options->path, .format = options->format, .sheet = options->sheet, .read = made->aside ? read_aside : NULL, .arg = made->aside
    };
    result = tl__sheet_open(&book->error, &sheet, &made->sheet);
    return result == TL_OK ? read_ahead(made) : result;
}

void tl__import_source_close(tl__import_source *source)
{
    if (source == NULL)
        return;
    for (size_t i = 0; i < source->ahead_count; i++)
        free_line(&source->ahead[i], 1);
    free_line(&source->line, 0);
    tl__sheet_close(source->sheet);
    if (source->aside != NULL)
        fclose(source->aside);
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
