/* datum.c - the commands of the one table: datum add, list, use; fill, correct, form. */
#include "command.h"
#include "error.h"
#include "output.h"

int datum_add(struct cli *cli)
{
    tl_datum_spec spec = TL_DATUM_SPEC_INIT;
    int64_t seq = 0;
    spec.code = cli->words[0];
    spec.title = cli->words[1];
    spec.type = cli->options.text[OPT_TYPE];
    spec.choices = cli->options.text[OPT_CHOICES];
    spec.source = cli->options.text[OPT_SOURCE];
    spec.request = cli->options.text[OPT_REQUEST];
    int status = status_of(cli, tl_datum_add(cli->book, &spec, &seq));
    return status == EXIT_DONE ? print_code(cli, spec.code, seq) : status;
}

int datum_list(struct cli *cli)
{
    static const struct layout layout = { { "code", "title", "type", "choices", "listed_in", "source" }, "title",
        "no datum yet; add one with taskledger datum add CODE TITLE --type T", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_data(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int datum_use(struct cli *cli)
{
    int64_t ledger = 0;
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_datum_use(cli->book, ledger, cli->words[1]));
    return status == EXIT_DONE ? print_code(cli, cli->words[0], 0) : status;
}

/* UNIT DATUM PERIOD VALUE [NOTE]: what was given, read back as one line. */
static int post_filling(const struct cli *cli, int (*post)(tl_book *book, const tl_filling *filling, int64_t *seq))
{
    tl_filling filling = TL_FILLING_INIT;
    int64_t seq = 0;
    char **words = cli->words;
    filling.datum = words[1];
    filling.period = words[2];
    filling.value = words[3];
    filling.note = cli->word_count > 4 ? words[4] : NULL;
    filling.request = cli->options.text[OPT_REQUEST];
    int status = status_of(cli, tl_unit_find(cli->book, words[0], &filling.unit));
    if (status == EXIT_DONE)
        status = status_of(cli, post(cli->book, &filling, &seq));
    if (status != EXIT_DONE)
        return status;
    char line[512];
    snprintf(line, sizeof line, "%s %s %s", words[0], words[1], words[2]);
    return print_result(
        cli, line, cli->json ? json_pack("{s:s, s:s, s:s, s:I}", "unit", words[0], "datum", words[1], "period", words[2], "seq", (json_int_t)seq) : NULL);
}

int datum_fill(struct cli *cli)
{
    return post_filling(cli, tl_fill);
}

int datum_correct(struct cli *cli)
{
    return post_filling(cli, tl_correct);
}

int datum_form(struct cli *cli)
{
    static const struct layout layout = { { "period", "unit", "name", "datum", "title", "value", "filled_on", "filled_by", "corrected" }, "title",
        "nothing is filled in yet; see taskledger fill --help", 0 };
    tl_cursor *cursor = NULL;
    int64_t ledger = 0;
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    if (status != EXIT_DONE)
        return status;
    int result = tl_form(cli->book, ledger, cli->options.text[OPT_PERIOD], &cursor);
    return print_rows(cli, result, cursor, &layout);
}
