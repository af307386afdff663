/* run.c - the runner: all suites, or those that CK_RUN_SUITE names. With CK_FORK=no each test runs in this process, as valgrind and the
 * sanitizers want it. Prints Check's closing line; the exit status is 0 when everything passed. */
#include "fixture.h"
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    if (!models_begin()) {
        perror("a folder for the tests");
        return EXIT_FAILURE;
    }
    SRunner *runner = srunner_create(NULL);
#define SUITE_ADD(name) srunner_add_suite(runner, name##_suite());
    SUITE_MAP(SUITE_ADD)
#undef SUITE_ADD
    srunner_run_all(runner, CK_NORMAL);
    models_end();
    int failed = srunner_ntests_failed(runner);
    int ran = srunner_ntests_run(runner);
    srunner_free(runner);
    return failed == 0 && ran > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
