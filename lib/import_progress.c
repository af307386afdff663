/* import_progress.c (L4) - what a table says of progress: a report where the item takes one, else a comment with the cells as they stand, for nothing is to be
 * lost; and the remark, a comment of its own. What the book has so already is not said again. */
#include "import.h"

#include "label.h"
#include "post.h"

#include <string.h>

enum { HAS_EN = TL__IMPORT_REMARK - TL__IMPORT_PROGRESS + 1, HAS_ZH, HAS_COUNT };

/* The work on one item. has: what it has of each column, from PROGRESS on, and its state in both languages. */
typedef struct progress {
    tl__import *job;
    int64_t item, found; /* found: what was looked up last */
    char *has[HAS_COUNT];
    tl__import_column *says[HAS_COUNT]; /* the columns whose cells say something else */
} progress;

static int is_status(const tl__import_column *column)
{
    return column->kind >= TL__IMPORT_PROGRESS && column->kind <= TL__IMPORT_REMARK;
}

/* ----------------------------------------------------------------------------------------------------------------------------- figures */

/* The number of 80%（进度滞后）, and the text behind it; 0: none. */
static int read_percent(const char *cell, char number[40], const char **rest)
{
    char plain[400];
    size_t digits = 0;
    *rest = cell;
    if (!tl__narrow(cell, plain, sizeof plain))
        return 0;
    digits = strspn(plain, "0123456789.");
    if (digits == 0 || digits >= 39 || !tl__read_number(plain, number, 40)) {
        if (digits == 0 || digits >= 39)
            return 0;
        memcpy(number, plain, digits);
        number[digits] = '\0';
    }
    number[digits] = '\0';
    return strcmp(number, ".") != 0;
}

/* 60, 60%, 60.0 and 60.00% are the same. */
static int is_same_percent(const char *there, const char *cell)
{
    char number[40];
    const char *rest;
    if (there == NULL || !read_percent(cell, number, &rest) || strlen(cell) > 12)
        return 0;
    char *point = strchr(number, '.');
    for (size_t length = strlen(number); point != NULL && (number[length - 1] == '0' || &number[length - 1] == point); length--) {
        int last = &number[length - 1] == point;
        number[length - 1] = '\0';
        if (last)
            break;
    }
    return strcmp(there, number) == 0;
}

static int is_over(const char *number)
{
    size_t whole = strcspn(number, ".");
    return whole > 3 || (whole == 3 && (strncmp(number, "100", 3) != 0 || strspn(number + 3, ".0") != strlen(number + 3)));
}

/* ------------------------------------------------------------------------------------------------------------------------ what is other */

static int read_present(progress *p, int added)
{
    sqlite3_stmt *find = p->job->statements[TL__FIND_STATUS];
    sqlite3_bind_int64(find, 1, p->item);
    if (added) {
        /* A new item has none of it, and is registered. */
        static const int state = TL__IMPORT_STATE - TL__IMPORT_PROGRESS;
        int result = tl__import_copy(p->job, "registered", &p->has[state]);
        result = result == TL_OK ? tl__import_copy(p->job, "registered", &p->has[HAS_EN]) : result;
        return result == TL_OK ? tl__import_copy(p->job, tl_label(p->job->book, "state", "registered"), &p->has[HAS_ZH]) : result;
    }
    int result = tl__step(p->job->book, find);
    for (int i = 0; result == TL_ROW && i < HAS_COUNT; i++)
        result = tl__column_copy(p->job->book, find, i, &p->has[i]) == TL_OK ? TL_ROW : p->job->book->error.result;
    tl__done(find);
    return result == TL_ROW ? TL_OK : result;
}

static int is_there(const progress *p, const tl__import_column *column)
{
    const char *there = p->has[column->kind - TL__IMPORT_PROGRESS];
    if (there != NULL && strcmp(there, column->cell) == 0)
        return 1;
    if (column->kind == TL__IMPORT_PERCENT)
        return is_same_percent(there, column->cell);
    return column->kind == TL__IMPORT_STATE && (strcmp(p->has[HAS_EN], column->cell) == 0 || strcmp(p->has[HAS_ZH], column->cell) == 0);
}

/* 1 if the row says anything of progress that the book does not. */
static int find_news(progress *p)
{
    int some = p->job->words.length > 0;
    for (size_t i = 0; i < p->job->count; i++) {
        tl__import_column *column = &p->job->columns[i];
        if (!is_status(column) || *column->cell == '\0' || is_there(p, column))
            continue;
        p->says[column->kind - TL__IMPORT_PROGRESS] = column;
        some = 1;
    }
    return some;
}

/* ---------------------------------------------------------------------------------------------------------------------------- posting */

static int post(progress *p, tl_posting *posting, const char *what)
{
    posting->size = sizeof *posting;
    posting->item = p->item;
    posting->request = tl__import_request(p->job, what, 1);
    return tl__post_item(p->job->book, posting, posting->action, NULL, NULL, NULL, NULL);
}

static int look_up(progress *p, int statement, const char *text)
{
    sqlite3_stmt *find = p->job->statements[statement];
    sqlite3_bind_int64(find, 1, p->item);
    sqlite3_bind_text(find, 2, text, -1, SQLITE_STATIC);
    int result = tl__step(p->job->book, find);
    p->found = result == TL_ROW ? sqlite3_column_int64(find, 0) : 0;
    tl__done(find);
    return result;
}

/* A comment, unless the item has the very same. */
static int comment(progress *p, const char *note, const char *what, int to_post, int *changed)
{
    int result = look_up(p, TL__FIND_COMMENT, note);
    if (result != TL_DONE)
        return result < 0 ? result : TL_OK;
    *changed = 1;
    tl__import_differs(p->job, tl_label(p->job->book, "column", "remark"), NULL, note);
    tl_posting posting = { .action = "comment", .note = note };
    return to_post ? post(p, &posting, what) : TL_OK;
}

/* Says once for each column what becomes of it. */
static int tell_kept(progress *p, tl__import_column *column, int to_post)
{
    if (column->told || !to_post)
        return TL_OK;
    column->told = 1;
    return tl__import_tell(p->job, 1, "import.kept", column->heading, "the item takes no report of this yet; what the file says there is kept as a comment");
}

/* What the row says of its item in words, as a comment has it. */
static int add_words(progress *p, int first, int last, int to_post)
{
    int result = TL_OK;
    for (int kind = first; result == TL_OK && kind <= last; kind++) {
        tl__import_column *column = p->says[kind - TL__IMPORT_PROGRESS];
        if (column == NULL)
            continue;
        result = tell_kept(p, column, to_post);
        tl__append(&p->job->words, column->heading);
        tl__append(&p->job->words, "：");
        tl__append(&p->job->words, column->cell);
        tl__append(&p->job->words, "\n");
    }
    return result;
}

static const char *cell_of(const progress *p, tl__import_kind kind)
{
    const tl__import_column *column = p->says[kind - TL__IMPORT_PROGRESS];
    return column == NULL ? NULL : column->cell;
}

static int tell_over(progress *p, const char *number)
{
    const tl__import_column *column = p->says[TL__IMPORT_PERCENT - TL__IMPORT_PROGRESS];
    return tl__import_note(
        p->job, "import.percent", column->heading, "'%s' is over 100: reported as 100, with %s as the figure", tl__import_quote(p->job, column->cell), number);
}

/* A report of what can be reported; its note has the percentage as it was written, where that says more than the number. */
static int report(progress *p)
{
    char number[40] = "";
    const char *rest = NULL, *written = cell_of(p, TL__IMPORT_PERCENT), *told = cell_of(p, TL__IMPORT_PROGRESS);
    int known = written != NULL && read_percent(written, number, &rest);
    int over = known && is_over(number);
    int more = written != NULL && (!known || over || strlen(written) > strlen(number) + 3);
    int result = over ? tell_over(p, number) : TL_OK;
    tl__buffer note = { 0 };
    tl__append(&note, told == NULL ? "" : told);
    if (more) {
        tl__append(&note, told == NULL ? "" : "\n");
        tl__append(&note, p->says[TL__IMPORT_PERCENT - TL__IMPORT_PROGRESS]->heading);
        tl__append(&note, "：");
        tl__append(&note, written);
    }
    if (note.length == 0)
        tl__append(&note, tl_label(p->job->book, "action", "report"));
    tl_posting posting = { .action = "report",
        .unit = p->found,
        .note = note.text,
        .percent = !known ? NULL
                   : over ? "100"
                          : number,
        .value = over ? number : NULL,
        .problem = cell_of(p, TL__IMPORT_PROBLEM),
        .next_step = cell_of(p, TL__IMPORT_NEXT_STEP) };
    if (result == TL_OK)
        result = note.failed ? tl__fail_memory(p->job->book) : post(p, &posting, "report");
    tl_free(note.text);
    return result;
}

/* What can be reported goes into a report where the item takes one. *reported: it did. */
static int try_report(progress *p, int added, int to_post, int *reported, int *changed)
{
    int some = 0;
    for (int kind = TL__IMPORT_PROGRESS; kind <= TL__IMPORT_NEXT_STEP; kind++)
        if (p->says[kind - TL__IMPORT_PROGRESS] != NULL) {
            some = 1;
            tl__import_differs(p->job, p->says[kind - TL__IMPORT_PROGRESS]->heading, p->has[kind - TL__IMPORT_PROGRESS], cell_of(p, (tl__import_kind)kind));
        }
    *reported = 0;
    if (!some || added)
        return TL_OK;
    int result = look_up(p, TL__FIND_MOVE, "report");
    if (result != TL_ROW)
        return result < 0 ? result : TL_OK;
    *reported = *changed = 1;
    return to_post ? report(p) : TL_OK;
}

static int tell_over_kept(progress *p)
{
    const char *written = cell_of(p, TL__IMPORT_PERCENT);
    char number[40];
    const char *rest;
    if (written != NULL && read_percent(written, number, &rest) && is_over(number)) {
        int result = tl__import_note(p->job, "import.percent", p->says[TL__IMPORT_PERCENT - TL__IMPORT_PROGRESS]->heading,
            "'%s' is over 100; it is kept in words", tl__import_quote(p->job, written));
        if (result != TL_OK)
            return result;
    }
    return TL_OK;
}

/* 1 if all that the row says stands in a comment already, which came of it when the item took no report; 0, or an error. */
static int is_kept(progress *p)
{
    size_t kept = p->job->words.length;
    int result = add_words(p, TL__IMPORT_PROGRESS, TL__IMPORT_URI, 0);
    if (result != TL_OK || p->job->words.failed)
        return result != TL_OK ? result : tl__fail_memory(p->job->book);
    if (p->job->words.length == 0)
        return 0;
    p->job->words.text[p->job->words.length - 1] = '\0';
    result = look_up(p, TL__FIND_COMMENT, p->job->words.text);
    p->job->words.text[p->job->words.length - 1] = '\n';
    p->job->words.length = kept;
    return result < 0 ? result : result == TL_ROW;
}

static int post_words(progress *p, int added, int to_post, int *changed)
{
    int reported;
    int result = added ? 0 : is_kept(p);
    if (result != 0)
        return result < 0 ? result : TL_OK;
    result = try_report(p, added, to_post, &reported, changed);
    if (result == TL_OK && to_post && !reported)
        result = tell_over_kept(p);
    if (result == TL_OK)
        result = add_words(p, reported ? TL__IMPORT_STATE : TL__IMPORT_PROGRESS, TL__IMPORT_URI, to_post);
    if (result != TL_OK || p->job->words.failed)
        return result != TL_OK ? result : tl__fail_memory(p->job->book);
    if (p->job->words.length > 0) {
        p->job->words.text[p->job->words.length - 1] = '\0';
        result = comment(p, p->job->words.text, "words", to_post, changed);
    }
    return result;
}

static int post_news(progress *p, int added, int to_post, int *changed)
{
    int result = post_words(p, added, to_post, changed);
    const char *remark = cell_of(p, TL__IMPORT_REMARK);
    return result == TL_OK && remark != NULL ? comment(p, remark, "remark", to_post, changed) : result;
}

int tl__import_progress(tl__import *job, int64_t item, int added, int to_post, int *changed)
{
    progress p = { .job = job, .item = item };
    size_t kept = job->words.length;
    int result = read_present(&p, added);
    if (result == TL_OK && find_news(&p))
        result = post_news(&p, added, to_post, changed);
    for (int i = 0; i < HAS_COUNT; i++)
        tl_free(p.has[i]);
    job->words.length = kept;
    if (kept > 0 && job->words.text != NULL)
        job->words.text[kept - 1] = '\n';
    return result;
}
