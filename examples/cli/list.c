/* list.c - the command list: items by what is asked for, and those listed in a ledger from others. */
#include "error.h"
#include "item.h"
#include "output.h"

static int read_query(const struct cli *cli, tl_item_query *query)
{
    const char *const *text = cli->options.text;
    query->state = text[OPT_STATE];
    query->role = text[OPT_ROLE];
    query->light = text[OPT_LIGHT];
    query->risk = text[OPT_RISK];
    query->due_before = text[OPT_DUE_BEFORE];
    query->due_after = text[OPT_DUE_AFTER];
    query->text = text[OPT_TEXT];
    query->officer = text[OPT_OFFICER];
    if (query->role && !text[OPT_UNIT])
        return fail(cli, EXIT_USAGE, "--role says in which role the unit of --unit is assigned; give --unit, too");
    int status = option_number(cli, OPT_LIMIT, &query->limit);
    if (status == EXIT_DONE && cli->word_count > 0)
        status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &query->ledger));
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_UNIT, &query->unit);
    if (status == EXIT_DONE)
        status = option_item(cli, OPT_PARENT, &query->parent);
    return status == EXIT_DONE ? option_item(cli, OPT_AFTER, &query->after) : status;
}

/* What is listed in a ledger from elsewhere is a list by itself, without filters. */
static int list_listed(struct cli *cli)
{
    static const struct layout layout = { { "ref", "home", "title", "lead", "state", "due", "days_left", "light", "percent" }, "title",
        "no item of another ledger is listed there", 0 };
    const option_set taken = OPT_BIT(OPT_LISTED) | OPT_BIT(OPT_AS_OF) | OPT_OF_ALL;
    tl_cursor *cursor = NULL;
    int64_t ledger = 0;
    for (int id = 0; id < OPT_COUNT; id++)
        if (cli->options.text[id] && !(OPT_BIT(id) & taken))
            return fail(cli, EXIT_USAGE, "--listed shows all that is listed there; leave --%s out", option_rows[id].name);
    int status = cli->word_count ? status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger)) : EXIT_DONE;
    if (status != EXIT_DONE)
        return status;
    int result = tl_listings(cli->book, ledger, 0, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

/* 1 if a cursor has a row, which is closed here; else 0. */
static int has_row(int result, tl_cursor *cursor)
{
    int found = result == TL_OK && tl_next(cursor) == TL_ROW;
    tl_cursor_close(cursor);
    return found;
}

/* A ledger without items of its own may list those of others. */
static void note_listed(const struct cli *cli, int64_t ledger)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor = NULL;
    query.ledger = ledger;
    query.limit = 1;
    int result = tl_items(cli->book, &query, &cursor);
    if (result != TL_OK || has_row(result, cursor))
        return;
    result = tl_listings(cli->book, ledger, 0, &cursor);
    if (has_row(result, cursor))
        note("no item is at home in %s; those of other ledgers that are listed there: taskledger list %s --listed", cli->words[0], cli->words[0]);
}

int item_list(struct cli *cli)
{
    static const struct layout layout = { { "ref", "title", "lead", "state", "due", "days_left", "light", "percent" }, "title", "no such item", 0 };
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor = NULL;
    if (cli->options.text[OPT_LISTED])
        return list_listed(cli);
    int status = read_query(cli, &query);
    if (status != EXIT_DONE)
        return status;
    int result = tl_items(cli->book, &query, &cursor);
    if (!cli->json)
        item_tell_calendar(cli);
    status = print_rows(cli, result, cursor, &layout);
    if (status == EXIT_DONE && query.ledger)
        note_listed(cli, query.ledger);
    return status;
}
