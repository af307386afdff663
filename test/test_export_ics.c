/* test_export_ics.c - the calendar of what is open: its lines, escaped and folded, and which items are in it. What another program reads in it is tested in
 * office.sh. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static char taken[200000];
static size_t taken_count;

static int take(const void *bytes, size_t count, void *arg)
{
    if (arg != NULL || taken_count + count >= sizeof taken)
        return 1;
    memcpy(taken + taken_count, bytes, count);
    taken_count += count;
    taken[taken_count] = '\0';
    return 0;
}

static int calendar_of(int64_t ledger, int64_t unit)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    options.format = "ics";
    options.ledger = ledger;
    options.unit = unit;
    options.write = take;
    taken_count = 0;
    taken[0] = '\0';
    return tl_export(t.book, &options);
}

/* Puts folded lines together again. */
static void unfold(void)
{
    char *to = taken;
    for (const char *from = taken; (*to = *from) != '\0';) {
        int fold = strncmp(from, "\r\n ", 3) == 0;
        from += fold ? 3 : 1;
        to += !fold;
    }
}

static int count_of(const char *part)
{
    int count = 0;
    for (const char *at = taken; (at = strstr(at, part)) != NULL; at += strlen(part))
        count++;
    return count;
}

static void expect_line(const char *line)
{
    char *whole = sqlite3_mprintf("\r\n%s\r\n", line);
    ck_assert_msg(strstr(taken, whole) != NULL, "no line '%s' in %s", line, taken);
    sqlite3_free(whole);
}

START_TEST(what_is_open)
{
    OK(calendar_of(0, 0));
    ck_assert_int_eq(count_of("BEGIN:VTODO\r\n"), sql_int(t.path, "SELECT count(*) FROM item"));
    OK(calendar_of(t.tasks, 0));
    ck_assert_int_eq(count_of("BEGIN:VTODO\r\n"), 2);
    OK(calendar_of(t.tasks, t.south));
    ck_assert_int_eq(count_of("BEGIN:VTODO\r\n"), 1);
    OK(calendar_of(0, t.east));
    ck_assert_int_eq(count_of("BEGIN:VTODO\r\n"), 0);
    ck_assert_int_eq(strncmp(taken, "BEGIN:VCALENDAR\r\n", 17), 0);
    ck_assert_str_eq(taken + taken_count - 15, "END:VCALENDAR\r\n");
    bring_to(t.line, "closed");
    OK(calendar_of(0, t.north));
    ck_assert_int_eq(count_of("BEGIN:VTODO\r\n"), 1);
    ck_assert_int_eq(calendar_of(99999, 0), TL_ENOTFOUND);
}
END_TEST

START_TEST(lines_of_an_item)
{
    bring_to(t.item, "in_progress");
    OK(tl_report(t.book, t.item, t.north, "half; of it, \\ is\ndone", "66.5"));
    OK(calendar_of(t.tasks, t.north));
    char *line = sqlite3_mprintf("UID:%s", sql_text(t.path, "SELECT uid FROM item_status WHERE ref = 'tasks/1'"));
    expect_line(line);
    sqlite3_free(line);
    line = sqlite3_mprintf("DUE;VALUE=DATE:%s", sql_text(t.path, "SELECT replace(due, '-', '') FROM item_status WHERE ref = 'tasks/1'"));
    expect_line(line);
    sqlite3_free(line);
    expect_line("STATUS:IN-PROCESS");
    expect_line("PERCENT-COMPLETE:66");
    unfold();
    ck_assert_ptr_nonnull(strstr(taken, "half\\; of it\\, \\\\ is\\ndone"));
    line = sqlite3_mprintf("TRIGGER;RELATED=END:-P%dDT15H", (int)sql_int(t.path, "SELECT yellow_days - 1 FROM ledger WHERE code = 'tasks'"));
    expect_line(line);
    sqlite3_free(line);
    OK(tl_ledger_amend(t.book, t.tasks, "yellow_days", "0"));
    OK(calendar_of(t.tasks, t.north));
    expect_line("TRIGGER;RELATED=END:PT9H");
}
END_TEST

/* No line is longer than 75 bytes, none begins in the middle of a character, and put together again they are what was written. */
START_TEST(folded)
{
    char title[400] = "x";
    for (int i = 0; i < 60; i++)
        strcat(title, i % 3 == 0 ? "长" : i % 3 == 1 ? "é" : "𠀀");
    add_item(t.tasks, title, "2023-06-30", t.east);
    OK(calendar_of(0, t.east));
    for (const char *line = taken; *line != '\0'; line = strstr(line, "\r\n") + 2) {
        ck_assert_int_le(strstr(line, "\r\n") - line, 75);
        ck_assert_int_ne((unsigned char)line[0] & 0xC0, 0x80);
        ck_assert_int_ne((unsigned char)line[1] & 0xC0, 0x80);
    }
    unfold();
    char *line = sqlite3_mprintf("SUMMARY:%s", title);
    expect_line(line);
    sqlite3_free(line);
}
END_TEST

START_TEST(unknown)
{
    ck_assert_int_eq(calendar_of(99999, 0), TL_ENOTFOUND);
    ck_assert_int_eq(calendar_of(0, 99999), TL_ENOTFOUND);
    expect_words("unit");
    ck_assert_uint_eq(taken_count, 0);
}
END_TEST

START_TEST(stopped)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    options.format = "ics";
    options.write = take;
    options.arg = &options;
    ck_assert_int_eq(tl_export(t.book, &options), TL_ESTOP);
}
END_TEST

Suite *export_ics_suite(void)
{
    Suite *suite = suite_create("export_ics");
    ADD_TESTS(suite, setup_small, 20, what_is_open, lines_of_an_item, folded, unknown, stopped);
    return suite;
}
