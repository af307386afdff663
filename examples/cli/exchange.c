/* exchange.c - the commands export and restore. What files hold is the library's; here is the writing of one, so that whoever looks at
 * it finds the old one or the new one, whole. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "book.h"
#include "command.h"
#include "error.h"
#include "interrupt.h"
#include "output.h"

/* --------------------------------------------------------------------------------------------------------------------- export */

/* What is exported, and where to. */
struct table {
    tl_export_options options;
    FILE *out;
};

static int write_piece(const void *bytes, size_t count, void *out)
{
    return fwrite(bytes, 1, count, out) != count;
}

/* A stream in error is told by whoever gave it: what stopped the library is no finding of its own. */
static int export_to(struct cli *cli, struct table *table)
{
    int64_t rows = 0;
    table->options.rows = &rows;
    table->options.write = write_piece;
    table->options.arg = table->out;
    progress_begin(&cli->progress, "rows", &rows);
    int result = tl_export(cli->book, &table->options);
    progress_end(&cli->progress);
    if (ferror(table->out))
        return EXIT_DONE;
    int status = status_of(cli, result);
    return result == TL_ESTOP && interrupt_asked(NULL) ? EXIT_INTERRUPTED : status;
}

static int file_failure(const struct cli *cli, const char *path)
{
    return fail(cli, errno == ENOENT ? EXIT_NOT_FOUND : EXIT_SYSTEM, "can't write '%s': %s", path, strerror(errno));
}

/* A table must never take the place of a book, or of what SQLite keeps beside one: a slip of the hand would cost the record. */
static int is_book_file(const char *path)
{
    static const char *const companions[] = { "-wal", "-shm", "-journal" };
    char head[16] = "";
    FILE *file = fopen(path, "rb");
    size_t count = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    if (count == sizeof head && memcmp(head, "SQLite format 3", sizeof head) == 0)
        return 1;
    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) {
        size_t length = strlen(path), end = strlen(companions[i]);
        if (length > end && strcmp(path + length - end, companions[i]) == 0)
            return 1;
    }
    return 0;
}

/* A file being written beside the one that it is to replace. */
struct aside {
    char *path; /* the one to replace, links followed */
    char *name; /* of the new one; NULL: written in place, because path is no plain file */
    FILE *out;
};

static int aside_create(struct aside *aside, const struct stat *old)
{
    int fd = open(aside->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) {
        /* What lies there is not ours to remove. */
        free(aside->name);
        aside->name = NULL;
        return -1;
    }
    aside->out = fdopen(fd, "w");
    if (!aside->out) {
        close(fd);
        return -1;
    }
    return old ? fchmod(fd, old->st_mode & 07777) : 0;
}

static int aside_open(struct aside *aside, const char *path)
{
    struct stat old;
    int exists = stat(path, &old) == 0;
    aside->path = exists ? realpath(path, NULL) : strdup(path);
    if (!aside->path)
        return -1;
    if (exists && !S_ISREG(old.st_mode)) {
        aside->out = fopen(path, "w");
        return aside->out ? 0 : -1;
    }
    if (asprintf(&aside->name, "%s.tmp-%ld", aside->path, (long)getpid()) < 0) {
        aside->name = NULL;
        return -1;
    }
    return aside_create(aside, exists ? &old : NULL);
}

/* Puts the new file in the place of the old one, once it is safely written. */
static int aside_keep(struct aside *aside)
{
    if (fflush(aside->out) != 0 || ferror(aside->out))
        return -1;
    if (!aside->name)
        return 0;
    if (fsync(fileno(aside->out)) != 0 || rename(aside->name, aside->path) != 0)
        return -1;
    free(aside->name);
    aside->name = NULL;
    return 0;
}

static void aside_close(struct aside *aside)
{
    if (aside->out)
        fclose(aside->out);
    if (aside->name)
        unlink(aside->name);
    free(aside->name);
    free(aside->path);
}

static int export_aside(struct cli *cli, struct table *table, const char *path)
{
    struct aside aside = { NULL, NULL, NULL };
    if (is_book_file(path))
        return fail(cli, EXIT_USAGE, "'%s' is a book, or belongs to one; name another file for the table", path);
    /* Ctrl-C takes what was written aside with it. */
    interrupt_watch();
    int status = aside_open(&aside, path) == 0 ? EXIT_DONE : file_failure(cli, path);
    table->out = aside.out;
    if (status == EXIT_DONE)
        status = export_to(cli, table);
    if (status == EXIT_DONE && aside_keep(&aside) != 0)
        status = file_failure(cli, path);
    aside_close(&aside);
    return status;
}

int exchange_export(struct cli *cli)
{
    const char *path = cli->options.text[OPT_OUTPUT], *format = cli->options.text[OPT_FORMAT];
    struct table table = { TL_EXPORT_OPTIONS_INIT, stdout };
    int status = EXIT_DONE;
    table.options.format = format ? format : cli->json ? "json" : "csv";
    table.options.columns = cli->options.text[OPT_COLUMNS];
    table.options.bom = cli->options.text[OPT_BOM] || (strcmp(cli->lang, "zh") == 0 && strcmp(table.options.format, "csv") == 0);
    if (cli->word_count)
        status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &table.options.ledger));
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_UNIT, &table.options.unit);
    if (status != EXIT_DONE)
        return status;
    return !path || strcmp(path, "-") == 0 ? export_to(cli, &table) : export_aside(cli, &table, path);
}

/* -------------------------------------------------------------------------------------------------------------------- restore */

static int read_piece(void *bytes, size_t room, size_t *count, void *in)
{
    *count = fread(bytes, 1, room, in);
    return ferror((FILE *)in);
}

static int restore_from(struct cli *cli, FILE *in)
{
    tl_open_options opening = TL_OPEN_OPTIONS_INIT;
    tl_restore_options options = TL_RESTORE_OPTIONS_INIT;
    tl_info info = TL_INFO_INIT;
    int64_t rows = 0;
    opening.flags = TL_OPEN_READONLY;
    options.read = read_piece;
    options.arg = in;
    options.rows = &rows;
    int status = book_options(cli, &opening, NULL, 0);
    if (status != EXIT_DONE)
        return status;
    progress_begin(&cli->progress, "entries", &rows);
    int result = tl_restore(book_path(cli), &opening, &options, &cli->book);
    progress_end(&cli->progress);
    if (ferror(in))
        return fail(cli, EXIT_SYSTEM, "can't read '%s': %s", cli->words[0], strerror(errno));
    if (result == TL_EEXISTS)
        return fail(cli, EXIT_USAGE, "%s", tl_errmsg(cli->book));
    if (result == TL_EINVAL)
        return fail(cli, EXIT_DAMAGED, "%s: %s", cli->words[0], tl_errmsg(cli->book));
    status = status_of(cli, result);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_book_info(cli->book, &info));
    if (status != EXIT_DONE)
        return status;
    char text[80];
    snprintf(text, sizeof text, "%lld entries restored", (long long)info.entries);
    return print_result(cli, text, json_pack("{s:s, s:I}", "uid", info.uid, "entries", (json_int_t)info.entries));
}

int exchange_restore(struct cli *cli)
{
    const char *path = cli->words[0];
    if (strcmp(path, "-") == 0)
        return restore_from(cli, stdin);
    FILE *in = fopen(path, "rb");
    if (!in)
        return fail(cli, errno == ENOENT ? EXIT_NOT_FOUND : EXIT_SYSTEM, "can't read '%s': %s", path, strerror(errno));
    int status = restore_from(cli, in);
    fclose(in);
    return status;
}
