/* hand.c - the hand-made side: what a programmer would write with cached statements to store the same rows and the same journal rows. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BEGIN, COMMIT, SEAL, READ_ITEM, READ_LEDGER, REGISTER, ITEM, LEDGER, ENTRY, LEAD, ASSIGN, REPORT, REPORT_LINE, CLOSE, CLOSE_LINE };

static const char *const sql[HAND_STATEMENTS] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [SEAL] = "INSERT INTO seal(seq, digest) VALUES (?1, ?2)",
    [READ_ITEM] = "SELECT state, due, risk, lead, percent FROM item WHERE id = ?1",
    [READ_LEDGER] = "SELECT last_no, workflow FROM ledger WHERE id = ?1",
    [REGISTER] = "INSERT INTO entry(seq, at, actor, action, item, ledger, state, due, no, title, detail, uid) "
                 "VALUES (?1, ?2, 'bench', 'register', ?1, ?3, 'registered', ?4, ?5, ?6, ?7, ?8)",
    [ITEM] = "INSERT INTO item(id, uid, ledger, no, no_order, title, detail, state, due, baseline_due, evidence, returned, extended, urged, reopened, entry) "
             "VALUES (?1, ?8, ?3, ?5, char(32 + length(?5)) || ?5, ?6, ?7, 'registered', ?4, ?4, 0, 0, 0, 0, 0, ?1)",
    [LEDGER] = "UPDATE ledger SET last_no = ?2, entry = ?3 WHERE id = ?1",
    [ENTRY] =
        "INSERT INTO entry(seq, at, actor, action, item, unit, role, state, due, percent, note) VALUES (?1, ?2, 'bench', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [LEAD] = "UPDATE item SET entry = ?1, lead = ?3 WHERE id = ?2",
    [ASSIGN] = "INSERT INTO assignment(item, unit, role, entry, ledger, no_order, open_due) SELECT id, ?2, 'lead', ?3, ledger, no_order, due_order FROM item "
               "WHERE id = ?1",
    [REPORT] = "UPDATE item SET entry = ?1, percent = ?3, report = ?1 WHERE id = ?2",
    [REPORT_LINE] = "UPDATE assignment SET entry = ?1, percent = ?4 WHERE item = ?2 AND unit = ?3",
    [CLOSE] = "UPDATE item SET entry = ?1, state = 'closed', closed_at = ?3 WHERE id = ?2",
    [CLOSE_LINE] = "UPDATE assignment SET open_due = NULL WHERE item = ?1",
};

static void run(hand *side, const char *text)
{
    if (sqlite3_exec(side->db, text, NULL, NULL, NULL) != SQLITE_OK)
        die("by hand: %s: %s", text, sqlite3_errmsg(side->db));
}

static int64_t ask(hand *side, const char *text)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(side->db, text, -1, &statement, NULL) != SQLITE_OK || sqlite3_step(statement) != SQLITE_ROW)
        die("by hand: %s: %s", text, sqlite3_errmsg(side->db));
    int64_t answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

/* A cached statement, prepared on first use. */
static sqlite3_stmt *use(hand *side, int which)
{
    if (side->statement[which] == NULL && sqlite3_prepare_v3(side->db, sql[which], -1, SQLITE_PREPARE_PERSISTENT, &side->statement[which], NULL) != SQLITE_OK)
        die("by hand: %s: %s", sql[which], sqlite3_errmsg(side->db));
    return side->statement[which];
}

static void step(hand *side, sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        die("by hand: %s: %s", sqlite3_sql(statement), sqlite3_errmsg(side->db));
    sqlite3_reset(statement);
}

static void text(sqlite3_stmt *statement, int at, const char *value)
{
    sqlite3_bind_text(statement, at, value, -1, SQLITE_STATIC);
}

void hand_make(hand *side, const char *path, const char *book, enum hand_kind kind)
{
    *side = (hand) { .kind = kind };
    remove_book(path);
    if (sqlite3_open(path, &side->db) != SQLITE_OK)
        die("by hand: %s can't be opened", path);
    run(side, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY");
    hand_schema(side->db, book, kind);
    run(side, kind == CHECKED ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF");
    side->seq = ask(side, "SELECT max(seq) FROM entry");
    side->ledger = ask(side, "SELECT min(id) FROM ledger");
    side->unit = ask(side, "SELECT min(id) FROM unit");
    side->last_no = ask(side, "SELECT last_no FROM ledger");
}

void hand_begin(hand *side)
{
    step(side, use(side, BEGIN));
}

void hand_commit(hand *side)
{
    if (side->sealed) {
        sqlite3_stmt *seal = use(side, SEAL);
        sqlite3_bind_int64(seal, 1, side->seq);
        text(seal, 2, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        step(side, seal);
    }
    step(side, use(side, COMMIT));
}

static void present(char at[32])
{
    struct timespec time;
    struct tm parts;
    clock_gettime(CLOCK_REALTIME, &time);
    gmtime_r(&time.tv_sec, &parts);
    size_t length = strftime(at, 24, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(at + length, 32 - length, ".%03dZ", (int)(time.tv_nsec / 1000000 % 1000));
}

/* What CHECKED reads before it changes an item; BARE knows it. */
typedef struct before {
    char state[24], due[16];
    int64_t lead;
} before;

static before read_item(hand *side, const char *want)
{
    before found = { .lead = 0 };
    life_due(side->number, found.due);
    snprintf(found.state, sizeof found.state, "%s", want);
    if (side->kind == BARE)
        return found;
    sqlite3_stmt *statement = use(side, READ_ITEM);
    sqlite3_bind_int64(statement, 1, side->item);
    if (sqlite3_step(statement) != SQLITE_ROW)
        die("by hand: no such item");
    snprintf(found.state, sizeof found.state, "%s", (const char *)sqlite3_column_text(statement, 0));
    snprintf(found.due, sizeof found.due, "%s", (const char *)sqlite3_column_text(statement, 1));
    found.lead = sqlite3_column_int64(statement, 3);
    sqlite3_reset(statement);
    if (strcmp(found.state, want) != 0)
        die("by hand: the item is %s", found.state);
    return found;
}

static void read_ledger(hand *side)
{
    if (side->kind == BARE)
        return;
    sqlite3_stmt *statement = use(side, READ_LEDGER);
    sqlite3_bind_int64(statement, 1, side->ledger);
    if (sqlite3_step(statement) != SQLITE_ROW)
        die("by hand: no such ledger");
    side->last_no = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
}

static void random_uid(char uid[40])
{
    unsigned char bytes[16];
    sqlite3_randomness(sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(uid + 2 * i, 3, "%02x", bytes[i]);
}

static void create(hand *side, const char *at)
{
    static const int both[] = { REGISTER, ITEM };
    char title[64], due[16], no[24], uid[40];
    life_title(++side->number, title);
    life_due(side->number, due);
    read_ledger(side);
    snprintf(no, sizeof no, "%lld", (long long)++side->last_no);
    random_uid(uid);
    side->item = ++side->seq;
    for (int i = 0; i < 2; i++) {
        sqlite3_stmt *statement = use(side, both[i]);
        sqlite3_bind_int64(statement, 1, side->item);
        if (both[i] == REGISTER)
            text(statement, 2, at);
        sqlite3_bind_int64(statement, 3, side->ledger);
        text(statement, 4, due);
        text(statement, 5, no);
        text(statement, 6, title);
        text(statement, 7, life_detail);
        text(statement, 8, uid);
        step(side, statement);
    }
    sqlite3_stmt *ledger = use(side, LEDGER);
    sqlite3_bind_int64(ledger, 1, side->ledger);
    sqlite3_bind_int64(ledger, 2, side->last_no);
    sqlite3_bind_int64(ledger, 3, side->seq);
    step(side, ledger);
}

typedef struct line {
    const char *action, *role, *state, *percent, *note;
    int64_t unit;
} line;

static void journal(hand *side, const char *at, const char *due, const line *what)
{
    sqlite3_stmt *statement = use(side, ENTRY);
    sqlite3_clear_bindings(statement);
    sqlite3_bind_int64(statement, 1, ++side->seq);
    text(statement, 2, at);
    text(statement, 3, what->action);
    sqlite3_bind_int64(statement, 4, side->item);
    if (what->unit != 0)
        sqlite3_bind_int64(statement, 5, what->unit);
    text(statement, 6, what->role);
    text(statement, 7, what->state);
    text(statement, 8, due);
    text(statement, 9, what->percent);
    text(statement, 10, what->note);
    step(side, statement);
}

static void assign(hand *side, const char *at)
{
    before item = read_item(side, "registered");
    if (item.lead != 0)
        die("by hand: it has a lead");
    journal(side, at, item.due, &(line) { .action = "assign", .role = "lead", .state = item.state, .unit = side->unit });
    sqlite3_stmt *lead = use(side, LEAD), *row = use(side, ASSIGN);
    sqlite3_bind_int64(lead, 1, side->seq);
    sqlite3_bind_int64(lead, 2, side->item);
    sqlite3_bind_int64(lead, 3, side->unit);
    step(side, lead);
    sqlite3_bind_int64(row, 1, side->item);
    sqlite3_bind_int64(row, 2, side->unit);
    sqlite3_bind_int64(row, 3, side->seq);
    step(side, row);
}

static void report(hand *side, const char *at)
{
    before item = read_item(side, "registered");
    journal(side, at, item.due, &(line) { .action = "report", .state = item.state, .percent = "50", .note = life_note, .unit = side->unit });
    sqlite3_stmt *head = use(side, REPORT), *row = use(side, REPORT_LINE);
    sqlite3_bind_int64(head, 1, side->seq);
    sqlite3_bind_int64(head, 2, side->item);
    text(head, 3, "50");
    step(side, head);
    sqlite3_bind_int64(row, 1, side->seq);
    sqlite3_bind_int64(row, 2, side->item);
    sqlite3_bind_int64(row, 3, side->unit);
    text(row, 4, "50");
    step(side, row);
}

static void close_out(hand *side, const char *at)
{
    before item = read_item(side, "registered");
    journal(side, at, item.due, &(line) { .action = "close", .state = "closed" });
    sqlite3_stmt *statement = use(side, CLOSE);
    sqlite3_bind_int64(statement, 1, side->seq);
    sqlite3_bind_int64(statement, 2, side->item);
    text(statement, 3, at);
    step(side, statement);
    sqlite3_stmt *of_unit = use(side, CLOSE_LINE);
    sqlite3_bind_int64(of_unit, 1, side->item);
    step(side, of_unit);
}

void hand_step(hand *side, int step_number)
{
    static void (*const steps[])(hand *, const char *) = { create, assign, report, close_out };
    char at[32];
    present(at);
    steps[step_number](side, at);
}

void hand_bulk(hand *side, long items)
{
    hand_begin(side);
    for (long i = 0; i < items; i++)
        for (int number = 0; number < 4; number++)
            hand_step(side, number);
    hand_commit(side);
}

void hand_close(hand *side)
{
    for (int i = 0; i < HAND_STATEMENTS; i++)
        sqlite3_finalize(side->statement[i]);
    sqlite3_close(side->db);
}
