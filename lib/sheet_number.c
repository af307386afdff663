/* sheet_number.c (L4) - a number of a workbook as people see it: its number format says that it is a day, a time or a percentage. Done in decimals,
 * as the file writes them: no rounding but to the 15 digits that spreadsheets show, and no locale. */
#include "clock.h"
#include "sheet_book.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    DIGITS = 15,
    LONGEST = 20, /* digits of a whole number, which may be that of an identity card */
    LAST_DAY = 2958465 /* 9999-12-31 */,
    LEAP_OF_1900 = 60 /* a day that never was */,
    DAY_ZERO = -25569 /* 1899-12-30 */
};

/* ------------------------------------------------------------------------------------------------------------------------------- forms */

/* What a code shows. Text in quotation marks and brackets is no part of it, but for [h]. */
typedef struct shown {
    int year, month_or_minute, day, time, percent, zeros, text, other;
} shown;

static const char *pass_over(const char *at, char end)
{
    const char *found = strchr(at, end);
    return found == NULL ? at + strlen(at) : found + 1;
}

static void look(const char *code, shown *has)
{
    for (const char *at = code; *at != '\0' && *at != ';';) {
        char letter = *at++;
        if (letter == '"')
            at = pass_over(at, '"');
        else if (letter == '[' && strchr("hHmMsS", *at) == NULL)
            at = pass_over(at, ']');
        else if (letter == '\\' || letter == '_' || letter == '*')
            at += *at != '\0';
        else if (letter >= 'A' && letter <= 'Z' && strchr("YMDHS", letter) != NULL)
            letter = (char)(letter - 'A' + 'a');
        has->year += letter == 'y';
        has->month_or_minute += letter == 'm';
        has->day += letter == 'd';
        has->time += letter == 'h' || letter == 's';
        has->percent += letter == '%';
        has->zeros += letter == '0';
        has->text += letter == '@';
        has->other += letter != '0';
    }
}

int tl__number_form_of(const char *code)
{
    shown has = { 0 };
    look(code, &has);
    if (strncasecmp(code, "General", 7) == 0 || has.text > 0)
        return TL__FORM_PLAIN;
    if (has.percent > 0)
        return TL__FORM_PERCENT;
    if (has.day > 0)
        return has.time > 0 ? TL__FORM_DAY_TIME : TL__FORM_DAY;
    if (has.year > 0 || (has.month_or_minute > 0 && has.time == 0))
        return has.month_or_minute > 0 ? TL__FORM_MONTH : TL__FORM_YEAR;
    if (has.time > 0)
        return TL__FORM_TIME;
    return has.zeros > 1 && has.zeros < 30 && has.other == 0 ? TL__FORM_ZEROS + has.zeros : TL__FORM_PLAIN;
}

int tl__number_form_built_in(int64_t id)
{
    static const struct {
        int from, to, form;
    } forms[] = { { 9, 10, TL__FORM_PERCENT }, { 14, 16, TL__FORM_DAY }, { 17, 17, TL__FORM_MONTH }, { 18, 21, TL__FORM_TIME }, { 22, 22, TL__FORM_DAY_TIME },
        { 27, 27, TL__FORM_MONTH }, { 28, 31, TL__FORM_DAY }, { 32, 35, TL__FORM_TIME }, { 36, 36, TL__FORM_MONTH }, { 45, 47, TL__FORM_TIME },
        { 50, 50, TL__FORM_MONTH }, { 51, 51, TL__FORM_DAY }, { 52, 52, TL__FORM_MONTH }, { 53, 54, TL__FORM_DAY }, { 55, 56, TL__FORM_TIME },
        { 57, 57, TL__FORM_MONTH }, { 58, 58, TL__FORM_DAY } };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (id >= forms[i].from && id <= forms[i].to)
            return forms[i].form;
    return TL__FORM_PLAIN;
}

/* ---------------------------------------------------------------------------------------------------------------------------- decimals */

/* 0.digits × 10^point */
typedef struct decimal {
    int negative;
    char digits[DIGITS + 2];
    int count, point;
} decimal;

/* Takes a digit, of which the first that does not count any more rounds. */
static void take_digit(decimal *number, char digit, int behind)
{
    if (number->count == 0 && digit == '0') {
        number->point -= behind;
        return;
    }
    number->point += !behind;
    if (number->count <= DIGITS)
        number->digits[number->count++] = digit;
}

static void round_off(decimal *number)
{
    int up = number->count > DIGITS && number->digits[DIGITS] >= '5';
    if (number->count > DIGITS)
        number->count = DIGITS;
    for (int i = number->count - 1; up && i >= 0; i--) {
        up = number->digits[i] == '9';
        number->digits[i] = up ? '0' : (char)(number->digits[i] + 1);
    }
    if (up) {
        number->digits[0] = '1';
        number->count = 1;
        number->point++;
    }
    while (number->count > 0 && number->digits[number->count - 1] == '0')
        number->count--;
}

static int read_decimal(const char *text, decimal *number)
{
    int behind = 0, digits = 0;
    *number = (decimal) { .negative = *text == '-' };
    text += *text == '-';
    for (; (*text >= '0' && *text <= '9') || (*text == '.' && !behind); text++) {
        behind |= *text == '.';
        digits += *text != '.';
        if (*text != '.')
            take_digit(number, *text, behind);
    }
    if (digits == 0 || digits > 400)
        return 0;
    if (*text == 'e' || *text == 'E') {
        const char *at = text + 1 + (text[1] == '+' || text[1] == '-');
        if (*at == '\0' || strspn(at, "0123456789") != strlen(at) || strlen(at) > 4)
            return 0;
        number->point += (int)strtol(text + 1, NULL, 10);
        text = "";
    }
    round_off(number);
    number->negative &= number->count > 0;
    return *text == '\0';
}

/* Writes it without an exponent where that is not longer than 20 zeros. */
static void write_decimal(const decimal *number, char text[64])
{
    const char *sign = number->negative ? "-" : "", *digits = number->digits;
    static const char zeros[] = "00000000000000000000000";
    int count = number->count, point = number->point;
    if (count == 0)
        sqlite3_snprintf(64, text, "0");
    else if (point > 20 || point < -9)
        sqlite3_snprintf(64, text, "%s%c%s%.*sE%+d", sign, digits[0], count > 1 ? "." : "", count - 1, digits + 1, point - 1);
    else if (point <= 0)
        sqlite3_snprintf(64, text, "%s0.%.*s%.*s", sign, -point, zeros, count, digits);
    else if (point >= count)
        sqlite3_snprintf(64, text, "%s%.*s%.*s", sign, count, digits, point - count, zeros);
    else
        sqlite3_snprintf(64, text, "%s%.*s.%.*s", sign, point, digits, count - point, digits + point);
}

/* --------------------------------------------------------------------------------------------------------------------------------- days */

/* The whole days of a number and the seconds of its day; 0: it is none that a spreadsheet shows as a day. */
static int split(const decimal *number, int64_t *days, int *seconds)
{
    int64_t fraction = 0, unit = 1;
    *days = 0;
    if (number->negative || number->point > 7)
        return 0;
    for (int i = 0; i < number->point; i++)
        *days = *days * 10 + (i < number->count ? number->digits[i] - '0' : 0);
    for (int i = number->point; i < number->point + 12; i++) {
        fraction = fraction * 10 + (i >= 0 && i < number->count ? number->digits[i] - '0' : 0);
        unit *= 10;
    }
    *seconds = (int)((fraction * 86400 + unit / 2) / unit);
    *days += *seconds / 86400;
    *seconds %= 86400;
    return 1;
}

static void write_time(int64_t hours, int seconds, char *text)
{
    sqlite3_snprintf(32, text, "%02lld:%02d", (long long)hours, seconds / 60 % 60);
    if (seconds % 60 != 0)
        sqlite3_snprintf(8, text + strlen(text), ":%02d", seconds % 60);
}

/* A number in a form of days and times: its kind, or EMPTY where it is out of their range. */
static tl__cell_kind write_day(const decimal *number, int form, int since_1904, char text[64])
{
    int64_t days;
    int seconds;
    if (!split(number, &days, &seconds))
        return TL__CELL_EMPTY;
    if (form == TL__FORM_TIME && days * 24 <= 9999) {
        write_time(days * 24 + seconds / 3600, seconds, text);
        return TL__CELL_TEXT;
    }
    days += since_1904 ? 1462 : 0;
    if (days < 1 || days > LAST_DAY || days == LEAP_OF_1900)
        return TL__CELL_EMPTY;
    tl__date date = tl__day_date((int)days + DAY_ZERO + (days < LEAP_OF_1900));
    if (form == TL__FORM_MONTH || form == TL__FORM_YEAR) {
        sqlite3_snprintf(64, text, form == TL__FORM_YEAR ? "%d年" : "%d年%d月", date.year, date.month);
        return TL__CELL_TEXT;
    }
    sqlite3_snprintf(64, text, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (form == TL__FORM_DAY_TIME && seconds != 0)
        sqlite3_snprintf(16, text + 10, " %02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return TL__CELL_DATE;
}

tl__cell_kind tl__number_write(const char *value, int form, int since_1904, char text[64])
{
    decimal number;
    tl__cell_kind kind = TL__CELL_EMPTY;
    if (!read_decimal(value, &number)) {
        sqlite3_snprintf(64, text, "%s", value);
        return TL__CELL_TEXT;
    }
    if (form > TL__FORM_PERCENT && form < TL__FORM_ZEROS)
        kind = write_day(&number, form, since_1904, text);
    if (kind != TL__CELL_EMPTY)
        return kind;
    if (form == TL__FORM_PERCENT && number.count > 0)
        number.point += 2;
    write_decimal(&number, text);
    if (form != TL__FORM_PERCENT && strspn(value, "0123456789") == strlen(value) && strlen(value) <= LONGEST)
        sqlite3_snprintf(64, text, "%s", value);
    size_t length = strlen(text);
    if (form == TL__FORM_PERCENT)
        sqlite3_snprintf((int)(64 - length), text + length, "%%");
    if (form > TL__FORM_ZEROS && strspn(text, "0123456789") == length && length < (size_t)(form - TL__FORM_ZEROS)) {
        size_t more = (size_t)(form - TL__FORM_ZEROS) - length;
        memmove(text + more, text, length + 1);
        memset(text, '0', more);
    }
    return form == TL__FORM_PERCENT ? TL__CELL_PERCENT : TL__CELL_NUMBER;
}
