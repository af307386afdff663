/* command.h - the one table of commands, from which --help and (later) the man page are made, and what a command is given to work with. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdint.h>
#include <stdio.h>

#include "option.h"
#include "progress.h"
#include "taskledger.h"

/* How the book is opened for a command: not at all, to ask about the file itself, to read what it holds (of any day: --as-of), the same and written to where
 * that can be, for upkeep alone, to write. */
enum book_mode { BOOK_NONE, BOOK_FILE, BOOK_READ, BOOK_TEND, BOOK_WRITE };

/* One run of the program. */
struct cli {
    const struct command *command;
    struct options options;
    char **words; /* behind the command's name */
    int word_count;
    int json;
    const char *lang; /* "en" or "zh" */
    tl_book *book;
    struct progress progress; /* of the command */
};

struct command {
    const char *group; /* the first word of a name of two, else NULL */
    const char *name;
    const char *usage;
    const char *en, *zh;         /* what it does, in one line */
    int (*run)(struct cli *cli); /* returns an exit status, after telling what was wrong */
    int least, most;             /* words behind its name; most below 0: any number */
    enum book_mode mode;         /* how the book is opened for it */
    int is_action;               /* its name is the name of an action */
    option_set options;          /* bits of those it takes beside the options of all commands; see command_options */
};
extern const struct command command_rows[];
extern const size_t command_row_count;

/* The options that a command takes beside those of all commands: its own, and --as-of where it reads what the book holds. */
option_set command_options(const struct command *row);
/* Finds the command that the words begin with (one at least), and goes behind its name. Returns an exit status. */
int command_find(struct cli *cli);
/* Checks that the words and options are such as the command takes. Returns an exit status. */
int command_check(const struct cli *cli);
/* Is it the first word of commands of two? */
int command_is_group(const char *word);
/* The action of this name, with - or _ in it, or NULL. */
const struct command *command_action(const char *name);
/* The names of all actions. Borrowed; *count gets their number. free() the list. */
const char **command_actions(size_t *count);

/* The handlers: one file for each group. */
int book_init(struct cli *cli);
int book_info(struct cli *cli);
int book_verify(struct cli *cli);
int book_checkpoint(struct cli *cli);
int book_backup(struct cli *cli);
int unit_add(struct cli *cli);
int unit_rename(struct cli *cli);
int unit_retire(struct cli *cli);
int unit_appoint(struct cli *cli);
int unit_holders(struct cli *cli);
int unit_list(struct cli *cli);
int ledger_add(struct cli *cli);
int ledger_set(struct cli *cli);
int ledger_field(struct cli *cli);
int ledger_list(struct cli *cli);
int ledger_show(struct cli *cli);
int template_list(struct cli *cli);
int template_show(struct cli *cli);
int datum_add(struct cli *cli);
int datum_list(struct cli *cli);
int datum_use(struct cli *cli);
int datum_fill(struct cli *cli);
int datum_correct(struct cli *cli);
int datum_form(struct cli *cli);
int workflow_list(struct cli *cli);
int workflow_show(struct cli *cli);
int item_add(struct cli *cli);
int item_list(struct cli *cli);
int item_due(struct cli *cli);
int item_mine(struct cli *cli);
int item_show(struct cli *cli);
int item_log(struct cli *cli);
int post_any(struct cli *cli);
int post_action(struct cli *cli);
int post_attach(struct cli *cli);
int post_assign(struct cli *cli);
int post_unassign(struct cli *cli);
int post_enlist(struct cli *cli);
int post_delist(struct cli *cli);
int search_items(struct cli *cli);
int report_stats(struct cli *cli);
int report_scorecard(struct cli *cli);
int board_show(struct cli *cli);
int import_table(struct cli *cli);
int import_calendar(struct cli *cli);
int synonym_add(struct cli *cli);
int synonym_list(struct cli *cli);
int exchange_export(struct cli *cli);
int dossier_write(struct cli *cli);
int exchange_restore(struct cli *cli);
int warning_raise(struct cli *cli);
int warning_list(struct cli *cli);
int warning_escalation(struct cli *cli);
int counter_list(struct cli *cli);
int pair_list(struct cli *cli);
int calendar_set(struct cli *cli);
int calendar_list(struct cli *cli);
int series_add(struct cli *cli);
int series_end(struct cli *cli);
int series_list(struct cli *cli);
int series_show(struct cli *cli);
int series_run(struct cli *cli);

#endif
