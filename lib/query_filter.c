/* query_filter.c (L3) - what is asked of a list of items: its words and days, read and checked, and the conditions that they are. */
#include "label.h"
#include "name.h"
#include "query.h"

#include <stdio.h>
#include <string.h>

void tl__list_mark(tl__list *list, tl__buffer *sql, const char *text, const char *value, int64_t id)
{
    char number[16];
    const char *mark = strchr(text, '?');
    list->parameters[list->count] = (tl__parameter) { value, id };
    snprintf(number, sizeof number, "?%zu", ++list->count);
    tl__append_bytes(sql, text, (size_t)(mark - text));
    tl__append(sql, number);
    tl__append(sql, mark + 1);
}

/* -------------------------------------------------------------------------------------------------------------------- reading */

/* How many bytes of a comma, of either width, stand there; 0: none. */
static size_t comma_at(const char *text)
{
    return *text == ',' ? 1 : strncmp(text, "，", 3) == 0 || strncmp(text, "、", 3) == 0 ? 3 : 0;
}

static int add_word(tl_book *book, tl__words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->word[i], word) == 0)
            return TL_OK;
    if (words->count == TL__QUERY_WORDS || strlen(word) >= sizeof words->word[0])
        return tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is one word too many, or too long a one", word);
    snprintf(words->word[words->count++], sizeof words->word[0], "%s", word);
    return TL_OK;
}

static int read_words(tl_book *book, const char *kind, const char *also, const char *text, tl__words *words)
{
    char word[200];
    int result = TL_OK;
    for (const char *at = text; at != NULL && result == TL_OK;) {
        size_t length = 0;
        at += strspn(at, " ");
        while (at[length] != '\0' && comma_at(at + length) == 0)
            length++;
        snprintf(word, sizeof word, "%.*s", (int)(length < sizeof word ? length : sizeof word - 1), at);
        const char *name = word;
        result = tl__read_word(book, kind, &name, also);
        if (result == TL_OK)
            result = add_word(book, words, name);
        at = at[length] == '\0' ? NULL : at + length + comma_at(at + length);
    }
    return result;
}

static int has_word(const tl__words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->word[i], word) == 0)
            return 1;
    return 0;
}

/* The states that are open are rows of the book. */
static int read_open(tl_book *book, tl__words *open)
{
    int result, added = TL_OK;
    sqlite3_stmt *statement = tl__statement(book, TL__OPEN_STATES);
    if (statement == NULL)
        return book->error.result;
    while (added == TL_OK && (result = tl__step(book, statement)) == TL_ROW)
        added = add_word(book, open, (const char *)sqlite3_column_text(statement, 0));
    tl__done(statement);
    return added != TL_OK || result == TL_DONE ? added : result;
}

/* What a unit owes is open; "open" stands for each state that is. */
static int read_states(tl__list *list)
{
    tl__words given = { 0 }, open = { 0 };
    const tl_item_query *query = &list->query;
    int owed = query->unit != 0 && query->owed;
    int result = read_words(list->book, "state", "open", query->state, &given);
    if (result == TL_OK && (given.count > 0 || owed))
        result = read_open(list->book, &open);
    list->only_open = given.count > 0 || owed;
    for (size_t i = 0; i < given.count && result == TL_OK; i++) {
        if (strcmp(given.word[i], "open") == 0)
            continue;
        list->only_open &= has_word(&open, given.word[i]);
        result = add_word(list->book, &list->states, given.word[i]);
    }
    if (has_word(&given, "open") || (owed && given.count == 0))
        for (size_t i = 0; i < open.count && result == TL_OK; i++)
            result = add_word(list->book, &list->states, open.word[i]);
    list->all_open = list->only_open && list->states.count == open.count;
    return result;
}

/* A day, in figures or in words; what it is is kept in *given. */
static int read_day(tl_book *book, int64_t ledger, const char **day, tl__due_given *given)
{
    int result = tl__due_given_read(book, *day, NULL, ledger, NULL, given);
    if (result == TL_OK && *day != NULL && (given->due == NULL || !tl__is_day(given->due)))
        result = tl__error_set(&book->error, TL_EINVAL, NULL, "'%.100s' is no day; write 2023-06-30, or such as 6月底前", *day);
    *day = given->due;
    return result;
}

static int check_text(tl_book *book, const char *what, const char *text)
{
    return text == NULL || tl__is_utf8(text) ? TL_OK : tl__error_set(&book->error, TL_EINVAL, NULL, "%s is not UTF-8 text; convert it first", what);
}

static int check_fields(tl_book *book, const tl_item_query *query)
{
    int result = query->value_count <= TL__QUERY_FIELDS && (query->value_count == 0 || query->values != NULL)
                     ? TL_OK
                     : tl__error_set(&book->error, TL_EINVAL, NULL, "a list asks for the contents of %d fields at most", TL__QUERY_FIELDS);
    for (size_t i = 0; i < query->value_count && result == TL_OK; i++) {
        const char *content = query->values[i].content;
        result = tl__check_field(book, query->ledger, query->values[i].name);
        if (result == TL_OK && (content == NULL || *content == '\0'))
            result = tl__error_set(&book->error, TL_EINVAL, NULL, "the content of the field '%.100s' is empty; give it", query->values[i].name);
        if (result == TL_OK)
            result = check_text(book, "the content of a field", content);
    }
    return result;
}

static int read_all(tl__list *list)
{
    tl_book *book = list->book;
    tl_item_query *query = &list->query;
    int result = read_day(book, query->ledger, &query->due_before, &list->days[0]);
    if (result == TL_OK)
        result = read_day(book, query->ledger, &query->due_after, &list->days[1]);
    if (result == TL_OK)
        result = read_states(list);
    if (result == TL_OK)
        result = read_words(book, "light", NULL, query->light, &list->lights);
    if (result == TL_OK)
        result = read_words(book, "risk", NULL, query->risk, &list->risks);
    if (result == TL_OK && query->role != NULL)
        result = tl__read_word(book, "role", &query->role, NULL);
    if (result == TL_OK)
        result = check_text(book, "text", query->text);
    if (result == TL_OK)
        result = check_text(book, "the officer", query->officer);
    if (result == TL_OK)
        result = check_text(book, "the actor", query->actor);
    if (result == TL_OK)
        result = check_fields(book, query);
    return result == TL_OK ? tl__list_order(list) : result;
}

/* ----------------------------------------------------------------------------------------------------------------- conditions */

static void condition(tl__list *list, tl__buffer *where, const char *text, const char *value, int64_t id)
{
    tl__append(where, " AND ");
    tl__list_mark(list, where, text, value, id);
}

/* A column that is one of the words. */
static void any_of(tl__list *list, tl__buffer *where, const char *column, const tl__words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        tl__append(where, i == 0 ? " AND (" : " OR ");
        tl__append(where, column);
        tl__list_mark(list, where, " = ?", words->word[i], 0);
    }
    tl__append(where, words->count > 0 ? ")" : "");
}

/* In these words the indexes of what is open have it. */
static void state_conditions(tl__list *list, tl__buffer *where)
{
    if (tl__list_by_states(list))
        return;
    if (list->only_open)
        tl__append(where, " AND o.state <> 'closed' AND o.state <> 'cancelled'");
    if (!list->all_open)
        any_of(list, where, "o.state", &list->states);
}

/* A page that goes on enters the index where the last one ended, which is behind the first day asked for: the + keeps the index from that. (By priority the
 * other ranks begin with that day.) */
static void due_conditions(tl__list *list, tl__buffer *where)
{
    const tl_item_query *query = &list->query;
    const char *due = tl__list_by_open_due(list) ? "a.open_due" : "o.due_order";
    if (query->due_after != NULL) {
        tl__append(where, list->order == TL__BY_DUE && query->after != 0 ? " AND +" : " AND ");
        tl__append(where, due);
        tl__list_mark(list, where, " >= ?", query->due_after, 0);
    }
    if (query->due_before != NULL) {
        tl__append(where, " AND ");
        tl__append(where, due);
        tl__list_mark(list, where, " <= ?", query->due_before, 0);
    } else if (query->due_after != NULL)
        tl__append(where, " AND o.due_order < '~'");
}

/* A field is meant by its code, and where no field of the ledger has that, by its title. */
static void field_conditions(tl__list *list, tl__buffer *where)
{
    for (size_t i = 0; i < list->query.value_count; i++) {
        const tl_value_spec *value = &list->query.values[i];
        condition(list, where, "EXISTS (SELECT 1 FROM value v WHERE v.item = o.id AND v.value = ?", value->content, 0);
        tl__list_mark(list, where, " AND v.field = coalesce((SELECT f.code FROM field f WHERE f.ledger = o.ledger AND f.code = ?)", value->name, 0);
        tl__list_mark(list, where, ", (SELECT f.code FROM field f WHERE f.ledger = o.ledger AND f.title = ?)))", value->name, 0);
    }
}

static void conditions(tl__list *list, tl__buffer *where)
{
    const tl_item_query *query = &list->query;
    if (query->ledger != 0)
        condition(list, where, tl__list_of_unit(list) ? "a.ledger = ?" : "o.ledger = ?", NULL, query->ledger);
    if (query->parent != 0)
        condition(list, where, "o.parent = ?", NULL, query->parent);
    state_conditions(list, where);
    due_conditions(list, where);
    if (!tl__list_by_ranks(list))
        any_of(list, where, "o.risk", &list->risks);
    if (query->officer != NULL)
        condition(list, where, "o.officer = ?", query->officer, 0);
    if (query->text != NULL)
        condition(list, where, "instr(o.title || char(10) || coalesce(o.detail, ''), ?) > 0", query->text, 0);
    field_conditions(list, where);
    if (query->actor != NULL)
        condition(list, where, "EXISTS (SELECT 1 FROM entry w WHERE w.item = o.id AND w.actor = ?)", query->actor, 0);
    if (list->lights.count > 0) {
        tl__append(where, " AND EXISTS (SELECT 1 FROM item_status s WHERE s.item = o.id");
        any_of(list, where, "s.light", &list->lights);
        tl__append(where, ")");
    }
}

int tl__list_read(tl__list *list, tl_book *book, const tl_item_query *query)
{
    tl__buffer where = { 0 };
    const tl_item_query everything = TL_ITEM_QUERY_INIT;
    *list = (tl__list) { .book = book, .query = everything };
    if (query != NULL)
        memcpy(&list->query, query, query->size < sizeof list->query ? query->size : sizeof list->query);
    int result = read_all(list);
    if (result != TL_OK)
        return result;
    conditions(list, &where);
    tl__list_sql(list, where.text == NULL ? "" : where.text);
    tl_free(where.text);
    return where.failed || list->sql.failed ? tl__fail_memory(book) : TL_OK;
}

void tl__list_free(tl__list *list)
{
    tl_free(list->after.no_order);
    tl_free(list->after.due);
    tl_free(list->sql.text);
}
