/* test_wal.c - the -wal file: cut after a long transaction, left to readers while they stay, and never a reason for a post to fail. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

#include <sys/stat.h>

static int64_t wal_bytes(void)
{
    struct stat info;
    ck_assert_int_eq(stat(in_folder("book.db-wal"), &info), 0);
    return info.st_size;
}

/* Comments of the longest note there may be: five pages each, and those of the journal around it. */
static void post_long_notes(int count)
{
    static char note[20001];
    memset(note, 'x', sizeof note - 1);
    OK(tl_begin(t.book));
    for (int i = 0; i < count; i++)
        act(t.item, "comment", note);
    OK(tl_commit(t.book));
}

/* A reader in the middle of its rows. */
static tl_cursor *start_reading(tl_book *book)
{
    tl_cursor *cursor;
    ck_assert_int_eq(tl_units(book, &cursor), TL_OK);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    return cursor;
}

START_TEST(a_long_transaction_is_cut_off)
{
    post_long_notes(1700);
    ck_assert_int_eq(wal_bytes(), 0);
    act(t.item, "comment", "short");
    ck_assert_int_lt(wal_bytes(), 1000000);
    verify_clean();
}
END_TEST

/* Nobody else is there: the file starts anew as soon as it has been brought back. */
START_TEST(short_ones_start_it_anew)
{
    for (int i = 0; i < 30; i++) {
        post_long_notes(50);
        ck_assert_int_lt(wal_bytes(), 8000000);
    }
}
END_TEST

/* Whoever reads on keeps what is read; nobody's post fails for it, and once the reader is gone the file is cut. */
static void outlast(tl_book *reader)
{
    tl_cursor *cursor = start_reading(reader);
    post_long_notes(1700);
    ck_assert_int_gt(wal_bytes(), 32000000);
    for (int i = 0; i < 3; i++)
        post_long_notes(100);
    ck_assert_int_gt(wal_bytes(), 36000000);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    tl_cursor_close(cursor);
    for (int i = 0; i < 3; i++)
        post_long_notes(100);
    ck_assert_int_lt(wal_bytes(), 8000000);
    verify_clean();
}

START_TEST(a_reader_that_stays)
{
    tl_book *reader = open_book(t.path, TL_OPEN_READONLY);
    outlast(reader);
    tl_close(reader);
}
END_TEST

START_TEST(a_cursor_of_ones_own)
{
    outlast(t.book);
}
END_TEST

/* Brought into the book by somebody else, a long file starts anew with the next post, and is cut by it. */
START_TEST(another_program_writes_it_back)
{
    tl_book *reader = open_book(t.path, TL_OPEN_READONLY);
    tl_cursor *cursor = start_reading(reader);
    post_long_notes(2000);
    ck_assert_int_gt(wal_bytes(), 40000000);
    tl_cursor_close(cursor);
    sql_run(t.path, "PRAGMA wal_checkpoint(PASSIVE)");
    ck_assert_int_gt(wal_bytes(), 40000000);
    act(t.item, "comment", "short");
    ck_assert_int_lt(wal_bytes(), 33000000);
    tl_close(reader);
}
END_TEST

Suite *wal_suite(void)
{
    Suite *suite = suite_create("wal");
    ADD_TESTS(suite, setup_small, 60, a_long_transaction_is_cut_off, short_ones_start_it_anew, a_reader_that_stays, a_cursor_of_ones_own,
        another_program_writes_it_back);
    return suite;
}
