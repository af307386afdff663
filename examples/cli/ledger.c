/* ledger.c - the commands ledger add, set, field, list, show; template list, show. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "file.h"
#include "output.h"
#include "warning.h"

/* A ledger by a definition: what of it the options say goes with it. */
static int define(const struct cli *cli, const tl_ledger_spec *spec, int64_t *ledger)
{
    char *json;
    int status = file_read(cli, cli->options.text[OPT_DEFINITION], "a definition", &json);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledger_define(cli->book, spec, json, ledger));
    free(json);
    return status;
}

int ledger_add(struct cli *cli)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    int defined = cli->options.text[OPT_DEFINITION] != NULL;
    int64_t ledger = 0;
    spec.code = cli->words[0];
    spec.title = cli->words[1];
    spec.template_name = cli->options.text[OPT_TEMPLATE];
    spec.workflow = cli->options.text[OPT_WORKFLOW];
    spec.source = cli->options.text[OPT_SOURCE];
    spec.request = cli->options.text[OPT_REQUEST];
    if (!defined && !spec.template_name && !spec.workflow)
        spec.template_name = "tasks";
    int status = defined ? define(cli, &spec, &ledger) : status_of(cli, tl_ledger_add(cli->book, &spec, &ledger));
    if (status == EXIT_DONE && defined)
        status = warning_note_silent(cli, ledger);
    return status == EXIT_DONE ? print_code(cli, spec.code, ledger) : status;
}

static int set_one(struct cli *cli, int64_t ledger, char *word)
{
    tl_value_spec pair;
    int status = option_split(cli, word, &pair);
    if (status != EXIT_DONE)
        return status;
    return status_of(cli, tl_ledger_amend(cli->book, ledger, pair.name, *pair.content ? pair.content : NULL));
}

/* Goes to the row of this ledger. */
static int seek_ledger(tl_cursor *cursor, int64_t ledger)
{
    int id = column_of(cursor, "id"), result;
    while ((result = tl_next(cursor)) == TL_ROW)
        if (tl_column_int(cursor, id) == ledger)
            return TL_ROW;
    return result == TL_DONE ? TL_ENOTFOUND : result;
}

/* One may be set before the other, so this is no refusal. */
static void note_lights(const struct cli *cli, int64_t ledger)
{
    tl_cursor *row = NULL;
    if (tl_ledgers(cli->book, &row) == TL_OK && seek_ledger(row, ledger) == TL_ROW) {
        int64_t yellow = tl_column_int(row, column_of(row, "yellow_days")), blue = tl_column_int(row, column_of(row, "blue_days"));
        if (yellow > blue)
            note("yellow_days %lld is more than blue_days %lld: nothing in this ledger will be blue", (long long)yellow, (long long)blue);
    }
    tl_cursor_close(row);
}

/* All of it or nothing: what is not committed is rolled back when the book is closed. */
int ledger_set(struct cli *cli)
{
    int64_t ledger = 0;
    int status = status_of(cli, tl_begin(cli->book));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    for (int i = 1; status == EXIT_DONE && i < cli->word_count; i++)
        status = set_one(cli, ledger, cli->words[i]);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_commit(cli->book));
    if (status == EXIT_DONE)
        note_lights(cli, ledger);
    return status == EXIT_DONE ? print_code(cli, cli->words[0], 0) : status;
}

int ledger_field(struct cli *cli)
{
    tl_field_spec spec = TL_FIELD_SPEC_INIT;
    const char *type = cli->options.text[OPT_TYPE];
    int64_t ledger = 0;
    spec.code = cli->words[1];
    spec.title = cli->words[2];
    spec.choices = cli->options.text[OPT_CHOICES];
    spec.type = type ? type : spec.choices ? "choice" : "text";
    spec.required = cli->options.text[OPT_REQUIRED] != NULL;
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_field_add(cli->book, ledger, &spec));
    return status == EXIT_DONE ? print_code(cli, cli->words[0], 0) : status;
}

int ledger_list(struct cli *cli)
{
    static const struct layout layout = { { "code", "title", "template", "source" }, "title", "no ledger yet; add one with taskledger ledger add CODE TITLE",
        0 };
    tl_cursor *cursor = NULL;
    int result = tl_ledgers(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

/* Appends the rows of a cursor to an array. */
static int append_rows(tl_cursor *cursor, json_t *array)
{
    int result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        char *text;
        result = tl_row_json(cursor, &text);
        if (result != TL_OK)
            return result;
        result = json_array_append_new(array, json_loads(text, 0, NULL));
        tl_free(text);
        if (result != 0)
            return TL_ENOMEM;
    }
    return result == TL_DONE ? TL_OK : result;
}

/* A name that has words, as both: the words say what the name means. */
static void show_column(const tl_cursor *row, int column)
{
    const char *text = tl_column_text(row, column), *word = tl_column_word(row, column);
    char both[256];
    if (text && word && strcmp(text, word) != 0) {
        snprintf(both, sizeof both, "%s (%s)", text, word);
        text = both;
    }
    print_field(tl_column_label(row, column), text);
}

static const char *policy_text(const json_t *policy, const char *key)
{
    return json_string_value(json_object_get(policy, key));
}

static int is_policy(const json_t *policies, const char *column)
{
    for (size_t i = 0; i < json_array_size(policies); i++)
        if (strcmp(policy_text(json_array_get(policies, i), "name"), column) == 0)
            return 1;
    return 0;
}

/* The name as ledger set takes it, what it is set to, what it can be set to, and what it means. */
static void add_policy(const struct cli *cli, struct table *table, const tl_cursor *row, const json_t *policy)
{
    const char *name = policy_text(policy, "name"), *set = tl_column_text(row, column_of(row, name));
    const char *nothing = strcmp(cli->lang, "zh") == 0 ? "，或不填" : ", or nothing";
    char range[64];
    snprintf(range, sizeof range, "%lld-%lld%s", json_integer_value(json_object_get(policy, "low")), json_integer_value(json_object_get(policy, "high")),
        json_integer_value(json_object_get(policy, "optional")) ? nothing : "");
    table_cell(table, name);
    table_cell(table, set ? set : "-");
    table_cell(table, range);
    table_cell(table, policy_text(policy, "label"));
}

static int show_policies(const struct cli *cli, const tl_cursor *row, const json_t *policies)
{
    static const char *const headings[2][4] = { { "policy", "set to", "takes", "meaning" }, { "规则", "现值", "范围", "含义" } };
    struct table *table = table_new(stdout, 4, 3);
    putchar('\n');
    for (size_t i = 0; i < 4; i++)
        table_cell(table, headings[strcmp(cli->lang, "zh") == 0][i]);
    for (size_t i = 0; i < json_array_size(policies); i++)
        add_policy(cli, table, row, json_array_get(policies, i));
    return table_end(cli, table);
}

static int show_as_text(const struct cli *cli, const tl_cursor *row, const json_t *policies, tl_cursor *fields)
{
    static const struct layout layout = { { "code", "title", "type", "required", "choices" }, NULL, NULL, 1 };
    int count = tl_column_count(row);
    for (int column = 1; column < count; column++)
        if (!is_policy(policies, tl_column_name(row, column)))
            show_column(row, column);
    int status = show_policies(cli, row, policies);
    if (status == EXIT_DONE)
        return print_rows(cli, TL_OK, fields, &layout);
    tl_cursor_close(fields);
    return status;
}

/* policies: NULL, of what has none. */
static int show_as_json(const struct cli *cli, const tl_cursor *row, json_t *policies, tl_cursor *fields)
{
    json_t *array = json_array(), *object = NULL;
    char *text = NULL;
    int status = status_of(cli, append_rows(fields, array));
    tl_cursor_close(fields);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_row_json(row, &text));
    if (status == EXIT_DONE) {
        object = json_loads(text, 0, NULL);
        if (policies)
            json_object_set(object, "policies", policies);
        json_object_set(object, "fields", array);
        status = print_result(cli, NULL, object);
    }
    tl_free(text);
    json_decref(array);
    return status;
}

/* What can be set of any ledger, as objects. json_decref() it. */
static int read_policies(const struct cli *cli, json_t **policies)
{
    tl_cursor *cursor = NULL;
    *policies = json_array();
    int status = status_of(cli, tl_policies(cli->book, &cursor));
    if (status == EXIT_DONE)
        status = status_of(cli, append_rows(cursor, *policies));
    tl_cursor_close(cursor);
    return status;
}

int ledger_show(struct cli *cli)
{
    tl_cursor *row = NULL, *fields = NULL;
    json_t *policies = NULL;
    int64_t ledger = 0;
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    if (status == EXIT_DONE)
        status = read_policies(cli, &policies);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledgers(cli->book, &row));
    if (status == EXIT_DONE) {
        int result = seek_ledger(row, ledger);
        status = status_of(cli, result == TL_ROW ? tl_fields(cli->book, ledger, &fields) : result);
    }
    if (status == EXIT_DONE)
        status = cli->json ? show_as_json(cli, row, policies, fields) : show_as_text(cli, row, policies, fields);
    json_decref(policies);
    tl_cursor_close(row);
    return status;
}

int template_list(struct cli *cli)
{
    static const struct layout layout = { { "name", "title", "workflow", "field_count", "policy" }, "title", NULL, 0 };
    tl_cursor *cursor = NULL;
    int result = tl_templates(cli->book, &cursor);
    return print_rows(cli, result, cursor, &layout);
}

/* The template's row from its name on, then its fields. */
static int show_template(const struct cli *cli, const tl_cursor *row, tl_cursor *fields)
{
    static const struct layout layout = { { "code", "title", "type", "required", "choices" }, NULL, NULL, 1 };
    int count = tl_column_count(row);
    for (int column = column_of(row, "name"); column < count; column++)
        show_column(row, column);
    return print_rows(cli, TL_OK, fields, &layout);
}

int template_show(struct cli *cli)
{
    tl_cursor *row = NULL, *fields = NULL;
    int status = status_of(cli, tl_template_fields(cli->book, cli->words[0], &fields));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_templates(cli->book, &row));
    if (status != EXIT_DONE) {
        tl_cursor_close(fields);
        return status;
    }
    int name = column_of(row, "name"), result;
    while ((result = tl_next(row)) == TL_ROW && strcmp(tl_column_text(row, name), cli->words[0]) != 0)
        ;
    status = status_of(cli, result == TL_ROW ? TL_OK : result);
    if (status == EXIT_DONE)
        status = cli->json ? show_as_json(cli, row, NULL, fields) : show_template(cli, row, fields);
    else
        tl_cursor_close(fields);
    tl_cursor_close(row);
    return status;
}
