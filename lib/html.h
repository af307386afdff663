/* html.h (L4) - HTML for the pages that leave a book: one file each, that loads nothing and works without a network. What is put into the pages is escaped
 * here; what they say is left to those who make them. */
#ifndef TL_HTML_H
#define TL_HTML_H

#include "text.h"

/* Writes HTML with values put in: %s a text, escaped, good between tags and within quotation marks (NULL: nothing); %d and %lld whole numbers; %.1f with a
 * point in every locale; %%. Nothing else, so that no text gets into a page unescaped. */
void tl__html(tl__buffer *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text alone, escaped. What is not UTF-8, and control characters, become U+FFFD. */
void tl__html_text(tl__buffer *to, const char *text);

/* A text as a value in an address. */
void tl__html_address(tl__buffer *to, const char *text);

/* From <!DOCTYPE to <body>, with the style sheet and a policy that forbids all else. lang: "en", "zh"; with a script the page's own one may run, and it
 * stands at the end: in tl__html_foot with the same 1. */
void tl__html_head(tl__buffer *to, const char *lang, const char *title, int script);
void tl__html_foot(tl__buffer *to, int script);

/* A bar filled to percent, 0 to 100, as long as its place is wide. It says nothing to who can't see it: the number stands beside it. */
void tl__html_bar(tl__buffer *to, double percent);

/* The files of lib/html, embedded at build time. */
extern const char tl__html_style[], tl__html_script[];

#endif
