/* test_dossier.c - an item as a folder: what is in it, what is left out and told, and that nothing is left after an error. What its script finds when
 * something was changed is tested in cli/dossier.sh. */
#include "fixture.h"
#include "suite.h"

#include <jansson.h>
#include <sys/stat.h>
#include <unistd.h>

static int write_dossier(const char *name, findings *found, int64_t *missing)
{
    tl_dossier_options options = TL_DOSSIER_OPTIONS_INIT;
    options.item = t.item;
    options.path = name == NULL ? NULL : in_folder(name);
    options.on_finding = found == NULL ? NULL : collect;
    options.arg = found;
    return tl_dossier(t.book, &options, missing);
}

static int exists(const char *name)
{
    struct stat info;
    return lstat(in_folder(name), &info) == 0;
}

/* Nothing but the book lies in the folder, whatever was begun aside. */
static void expect_nothing_left(int files)
{
    ck_assert_int_eq(files_in_folder(), files);
}

/* A file of the dossier has this in it. */
static void expect_in(const char *name, const char *part)
{
    size_t count;
    char *text = read_file(in_folder(name), &count);
    ck_assert_msg(strstr(text, part) != NULL, "%s: no '%s' in %s", name, part, text);
    free(text);
}

static json_t *read_entries(void)
{
    json_error_t error;
    json_t *whole = json_load_file(in_folder("d/entries.json"), 0, &error);
    ck_assert_msg(whole != NULL, "line %d: %s", error.line, error.text);
    return whole;
}

START_TEST(the_parts)
{
    int64_t missing = -1;
    OK(tl_attach(t.book, t.item, write_file("minutes 1.txt", "minutes"), "<b>minutes</b>"));
    OK(tl_attach(t.book, t.item, "https://example.org/a", NULL));
    act(t.item, "comment", "two\nlines");
    OK(write_dossier("d", NULL, &missing));
    ck_assert_int_eq(missing, 0);
    char *name = sqlite3_mprintf("d/evidence/%lld-minutes_1.txt", (long long)entries() - 2);
    expect_in(name, "minutes");
    expect_in("d/SHA256SUMS", name + 2);
    expect_in("d/index.html", name + 2);
    sqlite3_free(name);
    expect_in("d/index.html", "&lt;b&gt;minutes&lt;/b&gt;");
    expect_in("d/index.html", "lang=\"en\"");
    expect_in("d/index.html", "<td>two\nlines</td>");
    expect_in("d/index.html", "\ntd { white-space: pre-line; }");
    expect_in("d/SHA256SUMS", "  check.sh\n");
    expect_in("d/SHA256SUMS", "  entries.json\n");
    OK(tl_set_lang(t.book, "zh"));
    OK(write_dossier("zh", NULL, NULL));
    expect_in("zh/index.html", "办理过程");
}
END_TEST

/* Each entry of the item and no other, with the columns of the table in their order, and the digests of the book. */
START_TEST(entries_and_digests)
{
    act(t.second, "comment", "of another item");
    act(t.item, "comment", "x");
    OK(write_dossier("d", NULL, NULL));
    json_t *whole = read_entries(), *list = json_object_get(whole, "entries");
    int64_t count = sql_int(t.path, "SELECT count(*) FROM entry WHERE item = (SELECT item FROM item_status WHERE ref = 'tasks/1')");
    ck_assert_int_eq((int64_t)json_array_size(list), count);
    ck_assert_int_eq(json_integer_value(json_object_get(whole, "count")), count);
    ck_assert_str_eq(json_string_value(json_object_get(whole, "book")), "0123456789abcdef0123456789abcdef");
    const json_t *last = json_array_get(list, (size_t)count - 1);
    ck_assert_str_eq(json_string_value(json_object_get(last, "after")), sql_text(t.path, "SELECT digest FROM seal ORDER BY seq DESC LIMIT 1"));
    ck_assert_str_eq(json_string_value(json_object_get(last, "before")), sql_text(t.path, "SELECT digest FROM seal ORDER BY seq DESC LIMIT 1 OFFSET 1"));
    ck_assert(json_is_true(json_object_get(last, "sealed")));
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(last, "entry"), "seq")), entries());
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(last, "entry"), "note")), "x");
    json_decref(whole);
}
END_TEST

/* An entry by plain SQL has no seal yet; its digest is there all the same, and the book is not written to. */
START_TEST(unsealed)
{
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', 'x' FROM item WHERE no = '1' LIMIT 1");
    reopen(TL_OPEN_READONLY);
    OK(write_dossier("d", NULL, NULL));
    json_t *whole = read_entries(), *list = json_object_get(whole, "entries");
    const json_t *last = json_array_get(list, json_array_size(list) - 1);
    char *line;
    ck_assert(json_is_false(json_object_get(last, "sealed")));
    OK(tl_checkpoint(t.book, &line));
    ck_assert_ptr_nonnull(strstr(line, json_string_value(json_object_get(last, "after"))));
    ck_assert_str_eq(json_string_value(json_object_get(whole, "checkpoint")), line);
    tl_free(line);
    json_decref(whole);
}
END_TEST

START_TEST(missing_and_changed)
{
    findings found = { 0 };
    int64_t missing = -1;
    const char *gone = write_file("gone.txt", "a"), *changed = write_file("changed.txt", "b");
    OK(tl_attach(t.book, t.item, gone, NULL));
    OK(tl_attach(t.book, t.item, changed, NULL));
    ck_assert_int_eq(unlink(gone), 0);
    write_file("changed.txt", "c");
    OK(write_dossier("d", &found, &missing));
    ck_assert_int_eq(missing, 2);
    ck_assert_int_eq(found.wrong, 2);
    ck_assert_ptr_nonnull(strstr(found.words, "gone.txt"));
    ck_assert_ptr_nonnull(strstr(found.words, "its SHA-256 is another one"));
    ck_assert_ptr_nonnull(strstr(found.list, "evidence|evidence|"));
    expect_in("d/index.html", "left out, see below: 2");
    expect_in("d/entries.json", "\"file\":null");
    ck_assert(exists("d/evidence"));
    int files = files_in_folder();
    found = (findings) { .stop_after = 1 };
    REFUSED(write_dossier("e", &found, NULL), TL_ESTOP, "");
    ck_assert(!exists("e"));
    expect_nothing_left(files);
}
END_TEST

static int keep_message(const tl_finding *finding, void *arg)
{
    sqlite3_snprintf(2000, arg, "%s", finding->message);
    return 0;
}

/* However long the name is, the reason is said before it, and it is cut between characters. */
START_TEST(a_long_name)
{
    char sql[400], message[2000] = "";
    tl_dossier_options options = TL_DOSSIER_OPTIONS_INIT;
    snprintf(sql, sizeof sql,
        "INSERT INTO post(item, action, actor, uri, sha256, size, title) SELECT id, 'attach', 'x', replace(printf('%%.1300c', 'x'), 'x', '长'), "
        "printf('%%.64c', 'a'), 1, 'x' FROM item WHERE id = %lld",
        (long long)t.item);
    sql_run(t.path, sql);
    options.item = t.item;
    options.path = in_folder("d");
    options.on_finding = keep_message;
    options.arg = message;
    OK(tl_dossier(t.book, &options, NULL));
    const char *name = strstr(message, "is left out: File name too long: 长长长");
    ck_assert_msg(name != NULL, "%s", message);
    ck_assert_str_eq(message + strlen(message) - 3, "长");
    ck_assert_uint_eq(strlen(strstr(message, "长")), 600);
}
END_TEST

/* What was attached by a relative name is looked for beside the book, too. */
START_TEST(beside_the_book)
{
    char before[400];
    int64_t missing = -1;
    ck_assert_ptr_nonnull(getcwd(before, sizeof before));
    write_file("minutes.txt", "minutes");
    ck_assert_int_eq(chdir(t.folder), 0);
    int result = tl_attach(t.book, t.item, "minutes.txt", NULL);
    ck_assert_int_eq(chdir(before), 0);
    OK(result);
    OK(write_dossier("d", NULL, &missing));
    ck_assert_int_eq(missing, 0);
}
END_TEST

START_TEST(the_folder)
{
    const int files = files_in_folder();
    ck_assert_int_eq(mkdir(in_folder("empty"), 0777), 0);
    OK(write_dossier("empty/", NULL, NULL));
    ck_assert(exists("empty/index.html"));
    REFUSED(write_dossier("empty", NULL, NULL), TL_EEXISTS, "");
    expect_words("empty");
    write_file("file", "x");
    REFUSED(write_dossier("file", NULL, NULL), TL_EEXISTS, "");
    REFUSED(write_dossier("nowhere/d", NULL, NULL), TL_ENOTFOUND, "");
    expect_words("nowhere/d");
    char long_name[300];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    REFUSED(write_dossier(long_name, NULL, NULL), TL_EIO, "");
    expect_nothing_left(files + 2);
}
END_TEST

START_TEST(misuse)
{
    tl_dossier_options options = TL_DOSSIER_OPTIONS_INIT;
    REFUSED(tl_dossier(t.book, NULL, NULL), TL_EMISUSE, "");
    REFUSED(write_dossier(NULL, NULL, NULL), TL_EMISUSE, "");
    options.item = 99999;
    options.path = in_folder("d");
    REFUSED(tl_dossier(t.book, &options, NULL), TL_ENOTFOUND, "entry.item");
    OK(tl_begin(t.book));
    REFUSED(write_dossier("d", NULL, NULL), TL_EMISUSE, "");
    OK(tl_rollback(t.book));
    ck_assert(!exists("d"));
}
END_TEST

START_TEST(a_damaged_book)
{
    int64_t seq = act(t.item, "comment", "x");
    char sql[200];
    tl_close(t.book);
    snprintf(
        sql, sizeof sql, "DROP TRIGGER seal_immutable_update; UPDATE seal SET digest = replace(hex(zeroblob(32)), ' ', '') WHERE seq = %lld", (long long)seq);
    ck_assert_int_eq(sql_try(t.path, sql), SQLITE_OK);
    t.book = open_book(t.path, 0);
    REFUSED(write_dossier("d", NULL, NULL), TL_ECHAIN, "chain");
    ck_assert(!exists("d"));
    tl_close(t.book);
    ck_assert_int_eq(
        sql_try(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', CAST(x'41FF42' AS TEXT) FROM item WHERE no = '2'"),
        SQLITE_OK);
    t.book = open_book(t.path, 0);
    t.item = t.second;
    REFUSED(write_dossier("d", NULL, NULL), TL_ECORRUPT, "");
    expect_words("not UTF-8");
    ck_assert(!exists("d"));
}
END_TEST

Suite *dossier_suite(void)
{
    Suite *suite = suite_create("dossier");
    ADD_TESTS(suite, setup_small, 30, the_parts, entries_and_digests, unsealed, missing_and_changed, a_long_name, beside_the_book, the_folder, misuse,
        a_damaged_book);
    return suite;
}
