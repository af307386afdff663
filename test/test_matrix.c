/* test_matrix.c - every workflow, state and action, posted from C: what a row of move allows succeeds and leads where the row says, the rest is
 * refused as item.move. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static const char *const all_states[] = { "registered", "dispatched", "in_progress", "in_review", "notice", "standing", "suspended", "closed", "cancelled" };
enum { STATES = sizeof all_states / sizeof all_states[0] };

typedef struct move {
    int there;
    char to[20], by[20];
} move;

static move move_of(const char *workflow, const char *state, const char *action)
{
    move found = { 0 };
    char *sql = sqlite3_mprintf("SELECT ifnull(to_state, 'back') || ' ' || ifnull(by, 'any') FROM move WHERE workflow = %Q AND from_state = %Q AND action = %Q",
        workflow, state, action);
    const char *row = book_text(t.book, sql);
    sqlite3_free(sql);
    found.there = sscanf(row, "%19s %19s", found.to, found.by) == 2;
    return found;
}

/* A posting that has all an action may need, and nothing that it may not have. */
static tl_posting posting_of(int64_t item, const char *state, const char *action, const move *row)
{
    static const tl_value_spec title = { "title", "another title" };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.actor = "zhao";
    posting.note = "as it is";
    if (!row->there || strcmp(row->by, "any") != 0)
        posting.unit = t.north;
    if (strcmp(action, "acknowledge") == 0 && strcmp(state, "dispatched") != 0)
        posting.unit = t.south; /* the lead has signed */
    if (strcmp(action, "assign") == 0) {
        posting.unit = t.east;
        posting.role = "support";
    } else if (strcmp(action, "unassign") == 0) {
        posting.unit = t.south;
    } else if (strcmp(action, "attach") == 0) {
        posting.uri = "https://example.org/";
    } else if (strcmp(action, "rate") == 0) {
        posting.risk = "medium";
    } else if (strcmp(action, "amend") == 0) {
        posting.set = &title;
        posting.set_count = 1;
    } else if (strcmp(action, "request_extension") == 0 || strcmp(action, "make_standing") == 0) {
        posting.due = "2024-06-30";
    }
    return posting;
}

/* What must be there before: a request for extension, evidence. */
static void prepare(int64_t item, const char *action)
{
    if (strcmp(action, "grant_extension") == 0 || strcmp(action, "refuse_extension") == 0)
        OK(tl_post(t.book,
            &(tl_posting) { .size = sizeof(tl_posting), .item = item, .action = "request_extension", .unit = t.north, .due = "2023-09-30", .note = "rain" },
            NULL));
    if (strcmp(action, "request_close") == 0 || strcmp(action, "close") == 0)
        OK(tl_attach(t.book, item, "https://example.org/", NULL));
}

static void try_action(const char *workflow, int64_t item, const char *state, const char *action)
{
    move row = move_of(workflow, state, action);
    OK(tl_begin(t.book));
    if (row.there)
        prepare(item, action);
    tl_posting posting = posting_of(item, state, action, &row);
    int result = tl_post(t.book, &posting, NULL);
    if (row.there) {
        ck_assert_msg(result == TL_OK, "%s, %s, %s: %s [%s]", workflow, state, action, tl_errmsg(t.book), tl_errrule(t.book));
        ck_assert_str_eq(state_of(item), strcmp(row.to, "back") == 0 ? "registered" : row.to);
    } else if (strcmp(action, "register") == 0) {
        ck_assert_int_lt(result, 0);
    } else {
        ck_assert_msg(result == TL_ERULE && strcmp(tl_errrule(t.book), "item.move") == 0, "%s, %s, %s: %s [%s]", workflow, state, action,
            tl_result_name(result), tl_errrule(t.book));
        ck_assert_str_eq(state_of(item), state);
    }
    OK(tl_rollback(t.book));
}

/* States that no item of the workflow can come to; so there must be no row for them. */
static int is_reachable(const char *workflow, const char *state)
{
    if (strcmp(state, "notice") == 0)
        return 0;
    if (strcmp(workflow, "simple") != 0)
        return 1;
    return strcmp(state, "registered") == 0 || strcmp(state, "suspended") == 0 || strcmp(state, "closed") == 0 || strcmp(state, "cancelled") == 0;
}

static int try_all(const char *workflow, int64_t ledger)
{
    int tried = 0;
    char *actions = long_text(t.path, "SELECT group_concat(name, ' ') FROM action WHERE scope = 'item'");
    for (size_t i = 0; i < STATES; i++) {
        if (!is_reachable(workflow, all_states[i])) {
            char *sql = sqlite3_mprintf("SELECT count(*) FROM move WHERE workflow = %Q AND from_state = %Q", workflow, all_states[i]);
            ck_assert_int_eq(book_int(t.book, sql), 0);
            sqlite3_free(sql);
            continue;
        }
        int64_t item = add_item(ledger, all_states[i], "2023-06-30", t.north);
        OK(tl_assign(t.book, item, t.south, "support", NULL));
        t.line = strcmp(workflow, "simple") == 0 ? item : t.line;
        bring_to(item, all_states[i]);
        char *copy = sqlite3_mprintf("%s", actions);
        for (char *rest = copy, *action; (action = strtok_r(rest, " ", &rest)) != NULL; tried++)
            try_action(workflow, item, all_states[i], action);
        sqlite3_free(copy);
    }
    sqlite3_free(actions);
    return tried;
}

START_TEST(workflow_simple)
{
    ck_assert_int_eq(try_all("simple", t.checklist), 4 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
    verify_clean();
}
END_TEST

START_TEST(workflow_standard)
{
    ck_assert_int_eq(try_all("standard", t.tasks), 8 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
    verify_clean();
}
END_TEST

START_TEST(workflow_supervised)
{
    ck_assert_int_eq(try_all("supervised", t.dossiers), 8 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
    verify_clean();
}
END_TEST

/* The closed loop of the domain, as the people who use it say it: domain.md, section 3. */
START_TEST(the_closed_loop)
{
    static const char *const rows[] = { "dispatch registered dispatched", "acknowledge dispatched in_progress", "decline dispatched registered",
        "request_close in_progress in_review", "request_close standing in_review", "withdraw in_review in_progress", "return in_review in_progress",
        "close in_review closed", "make_standing in_progress standing", "reopen closed in_progress", "cancel registered cancelled",
        "cancel in_review cancelled", "suspend in_progress suspended", "report in_progress in_progress", "amend standing standing",
        "rate dispatched dispatched" };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char action[30], from[20], to[20];
        ck_assert_int_eq(sscanf(rows[i], "%29s %19s %19s", action, from, to), 3);
        ck_assert_str_eq(move_of("standard", from, action).to, to);
        ck_assert_str_eq(move_of("supervised", from, action).to, to);
    }
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM move WHERE from_state = 'cancelled' AND action <> 'comment'"), 0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(DISTINCT workflow) FROM move"), 3);
}
END_TEST

Suite *matrix_suite(void)
{
    Suite *suite = suite_create("matrix");
    ADD_TESTS(suite, setup_small, 120, workflow_simple, workflow_standard, workflow_supervised, the_closed_loop);
    return suite;
}
