/* test_scorecard.c - the scorecard of units: each reason with its entry, the points of a ledger, none below 0, and that the parts add up. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static const char *deducted(int64_t unit, int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_deductions(t.book, unit, ledger, &cursor));
    return rows_of(cursor, column);
}

static const char *scored(int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_scorecard(t.book, ledger, &cursor));
    return rows_of(cursor, column);
}

/* Whether the views agree with one another: the points of the scorecard are those of the deductions. */
static void adds_up(void)
{
    const char *sql = "SELECT count(*) FROM scorecard s WHERE points <> (SELECT coalesce(sum(points), 0) FROM deduction d WHERE d.unit_id = s.unit_id "
                      "AND (s.ledger_id IS NULL OR d.ledger_id = s.ledger_id)) OR score <> max(0, 100 - points)";
    ck_assert_int_eq(book_int(t.book, sql), 0);
}

static int64_t extend(int64_t item, const char *due)
{
    int64_t seq = 0;
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "request_extension";
    posting.unit = t.north;
    posting.due = due;
    posting.note = "rain";
    OK(tl_post(t.book, &posting, NULL));
    posting = (tl_posting)TL_POSTING_INIT;
    posting.item = item;
    posting.action = "grant_extension";
    OK(tl_post(t.book, &posting, &seq));
    return seq;
}

static void expect_entries(int64_t returned, int64_t reopened, int64_t urged)
{
    char text[100];
    snprintf(text, sizeof text, "%lld|%lld|%lld", (long long)reopened, (long long)returned, (long long)urged);
    ck_assert_str_eq(deducted(t.north, 0, "entry"), text);
}

START_TEST(nothing_off)
{
    ck_assert_str_eq(deducted(0, 0, "reason"), "");
    ck_assert_str_eq(scored(0, "unit"), "north");
    ck_assert_str_eq(scored(0, "led"), "2");
    ck_assert_str_eq(scored(0, "score"), "100");
    ck_assert_str_eq(scored(t.tasks, "led"), "1");
    ck_assert_str_eq(scored(t.dossiers, "unit"), "");
    adds_up();
}
END_TEST

START_TEST(returned_reopened_urged)
{
    bring_to(t.item, "in_review");
    act(t.item, "return", "not yet");
    act(t.item, "request_close", NULL);
    int64_t returned = act(t.item, "return", "still not");
    int64_t urged = act(t.item, "urge", "get on");
    act(t.item, "request_close", NULL);
    act_as("zhao", t.item, "close", NULL);
    int64_t reopened = act(t.item, "reopen", "broke again");
    act(t.item, "comment", "well");
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "reopened|returned|urged");
    ck_assert_str_eq(deducted(t.north, 0, "times"), "1|2|1");
    ck_assert_str_eq(deducted(t.north, t.tasks, "points"), "2|2|1");
    ck_assert_str_eq(deducted(0, 0, "ref"), "tasks/1|tasks/1|tasks/1");
    ck_assert_str_eq(deducted(t.north, t.checklist, "reason"), "");
    ck_assert_str_eq(deducted(t.south, 0, "reason"), "");
    expect_entries(returned, reopened, urged);
    ck_assert_str_eq(scored(0, "points"), "5");
    ck_assert_str_eq(scored(t.tasks, "score"), "95");
    ck_assert_str_eq(scored(t.checklist, "score"), "100");
    adds_up();
}
END_TEST

START_TEST(extended)
{
    bring_to(t.item, "in_progress");
    int64_t granted = extend(t.item, "2023-07-31");
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "");
    OK(tl_ledger_amend(t.book, t.tasks, "extension_points", "3"));
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "extended");
    ck_assert_str_eq(deducted(t.north, 0, "points"), "3");
    ck_assert_int_eq(atoll(deducted(t.north, 0, "entry")), granted);
    ck_assert_str_eq(scored(0, "score"), "97");
}
END_TEST

START_TEST(late)
{
    today_is("2023-06-30");
    bring_to(t.item, "in_progress");
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "");
    today_is("2023-07-01");
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "late");
    ck_assert_str_eq(deducted(t.north, 0, "entry"), "");
    ck_assert_str_eq(scored(t.tasks, "points"), "2");
    act(t.item, "request_close", NULL);
    int64_t closed = act_as("zhao", t.item, "close", NULL);
    act(t.item, "comment", "well");
    ck_assert_str_eq(deducted(t.north, 0, "times"), "1");
    ck_assert_int_eq(atoll(deducted(t.north, 0, "entry")), closed);
    adds_up();
}
END_TEST

/* What is standing has a review date, which is no deadline; what was called off is not late, and neither is what was asked to be closed in time. */
START_TEST(not_late)
{
    int64_t in_time = add_item(t.tasks, "in time", "2023-06-30", t.south), off = add_item(t.tasks, "off", "2023-04-01", t.south);
    bring_to(t.item, "standing");
    bring_to(in_time, "in_review");
    bring_to(off, "cancelled");
    today_is("2024-07-01");
    act_as("zhao", in_time, "close", NULL);
    ck_assert_str_eq(deducted(0, 0, "reason"), "");
    ck_assert_str_eq(scored(0, "score"), "100|100");
}
END_TEST

START_TEST(points_of_the_ledger)
{
    today_is("2023-07-01");
    OK(tl_ledger_amend(t.book, t.tasks, "late_points", "100"));
    add_item(t.tasks, "second", "2023-06-01", t.north);
    add_item(t.dossiers, "third", "2023-06-01", t.south);
    ck_assert_str_eq(scored(0, "unit"), "north|south");
    ck_assert_str_eq(scored(0, "points"), "200|2");
    ck_assert_str_eq(scored(0, "score"), "0|98");
    adds_up();
    OK(tl_ledger_amend(t.book, t.tasks, "late_points", "0"));
    ck_assert_str_eq(scored(0, "unit"), "south|north");
    ck_assert_str_eq(deducted(0, 0, "unit"), "south");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "late_points", "101"), TL_EINVAL, "ledger.amend");
    adds_up();
}
END_TEST

/* An item counts for the unit that leads it now. */
START_TEST(another_lead)
{
    bring_to(t.item, "in_progress");
    act(t.item, "urge", "get on");
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "unassign";
    posting.unit = t.north;
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(deducted(0, 0, "reason"), "");
    OK(tl_assign(t.book, t.item, t.east, "lead", NULL));
    ck_assert_str_eq(deducted(t.north, 0, "reason"), "");
    ck_assert_str_eq(deducted(t.east, 0, "reason"), "urged");
    ck_assert_str_eq(scored(0, "unit"), "east|north");
    adds_up();
}
END_TEST

START_TEST(words)
{
    tl_cursor *cursor;
    bring_to(t.item, "in_progress");
    act(t.item, "urge", "get on");
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_deductions(t.book, 0, 0, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_text(cursor, 3), "urged");
    ck_assert_str_eq(tl_column_word(cursor, 3), "催办");
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(refused)
{
    tl_cursor *cursor = NULL;
    REFUSED(tl_scorecard(t.book, t.north, &cursor), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_deductions(t.book, 0, t.north, &cursor), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_deductions(t.book, t.tasks, 0, &cursor), TL_ENOTFOUND, "unit.id");
    ck_assert_ptr_null(cursor);
}
END_TEST

Suite *scorecard_suite(void)
{
    Suite *suite = suite_create("scorecard");
    ADD_TESTS(suite, setup_small, 60, nothing_off, returned_reopened_urged, extended, late, not_late, points_of_the_ledger, another_lead, words, refused);
    return suite;
}
