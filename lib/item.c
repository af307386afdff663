/* item.c (L2) - registering items, with their assignments and fields. */
#include "calendar.h"
#include "post.h"

#include <string.h>

/* What goes along with a repeated request must have been there, too: more than the first time is another content. */
static int check_along(tl_book *book, int repeated, const char *request)
{
    if (!repeated)
        return TL_OK;
    int known = tl__request_known(book, request);
    return known == 0 ? tl__fail_rule(book, "entry.request") : known < 0 ? known : TL_OK;
}

/* Assignments and fields of an item just registered, or registered by the same request before. */
static int add_rest(tl_book *book, const tl_item_spec *spec, int64_t item, int repeated)
{
    char request[300];
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < spec->assignment_count; i++) {
        const tl_assignment_spec *assignment = &spec->assignments[i];
        tl_posting posting = { .size = sizeof posting,
            .item = item,
            .unit = assignment->unit,
            .role = assignment->role,
            .officer = assignment->officer,
            .request = tl__request_along(spec->request, "unit", i + 1, request, sizeof request) };
        result = check_along(book, repeated, posting.request);
        if (result == TL_OK)
            result = tl__post_item(book, &posting, "assign", NULL, NULL, NULL, NULL);
    }
    for (size_t i = 0; result == TL_OK && i < spec->value_count; i++) {
        tl_posting posting = { .size = sizeof posting, .item = item, .request = tl__request_along(spec->request, "set", i + 1, request, sizeof request) };
        result = check_along(book, repeated, posting.request);
        if (result == TL_OK)
            result = tl__post_amend(book, &posting, &spec->values[i], NULL);
    }
    return result;
}

static int add(tl_book *book, const tl_item_spec *spec, int64_t *item)
{
    int repeated = tl__request_known(book, spec->request);
    tl__due_given due;
    if (repeated < 0)
        return repeated;
    int result = tl__due_given_read(book, spec->due, spec->due_text, spec->ledger, spec->request, &due);
    if (result != TL_OK)
        return result;
    tl__new_entry entry = { .action = "register",
        .ledger = spec->ledger,
        .parent = spec->parent,
        .no = spec->no,
        .title = spec->title,
        .detail = spec->detail,
        .source = spec->source,
        .officer = spec->officer,
        .due = due.due,
        .due_text = due.text,
        .risk = spec->risk,
        .note = spec->note,
        .happened_on = spec->happened_on,
        .uid = spec->uid,
        .request = spec->request,
        .data = spec->data,
        .fresh = !repeated };
    result = tl__post_new(book, &entry, item);
    return result != TL_OK ? result : add_rest(book, spec, *item, repeated);
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
    int result = tl__take(book, &given, sizeof given, spec);
    if (result == TL_OK)
        result = tl__check_request(book, given.request);
    if (result == TL_OK)
        result = tl__write_begin(book, given.assignment_count == 0 && given.value_count == 0, &begun);
    if (result != TL_OK)
        return result;
    result = tl__write_end(book, begun, add(book, &given, &id));
    if (result == TL_OK && item != NULL)
        *item = id;
    if (result == TL_EEXISTS && given.no != NULL)
        name_number(book, &given);
    return result;
}
