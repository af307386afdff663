/* import_change.c (L4) - an item that is there becomes what the table says: each difference is an entry of its own, with old and new. */
#include "import.h"

#include "calendar.h"
#include "label.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

/* What the item has: copies. */
enum { HAS_TITLE, HAS_DETAIL, HAS_SOURCE, HAS_OFFICER, HAS_DUE, HAS_DUE_TEXT, HAS_RISK, HAS_PARENT_NO, HAS_PARENT, HAS_STATE, HAS_COUNT };
typedef struct present {
    char *texts[HAS_COUNT];
    int64_t parent;
} present;

static int read_present(tl__import *job, int64_t item, present *has)
{
    sqlite3_stmt *find = job->statements[TL__FIND_PRESENT];
    memset(has, 0, sizeof *has);
    sqlite3_bind_int64(find, 1, item);
    int result = tl__step(job->book, find);
    for (int i = 0; result == TL_ROW && i < HAS_COUNT; i++)
        result = tl__column_copy(job->book, find, i, &has->texts[i]) == TL_OK ? TL_ROW : job->book->error.result;
    if (result == TL_ROW)
        has->parent = sqlite3_column_int64(find, HAS_PARENT);
    tl__done(find);
    if (result == TL_DONE)
        return tl__error_set(&job->book->error, TL_EIO, NULL, "the item %lld can't be read; the disk may be failing", (long long)item);
    return result == TL_ROW ? TL_OK : result;
}

static void forget_present(present *has)
{
    for (int i = 0; i < HAS_COUNT; i++)
        tl_free(has->texts[i]);
}

void tl__import_differs(tl__import *job, const char *what, const char *there, const char *here)
{
    char quote[sizeof job->quote];
    if (job->difference[0] != '\0')
        return;
    if (tl__in_chinese(job->book))
        what = tl_label(job->book, "column", what);
    snprintf(quote, sizeof quote, "%s", there == NULL ? "" : tl__import_quote(job, there));
    snprintf(job->difference, sizeof job->difference, tl__said(&job->book->error, "%s is '%s' there, '%s' here"), what, quote,
        here == NULL ? "" : tl__import_quote(job, here));
}

static int is_same(const char *one, const char *other)
{
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

/* The work on one item. */
typedef struct change {
    tl__import *job;
    int64_t item;
    int post;
    size_t count; /* of entries */
} change;

static int post(change *c, tl_posting *posting, const tl_value_spec *set)
{
    tl__import *job = c->job;
    posting->size = sizeof *posting;
    posting->item = c->item;
    posting->request = tl__import_request(job, "change", ++c->count);
    if (set == NULL)
        return tl__post_item(job->book, posting, posting->action, NULL, NULL, NULL, NULL);
    return tl__post_amend(job->book, posting, set, NULL);
}

/* Once an item is dispatched its due date changes only with a reason. */
static const char *reason(tl__import *job, char text[300])
{
    const char *slash = strrchr(job->options.path, '/');
    snprintf(text, 300, "%s %lld", tl__import_quote(job, slash == NULL ? job->options.path : slash + 1), (long long)job->line->row);
    return text;
}

static int amend(change *c, const char *name, const char *there, const char *here, int *changed)
{
    char note[300];
    if (is_same(there, here))
        return TL_OK;
    *changed = 1;
    tl__import_differs(c->job, name, there, here);
    tl_posting posting = { .action = "amend", .note = reason(c->job, note) };
    return c->post ? post(c, &posting, &(tl_value_spec) { name, here }) : TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------------- columns */

/* What the spec has of a column: 1 where the table says something of it. */
static int says(const tl__import *job, const char *here, tl__import_kind kind, int whole)
{
    return here != NULL || (whole && tl__import_column_of(job, kind) != NULL);
}

/* 30日内 is the same as it was, whatever today is; so is a day, in whatever words it was given. */
static int change_due(change *c, const present *has, const tl_item_spec *spec, int *changed)
{
    if (is_same(has->texts[HAS_DUE], spec->due) || (spec->due != NULL && is_same(has->texts[HAS_DUE_TEXT], spec->due)))
        return TL_OK;
    if (spec->due == NULL && has->texts[HAS_DUE] == NULL && has->texts[HAS_DUE_TEXT] == NULL)
        return TL_OK;
    return amend(c, "due", has->texts[HAS_DUE] == NULL ? has->texts[HAS_DUE_TEXT] : has->texts[HAS_DUE], spec->due, changed);
}

static int change_risk(change *c, const present *has, const tl_item_spec *spec, int *changed)
{
    char note[300];
    if (spec->risk == NULL || is_same(has->texts[HAS_RISK], spec->risk))
        return TL_OK;
    *changed = 1;
    tl__import_differs(c->job, "risk", has->texts[HAS_RISK], spec->risk);
    tl_posting posting = { .action = "rate", .risk = spec->risk, .note = reason(c->job, note) };
    return c->post ? post(c, &posting, NULL) : TL_OK;
}

static int change_parent(change *c, const present *has, const tl_item_spec *spec, int whole, int *changed)
{
    char *ref = NULL;
    if (spec->parent == has->parent || (spec->parent == 0 && !(whole && tl__import_column_of(c->job, TL__IMPORT_PARENT) != NULL)))
        return TL_OK;
    int result = spec->parent == 0 ? TL_OK : tl_item_ref(c->job->book, spec->parent, &ref);
    if (result == TL_OK)
        result = amend(c, "parent", has->texts[HAS_PARENT_NO], ref, changed);
    tl_free(ref);
    return result;
}

static int change_columns(change *c, const present *has, const tl_item_spec *spec, int whole, int *changed)
{
    const tl__import *job = c->job;
    const struct {
        const char *name, *here;
        tl__import_kind kind;
        int there;
    } columns[] = { { "title", spec->title, TL__IMPORT_TITLE, HAS_TITLE }, { "detail", spec->detail, TL__IMPORT_DETAIL, HAS_DETAIL },
        { "source", spec->source, TL__IMPORT_SOURCE, HAS_SOURCE }, { "officer", spec->officer, TL__IMPORT_OFFICER, HAS_OFFICER } };
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < sizeof columns / sizeof columns[0]; i++)
        if (says(job, columns[i].here, columns[i].kind, whole))
            result = amend(c, columns[i].name, has->texts[columns[i].there], columns[i].here, changed);
    if (result == TL_OK && says(job, spec->due, TL__IMPORT_DUE, whole))
        result = change_due(c, has, spec, changed);
    if (result == TL_OK)
        result = change_risk(c, has, spec, changed);
    return result == TL_OK ? change_parent(c, has, spec, whole, changed) : result;
}

/* -------------------------------------------------------------------------------------------------------------------------- fields */

static const char *value_here(const tl_item_spec *spec, const char *field)
{
    for (size_t i = 0; i < spec->value_count; i++)
        if (strcmp(spec->values[i].name, field) == 0)
            return spec->values[i].content;
    return NULL;
}

static int change_fields(change *c, const tl_item_spec *spec, int whole, int *changed)
{
    tl__import *job = c->job;
    sqlite3_stmt *find = job->statements[TL__FIND_VALUE];
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++) {
        char *there = NULL;
        const char *here = job->columns[i].kind == TL__IMPORT_FIELD ? value_here(spec, job->columns[i].name) : NULL;
        if (job->columns[i].kind != TL__IMPORT_FIELD || (here == NULL && !whole))
            continue;
        sqlite3_bind_int64(find, 1, c->item);
        sqlite3_bind_text(find, 2, job->columns[i].name, -1, SQLITE_STATIC);
        result = tl__step(job->book, find);
        result = result == TL_ROW ? tl__column_copy(job->book, find, 0, &there) : result == TL_DONE ? TL_OK : result;
        tl__done(find);
        if (result == TL_OK)
            result = amend(c, job->columns[i].name, there, here, changed);
        tl_free(there);
    }
    return result;
}

/* --------------------------------------------------------------------------------------------------------------------------- units */

typedef struct line {
    int64_t unit;
    char role[16];
    char *officer;
    int stays;
} line;

static int read_lines(tl__import *job, int64_t item, line *lines, size_t *count)
{
    sqlite3_stmt *find = job->statements[TL__FIND_ROLES];
    int result;
    *count = 0;
    sqlite3_bind_int64(find, 1, item);
    while ((result = tl__step(job->book, find)) == TL_ROW && *count < TL__IMPORT_UNITS) {
        line *there = &lines[(*count)++];
        *there = (line) { .unit = sqlite3_column_int64(find, 0) };
        snprintf(there->role, sizeof there->role, "%s", (const char *)sqlite3_column_text(find, 1));
        if ((result = tl__column_copy(job->book, find, 2, &there->officer)) != TL_OK)
            break;
    }
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

/* 1 if the table has a column for the role, so that a unit it does not name there is none; of a part, if the row names a unit there. */
static int has_role(const tl__import *job, const tl_item_spec *spec, int whole, const char *role)
{
    static const struct {
        const char *role;
        tl__import_kind kind;
    } roles[] = { { "lead", TL__IMPORT_LEAD }, { "responsible", TL__IMPORT_RESPONSIBLE }, { "support", TL__IMPORT_SUPPORT }, { "mentor", TL__IMPORT_MENTOR },
        { "mentee", TL__IMPORT_MENTEE } };
    int led = tl__import_column_of(job, TL__IMPORT_LEAD) != NULL;
    for (size_t i = 0; !whole && i < spec->assignment_count; i++)
        if (strcmp(spec->assignments[i].role, role) == 0)
            return 1;
    if (!whole)
        return 0;
    if (!led && strcmp(role, "lead") == 0)
        return tl__import_column_of(job, TL__IMPORT_RESPONSIBLE) != NULL;
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (strcmp(roles[i].role, role) == 0)
            return tl__import_column_of(job, roles[i].kind) != NULL;
    return 0;
}

static int tell_unit(change *c, const char *role, int64_t there, int64_t here)
{
    int64_t unit = there != 0 ? there : here;
    char code[64] = "";
    sqlite3_stmt *find = c->job->statements[TL__FIND_UNIT];
    sqlite3_bind_int64(find, 1, unit);
    int result = tl__step(c->job->book, find);
    if (result == TL_ROW)
        snprintf(code, sizeof code, "%s", (const char *)sqlite3_column_text(find, 0));
    tl__done(find);
    tl__import_differs(c->job, role, there != 0 ? code : NULL, here != 0 ? code : NULL);
    return result < 0 ? result : TL_OK;
}

static int unassign(change *c, const line *there, int *changed)
{
    *changed = 1;
    int result = tell_unit(c, there->role, there->unit, 0);
    tl_posting posting = { .action = "unassign", .unit = there->unit };
    return result == TL_OK && c->post ? post(c, &posting, NULL) : result;
}

static int assign(change *c, const tl_assignment_spec *here, int *changed)
{
    *changed = 1;
    int result = tell_unit(c, here->role, 0, here->unit);
    tl_posting posting = { .action = "assign", .unit = here->unit, .role = here->role, .officer = here->officer };
    return result == TL_OK && c->post ? post(c, &posting, NULL) : result;
}

/* The unit as the row has it, or NULL. */
static const tl_assignment_spec *find_here(const tl_item_spec *spec, int64_t unit)
{
    for (size_t i = 0; i < spec->assignment_count; i++)
        if (spec->assignments[i].unit == unit)
            return &spec->assignments[i];
    return NULL;
}

/* 1 if the row says that another person, or none, goes with the unit. */
static int is_other_officer(change *c, const line *there, const tl_assignment_spec *here, int whole)
{
    if (here->officer == NULL && !(whole && strcmp(here->role, "lead") == 0 && tl__import_column_of(c->job, TL__IMPORT_CONTACT) != NULL))
        return 0;
    if (is_same(there->officer, here->officer))
        return 0;
    tl__import_differs(c->job, tl_label(c->job->book, "column", "contact"), there->officer, here->officer);
    return 1;
}

/* 1 if the row leaves the unit as it is. */
static int stays(change *c, const line *there, const tl_item_spec *spec, int whole)
{
    const tl_assignment_spec *here = find_here(spec, there->unit);
    if (here == NULL)
        return !has_role(c->job, spec, whole, there->role);
    return strcmp(here->role, there->role) == 0 && !is_other_officer(c, there, here, whole);
}

static int change_lines(change *c, line *lines, size_t count, const tl_item_spec *spec, int whole, int *changed)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < count; i++) {
        lines[i].stays = stays(c, &lines[i], spec, whole);
        if (!lines[i].stays)
            result = unassign(c, &lines[i], changed);
    }
    for (size_t k = 0; result == TL_OK && k < spec->assignment_count; k++) {
        int there = 0;
        for (size_t i = 0; i < count; i++)
            there |= lines[i].unit == spec->assignments[k].unit && lines[i].stays;
        if (!there)
            result = assign(c, &spec->assignments[k], changed);
    }
    return result;
}

static int change_units(change *c, const tl_item_spec *spec, int whole, int *changed)
{
    line lines[TL__IMPORT_UNITS];
    size_t count;
    int result = read_lines(c->job, c->item, lines, &count);
    if (result == TL_OK)
        result = change_lines(c, lines, count, spec, whole, changed);
    for (size_t i = 0; i < count; i++)
        tl_free(lines[i].officer);
    return result;
}

int tl__import_change(tl__import *job, const tl_item_spec *spec, int64_t item, int whole, int to_post, int *changed)
{
    present has;
    change c = { job, item, to_post, 0 };
    int result = read_present(job, item, &has);
    if (result == TL_OK)
        result = change_columns(&c, &has, spec, whole, changed);
    if (result == TL_OK)
        result = change_fields(&c, spec, whole, changed);
    if (result == TL_OK && (whole || spec->assignment_count > 0))
        result = change_units(&c, spec, whole, changed);
    forget_present(&has);
    return result;
}
