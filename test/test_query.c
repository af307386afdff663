/* test_query.c - tl_items and tl_entries: each filter against the same question asked in C, alone and together; order and pages. */
#define _DEFAULT_SOURCE /* strsep */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

enum { ITEMS = 40 };

static int64_t units[3], ledgers[2], items[ITEMS];

static int64_t add_unit_below(const char *code, const char *name, int64_t parent)
{
    tl_unit_spec spec = TL_UNIT_SPEC_INIT;
    int64_t unit = 0;
    spec.code = code;
    spec.name = name;
    spec.parent = parent;
    OK(tl_unit_add(t.book, &spec, &unit));
    return unit;
}

/* Forty items in two ledgers, in every state, with and without dates, units, risks and parents. */
static void setup_many(void)
{
    static const char *const dues[] = { NULL, "2023-02-15", "2023-03-01", "2023-03-05", "2023-03-12", "2023-06-30", "2023-12-31" };
    static const char *const states[] = { "registered", "dispatched", "in_progress", "in_review", "standing", "suspended", "closed", "cancelled" };
    static const char *const risks[] = { NULL, "high", "medium", "low", NULL };
    setup_book();
    units[0] = add_unit("a", "A");
    units[1] = add_unit("b", "B");
    units[2] = add_unit_below("c", "C", units[0]);
    ledgers[0] = add_ledger("one", "tasks");
    ledgers[1] = add_ledger("two", "tasks");
    today_is("2023-01-10");
    for (size_t i = 0; i < ITEMS; i++) {
        char title[60];
        const tl_assignment_spec assignments[] = { { units[i % 3], "lead", NULL }, { units[(i + 1) % 3], i % 4 ? "support" : "responsible", NULL } };
        tl_item_spec spec = TL_ITEM_SPEC_INIT;
        snprintf(title, sizeof title, "item %zu %s", i, i % 5 == 0 ? "桥梁 bridge" : "road");
        spec.ledger = ledgers[i % 2];
        spec.title = title;
        spec.detail = i % 7 == 0 ? "see the bridge" : NULL;
        spec.due = dues[i % 7];
        spec.risk = risks[i % 5];
        spec.officer = i % 4 == 1 ? "李书记" : NULL;
        spec.parent = i > 10 && i % 6 == 0 ? items[2] : 0;
        spec.assignments = assignments;
        spec.assignment_count = i % 3 == 2 ? 1 : 2;
        OK(tl_item_add(t.book, &spec, &items[i]));
    }
    for (size_t i = 3; i < ITEMS; i++)
        if (dues[i % 7] != NULL || i % 8 == 0 || i % 8 > 4) {
            const char *state = states[i % 8];
            if (dues[i % 7] == NULL && i % 8 == 6)
                state = "cancelled";
            bring_to(items[i], state);
        }
    OK(tl_unassign(t.book, items[1], units[2]));
    OK(tl_post(t.book, &(tl_posting) { .size = sizeof(tl_posting), .item = items[34], .action = "complete", .unit = units[2], .note = "done" }, NULL));
    today_is("2023-03-01");
}

/* The same question, by plain SQL for what tl_item does not tell. */
static int has_unit(const tl_item_query *query, int64_t item)
{
    char sql[500];
    snprintf(sql, sizeof sql,
        "SELECT count(*) FROM assignment a JOIN unit u ON u.id = a.unit WHERE item = %lld AND (u.id = %lld OR (%d AND u.parent = %lld)) AND ended_at IS NULL "
        "AND role GLOB '%s' AND (NOT %d OR role = 'lead' OR completed_at IS NULL)",
        (long long)item, (long long)query->unit, query->below, (long long)query->unit, query->role == NULL ? "*" : query->role, query->owed);
    return book_int(t.book, sql) > 0;
}

static int has_entry_of(int64_t item, const char *actor)
{
    char sql[200];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM entry WHERE item = %lld AND actor = '%s'", (long long)item, actor);
    return book_int(t.book, sql) > 0;
}

static int64_t ledger_of(const char *code)
{
    return strcmp(code, "one") == 0 ? ledgers[0] : ledgers[1];
}

static int is_open(const char *state)
{
    return strcmp(state, "closed") != 0 && strcmp(state, "cancelled") != 0;
}

static int equal(const char *wanted, const char *found)
{
    return found != NULL && strcmp(wanted, found) == 0;
}

/* One of the words, with commas between. */
static int among(const char *words, const char *found)
{
    char copy[100], *rest = copy, *word;
    snprintf(copy, sizeof copy, "%s", words);
    while ((word = strsep(&rest, ",")) != NULL)
        if (equal(word, found) || (strcmp(word, "open") == 0 && is_open(found)))
            return 1;
    return 0;
}

static int fits(const tl_item_query *query, const tl_item *item)
{
    if (query->ledger != 0 && query->ledger != ledger_of(item->ledger))
        return 0;
    if (query->state != NULL && !among(query->state, item->state))
        return 0;
    if (query->unit != 0 && (!has_unit(query, item->item) || (query->owed && !is_open(item->state))))
        return 0;
    if ((query->light != NULL && !among(query->light, item->light)) || (query->risk != NULL && !among(query->risk, item->risk)))
        return 0;
    if (query->actor != NULL && !has_entry_of(item->item, query->actor))
        return 0;
    if (query->due_before != NULL && (item->due == NULL || strcmp(item->due, query->due_before) > 0))
        return 0;
    if (query->due_after != NULL && (item->due == NULL || strcmp(item->due, query->due_after) < 0))
        return 0;
    if (query->officer != NULL && !equal(query->officer, item->officer))
        return 0;
    if (query->text != NULL && strstr(item->title, query->text) == NULL && (item->detail == NULL || strstr(item->detail, query->text) == NULL))
        return 0;
    return query->parent == 0 || (item->parent != NULL && strcmp(item->parent, "one/2") == 0 && query->parent == items[2]);
}

/* The ids that a query lists. */
static size_t list(const tl_item_query *query, int64_t into[ITEMS])
{
    tl_cursor *cursor;
    tl_item item = TL_ITEM_INIT;
    size_t count = 0;
    OK(tl_items(t.book, query, &cursor));
    int result;
    while ((result = tl_next(cursor)) == TL_ROW) {
        ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_OK);
        ck_assert_uint_lt(count, ITEMS);
        into[count++] = item.item;
    }
    ck_assert_int_eq(result, TL_DONE);
    tl_cursor_close(cursor);
    return count;
}

static const char *const orders[] = { "number", "due", "change", "priority" };

/* What an item is put in order by, as one text; by number they come in order already. */
static void key_of(const tl_item_query *query, const tl_item *item, char key[60])
{
    const char *due = item->due == NULL ? "9999" : item->due, *risk = item->risk == NULL ? "none" : item->risk;
    if (query->order == NULL || strcmp(query->order, "number") == 0)
        snprintf(key, 60, "%s", "");
    else if (strcmp(query->order, "due") == 0)
        snprintf(key, 60, "%s %06lld", due, (long long)item->item);
    else if (strcmp(query->order, "change") == 0)
        snprintf(key, 60, "%06lld", 999999 - (long long)item->entry);
    else
        snprintf(key, 60, "%c%s %06lld",
            strcmp(risk, "high") == 0     ? 'a'
            : strcmp(risk, "medium") == 0 ? 'b'
            : strcmp(risk, "low") == 0    ? 'c'
                                          : 'd',
            due, (long long)item->item);
}

/* The ids that a query lists, by the whole list, sifted and put in order in C. */
static size_t sift(const tl_item_query *query, int64_t into[ITEMS])
{
    char keys[ITEMS + 1][60];
    tl_cursor *cursor;
    tl_item item = TL_ITEM_INIT;
    size_t count = 0;
    OK(tl_items(t.book, NULL, &cursor));
    while (tl_next(cursor) == TL_ROW) {
        char key[60];
        size_t at = count;
        ck_assert_int_eq(tl_cursor_item(cursor, &item), TL_OK);
        if (!fits(query, &item))
            continue;
        key_of(query, &item, key);
        for (; at > 0 && strcmp(keys[at - 1], key) > 0; at--) {
            memcpy(keys[at], keys[at - 1], sizeof key);
            into[at] = into[at - 1];
        }
        memcpy(keys[at], key, sizeof key);
        into[at] = item.item;
        count++;
    }
    tl_cursor_close(cursor);
    return count;
}

/* Compares a query with the whole list, sifted in C. Returns how many there were. */
static size_t check(const tl_item_query *query)
{
    int64_t listed[ITEMS], wanted[ITEMS];
    size_t count = list(query, listed), expected = sift(query, wanted);
    ck_assert_uint_eq(count, expected);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(listed[i] == wanted[i], "item %lld is at place %zu of %zu by %s, not %lld", (long long)listed[i], i, count,
            query->order == NULL ? "number" : query->order, (long long)wanted[i]);
    return count;
}

static const char *const all_states[] = { "open,closed", "closed,in_review", "suspended,dispatched", "open", "registered", "dispatched", "in_progress",
    "in_review", "notice", "standing", "suspended", "closed", "cancelled" };
static const char *const all_lights[] = { "red,blue", "red", "yellow", "blue", "green", "grey" };
static const char *const all_risks[] = { "high,low", "high", "medium", "low" };
static const char *const all_roles[] = { "lead", "responsible", "support" };
static const char *const some_days[] = { "2023-02-15", "2023-03-01", "2023-03-04", "2023-12-31" };
static const char *const some_texts[] = { "bridge", "桥梁", "item 1", "%", "nowhere" };

START_TEST(each_filter_alone)
{
    tl_item_query query = TL_ITEM_QUERY_INIT;
    ck_assert_uint_eq(check(&query), ITEMS);
    for (size_t i = 0; i < 2; i++)
        ck_assert_uint_eq(check(&(tl_item_query) { .size = sizeof query, .ledger = ledgers[i] }), ITEMS / 2);
    for (size_t i = 0; i < sizeof all_states / sizeof all_states[0]; i++) {
        size_t found = check(&(tl_item_query) { .size = sizeof query, .state = all_states[i] });
        ck_assert_msg((found > 0) == (strcmp(all_states[i], "notice") != 0), "no item is %s", all_states[i]);
    }
    for (size_t i = 0; i < sizeof all_lights / sizeof all_lights[0]; i++)
        ck_assert_msg(check(&(tl_item_query) { .size = sizeof query, .light = all_lights[i] }) > 0, "no item is %s", all_lights[i]);
    for (size_t i = 0; i < sizeof all_risks / sizeof all_risks[0]; i++)
        ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .risk = all_risks[i] }), 0);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .unit = units[i] }), 0);
        ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .unit = units[i], .role = all_roles[i] }), 0);
    }
    for (size_t i = 0; i < sizeof some_days / sizeof some_days[0]; i++) {
        ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .due_before = some_days[i] }), 0);
        ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .due_after = some_days[i] }), 0);
    }
    for (size_t i = 0; i < sizeof some_texts / sizeof some_texts[0]; i++)
        ck_assert_int_eq(check(&(tl_item_query) { .size = sizeof query, .text = some_texts[i] }) > 0, i < 3);
    ck_assert_uint_eq(check(&(tl_item_query) { .size = sizeof query, .officer = "李书记" }), ITEMS / 4);
    ck_assert_uint_eq(check(&(tl_item_query) { .size = sizeof query, .officer = "李" }), 0);
    ck_assert_uint_gt(check(&(tl_item_query) { .size = sizeof query, .parent = items[2] }), 2);
    ck_assert_uint_eq(check(&(tl_item_query) { .size = sizeof query, .parent = items[3] }), 0);
}
END_TEST

/* A small generator of our own: the same combinations in every run. */
static unsigned chance(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % below;
}

START_TEST(filters_together)
{
    unsigned seed = 7;
    size_t met = 0;
    for (int round = 0; round < sparsely(400, 60); round++) {
        tl_item_query query = TL_ITEM_QUERY_INIT;
        query.ledger = chance(&seed, 3) == 0 ? ledgers[chance(&seed, 2)] : 0;
        query.state = chance(&seed, 4) == 0 ? all_states[chance(&seed, 13)] : NULL;
        query.unit = chance(&seed, 3) == 0 ? units[chance(&seed, 3)] : 0;
        query.below = chance(&seed, 2) == 0;
        query.owed = chance(&seed, 3) == 0;
        query.actor = chance(&seed, 8) == 0 ? "zhao" : NULL;
        query.order = orders[chance(&seed, 4)];
        query.role = query.unit != 0 && chance(&seed, 2) == 0 ? all_roles[chance(&seed, 3)] : NULL;
        query.light = chance(&seed, 5) == 0 ? all_lights[chance(&seed, 6)] : NULL;
        query.risk = chance(&seed, 5) == 0 ? all_risks[chance(&seed, 4)] : NULL;
        query.due_before = chance(&seed, 5) == 0 ? some_days[chance(&seed, 4)] : NULL;
        query.due_after = chance(&seed, 5) == 0 ? some_days[chance(&seed, 4)] : NULL;
        query.text = chance(&seed, 6) == 0 ? some_texts[chance(&seed, 5)] : NULL;
        query.parent = chance(&seed, 9) == 0 ? items[2] : 0;
        query.officer = chance(&seed, 6) == 0 ? "李书记" : NULL;
        met += check(&query) > 0;
    }
    ck_assert_int_gt((int)met, sparsely(100, 20));
}
END_TEST

/* Page by page it is the same list, whatever the size of a page. */
static void check_pages(tl_item_query query, int64_t size)
{
    int64_t whole[ITEMS], page[ITEMS];
    size_t count = list(&query, whole), at = 0, got;
    query.limit = size;
    while ((got = list(&query, page)) > 0) {
        ck_assert_int_le((int64_t)got, size);
        ck_assert_uint_le(at + got, count);
        ck_assert_mem_eq(page, whole + at, got * sizeof page[0]);
        at += got;
        query.after = page[got - 1];
    }
    ck_assert_uint_eq(at, count);
}

START_TEST(pages)
{
    static const int64_t sizes[] = { 1, 7, ITEMS + 1 };
    static const char *const states[] = { NULL, "open", "closed,in_progress" };
    for (unsigned i = 0; i < sizeof orders / sizeof orders[0] * 3 * 4 * 2; i++) {
        tl_item_query query = TL_ITEM_QUERY_INIT;
        query.order = orders[i % 4];
        query.state = states[i / 4 % 3];
        query.unit = i / 12 % 4 > 0 ? units[0] : 0;
        query.below = i / 12 % 4 == 2;
        query.role = i / 12 % 4 == 3 ? "lead" : NULL;
        query.ledger = i / 48 ? ledgers[1] : 0;
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++)
            check_pages(query, sizes[s]);
        query.light = "yellow,grey,green";
        query.risk = i % 8 < 4 ? "low,high" : NULL;
        check_pages(query, 2);
    }
}
END_TEST

/* Going on behind an item that is of another ledger or rank than what is asked for. */
START_TEST(pages_behind_a_stranger)
{
    int64_t page[ITEMS];
    for (size_t i = 0; i < ITEMS; i++) {
        tl_item_query query = TL_ITEM_QUERY_INIT;
        query.after = items[i];
        query.ledger = ledgers[0];
        query.state = "open";
        query.risk = "high";
        for (size_t o = 0; o < sizeof orders / sizeof orders[0]; o++) {
            query.order = orders[o];
            for (size_t at = 0, count = list(&query, page); at < count; at++)
                ck_assert_int_ne(page[at], items[i]);
        }
    }
}
END_TEST

START_TEST(natural_order)
{
    static const char *const given[] = { "10", "2", "1", "〔2023〕10号", "3.10", "3.9", "3", "〔2023〕9号", "A2", "A10", "100", "3.9.1" };
    int64_t ledger = add_ledger("order", "tasks");
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++) {
        tl_item_spec spec = TL_ITEM_SPEC_INIT;
        spec.ledger = ledger;
        spec.title = "x";
        spec.no = given[i];
        OK(tl_item_add(t.book, &spec, NULL));
    }
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor;
    query.ledger = ledger;
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "no"), "1|2|3|3.9|3.9.1|3.10|10|100|A2|A10|〔2023〕9号|〔2023〕10号");
}
END_TEST

#define WRONG(member, word)                                                                                                                                    \
    do {                                                                                                                                                       \
        tl_item_query wrong_ = TL_ITEM_QUERY_INIT;                                                                                                             \
        tl_cursor *none_ = NULL;                                                                                                                               \
        wrong_.member = (word);                                                                                                                                \
        REFUSED(tl_items(t.book, &wrong_, &none_), TL_EINVAL, NULL);                                                                                           \
        ck_assert_ptr_null(none_);                                                                                                                             \
    } while (0)

START_TEST(wrong_words)
{
    WRONG(state, "clsoed");
    expect_words("closed");
    WRONG(state, "");
    WRONG(state, "open,clsoed");
    WRONG(state, "open,");
    WRONG(order, "prioritty");
    expect_words("priority");
    WRONG(order, "");
    expect_words("number, due, change, priority");
    WRONG(actor, "\xff");
    WRONG(light, "purple");
    WRONG(light, "yelow");
    expect_words("yellow");
    WRONG(risk, "hihg");
    expect_words("high");
    WRONG(role, "boss");
    WRONG(due_before, "2023-02-30");
    WRONG(due_after, "soon");
    WRONG(text, "\xff");
    tl_item_query query = TL_ITEM_QUERY_INIT;
    tl_cursor *cursor = NULL;
    query.after = 4711;
    REFUSED(tl_items(t.book, &query, &cursor), TL_ENOTFOUND, NULL);
    ck_assert_ptr_null(cursor);
}
END_TEST

START_TEST(queries_of_an_older_program)
{
    tl_cursor *cursor;
    tl_item_query query = TL_ITEM_QUERY_INIT;
    query.size = offsetof(tl_item_query, state);
    query.ledger = ledgers[0];
    query.state = (const char *)1;
    query.limit = 1;
    OK(tl_items(t.book, &query, &cursor));
    ck_assert_int_eq(count_rows(cursor), ITEMS / 2);
}
END_TEST

static int count_entries(tl_entry_query query)
{
    tl_cursor *cursor;
    OK(tl_entries(t.book, &query, &cursor));
    return count_rows(cursor);
}

START_TEST(entries_of_the_journal)
{
    tl_cursor *cursor;
    char sql[100];
    tl_entry_query query = TL_ENTRY_QUERY_INIT;
    int all = (int)entries();
    OK(tl_entries(t.book, NULL, &cursor));
    ck_assert_int_eq(count_rows(cursor), all);
    query.item = items[7];
    snprintf(sql, sizeof sql, "SELECT seq FROM entry WHERE item = %lld ORDER BY seq", (long long)items[7]);
    OK(tl_entries(t.book, &query, &cursor));
    ck_assert_str_eq(rows_of(cursor, "seq"), book_text(t.book, sql));
    query.item = 0;
    query.action = "close";
    ck_assert_int_eq(count_entries(query), (int)book_int(t.book, "SELECT count(*) FROM item WHERE state = 'closed'"));
    ck_assert_int_gt(count_entries(query), 0);
    query.actor = "zhao";
    ck_assert_int_gt(count_entries(query), 0);
    query.actor = "wang";
    ck_assert_int_eq(count_entries(query), 0);
    query = (tl_entry_query)TL_ENTRY_QUERY_INIT;
    query.action = "request-close";
    ck_assert_int_gt(count_entries(query), 0);
    query.action = "request_clos";
    REFUSED(tl_entries(t.book, &query, &cursor), TL_EINVAL, "");
    expect_words("'request_close'");
    query.action = "";
    REFUSED(tl_entries(t.book, &query, &cursor), TL_EINVAL, "");
    ck_assert_ptr_null(cursor);
    query = (tl_entry_query)TL_ENTRY_QUERY_INIT;
    query.after = all - 10;
    ck_assert_int_eq(count_entries(query), 10);
    query.limit = 3;
    OK(tl_entries(t.book, &query, &cursor));
    snprintf(sql, sizeof sql, "%d|%d|%d", all - 9, all - 8, all - 7);
    ck_assert_str_eq(rows_of(cursor, "seq"), sql);
    query.after = all;
    ck_assert_int_eq(count_entries(query), 0);
}
END_TEST

START_TEST(one_item)
{
    tl_item *item;
    OK(tl_item_get(t.book, items[5], &item));
    ck_assert_int_eq(item->item, items[5]);
    ck_assert_str_eq(item->ref, "two/3");
    ck_assert_uint_eq(strlen(item->uid), 32);
    ck_assert_str_eq(item->due, "2023-06-30");
    tl_free(item);
    OK(tl_item_get(t.book, items[4], &item));
    ck_assert_int_eq(item->has_days_left, 1);
    ck_assert_int_eq(item->days_left, 305);
    tl_free(item);
    OK(tl_item_get(t.book, items[0], &item));
    ck_assert_int_eq(item->has_days_left, 0);
    ck_assert_ptr_null(item->due);
    tl_free(item);
    REFUSED(tl_item_get(t.book, 4711, &item), TL_ENOTFOUND, NULL);
    ck_assert_ptr_null(item);
}
END_TEST

Suite *query_suite(void)
{
    Suite *suite = suite_create("query");
    ADD_TESTS(suite, setup_many, 60, each_filter_alone, filters_together, pages, pages_behind_a_stranger, natural_order, wrong_words,
        queries_of_an_older_program, entries_of_the_journal, one_item);
    return suite;
}
