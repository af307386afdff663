/* import.c - the commands import and calendar import: what to read and how, what was found on the way, and the mapping of headings as a file. Reading the
 * table is the library's. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "error.h"
#include "file.h"
#include "interrupt.h"
#include "message.h"
#include "output.h"

enum { TOLD = 20, FIRST = 5, EVERY = 1000 };

/* What is to be imported, into a ledger or into the calendar, and what is told meanwhile. */
struct import {
    const struct cli *cli;
    const char *path; /* to be read */
    const char *name; /* as it was typed */
    FILE *stream;     /* in place of the path: what is no plain file */
    int64_t ledger;
    int (*run)(struct import *import);
    const char *noun;
    const char *const *added; /* what is said of one, of several, and of those that a dry run would add */
    int64_t count;            /* of what was added */
    tl_import_pair *map;
    size_t map_count;
    json_t *mapping; /* read from a file; the map borrows its texts */
    json_t *list;    /* findings: for --json all of them, else the notes */
    json_t *columns; /* of the table */
    json_t *first;   /* the first rows of a dry run, as they would be stored */
    int64_t errors;
    tl_import_result result;
};

/* --------------------------------------------------------------------------------------------------------------------- findings */

static void print_finding(const struct import *import, int64_t row, const char *kind, const char *column, const char *message, const char *rule)
{
    char *where = output_clean(column ? column : ""), *words = output_clean(message);
    fprintf(stderr, "%s:%lld: %s%s%s%s [%s]\n", import->name, (long long)row, kind, where ? where : "", where && *where ? message_said(import->cli, ": ") : "",
        words ? words : "", rule);
    free(where);
    free(words);
}

static int take_finding(const tl_finding *finding, void *arg)
{
    struct import *import = arg;
    if (interrupt_asked(NULL))
        return 1;
    if (import->cli->json || finding->note)
        return json_array_append_new(import->list, finding_object(finding)) != 0;
    if (import->errors++ < TOLD)
        print_finding(import, finding->row, "", finding->column, finding->message, finding->rule);
    return 0;
}

static const char *text_at(const json_t *list, size_t index, const char *key)
{
    const char *text = json_string_value(json_object_get(json_array_get(list, index), key));
    return text ? text : "";
}

/* The columns of the notes from begin on that say the same; *end gets where others begin. free() it. */
static char *same_columns(const struct import *import, size_t begin, size_t *end)
{
    const json_t *list = import->list;
    const char *message = text_at(list, begin, "message");
    char *columns = NULL;
    size_t length;
    FILE *out = open_memstream(&columns, &length);
    if (!out)
        return NULL;
    for (*end = begin; *end < json_array_size(list) && strcmp(text_at(list, *end, "message"), message) == 0; ++*end)
        fprintf(out, "%s%s", *end > begin ? message_said(import->cli, ", ") : "", text_at(list, *end, "column"));
    fclose(out);
    return columns;
}

/* A table that was exported brings many columns that are passed over: one line for all. */
static void print_notes(const struct import *import)
{
    const json_t *list = import->list;
    size_t i = 0, end, lines = 0;
    for (; i < json_array_size(list) && lines < TOLD; i = end, lines++) {
        char *columns = same_columns(import, i, &end);
        if (!columns)
            return;
        int64_t row = json_integer_value(json_object_get(json_array_get(list, i), "row"));
        print_finding(import, row, message_said(import->cli, "note: "), columns, text_at(list, i, "message"), text_at(list, i, "rule"));
        free(columns);
    }
    if (i < json_array_size(list))
        fprintf(stderr, message_said(import->cli, "%s: %zu more notes; --json tells all\n"), import->name, json_array_size(list) - i);
    if (import->errors > TOLD)
        fprintf(stderr, message_said(import->cli, "%s: %lld more errors; --json tells all\n"), import->name, (long long)import->errors - TOLD);
}

/* ---------------------------------------------------------------------------------------------------------------------- columns and rows */

static int take_column(const tl_import_column *column, void *arg)
{
    const struct import *import = arg;
    return json_array_append_new(import->columns,
               json_pack("{s:i, s:s, s:s, s:s}", "number", column->number, "heading", column->heading, "name", column->name, "by", column->by)) != 0;
}

static int keep_row(const struct import *import, const tl_import_row *row)
{
    tl_item *item = NULL;
    if (row->item == 0 || tl_item_get(import->cli->book, row->item, &item) != TL_OK)
        return 0;
    json_t *object = json_pack("{s:I, s:s, s:s, s:s, s:s*, s:s*, s:s*, s:s*}", "row", (json_int_t)row->row, "outcome", row->outcome, "ref", item->ref, "title",
        item->title, "lead", item->lead, "due", item->due, "parent", item->parent, "detail", item->detail);
    tl_free(item);
    return json_array_append_new(import->first, object) != 0;
}

static int take_row(const tl_import_row *row, void *arg)
{
    struct import *import = arg;
    if (interrupt_asked(NULL))
        return 1;
    if (!import->cli->json && row->row % EVERY == 0 && isatty(STDERR_FILENO))
        fprintf(stderr, "\r%s: row %lld", import->name, (long long)row->row);
    if (!import->cli->options.text[OPT_DRY_RUN] || json_array_size(import->first) >= FIRST)
        return 0;
    return keep_row(import, row);
}

static void print_columns(const struct import *import)
{
    for (size_t i = 0; i < json_array_size(import->columns); i++) {
        const char *name = text_at(import->columns, i, "name"), *by = text_at(import->columns, i, "by");
        char *heading = output_clean(text_at(import->columns, i, "heading"));
        printf(message_said(import->cli, "column %lld: %s -> %s (%s)\n"),
            (long long)json_integer_value(json_object_get(json_array_get(import->columns, i), "number")), heading ? heading : "",
            strcmp(name, "-") == 0 ? message_said(import->cli, "passed over") : name, message_said(import->cli, by));
        free(heading);
    }
}

/* A column as it is called: in English by its name. */
static const char *name_of(const struct cli *cli, const char *column)
{
    return strcmp(cli->lang, "zh") == 0 ? tl_label(cli->book, "column", column) : column;
}

static void print_first(const struct import *import)
{
    static const char *const keys[] = { "lead", "due", "parent", "detail" };
    for (size_t i = 0; i < json_array_size(import->first); i++) {
        char *title = output_clean(text_at(import->first, i, "title"));
        printf(message_said(import->cli, "row %lld: %s %s %s"), (long long)json_integer_value(json_object_get(json_array_get(import->first, i), "row")),
            message_said(import->cli, text_at(import->first, i, "outcome")), text_at(import->first, i, "ref"), title ? title : "");
        free(title);
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            char *text = output_clean(text_at(import->first, i, keys[k]));
            if (text && *text)
                printf(message_said(import->cli, "; %s: %s"), name_of(import->cli, keys[k]), text);
            free(text);
        }
        putchar('\n');
    }
}

/* ---------------------------------------------------------------------------------------------------------------------------- the mapping */

static int read_mapping(struct import *import)
{
    const char *path = import->cli->options.text[OPT_MAPPING];
    char *text = NULL;
    json_error_t error;
    if (!path)
        return EXIT_DONE;
    int status = file_read(import->cli, path, "the mapping", &text);
    if (status != EXIT_DONE)
        return status;
    import->mapping = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    free(text);
    if (!import->mapping)
        return fail(import->cli, EXIT_USAGE, "the mapping '%s' is no JSON: %s (line %d)", path, error.text, error.line);
    if (json_is_object(json_object_get(import->mapping, "columns")))
        return EXIT_DONE;
    return fail(import->cli, EXIT_USAGE, "the mapping '%s' has no object 'columns', as --save-mapping writes it", path);
}

/* Behind the pairs of the command line, which go before those of the file. */
static int take_mapping(struct import *import)
{
    const char *heading;
    json_t *name, *columns = json_object_get(import->mapping, "columns");
    json_object_foreach(columns, heading, name)
    {
        if (!json_is_string(name))
            return fail(import->cli, EXIT_USAGE, "the mapping gives '%s' no name: a text has to stand there", heading);
        import->map[import->map_count++] = (tl_import_pair) { heading, json_string_value(name) };
    }
    return EXIT_DONE;
}

static int read_map(struct import *import)
{
    tl_value_spec *pairs = NULL;
    size_t count = 0;
    int status = read_mapping(import);
    if (status == EXIT_DONE)
        status = option_pairs(import->cli, OPT_MAP, &pairs, &count);
    if (status == EXIT_DONE) {
        import->map = calloc(count + json_object_size(json_object_get(import->mapping, "columns")) + 1, sizeof *import->map);
        if (!import->map)
            status = fail(import->cli, EXIT_SYSTEM, "out of memory");
    }
    for (size_t i = 0; status == EXIT_DONE && i < count; i++)
        import->map[import->map_count++] = (tl_import_pair) { pairs[i].name, pairs[i].content };
    free(pairs);
    return status == EXIT_DONE ? take_mapping(import) : status;
}

static int save_mapping(const struct import *import)
{
    const char *path = import->cli->options.text[OPT_SAVE_MAPPING];
    if (!path)
        return EXIT_DONE;
    json_t *columns = json_object();
    for (size_t i = 0; i < json_array_size(import->columns); i++)
        if (strcmp(text_at(import->columns, i, "by"), "new") != 0)
            json_object_set(columns, text_at(import->columns, i, "heading"), json_object_get(json_array_get(import->columns, i), "name"));
    json_t *mapping = json_pack("{s:o}", "columns", columns);
    int failed = json_dump_file(mapping, path, JSON_INDENT(2));
    json_decref(mapping);
    return failed ? fail(import->cli, EXIT_SYSTEM, "can't write the mapping to '%s': %s", path, strerror(errno)) : EXIT_DONE;
}

/* --------------------------------------------------------------------------------------------------------------------------------- running */

static int read_stream(void *buffer, size_t room, size_t *count, void *arg)
{
    *count = fread(buffer, 1, room, arg);
    return ferror((FILE *)arg);
}

static int import_items(struct import *import)
{
    const struct cli *cli = import->cli;
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    options.path = import->path;
    options.read = import->stream ? read_stream : NULL;
    options.read_arg = import->stream;
    options.ledger = import->ledger;
    options.on_finding = take_finding;
    options.arg = import;
    options.dry_run = cli->options.text[OPT_DRY_RUN] != NULL;
    options.format = cli->options.text[OPT_FORMAT];
    options.sheet = cli->options.text[OPT_SHEET];
    options.map = import->map;
    options.map_count = import->map_count;
    options.refuse_unknown = cli->options.text[OPT_UNKNOWN] && strcmp(cli->options.text[OPT_UNKNOWN], "refuse") == 0;
    options.create_units = cli->options.text[OPT_CREATE_UNITS] != NULL;
    options.on_conflict = cli->options.text[OPT_ON_CONFLICT];
    options.on_column = take_column;
    options.on_row = take_row;
    int result = tl_import(cli->book, &options, &import->result);
    import->count = import->result.items;
    return result;
}

static int import_days(struct import *import)
{
    const struct cli *cli = import->cli;
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    options.path = import->stream ? "/dev/stdin" : import->path;
    options.source = cli->options.text[OPT_SOURCE];
    options.dry_run = cli->options.text[OPT_DRY_RUN] != NULL;
    options.on_finding = take_finding;
    options.arg = import;
    return tl_calendar_import(cli->book, &options, &import->count);
}

/* "3 items added; of 7 rows 3 added, 1 continued, 3 skipped". */
static char *count_words(const struct import *import)
{
    const tl_import_result *r = &import->result;
    const struct {
        int64_t count;
        const char *word;
    } parts[] = { { r->added, "added" }, { r->children, "child" }, { r->continued, "continued" }, { r->updated, "updated" }, { r->unchanged, "unchanged" },
        { r->skipped, "skipped" } };
    char *words = NULL;
    size_t length;
    FILE *out = open_memstream(&words, &length);
    if (!out)
        return NULL;
    fprintf(out, message_said(import->cli, import->added[(import->cli->options.text[OPT_DRY_RUN] ? 2 : 0) + (import->count != 1)]), (long long)import->count);
    for (size_t i = 0, some = 0; r->rows != r->added && i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count > 0)
            fprintf(
                out, message_said(import->cli, some++ ? ", %lld %s" : "; rows: %lld %s"), (long long)parts[i].count, message_said(import->cli, parts[i].word));
    if (r->units)
        fprintf(out, message_said(import->cli, r->units == 1 ? "; %lld unit" : "; %lld units"), (long long)r->units);
    if (r->fields)
        fprintf(out, message_said(import->cli, r->fields == 1 ? "; %lld field" : "; %lld fields"), (long long)r->fields);
    fclose(out);
    return words;
}

static json_t *result_object(const struct import *import)
{
    const tl_import_result *r = &import->result;
    char key[16];
    snprintf(key, sizeof key, "%ss", import->noun);
    json_t *object = json_pack("{s:I, s:O}", key, (json_int_t)import->count, "findings", import->list);
    if (import->run == import_days)
        return object;
    json_t *counts = json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:O}", "rows", (json_int_t)r->rows, "added", (json_int_t)r->added,
        "children", (json_int_t)r->children, "continued", (json_int_t)r->continued, "updated", (json_int_t)r->updated, "unchanged", (json_int_t)r->unchanged,
        "skipped", (json_int_t)r->skipped, "units", (json_int_t)r->units, "fields", (json_int_t)r->fields, "doubts", (json_int_t)r->doubts, "columns",
        import->columns);
    json_object_update(object, counts);
    json_decref(counts);
    if (import->cli->options.text[OPT_DRY_RUN])
        json_object_set(object, "first", import->first);
    return object;
}

static int print_outcome(const struct import *import)
{
    if (import->cli->json)
        return print_result(import->cli, "", result_object(import));
    char *words = count_words(import);
    int status = print_result(import->cli, words ? words : "", NULL);
    free(words);
    return status;
}

static int import_from(struct import *import)
{
    const struct cli *cli = import->cli;
    interrupt_watch();
    int result = import->run(import);
    if (!cli->json && isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
    if (!cli->json)
        print_notes(import);
    /* What a dry run found is wanted all the more where something is wrong. */
    if (!cli->json && cli->options.text[OPT_DRY_RUN]) {
        print_columns(import);
        print_first(import);
        fflush(stdout);
    }
    int status = status_with_findings(cli, result, import->list);
    if (result == TL_ESTOP && interrupt_asked(NULL))
        return EXIT_INTERRUPTED;
    if (status == EXIT_DONE)
        status = save_mapping(import);
    return status == EXIT_DONE ? print_outcome(import) : status;
}

static int import_any(struct import *import)
{
    struct stat info;
    import->path = import->name = import->cli->words[import->cli->word_count - 1];
    import->stream = strcmp(import->path, "-") == 0 ? stdin : NULL;
    if (import->stream || import->run == import_days || stat(import->path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode))
        return import_from(import);
    import->stream = fopen(import->path, "rb");
    if (!import->stream)
        return fail(import->cli, EXIT_SYSTEM, "can't read '%s': %s", import->path, strerror(errno));
    int status = import_from(import);
    fclose(import->stream);
    return status;
}

static int run(struct import *import)
{
    import->list = json_array();
    import->columns = json_array();
    import->first = json_array();
    int status = read_map(import);
    if (status == EXIT_DONE)
        status = import_any(import);
    free(import->map);
    json_decref(import->mapping);
    json_decref(import->list);
    json_decref(import->columns);
    json_decref(import->first);
    return status;
}

int import_table(struct cli *cli)
{
    static const char *const added[] = { "%lld item added", "%lld items added", "%lld item would be added", "%lld items would be added" };
    struct import import = { .cli = cli, .run = import_items, .noun = "item", .added = added, .result = TL_IMPORT_RESULT_INIT };
    const char *unknown = cli->options.text[OPT_UNKNOWN];
    if (unknown && strcmp(unknown, "keep") != 0 && strcmp(unknown, "refuse") != 0)
        return fail(cli, EXIT_USAGE, "--unknown is keep or refuse, not '%s'", unknown);
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &import.ledger));
    return status == EXIT_DONE ? run(&import) : status;
}

int import_calendar(struct cli *cli)
{
    static const char *const added[] = { "%lld day added", "%lld days added", "%lld day would be added", "%lld days would be added" };
    struct import import = { .cli = cli, .run = import_days, .noun = "day", .added = added, .result = TL_IMPORT_RESULT_INIT };
    const char *format = cli->options.text[OPT_FORMAT];
    if (format && strcmp(format, "csv") != 0)
        return fail(cli, EXIT_USAGE, "--format '%s' is not taken here: what the file of a calendar is, is found out", format);
    return run(&import);
}
