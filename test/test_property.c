/* test_property.c - two thousand random posts, legal and illegal: a refusal changes nothing, a success goes where its move leads, and tl_verify finds
 * nothing wrong after every two hundred. TEST_SEED chooses another run. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

enum { POSTS = 2000, EVERY = 200, ITEMS = 30 };

static unsigned seed;
static int64_t items[ITEMS], units[4];
static char *actions[64];
static size_t action_count;

static unsigned chance(unsigned below)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % below;
}

static void setup_random(void)
{
    setup_small();
    units[0] = t.north;
    units[1] = t.south;
    units[2] = t.east;
    units[3] = 4711;
    tl_ledger_spec counting = TL_LEDGER_SPEC_INIT;
    int64_t counters;
    counting.code = counting.title = counting.workflow = "counting";
    OK(tl_ledger_add(t.book, &counting, &counters));
    const int64_t ledgers[] = { t.tasks, t.dossiers, t.checklist, counters };
    for (size_t i = 0; i < ITEMS; i++)
        items[i] = add_item(ledgers[i % 4], "x", i % 4 ? "2023-06-30" : NULL, i % 5 ? units[i % 3] : 0);
    action_count = 0;
    char *names = long_text(t.path, "SELECT group_concat(name, ' ') FROM action WHERE scope = 'item'");
    for (char *rest = names, *name; (name = strtok_r(rest, " ", &rest)) != NULL;)
        actions[action_count++] = name;
    ck_assert_uint_gt(action_count, 25);
}

static const char *one_of(const char *const *texts, unsigned count, unsigned none_in)
{
    return chance(none_in) != 0 ? NULL : texts[chance(count)];
}

/* Mostly what makes sense, sometimes what does not. The set and its entries must outlive the call. */
static tl_posting random_posting(tl_value_spec *set)
{
    static const char *const notes[] = { "as agreed", "督办", " ", "x" };
    static const char *const dues[] = { "2023-07-31", "2023-12-31", "2024-02-29", "2023-02-29", "2023-01-01" };
    static const char *const percents[] = { "0", "50", "99.5", "100", "101", "-1" };
    static const char *const values[] = { "1", "66", "-1", "0", "2.5" };
    static const char *const roles[] = { "lead", "responsible", "support", "mentor", "mentee", "boss" };
    static const char *const risks[] = { "high", "medium", "low", "none" };
    static const char *const names[] = { "title", "detail", "no", "due", "officer", "colour", "parent" };
    static const char *const contents[] = { "a", "b", "2023-10-01", NULL, "tasks/1", "7" };
    static const char *const actors[] = { "wang", "zhao", "li" };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = chance(50) == 0 ? 4711 : items[chance(ITEMS)];
    posting.action = chance(60) == 0 ? "dance" : actions[chance((unsigned)action_count)];
    posting.actor = actors[chance(3)];
    posting.note = chance(5) == 0 ? NULL : notes[chance(4)];
    posting.unit = chance(3) == 0 ? 0 : units[chance(chance(8) == 0 ? 4 : 3)];
    posting.due = one_of(dues, 5, 3);
    posting.percent = one_of(percents, 6, 4);
    if (strcmp(posting.action, "count") == 0)
        posting.value = one_of(values, 5, 2);
    if (strcmp(posting.action, "assign") == 0)
        posting.role = roles[chance(6)];
    if (strcmp(posting.action, "rate") == 0)
        posting.risk = risks[chance(4)];
    if (strcmp(posting.action, "attach") == 0)
        posting.uri = chance(4) == 0 ? "/no/such/file" : "https://example.org/";
    if (strcmp(posting.action, "amend") == 0) {
        *set = (tl_value_spec) { names[chance(7)], contents[chance(6)] };
        posting.set = set;
        posting.set_count = 1;
        posting.due = NULL;
    }
    return posting;
}

/* One of the actions possible now, with what it needs; the rules may still have something against it. */
static void make_sensible(tl_posting *posting)
{
    static char action[40];
    const char *name = posting->action;
    char *sql = sqlite3_mprintf(
        "SELECT m.action FROM main.item i JOIN main.ledger l ON l.id = i.ledger JOIN main.move m ON m.workflow = l.workflow AND m.from_state = i.state "
        "WHERE i.id = %lld ORDER BY m.action LIMIT 1 OFFSET %u",
        (long long)posting->item, chance(20));
    snprintf(action, sizeof action, "%s", book_text(t.book, sql));
    sqlite3_free(sql);
    if (action[0] == '\0' || strcmp(name, "cancel") == 0 || strcmp(action, "cancel") == 0)
        return;
    *posting = (tl_posting) { .size = sizeof *posting, .item = posting->item, .action = action, .actor = posting->actor, .note = "as agreed" };
    if (strcmp(action, "assign") == 0 || strcmp(action, "unassign") == 0 || strcmp(action, "report") == 0 || strcmp(action, "complete") == 0 ||
        strcmp(action, "acknowledge") == 0 || strcmp(action, "request_extension") == 0)
        posting->unit = units[chance(3)];
    if (strcmp(action, "count") == 0)
        posting->value = chance(2) ? NULL : "3";
    if (strcmp(action, "assign") == 0)
        posting->role = chance(2) ? "lead" : "support";
    if (strcmp(action, "request_extension") == 0 || strcmp(action, "make_standing") == 0)
        posting->due = "2024-06-30";
    if (strcmp(action, "rate") == 0)
        posting->risk = "low";
    if (strcmp(action, "attach") == 0)
        posting->uri = "https://example.org/";
}

/* Where the rows of move lead from here: "" nowhere; for a move of the lead's alone also where the item is. */
static const char *leads_to(int64_t item, const char *action)
{
    char *sql = sqlite3_mprintf(
        "SELECT coalesce(m.to_state, i.suspended_from) || iif(m.by = 'lead_moves', ' ' || i.state, '') FROM main.item i JOIN main.ledger l ON l.id = i.ledger "
        "JOIN main.move m ON m.workflow = l.workflow AND m.from_state = i.state AND m.action = %Q WHERE i.id = %lld",
        action, (long long)item);
    const char *to = book_text(t.book, sql);
    sqlite3_free(sql);
    return to;
}

static void check_success(const tl_posting *posting, const char *to, int64_t before, int64_t seq)
{
    const char *now = state_of(posting->item);
    ck_assert_msg(*to != '\0', "%s was possible without a move", posting->action);
    ck_assert_msg(strstr(to, now) != NULL, "%s leads to %s, the item is %s", posting->action, to, now);
    ck_assert_int_eq(entries(), before + 1);
    ck_assert_int_eq(seq, before + 1);
}

static void check_refusal(const tl_posting *posting, const char *to, int result, const char *was, int64_t before)
{
    ck_assert_msg(result == TL_ERULE || result == TL_EINVAL || result == TL_ENOTFOUND || result == TL_EEXISTS || result == TL_ECONFLICT, "%s: %s: %s",
        posting->action, tl_result_name(result), tl_errmsg(t.book));
    ck_assert_str_ne(tl_errmsg(t.book), "");
    if (strcmp(tl_errrule(t.book), "item.move") == 0)
        ck_assert_msg(*to == '\0', "%s is refused, but leads to %s", posting->action, to);
    ck_assert_int_eq(entries(), before);
    ck_assert_str_eq(state_of(posting->item), was);
}

START_TEST(two_thousand_posts)
{
    int done = 0, refused = 0, met[64] = { 0 };
    char day[40];
    const char *chosen = getenv("TEST_SEED");
    seed = chosen == NULL ? 2023 : (unsigned)strtoul(chosen, NULL, 10);
    for (int i = 1; i <= POSTS; i++) {
        tl_value_spec set;
        tl_posting posting = random_posting(&set);
        if (chance(3) != 0)
            make_sensible(&posting);
        int64_t before = entries(), seq = 0;
        const char *to = leads_to(posting.item, posting.action), *was = state_of(posting.item);
        int result = tl_post(t.book, &posting, &seq);
        if (result == TL_OK)
            check_success(&posting, to, before, seq);
        else
            check_refusal(&posting, to, result, was, before);
        done += result == TL_OK;
        refused += result != TL_OK;
        for (size_t a = 0; a < action_count; a++)
            met[a] += result == TL_OK && strcmp(actions[a], posting.action) == 0;
        if (i % EVERY == 0) {
            verify_clean();
            snprintf(day, sizeof day, "2023-03-%02d", 2 + i / EVERY);
            today_is(day);
        }
    }
    int kinds = 0;
    for (size_t a = 0; a < action_count; a++)
        kinds += met[a] > 0;
    ck_assert_msg(done > 400 && refused > 400 && kinds > 17, "%d done of %d kinds, %d refused", done, kinds, refused);
    reopen(TL_OPEN_READONLY);
    verify_clean();
}
END_TEST

Suite *property_suite(void)
{
    Suite *suite = suite_create("property");
    ADD_TESTS(suite, setup_random, 300, two_thousand_posts);
    return suite;
}
