/* post.c - one durable post: the library beside hand-made SQL, each post a transaction of its own, in WAL mode with synchronous=FULL. */
#include "bench.h"

#include <stdlib.h>

enum { PAIRS = 60, ITEMS = 5 }; /* a pair: the lives of five items on each side, twenty commits */

static double time_ours(ours *side)
{
    double start = now();
    ours_bulk(side, ITEMS);
    return now() - start;
}

static double time_hand(hand *side)
{
    double start = now();
    for (int i = 0; i < ITEMS; i++)
        for (int step = 0; step < 4; step++) {
            hand_begin(side);
            hand_step(side, step);
            hand_commit(side);
        }
    return now() - start;
}

static void run_pairs(ours *one, hand *bare, hand *sealed, figures out[3])
{
    for (int i = 0; i < PAIRS + 3; i++) {
        double library = time_ours(one);
        double by_hand = time_hand(bare);
        double with_seal = time_hand(sealed);
        if (i < 3) /* the first ones prepare statements */
            continue;
        add_figure(&out[0], library / by_hand);
        add_figure(&out[1], library / with_seal);
        add_figure(&out[2], library / (4 * ITEMS) * 1e6);
    }
}

void bench_post(const settings *set)
{
    char *path = in_folder(set, "post.db"), *bare_path = in_folder(set, "post-bare.db"), *sealed_path = in_folder(set, "post-sealed.db");
    figures out[3] = { 0 };
    ours one;
    hand bare, sealed;
    ours_make(&one, path);
    hand_make(&bare, bare_path, path, BARE);
    hand_make(&sealed, sealed_path, path, BARE);
    sealed.sealed = 1;
    run_pairs(&one, &bare, &sealed, out);
    tell_heading("a. One durable post (create, assign, report, close in turn; library / by hand, bare schema, WAL and FULL)");
    tell("library / same rows and journal rows", &out[0], 1.3);
    tell("library / the same, and a row in seal", &out[1], 0);
    tell_number("a post by the library", median(&out[2]), "us", 0, 1);
    ours_close(&one);
    hand_close(&bare);
    hand_close(&sealed);
    free(path);
    free(bare_path);
    free(sealed_path);
}
