/* json_definition.c (L4) - tl_ledger_define: a ledger as a JSON object defines it, with its workflow, policies and fields. Here its shape is checked,
 * and a refusal gets the place in the object; what may be defined is left to the rules. */
#include "json.h"
#include "ledger.h"
#include "workflow.h"

#include <stdio.h>
#include <string.h>

/* What an object defines. Its texts are those of the object, which is kept until all is posted. */
typedef struct definition {
    tl_book *book;
    json_t *object;
    tl_ledger_spec ledger;
    tl_workflow_spec workflow; /* move_count 0: none of one's own */
    tl_move_spec *moves;
    char place[90]; /* of what is being posted, with what parts it from the words: "fields[2]: " */
} definition;

static int fail(const definition *made, const char *place, const char *key, const char *wanted, const json_t *value)
{
    const char *dot = *place != '\0' ? "." : "";
    if (value == NULL)
        return tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s%s%s is missing", place, dot, key);
    return tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s%s%s takes %s, not %s", place, dot, key, tl__said(&made->book->error, wanted),
        tl__said(&made->book->error, tl__json_type_name(value)));
}

/* Refuses a key that is none of these, with the nearest that is. */
static int check_keys(const definition *made, const char *place, json_t *object, const char *const *keys, size_t count)
{
    const char *name, *before = *place != '\0' ? tl__said(&made->book->error, ": ") : "";
    json_t *value;
    json_object_foreach(object, name, value)
    {
        size_t i = 0;
        while (i < count && strcmp(keys[i], name) != 0)
            i++;
        if (i < count)
            continue;
        const char *near = tl_nearest(name, keys, count);
        if (near == NULL)
            return tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s%sthere is no key '%.100s'", place, before, name);
        return tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s%sthere is no key '%.100s'; the nearest is '%s'", place, before, name, near);
    }
    return TL_OK;
}
#define CHECK_KEYS(made, place, object, ...)                                                                                                                   \
    check_keys(made, place, object, (const char *const[]) { __VA_ARGS__ }, sizeof((const char *const[]) { __VA_ARGS__ }) / sizeof(char *))

static int is_given(const json_t *value)
{
    return value != NULL && !json_is_null(value);
}

/* A text, or NULL where there is none. */
static int take_text(const definition *made, const char *place, json_t *object, const char *key, int needed, const char **text)
{
    const json_t *value = json_object_get(object, key);
    if (!is_given(value) && !needed)
        return TL_OK;
    if (!json_is_string(value))
        return fail(made, place, key, "a text", value);
    *text = json_string_value(value);
    return TL_OK;
}

/* true or false; 1 and 0 as the library itself writes them. */
static int take_yes(const definition *made, const char *place, json_t *object, const char *key, int *yes)
{
    const json_t *value = json_object_get(object, key);
    if (!is_given(value))
        return TL_OK;
    int number = json_is_integer(value) && (json_integer_value(value) == 0 || json_integer_value(value) == 1);
    if (!json_is_boolean(value) && !number)
        return fail(made, place, key, "true or false", value);
    *yes = json_is_true(value) || (number && json_integer_value(value) == 1);
    return TL_OK;
}

static int take_move(const definition *made, const char *place, json_t *object, tl_move_spec *move)
{
    if (!json_is_object(object))
        return fail(made, "", place, "an object", object);
    int result = CHECK_KEYS(made, place, object, "action", "from", "to", "by", "note");
    if (result == TL_OK)
        result = take_text(made, place, object, "action", 1, &move->action);
    if (result == TL_OK)
        result = take_text(made, place, object, "from", 1, &move->from_state);
    if (result == TL_OK)
        result = take_text(made, place, object, "to", 0, &move->to_state);
    if (result == TL_OK)
        result = take_text(made, place, object, "by", 0, &move->by);
    return result == TL_OK ? take_yes(made, place, object, "note", &move->needs_note) : result;
}

static int take_moves(definition *made, json_t *array)
{
    char place[80];
    if (!json_is_array(array))
        return fail(made, "workflow", "moves", "an array of objects", array);
    size_t count = json_array_size(array);
    made->moves = sqlite3_malloc64((count + 1) * sizeof *made->moves);
    if (made->moves == NULL)
        return tl__fail_memory(made->book);
    memset(made->moves, 0, (count + 1) * sizeof *made->moves);
    made->workflow.moves = made->moves;
    made->workflow.move_count = count;
    for (size_t i = 0; i < count; i++) {
        snprintf(place, sizeof place, "workflow.moves[%zu]", i);
        int result = take_move(made, place, json_array_get(array, i), &made->moves[i]);
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

static int take_workflow(definition *made)
{
    json_t *value = json_object_get(made->object, "workflow");
    if (!is_given(value) || json_is_string(value))
        return TL_OK;
    if (!json_is_object(value))
        return fail(made, "", "workflow", "a name or an object", value);
    int result = CHECK_KEYS(made, "workflow", value, "name", "title", "moves");
    if (result == TL_OK)
        result = take_text(made, "workflow", value, "name", 1, &made->workflow.name);
    if (result == TL_OK)
        result = take_text(made, "workflow", value, "title", 1, &made->workflow.title);
    return result == TL_OK ? take_moves(made, json_object_get(value, "moves")) : result;
}

/* One of the ledger's own texts, from the object or from the spec, not from both. */
static int take_own(definition *made, const char *key, const char **member)
{
    const json_t *value = json_object_get(made->object, key);
    if (!is_given(value))
        return TL_OK;
    if (*member != NULL)
        return tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s is given twice: '%.100s', and in the definition", key, *member);
    if (made->workflow.moves != NULL && strcmp(key, "workflow") == 0) {
        *member = made->workflow.name;
        return TL_OK;
    }
    return take_text(made, "", made->object, key, 1, member);
}

static int take_ledger(definition *made)
{
    int result = CHECK_KEYS(made, "", made->object, "workflow", "template", "source", "catalogue", "edition", "policy", "fields");
    if (result == TL_OK)
        result = take_workflow(made);
    if (result == TL_OK)
        result = take_own(made, "workflow", &made->ledger.workflow);
    if (result == TL_OK)
        result = take_own(made, "template", &made->ledger.template_name);
    if (result == TL_OK)
        result = take_own(made, "source", &made->ledger.source);
    const json_t *policy = json_object_get(made->object, "policy"), *fields = json_object_get(made->object, "fields");
    if (result == TL_OK && is_given(policy) && !json_is_object(policy))
        result = fail(made, "", "policy", "an object", policy);
    if (result == TL_OK && is_given(fields) && !json_is_array(fields))
        result = fail(made, "", "fields", "an array of objects", fields);
    return result;
}

static int post_policy(definition *made, int64_t ledger, const char *name, const json_t *value, size_t number)
{
    char content[32] = "", request[400];
    snprintf(made->place, sizeof made->place, "policy: ");
    int known = tl__policy_known(made->book, name);
    if (known < 0)
        return known;
    made->place[0] = '\0';
    if (!json_is_integer(value) && !json_is_null(value))
        return fail(made, "policy", name, "a whole number", value);
    snprintf(made->place, sizeof made->place, "policy.");
    if (json_is_integer(value))
        snprintf(content, sizeof content, "%lld", (long long)json_integer_value(value));
    return tl__ledger_amend_post(made->book, ledger, name, content, tl__request_along(made->ledger.request, "policy", number, request, sizeof request));
}

/* What a definition says at once can contradict itself; one thing after another (tl_ledger_amend) may pass through anything. */
static int check_lights(definition *made, int64_t ledger)
{
    sqlite3_stmt *statement = tl__statement(made->book, TL__YELLOW_FIRST);
    if (statement == NULL)
        return made->book->error.result;
    sqlite3_bind_int64(statement, 1, ledger);
    int result = tl__step(made->book, statement);
    if (result == TL_ROW)
        result =
            tl__error_set(&made->book->error, TL_EINVAL, NULL, "policy.yellow_days is %d and blue_days %d: yellow comes after blue, so it takes fewer days",
                sqlite3_column_int(statement, 0), sqlite3_column_int(statement, 1));
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

static int post_policies(definition *made, int64_t ledger)
{
    json_t *policy = json_object_get(made->object, "policy"), *value;
    const char *name;
    size_t number = 0;
    int result = TL_OK;
    json_object_foreach(policy, name, value)
    {
        if (result == TL_OK)
            result = post_policy(made, ledger, name, value, ++number);
    }
    if (result != TL_OK)
        return result;
    made->place[0] = '\0';
    return check_lights(made, ledger);
}

/* Whose catalogue it is, and in which edition. */
static int post_catalogue(definition *made, int64_t ledger)
{
    static const char *const names[] = { "catalogue", "edition" };
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < sizeof names / sizeof names[0]; i++) {
        char request[400];
        tl__new_entry entry = { .action = "amend_ledger",
            .ledger = ledger,
            .field = names[i],
            .request = tl__request_along(made->ledger.request, names[i], 1, request, sizeof request) };
        result = take_text(made, "", made->object, names[i], 0, &entry.content);
        if (result != TL_OK || entry.content == NULL)
            continue;
        result = tl__post_new(made->book, &entry, NULL);
        if (result != TL_OK)
            tl__error_prefix(&made->book->error, "%s: ", names[i]);
    }
    return result;
}

/* The choices as the ledger has them, with commas between; of an array they are joined. *joined: tl_free. */
static int take_choices(const definition *made, const char *place, json_t *object, tl_field_spec *spec, char **joined)
{
    const json_t *value = json_object_get(object, "choices");
    tl__buffer text = { 0 };
    if ((json_is_array(value) && json_array_size(value) == 0) || (json_is_string(value) && json_string_length(value) == 0))
        return tl__error_set(&made->book->error, TL_EINVAL, "field.choices", "%s.choices is empty: give the texts that can be chosen, or leave it out", place);
    if (!json_is_array(value))
        return take_text(made, place, object, "choices", 0, &spec->choices);
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *choice = json_array_get(value, i);
        const char *word = json_string_value(choice);
        if (word == NULL || strchr(word, ',') != NULL || *word == '\0') {
            tl_free(text.text);
            return word == NULL ? fail(made, place, "choices", "an array of texts, none of them", choice)
                                : tl__error_set(&made->book->error, TL_EINVAL, NULL, "%s.choices[%zu]: '%.100s' is empty or has a comma in it", place, i, word);
        }
        tl__append(&text, i > 0 ? "," : "");
        tl__append(&text, word);
    }
    *joined = text.text;
    spec->choices = text.text;
    return text.failed ? tl__fail_memory(made->book) : TL_OK;
}

static int post_field(definition *made, int64_t ledger, json_t *object, size_t at)
{
    char place[80], request[400], *joined = NULL;
    tl_field_spec spec = TL_FIELD_SPEC_INIT;
    snprintf(place, sizeof place, "fields[%zu]", at);
    if (!json_is_object(object))
        return fail(made, "", place, "an object", object);
    int result = CHECK_KEYS(made, place, object, "code", "title", "type", "required", "choices");
    if (result == TL_OK)
        result = take_text(made, place, object, "code", 1, &spec.code);
    if (result == TL_OK)
        result = take_text(made, place, object, "title", 1, &spec.title);
    if (result == TL_OK)
        result = take_text(made, place, object, "type", 0, &spec.type);
    if (result == TL_OK)
        result = take_yes(made, place, object, "required", &spec.required);
    if (result == TL_OK)
        result = take_choices(made, place, object, &spec, &joined);
    if (spec.type == NULL && spec.choices != NULL)
        spec.type = "choice";
    if (result == TL_OK) {
        snprintf(made->place, sizeof made->place, tl__said(&made->book->error, "%s: "), place);
        result = tl__field_post(made->book, ledger, &spec, tl__request_along(made->ledger.request, "field", at + 1, request, sizeof request));
    }
    tl_free(joined);
    return result;
}

/* Where in the object the ledger's own refusals come from; code and title are not of it. */
static const char *ledger_place(const char *rule)
{
    if (strcmp(rule, "ledger.workflow") == 0)
        return "workflow: ";
    if (strcmp(rule, "ledger.template") == 0)
        return "template: ";
    return strcmp(rule, "entry.source") == 0 ? "source: " : "";
}

static int post_all(definition *made, int64_t *ledger)
{
    char request[400];
    const json_t *fields = json_object_get(made->object, "fields");
    int result = TL_OK;
    made->workflow.request = tl__request_along(made->ledger.request, "workflow", 1, request, sizeof request);
    if (made->workflow.moves != NULL)
        result = tl__workflow_post(made->book, &made->workflow, 1, NULL);
    if (result != TL_OK)
        return result;
    if (made->ledger.workflow == NULL && made->ledger.template_name == NULL)
        return tl__error_set(&made->book->error, TL_EINVAL, "ledger.workflow", "workflow is missing, and template is, too; give one of them");
    result = tl__ledger_post(made->book, &made->ledger, ledger);
    if (result != TL_OK)
        snprintf(made->place, sizeof made->place, "%s", ledger_place(made->book->error.rule));
    if (result == TL_OK)
        result = post_catalogue(made, *ledger);
    if (result == TL_OK)
        result = post_policies(made, *ledger);
    made->place[0] = result == TL_OK ? '\0' : made->place[0];
    for (size_t i = 0; result == TL_OK && is_given(fields) && i < json_array_size(fields); i++)
        result = post_field(made, *ledger, json_array_get(fields, i), i);
    return result;
}

static int define(definition *made, int64_t *ledger)
{
    tl_book *book = made->book;
    int begun;
    int64_t id = 0;
    int result = take_ledger(made);
    if (result == TL_OK)
        result = tl__check_request(book, made->ledger.request);
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result != TL_OK)
        return result;
    result = tl__write_end(book, begun, post_all(made, &id));
    if (result == TL_OK && ledger != NULL)
        *ledger = id;
    if (result == TL_EINVAL && strncmp(book->error.rule, "workflow.", 9) == 0)
        return tl__workflow_explain(book, &made->workflow, "workflow");
    if (result != TL_OK && made->place[0] != '\0')
        tl__error_prefix(&book->error, "%s", made->place);
    return result;
}

int tl_ledger_define(tl_book *book, const tl_ledger_spec *spec, const char *json, int64_t *ledger)
{
    definition made = { .book = book, .ledger = TL_LEDGER_SPEC_INIT, .workflow = TL_WORKFLOW_SPEC_INIT };
    if (tl__take(book, &made.ledger, sizeof made.ledger, spec) != TL_OK)
        return TL_EMISUSE;
    int result = tl__json_parse(book, json, "a definition", &made.object);
    if (result == TL_OK)
        result = define(&made, ledger);
    json_decref(made.object);
    tl_free(made.moves);
    return result;
}
