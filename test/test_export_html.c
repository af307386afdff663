/* test_export_html.c - the board as an HTML file: its numbers, its items and their timelines, what is escaped, what it may load. That it works in a
 * browser is in browser.sh. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>

/* What was written of the page; good until the next one. */
static struct page {
    char text[4 * 1024 * 1024];
    size_t length, limit; /* limit: where writing fails; 0: nowhere */
} page;

static int take(const void *bytes, size_t count, void *arg)
{
    struct page *to = arg;
    if ((to->limit > 0 && to->length + count > to->limit) || to->length + count >= sizeof to->text)
        return 1;
    memcpy(to->text + to->length, bytes, count);
    to->length += count;
    to->text[to->length] = '\0';
    return 0;
}

static int export_limited(tl_book *book, int64_t ledger, size_t limit)
{
    tl_export_options options = TL_EXPORT_OPTIONS_INIT;
    options.format = "html";
    options.ledger = ledger;
    options.write = take;
    options.arg = &page;
    page.length = 0;
    page.text[0] = '\0';
    page.limit = limit;
    return tl_export(book, &options);
}

static int export_page(int64_t ledger)
{
    return export_limited(t.book, ledger, 0);
}

/* How often a text stands in the page. */
static int occurs(const char *part)
{
    int count = 0;
    for (const char *at = page.text; (at = strstr(at, part)) != NULL; at += strlen(part))
        count++;
    return count;
}

START_TEST(results)
{
    OK(export_page(0));
    OK(export_page(t.tasks));
    REFUSED(export_page(4711), TL_ENOTFOUND, NULL);
    ck_assert_uint_eq(page.length, 0);
    REFUSED(export_limited(t.book, 0, 1), TL_ESTOP, "");
    OK(tl_begin(t.book));
    OK(export_page(0));
    ck_assert_int_eq(occurs("Checkpoint"), 0);
    OK(tl_rollback(t.book));
}
END_TEST

START_TEST(an_empty_book)
{
    OK(export_page(0));
    ck_assert_int_eq(strncmp(page.text, "<!DOCTYPE html>\n<html lang=\"en\">", 31), 0);
    ck_assert_ptr_nonnull(strstr(page.text, "</html>\n"));
    ck_assert_int_eq(occurs("<tbody data-ledger="), 0);
    ck_assert_int_eq(occurs("nothing to show"), 2);
    ck_assert_int_eq(occurs("<dd>–</dd>"), 3);
}
END_TEST

START_TEST(one_ledger_and_all)
{
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<tbody data-ledger=\"tasks\" data-state=\"registered\""), 2);
    ck_assert_int_eq(occurs("<tbody data-ledger="), 2);
    ck_assert_int_eq(occurs("data-unit=\"north,south\""), 1);
    ck_assert_int_eq(occurs("<section class=\"ledger\">"), 1);
    OK(export_page(0));
    ck_assert_int_eq(occurs("<tbody data-ledger="), 3);
    ck_assert_int_eq(occurs("<section class=\"ledger\">"), 2);
}
END_TEST

/* The parts of each rate, as the views of the book have them; what is late. */
START_TEST(figures)
{
    bring_to(t.item, "closed");
    int64_t late = add_item(t.tasks, "late", "2023-03-05", t.north);
    act(late, "dispatch", NULL);
    today_is("2023-03-20");
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<dd>33.33%</dd><dd class=\"parts\">1/3 closed"), 1);
    ck_assert_int_eq(occurs("<dd>100.00%</dd><dd class=\"parts\">1/1 on time"), 1);
    ck_assert_int_eq(occurs("<dd>100.00%</dd><dd class=\"parts\">1/1 overdue"), 1);
    ck_assert_int_eq(occurs("50.00% <small>1/2</small>"), 1); /* of north */
    ck_assert_int_eq(occurs("8–15 days: 1; "), 1);
    ck_assert_int_eq(occurs("<span class=\"light red\">red</span>"), 1);
    ck_assert_int_eq(occurs("href=\"#light=red&amp;unit=north\">red 1</a>"), 1);
    ck_assert_int_eq(occurs("2023-03-20: 1 open"), 1);
}
END_TEST

static const char *place_of_unit(const char *code)
{
    char row[100];
    snprintf(row, sizeof row, "<th scope=\"row\"><a href=\"#unit=%s\">", code);
    const char *place = strstr(page.text, row);
    ck_assert_ptr_nonnull(place);
    return place;
}

/* Units stand in the order of tl_board: of those with as many red items first who is overdue, whatever is yellow. */
START_TEST(order_of_units)
{
    tl_cursor *board;
    int64_t twice = add_item(t.tasks, "returned twice", "2023-12-31", t.north);
    add_item(t.tasks, "soon", "2023-03-02", t.north);
    add_item(t.tasks, "late", "2023-02-01", t.south);
    bring_to(twice, "in_review");
    OK(tl_return(t.book, twice, "not yet"));
    OK(tl_request_close(t.book, twice, "done"));
    OK(tl_return(t.book, twice, "not yet"));
    OK(tl_board(t.book, "unit", t.tasks, &board));
    ck_assert_str_eq(rows_of(board, "red"), "1|1|0");
    OK(tl_board(t.book, "unit", t.tasks, &board));
    ck_assert_str_eq(rows_of(board, "unit"), "south|north|");
    OK(export_page(t.tasks));
    ck_assert(place_of_unit("south") < place_of_unit("north"));
}
END_TEST

START_TEST(a_timeline)
{
    bring_to(t.item, "in_progress");
    OK(tl_report(t.book, t.item, t.north, "half\ndone", "50.5"));
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<b>report</b><span class=\"who\">wang</span><div><p>half\ndone</p>"), 1);
    ck_assert_int_eq(occurs("<span class=\"more\">50.5%</span>"), 1);
    ck_assert_int_eq(occurs("<b>assign</b>"), 2);
    ck_assert_int_eq(occurs("<span class=\"more\">state in progress</span>"), 1);
    ck_assert_int_eq(occurs("<details>"), 2);
}
END_TEST

/* No text gets out of its place, wherever it stands. */
START_TEST(hostile_texts)
{
    static const char hostile[] = "</script><img src=x onerror=\"alert('1')\">&\x01";
    int64_t unit = add_unit("a\"><b>", hostile);
    int64_t item = add_item(t.tasks, hostile, "2023-05-01", unit);
    act(item, "comment", hostile);
    act_as("<img src=x>", item, "urge", hostile);
    OK(export_page(0));
    ck_assert_int_eq(occurs("<img"), 0);
    ck_assert_int_eq(occurs("<b>\""), 0);
    ck_assert_int_eq(occurs("</script>"), 1);
    ck_assert_int_eq(occurs("\x01"), 0);
    ck_assert_int_gt(occurs("&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;\xEF\xBF\xBD"), 5);
    ck_assert_int_eq(occurs("#unit=a%22%3E%3Cb%3E\""), 1);
    ck_assert_int_eq(occurs("data-unit=\"a&quot;&gt;&lt;b&gt;\""), 1);
}
END_TEST

/* A plain shell can put bytes into the book that are no UTF-8. */
START_TEST(broken_text)
{
    sql_run(t.path, "INSERT INTO post(item, action, actor, note) SELECT id, 'comment', 'shell', CAST(x'41FF42' AS TEXT) FROM item WHERE no = '2'");
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<p>A\xEF\xBF\xBD"
                            "B</p>"),
        1);
}
END_TEST

/* The page asks for nothing: no address in it leads out of it, and its policy forbids what it does not carry itself. */
START_TEST(nothing_from_elsewhere)
{
    OK(export_page(0));
    ck_assert_int_eq(occurs("content=\"default-src 'none'; style-src 'sha256-"), 1);
    ck_assert_int_eq(occurs("; script-src 'sha256-"), 1);
    ck_assert_int_eq(occurs("unsafe"), 0);
    ck_assert_int_eq(occurs(" src="), 0);
    ck_assert_int_eq(occurs("://"), 0);
    ck_assert_int_eq(occurs("url("), 0);
    ck_assert_int_eq(occurs("@import"), 0);
    ck_assert_int_eq(occurs("<link"), 0);
    ck_assert_int_eq(occurs(" style="), 0);
    ck_assert_int_eq(occurs("href="), occurs("href=\"#"));
}
END_TEST

START_TEST(in_chinese)
{
    OK(tl_set_lang(t.book, "zh"));
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<html lang=\"zh-CN\">"), 1);
    ck_assert_int_eq(occurs("<th scope=\"col\">工作任务</th>"), 1);
    ck_assert_int_eq(occurs("<option value=\"closed\">已销号</option>"), 1);
    ck_assert_int_eq(occurs("<dt>销号率</dt>"), 1);
}
END_TEST

/* What is empty in a whole ledger has no column. */
START_TEST(columns)
{
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<th scope=\"col\">problem</th>"), 0);
    ck_assert_int_eq(occurs("<th scope=\"col\">title</th>"), 1);
    bring_to(t.item, "in_progress");
    tl_posting posting = TL_POSTING_INIT;
    posting.item = t.item;
    posting.action = "report";
    posting.unit = t.north;
    posting.note = "x";
    posting.problem = "rain";
    OK(tl_post(t.book, &posting, NULL));
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<th scope=\"col\">problem</th>"), 1);
    ck_assert_int_eq(occurs("<td>rain</td>"), 1);
}
END_TEST

START_TEST(as_of_a_day)
{
    tl_book *past;
    today_is("2023-04-01");
    bring_to(t.item, "closed");
    OK(tl_book_as_of(t.book, "2023-03-01", &past));
    OK(export_limited(past, t.tasks, 0));
    ck_assert_int_eq(occurs("data-state=\"registered\""), 2);
    ck_assert_int_eq(occurs("<time>2023-03-01</time>"), 5);
    tl_close(past);
}
END_TEST

/* A large page has no timelines, and says so. Too long for a run under a sanitizer, which sees nothing new in it. */
START_TEST(many_items)
{
    if (sparsely(1, 0) == 0)
        return;
    OK(tl_begin(t.book));
    for (int i = 0; i < 5000; i++)
        add_item(t.checklist, "x", NULL, 0);
    OK(tl_commit(t.book));
    OK(export_page(0));
    ck_assert_int_eq(occurs("<tbody data-ledger="), 5003);
    ck_assert_int_eq(occurs("<details>"), 0);
    ck_assert_int_eq(occurs("More than 5000 items: their timelines are left out."), 1);
    OK(export_page(t.tasks));
    ck_assert_int_eq(occurs("<details>"), 2);
}
END_TEST

Suite *export_html_suite(void)
{
    Suite *suite = suite_create("export_html");
    ADD_TESTS(suite, setup_book, 30, an_empty_book);
    ADD_TESTS(suite, setup_small, 60, results, one_ledger_and_all, figures, order_of_units, a_timeline, hostile_texts, broken_text, nothing_from_elsewhere,
        in_chinese, columns, as_of_a_day, many_items);
    return suite;
}
