/* item.c (L2) - registering items, with their assignments and fields. */
#include "post.h"

#include <string.h>

/* Assignments and fields of an item just registered. */
static int add_rest(tl_book *book, const tl_item_spec *spec, int64_t item)
{
    for (size_t i = 0; i < spec->assignment_count; i++) {
        const tl_assignment_spec *assignment = &spec->assignments[i];
        tl_posting posting = { .size = sizeof posting, .item = item, .unit = assignment->unit, .role = assignment->role, .officer = assignment->officer };
        int result = tl__post_item(book, &posting, "assign", NULL, NULL, NULL);
        if (result != TL_OK)
            return result;
    }
    for (size_t i = 0; i < spec->value_count; i++) {
        tl_posting posting = { .size = sizeof posting, .item = item };
        int result = tl__post_amend(book, &posting, &spec->values[i], NULL);
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

/* 1 if an entry with this request was there before: the post is a repetition. */
static int is_repeated(tl_book *book, const char *request)
{
    if (request == NULL || *request == '\0')
        return 0;
    sqlite3_stmt *statement = tl__statement(book, TL__REQUEST);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_text(statement, 1, request, -1, SQLITE_STATIC);
    int result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

static int add(tl_book *book, const tl_item_spec *spec, int64_t *item)
{
    int repeated = is_repeated(book, spec->request);
    if (repeated < 0)
        return repeated;
    tl__new_entry entry = { .action = "register", .ledger = spec->ledger, .parent = spec->parent, .no = spec->no, .title = spec->title,
        .detail = spec->detail, .source = spec->source, .officer = spec->officer, .due = spec->due, .risk = spec->risk, .note = spec->note,
        .happened_on = spec->happened_on, .uid = spec->uid, .request = spec->request, .data = spec->data };
    int result = tl__post_new(book, &entry, item);
    return result != TL_OK || repeated ? result : add_rest(book, spec, *item);
}

/* "tasks-2023/17: " before the words. */
static void name_number(tl_book *book, const tl_item_spec *spec)
{
    sqlite3_stmt *statement = tl__statement(book, TL__LEDGER_CODE);
    if (statement == NULL)
        return;
    sqlite3_bind_int64(statement, 1, spec->ledger);
    if (sqlite3_step(statement) == SQLITE_ROW)
        tl__error_prefix(&book->error, "%s/%s: ", (const char *)sqlite3_column_text(statement, 0), spec->no);
    tl__done(statement);
}

int tl_item_add(tl_book *book, const tl_item_spec *spec, int64_t *item)
{
    tl_item_spec given = TL_ITEM_SPEC_INIT;
    int64_t id = 0;
    int begun;
    tl__enter(book);
    memcpy(&given, spec, spec->size < sizeof given ? spec->size : sizeof given);
    int result = tl__write_begin(book, given.assignment_count == 0 && given.value_count == 0, &begun);
    if (result != TL_OK)
        return result;
    result = tl__write_end(book, begun, add(book, &given, &id));
    if (result == TL_OK && item != NULL)
        *item = id;
    if (result == TL_EEXISTS && given.no != NULL)
        name_number(book, &given);
    if (strcmp(book->error.rule, "entry.due_date") == 0 && given.due != NULL)
        tl__error_suffix(&book->error, " ('%.100s')", given.due);
    return result;
}
