/* export_html_chart.c (L4) - the charts of the board, as SVG: progress over the year, how late what is overdue is, completion by unit. Each says what it
 * shows in its title and its numbers in words, too, for those who can't see it. */
#include "export_html.h"

#include <string.h>

/* The places of a chart in its own units, one of which is about a pixel. */
enum { WIDTH = 640, LEFT = 44, RIGHT = 622 };

static void begin_chart(tl__board *board, const char *title, const char *explained, int height)
{
    tl__html(board->out, "<figure><figcaption>%s <small>%s</small></figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>\n", title, explained,
        WIDTH, height, title);
}

/* desc: what the chart says, gathered while it was drawn. Frees it. */
static void end_chart(tl__board *board, tl__buffer *desc)
{
    if (desc->text != NULL)
        tl__html(board->out, "<desc>%s</desc>", desc->text);
    board->out->failed |= desc->failed;
    tl_free(desc->text);
    tl__append(board->out, "</svg></figure>\n");
}

static void write_nothing(tl__board *board)
{
    tl__html(board->out, "<text class=\"soft middle\" x=\"%d\" y=\"30\">%s</text>\n", WIDTH / 2, tl__word(board->book, "nothing to show", "暂无数据"));
}

/* ------------------------------------------------------------------------------------------------------------- progress over the year */

enum { POINTS_MAX = 16, TOP = 14, BOTTOM = 196, YEAR_HEIGHT = 220 };

typedef struct point {
    char date[11];
    int day;             /* of the year */
    int month;           /* the point is the end of this month; 0: of none */
    int64_t open, paced; /* of paced tenths; open below 0: not known yet */
} point;

typedef struct year {
    int count, days;
    int64_t top; /* of the scale */
    point points[POINTS_MAX];
} year;

/* Of each item that has a due date, is not cancelled and not standing: when it was registered, the time it has, when it was completed. Open on a day is what
 * was registered and not completed until then; in pace with the time is, of each, the share of its time that is left. The year is that of the last
 * registration; its month ends, and today. */
static int open_year(tl__board *board, tl_cursor **cursor)
{
    return tl__board_query(board,
        "WITH RECURSIVE part AS MATERIALIZED (SELECT s.registered_on AS known, coalesce(s.started_on, s.registered_on) AS start, s.due, s.completed_on AS "
        "done, "
        "count(*) AS items FROM (SELECT * FROM item_status WHERE due IS NOT NULL AND state <> 'cancelled' AND state <> 'standing') s",
        "s.ledger", TL__BOARD_CODE,
        " GROUP BY 1, 2, 3, 4), "
        "first(day) AS (SELECT strftime('%Y-01-01', max(known)) FROM part), "
        "ends(month, day) AS (SELECT 0, day FROM first UNION ALL SELECT month + 1, date((SELECT day FROM first), '+' || (month + 1) || ' months', '-1 day') "
        "FROM ends WHERE month < 12), "
        "point AS (SELECT month, day FROM ends UNION SELECT 0, t.day FROM today t JOIN first f ON strftime('%Y', t.day) = strftime('%Y', f.day) "
        "WHERE t.day NOT IN (SELECT day FROM ends)) "
        "SELECT p.day, CAST(strftime('%j', p.day) AS INTEGER), p.month, "
        "iif(p.day <= t.day, total(items) FILTER (WHERE known <= p.day AND (done IS NULL OR done > p.day)), -1), "
        "round(10 * total(items * CASE WHEN known > p.day OR p.day >= due THEN 0 WHEN p.day <= start THEN 1 "
        "ELSE 1 - (julianday(p.day) - julianday(start)) / (julianday(due) - julianday(start)) END)) "
        "FROM point p CROSS JOIN today t CROSS JOIN part WHERE p.day IS NOT NULL GROUP BY p.day ORDER BY p.day",
        cursor);
}

static int read_year(tl__board *board, year *read)
{
    tl_cursor *cursor;
    int result = open_year(board, &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl_next(cursor)) == TL_ROW && read->count < POINTS_MAX) {
        point *at = &read->points[read->count++];
        *at = (point) { "", (int)tl_column_int(cursor, 1), (int)tl_column_int(cursor, 2), tl_column_int(cursor, 3), tl_column_int(cursor, 4) };
        sqlite3_snprintf(sizeof at->date, at->date, "%s", tl_column_text(cursor, 0));
        int64_t most = at->open * 10 > at->paced ? at->open : (at->paced + 9) / 10;
        read->top = most > read->top ? most : read->top;
        read->days = at->day;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* A round number not below most, that four lines of a grid divide into round numbers. */
static int64_t round_up(int64_t most)
{
    static const int steps[] = { 1, 2, 3, 4, 5, 6, 8 };
    for (int64_t unit = 4;; unit *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
            if (unit * steps[i] >= most)
                return unit * steps[i];
}

static double place_x(const year *shown, const point *at)
{
    return LEFT + (double)(RIGHT - LEFT) * (at->day - 1) / (shown->days > 1 ? shown->days - 1 : 1);
}

static double place_y(const year *shown, double number)
{
    return BOTTOM - (BOTTOM - TOP) * number / (double)shown->top;
}

static void write_grid(tl__board *board, const year *shown)
{
    for (int i = 0; i <= 4; i++) {
        int64_t number = shown->top * i / 4;
        double y = place_y(shown, (double)number);
        tl__html(board->out, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, RIGHT, y, y);
        tl__html(board->out, "<text class=\"soft end\" x=\"%d\" y=\"%.1f\">%lld</text>\n", LEFT - 6, y + 4, (long long)number);
    }
    for (int i = 0; i < shown->count; i++) {
        const point *at = &shown->points[i];
        double middle = place_x(shown, at) - (RIGHT - LEFT) / 24.0;
        if (at->month > 0)
            tl__html(board->out,
                tl__word(
                    board->book, "<text class=\"soft middle\" x=\"%.1f\" y=\"%d\">%d</text>", "<text class=\"soft middle\" x=\"%.1f\" y=\"%d\">%d月</text>"),
                middle, BOTTOM + 16, at->month);
    }
}

/* paced: the line of what would be open in pace with the time; else that of what is. */
static void write_line(tl__board *board, const year *shown, int paced)
{
    tl__html(board->out, "\n<polyline class=\"%s\" points=\"", paced ? "pace" : "track");
    for (int i = 0; i < shown->count; i++) {
        const point *at = &shown->points[i];
        if (paced || at->open >= 0)
            tl__html(board->out, "%.1f,%.1f ", place_x(shown, at), place_y(shown, paced ? (double)at->paced / 10 : (double)at->open));
    }
    tl__append(board->out, "\"/>\n");
}

static void write_points(tl__board *board, const year *shown, tl__buffer *desc)
{
    for (int i = 0; i < shown->count; i++) {
        const point *at = &shown->points[i];
        char paced[24];
        sqlite3_snprintf(sizeof paced, paced, "%lld.%lld", (long long)(at->paced / 10), (long long)(at->paced % 10));
        if (at->open < 0)
            continue;
        double x = place_x(shown, at), y = place_y(shown, (double)at->open);
        tl__html(board->out, "<circle class=\"value\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s: %lld (%s)</title></circle>", x, y, at->date,
            (long long)at->open, paced);
        if (i > 0) /* at the beginning it would stand on the axis */
            tl__html(board->out, "<text class=\"middle\" x=\"%.1f\" y=\"%.1f\">%lld</text>\n", x, y - 6, (long long)at->open);
        char words[120];
        sqlite3_snprintf(
            sizeof words, words, tl__word(board->book, "%s: %lld open, in pace %s; ", "%s：未销号%lld，序时%s；"), at->date, (long long)at->open, paced);
        tl__append(desc, words);
    }
}

static int chart_year(tl__board *board)
{
    year shown = { .top = 1 };
    tl__buffer desc = { 0 };
    int result = read_year(board, &shown);
    if (result != TL_OK)
        return result;
    shown.top = round_up(shown.top);
    begin_chart(board, tl__word(board->book, "Open items over the year", "全年未销号走势"),
        tl__word(board->book,
            "line: open at the end of the month; dashed: what would be open in pace with the time. Items with a due date, without standing and "
            "cancelled ones; completion counts from the request to close out",
            "实线：月末未销号；虚线：按序时进度应剩余。统计有时限的事项，不含长期坚持和已终止；完成以申请销号之日计"),
        YEAR_HEIGHT);
    if (shown.count == 0) {
        write_nothing(board);
    } else {
        write_grid(board, &shown);
        write_line(board, &shown, 1);
        write_line(board, &shown, 0);
        write_points(board, &shown, &desc);
    }
    end_chart(board, &desc);
    return TL_OK;
}

/* -------------------------------------------------------------------------------------------------------------------------- bars */

enum { ROW = 22, NAMES = 190, VALUES = 110 };

/* One bar of a chart of bars: its name, how long of longest, what stands behind it. */
static void write_bar(tl__board *board, int at, const char *name, const char *kind, double share, const char *value, tl__buffer *desc)
{
    int y = at * ROW + 4, room = WIDTH - NAMES - VALUES;
    tl__html(board->out, "<text class=\"end\" x=\"%d\" y=\"%d\">%s</text>", NAMES - 8, y + 12, name);
    tl__html(board->out, "<rect class=\"room\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>", NAMES, y, room, ROW - 7);
    tl__html(board->out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>", kind, NAMES, y, share * room, ROW - 7);
    tl__html(board->out, "<text x=\"%d\" y=\"%d\">%s</text>\n", WIDTH - VALUES + 8, y + 12, value);
    tl__append(desc, name);
    tl__append(desc, ": ");
    tl__append(desc, value);
    tl__append(desc, "; ");
}

static int chart_overdue(tl__board *board)
{
    static const char *const ages[][2] = { { "1–7 days", "1—7天" }, { "8–15 days", "8—15天" }, { "16–30 days", "16—30天" }, { "31–90 days", "31—90天" },
        { "over 90 days", "90天以上" } };
    enum { AGES = sizeof ages / sizeof ages[0] };
    int64_t counts[AGES] = { 0 }, most = 1;
    tl__buffer desc = { 0 };
    tl_cursor *cursor;
    int result = tl__board_query(board,
        "SELECT (late > 7) + (late > 15) + (late > 30) + (late > 90), count(*) FROM (SELECT -s.days_left AS late FROM (SELECT * FROM item_status "
        "WHERE light IS NOT NULL AND state <> 'standing' AND late) s",
        "s.ledger", TL__BOARD_CODE, ") GROUP BY 1", &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        int64_t count = tl_column_int(cursor, 1);
        counts[tl_column_int(cursor, 0)] = count;
        most = count > most ? count : most;
        result = TL_OK;
    }
    tl_cursor_close(cursor);
    if (result != TL_DONE)
        return result;
    begin_chart(board, tl__word(board->book, "Overdue by age", "逾期时长"),
        tl__word(board->book, "open items past their due date, without standing ones", "已过时限仍未销号的事项，不含长期坚持"), AGES * ROW + 4);
    for (int i = 0; i < AGES; i++) {
        char value[32];
        sqlite3_snprintf(sizeof value, value, "%lld", (long long)counts[i]);
        write_bar(board, i, tl__word(board->book, ages[i][0], ages[i][1]), "late", (double)counts[i] / (double)most, value, &desc);
    }
    end_chart(board, &desc);
    return TL_OK;
}

/* The units that lead most: of all of them there is the table. */
static int chart_units(tl__board *board)
{
    tl__buffer bars = { 0 }, desc = { 0 }, *out = board->out;
    tl_cursor *cursor;
    int count = 0;
    int result = tl__board_query(board,
        "SELECT name, completion, closed, total - cancelled FROM statistics WHERE \"by\" = 'unit' AND unit_id IS NOT NULL AND ledger_id IS nullif(?1, 0) "
        "AND total > cancelled ORDER BY total - cancelled DESC, unit_id LIMIT 20",
        NULL, TL__BOARD_CODE, "", &cursor);
    board->out = &bars;
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        int64_t part = tl_column_int(cursor, 2), whole = tl_column_int(cursor, 3);
        char value[80];
        sqlite3_snprintf(sizeof value, value, "%s%% %lld/%lld", tl_column_text(cursor, 1), (long long)part, (long long)whole);
        write_bar(board, count++, tl_column_text(cursor, 0), "value", (double)part / (double)whole, value, &desc);
        result = TL_OK;
    }
    board->out = out;
    tl_cursor_close(cursor);
    begin_chart(board, tl__word(board->book, "Completion by unit", "责任单位销号率"),
        tl__word(board->book, "closed / led and not cancelled; the units that lead most", "已销号／牵头未终止；按牵头事项数列前20家"),
        (count > 0 ? count : 2) * ROW + 4);
    if (count == 0)
        write_nothing(board);
    tl__append_bytes(out, bars.text == NULL ? "" : bars.text, bars.length);
    out->failed |= bars.failed;
    tl_free(bars.text);
    end_chart(board, &desc);
    return result == TL_DONE ? TL_OK : result;
}

int tl__board_charts(tl__board *board)
{
    tl__append(board->out, "<div class=\"charts\">\n");
    int result = chart_year(board);
    if (result == TL_OK)
        result = chart_overdue(board);
    if (result == TL_OK)
        result = chart_units(board);
    tl__append(board->out, "</div>\n");
    return result;
}
