/* fault_memory.c - each step of a small life with its n-th allocation failing, for n = 1, 2, 3 … until the step needs no more: each failure is told
 * as TL_ENOMEM, nothing is half done, nothing leaks, and the book verifies afterwards. Twice: only the n-th fails; all from the n-th on fail,
 * tl_close's included. FAULT_ALL=1 tries every n; otherwise each of the first ten, then ever wider apart; FAULT_SPARSE=1: the first four, and
 * wider; 2, 3: wider still. */
#include "life_round.h"

#include <limits.h>
#include <sqlite3.h>

static sqlite3_mem_methods real;
static long countdown; /* 0: nothing fails; 1: the next one */
static int for_good, has_failed;

static int fails(void)
{
    if (countdown == 0)
        return 0;
    if (countdown == 1) {
        has_failed = 1;
        if (!for_good)
            countdown = 0;
        return 1;
    }
    countdown--;
    return 0;
}

static void *failing_malloc(int size)
{
    return fails() ? NULL : real.xMalloc(size);
}

static void *failing_realloc(void *memory, int size)
{
    return fails() ? NULL : real.xRealloc(memory, size);
}

static int tell(const char *step, long n, int persistent, const char *what, const char *words)
{
    printf("not ok: %s, allocation %ld%s: %s %s\n", step, n, persistent ? " and all after" : "", what, words);
    return 0;
}

/* One step with a fault. Returns 0 when something is wrong; *reached says whether there were so many allocations. */
static int one_round(life *l, size_t step, long n, int persistent, int *reached)
{
    char words[1200];
    int good = 1;
    begin_round(l, step);
    sqlite3_int64 used = sqlite3_memory_used();
    int result = step == 0 ? TL_OK : step_open(l);
    if (result != TL_OK)
        return tell(steps[step].name, n, persistent, "can't be begun", tl_errmsg(l->book));
    has_failed = 0;
    for_good = persistent;
    countdown = n;
    result = steps[step].run(l);
    snprintf(words, sizeof words, "%.400s; %.400s", tl_errmsg(l->book), result == TL_ECORRUPT ? l->findings : "");
    if (result != TL_OK && result != TL_ENOMEM)
        good = tell(steps[step].name, n, persistent, tl_result_name(result), words);
    tl_close(l->book);
    l->book = NULL;
    countdown = 0;
    *reached = has_failed;
    if (sqlite3_memory_used() != used)
        good = tell(steps[step].name, n, persistent, "leaks", "");
    /* To look at the book takes longer than all the rest: not each time. */
    if (result == TL_OK || n % 8 == 1 || !good) {
        const char *afterwards = look_after(l, step, result, 0);
        if (afterwards != NULL)
            good = tell(steps[step].name, n, persistent, "", afterwards);
    }
    return good;
}

/* How many allocations a step makes when none fails. */
static long count_allocations(life *l, size_t step)
{
    begin_round(l, step);
    if (step_open(l) != TL_OK)
        return 1;
    countdown = LONG_MAX;
    steps[step].run(l);
    long count = LONG_MAX - countdown;
    countdown = 0;
    tl_close(l->book);
    l->book = NULL;
    return count;
}

/* What is sparse is tried from its last allocation backwards: before there is something to spoil it does what all steps do. */
static int all_rounds(life *l, int persistent, int *wrong)
{
    int rounds = 0, every = getenv("FAULT_ALL") != NULL, all_sparse = getenv("FAULT_SPARSE") == NULL ? 0 : atoi(getenv("FAULT_SPARSE"));
    for (size_t step = 0; step < STEPS; step++) {
        int reached = 1, first = rounds, wrong_before = *wrong, sparse = all_sparse > 0 ? all_sparse : steps[step].sparse;
        const long count = steps[step].sparse && !every ? count_allocations(l, step) : 0;
        for (long n = 1; (count > 0 ? n <= count : reached) && *wrong < wrong_before + 3;
             n += every || n < (sparse ? 4 : 10) ? 1 : 1 + (sparse ? n * sparse / 2 : n / 6)) {
            *wrong += !one_round(l, step, count > 0 ? count - n + 1 : n, persistent, &reached);
            rounds++;
        }
        if (rounds < first + 5 && *wrong == wrong_before)
            *wrong += !tell(steps[step].name, rounds - first, persistent, "so few allocations can't be", "");
    }
    return rounds;
}

int main(void)
{
    life l;
    int rounds = 0, wrong = 0;
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    sqlite3_mem_methods failing = real;
    failing.xMalloc = failing_malloc;
    failing.xRealloc = failing_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    if (sqlite3_initialize() != SQLITE_OK)
        return 1;
    setvbuf(stdout, NULL, _IOLBF, 0);
    make_place(&l);
    if (live_golden(&l)) {
        rounds = all_rounds(&l, 0, &wrong);
        rounds += all_rounds(&l, 1, &wrong);
    }
    wrong += rounds < 500;
    remove_place(&l);
    printf("%d passed, %d failed\n", rounds - wrong > 0 ? rounds - wrong : 0, wrong);
    return wrong == 0 ? 0 : 1;
}
