/* damage.h - a small life, and changes made around the rules of the book, for the tests of tl_verify. */
#ifndef TEST_DAMAGE_H
#define TEST_DAMAGE_H

#include "fixture.h"

/* setup_small, and a life: reports, evidence, a field's content, a close-out. */
void setup_life(void);

/* Changes t.path as somebody would who takes the guards away, and puts them back afterwards word for word. t.book is closed and opened again. */
void damage(const char *sql);
/* The same, and leaves it closed. */
void damage_closed(const char *sql);
/* The same without putting anything back: SQL as it is, with writable_schema allowed. */
void damage_schema(const char *sql);

/* Verifies t.book: this result, and a finding that begins with "rule|place" (NULL: no finding that is wrong). */
void expect_finding(int result, const char *against, const char *begin);

#endif
