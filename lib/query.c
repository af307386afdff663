/* query.c (L3) - lists of items and entries, and what belongs to one item. Only the conditions given become SQL, so that an index serves
 * each list; a page goes on behind the last one's place (keyset), never by counting rows. */
#include "query.h"

#include "calendar.h"
#include "label.h"

#include <stdio.h>
#include <string.h>

typedef struct building {
    tl__buffer *sql;
    tl__parameter *parameters;
    size_t *count;
} building;

/* Adds " AND " and a condition with one ? for the parameter. */
static void condition(building *to, const char *sql, const char *text, int64_t id)
{
    char number[16];
    const char *mark = strchr(sql, '?');
    to->parameters[*to->count] = (tl__parameter) { text, id };
    snprintf(number, sizeof number, "?%zu", ++*to->count);
    tl__append(to->sql, " AND ");
    tl__append_bytes(to->sql, sql, (size_t)(mark - sql));
    tl__append(to->sql, number);
    tl__append(to->sql, mark + 1);
}

/* A day, in figures or in words; what it is is kept in *given. */
static int read_day(tl_book *book, int64_t ledger, const char **day, tl__due_given *given)
{
    int result = tl__due_given_read(book, *day, NULL, ledger, NULL, given);
    if (result == TL_OK && *day != NULL && (given->due == NULL || !tl__is_day(given->due)))
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is no day; write 2023-06-30, or such as 6月底前", *day);
    *day = given->due;
    return result;
}

static int check_words(tl_book *book, const tl_item_query *query)
{
    int result = TL_OK;
    if (query->state != NULL)
        result = tl__check_word(book, "state", query->state, "open");
    if (result == TL_OK && query->light != NULL)
        result = tl__check_word(book, "light", query->light, NULL);
    if (result == TL_OK && query->risk != NULL)
        result = tl__check_word(book, "risk", query->risk, NULL);
    if (result == TL_OK && query->role != NULL)
        result = tl__check_word(book, "role", query->role, NULL);
    if (result == TL_OK && query->text != NULL && !tl__is_utf8(query->text))
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "text is not UTF-8; convert it first");
    if (result == TL_OK && query->officer != NULL && !tl__is_utf8(query->officer))
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "the officer is not UTF-8 text; convert it first");
    return result;
}

/* The rows of a unit and those below a parent are found by other indexes than that of the order, and must be sorted. Of a page only the keys are
 * then: what a row of item_status costs is paid for those that are left. A light is known of whole rows only. */
static int is_sorted_page(const tl_item_query *query)
{
    return (query->unit != 0 || query->parent != 0) && query->light == NULL && query->limit > 0;
}

/* Where the rows come from: the assignments of one unit are few, and lead to its items by their key; else the items in their order. */
static void from_clause(building *to, const tl_item_query *query)
{
    tl__append(to->sql, "SELECT s.* FROM ");
    if (is_sorted_page(query))
        tl__append(to->sql, "(SELECT o.id, o.ledger, o.no_order FROM ");
    if (query->unit != 0)
        tl__append(to->sql, "assignment a CROSS JOIN item o ON o.id = a.item");
    else
        tl__append(to->sql, query->parent != 0 ? "item o INDEXED BY item_parent" : "item o");
    if (!is_sorted_page(query))
        tl__append(to->sql, " CROSS JOIN item_status s ON s.item = o.id");
    tl__append(to->sql, " WHERE true");
    if (query->unit != 0)
        condition(to, "a.unit = ? AND a.ended_at IS NULL", NULL, query->unit);
    if (query->unit != 0 && query->role != NULL)
        condition(to, "a.role = ?", query->role, 0);
}

static void order_clause(building *to, const tl_item_query *query)
{
    char limit[40];
    snprintf(limit, sizeof limit, " LIMIT %lld", (long long)query->limit);
    tl__append(to->sql, " ORDER BY o.ledger, o.no_order");
    if (query->limit > 0)
        tl__append(to->sql, limit);
    if (is_sorted_page(query))
        tl__append(to->sql, ") p CROSS JOIN item_status s ON s.item = p.id ORDER BY p.ledger, p.no_order");
}

/* A page goes on behind the place of the last one's item. The place stands in the SQL as it is, for a subquery would keep SQLite from
 * seeking it in the index. */
static int after_condition(tl_book *book, const tl_item_query *query, tl__buffer *sql)
{
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_ORDER);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, query->after);
    int result = tl__step(book, statement);
    if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ENOTFOUND, "entry.item", "there is no item with the id %lld to go on behind", (long long)query->after);
    if (result == TL_ROW) {
        int64_t ledger = sqlite3_column_int64(statement, 0);
        const unsigned char *order = sqlite3_column_text(statement, 1);
        char *place = ledger == query->ledger ? sqlite3_mprintf(" AND o.no_order > %Q", order)
                                              : sqlite3_mprintf(" AND (o.ledger, o.no_order) > (%lld, %Q)", (long long)ledger, order);
        result = place == NULL ? tl__fail_memory(book) : TL_OK;
        if (place != NULL)
            tl__append(sql, place);
        sqlite3_free(place);
    }
    tl__done(statement);
    return result;
}

int tl__items_sql(tl_book *book, const tl_item_query *query, tl__buffer *sql, tl__parameter parameters[TL__QUERY_PARAMETERS], size_t *count)
{
    building to = { sql, parameters, count };
    int result = check_words(book, query);
    if (result != TL_OK)
        return result;
    *count = 0;
    from_clause(&to, query);
    if (query->ledger != 0)
        condition(&to, "o.ledger = ?", NULL, query->ledger);
    if (query->parent != 0)
        condition(&to, "o.parent = ?", NULL, query->parent);
    if (query->state != NULL && strcmp(query->state, "open") == 0)
        tl__append(sql, " AND o.state <> 'closed' AND o.state <> 'cancelled'");
    else if (query->state != NULL)
        condition(&to, "o.state = ?", query->state, 0);
    if (query->risk != NULL)
        condition(&to, "o.risk = ?", query->risk, 0);
    if (query->due_before != NULL)
        condition(&to, "o.due <= ?", query->due_before, 0);
    if (query->due_after != NULL)
        condition(&to, "o.due >= ?", query->due_after, 0);
    if (query->officer != NULL)
        condition(&to, "o.officer = ?", query->officer, 0);
    if (query->text != NULL)
        condition(&to, "instr(o.title || char(10) || coalesce(o.detail, ''), ?) > 0", query->text, 0);
    if (query->light != NULL)
        condition(&to, "s.light = ?", query->light, 0);
    if (query->after != 0 && (result = after_condition(book, query, sql)) != TL_OK)
        return result;
    order_clause(&to, query);
    return sql->failed ? tl__fail_memory(book) : TL_OK;
}

int tl_items(tl_book *book, const tl_item_query *query, tl_cursor **cursor)
{
    tl_item_query given = TL_ITEM_QUERY_INIT;
    tl__buffer sql = { 0 };
    tl__parameter parameters[TL__QUERY_PARAMETERS];
    tl__due_given days[2];
    size_t count;
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    int result = read_day(book, given.ledger, &given.due_before, &days[0]);
    if (result == TL_OK)
        result = read_day(book, given.ledger, &given.due_after, &days[1]);
    if (result == TL_OK)
        result = tl__items_sql(book, &given, &sql, parameters, &count);
    if (result == TL_OK)
        result = tl__cursor_open(book, sql.text, parameters, count, "item", cursor);
    tl_free(sql.text);
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
    return tl__check_word(book, "action", name, NULL);
}

int tl_entries(tl_book *book, const tl_entry_query *query, tl_cursor **cursor)
{
    tl_entry_query given = TL_ENTRY_QUERY_INIT;
    tl__buffer sql = { 0 };
    tl__parameter parameters[TL__QUERY_PARAMETERS];
    size_t count = 0;
    char limit[40] = "";
    char action[64];
    tl__enter(book);
    *cursor = NULL;
    if (query != NULL)
        memcpy(&given, query, query->size < sizeof given ? query->size : sizeof given);
    if (given.action != NULL && check_action(book, &given.action, action, sizeof action) != TL_OK)
        return book->error.result;
    building to = { &sql, parameters, &count };
    tl__append(&sql, "SELECT * FROM entry_status WHERE true");
    if (given.item != 0)
        condition(&to, "item = ?", NULL, given.item);
    if (given.action != NULL)
        condition(&to, "action = ?", given.action, 0);
    if (given.actor != NULL)
        condition(&to, "actor = ?", given.actor, 0);
    if (given.after != 0)
        condition(&to, "seq > ?", NULL, given.after);
    tl__append(&sql, " ORDER BY seq");
    if (given.limit > 0)
        snprintf(limit, sizeof limit, " LIMIT %lld", (long long)given.limit);
    tl__append(&sql, limit);
    int result = sql.failed ? tl__fail_memory(book) : tl__cursor_open(book, sql.text, parameters, count, "entry", cursor);
    tl_free(sql.text);
    return result;
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
