/* test_statement.c - the cached statements: each compiles on a fresh book, is prepared once, and is given back clean. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

START_TEST(each_compiles)
{
    static const char *const names[] = {
#define NAME_OF(name, sql) #name,
        TL__STATEMENT_MAP(NAME_OF)
#undef NAME_OF
    };
    ck_assert_int_eq((int)(sizeof names / sizeof names[0]), TL__STATEMENT_COUNT);
    for (int i = 0; i < TL__STATEMENT_COUNT; i++) {
        sqlite3_stmt *statement = tl__statement(t.book, (tl__statement_id)i);
        ck_assert_msg(statement != NULL, "%s: %s", names[i], tl_errmsg(t.book));
        ck_assert_ptr_eq(statement, tl__statement(t.book, (tl__statement_id)i));
        ck_assert_str_eq(sqlite3_sql(statement), tl__statement_sql((tl__statement_id)i));
        tl__done(statement);
    }
    tl__done(NULL);
}
END_TEST

/* As many marks as values. */
START_TEST(parameters_are_numbered_through)
{
    for (int i = 0; i < TL__STATEMENT_COUNT; i++) {
        sqlite3_stmt *statement = tl__statement(t.book, (tl__statement_id)i);
        int count = sqlite3_bind_parameter_count(statement);
        for (int at = 1; at <= count; at++)
            ck_assert_msg(sqlite3_bind_parameter_name(statement, at) != NULL, "%s: ?%d is not used", sqlite3_sql(statement), at);
    }
    ck_assert_int_eq(sqlite3_bind_parameter_count(tl__statement(t.book, TL__ITEM_BY_NO)), 2);
}
END_TEST

START_TEST(given_back_clean)
{
    sqlite3_stmt *statement = tl__statement(t.book, TL__UNIT_BY_CODE);
    ck_assert_int_eq(tl__bind_text(t.book, statement, 1, "code", "north"), TL_OK);
    ck_assert_int_eq(tl__step(t.book, statement), TL_ROW);
    ck_assert_int_eq(sqlite3_stmt_busy(statement), 1);
    tl__done(statement);
    ck_assert_int_eq(sqlite3_stmt_busy(statement), 0);
    ck_assert_int_eq(tl__step(t.book, statement), TL_DONE); /* nothing is bound any more */
    tl__done(statement);
}
END_TEST

START_TEST(binding)
{
    sqlite3_stmt *statement = tl__statement(t.book, TL__UNIT_BY_CODE);
    ck_assert_int_eq(tl__bind_text(t.book, statement, 1, "code", NULL), TL_OK);
    ck_assert_int_eq(tl__bind_text(t.book, statement, 1, "code", ""), TL_EINVAL);
    expect_words("code is empty");
    tl__enter(t.book);
    ck_assert_int_eq(tl__bind_text(t.book, statement, 1, "code", "\xc0\x80"), TL_EINVAL);
    expect_words("code");
    tl__enter(t.book);
    tl__bind_id(statement, 1, 0);
    ck_assert_int_eq(tl__step(t.book, statement), TL_DONE);
    tl__done(statement);
}
END_TEST

START_TEST(run_and_copy)
{
    char *copy = (char *)1;
    ck_assert_int_eq(tl__run(t.book, "SELECT 1; SELECT 2"), TL_OK);
    ck_assert_int_lt(tl__run(t.book, "SELECT nonsense"), 0);
    expect_words("nonsense");
    tl__enter(t.book);
    sqlite3_stmt *statement = tl__statement(t.book, TL__BOOK);
    ck_assert_int_eq(tl__step(t.book, statement), TL_ROW);
    ck_assert_int_eq(tl__column_copy(t.book, statement, 0, &copy), TL_OK);
    tl__done(statement);
    ck_assert_str_eq(copy, "0123456789abcdef0123456789abcdef");
    tl_free(copy);
}
END_TEST

Suite *statement_suite(void)
{
    Suite *suite = suite_create("statement");
    ADD_TESTS(suite, setup_small, 30, each_compiles, parameters_are_numbered_through, given_back_clean, binding, run_and_copy);
    return suite;
}
