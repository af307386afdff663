/* test_counter.c - counters: what is counted adds up, by month and unit, however it was posted; what is wrong is refused; what a counter shows. */
#include "fixture.h"
#include "suite.h"

static int64_t counters, meetings; /* the ledger, and a counter of it that stands, with north and south assigned */

static int64_t add_counter(const char *title, const char *measure)
{
    int64_t item = add_item(counters, title, NULL, 0);
    tl_posting posting = { .size = sizeof posting, .item = item, .action = "make_standing", .note = "all the year", .due = "2023-12-31" };
    if (measure != NULL) {
        const tl_value_spec set = { "measure", measure };
        OK(tl_post(t.book, &(tl_posting) { .size = sizeof posting, .item = item, .action = "amend", .set = &set, .set_count = 1 }, NULL));
    }
    OK(tl_post(t.book, &posting, NULL));
    return item;
}

static void setup_counters(void)
{
    setup_small();
    counters = add_ledger("n", "counters");
    meetings = add_counter("meetings", "次");
    OK(tl_assign(t.book, meetings, t.north, "responsible", NULL));
    OK(tl_assign(t.book, meetings, t.south, "support", NULL));
}

static tl_posting counting(int64_t item, const char *value, int64_t unit, const char *day)
{
    return (tl_posting) { .size = sizeof(tl_posting), .item = item, .action = "count", .value = value, .unit = unit, .happened_on = day };
}

static void count(int64_t item, const char *value, int64_t unit, const char *day)
{
    tl_posting posting = counting(item, value, unit, day);
    posting.note = value != NULL && *value == '-' ? "counted twice" : NULL;
    OK(tl_post(t.book, &posting, NULL));
}

static void set(int64_t item, const char *field, const char *content)
{
    const tl_value_spec change = { field, content };
    OK(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = item, .action = "amend", .set = &change, .set_count = 1 }, NULL));
}

/* A column of one of the three lists. */
typedef int (*list)(tl_book *, int64_t, tl_cursor **);
static const char *column(list of, int64_t ledger, const char *name)
{
    tl_cursor *cursor;
    OK(of(t.book, ledger, &cursor));
    return rows_of(cursor, name);
}

START_TEST(adds_up)
{
    ck_assert_str_eq(column(tl_counters, counters, "actual"), "0");
    ck_assert_str_eq(column(tl_counters, counters, "figure"), "0次");
    count(meetings, NULL, 0, NULL);
    count(meetings, "４４", 0, "2023-01-31");
    count(meetings, "3", t.north, "2023-02-28");
    count(meetings, "2", t.south, "2023-02-01");
    count(meetings, "-1", t.north, "2023-02-28");
    ck_assert_str_eq(column(tl_counters, counters, "figure"), "49次");
    ck_assert_str_eq(column(tl_counters, counters, "occurrences"), "5");
    ck_assert_str_eq(column(tl_counter_periods, counters, "month"), "2023-01|2023-02|2023-02|2023-03");
    ck_assert_str_eq(column(tl_counter_periods, counters, "unit"), "|north|south|");
    ck_assert_str_eq(column(tl_counter_periods, counters, "total"), "44|2|2|1");
    ck_assert_str_eq(column(tl_counter_periods, counters, "occurrences"), "1|2|1|1");
    tl_cursor *cursor;
    OK(tl_assignments(t.book, meetings, &cursor));
    ck_assert_str_eq(rows_of(cursor, "value"), "2|2");
    verify_clean();
    reopen(TL_OPEN_READONLY);
    verify_clean();
}
END_TEST

/* From C and by the view post the same entry comes about, without a number and with one. */
START_TEST(by_any_way)
{
    count(meetings, NULL, 0, NULL);
    sql_run(t.path, "INSERT INTO post(at, actor, action, item) SELECT '2023-03-01T04:00:00.000Z', 'wang', 'count', max(id) FROM item");
    count(meetings, "7", t.north, "2023-02-28");
    sql_run(t.path,
        "INSERT INTO post(at, actor, action, item, value, unit, happened_on) SELECT '2023-03-01T04:00:00.000Z', 'wang', 'count', max(i.id), 7, u.id, "
        "'2023-02-28' FROM item i, unit u WHERE u.code = 'north'");
    ck_assert_int_eq(
        sql_int(t.path, "SELECT count(*) FROM (SELECT DISTINCT actor, item, unit, state, due, value, risk, note, happened_on, kind, series, period "
                        "FROM entry WHERE action = 'count')"),
        2);
    ck_assert_str_eq(sql_text(t.path, "SELECT state || due || value FROM entry WHERE action = 'count'"),
        "standing2023-12-311|standing2023-12-311|standing2023-12-317|standing2023-12-317");
    ck_assert_str_eq(column(tl_counters, 0, "actual"), "16");
    int64_t seq;
    OK(tl_post_json(t.book, "{\"item\": \"n/1\", \"action\": \"count\", \"value\": 4, \"unit\": \"south\", \"on\": \"2023-01-01\"}", &seq));
    ck_assert_str_eq(column(tl_counters, 0, "actual"), "20");
    verify_clean();
}
END_TEST

START_TEST(once_by_request)
{
    int64_t first, again;
    tl_posting posting = counting(meetings, NULL, 0, NULL);
    posting.request = "m-1";
    OK(tl_post(t.book, &posting, &first));
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    posting.value = "1";
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    posting.value = "2";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    ck_assert_str_eq(column(tl_counters, 0, "actual"), "1");
}
END_TEST

START_TEST(refused)
{
    static const char *const values[] = { "0", "-0", "1.5", "x", "两次", "1000000000", "--1", "1 " };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        tl_posting posting = counting(meetings, values[i], 0, NULL);
        posting.note = "x";
        REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "counter.value");
    }
    count(meetings, "5", t.north, NULL);
    count(meetings, "2", 0, NULL);
    tl_posting posting = counting(meetings, "-1", t.north, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "counter.reason");
    posting.note = "counted twice";
    posting.value = "-6";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "counter.below");
    expect_words("n/1: ");
    posting.unit = 0;
    posting.value = "-3";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "counter.below");
    posting = counting(meetings, NULL, t.east, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.unit");
    posting = counting(meetings, NULL, 0, "2023-03-02");
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, NULL);
    posting = counting(t.item, NULL, 0, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    posting = counting(4711, NULL, 0, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ENOTFOUND, "entry.item");
    int64_t bare = add_counter("visits", NULL);
    posting = counting(bare, NULL, 0, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.required_field");
    expect_words("measure");
    int64_t early = add_item(counters, "talks", NULL, 0);
    posting = counting(early, NULL, 0, NULL);
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.move");
    ck_assert_str_eq(column(tl_counters, counters, "actual"), "7|0|0");
    verify_clean();
}
END_TEST

/* Only what is counted makes the figure, in a workflow of one's own, too. */
START_TEST(no_report_over_it)
{
    static const tl_move_spec moves[] = { { "assign", "registered", "registered", NULL, 0 }, { "make_standing", "registered", "standing", NULL, 1 },
        { "count", "standing", "standing", "lead", 0 }, { "report", "standing", "standing", "line", 1 }, { "close", "standing", "closed", NULL, 0 } };
    tl_workflow_spec workflow = { sizeof workflow, "tally", "tally", moves, 5, NULL };
    tl_ledger_spec ledger = TL_LEDGER_SPEC_INIT;
    int64_t tally;
    OK(tl_workflow_add(t.book, &workflow, NULL));
    ledger.code = ledger.title = ledger.workflow = "tally";
    OK(tl_ledger_add(t.book, &ledger, &tally));
    int64_t item = add_item(tally, "x", NULL, t.north);
    tl_posting posting = { .size = sizeof posting, .item = item, .action = "make_standing", .note = "x", .due = "2023-12-31" };
    OK(tl_post(t.book, &posting, NULL));
    count(item, "3", 0, NULL);
    posting = (tl_posting) { .size = sizeof posting, .item = item, .action = "report", .unit = t.north, .note = "x", .value = "12" };
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "counter.report");
    posting.value = NULL;
    OK(tl_post(t.book, &posting, NULL));
    ck_assert_str_eq(column(tl_counters, tally, "figure"), "3");
    ck_assert_str_eq(column(tl_counter_periods, tally, "unit"), "north");
    verify_clean();
}
END_TEST

START_TEST(rates)
{
    ck_assert_str_eq(column(tl_counter_rates, 0, "rate"), "");
    int64_t part = add_counter("of them in person", "次"), lost = add_counter("lost", "次");
    set(part, "denominator", "1");
    set(lost, "denominator", "99");
    count(part, "187", 0, NULL);
    ck_assert_str_eq(column(tl_counter_rates, 0, "rate"), "|");
    count(meetings, "200", 0, NULL);
    ck_assert_str_eq(column(tl_counter_rates, 0, "rate"), "93.50|");
    ck_assert_str_eq(column(tl_counter_rates, counters, "denominator"), "200|");
    ck_assert_str_eq(column(tl_counter_rates, counters, "denominator_ref"), "n/1|");
    count(meetings, "600", 0, NULL); /* 187 / 800 is 23.375 % */
    ck_assert_str_eq(column(tl_counter_rates, 0, "rate"), "23.38|");
    set(lost, "denominator", NULL);
    ck_assert_str_eq(column(tl_counter_rates, 0, "ref"), "n/2");
}
END_TEST

START_TEST(figures)
{
    int64_t other = add_ledger("m", "counters");
    set(meetings, "qualifier", "余");
    set(meetings, "target", "240");
    count(meetings, "270", 0, NULL);
    ck_assert_str_eq(column(tl_counters, 0, "figure"), "270余次");
    ck_assert_str_eq(column(tl_counters, 0, "target"), "240");
    set(meetings, "qualifier", "近");
    ck_assert_str_eq(column(tl_counters, 0, "figure"), "近270次");
    ck_assert_str_eq(column(tl_counters, other, "figure"), "");
    ck_assert_str_eq(column(tl_counter_periods, other, "month"), "");
    tl_cursor *cursor;
    REFUSED(tl_counters(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    ck_assert_ptr_null(cursor);
    REFUSED(tl_counter_periods(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_counter_rates(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    static const list lists[] = { tl_counters, tl_counter_periods, tl_counter_rates };
    OK(tl_set_lang(t.book, "zh"));
    for (size_t i = 0; i < 3; i++) {
        OK(lists[i](t.book, counters, &cursor));
        for (int c = 0; c < tl_column_count(cursor); c++)
            ck_assert_str_ne(tl_column_label(cursor, c), tl_column_name(cursor, c));
        tl_cursor_close(cursor);
    }
}
END_TEST

static const char *light(int64_t item)
{
    tl_item *copy;
    OK(tl_item_get(t.book, item, &copy));
    tl_free(copy);
    char *sql = sqlite3_mprintf("SELECT ifnull(light, '-') FROM item_status WHERE item = %lld", (long long)item);
    const char *text = book_text(t.book, sql);
    sqlite3_free(sql);
    return text;
}

/* Open and standing, with no light but grey until its review date has passed; suspended, too. Other standing items warn before. */
START_TEST(shown)
{
    int64_t standing = add_item(t.tasks, "x", "2023-06-30", t.north), count_of = 0;
    bring_to(standing, "standing");
    today_is("2023-12-31");
    ck_assert_str_eq(light(standing), "yellow");
    ck_assert_str_eq(light(meetings), "grey");
    OK(tl_warn(t.book, counters, &count_of));
    ck_assert_int_eq(count_of, 0);
    today_is("2024-01-01");
    ck_assert_str_eq(light(meetings), "red");
    OK(tl_warn(t.book, counters, &count_of));
    ck_assert_int_eq(count_of, 1);
    tl_item_query query = { .size = sizeof query, .ledger = counters, .state = "open" };
    tl_cursor *cursor;
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "n/1");
    OK(tl_summary(t.book, "ledger", counters, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    for (int i = 0; i < tl_column_count(cursor); i++) {
        const char *name = tl_column_name(cursor, i);
        if (strcmp(name, "open") == 0 || strcmp(name, "standing") == 0 || strcmp(name, "total") == 0)
            ck_assert_int_eq(tl_column_int(cursor, i), 1);
        if (strcmp(name, "open_with_due") == 0 || strcmp(name, "overdue") == 0)
            ck_assert_int_eq(tl_column_int(cursor, i), 0);
    }
    tl_cursor_close(cursor);
    act(meetings, "suspend", "no meetings");
    today_is("2024-06-30");
    ck_assert_str_eq(light(meetings), "red"); /* the clock stopped a day too late */
    act(meetings, "resume", NULL);
    act(meetings, "close", NULL);
    ck_assert_str_eq(light(meetings), "-");
    verify_clean();
}
END_TEST

/* What was counted for a unit is part of the figure, whether it is assigned still or again. */
START_TEST(unit_comes_back)
{
    count(meetings, "5", t.north, NULL);
    count(meetings, "1", 0, NULL);
    OK(tl_unassign(t.book, meetings, t.north));
    ck_assert_str_eq(column(tl_counters, 0, "actual"), "6");
    OK(tl_assign(t.book, meetings, t.north, "support", NULL));
    count(meetings, "-5", t.north, NULL);
    ck_assert_str_eq(column(tl_counters, 0, "actual"), "1");
    verify_clean();
}
END_TEST

/* A figure changed around the rules is found. */
START_TEST(damage_is_found)
{
    findings found = { 0 };
    count(meetings, "5", t.north, NULL);
    ck_assert_int_eq(
        sql_try(t.path, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'item_journal_update'; PRAGMA writable_schema = RESET;"
                        "UPDATE item SET value = '6' WHERE value = '5'"),
        SQLITE_OK);
    tl_cursor *cursor;
    OK(tl_counters(t.book, 0, &cursor));
    ck_assert_str_eq(rows_of(cursor, "actual"), "6");
    ck_assert_int_eq(tl_verify(t.book, NULL, collect, &found), TL_ECORRUPT);
    ck_assert_msg(strstr(found.list, "item.journal|item|") != NULL, "%s", found.list);
}
END_TEST

Suite *counter_suite(void)
{
    Suite *suite = suite_create("counter");
    ADD_TESTS(
        suite, setup_counters, 60, adds_up, by_any_way, once_by_request, refused, no_report_over_it, rates, figures, shown, unit_comes_back, damage_is_found);
    return suite;
}
