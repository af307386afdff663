/* life.h - a small life of a book in steps, for the programs that make the n-th allocation or write fail. Each step is a call, or a few that
 * belong together, whose outcome is known. A round takes the book as it was before a step, opens it, and runs that step with a fault in it. */
#ifndef TEST_LIFE_H
#define TEST_LIFE_H

#include "taskledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct life {
    char folder[200], path[240], copy[240], file[240], table[240], calendar[240];
    tl_book *book;
    int64_t north, south, ledger, other, item;
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

static const struct {
    const char *name;
    int (*run)(life *l);
} steps[] = {
    { "open", step_open },
    { "unit", step_north },
    { "unit 2", step_south },
    { "ledger", step_ledger },
    { "field", step_field },
    { "item", step_item },
    { "dispatch", step_dispatch },
    { "acknowledge", step_acknowledge },
    { "report", step_report },
    { "appoint", step_appoint },
    { "ledger 2", step_other_ledger },
    { "enlist", step_enlist },
    { "listings", step_listings },
    { "delist", step_delist },
    { "warn", step_warn },
    { "request", step_request },
    { "transaction", step_transaction },
    { "request_close", step_request_close },
    { "close", step_close },
    { "refusals", step_refusals },
    { "lists", step_lists },
    { "copies", step_copies },
    { "json", step_json },
    { "import", step_import },
    { "calendar", step_calendar },
    { "due", step_due },
    { "past", step_past },
    { "verify", step_verify },
    { "backup", step_backup },
};
enum { STEPS = sizeof steps / sizeof steps[0] };

/* The number of the last entry after each step of a life without faults. */
static int64_t golden[STEPS];

static int64_t last_entry(tl_book *book)
{
    tl_info info = TL_INFO_INIT;
    return book != NULL && tl_book_info(book, &info) == TL_OK ? info.entries : -1;
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0) {
        printf("%s can't be written\n", path);
        exit(1);
    }
}

static void remove_book(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".part", ".part-journal", ".part-wal" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char name[300];
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

/* The book as it was after a step: a file of its own. */
static const char *state_path(const life *l, size_t step)
{
    static char path[260];
    snprintf(path, sizeof path, "%s/state%zu.db", l->folder, step);
    return path;
}

static void copy_bytes(const char *from, const char *to)
{
    static char block[65536];
    size_t count;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    while (in != NULL && out != NULL && (count = fread(block, 1, sizeof block, in)) > 0)
        if (fwrite(block, 1, count, out) != count)
            break;
    if (in == NULL || out == NULL || ferror(in) || fclose(out) != 0) {
        printf("%s can't be copied to %s\n", from, to);
        exit(1);
    }
    fclose(in);
}

/* The book as it was before a step, and no copy of it. */
static void begin_round(life *l, size_t step)
{
    remove_book(l->path);
    remove_book(l->copy);
    if (step > 0)
        copy_bytes(state_path(l, step - 1), l->path);
}

static void make_place(life *l)
{
    const char *base = getenv("TMPDIR");
    memset(l, 0, sizeof *l);
    if (base == NULL || *base == '\0')
        base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(l->folder, sizeof l->folder, "%s/taskledger-fault-XXXXXX", base);
    if (mkdtemp(l->folder) == NULL) {
        printf("no folder can be made\n");
        exit(1);
    }
    snprintf(l->path, sizeof l->path, "%s/book.db", l->folder);
    snprintf(l->copy, sizeof l->copy, "%s/copy.db", l->folder);
    snprintf(l->file, sizeof l->file, "%s/file.txt", l->folder);
    snprintf(l->table, sizeof l->table, "%s/table.csv", l->folder);
    write_text(l->file, "evidence\n");
    snprintf(l->calendar, sizeof l->calendar, "%s/calendar.csv", l->folder);
    write_text(l->calendar, "day,kind,name\n2023-10-01,休,国庆节\n2023-10-08,班,\n");
    write_text(l->table, "no,title,lead\n21,first row,north\n22,第二行,South Office\n");
}

static void remove_place(life *l)
{
    begin_round(l, 0);
    for (size_t i = 0; i < STEPS; i++)
        unlink(state_path(l, i));
    unlink(l->file);
    unlink(l->table);
    unlink(l->calendar);
    rmdir(l->folder);
}

/* The life without faults: it must succeed, and leaves the book as it was after each step. */
static int live_golden(life *l)
{
    begin_round(l, 0);
    for (size_t i = 0; i < STEPS; i++) {
        int result = i == 0 ? TL_OK : step_open(l);
        if (result == TL_OK)
            result = steps[i].run(l);
        if (result != TL_OK) {
            printf("not ok: %s without a fault is %s: %s %s\n", steps[i].name, tl_result_name(result), tl_errmsg(l->book), l->findings);
            return 0;
        }
        golden[i] = last_entry(l->book);
        tl_close(l->book);
        l->book = NULL;
        copy_bytes(l->path, state_path(l, i));
    }
    return golden[STEPS - 1] > 15;
}

/* After a fault in a step: the book opens and verifies, has every entry of the steps before, and of the failed one nothing; all of it when it
 * succeeded, or where a commit may have taken place all the same. Returns NULL, or what is wrong. */
static const char *look_after(life *l, size_t step, int result, int all_allowed)
{
    static char wrong[800];
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    tl_book *book = NULL;
    int64_t before = step == 0 ? 0 : golden[step - 1];
    const char *found = NULL;
    options.flags = step == 0 ? TL_OPEN_CREATE : 0;
    int is = tl_open(l->path, &options, &book);
    int64_t last = last_entry(book);
    l->findings[0] = '\0';
    if (is == TL_OK)
        is = tl_verify(book, NULL, note_finding, l);
    if (is != TL_OK) {
        snprintf(wrong, sizeof wrong, "the book afterwards: %s: %s %.300s", tl_result_name(is), tl_errmsg(book), l->findings);
        found = wrong;
    } else if (step > 0 && last != (result == TL_OK ? golden[step] : before) && !(all_allowed && last == golden[step])) {
        snprintf(wrong, sizeof wrong, "%lld entries are there, %lld were before", (long long)last, (long long)before);
        found = wrong;
    }
    tl_close(book);
    return found;
}

#endif
