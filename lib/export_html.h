/* export_html.h (L4) - the HTML board: what its parts share. export_html.c is the page with its figures and filters, export_html_chart.c the charts,
 * export_html_item.c the items with their timelines. */
#ifndef TL_EXPORT_HTML_H
#define TL_EXPORT_HTML_H

#include "export.h"
#include "html.h"

/* Of a page with more items the timelines are left out, and it says so: with them this many are about 5 MB, and browsers grow slow behind that. */
enum { TL__BOARD_TIMELINES = 5000 };

typedef struct tl__board {
    tl__export *to;
    tl_book *book;
    tl__buffer *out; /* of to; tl__board_flow gives on what is in it */
    int64_t ledger;  /* 0: all */
    int64_t items;   /* how many the page has */
} tl__board;

/* Rows of statistics over the ledger of the page, or all. The condition on the column that holds the ledger's code, or its id, goes between before and
 * after; without a column ?1 is the id, in the caller's own condition. */
enum tl__board_key { TL__BOARD_CODE, TL__BOARD_ID };
int tl__board_query(tl__board *board, const char *before, const char *column, enum tl__board_key key, const char *after, tl_cursor **cursor);

/* Lets the caller have what was written, if it is much. TL_OK or the first failure of writing. */
int tl__board_flow(tl__board *board);

/* A light as colour and word. */
void tl__board_light(tl__board *board, const char *light);

/* The parts. TL_OK or an error. */
int tl__board_charts(tl__board *board);
int tl__board_items(tl__board *board);

#endif
