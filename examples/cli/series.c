/* series.c - the commands series add, end, list, show, run. Which periods there are, and what is to be made, are views of the book. */
#include "command.h"
#include "error.h"
#include "output.h"

int series_add(struct cli *cli)
{
    const char *const *text = cli->options.text;
    tl_series_spec spec = TL_SERIES_SPEC_INIT;
    int64_t series = 0;
    spec.code = cli->words[1];
    spec.title = cli->words[2];
    spec.cycle = text[OPT_CYCLE];
    spec.day = text[OPT_DAY];
    spec.from = text[OPT_FROM];
    spec.adjust = text[OPT_ADJUST];
    spec.detail = text[OPT_DETAIL];
    spec.request = text[OPT_REQUEST];
    if (!spec.cycle || !spec.day || !spec.from)
        return fail(cli, EXIT_USAGE, "a series needs --cycle, --day and --from, as in --cycle monthly --day 25 --from 2023-01");
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &spec.ledger));
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_LEAD, &spec.lead);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_series_add(cli->book, &spec, &series));
    return status == EXIT_DONE ? print_code(cli, spec.code, series) : status;
}

/* The series named by the first word; 0 without one. */
static int read_series(const struct cli *cli, int64_t *series)
{
    *series = 0;
    return cli->word_count ? status_of(cli, tl_series_find(cli->book, cli->words[0], series)) : EXIT_DONE;
}

int series_end(struct cli *cli)
{
    int64_t series;
    int status = read_series(cli, &series);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_series_end(cli->book, series, cli->words[1], cli->options.text[OPT_NOTE]));
    return status == EXIT_DONE ? print_code(cli, cli->words[0], 0) : status;
}

int series_list(struct cli *cli)
{
    static const struct layout layout = { { "series", "ledger", "title", "cycle", "day", "adjust", "lead", "first_period", "last_period", "made", "done",
                                              "late", "missed", "open" },
        "title", "no series yet; add one with taskledger series add LEDGER CODE TITLE", 0 };
    tl_cursor *cursor = NULL;
    int64_t ledger;
    int status = word_ledger(cli, &ledger);
    if (status != EXIT_DONE)
        return status;
    int result = tl_series(cli->book, ledger, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

int series_show(struct cli *cli)
{
    static const struct layout layout = { { "period", "starts_on", "ends_on", "due", "ref", "lead", "state", "completed_on", "outcome" }, NULL,
        "the series has no period within a year", 0 };
    tl_cursor *cursor = NULL;
    int64_t series;
    int status = read_series(cli, &series);
    if (status != EXIT_DONE)
        return status;
    int result = tl_series_periods(cli->book, series, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

/* Makes them in a transaction that knows where the journal stood, so that it can be said which they are. */
static int make_all(const struct cli *cli, int64_t series, tl_entry_query *made)
{
    tl_info info = TL_INFO_INIT;
    int status = status_of(cli, tl_begin(cli->book));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_book_info(cli->book, &info));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_series_run(cli->book, cli->options.text[OPT_TO], series, &made->limit));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_commit(cli->book));
    made->after = made->limit ? info.entries : INT64_MAX; /* nothing */
    return status;
}

/* A REF in each line. */
static int print_refs(const struct cli *cli, tl_cursor *cursor)
{
    int ref = column_of(cursor, "ref"), result;
    while ((result = tl_next(cursor)) == TL_ROW)
        puts(tl_column_text(cursor, ref));
    tl_cursor_close(cursor);
    return result == TL_DONE ? EXIT_DONE : status_of(cli, result);
}

int series_run(struct cli *cli)
{
    tl_entry_query made = TL_ENTRY_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int64_t series;
    made.action = "register";
    if (!cli->options.text[OPT_TO])
        return fail(cli, EXIT_USAGE, "say up to when: --to 2023-12-31");
    int status = read_series(cli, &series);
    if (status == EXIT_DONE)
        status = make_all(cli, series, &made);
    if (status != EXIT_DONE)
        return status;
    int result = tl_entries(cli->book, &made, &cursor);
    if (cli->json || result != TL_OK)
        return print_json_rows(cli, stdout, result, cursor);
    return print_refs(cli, cursor);
}
