/* test_export_xlsx.c - a workbook: which results there are, that it is one and repeats, that nothing stays behind. What stands in its cells is tested in
 * office.sh. A build without libxlsxwriter says so. */
#include "fixture.h"
#include "suite.h"

#include <locale.h>
#include <stdio.h>

typedef struct taken {
    size_t count;
    unsigned long sum; /* of its bytes, each with its place */
    char head[4];
    int stop;
} taken;

static int take(const void *bytes, size_t count, void *arg)
{
    taken *to = arg;
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++, to->count++) {
        if (to->count < sizeof to->head)
            to->head[to->count] = (char)at[i];
        to->sum = to->sum * 31 + at[i];
    }
    return to->stop;
}

static int workbook_of(int64_t ledger, taken *to)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    options.format = "xlsx";
    options.ledger = ledger;
    options.write = take;
    options.arg = to;
    return tl_export(t.book, &options);
}

/* 1 if this build writes workbooks. Temporary files go into the folder of the test. */
static int begin(void)
{
    taken all = { 0 };
    setenv("TMPDIR", t.folder, 1);
#ifdef TL_XLSX
    OK(workbook_of(0, &all));
    return 1;
#else
    REFUSED(workbook_of(0, &all), TL_EINVAL, NULL);
    expect_words("libxlsxwriter was not there when it was made");
    return 0;
#endif
}

START_TEST(repeats)
{
    taken one = { 0 }, other = { 0 }, ledger = { 0 };
    if (!begin())
        return;
    int files = files_in_folder();
    OK(workbook_of(0, &one));
    OK(workbook_of(0, &other));
    ck_assert_int_eq(memcmp(one.head, "PK\3\4", 4), 0);
    ck_assert_uint_eq(one.count, other.count);
    ck_assert_uint_eq(one.sum, other.sum);
    OK(workbook_of(t.checklist, &ledger));
    ck_assert_uint_lt(ledger.count, one.count);
    ck_assert_int_eq(workbook_of(99999, &ledger), TL_ENOTFOUND);
    ck_assert_int_eq(files_in_folder(), files);
}
END_TEST

START_TEST(stopped)
{
    taken to = { .stop = 1 };
    if (!begin())
        return;
    int files = files_in_folder();
    ck_assert_int_eq(workbook_of(0, &to), TL_ESTOP);
    setenv("TMPDIR", in_folder("nowhere"), 1);
    ck_assert_int_eq(workbook_of(0, &to), TL_EIO);
    expect_words("nowhere");
    ck_assert_int_eq(files_in_folder(), files);
}
END_TEST

/* A program whose locale writes 66,5 gets the same workbook, and keeps its locale. */
START_TEST(another_locale)
{
    taken one = { 0 }, other = { 0 };
    if (!begin())
        return;
    if (setlocale(LC_NUMERIC, "de_DE.UTF-8") == NULL) {
        puts("skipped: a workbook under another locale: no de_DE.UTF-8 here");
        return;
    }
    bring_to(t.item, "in_progress");
    OK(tl_report(t.book, t.item, t.north, "x", "66.5"));
    OK(workbook_of(0, &one));
    ck_assert_str_eq(localeconv()->decimal_point, ",");
    setlocale(LC_NUMERIC, "C");
    OK(workbook_of(0, &other));
    ck_assert_uint_eq(one.sum, other.sum);
}
END_TEST

START_TEST(a_book_without_ledgers)
{
    taken to = { 0 };
    if (!begin())
        return;
    tl_close(t.book);
    t.book = open_book(in_folder("empty.db"), TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK);
    OK(workbook_of(0, &to));
    ck_assert_int_eq(memcmp(to.head, "PK\3\4", 4), 0);
}
END_TEST

Suite *export_xlsx_suite(void)
{
    Suite *suite = suite_create("export_xlsx");
    ADD_TESTS(suite, setup_small, 20, repeats, stopped, another_locale, a_book_without_ledgers);
    return suite;
}
