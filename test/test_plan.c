/* test_plan.c - how SQLite answers the listing queries: every combination of filters has a plan of searches.
 *
 * Accepted for the tables that grow (item, entry, assignment, evidence, value):
 *   SEARCH … by any index or the primary key;
 *   SCAN o USING [COVERING] INDEX item_in_order: all items in the very order that is asked for, so that a page ends after limit rows; only
 *     where neither a ledger, a parent, nor a place to go on from is given;
 *   SCAN o: all items, of which the keys are sorted; only by due date or priority where closed ones are asked for, too, and no ledger;
 *   SCAN e: the journal whole, by seq, which is its primary key; only in tl_entries without an item and a place to go on from, and for what was
 *     changed last.
 * Accepted besides: SCAN of book and today (one row), of unit, ledger and field (few rows) where all of them are asked for.
 * A sort (USE TEMP B-TREE) is accepted only where an index other than the order's finds the rows: those below a parent, those of a unit in any role
 * or of several units, or closed ones by due date. The keys are sorted and cut to the page in a query of their own (CO-ROUTINE p), before a row of
 * item_status is made; and a unit's items come from its index alone.
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

enum { LEDGER = 1, UNIT = 2, ROLE = 4, PARENT = 8, OPEN = 16, STATE = 32, RISK = 64, DUE = 128, TEXT = 256, LIGHT = 512, AFTER = 1024, ALL = 2047 };

static int64_t dossier; /* an item of a ledger with custom fields */

static void setup_lists(void)
{
    setup_small();
    dossier = add_item(t.dossiers, "bridge", NULL, t.north);
}

static const char *const orders[] = { "number", "due", "change", "priority" };
static const tl_value_spec leader = { "leader", "Wu" };

static tl_item_query query_of(int bits, const char *order)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    query.ledger = bits & LEDGER ? t.dossiers : 0;
    query.unit = bits & UNIT ? t.north : 0;
    query.role = bits & ROLE ? "lead" : NULL;
    query.parent = bits & PARENT ? t.second : 0;
    query.state = bits & OPEN ? "open" : bits & STATE ? "in_progress,closed" : NULL;
    query.risk = bits & RISK ? "high,low" : NULL;
    query.due_before = bits & DUE ? "2023-12-31" : NULL;
    query.due_after = bits & DUE ? "2023-01-01" : NULL;
    query.text = bits & TEXT ? "bridge" : NULL;
    query.officer = bits & TEXT ? "Wu" : NULL;
    query.actor = bits & TEXT ? "wang" : NULL;
    query.values = bits & TEXT ? &leader : NULL;
    query.value_count = bits & TEXT ? 1 : 0;
    query.light = bits & LIGHT ? "red,yellow" : NULL;
    query.after = bits & AFTER ? dossier : 0;
    query.limit = 50;
    query.order = order;
    return query;
}

/* Whether an index has the very order: else keys are sorted. */
static int is_in_order(int bits, const char *order, int below)
{
    int open = bits & OPEN && !(bits & STATE);
    /* Of a dozen conditions SQLite expects so few rows that it would as soon sort them. */
    if (bits & UNIT && !below && !(bits & TEXT && bits & LIGHT))
        return strcmp(order, "number") == 0 || (strcmp(order, "due") == 0 && open);
    if (bits & (UNIT | PARENT))
        return 0;
    return strcmp(order, "number") == 0 || strcmp(order, "change") == 0 || open;
}

static void check_scans(const char *sql, const char *plan, int bits, const char *order)
{
    static const char *const allowed[] = { "book\n", "b\n", "t\n", "today\n", "day\n", "p\n", "CONSTANT ROW\n", "tree\n", "a\n", "(subquery-",
        "o USING COVERING INDEX item_in_order\n", "o USING INDEX item_in_order\n", "e\n", "o\n" };
    int whole = bits & (UNIT | PARENT) ? 0 : strcmp(order, "change") == 0 ? 1 : bits & (LEDGER | AFTER) && strcmp(order, "number") == 0 ? 0 : 2;
    size_t count = whole == 0 ? 10 : whole == 1 ? 13 : strcmp(order, "number") == 0 || bits & (OPEN | LEDGER) ? 12 : 14;
    no_other_scan(sql, plan, allowed, count);
}

static void check_steps(const char *sql, const char *plan, int bits, const char *order, int below)
{
    ck_assert_msg(has_step(plan, "CO-ROUTINE p"), "%s\n%s", sql, plan);
    if (bits & UNIT)
        ck_assert_msg(has_step(plan, "SEARCH a USING INDEX assignment_") || has_step(plan, "SEARCH a USING COVERING INDEX assignment_"), "%s\n%s", sql, plan);
    ck_assert_msg(strstr(plan, "USE TEMP B-TREE FOR ORDER BY") == NULL || !is_in_order(bits, order, below), "%s\n%s", sql, plan);
    if ((bits & (PARENT | UNIT)) == PARENT)
        ck_assert_msg(strstr(plan, "item_parent") != NULL, "%s\n%s", sql, plan);
    if ((bits & (LEDGER | AFTER)) == (LEDGER | AFTER) && !(bits & (PARENT | UNIT)) && strcmp(order, "number") == 0)
        ck_assert_msg(strstr(plan, "no_order>?") != NULL, "%s\n%s", sql, plan);
    if (bits & AFTER && bits & OPEN && !(bits & (PARENT | UNIT)) && (strcmp(order, "due") == 0 || strcmp(order, "priority") == 0))
        ck_assert_msg(strstr(plan, "risk_rank=? AND due_order>?") != NULL, "%s\n%s", sql, plan);
    if (bits & AFTER && bits & OPEN && bits & UNIT && !below && strcmp(order, "due") == 0)
        ck_assert_msg(strstr(plan, "assignment_open (unit=? AND (open_due,item)>(?,?)") != NULL, "%s\n%s", sql, plan);
    if (bits & AFTER && bits & LEDGER && bits & UNIT && !below && strcmp(order, "number") == 0)
        ck_assert_msg(strstr(plan, "assignment_unit (unit=? AND ledger=? AND no_order>?") != NULL, "%s\n%s", sql, plan);
    if (bits & AFTER && strcmp(order, "change") == 0 && !(bits & (PARENT | UNIT)))
        ck_assert_msg(strstr(plan, "SEARCH e USING INTEGER PRIMARY KEY (rowid<?)") != NULL, "%s\n%s", sql, plan);
}

static void check_items_plan(int bits, const char *order, int below)
{
    tl_item_query query = query_of(bits, order);
    tl__list list;
    query.below = below;
    ck_assert_int_eq(tl__list_read(&list, t.book, &query), TL_OK);
    ck_assert_uint_le(list.count, TL__QUERY_PARAMETERS);
    char *plan = plan_of(list.sql.text);
    check_scans(list.sql.text, plan, bits, order);
    check_steps(list.sql.text, plan, bits, order, below);
    sqlite3_free(plan);
    tl__list_free(&list);
}

/* A page of what is open, by due date or priority, has as little to read in the middle as at the beginning; so has one of a ledger's states. */
START_TEST(every_list_of_items)
{
    int checked = 0;
    for (int bits = 0; bits <= ALL; bits += sparsely(1, 7)) {
        if ((bits & ROLE && !(bits & UNIT)) || (bits & OPEN && bits & STATE))
            continue;
        for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
            /* Every order with the filters that change the way; in the first one with all of them. */
            if (i > 0 && bits & (RISK | TEXT | LIGHT))
                continue;
            check_items_plan(bits, orders[i], 0);
            if (bits & UNIT)
                check_items_plan(bits, orders[i], 1);
            checked++;
        }
    }
    ck_assert_int_ge(checked, sparsely(3 * 3 * 128 + 3 * 3 * 3 * 16, 200));
}
END_TEST

/* The plan of what a cursor was opened with. */
#define CHECK_CURSOR(call, ...)                                                                                                                                \
    do {                                                                                                                                                       \
        tl_cursor *cursor_ = NULL;                                                                                                                             \
        const char *const allowed_[] = { "book\n", "b\n", "t\n", "today\n", "day\n", __VA_ARGS__ };                                                            \
        tl__let_go(t.book); /* so that the newest statement is this one */                                                                                     \
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

/* What all statements of the handle have cost since the last call, in steps of SQLite's machine. */
static int steps_taken(void)
{
    int steps = 0;
    for (sqlite3_stmt *statement = NULL; (statement = sqlite3_next_stmt(t.book->db, statement)) != NULL;)
        steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    return steps;
}

/* What the rows of statistics cost. Their plan has in it whatever each word could ask for, so it can't tell. */
static int steps_of(const char *by)
{
    tl_statistic_query query = TL_STATISTIC_QUERY_INIT;
    tl_cursor *cursor;
    int result;
    query.by = by;
    OK(tl_statistics(t.book, &query, &cursor));
    steps_taken();
    while ((result = tl_next(cursor)) == TL_ROW)
        ;
    ck_assert_int_eq(result, TL_DONE);
    int steps = steps_taken();
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
    for (int i = 0; i < 6; i++) {
        int after = steps_of(words[i]);
        ck_assert_msg(after == before[i], "by %s: %d steps of 41 items alike, %d of one", words[i], after, before[i]);
    }
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
    ADD_TESTS(suite, setup_lists, 120, every_list_of_items, lists_of_entries, what_belongs_to_an_item, progress_of_one_item, what_is_looked_up,
        statistics_read_no_items, open_items_by_their_index);
    return suite;
}
