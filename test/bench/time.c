/* time.c - the median times of commands as whole processes, for the comparison with other programs: bench time RUNS WORDS COMMANDS. COMMANDS is a
 * file with a command a line, its arguments between tabs; the commands run in turn, RUNS times, and the median of each is printed in milliseconds,
 * a line each. WORDS is a file with a line for each run: {1} in an argument stands for the line's first word, {2} for its second. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ARGUMENTS = 60, MOST_COMMANDS = 16, LINE_ROOM = 2000 };

/* The next line of the file, without its end; 0 behind the last. */
static int next_line(FILE *file, char line[LINE_ROOM])
{
    if (fgets(line, LINE_ROOM, file) == NULL)
        return 0;
    line[strcspn(line, "\n")] = '\0';
    return 1;
}

static FILE *open_file(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        die("%s can't be read", path);
    return file;
}

/* The word of that number in a line, and its length. */
static const char *word_of(const char *line, int number, int *length)
{
    while (--number > 0)
        line += strcspn(line, " ") + (strchr(line, ' ') != NULL);
    *length = (int)strcspn(line, " ");
    return line;
}

/* An argument with its first {1} or {2} replaced; to be freed. */
static char *filled(const char *argument, const char *words)
{
    char *result;
    int length;
    const char *mark = strstr(argument, "{1}") != NULL ? strstr(argument, "{1}") : strstr(argument, "{2}");
    if (mark == NULL)
        result = strdup(argument);
    else {
        const char *word = word_of(words, mark[1] - '0', &length);
        if (asprintf(&result, "%.*s%.*s%s", (int)(mark - argument), argument, length, word, mark + 3) < 0)
            result = NULL;
    }
    if (result == NULL)
        die("out of memory");
    return result;
}

static double time_once(const char *command, const char *words)
{
    char *copy = strdup(command), *rest = copy, *argument;
    const char *arguments[MOST_ARGUMENTS + 1];
    size_t count = 0;
    if (copy == NULL)
        die("out of memory");
    while (count < MOST_ARGUMENTS && (argument = strsep(&rest, "\t")) != NULL)
        arguments[count++] = filled(argument, words);
    arguments[count] = NULL;
    double result = run_process(arguments).seconds;
    while (count-- > 0)
        free((void *)(uintptr_t)arguments[count]);
    free(copy);
    return result;
}

void bench_time(long runs, const char *words_path, const char *commands_path)
{
    static char command[MOST_COMMANDS][LINE_ROOM];
    static figures times[MOST_COMMANDS];
    char words[LINE_ROOM];
    size_t count = 0;
    FILE *commands = open_file(commands_path), *lines = open_file(words_path);
    while (count < MOST_COMMANDS && next_line(commands, command[count]))
        count++;
    for (long run = 0; run < runs; run++) {
        if (!next_line(lines, words))
            die("not enough words for the runs");
        for (size_t i = 0; i < count; i++)
            add_figure(&times[i], time_once(command[i], words) * 1e3);
    }
    fclose(commands);
    fclose(lines);
    for (size_t i = 0; i < count; i++)
        printf("%.1f\n", median(&times[i]));
}
