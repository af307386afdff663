/* test_matrix.c - every workflow, state and action, posted from C: what a row of move allows succeeds and leads where the row says, the rest is
 * refused as item.move. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static const char *const all_states[] = { "registered", "dispatched", "in_progress", "in_review", "notice", "standing", "suspended", "closed", "cancelled" };
enum { STATES = sizeof all_states / sizeof all_states[0] };

static int64_t other; /* a ledger that no item of the matrix is at home in */

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
    if (strcmp(action, "warn") == 0) {
        posting.level = "blue";
    } else if (strcmp(action, "enlist") == 0 || strcmp(action, "delist") == 0) {
        posting.ledger = other;
    } else if (strcmp(action, "assign") == 0) {
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

static void post_before(int64_t item, const char *action, const char *level, int64_t ledger)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.level = level;
    posting.ledger = ledger;
    OK(tl_post(t.book, &posting, NULL));
}

static int asks_for_evidence(int64_t item)
{
    char *sql = sqlite3_mprintf("SELECT l.evidence FROM main.item i JOIN main.ledger l ON l.id = i.ledger WHERE i.id = %lld", (long long)item);
    int asks = (int)book_int(t.book, sql);
    sqlite3_free(sql);
    return asks;
}

/* What must be there before: a request for extension, evidence, a warning, a listing. */
static void prepare(int64_t item, const char *action)
{
    if (strcmp(action, "grant_extension") == 0 || strcmp(action, "refuse_extension") == 0)
        OK(tl_post(t.book,
            &(tl_posting) { .size = sizeof(tl_posting), .item = item, .action = "request_extension", .unit = t.north, .due = "2023-09-30", .note = "rain" },
            NULL));
    if ((strcmp(action, "request_close") == 0 || strcmp(action, "close") == 0) && asks_for_evidence(item))
        OK(tl_attach(t.book, item, "https://example.org/", NULL));
    if (strcmp(action, "acknowledge_warning") == 0)
        post_before(item, "warn", "blue", 0);
    if (strcmp(action, "delist") == 0)
        post_before(item, "enlist", NULL, other);
}

static void try_action(const char *workflow, int64_t item, const char *state, const char *action)
{
    move row = move_of(workflow, state, action);
    if (strcmp(row.to, "back") == 0) {
        char *from = sqlite3_mprintf("SELECT suspended_from FROM item WHERE id = %lld", (long long)item);
        snprintf(row.to, sizeof row.to, "%s", book_text(t.book, from));
        sqlite3_free(from);
    }
    OK(tl_begin(t.book));
    if (row.there)
        prepare(item, action);
    tl_posting posting = posting_of(item, state, action, &row);
    int result = tl_post(t.book, &posting, NULL);
    if (row.there) {
        ck_assert_msg(result == TL_OK, "%s, %s, %s: %s [%s]", workflow, state, action, tl_errmsg(t.book), tl_errrule(t.book));
        ck_assert_str_eq(state_of(item), row.to);
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
        return strcmp(workflow, "noticed") == 0 || strcmp(workflow, "own") == 0;
    if (strcmp(state, "standing") == 0)
        return strcmp(workflow, "simple") != 0;
    if (strcmp(workflow, "simple") != 0 && strcmp(workflow, "counting") != 0)
        return 1;
    return strcmp(state, "registered") == 0 || strcmp(state, "suspended") == 0 || strcmp(state, "closed") == 0 || strcmp(state, "cancelled") == 0;
}

/* A counter stands before it is closed, or suspended as one that counts. */
static void bring_counter_to(int64_t item, const char *state)
{
    const tl_posting posting = { .size = sizeof posting, .item = item, .action = "make_standing", .due = "2023-12-31", .note = "keep at it" };
    if (strcmp(state, "registered") != 0 && strcmp(state, "cancelled") != 0)
        OK(tl_post(t.book, &posting, NULL));
    if (strcmp(state, "closed") == 0)
        act(item, "close", NULL);
    else if (strcmp(state, "standing") != 0)
        bring_to(item, state);
    ck_assert_str_eq(state_of(item), state);
}

static int try_all(const char *workflow, int64_t ledger)
{
    int tried = 0;
    other = add_ledger("other", "tasks");
    char *actions = long_text(t.path, "SELECT group_concat(name, ' ') FROM action WHERE scope = 'item'");
    OK(tl_ledger_amend(t.book, ledger, "blue_days", "9999")); /* so that there is something to warn of */
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
        if (strcmp(workflow, "own") == 0 && strcmp(all_states[i], "suspended") == 0)
            bring_to(item, "in_progress"); /* from registered it has no way there */
        if (strcmp(workflow, "counting") == 0)
            bring_counter_to(item, all_states[i]);
        else
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

/* A ledger whose public notices may end on the day they begin, so that only the move can be missing. */
static int64_t add_ledger_of(const char *workflow)
{
    int64_t ledger;
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = spec.title = spec.workflow = workflow;
    OK(tl_ledger_add(t.book, &spec, &ledger));
    if (strcmp(workflow, "counting") != 0)
        OK(tl_ledger_amend(t.book, ledger, "notice_days", "0"));
    return ledger;
}

START_TEST(workflow_noticed)
{
    ck_assert_int_eq(try_all("noticed", add_ledger_of("noticed")), 9 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
    verify_clean();
}
END_TEST

START_TEST(workflow_counting)
{
    ck_assert_int_eq(try_all("counting", add_ledger_of("counting")), 5 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
    verify_clean();
}
END_TEST

/* A workflow of one's own: what it allows is what is written here, and nothing else. */
static const tl_move_spec own_moves[] = {
    { "assign", "registered", "registered", NULL, 0 },
    { "cancel", "registered", "cancelled", NULL, 1 },
    { "dispatch", "registered", "dispatched", NULL, 0 },
    { "acknowledge", "dispatched", "in_progress", "lead", 0 },
    { "request_extension", "dispatched", "dispatched", "line", 1 },
    { "grant_extension", "dispatched", "dispatched", NULL, 0 },
    { "refuse_extension", "dispatched", "dispatched", NULL, 0 },
    { "report", "in_progress", "in_progress", "line", 1 },
    { "complete", "in_progress", "in_progress", "lead", 0 },
    { "attach", "in_progress", "in_progress", NULL, 0 },
    { "amend", "in_progress", "in_progress", NULL, 0 },
    { "urge", "in_progress", "in_progress", NULL, 0 },
    { "warn", "in_progress", "in_progress", NULL, 0 },
    { "acknowledge_warning", "in_progress", "in_progress", "line", 0 },
    { "enlist", "in_progress", "in_progress", NULL, 0 },
    { "delist", "in_progress", "in_progress", NULL, 0 },
    { "suspend", "in_progress", "suspended", NULL, 1 },
    { "make_standing", "in_progress", "standing", NULL, 0 },
    { "request_close", "in_progress", "in_review", "lead", 0 },
    { "request_close", "standing", "in_review", NULL, 0 },
    { "return", "in_review", "dispatched", NULL, 1 },
    { "close", "in_review", "notice", NULL, 0 },
    { "end_notice", "notice", "closed", NULL, 0 },
    { "object", "notice", "in_progress", NULL, 1 },
    { "reopen", "closed", "registered", NULL, 1 },
    { "comment", "closed", "closed", NULL, 1 },
    { "resume", "suspended", NULL, NULL, 0 },
    { "rate", "suspended", "suspended", NULL, 1 },
};
enum { OWN_MOVES = sizeof own_moves / sizeof own_moves[0] };

START_TEST(workflow_of_ones_own)
{
    tl_workflow_spec spec = TL_WORKFLOW_SPEC_INIT;
    spec.name = "own";
    spec.title = "自定流程";
    spec.moves = own_moves;
    spec.move_count = OWN_MOVES;
    OK(tl_workflow_add(t.book, &spec, NULL));
    for (size_t i = 0; i < OWN_MOVES; i++) {
        move row = move_of("own", own_moves[i].from_state, own_moves[i].action);
        ck_assert_str_eq(row.to, own_moves[i].to_state == NULL ? "back" : own_moves[i].to_state);
        ck_assert_str_eq(row.by, own_moves[i].by == NULL ? "any" : own_moves[i].by);
    }
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM move WHERE workflow = 'own'"), OWN_MOVES);
    ck_assert_int_eq(try_all("own", add_ledger_of("own")), 9 * (int)book_int(t.book, "SELECT count(*) FROM action WHERE scope = 'item'"));
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
        ck_assert_str_eq(move_of("noticed", from, action).to, strcmp(action, "close") == 0 ? "notice" : to);
    }
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM move WHERE from_state = 'cancelled' AND action <> 'comment'"), 0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(DISTINCT workflow) FROM move"), 5);
    ck_assert_str_eq(move_of("noticed", "notice", "end_notice").to, "closed");
    ck_assert_str_eq(move_of("noticed", "notice", "object").to, "in_progress");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM move WHERE workflow <> 'noticed' AND (from_state = 'notice' OR to_state = 'notice')"), 0);
}
END_TEST

Suite *matrix_suite(void)
{
    Suite *suite = suite_create("matrix");
    ADD_TESTS(suite, setup_small, 120, workflow_simple, workflow_standard, workflow_supervised, workflow_noticed, workflow_counting, workflow_of_ones_own,
        the_closed_loop);
    return suite;
}
