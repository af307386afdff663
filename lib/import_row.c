/* import_row.c (L4) - what kind of row each one is: of a table as people make them, with sections, totals, notes, rows that go on with the one above; and the
 * item that it becomes, or the parts that it adds to one. */
#include "import.h"

#include "label.h"

#include <stdio.h>
#include <string.h>

/* --------------------------------------------------------------------------------------------------------------------------- cells */

/* A table exported for spreadsheets has an apostrophe before what they would take for a formula. */
static char *unguarded(char *cell)
{
    return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@\t\r", cell[1]) != NULL ? cell + 1 : cell;
}

/* A cell that holds no text, or what a formula failed of. */
static int refuse_cell(tl__import *job, size_t at)
{
    const char *heading = job->columns[at].heading, *text = job->line->cells[at].text;
    if (job->columns[at].kind == TL__IMPORT_PASSED_OVER)
        return TL_OK;
    if (job->line->cells[at].kind == TL__CELL_BROKEN)
        tl__error_set(&job->book->error, TL_EINVAL, "import.encoding", "the cell is not text in the file's encoding ('%s'); save the file as UTF-8",
            tl__import_quote(job, text));
    else
        tl__error_set(&job->book->error, TL_EINVAL, "import.formula", "'%s' is what a formula failed of; put its value there", tl__import_quote(job, text));
    return tl__import_refuse(job, TL_EINVAL, "import.value", heading);
}

/* The cells of the row, below the columns. */
static int read_cells(tl__import *job)
{
    static char none[] = "";
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        column->cell = i < job->line->count ? unguarded(job->line->cells[i].text) : none;
        if (i < job->line->count && job->line->cells[i].kind == TL__CELL_DATE && strlen(column->cell) > 10 && column->kind < TL__IMPORT_NAMED)
            column->cell[10] = '\0'; /* the time of day */
        if (i >= job->line->count || (job->line->cells[i].kind != TL__CELL_BROKEN && job->line->cells[i].kind != TL__CELL_ERROR))
            continue;
        result = refuse_cell(job, i);
        column->cell = none;
    }
    return result;
}

static size_t count_filled(const tl__import *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->count; i++)
        count += *job->columns[i].cell != '\0';
    return count;
}

static int is_empty_row(const tl__import *job)
{
    const tl__import_line *line = job->line;
    for (size_t i = 0; i < line->count; i++)
        if (*line->cells[i].text != '\0')
            return 0;
    return 1;
}

static tl__import_column *first_filled(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++)
        if (*job->columns[i].cell != '\0')
            return &job->columns[i];
    return NULL;
}

static const char *cell_of(const tl__import *job, tl__import_kind kind)
{
    const tl__import_column *column = tl__import_column_of(job, kind);
    return column == NULL ? "" : column->cell;
}

/* ------------------------------------------------------------------------------------------------------------------- what is no item */

static int begins(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0)
            return 1;
    return 0;
}

/* 合计, 小 计, 总计：3项: blanks don't matter; anything else behind the word is a title. */
static int is_total(const char *cell)
{
    static const char *const totals[] = { "合计", "小计", "总计", "共计", "累计", "本页小计", "total", "subtotal", "sum", "grandtotal" };
    char plain[40];
    size_t length = 0;
    for (; *cell != '\0' && length + 1 < sizeof plain; cell++)
        if (*cell != ' ' && strncmp(cell, "　", 3) != 0)
            plain[length++] = *cell >= 'A' && *cell <= 'Z' ? (char)(*cell + 32) : *cell;
        else
            cell += *cell == ' ' ? 0 : 2;
    plain[length] = '\0';
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        size_t size = strlen(totals[i]);
        if (strncmp(plain, totals[i], size) == 0 &&
            (plain[size] == '\0' || strchr(":(0123456789", plain[size]) != NULL || strncmp(plain + size, "：", 3) == 0 || strncmp(plain + size, "（", 3) == 0))
            return 1;
    }
    return 0;
}

static int is_note(const char *cell)
{
    static const char *const notes[] = { "注：", "注:", "备注：", "备注:", "说明：", "说明:", "附注", "填表说明", "填报说明", "填表人", "填报人", "填报单位",
        "审核人", "制表", "注1", "注释：", "note:", "Note:", "NOTE:", "Notes:" };
    return begins(cell, notes, sizeof notes / sizeof notes[0]);
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

static int tell_row(tl__import *job, const char *outcome, int64_t item)
{
    const tl_import_row row = { sizeof row, job->line->row, outcome, item };
    if (job->options.on_row == NULL || job->options.on_row(&row, job->options.arg) == 0)
        return TL_OK;
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

static int skip_row(tl__import *job, const char *rule, const char *what)
{
    const char *cell = first_filled(job)->cell;
    job->result.skipped++;
    int result = tl__import_note(job, rule, NULL, "'%s' %s; the row is passed over", tl__import_quote(job, cell), what);
    return result == TL_OK ? tell_row(job, "skipped", 0) : result;
}

/* 1 if the row was one of those that are passed over; 0, or an error. */
static int pass_over(tl__import *job)
{
    tl__import_column *first = first_filled(job);
    size_t filled = count_filled(job);
    if (first == NULL || job->own)
        return 0;
    int alone = filled == 1 || (filled == 2 && first->kind == TL__IMPORT_NO);
    const char *title = cell_of(job, TL__IMPORT_TITLE);
    int result = TL_OK;
    if ((is_total(first->cell) && (*title == '\0' || title == first->cell || first->kind == TL__IMPORT_NO)) || (is_total(title) && filled > 1))
        result = skip_row(job, "import.total", "is a total");
    else if (alone && (is_note(first->cell) || (first->kind == TL__IMPORT_NO && is_note(title))))
        result = skip_row(job, "import.note", "is a note");
    else if (job->noting && alone && *title == '\0')
        result = skip_row(job, "import.note", "goes on with the note above");
    else if (is_header_again(job))
        result = skip_row(job, "import.header_again", "and what follows is the header again");
    else
        return 0;
    job->noting |= alone && is_note(first->cell);
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
static int is_section(tl__import *job, int *style, int *number, const char **words)
{
    const tl__import_column *first = first_filled(job);
    size_t filled = count_filled(job);
    const char *title = cell_of(job, TL__IMPORT_TITLE);
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

int tl__import_open(tl__import *job, tl__import_level *level, int64_t item, const char *title)
{
    level->item = item;
    level->parts = 0;
    sqlite3_stmt *present = job->statements[TL__FIND_PRESENT];
    int result = tl__import_copy(job, title, &level->title);
    sqlite3_bind_int64(present, 1, item);
    if (result == TL_OK)
        result = tl__step(job->book, present);
    if (result == TL_ROW)
        result = tl__import_copy(job, (const char *)sqlite3_column_text(present, 10), &level->no);
    tl__done(present);
    return result;
}

static void leave_parts(tl__import *job)
{
    for (size_t i = 0; i < 3; i++)
        job->open[i].item = 0;
}

static int count_row(tl__import *job, tl__import_outcome outcome, int64_t item)
{
    tl_import_result *result = &job->result;
    static const char *const words[] = { "skipped", "unchanged", "continued", "child", "updated", "added" };
    int64_t *const counts[] = { &result->skipped, &result->unchanged, &result->continued, &result->children, &result->updated, &result->added };
    ++*counts[outcome];
    return tell_row(job, words[outcome], item);
}

/* A section stands in the one above it whose heading is numbered in another way. */
static int take_section(tl__import *job, int style, int number, const char *words)
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
    leave_parts(job);
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
    return count_row(job, outcome, item);
}

/* ------------------------------------------------------------------------------------------------------------------------------ as above */

static int is_merged(const tl__import *job, size_t at)
{
    return at < job->line->count && job->line->cells[at].merged == TL__MERGED_ABOVE;
}

/* Fills in what a blank stands for, and remembers what the next one will. */
static int fill_blanks(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        if (column->kind == TL__IMPORT_NO || column->kind == TL__IMPORT_TITLE || (!column->as_above && !job->merges))
            continue;
        if (*column->cell == '\0' && column->above != NULL && (column->as_above || is_merged(job, i))) {
            if (column->as_above == 1 && !is_merged(job, i)) {
                result = tl__import_note(job, "import.as_above", column->heading, "blank cells left of the title are read as the one above ('%s')",
                    tl__import_quote(job, column->above));
                column->as_above = 2; /* told once */
            }
            /* The cell may be changed when it is read. */
            if (result == TL_OK)
                result = tl__import_copy(job, column->above, &column->filled);
            column->cell = column->filled;
        } else if (*column->cell != '\0') {
            result = tl__import_copy(job, column->cell, &column->above);
        }
    }
    return result;
}

/* ----------------------------------------------------------------------------------------------------------------------------------- items */

static void start_row(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++) {
        tl_free(job->columns[i].copy);
        job->columns[i].copy = NULL;
        tl_free(job->columns[i].filled);
        job->columns[i].filled = NULL;
    }
    job->spec = (tl_item_spec) { .size = sizeof job->spec, .ledger = job->options.ledger, .assignments = job->units, .values = job->values };
    job->contact = NULL;
    job->words.length = 0;
    job->parts = 0;
    job->row_refused = 0;
}

/* The rule of a name in a cell that is not known. */
static const char *rule_of(const tl__import_column *column)
{
    return column->kind == TL__IMPORT_PARENT ? "import.parent" : column->kind == TL__IMPORT_FIELD ? "import.unit" : "import.value";
}

/* A blank between two Chinese characters: likely a slip, but nobody knows. */
static int has_stray_blank(const char *cell)
{
    const unsigned char *at = (const unsigned char *)cell;
    for (; *at != '\0'; at++)
        if (*at == ' ' && at > (const unsigned char *)cell + 2 && at[-3] >= 0xE4 && at[-3] <= 0xE9 && at[1] >= 0xE4 && at[1] <= 0xE9)
            return 1;
    return 0;
}

static int take_cell(tl__import *job, tl__import_column *column)
{
    int result = TL_OK;
    if (column->kind < TL__IMPORT_PROGRESS && !job->own && has_stray_blank(column->cell))
        result =
            tl__import_note(job, "import.blank", column->heading, "'%s' has a blank between two characters; it is kept", tl__import_quote(job, column->cell));
    if (result == TL_OK && column->kind == TL__IMPORT_NEW_FIELD)
        result = tl__import_new_field(job, column);
    if (result == TL_OK)
        result = tl__import_cell(job, column, column->cell);
    return result == TL_OK ? TL_OK : tl__import_refuse(job, result, rule_of(column), column->heading);
}

/* 1 if the columns of a part take this one: what the item of the row above has already is not said again. */
static int is_part(const tl__import_column *column)
{
    switch (column->kind) {
    case TL__IMPORT_NO:
    case TL__IMPORT_TITLE:
    case TL__IMPORT_SUBTITLE:
    case TL__IMPORT_SUBSUBTITLE:
    case TL__IMPORT_MILESTONE:
    case TL__IMPORT_PARENT:
        return 0;
    default:
        return column->above == NULL || strcmp(column->cell, column->above) != 0;
    }
}

static int take_cells(tl__import *job, int part)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count && job->errors < TL__IMPORT_ERRORS; i++) {
        tl__import_column *column = &job->columns[i];
        if (*column->cell != '\0' && column->kind != TL__IMPORT_SUBTITLE && column->kind != TL__IMPORT_SUBSUBTITLE && column->kind != TL__IMPORT_MILESTONE &&
            (!part || is_part(column)))
            result = take_cell(job, column);
    }
    return result;
}

/* The person goes with the unit in the lead. */
static int take_contact(tl__import *job)
{
    if (job->contact == NULL)
        return TL_OK;
    if (job->spec.assignment_count == 0 || strcmp(job->units[0].role, "lead") != 0) {
        tl__error_set(&job->book->error, TL_EINVAL, "import.contact", "'%s' is the officer in the lead unit, but the row names no unit in the lead",
            tl__import_quote(job, job->officer));
        return tl__import_refuse(job, TL_EINVAL, "import.contact", job->contact->heading);
    }
    job->units[0].officer = job->officer;
    return TL_OK;
}

/* The column that a rule is about: entry.due_date and item.no_taken name it. */
static size_t column_of_rule(const tl__import *job, const char *rule)
{
    const char *name = strchr(rule, '.') == NULL ? "" : strchr(rule, '.') + 1;
    for (size_t i = 0; i < job->count; i++) {
        size_t length = job->columns[i].kind < TL__IMPORT_NAMED ? strlen(job->columns[i].name) : 0;
        if (length > 0 && strncmp(name, job->columns[i].name, length) == 0 && (name[length] == '\0' || name[length] == '_'))
            return i;
    }
    return job->count;
}

/* By which calendar the working days of a due date were counted: told again only when it is another one. */
static int tell_calendar(tl__import *job)
{
    const char *used = tl_calendar_used(job->book);
    if (*used == '\0' || (job->calendar != NULL && strcmp(job->calendar, used) == 0))
        return TL_OK;
    int result = tl__import_copy(job, used, &job->calendar);
    return result != TL_OK
               ? result
               : tl__import_note(job, "import.calendar", tl_label(job->book, "column", "due"), "working days were counted by: %s", tl__import_quote(job, used));
}

/* Makes the refusal of an item a finding, about the column that it is about. */
static int refuse_item(tl__import *job, int result)
{
    size_t at = column_of_rule(job, job->book->error.rule);
    if (at == job->count)
        return tl__import_refuse(job, result, "import.refused", NULL);
    const char *cell = job->columns[at].cell;
    if (*cell != '\0' && result != TL_EEXISTS)
        tl__error_suffix(&job->book->error, " ('%s')", tl__import_quote(job, cell));
    return tl__import_refuse(job, result, "import.refused", job->columns[at].heading);
}

/* The number below a section is that of the section and its own. */
static int number_below(tl__import *job)
{
    tl__import_level *section = job->section_count == 0 ? NULL : &job->sections[job->section_count - 1];
    tl__import_column *no = tl__import_column_of(job, TL__IMPORT_NO);
    if (section == NULL || job->spec.parent != 0)
        return TL_OK;
    char *joined =
        job->spec.no != NULL ? sqlite3_mprintf("%s.%s", section->no, job->spec.no) : sqlite3_mprintf("%s.%lld", section->no, (long long)++section->parts);
    if (joined == NULL)
        return tl__fail_memory(job->book);
    job->spec.parent = section->item;
    tl__import_column *holder = no != NULL ? no : tl__import_column_of(job, TL__IMPORT_TITLE);
    tl_free(holder->copy);
    job->spec.no = holder->copy = joined;
    return TL_OK;
}

static int take_item(tl__import *job, int64_t *item, tl__import_outcome *outcome)
{
    int result = take_cells(job, 0);
    if (result == TL_OK)
        result = take_contact(job);
    if (result == TL_OK)
        result = number_below(job);
    if (result != TL_OK || job->row_refused)
        return result;
    result = tl__import_store(job, &job->spec, "", item, outcome);
    if (result != TL_OK)
        return refuse_item(job, result);
    return tell_calendar(job);
}

/* ------------------------------------------------------------------------------------------------------------------------------------ parts */

/* 1 if the row goes on with the item above: it has no number and no title of its own, or the same. */
static int goes_on(const tl__import *job)
{
    const tl__import_level *level = &job->open[0];
    const tl__import_column *number = tl__import_column_of(job, TL__IMPORT_NO);
    const char *no = cell_of(job, TL__IMPORT_NO), *title = cell_of(job, TL__IMPORT_TITLE);
    if (job->own || level->item == 0)
        return 0;
    int same_no = *no == '\0' || (job->parted && number->above != NULL && strcmp(no, number->above) == 0);
    if (*title == '\0')
        return same_no && (job->parted || *cell_of(job, TL__IMPORT_DETAIL) != '\0');
    return job->parted && same_no && (*no != '\0' || strcmp(title, level->title) == 0);
}

/* The task of a lower level in the row: opened, where it is not the one that is. */
static int take_level(tl__import *job, tl__import_kind kind, size_t depth, int *opened)
{
    const char *title = cell_of(job, kind);
    tl__import_level *level = &job->open[depth];
    int64_t item;
    if (*title == '\0' || (level->item != 0 && strcmp(level->title, title) == 0))
        return TL_OK;
    tl_item_spec spec = { .size = sizeof spec, .ledger = job->options.ledger, .title = title };
    tl__import_level *above = &job->open[depth == 2 && job->open[1].item != 0 ? 1 : 0];
    int result = tl__import_add_part(job, above, &spec, &item);
    if (result != TL_OK)
        return result;
    *opened = 1;
    for (size_t i = depth + 1; i < 3; i++)
        job->open[i].item = 0;
    return tl__import_open(job, level, item, title);
}

/* A title under the number of the item above is a part of it, and told. */
static int take_other_title(tl__import *job, int *opened)
{
    tl__import_column *title = tl__import_column_of(job, TL__IMPORT_TITLE);
    int64_t item;
    if (*title->cell == '\0' || strcmp(title->cell, job->open[0].title) == 0 || (job->open[1].item != 0 && strcmp(title->cell, job->open[1].title) == 0))
        return TL_OK;
    tl_item_spec spec = { .size = sizeof spec, .ledger = job->options.ledger, .title = title->cell };
    int result = tl__import_note(job, "import.other_title", title->heading, "'%s' has the number %s of the row above, and becomes a part of it",
        tl__import_quote(job, title->cell), job->open[0].no);
    if (result == TL_OK)
        result = tl__import_add_part(job, &job->open[0], &spec, &item);
    if (result != TL_OK)
        return result;
    *opened = 1;
    return tl__import_open(job, &job->open[1], item, title->cell);
}

static tl__import_level *deepest(tl__import *job)
{
    return &job->open[job->open[2].item != 0 ? 2 : job->open[1].item != 0 ? 1 : 0];
}

/* The lower levels and the milestones of a row. */
static int take_parts(tl__import *job, int *opened)
{
    tl__import_column *milestone = tl__import_column_of(job, TL__IMPORT_MILESTONE);
    int result = take_level(job, TL__IMPORT_SUBTITLE, 1, opened);
    if (result == TL_OK)
        result = take_level(job, TL__IMPORT_SUBSUBTITLE, 2, opened);
    if (result != TL_OK || milestone == NULL || *milestone->cell == '\0' || is_merged(job, (size_t)(milestone - job->columns)))
        return result;
    *opened = 1;
    return tl__import_milestones(job, milestone, deepest(job));
}

/* What a row says of a part that has no title: its detail is it. */
static int take_detail(tl__import *job, int *opened)
{
    int64_t item;
    if (job->parted || job->spec.detail == NULL)
        return TL_OK;
    job->spec.title = job->spec.detail;
    job->spec.detail = NULL;
    *opened = 1;
    return tl__import_add_part(job, &job->open[0], &job->spec, &item);
}

static int go_on(tl__import *job)
{
    int opened = 0;
    int result = take_other_title(job, &opened);
    if (result == TL_OK)
        result = take_cells(job, 1);
    if (result == TL_OK && !job->row_refused)
        result = take_contact(job);
    if (job->row_refused)
        return result;
    if (result == TL_OK)
        result = take_detail(job, &opened);
    if (result == TL_OK)
        result = take_parts(job, &opened);
    if (result != TL_OK)
        return tl__import_refuse(job, result, "import.part", NULL);
    return job->row_refused ? TL_OK : count_row(job, opened ? TL__IMPORT_CHILD : TL__IMPORT_CONTINUED, job->open[0].item);
}

/* What the next row compares itself with. */
static int remember(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && job->parted && i < job->count; i++)
        if (*job->columns[i].cell != '\0')
            result = tl__import_copy(job, job->columns[i].cell, &job->columns[i].above);
    return result;
}

static int take_new(tl__import *job)
{
    int64_t item = 0;
    int opened = 0;
    tl__import_outcome outcome = TL__IMPORT_SKIPPED;
    leave_parts(job);
    int result = remember(job);
    if (result == TL_OK)
        result = take_item(job, &item, &outcome);
    if (result != TL_OK || job->row_refused)
        return result;
    if (!job->own && item != 0)
        result = tl__import_open(job, &job->open[0], item, job->spec.title);
    if (result == TL_OK && job->parted && item != 0)
        result = take_parts(job, &opened);
    if (result != TL_OK)
        return tl__import_refuse(job, result, "import.part", NULL);
    return job->row_refused ? TL_OK : count_row(job, outcome, item);
}

static int check_cells(tl__import *job)
{
    size_t cells = job->line->count;
    if (!job->strict || cells == job->count)
        return TL_OK;
    tl__error_set(&job->book->error, TL_EINVAL, "import.cells",
        "the row has %zu cell%s, the header %zu; a cell with a comma or a line break in it stands in quotation marks", cells, cells == 1 ? "" : "s",
        job->count);
    return tl__import_refuse(job, TL_EINVAL, "import.cells", NULL);
}

int tl__import_take_row(tl__import *job)
{
    int style, number = 0;
    const char *words = "";
    if (is_empty_row(job))
        return TL_OK;
    start_row(job);
    job->result.rows++;
    int result = read_cells(job);
    if (result == TL_OK && job->line->count <= job->count)
        result = pass_over(job);
    if (result != TL_OK)
        return result < 0 ? result : TL_OK;
    job->noting = 0;
    if (is_section(job, &style, &number, &words))
        return take_section(job, style, number, words);
    result = check_cells(job);
    if (result == TL_OK && job->line->count <= job->count)
        result = fill_blanks(job);
    if (result == TL_OK && (!job->strict || job->line->count == job->count))
        result = goes_on(job) ? go_on(job) : take_new(job);
    job->result.refused += job->row_refused;
    return result;
}
