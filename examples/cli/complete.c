/* complete.c - candidates for the completion of shells, which know nothing themselves: commands and options from the tables, refs, units,
 * ledgers, states and the actions possible now from the book. It never complains: what can't be read has no candidates. */
#include "complete.h"

#include <string.h>

#include "book.h"
#include "error.h"
#include "output.h"

#define REFS_AT_ONCE 200 /* with more items in the book, ledgers come first: CODE/ */
#define MOST_OFFERED 500
#define MOST_LOOKED_AT 20000

/* One line to be completed. */
struct place {
    struct cli *cli;
    const char *words[4]; /* the first words that are no options, the one to be completed not among them */
    int word_count;
    int option;          /* the one whose value is to be completed, or -1 */
    int options_ended;   /* by -- */
    const char *group;   /* the first word of a command of two */
    const char *current; /* as far as it is typed */
    const char *before;  /* what of the word stays as it is: "--unit=" */
    int before_length;
    int offered;
};

static const struct {
    enum option_id id;
    const char *words[8];
} choices[] = {
    { OPT_LANG, { "en", "zh" } },
    { OPT_TYPE, { "text", "integer", "number", "date", "choice", "unit" } },
    { OPT_RISK, { "high", "medium", "low" } },
    { OPT_ROLE, { "lead", "responsible", "support", "mentor", "mentee" } },
    { OPT_LIGHT, { "red", "yellow", "blue", "green", "grey" } },
    { OPT_LEVEL, { "red", "yellow", "blue" } },
    { OPT_BY, { "ledger", "unit", "state", "month" } },
    { OPT_CYCLE, { "monthly", "quarterly", "yearly", "days" } },
    { OPT_ADJUST, { "before", "after" } },
    { OPT_UNKNOWN, { "keep", "refuse" } },
    { OPT_ON_CONFLICT, { "fail", "skip", "update" } },
    { OPT_FORMAT, { "csv", "html", "ics", "json", "jsonl", "md", "xlsx" } },
};

/* ---------------------------------------------------------------------------------------------------------------- candidates */

/* A line of its own is all that a candidate can be. */
static int is_printable(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7f)
            return 0;
    return 1;
}

static int begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Offers a word, with something behind it, if that is how it may go on. */
static void offer_with(struct place *place, const char *word, const char *behind, const char *what)
{
    if (!word || !begins_with(word, place->current) || !is_printable(word) || place->offered >= MOST_OFFERED)
        return;
    printf("%.*s%s%s", place->before_length, place->before, word, behind);
    if (what && *what && is_printable(what))
        printf("\t%s", what);
    putchar('\n');
    place->offered++;
}

static void offer(struct place *place, const char *word, const char *what)
{
    offer_with(place, word, "", what);
}

static tl_book *open_book(const struct place *place)
{
    struct cli *cli = place->cli;
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = TL_OPEN_READONLY;
    options.lang = cli->lang;
    options.busy_ms = 500;
    if (!cli->book && tl_open(book_path(cli), &options, &cli->book) != TL_OK) {
        tl_close(cli->book);
        cli->book = NULL;
    }
    return cli->book;
}

/* Offers the column name of each row, with another one as what it is. */
static void offer_rows(struct place *place, int result, tl_cursor *cursor, const char *name, const char *what)
{
    int word = result == TL_OK ? column_of(cursor, name) : -1, meaning = result == TL_OK ? column_of(cursor, what) : -1;
    for (int looked_at = 0; word >= 0 && place->offered < MOST_OFFERED && looked_at < MOST_LOOKED_AT && tl_next(cursor) == TL_ROW; looked_at++)
        offer(place, tl_column_text(cursor, word), tl_column_text(cursor, meaning));
    tl_cursor_close(cursor);
}

static void offer_ledgers(struct place *place, const char *behind)
{
    tl_cursor *cursor = NULL;
    if (!open_book(place) || tl_ledgers(place->cli->book, &cursor) != TL_OK)
        return;
    int code = column_of(cursor, "code"), title = column_of(cursor, "title");
    while (tl_next(cursor) == TL_ROW)
        offer_with(place, tl_column_text(cursor, code), behind, tl_column_text(cursor, title));
    tl_cursor_close(cursor);
}

/* The ledger of the REF that is being typed; 0: not typed yet; below 0: there is none. */
static int64_t typed_ledger(const struct place *place)
{
    const char *slash = strchr(place->current, '/');
    char code[512];
    int64_t ledger = 0;
    if (!slash)
        return 0;
    if (snprintf(code, sizeof code, "%.*s", (int)(slash - place->current), place->current) >= (int)sizeof code)
        return -1;
    return tl_ledger_find(place->cli->book, code, &ledger) == TL_OK ? ledger : -1;
}

static void offer_refs(struct place *place)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_info info = TL_INFO_INIT;
    tl_cursor *cursor = NULL;
    if (!open_book(place) || (query.ledger = typed_ledger(place)) < 0)
        return;
    if (!query.ledger && tl_book_info(place->cli->book, &info) == TL_OK && info.items > REFS_AT_ONCE) {
        offer_ledgers(place, "/");
        return;
    }
    query.limit = MOST_LOOKED_AT;
    int result = tl_items(place->cli->book, &query, &cursor);
    offer_rows(place, result, cursor, "ref", "title");
}

/* A unit by its code, or by its name once some of that is typed. */
static void offer_units(struct place *place)
{
    tl_cursor *cursor = NULL;
    if (!open_book(place) || tl_units(place->cli->book, &cursor) != TL_OK)
        return;
    int code = column_of(cursor, "code"), name = column_of(cursor, "name"), retired = column_of(cursor, "retired");
    while (tl_next(cursor) == TL_ROW) {
        if (tl_column_int(cursor, retired))
            continue;
        offer(place, tl_column_text(cursor, code), tl_column_text(cursor, name));
        if (*place->current && strcmp(tl_column_text(cursor, code), tl_column_text(cursor, name)) != 0)
            offer(place, tl_column_text(cursor, name), tl_column_text(cursor, code));
    }
    tl_cursor_close(cursor);
}

static void offer_states(struct place *place)
{
    tl_cursor *cursor = NULL;
    if (!open_book(place))
        return;
    int result = tl_states(place->cli->book, &cursor);
    offer_rows(place, result, cursor, "name", "label");
    offer(place, "open", NULL);
}

/* What one call of the library lists, by its key. */
static void offer_list(struct place *place, int (*list)(tl_book *book, tl_cursor **cursor), const char *key)
{
    tl_cursor *cursor = NULL;
    if (!open_book(place))
        return;
    int result = list(place->cli->book, &cursor);
    offer_rows(place, result, cursor, key, "title");
}

static int list_series(tl_book *book, tl_cursor **cursor)
{
    return tl_series(book, 0, cursor);
}

/* ------------------------------------------------------------------------------------------------------------------- actions */

static const char *sentence(const struct place *place, const struct command *row)
{
    return strcmp(place->cli->lang, "zh") == 0 ? row->zh : row->en;
}

static void offer_action(struct place *place, const char *name)
{
    const struct command *row = command_action(name);
    if (row)
        offer(place, row->name, sentence(place, row));
}

/* Those possible now to the item; all there are, where there is no such item. */
static void offer_actions(struct place *place, const char *ref)
{
    tl_cursor *cursor = NULL;
    int64_t item;
    if (ref && open_book(place) && tl_item_find(place->cli->book, ref, &item) == TL_OK && tl_moves(place->cli->book, item, &cursor) == TL_OK) {
        int action = column_of(cursor, "action");
        while (tl_next(cursor) == TL_ROW)
            offer_action(place, tl_column_text(cursor, action));
        tl_cursor_close(cursor);
        return;
    }
    for (size_t i = 0; i < command_row_count; i++)
        offer_action(place, command_rows[i].group ? "" : command_rows[i].name);
}

/* ---------------------------------------------------------------------------------------------------------------------- line */

/* The option that a word begins, -1 if it is none; *value gets what stands behind it in the same word, or NULL. */
static int option_of(const char *word, const char **value)
{
    *value = NULL;
    if (word[0] != '-' || !word[1])
        return -1;
    for (int id = 0; id < OPT_COUNT; id++) {
        const struct option_row *row = &option_rows[id];
        size_t length = strlen(row->name);
        if (word[1] != '-' && row->letter == word[1]) {
            *value = word[2] ? word + 2 : NULL;
            return id;
        }
        if (word[1] == '-' && strncmp(word + 2, row->name, length) == 0 && (!word[2 + length] || word[2 + length] == '=')) {
            *value = word[2 + length] ? word + 3 + length : NULL;
            return id;
        }
    }
    return -1;
}

static void take_word(struct place *place, const char *word)
{
    if (!place->group && place->word_count == 0 && command_is_group(word))
        place->group = word;
    else if (place->word_count < (int)(sizeof place->words / sizeof *place->words))
        place->words[place->word_count++] = word;
}

/* The words before the one to be completed. */
static void take_words(struct place *place, int count, char **words)
{
    for (int i = 0; i < count; i++) {
        const char *value;
        int id = place->options_ended ? -1 : option_of(words[i], &value);
        if (!place->options_ended && strcmp(words[i], "--") == 0) {
            place->options_ended = 1;
        } else if (id < 0) {
            if (place->options_ended || words[i][0] != '-')
                take_word(place, words[i]);
        } else if (option_rows[id].value && !value && i == count - 1) {
            place->option = id;
        } else if (option_rows[id].value) {
            place->cli->options.text[id] = value ? value : words[++i];
        }
    }
}

static const struct command *command_of(const struct place *place)
{
    for (size_t i = 0; place->word_count > 0 && i < command_row_count; i++) {
        const struct command *row = &command_rows[i];
        int same_group = place->group ? row->group && strcmp(row->group, place->group) == 0 : !row->group;
        if (same_group && strcmp(row->name, place->words[0]) == 0)
            return row;
    }
    return NULL;
}

static void offer_commands(struct place *place)
{
    const char *last = "";
    for (size_t i = 0; i < command_row_count; i++) {
        const struct command *row = &command_rows[i];
        if (place->group ? row->group && strcmp(row->group, place->group) == 0 : !row->group)
            offer(place, row->name, sentence(place, row));
        else if (!place->group && row->group && strcmp(row->group, last) != 0)
            offer(place, last = row->group, NULL);
    }
}

static void offer_options(struct place *place, const struct command *row)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        char form[64];
        if (!(OPT_BIT(id) & (OPT_OF_ALL | (row ? command_options(row) : 0))))
            continue;
        snprintf(form, sizeof form, "--%s", option_rows[id].name);
        offer(place, form, strcmp(place->cli->lang, "zh") == 0 ? option_rows[id].zh : option_rows[id].en);
    }
}

/* What a place is called in the usage says what stands there. */
static void offer_kind(struct place *place, const char *kind, const char *group)
{
    const char *of = group ? group : "";
    if (begins_with(kind, "FILE"))
        puts(":file");
    else if (begins_with(kind, "UNIT") || (strcmp(of, "unit") == 0 && (begins_with(kind, "CODE") || begins_with(kind, "REF"))))
        offer_units(place);
    else if (begins_with(kind, "REF"))
        offer_refs(place);
    else if (begins_with(kind, "LEDGER") || (strcmp(of, "ledger") == 0 && begins_with(kind, "CODE")))
        offer_ledgers(place, "");
    else if (begins_with(kind, "ACTION"))
        offer_actions(place, place->words[1]);
    else if (begins_with(kind, "STATE"))
        offer_states(place);
    else if (begins_with(kind, "WORKFLOW"))
        offer_list(place, tl_workflows, "name");
    else if (begins_with(kind, "TEMPLATE"))
        offer_list(place, tl_templates, "name");
    else if (begins_with(kind, "SERIES"))
        offer_list(place, list_series, "series");
    else if (begins_with(kind, "DATUM"))
        offer_list(place, tl_data, "code");
}

static void offer_values(struct place *place)
{
    const struct command *row = command_of(place);
    if (row && row->run == counter_list && place->option == OPT_BY) { /* stats has more to sum up by */
        offer(place, "month", NULL);
        return;
    }
    if (row && row->run == board_show && place->option == OPT_BY) {
        offer(place, "ledger", NULL);
        offer(place, "unit", NULL);
        return;
    }
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        for (size_t k = 0; (int)choices[i].id == place->option && k < sizeof choices[i].words / sizeof *choices[i].words; k++)
            offer(place, choices[i].words[k], NULL);
    if (option_rows[place->option].value)
        offer_kind(place, option_rows[place->option].value, row ? row->group : NULL);
}

/* The word at this place of the usage, "" if there is none: places come before options. */
static void usage_word(const struct command *row, int place, char *word, size_t size)
{
    const char *at = row->usage;
    while (place-- > 0) {
        size_t length = strcspn(at, " ");
        if (!strncmp(at + length - (length > 3 ? 3 : length), "...", 3) || (length > 4 && !strncmp(at + length - 4, "...]", 4)))
            break; /* that one may be repeated */
        at += length + strspn(at + length, " ");
    }
    at += *at == '[';
    snprintf(word, size, "%.*s", *at >= 'A' && *at <= 'Z' ? (int)strcspn(at, " ]") : 0, at);
}

static void offer_words(struct place *place, const struct command *row)
{
    char kind[64];
    usage_word(row, place->word_count - 1, kind, sizeof kind);
    int founds = row->group && strcmp(row->name, "add") == 0; /* its code is a new one */
    if (*kind && !founds)
        offer_kind(place, kind, row->group);
}

static void complete_line(struct place *place, int count, char **words)
{
    const char *value = NULL;
    place->current = count > 0 ? words[count - 1] : "";
    take_words(place, count - 1, words);
    const struct command *row = command_of(place);
    int id = place->options_ended ? -1 : option_of(place->current, &value);
    if (place->option >= 0) {
        offer_values(place);
    } else if (id >= 0 && value) {
        place->before = place->current;
        place->before_length = (int)(value - place->current);
        place->current = value;
        place->option = id;
        offer_values(place);
    } else if (*place->current == '-' && !place->options_ended) {
        offer_options(place, row);
    } else if (row) {
        offer_words(place, row);
    } else if (place->word_count == 0) {
        offer_commands(place);
    }
}

int complete_print(struct cli *cli, int count, char **words)
{
    struct place place = { .cli = cli, .option = -1, .current = "", .before = "" };
    const char *what = count > 0 ? words[0] : "";
    if (strcmp(what, "line") == 0) {
        complete_line(&place, count - 1, words + 1);
        return EXIT_DONE;
    }
    take_words(&place, count, words);
    const char *word = place.word_count > 1 ? place.words[1] : NULL;
    if (strcmp(what, "actions") == 0)
        offer_actions(&place, word);
    else if (word)
        place.current = word;
    if (strcmp(what, "refs") == 0)
        offer_refs(&place);
    else if (strcmp(what, "units") == 0)
        offer_units(&place);
    else if (strcmp(what, "ledgers") == 0)
        offer_ledgers(&place, "");
    else if (strcmp(what, "states") == 0)
        offer_states(&place);
    return EXIT_DONE;
}
