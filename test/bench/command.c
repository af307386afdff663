/* command.c - the CLI's add as a whole process beside the sqlite3 shell making the same inserts in the same journal mode. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

enum { PAIRS = 41 };

/* A book and its bare twin with so many items. */
typedef struct pair {
    char *book, *bare;
    int64_t ledger;
} pair;

static pair make_pair(const settings *set, const char *name, long items)
{
    char file[64];
    pair made;
    ours side;
    hand by_hand;
    snprintf(file, sizeof file, "%s.db", name);
    made.book = in_folder(set, file);
    snprintf(file, sizeof file, "%s-bare.db", name);
    made.bare = in_folder(set, file);
    ours_make(&side, made.book);
    made.ledger = side.ledger;
    hand_make(&by_hand, made.bare, made.book, BARE);
    ours_check(&side, tl_begin(side.book), "begin");
    ours_bulk(&side, items);
    ours_check(&side, tl_commit(side.book), "commit");
    ours_close(&side);
    hand_bulk(&by_hand, items);
    hand_close(&by_hand);
    return made;
}

static double time_cli(const settings *set, const pair *on)
{
    const char *const arguments[] = { set->cli, "-b", on->book, "-a", "bench", "add", "lamps", "Repair the street lamps of block 000000", "--detail",
        life_detail, "--due", "2030-06-30", NULL };
    return run_process(arguments).seconds;
}

static double time_shell(const settings *set, const pair *on)
{
    char *sql;
    if (asprintf(&sql,
            "BEGIN IMMEDIATE;"
            "INSERT INTO entry(at, actor, action, ledger, state, due, no, title, detail, uid, item) SELECT strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now'), "
            "'bench', 'register', %lld, 'registered', '2030-06-30', last_no + 1, 'Repair the street lamps of block 000000', '%s', "
            "lower(hex(randomblob(16))), (SELECT max(seq) + 1 FROM entry) FROM ledger WHERE id = %lld;"
            "INSERT INTO item(id, uid, ledger, no, no_order, title, detail, state, due, baseline_due, evidence, returned, extended, urged, reopened, entry) "
            "SELECT seq, uid, ledger, no, char(32 + length(no)) || no, title, detail, state, due, due, 0, 0, 0, 0, 0, seq FROM entry WHERE seq = "
            "last_insert_rowid();"
            "UPDATE ledger SET last_no = last_no + 1, entry = (SELECT max(seq) FROM entry) WHERE id = %lld;"
            "INSERT INTO seal(seq, digest) VALUES ((SELECT max(seq) FROM entry), '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef');"
            "COMMIT;",
            (long long)on->ledger, life_detail, (long long)on->ledger, (long long)on->ledger) < 0)
        die("out of memory");
    const char *const arguments[] = { set->shell, "-batch", "-init", "/dev/null", on->bare, sql, NULL };
    double result = run_process(arguments).seconds;
    free(sql);
    return result;
}

static void run_pairs(const settings *set, const pair *few, const pair *many, figures out[4])
{
    for (int i = 0; i < PAIRS + 2; i++) {
        double cli_few = time_cli(set, few), shell_few = time_shell(set, few);
        double cli_many = time_cli(set, many), shell_many = time_shell(set, many);
        if (i < 2)
            continue;
        add_figure(&out[0], cli_few / shell_few);
        add_figure(&out[1], cli_many / shell_many);
        add_figure(&out[2], cli_many / cli_few);
        add_figure(&out[3], cli_many * 1e3);
    }
}

void bench_command(const settings *set)
{
    char what[100];
    figures out[4] = { 0 };
    pair few = make_pair(set, "few", 1000), many = make_pair(set, "many", set->items);
    run_pairs(set, &few, &many, out);
    tell_heading("c. CLI add, process included, beside the sqlite3 shell making the same inserts (with a row in seal) in the same journal mode");
    tell("add / shell, in a book of 1000 items", &out[0], 1.3);
    snprintf(what, sizeof what, "add / shell, in a book of %ld items", set->items);
    tell(what, &out[1], 1.3);
    snprintf(what, sizeof what, "add at %ld items / add at 1000 (no dearer: within a tenth)", set->items);
    tell(what, &out[2], 1.1);
    tell_number("an add", median(&out[3]), "ms", 0, 1);
    remove_book(many.book);
    remove_book(many.bare);
    free(few.book);
    free(few.bare);
    free(many.book);
    free(many.bare);
}
