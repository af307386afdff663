/* sheet_json.c (L4) - rows of JSON: an array of objects or of arrays, such arrays in an object, each a sheet, or JSON lines. The text is cut into
 * records here, so that one of them is in memory at a time; jansson reads each. It is read twice: what keys there are is known at its end only. */
#include "json.h"
#include "sheet_reader.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef struct json_state {
    char chunk[TL__SHEET_CHUNK];
    size_t at, end;
    int64_t line, record, record_line;
    tl__buffer value; /* the text of the record */
    int in_object;    /* the tables are in one */
    int lines;        /* a record a line */
    int begun;        /* the first record was taken */
    int arrays;       /* the records are arrays */
    json_t *keys;     /* each with its column */
    json_t **slots;   /* of the record, by column */
    size_t key_count, key_bytes;
    int header_given;
} json_state;

enum { END = -1, FAILED = -2 };

/* The next byte, which stays: END, FAILED. */
static int peek(tl__sheet *sheet, json_state *json)
{
    if (json->at < json->end)
        return (unsigned char)json->chunk[json->at];
    json->at = json->end = 0;
    if (tl__text_read(&sheet->text, json->chunk, sizeof json->chunk, &json->end) != TL_OK)
        return FAILED;
    return json->end == 0 ? END : (unsigned char)json->chunk[0];
}

static void step(json_state *json)
{
    json->line += json->chunk[json->at++] == '\n';
}

/* The next byte that is no blank. */
static int peek_solid(tl__sheet *sheet, json_state *json)
{
    int byte;
    while ((byte = peek(sheet, json)) == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
        step(json);
    return byte;
}

static int fail_end(tl__sheet *sheet, json_state *json, int byte, const char *expected)
{
    if (byte == FAILED)
        return sheet->error->result;
    if (byte == END)
        return tl__sheet_broken(sheet, "it ends at line %lld where %s should be; is it complete?", (long long)json->line, tl__said(sheet->error, expected));
    return tl__sheet_broken(
        sheet, "line %lld has '%c' where %s should be", (long long)json->line, byte < 0x80 && byte >= ' ' ? byte : '?', tl__said(sheet->error, expected));
}

/* ------------------------------------------------------------------------------------------------------------------------------- values */

/* A string or container as it is taken: whether the byte is within a string, and how deep. */
typedef struct nesting {
    int depth, quoted, escaped;
    int values; /* about as many as jansson would make of it */
} nesting;

static void nest(nesting *in, int byte)
{
    if (in->quoted) {
        in->quoted = in->escaped || byte != '"';
        in->escaped = !in->escaped && byte == '\\';
        return;
    }
    in->quoted = byte == '"';
    in->depth += byte == '{' || byte == '[';
    in->values += byte == '{' || byte == '[' || byte == ',';
    in->depth -= byte == '}' || byte == ']';
}

static int fail_size(tl__sheet *sheet, const json_state *json, const char *what, int limit)
{
    char words[60];
    snprintf(words, sizeof words, tl__said(sheet->error, what), limit);
    return tl__error_set(
        sheet->error, TL_EINVAL, "import.size", "%s: line %lld: the record %s; the rest was not read", sheet->path, (long long)json->line, words);
}

/* Takes a value, into json->value if it is to be kept. A number or a word ends before what can't be in it. */
static int take_value(tl__sheet *sheet, json_state *json, int keep)
{
    nesting in = { 0 };
    int byte = peek_solid(sheet, json), plain = byte > 0 && strchr("{[\"", byte) == NULL;
    json->value.length = 0;
    do {
        byte = peek(sheet, json);
        if (byte < 0)
            return plain && byte == END ? TL_OK : fail_end(sheet, json, byte, "the rest of a record");
        if (plain && strchr(" \t\r\n,]}:", byte) != NULL)
            return TL_OK;
        nest(&in, byte);
        if (in.depth > TL__SHEET_DEPTH)
            return fail_size(sheet, json, "is more than %d levels deep", TL__SHEET_DEPTH);
        if (keep && in.values > TL__SHEET_VALUES)
            return fail_size(sheet, json, "has more than %d values", TL__SHEET_VALUES);
        char one = (char)byte;
        if (keep)
            tl__append_bytes(&json->value, &one, 1);
        if (json->value.length > TL__SHEET_ROW)
            return fail_size(sheet, json, "has more than %d bytes", TL__SHEET_ROW);
        step(json);
    } while (plain || in.depth > 0 || in.quoted);
    return json->value.failed ? tl__sheet_memory(sheet) : TL_OK;
}

static int expect(tl__sheet *sheet, json_state *json, char byte, const char *expected)
{
    int found = peek_solid(sheet, json);
    if (found != byte)
        return fail_end(sheet, json, found, expected);
    step(json);
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------------- tables */

static void restart(tl__sheet *sheet, json_state *json)
{
    tl__text_rewind(&sheet->text);
    json->at = json->end = 0;
    json->line = 1;
    json->record = json->record_line = 0;
    json->begun = 0;
}

/* A key of the outer object, as text: json->value without its quotation marks. */
static int take_key(tl__sheet *sheet, json_state *json, char **key)
{
    json_error_t unused;
    int byte = peek_solid(sheet, json);
    int result = byte == '"' ? take_value(sheet, json, 1) : fail_end(sheet, json, byte, "a key in quotation marks");
    if (result == TL_OK)
        result = expect(sheet, json, ':', "a colon");
    if (result != TL_OK)
        return result;
    json_t *text = json_loadb(json->value.text, json->value.length, JSON_DECODE_ANY, &unused);
    if (text == NULL)
        return tl__sheet_broken(sheet, "the key at line %lld is no text", (long long)json->line);
    *key = tl__copy(json_string_value(text));
    json_decref(text);
    return *key == NULL ? tl__sheet_memory(sheet) : TL_OK;
}

/* Goes in front of the next element of an array, or of an object, that was entered: TL_ROW; or behind its end: TL_DONE. */
static int next_element(tl__sheet *sheet, json_state *json, int *begun, char close)
{
    int byte = peek_solid(sheet, json), result = TL_OK;
    if (byte == close) {
        step(json);
        return TL_DONE;
    }
    if (*begun) {
        result = expect(sheet, json, ',', close == ']' ? "a comma or ]" : "a comma or }");
        byte = result == TL_OK ? peek_solid(sheet, json) : byte;
    }
    *begun = 1;
    if (result == TL_OK && (byte < 0 || byte == ',' || byte == close))
        result = fail_end(sheet, json, byte, "a value");
    return result == TL_OK ? TL_ROW : result;
}

/* A member of the outer object: it is passed over, or listed if it is a table; TL_DONE in front of the first record of the one that is wanted. */
static int take_member(tl__sheet *sheet, json_state *json, const char *key, int64_t wanted, int64_t *found)
{
    int begun = 0, result = TL_OK;
    if (peek_solid(sheet, json) != '[')
        return take_value(sheet, json, 0);
    step(json);
    int byte = peek_solid(sheet, json);
    if (byte == '{' || byte == '[') {
        if (wanted == (*found)++)
            return TL_DONE;
        result = wanted < 0 ? tl__sheet_list(sheet, key, NULL, 0) : TL_OK;
    }
    while (result == TL_OK && (result = next_element(sheet, json, &begun, ']')) == TL_ROW)
        result = take_value(sheet, json, 0);
    return result == TL_DONE ? TL_OK : result;
}

/* Goes over the members of the outer object: to its end, and lists its tables, or (wanted not negative) up to the first record of one of them. */
static int walk(tl__sheet *sheet, json_state *json, int64_t wanted)
{
    int64_t found = 0;
    int begun = 0, result = expect(sheet, json, '{', "an object");
    while (result == TL_OK && (result = next_element(sheet, json, &begun, '}')) == TL_ROW) {
        char *key = NULL;
        result = take_key(sheet, json, &key);
        if (result == TL_OK)
            result = take_member(sheet, json, key, wanted, &found);
        tl_free(key);
    }
    return result == TL_DONE ? TL_OK : result;
}

/* An array in front: of records, or itself the first record of JSON lines. */
static int take_first(tl__sheet *sheet, json_state *json)
{
    step(json);
    int byte = peek_solid(sheet, json);
    json->lines = byte >= 0 && byte != '{' && byte != '[' && byte != ']';
    return byte == FAILED ? sheet->error->result : TL_OK;
}

static void forget_list(tl__sheet *sheet)
{
    while (sheet->sheet_count > 0)
        tl_free(sheet->sheets[--sheet->sheet_count].name);
}

/* Finds out what kind of JSON it is. An object with another record behind it, or without a table in it, is the first of JSON lines. */
static int survey(tl__sheet *sheet, json_state *json)
{
    restart(sheet, json);
    int byte = peek_solid(sheet, json), result = TL_OK;
    if (byte == FAILED)
        return sheet->error->result;
    json->in_object = byte == '{';
    if (byte == '{')
        result = walk(sheet, json, -1);
    else if (byte == '[')
        result = take_first(sheet, json);
    if (result != TL_OK)
        return result;
    byte = json->in_object || json->lines ? peek_solid(sheet, json) : 0;
    if (byte == FAILED)
        return sheet->error->result;
    json->lines |= (json->in_object && sheet->sheet_count == 0) || byte == '{' || byte == '[';
    if (!json->lines && byte > 0)
        return fail_end(sheet, json, byte, "its end");
    if (json->lines)
        sheet->reader = &tl__jsonl_reader;
    json->in_object &= !json->lines;
    if (json->in_object)
        return TL_OK;
    forget_list(sheet);
    return tl__sheet_list(sheet, "", NULL, 0);
}

/* Goes in front of the first record. */
static int enter(tl__sheet *sheet, json_state *json)
{
    restart(sheet, json);
    if (json->lines)
        return TL_OK;
    return json->in_object ? walk(sheet, json, (int64_t)sheet->index) : expect(sheet, json, '[', "an array of records");
}

/* ------------------------------------------------------------------------------------------------------------------------------ records */

/* The text of the next record: TL_ROW, TL_DONE. */
static int take_record(tl__sheet *sheet, json_state *json)
{
    int result = TL_ROW, byte = peek_solid(sheet, json);
    if (!json->lines)
        result = next_element(sheet, json, &json->begun, ']');
    else if (byte < 0)
        result = byte == END ? TL_DONE : sheet->error->result;
    if (result == TL_DONE && !json->in_object && !json->lines && (byte = peek_solid(sheet, json)) != END)
        return fail_end(sheet, json, byte, "its end");
    if (result != TL_ROW)
        return result;
    byte = peek_solid(sheet, json);
    if (byte != '{' && byte != '[')
        return fail_end(sheet, json, byte, "a record, an object or an array,");
    if (json->lines && json->line == json->record_line)
        return tl__sheet_broken(sheet, "line %lld has two records; put each on a line of its own", (long long)json->line);
    json->record++;
    json->record_line = json->line;
    sheet->row.number = json->lines ? json->line : json->record;
    result = take_value(sheet, json, 1);
    return result == TL_OK ? TL_ROW : result;
}

/* jansson says where in the record; people look for it in the file. */
static int fail_parse(tl__sheet *sheet, const json_state *json, const json_error_t *error)
{
    if (json_error_code(error) == json_error_out_of_memory)
        return tl__sheet_memory(sheet);
    return tl__sheet_broken(sheet, "line %lld, in the record that begins in line %lld: %s", (long long)(json->record_line + error->line - 1),
        (long long)json->record_line, error->text);
}

/* The next record, the caller's: TL_ROW, TL_DONE. */
static int read_record(tl__sheet *sheet, json_state *json, json_t **record)
{
    json_error_t error;
    int result = take_record(sheet, json);
    if (result != TL_ROW)
        return result;
    *record = json_loadb(json->value.text, json->value.length, JSON_REJECT_DUPLICATES, &error);
    if (*record == NULL)
        return fail_parse(sheet, json, &error);
    if (json->record == 1)
        json->arrays = json_is_array(*record);
    if (json_is_array(*record) == json->arrays)
        return TL_ROW;
    result = tl__sheet_broken(sheet, "the record in line %lld is %s, but the first one is %s", (long long)json->record_line,
        tl__said(sheet->error, tl__json_type_name(*record)), tl__said(sheet->error, json->arrays ? "an array" : "an object"));
    json_decref(*record);
    return result;
}

static int learn_keys(tl__sheet *sheet, json_state *json, json_t *record)
{
    const char *key;
    json_t *value;
    json_object_foreach(record, key, value)
    {
        if (json_object_get(json->keys, key) != NULL)
            continue;
        json->key_bytes += strlen(key) + 1;
        if (json->key_count == TL__SHEET_COLUMNS || json->key_bytes > TL__SHEET_ROW)
            return tl__error_set(sheet->error, TL_EINVAL, "import.size", "the records have more than %d keys, or keys of more than %d bytes in all",
                TL__SHEET_COLUMNS, TL__SHEET_ROW);
        if (json_object_set_new(json->keys, key, json_integer((json_int_t)json->key_count++)) != 0)
            return tl__sheet_memory(sheet);
    }
    return TL_OK;
}

/* Reads all records for their keys, and by the way sees whether the file is whole. */
static int read_keys(tl__sheet *sheet, json_state *json)
{
    json_t *record;
    int result = enter(sheet, json);
    while (result == TL_OK && (result = read_record(sheet, json, &record)) == TL_ROW) {
        result = learn_keys(sheet, json, record);
        json_decref(record);
    }
    if (result != TL_DONE)
        return result;
    json->slots = sqlite3_malloc64((json->key_count + 1) * sizeof(json_t *));
    return json->slots == NULL ? tl__sheet_memory(sheet) : TL_OK;
}

/* ----------------------------------------------------------------------------------------------------------------------- open and close */

static int open_json(tl__sheet *sheet)
{
    json_state *json = sqlite3_malloc64(sizeof *json);
    if (json == NULL)
        return tl__sheet_memory(sheet);
    memset(json, 0, sizeof *json);
    sheet->state = json;
    json->keys = json_object();
    if (json->keys == NULL)
        return tl__sheet_memory(sheet);
    int result = survey(sheet, json);
    if (result == TL_OK)
        result = tl__sheet_choose(sheet);
    if (result == TL_OK)
        result = read_keys(sheet, json);
    return result == TL_OK ? enter(sheet, json) : result;
}

static void close_json(tl__sheet *sheet)
{
    json_state *json = sheet->state;
    json_decref(json->keys);
    tl_free(json->slots);
    tl_free(json->value.text);
    tl_free(json);
}

/* --------------------------------------------------------------------------------------------------------------------------------- cells */

/* An array of texts and numbers as people write several into a cell: 甲、乙. NULL: it holds something else, or memory is out. */
static char *join(const json_t *array)
{
    tl__buffer text = { 0 };
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *value = json_array_get(array, i);
        char number[32] = "";
        if (json_is_integer(value))
            snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        if (number[0] == '\0' && !json_is_string(value)) {
            tl_free(text.text);
            return NULL;
        }
        tl__append(&text, i > 0 ? "、" : "");
        tl__append(&text, number[0] != '\0' ? number : json_string_value(value));
    }
    tl__append(&text, "");
    return text.text;
}

static int put_container(tl__sheet *sheet, size_t column, const json_t *value)
{
    char *text = json_is_array(value) ? join(value) : NULL;
    if (text == NULL)
        text = tl__json_dump(value, JSON_COMPACT);
    if (text == NULL)
        return tl__sheet_memory(sheet);
    int result = tl__sheet_put(sheet, column, TL__CELL_TEXT, text, strlen(text));
    tl_free(text);
    return result;
}

static int put_value(tl__sheet *sheet, size_t column, const json_t *value)
{
    char number[40];
    switch (value == NULL ? JSON_NULL : json_typeof(value)) {
    case JSON_STRING:
        return tl__sheet_put(sheet, column, TL__CELL_TEXT, json_string_value(value), json_string_length(value));
    case JSON_INTEGER:
        sqlite3_snprintf(sizeof number, number, "%lld", (long long)json_integer_value(value));
        return tl__sheet_put(sheet, column, TL__CELL_NUMBER, number, strlen(number));
    case JSON_REAL:
        sqlite3_snprintf(sizeof number, number, "%.15g", json_real_value(value));
        return tl__sheet_put(sheet, column, TL__CELL_NUMBER, number, strlen(number));
    case JSON_TRUE:
        return tl__sheet_put(sheet, column, TL__CELL_BOOLEAN, "true", 4);
    case JSON_FALSE:
        return tl__sheet_put(sheet, column, TL__CELL_BOOLEAN, "false", 5);
    case JSON_NULL:
        return tl__sheet_put(sheet, column, TL__CELL_EMPTY, "", 0);
    default:
        return put_container(sheet, column, value);
    }
}

static int put_object(tl__sheet *sheet, json_state *json, json_t *record)
{
    const char *key;
    json_t *value;
    int result = TL_OK;
    memset(json->slots, 0, json->key_count * sizeof(json_t *));
    json_object_foreach(record, key, value)
    {
        json->slots[json_integer_value(json_object_get(json->keys, key))] = value;
    }
    for (size_t i = 0; result == TL_OK && i < json->key_count; i++)
        if (json->slots[i] != NULL && !json_is_null(json->slots[i]))
            result = put_value(sheet, i, json->slots[i]);
    return result;
}

static int put_array(tl__sheet *sheet, const json_t *record)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < json_array_size(record); i++)
        result = put_value(sheet, i, json_array_get(record, i));
    return result;
}

/* jansson gives the keys of an object in the order they came. */
static int put_header(tl__sheet *sheet, json_state *json)
{
    const char *key;
    json_t *value;
    int result = TL_OK;
    json_object_foreach(json->keys, key, value)
    {
        if (result == TL_OK)
            result = tl__sheet_put(sheet, (size_t)json_integer_value(value), TL__CELL_TEXT, key, strlen(key));
    }
    json->header_given = 1;
    sheet->row.number = 0;
    return result == TL_OK ? TL_ROW : result;
}

static int next_json(tl__sheet *sheet)
{
    json_state *json = sheet->state;
    json_t *record;
    if (!json->header_given && !json->arrays && json->key_count > 0)
        return put_header(sheet, json);
    int result = read_record(sheet, json, &record);
    if (result != TL_ROW)
        return result;
    result = json->arrays ? put_array(sheet, record) : put_object(sheet, json, record);
    json_decref(record);
    return result == TL_OK ? TL_ROW : result;
}

const tl__sheet_reader tl__json_reader = { "json", "record", open_json, next_json, close_json, NULL };
const tl__sheet_reader tl__jsonl_reader = { "jsonl", "line", open_json, next_json, close_json, NULL };
