/* import.c - bench import PATH N: the rows that import.sh has as CSV, added by the library's own bulk path: one transaction, everything at hand. */
#include "bench.h"

#include <stdio.h>

static void add_one(tl_book *book, int64_t ledger, const int64_t units[20], long i)
{
    char no[24], title[100], due[16], detail[100];
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    tl_assignment_spec lead = { units[i % 20], "lead", NULL };
    snprintf(no, sizeof no, "%ld", i);
    snprintf(title, sizeof title, "第%ld项重点任务的推进落实", i);
    snprintf(due, sizeof due, "2030-%02d-%02d", (int)(i % 12 + 1), (int)(i % 28 + 1));
    snprintf(detail, sizeof detail, "按要求推进第%ld项", i);
    spec.ledger = ledger;
    spec.no = no;
    spec.title = title;
    spec.due = due;
    spec.detail = detail;
    spec.assignments = &lead;
    spec.assignment_count = 1;
    if (tl_item_add(book, &spec, NULL) != TL_OK)
        die("%s", tl_errmsg(book));
}

void bench_import_work(const char *path, long count)
{
    tl_book *book;
    int64_t ledger, units[20];
    char code[8];
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.actor = "bench";
    if (tl_open(path, &options, &book) != TL_OK || tl_ledger_find(book, "t", &ledger) != TL_OK)
        die("%s", tl_errmsg(book));
    for (int i = 0; i < 20; i++) {
        snprintf(code, sizeof code, "u%d", i);
        if (tl_unit_find(book, code, &units[i]) != TL_OK)
            die("%s", tl_errmsg(book));
    }
    if (tl_begin(book) != TL_OK)
        die("%s", tl_errmsg(book));
    for (long i = 1; i <= count; i++)
        add_one(book, ledger, units, i);
    if (tl_commit(book) != TL_OK)
        die("%s", tl_errmsg(book));
    tl_close(book);
}
