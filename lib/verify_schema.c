/* verify_schema.c (L3) - the book's schema and fixed rows against the embedded ones; its present against the journal, replayed. */
#include "compare.h"

#include <string.h>

static int compare_all(tl__verification *check, const tl__comparison *comparisons, size_t count)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < count; i++)
        result = tl__compare(check, &comparisons[i]);
    return result;
}

int tl__verify_schema(tl__verification *check)
{
    static const char library[] = "this library's schema";
    static const tl__comparison comparisons[] = {
        /* What SQLite makes for itself is passed over: indexes without SQL, and its own tables. */
        { "SELECT type, name, sql FROM main.sqlite_schema WHERE NOT (type = 'index' AND sql IS NULL) "
          "AND NOT (type = 'table' AND (name = 'sqlite_sequence' OR name GLOB 'sqlite_stat[0-9]')) ORDER BY 1, 2",
            2, "schema", "schema", library, 1 },
        { "SELECT * FROM main.state ORDER BY name", 1, "schema", "state", library, 0 },
        { "SELECT * FROM main.action ORDER BY name", 1, "schema", "action", library, 0 },
        { "SELECT * FROM main.workflow WHERE entry IS NULL ORDER BY name", 1, "schema", "workflow", library, 0 },
        { "SELECT * FROM main.move WHERE entry IS NULL ORDER BY workflow, action, from_state", 3, "schema", "move", library, 0 },
        { "SELECT * FROM main.policy ORDER BY name", 1, "schema", "policy", library, 0 },
        { "SELECT * FROM main.template ORDER BY name", 1, "schema", "template", library, 0 },
        { "SELECT * FROM main.template_policy ORDER BY template, name", 2, "schema", "template_policy", library, 0 },
        { "SELECT * FROM main.template_field ORDER BY template, rank", 2, "schema", "template_field", library, 0 },
        { "SELECT * FROM main.template_column ORDER BY template, rank", 2, "schema", "template_column", library, 0 },
        { "SELECT * FROM main.label ORDER BY kind, name", 2, "schema", "label", library, 0 },
        { "SELECT * FROM main.rule ORDER BY name", 1, "schema", "rule", library, 0 },
        { "SELECT * FROM main.synonym WHERE entry IS NULL ORDER BY heading", 1, "schema", "synonym", library, 0 },
    };
    int result = TL_OK;
    if (check->book->older != NULL)
        return tl__found(check, 0, "schema", "format", 0,
            "the book is of the older format %d, whose rules can't be compared with this library's (%d): open it, or a copy, once for writing and verify again",
            check->book->format, TL_FORMAT);
    if (check->book->format > TL_FORMAT)
        result = tl__found(check, 1, "schema", "format", 0, "the book says it is of format %d; this library makes %d", check->book->format, TL_FORMAT);
    return result != TL_OK ? result : compare_all(check, comparisons, sizeof comparisons / sizeof comparisons[0]);
}

int tl__verify_rebuilt(tl__verification *check)
{
    static const char journal[] = "the journal";
    static const tl__comparison comparisons[] = {
        { "SELECT * FROM main.book ORDER BY id", 1, "rebuild", "book", journal, 0 },
        { "SELECT * FROM main.workflow WHERE entry IS NOT NULL ORDER BY name", 1, "rebuild", "workflow", journal, 0 },
        { "SELECT * FROM main.move WHERE entry IS NOT NULL ORDER BY workflow, action, from_state", 3, "rebuild", "move", journal, 0 },
        { "SELECT * FROM main.calendar ORDER BY day", 1, "rebuild", "calendar", journal, 0 },
        { "SELECT * FROM main.synonym WHERE entry IS NOT NULL ORDER BY heading", 1, "rebuild", "synonym", journal, 0 },
        { "SELECT * FROM main.upgrade ORDER BY format", 1, "rebuild", "upgrade", journal, 0 },
        { "SELECT * FROM main.unit ORDER BY id", 1, "rebuild", "unit", journal, 0 },
        { "SELECT * FROM main.ledger ORDER BY id", 1, "rebuild", "ledger", journal, 0 },
        { "SELECT * FROM main.field ORDER BY ledger, code", 2, "rebuild", "field", journal, 0 },
        { "SELECT * FROM main.item ORDER BY id", 1, "rebuild", "item", journal, 0 },
        { "SELECT * FROM main.assignment ORDER BY item, unit", 2, "rebuild", "assignment", journal, 0 },
        { "SELECT * FROM main.evidence ORDER BY id", 1, "rebuild", "evidence", journal, 0 },
        { "SELECT * FROM main.value ORDER BY item, field", 2, "rebuild", "value", journal, 0 },
        { "SELECT * FROM main.listing ORDER BY ledger, item", 2, "rebuild", "listing", journal, 0 },
        { "SELECT * FROM main.series ORDER BY id", 1, "rebuild", "series", journal, 0 },
        { "SELECT * FROM main.datum ORDER BY code", 1, "rebuild", "datum", journal, 0 },
        { "SELECT * FROM main.ledger_datum ORDER BY ledger, datum", 2, "rebuild", "ledger_datum", journal, 0 },
        { "SELECT * FROM main.datum_value ORDER BY datum, unit, period", 3, "rebuild", "datum_value", journal, 0 },
        { "SELECT * FROM main.tally ORDER BY month, ledger, unit", 3, "rebuild", "tally", journal, 0 },
        { "SELECT * FROM main.tally_day", 1, "rebuild", "tally_day", journal, 0 },
        { "SELECT * FROM main.warning ORDER BY item, level, due", 3, "rebuild", "warning", journal, 0 },
    };
    tl_book *book = check->book;
    int64_t seq = 0;
    if (book->older != NULL)
        return TL_OK; /* said by tl__verify_schema */
    if (sqlite3_exec(check->scratch, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        return tl__fail_memory(book);
    if (tl__replay(book, check->db, "entry", check->scratch, NULL, NULL, &seq) != TL_OK) {
        tl__error refused = book->error;
        tl__error_clear(&book->error);
        if (refused.result == TL_ENOMEM || refused.result == TL_ESTOP || refused.result == TL_EIO || refused.result == TL_EBUSY) {
            book->error = refused;
            return refused.result;
        }
        return tl__found(check, 0, refused.rule[0] != '\0' ? refused.rule : "rebuild", "entry", seq, "%s", refused.message);
    }
    return compare_all(check, comparisons, sizeof comparisons / sizeof comparisons[0]);
}
