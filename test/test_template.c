/* test_template.c - the ready-made kinds of ledger: what they are, what a ledger of each starts with, and that its fields hold. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static const struct {
    const char *name, *workflow, *policy, *fields; /* policy: what is another than the workflow's; a required field has a * */
} kinds[] = {
    { "checklist", "simple", "", "" },
    { "counters", "counting", "", "measure*,target,qualifier,denominator" },
    { "dossiers", "supervised", "", "leader,instructed_on,instruction,secrecy" },
    { "hazards", "supervised", "extensions=1 report_days=7", "inspected_on*,location*,hazard_level*,rechecked_on,recheck_result" },
    { "measures", "standard", "", "group" },
    { "pairs", "simple", "", "since,until" },
    { "problems", "standard", "", "found_by,found_on" },
    { "programme", "standard", "report_days=90", "plan" },
    { "recommendations", "simple", "", "proposer,category,reply,adopted" },
    { "rectification", "supervised", "all_sign=1 report_days=30", "feedback_source*,round,finding*,target,class*,result,checked_by,opinion" },
    { "recurring", "simple", "", "" },
    { "tasks", "standard", "", "" },
    { "watch", "standard", "", "person,sign" },
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* The policies of the ledger that are others than a ledger of its workflow without a template starts with: name=content, with blanks between. */
static const char *policy_of(const char *code)
{
    char sql[500];
    snprintf(sql, sizeof sql,
        "SELECT group_concat(p.name || '=' || p.content, ' ') FROM (SELECT p.* FROM ledger_policy p JOIN ledger l ON l.id = p.ledger "
        "WHERE l.code = '%s' AND p.name <> 'title' ORDER BY p.name) p JOIN ledger g ON g.id = p.ledger JOIN ledger b ON b.code = 'bare-' || g.workflow "
        "JOIN ledger_policy q ON q.ledger = b.id AND q.name = p.name WHERE q.content IS NOT p.content",
        code);
    return book_text(t.book, sql);
}

static const char *fields_of(const char *code)
{
    char sql[300];
    snprintf(sql, sizeof sql,
        "SELECT group_concat(code, ',') FROM (SELECT f.code || iif(f.required, '*', '') AS code FROM field f JOIN ledger l ON l.id = f.ledger "
        "WHERE l.code = '%s' ORDER BY f.rank)",
        code);
    return book_text(t.book, sql);
}

static void add(const char *code, const char *template_name, const char *workflow)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = code;
    spec.title = "x";
    spec.template_name = template_name;
    spec.workflow = workflow;
    OK(tl_ledger_add(t.book, &spec, NULL));
}

static void add_bare_ones(void)
{
    add("bare-simple", NULL, "simple");
    add("bare-standard", NULL, "standard");
    add("bare-supervised", NULL, "supervised");
    add("bare-counting", NULL, "counting");
}

START_TEST(a_ledger_of_each)
{
    tl_cursor *cursor;
    add_bare_ones();
    OK(tl_templates(t.book, &cursor));
    ck_assert_int_eq(count_rows(cursor), KINDS);
    for (size_t i = 0; i < KINDS; i++) {
        char code[40], sql[120];
        snprintf(code, sizeof code, "l-%s", kinds[i].name);
        snprintf(sql, sizeof sql, "SELECT template || ' ' || workflow FROM ledger WHERE code = '%s'", code);
        add(code, kinds[i].name, NULL);
        const char *made = book_text(t.book, sql), *blank = strchr(made, ' ');
        ck_assert_ptr_nonnull(blank);
        ck_assert_int_eq(strncmp(made, kinds[i].name, strlen(kinds[i].name)), 0);
        ck_assert_str_eq(blank + 1, kinds[i].workflow);
        ck_assert_msg(strcmp(policy_of(code), kinds[i].policy) == 0, "%s starts with %s", kinds[i].name, policy_of(code));
        ck_assert_msg(strcmp(fields_of(code), kinds[i].fields) == 0, "%s has the fields %s", kinds[i].name, fields_of(code));
    }
    verify_clean();
}
END_TEST

/* With another workflow the fields stay; what the template sets may have no room there, so the workflow decides. */
START_TEST(with_another_workflow)
{
    add_bare_ones();
    for (size_t i = 0; i < KINDS; i++) {
        const char *other = strcmp(kinds[i].workflow, "simple") == 0 ? "standard" : "simple";
        char code[40];
        snprintf(code, sizeof code, "o-%s", kinds[i].name);
        add(code, kinds[i].name, other);
        ck_assert_str_eq(policy_of(code), "");
        ck_assert_str_eq(fields_of(code), kinds[i].fields);
    }
    verify_clean();
}
END_TEST

START_TEST(read)
{
    tl_cursor *cursor;
    OK(tl_templates(t.book, &cursor));
    ck_assert_str_eq(
        rows_of(cursor, "name"), "checklist|counters|dossiers|hazards|measures|pairs|problems|programme|recommendations|rectification|recurring|tasks|watch");
    OK(tl_templates(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "field_count"), "0|4|4|5|1|2|2|1|4|8|0|0|2");
    OK(tl_templates(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "policy"), "|||extensions=1 report_days=7||||report_days=90||all_sign=1 report_days=30|||");
    OK(tl_set_lang(t.book, "zh"));
    OK(tl_templates(t.book, &cursor));
    ck_assert_str_eq(
        rows_of(cursor, "title"), "事项清单|工作计数|批示档案|隐患台账|措施清单|帮带结对|问题清单|行动方案|意见建议|整改台账|周期任务|任务台账|风险预警");
    OK(tl_template_fields(t.book, "hazards", &cursor));
    ck_assert_str_eq(rows_of(cursor, "title"), "检查时间|地点|隐患等级|复查时间|复查结果");
    OK(tl_template_fields(t.book, "hazards", &cursor));
    ck_assert_str_eq(rows_of(cursor, "type"), "date|text|choice|date|choice");
    OK(tl_template_fields(t.book, "hazards", &cursor));
    ck_assert_str_eq(rows_of(cursor, "required"), "1|1|1|0|0");
    OK(tl_template_fields(t.book, "tasks", &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
    ck_assert_int_eq(tl_template_fields(t.book, "hazrds", &cursor), TL_ENOTFOUND);
    expect_words("没有模板“hazrds”；最接近的是“hazards”（隐患台账）");
    ck_assert_ptr_null(cursor);
    ck_assert_int_eq(tl_template_fields(t.book, NULL, &cursor), TL_EMISUSE);
}
END_TEST

/* The headings of domain.md, section 7, behind those of the task ledger: as the table of such a ledger has them. */
START_TEST(the_tables_people_expect)
{
    static const struct {
        const char *name, *headings;
    } tables[] = {
        { "rectification", "反馈来源|轮次|问题|整改目标|整改类型|整改结果|核查人|核查意见|" },
        { "hazards", "检查时间|地点|隐患等级|复查时间|复查结果|" },
        { "dossiers", "批示领导|批示时间|批示内容|密级|" },
    };
    OK(tl_set_lang(t.book, "zh"));
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char code[40], headings[400] = "";
        int64_t ledger = 0;
        tl_cursor *cursor;
        snprintf(code, sizeof code, "l-%s", tables[i].name);
        add(code, tables[i].name, NULL);
        OK(tl_ledger_find(t.book, code, &ledger));
        OK(tl_table(t.book, ledger, &cursor));
        for (int column = 22; column < tl_column_count(cursor); column++) {
            strncat(headings, tl_column_label(cursor, column), sizeof headings - strlen(headings) - 1);
            strncat(headings, "|", sizeof headings - strlen(headings) - 1);
        }
        ck_assert_str_eq(tl_column_label(cursor, 11), "完成时限");
        tl_cursor_close(cursor);
        ck_assert_str_eq(headings, tables[i].headings);
    }
}
END_TEST

/* A template's fields are such as add_field would take, too. */
START_TEST(fields_are_well_formed)
{
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM template_field"), 33);
    ck_assert_str_eq(book_text(t.book, "SELECT template || '.' || code FROM template_field WHERE code IN (SELECT name FROM label WHERE kind = 'column') "
                                       "OR code GLOB '*[^a-z0-9_]*' OR code NOT GLOB '[a-z]*' OR (type = 'choice') <> (choices IS NOT NULL) "
                                       "OR type NOT IN ('text', 'integer', 'number', 'date', 'choice', 'unit') OR ',' || choices || ',' GLOB '*,[ ,]*'"),
        "");
    ck_assert_str_eq(book_text(t.book, "SELECT template || '.' || code FROM template_field GROUP BY template, code HAVING count(*) > 1"), "");
    ck_assert_str_eq(book_text(t.book, "SELECT t.template || '.' || t.name FROM template_policy t LEFT JOIN policy p ON p.name = t.name "
                                       "WHERE p.name IS NULL OR t.content NOT BETWEEN p.low AND p.high"),
        "");
}
END_TEST

static const struct {
    const char *template_name, *field, *good, *bad, *takes;
} contents[] = {
    { "rectification", "class", "分阶段", "分阶段,持续", "; it takes one of 立行立改,分阶段,持续" },
    { "rectification", "result", "已完成", "完成", "; it takes one of 已完成," },
    { "hazards", "inspected_on", "2024-02-29", "2023-02-29", "(inspected_on: '2023-02-29'); it takes a day: 2023-06-30" },
    { "hazards", "hazard_level", "一般", "较", "one of 重大,较大,一般,低" },
    { "recommendations", "adopted", "部分采纳", "采纳了", "one of 采纳," },
    { "problems", "found_on", "2023-01-05", "2023/13/5", "a day" },
    { "pairs", "until", "2023-12-31", "年底", "a day" },
    { "counters", "measure", "人次", "公斤", "one of 次,项" },
    { "counters", "target", "46", "46次", "(target: '46次'); it takes a whole number: 12" },
    { "counters", "qualifier", "余", "约", "one of 余,多,近" },
    { "dossiers", "secrecy", "内部", "内", "one of 公开,内部" },
};

START_TEST(contents_fit)
{
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
        char code[40];
        int64_t ledger = 0;
        snprintf(code, sizeof code, "l%zu", i);
        add(code, contents[i].template_name, NULL);
        OK(tl_ledger_find(t.book, code, &ledger));
        int64_t item = add_item(ledger, "x", "2023-06-30", 0);
        tl_value_spec set = { contents[i].field, contents[i].bad };
        tl_posting posting = TL_POSTING_INIT;
        posting.item = item;
        posting.action = "amend";
        posting.set = &set;
        posting.set_count = 1;
        REFUSED(tl_post(t.book, &posting, NULL), TL_EINVAL, "value.type");
        expect_words(contents[i].takes);
        set.content = contents[i].good;
        OK(tl_post(t.book, &posting, NULL));
    }
    /* As people write it: a unit by its name, a day in words, figures of full width. */
    static const struct {
        const char *code, *type, *written, *kept;
    } wide[] = { { "people", "integer", "１２０", "120" }, { "cost", "number", "－４．５", "-4.5" }, { "found", "date", "２０２３年6月1日", "2023-06-01" },
        { "helper", "unit", "North Office", "north" } };
    int64_t item = add_item(t.tasks, "y", "2023-06-30", 0);
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        tl_value_spec set = { wide[i].code, wide[i].written };
        tl_posting posting = TL_POSTING_INIT;
        const tl_field_spec field = { .size = sizeof field, .code = wide[i].code, .title = wide[i].code, .type = wide[i].type };
        OK(tl_field_add(t.book, t.tasks, &field));
        posting.item = item;
        posting.action = "amend";
        posting.set = &set;
        posting.set_count = 1;
        OK(tl_post(t.book, &posting, NULL));
        ck_assert_str_eq(book_text(t.book, "SELECT value FROM value WHERE entry = (SELECT max(seq) FROM entry)"), wide[i].kept);
    }
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM value"), (int64_t)(sizeof contents / sizeof contents[0] + sizeof wide / sizeof wide[0]));
    verify_clean();
}
END_TEST

Suite *template_suite(void)
{
    Suite *suite = suite_create("template");
    ADD_TESTS(suite, setup_small, 30, a_ledger_of_each, with_another_workflow, read, the_tables_people_expect, fields_are_well_formed, contents_fit);
    return suite;
}
