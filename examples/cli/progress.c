/* progress.c - what a long command shows on a terminal while it works. */
#define _GNU_SOURCE
#include "progress.h"

#include "interrupt.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { QUIET = 1000, BETWEEN = 200 }; /* milliseconds: before the first, and from one to the next */

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void progress_begin(struct progress *progress, const char *noun, const int64_t *count)
{
    *progress = (struct progress) { isatty(STDERR_FILENO) ? noun : NULL, count, now(), 0 };
}

static void show(const struct progress *progress, int64_t milliseconds)
{
    if (progress->count && *progress->count > 0)
        fprintf(stderr, "\r%lld %s", (long long)*progress->count, progress->noun);
    else
        fprintf(stderr, "\r%lld s", (long long)milliseconds / 1000);
}

int progress_step(void *arg)
{
    struct progress *progress = arg;
    int64_t at = progress->noun ? now() : 0;
    if (progress->noun && at - progress->begun >= QUIET && at - progress->shown >= BETWEEN) {
        progress->shown = at;
        show(progress, at - progress->begun);
    }
    return interrupt_asked(NULL);
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->noun = NULL;
    progress->shown = 0;
}
