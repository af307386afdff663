/* ledger.c - the commands ledger add, set, field, list, show; template list, show. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "file.h"
#include "output.h"

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

/* Goes to the row of this ledger. */
static int seek_ledger(tl_cursor *cursor, int64_t ledger)
{
    int id = column_of(cursor, "id"), result;
    while ((result = tl_next(cursor)) == TL_ROW)
        if (tl_column_int(cursor, id) == ledger)
            return TL_ROW;
    return result == TL_DONE ? TL_ENOTFOUND : result;
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

static int show_as_json(const struct cli *cli, const tl_cursor *row, tl_cursor *fields)
{
    json_t *array = json_array(), *object = NULL;
    char *text = NULL;
    int status = status_of(cli, append_rows(fields, array));
    tl_cursor_close(fields);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_row_json(row, &text));
    if (status == EXIT_DONE) {
        object = json_loads(text, 0, NULL);
        json_object_set(object, "fields", array);
        status = print_result(cli, NULL, object);
    }
    tl_free(text);
    json_decref(array);
    return status;
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

/* The row from a column on, the one that people call it by; then its fields. */
static int show_as_text(const struct cli *cli, const tl_cursor *row, const char *from, tl_cursor *fields)
{
    static const struct layout layout = { { "code", "title", "type", "required", "choices" }, NULL, NULL, 1 };
    int count = tl_column_count(row);
    for (int column = column_of(row, from); column < count; column++)
        show_column(row, column);
    return print_rows(cli, TL_OK, fields, &layout);
}

int ledger_show(struct cli *cli)
{
    tl_cursor *row = NULL, *fields = NULL;
    int64_t ledger = 0;
    int status = status_of(cli, tl_ledger_find(cli->book, cli->words[0], &ledger));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledgers(cli->book, &row));
    if (status != EXIT_DONE)
        return status;
    int result = seek_ledger(row, ledger);
    status = result == TL_ROW ? status_of(cli, tl_fields(cli->book, ledger, &fields)) : status_of(cli, result);
    if (status == EXIT_DONE)
        status = cli->json ? show_as_json(cli, row, fields) : show_as_text(cli, row, "code", fields);
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
        status = cli->json ? show_as_json(cli, row, fields) : show_as_text(cli, row, "name", fields);
    else
        tl_cursor_close(fields);
    tl_cursor_close(row);
    return status;
}
