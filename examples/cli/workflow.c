/* workflow.c - the commands workflow list, show. */
#include "command.h"
#include "error.h"
#include "output.h"

int workflow_list(struct cli *cli)
{
    static const struct layout layout = { { "name", "title", "moves", "evidence", "second_party", "notice_days" }, "title", NULL, 0 };
    tl_cursor *cursor = NULL;
    int result = tl_workflows(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int workflow_show(struct cli *cli)
{
    static const struct layout layout = { { "action", "from_state", "to_state", "by", "needs_note" }, NULL, NULL, 0 };
    tl_cursor *cursor = NULL;
    int result = tl_workflow_moves(cli->book, cli->words[0], &cursor);
    return print_rows(cli, result, cursor, &layout);
}
