/* replay.c (L1) - the present is a fold of the journal: entries put once more through the rules of the present schema. Serves verify,
 * the book as of a day, migration, and reading a book of an older format. */
#include "schema.h"

#include <string.h>

typedef struct replay {
    sqlite3 *from, *to;
    sqlite3_stmt *read, *add;
    sqlite3_stmt *seal, *add_seal; /* NULL: seals are not asked for */
    int unread;                    /* what failed is the journal at hand, not an entry of it */
} replay;

static int prepare_built(sqlite3 *db, char *sql, sqlite3_stmt **statement)
{
    int result = sql == NULL ? SQLITE_NOMEM : sqlite3_prepare_v2(db, sql, -1, statement, NULL);
    sqlite3_free(sql);
    return result;
}

static int prepare_reading(replay *run, char *sql, sqlite3_stmt **statement)
{
    int result = prepare_built(run->from, sql, statement);
    run->unread = result != SQLITE_OK;
    return result;
}

/* The columns that the journal at hand shares with the present schema, and as many question marks. */
static int shared_columns(replay *run, const char *table, tl__buffer *columns, tl__buffer *marks)
{
    sqlite3_stmt *statement = NULL;
    int result = prepare_reading(run, sqlite3_mprintf("SELECT * FROM \"%w\"", table), &statement);
    for (int i = 0; result == SQLITE_OK && i < sqlite3_column_count(statement); i++) {
        const char *name = sqlite3_column_name(statement, i);
        if (sqlite3_table_column_metadata(run->to, "main", "entry", name, NULL, NULL, NULL, NULL, NULL) != SQLITE_OK)
            continue;
        tl__append(columns, columns->length > 0 ? ",\"" : "\"");
        tl__append(columns, name);
        tl__append(columns, "\"");
        tl__append(marks, marks->length > 0 ? ",?" : "?");
    }
    sqlite3_finalize(statement);
    if (result != SQLITE_OK)
        return result;
    return columns->failed || marks->failed || columns->length == 0 ? SQLITE_NOMEM : SQLITE_OK;
}

static int prepare_seal(replay *run, const char *table)
{
    int result = prepare_reading(run, sqlite3_mprintf("SELECT seq, digest FROM \"%w\" WHERE seq = ?1", table), &run->seal);
    return result != SQLITE_OK ? result : sqlite3_prepare_v2(run->to, "INSERT INTO seal(seq, digest) VALUES (?1, ?2)", -1, &run->add_seal, NULL);
}

static int prepare(replay *run, const char *table, const char *seal, const char *day)
{
    tl__buffer columns = { 0 }, marks = { 0 };
    int result = shared_columns(run, table, &columns, &marks);
    if (result == SQLITE_OK && day == NULL)
        result = prepare_reading(run, sqlite3_mprintf("SELECT %s FROM \"%w\" ORDER BY seq", columns.text, table), &run->read);
    else if (result == SQLITE_OK)
        result = prepare_reading(run,
            sqlite3_mprintf("SELECT %s FROM \"%w\" WHERE date(at, (SELECT utc_offset FROM book)) <= %Q ORDER BY seq", columns.text, table, day), &run->read);
    if (result == SQLITE_OK)
        result = prepare_built(run->to, sqlite3_mprintf("INSERT INTO entry(%s) VALUES (%s)", columns.text, marks.text), &run->add);
    if (result == SQLITE_OK && seal != NULL)
        result = prepare_seal(run, seal);
    sqlite3_free(columns.text);
    sqlite3_free(marks.text);
    return result;
}

static int step_and_reset(sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);
    sqlite3_reset(statement);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

/* A replayed entry bears its own time, whatever the clock: the book takes a given clock for as long as it lasts. */
static int clock_given(sqlite3 *to, int given)
{
    return sqlite3_exec(to,
        given ? "DROP TRIGGER book_journal_update; UPDATE book SET given_clock = 1"
              : "UPDATE book SET given_clock = (SELECT kind = 'given clock' FROM entry WHERE seq = 1);"
                "CREATE TRIGGER book_journal_update BEFORE UPDATE ON book BEGIN SELECT RAISE(ABORT, 'tl:book.journal'); END",
        NULL, NULL, NULL);
}

/* The row of one statement becomes the parameters of the other, which is run. */
static int copy_row(sqlite3_stmt *row, sqlite3_stmt *add)
{
    int columns = sqlite3_column_count(row);
    for (int i = 0; i < columns; i++) {
        int result = sqlite3_bind_value(add, i + 1, sqlite3_column_value(row, i));
        if (result != SQLITE_OK)
            return result;
    }
    return step_and_reset(add);
}

static int copy_seal(replay *run)
{
    sqlite3_bind_int64(run->seal, 1, sqlite3_column_int64(run->read, 0));
    int step = sqlite3_step(run->seal);
    int result = step == SQLITE_ROW ? copy_row(run->seal, run->add_seal) : step == SQLITE_DONE ? SQLITE_OK : step;
    run->unread = step != SQLITE_ROW && step != SQLITE_DONE;
    sqlite3_reset(run->seal);
    return result;
}

/* All entries, each with its seal. *seq is the one at which it ends or fails. */
static int copy_entries(replay *run, int64_t *seq)
{
    int result = SQLITE_OK, step = SQLITE_DONE;
    while (result == SQLITE_OK && (step = sqlite3_step(run->read)) == SQLITE_ROW) {
        int first = *seq == 0;
        *seq = sqlite3_column_int64(run->read, 0);
        result = copy_row(run->read, run->add);
        if (result == SQLITE_OK && run->seal != NULL)
            result = copy_seal(run);
        if (result == SQLITE_OK && first)
            result = clock_given(run->to, 1);
    }
    if (result != SQLITE_OK || step == SQLITE_DONE)
        return result;
    run->unread = 1;
    return step;
}

/* Why an entry of the journal can't be put through the rules again. */
static void refused(tl_book *book, sqlite3 *to, int result, int64_t seq)
{
    char rule[64];
    const char *why = sqlite3_errmsg(to);
    tl__error *error = &book->error;
    if ((result & 0xff) == SQLITE_NOMEM)
        tl__error_set(error, TL_ENOMEM, NULL, "out of memory");
    else if ((result & 0xff) == SQLITE_INTERRUPT)
        tl__error_set(error, TL_ESTOP, NULL, "stopped");
    else if (tl__rule_of(sqlite3_extended_errcode(to), why, rule, sizeof rule))
        tl__fail_rule(book, rule);
    else
        tl__error_set(error, TL_ECORRUPT, NULL, "%s", why);
    if (error->result == TL_ENOMEM || error->result == TL_ESTOP)
        return;
    error->result = TL_ECORRUPT;
    tl__error_prefix(error, "entry %lld is refused when the journal is replayed: ", (long long)seq);
}

/* Which entries were written under older formats is known before the first of them; of a journal that ends with a day no more than it has. */
static int copy_upgrades(replay *run, const char *day)
{
    sqlite3_stmt *row = NULL, *add = NULL;
    if (run->from == run->to || sqlite3_table_column_metadata(run->from, "main", "upgrade", "seq", NULL, NULL, NULL, NULL, NULL) != SQLITE_OK)
        return SQLITE_OK;
    int step = SQLITE_DONE;
    int result = prepare_reading(run,
        day == NULL ? sqlite3_mprintf("SELECT format, seq FROM main.upgrade")
                    : sqlite3_mprintf("SELECT u.format, min(u.seq, e.seq) FROM main.upgrade u, (SELECT max(seq) AS seq FROM main.entry WHERE date(at, "
                                      "(SELECT utc_offset FROM main.book)) <= %Q) e WHERE e.seq > 0",
                          day),
        &row);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(run->to, "INSERT INTO upgrade(format, seq) VALUES (?1, ?2)", -1, &add, NULL);
    while (result == SQLITE_OK && (step = sqlite3_step(row)) == SQLITE_ROW)
        result = copy_row(row, add);
    if (result == SQLITE_OK && step != SQLITE_DONE) {
        run->unread = 1;
        result = step;
    }
    sqlite3_finalize(row);
    sqlite3_finalize(add);
    return result;
}

int tl__replay(tl_book *book, sqlite3 *from, const char *table, sqlite3 *to, const char *seal, const char *day, int64_t *seq)
{
    replay run = { .from = from, .to = to };
    *seq = 0;
    int result = prepare(&run, table, seal, day);
    if (result == SQLITE_OK)
        result = copy_upgrades(&run, day);
    if (result == SQLITE_OK)
        result = copy_entries(&run, seq);
    if (result == SQLITE_OK && *seq > 0)
        result = clock_given(to, 0);
    if (run.unread) {
        tl__fail_on(book, from, result);
        tl__error_prefix(&book->error, "the journal can't be read: ");
    } else if (result != SQLITE_OK) {
        refused(book, to, result, *seq);
    }
    sqlite3_finalize(run.read);
    sqlite3_finalize(run.add);
    sqlite3_finalize(run.seal);
    sqlite3_finalize(run.add_seal);
    return book->error.result;
}
