/* output.h - all that is printed as a result: tables aligned by display width, lines "label: value", JSON and CSV. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <jansson.h>
#include <stddef.h>
#include <stdio.h>

#include "command.h"

/* Rows are gathered until the widths of a block of them are known; so a list of any length needs little memory. */
struct table;
/* flex: the column that is cut to fit where out is a terminal, or -1. NULL when memory is out, which the other functions allow. */
struct table *table_new(FILE *out, size_t columns, int flex);
/* Before the first cell: how wide a column is at most (0: any width) and the colour of its cells other than 0, as in the terminal's ESC[…m, or 0. */
void table_column(struct table *table, size_t column, int most, int colour);
/* The next cell, from left to right and row by row; the first row is the heading. NULL: empty. */
void table_cell(struct table *table, const char *text);
/* Prints what is left and frees the table. Returns an exit status. */
int table_end(const struct cli *cli, struct table *table);

/* Which columns of a cursor a table shows, by their SQL names. */
struct layout {
    const char *columns[24]; /* up to the first NULL */
    const char *flex;        /* the one that gives way on a narrow terminal, or NULL */
    const char *nothing;     /* hint for a terminal when there is no row, or NULL */
    int apart;               /* 1: an empty line before it */
};

/* Prints the rows of a cursor, with --json as an array of objects, else as a table. result is that of opening the cursor,
 * which is closed here. Returns an exit status. */
int print_rows(const struct cli *cli, int result, tl_cursor *cursor, const struct layout *layout);
/* The same as JSON whatever --json says, one row in a line. */
int print_json_rows(const struct cli *cli, FILE *out, int result, tl_cursor *cursor);

/* One line of text on stdout, or with --json the object, which is used up. Returns an exit status. */
int print_result(const struct cli *cli, const char *text, json_t *object);
/* The code of a unit or ledger, as JSON with the number of its entry where that is known (else 0). Returns an exit status. */
int print_code(const struct cli *cli, const char *code, int64_t seq);
/* A path is bytes, JSON is UTF-8: what is not is left out. */
json_t *path_object(const char *path);
/* A finding of verify, import or a dossier as a JSON object, or NULL. */
json_t *finding_object(const tl_finding *finding);
/* "label: value"; an empty value prints nothing; the further lines of one that has several are indented. */
void print_field(const char *label, const char *value);

/* A column of this SQL name, or -1. */
int column_of(const tl_cursor *cursor, const char *name);

/* A copy fit for one line of a terminal: control characters become blanks, what is not UTF-8 becomes U+FFFD. free() it. */
char *output_clean(const char *text);
/* Whether out shows colours: a terminal, not a dumb one, and NO_COLOR is not set. */
int output_has_colours(FILE *out);
/* How many columns of a terminal a text takes. */
int output_width(const char *text);

#endif
