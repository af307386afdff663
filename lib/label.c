/* label.c (L2) - words for names, read from the book once for each handle, on first use. */
#include "label.h"

#include <stdlib.h>
#include <string.h>

typedef struct label {
    const char *kind, *name, *word;
} label;

struct tl__labels {
    label *rows;
    size_t count;
    char *text; /* all words, one behind the other */
};

static const char query[] =
    "SELECT kind, name, en, zh FROM label UNION ALL SELECT 'state', name, en, zh FROM state UNION ALL SELECT 'action', name, en, zh FROM action "
    "UNION ALL SELECT 'workflow', name, en, zh FROM workflow UNION ALL SELECT 'template', name, en, zh FROM template";

void tl__labels_free(tl_book *book)
{
    if (book->labels == NULL)
        return;
    sqlite3_free(book->labels->rows);
    sqlite3_free(book->labels->text);
    sqlite3_free(book->labels);
    book->labels = NULL;
}

static int compare(const void *one, const void *other)
{
    const label *a = one, *b = other;
    int order = strcmp(a->kind, b->kind);
    return order != 0 ? order : strcmp(a->name, b->name);
}

/* Three texts a row, each with its NUL. */
static int read_text(tl_book *book, tl__buffer *text, size_t *count)
{
    sqlite3_stmt *statement;
    int zh = tl__in_chinese(book);
    if (sqlite3_prepare_v2(book->db, query, -1, &statement, NULL) != SQLITE_OK)
        return 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const int columns[] = { 0, 1, zh ? 3 : 2 };
        for (size_t i = 0; i < 3; i++)
            tl__append_bytes(text, (const char *)sqlite3_column_text(statement, columns[i]), (size_t)sqlite3_column_bytes(statement, columns[i]) + 1);
        (*count)++;
    }
    return sqlite3_finalize(statement) == SQLITE_OK && !text->failed && *count > 0;
}

static tl__labels *read_labels(tl_book *book)
{
    tl__buffer text = { 0 };
    size_t count = 0;
    tl__labels *labels = NULL;
    label *rows = NULL;
    if (!read_text(book, &text, &count))
        goto fail;
    labels = sqlite3_malloc(sizeof *labels);
    rows = sqlite3_malloc64(count * sizeof *rows);
    if (labels == NULL || rows == NULL)
        goto fail;
    const char *at = text.text;
    for (size_t i = 0; i < count; i++) {
        rows[i].kind = at;
        rows[i].name = at = at + strlen(at) + 1;
        rows[i].word = at = at + strlen(at) + 1;
        at += strlen(at) + 1;
    }
    qsort(rows, count, sizeof *rows, compare);
    *labels = (tl__labels) { rows, count, text.text };
    return labels;
fail:
    sqlite3_free(text.text);
    sqlite3_free(labels);
    sqlite3_free(rows);
    return NULL;
}

static const label *find(const tl__labels *labels, const char *kind, const char *name)
{
    const label key = { kind, name, NULL };
    return bsearch(&key, labels->rows, labels->count, sizeof key, compare);
}

const char *tl_label(tl_book *book, const char *kind, const char *name)
{
    if (book->labels == NULL)
        book->labels = read_labels(book);
    if (book->labels == NULL || name == NULL || kind == NULL)
        return name;
    const label *found = find(book->labels, kind, name);
    if (found == NULL && strcmp(kind, "column") == 0)
        found = find(book->labels, "heading", name);
    return found == NULL ? name : found->word;
}

/* shown: the word may have been meant as one of those shown, too. */
static int check_word(tl_book *book, const char *kind, const char *word, const char *also, int shown)
{
    const char *names[128];
    size_t count = 0, room = sizeof names / sizeof names[0];
    tl_label(book, kind, word); /* reads the labels, if nobody has yet */
    if (book->labels == NULL) {
        int code = sqlite3_errcode(book->db) & 0xff;
        return code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW ? tl__fail_memory(book) : tl__fail_db(book, code);
    }
    if (also != NULL)
        names[count++] = also;
    for (size_t i = 0; i < book->labels->count && count < room; i++)
        if (strcmp(book->labels->rows[i].kind, kind) == 0)
            names[count++] = book->labels->rows[i].name;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], word) == 0)
            return TL_OK;
    for (size_t i = 0; shown && i < book->labels->count && count < room; i++)
        if (strcmp(book->labels->rows[i].kind, kind) == 0)
            names[count++] = book->labels->rows[i].word;
    const char *near = tl_nearest(word, names, count);
    if (near == NULL)
        return tl__error_set(&book->error, TL_EINVAL, NULL, "there is no %s '%.100s'", tl__said(&book->error, kind), word);
    return tl__error_set(&book->error, TL_EINVAL, NULL, "there is no %s '%.100s'; the nearest is '%s'", tl__said(&book->error, kind), word, near);
}

int tl__check_word(tl_book *book, const char *kind, const char *word, const char *also)
{
    return check_word(book, kind, word, also, 0);
}

int tl__read_word(tl_book *book, const char *kind, const char **word, const char *also)
{
    tl_label(book, kind, *word); /* reads the labels, if nobody has yet */
    for (size_t i = 0; book->labels != NULL && i < book->labels->count; i++) {
        const label *row = &book->labels->rows[i];
        if (strcmp(row->kind, kind) == 0 && strcmp(row->word, *word) == 0) {
            *word = row->name;
            return TL_OK;
        }
    }
    return check_word(book, kind, *word, also, 1);
}
