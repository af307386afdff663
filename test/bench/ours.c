/* ours.c - the library's side: one item's life in four entries, through the public header. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <time.h>

const char *const life_detail = "Replace what is broken, test it, and hand in the record of the test.";
const char *const life_note = "half of it is done, the rest follows next week";

void life_title(long number, char title[64])
{
    snprintf(title, 64, "Repair the street lamps of block %06ld", number);
}

void life_due(long number, char due[16])
{
    time_t day = time(NULL) + (number * 77 % 360 - 120) * 86400;
    struct tm parts;
    gmtime_r(&day, &parts);
    strftime(due, 16, "%Y-%m-%d", &parts);
}

void ours_check(const ours *side, int result, const char *doing)
{
    if (result < 0)
        die("%s: %s [%s]", doing, tl_errmsg(side->book), tl_errrule(side->book));
}

static void open_with(ours *side, const char *path, unsigned flags)
{
    tl_open_options options = TL_OPEN_OPTIONS_INIT;
    options.flags = flags;
    options.actor = "bench";
    *side = (ours) { 0 };
    ours_check(side, tl_open(path, &options, &side->book), path);
}

void ours_make(ours *side, const char *path)
{
    tl_ledger_spec ledger = TL_LEDGER_SPEC_INIT;
    tl_unit_spec unit = TL_UNIT_SPEC_INIT;
    remove_book(path);
    open_with(side, path, TL_OPEN_NEW);
    ledger.code = "lamps";
    ledger.title = "Street lamps";
    ledger.template_name = "checklist";
    ours_check(side, tl_ledger_add(side->book, &ledger, &side->ledger), "ledger");
    unit.code = "works";
    unit.name = "Public works";
    ours_check(side, tl_unit_add(side->book, &unit, &side->unit), "unit");
}

void ours_open_book(ours *side, const char *path)
{
    open_with(side, path, 0);
}

void ours_open(ours *side, const char *path)
{
    open_with(side, path, 0);
    ours_check(side, tl_ledger_find(side->book, "lamps", &side->ledger), "ledger");
    ours_check(side, tl_unit_find(side->book, "works", &side->unit), "unit");
}

static int create(ours *side)
{
    tl_item_spec spec = TL_ITEM_SPEC_INIT;
    char title[64], due[16];
    life_title(++side->number, title);
    life_due(side->number, due);
    spec.ledger = side->ledger;
    spec.title = title;
    spec.detail = life_detail;
    spec.due = due;
    return tl_item_add(side->book, &spec, &side->item);
}

void ours_step(ours *side, int step)
{
    static const char *const names[] = { "create", "assign", "report", "close" };
    int result = step == 0   ? create(side)
                 : step == 1 ? tl_assign(side->book, side->item, side->unit, "lead", NULL)
                 : step == 2 ? tl_report(side->book, side->item, side->unit, life_note, "50")
                             : tl_close_out(side->book, side->item, NULL);
    ours_check(side, result, names[step]);
}

void ours_bulk(ours *side, long items)
{
    for (long i = 0; i < items; i++)
        for (int step = 0; step < 4; step++)
            ours_step(side, step);
}

void ours_close(ours *side)
{
    tl_close(side->book);
    side->book = NULL;
}
