/* test_definition.c - a ledger by a JSON definition: all of it or nothing, and what is wrong said with its place. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

#define MOVES                                                                                                                                                  \
    "{\"action\": \"dispatch\", \"from\": \"registered\", \"to\": \"in_progress\"}, {\"action\": \"request_close\", \"from\": \"in_progress\", "               \
    "\"to\": \"in_review\", \"by\": \"lead\", \"note\": true}, {\"action\": \"close\", \"from\": \"in_review\", \"to\": \"closed\"}"
#define OWN(more) "{\"workflow\": {\"name\": \"own\", \"title\": \"自定\", \"moves\": [" MOVES more "]}"
#define MOVE(action, from, to) ", {\"action\": \"" action "\", \"from\": \"" from "\", \"to\": \"" to "\"}"

static int define(const char *code, const char *json)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = code;
    spec.title = "x";
    return tl_ledger_define(t.book, &spec, json, NULL);
}

START_TEST(a_whole_one)
{
    int64_t ledger = 0, before = entries();
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    spec.code = "h";
    spec.title = "隐患";
    OK(tl_ledger_define(t.book, &spec,
        OWN("") ", \"source\": \"〔2023〕1号\", \"policy\": {\"evidence\": 1, \"extensions\": 2, \"term\": null, \"term_working\": 1}, \"fields\": "
                "[{\"code\": \"place\", \"title\": \"地点\", \"required\": true}, {\"code\": \"grade\", \"title\": \"隐患等级\", \"choices\": "
                "[\"重大\", \"较大\"]}, {\"code\": \"found_on\", \"title\": \"检查时间\", \"type\": \"date\"}]}",
        &ledger));
    ck_assert_int_eq(entries(), before + 9);
    ck_assert_str_eq(
        book_text(t.book, "SELECT workflow || ' ' || evidence || ' ' || extensions || ' ' || term_working || ' ' || source FROM ledger WHERE code = 'h'"),
        "own 1 2 1 〔2023〕1号");
    tl_cursor *cursor;
    OK(tl_fields(t.book, ledger, &cursor));
    ck_assert_str_eq(rows_of(cursor, "type"), "text|choice|date");
    OK(tl_fields(t.book, ledger, &cursor));
    ck_assert_str_eq(rows_of(cursor, "choices"), "|重大,较大|");
    OK(tl_fields(t.book, ledger, &cursor));
    ck_assert_str_eq(rows_of(cursor, "required"), "1|0|0");
    /* The same workflow for another ledger, as an object and by name; nothing at all; and a template. */
    OK(define("h2", OWN("") "}"));
    OK(define("h3", "{\"workflow\": \"own\"}"));
    OK(define("h4", "{\"template\": \"dossiers\", \"workflow\": \"noticed\", \"policy\": {\"notice_days\": 7}}"));
    ck_assert_str_eq(book_text(t.book, "SELECT count(*) FROM workflow WHERE entry IS NOT NULL"), "1");
    ck_assert_str_eq(book_text(t.book, "SELECT notice_days FROM ledger WHERE code = 'h4'"), "7");
    verify_clean();
}
END_TEST

/* A template comes first, its workflow and policies too; what the object says is added to that, or set over it. */
START_TEST(from_a_template)
{
    OK(define("h", "{\"template\": \"hazards\", \"source\": \"安委〔2023〕2号\", \"policy\": {\"extensions\": 3, \"late_extension\": 1}, \"fields\": "
                   "[{\"code\": \"checker\", \"title\": \"复查单位\", \"type\": \"unit\", \"required\": true}]}"));
    ck_assert_str_eq(book_text(t.book, "SELECT template || ' ' || workflow || ' ' || extensions || ' ' || report_days || ' ' || late_extension || ' ' || "
                                       "source FROM ledger WHERE code = 'h'"),
        "hazards supervised 3 7 1 安委〔2023〕2号");
    ck_assert_str_eq(
        book_text(t.book, "SELECT group_concat(code, ' ') FROM (SELECT code FROM field WHERE ledger = (SELECT id FROM ledger WHERE code = 'h') ORDER BY rank)"),
        "inspected_on location hazard_level rechecked_on recheck_result checker");
    OK(define("h2", "{\"template\": \"hazards\", \"policy\": {\"extensions\": null, \"report_days\": null}}"));
    ck_assert_str_eq(book_text(t.book, "SELECT extensions IS NULL AND report_days IS NULL FROM ledger WHERE code = 'h2'"), "1");
    OK(define("c", "{\"template\": \"counters\"}"));
    ck_assert_str_eq(book_text(t.book, "SELECT workflow FROM ledger WHERE code = 'c'"), "counting");
    /* A workflow of one's own goes with it: the fields stay, what the template sets does not. */
    OK(define("r", OWN("") ", \"template\": \"rectification\"}"));
    ck_assert_str_eq(book_text(t.book, "SELECT workflow || ' ' || all_sign || ' ' || (report_days IS NULL) FROM ledger WHERE code = 'r'"), "own 0 1");
    verify_clean();
}
END_TEST

START_TEST(a_request_repeated)
{
    tl_ledger_spec spec = TL_LEDGER_SPEC_INIT;
    int64_t first = 0, again = 0;
    spec.code = "h";
    spec.title = "x";
    spec.request = "h-1";
    static const char json[] = OWN("") ", \"policy\": {\"evidence\": 1}, \"fields\": [{\"code\": \"place\", \"title\": \"地点\"}]}";
    OK(tl_ledger_define(t.book, &spec, json, &first));
    int64_t before = entries();
    OK(tl_ledger_define(t.book, &spec, json, &again));
    ck_assert_int_eq(entries(), before);
    ck_assert_int_eq(first, again);
    REFUSED(tl_ledger_define(t.book, &spec, OWN("") ", \"policy\": {\"evidence\": 0}}", NULL), TL_ECONFLICT, "entry.request");
}
END_TEST

static const struct {
    const char *json, *words, *rule;
} bad[] = {
    { "", "the JSON is broken", "" },
    { "[]", "a definition is a JSON object, not an array", "" },
    { "{\"workflow\": \"own\", \"workflow\": \"own\"}", "the JSON is broken", "" },
    { "{\"flow\": \"own\"}", "there is no key 'flow'", "" },
    { "{\"polcy\": {}}", "there is no key 'polcy'; the nearest is 'policy'", "" },
    { "{}", "workflow is missing, and template is, too; give one of them", "ledger.workflow" },
    { "{\"workflow\": \"standart\"}", "workflow: there is no workflow 'standart'; the nearest is 'standard'", "ledger.workflow" },
    { "{\"workflow\": 7}", "workflow takes a name or an object, not a number", "" },
    { "{\"template\": \"taks\"}", "template: there is no template 'taks'; the nearest is 'tasks'", "ledger.template" },
    { "{\"template\": [\"tasks\"]}", "template takes a text, not an array", "" },
    { "{\"workflow\": \"standard\", \"source\": 1}", "source takes a text, not a number", "" },
    { "{\"workflow\": {\"name\": \"own\", \"moves\": []}}", "workflow.title is missing", "" },
    { "{\"workflow\": {\"title\": \"x\", \"moves\": []}}", "workflow.name is missing", "" },
    { "{\"workflow\": {\"name\": \"own\", \"title\": \"x\"}}", "workflow.moves is missing", "" },
    { "{\"workflow\": {\"name\": \"own\", \"title\": \"x\", \"moves\": []}}", "workflow.moves is empty", "workflow.line" },
    { "{\"workflow\": {\"name\": \"own\", \"title\": \"x\", \"moves\": {}}}", "workflow.moves takes an array of objects, not an object", "" },
    { "{\"workflow\": {\"name\": \"own\", \"title\": \"x\", \"moves\": [\"close\"]}}", "workflow.moves[0] takes an object, not a text", "" },
    { "{\"workflow\": {\"nam\": \"own\", \"title\": \"x\", \"moves\": []}}", "workflow: there is no key 'nam'; the nearest is 'name'", "" },
    { "{\"workflow\": {\"name\": \"Own\", \"title\": \"x\", \"moves\": [" MOVES "]}}", "workflow: ", "workflow.name" },
    { "{\"workflow\": {\"name\": \"simple\", \"title\": \"x\", \"moves\": [" MOVES "]}}", "simple: ", "workflow.name_taken" },
    { OWN(", {\"acton\": \"x\"}") "}", "workflow.moves[3]: there is no key 'acton'; the nearest is 'action'", "" },
    { OWN(", {\"action\": \"report\"}") "}", "workflow.moves[3].from is missing", "" },
    { OWN(", {\"action\": 1, \"from\": \"closed\"}") "}", "workflow.moves[3].action takes a text, not a number", "" },
    { OWN(", {\"action\": \"comment\", \"from\": \"closed\", \"to\": \"closed\", \"note\": \"yes\"}") "}",
        "workflow.moves[3].note takes true or false, not a text", "" },
    { OWN(", {\"action\": \"comment\", \"from\": \"closed\", \"to\": \"closed\", \"note\": 2}") "}", "workflow.moves[3].note takes true or false, not a number",
        "" },
    { OWN(MOVE("coment", "closed", "closed")) "}", "workflow.moves[3].action: there is no action 'coment'; the nearest is 'comment'", "workflow.action" },
    { OWN(MOVE("comment", "close", "closed")) "}", "workflow.moves[3].from: there is no state 'close'; the nearest is 'closed'", "workflow.state" },
    { OWN(MOVE("comment", "closed", "clsed")) "}", "workflow.moves[3].to: there is no state 'clsed'; the nearest is 'closed'", "workflow.state" },
    { OWN(MOVE("comment", "closed", "in progress")) "}", "workflow.moves[3].to: 'in progress' is not one word", "workflow.line" },
    { OWN(MOVE("comment", "closed", "in_progress")) "}", "workflow.moves[3]: ", "workflow.direction" },
    { OWN(MOVE("comment", "standing", "standing")) "}", "(standing)", "workflow.unreachable" },
    { OWN(MOVE("suspend", "in_progress", "suspended")) "}", "workflow: from a state of the workflow there is no way to closed", "workflow.no_close" },
    { OWN(MOVE("suspend", "in_progress", "suspended")) "}", "(suspended)", "workflow.no_close" },
    { OWN(MOVE("report", "in_progress", "in_progress")) "}", "workflow.moves[3].by: ", "workflow.by" },
    { OWN(", {\"action\": \"report\", \"from\": \"in_progress\", \"to\": \"in_progress\", \"by\": \"leed\"}") "}",
        "workflow.moves[3].by: it is line, lead, lead_moves or left out, not 'leed'; the nearest is 'lead'", "workflow.line" },
    { OWN(", {\"action\": \"comment\", \"from\": \"closed\"}") "}", "workflow.moves[3].to: it is missing; only resume goes without", "workflow.direction" },
    { OWN(MOVE("close", "in_review", "closed")) "}", "workflow.moves[3]: close stands twice for in_review: moves[2] has it, too", "workflow.line" },
    { OWN("") ", \"policy\": []}", "policy takes an object, not an array", "" },
    { OWN("") ", \"policy\": {\"evidense\": 1}}", "policy: there is no policy 'evidense'; the nearest is 'evidence'", "" },
    { OWN("") ", \"policy\": {\"title\": 1}}", "policy: there is no policy 'title'", "" },
    { OWN("") ", \"policy\": {\"evidence\": true}}", "policy.evidence takes a whole number, not true", "" },
    { OWN("") ", \"policy\": {\"evidence\": 0.5}}", "policy.evidence takes a whole number, not a number", "" },
    { OWN("") ", \"policy\": {\"evidence\": null}}", "policy.evidence can't be empty; it takes a whole number from 0 to 1", "ledger.amend" },
    { OWN("") ", \"policy\": {\"evidence\": 1, \"extensions\": 100}}", "policy.extensions takes a whole number from 0 to 99, or nothing, not '100'",
        "ledger.amend" },
    { OWN("") ", \"policy\": {\"yellow_days\": 20}}", "policy.yellow_days is 20 and blue_days 15: yellow comes after blue", "" },
    { OWN("") ", \"policy\": {\"blue_days\": 3}}", "policy.yellow_days is 7 and blue_days 3", "" },
    { OWN("") ", \"policy\": {\"notice_days\": 3}}", "policy.notice_days: the ledger's workflow has no room for this policy", "ledger.no_room" },
    { OWN("") ", \"fields\": {}}", "fields takes an array of objects, not an object", "" },
    { OWN("") ", \"fields\": [\"place\"]}", "fields[0] takes an object, not a text", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\"}]}", "fields[0].title is missing", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"tpye\": \"date\"}]}", "fields[0]: there is no key 'tpye'; the nearest is 'type'", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\"}, {\"code\": \"due\", \"title\": \"x\"}]}", "fields[1]: ", "field.code_taken" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"colour\"}]}", "fields[0]: ", "field.type" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"choices\": [\"a\", 1]}]}", "fields[0].choices takes an array of texts", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"choices\": [\"a,b\"]}]}", "fields[0].choices[0]: 'a,b'", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"choices\": []}]}", "fields[0].choices is empty", "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"choice\"}]}", "fields[0]: ", "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"choice\", \"choices\": \"\"}]}", "fields[0].choices is empty",
        "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"choice\", \"choices\": \"a,,b\"}]}", "fields[0]: ", "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"choice\", \"choices\": [\"a\", \" b\"]}]}", "fields[0]: ", "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"date\", \"choices\": [\"a\"]}]}", "fields[0]: ", "field.choices" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"choices\": {\"a\": 1}}]}", "fields[0].choices takes", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"choices\": [\"a\", \"\"]}]}", "fields[0].choices[1]: '' is empty", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": 1}]}", "fields[0].type takes a text, not a number", "" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"type\": \"Text\"}]}", "fields[0]: ", "field.type" },
    { OWN("") ", \"fields\": [{\"title\": \"x\"}]}", "fields[0].code is missing", "" },
    { OWN("") ", \"fields\": [{\"code\": 7, \"title\": \"x\"}]}", "fields[0].code takes a text, not a number", "" },
    { OWN("") ", \"fields\": [{\"code\": \"Place\", \"title\": \"x\"}]}", "fields[0]: ", "field.code" },
    { OWN("") ", \"fields\": [{\"code\": \"地点\", \"title\": \"x\"}]}", "fields[0]: ", "field.code" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \" \"}]}", "fields[0]: ", "entry.title" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\"}, {\"code\": \"place\", \"title\": \"x\"}]}", "fields[1]: ", "field.code_taken" },
    { OWN("") ", \"fields\": [{\"code\": \"no\", \"title\": \"x\"}]}", "fields[0]: ", "field.code_taken" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"colour\": \"red\"}]}", "fields[0]: there is no key 'colour'", "" },
    { OWN("") ", \"fields\": [null]}", "fields[0] takes an object, not null", "" },
    { "{\"template\": \"hazards\", \"fields\": [{\"code\": \"location\", \"title\": \"x\"}]}", "fields[0]: ", "field.code_taken" },
    { "{\"template\": \"hazrds\", \"fields\": []}", "template: there is no template 'hazrds'; the nearest is 'hazards'", "ledger.template" },
    { "{\"template\": \"hazards\", \"policy\": {\"extensions\": 100}}", "policy.extensions takes a whole number", "ledger.amend" },
    { "{\"template\": \"pairs\", \"policy\": {\"second_party\": 1}}", "policy.second_party: ", "ledger.no_room" },
    { "{\"template\": \"hazards\", \"workflow\": \"standrd\"}", "workflow: there is no workflow 'standrd'; the nearest is 'standard'", "ledger.workflow" },
    { OWN("") ", \"fields\": [{\"code\": \"place\", \"title\": \"x\", \"required\": \"no\"}]}", "fields[0].required takes true or false, not a text", "" },
};

START_TEST(refused)
{
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        int result = strcmp(bad[i].rule, "workflow.name_taken") == 0 || strcmp(bad[i].rule, "field.code_taken") == 0 ? TL_EEXISTS : TL_EINVAL;
        REFUSED(define("h", bad[i].json), result, bad[i].rule);
        expect_words(bad[i].words);
        ck_assert_int_eq(book_int(t.book, "SELECT (SELECT count(*) FROM workflow) + (SELECT count(*) FROM ledger)"), 5 + 3);
    }
    verify_clean();
}
END_TEST

START_TEST(refused_otherwise)
{
    tl_ledger_spec spec = { sizeof spec, "h", "x", "tasks", "simple", "here", NULL };
    REFUSED(define("h", NULL), TL_EMISUSE, "");
    ck_assert_int_eq(tl_ledger_define(t.book, NULL, "{}", NULL), TL_EMISUSE);
    REFUSED(tl_ledger_define(t.book, &spec, "{\"workflow\": \"noticed\"}", NULL), TL_EINVAL, "");
    expect_words("workflow is given twice: 'simple'");
    REFUSED(tl_ledger_define(t.book, &spec, "{\"template\": \"dossiers\"}", NULL), TL_EINVAL, "");
    REFUSED(tl_ledger_define(t.book, &spec, "{\"source\": \"there\"}", NULL), TL_EINVAL, "");
    OK(tl_ledger_define(t.book, &spec, "{}", NULL));
    REFUSED(define("tasks", OWN("") "}"), TL_EEXISTS, "ledger.code_taken");
    expect_words("tasks: ");
    OK(define("own", OWN("") "}"));
    REFUSED(define("h2", "{\"workflow\": {\"name\": \"own\", \"title\": \"another\", \"moves\": [" MOVES "]}}"), TL_EEXISTS, "workflow.name_taken");
    REFUSED(define("h2", OWN(MOVE("comment", "closed", "closed")) "}"), TL_EEXISTS, "workflow.name_taken");
    reopen(TL_OPEN_READONLY);
    ck_assert_int_eq(define("h2", "{\"workflow\": \"own\"}"), TL_EREADONLY);
}
END_TEST

Suite *definition_suite(void)
{
    Suite *suite = suite_create("definition");
    ADD_TESTS(suite, setup_small, 60, a_whole_one, from_a_template, a_request_repeated, refused, refused_otherwise);
    return suite;
}
