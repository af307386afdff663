/* test_search.c - tl_search, tl_search_count, tl_search_index: results, what is found where, the index and what is done to it. That what is found
 * is what a plain scan finds is shown at random in test_search_random.c. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static tl_search_query query_of(const char *text)
{
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    query.text = text;
    return query;
}

/* A column of the rows found, newest first, with | between. */
static const char *found(const char *text, const char *column)
{
    tl_cursor *cursor;
    const tl_search_query query = query_of(text);
    OK(tl_search(t.book, &query, &cursor));
    return rows_of(cursor, column);
}

static int64_t count_of(const char *text)
{
    int64_t count = -1;
    const tl_search_query query = query_of(text);
    OK(tl_search_count(t.book, &query, &count));
    return count;
}

static void amend(int64_t item, const char *name, const char *content)
{
    const tl_value_spec set = { name, content };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "amend";
    posting.set = &set;
    posting.set_count = 1;
    OK(tl_post(t.book, &posting, NULL));
}

/* More entries than a search reads through. */
static void add_many(void)
{
    OK(tl_begin(t.book));
    for (int i = 0; i < 1001; i++)
        act(t.item, "comment", "nothing new");
    OK(tl_commit(t.book));
}

static int64_t indexed(void)
{
    return book_int(t.book, "SELECT count(*) FROM main.sqlite_schema WHERE name IN ('search_index', 'search_indexed')");
}

START_TEST(found_in_each_text)
{
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    tl_posting posting = TL_POSTING_INIT;
    field.code = "street";
    field.title = "街道";
    field.type = "text";
    OK(tl_field_add(t.book, t.tasks, &field));
    amend(t.item, "detail", "two of the four arches");
    amend(t.item, "street", "南街 17号");
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    posting.item = t.item;
    posting.action = "report";
    posting.unit = t.north;
    posting.note = "half done";
    posting.problem = "缺少石料";
    posting.next_step = "向外区采购";
    OK(tl_post(t.book, &posting, NULL));
    for (int with_index = 0; with_index < 2; with_index++) {
        ck_assert_str_eq(found("bridge", "found_in"), "title");
        ck_assert_str_eq(found("ARCHES", "found_in"), "detail");
        ck_assert_str_eq(found("１７号", "found_in"), "street");
        ck_assert_str_eq(found("half", "found_in"), "note");
        ck_assert_str_eq(found("石料", "found_in"), "problem");
        ck_assert_str_eq(found("采购", "found_in"), "next_step");
        ck_assert_str_eq(found("料 bridge 17", "found_in"), "title");
        ck_assert_str_eq(found("料 bridge 18", "found_in"), "");
        ck_assert_str_eq(found("arches two", "ref"), "tasks/1");
        ck_assert_str_eq(found("en", "ref"), "tasks/2|tasks/1"); /* mend, fence */
        ck_assert_int_eq(count_of("en"), 2);
        OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
        ck_assert_int_eq(indexed(), 2);
    }
    verify_clean();
}
END_TEST

START_TEST(a_row)
{
    tl_cursor *cursor;
    const tl_search_query query = query_of("BRIDGE");
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_search(t.book, &query, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_column_count(cursor), 11);
    ck_assert_str_eq(tl_column_text(cursor, 0), "tasks/1");
    ck_assert_str_eq(tl_column_text(cursor, 5), "north");
    ck_assert_str_eq(tl_column_text(cursor, 7), "green");
    ck_assert_str_eq(tl_column_word(cursor, 8), "工作任务");
    ck_assert_str_eq(tl_column_text(cursor, 9), "mend the bridge");
    ck_assert_str_eq(tl_column_label(cursor, 9), "命中内容");
    ck_assert_int_eq(tl_column_int(cursor, 10), t.item);
    ck_assert_int_eq(tl_next(cursor), TL_DONE);
    ck_assert_int_eq(tl_next(cursor), TL_DONE);
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(the_text_around)
{
    amend(t.item, "detail", "全区道路桥梁安全隐患排查整治工作自三月起分三批进行，第一批\n二十座\t已经检查完毕，其中三座需要立即封闭加固，资金已经落实");
    ck_assert_str_eq(found("检查", "found"), "…十座 已经检查完毕，其中三座需要立即封闭…");
    ck_assert_str_eq(found("全区", "found"), "全区道路桥梁安全隐患排查整治工作自三月起…");
    ck_assert_str_eq(found("落实", "found"), "…，资金已经落实");
    amend(t.item, "detail", "ＡＢＣ　整改Ⅷ");
    ck_assert_str_eq(found("abc", "found"), "ＡＢＣ 整改Ⅷ");
    ck_assert_str_eq(found("c", "found_in"), "title|detail");
}
END_TEST

START_TEST(pages_and_ledgers)
{
    tl_cursor *cursor;
    tl_search_query query = query_of("e");
    int64_t count;
    query.limit = 2;
    OK(tl_search(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "list/1|tasks/2");
    query.after = t.second;
    OK(tl_search(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/1");
    query.after = 0;
    query.ledger = t.tasks;
    OK(tl_search(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/2|tasks/1");
    for (int i = 0; i < 2; i++) {
        OK(tl_search_count(t.book, &query, &count));
        ck_assert_int_eq(count, 2);
        OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    }
    query.ledger = t.dossiers;
    OK(tl_search_count(t.book, &query, &count));
    ck_assert_int_eq(count, 0);
}
END_TEST

START_TEST(what_is_no_query)
{
    static const char *const nothing[] = { NULL, "", "  ", "\t\n", "\xE3\x80\x80", "\x01", "\xFF" };
    tl_cursor *cursor = NULL;
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    int64_t count;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
        query.text = nothing[i];
        REFUSED(tl_search(t.book, &query, &cursor), TL_EINVAL, "");
        ck_assert_ptr_null(cursor);
        REFUSED(tl_search_count(t.book, &query, &count), TL_EINVAL, "");
    }
    REFUSED(tl_search(t.book, NULL, &cursor), TL_EMISUSE, "");
    REFUSED(tl_search_count(t.book, NULL, &count), TL_EMISUSE, "");
    query.text = "a";
    query.ledger = 9999;
    REFUSED(tl_search(t.book, &query, &cursor), TL_ENOTFOUND, NULL);
    REFUSED(tl_search_count(t.book, &query, &count), TL_ENOTFOUND, NULL);
}
END_TEST

START_TEST(many_words_long_words)
{
    char text[1100] = "";
    tl_cursor *cursor = NULL;
    for (int i = 0; i < 32; i++)
        strcat(text, i % 2 ? "bridge " : "mend ");
    ck_assert_str_eq(found(text, "ref"), "tasks/1");
    strcat(text, "the");
    tl_search_query query = query_of(text);
    REFUSED(tl_search(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("more than 32");
    memset(text, 'a', 1000);
    text[1000] = '\0';
    amend(t.item, "detail", text);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    ck_assert_str_eq(found(text, "ref"), "tasks/1");
    memset(text, 'a', 1001);
    text[1001] = '\0';
    REFUSED(tl_search(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("too long");
}
END_TEST

/* What stands between the words of the index must not come from a text. */
START_TEST(signs_are_text)
{
    amend(t.item, "title", "a\"b 'c' (d) *e* f:g ^h -i {j} \\k %l _m ＊n AND NOT OR NEAR");
    for (int with_index = 0; with_index < 2; with_index++) {
        static const char *const hits[] = { "\"", "a\"b", "'c'", "(d)", "*", "e*", "f:g", "^h", "-i", "{", "j}", "\\k", "%l", "_m", "＊", "*n", "NOT", "and",
            "or n" };
        static const char *const misses[] = { "\"a", "b\"", "''", "e%", "l_", "**" };
        for (size_t i = 0; i < sizeof hits / sizeof *hits; i++)
            ck_assert_msg(count_of(hits[i]) == 1 && strcmp(found(hits[i], "ref"), "tasks/1") == 0, "%s", hits[i]);
        for (size_t i = 0; i < sizeof misses / sizeof *misses; i++)
            ck_assert_msg(count_of(misses[i]) == 0 && strcmp(found(misses[i], "ref"), "") == 0, "%s", misses[i]);
        OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    }
}
END_TEST

/* Behind the index, and within it. */
START_TEST(amended_words_are_gone)
{
    amend(t.item, "detail", "of oak");
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    amend(t.item, "title", "mend the wall");
    amend(t.item, "detail", NULL);
    for (int within = 0; within < 2; within++) {
        ck_assert_int_eq(count_of("br"), 0);
        ck_assert_int_eq(count_of("bridge"), 0);
        ck_assert_int_eq(count_of("oa me"), 0);
        ck_assert_int_eq(count_of("wa me"), 1);
        ck_assert_str_eq(found("oa", "ref"), "");
        ck_assert_str_eq(found("wall", "ref"), "tasks/1");
        OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    }
}
END_TEST

/* A search by a writer makes the index once more than a thousand entries wait; neither in a transaction nor beside a cursor. */
START_TEST(made_when_it_is_wanted)
{
    tl_cursor *cursor;
    ck_assert_int_eq(count_of("bridge"), 1);
    ck_assert_int_eq(indexed(), 0);
    add_many();
    OK(tl_begin(t.book));
    ck_assert_int_eq(count_of("nothing"), 1);
    OK(tl_commit(t.book));
    OK(tl_units(t.book, &cursor));
    ck_assert_int_eq(count_of("nothing"), 1);
    tl_cursor_close(cursor);
    ck_assert_int_eq(indexed(), 0);
    ck_assert_int_eq(count_of("nothing"), 1);
    ck_assert_int_eq(indexed(), 2);
    ck_assert_int_eq(book_int(t.book, "SELECT seq FROM search_indexed"), entries());
    const int64_t before = entries();
    act(t.second, "comment", "later");
    ck_assert_str_eq(found("later", "ref"), "tasks/2");
    ck_assert_int_eq(book_int(t.book, "SELECT seq FROM search_indexed"), before);
    add_many();
    ck_assert_str_eq(found("later fence", "ref"), "tasks/2");
    ck_assert_int_eq(book_int(t.book, "SELECT seq FROM search_indexed"), entries());
    verify_clean();
}
END_TEST

START_TEST(dropped_and_rebuilt)
{
    add_many();
    OK(tl_search_index(t.book, TL_SEARCH_DROP));
    ck_assert_int_eq(indexed(), 0);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    ck_assert_int_eq(book_int(t.book, "SELECT seq FROM search_indexed"), entries());
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    ck_assert_int_eq(count_of("bridge"), 1);
    OK(tl_begin(t.book));
    OK(tl_search_index(t.book, TL_SEARCH_DROP));
    OK(tl_rollback(t.book));
    ck_assert_int_eq(indexed(), 2);
    OK(tl_search_index(t.book, TL_SEARCH_DROP));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM main.sqlite_schema WHERE name LIKE 'search%'"), 0);
    ck_assert_int_eq(count_of("bridge"), 1);
}
END_TEST

START_TEST(index_calls_refused)
{
    tl_cursor *cursor;
    REFUSED(tl_search_index(t.book, 0), TL_EMISUSE, "");
    REFUSED(tl_search_index(t.book, 3), TL_EMISUSE, "");
    OK(tl_units(t.book, &cursor));
    REFUSED(tl_search_index(t.book, TL_SEARCH_DROP), TL_EMISUSE, "");
    tl_cursor_close(cursor);
    reopen(TL_OPEN_READONLY);
    REFUSED(tl_search_index(t.book, TL_SEARCH_REBUILD), TL_EREADONLY, "");
    REFUSED(tl_search_index(t.book, TL_SEARCH_DROP), TL_EREADONLY, "");
}
END_TEST

/* Somebody else writes: the search does without the index and does not wait for it; to make it by name is refused. */
START_TEST(another_writes)
{
    tl_open_options options = options_of(0);
    tl_book *other;
    add_many();
    options.busy_ms = -1;
    tl_close(t.book);
    OK(tl_open(t.path, &options, &t.book));
    OK(tl_open(t.path, &options, &other));
    OK(tl_begin(other));
    ck_assert_int_eq(count_of("nothing"), 1);
    ck_assert_str_eq(found("bridge", "ref"), "tasks/1");
    ck_assert_str_eq(tl_errmsg(t.book), "");
    REFUSED(tl_search_index(t.book, TL_SEARCH_REBUILD), TL_EBUSY, "");
    ck_assert_int_eq(tl_rollback(other), TL_OK);
    tl_close(other);
    ck_assert_int_eq(indexed(), 0);
    ck_assert_int_eq(count_of("nothing"), 1);
    ck_assert_int_eq(indexed(), 2);
}
END_TEST

START_TEST(readers_have_it_too)
{
    add_many();
    act(t.line, "comment", "整改落实");
    reopen(TL_OPEN_READONLY);
    ck_assert_str_eq(found("改落", "ref"), "list/1");
    reopen(0);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    act(t.second, "comment", "未整改");
    reopen(TL_OPEN_READONLY);
    ck_assert_str_eq(found("整改", "ref"), "list/1|tasks/2");
    ck_assert_int_eq(count_of("整改"), 2);
    ck_assert_int_eq(count_of("整改落实"), 1);
}
END_TEST

START_TEST(the_book_of_a_day)
{
    tl_book *past;
    tl_book *now = t.book;
    today_is("2023-03-02");
    act(t.item, "comment", "later");
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    t.book = past;
    ck_assert_int_eq(count_of("later"), 0);
    ck_assert_str_eq(found("bridge", "ref"), "tasks/1");
    tl_close(past);
    t.book = now;
    ck_assert_int_eq(count_of("later"), 1);
}
END_TEST

START_TEST(two_at_once)
{
    tl_cursor *one, *other;
    const tl_search_query first = query_of("e"), second = query_of("fence");
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    OK(tl_search(t.book, &first, &one));
    OK(tl_search(t.book, &second, &other));
    ck_assert_int_eq(tl_next(one), TL_ROW);
    ck_assert_int_eq(tl_next(other), TL_ROW);
    ck_assert_str_eq(tl_column_text(other, 9), "paint the fence");
    ck_assert_str_eq(tl_column_text(one, 9), "first line");
    ck_assert_int_eq(tl_next(one), TL_ROW);
    ck_assert_int_eq(tl_next(other), TL_DONE);
    ck_assert_int_eq(tl_next(one), TL_ROW);
    ck_assert_str_eq(tl_column_text(one, 9), "mend the bridge");
    tl_cursor_close(one);
    tl_cursor_close(other);
}
END_TEST

/* Tables of somebody else's with the names of the index: nothing is done to them, and nothing taken from them. */
START_TEST(strange_tables)
{
    static const char *const made[] = { "CREATE TABLE search_index(text)", "CREATE VIRTUAL TABLE Search_Index USING fts5(text)",
        "CREATE VIEW search_index AS SELECT 1 AS text", "CREATE TABLE search_indexed(version, seq); INSERT INTO search_indexed VALUES (1, 99999)" };
    static findings notes;
    add_many();
    tl_close(t.book);
    t.book = NULL;
    sql_run(t.path, made[_i]);
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(count_of("bridge"), 1);
    ck_assert_str_eq(found("nothing", "ref"), "tasks/1");
    REFUSED(tl_search_index(t.book, TL_SEARCH_REBUILD), TL_EEXISTS, "");
    REFUSED(tl_search_index(t.book, TL_SEARCH_DROP), TL_EEXISTS, "");
    memset(&notes, 0, sizeof notes);
    OK(tl_verify(t.book, NULL, collect, &notes));
    ck_assert_int_gt(notes.notes, 0);
}
END_TEST

/* What lies can hide rows, never invent one; what is broken is told; making it anew cures either. */
START_TEST(tampered_with)
{
    static const char *const tricks[] = { "INSERT INTO search_index(rowid, text) VALUES (3, 'br ri id dg ge'), (99999, 'br ri id dg ge')",
        "UPDATE search_indexed SET seq = 99999", "UPDATE search_indexed SET version = 2", "DELETE FROM search_indexed", "DROP TABLE search_index",
        "DROP TABLE search_indexed", "INSERT INTO search_index(search_index) VALUES ('delete-all')" };
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    tl_close(t.book);
    t.book = NULL;
    sql_run(t.path, tricks[_i]);
    t.book = open_book(t.path, 0);
    ck_assert_str_eq(found("bridge", "ref"), _i == 6 ? "" : "tasks/1");
    /* What comes behind the index is found whatever it says of itself. */
    act(t.second, "comment", "tunnel");
    ck_assert_int_eq(count_of("tunnel"), 1);
    verify_clean();
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    ck_assert_str_eq(found("bridge", "ref"), "tasks/1");
    ck_assert_int_eq(count_of("br"), 1);
}
END_TEST

START_TEST(broken_index)
{
    tl_cursor *cursor;
    int64_t count;
    const tl_search_query query = query_of("bridge");
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    tl_close(t.book);
    t.book = NULL;
    ck_assert_int_eq(sql_try(t.path, "UPDATE search_index_data SET block = x'00FF' WHERE id > 10"), SQLITE_OK);
    t.book = open_book(t.path, 0);
    REFUSED(tl_search_count(t.book, &query, &count), TL_ECORRUPT, "");
    expect_words("--rebuild-index");
    OK(tl_search(t.book, &query, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ECORRUPT);
    expect_words("--rebuild-index");
    tl_cursor_close(cursor);
    OK(tl_search_index(t.book, TL_SEARCH_REBUILD));
    ck_assert_int_eq(count_of("bridge"), 1);
}
END_TEST

static int stop_at_once(void *arg)
{
    return *(const int *)arg;
}

START_TEST(stopped)
{
    int stop = 0;
    int64_t count;
    tl_open_options options = options_of(0);
    const tl_search_query query = query_of("nothing");
    add_many();
    tl_close(t.book);
    options.progress = stop_at_once;
    options.progress_arg = &stop;
    OK(tl_open(t.path, &options, &t.book));
    stop = 1;
    ck_assert_int_eq(tl_search_count(t.book, &query, &count), TL_ESTOP);
    ck_assert_int_eq(tl_search_index(t.book, TL_SEARCH_REBUILD), TL_ESTOP);
    stop = 0;
    ck_assert_int_eq(count_of("nothing"), 1);
}
END_TEST

Suite *search_suite(void)
{
    Suite *suite = suite_create("search");
    ADD_TESTS(suite, setup_small, 60, found_in_each_text, a_row, the_text_around, pages_and_ledgers, what_is_no_query, many_words_long_words, signs_are_text,
        amended_words_are_gone, made_when_it_is_wanted, dropped_and_rebuilt, index_calls_refused, another_writes, readers_have_it_too, the_book_of_a_day,
        two_at_once, broken_index, stopped);
    TCase *each = tcase_create("tampered");
    tcase_set_timeout(each, 60);
    tcase_add_checked_fixture(each, setup_small, teardown);
    tcase_add_loop_test(each, strange_tables, 0, 4);
    tcase_add_loop_test(each, tampered_with, 0, 7);
    suite_add_tcase(suite, each);
    return suite;
}
