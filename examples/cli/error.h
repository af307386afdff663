/* error.h - what went wrong: one line, or with --json one object, on stderr; and the exit status that goes with it. */
#ifndef ERROR_H
#define ERROR_H

#include <jansson.h>

enum exit_status {
    EXIT_DONE = 0,
    EXIT_RULE = 1,      /* refused by a rule, by an existing key, or by --expect */
    EXIT_USAGE = 2,     /* an unknown option, command or word, or a malformed value */
    EXIT_NOT_FOUND = 3, /* no such unit, ledger, item or file */
    EXIT_BUSY = 4,
    EXIT_DAMAGED = 5, /* not a book, a newer one, damaged, or not verified */
    EXIT_SYSTEM = 6
};

struct cli;

/* Tells what is wrong and returns status. */
int fail(const struct cli *cli, int status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The exit status of a library call's result. An error is told in the words of the book's handle. */
int status_of(const struct cli *cli, int result);

/* The same, with an array of findings in the JSON object where it holds any. */
int status_with_findings(const struct cli *cli, int result, json_t *findings);

/* One line on stderr that is no error. */
void warn(const char *text);
/* The same of what was done, and may not be what was meant. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
