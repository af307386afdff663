/* due_word.c (L0) - the words of a date phrase: a table says which letter stands for which word, the longest word that fits is taken. Forms of
 * the full width count as those of ASCII, blanks as nothing. Numbers are Arabic or Chinese; two Chinese digits side by side are no number,
 * for 三五天 are three to five days and 二三月 are two months, unless they are a year (二〇二三) or have a zero (三〇). */
#include "due_word.h"

#include "text.h"

#include <string.h>

enum { PHRASE_MAX = 200 }; /* bytes */

typedef struct word {
    const char *text;
    char letter;
    int value;
} word;

/* clang-format off */
static const word table[] = {
    /* nothing */
    { " ", ' ', 0 }, { "\t", ' ', 0 }, { "\r", ' ', 0 }, { "\n", ' ', 0 }, { "\xc2\xa0", ' ', 0 }, { "　", ' ', 0 },
    /* # a Chinese digit, or ten */
    { "〇", '#', 0 }, { "○", '#', 0 }, { "零", '#', 0 }, { "一", '#', 1 }, { "元", '#', 1 }, { "二", '#', 2 }, { "两", '#', 2 }, { "三", '#', 3 },
    { "四", '#', 4 }, { "五", '#', 5 }, { "六", '#', 6 }, { "七", '#', 7 }, { "八", '#', 8 }, { "九", '#', 9 }, { "十", '#', 10 },
    /* Y year, h half of a year, Q quarter, M month, x third of a month, W week, D day, d day as a span, w working day, H half, K 个, o 第 */
    { "年", 'Y', 0 }, { "年度", 'Y', 0 }, { "全年", 'a', 0 }, { "全年度", 'a', 0 }, { "上半年", 'h', 1 }, { "下半年", 'h', 2 },
    { "季度", 'Q', 0 }, { "季", 'Q', 0 }, { "月", 'M', 0 }, { "月份", 'M', 0 },
    { "上旬", 'x', 110 }, { "中旬", 'x', 1120 }, { "下旬", 'x', 2131 },
    { "上中旬", 'x', 120 }, { "中上旬", 'x', 120 }, { "中下旬", 'x', 1131 },
    { "周", 'W', 0 }, { "星期", 'W', 0 }, { "礼拜", 'W', 0 },
    { "日", 'D', 0 }, { "号", 'D', 0 }, { "天", 'd', 0 }, { "自然日", 'd', 0 }, { "日历日", 'd', 0 }, { "工作日", 'w', 0 },
    { "半", 'H', 0 }, { "个", 'K', 0 }, { "第", 'o', 0 },
    /* T this, N the next, L the coming (year), E every, f the first of several */
    { "本", 'T', 0 }, { "今", 'T', 0 }, { "当", 'T', 0 }, { "下", 'N', 0 }, { "下个", 'N', 0 }, { "下一", 'N', 0 }, { "下一个", 'N', 0 },
    { "次", 'N', 0 }, { "翌", 'N', 0 }, { "明年", 'L', 0 }, { "来年", 'L', 0 }, { "每", 'E', 0 }, { "每个", 'E', 0 }, { "首", 'f', 0 },
    /* e the end, b by, i within, k done */
    { "底", 'e', 0 }, { "末", 'e', 0 }, { "终", 'e', 0 }, { "前", 'b', 0 }, { "之前", 'b', 0 }, { "以前", 'b', 0 },
    { "内", 'i', 0 }, { "之内", 'i', 0 }, { "以内", 'i', 0 }, { "完成", 'k', 0 }, { "办结", 'k', 0 }, { "。", 'k', 0 }, { ";", 'k', 0 },
    /* - to, A from, G on */
    { "-", '-', 0 }, { "~", '-', 0 }, { "‐", '-', 0 }, { "‑", '-', 0 }, { "–", '-', 0 }, { "—", '-', 0 }, { "―", '-', 0 }, { "─", '-', 0 },
    { "−", '-', 0 }, { "〜", '-', 0 }, { "∼", '-', 0 }, { "至", '-', 0 }, { "到", '-', 0 },
    { "自", 'A', 0 }, { "从", 'A', 0 }, { "起", 'G', 0 }, { "开始", 'G', 0 },
    /* t the base day, z at once, s standing */
    { "今天", 't', 0 }, { "今日", 't', 0 }, { "当天", 't', 0 }, { "当日", 't', 0 }, { "本日", 't', 0 }, { "即日", 't', 0 },
    { "立行立改", 'z', 0 }, { "即行即改", 'z', 0 }, { "立即整改", 'z', 0 }, { "立整立改", 'z', 0 }, { "立即", 'z', 0 }, { "立即执行", 'z', 0 },
    { "即时", 'z', 0 }, { "即刻", 'z', 0 }, { "马上", 'z', 0 },
    { "持续", 's', 0 }, { "持续推进", 's', 0 }, { "持续坚持", 's', 0 }, { "持续开展", 's', 0 }, { "持续落实", 's', 0 }, { "持续整改", 's', 0 },
    { "持续改进", 's', 0 }, { "长期", 's', 0 }, { "长期坚持", 's', 0 }, { "长期推进", 's', 0 }, { "长期开展", 's', 0 }, { "长期落实", 's', 0 },
    { "长期任务", 's', 0 }, { "常态", 's', 0 }, { "常态推进", 's', 0 }, { "常态长效", 's', 0 }, { "常态化", 's', 0 }, { "常态化推进", 's', 0 },
    { "常态化开展", 's', 0 }, { "常态化坚持", 's', 0 }, { "常态化落实", 's', 0 }, { "常抓不懈", 's', 0 },
    /* ~ no one day, , one of several */
    { "适时", '~', 0 }, { "尽快", '~', 0 }, { "尽早", '~', 0 }, { "近期", '~', 0 }, { "及时", '~', 0 }, { "按时", '~', 0 }, { "早日", '~', 0 },
    { "随时", '~', 0 }, { "限期", '~', 0 }, { "分阶段", '~', 0 }, { "待定", '~', 0 }, { "初", '~', 0 }, { "中", '~', 0 }, { "左右", '~', 0 }, { "前后", '~', 0 },
    { "/", ',', 0 }, { ".", ',', 0 }, { ",", ',', 0 }, { "、", ',', 0 }, { "和", ',', 0 }, { "及", ',', 0 }, { "或", ',', 0 }, { "与", ',', 0 },
};
/* clang-format on */

/* A year's 年 may stand there twice (2023年年底), and a dash be long (——). */
static int add(tl__due_words *words, char letter, int value)
{
    if (words->count > 0 && (letter == 'Y' || letter == '-') && words->letter[words->count - 1] == letter)
        return 1;
    if (words->count == TL__DUE_WORDS)
        return 0;
    words->letter[words->count] = letter;
    words->value[words->count++] = value;
    return 1;
}

static int number(const char *at, size_t digits)
{
    int value = 0;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (at[i] - '0');
    return value;
}

static size_t count_digits(const char *at)
{
    return strspn(at, "0123456789");
}

/* The words that a date in figures stands for. day -1: a month. */
static int add_date(tl__due_words *words, int year, int month, int day)
{
    int room = add(words, 'n', year) && add(words, 'Y', 0) && add(words, 'n', month) && add(words, 'M', 0);
    return room && (day < 0 || (add(words, 'n', day) && add(words, 'D', 0)));
}

/* 20230630, 2023-06-30, 2023/6/30, 2023.6.30, and the months 2023-06, 2023/6, 2023.6: the bytes taken, 0 if it is something else. */
static size_t take_date(const char *at, tl__due_words *words)
{
    size_t digits = count_digits(at);
    if (digits == 8)
        return add_date(words, number(at, 4), number(at + 4, 2), number(at + 6, 2)) ? 8 : 0;
    if (digits != 4 || (at[4] != '-' && at[4] != '/' && at[4] != '.'))
        return 0;
    const char *month = at + 5;
    size_t month_digits = count_digits(month);
    if (month_digits < 1 || month_digits > 2)
        return 0;
    const char *day = month + month_digits + 1;
    size_t day_digits = day[-1] == at[4] ? count_digits(day) : 0;
    if (day_digits == 1 || day_digits == 2)
        return add_date(words, number(at, 4), number(month, month_digits), number(day, day_digits)) ? (size_t)(day - at) + day_digits : 0;
    return add_date(words, number(at, 4), number(month, month_digits), -1) ? (size_t)(month - at) + month_digits : 0;
}

static size_t take_number(const char *at, tl__due_words *words)
{
    size_t digits = count_digits(at);
    return digits <= 8 && add(words, 'n', number(at, digits)) ? digits : 0;
}

static size_t take_word(const char *at, tl__due_words *words)
{
    const word *best = NULL;
    size_t length = 0;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t candidate = strlen(table[i].text);
        if (candidate > length && strncmp(at, table[i].text, candidate) == 0) {
            best = &table[i];
            length = candidate;
        }
    }
    if (best == NULL)
        return 0;
    return best->letter == ' ' || add(words, best->letter, best->value) ? length : 0;
}

/* The bytes taken, 0 if it is no word. */
static size_t take(const char *at, tl__due_words *words)
{
    size_t date = take_date(at, words);
    if (date > 0)
        return date;
    return count_digits(at) > 0 ? take_number(at, words) : take_word(at, words);
}

/* 十, 十五, 二十, 二十五 */
static int tens(const int *digit, size_t count, int *value)
{
    size_t ten = count > 1 && digit[0] != 10; /* where the ten stands */
    if (count > ten + 2 || digit[ten] != 10 || digit[0] == 0 || digit[count - 1] == 0 || (count == ten + 2 && digit[ten + 1] == 10))
        return 0;
    *value = (ten == 1 ? digit[0] : 1) * 10 + (count == ten + 2 ? digit[ten + 1] : 0);
    return 1;
}

/* 五, 〇五, 三〇, 二〇二三; a ten among them is none. */
static int figures(const int *digit, size_t count, int *value)
{
    *value = 0;
    if (count > 4 || count == 3 || (count == 2 && digit[0] != 0 && digit[1] != 0))
        return 0;
    for (size_t i = 0; i < count; i++) {
        if (digit[i] == 10)
            return 0;
        *value = *value * 10 + digit[i];
    }
    return 1;
}

/* Makes one number of each run of Chinese digits, and no one day (~) of a run that is no number. */
static void join_digits(tl__due_words *words)
{
    size_t to = 0;
    for (size_t from = 0; from < words->count; to++) {
        size_t run = strspn(words->letter + from, "#");
        int value = words->value[from];
        char letter = words->letter[from];
        if (run > 0)
            letter = tens(words->value + from, run, &value) || figures(words->value + from, run, &value) ? 'n' : '~';
        from += run > 0 ? run : 1;
        words->letter[to] = letter;
        words->value[to] = value;
    }
    words->count = to;
    words->letter[to] = '\0';
}

int tl__due_read(const char *phrase, tl__due_words *words)
{
    char text[PHRASE_MAX + 1];
    *words = (tl__due_words) { 0 };
    if (!tl__narrow(phrase, text, sizeof text))
        return 0;
    for (const char *at = text; *at != '\0';) {
        size_t length = take(at, words);
        if (length == 0)
            return 0;
        at += length;
    }
    join_digits(words);
    while (words->count > 0 && words->letter[words->count - 1] == 'k')
        words->letter[--words->count] = '\0';
    return words->count > 0;
}
