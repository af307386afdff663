/* test_text.c - text: UTF-8, days, offsets, uids, addresses, likeness of words, the growing buffer. */
#include "text.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>

START_TEST(utf8)
{
    static const char *const good[] = { "", "plain", "督查督办", "é", "\xf0\x9d\x84\x9e", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbf" };
    static const char *const bad[] = { "\x80", "\xff", "caf\xe9", "\xc3", "\xe7\x9d", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "督\xe7",
        "\xf8\x88\x80\x80\x80" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(tl__is_utf8(good[i]), "'%s' is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!tl__is_utf8(bad[i]), "number %zu is taken", i);
}
END_TEST

START_TEST(days)
{
    static const char *const good[] = { "2023-06-30", "2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01", "9999-12-31" };
    static const char *const bad[] = { "", "2023-06-31", "2023-02-29", "1900-02-29", "2023-00-01", "2023-13-01", "2023-01-00", "2023-01-32", "2023-1-1",
        "23-01-01", "2023-01-01 ", " 2023-01-01", "2023/01/01", "2023-01-01T00:00", "２０２３-01-01", "2023-0a-01" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(tl__is_day(good[i]), "%s is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!tl__is_day(bad[i]), "%s is taken", bad[i]);
    /* Every day of four years, against SQLite's calendar. */
    int count = 0;
    for (int month = 0; month <= 13; month++)
        for (int day = 0; day <= 32; day++)
            for (int year = 2023; year <= 2024; year++) {
                char text[40];
                snprintf(text, sizeof text, "%d-%02d-%02d", year, month, day);
                count += tl__is_day(text);
            }
    ck_assert_int_eq(count, 365 + 366);
}
END_TEST

START_TEST(offsets)
{
    static const char *const good[] = { "+00:00", "-00:00", "+08:00", "-03:30", "+14:00", "-14:00", "+05:45" };
    static const char *const bad[] = { "", "8", "08:00", "+8:00", "+08:60", "+14:01", "+15:00", "+08:00 ", "+0800", "Z" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(tl__is_utc_offset(good[i]), "%s is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!tl__is_utc_offset(bad[i]), "%s is taken", bad[i]);
}
END_TEST

START_TEST(uids_and_addresses)
{
    ck_assert(tl__is_uid("0123456789abcdef0123456789abcdef"));
    ck_assert(!tl__is_uid("0123456789abcdef0123456789abcde"));
    ck_assert(!tl__is_uid("0123456789abcdef0123456789abcdef0"));
    ck_assert(!tl__is_uid("0123456789ABCDEF0123456789abcdef"));
    ck_assert(!tl__is_uid(""));
    ck_assert(tl__is_address("https://example.org"));
    ck_assert(tl__is_address("file:///x"));
    ck_assert(!tl__is_address("://x"));
    ck_assert(!tl__is_address("/home/x"));
    ck_assert(!tl__is_address("c:/x"));
    ck_assert(!tl__is_address("a b://x"));
    ck_assert(!tl__is_address(""));
}
END_TEST

START_TEST(distances)
{
    static const struct {
        const char *one, *other;
        size_t distance;
    } pairs[] = {
        { "", "", 0 },
        { "same", "same", 0 },
        { "", "abc", 3 },
        { "kitten", "sitting", 3 },
        { "report", "rpeort", 1 },
        { "close", "clsoe", 1 },
        { "Close", "close", 0 },
        { "销号", "消号", 1 },
        { "督查室", "督察", 2 },
        { "abc", "xyz", 3 },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        ck_assert_msg(tl__distance(pairs[i].one, pairs[i].other) == pairs[i].distance, "%s - %s: %zu", pairs[i].one, pairs[i].other,
            tl__distance(pairs[i].one, pairs[i].other));
        ck_assert_uint_eq(tl__distance(pairs[i].other, pairs[i].one), pairs[i].distance);
    }
    char longer[200];
    memset(longer, 'a', sizeof longer);
    longer[sizeof longer - 1] = '\0';
    ck_assert_uint_gt(tl__distance(longer, longer), 60);
    ck_assert_uint_gt(tl__distance("\xff", "\xff"), 60);
}
END_TEST

START_TEST(nearest)
{
    static const char *const names[] = { "report", "request_close", "return", "close", "reopen", "督查室" };
    const size_t count = sizeof names / sizeof names[0];
    ck_assert_ptr_eq(tl_nearest("report", names, count), names[0]);
    ck_assert_ptr_eq(tl_nearest("rpeort", names, count), names[0]);
    ck_assert_ptr_eq(tl_nearest("requestclose", names, count), names[1]);
    ck_assert_ptr_eq(tl_nearest("clos", names, count), names[3]);
    ck_assert_ptr_eq(tl_nearest("督察室", names, count), names[5]);
    ck_assert_ptr_null(tl_nearest("zzzzzz", names, count));
    ck_assert_ptr_null(tl_nearest("", names, count));
    ck_assert_ptr_null(tl_nearest("report", names, 0));
    ck_assert_ptr_null(tl_nearest("\xff\xff", names, count));
}
END_TEST

START_TEST(copies)
{
    ck_assert_ptr_null(tl__copy(NULL));
    char *copy = tl__copy("");
    ck_assert_str_eq(copy, "");
    tl_free(copy);
    copy = tl__copy("50% 督查 %s");
    ck_assert_str_eq(copy, "50% 督查 %s");
    tl_free(copy);
    tl_free(NULL);
}
END_TEST

START_TEST(buffers)
{
    tl__buffer buffer = { 0 };
    tl__append(&buffer, "");
    for (int i = 0; i < 5000; i++)
        tl__append(&buffer, "ab");
    tl__append_bytes(&buffer, "\0x", 2);
    ck_assert_uint_eq(buffer.length, 10002);
    ck_assert_int_eq(buffer.failed, 0);
    ck_assert_uint_eq(strlen(buffer.text), 10000);
    ck_assert_int_eq(buffer.text[10001], 'x');
    ck_assert_int_eq(buffer.text[10002], '\0');
    tl_free(buffer.text);
}
END_TEST

Suite *text_suite(void)
{
    Suite *suite = suite_create("text");
    ADD_TESTS(suite, NULL, 10, utf8, days, offsets, uids_and_addresses, distances, nearest, copies, buffers);
    return suite;
}
