/* export_json.c (L4) - items whole as one JSON array, each as tl_item_json gives it. */
#include "export.h"
#include "json.h"

static int write_items(tl__export *to, tl_cursor *cursor, tl__item_reader *reader)
{
    tl_item item = TL_ITEM_INIT;
    const char *between = "[";
    int result;
    while ((result = tl__export_next(to, cursor)) == TL_ROW) {
        char *text = NULL;
        tl_cursor_item(cursor, &item);
        result = tl__item_read(to->book, reader, item.item, &text);
        if (result == TL_OK) {
            tl__export_text(to, between);
            tl__export_text(to, text);
        }
        tl_free(text);
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
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl__item_reader reader = { 0 };
    tl_cursor *cursor = NULL;
    query.ledger = to->options.ledger;
    int result = tl_items(to->book, &query, &cursor);
    if (result == TL_OK)
        result = write_items(to, cursor, &reader);
    tl__item_reader_close(&reader);
    tl_cursor_close(cursor);
    return result;
}
