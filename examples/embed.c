/* embed.c - the library inside a bigger program: two books at once, a transaction of one's own, a cursor, a refusal, JSON, verifying.
 *
 *     embed FOLDER      makes district.db and street.db in FOLDER.
 *
 * A district gives a task to a street, which keeps it under the same uid in a book of its own. The books take a given clock and fixed uids,
 * so that every run prints the same. Whatever fails ends in one line: see need(). */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <taskledger.h>

/* Checks a call: what was not to fail ends the program, with the words of the book. */
static void need(tl_book *book, int result)
{
    if (result == TL_OK)
        return;
    fprintf(stderr, "embed: %s: %s\n", tl_result_name(result), book != NULL ? tl_errmsg(book) : tl_result_text(result));
    exit(1);
}

/* The clock that both books are given: main() moves it on. */
static int64_t given_time(void *now)
{
    return *(int64_t *)now;
}

static tl_book *make_book(const char *folder, const char *name, const char *uid, int64_t *now)
{
    char path[1000];
    tl_book *book;
    tl_open_options options = { .size = sizeof options, .flags = TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK, .actor = "小张", .title = name, .uid = uid };
    options.utc_offset = "+08:00";
    options.clock = given_time;
    options.clock_arg = now;
    snprintf(path, sizeof path, "%s/%s.db", folder, name);
    int result = tl_open(path, &options, &book);
    need(book, result);
    return book;
}

/* A ledger, and the unit that leads its items. */
static void set_up(tl_book *book, const char *template_name, const char *code, const char *name, int64_t *ledger, int64_t *unit)
{
    tl_unit_spec unit_spec = { .size = sizeof unit_spec, .code = code, .name = name };
    tl_ledger_spec ledger_spec = { .size = sizeof ledger_spec, .code = "t", .title = "重点任务", .template_name = template_name };
    need(book, tl_unit_add(book, &unit_spec, unit));
    need(book, tl_ledger_add(book, &ledger_spec, ledger));
}

static int64_t add_item(tl_book *book, int64_t ledger, int64_t lead, const char *title, const char *uid)
{
    int64_t item;
    tl_assignment_spec assignment = { .unit = lead, .role = "lead" };
    tl_item_spec spec = { .size = sizeof spec, .ledger = ledger, .title = title, .due = "2023-06-30", .uid = uid };
    spec.assignments = &assignment;
    spec.assignment_count = 1;
    need(book, tl_item_add(book, &spec, &item));
    return item;
}

/* Three tasks in one transaction: all of them become durable together. The one added inside is rolled back on its own. */
static void add_tasks(tl_book *book, int64_t ledger, int64_t lead)
{
    need(book, tl_begin(book));
    need(book, tl_dispatch(book, add_item(book, ledger, lead, "整治背街小巷", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1"), NULL));
    need(book, tl_begin(book));
    add_item(book, ledger, lead, "写错了的一项", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2");
    need(book, tl_rollback(book));
    need(book, tl_dispatch(book, add_item(book, ledger, lead, "加装电梯十部", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa3"), NULL));
    need(book, tl_commit(book));
}

/* Reads one book with a cursor while writing the other: the street registers what the district has given out. */
static void hand_down(tl_book *district, tl_book *street, int64_t ledger, int64_t lead)
{
    tl_item_query query = { .size = sizeof query, .state = "dispatched" };
    tl_item item = TL_ITEM_INIT;
    tl_cursor *cursor;
    int result;
    need(district, tl_items(district, &query, &cursor));
    while ((result = tl_next(cursor)) == TL_ROW) {
        need(district, tl_cursor_item(cursor, &item));
        printf("%s %s, due %s: given to %s\n", item.ref, item.title, item.due, item.lead);
        add_item(street, ledger, lead, item.title, item.uid);
    }
    need(district, result == TL_DONE ? TL_OK : result);
    tl_cursor_close(cursor);
}

/* A supervised ledger wants evidence, then another person to close: a refusal is a result like any other, with words and a rule. */
static void close_out(tl_book *book, int64_t item)
{
    need(book, tl_acknowledge(book, item, 0));
    need(book, tl_report(book, item, 0, "八部已投入使用", "80"));
    int result = tl_request_close(book, item, "全部完工");
    printf("%s [%s] %s\n", tl_result_name(result), tl_errrule(book), tl_errmsg(book));
    need(book, tl_attach(book, item, "https://example.org/lifts", "验收单"));
    need(book, tl_request_close(book, item, "全部完工"));
    result = tl_close_out(book, item, "已核查");
    printf("%s [%s] %s\n", tl_result_name(result), tl_errrule(book), tl_errmsg(book));
    need(book, tl_set_actor(book, "老李"));
    need(book, tl_close_out(book, item, "已核查"));
}

static int print_finding(const tl_finding *finding, void *count)
{
    printf("%s: %s\n", finding->note ? "note" : "wrong", finding->message);
    ++*(int *)count;
    return 0;
}

static void verify(tl_book *book, const char *name)
{
    char *checkpoint;
    int findings = 0;
    tl_info info = TL_INFO_INIT;
    need(book, tl_checkpoint(book, &checkpoint)); /* a program keeps this line elsewhere, and gives it to tl_verify later */
    need(book, tl_verify(book, checkpoint, print_finding, &findings));
    need(book, tl_book_info(book, &info));
    printf("%s: %" PRId64 " items, %" PRId64 " entries, %d findings\n", name, info.items, info.entries, findings);
    tl_free(checkpoint);
}

int main(int argc, char **argv)
{
    int64_t now = INT64_C(1677632400000); /* 2023-03-01 09:00 in UTC+8 */
    int64_t ledger, unit, item;
    char *json;
    if (argc != 2)
        return fprintf(stderr, "usage: embed FOLDER\n"), 2;
    tl_book *district = make_book(argv[1], "district", "d0000000000000000000000000000000", &now);
    tl_book *street = make_book(argv[1], "street", "50000000000000000000000000000000", &now);
    set_up(district, "dossiers", "xjk", "新街口街道", &ledger, &unit);
    add_tasks(district, ledger, unit);
    set_up(street, "checklist", "cj", "城建科", &ledger, &unit);
    hand_down(district, street, ledger, unit);
    now += INT64_C(90) * 24 * 60 * 60 * 1000; /* ninety days later */
    need(district, tl_item_find(district, "t/2", &item));
    close_out(district, item);
    need(district, tl_item_json(district, item, &json));
    puts(json);
    tl_free(json);
    verify(district, "district");
    verify(street, "street");
    tl_close(district);
    tl_close(street);
    return 0;
}
