/* import_shape.c (L4) - the rows of a table that are no item of their own: totals, notes, the header once more; and sections, which items stand below. */
#include "import.h"
#include "synonym.h"

#include <stdio.h>
#include <string.h>

static size_t count_filled(const tl__import *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->count; i++)
        count += *job->columns[i].cell != '\0';
    return count;
}

static tl__import_column *first_filled(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++)
        if (*job->columns[i].cell != '\0')
            return &job->columns[i];
    return NULL;
}

/* ------------------------------------------------------------------------------------------------------------------- what is no item */

enum { HEAD = 64 }; /* bytes of a cell among which the words below are looked for */

/* The beginning of a cell in small letters, without blanks and full-width forms. */
static void read_head(const char *cell, char head[HEAD])
{
    char begins[HEAD];
    snprintf(begins, sizeof begins, "%s", cell);
    tl__narrow(begins, head, HEAD);
    tl__heading_squeeze(head);
}

/* What stands behind a number of ASCII's digits and one character at most, 3项; NULL: there is no number. */
static const char *behind_count(const char *text)
{
    const char *end = text + strspn(text, "0123456789.,%");
    if (end == text)
        return NULL;
    end += (unsigned char)*end >= 0x80u;
    while (((unsigned char)*end & 0xC0u) == 0x80u)
        end++;
    return end;
}

static int is_count(const char *text)
{
    const char *end = behind_count(text);
    return end != NULL && *end == '\0';
}

/* How a cell says that the row is no task: by a word alone, which may have a number behind it (合计, 小 计：3项), or by one that goes on (累计：完成植树). */
enum word { WORD_NONE, WORD_GOES_ON, WORD_ALONE };

static enum word read_total(const char *cell)
{
    static const char *const totals[] = { "合计", "小计", "总计", "共计", "累计", "本页小计", "total", "subtotal", "sum", "grandtotal" };
    char head[HEAD];
    read_head(cell, head);
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        const char *rest = head + strlen(totals[i]);
        if (strncmp(head, totals[i], strlen(totals[i])) != 0 || (*rest != '\0' && strchr(":(0123456789", *rest) == NULL))
            continue;
        const char *end = behind_count(rest + strspn(rest, ":("));
        return *rest == '\0' || strcmp(rest, ":") == 0 || (end != NULL && end[strspn(end, ")")] == '\0') ? WORD_ALONE : WORD_GOES_ON;
    }
    return WORD_NONE;
}

static int is_note(const char *cell)
{
    static const char *const notes[] = { "注", "备注", "说明", "注释", "附注", "填表说明", "填报说明", "填表人", "填报人", "填报单位", "填报日期", "审核人",
        "审核", "制表", "制表人", "制表单位", "制表日期", "note", "notes" };
    char head[HEAD];
    read_head(cell, head);
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
        size_t length = strlen(notes[i]);
        if (strncmp(head, notes[i], length) != 0)
            continue;
        const char *rest = head + length + strspn(head + length, "0123456789");
        if (*rest == '\0' || *rest == ':' || strncmp(rest, "、", 3) == 0 || (rest > head + length && *rest == '.'))
            return 1;
        if (strncmp(cell, notes[i], length) == 0 && (cell[length] == ' ' || strncmp(cell + length, "　", 3) == 0))
            return 1;
    }
    return 0;
}

/* 1 if the row says beside the word what only a task has: a unit that is no count, a due date, or, where the word goes on, a number. */
static int is_task(const tl__import *job, const char *word, int numbered)
{
    for (size_t i = 0; i < job->count; i++) {
        const tl__import_column *column = &job->columns[i];
        if (*column->cell == '\0' || column->cell == word)
            continue;
        if (column->kind == TL__IMPORT_DUE || (numbered && column->kind == TL__IMPORT_NO))
            return 1;
        if (column->kind >= TL__IMPORT_LEAD && column->kind <= TL__IMPORT_MENTEE && !is_count(column->cell))
            return 1;
    }
    return 0;
}

static int is_header_again(const tl__import *job)
{
    size_t same = 0;
    for (size_t i = 0; i < job->count; i++) {
        if (*job->columns[i].cell == '\0')
            continue;
        if (strcmp(job->columns[i].cell, job->columns[i].heading) != 0)
            return 0;
        same++;
    }
    return same > 1;
}

static int skip_row(tl__import *job, const char *cell, const char *rule, const char *what)
{
    job->result.skipped++;
    int result = tl__import_note(job, rule, NULL, "'%s' %s; the row is passed over", tl__import_quote(job, cell), tl__said(&job->book->error, what));
    return result == TL_OK ? tl__import_tell_row(job, "skipped", 0) : result;
}

/* The cell that says that the row is a total; NULL: none does. */
static const char *find_total(const tl__import *job, const tl__import_column *first)
{
    const char *title = tl__import_cell_of(job, TL__IMPORT_TITLE);
    const char *cell = *title == '\0' || (first->kind == TL__IMPORT_NO && read_total(first->cell) != WORD_NONE) ? first->cell : title;
    const enum word word = read_total(cell);
    return word == WORD_NONE || is_task(job, cell, word == WORD_GOES_ON) ? NULL : cell;
}

/* The same of a note: it stands alone, or behind its number. */
static const char *find_note(const tl__import *job, const tl__import_column *first, int alone)
{
    const char *title = tl__import_cell_of(job, TL__IMPORT_TITLE);
    const char *cell = is_note(first->cell) ? first->cell : title;
    if (!alone || !is_note(cell) || is_task(job, cell, 1))
        return NULL;
    return *title == '\0' ? cell : title;
}

/* 1 if the row was one of those that are passed over; 0, or an error. */
int tl__import_pass_over(tl__import *job)
{
    const tl__import_column *first = first_filled(job);
    size_t filled = count_filled(job);
    if (first == NULL || job->own)
        return 0;
    int alone = filled == 1 || (filled == 2 && first->kind == TL__IMPORT_NO), result;
    const char *total = find_total(job, first), *note = total == NULL ? find_note(job, first, alone) : NULL;
    if (total != NULL)
        result = skip_row(job, total, "import.total", "is a total");
    else if (note != NULL)
        result = skip_row(job, note, "import.note", "is a note");
    else if (job->noting && alone && *tl__import_cell_of(job, TL__IMPORT_TITLE) == '\0')
        result = skip_row(job, first->cell, "import.note", "goes on with the note above");
    else if (is_header_again(job))
        result = skip_row(job, first->cell, "import.header_again", "and what follows is the header again");
    else
        return 0;
    job->noting |= note != NULL;
    return result == TL_OK ? 1 : result;
}

/* -------------------------------------------------------------------------------------------------------------------------- sections */
static const char *const numerals[] = { "十", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

/* The number in Chinese numerals, up to 99, that text begins with, and its length; 0: none. */
static int read_numeral(const char *text, size_t *length)
{
    int number = 0, digit = 0, some = 0;
    *length = 0;
    for (;;) {
        int found = -1;
        for (int i = 0; i < 10; i++)
            if (strncmp(text + *length, numerals[i], 3) == 0)
                found = i;
        if (found < 0)
            break;
        number = found == 0 ? (digit == 0 ? 1 : digit) * 10 : number;
        digit = found == 0 ? 0 : found;
        some = 1;
        *length += 3;
    }
    return some ? number + digit : 0;
}

/* How a heading of a section is numbered. */
enum style { STYLE_NONE, STYLE_CHAPTER, STYLE_NUMERAL, STYLE_BRACKETS, STYLE_BARE };

/* 第一章 党的建设, 一、党的建设, （一）学习, 一: its style and number, and where its words begin. */
static int read_style(const char *text, int *number, const char **words)
{
    static const char *const chapters[] = { "章", "部分", "篇", "节", "类" };
    static const char *const stops[] = { "、", "．", ".", "，", "：", ":", " ", "　" };
    size_t length = 0, at = 0;
    int style = STYLE_NUMERAL;
    if (strncmp(text, "第", 3) == 0) {
        style = STYLE_CHAPTER;
        at = 3;
    } else if (strncmp(text, "（", 3) == 0 || *text == '(') {
        style = STYLE_BRACKETS;
        at = *text == '(' ? 1 : 3;
    }
    *number = read_numeral(text + at, &length);
    at += length;
    if (*number == 0)
        return STYLE_NONE;
    const char *rest = text + at;
    *words = rest;
    if (style == STYLE_BRACKETS) {
        *words += *rest == ')' ? 1 : 3;
        return *rest == ')' || strncmp(rest, "）", 3) == 0 ? style : STYLE_NONE;
    }
    const char *const *ends = style == STYLE_CHAPTER ? chapters : stops;
    size_t count = style == STYLE_CHAPTER ? sizeof chapters / sizeof chapters[0] : sizeof stops / sizeof stops[0];
    for (size_t i = 0; i < count; i++)
        if (strncmp(rest, ends[i], strlen(ends[i])) == 0) {
            *words += strlen(ends[i]);
            return style;
        }
    return *rest == '\0' && style == STYLE_NUMERAL ? STYLE_BARE : STYLE_NONE;
}

/* 1 if the row is a section: one cell numbered so, or its numeral and its words in two. */
int tl__import_is_section(tl__import *job, int *style, int *number, const char **words)
{
    const tl__import_column *first = first_filled(job);
    size_t filled = count_filled(job);
    const char *title = tl__import_cell_of(job, TL__IMPORT_TITLE);
    *style = job->own || first == NULL || filled > 2 ? STYLE_NONE : read_style(first->cell, number, words);
    if (filled == 1 && *style != STYLE_NONE && **words != '\0')
        return 1;
    if (filled == 2 && first->cell != title && *title != '\0' && *style != STYLE_NONE && **words == '\0') {
        *style = *style == STYLE_BARE ? STYLE_NUMERAL : *style;
        *words = title;
        return 1;
    }
    return 0;
}

/* A section stands in the one above it whose heading is numbered in another way. */
int tl__import_take_section(tl__import *job, int style, int number, const char *words)
{
    char no[80];
    int64_t item;
    tl__import_outcome outcome;
    size_t depth = 0;
    while (depth < job->section_count && job->sections[depth].style != style)
        depth++;
    if (depth == TL__IMPORT_SECTIONS)
        depth--;
    char *title = tl__copy(words);
    if (title == NULL)
        return tl__fail_memory(job->book);
    const tl__import_level *above = depth == 0 ? NULL : &job->sections[depth - 1];
    snprintf(no, sizeof no, above == NULL ? "%.0s%d" : "%s.%d", above == NULL ? "" : above->no, number);
    tl_item_spec spec = { .size = sizeof spec, .ledger = job->options.ledger, .no = no, .title = tl__trim(title), .parent = above == NULL ? 0 : above->item };
    job->open[0].item = job->open[1].item = job->open[2].item = 0;
    for (size_t i = 0; i < job->count; i++) {
        tl_free(job->columns[i].above);
        job->columns[i].above = NULL;
    }
    int result = tl__import_store(job, &spec, "", &item, &outcome);
    if (result == TL_OK)
        result = tl__import_open(job, &job->sections[depth], item, spec.title);
    job->sections[depth].style = style;
    job->section_count = depth + 1;
    tl_free(title);
    if (result != TL_OK)
        return tl__import_refuse(job, result, "import.section", NULL);
    return tl__import_count(job, outcome, item);
}
