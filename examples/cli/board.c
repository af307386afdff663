/* board.c - the command board: a line for each ledger or unit, with a bar of how far it is and the lights of what is open. */
#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "output.h"

#define BAR 20
#define CODE_MOST 20
#define NAME_MOST 24

/* The columns of the table: code, name, the bar, then the rate, the parts of it, the lights and overdue. */
enum { CODE, NAME, BAR_COLUMN, RATE, PARTS, LIGHT };
static const struct light {
    const char *column;
    int colour;
} lights[] = { { "red", 31 }, { "yellow", 33 }, { "blue", 34 }, { "green", 32 }, { "grey", 90 }, { "overdue", 31 } };
#define LIGHTS (sizeof lights / sizeof *lights)

static int speaks_utf8(void)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    int utf8 = locale && strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") == 0;
    if (locale)
        freelocale(locale);
    return utf8;
}

/* Full only when all is closed. */
static void table_bar(struct table *table, int64_t closed, int64_t all, int utf8)
{
    char bar[3 * BAR + 1] = "";
    int64_t full = all > 0 ? closed * BAR / all : 0;
    for (int i = 0; i < BAR; i++)
        strcat(bar, i < full ? (utf8 ? "█" : "#") : (utf8 ? "░" : "."));
    table_cell(table, bar);
}

static struct table *begin_board(const struct cli *cli, const tl_cursor *cursor)
{
    struct table *table = table_new(stdout, LIGHT + LIGHTS, NAME);
    int colours = output_has_colours(stdout);
    table_column(table, CODE, CODE_MOST, 0);
    table_column(table, NAME, NAME_MOST, 0);
    for (size_t i = 0; i < LIGHTS; i++)
        table_column(table, LIGHT + i, 0, colours ? lights[i].colour : 0);
    table_cell(table, tl_column_label(cursor, CODE));
    table_cell(table, tl_column_label(cursor, NAME));
    table_cell(table, "");
    table_cell(table, tl_column_label(cursor, column_of(cursor, "completion")));
    table_cell(table, strcmp(cli->lang, "zh") == 0 ? "已销号/应销号" : "closed/to close");
    for (size_t i = 0; i < LIGHTS; i++)
        table_cell(table, tl_column_label(cursor, column_of(cursor, lights[i].column)));
    return table;
}

static void print_line(const struct cli *cli, struct table *table, const tl_cursor *cursor, int utf8)
{
    int64_t closed = tl_column_int(cursor, column_of(cursor, "closed"));
    int64_t all = tl_column_int(cursor, column_of(cursor, "total")) - tl_column_int(cursor, column_of(cursor, "cancelled"));
    const char *name = tl_column_text(cursor, NAME);
    char parts[50];
    snprintf(parts, sizeof parts, "%lld/%lld", (long long)closed, (long long)all);
    table_cell(table, tl_column_text(cursor, CODE));
    table_cell(table, name ? name : strcmp(cli->lang, "zh") == 0 ? "（无牵头单位）" : "(no lead unit)");
    table_bar(table, closed, all, utf8);
    table_cell(table, tl_column_text(cursor, column_of(cursor, "completion")));
    table_cell(table, parts);
    for (size_t i = 0; i < LIGHTS; i++)
        table_cell(table, tl_column_text(cursor, column_of(cursor, lights[i].column)));
}

static int print_board(const struct cli *cli, tl_cursor *cursor)
{
    int result = tl_next(cursor), utf8 = speaks_utf8();
    if (result != TL_ROW)
        return result == TL_DONE ? EXIT_DONE : status_of(cli, result);
    struct table *table = begin_board(cli, cursor);
    for (; result == TL_ROW && !ferror(stdout); result = tl_next(cursor))
        print_line(cli, table, cursor, utf8);
    int status = result == TL_DONE || result == TL_ROW ? EXIT_DONE : status_of(cli, result);
    return table_end(cli, table) == EXIT_DONE ? status : EXIT_SYSTEM;
}

int board_show(struct cli *cli)
{
    tl_cursor *cursor = NULL;
    int64_t ledger;
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    int result = tl_board(cli->book, cli->options.text[OPT_BY], ledger, &cursor);
    if (cli->json)
        return print_json_rows(cli, stdout, result, cursor);
    status = result == TL_OK ? print_board(cli, cursor) : status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}
