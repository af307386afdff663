/* draw.h - random steps of random lives, drawn from a seed: what test_sequence.c plays. */
#ifndef TEST_DRAW_H
#define TEST_DRAW_H

#include "taskledger.h"

#include <sqlite3.h>

/* The door a step takes into the journal: tl_post · INSERT INTO post · INSERT INTO entry, by OR ABORT, OR FAIL, OR IGNORE and OR REPLACE. */
enum door { BY_C, BY_POST, BY_ENTRY, DOORS = BY_ENTRY + 4 };

/* One step: a posting, and what only plain SQL can say. A text is "" where it is not given. */
typedef struct step {
    enum door door;
    char action[40], actor[20], at[32], note[40], due[20], percent[12], value[12], role[20], risk[12], uri[40], level[12], no[12], state[20];
    char field[24], content[40], code[24], title[40], officer[20], kind[20], happened_on[20];
    int64_t item, unit, ledger, parent;
} step;

enum { DRAWN_ITEMS = 12, DRAWN_LEDGERS = 6, DRAWN_UNITS = 5 };

/* What a sequence draws from; the ids are the book's. */
typedef struct draw {
    sqlite3 *db;
    uint64_t random;
    unsigned taste; /* of the present life: which actions it has much or little of */
    int64_t items[DRAWN_ITEMS], ledgers[DRAWN_LEDGERS], units[DRAWN_UNITS];
    unsigned item_count;
    int day; /* days since 2023-01-01 */
    sqlite3_stmt *moves, *dues;
    char names[64][40]; /* of all actions */
    unsigned name_count;
} draw;

/* Prepares the statements that drawing needs, and reads the names of the actions; draw_end lets go of them. */
void draw_begin(draw *from, sqlite3 *db);
void draw_end(draw *from);
/* Starts a sequence: the same seed gives the same steps. */
void draw_seed(draw *from, uint64_t seed);
/* A number from 0 to below - 1. */
unsigned draw_below(draw *from, unsigned below);
/* The next step; first: one of those that every life begins with, a policy or a registration. */
void draw_step(draw *from, step *next, int first);
/* The text of a day. */
void draw_day(int day, char into[12]);

#endif
