/* import_part.c (L4) - rows that go on with the item above: milestones, tasks of lower levels, measures. */
#include "import.h"

#include <string.h>

/* 1 if the row goes on with the item above: it has no number and no title of its own, or the same. */
int tl__import_goes_on(const tl__import *job)
{
    const tl__import_level *level = &job->open[0];
    const tl__import_column *number = tl__import_column_of(job, TL__IMPORT_NO);
    const char *no = tl__import_cell_of(job, TL__IMPORT_NO), *title = tl__import_cell_of(job, TL__IMPORT_TITLE);
    if (job->own || level->item == 0)
        return 0;
    int same_no = *no == '\0' || (job->parted && number->of_item != NULL && strcmp(no, number->of_item) == 0);
    if (*title == '\0')
        return same_no && (job->parted || *tl__import_cell_of(job, TL__IMPORT_DETAIL) != '\0');
    return job->parted && same_no && (*no != '\0' || strcmp(title, level->title) == 0);
}

tl_item_spec tl__import_part_spec(tl__import *job, const char *title)
{
    tl_item_spec spec = job->spec;
    spec.title = title;
    tl__import_start_item(job);
    return spec;
}

/* The task of a lower level in the row: opened, where it is not the one that is. */
static int take_level(tl__import *job, tl__import_kind kind, size_t depth, int *opened)
{
    const char *title = tl__import_cell_of(job, kind);
    tl__import_level *level = &job->open[depth];
    int64_t item;
    if (*title == '\0' || (level->item != 0 && strcmp(level->title, title) == 0))
        return TL_OK;
    tl_item_spec spec = tl__import_part_spec(job, title);
    tl__import_level *above = &job->open[depth == 2 && job->open[1].item != 0 ? 1 : 0];
    int result = tl__import_add_part(job, above, &spec, &item);
    if (result != TL_OK)
        return result;
    *opened = 1;
    for (size_t i = depth + 1; i < 3; i++)
        job->open[i].item = 0;
    return tl__import_open(job, level, item, title);
}

/* A title under the number of the item above is a part of it, and told. */
static int take_other_title(tl__import *job, int *opened)
{
    tl__import_column *title = tl__import_column_of(job, TL__IMPORT_TITLE);
    int64_t item;
    if (*title->cell == '\0' || strcmp(title->cell, job->open[0].title) == 0 || (job->open[1].item != 0 && strcmp(title->cell, job->open[1].title) == 0))
        return TL_OK;
    tl_item_spec spec = tl__import_part_spec(job, title->cell);
    int result = tl__import_note(job, "import.other_title", title->heading, "'%s' has the number %s of the row above, and becomes a part of it",
        tl__import_quote(job, title->cell), job->open[0].no);
    if (result == TL_OK)
        result = tl__import_add_part(job, &job->open[0], &spec, &item);
    if (result != TL_OK)
        return result;
    *opened = 1;
    return tl__import_open(job, &job->open[1], item, title->cell);
}

static tl__import_level *deepest(tl__import *job)
{
    return &job->open[job->open[2].item != 0 ? 2 : job->open[1].item != 0 ? 1 : 0];
}

/* The lower levels and the milestones of a row. */
int tl__import_take_parts(tl__import *job, int *opened)
{
    tl__import_column *milestone = tl__import_column_of(job, TL__IMPORT_MILESTONE);
    int result = take_level(job, TL__IMPORT_SUBTITLE, 1, opened);
    if (result == TL_OK)
        result = take_level(job, TL__IMPORT_SUBSUBTITLE, 2, opened);
    if (result != TL_OK || milestone == NULL || *milestone->cell == '\0' || tl__import_is_merged(job, (size_t)(milestone - job->columns)))
        return result;
    *opened = 1;
    return tl__import_milestones(job, milestone, deepest(job));
}

/* What a row says of a part that has no title: its detail is it. */
static int take_detail(tl__import *job, int *opened)
{
    int64_t item;
    if (job->parted || job->spec.detail == NULL)
        return TL_OK;
    tl_item_spec spec = tl__import_part_spec(job, job->spec.detail);
    spec.detail = NULL;
    *opened = 1;
    return tl__import_add_part(job, &job->open[0], &spec, &item);
}

/* ------------------------------------------------------------------------------------------------------------- what is said of a part */

int tl__import_is_of_part(const tl__import_column *column)
{
    switch (column->kind) {
    case TL__IMPORT_NO:
    case TL__IMPORT_TITLE:
    case TL__IMPORT_SUBTITLE:
    case TL__IMPORT_SUBSUBTITLE:
    case TL__IMPORT_MILESTONE:
    case TL__IMPORT_PARENT:
    case TL__IMPORT_PASSED_OVER:
        return 0;
    default:
        return 1;
    }
}

/* What the row of the item above says already is not said again. */
static void leave_out_same(tl__import *job)
{
    static char none[] = "";
    for (size_t i = 0; i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        if (tl__import_is_of_part(column) && column->of_item != NULL && strcmp(column->cell, column->of_item) == 0)
            column->cell = none;
    }
}

/* A person of the part's own goes with the unit in the lead, which is the item's where the row names no other. */
static int keep_lead(tl__import *job)
{
    tl__import_column *lead = tl__import_column_of(job, TL__IMPORT_LEAD);
    if (lead == NULL)
        lead = tl__import_column_of(job, TL__IMPORT_RESPONSIBLE);
    if (*tl__import_cell_of(job, TL__IMPORT_CONTACT) == '\0' || lead == NULL || *lead->cell != '\0' || lead->of_item == NULL)
        return TL_OK;
    int result = tl__import_copy(job, lead->of_item, &lead->filled);
    if (result == TL_OK)
        lead->cell = lead->filled;
    return result;
}

static int take_words(tl__import *job)
{
    leave_out_same(job);
    int result = keep_lead(job);
    if (result == TL_OK)
        result = tl__import_take_cells(job, 1);
    return result == TL_OK && !job->row_refused ? tl__import_take_contact(job) : result;
}

/* What a row says where it adds no part that it could be said of. */
static int tell_lost(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++)
        if (tl__import_is_of_part(&job->columns[i]) && *job->columns[i].cell != '\0')
            result = tl__import_note(job, "import.no_part", job->columns[i].heading,
                "'%s' is not what stands there for '%s', and the row adds no part of it that could have it; it is passed over",
                tl__import_quote(job, job->columns[i].cell), job->open[0].no);
    return result;
}

static int take_going_on(tl__import *job, int *opened)
{
    int result = take_other_title(job, opened);
    if (result == TL_OK)
        result = take_detail(job, opened);
    if (result == TL_OK)
        result = tl__import_take_parts(job, opened);
    return result == TL_OK && !*opened ? tell_lost(job) : result;
}

int tl__import_go_on(tl__import *job)
{
    int opened = 0;
    job->going_on = 1;
    int result = take_words(job);
    if (job->row_refused)
        return result;
    if (result == TL_OK)
        result = take_going_on(job, &opened);
    if (result != TL_OK)
        return tl__import_refuse(job, result, "import.part", NULL);
    const tl__import_outcome outcome = !opened ? TL__IMPORT_CONTINUED : job->part_outcome == TL__IMPORT_UPDATED ? TL__IMPORT_UPDATED : TL__IMPORT_CHILD;
    return job->row_refused ? TL_OK : tl__import_count(job, outcome, job->open[0].item);
}
