/* test_import_again.c - tl_import: tables that say something of items that are there already, and parts of them. */
#include "importing.h"
#include "suite.h"

#include <stdio.h>

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

START_TEST(a_long_file_name_is_a_reason)
{
    char name[300];
    OK(again("no,title\n51,修路\n", NULL));
    tl_import_options options = options_for(NULL);
    snprintf(name, sizeof name, "a%.*s.csv", 240,
        "很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名很长的文件名"
        "很长的文件名很长的文件名");
    options.path = write_file(name, "no,title\n51,修大路\n");
    options.on_conflict = "update";
    OK(tl_import(t.book, &options, NULL));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'amend' AND note LIKE 'a很长的文件名%… 2'"), 1);
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

/* Rows of progress for an item that takes reports: how many reports there are then, and the last one. */
static void reported(const char *cells, int64_t reports, const char *last)
{
    char csv[1000];
    snprintf(csv, sizeof csv, "编号,工作任务,进展情况,完成比例\n1,mend the bridge,%s\n", cells);
    tl_import_options options = options_for(csv);
    options.ledger = t.tasks;
    options.on_conflict = "update";
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'report'"), reports);
    ck_assert_str_eq(book_text(t.book, "SELECT coalesce(percent, '-') || '|' || note FROM entry WHERE action = 'report' ORDER BY seq DESC LIMIT 1"), last);
}

static int write_to(const void *text, size_t count, void *arg)
{
    return fwrite(text, 1, count, arg) != count;
}

/* Exports the checklist, and brings it in again: nothing is other, in however many rows. */
static void comes_back(const char *format, int64_t rows)
{
    char name[40];
    tl_export_options to = TL_EXPORT_OPTIONS_INIT;
    snprintf(name, sizeof name, "out.%s", format);
    FILE *file = fopen(in_folder(name), "wb");
    to.format = format;
    to.ledger = t.checklist;
    to.write = write_to;
    to.arg = file;
    OK(tl_export(t.book, &to));
    fclose(file);
    int64_t before = entries();
    tl_import_options options = options_for(NULL);
    options.path = in_folder(name);
    options.on_conflict = "update";
    OK(tl_import(t.book, &options, &counted));
    ck_assert_int_eq(counted.unchanged, rows);
    ck_assert_int_eq(counted.rows, rows);
    ck_assert_int_eq(counted.fields, 0);
    ck_assert_int_eq(entries(), before);
}

START_TEST(what_the_book_writes_changes_nothing)
{
    OK(again("no,title,lead,support,contact,due,进展情况,金额\n51,修路,north,south,张三,6月底前,开工,12\n52,架桥,,,,,,\n", NULL));
    int64_t item = book_int(t.book, "SELECT id FROM item WHERE no = '51'");
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.checklist;
    spec.no = "51.1";
    spec.title = " 勘测\xE3\x80\x80";
    spec.detail = "  一\n 二\n";
    spec.source = "\t要点 ";
    spec.parent = item;
    OK(tl_item_add(t.book, &spec, NULL));
    comes_back("json", 4);
    comes_back("csv", 4);
    OK(tl_post(
        t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = item, .action = "report", .unit = t.north, .percent = "60", .note = " 快了 " }, NULL));
    comes_back("json", 4);
    comes_back("csv", 4);
}
END_TEST

START_TEST(percentages_with_words)
{
    OK(tl_dispatch(t.book, t.item, "2023-06-30"));
    OK(tl_acknowledge(t.book, t.item, t.north));
    int64_t before = book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'report'");
    reported("快完工,80%（滞后）", before + 1, "80|快完工\n完成比例：80%（滞后）");
    reported("快完工,80%（滞后）\n", before + 1, "80|快完工\n完成比例：80%（滞后）");
    reported("快完工,130%", before + 2, "100|快完工\n完成比例：130%");
    reported("快完工,130%\n", before + 2, "100|快完工\n完成比例：130%");
    reported("快完工,85", before + 3, "85|快完工");
    reported("快完工,85.0 %\n", before + 3, "85|快完工");
    reported("快完工,90", before + 4, "90|快完工");
    reported("快完工,", before + 4, "90|快完工");
}
END_TEST

START_TEST(figures_that_are_no_percentages)
{
    static const char *const cells[] = { "3/5", "80万", "5%0", "1.2.3", "80%%", "３／５", "5." };
    char wanted[100];
    OK(tl_dispatch(t.book, t.item, "2023-06-30"));
    OK(tl_acknowledge(t.book, t.item, t.north));
    int64_t before = book_int(t.book, "SELECT count(*) FROM entry WHERE action = 'report'");
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        char row[100];
        snprintf(row, sizeof row, ",%s", cells[i]);
        snprintf(wanted, sizeof wanted, "-|完成比例：%s", cells[i]);
        reported(row, ++before, wanted);
        ck_assert_str_eq(h.notes, "import.percent=完成比例\n");
    }
    reported(",按计划", ++before, "-|完成比例：按计划");
    ck_assert_str_eq(h.notes, "");
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

Suite *import_again_suite(void)
{
    Suite *suite = suite_create("import_again");
    ADD_TESTS(suite, setup_small, 30, parts_have_what_their_rows_say, parts_of_a_workbook, a_changed_part_is_an_update, parts_are_known_by_their_titles,
        rows_of_a_section_are_known_by_their_titles, another_person_in_the_lead_unit, a_long_file_name_is_a_reason, the_same_file_again, a_changed_file_again,
        a_sheet_is_known_by_its_place, what_is_there_already, without_numbers_by_title, a_number_twice_in_one_table,
        progress_is_reported_where_an_item_takes_it, percentages_with_words, what_the_book_writes_changes_nothing, figures_that_are_no_percentages);
    return suite;
}
