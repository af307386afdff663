/* calendar.c - the commands calendar set and list. Importing a calendar is done where other files are: import.c. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "output.h"

int calendar_set(struct cli *cli)
{
    tl_calendar_spec spec = TL_CALENDAR_SPEC_INIT;
    spec.day = cli->words[0];
    spec.kind = cli->words[1];
    spec.title = cli->options.text[OPT_TITLE];
    spec.source = cli->options.text[OPT_SOURCE];
    int status = status_of(cli, tl_calendar_set(cli->book, &spec));
    return status == EXIT_DONE ? print_result(cli, spec.day, cli->json ? json_pack("{s:s, s:s}", "day", spec.day, "kind", spec.kind) : NULL) : status;
}

int calendar_list(struct cli *cli)
{
    static const struct layout years = { { "year", "holidays", "workdays", "source" }, "source",
        "no calendar yet: working days are Monday to Friday; import one with taskledger calendar import FILE", 0 };
    static const struct layout days = { { "day", "kind", "title", "source" }, "source", "the calendar has no day of this year", 0 };
    tl_cursor *cursor = NULL;
    int year = 0;
    if (cli->word_count > 0) {
        const char *word = cli->words[0];
        if (strlen(word) != 4 || strspn(word, "0123456789") != 4 || *word == '0')
            return fail(cli, EXIT_USAGE, "'%s' is no year; write 2023", word);
        year = atoi(word);
    }
    int result = tl_calendar(cli->book, year, &cursor);
    return print_rows(cli, result, cursor, year ? &days : &years);
}
