/* report.c (L3) - what is read of one item or of the whole: cursors over the views and tables of the book. */
#include "cursor.h"
#include "name.h"
#include "workflow.h"

#include <string.h>

/* A cursor over a query with at most one id in it. */
static int open_by_id(tl_book *book, const char *noun, const char *sql, int64_t id, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, id };
    tl__enter(book);
    return tl__cursor_open(book, sql, &parameter, strchr(sql, '?') == NULL ? 0 : 1, noun, cursor);
}

int tl_units(tl_book *book, tl_cursor **cursor)
{
    return open_by_id(book, "unit",
        "SELECT u.id, u.code, u.name, u.kind, p.code AS parent, u.retired, u.holder FROM unit u LEFT JOIN unit p ON p.id = u.parent ORDER BY u.id", 0, cursor);
}

int tl_unit_holders(tl_book *book, int64_t unit, tl_cursor **cursor)
{
    return open_by_id(book, "unit",
        unit == 0 ? "SELECT unit, officer, since, until, note, entry FROM unit_holder ORDER BY unit_id, entry"
                  : "SELECT unit, officer, since, until, note, entry FROM unit_holder WHERE unit_id = ?1 ORDER BY entry",
        unit, cursor);
}

int tl_ledgers(tl_book *book, tl_cursor **cursor)
{
    return open_by_id(book, "ledger",
        "SELECT id, code, title, workflow, template, source, evidence, second_party, blue_days, yellow_days, lag_points, last_no, all_sign, children, "
        "extensions, late_extension, notice_days, term, term_working, report_days, red_days, yellow_returns, red_returns, year, catalogue, edition, "
        "late_points, return_points, reopen_points, urge_points, extension_points FROM ledger ORDER BY id",
        0, cursor);
}

int tl_fields(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    return open_by_id(book, "field", "SELECT code, title, type, required, choices FROM field WHERE ledger = ?1 ORDER BY rank", ledger, cursor);
}

int tl_assignments(tl_book *book, int64_t item, tl_cursor **cursor)
{
    return open_by_id(book, "assignment",
        "SELECT u.code AS unit, u.name, a.role, a.officer, a.signed_at, a.percent, a.value, a.completed_at, a.ended_at, coalesce(u.holder, a.officer) AS "
        "contact "
        "FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = ?1 ORDER BY a.role, a.unit",
        item, cursor);
}

int tl_evidence(tl_book *book, int64_t item, tl_cursor **cursor)
{
    return open_by_id(book, "evidence",
        "SELECT v.id, u.code AS unit, v.title, v.uri, v.sha256, v.size FROM evidence v LEFT JOIN unit u ON u.id = v.unit WHERE v.item = ?1 ORDER BY v.id", item,
        cursor);
}

int tl_values(tl_book *book, int64_t item, tl_cursor **cursor)
{
    return open_by_id(book, "field",
        "SELECT f.code AS field, f.title, f.type, v.value FROM item i JOIN field f ON f.ledger = i.ledger "
        "LEFT JOIN value v ON v.item = i.id AND v.field = f.code WHERE i.id = ?1 ORDER BY f.rank",
        item, cursor);
}

int tl_moves(tl_book *book, int64_t item, tl_cursor **cursor)
{
    return open_by_id(book, "move",
        "SELECT m.action, coalesce(m.to_state, i.suspended_from) AS to_state, m.by, m.needs_note FROM item i JOIN ledger l ON l.id = i.ledger "
        "JOIN move m ON m.workflow = l.workflow AND m.from_state = i.state WHERE i.id = ?1 ORDER BY m.action",
        item, cursor);
}

int tl_calendar(tl_book *book, int year, tl_cursor **cursor)
{
    if (year == 0)
        return open_by_id(book, "calendar", "SELECT year, source, holidays, workdays FROM calendar_year", 0, cursor);
    return open_by_id(book, "calendar",
        "SELECT day, iif(working, 'workday', 'holiday') AS kind, title, source, entry FROM calendar WHERE day >= ?1 || '-01-01' AND day <= ?1 || '-12-31' "
        "ORDER BY day",
        year, cursor);
}

static int open_labelled(tl_book *book, const char *en, const char *zh, tl_cursor **cursor)
{
    return open_by_id(book, "label", tl__word(book, en, zh), 0, cursor);
}

int tl_states(tl_book *book, tl_cursor **cursor)
{
    return open_labelled(book, "SELECT name, open, en AS label FROM state ORDER BY rank", "SELECT name, open, zh AS label FROM state ORDER BY rank", cursor);
}

int tl_actions(tl_book *book, tl_cursor **cursor)
{
    return open_labelled(book, "SELECT name, scope, en AS label FROM action", "SELECT name, scope, zh AS label FROM action", cursor);
}

int tl_rules(tl_book *book, tl_cursor **cursor)
{
    return open_labelled(book, "SELECT name, en AS label FROM rule", "SELECT name, zh AS label FROM rule", cursor);
}

int tl_policies(tl_book *book, tl_cursor **cursor)
{
    return open_labelled(
        book, "SELECT name, low, high, optional, en AS label FROM policy", "SELECT name, low, high, optional, zh AS label FROM policy", cursor);
}

int tl_workflows(tl_book *book, tl_cursor **cursor)
{
    static const char *const sql[] = {
        "SELECT name, en AS title, evidence, second_party, notice_days, (SELECT count(*) FROM move WHERE workflow = name) AS moves, entry "
        "FROM workflow ORDER BY entry IS NOT NULL, entry, name",
        "SELECT name, zh AS title, evidence, second_party, notice_days, (SELECT count(*) FROM move WHERE workflow = name) AS moves, entry "
        "FROM workflow ORDER BY entry IS NOT NULL, entry, name",
    };
    int zh = tl__in_chinese(book);
    return open_by_id(book, "workflow", sql[zh], 0, cursor);
}

int tl_workflow_moves(tl_book *book, const char *name, tl_cursor **cursor)
{
    const tl__parameter parameter = { name, 0 };
    tl__enter(book);
    *cursor = NULL;
    int result = tl__workflow_known(book, name);
    if (result < 0)
        return result;
    if (result == 0) {
        tl__fail_workflow(book, name);
        book->error.result = TL_ENOTFOUND;
        return TL_ENOTFOUND;
    }
    return tl__cursor_open(book,
        "SELECT m.action, m.from_state, m.to_state, m.by, m.needs_note FROM move m JOIN state s ON s.name = m.from_state WHERE m.workflow = ?1 "
        "ORDER BY s.rank, m.to_state IS m.from_state, m.action",
        &parameter, 1, "move", cursor);
}

int tl_summary(tl_book *book, const char *by, int64_t ledger, tl_cursor **cursor)
{
    static const struct {
        const char *by, *all, *one;
    } views[] = {
        { "ledger", "SELECT * FROM ledger_summary", "SELECT * FROM ledger_summary WHERE ledger = (SELECT code FROM ledger WHERE id = ?1)" },
        { "unit", "SELECT * FROM unit_summary",
            "SELECT unit, name, items, led, closed, cancelled, standing, open, open_with_due, overdue, on_time, returned, extended, urged, completion, "
            "on_time_rate, "
            "overdue_rate FROM unit_ledger_summary WHERE ledger = (SELECT code FROM ledger WHERE id = ?1) ORDER BY unit_id" },
        { "state", "SELECT * FROM state_summary", "SELECT * FROM state_summary WHERE ledger = (SELECT code FROM ledger WHERE id = ?1)" },
        { "month", "SELECT * FROM month_summary", "SELECT * FROM month_summary WHERE ledger = (SELECT code FROM ledger WHERE id = ?1)" },
    };
    *cursor = NULL;
    for (size_t i = 0; i < sizeof views / sizeof views[0]; i++) {
        if (by == NULL || strcmp(views[i].by, by) != 0)
            continue;
        return open_by_id(book, "summary", ledger == 0 ? views[i].all : views[i].one, ledger, cursor);
    }
    tl__enter(book);
    return tl__error_set(&book->error, TL_EINVAL, NULL, "statistics are by ledger, unit, state or month, not by '%.100s'", by == NULL ? "" : by);
}
