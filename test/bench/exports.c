/* exports.c - the large book written out by the CLI in each format: the most memory it takes, which does not grow with the book. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

void bench_exports(const settings *set)
{
    static const char *const formats[] = { "csv", "md", "json", "jsonl", "ics", "xlsx" };
    char heading[120], *path = million_book(set, set->million), *out = in_folder(set, "out");
    snprintf(heading, sizeof heading, "j. Exports of a book of %ld items: peak memory, and time beside csv", set->million);
    tell_heading(heading);
    double csv = 0;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        const char *const arguments[] = { set->cli, "-b", path, "export", "--format", formats[i], "-o", out, NULL };
        usage used = run_process(arguments);
        char what[80];
        csv = i == 0 ? used.seconds : csv;
        snprintf(what, sizeof what, "%s, %.0f MB in %.1f x the time of csv", formats[i], (double)file_size(out) / 1e6, used.seconds / csv);
        tell_number(what, (double)used.peak_kb / 1024, "MiB", 64, 1);
        remove(out);
    }
    free(out);
    free(path);
}
