/* file.c - see file.h. */
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "message.h"

/* The whole text of a file. free() it. NULL: errno tells. */
static char *read_whole(FILE *file)
{
    size_t length = 0, room = 4096;
    char *text = malloc(room);
    while (text) {
        length += fread(text + length, 1, room - length - 1, file);
        if (length < room - 1)
            break;
        char *more = realloc(text, room *= 2);
        if (!more)
            free(text);
        text = more;
    }
    if (text)
        text[length] = '\0';
    if (!text || !ferror(file))
        return text;
    free(text);
    return NULL;
}

int file_read(const struct cli *cli, const char *path, const char *what, char **text)
{
    *text = NULL;
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
    if (!file)
        return fail(cli, errno == ENOENT ? EXIT_NOT_FOUND : EXIT_SYSTEM, "can't read %s from '%s': %s", message_said(cli, what), path, strerror(errno));
    *text = read_whole(file);
    int status = *text ? EXIT_DONE : fail(cli, EXIT_SYSTEM, "can't read %s from '%s': %s", message_said(cli, what), path, strerror(errno));
    if (file != stdin)
        fclose(file);
    return status;
}
