/* draw.c - random steps: mostly what makes sense now, sometimes what is wrong in one place, sometimes anything at all. */
#include "draw.h"

#include <check.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define COUNT(of) ((unsigned)(sizeof(of) / sizeof *(of)))

unsigned draw_below(draw *from, unsigned below)
{
    from->random += 0x9e3779b97f4a7c15u; /* splitmix64 */
    uint64_t mixed = from->random;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return (unsigned)((mixed ^ (mixed >> 31)) % below);
}

void draw_seed(draw *from, uint64_t seed)
{
    from->random = seed;
    from->taste = draw_below(from, 1u << 30);
    from->item_count = 0;
    from->day = 59; /* 1 March */
}

void draw_day(int day, char into[12])
{
    time_t at = (time_t)1672531200 + (time_t)day * 86400;
    struct tm parts;
    gmtime_r(&at, &parts);
    strftime(into, 12, "%Y-%m-%d", &parts);
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

void draw_begin(draw *from, sqlite3 *db)
{
    from->db = db;
    from->moves = prepared(db, "SELECT m.action, m.by, i.lead FROM main.item i JOIN main.ledger l ON l.id = i.ledger "
                               "JOIN main.move m ON m.workflow = l.workflow AND m.from_state = i.state WHERE i.id = ?1 ORDER BY m.action");
    from->dues = prepared(db, "SELECT due FROM main.item WHERE id = ?1");
    sqlite3_stmt *names = prepared(db, "SELECT name FROM main.action WHERE scope = 'item' ORDER BY name");
    from->name_count = 0;
    while (sqlite3_step(names) == SQLITE_ROW && from->name_count < COUNT(from->names))
        snprintf(from->names[from->name_count++], sizeof from->names[0], "%s", (const char *)sqlite3_column_text(names, 0));
    sqlite3_finalize(names);
}

void draw_end(draw *from)
{
    sqlite3_finalize(from->moves);
    sqlite3_finalize(from->dues);
}

static void put(char *into, size_t room, const char *text)
{
    snprintf(into, room, "%s", text);
}
#define PUT(into, text) put((into), sizeof(into), (text))

static const char *one_of(draw *from, const char *const *texts, unsigned count)
{
    return texts[draw_below(from, count)];
}

/* A day around the present one, now and then none that there is. */
static void any_due(draw *from, char into[20])
{
    static const char *const odd[] = { "2023-02-29", "2024-02-29", "1899-12-31", "9999-12-31", "soon" };
    char day[12];
    draw_day(from->day - 20 + (int)draw_below(from, 120), day);
    put(into, 20, draw_below(from, 25) == 0 ? one_of(from, odd, COUNT(odd)) : day);
}

/* A day behind the item's due date, as an extension wants it. */
static void later_due(draw *from, int64_t item, char into[20])
{
    char day[12];
    sqlite3_bind_int64(from->dues, 1, item);
    const char *due = sqlite3_step(from->dues) == SQLITE_ROW ? (const char *)sqlite3_column_text(from->dues, 0) : NULL;
    int at = from->day + 1 + (int)draw_below(from, 60);
    draw_day(at, day);
    while (due != NULL && strlen(due) == 10 && strcmp(day, due) <= 0 && at < 3000)
        draw_day(at += 30, day);
    sqlite3_reset(from->dues);
    put(into, 20, day);
}

/* The first items of a life see most of it. */
static int64_t favourite(draw *from)
{
    if (from->item_count == 0)
        return 4711;
    unsigned one = draw_below(from, from->item_count), other = draw_below(from, from->item_count), third = draw_below(from, from->item_count);
    unsigned least = one < other ? one : other;
    return from->items[third < least ? third : least];
}

static int64_t any_item(draw *from)
{
    return from->item_count == 0 || draw_below(from, 60) == 0 ? 4711 : from->items[draw_below(from, from->item_count)];
}

static int64_t any_unit(draw *from)
{
    return draw_below(from, 40) == 0 ? 4711 : from->units[draw_below(from, DRAWN_UNITS)];
}

static void day_and_actor(draw *from, step *next)
{
    static const char *const actors[] = { "wang", "zhao", "li" };
    char day[12];
    draw_day(from->day, day);
    snprintf(next->at, sizeof next->at, "%sT04:00:00.000Z", day);
    PUT(next->actor, one_of(from, actors, COUNT(actors)));
}

/* Columns that an action wants beside its unit and its note. */
static void fill_in(draw *from, step *next)
{
    static const char *const roles[] = { "lead", "lead", "responsible", "support", "mentor", "mentee" };
    static const char *const risks[] = { "high", "medium", "low" };
    static const char *const counts[] = { "1", "12", "270", "-1", "-12", "0", "1.5", "1000000000" };
    static const char *const levels[] = { "blue", "red", "red" };
    static const char *const columns[] = { "title", "detail", "source", "officer", "due", "no", "street" };
    static const char *const contents[] = { "a", "b", "2023-10-01", "7", "" };
    const char *action = next->action;
    if (strcmp(action, "assign") == 0) {
        PUT(next->role, one_of(from, roles, COUNT(roles)));
        if (draw_below(from, 3) == 0)
            PUT(next->officer, "Li");
    } else if (strcmp(action, "rate") == 0) {
        PUT(next->risk, one_of(from, risks, COUNT(risks)));
    } else if (strcmp(action, "attach") == 0) {
        PUT(next->uri, "https://example.org/1");
    } else if (strstr(action, "extension") != NULL || strcmp(action, "make_standing") == 0) {
        if (strcmp(action, "refuse_extension") != 0 && (strcmp(action, "grant_extension") != 0 || draw_below(from, 2) == 0))
            later_due(from, next->item, next->due);
    } else if (strcmp(action, "dispatch") == 0 || strcmp(action, "return") == 0) {
        if (draw_below(from, 2) == 0)
            any_due(from, next->due);
    } else if (strcmp(action, "report") == 0 || strcmp(action, "complete") == 0) {
        if (draw_below(from, 4) != 0)
            snprintf(next->percent, sizeof next->percent, "%u", draw_below(from, 102));
        if (draw_below(from, 2) == 0)
            snprintf(next->value, sizeof next->value, "%u.5", draw_below(from, 50));
    } else if (strcmp(action, "count") == 0) {
        if (draw_below(from, 3) != 0)
            PUT(next->value, one_of(from, counts, COUNT(counts)));
        if (draw_below(from, 3) != 0)
            next->unit = any_unit(from);
    } else if (strcmp(action, "warn") == 0 || strcmp(action, "acknowledge_warning") == 0) {
        if (*action == 'w' || draw_below(from, 2) == 0)
            PUT(next->level, one_of(from, levels, COUNT(levels)));
    } else if (strcmp(action, "enlist") == 0 || strcmp(action, "delist") == 0) {
        next->ledger = from->ledgers[draw_below(from, DRAWN_LEDGERS)];
        if (strcmp(action, "enlist") == 0 && draw_below(from, 2) == 0)
            snprintf(next->no, sizeof next->no, "%u", draw_below(from, 6));
    } else if (strcmp(action, "amend") == 0) {
        PUT(next->field, one_of(from, columns, COUNT(columns)));
        PUT(next->content, one_of(from, contents, COUNT(contents)));
        if (draw_below(from, 4) == 0) {
            PUT(next->field, "parent");
            snprintf(next->content, sizeof next->content, "%d", (int)favourite(from));
        }
    }
}

/* How much one wants an action: what moves an item on is more telling than the many that leave it where it is. */
static unsigned weight_of(const char *action)
{
    static const char *const on[] = { "dispatch", "acknowledge", "request_close", "close", "end_notice", "object", "return", "withdraw", "reopen",
        "request_extension", "grant_extension", "refuse_extension", "resume", "count" };
    static const char *const beside[] = { "attach", "report", "warn", "acknowledge_warning", "make_standing", "decline", "suspend", "enlist", "delist", "amend",
        "assign", "unassign", "complete" };
    for (unsigned i = 0; i < COUNT(on); i++)
        if (strcmp(action, on[i]) == 0)
            return 20;
    for (unsigned i = 0; i < COUNT(beside); i++)
        if (strcmp(action, beside[i]) == 0)
            return i < 4 ? 8 : 3;
    return 1;
}

/* Each life has a taste of its own: of some actions it has more than others, of some none. So it meets what is rare in all of them taken together. */
static unsigned wanted(const draw *from, const char *action)
{
    unsigned mixed = from->taste, weight = weight_of(action);
    for (const char *at = action; *at != '\0'; at++)
        mixed = (mixed ^ (unsigned char)*at) * 16777619u;
    mixed = (mixed >> 16) % 8;
    return mixed == 0 && weight < 20 ? 0 : mixed < 6 || weight == 1 ? weight : weight * 5;
}

/* Draws one of the moves possible now for an item; returns its weight. *unit: whether a unit acts, *lead: the item's. */
static unsigned choose_move(draw *from, step *next, int *unit, int64_t *lead)
{
    unsigned total = 0, chosen = 0;
    next->item = favourite(from);
    sqlite3_bind_int64(from->moves, 1, next->item);
    while (sqlite3_step(from->moves) == SQLITE_ROW) {
        const char *action = (const char *)sqlite3_column_text(from->moves, 0);
        unsigned weight = wanted(from, action);
        total += weight;
        if (weight == 0 || draw_below(from, total) >= weight)
            continue;
        PUT(next->action, action);
        chosen = weight;
        *unit = sqlite3_column_type(from->moves, 1) != SQLITE_NULL;
        *lead = sqlite3_column_int64(from->moves, 2);
    }
    sqlite3_reset(from->moves);
    return chosen;
}

/* One of the moves possible now, with what it needs. */
static void sensible(draw *from, step *next)
{
    int unit = 0;
    int64_t lead = 0;
    for (int i = 0; i < 3 && choose_move(from, next, &unit, &lead) <= 1; i++)
        unit = 0;
    PUT(next->note, "as agreed");
    if (unit)
        next->unit = draw_below(from, 5) == 0 || lead == 0 ? any_unit(from) : lead;
    if (strcmp(next->action, "assign") == 0 || strcmp(next->action, "unassign") == 0)
        next->unit = any_unit(from);
    fill_in(from, next);
    if (draw_below(from, 16) == 0)
        next->note[0] = '\0';
}

/* Any action on any item, with anything. */
static void arbitrary(draw *from, step *next)
{
    static const char *const states[] = { "registered", "dispatched", "in_progress", "in_review", "notice", "standing", "suspended", "closed", "cancelled",
        "?" };
    static const char *const percents[] = { "50", "99.5", "101", "-1", "x" };
    next->item = any_item(from);
    PUT(next->action, draw_below(from, 60) == 0 ? "dance" : from->names[draw_below(from, from->name_count)]);
    if (draw_below(from, 4) != 0)
        PUT(next->note, "x");
    if (draw_below(from, 2) == 0)
        next->unit = any_unit(from);
    fill_in(from, next);
    if (draw_below(from, 4) == 0)
        any_due(from, next->due);
    if (draw_below(from, 6) == 0)
        PUT(next->percent, one_of(from, percents, COUNT(percents)));
    if (draw_below(from, 3) == 0)
        PUT(next->state, one_of(from, states, COUNT(states)));
}

/* The longer a workflow, the more often. */
static int64_t any_ledger(draw *from)
{
    unsigned which = draw_below(from, DRAWN_LEDGERS + 3);
    return from->ledgers[which < DRAWN_LEDGERS ? which : DRAWN_LEDGERS - 1 - (which - DRAWN_LEDGERS)];
}

/* A new item: often below another, mostly with a due date. */
static void registration(draw *from, step *next)
{
    PUT(next->action, "register");
    PUT(next->title, draw_below(from, 40) == 0 ? "" : "mend the bridge");
    next->door = BY_POST;
    next->ledger = any_ledger(from);
    next->parent = from->item_count == 0 || draw_below(from, 2) == 0 ? 0 : draw_below(from, 4) == 0 ? any_item(from) : favourite(from);
    if (draw_below(from, 4) != 0)
        any_due(from, next->due);
    if (draw_below(from, 5) == 0)
        snprintf(next->no, sizeof next->no, "%u", draw_below(from, 6));
}

static void policy(draw *from, step *next)
{
    static const struct {
        const char *name, *values[4];
    } policies[] = { { "all_sign", { "1", "1", "0", "2" } }, { "children", { "0", "1", "0", "" } }, { "extensions", { "0", "1", "2", "" } },
        { "late_extension", { "1", "1", "0", "x" } }, { "second_party", { "1", "0", "1", "0" } }, { "evidence", { "1", "0", "1", "0" } },
        { "notice_days", { "0", "3", "10", "366" } }, { "term", { "5", "30", "", "0" } }, { "term_working", { "1", "0", "1", "0" } },
        { "report_days", { "7", "30", "", "1000" } }, { "red_returns", { "1", "3", "2", "0" } }, { "title", { "Works", "", "Works", "List" } } };
    unsigned which = draw_below(from, COUNT(policies));
    PUT(next->action, "amend_ledger");
    next->ledger = any_ledger(from);
    PUT(next->field, policies[which].name);
    PUT(next->content, policies[which].values[draw_below(from, 4)]);
}

/* The book, its units, its calendar and its workflows. */
static void about_the_book(draw *from, step *next)
{
    char day[12];
    switch (draw_below(from, 7)) {
    case 0:
        PUT(next->action, "appoint");
        next->unit = any_unit(from);
        PUT(next->officer, draw_below(from, 3) == 0 ? "" : draw_below(from, 2) ? "Wu" : "Sun");
        break;
    case 1:
        PUT(next->action, "set_day");
        draw_day(from->day + (int)draw_below(from, 40), day);
        PUT(next->happened_on, day);
        PUT(next->kind, draw_below(from, 2) ? "holiday" : "workday");
        break;
    case 2:
        PUT(next->action, "rename_unit");
        next->unit = any_unit(from);
        PUT(next->title, "Renamed");
        break;
    case 3:
        PUT(next->action, "retire_unit");
        next->unit = any_unit(from);
        break;
    case 4:
        PUT(next->action, "add_workflow");
        PUT(next->code, draw_below(from, 2) ? "short" : "own");
        PUT(next->title, "short");
        PUT(next->content, draw_below(from, 2) ? "close registered closed - -" : "cancel registered cancelled - -");
        break;
    default:
        policy(from, next);
    }
}

void draw_step(draw *from, step *next, int first)
{
    unsigned which = draw_below(from, 100);
    memset(next, 0, sizeof *next);
    if (draw_below(from, 2) == 0)
        from->day += (int)draw_below(from, draw_below(from, 10) == 0 ? 60 : 4);
    day_and_actor(from, next);
    next->door = which % 2 == 0 ? BY_C : BY_POST;
    if (first && draw_below(from, 2) == 0)
        policy(from, next);
    else if (first || from->item_count == 0)
        registration(from, next);
    else if (which < 78)
        sensible(from, next);
    else if (which < 89)
        arbitrary(from, next);
    else if (which < 94)
        registration(from, next);
    else
        about_the_book(from, next);
    if (next->item == 0 || strcmp(next->field, "parent") == 0)
        next->door = BY_POST;
    else if (draw_below(from, 6) == 0)
        next->door = (enum door)(BY_ENTRY + draw_below(from, 4));
}
