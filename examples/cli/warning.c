/* warning.c - the commands warn, warnings, escalation. When a warning is due, and which step comes next, are views of the book. */
#include "warning.h"

#include <string.h>

#include "error.h"
#include "output.h"

/* The same of what is due and of what was raised. */
static const struct layout due_layout = { { "ref", "level", "due", "lead", "title" }, "title", "no warning is due", 0 };

/* Is there a move to warn by in this workflow? 1, 0, or below 0 an error of the library. */
static int warns(const struct cli *cli, const char *workflow)
{
    tl_cursor *cursor = NULL;
    int found = 0, result = tl_workflow_moves(cli->book, workflow, &cursor);
    while (result >= 0 && !found && (result = tl_next(cursor)) == TL_ROW)
        found = strcmp(tl_column_text(cursor, column_of(cursor, "action")), "warn") == 0;
    tl_cursor_close(cursor);
    return result < 0 ? result : found;
}

int warning_note_silent(const struct cli *cli, int64_t ledger)
{
    tl_cursor *cursor = NULL;
    int result = tl_ledgers(cli->book, &cursor), warned = 1;
    while (result >= 0 && warned >= 0 && (result = tl_next(cursor)) == TL_ROW) {
        const char *workflow = tl_column_text(cursor, column_of(cursor, "workflow"));
        if (ledger && tl_column_int(cursor, column_of(cursor, "id")) != ledger)
            continue;
        warned = warns(cli, workflow);
        if (warned == 0)
            note("ledger %s is never warned of: its workflow %s has no move warn, and can't get one; define another with warn and acknowledge_warning "
                 "from each open state",
                tl_column_text(cursor, column_of(cursor, "code")), workflow);
    }
    tl_cursor_close(cursor);
    return warned < 0 ? status_of(cli, warned) : result < 0 ? status_of(cli, result) : EXIT_DONE;
}

/* The item that the first word is the REF of, and its ledger; else the ledger that the word names, and 0. */
static int read_target(const struct cli *cli, int64_t *ledger, int64_t *item)
{
    tl_item *copy = NULL;
    *item = 0;
    if (!cli->word_count || !strchr(cli->words[0], '/'))
        return word_ledger(cli, ledger);
    if (cli->options.text[OPT_DRY_RUN])
        return fail(cli, EXIT_USAGE, "--dry-run is for a ledger; taskledger show %s tells the light of the item", cli->words[0]);
    int status = status_of(cli, tl_item_find(cli->book, cli->words[0], item));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_item_get(cli->book, *item, &copy));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledger_find(cli->book, copy->ledger, ledger));
    tl_free(copy);
    return status;
}

static int print_due(const struct cli *cli, int64_t ledger)
{
    tl_cursor *cursor = NULL;
    int result = tl_warnings_due(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &due_layout);
}

/* Raises what is due of one item, if anything is. */
static int raise_one(const struct cli *cli, int64_t ledger, int64_t item, int64_t *count)
{
    tl_posting posting = TL_POSTING_INIT;
    tl_cursor *cursor = NULL;
    char level[16] = "";
    int result = tl_warnings_due(cli->book, ledger, &cursor);
    while (result >= 0 && !*level && (result = tl_next(cursor)) == TL_ROW)
        if (tl_column_int(cursor, column_of(cursor, "item")) == item)
            snprintf(level, sizeof level, "%s", tl_column_text(cursor, column_of(cursor, "level")));
    *count = *level != '\0';
    posting.item = item;
    posting.action = "warn";
    posting.level = level;
    int status = result < 0 ? status_of(cli, result) : EXIT_DONE;
    tl_cursor_close(cursor);
    if (status == EXIT_DONE && *count)
        return status_of(cli, tl_post(cli->book, &posting, NULL));
    if (status == EXIT_DONE)
        note("no warning of %s is due", cli->words[0]);
    return status;
}

/* Raises them in a transaction that knows where the journal stands, so that it can be said which they were. item 0: all of the ledger. */
static int raise_all(const struct cli *cli, int64_t ledger, int64_t item, tl_warning_query *raised)
{
    tl_info info = TL_INFO_INIT;
    int status = status_of(cli, tl_begin(cli->book));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_book_info(cli->book, &info));
    if (status == EXIT_DONE)
        status = item ? raise_one(cli, ledger, item, &raised->limit) : status_of(cli, tl_warn(cli->book, ledger, &raised->limit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_commit(cli->book));
    raised->after = info.entries;
    return status;
}

int warning_raise(struct cli *cli)
{
    tl_warning_query raised = TL_WARNING_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int64_t ledger, item;
    int status = read_target(cli, &ledger, &item);
    if (status == EXIT_DONE)
        status = warning_note_silent(cli, ledger);
    if (status == EXIT_DONE && cli->options.text[OPT_DRY_RUN])
        return print_due(cli, ledger);
    if (status == EXIT_DONE)
        status = raise_all(cli, ledger, item, &raised);
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
