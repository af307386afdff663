/* manual.c - prints the manual page taskledger(1) from the same tables as help.c, so that the two can't differ. What stands in no table
 * (exit status, environment, files, examples) is written here. */
#include "manual.h"

#include <stdio.h>
#include <string.h>

#include "command.h"
#include "error.h"

/* ---------------------------------------------------------------------------------------------------------------------- roff */

/* The character that text begins with, of well-formed UTF-8; *text goes behind it. */
static unsigned long take_character(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    unsigned long character = *at++;
    if (character >= 0xc0)
        character &= character >= 0xf0 ? 0x07 : character >= 0xe0 ? 0x0f : 0x1f;
    while ((*at & 0xc0) == 0x80)
        character = character << 6 | (*at++ & 0x3f);
    *text = (const char *)at;
    return character;
}

/* Text as roff shows it letter by letter: nothing in it is a request, a hyphen is a minus sign that can be copied into a shell. */
static void put_text(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    while (*text) {
        unsigned long character = take_character(&text);
        if (character == '\\')
            fputs("\\e", stdout);
        else if (character == '-')
            fputs("\\-", stdout);
        else if (character == '\'')
            fputs("\\(aq", stdout);
        else if (character == '`')
            fputs("\\(ga", stdout);
        else if (character == '^' || character == '~')
            fputs(character == '^' ? "\\(ha" : "\\(ti", stdout);
        else if (character < 0x80)
            putchar((int)character);
        else
            printf("\\[u%04lX]", character);
    }
}

static void put_line(const char *text)
{
    put_text(text);
    putchar('\n');
}

static void put_bold(const char *text)
{
    fputs("\\fB", stdout);
    put_text(text);
    fputs("\\fR", stdout);
}

/* A sentence of the tables, which have no full stop at their end. */
static void put_sentence(const char *text)
{
    put_text(text);
    puts(".");
}

/* ------------------------------------------------------------------------------------------------------------------- options */

static void put_option(const struct option_row *row)
{
    if (row->letter)
        printf("\\fB\\-%c\\fR, ", row->letter);
    fputs("\\fB\\%\\-\\-", stdout);
    put_text(row->name);
    fputs("\\fR", stdout);
    if (row->value) {
        fputs(" \\fI", stdout);
        put_text(row->value);
        fputs("\\fR", stdout);
    }
    putchar('\n');
}

static void print_options(option_set wanted)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        if (!(wanted & OPT_BIT(id)))
            continue;
        puts(".TP");
        put_option(&option_rows[id]);
        put_sentence(option_rows[id].en);
    }
}

/* The names alone: what they mean stands once, for all commands. */
static void print_option_names(option_set wanted)
{
    const char *before = "Options: ";
    for (int id = 0; id < OPT_COUNT; id++) {
        if (!(wanted & OPT_BIT(id)))
            continue;
        fputs(before, stdout);
        fputs("\\fB\\%\\-\\-", stdout);
        put_text(option_rows[id].name);
        fputs("\\fR", stdout);
        before = ",\n";
    }
    puts(".");
}

/* ------------------------------------------------------------------------------------------------------------------ commands */

static void command_name(const struct command *row, char *name, size_t size)
{
    snprintf(name, size, "%s%s%s", row->group ? row->group : "", row->group ? " " : "", row->name);
}

static void print_command(const struct command *row)
{
    char name[64];
    command_name(row, name, sizeof name);
    puts(".TP");
    put_bold(name);
    fputs(*row->usage ? " " : "", stdout);
    put_line(row->usage);
    put_sentence(row->en);
    if (command_options(row) && !row->is_action)
        print_option_names(command_options(row));
}

static void print_commands_where(int is_action)
{
    for (size_t i = 0; i < command_row_count; i++)
        if (command_rows[i].is_action == is_action)
            print_command(&command_rows[i]);
}

static option_set options_of_actions(void)
{
    option_set options = 0;
    for (size_t i = 0; i < command_row_count; i++)
        if (command_rows[i].is_action)
            options |= command_rows[i].options;
    return options;
}

static void print_commands(void)
{
    puts(".SH COMMANDS");
    print_commands_where(0);
    puts(".SS Actions");
    puts("Each action is a command of its own,\n.B taskledger\n.I ACTION REF\n.RI [ NOTE ],\n"
         "and can also be given to\n.BR \"taskledger post\" .\n"
         "Which of them are possible depends on the item's workflow and state; what is not possible is refused with the reason.");
    print_commands_where(1);
    puts(".PP\nAny action takes these options, where they mean something to it.");
    print_option_names(options_of_actions());
}

int manual_print_commands(void)
{
    for (size_t i = 0; i < command_row_count; i++) {
        const struct command *row = &command_rows[i];
        const char *before = "";
        char name[64];
        command_name(row, name, sizeof name);
        printf("%s\t%s\t", name, row->usage);
        for (int id = 0; id < OPT_COUNT; id++) {
            if (command_options(row) & OPT_BIT(id)) {
                printf("%s--%s", before, option_rows[id].name);
                before = " ";
            }
        }
        printf("\t%s\n", row->en);
    }
    return EXIT_DONE;
}

/* ---------------------------------------------------------------------------------------------------------------------- page */

static const char beginning[] = ".SH NAME\n"
                                "taskledger \\- keep a ledger of tasks that have to be closed out\n"
                                ".SH SYNOPSIS\n"
                                ".B taskledger\n.RI [ OPTIONS ]\n.I COMMAND\n.RI [ ARGS ]\n"
                                ".SH DESCRIPTION\n"
                                "A book is one SQLite file. It holds ledgers, a ledger holds items, and an item is answered for by units.\n"
                                "Nothing in a book changes except by an entry in its journal, which is only ever added to; the rules are SQL\n"
                                "inside the file and hold for every program that writes to it.\n"
                                ".PP\n"
                                "An item is named by its\n.IR REF ,\n"
                                "the code of its ledger and its number, as in\n.BR tasks/17 ,\n"
                                "or by its uid. A unit is named by its code, or by its name where that is unique.\n"
                                "Dates are written 2023\\-06\\-30.\n"
                                ".PP\n"
                                "Results go to standard output, errors to standard error as one line,\n"
                                "\\(lqtaskledger: MESSAGE [rule]\\(rq.\n"
                                "Either the command is done as a whole, or the book is as it was.\n"
                                ".SH OPTIONS\n"
                                "They stand anywhere on the line;\n.B \\-\\-\nends them.\n";

static const char own_options[] = ".SS Options of the commands\n"
                                  "Which command takes which of them is said with the command.\n";

static const char ending[] =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\ndone\n"
    ".TP\n.B 1\nrefused by a rule, by an existing key, or by\n.BR \\-\\-expect ;\n.B stats \\-\\-check\nfound a difference\n"
    ".TP\n.B 2\nusage: an unknown option, command, action or state, or a malformed value\n"
    ".TP\n.B 3\nno such unit, ledger, item or file\n"
    ".TP\n.B 4\nbusy: another program went on writing for ten seconds\n"
    ".TP\n.B 5\nnot a book, of a newer format, damaged, or not verified\n"
    ".TP\n.B 6\nthe system failed to read or write\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B TASKLEDGER_BOOK\nthe book, where\n.B \\-\\-book\nis not given\n"
    ".TP\n.B TASKLEDGER_ACTOR\nwho makes the entries, where\n.B \\-\\-actor\nis not given\n"
    ".TP\n.B TASKLEDGER_TODAY\nthe day it is, where\n.B \\-\\-today\nis not given\n"
    ".TP\n.BR LC_ALL \", \" LC_MESSAGES \", \" LANG\nthe first that is set says the language: Chinese if it begins with zh, else English\n"
    ".SH FILES\n"
    ".TP\n.I ./taskledger.db\nthe book, where nothing names another\n"
    ".TP\n.IR BOOK \\-wal \", \" BOOK \\-shm\n"
    "belong to the book while it is in use; copy a book with\n.BR \"taskledger backup\" ,\nnot by copying files\n"
    ".SH EXAMPLES\n"
    "The life of an item:\n"
    ".PP\n.RS 4\n.nf\n"
    "taskledger init \\-\\-title \\(aqOffice ledger\\(aq\n"
    "taskledger unit add works \\(aqPublic works\\(aq\n"
    "taskledger ledger add tasks \\(aqTasks of 2023\\(aq\n"
    "taskledger add tasks \\(aqRepair the bridge\\(aq \\-\\-lead works \\-\\-due 2030\\-06\\-30\n"
    "taskledger dispatch tasks/1\n"
    "taskledger acknowledge tasks/1\n"
    "taskledger report tasks/1 \\(aqhalf of it is done\\(aq \\-\\-percent 50\n"
    "taskledger request\\-close tasks/1 \\(aqopen to traffic\\(aq\n"
    "taskledger close tasks/1 \\(aqseen on the spot\\(aq\n"
    ".fi\n.RE\n"
    ".PP\nWhat is late, for a script; what the book looked like on a day; whether it is whole:\n"
    ".PP\n.RS 4\n.nf\n"
    "taskledger list \\-\\-light red \\-\\-json\n"
    "taskledger list \\-\\-as\\-of 2030\\-03\\-01\n"
    "taskledger checkpoint > checkpoint.txt\n"
    "taskledger verify \\-\\-against checkpoint.txt\n"
    ".fi\n.RE\n"
    ".SH SEE ALSO\n"
    ".BR taskledger (3)\n(the C library),\n.BR taskledger (5)\n(the file and its SQL)\n";

int manual_print(void)
{
    option_set own = 0;
    for (size_t i = 0; i < command_row_count; i++)
        own |= command_options(&command_rows[i]);
    puts(".\\\" Made by taskledger --man from the tables of commands and options.");
    printf(".TH TASKLEDGER 1 \"\" \"taskledger %s\" \"User commands\"\n.ad l\n", TL_VERSION_TEXT);
    fputs(beginning, stdout);
    print_options(OPT_OF_ALL);
    fputs(own_options, stdout);
    print_options(own & ~(option_set)OPT_OF_ALL);
    print_commands();
    fputs(ending, stdout);
    return EXIT_DONE;
}
