/* sheet_merge.c (L4) - the merged cells of a sheet. They stand behind its rows, so the sheet is read once for them alone; how wide it is comes out
 * by the way. */
#include "sheet_book.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { MERGES = 500000 };

int tl__place(const char *text, size_t *column, int64_t *row)
{
    size_t at = 0;
    *column = 0;
    *row = 0;
    for (; text[at] >= 'A' && text[at] <= 'Z' && at < 4; at++)
        *column = *column * 26 + (size_t)(text[at] - 'A') + 1;
    if (*column == 0)
        return 0;
    --*column;
    size_t digits = strspn(text + at, "0123456789");
    if (digits > 9)
        return 0;
    *row = strtoll(text + at, NULL, 10);
    return text[at + digits] == '\0' || text[at + digits] == ':';
}

/* Reads A1:C4; 0: it is none, or of one cell. */
static int read_range(const char *text, tl__merge *merge)
{
    const char *colon = text == NULL ? NULL : strchr(text, ':');
    if (colon == NULL || !tl__place(text, &merge->first_column, &merge->first_row) || !tl__place(colon + 1, &merge->last_column, &merge->last_row))
        return 0;
    return merge->first_row > 0 && merge->first_row <= merge->last_row && merge->first_column <= merge->last_column &&
           (merge->first_row < merge->last_row || merge->first_column < merge->last_column) && merge->last_column < TL__SHEET_COLUMNS;
}

static void add(tl__xml *xml, tl__merges *merges, const tl__merge *merge)
{
    tl__sheet *sheet = xml->zip->sheet;
    if (merges->count == MERGES) {
        xml->result = tl__error_set(sheet->error, TL_EINVAL, "import.size", "%s has more than %d merged cells in a sheet", sheet->path, MERGES);
        return;
    }
    if (merges->count == merges->room) {
        tl__merge *all = sqlite3_realloc64(merges->all, (merges->room * 2 + 64) * sizeof *all);
        if (all == NULL) {
            xml->result = tl__sheet_memory(sheet);
            return;
        }
        merges->all = all;
        merges->room = merges->room * 2 + 64;
    }
    merges->all[merges->count++] = *merge;
}

typedef struct merge_job {
    tl__merges *merges;
    size_t column; /* of the next cell that does not say its own */
} merge_job;

static void on_start(tl__xml *xml, const char *name, const char **attributes)
{
    merge_job *job = xml->arg;
    tl__merge merge;
    int64_t row;
    if (strcmp(name, "row") == 0)
        job->column = 0;
    if (strcmp(name, "mergeCell") == 0 && read_range(tl__xml_attribute(attributes, "ref"), &merge))
        add(xml, job->merges, &merge);
    if (strcmp(name, "c") != 0)
        return;
    const char *place = tl__xml_attribute(attributes, "r");
    size_t column = job->column;
    if (place != NULL)
        tl__place(place, &column, &row);
    job->column = column + 1;
    if (column < TL__SHEET_COLUMNS && column >= job->merges->width)
        job->merges->width = column + 1;
}

static int by_row(const void *one, const void *other)
{
    const tl__merge *a = one, *b = other;
    if (a->first_row != b->first_row)
        return a->first_row < b->first_row ? -1 : 1;
    return a->first_column < b->first_column ? -1 : a->first_column > b->first_column;
}

int tl__merges_read(tl__merges *merges, tl__zip *zip, const char *part)
{
    merge_job job = { .merges = merges };
    tl__xml xml = { .zip = zip, .start = on_start, .arg = &job };
    int result = tl__xml_read(&xml, part);
    if (merges->count > 1)
        qsort(merges->all, merges->count, sizeof *merges->all, by_row);
    return result;
}

/* Takes in what begins up to the row, leaves out what ended above it, and counts the columns of the rest. */
static int cross(tl__merges *merges, tl__sheet *sheet, size_t *columns)
{
    size_t kept = 0;
    int64_t row = sheet->row.number;
    for (; merges->next < merges->count && merges->all[merges->next].first_row <= row; merges->next++) {
        if (merges->crossing_count == merges->crossing_room) {
            size_t *crossing = sqlite3_realloc64(merges->crossing, (merges->crossing_room * 2 + 16) * sizeof *crossing);
            if (crossing == NULL)
                return tl__sheet_memory(sheet);
            merges->crossing = crossing;
            merges->crossing_room = merges->crossing_room * 2 + 16;
        }
        merges->crossing[merges->crossing_count++] = merges->next;
    }
    for (size_t i = 0; i < merges->crossing_count; i++) {
        const tl__merge *merge = &merges->all[merges->crossing[i]];
        if (merge->last_row < row)
            continue;
        merges->crossing[kept++] = merges->crossing[i];
        *columns += merge->last_column - merge->first_column + 1;
    }
    merges->crossing_count = kept;
    return TL_OK;
}

static int mark(tl__sheet *sheet, const tl__merge *merge, size_t width)
{
    size_t end = merge->last_column + 1 < width ? merge->last_column + 1 : width;
    int result = tl__sheet_widen(sheet, end);
    for (size_t column = merge->first_column; result == TL_OK && column < end; column++) {
        tl__cell *cell = &sheet->row.cells[column];
        cell->merged = (sheet->row.number > merge->first_row ? TL__MERGED_ABOVE : 0) | (column > merge->first_column ? TL__MERGED_LEFT : 0);
    }
    return result;
}

int tl__merges_mark(tl__merges *merges, tl__sheet *sheet)
{
    size_t columns = 0;
    int result = cross(merges, sheet, &columns);
    if (result == TL_OK && columns > TL__SHEET_COLUMNS)
        result = tl__sheet_broken(sheet, "merged cells lie over one another in row %lld", (long long)sheet->row.number);
    for (size_t i = 0; result == TL_OK && i < merges->crossing_count; i++)
        result = mark(sheet, &merges->all[merges->crossing[i]], merges->width);
    return result;
}

void tl__merges_close(tl__merges *merges)
{
    tl_free(merges->all);
    tl_free(merges->crossing);
}
