/* post.c (L2) - adding entries: binds what is given to the view post, whose triggers fill in and check the rest. */
#include "post.h"
#include "calendar.h"
#include "entry.h"
#include "name.h"
#include "value.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The time to give an entry: in a book with a given clock the caller's, else none (NULL), for the schema takes its own. */
static int entry_time(tl_book *book, const char **at)
{
    *at = NULL;
    if (!book->given_clock || (book->clock == NULL && book->today == NULL))
        return TL_OK;
    if (book->clock == NULL && book->entry_at != NULL) {
        *at = book->entry_at;
        return TL_OK;
    }
    sqlite3_stmt *statement = tl__statement(book, book->clock != NULL ? TL__CLOCK_TIME : TL__GIVEN_TIME);
    if (statement == NULL)
        return book->error.result;
    char back[8] = "+00:00"; /* from local noon to UTC: the offset the other way round */
    if (book->utc_offset != NULL)
        snprintf(back, sizeof back, "%c%.5s", book->utc_offset[0] == '-' ? '+' : '-', book->utc_offset + 1);
    if (book->clock != NULL) {
        sqlite3_bind_double(statement, 1, (double)book->clock(book->clock_arg) / 1000.0);
    } else {
        sqlite3_bind_text(statement, 1, book->today, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, back, -1, SQLITE_STATIC);
    }
    int result = tl__step(book, statement);
    tl_free(book->entry_at);
    book->entry_at = NULL;
    if (result == TL_ROW)
        result = tl__column_copy(book, statement, 0, &book->entry_at);
    tl__done(statement);
    *at = book->entry_at;
    return result;
}

static int check_actor(tl_book *book, const char *actor)
{
    if (actor == NULL || *actor == '\0')
        return tl__error_set(&book->error, TL_EMISUSE, "entry.actor", "an entry needs an actor: say who makes it");
    return TL_OK;
}

/* The number of the entry just added; of a request, of the first with it. */
static int posted_seq(tl_book *book, const char *request, int64_t *seq)
{
    if (seq == NULL)
        return TL_OK;
    int by_request = request != NULL && *request != '\0';
    sqlite3_stmt *statement = tl__statement(book, by_request ? TL__REQUEST : TL__LAST_ENTRY);
    if (statement == NULL)
        return book->error.result;
    if (by_request)
        sqlite3_bind_text(statement, 1, request, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    if (result == TL_ROW)
        *seq = sqlite3_column_int64(statement, 0);
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

int tl__check_request(tl_book *book, const char *request)
{
    if (request != NULL && tl__characters(request) > 200)
        return tl__error_set(&book->error, TL_EINVAL, "entry.request_id", "a request id is at most 200 characters");
    return TL_OK;
}

const char *tl__request_along(const char *request, const char *kind, size_t number, char *into, size_t room)
{
    if (request == NULL || *request == '\0')
        return NULL;
    snprintf(into, room, "%s#%s%zu", request, kind, number);
    return into;
}

int tl__request_known(tl_book *book, const char *request)
{
    if (request == NULL || *request == '\0')
        return 0;
    sqlite3_stmt *statement = tl__statement(book, TL__REQUEST);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "request", request);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

typedef struct binding {
    int at;
    const char *column, *text;
} binding;

static int bind_texts(tl_book *book, sqlite3_stmt *statement, const binding *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int result = tl__bind_text(book, statement, texts[i].at, texts[i].column, texts[i].text);
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

/* After a refusal of a custom field's content: what the field takes. */
static void add_what_fits(tl_book *book, int64_t item, const char *code)
{
    sqlite3_stmt *statement = strcmp(book->error.rule, "value.type") == 0 ? tl__statement(book, TL__FIELD_TAKES) : NULL;
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement, 1, item);
    sqlite3_bind_text(statement, 2, code, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, 0) != SQLITE_NULL)
        tl__error_suffix(&book->error, "; it takes %s", (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
}

/* added: the number the entry is given by the short way; 0 where the schema gives it. */
static int run_post(tl_book *book, sqlite3_stmt *statement, int result, const char *request, int64_t added, int64_t *seq)
{
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    if (result < 0 || added == 0)
        return result < 0 ? result : posted_seq(book, request, seq);
    if (seq != NULL)
        *seq = added;
    return TL_OK;
}

int tl__post_new(tl_book *book, const tl__new_entry *entry, int64_t *seq)
{
    const char *at;
    int result = check_actor(book, book->actor);
    if (result == TL_OK)
        result = entry_time(book, &at);
    if (result != TL_OK)
        return result;
    int64_t added;
    sqlite3_stmt *statement;
    result = tl__entry_founding(book, entry, &statement, &added);
    if (result != TL_OK)
        return result;
    const char *title = entry->title != NULL && *entry->title != '\0' ? entry->title : NULL; /* the schema says whose title or name it wants */
    const binding texts[] = { { TL__COL_AT, "at", at }, { TL__COL_ACTOR, "actor", book->actor }, { TL__COL_ACTION, "action", entry->action },
        { TL__COL_NO, "no", entry->no }, { TL__COL_TITLE, "title", title }, { TL__COL_DETAIL, "detail", entry->detail },
        { TL__COL_SOURCE, "source", entry->source }, { TL__COL_OFFICER, "officer", entry->officer }, { TL__COL_DUE, "due", entry->due },
        { TL__COL_DUE_TEXT, "due_text", entry->due_text }, { TL__COL_RISK, "risk", entry->risk }, { TL__COL_NOTE, "note", entry->note },
        { TL__COL_HAPPENED_ON, "happened_on", entry->happened_on }, { TL__COL_UID, "uid", entry->uid }, { TL__COL_CODE, "code", entry->code },
        { TL__COL_KIND, "kind", entry->kind }, { TL__COL_WORKFLOW, "workflow", entry->workflow }, { TL__COL_FIELD, "field", entry->field },
        { TL__COL_NEW, "new", entry->content }, { TL__COL_PERIOD, "period", entry->period }, { TL__COL_URI, "uri", entry->uri },
        { TL__COL_SHA256, "sha256", entry->sha256 }, { TL__COL_REQUEST, "request", entry->request }, { TL__COL_DATA, "data", entry->data } };
    tl__bind_id(statement, TL__COL_LEDGER, entry->ledger);
    tl__bind_id(statement, TL__COL_UNIT, entry->unit);
    tl__bind_id(statement, TL__COL_PARENT, entry->parent);
    tl__bind_id(statement, TL__COL_SERIES, entry->series);
    tl__bind_id(statement, TL__COL_REQUIRED, entry->required);
    if (entry->sha256 != NULL)
        sqlite3_bind_int64(statement, TL__COL_SIZE, entry->size);
    result = bind_texts(book, statement, texts, sizeof texts / sizeof texts[0]);
    return run_post(book, statement, result, entry->request, added, seq);
}

int tl__post_one(tl_book *book, const tl__new_entry *entry, int64_t *seq)
{
    int begun;
    int result = tl__write_begin(book, 1, &begun);
    if (result != TL_OK)
        return result;
    return tl__write_end(book, begun, tl__post_new(book, entry, seq));
}

int tl__read_file(tl_book *book, const char *uri, tl__file *file)
{
    file->sha256[0] = '\0';
    file->size = 0;
    if (uri == NULL || *uri == '\0' || tl__is_address(uri))
        return TL_OK;
    int failed = tl__file_sha256(uri, file->sha256, &file->size);
    if (failed == 0)
        return TL_OK;
    const char *why = failed == EINVAL ? "it is no plain file" : strerror(failed);
    return tl__error_set(&book->error, TL_ENOTFOUND, NULL, "the file %s can't be read: %s", uri, why);
}

/* After a refusal that asks for another word: the words that are possible here. */
static void add_choices(tl_book *book, tl__statement_id id, int64_t of, const char *before)
{
    sqlite3_stmt *statement = tl__statement(book, id);
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement, 1, of);
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, 0) != SQLITE_NULL)
        tl__error_suffix(&book->error, "%s%s", before, (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
}

void tl__name_catalogue(tl_book *book, int64_t unit)
{
    add_choices(book, TL__UNIT_CATALOGUES, unit, tl__said(&book->error, "; the catalogue of "));
}

int tl__post_item(tl_book *book, const tl_posting *posting, const char *action, const tl__file *file, const char *field, const char *content, int64_t *seq)
{
    char percent[TL__VALUE_ROOM], value[TL__VALUE_ROOM];
    const char *at, *actor = posting->actor != NULL ? posting->actor : book->actor;
    int result = check_actor(book, actor);
    if (result == TL_OK)
        result = entry_time(book, &at);
    if (result != TL_OK)
        return result;
    int64_t added;
    sqlite3_stmt *statement;
    result = tl__entry_moving(book, posting, action, &statement, &added);
    if (result != TL_OK)
        return result;
    const binding texts[] = { { TL__COL_AT, "at", at }, { TL__COL_ACTOR, "actor", actor }, { TL__COL_ACTION, "action", action },
        { TL__COL_ROLE, "role", posting->role }, { TL__COL_OFFICER, "officer", posting->officer }, { TL__COL_DUE, "due", posting->due },
        { TL__COL_DUE_TEXT, "due_text", posting->due_text }, { TL__COL_PERCENT, "percent", tl__percent_read(posting->percent, percent) },
        { TL__COL_VALUE, "value", tl__figure_read(posting->value, value) }, { TL__COL_RISK, "risk", posting->risk }, { TL__COL_NOTE, "note", posting->note },
        { TL__COL_PROBLEM, "problem", posting->problem }, { TL__COL_NEXT_STEP, "next_step", posting->next_step },
        { TL__COL_HAPPENED_ON, "happened_on", posting->happened_on }, { TL__COL_URI, "uri", posting->uri }, { TL__COL_TITLE, "title", posting->title },
        { TL__COL_FIELD, "field", field }, { TL__COL_NEW, field, content }, { TL__COL_REQUEST, "request", posting->request },
        { TL__COL_DATA, "data", posting->data }, { TL__COL_KIND, "level", posting->level }, { TL__COL_NO, "no", posting->no } };
    sqlite3_bind_int64(statement, TL__COL_ITEM, posting->item);
    tl__bind_id(statement, TL__COL_UNIT, posting->unit);
    tl__bind_id(statement, TL__COL_LEDGER, posting->ledger);
    if (file != NULL && file->sha256[0] != '\0') {
        sqlite3_bind_text(statement, TL__COL_SHA256, file->sha256, TL__DIGEST_HEX, SQLITE_STATIC);
        sqlite3_bind_int64(statement, TL__COL_SIZE, file->size);
    }
    result = bind_texts(book, statement, texts, sizeof texts / sizeof texts[0]);
    result = run_post(book, statement, result, posting->request, added, seq);
    if (result == TL_ERULE && strcmp(book->error.rule, "assignment.off_catalogue") == 0)
        tl__name_catalogue(book, posting->unit);
    return result;
}

int tl__amended_column(tl_book *book, const char *name, const char **column)
{
    static const char *const columns[] = { "no", "title", "detail", "source", "officer", "due", "parent" };
    *column = NULL;
    sqlite3_stmt *statement = tl__statement(book, TL__COLUMN_BY_LABEL);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "the name of a field", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    const char *labelled = result == TL_ROW ? (const char *)sqlite3_column_text(statement, 0) : "";
    for (size_t i = 0; result >= 0 && i < sizeof columns / sizeof columns[0]; i++)
        if (strcmp(name, columns[i]) == 0 || strcmp(labelled, columns[i]) == 0)
            *column = columns[i];
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* One change as it is read: its field where it is no column of the item, and its new content. */
typedef struct reading {
    tl__field field;
    const char *content, *due_text;
    char id[24], value[TL__VALUE_ROOM];
    tl__due_given given;
} reading;

static int read_parent(tl_book *book, reading *r)
{
    int64_t parent;
    int result = r->content == NULL ? TL_OK : tl__item_id(book, r->content, &parent);
    if (result != TL_OK || r->content == NULL)
        return result;
    snprintf(r->id, sizeof r->id, "%lld", (long long)parent);
    r->content = r->id;
    return TL_OK;
}

static int read_due(tl_book *book, const tl_posting *posting, reading *r)
{
    int result = tl__due_given_of_item(book, r->content, r->content == NULL ? NULL : posting->due_text, posting->item, posting->request, &r->given);
    if (result != TL_OK)
        return result;
    r->content = r->given.due;
    r->due_text = r->given.text;
    return TL_OK;
}

static int read_change(tl_book *book, const tl_posting *posting, const char *name, const char *column, reading *r)
{
    if (column != NULL)
        return strcmp(column, "parent") == 0 ? read_parent(book, r) : strcmp(column, "due") == 0 ? read_due(book, posting, r) : TL_OK;
    int result = tl__field_find(book, posting->item, name, &r->field);
    if (result != TL_OK)
        return result;
    result = tl__value_read(book, r->field.type, &r->content, r->value);
    if (result != TL_ENOTFOUND)
        return result;
    tl__error_clear(&book->error); /* a unit that is not there does not fit the type: the schema says so, as of any other content */
    return TL_OK;
}

static int post_change(tl_book *book, const tl_posting *posting, const tl_value_spec *change, const char *column, const reading *r, int64_t *seq)
{
    const tl_posting amend = { .size = sizeof amend,
        .item = posting->item,
        .actor = posting->actor,
        .note = posting->note,
        .happened_on = posting->happened_on,
        .expect = posting->expect,
        .request = posting->request,
        .data = posting->data,
        .due_text = r->due_text };
    int result = tl__post_item(book, &amend, "amend", NULL, column != NULL ? column : r->field.code, r->content, seq);
    if (result != TL_OK && change->content != NULL)
        tl__error_suffix(&book->error, " (%s: '%.100s')", change->name, change->content);
    if (result == TL_EINVAL && column == NULL)
        add_what_fits(book, posting->item, r->field.code);
    return result;
}

int tl__post_amend(tl_book *book, const tl_posting *posting, const tl_value_spec *change, int64_t *seq)
{
    reading r = { .content = change->content != NULL && *change->content != '\0' ? change->content : NULL };
    const char *column;
    if (change->name == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a change needs the name of what it changes");
    if (tl__amended_column(book, change->name, &column) != TL_OK)
        return book->error.result;
    int result = read_change(book, posting, change->name, column, &r);
    if (result == TL_OK)
        result = post_change(book, posting, change, column, &r, seq);
    tl__field_free(&r.field);
    return result;
}

/* The value given for the column that a rule entry.<column> is about. */
static const char *given_value(const tl_posting *posting, const char *column)
{
    const struct {
        const char *column, *text;
    } given[] = { { "percent", posting->percent }, { "value", posting->value }, { "risk", posting->risk }, { "happened_on", posting->happened_on },
        { "happened_later", posting->happened_on }, { "role", posting->role }, { "no", posting->no } };
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        if (strcmp(given[i].column, column) == 0)
            return given[i].text;
    return NULL;
}

/* Which item it was, and what would be possible instead. */
static void add_place(tl_book *book, const tl_posting *posting)
{
    char ref[200], state[64];
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_PLACE);
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement, 1, posting->item);
    int found = sqlite3_step(statement) == SQLITE_ROW;
    if (found) {
        snprintf(ref, sizeof ref, "%s", (const char *)sqlite3_column_text(statement, 0));
        snprintf(state, sizeof state, "%s", tl_label(book, "state", (const char *)sqlite3_column_text(statement, 1)));
    }
    tl__done(statement);
    if (!found)
        return;
    if (strcmp(book->error.rule, "item.move") == 0) {
        tl__error_suffix(&book->error, " (%s)", state);
        add_choices(book, TL__MOVES_NOW, posting->item, tl__said(&book->error, "; possible from this state: "));
    }
    if (strcmp(book->error.rule, "entry.unit") == 0)
        add_choices(book, TL__UNITS_NOW, posting->item, tl__said(&book->error, "; assigned: "));
    if (strcmp(book->error.rule, "item.required_field") == 0)
        add_choices(book, TL__FIELDS_EMPTY, posting->item, tl__said(&book->error, "; empty: "));
    tl__error_prefix(&book->error, "%s: ", ref);
}

/* The level given, and the nearest that there is. */
static void add_level(tl_book *book, const char *level)
{
    static const char *const levels[] = { "blue", "yellow", "red" };
    const char *near = tl_nearest(level, levels, sizeof levels / sizeof levels[0]);
    tl__error_suffix(&book->error, ", not '%.100s'", level);
    if (near != NULL)
        tl__error_suffix(&book->error, "; the nearest is '%s'", near);
}

int tl__post_failed(tl_book *book, const tl_posting *posting)
{
    tl__error *error = &book->error;
    if (error->rule[0] == '\0')
        return error->result;
    if (strcmp(error->rule, "entry.action") == 0)
        return tl__fail_action(book, posting->action);
    const char *value = strncmp(error->rule, "entry.", 6) == 0 ? given_value(posting, error->rule + 6) : NULL;
    if (strcmp(error->rule, "item.no_taken") == 0)
        value = posting->no;
    if (value != NULL)
        tl__error_suffix(error, " ('%.100s')", value);
    if (strcmp(error->rule, "warning.level") == 0 && posting->level != NULL)
        add_level(book, posting->level);
    add_place(book, posting);
    return error->result;
}
