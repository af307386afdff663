/* test_schema.c - the embedded schema put to work: a new book, a scratch one, the day in TEMP. */
#include "schema.h"

#include "fixture.h"
#include "suite.h"

START_TEST(files_are_embedded_in_order)
{
    int count = 0;
    for (const tl__schema_file *file = tl__schema_files; file->name != NULL; file++, count++) {
        ck_assert_ptr_nonnull(file->sql);
        ck_assert_uint_gt(strlen(file->sql), 50);
        if (count > 0)
            ck_assert_int_lt(strcmp(file[-1].name, file->name), 0);
        ck_assert_str_ne(file->name, "00_begin");
        ck_assert_str_ne(file->name, "99_found");
    }
    ck_assert_int_gt(count, 15);
    ck_assert_str_eq(tl__schema_files[0].name, "10_book");
}
END_TEST

/* Each CREATE of the files is in the book, word for word, with the comments that make .schema a manual. */
START_TEST(the_book_has_it_word_for_word)
{
    int found = 0;
    sqlite3_stmt *statement;
    ck_assert_int_eq(sqlite3_prepare_v2(t.book->db, "SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL", -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        int there = 0;
        for (const tl__schema_file *file = tl__schema_files; file->name != NULL && !there; file++)
            there = strstr(file->sql, (const char *)sqlite3_column_text(statement, 1)) != NULL;
        ck_assert_msg(there, "%s is in no file of the schema", sqlite3_column_text(statement, 0));
        found++;
    }
    sqlite3_finalize(statement);
    ck_assert_int_gt(found, 100);
}
END_TEST

START_TEST(a_scratch_book)
{
    sqlite3 *scratch = NULL;
    sqlite3_stmt *statement;
    int files = files_in_folder();
    ck_assert_int_eq(tl__schema_scratch(t.book, &scratch), TL_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(scratch, "SELECT (SELECT count(*) FROM sqlite_schema), (SELECT count(*) FROM entry)", -1, &statement, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    ck_assert_int_eq(sqlite3_column_int64(statement, 0), book_int(t.book, "SELECT count(*) FROM main.sqlite_schema"));
    ck_assert_int_eq(sqlite3_column_int(statement, 1), 0);
    sqlite3_finalize(statement);
    ck_assert_int_eq(sqlite3_close(scratch), SQLITE_OK);
    ck_assert_int_eq(files_in_folder(), files);
}
END_TEST

static const char *light_of(int64_t item)
{
    static char light[20];
    tl_item *copy;
    OK(tl_item_get(t.book, item, &copy));
    strcpy(light, copy->light);
    tl_free(copy);
    return light;
}

/* What is derived from the day follows the handle's day, again and again, while the file knows nothing of it. */
START_TEST(the_day_of_the_handle)
{
    static const struct {
        const char *day, *light;
    } days[] = { { "2023-06-14", "green" }, { "2023-06-15", "blue" }, { "2023-06-22", "blue" }, { "2023-06-23", "yellow" }, { "2023-06-30", "yellow" },
        { "2023-07-01", "red" }, { "2023-03-01", "green" } };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        today_is(days[i].day);
        ck_assert_msg(strcmp(light_of(t.item), days[i].light) == 0, "%s: %s", days[i].day, light_of(t.item));
    }
    ck_assert_str_eq(light_of(t.second), "grey");
    tl_cursor *cursor;
    today_is("2023-07-01");
    OK(tl_summary(t.book, "ledger", t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "overdue"), "1");
    OK(tl_table(t.book, t.tasks, &cursor));
    ck_assert_str_eq(rows_of(cursor, "light"), "red|grey");
    ck_assert_int_ne(sql_int(t.path, "SELECT days_left FROM item_status WHERE due IS NOT NULL"),
        book_int(t.book, "SELECT days_left FROM item_status WHERE due IS NOT NULL"));
    OK(tl_set_today(t.book, NULL));
    ck_assert_str_eq(book_text(t.book, "SELECT day FROM today"), sql_text(t.path, "SELECT day FROM today"));
    verify_clean();
}
END_TEST

Suite *schema_suite(void)
{
    Suite *suite = suite_create("schema");
    ADD_TESTS(suite, setup_small, 30, files_are_embedded_in_order, the_book_has_it_word_for_word, a_scratch_book, the_day_of_the_handle);
    return suite;
}
