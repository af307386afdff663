/* test_light.c - lights, lateness and report_due, by tables of days over the thresholds of the ledger; standing items; risk levels. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* An item as item_status has it: light, days left, late: "yellow 7 0"; a closed item has none: "- - 1". */
static const char *status_of(int64_t item)
{
    static char texts[16][60];
    static unsigned at;
    char *text = texts[at++ % 16], days[20] = "-";
    tl_item *copy;
    OK(tl_item_get(t.book, item, &copy));
    if (copy->has_days_left)
        snprintf(days, sizeof days, "%d", copy->days_left);
    snprintf(text, sizeof texts[0], "%s %s %d", copy->light == NULL ? "-" : copy->light, days, copy->late);
    tl_free(copy);
    return text;
}

static void set(const char *name, const char *content)
{
    OK(tl_ledger_amend(t.book, t.tasks, name, content));
}

/* A day, and what the item is then. */
typedef struct day_case {
    const char *day, *status;
} day_case;

static void check_days(int64_t item, const char *what, const day_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        today_is(cases[i].day);
        const char *status = status_of(item);
        ck_assert_msg(strcmp(status, cases[i].status) == 0, "%s, %s: %s, not %s", what, cases[i].day, status, cases[i].status);
    }
}
#define DAYS(item, what, ...)                                                                                                                                  \
    do {                                                                                                                                                       \
        const day_case cases_[] = { __VA_ARGS__ };                                                                                                             \
        check_days((item), (what), cases_, sizeof cases_ / sizeof cases_[0]);                                                                                  \
    } while (0)

START_TEST(by_days_left)
{
    bring_to(t.item, "in_progress"); /* due 2023-06-30 */
    DAYS(t.item, "as founded", { "2023-03-01", "green 121 0" }, { "2023-06-14", "green 16 0" }, { "2023-06-15", "blue 15 0" }, { "2023-06-22", "blue 8 0" },
        { "2023-06-23", "yellow 7 0" }, { "2023-06-30", "yellow 0 0" }, { "2023-07-01", "red -1 1" }, { "2024-06-30", "red -366 1" });
    today_is("2023-03-02");
    set("blue_days", "30");
    set("yellow_days", "0");
    set("red_days", "3");
    DAYS(t.item, "30, 0, 3", { "2023-05-30", "green 31 0" }, { "2023-05-31", "blue 30 0" }, { "2023-06-29", "blue 1 0" }, { "2023-06-30", "yellow 0 0" },
        { "2023-07-01", "yellow -1 1" }, { "2023-07-02", "yellow -2 1" }, { "2023-07-03", "red -3 1" });
    today_is("2023-03-02");
    set("blue_days", "0");
    DAYS(t.item, "no blue", { "2023-06-29", "green 1 0" }, { "2023-06-30", "yellow 0 0" });
    ck_assert_str_eq(status_of(t.second), "grey - 0");
    verify_clean();
}
END_TEST

START_TEST(every_open_state)
{
    const char *const running[] = { "registered", "dispatched", "in_progress" };
    for (size_t i = 0; i < 3; i++) {
        today_is("2023-03-01");
        int64_t item = add_item(t.tasks, running[i], "2023-06-30", t.north);
        bring_to(item, running[i]);
        DAYS(item, running[i], { "2023-06-15", "blue 15 0" }, { "2023-06-30", "yellow 0 0" }, { "2023-07-01", "red -1 1" });
        today_is("2023-07-01");
    }
    verify_clean();
}
END_TEST

/* A report of a percentage on the day of dispatch. */
static int64_t reported(const char *due, const char *percent)
{
    int64_t item = add_item(t.tasks, percent, due, t.north);
    bring_to(item, "in_progress");
    OK(tl_report(t.book, item, t.north, "so far", percent));
    return item;
}

START_TEST(by_progress)
{
    /* Dispatched on 2023-03-01, 100 days; 50 have gone on 2023-04-20. */
    const struct {
        const char *percent, *light;
    } cases[] = { { "0", "yellow" }, { "39.9", "yellow" }, { "40", "yellow" }, { "40.1", "green" }, { "50", "green" }, { "100", "green" } };
    int64_t items[6], silent = add_item(t.tasks, "nothing reported", "2023-06-09", t.north);
    for (size_t i = 0; i < 6; i++)
        items[i] = reported("2023-06-09", cases[i].percent);
    int64_t week = add_item(t.tasks, "a day", "2023-03-01", t.north);
    bring_to(week, "in_progress");
    OK(tl_report(t.book, week, t.north, "so far", "0"));
    ck_assert_str_eq(status_of(week), "yellow 0 0"); /* no time to be behind in, but due today */
    for (size_t i = 0; i < 6; i++)
        DAYS(
            items[i], cases[i].percent, { "2023-03-01", "green 100 0" }, { "2023-04-20", strcmp(cases[i].light, "green") == 0 ? "green 50 0" : "yellow 50 0" });
    ck_assert_str_eq(status_of(silent), "green 50 0");
    today_is("2023-04-20");
    set("lag_points", "50");
    ck_assert_str_eq(status_of(items[0]), "yellow 50 0");
    ck_assert_str_eq(status_of(items[1]), "green 50 0");
    set("lag_points", "9999");
    ck_assert_str_eq(status_of(items[0]), "green 50 0");
    set("lag_points", "0");
    ck_assert_str_eq(status_of(items[4]), "yellow 50 0");
    ck_assert_str_eq(status_of(items[5]), "green 50 0");
    verify_clean();
}
END_TEST

START_TEST(progress_in_thirds)
{
    /* 43.3 of the time has gone and 33.3 is done: 10 points, though not in binary fractions. 1,000 days from 2023-03-01. */
    int64_t item = reported("2025-11-25", "33.3");
    DAYS(item, "432", { "2024-05-06", "green 568 0" }, { "2024-05-07", "yellow 567 0" });
}
END_TEST

START_TEST(the_clock_stands_still)
{
    int64_t item = reported("2023-06-09", "10");
    today_is("2023-03-11"); /* 10 days gone, 10 per cent done */
    act(item, "suspend", "waits for the money");
    DAYS(item, "suspended", { "2023-03-11", "green 90 0" }, { "2023-06-19", "green 90 0" }, { "2024-01-01", "green 90 0" });
    today_is("2023-06-19"); /* 100 days later */
    act(item, "resume", NULL);
    /* 10 of 100 days have gone, not 110 of 200; at 19 it is 9 points behind, at 20 it is 10. */
    DAYS(item, "resumed", { "2023-06-19", "green 90 0" }, { "2023-06-28", "green 81 0" }, { "2023-06-29", "yellow 80 0" });
    verify_clean();
}
END_TEST

/* What stood still before the dispatch was no time of the unit's. */
START_TEST(stopped_before_the_start)
{
    int64_t item = add_item(t.tasks, "later", "2023-06-09", t.north);
    act(item, "suspend", "wait");
    today_is("2023-03-11");
    act(item, "resume", NULL); /* due 2023-06-19 */
    bring_to(item, "in_progress");
    OK(tl_report(t.book, item, t.north, "so far", "10"));
    /* 100 days from 2023-03-11. */
    DAYS(item, "dispatched after a stop", { "2023-03-30", "green 81 0" }, { "2023-03-31", "yellow 80 0" });
}
END_TEST

START_TEST(suspended_late)
{
    int64_t item = add_item(t.tasks, "late", "2023-03-10", t.north);
    bring_to(item, "in_progress");
    today_is("2023-03-12");
    act(item, "suspend", "wait");
    DAYS(item, "suspended", { "2023-03-12", "red -2 1" }, { "2023-09-01", "red -2 1" });
    today_is("2023-03-22");
    act(item, "resume", NULL);
    DAYS(item, "resumed", { "2023-03-22", "red -2 1" }, { "2023-03-23", "red -3 1" });
}
END_TEST

START_TEST(by_returns)
{
    bring_to(t.item, "in_review");
    act(t.item, "return", "not yet");
    ck_assert_str_eq(status_of(t.item), "yellow 121 0");
    set("yellow_returns", "2");
    ck_assert_str_eq(status_of(t.item), "green 121 0");
    set("red_returns", "3");
    act(t.item, "request_close", NULL);
    act(t.item, "return", "again");
    ck_assert_str_eq(status_of(t.item), "yellow 121 0");
    act(t.item, "request_close", NULL);
    act(t.item, "return", "and again");
    ck_assert_str_eq(status_of(t.item), "red 121 0");
    set("red_returns", "2");
    set("yellow_returns", "1");
    ck_assert_str_eq(status_of(t.item), "red 121 0");
    /* Without a due date, too. */
    act(t.line, "close", NULL);
    act(t.line, "reopen", "not done");
    ck_assert_str_eq(status_of(t.line), "grey - 0");
    verify_clean();
}
END_TEST

START_TEST(in_review_from_the_request)
{
    bring_to(t.item, "in_progress");
    today_is("2023-06-30");
    act(t.item, "request_close", NULL);
    DAYS(t.item, "requested on the due day", { "2023-06-30", "yellow 0 0" }, { "2023-12-01", "yellow 0 0" });
    act_as("zhao", t.item, "close", NULL);
    ck_assert_str_eq(status_of(t.item), "- - 0");
    int64_t late = add_item(t.tasks, "late", "2023-06-30", t.north);
    bring_to(late, "in_review");
    DAYS(late, "requested late", { "2023-12-02", "red -154 1" }, { "2024-12-02", "red -154 1" });
    act(late, "withdraw", NULL);
    ck_assert_str_eq(status_of(late), "red -521 1");
    act(late, "request_close", NULL);
    act_as("zhao", late, "close", NULL);
    ck_assert_str_eq(status_of(late), "- - 1"); /* closed late stays marked late */
    act(late, "reopen", "not done");
    ck_assert_str_eq(status_of(late), "red -521 1");
    act(late, "cancel", "no use");
    ck_assert_str_eq(status_of(late), "- - 0");
    verify_clean();
}
END_TEST

START_TEST(on_notice_from_the_request)
{
    int64_t ledger = 0;
    OK(tl_ledger_add(t.book, &(tl_ledger_spec) { .size = sizeof(tl_ledger_spec), .code = "open", .title = "open", .workflow = "noticed" }, &ledger));
    int64_t item = add_item(ledger, "shown to all", "2023-03-20", t.north);
    bring_to(item, "in_progress");
    OK(tl_attach(t.book, item, "https://example.org/", NULL));
    today_is("2023-03-18");
    act(item, "request_close", NULL);
    today_is("2023-03-25");
    act_as("zhao", item, "close", NULL);
    ck_assert_str_eq(state_of(item), "notice");
    DAYS(item, "on notice", { "2023-03-25", "yellow 2 0" }, { "2023-03-31", "yellow 2 0" });
    act_as("zhao", item, "end_notice", NULL);
    ck_assert_str_eq(status_of(item), "- - 0");
    verify_clean();
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------- standing */

static int make_standing(int64_t item, const char *goal, const char *review)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "make_standing";
    posting.note = goal;
    posting.due = review;
    return tl_post(t.book, &posting, NULL);
}

static int64_t number(const char *column)
{
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT %s FROM ledger_summary WHERE ledger = 'tasks'", column);
    return book_int(t.book, sql);
}

START_TEST(standing)
{
    bring_to(t.item, "in_progress");
    REFUSED(make_standing(t.item, NULL, "2023-09-30"), TL_ERULE, "entry.note");
    REFUSED(make_standing(t.item, "keep it up", NULL), TL_ERULE, "item.review_date");
    REFUSED(make_standing(t.item, "keep it up", "2023-03-01"), TL_ERULE, "item.review_date");
    REFUSED(make_standing(t.second, "keep it up", "2023-09-30"), TL_ERULE, "item.move");
    OK(make_standing(t.item, "every quarter", "2023-09-30"));
    ck_assert_str_eq(state_of(t.item), "standing");
    ck_assert_str_eq(book_text(t.book, "SELECT goal, due, baseline_due FROM main.item WHERE state = 'standing'"), "every quarter");
    DAYS(t.item, "before the review", { "2023-07-01", "grey 91 0" }, { "2023-09-14", "grey 16 0" }, { "2023-09-15", "blue 15 0" },
        { "2023-09-30", "yellow 0 0" }, { "2023-10-01", "red -1 1" });
    /* Late in the list, but counted apart in the figures. */
    ck_assert_int_eq(number("standing"), 1);
    ck_assert_int_eq(number("overdue"), 0);
    ck_assert_int_eq(number("open_with_due"), 0);
    /* The review has been held: a new goal, a new date. */
    REFUSED(make_standing(t.item, "next year", "2023-10-01"), TL_ERULE, "item.review_date");
    OK(make_standing(t.item, "every month", "2023-12-31"));
    ck_assert_str_eq(state_of(t.item), "standing");
    ck_assert_str_eq(status_of(t.item), "grey 91 0");
    ck_assert_str_eq(
        book_text(t.book, "SELECT goal || ' ' || due || ' ' || baseline_due FROM main.item WHERE state = 'standing'"), "every month 2023-12-31 2023-06-30");
    OK(tl_report(t.book, t.item, t.north, "kept up", NULL));
    /* It can be closed like any other. */
    act(t.item, "request_close", NULL);
    ck_assert_str_eq(status_of(t.item), "green 91 0");
    act_as("zhao", t.item, "close", NULL);
    ck_assert_str_eq(status_of(t.item), "- - 0");
    verify_clean();
}
END_TEST

START_TEST(standing_closed_after_its_review_date)
{
    bring_to(t.item, "standing"); /* review 2023-12-31 */
    today_is("2024-01-01");
    act(t.item, "request_close", NULL);
    act_as("zhao", t.item, "close", NULL);
    ck_assert_str_eq(status_of(t.item), "- - 0");
}
END_TEST

START_TEST(standing_suspended)
{
    bring_to(t.item, "standing");
    act(t.item, "suspend", "wait");
    DAYS(t.item, "suspended", { "2024-02-01", "green 305 0" });
    act(t.item, "resume", NULL);
    ck_assert_str_eq(state_of(t.item), "standing");
    ck_assert_str_eq(status_of(t.item), "grey 305 0"); /* moved on by the days stopped */
    verify_clean();
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------ report_due */

static const char *report_due(int64_t item)
{
    char sql[120];
    snprintf(sql, sizeof sql, "SELECT report_due FROM item_status WHERE item = %lld", (long long)item);
    return book_text(t.book, sql);
}

START_TEST(reports_expected)
{
    bring_to(t.item, "in_progress");
    ck_assert_str_eq(report_due(t.item), ""); /* no cycle */
    set("report_days", "30");
    ck_assert_str_eq(report_due(t.item), "2023-03-31"); /* from the dispatch */
    ck_assert_str_eq(report_due(t.second), "");         /* not given out yet */
    today_is("2023-03-20");
    OK(tl_report(t.book, t.item, t.south, "helped", NULL)); /* any unit's */
    ck_assert_str_eq(report_due(t.item), "2023-04-19");
    OK(make_standing(t.item, "keep it up", "2023-12-31"));
    ck_assert_str_eq(report_due(t.item), "2023-04-19");
    act(t.item, "request_close", NULL);
    ck_assert_str_eq(report_due(t.item), "");
    OK(tl_ledger_amend(t.book, t.checklist, "report_days", "7"));
    ck_assert_str_eq(report_due(t.line), "2023-03-08"); /* one step: from the day it was registered */
    set("report_days", NULL);
    act(t.item, "withdraw", NULL);
    ck_assert_str_eq(report_due(t.item), "");
    verify_clean();
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------------ risk */

static int rate(int64_t item, const char *risk, const char *reason)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "rate";
    posting.risk = risk;
    posting.note = reason;
    return tl_post(t.book, &posting, NULL);
}

START_TEST(risk_levels)
{
    tl_cursor *cursor;
    REFUSED(rate(t.item, "high", NULL), TL_ERULE, "entry.note");
    REFUSED(rate(t.item, NULL, "because"), TL_EINVAL, "item.risk");
    REFUSED(rate(t.item, "urgent", "because"), TL_EINVAL, "entry.risk");
    OK(rate(t.item, "high", "behind"));
    OK(rate(t.second, "low", "small"));
    today_is("2023-04-01");
    OK(rate(t.item, "medium", "caught up"));
    /* The history: the entries that rated it. */
    tl_entry_query history = TL_ENTRY_QUERY_INIT;
    history.item = t.item;
    history.action = "rate";
    OK(tl_entries(t.book, &history, &cursor));
    ck_assert_str_eq(rows_of(cursor, "risk"), "high|medium");
    OK(tl_entries(t.book, &history, &cursor));
    ck_assert_str_eq(rows_of(cursor, "note"), "behind|caught up");
    OK(tl_entries(t.book, &history, &cursor));
    ck_assert_str_eq(rows_of(cursor, "on"), "2023-03-01|2023-04-01");
    /* Listing by level. */
    tl_item_query query = TL_ITEM_QUERY_INIT;
    query.risk = "medium";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/1");
    query.risk = "high";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "");
    /* The same in plain SQL. */
    ck_assert_str_eq(
        book_text(t.book, "SELECT group_concat(ref || ' ' || coalesce(old, '-') || ' ' || risk || ' ' || \"on\" || ' ' || actor || ' ' || note, '; ') FROM "
                          "(SELECT * FROM risk_history ORDER BY seq)"),
        "tasks/1 - high 2023-03-01 wang behind; tasks/2 - low 2023-03-01 wang small; tasks/1 high medium 2023-04-01 wang caught up");
    act(t.second, "cancel", "no use");
    REFUSED(rate(t.second, "high", "because"), TL_ERULE, "item.move");
    verify_clean();
}
END_TEST

Suite *light_suite(void)
{
    Suite *suite = suite_create("light");
    ADD_TESTS(suite, setup_small, 30, by_days_left, every_open_state, by_progress, progress_in_thirds, the_clock_stands_still, stopped_before_the_start,
        suspended_late, by_returns, in_review_from_the_request, on_notice_from_the_request, standing, standing_closed_after_its_review_date, standing_suspended,
        reports_expected, risk_levels);
    return suite;
}
