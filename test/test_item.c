/* test_item.c - registering items with their assignments and fields; automatic numbers; the tree. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static tl_item_spec spec_of(const char *title)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.tasks;
    spec.title = title;
    return spec;
}

START_TEST(with_everything)
{
    int64_t id = 0;
    tl_item *item;
    const tl_assignment_spec assignments[] = { { t.north, "lead", "Wu" }, { t.south, "responsible", NULL }, { t.east, "support", "Sun" } };
    const tl_value_spec values[] = { { "批示领导", "李" }, { "secrecy", "内部" } };
    tl_item_spec spec = spec_of("whole");
    spec.ledger = t.dossiers;
    spec.no = "〔2023〕1号";
    spec.detail = "d";
    spec.source = "s";
    spec.officer = "o";
    spec.due = "2023-12-31";
    spec.risk = "high";
    spec.note = "n";
    spec.parent = t.item;
    spec.uid = "ffffffffffffffffffffffffffffffff";
    spec.happened_on = "2023-02-01";
    spec.data = "own";
    spec.assignments = assignments;
    spec.assignment_count = 3;
    spec.values = values;
    spec.value_count = 2;
    int64_t before = entries();
    OK(tl_item_add(t.book, &spec, &id));
    ck_assert_int_eq(id, before + 1);
    ck_assert_int_eq(entries(), before + 6);
    OK(tl_item_get(t.book, id, &item));
    ck_assert_str_eq(item->ref, "dossiers/〔2023〕1号");
    ck_assert_str_eq(item->uid, spec.uid);
    ck_assert_str_eq(item->parent, "tasks/1");
    ck_assert_str_eq(item->lead, "north");
    ck_assert_str_eq(item->risk, "high");
    ck_assert_str_eq(item->baseline_due, "2023-12-31");
    ck_assert_int_eq(item->entry, entries());
    tl_free(item);
    tl_cursor *cursor;
    OK(tl_assignments(t.book, id, &cursor));
    ck_assert_str_eq(rows_of(cursor, "role"), "lead|responsible|support");
    OK(tl_values(t.book, id, &cursor));
    ck_assert_int_eq(count_rows(cursor), 4);
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value ORDER BY field"), "李|内部");
    verify_clean();
}
END_TEST

START_TEST(numbers)
{
    static const char *const given[] = { NULL, "10", NULL, "9", NULL, "3.1", NULL, "A20", NULL };
    static const char *const becomes[] = { "3", "10", "11", "9", "12", "3.1", "13", "A20", "14" };
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++) {
        int64_t id = 0;
        tl_item_spec spec = spec_of("x");
        spec.no = given[i];
        OK(tl_item_add(t.book, &spec, &id));
        char sql[80];
        snprintf(sql, sizeof sql, "SELECT no FROM item WHERE id = %lld", (long long)id);
        ck_assert_str_eq(book_text(t.book, sql), becomes[i]);
    }
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    int64_t id = 99;
    tl_item_spec spec = spec_of("x");
    spec.no = "1";
    REFUSED(tl_item_add(t.book, &spec, &id), TL_EEXISTS, "item.no_taken");
    ck_assert_int_eq(id, 99);
    spec = spec_of(NULL);
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "item.title");
    spec = spec_of("x");
    spec.ledger = 4711;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "item.ledger");
    spec = spec_of("x");
    spec.due = "2023-02-29";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.due_date");
    expect_words("2023-02-29");
    spec = spec_of("x");
    spec.no = "a/b";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.no");
    spec = spec_of("x");
    spec.uid = "abc";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.uid");
    spec = spec_of("x");
    spec.parent = 4711;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "item.parent");
    spec = spec_of("x");
    spec.risk = "urgent";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, NULL);
    spec = spec_of("\xff");
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "");
    spec = spec_of("x");
    spec.happened_on = "2099-01-01";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "entry.happened_later");
    verify_clean();
}
END_TEST

/* All or none: what is wrong with the last assignment or field takes the item along. */
START_TEST(all_or_none)
{
    const tl_assignment_spec two_leads[] = { { t.north, "lead", NULL }, { t.south, "lead", NULL } };
    const tl_assignment_spec nobody[] = { { t.north, "lead", NULL }, { 4711, "support", NULL } };
    const tl_value_spec unknown[] = { { "colour", "red" } };
    int64_t count = book_int(t.book, "SELECT count(*) FROM item");
    tl_item_spec spec = spec_of("x");
    spec.assignments = two_leads;
    spec.assignment_count = 2;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "assignment.one_lead");
    spec.assignments = nobody;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "assignment.unit");
    spec.assignment_count = 0;
    spec.values = unknown;
    spec.value_count = 1;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, NULL);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item"), count);
    ck_assert_int_eq(book_int(t.book, "SELECT last_no FROM ledger WHERE code = 'tasks'"), 2);
    verify_clean();
}
END_TEST

START_TEST(requests)
{
    int64_t first = 0, again = 0;
    const tl_assignment_spec assignment = { t.north, "lead", NULL };
    tl_item_spec spec = spec_of("x");
    spec.request = "form-1";
    spec.assignments = &assignment;
    spec.assignment_count = 1;
    OK(tl_item_add(t.book, &spec, &first));
    int64_t count = entries();
    OK(tl_item_add(t.book, &spec, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(entries(), count);
    spec.title = "y";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ECONFLICT, "entry.request");
    verify_clean();
}
END_TEST

START_TEST(the_tree)
{
    int64_t child = 0;
    tl_item_spec spec = spec_of("measure");
    spec.parent = t.item;
    OK(tl_item_add(t.book, &spec, &child));
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.children");
    act(child, "cancel", "done within the other");
    OK(tl_request_close(t.book, t.item, NULL));
    act_as("zhao", t.item, "close", NULL);
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "item.parent_closed");
    verify_clean();
}
END_TEST

Suite *item_suite(void)
{
    Suite *suite = suite_create("item");
    ADD_TESTS(suite, setup_small, 30, with_everything, numbers, refused, all_or_none, requests, the_tree);
    return suite;
}
