/* test_error.c - results and words: names, texts, the version, and how the words of a handle are set, kept, cut and joined. */
#include "error.h"

#include "fixture.h"
#include "suite.h"

START_TEST(version)
{
    ck_assert_int_eq(tl_version(), TL_VERSION);
    ck_assert_int_eq(tl_version(), 100);
    ck_assert_str_eq(TL_VERSION_TEXT, "0.1.0");
}
END_TEST

START_TEST(names_and_texts)
{
    int results = 0;
#define CHECK_RESULT(name, number, text)                                                                                                                       \
    ck_assert_int_eq(name, number);                                                                                                                            \
    ck_assert_str_eq(tl_result_name(number), #name);                                                                                                           \
    ck_assert_str_eq(tl_result_text(number), text);                                                                                                            \
    results++;
    TL_RESULT_MAP(CHECK_RESULT)
#undef CHECK_RESULT
    ck_assert_int_eq(results, 17);
    ck_assert_int_eq(TL_ERULE, -6);
    ck_assert_str_eq(tl_result_name(TL_ERULE), "TL_ERULE");
    ck_assert_str_eq(tl_result_name(-99), "?");
    ck_assert_str_eq(tl_result_text(3), "?");
}
END_TEST

START_TEST(the_innermost_cause_wins)
{
    tl__error error = { 0 };
    ck_assert_int_eq(tl__error_set(&error, TL_ERULE, "item.move", "first %d", 1), TL_ERULE);
    ck_assert_int_eq(tl__error_set(&error, TL_EIO, NULL, "second"), TL_ERULE);
    ck_assert_str_eq(error.message, "first 1");
    ck_assert_str_eq(error.rule, "item.move");
    ck_assert_int_eq(tl__error_prefix(&error, "%s: ", "tasks/1"), TL_ERULE);
    ck_assert_int_eq(tl__error_suffix(&error, " (%s)", "x"), TL_ERULE);
    ck_assert_str_eq(error.message, "tasks/1: first 1 (x)");
    tl__error_clear(&error);
    ck_assert_int_eq(error.result, TL_OK);
    ck_assert_str_eq(error.message, "");
    ck_assert_str_eq(error.rule, "");
    ck_assert_int_eq(tl__error_set(&error, TL_EIO, NULL, "two\nlines\r"), TL_EIO);
    ck_assert_str_eq(error.message, "two lines ");
    ck_assert_str_eq(error.rule, "");
}
END_TEST

/* Words that are too long end behind a whole character. */
START_TEST(cut_between_characters)
{
    for (size_t shift = 0; shift < 3; shift++) {
        tl__error error = { 0 };
        char words[3 * sizeof error.message + 4] = "";
        for (size_t i = 0; i < shift; i++)
            strcat(words, "x");
        while (strlen(words) < 2 * sizeof error.message)
            strcat(words, "督");
        tl__error_set(&error, TL_EINVAL, NULL, "%s", words);
        size_t length = strlen(error.message);
        ck_assert_uint_eq((length - shift) % 3, 0);
        ck_assert_uint_gt(length, sizeof error.message - 5);
        tl__error_prefix(&error, "督查督办");
        ck_assert_uint_eq((strlen(error.message) - shift) % 3, 0);
        ck_assert_str_eq(error.message + strlen(error.message) - 3, "督");
    }
}
END_TEST

/* Words live until the next call on the handle, and are gone after a success. */
START_TEST(words_of_a_handle)
{
    REFUSED(tl_close_out(t.book, t.item, NULL), TL_ERULE, "item.move");
    ck_assert_str_ne(tl_errmsg(t.book), "");
    OK(tl_set_actor(t.book, "wang"));
    ck_assert_str_eq(tl_errmsg(t.book), "");
    ck_assert_str_eq(tl_errrule(t.book), "");
    ck_assert_ptr_nonnull(tl_errmsg(NULL));
    ck_assert_str_eq(tl_errrule(NULL), "");
    ck_assert_str_eq(tl_warning(NULL), "");
}
END_TEST

Suite *error_suite(void)
{
    Suite *suite = suite_create("error");
    ADD_TESTS(suite, setup_small, 30, version, names_and_texts, the_innermost_cause_wins, cut_between_characters, words_of_a_handle);
    return suite;
}
