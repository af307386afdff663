/* measure.c - clock, medians, processes, and the lines of the report. */
#define _GNU_SOURCE
#include "bench.h"

#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

char *in_folder(const settings *set, const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", set->folder, name) < 0)
        die("out of memory");
    return path;
}

void remove_book(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
    char name[4200];
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

int64_t file_size(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? info.st_size : 0;
}

void add_figure(figures *to, double value)
{
    if (to->count < sizeof to->value / sizeof *to->value)
        to->value[to->count++] = value;
}

static int by_size(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static figures sorted(const figures *of)
{
    figures copy = *of;
    qsort(copy.value, copy.count, sizeof *copy.value, by_size);
    return copy;
}

double median(const figures *of)
{
    figures copy = sorted(of);
    if (copy.count == 0)
        return NAN;
    return (copy.value[(copy.count - 1) / 2] + copy.value[copy.count / 2]) / 2;
}

double least(const figures *of)
{
    return of->count > 0 ? sorted(of).value[0] : NAN;
}

double most(const figures *of)
{
    return of->count > 0 ? sorted(of).value[of->count - 1] : NAN;
}

void tell_heading(const char *text)
{
    printf("\n%s\n", text);
}

void tell(const char *what, const figures *ratios, double target)
{
    double middle = median(ratios);
    printf("  %-66s %6.2f (%.2f to %.2f, %zu pairs)", what, middle, least(ratios), most(ratios), ratios->count);
    if (target > 0)
        printf("  target <= %.2f  %s", target, middle <= target ? "met" : "MISSED");
    putchar('\n');
    fflush(stdout);
}

void tell_number(const char *what, double number, const char *unit, double target, int at_most)
{
    printf("  %-66s %9.*f %s", what, fabs(number) < 100 && floor(number) < number ? 2 : 0, number, unit);
    if (target > 0 || !at_most)
        printf("  target %s %g  %s", at_most ? "<=" : ">=", target, (at_most ? number <= target : number >= target) ? "met" : "MISSED");
    putchar('\n');
    fflush(stdout);
}

usage run_process(const char *const *arguments)
{
    posix_spawn_file_actions_t actions;
    struct rusage used;
    pid_t child;
    int status;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    double start = now();
    if (posix_spawnp(&child, arguments[0], &actions, NULL, (char *const *)(uintptr_t)arguments, environ) != 0)
        die("%s can't be started", arguments[0]);
    if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        die("%s failed (status %d)", arguments[0], status);
    usage result = { now() - start, used.ru_maxrss };
    posix_spawn_file_actions_destroy(&actions);
    return result;
}
