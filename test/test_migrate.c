/* test_migrate.c - bringing a book of an older format up to this one: what it holds, its seals and its owner's own tables stay. */
#include "damage.h"
#include "suite.h"

#include <stdio.h>

/* Makes of t.path what an older program would have left: no triggers, no views, one column less in entry, an older format number. */
static void make_older(void)
{
    tl_close(t.book);
    t.book = NULL;
    char *drop = long_text(
        t.path, "SELECT group_concat('DROP ' || type || ' IF EXISTS \"' || name || '\";', '') FROM sqlite_schema WHERE type = 'trigger' OR type = 'view'");
    sql_run(t.path, drop);
    sqlite3_free(drop);
    sql_run(t.path, "ALTER TABLE entry DROP COLUMN data; DROP INDEX item_open_due; PRAGMA user_version=999");
}

static const char everything[] = "SELECT group_concat(line, char(10)) FROM (SELECT "
                                 "quote(seq)||at||actor||action||ifnull(item,'')||ifnull(note,'')||ifnull(percent,'') AS line FROM entry ORDER BY seq)";
static const char present[] = "SELECT group_concat(line, char(10)) FROM (SELECT "
                              "id||uid||no||title||ifnull(due,'')||state||ifnull(percent,'')||ifnull(lead,'')||entry AS line FROM item ORDER BY id)";

static int format_now(void)
{
    return (int)sql_int(t.path, "PRAGMA user_version");
}

START_TEST(an_older_book)
{
    char *kept;
    OK(tl_checkpoint(t.book, &kept));
    char *journal = long_text(t.path, everything), *items = long_text(t.path, present);
    const char *seals = sql_text(t.path, "SELECT seq || digest FROM seal ORDER BY seq");
    char *schema = long_text(t.path, "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)");
    make_older();
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(format_now(), TL_FORMAT);
    verify_clean();
    expect_finding(TL_OK, kept, NULL);
    char *journal_now = long_text(t.path, everything), *items_now = long_text(t.path, present);
    char *schema_now = long_text(t.path, "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)");
    ck_assert_str_eq(journal_now, journal);
    ck_assert_str_eq(items_now, items);
    ck_assert_str_eq(schema_now, schema);
    ck_assert_str_eq(sql_text(t.path, "SELECT seq || digest FROM seal ORDER BY seq"), seals);
    ck_assert_int_eq(book_int(t.book, "PRAGMA foreign_keys"), 1);
    act(t.second, "comment", "goes on");
    verify_clean();
    expect_finding(TL_OK, kept, NULL);
    char *const copies[] = { journal, items, schema, journal_now, items_now, schema_now, kept };
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++)
        sqlite3_free(copies[i]);
}
END_TEST

START_TEST(opened_again)
{
    make_older();
    t.book = open_book(t.path, 0);
    int64_t before = entries();
    reopen(TL_OPEN_NOMIGRATE);
    ck_assert_int_eq(entries(), before);
    verify_clean();
}
END_TEST

/* Tables, indexes and views that people added themselves. */
START_TEST(what_is_the_owners_own)
{
    sql_run(t.path, "CREATE TABLE phone(person TEXT, number TEXT); INSERT INTO phone VALUES ('Li', '123'); CREATE INDEX phone_person ON phone(person); "
                    "CREATE VIEW phone_list AS SELECT person FROM phone; CREATE TABLE 我的表(a); INSERT INTO 我的表 VALUES (7)");
    make_older();
    sql_run(t.path, "CREATE VIEW phone_list AS SELECT person FROM phone");
    t.book = open_book(t.path, 0);
    ck_assert_str_eq(sql_text(t.path, "SELECT person || number FROM phone"), "Li123");
    ck_assert_int_eq(sql_int(t.path, "SELECT a FROM 我的表"), 7);
    ck_assert_str_eq(sql_text(t.path, "SELECT name FROM sqlite_schema WHERE name GLOB 'phone_*' ORDER BY name"), "phone_list|phone_person");
    ck_assert_str_eq(sql_text(t.path, "SELECT person FROM phone_list"), "Li");
    verify_clean();
}
END_TEST

/* Their own views of the book's tables and views, too, go on showing them. */
START_TEST(the_owners_own_views_of_the_book)
{
    make_older();
    sql_run(t.path, "CREATE VIEW own_titles AS SELECT title FROM item WHERE no = '2'; CREATE VIEW own_notes AS SELECT note FROM entry WHERE action = 'report'");
    t.book = open_book(t.path, 0);
    ck_assert_str_eq(sql_text(t.path, "SELECT title FROM own_titles"), "paint the fence");
    ck_assert_str_eq(sql_text(t.path, "SELECT note FROM own_notes"), "half done");
    verify_clean();
    tl_close(t.book);
    t.book = NULL;
    sql_run(t.path, "CREATE VIEW own_late AS SELECT ref FROM item_status; PRAGMA user_version=999");
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(sql_int(t.path, "SELECT count(*) FROM own_late"), 3);
    verify_clean();
}
END_TEST

/* What a plain shell posted before has no seal: it gets one, and the ones before stay. */
START_TEST(an_unsealed_tail)
{
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', 'from outside' FROM item WHERE no = '2'");
    int64_t last = entries();
    make_older();
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(entries(), last);
    verify_clean();
    ck_assert_int_eq(book_int(t.book, "SELECT max(seq) FROM seal"), last);
}
END_TEST

/* The journal of a book with a real clock is older than a minute: its entries keep their time, and its clock is real again afterwards. */
START_TEST(a_real_clock)
{
    tl_close(t.book);
    snprintf(t.path, sizeof t.path, "%s/real.db", t.folder);
    t.book = open_book(t.path, TL_OPEN_NEW);
    int64_t ledger = add_ledger("tasks", "tasks");
    add_item(ledger, "x", NULL, 0);
    damage("UPDATE entry SET at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-10 days'); DELETE FROM seal");
    verify_clean();
    make_older();
    t.book = open_book(t.path, 0);
    verify_clean();
    ck_assert_int_eq(book_int(t.book, "SELECT given_clock FROM book"), 0);
    ck_assert_int_eq(sql_try(t.path, "INSERT INTO post(at, item, action, actor, note) SELECT '2030-01-01T00:00:00.000Z', id, 'comment', 'x', 'x' FROM item"),
        SQLITE_CONSTRAINT);
}
END_TEST

/* A journal that breaks the rules can't be replayed: the file stays as it is, to the byte. */
START_TEST(fails_and_changes_nothing)
{
    size_t before, after;
    damage("UPDATE entry SET action = 'close', state = 'closed' WHERE seq = (SELECT max(seq) FROM entry)");
    make_older();
    char *was = read_file(t.path, &before);
    int files = files_in_folder();
    tl_open_options options = options_of(0);
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_ECORRUPT);
    expect_words("999");
    tl_close(t.book);
    t.book = NULL;
    char *is = read_file(t.path, &after);
    ck_assert(before == after && memcmp(was, is, before) == 0);
    ck_assert_int_eq(files_in_folder(), files);
    ck_assert_int_eq(format_now(), 999);
    free(was);
    free(is);
}
END_TEST

/* While somebody writes, migration waits or says so. */
START_TEST(busy)
{
    make_older();
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(t.path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    tl_open_options options = options_of(0);
    options.busy_ms = -1;
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_EBUSY);
    tl_close(t.book);
    t.book = NULL;
    sqlite3_close(db);
    ck_assert_int_eq(format_now(), 999);
    t.book = open_book(t.path, 0);
    verify_clean();
}
END_TEST

/* -------------------------------------------------------------------------------- read as it is: the kept book of format 1000 */

#define KEPT_BOOK "test/data/book-1000.db"

static void read_kept(void)
{
    copy_file(KEPT_BOOK, t.path);
    t.book = open_book(t.path, TL_OPEN_READONLY);
}

static void expect_unchanged(void)
{
    size_t before, after;
    char *was = read_file(KEPT_BOOK, &before), *is = read_file(t.path, &after);
    ck_assert(before == after && memcmp(was, is, before) == 0);
    free(was);
    free(is);
}

/* Calls that read what format 1000 has no tables and columns for. */
static void read_all(tl_book *book)
{
    tl_cursor *cursor;
    int64_t item;
    ck_assert_int_eq(tl_item_find(book, "tasks/1", &item), TL_OK);
    ck_assert_int_eq(tl_units(book, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "code"), book_text(book, "SELECT code FROM unit ORDER BY id"));
    ck_assert_int_eq(tl_assignments(book, item, &cursor), TL_OK);
    ck_assert_int_eq(count_rows(cursor), 3);
    ck_assert_int_eq(tl_ledgers(book, &cursor), TL_OK);
    ck_assert_int_eq(count_rows(cursor), (int)book_int(book, "SELECT count(*) FROM ledger"));
    ck_assert_int_eq(tl_workflows(book, &cursor), TL_OK);
    ck_assert_int_gt(count_rows(cursor), 0);
    ck_assert_int_eq(tl_listings(book, 0, item, &cursor), TL_OK);
    ck_assert_int_eq(count_rows(cursor), 0);
    ck_assert_int_eq(tl_warnings_due(book, 0, &cursor), TL_OK);
    ck_assert_int_ge(count_rows(cursor), 0);
}

START_TEST(read_as_it_is)
{
    tl_info info = TL_INFO_INIT;
    read_kept();
    read_all(t.book);
    OK(tl_book_info(t.book, &info));
    ck_assert_int_eq(info.format, 1000);
    ck_assert_str_eq(info.journal_mode, "delete");
    ck_assert_int_eq(info.entries, sql_int(KEPT_BOOK, "SELECT count(*) FROM entry"));
    ck_assert_int_eq(info.sealed, sql_int(KEPT_BOOK, "SELECT max(seq) FROM seal"));
    ck_assert_int_eq(info.given_clock, 1);
    REFUSED(tl_begin(t.book), TL_EREADONLY, "");
    REFUSED(tl_unit_rename(t.book, 2, "x"), TL_EREADONLY, "");
    OK(tl_backup(t.book, in_folder("copy.db")));
    ck_assert_int_eq(sql_int(in_folder("copy.db"), "PRAGMA user_version"), 1000);
    ck_assert_int_eq(sql_int(in_folder("copy.db"), "SELECT count(*) FROM entry"), info.entries);
    expect_unchanged();
}
END_TEST

/* Of the file, whatever was read or is being read; and the reading goes on. */
START_TEST(verified_as_it_is)
{
    tl_cursor *cursor;
    char *line;
    read_kept();
    OK(tl_checkpoint(t.book, &line));
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    expect_finding(TL_ECORRUPT, line, "schema|format|0");
    ck_assert_int_gt(count_rows(cursor), 0);
    read_all(t.book);
    tl_free(line);
    expect_unchanged();
    damage_closed("UPDATE entry SET note = 'rewritten' WHERE seq = (SELECT max(seq) - 5 FROM entry WHERE note IS NOT NULL)");
    t.book = open_book(t.path, TL_OPEN_READONLY);
    read_all(t.book);
    findings found = { 0 };
    ck_assert_int_eq(tl_verify(t.book, NULL, collect, &found), TL_ECHAIN);
    ck_assert_ptr_nonnull(strstr(found.list, "chain|seal|"));
}
END_TEST

/* The past of such a book is a book of the present schema. */
START_TEST(its_past)
{
    tl_book *past;
    read_kept();
    OK(tl_book_as_of(t.book, "2023-04-01", &past));
    tl_close(t.book);
    t.book = past;
    read_all(past);
    verify_clean();
    ck_assert_int_lt(entries(), sql_int(KEPT_BOOK, "SELECT max(seq) FROM entry"));
}
END_TEST

/* The handle tells that there is something new, and shows the book as it was when it was opened, even when a writer has brought it up to date. */
START_TEST(what_comes_later)
{
    int changed;
    read_kept();
    int64_t before = entries();
    OK(tl_changed(t.book, &changed));
    ck_assert_int_eq(changed, 1);
    OK(tl_changed(t.book, &changed));
    ck_assert_int_eq(changed, 0);
    sql_run(
        t.path, "INSERT INTO post(item, action, actor, note, at) SELECT id, 'comment', 'sql', 'later', '2023-05-01T00:00:00.000Z' FROM item WHERE no = '2'");
    OK(tl_changed(t.book, &changed));
    ck_assert_int_eq(changed, 1);
    ck_assert_int_eq(entries(), before);
    tl_close(open_book(t.path, 0));
    ck_assert_int_eq(sql_int(t.path, "PRAGMA user_version"), TL_FORMAT);
    OK(tl_changed(t.book, &changed));
    ck_assert_int_eq(changed, 1);
    ck_assert_int_eq(entries(), before);
    read_all(t.book);
    reopen(TL_OPEN_READONLY);
    ck_assert_int_gt(entries(), before);
    verify_clean();
}
END_TEST

/* Opens t.path, damaged, for reading, which fails with this result and these words. */
static void unreadable(int result, const char *words)
{
    tl_open_options options = options_of(TL_OPEN_READONLY);
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), result);
    expect_words("is of the older format 1000");
    expect_words(words);
    tl_close(t.book);
    t.book = NULL;
}

START_TEST(what_can_not_be_replayed)
{
    copy_file(KEPT_BOOK, t.path);
    damage_closed("UPDATE entry SET action = 'close', state = 'closed' WHERE seq = 84");
    unreadable(TL_ECORRUPT, "entry 84 is refused when the journal is replayed: ");
    copy_file(KEPT_BOOK, t.path);
    damage_closed("PRAGMA ignore_check_constraints=ON; UPDATE seal SET digest = 'x' WHERE seq = 84");
    unreadable(TL_ECORRUPT, "64 hex digits");
    copy_file(KEPT_BOOK, t.path);
    sql_try(t.path, "ALTER TABLE entry RENAME TO gone");
    unreadable(TL_ESCHEMA, "the journal can't be read: ");
}
END_TEST

/* What format 1001 brought is there in a book of then, whether it is read as it is or brought up. */
START_TEST(of_the_next_format)
{
    static const char book[] = "test/data/book-1001.db";
    static const char folds[] =
        "SELECT (SELECT count(*) FROM listing) || ' ' || (SELECT count(*) FROM warning) || ' ' || (SELECT count(*) FROM calendar) || ' ' || "
        "(SELECT count(*) FROM move WHERE entry IS NOT NULL) || ' ' || (SELECT group_concat(due_text) FROM item) || ' ' || "
        "(SELECT value FROM value WHERE field = 'period') || ' ' || (SELECT holder FROM unit WHERE code = 'ga')";
    const char *then = sql_text(book, folds);
    const unsigned flags[] = { TL_OPEN_READONLY, 0 };
    ck_assert_str_eq(then, "2 3 3 8 5月8日前,长期坚持,尽快 2023年一季度 赵局");
    copy_file(book, t.path);
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        t.book = open_book(t.path, flags[i]);
        ck_assert_str_eq(book_text(t.book, folds), then);
        tl_close(t.book);
        ck_assert_int_eq(format_now(), flags[i] == 0 ? TL_FORMAT : 1001);
    }
    /* Younger rules are not asked of what was written then; of what comes now they are. */
    t.book = open_book(t.path, 0);
    ck_assert_int_eq(book_int(t.book, "SELECT seq FROM upgrade WHERE format = 1001"), sql_int(book, "SELECT max(seq) FROM entry"));
    int64_t item;
    OK(tl_item_find(t.book, "tasks/22", &item));
    const tl_value_spec due = { "due", "2023-06-15" };
    tl_posting amend = TL_POSTING_INIT;
    amend.item = item;
    amend.action = "amend";
    amend.set = &due;
    amend.set_count = 1;
    REFUSED(tl_post(t.book, &amend, NULL), TL_ERULE, "item.amend_reason");
    verify_clean();
}
END_TEST

static int stop(void *arg)
{
    (void)arg;
    return 1;
}

START_TEST(stopped_while_it_is_opened)
{
    tl_open_options options = options_of(TL_OPEN_READONLY);
    copy_file(KEPT_BOOK, t.path);
    options.progress = stop;
    ck_assert_int_eq(tl_open(t.path, &options, &t.book), TL_ESTOP);
    expect_unchanged();
}
END_TEST

Suite *migrate_suite(void)
{
    Suite *suite = suite_create("migrate");
    ADD_TESTS(suite, setup_life, 60, an_older_book, opened_again, what_is_the_owners_own, the_owners_own_views_of_the_book, an_unsealed_tail, a_real_clock,
        fails_and_changes_nothing, busy);
    ADD_TESTS(suite, setup_folder, 30, read_as_it_is, verified_as_it_is, its_past, what_comes_later, what_can_not_be_replayed, of_the_next_format,
        stopped_while_it_is_opened);
    return suite;
}
