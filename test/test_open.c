/* test_open.c - tl_open: every result it can have, and that a file it refuses is left byte for byte as it was. */
#define _XOPEN_SOURCE 700
#include "fixture.h"
#include "suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Opens path and expects this result; words are there, the handle too. */
static void opens_as(const char *path, unsigned flags, int expected)
{
    tl_open_options options = options_of(flags);
    tl_book *book = NULL;
    int result = tl_open(path, &options, &book);
    ck_assert_msg(result == expected, "%s: %s, not %s: %s", path, tl_result_name(result), tl_result_name(expected), tl_errmsg(book));
    ck_assert_ptr_nonnull(book);
    ck_assert_int_eq(tl_errmsg(book)[0] == '\0', expected == TL_OK);
    ck_assert_ptr_null(strchr(tl_errmsg(book), '\n'));
    tl_close(book);
}

/* The same of a file that must stay as it is, with nothing made beside it. A reader of a book in WAL mode leaves its empty -wal and -shm. */
static void refuses(const char *path, unsigned flags, int expected)
{
    size_t before, after;
    int files = files_in_folder();
    char *was = read_file(path, &before);
    opens_as(path, flags, expected);
    char *is = read_file(path, &after);
    ck_assert_msg(before == after && memcmp(was, is, before) == 0, "%s was changed", path);
    if (!(flags & TL_OPEN_READONLY))
        ck_assert_int_eq(files_in_folder(), files);
    free(was);
    free(is);
}

/* A closed book in the folder. */
static const char *closed_book(const char *name)
{
    const char *path = in_folder(name);
    tl_close(open_book(path, TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK));
    return path;
}

START_TEST(makes_a_book)
{
    t.book = open_book(t.path, TL_OPEN_CREATE);
    ck_assert_str_eq(
        book_text(t.book, "SELECT uid || ' ' || title || ' ' || utc_offset || ' ' || given_clock FROM book"), "0123456789abcdef0123456789abcdef test +08:00 0");
    ck_assert_int_eq(book_int(t.book, "PRAGMA application_id"), 0x746c6231);
    ck_assert_int_eq(book_int(t.book, "PRAGMA user_version"), TL_FORMAT);
    ck_assert_str_eq(book_text(t.book, "PRAGMA journal_mode"), "wal");
    ck_assert_int_eq(book_int(t.book, "PRAGMA synchronous"), 2);
    ck_assert_str_eq(book_text(t.book, "SELECT actor || ' ' || action FROM entry"), "wang found_book");
    ck_assert_int_eq(book_int(t.book, "SELECT max(seq) FROM seal"), 1);
    ck_assert_str_eq(tl_errmsg(t.book), "");
    ck_assert_str_eq(tl_errrule(t.book), "");
    ck_assert_str_eq(tl_warning(t.book), "");
    verify_clean();
}
END_TEST

START_TEST(opens_what_is_there)
{
    closed_book("book.db");
    opens_as(t.path, 0, TL_OK);
    opens_as(t.path, TL_OPEN_CREATE, TL_OK);
    opens_as(t.path, TL_OPEN_READONLY, TL_OK);
    opens_as(t.path, TL_OPEN_NOMIGRATE, TL_OK);
    tl_book *book;
    ck_assert_int_eq(tl_open(t.path, NULL, &book), TL_OK);
    tl_close(book);
    ck_assert_int_eq(sql_int(t.path, "SELECT count(*) FROM entry"), 1);
}
END_TEST

START_TEST(makes_one_in_an_empty_file)
{
    const char *path = write_file("empty.db", "");
    refuses(path, 0, TL_ESCHEMA);
    refuses(path, TL_OPEN_READONLY, TL_ESCHEMA);
    refuses(path, TL_OPEN_NEW, TL_EEXISTS);
    opens_as(path, TL_OPEN_CREATE, TL_OK);
    ck_assert_int_eq(sql_int(path, "SELECT count(*) FROM book"), 1);
}
END_TEST

START_TEST(finds_no_file)
{
    opens_as(in_folder("none.db"), 0, TL_ENOTFOUND);
    opens_as(in_folder("none.db"), TL_OPEN_READONLY, TL_ENOTFOUND);
    ck_assert_int_eq(files_in_folder(), 0);
    opens_as(in_folder("none/none.db"), TL_OPEN_CREATE, TL_ENOTFOUND);
    ck_assert_int_eq(files_in_folder(), 0);
}
END_TEST

START_TEST(refuses_an_existing_book)
{
    refuses(closed_book("a.db"), TL_OPEN_NEW, TL_EEXISTS);
    refuses(closed_book("b.db"), TL_OPEN_NEW | TL_OPEN_CREATE, TL_EEXISTS);
}
END_TEST

START_TEST(refuses_what_is_no_book)
{
    const char *text = write_file("text.db", "This is a letter and no book; it is longer than the header of an SQLite file is, which has a hundred bytes.\n");
    refuses(text, 0, TL_ESCHEMA);
    refuses(text, TL_OPEN_READONLY, TL_ESCHEMA);
    refuses(text, TL_OPEN_CREATE, TL_ESCHEMA);
    refuses(write_file("short.db", "x"), 0, TL_ESCHEMA);
    const char *other = in_folder("other.db");
    sql_run(other, "CREATE TABLE shopping(what TEXT); INSERT INTO shopping VALUES ('bread')");
    refuses(other, 0, TL_ESCHEMA);
    refuses(other, TL_OPEN_CREATE, TL_ESCHEMA);
    refuses(other, TL_OPEN_READONLY, TL_ESCHEMA);
    const char *foreign = in_folder("foreign.db");
    sql_run(foreign, "PRAGMA application_id=42; PRAGMA user_version=1000; CREATE TABLE book(uid TEXT)");
    refuses(foreign, 0, TL_ESCHEMA);
    opens_as(t.folder, 0, TL_ESCHEMA);
    opens_as(t.folder, TL_OPEN_CREATE, TL_ESCHEMA);
}
END_TEST

START_TEST(knows_formats)
{
    const char *path = closed_book("newer.db");
    sql_run(path, "PRAGMA user_version=2000");
    refuses(path, 0, TL_ESCHEMA);
    refuses(path, TL_OPEN_READONLY, TL_ESCHEMA);
    char newer_minor[40];
    snprintf(newer_minor, sizeof newer_minor, "PRAGMA user_version=%d", TL_FORMAT + 1);
    sql_run(path, newer_minor);
    opens_as(path, 0, TL_OK);
    opens_as(path, TL_OPEN_READONLY, TL_OK);
    ck_assert_int_eq(sql_int(path, "PRAGMA user_version"), TL_FORMAT + 1);
    sql_run(path, "PRAGMA user_version=999");
    refuses(path, TL_OPEN_NOMIGRATE, TL_ESCHEMA);
    refuses(path, TL_OPEN_READONLY, TL_ESCHEMA);
    refuses(path, TL_OPEN_READONLY | TL_OPEN_NOMIGRATE, TL_ESCHEMA);
    opens_as(path, 0, TL_OK);
    ck_assert_int_eq(sql_int(path, "PRAGMA user_version"), TL_FORMAT);
}
END_TEST

START_TEST(finds_damage)
{
    const char *path = closed_book("damaged.db");
    FILE *file = fopen(path, "r+b");
    ck_assert_ptr_nonnull(file);
    fseek(file, 100, SEEK_SET);
    for (int i = 0; i < 8000; i++)
        fputc(0xA5, file);
    fclose(file);
    refuses(path, 0, TL_ECORRUPT);
    refuses(path, TL_OPEN_READONLY, TL_ECORRUPT);
    const char *cut = closed_book("cut.db");
    ck_assert_int_eq(truncate(cut, 6000), 0);
    refuses(cut, 0, TL_ECORRUPT);
    const char *headless = closed_book("headless.db");
    sql_run(headless, "DROP TRIGGER book_journal_delete; DELETE FROM book");
    refuses(headless, 0, TL_ECORRUPT);
}
END_TEST

START_TEST(reads_only)
{
    closed_book("book.db");
    t.book = open_book(t.path, TL_OPEN_READONLY);
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    spec.code = "x";
    spec.name = "X";
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EREADONLY, "");
    REFUSED(tl_begin(t.book), TL_EREADONLY, "");
    REFUSED(tl_ledger_amend(t.book, 1, "title", "x"), TL_EREADONLY, "");
    verify_clean();
    tl_info info = TL_INFO_INIT;
    OK(tl_book_info(t.book, &info));
    ck_assert_int_eq(info.read_only, 1);
}
END_TEST

/* As another user, who owns nothing here. Returns the result of tl_open in a process of its own. */
static int open_as_nobody(const char *path, unsigned flags)
{
    fflush(NULL);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        tl_book *book = NULL;
        tl_open_options options = options_of(flags);
        int entered = getuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0);
        int result = entered ? tl_open(path, &options, &book) : 100;
        tl_close(book);
        _exit(result == 100 ? 100 : -result);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) != 100, "the child did not run");
    return -WEXITSTATUS(status);
}

START_TEST(may_not_write)
{
    const char *path = closed_book("book.db");
    ck_assert_int_eq(chmod(t.folder, 0555), 0);
    ck_assert_int_eq(chmod(path, 0444), 0);
    ck_assert_int_eq(open_as_nobody(path, 0), TL_EREADONLY);
    ck_assert_int_eq(open_as_nobody(path, TL_OPEN_READONLY), TL_OK);
    ck_assert_int_eq(open_as_nobody(in_folder("new.db"), TL_OPEN_NEW), TL_EIO);
    ck_assert_int_eq(chmod(path, 0), 0);
    ck_assert_int_eq(open_as_nobody(path, 0), TL_EIO);
    ck_assert_int_eq(open_as_nobody(path, TL_OPEN_READONLY), TL_EIO);
    ck_assert_int_eq(chmod(t.folder, 0755), 0);
    ck_assert_int_eq(files_in_folder(), 1);
}
END_TEST

static void option_refused(tl_open_options options, int expected)
{
    tl_book *book;
    options.flags |= options.flags & TL_OPEN_READONLY ? 0 : TL_OPEN_CREATE;
    ck_assert_int_eq(tl_open(t.path, &options, &book), expected);
    ck_assert_str_ne(tl_errmsg(book), "");
    tl_close(book);
    ck_assert_int_eq(files_in_folder(), 0);
}

START_TEST(refuses_malformed_options)
{
    static const char *const uids[] = { "xyz", "0123456789ABCDEF0123456789abcdef", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0" };
    static const char *const offsets[] = { "8", "+8:00", "+08:60", "+15:00", "08:00", "+08:00 ", "+14:01" };
    static const char *const days[] = { "2023-02-29", "2023-13-01", "today", "2023-6-1", "2023-06-31", "2023-06-30 " };
    tl_open_options options = options_of(0);
    for (size_t i = 0; i < sizeof uids / sizeof uids[0]; i++) {
        options.uid = uids[i];
        option_refused(options, TL_EINVAL);
    }
    options = options_of(0);
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++) {
        options.utc_offset = offsets[i];
        option_refused(options, TL_EINVAL);
    }
    options = options_of(0);
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        options.today = days[i];
        option_refused(options, TL_EINVAL);
    }
    options = options_of(0);
    options.lang = "fr";
    option_refused(options, TL_EINVAL);
    options = options_of(0);
    options.actor = "\xff\xfe";
    option_refused(options, TL_EINVAL);
    options = options_of(0);
    options.title = "\xc3";
    option_refused(options, TL_EINVAL);
}
END_TEST

START_TEST(misuse)
{
    tl_book *book = NULL;
    ck_assert_int_eq(tl_open(NULL, NULL, &book), TL_EMISUSE);
    ck_assert_str_ne(tl_errmsg(book), "");
    tl_close(book);
    ck_assert_int_eq(tl_open("", NULL, &book), TL_EMISUSE);
    tl_close(book);
    ck_assert_int_eq(tl_open(t.path, NULL, NULL), TL_EMISUSE);
    tl_open_options options = options_of(TL_OPEN_READONLY | TL_OPEN_CREATE);
    ck_assert_int_lt(tl_open(t.path, &options, &book), 0);
    tl_close(book);
    tl_close(NULL);
    ck_assert_int_eq(files_in_folder(), 0);
}
END_TEST

/* A program built with an older header has a smaller struct: what lies behind it is not read. */
START_TEST(options_of_an_older_program)
{
    tl_open_options options = options_of(TL_OPEN_CREATE);
    options.size = offsetof(tl_open_options, title);
    options.title = (const char *)1;
    options.utc_offset = (const char *)1;
    options.uid = (const char *)1;
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_OK);
    ck_assert_int_eq(book_int(t.book, "SELECT title IS NULL AND length(uid) = 32 AND utc_offset GLOB '[+-][0-9][0-9]:[0-5][0-9]' FROM book"), 1);
}
END_TEST

/* Several that make a book in a row, each under a sanitizer on a busy machine, take longer than the ten seconds that a handle waits by default. */
enum { PATIENCE_MS = 120000 };

/* Many programs make the same book at the same moment: one makes it, the others find it made. */
START_TEST(creators_at_once)
{
    enum { CREATORS = 8 };
    pid_t children[CREATORS];
    fflush(NULL);
    for (int i = 0; i < CREATORS; i++) {
        children[i] = fork();
        ck_assert_int_ge(children[i], 0);
        if (children[i] == 0) {
            tl_book *book = NULL;
            tl_open_options options = options_of(TL_OPEN_CREATE);
            options.uid = NULL;
            options.busy_ms = PATIENCE_MS;
            int result = tl_open(t.path, &options, &book);
            tl_unit_spec spec = TL_UNIT_SPEC_INIT;
            char code[16];
            snprintf(code, sizeof code, "u%d", i);
            spec.code = spec.name = code;
            if (result == TL_OK)
                result = tl_unit_add(book, &spec, NULL);
            tl_close(book);
            _exit(-result);
        }
    }
    for (int i = 0; i < CREATORS; i++) {
        int status;
        ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
        ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "creator %d: %s", i, tl_result_name(-WEXITSTATUS(status)));
    }
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'found_book'"), 1);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM unit"), CREATORS);
    verify_clean();
}
END_TEST

/* Of two with TL_OPEN_NEW one is refused. */
START_TEST(only_one_is_new)
{
    pid_t children[4];
    int made = 0;
    fflush(NULL);
    for (int i = 0; i < 4; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            tl_book *book = NULL;
            tl_open_options options = options_of(TL_OPEN_NEW);
            options.busy_ms = PATIENCE_MS;
            int result = tl_open(t.path, &options, &book);
            tl_close(book);
            _exit(-result);
        }
    }
    for (int i = 0; i < 4; i++) {
        int status;
        ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
        ck_assert(WIFEXITED(status));
        ck_assert_msg(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == -TL_EEXISTS, "%s", tl_result_name(-WEXITSTATUS(status)));
        made += WEXITSTATUS(status) == 0;
    }
    ck_assert_int_eq(made, 1);
}
END_TEST

START_TEST(settings)
{
    t.book = open_book(t.path, TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK);
    ck_assert_int_eq(tl_set_today(t.book, "2023-02-30"), TL_EINVAL);
    expect_words("2023-02-30");
    ck_assert_int_eq(tl_set_lang(t.book, "de"), TL_EINVAL);
    ck_assert_int_eq(tl_set_actor(t.book, "\xe4"), TL_EINVAL);
    OK(tl_set_lang(t.book, "zh"));
    ck_assert_str_eq(tl_label(t.book, "state", "closed"), "已销号");
    OK(tl_set_lang(t.book, NULL));
    ck_assert_str_eq(tl_label(t.book, "state", "closed"), "closed");
    char actor[] = "zhao";
    OK(tl_set_actor(t.book, actor));
    actor[0] = 'X';
    OK(tl_set_today(t.book, "2023-04-01"));
    add_unit("u", "U");
    ck_assert_str_eq(book_text(t.book, "SELECT actor || ' ' || at FROM entry WHERE seq = 2"), "zhao 2023-04-01T04:00:00.000Z");
    OK(tl_set_today(t.book, "2023-03-01"));
    add_unit("v", "V");
    ck_assert_str_eq(book_text(t.book, "SELECT at FROM entry WHERE seq = 3"), "2023-04-01T04:00:00.000Z");
}
END_TEST

static int64_t given_clock(void *arg)
{
    return *(int64_t *)arg += 1000;
}

START_TEST(clock_of_the_caller)
{
    int64_t now = 1680364799000; /* 2023-04-01T15:59:59Z, and a second later it is the 2nd at +08:00 */
    tl_open_options options = options_of(TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK);
    options.today = NULL;
    options.clock = given_clock;
    options.clock_arg = &now;
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_OK);
    add_unit("u", "U");
    ck_assert_str_eq(book_text(t.book, "SELECT at FROM entry WHERE seq = 1"), "2023-04-01T16:00:00.000Z");
    ck_assert_int_eq(book_int(t.book, "SELECT count(DISTINCT at) FROM entry"), 2);
    tl_info info = TL_INFO_INIT;
    OK(tl_book_info(t.book, &info));
    ck_assert_str_eq(info.today, "2023-04-02");
    verify_clean();
}
END_TEST

Suite *open_suite(void)
{
    Suite *suite = suite_create("open");
    ADD_TESTS(suite, setup_folder, 30, makes_a_book, opens_what_is_there, makes_one_in_an_empty_file, finds_no_file, refuses_an_existing_book,
        refuses_what_is_no_book, knows_formats, finds_damage, reads_only, may_not_write, refuses_malformed_options, misuse, options_of_an_older_program,
        creators_at_once, only_one_is_new, settings, clock_of_the_caller);
    return suite;
}
