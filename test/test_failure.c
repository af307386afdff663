/* test_failure.c - what SQLite's errors become: every rule has its sentence, its kind its result; other errors theirs. */
#include "book.h"

#include "fixture.h"
#include "suite.h"

#include <stdio.h>

static int result_of(const char *kind)
{
    static const struct {
        const char *kind;
        int result;
    } kinds[] = { { "rule", TL_ERULE }, { "value", TL_EINVAL }, { "name", TL_ENOTFOUND }, { "exists", TL_EEXISTS }, { "conflict", TL_ECONFLICT } };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kind, kinds[i].kind) == 0)
            return kinds[i].result;
    return 0;
}

START_TEST(every_rule)
{
    int rules = 0;
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_prepare_v2(t.book->db, "SELECT name, kind, en, zh FROM rule", -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        int expected = result_of((const char *)sqlite3_column_text(statement, 1));
        ck_assert_msg(expected != 0, "%s is of an unknown kind", name);
        for (int zh = 0; zh < 2; zh++) {
            OK(tl_set_lang(t.book, zh ? "zh" : "en"));
            ck_assert_int_eq(tl__fail_rule(t.book, name), expected);
            ck_assert_str_eq(tl_errmsg(t.book), (const char *)sqlite3_column_text(statement, zh ? 3 : 2));
            ck_assert_str_eq(tl_errrule(t.book), name);
        }
        rules++;
    }
    sqlite3_finalize(statement);
    ck_assert_int_gt(rules, 90);
    tl__enter(t.book);
    ck_assert_int_eq(tl__fail_rule(t.book, "no.such_rule"), TL_ERULE);
    ck_assert_str_ne(tl_errmsg(t.book), "");
}
END_TEST

/* Each token that a trigger raises and each named CHECK is a row of rule: no refusal without words. */
START_TEST(no_rule_without_words)
{
    char *tokens = long_text(t.path, "WITH RECURSIVE piece(name, rest) AS (SELECT '', group_concat(sql, ' ') FROM sqlite_schema "
                                     "UNION ALL SELECT substr(rest, instr(rest, '''tl:') + 4, instr(substr(rest, instr(rest, '''tl:') + 4), '''') - 1), "
                                     "substr(rest, instr(rest, '''tl:') + 4) "
                                     "FROM piece WHERE instr(rest, '''tl:') > 0) SELECT count(DISTINCT name) || ' ' || ifnull(group_concat(DISTINCT iif(name "
                                     "IN (SELECT name FROM rule), NULL, name)), '') "
                                     "FROM piece WHERE name <> ''");
    ck_assert_int_gt(strtol(tokens, NULL, 10), 60);
    ck_assert_msg(strchr(tokens, ' ')[1] == '\0', "rules without words: %s", tokens);
    sqlite3_free(tokens);
    char *checks = long_text(t.path,
        "WITH RECURSIVE piece(name, rest) AS (SELECT '', group_concat(sql, ' ') FROM sqlite_schema WHERE type = 'table' "
        "UNION ALL SELECT substr(rest, instr(rest, 'CONSTRAINT ') + 11, instr(substr(rest, instr(rest, 'CONSTRAINT ') + 11), ' ') - 1), substr(rest, "
        "instr(rest, 'CONSTRAINT ') + 11) "
        "FROM piece WHERE instr(rest, 'CONSTRAINT ') > 0) SELECT count(DISTINCT name) || ' ' || ifnull(group_concat(DISTINCT iif(EXISTS (SELECT 1 FROM rule r "
        "WHERE replace(r.name, '.', '_') = piece.name), NULL, name)), '') FROM piece WHERE name <> ''");
    ck_assert_int_gt(strtol(checks, NULL, 10), 20);
    ck_assert_msg(strchr(checks, ' ')[1] == '\0', "checks without words: %s", checks);
    sqlite3_free(checks);
}
END_TEST

START_TEST(other_errors)
{
    static const struct {
        int sqlite, result;
    } pairs[] = { { SQLITE_NOMEM, TL_ENOMEM }, { SQLITE_BUSY, TL_EBUSY }, { SQLITE_BUSY_SNAPSHOT, TL_EBUSY }, { SQLITE_LOCKED, TL_EBUSY },
        { SQLITE_READONLY, TL_EREADONLY }, { SQLITE_READONLY_DIRECTORY, TL_EREADONLY }, { SQLITE_NOTADB, TL_ESCHEMA }, { SQLITE_CORRUPT, TL_ECORRUPT },
        { SQLITE_CORRUPT_INDEX, TL_ECORRUPT }, { SQLITE_FULL, TL_EIO }, { SQLITE_CANTOPEN, TL_EIO }, { SQLITE_TOOBIG, TL_EINVAL },
        { SQLITE_INTERRUPT, TL_ESTOP }, { SQLITE_IOERR, TL_EIO }, { SQLITE_IOERR_FSYNC, TL_EIO }, { SQLITE_IOERR_WRITE, TL_EIO } };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        tl__enter(t.book);
        ck_assert_msg(
            tl__fail_db(t.book, pairs[i].sqlite) == pairs[i].result, "%d is %s", pairs[i].sqlite, tl_result_name(tl__fail_db(t.book, pairs[i].sqlite)));
        ck_assert_str_ne(tl_errmsg(t.book), "");
        ck_assert_str_eq(tl_errrule(t.book), "");
    }
}
END_TEST

/* A value of the wrong type, a NULL where none may be, and a CHECK have the rule's own sentence. */
START_TEST(constraints)
{
    static const struct {
        const char *sql, *rule;
    } tries[] = {
        { "INSERT INTO post(item, action, actor, note, size) SELECT id, 'comment', 'x', 'x', 'many' FROM item WHERE no = '2'", "entry.type" },
        { "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', NULL, 'x' FROM item WHERE no = '2'", "entry.actor" },
        { "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', '', 'x' FROM item WHERE no = '2'", "entry.actor" },
        { "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'x', ' ' FROM item WHERE no = '2'", "entry.note_text" },
        { "UPDATE entry SET note = 'x'", "entry.immutable" },
    };
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        tl__enter(t.book);
        int result = tl__run(t.book, tries[i].sql);
        ck_assert_msg(result < 0, "%s", tries[i].sql);
        ck_assert_str_eq(tl_errrule(t.book), tries[i].rule);
        ck_assert_ptr_null(strstr(tl_errmsg(t.book), "constraint failed"));
    }
    verify_clean();
}
END_TEST

Suite *failure_suite(void)
{
    Suite *suite = suite_create("failure");
    ADD_TESTS(suite, setup_small, 30, every_rule, no_rule_without_words, other_errors, constraints);
    return suite;
}
