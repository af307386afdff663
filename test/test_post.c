/* test_post.c - amending items: each column, clearing, custom fields of each type, several changes in one call; the time of entries. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static int set_one(int64_t item, const char *name, const char *content)
{
    const tl_value_spec set = { name, content };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "amend";
    posting.set = &set;
    posting.set_count = 1;
    return tl_post(t.book, &posting, NULL);
}

static void add_field(int64_t ledger, const char *code, const char *title, const char *type, const char *choices)
{
    tl_field_spec spec = TL_FIELD_SPEC_INIT;
    spec.code = code;
    spec.title = title;
    spec.type = type;
    spec.choices = choices;
    OK(tl_field_add(t.book, ledger, &spec));
}

START_TEST(each_column)
{
    static const struct {
        const char *name, *content, *shown;
    } changes[] = {
        { "no", "3.10", "3.10" },
        { "title", "mend both bridges", "mend both bridges" },
        { "detail", "with\nstone", "with\nstone" },
        { "source", "〔2023〕1号", "〔2023〕1号" },
        { "officer", "Mayor", "Mayor" },
        { "due", "2023-07-31", "2023-07-31" },
        { "parent", "tasks/2", NULL },
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        char sql[120];
        snprintf(sql, sizeof sql, "SELECT %s FROM item WHERE id = %lld", changes[i].name, (long long)t.item);
        const char *old = book_text(t.book, sql);
        OK(set_one(t.item, changes[i].name, changes[i].content));
        if (changes[i].shown != NULL)
            ck_assert_str_eq(book_text(t.book, sql), changes[i].shown);
        else
            ck_assert_int_eq(book_int(t.book, sql), t.second);
        snprintf(sql, sizeof sql, "SELECT field || '/' || ifnull(old, '') FROM entry ORDER BY seq DESC LIMIT 1");
        char expected[200];
        snprintf(expected, sizeof expected, "%s/%s", changes[i].name, old);
        ck_assert_str_eq(book_text(t.book, sql), expected);
        REFUSED(set_one(t.item, changes[i].name, changes[i].content), TL_EINVAL, "item.amend");
    }
    ck_assert_str_eq(book_text(t.book, "SELECT baseline_due FROM item WHERE baseline_due IS NOT NULL"), "2023-06-30");
    verify_clean();
}
END_TEST

START_TEST(emptied)
{
    static const char *const names[] = { "detail", "source", "officer", "due", "parent" };
    OK(set_one(t.item, "detail", "d"));
    OK(set_one(t.item, "source", "s"));
    OK(set_one(t.item, "officer", "o"));
    OK(set_one(t.item, "parent", "tasks/2"));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char sql[120];
        OK(set_one(t.item, names[i], i % 2 == 0 ? NULL : ""));
        snprintf(sql, sizeof sql, "SELECT %s IS NULL FROM item WHERE id = %lld", names[i], (long long)t.item);
        ck_assert_msg(book_int(t.book, sql) == 1, "%s is not empty", names[i]);
        REFUSED(set_one(t.item, names[i], NULL), TL_EINVAL, "item.amend");
    }
    REFUSED(set_one(t.item, "title", NULL), TL_EINVAL, NULL);
    REFUSED(set_one(t.item, "no", ""), TL_EINVAL, NULL);
    verify_clean();
}
END_TEST

START_TEST(what_may_not_be)
{
    REFUSED(set_one(t.item, "no", "2"), TL_EEXISTS, "item.no_taken");
    REFUSED(set_one(t.item, "no", "a/b"), TL_EINVAL, "entry.no");
    REFUSED(set_one(t.item, "due", "2023-02-29"), TL_EINVAL, "entry.due_date");
    expect_words("2023-02-29");
    REFUSED(set_one(t.item, "parent", "tasks/77"), TL_ENOTFOUND, NULL);
    REFUSED(set_one(t.item, "parent", "77"), TL_EINVAL, NULL);
    REFUSED(set_one(t.item, "parent", "tasks/1"), TL_ERULE, "item.parent_loop");
    OK(set_one(t.item, "parent", "tasks/2"));
    REFUSED(set_one(t.second, "parent", "tasks/1"), TL_ERULE, "item.parent_loop");
    REFUSED(set_one(t.item, "titel", "x"), TL_EINVAL, NULL);
    REFUSED(set_one(t.item, "state", "closed"), TL_EINVAL, NULL);
    REFUSED(set_one(t.item, NULL, "x"), TL_EMISUSE, NULL);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "amend";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "item.amend");
}
END_TEST

START_TEST(several_at_once)
{
    const tl_value_spec set[] = { { "title", "new title" }, { "detail", "new detail" }, { "due", "2023-08-31" } };
    const tl_value_spec half[] = { { "title", "other title" }, { "due", "never" } };
    int64_t seq = 0, again = 0;
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "amend";
    posting.set = set;
    posting.set_count = 3;
    posting.note = "as the meeting said";
    posting.request = "q";
    int64_t before = entries();
    OK(tl_post(t.book, &posting, &seq));
    ck_assert_int_eq(seq, before + 3);
    ck_assert_str_eq(book_text(t.book, "SELECT title || '/' || detail || '/' || due FROM item WHERE detail IS NOT NULL"), "new title/new detail/2023-08-31");
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(again, seq);
    ck_assert_int_eq(entries(), seq);
    posting.request = NULL;
    posting.set = half;
    posting.set_count = 2;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.due_date");
    ck_assert_str_eq(book_text(t.book, "SELECT title FROM item WHERE detail IS NOT NULL"), "new title");
    verify_clean();
}
END_TEST

START_TEST(fields_of_each_type)
{
    static const struct {
        const char *code, *good, *bad;
    } contents[] = {
        { "words", "anything, at all", NULL },
        { "amount", "-17", "1.5" },
        { "rate_of", "2.75", "two" },
        { "seen_on", "2024-02-29", "2023-02-29" },
        { "kind_of", "立行立改", "some day" },
        { "owner", "north", "nobody" },
    };
    add_field(t.tasks, "words", "Words", "text", NULL);
    add_field(t.tasks, "amount", "Amount", "integer", NULL);
    add_field(t.tasks, "rate_of", "Rate", "number", NULL);
    add_field(t.tasks, "seen_on", "Seen on", "date", NULL);
    add_field(t.tasks, "kind_of", "整改类型", "choice", "立行立改,分阶段,持续");
    add_field(t.tasks, "owner", "Owner", "unit", NULL);
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        if (contents[i].bad != NULL) {
            REFUSED(set_one(t.item, contents[i].code, contents[i].bad), TL_EINVAL, "value.type");
            expect_words(contents[i].bad);
        }
        OK(set_one(t.item, contents[i].code, contents[i].good));
        char sql[100];
        snprintf(sql, sizeof sql, "SELECT value FROM value WHERE field = '%s'", contents[i].code);
        ck_assert_str_eq(book_text(t.book, sql), contents[i].good);
    }
    OK(set_one(t.item, "整改类型", "持续"));
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value WHERE field = 'kind_of'"), "持续");
    REFUSED(set_one(t.item, "kind_of", "分阶段,持续"), TL_EINVAL, "value.type");
    OK(set_one(t.item, "kind_of", NULL));
    ck_assert_int_eq(book_int(t.book, "SELECT value IS NULL FROM value WHERE field = 'kind_of'"), 1);
    REFUSED(set_one(t.item, "amuont", "1"), TL_EINVAL, NULL);
    expect_words("amount");
    REFUSED(set_one(t.line, "amount", "1"), TL_EINVAL, NULL); /* a field of another ledger */
    verify_clean();
}
END_TEST

/* A field filled in along with another action. */
START_TEST(set_along)
{
    add_field(t.tasks, "words", "Words", "text", NULL);
    const tl_value_spec set[] = { { "Words", "dry" } };
    const tl_value_spec wrong[] = { { "words", "wet" } };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "comment";
    posting.note = "looked at it";
    posting.set = set;
    posting.set_count = 1;
    int64_t seq = 0;
    OK(tl_post(t.book, &posting, &seq));
    ck_assert_str_eq(book_text(t.book, "SELECT action FROM (SELECT * FROM entry ORDER BY seq DESC LIMIT 2) ORDER BY seq"), "amend|comment");
    ck_assert_int_eq(seq, entries());
    posting.set = wrong;
    posting.action = "close";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, NULL);
}
END_TEST

/* A real clock's entries take the present time, whatever today is set to; a given clock's take noon of that day. */
START_TEST(the_time_of_entries)
{
    ck_assert_str_eq(book_text(t.book, "SELECT DISTINCT at FROM entry"), "2023-03-01T04:00:00.000Z");
    today_is("2023-03-05");
    act(t.item, "comment", "later");
    ck_assert_str_eq(book_text(t.book, "SELECT max(at) FROM entry"), "2023-03-05T04:00:00.000Z");
    today_is("2023-03-02");
    act(t.item, "comment", "the clock stepped back");
    ck_assert_str_eq(book_text(t.book, "SELECT at FROM entry ORDER BY seq DESC LIMIT 1"), "2023-03-05T04:00:00.000Z");
    tl_close(t.book);
    t.book = open_book(in_folder("real.db"), TL_OPEN_NEW);
    add_unit("u", "U");
    ck_assert_int_eq(book_int(t.book, "SELECT abs(julianday('now') - julianday(at)) * 86400 < 60 FROM entry WHERE seq = 2"), 1);
    verify_clean();
}
END_TEST

Suite *post_suite(void)
{
    Suite *suite = suite_create("post");
    ADD_TESTS(suite, setup_small, 30, each_column, emptied, what_may_not_be, several_at_once, fields_of_each_type, set_along, the_time_of_entries);
    return suite;
}
