/* unit.c - the commands unit add, rename, retire, appoint, holders, list. */
#include "command.h"
#include "error.h"
#include "output.h"

int unit_add(struct cli *cli)
{
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    int64_t unit = 0;
    spec.code = cli->words[0];
    spec.name = cli->words[1];
    spec.kind = cli->options.text[OPT_KIND];
    spec.request = cli->options.text[OPT_REQUEST];
    int status = option_unit(cli, OPT_PARENT, &spec.parent);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_unit_add(cli->book, &spec, &unit));
    return status == EXIT_DONE ? print_code(cli, spec.code, unit) : status;
}

/* Prints the code of a unit that may have been named by its name. */
static int print_code_of(const struct cli *cli, int64_t unit)
{
    tl_cursor *cursor = NULL;
    int status = status_of(cli, tl_units(cli->book, &cursor)), result = TL_DONE;
    while (status == EXIT_DONE && (result = tl_next(cursor)) == TL_ROW && tl_column_int(cursor, column_of(cursor, "id")) != unit)
        ;
    if (status == EXIT_DONE)
        status = result == TL_ROW ? print_code(cli, tl_column_text(cursor, column_of(cursor, "code")), 0) : status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}

int unit_rename(struct cli *cli)
{
    int64_t unit = 0;
    int status = status_of(cli, tl_unit_find(cli->book, cli->words[0], &unit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_unit_rename(cli->book, unit, cli->words[1]));
    return status == EXIT_DONE ? print_code_of(cli, unit) : status;
}

int unit_retire(struct cli *cli)
{
    int64_t unit = 0;
    int status = status_of(cli, tl_unit_find(cli->book, cli->words[0], &unit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_unit_retire(cli->book, unit));
    return status == EXIT_DONE ? print_code_of(cli, unit) : status;
}

int unit_appoint(struct cli *cli)
{
    int64_t unit = 0;
    const char *officer = cli->word_count > 1 ? cli->words[1] : NULL;
    int status = status_of(cli, tl_unit_find(cli->book, cli->words[0], &unit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_unit_appoint(cli->book, unit, officer, cli->options.text[OPT_NOTE]));
    return status == EXIT_DONE ? print_code_of(cli, unit) : status;
}

int unit_holders(struct cli *cli)
{
    static const struct layout layout = { { "unit", "officer", "since", "until", "note" }, "note",
        "nobody was appointed yet; see taskledger unit appoint --help", 0 };
    tl_cursor *cursor = NULL;
    int64_t unit = 0;
    int status = cli->word_count ? status_of(cli, tl_unit_find(cli->book, cli->words[0], &unit)) : EXIT_DONE;
    if (status != EXIT_DONE)
        return status;
    int result = tl_unit_holders(cli->book, unit, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int unit_list(struct cli *cli)
{
    static const struct layout layout = { { "code", "name", "kind", "parent", "holder", "retired" }, "name",
        "no unit yet; add one with taskledger unit add CODE NAME", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_units(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}
