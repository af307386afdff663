/* option.h - the options of the command line: one table of them all, reading them, and their values as the library wants them.
 * Which command takes which option stands in the table of commands (command.c). */
#ifndef OPTION_H
#define OPTION_H

#include <stddef.h>
#include <stdint.h>

#include "taskledger.h"

enum option_id {
    OPT_BOOK,
    OPT_ACTOR,
    OPT_JSON,
    OPT_LANG,
    OPT_TODAY,
    OPT_VERSION,
    OPT_HELP, /* of every command */
    OPT_TITLE,
    OPT_GIVEN_CLOCK,
    OPT_UTC_OFFSET,
    OPT_PARENT,
    OPT_KIND,
    OPT_TEMPLATE,
    OPT_SOURCE,
    OPT_TYPE,
    OPT_CHOICES,
    OPT_REQUIRED,
    OPT_NO,
    OPT_DETAIL,
    OPT_DUE,
    OPT_LEAD,
    OPT_RESPONSIBLE,
    OPT_SUPPORT,
    OPT_MENTOR,
    OPT_MENTEE,
    OPT_RISK,
    OPT_FIELD,
    OPT_UNIT,
    OPT_ROLE,
    OPT_OFFICER,
    OPT_NOTE,
    OPT_PERCENT,
    OPT_VALUE,
    OPT_SET,
    OPT_PROBLEM,
    OPT_NEXT,
    OPT_ON,
    OPT_FILE,
    OPT_EXPECT,
    OPT_REQUEST,
    OPT_STATE,
    OPT_LIGHT,
    OPT_DUE_BEFORE,
    OPT_DUE_AFTER,
    OPT_TEXT,
    OPT_AS_OF,
    OPT_LIMIT,
    OPT_AFTER,
    OPT_BY,
    OPT_FORMAT,
    OPT_OUTPUT,
    OPT_COLUMNS,
    OPT_BOM,
    OPT_DRY_RUN,
    OPT_AGAINST,
    OPT_WORKFLOW,
    OPT_DEFINITION,
    OPT_LEVEL,
    OPT_OPEN,
    OPT_ACTION,
    OPT_LISTED,
    OPT_CYCLE,
    OPT_DAY,
    OPT_FROM,
    OPT_TO,
    OPT_ADJUST,
    OPT_RATES,
    OPT_CHECK,
    OPT_PERIOD,
    OPT_SUB_UNITS,
    OPT_ORDER,
    OPT_POSTED_BY,
    OPT_WITHIN,
    OPT_LEDGER,
    OPT_COUNT_ONLY,
    OPT_DROP_INDEX,
    OPT_REBUILD_INDEX,
    OPT_SHEET,
    OPT_MAP,
    OPT_MAPPING,
    OPT_SAVE_MAPPING,
    OPT_UNKNOWN,
    OPT_CREATE_UNITS,
    OPT_ON_CONFLICT,
    OPT_COUNT
};

/* Sets of options are bits, one for all those of every command together: these are the first ones, up to OPT_HELP. */
__extension__ typedef unsigned __int128 option_set;
#define OPT_BIT(id) ((option_set)1 << ((id) > OPT_HELP ? (id)-OPT_HELP : 0))
#define OPT_OF_ALL OPT_BIT(OPT_HELP)
_Static_assert(OPT_COUNT - OPT_HELP <= 128, "a set of options has no room for one more");

struct option_row {
    const char *name;
    char letter;       /* of its short form, or 0 */
    int repeats;       /* may be given several times */
    const char *value; /* what its value is called in help; NULL: it has none */
    const char *en, *zh;
};
extern const struct option_row option_rows[OPT_COUNT];

struct option_given {
    enum option_id id;
    char *text;
};

/* What was given on the command line, in its order. */
struct options {
    struct option_given *given;
    size_t count;
    const char *text[OPT_COUNT]; /* the last value of each; "" of an option without one; NULL: not given */
};

struct cli;

/* Reads the options out of argv, which getopt puts into another order: *words are then the words that are no options.
 * Returns an exit status; what was wrong has been told. */
int options_read(struct cli *cli, int argc, char **argv);
void options_free(struct options *options);

/* The values of options as the library's types. Each returns an exit status, after telling what was wrong. Not given: 0 or NULL. */
int option_number(const struct cli *cli, enum option_id id, int64_t *number);
int option_unit(const struct cli *cli, enum option_id id, int64_t *unit);
int option_item(const struct cli *cli, enum option_id id, int64_t *item);
/* The ledger that the first word names; 0 without one. */
int word_ledger(const struct cli *cli, int64_t *ledger);
/* All values NAME=CONTENT of a repeatable option. free(*pairs); their texts belong to the command line. */
int option_pairs(const struct cli *cli, enum option_id id, tl_value_spec **pairs, size_t *count);
/* Takes NAME=CONTENT apart in place. */
int option_split(const struct cli *cli, char *text, tl_value_spec *pair);
/* All values of a repeatable option. free(*texts). */
int option_texts(const struct cli *cli, enum option_id id, const char ***texts, size_t *count);

#endif
