/* board.c (L3) - the board in rows: a ledger or a unit each, how far it is and its lights, red first. Figures and rates are those of the view statistics;
 * here is what that leaves out: the lights, of what is open. */
#include "cursor.h"
#include "name.h"

#include <string.h>

#define LIGHTS                                                                                                                                                 \
    ", count(*) FILTER (WHERE s.light = 'red') AS red, count(*) FILTER (WHERE s.light = 'yellow') AS yellow, count(*) FILTER (WHERE s.light = 'blue') AS "     \
    "blue, count(*) FILTER (WHERE s.light = 'green') AS green, count(*) FILTER (WHERE s.light = 'grey') AS grey FROM item_status s "                           \
    "WHERE s.state <> 'closed' AND s.state <> 'cancelled'"
#define OF_LEDGER " AND s.ledger = (SELECT code FROM ledger WHERE id = ?1)"
#define FIGURES                                                                                                                                                \
    "coalesce(p.total, 0) AS total, coalesce(p.cancelled, 0) AS cancelled, coalesce(p.closed, 0) AS closed, p.completion, coalesce(p.open, 0) AS open, "       \
    "coalesce(g.red, 0) AS red, coalesce(g.yellow, 0) AS yellow, coalesce(g.blue, 0) AS blue, coalesce(g.green, 0) AS green, coalesce(g.grey, 0) AS grey, "    \
    "coalesce(p.overdue, 0) AS overdue "
#define RED_FIRST "ORDER BY red DESC, overdue DESC, yellow DESC, "

/* For all ledgers, and for one: ?1. */
static const char *const of_ledgers[] = {
    "WITH light AS (SELECT s.ledger" LIGHTS " GROUP BY 1) SELECT l.code AS ledger, l.title, " FIGURES
    "FROM ledger l LEFT JOIN (SELECT * FROM statistics WHERE \"by\" = 'ledger') p ON p.ledger_id = l.id LEFT JOIN light g ON g.ledger = l.code " RED_FIRST
    "l.id",
    "WITH light AS (SELECT s.ledger" LIGHTS OF_LEDGER " GROUP BY 1) SELECT l.code AS ledger, l.title, " FIGURES
    "FROM ledger l LEFT JOIN (SELECT * FROM statistics WHERE \"by\" = 'ledger' AND ledger_id = ?1) p ON 1 LEFT JOIN light g ON 1 WHERE l.id = ?1",
};
static const char *const of_units[] = {
    "WITH light AS (SELECT s.lead" LIGHTS " GROUP BY 1) SELECT p.unit, p.name, " FIGURES
    "FROM (SELECT * FROM statistics WHERE \"by\" = 'unit' AND ledger_id IS NULL) p LEFT JOIN light g ON g.lead IS p.unit " RED_FIRST
    "p.unit_id IS NULL, p.unit_id",
    "WITH light AS (SELECT s.lead" LIGHTS OF_LEDGER " GROUP BY 1) SELECT p.unit, p.name, " FIGURES
    "FROM (SELECT * FROM statistics WHERE \"by\" = 'unit' AND ledger_id = ?1) p LEFT JOIN light g ON g.lead IS p.unit " RED_FIRST
    "p.unit_id IS NULL, p.unit_id",
};

int tl_board(tl_book *book, const char *by, int64_t ledger, tl_cursor **cursor)
{
    static const char *const words[] = { "ledger", "unit" };
    const tl__parameter parameter = { NULL, ledger };
    const char *given = by == NULL ? "ledger" : by;
    tl__enter(book);
    *cursor = NULL;
    if (strcmp(given, "ledger") != 0 && strcmp(given, "unit") != 0) {
        const char *nearest = tl_nearest(given, words, 2);
        if (nearest == NULL)
            return tl__error_set(&book->error, TL_EINVAL, NULL, "the board is by ledger or unit, not by '%.100s'", given);
        return tl__error_set(&book->error, TL_EINVAL, NULL, "the board is by ledger or unit, not by '%.100s'; did you mean '%s'?", given, nearest);
    }
    int result = tl__check_ledger(book, ledger);
    if (result != TL_OK)
        return result;
    const char *const *sql = strcmp(given, "unit") == 0 ? of_units : of_ledgers;
    return tl__cursor_open(book, sql[ledger != 0], &parameter, ledger != 0, "summary", cursor);
}
