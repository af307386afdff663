/* test_verify.c - tl_verify: a clean book, notes, the present against the journal, the callback, and that nothing is written. */
#include "damage.h"
#include "suite.h"

#include <stdio.h>

START_TEST(a_clean_book)
{
    static findings found;
    memset(&found, 0, sizeof found);
    OK(tl_verify(t.book, NULL, collect, &found));
    ck_assert_str_eq(found.list, "");
    OK(tl_verify(t.book, NULL, NULL, NULL));
    OK(tl_verify(t.book, NULL, NULL, NULL));
    today_is("2024-01-01");
    verify_clean();
    /* With rows being read, and in a transaction of the caller's. */
    tl_cursor *cursor;
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    verify_clean();
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    tl_cursor_close(cursor);
    reopen(TL_OPEN_READONLY);
    verify_clean();
}
END_TEST

START_TEST(in_a_transaction)
{
    OK(tl_begin(t.book));
    act(t.second, "comment", "not committed");
    verify_clean();
    OK(tl_commit(t.book));
    verify_clean();
    expect_finding(TL_OK, NULL, NULL);
}
END_TEST

START_TEST(an_empty_book)
{
    tl_close(t.book);
    t.book = open_book(in_folder("real.db"), TL_OPEN_NEW);
    verify_clean();
    add_unit("u", "U");
    verify_clean();
}
END_TEST

/* What a plain shell posted is no fault; the next writer seals it. */
START_TEST(an_unsealed_tail)
{
    char expected[60];
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', 'from outside' FROM item WHERE no = '2'");
    snprintf(expected, sizeof expected, "note:unsealed|entry|%lld ", (long long)entries());
    expect_finding(TL_OK, NULL, expected);
    act(t.second, "comment", "by the library");
    static findings found;
    memset(&found, 0, sizeof found);
    OK(tl_verify(t.book, NULL, collect, &found));
    ck_assert_str_eq(found.list, "");
}
END_TEST

START_TEST(the_present_was_changed)
{
    static const struct {
        const char *sql, *begin;
    } changes[] = {
        { "UPDATE item SET title = 'another'", "rebuild|item|" },
        { "UPDATE item SET state = 'registered' WHERE state = 'closed'", "rebuild|item|" },
        { "UPDATE item SET percent = '100' WHERE percent = '50'", "rebuild|item|" },
        { "UPDATE item SET due = '2024-01-01' WHERE due IS NOT NULL", "item.journal|item|" },
        { "UPDATE item SET entry = entry - 1 WHERE no = '2'", "item.journal|item|" },
        { "UPDATE item SET returned = 1 WHERE no = '1' AND due IS NOT NULL", "rebuild|item|" },
        { "UPDATE item SET no_order = 'x' WHERE no = '2'", "rebuild|item|" },
        { "DELETE FROM item WHERE no = '2'", "rebuild|item|" },
        { "UPDATE assignment SET officer = 'Wu' WHERE officer = 'Li'", "rebuild|assignment|" },
        { "UPDATE assignment SET role = 'support' WHERE role = 'lead'", "item.lead|item|" },
        { "DELETE FROM assignment WHERE officer = 'Li'", "rebuild|assignment|" },
        { "INSERT INTO assignment(item, unit, role, entry, ledger, no_order) SELECT id, 2, 'support', entry, ledger, no_order FROM item WHERE no = '2'",
            "rebuild|assignment|" },
        { "UPDATE assignment SET open_due = '2099-01-01' WHERE officer = 'Li'", "rebuild|assignment|" },
        { "UPDATE unit SET name = 'x' WHERE code = 'north'", "rebuild|unit|2 " },
        { "INSERT INTO unit(id, code, name, entry) VALUES (99, 'ghost', 'Ghost', 99)", "unit.id|unit|99 " },
        { "UPDATE ledger SET second_party = 1 - second_party WHERE code = 'tasks'", "rebuild|ledger|" },
        { "UPDATE ledger SET last_no = 0 WHERE code = 'tasks'", "rebuild|ledger|" },
        { "UPDATE field SET required = 1 WHERE code = 'street'", "rebuild|field|" },
        { "UPDATE value SET value = 'Side St'", "value.journal|value|" },
        { "DELETE FROM value", "rebuild|value|" },
        { "UPDATE evidence SET uri = 'https://example.org/other'", "evidence.journal|evidence|" },
        { "DELETE FROM evidence", "rebuild|evidence|" },
        { "UPDATE workflow SET evidence = 1 WHERE name = 'own'", "rebuild|workflow|" },
        { "UPDATE workflow SET definition = definition || char(10) || 'comment closed closed - note' WHERE name = 'own'", "workflow.frozen|workflow|" },
        { "DELETE FROM move WHERE workflow = 'own'", "rebuild|move|" },
        { "UPDATE move SET by = 'lead' WHERE workflow = 'own'", "move.frozen|move|" },
        { "INSERT INTO move(workflow, action, from_state, to_state, needs_note, entry) SELECT 'own', 'comment', 'closed', 'closed', 0, entry FROM workflow "
          "WHERE name "
          "= 'own'",
            "rebuild|move|" },
        { "UPDATE calendar SET title = 'x'", "rebuild|calendar|" },
        { "DELETE FROM calendar", "rebuild|calendar|" },
        { "UPDATE listing SET no_order = 'x'", "rebuild|listing|" },
        { "DELETE FROM listing", "rebuild|listing|" },
        { "UPDATE warning SET raised_at = '2023-03-19T00:00:00.000Z'", "rebuild|warning|" },
        { "DELETE FROM warning", "rebuild|warning|" },
        { "UPDATE book SET title = 'another'", "rebuild|book|1 " },
        { "UPDATE book SET utc_offset = '-05:00'", "rebuild|book|1 " },
    };
    size_t i = (size_t)_i;
    if (i == 0)
        ck_assert_uint_eq(sizeof changes / sizeof changes[0], 35);
    damage(changes[i].sql);
    expect_finding(TL_ECORRUPT, NULL, changes[i].begin);
    ck_assert_str_ne(tl_errmsg(t.book), "");
}
END_TEST

/* Listings, warnings, the calendar, and a workflow of one's own: the book's, and no fault; changed, they are found. */
static int stop_at_once(const tl_finding *finding, void *arg)
{
    (void)finding;
    ++*(int *)arg;
    return 1;
}

START_TEST(stopped_by_the_caller)
{
    int calls = 0;
    damage("UPDATE item SET title = 'another'; UPDATE unit SET name = 'another'");
    ck_assert_int_eq(tl_verify(t.book, NULL, stop_at_once, &calls), TL_ESTOP);
    ck_assert_int_eq(calls, 1);
    ck_assert_str_ne(tl_errmsg(t.book), "");
    act(t.second, "comment", "the handle still works");
    ck_assert_int_eq(tl_verify(t.book, NULL, NULL, NULL), TL_ECORRUPT);
}
END_TEST

/* All bytes of the book, and of what lies beside it. */
static void same_bytes_after(const char *what, unsigned flags, int expected)
{
    size_t before, after;
    reopen(flags);
    char *was = read_file(t.path, &before);
    int64_t head = book_int(t.book, "SELECT total_changes()");
    ck_assert_int_eq(tl_verify(t.book, NULL, NULL, NULL), expected);
    ck_assert_int_eq(book_int(t.book, "SELECT total_changes()"), head);
    tl_close(t.book);
    t.book = NULL;
    char *is = read_file(t.path, &after);
    ck_assert_msg(before == after && memcmp(was, is, before) == 0, "%s was changed", what);
    free(was);
    free(is);
}

START_TEST(writes_nothing)
{
    same_bytes_after("a clean book", 0, TL_OK);
    same_bytes_after("a clean book, read only", TL_OPEN_READONLY, TL_OK);
    t.book = open_book(t.path, 0);
    damage("UPDATE entry SET note = 'x' WHERE note IS NOT NULL; UPDATE item SET title = 'y'");
    same_bytes_after("a damaged book", 0, TL_ECHAIN);
    same_bytes_after("a damaged book, read only", TL_OPEN_READONLY, TL_ECHAIN);
}
END_TEST

/* Pages that SQLite finds torn. */
START_TEST(torn_pages)
{
    tl_close(t.book);
    t.book = NULL;
    int64_t root = sql_int(t.path, "SELECT rootpage FROM sqlite_schema WHERE name = 'entry_of_item'");
    int64_t size = sql_int(t.path, "PRAGMA page_size");
    FILE *file = fopen(t.path, "r+b");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fseek(file, (long)((root - 1) * size + size - 40), SEEK_SET), 0);
    for (int i = 0; i < 30; i++)
        fputc(0x77, file);
    fclose(file);
    t.book = open_book(t.path, 0);
    expect_finding(TL_ECORRUPT, NULL, "integrity|file|");
}
END_TEST

START_TEST(broken_references)
{
    damage("UPDATE item SET ledger = 4711 WHERE no = '2'");
    expect_finding(TL_ECORRUPT, NULL, "foreign_key|item|");
}
END_TEST

Suite *verify_suite(void)
{
    Suite *suite = suite_create("verify");
    ADD_TESTS(suite, setup_life, 60, a_clean_book, in_a_transaction, an_empty_book, an_unsealed_tail, stopped_by_the_caller, writes_nothing, torn_pages,
        broken_references);
    TCase *each = tcase_create("present");
    tcase_add_checked_fixture(each, setup_life, teardown);
    tcase_set_timeout(each, 60);
    tcase_add_loop_test(each, the_present_was_changed, 0, 35);
    suite_add_tcase(suite, each);
    return suite;
}
