/* run.c - the runner: all suites, or the one that CK_RUN_SUITE names, or all but those in WITHOUT ("sequence matrix"). With CK_FORK=no each test runs in this
 * process, as valgrind and the sanitizers want it. Prints Check's closing line; the exit status is 0 when everything passed. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>

static void add(SRunner *runner, const char *name, Suite *(*make)(void))
{
    char named[100], without[1000];
    const char *given = getenv("WITHOUT");
    snprintf(named, sizeof named, " %s ", name);
    snprintf(without, sizeof without, " %s ", given == NULL ? "" : given);
    if (strstr(without, named) == NULL)
        srunner_add_suite(runner, make());
}

int main(void)
{
    if (!models_begin()) {
        perror("a folder for the tests");
        return EXIT_FAILURE;
    }
    SRunner *runner = srunner_create(NULL);
#define SUITE_ADD(name) add(runner, #name, name##_suite);
    SUITE_MAP(SUITE_ADD)
#undef SUITE_ADD
    srunner_run_all(runner, CK_NORMAL);
    models_end();
    int failed = srunner_ntests_failed(runner);
    int ran = srunner_ntests_run(runner);
    srunner_free(runner);
    return failed == 0 && ran > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
