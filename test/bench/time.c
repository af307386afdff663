/* time.c - the median time of a command as a whole process, for the comparison with other programs. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 60 };

/* The next line of the file, without its end; dies behind the last. */
static void next_word(FILE *words, char *word, size_t room)
{
    if (fgets(word, (int)room, words) == NULL)
        die("not enough words for the runs");
    word[strcspn(word, "\n")] = '\0';
}

/* A word of the command with {} replaced; to be freed. */
static char *filled(const char *part, const char *word)
{
    const char *mark = strstr(part, "{}");
    char *result;
    if (asprintf(&result, "%.*s%s%s", mark == NULL ? (int)strlen(part) : (int)(mark - part), part, mark == NULL ? "" : word, mark == NULL ? "" : mark + 2) < 0)
        die("out of memory");
    return result;
}

static double time_once(char **command, const char *word)
{
    const char *arguments[MOST_WORDS + 1];
    size_t count = 0;
    for (; command[count] != NULL && count < MOST_WORDS; count++)
        arguments[count] = filled(command[count], word);
    arguments[count] = NULL;
    double result = run_process(arguments).seconds;
    while (count-- > 0)
        free((void *)(uintptr_t)arguments[count]);
    return result;
}

void bench_time(long runs, const char *words, char **command)
{
    figures times = { 0 };
    char word[300];
    FILE *file = fopen(words, "r");
    if (file == NULL)
        die("%s can't be read", words);
    for (long i = 0; i < runs; i++) {
        next_word(file, word, sizeof word);
        add_figure(&times, time_once(command, word) * 1e3);
    }
    fclose(file);
    printf("%.1f\n", median(&times));
}
