/* test_connection.c - how a handle's connection is set up: what it trusts, refuses and keeps. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

static int config(int option)
{
    int value = -1;
    sqlite3_db_config(t.book->db, option, -1, &value);
    return value;
}

START_TEST(settings)
{
    ck_assert_int_eq(config(SQLITE_DBCONFIG_DEFENSIVE), 1);
    ck_assert_int_eq(config(SQLITE_DBCONFIG_TRUSTED_SCHEMA), 0);
    ck_assert_int_eq(config(SQLITE_DBCONFIG_ENABLE_FKEY), 1);
    ck_assert_int_eq(book_int(t.book, "PRAGMA cell_size_check"), 1);
    ck_assert_int_eq(book_int(t.book, "PRAGMA recursive_triggers"), 1);
    ck_assert_int_eq(book_int(t.book, "PRAGMA synchronous"), 2);
    ck_assert_int_eq(book_int(t.book, "PRAGMA foreign_keys"), 1);
    ck_assert_int_eq(book_int(t.book, "PRAGMA temp_store"), 2);
    reopen(TL_OPEN_READONLY);
    ck_assert_int_eq(config(SQLITE_DBCONFIG_DEFENSIVE), 1);
    ck_assert_int_eq(config(SQLITE_DBCONFIG_TRUSTED_SCHEMA), 0);
}
END_TEST

START_TEST(the_schema_is_closed)
{
    ck_assert_int_ne(
        sqlite3_exec(t.book->db, "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'entry_rule'", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_ne(sqlite3_exec(t.book->db, "UPDATE item SET title = 'x'", NULL, NULL, NULL), SQLITE_OK);
    verify_clean();
}
END_TEST

/* Each handle is its own: what one is told the other does not know. */
START_TEST(handles_share_nothing)
{
    tl_book *other = open_book(t.path, 0);
    ck_assert_int_eq(tl_set_lang(other, "zh"), TL_OK);
    ck_assert_int_eq(tl_set_today(other, "2024-01-01"), TL_OK);
    ck_assert_str_eq(tl_label(other, "state", "closed"), "已销号");
    ck_assert_str_eq(tl_label(t.book, "state", "closed"), "closed");
    tl_item *late, *early;
    ck_assert_int_eq(tl_item_get(other, t.item, &late), TL_OK);
    OK(tl_item_get(t.book, t.item, &early));
    ck_assert_int_eq(late->late, 1);
    ck_assert_int_eq(early->late, 0);
    tl_free(late);
    tl_free(early);
    ck_assert_int_eq(tl_set_lang(other, "xx"), TL_EINVAL);
    ck_assert_str_eq(tl_errmsg(t.book), "");
    tl_close(other);
}
END_TEST

Suite *connection_suite(void)
{
    Suite *suite = suite_create("connection");
    ADD_TESTS(suite, setup_small, 30, settings, the_schema_is_closed, handles_share_nothing);
    return suite;
}
