/* test_report.c - what belongs to one item, what the book knows, statistics by each word, the table with custom fields. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

#define ROWS(call, column, expected)                                                                                                                           \
    do {                                                                                                                                                       \
        tl_cursor *rows_;                                                                                                                                      \
        OK(call(t.book, &rows_));                                                                                                                              \
        ck_assert_str_eq(rows_of(rows_, (column)), (expected));                                                                                                \
    } while (0)
#define ROWS_OF(call, id, column, expected)                                                                                                                    \
    do {                                                                                                                                                       \
        tl_cursor *rows_;                                                                                                                                      \
        OK(call(t.book, (id), &rows_));                                                                                                                        \
        ck_assert_str_eq(rows_of(rows_, (column)), (expected));                                                                                                \
    } while (0)

START_TEST(what_the_book_knows)
{
    ROWS(tl_states, "name", "registered|dispatched|in_progress|in_review|notice|standing|suspended|closed|cancelled");
    ROWS(tl_states, "open", "1|1|1|1|1|1|1|0|0");
    OK(tl_set_lang(t.book, "zh"));
    ROWS(tl_states, "label", "已立项|待签收|办理中|待审核|公示中|长期坚持|已中止|已销号|已终止");
    tl_cursor *cursor;
    OK(tl_actions(t.book, &cursor));
    ck_assert_int_eq(count_rows(cursor), (int)book_int(t.book, "SELECT count(*) FROM action"));
    OK(tl_rules(t.book, &cursor));
    const char *names = rows_of(cursor, "name");
    ck_assert_ptr_nonnull(strstr(names, "item.second_party|"));
    OK(tl_rules(t.book, &cursor));
    ck_assert_ptr_nonnull(strstr(rows_of(cursor, "label"), "申请销号的人不能自己销号"));
}
END_TEST

START_TEST(what_belongs_to_an_item)
{
    bring_to(t.item, "in_progress");
    OK(tl_report(t.book, t.item, t.north, "x", "30"));
    OK(tl_attach(t.book, t.item, write_file("a.txt", "abc"), "notes"));
    OK(tl_unassign(t.book, t.item, t.south));
    ROWS_OF(tl_assignments, t.item, "unit", "north|south");
    ROWS_OF(tl_assignments, t.item, "officer", "|Li");
    ROWS_OF(tl_assignments, t.item, "percent", "30|");
    ROWS_OF(tl_assignments, t.item, "signed_at", "2023-03-01T04:00:00.000Z|");
    ROWS_OF(tl_assignments, t.item, "ended_at", "|2023-03-01T04:00:00.000Z");
    ROWS_OF(tl_evidence, t.item, "title", "notes");
    ROWS_OF(tl_evidence, t.item, "size", "3");
    ROWS_OF(tl_evidence, t.second, "title", "");
    ROWS_OF(tl_values, t.item, "field", "");
    ROWS_OF(tl_moves, t.line, "action",
        "acknowledge_warning|amend|assign|attach|cancel|circulate|close|comment|complete|delist|enlist|hear|instruct|notify|rate|report|suspend|talk|unassign|"
        "urge|warn");
    ROWS_OF(tl_moves, 4711, "action", "");
}
END_TEST

/* What tl_moves says is possible is what posts go by. */
START_TEST(moves_in_each_state)
{
    bring_to(t.item, "in_review");
    tl_cursor *cursor;
    OK(tl_moves(t.book, t.item, &cursor));
    const char *actions = rows_of(cursor, "action");
    ck_assert_ptr_nonnull(strstr(actions, "|close|"));
    ck_assert_ptr_nonnull(strstr(actions, "|return|"));
    ck_assert_ptr_null(strstr(actions, "dispatch"));
    act(t.item, "suspend", "x");
    OK(tl_moves(t.book, t.item, &cursor));
    while (tl_next(cursor) == TL_ROW)
        if (strcmp(tl_column_text(cursor, 0), "resume") == 0)
            ck_assert_str_eq(tl_column_text(cursor, 1), "in_review");
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(workflows)
{
    ROWS(tl_workflows, "name", "counting|noticed|simple|standard|supervised");
    ROWS(tl_workflows, "notice_days", "0|5|0|0|0");
    ROWS(tl_workflows, "entry", "||||");
    tl_cursor *cursor;
    OK(tl_workflow_moves(t.book, "simple", &cursor));
    ck_assert_int_eq(count_rows(cursor), (int)book_int(t.book, "SELECT count(*) FROM move WHERE workflow = 'simple'"));
    OK(tl_workflow_moves(t.book, "noticed", &cursor));
    const char *from = rows_of(cursor, "from_state");
    ck_assert_ptr_nonnull(strstr(from, "|notice|"));
    REFUSED(tl_workflow_moves(t.book, "notised", &cursor), TL_ENOTFOUND, NULL);
    expect_words("the nearest is 'noticed'");
    ck_assert_ptr_null(cursor);
    REFUSED(tl_workflow_moves(t.book, NULL, &cursor), TL_EMISUSE, "");
    OK(tl_set_lang(t.book, "zh"));
    ROWS(tl_workflows, "title", "持续计数|公示闭环|一步销号|标准闭环|督办闭环");
}
END_TEST

START_TEST(policies)
{
    tl_cursor *cursor;
    OK(tl_policies(t.book, &cursor));
    ck_assert_int_eq(count_rows(cursor), 22);
    OK(tl_policies(t.book, &cursor));
    while (tl_next(cursor) == TL_ROW) {
        char *sql = sqlite3_mprintf("SELECT count(*) FROM ledger_policy WHERE name = %Q", tl_column_text(cursor, 0));
        ck_assert_int_eq(book_int(t.book, sql), 3);
        sqlite3_free(sql);
        ck_assert_int_le(tl_column_int(cursor, 1), tl_column_int(cursor, 2));
    }
    tl_cursor_close(cursor);
}
END_TEST

static const char *summary(const char *by, int64_t ledger, const char *column)
{
    tl_cursor *cursor;
    OK(tl_summary(t.book, by, ledger, &cursor));
    return rows_of(cursor, column);
}

START_TEST(summaries)
{
    int64_t late = add_item(t.tasks, "late", "2023-02-28", t.north), done = add_item(t.tasks, "done", "2023-12-31", t.south);
    bring_to(done, "closed");
    bring_to(add_item(t.tasks, "not needed", NULL, 0), "cancelled");
    (void)late;
    ck_assert_str_eq(summary("ledger", 0, "ledger"), "tasks|dossiers|list");
    ck_assert_str_eq(summary("ledger", 0, "total"), "5|0|1");
    ck_assert_str_eq(summary("ledger", t.tasks, "open"), "3");
    ck_assert_str_eq(summary("ledger", t.tasks, "overdue"), "1");
    ck_assert_str_eq(summary("ledger", t.tasks, "closed"), "1");
    ck_assert_str_eq(summary("ledger", t.tasks, "completion"), "25.00");
    ck_assert_str_eq(summary("ledger", t.tasks, "on_time_rate"), "100.00");
    ck_assert_str_eq(summary("ledger", t.tasks, "overdue_rate"), "50.00");
    ck_assert_str_eq(summary("ledger", t.dossiers, "completion"), "");
    ck_assert_str_eq(summary("unit", 0, "unit"), "north|south");
    ck_assert_str_eq(summary("unit", 0, "items"), "3|2");
    ck_assert_str_eq(summary("unit", 0, "led"), "3|1");
    ck_assert_str_eq(summary("state", t.tasks, "state"), "registered|closed|cancelled");
    ck_assert_str_eq(summary("state", t.tasks, "total"), "3|1|1");
    ck_assert_str_eq(summary("month", 0, "month"), "2023-02|2023-06|2023-12");
    ck_assert_str_eq(summary("month", t.tasks, "overdue"), "1|0|0");
    tl_cursor *cursor = NULL;
    REFUSED(tl_summary(t.book, "colour", 0, &cursor), TL_EINVAL, "");
    REFUSED(tl_summary(t.book, NULL, 0, &cursor), TL_EINVAL, "");
    ck_assert_ptr_null(cursor);
}
END_TEST

/* Rates round half up to two places: 1 of 3, 2 of 3, 1 of 8, 5 of 8, 1 of 16 … */
START_TEST(rounding)
{
    static const struct {
        int closed, total;
        const char *rate;
    } rates[] = { { 1, 3, "33.33" }, { 2, 3, "66.67" }, { 1, 8, "12.50" }, { 1, 16, "6.25" }, { 3, 7, "42.86" }, { 0, 5, "0.00" }, { 5, 5, "100.00" } };
    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
        char code[20];
        snprintf(code, sizeof code, "r%zu", i);
        int64_t ledger = add_ledger(code, "checklist");
        for (int n = 0; n < rates[i].total; n++) {
            int64_t item = add_item(ledger, "x", NULL, 0);
            if (n < rates[i].closed)
                act(item, "close", NULL);
        }
        ck_assert_str_eq(summary("ledger", ledger, "completion"), rates[i].rate);
    }
}
END_TEST

START_TEST(the_table)
{
    tl_cursor *cursor;
    tl_field_spec field = { sizeof field, "place", "地点", "text", NULL, 0 };
    OK(tl_field_add(t.book, t.tasks, &field));
    const tl_value_spec value = { "place", "桥头" };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "amend";
    posting.set = &value;
    posting.set_count = 1;
    OK(tl_post(t.book, &posting, NULL));
    act(t.item, "comment", "seen");
    OK(tl_table(t.book, t.tasks, &cursor));
    int columns = tl_column_count(cursor);
    ck_assert_str_eq(tl_column_name(cursor, columns - 1), "place");
    ck_assert_str_eq(rows_of(cursor, "place"), "桥头|");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "lead"), "North Office|");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "support"), "南街道|");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "remark"), "seen|");
    OK(tl_table(t.book, 0, &cursor));
    ck_assert_int_eq(tl_column_count(cursor), columns);
    ck_assert_int_eq(count_rows(cursor), 3);
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "row"), "1|2");
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(tl_column_label(cursor, 0), "序号");
    ck_assert_str_eq(tl_column_label(cursor, columns - 1), "地点");
    tl_cursor_close(cursor);
}
END_TEST

Suite *report_suite(void)
{
    Suite *suite = suite_create("report");
    ADD_TESTS(suite, setup_small, 30, what_the_book_knows, what_belongs_to_an_item, moves_in_each_state, workflows, policies, summaries, rounding, the_table);
    return suite;
}
