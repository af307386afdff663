/* test_statistic.c - statistics: each rate with its parts, the published figures, periods, and that the sums are those of their parts. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static const char *of(const char *by, int64_t ledger, const char *from, const char *to, const char *column)
{
    tl_statistic_query query = { sizeof query, by, ledger, from, to };
    tl_cursor *cursor;
    OK(tl_statistics(t.book, &query, &cursor));
    return rows_of(cursor, column);
}

/* closed of total items of a checklist. */
static int64_t closed_of(const char *code, int closed, int total)
{
    int64_t ledger = add_ledger(code, "checklist");
    OK(tl_begin(t.book));
    for (int n = 0; n < total; n++) {
        int64_t item = add_item(ledger, "x", NULL, 0);
        if (n < closed)
            act(item, "close", NULL);
    }
    OK(tl_commit(t.book));
    return ledger;
}

START_TEST(published_figures)
{
    ck_assert_str_eq(of("ledger", closed_of("p1", 453, 471), NULL, NULL, "completion"), "96.18");
    ck_assert_str_eq(of("ledger", closed_of("p2", 688, 697), NULL, NULL, "completion"), "98.71");
    ck_assert_str_eq(of("ledger", closed_of("p3", 18, 471), NULL, NULL, "completion"), "3.82");
    ck_assert_str_eq(of("ledger", closed_of("p4", 1, 16), NULL, NULL, "completion"), "6.25");
    ck_assert_str_eq(of("state", closed_of("p5", 0, 2), NULL, NULL, "state"), "registered");
}
END_TEST

START_TEST(rates_and_periods)
{
    int64_t returned = add_item(t.tasks, "returned", "2023-05-10", t.north), done = add_item(t.tasks, "done", "2023-12-31", t.south);
    bring_to(returned, "in_review");
    OK(tl_return(t.book, returned, "not yet"));
    bring_to(done, "closed");
    act(done, "reopen", "looked back");
    ck_assert_str_eq(of("ledger", t.tasks, NULL, NULL, "return_rate"), "50.00");
    ck_assert_str_eq(of("ledger", t.tasks, NULL, NULL, "reopening_rate"), "100.00");
    ck_assert_str_eq(of("ledger", t.tasks, NULL, NULL, "on_time_rate"), "");
    ck_assert_str_eq(of("month", t.tasks, "2023-05-01", "2023-05-31", "month"), "2023-05");
    ck_assert_str_eq(of("ledger", t.tasks, "2023-05-01", "2023-05-31", "total"), "1");
    ck_assert_str_eq(of("ledger", t.tasks, "2023-05-11", "2023-12-30", "reopened"), "0");
    ck_assert_str_eq(of("all", 0, "2023-05-10", "2023-05-10", "returned"), "1");
    ck_assert_str_eq(of("unit-tree", t.tasks, "2023-12-31", NULL, "unit"), "south");
    ck_assert_str_eq(of("state", t.tasks, NULL, "2023-05-31", "total"), "1");
}
END_TEST

/* A figure of each unit that leads something in a period, against the items. */
static void compare_period(const char *from, const char *to, const char *column, const char *condition)
{
    char sql[300];
    snprintf(sql, sizeof sql,
        "SELECT coalesce(group_concat(n, '|'), '') FROM (SELECT count(*) FILTER (WHERE %s) AS n FROM item WHERE ledger = %lld AND due BETWEEN '%s' AND '%s' "
        "GROUP BY lead ORDER BY lead)",
        condition, (long long)t.tasks, from, to);
    const char *wanted = book_text(t.book, sql), *found = of("unit", t.tasks, from, to, column);
    ck_assert_msg(strcmp(found, wanted) == 0, "%s to %s: %s is %s, not %s", from, to, column, found, wanted);
}

/* Each period that begins and ends with a month, or within one, against the items counted one by one: whether the tally's rows within the period are added
 * up, or those of fewer months outside are taken away. */
START_TEST(any_period)
{
    static const char *const days[] = { "2021-12-31", "2023-01-01", "2023-01-31", "2023-02-01", "2023-02-15", "2023-03-01", "2023-03-31", "2023-12-31",
        "2024-06-30", "2031-01-31" };
    enum { DAYS = sizeof days / sizeof days[0] };
    for (size_t i = 0; i < DAYS; i++)
        bring_to(add_item(t.tasks, "one", days[i], i % 3 == 2 ? t.south : t.north), i % 2 ? "in_progress" : "closed");
    add_item(t.tasks, "whenever", NULL, t.north);
    for (size_t from = 0; from < DAYS; from++)
        for (size_t to = from; to < DAYS; to++) {
            compare_period(days[from], days[to], "total", "true");
            compare_period(days[from], days[to], "closed", "state = 'closed'");
        }
}
END_TEST

START_TEST(refused)
{
    tl_cursor *cursor = NULL;
    tl_statistic_query query = TL_STATISTIC_QUERY_INIT;
    query.by = "unti";
    REFUSED(tl_statistics(t.book, &query, &cursor), TL_EINVAL, "");
    ck_assert_ptr_nonnull(strstr(tl_errmsg(t.book), "'unit'"));
    query.by = NULL;
    query.from = "2023-02-30";
    REFUSED(tl_statistics(t.book, &query, &cursor), TL_EINVAL, "");
    query.from = "2023-02-02";
    query.to = "2023-02-01";
    REFUSED(tl_statistics(t.book, &query, &cursor), TL_EINVAL, "");
    ck_assert_ptr_null(cursor);
    OK(tl_statistics(t.book, NULL, &cursor));
    tl_cursor_close(cursor);
}
END_TEST

/* What a stranger's plain SQL gets: the old summaries, the tally and the items say the same. */
START_TEST(same_everywhere)
{
    int64_t item = add_item(t.tasks, "held", "2023-04-01", t.north);
    bring_to(item, "in_progress");
    act(item, "suspend", "waits");
    bring_to(add_item(t.tasks, "gone", NULL, 0), "cancelled");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM (SELECT ledger, total, closed, open_with_due, overdue, on_time, completion FROM ledger_summary "
                                      "WHERE total > 0 EXCEPT SELECT ledger, total, closed, open_with_due, overdue, on_time, completion FROM statistics "
                                      "WHERE \"by\" = 'ledger')"),
        0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(DISTINCT total) FROM (SELECT sum(total) AS total FROM statistics WHERE \"by\" <> 'unit_tree' "
                                      "GROUP BY \"by\", ledger IS NULL)"),
        1);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM check_tally"), 0);
}
END_TEST

/* Every kind of part: units above others, no unit, months, risks, each state. */
START_TEST(agree)
{
    tl_unit_spec spec = { sizeof spec, "below", "Below", NULL, t.north, NULL };
    findings found = { 0 };
    int64_t below, sums = 0, none = 0;
    OK(tl_unit_add(t.book, &spec, &below));
    bring_to(add_item(t.tasks, "below", "2023-02-01", below), "closed");
    bring_to(add_item(t.tasks, "held", "2023-04-01", t.north), "in_review");
    add_ledger("empty", "tasks");
    OK(tl_statistics_check(t.book, collect, &found, &sums));
    ck_assert_int_eq(found.wrong, 0);
    ck_assert_int_gt(sums, 300);
    OK(tl_statistics_check(t.book, NULL, NULL, NULL));
    today_is("2023-06-01");
    OK(tl_statistics_check(t.book, NULL, NULL, &none));
    ck_assert_int_eq(none, sums);
}
END_TEST

/* Around the rules: whole months are gone, and a total is another. */
START_TEST(disagree)
{
    findings found = { 0 }, stopped = { .stop_after = 1 };
    bring_to(add_item(t.tasks, "done", "2023-02-01", t.north), "closed");
    ck_assert_int_eq(sql_try(t.path, "DROP TRIGGER tally_journal_delete; DROP TRIGGER tally_journal_update; DELETE FROM tally WHERE month > '-'; "
                                     "UPDATE tally SET days = days + 1 WHERE closed > 0"),
        SQLITE_OK);
    ck_assert_int_eq(tl_statistics_check(t.book, collect, &found, NULL), TL_ECORRUPT);
    expect_words("not the sum of their parts");
    ck_assert_int_gt(found.wrong, 3);
    ck_assert_ptr_nonnull(strstr(found.words, "closed is 1, but by its months it is 0"));
    ck_assert_ptr_nonnull(strstr(found.list, "statistics|tasks|"));
    ck_assert_ptr_nonnull(strstr(found.list, "tally.journal|tally|"));
    ck_assert_int_eq(tl_statistics_check(t.book, NULL, NULL, NULL), TL_ECORRUPT);
    ck_assert_int_eq(tl_statistics_check(t.book, collect, &stopped, NULL), TL_ESTOP);
    ck_assert_int_eq(stopped.wrong, 1);
}
END_TEST

Suite *statistic_suite(void)
{
    Suite *suite = suite_create("statistic");
    ADD_TESTS(suite, setup_small, 60, published_figures, rates_and_periods, any_period, refused, same_everywhere, agree, disagree);
    return suite;
}
