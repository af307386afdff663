/* fixture.h - what the tests share: a fresh folder for each test, a small book in it, plain SQL beside the library, checks in one line. */
#ifndef TEST_FIXTURE_H
#define TEST_FIXTURE_H

#include "taskledger.h"

#include <check.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Of the test that runs. */
typedef struct fixture {
    char folder[200];
    char path[240]; /* folder/book.db */
    tl_book *book;
    int64_t north, south, east;         /* units */
    int64_t tasks, dossiers, checklist; /* ledgers: workflows standard, supervised, simple */
    int64_t item, second, line;         /* tasks/1 (lead north, support south), tasks/2 (nobody yet), checklist/1 (lead north) */
} fixture;
extern fixture t;

/* Fixtures: a folder; a book with a given clock, today 2023-03-01, actor 'wang'; the same with units, ledgers and items. */
void setup_folder(void);
void setup_book(void);
void setup_small(void);
void teardown(void);
/* Before and after all tests: a folder for the books that setup_book and setup_small copy; 0: there can be none. */
int models_begin(void);
void models_end(void);

/* Adds tests to a suite, as one case with that fixture, which may run for so many seconds. */
void add_tests(Suite *suite, void (*setup)(void), int seconds, const TTest *const *tests, size_t count);
#define ADD_TESTS(suite, setup, seconds, ...)                                                                                                                  \
    do {                                                                                                                                                       \
        const TTest *const tests_[] = { __VA_ARGS__ };                                                                                                         \
        add_tests((suite), (setup), (seconds), tests_, sizeof tests_ / sizeof tests_[0]);                                                                      \
    } while (0)

/* The options of the fixture's books. */
tl_open_options options_of(unsigned flags);
/* Opens path, or fails the test. */
tl_book *open_book(const char *path, unsigned flags);
/* Closes t.book and opens it again with these flags. */
void reopen(unsigned flags);

/* A path in the folder. Good until the 64th next call. */
const char *in_folder(const char *name);
/* Writes a text file in the folder; returns its path. */
const char *write_file(const char *name, const char *text);
/* The bytes of a file, a NUL behind them; *count of them. free() it. */
char *read_file(const char *path, size_t *count);
/* How many files the folder has. */
int files_in_folder(void);
void copy_file(const char *from, const char *to);

/* The call is TL_OK, else the test fails with its words. */
#define OK(call) expect_result((call), TL_OK, "", #call, __FILE__, __LINE__)
/* The call on t.book is refused with this result and rule (NULL: whatever), in words of one line; the journal has not grown. */
#define REFUSED(call, result, rule)                                                                                                                            \
    do {                                                                                                                                                       \
        const int64_t before_ = entries();                                                                                                                     \
        expect_result((call), (result), (rule), #call, __FILE__, __LINE__);                                                                                    \
        ck_assert_int_eq(entries(), before_);                                                                                                                  \
    } while (0)
void expect_result(int result, int expected, const char *rule, const char *call, const char *file, int line);
/* The words of the last call have this text in them. */
void expect_words(const char *part);

/* Plain SQL, by a connection of its own as a stranger has it. A failure fails the test. */
void sql_run(const char *path, const char *sql);
/* The same, by SQL that goes around the rules: writable schema allowed, foreign keys off. Returns SQLite's result. */
int sql_try(const char *path, const char *sql);
int64_t sql_int(const char *path, const char *sql);
/* every; with FAULT_SPARSE in the environment, where a run under a sanitizer takes ten times as long, only each step-th of what is alike. */
int sparsely(int every, int step);
/* The first column of the rows with | between; NULL as "". Good until the 64th next call. */
const char *sql_text(const char *path, const char *sql);
/* One text of any length: sqlite3_free() it. */
char *long_text(const char *path, const char *sql);
/* The same as sql_text, on the connection of a handle. */
const char *book_text(tl_book *book, const char *sql);
int64_t book_int(tl_book *book, const char *sql);
/* The number of the last entry of t.book. */
int64_t entries(void);

/* Posts an action to an item with a note, as wang or another actor; returns the entry. */
int64_t act(int64_t item, const char *action, const char *note);
int64_t act_as(const char *actor, int64_t item, const char *action, const char *note);
int64_t add_unit(const char *code, const char *name);
int64_t add_ledger(const char *code, const char *template_name);
/* Registers an item; lead 0: nobody. */
int64_t add_item(int64_t ledger, const char *title, const char *due, int64_t lead);
/* Brings an item with a lead from registered to a state of the workflow of its ledger. */
void bring_to(int64_t item, const char *state);
void today_is(const char *day);

/* The state of an item. Good until the 64th next call. */
const char *state_of(int64_t item);

/* The due date of an item and how it was written, "2023-06-30 6月底前"; - for what is not there. Good until the 64th next call. */
const char *due_of(int64_t item);

/* Rows of a cursor as text: a column of each, with | between; closes it. */
const char *rows_of(tl_cursor *cursor, const char *column);
int count_rows(tl_cursor *cursor);

/* What tl_verify finds: findings that are no notes and notes as "rule|place|row", with spaces between. */
typedef struct findings {
    int wrong, notes, stop_after; /* stop_after: 0 never */
    char list[8000];
    char words[8000];
} findings;
int collect(const tl_finding *finding, void *arg);
/* Verifies t.book; fails the test unless there is nothing wrong. */
void verify_clean(void);

#endif
