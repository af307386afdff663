/* policy.c - one post under the fullest policy beside the plainest: the same entries in a ledger of workflow noticed with every policy on, and in one
 * of workflow standard with none. Reports, and requests for close-out with their returns; each post a commit of its own, and many in one transaction. */
#include "bench.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS = 60, POSTS = 20, BULK = 2000, ITEMS = 50, WARM = 3 };

/* In work.c: callgrind counts within it. */
void counted_work(void (*work)(void *side, long items), void *side, long items);

/* The items of a side are in progress, with a lead and two others that have signed, evidence, and one item below that is closed. */
typedef struct policy_side {
    tl_book *book;
    int64_t ledger, units[3], items[ITEMS];
    long turn; /* counts the posts: which item is next, and what happens to it */
} policy_side;

static void check(const policy_side *side, int result, const char *doing)
{
    if (result < 0)
        die("%s: %s [%s]", doing, tl_errmsg(side->book), tl_errrule(side->book));
}

static void found(policy_side *side, const char *path, int full)
{
    static const char *const policies[][2] = { { "all_sign", "1" }, { "children", "1" }, { "extensions", "3" }, { "late_extension", "1" },
        { "notice_days", "7" }, { "term", "30" }, { "term_working", "1" }, { "report_days", "7" }, { "evidence", "1" }, { "second_party", "1" } };
    static const char *const plain[][2] = { { "children", "0" } };
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    tl_ledger_spec ledger = TL_LEDGER_SPEC_INIT;
    remove_book(path);
    options.flags = TL_OPEN_NEW;
    options.actor = "bench";
    *side = (policy_side) { 0 };
    check(side, tl_open(path, &options, &side->book), path);
    ledger.code = "lamps";
    ledger.title = "Street lamps";
    ledger.workflow = full ? "noticed" : "standard";
    check(side, tl_ledger_add(side->book, &ledger, &side->ledger), "ledger");
    for (size_t i = 0; i < (full ? sizeof policies / sizeof *policies : 1); i++) {
        const char *const *policy = full ? policies[i] : plain[i];
        check(side, tl_ledger_amend(side->book, side->ledger, policy[0], policy[1]), policy[0]);
    }
}

static int64_t add_item(policy_side *side, int64_t parent)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    int64_t item;
    char title[64];
    life_title(++side->turn, title);
    spec.ledger = side->ledger;
    spec.title = title;
    spec.detail = life_detail;
    spec.due = "2030-06-30";
    spec.parent = parent;
    check(side, tl_item_add(side->book, &spec, &item), "create");
    return item;
}

static void begin_item(policy_side *side, int64_t item)
{
    for (int i = 0; i < 3; i++)
        check(side, tl_assign(side->book, item, side->units[i], i == 0 ? "lead" : "support", NULL), "assign");
    check(side, tl_dispatch(side->book, item, NULL), "dispatch");
    for (int i = 0; i < 3; i++)
        check(side, tl_acknowledge(side->book, item, side->units[i]), "acknowledge");
    check(side, tl_attach(side->book, item, "https://example.org/record", NULL), "attach");
}

static void make_side(policy_side *side, const char *path, int full)
{
    static const char *const codes[] = { "works", "police", "water" };
    tl_unit_spec unit = TL_UNIT_SPEC_INIT;
    found(side, path, full);
    check(side, tl_begin(side->book), "begin");
    for (int i = 0; i < 3; i++) {
        unit.code = unit.name = codes[i];
        check(side, tl_unit_add(side->book, &unit, &side->units[i]), "unit");
    }
    for (int i = 0; i < ITEMS; i++) {
        side->items[i] = add_item(side, 0);
        begin_item(side, side->items[i]);
        tl_posting cancel = { .size = sizeof cancel, .item = add_item(side, side->items[i]), .action = "cancel", .note = "not needed" };
        check(side, tl_post(side->book, &cancel, NULL), "cancel");
    }
    check(side, tl_commit(side->book), "commit");
    side->turn = 0;
}

static void post_report(policy_side *side)
{
    int64_t item = side->items[side->turn % ITEMS];
    side->turn++;
    check(side, tl_report(side->book, item, side->units[0], life_note, "50"), "report");
}

/* In turn: each item's close-out is requested, and returned. */
static void post_review(policy_side *side)
{
    int64_t item = side->items[side->turn / 2 % ITEMS];
    int requested = side->turn % 2 == 1;
    side->turn++;
    check(side, requested ? tl_return(side->book, item, life_note) : tl_request_close(side->book, item, life_note), "request, return");
}

static void work_reports(void *side, long posts)
{
    for (long i = 0; i < posts; i++)
        post_report(side);
}

static void work_reviews(void *side, long posts)
{
    for (long i = 0; i < posts; i++)
        post_review(side);
}

static double time_posts(policy_side *side, void (*work)(void *side, long posts), long posts, int together)
{
    double start = now();
    if (together)
        check(side, tl_begin(side->book), "begin");
    work(side, posts);
    if (together)
        check(side, tl_commit(side->book), "commit");
    return now() - start;
}

static void run_pairs(const char *what, policy_side sides[2], void (*work)(void *side, long posts), int together)
{
    figures ratio = { 0 }, cost = { 0 };
    const long posts = together ? BULK : POSTS;
    for (int i = 0; i < PAIRS + WARM; i++) {
        /* Now the one first, now the other: what the disk owes to one side shall not always be paid by the other. */
        double time[2];
        time[i % 2] = time_posts(&sides[i % 2], work, posts, together);
        time[1 - i % 2] = time_posts(&sides[1 - i % 2], work, posts, together);
        if (i < WARM)
            continue;
        add_figure(&ratio, time[1] / time[0]);
        add_figure(&cost, time[1] / (double)posts * 1e6);
    }
    tell(what, &ratio, 1.5);
    tell_number("  a post under the fullest", median(&cost), "us", 0, 1);
}

void bench_policy(const settings *set)
{
    char *path[2] = { in_folder(set, "policy-plain.db"), in_folder(set, "policy-full.db") };
    policy_side sides[2];
    for (int i = 0; i < 2; i++)
        make_side(&sides[i], path[i], i);
    tell_heading("h. One post under the fullest policy (noticed, every policy on) / the plainest (standard, none)");
    run_pairs("a report, durable", sides, work_reports, 0);
    run_pairs("a request for close-out or its return, durable", sides, work_reviews, 0);
    run_pairs("a report, 2,000 in a transaction, with the seal", sides, work_reports, 1);
    run_pairs("a request for close-out or its return, 2,000 in a transaction", sides, work_reviews, 1);
    for (int i = 0; i < 2; i++) {
        tl_close(sides[i].book);
        remove_book(path[i]);
        free(path[i]);
    }
}

void bench_policy_work(const char *mode, const char *path, long posts)
{
    policy_side side;
    make_side(&side, path, strncmp(mode, "full", 4) == 0);
    void (*work)(void *side, long posts) = strstr(mode, "report") != NULL ? work_reports : work_reviews;
    check(&side, tl_begin(side.book), "begin");
    work(&side, ITEMS * 2);
    counted_work(work, &side, posts);
    check(&side, tl_rollback(side.book), "rollback");
    tl_close(side.book);
    remove_book(path);
}
