/* test_export.c - what leaves the book as a file: columns, headings, quoting, each format, each refusal; and that import takes it back. */
#include "fixture.h"
#include "suite.h"

#include <jansson.h>
#include <stdio.h>

/* What is written, in the memory of the test that runs; after stop_at pieces no more is taken. */
typedef struct taken {
    char text[200000];
    size_t length;
    int pieces, stop_at;
} taken;
static taken out;

static int take(const void *bytes, size_t count, void *arg)
{
    taken *to = arg;
    if (to->stop_at > 0 && ++to->pieces >= to->stop_at)
        return 1;
    ck_assert_uint_lt(to->length + count, sizeof to->text);
    memcpy(to->text + to->length, bytes, count);
    to->length += count;
    to->text[to->length] = '\0';
    return 0;
}

static tl_export_options export_of(const char *format, int64_t ledger)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    memset(&out, 0, sizeof out);
    options.format = format;
    options.ledger = ledger;
    options.write = take;
    options.arg = &out;
    return options;
}

static const char *exported(const char *format, int64_t ledger, const char *columns)
{
    tl_export_options options = export_of(format, ledger);
    options.columns = columns;
    OK(tl_export(t.book, &options));
    return out.text;
}

static int has(const char *part)
{
    return strstr(out.text, part) != NULL;
}

START_TEST(a_table_as_csv)
{
    tl_export_options options = export_of("csv", t.tasks);
    int64_t rows = -1;
    options.bom = 1;
    options.rows = &rows;
    OK(tl_export(t.book, &options));
    ck_assert_int_eq(strncmp(out.text, "\xEF\xBB\xBFrow,no,source,title,", 22), 0);
    ck_assert(has(",uri,remark\n1,1,"));
    ck_assert_int_eq(rows, 2);
    OK(tl_set_lang(t.book, "zh"));
    exported("csv", t.dossiers, NULL);
    ck_assert_str_eq(out.text,
        "序号,编号,批示领导,批示时间,批示内容,密级,任务来源,工作任务,目标措施,领衔领导,牵头单位,责任单位,配合单位,责任人,交办时间,完成时限,"
        "进展情况,完成比例,存在问题,下步措施,预警,延期次数,状态,销号时间,佐证材料,备注\n");
    exported("csv", 0, NULL);
    ck_assert(has(",备注,台账\n"));
    ck_assert(has(",list\n"));
}
END_TEST

START_TEST(cells_are_quoted_and_guarded)
{
    static const struct {
        const char *title, *cell;
    } cells[] = { { "=1+1", "'=1+1" }, { "@x", "'@x" }, { "-3.5", "-3.5" }, { "-3.5%", "'-3.5%" }, { "- 一", "'- 一" }, { "+86", "'+86" },
        { "'90年代", "'90年代" }, { "'=1", "''=1" }, { "''", "'''" }, { "a,b", "\"a,b\"" }, { "说\"好\"", "\"说\"\"好\"\"\"" }, { "一\n二", "\"一\n二\"" },
        { "=a,b", "\"'=a,b\"" } };
    int64_t ledger = add_ledger("cells", "checklist"), copy = add_ledger("copy", "checklist"), count = 0;
    tl_import_options import = TL_IMPORT_OPTIONS_INIT;
    char cell[100];
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        add_item(ledger, cells[i].title, NULL, 0);
    exported("csv", ledger, "title");
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        snprintf(cell, sizeof cell, "\n%s\n", cells[i].cell);
        ck_assert_msg(has(cell), "%s in %s", cells[i].cell, out.text);
    }
    import.path = write_file("cells.csv", exported("csv", ledger, NULL));
    import.ledger = copy;
    OK(tl_import_csv(t.book, &import, &count));
    ck_assert_int_eq(count, (int)(sizeof cells / sizeof cells[0]));
    ck_assert_str_eq(book_text(t.book, "SELECT i.title FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'copy' ORDER BY i.id"),
        book_text(t.book, "SELECT i.title FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'cells' ORDER BY i.id"));
}
END_TEST

START_TEST(columns_are_chosen)
{
    ck_assert_str_eq(exported("csv", t.checklist, "title,no"), "title,no\nfirst line,1\n");
    ck_assert_str_eq(exported("csv", t.checklist, " 编号，事项、lead "), "no,title,lead\n1,first line,North Office\n");
    ck_assert_str_eq(exported("csv", t.checklist, "risk,ledger"), "risk,ledger\n,list\n");
    OK(tl_set_lang(t.book, "zh"));
    ck_assert_str_eq(exported("csv", t.checklist, "title,state"), "事项,状态\nfirst line,已立项\n");
}
END_TEST

START_TEST(refused)
{
    tl_export_options options = export_of("csv", t.tasks);
    options.columns = "no,titel";
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    expect_words("the table has no column 'titel'; the nearest is 'title'");
    options.columns = "leader"; /* a field of other ledgers */
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    options.columns = "";
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    options = export_of("jsnl", 0);
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    expect_words("unknown format 'jsnl'; the nearest is 'jsonl'; export writes csv, ");
    options.format = NULL;
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    options = export_of("json", 0);
    options.columns = "no";
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    expect_words("json has no columns to choose from; csv, md, xlsx and html have");
    options = export_of("js", 0); /* a piece of a name is none */
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    options = export_of("md", 0);
    options.bom = 1;
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    expect_words("md begins with no byte order mark; csv can");
    options = export_of("csv", 0);
    options.unit = t.north;
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    expect_words("csv is not written for one unit; ics is");
    options = export_of("csv", 999);
    REFUSED(tl_export(t.book, &options), TL_ENOTFOUND, NULL);
    options = export_of("jsonl", t.tasks);
    REFUSED(tl_export(t.book, &options), TL_EINVAL, NULL);
    options.write = NULL;
    REFUSED(tl_export(t.book, &options), TL_EMISUSE, NULL);
    REFUSED(tl_export(t.book, NULL), TL_EMISUSE, NULL);
    ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(stopped)
{
    static const char *const formats[] = { "csv", "md", "json", "jsonl" };
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        tl_export_options options = export_of(formats[i], 0);
        out.stop_at = 1;
        REFUSED(tl_export(t.book, &options), TL_ESTOP, NULL);
        out.stop_at = 0;
        OK(tl_export(t.book, &options));
    }
}
END_TEST

/* What is more than one piece long comes in pieces, and stops between them. */
START_TEST(in_pieces)
{
    char title[1600];
    memset(title, 'x', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    for (int i = 0; i < 60; i++)
        add_item(t.checklist, title, NULL, 0);
    tl_export_options options = export_of("csv", t.checklist);
    out.stop_at = 2;
    REFUSED(tl_export(t.book, &options), TL_ESTOP, NULL);
    ck_assert_uint_gt(out.length, 60000);
    options = export_of("csv", t.checklist);
    OK(tl_export(t.book, &options));
    ck_assert_uint_gt(out.length, 96000);
}
END_TEST

START_TEST(a_table_as_markdown)
{
    int64_t ledger = add_ledger("md", "checklist");
    add_item(ledger, "a|b <i>\n*c*", NULL, 0);
    ck_assert_str_eq(exported("md", ledger, "no,title"), "| no | title |\n| --- | --- |\n| 1 | a\\|b \\<i\\><br>\\*c\\* |\n");
}
END_TEST

START_TEST(items_as_json)
{
    json_error_t error;
    json_t *list = json_loads(exported("json", 0, NULL), 0, &error);
    ck_assert_uint_eq(json_array_size(list), 3);
    for (size_t i = 0; i < 3; i++) {
        char *copy = NULL;
        OK(tl_item_json(t.book, json_integer_value(json_object_get(json_array_get(list, i), "item")), &copy));
        json_t *one = json_loads(copy, 0, &error);
        ck_assert_int_eq(json_equal(one, json_array_get(list, i)), 1);
        json_decref(one);
        tl_free(copy);
    }
    json_decref(list);
    ck_assert_str_eq(exported("json", t.dossiers, NULL), "[]\n");
}
END_TEST

START_TEST(the_journal_as_lines)
{
    int64_t lines = 0;
    exported("jsonl", 0, NULL);
    for (const char *at = out.text; (at = strchr(at, '\n')) != NULL; at++)
        lines++;
    ck_assert_int_eq(lines, entries() + 1);
    ck_assert_int_eq(strncmp(out.text, "{\"kind\":\"taskledger journal\",\"format\":1003,", 42), 0);
    ck_assert_int_eq(
        sql_try(t.path, "DROP TRIGGER seal_immutable_update; UPDATE seal SET digest = replace(digest, substr(digest, 1, 1), 'f') WHERE seq = 4"), SQLITE_OK);
    tl_export_options options = export_of("jsonl", 0);
    ck_assert_int_eq(tl_export(t.book, &options), TL_ECHAIN);
    expect_words("run verify");
}
END_TEST

START_TEST(damaged_text_is_told)
{
    ck_assert_int_eq(sql_try(t.path, "DROP TRIGGER entry_immutable_update; UPDATE entry SET title = CAST(x'ff41' AS TEXT) WHERE seq = 2"), SQLITE_OK);
    tl_export_options options = export_of("jsonl", 0);
    ck_assert_int_eq(tl_export(t.book, &options), TL_ECORRUPT);
}
END_TEST

/* The only row of a table in Chinese is that of the ledger in the view of its template. */
static void expect_row_of_view(const char *template, const char *ledger, const char *table)
{
    char sql[600];
    snprintf(sql, sizeof sql,
        "SELECT 'SELECT ' || group_concat('ifnull(\"' || c.name || '\", '''')', ' || '','' || ') || ' FROM \"' || t.zh || '\" WHERE 台账 = ''%s''' "
        "FROM template t JOIN pragma_table_info(t.zh) c WHERE t.name = '%s' AND c.name <> '台账'",
        ledger, template);
    const char *row = strchr(table, '\n') + 1, *of_view = book_text(t.book, book_text(t.book, sql));
    ck_assert_msg(
        strncmp(row, of_view, strlen(of_view)) == 0 && strcmp(row + strlen(of_view), "\n") == 0, "%s: %s in the view, %s in the table", template, of_view, row);
}

/* Each template's table goes out in Chinese, with what its view has, and comes in again. */
START_TEST(every_template_comes_back)
{
    char sql[400], code[60];
    const char *names = book_text(t.book, "SELECT name FROM template");
    for (const char *name = names; *name != '\0'; name += strcspn(name, "|"), name += *name == '|') {
        tl_import_options import = TL_IMPORT_OPTIONS_INIT;
        char template[40];
        int64_t count = 0;
        snprintf(template, sizeof template, "%.*s", (int)strcspn(name, "|"), name);
        snprintf(code, sizeof code, "%s-2", template);
        int64_t to = add_ledger(code, template);
        snprintf(code, sizeof code, "%s-1", template);
        int64_t from = add_ledger(code, template);
        int64_t item = add_item(from, "标题", "2023-06-30", t.north);
        snprintf(sql, sizeof sql,
            "INSERT INTO post(action, actor, at, item, field, new) SELECT 'amend', 'x', '2023-03-01T00:00:00.000Z', %lld, code, CASE type WHEN 'date' THEN "
            "'2023-05-0' || rank WHEN 'integer' THEN '7' WHEN 'choice' THEN substr(choices, 1, instr(choices, ',') - 1) ELSE '内容' || code END FROM field "
            "WHERE ledger = %lld",
            (long long)item, (long long)from);
        sql_run(t.path, sql);
        OK(tl_set_lang(t.book, "zh"));
        const char *table = exported("csv", from, NULL);
        expect_row_of_view(template, code, table);
        import.path = write_file("table.csv", table);
        import.ledger = to;
        OK(tl_import_csv(t.book, &import, &count));
        ck_assert_int_eq(count, 1);
        char *before = strdup(table);
        ck_assert_str_eq(exported("csv", to, NULL), before);
        free(before);
    }
}
END_TEST

/* The views in Chinese are the tables on paper. */
START_TEST(a_view_for_each_template)
{
    ck_assert_str_eq(
        book_text(t.book, "SELECT t.zh FROM template t WHERE (SELECT group_concat(heading) || ',台账' FROM (SELECT heading FROM template_column c "
                          "WHERE c.template = t.name ORDER BY rank)) IS NOT (SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info(t.zh) "
                          "ORDER BY cid))"),
        "");
    ck_assert_str_eq(book_text(t.book, "SELECT template || rank FROM template_column c WHERE name NOT IN (SELECT name FROM pragma_table_info('item_table')) "
                                       "AND NOT EXISTS (SELECT 1 FROM template_field f WHERE f.template = c.template AND f.code = c.name)"),
        "");
    ck_assert_str_eq(
        book_text(t.book, "SELECT template || code FROM template_field f WHERE NOT EXISTS (SELECT 1 FROM template_column c WHERE c.template = f.template "
                          "AND c.name = f.code AND c.heading = f.title)"),
        "");
    ck_assert_str_eq(book_text(t.book, "SELECT 事项 FROM 事项清单"), "first line");
}
END_TEST

/* A ledger's other fields stand behind its template's columns. */
START_TEST(fields_of_its_own)
{
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    field.code = "place";
    field.title = "地点";
    field.type = "text";
    OK(tl_field_add(t.book, t.checklist, &field));
    ck_assert_ptr_nonnull(strstr(exported("csv", t.checklist, NULL), ",remark,place\n"));
    ck_assert_str_eq(exported("csv", t.checklist, "地点,no"), "place,no\n,1\n");
}
END_TEST

/* Rows come by ledger and number without being sorted or kept: memory stays flat. */
START_TEST(nothing_is_sorted)
{
    for (int i = 0; i < 12; i++)
        add_item(t.checklist, "x", NULL, 0);
    ck_assert_str_eq(book_text(t.book, "SELECT ledger || '/' || no FROM item_table"),
        book_text(t.book, "SELECT ledger || '/' || no FROM item_table ORDER BY ledger_id, \"row\""));
    sqlite3 *db;
    sqlite3_stmt *plan;
    ck_assert_int_eq(sqlite3_open(t.path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(db, "EXPLAIN QUERY PLAN SELECT * FROM item_table WHERE ledger_id = 4", -1, &plan, NULL), SQLITE_OK);
    while (sqlite3_step(plan) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(plan, 3);
        ck_assert_msg(strstr(step, "TEMP B-TREE") == NULL && strstr(step, "MATERIALIZE") == NULL && strstr(step, "SCAN item") == NULL, "%s", step);
    }
    sqlite3_finalize(plan);
    sqlite3_close(db);
}
END_TEST

Suite *export_suite(void)
{
    Suite *suite = suite_create("export");
    ADD_TESTS(suite, setup_small, 30, a_table_as_csv, cells_are_quoted_and_guarded, columns_are_chosen, refused, stopped, in_pieces, a_table_as_markdown,
        items_as_json, the_journal_as_lines, damaged_text_is_told, every_template_comes_back, a_view_for_each_template, fields_of_its_own, nothing_is_sorted);
    return suite;
}
