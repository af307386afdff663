/* export_json.c (L4) - items whole as one JSON array, each as tl_item_json gives it. */
#include "export.h"

static int write_item(tl__export *to, int64_t item)
{
    char *text = NULL;
    int result = tl_item_json(to->book, item, &text);
    if (result == TL_OK)
        tl__export_text(to, text);
    tl_free(text);
    return result;
}

int tl__export_json(tl__export *to)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor = NULL;
    tl_item item = TL_ITEM_INIT;
    const char *between = "[";
    query.ledger = to->options.ledger;
    int result = tl_items(to->book, &query, &cursor);
    if (result != TL_OK)
        return result;
    while ((result = tl__export_next(to, cursor)) == TL_ROW) {
        tl_cursor_item(cursor, &item);
        tl__export_text(to, between);
        between = ",\n ";
        if ((result = write_item(to, item.item)) != TL_OK)
            break;
    }
    if (result == TL_DONE)
        tl__export_text(to, *between == '[' ? "[]\n" : "]\n");
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}
