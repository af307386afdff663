/* statement.h (L1) - the statements that are prepared once for each handle, on first use. */
#ifndef TL_STATEMENT_H
#define TL_STATEMENT_H

/* The texts of an entry e in which words are found: title, detail, new, note, problem, next_step, each NULL where it is none of the item's own; and
 * whether it is an amendment that took words away. */
#define TL__SEARCH_TEXTS 6
#define TL__SEARCH_COLUMNS                                                                                                                                     \
    "iif(e.action = 'register' OR e.action = 'amend', e.title, NULL), iif(e.action = 'register' OR e.action = 'amend', e.detail, NULL), "                      \
    "iif(e.action = 'amend' AND e.field NOT IN ('no', 'source', 'officer', 'due', 'parent'), e.new, NULL), e.note, e.problem, e.next_step, "                   \
    "e.action = 'amend' AND (e.old IS NOT NULL OR instr(e.field, ',') > 0)"

#define TL__STATEMENT_MAP(X)                                                                                                                                   \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                                                                                \
    X(COMMIT, "COMMIT")                                                                                                                                        \
    X(ROLLBACK, "ROLLBACK")                                                                                                                                    \
    X(SAVEPOINT, "SAVEPOINT tl")                                                                                                                               \
    X(RELEASE, "RELEASE tl")                                                                                                                                   \
    X(ROLLBACK_TO, "ROLLBACK TO tl")                                                                                                                           \
    X(BOOK, "SELECT uid, title, utc_offset, given_clock FROM book")                                                                                            \
    X(RULE, "SELECT kind, en, zh FROM rule WHERE name = ?1")                                                                                                   \
    X(LAST_SEAL, "SELECT seq, digest FROM seal ORDER BY seq DESC LIMIT 1")                                                                                     \
    X(ENTRIES_AFTER, "SELECT * FROM entry WHERE seq > ?1 ORDER BY seq")                                                                                        \
    X(SEAL, "INSERT INTO seal(seq, digest) VALUES (?1, ?2)")                                                                                                   \
    X(LAST_ENTRY, "SELECT max(seq) FROM entry")                                                                                                                \
    X(REQUEST, "SELECT seq FROM entry WHERE request = ?1")                                                                                                     \
    X(POST, "INSERT INTO post(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, "                             \
            "problem, next_step, happened_on, asked_due, field, old, new, no, title, detail, source, parent, uid, code, kind, "                                \
            "workflow, required, uri, sha256, size, request, data, due_text, series, period, expect) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "             \
            "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, "                              \
            "?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)")                                                                                                    \
    X(NEXT_MOVE, "SELECT e.seq + 1, e.at, coalesce(?3, v.unit), iif(?3 IS NOT NULL AND ?3 IS NOT v.lead, v.line_state, v.state), v.due, "                      \
                 "v.risk FROM item_move v CROSS JOIN entry e WHERE v.item = ?1 AND v.action = ?2 AND v.plain AND (?4 IS NULL OR v.entry "                      \
                 "= ?4) AND e.seq = (SELECT max(seq) FROM entry)")                                                                                             \
    X(ADD, "INSERT INTO entry(seq, at, actor, action, item, ledger, unit, role, officer, state, due, percent, value, risk, note, "                             \
           "problem, next_step, happened_on, asked_due, field, old, new, no, title, detail, source, parent, uid, code, kind, "                                 \
           "workflow, required, uri, sha256, size, request, data, due_text, series, period) VALUES (?1, max(?41, coalesce(?2, "                                \
           "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "                           \
           "?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40)")                                         \
    X(NEXT_ITEM, "SELECT e.seq + 1, e.at, e.seq + 1, 'registered', CAST(l.last_no + 1 AS TEXT), lower(hex(randomblob(16))) FROM ledger l "                     \
                 "CROSS JOIN entry e WHERE l.id = ?1 AND e.seq = (SELECT max(seq) FROM entry)")                                                                \
    X(UNIT_BY_CODE, "SELECT id FROM unit WHERE code = ?1")                                                                                                     \
    X(UNIT_BY_NAME, "SELECT id, code FROM unit WHERE name = ?1 LIMIT 2")                                                                                       \
    X(UNIT_NAMES, "SELECT code, name FROM unit UNION ALL SELECT name, code FROM unit")                                                                         \
    X(LEDGER_BY_CODE, "SELECT id FROM ledger WHERE code = ?1")                                                                                                 \
    X(SERIES_BY_CODE, "SELECT id FROM series WHERE code = ?1")                                                                                                 \
    X(SERIES_NAMES, "SELECT code, title FROM series")                                                                                                          \
    X(SERIES_CODE, "SELECT code FROM series WHERE id = ?1")                                                                                                    \
    X(UNIT_CODE, "SELECT code, name FROM unit WHERE id = ?1")                                                                                                  \
    X(LEDGER_NAMES, "SELECT code, title FROM ledger")                                                                                                          \
    X(ITEM_BY_NO, "SELECT id FROM item WHERE ledger = ?1 AND no = ?2 "                                                                                         \
                  "UNION ALL SELECT item FROM listing WHERE ledger = ?1 AND no = ?2 AND ended_at IS NULL")                                                     \
    X(ITEM_BY_UID, "SELECT id FROM item WHERE uid = ?1")                                                                                                       \
    X(ITEM_NOS, "SELECT no, title FROM (SELECT no, title FROM item WHERE ledger = ?1 UNION ALL SELECT n.no, i.title FROM listing n "                           \
                "JOIN item i ON i.id = n.item WHERE n.ledger = ?1 AND n.ended_at IS NULL) LIMIT 10000")                                                        \
    X(ITEM_PLACE, "SELECT l.code || '/' || i.no, i.state, i.ledger FROM item i JOIN ledger l ON l.id = i.ledger WHERE i.id = ?1")                              \
    X(ITEM_ORDER, "SELECT ledger, no_order, due_order, risk_rank, entry FROM item WHERE id = ?1")                                                              \
    X(OPEN_STATES, "SELECT name FROM state WHERE open ORDER BY rank")                                                                                          \
    X(FIELD_ANYWHERE, "SELECT code, title FROM field WHERE (ledger = ?1 OR ?1 = 0) AND (code = ?2 OR title = ?2)")                                             \
    X(FIELD_NAMES_ANYWHERE, "SELECT DISTINCT code, title FROM field WHERE ledger = ?1 OR ?1 = 0")                                                              \
    X(ACTION_NAMES, "SELECT name, zh FROM action WHERE scope = 'item'")                                                                                        \
    X(FIELD_BY_NAME, "SELECT code, type FROM field WHERE ledger = ?1 AND (code = ?2 OR title = ?2) ORDER BY code = ?2 DESC")                                   \
    X(FIELD_TAKES, "SELECT CASE f.type WHEN 'choice' THEN 'one of ' || f.choices WHEN 'date' THEN 'a day: 2023-06-30' WHEN 'unit' THEN 'the code of a unit' "  \
                   "WHEN 'integer' THEN 'a whole number: 12' WHEN 'number' THEN 'a decimal number: 4.5' END FROM item i JOIN field f ON f.ledger = i.ledger "  \
                   "WHERE i.id = ?1 AND f.code = ?2")                                                                                                          \
    X(FIELD_NAMES, "SELECT code, title FROM field WHERE ledger = ?1 ORDER BY rank")                                                                            \
    X(COLUMN_BY_LABEL, "SELECT name FROM label WHERE kind = 'column' AND (zh = ?1 OR en = ?1)")                                                                \
    X(MOVES_NOW, "SELECT replace(group_concat(m.action, ', '), '_', '-') FROM item i JOIN ledger l ON l.id = i.ledger "                                        \
                 "JOIN move m ON m.workflow = l.workflow AND m.from_state = i.state WHERE i.id = ?1")                                                          \
    X(UNITS_NOW, "SELECT group_concat(u.code || ' ' || u.name, ', ') FROM assignment a JOIN unit u ON u.id = a.unit WHERE a.item = ?1 AND a.ended_at IS NULL") \
    X(FIELDS_EMPTY, "SELECT group_concat(f.code || ' ' || f.title, ', ') FROM item i JOIN field f ON f.ledger = i.ledger AND f.required WHERE i.id = ?1 "      \
                    "AND NOT EXISTS (SELECT 1 FROM value v WHERE v.item = i.id AND v.field = f.code AND v.value IS NOT NULL)")                                 \
    X(VIEW_TEXT, "SELECT substr(sql, instr(sql, ' AS') + 3) FROM main.sqlite_schema WHERE name = ?1 AND type = 'view'")                                        \
    X(FEWER_MONTHS_OUTSIDE, "WITH RECURSIVE m(month) AS (SELECT '' UNION ALL SELECT (SELECT min(t.month) FROM tally t WHERE t.month > m.month) FROM m "        \
                            "WHERE m.month IS NOT NULL) SELECT total(month < ?1 OR month > ?2) < total(month >= ?1 AND month <= ?2) FROM m")                   \
    X(DATUM_BY_NAME, "SELECT code, type FROM datum WHERE code = ?1 OR title = ?1 ORDER BY code = ?1 DESC")                                                     \
    X(DATUM_NAMES, "SELECT code, title FROM datum")                                                                                                            \
    X(DATUM_FILLED, "SELECT value, filled_by, filled_on, corrected FROM datum_status WHERE datum = ?1 AND unit = (SELECT code FROM unit WHERE id = ?2) "       \
                    "AND period = ?3")                                                                                                                         \
    X(DATUM_TYPE, "SELECT type || coalesce(': ' || choices, '') FROM datum WHERE code = ?1")                                                                   \
    X(UNIT_CATALOGUES, "SELECT unit || ': ' || group_concat(ledger || ' ' || title || coalesce(' ' || edition, ''), ', ') FROM (SELECT * FROM unit_catalogue " \
                       "WHERE unit_id = ?1 ORDER BY ledger_id)")                                                                                               \
    X(TEMPLATE_NAMES, "SELECT name, zh FROM template")                                                                                                         \
    X(WORKFLOW_NAMES, "SELECT name, zh FROM workflow")                                                                                                         \
    X(LEDGER_CODE, "SELECT code FROM ledger WHERE id = ?1")                                                                                                    \
    X(GIVEN_TIME, "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', ?1 || ' 12:00:00', ?2)")                                                                              \
    X(CLOCK_TIME, "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', ?1, 'unixepoch')")                                                                                    \
    X(CLOCK_DAY, "SELECT date(?1, 'unixepoch', ?2)")                                                                                                           \
    X(COUNTS, "SELECT (SELECT count(*) FROM unit), (SELECT count(*) FROM ledger), (SELECT count(*) FROM item), "                                               \
              "coalesce((SELECT max(seq) FROM entry), 0), coalesce((SELECT max(seq) FROM seal), 0)")                                                           \
    X(HEAD, "SELECT seq, at FROM entry ORDER BY seq DESC LIMIT 1")                                                                                             \
    X(DATA_VERSION, "PRAGMA data_version")                                                                                                                     \
    X(POLICY_NAMES, "SELECT name, zh FROM policy")                                                                                                             \
    X(AMENDABLE, "SELECT 1 FROM ledger_policy WHERE name = ?1")                                                                                                \
    X(AMENDABLE_NAMES, "SELECT DISTINCT v.name, p.zh FROM ledger_policy v LEFT JOIN policy p ON p.name = v.name")                                              \
    X(POLICY_BY_NAME, "SELECT low, high, optional FROM policy WHERE name = ?1")                                                                                \
    X(YELLOW_FIRST, "SELECT yellow_days, blue_days FROM ledger WHERE id = ?1 AND yellow_days > blue_days")                                                     \
    X(WORKFLOW_BY_NAME, "SELECT name FROM workflow WHERE name = ?1")                                                                                           \
    X(TEMPLATE_BY_NAME, "SELECT name FROM template WHERE name = ?1")                                                                                           \
    X(WORKFLOW_SAME, "SELECT 1 FROM workflow WHERE name = ?1 AND definition = ?2 AND zh = ?3")                                                                 \
    X(TODAY, "SELECT coalesce(?1, strftime('%Y-%m-%d', 'now', utc_offset)) FROM book")                                                                         \
    X(LEDGER_YEAR, "SELECT coalesce(l.year, CAST(strftime('%Y', e.at, b.utc_offset) AS INTEGER)) FROM ledger l JOIN entry e ON e.seq = l.id "                  \
                   "CROSS JOIN book b WHERE l.id = ?1")                                                                                                        \
    X(WORKING, "SELECT working FROM calendar WHERE day = ?1")                                                                                                  \
    X(CALENDAR_NAMES, "SELECT group_concat(name, ?3) FROM (SELECT DISTINCT coalesce(source, ?2) AS name FROM calendar "                                        \
                      "WHERE day >= ?1 || '-01-01' AND day <= ?1 || '-12-31' ORDER BY name)")                                                                  \
    X(CALENDAR_DAY, "SELECT working, title, source, entry FROM calendar WHERE day = ?1")                                                                       \
    X(REQUESTED_DUE, "SELECT coalesce(asked_due, due) FROM entry WHERE request = ?1 AND due_text = ?2")                                                        \
    X(TERM_COUNTED, "SELECT 1 FROM item i JOIN ledger l ON l.id = i.ledger WHERE i.id = ?1 AND i.due IS NULL AND i.due_text IS NULL "                          \
                    "AND l.term IS NOT NULL AND l.term_working")                                                                                               \
    X(TERM_SPAN, "SELECT started_on, due FROM item WHERE id = ?1")                                                                                             \
    X(SEARCH_TABLES, "SELECT count(*), total(sql = iif(name = 'search_index', ?1, ?2)) FROM main.sqlite_schema "                                               \
                     "WHERE name COLLATE NOCASE IN ('search_index', 'search_indexed')")                                                                        \
    X(SEARCH_ITEM, "SELECT ledger, title, detail FROM main.item WHERE id = ?1")                                                                                \
    X(SEARCH_VALUES, "SELECT value, field FROM main.value WHERE item = ?1 AND value IS NOT NULL")                                                              \
    X(SEARCH_ENTRIES, "SELECT note, problem, next_step FROM main.entry WHERE item = ?1 ORDER BY seq")                                                          \
    X(SEARCH_TAIL, "SELECT e.item, " TL__SEARCH_COLUMNS " FROM main.entry e WHERE e.seq > ?1 AND +e.item IS NOT NULL")                                         \
    X(SYNONYM, "SELECT 1 FROM synonym WHERE heading = ?1 AND name = ?2")                                                                                       \
    X(SYNONYM_NAMES, "SELECT DISTINCT name FROM synonym WHERE entry IS NULL ORDER BY name")

typedef enum tl__statement_id {
#define TL__STATEMENT_ENUM(name, sql) TL__##name,
    TL__STATEMENT_MAP(TL__STATEMENT_ENUM)
#undef TL__STATEMENT_ENUM
        TL__STATEMENT_COUNT
} tl__statement_id;

/* The SQL of a cached statement. */
const char *tl__statement_sql(tl__statement_id id);

#endif
