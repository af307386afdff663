/* book.c - opening the book; the commands init, info, verify, checkpoint, backup. */
#define _GNU_SOURCE /* getlogin_r */
#include "book.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "file.h"
#include "output.h"

/* -------------------------------------------------------------------------------------------------------------------- opening */

static const char *option_or_environment(const struct cli *cli, enum option_id id, const char *variable)
{
    const char *text = cli->options.text[id];
    if (!text)
        text = getenv(variable);
    return text && (*text || cli->options.text[id]) ? text : NULL;
}

const char *book_path(const struct cli *cli)
{
    const char *path = option_or_environment(cli, OPT_BOOK, "TASKLEDGER_BOOK");
    return path ? path : "taskledger.db";
}

/* Who makes the entries: as said, else who is logged in, else the name of the user id. NULL: nobody can tell. */
static const char *actor_name(const struct cli *cli, char *login, size_t size)
{
    const char *actor = option_or_environment(cli, OPT_ACTOR, "TASKLEDGER_ACTOR");
    if (actor)
        return actor;
    if (getlogin_r(login, size) == 0 && *login)
        return login;
    const struct passwd *user = getpwuid(getuid());
    return user ? user->pw_name : NULL;
}

static int open_failure(const struct cli *cli, int result)
{
    if (result == TL_ENOTFOUND && cli->command->mode != BOOK_NONE)
        return fail(cli, EXIT_NOT_FOUND, "no book '%s'; make one with taskledger init, or name another with -b FILE", book_path(cli));
    /* The contract: making a book where a file is already is a mistake of usage. */
    if (result == TL_EEXISTS)
        return fail(cli, EXIT_USAGE, "'%s' exists already; a new book needs a new file", book_path(cli));
    return status_of(cli, result);
}

int book_options(struct cli *cli, tl_open_options *options, char *login, size_t size)
{
    options->lang = cli->lang;
    options->today = option_or_environment(cli, OPT_TODAY, "TASKLEDGER_TODAY");
    options->progress = progress_step;
    options->progress_arg = &cli->progress;
    if (options->flags & TL_OPEN_READONLY)
        return EXIT_DONE;
    options->actor = actor_name(cli, login, size);
    return options->actor ? EXIT_DONE : fail(cli, EXIT_USAGE, "who makes the entry? give -a NAME or set TASKLEDGER_ACTOR");
}

static int open_with(struct cli *cli, tl_open_options *options)
{
    char login[256];
    int status = book_options(cli, options, login, sizeof login);
    if (status != EXIT_DONE)
        return status;
    int result = tl_open(book_path(cli), options, &cli->book);
    if (result != TL_OK)
        return open_failure(cli, result);
    if (!(options->flags & TL_OPEN_READONLY) && *tl_warning(cli->book))
        warn(tl_warning(cli->book));
    return EXIT_DONE;
}

/* Puts the book of a past day in the place of the present one. */
static int go_back(struct cli *cli, const char *day)
{
    tl_book *past = NULL;
    int status = status_of(cli, tl_book_as_of(cli->book, day, &past));
    if (status != EXIT_DONE) {
        tl_close(past);
        return status;
    }
    tl_close(cli->book);
    cli->book = past;
    return status_of(cli, tl_set_lang(past, cli->lang));
}

/* Whoever only tends the book makes no entry and migrates nothing; where that can't be, the book is read as ever. */
static int open_to_tend(struct cli *cli, tl_open_options *options)
{
    options->flags = TL_OPEN_NOMIGRATE;
    options->lang = cli->lang;
    options->today = option_or_environment(cli, OPT_TODAY, "TASKLEDGER_TODAY");
    if (tl_open(book_path(cli), options, &cli->book) == TL_OK)
        return EXIT_DONE;
    tl_close(cli->book);
    cli->book = NULL;
    options->flags = TL_OPEN_READONLY;
    return open_with(cli, options);
}

int book_open(struct cli *cli)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    const char *day = cli->options.text[OPT_AS_OF];
    options.flags = cli->command->mode == BOOK_WRITE ? 0 : TL_OPEN_READONLY;
    int status = cli->command->mode == BOOK_TEND && !day ? open_to_tend(cli, &options) : open_with(cli, &options);
    return status == EXIT_DONE && day ? go_back(cli, day) : status;
}

int book_init(struct cli *cli)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    tl_info info = TL_INFO_INIT;
    options.flags = TL_OPEN_CREATE | TL_OPEN_NEW | (cli->options.text[OPT_GIVEN_CLOCK] ? TL_OPEN_GIVEN_CLOCK : 0);
    options.title = cli->options.text[OPT_TITLE];
    options.utc_offset = cli->options.text[OPT_UTC_OFFSET];
    int status = open_with(cli, &options);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_book_info(cli->book, &info));
    if (status != EXIT_DONE)
        return status;
    json_t *object = json_pack("{s:o, s:s}", "path", path_object(info.path), "uid", info.uid);
    return print_result(cli, info.path, object);
}

/* ------------------------------------------------------------------------------------------------------------------- info */

static void print_count(const char *label, int64_t count)
{
    printf("%s: %lld\n", label, (long long)count);
}

static void print_info(const tl_info *info)
{
    print_field("title", info->title);
    print_field("uid", info->uid);
    print_field("path", info->path);
    print_count("format", info->format);
    print_field("clock", info->given_clock ? "given: entries take their time from --today" : "real");
    print_field("UTC offset", info->utc_offset);
    print_field("journal mode", info->journal_mode);
    print_field("today", info->today);
    print_count("units", info->units);
    print_count("ledgers", info->ledgers);
    print_count("items", info->items);
    print_count("entries", info->entries);
    print_count("sealed", info->sealed);
}

static json_t *info_object(const tl_info *info)
{
    return json_pack("{s:s?, s:s, s:o, s:i, s:b, s:s, s:s, s:s, s:I, s:I, s:I, s:I, s:I}", "title", info->title, "uid", info->uid, "path",
        path_object(info->path), "format", info->format, "given_clock", info->given_clock, "utc_offset", info->utc_offset, "journal_mode", info->journal_mode,
        "today", info->today, "units", (json_int_t)info->units, "ledgers", (json_int_t)info->ledgers, "items", (json_int_t)info->items, "entries",
        (json_int_t)info->entries, "sealed", (json_int_t)info->sealed);
}

int book_info(struct cli *cli)
{
    tl_info info = TL_INFO_INIT;
    int status = status_of(cli, tl_book_info(cli->book, &info));
    if (status != EXIT_DONE)
        return status;
    if (cli->json)
        return print_result(cli, NULL, info_object(&info));
    print_info(&info);
    return EXIT_DONE;
}

/* --------------------------------------------------------------------------------------------------------------------- trust */

/* The checkpoints of --against: a file of them, or - for what comes in. */
static int read_checkpoints(const struct cli *cli, char **text)
{
    const char *path = cli->options.text[OPT_AGAINST];
    *text = NULL;
    return path ? file_read(cli, path, "checkpoints", text) : EXIT_DONE;
}

struct findings {
    const struct cli *cli;
    json_t *list;
    int errors, notes;
};

static int take_finding(const tl_finding *finding, void *arg)
{
    struct findings *findings = arg;
    *(finding->note ? &findings->notes : &findings->errors) += 1;
    if (findings->cli->json)
        return json_array_append_new(findings->list, finding_object(finding)) != 0;
    char *message = output_clean(finding->message);
    printf("%s %s, %s", finding->note ? "note" : "error", finding->rule, finding->place ? finding->place : "book");
    if (finding->row)
        printf(" %lld", (long long)finding->row);
    printf(": %s\n", message ? message : "");
    free(message);
    return 0;
}

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

static int print_verdict(const struct findings *findings, int ok)
{
    const struct cli *cli = findings->cli;
    tl_info info = TL_INFO_INIT;
    if (cli->json) {
        print_result(cli, NULL, json_pack("{s:b, s:O}", "ok", ok, "findings", findings->list));
        return ok ? EXIT_DONE : EXIT_DAMAGED;
    }
    if (!ok) {
        printf("not verified: %d finding%s\n", findings->errors, plural(findings->errors));
        return EXIT_DAMAGED;
    }
    int status = status_of(cli, tl_book_info(cli->book, &info));
    if (status != EXIT_DONE)
        return status;
    printf("verified: %lld entr%s, no finding", (long long)info.entries, info.entries == 1 ? "y" : "ies");
    if (findings->notes)
        printf(", %d note%s", findings->notes, plural(findings->notes));
    putchar('\n');
    return EXIT_DONE;
}

int book_verify(struct cli *cli)
{
    struct findings findings = { cli, NULL, 0, 0 };
    char *against;
    int status = read_checkpoints(cli, &against);
    if (status != EXIT_DONE)
        return status;
    findings.list = json_array();
    int result = tl_verify(cli->book, against, take_finding, &findings);
    if (result == TL_OK || ((result == TL_ECHAIN || result == TL_ECORRUPT) && findings.errors))
        status = print_verdict(&findings, result == TL_OK);
    else
        status = status_of(cli, result);
    json_decref(findings.list);
    free(against);
    return status;
}

static json_t *checkpoint_object(const char *line)
{
    char uid[64], digest[128], time[64];
    long long seq;
    if (sscanf(line, "%63s %lld %127s %63s", uid, &seq, digest, time) != 4)
        return NULL;
    return json_pack("{s:s, s:I, s:s, s:s}", "uid", uid, "seq", (json_int_t)seq, "digest", digest, "time", time);
}

int book_checkpoint(struct cli *cli)
{
    char *line;
    int status = status_of(cli, tl_checkpoint(cli->book, &line));
    if (status != EXIT_DONE)
        return status;
    status = print_result(cli, line, cli->json ? checkpoint_object(line) : NULL);
    tl_free(line);
    return status;
}

int book_backup(struct cli *cli)
{
    const char *path = cli->words[0];
    int result = tl_backup(cli->book, path);
    if (result == TL_EEXISTS) /* as with init: a file in the way is no rule of the book */
        return fail(cli, EXIT_USAGE, "%s", tl_errmsg(cli->book));
    int status = status_of(cli, result);
    return status == EXIT_DONE ? print_result(cli, path, cli->json ? json_pack("{s:o}", "path", path_object(path)) : NULL) : status;
}
