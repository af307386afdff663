/* test_due_text.c - due dates in words wherever one is given: what they mean in a ledger, the day and the words kept, standing rules. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

#include <stddef.h>

/* The day of a phrase in ledger tasks. Good until the next call. */
static const char *day_of(const char *phrase)
{
    static tl_due due;
    due = (tl_due)TL_DUE_INIT;
    OK(tl_due_parse(t.book, phrase, t.tasks, &due));
    return due.day;
}

START_TEST(phrases_are_read)
{
    tl_due due = TL_DUE_INIT;
    OK(tl_due_parse(t.book, "３-５月", t.tasks, &due));
    ck_assert_int_eq(due.kind, TL_DUE_DAY);
    ck_assert_str_eq(due.from, "2023-03-01");
    ck_assert_str_eq(due.day, "2023-05-31");
    ck_assert_int_eq(due.working_days, 0);
    ck_assert_ptr_null(due.calendar);
    OK(tl_due_parse(t.book, "长期坚持", t.tasks, &due));
    ck_assert_int_eq(due.kind, TL_DUE_STANDING);
    ck_assert_str_eq(due.day, "");
    OK(tl_due_parse(t.book, "每月25日前", 0, &due));
    ck_assert_int_eq(due.kind, TL_DUE_RECURRING);
    ck_assert_str_eq(due.day, "2023-03-25");
    due = (tl_due) { .size = offsetof(tl_due, day) };
    OK(tl_due_parse(t.book, "30日内", 0, &due));
    ck_assert_str_eq(due.day, "");
}
END_TEST

START_TEST(phrases_are_refused)
{
    tl_due due = TL_DUE_INIT;
    REFUSED(tl_due_parse(t.book, "6月前", t.tasks, &due), TL_EINVAL, "entry.due_date");
    expect_words("'6月前' names no day");
    REFUSED(tl_due_parse(t.book, "sometime", t.tasks, &due), TL_EINVAL, "entry.due_date");
    REFUSED(tl_due_parse(t.book, "", t.tasks, &due), TL_EINVAL, "entry.due_date");
    REFUSED(tl_due_parse(t.book, "\xff", t.tasks, &due), TL_EINVAL, "");
    REFUSED(tl_due_parse(t.book, "6月底前", 4711, &due), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_due_parse(t.book, NULL, t.tasks, &due), TL_EMISUSE, "");
    REFUSED(tl_due_parse(t.book, "6月底前", t.tasks, NULL), TL_EMISUSE, "");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_due_parse(t.book, "6月前", t.tasks, &due), TL_EINVAL, "entry.due_date");
    expect_words("“6月前”没有写明是哪一天");
}
END_TEST

START_TEST(the_year_is_the_ledgers)
{
    tl_due due = TL_DUE_INIT;
    today_is("2024-01-05");
    ck_assert_str_eq(day_of("6月底前"), "2023-06-30");
    OK(tl_due_parse(t.book, "6月底前", 0, &due));
    ck_assert_str_eq(due.day, "2024-06-30");
    OK(tl_ledger_amend(t.book, t.tasks, "year", "2025"));
    ck_assert_str_eq(day_of("6月底前"), "2025-06-30");
    ck_assert_str_eq(day_of("2023年6月底前"), "2023-06-30");
    OK(tl_ledger_amend(t.book, t.tasks, "year", NULL));
    ck_assert_str_eq(day_of("6月底前"), "2023-06-30");
}
END_TEST

/* -------------------------------------------------------------------------------------------------------------- wherever a due date is given */

static int post_due(int64_t item, const char *action, const char *note, const char *due)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.note = note;
    posting.due = due;
    return tl_post(t.book, &posting, NULL);
}

static int amend_due_for(int64_t item, const char *due, const char *reason)
{
    tl_posting posting = TL_POSTING_INIT;
    const tl_value_spec set = { "due", due };
    posting.item = item;
    posting.action = "amend";
    posting.note = reason;
    posting.set = &set;
    posting.set_count = 1;
    return tl_post(t.book, &posting, NULL);
}

static int amend_due(int64_t item, const char *due)
{
    return amend_due_for(item, due, NULL);
}

START_TEST(through_the_life_of_an_item)
{
    int64_t item = add_item(t.tasks, "x", "6月底前", t.north);
    ck_assert_str_eq(due_of(item), "2023-06-30 6月底前");
    OK(amend_due(item, "2023年7月底前"));
    ck_assert_str_eq(due_of(item), "2023-07-31 2023年7月底前");
    OK(amend_due(item, "2023-07-31"));
    ck_assert_str_eq(due_of(item), "2023-07-31 -");
    REFUSED(amend_due(item, "2023-07-31"), TL_EINVAL, "item.amend");
    tl_posting both = TL_POSTING_INIT;
    const tl_value_spec title = { "title", "y" };
    both.item = item;
    both.action = "amend";
    both.due = "6月底前";
    both.set = &title;
    both.set_count = 1;
    REFUSED(tl_post(t.book, &both, NULL), TL_EINVAL, "");
    expect_words("give all of it in set");
    OK(amend_due(item, NULL));
    ck_assert_str_eq(due_of(item), "- -");
    REFUSED(post_due(item, "dispatch", NULL, "尽快"), TL_EINVAL, "entry.due_date");
    expect_words("tasks/3: '尽快' names no day");
    OK(post_due(item, "dispatch", NULL, "30日内"));
    ck_assert_str_eq(due_of(item), "2023-03-31 30日内");
    OK(tl_acknowledge(t.book, item, t.north));
    ck_assert_str_eq(due_of(item), "2023-03-31 30日内");
    REFUSED(post_due(item, "urge", "x", "6月底前"), TL_ERULE, "entry.due");
    REFUSED(post_due(item, "request_extension", "x", "长期坚持"), TL_ERULE, "item.extension_due");
    OK(post_due(item, "request_extension", "x", "6月底前"));
    ck_assert_str_eq(due_of(item), "2023-03-31 30日内");
    OK(post_due(item, "grant_extension", NULL, NULL));
    ck_assert_str_eq(due_of(item), "2023-06-30 6月底前");
    OK(tl_request_close(t.book, item, NULL));
    REFUSED(post_due(item, "return", "x", "长期坚持"), TL_ERULE, "entry.due");
    OK(post_due(item, "return", "x", "三季度末"));
    ck_assert_str_eq(due_of(item), "2023-09-30 三季度末");
    REFUSED(post_due(item, "make_standing", "x", "长期坚持"), TL_ERULE, "item.review_date");
    OK(post_due(item, "make_standing", "x", "每季度末"));
    ck_assert_str_eq(due_of(item), "2023-03-31 每季度末");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE baseline_due = '2023-06-30' AND due_text = '每季度末'"), 1);
    verify_clean();
}
END_TEST

START_TEST(a_standing_rule)
{
    int64_t item = add_item(t.tasks, "x", "长期坚持", t.north);
    ck_assert_str_eq(due_of(item), "- 长期坚持");
    OK(amend_due(item, "常态化"));
    ck_assert_str_eq(due_of(item), "- 常态化");
    OK(tl_dispatch(t.book, item, NULL));
    REFUSED(amend_due(item, NULL), TL_ERULE, "item.due");
    REFUSED(amend_due(item, "6月底前"), TL_ERULE, "item.amend_reason");
    OK(amend_due_for(item, "6月底前", "改为限期"));
    OK(amend_due_for(item, "长期坚持", "改为长期"));
    ck_assert_str_eq(due_of(item), "- 长期坚持");
    ck_assert_str_eq(book_text(t.book, "SELECT due FROM item_table WHERE title = 'x'"), "长期坚持");
    int64_t other = add_item(t.tasks, "y", NULL, t.north);
    REFUSED(tl_dispatch(t.book, other, NULL), TL_ERULE, "item.due");
    OK(tl_dispatch(t.book, other, "长期坚持"));
    ck_assert_str_eq(due_of(other), "- 长期坚持");
    int64_t dated = add_item(t.tasks, "z", "6月底前", t.north);
    REFUSED(tl_dispatch(t.book, dated, "长期坚持"), TL_ERULE, "entry.due");
    verify_clean();
}
END_TEST

/* What is read as a standing rule, the schema takes as one: the words stand in both. */
START_TEST(each_standing_word)
{
    static const char *const words[] = { "持续", "持续推进", "持续坚持", "持续开展", "持续落实", "持续整改", "持续改进", "长期", "长期坚持", "长期推进",
        "长期开展", "长期落实", "长期任务", "常态", "常态推进", "常态长效", "常态化", "常态化推进", "常态化开展", "常态化坚持", "常态化落实", "常抓不懈" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        char wanted[80];
        snprintf(wanted, sizeof wanted, "- %s", words[i]);
        ck_assert_str_eq(due_of(add_item(t.tasks, "x", words[i], t.north)), wanted);
    }
}
END_TEST

START_TEST(words_of_ones_own)
{
    int64_t item = 0;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.tasks;
    spec.title = "x";
    spec.due = "2023-06-30";
    spec.due_text = "上半年";
    OK(tl_item_add(t.book, &spec, &item));
    ck_assert_str_eq(due_of(item), "2023-06-30 上半年");
    spec.due = NULL;
    spec.due_text = "每逢会议";
    REFUSED(tl_item_add(t.book, &spec, &item), TL_EINVAL, "item.standing_rule");
    spec.due_text = "每逢会议，常态推进";
    OK(tl_item_add(t.book, &spec, &item));
    ck_assert_str_eq(due_of(item), "- 每逢会议，常态推进");
    spec.due = "2023-06-30";
    spec.due_text = " ";
    REFUSED(tl_item_add(t.book, &spec, &item), TL_EINVAL, "entry.due_text");
    OK(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"tasks\", \"title\": \"y\", \"due\": \"年底前\"}", &item));
    ck_assert_str_eq(due_of(item), "2023-12-31 年底前");
    OK(tl_post_json(t.book, "{\"action\": \"amend\", \"item\": \"tasks/5\", \"set\": {\"due\": \"11月底前\"}}", NULL));
    ck_assert_str_eq(due_of(item), "2023-11-30 11月底前");
    OK(tl_post_json(t.book, "{\"action\": \"amend\", \"item\": \"tasks/5\", \"due\": \"2023-11-30\", \"due_text\": \"冬季\"}", NULL));
    ck_assert_str_eq(due_of(item), "2023-11-30 冬季");
    REFUSED(tl_post_json(t.book, "{\"action\": \"amend\", \"item\": \"tasks/5\", \"due\": \"尽快\"}", NULL), TL_EINVAL, "entry.due_date");
    verify_clean();
}
END_TEST

/* The same request on a later day means what it meant then. */
START_TEST(a_request_again)
{
    int64_t item = 0, again = 0;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    tl_posting posting = TL_POSTING_INIT;
    const tl_value_spec set = { "due", "30日内" };
    spec.ledger = t.tasks;
    spec.title = "x";
    spec.due = "10日内";
    spec.request = "r1";
    OK(tl_item_add(t.book, &spec, &item));
    posting.item = item;
    posting.action = "amend";
    posting.set = &set;
    posting.set_count = 1;
    posting.request = "r2";
    OK(tl_post(t.book, &posting, NULL));
    int64_t count = entries();
    today_is("2023-03-02");
    OK(tl_item_add(t.book, &spec, &again));
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_int_eq(item, again);
    ck_assert_int_eq(entries(), count);
    ck_assert_str_eq(due_of(item), "2023-03-31 30日内");
    spec.due = "11日内";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ECONFLICT, "entry.request");
    verify_clean();
}
END_TEST

START_TEST(lists_and_the_past)
{
    tl_cursor *cursor;
    tl_book *past;
    tl_item_query query = TL_ITEM_QUERY_INIT;
    int64_t item = add_item(t.tasks, "x", "5月", t.north);
    query.ledger = t.tasks;
    query.due_before = "5月底前";
    query.due_after = "5月中旬";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "due_text"), "5月");
    query.due_before = "长期坚持";
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("'长期坚持' is no day");
    query.due_before = "尽快";
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "entry.due_date");
    query.due_before = "";
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    sql_run(t.path, "INSERT INTO post(action, actor, at, happened_on, kind) SELECT 'set_day', 'wang', max(at), '2023-03-02', 'holiday' FROM entry");
    today_is("2023-03-03");
    OK(amend_due(item, "6月底前"));
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    tl_due due = TL_DUE_INIT;
    ck_assert_str_eq(book_text(past, "SELECT due_text FROM item_status WHERE title = 'x'"), "5月");
    ck_assert_int_eq(tl_due_parse(past, "1个工作日内", t.tasks, &due), TL_OK);
    ck_assert_str_eq(due.day, "2023-03-03");
    tl_close(past);
    verify_clean();
}
END_TEST

START_TEST(rows_of_an_import)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    findings found = { 0 };
    today_is("2023-09-29");
    options.path = write_file("in.csv", "title,完成时限\na,6月底前\nb,长期坚持\nc,2023/6/30\nd,3个工作日内\ne,1个工作日内\n");
    options.ledger = t.tasks;
    options.on_finding = collect;
    options.arg = &found;
    OK(tl_import_csv(t.book, &options, NULL));
    ck_assert_str_eq(book_text(t.book, "SELECT ifnull(due, '-') || ' ' || ifnull(due_text, '-') FROM item WHERE title GLOB '[a-e]'"),
        "2023-06-30 6月底前|- 长期坚持|2023-06-30 -|2023-10-04 3个工作日内|2023-10-02 1个工作日内");
    ck_assert_int_eq(found.notes, 1);
    ck_assert_ptr_nonnull(strstr(found.words, "working days were counted by: Saturdays and Sundays only"));
    verify_clean();
}
END_TEST

Suite *due_text_suite(void)
{
    Suite *suite = suite_create("due_text");
    ADD_TESTS(suite, setup_small, 60, phrases_are_read, phrases_are_refused, the_year_is_the_ledgers, through_the_life_of_an_item, a_standing_rule,
        each_standing_word, words_of_ones_own, a_request_again, lists_and_the_past, rows_of_an_import);
    return suite;
}
