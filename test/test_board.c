/* test_board.c - the board in rows: each ledger and unit with its lights, red first; what the summaries say. */
#include "fixture.h"
#include "suite.h"

static const char *of(const char *by, int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_board(t.book, by, ledger, &cursor));
    return rows_of(cursor, column);
}

/* Two red ones of the south, one of the north; of nobody one that is closed. */
static void make_items(void)
{
    add_item(t.checklist, "late", "2023-02-01", t.south);
    add_item(t.checklist, "later", "2023-01-01", t.south);
    add_item(t.tasks, "late, too", "2023-02-01", t.north);
    act(add_item(t.checklist, "done", NULL, 0), "close", NULL);
}

START_TEST(ledgers_red_first)
{
    make_items();
    ck_assert_str_eq(of(NULL, 0, "ledger"), "list|tasks|dossiers");
    ck_assert_str_eq(of("ledger", 0, "red"), "2|1|0");
    ck_assert_str_eq(of("ledger", 0, "overdue"), "2|1|0");
    ck_assert_str_eq(of("ledger", 0, "closed"), "1|0|0");
    ck_assert_str_eq(of("ledger", 0, "completion"), "25.00|0.00|");
    ck_assert_str_eq(of("ledger", t.dossiers, "total"), "0");
    ck_assert_str_eq(of("ledger", t.checklist, "total"), "4");
}
END_TEST

START_TEST(units_red_first)
{
    make_items();
    ck_assert_str_eq(of("unit", 0, "unit"), "south|north|");
    ck_assert_str_eq(of("unit", 0, "red"), "2|1|0");
    ck_assert_str_eq(of("unit", t.tasks, "unit"), "north|");
    ck_assert_str_eq(of("unit", t.dossiers, "unit"), "");
    today_is("2022-12-01");
    ck_assert_str_eq(of("unit", t.checklist, "red"), "0|0|0");
}
END_TEST

START_TEST(same_as_the_summary)
{
    tl_cursor *cursor;
    make_items();
    for (const char *const *column = (const char *const[]) { "total", "closed", "open", "red", "yellow", "blue", "green", "grey", "overdue", NULL };
         *column != NULL; column++) {
        OK(tl_summary(t.book, "ledger", t.checklist, &cursor));
        ck_assert_str_eq(of("ledger", t.checklist, *column), rows_of(cursor, *column));
    }
}
END_TEST

START_TEST(refused)
{
    tl_cursor *cursor = NULL;
    REFUSED(tl_board(t.book, "untis", 0, &cursor), TL_EINVAL, "");
    expect_words("'unit'");
    REFUSED(tl_board(t.book, "state", 0, &cursor), TL_EINVAL, "");
    REFUSED(tl_board(t.book, "unit", 999999, &cursor), TL_ENOTFOUND, NULL);
    ck_assert_ptr_null(cursor);
}
END_TEST

Suite *board_suite(void)
{
    Suite *suite = suite_create("board");
    ADD_TESTS(suite, setup_small, 30, ledgers_red_first, units_red_first, same_as_the_summary, refused);
    return suite;
}
