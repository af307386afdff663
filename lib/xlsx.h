/* xlsx.h (L1) - libxlsxwriter, taken in when a workbook is written and not before: it brings libcrypto along, and a program that lists five rows would pay for
 * loading both. Left out of a build without it; else TL_XLSX is the name of its file. */
#ifndef TL_XLSX_H
#define TL_XLSX_H

#include "book.h"

#include <xlsxwriter.h>

#define TL__XLSX_MAP(X)                                                                                                                                        \
    X(workbook_new_opt)                                                                                                                                        \
    X(workbook_add_worksheet)                                                                                                                                  \
    X(workbook_add_format)                                                                                                                                     \
    X(workbook_get_worksheet_by_name)                                                                                                                          \
    X(workbook_set_properties)                                                                                                                                 \
    X(workbook_close)                                                                                                                                          \
    X(lxw_workbook_free)                                                                                                                                       \
    X(worksheet_write_string)                                                                                                                                  \
    X(worksheet_write_number)                                                                                                                                  \
    X(worksheet_write_datetime)                                                                                                                                \
    X(worksheet_write_blank)                                                                                                                                   \
    X(worksheet_merge_range)                                                                                                                                   \
    X(worksheet_set_column)                                                                                                                                    \
    X(worksheet_set_row)                                                                                                                                       \
    X(worksheet_freeze_panes)                                                                                                                                  \
    X(worksheet_autofilter)                                                                                                                                    \
    X(worksheet_repeat_rows)                                                                                                                                   \
    X(worksheet_set_landscape)                                                                                                                                 \
    X(worksheet_set_paper)                                                                                                                                     \
    X(worksheet_fit_to_pages)                                                                                                                                  \
    X(worksheet_set_margins)                                                                                                                                   \
    X(worksheet_set_footer)                                                                                                                                    \
    X(format_set_bold)                                                                                                                                         \
    X(format_set_font_size)                                                                                                                                    \
    X(format_set_font_color)                                                                                                                                   \
    X(format_set_bg_color)                                                                                                                                     \
    X(format_set_border)                                                                                                                                       \
    X(format_set_border_color)                                                                                                                                 \
    X(format_set_text_wrap)                                                                                                                                    \
    X(format_set_align)                                                                                                                                        \
    X(format_set_num_format)

/* Its functions, by their own names. */
typedef struct tl__xlsx {
    void *library;
#define TL__XLSX_MEMBER(name) __typeof__(&name) name;
    TL__XLSX_MAP(TL__XLSX_MEMBER)
#undef TL__XLSX_MEMBER
} tl__xlsx;

/* TL_OK · TL_EINVAL the library is not installed here. Close in any case. */
int tl__xlsx_open(tl_book *book, tl__xlsx *xlsx);
void tl__xlsx_close(tl__xlsx *xlsx);

#endif
