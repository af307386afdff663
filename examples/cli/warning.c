/* warning.c - the commands warn, warnings, escalation. When a warning is due, and which step comes next, are views of the book. */
#include "command.h"
#include "error.h"
#include "output.h"

/* The same of what is due and of what was raised. */
static const struct layout due_layout = { { "ref", "level", "due", "lead", "title" }, "title", "no warning is due", 0 };

static int print_due(const struct cli *cli, int64_t ledger)
{
    tl_cursor *cursor = NULL;
    int result = tl_warnings_due(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &due_layout);
}

/* Raises them in a transaction that knows where the journal stands, so that it can be said which they were. */
static int raise_all(const struct cli *cli, int64_t ledger, tl_warning_query *raised)
{
    tl_info info = TL_INFO_INIT;
    int status = status_of(cli, tl_begin(cli->book));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_book_info(cli->book, &info));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_warn(cli->book, ledger, &raised->limit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_commit(cli->book));
    raised->after = info.entries;
    return status;
}

int warning_raise(struct cli *cli)
{
    tl_warning_query raised = TL_WARNING_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int64_t ledger;
    int status = word_ledger(cli, &ledger);
    if (status == EXIT_DONE && cli->options.text[OPT_DRY_RUN])
        return print_due(cli, ledger);
    if (status == EXIT_DONE)
        status = raise_all(cli, ledger, &raised);
    if (status != EXIT_DONE)
        return status;
    if (raised.limit == 0)
        raised.after = INT64_MAX; /* nothing */
    int result = tl_warnings(cli->book, &raised, &cursor);
    return print_rows(cli, result, cursor, &due_layout);
}

int warning_list(struct cli *cli)
{
    static const struct layout layout = { { "ref", "level", "due", "raised_on", "acknowledged_on", "acknowledged_by", "in_force", "lead", "title" }, "title",
        "no warning was raised; taskledger warn raises those that are due", 0 };
    tl_warning_query query = TL_WARNING_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int status = word_ledger(cli, &query.ledger);
    if (status != EXIT_DONE)
        return status;
    query.open = cli->options.text[OPT_OPEN] != NULL;
    int result = tl_warnings(cli->book, &query, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int warning_escalation(struct cli *cli)
{
    static const struct layout layout = { { "ref", "step", "lead", "officer", "level", "due", "days_left", "returned", "reds", "warned_on", "title" }, "title",
        "nothing to escalate", 0 };
    tl_cursor *cursor = NULL;
    int64_t ledger;
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    int result = tl_escalations(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}
