/* workflow.c (L2) - workflows of one's own. What is wrong with one is found by the schema; here its moves become text, and a refusal is told in the
 * caller's terms. */
#include "workflow.h"
#include "label.h"
#include "schema.h"

#include <stdio.h>
#include <string.h>

int tl__workflow_known(tl_book *book, const char *name)
{
    if (name == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "workflow: a name is needed");
    sqlite3_stmt *statement = tl__statement(book, TL__WORKFLOW_BY_NAME);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "the name of the workflow", name);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

/* A blank or a line break in a word would make another line of the definition than the one that was meant. */
static int append_word(tl_book *book, tl__buffer *text, size_t at, const char *member, const char *word, const char *none)
{
    if (word == NULL && none == NULL)
        return tl__error_set(&book->error, TL_EINVAL, "workflow.line", "moves[%zu].%s is missing", at, member);
    const char *written = word == NULL ? none : word;
    for (const char *byte = written; *byte != '\0'; byte++)
        if ((unsigned char)*byte <= ' ')
            return tl__error_set(&book->error, TL_EINVAL, "workflow.line", "moves[%zu].%s: '%.100s' is not one word", at, member, word);
    if (*written == '\0')
        return tl__error_set(&book->error, TL_EINVAL, "workflow.line", "moves[%zu].%s is empty; give it, or leave it out", at, member);
    tl__append(text, written);
    tl__append(text, " ");
    return TL_OK;
}

/* The moves as entry.detail has them: a line each. */
static int write_definition(tl_book *book, const tl_workflow_spec *spec, tl__buffer *text)
{
    if (spec->moves == NULL)
        return tl__error_set(&book->error, TL_EMISUSE, NULL, "a workflow needs its moves");
    if (spec->move_count == 0)
        return tl__error_set(&book->error, TL_EINVAL, "workflow.line", "moves is empty: a workflow needs moves that lead from registered to closed");
    for (size_t i = 0; i < spec->move_count; i++) {
        const tl_move_spec *move = &spec->moves[i];
        int result = append_word(book, text, i, "action", move->action, NULL);
        if (result == TL_OK)
            result = append_word(book, text, i, "from", move->from_state, NULL);
        if (result == TL_OK)
            result = append_word(book, text, i, "to", move->to_state, "-");
        if (result == TL_OK)
            result = append_word(book, text, i, "by", move->by, "-");
        if (result != TL_OK)
            return result;
        tl__append(text, move->needs_note ? "note" : "-");
        if (i + 1 < spec->move_count)
            tl__append(text, "\n");
    }
    return text->failed ? tl__fail_memory(book) : TL_OK;
}

/* 1 if it is there with this title and these moves, 0, or an error. */
static int is_same(tl_book *book, const tl_workflow_spec *spec, const char *definition)
{
    sqlite3_stmt *statement = tl__statement(book, TL__WORKFLOW_SAME);
    if (statement == NULL)
        return book->error.result;
    int result = tl__bind_text(book, statement, 1, "name", spec->name);
    if (result == TL_OK)
        result = tl__bind_text(book, statement, 2, "moves", definition);
    if (result == TL_OK)
        result = tl__bind_text(book, statement, 3, "title", spec->title);
    if (result == TL_OK)
        result = tl__step(book, statement);
    tl__done(statement);
    return result < 0 ? result : result == TL_ROW;
}

int tl__workflow_post(tl_book *book, const tl_workflow_spec *spec, int keep, int64_t *seq)
{
    tl__buffer text = { 0 };
    int result = write_definition(book, spec, &text);
    int same = result == TL_OK && keep ? is_same(book, spec, text.text) : 0;
    if (same < 0)
        result = same;
    tl__new_entry entry = { .action = "add_workflow", .code = spec->name, .title = spec->title, .detail = text.text, .request = spec->request };
    if (result == TL_OK && same == 0)
        result = tl__post_new(book, &entry, seq);
    if (result == TL_EEXISTS)
        tl__error_prefix(&book->error, "%s: ", spec->name);
    tl_free(text.text);
    return result;
}

typedef struct fault {
    int move; /* which of the moves, from 0; -1: none of them */
    char found[200];
} fault;

/* Lets the schema say more of a definition than its rule: in a temporary book, where the definition may stand as it is. */
static int find_fault(tl_book *book, const char *definition, fault *seen)
{
    static const char place[] =
        "PRAGMA foreign_keys=OFF; DROP TRIGGER workflow_frozen_insert; DROP TRIGGER move_frozen_insert; "
        "INSERT INTO workflow(name, evidence, second_party, en, zh, definition, entry) VALUES ('x', 0, 0, 'x', 'x', %Q, 1); "
        "INSERT INTO move(workflow, action, from_state, to_state, by, needs_note, entry) "
        "SELECT workflow, action, from_state, to_state, by, needs_note, 1 FROM workflow_line WHERE well_formed GROUP BY action, from_state";
    static const char ask[] =
        "SELECT found, coalesce((SELECT min(number) FROM workflow_line WHERE action || ' ' || from_state || ' ' || coalesce(to_state, '-') = found), "
        "iif(rule = 'workflow.line', (SELECT min(number) FROM (SELECT number FROM workflow_line WHERE NOT well_formed "
        "UNION ALL SELECT max(number) FROM workflow_line GROUP BY action, from_state HAVING count(*) > 1)), 0)) FROM workflow_fault LIMIT 1";
    sqlite3 *scratch = NULL;
    sqlite3_stmt *statement = NULL;
    int result = tl__schema_scratch(book, &scratch);
    if (result != TL_OK)
        return result;
    char *sql = sqlite3_mprintf(place, definition);
    int run = sql == NULL ? SQLITE_NOMEM : sqlite3_exec(scratch, sql, NULL, NULL, NULL);
    if (run == SQLITE_OK)
        run = sqlite3_prepare_v2(scratch, ask, -1, &statement, NULL);
    if (run == SQLITE_OK && (run = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *found = (const char *)sqlite3_column_text(statement, 0);
        seen->move = sqlite3_column_int(statement, 1) - 1;
        snprintf(seen->found, sizeof seen->found, "%s", found == NULL ? "" : found);
    }
    if (run == SQLITE_NOMEM)
        result = tl__fail_memory(book);
    sqlite3_free(sql);
    sqlite3_finalize(statement);
    sqlite3_close(scratch);
    return result;
}

/* The member of a move that has a word which is not known, with the nearest that is as the error; else "". */
static const char *unknown_word(tl_book *book, const tl_move_spec *move, const char *rule)
{
    static const char *const doers[] = { "line", "lead", "lead_moves" };
    if (strcmp(rule, "workflow.action") == 0 && tl__check_word(book, "action", move->action, NULL) != TL_OK)
        return ".action";
    if (strcmp(rule, "workflow.state") == 0 && tl__check_word(book, "state", move->from_state, NULL) != TL_OK)
        return ".from";
    if (strcmp(rule, "workflow.state") == 0 && move->to_state != NULL && tl__check_word(book, "state", move->to_state, NULL) != TL_OK)
        return ".to";
    if (strcmp(rule, "workflow.line") != 0 || move->by == NULL)
        return "";
    for (size_t i = 0; i < sizeof doers / sizeof doers[0]; i++)
        if (strcmp(move->by, doers[i]) == 0)
            return "";
    const char *near = tl_nearest(move->by, doers, sizeof doers / sizeof doers[0]);
    if (near == NULL)
        tl__error_set(&book->error, TL_EINVAL, rule, "it is line, lead, lead_moves or left out, not '%.100s'", move->by);
    else
        tl__error_set(&book->error, TL_EINVAL, rule, "it is line, lead, lead_moves or left out, not '%.100s'; the nearest is '%s'", move->by, near);
    return ".by";
}

/* The move before this one with the same action from the same state; -1: none. */
static int same_before(const tl_workflow_spec *spec, int at)
{
    for (int i = 0; i < at; i++)
        if (strcmp(spec->moves[i].action, spec->moves[at].action) == 0 && strcmp(spec->moves[i].from_state, spec->moves[at].from_state) == 0)
            return i;
    return -1;
}

/* The member of a move that the rule is about where all its words are known, with what is wrong as the error where the rule's own sentence speaks of
 * the text that the moves become; else "". */
static const char *wrong_member(tl_book *book, const tl_workflow_spec *spec, int at, const char *rule)
{
    const tl_move_spec *move = &spec->moves[at];
    int before = same_before(spec, at), resumes = strcmp(move->action, "resume") == 0;
    if (strcmp(rule, "workflow.by") == 0)
        return ".by";
    if (strcmp(rule, "workflow.line") == 0 && before >= 0)
        tl__error_set(&book->error, TL_EINVAL, rule, "%s stands twice for %s: moves[%d] has it, too", move->action, move->from_state, before);
    if (strcmp(rule, "workflow.direction") != 0 || (move->to_state == NULL) == resumes)
        return "";
    tl__error_set(&book->error, TL_EINVAL, rule,
        resumes ? "resume leads back to where the item was suspended from; leave it out" : "it is missing; only resume goes without");
    return ".to";
}

/* A word that is not known is answered with the nearest one that is, what else is wrong in a move in terms of the move; another refusal keeps its
 * sentence, and the move or state goes behind it. */
static int tell_fault(tl_book *book, const tl_workflow_spec *spec, const tl__error *refused, const fault *seen, const char *place)
{
    const tl_move_spec *move = seen->move >= 0 && (size_t)seen->move < spec->move_count ? &spec->moves[seen->move] : NULL;
    const char *dot = *place != '\0' ? "." : "", *member = move != NULL ? unknown_word(book, move, refused->rule) : "";
    if (move != NULL && book->error.result == TL_OK)
        member = wrong_member(book, spec, seen->move, refused->rule);
    if (book->error.result == TL_ENOMEM)
        return TL_ENOMEM;
    if (book->error.result == TL_OK) {
        const char *found = move != NULL && strcmp(refused->rule, "workflow.unreachable") == 0 ? move->from_state : seen->found;
        book->error = *refused;
        if (strcmp(refused->rule, "workflow.line") != 0)
            tl__error_suffix(&book->error, " (%.200s)", found);
    }
    snprintf(book->error.rule, sizeof book->error.rule, "%s", refused->rule);
    if (move != NULL)
        return tl__error_prefix(&book->error, "%s%smoves[%d]%s: ", place, dot, seen->move, member);
    return *place == '\0' ? book->error.result : tl__error_prefix(&book->error, "%s: ", place);
}

int tl__workflow_explain(tl_book *book, const tl_workflow_spec *spec, const char *place)
{
    fault seen = { -1, "" };
    tl__buffer text = { 0 };
    const tl__error refused = book->error;
    if (refused.result != TL_EINVAL || strncmp(refused.rule, "workflow.", 9) != 0)
        return refused.result;
    tl__error_clear(&book->error);
    if (write_definition(book, spec, &text) == TL_OK)
        find_fault(book, text.text, &seen);
    tl_free(text.text);
    if (book->error.result == TL_EINVAL) /* said already which move it is */
        return *place == '\0' ? TL_EINVAL : tl__error_prefix(&book->error, "%s.", place);
    if (book->error.result != TL_OK)
        return book->error.result;
    if (seen.found[0] == '\0') { /* of its name or title */
        book->error = refused;
        return *place == '\0' ? TL_EINVAL : tl__error_prefix(&book->error, "%s: ", place);
    }
    return tell_fault(book, spec, &refused, &seen, place);
}

int tl_workflow_add(tl_book *book, const tl_workflow_spec *spec, int64_t *seq)
{
    tl_workflow_spec given = TL_WORKFLOW_SPEC_INIT;
    int begun;
    if (tl__take(book, &given, sizeof given, spec) != TL_OK)
        return TL_EMISUSE;
    int result = tl__write_begin(book, 1, &begun);
    if (result != TL_OK)
        return result;
    result = tl__write_end(book, begun, tl__workflow_post(book, &given, 0, seq));
    return result == TL_EINVAL ? tl__workflow_explain(book, &given, "") : result;
}
