/* hello.c - the shortest useful program: a unit, a ledger, an item given out to its lead unit, and the list of what is open.
 *
 *     hello [BOOK]      BOOK is the file, else hello.db; it is made where there is none.
 *
 * Run it twice: the unit and the ledger bear request ids, so they are added once; the item is added each time. */
#include <stdio.h>
#include <taskledger.h>

static int give_out(tl_book *book)
{
    tl_unit_spec unit = { .size = sizeof unit, .code = "js", .name = "区建设局", .request = "hello: unit" };
    tl_ledger_spec ledger = { .size = sizeof ledger, .code = "tasks", .title = "重点任务", .template_name = "tasks", .request = "hello: ledger" };
    tl_assignment_spec lead = { .role = "lead" };
    tl_item_spec spec = { .size = sizeof spec, .title = "打通断头路三条", .due = "2030-06-30", .assignments = &lead, .assignment_count = 1 };
    int64_t item;
    int result = tl_unit_add(book, &unit, &lead.unit);
    if (result == TL_OK)
        result = tl_ledger_add(book, &ledger, &spec.ledger);
    if (result == TL_OK)
        result = tl_item_add(book, &spec, &item);
    return result == TL_OK ? tl_dispatch(book, item, NULL) : result;
}

static int print_open(tl_book *book)
{
    tl_item_query query = { .size = sizeof query, .state = "open" };
    tl_item item = TL_ITEM_INIT;
    tl_cursor *cursor;
    int result = tl_items(book, &query, &cursor);
    while (result == TL_OK && (result = tl_next(cursor)) == TL_ROW) {
        result = tl_cursor_item(cursor, &item);
        printf("%s  %s  %s  %s  %s\n", item.ref, item.title, item.lead, tl_label(book, "state", item.state), item.due);
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

int main(int argc, char **argv)
{
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_CREATE, .actor = "hello", .lang = "zh" };
    tl_book *book;
    int result = tl_open(argc > 1 ? argv[1] : "hello.db", &options, &book);
    if (result == TL_OK)
        result = give_out(book);
    if (result == TL_OK)
        result = print_open(book);
    if (result != TL_OK)
        fprintf(stderr, "hello: %s\n", book != NULL ? tl_errmsg(book) : tl_result_text(result));
    tl_close(book);
    return result == TL_OK ? 0 : 1;
}
