/* book.h (L1) - the handle: what an open book keeps, and how the rest of the library runs statements on it. */
#ifndef TL_BOOK_H
#define TL_BOOK_H

#include "error.h"
#include "statement.h"
#include "text.h"

#include <sqlite3.h>

enum { TL__APPLICATION_ID = 0x746c6231 };

typedef struct tl__labels tl__labels;

/* A statement that cursors use in turn; lent while one has it. */
typedef struct tl__kept {
    sqlite3_stmt *statement;
    int lent;
    int64_t turn; /* when it was lent last */
} tl__kept;
enum { TL__KEPT = 16 };

struct tl_book {
    sqlite3 *db;    /* what is read from and written to */
    sqlite3 *older; /* the file, where it is of an older format and only read: db is then its journal, replayed; else NULL */
    sqlite3_stmt *statements[TL__STATEMENT_COUNT];
    tl__kept kept[TL__KEPT];
    int64_t turn;
    tl__error error;
    char *path, *actor, *today, *warning;
    char *uid, *title, *utc_offset; /* of the book row */
    char *entry_at;                 /* given clock: the time of entries, from today */
    char *day, *journal_mode;       /* what tl_book_info last answered */
    char *calendar;                 /* by which the last call counted working days, in words; NULL: it counted none */
    char *view_text[2];             /* of statistics and state_summary, once they were asked for */
    int64_t (*clock)(void *clock_arg);
    void *clock_arg;
    int given_clock, read_only, format, busy_ms, durability;
    int (*progress)(void *progress_arg);
    void *progress_arg;
    int64_t wait_until;   /* of the present wait for another writer, on the monotonic clock */
    int64_t data_version; /* SQLite's, at the last tl_changed */
    int looked;           /* there was one */
    int courtesies;       /* how many of the next transactions give way to other writers first */
    int wal_frames;       /* of the -wal file at the last commit */
    int depth;            /* of nested transactions */
    int today_ready;      /* the TEMP views for today are there */
    int today_known;      /* they were at some time: a rollback may have taken them away */
    int today_told;       /* and have the present day of the handle */
    int search_ready;     /* the functions of a search are there */
    tl_cursor *cursors;
    tl__labels *labels;
};

/* Every public call on a handle begins with this: forgets the words of the call before. */
void tl__enter(tl_book *book);

/* Begins a call that is given a struct: forgets the words before, and copies what the caller's version of the struct has (its first member is its
 * size) over the defaults in to. TL_EMISUSE without one. */
int tl__take(tl_book *book, void *to, size_t room, const void *from);

/* 1 if the handle speaks Chinese. */
int tl__in_chinese(const tl_book *book);
/* One of the two, in the handle's language: for words of the library's own, which no label has. */
const char *tl__word(const tl_book *book, const char *en, const char *zh);

/* The database that is the file itself. */
sqlite3 *tl__stored(const tl_book *book);

/* Turns SQLite's present error, of db or another connection of the handle's, into a result and its words. Returns the result. */
int tl__fail_db(tl_book *book, int sqlite_result);
int tl__fail_on(tl_book *book, sqlite3 *db, int sqlite_result);
/* Refuses by a rule of the book, with the rule's own sentence. */
int tl__fail_rule(tl_book *book, const char *rule);
/* The rule that a message of SQLite names, with its extended error code: "tl:item.move" and "CHECK constraint failed: entry_percent" name
 * item.move and entry.percent. 1 if it names one. */
int tl__rule_of(int extended, const char *message, char *rule, size_t room);
int tl__fail_memory(tl_book *book);

/* Runs SQL without rows. */
int tl__run(tl_book *book, const char *sql);

/* A cached statement, ready to bind; NULL after a failure, whose words are set. Give it back with tl__done. */
sqlite3_stmt *tl__statement(tl_book *book, tl__statement_id id);
/* Steps a cached statement that gives at most one row: TL_ROW, TL_DONE or an error. */
int tl__step(tl_book *book, sqlite3_stmt *statement);
void tl__done(sqlite3_stmt *statement);

/* A statement for a cursor: one that was kept, if nobody has it, else a new one. TL_OK or an error, with its words set; give it back with tl__take_back. */
int tl__lend(tl_book *book, const char *sql, sqlite3_stmt **statement);
void tl__take_back(tl_book *book, sqlite3_stmt *statement);
/* Finalizes those kept that nobody has. */
void tl__let_go(tl_book *book);

/* Binds text, refusing with the column named what is empty or not UTF-8. Not given: NULL. */
int tl__bind_text(tl_book *book, sqlite3_stmt *statement, int at, const char *column, const char *text);
/* Binds an id; 0 is NULL. */
void tl__bind_id(sqlite3_stmt *statement, int at, int64_t id);

/* Copies a column of the present row; NULL of NULL. *copy must be freed. */
int tl__column_copy(tl_book *book, sqlite3_stmt *statement, int column, char **copy);

/* A call that writes: outside a transaction it makes one; inside a caller's, several statements become one by a savepoint, and a single one
 * needs none. *begun says what was made; tl__write_end commits that when result is TL_OK, else undoes it, and returns what came of it. */
int tl__write_begin(tl_book *book, int single, int *begun);
int tl__write_end(tl_book *book, int begun, int result);

/* Makes db, just opened, one of ours: limits, trust, waiting. */
int tl__configure(tl_book *book);
/* Before the write lock is taken: who had to wait for another writer lately leaves a gap, or the one who has just written would mostly be the
 * first again. */
void tl__give_way(tl_book *book);
/* Keeps its -wal file short, from its first commit on. */
int tl__bound_wal(tl_book *book);
/* Lets the caller stop long work on db, which may be a scratch database. */
void tl__watch(const tl_book *book, sqlite3 *db);

#endif
