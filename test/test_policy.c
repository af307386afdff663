/* test_policy.c - what each policy of a ledger refuses and lets pass, extensions, and the clock that stands still. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static void set(const char *name, const char *content)
{
    OK(tl_ledger_amend(t.book, t.tasks, name, content));
}

static const char *item_text(const char *columns, int64_t item)
{
    tl_item *copy;
    OK(tl_item_get(t.book, item, &copy)); /* from then on the views go by the day of the handle */
    tl_free(copy);
    char *sql = sqlite3_mprintf("SELECT %s FROM item_status WHERE item = %lld", columns, (long long)item);
    const char *value = book_text(t.book, sql);
    sqlite3_free(sql);
    return value;
}

START_TEST(ranges)
{
    tl_cursor *cursor;
    tl_ledger_spec spec = { sizeof spec, "n", "n", NULL, "noticed", NULL, NULL };
    int64_t ledger;
    OK(tl_ledger_add(t.book, &spec, &ledger));
    OK(tl_policies(t.book, &cursor));
    while (tl_next(cursor) == TL_ROW) {
        const char *name = tl_column_text(cursor, 0);
        const int64_t good[] = { tl_column_int(cursor, 1), tl_column_int(cursor, 2) }, wrong[] = { good[0] - 1, good[1] + 1 };
        char content[24];
        for (int i = 0; i < 2; i++) {
            snprintf(content, sizeof content, "%lld", (long long)wrong[i]);
            REFUSED(tl_ledger_amend(t.book, ledger, name, content), TL_EINVAL, "ledger.amend");
            expect_words(name);
            expect_words("takes a whole number from ");
            expect_words(content);
            snprintf(content, sizeof content, "%lld", (long long)good[i]);
            OK(tl_ledger_amend(t.book, ledger, name, content));
        }
        REFUSED(tl_ledger_amend(t.book, ledger, name, "one"), TL_EINVAL, "ledger.amend");
        if (tl_column_int(cursor, 3))
            OK(tl_ledger_amend(t.book, ledger, name, NULL));
        else
            REFUSED(tl_ledger_amend(t.book, ledger, name, NULL), TL_EINVAL, "ledger.amend");
    }
    tl_cursor_close(cursor);
    verify_clean();
}
END_TEST

START_TEST(words_of_refusals)
{
    REFUSED(tl_ledger_amend(t.book, t.tasks, "notic_days", "1"), TL_EINVAL, "ledger.amend");
    expect_words("there is no policy 'notic_days'; the nearest is 'notice_days'");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "titel", "1"), TL_EINVAL, "ledger.amend");
    expect_words("the nearest is 'title'");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "term", "0"), TL_EINVAL, "ledger.amend");
    expect_words("term takes a whole number from 1 to 9999, or nothing, not '0'");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "children", ""), TL_EINVAL, "ledger.amend");
    expect_words("children can't be empty; it takes a whole number from 0 to 1");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "title", " "), TL_EINVAL, "ledger.amend");
    expect_words("(title: ' ')");
    char kind[62];
    memset(kind, 'x', 61);
    kind[61] = '\0';
    REFUSED(tl_ledger_amend(t.book, t.tasks, "catalogue", kind), TL_EINVAL, "ledger.amend");
    expect_words("(catalogue: 'xxx");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "editoin", "2023"), TL_EINVAL, "ledger.amend");
    expect_words("the nearest is 'edition'");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_ledger_amend(t.book, t.tasks, "term", "0"), TL_EINVAL, "ledger.amend");
    expect_words("term 须为 1 至 9999 的整数，或不填，不能是“0”");
}
END_TEST

START_TEST(not_for_this_workflow)
{
    static const char *const names[] = { "second_party", "all_sign", "notice_days" };
    for (size_t i = 0; i < 3; i++) {
        REFUSED(tl_ledger_amend(t.book, t.checklist, names[i], "1"), TL_EINVAL, "ledger.no_room");
        expect_words(names[i]);
        expect_words("the ledger's workflow has no room for this policy");
        OK(tl_ledger_amend(t.book, t.checklist, names[i], "0"));
    }
    REFUSED(tl_ledger_amend(t.book, t.tasks, "notice_days", "1"), TL_EINVAL, "ledger.no_room");
}
END_TEST

START_TEST(all_sign)
{
    bring_to(t.item, "in_progress");
    set("all_sign", "1");
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.all_sign");
    expect_words("have not signed");
    OK(tl_acknowledge(t.book, t.item, t.south));
    OK(tl_request_close(t.book, t.item, NULL));
    /* Whoever comes while it is in review has not signed either. */
    int64_t late;
    const tl_unit_spec came = { .size = sizeof came, .code = "late", .name = "迟来单位" };
    OK(tl_unit_add(t.book, &came, &late));
    OK(tl_assign(t.book, t.item, late, "support", NULL));
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.all_sign");
    expect_words("return the item first");
    OK(tl_unassign(t.book, t.item, late));
    OK(tl_close_out(t.book, t.item, NULL));
}
END_TEST

static int due_amended(const char *due, const char *note)
{
    const tl_value_spec set_due = { "due", due };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "amend";
    posting.note = note;
    posting.set = &set_due;
    posting.set_count = 1;
    return tl_post(t.book, &posting, NULL);
}

START_TEST(a_due_date_put_right)
{
    OK(due_amended("2023-06-29", NULL));
    OK(due_amended("2023-06-30", NULL));
    bring_to(t.item, "in_progress");
    REFUSED(due_amended("2023-07-31", NULL), TL_ERULE, "item.amend_reason");
    REFUSED(due_amended("2022-12-31", "x"), TL_ERULE, "item.due_before");
    OK(due_amended("2023-07-31", "录入有误"));
    ck_assert_str_eq(item_text("due || ' ' || baseline_due || ' ' || extended", t.item), "2023-07-31 2023-06-30 0");
    OK(tl_unassign(t.book, t.item, t.north));
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "request_close";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.no_lead");
    verify_clean();
}
END_TEST

START_TEST(a_review_date_is_no_deadline)
{
    bring_to(t.item, "standing");
    OK(tl_request_close(t.book, t.item, NULL));
    today_is("2033-01-01");
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.note = "x";
    posting.action = "withdraw";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.review_passed");
    posting.action = "return";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.review_passed");
    posting.due = "2033-03-31";
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(item_text("state || ' ' || due || ' ' || late", t.item), "in_progress 2033-03-31 0");
    verify_clean();
}
END_TEST

START_TEST(children)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    bring_to(t.item, "in_progress");
    spec.ledger = t.tasks;
    spec.title = "below";
    spec.parent = t.item;
    OK(tl_item_add(t.book, &spec, NULL));
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.children");
    set("children", "0");
    OK(tl_request_close(t.book, t.item, NULL));
    OK(tl_close_out(t.book, t.item, NULL));
}
END_TEST

START_TEST(second_party_and_evidence)
{
    bring_to(t.item, "in_progress");
    set("evidence", "1");
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.evidence");
    set("evidence", "0");
    OK(tl_request_close(t.book, t.item, NULL));
    set("second_party", "1");
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.second_party");
    set("second_party", "0");
    OK(tl_close_out(t.book, t.item, NULL));
    verify_clean();
}
END_TEST

static int extension(const char *action, const char *due)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = action;
    posting.due = due;
    posting.note = "rain";
    posting.unit = strcmp(action, "request_extension") == 0 ? t.north : 0;
    return tl_post(t.book, &posting, NULL);
}

START_TEST(extensions)
{
    bring_to(t.item, "in_progress");
    set("extensions", "1");
    REFUSED(extension("grant_extension", NULL), TL_ERULE, "item.no_extension");
    REFUSED(extension("request_extension", "2023-06-30"), TL_ERULE, "item.extension_due");
    OK(extension("request_extension", "2023-07-31"));
    REFUSED(extension("request_extension", "2023-08-31"), TL_ERULE, "item.extension_pending");
    OK(extension("refuse_extension", NULL));
    OK(extension("request_extension", "2023-07-31"));
    REFUSED(extension("grant_extension", "2023-06-30"), TL_ERULE, "item.extension_due");
    OK(extension("grant_extension", "2023-07-15"));
    ck_assert_str_eq(item_text("due || ' ' || baseline_due || ' ' || extended || ifnull(asked_due, ' -')", t.item), "2023-07-15 2023-06-30 1 -");
    REFUSED(extension("request_extension", "2023-08-31"), TL_ERULE, "item.extension_limit");
    set("extensions", NULL);
    OK(extension("request_extension", "2023-08-31"));
    verify_clean();
}
END_TEST

START_TEST(late_extension)
{
    bring_to(t.item, "in_progress");
    today_is("2023-07-01");
    REFUSED(extension("request_extension", "2023-07-31"), TL_ERULE, "item.extension_late");
    set("late_extension", "1");
    OK(extension("request_extension", "2023-07-31"));
    ck_assert_str_eq(item_text("late_requests || ' ' || late", t.item), "1 1");
    OK(extension("grant_extension", NULL));
    ck_assert_str_eq(item_text("late_requests || ' ' || late || ' ' || due", t.item), "1 0 2023-07-31");
    OK(extension("request_extension", "2023-08-31"));
    ck_assert_str_eq(item_text("late_requests", t.item), "1");
    verify_clean();
}
END_TEST

/* From each state, for so many days: the item comes back to where it was, the due date moves by just these days, the first one never. */
START_TEST(the_clock_stands_still)
{
    static const char *const states[] = { "standing", "registered", "dispatched", "in_progress", "in_review", "notice" };
    static const int stops[] = { 0, 1, 30, 400 };
    tl_ledger_spec spec = { sizeof spec, "n", "n", NULL, "noticed", NULL, NULL };
    int64_t noticed;
    OK(tl_ledger_add(t.book, &spec, &noticed));
    for (size_t i = 0; i < 6 * 4; i++) {
        const char *state = states[i / 4];
        today_is(book_text(t.book, "SELECT date(max(at), '+8 hours', '+1 day') FROM entry"));
        int64_t item = add_item(noticed, state, "2033-06-30", t.north);
        bring_to(item, state);
        const char *due = item_text("due", item);
        act(item, "suspend", "x");
        char *sql = sqlite3_mprintf("SELECT date(max(at), '+8 hours', '+%d days') FROM entry", stops[i % 4]);
        today_is(book_text(t.book, sql));
        sqlite3_free(sql);
        act(item, "resume", NULL);
        ck_assert_str_eq(state_of(item), state);
        sql = sqlite3_mprintf("SELECT julianday(due) - julianday(%Q) FROM main.item WHERE id = %lld", due, (long long)item);
        ck_assert_int_eq(book_int(t.book, sql), stops[i % 4]);
        sqlite3_free(sql);
        ck_assert_str_eq(item_text("baseline_due", item), "2033-06-30");
    }
    verify_clean();
}
END_TEST

Suite *policy_suite(void)
{
    Suite *suite = suite_create("policy");
    ADD_TESTS(suite, setup_small, 60, ranges, words_of_refusals, not_for_this_workflow, all_sign, a_due_date_put_right, a_review_date_is_no_deadline, children,
        second_party_and_evidence, extensions, late_extension, the_clock_stands_still);
    return suite;
}
