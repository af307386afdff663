/* hand_schema.c - the tables and indexes of a book without its triggers and views, and the rows it starts with. */
#include "bench.h"

#include <stdio.h>
#include <string.h>

/* Names, types and primary keys, and nothing else but the columns that are reckoned, for which there are indexes: they are the last ones of item. */
static const char bare_tables[] =
    "SELECT 'CREATE TABLE \"' || l.name || '\"(' || (SELECT group_concat('\"' || name || '\" ' || type || iif(pk AND NOT l.wr, ' PRIMARY KEY', ''), ', ') "
    "    FROM pragma_table_info(l.name)) "
    "  || iif(l.name = 'item', ', ' || (SELECT rtrim(substr(sql, instr(sql, 'risk_rank INTEGER')), ') STRICT') FROM sqlite_schema WHERE name = 'item'), '') "
    "  || iif(l.wr, ', PRIMARY KEY (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(l.name) WHERE pk ORDER BY pk)) || ')) "
    "WITHOUT ROWID', ')') "
    "FROM pragma_table_list l WHERE l.type = 'table' AND l.schema = 'main' AND l.name NOT GLOB 'sqlite_*'";

static const char checked_tables[] = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY rowid";

/* In a book a trigger sees to it that numbers are unique; here an index does. */
static const char indexes[] = "SELECT iif(?1 AND (name = 'item_no' OR name = 'item_uid'), replace(sql, 'CREATE INDEX', 'CREATE UNIQUE INDEX'), sql) "
                              "FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";

static const char rows[] = "SELECT printf('INSERT INTO main.\"%s\"(%s) SELECT %s FROM book.\"%s\"', name, columns, columns, name) FROM ("
                           "  SELECT name, rowid, (SELECT group_concat('\"' || name || '\"') FROM pragma_table_info(s.name)) AS columns FROM sqlite_schema s "
                           "  WHERE type = 'table' AND name NOT GLOB 'sqlite_*') ORDER BY rowid";

static void run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        die("by hand: %s: %s", sql, message);
}

/* Runs in db each statement that a query of the book gives. */
static void run_each(sqlite3 *db, sqlite3 *book, const char *query, int unique)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(book, query, -1, &statement, NULL) != SQLITE_OK)
        die("by hand: %s", sqlite3_errmsg(book));
    if (sqlite3_bind_parameter_count(statement) > 0)
        sqlite3_bind_int(statement, 1, unique);
    while (sqlite3_step(statement) == SQLITE_ROW)
        run(db, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
}

void hand_schema(sqlite3 *db, const char *path, enum hand_kind kind)
{
    sqlite3 *book;
    if (sqlite3_open_v2(path, &book, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        die("by hand: %s can't be opened", path);
    char *attach = sqlite3_mprintf("ATTACH %Q AS book", path);
    run(db, attach);
    sqlite3_free(attach);
    run(db, "BEGIN");
    run_each(db, book, kind == CHECKED ? checked_tables : bare_tables, 0);
    run_each(db, book, rows, 0);
    run_each(db, book, indexes, kind == CHECKED);
    run(db, "COMMIT; DETACH book");
    sqlite3_close(book);
}
