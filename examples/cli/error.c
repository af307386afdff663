/* error.c - tells errors and finds the exit status. */
#define _GNU_SOURCE /* vasprintf */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "message.h"
#include "output.h"

static const char *const kinds[] = { "", "rule", "usage", "not_found", "busy", "damaged", "system" };

static json_t *text_or_null(const char *text)
{
    return text && *text ? json_string(text) : json_null();
}

static int tell_json(int status, const char *rule, const char *message, json_t *findings)
{
    json_t *object = json_pack("{s:s, s:o, s:o}", "error", kinds[status], "rule", text_or_null(rule), "message", text_or_null(message));
    if (object && json_array_size(findings))
        json_object_set(object, "findings", findings);
    int done = object && json_dumpf(object, stderr, 0) == 0;
    json_decref(object);
    fputc('\n', stderr);
    return done;
}

/* Words may quote what somebody typed or stored: control characters must not reach the terminal, nor break the one line. */
static void tell(const struct cli *cli, int status, const char *rule, const char *message, json_t *findings)
{
    char *clean = output_clean(message);
    const char *words = clean ? clean : "out of memory";
    if (!cli->json || !tell_json(status, rule, words, findings)) {
        fprintf(stderr, "taskledger: %s", words);
        fprintf(stderr, rule && *rule ? " [%s]\n" : "\n", rule);
    }
    free(clean);
}

int fail(const struct cli *cli, int status, const char *format, ...)
{
    char *message = NULL;
    va_list values;
    va_start(values, format);
    if (vasprintf(&message, message_said(cli, format), values) < 0)
        message = NULL;
    va_end(values);
    tell(cli, status, NULL, message ? message : message_said(cli, "out of memory"), NULL);
    free(message);
    return status;
}

static int exit_of(int result)
{
    switch (result) {
    case TL_OK:
        return EXIT_DONE;
    case TL_ERULE:
    case TL_EEXISTS:
    case TL_ECONFLICT:
        return EXIT_RULE;
    case TL_EINVAL:
    case TL_EMISUSE:
        return EXIT_USAGE;
    case TL_ENOTFOUND:
        return EXIT_NOT_FOUND;
    case TL_EBUSY:
        return EXIT_BUSY;
    case TL_ESCHEMA:
    case TL_ECORRUPT:
    case TL_ECHAIN:
        return EXIT_DAMAGED;
    default:
        return EXIT_SYSTEM;
    }
}

int status_with_findings(const struct cli *cli, int result, json_t *findings)
{
    int status = exit_of(result);
    if (status != EXIT_DONE) {
        const char *message = cli->book ? tl_errmsg(cli->book) : "";
        tell(cli, status, cli->book ? tl_errrule(cli->book) : NULL, *message ? message : tl_result_text(result), findings);
    }
    return status;
}

int status_of(const struct cli *cli, int result)
{
    return status_with_findings(cli, result, NULL);
}

static void tell_beside(const char *kind, const char *text)
{
    char *clean = output_clean(text);
    fprintf(stderr, "taskledger: %s: %s\n", kind, clean ? clean : "");
    free(clean);
}

void warn(const char *text)
{
    tell_beside("warning", text);
}

void note(const char *format, ...)
{
    char *text = NULL;
    va_list values;
    va_start(values, format);
    if (vasprintf(&text, format, values) < 0)
        text = NULL;
    va_end(values);
    tell_beside("note", text ? text : "out of memory");
    free(text);
}
