/* command.c - the CLI's add as a whole process beside the sqlite3 shell in the same journal mode: making the same inserts into a bare schema,
 * and, to show what the schema itself costs, making the same post through the view post in the same book. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

enum { PAIRS = 41 };

/* A book and its bare twin with so many items, and what the shell is to do in each. */
typedef struct pair {
    char *book, *bare;
    char *post, *inserts;
} pair;

/* What an add takes: by the CLI, by the shell with bare inserts, by the shell through post. */
typedef struct adds {
    double cli, inserts, post;
} adds;

enum { FEW_BARE, MANY_BARE, FEW_POST, MANY_POST, GROWTH, MILLISECONDS, FIGURES };

int64_t twins_make(const char *book, const char *bare, long items)
{
    ours side;
    hand by_hand;
    ours_make(&side, book);
    hand_make(&by_hand, bare, book, BARE);
    ours_check(&side, tl_begin(side.book), "begin");
    ours_bulk(&side, items);
    ours_check(&side, tl_commit(side.book), "commit");
    ours_close(&side);
    hand_bulk(&by_hand, items);
    hand_close(&by_hand);
    return side.ledger;
}

static pair make_pair(const settings *set, const char *name, long items)
{
    char file[64];
    pair made;
    snprintf(file, sizeof file, "%s.db", name);
    made.book = in_folder(set, file);
    snprintf(file, sizeof file, "%s-bare.db", name);
    made.bare = in_folder(set, file);
    int64_t ledger = twins_make(made.book, made.bare, items);
    made.post = shell_post(ledger);
    made.inserts = shell_inserts(ledger);
    return made;
}

static void free_pair(pair *of)
{
    remove_book(of->book);
    remove_book(of->bare);
    free(of->book);
    free(of->bare);
    sqlite3_free(of->post);
    sqlite3_free(of->inserts);
}

static double time_cli(const settings *set, const char *book)
{
    const char *const arguments[] = { set->cli, "-b", book, "-a", "bench", "add", "lamps", shell_title, "--detail", life_detail, "--due", shell_due, NULL };
    return run_process(arguments).seconds;
}

static double time_shell(const settings *set, const char *file, const char *sql)
{
    const char *const arguments[] = { set->shell, "-batch", "-init", "/dev/null", file, sql, NULL };
    return run_process(arguments).seconds;
}

static adds time_adds(const settings *set, const pair *on)
{
    adds took;
    took.cli = time_cli(set, on->book);
    took.inserts = time_shell(set, on->bare, on->inserts);
    took.post = time_shell(set, on->book, on->post);
    return took;
}

static void run_pairs(const settings *set, const pair *few, const pair *many, figures out[FIGURES])
{
    for (int i = 0; i < PAIRS + 2; i++) {
        adds in_few = time_adds(set, few), in_many = time_adds(set, many);
        if (i < 2)
            continue;
        add_figure(&out[FEW_BARE], in_few.cli / in_few.inserts);
        add_figure(&out[MANY_BARE], in_many.cli / in_many.inserts);
        add_figure(&out[FEW_POST], in_few.cli / in_few.post);
        add_figure(&out[MANY_POST], in_many.cli / in_many.post);
        add_figure(&out[GROWTH], in_many.cli / in_few.cli);
        add_figure(&out[MILLISECONDS], in_many.cli * 1e3);
    }
}

static void tell_at(const char *what, long items, const figures *ratios, double target)
{
    char line[120];
    snprintf(line, sizeof line, what, items);
    tell(line, ratios, target);
}

void bench_command(const settings *set)
{
    figures out[FIGURES] = { 0 };
    pair few = make_pair(set, "few", 1000), many = make_pair(set, "many", set->items);
    run_pairs(set, &few, &many, out);
    tell_heading("c. CLI add, process included, beside the sqlite3 shell writing the same rows (one in seal, too) in the same journal mode");
    tell("add / shell inserting into a bare schema, 1000 items", &out[FEW_BARE], 1.3);
    tell_at("add / shell inserting into a bare schema, %ld items", set->items, &out[MANY_BARE], 1.3);
    tell("add / shell posting through post in the same book, 1000 items", &out[FEW_POST], 0);
    tell_at("add / shell posting through post in the same book, %ld items", set->items, &out[MANY_POST], 0);
    tell_at("add at %ld items / add at 1000 (no dearer: within a tenth)", set->items, &out[GROWTH], 1.1);
    tell_number("an add", median(&out[MILLISECONDS]), "ms", 0, 1);
    free_pair(&few);
    free_pair(&many);
}
