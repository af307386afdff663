/* import_milestone.c (L4) - several milestones in one cell, 3月：… 4月：…: each becomes an item below the one of the row, with its due date. */
#include "calendar.h"
#include "import.h"

#include <string.h>

enum { HEAD_MAX = 60 }; /* bytes of a date phrase */

/* The length of a character that a date phrase is made of, or 0. */
static size_t date_character(const char *at)
{
    static const char *const characters[] = { "年", "月", "日", "号", "旬", "上", "中", "下", "初", "底", "末", "前", "后", "至", "到", "季", "度", "半", "全",
        "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "～", "—", "－", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９", "每" };
    if ((*at >= '0' && *at <= '9') || *at == '-' || *at == '~' || *at == '.')
        return 1;
    for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++)
        if (strncmp(at, characters[i], strlen(characters[i])) == 0)
            return strlen(characters[i]);
    return 0;
}

/* The length of what stands between a date and its text, or 0. */
static size_t stop(const char *at)
{
    static const char *const stops[] = { "：", ":", " ", "　", "\t", "，", "、", "," };
    size_t length = 0;
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        if (strncmp(at + length, stops[i], strlen(stops[i])) == 0) {
            length += strlen(stops[i]);
            i = (size_t)-1;
        }
    return length;
}

static int is_date(tl__import *job, const char *text, size_t length)
{
    char phrase[HEAD_MAX + 1];
    tl__due due;
    memcpy(phrase, text, length);
    phrase[length] = '\0';
    int result = tl__due_meaning(job->book, phrase, job->options.ledger, "import.date", &due);
    tl__enter(job->book);
    return result == TL_OK;
}

size_t tl__import_date_head(tl__import *job, const char *text, size_t *phrase)
{
    size_t length = 0, step;
    while (length + 3 <= HEAD_MAX && (step = date_character(text + length)) > 0)
        length += step;
    /* 3月底前完成: the longest beginning that is a date. */
    for (; length > 0; length--) {
        if (((unsigned char)text[length] & 0xC0u) == 0x80u || (text[length - 1] >= '0' && text[length - 1] <= '9'))
            continue;
        if (is_date(job, text, length)) {
            *phrase = length;
            return length + stop(text + length);
        }
    }
    return 0;
}

/* 1 where a milestone may begin: at the beginning, in a new line, behind ； or 。, or behind a blank with : behind its date. */
static int may_begin(const char *cell, const char *at, size_t head)
{
    static const char *const ends[] = { "\n", "\r", "；", ";", "。" };
    const char *before = at;
    while (before > cell && (before[-1] == ' ' || before[-1] == '\t'))
        before--;
    if (before == cell)
        return 1;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t size = strlen(ends[i]);
        if ((size_t)(before - cell) >= size && memcmp(before - size, ends[i], size) == 0)
            return 1;
    }
    return before < at && ((head > 1 && at[head - 1] == ':') || (head > 3 && memcmp(at + head - 3, "：", 3) == 0));
}

/* Where the next milestone behind from begins; the end of the cell where none does. */
static char *next_begin(tl__import *job, char *cell, char *from)
{
    char *at = from;
    size_t phrase, head;
    while (*at != '\0') {
        int starts = at > cell && strchr(" \t\n\r;", at[-1]) != NULL;
        starts |= at - cell >= 3 && (memcmp(at - 3, "；", 3) == 0 || memcmp(at - 3, "。", 3) == 0);
        if (starts && date_character(at) > 0 && (head = tl__import_date_head(job, at, &phrase)) > 0 && may_begin(cell, at, head))
            return at;
        at++;
    }
    return at;
}

static char *trim_end(char *text)
{
    size_t length;
    text = tl__trim(text);
    while ((length = strlen(text)) >= 3 && memcmp(text + length - 3, "；", 3) == 0)
        text[length - 3] = '\0';
    if (length > 0 && text[length - 1] == ';')
        text[length - 1] = '\0';
    return tl__trim(text);
}

static int add_milestone(tl__import *job, tl__import_level *level, const char *due, const char *title)
{
    int64_t item;
    tl_item_spec spec = tl__import_part_spec(job, title);
    int result = TL_OK;
    if (due != NULL && spec.due != NULL)
        result = tl__import_note(job, "import.milestone", tl__import_column_of(job, TL__IMPORT_DUE)->heading,
            "'%s' is passed over: the milestone has a date of its own, %s", tl__import_quote(job, spec.due), due);
    if (due != NULL)
        spec.due = due;
    if (result != TL_OK)
        return result;
    return tl__import_add_part(job, level, &spec, &item);
}

/* One milestone; a text that is nothing but a date is its own title. */
static int take_milestone(tl__import *job, tl__import_level *level, char *text)
{
    char due[HEAD_MAX + 1];
    size_t phrase = 0;
    size_t head = tl__import_date_head(job, text, &phrase);
    memcpy(due, text, phrase);
    due[phrase] = '\0';
    char *title = trim_end(text + head);
    return add_milestone(job, level, head == 0 ? NULL : due, *title == '\0' ? trim_end(text) : title);
}

int tl__import_milestones(tl__import *job, tl__import_column *column, tl__import_level *level)
{
    size_t phrase = 0;
    char *at = column->cell, *rest;
    int result = TL_OK;
    if (tl__import_date_head(job, at, &phrase) == 0) {
        result = tl__import_note(
            job, "import.milestone", column->heading, "'%s' begins with no date; it is one part, without a due date", tl__import_quote(job, at));
        return result == TL_OK ? add_milestone(job, level, NULL, trim_end(at)) : result;
    }
    for (; result == TL_OK && *at != '\0'; at = rest) {
        char first;
        rest = next_begin(job, column->cell, at + 1);
        first = *rest;
        *rest = '\0';
        result = *tl__trim(at) == '\0' ? TL_OK : take_milestone(job, level, tl__trim(at));
        *rest = first;
    }
    return result;
}
