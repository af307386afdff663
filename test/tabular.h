/* tabular.h - for the tests of sheets: a table as text, and small workbooks made from the XML of their parts. */
#ifndef TEST_TABULAR_H
#define TEST_TABULAR_H

#include "sheet.h"
#include "text.h"

/* What a table is read as: a row a line, "number: cell|cell", EMPTY as "", other cells than text with the first letter of their kind before
 * (n d p b e, ! is broken), merged ones with ^ < before that. At its end "DONE", or the
 * rule and words of the error. Good until the next call. */
const char *table_of(const tl__sheet_options *options);
/* The same of bytes in memory, which come a few at a time. */
const char *table_of_bytes(const char *bytes, size_t count, const char *format, const char *wanted);
const char *table_of_text(const char *text, const char *format);
/* What the last table was found to be: "csv UTF-8", and the sheets behind: "xlsx UTF-8 [任务] (隐藏)". */
const char *table_is(void);

typedef struct part {
    const char *name, *text;
    size_t repeat; /* 0: once. Otherwise: the text's @ stands for so many MiB of x */
} part;

/* Makes a zip archive of parts, up to one without a name; returns its path. */
const char *write_archive(const char *name, const part *parts);
/* Makes a workbook of one sheet by the XML of its rows and what stands behind them, its shared texts, and its styles; NULL: none. */
const char *write_workbook(const char *name, const char *rows, const char *behind, const char *strings, const char *styles);
/* The parts every workbook has. */
extern const part workbook_parts[4];

#endif
