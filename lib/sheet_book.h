/* sheet_book.h (L4) - the parts of an .xlsx workbook: files in a zip archive (sheet_zip.c), XML taken apart tag by tag (sheet_xml.c), its texts
 * (sheet_string.c), number formats (sheet_style.c, sheet_number.c), merged cells (sheet_merge.c). */
#ifndef TL_SHEET_BOOK_H
#define TL_SHEET_BOOK_H

#include "sheet_reader.h"

/* -------------------------------------------------------------------------------------------------------------------------------- zip */

typedef struct tl__zip {
    tl__sheet *sheet;
    void *file; /* minizip's */
    const char *part;
    int open;              /* a part is */
    int64_t packed, taken; /* of the open part: bytes in the archive, and those unpacked so far */
    int64_t size;          /* of the open part, unpacked, as the archive says */
} tl__zip;

int tl__zip_open(tl__zip *zip, tl__sheet *sheet);
void tl__zip_close(tl__zip *zip);
/* 1 if the archive has the part. */
int tl__zip_has(tl__zip *zip, const char *part);
/* Opens a part to be read from its front, instead of the one that is open. The name has to stay as long. TL_EINVAL: it is not there, or not to be read. */
int tl__zip_start(tl__zip *zip, const char *part);
/* *count is 0 at the end, where the checksum is seen to. */
int tl__zip_read(tl__zip *zip, void *buffer, size_t room, size_t *count);

/* -------------------------------------------------------------------------------------------------------------------------------- XML */

/* A part of the workbook as tags. Names are given without their prefix; attributes as expat gives them. A callback sets result to end the reading,
 * or pause to have tl__xml_next return. */
typedef struct tl__xml {
    tl__zip *zip;
    void (*start)(struct tl__xml *xml, const char *name, const char **attributes);
    void (*end)(struct tl__xml *xml, const char *name);
    void (*text)(struct tl__xml *xml, const char *text, int length); /* in pieces; may be NULL */
    void *arg;
    int result, pause;
    void *parser; /* expat's */
    int64_t fed;
    int depth, paused, at_end;
    unsigned salt, names;      /* names: how many different ones there were, for expat keeps each */
    unsigned char named[8192]; /* a bit for each, by its hash */
} tl__xml;

/* xml has zip, the callbacks and arg; the rest is 0. */
int tl__xml_open(tl__xml *xml, const char *part);
/* Reads on: TL_ROW after a pause, TL_DONE at the end. */
int tl__xml_next(tl__xml *xml);
void tl__xml_close(tl__xml *xml);
/* Open, read to the end, close: TL_OK. */
int tl__xml_read(tl__xml *xml, const char *part);
/* An attribute by its name without the prefix; NULL: there is none. */
const char *tl__xml_attribute(const char **attributes, const char *name);
/* The same as a whole number; otherwise when there is none. */
int64_t tl__xml_number(const char **attributes, const char *name, int64_t otherwise);

/* Takes _x000D_ for what it stands for: a character that XML has no way to write. Returns the new length. */
size_t tl__xml_unescape(char *text, size_t length);

/* -------------------------------------------------------------------------------------------------------------------------------- texts */

/* The texts that cells share, by number: in a spool, for they may be many. */
typedef struct tl__strings {
    tl__spool bytes, offsets; /* offsets: where each ends, as int64_t */
    int64_t count;
    tl__buffer text; /* of the one read last */
} tl__strings;

int tl__strings_read(tl__strings *strings, tl__zip *zip, const char *part);
/* Text number index, good until the next call: *length bytes. */
int tl__strings_get(tl__strings *strings, tl__sheet *sheet, int64_t index, const char **text, size_t *length);
void tl__strings_close(tl__strings *strings);

/* ------------------------------------------------------------------------------------------------------------------------------ numbers */

/* What a number format makes of a number. */
typedef enum tl__number_form {
    TL__FORM_PLAIN,
    TL__FORM_PERCENT,
    TL__FORM_DAY,      /* 2023-06-30, also where the format leaves the year out */
    TL__FORM_DAY_TIME, /* 2023-06-30 14:30:00, without a time of day that is 0 */
    TL__FORM_TIME,     /* 14:30 or 14:30:05 */
    TL__FORM_MONTH,    /* 2023年6月: there is no day to be seen */
    TL__FORM_YEAR,     /* 2023年 */
    TL__FORM_ZEROS     /* 007: and so many digits more */
} tl__number_form;

/* The form of a format's code (yyyy"年"m"月"d"日"), or of a number below 164 that stands for one. */
int tl__number_form_of(const char *code);
int tl__number_form_built_in(int64_t id);
/* Writes a number, as the file has it, in a form. since_1904: days are counted from there. What is no number stays as it is. */
tl__cell_kind tl__number_write(const char *value, int form, int since_1904, char text[64]);

/* The forms of a workbook's styles. */
typedef struct tl__styles {
    int *forms; /* of each style that cells name */
    size_t count, room;
} tl__styles;

int tl__styles_read(tl__styles *styles, tl__zip *zip, const char *part);
void tl__styles_close(tl__styles *styles);

/* ------------------------------------------------------------------------------------------------------------------------------- merged */

typedef struct tl__merge {
    int64_t first_row, last_row; /* from 1 */
    size_t first_column, last_column;
} tl__merge;

/* The merged cells of a sheet, by their first row; and those of them that the present row crosses. */
typedef struct tl__merges {
    tl__merge *all;
    size_t count, room, next;
    size_t *crossing, crossing_count, crossing_room;
    size_t width; /* of the sheet: columns that have a cell */
} tl__merges;

/* Reads a sheet for what is merged, and how wide it is. */
int tl__merges_read(tl__merges *merges, tl__zip *zip, const char *part);
/* Marks the cells of sheet->row. Rows come in order. */
int tl__merges_mark(tl__merges *merges, tl__sheet *sheet);
void tl__merges_close(tl__merges *merges);

/* The column of a place such as AB12, from 0, and its row (0: none). 0: it is no place. */
int tl__place(const char *text, size_t *column, int64_t *row);

#endif
