/* migrate.c (L1) - a book of an older format: since everything is a fold of the journal, it is brought up to date by replaying its journal
 * into the present schema, in the same file and in one transaction. Seals stay as they are, so checkpoints kept elsewhere still hold. Where it
 * may only be read, the same is done beside it. */
#include "schema.h"

#include <string.h>

/* Runs each text that a query gives. */
static int run_each(tl_book *book, const char *query)
{
    sqlite3_stmt *statement;
    tl__buffer script = { 0 };
    int result = sqlite3_prepare_v2(book->db, query, -1, &statement, NULL);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    while ((result = tl__step(book, statement)) == TL_ROW) {
        tl__append(&script, (const char *)sqlite3_column_text(statement, 0));
        tl__append(&script, ";");
    }
    sqlite3_finalize(statement);
    if (script.failed)
        result = tl__fail_memory(book);
    else if (result == TL_DONE)
        result = script.text == NULL ? TL_OK : tl__run(book, script.text);
    tl_free(script.text);
    return result;
}

/* The names of what the present schema is made of, quoted, with commas between. */
static char *own_names(sqlite3 *scratch)
{
    sqlite3_stmt *statement;
    tl__buffer list = { 0 };
    int result = sqlite3_prepare_v2(scratch, "SELECT quote(name) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'", -1, &statement, NULL);
    while (result == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        if (list.length > 0)
            tl__append(&list, ",");
        tl__append(&list, (const char *)sqlite3_column_text(statement, 0));
    }
    if (sqlite3_finalize(statement) == SQLITE_OK && !list.failed)
        return list.text;
    tl_free(list.text);
    return NULL;
}

/* A script made by one query, which has the names in it. */
static int run_each_with(tl_book *book, const char *query, const char *names)
{
    char *sql = sqlite3_mprintf(query, names);
    int result = sql == NULL ? tl__fail_memory(book) : run_each(book, sql);
    sqlite3_free(sql);
    return result;
}

static int last_entry(tl_book *book, sqlite3 *db, const char *query, int64_t *seq)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(db, query, -1, &statement, NULL);
    *seq = 0;
    if (result == SQLITE_OK && (result = sqlite3_step(statement)) == SQLITE_ROW)
        *seq = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    if (result == SQLITE_ROW)
        return TL_OK;
    tl__fail_on(book, db, result);
    return tl__error_prefix(&book->error, "the journal can't be read: ");
}

/* Notes that the journal up to its last entry is of the older format, so that younger rules are not asked of it. */
static int note_upgrade(tl_book *book, int64_t last)
{
    char *sql = sqlite3_mprintf("INSERT INTO upgrade(format, seq) SELECT %d, %lld WHERE %lld > 0 AND NOT EXISTS (SELECT 1 FROM upgrade WHERE format = %d)",
        book->format, (long long)last, (long long)last, book->format);
    int result = sql == NULL ? tl__fail_memory(book) : tl__run(book, sql);
    sqlite3_free(sql);
    return result;
}

static int has_upgrades(tl_book *book, const char *table)
{
    return sqlite3_table_column_metadata(book->db, "main", table, "seq", NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* Takes the old schema away but for the journal and its seals. Tables and views of the user's own stay; a trigger of anybody's goes. */
static int take_down(tl_book *book, const char *names)
{
    int result = run_each_with(book,
        "SELECT printf('DROP %%s \"%%w\"', type, name) FROM sqlite_schema WHERE sql IS NOT NULL AND (type = 'trigger' OR (type IN ('view', 'index') AND name "
        "IN (%s))) "
        "ORDER BY type = 'index', type = 'view'",
        names);
    if (result == TL_OK)
        result = tl__run(book, "ALTER TABLE entry RENAME TO entry_before; ALTER TABLE seal RENAME TO seal_before");
    if (result == TL_OK && has_upgrades(book, "upgrade"))
        result = tl__run(book, "ALTER TABLE upgrade RENAME TO upgrade_before");
    return result != TL_OK ? result
                           : run_each_with(book, "SELECT printf('DROP TABLE \"%%w\"', name) FROM sqlite_schema WHERE type = 'table' AND name IN (%s)", names);
}

static int rebuild(tl_book *book)
{
    int64_t seq;
    int result = tl__schema_create(book->db);
    if (result != SQLITE_OK)
        return tl__fail_db(book, result);
    result = has_upgrades(book, "upgrade_before") ? tl__run(book, "INSERT INTO upgrade SELECT * FROM upgrade_before; DROP TABLE upgrade_before") : TL_OK;
    if (result == TL_OK)
        result = last_entry(book, book->db, "SELECT max(seq) FROM entry_before", &seq);
    if (result == TL_OK)
        result = note_upgrade(book, seq);
    if (result != TL_OK)
        return result;
    result = tl__replay(book, book->db, "entry_before", book->db, "seal_before", NULL, &seq);
    if (result == TL_OK)
        result = tl__run(book, "DROP TABLE seal_before; DROP TABLE entry_before");
    return result;
}

/* Indexes of the user's own on our tables go with the tables, and are made again; one that fits no more is left out. */
static int replace_schema(tl_book *book, sqlite3 *scratch)
{
    sqlite3_stmt *statement = NULL;
    tl__buffer indexes = { 0 };
    char *names = own_names(scratch);
    char *sql =
        names == NULL
            ? NULL
            : sqlite3_mprintf("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND name NOT IN (%s) AND tbl_name IN (%s)", names, names);
    int result = sql == NULL                                                            ? tl__fail_memory(book)
                 : sqlite3_prepare_v2(book->db, sql, -1, &statement, NULL) == SQLITE_OK ? TL_OK
                                                                                        : tl__fail_db(book, SQLITE_ERROR);
    int step = SQLITE_DONE;
    while (result == TL_OK && (step = sqlite3_step(statement)) == SQLITE_ROW)
        tl__append_bytes(&indexes, (const char *)sqlite3_column_text(statement, 0), (size_t)sqlite3_column_bytes(statement, 0) + 1);
    if (result == TL_OK && step != SQLITE_DONE)
        result = tl__fail_db(book, step);
    if (result == TL_OK && indexes.failed)
        result = tl__fail_memory(book);
    sqlite3_finalize(statement);
    if (result == TL_OK)
        result = take_down(book, names);
    if (result == TL_OK)
        result = rebuild(book);
    for (size_t at = 0; result == TL_OK && at < indexes.length; at += strlen(indexes.text + at) + 1)
        sqlite3_exec(book->db, indexes.text + at, NULL, NULL, NULL);
    tl_free(indexes.text);
    sqlite3_free(names);
    sqlite3_free(sql);
    return result;
}

int tl__migrate(tl_book *book)
{
    sqlite3 *scratch = NULL;
    int begun;
    int result = tl__schema_scratch(book, &scratch);
    /* As in old days, a renaming leaves views alone: those of the user's own shall go on reading entry. */
    if (result == TL_OK)
        result = tl__run(book, "PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON");
    if (result == TL_OK)
        result = tl__write_begin(book, 0, &begun);
    if (result == TL_OK) {
        result = replace_schema(book, scratch);
        result = tl__write_end(book, begun, result);
    }
    sqlite3_exec(book->db, "PRAGMA foreign_keys=ON; PRAGMA legacy_alter_table=OFF", NULL, NULL, NULL);
    sqlite3_close(scratch);
    if (result != TL_OK)
        return tl__error_prefix(&book->error, "%s can't be brought from format %d up to %d and stays as it is: ", book->path, book->format, TL_FORMAT);
    book->format = TL_FORMAT;
    return TL_OK;
}

int tl__read_older(tl_book *book)
{
    int64_t seq;
    book->older = book->db;
    book->db = NULL;
    int result = tl__schema_scratch(book, &book->db);
    if (result == TL_OK)
        result = tl__run(book, "BEGIN");
    if (result == TL_OK)
        result = last_entry(book, book->older, "SELECT max(seq) FROM entry", &seq);
    if (result == TL_OK)
        result = note_upgrade(book, seq);
    if (result == TL_OK)
        result = tl__replay(book, book->older, "entry", book->db, "seal", NULL, &seq);
    if (result == TL_OK)
        result = tl__run(book, "COMMIT");
    if (result == TL_OK)
        return TL_OK;
    return tl__error_prefix(&book->error, "%s is of the older format %d, and can't be read as one of %d: ", book->path, book->format, TL_FORMAT);
}
