/* export_xlsx.c (L4) - the table people expect as a workbook, a sheet for each ledger: a title over the table, a header that stays in sight and is
 * printed on each page, dates, figures and percents as such, lights in their colours. Text is always text: nothing in it is ever a formula. */
#include "export.h"
#include "xlsx.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TITLE_ROW, HEAD_ROW, FIRST_ROW, LAST_ROW = LXW_ROW_MAX - 1 };
enum { NARROWEST = 5, WIDEST = 24, MARGIN = 2, MEASURED = 300 }; /* columns are as wide as so many rows ask for */
enum { FONT = 10, LINE_HEIGHT = 14, TALLEST = 400 };             /* in points */
enum { LONGEST_TEXT = 32767, LONGEST_NAME = 31 };

typedef enum look_id {
    LOOK_TITLE,
    LOOK_HEAD,
    LOOK_TEXT,
    LOOK_DAY,
    LOOK_NUMBER,
    LOOK_PERCENT,
    LOOK_RED,
    LOOK_YELLOW,
    LOOK_BLUE,
    LOOK_GREEN,
    LOOK_GREY,
    LOOKS
} look_id;

/* What a column holds. */
typedef enum content_kind { CONTENT_TEXT, CONTENT_NUMBER, CONTENT_PERCENT, CONTENT_LIGHT, CONTENT_NAME } content_kind;

typedef struct sheet_column {
    content_kind content;
    int width; /* in digits */
} sheet_column;

typedef struct workbook {
    tl__export *to;
    tl__xlsx xlsx;
    lxw_workbook *book;
    lxw_format *looks[LOOKS];
    lxw_worksheet *sheet;
    sheet_column *columns; /* of the sheet */
    int count;
    lxw_row_t row; /* the next one */
    char *title;   /* of the ledger */
    char path[200];
} workbook;

/* ------------------------------------------------------------------------------------------------------------------------- looks */

static int make_looks(workbook *to)
{
    static const struct {
        uint32_t ink, field;
    } lights[] = { { 0x9C0006, 0xFFC7CE }, { 0x7F6000, 0xFFEB9C }, { 0x1F4E79, 0xBDD7EE }, { 0x006100, 0xC6EFCE }, { 0x595959, 0xE7E6E6 } };
    const tl__xlsx *xlsx = &to->xlsx;
    for (int i = 0; i < LOOKS; i++) {
        lxw_format *look = to->looks[i] = xlsx->workbook_add_format(to->book);
        if (look == NULL)
            return tl__fail_memory(to->to->book);
        xlsx->format_set_align(look, LXW_ALIGN_VERTICAL_CENTER);
        xlsx->format_set_font_size(look, FONT);
        if (i <= LOOK_HEAD || i >= LOOK_RED || i == LOOK_DAY || i == LOOK_NUMBER)
            xlsx->format_set_align(look, LXW_ALIGN_CENTER);
        if (i <= LOOK_TEXT)
            xlsx->format_set_text_wrap(look);
        if (i <= LOOK_HEAD)
            xlsx->format_set_bold(look);
        if (i == LOOK_TITLE)
            continue;
        xlsx->format_set_border(look, LXW_BORDER_THIN);
        xlsx->format_set_border_color(look, 0xA6A6A6);
        if (i >= LOOK_RED) {
            xlsx->format_set_font_color(look, lights[i - LOOK_RED].ink);
            xlsx->format_set_bg_color(look, lights[i - LOOK_RED].field);
        }
    }
    xlsx->format_set_font_size(to->looks[LOOK_TITLE], 1.8 * FONT);
    xlsx->format_set_bg_color(to->looks[LOOK_HEAD], 0xF2F2F2);
    xlsx->format_set_num_format(to->looks[LOOK_DAY], "yyyy\\-mm\\-dd");
    /* The book's own figure, 60 for 60 %: what is typed over it is read back as it was meant. */
    xlsx->format_set_num_format(to->looks[LOOK_PERCENT], "General\"%\"");
    return TL_OK;
}

static look_id look_of_light(const char *light)
{
    static const char *const names[] = { "red", "yellow", "blue", "green", "grey" };
    for (int i = 0; i < 5; i++)
        if (strcmp(names[i], light) == 0)
            return (look_id)(LOOK_RED + i);
    return LOOK_TEXT;
}

/* ------------------------------------------------------------------------------------------------------------------------- cells */

/* Whether a text is a figure that a spreadsheet keeps whole: 15 digits, and none of them a zero in front. */
static int is_figure(const char *text)
{
    const char *from = text + (*text == '-');
    size_t digits = strspn(from, "0123456789"), places = from[digits] == '.' ? strspn(from + digits + 1, "0123456789") : 0;
    const char *end = from + digits + (places > 0 ? places + 1 : 0);
    return digits > 0 && *end == '\0' && digits + places <= 15 && (from[0] != '0' || digits == 1);
}

/* The width of the widest line of a text. */
static int text_width(const char *text)
{
    int widest = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        int width = (int)tl__width(text, length);
        widest = width > widest ? width : widest;
        text += length + (text[length] == '\n');
    }
    return widest;
}

/* How many lines a text takes in a column. */
static int text_lines(const char *text, int width)
{
    int lines = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        int wide = (int)tl__width(text, length);
        lines += wide <= width ? 1 : (wide + width - 2) / (width - 1); /* a character of two does not always fit */
        text += length + (text[length] == '\n');
    }
    return lines < 1 ? 1 : lines;
}

/* A row is as tall as its tallest cell: not every program finds that out for itself. */
static void set_height(workbook *to, const tl_cursor *cursor, const char *(*cell)(const tl__export *to, const tl_cursor *cursor, int column))
{
    int lines = 1;
    for (int i = 0; i < to->count; i++) {
        int needed = text_lines(cell(to->to, cursor, i), to->columns[i].width);
        lines = needed > lines ? needed : lines;
    }
    int height = lines * LINE_HEIGHT + 3;
    to->xlsx.worksheet_set_row(to->sheet, to->row, height > TALLEST ? TALLEST : height, NULL);
}

/* The bytes of text that fit into a cell, which is measured as UTF-16. */
static size_t fitting(const char *text, size_t room)
{
    const unsigned char *at = (const unsigned char *)text;
    for (size_t units = 0; *at != '\0'; at++) {
        if ((*at & 0xC0u) == 0x80u)
            continue;
        units += *at >= 0xF0 ? 2 : 1;
        if (units > room)
            break;
    }
    return (size_t)(at - (const unsigned char *)text);
}

/* Text that is longer than a cell may be is cut: no text of an item's own is, only many of them in one cell. */
static void write_text(workbook *to, int at, const char *text, look_id look)
{
    char *cut = NULL;
    size_t length = fitting(text, LONGEST_TEXT);
    if (text[length] != '\0')
        cut = sqlite3_mprintf("%.*s…", (int)fitting(text, LONGEST_TEXT - 1), text);
    if (length == 0)
        to->xlsx.worksheet_write_blank(to->sheet, to->row, (lxw_col_t)at, to->looks[look]);
    else
        to->xlsx.worksheet_write_string(to->sheet, to->row, (lxw_col_t)at, cut == NULL ? text : cut, to->looks[look]);
    sqlite3_free(cut);
}

static void write_day(workbook *to, int at, const char *day)
{
    lxw_datetime date = { .year = atoi(day), .month = atoi(day + 5), .day = atoi(day + 8) };
    to->xlsx.worksheet_write_datetime(to->sheet, to->row, (lxw_col_t)at, &date, to->looks[LOOK_DAY]);
}

static void write_cell(workbook *to, const tl_cursor *cursor, int at)
{
    const char *text = tl__export_cell(to->to, cursor, at), *raw = tl_column_text(cursor, at);
    content_kind content = to->columns[at].content;
    int figure = raw != NULL && (content == CONTENT_NUMBER || content == CONTENT_PERCENT) && is_figure(raw);
    if (figure)
        to->xlsx.worksheet_write_number(
            to->sheet, to->row, (lxw_col_t)at, strtod(raw, NULL), to->looks[content == CONTENT_PERCENT ? LOOK_PERCENT : LOOK_NUMBER]);
    else if (raw != NULL && content != CONTENT_NAME && strcmp(raw, "1900-01-01") >= 0 && tl__is_day(raw))
        write_day(to, at, raw);
    else
        write_text(to, at, text, content == CONTENT_LIGHT && raw != NULL ? look_of_light(raw) : LOOK_TEXT);
}

/* ------------------------------------------------------------------------------------------------------------------------ sheets */

/* The kind of content of a column: by its name, or by the type of the ledger's field that is called so. */
static int read_content(workbook *to, const tl_cursor *cursor, int at)
{
    static const struct {
        const char *name;
        content_kind content;
    } known[] = { { "row", CONTENT_NUMBER }, { "extended", CONTENT_NUMBER }, { "percent", CONTENT_PERCENT }, { "light", CONTENT_LIGHT }, { "no", CONTENT_NAME },
        { "title", CONTENT_NAME } };
    const char *name = tl_column_name(cursor, at);
    tl_cursor *fields = NULL;
    to->columns[at] = (sheet_column) { .content = CONTENT_TEXT };
    for (size_t i = 0; name != NULL && i < sizeof known / sizeof known[0]; i++)
        if (strcmp(known[i].name, name) == 0) {
            to->columns[at].content = known[i].content;
            return TL_OK;
        }
    int result = name == NULL ? tl__fail_memory(to->to->book) : tl_fields(to->to->book, to->to->options.ledger, &fields);
    while (result == TL_OK && (result = tl_next(fields)) == TL_ROW) {
        const char *type = tl_column_text(fields, 2);
        if (strcmp(tl_column_text(fields, 0), name) == 0 && (strcmp(type, "integer") == 0 || strcmp(type, "number") == 0))
            to->columns[at].content = CONTENT_NUMBER;
        result = TL_OK;
    }
    tl_cursor_close(fields);
    return result < 0 ? result : TL_OK;
}

static void widen(workbook *to, const tl_cursor *cursor, const char *(*cell)(const tl__export *to, const tl_cursor *cursor, int column))
{
    for (int i = 0; i < to->count; i++) {
        int width = text_width(cell(to->to, cursor, i));
        width = width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
        to->columns[i].width = width > to->columns[i].width ? width : to->columns[i].width;
    }
}

/* Widths have to be known before the first row is written, for its height follows from them. */
static int measure(workbook *to)
{
    tl_cursor *cursor = NULL;
    int result = tl__export_rows(to->to, &cursor);
    for (int rows = 0; result == TL_OK && rows < MEASURED && (result = tl_next(cursor)) == TL_ROW; rows++) {
        widen(to, cursor, tl__export_cell);
        result = TL_OK;
    }
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

static int read_columns(workbook *to, const tl_cursor *cursor)
{
    sqlite3_free(to->columns);
    to->count = tl_column_count(cursor);
    to->columns = sqlite3_malloc64((size_t)to->count * sizeof *to->columns);
    int result = to->columns == NULL ? tl__fail_memory(to->to->book) : TL_OK;
    for (int i = 0; result == TL_OK && i < to->count; i++)
        result = read_content(to, cursor, i);
    if (result != TL_OK)
        return result;
    widen(to, cursor, tl__export_heading);
    return measure(to);
}

/* A name that a sheet may have: at most 31 characters, none of []:*?/\, no apostrophe at either end, no other sheet's. number: from 2 on, where a ledger needs
 * more than one sheet, or has the title of another. */
static void name_sheet(const char *title, int number, char name[LONGEST_NAME * 4 + 1])
{
    char end[16] = "";
    size_t length = 0, characters = 0;
    if (number > 1)
        sqlite3_snprintf(sizeof end, end, " (%d)", number);
    size_t room = LONGEST_NAME - strlen(end);
    for (const char *at = title; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        characters += (byte & 0xC0) != 0x80 ? (byte >= 0xF0 ? 2 : 1) : 0; /* as UTF-16 counts them */
        if (characters > room)
            break;
        name[length++] = byte < ' ' || byte == 0x7F || strchr("[]:*?/\\'", byte) != NULL ? '_' : *at;
    }
    memcpy(name + length, end, strlen(end) + 1);
    if (sqlite3_stricmp(name, "History") == 0) /* a spreadsheet keeps this one for itself */
        memcpy(name + length, "_", 2);
}

static int add_sheet(workbook *to)
{
    char name[LONGEST_NAME * 4 + 1];
    int number = 1;
    do
        name_sheet(to->title, number++, name);
    while (to->xlsx.workbook_get_worksheet_by_name(to->book, name) != NULL);
    to->sheet = to->xlsx.workbook_add_worksheet(to->book, name);
    return to->sheet == NULL ? tl__fail_memory(to->to->book) : TL_OK;
}

static void write_head(workbook *to, const tl_cursor *cursor)
{
    const tl__xlsx *xlsx = &to->xlsx;
    to->row = TITLE_ROW;
    xlsx->worksheet_set_row(to->sheet, TITLE_ROW, 32, NULL);
    if (to->count > 1)
        xlsx->worksheet_merge_range(to->sheet, TITLE_ROW, 0, TITLE_ROW, (lxw_col_t)(to->count - 1), to->title, to->looks[LOOK_TITLE]);
    else
        write_text(to, 0, to->title, LOOK_TITLE);
    to->row = HEAD_ROW;
    set_height(to, cursor, tl__export_heading);
    for (int i = 0; i < to->count; i++)
        write_text(to, i, tl__export_heading(to->to, cursor, i), LOOK_HEAD);
    to->row = FIRST_ROW;
}

static int begin_sheet(workbook *to, const tl_cursor *cursor)
{
    int result = add_sheet(to);
    if (result == TL_OK)
        result = read_columns(to, cursor);
    if (result == TL_OK)
        write_head(to, cursor);
    return result;
}

/* How it is seen and printed; how far the filter goes is known now. */
static void end_sheet(workbook *to, const char *day)
{
    const tl__xlsx *xlsx = &to->xlsx;
    char footer[80];
    for (int i = 0; i < to->count; i++)
        xlsx->worksheet_set_column(to->sheet, (lxw_col_t)i, (lxw_col_t)i, to->columns[i].width + MARGIN, NULL);
    xlsx->worksheet_autofilter(to->sheet, HEAD_ROW, 0, to->row > FIRST_ROW ? to->row - 1 : HEAD_ROW, (lxw_col_t)(to->count - 1));
    xlsx->worksheet_freeze_panes(to->sheet, FIRST_ROW, to->count > 4 ? 2 : 0);
    xlsx->worksheet_repeat_rows(to->sheet, TITLE_ROW, HEAD_ROW);
    xlsx->worksheet_set_landscape(to->sheet);
    xlsx->worksheet_set_paper(to->sheet, 9); /* A4 */
    xlsx->worksheet_fit_to_pages(to->sheet, 1, 0);
    xlsx->worksheet_set_margins(to->sheet, 0.4, 0.4, 0.5, 0.6);
    sqlite3_snprintf(sizeof footer, footer, "&L%s&C&P / &N", day);
    xlsx->worksheet_set_footer(to->sheet, footer);
    to->sheet = NULL;
}

/* The sheet, or sheets, of one ledger. */
static int write_ledger(workbook *to, const char *day)
{
    tl_cursor *cursor = NULL;
    int result = tl__export_rows(to->to, &cursor);
    if (result == TL_OK)
        result = begin_sheet(to, cursor);
    while (result == TL_OK && (result = tl__export_next(to->to, cursor)) == TL_ROW) {
        result = TL_OK;
        if (to->row > LAST_ROW) {
            end_sheet(to, day);
            result = begin_sheet(to, cursor);
        }
        if (result == TL_OK)
            set_height(to, cursor, tl__export_cell);
        for (int i = 0; result == TL_OK && i < to->count; i++)
            write_cell(to, cursor, i);
        to->row++;
    }
    if (result == TL_DONE)
        end_sheet(to, day);
    tl_cursor_close(cursor);
    return result == TL_DONE ? TL_OK : result;
}

/* -------------------------------------------------------------------------------------------------------------------- the workbook */

static int write_sheets(workbook *to, const char *day)
{
    tl_cursor *ledgers = NULL;
    int64_t asked = to->to->options.ledger;
    int count = 0;
    int result = tl_ledgers(to->to->book, &ledgers);
    while (result == TL_OK && (result = tl_next(ledgers)) == TL_ROW) {
        result = TL_OK;
        if (asked != 0 && tl_column_int(ledgers, 0) != asked)
            continue;
        to->to->options.ledger = tl_column_int(ledgers, 0);
        sqlite3_free(to->title);
        to->title = sqlite3_mprintf("%s", tl_column_text(ledgers, 2));
        result = to->title == NULL ? tl__fail_memory(to->to->book) : write_ledger(to, day);
        count++;
    }
    tl_cursor_close(ledgers);
    if (result == TL_DONE && count == 0) /* a workbook has a sheet */
        return to->xlsx.workbook_add_worksheet(to->book, NULL) == NULL ? tl__fail_memory(to->to->book) : TL_OK;
    return result == TL_DONE ? TL_OK : result;
}

/* The day of the book, not of the clock: the same book gives the same bytes. */
static void set_properties(workbook *to, const char *day)
{
    struct tm noon = { .tm_year = atoi(day) - 1900, .tm_mon = atoi(day + 5) - 1, .tm_mday = atoi(day + 8), .tm_hour = 12 };
    char none[] = "";
    lxw_doc_properties properties = { .title = to->to->book->title, .author = none, .created = timegm(&noon) };
    to->xlsx.workbook_set_properties(to->book, &properties);
}

/* libxlsxwriter writes files only: one beside other temporary ones. */
static int begin_workbook(workbook *to, const char **folder)
{
    *folder = getenv("TMPDIR");
    if (*folder == NULL || **folder == '\0' || strlen(*folder) > sizeof to->path - 32)
        *folder = "/tmp";
    sqlite3_snprintf(sizeof to->path, to->path, "%s/taskledger-XXXXXX", *folder);
    int file = mkstemp(to->path);
    if (file < 0) {
        to->path[0] = '\0';
        return tl__error_set(&to->to->book->error, TL_EIO, NULL, "there is no temporary file in %s: %s", *folder, strerror(errno));
    }
    close(file);
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *)*folder, .use_zip64 = LXW_FALSE };
    to->book = to->xlsx.workbook_new_opt(to->path, &options);
    return to->book == NULL ? tl__fail_memory(to->to->book) : make_looks(to);
}

static int pass_on(workbook *to)
{
    char block[16384];
    size_t count;
    FILE *file = fopen(to->path, "rb");
    if (file == NULL)
        return tl__error_set(&to->to->book->error, TL_EIO, NULL, "%s can't be read: %s", to->path, strerror(errno));
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        tl__export_bytes(to->to, block, count);
    int failed = ferror(file);
    fclose(file);
    return failed ? tl__error_set(&to->to->book->error, TL_EIO, NULL, "%s can't be read: %s", to->path, strerror(EIO)) : to->to->result;
}

static int end_workbook(workbook *to, int result, const char *folder)
{
    if (to->book != NULL && result != TL_OK)
        to->xlsx.lxw_workbook_free(to->book);
    else if (to->book != NULL && to->xlsx.workbook_close(to->book) != LXW_NO_ERROR)
        result = tl__error_set(&to->to->book->error, TL_EIO, NULL, "the workbook can't be put together in %s; is there room on the disk?", folder);
    if (result == TL_OK)
        result = pass_on(to);
    if (to->path[0] != '\0')
        unlink(to->path);
    tl__xlsx_close(&to->xlsx);
    sqlite3_free(to->columns);
    sqlite3_free(to->title);
    return result;
}

int tl__export_xlsx(tl__export *to)
{
    workbook made = { .to = to };
    tl_info info = TL_INFO_INIT;
    const char *folder = "";
    char day[11];
    int result = tl_book_info(to->book, &info);
    if (result != TL_OK)
        return result;
    sqlite3_snprintf(sizeof day, day, "%s", info.today);
    /* The numbers in the file have a point, whatever the program's locale writes. */
    locale_t plain = newlocale(LC_NUMERIC_MASK, "C", duplocale(uselocale((locale_t)0)));
    locale_t before = plain == (locale_t)0 ? (locale_t)0 : uselocale(plain);
    result = plain == (locale_t)0 ? tl__fail_memory(to->book) : tl__xlsx_open(to->book, &made.xlsx);
    if (result == TL_OK)
        result = begin_workbook(&made, &folder);
    if (result == TL_OK) {
        set_properties(&made, day);
        result = write_sheets(&made, day);
    }
    result = end_workbook(&made, result, folder);
    if (plain != (locale_t)0) {
        uselocale(before);
        freelocale(plain);
    }
    return result;
}
