/* import.h (L4) - the parts of tl_import: rows of cells from a file (sheet.h, import_source.h), which of them is the header (import_header.c), what its columns
 * are (import_column.c), what kind of row each one is (import_shape.c, import_row.c, import_part.c), what the cells say (import_cell.c, import_unit.c,
 * import_milestone.c, import_progress.c), and the items that come of it (import_item.c, import_change.c). */
#ifndef TL_IMPORT_H
#define TL_IMPORT_H

#include "book.h"
#include "digest.h"
#include "import_source.h"

/* Takes the blanks off both ends, the full-width one, too. */
char *tl__trim(char *text);
/* The same without a change: where the text begins then, and its length. */
char *tl__trimmed(char *text, size_t *length);

/* --------------------------------------------------------------------------------------------------------------------------- columns */

enum {
    TL__IMPORT_ERRORS = 1000,  /* after so many nothing more is read */
    TL__IMPORT_UNITS = 500,    /* in one row */
    TL__IMPORT_SECTIONS = 4,   /* one within the other */
    TL__IMPORT_LOOKED_AT = 500 /* cells of a row that may be the header */
};

/* What a column gives. The first ones, up to NAMED, have a name in synonym. */
typedef enum tl__import_kind {
    TL__IMPORT_NO,
    TL__IMPORT_TITLE,
    TL__IMPORT_SUBTITLE, /* the task of the second level in the row */
    TL__IMPORT_SUBSUBTITLE,
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
    TL__IMPORT_MILESTONE,
    TL__IMPORT_PROGRESS, /* from here to REMARK: what no new item has yet, kept in words */
    TL__IMPORT_PERCENT,
    TL__IMPORT_PROBLEM,
    TL__IMPORT_NEXT_STEP,
    TL__IMPORT_STATE,
    TL__IMPORT_STARTED_ON,
    TL__IMPORT_COMPLETED_ON,
    TL__IMPORT_URI,
    TL__IMPORT_REMARK,
    TL__IMPORT_ROW, /* a running number: the item's where there is no other */
    TL__IMPORT_NAMED,
    TL__IMPORT_FIELD = TL__IMPORT_NAMED,
    TL__IMPORT_NEW_FIELD, /* becomes one with its first content */
    TL__IMPORT_PASSED_OVER,
    TL__IMPORT_UNNAMED
} tl__import_kind;

typedef struct tl__import_column {
    char *heading;
    char *name; /* the column's in SQL, or the field's code */
    char *type, *choices;
    const char *by; /* see tl_import_column */
    tl__import_kind kind;
    int derived;   /* 1: the book keeps it itself */
    int told;      /* 1: what becomes of its cells was said */
    int as_above;  /* 1: a blank cell means the one above */
    char *above;   /* what that was */
    char *of_item; /* what stands there in the row of the item that the rows below may go on with */
    char *copy;    /* what the cell of the row became, where that is not the cell itself */
    char *filled;  /* the cell, where it is blank and means that */
    char *cell;    /* of the row, "" where there is none; good until the next row */
} tl__import_column;

/* ------------------------------------------------------------------------------------------------------------------------------- job */

enum {
    TL__FIND_HEADING,
    TL__ALL_HEADINGS,
    TL__FIND_RISK,
    TL__FIND_UNIT,
    TL__FIND_NAMED,
    TL__FIND_KIND,
    TL__FIND_LEDGER,
    TL__FIND_FILE,
    TL__FIND_OLDER,
    TL__FIND_ITEM,
    TL__FIND_TITLE,
    TL__FIND_PRESENT,
    TL__FIND_STATUS,
    TL__FIND_ROLES,
    TL__FIND_VALUE,
    TL__FIND_COMMENT,
    TL__FIND_MOVE,
    TL__IMPORT_STATEMENTS
};

/* What happened to a row, or an item. */
typedef enum tl__import_outcome {
    TL__IMPORT_SKIPPED,
    TL__IMPORT_UNCHANGED,
    TL__IMPORT_CONTINUED, /* a row that says nothing new of the item above */
    TL__IMPORT_CHILD,     /* a row that gives an item further parts */
    TL__IMPORT_UPDATED,
    TL__IMPORT_ADDED
} tl__import_outcome;

/* An item that others of the table stand below. */
typedef struct tl__import_level {
    int64_t item;
    char *no;      /* its number */
    char *title;   /* as the table has it */
    int style;     /* of a section: how its heading is numbered */
    int64_t parts; /* how many the table has put below it */
} tl__import_level;

typedef struct tl__import {
    tl_book *book;
    tl_import_options options;
    tl__import_source *source;
    tl__import_line *line; /* the present one */
    sqlite3_stmt *statements[TL__IMPORT_STATEMENTS];
    char *ledger; /* its code */
    tl__import_column *columns;
    size_t count, title_at; /* of columns; which is the title's */
    int own;                /* 1: a table that the book itself exported: a blank is nothing, a word at the beginning of a row means nothing */
    int parted;             /* 1: rows may be parts of the item above */
    int strict;             /* 1: each row has as many cells as the header */
    int64_t headed;         /* the row of the header */
    tl_import_result result;
    int64_t errors;
    int malformed, refused;          /* there were errors other than a taken number; by a rule */
    char sha256[TL__DIGEST_HEX + 1]; /* of the file: with the row, what a row is known by when the same file comes again */
    int64_t size;
    int64_t file;                /* the entry that names it; 0: none yet */
    int64_t first;               /* the number of the first entry of this import */
    int older;                   /* 1: rows of the same file came in by a version before 1003 */
    int titles;                  /* 1: there is a temporary table of the titles of the ledger's items that no row has been so far */
    int again;                   /* 1: this very file came in before */
    char request[200], part[24]; /* part: which of the row's items it is about */
    char difference[400];
    size_t parts;                    /* that the row has given so far */
    tl__import_outcome part_outcome; /* the furthest that came of one of these */
    int going_on;                    /* 1: the row goes on with the item above, so that its first part has what it says */
    int row_refused, noting;         /* noting: rows below a note go on with it */
    tl__error failure;               /* the first of the errors */
    char quote[128];
    tl__import_level sections[TL__IMPORT_SECTIONS], open[3];
    size_t section_count;
    /* The item of the row. */
    tl_item_spec spec;
    tl_assignment_spec units[TL__IMPORT_UNITS];
    tl_value_spec *values;
    tl__buffer words;                 /* what is kept in words of the row beside its cells */
    char *calendar;                   /* the one by which working days were counted last */
    const tl__import_column *contact; /* the column that gave officer, of the lead */
    const char *officer;
} tl__import;

/* Tells a finding about the present row. TL_OK, or TL_ESTOP: the caller wants no more. */
int tl__import_tell(tl__import *job, int note, const char *rule, const char *heading, const char *message);
/* The same for something worth knowing, with the text put together. */
int tl__import_note(tl__import *job, const char *rule, const char *heading, const char *format, ...) TL__PRINTF(4, 5);

/* Makes a refusal a finding, by the rule that the words name or else the one given, to go on: TL_OK. What is wrong with the book or the system,
 * or the caller's wish to stop, ends the import: the result. */
int tl__import_refuse(tl__import *job, int result, const char *rule, const char *heading);

/* A copy of a text in place of what was there: TL_OK or TL_ENOMEM. */
int tl__import_copy(tl__import *job, const char *text, char **copy);

/* A text as it is quoted in a message: its beginning, cut between two characters. Good until the next call. */
const char *tl__import_quote(tl__import *job, const char *text);

/* Finds the header, and the columns by it; the rows up to it are used up. TL_DONE: there are no rows, and may be none. */
int tl__import_header(tl__import *job);
/* How a column is called by its heading: *found is 0 where nothing has the name. Fills kind, name, type, choices and by. */
int tl__import_find(tl__import *job, const char *heading, tl__import_column *column, int *found);
/* Takes the headings of the header as columns. */
int tl__import_columns(tl__import *job, char **headings, size_t count);
/* The column of a kind, or NULL. */
tl__import_column *tl__import_column_of(const tl__import *job, tl__import_kind kind);
/* Makes a field of a column that is to become one. */
int tl__import_new_field(tl__import *job, tl__import_column *column);

/* The present row: what kind it is, and what comes of it. */
int tl__import_take_row(tl__import *job);
/* What the row has below the column of a kind; "" where there is no such column. */
const char *tl__import_cell_of(const tl__import *job, tl__import_kind kind);
/* 1 if a cell goes on with the one above. */
int tl__import_is_merged(const tl__import *job, size_t at);
/* Counts the row, and tells what became of it. */
int tl__import_count(tl__import *job, tl__import_outcome outcome, int64_t item);
int tl__import_tell_row(tl__import *job, const char *outcome, int64_t item);
/* 1 if the row was a total, a note or the header again, and is done with; 0, or an error. */
int tl__import_pass_over(tl__import *job);
/* 1 if the row is a section: how it is numbered, its number, and where its words begin; they become an item. */
int tl__import_is_section(tl__import *job, int *style, int *number, const char **words);
int tl__import_take_section(tl__import *job, int style, int number, const char *words);
/* Nothing has been said yet of the item of the row. */
void tl__import_start_item(tl__import *job);
/* The cells of the row, into the item of it. part: only those that can be said of a part. */
int tl__import_take_cells(tl__import *job, int part);
/* The person goes with the unit in the lead. */
int tl__import_take_contact(tl__import *job);
/* 1 if the row goes on with the item above: it has no number and no title of its own, or the same; and what comes of it. */
int tl__import_goes_on(const tl__import *job);
int tl__import_go_on(tl__import *job);
/* What is to be said of a part of this title: the first one of a row that goes on has what the row says otherwise than that of the item above. */
tl_item_spec tl__import_part_spec(tl__import *job, const char *title);
/* 1 if what stands in the column can be said of a part. */
int tl__import_is_of_part(const tl__import_column *column);
/* The lower levels and the milestones of a row. *opened becomes 1 where it has some. */
int tl__import_take_parts(tl__import *job, int *opened);

/* Puts what a cell says into the item of the row. The cell is trimmed, not empty, and may be changed. */
int tl__import_cell(tl__import *job, tl__import_column *column, char *cell);
/* The units of a cell. */
int tl__import_units(tl__import *job, tl__import_column *column, char *cell);
/* The id of a unit by code or name, its code where code is given, and whether it is retired. */
int tl__import_find_unit(tl__import *job, const char *name, int64_t *unit, char **code, int *retired);
/* The length of a date phrase that text begins with, up to behind what parts it from its text; *phrase gets how much of that is the phrase. 0: none. */
size_t tl__import_date_head(tl__import *job, const char *text, size_t *phrase);
/* The parts of a cell of milestones, each an item below the one of the level. */
int tl__import_milestones(tl__import *job, tl__import_column *column, tl__import_level *level);
/* What the row says of progress, into the journal of the item. added: it is a new one. post 0: only look. *changed becomes 1 where it says something new. */
int tl__import_progress(tl__import *job, int64_t item, int added, int post, int *changed);

/* Adds an item, or finds and changes the one there is, as options.on_conflict says. part says which of the row it is: "", ".1", ".2" … */
int tl__import_store(tl__import *job, tl_item_spec *spec, const char *part, int64_t *item, tl__import_outcome *outcome);
/* Makes the item that is there as the spec has it. whole: what the row's columns leave blank is emptied. post 0: only look. *changed becomes 1 where
 * something is other; job->difference says what, first. */
int tl__import_change(tl__import *job, const tl_item_spec *spec, int64_t item, int whole, int post, int *changed);
/* Notes a difference in words, unless there is one. */
void tl__import_differs(tl__import *job, const char *what, const char *there, const char *here);
/* The request id of the row's entry about something: "import:7:12", with what it is behind it. */
const char *tl__import_request(tl__import *job, const char *what, size_t number);
/* The number of what has none of its own in the table, and stands below the item of a level: that of the item of this title there, which no row has been so
 * far; else the next one that is free. */
int tl__import_part_no(tl__import *job, tl__import_level *level, const char *title, char **no);
/* An item below that of a level. */
int tl__import_add_part(tl__import *job, tl__import_level *level, tl_item_spec *spec, int64_t *item);
/* The level becomes that of an item. */
int tl__import_open(tl__import *job, tl__import_level *level, int64_t item, const char *title);
/* The entry that names the file, before the first one that refers to it. */
int tl__import_begin(tl__import *job);

#endif
