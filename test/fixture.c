/* fixture.c - fixtures of the tests: the folder and the book of a test, posts in one line. What reads and compares is in inspect.c. */
#define _XOPEN_SOURCE 700
#include "fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

fixture t;

static char base[150]; /* of all folders, as it is before a test sets TMPDIR for itself: all of them may run in one process */

static int make_folder(char folder[200])
{
    snprintf(folder, 200, "%s/taskledger-XXXXXX", base);
    return mkdtemp(folder) != NULL;
}

void setup_folder(void)
{
    memset(&t, 0, sizeof t);
    ck_assert(make_folder(t.folder));
    snprintf(t.path, sizeof t.path, "%s/book.db", t.folder);
}

tl_open_options options_of(unsigned flags)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = flags;
    options.actor = "wang";
    options.lang = "en";
    options.today = "2023-03-01";
    options.utc_offset = "+08:00";
    options.uid = "0123456789abcdef0123456789abcdef";
    options.title = "test";
    return options;
}

tl_book *open_book(const char *path, unsigned flags)
{
    tl_book *book;
    tl_open_options options = options_of(flags);
    int result = tl_open(path, &options, &book);
    if (result != TL_OK) {
        char words[600];
        snprintf(words, sizeof words, "%s", tl_errmsg(book));
        tl_close(book);
        ck_abort_msg("tl_open %s is %s: %s", path, tl_result_name(result), words);
    }
    return book;
}

/* Models: the first test that begins with a small book keeps it, as it is before the test, for all that follow to copy, which takes a fiftieth of the
 * time. They lie in a folder that is there before the tests, each of which may run in a process of its own. */
static char models[200];

int models_begin(void)
{
    const char *given = getenv("TMPDIR");
    snprintf(base, sizeof base, "%s", given != NULL && *given != '\0' ? given : "/tmp");
    return make_folder(models);
}

static void remove_folder(const char *folder);
void models_end(void)
{
    remove_folder(models);
    models[0] = '\0';
}

static void make_book(void)
{
    setup_folder();
    t.book = open_book(t.path, TL_OPEN_NEW | TL_OPEN_GIVEN_CLOCK);
}

/* The book, and beside it the ids of what is in it. */
static void keep_model(const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s.db", models, name);
    tl_close(t.book);
    t.book = NULL;
    copy_file(t.path, path);
    t.book = open_book(t.path, 0);
    snprintf(path, sizeof path, "%s/%s", models, name);
    FILE *out = fopen(path, "wb");
    ck_assert_ptr_nonnull(out);
    ck_assert_uint_eq(fwrite(&t, sizeof t, 1, out), 1);
    fclose(out);
}

static int copy_model(const char *name)
{
    char path[300];
    fixture kept;
    snprintf(path, sizeof path, "%s/%s", models, name);
    FILE *in = fopen(path, "rb");
    size_t count = in == NULL ? 0 : fread(&kept, sizeof kept, 1, in);
    if (in != NULL)
        fclose(in);
    if (count == 0)
        return 0;
    setup_folder();
    memcpy(kept.folder, t.folder, sizeof t.folder);
    memcpy(kept.path, t.path, sizeof t.path);
    t = kept;
    snprintf(path, sizeof path, "%s/%s.db", models, name);
    copy_file(path, t.path);
    t.book = open_book(t.path, 0);
    return 1;
}

static void setup_model(const char *name, void (*make)(void))
{
    if (copy_model(name))
        return;
    make();
    keep_model(name);
}

void setup_book(void)
{
    setup_model("book", make_book);
}

int64_t add_unit(const char *code, const char *name)
{
    int64_t unit = 0;
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    spec.code = code;
    spec.name = name;
    OK(tl_unit_add(t.book, &spec, &unit));
    return unit;
}

int64_t add_ledger(const char *code, const char *template_name)
{
    int64_t ledger = 0;
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = code;
    spec.title = code;
    spec.template_name = template_name;
    OK(tl_ledger_add(t.book, &spec, &ledger));
    return ledger;
}

int64_t add_item(int64_t ledger, const char *title, const char *due, int64_t lead)
{
    int64_t item = 0;
    const tl_assignment_spec assignment = { lead, "lead", NULL };
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = ledger;
    spec.title = title;
    spec.due = due;
    spec.assignments = &assignment;
    spec.assignment_count = lead != 0;
    OK(tl_item_add(t.book, &spec, &item));
    return item;
}

static void make_small(void)
{
    make_book();
    t.north = add_unit("north", "North Office");
    t.south = add_unit("south", "南街道");
    t.east = add_unit("east", "East Office");
    t.tasks = add_ledger("tasks", "tasks");
    t.dossiers = add_ledger("dossiers", "dossiers");
    t.checklist = add_ledger("list", "checklist");
    t.item = add_item(t.tasks, "mend the bridge", "2023-06-30", t.north);
    OK(tl_assign(t.book, t.item, t.south, "support", "Li"));
    t.second = add_item(t.tasks, "paint the fence", NULL, 0);
    t.line = add_item(t.checklist, "first line", NULL, t.north);
}

void setup_small(void)
{
    setup_model("small", make_small);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

static void remove_folder(const char *folder)
{
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void teardown(void)
{
    tl_close(t.book);
    t.book = NULL;
    if (t.folder[0] != '\0')
        remove_folder(t.folder);
    t.folder[0] = '\0';
}

void reopen(unsigned flags)
{
    tl_close(t.book);
    t.book = NULL;
    t.book = open_book(t.path, flags);
}

void add_tests(Suite *suite, void (*setup)(void), int seconds, const TTest *const *tests, size_t count)
{
    TCase *tcase = tcase_create("case");
    if (setup != NULL)
        tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_set_timeout(tcase, seconds);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(tcase, tests[i]);
    suite_add_tcase(suite, tcase);
}

int64_t act_as(const char *actor, int64_t item, const char *action, const char *note)
{
    int64_t seq = 0;
    tl_posting posting = TL_POSTING_INIT;
    posting.item = item;
    posting.action = action;
    posting.actor = actor;
    posting.note = note;
    OK(tl_post(t.book, &posting, &seq));
    return seq;
}

int64_t act(int64_t item, const char *action, const char *note)
{
    return act_as(NULL, item, action, note);
}

void today_is(const char *day)
{
    OK(tl_set_today(t.book, day));
}

static int64_t number_of(const char *format, int64_t item)
{
    char *sql = sqlite3_mprintf(format, (long long)item);
    int64_t number = book_int(t.book, sql);
    sqlite3_free(sql);
    return number;
}

static int is_any(const char *state, const char *one, const char *other)
{
    return strcmp(state, one) == 0 || strcmp(state, other) == 0;
}

void bring_to(int64_t item, const char *state)
{
    if (strcmp(state, "registered") == 0)
        return;
    if (strcmp(state, "cancelled") == 0) {
        act(item, "cancel", "not needed any more");
    } else if (strcmp(state, "suspended") == 0) {
        act(item, "suspend", "waits for the money");
    } else if (item == t.line) {
        act(item, "close", NULL);
    } else {
        OK(tl_dispatch(t.book, item, number_of("SELECT due IS NOT NULL FROM main.item WHERE id = %lld", item) ? NULL : "2023-06-30"));
        if (strcmp(state, "dispatched") != 0)
            OK(tl_acknowledge(t.book, item, number_of("SELECT lead FROM main.item WHERE id = %lld", item)));
        if (strcmp(state, "standing") == 0) {
            tl_posting posting = TL_POSTING_INIT;
            posting.item = item;
            posting.action = "make_standing";
            posting.due = "2023-12-31";
            posting.note = "keep at it";
            OK(tl_post(t.book, &posting, NULL));
        }
        if (is_any(state, "in_review", "closed") || strcmp(state, "notice") == 0) {
            OK(tl_attach(t.book, item, "https://example.org/1", "minutes"));
            act(item, "request_close", NULL);
        }
        if (is_any(state, "closed", "notice"))
            act_as("zhao", item, "close", NULL);
        if (strcmp(state, "closed") == 0 && strcmp(state_of(item), "notice") == 0)
            act_as("zhao", item, "end_notice", NULL);
    }
    ck_assert_str_eq(state_of(item), state);
}
