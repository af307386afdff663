/* life.h - a small life of a book in steps, for the programs that make the n-th allocation or write fail. Each step is a call, or a few that
 * belong together, whose outcome is known. life_round.h plays them. */
#ifndef TEST_LIFE_H
#define TEST_LIFE_H

#include "life_export.h"
#include "taskledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct life {
    char folder[200], path[240], copy[240], file[240], table[240], calendar[240], dossier[240];
    tl_book *book;
    int64_t north, south, ledger, other, item, series;
    char findings[1000]; /* of the last verify */
} life;

static int counted(life *l, const char *note, const char *request)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = l->item;
    posting.action = "comment";
    posting.note = note;
    posting.request = request;
    return tl_post(l->book, &posting, NULL);
}

static int step_open(life *l)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_CREATE | TL_OPEN_GIVEN_CLOCK;
    options.actor = "wang";
    options.today = "2023-03-01";
    options.utc_offset = "+08:00";
    options.title = "a life";
    return tl_open(l->path, &options, &l->book);
}

static int step_north(life *l)
{
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    spec.code = "north";
    spec.name = "北街道";
    return tl_unit_add(l->book, &spec, &l->north);
}

static int step_south(life *l)
{
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    spec.code = "south";
    spec.name = "South Office";
    return tl_unit_add(l->book, &spec, &l->south);
}

static int step_ledger(life *l)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = "tasks";
    spec.title = "Tasks";
    spec.template_name = "tasks";
    return tl_ledger_add(l->book, &spec, &l->ledger);
}

static int step_field(life *l)
{
    tl_field_spec spec = TL_FIELD_SPEC_INIT;
    spec.code = "street";
    spec.title = "Street";
    return tl_field_add(l->book, l->ledger, &spec);
}

static int step_item(life *l)
{
    const tl_assignment_spec assignments[] = { { l->north, "lead", "Wu" }, { l->south, "support", NULL } };
    const tl_value_spec values[] = { { "Street", "Main St" } };
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = l->ledger;
    spec.title = "mend the bridge";
    spec.due = "2023-06-30";
    spec.assignments = assignments;
    spec.assignment_count = 2;
    spec.values = values;
    spec.value_count = 1;
    return tl_item_add(l->book, &spec, &l->item);
}

static int step_dispatch(life *l)
{
    return tl_dispatch(l->book, l->item, NULL);
}

static int step_acknowledge(life *l)
{
    return tl_acknowledge(l->book, l->item, l->north);
}

static int step_report(life *l)
{
    const char *const files[] = { l->file };
    const tl_value_spec set[] = { { "street", "Side St" } };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = l->item;
    posting.action = "report";
    posting.unit = l->north;
    posting.note = "half done";
    posting.percent = "50";
    posting.files = files;
    posting.file_count = 1;
    posting.set = set;
    posting.set_count = 1;
    return tl_post(l->book, &posting, NULL);
}

static int step_appoint(life *l)
{
    return tl_unit_appoint(l->book, l->north, "Zhou", "decree 7");
}

static int step_other_ledger(life *l)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = "actions";
    spec.title = "Ten actions";
    spec.template_name = "tasks";
    return tl_ledger_add(l->book, &spec, &l->other);
}

static int step_enlist(life *l)
{
    return tl_enlist(l->book, l->item, l->other, NULL);
}

static int step_delist(life *l)
{
    return tl_delist(l->book, l->item, l->other);
}

/* Half of it is done, and all but ten days of the time have gone. */
static int step_warn(life *l)
{
    int64_t count = 0;
    int result = tl_set_today(l->book, "2023-06-20");
    if (result == TL_OK)
        result = tl_warn(l->book, l->ledger, &count);
    return result == TL_OK && count != 1 ? TL_EMISUSE : result;
}

static int step_request(life *l)
{
    return counted(l, "with a request id", "r-1");
}

static int step_transaction(life *l)
{
    int result = tl_begin(l->book);
    if (result != TL_OK)
        return result;
    result = counted(l, "first of two", NULL);
    if (result == TL_OK)
        result = tl_begin(l->book);
    if (result == TL_OK) {
        result = counted(l, "undone", NULL);
        int undone = tl_rollback(l->book);
        result = result != TL_OK ? result : undone;
    }
    if (result == TL_OK)
        result = counted(l, "second of two", NULL);
    if (result == TL_OK)
        return tl_commit(l->book);
    tl_rollback(l->book);
    return result;
}

static int step_request_close(life *l)
{
    return tl_request_close(l->book, l->item, "done");
}

static int step_close(life *l)
{
    return tl_close_out(l->book, l->item, NULL);
}

/* What is refused is refused as always, or the fault is told. */
static int step_refusals(life *l)
{
    int64_t id;
    int result = tl_dispatch(l->book, l->item, NULL);
    if (result != TL_ERULE)
        return result == TL_OK ? TL_EMISUSE : result;
    result = tl_unit_find(l->book, "noth", &id);
    if (result != TL_ENOTFOUND)
        return result == TL_OK ? TL_EMISUSE : result;
    result = tl_item_find(l->book, "tasks/11", &id);
    return result == TL_ENOTFOUND ? TL_OK : result == TL_OK ? TL_EMISUSE : result;
}

/* Reads all rows, as text and as words. *cursor is looked at after the call that opens it. */
static int read_rows(int result, tl_cursor **opened)
{
    tl_cursor *cursor = *opened;
    *opened = NULL;
    while (result == TL_OK) {
        int next = tl_next(cursor);
        if (next != TL_ROW) {
            result = next;
            break;
        }
        for (int i = 0; i < tl_column_count(cursor); i++) {
            tl_column_word(cursor, i);
            tl_column_label(cursor, i);
        }
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int step_lists(life *l)
{
    tl_cursor *cursor = NULL;
    tl_item_query query = TL_ITEM_QUERY_INIT;
    query.ledger = l->ledger;
    query.unit = l->north;
    query.text = "bridge";
    int result = tl_set_today(l->book, "2023-05-01");
    if (result == TL_OK)
        result = tl_items(l->book, &query, &cursor);
    result = read_rows(result, &cursor);
    if (result == TL_OK)
        result = read_rows(tl_entries(l->book, NULL, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_warnings(l->book, NULL, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_escalations(l->book, l->ledger, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_warnings_due(l->book, l->ledger, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_values(l->book, l->item, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_summary(l->book, "unit", 0, &cursor), &cursor);
    return result != TL_OK ? result : read_rows(tl_table(l->book, l->ledger, &cursor), &cursor);
}

static int step_listings(life *l)
{
    int64_t item = 0;
    tl_cursor *cursor = NULL;
    tl_progress progress = TL_PROGRESS_INIT;
    int result = tl_item_find(l->book, "actions/1", &item);
    if (result == TL_OK)
        result = read_rows(tl_listings(l->book, l->other, item, &cursor), &cursor);
    if (result == TL_OK)
        result = read_rows(tl_unit_holders(l->book, l->north, &cursor), &cursor);
    return result != TL_OK ? result : tl_item_progress(l->book, item, &progress);
}

static int step_copies(life *l)
{
    tl_item *item = NULL;
    tl_info info = TL_INFO_INIT;
    char *line = NULL;
    int changed = 0;
    int result = tl_item_get(l->book, l->item, &item);
    if (result == TL_OK && strcmp(item->state, "closed") != 0)
        result = TL_EMISUSE;
    tl_free(item);
    if (result == TL_OK)
        result = tl_book_info(l->book, &info);
    if (result == TL_OK)
        result = tl_changed(l->book, &changed);
    if (result == TL_OK && !changed)
        result = TL_EMISUSE;
    if (result == TL_OK)
        result = tl_checkpoint(l->book, &line);
    tl_free(line);
    return result;
}

static int step_json(life *l)
{
    char *copy = NULL;
    int result = tl_item_json(l->book, l->item, &copy);
    tl_free(copy);
    return result != TL_OK ? result : tl_post_json(l->book, "{\"item\":\"tasks/1\",\"action\":\"comment\",\"note\":\"by JSON\"}", NULL);
}

static int step_import(life *l)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    options.path = l->table;
    options.ledger = l->ledger;
    return tl_import_csv(l->book, &options, NULL);
}

static int step_calendar(life *l)
{
    tl_calendar_import_options options = TL_CALENDAR_IMPORT_OPTIONS_INIT;
    options.path = l->calendar;
    options.source = "a document";
    return tl_calendar_import(l->book, &options, NULL);
}

/* A due date in words, over a holiday and a year end. */
static int step_due(life *l)
{
    tl_due due = TL_DUE_INIT;
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = l->ledger;
    spec.title = "due in words";
    spec.due = "300个工作日内";
    int result = tl_due_parse(l->book, spec.due, l->ledger, &due);
    return result != TL_OK ? result : tl_item_add(l->book, &spec, NULL);
}

static int step_series(life *l)
{
    tl_series_spec spec = TL_SERIES_SPEC_INIT;
    spec.ledger = l->other;
    spec.code = "check";
    spec.title = "monthly check";
    spec.cycle = "monthly";
    spec.day = "31";
    spec.from = "2023-04";
    spec.adjust = "before";
    spec.lead = l->south;
    return tl_series_add(l->book, &spec, &l->series);
}

static int step_series_run(life *l)
{
    int64_t count = 0;
    int result = tl_series_run(l->book, "6月底前", 0, &count);
    return result == TL_OK && count != 3 ? TL_EMISUSE : result;
}

static int step_series_read(life *l)
{
    int64_t found = 0;
    tl_cursor *cursor = NULL;
    int result = tl_series_find(l->book, "chick", &found);
    if (result != TL_ENOTFOUND)
        return result == TL_OK ? TL_EMISUSE : result;
    result = tl_series_run(l->book, "2033-01-01", l->series, NULL);
    if (result != TL_ERULE)
        return result == TL_OK ? TL_EMISUSE : result;
    result = tl_series_find(l->book, "check", &found);
    if (result == TL_OK)
        result = read_rows(tl_series(l->book, 0, &cursor), &cursor);
    return result != TL_OK ? result : read_rows(tl_series_periods(l->book, found, &cursor), &cursor);
}

static int step_series_end(life *l)
{
    return tl_series_end(l->book, l->series, "2023-12", "as ordered");
}

/* By the index, and without. */
static int step_search(life *l)
{
    tl_search_query query = TL_SEARCH_QUERY_INIT;
    tl_cursor *cursor = NULL;
    int64_t count = 0, indexed = 0;
    query.text = "BRIDGE mend";
    int result = tl_search_count(l->book, &query, &count);
    if (result == TL_OK)
        result = tl_search_index(l->book, TL_SEARCH_REBUILD);
    if (result == TL_OK)
        result = tl_search_count(l->book, &query, &indexed);
    if (result == TL_OK)
        result = read_rows(tl_search(l->book, &query, &cursor), &cursor);
    return result == TL_OK && (count != 1 || indexed != 1) ? TL_EMISUSE : result;
}

static int step_past(life *l)
{
    tl_book *past = NULL;
    int64_t item;
    int result = tl_book_as_of(l->book, "2023-03-01", &past);
    if (result == TL_OK)
        result = tl_item_find(past, "tasks/1", &item);
    tl_close(past);
    return result;
}

static int note_finding(const tl_finding *finding, void *arg)
{
    life *l = arg;
    snprintf(l->findings, sizeof l->findings, "%s, %s: %s", finding->rule, finding->place, finding->message);
    return 0;
}

static int step_verify(life *l)
{
    l->findings[0] = '\0';
    return tl_verify(l->book, NULL, note_finding, l);
}

static int step_backup(life *l)
{
    return tl_backup(l->book, l->copy);
}

static int step_tables(life *l)
{
    return export_tables(l->book);
}

static int step_items(life *l)
{
    return export_items(l->book);
}

static int step_page(life *l)
{
    return export_page(l->book);
}

static int step_journal(life *l)
{
    return export_journal(l->book);
}

/* The journal is that of the step before. */
static int step_restore(life *l)
{
    return restore_at(l->copy);
}

static int step_dossier(life *l)
{
    return dossier_at(l->book, l->item, l->dossier);
}

static const struct {
    const char *name;
    int (*run)(life *l);
    int sparse; /* 1: it is long, and reads what others have written: fewer faults */
} steps[] = {
    { "open", step_open, 0 },
    { "unit", step_north, 0 },
    { "unit 2", step_south, 0 },
    { "ledger", step_ledger, 0 },
    { "field", step_field, 0 },
    { "item", step_item, 0 },
    { "dispatch", step_dispatch, 0 },
    { "acknowledge", step_acknowledge, 0 },
    { "report", step_report, 0 },
    { "appoint", step_appoint, 0 },
    { "ledger 2", step_other_ledger, 0 },
    { "enlist", step_enlist, 0 },
    { "listings", step_listings, 0 },
    { "delist", step_delist, 0 },
    { "warn", step_warn, 0 },
    { "request", step_request, 0 },
    { "transaction", step_transaction, 0 },
    { "request_close", step_request_close, 0 },
    { "close", step_close, 0 },
    { "refusals", step_refusals, 0 },
    { "lists", step_lists, 0 },
    { "copies", step_copies, 0 },
    { "json", step_json, 0 },
    { "tables", step_tables, 1 },
    { "items", step_items, 1 },
    { "page", step_page, 1 },
    { "journal", step_journal, 1 },
    { "restore", step_restore, 1 },
    { "dossier", step_dossier, 1 },
    { "import", step_import, 0 },
    { "calendar", step_calendar, 0 },
    { "due", step_due, 0 },
    { "series", step_series, 0 },
    { "series run", step_series_run, 0 },
    { "series read", step_series_read, 0 },
    { "series end", step_series_end, 0 },
    { "search", step_search, 0 },
    { "past", step_past, 0 },
    { "verify", step_verify, 0 },
    { "backup", step_backup, 0 },
};
enum { STEPS = sizeof steps / sizeof steps[0] };

#endif
