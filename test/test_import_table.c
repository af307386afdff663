/* test_import_table.c - tl_import: what callers say of a table and are told, and where rows came from. What is there already is test_import_again's. What
 * tables look like is shown by test/tables.sh. */
#include "importing.h"
#include "suite.h"
#include "tabular.h"

#include <stdio.h>

static int read_text(void *buffer, size_t room, size_t *count, void *arg)
{
    heard *into = arg;
    *count = strlen(into->text) < room ? strlen(into->text) : room;
    memcpy(buffer, into->text, *count);
    into->text += *count;
    return into->broken;
}

static int read_too_much(void *buffer, size_t room, size_t *count, void *arg)
{
    (void)arg;
    memset(buffer, 'x', room);
    *count = room + 1;
    return 0;
}

START_TEST(a_map_goes_before_the_headings)
{
    static const tl_import_pair map[] = { { "干 什么", "title" }, { "几号", "no" }, { "Free", "-" } };
    tl_import_options options = options_for("几号,干什么,free,金额\n51,修路,x,12\n");
    options.map = map;
    options.map_count = 3;
    OK(tl_import(t.book, &options, &counted));
    ck_assert_str_eq(h.columns, "几号=no\n干什么=title\nfree=-\n金额=column_4\n");
    ck_assert_str_eq(h.rows, "added=list/51\n");
    ck_assert_int_eq(counted.added, 1);
    ck_assert_int_eq(counted.fields, 1);
    ck_assert_str_eq(book_text(t.book, "SELECT value FROM value WHERE field = 'column_4'"), "12");
    verify_clean();
}
END_TEST

START_TEST(a_map_that_is_wrong)
{
    static const tl_import_pair none[] = { { "何处", "title" } }, unknown[] = { { "干什么", "colour" } };
    tl_import_options options = options_for("no,title,干什么\n51,修路,x\n");
    options.map = none;
    options.map_count = 1;
    REFUSED(tl_import(t.book, &options, &counted), TL_EINVAL, "");
    ck_assert_str_eq(h.notes, "import.map=\n");
    options = options_for("no,title,干什么\n51,修路,x\n");
    options.map = unknown;
    options.map_count = 1;
    REFUSED(tl_import(t.book, &options, &counted), TL_EINVAL, "");
    options.map = NULL;
    REFUSED(tl_import(t.book, &options, &counted), TL_EMISUSE, "");
}
END_TEST

START_TEST(unknown_columns_are_refused_by_choice)
{
    tl_import_options options = options_for("no,title,干什么\n51,修路,x\n");
    options.refuse_unknown = 1;
    REFUSED(tl_import(t.book, &options, &counted), TL_EINVAL, "");
    ck_assert_str_eq(h.notes, "import.column=干什么\n");
}
END_TEST

START_TEST(an_offices_own_synonym)
{
    OK(tl_synonym_add(t.book, "干什么", "title"));
    tl_import_options options = options_for("no,干什么\n51,修路\n");
    OK(tl_import(t.book, &options, NULL));
    ck_assert_str_eq(titles(), "51修路");
}
END_TEST

START_TEST(a_units_name_may_look_like_several)
{
    add_unit("jt", "教育局、体育局");
    tl_import_options options = options_for("no,title,lead,support\n51,修路,教育局、体育局,南街道、North Office\n");
    OK(tl_import(t.book, &options, &counted));
    ck_assert_str_eq(
        book_text(t.book, "SELECT group_concat(role || ' ' || code, '|') FROM (SELECT a.role, u.code FROM assignment a JOIN unit u ON u.id = a.unit "
                          "JOIN item i ON i.id = a.item WHERE i.no = '51' ORDER BY role, code)"),
        "lead jt|support north|support south");
}
END_TEST

START_TEST(units_are_added_when_asked_for)
{
    tl_import_options options = options_for("no,title,lead\n51,修路,建设局\n");
    REFUSED(tl_import(t.book, &options, &counted), TL_EINVAL, "");
    ck_assert_int_eq(counted.errors, 1);
    ck_assert_int_eq(counted.refused, 1);
    options.create_units = 1;
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.units, 1);
    ck_assert_str_eq(book_text(t.book, "SELECT name FROM unit WHERE code = '建设局'"), "建设局");
}
END_TEST

START_TEST(rows_tell_where_they_came_from)
{
    OK(again("no,title,lead\n51,修路,north\n", NULL));
    ck_assert_str_eq(book_text(t.book, "SELECT group_concat(action || ' ' || \"row\", '|') FROM (SELECT * FROM import_row WHERE file LIKE '%in.csv' "
                                       "AND length(sha256) = 64 ORDER BY seq)"),
        "register 2|assign 2");
}
END_TEST

START_TEST(a_reader_in_place_of_a_file)
{
    tl_import_options options = options_for(NULL);
    options.read = read_text;
    options.read_arg = &h;
    h.text = "no,title\n51,修路\n";
    OK(tl_import(t.book, &options, &counted));
    ck_assert_str_eq(titles(), "51修路");
    h.text = "no,title\n52,修路\n";
    h.broken = 1;
    REFUSED(tl_import(t.book, &options, &counted), TL_ESTOP, "");
    options.read = read_too_much;
    REFUSED(tl_import(t.book, &options, &counted), TL_EMISUSE, "");
}
END_TEST

/* Asks for what is not there, and leaves the handle with that failure. */
static int fail_within(const tl_import_row *row, void *arg)
{
    tl_item *item;
    (void)arg;
    ck_assert_int_eq(tl_item_get(t.book, row->item + 1000, &item), TL_ENOTFOUND);
    return 0;
}

START_TEST(a_callback_that_failed)
{
    static char rows[100000] = "<row><c t=\"inlineStr\"><is><t>title</t></is></c></row>";
    for (int i = 0; i < 1000; i++)
        strcat(rows, "<row><c t=\"inlineStr\"><is><t>修路</t></is></c></row>");
    tl_import_options options = options_for(NULL);
    options.path = write_workbook("in.xlsx", rows, NULL, NULL, NULL);
    options.on_row = fail_within;
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.added, 1000);
}
END_TEST

START_TEST(a_dry_run_stores_nothing)
{
    tl_import_options options = options_for("no,title,lead,金额\n51,修路,建设局,12\n");
    int64_t before = entries();
    options.dry_run = options.create_units = 1;
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.items, 1);
    ck_assert_int_eq(entries(), before);
}
END_TEST

static int stop(void *arg)
{
    return ++*(int *)arg > 20;
}

START_TEST(whoever_is_told_can_stop)
{
    tl_import_options options = options_for("no,title\n51,修路\n52,架桥\n");
    h.stop_at_column = 2;
    REFUSED(tl_import(t.book, &options, &counted), TL_ESTOP, "");
    h.stop_at_column = 0;
    h.stop_at_row = 3;
    REFUSED(tl_import(t.book, &options, &counted), TL_ESTOP, "");
    ck_assert_str_eq(titles(), "");
}
END_TEST

START_TEST(the_books_progress_can_stop)
{
    char *csv = malloc(40000);
    int calls = 0;
    strcpy(csv, "no,title,lead\n");
    for (int i = 100; i < 1000; i++)
        snprintf(csv + strlen(csv), 40, "%d,修路,north\n", i);
    tl_close(t.book);
    tl_open_options opening = options_of(0);
    opening.progress = stop;
    opening.progress_arg = &calls;
    OK(tl_open(t.path, &opening, &t.book));
    calls = 0;
    tl_import_options options = options_for(csv);
    ck_assert_int_eq(tl_import(t.book, &options, &counted), TL_ESTOP);
    reopen(0);
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE no = '100'"), 0);
    verify_clean();
    free(csv);
}
END_TEST

START_TEST(refusals_of_the_call)
{
    tl_import_options options = options_for("no,title\n51,修路\n");
    options.ledger = 99;
    REFUSED(tl_import(t.book, &options, NULL), TL_ENOTFOUND, "");
    options.ledger = t.checklist;
    options.format = "doc";
    REFUSED(tl_import(t.book, &options, NULL), TL_EINVAL, NULL);
    options.format = NULL;
    options.path = NULL;
    REFUSED(tl_import(t.book, &options, NULL), TL_EMISUSE, "");
    options.path = in_folder("none.csv");
    REFUSED(tl_import(t.book, &options, NULL), TL_ENOTFOUND, "");
    REFUSED(tl_import(t.book, NULL, NULL), TL_EMISUSE, "");
}
END_TEST

Suite *import_table_suite(void)
{
    Suite *suite = suite_create("import_table");
    ADD_TESTS(suite, setup_small, 30, a_map_goes_before_the_headings, a_map_that_is_wrong, unknown_columns_are_refused_by_choice, an_offices_own_synonym,
        a_units_name_may_look_like_several, units_are_added_when_asked_for, a_callback_that_failed, rows_tell_where_they_came_from, a_reader_in_place_of_a_file,
        a_dry_run_stores_nothing, whoever_is_told_can_stop, the_books_progress_can_stop, refusals_of_the_call);
    return suite;
}
