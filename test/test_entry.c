/* test_entry.c - the short way into the journal: it adds what the view post would add, and leaves to post what it can't look up. */
#include "entry.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* One step of an item's life. */
typedef struct step {
    const char *action, *note, *due, *percent, *risk;
    int unit; /* 0 none, 1 the lead, 2 the supporting unit */
} step;

static const step life[] = {
    { "comment", "as it was", NULL, NULL, NULL, 0 },
    { "dispatch", NULL, NULL, NULL, NULL, 0 },
    { "acknowledge", NULL, NULL, NULL, NULL, 2 },
    { "acknowledge", NULL, NULL, NULL, NULL, 1 },
    { "report", "half", NULL, "50", NULL, 1 },
    { "report", "our part", NULL, "30", NULL, 2 },
    { "rate", "it rains", NULL, NULL, "high", 0 },
    { "urge", "faster", NULL, NULL, NULL, 0 },
    { "request_extension", "rain", "2023-08-01", NULL, NULL, 1 },
    { "grant_extension", NULL, NULL, NULL, NULL, 0 },
    { "complete", NULL, NULL, "100", NULL, 2 },
    { "suspend", "flood", NULL, NULL, NULL, 0 },
    { "resume", NULL, NULL, NULL, NULL, 0 },
    { "request_close", "done", NULL, NULL, NULL, 0 },
    { "return", "not quite", "2023-09-01", NULL, NULL, 0 },
    { "request_close", "done now", NULL, NULL, NULL, 1 },
    { "close", NULL, NULL, NULL, NULL, 0 },
    { "reopen", "it broke", NULL, NULL, NULL, 0 },
    { "cancel", "enough", NULL, NULL, NULL, 0 },
};

/* A request id makes a post go through the view. */
static void live(int64_t item, int by_request)
{
    char request[40];
    for (size_t i = 0; i < sizeof life / sizeof life[0]; i++) {
        tl_posting posting = { .size = sizeof posting, .item = item, .action = life[i].action, .note = life[i].note, .due = life[i].due };
        posting.percent = life[i].percent;
        posting.risk = life[i].risk;
        posting.unit = life[i].unit == 1 ? t.north : life[i].unit == 2 ? t.south : 0;
        snprintf(request, sizeof request, "step %zu", i);
        posting.request = by_request ? request : NULL;
        int64_t seq = 0;
        OK(tl_post(t.book, &posting, &seq));
        ck_assert_int_eq(seq, entries());
    }
}

static int64_t add_twin(const char *no, const char *request)
{
    int64_t item;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    const tl_assignment_spec units[] = { { t.north, "lead", "Wang" }, { t.south, "support", NULL } };
    spec.ledger = t.tasks;
    spec.no = no;
    spec.title = "mend the wall";
    spec.due = "2023-06-30";
    spec.assignments = units;
    spec.assignment_count = 2;
    spec.request = request;
    OK(tl_item_add(t.book, &spec, &item));
    return item;
}

/* What two items' journals differ in, but for numbers, times, uids and requests. */
static int64_t differences(int64_t one, int64_t other)
{
    char sql[800];
    const char *columns = "row_number() OVER (ORDER BY seq), actor, action, unit, role, officer, state, due, percent, value, risk, note, problem, next_step, "
                          "happened_on, asked_due, field, old, new, title, detail, source, parent, code, kind, workflow, required, uri, sha256, size, data";
    snprintf(sql, sizeof sql, "SELECT count(*) FROM (SELECT %s FROM entry WHERE item = %lld EXCEPT SELECT %s FROM entry WHERE item = %lld)", columns,
        (long long)one, columns, (long long)other);
    return book_int(t.book, sql);
}

START_TEST(the_same_as_through_post)
{
    int64_t quick = add_twin("q", NULL), slow = add_twin("s", "slow");
    live(quick, 0);
    live(slow, 1);
    ck_assert_int_eq(differences(quick, slow), 0);
    ck_assert_int_eq(differences(slow, quick), 0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM check_book"), 0);
}
END_TEST

/* Which way a post takes. */
static int is_short(const char *action, const char *request, int64_t item, int64_t expect)
{
    sqlite3_stmt *statement;
    int64_t added;
    tl_posting posting = { .size = sizeof posting, .item = item, .request = request, .expect = expect };
    ck_assert_int_eq(tl__entry_moving(t.book, &posting, action, &statement, &added), TL_OK);
    ck_assert_ptr_nonnull(statement);
    tl__done(statement);
    ck_assert(added == 0 || added == entries() + 1);
    return added != 0;
}

START_TEST(what_takes_it)
{
    int64_t last = book_int(t.book, "SELECT entry FROM item WHERE no = '1' AND ledger = (SELECT id FROM ledger WHERE code = 'tasks')");
    ck_assert(is_short("comment", NULL, t.item, 0));
    ck_assert(is_short("comment", NULL, t.item, last));
    ck_assert(!is_short("comment", NULL, t.item, last - 1));
    ck_assert(is_short("comment", "r", t.item, 0));
    ck_assert(!is_short("amend", NULL, t.item, 0));
    ck_assert(!is_short("resume", NULL, t.item, 0));
    ck_assert(!is_short("close", NULL, t.item, 0));
    ck_assert(!is_short("no_such", NULL, t.item, 0));
    ck_assert(!is_short("comment", NULL, 999999, 0));
}
END_TEST

static int is_short_founding(const char *action, int64_t ledger, const char *request)
{
    sqlite3_stmt *statement;
    int64_t added;
    tl__new_entry entry = { .action = action, .ledger = ledger, .request = request };
    ck_assert_int_eq(tl__entry_founding(t.book, &entry, &statement, &added), TL_OK);
    ck_assert_ptr_nonnull(statement);
    tl__done(statement);
    return added != 0;
}

START_TEST(what_is_founded_by_it)
{
    ck_assert(is_short_founding("register", t.tasks, NULL));
    ck_assert(!is_short_founding("register", t.tasks, "r"));
    ck_assert(!is_short_founding("register", 999999, NULL));
    ck_assert(!is_short_founding("add_unit", 0, NULL));
}
END_TEST

/* The rules stand in its way as in any other's. */
START_TEST(refused_by_the_same_rules)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "comment";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.note");
    posting.note = "x";
    posting.risk = "high";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "item.rate_only");
    posting.risk = NULL;
    posting.due = "2024-01-01";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.due");
    posting.due = NULL;
    posting.unit = t.east;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ERULE, "entry.unit");
    posting.unit = 0;
    posting.note = "\xff";
    REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "");
    posting.note = "x";
    posting.expect = 1;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "item.expect");
}
END_TEST

Suite *entry_suite(void)
{
    Suite *suite = suite_create("entry");
    ADD_TESTS(suite, setup_small, 30, the_same_as_through_post, what_takes_it, what_is_founded_by_it, refused_by_the_same_rules);
    return suite;
}
