/* counter.c - the commands counters, pairs. What was counted and who is paired with whom are views of the book. */
#include <string.h>

#include "command.h"
#include "error.h"
#include "output.h"

static const char nothing[] = "no counter yet; taskledger ledger add CODE TITLE --template counters makes a ledger for them";

static int list_counters(const struct cli *cli, int64_t ledger)
{
    static const struct layout layout = { { "ref", "title", "figure", "actual", "target", "occurrences", "state" }, "title", nothing, 0 };
    tl_cursor *cursor = NULL;
    int result = tl_counters(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

static int list_periods(const struct cli *cli, int64_t ledger)
{
    static const struct layout layout = { { "ref", "title", "month", "unit", "total", "measure", "occurrences" }, "title", "nothing was counted yet", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_counter_periods(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

static int list_rates(const struct cli *cli, int64_t ledger)
{
    static const struct layout layout = { { "ref", "title", "rate", "numerator", "denominator", "denominator_ref" }, "title",
        "no counter names its denominator: taskledger amend REF --set denominator=NO", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_counter_rates(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int counter_list(struct cli *cli)
{
    const char *by = cli->options.text[OPT_BY];
    int64_t ledger;
    if (by && strcmp(by, "month") != 0)
        return fail(cli, EXIT_USAGE, "unknown --by '%s'; counters are summed up by month", by);
    if (by && cli->options.text[OPT_RATES])
        return fail(cli, EXIT_USAGE, "--by month and --rates are two lists; give one of them");
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    if (cli->options.text[OPT_RATES])
        return list_rates(cli, ledger);
    return by ? list_periods(cli, ledger) : list_counters(cli, ledger);
}

int pair_list(struct cli *cli)
{
    static const struct layout layout = { { "ref", "title", "mentor", "mentor_name", "mentee", "mentee_name", "since", "until", "state" }, "title",
        "no pair yet; a pair is an item with --mentor UNIT and --mentee UNIT", 0 };
    tl_cursor *cursor = NULL;
    int64_t ledger;
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    int result = tl_pairs(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}
