/* test_info.c - what a book says of itself, its checkpoint, and copies of it, also while others write. */
#include "damage.h"
#include "suite.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

START_TEST(info)
{
    tl_info is = TL_INFO_INIT;
    OK(tl_book_info(t.book, &is));
    ck_assert_str_eq(is.uid, "0123456789abcdef0123456789abcdef");
    ck_assert_str_eq(is.title, "test");
    ck_assert_str_eq(is.utc_offset, "+08:00");
    ck_assert_str_eq(is.path, t.path);
    ck_assert_str_eq(is.today, "2023-03-20");
    ck_assert_str_eq(is.journal_mode, "wal");
    ck_assert_int_eq(is.given_clock, 1);
    ck_assert_int_eq(is.read_only, 0);
    ck_assert_int_eq(is.format, TL_FORMAT);
    ck_assert_int_eq(is.units, 3);
    ck_assert_int_eq(is.ledgers, 3);
    ck_assert_int_eq(is.items, 3);
    ck_assert_int_eq(is.entries, entries());
    ck_assert_int_eq(is.sealed, entries());
    OK(tl_begin(t.book));
    act(t.second, "comment", "x");
    OK(tl_book_info(t.book, &is));
    ck_assert_int_eq(is.sealed, is.entries - 1);
    OK(tl_rollback(t.book));
    tl_info small;
    memset(&small, 0x55, sizeof small);
    small.size = offsetof(tl_info, title);
    OK(tl_book_info(t.book, &small));
    ck_assert_str_eq(small.uid, is.uid);
    ck_assert_int_eq(((const unsigned char *)&small)[offsetof(tl_info, title)], 0x55);
}
END_TEST

START_TEST(checkpoint)
{
    char *line, *again, uid[40], digest[80], time[40];
    long long seq;
    OK(tl_checkpoint(t.book, &line));
    ck_assert_int_eq(sscanf(line, "%39s %lld %79s %39s", uid, &seq, digest, time), 4);
    ck_assert_str_eq(uid, "0123456789abcdef0123456789abcdef");
    ck_assert_int_eq(seq, entries());
    ck_assert_str_eq(digest, book_text(t.book, "SELECT digest FROM seal ORDER BY seq DESC LIMIT 1"));
    ck_assert_str_eq(time, "2023-03-20T04:00:00.000Z");
    ck_assert_ptr_null(strchr(line, '\n'));
    OK(tl_checkpoint(t.book, &again));
    ck_assert_str_eq(line, again);
    tl_free(again);
    tl_free(line);
    /* Entries without a seal are in it, too, and nothing is written. */
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', 'x' FROM item WHERE no = '2'");
    reopen(TL_OPEN_READONLY);
    OK(tl_checkpoint(t.book, &line));
    ck_assert_int_eq(strtoll(line + 33, NULL, 10), entries());
    expect_finding(TL_OK, line, "note:unsealed|entry|");
    tl_free(line);
}
END_TEST

START_TEST(backup)
{
    const char *copy = in_folder("copy.db");
    char *head;
    OK(tl_checkpoint(t.book, &head));
    OK(tl_backup(t.book, copy));
    act(t.second, "comment", "later");
    REFUSED(tl_backup(t.book, copy), TL_EEXISTS, "");
    expect_words("copy.db");
    tl_close(t.book);
    snprintf(t.path, sizeof t.path, "%s", copy);
    t.book = open_book(t.path, 0);
    expect_finding(TL_OK, head, NULL);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE note = 'later'"), 0);
    act(t.second, "comment", "the copy is a book of its own");
    verify_clean();
    tl_free(head);
}
END_TEST

START_TEST(where_no_backup_can_be)
{
    int files = files_in_folder();
    REFUSED(tl_backup(t.book, in_folder("none/copy.db")), TL_EIO, "");
    REFUSED(tl_backup(t.book, t.folder), TL_EEXISTS, "");
    REFUSED(tl_backup(t.book, t.path), TL_EEXISTS, "");
    ck_assert_int_eq(files_in_folder(), files);
    OK(tl_backup(t.book, in_folder("copy.db")));
    ck_assert_int_eq(files_in_folder(), files + 1);
    reopen(TL_OPEN_READONLY);
    OK(tl_backup(t.book, in_folder("second.db")));
}
END_TEST

/* Runs body in a process of its own, which is stopped after ten seconds. Returns what body returns, below 0, or 0. */
static int in_child(int (*body)(void), const char *what)
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        signal(SIGALRM, SIG_DFL);
        alarm(10);
        _exit(-body());
    }
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(!WIFSIGNALED(status), "%s: tried for ten seconds and more", what);
    return -WEXITSTATUS(status);
}

static int backup_undone(void)
{
    tl_book *book = open_book(t.path, 0);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.second;
    posting.action = "comment";
    posting.note = "will be undone";
    if (tl_begin(book) != TL_OK || tl_post(book, &posting, NULL) != TL_OK)
        return -99;
    int result = tl_backup(book, in_folder("copy.db"));
    tl_close(book);
    return result;
}

/* What a transaction has not committed is in no copy. */
START_TEST(backup_inside_a_transaction)
{
    int result = in_child(backup_undone, "inside a transaction");
    if (result == TL_OK)
        ck_assert_int_eq(sql_int(in_folder("copy.db"), "SELECT count(*) FROM entry WHERE note = 'will be undone'"), 0);
    else
        ck_assert_msg(result == TL_EMISUSE, "%s", tl_result_name(result));
    verify_clean();
}
END_TEST

/* A writer of its own, until it is stopped. */
static pid_t start_writer(void)
{
    fflush(NULL);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        tl_book *book = NULL;
        tl_open_options options = options_of(0);
        if (tl_open(t.path, &options, &book) != TL_OK)
            _exit(1);
        for (;;) {
            tl_posting posting = TL_POSTING_INIT;
            posting.item = t.second;
            posting.action = "comment";
            posting.note = "busy";
            if (tl_post(book, &posting, NULL) != TL_OK)
                _exit(2);
        }
    }
    return child;
}

START_TEST(while_a_writer_is_active)
{
    int64_t before = entries();
    pid_t writer = start_writer();
    while (entries() < before + 3)
        usleep(1000);
    for (int i = 0; i < sparsely(8, 2); i++) {
        char name[20];
        char *head;
        snprintf(name, sizeof name, "copy%d.db", i);
        OK(tl_checkpoint(t.book, &head));
        OK(tl_backup(t.book, in_folder(name)));
        tl_book *copy = open_book(in_folder(name), TL_OPEN_READONLY);
        int result = tl_verify(copy, head, NULL, NULL);
        ck_assert_msg(result == TL_OK, "copy %d: %s", i, tl_errmsg(copy));
        tl_close(copy);
        tl_free(head);
    }
    int status;
    ck_assert_int_eq(waitpid(writer, &status, WNOHANG), 0);
    kill(writer, SIGKILL);
    ck_assert_int_eq(waitpid(writer, &status, 0), writer);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_gt(entries(), before + 8);
    verify_clean();
}
END_TEST

static int backup_locked(void)
{
    tl_book *book = NULL;
    sqlite3 *db = NULL;
    tl_open_options options = options_of(0);
    options.busy_ms = 200;
    if (tl_open(t.path, &options, &book) != TL_OK || sqlite3_open(t.path, &db) != SQLITE_OK ||
        sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
        return -99;
    return tl_backup(book, in_folder("copy.db"));
}

/* Somebody holds the file for himself: the copy is given up after busy_ms, not tried for ever. */
START_TEST(while_the_file_is_locked)
{
    tl_close(t.book);
    t.book = NULL;
    sql_run(t.path, "PRAGMA journal_mode=DELETE");
    int result = in_child(backup_locked, "a locked file");
    ck_assert_msg(result == TL_EBUSY, "%s", tl_result_name(result));
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

Suite *info_suite(void)
{
    Suite *suite = suite_create("info");
    ADD_TESTS(suite, setup_life, 60, info, checkpoint, backup, where_no_backup_can_be, backup_inside_a_transaction, while_a_writer_is_active,
        while_the_file_is_locked);
    return suite;
}
