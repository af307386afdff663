/* warning.c (L3) - early warning: raising what is due, and reading the warnings and the ladder of escalation. */
#include "cursor.h"
#include "name.h"
#include "post.h"

#include <stdio.h>
#include <string.h>

/* A warning to be raised. */
typedef struct due_warning {
    int64_t item;
    char level[8];
} due_warning;

int tl_warnings_due(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "warning_due", NULL, ledger, "warning", cursor);
}

int tl_escalations(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    tl__enter(book);
    return tl__cursor_of_items(book, "escalation", NULL, ledger, "warning", cursor);
}

int tl_warnings(tl_book *book, const tl_warning_query *query, tl_cursor **cursor)
{
    tl_warning_query given = TL_WARNING_QUERY_INIT;
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    int result = tl__check_ledger(book, given.ledger);
    if (result != TL_OK)
        return result;
    const tl__parameter parameters[] = { { NULL, given.ledger }, { NULL, given.item }, { NULL, given.after }, { NULL, given.limit > 0 ? given.limit : -1 } };
    return tl__cursor_open(book,
        given.open ? "SELECT w.* FROM warning_status w JOIN item o ON o.id = w.item WHERE (?1 = 0 OR o.ledger = ?1) AND (?2 = 0 OR w.item = ?2) "
                     "AND w.entry > ?3 AND w.waiting ORDER BY w.entry LIMIT ?4"
                   : "SELECT w.* FROM warning_status w JOIN item o ON o.id = w.item WHERE (?1 = 0 OR o.ledger = ?1) AND (?2 = 0 OR w.item = ?2) "
                     "AND w.entry > ?3 ORDER BY w.entry LIMIT ?4",
        parameters, 4, "warning", cursor);
}

static int keep_due(const tl_cursor *cursor, void *element)
{
    due_warning *kept = element;
    for (int i = 0; i < tl_column_count(cursor); i++) {
        const char *name = tl_column_name(cursor, i);
        if (name != NULL && strcmp(name, "item") == 0)
            kept->item = tl_column_int(cursor, i);
        if (name != NULL && strcmp(name, "level") == 0)
            snprintf(kept->level, sizeof kept->level, "%s", tl_column_text(cursor, i));
    }
    return TL_OK;
}

static int read_due(tl_book *book, int64_t ledger, void **list, size_t *count)
{
    tl_cursor *cursor;
    int result = tl__cursor_of_items(book, "warning_due", NULL, ledger, "warning", &cursor);
    return result != TL_OK ? result : tl__cursor_keep(cursor, sizeof(due_warning), keep_due, list, count);
}

static int raise_all(tl_book *book, const due_warning *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const tl_posting posting = { .size = sizeof posting, .item = list[i].item, .action = "warn", .level = list[i].level };
        int result = tl__post_item(book, &posting, "warn", NULL, NULL, NULL, NULL);
        if (result != TL_OK)
            return tl__post_failed(book, &posting);
    }
    return TL_OK;
}

int tl_warn(tl_book *book, int64_t ledger, int64_t *count)
{
    void *list = NULL;
    size_t found = 0;
    int begun;
    tl__enter(book);
    int result = tl__check_ledger(book, ledger);
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result != TL_OK)
        return result;
    result = read_due(book, ledger, &list, &found);
    if (result == TL_OK)
        result = raise_all(book, list, found);
    sqlite3_free(list);
    result = tl__write_end(book, begun, result);
    if (result == TL_OK && count != NULL)
        *count = (int64_t)found;
    return result;
}
