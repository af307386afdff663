/* writers.c - many processes posting durably to one book: who is refused, who waits how long, who is served least; and how large the -wal
 * file grows while others read. */
#define _GNU_SOURCE
#include "bench.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 8, READERS = 8 };

typedef struct served {
    long posts, refused;
    double worst;
} served;

typedef struct crowd {
    served all; /* posts: the sum; worst: of all */
    double least_share, rate, wal_mb;
} crowd;

/* One writer: posts reports on an item of its own until the time is over. */
static served write_until(const char *path, int64_t item, double end)
{
    served result = { 0, 0, 0 };
    ours side;
    ours_open(&side, path);
    side.item = item;
    while (now() < end) {
        double start = now();
        int posted = tl_report(side.book, side.item, side.unit, life_note, "50");
        double waited = now() - start;
        if (posted == TL_OK)
            result.posts++;
        else
            result.refused++;
        if (waited > result.worst)
            result.worst = waited;
    }
    ours_close(&side);
    return result;
}

/* One reader: page after page of the ledger, and never idle. */
static void read_until(const char *path, double end)
{
    ours side;
    ours_open(&side, path);
    while (now() < end) {
        tl_item_query query = TL_ITEM_QUERY_INIT;
        tl_cursor *cursor;
        query.ledger = side.ledger;
        query.limit = 50;
        ours_check(&side, tl_items(side.book, &query, &cursor), "read");
        while (tl_next(cursor) == TL_ROW)
            ;
        tl_cursor_close(cursor);
    }
    ours_close(&side);
}

static pid_t start_writer(const char *path, int64_t item, double end, int to)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    served result = write_until(path, item, end);
    _exit(write(to, &result, sizeof result) == (ssize_t)sizeof result ? 0 : 1);
}

static pid_t start_reader(const char *path, double end)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    read_until(path, end);
    _exit(0);
}

static double watch_wal(const char *path, double end)
{
    char wal[4200];
    int64_t largest = 0;
    snprintf(wal, sizeof wal, "%s-wal", path);
    while (now() < end) {
        int64_t size = file_size(wal);
        largest = size > largest ? size : largest;
        usleep(20000);
    }
    return (double)largest / 1e6;
}

static void gather(crowd *result, int from, int writers)
{
    served one;
    long fewest = -1;
    for (int i = 0; i < writers; i++) {
        if (read(from, &one, sizeof one) != (ssize_t)sizeof one)
            die("a writer failed");
        result->all.posts += one.posts;
        result->all.refused += one.refused;
        if (one.worst > result->all.worst)
            result->all.worst = one.worst;
        if (fewest < 0 || one.posts < fewest)
            fewest = one.posts;
    }
    result->least_share = (double)fewest * writers / (double)(result->all.posts > 0 ? result->all.posts : 1);
}

static crowd run_crowd(const char *path, const int64_t *items, int writers, int readers, double seconds)
{
    crowd result = { 0 };
    int ends[2], status;
    if (pipe(ends) != 0)
        die("no pipe: %s", strerror(errno));
    fflush(NULL);
    double end = now() + seconds;
    for (int i = 0; i < readers; i++)
        start_reader(path, end);
    for (int i = 0; i < writers; i++)
        start_writer(path, items[i], end, ends[1]);
    close(ends[1]);
    result.wal_mb = watch_wal(path, end);
    gather(&result, ends[0], writers);
    close(ends[0]);
    while (wait(&status) > 0)
        if (status != 0)
            die("a process of the crowd failed");
    result.rate = (double)result.all.posts / seconds;
    return result;
}

static void make(const char *path, int64_t items[WRITERS])
{
    ours side;
    ours_make(&side, path);
    for (int i = 0; i < WRITERS; i++) {
        ours_step(&side, 0);
        ours_step(&side, 1);
        items[i] = side.item;
    }
    ours_check(&side, tl_begin(side.book), "begin");
    for (int i = 0; i < 1000; i++)
        ours_step(&side, 0);
    ours_check(&side, tl_commit(side.book), "commit");
    ours_close(&side);
}

void bench_writers(const settings *set)
{
    char heading[120], *path = in_folder(set, "writers.db");
    int64_t items[WRITERS];
    double seconds = (double)set->seconds;
    make(path, items);
    crowd before = run_crowd(path, items, 1, 0, seconds / 4);
    crowd together = run_crowd(path, items, WRITERS, 0, seconds);
    crowd after = run_crowd(path, items, 1, 0, seconds / 4);
    crowd read = run_crowd(path, items, WRITERS, READERS, seconds);
    snprintf(heading, sizeof heading, "d. %d writer processes posting durably for %ld s", WRITERS, set->seconds);
    tell_heading(heading);
    tell_number("refused (none may be)", (double)(together.all.refused + read.all.refused), "posts", 0.5, 1);
    tell_number("worst wait", together.all.worst * 1e3, "ms", 1000, 1);
    tell_number("the least served / the mean", together.least_share, "", 1.0 / 3, 0);
    tell_number("posts a second together", together.rate, "", 0, 1);
    tell_number("posts a second, one writer alone (before and after)", (before.rate + after.rate) / 2, "", 0, 1);
    tell_number("together / alone", together.rate * 2 / (before.rate + after.rate), "", 0.4, 0);
    tell_number("largest -wal file with 8 busy readers", read.wal_mb, "MB", 64, 1);
    tell_number("worst wait with 8 busy readers", read.all.worst * 1e3, "ms", 0, 1);
    tell_number("the least served / the mean with 8 busy readers", read.least_share, "", 0, 1);
    tell_number("posts a second with 8 busy readers", read.rate, "", 0, 1);
    remove_book(path);
    free(path);
}
