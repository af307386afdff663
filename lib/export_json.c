/* export_json.c (L4) - items whole as one JSON array, each as tl_item_json gives it. */
#include "export.h"

static int write_item(tl__export *to, int64_t item, const char *between)
{
    char *text = NULL;
    int result = tl_item_json(to->book, item, &text);
    if (result == TL_OK) {
        tl__export_text(to, between);
        tl__export_text(to, text);
    }
    tl_free(text);
    return result;
}

static int write_items(tl__export *to, tl_cursor *cursor)
{
    const char *between = "[";
    int result;
    while ((result = tl__export_next(to, cursor)) == TL_ROW) {
        result = write_item(to, tl_column_int(cursor, 0), between);
        if (result != TL_OK)
            return result;
        between = ",\n ";
    }
    if (result == TL_DONE)
        tl__export_text(to, *between == '[' ? "[]\n" : "]\n");
    return result == TL_DONE ? TL_OK : result;
}

int tl__export_json(tl__export *to)
{
    static const char *const items[] = { "SELECT id FROM item ORDER BY ledger, no_order", "SELECT id FROM item WHERE ledger = ?1 ORDER BY no_order" };
    const tl__parameter ledger = { NULL, to->options.ledger };
    tl_cursor *cursor = NULL;
    int result = tl__cursor_open(to->book, items[ledger.id != 0], &ledger, ledger.id != 0, "item", &cursor);
    if (result == TL_OK)
        result = write_items(to, cursor);
    tl_cursor_close(cursor);
    return result;
}
