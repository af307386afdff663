/* test_item.c - registering items with their assignments and fields; automatic numbers; the tree. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static tl_item_spec spec_of(const char *title)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.tasks;
    spec.title = title;
    return spec;
}

START_TEST(with_everything)
{
    int64_t id = 0;
    tl_item *item;
    const tl_assignment_spec assignments[] = { { t.north, "lead", "Wu" }, { t.south, "responsible", NULL }, { t.east, "support", "Sun" } };
    const tl_value_spec values[] = { { "批示领导", "李" }, { "secrecy", "内部" } };
    tl_item_spec spec = spec_of("whole");
    spec.ledger = t.dossiers;
    spec.no = "〔2023〕1号";
    spec.detail = "d";
    spec.source = "s";
    spec.officer = "o";
    spec.due = "2023-12-31";
    spec.risk = "high";
    spec.note = "n";
    spec.parent = t.item;
    spec.uid = "ffffffffffffffffffffffffffffffff";
    spec.happened_on = "2023-02-01";
    spec.data = "own";
    spec.assignments = assignments;
    spec.assignment_count = 3;
    spec.values = values;
    spec.value_count = 2;
    int64_t before = entries();
    OK(tl_item_add(t.book, &spec, &id));
    ck_assert_int_eq(id, before + 1);
    ck_assert_int_eq(entries(), before + 6);
    OK(tl_item_get(t.book, id, &item));
    ck_assert_str_eq(item->ref, "dossiers/〔2023〕1号");
    ck_assert_str_eq(item->uid, spec.uid);
    ck_assert_str_eq(item->parent, "tasks/1");
    ck_assert_str_eq(item->lead, "north");
    ck_assert_str_eq(item->risk, "high");
    ck_assert_str_eq(item->baseline_due, "2023-12-31");
    ck_assert_int_eq(item->entry, entries());
    tl_free(item);
    tl_cursor *cursor;
    OK(tl_assignments(t.book, id, &cursor));
    ck_assert_str_eq(rows_of(cursor, "role"), "lead|responsible|support");
    OK(tl_values(t.book, id, &cursor));
    ck_assert_int_eq(count_rows(cursor), 4);
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value ORDER BY field"), "李|内部");
    verify_clean();
}
END_TEST

START_TEST(numbers)
{
    static const char *const given[] = { NULL, "10", NULL, "9", NULL, "3.1", NULL, "A20", NULL };
    static const char *const becomes[] = { "3", "10", "11", "9", "12", "3.1", "13", "A20", "14" };
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++) {
        int64_t id = 0;
        tl_item_spec spec = spec_of("x");
        spec.no = given[i];
        OK(tl_item_add(t.book, &spec, &id));
        char sql[80];
        snprintf(sql, sizeof sql, "SELECT no FROM item WHERE id = %lld", (long long)id);
        ck_assert_str_eq(book_text(t.book, sql), becomes[i]);
    }
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    int64_t id = 99;
    tl_item_spec spec = spec_of("x");
    spec.no = "1";
    REFUSED(tl_item_add(t.book, &spec, &id), TL_EEXISTS, "item.no_taken");
    ck_assert_int_eq(id, 99);
    spec = spec_of(NULL);
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "item.title");
    spec = spec_of("x");
    spec.ledger = 4711;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "item.ledger");
    spec = spec_of("x");
    spec.due = "2023-02-29";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.due_date");
    expect_words("2023-02-29");
    spec = spec_of("x");
    spec.no = "a/b";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.no");
    spec = spec_of("x");
    spec.uid = "abc";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "entry.uid");
    spec = spec_of("x");
    spec.parent = 4711;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "item.parent");
    spec = spec_of("x");
    spec.risk = "urgent";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, NULL);
    spec = spec_of("\xff");
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, "");
    spec = spec_of("x");
    spec.happened_on = "2099-01-01";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "entry.happened_later");
    verify_clean();
}
END_TEST

/* All or none: what is wrong with the last assignment or field takes the item along. */
START_TEST(all_or_none)
{
    const tl_assignment_spec two_leads[] = { { t.north, "lead", NULL }, { t.south, "lead", NULL } };
    const tl_assignment_spec nobody[] = { { t.north, "lead", NULL }, { 4711, "support", NULL } };
    const tl_value_spec unknown[] = { { "colour", "red" } };
    int64_t count = book_int(t.book, "SELECT count(*) FROM item");
    tl_item_spec spec = spec_of("x");
    spec.assignments = two_leads;
    spec.assignment_count = 2;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "assignment.one_lead");
    spec.assignments = nobody;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ENOTFOUND, "assignment.unit");
    spec.assignment_count = 0;
    spec.values = unknown;
    spec.value_count = 1;
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EINVAL, NULL);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item"), count);
    ck_assert_int_eq(book_int(t.book, "SELECT last_no FROM ledger WHERE code = 'tasks'"), 2);
    verify_clean();
}
END_TEST

START_TEST(requests)
{
    int64_t first = 0, again = 0;
    const tl_assignment_spec assignment = { t.north, "lead", NULL };
    tl_item_spec spec = spec_of("x");
    spec.request = "form-1";
    spec.assignments = &assignment;
    spec.assignment_count = 1;
    OK(tl_item_add(t.book, &spec, &first));
    int64_t count = entries();
    OK(tl_item_add(t.book, &spec, &again));
    ck_assert_int_eq(first, again);
    ck_assert_int_eq(entries(), count);
    spec.title = "y";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ECONFLICT, "entry.request");
    verify_clean();
}
END_TEST

START_TEST(the_tree)
{
    int64_t child = 0;
    tl_item_spec spec = spec_of("measure");
    spec.parent = t.item;
    OK(tl_item_add(t.book, &spec, &child));
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.children");
    act(child, "cancel", "done within the other");
    OK(tl_request_close(t.book, t.item, NULL));
    act_as("zhao", t.item, "close", NULL);
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_ERULE, "item.parent_closed");
    verify_clean();
}
END_TEST

/* The lines of an item's units, whole, but for one unit's. */
static char *lines_but(int64_t item, int64_t unit)
{
    char *sql =
        sqlite3_mprintf("SELECT group_concat(unit || role || ifnull(officer, '-') || ifnull(signed_at, '-') || ifnull(percent, '-') || ifnull(value, '-') "
                        "|| ifnull(completed_at, '-') || ifnull(ended_at, '-') || entry, ' ') FROM assignment WHERE item = %lld AND unit <> %lld",
            (long long)item, (long long)unit);
    char *lines = sqlite3_mprintf("%s", book_text(t.book, sql));
    sqlite3_free(sql);
    ck_assert_ptr_nonnull(lines);
    return lines;
}

/* Posts an action, for a unit or none (0), which must leave the lines of all other units as they are. */
static void act_for(int64_t unit, const char *actor, const char *action, const char *percent, const char *due)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = action;
    posting.actor = actor;
    posting.unit = unit;
    posting.note = "words";
    posting.percent = percent;
    posting.due = due;
    char *before = lines_but(t.item, unit);
    OK(tl_post(t.book, &posting, NULL));
    char *after = lines_but(t.item, unit);
    ck_assert_msg(strcmp(before, after) == 0, "%s rewrote a line: %s, before %s", action, after, before);
    sqlite3_free(before);
    sqlite3_free(after);
}

/* Each unit signs, reports and completes its own line, and nothing that happens to the item rewrites another one's. */
START_TEST(lines_of_their_own)
{
    tl_cursor *cursor;
    OK(tl_assign(t.book, t.item, t.east, "responsible", "Sun"));
    act_for(0, "wang", "dispatch", NULL, NULL);
    act_for(t.south, "li", "acknowledge", NULL, NULL);
    act_for(t.north, "wu", "decline", NULL, NULL);
    ck_assert_str_eq(state_of(t.item), "registered");
    act_for(0, "wang", "dispatch", NULL, NULL);
    REFUSED(tl_acknowledge(t.book, t.item, t.south), TL_ERULE, "assignment.signed");
    act_for(t.north, "wu", "acknowledge", NULL, NULL);
    act_for(t.south, "li", "report", "30", NULL);
    act_for(t.north, "wu", "report", "60", NULL);
    act_for(t.south, "li", "complete", "100", NULL);
    REFUSED(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = t.item, .action = "complete", .unit = t.south }, NULL), TL_ERULE,
        "assignment.completed");
    act_for(t.north, "wu", "request_close", NULL, NULL);
    act_for(0, "zhao", "return", NULL, "2023-08-31");
    act_for(0, "wang", "suspend", NULL, NULL);
    today_is("2023-03-05");
    act_for(0, "wang", "resume", NULL, NULL);
    act_for(0, "wang", "urge", NULL, NULL);
    act_for(0, "wang", "instruct", NULL, NULL);
    act_for(t.north, "wu", "request_extension", NULL, "2023-09-30");
    act_for(0, "wang", "grant_extension", NULL, NULL);
    act_for(t.north, "wu", "request_close", NULL, NULL);
    act_for(t.north, "wu", "withdraw", NULL, NULL);
    act_for(t.north, "wu", "request_close", NULL, NULL);
    act_for(0, "zhao", "close", NULL, NULL);
    act_for(0, "zhao", "reopen", NULL, NULL);
    act_for(t.east, "sun", "acknowledge", NULL, NULL);
    act_for(0, "wang", "make_standing", NULL, "2023-12-31");
    act_for(t.north, "wu", "request_close", NULL, NULL);
    act_for(0, "zhao", "close", NULL, NULL);
    OK(tl_assignments(t.book, t.item, &cursor));
    ck_assert_str_eq(rows_of(cursor, "unit"), "north|east|south");
    OK(tl_assignments(t.book, t.item, &cursor));
    ck_assert_str_eq(rows_of(cursor, "percent"), "60||100");
    OK(tl_assignments(t.book, t.item, &cursor));
    ck_assert_str_eq(rows_of(cursor, "completed_at"), "||2023-03-01T04:00:00.000Z");
    /* Of the item itself the lead's figures count. */
    ck_assert_str_eq(book_text(t.book, "SELECT percent FROM item WHERE title = 'mend the bridge'"), "60");
    verify_clean();
}
END_TEST

START_TEST(declined)
{
    tl_posting posting = TL_POSTING_INIT;
    OK(tl_dispatch(t.book, t.item, NULL));
    posting.item = t.item;
    posting.action = "decline";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.note");
    posting.note = "not ours: the bridge belongs to the railway";
    posting.unit = t.south;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.lead_only");
    posting.unit = t.east;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.unit");
    posting.unit = 0;
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(state_of(t.item), "registered");
    ck_assert_str_eq(book_text(t.book, "SELECT unit FROM entry_status ORDER BY seq DESC LIMIT 1"), "north");
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    /* To another unit, and out again. */
    OK(tl_unassign(t.book, t.item, t.north));
    OK(tl_assign(t.book, t.item, t.east, "lead", NULL));
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.east));
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    verify_clean();
}
END_TEST

START_TEST(leading_official)
{
    static const char *const officers[] = { "王市长", "李副市长", "李副市长", NULL };
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor;
    int64_t parent = 0;
    for (size_t i = 0; i < sizeof officers / sizeof officers[0]; i++) {
        tl_item_spec spec = spec_of("行动");
        spec.officer = officers[i];
        spec.parent = parent;
        OK(tl_item_add(t.book, &spec, i == 0 ? &parent : NULL));
    }
    query.officer = "李副市长";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "tasks/4|tasks/5");
    query.parent = parent;
    query.officer = "王市长";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "");
    query.officer = "\xff";
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "officer"), "||王市长|李副市长|李副市长|");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "support"), "南街道|||||");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "lead"), "North Office|||||");
    verify_clean();
}
END_TEST

Suite *item_suite(void)
{
    Suite *suite = suite_create("item");
    ADD_TESTS(suite, setup_small, 30, with_everything, numbers, refused, all_or_none, requests, the_tree, lines_of_their_own, declined, leading_official);
    return suite;
}
