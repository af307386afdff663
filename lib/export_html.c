/* export_html.c (L4) - the board as one HTML file: head, figures, tables of ledgers and units, filters. The charts and the items have files of their own. */
#include "export_html.h"

#include <string.h>

static const char *const lights[] = { "red", "yellow", "blue", "green", "grey" };
enum { LIGHTS = sizeof lights / sizeof lights[0] };

/* The columns of statistics: of ledgers and of units the same, but for the whole numbers at the beginning. */
enum { CODE, NAME, NUMBERS, LEDGER_NUMBERS = 6, UNIT_NUMBERS = 8 };
/* Behind the numbers: two rates, each with its parts; the lights. */
enum { COMPLETION, ON_TIME = 3, LIGHT = 6 };

int tl__board_query(tl__board *board, const char *before, const char *column, enum tl__board_key key, const char *after, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, board->ledger };
    tl__buffer sql = { 0 };
    tl__append(&sql, before);
    if (board->ledger != 0 && column != NULL) {
        tl__append(&sql, " WHERE ");
        tl__append(&sql, column);
        tl__append(&sql, key == TL__BOARD_ID ? " = ?1" : " = (SELECT code FROM ledger WHERE id = ?1)");
    }
    tl__append(&sql, after);
    *cursor = NULL;
    int result = sql.failed ? tl__fail_memory(board->book)
                            : tl__cursor_open(board->book, sql.text, &parameter, strchr(sql.text, '?') == NULL ? 0 : 1, "summary", cursor);
    tl_free(sql.text);
    return result;
}

int tl__board_flow(tl__board *board)
{
    tl__export_bytes(board->to, "", 0);
    return board->to->result;
}

void tl__board_light(tl__board *board, const char *light)
{
    tl__html(board->out, "<span class=\"light %s\">%s</span>", light, tl_label(board->book, "light", light));
}

/* A light with how many items have it, and the address of these: of a ledger or a unit, or name NULL. */
static void write_light(tl__board *board, tl__buffer *out, const char *light, int64_t count, const char *name, const char *value)
{
    tl__html(out, "<a class=\"light %s\" href=\"#light=%s", light, light);
    if (name != NULL) {
        tl__html(out, "&amp;%s=", name);
        tl__html_address(out, value);
    }
    tl__html(out, "\">%s %lld</a> ", tl_label(board->book, "light", light), (long long)count);
}

/* ------------------------------------------------------------------------------------------------------------------------ the head */

/* By what a print can be traced: the book, and the head of its journal, where that is committed. */
static int write_head(tl__board *board)
{
    tl_info info = TL_INFO_INIT;
    char *checkpoint = NULL;
    int result = tl_book_info(board->book, &info);
    if (result == TL_OK && board->book->depth == 0)
        result = tl_checkpoint(board->book, &checkpoint);
    if (result != TL_OK)
        return result;
    const char *title = info.title != NULL ? info.title : tl__word(board->book, "Ledgers", "台账");
    tl__html_head(board->out, tl__word(board->book, "en", "zh"), title, 1);
    tl__html(board->out, "<header>\n<h1>%s</h1>\n<p class=\"meta\">%s <time>%s</time> · %s <code>%s</code></p>\n</header>\n", title,
        tl__word(board->book, "As of", "截至"), info.today,
        checkpoint != NULL ? tl__word(board->book, "Checkpoint (book, entry, digest, time)", "锚点（台账库、流水号、封签、时间）")
                           : tl__word(board->book, "Book", "台账库"),
        checkpoint != NULL ? checkpoint : info.uid);
    tl_free(checkpoint);
    return TL_OK;
}

/* ---------------------------------------------------------------------------------------------------------------------- statistics */

static void write_table_head(tl__board *board, tl__buffer *out, const tl_cursor *cursor, int numbers)
{
    int tail = NUMBERS + numbers;
    tl__html(out, "<div class=\"wide\"><table class=\"sum\">\n<thead><tr><th scope=\"col\">%s</th>", tl_column_label(cursor, CODE));
    for (int column = NUMBERS; column < tail; column++)
        tl__html(out, "<th scope=\"col\" class=\"n\">%s</th>", tl_column_label(cursor, column));
    tl__html(out, "<th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
        tl_column_label(cursor, tail + COMPLETION), tl_column_label(cursor, tail + ON_TIME), tl_label(board->book, "column", "light"));
}

/* A rate with a bar, and its parts: 45.20 % 80/177. */
static void write_rate(tl__buffer *out, const tl_cursor *cursor, int rate)
{
    const char *percent = tl_column_text(cursor, rate);
    int64_t part = tl_column_int(cursor, rate + 1), whole = tl_column_int(cursor, rate + 2);
    tl__append(out, "<td class=\"full\">");
    if (percent != NULL && whole > 0) {
        tl__html_bar(out, 100.0 * (double)part / (double)whole);
        tl__html(out, "%s%% <small>%lld/%lld</small>", percent, (long long)part, (long long)whole);
    }
    tl__append(out, "</td>");
}

/* name: "ledger" or "unit", what the filters call it. */
static void write_table_row(tl__board *board, tl__buffer *out, const tl_cursor *cursor, int numbers, const char *name)
{
    const char *code = tl_column_text(cursor, CODE);
    tl__html(out, "<tr><th scope=\"row\"><a href=\"#%s=", name);
    tl__html_address(out, code);
    tl__html(out, "\">%s</a></th>", tl_column_text(cursor, NAME));
    for (int column = NUMBERS; column < NUMBERS + numbers; column++) {
        int64_t number = tl_column_int(cursor, column);
        tl__html(out, number == 0 ? "<td class=\"n zero\">%lld</td>" : "<td class=\"n\">%lld</td>", (long long)number);
    }
    write_rate(out, cursor, NUMBERS + numbers + COMPLETION);
    write_rate(out, cursor, NUMBERS + numbers + ON_TIME);
    tl__append(out, "<td>");
    for (int i = 0; i < LIGHTS; i++) {
        int64_t count = tl_column_int(cursor, NUMBERS + numbers + LIGHT + i);
        if (count > 0)
            write_light(board, out, lights[i], count, name, code);
    }
    tl__append(out, "</td></tr>\n");
}

/* A table whole; light_counts, if not NULL, get how many items have each light. Closes the cursor. */
static int write_table(tl__board *board, tl__buffer *out, tl_cursor *cursor, int numbers, const char *name, int64_t *light_counts)
{
    int result;
    write_table_head(board, out, cursor, numbers);
    while ((result = tl_next(cursor)) == TL_ROW) {
        write_table_row(board, out, cursor, numbers, name);
        for (int i = 0; light_counts != NULL && i < LIGHTS; i++)
            light_counts[i] += tl_column_int(cursor, NUMBERS + numbers + LIGHT + i);
    }
    tl__append(out, "</tbody></table></div>\n");
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_units(tl__board *board)
{
    tl_cursor *cursor;
    int result = tl__board_query(board,
        "WITH light AS (SELECT s.lead, count(*) FILTER (WHERE s.light = 'red') AS red, count(*) FILTER (WHERE s.light = 'yellow') AS yellow, "
        "count(*) FILTER (WHERE s.light = 'blue') AS blue, count(*) FILTER (WHERE s.light = 'green') AS green, "
        "count(*) FILTER (WHERE s.light = 'grey') AS grey FROM item_status s",
        "s.ledger", TL__BOARD_CODE,
        " GROUP BY s.lead) SELECT u.unit, u.name, u.items, u.led, u.open, u.overdue, u.closed, u.returned, u.extended, u.urged, u.completion, u.closed, "
        "u.led - u.cancelled, u.on_time_rate, u.on_time, u.closed, coalesce(l.red, 0) AS red, coalesce(l.yellow, 0) AS yellow, coalesce(l.blue, 0), "
        "coalesce(l.green, 0), coalesce(l.grey, 0) FROM unit_ledger_summary u LEFT JOIN light l ON l.lead = u.unit WHERE u.ledger IS (SELECT code FROM ledger "
        "WHERE id = ?1) "
        "ORDER BY red DESC, u.overdue DESC, yellow DESC, u.unit_id", /* as tl_board */
        &cursor);
    if (result != TL_OK)
        return result;
    tl__html(board->out, "<section>\n<h2>%s <small>%s</small></h2>\n", tl_label(board->book, "column", "responsible"),
        tl__word(board->book, "red first; all but items are of what the unit leads", "红灯在前；除承担事项外，均按牵头事项统计"));
    result = write_table(board, board->out, cursor, UNIT_NUMBERS, "unit", NULL);
    tl__append(board->out, "</section>\n");
    return result;
}

/* The figures of all that is on the page, a row of the view statistics, or none where there are no items; behind each rate stand its parts. */
enum { ALL, ALL_OPEN, ALL_CLOSED, ALL_CANCELLED, ALL_STANDING, ALL_COMPLETION, ALL_ON_TIME = ALL_COMPLETION + 3, ALL_OVERDUE = ALL_ON_TIME + 3 };

static void write_rate_card(tl__board *board, const tl_cursor *figures, int rate, const char *name, const char *of)
{
    const char *percent = tl_column_text(figures, rate);
    tl__html(board->out, "<div class=\"card\"><dt>%s</dt><dd>%s%s</dd><dd class=\"parts\">%lld/%lld %s</dd></div>\n", name, percent == NULL ? "–" : percent,
        percent == NULL ? "" : "%", (long long)tl_column_int(figures, rate + 1), (long long)tl_column_int(figures, rate + 2), of);
}

static void write_number_card(tl__board *board, const char *name, int64_t number, const char *parts)
{
    tl__html(board->out, "<div class=\"card\"><dt>%s</dt><dd>%lld</dd><dd class=\"parts\">%s</dd></div>\n", name, (long long)number, parts);
}

static void write_cards(tl__board *board, const tl_cursor *figures, const int64_t *light_counts)
{
    char parts[120];
    sqlite3_snprintf(sizeof parts, parts, tl__word(board->book, "%lld open · %lld closed · %lld cancelled", "未销号 %lld · 已销号 %lld · 已终止 %lld"),
        (long long)tl_column_int(figures, ALL_OPEN), (long long)tl_column_int(figures, ALL_CLOSED), (long long)tl_column_int(figures, ALL_CANCELLED));
    tl__append(board->out, "<dl class=\"cards\">\n");
    write_number_card(board, tl__word(board->book, "Items", "事项总数"), tl_column_int(figures, ALL), parts);
    write_rate_card(
        board, figures, ALL_COMPLETION, tl__word(board->book, "Completion", "销号率"), tl__word(board->book, "closed / all not cancelled", "已销号／未终止"));
    write_rate_card(board, figures, ALL_ON_TIME, tl__word(board->book, "On time", "按期率"), tl__word(board->book, "on time / closed", "按期销号／已销号"));
    write_rate_card(
        board, figures, ALL_OVERDUE, tl__word(board->book, "Overdue", "逾期率"), tl__word(board->book, "overdue / open with due date", "逾期／有时限未销号"));
    write_number_card(board, tl__word(board->book, "Standing", "长期坚持"), tl_column_int(figures, ALL_STANDING),
        tl__word(board->book, "open, but counted apart", "未销号，单独统计"));
    tl__html(board->out, "<div class=\"card\"><dt>%s</dt><dd class=\"lights\">", tl__word(board->book, "Warnings", "预警"));
    for (int i = 0; i < LIGHTS; i++)
        write_light(board, board->out, lights[i], light_counts[i], NULL, NULL);
    tl__append(board->out, "</dd></div>\n</dl>\n");
}

static int write_all(tl__board *board, const int64_t *light_counts)
{
    tl_cursor *figures;
    int result = tl__board_query(board,
        "SELECT total, open, closed, cancelled, standing, completion, closed, total - cancelled, on_time_rate, on_time, closed, overdue_rate, overdue, "
        "open_with_due FROM statistics WHERE \"by\" = iif(?1 = 0, 'all', 'ledger') AND ledger_id IS nullif(?1, 0)",
        NULL, TL__BOARD_ID, "", &figures);
    if (result == TL_OK)
        result = tl_next(figures);
    if (result >= 0) {
        board->items = tl_column_int(figures, ALL);
        write_cards(board, figures, light_counts);
    }
    tl_cursor_close(figures);
    return result < 0 ? result : TL_OK;
}

/* The figures of all stand first, and have the lights of the table of ledgers: that waits in a buffer of its own. */
static int write_figures(tl__board *board)
{
    tl__buffer table = { 0 };
    tl_cursor *cursor;
    int64_t light_counts[LIGHTS] = { 0 };
    int result = tl__board_query(board,
        "SELECT s.ledger, s.title, s.total, s.open, s.overdue, s.standing, s.closed, s.cancelled, s.completion, s.closed, s.total - s.cancelled, "
        "s.on_time_rate, s.on_time, s.closed, s.red, s.yellow, s.blue, s.green, s.grey FROM ledger_summary s",
        "s.ledger", TL__BOARD_CODE, "", &cursor);
    if (result == TL_OK)
        result = write_table(board, &table, cursor, LEDGER_NUMBERS, "ledger", light_counts);
    if (result == TL_OK && table.failed)
        result = tl__fail_memory(board->book);
    if (result == TL_OK)
        result = write_all(board, light_counts);
    if (result == TL_OK) {
        tl__html(board->out, "<section>\n<h2>%s</h2>\n", tl_label(board->book, "column", "ledger"));
        tl__export_bytes(board->to, table.text, table.length);
        tl__append(board->out, "</section>\n");
    }
    tl_free(table.text);
    return result;
}

/* --------------------------------------------------------------------------------------------------------------------------- filters */

/* A choice of what the rows of a cursor name: code, word. The first is all. */
static void begin_choice(tl__board *board, const char *name, const char *label)
{
    tl__html(board->out, "<label>%s<select name=\"%s\"><option value=\"\">%s</option>", label, name, tl__word(board->book, "all", "全部"));
}

static void write_option(tl__board *board, const char *value, const char *word)
{
    tl__html(board->out, "<option value=\"%s\">%s</option>", value, word);
}

static void end_choice(tl__board *board)
{
    tl__append(board->out, "</select></label>\n");
}

static int write_options(tl__board *board, const char *name, const char *label, const char *sql, const char *column, const char *after)
{
    tl_cursor *cursor;
    int result = tl__board_query(board, sql, column, TL__BOARD_ID, after, &cursor);
    if (result != TL_OK)
        return result;
    begin_choice(board, name, label);
    while ((result = tl_next(cursor)) == TL_ROW)
        write_option(board, tl_column_text(cursor, 0), tl_column_text(cursor, 1));
    end_choice(board);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int write_states(tl__board *board)
{
    tl_cursor *cursor;
    int result = tl_states(board->book, &cursor);
    if (result != TL_OK)
        return result;
    begin_choice(board, "state", tl_label(board->book, "column", "state"));
    write_option(board, "open", tl_label(board->book, "column", "open"));
    while ((result = tl_next(cursor)) == TL_ROW)
        write_option(board, tl_column_text(cursor, 0), tl_column_text(cursor, 2));
    end_choice(board);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static void write_lights(tl__board *board)
{
    begin_choice(board, "light", tl_label(board->book, "column", "light"));
    for (int i = 0; i < LIGHTS; i++)
        write_option(board, lights[i], tl_label(board->book, "light", lights[i]));
    end_choice(board);
}

/* Hidden until the script is there to obey it. */
static int write_filters(tl__board *board)
{
    tl__html(board->out, "<form id=\"filter\" role=\"search\" hidden>\n<label>%s<input name=\"text\" type=\"search\"></label>\n",
        tl__word(board->book, "Text", "文字"));
    int result = write_options(board, "ledger", tl_label(board->book, "column", "ledger"), "SELECT code, title FROM ledger", "id", " ORDER BY id");
    if (result == TL_OK)
        result = write_states(board);
    write_lights(board);
    if (result == TL_OK)
        result = write_options(board, "unit", tl_label(board->book, "column", "unit"),
            "SELECT DISTINCT u.code, u.name FROM assignment a JOIN unit u ON u.id = a.unit JOIN item i ON i.id = a.item AND a.ended_at IS NULL", "i.ledger",
            " ORDER BY u.id");
    tl__html(board->out, "<button type=\"reset\">%s</button>\n", tl__word(board->book, "Clear", "清除"));
    if (board->items <= TL__BOARD_TIMELINES)
        tl__html(board->out, "<button type=\"button\" id=\"timelines\">%s</button>\n", tl__word(board->book, "Open or close timelines", "展开或收起流水"));
    tl__html(board->out, "<output id=\"shown\" title=\"%s\"></output>\n</form>\n", tl__word(board->book, "shown of all items", "显示／全部事项"));
    return result;
}

/* ------------------------------------------------------------------------------------------------------------------------- the page */

static int write_page(tl__board *board)
{
    static int (*const parts[])(tl__board * board) = { write_head, write_figures, tl__board_charts, write_units, write_filters, tl__board_items };
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < sizeof parts / sizeof parts[0]; i++) {
        result = parts[i](board);
        if (result == TL_OK)
            result = tl__board_flow(board);
    }
    tl__html_foot(board->out, 1);
    return result;
}

int tl__export_html(tl__export *to)
{
    tl__board board = { to, to->book, &to->out, to->options.ledger, 0 };
    tl_cursor *moment;
    /* While its row is not read on, everything is of one moment of the book. */
    int result = tl__cursor_open(to->book, "SELECT uid FROM book", NULL, 0, "book", &moment);
    if (result == TL_OK && (result = tl_next(moment)) == TL_ROW)
        result = write_page(&board);
    tl_cursor_close(moment);
    return result;
}
