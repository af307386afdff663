/* test_ledger.c - ledgers and their custom fields. */
#include "fixture.h"
#include "suite.h"

static tl_ledger_spec spec_of(const char *code, const char *title, const char *template_name, const char *workflow)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = code;
    spec.title = title;
    spec.template_name = template_name;
    spec.workflow = workflow;
    return spec;
}

START_TEST(added)
{
    tl_cursor *cursor;
    int64_t ledger = 0;
    tl_ledger_spec spec = spec_of("t-2023", "2023年要点", NULL, "standard");
    spec.source = "〔2023〕1号";
    OK(tl_ledger_add(t.book, &spec, &ledger));
    ck_assert_int_eq(ledger, entries());
    spec = spec_of("both", "x", "tasks", "supervised");
    OK(tl_ledger_add(t.book, &spec, NULL));
    OK(tl_ledgers(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "code"), "tasks|dossiers|list|t-2023|both");
    OK(tl_ledgers(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "workflow"), "standard|supervised|simple|standard|supervised");
    OK(tl_ledgers(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "template"), "tasks|dossiers|checklist||tasks");
    OK(tl_ledgers(t.book, &cursor));
    ck_assert_str_eq(rows_of(cursor, "last_no"), "2|0|1|0|0");
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    tl_ledger_spec spec = spec_of("tasks", "x", "tasks", NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EEXISTS, "ledger.code_taken");
    expect_words("tasks");
    spec = spec_of("x", "x", "taks", NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "ledger.template");
    spec = spec_of("x", "x", NULL, "strict");
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "ledger.workflow");
    spec = spec_of("x", "x", NULL, NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "ledger.workflow");
    spec = spec_of("a/b", "x", "tasks", NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "entry.code");
    spec = spec_of(NULL, "x", "tasks", NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "ledger.code");
    spec = spec_of("x", NULL, "tasks", NULL);
    REFUSED(tl_ledger_add(t.book, &spec, NULL), TL_EINVAL, "ledger.title");
}
END_TEST

START_TEST(amended)
{
    static const struct {
        const char *name, *content;
    } good[] = { { "title", "New title" }, { "source", "〔2023〕2号" }, { "evidence", "1" }, { "second_party", "1" }, { "blue_days", "30" },
        { "yellow_days", "0" }, { "lag_points", "20" }, { "source", NULL } },
      bad[] = { { "title", NULL }, { "evidence", "2" }, { "second_party", "yes" }, { "blue_days", "-1" }, { "yellow_days", "10000" }, { "lag_points", "" },
          { "code", "x" }, { "workflow", "simple" }, { NULL, "x" } };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        OK(tl_ledger_amend(t.book, t.tasks, good[i].name, good[i].content));
        char *sql = sqlite3_mprintf("SELECT \"%w\" FROM ledger WHERE code = 'tasks'", good[i].name);
        ck_assert_str_eq(book_text(t.book, sql), good[i].content == NULL ? "" : good[i].content);
        sqlite3_free(sql);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        REFUSED(tl_ledger_amend(t.book, t.tasks, bad[i].name, bad[i].content), TL_EINVAL, "ledger.amend");
    REFUSED(tl_ledger_amend(t.book, 4711, "title", "x"), TL_ENOTFOUND, "ledger.id");
    /* The policy holds from now on. */
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    REFUSED(tl_request_close(t.book, t.item, NULL), TL_ERULE, "item.evidence");
    verify_clean();
}
END_TEST

START_TEST(fields)
{
    tl_field_spec spec = TL_FIELD_SPEC_INIT;
    tl_cursor *cursor;
    OK(tl_fields(t.book, t.dossiers, &cursor));
    const char *titles = rows_of(cursor, "title");
    ck_assert_uint_eq(strlen(titles), strlen("批示领导|批示时间|批示内容|密级"));
    ck_assert(strstr(titles, "批示领导") != NULL && strstr(titles, "密级") != NULL);
    spec.code = "place";
    spec.title = "地点";
    OK(tl_field_add(t.book, t.tasks, &spec));
    spec.code = "kind_of";
    spec.title = "类型";
    spec.type = "choice";
    spec.choices = "a,b";
    spec.required = 1;
    OK(tl_field_add(t.book, t.tasks, &spec));
    OK(tl_fields(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "type"), "text|choice");
    OK(tl_fields(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "required"), "0|1");
    OK(tl_fields(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "choices"), "|a,b");
    /* Required: before dispatch. */
    REFUSED(tl_dispatch(t.book, t.item, NULL), TL_ERULE, "item.required_field");
    const tl_value_spec set = { "kind_of", "b" };
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "dispatch";
    posting.set = &set;
    posting.set_count = 1;
    OK(tl_post(t.book, &posting, NULL));
    verify_clean();
}
END_TEST

START_TEST(fields_refused)
{
    static const struct {
        const char *code, *title, *type, *choices, *rule;
        int result;
    } bad[] = {
        { "Place", "x", "text", NULL, "field.code", TL_EINVAL },
        { "1st", "x", "text", NULL, "field.code", TL_EINVAL },
        { NULL, "x", "text", NULL, "field.code", TL_EINVAL },
        { "place", NULL, "text", NULL, "field.code", TL_EINVAL },
        { "place", "x", "colour", NULL, "field.type", TL_EINVAL },
        { "place", "x", "choice", NULL, NULL, TL_EINVAL },
        { "place", "x", "text", "a,b", NULL, TL_EINVAL },
        { "title", "x", "text", NULL, "field.code_taken", TL_EEXISTS },
        { "leader", "x", "text", NULL, "field.code_taken", TL_EEXISTS },
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        tl_field_spec spec = { sizeof spec, bad[i].code, bad[i].title, bad[i].type, bad[i].choices, 0 };
        REFUSED(tl_field_add(t.book, t.dossiers, &spec), bad[i].result, bad[i].rule);
    }
    REFUSED(tl_field_add(t.book, 4711, &(tl_field_spec) { .size = sizeof(tl_field_spec), .code = "place", .title = "x" }), TL_ENOTFOUND, "ledger.id");
    verify_clean();
}
END_TEST

Suite *ledger_suite(void)
{
    Suite *suite = suite_create("ledger");
    ADD_TESTS(suite, setup_small, 30, added, refused, amended, fields, fields_refused);
    return suite;
}
