/* test_verify_schema.c - tl_verify on the schema: what is missing, changed or added, and rows that are fixed. */
#include "damage.h"
#include "suite.h"

#include <stdio.h>

START_TEST(each_trigger_missing)
{
    static findings found;
    char query[200];
    int count = 0;
    const int step = sparsely(1, 20);
    /* Every trigger of the schema in turn. */
    char *names = long_text(t.path, "SELECT group_concat(name, ' ') FROM sqlite_schema WHERE type = 'trigger'");
    for (char *rest = names, *name; (name = strtok_r(rest, " ", &rest)) != NULL; count++) {
        if (count % step != 0)
            continue;
        snprintf(query, sizeof query, "SELECT sql FROM sqlite_schema WHERE name = '%s'", name);
        char *create = long_text(t.path, query);
        snprintf(query, sizeof query, "DROP TRIGGER %s", name);
        sql_run(t.path, query);
        memset(&found, 0, sizeof found);
        ck_assert_msg(tl_verify(t.book, NULL, collect, &found) == TL_ECORRUPT, "the trigger %s is not missed", name);
        ck_assert_msg(strstr(found.words, name) != NULL && strstr(found.list, "schema|schema|") != NULL, "%s: %s", name, found.words);
        sql_run(t.path, create);
        sqlite3_free(create);
    }
    ck_assert_int_gt(count, 40);
    sqlite3_free(names);
    verify_clean();
}
END_TEST

START_TEST(parts_of_the_schema)
{
    static const struct {
        const char *sql, *begin;
        int result;
    } changes[] = {
        { "DROP TRIGGER entry_rule; CREATE TRIGGER entry_rule BEFORE INSERT ON entry BEGIN SELECT 1; END", "schema|schema|", TL_ECORRUPT },
        { "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN SELECT 1; END", "schema|schema|", TL_ECORRUPT },
        { "CREATE TRIGGER mine INSTEAD OF INSERT ON item_status BEGIN SELECT 1; END", "schema|schema|", TL_ECORRUPT },
        { "DROP VIEW state_summary", "schema|schema|", TL_ECORRUPT },
        { "DROP VIEW today; CREATE VIEW today AS SELECT '2000-01-01' AS day, '+00:00' AS utc_offset", "schema|schema|", TL_ECORRUPT },
        { "DROP VIEW check_entry; CREATE VIEW check_entry AS SELECT 1 AS rule, 1 AS place, 1 AS row, 1 AS found WHERE 0", "schema|schema|", TL_ECORRUPT },
        { "DROP INDEX item_open_due", "schema|schema|", TL_ECORRUPT },
        { "DROP INDEX item_no; CREATE UNIQUE INDEX item_no ON item(uid, no)", "schema|schema|", TL_ECORRUPT },
        { "ALTER TABLE unit ADD COLUMN secret TEXT", "schema|schema|", TL_ECORRUPT },
        { "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (seq > 0)', 'CHECK (1)') WHERE name = 'entry'", "schema|schema|",
            TL_ECORRUPT },
        { "CREATE UNIQUE INDEX own ON item(officer)", "schema|schema|", TL_ECORRUPT },
        { "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_evil', 'entry', 0, "
          "'CREATE TRIGGER sqlite_evil AFTER INSERT ON entry BEGIN SELECT 1; END')",
            "schema|schema|", TL_ECORRUPT },
        { "DROP TRIGGER state_frozen_update; UPDATE state SET zh = substr(zh, 1, 1) WHERE name = 'closed'", "schema|state|", TL_ECORRUPT },
        { "CREATE TABLE own(a TEXT)", "note:schema|schema|", TL_OK },
        { "CREATE VIEW own AS SELECT * FROM item_status WHERE late", "note:schema|schema|", TL_OK },
        { "CREATE INDEX own ON item(officer)", "note:schema|schema|", TL_OK },
        { "DROP TRIGGER state_frozen_update; UPDATE state SET zh = 'x' || zh WHERE name = 'closed'", "schema|state|", TL_ECORRUPT },
        { "DROP TRIGGER action_frozen_insert; INSERT INTO action VALUES ('forget', 'item', 'forget', '忘记')", "schema|action|", TL_ECORRUPT },
        { "DROP TRIGGER move_frozen_insert; INSERT INTO move(workflow, action, from_state, to_state, needs_note) VALUES ('standard', 'close', 'registered', "
          "'closed', 0)",
            "schema|move|", TL_ECORRUPT },
        { "DROP TRIGGER move_frozen_update; UPDATE move SET by = NULL WHERE action = 'request_close'", "schema|move|", TL_ECORRUPT },
        { "DROP TRIGGER move_frozen_delete; DELETE FROM move WHERE action = 'return'", "schema|move|", TL_ECORRUPT },
        { "DROP TRIGGER rule_frozen_update; UPDATE rule SET en = 'allowed'", "schema|rule|", TL_ECORRUPT },
        { "DROP TRIGGER label_frozen_delete; DELETE FROM label WHERE name = 'red'", "schema|label|", TL_ECORRUPT },
        { "DROP TRIGGER workflow_frozen_update; UPDATE workflow SET second_party = 0", "schema|workflow|", TL_ECORRUPT },
        { "DROP TRIGGER workflow_frozen_insert; INSERT INTO workflow(name, evidence, second_party, en, zh) VALUES ('mine', 0, 0, 'mine', '自定')",
            "schema|workflow|", TL_ECORRUPT },
        { "DROP TRIGGER move_frozen_update; UPDATE move SET entry = 7 WHERE action = 'return'", "schema|move|", TL_ECORRUPT },
        { "DROP TRIGGER policy_frozen_update; UPDATE policy SET low = 0", "schema|policy|", TL_ECORRUPT },
        { "DROP TRIGGER policy_frozen_insert; INSERT INTO policy VALUES ('mercy', 0, 1, 0, 'mercy', '宽限')", "schema|policy|", TL_ECORRUPT },
        { "DROP TRIGGER template_frozen_update; UPDATE template SET workflow = 'simple'", "schema|template|", TL_ECORRUPT },
        { "DROP TRIGGER template_policy_frozen_update; UPDATE template_policy SET content = content + 1", "schema|template_policy|", TL_ECORRUPT },
        { "DROP TRIGGER template_field_frozen_delete; DELETE FROM template_field", "schema|template_field|", TL_ECORRUPT },
        { "DROP TRIGGER template_column_frozen_update; UPDATE template_column SET heading = 'x' WHERE rank = 1", "schema|template_column|", TL_ECORRUPT },
    };
    size_t i = (size_t)_i;
    if (i == 0)
        ck_assert_uint_eq(sizeof changes / sizeof changes[0], 32);
    damage_schema(changes[i].sql);
    expect_finding(changes[i].result, NULL, changes[i].begin);
}
END_TEST

/* The checks are the library's own: a forged view of the file does not hide what it should show. */
START_TEST(forged_checks_hide_nothing)
{
    damage("UPDATE unit SET code = 'north'");
    tl_close(t.book);
    t.book = NULL;
    char *drop = long_text(t.path,
        "SELECT group_concat('DROP VIEW ' || name || '; CREATE VIEW ' || name || ' AS SELECT 1 AS rule, 1 AS place, 1 AS row, 1 AS found WHERE 0;', '') "
        "FROM sqlite_schema WHERE name GLOB 'check_*'");
    sql_run(t.path, drop);
    sqlite3_free(drop);
    t.book = open_book(t.path, 0);
    expect_finding(TL_ECORRUPT, NULL, "unit.code_taken|unit|");
}
END_TEST

Suite *verify_schema_suite(void)
{
    Suite *suite = suite_create("verify_schema");
    ADD_TESTS(suite, setup_life, 120, each_trigger_missing, forged_checks_hide_nothing);
    TCase *each = tcase_create("parts");
    tcase_add_checked_fixture(each, setup_life, teardown);
    tcase_add_loop_test(each, parts_of_the_schema, 0, 32);
    suite_add_tcase(suite, each);
    return suite;
}
