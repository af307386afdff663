/* main.c - bench PART …: runs parts of the benchmark in the folder BENCH_FOLDER; bench work MODE PATH N and bench policy MODE PATH N are for callgrind,
 * bench time RUNS WORDS COMMANDS for peers.sh, bench import PATH N for import.sh; bench million ITEMS makes the large book beside the program. See
 * bench.sh. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long number_of(const char *variable, long otherwise)
{
    const char *text = getenv(variable);
    long number = text == NULL ? otherwise : strtol(text, NULL, 10);
    return number > 0 ? number : otherwise;
}

static const char *text_of(const char *variable, const char *otherwise)
{
    const char *text = getenv(variable);
    return text == NULL || *text == '\0' ? otherwise : text;
}

static void run_part(const settings *set, const char *name)
{
    static const struct {
        const char *name;
        void (*run)(const settings *set);
    } parts[] = { { "post", bench_post }, { "bulk", bench_bulk }, { "command", bench_command }, { "writers", bench_writers }, { "size", bench_size },
        { "pages", bench_pages }, { "policy", bench_policy }, { "search", bench_search }, { "statistics", bench_statistics }, { "exports", bench_exports } };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].name, name) == 0) {
            parts[i].run(set);
            return;
        }
    die("no part '%s'", name);
}

int main(int argc, char **argv)
{
    /* As a program would that posts much; both sides have it. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
    settings set = { number_of("BENCH_ITEMS", 100000), number_of("BENCH_ROUNDS", 3), number_of("BENCH_SECONDS", 20), number_of("BENCH_MILLION", 1000000),
        text_of("BENCH_FOLDER", "."), argv[0], text_of("TL", "build/taskledger"), text_of("SQLITE3", "sqlite3") };
    if (argc == 3 && strcmp(argv[1], "million") == 0) {
        free(million_book(&set, strtol(argv[2], NULL, 10)));
        return 0;
    }
    if (argc == 5 && strcmp(argv[1], "work") == 0) {
        bench_work(argv[2], argv[3], strtol(argv[4], NULL, 10));
        return 0;
    }
    if (argc == 4 && strcmp(argv[1], "import") == 0) {
        bench_import_work(argv[2], strtol(argv[3], NULL, 10));
        return 0;
    }
    if (argc == 5 && strcmp(argv[1], "policy") == 0) {
        bench_policy_work(argv[2], argv[3], strtol(argv[4], NULL, 10));
        return 0;
    }
    if (argc == 5 && strcmp(argv[1], "time") == 0) {
        bench_time(strtol(argv[2], NULL, 10), argv[3], argv[4]);
        return 0;
    }
    for (int i = 1; i < argc; i++)
        run_part(&set, argv[i]);
    return 0;
}
