/* list.c - the commands list, due and mine: items by what is asked for, and those listed in a ledger from others. */
#include <stdlib.h>

#include "error.h"
#include "item.h"
#include "output.h"

static const struct layout layout = { { "ref", "title", "lead", "state", "due", "days_left", "light", "percent" }, "title", "no such item", 0 };

/* What every list takes: its ledger and unit, and which page. */
static int read_page(const struct cli *cli, tl_item_query *query)
{
    int status = option_number(cli, OPT_LIMIT, &query->limit);
    if (status == EXIT_DONE)
        status = word_ledger(cli, &query->ledger);
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_UNIT, &query->unit);
    return status == EXIT_DONE ? option_item(cli, OPT_AFTER, &query->after) : status;
}

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
    query->actor = text[OPT_POSTED_BY];
    query->order = text[OPT_ORDER];
    query->below = text[OPT_SUB_UNITS] != NULL;
    if (query->role && !text[OPT_UNIT])
        return fail(cli, EXIT_USAGE, "--role says in which role the unit of --unit is assigned; give --unit, too");
    if (query->below && !text[OPT_UNIT])
        return fail(cli, EXIT_USAGE, "--sub-units says that the units below that of --unit count, too; give --unit");
    int status = read_page(cli, query);
    return status == EXIT_DONE ? option_item(cli, OPT_PARENT, &query->parent) : status;
}

/* What is listed in a ledger from elsewhere is a list by itself, without filters. */
static int list_listed(struct cli *cli)
{
    static const struct layout listed = { { "ref", "home", "title", "lead", "state", "due", "days_left", "light", "percent" }, "title",
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
    return print_rows(cli, result, cursor, &listed);
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
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_value_spec *values = NULL;
    tl_cursor *cursor = NULL;
    if (cli->options.text[OPT_LISTED])
        return list_listed(cli);
    int status = read_query(cli, &query);
    if (status == EXIT_DONE)
        status = option_pairs(cli, OPT_FIELD, &values, &query.value_count);
    query.values = values;
    if (status != EXIT_DONE) {
        free(values);
        return status;
    }
    int result = tl_items(cli->book, &query, &cursor);
    free(values);
    if (!cli->json)
        item_tell_calendar(cli);
    status = print_rows(cli, result, cursor, &layout);
    if (status == EXIT_DONE && query.ledger)
        note_listed(cli, query.ledger);
    return status;
}

/* What is open, soonest first. */
static int print_open(struct cli *cli, tl_item_query *query)
{
    tl_cursor *cursor = NULL;
    query->state = "open";
    query->order = "due";
    int result = tl_items(cli->book, query, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int item_due(struct cli *cli)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    int64_t days = 7;
    char phrase[40];
    int status = cli->options.text[OPT_WITHIN] ? option_number(cli, OPT_WITHIN, &days) : EXIT_DONE;
    if (status == EXIT_DONE)
        status = read_page(cli, &query);
    if (status != EXIT_DONE)
        return status;
    snprintf(phrase, sizeof phrase, "%lld日内", (long long)days);
    query.due_before = phrase;
    return print_open(cli, &query);
}

int item_mine(struct cli *cli)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    if (!cli->options.text[OPT_UNIT])
        return fail(cli, EXIT_USAGE, "whose items? give --unit UNIT");
    int status = read_page(cli, &query);
    if (status != EXIT_DONE)
        return status;
    query.owed = 1;
    query.below = cli->options.text[OPT_SUB_UNITS] != NULL;
    return print_open(cli, &query);
}
