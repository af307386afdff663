/* query.c (L3) - lists of items and entries. What is asked of a list of items is read in query_filter.c; how its rows are found and put in order is
 * in query_order.c. */
#include "query.h"

#include "label.h"

#include <stdio.h>
#include <string.h>

int tl_items(tl_book *book, const tl_item_query *query, tl_cursor **cursor)
{
    tl__list list;
    tl__enter(book);
    *cursor = NULL;
    int result = tl__list_read(&list, book, query);
    if (result == TL_OK)
        result = tl__cursor_open(book, list.sql.text, list.parameters, list.count, "item", cursor);
    tl__list_free(&list);
    return result;
}

/* request-close is request_close in the book. */
static int check_action(tl_book *book, const char **given, char *name, size_t room)
{
    snprintf(name, room, "%s", *given); /* what is cut off is too long for any action */
    for (char *at = name; *at != '\0'; at++)
        if (*at == '-')
            *at = '_';
    *given = name;
    return tl__read_word(book, "action", given, NULL);
}

int tl_entries(tl_book *book, const tl_entry_query *query, tl_cursor **cursor)
{
    tl_entry_query given = TL_ENTRY_QUERY_INIT;
    tl__parameter parameters[5];
    size_t count = 0;
    char action[64], sql[200];
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    if (given.action != NULL && check_action(book, &given.action, action, sizeof action) != TL_OK)
        return book->error.result;
    const struct {
        const char *asked;
        int is_given;
        tl__parameter parameter;
    } parts[] = {
        { "AND item =", given.item != 0, { NULL, given.item } },
        { "AND action =", given.action != NULL, { given.action, 0 } },
        { "AND actor =", given.actor != NULL, { given.actor, 0 } },
        { "AND seq >", given.after != 0, { NULL, given.after } },
        { "ORDER BY seq LIMIT", 1, { NULL, given.limit > 0 ? given.limit : -1 } },
    };
    size_t length = (size_t)snprintf(sql, sizeof sql, "SELECT * FROM entry_status WHERE true");
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (!parts[i].is_given)
            continue;
        parameters[count++] = parts[i].parameter;
        length += (size_t)snprintf(sql + length, sizeof sql - length, " %s ?%zu", parts[i].asked, count);
    }
    return tl__cursor_open(book, sql, parameters, count, "entry", cursor);
}

int tl_item_get(tl_book *book, int64_t item, tl_item **copy)
{
    tl_cursor *cursor;
    tl_item read = TL_ITEM_INIT;
    const tl__parameter parameter = { NULL, item };
    tl__enter(book);
    *copy = NULL;
    int result = tl__cursor_open(book, "SELECT * FROM item_status WHERE item = ?1", &parameter, 1, "item", &cursor);
    if (result != TL_OK)
        return result;
    result = tl_next(cursor);
    if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ENOTFOUND, "entry.item", "there is no item with the id %lld", (long long)item);
    if (result == TL_ROW) {
        tl_cursor_item(cursor, &read);
        *copy = tl__item_copy(&read);
        result = *copy == NULL ? tl__fail_memory(book) : TL_OK;
    }
    tl_cursor_close(cursor);
    return result;
}
