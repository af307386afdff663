/* test_sequence.c - ten thousand random lives: some items, policies, and 8 to 20 steps, legal and illegal, by C and by plain SQL, over every workflow
 * and one of the book's own. A refused step leaves every byte of the book as it was. After each life the present, rebuilt from the journal, is the
 * stored one, no rule query finds anything, and what must hold of any book holds (invariant.c).
 *
 * All lives begin in the same small book, in a transaction that is rolled back at the end. A failing one prints TEST_SEED: with that and
 * TEST_LIVES=1 it is played alone. ROUNDS (200): fifty lives each. */
#include "schema.h"

#include "draw.h"
#include "fixture.h"
#include "invariant.h"
#include "suite.h"

#include <stdio.h>

enum { LIVES_IN_ROUND = 50, VERIFY_EVERY = 500, TOLD = 24 };

static struct life {
    draw from;
    invariants *these;
    sqlite3_stmt *post, *entry[4], *last;
    unsigned char *image; /* of the book's file, as it would be */
    sqlite3_int64 bytes;
    int64_t seq;
    uint64_t seed;
    char told[TOLD][400]; /* the steps of this life, for who must find out why it fails */
    unsigned steps;
    long done, refused, entries, kinds[64];
} life;

/* registered → in progress at once, reviewed, closed with or without a notice. */
static const char own_workflow[] = "dispatch registered in_progress - -\nacknowledge in_progress in_progress line -\nreport in_progress in_progress line note\n"
                                   "report standing standing line note\nrequest_extension in_progress in_progress lead note\n"
                                   "grant_extension in_progress in_progress - -\nrefuse_extension in_progress in_progress - note\n"
                                   "make_standing in_progress standing - note\nrequest_close in_progress in_review lead -\n"
                                   "request_close standing in_review lead -\nwithdraw in_review in_progress lead -\nreturn in_review registered - note\n"
                                   "close in_review notice - -\nclose standing closed - note\nend_notice notice closed - -\nobject notice in_progress - note\n"
                                   "reopen closed registered - note\nsuspend notice suspended - note\nsuspend in_progress suspended - note\n"
                                   "resume suspended - - -\ncancel in_progress cancelled - note\ncancel registered cancelled - note\n"
                                   "assign registered registered - -\nassign in_progress in_progress - -\nunassign in_progress in_progress - -\n"
                                   "attach in_progress in_progress - -\namend in_progress in_progress - -\nenlist in_progress in_progress - -\n"
                                   "delist in_progress in_progress - -\nwarn in_progress in_progress - -\nacknowledge_warning in_progress in_progress - -\n"
                                   "comment closed closed - note\ncomment cancelled cancelled - note";

static void add_own_ledger(const char *code, const char *workflow)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = spec.title = code;
    spec.workflow = workflow;
    OK(tl_ledger_add(t.book, &spec, NULL));
}

static void prepare(sqlite3_stmt **statement, const char *sql)
{
    ck_assert_msg(sqlite3_prepare_v3(t.book->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(t.book->db));
}

/* The same columns in the same order, whichever door. An entry by hand is an after-image: what is not given stays as it is. */
static void prepare_doors(void)
{
    static const char *const conflicts[] = { "ABORT", "FAIL", "IGNORE", "REPLACE" };
    char sql[1500];
    prepare(&life.last, "SELECT max(seq) FROM main.entry");
    prepare(&life.post,
        "INSERT INTO post(at, actor, action, item, unit, ledger, parent, role, officer, due, percent, risk, note, uri, kind, no, state, field, "
        "new, code, title, happened_on, detail, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
        "?20, ?21, ?22, ?23, ?24)");
    for (size_t i = 0; i < 4; i++) {
        snprintf(sql, sizeof sql,
            "INSERT OR %s INTO main.entry(at, actor, action, item, unit, ledger, parent, role, officer, due, percent, risk, note, uri, kind, no, state, field, "
            "new, "
            "code, title, happened_on, detail, value, asked_due) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, iif(?3 = 'request_extension', i.due, coalesce(?10, "
            "i.due)), "
            "?11, coalesce(?12, i.risk), ?13, ?14, ?15, ?16, coalesce(?17, v.state, i.state), ?18, ?19, ?20, ?21, ?22, ?23, ?24, iif(?3 = 'request_extension', "
            "?10, "
            "NULL) "
            "FROM (SELECT 1) LEFT JOIN main.item i ON i.id = ?4 LEFT JOIN main.item_move v ON v.item = i.id AND v.action = ?3",
            conflicts[i]);
        prepare(&life.entry[i], sql);
    }
}

/* A book with five units, a ledger of each workflow and what is drawn from it. */
static void setup_lives(void)
{
    memset(&life, 0, sizeof life);
    setup_book();
    char *sql = sqlite3_mprintf("INSERT INTO post(at, action, actor, code, title, detail) VALUES ('2023-03-01T04:00:00.000Z', 'add_workflow', 'wang', 'own', "
                                "'own', %Q)",
        own_workflow);
    sql_run(t.path, sql);
    sqlite3_free(sql);
    static const char *const units[] = { "north", "south", "east", "west", "post" };
    for (unsigned i = 0; i < DRAWN_UNITS; i++)
        life.from.units[i] = add_unit(units[i], units[i]);
    static const char *const workflows[] = { "counting", "simple", "standard", "supervised", "noticed", "own" };
    for (unsigned i = 0; i < DRAWN_LEDGERS; i++) {
        add_own_ledger(workflows[i], workflows[i]);
        OK(tl_ledger_find(t.book, workflows[i], &life.from.ledgers[i]));
    }
    tl_field_spec street = TL_FIELD_SPEC_INIT;
    street.code = "street";
    street.title = "Street";
    street.type = "text";
    OK(tl_field_add(t.book, life.from.ledgers[2], &street));
    prepare_doors();
    draw_begin(&life.from, t.book->db);
    life.these = invariants_begin(t.book->db);
}

static void end_lives(void)
{
    draw_end(&life.from);
    invariants_end(life.these);
    sqlite3_finalize(life.post);
    sqlite3_finalize(life.last);
    for (size_t i = 0; i < 4; i++)
        sqlite3_finalize(life.entry[i]);
    sqlite3_free(life.image);
    life.image = NULL;
}

/* ------------------------------------------------------------------------------------------------------------------------- one step */

static const char *given(const char *text)
{
    return *text == '\0' ? NULL : text;
}

static int by_c(const step *next)
{
    const tl_value_spec set = { next->field, next->content };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = next->item;
    posting.action = next->action;
    posting.actor = next->actor;
    posting.unit = next->unit;
    posting.role = given(next->role);
    posting.officer = given(next->officer);
    posting.due = given(next->due);
    posting.percent = given(next->percent);
    posting.value = given(next->value);
    posting.risk = given(next->risk);
    posting.note = given(next->note);
    posting.uri = given(next->uri);
    posting.level = given(next->level);
    posting.ledger = next->ledger;
    posting.no = given(next->no);
    posting.set = &set;
    posting.set_count = strcmp(next->action, "amend") == 0;
    return tl_post(t.book, &posting, NULL) == TL_OK;
}

static int by_sql(sqlite3_stmt *statement, const step *next)
{
    const int64_t ids[] = { next->item, next->unit, next->ledger, next->parent };
    int is_workflow = strcmp(next->action, "add_workflow") == 0;
    const char *const texts[] = { next->role, next->officer, next->due, next->percent, next->risk, next->note, next->uri,
        *next->kind != '\0' ? next->kind : next->level, next->no, next->state, next->field, is_workflow ? "" : next->content, next->code, next->title,
        next->happened_on, is_workflow ? next->content : "", next->value };
    sqlite3_bind_text(statement, 1, next->at, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, next->actor, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, next->action, -1, SQLITE_STATIC);
    for (int i = 0; i < 4; i++)
        ids[i] == 0 ? sqlite3_bind_null(statement, 4 + i) : sqlite3_bind_int64(statement, 4 + i, ids[i]);
    for (int i = 0; i < 17; i++)
        sqlite3_bind_text(statement, 8 + i, given(texts[i]), -1, SQLITE_STATIC);
    int result = sqlite3_step(statement);
    sqlite3_reset(statement);
    return result == SQLITE_DONE;
}

static void tell_step(const step *next)
{
    if (life.steps < TOLD)
        snprintf(life.told[life.steps++], sizeof life.told[0], "%s by %d: %s item %d unit %d ledger %d parent %d due %s state %s %s=%s by %s", next->at,
            (int)next->door, next->action, (int)next->item, (int)next->unit, (int)next->ledger, (int)next->parent, next->due, next->state, next->field,
            next->content, next->actor);
}

/* The life so far, and what was refused why. */
static void fail_life(const char *why)
{
    for (unsigned i = 0; i < life.steps; i++)
        fprintf(stderr, "  %s\n", life.told[i]);
    ck_abort_msg("TEST_SEED=%llu TEST_LIVES=1: after the last of these steps: %s", (unsigned long long)life.seed, why);
}

static int64_t last_entry(void)
{
    sqlite3_step(life.last);
    int64_t seq = sqlite3_column_int64(life.last, 0);
    sqlite3_reset(life.last);
    return seq;
}

/* The bytes of the book as they would be written, uncommitted ones among them. */
static unsigned char *take_image(sqlite3_int64 *bytes)
{
    unsigned char *image = sqlite3_serialize(t.book->db, "main", bytes, 0);
    ck_assert_ptr_nonnull(image);
    return image;
}

static void keep_image(void)
{
    sqlite3_free(life.image);
    life.image = take_image(&life.bytes);
}

static void check_unchanged(void)
{
    sqlite3_int64 bytes;
    unsigned char *image = take_image(&bytes);
    int same = bytes == life.bytes && memcmp(image, life.image, (size_t)bytes) == 0;
    sqlite3_free(image);
    if (!same)
        fail_life("it was refused, and has changed the book");
}

/* A refusal is a sentence of the rules: that a fold or a guard of the present had to refuse says that no rule did. */
static void check_words(const step *next)
{
    const char *words = next->door == BY_C ? tl_errmsg(t.book) : sqlite3_errmsg(t.book->db), *rule = next->door == BY_C ? tl_errrule(t.book) : words;
    if (*words == '\0')
        fail_life("it was refused without a word");
    if (strstr(rule, "entry.fold") != NULL || strstr(rule, ".journal") != NULL || (next->door == BY_C && strncmp(words, "tl:", 3) == 0))
        fail_life(words);
}

static void take_step(const step *next)
{
    char day[12];
    snprintf(day, sizeof day, "%.10s", next->at);
    if (next->door == BY_C)
        OK(tl_set_today(t.book, day));
    tell_step(next);
    int done = next->door == BY_C ? by_c(next) : next->door == BY_POST ? by_sql(life.post, next) : by_sql(life.entry[next->door - BY_ENTRY], next);
    if (!done)
        check_words(next);
    int64_t seq = last_entry();
    life.refused += seq == life.seq;
    if (seq == life.seq) {
        check_unchanged();
        return;
    }
    if (!done || seq != life.seq + 1)
        fail_life(done ? "it added more than one entry" : "it was refused, and has added an entry");
    life.seq = seq;
    life.done++;
    keep_image();
    for (unsigned i = 0; i < life.from.name_count; i++)
        life.kinds[i] += strcmp(life.from.names[i], next->action) == 0;
    if (strcmp(next->action, "register") == 0 && life.from.item_count < DRAWN_ITEMS)
        life.from.items[life.from.item_count++] = seq;
}

/* ------------------------------------------------------------------------------------------------------------------------- one life */

/* What stands at the beginning makes the items and policies; a lead comes with most items. */
static void begin_life(void)
{
    step next;
    for (unsigned i = 0, count = 2 + draw_below(&life.from, 4); i < count; i++) {
        draw_step(&life.from, &next, 1);
        take_step(&next);
    }
    for (unsigned i = 0; i < life.from.item_count; i++) {
        if (draw_below(&life.from, 8) == 0)
            continue;
        memset(&next, 0, sizeof next);
        next.item = life.from.items[i];
        next.unit = life.from.units[draw_below(&life.from, 3)];
        snprintf(next.action, sizeof next.action, "assign");
        snprintf(next.actor, sizeof next.actor, "wang");
        snprintf(next.role, sizeof next.role, "lead");
        char day[12];
        draw_day(life.from.day, day);
        snprintf(next.at, sizeof next.at, "%sT04:00:00.000Z", day);
        take_step(&next);
    }
}

static void play_life(uint64_t seed)
{
    step next;
    life.seed = seed;
    life.steps = 0;
    draw_seed(&life.from, seed);
    OK(tl_begin(t.book));
    life.seq = last_entry();
    keep_image();
    begin_life();
    for (unsigned i = 0, count = 8 + draw_below(&life.from, 13); i < count; i++) {
        draw_step(&life.from, &next, 0);
        take_step(&next);
    }
    const char *wrong = invariants_broken(life.these);
    if (wrong == NULL)
        wrong = invariants_rebuilt(life.these);
    if (wrong != NULL)
        fail_life(wrong);
    life.entries += life.seq;
}

static unsigned long setting(const char *name, unsigned long otherwise)
{
    const char *text = getenv(name);
    return text == NULL || *text == '\0' ? otherwise : strtoul(text, NULL, 10);
}

START_TEST(ten_thousand_lives)
{
    unsigned long seed = setting("TEST_SEED", 2023);
    unsigned long lives = setting("TEST_LIVES", setting("ROUNDS", 200) * LIVES_IN_ROUND);
    for (unsigned long i = 1; i <= lives; i++) {
        play_life(seed + i - 1);
        if (i % VERIFY_EVERY == 0)
            verify_clean();
        if (i < lives)
            OK(tl_rollback(t.book));
    }
    /* The last one stays, and is sealed. */
    OK(tl_commit(t.book));
    end_lives();
    unsigned kinds = 0;
    for (unsigned i = 0; i < life.from.name_count; i++)
        kinds += life.kinds[i] > 0;
    if (lives >= 1000)
        ck_assert_msg(life.done > (long)lives * 8 && life.refused > (long)lives * 4 && kinds == life.from.name_count,
            "%ld done of %u kinds in %u, %ld refused: too few for a test", life.done, kinds, life.from.name_count, life.refused);
    verify_clean();
    reopen(TL_OPEN_READONLY);
    verify_clean();
}
END_TEST

Suite *sequence_suite(void)
{
    Suite *suite = suite_create("sequence");
    ADD_TESTS(suite, setup_lives, 600, ten_thousand_lives);
    return suite;
}
