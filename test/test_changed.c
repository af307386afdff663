/* test_changed.c - tl_changed: every answer it can give, in WAL mode and with a rollback journal, while others write and while rows are read. */
#include "fixture.h"
#include "suite.h"

/* What it answers now. */
static int changed(void)
{
    int answer = -1;
    OK(tl_changed(t.book, &answer));
    return answer;
}

/* An entry by another handle. */
static void post_elsewhere(void)
{
    tl_book *other = open_book(t.path, 0);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.second;
    posting.action = "comment";
    posting.note = "from elsewhere";
    ck_assert_int_eq(tl_post(other, &posting, NULL), TL_OK);
    tl_close(other);
}

START_TEST(the_first_time)
{
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
    ck_assert_int_eq(changed(), 0);
    reopen(TL_OPEN_READONLY);
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

START_TEST(posts_of_its_own)
{
    changed();
    act(t.second, "comment", "mine");
    ck_assert_int_eq(changed(), 0);
    OK(tl_begin(t.book));
    act(t.second, "comment", "mine, too");
    ck_assert_int_eq(changed(), 0);
    OK(tl_commit(t.book));
    ck_assert_int_eq(changed(), 0);
    OK(tl_begin(t.book));
    act(t.second, "comment", "taken back");
    OK(tl_rollback(t.book));
    ck_assert_int_eq(changed(), 0);
    REFUSED(tl_close_out(t.book, t.second, NULL), TL_ERULE, NULL);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

START_TEST(posts_of_others)
{
    changed();
    for (int i = 0; i < 3; i++) {
        post_elsewhere();
        post_elsewhere();
        ck_assert_int_eq(changed(), 1); /* once, however many there were */
        ck_assert_int_eq(changed(), 0);
    }
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', 'x' FROM item WHERE no = '2'");
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
    reopen(TL_OPEN_READONLY);
    changed();
    post_elsewhere();
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

/* A post of one's own neither hides what somebody else did before, nor what he does afterwards. */
START_TEST(both_at_once)
{
    changed();
    post_elsewhere();
    act(t.second, "comment", "mine");
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
    act(t.second, "comment", "mine");
    post_elsewhere();
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

/* What somebody else takes back, or is refused, is no change. */
START_TEST(nothing_committed)
{
    tl_book *other = open_book(t.path, 0);
    changed();
    ck_assert_int_eq(tl_begin(other), TL_OK);
    ck_assert_int_eq(tl_unassign(other, t.item, t.south), TL_OK);
    ck_assert_int_eq(changed(), 0);
    ck_assert_int_eq(tl_rollback(other), TL_OK);
    ck_assert_int_eq(tl_close_out(other, t.item, NULL), TL_ERULE);
    ck_assert_int_eq(changed(), 0);
    tl_close(other);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

/* Rows are of one moment: what came meanwhile is told when they have ended. */
START_TEST(while_rows_are_read)
{
    tl_cursor *cursor;
    changed();
    OK(tl_entries(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    post_elsewhere();
    ck_assert_int_eq(changed(), 0);
    tl_cursor_close(cursor);
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

/* The way it is meant: ask, then read on behind the last one seen. */
START_TEST(reading_on)
{
    tl_entry_query query = TL_ENTRY_QUERY_INIT;
    tl_cursor *cursor;
    query.after = entries();
    changed();
    post_elsewhere();
    post_elsewhere();
    ck_assert_int_eq(changed(), 1);
    OK(tl_entries(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "note"), "from elsewhere|from elsewhere");
}
END_TEST

/* With a rollback journal a writer keeps readers out while it commits: that is told, and the change is not lost. */
START_TEST(with_a_rollback_journal)
{
    sqlite3 *writer;
    int answer = -1;
    tl_close(t.book);
    t.book = NULL;
    sql_run(t.path, "PRAGMA journal_mode=DELETE");
    tl_open_options options = options_of(0);
    options.busy_ms = -1;
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_OK);
    changed();
    post_elsewhere();
    ck_assert_int_eq(sqlite3_open(t.path, &writer), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(tl_changed(t.book, &answer), TL_EBUSY);
    expect_words("try again");
    ck_assert_int_eq(answer, -1);
    ck_assert_int_eq(sqlite3_exec(writer, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(writer);
    ck_assert_int_eq(changed(), 1);
    ck_assert_int_eq(changed(), 0);
}
END_TEST

START_TEST(misuse)
{
    tl_book *none = NULL;
    int answer = -1;
    ck_assert_int_eq(tl_changed(NULL, &answer), TL_EMISUSE);
    REFUSED(tl_changed(t.book, NULL), TL_EMISUSE, "");
    ck_assert_int_eq(tl_open(in_folder("none.db"), NULL, &none), TL_ENOTFOUND);
    ck_assert_int_eq(tl_changed(none, &answer), TL_EMISUSE);
    ck_assert_str_ne(tl_errmsg(none), "");
    tl_close(none);
    ck_assert_int_eq(answer, -1);
}
END_TEST

/* A book of the past changes no more. */
START_TEST(of_the_past)
{
    tl_book *past;
    int answer = -1;
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    ck_assert_int_eq(tl_changed(past, &answer), TL_OK);
    ck_assert_int_eq(answer, 1);
    post_elsewhere();
    ck_assert_int_eq(tl_changed(past, &answer), TL_OK);
    ck_assert_int_eq(answer, 0);
    tl_close(past);
}
END_TEST

Suite *changed_suite(void)
{
    Suite *suite = suite_create("changed");
    ADD_TESTS(suite, setup_small, 30, the_first_time, posts_of_its_own, posts_of_others, both_at_once, nothing_committed, while_rows_are_read, reading_on,
        with_a_rollback_journal, misuse, of_the_past);
    return suite;
}
