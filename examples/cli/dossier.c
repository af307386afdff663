/* dossier.c - the command dossier: one item as a folder of its own. */
#include <stdlib.h>

#include "command.h"
#include "error.h"
#include "output.h"

struct findings {
    const struct cli *cli;
    json_t *list; /* for --json */
};

static int take_finding(const tl_finding *finding, void *arg)
{
    const struct findings *findings = arg;
    if (findings->cli->json)
        return json_array_append_new(findings->list, finding_object(finding)) != 0;
    warn(finding->message);
    return 0;
}

static int write_folder(const struct cli *cli, const tl_dossier_options *options, json_t *findings)
{
    int64_t missing = 0;
    int result = tl_dossier(cli->book, options, &missing);
    if (result == TL_EEXISTS) /* as with backup: what is in the way is no rule of the book */
        return fail(cli, EXIT_USAGE, "%s", tl_errmsg(cli->book));
    int status = status_of(cli, result);
    if (status == EXIT_DONE)
        status = print_result(cli, options->path,
            cli->json ? json_pack("{s:o, s:I, s:O}", "path", path_object(options->path), "missing", (json_int_t)missing, "findings", findings) : NULL);
    return status == EXIT_DONE && missing > 0 ? EXIT_DAMAGED : status;
}

int dossier_write(struct cli *cli)
{
    tl_dossier_options options = TL_DOSSIER_OPTIONS_INIT;
    struct findings findings = { cli, json_array() };
    options.path = cli->options.text[OPT_OUTPUT];
    options.on_finding = take_finding;
    options.arg = &findings;
    int status = options.path ? EXIT_DONE : fail(cli, EXIT_USAGE, "a dossier needs a folder to be written: -o DIR");
    if (status == EXIT_DONE)
        status = status_of(cli, tl_item_find(cli->book, cli->words[0], &options.item));
    if (status == EXIT_DONE)
        status = write_folder(cli, &options, findings.list);
    json_decref(findings.list);
    return status;
}
