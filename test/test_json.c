/* test_json.c - rows, items and entries as JSON, and posts from JSON: every key, every result. */
#include "fixture.h"
#include "suite.h"

#include <jansson.h>
#include <locale.h>
#include <stdio.h>

/* Parses a copy and frees it. */
static json_t *parsed(char *copy)
{
    json_error_t error;
    ck_assert_ptr_nonnull(copy);
    json_t *json = json_loads(copy, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(json != NULL, "%s in %s", error.text, copy);
    tl_free(copy);
    return json;
}

static const char *text_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    ck_assert_msg(json_is_string(value), "%s is no text", key);
    return json_string_value(value);
}

static json_t *item_json(int64_t item)
{
    char *copy = NULL;
    OK(tl_item_json(t.book, item, &copy));
    return parsed(copy);
}

static int64_t post(const char *json)
{
    int64_t seq = 0;
    OK(tl_post_json(t.book, json, &seq));
    ck_assert_int_gt(seq, 0);
    return seq;
}

static const char *entry_text(int64_t seq, const char *column)
{
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT \"%s\" FROM entry WHERE seq = %lld", column, (long long)seq);
    return book_text(t.book, sql);
}

/* Refused as malformed, with this in the words. */
static void bad(const char *json, const char *words)
{
    REFUSED(tl_post_json(t.book, json, NULL), TL_EINVAL, "");
    expect_words(words);
}

START_TEST(row_of_each_type)
{
    tl_cursor *cursor;
    char *copy;
    OK(tl_units(t.book, &cursor));
    ck_assert_int_eq(tl_row_json(cursor, &copy), TL_EMISUSE); /* before the first row */
    ck_assert_ptr_null(copy);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    OK(tl_row_json(cursor, &copy));
    char expected[200];
    snprintf(expected, sizeof expected,
        "{\"id\": %lld, \"code\": \"south\", \"name\": \"南街道\", \"kind\": null, \"parent\": null, \"retired\": 0, \"holder\": null}", (long long)t.south);
    ck_assert_str_eq(copy, expected);
    tl_free(copy);
    while (tl_next(cursor) == TL_ROW)
        continue;
    ck_assert_int_eq(tl_row_json(cursor, &copy), TL_EMISUSE); /* behind the last */
    tl_cursor_close(cursor);
    ck_assert_int_eq(tl_row_json(NULL, &copy), TL_EMISUSE);
}
END_TEST

START_TEST(row_that_is_damaged)
{
    tl_cursor *cursor;
    char *copy;
    sql_try(t.path, "DROP TRIGGER unit_journal_update; UPDATE unit SET kind = CAST(x'ff41' AS TEXT)");
    OK(tl_units(t.book, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_row_json(cursor, &copy), TL_ECORRUPT);
    ck_assert_ptr_null(copy);
    expect_words("kind");
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(item_whole)
{
    OK(tl_attach(t.book, t.item, "https://example.org/1", "会议纪要"));
    json_t *item = item_json(t.item);
    ck_assert_str_eq(text_of(item, "ref"), "tasks/1");
    ck_assert_str_eq(text_of(item, "due"), "2023-06-30");
    ck_assert(json_is_integer(json_object_get(item, "days_left")));
    ck_assert(json_is_null(json_object_get(item, "detail")));
    ck_assert_uint_eq(json_array_size(json_object_get(item, "assignments")), 2);
    ck_assert_uint_eq(json_array_size(json_object_get(item, "entries")), 4);
    const json_t *evidence = json_object_get(item, "evidence");
    ck_assert_uint_eq(json_array_size(evidence), 1);
    ck_assert_str_eq(text_of(json_array_get(evidence, 0), "title"), "会议纪要");
    ck_assert_uint_eq(json_array_size(json_object_get(item, "values")), 0);
    ck_assert(json_is_array(json_object_get(item, "values")));
    json_decref(item);
}
END_TEST

START_TEST(item_has_the_keys_of_the_view_and_four)
{
    tl_cursor *cursor;
    char *copy = NULL;
    OK(tl_item_json(t.book, t.item, &copy));
    const char *at = copy;
    OK(tl_items(t.book, NULL, &cursor));
    for (int i = 0; i < tl_column_count(cursor); i++) { /* in the view's order; evidence is the array's */
        char key[80];
        snprintf(key, sizeof key, "\"%s\": ", tl_column_name(cursor, i));
        const char *found = strstr(at, key);
        ck_assert_msg(found != NULL, "no %s", key);
        at = strcmp(tl_column_name(cursor, i), "evidence") == 0 ? at : found;
    }
    tl_cursor_close(cursor);
    static const char *const lists[] = { "\"assignments\": [", "\"entries\": [", "\"evidence\": [", "\"values\": [" };
    for (size_t i = 0; i < 4; i++) {
        at = strstr(at, lists[i]);
        ck_assert_ptr_nonnull(at);
    }
    json_decref(parsed(copy));
}
END_TEST

START_TEST(item_with_values)
{
    add_item(t.dossiers, "批示", NULL, 0);
    int64_t seq = post("{\"item\": \"dossiers/1\", \"action\": \"amend\", \"set\": {\"批示领导\": \"市委\", \"instructed_on\": \"2023-01-09\"}}");
    ck_assert_str_eq(entry_text(seq, "new"), "2023-01-09");
    int64_t item;
    OK(tl_item_find(t.book, "dossiers/1", &item));
    json_t *whole = item_json(item);
    const json_t *values = json_object_get(whole, "values");
    ck_assert_uint_eq(json_array_size(values), 4);
    json_decref(whole);
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value WHERE field = 'leader'"), "市委");
}
END_TEST

START_TEST(item_and_entry_not_there)
{
    char *copy = NULL;
    REFUSED(tl_item_json(t.book, 99, &copy), TL_ENOTFOUND, "");
    ck_assert_ptr_null(copy);
    REFUSED(tl_entry_json(t.book, 99, &copy), TL_ENOTFOUND, "");
    expect_words("99");
    ck_assert_ptr_null(copy);
}
END_TEST

START_TEST(entry_of_the_journal)
{
    char *copy = NULL;
    int64_t seq = act(t.item, "comment", "看过了\t\"好\"");
    OK(tl_entry_json(t.book, seq, &copy));
    json_t *entry = parsed(copy);
    ck_assert_str_eq(text_of(entry, "note"), "看过了\t\"好\"");
    ck_assert_str_eq(text_of(entry, "ref"), "tasks/1");
    ck_assert_str_eq(text_of(entry, "on"), "2023-03-01");
    ck_assert_int_eq(json_integer_value(json_object_get(entry, "seq")), seq);
    json_decref(entry);
}
END_TEST

START_TEST(posts_by_every_name_of_an_item)
{
    char json[300];
    tl_item *item;
    OK(tl_item_get(t.book, t.item, &item));
    int64_t first = post("{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"一\"}");
    snprintf(json, sizeof json, "{\"item\": \"%s\", \"action\": \"comment\", \"note\": \"二\"}", item->uid);
    ck_assert_int_eq(post(json), first + 1);
    snprintf(json, sizeof json, "{\"item\": %lld, \"action\": \"comment\", \"note\": \"三\", \"actor\": \"李四\"}", (long long)t.item);
    ck_assert_int_eq(post(json), first + 2);
    ck_assert_str_eq(entry_text(first + 2, "actor"), "李四");
    tl_free(item);
}
END_TEST

START_TEST(posts_with_every_key)
{
    const char *file = write_file("纪要.txt", "minutes");
    char json[2000];
    OK(tl_dispatch(t.book, t.item, NULL));
    post("{\"item\": \"tasks/1\", \"action\": \"acknowledge\", \"unit\": \"North Office\"}");
    snprintf(json, sizeof json,
        "{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": \"north\", \"percent\": 66.1, \"value\": 46, \"note\": \"过半\", \"problem\": \"缺钱\", "
        "\"next\": \"筹款\", \"on\": \"2023-02-28\", \"files\": [\"%s\"], \"request\": \"r1\", \"data\": {\"b\": [1, 2.5], \"a\": null}, \"risk\": null}",
        file);
    int64_t seq = post(json);
    ck_assert_str_eq(entry_text(seq, "percent"), "66.1");
    ck_assert_str_eq(entry_text(seq, "value"), "46");
    ck_assert_str_eq(entry_text(seq, "problem"), "缺钱");
    ck_assert_str_eq(entry_text(seq, "next_step"), "筹款");
    ck_assert_str_eq(entry_text(seq, "happened_on"), "2023-02-28");
    ck_assert_str_eq(entry_text(seq, "data"), "{\"b\":[1,2.5],\"a\":null}");
    ck_assert_str_eq(entry_text(seq - 1, "action"), "attach");
    ck_assert_int_eq(post(json), seq); /* the same request */
    seq = post("{\"item\": \"tasks/1\", \"action\": \"attach\", \"uri\": \"https://example.org\", \"title\": \"网页\", \"data\": \"x\"}");
    ck_assert_str_eq(entry_text(seq, "title"), "网页");
    seq = post("{\"item\": \"tasks/1\", \"action\": \"assign\", \"unit\": \"east\", \"role\": \"support\", \"officer\": \"赵六\"}");
    ck_assert_str_eq(entry_text(seq, "officer"), "赵六");
    seq = post("{\"item\": \"tasks/1\", \"action\": \"rate\", \"risk\": \"high\", \"note\": \"工期紧\", \"data\": 1.5}");
    ck_assert_str_eq(entry_text(seq, "data"), "1.5");
    seq = post("{\"item\": \"tasks/1\", \"action\": \"request-extension\", \"unit\": \"north\", \"due\": \"2023-07-31\", \"note\": \"天气\"}");
    ck_assert_str_eq(entry_text(seq, "asked_due"), "2023-07-31");
}
END_TEST

START_TEST(amends_by_set)
{
    int64_t seq = post("{\"item\": \"tasks/1\", \"action\": \"amend\", \"note\": \"更名\", \"set\": {\"title\": \"修桥\", \"no\": 17, \"due\": null}}");
    ck_assert_str_eq(entry_text(seq, "field"), "due");
    ck_assert_str_eq(book_text(t.book, "SELECT title || no || ifnull(due, '-') FROM item WHERE no = '17'"), "修桥17-");
}
END_TEST

START_TEST(expects_the_entry_last_seen)
{
    char json[200];
    int64_t seq = act(t.item, "comment", "one");
    snprintf(json, sizeof json, "{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"two\", \"expect\": %lld}", (long long)seq);
    post(json);
    REFUSED(tl_post_json(t.book, json, NULL), TL_ECONFLICT, "item.expect");
}
END_TEST

START_TEST(numbers_as_they_stand)
{
    static const char *const numbers[][2] = { { "5", "5" }, { "-3", "-3" }, { "0.1", "0.1" }, { "66.1", "66.1" }, { "9007199254740993", "9007199254740993" },
        { "1234567.25", "1234567.25" }, { "0.30000000000000004", "0.30000000000000004" } };
    char json[200];
    setlocale(LC_NUMERIC, "de_DE.UTF-8"); /* where there is one, its comma must not get in */
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        snprintf(json, sizeof json, "{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": \"north\", \"note\": \"n\", \"value\": %s}", numbers[i][0]);
        ck_assert_str_eq(entry_text(post(json), "value"), numbers[i][1]);
    }
    setlocale(LC_NUMERIC, "C");
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": \"north\", \"note\": \"n\", \"percent\": 1e20}", NULL), TL_EINVAL,
        "entry.percent");
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": \"north\", \"note\": \"n\", \"percent\": \"120\"}", NULL),
        TL_EINVAL, "entry.percent");
}
END_TEST

START_TEST(registers)
{
    int64_t seq = post(
        "{\"action\": \"register\", \"support\": [\"south\", \"East Office\"], \"lead\": \"north\", \"ledger\": \"tasks\", \"title\": \"子任务\", \"no\": 8, "
        "\"detail\": \"目标\", \"source\": \"文件\", \"officer\": \"领导\", \"due\": \"2023-09-30\", \"risk\": \"low\", \"note\": \"新\", \"parent\": "
        "\"tasks/1\", "
        "\"uid\": \"00000000000000000000000000000001\", \"on\": \"2023-02-01\", \"request\": \"q\", \"data\": [1]}");
    ck_assert_str_eq(entry_text(seq, "action"), "register");
    ck_assert_str_eq(entry_text(seq, "data"), "[1]");
    ck_assert_str_eq(entry_text(seq, "no"), "8");
    ck_assert_int_eq(atoi(entry_text(seq, "parent")), (int)t.item);
    ck_assert_str_eq(entry_text(seq + 1, "role"), "lead"); /* first, whatever the order of the keys */
    tl_cursor *cursor;
    OK(tl_assignments(t.book, seq, &cursor));
    ck_assert_str_eq(rows_of(cursor, "unit"), "north|south|east");
    ck_assert_int_eq(
        post("{\"action\": \"register\", \"ledger\": \"dossiers\", \"title\": \"批示\", \"responsible\": \"south\", \"set\": {\"secrecy\": \"内部\"}}"),
        seq + 4);
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value"), "内部");
    REFUSED(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"tasks\", \"title\": \"x\", \"no\": \"8\"}", NULL), TL_EEXISTS, "item.no_taken");
    REFUSED(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"tasks\", \"title\": \"x\", \"lead\": [\"north\", \"south\"]}", NULL), TL_ERULE,
        "assignment.one_lead");
    REFUSED(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"taks\", \"title\": \"x\"}", NULL), TL_ENOTFOUND, "");
    expect_words("'tasks'");
    REFUSED(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"tasks\", \"title\": \"x\", \"support\": [\"sout\"]}", NULL), TL_ENOTFOUND, "");
    expect_words("support: there is no unit 'sout'; the nearest is 'south'");
}
END_TEST

START_TEST(refuses_keys)
{
    bad("{\"item\": \"tasks/1\", \"action\": \"comment\", \"nots\": \"x\"}", "'nots'; the nearest is 'note'");
    bad("{\"item\": \"tasks/1\", \"action\": \"comment\", \"进展情况说明\": 1}", "'进展情况说明'");
    bad("{\"ledger\": \"tasks\", \"action\": \"register\", \"title\": \"x\", \"percent\": 1}", "with the action register");
    bad("{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"x\", \"item\": \"tasks/1\"}", "duplicate");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"next\": \"x\", \"next_step\": \"y\"}", "'next'");
    bad("{\"item\": \"tasks/1\", \"note\": \"x\"}", "'action' is missing");
    bad("{\"action\": \"comment\", \"note\": \"x\"}", "'item' is missing");
    bad("{\"action\": \"register\", \"title\": \"x\"}", "'ledger' is missing");
}
END_TEST

START_TEST(refuses_types)
{
    bad("{\"item\": \"tasks/1\", \"action\": 5}", "'action' takes a text, not a number");
    bad("{\"item\": true, \"action\": \"comment\"}", "'item' takes a REF, a uid or an id, not true");
    bad("{\"item\": 0, \"action\": \"comment\"}", "above 0");
    bad("{\"item\": 1.5, \"action\": \"comment\"}", "not a number");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"percent\": [1]}", "'percent' takes a text or a number, not an array");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": 7}", "'unit' takes a name");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"expect\": \"7\"}", "'expect' takes a whole number");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"files\": \"a\"}", "'files' takes an array of texts");
    bad("{\"item\": \"tasks/1\", \"action\": \"report\", \"files\": [\"a\", {}]}", "not an object");
    bad("{\"item\": \"tasks/1\", \"action\": \"amend\", \"set\": [1]}", "'set' takes an object");
    bad("{\"item\": \"tasks/1\", \"action\": \"amend\", \"set\": {\"title\": false}}", "'title' takes a text or a number, not false");
    bad("{\"action\": \"register\", \"ledger\": \"tasks\", \"title\": \"x\", \"lead\": [{}]}", "'lead' takes a name or an array of names");
}
END_TEST

START_TEST(refuses_broken_json)
{
    char deep[10001];
    memset(deep, '[', 10000);
    deep[10000] = '\0';
    bad("{\"item\": \"tasks/1\",\n \"action\" \"comment\"}", "line 2, column");
    bad("", "broken");
    bad("[1]", "not an array");
    bad("{} x", "broken");
    bad("5", "broken");
    bad(deep, "depth");
    bad("{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"a\\u0000b\"}", "broken");
    bad("{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"\xff\"}", "0xff");
    bad("{\"item\": 99999999999999999999999999}", "integer");
    REFUSED(tl_post_json(t.book, NULL, NULL), TL_EMISUSE, "");
}
END_TEST

START_TEST(refuses_as_tl_post_does)
{
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/9\", \"action\": \"comment\", \"note\": \"x\"}", NULL), TL_ENOTFOUND, "");
    expect_words("item: ");
    expect_words("there is no item '9'");
    REFUSED(tl_post_json(t.book, "{\"item\": 1, \"action\": \"comment\", \"note\": \"x\"}", NULL), TL_ENOTFOUND, "entry.item");
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"report\", \"unit\": \"nort\"}", NULL), TL_ENOTFOUND, "");
    expect_words("unit: there is no unit 'nort'; the nearest is 'north'");
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"close\"}", NULL), TL_ERULE, "item.move");
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"coment\"}", NULL), TL_EINVAL, NULL);
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"x\", \"files\": [\"/nowhere/a\"]}", NULL), TL_ENOTFOUND, "");
    reopen(TL_OPEN_READONLY);
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"comment\", \"note\": \"x\"}", NULL), TL_EREADONLY, "");
}
END_TEST

Suite *json_suite(void)
{
    Suite *suite = suite_create("json");
    ADD_TESTS(suite, setup_small, 20, row_of_each_type, row_that_is_damaged, item_whole, item_has_the_keys_of_the_view_and_four, item_with_values,
        item_and_entry_not_there, entry_of_the_journal, posts_by_every_name_of_an_item, posts_with_every_key, amends_by_set, expects_the_entry_last_seen,
        numbers_as_they_stand, registers, refuses_keys, refuses_types, refuses_broken_json, refuses_as_tl_post_does);
    return suite;
}
