/* import_row.c (L4) - a row of a table and the item that it becomes: its cells, what a blank stands for, what happened to it. */
#include "import.h"

#include "label.h"

#include <stdio.h>
#include <string.h>

/* --------------------------------------------------------------------------------------------------------------------------- cells */

/* CSV exported for spreadsheets has an apostrophe before what they would take for a formula, and before one of a cell's own that looks like that. */
static char *unguarded(const tl__import *job, char *cell)
{
    if (!tl__import_is_delimited(job->source))
        return cell;
    return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@\t\r'", cell[1]) != NULL ? cell + 1 : cell;
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

/* What the book has of a text it has with blanks around it, too: its own tables are taken as they stand. */
static char *text_of(const tl__import *job, size_t at)
{
    const tl__import_kind kind = job->columns[at].kind;
    const tl__import_cell_text *cell = &job->line->cells[at];
    int is_text = kind == TL__IMPORT_TITLE || kind == TL__IMPORT_DETAIL || kind == TL__IMPORT_SOURCE || kind == TL__IMPORT_OFFICER ||
                  kind == TL__IMPORT_PROGRESS || kind == TL__IMPORT_PROBLEM || kind == TL__IMPORT_NEXT_STEP ||
                  (kind == TL__IMPORT_FIELD && strcmp(job->columns[at].type, "text") == 0);
    return unguarded(job, job->own && is_text ? tl__import_whole(cell) : cell->text);
}

/* The cells of the row, below the columns. */
static int read_cells(tl__import *job)
{
    static char none[] = "";
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        column->cell = i < job->line->count ? text_of(job, i) : none;
        if (i < job->line->count && job->line->cells[i].kind == TL__CELL_DATE && strlen(column->cell) > 10 && column->kind < TL__IMPORT_NAMED)
            column->cell[10] = '\0'; /* the time of day */
        if (i >= job->line->count || (job->line->cells[i].kind != TL__CELL_BROKEN && job->line->cells[i].kind != TL__CELL_ERROR))
            continue;
        result = refuse_cell(job, i);
        column->cell = none;
    }
    return result;
}

static int is_empty_row(const tl__import *job)
{
    const tl__import_line *line = job->line;
    for (size_t i = 0; i < line->count; i++)
        if (*line->cells[i].text != '\0')
            return 0;
    return 1;
}

const char *tl__import_cell_of(const tl__import *job, tl__import_kind kind)
{
    const tl__import_column *column = tl__import_column_of(job, kind);
    return column == NULL ? "" : column->cell;
}

int tl__import_tell_row(tl__import *job, const char *outcome, int64_t item)
{
    const tl_import_row row = { sizeof row, job->line->row, outcome, item };
    if (job->options.on_row == NULL || job->options.on_row(&row, job->options.arg) == 0)
        return TL_OK;
    tl__enter(job->book);
    return tl__error_set(&job->book->error, TL_ESTOP, NULL, "stopped by the caller; nothing was imported");
}

int tl__import_count(tl__import *job, tl__import_outcome outcome, int64_t item)
{
    tl_import_result *result = &job->result;
    static const char *const words[] = { "skipped", "unchanged", "continued", "child", "updated", "added" };
    int64_t *const counts[] = { &result->skipped, &result->unchanged, &result->continued, &result->children, &result->updated, &result->added };
    ++*counts[outcome];
    return tl__import_tell_row(job, words[outcome], item);
}

/* ------------------------------------------------------------------------------------------------------------------------------ as above */
int tl__import_is_merged(const tl__import *job, size_t at)
{
    return at < job->line->count && job->line->cells[at].merged == TL__MERGED_ABOVE;
}

/* Fills in what a blank stands for, and remembers what the next one will. */
static int fill_blanks(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count; i++) {
        tl__import_column *column = &job->columns[i];
        if (column->kind == TL__IMPORT_NO || column->kind == TL__IMPORT_TITLE || (!column->as_above && job->strict))
            continue;
        if (*column->cell == '\0' && column->above != NULL && (column->as_above || tl__import_is_merged(job, i))) {
            if (!column->told && !tl__import_is_merged(job, i)) {
                result = tl__import_note(job, "import.as_above", column->heading, "blank cells left of the title are read as the one above ('%s')",
                    tl__import_quote(job, column->above));
                column->told = 1;
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
void tl__import_start_item(tl__import *job)
{
    job->spec = (tl_item_spec) { .size = sizeof job->spec, .ledger = job->options.ledger, .assignments = job->units, .values = job->values };
}

static void start_row(tl__import *job)
{
    for (size_t i = 0; i < job->count; i++) {
        tl_free(job->columns[i].copy);
        job->columns[i].copy = NULL;
        tl_free(job->columns[i].filled);
        job->columns[i].filled = NULL;
    }
    tl__import_start_item(job);
    job->contact = NULL;
    job->words.length = 0;
    job->parts = 0;
    job->going_on = 0;
    job->part_outcome = TL__IMPORT_SKIPPED;
    job->row_refused = 0;
}

/* The rule of a name in a cell that is not known. */
static const char *rule_of(const tl__import_column *column)
{
    return column->kind == TL__IMPORT_PARENT ? "import.parent" : column->kind == TL__IMPORT_FIELD ? "import.unit" : "import.value";
}

static size_t blank_length(const char *at)
{
    return *at == ' ' ? 1 : strncmp(at, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static int is_chinese(unsigned char first)
{
    return first >= 0xE4 && first <= 0xE9;
}

/* Blanks between two Chinese characters: likely a slip, but nobody knows. */
static int has_stray_blank(const char *cell)
{
    for (const char *at = cell; *at != '\0'; at++) {
        size_t length = blank_length(at);
        if (length == 0 || at < cell + 3 || !is_chinese((unsigned char)at[-3]))
            continue;
        while (blank_length(at + length) > 0)
            length += blank_length(at + length);
        if (is_chinese((unsigned char)at[length]))
            return 1;
    }
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

int tl__import_take_cells(tl__import *job, int part)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && i < job->count && job->errors < TL__IMPORT_ERRORS; i++) {
        tl__import_column *column = &job->columns[i];
        if (*column->cell != '\0' && column->kind != TL__IMPORT_SUBTITLE && column->kind != TL__IMPORT_SUBSUBTITLE && column->kind != TL__IMPORT_MILESTONE &&
            (!part || tl__import_is_of_part(column)))
            result = take_cell(job, column);
    }
    return result;
}

/* The person goes with the unit in the lead. */
int tl__import_take_contact(tl__import *job)
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
    char *joined = NULL;
    if (job->spec.no == NULL) {
        int result = tl__import_part_no(job, section, job->spec.title, &joined);
        if (result != TL_OK) {
            tl_free(joined);
            return result;
        }
    } else if ((joined = sqlite3_mprintf("%s.%s", section->no, job->spec.no)) == NULL) {
        return tl__fail_memory(job->book);
    }
    job->spec.parent = section->item;
    tl__import_column *holder = no != NULL ? no : tl__import_column_of(job, TL__IMPORT_TITLE);
    tl_free(holder->copy);
    job->spec.no = holder->copy = joined;
    return TL_OK;
}

static int take_item(tl__import *job, int64_t *item, tl__import_outcome *outcome)
{
    int result = tl__import_take_cells(job, 0);
    if (result == TL_OK)
        result = tl__import_take_contact(job);
    if (result == TL_OK)
        result = number_below(job);
    if (result != TL_OK || job->row_refused)
        return result;
    result = tl__import_store(job, &job->spec, "", item, outcome);
    if (result != TL_OK)
        return refuse_item(job, result);
    return tell_calendar(job);
}

/* What the rows that go on with the item compare themselves with. */
static int remember(tl__import *job)
{
    int result = TL_OK;
    for (size_t i = 0; result == TL_OK && job->parted && i < job->count; i++)
        result = tl__import_copy(job, job->columns[i].cell, &job->columns[i].of_item);
    return result;
}

static void leave_parts(tl__import *job)
{
    for (size_t i = 0; i < 3; i++)
        job->open[i].item = 0;
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
    tl__import_start_item(job);
    if (result == TL_OK && job->parted && item != 0)
        result = tl__import_take_parts(job, &opened);
    if (result != TL_OK)
        return tl__import_refuse(job, result, "import.part", NULL);
    if (outcome == TL__IMPORT_UNCHANGED && job->part_outcome >= TL__IMPORT_UPDATED)
        outcome = TL__IMPORT_UPDATED;
    return job->row_refused ? TL_OK : tl__import_count(job, outcome, item);
}

static int check_cells(tl__import *job)
{
    size_t cells = job->line->count;
    if (!job->strict || cells == job->count)
        return TL_OK;
    tl__error_set(&job->book->error, TL_EINVAL, "import.cells",
        cells == 1 ? "the row has %zu cell, the header %zu; a cell with a comma or a line break in it stands in quotation marks"
                   : "the row has %zu cells, the header %zu; a cell with a comma or a line break in it stands in quotation marks",
        cells, job->count);
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
        result = tl__import_pass_over(job);
    if (result != TL_OK)
        return result < 0 ? result : TL_OK;
    job->noting = 0;
    if (tl__import_is_section(job, &style, &number, &words))
        return tl__import_take_section(job, style, number, words);
    result = check_cells(job);
    if (result == TL_OK && job->line->count <= job->count)
        result = fill_blanks(job);
    if (result == TL_OK && (!job->strict || job->line->count == job->count))
        result = tl__import_goes_on(job) ? tl__import_go_on(job) : take_new(job);
    job->result.refused += job->row_refused;
    return result;
}
