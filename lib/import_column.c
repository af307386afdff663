/* import_column.c (L4) - the columns of a table: what a heading means, by the caller's map, the book's own words, the ledger's fields and the synonyms; what
 * nothing is called by becomes a field. Which row holds the headings is import_header's. */
#include "import.h"

#include "label.h"
#include "post.h"
#include "synonym.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[TL__IMPORT_NAMED] = { "no", "title", "subtitle", "subsubtitle", "detail", "source", "officer", "due", "risk", "parent",
    "lead", "responsible", "support", "mentor", "mentee", "contact", "milestone", "progress", "percent", "problem", "next_step", "state", "started_on",
    "completed_on", "uri", "remark", "row" };

tl__import_column *tl__import_column_of(const tl__import *job, tl__import_kind kind)
{
    for (size_t i = 0; i < job->count; i++)
        if (job->columns[i].kind == kind)
            return &job->columns[i];
    return NULL;
}

static tl__import_kind kind_of(const char *name)
{
    for (int i = 0; i < TL__IMPORT_NAMED; i++)
        if (strcmp(kind_names[i], name) == 0)
            return (tl__import_kind)i;
    return TL__IMPORT_PASSED_OVER;
}

/* ---------------------------------------------------------------------------------------------------------------------- what one means */

/* What the row of TL__FIND_HEADING says of a column. */
static int read_found(tl__import *job, sqlite3_stmt *found, tl__import_column *column)
{
    static const char *const ways[] = { "name", "field", "synonym" };
    const char *type = (const char *)sqlite3_column_text(found, 1);
    const char *by = (const char *)sqlite3_column_text(found, 3);
    int result = tl__import_copy(job, (const char *)sqlite3_column_text(found, 0), &column->name);
    if (result != TL_OK)
        return result;
    column->kind = type != NULL ? TL__IMPORT_FIELD : kind_of(column->name);
    column->derived = type == NULL && column->kind == TL__IMPORT_PASSED_OVER && strcmp(column->name, "-") != 0;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(by, ways[i]) == 0)
            column->by = ways[i];
    if (type != NULL)
        result = tl__import_copy(job, type, &column->type);
    return result != TL_OK ? result : tl__import_copy(job, (const char *)sqlite3_column_text(found, 2), &column->choices);
}

/* A heading without what stands behind it in brackets, 完成比例(%), or a mark, 工作任务*; 0 where nothing does. */
static int shorten(char *plain)
{
    size_t length = strlen(plain);
    char *bracket = strrchr(plain, '(');
    if (length > 1 && (plain[length - 1] == '*' || plain[length - 1] == ':')) {
        plain[length - 1] = '\0';
        return 1;
    }
    if (bracket == NULL || bracket == plain || plain[length - 1] != ')')
        return 0;
    *bracket = '\0';
    return 1;
}

/* By name, label, field or synonym. */
static int find_plain(tl__import *job, const char *heading, const char *plain, tl__import_column *column, int *found)
{
    sqlite3_stmt *find = job->statements[TL__FIND_HEADING];
    sqlite3_bind_text(find, 1, heading, -1, SQLITE_STATIC);
    sqlite3_bind_int64(find, 2, job->options.ledger);
    sqlite3_bind_text(find, 3, plain, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    *found = result == TL_ROW;
    if (result == TL_ROW)
        result = read_found(job, find, column);
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

/* The pair of the caller's map for a heading, or NULL. */
static int find_pair(tl__import *job, const char *plain, const tl_import_pair **pair)
{
    *pair = NULL;
    for (size_t i = 0; i < job->options.map_count && *pair == NULL; i++) {
        char *other = tl__heading_plain(job->options.map[i].heading);
        if (other == NULL)
            return tl__fail_memory(job->book);
        if (strcmp(other, plain) == 0)
            *pair = &job->options.map[i];
        tl_free(other);
    }
    return TL_OK;
}

/* What a heading may have been meant to be, of all that is understood; empty: nothing is near. */
static int find_nearest(tl__import *job, const char *heading, char *best, size_t room)
{
    sqlite3_stmt *all = job->statements[TL__ALL_HEADINGS];
    size_t best_distance = SIZE_MAX;
    int result;
    best[0] = '\0';
    sqlite3_bind_int64(all, 1, job->options.ledger);
    while ((result = tl__step(job->book, all)) == TL_ROW) {
        const char *name = (const char *)sqlite3_column_text(all, 0);
        size_t distance = name == NULL ? SIZE_MAX : tl__distance(heading, name);
        if (distance >= best_distance || !tl__is_near(heading, name, distance))
            continue;
        best_distance = distance;
        snprintf(best, room, "%s", name);
    }
    tl__done(all);
    return result == TL_DONE ? TL_OK : result;
}

static int fail_mapped(tl__import *job, const tl_import_pair *pair)
{
    char best[200];
    int result = find_nearest(job, pair->name, best, sizeof best);
    if (result != TL_OK)
        return result;
    if (best[0] == '\0')
        return tl__error_set(&job->book->error, TL_EINVAL, "import.map",
            "the map gives '%s' the name '%.100s', which is no column that import takes and no field of the ledger", pair->heading, pair->name);
    return tl__error_set(&job->book->error, TL_EINVAL, "import.map",
        "the map gives '%s' the name '%.100s', which is no column that import takes and no field of the ledger; the nearest is '%s'", pair->heading, pair->name,
        best);
}

static int find_mapped(tl__import *job, const tl_import_pair *pair, tl__import_column *column, int *found)
{
    int result;
    if (strcmp(pair->name, "-") == 0 || kind_of(pair->name) < TL__IMPORT_NAMED) {
        column->kind = kind_of(pair->name);
        result = tl__import_copy(job, pair->name, &column->name);
    } else {
        result = find_plain(job, pair->name, pair->name, column, found);
        if (result == TL_OK && (!*found || column->derived))
            result = fail_mapped(job, pair);
    }
    *found = 1;
    column->by = "map";
    return result;
}

int tl__import_find(tl__import *job, const char *heading, tl__import_column *column, int *found)
{
    const tl_import_pair *pair;
    char *plain = tl__heading_plain(heading);
    *found = 0;
    if (plain == NULL)
        return tl__fail_memory(job->book);
    int result = find_pair(job, plain, &pair);
    if (result == TL_OK && pair != NULL)
        result = find_mapped(job, pair, column, found);
    else if (result == TL_OK && *plain != '\0')
        result = find_plain(job, heading, plain, column, found);
    if (result == TL_OK && !*found && shorten(plain))
        result = find_plain(job, plain, plain, column, found);
    tl_free(plain);
    return result;
}

/* ---------------------------------------------------------------------------------------------------------------------- unknown headings */

/* The words for a heading that nothing in the book is called by. */
static int fail_heading(tl__import *job, const char *heading)
{
    char best[200];
    int result = find_nearest(job, heading, best, sizeof best);
    if (result != TL_OK)
        return result;
    const char *quote = tl__import_quote(job, heading);
    if (best[0] == '\0')
        return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%s'; leave it out, or add it to the ledger as a field", quote);
    return tl__error_set(&job->book->error, TL_EINVAL, NULL, "there is no column '%s'; the nearest is '%s'", quote, best);
}

/* The code of a field made of a heading: its letters and digits, else the number of the column. */
static int name_field(tl__import *job, tl__import_column *column)
{
    char code[50] = "", number[40];
    size_t length = 0;
    for (const char *at = column->heading; *at != '\0' && length < 40; at++) {
        if (isascii((unsigned char)*at) && isalnum((unsigned char)*at) && (length > 0 || isalpha((unsigned char)*at)))
            code[length++] = (char)tolower((unsigned char)*at);
        else if (length > 0 && code[length - 1] != '_')
            code[length++] = '_';
    }
    while (length > 0 && code[length - 1] == '_')
        code[--length] = '\0';
    snprintf(number, sizeof number, "column_%zu", (size_t)(column - job->columns) + 1);
    return tl__import_copy(job, length < 3 ? number : code, &column->name);
}

static int keep_unknown(tl__import *job, tl__import_column *column)
{
    if (job->options.refuse_unknown)
        return fail_heading(job, column->heading);
    column->kind = TL__IMPORT_NEW_FIELD;
    column->by = "new";
    int result = tl__import_copy(job, "text", &column->type);
    return result == TL_OK ? name_field(job, column) : result;
}

static int add_field(tl__import *job, const tl__import_column *column, const char *code)
{
    tl__new_entry entry = { .action = "add_field", .ledger = job->options.ledger, .title = column->heading, .kind = "text", .field = code };
    int result = tl__import_begin(job);
    return result == TL_OK ? tl__post_new(job->book, &entry, NULL) : result;
}

int tl__import_new_field(tl__import *job, tl__import_column *column)
{
    char code[80];
    snprintf(code, sizeof code, "%.50s", column->name);
    int result = add_field(job, column, code);
    for (int i = 2; result == TL_EEXISTS && i < 100; i++) {
        tl__enter(job->book);
        snprintf(code, sizeof code, "%.50s_%d", column->name, i);
        result = add_field(job, column, code);
    }
    if (result != TL_OK)
        return result;
    job->result.fields++;
    column->kind = TL__IMPORT_FIELD;
    return tl__import_copy(job, code, &column->name);
}

/* --------------------------------------------------------------------------------------------------------------------------- the header */

/* Refuses a column that another one before it is, too. */
static int check_twice(tl__import *job, tl__import_column *column)
{
    for (size_t i = 0; i < job->count; i++) {
        const tl__import_column *other = &job->columns[i];
        if (column->kind == TL__IMPORT_NEW_FIELD || other->kind == TL__IMPORT_NEW_FIELD || other->name == NULL || strcmp(other->name, column->name) != 0 ||
            strcmp(column->name, "-") == 0)
            continue;
        if (strcmp(column->by, "synonym") != 0 && (strcmp(other->by, "synonym") != 0 || job->options.refuse_unknown))
            return tl__error_set(&job->book->error, TL_EINVAL, "import.twice", "the columns '%s' and '%s' are the same one; keep one of them",
                job->columns[i].heading, column->heading);
        /* Two that are usually called so: the first, or the one that the book calls so, is it; the other is a field. */
        tl__import_column *less = strcmp(column->by, "synonym") == 0 ? column : &job->columns[i];
        int result = keep_unknown(job, less);
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

static int read_heading(tl__import *job, const char *text)
{
    tl__import_column *column = &job->columns[job->count];
    int found;
    column->kind = TL__IMPORT_UNNAMED;
    column->by = "none";
    if (!tl__is_utf8(text))
        return tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the header is not UTF-8 text; save the file as CSV UTF-8");
    int result = tl__import_copy(job, text, &column->heading);
    if (result != TL_OK || *text == '\0')
        return result;
    result = tl__import_find(job, text, column, &found);
    if (result == TL_OK && !found)
        result = keep_unknown(job, column);
    if (result == TL_OK)
        result = check_twice(job, column);
    if (result == TL_OK)
        return TL_OK;
    column->kind = TL__IMPORT_PASSED_OVER;
    return tl__import_refuse(job, result, "import.column", column->heading);
}

static int is_kept_by_book(const tl__import *job, const char *name)
{
    for (size_t i = 0; i < job->count; i++)
        if (job->columns[i].derived && strcmp(job->columns[i].name, name) == 0)
            return 1;
    return 0;
}

/* JSON as the book writes it: what is no column there, the ids of items and how many are below one, is the book's all the same. */
static void settle_own_json(tl__import *job)
{
    if (!is_kept_by_book(job, "uid") || !is_kept_by_book(job, "ref"))
        return;
    job->own = 1;
    for (size_t i = 0; i < job->count; i++)
        if (job->columns[i].kind == TL__IMPORT_NEW_FIELD) {
            job->columns[i].kind = TL__IMPORT_PASSED_OVER;
            job->columns[i].derived = 1;
        }
}

/* A running number is the item's where the table has no other; else the book counts itself. */
static void settle_numbers(tl__import *job)
{
    tl__import_column *row = tl__import_column_of(job, TL__IMPORT_ROW);
    const tl__import_column *no = tl__import_column_of(job, TL__IMPORT_NO);
    job->own = row != NULL && no != NULL && strcmp(row->by, "name") == 0 && strcmp(no->by, "name") == 0;
    if (row == NULL)
        return;
    row->kind = no == NULL ? TL__IMPORT_NO : TL__IMPORT_PASSED_OVER;
    row->derived = no != NULL;
}

static int tell_column(tl__import *job, size_t at)
{
    const tl__import_column *column = &job->columns[at];
    const char *name = column->kind < TL__IMPORT_NAMED ? kind_names[column->kind] : column->kind < TL__IMPORT_PASSED_OVER ? column->name : "-";
    const tl_import_column told = { sizeof told, (int)at + 1, column->heading, name, column->kind < TL__IMPORT_PASSED_OVER ? column->by : "none" };
    if (job->options.on_column != NULL && column->kind != TL__IMPORT_UNNAMED && job->options.on_column(&told, job->options.arg) != 0) {
        tl__enter(job->book);
        return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
    }
    if (!column->derived)
        return TL_OK;
    return tl__import_note(job, "import.passed_over", column->heading, "the book keeps this column itself; what the file says there is passed over");
}

/* A heading of the map that the table does not have. */
static int check_map(tl__import *job)
{
    for (size_t i = 0; i < job->options.map_count; i++) {
        int there = 0;
        char *plain = tl__heading_plain(job->options.map[i].heading);
        for (size_t k = 0; plain != NULL && k < job->count; k++) {
            char *other = tl__heading_plain(job->columns[k].heading);
            const char *lower = other == NULL ? NULL : strrchr(other, '/');
            there |= other != NULL && (strcmp(other, plain) == 0 || (lower != NULL && strcmp(lower + 1, plain) == 0));
            tl_free(other);
        }
        tl_free(plain);
        if (there)
            continue;
        tl__error_set(&job->book->error, TL_EINVAL, "import.map", "the map names a column '%.100s' that the table does not have", job->options.map[i].heading);
        int result = tl__import_refuse(job, TL_EINVAL, "import.map", NULL);
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

/* Where a blank means "as above": left of the title, where tables have what several rows share. */
static void settle_blanks(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        if (column->kind == TL__IMPORT_TITLE)
            job->title_at = i;
        job->parted |= !job->own && (column->kind == TL__IMPORT_MILESTONE || column->kind == TL__IMPORT_SUBTITLE);
    }
    for (size_t i = 0; !job->own && i < job->title_at; i++) {
        tl__import_kind kind = job->columns[i].kind;
        job->columns[i].as_above = kind == TL__IMPORT_SOURCE || kind == TL__IMPORT_OFFICER || kind == TL__IMPORT_LEAD || kind == TL__IMPORT_RESPONSIBLE ||
                                   kind == TL__IMPORT_FIELD || kind == TL__IMPORT_NEW_FIELD;
    }
}

/* What was found instead is told, for whoever has to say which of it is the title. */
static int fail_untitled(tl__import *job, char **headings, size_t count)
{
    tl__buffer found = { 0 };
    for (size_t i = 0; i < count; i++) {
        if (headings[i] == NULL || headings[i][0] == '\0')
            continue;
        tl__append(&found, found.length == 0 ? "" : "、");
        tl__append(&found, headings[i]);
    }
    if (found.failed)
        return tl__fail_memory(job->book);
    int result = tl__error_set(&job->book->error, TL_EINVAL, "import.header",
        "the header has no column '%s', which an item needs; it has %s; map the one that is it to title", tl_label(job->book, "column", "title"),
        tl__import_quote(job, found.text == NULL ? "-" : found.text));
    tl_free(found.text);
    return result;
}

int tl__import_columns(tl__import *job, char **headings, size_t count)
{
    int result = TL_OK;
    job->columns = sqlite3_malloc64((count + 1) * sizeof *job->columns);
    job->values = sqlite3_malloc64((count + 1) * sizeof *job->values);
    if (job->columns == NULL || job->values == NULL)
        return tl__fail_memory(job->book);
    memset(job->columns, 0, (count + 1) * sizeof *job->columns);
    for (; result == TL_OK && job->count < count; job->count++)
        result = read_heading(job, headings[job->count]);
    settle_numbers(job);
    settle_own_json(job);
    settle_blanks(job);
    if (result == TL_OK)
        result = check_map(job);
    for (size_t i = 0; result == TL_OK && i < job->count; i++)
        result = tell_column(job, i);
    if (result == TL_OK && tl__import_column_of(job, TL__IMPORT_TITLE) == NULL)
        result = fail_untitled(job, headings, count);
    return result;
}
