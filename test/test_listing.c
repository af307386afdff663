/* test_listing.c - one item in several ledgers: its numbers there, who finds it by which REF, and that it is counted once. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* A column of what is listed in a ledger (0: in all), of an item (0: of all). */
static const char *listed(int64_t ledger, int64_t item, const char *column)
{
    tl_cursor *cursor;
    OK(tl_listings(t.book, ledger, item, &cursor));
    return rows_of(cursor, column);
}

static int64_t found(const char *ref)
{
    int64_t item = 0;
    OK(tl_item_find(t.book, ref, &item));
    return item;
}

START_TEST(listed_elsewhere)
{
    char *ref;
    ck_assert_str_eq(listed(0, 0, "ref"), "");
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    OK(tl_enlist(t.book, t.item, t.checklist, "A1"));
    OK(tl_enlist(t.book, t.second, t.dossiers, "10"));
    OK(tl_enlist(t.book, t.line, t.dossiers, "9"));
    ck_assert_str_eq(listed(t.dossiers, 0, "ref"), "dossiers/1|dossiers/9|dossiers/10");
    ck_assert_str_eq(listed(t.dossiers, 0, "home"), "tasks/1|list/1|tasks/2");
    ck_assert_str_eq(listed(t.dossiers, 0, "no"), "1|9|10");
    ck_assert_str_eq(listed(0, t.item, "ref"), "dossiers/1|list/A1");
    ck_assert_str_eq(listed(t.checklist, t.item, "ref"), "list/A1");
    ck_assert_str_eq(listed(t.checklist, t.second, "ref"), "");
    ck_assert_str_eq(listed(t.tasks, 0, "ref"), "");
    ck_assert_str_eq(listed(0, 0, "ref"), "dossiers/1|dossiers/9|dossiers/10|list/A1");
    ck_assert_str_eq(listed(4711, 0, "ref"), "");
    ck_assert_str_eq(listed(0, 4711, "ref"), "");
    ck_assert_int_eq(found("dossiers/1"), t.item);
    ck_assert_int_eq(found("list/A1"), t.item);
    ck_assert_int_eq(found("tasks/1"), t.item);
    OK(tl_item_ref(t.book, found("list/A1"), &ref));
    ck_assert_str_eq(ref, "tasks/1");
    tl_free(ref);
    verify_clean();
}
END_TEST

/* A program that reads lists reads these, too. */
START_TEST(columns_of_a_list)
{
    tl_cursor *items, *listings;
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    OK(tl_items(t.book, NULL, &items));
    OK(tl_listings(t.book, 0, 0, &listings));
    ck_assert_int_eq(tl_column_count(listings), tl_column_count(items) + 1); /* home */
    ck_assert_int_eq(tl_next(items), TL_ROW);
    ck_assert_int_eq(tl_next(listings), TL_ROW);
    for (int i = 0; i < tl_column_count(items); i++) {
        int at = 0;
        const char *name = tl_column_name(items, i);
        while (at < tl_column_count(listings) && strcmp(tl_column_name(listings, at), name) != 0)
            at++;
        ck_assert_msg(at < tl_column_count(listings), "no column %s", name);
        int here = strcmp(name, "ref") == 0 || strcmp(name, "ledger") == 0;
        const char *of_item = tl_column_text(items, i), *of_listing = tl_column_text(listings, at);
        int same = of_item == NULL || of_listing == NULL ? of_item == of_listing : strcmp(of_item, of_listing) == 0;
        ck_assert_msg(same == !here, "%s", name);
    }
    tl_cursor_close(items);
    tl_cursor_close(listings);
}
END_TEST

/* What is done under one of its names is done to the one item. */
START_TEST(one_item)
{
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    bring_to(found("dossiers/1"), "in_progress");
    OK(tl_report(t.book, found("dossiers/1"), t.north, "begun", "30"));
    ck_assert_str_eq(listed(t.dossiers, 0, "state"), "in_progress");
    ck_assert_str_eq(listed(t.dossiers, 0, "percent"), "30");
    ck_assert_str_eq(listed(t.dossiers, 0, "lead"), "north");
    ck_assert_str_eq(listed(t.dossiers, 0, "light"), "green");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM item"), 3);
    bring_to(t.second, "cancelled");
    OK(tl_attach(t.book, t.item, "https://example.org/1", NULL));
    act(t.item, "request_close", NULL);
    act_as("zhao", t.item, "close", NULL);
    ck_assert_str_eq(listed(t.dossiers, 0, "state"), "closed");
    verify_clean();
}
END_TEST

START_TEST(refused)
{
    OK(tl_enlist(t.book, t.item, t.dossiers, "1"));
    REFUSED(tl_enlist(t.book, t.item, t.dossiers, NULL), TL_ERULE, "listing.twice");
    REFUSED(tl_enlist(t.book, t.item, t.tasks, NULL), TL_ERULE, "listing.home");
    REFUSED(tl_enlist(t.book, t.second, t.dossiers, "1"), TL_EEXISTS, "item.no_taken");
    expect_words("tasks/2: ");
    expect_words("('1')");
    REFUSED(tl_enlist(t.book, t.second, t.checklist, "1"), TL_EEXISTS, "item.no_taken");
    REFUSED(tl_enlist(t.book, t.second, t.dossiers, "a/b"), TL_EINVAL, "entry.no");
    REFUSED(tl_enlist(t.book, t.second, t.dossiers, ""), TL_EINVAL, "");
    REFUSED(tl_enlist(t.book, t.second, t.dossiers, "\xff"), TL_EINVAL, "");
    REFUSED(tl_enlist(t.book, t.second, 4711, NULL), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_enlist(t.book, t.second, 0, NULL), TL_ENOTFOUND, "item.ledger");
    REFUSED(tl_enlist(t.book, 4711, t.dossiers, NULL), TL_ENOTFOUND, "entry.item");
    REFUSED(tl_enlist(t.book, 0, t.dossiers, NULL), TL_EMISUSE, "");
    REFUSED(tl_delist(t.book, t.second, t.dossiers), TL_ERULE, "listing.none");
    REFUSED(tl_delist(t.book, t.item, t.tasks), TL_ERULE, "listing.home");
    REFUSED(tl_delist(t.book, t.item, 4711), TL_ENOTFOUND, "item.ledger");
    /* Its number is taken for the ledger's own items, too. */
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    spec.ledger = t.dossiers;
    spec.title = "x";
    spec.no = "1";
    REFUSED(tl_item_add(t.book, &spec, NULL), TL_EEXISTS, "item.no_taken");
    int64_t own = add_item(t.dossiers, "own", NULL, 0);
    tl_posting posting = TL_POSTING_INIT;
    posting.item = own;
    posting.action = "amend";
    posting.set = &(tl_value_spec) { "no", "1" };
    posting.set_count = 1;
    REFUSED(tl_post(t.book, &posting, NULL), TL_EEXISTS, "item.no_taken");
    OK(tl_set_actor(t.book, NULL));
    REFUSED(tl_enlist(t.book, t.second, t.dossiers, NULL), TL_EMISUSE, "entry.actor");
    verify_clean();
}
END_TEST

/* In every open state, and in no other. */
START_TEST(states)
{
    static const char *const open[] = { "registered", "dispatched", "in_progress", "in_review", "standing", "suspended" };
    static const char *const shut[] = { "closed", "cancelled" };
    for (size_t i = 0; i < sizeof open / sizeof open[0]; i++) {
        int64_t item = add_item(t.tasks, "x", "2023-06-30", t.north);
        bring_to(item, open[i]);
        OK(tl_enlist(t.book, item, t.dossiers, NULL));
        OK(tl_delist(t.book, item, t.dossiers));
        ck_assert_str_eq(state_of(item), open[i]);
    }
    for (size_t i = 0; i < sizeof shut / sizeof shut[0]; i++) {
        int64_t item = add_item(t.tasks, "x", "2023-06-30", t.north);
        OK(tl_enlist(t.book, item, t.checklist, NULL));
        bring_to(item, shut[i]);
        REFUSED(tl_enlist(t.book, item, t.dossiers, NULL), TL_ERULE, "item.move");
        REFUSED(tl_delist(t.book, item, t.checklist), TL_ERULE, "item.move");
    }
    verify_clean();
}
END_TEST

static const char *last_number(int64_t ledger)
{
    char sql[120];
    snprintf(sql, sizeof sql, "SELECT no FROM entry WHERE seq = (SELECT entry FROM ledger WHERE id = %lld)", (long long)ledger);
    return book_text(t.book, sql);
}

/* Automatic numbers go on over items and listings, whichever was there first. */
START_TEST(numbers)
{
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    ck_assert_str_eq(last_number(t.dossiers), "1");
    add_item(t.dossiers, "x", NULL, 0);
    ck_assert_str_eq(last_number(t.dossiers), "2");
    OK(tl_enlist(t.book, t.second, t.dossiers, "40"));
    add_item(t.dossiers, "x", NULL, 0);
    ck_assert_str_eq(last_number(t.dossiers), "41");
    OK(tl_enlist(t.book, t.line, t.dossiers, "3.7"));
    int64_t item = add_item(t.tasks, "y", NULL, 0);
    OK(tl_enlist(t.book, item, t.dossiers, NULL));
    ck_assert_str_eq(last_number(t.dossiers), "42");
    OK(tl_delist(t.book, item, t.dossiers));
    OK(tl_enlist(t.book, item, t.dossiers, NULL));
    ck_assert_str_eq(last_number(t.dossiers), "43");
    verify_clean();
}
END_TEST

/* Beyond fifteen digits a number given raises nothing, an automatic one does. */
START_TEST(long_numbers)
{
    OK(tl_enlist(t.book, t.item, t.dossiers, "999999999999999"));
    OK(tl_enlist(t.book, t.second, t.dossiers, NULL));
    ck_assert_str_eq(last_number(t.dossiers), "1000000000000000");
    OK(tl_enlist(t.book, t.line, t.dossiers, NULL));
    ck_assert_str_eq(last_number(t.dossiers), "1000000000000001");
    OK(tl_enlist(t.book, t.line, t.tasks, "99999999999999999"));
    ck_assert_int_eq(book_int(t.book, "SELECT last_no FROM ledger WHERE code = 'tasks'"), 2);
    verify_clean();
}
END_TEST

START_TEST(taken_off)
{
    int64_t item = 0;
    OK(tl_enlist(t.book, t.item, t.dossiers, "7"));
    OK(tl_delist(t.book, t.item, t.dossiers));
    ck_assert_str_eq(listed(0, 0, "ref"), "");
    REFUSED(tl_item_find(t.book, "dossiers/7", &item), TL_ENOTFOUND, "");
    REFUSED(tl_delist(t.book, t.item, t.dossiers), TL_ERULE, "listing.none");
    OK(tl_enlist(t.book, t.second, t.dossiers, "7"));
    REFUSED(tl_enlist(t.book, t.item, t.dossiers, "7"), TL_EEXISTS, "item.no_taken");
    OK(tl_enlist(t.book, t.item, t.dossiers, "8"));
    ck_assert_int_eq(found("dossiers/7"), t.second);
    ck_assert_int_eq(found("dossiers/8"), t.item);
    REFUSED(tl_item_find(t.book, "dossiers/78", &item), TL_ENOTFOUND, "");
    expect_words("7");
    ck_assert_int_eq(book_int(t.book, "SELECT count(*) FROM listing"), 2);
    verify_clean();
}
END_TEST

/* All figures of all summaries, but the number of listings itself. */
static char *totals(void)
{
    static const char *const bys[] = { "ledger", "unit", "state", "month" };
    char *text = sqlite3_mprintf("");
    for (size_t i = 0; i < sizeof bys / sizeof bys[0]; i++) {
        tl_cursor *cursor;
        OK(tl_summary(t.book, bys[i], 0, &cursor));
        while (tl_next(cursor) == TL_ROW)
            for (int column = 0; column < tl_column_count(cursor); column++)
                if (strcmp(tl_column_name(cursor, column), "listed") != 0)
                    text = sqlite3_mprintf("%z%s=%s;", text, tl_column_name(cursor, column), tl_column_text(cursor, column));
        tl_cursor_close(cursor);
    }
    ck_assert_ptr_nonnull(text);
    return text;
}

START_TEST(counted_once)
{
    tl_cursor *cursor;
    today_is("2023-07-15");
    char *before = totals();
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    OK(tl_enlist(t.book, t.item, t.checklist, NULL));
    OK(tl_enlist(t.book, t.second, t.dossiers, NULL));
    OK(tl_enlist(t.book, t.line, t.dossiers, NULL));
    OK(tl_delist(t.book, t.line, t.dossiers));
    char *after = totals();
    ck_assert_str_eq(before, after);
    ck_assert_ptr_nonnull(strstr(before, "overdue=1;"));
    sqlite3_free(before);
    sqlite3_free(after);
    OK(tl_summary(t.book, "ledger", 0, &cursor));
    ck_assert_str_eq(tl_column_name(cursor, tl_column_count(cursor) - 1), "listed");
    ck_assert_str_eq(rows_of(cursor, "listed"), "0|2|1");
    OK(tl_summary(t.book, "ledger", 0, &cursor));
    ck_assert_str_eq(rows_of(cursor, "total"), "2|0|1");
    OK(tl_table(t.book, t.dossiers, &cursor));
    ck_assert_int_eq(count_rows(cursor), 0);
    verify_clean();
}
END_TEST

START_TEST(requests)
{
    int64_t first = 0, again = 0;
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "enlist";
    posting.ledger = t.dossiers;
    posting.request = "r1";
    posting.note = "为民办实事";
    OK(tl_post(t.book, &posting, &first));
    OK(tl_post(t.book, &posting, &again));
    ck_assert_int_eq(first, again);
    posting.no = "2";
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    posting.no = NULL;
    posting.ledger = t.checklist;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "entry.request");
    posting.action = "delist";
    posting.ledger = t.dossiers;
    posting.request = NULL;
    posting.expect = first - 1;
    REFUSED(tl_post(t.book, &posting, NULL), TL_ECONFLICT, "item.expect");
    posting.expect = first;
    OK(tl_post(t.book, &posting, NULL));
    verify_clean();
}
END_TEST

START_TEST(by_json)
{
    char *json;
    int64_t seq = 0;
    OK(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"enlist\", \"ledger\": \"dossiers\", \"no\": 12}", &seq));
    OK(tl_item_json(t.book, t.item, &json));
    ck_assert_ptr_nonnull(strstr(json, "\"listings\": [{\"ref\": \"dossiers/12\", \"ledger\": \"dossiers\", \"no\": \"12\""));
    tl_free(json);
    OK(tl_entry_json(t.book, seq, &json));
    ck_assert_ptr_nonnull(strstr(json, "\"listed_in\": \"dossiers/12\""));
    tl_free(json);
    OK(tl_post_json(t.book, "{\"item\": \"dossiers/12\", \"action\": \"delist\", \"ledger\": \"dossiers\"}", &seq));
    OK(tl_entry_json(t.book, seq, &json));
    ck_assert_ptr_nonnull(strstr(json, "\"listed_in\": \"dossiers\""));
    tl_free(json);
    OK(tl_item_json(t.book, t.item, &json));
    ck_assert_ptr_nonnull(strstr(json, "\"listings\": []"));
    tl_free(json);
    REFUSED(tl_post_json(t.book, "{\"item\": \"tasks/1\", \"action\": \"enlist\"}", NULL), TL_ENOTFOUND, "item.ledger");
}
END_TEST

START_TEST(in_the_past)
{
    tl_book *past;
    tl_cursor *cursor;
    int64_t item = 0;
    OK(tl_enlist(t.book, t.item, t.dossiers, NULL));
    today_is("2023-03-05");
    OK(tl_delist(t.book, t.item, t.dossiers));
    OK(tl_book_as_of(t.book, "2023-03-02", &past));
    ck_assert_int_eq(tl_listings(past, t.dossiers, 0, &cursor), TL_OK);
    ck_assert_str_eq(rows_of(cursor, "home"), "tasks/1");
    ck_assert_int_eq(tl_item_find(past, "dossiers/1", &item), TL_OK);
    ck_assert_int_eq(item, t.item);
    tl_close(past);
}
END_TEST

Suite *listing_suite(void)
{
    Suite *suite = suite_create("listing");
    ADD_TESTS(suite, setup_small, 60, listed_elsewhere, columns_of_a_list, one_item, refused, states, numbers, long_numbers, taken_off, counted_once, requests,
        by_json, in_the_past);
    return suite;
}
