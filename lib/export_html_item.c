/* export_html_item.c (L4) - the items of the board: each ledger's table with the columns that people expect, and below each item its timeline. */
#include "export_html.h"

#include <string.h>

/* A column of a table: what it holds says how wide it is to be. Widths are in tenths of a Chinese character, of which a line of A4 has about 110. */
enum { PADDING = 10, SHORT = 62, LEAST = 24, WORD = 34, LINE = 1100 };
typedef struct extent {
    int shown; /* something is in it, or it was asked for */
    int64_t sum, most;
    int64_t width;
} extent;

typedef struct columns {
    int count; /* of all, shown or not */
    extent *list;
} columns;

static int is_filled(const tl_cursor *cursor, int at)
{
    const char *text = tl_column_text(cursor, at);
    return text != NULL && *text != '\0' && !(tl_column_type(cursor, at) == TL_INTEGER && strcmp(text, "0") == 0);
}

static int64_t width_of(const char *text)
{
    int64_t width = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
        width += *at < 0x80 ? 6 : *at >= 0xC0 ? 10 : 0;
    return width;
}

static void measure(const tl_cursor *cursor, columns *found)
{
    for (int i = 0; i < found->count; i++) {
        extent *at = &found->list[i];
        if (!is_filled(cursor, i))
            continue;
        int64_t width = width_of(tl_column_word(cursor, i));
        at->shown = 1;
        at->sum += width;
        at->most = width > at->most ? width : at->most;
    }
}

/* What is empty in the whole table is left out, unless it was asked for: on paper there is no room for it. Reads all rows, and keeps none; the list is to be
 * freed. */
static int find_columns(tl__board *board, columns *found)
{
    tl_cursor *cursor = NULL;
    int result = tl__export_rows(board->to, &cursor);
    if (result != TL_OK)
        return result;
    size_t size = (size_t)tl_column_count(cursor) * sizeof *found->list;
    found->list = sqlite3_malloc64(size);
    if (found->list != NULL) {
        found->count = tl_column_count(cursor);
        memset(found->list, 0, size);
        for (int i = 0; i < found->count; i++)
            found->list[i].shown = board->to->options.columns != NULL;
        while ((result = tl_next(cursor)) == TL_ROW)
            measure(cursor, found);
    }
    tl_cursor_close(cursor);
    return found->list == NULL ? tl__fail_memory(board->book) : result == TL_DONE ? TL_OK : result;
}

/* The most that stands in a row of it, with what is put around it. */
static int64_t most_of(const extent *one, const char *name)
{
    return one->most + (strcmp(name, "light") == 0 ? 24 : strcmp(name, "percent") == 0 ? 9 : 0);
}

/* Short content keeps its line, the others have room for a word; what is left of the page goes to these, more where there is more text, so that rows stay
 * low. */
static void lay_out(const tl_cursor *cursor, columns *shown)
{
    int64_t left = LINE, text = 0;
    for (int i = 0; i < shown->count; i++) {
        extent *one = &shown->list[i];
        int64_t most = most_of(one, tl_column_name(cursor, i));
        if (!one->shown)
            continue;
        one->width = (most > SHORT ? WORD : most < LEAST ? LEAST : most) + PADDING;
        left -= one->width;
        text += most > SHORT ? one->sum : 0;
    }
    for (int i = 0; i < shown->count && left > 0; i++) {
        extent *one = &shown->list[i];
        if (most_of(one, tl_column_name(cursor, i)) > SHORT)
            one->width += left * one->sum / text;
    }
}

static void write_columns(tl__board *board, const tl_cursor *cursor, columns *shown)
{
    int64_t whole = 0;
    lay_out(cursor, shown);
    for (int i = 0; i < shown->count; i++)
        whole += shown->list[i].width;
    tl__append(board->out, "<div class=\"wide\"><table class=\"items\">\n<colgroup>");
    for (int i = 0; i < shown->count; i++)
        if (shown->list[i].shown)
            tl__html(board->out, "<col width=\"%.1f%%\">", 100.0 * (double)shown->list[i].width / (double)whole);
    tl__append(board->out, "</colgroup>\n<thead><tr>");
    for (int i = 0; i < shown->count; i++)
        if (shown->list[i].shown)
            tl__html(board->out, "<th scope=\"col\">%s</th>", tl_column_label(cursor, i));
    tl__append(board->out, "</tr></thead>\n");
}

static void write_cell(tl__board *board, const tl_cursor *cursor, int at)
{
    const char *name = tl_column_name(cursor, at), *text = tl_column_text(cursor, at);
    int light = strcmp(name, "light") == 0, percent = strcmp(name, "percent") == 0;
    tl__append(board->out, "<td>");
    if (light && text != NULL)
        tl__board_light(board, text);
    else if (is_filled(cursor, at))
        tl__html(board->out, percent ? "%s%%" : "%s", tl_column_word(cursor, at));
    tl__append(board->out, "</td>");
}

/* ------------------------------------------------------------------------------------------------------------------------- timeline */

enum { ON, ACTOR, ACTION, UNIT, ROLE, OFFICER, STATE, DUE, PERCENT, VALUE, NOTE, PROBLEM, NEXT_STEP, ASKED_DUE, FIELD, OLD, NEW, URI, SCORE };

static void write_more(tl__board *board, const char *label, const char *text)
{
    if (text != NULL)
        tl__html(board->out, "<span class=\"more\">%s %s</span>", label, text);
}

static void write_entry(tl__board *board, const tl_cursor *cursor)
{
    static const int plain[] = { OFFICER, VALUE, PROBLEM, NEXT_STEP, ASKED_DUE, FIELD, OLD, NEW, URI, DUE };
    tl__html(board->out, "<li><time>%s</time><b>%s</b><span class=\"who\">%s</span><div>", tl_column_text(cursor, ON), tl_column_word(cursor, ACTION),
        tl_column_text(cursor, ACTOR));
    if (tl_column_text(cursor, NOTE) != NULL)
        tl__html(board->out, "<p>%s</p>", tl_column_text(cursor, NOTE));
    if (tl_column_text(cursor, UNIT) != NULL)
        write_more(board, tl_column_text(cursor, ROLE) == NULL ? "" : tl_column_word(cursor, ROLE), tl_column_text(cursor, UNIT));
    if (tl_column_text(cursor, PERCENT) != NULL)
        tl__html(board->out, "<span class=\"more\">%s%%</span>", tl_column_text(cursor, PERCENT));
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        write_more(board, tl_column_label(cursor, plain[i]), tl_column_text(cursor, plain[i]));
    write_more(board, tl_column_label(cursor, STATE), tl_column_word(cursor, STATE));
    tl__append(board->out, "</div></li>\n");
}

static int write_timeline(tl__board *board, int64_t item, int shown)
{
    const tl__parameter parameter = { NULL, item };
    tl_cursor *cursor;
    int result = tl__cursor_open(board->book,
        "SELECT e.\"on\", e.actor, e.action, (SELECT name FROM unit WHERE code = e.unit) AS unit, e.role, e.officer, "
        "iif(e.state IS NOT lag(e.state) OVER (ORDER BY e.seq), e.state, NULL) AS state, "
        "iif(e.due IS NOT lag(e.due) OVER (ORDER BY e.seq), e.due, NULL) AS due, e.percent, e.value, e.note, e.problem, e.next_step, e.asked_due, e.field, "
        "e.old, e.new, e.uri, count(*) OVER () FROM entry_status e WHERE e.item = ?1 ORDER BY e.seq",
        &parameter, 1, "entry", &cursor);
    if (result != TL_OK)
        return result;
    for (int64_t at = 0; (result = tl_next(cursor)) == TL_ROW; at++) {
        if (at == 0)
            tl__html(board->out, "<tr class=\"life\"><td colspan=\"%d\"><details><summary>%s %lld</summary><ol>\n", shown,
                tl_label(board->book, "column", "entries"), (long long)tl_column_int(cursor, SCORE));
        write_entry(board, cursor);
    }
    tl__append(board->out, "</ol></details></td></tr>\n");
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* -------------------------------------------------------------------------------------------------------------------------- the items */

/* What the filters go by, of the items of a ledger in the order of its table: item, ledger, state, light, units. */
static int open_keys(tl__board *board, int64_t ledger, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, ledger };
    return tl__cursor_open(board->book,
        "SELECT s.item, s.ledger, s.state, coalesce(s.light, ''), (SELECT group_concat(u.code) FROM assignment a JOIN unit u ON u.id = a.unit "
        "WHERE a.item = s.item AND a.ended_at IS NULL) FROM item_status s WHERE s.ledger = (SELECT code FROM ledger WHERE id = ?1) ORDER BY s.no_order",
        &parameter, 1, "item", cursor);
}

static int write_item(tl__board *board, const tl_cursor *keys, const tl_cursor *rows, const columns *shown)
{
    int count = 0, result = TL_OK, timelines = board->items <= TL__BOARD_TIMELINES;
    tl__html(board->out, "<tbody data-ledger=\"%s\" data-state=\"%s\" data-light=\"%s\" data-unit=\"%s\">\n<tr class=\"line%s\">", tl_column_text(keys, 1),
        tl_column_text(keys, 2), tl_column_text(keys, 3), tl_column_text(keys, 4), timelines ? "" : " last");
    for (int i = 0; i < shown->count; i++) {
        if (!shown->list[i].shown)
            continue;
        write_cell(board, rows, i);
        count++;
    }
    tl__append(board->out, "</tr>\n");
    if (timelines)
        result = write_timeline(board, tl_column_int(keys, 0), count);
    tl__append(board->out, "</tbody>\n");
    return result == TL_OK ? tl__board_flow(board) : result;
}

/* The table and its keys side by side: both are of one moment and in one order. */
static int write_rows(tl__board *board, int64_t ledger, columns *shown)
{
    tl_cursor *keys = NULL, *rows = NULL;
    int result = open_keys(board, ledger, &keys);
    if (result == TL_OK)
        result = tl__export_rows(board->to, &rows);
    if (result == TL_OK)
        write_columns(board, rows, shown);
    while (result == TL_OK && (result = tl__export_next(board->to, rows)) == TL_ROW) {
        result = tl_next(keys);
        if (result == TL_ROW)
            result = write_item(board, keys, rows, shown);
    }
    tl__append(board->out, "</table></div>\n");
    tl_cursor_close(keys);
    tl_cursor_close(rows);
    return result == TL_DONE ? TL_OK : result;
}

static int write_ledger(tl__board *board, int64_t ledger, const char *title, int64_t items)
{
    columns shown = { 0, NULL };
    board->to->options.ledger = ledger;
    int result = find_columns(board, &shown);
    tl__html(board->out, "<section class=\"ledger\">\n<h2>%s <small>%lld %s</small></h2>\n", title, (long long)items, tl__word(board->book, "items", "项"));
    if (result == TL_OK)
        result = write_rows(board, ledger, &shown);
    tl__append(board->out, "</section>\n");
    board->to->options.ledger = board->ledger;
    sqlite3_free(shown.list);
    return result;
}

int tl__board_items(tl__board *board)
{
    tl_cursor *cursor;
    if (board->items > TL__BOARD_TIMELINES)
        tl__html(board->out,
            tl__word(board->book, "<p class=\"note\">More than %d items: their timelines are left out. Export one ledger, or see show and log.</p>\n",
                "<p class=\"note\">事项超过%d项，未列流水；可只导出一本台账，或用 show、log 查看。</p>\n"),
            TL__BOARD_TIMELINES);
    int result = tl__board_query(
        board, "SELECT l.id, l.title, (SELECT count(*) FROM item WHERE ledger = l.id) AS items FROM ledger l", "l.id", TL__BOARD_ID, " ORDER BY l.id", &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        int64_t items = tl_column_int(cursor, 2);
        result = items > 0 ? write_ledger(board, tl_column_int(cursor, 0), tl_column_text(cursor, 1), items) : TL_OK;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}
