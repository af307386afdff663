/* main.c - taskledger, the thin command line over libtaskledger: options, the command, the book, the exit status. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "book.h"
#include "command.h"
#include "complete.h"
#include "error.h"
#include "help.h"
#include "manual.h"
#include "message.h"
#include "option.h"

/* A closed stdin, stdout or stderr would lend its number to the next file opened. Read-only, so that writing to it still fails. */
static void hold_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDONLY) < 0)
            _exit(EXIT_SYSTEM);
}

/* What only a whole program may decide, for it holds for all of it: one thread, no count of memory that nobody asks for, no file for what one
 * statement may have to undo. It takes a fifth off the instructions of a short command. */
static void set_up_sqlite(void)
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}

static const char *locale_lang(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *name = getenv(variables[i]);
        if (name && *name)
            return strncmp(name, "zh", 2) == 0 ? "zh" : "en";
    }
    return "en";
}

static int choose_lang(struct cli *cli)
{
    static const char *const langs[] = { "en", "zh" };
    const char *lang = cli->options.text[OPT_LANG];
    if (!lang)
        return EXIT_DONE;
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        if (strcmp(lang, langs[i]) == 0) {
            cli->lang = langs[i];
            return EXIT_DONE;
        }
    }
    return fail(cli, EXIT_USAGE, "unknown language '%s'; there are en and zh", lang);
}

/* Errors are told as JSON even when it is the options themselves that are wrong. */
static int asks_for_json(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--json") == 0)
            return 1;
    return 0;
}

/* And in the language asked for, where that is spelt right. */
static const char *asked_lang(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--lang=zh") == 0 || (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && strcmp(argv[i + 1], "zh") == 0))
            return "zh";
    return NULL;
}

static int print_version(void)
{
    int version = tl_version();
    printf("taskledger %d.%d.%d\n", version / 10000, version / 100 % 100, version % 100);
    return EXIT_DONE;
}

static int run_command(struct cli *cli)
{
    if (cli->word_count == 0)
        return fail(cli, EXIT_USAGE, "which command? usage: taskledger [OPTIONS] COMMAND [ARGS]; see taskledger --help");
    int status = command_find(cli);
    if (status == EXIT_DONE)
        status = command_check(cli);
    if (status == EXIT_DONE && cli->command->mode != BOOK_NONE)
        status = book_open(cli);
    return status == EXIT_DONE ? cli->command->run(cli) : status;
}

/* What the build and the shells' completion ask for; not in the help. -1: nothing of it. */
static int run_hidden(struct cli *cli, int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : "";
    if (strcmp(word, "--man") == 0)
        return manual_print();
    if (strcmp(word, "--commands") == 0)
        return manual_print_commands();
    return strcmp(word, "--complete") == 0 ? complete_print(cli, argc - 2, argv + 2) : -1;
}

static int run(struct cli *cli, int argc, char **argv)
{
    int hidden = run_hidden(cli, argc, argv);
    if (hidden >= 0)
        return hidden;
    const char *lang = asked_lang(argc, argv);
    cli->lang = lang ? lang : cli->lang;
    cli->json = asks_for_json(argc, argv);
    int status = options_read(cli, argc, argv);
    if (status == EXIT_DONE)
        status = choose_lang(cli);
    if (status != EXIT_DONE)
        return status;
    cli->json = cli->options.text[OPT_JSON] != NULL;
    if (cli->options.text[OPT_HELP])
        return help_print(cli);
    return cli->options.text[OPT_VERSION] ? print_version() : run_command(cli);
}

/* What was printed counts only when it has arrived: a full disk or a closed pipe is an error. */
static int finish_output(const struct cli *cli, int status)
{
    int failed = ferror(stdout);
    errno = 0;
    if (fclose(stdout) != 0 || failed) {
        int wrote = status == EXIT_DONE && cli->command && (cli->command->mode == BOOK_NONE || cli->command->mode == BOOK_WRITE);
        return fail(cli, EXIT_SYSTEM, "can't write the output: %s%s", errno ? strerror(errno) : message_said(cli, "the place it goes to is full or closed"),
            wrote ? message_said(cli, "; the entries themselves are stored") : "");
    }
    return status;
}

int main(int argc, char **argv)
{
    struct cli cli = { .lang = locale_lang() };
    hold_standard_streams();
    set_up_sqlite();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);    /* a file that may not grow is an error like a full disk */
    unsetenv("POSIXLY_CORRECT"); /* options stand anywhere on the line, whatever the environment says */
    int status = finish_output(&cli, run(&cli, argc, argv));
    tl_close(cli.book);
    options_free(&cli.options);
    return status;
}
