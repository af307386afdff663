/* test_verify_chain.c - tl_verify on the journal and its seals: what was changed, removed, put in, cut off or rewritten, with and without
 * checkpoints kept elsewhere. */
#include "damage.h"
#include "suite.h"

#include <stdio.h>

static char *checkpoint(void)
{
    char *copy = NULL;
    OK(tl_checkpoint(t.book, &copy));
    return copy;
}

static int64_t seq_of(const char *action)
{
    char sql[100];
    snprintf(sql, sizeof sql, "SELECT min(seq) FROM main.entry WHERE action = '%s'", action);
    return book_int(t.book, sql);
}

START_TEST(each_column_of_an_entry)
{
    static const char *const changes[] = { "at = '2023-03-01T05:00:00.000Z'", "actor = 'somebody'", "note = 'other'", "percent = '51'", "unit = unit + 1",
        "item = item + 1", "data = 'x'", "request = 'x'", "happened_on = '2023-03-01'", "state = 'dispatched'", "action = 'comment'", "problem = 'x'",
        "due = NULL" };
    char sql[200], expected[60];
    size_t i = (size_t)_i;
    if (i == 0)
        ck_assert_uint_eq(sizeof changes / sizeof changes[0], 13);
    int64_t seq = seq_of("report");
    snprintf(sql, sizeof sql, "UPDATE entry SET %s WHERE seq = %lld", changes[i], (long long)seq);
    damage(sql);
    snprintf(expected, sizeof expected, "chain|seal|%lld ", (long long)seq);
    expect_finding(TL_ECHAIN, NULL, expected);
    ck_assert_str_eq(tl_errrule(t.book), "chain");
}
END_TEST

START_TEST(an_entry_removed)
{
    damage("DELETE FROM entry WHERE action = 'report'");
    expect_finding(TL_ECHAIN, NULL, "chain|seal|");
    expect_finding(TL_ECHAIN, NULL, "entry.gap|entry|");
}
END_TEST

START_TEST(the_first_entry_removed)
{
    damage("DELETE FROM entry WHERE seq = 1");
    expect_finding(TL_ECHAIN, NULL, "entry.gap|entry|2 ");
}
END_TEST

START_TEST(entries_exchanged)
{
    int64_t seq = seq_of("dispatch");
    char sql[300];
    snprintf(sql, sizeof sql,
        "UPDATE entry SET seq = 99999 WHERE seq = %lld; UPDATE entry SET seq = %lld WHERE seq = %lld; UPDATE entry SET seq = %lld WHERE seq = 99999",
        (long long)seq, (long long)seq, (long long)seq + 1, (long long)seq + 1);
    damage(sql);
    expect_finding(TL_ECHAIN, NULL, "chain|seal|");
}
END_TEST

START_TEST(an_entry_put_in)
{
    char sql[400];
    int64_t seq = seq_of("report");
    snprintf(sql, sizeof sql,
        "UPDATE entry SET seq = seq + 1000000 WHERE seq >= %lld; UPDATE entry SET seq = seq - 999999 WHERE seq > 1000000; "
        "INSERT INTO entry(seq, at, actor, action, item, state, due, note) SELECT %lld, at, actor, 'comment', item, state, due, 'put in' FROM entry WHERE seq "
        "= %lld",
        (long long)seq, (long long)seq, (long long)seq - 1);
    damage(sql);
    expect_finding(TL_ECHAIN, NULL, "chain|seal|");
}
END_TEST

/* One that never went through the rules, at the end: it has no seal, and the present does not know it. */
START_TEST(an_entry_smuggled_in_at_the_end)
{
    damage("INSERT INTO entry(seq, at, actor, action, item, state, due, note) SELECT (SELECT max(seq) + 1 FROM entry), '2023-03-20T04:00:00.000Z', 'x', "
           "'comment', "
           "id, state, due, 'x' "
           "FROM item WHERE no = '2'");
    expect_finding(TL_ECORRUPT, NULL, "rebuild|item|");
    expect_finding(TL_ECORRUPT, NULL, "note:unsealed|entry|");
    tl_close(t.book);
    t.book = open_book(t.path, 0);
    damage("INSERT INTO entry(seq, at, actor, action, item, state, note) SELECT (SELECT max(seq) + 1 FROM entry), '2023-03-20T04:00:00.000Z', 'x', 'close', "
           "id, 'closed', 'x' "
           "FROM item WHERE no = '2'");
    expect_finding(TL_ECORRUPT, NULL, "item.move|entry|");
}
END_TEST

START_TEST(a_seal_changed)
{
    damage("UPDATE seal SET digest = replace(digest, substr(digest, 1, 1), iif(substr(digest, 1, 1) = 'a', 'b', 'a')) WHERE seq = 5");
    expect_finding(TL_ECHAIN, NULL, "chain|seal|5 ");
}
END_TEST

START_TEST(seals_of_nothing)
{
    damage("INSERT INTO seal(seq, digest) SELECT 4711, digest FROM seal WHERE seq = 1");
    expect_finding(TL_ECORRUPT, NULL, "seal.order|seal|4711 ");
}
END_TEST

START_TEST(checkpoints_that_hold)
{
    char *first = checkpoint();
    act(t.second, "comment", "more");
    char *second = checkpoint();
    ck_assert_str_ne(first, second);
    char *both = sqlite3_mprintf("\n%s\n  \n%s\n", first, second);
    expect_finding(TL_OK, first, NULL);
    expect_finding(TL_OK, second, NULL);
    expect_finding(TL_OK, both, NULL);
    tl_free(first);
    tl_free(second);
    sqlite3_free(both);
}
END_TEST

START_TEST(what_is_no_checkpoint)
{
    static const char *const wrong[] = { "", "\n \n", "hello", "0123456789abcdef0123456789abcdef 5", "0123456789abcdef0123456789abcdef 5 abc t",
        "0123456789abcdef0123456789abcdef 0 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa t" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_msg(tl_verify(t.book, wrong[i], NULL, NULL) == TL_EINVAL, "'%s' is taken for a checkpoint", wrong[i]);
        ck_assert_str_ne(tl_errmsg(t.book), "");
    }
}
END_TEST

/* A perfect cut: the last entry, its seal, and what it made of the present. Only a checkpoint kept elsewhere tells. */
START_TEST(the_tail_cut_off)
{
    char *kept = checkpoint();
    damage("DELETE FROM seal WHERE seq = (SELECT max(seq) FROM entry); DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry); "
           "UPDATE item SET entry = (SELECT max(seq) FROM entry WHERE item = item.id) WHERE no = '2'");
    expect_finding(TL_OK, NULL, NULL);
    expect_finding(TL_ECHAIN, kept, "checkpoint|entry|");
    act(t.second, "comment", "another last entry");
    expect_finding(TL_OK, NULL, NULL);
    expect_finding(TL_ECHAIN, kept, "checkpoint|entry|");
    tl_free(kept);
}
END_TEST

/* A perfect forgery: an early comment rewritten, and all seals made anew. */
START_TEST(the_chain_rewritten)
{
    char *kept = checkpoint();
    damage("UPDATE entry SET note = 'half done, they say' WHERE action = 'report'; DELETE FROM seal");
    act(t.second, "comment", "seals all of it");
    expect_finding(TL_OK, NULL, NULL);
    expect_finding(TL_ECHAIN, kept, "checkpoint|entry|");
    tl_free(kept);
}
END_TEST

START_TEST(another_book)
{
    char *kept = checkpoint();
    char *other = sqlite3_mprintf("ffffffffffffffffffffffffffffffff%s", kept + 32);
    expect_finding(TL_ECHAIN, other, "checkpoint|book|");
    ck_assert_int_eq(tl_verify(t.book, other, NULL, NULL), TL_ECHAIN);
    tl_free(kept);
    sqlite3_free(other);
}
END_TEST

START_TEST(an_older_file_put_back)
{
    const char *older = in_folder("older.db");
    OK(tl_backup(t.book, older));
    act(t.second, "comment", "a day's work");
    char *kept = checkpoint();
    tl_close(t.book);
    t.book = NULL;
    copy_file(older, t.path);
    t.book = open_book(t.path, 0);
    expect_finding(TL_OK, NULL, NULL);
    expect_finding(TL_ECHAIN, kept, "checkpoint|entry|");
    tl_free(kept);
}
END_TEST

Suite *verify_chain_suite(void)
{
    Suite *suite = suite_create("verify_chain");
    ADD_TESTS(suite, setup_life, 60, an_entry_removed, the_first_entry_removed, entries_exchanged, an_entry_put_in, an_entry_smuggled_in_at_the_end,
        a_seal_changed, seals_of_nothing, checkpoints_that_hold, what_is_no_checkpoint, the_tail_cut_off, the_chain_rewritten, another_book,
        an_older_file_put_back);
    TCase *each = tcase_create("columns");
    tcase_add_checked_fixture(each, setup_life, teardown);
    tcase_add_loop_test(each, each_column_of_an_entry, 0, 13);
    suite_add_tcase(suite, each);
    return suite;
}
