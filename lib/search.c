/* search.c (L3) - finding items by words. The index, or without one every item, gives candidates, newest first; what came behind the index is read
 * through; and of each candidate its own texts decide. */
#include "cursor.h"
#include "name.h"
#include "search_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SNIPPET_COLUMNS = 40 };
static const char pointer_type[] = "tl__search";

/* One search that is under way. */
typedef struct search {
    tl_book *book;
    tl__search_words words;
    int64_t ledger, before;   /* 0: all; only items before this one */
    sqlite3_stmt *candidates; /* by falling id */
    int64_t candidate;        /* the next of them; 0: to be read, -1: there is none */
    int64_t *tail;            /* items with something to be looked at behind the index, by falling id */
    size_t tail_count, tail_at;
    int counting; /* no snippets */
    tl__buffer folded;
    /* Of the item last found: */
    int64_t item;
    char place[64]; /* title, detail, a field's code, note … */
    tl__buffer snippet;
} search;

static void let_go(void *object)
{
    search *run = object;
    sqlite3_finalize(run->candidates);
    sqlite3_free(run->tail);
    tl_free(run->words.text.text);
    tl_free(run->folded.text);
    tl_free(run->snippet.text);
    sqlite3_free(run);
}

/* --------------------------------------------------------------------------------------------------------------- one item's texts */

/* found: in folded, which is the text folded. */
static void keep_place(search *run, const char *name, const char *text, const char *folded, const char *found)
{
    size_t character = 0;
    snprintf(run->place, sizeof run->place, "%s", name);
    for (const char *at = folded; at < found; at += tl__search_step(at))
        character++;
    run->snippet.length = 0;
    tl__search_snippet(&run->snippet, text, character, SNIPPET_COLUMNS);
}

static const char *fold(search *run, const char *text)
{
    run->folded.length = 0;
    tl__search_fold(&run->folded, text);
    return run->folded.text;
}

/* Takes the words that a text has out of those that are missing. */
static void look(search *run, const char *name, const char *text, uint64_t *missing)
{
    if (text == NULL || *missing == 0)
        return;
    const char *folded = run->words.plain ? text : fold(run, text);
    for (size_t i = 0; folded != NULL && i < run->words.count; i++) {
        const char *found = *missing & UINT64_C(1) << i ? strstr(folded, run->words.word[i]) : NULL;
        if (found == NULL)
            continue;
        *missing &= ~(UINT64_C(1) << i);
        if (!run->counting && run->place[0] == '\0')
            keep_place(run, name, text, folded, found);
    }
}

/* The rows of a cached statement about an item: its texts, each with a name; without names the column behind has it. */
static int look_at(search *run, tl__statement_id id, int64_t item, const char *const *names, uint64_t *missing)
{
    sqlite3_stmt *statement = tl__statement(run->book, id);
    if (statement == NULL)
        return run->book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result;
    while ((result = tl__step(run->book, statement)) == TL_ROW && *missing != 0) {
        for (int i = 0; names != NULL && names[i] != NULL; i++)
            look(run, names[i], (const char *)sqlite3_column_text(statement, i), missing);
        if (names == NULL)
            look(run, (const char *)sqlite3_column_text(statement, 1), (const char *)sqlite3_column_text(statement, 0), missing);
    }
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* Title and detail; of an item that is not there, or in another ledger, the words stay missing and *fits becomes 0. */
static int look_at_item(search *run, int64_t item, uint64_t *missing, int *fits)
{
    sqlite3_stmt *statement = tl__statement(run->book, TL__SEARCH_ITEM);
    if (statement == NULL)
        return run->book->error.result;
    sqlite3_bind_int64(statement, 1, item);
    int result = tl__step(run->book, statement);
    *fits = result == TL_ROW && (run->ledger == 0 || sqlite3_column_int64(statement, 0) == run->ledger);
    if (*fits) {
        look(run, "title", (const char *)sqlite3_column_text(statement, 1), missing);
        look(run, "detail", (const char *)sqlite3_column_text(statement, 2), missing);
    }
    tl__done(statement);
    return result < 0 ? result : TL_OK;
}

/* Has the item all words, each anywhere in its texts? */
static int check(search *run, int64_t item, int *found)
{
    static const char *const entry_texts[] = { "note", "problem", "next_step", NULL };
    uint64_t missing = UINT64_MAX >> (64 - run->words.count);
    int fits = 0;
    run->item = item;
    run->place[0] = '\0';
    int result = look_at_item(run, item, &missing, &fits);
    if (result == TL_OK && fits && missing != 0)
        result = look_at(run, TL__SEARCH_VALUES, item, NULL, &missing);
    if (result == TL_OK && fits && missing != 0)
        result = look_at(run, TL__SEARCH_ENTRIES, item, entry_texts, &missing);
    *found = fits && missing == 0;
    return result == TL_OK && (run->folded.failed || run->snippet.failed) ? tl__fail_memory(run->book) : result;
}

/* --------------------------------------------------------------------------------------------------- what came behind the index */

static int add_to_tail(search *run, int64_t item)
{
    if ((run->tail_count & (run->tail_count - 1)) == 0) {
        int64_t *more = sqlite3_realloc64(run->tail, (run->tail_count == 0 ? 1 : 2 * run->tail_count) * sizeof *more);
        if (more == NULL)
            return tl__fail_memory(run->book);
        run->tail = more;
    }
    run->tail[run->tail_count++] = item;
    return TL_OK;
}

static int compare_falling(const void *one, const void *other)
{
    const int64_t *a = one, *b = other;
    return (*a < *b) - (*a > *b);
}

static void sort_tail(search *run)
{
    size_t kept = 0;
    if (run->tail_count > 1)
        qsort(run->tail, run->tail_count, sizeof *run->tail, compare_falling);
    for (size_t i = 0; i < run->tail_count; i++)
        if (kept == 0 || run->tail[kept - 1] != run->tail[i])
            run->tail[kept++] = run->tail[i];
    run->tail_count = kept;
}

/* An item is to be looked at if an entry has one of the words, or took some away; without either the index knows all of it. */
static int add_if_wanted(search *run, sqlite3_stmt *row)
{
    uint64_t all = UINT64_MAX >> (64 - run->words.count), missing = all;
    int counting = run->counting;
    run->counting = 1; /* no snippet of an entry */
    for (int i = 1; i <= TL__SEARCH_TEXTS && missing == all; i++)
        look(run, "", (const char *)sqlite3_column_text(row, i), &missing);
    run->counting = counting;
    if (run->folded.failed)
        return tl__fail_memory(run->book);
    return missing != all || sqlite3_column_int(row, TL__SEARCH_TEXTS + 1) ? add_to_tail(run, sqlite3_column_int64(row, 0)) : TL_OK;
}

static int read_tail(search *run, int64_t seq)
{
    sqlite3_stmt *statement = tl__statement(run->book, TL__SEARCH_TAIL);
    if (statement == NULL)
        return run->book->error.result;
    sqlite3_bind_int64(statement, 1, seq);
    int result;
    while ((result = tl__step(run->book, statement)) == TL_ROW && (result = add_if_wanted(run, statement)) == TL_OK)
        ;
    tl__done(statement);
    sort_tail(run);
    return result < 0 ? result : TL_OK;
}

/* ------------------------------------------------------------------------------------------------------------------- candidates */

/* *made is 0 where SQLite has no FTS5. */
static int ask_index(search *run, int amended, const char *sql, int *made)
{
    tl__buffer match = { 0 };
    sqlite3_finalize(run->candidates);
    run->candidates = NULL;
    int result = sqlite3_prepare_v2(run->book->db, sql, -1, &run->candidates, NULL);
    *made = result == SQLITE_OK;
    if (result == SQLITE_ERROR)
        return TL_OK;
    if (result != SQLITE_OK)
        return tl__fail_db(run->book, result);
    tl__search_index_match(&match, &run->words, amended);
    if (match.failed)
        return tl__fail_memory(run->book);
    result = sqlite3_bind_text(run->candidates, 1, match.text, (int)match.length, sqlite3_free);
    sqlite3_bind_int64(run->candidates, 2, run->before);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(run->book, result);
}

static int scan_all(search *run)
{
    int result = sqlite3_prepare_v2(run->book->db, "SELECT id FROM main.item WHERE id < ?1 ORDER BY id DESC", -1, &run->candidates, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_bind_int64(run->candidates, 1, run->before);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(run->book, result);
}

static const char candidates_sql[] = "SELECT rowid FROM main.search_index WHERE search_index MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC";

/* Where the candidates come from. *indexed: from the index. All that follows sees the same moment of the book. */
static int start(search *run, int amended, int *indexed)
{
    int kind;
    int64_t seq;
    *indexed = 0;
    int result = tl__search_index_look(run->book, &kind, &seq);
    if (result == TL_OK && kind == TL__INDEX_OURS)
        result = ask_index(run, amended, candidates_sql, indexed);
    if (result != TL_OK)
        return result;
    return *indexed ? read_tail(run, seq) : scan_all(run);
}

static int read_candidate(search *run)
{
    if (run->candidate != 0)
        return TL_OK;
    int result = tl__step(run->book, run->candidates);
    run->candidate = result == TL_ROW ? sqlite3_column_int64(run->candidates, 0) : -1;
    return result < 0 ? result : TL_OK;
}

/* The next item found; 0 when there is none. */
static int next(search *run, int64_t *item)
{
    int found = 0, result;
    do {
        result = read_candidate(run);
        int64_t behind = run->tail_at < run->tail_count ? run->tail[run->tail_at] : -1;
        *item = run->candidate > behind ? run->candidate : behind;
        if (result != TL_OK || *item < 0)
            break;
        run->candidate = run->candidate == *item ? 0 : run->candidate;
        run->tail_at += behind == *item;
        result = *item < run->before ? check(run, *item, &found) : TL_OK;
    } while (result == TL_OK && !found);
    *item = found ? *item : 0;
    return result;
}

/* ------------------------------------------------------------------------------------------------ functions for the cursor's query */

/* What failed has its words in the handle; SQLite is only told that something did. */
static void fail_call(sqlite3_context *call, int result)
{
    if (result == TL_ENOMEM)
        sqlite3_result_error_nomem(call);
    else
        sqlite3_result_error_code(call, result == TL_ESTOP ? SQLITE_INTERRUPT : SQLITE_ERROR);
}

static void call_next(sqlite3_context *call, int count, sqlite3_value **values)
{
    search *run = sqlite3_value_pointer(values[0], pointer_type);
    int64_t item = 0;
    int indexed, result = TL_OK;
    (void)count;
    if (run != NULL && run->candidates == NULL)
        result = start(run, TL__AMENDED_TOO, &indexed);
    if (run != NULL && result == TL_OK)
        result = next(run, &item);
    if (result != TL_OK)
        fail_call(call, result);
    else if (item != 0)
        sqlite3_result_int64(call, item);
}

/* place and snippet of an item: it is the one just found, unless SQLite goes about the query in a way of its own. */
static search *at_item(sqlite3_context *call, sqlite3_value **values)
{
    search *run = sqlite3_value_pointer(values[0], pointer_type);
    int found, result = TL_OK;
    if (run != NULL && run->item != sqlite3_value_int64(values[1]))
        result = check(run, sqlite3_value_int64(values[1]), &found);
    if (result != TL_OK)
        fail_call(call, result);
    return result == TL_OK ? run : NULL;
}

static void call_place(sqlite3_context *call, int count, sqlite3_value **values)
{
    const search *run = at_item(call, values);
    (void)count;
    if (run != NULL)
        sqlite3_result_text(call, run->place, -1, SQLITE_TRANSIENT);
}

static void call_snippet(sqlite3_context *call, int count, sqlite3_value **values)
{
    const search *run = at_item(call, values);
    (void)count;
    if (run != NULL)
        sqlite3_result_text(call, run->snippet.text, (int)run->snippet.length, SQLITE_TRANSIENT);
}

static int make_ready(tl_book *book)
{
    static const struct {
        const char *name;
        int count;
        void (*call)(sqlite3_context *call, int count, sqlite3_value **values);
    } functions[] = { { "tl__search_next", 1, call_next }, { "tl__search_place", 2, call_place }, { "tl__search_snippet", 2, call_snippet } };
    for (size_t i = 0; !book->search_ready && i < sizeof functions / sizeof functions[0]; i++) {
        int result = sqlite3_create_function_v2(
            book->db, functions[i].name, functions[i].count, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, functions[i].call, NULL, NULL, NULL);
        if (result != SQLITE_OK)
            return tl__fail_db(book, result);
    }
    book->search_ready = 1;
    return TL_OK;
}

/* ---------------------------------------------------------------------------------------------------------------- the public calls */

static int check_words(tl_book *book, const char *text)
{
    if (text == NULL || text[strspn(text, " \t\r\n")] == '\0')
        return tl__error_set(&book->error, TL_EINVAL, NULL, "there is nothing to search for; give one word or several");
    if (!tl__is_utf8(text))
        return tl__error_set(&book->error, TL_EINVAL, NULL, "the words are not UTF-8; convert them first");
    if (tl__characters(text) > TL__SEARCH_CHARACTERS)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "that is too long to search for: more than %d characters", TL__SEARCH_CHARACTERS);
    return TL_OK;
}

/* *run is to be let go of in any case. */
static int prepare(tl_book *book, const tl_search_query *query, search **run)
{
    int result = check_words(book, query->text);
    if (result == TL_OK)
        result = tl__check_ledger(book, query->ledger);
    if (result != TL_OK)
        return result;
    *run = sqlite3_malloc64(sizeof **run);
    if (*run == NULL)
        return tl__fail_memory(book);
    **run = (search) { .book = book, .ledger = query->ledger, .before = query->after != 0 ? query->after : INT64_MAX };
    int fits = tl__search_split(&(*run)->words, query->text);
    if ((*run)->words.text.failed)
        return tl__fail_memory(book);
    if (!fits)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "those are too many words to search for: more than %d", TL__SEARCH_WORDS);
    if ((*run)->words.count == 0)
        return check_words(book, "");
    return tl__search_index_catch_up(book);
}

int tl_search(tl_book *book, const tl_search_query *query, tl_cursor **cursor)
{
    static const char rows[] = "WITH RECURSIVE hit(item) AS (SELECT tl__search_next(?1) UNION ALL SELECT tl__search_next(?1) FROM hit WHERE item IS NOT NULL) "
                               "SELECT s.ref, s.ledger, s.no, s.title, s.state, s.lead, s.due, s.light, tl__search_place(?1, s.item) AS found_in, "
                               "tl__search_snippet(?1, s.item) AS found, s.item FROM hit CROSS JOIN item_status s ON s.item = hit.item LIMIT %lld";
    tl_search_query given = TL_SEARCH_QUERY_INIT;
    search *run = NULL;
    char sql[600];
    *cursor = NULL;
    int result = tl__take(book, &given, sizeof given, query);
    if (result == TL_OK)
        result = prepare(book, &given, &run);
    if (result == TL_OK)
        result = make_ready(book);
    snprintf(sql, sizeof sql, rows, given.limit > 0 ? (long long)given.limit : -1LL);
    if (result == TL_OK)
        result = tl__cursor_open(book, sql, NULL, 0, "search", cursor);
    if (result == TL_OK)
        result = tl__cursor_own(*cursor, 1, run, pointer_type, let_go);
    else if (run != NULL)
        let_go(run);
    return result;
}

static int is_behind(const search *run, int64_t item)
{
    return run->tail_count > 0 && bsearch(&item, run->tail, run->tail_count, sizeof item, compare_falling) != NULL;
}

/* Items of which the index alone decides: nothing was taken from them. */
static int count_indexed(search *run, int64_t *count)
{
    static const char sql[] = "SELECT rowid FROM main.search_index WHERE search_index MATCH ?1";
    static const char of_ledger[] =
        "SELECT s.rowid FROM main.search_index s CROSS JOIN main.item i ON i.id = s.rowid WHERE s.search_index MATCH ?1 AND i.ledger = ?3";
    int made;
    int result = ask_index(run, TL__AMENDED_NOT, run->ledger == 0 ? sql : of_ledger, &made);
    if (result != TL_OK)
        return result;
    if (run->ledger != 0)
        sqlite3_bind_int64(run->candidates, 3, run->ledger);
    while ((result = tl__step(run->book, run->candidates)) == TL_ROW)
        *count += !is_behind(run, sqlite3_column_int64(run->candidates, 0));
    return result < 0 ? result : ask_index(run, TL__AMENDED_ONLY, candidates_sql, &made);
}

static int count_all(search *run, int64_t *count)
{
    int64_t item = 0;
    int indexed;
    int result = start(run, TL__AMENDED_TOO, &indexed);
    if (result == TL_OK && indexed && tl__search_index_decides(&run->words))
        result = count_indexed(run, count);
    while (result == TL_OK && (result = next(run, &item)) == TL_OK && item != 0)
        ++*count;
    return result;
}

int tl_search_count(tl_book *book, const tl_search_query *query, int64_t *count)
{
    tl_search_query given = TL_SEARCH_QUERY_INIT;
    search *run = NULL;
    *count = 0;
    int result = tl__take(book, &given, sizeof given, query);
    given.after = 0;
    if (result == TL_OK)
        result = prepare(book, &given, &run);
    /* All of it looks at one moment. */
    int begun = result == TL_OK && sqlite3_get_autocommit(book->db);
    if (begun)
        result = tl__run(book, "BEGIN");
    if (result == TL_OK) {
        run->counting = 1;
        result = count_all(run, count);
    }
    if (run != NULL)
        let_go(run);
    if (begun)
        sqlite3_exec(book->db, "COMMIT", NULL, NULL, NULL); /* nothing was written; a ROLLBACK would cut off the caller's cursors */
    return result;
}
