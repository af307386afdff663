/* export_ics.c (L4) - what is open as tasks for a calendar (RFC 5545): a VTODO an item, with an alarm on the day it turns yellow. */
#include "export.h"

#include <stdlib.h>
#include <string.h>

enum { LINE = 75 }; /* bytes, at most; what is longer goes on in the next line, behind a blank */
enum { ALARM_HOUR = 9 };

/* The columns of what is read. */
enum { UID, REF, TITLE, DETAIL, STATE, PERCENT, DUE, RISK, LEDGER, YELLOW_DAYS, AT, LEAD_NAME, PROGRESS };

static const char *const query[] = {
    "SELECT o.uid, l.code || '/' || o.no AS ref, o.title, o.detail, o.state, o.percent, o.due, o.risk, l.title AS ledger_title, l.yellow_days, e.at, "
    "u.name, r.note AS progress FROM item o JOIN ledger l ON l.id = o.ledger JOIN entry e ON e.seq = o.entry LEFT JOIN unit u ON u.id = o.lead "
    "LEFT JOIN entry r ON r.seq = o.report WHERE o.state <> 'closed' AND o.state <> 'cancelled'",
    " AND o.ledger = ?1", " AND EXISTS (SELECT 1 FROM assignment a WHERE a.item = o.id AND a.unit = ?2 AND a.ended_at IS NULL)",
    " ORDER BY o.ledger, o.no_order"
};

/* A line of content, folded so that no character is torn, with CRLF. */
static void write_line(tl__export *to, const tl__buffer *line)
{
    const char *at = line->text;
    size_t left = line->length, room = LINE;
    while (left > room) {
        size_t count = room;
        while (((unsigned char)at[count] & 0xC0) == 0x80)
            count--;
        tl__export_bytes(to, at, count);
        tl__export_text(to, "\r\n ");
        at += count;
        left -= count;
        room = LINE - 1;
    }
    tl__export_bytes(to, at, left);
    tl__export_text(to, "\r\n");
}

/* Text as a value: what has a meaning there is escaped, a line break is \n, other control characters go. */
static void append_value(tl__buffer *line, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        if (*text == '\n')
            tl__append(line, "\\n");
        else if (strchr("\\;,", *text) != NULL)
            tl__append(line, "\\");
        if ((unsigned char)*text >= ' ' ? *text != 0x7F : *text == '\t')
            tl__append_bytes(line, text, 1);
    }
}

/* "NAME:" and a value. */
static void property(tl__export *to, const char *name, const char *text)
{
    tl__buffer line = { 0 };
    tl__append(&line, name);
    tl__append(&line, ":");
    append_value(&line, text);
    if (line.failed)
        to->out.failed = 1;
    else
        write_line(to, &line);
    tl_free(line.text);
}

/* The digits of a day, 20230630, or of a time, 20230630T081500Z. */
static void moment(tl__export *to, const char *name, const char *iso)
{
    tl__export_format(to, "%s:%.4s%.2s%.2s", name, iso, iso + 5, iso + 8);
    if (strlen(iso) > 19)
        tl__export_format(to, "T%.2s%.2s%.2sZ", iso + 11, iso + 14, iso + 17);
    tl__export_text(to, "\r\n");
}

static void append_pair(const tl__export *to, tl__buffer *text, const char *name, const char *content)
{
    if (content == NULL)
        return;
    tl__append(text, "\n");
    tl__append(text, tl_label(to->book, "column", name));
    tl__append(text, tl__word(to->book, ": ", "："));
    tl__append(text, content);
}

static void description(tl__export *to, const tl_cursor *cursor)
{
    tl__buffer text = { 0 };
    tl__append(&text, tl_column_text(cursor, REF));
    append_pair(to, &text, "lead", tl_column_text(cursor, LEAD_NAME));
    append_pair(to, &text, "state", tl_label(to->book, "state", tl_column_text(cursor, STATE)));
    append_pair(to, &text, "detail", tl_column_text(cursor, DETAIL));
    append_pair(to, &text, "progress", tl_column_text(cursor, PROGRESS));
    if (text.failed)
        to->out.failed = 1;
    else
        property(to, "DESCRIPTION", text.text);
    tl_free(text.text);
}

/* In the morning of the first day that is yellow. The due date alone is its midnight. */
static void alarm_before(tl__export *to, const tl_cursor *cursor)
{
    int64_t hours = 24 * tl_column_int(cursor, YELLOW_DAYS) - ALARM_HOUR;
    tl__export_text(to, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
    property(to, "DESCRIPTION", tl_column_text(cursor, TITLE));
    if (hours < 0)
        tl__export_format(to, "TRIGGER;RELATED=END:PT%lldH\r\n", -hours);
    else
        tl__export_format(to, "TRIGGER;RELATED=END:-P%lldDT%lldH\r\n", hours / 24, hours % 24);
    tl__export_text(to, "END:VALARM\r\n");
}

static const char *status_of_state(const char *state)
{
    int waits = strcmp(state, "registered") == 0 || strcmp(state, "dispatched") == 0 || strcmp(state, "suspended") == 0;
    return waits ? "NEEDS-ACTION" : "IN-PROCESS";
}

static void write_item(tl__export *to, const tl_cursor *cursor)
{
    const char *percent = tl_column_text(cursor, PERCENT), *due = tl_column_text(cursor, DUE), *risk = tl_column_text(cursor, RISK);
    tl__export_text(to, "BEGIN:VTODO\r\n");
    property(to, "UID", tl_column_text(cursor, UID));
    moment(to, "DTSTAMP", tl_column_text(cursor, AT));
    moment(to, "LAST-MODIFIED", tl_column_text(cursor, AT));
    property(to, "SUMMARY", tl_column_text(cursor, TITLE));
    description(to, cursor);
    property(to, "CATEGORIES", tl_column_text(cursor, LEDGER));
    property(to, "STATUS", status_of_state(tl_column_text(cursor, STATE)));
    if (percent != NULL)
        tl__export_format(to, "PERCENT-COMPLETE:%d\r\n", atoi(percent));
    if (risk != NULL)
        tl__export_format(to, "PRIORITY:%d\r\n", strcmp(risk, "high") == 0 ? 1 : strcmp(risk, "low") == 0 ? 9 : 5);
    if (due != NULL) {
        moment(to, "DUE;VALUE=DATE", due);
        alarm_before(to, cursor);
    }
    tl__export_text(to, "END:VTODO\r\n");
}

/* The calendar is called as the book is. */
static void write_head(tl__export *to)
{
    tl__export_text(to, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//taskledger//taskledger " TL_VERSION_TEXT "//");
    tl__export_text(to, tl__word(to->book, "EN\r\nCALSCALE:GREGORIAN\r\n", "ZH\r\nCALSCALE:GREGORIAN\r\n"));
    if (to->book->title != NULL)
        property(to, "X-WR-CALNAME", to->book->title);
}

int tl__export_ics(tl__export *to)
{
    const tl__parameter parameters[] = { { NULL, to->options.ledger }, { NULL, to->options.unit } };
    tl_cursor *cursor = NULL;
    char *sql = sqlite3_mprintf("%s%s%s%s", query[0], to->options.ledger != 0 ? query[1] : "", to->options.unit != 0 ? query[2] : "", query[3]);
    if (sql == NULL)
        return tl__fail_memory(to->book);
    int result = tl__cursor_open(to->book, sql, parameters, to->options.unit != 0 ? 2 : to->options.ledger != 0 ? 1 : 0, "item", &cursor);
    sqlite3_free(sql);
    if (result != TL_OK)
        return result;
    write_head(to);
    while ((result = tl__export_next(to, cursor)) == TL_ROW)
        write_item(to, cursor);
    tl__export_text(to, "END:VCALENDAR\r\n");
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}
