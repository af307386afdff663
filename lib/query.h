/* query.h (L3) - what is asked of a list of items, read, and the SQL that answers it; for reading and for the test of its plan. */
#ifndef TL_QUERY_H
#define TL_QUERY_H

#include "calendar.h"
#include "cursor.h"

enum { TL__QUERY_PARAMETERS = 128, TL__QUERY_WORDS = 12, TL__QUERY_FIELDS = 16 };

enum tl__order { TL__BY_NUMBER, TL__BY_DUE, TL__BY_CHANGE, TL__BY_PRIORITY };

/* Names out of a text that has them with commas between. */
typedef struct tl__words {
    char word[TL__QUERY_WORDS][24];
    size_t count;
} tl__words;

/* Where an item stands in each order. */
typedef struct tl__item_place {
    int64_t ledger, rank, entry;
    char *no_order, *due;
} tl__item_place;

typedef struct tl__list {
    tl_book *book;
    tl_item_query query;
    tl__due_given days[2]; /* what the due dates of the query are */
    enum tl__order order;
    tl__words states, lights, risks; /* of none: whatever */
    int only_open;                   /* the states are all those that are open, or some of them */
    int all_open;                    /* all of them */
    tl__item_place after;
    tl__buffer sql;
    tl__parameter parameters[TL__QUERY_PARAMETERS];
    size_t count;
} tl__list;

/* Reads and checks a query (NULL: everything), and makes its SQL. Give it to tl__list_free in any case. */
int tl__list_read(tl__list *list, tl_book *book, const tl_item_query *query);
void tl__list_free(tl__list *list);

/* The order of a query and the place to go on from (query_order.c). TL_OK · TL_EINVAL no such order · TL_ENOTFOUND no such item. */
int tl__list_order(tl__list *list);
/* Makes the SQL of what was read and checked; where: its conditions. */
void tl__list_sql(tl__list *list, const char *where);
/* Whether the rows come from an index that has each state, or each risk, apart (query_order.c): then they are no conditions. */
int tl__list_by_states(const tl__list *list);
int tl__list_by_ranks(const tl__list *list);
/* Whether they come from the assignments of one unit, and there from what is open by due date (query_order.c). */
int tl__list_of_unit(const tl__list *list);
int tl__list_by_open_due(const tl__list *list);

/* Appends SQL with the next parameter in place of its one ?. */
void tl__list_mark(tl__list *list, tl__buffer *sql, const char *text, const char *value, int64_t id);

#endif
