/* interrupt.h - Ctrl-C during long work: asked for, it leaves the book as it was. */
#ifndef INTERRUPT_H
#define INTERRUPT_H

enum { EXIT_INTERRUPTED = 130 };

/* From here on Ctrl-C is a question that interrupt_asked answers, and no end. */
void interrupt_watch(void);
/* 1 once Ctrl-C was pressed; for tl_open_options.progress. */
int interrupt_asked(void *unused);

#endif
