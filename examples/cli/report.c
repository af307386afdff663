/* report.c - the command stats. The figures and rates are views of the book; here is only which columns a table shows. */
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

static const struct report *find_report(const char *by)
{
    for (size_t i = 0; i < REPORTS; i++)
        if (strcmp(reports[i].by, by) == 0)
            return &reports[i];
    return NULL;
}

static int unknown_report(const struct cli *cli, const char *by)
{
    const char *names[REPORTS];
    for (size_t i = 0; i < REPORTS; i++)
        names[i] = reports[i].by;
    const char *nearest = tl_nearest(by, names, REPORTS);
    if (nearest)
        return fail(cli, EXIT_USAGE, "unknown --by '%s'; did you mean '%s'?", by, nearest);
    return fail(cli, EXIT_USAGE, "unknown --by '%s'; there are ledger, unit, state and month", by);
}

int report_stats(struct cli *cli)
{
    const char *given = cli->options.text[OPT_BY], *by = given ? given : "ledger";
    const struct report *report = find_report(by);
    tl_cursor *cursor = NULL;
    int64_t ledger = 0;
    if (!report)
        return unknown_report(cli, by);
    if (cli->word_count && strcmp(by, "unit") == 0)
        return fail(cli, EXIT_USAGE, "the figures of units are over all ledgers; leave '%s' out", cli->words[0]);
    int status = cli->word_count ? status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger)) : EXIT_DONE;
    if (status != EXIT_DONE)
        return status;
    int result = tl_summary(cli->book, by, ledger, &cursor);
    return print_rows(cli, result, cursor, &report->layout);
}
