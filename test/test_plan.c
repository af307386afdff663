/* test_plan.c - how SQLite answers the listing queries: every combination of filters has a plan of searches.
 *
 * Accepted for the tables that grow (item, entry, assignment, evidence, value):
 *   SEARCH … by any index or the primary key;
 *   SCAN o USING [COVERING] INDEX item_in_order: all items in the very order that is asked for, so that a page ends after limit rows; only
 *     where neither a ledger, a parent, nor a place to go on from is given;
 *   SCAN e: the journal whole, by seq, which is its primary key; only in tl_entries without an item and a place to go on from.
 * Accepted besides: SCAN of book and today (one row), of unit, ledger and field (few rows) where all of them are asked for.
 * A sort (USE TEMP B-TREE) is accepted only where an index other than the order's finds the rows: those below a parent, those of a unit. Of a page
 * the keys are sorted and cut to it in a query of their own (CO-ROUTINE p), before a row of item_status is made; and a unit's items come from its
 * index alone.
 * Going on behind an item must use both columns of the index, else each page walks over all those before it. */
#include "query.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* The plan of a query, one step a line. */
static char *plan_of(const char *sql)
{
    char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql), *plan = sqlite3_mprintf("");
    sqlite3_stmt *statement;
    ck_assert_msg(sqlite3_prepare_v2(t.book->db, text, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(t.book->db));
    while (sqlite3_step(statement) == SQLITE_ROW)
        plan = sqlite3_mprintf("%z%s\n", plan, sqlite3_column_text(statement, 3));
    sqlite3_finalize(statement);
    sqlite3_free(text);
    ck_assert_ptr_nonnull(plan);
    ck_assert_str_ne(plan, "");
    return plan;
}

/* 1 if the plan has a line that begins with this. */
static int has_step(const char *plan, const char *begin)
{
    size_t length = strlen(begin);
    for (; plan != NULL && *plan != '\0'; plan = strchr(plan, '\n') + 1)
        if (strncmp(plan, begin, length) == 0)
            return 1;
    return 0;
}

/* Fails on a SCAN of anything but what is named in allowed, "name " each. */
static void no_other_scan(const char *sql, const char *plan, const char *const *allowed, size_t count)
{
    for (const char *line = plan; *line != '\0'; line = strchr(line, '\n') + 1) {
        int fine = strncmp(line, "SCAN ", 5) != 0;
        for (size_t i = 0; i < count; i++)
            fine = fine || strncmp(line + 5, allowed[i], strlen(allowed[i])) == 0;
        ck_assert_msg(fine, "%s\n%s", sql, plan);
    }
}

enum {
    LEDGER = 1,
    UNIT = 2,
    ROLE = 4,
    PARENT = 8,
    OPEN = 16,
    STATE = 32,
    RISK = 64,
    BEFORE = 128,
    AFTER_DAY = 256,
    TEXT = 512,
    LIGHT = 1024,
    AFTER = 2048,
    ALL = 4095
};

static tl_item_query query_of(int bits)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    query.ledger = bits & LEDGER ? t.tasks : 0;
    query.unit = bits & UNIT ? t.north : 0;
    query.role = bits & ROLE ? "lead" : NULL;
    query.parent = bits & PARENT ? t.second : 0;
    query.state = bits & OPEN ? "open" : bits & STATE ? "in_progress" : NULL;
    query.risk = bits & RISK ? "high" : NULL;
    query.due_before = bits & BEFORE ? "2023-12-31" : NULL;
    query.due_after = bits & AFTER_DAY ? "2023-01-01" : NULL;
    query.text = bits & TEXT ? "bridge" : NULL;
    query.officer = bits & TEXT ? "Wu" : NULL;
    query.light = bits & LIGHT ? "red" : NULL;
    query.after = bits & AFTER ? t.item : 0;
    query.limit = 50;
    return query;
}

static void check_items_plan(int bits)
{
    static const char *const allowed[] = { "book\n", "b\n", "t\n", "today\n", "day\n", "o USING COVERING INDEX item_in_order\n",
        "o USING INDEX item_in_order\n" };
    static const char *const sorted[] = { "book\n", "b\n", "t\n", "today\n", "day\n", "p\n" };
    tl_item_query query = query_of(bits);
    tl__buffer sql = { 0 };
    tl__parameter parameters[TL__QUERY_PARAMETERS];
    size_t count;
    ck_assert_int_eq(tl__items_sql(t.book, &query, &sql, parameters, &count), TL_OK);
    ck_assert_uint_le(count, TL__QUERY_PARAMETERS);
    char *plan = plan_of(sql.text);
    int narrow = bits & (LEDGER | PARENT | AFTER);
    int page = bits & (UNIT | PARENT) && !(bits & LIGHT);
    if (page)
        no_other_scan(sql.text, plan, sorted, sizeof sorted / sizeof sorted[0]);
    else
        no_other_scan(sql.text, plan, allowed, sizeof allowed / sizeof allowed[0] - (narrow ? 2 : 0));
    ck_assert_msg(has_step(plan, "CO-ROUTINE p") == page, "%s\n%s", sql.text, plan);
    if (bits & UNIT)
        ck_assert_msg(has_step(plan, "SEARCH a USING COVERING INDEX assignment_unit"), "%s\n%s", sql.text, plan);
    ck_assert_msg(!has_step(plan, "USE TEMP B-TREE") || bits & (PARENT | UNIT), "%s\n%s", sql.text, plan);
    if ((bits & (PARENT | LEDGER | UNIT)) == PARENT)
        ck_assert_msg(strstr(plan, "item_parent") != NULL, "%s\n%s", sql.text, plan);
    if ((bits & (LEDGER | AFTER)) == (LEDGER | AFTER) && !(bits & (PARENT | UNIT)))
        ck_assert_msg(strstr(plan, "no_order>?") != NULL, "%s\n%s", sql.text, plan);
    sqlite3_free(plan);
    tl_free(sql.text);
}

START_TEST(every_list_of_items)
{
    int checked = 0;
    for (int bits = 0; bits <= ALL; bits++) {
        if ((bits & ROLE && !(bits & UNIT)) || (bits & OPEN && bits & STATE))
            continue;
        check_items_plan(bits);
        checked++;
    }
    ck_assert_int_eq(checked, 3 * 3 * 256);
}
END_TEST

/* The plan of what a cursor was opened with. */
#define CHECK_CURSOR(call, ...)                                                                                                                                \
    do {                                                                                                                                                       \
        tl_cursor *cursor_ = NULL;                                                                                                                             \
        const char *const allowed_[] = { "book\n", "b\n", "t\n", "today\n", "day\n", __VA_ARGS__ };                                                            \
        OK(call);                                                                                                                                              \
        sqlite3_stmt *statement_ = sqlite3_next_stmt(t.book->db, NULL);                                                                                        \
        ck_assert_ptr_nonnull(statement_);                                                                                                                     \
        char *sql_ = sqlite3_mprintf("%s", sqlite3_sql(statement_));                                                                                           \
        char *plan_ = plan_of(sql_);                                                                                                                           \
        no_other_scan(sql_, plan_, allowed_, sizeof allowed_ / sizeof allowed_[0]);                                                                            \
        ck_assert_msg(strstr(plan_, "SEARCH") != NULL || strstr(plan_, "SCAN") != NULL, "%s\n%s", sql_, plan_);                                                \
        sqlite3_free(sql_);                                                                                                                                    \
        sqlite3_free(plan_);                                                                                                                                   \
        tl_cursor_close(cursor_);                                                                                                                              \
    } while (0)

START_TEST(lists_of_entries)
{
    for (int bits = 0; bits < 16; bits++) {
        tl_entry_query query = TL_ENTRY_QUERY_INIT;
        query.item = bits & 1 ? t.item : 0;
        query.after = bits & 2 ? 3 : 0;
        query.action = bits & 4 ? "report" : NULL;
        query.actor = bits & 8 ? "wang" : NULL;
        query.limit = 50;
        CHECK_CURSOR(tl_entries(t.book, &query, &cursor_), bits & 3 ? "b\n" : "e\n");
    }
}
END_TEST

START_TEST(what_belongs_to_an_item)
{
    CHECK_CURSOR(tl_assignments(t.book, t.item, &cursor_), "book\n");
    CHECK_CURSOR(tl_evidence(t.book, t.item, &cursor_), "book\n");
    CHECK_CURSOR(tl_values(t.book, t.item, &cursor_), "book\n");
    CHECK_CURSOR(tl_moves(t.book, t.item, &cursor_), "book\n");
    CHECK_CURSOR(tl_fields(t.book, t.dossiers, &cursor_), "book\n");
    CHECK_CURSOR(tl_units(t.book, &cursor_), "u\n");
    CHECK_CURSOR(tl_ledgers(t.book, &cursor_), "ledger\n");
}
END_TEST

/* Progress from below walks the tree of the one item: it begins at its key, and goes down by the index of parents. */
START_TEST(progress_of_one_item)
{
    static const char *const allowed[] = { "CONSTANT ROW\n", "t\n", "mean\n", "book\n" };
    static const char *const questions[] = { "SELECT * FROM item_progress WHERE item = 5",
        "SELECT s.*, p.below, p.closed_below, p.progress_below FROM item_status s LEFT JOIN item_progress p ON p.item = s.item WHERE s.item = 5",
        "SELECT i.id, p.progress_below FROM item i INDEXED BY item_parent JOIN item_progress p ON p.item = i.id WHERE i.parent = 5" };
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        char *plan = plan_of(questions[i]);
        no_other_scan(questions[i], plan, allowed, sizeof allowed / sizeof allowed[0]);
        ck_assert_msg(has_step(plan, "SEARCH p USING INTEGER PRIMARY KEY"), "%s\n%s", questions[i], plan);
        ck_assert_msg(has_step(plan, "SEARCH c USING INDEX item_parent"), "%s\n%s", questions[i], plan);
        sqlite3_free(plan);
    }
    CHECK_CURSOR(tl_listings(t.book, t.dossiers, 0, &cursor_), "main.book\n", "temp.day\n");
    CHECK_CURSOR(tl_listings(t.book, 0, t.item, &cursor_), "main.book\n", "temp.day\n");
    CHECK_CURSOR(tl_listings(t.book, t.dossiers, t.item, &cursor_), "main.book\n", "temp.day\n");
    CHECK_CURSOR(tl_listings(t.book, 0, 0, &cursor_), "main.book\n", "temp.day\n", "n USING INDEX listing_no\n");
    CHECK_CURSOR(tl_unit_holders(t.book, t.north, &cursor_), "b\n");
    CHECK_CURSOR(tl_unit_holders(t.book, 0, &cursor_), "u\n");
}
END_TEST

/* What a post looks up: by primary key or an index, never by walking. */
START_TEST(what_is_looked_up)
{
    static const tl__statement_id lookups[] = { TL__REQUEST, TL__UNIT_BY_CODE, TL__UNIT_BY_NAME, TL__LEDGER_BY_CODE, TL__ITEM_BY_NO, TL__ITEM_BY_UID,
        TL__ITEM_NOS, TL__ITEM_PLACE, TL__ENTRIES_AFTER, TL__SERIES_BY_CODE, TL__SERIES_CODE, TL__UNIT_CODE };
    for (size_t i = 0; i < sizeof lookups / sizeof lookups[0]; i++) {
        const char *sql = tl__statement_sql(lookups[i]);
        char *plan = plan_of(sql);
        no_other_scan(sql, plan, NULL, 0);
        ck_assert_msg(has_step(plan, "SEARCH"), "%s\n%s", sql, plan);
        sqlite3_free(plan);
    }
}
END_TEST

/* What the rows of statistics cost, in steps of SQLite's machine. The plan has in it what each word could ask for, so it can't tell. */
static int steps_of(const char *by)
{
    tl_statistic_query query = TL_STATISTIC_QUERY_INIT;
    tl_cursor *cursor;
    int result;
    query.by = by;
    OK(tl_statistics(t.book, &query, &cursor));
    sqlite3_stmt *statement = sqlite3_next_stmt(t.book->db, NULL);
    while ((result = tl_next(cursor)) == TL_ROW)
        ;
    ck_assert_int_eq(result, TL_DONE);
    int steps = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
    tl_cursor_close(cursor);
    return steps;
}

static void add_alike(int count)
{
    OK(tl_begin(t.book));
    for (int i = 0; i < count; i++)
        act(add_item(t.tasks, "alike", "2024-05-31", t.north), "dispatch", NULL);
    OK(tl_commit(t.book));
}

/* However many items there are, statistics read the tally alone; by risk they read the items, which is said of them. */
START_TEST(statistics_read_no_items)
{
    static const char *const words[] = { "all", "ledger", "unit", "unit_tree", "state", "month", "risk" };
    int before[7];
    add_alike(1);
    for (int i = 0; i < 7; i++)
        before[i] = steps_of(words[i]);
    add_alike(40);
    for (int i = 0; i < 6; i++)
        ck_assert_msg(steps_of(words[i]) == before[i], "by %s: %d steps of 41 items alike, %d of one", words[i], steps_of(words[i]), before[i]);
    ck_assert_int_gt(steps_of("risk"), before[6] + 40);
}
END_TEST

/* What is overdue in the present month, and the lights of a board: by the index of what is open. */
START_TEST(open_items_by_their_index)
{
    static const char *const allowed[] = {
        "book\n",
        "b\n",
        "t\n",
        "today\n",
        "day\n",
        "main.book\n",
        "temp.day\n",
        "l USING INDEX ledger_code\n",
    };
    static const char lights[] = "SELECT ledger, light, count(*) FROM item_status WHERE state <> 'closed' AND state <> 'cancelled' GROUP BY ledger";
    static const char overdue[] = "SELECT ledger, sum(overdue) FROM tally_part WHERE month = '' GROUP BY ledger";
    char *plan = plan_of(lights);
    no_other_scan(lights, plan, allowed, sizeof allowed / sizeof allowed[0]);
    ck_assert_msg(has_step(plan, "SEARCH i USING INDEX item_open_due (ledger=?)"), "%s", plan);
    sqlite3_free(plan);
    plan = plan_of(overdue);
    ck_assert_msg(has_step(plan, "SEARCH i USING COVERING INDEX item_open_due (ledger=? AND due>? AND due<?)"), "%s", plan);
    ck_assert_msg(!has_step(plan, "SCAN i\n"), "%s", plan);
    sqlite3_free(plan);
}
END_TEST

Suite *plan_suite(void)
{
    Suite *suite = suite_create("plan");
    ADD_TESTS(suite, setup_small, 120, every_list_of_items, lists_of_entries, what_belongs_to_an_item, progress_of_one_item, what_is_looked_up,
        statistics_read_no_items, open_items_by_their_index);
    return suite;
}
