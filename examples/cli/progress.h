/* progress.h - what a long command shows on a terminal while it works: how many rows so far. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdint.h>

struct progress {
    const char *noun;     /* of what is counted; NULL: nothing is shown */
    const int64_t *count; /* so far; NULL: the seconds are shown */
    int64_t begun, shown; /* in milliseconds; shown 0: not yet */
};

/* From here on what is done is shown, once it takes longer than a second, if stderr is a terminal. */
void progress_begin(struct progress *progress, const char *noun, const int64_t *count);
/* For tl_open_options: called now and then during long calls. Stops them once Ctrl-C was pressed where that is watched (interrupt.h). */
int progress_step(void *progress);
/* Takes away what was shown. */
void progress_end(struct progress *progress);

#endif
