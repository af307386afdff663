/* suite.h - the suites of the runner, one for each file test_NAME.c. */
#ifndef TEST_SUITE_H
#define TEST_SUITE_H

#include <check.h>

/* clang-format off */
#define SUITE_MAP(X) \
    X(error) \
    X(text) \
    X(clock) \
    X(due) \
    X(digest) \
    X(place) \
    X(connection) \
    X(failure) \
    X(schema) \
    X(open) \
    X(migrate) \
    X(wal) \
    X(transaction) \
    X(statement) \
    X(seal) \
    X(replay) \
    X(unit) \
    X(ledger) \
    X(workflow) \
    X(template) \
    X(definition) \
    X(policy) \
    X(datum) \
    X(item) \
    X(listing) \
    X(progress) \
    X(counter) \
    X(pair) \
    X(entry) \
    X(post) \
    X(posting) \
    X(calendar) \
    X(series) \
    X(due_text) \
    X(name) \
    X(label) \
    X(cursor) \
    X(query) \
    X(query_field) \
    X(plan) \
    X(search) \
    X(search_random) \
    X(report) \
    X(statistic) \
    X(scorecard) \
    X(board) \
    X(info) \
    X(changed) \
    X(embed) \
    X(past) \
    X(verify) \
    X(verify_chain) \
    X(verify_schema) \
    X(matrix) \
    X(property) \
    X(sequence) \
    X(json) \
    X(export_html) \
    X(export_ics) \
    X(export_xlsx) \
    X(dossier) \
    X(sheet) \
    X(sheet_xlsx) \
    X(import) \
    X(import_table) \
    X(import_again) \
    X(synonym) \
    X(export) \
    X(restore) \
    X(light) \
    X(warning)
/* clang-format on */

#define SUITE_PROTOTYPE(name) Suite *name##_suite(void);
SUITE_MAP(SUITE_PROTOTYPE)
#undef SUITE_PROTOTYPE

#endif
