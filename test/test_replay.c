/* test_replay.c - replaying a journal: whole, up to a day, and what is said of an entry that the rules refuse. */
#include "schema.h"

#include "damage.h"
#include "suite.h"

#include <stdio.h>

static int64_t replayed;

static int replay(const char *day, sqlite3 **scratch)
{
    ck_assert_int_eq(tl__schema_scratch(t.book, scratch), TL_OK);
    ck_assert_int_eq(sqlite3_exec(*scratch, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    int result = tl__replay(t.book, t.book->db, "entry", *scratch, NULL, day, &replayed);
    if (result == TL_OK)
        ck_assert_int_eq(sqlite3_exec(*scratch, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    return result;
}

static int64_t number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

START_TEST(the_whole_journal)
{
    sqlite3 *scratch;
    ck_assert_int_eq(replay(NULL, &scratch), TL_OK);
    ck_assert_int_eq(replayed, entries());
    ck_assert_int_eq(number(scratch, "SELECT count(*) FROM entry"), entries());
    ck_assert_int_eq(number(scratch, "SELECT count(*) FROM item WHERE state = 'closed'"), 1);
    ck_assert_int_eq(number(scratch, "SELECT count(*) FROM value"), 1);
    ck_assert_int_eq(number(scratch, "SELECT given_clock FROM book"), 1);
    /* The guard that was lifted for the clock is there again. */
    ck_assert_int_eq(number(scratch, "SELECT count(*) FROM sqlite_schema"), book_int(t.book, "SELECT count(*) FROM main.sqlite_schema"));
    sqlite3_close(scratch);
}
END_TEST

START_TEST(up_to_a_day)
{
    static const struct {
        const char *day;
        int entries;
    } days[] = { { "2023-02-28", 0 }, { "2023-03-01", 14 }, { "2023-03-02", 16 }, { "2023-03-09", 16 }, { "2023-03-10", 19 }, { "2023-03-20", 27 },
        { "2099-01-01", 27 } };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        sqlite3 *scratch;
        ck_assert_int_eq(replay(days[i].day, &scratch), TL_OK);
        ck_assert_msg(replayed == days[i].entries, "%s: %lld", days[i].day, (long long)replayed);
        ck_assert_int_eq(number(scratch, "SELECT count(*) FROM entry"), days[i].entries);
        sqlite3_close(scratch);
    }
}
END_TEST

START_TEST(a_refused_entry)
{
    sqlite3 *scratch;
    int64_t bad = book_int(t.book, "SELECT seq FROM entry WHERE action = 'request_close'");
    damage("UPDATE entry SET action = 'close', state = 'closed' WHERE action = 'request_close'");
    ck_assert_int_eq(replay(NULL, &scratch), TL_ECORRUPT);
    ck_assert_int_eq(replayed, bad);
    ck_assert_str_eq(tl_errrule(t.book), "item.move");
    sqlite3_close(scratch);
}
END_TEST

/* A journal with columns that are not of this library is read by those that are. */
START_TEST(other_columns)
{
    sqlite3 *scratch;
    OK(tl_begin(t.book));
    ck_assert_int_eq(
        sqlite3_exec(t.book->db,
            "CREATE TABLE old_entry AS SELECT seq, 'x' AS colour, at, actor, action, field, new, title, uid, kind FROM entry WHERE seq = 1", NULL, NULL, NULL),
        SQLITE_OK);
    ck_assert_int_eq(tl__schema_scratch(t.book, &scratch), TL_OK);
    ck_assert_int_eq(sqlite3_exec(scratch, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(tl__replay(t.book, t.book->db, "old_entry", scratch, NULL, NULL, &replayed), TL_OK);
    ck_assert_int_eq(replayed, 1);
    ck_assert_int_eq(number(scratch, "SELECT count(*) FROM book"), 1);
    sqlite3_close(scratch);
    OK(tl_rollback(t.book));
}
END_TEST

Suite *replay_suite(void)
{
    Suite *suite = suite_create("replay");
    ADD_TESTS(suite, setup_life, 30, the_whole_journal, up_to_a_day, a_refused_entry, other_columns);
    return suite;
}
