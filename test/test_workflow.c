/* test_workflow.c - workflows of one's own from C, what is wrong with one told by move or state, and the public notice. */
#include "fixture.h"
#include "suite.h"

static const tl_move_spec base[] = {
    { "dispatch", "registered", "in_progress", NULL, 0 },
    { "request_close", "in_progress", "in_review", NULL, 0 },
    { "close", "in_review", "closed", NULL, 0 },
};

/* The base, and up to two moves more. */
static int add(const char *name, const char *title, const tl_move_spec *more, size_t count)
{
    tl_move_spec moves[5];
    memcpy(moves, base, sizeof base);
    for (size_t i = 0; i < count; i++)
        moves[3 + i] = more[i];
    tl_workflow_spec spec = TL_WORKFLOW_SPEC_INIT;
    spec.name = name;
    spec.title = title;
    spec.moves = moves;
    spec.move_count = 3 + count;
    return tl_workflow_add(t.book, &spec, NULL);
}

START_TEST(added)
{
    tl_cursor *cursor;
    OK(add("own", "自定", NULL, 0));
    OK(tl_workflows(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "name"), "counting|noticed|simple|standard|supervised|own");
    OK(tl_workflow_moves(t.book, "own", &cursor));
    ck_assert_str_eq(rows_of(cursor, "to_state"), "in_progress|in_review|closed");
    ck_assert_str_eq(tl_label(t.book, "workflow", "own"), "自定");
    verify_clean();
    reopen(0);
    verify_clean();
}
END_TEST

START_TEST(a_request_repeated)
{
    tl_workflow_spec spec = { sizeof spec, "own", "x", base, 3, "w-1" };
    int64_t first = 0, again = 0;
    OK(tl_workflow_add(t.book, &spec, &first));
    OK(tl_workflow_add(t.book, &spec, &again));
    ck_assert_int_eq(first, again);
    spec.move_count = 2;
    REFUSED(tl_workflow_add(t.book, &spec, NULL), TL_ECONFLICT, "entry.request");
}
END_TEST

static const struct {
    tl_move_spec move;
    const char *rule, *words;
} bad[] = {
    { { "reprot", "in_progress", "in_progress", "line", 1 }, "workflow.action", "moves[3].action: there is no action 'reprot'; the nearest is 'report'" },
    { { "register", "in_progress", "in_progress", NULL, 1 }, "workflow.action", "moves[3]: " },
    { { "add_unit", "in_progress", "in_progress", NULL, 1 }, "workflow.action", "moves[3]: " },
    { { "report", "in_progres", "in_progress", "line", 1 }, "workflow.state", "moves[3].from: there is no state 'in_progres'; the nearest is 'in_progress'" },
    { { "report", "in_progress", "progress", "line", 1 }, "workflow.state", "moves[3].to: there is no state 'progress'" },
    { { "report", "in_progress", "in_progress", "boss", 1 }, "workflow.line", "moves[3].by: it is line, lead, lead_moves or left out, not 'boss'" },
    { { "dispatch", "registered", "dispatched", NULL, 0 }, "workflow.line", "moves[3]: dispatch stands twice for registered: moves[0] has it, too" },
    { { "report", "in_progress", "in_progress", NULL, 1 }, "workflow.by", "report in_progress" },
    { { "close", "closed", "closed", NULL, 0 }, "workflow.direction", "moves[3]: " },
    { { "report", "in_progress", NULL, "line", 1 }, "workflow.direction", "moves[3].to: it is missing; only resume goes without" },
    { { "comment", "standing", "standing", NULL, 1 }, "workflow.unreachable", "(standing)" },
    { { "resume", "suspended", NULL, NULL, 0 }, "workflow.unreachable", "(suspended)" },
    { { "suspend", "in_progress", "suspended", NULL, 1 }, "workflow.no_close", "(suspended)" },
    { { "make_standing", "in_progress", "standing", NULL, 1 }, "workflow.no_close", "(standing)" },
    { { NULL, "in_progress", "in_progress", NULL, 1 }, "workflow.line", "moves[3].action is missing" },
    { { "comment", NULL, "in_progress", NULL, 1 }, "workflow.line", "moves[3].from is missing" },
    { { "comment", "", "in_progress", NULL, 1 }, "workflow.line", "moves[3].from is empty" },
    { { "comment", "in_progress", "in_progress - note\nclose registered", NULL, 0 }, "workflow.line", "moves[3].to: " },
    { { "comment", "in progress", "in_progress", NULL, 0 }, "workflow.line", "moves[3].from: 'in progress' is not one word" },
    { { "report", "in_progress", "in_progress", "lien", 1 }, "workflow.line", "not 'lien'; the nearest is 'line'" },
    { { "resume", "suspended", "in_progress", NULL, 0 }, "workflow.direction", "moves[3].to: resume leads back" },
};

START_TEST(refused)
{
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        REFUSED(add("own", "x", &bad[i].move, 1), TL_EINVAL, bad[i].rule);
        expect_words(bad[i].words);
    }
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(add("own", "x", &bad[12].move, 1), TL_EINVAL, "workflow.no_close");
    expect_words("流程中有状态无法走到销号");
    OK(tl_set_lang(t.book, "en"));
    REFUSED(add("Own", "x", NULL, 0), TL_EINVAL, "workflow.name");
    REFUSED(add(NULL, "x", NULL, 0), TL_EINVAL, "workflow.name");
    REFUSED(add("own", NULL, NULL, 0), TL_EINVAL, "workflow.name");
    REFUSED(add("simple", "x", NULL, 0), TL_EEXISTS, "workflow.name_taken");
    expect_words("simple: ");
    tl_workflow_spec spec = { sizeof spec, "own", "x", base, 0, NULL };
    REFUSED(tl_workflow_add(t.book, &spec, NULL), TL_EINVAL, "workflow.line");
    spec.moves = NULL;
    REFUSED(tl_workflow_add(t.book, &spec, NULL), TL_EMISUSE, "");
    ck_assert_int_eq(tl_workflow_add(t.book, NULL, NULL), TL_EMISUSE);
    reopen(TL_OPEN_READONLY);
    ck_assert_int_eq(add("own", "x", NULL, 0), TL_EREADONLY);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM workflow"), 5);
    verify_clean();
}
END_TEST

/* Refused inside a transaction: what came before stays. */
START_TEST(refused_in_a_transaction)
{
    OK(tl_begin(t.book));
    int64_t unit = add_unit("west", "West");
    ck_assert_int_eq(add("own", "x", &bad[12].move, 1), TL_EINVAL);
    expect_words("(suspended)");
    OK(add("own", "x", NULL, 0));
    OK(tl_commit(t.book));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM unit WHERE code = 'west'"), 1);
    ck_assert_int_gt(unit, 0);
    verify_clean();
}
END_TEST

static int64_t on_notice(void)
{
    int64_t ledger;
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = spec.title = spec.workflow = "noticed";
    OK(tl_ledger_add(t.book, &spec, &ledger));
    int64_t item = add_item(ledger, "x", "2023-06-30", t.north);
    bring_to(item, "notice");
    return item;
}

static const char *text(const char *column, int64_t item)
{
    tl_item *copy;
    OK(tl_item_get(t.book, item, &copy)); /* from then on the views go by the day of the handle */
    tl_free(copy);
    char *sql = sqlite3_mprintf("SELECT %s FROM item_status WHERE item = %lld", column, (long long)item);
    const char *value = book_text(t.book, sql);
    sqlite3_free(sql);
    return value;
}

static int post(const char *actor, int64_t item, const char *action, const char *note)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.actor = actor;
    posting.note = note;
    return tl_post(t.book, &posting, NULL);
}

START_TEST(a_notice_lasts)
{
    int64_t item = on_notice();
    ck_assert_str_eq(text("notice_on || ' ' || notice_until", item), "2023-03-01 2023-03-06");
    today_is("2023-03-05");
    REFUSED(post("zhao", item, "end_notice", NULL), TL_ERULE, "item.notice_days");
    expect_words("public notice");
    today_is("2023-03-06");
    REFUSED(post("wang", item, "end_notice", NULL), TL_ERULE, "item.second_party");
    OK(post("zhao", item, "end_notice", NULL));
    ck_assert_str_eq(state_of(item), "closed");
    ck_assert_str_eq(text("completed_on", item), "2023-03-01"); /* the day close-out was requested */
    ck_assert_str_eq(text("coalesce(notice_on, '-')", item), "-");
    verify_clean();
}
END_TEST

START_TEST(an_objection)
{
    int64_t item = on_notice();
    REFUSED(post("zhao", item, "object", NULL), TL_ERULE, "entry.note");
    REFUSED(post("zhao", item, "close", NULL), TL_ERULE, "item.move");
    OK(post("zhao", item, "object", "a neighbour complains"));
    ck_assert_str_eq(state_of(item), "in_progress");
    ck_assert_str_eq(text("returned", item), "1");
    ck_assert_str_eq(text("light", item), "yellow");
    act(item, "request_close", NULL);
    act_as("zhao", item, "close", NULL);
    today_is("2023-03-05");
    REFUSED(post("zhao", item, "end_notice", NULL), TL_ERULE, "item.notice_days"); /* the new notice counts from its own day */
    verify_clean();
}
END_TEST

/* Suspended on the third day, for ten: two days are left then. */
START_TEST(a_notice_suspended)
{
    int64_t item = on_notice();
    today_is("2023-03-04");
    act(item, "suspend", "x");
    today_is("2023-03-14");
    act(item, "resume", NULL);
    ck_assert_str_eq(state_of(item), "notice");
    ck_assert_str_eq(text("notice_until || ' ' || due || ' ' || baseline_due", item), "2023-03-16 2023-07-10 2023-06-30");
    today_is("2023-03-15");
    REFUSED(post("zhao", item, "end_notice", NULL), TL_ERULE, "item.notice_days");
    today_is("2023-03-16");
    OK(post("zhao", item, "end_notice", NULL));
    verify_clean();
}
END_TEST

Suite *workflow_suite(void)
{
    Suite *suite = suite_create("workflow");
    ADD_TESTS(suite, setup_small, 60, added, a_request_repeated, refused, refused_in_a_transaction, a_notice_lasts, an_objection, a_notice_suspended);
    return suite;
}
