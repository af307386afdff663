/* import_header.c (L4) - where the header of a table stands: below the rows of its title, in one row or two. */
#include "import.h"

#include <string.h>

static size_t filled(const tl__import_line *line)
{
    size_t count = 0;
    for (size_t i = 0; i < line->count; i++)
        count += *line->cells[i].text != '\0';
    return count;
}

/* How many cells of a row are headings that are known; *titled becomes 1 where one of them is the title's. */
static int count_known(tl__import *job, const tl__import_line *line, size_t *known, int *titled)
{
    int result = TL_OK, found;
    *known = 0;
    *titled = 0;
    for (size_t i = 0; result == TL_OK && i < line->count && i < TL__IMPORT_LOOKED_AT; i++) {
        tl__import_column column = { .by = "none" };
        found = 0;
        if (*line->cells[i].text != '\0' && strlen(line->cells[i].text) < 200 && tl__is_utf8(line->cells[i].text))
            result = tl__import_find(job, line->cells[i].text, &column, &found);
        *known += (size_t)found;
        *titled |= found && column.kind == TL__IMPORT_TITLE;
        tl_free(column.name);
        tl_free(column.type);
        tl_free(column.choices);
    }
    return result;
}

/* The row that names a title, and the most columns beside it; -1: none does. One that names the title alone is the header if it has nothing else. */
static int find_header(tl__import *job, int *at)
{
    size_t best = 0, known;
    int result = TL_OK, titled;
    const tl__import_line *line;
    *at = -1;
    for (int i = 0; result == TL_OK && i < TL__IMPORT_AHEAD && (line = tl__import_peek(job->source, (size_t)i)) != NULL; i++) {
        result = count_known(job, line, &known, &titled);
        if (!titled || known <= best || (known == 1 && filled(line) > 2 && !job->options.refuse_unknown))
            continue;
        best = known;
        *at = i;
        if (known > 3 && known * 2 > filled(line))
            break;
    }
    return result;
}

static const char *text_at(const tl__import_line *line, size_t at)
{
    return at < line->count ? line->cells[at].text : "";
}

/* 1 if the second row goes on with the first: it fills in below headings that stand over several columns, and stands below no other. */
static int has_two_rows(const tl__import_line *upper, const tl__import_line *lower)
{
    size_t below = 0;
    for (size_t i = 0; i < lower->count; i++) {
        if (*text_at(lower, i) == '\0')
            continue;
        int blank = *text_at(upper, i) == '\0';
        int over = !blank && *text_at(upper, i + 1) == '\0' && *text_at(lower, i + 1) != '\0';
        if (!blank && !over && strcmp(text_at(upper, i), text_at(lower, i)) != 0)
            return 0;
        below += (size_t)blank;
    }
    return below > 0 && (*text_at(lower, 0) == '\0' || strcmp(text_at(lower, 0), text_at(upper, 0)) == 0);
}

/* The heading of a column below another one: the lower one where that is known, else both. */
static int join(tl__import *job, const char *upper, const char *lower, char **heading)
{
    int found = 0;
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && !found && i < 4; i++) {
        tl__import_column column = { .by = "none" };
        tl_free(*heading);
        *heading = i == 0   ? sqlite3_mprintf("%s/%s", upper, lower)
                   : i == 1 ? sqlite3_mprintf("%s%s", upper, lower)
                   : i == 2 ? sqlite3_mprintf("%s%s", lower, upper)
                            : tl__copy(lower);
        result = *heading == NULL ? tl__fail_memory(job->book) : tl__import_find(job, *heading, &column, &found);
        tl_free(column.name);
        tl_free(column.type);
        tl_free(column.choices);
    }
    if (result != TL_OK || found)
        return result;
    tl_free(*heading);
    *heading = sqlite3_mprintf("%s/%s", upper, lower);
    return *heading == NULL ? tl__fail_memory(job->book) : TL_OK;
}

/* The headings of a header of two rows. A heading over several columns stands in the first of them. */
static int join_rows(tl__import *job, const tl__import_line *upper, const tl__import_line *lower, char **headings, size_t count)
{
    const char *over = "";
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < count; i++) {
        const char *above = text_at(upper, i), *below = text_at(lower, i);
        over = *above != '\0' ? above : over;
        if (*below == '\0' || strcmp(above, below) == 0)
            result = tl__import_copy(job, above, &headings[i]);
        else if (*over == '\0')
            result = tl__import_copy(job, below, &headings[i]);
        else
            result = join(job, over, below, &headings[i]);
    }
    return result;
}

static int take_one_row(tl__import *job, const tl__import_line *line)
{
    char **headings = sqlite3_malloc64((line->count + 1) * sizeof *headings);
    if (headings == NULL)
        return tl__fail_memory(job->book);
    for (size_t i = 0; i < line->count; i++)
        headings[i] = line->cells[i].text;
    int result = tl__import_columns(job, headings, line->count);
    tl_free(headings);
    return result;
}

static int take_two_rows(tl__import *job, const tl__import_line *upper, const tl__import_line *lower)
{
    size_t count = upper->count > lower->count ? upper->count : lower->count;
    char **headings = sqlite3_malloc64((count + 1) * sizeof *headings);
    if (headings == NULL)
        return tl__fail_memory(job->book);
    memset(headings, 0, (count + 1) * sizeof *headings);
    int result = join_rows(job, upper, lower, headings, count);
    if (result == TL_OK)
        result = tl__import_columns(job, headings, count);
    for (size_t i = 0; i < count; i++)
        tl_free(headings[i]);
    tl_free(headings);
    return result;
}

/* Passes the rows over that stand above the header, and tells what they say. */
static int skip_above(tl__import *job, int count)
{
    int result = TL_ROW;
    for (int i = 0; result >= TL_OK && i < count; i++) {
        result = tl__import_next(job->source, &job->line);
        for (size_t k = 0; result == TL_ROW && k < job->line->count; k++) {
            if (*job->line->cells[k].text == '\0')
                continue;
            result =
                tl__import_note(job, "import.above", NULL, "'%s' stands above the header and is passed over", tl__import_quote(job, job->line->cells[k].text));
            break;
        }
    }
    return result < 0 ? result : TL_OK;
}

static int first_row(tl__import *job)
{
    int result;
    do
        result = tl__import_next(job->source, &job->line);
    while (result == TL_ROW && filled(job->line) == 0);
    if (result == TL_DONE && !tl__import_is_records(job->source))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.empty", "the file is empty; its first row has to name the columns");
    return result;
}

int tl__import_header(tl__import *job)
{
    int at;
    tl__import_line *upper;
    int result = find_header(job, &at);
    if (result == TL_OK && at > 0)
        result = skip_above(job, at);
    if (result == TL_OK)
        result = first_row(job);
    if (result != TL_ROW)
        return result;
    upper = job->line;
    job->headed = upper->row;
    const tl__import_line *lower = at < 0 || job->options.refuse_unknown ? NULL : tl__import_peek(job->source, 0);
    if (lower == NULL || lower->count == 0 || upper->count == 0 || !has_two_rows(upper, lower))
        return take_one_row(job, upper);
    result = tl__import_next(job->source, &job->line);
    return result == TL_ROW ? take_two_rows(job, upper, job->line) : result;
}
