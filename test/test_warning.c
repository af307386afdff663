/* test_warning.c - warnings: what is due, raised once for a due date, acknowledged; the ladder of escalation; risk of doing it by hand. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static int64_t warn_all(void)
{
    int64_t count = -1;
    OK(tl_warn(t.book, 0, &count));
    return count;
}

/* An item in progress since 2023-03-01. */
static int64_t in_progress(int64_t ledger, const char *title, const char *due)
{
    int64_t item = add_item(ledger, title, due, t.north);
    bring_to(item, "in_progress");
    return item;
}

static const char *due_now(int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_warnings_due(t.book, ledger, &cursor));
    return rows_of(cursor, column);
}

static const char *raised(const char *column)
{
    tl_cursor *cursor;
    OK(tl_warnings(t.book, NULL, &cursor));
    return rows_of(cursor, column);
}

static const char *ladder(const char *column)
{
    tl_cursor *cursor;
    OK(tl_escalations(t.book, 0, &cursor));
    return rows_of(cursor, column);
}

static int post_level(int64_t item, const char *action, const char *level)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.level = level;
    return tl_post(t.book, &posting, NULL);
}

/* Asked for on the day, granted on it. */
static void extend(int64_t item, const char *due)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "request_extension";
    posting.unit = t.north;
    posting.due = due;
    posting.note = "rain";
    OK(tl_post(t.book, &posting, NULL));
    act(item, "grant_extension", NULL);
}

START_TEST(raised_once)
{
    int64_t count = 7;
    bring_to(t.item, "in_progress"); /* due 2023-06-30 */
    ck_assert_int_eq(warn_all(), 0);
    ck_assert_str_eq(due_now(0, "ref"), "");
    today_is("2023-06-15");
    ck_assert_str_eq(due_now(0, "ref"), "tasks/1");
    ck_assert_str_eq(due_now(0, "level"), "blue");
    ck_assert_str_eq(due_now(0, "days_left"), "15");
    ck_assert_str_eq(due_now(0, "lead"), "north");
    int64_t before = entries();
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_int_eq(entries(), before + 1);
    ck_assert_str_eq(book_text(t.book, "SELECT actor || ' ' || kind || ' ' || due || ' ' || state FROM entry ORDER BY seq DESC LIMIT 1"),
        "wang blue 2023-06-30 in_progress");
    OK(tl_warn(t.book, 0, &count));
    ck_assert_int_eq(count, 0);
    OK(tl_warn(t.book, 0, NULL));
    ck_assert_int_eq(entries(), before + 1);
    today_is("2023-06-30");
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_int_eq(warn_all(), 0);
    today_is("2023-07-01");
    ck_assert_int_eq(warn_all(), 1);
    today_is("2024-07-01");
    ck_assert_int_eq(warn_all(), 0);
    ck_assert_str_eq(raised("level"), "blue|yellow|red");
    ck_assert_str_eq(raised("raised_on"), "2023-06-15|2023-06-30|2023-07-01");
    verify_clean();
}
END_TEST

START_TEST(armed_again_when_the_date_moves)
{
    bring_to(t.item, "in_progress");
    today_is("2023-06-30");
    ck_assert_int_eq(warn_all(), 1);
    extend(t.item, "2023-07-31");
    ck_assert_int_eq(warn_all(), 0);
    ck_assert_str_eq(raised("in_force"), "0");
    today_is("2023-07-31");
    ck_assert_str_eq(due_now(0, "due"), "2023-07-31");
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_str_eq(raised("level"), "yellow|yellow");
    ck_assert_str_eq(raised("due"), "2023-06-30|2023-07-31");
    ck_assert_str_eq(raised("in_force"), "0|1");
    /* A correction moves it, too; back to a date that was warned of, it is not told again. */
    tl_value_spec change = { "due", "2023-06-30" };
    tl_posting amend = TL_POSTING_INIT;
    amend.item = t.item;
    amend.action = "amend";
    amend.note = "原时限有误";
    amend.set = &change;
    amend.set_count = 1;
    OK(tl_post(t.book, &amend, NULL));
    ck_assert_str_eq(due_now(0, "level"), "red");
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_str_eq(raised("in_force"), "1|0|1");
    verify_clean();
}
END_TEST

START_TEST(of_one_ledger)
{
    int64_t count;
    tl_cursor *cursor;
    tl_warning_query query = TL_WARNING_QUERY_INIT;
    in_progress(t.dossiers, "an instruction", "2023-06-20");
    in_progress(t.tasks, "a task", "2023-06-20");
    today_is("2023-07-01");
    ck_assert_str_eq(due_now(0, "ref"), "tasks/1|tasks/3|dossiers/1");
    ck_assert_str_eq(due_now(t.dossiers, "ref"), "dossiers/1");
    ck_assert_str_eq(due_now(t.checklist, "ref"), "");
    OK(tl_warn(t.book, t.dossiers, &count));
    ck_assert_int_eq(count, 1);
    OK(tl_escalations(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "");
    ck_assert_int_eq(warn_all(), 2);
    query.ledger = t.dossiers;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "dossiers/1");
    OK(tl_escalations(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/1|tasks/3");
    verify_clean();
}
END_TEST

START_TEST(queries)
{
    tl_cursor *cursor;
    tl_warning_query query = TL_WARNING_QUERY_INIT;
    int64_t second = in_progress(t.tasks, "a task", "2023-06-20");
    today_is("2023-07-01");
    int64_t before = entries();
    ck_assert_int_eq(warn_all(), 2);
    OK(post_level(second, "acknowledge_warning", NULL));
    query.open = 1;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/1");
    query = (tl_warning_query)TL_WARNING_QUERY_INIT;
    query.item = second;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "acknowledged_by"), "wang");
    query = (tl_warning_query)TL_WARNING_QUERY_INIT;
    query.after = before;
    query.limit = 1;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/1");
    query.after = before + 1;
    query.limit = 0;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/3");
    /* A closed item's warning waits for nobody. */
    act(t.item, "cancel", "no use");
    query = (tl_warning_query)TL_WARNING_QUERY_INIT;
    query.open = 1;
    OK(tl_warnings(t.book, &query, &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
}
END_TEST

START_TEST(no_such_ledger)
{
    int64_t count = 7;
    tl_cursor *cursor = (tl_cursor *)1;
    tl_warning_query query = TL_WARNING_QUERY_INIT;
    query.ledger = 4711;
    REFUSED(tl_warn(t.book, 4711, &count), TL_ENOTFOUND, "item.ledger");
    ck_assert_int_eq(count, 7);
    REFUSED(tl_warnings_due(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    ck_assert_ptr_null(cursor);
    REFUSED(tl_warnings(t.book, &query, &cursor), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_escalations(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    expect_words("4711");
}
END_TEST

/* All or nothing, and inside the caller's transaction. */
START_TEST(in_one_transaction)
{
    int64_t count = 7;
    in_progress(t.tasks, "a task", "2023-06-20");
    today_is("2023-07-01");
    OK(tl_set_actor(t.book, NULL));
    REFUSED(tl_warn(t.book, 0, &count), TL_EMISUSE, "entry.actor");
    ck_assert_int_eq(count, 7);
    OK(tl_set_actor(t.book, "li"));
    OK(tl_begin(t.book));
    ck_assert_int_eq(warn_all(), 2);
    OK(tl_rollback(t.book));
    ck_assert_str_eq(raised("ref"), "");
    ck_assert_int_eq(warn_all(), 2);
    reopen(TL_OPEN_READONLY);
    today_is("2023-07-01");
    ck_assert_str_eq(due_now(0, "ref"), "");
    REFUSED(tl_warn(t.book, 0, &count), TL_EREADONLY, "");
    ck_assert_str_eq(raised("ref"), "tasks/1|tasks/3");
}
END_TEST

/* Where close-out is requested, or the clock stands still, there is nothing to hurry for. */
START_TEST(what_waits_is_left_alone)
{
    int64_t review = in_progress(t.tasks, "in review", "2023-06-20"), stopped = in_progress(t.tasks, "suspended", "2023-06-20");
    act(t.item, "cancel", "no use");
    today_is("2023-06-19");
    act(review, "request_close", NULL);
    act(stopped, "suspend", "wait");
    today_is("2023-07-01");
    ck_assert_str_eq(due_now(0, "ref"), "");
    act(review, "return", "not yet");
    act(stopped, "resume", NULL); /* due 2023-07-02 */
    ck_assert_str_eq(due_now(0, "level"), "red|yellow");
    verify_clean();
}
END_TEST

START_TEST(standing_is_warned_of_its_review)
{
    bring_to(t.item, "standing"); /* review 2023-12-31 */
    today_is("2023-12-01");
    ck_assert_int_eq(warn_all(), 0);
    today_is("2023-12-20");
    ck_assert_str_eq(due_now(0, "level"), "blue");
    today_is("2024-01-01");
    ck_assert_str_eq(due_now(0, "level"), "red");
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_str_eq(ladder("step"), "notify");
    verify_clean();
}
END_TEST

START_TEST(without_a_due_date)
{
    int64_t item = add_item(t.dossiers, "returned", "2030-06-30", t.north);
    bring_to(item, "in_review");
    act(item, "return", "not yet");
    ck_assert_str_eq(due_now(0, "level"), "yellow");
    ck_assert_int_eq(warn_all(), 1);
    act(item, "request_close", NULL);
    act(item, "return", "not yet");
    ck_assert_str_eq(due_now(0, "returned"), "2");
    ck_assert_int_eq(warn_all(), 1);
    ck_assert_str_eq(raised("level"), "yellow|red");
    verify_clean();
}
END_TEST

START_TEST(acknowledged)
{
    bring_to(t.item, "in_progress");
    REFUSED(post_level(t.item, "acknowledge_warning", NULL), TL_ERULE, "warning.none");
    REFUSED(post_level(t.item, "acknowledge_warning", "yelow"), TL_EINVAL, "warning.level");
    expect_words("not 'yelow'; the nearest is 'yellow'");
    REFUSED(post_level(t.item, "acknowledge_warning", "orange"), TL_EINVAL, "warning.level");
    expect_words("a warning is blue, yellow or red, not 'orange'");
    today_is("2023-06-30");
    warn_all();
    today_is("2023-07-01");
    warn_all();
    REFUSED(post_level(t.item, "acknowledge_warning", "blue"), TL_ERULE, "warning.none");
    OK(post_level(t.item, "acknowledge-warning", "yellow"));
    ck_assert_str_eq(raised("acknowledged_by"), "|wang"); /* the one acknowledged moves behind the other */
    ck_assert_str_eq(raised("waiting"), "1|0");
    act_as("zhao", t.item, "acknowledge_warning", NULL);
    ck_assert_str_eq(raised("acknowledged_by"), "wang|zhao");
    ck_assert_str_eq(raised("level"), "yellow|red");
    REFUSED(post_level(t.item, "acknowledge_warning", NULL), TL_ERULE, "warning.none");
    ck_assert_int_eq(warn_all(), 0);
    OK(tl_set_lang(t.book, "zh"));
    tl_cursor *cursor;
    OK(tl_warnings(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    for (int i = 0; i < tl_column_count(cursor); i++) {
        if (strcmp(tl_column_name(cursor, i), "level") == 0) {
            ck_assert_str_eq(tl_column_word(cursor, i), "黄");
            ck_assert_str_eq(tl_column_label(cursor, i), "预警等级");
        }
    }
    tl_cursor_close(cursor);
    verify_clean();
}
END_TEST

START_TEST(by_hand)
{
    bring_to(t.item, "in_progress");
    REFUSED(post_level(t.item, "warn", NULL), TL_EINVAL, "warning.level");
    REFUSED(post_level(t.item, "warn", "orange"), TL_EINVAL, "warning.level");
    REFUSED(post_level(t.item, "warn", "red"), TL_ERULE, "warning.early");
    REFUSED(post_level(t.item, "warn", "blue"), TL_ERULE, "warning.early");
    today_is("2023-07-01");
    OK(post_level(t.item, "warn", "red"));
    REFUSED(post_level(t.item, "warn", "red"), TL_ERULE, "warning.raised");
    ck_assert_int_eq(warn_all(), 0);
    OK(post_level(t.item, "warn", "yellow")); /* it is that, too */
    int64_t seq;
    OK(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"acknowledge_warning\", \"level\": \"red\"}", &seq));
    ck_assert_str_eq(book_text(t.book, "SELECT kind FROM entry ORDER BY seq DESC LIMIT 1"), "red");
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "comment";
    posting.note = "x";
    posting.level = "red";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "entry.extra");
    verify_clean();
}
END_TEST

/* A book with a real clock can't be told of a day to come: its entries bear the present one. */
START_TEST(the_day_of_a_real_clock)
{
    tl_close(t.book);
    t.book = open_book(in_folder("real.db"), TL_OPEN_NEW);
    t.north = add_unit("north", "North");
    int64_t ledger = add_ledger("tasks", "tasks"), item = add_item(ledger, "far off", "2999-06-30", t.north), count;
    OK(tl_set_today(t.book, "2999-07-01"));
    ck_assert_str_eq(due_now(0, "level"), "red");
    ck_assert_int_eq(tl_warn(t.book, 0, &count), TL_ERULE);
    ck_assert_str_eq(tl_errrule(t.book), "warning.early");
    expect_words("tasks/1");
    ck_assert_str_eq(raised("ref"), "");
    OK(tl_set_today(t.book, NULL));
    ck_assert_int_eq(warn_all(), 0);
    (void)item;
    verify_clean();
}
END_TEST

START_TEST(the_ladder)
{
    bring_to(t.item, "in_progress");
    today_is("2023-06-25");
    ck_assert_str_eq(ladder("step"), "");
    act(t.item, "urge", "before anybody was warned");
    warn_all();
    ck_assert_str_eq(ladder("step"), "urge");
    ck_assert_str_eq(ladder("lead"), "north");
    act(t.item, "urge", "get on");
    ck_assert_str_eq(ladder("step"), "");
    today_is("2023-06-30");
    extend(t.item, "2023-07-10");
    today_is("2023-07-11"); /* the first red */
    warn_all();
    ck_assert_str_eq(ladder("step"), "notify");
    act(t.item, "urge", "not enough");
    ck_assert_str_eq(ladder("step"), "notify");
    act(t.item, "notify", "on notice");
    ck_assert_str_eq(ladder("step"), "");
    OK(tl_ledger_amend(t.book, t.tasks, "late_extension", "1"));
    extend(t.item, "2023-08-10");
    today_is("2023-08-05");
    warn_all(); /* yellow again: a reminder, whatever went before */
    ck_assert_str_eq(ladder("step"), "urge");
    today_is("2023-08-11"); /* the second red */
    ck_assert_str_eq(ladder("step"), "urge");
    warn_all();
    ck_assert_str_eq(ladder("step"), "circulate");
    ck_assert_str_eq(ladder("reds"), "2");
    act(t.item, "notify", "a step too low");
    ck_assert_str_eq(ladder("step"), "circulate");
    act(t.item, "circulate", "named");
    ck_assert_str_eq(ladder("step"), "");
    extend(t.item, "2023-09-10");
    today_is("2023-09-11"); /* the third */
    warn_all();
    ck_assert_str_eq(ladder("step"), "talk");
    act(t.item, "circulate", "a step too low");
    ck_assert_str_eq(ladder("step"), "talk");
    act(t.item, "talk", "called in");
    ck_assert_str_eq(ladder("step"), "");
    extend(t.item, "2023-10-10");
    today_is("2023-10-11"); /* and any further one */
    warn_all();
    ck_assert_str_eq(ladder("step"), "talk");
    ck_assert_str_eq(ladder("reds"), "4");
    act(t.item, "request_close", NULL);
    ck_assert_str_eq(ladder("step"), "");
    ck_assert_str_eq(
        book_text(
            t.book, "SELECT group_concat(action, ' ') FROM (SELECT action FROM entry WHERE action IN ('urge', 'notify', 'circulate', 'talk') ORDER BY seq)"),
        "urge urge urge notify notify circulate circulate talk");
    verify_clean();
}
END_TEST

START_TEST(a_higher_step_answers_for_a_lower)
{
    static const char *const steps[] = { "urge", "notify", "circulate", "talk" };
    for (size_t i = 0; i < 4; i++) {
        today_is("2023-07-01");
        int64_t item = in_progress(t.tasks, steps[i], "2023-07-02");
        warn_all();
        act(item, steps[i], "done");
    }
    act(t.item, "cancel", "no use");
    ck_assert_str_eq(ladder("step"), "");
    today_is("2023-07-03");
    warn_all();
    ck_assert_str_eq(ladder("title"), "urge|notify|circulate|talk"); /* taken before the red, they answer for the yellow only */
    tl_cursor *cursor;
    OK(tl_escalations(t.book, 0, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    for (int i = 0; i < tl_column_count(cursor); i++)
        if (strcmp(tl_column_name(cursor, i), "step") == 0)
            ck_assert_str_eq(tl_column_word(cursor, i), "give notice");
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(the_past_and_damage)
{
    tl_book *past;
    tl_cursor *cursor;
    bring_to(t.item, "in_progress");
    today_is("2023-06-30");
    warn_all();
    today_is("2023-07-01");
    warn_all();
    act(t.item, "acknowledge_warning", NULL);
    OK(tl_book_as_of(t.book, "2023-06-30", &past));
    ck_assert_int_eq(tl_warnings(past, NULL, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "level"), "yellow");
    ck_assert_int_eq(tl_escalations(past, 0, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "step"), "urge");
    tl_close(past);
    ck_assert_int_eq(sql_try(t.path, "DROP TRIGGER warning_journal_update; UPDATE warning SET acknowledged_by = 'nobody' WHERE level = 'red'"), SQLITE_OK);
    findings found = { 0 };
    ck_assert_int_eq(tl_verify(t.book, NULL, collect, &found), TL_ECORRUPT);
    ck_assert_ptr_nonnull(strstr(found.list, "rebuild|warning"));
}
END_TEST

Suite *warning_suite(void)
{
    Suite *suite = suite_create("warning");
    ADD_TESTS(suite, setup_small, 30, raised_once, armed_again_when_the_date_moves, of_one_ledger, queries, no_such_ledger, in_one_transaction,
        what_waits_is_left_alone, standing_is_warned_of_its_review, without_a_due_date, acknowledged, by_hand, the_day_of_a_real_clock, the_ladder,
        a_higher_step_answers_for_a_lower, the_past_and_damage);
    return suite;
}
