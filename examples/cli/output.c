/* output.c - tables aligned by display width (a Chinese character is two columns wide), JSON and CSV. */
#include "output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include "error.h"

#define TABLE_COLUMNS 24
#define TABLE_BLOCK 1000 /* rows whose widths are looked at together */
#define TABLE_GAP 2
#define FLEX_LEAST 10
#define REPLACEMENT 0xFFFD

/* ------------------------------------------------------------------------------------------------------------- text for one line */

/* Text that grows. */
struct text {
    char *bytes;
    size_t length, room;
    int failed;
};

static void text_add(struct text *text, const char *bytes, size_t length)
{
    if (text->length + length + 1 > text->room) {
        size_t room = 2 * text->room + length + 64;
        char *more = realloc(text->bytes, room);
        if (!more) {
            text->failed = 1;
            return;
        }
        text->bytes = more;
        text->room = room;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

static int steers_terminal(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* Reads the next character; *length gets its bytes, also where they are no UTF-8. */
static utf8proc_int32_t next_character(const char *bytes, size_t *length)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)bytes, -1, &c);
    *length = taken > 0 ? (size_t)taken : 1;
    return taken > 0 ? c : REPLACEMENT;
}

/* Adds a text without what a terminal would obey; returns its width. */
static int text_add_clean(struct text *text, const char *bytes)
{
    int width = 0;
    for (size_t length; *bytes; bytes += length) {
        utf8proc_int32_t c = next_character(bytes, &length);
        if (c != REPLACEMENT && steers_terminal(c)) {
            text_add(text, " ", 1);
            width++;
            continue;
        }
        text_add(text, c == REPLACEMENT ? "\xEF\xBF\xBD" : bytes, c == REPLACEMENT ? 3 : length);
        width += utf8proc_charwidth(c);
    }
    return width;
}

char *output_clean(const char *bytes)
{
    struct text text = { NULL, 0, 0, 0 };
    text_add(&text, "", 0);
    text_add_clean(&text, bytes);
    if (!text.failed)
        return text.bytes;
    free(text.bytes);
    return NULL;
}

int output_width(const char *bytes)
{
    int width = 0;
    for (size_t length; *bytes; bytes += length)
        width += utf8proc_charwidth(next_character(bytes, &length));
    return width;
}

/* ---------------------------------------------------------------------------------------------------------------------- tables */

struct cell {
    size_t at; /* where its text begins in the block's */
    int width;
};

struct table {
    FILE *out;
    size_t columns;
    int flex, terminal; /* terminal: its width, 0 where out is none */
    int headed;         /* the block with the heading has been printed */
    int failed;
    int widths[TABLE_COLUMNS], most[TABLE_COLUMNS], colours[TABLE_COLUMNS];
    struct text text;
    struct cell *cells;
    size_t count;
};

static int terminal_width(FILE *out)
{
    struct winsize size;
    int fd = fileno(out);
    if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

struct table *table_new(FILE *out, size_t columns, int flex)
{
    struct table *table = calloc(1, sizeof *table);
    if (!table)
        return NULL;
    table->cells = calloc(columns * TABLE_BLOCK, sizeof *table->cells);
    if (!table->cells) {
        free(table);
        return NULL;
    }
    table->out = out;
    table->columns = columns;
    table->flex = flex;
    table->terminal = flex >= 0 ? terminal_width(out) : 0;
    return table;
}

int output_has_colours(FILE *out)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(fileno(out)) && (!no_color || !*no_color) && term && strcmp(term, "dumb") != 0;
}

void table_column(struct table *table, size_t column, int most, int colour)
{
    if (!table)
        return;
    table->most[column] = most;
    table->colours[column] = colour;
}

static const char *cell_text(const struct table *table, size_t row, size_t column)
{
    return table->text.bytes + table->cells[row * table->columns + column].at;
}

static int is_number(const char *text)
{
    text += *text == '-';
    size_t digits = strspn(text, "0123456789");
    if (digits == 0)
        return 0;
    text += digits;
    return *text == '\0' || (*text == '.' && text[1] && strspn(text + 1, "0123456789") == strlen(text + 1));
}

/* Numbers stand to the right: columns in which there is nothing else. */
static int is_number_column(const struct table *table, size_t column, size_t rows)
{
    for (size_t row = table->headed ? 0 : 1; row < rows; row++) {
        const char *text = cell_text(table, row, column);
        if (*text && !is_number(text))
            return 0;
    }
    return 1;
}

static void measure(struct table *table, size_t rows)
{
    int total = 0;
    for (size_t column = 0; column < table->columns; column++) {
        for (size_t row = 0; row < rows; row++) {
            int width = table->cells[row * table->columns + column].width;
            if (width > table->widths[column])
                table->widths[column] = width;
        }
        if (table->most[column] && table->widths[column] > table->most[column])
            table->widths[column] = table->most[column];
        total += table->widths[column] + (column ? TABLE_GAP : 0);
    }
    if (!table->terminal || total <= table->terminal)
        return;
    int left = table->widths[table->flex] - (total - table->terminal);
    table->widths[table->flex] = left > FLEX_LEAST ? left : FLEX_LEAST;
}

/* As much of a text as fits, with … for the rest; returns the columns it took. */
static int print_cut(FILE *out, const char *text, int width)
{
    int used = 0;
    for (size_t length; *text; text += length) {
        int next = utf8proc_charwidth(next_character(text, &length));
        if (used + next >= width)
            break;
        fwrite(text, 1, length, out);
        used += next;
    }
    fputs("…", out);
    return used + 1;
}

/* Blanks are held back until something follows them, so that no line ends in blanks. */
static void print_cell(const struct table *table, size_t row, size_t column, int right, int *blanks)
{
    const char *text = cell_text(table, row, column);
    int width = table->widths[column], printed = table->cells[row * table->columns + column].width;
    int colour = strcmp(text, "0") == 0 ? 0 : table->colours[column];
    if (*text) {
        fprintf(table->out, "%*s", *blanks + (right ? width - printed : 0), "");
        *blanks = right ? 0 : width - printed;
        if (colour)
            fprintf(table->out, "\033[%dm", colour);
        if (printed > width)
            *blanks = width - print_cut(table->out, text, width);
        else
            fputs(text, table->out);
        fputs(colour ? "\033[0m" : "", table->out);
    } else {
        *blanks += width;
    }
    *blanks += TABLE_GAP;
}

static void print_block(struct table *table)
{
    int right[TABLE_COLUMNS];
    size_t rows = table->count / table->columns;
    measure(table, rows);
    for (size_t column = 0; column < table->columns; column++)
        right[column] = is_number_column(table, column, rows);
    for (size_t row = 0; row < rows; row++) {
        int blanks = 0;
        for (size_t column = 0; column < table->columns; column++)
            print_cell(table, row, column, right[column], &blanks);
        fputc('\n', table->out);
    }
    table->headed = 1;
    table->count = table->text.length = 0;
}

void table_cell(struct table *table, const char *text)
{
    if (!table || table->failed)
        return;
    struct cell *cell = &table->cells[table->count++];
    cell->at = table->text.length;
    cell->width = text_add_clean(&table->text, text ? text : "");
    text_add(&table->text, "", 1);
    table->failed = table->text.failed;
    if (!table->failed && table->count == table->columns * TABLE_BLOCK)
        print_block(table);
}

int table_end(const struct cli *cli, struct table *table)
{
    int failed = !table || table->failed;
    if (!failed && table->count)
        print_block(table);
    if (table) {
        free(table->text.bytes);
        free(table->cells);
        free(table);
    }
    return failed ? fail(cli, EXIT_SYSTEM, "out of memory") : EXIT_DONE;
}

/* --------------------------------------------------------------------------------------------------------------- rows of a cursor */

int column_of(const tl_cursor *cursor, const char *name)
{
    int count = tl_column_count(cursor);
    for (int column = 0; column < count; column++)
        if (strcmp(tl_column_name(cursor, column), name) == 0)
            return column;
    return -1;
}

static void print_hint(const char *nothing)
{
    if (nothing && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO))
        fprintf(stderr, "taskledger: %s\n", nothing);
}

static struct table *begin_table(const tl_cursor *cursor, const struct layout *layout, int *columns, size_t *count)
{
    int flex = -1;
    for (*count = 0; *count < TABLE_COLUMNS && layout->columns[*count]; ++*count) {
        columns[*count] = column_of(cursor, layout->columns[*count]);
        if (layout->flex && strcmp(layout->columns[*count], layout->flex) == 0)
            flex = (int)*count;
    }
    struct table *table = table_new(stdout, *count, flex);
    for (size_t i = 0; i < *count; i++)
        table_cell(table, tl_column_label(cursor, columns[i]));
    fputs(layout->apart ? "\n" : "", stdout);
    return table;
}

static int print_table_rows(const struct cli *cli, tl_cursor *cursor, const struct layout *layout)
{
    struct table *table = NULL;
    int columns[TABLE_COLUMNS], result = tl_next(cursor);
    size_t count;
    if (result == TL_DONE)
        print_hint(layout->nothing);
    if (result != TL_ROW)
        return result == TL_DONE ? EXIT_DONE : status_of(cli, result);
    table = begin_table(cursor, layout, columns, &count);
    for (; result == TL_ROW && !ferror(stdout); result = tl_next(cursor))
        for (size_t i = 0; i < count; i++)
            table_cell(table, tl_column_word(cursor, columns[i]));
    int status = result == TL_DONE || result == TL_ROW ? EXIT_DONE : status_of(cli, result);
    return table_end(cli, table) == EXIT_DONE ? status : EXIT_SYSTEM;
}

int print_rows(const struct cli *cli, int result, tl_cursor *cursor, const struct layout *layout)
{
    if (cli->json)
        return print_json_rows(cli, stdout, result, cursor);
    int status = result == TL_OK ? print_table_rows(cli, cursor, layout) : status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}

int print_json_rows(const struct cli *cli, FILE *out, int result, tl_cursor *cursor)
{
    const char *before = "[";
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW && !ferror(out)) {
        char *row;
        result = tl_row_json(cursor, &row);
        if (result != TL_OK)
            break;
        fprintf(out, "%s%s", before, row);
        before = ",\n ";
        tl_free(row);
    }
    int status = result == TL_DONE || result == TL_ROW ? EXIT_DONE : status_of(cli, result);
    if (status == EXIT_DONE)
        fputs(*before == '[' ? "[]\n" : "]\n", out);
    tl_cursor_close(cursor);
    return status;
}

/* ---------------------------------------------------------------------------------------------------------------------- a result */

int print_result(const struct cli *cli, const char *text, json_t *object)
{
    int failed = 0;
    if (!cli->json)
        puts(text);
    else
        failed = !object || json_dumpf(object, stdout, 0) != 0 || putchar('\n') == EOF;
    json_decref(object);
    /* A stream in error is told at the end of the run. */
    return failed && !ferror(stdout) ? fail(cli, EXIT_SYSTEM, "out of memory") : EXIT_DONE;
}

int print_code(const struct cli *cli, const char *code, int64_t seq)
{
    json_t *object = cli->json ? json_pack("{s:s}", "code", code) : NULL;
    if (object && seq)
        json_object_set_new(object, "seq", json_integer(seq));
    return print_result(cli, code, object);
}

json_t *path_object(const char *path)
{
    char *clean = output_clean(path);
    json_t *object = json_string(clean ? clean : "");
    free(clean);
    return object;
}

json_t *finding_object(const tl_finding *finding)
{
    /* The words may quote what lies in a damaged file: only UTF-8 can be JSON. */
    char *message = output_clean(finding->message), *place = output_clean(finding->place ? finding->place : "");
    json_t *object = json_pack("{s:b, s:s, s:s?, s:I, s:s?, s:s?}", "note", finding->note, "rule", finding->rule, "place", place, "row",
        (json_int_t)finding->row, "column", finding->column, "message", message);
    free(message);
    free(place);
    return object;
}

static void print_line(const char *before, const char *line, size_t length)
{
    char *copy = strndup(line, length);
    char *clean = copy ? output_clean(copy) : NULL;
    printf("%s%s\n", before, clean ? clean : "");
    free(clean);
    free(copy);
}

void print_field(const char *label, const char *value)
{
    if (!value || !*value)
        return;
    printf("%s: ", label);
    for (const char *before = ""; value; before = "    ") {
        size_t length = strcspn(value, "\n");
        size_t shown = length && value[length - 1] == '\r' ? length - 1 : length;
        print_line(before, value, shown);
        value = value[length] ? value + length + 1 : NULL;
    }
}
