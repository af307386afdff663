/* test_label.c - the words for names, in both languages. */
#include "fixture.h"
#include "suite.h"

START_TEST(kinds)
{
    static const struct {
        const char *kind, *name, *en, *zh;
    } labels[] = {
        { "state", "in_review", "in review", "待审核" },
        { "action", "request_close", "request close-out", "申请销号" },
        { "role", "lead", "lead", "牵头" },
        { "risk", "high", "high", "高" },
        { "light", "yellow", "yellow", "黄" },
        { "column", "due", "due", "完成时限" },
    };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        OK(tl_set_lang(t.book, "en"));
        ck_assert_str_eq(tl_label(t.book, labels[i].kind, labels[i].name), labels[i].en);
        OK(tl_set_lang(t.book, "zh"));
        ck_assert_str_eq(tl_label(t.book, labels[i].kind, labels[i].name), labels[i].zh);
    }
    ck_assert_str_ne(tl_label(t.book, "workflow", "standard"), "standard");
    ck_assert_str_ne(tl_label(t.book, "template", "tasks"), "tasks");
}
END_TEST

START_TEST(unknown_ones)
{
    const char *name = "no such thing";
    ck_assert_ptr_eq(tl_label(t.book, "state", name), name);
    ck_assert_ptr_eq(tl_label(t.book, "no such kind", name), name);
    ck_assert_str_eq(tl_label(t.book, "light", "lead"), "lead"); /* a name of another kind */
    ck_assert_ptr_null(tl_label(t.book, "state", NULL));
}
END_TEST

/* Every state, action, role, risk and light has a word in both languages, and so has every column that a list shows. */
START_TEST(nothing_is_without_a_word)
{
    for (int zh = 0; zh < 2; zh++) {
        tl_cursor *cursor;
        int columns = 0;
        OK(tl_set_lang(t.book, zh ? "zh" : "en"));
        OK(tl_states(t.book, &cursor));
        while (tl_next(cursor) == TL_ROW)
            ck_assert_str_eq(tl_label(t.book, "state", tl_column_text(cursor, 0)), tl_column_text(cursor, 2));
        tl_cursor_close(cursor);
        OK(tl_actions(t.book, &cursor));
        while (tl_next(cursor) == TL_ROW)
            ck_assert_str_eq(tl_label(t.book, "action", tl_column_text(cursor, 0)), tl_column_text(cursor, 2));
        tl_cursor_close(cursor);
        OK(tl_table(t.book, 0, &cursor));
        for (; columns < tl_column_count(cursor); columns++)
            if (zh)
                ck_assert_msg(
                    strcmp(tl_column_label(cursor, columns), tl_column_name(cursor, columns)) != 0, "%s has no heading", tl_column_name(cursor, columns));
        tl_cursor_close(cursor);
        ck_assert_int_gt(columns, 20);
    }
}
END_TEST

START_TEST(both_languages_are_complete)
{
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM label WHERE trim(en) = '' OR trim(zh) = ''"), 0);
    /* What came after format 1001 is a heading: a book of then may have fields of its own by such a name. */
    ck_assert_str_eq(
        book_text(t.book, "SELECT name FROM pragma_table_info('entry') WHERE name NOT IN (SELECT name FROM label WHERE kind = 'column') ORDER BY name"),
        "period|series");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM label WHERE kind = 'heading' AND (name = 'period' OR name = 'series')"), 2);
    ck_assert_str_eq(
        book_text(t.book,
            "SELECT name FROM pragma_table_info('item_status') WHERE name NOT IN (SELECT name FROM label WHERE kind = 'column') AND name <> 'no_order'"),
        "");
    ck_assert_str_eq(book_text(t.book,
                         "SELECT name FROM pragma_table_info('ledger_summary') WHERE name NOT IN (SELECT name FROM label WHERE kind IN ('column', 'heading'))"),
        "");
}
END_TEST

Suite *label_suite(void)
{
    Suite *suite = suite_create("label");
    ADD_TESTS(suite, setup_small, 30, kinds, unknown_ones, nothing_is_without_a_word, both_languages_are_complete);
    return suite;
}
