/* bench.h - what the parts of the benchmark share: measuring, the library's side, the hand-made side, and the parts themselves. */
#ifndef BENCH_H
#define BENCH_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>
#include <taskledger.h>

/* --------------------------------------------------------------------------------------------------------- measuring (measure.c) */

/* The settings of a run, from the environment: BENCH_ITEMS, BENCH_ROUNDS, BENCH_SECONDS, BENCH_MILLION, TL (the CLI), SQLITE3 (the shell). */
typedef struct settings {
    long items, rounds, seconds, million;
    const char *folder, *self, *cli, *shell; /* folder: for the work files; self: this program */
} settings;

double now(void); /* seconds, monotonic */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *in_folder(const settings *set, const char *name); /* a path, to be freed */
void remove_book(const char *path);                     /* with its -wal and -shm */
int64_t file_size(const char *path);                    /* 0: not there */

/* Figures of one kind, a row of them; median, least and most are asked for at the end. */
typedef struct figures {
    double value[512];
    size_t count;
} figures;
void add_figure(figures *to, double value);
double median(const figures *of);
double least(const figures *of);
double most(const figures *of);

/* One line: what, the median (least to most), the target, met or missed. A target of 0: none. */
void tell(const char *what, const figures *ratios, double target);
/* The same for one number with a unit; at_most 0: the target is a least value. */
void tell_number(const char *what, double number, const char *unit, double target, int at_most);
void tell_heading(const char *text);

/* What a process took. */
typedef struct usage {
    double seconds;
    long peak_kb;
} usage;
usage run_process(const char *const *arguments); /* stdout goes to /dev/null; dies when it fails */

/* --------------------------------------------------------------------------------------- the work: one item's life in four entries */

extern const char *const life_detail, *const life_note;
void life_title(long number, char title[64]);
void life_due(long number, char due[16]); /* spread over the days around the present one */

/* The library's side (ours.c). */
typedef struct ours {
    tl_book *book;
    int64_t ledger, unit, item; /* item: the one being worked on */
    long number;
} ours;
void ours_make(ours *side, const char *path); /* a new book with one ledger and one unit */
void ours_open(ours *side, const char *path);
void ours_open_book(ours *side, const char *path); /* any book: without ledger and unit */
void ours_step(ours *side, int step);              /* 0 create, 1 assign, 2 report, 3 close */
void ours_check(const ours *side, int result, const char *doing);
void ours_bulk(ours *side, long items);
void ours_close(ours *side);

/* The hand-made side (hand.c): cached statements on the same tables and indexes. BARE: no triggers, no constraints. CHECKED: with the book's
 * CHECKs, NOT NULLs and foreign keys and with unique numbers, and reading the item before it is changed. */
enum hand_kind { BARE, CHECKED };
enum { HAND_STATEMENTS = 15 };
typedef struct hand {
    sqlite3 *db;
    sqlite3_stmt *statement[HAND_STATEMENTS];
    enum hand_kind kind;
    int sealed; /* 1: a row in seal at each commit, too */
    int64_t seq, ledger, unit, item, last_no;
    long number;
} hand;
void hand_make(hand *side, const char *path, const char *book, enum hand_kind kind); /* book: the one to take tables and first rows from */
void hand_begin(hand *side);
void hand_commit(hand *side);
void hand_step(hand *side, int step);
void hand_bulk(hand *side, long items); /* in one transaction */
void hand_close(hand *side);
void hand_schema(sqlite3 *db, const char *book, enum hand_kind kind); /* hand_schema.c: the tables and indexes of a book, without its triggers */

/* ----------------------------------------------------------------------------------------------------- the sqlite3 shell (shell.c) */

extern const char *const shell_title, *const shell_due; /* of the item that is added */
char *shell_inserts(int64_t ledger);                    /* into a bare schema; both to be freed by sqlite3_free */
char *shell_post(int64_t ledger);                       /* through the view post */
/* A book and a bare twin with so many lives (command.c); gives the ledger. */
int64_t twins_make(const char *book, const char *bare, long items);

/* The large book that lies beside the program for the parts about reading: its path, to be freed; made when it is not there, or has another number of
 * items, or is of another format (million.c). Its ledgers are zhongdian and wenti (template tasks, problems), qingdan and seven more (checklist); its
 * units u00 to u59, of which u12 … stand below u00 to u11; the day it is of is 2023-12-31. */
char *million_book(const settings *set, long items);
#define MILLION_TODAY "2023-12-31"

/* ---------------------------------------------------------------------------------------------------------------------- the parts */

void bench_post(const settings *set);
void bench_bulk(const settings *set);
void bench_command(const settings *set);
void bench_writers(const settings *set);
void bench_size(const settings *set);
void bench_pages(const settings *set);
void bench_search(const settings *set);
void bench_statistics(const settings *set);
void bench_exports(const settings *set);
void bench_policy(const settings *set);
/* For callgrind: plain-report PATH N · full-report PATH N · plain-review PATH N · full-review PATH N. */
void bench_policy_work(const char *mode, const char *path, long posts);
/* import.sh: so many items by the bulk path. */
void bench_import_work(const char *path, long count);
/* For callgrind, see work.c. */
void bench_work(const char *mode, const char *path, long items);
/* For peers.sh, see time.c. */
void bench_time(long runs, const char *words, const char *commands);

#endif
