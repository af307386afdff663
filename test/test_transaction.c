/* test_transaction.c - transactions: nesting, undoing an inner one, misuse, sealing, waiting for another writer. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

static int64_t stored(void)
{
    return sql_int(t.path, "SELECT max(seq) FROM entry");
}

START_TEST(all_or_nothing)
{
    int64_t before = stored();
    OK(tl_begin(t.book));
    act(t.item, "comment", "one");
    act(t.item, "comment", "two");
    ck_assert_int_eq(stored(), before);
    OK(tl_rollback(t.book));
    ck_assert_int_eq(entries(), before);
    OK(tl_begin(t.book));
    act(t.item, "comment", "one");
    act(t.item, "comment", "two");
    OK(tl_commit(t.book));
    ck_assert_int_eq(stored(), before + 2);
    verify_clean();
}
END_TEST

START_TEST(inner_ones)
{
    int64_t before = stored();
    OK(tl_begin(t.book));
    act(t.item, "comment", "stays");
    OK(tl_begin(t.book));
    act(t.item, "comment", "goes");
    OK(tl_begin(t.book));
    act(t.item, "comment", "goes, too");
    OK(tl_commit(t.book));
    OK(tl_rollback(t.book));
    ck_assert_int_eq(entries(), before + 1);
    OK(tl_begin(t.book));
    act(t.item, "comment", "stays, too");
    OK(tl_commit(t.book));
    ck_assert_int_eq(stored(), before);
    OK(tl_commit(t.book));
    ck_assert_int_eq(stored(), before + 2);
    ck_assert_str_eq(book_text(t.book, "SELECT note FROM entry WHERE action = 'comment' ORDER BY seq"), "stays|stays, too");
    verify_clean();
}
END_TEST

START_TEST(misuse)
{
    REFUSED(tl_commit(t.book), TL_EMISUSE, "");
    REFUSED(tl_rollback(t.book), TL_EMISUSE, "");
    OK(tl_begin(t.book));
    OK(tl_commit(t.book));
    REFUSED(tl_commit(t.book), TL_EMISUSE, "");
    OK(tl_begin(t.book));
    OK(tl_begin(t.book));
    OK(tl_rollback(t.book));
    OK(tl_rollback(t.book));
    REFUSED(tl_rollback(t.book), TL_EMISUSE, "");
    act(t.item, "comment", "still works");
    verify_clean();
}
END_TEST

/* A refusal inside a transaction undoes its own call only. */
START_TEST(a_refusal_inside)
{
    const char *const files[] = { write_file("a.txt", "a") };
    tl_posting posting = TL_POSTING_INIT;
    OK(tl_begin(t.book));
    act(t.item, "comment", "one");
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.move");
    posting.item = t.item;
    posting.action = "close";
    posting.files = files;
    posting.file_count = 1;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    act(t.item, "comment", "two");
    OK(tl_commit(t.book));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM evidence"), 0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'comment'"), 2);
    verify_clean();
}
END_TEST

START_TEST(sealed_at_the_outermost_commit)
{
    int64_t seals = sql_int(t.path, "SELECT count(*) FROM seal");
    OK(tl_begin(t.book));
    act(t.item, "comment", "one");
    OK(tl_begin(t.book));
    act(t.item, "comment", "two");
    OK(tl_commit(t.book));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM seal"), seals);
    OK(tl_commit(t.book));
    ck_assert_int_eq(sql_int(t.path, "SELECT count(*) FROM seal"), seals + 1);
    ck_assert_int_eq(sql_int(t.path, "SELECT max(seq) FROM seal"), stored());
    OK(tl_begin(t.book));
    OK(tl_commit(t.book));
    ck_assert_int_eq(sql_int(t.path, "SELECT count(*) FROM seal"), seals + 1);
}
END_TEST

START_TEST(closing_undoes)
{
    int64_t before = stored();
    OK(tl_begin(t.book));
    act(t.item, "comment", "one");
    tl_close(t.book);
    t.book = NULL;
    ck_assert_int_eq(stored(), before);
}
END_TEST

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A second handle that waits so long. */
static tl_book *other_handle(int busy_ms)
{
    tl_book *other;
    tl_open_options options = options_of(0);
    options.busy_ms = busy_ms;
    ck_assert_int_eq(tl_open(t.path, &options, &other), TL_OK);
    return other;
}

START_TEST(does_not_wait)
{
    tl_book *other = other_handle(-1);
    OK(tl_begin(t.book));
    double start = seconds_now();
    ck_assert_int_eq(tl_begin(other), TL_EBUSY);
    ck_assert_str_ne(tl_errmsg(other), "");
    ck_assert_int_eq(tl_report(other, t.item, t.north, "x", NULL), TL_EBUSY);
    ck_assert(seconds_now() - start < 0.5);
    tl_item *item;
    ck_assert_int_eq(tl_item_get(other, t.item, &item), TL_OK); /* reading goes on */
    tl_free(item);
    OK(tl_rollback(t.book));
    ck_assert_int_eq(tl_begin(other), TL_OK);
    ck_assert_int_eq(tl_rollback(other), TL_OK);
    tl_close(other);
}
END_TEST

START_TEST(waits_as_long_as_told)
{
    tl_book *other = other_handle(300);
    OK(tl_begin(t.book));
    double start = seconds_now();
    ck_assert_int_eq(tl_begin(other), TL_EBUSY);
    double waited = seconds_now() - start;
    ck_assert_msg(waited >= 0.29 && waited < 3, "waited %.3f s", waited);
    OK(tl_rollback(t.book));
    tl_close(other);
}
END_TEST

static void *commit_soon(void *arg)
{
    struct timespec nap = { 0, 200000000 };
    nanosleep(&nap, NULL);
    *(int *)arg = tl_commit(t.book);
    return NULL;
}

START_TEST(gets_its_turn)
{
    pthread_t thread;
    int committed = TL_EMISUSE;
    tl_book *other = other_handle(5000);
    OK(tl_begin(t.book));
    act(t.second, "comment", "first");
    ck_assert_int_eq(pthread_create(&thread, NULL, commit_soon, &committed), 0);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.second;
    posting.action = "comment";
    posting.note = "second";
    ck_assert_int_eq(tl_post(other, &posting, NULL), TL_OK);
    pthread_join(thread, NULL);
    ck_assert_int_eq(committed, TL_OK);
    ck_assert_str_eq(book_text(t.book, "SELECT note FROM entry WHERE action = 'comment' ORDER BY seq"), "first|second");
    tl_close(other);
    verify_clean();
}
END_TEST

/* Who had to wait leaves others a gap before each of the next five transactions; who never did, and who does not want to wait, begins at once. */
START_TEST(gives_way)
{
    tl_book *other = other_handle(20), *hasty = other_handle(-1);
    OK(tl_begin(t.book));
    ck_assert_int_eq(tl_begin(other), TL_EBUSY);
    ck_assert_int_eq(tl_begin(hasty), TL_EBUSY);
    OK(tl_rollback(t.book));
    ck_assert_int_eq(t.book->courtesies, 0);
    ck_assert_int_eq(hasty->courtesies, 0);
    for (int left = 5; left >= 0; left--) {
        ck_assert_int_eq(other->courtesies, left);
        ck_assert_int_eq(tl_begin(other), TL_OK);
        ck_assert_int_eq(tl_begin(other), TL_OK);
        ck_assert_int_eq(tl_rollback(other), TL_OK);
        ck_assert_int_eq(tl_rollback(other), TL_OK);
    }
    ck_assert_int_eq(other->courtesies, 0);
    tl_close(other);
    tl_close(hasty);
}
END_TEST

START_TEST(read_only_handles_begin_nothing)
{
    reopen(TL_OPEN_READONLY);
    REFUSED(tl_begin(t.book), TL_EREADONLY, "");
    REFUSED(tl_commit(t.book), TL_EMISUSE, "");
}
END_TEST

/* SQLite has undone the transaction by itself, as it does after some I/O errors: nothing may slip in behind it. */
START_TEST(undone_by_an_error)
{
    int64_t before = stored();
    OK(tl_begin(t.book));
    act(t.item, "comment", "lost");
    ck_assert_int_eq(sqlite3_exec(t.book->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    REFUSED(tl_report(t.book, t.item, t.north, "x", NULL), TL_EMISUSE, NULL);
    REFUSED(tl_begin(t.book), TL_EMISUSE, NULL);
    REFUSED(tl_commit(t.book), TL_EMISUSE, NULL);
    ck_assert_int_eq(stored(), before);
    OK(tl_begin(t.book));
    act(t.item, "comment", "kept");
    OK(tl_commit(t.book));
    ck_assert_int_eq(stored(), before + 1);
    verify_clean();
}
END_TEST

/* What is derived from the day is made in TEMP when it is first read, which a rollback undoes there as well. */
START_TEST(the_day_after_a_rollback)
{
    tl_item *item;
    for (int i = 0; i < 3; i++) {
        today_is(i == 1 ? "2023-07-01" : "2023-06-30");
        OK(tl_begin(t.book));
        OK(tl_begin(t.book));
        OK(tl_item_get(t.book, t.item, &item));
        tl_free(item);
        OK(tl_rollback(t.book));
        OK(tl_item_get(t.book, t.item, &item));
        ck_assert_int_eq(item->days_left, i == 1 ? -1 : 0);
        tl_free(item);
        OK(tl_rollback(t.book));
        OK(tl_item_get(t.book, t.item, &item));
        ck_assert_int_eq(item->days_left, i == 1 ? -1 : 0);
        tl_free(item);
    }
    OK(tl_set_today(t.book, NULL));
    OK(tl_item_get(t.book, t.item, &item));
    ck_assert_int_lt(item->days_left, -365);
    tl_free(item);
}
END_TEST

Suite *transaction_suite(void)
{
    Suite *suite = suite_create("transaction");
    ADD_TESTS(suite, setup_small, 30, all_or_nothing, inner_ones, misuse, a_refusal_inside, sealed_at_the_outermost_commit, closing_undoes, does_not_wait,
        waits_as_long_as_told, gets_its_turn, gives_way, read_only_handles_begin_nothing, undone_by_an_error, the_day_after_a_rollback);
    return suite;
}
