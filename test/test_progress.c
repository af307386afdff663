/* test_progress.c - trees: how far an item is from what stands below it, and in which order a tree is closed. */
#include "fixture.h"
#include "suite.h"

#include <math.h>
#include <stdio.h>

/* "below closed percent" of an item. */
static const char *progress_of(int64_t item)
{
    static char text[100];
    tl_progress progress = TL_PROGRESS_INIT;
    OK(tl_item_progress(t.book, item, &progress));
    snprintf(text, sizeof text, "%lld %lld %s", (long long)progress.below, (long long)progress.closed, progress.percent);
    return text;
}

/* A line of the checklist, which north leads, below another item. */
static int64_t put_below(int64_t parent, const char *percent)
{
    int64_t item = 0;
    const tl_assignment_spec lead = { t.north, "lead", NULL };
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.checklist;
    spec.title = "x";
    spec.parent = parent;
    spec.assignments = &lead;
    spec.assignment_count = 1;
    OK(tl_item_add(t.book, &spec, &item));
    if (percent != NULL)
        OK(tl_report(t.book, item, t.north, "so far", percent));
    return item;
}

static int move_below(int64_t item, const char *parent)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = "amend";
    posting.set = &(tl_value_spec) { "parent", parent };
    posting.set_count = 1;
    return tl_post(t.book, &posting, NULL);
}

START_TEST(nothing_below)
{
    tl_progress progress = TL_PROGRESS_INIT;
    ck_assert_str_eq(progress_of(t.item), "0 0 ");
    progress.below = 55;
    REFUSED(tl_item_progress(t.book, 4711, &progress), TL_ENOTFOUND, "entry.item");
    ck_assert_int_eq(progress.below, 55);
    REFUSED(tl_item_progress(t.book, t.item, NULL), TL_EMISUSE, "");
    /* A program built when the struct was shorter. */
    put_below(t.item, "50");
    progress.size = offsetof(tl_progress, closed);
    progress.closed = 55;
    OK(tl_item_progress(t.book, t.item, &progress));
    ck_assert_int_eq(progress.below, 1);
    ck_assert_int_eq(progress.closed, 55);
    ck_assert_str_eq(progress.percent, "");
}
END_TEST

START_TEST(mean_of_ends)
{
    static const char *const percents[] = { "0", "0.01", NULL, "100", "33.3", "66.5", "0.5" };
    static const char *const means[] = { "1 0 0.00", "2 0 0.01", "3 0 0.00", "4 0 25.00", "5 0 26.66", "6 0 33.30", "7 0 28.62" };
    for (size_t i = 0; i < sizeof percents / sizeof percents[0]; i++) {
        put_below(t.item, percents[i]);
        ck_assert_str_eq(progress_of(t.item), means[i]);
    }
    verify_clean();
}
END_TEST

/* programme - task - measure - stage: the ends count, each once, however deep they stand. */
START_TEST(four_levels)
{
    int64_t task = put_below(t.item, "90"), other = put_below(t.item, "20");
    int64_t measure = put_below(task, "90"), done = put_below(task, "10");
    int64_t stage = put_below(measure, "40"), next = put_below(measure, NULL);
    ck_assert_str_eq(progress_of(t.item), "4 0 17.50");
    ck_assert_str_eq(progress_of(task), "3 0 16.67");
    ck_assert_str_eq(progress_of(measure), "2 0 20.00");
    ck_assert_str_eq(progress_of(stage), "0 0 ");
    act(done, "close", NULL);
    ck_assert_str_eq(progress_of(t.item), "4 1 40.00");
    ck_assert_str_eq(progress_of(task), "3 1 46.67");
    act(next, "cancel", "not needed");
    ck_assert_str_eq(progress_of(measure), "1 0 40.00");
    ck_assert_str_eq(progress_of(t.item), "3 1 53.33");
    act(stage, "cancel", "not needed");
    /* With nothing below it that goes on, the measure is an end itself. */
    ck_assert_str_eq(progress_of(measure), "0 0 ");
    ck_assert_str_eq(progress_of(task), "2 1 95.00");
    act(other, "suspend", "waits");
    ck_assert_str_eq(progress_of(t.item), "3 1 70.00");
    act(measure, "close", NULL);
    act(task, "close", NULL);
    ck_assert_str_eq(progress_of(t.item), "3 2 73.33");
    verify_clean();
}
END_TEST

/* What stands below something cancelled does not count, even where it was closed. */
START_TEST(below_what_is_cancelled)
{
    int64_t task = put_below(t.item, NULL), measure = put_below(task, NULL);
    put_below(t.item, "50");
    act(measure, "close", NULL);
    ck_assert_str_eq(progress_of(t.item), "2 1 75.00");
    act(task, "cancel", "merged");
    ck_assert_str_eq(progress_of(t.item), "1 0 50.00");
    ck_assert_str_eq(progress_of(task), "1 1 100.00");
}
END_TEST

START_TEST(closing_order)
{
    int64_t task = put_below(t.item, NULL), measure = put_below(task, NULL), stage = put_below(measure, NULL);
    bring_to(t.item, "in_progress");
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.children");
    REFUSED(tl_close_out(t.book, task, NULL), TL_ERULE, "item.children");
    REFUSED(tl_close_out(t.book, measure, NULL), TL_ERULE, "item.children");
    REFUSED(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = measure, .action = "cancel", .note = "x" }, NULL), TL_ERULE, "item.children");
    OK(tl_close_out(t.book, stage, NULL));
    REFUSED(tl_close_out(t.book, task, NULL), TL_ERULE, "item.children");
    OK(tl_close_out(t.book, measure, NULL));
    OK(tl_close_out(t.book, task, NULL));
    OK(tl_request_close(t.book, t.item, NULL));
    /* One that came while it was in review. */
    int64_t late = put_below(t.item, NULL);
    REFUSED(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = t.item, .action = "close", .actor = "zhao" }, NULL), TL_ERULE, "item.children");
    act(late, "cancel", "too late");
    act_as("zhao", t.item, "close", NULL);
    /* And back, from the top. */
    REFUSED(
        tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = stage, .action = "reopen", .note = "x" }, NULL), TL_ERULE, "item.parent_closed");
    act(t.item, "reopen", "looked back");
    REFUSED(
        tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = stage, .action = "reopen", .note = "x" }, NULL), TL_ERULE, "item.parent_closed");
    act(task, "reopen", "looked back");
    act(measure, "reopen", "looked back");
    act(stage, "reopen", "looked back");
    ck_assert_str_eq(progress_of(t.item), "1 0 0.00");
    verify_clean();
}
END_TEST

/* A ledger may do without: only cancelling asks still. */
START_TEST(without_the_policy)
{
    int64_t task = put_below(t.item, NULL), measure = put_below(task, "30");
    OK(tl_ledger_amend(t.book, t.checklist, "children", "0"));
    OK(tl_close_out(t.book, task, NULL));
    ck_assert_str_eq(progress_of(t.item), "1 0 30.00");
    OK(tl_close_out(t.book, measure, NULL));
    ck_assert_str_eq(progress_of(t.item), "1 1 100.00");
    act(task, "reopen", "x");
    act(measure, "reopen", "x");
    REFUSED(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = task, .action = "cancel", .note = "x" }, NULL), TL_ERULE, "item.children");
    bring_to(t.item, "in_progress");
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.children");
    OK(tl_ledger_amend(t.book, t.tasks, "children", "0"));
    OK(tl_request_close(t.book, t.item, NULL));
    verify_clean();
}
END_TEST

/* A public notice can't end either while something put below meanwhile is open. */
START_TEST(during_a_notice)
{
    int64_t noticed = 0, item, below;
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = "noticed";
    spec.title = "noticed";
    spec.workflow = "noticed";
    OK(tl_ledger_add(t.book, &spec, &noticed));
    item = add_item(noticed, "x", "2023-06-30", t.north);
    bring_to(item, "in_review");
    act_as("zhao", item, "close", NULL);
    ck_assert_str_eq(state_of(item), "notice");
    below = put_below(item, NULL);
    today_is("2023-03-20");
    const tl_posting end = { .size = sizeof end, .item = item, .action = "end_notice", .actor = "zhao" };
    REFUSED(tl_post(t.book, &end, NULL), TL_ERULE, "item.children");
    OK(tl_close_out(t.book, below, NULL));
    OK(tl_post(t.book, &end, NULL));
    verify_clean();
}
END_TEST

START_TEST(moving)
{
    int64_t task = put_below(t.item, NULL), measure = put_below(task, "50"), stage = put_below(measure, "10");
    char *ref;
    OK(tl_item_ref(t.book, stage, &ref));
    REFUSED(move_below(t.item, ref), TL_ERULE, "item.parent_loop");
    REFUSED(move_below(task, ref), TL_ERULE, "item.parent_loop");
    REFUSED(move_below(measure, ref), TL_ERULE, "item.parent_loop");
    REFUSED(move_below(stage, ref), TL_ERULE, "item.parent_loop");
    tl_free(ref);
    /* With all that hangs on it. */
    OK(move_below(measure, "tasks/2"));
    ck_assert_str_eq(progress_of(t.second), "1 0 10.00");
    ck_assert_str_eq(progress_of(t.item), "1 0 0.00");
    OK(move_below(t.second, "tasks/1"));
    ck_assert_str_eq(progress_of(t.item), "2 0 5.00");
    REFUSED(move_below(t.item, "tasks/2"), TL_ERULE, "item.parent_loop");
    OK(move_below(t.second, ""));
    ck_assert_str_eq(progress_of(t.item), "1 0 0.00");
    OK(tl_close_out(t.book, task, NULL));
    OK(tl_item_ref(t.book, task, &ref));
    REFUSED(move_below(measure, ref), TL_ERULE, "item.parent_closed");
    REFUSED(move_below(measure, "tasks/99"), TL_ENOTFOUND, "");
    tl_free(ref);
    verify_clean();
}
END_TEST

/* A tree in C beside the one in the book. */
enum { NODES = 80 };
static struct node {
    int64_t item;
    size_t parent;
    double percent;
    int closed, cancelled;
} nodes[NODES];

static int goes_on_below(size_t top)
{
    for (size_t i = 1; i < NODES; i++)
        if (nodes[i].item != 0 && nodes[i].parent == top && !nodes[i].cancelled)
            return 1;
    return 0;
}

static void sum_below(size_t top, int *below, int *closed, double *points)
{
    for (size_t i = 1; i < NODES; i++) {
        if (nodes[i].item == 0 || nodes[i].parent != top || nodes[i].cancelled)
            continue;
        if (goes_on_below(i)) {
            sum_below(i, below, closed, points);
            continue;
        }
        ++*below;
        *closed += nodes[i].closed;
        *points += nodes[i].closed ? 100 : nodes[i].percent;
    }
}

static int is_open_below(size_t top)
{
    for (size_t i = 1; i < NODES; i++)
        if (nodes[i].item != 0 && nodes[i].parent == top && !nodes[i].cancelled && !nodes[i].closed)
            return 1;
    return 0;
}

START_TEST(a_random_tree)
{
    unsigned seed = 11;
    nodes[0] = (struct node) { .item = t.item };
    for (size_t i = 1; i < NODES; i++) {
        char percent[8];
        seed = seed * 1103515245u + 12345u;
        nodes[i].parent = (seed >> 16) % i;
        nodes[i].percent = (seed >> 8) % 101;
        snprintf(percent, sizeof percent, "%.0f", nodes[i].percent);
        nodes[i].item = put_below(nodes[nodes[i].parent].item, percent);
    }
    /* Some are closed or cancelled, those far below first. */
    for (size_t i = NODES - 1; i > 0; i--) {
        seed = seed * 1103515245u + 12345u;
        unsigned which = (seed >> 16) % 4;
        if (which > 1 || is_open_below(i))
            continue;
        nodes[i].closed = which == 0;
        nodes[i].cancelled = which == 1;
        act(nodes[i].item, which == 0 ? "close" : "cancel", "so be it");
    }
    for (size_t i = 0; i < NODES; i++) {
        int below = 0, closed = 0;
        double points = 0;
        tl_progress progress = TL_PROGRESS_INIT;
        sum_below(i, &below, &closed, &points);
        OK(tl_item_progress(t.book, nodes[i].item, &progress));
        ck_assert_int_eq(progress.below, below);
        ck_assert_int_eq(progress.closed, closed);
        if (below > 0)
            ck_assert_msg(fabs(atof(progress.percent) - points / below) < 0.00501, "%s, not %f", progress.percent, points / below);
    }
    verify_clean();
}
END_TEST

Suite *progress_suite(void)
{
    Suite *suite = suite_create("progress");
    ADD_TESTS(suite, setup_small, 60, nothing_below, mean_of_ends, four_levels, below_what_is_cancelled, closing_order, without_the_policy, during_a_notice,
        moving, a_random_tree);
    return suite;
}
