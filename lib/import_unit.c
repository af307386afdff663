/* import_unit.c (L4) - the units in a cell: several of them, collective names, and units that are still to be added. */
#include "import.h"

#include "label.h"
#include "name.h"
#include "post.h"

#include <string.h>

/* The id of a unit by code or name, its code, and whether it is retired. */
int tl__import_find_unit(tl__import *job, const char *name, int64_t *unit, char **code, int *retired)
{
    int result = tl__unit_id(job->book, name, unit);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *find = job->statements[TL__FIND_UNIT];
    sqlite3_bind_int64(find, 1, *unit);
    result = tl__step(job->book, find);
    if (result == TL_ROW) {
        *retired = sqlite3_column_int(find, 1);
        result = code == NULL ? TL_OK : tl__column_copy(job->book, find, 0, code);
    }
    tl__done(find);
    return result;
}

/* The length of what parts two units in a cell, or 0. */
static size_t separator(const char *at)
{
    static const char *const separators[] = { "、", ",", "，", ";", "；", "/", "／", "\n", "\r" };
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
        if (strncmp(at, separators[i], strlen(separators[i])) == 0)
            return strlen(separators[i]);
    return 0;
}

/* 1 where a bracket opens, -1 where one closes: what stands in brackets belongs to the name before. */
static int bracket(const char *at)
{
    return *at == '(' || strncmp(at, "（", 3) == 0 ? 1 : *at == ')' || strncmp(at, "）", 3) == 0 ? -1 : 0;
}

/* Takes the next name off a cell; NULL when there is none left. */
static char *next_name(char **rest)
{
    while (**rest != '\0') {
        char *name = *rest, *end = name;
        size_t skip = 0;
        int within = 0;
        while (*end != '\0' && ((skip = separator(end)) == 0 || (within > 0 && *end != '\n'))) {
            within += bracket(end);
            end++;
        }
        *rest = *end == '\0' ? end : end + skip;
        *end = '\0';
        name = tl__trim(name);
        if (*name != '\0')
            return name;
    }
    return NULL;
}

/* ------------------------------------------------------------------------------------------------------------------------- one unit */

static const char *kind_role(const tl__import_column *column)
{
    return column->kind == TL__IMPORT_LEAD          ? "lead"
           : column->kind == TL__IMPORT_RESPONSIBLE ? "responsible"
           : column->kind == TL__IMPORT_SUPPORT     ? "support"
           : column->kind == TL__IMPORT_MENTOR      ? "mentor"
                                                    : "mentee";
}

/* In which role the next unit of a column comes in: the first one under the lead's heading leads, and without such a heading the first responsible one. */
static const char *role_of(const tl__import *job, const tl__import_column *column)
{
    int led = job->spec.assignment_count > 0 && strcmp(job->units[0].role, "lead") == 0;
    if (column->kind == TL__IMPORT_LEAD)
        return led ? "responsible" : "lead";
    if (column->kind == TL__IMPORT_RESPONSIBLE && !led && !job->own && !job->options.refuse_unknown && tl__import_column_of(job, TL__IMPORT_LEAD) == NULL)
        return "lead";
    return kind_role(column);
}

/* A unit that the row names twice keeps the first of its roles, or the lead where that comes later. */
static int is_named(tl__import *job, int64_t unit, const char *role, const tl__import_column *column, const char *name, int *named)
{
    *named = 0;
    for (size_t i = 0; i < job->spec.assignment_count; i++)
        if (job->units[i].unit == unit) {
            *named = 1;
            if (job->options.refuse_unknown) {
                int result = tl__fail_rule(job->book, "assignment.twice");
                return result < 0 ? tl__error_suffix(&job->book->error, " ('%s')", tl__import_quote(job, name)) : result;
            }
            if (strcmp(job->units[i].role, role) == 0)
                return TL_OK;
            return tl__import_note(job, "import.unit_twice", column->heading, "'%s' is named twice in this row; it stays under %s", tl__import_quote(job, name),
                tl_label(job->book, "role", job->units[i].role));
        }
    return TL_OK;
}

/* all: it is one of those that a collective name means, of which none leads the others. */
static int take_unit(tl__import *job, const tl__import_column *column, const char *name, int64_t unit, int retired, int all)
{
    tl_item_spec *spec = &job->spec;
    const char *role = all && column->kind == TL__IMPORT_RESPONSIBLE ? "responsible" : role_of(job, column);
    int named = 0;
    if (column->kind == TL__IMPORT_LEAD && strcmp(role, "lead") != 0 && job->options.refuse_unknown)
        return tl__error_set(&job->book->error, TL_EINVAL, "import.lead", "'%s' is a second unit in the lead, and an item has one; put it under %s or %s",
            tl__import_quote(job, name), tl_label(job->book, "column", "responsible"), tl_label(job->book, "column", "support"));
    int result = is_named(job, unit, role, column, name, &named);
    if (result != TL_OK || named)
        return result;
    if (retired) {
        tl__fail_rule(job->book, "unit.retired");
        return tl__error_suffix(&job->book->error, " ('%s')", tl__import_quote(job, name));
    }
    if (spec->assignment_count == TL__IMPORT_UNITS)
        return tl__error_set(&job->book->error, TL_EINVAL, "import.size", "the row names more than %d units", TL__IMPORT_UNITS);
    /* The lead stands first, wherever its column does. */
    size_t at = strcmp(role, "lead") == 0 ? 0 : spec->assignment_count;
    memmove(&job->units[at + 1], &job->units[at], (spec->assignment_count - at) * sizeof job->units[0]);
    job->units[at] = (tl_assignment_spec) { unit, role, NULL };
    spec->assignment_count++;
    if (column->kind == TL__IMPORT_LEAD && at > 0)
        return tl__import_note(job, "import.lead", column->heading, "'%s' is a second unit in the lead, and an item has one; it comes in as %s",
            tl__import_quote(job, name), tl_label(job->book, "role", role));
    return TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------ collective names */

/* What 各街道, 全体社区 are all of; NULL: the name is none of these. */
static const char *kind_meant(const char *name)
{
    static const char *const heads[] = { "各有关", "各相关", "各", "全体", "全部", "所有" };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (strncmp(name, heads[i], strlen(heads[i])) == 0 && name[strlen(heads[i])] != '\0')
            return name + strlen(heads[i]);
    return NULL;
}

/* The codes of the units that a collective name means, each with a line break behind it. */
static int find_kind(tl__import *job, const char *kind, const char *name, tl__buffer *codes)
{
    sqlite3_stmt *find = job->statements[TL__FIND_KIND];
    int result;
    sqlite3_bind_text(find, 1, kind, -1, SQLITE_STATIC);
    sqlite3_bind_text(find, 2, name, -1, SQLITE_STATIC);
    while ((result = tl__step(job->book, find)) == TL_ROW) {
        tl__append(codes, (const char *)sqlite3_column_text(find, 0));
        tl__append(codes, "\n");
    }
    tl__done(find);
    return result < 0 ? result : codes->failed ? tl__fail_memory(job->book) : TL_OK;
}

static int take_code(tl__import *job, const tl__import_column *column, const char *code)
{
    int64_t unit;
    int retired = 0;
    int result = tl__import_find_unit(job, code, &unit, NULL, &retired);
    return result == TL_OK ? take_unit(job, column, code, unit, retired, 1) : result;
}

/* A collective name is each of the units that it means, or kept in words. */
static int take_collective(tl__import *job, const tl__import_column *column, const char *name)
{
    tl__buffer codes = { 0 };
    int result = find_kind(job, kind_meant(name), name, &codes);
    int some = codes.length > 0;
    for (char *at = codes.text, *end; result == TL_OK && at != NULL && *at != '\0'; at = end + 1) {
        end = strchr(at, '\n');
        *end = '\0';
        result = take_code(job, column, at);
    }
    tl_free(codes.text);
    if (result != TL_OK || some)
        return result;
    tl__append(&job->words, column->heading);
    tl__append(&job->words, "：");
    tl__append(&job->words, name);
    tl__append(&job->words, "\n");
    return tl__import_note(
        job, "import.collective", column->heading, "'%s' is no unit, and there is no unit of that kind; it is kept in words", tl__import_quote(job, name));
}

/* -------------------------------------------------------------------------------------------------------------------------- new units */

static int add_unit(tl__import *job, const tl__import_column *column, const char *name, int64_t *unit)
{
    tl__enter(job->book);
    const tl__new_entry entry = { .action = "add_unit", .code = name, .title = name };
    int result = tl__import_begin(job);
    if (result == TL_OK)
        result = tl__post_new(job->book, &entry, unit);
    if (result != TL_OK)
        return result;
    job->result.units++;
    return tl__import_note(job, "import.unit_new", column->heading, "the unit '%s' is new", tl__import_quote(job, name));
}

static int take_name(tl__import *job, const tl__import_column *column, const char *name)
{
    int64_t unit;
    int retired = 0;
    int result = tl__import_find_unit(job, name, &unit, NULL, &retired);
    if (result == TL_ENOTFOUND && kind_meant(name) != NULL && !job->options.refuse_unknown) {
        tl__enter(job->book);
        return take_collective(job, column, name);
    }
    if (result == TL_ENOTFOUND && job->options.create_units)
        result = add_unit(job, column, name, &unit);
    else if (result == TL_ENOTFOUND && !job->options.refuse_unknown)
        tl__error_suffix(&job->book->error, "; or have units added (--create-units)");
    return result == TL_OK ? take_unit(job, column, name, unit, retired, 0) : result;
}

/* 1 if the cell is the code or the name of a unit that has a separator in it, 教育局、体育局; 0, or an error. */
static int is_one_name(tl__import *job, const char *cell)
{
    const char *at = cell;
    while (*at != '\0' && separator(at) == 0)
        at++;
    if (*at == '\0')
        return 0;
    sqlite3_stmt *find = job->statements[TL__FIND_NAMED];
    sqlite3_bind_text(find, 1, cell, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    tl__done(find);
    return result < 0 ? result : result == TL_ROW;
}

/* Each unit of a cell; one that is refused doesn't hide what is wrong with the others. */
int tl__import_units(tl__import *job, tl__import_column *column, char *cell)
{
    char *name;
    int result = is_one_name(job, cell);
    if (result != 0)
        return result < 0 ? result : take_name(job, column, cell);
    while (result == TL_OK && job->errors < TL__IMPORT_ERRORS && (name = next_name(&cell)) != NULL) {
        result = take_name(job, column, name);
        if (result != TL_OK)
            result = tl__import_refuse(job, result, "import.unit", column->heading);
    }
    return result;
}
