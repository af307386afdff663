/* test_series.c - series: their periods over leap years, month and year ends and working days; occurrences made once, by whichever copy of the book. */
#include "damage.h"
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static int64_t add_series(const char *code, const char *cycle, const char *day, const char *from, const char *adjust, int64_t lead)
{
    tl_series_spec spec = TL_SERIES_SPEC_INIT;
    int64_t series = 0;
    spec.ledger = t.tasks;
    spec.code = code;
    spec.title = code;
    spec.cycle = cycle;
    spec.day = day;
    spec.from = from;
    spec.adjust = adjust;
    spec.lead = lead;
    OK(tl_series_add(t.book, &spec, &series));
    return series;
}

/* A column of the periods of a series (0: of all). */
static const char *periods(int64_t series, const char *column)
{
    tl_cursor *cursor;
    OK(tl_series_periods(t.book, series, &cursor));
    return rows_of(cursor, column);
}

/* A column of the series of a ledger (0: of all). */
static const char *listed(int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_series(t.book, ledger, &cursor));
    return rows_of(cursor, column);
}

static int run(const char *to, int64_t series)
{
    int64_t count = -1;
    OK(tl_series_run(t.book, to, series, &count));
    return (int)count;
}

/* The due dates of the occurrences made, in the order of their periods. */
static const char *made(tl_book *book, int64_t series)
{
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT period || ' ' || due FROM item WHERE series = %lld ORDER BY period", (long long)series);
    return book_text(book, sql);
}

/* A day that a month does not have is its last one: in February of leap years, too, and at the end of the year. */
START_TEST(month_ends)
{
    today_is("2024-03-01");
    int64_t month = add_series("m31", "monthly", "31", "2023-11", NULL, 0);
    ck_assert_int_eq(run("2024-03-01", month), 5);
    ck_assert_str_eq(made(t.book, month), "2023-11 2023-11-30|2023-12 2023-12-31|2024-01 2024-01-31|2024-02 2024-02-29|2024-03 2024-03-31");
    int64_t thirtieth = add_series("m30", "monthly", "30", "2023-02", NULL, 0);
    ck_assert_int_eq(run("2023-03-31", thirtieth), 2);
    ck_assert_str_eq(made(t.book, thirtieth), "2023-02 2023-02-28|2023-03 2023-03-30");
    int64_t quarter = add_series("q", "quarterly", "31", "2023-Q2", NULL, 0);
    ck_assert_int_eq(run("2024-01-01", quarter), 4);
    ck_assert_str_eq(made(t.book, quarter), "2023-Q2 2023-06-30|2023-Q3 2023-09-30|2023-Q4 2023-12-31|2024-Q1 2024-03-31");
    ck_assert_str_eq(periods(quarter, "starts_on"), "2023-04-01|2023-07-01|2023-10-01|2024-01-01|2024-04-01|2024-07-01|2024-10-01|2025-01-01");
    verify_clean();
}
END_TEST

START_TEST(typed_wide)
{
    today_is("2023-03-01");
    int64_t month = add_series("m", "monthly", "２５", "２０２３－０１", NULL, 0), year = add_series("y", "yearly", "１２－３１", "２０２３", NULL, 0);
    int64_t quarter = add_series("q", "quarterly", "31", "2023-q1", NULL, 0);
    run("2023-02-28", month);
    ck_assert_str_eq(made(t.book, month), "2023-01 2023-01-25|2023-02 2023-02-25");
    ck_assert_int_eq(run("2023-12-31", year), 1);
    OK(tl_series_end(t.book, quarter, "２０２３-Ｑ２", NULL));
    ck_assert_str_eq(periods(quarter, "due"), "2023-03-31|2023-06-30");
    verify_clean();
}
END_TEST

START_TEST(leap_years)
{
    today_is("2025-01-01");
    int64_t leap = add_series("leap", "yearly", "02-29", "2023", NULL, 0), end = add_series("end", "yearly", "12-31", "2024", NULL, 0);
    int64_t hundred = add_series("hundred", "days", "100", "2023-11-25", NULL, 0), one = add_series("one", "days", "1", "2024-02-28", NULL, 0);
    OK(tl_series_end(t.book, one, "2024-03-01", NULL));
    run("2025-01-01", 0);
    ck_assert_str_eq(made(t.book, leap), "2023 2023-02-28|2024 2024-02-29|2025 2025-02-28");
    ck_assert_str_eq(made(t.book, end), "2024 2024-12-31|2025 2025-12-31");
    ck_assert_str_eq(periods(leap, "ends_on"), "2023-12-31|2024-12-31|2025-12-31|2026-12-31");
    ck_assert_str_eq(made(t.book, hundred), "2023-11-25 2024-03-03|2024-03-04 2024-06-11|2024-06-12 2024-09-19|2024-09-20 2024-12-28|2024-12-29 2025-04-07");
    ck_assert_str_eq(made(t.book, one), "2024-02-28 2024-02-28|2024-02-29 2024-02-29|2024-03-01 2024-03-01");
    verify_clean();
}
END_TEST

static void set_day(const char *day, const char *kind)
{
    tl_calendar_spec spec = TL_CALENDAR_SPEC_INIT;
    spec.day = day;
    spec.kind = kind;
    OK(tl_calendar_set(t.book, &spec));
}

/* Before and after, over weekends, holidays and the weekends worked instead. A holiday that is moved between two runs moves what is not made yet. */
START_TEST(working_days)
{
    const char *calendar = write_file("calendar.csv",
        "日期,类型,名称\n2023-09-29,休,国庆节\n2023-09-30,休,国庆节\n2023-10-01,休,国庆节\n2023-10-02,休,国庆节\n2023-10-03,休,国庆节\n"
        "2023-10-04,休,国庆节\n2023-10-05,休,国庆节\n2023-10-06,休,国庆节\n2023-10-07,班,调休\n2023-10-08,班,调休\n");
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    options.path = calendar;
    int64_t before = add_series("before", "monthly", "30", "2023-09", "before", 0), after = add_series("after", "monthly", "30", "2023-09", "after", 0);
    int64_t stays = add_series("stays", "monthly", "30", "2023-09", NULL, 0), worked = add_series("worked", "monthly", "7", "2023-10", "after", 0);
    ck_assert_int_eq(strncmp(periods(before, "due"), "2023-09-29|2023-10-30|2023-11-30|2023-12-29|", 44), 0);
    ck_assert_int_eq(strncmp(periods(after, "due"), "2023-10-02|2023-10-30|2023-11-30|2024-01-01|", 44), 0);
    ck_assert_int_eq(strncmp(periods(worked, "due"), "2023-10-09|2023-11-07|", 22), 0);
    OK(tl_calendar_import(t.book, &options, NULL));
    ck_assert_int_eq(run("2023-09-01", 0), 3);
    ck_assert_str_eq(made(t.book, before), "2023-09 2023-09-28");
    ck_assert_str_eq(made(t.book, after), "2023-09 2023-10-07");
    ck_assert_str_eq(made(t.book, stays), "2023-09 2023-09-30");
    ck_assert_int_eq(strncmp(periods(worked, "due"), "2023-10-07|2023-11-07|", 22), 0);
    set_day("2023-10-07", "holiday");
    set_day("2023-10-30", "holiday");
    ck_assert_int_eq(strncmp(periods(worked, "due"), "2023-10-08|2023-11-07|", 22), 0);
    ck_assert_int_eq(run("2023-10-01", 0), 4);
    ck_assert_str_eq(made(t.book, before), "2023-09 2023-09-28|2023-10 2023-10-27");
    ck_assert_str_eq(made(t.book, after), "2023-09 2023-10-07|2023-10 2023-10-31");
    ck_assert_str_eq(made(t.book, worked), "2023-10 2023-10-08");
    verify_clean();
}
END_TEST

/* Run twice, run late, run for one series only; the lead is assigned. */
START_TEST(made_once)
{
    int64_t led = add_series("led", "monthly", "25", "2023-01", NULL, t.north), other = add_series("other", "quarterly", "20", "2023-Q1", NULL, 0);
    ck_assert_int_eq(run("2023-02-28", led), 2);
    ck_assert_int_eq(run("2023-02-28", led), 0);
    int64_t before = entries();
    OK(tl_series_run(t.book, "2022-12-31", 0, NULL));
    ck_assert_int_eq(entries(), before);
    ck_assert_str_eq(periods(other, "item"), "||||");
    ck_assert_int_eq(run("2023年3月底前", 0), 2);
    ck_assert_int_eq(entries(), before + 3);
    ck_assert_int_eq(run("2023-03-31", 0), 0);
    ck_assert_int_eq(strncmp(periods(led, "lead"), "north|north|north|", 18), 0);
    ck_assert_int_eq(strncmp(periods(led, "title"), "led（2023-01）|led（2023-02）|led（2023-03）|", 51), 0);
    ck_assert_int_eq(strncmp(periods(led, "outcome"), "missed|missed|open|planned|", 27), 0);
    ck_assert_str_eq(listed(0, "made"), "3|1");
    ck_assert_str_eq(listed(t.tasks, "missed"), "2|0");
    ck_assert_str_eq(listed(t.dossiers, "series"), "");
    verify_clean();
}
END_TEST

START_TEST(missed_and_late)
{
    int64_t series = add_series("m", "monthly", "25", "2023-01", NULL, t.north);
    today_is("2023-05-10");
    ck_assert_int_eq(strncmp(periods(series, "outcome"), "missed|missed|missed|missed|planned|", 36), 0);
    ck_assert_int_eq(run("2023-05-10", 0), 5);
    char sql[100];
    static const char *const ends[] = { "closed", "cancelled" };
    for (int i = 0; i < 2; i++) {
        snprintf(sql, sizeof sql, "SELECT id FROM item WHERE period = '2023-0%d'", i + 2);
        bring_to(book_int(t.book, sql), ends[i]);
    }
    bring_to(book_int(t.book, "SELECT id FROM item WHERE period = '2023-05'"), "closed");
    ck_assert_int_eq(strncmp(periods(series, "outcome"), "missed|late|cancelled|missed|done|planned|", 42), 0);
    ck_assert_str_eq(listed(0, "made"), "5");
    ck_assert_str_eq(listed(0, "done"), "1");
    ck_assert_str_eq(listed(0, "late"), "1");
    ck_assert_str_eq(listed(0, "missed"), "2");
    ck_assert_str_eq(listed(0, "open"), "0");
    ck_assert_int_eq(run("2023-05-10", 0), 0);
    verify_clean();
}
END_TEST

/* Two copies of a book, which go on for themselves, make the same occurrences; their other items differ. */
START_TEST(from_a_copy)
{
    add_series("m", "monthly", "25", "2023-01", NULL, t.north);
    add_series("d", "days", "7", "2023-01-02", NULL, 0);
    const char *copy = in_folder("copy.db"), *uids = "SELECT uid FROM item WHERE series IS NOT NULL ORDER BY uid";
    OK(tl_backup(t.book, copy));
    tl_book *other = open_book(copy, 0);
    int64_t here = run("2023-03-31", 0), there = 0;
    OK(tl_set_today(other, "2023-04-30"));
    add_item(t.tasks, "only here", NULL, 0);
    ck_assert_int_eq(tl_series_run(other, "2023-03-31", 0, &there), TL_OK);
    ck_assert_int_gt(here, 10);
    ck_assert_int_eq(here, there);
    ck_assert_str_eq(book_text(t.book, uids), book_text(other, uids));
    ck_assert_int_eq(book_int(t.book, "SELECT count(DISTINCT uid) FROM item WHERE series IS NOT NULL"), here);
    tl_close(other);
    verify_clean();
}
END_TEST

START_TEST(ended)
{
    int64_t series = add_series("m", "monthly", "25", "2023-01", NULL, 0), never = add_series("never", "days", "10", "2023-01-01", NULL, 0);
    ck_assert_int_eq(run("2023-03-01", series), 3);
    REFUSED(tl_series_end(t.book, series, "2023-02", NULL), TL_ERULE, "series.made");
    expect_words("m: ");
    expect_words("('2023-02')");
    REFUSED(tl_series_end(t.book, series, "2023-Q1", NULL), TL_EINVAL, "series.period");
    REFUSED(tl_series_end(t.book, series, "2023-1", NULL), TL_EINVAL, NULL);
    REFUSED(tl_series_end(t.book, series, NULL, NULL), TL_EINVAL, "series.period");
    REFUSED(tl_series_end(t.book, series, "", NULL), TL_EINVAL, "");
    REFUSED(tl_series_end(t.book, 4711, "2023-05", NULL), TL_ENOTFOUND, "series.id");
    OK(tl_series_end(t.book, series, "2023-05", "改为季报"));
    ck_assert_str_eq(periods(series, "period"), "2023-01|2023-02|2023-03|2023-04|2023-05");
    REFUSED(tl_series_end(t.book, series, "2023-06", NULL), TL_ERULE, "series.ended");
    ck_assert_int_eq(run("2023-12-31", series), 2);
    REFUSED(tl_series_end(t.book, never, "2022-12-21", NULL), TL_EINVAL, "series.period");
    OK(tl_series_end(t.book, never, "2022-12-22", NULL));
    ck_assert_str_eq(periods(never, "period"), "");
    ck_assert_str_eq(listed(0, "last_period"), "2023-05|2022-12-22");
    verify_clean();
}
END_TEST

/* One series that can't go on keeps all from being made; what it says leads on. */
START_TEST(all_or_none)
{
    int64_t first = add_series("first", "monthly", "25", "2023-01", NULL, t.north), bad = add_series("bad", "monthly", "25", "2023-03", NULL, t.east);
    OK(tl_unit_retire(t.book, t.east));
    REFUSED(tl_series_run(t.book, "2023-03-31", 0, NULL), TL_ERULE, "unit.retired");
    expect_words("bad (2023-03): ");
    expect_words("east");
    expect_words("end the series before this period");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE series IS NOT NULL"), 0);
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_series_run(t.book, "2023-03-31", bad, NULL), TL_ERULE, "unit.retired");
    expect_words("牵头单位 east");
    OK(tl_set_lang(t.book, "en"));
    ck_assert_int_eq(run("2023-03-31", first), 3);
    OK(tl_series_end(t.book, bad, "2023-02", NULL));
    ck_assert_int_eq(run("2023-04-30", 0), 1);
    /* In a transaction of the caller's, what the call did is undone alone. */
    add_series("again", "monthly", "25", "2023-04", NULL, 0);
    OK(tl_begin(t.book));
    OK(tl_unit_rename(t.book, t.north, "北"));
    REFUSED(tl_series_run(t.book, "2030-01-01", 0, NULL), TL_ERULE, "series.ahead");
    OK(tl_commit(t.book));
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM unit WHERE code = 'north'"), "北");
    verify_clean();
}
END_TEST

/* At most a year ahead of the day it is, which in a book with a given clock is the day its entries will bear. */
START_TEST(ahead)
{
    int64_t series = add_series("m", "monthly", "25", "2023-01", NULL, 0);
    REFUSED(tl_series_run(t.book, "2024-03-02", series, NULL), TL_ERULE, "series.ahead");
    expect_words("(asked for 2024-03-02, possible up to 2024-03-01)");
    ck_assert_int_eq(run("2024-03-01", series), 15);
    today_is("2031-01-01");
    REFUSED(tl_series_run(t.book, "2032-01-02", series, NULL), TL_ERULE, "series.ahead");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_series_run(t.book, "2032-01-02", series, NULL), TL_ERULE, "series.ahead");
    expect_words("最远至 2032-01-01");
    OK(tl_set_lang(t.book, "en"));
    ck_assert_int_eq(run("2032-01-01", series), 94);
    int64_t late = add_series("late", "yearly", "12-31", "2040", NULL, 0);
    ck_assert_str_eq(periods(late, "period"), "");
    ck_assert_int_eq(run("2032-01-01", 0), 0);
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *code, *title, *cycle, *day, *from, *adjust, *rule, *words;
    } bad[] = { { NULL, "t", "monthly", "25", "2023-01", NULL, "series.code", "code" }, { "x", NULL, "monthly", "25", "2023-01", NULL, "series.code", "title" },
        { "a/b", "t", "monthly", "25", "2023-01", NULL, "entry.code", "('a/b')" }, { "x", "t", NULL, "25", "2023-01", NULL, "series.cycle", "monthly" },
        { "x", "t", "quarter", "25", "2023-01", NULL, "series.cycle", "'quarter'; the nearest is 'quarterly'" },
        { "x", "t", "", "25", "2023-01", NULL, "", "kind" }, { "x", "t", "monthly", NULL, "2023-01", NULL, "series.day", "1 to 31" },
        { "x", "t", "monthly", "0", "2023-01", NULL, "series.day", "('0')" }, { "x", "t", "yearly", "02-30", "2023", NULL, "series.day", "('02-30')" },
        { "x", "t", "days", "1000", "2023-01-01", NULL, "series.day", "999" }, { "x", "t", "monthly", "25", NULL, NULL, "series.period", "2023-01" },
        { "x", "t", "monthly", "25", "2023", NULL, "series.period", "('2023')" },
        { "x", "t", "days", "25", "2023-02-29", NULL, "entry.period", "('2023-02-29')" },
        { "x", "t", "monthly", "25", "2023-01", "later", "series.adjust", "('later')" } };
    tl_cursor *cursor;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        tl_series_spec spec = TL_SERIES_SPEC_INIT;
        spec.ledger = t.tasks;
        spec.code = bad[i].code;
        spec.title = bad[i].title;
        spec.cycle = bad[i].cycle;
        spec.day = bad[i].day;
        spec.from = bad[i].from;
        spec.adjust = bad[i].adjust;
        REFUSED(tl_series_add(t.book, &spec, NULL), TL_EINVAL, bad[i].rule);
        expect_words(bad[i].words);
    }
    int64_t series = add_series("m", "monthly", "25", "2023-01", NULL, 0), found = 0;
    tl_series_spec spec = { .size = sizeof spec, .ledger = t.tasks, .code = "m", .title = "t", .cycle = "monthly", .day = "25", .from = "2023-01" };
    REFUSED(tl_series_add(t.book, &spec, NULL), TL_EEXISTS, "series.code_taken");
    expect_words("m: ");
    spec.code = "n";
    spec.ledger = 4711;
    REFUSED(tl_series_add(t.book, &spec, NULL), TL_ENOTFOUND, "ledger.id");
    REFUSED(tl_series_add(t.book, NULL, NULL), TL_EMISUSE, "");
    OK(tl_series_find(t.book, "m", &found));
    ck_assert_int_eq(found, series);
    REFUSED(tl_series_find(t.book, "n", &found), TL_ENOTFOUND, "");
    REFUSED(tl_series_find(t.book, "\xff", &found), TL_EINVAL, "");
    REFUSED(tl_series_find(t.book, NULL, &found), TL_EMISUSE, "");
    REFUSED(tl_series_run(t.book, NULL, 0, NULL), TL_EMISUSE, "");
    REFUSED(tl_series_run(t.book, "2023-02-30", 0, NULL), TL_EINVAL, NULL);
    REFUSED(tl_series_run(t.book, "长期坚持", 0, NULL), TL_EINVAL, "");
    REFUSED(tl_series_run(t.book, "2023-03-31", 4711, NULL), TL_ENOTFOUND, "series.id");
    REFUSED(tl_series_periods(t.book, 4711, &cursor), TL_ENOTFOUND, "series.id");
    ck_assert_ptr_null(cursor);
    verify_clean();
}
END_TEST

/* The same request adds one series; a book as of a day before has none. */
START_TEST(repeated_and_past)
{
    tl_series_spec spec = {
        .size = sizeof spec, .ledger = t.tasks, .code = "m", .title = "t", .cycle = "monthly", .day = "25", .from = "2023-01", .request = "r1"
    };
    int64_t one = 0, two = 0;
    today_is("2023-03-10");
    OK(tl_series_add(t.book, &spec, &one));
    OK(tl_series_add(t.book, &spec, &two));
    ck_assert_int_eq(one, two);
    run("2023-03-10", 0);
    tl_book *past = NULL;
    tl_cursor *cursor;
    today_is("2023-04-10");
    run("2023-04-10", 0);
    OK(tl_book_as_of(t.book, "2023-03-10", &past));
    ck_assert_str_eq(made(past, one), "2023-01 2023-01-25|2023-02 2023-02-25|2023-03 2023-03-25");
    tl_close(past);
    OK(tl_book_as_of(t.book, "2023-03-09", &past));
    ck_assert_int_eq(tl_series(past, 0, &cursor), TL_OK);
    ck_assert_int_eq(count_rows(cursor), 0);
    tl_close(past);
}
END_TEST

/* What was changed around the rules is found: by the checks, or by the journal played once more. */
START_TEST(verified)
{
    static const struct {
        const char *sql, *begin;
    } changes[] = { { "UPDATE series SET day = '1'", "series.journal|series|" }, { "UPDATE series SET last_period = '2023-12'", "series.journal|series|" },
        { "UPDATE series SET starts_on = '2023-02-01'", "rebuild|series|" },
        { "UPDATE item SET period = '2023-01' WHERE period = '2023-02'", "series.twice|item|" },
        { "UPDATE item SET period = '2023-03' WHERE period = '2023-02'", "series.period|item|" },
        { "UPDATE item SET series = NULL, period = NULL WHERE period = '2023-02'", "rebuild|item|" },
        { "UPDATE item SET uid = '000000000000000000000000000000aa' WHERE period = '2023-02'", "series.uid|item|" } };
    add_series("m", "monthly", "25", "2023-01", NULL, 0);
    run("2023-02-28", 0);
    damage(changes[_i].sql);
    expect_finding(TL_ECORRUPT, NULL, changes[_i].begin);
}
END_TEST

/* In Chinese the words for cycle, way and outcome. */
START_TEST(words)
{
    tl_cursor *cursor;
    add_series("m", "monthly", "25", "2023-01", "before", 0);
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_series(t.book, 0, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, 3), "每月");
    ck_assert_str_eq(tl_column_word(cursor, 5), "提前");
    ck_assert_str_eq(tl_column_label(cursor, 4), "截止日");
    tl_cursor_close(cursor);
    OK(tl_series_periods(t.book, 0, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, 11), "逾期未完成");
    tl_cursor_close(cursor);
}
END_TEST

Suite *series_suite(void)
{
    Suite *suite = suite_create("series");
    ADD_TESTS(suite, setup_small, 60, month_ends, typed_wide, leap_years, working_days, made_once, missed_and_late, from_a_copy, ended, all_or_none, ahead,
        refused, repeated_and_past, words);
    TCase *loop = tcase_create("verified");
    tcase_add_checked_fixture(loop, setup_small, teardown);
    tcase_add_loop_test(loop, verified, 0, 7);
    suite_add_tcase(suite, loop);
    return suite;
}
