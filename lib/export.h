/* export.h (L4) - what the formats of tl_export share: the bytes on their way to the caller. Each format is one function in a file of its own,
 * export_csv.c, export_json.c …; export.c knows them by name. */
#ifndef TL_EXPORT_H
#define TL_EXPORT_H

#include "cursor.h"

typedef struct tl__export {
    tl_book *book;
    tl_export_options options; /* every member, whatever version of the struct the caller has */
    tl__buffer out;            /* what the caller was not given yet */
    int result;                /* the first failure of writing: what comes after it goes nowhere */
} tl__export;

/* Writes text, or count bytes. What fails is kept in to->result, so that a format asks once a row. */
void tl__export_text(tl__export *to, const char *text);
void tl__export_bytes(tl__export *to, const char *bytes, size_t count);
/* The same with sqlite3_snprintf's formats. */
void tl__export_format(tl__export *to, const char *format, ...);

/* The rows of the table, with the columns chosen; and what stands in it, in the handle's language: in English the names of SQL. */
int tl__export_rows(tl__export *to, tl_cursor **cursor);
const char *tl__export_heading(const tl__export *to, const tl_cursor *cursor, int column);
const char *tl__export_cell(const tl__export *to, const tl_cursor *cursor, int column); /* never NULL */
/* One row more was written. */
void tl__export_count(tl__export *to);
/* The next row, which is counted. TL_ROW · TL_DONE · an error, that of writing too. */
int tl__export_next(tl__export *to, tl_cursor *cursor);

/* A format: writes the whole of it. TL_OK or an error, its words set. */
typedef int (*tl__export_fn)(tl__export *to);
int tl__export_csv(tl__export *to);
int tl__export_json(tl__export *to);
int tl__export_ics(tl__export *to);
int tl__export_xlsx(tl__export *to);
int tl__export_html(tl__export *to);
int tl__export_jsonl(tl__export *to);
int tl__export_md(tl__export *to);

#endif
