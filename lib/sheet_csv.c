/* sheet_csv.c (L4) - rows of a CSV or TSV text, read in pieces. libcsv takes the quoting apart; here the delimiter is found out, lines are
 * counted, and what would not fit into memory is refused. */
#include "sheet_reader.h"

#include <csv.h>
#include <sqlite3.h>
#include <string.h>

enum { GROWTH = 4096, LOOK = 50 /* rows that tell the delimiter */ };

typedef struct csv_state {
    struct csv_parser parser;
    char chunk[TL__SHEET_CHUNK];
    size_t at, end; /* of what is left of the chunk */
    int at_end;     /* of the text */
    int finished;   /* the parser knows of it */
    int in_row, row_ended;
    int result; /* of the cells of the row */
    char last;  /* the byte before, for the two of a CRLF are one line's end */
    int64_t line;
} csv_state;

/* For libcsv. A cell that outgrows its limit gets no more room; fail_parser tells that from memory being out. */
static void *grow(void *old, size_t size)
{
    return size > TL__SHEET_CELL + 1 ? NULL : sqlite3_realloc64(old, size);
}

static int fill(tl__sheet *sheet, csv_state *csv)
{
    csv->at = csv->end = 0;
    while (csv->end + 16 <= sizeof csv->chunk) {
        size_t got;
        int result = tl__text_read(&sheet->text, csv->chunk + csv->end, sizeof csv->chunk - csv->end, &got);
        if (result != TL_OK)
            return result;
        csv->end += got;
        csv->at_end = got == 0;
        if (got == 0)
            break;
    }
    return TL_OK;
}

/* -------------------------------------------------------------------------------------------------------------------------- delimiter */

/* How well a delimiter fits: how many rows have as many of it as most rows have, and how many that are. Quoted text is passed over. */
static size_t fitness(const char *text, size_t count, char delimiter)
{
    size_t found[LOOK], rows = 0, here = 0, best = 0;
    int quoted = 0;
    for (size_t i = 0; i < count && rows < LOOK; i++) {
        quoted ^= text[i] == '"';
        here += !quoted && text[i] == delimiter;
        if ((!quoted && (text[i] == '\n' || text[i] == '\r')) || i + 1 == count) {
            found[rows] = here;
            rows += here > 0;
            here = 0;
        }
    }
    for (size_t i = 0; i < rows; i++) {
        size_t same = 0;
        for (size_t j = 0; j < rows; j++)
            same += found[j] == found[i];
        if (same * 1000 + (found[i] < 999 ? found[i] : 999) > best)
            best = same * 1000 + (found[i] < 999 ? found[i] : 999);
    }
    return best;
}

/* A first line sep=; says it for some spreadsheet programs, and is no row. */
static char find_delimiter(csv_state *csv)
{
    static const char delimiters[] = ",\t;";
    char best = ',';
    size_t best_fitness = 0;
    if (csv->end > 5 && memcmp(csv->chunk, "sep=", 4) == 0 && strchr(delimiters, csv->chunk[4]) != NULL && strchr("\r\n", csv->chunk[5]) != NULL) {
        csv->at = 5;
        return csv->chunk[4];
    }
    for (const char *at = delimiters; *at != '\0'; at++) {
        size_t fits = fitness(csv->chunk, csv->end, *at);
        if (fits > best_fitness) {
            best_fitness = fits;
            best = *at;
        }
    }
    return best;
}

/* ----------------------------------------------------------------------------------------------------------------------- open and close */

static int open_csv(tl__sheet *sheet)
{
    csv_state *csv = sqlite3_malloc64(sizeof *csv);
    if (csv == NULL)
        return tl__sheet_memory(sheet);
    memset(csv, 0, sizeof *csv);
    sheet->state = csv;
    csv->line = 1;
    csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_realloc_func(&csv->parser, grow);
    csv_set_free_func(&csv->parser, sqlite3_free);
    csv_set_blk_size(&csv->parser, GROWTH);
    tl__source_forget(&sheet->source);
    int result = tl__sheet_list(sheet, "", NULL, 0);
    if (result == TL_OK)
        result = tl__sheet_choose(sheet);
    if (result == TL_OK)
        result = fill(sheet, csv);
    csv_set_delim(&csv->parser, sheet->reader == &tl__tsv_reader ? (unsigned char)'\t' : (unsigned char)find_delimiter(csv));
    if (csv_get_delim(&csv->parser) == '\t')
        sheet->reader = &tl__tsv_reader;
    return result;
}

static void close_csv(tl__sheet *sheet)
{
    csv_state *csv = sheet->state;
    csv_free(&csv->parser);
    tl_free(csv);
}

/* --------------------------------------------------------------------------------------------------------------------------------- rows */

/* libcsv calls these two: at the end of each cell, and of each row. */
static void on_cell(void *bytes, size_t length, void *arg)
{
    tl__sheet *sheet = arg;
    csv_state *csv = sheet->state;
    if (csv->result == TL_OK)
        csv->result = tl__sheet_put(sheet, sheet->row.count, TL__CELL_TEXT, bytes, length);
}

static void on_row(int end, void *arg)
{
    (void)end;
    ((csv_state *)((tl__sheet *)arg)->state)->row_ended = 1;
}

static int fail_parser(tl__sheet *sheet, csv_state *csv)
{
    if (csv->result != TL_OK)
        return csv->result;
    if (csv_error(&csv->parser) != CSV_EPARSE && csv_get_buffer_size(&csv->parser) <= TL__SHEET_CELL)
        return tl__sheet_memory(sheet);
    if (csv_error(&csv->parser) != CSV_EPARSE)
        return tl__error_set(
            sheet->error, TL_EINVAL, "import.size", "a cell has more than %d bytes (is a quotation mark missing?); the rest was not read", TL__SHEET_CELL);
    if (csv->finished)
        return tl__error_set(sheet->error, TL_EINVAL, "import.quote", "a quotation mark is opened in this row and never closed");
    return tl__error_set(sheet->error, TL_EINVAL, "import.quote",
        "a quotation mark is out of place at line %lld; write a cell that has some in quotation marks, each of its own twice; the rest was not read",
        (long long)csv->line);
}

/* 1 if libcsv makes no row of it. */
static int is_blank(csv_state *csv, const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strchr(" \t\r\n", bytes[i]) == NULL || bytes[i] == '\0' || bytes[i] == (char)csv_get_delim(&csv->parser))
            return 0;
    return 1;
}

/* Gives libcsv one line, or what the chunk holds of it: so no row ends but at the end of what it was given, and its line is known. */
static int feed(tl__sheet *sheet, csv_state *csv)
{
    const char *from = csv->chunk + csv->at;
    size_t count = 0;
    while (count < csv->end - csv->at) {
        char byte = from[count++];
        if (byte == '\n' || byte == '\r')
            break;
    }
    if (!csv->in_row && !is_blank(csv, from, count)) {
        csv->in_row = 1;
        sheet->row.number = csv->line;
    }
    if (csv_parse(&csv->parser, from, count, on_cell, on_row, sheet) != count)
        return fail_parser(sheet, csv);
    for (size_t i = 0; i < count; i++) {
        csv->line += from[i] == '\r' || (from[i] == '\n' && csv->last != '\r');
        csv->last = from[i];
    }
    csv->at += count;
    return csv->result;
}

static int finish(tl__sheet *sheet, csv_state *csv)
{
    csv->finished = 1;
    return csv_fini(&csv->parser, on_cell, on_row, sheet) == 0 ? csv->result : fail_parser(sheet, csv);
}

static int next_csv(tl__sheet *sheet)
{
    csv_state *csv = sheet->state;
    int result = TL_OK;
    csv->in_row = csv->row_ended = 0;
    csv->result = TL_OK;
    while (result == TL_OK && !csv->row_ended) {
        if (csv->at < csv->end)
            result = feed(sheet, csv);
        else if (!csv->at_end)
            result = fill(sheet, csv);
        else if (!csv->finished)
            result = finish(sheet, csv);
        else
            return TL_DONE;
    }
    return result == TL_OK ? TL_ROW : result;
}

const tl__sheet_reader tl__csv_reader = { "csv", "line", open_csv, next_csv, close_csv, NULL };
const tl__sheet_reader tl__tsv_reader = { "tsv", "line", open_csv, next_csv, close_csv, NULL };
