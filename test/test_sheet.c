/* test_sheet.c - tables of text: what they are found to be, their rows, and what is refused of them. */
#define _GNU_SOURCE /* for RTLD_NEXT */
#include "fixture.h"
#include "suite.h"
#include "tabular.h"

#include <dlfcn.h>
#include <iconv.h>
#include <stdio.h>
#include <unistd.h>

#define READ(text, format, expected) ck_assert_str_eq(table_of_text((text), (format)), (expected))
#define REFUSE(text, format, part) ck_assert_msg(strstr(table_of_text((text), (format)), (part)) != NULL, "%s", table_of_text((text), (format)))

START_TEST(csv_rows)
{
    READ("a,b\n1,\"x\ny\"\n\n 三 , \n,,\n", NULL, "1: a|b\n2: 1|x\ny\n5: 三|\n6: ||\nDONE");
    ck_assert_str_eq(table_is(), "csv UTF-8");
    READ("a,b\r\n\"1\"\"2\",c", NULL, "1: a|b\n2: 1\"2|c\nDONE");
    READ("a\rb\r\rc", NULL, "1: a\n2: b\n4: c\nDONE");
    READ("", NULL, "DONE");
    READ("\n \n", NULL, "DONE");
    READ("只有一列\n甲\n", NULL, "1: 只有一列\n2: 甲\nDONE");
}
END_TEST

START_TEST(delimiters)
{
    READ("a;b;c\n1,5;2;3\n", NULL, "1: a|b|c\n2: 1,5|2|3\nDONE");
    READ("一览表\na\tb,c\td\n\"x\t,y\"\t2\t3\n", NULL, "1: 一览表\n2: a|b,c|d\n3: x\t,y|2|3\nDONE");
    ck_assert_str_eq(table_is(), "tsv UTF-8");
    READ("a,b\n甲;乙,2\n甲;乙;丙,3\n", NULL, "1: a|b\n2: 甲;乙|2\n3: 甲;乙;丙|3\nDONE");
    READ("sep=;\na,b;c\n", NULL, "2: a,b|c\nDONE");
    READ("a,b\n", "tsv", "1: a,b\nDONE");
    READ("\t\tc\n\t\t\n", "tsv", "1: ||c\n2: ||\nDONE");
}
END_TEST

/* The text in another encoding is read as in UTF-8. */
static void same_in(const char *text, const char *encoding, const char *mark, const char *is)
{
    char plain[4000], *bytes = sqlite3_malloc(100000), *to = bytes;
    size_t left = strlen(text), room = 100000;
    iconv_t convert = iconv_open(encoding, "UTF-8");
    snprintf(plain, sizeof plain, "%s", table_of_text(text, NULL));
    memcpy(to, mark, strlen(mark));
    to += strlen(mark);
    char *from = sqlite3_mprintf("%s", text), *at = from;
    ck_assert_uint_eq(iconv(convert, &at, &left, &to, &room), 0);
    ck_assert_str_eq(table_of_bytes(bytes, (size_t)(to - bytes), NULL, NULL), plain);
    ck_assert_str_eq(table_is(), is);
    iconv_close(convert);
    sqlite3_free(from);
    sqlite3_free(bytes);
}

START_TEST(encodings)
{
    const char *text = "序号,标题\n1,\"完成“一网通办”，\n第二行\"\n2,镕喆\n";
    same_in(text, "UTF-8", "\xEF\xBB\xBF", "csv UTF-8");
    same_in(text, "GB18030", "", "csv GB18030");
    same_in(text, "GB18030", "\x84\x31\x95\x33", "csv GB18030");
    same_in(text, "UTF-16LE", "\xFF\xFE", "csv UTF-16LE");
    same_in(text, "UTF-16BE", "\xFE\xFF", "csv UTF-16BE");
    same_in(text, "UTF-16LE", "", "csv UTF-16LE");
    same_in(text, "UTF-16BE", "", "csv UTF-16BE");
    same_in("[{\"标题\":\"甲\"}]", "GB18030", "", "json GB18030");
    same_in("[{\"标题\":\"甲\"}]", "UTF-16LE", "\xFF\xFE", "json UTF-16LE");
    same_in("no\ttitle\n1\tplain\n", "UTF-16LE", "", "tsv UTF-16LE");
}
END_TEST

/* The first character that is not ASCII stands at the end of what is read at once, or far behind. */
static int without_gb18030;

/* Stands before the system's: small ones have few encodings. */
iconv_t iconv_open(const char *to, const char *from)
{
    iconv_t (*open)(const char *, const char *);
    *(void **)&open = dlsym(RTLD_NEXT, "iconv_open");
    return without_gb18030 && strcmp(from, "GB18030") == 0 ? (iconv_t)-1 : open(to, from);
}

START_TEST(an_encoding_that_the_system_lacks)
{
    without_gb18030 = 1;
    REFUSE("\xD6\xD0\xB9\xFA\n", NULL, "import.encoding: in can't be read as 'GB18030'");
    without_gb18030 = 0;
}
END_TEST

START_TEST(encoding_found_late)
{
    for (size_t ahead = 65530; ahead < 65540; ahead++) {
        tl__buffer text = { 0 };
        while (text.length < ahead)
            tl__append(&text, text.length % 100 == 99 ? "\n" : "x");
        tl__append(&text, "\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1"); /* 中国人民 in GB18030 */
        const char *table = table_of_bytes(text.text, text.length, "csv", NULL);
        ck_assert_str_eq(table_is(), "csv GB18030");
        ck_assert_ptr_nonnull(strstr(table, "中国人民\nDONE"));
        tl_free(text.text);
    }
}
END_TEST

START_TEST(broken_text)
{
    READ("a,中文的单位名称\nb\xFF,c\n", NULL, "1: a|中文的单位名称\n2: !b\xEF\xBF\xBD|c\nDONE");
    ck_assert_str_eq(table_of_bytes("a,b\0c,\0\nd\n", 10, NULL, NULL), "1: a|!b\xEF\xBF\xBD"
                                                                       "c|!\xEF\xBF\xBD\n2: d\nDONE");
    REFUSE("caf\xE9,\xE9\n", NULL, "import.encoding: the text of in is neither UTF-8 nor GB18030");
    ck_assert_ptr_nonnull(strstr(table_of_bytes("\1\0\0\2\0\0\3\0\0\4\0", 11, NULL, NULL), "import.format: in is no table"));
    const tl__sheet_options latin = { .path = write_file("latin.csv", "caf\xE9,b\n"), .encoding = "ISO-8859-1" };
    ck_assert_str_eq(table_of(&latin), "1: café|b\nDONE");
    const tl__sheet_options none = { .path = latin.path, .encoding = "klingon" };
    ck_assert_ptr_nonnull(strstr(table_of(&none), "this system knows no such encoding"));
}
END_TEST

START_TEST(json_rows)
{
    READ("[{\"no\":1,\"title\":\"甲\"},\n{\"title\":\"乙\\n\",\"p\":0.1,\"u\":[\"a\",\"b\",3]},{\"p\":null,\"o\":{\"k\":[1]},\"t\":true}]", NULL,
        "0: no|title|p|u|o|t\n1: n1|甲\n2: |乙\n|n0.1|a、b、3\n3: ||||{\"k\":[1]}|btrue\nDONE");
    ck_assert_str_eq(table_is(), "json UTF-8");
    READ("[[\"a\",2],[],[null,\"]\\\"\"]]", NULL, "1: a|n2\n2: \n3: |]\"\nDONE");
    READ("[]", NULL, "DONE");
    READ("[{\"n\":12345678901234567}, {\"n\":-1.50}]", NULL, "0: n\n1: n12345678901234567\n2: n-1.5\nDONE");
}
END_TEST

START_TEST(json_lines)
{
    READ("{\"a\":1}\n\n{\"b\":\"x\"}\n", NULL, "0: a|b\n1: n1\n3: |x\nDONE");
    ck_assert_str_eq(table_is(), "jsonl UTF-8");
    READ("{\"a\":1}", "json", "0: a\n1: n1\nDONE");
    READ("[\"a\",\"b\"]\n[1,2]\n", NULL, "1: a|b\n2: n1|n2\nDONE");
    READ("{\"a\":[{\"x\":1}]}\n{\"a\":2}\n", "jsonl", "0: a\n1: [{\"x\":1}]\n2: n2\nDONE");
    REFUSE("{\"a\":1} {\"a\":2}", NULL, "import.broken: in is broken: line 1 has two records");
}
END_TEST

START_TEST(json_tables)
{
    const char *text = "{\"made\":\"2023-06-30\",\"tasks\":[{\"t\":\"甲\"}],\"none\":[],\"checks\":[{\"c\":1},{\"c\":2}],\"n\":{\"x\":[{}]}}";
    READ(text, NULL, "0: t\n1: 甲\nDONE");
    ck_assert_str_eq(table_is(), "json UTF-8 [tasks] 'checks'");
    ck_assert_str_eq(table_of_bytes(text, strlen(text), NULL, "checks"), "0: c\n1: n1\n2: n2\nDONE");
    ck_assert_str_eq(table_of_bytes(text, strlen(text), NULL, "2"), "0: c\n1: n1\n2: n2\nDONE");
    ck_assert_str_eq(table_of_bytes(text, strlen(text), NULL, "chekcs"), ": in has no sheet 'chekcs'; the nearest is 'checks'");
    ck_assert_str_eq(table_of_bytes(text, strlen(text), NULL, "资料"), ": in has no sheet '资料'; it has 'tasks', 'checks'");
    ck_assert_str_eq(table_of_bytes("a", 1, NULL, "资料"), ": in has no sheet '资料'; a file of this format is one table without a name");
}
END_TEST

START_TEST(json_refused)
{
    REFUSE("[{\"a\":1},", NULL, "import.broken: in is broken: it ends at line 1");
    REFUSE("[{\"a\":1}\n{\"a\":2}]", NULL, "line 2 has '{' where a comma or ] should be");
    REFUSE("[{\"a\":1}] x", NULL, "line 1 has 'x' where its end should be");
    REFUSE("[{\"a\":1},\n{\"a\":\n}]", NULL, "import.broken: in is broken: line 3, in the record that begins in line 2:");
    REFUSE("[{\"a\":1,\"a\":2}]", NULL, "duplicate object key");
    REFUSE("[{\"a\":1},[2]]", NULL, "the record in line 1 is an array, but the first one is an object");
    REFUSE("[{\"a\":1},2]", NULL, "where a record, an object or an array, should be");
    REFUSE("[{\"a\":\"\xFF\"}]", NULL, "import.");
    REFUSE("{\"a\":[{\"b\":1}", NULL, "it ends at line 1");
    REFUSE("{\"a\":[{\"b\":1}]", NULL, "it ends at line 1");
    REFUSE("{\"a\":1}\n{\"a\":", NULL, "it ends at line 2");
    REFUSE("{\"a\" 1}", NULL, "where a colon should be");
}
END_TEST

START_TEST(csv_refused)
{
    REFUSE("a\nb \"c\" d\n", NULL, "import.quote: a quotation mark is out of place at line 2;");
    REFUSE("a\n\"b\nc\n", NULL, "import.quote: a quotation mark is opened in this row and never closed");
}
END_TEST

START_TEST(formats)
{
    REFUSE("%PDF-1.7 ...", "csv", "import.format: in is a PDF file");
    REFUSE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NULL, "in is an old Excel workbook (.xls), or one with a password");
    REFUSE("<html><table>", NULL, "in is a web page");
    REFUSE("a,b\n", "json", "import.format: in is another text, such as CSV, not JSON;");
    REFUSE("a,b\n", "xlsx", "import.format: in is a text, such as CSV, not an .xlsx workbook;");
    REFUSE("[{\"a\":1}]", "csv", "import.format: in is JSON, not CSV;");
    REFUSE("PK\3\4", "csv", "import.format: in is an .xlsx workbook or another zip archive, not csv;");
    REFUSE("PK\3\4", NULL, "import.broken: in is broken: it begins as a zip archive does and has no end");
    REFUSE("a", "cvs", "import.format: there is no format 'cvs' to import; did you mean 'csv'?");
    REFUSE("a", "parquet", "there are csv, tsv, json, jsonl and xlsx");
}
END_TEST

START_TEST(files)
{
    tl__sheet_options options = { .path = in_folder("none.csv") };
    ck_assert_ptr_nonnull(strstr(table_of(&options), "there is no file "));
    options.path = t.folder;
    ck_assert_ptr_nonnull(strstr(table_of(&options), "is a folder; name a file"));
    options.path = write_file("t.csv", "a,b\n1,2\n");
    ck_assert_str_eq(table_of(&options), "1: a|b\n2: 1|2\nDONE");
    char *command = sqlite3_mprintf("mkfifo %s && { printf '[{\"a\":1},\\n{\"b\":2}]' > %s & }", in_folder("pipe"), in_folder("pipe"));
    ck_assert_int_eq(system(command), 0);
    sqlite3_free(command);
    options.path = in_folder("pipe");
    ck_assert_str_eq(table_of(&options), "0: a|b\n1: n1\n2: |n2\nDONE");
}
END_TEST

static int refuse(void *buffer, size_t room, size_t *count, void *arg)
{
    (void)buffer;
    (void)room;
    (void)count;
    return *(int *)arg;
}

START_TEST(stopped)
{
    int status = 7;
    const tl__sheet_options options = { .read = refuse, .arg = &status };
    ck_assert_str_eq(table_of(&options), ": reading the table was stopped by the caller (7)");
}
END_TEST

/* ------------------------------------------------------------------------------------------------------------------------------ limits */

/* A text that goes on and on: a beginning, then the same for so many bytes. */
typedef struct endless {
    const char *begin, *again;
    int64_t left;
    size_t at;
} endless;

static int read_endless(void *buffer, size_t room, size_t *count, void *arg)
{
    endless *from = arg;
    char *to = buffer;
    for (*count = 0; *count < room && from->left > 0; from->left--) {
        if (*from->begin != '\0') {
            to[(*count)++] = *from->begin++;
            continue;
        }
        to[(*count)++] = from->again[from->at++];
        if (from->again[from->at] == '\0')
            from->at = 0;
    }
    return 0;
}

/* It is refused by the rule import.size before much of it is read, or memory is taken. */
static void too_large(const char *begin, const char *again, const char *words)
{
    endless from = { begin, again, (int64_t)1 << 30, 0 };
    const tl__sheet_options options = { .path = "in", .read = read_endless, .arg = &from };
    sqlite3_memory_highwater(1);
    const sqlite3_int64 before = sqlite3_memory_used();
    const char *table = table_of(&options);
    ck_assert_msg(strstr(table, "import.size: ") != NULL && strstr(table, words) != NULL, "%.200s", table);
    ck_assert_int_gt(from.left, ((int64_t)1 << 30) - (16 << 20));
    ck_assert_int_lt(sqlite3_memory_highwater(0) - before, 32 << 20);
}

START_TEST(limits)
{
    too_large("a,b\n", "x", "a cell has more than 1048576 bytes");
    too_large("a,b\n\"", "x\n", "is a quotation mark missing?");
    too_large("a,b\n", "x,", "the row has more than 16384 columns");
    too_large("[{\"a\":\"", "x", "in: line 1: the record has more than 4194304 bytes");
    too_large("[[", "1,", "in: line 1: the record has more than 100000 values");
    too_large("[{\"a\":", "[", "in: line 1: the record is more than 32 levels deep");
    too_large("{\"a\":", "{\"a\":", "levels deep");
}
END_TEST

START_TEST(wide_json)
{
    tl__buffer text = { 0 };
    char key[40];
    for (int i = 0; i < 17000; i++) {
        snprintf(key, sizeof key, "%s\"%d\":1", i == 0 ? "[{" : ",", i);
        tl__append(&text, key);
    }
    tl__append(&text, "}]");
    ck_assert_ptr_nonnull(strstr(table_of_text(text.text, NULL), "import.size: the records have more than 16384 keys"));
    text.length = 0;
    for (int i = 0; i < 17000; i++)
        tl__append(&text, i == 0 ? "[[1" : ",1");
    tl__append(&text, "]]");
    ck_assert_ptr_nonnull(strstr(table_of_text(text.text, NULL), "import.size: the row has more than 16384 columns"));
    tl_free(text.text);
}
END_TEST

START_TEST(columns)
{
    tl__error error = { 0 };
    const tl__sheet_options options = { .path = write_file("t.csv", "a,b\n") };
    tl__sheet *sheet;
    char words[16];
    ck_assert_int_eq(tl__sheet_open(&error, &options, &sheet), TL_OK);
    tl__sheet_column(sheet, 2, words);
    ck_assert_str_eq(words, "3");
    ck_assert_str_eq(tl__sheet_unit(sheet), "line");
    ck_assert_str_eq(tl__sheet_name(sheet, 5), "");
    ck_assert_int_eq(tl__sheet_progress(sheet), 1000);
    tl__sheet_close(sheet);
}
END_TEST

Suite *sheet_suite(void)
{
    Suite *suite = suite_create("sheet");
    ADD_TESTS(suite, setup_folder, 20, csv_rows, delimiters, encodings, an_encoding_that_the_system_lacks, encoding_found_late, broken_text, json_rows,
        json_lines, json_tables, json_refused, csv_refused, formats, files, stopped, limits, wide_json, columns);
    return suite;
}
