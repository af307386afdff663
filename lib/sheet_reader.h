/* sheet_reader.h (L4) - the parts of a sheet: where its bytes come from (sheet_source.c), text of any encoding (sheet_text.c), and a reader for
 * each format (sheet_csv.c, sheet_json.c, sheet_xlsx.c), which puts cells into the row that sheet.c gives out. */
#ifndef TL_SHEET_READER_H
#define TL_SHEET_READER_H

#include "sheet.h"
#include "text.h"

enum {
    TL__SHEET_CHUNK = 64 * 1024,
    TL__SPOOL_ROOM = 8 * 1024 * 1024 /* bytes of a spool that stay in memory */
};

/* ------------------------------------------------------------------------------------------------------------------------------ spool */

/* Bytes put aside to be read at any place: in memory as long as they are few, then in a temporary file of SQLite's, which goes by itself. */
typedef struct tl__spool {
    tl__error *error;
    tl__buffer memory; /* all of it, or what was not written yet */
    void *file;        /* a sqlite3_file; NULL: none yet */
    int64_t size, written;
} tl__spool;

int tl__spool_append(tl__spool *spool, const void *bytes, size_t count);
/* Reads count bytes, which must be there. */
int tl__spool_read(tl__spool *spool, int64_t offset, void *bytes, size_t count);
void tl__spool_close(tl__spool *spool);

/* ----------------------------------------------------------------------------------------------------------------------------- source */

/* The bytes of the file, read from front to back, and again; or at any place, for which a source that can't seek is put aside. */
typedef struct tl__source {
    tl__error *error;
    const char *name; /* of the file, for words */
    int file;         /* -1: read gives the bytes */
    int (*read)(void *buffer, size_t room, size_t *count, void *arg);
    void *arg;
    int64_t size; /* -1: not known yet */
    int64_t at;   /* where tl__source_read goes on */
    int seekable; /* the file can be read at any place; else spool has what was read so far */
    int at_end;   /* of a source that is not seekable */
    int keeping;  /* what is read goes into the spool, for it may be asked for again */
    tl__spool spool;
} tl__source;

int tl__source_open(tl__source *source, const tl__sheet_options *options);
void tl__source_close(tl__source *source);
/* Fills the room unless the file ends before. */
int tl__source_read(tl__source *source, void *buffer, size_t room, size_t *count);
/* Begins again. Not after tl__source_forget. */
void tl__source_rewind(tl__source *source);
/* What has been read will not be asked for again, so it need not be kept. */
void tl__source_forget(tl__source *source);
/* Makes size and every place known. */
int tl__source_complete(tl__source *source);
/* After tl__source_complete: reads at a place as much as there is. */
int tl__source_read_at(tl__source *source, int64_t offset, void *buffer, size_t room, size_t *count);

/* ------------------------------------------------------------------------------------------------------------------------------- text */

/* A source as UTF-8, whatever it is in. What can't be converted becomes a byte FF, which is no UTF-8 anywhere. */
typedef struct tl__text {
    tl__source *source;
    const char *encoding; /* NULL: not known yet, for all was ASCII so far */
    const char *wanted;   /* by the caller */
    void *iconv;          /* NULL: no conversion */
    int started, at_end;
    char raw[TL__SHEET_CHUNK];
    size_t raw_at, raw_end;
} tl__text;

void tl__text_begin(tl__text *text, tl__source *source, const char *encoding);
void tl__text_end(tl__text *text);
/* Begins again, in the encoding that is known by now. */
void tl__text_rewind(tl__text *text);
/* Some of the text, as much as there is room for (at least 16 bytes); *count is 0 at its end only. */
int tl__text_read(tl__text *text, char *buffer, size_t room, size_t *count);

/* ----------------------------------------------------------------------------------------------------------------------------- reader */

typedef struct tl__sheet_reader {
    const char *format, *unit;
    int (*open)(tl__sheet *sheet); /* lists the sheets, and gets ready for the one that is wanted */
    int (*next)(tl__sheet *sheet); /* puts the cells of a row: TL_ROW, TL_DONE */
    void (*close)(tl__sheet *sheet);
    int (*progress)(const tl__sheet *sheet); /* NULL: by the bytes read of the source */
} tl__sheet_reader;

extern const tl__sheet_reader tl__csv_reader, tl__tsv_reader, tl__json_reader, tl__jsonl_reader, tl__xlsx_reader;

typedef struct tl__sheet_entry {
    char *name, *part; /* part: its file in the workbook */
    int hidden;
} tl__sheet_entry;

struct tl__sheet {
    tl__error *error;
    const tl__sheet_reader *reader;
    void *state; /* the reader's */
    char *path, *encoding, *wanted;
    tl__source source;
    tl__text text;
    tl__sheet_entry *sheets;
    size_t sheet_count, index;
    tl__sheet_row row;
    size_t room;      /* of row.cells */
    tl__buffer bytes; /* of the row, each text with its NUL */
    int failed;       /* the reading has ended with this: TL_DONE, or an error; 0: it goes on */
};

/* Puts a cell behind those that are there, with empty ones between. The text is checked. */
int tl__sheet_put(tl__sheet *sheet, size_t column, tl__cell_kind kind, const char *text, size_t length);
/* Makes the row have so many cells, with empty ones behind. */
int tl__sheet_widen(tl__sheet *sheet, size_t count);
/* Adds a sheet to the list; takes over nothing. part may be NULL. */
int tl__sheet_list(tl__sheet *sheet, const char *name, const char *part, int hidden);
/* Finds the sheet that is wanted in the list. */
int tl__sheet_choose(tl__sheet *sheet);
/* Says what is wrong with the file, and where it can be said in which sheet: TL_EINVAL by the rule import.broken. */
int tl__sheet_broken(tl__sheet *sheet, const char *format, ...) TL__PRINTF(2, 3);
int tl__sheet_memory(tl__sheet *sheet);
/* What the first bytes are the mark of, in words ("a PDF file"); NULL: perhaps a text. */
const char *tl__sheet_mark(const unsigned char *bytes, size_t count);

#endif
