/* test_past.c - the book as it was at the end of a day: every day of a small life, against what was written down when it was that day. */
#include "damage.h"
#include "suite.h"

#include <stdio.h>

/* What the tests compare of a book: every item as people read it, its assignments, the summary. */
static char *picture(tl_book *book)
{
    tl_cursor *cursor;
    char *text = sqlite3_mprintf("");
    ck_assert_int_eq(tl_items(book, NULL, &cursor), TL_OK);
    for (int pass = 0; pass < 4; pass++) {
        while (tl_next(cursor) == TL_ROW)
            for (int i = 0; i < tl_column_count(cursor); i++)
                text = sqlite3_mprintf("%z%s=%s;", text, tl_column_name(cursor, i), tl_column_text(cursor, i) == NULL ? "-" : tl_column_text(cursor, i));
        tl_cursor_close(cursor);
        if (pass == 0)
            ck_assert_int_eq(tl_summary(book, "ledger", 0, &cursor), TL_OK);
        else if (pass == 1)
            ck_assert_int_eq(tl_units(book, &cursor), TL_OK);
        else if (pass == 2)
            ck_assert_int_eq(tl_assignments(book, t.item, &cursor), TL_OK);
    }
    ck_assert_ptr_nonnull(text);
    return text;
}

enum { DAYS = 7 };
static const char *const days[DAYS] = { "2023-03-01", "2023-03-02", "2023-03-03", "2023-03-15", "2023-06-29", "2023-06-30", "2023-07-02" };

static void live(size_t day)
{
    today_is(days[day]);
    switch (day) {
    case 1:
        OK(tl_dispatch(t.book, t.item, NULL));
        OK(tl_acknowledge(t.book, t.item, t.north));
        break;
    case 2:
        OK(tl_report(t.book, t.item, t.north, "begun", "10"));
        OK(tl_unit_rename(t.book, t.south, "新南街道"));
        break;
    case 3:
        OK(tl_attach(t.book, t.item, "https://example.org/", "x"));
        act(t.item, "request_close", NULL);
        act(t.item, "return", "not yet");
        break;
    case 4:
        OK(tl_unassign(t.book, t.item, t.south));
        break;
    case 5:
        act(t.item, "request_close", NULL);
        break;
    case 6:
        act_as("zhao", t.item, "close", NULL);
        act(t.line, "close", NULL);
        break;
    default:
        break;
    }
}

START_TEST(every_day_of_a_life)
{
    char *pictures[DAYS];
    for (size_t i = 0; i < DAYS; i++) {
        live(i);
        pictures[i] = picture(t.book);
        if (i > 0)
            ck_assert_str_ne(pictures[i], pictures[i - 1]);
    }
    for (size_t i = 0; i < DAYS; i++) {
        tl_book *past;
        OK(tl_book_as_of(t.book, days[i], &past));
        char *then = picture(past);
        ck_assert_str_eq(then, pictures[i]);
        sqlite3_free(then);
        tl_close(past);
    }
    for (size_t i = 0; i < DAYS; i++)
        sqlite3_free(pictures[i]);
    verify_clean();
}
END_TEST

START_TEST(a_handle_of_its_own)
{
    tl_book *past;
    tl_info info = TL_INFO_INIT;
    today_is("2023-05-01");
    act(t.second, "comment", "later");
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    ck_assert_int_eq(tl_book_info(past, &info), TL_OK);
    ck_assert_str_eq(info.today, "2023-03-01");
    ck_assert_str_eq(info.uid, "0123456789abcdef0123456789abcdef");
    ck_assert_int_eq(info.read_only, 1);
    ck_assert_int_eq(info.entries, entries() - 1);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "comment";
    posting.note = "no";
    posting.actor = "wang";
    ck_assert_int_eq(tl_post(past, &posting, NULL), TL_EREADONLY);
    ck_assert_int_eq(tl_begin(past), TL_EREADONLY);
    int64_t item;
    ck_assert_int_eq(tl_item_find(past, "tasks/1", &item), TL_OK);
    ck_assert_int_eq(item, t.item);
    /* It outlives the handle it came from. */
    tl_close(t.book);
    t.book = NULL;
    ck_assert_int_eq(tl_item_find(past, "tasks/2", &item), TL_OK);
    tl_close(past);
}
END_TEST

START_TEST(no_such_day)
{
    tl_book *past = (tl_book *)1;
    REFUSED(tl_book_as_of(t.book, "2023-02-29", &past), TL_EINVAL, "");
    ck_assert_ptr_null(past);
    REFUSED(tl_book_as_of(t.book, NULL, &past), TL_EINVAL, "");
    ck_assert_int_lt(tl_book_as_of(t.book, "2023-02-28", &past), 0); /* before it was founded */
    ck_assert_ptr_null(past);
    damage("UPDATE entry SET action = 'close', state = 'closed' WHERE seq = (SELECT max(seq) FROM entry)");
    REFUSED(tl_book_as_of(t.book, "2023-12-31", &past), TL_ECORRUPT, NULL);
    ck_assert_ptr_null(past);
}
END_TEST

/* An entry made late in the evening, UTC, is of the next day where the book is kept. */
START_TEST(the_day_is_the_books)
{
    tl_book *past;
    sql_run(t.path,
        "INSERT INTO post(at, item, action, actor, note) SELECT '2023-03-31T15:59:59.000Z', id, 'comment', 'x', 'the 31st' FROM item WHERE no = '2';"
        "INSERT INTO post(at, item, action, actor, note) SELECT '2023-03-31T16:00:00.000Z', id, 'comment', 'x', 'the 1st' FROM item WHERE no = '2'");
    OK(tl_book_as_of(t.book, "2023-03-31", &past));
    ck_assert_int_eq(book_int(past, "SELECT count(*) FROM entry WHERE note = 'the 31st'"), 1);
    ck_assert_int_eq(book_int(past, "SELECT count(*) FROM entry WHERE note = 'the 1st'"), 0);
    tl_close(past);
}
END_TEST

Suite *past_suite(void)
{
    Suite *suite = suite_create("past");
    ADD_TESTS(suite, setup_small, 30, every_day_of_a_life, a_handle_of_its_own, no_such_day, the_day_is_the_books);
    return suite;
}
