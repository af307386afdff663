/* test_pair.c - pairs of mentor and mentee: the two roles wherever a role is given, and the rows of tl_pairs. */
#include "fixture.h"
#include "suite.h"

static int64_t pairs, pair; /* a ledger of pairs, and one that north and south are to be */

static void setup_pairs(void)
{
    setup_small();
    pairs = add_ledger("p", "pairs");
    pair = add_item(pairs, "north helps south", NULL, 0);
}

static const char *column(int64_t ledger, const char *name)
{
    tl_cursor *cursor;
    OK(tl_pairs(t.book, ledger, &cursor));
    return rows_of(cursor, name);
}

static void assign_both(void)
{
    OK(tl_assign(t.book, pair, t.north, "mentor", "Wu"));
    OK(tl_assign(t.book, pair, t.south, "mentee", NULL));
}

START_TEST(listed)
{
    ck_assert_str_eq(column(0, "ref"), "");
    OK(tl_assign(t.book, pair, t.north, "mentor", "Wu"));
    ck_assert_str_eq(column(0, "ref"), "");
    OK(tl_assign(t.book, pair, t.south, "mentee", NULL));
    OK(tl_assign(t.book, pair, t.east, "mentor", NULL));
    ck_assert_str_eq(column(pairs, "ref"), "p/1|p/1");
    ck_assert_str_eq(column(pairs, "mentor"), "east|north");
    ck_assert_str_eq(column(pairs, "mentor_name"), "East Office|North Office");
    ck_assert_str_eq(column(pairs, "mentee"), "south|south");
    ck_assert_str_eq(column(pairs, "mentee_name"), "南街道|南街道");
    ck_assert_str_eq(column(t.tasks, "ref"), "");
    OK(tl_unassign(t.book, pair, t.north));
    ck_assert_str_eq(column(0, "mentor"), "east");
    act(pair, "close", NULL);
    ck_assert_str_eq(column(0, "state"), "closed");
    tl_cursor *cursor;
    REFUSED(tl_pairs(t.book, 4711, &cursor), TL_ENOTFOUND, "item.ledger");
    ck_assert_ptr_null(cursor);
    verify_clean();
    reopen(TL_OPEN_READONLY);
    ck_assert_str_eq(column(0, "mentor"), "east");
    verify_clean();
}
END_TEST

/* In the order of ledgers and numbers, not of entries. */
START_TEST(in_order)
{
    for (int i = 0; i < 10; i++)
        add_item(pairs, "x", NULL, 0);
    for (int no = 11; no > 0; no -= 9) {
        const int64_t item = book_int(t.book, no == 11 ? "SELECT id FROM item WHERE no = '11'" : "SELECT id FROM item WHERE no = '2' AND title = 'x'");
        OK(tl_assign(t.book, item, t.north, "mentor", NULL));
        OK(tl_assign(t.book, item, t.south, "mentee", NULL));
    }
    ck_assert_str_eq(column(0, "no"), "2|11");
}
END_TEST

START_TEST(in_words)
{
    assign_both();
    OK(tl_set_lang(t.book, "zh"));
    ck_assert_str_eq(tl_label(t.book, "role", "mentor"), "帮带");
    tl_cursor *cursor;
    OK(tl_pairs(t.book, 0, &cursor));
    for (int c = 0; c < tl_column_count(cursor); c++)
        ck_assert_str_ne(tl_column_label(cursor, c), tl_column_name(cursor, c));
    tl_cursor_close(cursor);
    OK(tl_assignments(t.book, pair, &cursor));
    ck_assert_str_eq(rows_of(cursor, "role"), "mentee|mentor");
    tl_item_query query = { .size = sizeof query, .unit = t.north, .role = "mentor" };
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "p/1");
    query.role = "mentee";
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "ref"), "");
    query.role = "mentro";
    REFUSED(tl_items(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("没有角色“mentro”；最接近的是“mentor”");
}
END_TEST

START_TEST(refused)
{
    assign_both();
    REFUSED(tl_assign(t.book, pair, t.north, "mentee", NULL), TL_ERULE, "assignment.twice");
    REFUSED(tl_assign(t.book, pair, t.east, "mentro", NULL), TL_EINVAL, "entry.role");
    expect_words("mentor or mentee");
    REFUSED(tl_assign(t.book, pair, t.east, NULL, NULL), TL_EINVAL, "assignment.role");
    verify_clean();
}
END_TEST

START_TEST(as_json)
{
    int64_t seq;
    OK(tl_post_json(t.book,
        "{\"action\": \"register\", \"ledger\": \"p\", \"title\": \"x\", \"mentee\": [\"south\", \"east\"], \"mentor\": \"north\", \"set\": {\"since\": "
        "\"2023-01-01\"}}",
        &seq));
    ck_assert_str_eq(column(0, "mentee"), "east|south");
    ck_assert_str_eq(column(0, "since"), "2023-01-01|2023-01-01");
    REFUSED(tl_post_json(t.book, "{\"action\": \"register\", \"ledger\": \"p\", \"title\": \"x\", \"mentro\": \"north\"}", &seq), TL_EINVAL, "");
    expect_words("the nearest is 'mentor'");
}
END_TEST

static int import(const char *text)
{
    tl_import_options options = TL_IMPORT_OPTIONS_INIT;
    options.path = write_file("pairs.csv", text);
    options.ledger = pairs;
    return tl_import_csv(t.book, &options, NULL);
}

/* Under either heading; a field of the ledger that bears the name is that field. */
START_TEST(imported)
{
    OK(import("title,mentor,mentee\na,north,south\nb,north、east,south\n"));
    OK(import("工作任务,帮带单位,被帮带单位\nc,East Office,南街道\n"));
    ck_assert_str_eq(column(0, "ref"), "p/2|p/3|p/3|p/4");
    ck_assert_str_eq(column(0, "mentor"), "north|east|north|east");
    REFUSED(import("title,mentor,mentee\nd,north,north\n"), TL_ERULE, NULL);
    REFUSED(import("title,mentro\nd,north\n"), TL_EINVAL, NULL);
    expect_words("the nearest is 'mentor'");
    tl_field_spec field = { sizeof field, "mentor", "Mentor", "text", NULL, 0 };
    OK(tl_field_add(t.book, pairs, &field));
    OK(import("title,mentor\ne,Mr Wu\n"));
    ck_assert_str_eq(sql_text(t.path, "SELECT value FROM value WHERE field = 'mentor'"), "Mr Wu");
    verify_clean();
}
END_TEST

Suite *pair_suite(void)
{
    Suite *suite = suite_create("pair");
    ADD_TESTS(suite, setup_pairs, 60, listed, in_order, in_words, refused, as_json, imported);
    return suite;
}
