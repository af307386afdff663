/* damage.c - see damage.h. */
#include "damage.h"

#include <stdio.h>

/* A workflow of one's own, a day of the calendar, a listing, a warning. */
static void life_of_the_rare(void)
{
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.second;
    posting.action = "enlist";
    posting.ledger = t.dossiers;
    OK(tl_post(t.book, &posting, NULL));
    posting = (tl_posting) { .size = sizeof posting, .item = t.second, .action = "amend", .due = "2023-03-25" };
    OK(tl_post(t.book, &posting, NULL));
    posting = (tl_posting) { .size = sizeof posting, .item = t.second, .action = "warn", .level = "blue" };
    OK(tl_post(t.book, &posting, NULL));
    static const tl_move_spec move = { "close", "registered", "closed", NULL, 0 };
    const tl_workflow_spec workflow = { sizeof workflow, "own", "自定", &move, 1, NULL };
    OK(tl_workflow_add(t.book, &workflow, NULL));
    sql_run(t.path, "INSERT INTO post(action, actor, at, happened_on, kind, title, source) "
                    "VALUES ('set_day', 'wang', '2023-03-20T04:00:00.000Z', '2023-10-01', 'holiday', '国庆节', '国办发明电〔2022〕16号')");
}

void setup_life(void)
{
    const tl_value_spec street = { "street", "Main St" };
    tl_field_spec field = TL_FIELD_SPEC_INIT;
    tl_posting posting = TL_POSTING_INIT;
    setup_small();
    field.code = "street";
    field.title = "Street";
    OK(tl_field_add(t.book, t.tasks, &field));
    today_is("2023-03-02");
    OK(tl_dispatch(t.book, t.item, NULL));
    OK(tl_acknowledge(t.book, t.item, t.north));
    today_is("2023-03-10");
    OK(tl_report(t.book, t.item, t.north, "half done", "50"));
    posting.item = t.item;
    posting.action = "amend";
    posting.set = &street;
    posting.set_count = 1;
    OK(tl_post(t.book, &posting, NULL));
    OK(tl_attach(t.book, t.item, "https://example.org/photo", "photo"));
    today_is("2023-03-20");
    act(t.item, "request_close", "done");
    act_as("zhao", t.item, "close", NULL);
    life_of_the_rare();
    act(t.second, "comment", "the last entry");
}

void damage_closed(const char *sql)
{
    sqlite3 *db;
    tl_close(t.book);
    t.book = NULL;
    char *drop = long_text(t.path, "SELECT group_concat('DROP TRIGGER \"' || name || '\";', '') FROM sqlite_schema WHERE type = 'trigger'");
    char *create = long_text(t.path, "SELECT group_concat(sql || ';', char(10)) FROM sqlite_schema WHERE type = 'trigger'");
    ck_assert_int_eq(sqlite3_open(t.path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, drop, NULL, NULL, NULL), SQLITE_OK);
    int result = sqlite3_exec(db, sql, NULL, NULL, NULL);
    ck_assert_msg(result == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    ck_assert_msg(sqlite3_total_changes(db) > 0, "nothing was changed by %s", sql);
    ck_assert_int_eq(sqlite3_exec(db, create, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    sqlite3_free(drop);
    sqlite3_free(create);
}

void damage(const char *sql)
{
    damage_closed(sql);
    t.book = open_book(t.path, 0);
}

void damage_schema(const char *sql)
{
    tl_close(t.book);
    t.book = NULL;
    const char *before = sql_text(t.path, "SELECT count(*) || ' ' || sum(length(sql)) FROM sqlite_schema");
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(t.path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
    ck_assert_str_ne(sql_text(t.path, "SELECT count(*) || ' ' || sum(length(sql)) FROM sqlite_schema"), before);
    t.book = open_book(t.path, 0);
}

void expect_finding(int result, const char *against, const char *begin)
{
    static findings found;
    memset(&found, 0, sizeof found);
    int is = tl_verify(t.book, against, collect, &found);
    ck_assert_msg(is == result, "verify is %s, not %s: %s\n%s", tl_result_name(is), tl_result_name(result), found.list, found.words);
    if (begin == NULL) {
        ck_assert_msg(found.wrong == 0, "%s", found.list);
        return;
    }
    ck_assert_msg(found.wrong > 0 || strncmp(begin, "note:", 5) == 0, "nothing is found");
    const char *at = strstr(found.list, begin);
    ck_assert_msg(at != NULL && (at == found.list || at[-1] == ' '), "'%s' is not found, but %s\n%s", begin, found.list, found.words);
}
