/* report.c - the commands stats, with its check, and scorecard. The figures and rates are views of the book; here is only which columns a table shows. Rates
 * and their parts, periods, and what is not by ledger, unit, state or month come from tl_statistics. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "output.h"

static const struct report {
    const char *by;
    struct layout layout;
} reports[] = {
    { "ledger", { { "ledger", "total", "closed", "open", "standing", "suspended", "cancelled", "completion", "on_time", "on_time_rate", "overdue",
                      "open_with_due", "overdue_rate", "red", "yellow", "blue" },
                    NULL, "no ledger yet", 0 } },
    { "unit", { { "unit", "name", "items", "led", "closed", "open", "standing", "cancelled", "completion", "on_time", "on_time_rate", "overdue",
                    "open_with_due", "overdue_rate", "returned", "urged" },
                  NULL, "no unit is assigned to anything yet", 0 } },
    { "state", { { "ledger", "state", "total" }, NULL, "no item yet", 0 } },
    { "month", { { "ledger", "month", "total", "closed", "on_time", "overdue" }, NULL, "no item has a due date yet", 0 } },
};
#define REPORTS (sizeof reports / sizeof *reports)

#define PARTS                                                                                                                                                  \
    "total", "cancelled", "closed", "completion", "on_time", "on_time_rate", "overdue", "open_with_due", "overdue_rate", "extended", "dated",                  \
        "extension_rate", "returned", "reviewed", "return_rate", "reopened", "finished", "reopening_rate", "average_days"
static const struct report rates[] = {
    { "ledger", { { "ledger", PARTS }, NULL, "no item yet", 0 } },
    { "unit", { { "unit", "name", PARTS }, NULL, "no item yet", 0 } },
    { "unit-tree", { { "unit", "name", PARTS }, NULL, "no item yet", 0 } },
    { "state", { { "state", "total" }, NULL, "no item yet", 0 } },
    { "month", { { "month", PARTS }, NULL, "no item yet", 0 } },
    { "risk", { { "risk", PARTS }, NULL, "no item yet", 0 } },
    { "all", { { PARTS }, NULL, "no item yet", 0 } },
};
#define RATES (sizeof rates / sizeof *rates)

static const struct report *find_report(const struct report *from, size_t count, const char *by)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(from[i].by, by) == 0)
            return &from[i];
    return NULL;
}

static int unknown_report(const struct cli *cli, const char *by)
{
    const char *names[RATES];
    for (size_t i = 0; i < RATES; i++)
        names[i] = rates[i].by;
    const char *nearest = tl_nearest(by, names, RATES);
    if (nearest)
        return fail(cli, EXIT_USAGE, "unknown --by '%s'; did you mean '%s'?", by, nearest);
    return fail(cli, EXIT_USAGE, "unknown --by '%s'; there are ledger, unit, unit-tree, state, month, risk and all", by);
}

static int print_rates(struct cli *cli, const struct report *report)
{
    tl_statistic_query query = TL_STATISTIC_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int status = word_ledger(cli, &query.ledger);
    if (status != EXIT_DONE)
        return status;
    query.by = report->by;
    query.from = cli->options.text[OPT_FROM];
    query.to = cli->options.text[OPT_TO];
    int result = tl_statistics(cli->book, &query, &cursor);
    return print_rows(cli, result, cursor, &report->layout);
}

struct differences {
    const struct cli *cli;
    json_t *list;
    int count;
};

static int take_difference(const tl_finding *finding, void *arg)
{
    struct differences *found = arg;
    found->count++;
    if (found->cli->json)
        return json_array_append_new(found->list, finding_object(finding)) != 0;
    char *message = output_clean(finding->message);
    printf("%s: %s\n", finding->place, message ? message : "");
    free(message);
    return 0;
}

static int print_check(const struct differences *found, int64_t sums)
{
    if (found->cli->json)
        print_result(found->cli, NULL, json_pack("{s:b, s:I, s:O}", "ok", found->count == 0, "sums", (json_int_t)sums, "findings", found->list));
    else if (found->count)
        printf("not consistent: %d of %lld sums\n", found->count, (long long)sums);
    else
        printf("consistent: %lld sums\n", (long long)sums);
    return found->count ? EXIT_RULE : EXIT_DONE;
}

/* All statistics of the book are looked at, so nothing else says which. */
static int check_statistics(struct cli *cli)
{
    static const enum option_id others[] = { OPT_BY, OPT_RATES, OPT_FROM, OPT_TO };
    struct differences found = { cli, NULL, 0 };
    int64_t sums;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cli->options.text[others[i]])
            return fail(cli, EXIT_USAGE, "--check looks at all statistics; leave --%s out", option_rows[others[i]].name);
    if (cli->word_count)
        return fail(cli, EXIT_USAGE, "--check looks at all ledgers; leave '%s' out", cli->words[0]);
    found.list = json_array();
    int result = tl_statistics_check(cli->book, take_difference, &found, &sums);
    int status = result == TL_OK || (result == TL_ECORRUPT && found.count) ? print_check(&found, sums) : status_of(cli, result);
    json_decref(found.list);
    return status;
}

int report_stats(struct cli *cli)
{
    const char *given = cli->options.text[OPT_BY], *by = given ? given : "ledger";
    const struct report *report = find_report(reports, REPORTS, by), *rated = find_report(rates, RATES, by);
    tl_cursor *cursor = NULL;
    int64_t ledger = 0;
    if (cli->options.text[OPT_CHECK])
        return check_statistics(cli);
    if (!rated)
        return unknown_report(cli, by);
    if (!report || cli->options.text[OPT_RATES] || cli->options.text[OPT_FROM] || cli->options.text[OPT_TO])
        return print_rates(cli, rated);
    if (cli->word_count && strcmp(by, "unit") == 0)
        return fail(cli, EXIT_USAGE, "these figures of units are over all ledgers; leave '%s' out, or ask for --rates", cli->words[0]);
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    int result = tl_summary(cli->book, by, ledger, &cursor);
    return print_rows(cli, result, cursor, &report->layout);
}

static int list_deductions(struct cli *cli, int64_t unit, int64_t ledger)
{
    static const struct layout layout = { { "ref", "title", "reason", "times", "points", "entry" }, "title", "no points are off", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_deductions(cli->book, unit, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int report_scorecard(struct cli *cli)
{
    static const struct layout layout = { { "unit", "name", "led", "points", "score" }, NULL, "no unit is in the lead of anything yet", 0 };
    tl_cursor *cursor = NULL;
    int64_t ledger = 0, unit = 0;
    int status = word_ledger(cli, &ledger);
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_UNIT, &unit);
    if (status != EXIT_DONE)
        return status;
    if (unit != 0)
        return list_deductions(cli, unit, ledger);
    int result = tl_scorecard(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}
