/* test_datum.c - the one table: the dictionary, values filled in once and corrected, the forms that show them, catalogues. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* A community with a catalogue: the ledger checklist, edition 2023; people and grade are listed there, people in tasks, too. */
static int64_t village;

static void add_datum(const char *code, const char *title, const char *type, const char *choices)
{
    tl_datum_spec spec = TL_DATUM_SPEC_INIT;
    spec.code = code;
    spec.title = title;
    spec.type = type;
    spec.choices = choices;
    OK(tl_datum_add(t.book, &spec, NULL));
}

static void setup_table(void)
{
    tl_unit_spec unit = TL_UNIT_SPEC_INIT;
    setup_small();
    unit.code = "sq1";
    unit.name = "湖滨社区";
    unit.kind = "community";
    OK(tl_unit_add(t.book, &unit, &village));
    OK(tl_ledger_amend(t.book, t.checklist, "catalogue", "community"));
    OK(tl_ledger_amend(t.book, t.checklist, "edition", "2023年版"));
    add_datum("people", "常住人口", "integer", NULL);
    add_datum("income", "人均收入", "number", NULL);
    add_datum("checked", "检查日期", "date", NULL);
    add_datum("grade", "等级", NULL, "好,中,差");
    add_datum("helper", "联系单位", "unit", NULL);
    add_datum("remark", "说明", NULL, NULL);
    OK(tl_datum_use(t.book, t.checklist, "people"));
    OK(tl_datum_use(t.book, t.checklist, "等级"));
    OK(tl_datum_use(t.book, t.tasks, "people"));
}

static int fill(int64_t unit, const char *datum, const char *period, const char *value)
{
    tl_filling filling = TL_FILLING_INIT;
    filling.unit = unit;
    filling.datum = datum;
    filling.period = period;
    filling.value = value;
    return tl_fill(t.book, &filling, NULL);
}

static int correct(int64_t unit, const char *datum, const char *period, const char *value, const char *note)
{
    const tl_filling filling = { sizeof filling, unit, datum, period, value, note, NULL };
    return tl_correct(t.book, &filling, NULL);
}

/* What stands there now. */
static const char *value_of(int64_t unit, const char *datum)
{
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT value FROM datum_value WHERE unit = %lld AND datum = '%s'", (long long)unit, datum);
    return book_text(t.book, sql);
}

static const char *form(int64_t ledger, const char *period, const char *column)
{
    tl_cursor *cursor;
    OK(tl_form(t.book, ledger, period, &cursor));
    return rows_of(cursor, column);
}

START_TEST(the_dictionary)
{
    tl_datum_spec spec = TL_DATUM_SPEC_INIT;
    tl_cursor *cursor;
    int64_t seq = 0;
    spec.code = "homes";
    spec.title = "户数";
    spec.type = "integer";
    spec.source = "统计制度";
    spec.request = "once";
    OK(tl_datum_add(t.book, &spec, &seq));
    ck_assert_int_eq(seq, entries());
    OK(tl_datum_add(t.book, &spec, &seq));
    ck_assert_int_eq(seq, entries());
    OK(tl_data(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "code"), "people|income|checked|grade|helper|remark|homes");
    OK(tl_data(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "type"), "integer|number|date|choice|unit|text|integer");
    OK(tl_data(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "listed_in"), "tasks, list|||list|||");
    OK(tl_data(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "source"), "||||||统计制度");
    verify_clean();
}
END_TEST

START_TEST(refused_data)
{
    tl_datum_spec spec = TL_DATUM_SPEC_INIT;
    REFUSED(tl_datum_add(t.book, NULL, NULL), TL_EMISUSE, "");
    REFUSED(tl_datum_add(t.book, &spec, NULL), TL_EINVAL, "datum.code");
    spec.code = "people";
    REFUSED(tl_datum_add(t.book, &spec, NULL), TL_EINVAL, "datum.code");
    spec.title = "x";
    REFUSED(tl_datum_add(t.book, &spec, NULL), TL_EEXISTS, "datum.code_taken");
    expect_words("people: ");
    spec.code = "x";
    spec.type = "money";
    REFUSED(tl_datum_add(t.book, &spec, NULL), TL_EINVAL, "datum.type");
    expect_words("('money')");
    spec.type = "choice";
    REFUSED(tl_datum_add(t.book, &spec, NULL), TL_EINVAL, "datum.choices");
    REFUSED(tl_datum_use(t.book, t.tasks, "people"), TL_EEXISTS, "datum.listed");
    expect_words("people: ");
    REFUSED(tl_datum_use(t.book, t.tasks, "peple"), TL_ENOTFOUND, "");
    expect_words("the nearest is 'people' (常住人口)");
    REFUSED(tl_datum_use(t.book, 4711, "people"), TL_ENOTFOUND, "ledger.id");
    REFUSED(tl_datum_use(t.book, t.tasks, NULL), TL_EMISUSE, "");
    REFUSED(tl_datum_use(t.book, t.tasks, "\xff"), TL_EINVAL, "");
}
END_TEST

START_TEST(filled_in_once)
{
    tl_filling filling = TL_FILLING_INIT;
    int64_t seq = 0;
    filling.unit = village;
    filling.datum = "常住人口";
    filling.period = "2023-Q1";
    filling.value = "1200";
    filling.request = "once";
    OK(tl_fill(t.book, &filling, &seq));
    OK(tl_fill(t.book, &filling, &seq)); /* the same request */
    ck_assert_int_eq(seq, entries());
    today_is("2023-03-05");
    OK(tl_set_actor(t.book, "li"));
    REFUSED(fill(village, "people", "2023-Q1", "1200"), TL_EEXISTS, "datum.filled");
    expect_words("sq1 people 2023-Q1: ");
    expect_words("action correct");
    expect_words("filled in by wang on 2023-03-01, it is '1200'");
    OK(correct(village, "people", "2023-Q1", "1201", "漏报一户"));
    ck_assert_str_eq(value_of(village, "people"), "1201");
    REFUSED(fill(village, "people", "2023-Q1", "1300"), TL_EEXISTS, "datum.filled");
    expect_words("filled in by wang on 2023-03-01, it is '1201', corrected once since");
    OK(correct(village, "people", "2023-Q1", "1202", "漏报两户"));
    REFUSED(fill(village, "people", "2023-Q1", "1300"), TL_EEXISTS, "datum.filled");
    expect_words("it is '1202', corrected 2 times since");
    OK(tl_set_lang(t.book, "zh"));
    REFUSED(fill(village, "people", "2023-Q1", "1300"), TL_EEXISTS, "datum.filled");
    expect_words("wang 于 2023-03-01 填报，现为“1202”，已更正 2 次");
    ck_assert_str_eq(book_text(t.book, "SELECT actor || ' ' || old || ' ' || new FROM entry WHERE action = 'correct'"), "li 1200 1201|li 1201 1202");
    OK(fill(village, "people", "2023-Q2", "1300"));
    verify_clean();
}
END_TEST

START_TEST(refused_corrections)
{
    REFUSED(correct(village, "people", "2023", "1", "x"), TL_ENOTFOUND, "datum.unfilled");
    OK(fill(village, "people", "2023", "1"));
    REFUSED(correct(village, "people", "2023", "2", NULL), TL_ERULE, "entry.note");
    REFUSED(correct(village, "people", "2023", "１", "x"), TL_EINVAL, "datum.same");
    REFUSED(correct(village, "people", "2023", "x", "x"), TL_EINVAL, "value.type");
    REFUSED(correct(t.north, "people", "2023", "2", "x"), TL_ENOTFOUND, "datum.unfilled");
    expect_words("north people 2023: ");
    /* A unit that is no more is asked nothing new, but can still be put right. */
    OK(tl_unit_retire(t.book, village));
    REFUSED(fill(village, "people", "2024", "1"), TL_ERULE, "unit.retired");
    OK(correct(village, "people", "2023", "2", "x"));
    ck_assert_str_eq(value_of(village, "people"), "2");
}
END_TEST

START_TEST(of_each_type)
{
    static const struct {
        const char *datum, *given, *kept; /* NULL: refused */
    } values[] = { { "people", "１２００", "1200" }, { "people", "－３", "-3" }, { "people", "12.5", NULL }, { "people", "十二", NULL },
        { "people", "1-2", NULL }, { "income", "１２．５", "12.5" }, { "income", "-0.50", "-0.50" }, { "income", "1,024", NULL }, { "income", ".5", NULL },
        { "checked", "2023-06-30", "2023-06-30" }, { "checked", "2023年6月1日", "2023-06-01" }, { "checked", "２０２３/6/1", "2023-06-01" },
        { "checked", "2023-02-30", NULL }, { "checked", "6月底前", NULL }, { "grade", "中", "中" }, { "grade", "优", NULL }, { "grade", "好,中", NULL },
        { "helper", "south", "south" }, { "helper", "湖滨社区", "sq1" }, { "remark", "１２ 户", "１２ 户" } };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        char period[8];
        snprintf(period, sizeof period, "%zu", 2000 + i);
        int64_t before = entries();
        int result = fill(t.north, values[i].datum, period, values[i].given);
        ck_assert_msg((result == TL_OK) == (values[i].kept != NULL), "%s %s: %s", values[i].datum, values[i].given, tl_errmsg(t.book));
        ck_assert_int_eq(entries(), before + (result == TL_OK));
        if (values[i].kept != NULL)
            ck_assert_str_eq(book_text(t.book, "SELECT value FROM datum_value ORDER BY entry DESC LIMIT 1"), values[i].kept);
        else
            ck_assert_str_eq(tl_errrule(t.book), "value.type");
    }
    REFUSED(fill(t.north, "grade", "2023", "优"), TL_EINVAL, "value.type");
    expect_words("('优'; choice: 好,中,差)");
    REFUSED(fill(t.north, "helper", "2023", "soth"), TL_ENOTFOUND, "");
    expect_words("the nearest is 'south'");
    verify_clean();
}
END_TEST

START_TEST(of_a_period)
{
    static const char *const bad[] = { "2023-13", "2023-6", "2023-Q5", "2023-02-30", "now", "2023年", "23", "20233", "2023-06-30T00:00", "x" };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        tl_cursor *cursor;
        REFUSED(fill(t.north, "people", bad[i], "1"), TL_EINVAL, "entry.period");
        REFUSED(tl_form(t.book, t.tasks, bad[i], &cursor), TL_EINVAL, "entry.period");
        ck_assert_ptr_null(cursor);
        expect_words(bad[i]);
    }
    REFUSED(fill(t.north, "people", NULL, "1"), TL_EINVAL, "datum.period");
    REFUSED(fill(t.north, "people", "2023", NULL), TL_EINVAL, "datum.value");
    REFUSED(fill(t.north, "people", "2023", ""), TL_EINVAL, "datum.value");
    REFUSED(fill(t.north, "remark", "2023", "　"), TL_EINVAL, "entry.new");
    REFUSED(fill(0, "people", "2023", "1"), TL_ENOTFOUND, "unit.id");
    REFUSED(fill(4711, "people", "2023", "1"), TL_ENOTFOUND, "unit.id");
    REFUSED(fill(t.north, "peple", "2023", "1"), TL_ENOTFOUND, "");
    expect_words("the nearest is 'people'");
    REFUSED(fill(t.north, NULL, "2023", "1"), TL_EMISUSE, "");
    REFUSED(tl_fill(t.book, NULL, NULL), TL_EMISUSE, "");
    REFUSED(tl_correct(t.book, NULL, NULL), TL_EMISUSE, "");
    OK(fill(t.north, "people", "２０２３－ｑ２", "1"));
    OK(fill(t.north, "people", "2023", "1"));
    OK(fill(t.north, "people", "2023-06", "1"));
    OK(fill(t.north, "people", "2023-06-30", "1"));
    ck_assert_str_eq(form(t.tasks, NULL, "period"), "2023|2023-06|2023-06-30|2023-Q2");
}
END_TEST

START_TEST(one_value_in_every_form)
{
    tl_cursor *cursor;
    ck_assert_str_eq(form(0, NULL, "value"), "");
    OK(fill(village, "people", "2023-Q1", "1200"));
    OK(fill(t.north, "people", "2023-Q1", "56000"));
    OK(fill(t.north, "grade", "2023-Q1", "好"));
    ck_assert_str_eq(form(t.tasks, NULL, "unit"), "north|sq1");
    ck_assert_str_eq(form(t.tasks, NULL, "value"), "56000|1200");
    /* The catalogue's form says what its unit has still to fill in. */
    ck_assert_str_eq(form(t.checklist, NULL, "datum"), "people|grade|people|grade");
    ck_assert_str_eq(form(t.checklist, NULL, "value"), "56000|好|1200|");
    OK(fill(village, "grade", "2023-Q2", "中"));
    ck_assert_str_eq(form(t.checklist, "2023-q2", "value"), "中");
    ck_assert_str_eq(form(0, "2023-Q1", "ledger"), "tasks|tasks|list|list|list|list");
    OK(correct(village, "people", "2023-Q1", "1201", "x"));
    ck_assert_str_eq(form(t.tasks, "2023-Q1", "value"), "56000|1201");
    ck_assert_str_eq(form(t.checklist, "2023-Q1", "corrected"), "0|0|1|");
    REFUSED(tl_form(t.book, 4711, NULL, &cursor), TL_ENOTFOUND, "item.ledger");
    ck_assert_ptr_null(cursor);
}
END_TEST

START_TEST(off_the_catalogue)
{
    tl_item_spec item = TL_ITEM_SPEC_INIT;
    tl_assignment_spec lead = { village, "lead", NULL };
    REFUSED(fill(village, "income", "2023", "1"), TL_ERULE, "datum.off_catalogue");
    expect_words("sq1 income 2023: ");
    expect_words("the catalogue of sq1: list ");
    expect_words(" 2023年版");
    REFUSED(tl_assign(t.book, t.item, village, "support", NULL), TL_ERULE, "assignment.off_catalogue");
    expect_words("tasks/1: ");
    expect_words("the catalogue of sq1: list ");
    item.ledger = t.tasks;
    item.title = "x";
    item.assignments = &lead;
    item.assignment_count = 1;
    REFUSED(tl_item_add(t.book, &item, NULL), TL_ERULE, "assignment.off_catalogue");
    expect_words(" 2023年版");
    item.ledger = t.checklist;
    OK(tl_item_add(t.book, &item, NULL));
    tl_posting enlist = TL_POSTING_INIT;
    enlist.item = t.item;
    enlist.action = "enlist";
    enlist.ledger = t.checklist;
    OK(tl_post(t.book, &enlist, NULL));
    OK(tl_assign(t.book, t.item, village, "support", NULL));
    OK(tl_datum_use(t.book, t.checklist, "income"));
    OK(fill(village, "income", "2023", "1"));
    /* A second catalogue: both are named. */
    OK(tl_ledger_amend(t.book, t.dossiers, "catalogue", "community"));
    REFUSED(fill(village, "remark", "2023", "x"), TL_ERULE, "datum.off_catalogue");
    expect_words("dossiers dossiers, ");
    expect_words("list list 2023年版");
    OK(tl_ledger_amend(t.book, t.dossiers, "catalogue", NULL));
    OK(tl_ledger_amend(t.book, t.checklist, "catalogue", ""));
    OK(fill(village, "remark", "2023", "x"));
    verify_clean();
}
END_TEST

START_TEST(the_past_and_damage)
{
    tl_book *past;
    tl_cursor *cursor;
    OK(fill(village, "people", "2023", "1200"));
    today_is("2023-03-05");
    OK(correct(village, "people", "2023", "1201", "x"));
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    ck_assert_int_eq(tl_form(past, t.tasks, NULL, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "value"), "1200");
    tl_close(past);
    verify_clean();
    ck_assert_int_eq(
        sql_try(t.path, "DROP TRIGGER datum_value_journal_update; UPDATE datum_value SET value = '7'; DROP TRIGGER datum_journal_update; UPDATE datum "
                        "SET title = 'x' WHERE code = 'people'; DROP TRIGGER ledger_datum_journal_delete; DELETE FROM ledger_datum WHERE datum = 'grade'"),
        SQLITE_OK);
    findings found = { 0 };
    ck_assert_int_eq(tl_verify(t.book, NULL, collect, &found), TL_ECORRUPT);
    ck_assert_ptr_nonnull(strstr(found.list, "rebuild|datum|"));
    ck_assert_ptr_nonnull(strstr(found.list, "rebuild|ledger_datum|"));
    ck_assert_ptr_nonnull(strstr(found.list, "rebuild|datum_value|"));
    ck_assert_ptr_nonnull(strstr(found.list, "datum_value.journal|datum_value|"));
}
END_TEST

Suite *datum_suite(void)
{
    Suite *suite = suite_create("datum");
    ADD_TESTS(suite, setup_table, 30, the_dictionary, refused_data, filled_in_once, refused_corrections, of_each_type, of_a_period, one_value_in_every_form,
        off_the_catalogue, the_past_and_damage);
    return suite;
}
