/* import_source.h (L4) - the rows of a table that is imported, with a look ahead. */
#ifndef TL_IMPORT_SOURCE_H
#define TL_IMPORT_SOURCE_H

#include "book.h"
#include "sheet.h"

enum {
    TL__IMPORT_AHEAD = 30 /* rows among which the header is looked for */
};

typedef struct tl__import_cell_text {
    char *text;  /* trimmed; yours to change until the next row */
    char *whole; /* where it begins with the blanks in front */
    char *end;   /* where the trimmed text ends, and what stands there in the whole one */
    char behind;
    tl__cell_kind kind;
    int merged; /* as of tl__cell */
} tl__import_cell_text;

/* A row as it stands in the file. */
typedef struct tl__import_line {
    int64_t row;  /* its number as people see it */
    size_t count; /* of cells */
    tl__import_cell_text *cells;
} tl__import_line;

typedef struct tl__import_source tl__import_source;

/* Opens the table that the options name, and looks at its first rows. *source must be closed in any case. TL_OK · as tl__sheet_open. */
int tl__import_open_source(tl_book *book, const tl_import_options *options, tl__import_source **source);
void tl__import_source_close(tl__import_source *source);

/* The next row: TL_ROW, TL_DONE, or an error as of tl__sheet_next. *line is good until the next call. */
int tl__import_next(tl__import_source *source, tl__import_line **line);
/* A row that lies ahead, 0 being the one that tl__import_next gives next; NULL: the file has no such row, or can't be read so far. For the first
 * TL__IMPORT_AHEAD only. */
const tl__import_line *tl__import_peek(tl__import_source *source, size_t ahead);

/* A cell with the blanks around it, as long as nobody has changed its text. */
char *tl__import_whole(const tl__import_cell_text *cell);

/* Where the file lies. */
const char *tl__import_source_path(const tl__import_source *source, const tl_import_options *options);
/* Which sheet of the file is read, from 0. */
size_t tl__import_source_sheet(const tl__import_source *source);
/* 1 if it is JSON, each record of which names its columns: there may be none. */
int tl__import_is_records(const tl__import_source *source);
/* 1 if it is text with cells parted by a character, so that a row of another length is a slip. */
int tl__import_is_delimited(const tl__import_source *source);

#endif
