/* test_import_table.c - tl_import: what callers say of a table and are told, what is there already, and where rows came from. What tables look like
 * is shown by test/tables.sh. */
#include "fixture.h"
#include "suite.h"
#include "tabular.h"

#include <stdio.h>

typedef struct heard {
    char columns[2000], rows[2000], notes[4000];
    int stop_at_row, stop_at_column;
    const char *text; /* for read */
    int broken;
} heard;
static heard h;
static tl_import_result counted;

static void add_line(char *to, size_t room, const char *one, const char *other)
{
    size_t at = strlen(to);
    snprintf(to + at, room - at, "%s=%s\n", one, other);
}

static int hear_column(const tl_import_column *column, void *arg)
{
    heard *into = arg;
    ck_assert_uint_eq(column->size, sizeof *column);
    add_line(into->columns, sizeof into->columns, column->heading, column->name);
    return into->stop_at_column == column->number;
}

static int hear_row(const tl_import_row *row, void *arg)
{
    heard *into = arg;
    tl_item *item = NULL;
    if (row->item != 0)
        ck_assert_int_eq(tl_item_get(t.book, row->item, &item), TL_OK); /* the handle may be read */
    add_line(into->rows, sizeof into->rows, row->outcome, item == NULL ? "" : item->ref);
    tl_free(item);
    return into->stop_at_row == row->row;
}

static int hear_finding(const tl_finding *finding, void *arg)
{
    heard *into = arg;
    add_line(into->notes, sizeof into->notes, finding->rule, finding->column == NULL ? "" : finding->column);
    return 0;
}

static int read_text(void *buffer, size_t room, size_t *count, void *arg)
{
    heard *into = arg;
    *count = strlen(into->text) < room ? strlen(into->text) : room;
    memcpy(buffer, into->text, *count);
    into->text += *count;
    return into->broken;
}

static tl_import_options options_for(const char *csv)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    memset(&h, 0, sizeof h);
    options.path = csv == NULL ? NULL : write_file("in.csv", csv);
    options.ledger = t.checklist;
    options.on_column = hear_column;
    options.on_row = hear_row;
    options.on_finding = hear_finding;
    options.arg = &h;
    counted = (tl_import_result)TL_IMPORT_RESULT_INIT;
    return options;
}

static const char *titles(void)
{
    return book_text(t.book,
        "SELECT group_concat(no || title, '|') FROM (SELECT no, i.title AS title FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = 'list' "
        "AND no > '50' ORDER BY no)");
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

static int again(const char *csv, const char *how)
{
    tl_import_options options = options_for(csv);
    options.on_conflict = how;
    return tl_import(t.book, &options, &counted);
}

/* The parts of items 50 to 59: number, due date, lead, its officer, and the comments. */
static const char *parts(void)
{
    return book_text(t.book,
        "SELECT group_concat(no || ' ' || coalesce(due, '-') || ' ' || coalesce((SELECT code FROM unit u WHERE u.id = i.lead), '-') || ' ' || "
        "coalesce((SELECT officer FROM assignment a WHERE a.item = i.id AND a.unit = i.lead AND ended_at IS NULL), '-') || ' ' || "
        "coalesce((SELECT group_concat(note, '/') FROM entry e WHERE e.item = i.id AND action = 'comment'), '-'), '|') "
        "FROM (SELECT * FROM item WHERE no GLOB '5?.*' ORDER BY no) i");
}

START_TEST(parts_have_what_their_rows_say)
{
    static const char table[] = "编号,工作任务,二级任务,牵头单位,完成时限,进展情况\n51,修路,勘测,north,2023-05-01,\n,,施工,%s,2023-09-0%d,%s\n";
    char csv[400];
    snprintf(csv, sizeof csv, table, "south", 1, "备料");
    OK(again(csv, NULL));
    ck_assert_str_eq(parts(), "51.1 - - - -|51.2 2023-09-01 south - 进展情况：备料");
    snprintf(csv, sizeof csv, table, "east", 2, "备料");
    OK(again(csv, "update"));
    ck_assert_str_eq(parts(), "51.1 - - - -|51.2 2023-09-02 east - 进展情况：备料");
    ck_assert_str_eq(h.rows, "unchanged=list/51\nupdated=list/51\n");
    verify_clean();
}
END_TEST

/* A workbook of rows of texts, "a|b|c". */
static const char *workbook(const char *const *rows, size_t count)
{
    static char xml[10000];
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at += (size_t)snprintf(xml + at, sizeof xml - at, "<row>");
        for (const char *cell = rows[i]; cell != NULL; cell = strchr(cell, '|') == NULL ? NULL : strchr(cell, '|') + 1)
            at += (size_t)snprintf(xml + at, sizeof xml - at, "<c t=\"inlineStr\"><is><t>%.*s</t></is></c>", (int)strcspn(cell, "|"), cell);
        at += (size_t)snprintf(xml + at, sizeof xml - at, "</row>");
    }
    return write_workbook("in.xlsx", xml, NULL, NULL, NULL);
}

START_TEST(parts_of_a_workbook)
{
    static const char *const measures[] = { "编号|工作任务|具体措施|牵头单位", "51|修路||north", "||勘测|south" };
    static const char *const levels[] = { "编号|工作任务|二级任务|牵头单位", "52|修路||north", "||施工|south" };
    tl_import_options options = options_for(NULL);
    options.path = workbook(measures, 3);
    OK(tl_import(t.book, &options, NULL));
    ck_assert_str_eq(parts(), "51.1 - south - -");
    options.path = workbook(levels, 3);
    options.on_conflict = "update";
    OK(tl_import(t.book, &options, NULL));
    ck_assert_str_eq(parts(), "51.1 - south - -|52.1 - south - -");
}
END_TEST

START_TEST(a_changed_part_is_an_update)
{
    OK(again("编号,工作任务,任务分解\n51,修路,5月：勘测\n", NULL));
    OK(again("编号,工作任务,任务分解\n51,修路,6月：勘测\n", "update"));
    ck_assert_str_eq(h.rows, "updated=list/51\n");
    ck_assert_int_eq(counted.updated, 1);
    ck_assert_str_eq(parts(), "51.1 2023-06-30 - - -");
}
END_TEST

START_TEST(parts_are_known_by_their_titles)
{
    OK(again("编号,工作任务,任务分解\n51,修路,勘测\n,,6月：施工\n,,7月：施工\n", NULL));
    ck_assert_str_eq(parts(), "51.1 - - - -|51.2 2023-06-30 - - -|51.3 2023-07-31 - - -");
    OK(again("编号,工作任务,任务分解\n51,修路,6月：施工\n,,5月：拆迁\n,,8月：施工\n,,勘测\n", "update"));
    ck_assert_str_eq(parts(), "51.1 - - - -|51.2 2023-06-30 - - -|51.3 2023-08-31 - - -|51.4 2023-05-31 - - -");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'amend'"), 1);
}
END_TEST

START_TEST(rows_of_a_section_are_known_by_their_titles)
{
    OK(again("编号,工作任务,时限\n五十、道路,,\n,勘测,\n,施工,2023-06-30\n", NULL));
    OK(again("编号,工作任务,时限\n五十、道路,,\n,拆迁,\n,勘测,\n,施工,2023-07-31\n", "update"));
    ck_assert_str_eq(parts(), "50.1 - - - -|50.2 2023-07-31 - - -|50.3 - - - -");
}
END_TEST

START_TEST(another_person_in_the_lead_unit)
{
    static const char by[] = "SELECT group_concat(coalesce(officer, '-'), '|') FROM (SELECT * FROM assignment a JOIN item i ON i.id = a.item WHERE i.no = '51' "
                             "AND a.ended_at IS NULL ORDER BY a.role)";
    OK(again("编号,工作任务,牵头单位,配合单位,联系人\n51,修路,north,south,张三\n", NULL));
    REFUSED(again("编号,工作任务,牵头单位,配合单位,联系人\n51,修路,north,south,李四\n", NULL), TL_EEXISTS, "");
    expect_words("contact is '张三' there, '李四' here");
    OK(again("编号,工作任务,牵头单位,配合单位,联系人\n51,修路,north,south,李四\n", "update"));
    ck_assert_str_eq(book_text(t.book, by), "李四|-");
    int64_t before = entries();
    OK(again("编号,工作任务,牵头单位,配合单位\n51,修路,north,south\n", "update"));
    ck_assert_int_eq(entries(), before);
    OK(again("编号,工作任务,牵头单位,配合单位,联系人\n51,修路,north,south,\n", "update"));
    ck_assert_str_eq(book_text(t.book, by), "-|-");
    verify_clean();
}
END_TEST

START_TEST(the_same_file_again)
{
    static const char csv[] = "no,title,lead,进展情况\n51,修路,north,开工\n52,架桥,south,\n";
    OK(again(csv, NULL));
    OK(again(csv, "update")); /* what was kept in words is no news, though the item takes a report now */
    ck_assert_str_eq(h.rows, "unchanged=list/51\nunchanged=list/52\n");
    int64_t item = book_int(t.book, "SELECT id FROM item WHERE no = '51'"), before;
    tl_value_spec title = { "title", "修大路" };
    const tl_posting posting = { .size = sizeof posting, .item = item, .action = "amend", .set = &title, .set_count = 1 };
    for (int i = 0; i < 2; i++) {
        OK(tl_post(t.book, &posting, NULL));
        before = entries();
        OK(again(csv, NULL));
        ck_assert_str_eq(h.rows, "skipped=list/51\nunchanged=list/52\n");
        ck_assert_str_eq(h.notes, "import.changed=\n");
        ck_assert_int_eq(entries(), before);
        OK(again(csv, "update"));
        ck_assert_str_eq(h.rows, "updated=list/51\nunchanged=list/52\n");
        ck_assert_str_eq(titles(), "51修路|52架桥");
    }
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM import_row WHERE action = 'amend' AND \"row\" = 2"), 2);
}
END_TEST

START_TEST(a_changed_file_again)
{
    static const char csv[] = "title,due\n修路,2023-06-30\n架桥,\n架桥,2023-07-31\n";
    OK(again("title,due\n修路,2023-06-30\n架桥,\n架桥,2023-07-01\n", NULL));
    OK(again(csv, "update"));
    ck_assert_int_eq(counted.updated, 1);
    int64_t before = entries();
    OK(again(csv, "update"));
    OK(again(csv, NULL));
    ck_assert_int_eq(counted.unchanged, 3);
    ck_assert_int_eq(entries(), before);
}
END_TEST

START_TEST(a_sheet_is_known_by_its_place)
{
    static const char table[] = "{\"a很长的一个工作表名称需要二十多个汉字才能写完整这里是一\":[{\"no\":\"51\",\"title\":\"修路\"}],"
                                "\"a很长的一个工作表名称需要二十多个汉字才能写完整这里是二\":[{\"no\":\"52\",\"title\":\"架桥\"}]}";
    tl_import_options options = options_for(table);
    options.sheet = "a很长的一个工作表名称需要二十多个汉字才能写完整这里是一";
    OK(tl_import(t.book, &options, &counted));
    options.sheet = "a很长的一个工作表名称需要二十多个汉字才能写完整这里是二";
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.added, 1);
    ck_assert_str_eq(titles(), "51修路|52架桥");
    int64_t before = entries();
    options.sheet = "2";
    OK(tl_import(t.book, &options, &counted));
    options.sheet = NULL;
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(entries(), before);
    ck_assert_str_eq(book_text(t.book, "SELECT group_concat(substr(request, instr(substr(request, 8), ':') + 72), '|') FROM (SELECT * FROM entry "
                                       "WHERE action = 'import' ORDER BY seq)"),
        "|/2");
}
END_TEST

START_TEST(what_is_there_already)
{
    static const char first[] = "no,title,lead,due,detail\n51,修路,north,2023-06-30,一\n52,架桥,south,6月底前,二\n";
    static const char edited[] = "no,title,lead,due,detail\n51,修大路,south,2023-07-31,\n52,架桥,south,6月底前,二\n53,植树,,,\n";
    OK(again(first, NULL));
    int64_t before = entries();
    OK(again(first, NULL));
    ck_assert_int_eq(counted.unchanged, 2);
    ck_assert_int_eq(entries(), before);
    REFUSED(again(edited, NULL), TL_EEXISTS, "");
    ck_assert_str_eq(h.notes, "item.no_taken=no\n");
    OK(again(edited, "skip"));
    ck_assert_str_eq(h.rows, "skipped=list/51\nunchanged=list/52\nadded=list/53\n");
    before = entries();
    OK(again("no,title,lead,due,detail\n51,修大路,south,2023-07-31,\n", "update"));
    ck_assert_int_eq(counted.updated, 1);
    ck_assert_str_eq(titles(), "51修大路|52架桥|53植树");
    ck_assert_str_eq(
        book_text(t.book, "SELECT group_concat(coalesce(field || ':' || coalesce(old, '') || '>' || coalesce(new, ''), action), '|') FROM (SELECT * FROM entry "
                          "WHERE seq > 0 ORDER BY seq DESC LIMIT 6)"),
        "assign|unassign|due:2023-06-30>2023-07-31|detail:一>|title:修路>修大路|import");
    ck_assert_int_eq(entries(), before + 6);
    REFUSED(again(first, "replace"), TL_EINVAL, "");
    verify_clean();
}
END_TEST

START_TEST(without_numbers_by_title)
{
    OK(again("title,due\n修路,2023-06-30\n", NULL));
    OK(again("title,due\n修路,2023-07-31\n架桥,\n", "update"));
    ck_assert_str_eq(h.rows, "updated=list/2\nadded=list/3\n");
    OK(again("title,due\n架桥,2023-08-01\n架桥,2023-08-02\n修路,2023-07-31\n", "update"));
    ck_assert_str_eq(h.rows, "updated=list/3\nadded=list/4\nunchanged=list/2\n");
    OK(again("title,due\n架桥,2023-08-01\n架桥,2023-08-03\n", "update"));
    ck_assert_str_eq(h.rows, "unchanged=list/3\nupdated=list/4\n");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item WHERE title = '架桥'"), 2);
}
END_TEST

START_TEST(a_number_twice_in_one_table)
{
    REFUSED(again("no,title\n51,修路\n51,架桥\n", "update"), TL_EEXISTS, "");
    expect_words("list/51 stands in a row above already");
}
END_TEST

START_TEST(progress_is_reported_where_an_item_takes_it)
{
    OK(again("no,title,lead\n51,修路,north\n", NULL));
    tl_import_options options = options_for("编号,工作任务,牵头单位,进展情况,完成比例,备注\n1,mend the bridge,north,快完工,120%（超前）,很好\n");
    OK(tl_dispatch(t.book, t.item, "2023-06-30"));
    OK(tl_acknowledge(t.book, t.item, t.north));
    options.ledger = t.tasks;
    options.on_conflict = "update";
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.updated, 1);
    ck_assert_str_eq(book_text(t.book, "SELECT percent || '|' || value || '|' || note FROM entry WHERE action = 'report' ORDER BY seq DESC LIMIT 1"),
        "100|120|快完工\n完成比例：120%（超前）");
    ck_assert_str_eq(book_text(t.book, "SELECT note FROM entry WHERE action = 'comment' ORDER BY seq DESC LIMIT 1"), "很好");
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
        units_are_added_when_asked_for, parts_have_what_their_rows_say, parts_of_a_workbook, a_changed_part_is_an_update, another_person_in_the_lead_unit,
        the_same_file_again, a_changed_file_again, parts_are_known_by_their_titles, rows_of_a_section_are_known_by_their_titles, a_sheet_is_known_by_its_place,
        what_is_there_already, without_numbers_by_title, a_number_twice_in_one_table, progress_is_reported_where_an_item_takes_it,
        rows_tell_where_they_came_from, a_reader_in_place_of_a_file, a_dry_run_stores_nothing, whoever_is_told_can_stop, the_books_progress_can_stop,
        refusals_of_the_call);
    return suite;
}
