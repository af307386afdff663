/* importing.h - for the tests of tl_import: a small table brought into the checklist of the small book, and what was told meanwhile. */
#ifndef TEST_IMPORTING_H
#define TEST_IMPORTING_H

#include "fixture.h"

typedef struct heard {
    char columns[2000], rows[2000], notes[4000];
    int stop_at_row, stop_at_column;
    const char *text; /* for read */
    int broken;
} heard;
extern heard h;
extern tl_import_result counted;

/* Options that have all of it told to h, for a table of this text; NULL: there is none yet. */
tl_import_options options_for(const char *csv);
/* Imports the text, with on_conflict. */
int again(const char *csv, const char *how);
/* The items behind number 50, "51修路|52架桥". */
const char *titles(void);
/* The parts of items 50 to 59: number, due date, lead, its officer, and the comments. */
const char *parts(void);
/* A workbook of rows of texts, "a|b|c"; its path. */
const char *workbook(const char *const *rows, size_t count);

#endif
