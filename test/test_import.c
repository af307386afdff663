/* test_import.c - tl_import_csv: what is read and how, what is found wrong and where, and that it is all or nothing. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* Findings as "line|column|rule: message", one a line, notes with "note " before. */
typedef struct told {
    int wrong, notes, stop_after;
    char text[40000];
} told;

static int tell(const tl_finding *finding, void *arg)
{
    told *into = arg;
    size_t at = strlen(into->text);
    ck_assert_uint_eq(finding->size, sizeof *finding);
    if (finding->note)
        into->notes++;
    else
        into->wrong++;
    snprintf(into->text + at, sizeof into->text - at, "%s%lld|%s|%s: %s\n", finding->note ? "note " : "", (long long)finding->row,
        finding->column == NULL ? "" : finding->column, finding->rule, finding->message);
    return into->stop_after > 0 && into->wrong + into->notes >= into->stop_after;
}

static told found; /* of the last import */

static int import(int64_t ledger, const char *path, int dry_run, int64_t *items)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    options.path = path;
    options.ledger = ledger;
    options.on_finding = tell;
    options.arg = &found;
    options.dry_run = dry_run;
    found.wrong = found.notes = 0;
    found.text[0] = '\0';
    return tl_import_csv(t.book, &options, items);
}

/* Imports a text into tasks: so many items. */
static void taken(const char *csv, int64_t items)
{
    int64_t count = -1;
    int result = import(t.tasks, write_file("in.csv", csv), 0, &count);
    ck_assert_msg(result == TL_OK, "%s\n%s", tl_errmsg(t.book), found.text);
    ck_assert_int_eq(count, items);
    ck_assert_int_eq(found.wrong, 0);
}

/* Compares what was told line by line. A line that ends in * is given by its beginning: the rest are words of other parts. */
static void told_is(const char *expected)
{
    const char *line = found.text, *at = expected;
    while (*at != '\0') {
        size_t count = strcspn(at, "\n"), length = strcspn(line, "\n");
        int open = count > 0 && at[count - 1] == '*';
        int same = open ? strncmp(line, at, count - 1) == 0 : count == length && strncmp(line, at, count) == 0;
        ck_assert_msg(same && line[length] == '\n', "told:\n%sexpected:\n%s", found.text, expected);
        at += count + (at[count] == '\n');
        line += length + 1;
    }
    ck_assert_msg(*line == '\0', "told:\n%sexpected:\n%s", found.text, expected);
}

/* Refused with exactly these findings, and nothing stored. */
static void refused_file_as(int result, const char *path, const char *expected)
{
    char words[40];
    REFUSED(import(t.tasks, path, 0, NULL), result, "");
    told_is(expected);
    snprintf(words, sizeof words, "%d error%s in ", found.wrong, found.wrong == 1 ? "" : "s");
    expect_words(words);
    expect_words("nothing was imported (line ");
}

static void refused_file(const char *path, const char *expected)
{
    refused_file_as(TL_EINVAL, path, expected);
}

static void refused(const char *csv, const char *expected)
{
    refused_file(write_file("in.csv", csv), expected);
}

/* A file of the tests' own. */
static const char *data(const char *name)
{
    static char path[500];
    const char *slash = strrchr(__FILE__, '/');
    snprintf(path, sizeof path, "%.*s/data/import/%s", slash == NULL ? 1 : (int)(slash - __FILE__), slash == NULL ? "." : __FILE__, name);
    return path;
}

/* Column of the table of a ledger, from the item with this number on. */
static const char *table(const char *column, int from)
{
    char sql[300];
    snprintf(sql, sizeof sql,
        "SELECT group_concat(ifnull(\"%s\", '-'), '|') FROM "
        "(SELECT * FROM item_table WHERE ledger = 'tasks' AND CAST(no AS INTEGER) >= %d ORDER BY \"row\")",
        column, from);
    return book_text(t.book, sql);
}

START_TEST(a_file_of_an_office)
{
    int64_t count = 0;
    OK(import(t.tasks, data("tasks.csv"), 0, &count));
    ck_assert_int_eq(count, 3);
    ck_assert_str_eq(found.text, "note 2|状态|import.kept: the item takes no report of this yet; what the file says there is kept as a comment\n");
    ck_assert_str_eq(table("no", 11), "11|12|13");
    ck_assert_str_eq(table("title", 11), "健全区委常委会会议第一议题学习传达制度|修订督办办法|编制对接清单,附\"任务分工表\"");
    ck_assert_str_eq(table("source", 11), "传达学习中央和市委文件精神|“一批示一档案”|落实“十项行动”");
    ck_assert_str_eq(table("detail", 11), "每次会议均安排第一议题，全年不漏一件。|3月底前印发修订后的办法：\n一、登记、交办；\n二、反馈、核查、归档。|-");
    ck_assert_str_eq(table("officer", 11), "区委主要负责同志|-|-");
    ck_assert_str_eq(table("lead", 11), "North Office|南街道|-");
    ck_assert_str_eq(table("responsible", 11), "-|North Office、East Office|-");
    ck_assert_str_eq(table("support", 11), "南街道、East Office|-|-");
    ck_assert_str_eq(table("contact", 11), "王五|-|-");
    ck_assert_str_eq(table("due", 11), "2023-12-31|2023-03-31|2023-06-30");
    verify_clean();
}
END_TEST

START_TEST(what_is_exported_comes_back)
{
    static const char *const columns[] = { "no", "title", "detail", "lead", "responsible", "support", "due" };
    tl_cursor *cursor;
    OK(import(t.tasks, data("tasks.csv"), 0, NULL));
    const char *path = in_folder("out.csv");
    FILE *out = fopen(path, "wb");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_int_eq(tl_set_lang(t.book, "zh"), TL_OK);
    for (int i = 0; i < tl_column_count(cursor); i++)
        fprintf(out, "%s%s", i > 0 ? "," : "", tl_column_label(cursor, i));
    while (tl_next(cursor) == TL_ROW) {
        fputs("\r\n", out);
        for (int i = 0; i < tl_column_count(cursor); i++) {
            fputs(i > 0 ? ",\"" : "\"", out);
            for (const char *at = tl_column_word(cursor, i); at != NULL && *at != '\0'; at++)
                fprintf(out, *at == '"' ? "\"\"" : "%c", *at);
            fputc('"', out);
        }
    }
    tl_cursor_close(cursor);
    fclose(out);
    OK(import(add_ledger("again", "tasks"), path, 0, NULL));
    ck_assert_int_eq(found.notes, 3);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        char sql[300];
        snprintf(sql, sizeof sql,
            "SELECT count(*) FROM item_table a JOIN item_table b ON a.no = b.no AND a.\"%s\" IS b.\"%s\" WHERE a.ledger = 'tasks' AND b.ledger = 'again'",
            columns[i], columns[i]);
        ck_assert_int_eq(book_int(t.book, sql), 5);
    }
}
END_TEST

START_TEST(bom_crlf_and_blank_lines)
{
    int64_t count = 0;
    OK(import(t.tasks, data("bom-crlf.csv"), 0, &count));
    ck_assert_int_eq(count, 2);
    ck_assert_str_eq(table("title", 7), "带 BOM 的文件|两行\r\n文字");
    taken("title\rold Mac\r\rends of lines", 2);
    taken("\n\n title ,\"no\" \n  a  ,\t21\n\" b\xE3\x80\x80\n\",\xC2\xA0"
          "22 \n\xE3\x80\x80,\n",
        2);
    ck_assert_str_eq(table("title", 21), "a|b");
    taken("title\n", 0);
    taken("title,,\nc,,\n", 1);
}
END_TEST

START_TEST(headings_in_any_words)
{
    taken("No,TITLE,Detail,source,OFFICER,due,risk,lead,contact\n31,a,b,c,d,2023-05-01,high,north,e\n", 1);
    ck_assert_str_eq(table("contact", 31), "e");
    taken("编号,工作任务,上级,风险等级\n32,甲,31,中\n33,乙,３２,low\n34,丙,list/1,高\n", 3);
    ck_assert_str_eq(
        book_text(t.book, "SELECT group_concat(p.no) FROM (SELECT * FROM item WHERE parent IS NOT NULL ORDER BY id) i JOIN item p ON p.id = i.parent"),
        "31,32,1");
    ck_assert_str_eq(book_text(t.book, "SELECT group_concat(risk) FROM (SELECT risk FROM item WHERE risk IS NOT NULL ORDER BY id)"), "high,medium,low,high");
    taken("编号,工作任务\n３５,甲\n〔2023〕１号,乙\n", 2);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE no = '35' OR no = '〔2023〕１号'"), 2);
}
END_TEST

START_TEST(fields_by_code_or_title)
{
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    static const char *const fields[][3] = { { "cost", "金额", "number" }, { "count", "次数", "integer" }, { "seen_on", "检查时间", "date" },
        { "checker", "核查单位", "unit" }, { "place", "备注", "text" } };
    for (size_t i = 0; i < 5; i++) {
        field.code = fields[i][0];
        field.title = fields[i][1];
        field.type = fields[i][2];
        OK(tl_field_add(t.book, t.tasks, &field));
    }
    field.code = "grade";
    field.title = "等级";
    field.type = "choice";
    field.choices = "甲,乙";
    OK(tl_field_add(t.book, t.tasks, &field));
    taken("title,金额,count,检查时间,核查单位,备注,等级\na,－３.5,4,2023/6/3,南街道,在桥边,乙\nb,,,,,,\n", 2);
    ck_assert_int_eq(found.notes, 0); /* 备注 is the field, not the remark */
    ck_assert_str_eq(book_text(t.book, "SELECT group_concat(value, '|') FROM (SELECT value FROM value ORDER BY field)"), "south|-3.5|4|乙|在桥边|2023-06-03");
    refused("title,金额,count,检查时间,核查单位,等级\na,1.2.3,4.5,6月底前,南街,\"甲,乙\"\nb,三,五,2023-13-01,n,甲级\n",
        "2|金额|import.number: '1.2.3' is no number; write 46 or -3.5\n2|count|import.number: '4.5' is no whole number; write 46\n"
        "2|检查时间|import.date: '6月底前' is no day of the calendar; write 2023-06-30\n2|核查单位|import.unit: there is no unit '南街'; the nearest is "
        "'南街道'*\n"
        "2|等级|import.choice: '甲,乙' is not one of: 甲,乙\n3|金额|import.number: '三' is no number; write 46 or -3.5\n3|count|import.number: '五' is no "
        "whole number; write 46\n"
        "3|检查时间|import.date: '2023-13-01' is no day of the calendar; write 2023-06-30\n3|核查单位|import.unit: there is no unit 'n'*\n"
        "3|等级|import.choice: '甲级' is not one of: 甲,乙\n");
}
END_TEST

START_TEST(days_as_people_write_them)
{
    static const char *const good[] = { "2023-06-30", "2023-6-30", "2023/6/30", "2023.06.30", "2023年6月30日", "２０２３－０６－３０", "２０２３年６月３０日",
        "2023／6／30" };
    static const char *const bad[] = { "2023-02-30", "30.6.2023", "23-06-30", "6月前", "2023-06-30 8:00", "2023-006-30", "尽快" };
    char csv[300], expected[300];
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        snprintf(csv, sizeof csv, "title,due,no\na,%s,%zu\n", good[i], i + 50);
        taken(csv, 1);
        ck_assert_str_eq(table("due", (int)i + 50), "2023-06-30");
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        snprintf(csv, sizeof csv, "title,完成时限\n\"a\nb\",\n\na,%s\n", bad[i]);
        snprintf(expected, sizeof expected, "5|完成时限|import.date: '%s' *\n", bad[i]);
        refused(csv, expected);
    }
    expect_words("(line 5, 完成时限: '尽快' names no day");
}
END_TEST

START_TEST(errors_are_all_told)
{
    refused_file(data("errors.csv"), "3|编号|item.no_taken: *\n"
                                     "4|完成时限|import.date: '2023-02-30' is no day of the calendar; write 2023-06-30\n"
                                     "5|牵头单位|import.unit: there is no unit 'Nort Office'; the nearest is 'North Office'*\n"
                                     "5|配合单位|import.unit: there is no unit '南街导'; the nearest is '南街道'*\n"
                                     "6|牵头单位|import.lead: 'south' is a second unit in the lead, and an item has one; put it under responsible or support\n"
                                     "7|风险等级|import.risk: '特高' is no risk level; write high, medium or low (高、中、低)\n"
                                     "8|上级|import.parent: *\n");
    ck_assert_int_eq(found.wrong, 7);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item"), 3);
    verify_clean();
}
END_TEST

START_TEST(headings_that_are_wrong)
{
    refused("编号,工作任物,配合单卫\n1,a,\n",
        "1|工作任物|import.column: there is no column '工作任物'; the nearest is '工作任务'\n"
        "1|配合单卫|import.column: there is no column '配合单卫'; the nearest is '配合单位'\n"
        "1||import.header: the header has no column 'title', which an item needs; it has 编号、工作任物、配合单卫; map the one "
        "that is it to title\n");
    refused("title,编号,no,工作任务\n", "1|no|import.twice: the columns '编号' and 'no' are the same one; keep one of them\n"
                                        "1|工作任务|import.twice: the columns 'title' and '工作任务' are the same one; keep one of them\n");
    refused("title,quite another thing\na,b\n",
        "1|quite another thing|import.column: there is no column 'quite another thing'; leave it out, or add it to the ledger as a field\n");
    refused("title,,\na,,b\n", "2||import.column: 'b' stands in column 3, which has no heading\n");
    refused("", "1||import.empty: the file is empty; its first row has to name the columns\n");
    refused("\n \r\n\t\n", "3||import.empty: the file is empty; its first row has to name the columns\n");
    refused("\xEF\xBB\xBF", "1||import.empty: the file is empty; its first row has to name the columns\n");
}
END_TEST

START_TEST(no_header)
{
    REFUSED(import(t.tasks, write_file("in.csv", "1,修桥,2023-06-30\n2,修路,2023-06-30\n"), 0, NULL), TL_EINVAL, "");
    ck_assert_ptr_nonnull(strstr(found.text, "1|修桥|import.column: there is no column '修桥'"));
    ck_assert_ptr_nonnull(strstr(found.text, "1||import.header: "));
}
END_TEST

START_TEST(rows_that_are_wrong)
{
    refused("no,title\n1\n2,a,b\n3,\n,b\n",
        "2||import.cells: the row has 1 cell, the header 2; a cell with a comma or a line break in it stands in quotation marks\n"
        "3||import.cells: the row has 3 cells, the header 2; a cell with a comma or a line break in it stands in quotation marks\n"
        "4|title|item.title: an item needs a title\n");
    refused("title,lead,support,contact\na,north,south；north,\nb,,,王五\nc,\"north\nsouth\",,\n",
        "2|support|assignment.twice: the unit is assigned to this item already; unassign it first to give it another role ('north')\n"
        "3|contact|import.contact: '王五' is the officer in the lead unit, but the row names no unit in the lead\n"
        "4|lead|import.lead: 'south' is a second unit in the lead, and an item has one; put it under responsible or support\n");
}
END_TEST

START_TEST(quotes_that_are_wrong)
{
    refused("title\na\n\"b\nc\" d\n", "3||import.quote: a quotation mark is out of place at line 4; write a cell that has some in quotation marks, each of its "
                                      "own twice; the rest was not read\n");
    refused("title\na \"b\" c\n", "2||import.quote: a quotation mark is out of place at line 2; write a cell that has some in quotation marks, each of its own "
                                  "twice; the rest was not read\n");
    refused("title\na\n\"b\nc\nd\n", "3||import.quote: a quotation mark is opened in this row and never closed\n");
}
END_TEST

START_TEST(text_that_is_not_utf8)
{
    OK(import(add_ledger("office", "tasks"), data("gb18030.csv"), 0, NULL));
    REFUSED(import(t.tasks, write_file("in.csv", "title,detail,due\na\xff,b,c\nd,\xc3,\n"), 0, NULL), TL_EINVAL, "import.encoding");
    expect_words("save it as CSV UTF-8");
    const char *path = in_folder("nul.csv");
    FILE *file = fopen(path, "wb");
    fwrite("title\na\0b\n", 1, 10, file);
    fclose(file);
    refused_file(path, "2|title|import.encoding: *\n");
}
END_TEST

/* A file with a header, and a row of so many times a text. */
static const char *repeated(const char *before, const char *text, size_t times, const char *after)
{
    const char *path = in_folder("long.csv");
    FILE *file = fopen(path, "wb");
    fputs(before, file);
    for (size_t i = 0; i < times; i++)
        fputs(text, file);
    fputs(after, file);
    fclose(file);
    return path;
}

START_TEST(sizes_are_bounded)
{
    refused_file(repeated("title\nx\n\"", "0123456789abcdef\n", 130000, "\"\n"),
        "3||import.size: a cell has more than 1048576 bytes (is a quotation mark missing?); the rest was not read\n");
    refused_file(repeated("title\n", "0123456789abcdef", 65537, "\n"),
        "2||import.size: a cell has more than 1048576 bytes (is a quotation mark missing?); the rest was not read\n");
    REFUSED(import(t.tasks, repeated("title\n", "0123456789abcdef", 65536, "\n"), 0, NULL), TL_EINVAL, ""); /* just 1 MiB: the book's rule */
    ck_assert_ptr_nonnull(strstr(found.text, "title is too long: 1048576 bytes"));
    refused_file(repeated("title", ",x", 16384, "\n"), "1||import.size: *\n");
    refused_file(repeated("title\n", "x,", 5000, "\n"),
        "2||import.cells: the row has 5001 cells, the header 1; a cell with a comma or a line break in it stands in quotation marks\n");
    char *piece = malloc(600001);
    memset(piece, 'x', 600000);
    piece[599999] = ',';
    piece[600000] = '\0';
    refused_file(repeated("title\n", piece, 10, "\n"), "2||import.size: the row has more than 4194304 bytes; the rest was not read\n");
    free(piece);
    REFUSED(import(t.tasks, repeated("title,lead\nx,", "north;", 3, "\n"), 0, NULL), TL_EINVAL, "");
}
END_TEST

START_TEST(stops_after_a_thousand_errors)
{
    REFUSED(import(t.tasks, repeated("title,due\n", "a,b\n", 1500, ""), 0, NULL), TL_EINVAL, "");
    ck_assert_int_eq(found.wrong, 1000);
    expect_words("1000 errors in ");
    expect_words("; there may be more; nothing was imported (line 2, due: 'b' is not understood");
}
END_TEST

START_TEST(many_rows_in_chunks)
{
    int64_t count = 0;
    OK(import(t.tasks, repeated("title,detail\r\n", "修桥铺路,\"第一行\r\n第二行，共两行\"\r\n", 3000, ""), 0, &count));
    ck_assert_int_eq(count, 3000);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE detail = '第一行' || char(13, 10) || '第二行，共两行'"), 3000);
    REFUSED(import(t.tasks, repeated("title,detail\r\n", "修桥铺路,\"第一行\r\n第二行，共两行\"\r\n", 3000, "x\r\n"), 0, NULL), TL_EINVAL, "");
    expect_words("(line 6002: the row has 1 cell");
}
END_TEST

START_TEST(dry_run_and_stop)
{
    int64_t count = 0, before = entries();
    OK(import(t.tasks, data("tasks.csv"), 1, &count));
    ck_assert_int_eq(count, 3);
    ck_assert_int_eq(entries(), before);
    REFUSED(import(t.tasks, data("errors.csv"), 1, NULL), TL_EINVAL, "");
    ck_assert_int_eq(found.wrong, 7);
    found.stop_after = 2;
    REFUSED(import(t.tasks, data("errors.csv"), 0, NULL), TL_ESTOP, "");
    ck_assert_int_eq(found.wrong, 2);
    found.stop_after = 1;
    REFUSED(import(t.tasks, data("tasks.csv"), 0, NULL), TL_ESTOP, ""); /* by a note */
    found.stop_after = 0;
    tl_import_options options = TL_IMPORT_OPTIONS_INIT; /* nobody is told */
    options.path = data("errors.csv");
    options.ledger = t.tasks;
    REFUSED(tl_import_csv(t.book, &options, &count), TL_EINVAL, "");
    expect_words("7 errors in ");
    options.path = data("tasks.csv");
    OK(tl_import_csv(t.book, &options, NULL));
    ck_assert_int_gt(entries(), before);
}
END_TEST

START_TEST(inside_a_transaction_of_the_caller)
{
    int64_t before = entries();
    OK(tl_begin(t.book));
    act(t.item, "comment", "kept");
    ck_assert_int_eq(import(t.tasks, data("errors.csv"), 0, NULL), TL_EINVAL);
    OK(import(t.tasks, data("tasks.csv"), 1, NULL));
    OK(tl_commit(t.book));
    ck_assert_int_eq(entries(), before + 1);
    OK(tl_begin(t.book));
    OK(import(t.tasks, data("tasks.csv"), 0, NULL));
    OK(tl_rollback(t.book));
    ck_assert_int_eq(entries(), before + 1);
}
END_TEST

START_TEST(units_that_are_refused)
{
    OK(tl_unit_retire(t.book, t.east));
    refused_file_as(TL_ERULE, write_file("in.csv", "title,lead\na,east\n"), "2|lead|unit.retired: the unit is retired ('east')\n");
    add_unit("north2", "North Office");
    refused("title,lead\na,North Office\n", "2|lead|import.unit: 'North Office' is the name of more than one unit*\n");
}
END_TEST

START_TEST(long_texts_are_quoted_whole_characters)
{
    char csv[2000] = "title,due\na,";
    for (int i = 0; i < 100; i++)
        strcat(csv, "上");
    REFUSED(import(t.tasks, write_file("in.csv", csv), 0, NULL), TL_EINVAL, "");
    ck_assert_ptr_nonnull(strstr(found.text, "上…' is not understood"));
}
END_TEST

START_TEST(rules_about_a_column)
{
    char csv[5000] = "title,lead\n";
    for (int i = 0; i < 2100; i++)
        strcat(csv, "x");
    REFUSED(import(t.tasks, write_file("in.csv", csv), 0, NULL), TL_EINVAL, "");
    ck_assert_ptr_nonnull(strstr(found.text, "2||import.cells: "));
    strcat(csv, ",north\n");
    REFUSED(import(t.tasks, write_file("in.csv", csv), 0, NULL), TL_EINVAL, "");
    ck_assert_ptr_nonnull(strstr(found.text, "2|title|entry.title: "));
    ck_assert_ptr_nonnull(strstr(found.text, "xxx…')"));
}
END_TEST

START_TEST(units_are_bounded)
{
    char *csv = malloc(10000), code[20];
    strcpy(csv, "title,support\na,");
    OK(tl_begin(t.book));
    for (int i = 0; i <= 500; i++) {
        snprintf(code, sizeof code, "unit%d", i);
        add_unit(code, code);
        strcat(strcat(csv, code), ";");
    }
    OK(tl_commit(t.book));
    refused(csv, "2|support|import.size: the row names more than 500 units\n");
    *strrchr(csv, 'u') = '\0';
    taken(csv, 1);
    free(csv);
}
END_TEST

START_TEST(a_file_that_breaks_off)
{
    REFUSED(import(t.tasks, "/proc/self/mem", 0, NULL), TL_EIO, ""); /* can be opened, but not read at its beginning */
    expect_words("can't be read");
}
END_TEST

START_TEST(what_is_no_file_or_ledger)
{
    REFUSED(import(t.tasks, in_folder("none.csv"), 0, NULL), TL_ENOTFOUND, "");
    expect_words("none.csv");
    REFUSED(import(t.tasks, t.folder, 0, NULL), TL_EINVAL, "");
    expect_words("is a folder");
    REFUSED(import(t.tasks, NULL, 0, NULL), TL_EMISUSE, "");
    REFUSED(import(99, data("tasks.csv"), 0, NULL), TL_ENOTFOUND, "");
    expect_words("no ledger");
    OK(tl_set_actor(t.book, NULL));
    REFUSED(import(t.tasks, data("tasks.csv"), 0, NULL), TL_EMISUSE, "entry.actor");
    reopen(TL_OPEN_READONLY);
    REFUSED(import(t.tasks, data("tasks.csv"), 0, NULL), TL_EREADONLY, "");
}
END_TEST

Suite *import_suite(void)
{
    Suite *suite = suite_create("import");
    ADD_TESTS(suite, setup_small, 60, a_file_of_an_office, what_is_exported_comes_back, bom_crlf_and_blank_lines, headings_in_any_words,
        fields_by_code_or_title, days_as_people_write_them, errors_are_all_told, headings_that_are_wrong, no_header, rows_that_are_wrong, quotes_that_are_wrong,
        text_that_is_not_utf8, sizes_are_bounded, stops_after_a_thousand_errors, many_rows_in_chunks, dry_run_and_stop, inside_a_transaction_of_the_caller,
        units_that_are_refused, long_texts_are_quoted_whole_characters, rules_about_a_column, units_are_bounded, a_file_that_breaks_off,
        what_is_no_file_or_ledger);
    return suite;
}
