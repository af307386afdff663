/* test_embed.c - what a program that embeds the library sets at opening: durability, a callback that can stop long calls, one that is told of
 * failures. How long to wait for a writer is tested with the transactions. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>
#include <sys/stat.h>

static tl_book *open_with(tl_open_options options)
{
    tl_book *book;
    int result = tl_open(t.path, &options, &book);
    ck_assert_msg(result == TL_OK, "%s", tl_errmsg(book));
    return book;
}

/* ------------------------------------------------------------------------------------------------------------------ durability */

START_TEST(durability)
{
    static const struct {
        int durability, synchronous;
    } chosen[] = { { TL_FULL, 2 }, { TL_NORMAL, 1 } };
    for (size_t i = 0; i < 2; i++) {
        tl_close(t.book);
        t.book = NULL;
        tl_open_options options = options_of(0);
        options.durability = chosen[i].durability;
        t.book = open_with(options);
        ck_assert_int_eq(book_int(t.book, "PRAGMA synchronous"), chosen[i].synchronous);
        act(t.second, "comment", "kept");
        ck_assert_int_eq(sql_int(t.path, "SELECT count(*) FROM entry WHERE note = 'kept'"), (int64_t)i + 1); /* others see it at once */
    }
    tl_book *refused;
    tl_open_options options = options_of(0);
    options.durability = 2;
    ck_assert_int_eq(tl_open(t.path, &options, &refused), TL_EINVAL);
    ck_assert_ptr_nonnull(strstr(tl_errmsg(refused), "durability"));
    tl_close(refused);
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------- stopping */

/* Stops at one of its calls, or at all from that one on. */
typedef struct brake {
    int calls, stop_at, for_good;
} brake;

static int pull(void *arg)
{
    brake *b = arg;
    b->calls++;
    return b->stop_at != 0 && (b->for_good ? b->calls >= b->stop_at : b->calls == b->stop_at);
}

enum { ROWS = 40 };
static char csv_path[260];

/* Some dozens of entries, each with a seal of its own, and a file to be imported. */
static void setup_many(void)
{
    setup_small();
    for (int i = 0; i < ROWS; i++)
        act(add_item(t.tasks, "one of many", "2023-06-30", t.north), "comment", "as the others");
    tl_close(t.book);
    t.book = NULL;
    snprintf(csv_path, sizeof csv_path, "%s/many.csv", t.folder);
    FILE *file = fopen(csv_path, "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "title,due,lead\n");
    for (int i = 0; i < ROWS; i++)
        fprintf(file, "row %d,2023-06-30,north\n", i);
    fclose(file);
}

static int call_verify(tl_book *book)
{
    return tl_verify(book, NULL, NULL, NULL);
}

static int call_as_of(tl_book *book)
{
    tl_book *past = (tl_book *)1;
    int result = tl_book_as_of(book, "2023-03-01", &past);
    ck_assert_int_eq(past == NULL, result != TL_OK);
    tl_close(past);
    return result;
}

static int call_import(tl_book *book)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    int64_t items = -1;
    options.path = csv_path;
    options.ledger = t.checklist;
    int result = tl_import_csv(book, &options, &items);
    ck_assert_int_eq(items, result == TL_OK ? ROWS : -1);
    return result;
}

static int call_table(tl_book *book)
{
    tl_cursor *cursor;
    int result = tl_table(book, 0, &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW)
        result = TL_OK;
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* One call, stopped where the brake says: told as TL_ESTOP, nothing changed, nothing left open, the handle goes on. Returns how often it was asked. */
static int stopped(int (*call)(tl_book *), int stop_at, int for_good)
{
    brake b = { 0, 0, for_good };
    tl_open_options options = options_of(0);
    options.progress = pull;
    options.progress_arg = &b;
    t.book = open_with(options);
    const int64_t before = entries();
    sqlite3_progress_handler(t.book->db, 100, pull, &b); /* oftener than usual, so that a small book will do */
    b = (brake) { 0, stop_at, for_good };
    int result = call(t.book);
    ck_assert_msg(result == (b.calls >= stop_at ? TL_ESTOP : TL_OK), "stop at %d%s of %d: %s: %s", stop_at, for_good ? " for good" : "", b.calls,
        tl_result_name(result), tl_errmsg(t.book));
    ck_assert_int_eq(tl_errmsg(t.book)[0] == '\0', result == TL_OK);
    ck_assert_int_eq(sqlite3_get_autocommit(t.book->db), 1);
    int calls = b.calls;
    b.stop_at = 0;
    if (result != TL_OK) {
        ck_assert_int_eq(entries(), before);
        act(t.second, "comment", "the handle goes on");
    }
    tl_close(t.book);
    t.book = NULL;
    return calls;
}

/* At the first few times it asks, then ever wider apart, until it is through without having been stopped. */
static void stop_everywhere(int (*call)(tl_book *), int at_least)
{
    int rounds = 0;
    copy_file(t.path, in_folder("before.db"));
    for (int for_good = 0; for_good < 2; for_good++) {
        copy_file(in_folder("before.db"), t.path);
        for (int at = 1; stopped(call, at, for_good) >= at; at += sparsely(1 + at / 4, 1 + 2 * at))
            rounds++;
    }
    ck_assert_int_ge(rounds, sparsely(at_least, 5));
    t.book = open_book(t.path, 0);
    verify_clean();
}

START_TEST(stops_verify)
{
    stop_everywhere(call_verify, 20);
}
END_TEST

START_TEST(stops_the_past)
{
    stop_everywhere(call_as_of, 20);
}
END_TEST

START_TEST(stops_an_import)
{
    stop_everywhere(call_import, 20);
}
END_TEST

START_TEST(stops_reading)
{
    stop_everywhere(call_table, 20);
}
END_TEST

/* An older book that is stopped while it is brought up to date stays as it is, and is brought up to date the next time. */
START_TEST(stops_a_migration)
{
    int result, at = 0;
    int64_t before = sql_int(t.path, "SELECT max(seq) FROM entry");
    sql_run(t.path, "PRAGMA user_version=999");
    do {
        tl_book *book;
        at += sparsely(1, 1 + at);
        brake b = { 0, at, at % 2 };
        tl_open_options options = options_of(0);
        options.progress = pull;
        options.progress_arg = &b;
        result = tl_open(t.path, &options, &book);
        ck_assert_msg(result == (b.calls >= at ? TL_ESTOP : TL_OK), "stop at %d of %d: %s: %s", at, b.calls, tl_result_name(result), tl_errmsg(book));
        tl_close(book);
        ck_assert_int_eq(sql_int(t.path, "PRAGMA user_version"), result == TL_OK ? TL_FORMAT : 999);
        ck_assert_int_eq(sql_int(t.path, "SELECT max(seq) FROM entry"), before);
    } while (result != TL_OK);
    ck_assert_int_gt(at, 3);
    t.book = open_book(t.path, 0);
    verify_clean();
}
END_TEST

/* A transaction begins and ends whole, however often that is done and whatever the callback says: else a commit that took place would be told as
 * stopped, and a lock be left behind. */
START_TEST(never_stops_half_way)
{
    brake b = { 0, 0, 1 };
    tl_close(t.book);
    tl_open_options options = options_of(0);
    options.progress = pull;
    options.progress_arg = &b;
    t.book = open_with(options);
    b = (brake) { 0, 1, 1 };
    for (int i = 0; i < 5000; i++) {
        OK(tl_begin(t.book));
        OK(tl_begin(t.book));
        OK(tl_commit(t.book));
        OK(tl_begin(t.book));
        OK(tl_rollback(t.book));
        OK(tl_rollback(t.book));
    }
    ck_assert_int_eq(b.calls, 0);
    ck_assert_int_eq(sqlite3_get_autocommit(t.book->db), 1);
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------------- log */

typedef struct heard {
    int count, result;
    char message[600];
} heard;

static void hear(void *arg, int result, const char *message)
{
    heard *h = arg;
    h->count++;
    h->result = result;
    snprintf(h->message, sizeof h->message, "%s", message);
}

static tl_open_options with_log(unsigned flags, heard *h)
{
    tl_open_options options = options_of(flags);
    options.log = hear;
    options.log_arg = h;
    return options;
}

START_TEST(told_of_failures)
{
    heard h = { 0 };
    tl_close(t.book);
    t.book = open_with(with_log(0, &h));
    act(t.second, "comment", "nothing to tell");
    ck_assert_int_eq(h.count, 0);
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.move");
    ck_assert_int_eq(h.count, 1);
    ck_assert_int_eq(h.result, TL_ERULE);
    ck_assert_ptr_nonnull(strstr(tl_errmsg(t.book), h.message)); /* told as found; the words say in front of it of which item */
    REFUSED(tl_set_today(t.book, "2023-02-30"), TL_EINVAL, "");
    ck_assert_int_eq(h.count, 2);
    ck_assert_int_eq(h.result, TL_EINVAL);
    ck_assert_str_eq(h.message, tl_errmsg(t.book));
    tl_book *other = open_book(t.path, 0); /* has no log, and is none of this one's business */
    ck_assert_int_eq(tl_close_out(other, t.item, NULL), TL_ERULE);
    tl_close(other);
    ck_assert_int_eq(h.count, 2);
}
END_TEST

START_TEST(told_at_opening)
{
    heard h = { 0 };
    tl_book *book;
    tl_open_options options = with_log(0, &h);
    ck_assert_int_eq(tl_open(in_folder("none.db"), &options, &book), TL_ENOTFOUND);
    ck_assert_int_eq(h.count, 1);
    ck_assert_int_eq(h.result, TL_ENOTFOUND);
    ck_assert_str_eq(h.message, tl_errmsg(book));
    tl_close(book);
    ck_assert_int_eq(mkdir(in_folder("Dropbox"), 0755), 0);
    options = with_log(TL_OPEN_NEW, &h);
    ck_assert_int_eq(tl_open(in_folder("Dropbox/book.db"), &options, &book), TL_OK);
    ck_assert_int_eq(h.count, 2);
    ck_assert_int_eq(h.result, TL_OK);
    ck_assert_str_eq(h.message, tl_warning(book));
    ck_assert_str_ne(h.message, "");
    tl_close(book);
}
END_TEST

Suite *embed_suite(void)
{
    Suite *suite = suite_create("embed");
    ADD_TESTS(suite, setup_small, 30, durability, never_stops_half_way, told_of_failures, told_at_opening);
    ADD_TESTS(suite, setup_many, 60, stops_verify, stops_the_past, stops_an_import, stops_reading, stops_a_migration);
    return suite;
}
