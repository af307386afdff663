/* test_clock.c - days as numbers: every day from 1900 to 9999 there and back, weekdays, what is no day. */
#include "clock.h"

#include "fixture.h"
#include "suite.h"
#include "text.h"

START_TEST(every_day)
{
    int expected = tl__day_number(1900, 1, 1);
    for (int year = 1900; year <= 9999; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= tl__month_length(year, month); day++, expected++) {
                tl__date date = tl__day_date(expected);
                if (tl__day_number(year, month, day) != expected || date.year != year || date.month != month || date.day != day)
                    ck_abort_msg("%d-%d-%d is day %d, which is %d-%d-%d", year, month, day, tl__day_number(year, month, day), date.year, date.month, date.day);
            }
    ck_assert_int_eq(expected - tl__day_number(1900, 1, 1), 2958464);
}
END_TEST

/* SQLite has a calendar of its own. */
START_TEST(like_sqlite)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_int_eq(
        sqlite3_prepare_v2(db, "SELECT date(?1 * 86400, 'unixepoch'), (strftime('%w', ?1 * 86400, 'unixepoch') + 6) % 7 + 1", -1, &statement, NULL), SQLITE_OK);
    for (int number = tl__day_number(1900, 1, 1); number <= tl__day_number(9999, 12, 31); number += 89) {
        char text[11];
        int back = 0;
        sqlite3_bind_int(statement, 1, number);
        ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
        ck_assert_int_eq(tl__day_write(number, text), 1);
        ck_assert_str_eq(text, (const char *)sqlite3_column_text(statement, 0));
        ck_assert_int_eq(tl__weekday(number), sqlite3_column_int(statement, 1));
        ck_assert_int_eq(tl__day_read(text, &back), 1);
        ck_assert_int_eq(back, number);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
}
END_TEST

START_TEST(known_days)
{
    ck_assert_int_eq(tl__day_number(1970, 1, 1), 0);
    ck_assert_int_eq(tl__day_number(2000, 3, 1), 11017);
    ck_assert_int_eq(tl__day_number(1969, 12, 31), -1);
    ck_assert_int_eq(tl__weekday(tl__day_number(2023, 6, 30)), 5);
    ck_assert_int_eq(tl__weekday(tl__day_number(1900, 1, 1)), 1);
    ck_assert_int_eq(tl__month_length(2024, 2), 29);
    ck_assert_int_eq(tl__month_length(1900, 2), 28);
    ck_assert_int_eq(tl__month_length(2000, 2), 29);
}
END_TEST

START_TEST(no_days)
{
    static const char *const bad[] = { "", "1899-12-31", "2023-02-29", "2023-6-30", "10000-01-01", "2023-06-30 " };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        int number = 77;
        ck_assert_msg(!tl__day_read(bad[i], &number), "'%s' is taken", bad[i]);
        ck_assert_int_eq(number, 77);
    }
    char text[11] = "unchanged";
    ck_assert_int_eq(tl__day_write(tl__day_number(1900, 1, 1) - 1, text), 0);
    ck_assert_str_eq(text, "");
    ck_assert_int_eq(tl__day_write(tl__day_number(9999, 12, 31) + 1, text), 0);
    ck_assert_int_eq(tl__day_write(tl__day_number(9999, 12, 31), text), 1);
    ck_assert_str_eq(text, "9999-12-31");
}
END_TEST

Suite *clock_suite(void)
{
    Suite *suite = suite_create("clock");
    ADD_TESTS(suite, NULL, 30, every_day, like_sqlite, known_days, no_days);
    return suite;
}
