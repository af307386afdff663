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

/* The same message in both languages: its format, its pieces, what stands before and behind; a language that is set holds for the next call. */
START_TEST(words_in_both_languages)
{
    int64_t unit;
    REFUSED(tl_unit_find(t.book, "财政局", &unit), TL_ENOTFOUND, "");
    ck_assert_str_eq(tl_errmsg(t.book), "there is no unit '财政局'; there are: north, south, east, North Office, 南街道, East Office");
    REFUSED(tl_unit_find(t.book, "nort", &unit), TL_ENOTFOUND, "");
    ck_assert_str_eq(tl_errmsg(t.book), "there is no unit 'nort'; the nearest is 'north' (North Office)");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(tl_unit_find(t.book, "财政局", &unit), TL_ENOTFOUND, "");
    ck_assert_str_eq(tl_errmsg(t.book), "没有单位“财政局”；现有：north、south、east、North Office、南街道、East Office");
    REFUSED(tl_unit_find(t.book, "nort", &unit), TL_ENOTFOUND, "");
    ck_assert_str_eq(tl_errmsg(t.book), "没有单位“nort”；最接近的是“north”（North Office）");
    REFUSED(tl_set_lang(t.book, "fr"), TL_EINVAL, "");
    ck_assert_str_eq(tl_errmsg(t.book), "没有语言“fr”；有 en 和 zh");
    OK(tl_set_lang(t.book, NULL));
    REFUSED(tl_unit_find(t.book, "", &unit), TL_EMISUSE, "");
    ck_assert_str_eq(tl_errmsg(t.book), "unit: a name is needed");
}
END_TEST

/* Chinese may have the arguments in another order; what has no Chinese stays as it is. */
START_TEST(said_in_chinese)
{
    tl__error error = { .chinese = 1 };
    tl__error_set(&error, TL_EINVAL, NULL, "%lld errors in %.300s; nothing was imported (%s)", 3LL, "bad.csv", "x");
    ck_assert_str_eq(error.message, "bad.csv 有 3 处错误；未导入任何内容（x）");
    tl__error_prefix(&error, "%s: ", "t/1");
    tl__error_suffix(&error, " ('%.100s')", "甲");
    ck_assert_str_eq(error.message, "t/1：bad.csv 有 3 处错误；未导入任何内容（x）（“甲”）");
    tl__error_clear(&error);
    ck_assert_int_eq(error.chinese, 1);
    tl__error_set(&error, TL_EINVAL, NULL, "nobody says this %d", 1);
    ck_assert_str_eq(error.message, "nobody says this 1");
    ck_assert_str_eq(tl__said(&error, "ledger"), "台账");
    error.chinese = 0;
    ck_assert_str_eq(tl__said(&error, "ledger"), "ledger");
}
END_TEST

Suite *error_suite(void)
{
    Suite *suite = suite_create("error");
    ADD_TESTS(suite, setup_small, 30, version, names_and_texts, the_innermost_cause_wins, cut_between_characters, words_of_a_handle, words_in_both_languages,
        said_in_chinese);
    return suite;
}
