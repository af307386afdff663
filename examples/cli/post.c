/* post.c - the commands that post an action to an item: post, assign, unassign, enlist, delist, attach, and one for each other action. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "item.h"
#include "output.h"

/* A posting and the lists that it borrows. */
struct draft {
    tl_posting posting;
    const char **files;
    tl_value_spec *set;
};

static void draft_free(struct draft *draft)
{
    free(draft->files);
    free(draft->set);
}

static void read_texts(const struct cli *cli, tl_posting *posting)
{
    const char *const *text = cli->options.text;
    posting->role = text[OPT_ROLE];
    posting->officer = text[OPT_OFFICER];
    posting->due = text[OPT_DUE];
    posting->percent = text[OPT_PERCENT];
    posting->value = text[OPT_VALUE];
    posting->risk = text[OPT_RISK];
    posting->note = text[OPT_NOTE];
    posting->problem = text[OPT_PROBLEM];
    posting->next_step = text[OPT_NEXT];
    posting->happened_on = text[OPT_ON];
    posting->title = text[OPT_TITLE];
    posting->request = text[OPT_REQUEST];
    posting->level = text[OPT_LEVEL];
}

/* Fills the draft from the options; ref is the item's, note the word that stands for --note, if any. draft_free() it in any case. */
static int draft_read(const struct cli *cli, struct draft *draft, const char *ref, const char *action, const char *note)
{
    *draft = (struct draft) { TL_POSTING_INIT, NULL, NULL };
    tl_posting *posting = &draft->posting;
    read_texts(cli, posting);
    posting->action = action;
    if (note && posting->note)
        return fail(cli, EXIT_USAGE, "the text is given twice, as a word and by --note; give it once");
    if (note)
        posting->note = note;
    int status = option_number(cli, OPT_EXPECT, &posting->expect);
    if (status == EXIT_DONE)
        status = option_texts(cli, OPT_FILE, &draft->files, &posting->file_count);
    if (status == EXIT_DONE)
        status = option_pairs(cli, OPT_SET, &draft->set, &posting->set_count);
    if (status == EXIT_DONE)
        status = status_of(cli, tl_item_find(cli->book, ref, &posting->item));
    if (status == EXIT_DONE)
        status = option_unit(cli, OPT_UNIT, &posting->unit);
    posting->files = draft->files;
    posting->set = draft->set;
    return status;
}

static int post_draft(const struct cli *cli, const struct draft *draft)
{
    int64_t seq = 0;
    int status = status_of(cli, tl_post(cli->book, &draft->posting, &seq));
    return status == EXIT_DONE ? item_print_ref(cli, draft->posting.item, seq) : status;
}

/* ---------------------------------------------------------------------------------------------------------------------- attach */

/* The words from first_word on, and those of --file; all of them are attached, or none. */
static int attach_files(struct cli *cli, struct draft *draft, int first_word)
{
    tl_posting *posting = &draft->posting;
    size_t words = (size_t)(cli->word_count - first_word), count = words + posting->file_count;
    if (count == 0)
        return fail(cli, EXIT_USAGE, "attach what? name a file or an address: taskledger attach REF FILE...");
    const char **files = calloc(count, sizeof *files);
    if (!files)
        return fail(cli, EXIT_SYSTEM, "out of memory");
    for (size_t i = 0; i < count; i++)
        files[i] = i < words ? cli->words[(size_t)first_word + i] : draft->files[i - words];
    free(draft->files);
    draft->files = files;
    posting->files = files;
    posting->file_count = count;
    return post_draft(cli, draft);
}

int post_attach(struct cli *cli)
{
    struct draft draft;
    int status = draft_read(cli, &draft, cli->words[0], "attach", NULL);
    if (status == EXIT_DONE)
        status = attach_files(cli, &draft, 1);
    draft_free(&draft);
    return status;
}

/* ------------------------------------------------------------------------------------------------------------------ other actions */

static int post_named(struct cli *cli, const char *action, const char *note)
{
    struct draft draft;
    int status = draft_read(cli, &draft, cli->words[0], action, note);
    if (status == EXIT_DONE)
        status = strcmp(action, "attach") == 0 ? attach_files(cli, &draft, cli->word_count) : post_draft(cli, &draft);
    draft_free(&draft);
    return status;
}

int post_action(struct cli *cli)
{
    return post_named(cli, cli->command->name, cli->word_count > 1 ? cli->words[1] : NULL);
}

static int unknown_action(const struct cli *cli, const char *word)
{
    size_t count;
    const char **names = command_actions(&count);
    const char *nearest = names ? tl_nearest(word, names, count) : NULL;
    int status = nearest ? fail(cli, EXIT_USAGE, "unknown action '%s'; did you mean '%s'?", word, nearest)
                         : fail(cli, EXIT_USAGE, "unknown action '%s'; see taskledger --help", word);
    free(names);
    return status;
}

/* post takes the options of every action; which of them this one has, its own row says. */
static int check_options(const struct cli *cli, const struct command *action)
{
    for (int id = 0; id < OPT_COUNT; id++)
        if (action->is_action && cli->options.text[id] && !(OPT_BIT(id) & (action->options | OPT_OF_ALL)))
            return fail(cli, EXIT_USAGE, "the action %s takes no --%s; see taskledger %s --help", action->name, option_rows[id].name, action->name);
    return EXIT_DONE;
}

int post_any(struct cli *cli)
{
    const struct command *action = command_action(cli->words[1]);
    if (!action)
        return unknown_action(cli, cli->words[1]);
    int status = check_options(cli, action);
    if (status != EXIT_DONE)
        return status;
    return post_named(cli, action->name, cli->word_count > 2 ? cli->words[2] : NULL);
}

static int post_unit(struct cli *cli, const char *action, const char *role)
{
    struct draft draft;
    int status = draft_read(cli, &draft, cli->words[0], action, NULL);
    draft.posting.role = role;
    if (status == EXIT_DONE)
        status = status_of(cli, tl_unit_find(cli->book, cli->words[1], &draft.posting.unit));
    if (status == EXIT_DONE)
        status = post_draft(cli, &draft);
    draft_free(&draft);
    return status;
}

int post_assign(struct cli *cli)
{
    const char *role = cli->options.text[OPT_ROLE];
    return post_unit(cli, "assign", role ? role : "responsible");
}

int post_unassign(struct cli *cli)
{
    return post_unit(cli, "unassign", NULL);
}

/* ---------------------------------------------------------------------------------------------------------------- other ledgers */

/* Reads the number that the item was given there. Returns an exit status. */
static int print_place(const struct cli *cli, const tl_posting *posting, int64_t seq)
{
    tl_cursor *cursor = NULL;
    int result = tl_listings(cli->book, posting->ledger, posting->item, &cursor);
    if (result == TL_OK)
        result = tl_next(cursor);
    int status = result == TL_ROW ? EXIT_DONE : status_of(cli, result == TL_DONE ? TL_OK : result);
    if (result == TL_ROW) {
        const char *ref = tl_column_text(cursor, column_of(cursor, "ref")), *home = tl_column_text(cursor, column_of(cursor, "home"));
        status = print_result(cli, ref, cli->json ? json_pack("{s:s, s:s, s:I}", "ref", ref, "home", home, "seq", (json_int_t)seq) : NULL);
    }
    tl_cursor_close(cursor);
    return status;
}

static int post_elsewhere(struct cli *cli, const char *action)
{
    struct draft draft;
    tl_posting *posting = &draft.posting;
    int64_t seq = 0;
    int status = draft_read(cli, &draft, cli->words[0], action, cli->word_count > 2 ? cli->words[2] : NULL);
    posting->no = cli->options.text[OPT_NO];
    if (status == EXIT_DONE)
        status = status_of(cli, tl_ledger_find(cli->book, cli->words[1], &posting->ledger));
    if (status == EXIT_DONE)
        status = status_of(cli, tl_post(cli->book, posting, &seq));
    if (status == EXIT_DONE)
        status = strcmp(action, "enlist") == 0 ? print_place(cli, posting, seq) : item_print_ref(cli, posting->item, seq);
    draft_free(&draft);
    return status;
}

int post_enlist(struct cli *cli)
{
    return post_elsewhere(cli, "enlist");
}

int post_delist(struct cli *cli)
{
    return post_elsewhere(cli, "delist");
}
