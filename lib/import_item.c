/* import_item.c (L4) - the items that a table gives: added, or found and compared; and the parts below them. How one that is there is changed is
 * import_change's. */
#include "import.h"

#include "name.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

const char *tl__import_request(tl__import *job, const char *what, size_t number)
{
    int length = snprintf(job->request, sizeof job->request, "import:%lld:%lld%s", (long long)job->file, (long long)job->line->row, job->part);
    if (what != NULL)
        length += snprintf(job->request + length, sizeof job->request - (size_t)length, "#%s%zu", what, number);
    if (what != NULL && job->again)
        snprintf(job->request + length, sizeof job->request - (size_t)length, "@%lld", (long long)job->first);
    return job->request;
}

/* The item that a row, or a part of it, gave or changed when this very file came in before; 0: none. */
static int find_again(tl__import *job, int64_t *item)
{
    char older[200];
    sqlite3_stmt *find = job->statements[TL__FIND_FILE];
    *item = 0;
    if (!job->again && !job->older)
        return TL_OK;
    snprintf(older, sizeof older, "import:%lld:%s:%lld", (long long)job->options.ledger, job->sha256, (long long)job->line->row);
    sqlite3_bind_text(find, 1, job->again ? tl__import_request(job, NULL, 0) : older, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    if (result == TL_ROW)
        *item = sqlite3_column_int64(find, 0);
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

/* Of titles the book has no index. Each item is found once, and none that this very file's rows are known to be. */
static int index_titles(tl__import *job)
{
    static const char take[] = "DELETE FROM temp.import_title WHERE rowid = (SELECT min(rowid) FROM temp.import_title WHERE parent = ?1 AND title = ?2) "
                               "RETURNING item, (SELECT entry FROM main.item i WHERE i.id = item), (SELECT no FROM main.item i WHERE i.id = item)";
    if (job->titles)
        return TL_OK;
    char *sql = sqlite3_mprintf("CREATE TEMP TABLE import_title AS SELECT title, coalesce(parent, 0) AS parent, id AS item FROM item WHERE ledger = %lld "
                                "AND id < %lld AND id NOT IN (SELECT item FROM entry WHERE item IS NOT NULL AND request >= 'import:%lld:' AND request < "
                                "'import:%lld;') ORDER BY id; CREATE INDEX temp.import_title_title ON import_title(title, parent)",
        (long long)job->options.ledger, (long long)job->first, (long long)job->file, (long long)job->file);
    if (sql == NULL)
        return tl__fail_memory(job->book);
    int result = tl__run(job->book, sql);
    sqlite3_free(sql);
    if (result != TL_OK)
        return result;
    job->titles = 1;
    result = sqlite3_prepare_v3(job->book->db, take, -1, SQLITE_PREPARE_PERSISTENT, &job->statements[TL__FIND_TITLE], NULL);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(job->book, result);
}

/* The item of a title below another one (0: at the top) that was there before, and no row has been so far; *item 0: none. no may be NULL. */
static int find_title(tl__import *job, int64_t parent, const char *title, int64_t *item, int64_t *entry, char **no)
{
    *item = 0;
    if (parent >= job->first)
        return TL_OK;
    int result = index_titles(job);
    if (result != TL_OK)
        return result;
    sqlite3_stmt *find = job->statements[TL__FIND_TITLE];
    sqlite3_bind_int64(find, 1, parent);
    sqlite3_bind_text(find, 2, title, -1, SQLITE_STATIC);
    result = tl__step(job->book, find);
    if (result == TL_ROW) {
        *item = sqlite3_column_int64(find, 0);
        *entry = sqlite3_column_int64(find, 1);
        result = no == NULL ? TL_OK : tl__column_copy(job->book, find, 2, no);
    }
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

/* 1 if a row without a number is compared with the item of its title. */
static int goes_by_title(const tl__import *job)
{
    const char *how = job->options.on_conflict;
    return job->again || (how != NULL && strcmp(how, "fail") != 0);
}

/* The item that has the number already, or without numbers the title; *entry: the one that last changed it. */
static int find_there(tl__import *job, const tl_item_spec *spec, int whole, int64_t *item, int64_t *entry)
{
    sqlite3_stmt *find = job->statements[TL__FIND_ITEM];
    *item = *entry = 0;
    if (spec->no == NULL)
        return whole && goes_by_title(job) ? find_title(job, spec->parent, spec->title, item, entry, NULL) : TL_OK;
    sqlite3_bind_int64(find, 1, job->options.ledger);
    sqlite3_bind_text(find, 2, spec->no, -1, SQLITE_STATIC);
    int result = tl__step(job->book, find);
    if (result == TL_ROW) {
        *item = sqlite3_column_int64(find, 0);
        *entry = sqlite3_column_int64(find, 1);
    }
    tl__done(find);
    return result < 0 ? result : TL_OK;
}

/* 1 if the spec is all that the row says of its item: what its columns leave blank is nothing. */
static int is_whole(const tl__import *job, const tl_item_spec *spec)
{
    return spec == &job->spec && job->part[0] == '\0';
}

/* 1 if what the row says of progress is said of this item. */
static int has_progress(const tl__import *job, const tl_item_spec *spec)
{
    return is_whole(job, spec) || (job->going_on && job->parts == 1);
}

static int add(tl__import *job, tl_item_spec *spec, int64_t *item)
{
    int changed;
    int result = tl__import_begin(job);
    spec->request = tl__import_request(job, NULL, 0);
    if (result == TL_OK)
        result = tl_item_add(job->book, spec, item);
    if (result != TL_OK)
        return result;
    job->result.items++;
    return has_progress(job, spec) ? tl__import_progress(job, *item, 1, 1, &changed) : TL_OK;
}

static int change(tl__import *job, const tl_item_spec *spec, int64_t item, int post, int *changed)
{
    int result = post ? tl__import_begin(job) : TL_OK;
    if (result == TL_OK)
        result = tl__import_change(job, spec, item, is_whole(job, spec), post, changed);
    return result == TL_OK && has_progress(job, spec) ? tl__import_progress(job, item, 0, post, changed) : result;
}

/* What is to be done about an item that is there with other content. known: it is from this very row of this very file. */
static int settle(tl__import *job, const tl_item_spec *spec, int64_t item, int known, tl__import_outcome *outcome)
{
    const char *how = job->options.on_conflict == NULL ? "fail" : job->options.on_conflict, *name = spec->no == NULL ? spec->title : spec->no;
    int changed = 0;
    *outcome = TL__IMPORT_SKIPPED;
    if (known && strcmp(how, "fail") == 0)
        return tl__import_note(job, "import.changed", NULL,
            "%s/%s came in from here before, and is not as it was: %s; to take what the file says give --on-conflict update", job->ledger, name,
            job->difference);
    if (strcmp(how, "fail") == 0)
        return tl__error_set(&job->book->error, TL_EEXISTS, "item.no_taken", "%s/%s is there already: %s%s", job->ledger, name, job->difference,
            job->options.refuse_unknown ? "" : tl__said(&job->book->error, "; to take what the file says give --on-conflict update, or skip to leave it"));
    if (strcmp(how, "skip") == 0)
        return tl__import_note(job, "import.skipped", NULL, "%s/%s is left as it is: %s", job->ledger, name, job->difference);
    *outcome = TL__IMPORT_UPDATED;
    return change(job, spec, item, 1, &changed);
}

static int store(tl__import *job, tl_item_spec *spec, int64_t *item, tl__import_outcome *outcome)
{
    int64_t entry = 0;
    int changed = 0;
    *outcome = TL__IMPORT_UNCHANGED;
    int result = find_again(job, item);
    int known = *item != 0;
    if (result == TL_OK && !known)
        result = find_there(job, spec, is_whole(job, spec), item, &entry);
    if (result == TL_OK && *item == 0) {
        *outcome = TL__IMPORT_ADDED;
        return add(job, spec, item);
    }
    if (result == TL_OK && entry >= job->first)
        return tl__error_set(
            &job->book->error, TL_EEXISTS, "item.no_taken", "%s/%s stands in a row above already", job->ledger, spec->no == NULL ? spec->title : spec->no);
    job->difference[0] = '\0';
    if (result == TL_OK)
        result = change(job, spec, *item, 0, &changed);
    return result != TL_OK || !changed ? result : settle(job, spec, *item, known, outcome);
}

int tl__import_store(tl__import *job, tl_item_spec *spec, const char *part, int64_t *item, tl__import_outcome *outcome)
{
    snprintf(job->part, sizeof job->part, "%s", part);
    int result = store(job, spec, item, outcome);
    job->part[0] = '\0';
    return result;
}

static int next_no(tl__import *job, tl__import_level *level, char **no)
{
    int64_t item = 0, entry;
    int result;
    do {
        tl_free(*no);
        *no = sqlite3_mprintf("%s.%lld", level->no, (long long)++level->parts);
        if (*no == NULL)
            return tl__fail_memory(job->book);
        const tl_item_spec spec = { .no = *no };
        result = find_there(job, &spec, 0, &item, &entry);
    } while (result == TL_OK && item != 0);
    return result;
}

int tl__import_part_no(tl__import *job, tl__import_level *level, const char *title, char **no)
{
    int64_t item, entry;
    *no = NULL;
    int result = find_title(job, level->item, title, &item, &entry, no);
    return result == TL_OK && item == 0 ? next_no(job, level, no) : result;
}

int tl__import_add_part(tl__import *job, tl__import_level *level, tl_item_spec *spec, int64_t *item)
{
    char part[24];
    tl__import_outcome outcome = TL__IMPORT_SKIPPED;
    snprintf(part, sizeof part, ".%zu", ++job->parts);
    char *no;
    int result = tl__import_part_no(job, level, spec->title, &no);
    spec->no = no;
    spec->parent = level->item;
    if (result == TL_OK)
        result = tl__import_store(job, spec, part, item, &outcome);
    tl_free(no);
    spec->no = NULL;
    if (outcome > job->part_outcome)
        job->part_outcome = outcome;
    return result;
}

int tl__import_open(tl__import *job, tl__import_level *level, int64_t item, const char *title)
{
    level->item = item;
    level->parts = 0;
    sqlite3_stmt *present = job->statements[TL__FIND_PRESENT];
    int result = tl__import_copy(job, title, &level->title);
    sqlite3_bind_int64(present, 1, item);
    if (result == TL_OK)
        result = tl__step(job->book, present);
    if (result == TL_ROW)
        result = tl__import_copy(job, (const char *)sqlite3_column_text(present, 10), &level->no);
    tl__done(present);
    return result != TL_DONE ? result : tl__error_set(&job->book->error, TL_EIO, NULL, "the item %lld can't be read; the disk may be failing", (long long)item);
}
