/* synonym.c - the commands synonym add and list. */
#include "command.h"
#include "error.h"
#include "output.h"

int synonym_add(struct cli *cli)
{
    int status = status_of(cli, tl_synonym_add(cli->book, cli->words[0], cli->words[1]));
    if (status != EXIT_DONE)
        return status;
    return print_result(cli, cli->words[0], cli->json ? json_pack("{s:s, s:s}", "heading", cli->words[0], "name", cli->words[1]) : NULL);
}

int synonym_list(struct cli *cli)
{
    static const struct layout layout = { { "heading", "name", "entry" }, "heading", NULL, 0 };
    tl_cursor *cursor = NULL;
    int result = tl_synonyms(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}
