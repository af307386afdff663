/* test_cursor.c - cursors: rows, types, words in both languages, the end of rows, closing in any order, items as structs and copies. */
#include "cursor.h"

#include "fixture.h"
#include "suite.h"

static int column_of(const tl_cursor *cursor, const char *name)
{
    for (int i = 0; i < tl_column_count(cursor); i++)
        if (strcmp(tl_column_name(cursor, i), name) == 0)
            return i;
    ck_abort_msg("no column %s", name);
    return -1;
}

START_TEST(types)
{
    tl_cursor *cursor;
    OK(tl_items(t.book, NULL, &cursor));
    int due = column_of(cursor, "due"), item = column_of(cursor, "item"), title = column_of(cursor, "title");
    ck_assert_int_eq(tl_column_type(cursor, title), TL_NULL);
    ck_assert_ptr_null(tl_column_text(cursor, title));
    ck_assert_int_eq(tl_column_int(cursor, item), 0);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_column_type(cursor, item), TL_INTEGER);
    ck_assert_int_eq(tl_column_int(cursor, item), t.item);
    ck_assert_int_eq(tl_column_type(cursor, title), TL_TEXT);
    ck_assert_str_eq(tl_column_text(cursor, title), "mend the bridge");
    ck_assert_int_eq(tl_column_type(cursor, due), TL_TEXT);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_column_type(cursor, due), TL_NULL);
    ck_assert_ptr_null(tl_column_text(cursor, due));
    ck_assert_ptr_null(tl_column_word(cursor, due));
    tl_cursor_close(cursor);
}
END_TEST

START_TEST(behind_the_last_row)
{
    tl_cursor *cursor;
    OK(tl_items(t.book, NULL, &cursor));
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(tl_next(cursor), TL_ROW);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(tl_next(cursor), TL_DONE);
        ck_assert_int_eq(tl_column_type(cursor, 0), TL_NULL);
        ck_assert_ptr_null(tl_column_text(cursor, 0));
        tl_item item = TL_ITEM_INIT;
        ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_EMISUSE);
    }
    tl_cursor_close(cursor);
    ck_assert_int_eq(tl_next(NULL), TL_EMISUSE);
    tl_cursor_close(NULL);
}
END_TEST

START_TEST(words)
{
    tl_cursor *cursor;
    OK(tl_set_lang(t.book, "zh"));
    bring_to(t.item, "in_progress");
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "rate";
    posting.risk = "high";
    posting.note = "x";
    OK(tl_post(t.book, &posting, NULL));
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "state")), "办理中");
    ck_assert_str_eq(tl_column_text(cursor, column_of(cursor, "state")), "in_progress");
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "light")), "绿");
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "risk")), "高");
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "title")), "mend the bridge");
    ck_assert_str_eq(tl_column_label(cursor, column_of(cursor, "due")), "完成时限");
    tl_cursor_close(cursor);
    OK(tl_assignments(t.book, t.item, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "role")), "牵头");
    tl_cursor_close(cursor);
    OK(tl_entries(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "action")), "建库");
    tl_cursor_close(cursor);
    OK(tl_moves(t.book, t.item, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "to_state")), "办理中");
    tl_cursor_close(cursor);
    OK(tl_set_lang(t.book, "en"));
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_str_eq(tl_column_word(cursor, column_of(cursor, "state")), "in progress");
    tl_cursor_close(cursor);
}
END_TEST

/* What is open when the book is closed is closed with it; those of other orders, too. */
START_TEST(closed_with_the_book)
{
    tl_cursor *cursors[5];
    for (int i = 0; i < 5; i++) {
        OK(tl_entries(t.book, NULL, &cursors[i]));
        ck_assert_int_eq(tl_next(cursors[i]), TL_ROW);
    }
    tl_cursor_close(cursors[2]);
    tl_cursor_close(cursors[0]);
    tl_cursor_close(cursors[4]);
    ck_assert_int_eq(tl_next(cursors[1]), TL_ROW);
    tl_close(t.book); /* the sanitizers tell of what is left */
    t.book = open_book(t.path, 0);
    verify_clean();
}
END_TEST

/* Rows are of the moment when reading began, or later; posts meanwhile harm nothing. */
START_TEST(posts_while_reading)
{
    tl_cursor *cursor;
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    for (int i = 0; i < 5; i++)
        act(t.item, "comment", "meanwhile");
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_column_int(cursor, column_of(cursor, "item")), t.second);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_next(cursor), TL_DONE);
    tl_cursor_close(cursor);
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    OK(tl_begin(t.book));
    act(t.item, "comment", "undone");
    OK(tl_rollback(t.book));
    int result = tl_next(cursor);
    ck_assert_msg(result == TL_ROW || (result < 0 && tl_errmsg(t.book)[0] != '\0'), "%s", tl_result_name(result));
    tl_cursor_close(cursor);
    verify_clean();
}
END_TEST

START_TEST(items_as_structs)
{
    tl_cursor *cursor;
    tl_item item = TL_ITEM_INIT;
    OK(tl_items(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_EMISUSE);
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_OK);
    ck_assert_str_eq(item.ref, "tasks/1");
    ck_assert_int_eq(item.has_days_left, 1);
    ck_assert_int_eq(item.days_left, 121);
    ck_assert_ptr_null(item.detail);
    /* A program with an older, smaller struct. */
    tl_item small;
    memset(&small, 0x55, sizeof small);
    small.size = offsetof(tl_item, state);
    ck_assert_int_eq(tl_cursor_item(cursor, &small), TL_OK);
    ck_assert_str_eq(small.title, "mend the bridge");
    ck_assert_uint_eq(small.size, offsetof(tl_item, state));
    const unsigned char *behind = (const unsigned char *)&small + small.size;
    for (size_t i = 0; i < sizeof small - small.size; i++)
        ck_assert_uint_eq(behind[i], 0x55);
    tl_item *copy = tl__item_copy(&item);
    tl_cursor_close(cursor);
    ck_assert_str_eq(copy->title, "mend the bridge");
    ck_assert_str_eq(copy->lead, "north");
    ck_assert_ptr_null(copy->detail);
    tl_free(copy);
    OK(tl_entries(t.book, NULL, &cursor));
    ck_assert_int_eq(tl_next(cursor), TL_ROW);
    ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_EMISUSE);
    tl_cursor_close(cursor);
}
END_TEST

/* Every member has its column, and the other way round as far as the header says. */
START_TEST(every_member_is_read)
{
    bring_to(t.item, "in_review");
    act(t.item, "return", "again");
    act(t.item, "urge", "hurry");
    OK(tl_report(t.book, t.item, t.north, "x", "70"));
    tl_item *item;
    OK(tl_item_get(t.book, t.item, &item));
    ck_assert_str_eq(item->percent, "70");
    ck_assert_int_eq(item->returned, 1);
    ck_assert_int_eq(item->urged, 1);
    ck_assert_int_eq(item->evidence, 1);
    ck_assert_str_eq(item->state, "in_progress");
    ck_assert_str_eq(item->light, "yellow");
    ck_assert_str_eq(item->ledger, "tasks");
    ck_assert_int_eq(item->entry, entries());
    tl_free(item);
    act(t.item, "request_close", NULL);
    act_as("zhao", t.item, "close", NULL);
    OK(tl_item_get(t.book, t.item, &item));
    ck_assert_str_eq(item->completed_on, "2023-03-01");
    ck_assert_ptr_null(item->light);
    ck_assert_int_eq(item->has_days_left, 0);
    tl_free(item);
}
END_TEST

Suite *cursor_suite(void)
{
    Suite *suite = suite_create("cursor");
    ADD_TESTS(suite, setup_small, 30, types, behind_the_last_row, words, closed_with_the_book, posts_while_reading, items_as_structs, every_member_is_read);
    return suite;
}
