/* item.c - the commands add, log, show. Lists are in list.c, what changes an item is in post.c. */
#define _GNU_SOURCE /* open_memstream */
#include "item.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "output.h"

void item_tell_calendar(const struct cli *cli)
{
    char *used = output_clean(tl_calendar_used(cli->book));
    if (used && *used)
        fprintf(stderr, "taskledger: working days counted by: %s\n", used);
    free(used);
}

/* A due date that has passed is no mistake where something is entered afterwards; but a phrase may mean another year than the one who wrote it. */
static void note_passed_due(const struct cli *cli, int64_t item)
{
    const char *given = cli->options.text[OPT_DUE];
    tl_info info = TL_INFO_INIT;
    tl_item *copy = NULL;
    if (!given || tl_item_get(cli->book, item, &copy) != TL_OK)
        return;
    if (tl_book_info(cli->book, &info) == TL_OK && copy->due && copy->has_days_left && copy->days_left < 0 && strcmp(copy->due, info.today) < 0) {
        if (strcmp(given, copy->due) == 0)
            note("%s has passed", given);
        else
            note("%s is %s, which has passed", given, copy->due);
    }
    tl_free(copy);
}

static int print_ref_as_json(const struct cli *cli, int64_t item, int64_t seq)
{
    tl_item *copy;
    char *used = output_clean(tl_calendar_used(cli->book));
    int status = status_of(cli, tl_item_get(cli->book, item, &copy));
    if (status == EXIT_DONE) {
        json_t *object = json_pack("{s:s, s:I}", "ref", copy->ref, "seq", (json_int_t)(seq ? seq : copy->entry));
        if (object && used && *used)
            json_object_set_new(object, "calendar", json_string(used));
        status = print_result(cli, copy->ref, object);
        tl_free(copy);
    }
    free(used);
    return status;
}

int item_print_ref(const struct cli *cli, int64_t item, int64_t seq)
{
    char *ref;
    if (cli->json)
        return print_ref_as_json(cli, item, seq);
    item_tell_calendar(cli);
    int status = status_of(cli, tl_item_ref(cli->book, item, &ref));
    if (status == EXIT_DONE)
        status = print_result(cli, ref, NULL);
    tl_free(ref);
    return status;
}

/* ----------------------------------------------------------------------------------------------------------------------- add */

static const char *role_of(enum option_id id)
{
    switch (id) {
    case OPT_LEAD:
        return "lead";
    case OPT_RESPONSIBLE:
        return "responsible";
    case OPT_SUPPORT:
        return "support";
    case OPT_MENTOR:
        return "mentor";
    case OPT_MENTEE:
        return "mentee";
    default:
        return NULL;
    }
}

/* The units of --lead, --responsible, --support, --mentor and --mentee, in the order of the command line. free(*list). */
static int read_assignments(const struct cli *cli, tl_assignment_spec **list, size_t *count)
{
    *list = calloc(cli->options.count + 1, sizeof **list);
    *count = 0;
    if (!*list)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    for (size_t i = 0; i < cli->options.count; i++) {
        const struct option_given *given = &cli->options.given[i];
        tl_assignment_spec *spec = &(*list)[*count];
        spec->role = role_of(given->id);
        if (!spec->role)
            continue;
        int status = status_of(cli, tl_unit_find(cli->book, given->text, &spec->unit));
        if (status != EXIT_DONE)
            return status;
        ++*count;
    }
    return EXIT_DONE;
}

static void read_texts(const struct cli *cli, tl_item_spec *spec)
{
    const char *const *text = cli->options.text;
    spec->title = cli->words[1];
    spec->no = text[OPT_NO];
    spec->detail = text[OPT_DETAIL];
    spec->source = text[OPT_SOURCE];
    spec->officer = text[OPT_OFFICER];
    spec->due = text[OPT_DUE];
    spec->risk = text[OPT_RISK];
    spec->note = text[OPT_NOTE];
    spec->happened_on = text[OPT_ON];
    spec->request = text[OPT_REQUEST];
}

int item_add(struct cli *cli)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    tl_assignment_spec *assignments = NULL;
    tl_value_spec *values = NULL;
    int64_t item = 0;
    read_texts(cli, &spec);
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &spec.ledger));
    if (status == EXIT_DONE)
        status = option_item(cli, OPT_PARENT, &spec.parent);
    if (status == EXIT_DONE)
        status = read_assignments(cli, &assignments, &spec.assignment_count);
    if (status == EXIT_DONE)
        status = option_pairs(cli, OPT_FIELD, &values, &spec.value_count);
    spec.assignments = assignments;
    spec.values = values;
    if (status == EXIT_DONE)
        status = status_of(cli, tl_item_add(cli->book, &spec, &item));
    if (status == EXIT_DONE)
        status = item_print_ref(cli, item, 0);
    if (status == EXIT_DONE)
        note_passed_due(cli, item);
    free(assignments);
    free(values);
    return status;
}

/* ----------------------------------------------------------------------------------------------------------------------- log */

/* What an entry says beside its fixed columns goes into one: these of its columns, in this order. */
static const struct part {
    const char *column;
    int labelled;
    const char *only, *except; /* with this action, or not with it; an amendment repeats the columns that it leaves alone */
} parts[] = {
    { "code", 0, NULL, NULL },
    { "title", 0, NULL, "amend" },
    { "note", 0, NULL, NULL },
    { "role", 0, NULL, NULL },
    { "risk", 0, "rate", NULL },
    { "officer", 0, NULL, "amend" },
    { "uri", 0, NULL, NULL },
    { "listed_in", 0, NULL, NULL },
    { "value", 1, NULL, NULL },
    { "asked_due", 1, NULL, NULL },
    { "due_text", 1, NULL, NULL },
    { "problem", 1, NULL, NULL },
    { "next_step", 1, NULL, NULL },
    { "happened_on", 1, NULL, NULL },
    { "kind", 0, "warn", NULL },
    { "kind", 0, "acknowledge_warning", NULL },
};
#define PARTS (sizeof parts / sizeof *parts)

static int belongs(const struct part *part, const char *action)
{
    if (part->only && strcmp(part->only, action) != 0)
        return 0;
    return !part->except || strcmp(part->except, action) != 0;
}

static void add_part(const struct cli *cli, FILE *out, const struct part *part, const char *words)
{
    fputs(ftell(out) > 0 ? "; " : "", out);
    if (part->labelled)
        fprintf(out, "%s: ", tl_label(cli->book, "column", part->column));
    fputs(words, out);
}

/* What was changed: one thing from old to new, or the names of several. */
static void add_change(const struct cli *cli, FILE *out, const tl_cursor *entry)
{
    const char *field = tl_column_text(entry, column_of(entry, "field"));
    const char *period = tl_column_text(entry, column_of(entry, "period"));
    const char *old = tl_column_text(entry, column_of(entry, "old")), *new = tl_column_text(entry, column_of(entry, "new"));
    if (!field)
        return;
    fprintf(out, "%s%s%s%s", ftell(out) > 0 ? "; " : "", tl_label(cli->book, "column", field), period ? " " : "", period ? period : "");
    if (old || new)
        fprintf(out, ": %s → %s", old ? old : "-", new ? new : "-");
}

/* free() it. */
static char *entry_words(const struct cli *cli, const tl_cursor *entry, const int *columns)
{
    const char *action = tl_column_text(entry, column_of(entry, "action"));
    char *words = NULL;
    size_t length;
    FILE *out = open_memstream(&words, &length);
    if (!out)
        return NULL;
    for (size_t i = 0; i < PARTS; i++) {
        const char *part = tl_column_word(entry, columns[i]);
        if (!part || !belongs(&parts[i], action))
            continue;
        /* The kind of a warning is its level, which is called as the lights are. */
        add_part(cli, out, &parts[i], strcmp(parts[i].column, "kind") == 0 ? tl_label(cli->book, "light", part) : part);
    }
    add_change(cli, out, entry);
    fclose(out);
    return words;
}

static struct table *begin_entries(const struct cli *cli, const char *const *names, size_t count)
{
    struct table *table = table_new(stdout, count + 1, (int)count);
    for (size_t i = 0; i < count; i++)
        table_cell(table, tl_label(cli->book, "column", names[i]));
    table_cell(table, tl_label(cli->book, "column", "note"));
    return table;
}

/* Prints the columns named, and the words of each entry behind them. */
static int print_entries(const struct cli *cli, tl_cursor *cursor, const char *const *names, size_t count)
{
    int columns[PARTS], result;
    struct table *table = NULL;
    for (size_t i = 0; i < PARTS; i++)
        columns[i] = column_of(cursor, parts[i].column);
    while ((result = tl_next(cursor)) == TL_ROW && !ferror(stdout)) {
        char *words = entry_words(cli, cursor, columns);
        if (!table)
            table = begin_entries(cli, names, count);
        for (size_t i = 0; i < count; i++)
            table_cell(table, tl_column_word(cursor, column_of(cursor, names[i])));
        table_cell(table, words);
        free(words);
    }
    int status = result == TL_DONE || result == TL_ROW ? EXIT_DONE : status_of(cli, result);
    return table && table_end(cli, table) != EXIT_DONE ? EXIT_SYSTEM : status;
}

int item_log(struct cli *cli)
{
    static const char *const names[] = { "seq", "on", "actor", "action", "ref", "unit", "percent", "due" };
    tl_entry_query query = TL_ENTRY_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int status = cli->word_count ? status_of(cli, tl_item_find(cli->book, cli->words[0], &query.item)) : EXIT_DONE;
    query.action = cli->options.text[OPT_ACTION];
    if (status != EXIT_DONE)
        return status;
    int result = tl_entries(cli->book, &query, &cursor);
    if (cli->json)
        return print_json_rows(cli, stdout, result, cursor);
    status = result == TL_OK ? print_entries(cli, cursor, names, sizeof names / sizeof *names) : status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}

/* ---------------------------------------------------------------------------------------------------------------------- show */

/* The kind of words that a column's values are, or NULL. */
static const char *kind_of(const char *name)
{
    static const char *const kinds[] = { "state", "light", "risk" };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i], name) == 0)
            return kinds[i];
    return NULL;
}

static void show_column(const struct cli *cli, const json_t *item, const char *name)
{
    const json_t *value = json_object_get(item, name);
    const char *text = json_string_value(value), *kind = kind_of(name);
    char number[32];
    /* A counter at 0 says nothing; with 0 days left an item is due today. */
    if (json_is_integer(value) && (json_integer_value(value) || strcmp(name, "days_left") == 0)) {
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        text = strcmp(name, "late") != 0 ? number : strcmp(cli->lang, "zh") == 0 ? "是" : "yes";
    }
    if (text && *text)
        print_field(tl_label(cli->book, "column", name), kind ? tl_label(cli->book, kind, text) : text);
}

/* Its REFs in other ledgers, in one line. */
static void show_listings(const struct cli *cli, const json_t *listings)
{
    char *refs = NULL;
    size_t length;
    FILE *out = open_memstream(&refs, &length);
    if (!out)
        return;
    for (size_t i = 0; i < json_array_size(listings); i++)
        fprintf(out, "%s%s", i ? ", " : "", json_string_value(json_object_get(json_array_get(listings, i), "ref")));
    fclose(out);
    print_field(tl_label(cli->book, "column", "listed_in"), refs);
    free(refs);
}

static int show_columns(const struct cli *cli, int64_t item)
{
    static const char *const names[] = { "state", "light", "late", "lead", "due", "due_text", "baseline_due", "days_left", "report_due", "percent", "value",
        "risk", "officer", "source", "parent", "progress_below", "below", "closed_below", "detail", "progress", "problem", "next_step", "goal", "asked_due",
        "registered_on", "started_on", "requested_at", "requester", "notice_on", "notice_until", "suspended_on", "completed_on", "closed_at", "returned",
        "extended", "late_requests", "urged", "reopened", "uid", "entry" };
    char *text = NULL;
    int status = status_of(cli, tl_item_json(cli->book, item, &text));
    if (status != EXIT_DONE)
        return status;
    json_t *object = json_loads(text, 0, NULL);
    tl_free(text);
    if (!object)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    char *title = output_clean(json_string_value(json_object_get(object, "title")));
    printf("%s %s\n", json_string_value(json_object_get(object, "ref")), title ? title : "");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        show_column(cli, object, names[i]);
    show_listings(cli, json_object_get(object, "listings"));
    free(title);
    json_decref(object);
    return EXIT_DONE;
}

static int show_values(const struct cli *cli, int64_t item)
{
    tl_cursor *cursor = NULL;
    int result = tl_values(cli->book, item, &cursor);
    int status = status_of(cli, result);
    while (status == EXIT_DONE && (result = tl_next(cursor)) == TL_ROW)
        print_field(tl_column_text(cursor, column_of(cursor, "title")), tl_column_text(cursor, column_of(cursor, "value")));
    if (status == EXIT_DONE && result != TL_DONE)
        status = status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}

/* An action as it is typed, in Chinese with its word. */
static void print_move(const struct cli *cli, const tl_cursor *move, int first)
{
    int action = column_of(move, "action");
    fputs(first ? "\npossible from this state: " : ", ", stdout);
    for (const char *c = tl_column_text(move, action); c && *c; c++)
        putchar(*c == '_' ? '-' : *c);
    if (strcmp(cli->lang, "zh") == 0)
        printf(" %s", tl_column_word(move, action));
}

static int show_moves(const struct cli *cli, int64_t item)
{
    tl_cursor *cursor = NULL;
    if (cli->options.text[OPT_AS_OF])
        return EXIT_DONE; /* nothing is possible in the past */
    int count = 0, result = tl_moves(cli->book, item, &cursor);
    int status = status_of(cli, result);
    while (status == EXIT_DONE && (result = tl_next(cursor)) == TL_ROW)
        print_move(cli, cursor, count++ == 0);
    fputs(count ? "\n" : "", stdout);
    if (status == EXIT_DONE && result != TL_DONE)
        status = status_of(cli, result);
    tl_cursor_close(cursor);
    return status;
}

static int show_assignments(const struct cli *cli, int64_t item)
{
    static const struct layout layout = { { "unit", "name", "role", "contact", "signed_at", "percent", "value", "completed_at", "ended_at" }, NULL, NULL, 1 };
    tl_cursor *cursor = NULL;
    int result = tl_assignments(cli->book, item, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

static int show_evidence(const struct cli *cli, int64_t item)
{
    static const struct layout layout = { { "uri", "title", "unit", "size", "sha256" }, NULL, NULL, 1 };
    tl_cursor *cursor = NULL;
    int result = tl_evidence(cli->book, item, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

static int show_entries(const struct cli *cli, int64_t item)
{
    static const char *const names[] = { "seq", "on", "actor", "action", "unit", "percent", "due" };
    tl_entry_query query = TL_ENTRY_QUERY_INIT;
    tl_cursor *cursor = NULL;
    query.item = item;
    int status = status_of(cli, tl_entries(cli->book, &query, &cursor));
    putchar('\n');
    if (status == EXIT_DONE)
        status = print_entries(cli, cursor, names, sizeof names / sizeof *names);
    tl_cursor_close(cursor);
    return status;
}

static int show_as_text(const struct cli *cli, int64_t item)
{
    static int (*const sections[])(const struct cli *, int64_t) = { show_columns, show_values, show_assignments, show_evidence, show_entries, show_moves };
    int status = EXIT_DONE;
    for (size_t i = 0; i < sizeof sections / sizeof *sections && status == EXIT_DONE; i++)
        status = sections[i](cli, item);
    return status;
}

int item_show(struct cli *cli)
{
    int64_t item = 0;
    char *text = NULL;
    int status = status_of(cli, tl_item_find(cli->book, cli->words[0], &item));
    if (status != EXIT_DONE)
        return status;
    if (!cli->json)
        return show_as_text(cli, item);
    status = status_of(cli, tl_item_json(cli->book, item, &text));
    if (status == EXIT_DONE)
        puts(text);
    tl_free(text);
    return status;
}
