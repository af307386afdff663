/* query_order.c (L3) - the order of a list of items, and the way to them: which index has them in that order, and how a page goes on.
 *
 * The keys alone are put in order and cut to the page, in a query of their own; what a row of item_status costs is paid for those that are left. Where an index
 * has the states or the risks apart, the parts are merged as they come, so that no page costs more than its own rows. */
#include "query.h"

#include <string.h>

static const struct order {
    const char *name, *keys, *by;
} orders[] = {
    [TL__BY_NUMBER] = { "number", "o.ledger, o.no_order", " ORDER BY 2, 3" },
    [TL__BY_DUE] = { "due", "o.due_order", " ORDER BY 2, 1" },
    [TL__BY_CHANGE] = { "change", "o.entry", " ORDER BY 2 DESC" },
    [TL__BY_PRIORITY] = { "priority", "o.risk_rank, o.due_order", " ORDER BY 2, 3, 1" },
};
enum { ORDERS = sizeof orders / sizeof orders[0], RANKS = 4 };

static int read_place(tl__list *list)
{
    tl_book *book = list->book;
    sqlite3_stmt *statement = tl__statement(book, TL__ITEM_ORDER);
    if (statement == NULL)
        return book->error.result;
    sqlite3_bind_int64(statement, 1, list->query.after);
    int result = tl__step(book, statement);
    if (result == TL_DONE)
        result = tl__error_set(&book->error, TL_ENOTFOUND, "entry.item", "there is no item with the id %lld to go on behind", (long long)list->query.after);
    if (result == TL_ROW) {
        list->after.ledger = sqlite3_column_int64(statement, 0);
        list->after.rank = sqlite3_column_int64(statement, 3);
        list->after.entry = sqlite3_column_int64(statement, 4);
        result = tl__column_copy(book, statement, 1, &list->after.no_order);
        if (result == TL_OK)
            result = tl__column_copy(book, statement, 2, &list->after.due);
    }
    tl__done(statement);
    return result;
}

int tl__list_order(tl__list *list)
{
    const char *names[ORDERS], *given = list->query.order;
    size_t at = 0;
    for (size_t i = 0; i < ORDERS; i++)
        names[i] = orders[i].name;
    while (given != NULL && at < ORDERS && strcmp(names[at], given) != 0)
        at++;
    if (at == ORDERS) {
        const char *near = tl_nearest(given, names, ORDERS);
        if (near != NULL)
            return tl__error_set(&list->book->error, TL_EINVAL, NULL, "there is no order '%.100s'; the nearest is '%s'", given, near);
        return tl__error_set(&list->book->error, TL_EINVAL, NULL, "there is no order '%.100s'; there are: number, due, change, priority", given);
    }
    list->order = (enum tl__order)at;
    return list->query.after == 0 ? TL_OK : read_place(list);
}

static int is_anywhere(const tl__list *list)
{
    return list->query.unit == 0 && list->query.parent == 0;
}

int tl__list_by_states(const tl__list *list)
{
    return is_anywhere(list) && list->order == TL__BY_NUMBER && list->query.ledger != 0 && list->states.count > 0;
}

int tl__list_by_ranks(const tl__list *list)
{
    return is_anywhere(list) && (list->order == TL__BY_DUE || list->order == TL__BY_PRIORITY) && list->only_open;
}

static int is_journal(const tl__list *list)
{
    return is_anywhere(list) && list->order == TL__BY_CHANGE;
}

/* The ways to what a unit is assigned to, whose index has it by number, or what is open of it by due date. Those of a unit's tree are put in order anew. */
int tl__list_of_unit(const tl__list *list)
{
    return list->query.unit != 0 && !list->query.below;
}

int tl__list_by_open_due(const tl__list *list)
{
    return tl__list_of_unit(list) && list->order == TL__BY_DUE && list->only_open;
}

static void unit_conditions(tl__list *list, tl__buffer *sql)
{
    const tl_item_query *query = &list->query;
    tl__append(sql, " AND a.ended_at IS NULL");
    if (query->role != NULL)
        tl__list_mark(list, sql, " AND a.role = ?", query->role, 0);
    if (query->owed)
        tl__append(sql, " AND (a.role = 'lead' OR a.completed_at IS NULL)");
}

static void from_unit(tl__list *list, tl__buffer *sql)
{
    if (!list->query.below) {
        tl__append(sql, "assignment a INDEXED BY ");
        tl__append(sql, tl__list_by_open_due(list) ? "assignment_open" : "assignment_unit");
        tl__append(sql, " CROSS JOIN item o ON o.id = a.item");
        return;
    }
    tl__list_mark(list, sql, "(WITH RECURSIVE tree(id) AS (SELECT ? UNION SELECT u.id FROM tree t JOIN unit u ON u.parent = t.id) ", NULL, list->query.unit);
    tl__append(sql, "SELECT DISTINCT a.item FROM tree t CROSS JOIN assignment a ON a.unit = t.id WHERE true");
    unit_conditions(list, sql);
    tl__append(sql, ") a CROSS JOIN item o ON o.id = a.item");
}

static void from_clause(tl__list *list, tl__buffer *sql)
{
    const tl_item_query *query = &list->query;
    if (query->unit != 0)
        from_unit(list, sql);
    else if (query->parent != 0)
        tl__append(sql, "item o INDEXED BY item_parent");
    else if (is_journal(list))
        tl__append(sql, "entry e CROSS JOIN item o ON o.id = e.item AND o.entry = e.seq");
    else if (tl__list_by_states(list))
        tl__append(sql, "item o INDEXED BY item_state");
    else if (tl__list_by_ranks(list))
        tl__append(sql, query->ledger != 0 ? "item o INDEXED BY item_open" : "item o INDEXED BY item_priority");
    else
        tl__append(sql, list->order == TL__BY_NUMBER || query->ledger != 0 ? "item o INDEXED BY item_in_order" : "item o");
}

/* What the way asks for beside the conditions of the query. */
static void way_condition(tl__list *list, tl__buffer *sql)
{
    if (!tl__list_of_unit(list))
        return;
    tl__list_mark(list, sql, " AND a.unit = ?", NULL, list->query.unit);
    if (tl__list_by_open_due(list))
        tl__append(sql, " AND a.open_due IS NOT NULL");
    unit_conditions(list, sql);
}

/* What a list is put in order by, in the table whose index has it so. */
static const char *keys_of(const tl__list *list)
{
    if (is_journal(list))
        return "e.seq";
    if (tl__list_by_open_due(list))
        return "a.open_due";
    return tl__list_of_unit(list) && list->order == TL__BY_NUMBER ? "a.ledger, a.no_order" : orders[list->order].keys;
}

static void after_number(tl__list *list, tl__buffer *sql)
{
    const tl__item_place *after = &list->after;
    if (after->ledger == list->query.ledger) {
        tl__list_mark(list, sql, tl__list_of_unit(list) ? " AND a.no_order > ?" : " AND o.no_order > ?", after->no_order, 0);
        return;
    }
    tl__append(sql, " AND (");
    tl__append(sql, keys_of(list));
    tl__list_mark(list, sql, ") > (?", NULL, after->ledger);
    tl__list_mark(list, sql, ", ?)", after->no_order, 0);
}

/* A row value of several keys is compared as a whole, and an index is entered by it. */
static void after_condition(tl__list *list, tl__buffer *sql)
{
    const tl__item_place *after = &list->after;
    if (list->query.after == 0)
        return;
    if (list->order == TL__BY_CHANGE) {
        tl__list_mark(list, sql, is_journal(list) ? " AND e.seq < ?" : " AND o.entry < ?", NULL, after->entry);
    } else if (list->order == TL__BY_NUMBER) {
        after_number(list, sql);
    } else if (list->order == TL__BY_PRIORITY && !tl__list_by_ranks(list)) {
        tl__list_mark(list, sql, " AND (o.risk_rank, o.due_order, o.id) > (?", NULL, after->rank);
        tl__list_mark(list, sql, ", ?", after->due, 0);
        tl__list_mark(list, sql, ", ?)", NULL, list->query.after);
    } else {
        tl__list_mark(list, sql, tl__list_by_open_due(list) ? " AND (a.open_due, a.item) > (?" : " AND (o.due_order, o.id) > (?", after->due, 0);
        tl__list_mark(list, sql, ", ?)", NULL, list->query.after);
    }
}

/* own: what this part alone asks for. */
static void add_part(tl__list *list, const char *own, const char *where, int go_on)
{
    tl__buffer *sql = &list->sql;
    tl__append(sql, tl__list_of_unit(list) ? "SELECT a.item AS id, " : "SELECT o.id AS id, ");
    tl__append(sql, keys_of(list));
    tl__append(sql, " FROM ");
    from_clause(list, sql);
    tl__append(sql, " WHERE true");
    way_condition(list, sql);
    tl__append(sql, own);
    tl__append(sql, where);
    if (go_on)
        after_condition(list, sql);
}

static void add_states(tl__list *list, const char *where)
{
    for (size_t i = 0; i < list->states.count; i++) {
        tl__buffer own = { 0 };
        tl__list_mark(list, &own, " AND o.state = ?", list->states.word[i], 0);
        tl__append(&list->sql, i > 0 ? " UNION ALL " : "");
        add_part(list, own.failed ? "" : own.text, where, 1);
        list->sql.failed |= own.failed;
        tl_free(own.text);
    }
}

static int wants_rank(const tl__list *list, int rank)
{
    static const char *const names[RANKS] = { "high", "medium", "low", "" };
    for (size_t i = 0; i < list->risks.count; i++)
        if (strcmp(list->risks.word[i], names[rank]) == 0)
            return 1;
    return list->risks.count == 0;
}

/* By priority, a page behind a place has nothing more of the ranks before it. */
static void add_ranks(tl__list *list, const char *where)
{
    static const char *const own[RANKS] = { " AND o.risk_rank = 0", " AND o.risk_rank = 1", " AND o.risk_rank = 2", " AND o.risk_rank = 3" };
    int behind = list->order == TL__BY_PRIORITY && list->query.after != 0, parts = 0;
    for (int rank = 0; rank < RANKS; rank++) {
        if (!wants_rank(list, rank) || (behind && rank < list->after.rank))
            continue;
        tl__append(&list->sql, parts++ > 0 ? " UNION ALL " : "");
        add_part(list, own[rank], where, !behind || rank == list->after.rank);
    }
    if (parts == 0)
        add_part(list, " AND false", where, 0);
}

/* A page's rows come in the order of its keys: the outer side of a CROSS JOIN is walked as it is. */
void tl__list_sql(tl__list *list, const char *where)
{
    tl__append(&list->sql, "SELECT s.* FROM (");
    if (tl__list_by_states(list))
        add_states(list, where);
    else if (tl__list_by_ranks(list))
        add_ranks(list, where);
    else
        add_part(list, "", where, 1);
    tl__append(&list->sql, orders[list->order].by);
    tl__list_mark(list, &list->sql, " LIMIT ?) p CROSS JOIN item_status s ON s.item = p.id", NULL, list->query.limit > 0 ? list->query.limit : -1);
}
