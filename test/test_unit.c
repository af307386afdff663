/* test_unit.c - units: adding, renaming, retiring, listing. */
#include "fixture.h"
#include "suite.h"

static tl_unit_spec spec_of(const char *code, const char *name)
{
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    spec.code = code;
    spec.name = name;
    return spec;
}

START_TEST(added)
{
    int64_t unit = 0;
    tl_unit_spec spec = spec_of("street", "西街道");
    spec.kind = "subdistrict";
    spec.parent = t.north;
    OK(tl_unit_add(t.book, &spec, &unit));
    ck_assert_int_eq(unit, entries());
    tl_cursor *cursor;
    OK(tl_units(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "code"), "north|south|east|street");
    OK(tl_units(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "parent"), "|||north");
    OK(tl_units(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "kind"), "|||subdistrict");
    OK(tl_unit_add(t.book, &(tl_unit_spec) { .size = sizeof spec, .code = "w", .name = "W" }, NULL));
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    static const char *const codes[] = { "a/b", "a,b", " a", "a ", "a\nb", "1234567890123456789012345678901234567890123456789012345678901" };
    int64_t unit = 55;
    tl_unit_spec spec = spec_of("north", "Another");
    REFUSED(tl_unit_add(t.book, &spec, &unit), TL_EEXISTS, "unit.code_taken");
    expect_words("north");
    ck_assert_int_eq(unit, 55);
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        spec = spec_of(codes[i], "x");
        REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EINVAL, "entry.code");
    }
    spec = spec_of(NULL, "x");
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EINVAL, "unit.code");
    spec = spec_of("x", NULL);
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EINVAL, "unit.name");
    spec = spec_of("x", "  ");
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EINVAL, "entry.title");
    spec = spec_of("x", "\xff");
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_EINVAL, "");
    spec = spec_of("x", "x");
    spec.parent = 4711;
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_ENOTFOUND, "unit.parent");
    OK(tl_set_actor(t.book, NULL));
    REFUSED(tl_unit_add(t.book, &(tl_unit_spec) { .size = sizeof spec, .code = "x", .name = "x" }, NULL), TL_EMISUSE, "entry.actor");
}
END_TEST

START_TEST(requests)
{
    int64_t first = 0, again = 0;
    tl_unit_spec spec = spec_of("west", "West");
    spec.request = "r";
    OK(tl_unit_add(t.book, &spec, &first));
    OK(tl_unit_add(t.book, &spec, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(entries(), first);
    spec.name = "Westend";
    REFUSED(tl_unit_add(t.book, &spec, NULL), TL_ECONFLICT, "entry.request");
}
END_TEST

START_TEST(renamed)
{
    OK(tl_unit_rename(t.book, t.north, "北街道"));
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM unit WHERE code = 'north'"), "北街道");
    ck_assert_str_eq(book_text(t.book, "SELECT old FROM entry ORDER BY seq DESC LIMIT 1"), "North Office");
    REFUSED(tl_unit_rename(t.book, 4711, "x"), TL_ENOTFOUND, "unit.id");
    REFUSED(tl_unit_rename(t.book, t.north, NULL), TL_EINVAL, "unit.name");
    verify_clean();
}
END_TEST

START_TEST(retired)
{
    REFUSED(tl_unit_retire(t.book, t.north), TL_ERULE, "unit.has_duties");
    OK(tl_unit_retire(t.book, t.east));
    REFUSED(tl_unit_retire(t.book, t.east), TL_ERULE, "unit.retired");
    REFUSED(tl_assign(t.book, t.second, t.east, "lead", NULL), TL_ERULE, "unit.retired");
    REFUSED(tl_unit_retire(t.book, 4711), TL_ENOTFOUND, "unit.id");
    OK(tl_unassign(t.book, t.item, t.south));
    OK(tl_unit_retire(t.book, t.south));
    bring_to(t.item, "closed");
    act_as("zhao", t.line, "close", NULL);
    OK(tl_unit_retire(t.book, t.north));
    tl_cursor *cursor;
    OK(tl_units(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "retired"), "1|1|1");
    verify_clean();
}
END_TEST

static const char *contact_of(int64_t item)
{
    tl_cursor *cursor;
    OK(tl_assignments(t.book, item, &cursor));
    return rows_of(cursor, "contact");
}

/* The duty stays with the post: on its items nothing changes but whom to ask. */
START_TEST(appointed)
{
    tl_cursor *cursor;
    ck_assert_str_eq(contact_of(t.item), "|Li");
    OK(tl_assign(t.book, t.second, t.south, "lead", NULL));
    ck_assert_str_eq(contact_of(t.second), "");
    int64_t entry = book_int(t.book, "SELECT max(entry) FROM item");
    OK(tl_unit_appoint(t.book, t.south, "Zhou", "decree 7"));
    ck_assert_str_eq(contact_of(t.item), "|Zhou");
    ck_assert_str_eq(contact_of(t.second), "Zhou");
    ck_assert_str_eq(book_text(t.book, "SELECT group_concat(ifnull(contact, '-')) FROM item_table WHERE ledger = 'tasks'"), "Zhou,Zhou");
    OK(tl_units(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "holder"), "|Zhou|");
    today_is("2023-04-01");
    OK(tl_unit_appoint(t.book, t.south, "Sun", NULL));
    ck_assert_str_eq(contact_of(t.item), "|Sun");
    ck_assert_str_eq(book_text(t.book, "SELECT old || '>' || officer FROM entry ORDER BY seq DESC LIMIT 1"), "Zhou>Sun");
    OK(tl_unit_appoint(t.book, t.south, NULL, "left for another office"));
    ck_assert_str_eq(contact_of(t.item), "|Li");
    ck_assert_str_eq(contact_of(t.second), "");
    /* The assignments are as they were, to the last column. */
    ck_assert_int_eq(book_int(t.book, "SELECT max(entry) FROM item"), entry);
    ck_assert_int_eq(book_int(t.book, "SELECT max(entry) FROM assignment"), entry);
    verify_clean();
}
END_TEST

START_TEST(appointment_refused)
{
    OK(tl_unit_retire(t.book, t.east));
    REFUSED(tl_unit_appoint(t.book, t.north, NULL, NULL), TL_ERULE, "unit.holder");
    OK(tl_unit_appoint(t.book, t.north, "Wu", NULL));
    REFUSED(tl_unit_appoint(t.book, t.north, "Wu", NULL), TL_ERULE, "unit.holder");
    REFUSED(tl_unit_appoint(t.book, t.east, "Wu", NULL), TL_ERULE, "unit.retired");
    REFUSED(tl_unit_appoint(t.book, 4711, "Wu", NULL), TL_ENOTFOUND, "unit.id");
    REFUSED(tl_unit_appoint(t.book, 0, "Wu", NULL), TL_ENOTFOUND, "unit.id");
    REFUSED(tl_unit_appoint(t.book, t.north, " ", NULL), TL_EINVAL, "entry.officer");
    REFUSED(tl_unit_appoint(t.book, t.north, "", NULL), TL_EINVAL, NULL);
    REFUSED(tl_unit_appoint(t.book, t.north, "\xff", NULL), TL_EINVAL, "");
    REFUSED(tl_unit_appoint(t.book, t.north, "Li", "  "), TL_EINVAL, NULL);
    OK(tl_set_actor(t.book, NULL));
    REFUSED(tl_unit_appoint(t.book, t.north, "Li", NULL), TL_EMISUSE, "entry.actor");
    verify_clean();
}
END_TEST

START_TEST(holders)
{
    tl_cursor *cursor;
    tl_book *past;
    OK(tl_unit_holders(t.book, 0, &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
    OK(tl_unit_appoint(t.book, t.north, "Wu", "decree 1"));
    OK(tl_unit_appoint(t.book, t.south, "Li", NULL));
    today_is("2023-04-01");
    OK(tl_unit_appoint(t.book, t.north, NULL, NULL));
    today_is("2023-05-01");
    OK(tl_unit_appoint(t.book, t.north, "Sun", NULL));
    OK(tl_unit_holders(t.book, t.north, &cursor));
    ck_assert_str_eq(rows_of(cursor, "officer"), "Wu||Sun");
    OK(tl_unit_holders(t.book, t.north, &cursor));
    ck_assert_str_eq(rows_of(cursor, "since"), "2023-03-01|2023-04-01|2023-05-01");
    OK(tl_unit_holders(t.book, t.north, &cursor));
    ck_assert_str_eq(rows_of(cursor, "until"), "2023-04-01|2023-05-01|");
    OK(tl_unit_holders(t.book, t.north, &cursor));
    ck_assert_str_eq(rows_of(cursor, "note"), "decree 1||");
    OK(tl_unit_holders(t.book, 0, &cursor));
    ck_assert_str_eq(rows_of(cursor, "unit"), "north|north|north|south");
    OK(tl_unit_holders(t.book, 4711, &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
    OK(tl_book_as_of(t.book, "2023-03-31", &past));
    ck_assert_int_eq(tl_units(past, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "holder"), "Wu|Li|");
    tl_close(past);
    verify_clean();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("unit");
    ADD_TESTS(suite, setup_small, 30, added, refused, requests, renamed, retired, appointed, appointment_refused, holders);
    return suite;
}
