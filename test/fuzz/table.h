/* table.h - for the fuzz targets of sheets: reads a table to its end, and sees that each cell keeps what lib/sheet.h says of it. */
#ifndef FUZZ_TABLE_H
#define FUZZ_TABLE_H

#include "fuzz.h"
#include "sheet.h"
#include "text.h"

#include <string.h>

typedef struct fuzz_bytes {
    const uint8_t *data;
    size_t size;
} fuzz_bytes;

/* Gives the bytes in pieces of odd lengths. */
static inline int fuzz_read(void *buffer, size_t room, size_t *count, void *arg)
{
    fuzz_bytes *from = arg;
    *count = from->size < 61 ? from->size : 61;
    *count = *count < room ? *count : room;
    memcpy(buffer, from->data, *count);
    from->data += *count;
    from->size -= *count;
    return 0;
}

static inline void fuzz_row(const tl__sheet_row *row)
{
    if (row->count > TL__SHEET_COLUMNS)
        abort();
    for (size_t i = 0; i < row->count; i++) {
        const tl__cell *cell = &row->cells[i];
        if (strlen(cell->text) != cell->length || !tl__is_utf8(cell->text) || cell->length > 3 * TL__SHEET_CELL)
            abort();
        if ((cell->length == 0) != (cell->kind == TL__CELL_EMPTY))
            abort();
    }
}

static inline void fuzz_sheet(const tl__sheet_options *options)
{
    static tl__error error;
    tl__sheet *sheet;
    tl__sheet_row *row;
    tl__error_clear(&error);
    int result = tl__sheet_open(&error, options, &sheet);
    if (result == TL_OK)
        while ((result = tl__sheet_next(sheet, &row)) == TL_ROW)
            fuzz_row(row);
    tl__sheet_close(sheet);
    if (result != TL_DONE && (result == TL_OK || error.message[0] == '\0'))
        abort();
}

#endif
