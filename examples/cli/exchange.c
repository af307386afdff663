/* exchange.c - the commands import, export and restore. What files hold is the library's; here is the writing of one, so that whoever looks at
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
#include "output.h"

/* --------------------------------------------------------------------------------------------------------------------- import */

struct findings {
    const struct cli *cli;
    const char *path; /* as it was typed */
    json_t *list;     /* for --json all of them, else the notes */
};

/* What is to be imported: items into a ledger, or days into the calendar. */
struct import {
    const char *path;
    int64_t ledger;
    int (*run)(const struct import *import, struct findings *findings, int64_t *count);
    const char *noun;
};

static void print_finding(const char *path, int64_t row, const char *kind, const char *column, const char *message, const char *rule)
{
    char *where = output_clean(column ? column : ""), *words = output_clean(message);
    fprintf(stderr, "%s:%lld: %s%s%s%s [%s]\n", path, (long long)row, kind, where ? where : "", where && *where ? ": " : "", words ? words : "", rule);
    free(where);
    free(words);
}

static int take_finding(const tl_finding *finding, void *arg)
{
    const struct findings *findings = arg;
    if (findings->cli->json || finding->note)
        return json_array_append_new(findings->list, finding_object(finding)) != 0;
    print_finding(findings->path, finding->row, "", finding->column, finding->message, finding->rule);
    return 0;
}

static const char *text_at(const json_t *list, size_t index, const char *key)
{
    const char *text = json_string_value(json_object_get(json_array_get(list, index), key));
    return text ? text : "";
}

/* The columns of the notes from begin on that say the same; *end gets where others begin. free() it. */
static char *same_columns(const json_t *list, size_t begin, size_t *end)
{
    const char *message = text_at(list, begin, "message");
    char *columns = NULL;
    size_t length;
    FILE *out = open_memstream(&columns, &length);
    if (!out)
        return NULL;
    for (*end = begin; *end < json_array_size(list) && strcmp(text_at(list, *end, "message"), message) == 0; ++*end)
        fprintf(out, "%s%s", *end > begin ? ", " : "", text_at(list, *end, "column"));
    fclose(out);
    return columns;
}

/* A table that was exported brings many columns that are passed over: one line for all. */
static void print_notes(const struct findings *findings)
{
    const json_t *list = findings->list;
    for (size_t i = 0, end; i < json_array_size(list); i = end) {
        char *columns = same_columns(list, i, &end);
        if (!columns)
            return;
        int64_t row = json_integer_value(json_object_get(json_array_get(list, i), "row"));
        print_finding(findings->path, row, "note: ", columns, text_at(list, i, "message"), text_at(list, i, "rule"));
        free(columns);
    }
}

static int print_count(const struct cli *cli, const char *noun, int64_t count, json_t *findings)
{
    char text[80], key[16];
    snprintf(text, sizeof text, "%lld %s%s %s", (long long)count, noun, count == 1 ? "" : "s", cli->options.text[OPT_DRY_RUN] ? "would be added" : "added");
    snprintf(key, sizeof key, "%ss", noun);
    return print_result(cli, text, cli->json ? json_pack("{s:I, s:O}", key, (json_int_t)count, "findings", findings) : NULL);
}

/* What comes in as a plain file, because the library goes through a file more than once. fclose() it. NULL: errno tells. */
static FILE *spool(FILE *from)
{
    char block[65536];
    size_t length;
    FILE *file = tmpfile();
    while (file && (length = fread(block, 1, sizeof block, from)) > 0)
        fwrite(block, 1, length, file);
    if (!file || (!ferror(from) && fflush(file) == 0 && fseek(file, 0, SEEK_SET) == 0))
        return file;
    fclose(file);
    return NULL;
}

static int import_items(const struct import *import, struct findings *findings, int64_t *count)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    options.path = import->path;
    options.ledger = import->ledger;
    options.dry_run = findings->cli->options.text[OPT_DRY_RUN] != NULL;
    options.on_finding = take_finding;
    options.arg = findings;
    return tl_import_csv(findings->cli->book, &options, count);
}

static int import_days(const struct import *import, struct findings *findings, int64_t *count)
{
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    options.path = import->path;
    options.source = findings->cli->options.text[OPT_SOURCE];
    options.dry_run = findings->cli->options.text[OPT_DRY_RUN] != NULL;
    options.on_finding = take_finding;
    options.arg = findings;
    return tl_calendar_import(findings->cli->book, &options, count);
}

static int import_from(struct cli *cli, const struct import *import)
{
    struct findings findings = { cli, cli->words[cli->word_count - 1], json_array() };
    int64_t count = 0;
    progress_begin(&cli->progress, "rows", NULL);
    int result = import->run(import, &findings, &count);
    progress_end(&cli->progress);
    if (!cli->json)
        print_notes(&findings);
    int status = status_with_findings(cli, result, findings.list);
    if (status == EXIT_DONE)
        status = print_count(cli, import->noun, count, findings.list);
    json_decref(findings.list);
    return status;
}

static int import_stream(struct cli *cli, struct import *import, FILE *from)
{
    char path[32];
    FILE *input = spool(from);
    if (!input)
        return fail(cli, EXIT_SYSTEM, "can't read what comes in: %s", strerror(errno));
    snprintf(path, sizeof path, "/dev/fd/%d", fileno(input));
    import->path = path;
    int status = import_from(cli, import);
    fclose(input);
    return status;
}

static int import_any(struct cli *cli, struct import *import)
{
    struct stat info;
    const char *format = cli->options.text[OPT_FORMAT];
    if (format && strcmp(format, "csv") != 0)
        return fail(cli, EXIT_USAGE, "unknown format '%s'; import reads csv", format);
    import->path = cli->words[cli->word_count - 1];
    if (strcmp(import->path, "-") == 0)
        return import_stream(cli, import, stdin);
    if (stat(import->path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode))
        return import_from(cli, import);
    FILE *from = fopen(import->path, "rb");
    if (!from)
        return fail(cli, EXIT_SYSTEM, "can't read '%s': %s", import->path, strerror(errno));
    int status = import_stream(cli, import, from);
    fclose(from);
    return status;
}

int exchange_import(struct cli *cli)
{
    struct import import = { NULL, 0, import_items, "item" };
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &import.ledger));
    return status == EXIT_DONE ? import_any(cli, &import) : status;
}

int calendar_import(struct cli *cli)
{
    struct import import = { NULL, 0, import_days, "day" };
    return import_any(cli, &import);
}

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
    return ferror(table->out) ? EXIT_DONE : status_of(cli, result);
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
    table.options.bom = cli->options.text[OPT_BOM] || strcmp(cli->lang, "zh") == 0;
    if (cli->word_count)
        status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &table.options.ledger));
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
