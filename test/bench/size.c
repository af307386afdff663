/* size.c - the largest memory of a bulk job and of a one-shot CLI call, each a process of its own. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

void bench_size(const settings *set)
{
    char items[24], *path = in_folder(set, "size.db");
    snprintf(items, sizeof items, "%ld", set->items);
    const char *const make[] = { set->self, "work", "make", path, "0", NULL };
    const char *const bulk[] = { set->self, "work", "ours", path, items, NULL };
    const char *const bare[] = { set->self, "work", "bare", path, items, NULL };
    const char *const add[] = { set->cli, "-b", path, "-a", "bench", "add", "lamps", "Repair the street lamps", NULL };
    const char *const list[] = { set->cli, "-b", path, "list", "lamps", "--limit", "50", NULL };
    run_process(make);
    long by_hand = run_process(bare).peak_kb;
    tell_number("peak memory of the bulk job", (double)run_process(bulk).peak_kb / 1e3, "MB", 64, 1);
    tell_number("peak memory of the bulk job, bare by hand", (double)by_hand / 1e3, "MB", 0, 1);
    tell_number("peak memory of a CLI add in that book", (double)run_process(add).peak_kb / 1e3, "MB", 8, 1);
    tell_number("peak memory of a CLI list of 50 in that book", (double)run_process(list).peak_kb / 1e3, "MB", 8, 1);
    remove_book(path);
    free(path);
}
