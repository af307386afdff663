/* scorecard.c (L3) - reading the scorecard of units and the deductions behind it. What is deducted, and how many points, is said by the views of the book. */
#include "cursor.h"
#include "name.h"

/* Of one unit the items come from the index of its assignments; of all units every item is read. */
static const char of_all[] = "SELECT d.* FROM deduction d JOIN item o ON o.id = d.item WHERE ?1 = 0 AND (?2 = 0 OR d.ledger_id = ?2) "
                             "ORDER BY d.unit_id, o.ledger, o.no_order, d.reason";
static const char of_unit[] = "SELECT d.* FROM assignment a CROSS JOIN deduction d ON d.item = a.item AND d.unit_id = a.unit JOIN item o ON o.id = d.item "
                              "WHERE a.unit = ?1 AND a.role = 'lead' AND a.ended_at IS NULL AND (?2 = 0 OR d.ledger_id = ?2) "
                              "ORDER BY o.ledger, o.no_order, d.reason";

int tl_scorecard(tl_book *book, int64_t ledger, tl_cursor **cursor)
{
    const tl__parameter parameter = { NULL, ledger };
    tl__enter(book);
    *cursor = NULL;
    int result = tl__check_ledger(book, ledger);
    if (result != TL_OK)
        return result;
    return tl__cursor_open(
        book, "SELECT * FROM scorecard WHERE ledger_id IS nullif(?1, 0) ORDER BY score, points DESC, unit_id", &parameter, 1, "scorecard", cursor);
}

int tl_deductions(tl_book *book, int64_t unit, int64_t ledger, tl_cursor **cursor)
{
    const tl__parameter parameters[] = { { NULL, unit }, { NULL, ledger } };
    tl__enter(book);
    *cursor = NULL;
    int result = tl__check_unit(book, unit);
    if (result == TL_OK)
        result = tl__check_ledger(book, ledger);
    if (result != TL_OK)
        return result;
    return tl__cursor_open(book, unit == 0 ? of_all : of_unit, parameters, 2, "deduction", cursor);
}
