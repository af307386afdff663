/* cursor.c (L3) - rows being read: stepping, columns by type and by word. */
#include "cursor.h"

#include "name.h"
#include "schema.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct tl_cursor {
    tl_book *book;
    sqlite3_stmt *statement;
    tl_cursor *next;  /* of the book's open cursors */
    const char *noun; /* what its rows are */
    char *headings;   /* of columns that are custom fields: name, title, name, title … each with its NUL, and one more at the end; or NULL */
    void *object;     /* what its query works with, or NULL */
    void (*let_go)(void *object);
    int on_row;
    int last; /* TL_DONE or an error, once tl_next has given it: it stays */
};

static int bind_all(tl_cursor *cursor, const tl__parameter *parameters, size_t count)
{
    int result = SQLITE_OK;
    for (size_t i = 0; result == SQLITE_OK && i < count; i++) {
        if (parameters[i].text == NULL)
            result = sqlite3_bind_int64(cursor->statement, (int)i + 1, parameters[i].id);
        else
            result = sqlite3_bind_text(cursor->statement, (int)i + 1, parameters[i].text, -1, SQLITE_TRANSIENT);
    }
    return result == SQLITE_OK ? TL_OK : tl__fail_db(cursor->book, result);
}

int tl__cursor_open(tl_book *book, const char *sql, const tl__parameter *parameters, size_t count, const char *noun, tl_cursor **cursor)
{
    *cursor = NULL;
    int result = tl__schema_today(book);
    if (result != TL_OK)
        return result;
    tl_cursor *made = sqlite3_malloc(sizeof *made);
    if (made == NULL)
        return tl__fail_memory(book);
    *made = (tl_cursor) { .book = book, .noun = noun };
    result = tl__lend(book, sql, &made->statement);
    if (result == TL_OK)
        result = bind_all(made, parameters, count);
    if (result != TL_OK) {
        tl__take_back(book, made->statement);
        sqlite3_free(made);
        return result;
    }
    made->next = book->cursors;
    book->cursors = made;
    *cursor = made;
    return TL_OK;
}

int tl__cursor_of_items(tl_book *book, const char *view, const char *more, int64_t ledger, const char *noun, tl_cursor **cursor)
{
    char sql[200];
    const tl__parameter parameter = { NULL, ledger };
    *cursor = NULL;
    int result = tl__check_ledger(book, ledger);
    if (result != TL_OK)
        return result;
    snprintf(sql, sizeof sql, "SELECT v.* FROM %s v JOIN item o ON o.id = v.item%s ORDER BY o.ledger, o.no_order%s", view,
        ledger == 0 ? "" : " WHERE o.ledger = ?1", more == NULL ? "" : more);
    return tl__cursor_open(book, sql, &parameter, ledger == 0 ? 0 : 1, noun, cursor);
}

tl_book *tl__cursor_book(const tl_cursor *cursor)
{
    return cursor->book;
}

void tl_cursor_close(tl_cursor *cursor)
{
    if (cursor == NULL)
        return;
    for (tl_cursor **link = &cursor->book->cursors; *link != NULL; link = &(*link)->next) {
        if (*link == cursor) {
            *link = cursor->next;
            break;
        }
    }
    tl__take_back(cursor->book, cursor->statement);
    if (cursor->let_go != NULL)
        cursor->let_go(cursor->object);
    sqlite3_free(cursor->headings);
    sqlite3_free(cursor);
}

void tl__cursor_headings(tl_cursor *cursor, char *headings)
{
    cursor->headings = headings;
}

int tl__cursor_own(tl_cursor *cursor, int at, void *object, const char *type, void (*let_go)(void *object))
{
    cursor->object = object;
    cursor->let_go = let_go;
    int result = sqlite3_bind_pointer(cursor->statement, at, object, type, NULL);
    return result == SQLITE_OK ? TL_OK : tl__fail_db(cursor->book, result);
}

int tl_next(tl_cursor *cursor)
{
    if (cursor == NULL)
        return TL_EMISUSE;
    tl__enter(cursor->book);
    if (cursor->last == TL_DONE)
        return TL_DONE;
    if (cursor->last != TL_OK)
        return tl__error_set(&cursor->book->error, cursor->last, NULL, "these rows ended with an error; read them again");
    int result = tl__step(cursor->book, cursor->statement);
    cursor->on_row = result == TL_ROW;
    if (result != TL_ROW)
        cursor->last = result;
    return result;
}

/* Room for one more behind count of them: twice as many where it is full. */
static int make_room(tl_book *book, void **list, size_t count, size_t size)
{
    if ((count & (count - 1)) != 0)
        return TL_OK;
    void *more = sqlite3_realloc64(*list, (count == 0 ? 1 : 2 * count) * size);
    if (more == NULL)
        return tl__fail_memory(book);
    *list = more;
    return TL_OK;
}

int tl__cursor_keep(tl_cursor *cursor, size_t size, int (*keep)(const tl_cursor *cursor, void *element), void **list, size_t *count)
{
    tl_book *book = cursor->book;
    int result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        result = make_room(book, list, *count, size);
        if (result == TL_OK)
            result = keep(cursor, (char *)*list + *count * size);
        if (result != TL_OK)
            break;
        ++*count;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

int tl_column_count(const tl_cursor *cursor)
{
    return sqlite3_column_count(cursor->statement);
}

const char *tl_column_name(const tl_cursor *cursor, int column)
{
    return sqlite3_column_name(cursor->statement, column);
}

const char *tl_column_label(const tl_cursor *cursor, int column)
{
    const char *name = tl_column_name(cursor, column);
    const char *own = tl_label(cursor->book, cursor->noun, name);
    if (own != name || cursor->headings == NULL)
        return own != name ? own : tl_label(cursor->book, "column", name);
    for (const char *heading = cursor->headings; *heading != '\0'; heading += strlen(heading) + 1) {
        const char *title = heading + strlen(heading) + 1;
        if (strcmp(heading, name) == 0)
            return title;
        heading = title;
    }
    return tl_label(cursor->book, "column", name);
}

int tl_column_type(const tl_cursor *cursor, int column)
{
    if (!cursor->on_row)
        return TL_NULL;
    int type = sqlite3_column_type(cursor->statement, column);
    return type == SQLITE_NULL ? TL_NULL : type == SQLITE_INTEGER ? TL_INTEGER : TL_TEXT;
}

int64_t tl_column_int(const tl_cursor *cursor, int column)
{
    return cursor->on_row ? sqlite3_column_int64(cursor->statement, column) : 0;
}

const char *tl_column_text(const tl_cursor *cursor, int column)
{
    return cursor->on_row ? (const char *)sqlite3_column_text(cursor->statement, column) : NULL;
}

const char *tl_column_word(const tl_cursor *cursor, int column)
{
    static const char *const kinds[] = { "state", "action", "role", "risk", "light", "workflow" };
    const char *text = tl_column_text(cursor, column);
    const char *name = tl_column_name(cursor, column);
    if (text == NULL || name == NULL)
        return text;
    if (strcmp(name, "to_state") == 0 || strcmp(name, "from_state") == 0)
        return tl_label(cursor->book, "state", text);
    if (strcmp(name, "step") == 0)
        return tl_label(cursor->book, "action", text);
    if (strcmp(name, "level") == 0 && strcmp(cursor->noun, "warning") == 0) /* elsewhere it may be a custom field */
        return tl_label(cursor->book, "light", text);
    if (strcmp(name, "found_in") == 0 && strcmp(cursor->noun, "search") == 0)
        return tl_label(cursor->book, "column", text);
    if (strcmp(name, "reason") == 0 && strcmp(cursor->noun, "deduction") == 0)
        return tl_label(cursor->book, name, text);
    if (strcmp(name, "kind") == 0 && strcmp(cursor->noun, "calendar") == 0)
        return tl_label(cursor->book, "day_kind", text);
    if (strcmp(cursor->noun, "series") == 0 && (strcmp(name, "cycle") == 0 || strcmp(name, "adjust") == 0 || strcmp(name, "outcome") == 0))
        return tl_label(cursor->book, name, text);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(name, kinds[i]) == 0)
            return tl_label(cursor->book, kinds[i], text);
    return text;
}

/* The members of tl_item, by the names of the columns of item_status. */
enum { MEMBER_TEXT, MEMBER_NUMBER, MEMBER_ID };
static const struct member {
    const char *name;
    int kind;
    size_t at;
} members[] = {
    { "item", MEMBER_ID, offsetof(tl_item, item) },
    { "entry", MEMBER_ID, offsetof(tl_item, entry) },
    { "ref", MEMBER_TEXT, offsetof(tl_item, ref) },
    { "uid", MEMBER_TEXT, offsetof(tl_item, uid) },
    { "ledger", MEMBER_TEXT, offsetof(tl_item, ledger) },
    { "no", MEMBER_TEXT, offsetof(tl_item, no) },
    { "title", MEMBER_TEXT, offsetof(tl_item, title) },
    { "detail", MEMBER_TEXT, offsetof(tl_item, detail) },
    { "source", MEMBER_TEXT, offsetof(tl_item, source) },
    { "parent", MEMBER_TEXT, offsetof(tl_item, parent) },
    { "officer", MEMBER_TEXT, offsetof(tl_item, officer) },
    { "state", MEMBER_TEXT, offsetof(tl_item, state) },
    { "percent", MEMBER_TEXT, offsetof(tl_item, percent) },
    { "value", MEMBER_TEXT, offsetof(tl_item, value) },
    { "lead", MEMBER_TEXT, offsetof(tl_item, lead) },
    { "due", MEMBER_TEXT, offsetof(tl_item, due) },
    { "baseline_due", MEMBER_TEXT, offsetof(tl_item, baseline_due) },
    { "light", MEMBER_TEXT, offsetof(tl_item, light) },
    { "risk", MEMBER_TEXT, offsetof(tl_item, risk) },
    { "completed_on", MEMBER_TEXT, offsetof(tl_item, completed_on) },
    { "days_left", MEMBER_NUMBER, offsetof(tl_item, days_left) },
    { "late", MEMBER_NUMBER, offsetof(tl_item, late) },
    { "returned", MEMBER_NUMBER, offsetof(tl_item, returned) },
    { "extended", MEMBER_NUMBER, offsetof(tl_item, extended) },
    { "urged", MEMBER_NUMBER, offsetof(tl_item, urged) },
    { "reopened", MEMBER_NUMBER, offsetof(tl_item, reopened) },
    { "evidence", MEMBER_NUMBER, offsetof(tl_item, evidence) },
};
enum { MEMBERS = sizeof members / sizeof members[0] };

static const char **text_member(tl_item *item, const struct member *member)
{
    return (const char **)(void *)((char *)item + member->at);
}

static void read_member(const tl_cursor *cursor, int column, const struct member *member, tl_item *item)
{
    void *at = (char *)item + member->at;
    if (member->kind == MEMBER_TEXT)
        *text_member(item, member) = tl_column_text(cursor, column);
    else if (member->kind == MEMBER_NUMBER)
        *(int *)at = (int)tl_column_int(cursor, column);
    else
        *(int64_t *)at = tl_column_int(cursor, column);
    if (member->at == offsetof(tl_item, days_left))
        item->has_days_left = tl_column_type(cursor, column) != TL_NULL;
}

static void read_item(const tl_cursor *cursor, tl_item *item)
{
    for (int column = 0; column < tl_column_count(cursor); column++)
        for (size_t i = 0; i < MEMBERS; i++)
            if (strcmp(members[i].name, tl_column_name(cursor, column)) == 0)
                read_member(cursor, column, &members[i], item);
}

/* The struct, and behind it its texts, in one piece of memory. */
tl_item *tl__item_copy(const tl_item *item)
{
    tl_item from = *item;
    size_t room = sizeof *item;
    for (size_t i = 0; i < MEMBERS; i++)
        if (members[i].kind == MEMBER_TEXT && *text_member(&from, &members[i]) != NULL)
            room += strlen(*text_member(&from, &members[i])) + 1;
    tl_item *copy = sqlite3_malloc64(room);
    if (copy == NULL)
        return NULL;
    *copy = from;
    char *text = (char *)(copy + 1);
    for (size_t i = 0; i < MEMBERS; i++) {
        const char **member = text_member(copy, &members[i]);
        if (members[i].kind != MEMBER_TEXT || *member == NULL)
            continue;
        size_t bytes = strlen(*member) + 1;
        *member = memcpy(text, *member, bytes);
        text += bytes;
    }
    return copy;
}

int tl_cursor_item(const tl_cursor *cursor, tl_item *item)
{
    tl_item read = TL_ITEM_INIT;
    if (!cursor->on_row || strcmp(cursor->noun, "item") != 0)
        return TL_EMISUSE;
    size_t size = item->size < sizeof read ? item->size : sizeof read;
    read_item(cursor, &read);
    read.size = item->size;
    memcpy(item, &read, size);
    return TL_OK;
}
