/* json.c (L4) - rows, items and entries as JSON. Posting what a JSON object says is in json_post.c. */
#include "json.h"

#include "cursor.h"

static int append(const char *bytes, size_t count, void *buffer)
{
    tl__append_bytes(buffer, bytes, count);
    return ((tl__buffer *)buffer)->failed ? -1 : 0;
}

char *tl__json_dump(const json_t *json, size_t flags)
{
    tl__buffer text = { 0 };
    if (json_dump_callback(json, append, &text, flags) == 0)
        return text.text;
    tl_free(text.text);
    return NULL;
}

const char *tl__json_type_name(const json_t *value)
{
    static const char *const names[] = { [JSON_OBJECT] = "an object",
        [JSON_ARRAY] = "an array",
        [JSON_STRING] = "a text",
        [JSON_INTEGER] = "a number",
        [JSON_REAL] = "a number",
        [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",
        [JSON_NULL] = "null" };
    return names[json_typeof(value)];
}

int tl__json_parse(tl_book *book, const char *json, const char *what, json_t **object)
{
    json_error_t error;
    if (json == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a JSON text is needed");
    *object = json_loads(json, JSON_REJECT_DUPLICATES, &error);
    if (*object == NULL && (error.text[0] == '\0' || json_error_code(&error) == json_error_out_of_memory))
        return tl__fail_memory(book); /* jansson has no words for most of its failed allocations */
    if (*object == NULL)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "the JSON is broken at line %d, column %d: %s", error.line, error.column, error.text);
    if (!json_is_object(*object))
        return tl__error_set(
            &book->error, TL_EINVAL, NULL, "%s is a JSON object, not %s", tl__said(&book->error, what), tl__said(&book->error, tl__json_type_name(*object)));
    return TL_OK;
}

static int entry_column(tl_book *book, sqlite3_stmt *row, int column, json_t *object)
{
    int type = sqlite3_column_type(row, column);
    const char *name = sqlite3_column_name(row, column), *text = (const char *)sqlite3_column_text(row, column);
    if (name == NULL || text == NULL)
        return tl__fail_memory(book);
    if (!tl__is_utf8(text))
        return tl__error_set(&book->error, TL_ECORRUPT, NULL, "%s of entry %lld is not UTF-8 text; run verify", name, (long long)sqlite3_column_int64(row, 0));
    json_t *value = type == SQLITE_INTEGER ? json_integer(sqlite3_column_int64(row, column)) : json_stringn(text, (size_t)sqlite3_column_bytes(row, column));
    return json_object_set_new(object, name, value) == 0 ? TL_OK : tl__fail_memory(book);
}

int tl__entry_object(tl_book *book, sqlite3_stmt *row, json_t **object)
{
    *object = json_object();
    int result = *object == NULL ? tl__fail_memory(book) : TL_OK;
    for (int column = 0; result == TL_OK && column < sqlite3_column_count(row); column++)
        if (sqlite3_column_type(row, column) != SQLITE_NULL)
            result = entry_column(book, row, column, *object);
    return result;
}

static int column_value(const tl_cursor *cursor, int column, json_t **value)
{
    tl_book *book = tl__cursor_book(cursor);
    int type = tl_column_type(cursor, column);
    if (type == TL_NULL) {
        *value = json_null();
        return TL_OK;
    }
    if (type == TL_INTEGER) {
        *value = json_integer(tl_column_int(cursor, column));
        return *value == NULL ? tl__fail_memory(book) : TL_OK;
    }
    const char *text = tl_column_text(cursor, column);
    if (text != NULL && !tl__is_utf8(text))
        return tl__error_set(&book->error, TL_ECORRUPT, NULL, "the column %s holds text that is not UTF-8; run verify", tl_column_name(cursor, column));
    *value = text == NULL ? NULL : json_string(text);
    return *value == NULL ? tl__fail_memory(book) : TL_OK;
}

static int row_object(const tl_cursor *cursor, json_t **object)
{
    tl_book *book = tl__cursor_book(cursor);
    json_t *made = json_object();
    int result = made == NULL ? tl__fail_memory(book) : TL_OK;
    for (int column = 0; result == TL_OK && column < tl_column_count(cursor); column++) {
        json_t *value = NULL;
        const char *name = tl_column_name(cursor, column);
        result = name == NULL ? tl__fail_memory(book) : column_value(cursor, column, &value);
        if (result == TL_OK && json_object_set_new(made, name, value) != 0)
            result = tl__fail_memory(book);
    }
    if (result != TL_OK) {
        json_decref(made);
        made = NULL;
    }
    *object = made;
    return result;
}

/* Every list of the library has a column that is never NULL, so a row of nothing but NULL is no row. */
static int on_row(const tl_cursor *cursor)
{
    for (int column = 0; column < tl_column_count(cursor); column++)
        if (tl_column_type(cursor, column) != TL_NULL)
            return 1;
    return 0;
}

static int dump_copy(tl_book *book, const json_t *json, char **copy)
{
    *copy = tl__json_dump(json, 0);
    return *copy == NULL ? tl__fail_memory(book) : TL_OK;
}

int tl_row_json(const tl_cursor *cursor, char **copy)
{
    json_t *object = NULL;
    *copy = NULL;
    if (cursor == NULL)
        return TL_EMISUSE;
    tl_book *book = tl__cursor_book(cursor);
    tl__enter(book);
    if (!on_row(cursor))
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "the cursor is not on a row; call tl_next first");
    int result = row_object(cursor, &object);
    if (result == TL_OK)
        result = dump_copy(book, object, copy);
    json_decref(object);
    return result;
}

/* The rows of a cursor, put into the object as an array under key. */
static int add_rows(tl_book *book, json_t *object, const char *key, tl_cursor *cursor)
{
    json_t *rows = json_array();
    int result = rows == NULL ? tl__fail_memory(book) : TL_ROW;
    while (result == TL_ROW && (result = tl_next(cursor)) == TL_ROW) {
        json_t *row = NULL;
        int made = row_object(cursor, &row);
        if (made != TL_OK)
            result = made;
        else if (json_array_append_new(rows, row) != 0)
            result = tl__fail_memory(book);
    }
    if (result != TL_DONE) {
        json_decref(rows);
        return result;
    }
    /* item_status counts the evidence under the key that its array has here. The array takes its place, behind the columns. */
    json_object_del(object, key);
    return json_object_set_new(object, key, rows) == 0 ? TL_OK : tl__fail_memory(book);
}

static int item_entries(tl_book *book, int64_t item, tl_cursor **cursor)
{
    tl_entry_query query = TL_ENTRY_QUERY_INIT;
    query.item = item;
    return tl_entries(book, &query, cursor);
}

/* Where it is listed; the rest of its columns stand in the object already. */
static int item_listings(tl_book *book, int64_t item, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, item };
    return tl__cursor_open(book,
        "SELECT ref, ledger, no, item, home, title, lead, state, due, days_left, light, percent, entry FROM listing_status WHERE item = ?1 "
        "ORDER BY ledger_id, no_order",
        &parameter, 1, "listing", cursor);
}

static const struct list {
    const char *key;
    int (*open)(tl_book *book, int64_t item, tl_cursor **cursor);
} lists[] = { { "assignments", tl_assignments }, { "entries", item_entries }, { "evidence", tl_evidence }, { "values", tl_values },
    { "listings", item_listings } };

static int add_lists(tl_book *book, json_t *object, int64_t item)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < sizeof lists / sizeof lists[0]; i++) {
        tl_cursor *cursor = NULL;
        result = lists[i].open(book, item, &cursor);
        if (result == TL_OK)
            result = add_rows(book, object, lists[i].key, cursor);
        tl_cursor_close(cursor);
    }
    return result;
}

/* The one row of a query by id, whose cursor stays on it. */
static int read_one(tl_book *book, const char *sql, const char *what, int64_t id, tl_cursor **cursor, json_t **object)
{
    const tl__parameter parameter = { NULL, id };
    int result = tl__cursor_open(book, sql, &parameter, 1, NULL, cursor);
    if (result == TL_OK)
        result = tl_next(*cursor);
    if (result == TL_DONE)
        return tl__error_set(&book->error, TL_ENOTFOUND, NULL, "there is no %s %lld", tl__said(&book->error, what), (long long)id);
    return result == TL_ROW ? row_object(*cursor, object) : result;
}

/* The item's row is left only when its lists are read, so that all is seen at one moment of the book. */
int tl_item_json(tl_book *book, int64_t item, char **copy)
{
    tl_cursor *cursor = NULL;
    json_t *object = NULL;
    *copy = NULL;
    tl__enter(book);
    int result = read_one(book,
        "SELECT s.*, p.below, p.closed_below, p.progress_below FROM item_status s LEFT JOIN item_progress p ON p.item = s.item WHERE s.item = ?1",
        "item with the id", item, &cursor, &object);
    if (result == TL_OK)
        result = add_lists(book, object, item);
    if (result == TL_OK)
        result = dump_copy(book, object, copy);
    json_decref(object);
    tl_cursor_close(cursor);
    return result;
}

int tl_entry_json(tl_book *book, int64_t seq, char **copy)
{
    tl_cursor *cursor = NULL;
    json_t *object = NULL;
    *copy = NULL;
    tl__enter(book);
    int result = read_one(book, "SELECT * FROM entry_status WHERE seq = ?1", "entry", seq, &cursor, &object);
    if (result == TL_OK)
        result = dump_copy(book, object, copy);
    json_decref(object);
    tl_cursor_close(cursor);
    return result;
}
