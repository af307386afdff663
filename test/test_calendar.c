/* test_calendar.c - the book's calendar: days set and imported, working days counted by it, and the default term of a ledger. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

#define FILE_2023 "test/data/import/calendar-2023.csv"
#define FILE_2024 "test/data/import/calendar-2024.csv"

static findings found;

static int import(const char *path, const char *source, int dry_run, int64_t *days)
{
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    memset(&found, 0, sizeof found);
    options.path = path;
    options.source = source;
    options.on_finding = collect;
    options.arg = &found;
    options.dry_run = dry_run;
    return tl_calendar_import(t.book, &options, days);
}

static int set_day(const char *day, const char *kind, const char *title, const char *source)
{
    tl_calendar_spec spec = TL_CALENDAR_SPEC_INIT;
    spec.day = day;
    spec.kind = kind;
    spec.title = title;
    spec.source = source;
    return tl_calendar_set(t.book, &spec);
}

static void import_both(void)
{
    OK(import(FILE_2023, "文件甲", 0, NULL));
    OK(import(FILE_2024, NULL, 0, NULL));
}

/* The day of a phrase in ledger tasks. Good until the next call. */
static const char *day_of(const char *phrase)
{
    static tl_due due;
    due = (tl_due)TL_DUE_INIT;
    OK(tl_due_parse(t.book, phrase, t.tasks, &due));
    return due.day;
}

/* ------------------------------------------------------------------------------------------------------------------------- setting days */

START_TEST(days_are_set)
{
    tl_cursor *cursor;
    OK(set_day("2023-10-01", "holiday", "国庆节", "文件甲"));
    int64_t count = entries();
    OK(set_day("2023-10-01", "holiday", "国庆节", "文件甲"));
    ck_assert_int_eq(entries(), count);
    OK(set_day("2023-10-01", "workday", NULL, NULL));
    OK(set_day("2023-10-08", "workday", NULL, "文件甲"));
    ck_assert_int_eq(entries(), count + 2);
    OK(tl_calendar(t.book, 2023, &cursor));
    ck_assert_str_eq(rows_of(cursor, "kind"), "workday|workday");
    OK(tl_calendar(t.book, 2024, &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
    OK(tl_calendar(t.book, 0, &cursor));
    ck_assert_str_eq(rows_of(cursor, "source"), "|文件甲");
    verify_clean();
}
END_TEST

START_TEST(days_are_refused)
{
    REFUSED(set_day(NULL, "holiday", NULL, NULL), TL_EINVAL, "calendar.day");
    REFUSED(set_day("2023-02-30", "holiday", NULL, NULL), TL_EINVAL, "entry.happened_on");
    expect_words("2023-02-30");
    REFUSED(set_day("1899-12-31", "holiday", NULL, NULL), TL_EINVAL, "calendar.day");
    REFUSED(set_day("2023-10-01", NULL, NULL, NULL), TL_EINVAL, "calendar.kind");
    REFUSED(set_day("2023-10-01", "休", NULL, NULL), TL_EINVAL, "calendar.kind");
    expect_words("休");
    REFUSED(set_day("2023-10-01", "holiday", " ", NULL), TL_EINVAL, "entry.title");
    REFUSED(set_day("\xff", "holiday", NULL, NULL), TL_EINVAL, "");
    REFUSED(tl_calendar_set(t.book, NULL), TL_EMISUSE, "");
    reopen(TL_OPEN_READONLY);
    REFUSED(set_day("2023-10-01", "holiday", NULL, NULL), TL_EREADONLY, "");
}
END_TEST

/* ---------------------------------------------------------------------------------------------------------------------------- importing */

START_TEST(a_file_is_imported)
{
    int64_t days = 99;
    OK(import(FILE_2023, "文件甲", 1, &days));
    ck_assert_int_eq(days, 12);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM calendar"), 0);
    OK(import(FILE_2023, "文件甲", 0, &days));
    ck_assert_int_eq(days, 12);
    OK(import(FILE_2023, "文件甲", 0, &days));
    ck_assert_int_eq(days, 0);
    OK(import(FILE_2024, "文件甲", 0, &days)); /* the column source stands before the option */
    ck_assert_int_eq(days, 11);
    ck_assert_str_eq(book_text(t.book, "SELECT year || source || holidays || ',' || workdays FROM calendar_year"), "2023文件甲10,2|2024文件乙9,2");
    ck_assert_str_eq(book_text(t.book, "SELECT title FROM calendar WHERE day = '2023-10-07'"), "国庆节调休");
    OK(import(FILE_2023, "文件丙", 0, &days)); /* another document of the same days */
    ck_assert_int_eq(days, 12);
    /* 日期, 类型, 休 in GB18030, with tabs between */
    OK(import(write_file("calendar.txt", "\xC8\xD5\xC6\xDA\t\xC0\xE0\xD0\xCD\n2025-10-01\t\xD0\xDD\n"), "文件丁", 0, &days));
    ck_assert_int_eq(days, 1);
    verify_clean();
}
END_TEST

/* The file is refused with these findings, "RULE LINE" each, and the book is as it was. */
static void refused(const char *csv, int result, const char *told)
{
    int64_t days = 99;
    char list[1000] = "", *rest;
    REFUSED(import(write_file("calendar.csv", csv), NULL, 0, &days), result, "");
    for (char *at = strtok_r(found.list, " ", &rest); at != NULL; at = strtok_r(NULL, " ", &rest)) {
        size_t length = strlen(list);
        snprintf(list + length, sizeof list - length, "%.*s %s|", (int)strcspn(at, "|"), at, strrchr(at, '|') + 1);
    }
    ck_assert_str_eq(list, told);
    ck_assert_int_eq(days, 99);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM calendar"), 0);
}

START_TEST(files_are_refused)
{
    refused("", TL_EINVAL, "import.empty 1|");
    refused("day,name\n2023-10-01,x\n", TL_EINVAL, "import.header 1|");
    refused("day,kind,colour\n", TL_EINVAL, "import.column 1|");
    refused("day,kind,日期\n", TL_EINVAL, "import.twice 1|");
    refused("day,kind\n2023-10-01,休\n2023-02-30,休\n,班\n2023-10-02,空\n2023-10-03\n\xff,休\n", TL_EINVAL,
        "calendar.day 3|calendar.day 4|calendar.kind 5|import.cells 6|import.encoding 7|");
    expect_words("5 errors");
    expect_words("line 3, day: '2023-02-30' is no day");
    refused("day,kind\n2023-10-01,休\n2023-10-01,休\n2023-10-01,班\n", TL_EINVAL, "calendar.twice 4|");
    refused("day,kind\n2023-10-01,\"休\n", TL_EINVAL, "import.quote 2|");
    refused("day,kind\n1899-12-31,休\n", TL_EINVAL, "calendar.day 2|");
    REFUSED(import(in_folder("none.csv"), NULL, 0, NULL), TL_ENOTFOUND, "");
    REFUSED(import(NULL, NULL, 0, NULL), TL_EMISUSE, "");
    REFUSED(tl_calendar_import(t.book, NULL, NULL), TL_EMISUSE, "");
    OK(import(write_file("calendar.csv", "day,kind\n\n,\n"), NULL, 0, NULL));
    verify_clean();
}
END_TEST

START_TEST(an_import_is_stopped)
{
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    findings stopping = { .stop_after = 1 };
    options.path = write_file("calendar.csv", "day,kind\n2023-10-01,休\nx,休\ny,休\n");
    options.on_finding = collect;
    options.arg = &stopping;
    REFUSED(tl_calendar_import(t.book, &options, NULL), TL_ESTOP, "");
    ck_assert_int_eq(stopping.wrong, 1);
    OK(tl_begin(t.book));
    ck_assert_int_eq(import(options.path, NULL, 0, NULL), TL_EINVAL);
    OK(import(FILE_2023, NULL, 0, NULL));
    OK(tl_commit(t.book));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM calendar"), 12);
    verify_clean();
}
END_TEST

/* -------------------------------------------------------------------------------------------------------------------- what a phrase means */

/* Working days, and the calendar by which they were counted. */
static const struct counted {
    const char *today, *phrase, *day, *calendar;
} counted[] = {
    { "2023-09-28", "1个工作日内", "2023-10-07", "文件甲" },
    { "2023-09-28", "２个工作日内", "2023-10-08", "文件甲" },
    { "2023-09-28", "3个工作日内", "2023-10-09", "文件甲" },
    { "2023-09-27", "5个工作日内", "2023-10-10", "文件甲" },
    { "2023-12-29", "1个工作日内", "2024-01-02", "文件甲; from 2024 on 文件乙" },
    { "2023-12-31", "1个工作日内", "2024-01-02", "文件乙" },
    { "2024-02-02", "5个工作日内", "2024-02-08", "文件乙" },
    { "2024-02-08", "2个工作日内", "2024-02-18", "文件乙" },
    { "2024-12-31", "1个工作日内", "2025-01-01", "Saturdays and Sundays only" },
    { "2024-12-30", "2个工作日内", "2025-01-01", "文件乙; from 2025 on Saturdays and Sundays only" },
    { "2023-10-06", "每个工作日", "2023-10-07", "文件甲" },
};

START_TEST(working_days_are_counted)
{
    tl_due due = TL_DUE_INIT;
    today_is("2023-09-28");
    OK(tl_due_parse(t.book, "3个工作日内", t.tasks, &due));
    ck_assert_str_eq(due.day, "2023-10-03");
    ck_assert_str_eq(due.calendar, "Saturdays and Sundays only");
    import_both();
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++) {
        OK(tl_set_today(t.book, counted[i].today));
        OK(tl_due_parse(t.book, counted[i].phrase, t.tasks, &due));
        ck_assert_int_eq(due.working_days, 1);
        ck_assert_msg(strcmp(due.day, counted[i].day) == 0, "%s %s: %s", counted[i].today, counted[i].phrase, due.day);
        ck_assert_msg(strcmp(due.calendar, counted[i].calendar) == 0, "%s %s: %s", counted[i].today, counted[i].phrase, due.calendar);
        ck_assert_str_eq(tl_calendar_used(t.book), counted[i].calendar);
    }
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_due_parse(t.book, "6月底前", t.tasks, &due));
    ck_assert_str_eq(tl_calendar_used(t.book), "");
    OK(tl_set_today(t.book, "2024-12-30"));
    OK(tl_due_parse(t.book, "2个工作日内", t.tasks, &due));
    ck_assert_str_eq(due.calendar, "文件乙；2025年起仅周六周日");
    OK(set_day("2025-01-01", "holiday", NULL, NULL));
    OK(tl_due_parse(t.book, "2个工作日内", t.tasks, &due));
    ck_assert_str_eq(due.day, "2025-01-02");
    ck_assert_str_eq(due.calendar, "文件乙；2025年起本库自设日历");
    ck_assert_str_eq(tl_calendar_used(NULL), "");
}
END_TEST

/* ---------------------------------------------------------------------------------------------------------------------- the default term */

START_TEST(the_default_term)
{
    OK(tl_ledger_amend(t.book, t.tasks, "term", "10"));
    int64_t plain = add_item(t.tasks, "x", NULL, t.north);
    OK(tl_dispatch(t.book, plain, NULL));
    ck_assert_str_eq(due_of(plain), "2023-03-11 10日内");
    ck_assert_str_eq(tl_calendar_used(t.book), "");
    OK(tl_ledger_amend(t.book, t.tasks, "term_working", "1"));
    import_both();
    today_is("2023-09-28");
    OK(tl_ledger_amend(t.book, t.tasks, "term", "3"));
    int64_t item = add_item(t.tasks, "y", NULL, t.north);
    OK(tl_dispatch(t.book, item, NULL));
    ck_assert_str_eq(tl_calendar_used(t.book), "文件甲");
    ck_assert_str_eq(due_of(item), "2023-10-09 3个工作日内");
    int64_t dated = add_item(t.tasks, "z", "2023-12-01", t.north);
    OK(tl_dispatch(t.book, dated, NULL));
    ck_assert_str_eq(due_of(dated), "2023-12-01 -");
    int64_t standing = add_item(t.tasks, "s", "长期坚持", t.north);
    OK(tl_dispatch(t.book, standing, NULL));
    ck_assert_str_eq(due_of(standing), "- 长期坚持");
    today_is("2023-12-29");
    int64_t over = add_item(t.tasks, "o", NULL, t.north);
    OK(tl_dispatch(t.book, over, NULL));
    ck_assert_str_eq(due_of(over), "2024-01-04 3个工作日内");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "term", "0"), TL_EINVAL, "ledger.amend");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "term_working", "2"), TL_EINVAL, "ledger.amend");
    REFUSED(tl_ledger_amend(t.book, t.tasks, "year", "1899"), TL_EINVAL, "ledger.amend");
    verify_clean();
}
END_TEST

/* What the schema counts for a term and what the parser counts for a phrase is the same day, wherever it begins. */
START_TEST(terms_and_phrases_agree)
{
    int64_t item = add_item(t.tasks, "x", NULL, t.north);
    char phrase[40], count[8];
    import_both();
    OK(tl_ledger_amend(t.book, t.tasks, "term_working", "1"));
    for (int i = 0; i < 30; i++) {
        char day[11];
        snprintf(day, sizeof day, "%s",
            book_text(t.book, i == 0 ? "SELECT '2023-09-20'" : "SELECT date(at, '+32 hours', '+5 days') FROM entry ORDER BY seq DESC LIMIT 1"));
        today_is(day);
        snprintf(count, sizeof count, "%d", i % 9 + 1);
        snprintf(phrase, sizeof phrase, "%d个工作日内", i % 9 + 1);
        OK(tl_ledger_amend(t.book, t.tasks, "term", count));
        OK(tl_dispatch(t.book, item, NULL));
        ck_assert_msg(strcmp(book_text(t.book, "SELECT due FROM item WHERE title = 'x'"), day_of(phrase)) == 0, "%s %s: %s", day, phrase, due_of(item));
        act(item, "decline", "x");
        sql_run(t.path, "INSERT INTO post(item, action, actor, clear) SELECT id, 'amend', 'wang', 'due' FROM item WHERE title = 'x'");
    }
    verify_clean();
}
END_TEST

Suite *calendar_suite(void)
{
    Suite *suite = suite_create("calendar");
    ADD_TESTS(suite, setup_small, 60, days_are_set, days_are_refused, a_file_is_imported, files_are_refused, an_import_is_stopped, working_days_are_counted,
        the_default_term, terms_and_phrases_agree);
    return suite;
}
