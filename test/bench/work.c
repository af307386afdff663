/* work.c - one side alone, for callgrind and for the memory of a process: what lies between work_begin and work_end is counted. */
#include "bench.h"
#include "seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* callgrind is told to count within this function only. */
__attribute__((noinline)) void counted_work(void (*work)(void *side, long items), void *side, long items);

void counted_work(void (*work)(void *side, long items), void *side, long items)
{
    work(side, items);
}

static void work_ours(void *side, long items)
{
    ours_bulk(side, items);
}

static void work_seal(void *side, long items)
{
    (void)items;
    ours_check(side, tl__seal(((ours *)side)->book), "seal");
}

static void work_hand(void *side, long items)
{
    for (long i = 0; i < items; i++)
        for (int step = 0; step < 4; step++)
            hand_step(side, step);
}

/* A few lives come first, so that no statement is prepared while counting. */
enum { WARM = 10 };

static void run_ours(const char *path, long items, int seal)
{
    ours side;
    ours_open(&side, path);
    ours_check(&side, tl_begin(side.book), "begin");
    ours_bulk(&side, WARM);
    if (seal) {
        ours_check(&side, tl__seal(side.book), "seal");
        ours_bulk(&side, items);
    }
    counted_work(seal ? work_seal : work_ours, &side, items);
    ours_check(&side, tl_commit(side.book), "commit");
    ours_close(&side);
}

static void run_hand(const char *path, long items, enum hand_kind kind)
{
    hand side;
    char *twin = sqlite3_mprintf("%s-twin", path);
    hand_make(&side, twin, path, kind);
    hand_begin(&side);
    work_hand(&side, WARM);
    counted_work(work_hand, &side, items);
    hand_commit(&side);
    hand_close(&side);
    remove_book(twin);
    sqlite3_free(twin);
}

void bench_work(const char *mode, const char *path, long items)
{
    ours made;
    if (strcmp(mode, "make") == 0) {
        ours_make(&made, path);
        ours_bulk(&made, 1);
        ours_close(&made);
    } else if (strcmp(mode, "ours") == 0 || strcmp(mode, "seal") == 0) {
        run_ours(path, items, mode[0] == 's');
    } else if (strcmp(mode, "bare") == 0 || strcmp(mode, "checked") == 0) {
        run_hand(path, items, mode[0] == 'b' ? BARE : CHECKED);
    } else {
        die("no work '%s'", mode);
    }
}
