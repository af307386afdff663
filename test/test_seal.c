/* test_seal.c - the digest chain: its form against one written down by hand here, and a known book's head against a known digest. */
#include "seal.h"

#include "damage.h"
#include "suite.h"

#include <nettle/sha3.h>
#include <stdio.h>

/* The chain once more, in the plainest way: the text that schema/25_seal.sql describes, built up whole and then taken the digest of. */
static void chain_by_hand(int64_t upto, char digest[65])
{
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_prepare_v2(t.book->db, "SELECT * FROM main.entry ORDER BY seq", -1, &statement, NULL), SQLITE_OK);
    digest[0] = '\0';
    while (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int64(statement, 0) <= upto) {
        char *text = sqlite3_mprintf("tl1;sha3-256;%s", digest);
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            if (sqlite3_column_type(statement, i) != SQLITE_NULL) {
                const char *value = (const char *)sqlite3_column_text(statement, i);
                text = sqlite3_mprintf("%z;%s=%d:%s", text, sqlite3_column_name(statement, i), (int)strlen(value), value);
            }
        struct sha3_256_ctx state;
        uint8_t raw[32];
        sha3_256_init(&state);
        sha3_256_update(&state, strlen(text), (const uint8_t *)text);
        sha3_256_digest(&state, sizeof raw, raw);
        for (size_t i = 0; i < sizeof raw; i++)
            snprintf(digest + 2 * i, 3, "%02x", raw[i]);
        sqlite3_free(text);
    }
    sqlite3_finalize(statement);
}

START_TEST(each_seal)
{
    sqlite3_stmt *statement;
    char digest[65];
    int count = 0;
    ck_assert_int_eq(sqlite3_prepare_v2(t.book->db, "SELECT seq, digest FROM seal ORDER BY seq", -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        chain_by_hand(sqlite3_column_int64(statement, 0), digest);
        ck_assert_str_eq((const char *)sqlite3_column_text(statement, 1), digest);
        count++;
    }
    sqlite3_finalize(statement);
    ck_assert_int_gt(count, 10);
}
END_TEST

/* The first entry of the fixture's book is always this text; its digest was taken with Python's hashlib.sha3_256:
 * tl1;sha3-256;;seq=1:1;at=24:2023-03-01T04:00:00.000Z;actor=4:wang;action=10:found_book;field=10:utc_offset;new=6:+08:00;title=4:test;
 * uid=32:0123456789abcdef0123456789abcdef;kind=11:given clock - in one line, without the line break and the blank behind it. */
START_TEST(a_known_book)
{
    ck_assert_str_eq(book_text(t.book, "SELECT digest FROM seal WHERE seq = 1"), "732d99479f166551fba85b0ca79a84e264971d686dd987eedb830233949b0583");
}
END_TEST

START_TEST(goes_on_from_the_last_seal)
{
    char digest[TL__DIGEST_HEX + 1], by_hand[65];
    int64_t seq = 0, sealed = 0;
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', '从外面' FROM item WHERE no = '2'");
    ck_assert_int_eq(tl__last_seal(t.book, &sealed, digest), TL_OK);
    ck_assert_int_eq(sealed, entries() - 1);
    seq = sealed;
    ck_assert_int_eq(tl__chain_to_end(t.book, &seq, digest), TL_OK);
    ck_assert_int_eq(seq, entries());
    chain_by_hand(seq, by_hand);
    ck_assert_str_eq(digest, by_hand);
    int64_t seals = book_int(t.book, "SELECT count(*) FROM seal");
    OK(tl_begin(t.book));
    OK(tl_commit(t.book));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM seal"), seals + 1);
    chain_by_hand(seq, by_hand);
    ck_assert_str_eq(book_text(t.book, "SELECT digest FROM seal ORDER BY seq DESC LIMIT 1"), by_hand);
}
END_TEST

START_TEST(guards_of_seals)
{
    ck_assert_int_eq(sql_try(t.path, "INSERT INTO seal SELECT 3, digest FROM seal LIMIT 1"), SQLITE_CONSTRAINT);
    ck_assert_int_eq(sql_try(t.path, "UPDATE seal SET digest = digest"), SQLITE_CONSTRAINT);
    ck_assert_int_eq(sql_try(t.path, "DELETE FROM seal"), SQLITE_CONSTRAINT);
    ck_assert_int_eq(
        sql_try(t.path, "INSERT OR REPLACE INTO seal SELECT seq, lower(hex(zeroblob(32))) FROM seal ORDER BY seq DESC LIMIT 1"), SQLITE_CONSTRAINT);
    verify_clean();
}
END_TEST

START_TEST(the_same_run_again)
{
    /* Two runs with the same clock, uid and posts make the same book, byte for byte in its seals. */
    const char *first = book_text(t.book, "SELECT digest FROM seal ORDER BY seq LIMIT 9");
    tl_close(t.book);
    snprintf(t.path, sizeof t.path, "%s/again.db", t.folder);
    t.book = open_book(t.path, TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK);
    add_unit("north", "North Office");
    add_unit("south", "南街道");
    add_unit("east", "East Office");
    add_ledger("tasks", "tasks");
    add_ledger("dossiers", "dossiers");
    add_ledger("list", "checklist");
    ck_assert_str_eq(sql_text(t.path, "SELECT group_concat(digest, '|') FROM seal"), sqlite3_snprintf(461, (char[461]) { 0 }, "%.454s", first));
}
END_TEST

Suite *seal_suite(void)
{
    Suite *suite = suite_create("seal");
    ADD_TESTS(suite, setup_life, 30, each_seal, a_known_book, goes_on_from_the_last_seal, guards_of_seals, the_same_run_again);
    return suite;
}
