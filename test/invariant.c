/* invariant.c - what must hold of any book, in words of the domain, each as a query that finds what breaks it; and the present made anew from the
 * journal, compared with the stored one. */
#include "invariant.h"

#include "schema.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(of) (sizeof(of) / sizeof *(of))

/* What a ledger's policy was when e was made; i is the item, initial what its workflow starts with. */
#define POLICY(name, initial)                                                                                                                                  \
    "iif(EXISTS (SELECT 1 FROM entry x WHERE x.ledger = i.ledger AND x.action = 'amend_ledger' AND x.field = '" name "' AND x.seq < e.seq), "                  \
    "(SELECT CAST(x.new AS INTEGER) FROM entry x WHERE x.ledger = i.ledger AND x.action = 'amend_ledger' AND x.field = '" name "' AND x.seq < e.seq "          \
    "ORDER BY x.seq DESC LIMIT 1), " initial ")"
#define OF_WORKFLOW(column) "(SELECT w." column " FROM ledger g JOIN workflow w ON w.name = g.workflow WHERE g.id = i.ledger)"
#define DAY(time) "date(" time ", (SELECT utc_offset FROM book))"
#define ENTRIES "entry e JOIN item i ON i.id = e.item "
/* The entry p of an item before its entry e. */
#define BEFORE "entry p ON p.seq = (SELECT max(seq) FROM entry WHERE item = e.item AND seq < e.seq) "
/* The unit of e was the lead then. */
#define BY_LEAD                                                                                                                                                \
    "'assign lead' = (SELECT s.action || ' ' || ifnull(s.role, '') FROM entry s WHERE s.item = e.item AND s.unit = e.unit AND s.seq < e.seq "                  \
    "AND s.action IN ('assign', 'unassign') ORDER BY s.seq DESC LIMIT 1) "
#define OVER "('closed', 'cancelled')"

static const struct {
    const char *words, *sql;
} rules[] = {
    { "the baseline due date is the first one, for ever",
        "SELECT id FROM item i WHERE baseline_due IS NOT (SELECT due FROM entry WHERE item = i.id AND due IS NOT NULL ORDER BY seq LIMIT 1)" },
    { "what is closed or cancelled has nothing pending",
        "SELECT id FROM item WHERE state IN " OVER
        " AND (asked_due IS NOT NULL OR suspended_from IS NOT NULL OR suspended_on IS NOT NULL OR notice_on IS NOT NULL)" },
    { "a request for extension is pending until it is answered or the item moves",
        "SELECT id FROM item i WHERE asked_due IS NOT (SELECT asked_due FROM entry r WHERE item = i.id AND action = 'request_extension' AND NOT EXISTS "
        "(SELECT 1 FROM entry WHERE item = i.id AND seq > r.seq AND action IN ('request_extension', 'grant_extension', 'refuse_extension', 'dispatch', "
        "'decline', "
        "'make_standing', 'request_close', 'withdraw', 'return', 'close', 'end_notice', 'object', 'reopen', 'cancel')))" },
    { "one lead, and it is the item's",
        "SELECT id FROM item i WHERE lead IS NOT (SELECT unit FROM assignment WHERE item = i.id AND role = 'lead' AND ended_at IS NULL) "
        "OR (SELECT count(*) FROM assignment WHERE item = i.id AND role = 'lead' AND ended_at IS NULL) > 1" },
    { "the counters are what the journal counts",
        "SELECT i.id FROM item i LEFT JOIN entry e ON e.item = i.id GROUP BY i.id HAVING i.returned <> sum(e.action = 'return' OR e.action = 'object') "
        "OR i.extended <> sum(e.action = 'grant_extension') OR i.urged <> sum(e.action = 'urge') OR i.reopened <> sum(e.action = 'reopen') "
        "OR i.evidence <> sum(e.action = 'attach') OR i.evidence <> (SELECT count(*) FROM evidence WHERE item = i.id) "
        "OR i.late_requests <> sum(e.action = 'request_extension' AND e.due IS NOT NULL AND " DAY("e.at") " > e.due)" },
    { "a unit's own line is what the entries that name the unit make of it",
        "SELECT a.item || ' ' || a.unit FROM assignment a JOIN entry s "
        "ON s.seq = (SELECT max(seq) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'assign') "
        "WHERE a.role <> s.role OR a.officer IS NOT s.officer OR a.entry <> (SELECT max(seq) FROM entry WHERE item = a.item AND unit = a.unit) "
        "OR a.signed_at IS NOT (SELECT max(at) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'acknowledge' AND seq > s.seq) "
        "OR a.completed_at IS NOT (SELECT max(at) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'complete' AND seq > s.seq) "
        "OR a.ended_at IS NOT (SELECT max(at) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'unassign' AND seq > s.seq) "
        "OR a.percent IS NOT (SELECT percent FROM entry WHERE item = a.item AND unit = a.unit AND percent IS NOT NULL ORDER BY seq DESC LIMIT 1)" },
    { "in the order of a unit's list a line stands where its item does",
        "SELECT i.id FROM assignment a JOIN item i ON i.id = a.item WHERE a.ledger <> i.ledger OR a.no_order <> i.no_order OR a.open_due IS NOT "
        "(CASE WHEN i.state NOT IN " OVER " THEN coalesce(i.due, printf('~%015d', i.id)) END)" },
    { "an item is as far as its lead said last",
        "SELECT i.id FROM item i WHERE percent IS NOT (SELECT e.percent FROM entry e WHERE e.item = i.id AND e.percent IS NOT NULL AND " BY_LEAD
        "ORDER BY e.seq DESC LIMIT 1) OR (value IS NOT (SELECT e.value FROM entry e WHERE e.item = i.id AND e.value IS NOT NULL AND " BY_LEAD
        "ORDER BY e.seq DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM entry WHERE item = i.id AND action = 'count'))" },
    { "a counter is the sum of what was counted, each line of it what was counted for the unit, and neither is below nothing",
        "SELECT i.id FROM item i WHERE EXISTS (SELECT 1 FROM entry WHERE item = i.id AND action = 'count') AND value IS NOT (SELECT CAST(sum(CAST(value "
        "AS INTEGER)) AS TEXT) FROM entry WHERE item = i.id AND action = 'count') UNION ALL "
        "SELECT a.item FROM assignment a WHERE EXISTS (SELECT 1 FROM entry WHERE item = a.item AND action = 'count') AND value IS NOT (SELECT CAST(sum(CAST("
        "value AS INTEGER)) AS TEXT) FROM entry WHERE item = a.item AND unit = a.unit AND action = 'count') UNION ALL "
        "SELECT item FROM entry WHERE action = 'count' GROUP BY item, unit HAVING sum(CAST(value AS INTEGER)) < 0" },
    { "the months of a counter make up its figure", "SELECT s.item FROM main.counter_status s WHERE CAST(s.actual AS INTEGER) <> (SELECT total(CAST(p.total "
                                                    "AS INTEGER)) FROM main.counter_period p WHERE p.item = s.item)" },
    { "every unit ever assigned has its line, and no other",
        "SELECT item || ' ' || unit FROM entry WHERE action = 'assign' EXCEPT SELECT item || ' ' || unit FROM assignment UNION ALL "
        "SELECT * FROM (SELECT item || ' ' || unit FROM assignment EXCEPT SELECT item || ' ' || unit FROM entry WHERE action = 'assign')" },
    { "each entry is a move of the workflow from where the one before left the item",
        "SELECT e.seq || ' ' || e.action || ' ' || p.state || ' ' || e.state FROM " ENTRIES "JOIN ledger l ON l.id = i.ledger JOIN " BEFORE
        "WHERE e.action <> 'register' AND NOT EXISTS (SELECT 1 FROM move m WHERE m.workflow = l.workflow AND m.action = e.action AND m.from_state = p.state "
        "AND (NOT m.needs_note OR e.note IS NOT NULL) AND (m.by IS NULL OR e.unit IS NOT NULL) AND (m.to_state IS e.state "
        "OR (m.by = 'lead_moves' AND e.state = p.state) OR (m.to_state IS NULL AND e.state = (SELECT b.state FROM entry s JOIN entry b "
        "ON b.seq = (SELECT max(seq) FROM entry WHERE item = s.item AND seq < s.seq) WHERE s.item = e.item AND s.action = 'suspend' AND s.seq < e.seq "
        "ORDER BY s.seq DESC LIMIT 1))))" },
    { "the due date moves only by what may move it", "SELECT e.seq FROM entry e JOIN " BEFORE "WHERE e.due IS NOT p.due "
                                                     "AND e.action NOT IN ('amend', 'grant_extension', 'return', 'resume', 'make_standing', 'dispatch')" },
    { "an extension is later than the date before it", "SELECT e.seq FROM entry e JOIN " BEFORE "WHERE e.action = 'grant_extension' AND e.due <= p.due" },
    { "what is resumed is due later by the days it was stopped",
        "SELECT e.seq FROM entry e JOIN " BEFORE "WHERE e.action = 'resume' AND e.due IS NOT date(p.due, (julianday(" DAY("e.at") ") - julianday(" DAY(
            "(SELECT at FROM entry WHERE item = e.item AND action = 'suspend' AND seq < e.seq ORDER BY seq DESC LIMIT 1)") ")) || ' days')" },
    { "closed at the time of the entry that closed it",
        "SELECT id FROM item i WHERE closed_at IS NOT iif(state IN " OVER ", (SELECT at FROM entry WHERE item = i.id "
        "AND action IN ('close', 'end_notice', 'cancel') AND state = i.state ORDER BY seq DESC LIMIT 1), NULL)" },
    { "who requested close-out stands there until it is undone",
        "SELECT id FROM item i WHERE requester IS NOT (SELECT actor FROM entry r WHERE item = i.id AND action = 'request_close' AND NOT EXISTS "
        "(SELECT 1 FROM entry WHERE item = i.id AND seq > r.seq AND action IN ('request_close', 'return', 'withdraw', 'object', 'reopen')))" },
    { "suspended, and then only, it has a state to go back to", "SELECT id FROM item WHERE (state = 'suspended') <> (suspended_from IS NOT NULL)" },
    { "a second party closes, where the policy asks for it",
        "SELECT e.seq FROM " ENTRIES "WHERE e.action = 'close' AND " POLICY(
            "second_party", OF_WORKFLOW("second_party")) " AND e.actor = "
                                                         "(SELECT actor FROM entry r WHERE item = e.item AND action = 'request_close' AND seq < e.seq AND NOT "
                                                         "EXISTS (SELECT 1 FROM entry "
                                                         "WHERE item = e.item AND seq > r.seq AND seq < e.seq AND action IN ('request_close', 'return', "
                                                         "'withdraw', 'object', 'reopen')))" },
    { "evidence comes first, where the policy asks for it",
        "SELECT e.seq FROM " ENTRIES "WHERE e.action = 'request_close' AND " POLICY(
            "evidence", OF_WORKFLOW("evidence")) " AND NOT EXISTS (SELECT 1 FROM entry WHERE item = e.item AND action = 'attach' AND seq < e.seq)" },
    { "every unit has signed, where the policy asks for it",
        "SELECT e.seq FROM " ENTRIES "JOIN entry s ON s.item = e.item AND s.action = 'assign' AND s.seq < e.seq WHERE e.action = 'request_close' AND " POLICY(
            "all_sign", "0") " AND NOT EXISTS (SELECT 1 FROM entry WHERE item = e.item AND unit = s.unit AND seq > s.seq AND seq < e.seq "
                             "AND action IN ('unassign', 'acknowledge', 'assign'))" },
    { "no more extensions than the policy allows",
        "SELECT e.seq FROM " ENTRIES "WHERE e.action = 'request_extension' AND (SELECT count(*) FROM entry WHERE item = e.item AND action = 'grant_extension' "
        "AND seq < e.seq) >= " POLICY("extensions", "NULL") },
    { "an extension is asked for in time, unless the policy lets it be late",
        "SELECT e.seq FROM " ENTRIES "WHERE e.action = 'request_extension' AND NOT " POLICY("late_extension", "0") " AND " DAY("e.at") " > e.due" },
    { "a public notice lasts as long as the policy says",
        "SELECT e.seq FROM " ENTRIES "WHERE e.action = 'end_notice' AND julianday(" DAY("e.at") ") - julianday(" DAY(
            "(SELECT max(n.at) FROM entry n WHERE n.item = e.item AND n.seq < e.seq AND n.state = 'notice' "
            "AND (SELECT state FROM entry WHERE item = e.item AND seq < n.seq ORDER BY seq DESC LIMIT 1) <> 'notice')") ") < " POLICY("notice_days",
            OF_WORKFLOW("notice_days")) },
    { "what stands below is closed first: of a cancelled item always, else where the policy asks for it",
        "SELECT e.seq || ' ' || c.id FROM " ENTRIES "JOIN item c ON c.id < e.seq AND (SELECT parent FROM entry WHERE item = c.id AND seq < e.seq "
        "AND action IN ('register', 'amend') ORDER BY seq DESC LIMIT 1) = e.item AND (SELECT state FROM entry WHERE item = c.id AND seq < e.seq "
        "ORDER BY seq DESC LIMIT 1) NOT IN " OVER
        " WHERE e.action = 'cancel' OR (e.action IN ('request_close', 'close', 'end_notice') AND " POLICY("children", "1") ")" },
    { "nothing open stands below what is cancelled",
        "SELECT c.id FROM item c JOIN item i ON i.id = c.parent WHERE i.state = 'cancelled' AND c.state NOT IN " OVER },
    { "nothing stands below itself", "WITH RECURSIVE up(id, above) AS (SELECT id, parent FROM item WHERE parent IS NOT NULL UNION SELECT u.id, i.parent FROM "
                                     "up u JOIN item i ON i.id = u.above "
                                     "WHERE i.parent IS NOT NULL) SELECT id FROM up WHERE id = above" },
    { "a listing is what was last said of it",
        "SELECT n.ledger || ' ' || n.item FROM listing n JOIN entry e ON e.seq = (SELECT max(seq) FROM entry WHERE item = n.item AND ledger = n.ledger "
        "AND action IN ('enlist', 'delist')) WHERE n.entry <> e.seq OR (n.ended_at IS NOT NULL) <> (e.action = 'delist') OR n.ended_at <> e.at "
        "OR n.no IS NOT (SELECT no FROM entry WHERE item = n.item AND ledger = n.ledger AND action = 'enlist' ORDER BY seq DESC LIMIT 1) "
        "OR n.ledger = (SELECT ledger FROM item WHERE id = n.item)" },
    { "a number is used once in a ledger, by an item or a listing", "SELECT no FROM (SELECT ledger, no FROM item UNION ALL SELECT ledger, no FROM listing "
                                                                    "WHERE ended_at IS NULL) GROUP BY ledger, no HAVING count(*) > 1" },
    { "automatic numbers go on behind the largest",
        "SELECT l.code FROM ledger l JOIN (SELECT ledger, no FROM item UNION ALL SELECT ledger, no FROM listing) n ON n.ledger = l.id "
        "WHERE n.no NOT GLOB '*[^0-9]*' AND CAST(n.no AS INTEGER) > l.last_no" },
    { "a warning is raised once, and acknowledged once",
        "SELECT item FROM entry WHERE action = 'warn' GROUP BY item, kind, ifnull(due, '') HAVING count(*) > 1 UNION ALL "
        "SELECT item FROM warning w WHERE acknowledged_at IS NOT (SELECT min(at) FROM entry WHERE item = w.item AND kind = w.level "
        "AND action = 'acknowledge_warning' AND seq > (SELECT seq FROM entry WHERE item = w.item AND kind = w.level AND action = 'warn' "
        "AND ifnull(due, '') = w.due)) UNION ALL SELECT -1 WHERE (SELECT count(*) FROM warning) <> (SELECT count(*) FROM entry WHERE action = 'warn')" },
    { "a post is held by who was appointed last",
        "SELECT u.code FROM unit u WHERE holder IS NOT (SELECT officer FROM entry WHERE unit = u.id AND action = 'appoint' ORDER BY seq DESC LIMIT 1)" },
    { "an occurrence stands once for its series and period, between the first and the last",
        "SELECT i.id FROM item i JOIN series q ON q.id = i.series WHERE i.period < q.first_period OR i.period > q.last_period OR i.ledger <> q.ledger "
        "OR i.uid NOT GLOB substr(q.uid, 1, 12) || lower(hex(i.period)) || '*' UNION ALL "
        "SELECT max(id) FROM item WHERE series IS NOT NULL GROUP BY series, period HAVING count(*) > 1" },
    { "a datum is filled in once for a unit and a period, and is what it was last said to be",
        "SELECT field FROM entry WHERE action = 'fill' GROUP BY field, unit, period HAVING count(*) > 1 UNION ALL SELECT datum FROM datum_value v "
        "WHERE value IS NOT (SELECT new FROM entry e WHERE e.field = v.datum AND e.unit = v.unit AND e.period = v.period AND (action = 'fill' OR "
        "action = 'correct') ORDER BY seq DESC LIMIT 1)" },
    { "a day is what was last set", "SELECT day FROM calendar c WHERE working <> (SELECT kind = 'workday' FROM entry WHERE action = 'set_day' AND happened_on "
                                    "= c.day ORDER BY seq DESC LIMIT 1)" },
    { "each item is read, and has a light while it is open",
        "SELECT 'light ' || ref FROM main.item_status WHERE (light IS NOT NULL) <> (state NOT IN " OVER ") UNION ALL "
        "SELECT 'rows' WHERE (SELECT count(*) FROM main.item_status) <> (SELECT count(*) FROM item) UNION ALL "
        "SELECT 'summary' WHERE (SELECT ifnull(sum(total), 0) FROM main.ledger_summary) <> (SELECT count(*) FROM item)" },
};

/* The present: what the journal makes. */
static const char *const tables[] = { "SELECT * FROM main.book", "SELECT * FROM main.unit ORDER BY id", "SELECT * FROM main.ledger ORDER BY id",
    "SELECT * FROM main.field ORDER BY ledger, code", "SELECT * FROM main.item ORDER BY id", "SELECT * FROM main.assignment ORDER BY item, unit",
    "SELECT * FROM main.evidence ORDER BY id", "SELECT * FROM main.value ORDER BY item, field", "SELECT * FROM main.listing ORDER BY ledger, item",
    "SELECT * FROM main.tally ORDER BY month, ledger, unit", "SELECT * FROM main.tally_day", "SELECT * FROM main.warning ORDER BY item, level, due",
    "SELECT * FROM main.upgrade ORDER BY format", "SELECT * FROM main.calendar ORDER BY day", "SELECT * FROM main.workflow ORDER BY name",
    "SELECT * FROM main.series ORDER BY id", "SELECT * FROM main.datum ORDER BY code", "SELECT * FROM main.ledger_datum ORDER BY ledger, datum",
    "SELECT * FROM main.datum_value ORDER BY datum, unit, period", "SELECT * FROM main.move WHERE entry IS NOT NULL ORDER BY workflow, action, from_state",
    "SELECT * FROM main.synonym ORDER BY heading" };

struct invariants {
    sqlite3 *db, *again;
    int64_t last;  /* the last entry that the second database keeps */
    int workflows; /* how many there were then */
    sqlite3_stmt *check, *check_workflow, *count_workflows;
    sqlite3_stmt *rule[COUNT(rules)], *stored[COUNT(tables)], *rebuilt[COUNT(tables)], *read, *add;
    char words[1000];
};

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    ck_assert_msg(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    return statement;
}

static int number(sqlite3_stmt *statement)
{
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    int found = sqlite3_column_int(statement, 0);
    sqlite3_reset(statement);
    return found;
}

/* The rule queries: the parts of check_book, but the one that reads definitions of workflows again, which is slow and finds the same as long as
 * no workflow is added. */
static void prepare_checks(invariants *these)
{
    static const char part[] = "UNION ALL SELECT * FROM check_workflow",
                      columns[] = "rule || ' ' || place || ' ' || ifnull(row, '') || ' ' || ifnull(found, '')";
    sqlite3_stmt *text =
        prepared(these->db, "SELECT replace(substr(sql, length('CREATE VIEW check_book AS ')), ?1, ''), instr(sql, ?1) FROM main.sqlite_schema "
                            "WHERE name = 'check_book'");
    sqlite3_bind_text(text, 1, part, -1, SQLITE_STATIC);
    ck_assert_int_eq(sqlite3_step(text), SQLITE_ROW);
    ck_assert_int_gt(sqlite3_column_int(text, 1), 0);
    char *sql = sqlite3_mprintf("SELECT %s FROM (%s)", columns, (const char *)sqlite3_column_text(text, 0));
    these->check = prepared(these->db, sql);
    sqlite3_free(sql);
    sqlite3_finalize(text);
    sql = sqlite3_mprintf("SELECT %s FROM main.check_workflow", columns);
    these->check_workflow = prepared(these->db, sql);
    sqlite3_free(sql);
    these->count_workflows = prepared(these->db, "SELECT count(*) FROM main.workflow");
    these->workflows = number(these->count_workflows);
}

/* Every column of an entry, whatever they are. */
static sqlite3_stmt *prepared_copy(sqlite3 *db, int columns)
{
    char sql[400];
    int at = snprintf(sql, sizeof sql, "INSERT INTO entry VALUES (?");
    for (int i = 1; i < columns && at < 300; i++)
        at += snprintf(sql + at, sizeof sql - (size_t)at, ", ?");
    snprintf(sql + at, sizeof sql - (size_t)at, ")");
    return prepared(db, sql);
}

static const char *copy_entries(invariants *these)
{
    const char *wrong = NULL;
    sqlite3_bind_int64(these->read, 1, these->last);
    while (wrong == NULL && sqlite3_step(these->read) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(these->read); i++)
            sqlite3_bind_value(these->add, i + 1, sqlite3_column_value(these->read, i));
        int result = sqlite3_step(these->add);
        sqlite3_reset(these->add);
        if (result != SQLITE_DONE)
            wrong = these->words;
        if (result != SQLITE_DONE)
            snprintf(these->words, sizeof these->words, "entry %d is refused when it is replayed: %s", sqlite3_column_int(these->read, 0),
                sqlite3_errmsg(these->again));
    }
    sqlite3_reset(these->read);
    return wrong;
}

invariants *invariants_begin(sqlite3 *db)
{
    invariants *these = calloc(1, sizeof *these);
    ck_assert_ptr_nonnull(these);
    these->db = db;
    ck_assert_int_eq(sqlite3_open(":memory:", &these->again), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(these->again, "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(tl__schema_create(these->again), SQLITE_OK);
    for (size_t i = 0; i < COUNT(rules); i++)
        these->rule[i] = prepared(db, rules[i].sql);
    for (size_t i = 0; i < COUNT(tables); i++) {
        these->stored[i] = prepared(db, tables[i]);
        these->rebuilt[i] = prepared(these->again, tables[i]);
    }
    these->read = prepared(db, "SELECT * FROM main.entry WHERE seq > ?1 ORDER BY seq");
    these->add = prepared_copy(these->again, sqlite3_column_count(these->read));
    const char *wrong = copy_entries(these);
    ck_assert_msg(wrong == NULL, "%s", wrong);
    sqlite3_stmt *last = prepared(db, "SELECT max(seq) FROM main.entry");
    these->last = number(last);
    sqlite3_finalize(last);
    prepare_checks(these);
    return these;
}

void invariants_end(invariants *these)
{
    for (size_t i = 0; i < COUNT(rules); i++)
        sqlite3_finalize(these->rule[i]);
    for (size_t i = 0; i < COUNT(tables); i++) {
        sqlite3_finalize(these->stored[i]);
        sqlite3_finalize(these->rebuilt[i]);
    }
    sqlite3_stmt *const others[] = { these->check, these->check_workflow, these->count_workflows, these->read, these->add };
    for (size_t i = 0; i < COUNT(others); i++)
        sqlite3_finalize(others[i]);
    sqlite3_close(these->again);
    free(these);
}

/* What breaks the sentence is the first row of its query. */
static const char *broken(invariants *these, const char *words, sqlite3_stmt *query)
{
    int step = sqlite3_step(query);
    const char *found = step == SQLITE_ROW ? (const char *)sqlite3_column_text(query, 0) : sqlite3_errmsg(these->db);
    snprintf(these->words, sizeof these->words, "%s: %s", words, found == NULL ? "NULL" : found);
    sqlite3_reset(query);
    return step == SQLITE_DONE ? NULL : these->words;
}

const char *invariants_broken(invariants *these)
{
    const char *wrong = broken(these, "no rule query finds anything", these->check);
    if (wrong == NULL && number(these->count_workflows) != these->workflows)
        wrong = broken(these, "no rule query finds anything", these->check_workflow);
    for (size_t i = 0; wrong == NULL && i < COUNT(rules); i++)
        wrong = broken(these, rules[i].words, these->rule[i]);
    return wrong;
}

static int same_value(sqlite3_stmt *one, sqlite3_stmt *other, int column)
{
    if (sqlite3_column_type(one, column) != sqlite3_column_type(other, column))
        return 0;
    if (sqlite3_column_type(one, column) == SQLITE_NULL)
        return 1;
    return strcmp((const char *)sqlite3_column_text(one, column), (const char *)sqlite3_column_text(other, column)) == 0;
}

static const char *differing(invariants *these, const char *table, sqlite3_stmt *stored, sqlite3_stmt *rebuilt)
{
    int a = SQLITE_ROW, b = SQLITE_ROW;
    while (a == SQLITE_ROW && b == SQLITE_ROW) {
        a = sqlite3_step(stored);
        b = sqlite3_step(rebuilt);
        for (int i = 0; a == SQLITE_ROW && b == SQLITE_ROW && i < sqlite3_column_count(stored); i++) {
            if (same_value(stored, rebuilt, i))
                continue;
            snprintf(these->words, sizeof these->words, "%s: the row %s has %s '%s', rebuilt '%s'", table, (const char *)sqlite3_column_text(stored, 0),
                sqlite3_column_name(stored, i), (const char *)sqlite3_column_text(stored, i), (const char *)sqlite3_column_text(rebuilt, i));
            return these->words;
        }
    }
    snprintf(these->words, sizeof these->words, "%s: more rows stored, or more rebuilt", table);
    return a == SQLITE_DONE && b == SQLITE_DONE ? NULL : these->words;
}

const char *invariants_rebuilt(invariants *these)
{
    ck_assert_int_eq(sqlite3_exec(these->again, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    const char *wrong = copy_entries(these);
    for (size_t i = 0; wrong == NULL && i < COUNT(tables); i++) {
        wrong = differing(these, tables[i], these->stored[i], these->rebuilt[i]);
        sqlite3_reset(these->stored[i]);
        sqlite3_reset(these->rebuilt[i]);
    }
    ck_assert_int_eq(sqlite3_exec(these->again, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    return wrong;
}
