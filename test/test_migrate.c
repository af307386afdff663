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

Suite *migrate_suite(void)
{
    Suite *suite = suite_create("migrate");
    ADD_TESTS(suite, setup_life, 60, an_older_book, opened_again, what_is_the_owners_own, the_owners_own_views_of_the_book, an_unsealed_tail, a_real_clock,
        fails_and_changes_nothing, busy);
    return suite;
}
