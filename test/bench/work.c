/* work.c - one side alone, for callgrind and for the memory of a process: bench work MODE PATH N. What counted_work calls is counted.
 *   make               a new book with one item's life
 *   twins              the same, and PATH-bare with the same rows
 *   assigned           a new book with N items (and WARM more) registered and assigned
 *   ours, seal         N lives by the library; the seal of N lives
 *   report, close      one report or close for each of the N items of a book made by assigned
 *   bare, checked      N lives by hand
 *   sql-bare, sql-post what the sqlite3 shell is given in place of the CLI's add, on stdout */
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

/* One step for each of a row of items. */
typedef struct lot {
    ours side;
    int64_t *items;
    int step;
} lot;

static void work_lot(void *of, long items)
{
    lot *on = of;
    for (long i = 0; i < items; i++) {
        on->side.item = on->items[i];
        ours_step(&on->side, on->step);
    }
}

static void find_items(lot *on, long items)
{
    on->items = calloc((size_t)items, sizeof *on->items);
    if (on->items == NULL)
        die("out of memory");
    for (long i = 0; i < items; i++) {
        char ref[32];
        snprintf(ref, sizeof ref, "lamps/%ld", i + 1);
        ours_check(&on->side, tl_item_find(on->side.book, ref, &on->items[i]), ref);
    }
}

static void run_lot(const char *path, long items, int step)
{
    lot on = { .step = step };
    ours_open(&on.side, path);
    find_items(&on, items + WARM);
    int64_t *all = on.items;
    ours_check(&on.side, tl_begin(on.side.book), "begin");
    work_lot(&on, WARM);
    on.items = all + WARM;
    counted_work(work_lot, &on, items);
    ours_check(&on.side, tl_commit(on.side.book), "commit");
    ours_close(&on.side);
    free(all);
}

static void make_assigned(const char *path, long items)
{
    ours side;
    ours_make(&side, path);
    ours_check(&side, tl_begin(side.book), "begin");
    for (long i = 0; i < items + WARM; i++)
        for (int step = 0; step < 2; step++)
            ours_step(&side, step);
    ours_check(&side, tl_commit(side.book), "commit");
    ours_close(&side);
}

static void make_twins(const char *path)
{
    char *bare = sqlite3_mprintf("%s-bare", path);
    twins_make(path, bare, 1);
    sqlite3_free(bare);
}

static void print_sql(const char *path, int post)
{
    ours side;
    ours_open(&side, path);
    char *sql = post ? shell_post(side.ledger) : shell_inserts(side.ledger);
    ours_close(&side);
    puts(sql);
    sqlite3_free(sql);
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
    } else if (strcmp(mode, "twins") == 0) {
        make_twins(path);
    } else if (strcmp(mode, "assigned") == 0) {
        make_assigned(path, items);
    } else if (strcmp(mode, "ours") == 0 || strcmp(mode, "seal") == 0) {
        run_ours(path, items, mode[0] == 's');
    } else if (strcmp(mode, "report") == 0 || strcmp(mode, "close") == 0) {
        run_lot(path, items, mode[0] == 'r' ? 2 : 3);
    } else if (strcmp(mode, "bare") == 0 || strcmp(mode, "checked") == 0) {
        run_hand(path, items, mode[0] == 'b' ? BARE : CHECKED);
    } else if (strcmp(mode, "sql-bare") == 0 || strcmp(mode, "sql-post") == 0) {
        print_sql(path, strcmp(mode, "sql-post") == 0);
    } else {
        die("no work '%s'", mode);
    }
}
