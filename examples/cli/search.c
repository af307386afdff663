/* search.c - the command search: items by words, how many they are, and the upkeep of the index. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "output.h"

/* The words of the command line as one text. free() it. */
static char *join_words(const struct cli *cli)
{
    size_t room = 1;
    for (int i = 0; i < cli->word_count; i++)
        room += strlen(cli->words[i]) + 1;
    char *text = calloc(room, 1);
    for (int i = 0; text && i < cli->word_count; i++) {
        strcat(text, i ? " " : "");
        strcat(text, cli->words[i]);
    }
    return text;
}

static int tend_index(const struct cli *cli, int what)
{
    if (cli->word_count > 0)
        return fail(cli, EXIT_USAGE, "the index is dropped or rebuilt without searching; leave '%s' out", cli->words[0]);
    if (cli->options.text[OPT_DROP_INDEX] && cli->options.text[OPT_REBUILD_INDEX])
        return fail(cli, EXIT_USAGE, "give one of --drop-index and --rebuild-index");
    return status_of(cli, tl_search_index(cli->book, what));
}

static int read_query(const struct cli *cli, tl_search_query *query)
{
    const char *ledger = cli->options.text[OPT_LEDGER];
    int status = option_number(cli, OPT_LIMIT, &query->limit);
    if (status == EXIT_DONE && ledger)
        status = status_of(cli, tl_ledger_find(cli->book, ledger, &query->ledger));
    return status == EXIT_DONE ? option_item(cli, OPT_AFTER, &query->after) : status;
}

static int print_count(const struct cli *cli, const tl_search_query *query)
{
    char line[32];
    int64_t count = 0;
    int status = status_of(cli, tl_search_count(cli->book, query, &count));
    if (status != EXIT_DONE)
        return status;
    snprintf(line, sizeof line, "%lld", (long long)count);
    return print_result(cli, line, cli->json ? json_pack("{s:I}", "count", (json_int_t)count) : NULL);
}

static int print_items(const struct cli *cli, const tl_search_query *query)
{
    static const struct layout layout = { { "ref", "title", "lead", "state", "due", "light", "found_in", "found" }, "title", "no such item", 0 };
    tl_cursor *cursor = NULL;
    int result = tl_search(cli->book, query, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int search_items(struct cli *cli)
{
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    if (cli->options.text[OPT_DROP_INDEX])
        return tend_index(cli, TL_SEARCH_DROP);
    if (cli->options.text[OPT_REBUILD_INDEX])
        return tend_index(cli, TL_SEARCH_REBUILD);
    int status = read_query(cli, &query);
    if (status != EXIT_DONE)
        return status;
    char *text = join_words(cli);
    if (!text)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    query.text = text;
    status = cli->options.text[OPT_COUNT_ONLY] ? print_count(cli, &query) : print_items(cli, &query);
    free(text);
    return status;
}
