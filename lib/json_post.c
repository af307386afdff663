/* json_post.c (L4) - tl_post_json: a JSON object as a post. What its keys mean is said in the two tables; what may be posted is left to tl_post
 * and tl_item_add. */
#include "json.h"
#include "name.h"

#include <stddef.h>
#include <string.h>

enum key_kind { KEY_ACTION, KEY_TEXT, KEY_DECIMAL, KEY_DATA, KEY_COUNT, KEY_ITEM, KEY_UNIT, KEY_UNITS, KEY_LEDGER, KEY_FILES, KEY_SET };

/* A key: where its content goes in the tl_posting or tl_item_spec. Of two with the same place one is the CLI's short name of the other. */
struct key {
    const char *name;
    enum key_kind kind;
    size_t at;
};

static const struct key post_keys[] = {
    { "item", KEY_ITEM, offsetof(tl_posting, item) },
    { "action", KEY_TEXT, offsetof(tl_posting, action) },
    { "actor", KEY_TEXT, offsetof(tl_posting, actor) },
    { "unit", KEY_UNIT, offsetof(tl_posting, unit) },
    { "role", KEY_TEXT, offsetof(tl_posting, role) },
    { "officer", KEY_TEXT, offsetof(tl_posting, officer) },
    { "due", KEY_TEXT, offsetof(tl_posting, due) },
    { "due_text", KEY_TEXT, offsetof(tl_posting, due_text) },
    { "percent", KEY_DECIMAL, offsetof(tl_posting, percent) },
    { "value", KEY_DECIMAL, offsetof(tl_posting, value) },
    { "risk", KEY_TEXT, offsetof(tl_posting, risk) },
    { "note", KEY_TEXT, offsetof(tl_posting, note) },
    { "problem", KEY_TEXT, offsetof(tl_posting, problem) },
    { "next_step", KEY_TEXT, offsetof(tl_posting, next_step) },
    { "next", KEY_TEXT, offsetof(tl_posting, next_step) },
    { "happened_on", KEY_TEXT, offsetof(tl_posting, happened_on) },
    { "on", KEY_TEXT, offsetof(tl_posting, happened_on) },
    { "uri", KEY_TEXT, offsetof(tl_posting, uri) },
    { "title", KEY_TEXT, offsetof(tl_posting, title) },
    { "files", KEY_FILES, offsetof(tl_posting, files) },
    { "set", KEY_SET, offsetof(tl_posting, set) },
    { "expect", KEY_COUNT, offsetof(tl_posting, expect) },
    { "request", KEY_TEXT, offsetof(tl_posting, request) },
    { "data", KEY_DATA, offsetof(tl_posting, data) },
    { "level", KEY_TEXT, offsetof(tl_posting, level) },
    { "ledger", KEY_LEDGER, offsetof(tl_posting, ledger) },
    { "no", KEY_DECIMAL, offsetof(tl_posting, no) },
};

/* The lead comes first: the units are assigned in this order, whatever the object's. */
static const struct key register_keys[] = {
    { "action", KEY_ACTION, 0 },
    { "ledger", KEY_LEDGER, offsetof(tl_item_spec, ledger) },
    { "title", KEY_TEXT, offsetof(tl_item_spec, title) },
    { "no", KEY_DECIMAL, offsetof(tl_item_spec, no) },
    { "detail", KEY_TEXT, offsetof(tl_item_spec, detail) },
    { "source", KEY_TEXT, offsetof(tl_item_spec, source) },
    { "officer", KEY_TEXT, offsetof(tl_item_spec, officer) },
    { "due", KEY_TEXT, offsetof(tl_item_spec, due) },
    { "due_text", KEY_TEXT, offsetof(tl_item_spec, due_text) },
    { "risk", KEY_TEXT, offsetof(tl_item_spec, risk) },
    { "note", KEY_TEXT, offsetof(tl_item_spec, note) },
    { "parent", KEY_ITEM, offsetof(tl_item_spec, parent) },
    { "uid", KEY_TEXT, offsetof(tl_item_spec, uid) },
    { "happened_on", KEY_TEXT, offsetof(tl_item_spec, happened_on) },
    { "on", KEY_TEXT, offsetof(tl_item_spec, happened_on) },
    { "request", KEY_TEXT, offsetof(tl_item_spec, request) },
    { "data", KEY_DATA, offsetof(tl_item_spec, data) },
    { "lead", KEY_UNITS, 0 },
    { "responsible", KEY_UNITS, 0 },
    { "support", KEY_UNITS, 0 },
    { "mentor", KEY_UNITS, 0 },
    { "mentee", KEY_UNITS, 0 },
    { "set", KEY_SET, offsetof(tl_item_spec, values) },
};
enum { POST_KEYS = sizeof post_keys / sizeof post_keys[0], REGISTER_KEYS = sizeof register_keys / sizeof register_keys[0] };

/* What an object asks for. Its texts are those of the object, which is kept until all is posted. */
struct order {
    tl_book *book;
    json_t *object;
    const struct key *keys;
    size_t key_count;
    tl_posting posting;
    tl_item_spec spec;
    void *base; /* of the offsets: posting or spec */
    const char **files;
    tl_value_spec *set;
    tl_assignment_spec *assignments;
};

static int fail_type(const struct order *order, const char *name, const char *wanted, const json_t *value)
{
    return tl__error_set(&order->book->error, TL_EINVAL, NULL, "the key '%s' takes %s, not %s", name, tl__said(&order->book->error, wanted),
        tl__said(&order->book->error, tl__json_type_name(value)));
}

static int fail_unknown(const struct order *order, const char *name)
{
    const char *names[POST_KEYS > REGISTER_KEYS ? POST_KEYS : REGISTER_KEYS];
    const char *mode = order->base == &order->spec ? tl__said(&order->book->error, " with the action register") : "";
    for (size_t i = 0; i < order->key_count; i++)
        names[i] = order->keys[i].name;
    const char *near = tl_nearest(name, names, order->key_count);
    if (near == NULL)
        return tl__error_set(&order->book->error, TL_EINVAL, NULL, "there is no key '%s'%s", name, mode);
    return tl__error_set(&order->book->error, TL_EINVAL, NULL, "there is no key '%s'%s; the nearest is '%s'", name, mode, near);
}

/* A number as text: 15 digits leave out the noise of binary fractions; where they are not the same number, 17 are. */
static char *number_text(const json_t *number)
{
    char *text = tl__json_dump(number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    if (text == NULL || !json_is_real(number))
        return text;
    json_t *back = json_loads(text, JSON_DECODE_ANY, NULL);
    int same = back != NULL && json_equal(back, number);
    json_decref(back);
    if (same)
        return text;
    tl_free(text);
    return tl__json_dump(number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
}

/* The text of a text, a number, or (with whole) of anything, which takes the value's place in its object, to live as long. */
static int text_in_place(const struct order *order, json_t *object, const char *name, int whole, const char **text)
{
    json_t *value = json_object_get(object, name);
    if (json_is_null(value)) {
        *text = NULL;
        return TL_OK;
    }
    if (!json_is_string(value)) {
        if (!json_is_number(value) && !whole)
            return fail_type(order, name, "a text or a number", value);
        char *made = json_is_number(value) ? number_text(value) : tl__json_dump(value, JSON_COMPACT | JSON_ENCODE_ANY);
        json_t *string = made == NULL ? NULL : json_string(made);
        tl_free(made);
        if (string == NULL || json_object_set_new(object, name, string) != 0)
            return tl__fail_memory(order->book);
        value = string;
    }
    *text = json_string_value(value);
    return TL_OK;
}

static int take_text(struct order *order, const struct key *key, json_t *value)
{
    const char **member = (const char **)(void *)((char *)order->base + key->at);
    if (*member != NULL)
        return tl__error_set(&order->book->error, TL_EINVAL, NULL, "the key '%s' is another name of a key that is given already", key->name);
    if (key->kind != KEY_TEXT)
        return text_in_place(order, order->object, key->name, key->kind == KEY_DATA, member);
    if (!json_is_string(value))
        return fail_type(order, key->name, "a text", value);
    *member = json_string_value(value);
    return TL_OK;
}

/* An id: of an item by REF, uid or number; of a unit or ledger by its name; or a plain count. */
static int take_id(struct order *order, const struct key *key, json_t *value)
{
    int64_t *member = (int64_t *)(void *)((char *)order->base + key->at);
    int numbered = key->kind == KEY_ITEM || key->kind == KEY_COUNT;
    if (numbered && json_is_integer(value)) {
        *member = json_integer_value(value);
        if (*member > 0)
            return TL_OK;
        return tl__error_set(&order->book->error, TL_EINVAL, NULL, "the key '%s' takes a number above 0, not %lld", key->name, (long long)*member);
    }
    if (key->kind == KEY_COUNT)
        return fail_type(order, key->name, "a whole number", value);
    if (!json_is_string(value))
        return fail_type(order, key->name, key->kind == KEY_ITEM ? "a REF, a uid or an id" : "a name", value);
    const char *name = json_string_value(value);
    int result = key->kind == KEY_ITEM   ? tl__item_id(order->book, name, member)
                 : key->kind == KEY_UNIT ? tl__unit_id(order->book, name, member)
                                         : tl_ledger_find(order->book, name, member);
    if (result != TL_OK)
        tl__error_prefix(&order->book->error, "%s: ", key->name);
    return result;
}

static int take_files(struct order *order, const struct key *key, const json_t *value)
{
    if (!json_is_array(value))
        return fail_type(order, key->name, "an array of texts", value);
    size_t count = json_array_size(value);
    order->files = sqlite3_malloc64((count + 1) * sizeof *order->files);
    if (order->files == NULL)
        return tl__fail_memory(order->book);
    for (size_t i = 0; i < count; i++) {
        const json_t *file = json_array_get(value, i);
        if (!json_is_string(file))
            return fail_type(order, key->name, "an array of texts, none of them", file);
        order->files[i] = json_string_value(file);
    }
    order->posting.files = order->files;
    order->posting.file_count = count;
    return TL_OK;
}

static int take_set(struct order *order, const struct key *key, json_t *value)
{
    const char *name;
    json_t *content;
    size_t count = 0;
    if (!json_is_object(value))
        return fail_type(order, key->name, "an object", value);
    order->set = sqlite3_malloc64((json_object_size(value) + 1) * sizeof *order->set);
    if (order->set == NULL)
        return tl__fail_memory(order->book);
    json_object_foreach(value, name, content)
    {
        order->set[count].name = name;
        int result = text_in_place(order, value, name, 0, &order->set[count++].content);
        if (result != TL_OK)
            return result;
    }
    order->posting.set = order->spec.values = order->set;
    order->posting.set_count = order->spec.value_count = count;
    return TL_OK;
}

/* One unit by name, or several in an array, in the role that the key names. */
static int take_units(struct order *order, const struct key *key, const json_t *value)
{
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    size_t room = order->spec.assignment_count + count + 1;
    tl_assignment_spec *assignments = sqlite3_realloc64(order->assignments, room * sizeof *assignments);
    if (assignments == NULL)
        return tl__fail_memory(order->book);
    order->assignments = assignments;
    order->spec.assignments = assignments;
    for (size_t i = 0; i < count; i++) {
        const json_t *name = json_is_array(value) ? json_array_get(value, i) : value;
        tl_assignment_spec *assignment = &assignments[order->spec.assignment_count];
        *assignment = (tl_assignment_spec) { 0, key->name, NULL };
        if (!json_is_string(name))
            return fail_type(order, key->name, "a name or an array of names", name);
        int result = tl__unit_id(order->book, json_string_value(name), &assignment->unit);
        if (result != TL_OK) {
            tl__error_prefix(&order->book->error, "%s: ", key->name);
            return result;
        }
        order->spec.assignment_count++;
    }
    return TL_OK;
}

static int take(struct order *order, const struct key *key, json_t *value)
{
    switch (key->kind) {
    case KEY_TEXT:
    case KEY_DECIMAL:
    case KEY_DATA:
        return take_text(order, key, value);
    case KEY_COUNT:
    case KEY_ITEM:
    case KEY_UNIT:
    case KEY_LEDGER:
        return take_id(order, key, value);
    case KEY_UNITS:
        return take_units(order, key, value);
    case KEY_FILES:
        return take_files(order, key, value);
    case KEY_SET:
        return take_set(order, key, value);
    default:
        return TL_OK;
    }
}

static int is_key(const struct order *order, const char *name)
{
    for (size_t i = 0; i < order->key_count; i++)
        if (strcmp(order->keys[i].name, name) == 0)
            return 1;
    return 0;
}

static int take_all(struct order *order)
{
    const char *name;
    json_t *value;
    json_object_foreach(order->object, name, value)
    {
        if (!is_key(order, name))
            return fail_unknown(order, name);
    }
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < order->key_count; i++) {
        value = json_object_get(order->object, order->keys[i].name);
        if (value != NULL && !json_is_null(value))
            result = take(order, &order->keys[i], value);
    }
    return result;
}

static int fail_missing(const struct order *order, const char *name)
{
    return tl__error_set(&order->book->error, TL_EINVAL, NULL, "the key '%s' is missing", name);
}

static int post_order(struct order *order, int64_t *seq)
{
    const json_t *action = json_object_get(order->object, "action");
    int registers = json_is_string(action) && strcmp(json_string_value(action), "register") == 0;
    order->keys = registers ? register_keys : post_keys;
    order->key_count = registers ? REGISTER_KEYS : POST_KEYS;
    order->base = registers ? (void *)&order->spec : (void *)&order->posting;
    int result = take_all(order);
    if (result != TL_OK)
        return result;
    if (registers)
        return order->spec.ledger == 0 ? fail_missing(order, "ledger") : tl_item_add(order->book, &order->spec, seq);
    if (order->posting.action == NULL)
        return fail_missing(order, "action");
    return order->posting.item == 0 ? fail_missing(order, "item") : tl_post(order->book, &order->posting, seq);
}

int tl_post_json(tl_book *book, const char *json, int64_t *seq)
{
    struct order order = { .book = book, .posting = TL_POSTING_INIT, .spec = TL_ITEM_SPEC_INIT };
    tl__enter(book);
    int result = tl__json_parse(book, json, "a post", &order.object);
    if (result == TL_OK)
        result = post_order(&order, seq);
    json_decref(order.object);
    tl_free(order.files);
    tl_free(order.set);
    tl_free(order.assignments);
    return result;
}
