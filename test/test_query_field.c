/* test_query_field.c - tl_items by the contents of custom fields: by code and title, of one ledger and of all, and what is refused. */
#include "fixture.h"
#include "suite.h"

/* The ids that a query lists, four at most. */
static size_t list(const tl_item_query *query, int64_t into[4])
{
    tl_cursor *cursor;
    tl_item item = TL_ITEM_INIT;
    size_t count = 0;
    OK(tl_items(t.book, query, &cursor));
    while (tl_next(cursor) == TL_ROW) {
        ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_OK);
        ck_assert_uint_lt(count, 4);
        into[count++] = item.item;
    }
    tl_cursor_close(cursor);
    return count;
}

START_TEST(custom_fields)
{
    int64_t ledger = add_ledger("cases", "dossiers"), found[4], id;
    const tl_value_spec values[] = { { "leader", "李书记" }, { "instruction", "从速办理" } };
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = ledger;
    spec.title = "x";
    spec.values = values;
    spec.value_count = 2;
    OK(tl_item_add(t.book, &spec, &id));
    spec.value_count = 1;
    OK(tl_item_add(t.book, &spec, NULL));
    const tl_value_spec by_title[] = { { "批示领导", "李书记" }, { "instruction", "从速办理" }, { "批示", "x" }, { "leader", "" } };
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor = NULL;
    query.values = by_title;
    query.value_count = 1;
    ck_assert_uint_eq(list(&query, found), 2);
    query.value_count = 2;
    query.ledger = ledger;
    ck_assert_uint_eq(list(&query, found), 1);
    ck_assert_int_eq(found[0], id);
    query.value_count = 3;
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("leader");
    query.values = by_title + 3;
    query.value_count = 1;
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    query.value_count = 17;
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    query.ledger = t.tasks;
    query.values = values;
    query.value_count = 1;
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    ck_assert_ptr_null(cursor);
}
END_TEST

Suite *query_field_suite(void)
{
    Suite *suite = suite_create("query_field");
    ADD_TESTS(suite, setup_small, 60, custom_fields);
    return suite;
}
