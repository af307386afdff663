/* sheet.h (L4) - a table as a file has it, row by row: CSV, TSV, JSON, JSON lines, or a sheet of an .xlsx workbook. What the cells mean is left
 * to import. Memory does not grow with the number of rows; what would outgrow the limits below is refused with a reason. */
#ifndef TL_SHEET_H
#define TL_SHEET_H

#include "error.h"

enum {
    TL__SHEET_COLUMNS = 16384,       /* of a row, at most */
    TL__SHEET_CELL = 1024 * 1024,    /* bytes of a cell, at most */
    TL__SHEET_ROW = 4 * 1024 * 1024, /* bytes of a row, at most */
    TL__SHEET_DEPTH = 32,            /* of JSON, at most */
    TL__SHEET_VALUES = 100000,       /* of a record in JSON, at most, with those within others */
    TL__SHEET_SHEETS = 1000,         /* of a file, at most */
    TL__SHEET_NAME = 4096            /* bytes of the name of a sheet, at most */
};

typedef enum tl__cell_kind {
    TL__CELL_EMPTY,
    TL__CELL_TEXT,    /* whatever is in a CSV cell is text */
    TL__CELL_NUMBER,  /* 0.3, at most 15 digits that count, but whole numbers as they are; 007 where the format says so */
    TL__CELL_DATE,    /* 2023-06-30, or 2023-06-30 14:30:00 where there is a time of day */
    TL__CELL_PERCENT, /* 80.5% */
    TL__CELL_BOOLEAN, /* TRUE or FALSE; of JSON true or false */
    TL__CELL_ERROR,   /* #N/A, #REF! …: what a formula failed of */
    TL__CELL_BROKEN   /* holds bytes that are no text in the file's encoding, or a NUL; each is a U+FFFD in text */
} tl__cell_kind;

/* What a merged cell goes on with. */
enum { TL__MERGED_ABOVE = 1, TL__MERGED_LEFT = 2 };

typedef struct tl__cell {
    char *text; /* UTF-8, never NULL, as it stands (not trimmed); may be changed in place */
    size_t length;
    tl__cell_kind kind;
    int merged; /* 0, or of TL__MERGED_…: the first cell of those holds for it; what its own text hides is mostly nothing */
} tl__cell;

/* A row. Its index in cells is the column of a cell, from 0: no cell is left out, an empty one is EMPTY. */
typedef struct tl__sheet_row {
    int64_t
        number;   /* as people see it: of CSV and JSON lines the line it begins in, of .xlsx the row, of JSON the record, each from 1; 0: the keys of objects */
    size_t count; /* of CSV what the row has, else up to the last cell that is not empty or merged */
    tl__cell *cells;
} tl__sheet_row;

typedef struct tl__sheet_options {
    const char *path;                                                 /* of the file; with read its name in words only */
    int (*read)(void *buffer, size_t room, size_t *count, void *arg); /* NULL: the file at path; *count 0: the end; anything but 0 stops */
    void *arg;
    const char *format;   /* csv, tsv, json, jsonl or xlsx; NULL: what the content is, whatever the name says */
    const char *encoding; /* a name that iconv knows; NULL: found out. For text only */
    const char *sheet;    /* by name, or by number from 1; NULL: the first one that is not hidden */
} tl__sheet_options;

typedef struct tl__sheet tl__sheet;

/* Opens a table; the words of a failure, now and later, go to error, which outlives the sheet; the options need not. *sheet is NULL unless TL_OK.
 * TL_OK · TL_ENOTFOUND no such file, or no such sheet · TL_EINVAL a folder, an unknown format, or what the file is instead (rule import.format),
 * or it is broken (import.broken) or too large (import.size) · TL_ESTOP by read · TL_EIO · TL_ENOMEM. */
int tl__sheet_open(tl__error *error, const tl__sheet_options *options, tl__sheet **sheet);
void tl__sheet_close(tl__sheet *sheet);

/* The next row. A line with nothing in it is passed over, and of .xlsx a row without cells: the number tells. *row and its texts are good until
 * the next call. TL_ROW · TL_DONE · TL_EINVAL the rest can't be read, by the rule import.quote (of CSV), import.size, import.broken or
 * import.encoding · TL_ESTOP · TL_EIO · TL_ENOMEM. */
int tl__sheet_next(tl__sheet *sheet, tl__sheet_row **row);

/* Where the reading is: the number of the row given last, or of the one that failed. */
int64_t tl__sheet_number(const tl__sheet *sheet);
/* What a number counts, for words: "line", "row" or "record". */
const char *tl__sheet_unit(const tl__sheet *sheet);
/* A column in words: "C" of .xlsx, "3" of anything else. */
void tl__sheet_column(const tl__sheet *sheet, size_t column, char words[16]);

/* What the file is: csv, tsv, json, jsonl, xlsx. Its encoding: UTF-8, GB18030 … */
const char *tl__sheet_format(const tl__sheet *sheet);
const char *tl__sheet_encoding(const tl__sheet *sheet);

/* The sheets of the file, in order: of .xlsx all that hold cells, of JSON the arrays in an object by their keys, else one without a name (""). */
size_t tl__sheet_count(const tl__sheet *sheet);
const char *tl__sheet_name(const tl__sheet *sheet, size_t index);
int tl__sheet_is_hidden(const tl__sheet *sheet, size_t index);
/* Which of them is being read. */
size_t tl__sheet_index(const tl__sheet *sheet);

/* How much of the file has been read, in thousandths; -1 where its size is not known. */
int tl__sheet_progress(const tl__sheet *sheet);

#endif
