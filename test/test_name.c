/* test_name.c - finding units, ledgers and items by the names people type, and what is said when there is none. */
#include "fixture.h"
#include "suite.h"

START_TEST(units)
{
    int64_t unit = 0;
    OK(tl_unit_find(t.book, "south", &unit));
    ck_assert_int_eq(unit, t.south);
    OK(tl_unit_find(t.book, "南街道", &unit));
    ck_assert_int_eq(unit, t.south);
    unit = 77;
    REFUSED(tl_unit_find(t.book, "suoth", &unit), TL_ENOTFOUND, "");
    expect_words("'south'");
    REFUSED(tl_unit_find(t.book, "南街到", &unit), TL_ENOTFOUND, "");
    expect_words("南街道");
    REFUSED(tl_unit_find(t.book, "quite another thing", &unit), TL_ENOTFOUND, "");
    ck_assert_ptr_null(strstr(tl_errmsg(t.book), "nearest"));
    REFUSED(tl_unit_find(t.book, "\xff", &unit), TL_EINVAL, "");
    ck_assert_int_lt(tl_unit_find(t.book, NULL, &unit), 0);
    ck_assert_int_lt(tl_unit_find(t.book, "", &unit), 0);
    ck_assert_int_eq(unit, 77);
}
END_TEST

START_TEST(ambiguous_names)
{
    int64_t unit = 0;
    int64_t one = add_unit("party1", "Party Office");
    add_unit("party2", "Party Office");
    REFUSED(tl_unit_find(t.book, "Party Office", &unit), TL_EINVAL, "");
    expect_words("party1");
    expect_words("party2");
    OK(tl_unit_find(t.book, "party1", &unit));
    ck_assert_int_eq(unit, one);
    /* A code goes before a name. */
    int64_t code = add_unit("South", "x"), named = add_unit("y", "party1");
    OK(tl_unit_find(t.book, "party1", &unit));
    ck_assert_int_eq(unit, one);
    ck_assert_int_ne(unit, named);
    OK(tl_unit_find(t.book, "South", &unit));
    ck_assert_int_eq(unit, code);
}
END_TEST

START_TEST(ledgers)
{
    int64_t ledger = 0;
    OK(tl_ledger_find(t.book, "dossiers", &ledger));
    ck_assert_int_eq(ledger, t.dossiers);
    REFUSED(tl_ledger_find(t.book, "tsaks", &ledger), TL_ENOTFOUND, "");
    expect_words("'tasks'");
    ck_assert_int_lt(tl_ledger_find(t.book, "", &ledger), 0);
}
END_TEST

START_TEST(items)
{
    int64_t item = 0;
    tl_item *copy;
    OK(tl_item_find(t.book, "tasks/2", &item));
    ck_assert_int_eq(item, t.second);
    OK(tl_item_get(t.book, t.item, &copy));
    OK(tl_item_find(t.book, copy->uid, &item));
    tl_free(copy);
    ck_assert_int_eq(item, t.item);
    REFUSED(tl_item_find(t.book, "tasks/22", &item), TL_ENOTFOUND, "");
    expect_words("tasks");
    REFUSED(tl_item_find(t.book, "taks/1", &item), TL_ENOTFOUND, "");
    expect_words("'tasks'");
    REFUSED(tl_item_find(t.book, "00000000000000000000000000000000", &item), TL_ENOTFOUND, "");
    static const char *const neither[] = { "17", "tasks", "/1", "tasks/", "/", "0123456789abcdef0123456789abcde" };
    for (size_t i = 0; i < sizeof neither / sizeof neither[0]; i++)
        REFUSED(tl_item_find(t.book, neither[i], &item), TL_EINVAL, "");
    REFUSED(tl_item_find(t.book, "tasks/\xff", &item), TL_EINVAL, "");
    REFUSED(tl_item_find(t.book, "tasks/1/2", &item), TL_ENOTFOUND, "");
}
END_TEST

START_TEST(numbers_as_on_paper)
{
    int64_t item = 0, found = 0;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.dossiers;
    spec.no = "〔2023〕1号";
    spec.title = "x";
    OK(tl_item_add(t.book, &spec, &item));
    OK(tl_item_find(t.book, "dossiers/〔2023〕1号", &found));
    ck_assert_int_eq(item, found);
    REFUSED(tl_item_find(t.book, "dossiers/〔2023〕2号", &found), TL_ENOTFOUND, "");
    expect_words("〔2023〕1号");
}
END_TEST

START_TEST(refs)
{
    char *ref;
    OK(tl_item_ref(t.book, t.second, &ref));
    ck_assert_str_eq(ref, "tasks/2");
    tl_free(ref);
    REFUSED(tl_item_ref(t.book, 999999, &ref), TL_ENOTFOUND, "entry.item");
    ck_assert_ptr_null(ref);
}
END_TEST

Suite *name_suite(void)
{
    Suite *suite = suite_create("name");
    ADD_TESTS(suite, setup_small, 30, units, ambiguous_names, ledgers, items, numbers_as_on_paper, refs);
    return suite;
}
