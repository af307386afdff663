/* import.h (L4) - the parts of tl_import_csv: a CSV file as rows of cells (csv.c; a header csv.h would hide libcsv's), and what the cells say
 * (import_cell.c). */
#ifndef TL_IMPORT_H
#define TL_IMPORT_H

#include "book.h"
#include "digest.h"

enum {
    TL__CSV_COLUMNS = 1000,    /* at most */
    TL__CSV_CELL = 1024 * 1024 /* bytes of a cell, at most */
};

typedef struct tl__csv tl__csv;

/* Opens a file for tl__csv_next. TL_OK · TL_ENOTFOUND · TL_EINVAL a folder · TL_EIO · TL_ENOMEM. */
int tl__csv_open(tl_book *book, const char *path, tl__csv **csv);
void tl__csv_close(tl__csv *csv);

/* The next row that is not an empty line: TL_ROW, TL_DONE; TL_EINVAL where the rest can't be taken apart (the rule says why), or an error of
 * reading. */
int tl__csv_next(tl__csv *csv);

/* The line of the file that the row begins in, from 1; its cells, of which those behind TL__CSV_COLUMNS are counted only. */
int64_t tl__csv_line(const tl__csv *csv);
size_t tl__csv_count(const tl__csv *csv);
/* A cell without the blanks around it, yours to change until the next row. A NUL byte in it shows as one that is not UTF-8. */
char *tl__csv_cell(tl__csv *csv, size_t column);

enum {
    TL__IMPORT_ERRORS = 1000, /* after so many nothing more is read */
    TL__IMPORT_UNITS = 500    /* in one row */
};

/* What a column gives. The first ones, up to NAMED, are columns of the book. */
typedef enum tl__import_kind {
    TL__IMPORT_NO,
    TL__IMPORT_TITLE,
    TL__IMPORT_DETAIL,
    TL__IMPORT_SOURCE,
    TL__IMPORT_OFFICER,
    TL__IMPORT_DUE,
    TL__IMPORT_RISK,
    TL__IMPORT_PARENT,
    TL__IMPORT_LEAD,
    TL__IMPORT_RESPONSIBLE,
    TL__IMPORT_SUPPORT,
    TL__IMPORT_MENTOR,
    TL__IMPORT_MENTEE,
    TL__IMPORT_CONTACT,
    TL__IMPORT_NAMED,
    TL__IMPORT_FIELD = TL__IMPORT_NAMED,
    TL__IMPORT_PASSED_OVER,
    TL__IMPORT_UNNAMED
} tl__import_kind;

typedef struct tl__import_column {
    char *heading;
    char *name; /* the column's in SQL, or the field's code */
    char *type, *choices;
    tl__import_kind kind;
    char *copy; /* what the cell of the row became, where that is not the cell itself */
} tl__import_column;

enum { TL__FIND_HEADING, TL__ALL_HEADINGS, TL__FIND_RISK, TL__FIND_UNIT, TL__FIND_LEDGER, TL__IMPORT_STATEMENTS };

typedef struct tl__import {
    tl_book *book;
    tl_import_options options;
    tl__csv *csv;
    sqlite3_stmt *statements[TL__IMPORT_STATEMENTS];
    char *ledger; /* its code */
    tl__import_column *columns;
    size_t count;
    int64_t errors, items;
    int malformed, refused;          /* there were errors other than a taken number; by a rule */
    char sha256[TL__DIGEST_HEX + 1]; /* of the file: with the line, what a row is known by when the same file comes again */
    char request[200];
    int row_refused;
    tl__error first; /* the first of the errors */
    char quote[128];
    /* The item of the row. */
    tl_item_spec spec;
    tl_assignment_spec units[TL__IMPORT_UNITS];
    tl_value_spec *values;
    char *calendar;                   /* the one by which working days were counted last */
    const tl__import_column *contact; /* the column that gave officer, of the lead */
    const char *officer;
} tl__import;

/* Puts what a cell says into the item of the row. The cell is trimmed, not empty, and may be changed. */
int tl__import_cell(tl__import *job, tl__import_column *column, char *cell);

/* Makes a refusal a finding, by the rule that the words name or else the one given, to go on: TL_OK. What is wrong with the book or the system,
 * or the caller's wish to stop, ends the import: the result. */
int tl__import_refuse(tl__import *job, int result, const char *rule, const char *heading);

/* A copy of a text: TL_OK or TL_ENOMEM. */
int tl__import_copy(tl__import *job, const char *text, char **copy);

/* Takes the blanks off both ends, the full-width one, too. */
char *tl__trim(char *text);

/* A text as it is quoted in a message: its beginning, cut between two characters. Good until the next call. */
const char *tl__import_quote(tl__import *job, const char *text);

#endif
