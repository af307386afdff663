/* test_synonym.c - headings of an office's own. */
#include "fixture.h"
#include "suite.h"

START_TEST(a_heading_is_added_and_changed)
{
    int64_t before = entries();
    OK(tl_synonym_add(t.book, " 干 什么", "title"));
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM synonym WHERE heading = '干什么'"), "title");
    OK(tl_synonym_add(t.book, "干什么", "title"));
    ck_assert_int_eq(entries(), before + 1);
    OK(tl_synonym_add(t.book, "干什么", "detail"));
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM synonym WHERE heading = '干什么'"), "detail");
    OK(tl_synonym_add(t.book, "ＷＨＯ Does It", "lead"));
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM synonym WHERE heading = 'whodoesit'"), "lead");
    verify_clean();
}
END_TEST

START_TEST(refusals)
{
    char heading[300];
    REFUSED(tl_synonym_add(t.book, "干什么", "what"), TL_ENOTFOUND, "synonym.name");
    expect_words("('what'; there are: - contact detail");
    REFUSED(tl_synonym_add(t.book, "干什么", "titel"), TL_ENOTFOUND, "synonym.name");
    expect_words("('titel'; the nearest is title)");
    REFUSED(tl_synonym_add(t.book, "任务名称", "lead"), TL_EEXISTS, "synonym.taken");
    expect_words("('任务名称')");
    memset(heading, 'x', 201);
    heading[201] = '\0';
    REFUSED(tl_synonym_add(t.book, heading, "lead"), TL_EINVAL, "synonym.heading");
    REFUSED(tl_synonym_add(t.book, "\xff", "lead"), TL_EINVAL, "");
    REFUSED(tl_synonym_add(t.book, NULL, "lead"), TL_EMISUSE, "");
    REFUSED(tl_synonym_add(t.book, "x", NULL), TL_EMISUSE, "");
    OK(tl_set_actor(t.book, NULL));
    REFUSED(tl_synonym_add(t.book, "干什么", "title"), TL_EMISUSE, "entry.actor");
}
END_TEST

START_TEST(the_list_has_ones_own_first)
{
    tl_cursor *cursor;
    OK(tl_synonym_add(t.book, "干什么", "title"));
    OK(tl_synonyms(t.book, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_text(cursor, 0), "干什么");
    ck_assert_str_eq(tl_column_text(cursor, 1), "title");
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_column_type(cursor, 2), TL_NULL);
    tl_cursor_close(cursor);
}
END_TEST

Suite *synonym_suite(void)
{
    Suite *suite = suite_create("synonym");
    ADD_TESTS(suite, setup_small, 10, a_heading_is_added_and_changed, refusals, the_list_has_ones_own_first);
    return suite;
}
