/* import.h (L4) - the parts of tl_import_csv: a CSV file as rows of cells (csv.c; a header csv.h would hide libcsv's), and what people write
 * in a cell as the book writes it. */
#ifndef TL_IMPORT_H
#define TL_IMPORT_H

#include "book.h"

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

/* Takes the blanks off both ends, the full-width one, too. */
char *tl__trim(char *text);

/* The day that text writes: 2023-06-30, 2023/6/30, 2023.6.30, 2023年6月30日, full-width or not. 0: not understood, or no day of the calendar. */
int tl__read_day(const char *text, char day[11]);

/* The number that text writes with nothing but digits, points and minus signs, full-width or not. 0: none, or too long. */
int tl__read_number(const char *text, char *number, size_t room);

#endif
