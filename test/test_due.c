/* test_due.c - date phrases: tables of what is understood and what is refused, working days over a holiday, every day in words and figures, and the
 * spellings of a published table where $TASKLEDGER_REALDATA names the folder that has it. */
#include "due.h"

#include "clock.h"
#include "fixture.h"
#include "suite.h"
#include "text.h"

#include <csv.h>
#include <stdio.h>

enum { UNKNOWN = TL__DUE_UNKNOWN, AMBIGUOUS = TL__DUE_AMBIGUOUS, NO_DAY = TL__DUE_NO_DAY, BACKWARDS = TL__DUE_BACKWARDS, RANGE = TL__DUE_RANGE };

/* The ledger is of 2023, the base a Wednesday. */
#define BASE "2023-03-15"

/* A phrase, and "DAY", "FROM DAY", "every DAY", "standing" or the refusal; a w behind a day: working days were counted. */
typedef struct phrase {
    const char *text, *meaning;
} phrase;

static const char *meaning_at(const char *text, int year, const char *base)
{
    static const char *const refusals[] = { "", "unknown", "ambiguous", "no day", "backwards", "range" };
    static char meaning[64];
    tl__due due;
    int result = tl__due_parse(text, year, base, NULL, NULL, &due);
    if (result != 0) {
        ck_assert_msg(due.day[0] == '\0' && due.from[0] == '\0' && due.kind == 0 && due.working_days == 0, "%s: refused, but not empty", text);
        ck_assert_msg(result > 0 && result <= TL__DUE_RANGE, "%s: %d", text, result);
        return refusals[result];
    }
    const char *before = due.kind == TL__DUE_RECURRING ? "every " : due.kind == TL__DUE_STANDING ? "standing" : "";
    snprintf(meaning, sizeof meaning, "%s%s%s%s%s", before, due.from, due.from[0] != '\0' ? " " : "", due.day, due.working_days ? " w" : "");
    return meaning;
}

static void expect(const phrase *phrases, size_t count, int year, const char *base)
{
    for (size_t i = 0; i < count; i++) {
        const char *meaning = meaning_at(phrases[i].text, year, base);
        ck_assert_msg(strcmp(meaning, phrases[i].meaning) == 0, "'%s' is %s, not %s", phrases[i].text, meaning, phrases[i].meaning);
    }
}
#define EXPECT(phrases) expect(phrases, sizeof phrases / sizeof phrases[0], 2023, BASE)

START_TEST(days)
{
    static const phrase phrases[] = { { "2023-06-30", "2023-06-30" }, { "2023-6-3", "2023-06-03" }, { "2023/6/30", "2023-06-30" },
        { "2023/06/30", "2023-06-30" }, { "2023.6.30", "2023-06-30" }, { "20230630", "2023-06-30" }, { "2024-02-29", "2024-02-29" },
        { "2023-06-30前", "2023-06-30" }, { "2023年6月30日", "2023-06-30" }, { "2023年6月30日前", "2023-06-30" }, { "2023年6月30日之前", "2023-06-30" },
        { "2023年06月30号以前", "2023-06-30" }, { "2023 年 6 月 30 日 前", "2023-06-30" }, { "2023年6月30日前完成", "2023-06-30" }, { "6月30日", "2023-06-30" },
        { "6月30日前", "2023-06-30" }, { "6月30日前。", "2023-06-30" }, { "今年6月30日", "2023-06-30" }, { "本年度6月30日", "2023-06-30" },
        { "明年3月15日前", "2024-03-15" }, { "次年2月29日", "2024-02-29" }, { "本月25日前", "2023-03-25" }, { "下月10日前", "2023-04-10" },
        { "次月5日", "2023-04-05" }, { "下个月5号", "2023-04-05" }, { "今天", "2023-03-15" }, { "当日", "2023-03-15" }, { "1900-01-01", "1900-01-01" },
        { "9999年12月31日", "9999-12-31" }, { "本周五", "2023-03-17" }, { "本周日前", "2023-03-19" }, { "下周一", "2023-03-20" }, { "下星期天", "2023-03-26" },
        { "下个星期三前", "2023-03-22" } };
    EXPECT(phrases);
}
END_TEST

START_TEST(months)
{
    static const phrase phrases[] = { { "6月", "2023-06-30" }, { "06月", "2023-06-30" }, { "6月份", "2023-06-30" }, { "2023年6月", "2023-06-30" },
        { "2023-06", "2023-06-30" }, { "2023.6", "2023-06-30" }, { "2024年2月", "2024-02-29" }, { "2月", "2023-02-28" }, { "6月底", "2023-06-30" },
        { "6月底前", "2023-06-30" }, { "6月底之前", "2023-06-30" }, { "6月份底前", "2023-06-30" }, { "6月末", "2023-06-30" }, { "6月底前完成", "2023-06-30" },
        { "6月底前办结", "2023-06-30" }, { "2023年6月底前", "2023-06-30" }, { "2022年12月底前", "2022-12-31" }, { "2023年6月内", "2023-06-30" },
        { "月底前", "2023-03-31" }, { "月底", "2023-03-31" }, { "本月", "2023-03-31" }, { "本月底", "2023-03-31" }, { "当月底前", "2023-03-31" },
        { "本月内", "2023-03-31" }, { "下月底", "2023-04-30" }, { "下个月底前", "2023-04-30" }, { "明年3月底前", "2024-03-31" }, { "次年2月", "2024-02-29" },
        { "4月上旬", "2023-04-10" }, { "4月中旬", "2023-04-20" }, { "4月下旬", "2023-04-30" }, { "2月下旬", "2023-02-28" }, { "2024年2月下旬", "2024-02-29" },
        { "6月上中旬", "2023-06-20" }, { "6月中下旬", "2023-06-30" }, { "4月上旬内", "2023-04-10" }, { "本月中旬", "2023-03-20" }, { "元月", "2023-01-31" } };
    EXPECT(phrases);
}
END_TEST

START_TEST(years_and_quarters)
{
    static const phrase phrases[] = { { "上半年", "2023-06-30" }, { "下半年", "2023-12-31" }, { "2023年上半年", "2023-06-30" },
        { "2024年下半年", "2024-12-31" }, { "上半年内", "2023-06-30" }, { "上半年底前", "2023-06-30" }, { "今年上半年", "2023-06-30" },
        { "一季度", "2023-03-31" }, { "第一季度", "2023-03-31" }, { "1季度", "2023-03-31" }, { "第2季度", "2023-06-30" }, { "二季度末", "2023-06-30" },
        { "二季度末前", "2023-06-30" }, { "三季度", "2023-09-30" }, { "三季度内", "2023-09-30" }, { "四季度", "2023-12-31" }, { "2024年一季度", "2024-03-31" },
        { "2023年第三季度底", "2023-09-30" }, { "前三季度", "2023-09-30" }, { "2024年前两季度", "2024-06-30" }, { "三季度首月10日前", "2023-07-10" },
        { "二季度末月25日", "2023-06-25" }, { "本季度", "2023-03-31" }, { "本季度末", "2023-03-31" }, { "季末前", "2023-03-31" }, { "季度内", "unknown" },
        { "下季度", "2023-06-30" }, { "下一季度末", "2023-06-30" }, { "年底", "2023-12-31" }, { "年底前", "2023-12-31" }, { "年末", "2023-12-31" },
        { "年终前", "2023-12-31" }, { "年内", "2023-12-31" }, { "年度内", "2023-12-31" }, { "本年底", "2023-12-31" }, { "今年底", "2023-12-31" },
        { "今年年底前", "2023-12-31" }, { "本年度内", "2023-12-31" }, { "当年底", "2023-12-31" }, { "2023年底", "2023-12-31" },
        { "2023年年底前", "2023-12-31" }, { "2023年", "2023-12-31" }, { "2025年内", "2025-12-31" }, { "2025年度", "2025-12-31" }, { "明年底", "2024-12-31" },
        { "来年上半年", "2024-06-30" }, { "次年年底", "2024-12-31" }, { "下年度", "2024-12-31" }, { "全年", "2023-12-31" }, { "全年度", "2023-12-31" },
        { "2024年全年", "2024-12-31" } };
    EXPECT(phrases);
}
END_TEST

START_TEST(recurring)
{
    static const phrase phrases[] = { { "每月25日前", "every 2023-03-25" }, { "每月15日", "every 2023-03-15" }, { "每月14日", "every 2023-04-14" },
        { "每月10号前", "every 2023-04-10" }, { "每个月10日", "every 2023-04-10" }, { "每月31日前", "every 2023-03-31" }, { "每月", "every 2023-03-31" },
        { "每月底", "every 2023-03-31" }, { "每月底前", "every 2023-03-31" }, { "每月末", "every 2023-03-31" }, { "每月内", "every 2023-03-31" },
        { "每月上旬", "every 2023-04-10" }, { "每月中旬", "every 2023-03-20" }, { "每季度", "every 2023-03-31" }, { "每季度末", "every 2023-03-31" },
        { "每季末前", "every 2023-03-31" }, { "每季度末月25日前", "every 2023-03-25" }, { "每季度末月10日前", "every 2023-06-10" },
        { "每季度首月10日前", "every 2023-04-10" }, { "每半年", "every 2023-06-30" }, { "每半年底", "every 2023-06-30" }, { "每年", "every 2023-12-31" },
        { "每年底", "every 2023-12-31" }, { "每年年底前", "every 2023-12-31" }, { "每年1月31日前", "every 2024-01-31" }, { "每年6月底", "every 2023-06-30" },
        { "每年2月29日", "every 2024-02-29" }, { "每年上半年", "every 2023-06-30" }, { "每年一季度", "every 2023-03-31" }, { "每周五", "every 2023-03-17" },
        { "每周三", "every 2023-03-15" }, { "每周二前", "every 2023-03-21" }, { "每星期日", "every 2023-03-19" }, { "每周天", "every 2023-03-19" },
        { "每天", "every 2023-03-15" }, { "每日", "every 2023-03-15" }, { "每个工作日", "every 2023-03-15 w" }, { "每周末", "ambiguous" },
        { "每周", "ambiguous" }, { "每月前", "ambiguous" }, { "每月32日", "no day" }, { "每月0日", "no day" }, { "每年4月31日", "no day" },
        { "每年2023年6月", "unknown" }, { "每两周", "unknown" }, { "每3个月", "unknown" }, { "每月1-5日", "unknown" }, { "3月-每月底", "unknown" },
        { "每月6月", "unknown" }, { "每", "unknown" } };
    static const phrase in_winter[] = { { "每月31日前", "every 2023-02-28" }, { "每月28日前", "every 2023-02-28" }, { "每季度首月31日", "every 2023-04-30" },
        { "每年2月29日", "every 2023-02-28" }, { "每年2月28日", "every 2023-02-28" }, { "每年2月27日", "every 2024-02-27" } };
    EXPECT(phrases);
    expect(in_winter, sizeof in_winter / sizeof in_winter[0], 2023, "2023-02-28");
    ck_assert_str_eq(meaning_at("每个工作日", 2023, "2023-03-18"), "every 2023-03-20 w");
    ck_assert_str_eq(meaning_at("每月", 2023, "9999-12-31"), "every 9999-12-31");
    ck_assert_str_eq(meaning_at("每月1日", 2023, "9999-12-31"), "range");
    ck_assert_str_eq(meaning_at("每周六", 2023, "9999-12-31"), "range");
}
END_TEST

START_TEST(ranges)
{
    static const phrase phrases[] = { { "3-5月", "2023-03-01 2023-05-31" }, { "3月-5月", "2023-03-01 2023-05-31" }, { "3—5月", "2023-03-01 2023-05-31" },
        { "3–5月", "2023-03-01 2023-05-31" }, { "3～5月", "2023-03-01 2023-05-31" }, { "3~5月", "2023-03-01 2023-05-31" },
        { "3－5月", "2023-03-01 2023-05-31" }, { "3月至5月", "2023-03-01 2023-05-31" }, { "三月到五月", "2023-03-01 2023-05-31" },
        { "3月——9月", "2023-03-01 2023-09-30" }, { "3月--6月", "2023-03-01 2023-06-30" }, { "5月—12月", "2023-05-01 2023-12-31" },
        { "10-11月", "2023-10-01 2023-11-30" }, { "3-3月", "2023-03-01 2023-03-31" }, { "3-5月底前", "2023-03-01 2023-05-31" },
        { "2023年3-5月", "2023-03-01 2023-05-31" }, { "2024年1-2月", "2024-01-01 2024-02-29" }, { "2023年3月-5月", "2023-03-01 2023-05-31" },
        { "2023.3-2023.5", "2023-03-01 2023-05-31" }, { "2023-03-2023-05", "2023-03-01 2023-05-31" }, { "2023-2025年", "2023-01-01 2025-12-31" },
        { "3月～4月上旬", "2023-03-01 2023-04-10" }, { "3-4月上旬", "2023-03-01 2023-04-10" }, { "3月上旬至中旬", "2023-03-01 2023-03-20" },
        { "3月下旬—4月", "2023-03-21 2023-04-30" }, { "3月底-5月中旬", "2023-03-31 2023-05-20" }, { "11月-次年2月", "2023-11-01 2024-02-29" },
        { "11月至明年2月底前", "2023-11-01 2024-02-29" }, { "2024年11月-次年2月", "2024-11-01 2025-02-28" },
        { "2023年11月-2024年2月", "2023-11-01 2024-02-29" }, { "2023-11-01至2024-02-15", "2023-11-01 2024-02-15" },
        { "2023-11-01-2024-02-15", "2023-11-01 2024-02-15" }, { "6月3日-5日", "2023-06-03 2023-06-05" }, { "6月3-5日", "2023-06-03 2023-06-05" },
        { "6月3日至7月5日", "2023-06-03 2023-07-05" }, { "6月20日-次月5日", "2023-06-20 2023-07-05" }, { "6月20日至月底", "2023-06-20 2023-06-30" },
        { "6月至年底", "2023-06-01 2023-12-31" }, { "2024年6月至年底前", "2024-06-01 2024-12-31" }, { "1-2季度", "2023-01-01 2023-06-30" },
        { "一至三季度", "2023-01-01 2023-09-30" }, { "第二季度至第四季度", "2023-04-01 2023-12-31" }, { "自3月起至6月底", "2023-03-01 2023-06-30" },
        { "从3月到6月", "2023-03-01 2023-06-30" }, { "即日起至6月底", "2023-03-15 2023-06-30" }, { "上半年-三季度", "2023-01-01 2023-09-30" },
        { "12-1月", "backwards" }, { "11月-2月", "backwards" }, { "6月5日-3日", "backwards" }, { "4月下旬-4月上旬", "backwards" },
        { "2024年3月-2023年5月", "backwards" }, { "13-14月", "no day" }, { "3-13月", "no day" }, { "3-5日", "ambiguous" }, { "3-5日内", "ambiguous" },
        { "3-5个工作日内", "unknown" }, { "12月-", "unknown" }, { "-5月", "unknown" }, { "-", "ambiguous" }, { "3-5-7月", "unknown" },
        { "3月前-5月", "unknown" }, { "3月起", "unknown" }, { "自3月", "unknown" }, { "6月至", "unknown" }, { "6月至长期", "unknown" }, { "3月-5", "unknown" },
        { "2023-3-5月", "unknown" } };
    EXPECT(phrases);
}
END_TEST

START_TEST(terms)
{
    static const phrase phrases[] = { { "30日内", "2023-04-14" }, { "30天内", "2023-04-14" }, { "30天", "2023-04-14" }, { "三十日内", "2023-04-14" },
        { "十五日以内", "2023-03-30" }, { "１５日之内", "2023-03-30" }, { "10个自然日", "2023-03-25" }, { "1日内", "2023-03-16" }, { "9999天内", "2050-07-30" },
        { "5个工作日内", "2023-03-22 w" }, { "五个工作日之内", "2023-03-22 w" }, { "5工作日", "2023-03-22 w" }, { "10个工作日", "2023-03-29 w" },
        { "10个工作日内完成", "2023-03-29 w" }, { "1个工作日内", "2023-03-16 w" }, { "两周内", "2023-03-29" }, { "2周", "2023-03-29" },
        { "一个星期内", "2023-03-22" }, { "一个月内", "2023-04-15" }, { "3个月内", "2023-06-15" }, { "三个月", "2023-06-15" }, { "12个月内", "2024-03-15" },
        { "半个月内", "2023-03-30" }, { "半月内", "2023-03-30" }, { "半年内", "2023-09-15" }, { "1年内", "2024-03-15" }, { "两年内", "2025-03-15" },
        { "一个季度内", "2023-06-15" }, { "立行立改", "2023-03-15" }, { "立即", "2023-03-15" }, { "立即完成", "2023-03-15" }, { "即时", "2023-03-15" },
        { "半年", "unknown" }, { "一个季度", "unknown" }, { "30日", "ambiguous" }, { "1年", "ambiguous" }, { "3月内", "ambiguous" },
        { "三五天内", "ambiguous" }, { "一个半月内", "unknown" }, { "两年半内", "ambiguous" }, { "30日后", "unknown" }, { "十几天内", "unknown" },
        { "24小时内", "unknown" }, { "0日内", "range" }, { "0个工作日", "range" }, { "10000天内", "range" }, { "9999个季度内", "4522-12-15" } };
    static const phrase at_month_end[] = { { "1个月内", "2024-02-29" }, { "2个月内", "2024-03-31" }, { "3个月内", "2024-04-30" }, { "13个月内", "2025-02-28" },
        { "半年内", "2024-07-31" }, { "30日内", "2024-03-01" } };
    EXPECT(phrases);
    expect(at_month_end, sizeof at_month_end / sizeof at_month_end[0], 2023, "2024-01-31");
    ck_assert_str_eq(meaning_at("1日内", 2023, "9999-12-31"), "range");
    ck_assert_str_eq(meaning_at("1个月内", 2023, "9999-12-31"), "range");
    ck_assert_str_eq(meaning_at("1个工作日内", 2023, "9999-12-31"), "range");
}
END_TEST

START_TEST(standing)
{
    static const char *const phrases[] = { "持续推进", "长期坚持", "长期", "持续", "常态化", "常态化推进", "常态推进", "长期推进", " 长期坚持。", "常抓不懈",
        "持续整改" };
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        ck_assert_msg(strcmp(meaning_at(phrases[i], 2023, BASE), "standing") == 0, "%s", phrases[i]);
}
END_TEST

START_TEST(widths_and_numerals)
{
    static const phrase phrases[] = { { "２０２３年６月底前", "2023-06-30" }, { "２０２３－０６－３０", "2023-06-30" }, { "２０２３．６．３０", "2023-06-30" },
        { "２０２３／６／３０", "2023-06-30" }, { "３～５月", "2023-03-01 2023-05-31" }, { "六月底前", "2023-06-30" }, { "十二月", "2023-12-31" },
        { "十月", "2023-10-31" }, { "十一月中旬", "2023-11-20" }, { "二〇二三年六月三十日", "2023-06-30" }, { "二○二四年二月二十九日前", "2024-02-29" },
        { "二零二三年十二月三十一日", "2023-12-31" }, { "六月二十五日", "2023-06-25" }, { "六月三〇日", "2023-06-30" }, { "六月〇五日", "2023-06-05" },
        { "　6月底前　", "2023-06-30" }, { " \t6月 底前\r\n", "2023-06-30" },
        { "\xc2\xa0"
          "6月\xc2\xa0",
            "2023-06-30" },
        { "二三月", "ambiguous" }, { "一二季度", "ambiguous" }, { "十二三日", "ambiguous" }, { "十十月", "ambiguous" }, { "十〇月", "ambiguous" },
        { "〇十月", "ambiguous" }, { "二〇二月", "ambiguous" }, { "二十三四日", "ambiguous" }, { "五十六年", "ambiguous" }, { "三十二日内", "2023-04-16" },
        { "三 0日内", "unknown" }, { "3 0日内", "unknown" } };
    EXPECT(phrases);
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *text;
        int refusal;
    } phrases[] = { { "", UNKNOWN }, { " 　", UNKNOWN }, { "。", UNKNOWN }, { "年", UNKNOWN }, { "月", UNKNOWN }, { "日", UNKNOWN }, { "底", UNKNOWN },
        { "前", UNKNOWN }, { "6", AMBIGUOUS }, { "6/7", AMBIGUOUS }, { "6.30", AMBIGUOUS }, { "6-30", AMBIGUOUS }, { "23-6-30", AMBIGUOUS },
        { "2023-06-301", UNKNOWN }, { "2023-06/30", AMBIGUOUS }, { "23年6月", AMBIGUOUS }, { "123年6月", AMBIGUOUS }, { "13月", NO_DAY }, { "0月", NO_DAY },
        { "2月30日", NO_DAY }, { "2023年2月29日", NO_DAY }, { "2023-02-29", NO_DAY }, { "2023-13-01", NO_DAY }, { "2023-00-10", NO_DAY },
        { "20231301", NO_DAY }, { "6月31日前", NO_DAY }, { "6月0日", NO_DAY }, { "五季度", NO_DAY }, { "0季度", NO_DAY }, { "前五季度", NO_DAY },
        { "前1季度", NO_DAY }, { "1899-12-31", RANGE }, { "1850年", RANGE }, { "10000年", RANGE }, { "123456789天内", UNKNOWN }, { "12345678", RANGE },
        { "适时", AMBIGUOUS }, { "尽快", AMBIGUOUS }, { "近期", AMBIGUOUS }, { "分阶段", AMBIGUOUS }, { "6月初", AMBIGUOUS }, { "6月中", AMBIGUOUS },
        { "年初", AMBIGUOUS }, { "年中", AMBIGUOUS }, { "月初", AMBIGUOUS }, { "6月左右", AMBIGUOUS }, { "6月前", AMBIGUOUS }, { "2023年前", AMBIGUOUS },
        { "上半年前", AMBIGUOUS }, { "三季度前", AMBIGUOUS }, { "6月上旬前", AMBIGUOUS }, { "年前", UNKNOWN }, { "周五", AMBIGUOUS }, { "周五前", AMBIGUOUS },
        { "本周", AMBIGUOUS }, { "下周内", AMBIGUOUS }, { "本周末", AMBIGUOUS }, { "本周七", AMBIGUOUS }, { "25日前", AMBIGUOUS }, { "上旬", AMBIGUOUS },
        { "5月、10月", AMBIGUOUS }, { "5月/10月", AMBIGUOUS }, { "6月和9月", AMBIGUOUS }, { "6月底前，长期坚持", AMBIGUOUS }, { "11月12月", UNKNOWN },
        { "月25日", UNKNOWN }, { "上半年8月", UNKNOWN }, { "6月2023年", UNKNOWN }, { "6月30日内", UNKNOWN }, { "6月底前前", UNKNOWN },
        { "2023-06-30日", UNKNOWN }, { "2023年每月25日", UNKNOWN }, { "全年持续推进", UNKNOWN }, { "并长期坚持", UNKNOWN }, { "去年底", UNKNOWN },
        { "6月底前报送", UNKNOWN }, { "春节前", UNKNOWN }, { "June 30", UNKNOWN }, { "2023-06-30T00:00", UNKNOWN }, { "6月\xe5\xba", UNKNOWN },
        { "\xff", UNKNOWN }, { "\xef", UNKNOWN }, { "\xef\xbc", UNKNOWN }, { "\xef\xbd\xbf", UNKNOWN } };
    tl__due due;
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        int result = tl__due_parse(phrases[i].text, 2023, BASE, NULL, NULL, &due);
        ck_assert_msg(result == phrases[i].refusal, "'%s': %d, not %d", phrases[i].text, result, phrases[i].refusal);
        for (int zh = 0; zh < 2; zh++)
            ck_assert_msg(strlen(tl__due_reason(result, zh)) > 20, "%d has no reason", result);
    }
    ck_assert_str_eq(tl__due_reason(0, 0), "");
    ck_assert_str_eq(tl__due_reason(99, 1), "");
}
END_TEST

START_TEST(too_long)
{
    char text[700] = "";
    tl__due due;
    for (int i = 0; i < 33; i++)
        strcat(text, "6月");
    ck_assert_int_eq(tl__due_parse(text, 2023, BASE, NULL, NULL, &due), UNKNOWN);
    memset(text, ' ', sizeof text);
    strcpy(text + 197, "6月");
    ck_assert_int_eq(tl__due_parse(text, 2023, BASE, NULL, NULL, &due), UNKNOWN);
    ck_assert_int_eq(tl__due_parse(text + 1, 2023, BASE, NULL, NULL, &due), 0);
}
END_TEST

/* The year of the ledger, and that of the day on which somebody writes. */
START_TEST(years)
{
    static const phrase later[] = { { "6月底前", "2023-06-30" }, { "年底前", "2023-12-31" }, { "上半年", "2023-06-30" }, { "次年3月", "2024-03-31" },
        { "月底前", "2024-02-29" }, { "本月25日前", "2024-02-25" }, { "本季度末", "2024-03-31" }, { "30日内", "2024-03-10" }, { "今年底", "ambiguous" },
        { "明年3月底", "ambiguous" }, { "11月-明年2月", "ambiguous" }, { "每年底", "every 2024-12-31" } };
    static const phrase at_year_end[] = { { "下月底", "2024-01-31" }, { "下季度", "2024-03-31" }, { "每月1日", "every 2024-01-01" },
        { "12月5日-次月5日", "2023-12-05 2024-01-05" }, { "两周内", "2024-01-03" }, { "下周一", "2023-12-25" } };
    tl__due due;
    expect(later, sizeof later / sizeof later[0], 2023, "2024-02-09");
    expect(at_year_end, sizeof at_year_end / sizeof at_year_end[0], 2023, "2023-12-20");
    ck_assert_int_eq(tl__due_parse("6月", 1899, BASE, NULL, NULL, &due), RANGE);
    ck_assert_int_eq(tl__due_parse("6月", 10000, BASE, NULL, NULL, &due), RANGE);
    ck_assert_int_eq(tl__due_parse("6月", 2023, "2023-02-29", NULL, NULL, &due), RANGE);
    ck_assert_int_eq(tl__due_parse("次年", 9999, BASE, NULL, NULL, &due), RANGE);
    ck_assert_str_eq(meaning_at("11月-次年2月", 9999, BASE), "range");
}
END_TEST

/* The spring festival of 2024: free from the 10th to the 17th of February, the 4th and the 18th, two Sundays, are worked. */
static int spring_festival(void *arg, const char *day)
{
    int number;
    (*(int *)arg)++;
    if (!tl__day_read(day, &number))
        return -3;
    if (strcmp(day, "2024-02-10") >= 0 && strcmp(day, "2024-02-17") <= 0)
        return 0;
    return strcmp(day, "2024-02-04") == 0 || strcmp(day, "2024-02-18") == 0 || tl__weekday(number) < 6;
}

static int never(void *arg, const char *day)
{
    (void)arg, (void)day;
    return 0;
}

static int broken(void *arg, const char *day)
{
    (void)arg;
    return strcmp(day, "2024-02-05") == 0 ? -13 : 1;
}

START_TEST(working_days)
{
    static const struct {
        const char *text, *base, *day;
    } terms_[] = { { "1个工作日内", "2024-02-03", "2024-02-04" }, { "5个工作日内", "2024-02-02", "2024-02-08" }, { "1个工作日内", "2024-02-09", "2024-02-18" },
        { "2个工作日内", "2024-02-09", "2024-02-19" }, { "5个工作日内", "2024-02-08", "2024-02-21" }, { "每个工作日", "2024-02-12", "2024-02-18" },
        { "5天内", "2024-02-08", "2024-02-13" } };
    tl__due due;
    int asked = 0;
    for (size_t i = 0; i < sizeof terms_ / sizeof terms_[0]; i++) {
        ck_assert_int_eq(tl__due_parse(terms_[i].text, 2024, terms_[i].base, spring_festival, &asked, &due), 0);
        ck_assert_msg(strcmp(due.day, terms_[i].day) == 0, "%s from %s: %s, not %s", terms_[i].text, terms_[i].base, due.day, terms_[i].day);
        ck_assert_int_eq(due.working_days, strstr(terms_[i].text, "工作日") != NULL);
    }
    ck_assert_int_eq(tl__due_parse("1个工作日内", 2024, "2023-12-29", NULL, NULL, &due), 0);
    ck_assert_str_eq(due.day, "2024-01-01");
    ck_assert_int_eq(tl__due_parse("1个工作日内", 2024, "2024-02-01", never, NULL, &due), RANGE);
    ck_assert_int_eq(tl__due_parse("1个工作日内", 2024, "2024-02-01", broken, NULL, &due), 0);
    ck_assert_int_eq(tl__due_parse("9个工作日内", 2024, "2024-02-01", broken, NULL, &due), -13);
    ck_assert_str_eq(due.day, "");
    ck_assert_int_eq(due.working_days, 0);
    asked = 0;
    ck_assert_int_eq(tl__due_parse("6月底前", 2024, "2024-02-01", spring_festival, &asked, &due), 0);
    ck_assert_int_eq(asked, 0);
}
END_TEST

/* Every day of some years, in the spellings that name a day whole, and by the number of days to it. */
START_TEST(every_day)
{
    static const char *const forms[] = { "%d年%d月%d日", "%d年%02d月%02d日前", "%d-%02d-%02d", "%d/%d/%d", "%d.%d.%d", "%04d%02d%02d", "%d 年 %d 月 %d 号" };
    tl__due due;
    for (int number = tl__day_number(1999, 1, 1); number <= tl__day_number(2029, 1, 1); number++) {
        char text[80], day[11];
        tl__date date = tl__day_date(number);
        tl__day_write(number, day);
        for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
            snprintf(text, sizeof text, forms[i], date.year, date.month, date.day);
            if (tl__due_parse(text, 2023, BASE, NULL, NULL, &due) != 0 || strcmp(due.day, day) != 0)
                ck_abort_msg("%s is '%s', not %s", text, due.day, day);
        }
        snprintf(text, sizeof text, "%d天内", number - tl__day_number(1998, 12, 31));
        if (number - tl__day_number(1998, 12, 31) <= 9999 && (tl__due_parse(text, 2023, "1998-12-31", NULL, NULL, &due) != 0 || strcmp(due.day, day) != 0))
            ck_abort_msg("%s is '%s', not %s", text, due.day, day);
    }
}
END_TEST

/* What recurs never lies before the base, nor further ahead than its period; and from the day after it comes the next one. */
START_TEST(recurs_in_order)
{
    static const struct {
        const char *text;
        int longest;
    } phrases[] = { { "每月25日前", 31 }, { "每月31日", 31 }, { "每月上旬", 31 }, { "每季度末", 92 }, { "每季度末月15日", 92 }, { "每半年", 184 },
        { "每年2月29日", 366 }, { "每周五", 7 }, { "每天", 1 } };
    tl__due due;
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        for (int base = tl__day_number(2023, 1, 1), last = 0; base <= tl__day_number(2025, 3, 1); base++) {
            char text[11];
            int day = 0;
            tl__day_write(base, text);
            ck_assert_int_eq(tl__due_parse(phrases[i].text, 2023, text, NULL, NULL, &due), 0);
            ck_assert(tl__day_read(due.day, &day));
            if (day < base || day >= base + phrases[i].longest || day < last || (last >= base && day != last))
                ck_abort_msg("%s from %s: %s", phrases[i].text, text, due.day);
            last = day;
        }
}
END_TEST

/* ---------------------------------------------------------------------------------------------- a published table, read in place */

/* What it has that is no one day: two of them, an open end, and a January before its December. */
static const phrase refused_there[] = {
    { "4月~6月/9月~11月", "ambiguous" },
    { "5月/10月", "ambiguous" },
    { "5月、10月", "ambiguous" },
    { "11月12月", "unknown" },
    { "12月-", "unknown" },
    { "12-1月", "backwards" },
};

typedef struct table {
    int column, wanted; /* wanted -1: the row of names is not over */
    int understood, refused;
} table;

static const char *meaning_there(const char *text)
{
    for (size_t i = 0; i < sizeof refused_there / sizeof refused_there[0]; i++)
        if (strcmp(refused_there[i].text, text) == 0)
            return refused_there[i].meaning;
    return NULL;
}

/* A line as "3月：…". */
static void try_line(table *found, const char *line, size_t length)
{
    char text[200];
    size_t end = 0;
    while (end < length && line[end] != ':' && strncmp(line + end, "：", 3) != 0)
        end++;
    if (end == length || end >= sizeof text)
        return;
    memcpy(text, line, end);
    text[end] = '\0';
    if (strstr(text, "月") == NULL && strstr(text, "季度") == NULL && strstr(text, "年") == NULL)
        return;
    const char *wanted = meaning_there(text);
    const char *meaning = meaning_at(text, 2017, "2017-01-20");
    ck_assert_msg(wanted == NULL ? strncmp(meaning, "2017-", 5) == 0 : strcmp(meaning, wanted) == 0, "'%s' is %s", text, meaning);
    found->understood += wanted == NULL;
    found->refused += wanted != NULL;
}

static void take_cell(void *cell, size_t length, void *arg)
{
    static const char name[] = "任务分解/时序进度";
    table *found = arg;
    const char *text = cell;
    if (found->wanted < 0 && length == sizeof name - 1 && memcmp(text, name, length) == 0)
        found->wanted = found->column;
    else if (found->column == found->wanted)
        for (size_t at = 0, end; at < length; at = end + 1) {
            const char *line_end = memchr(text + at, '\n', length - at);
            end = line_end == NULL ? length : (size_t)(line_end - text);
            try_line(found, text + at, end - at);
        }
    found->column++;
}

static void end_row(int last, void *arg)
{
    (void)last;
    ((table *)arg)->column = 0;
}

START_TEST(published_spellings)
{
    const char *folder = getenv("TASKLEDGER_REALDATA");
    char path[4200];
    size_t count;
    table found = { .wanted = -1 };
    struct csv_parser parser;
    if (folder == NULL || folder[0] == '\0') {
        printf("skipped: due: published_spellings: TASKLEDGER_REALDATA names no folder\n");
        return;
    }
    snprintf(path, sizeof path, "%s/key-work-2017.csv", folder);
    char *bytes = read_file(path, &count);
    ck_assert_int_eq(csv_init(&parser, 0), 0);
    ck_assert_uint_eq(csv_parse(&parser, bytes, count, take_cell, end_row, &found), count);
    ck_assert_int_eq(csv_fini(&parser, take_cell, end_row, &found), 0);
    csv_free(&parser);
    free(bytes);
    ck_assert_int_eq(found.understood, 445);
    ck_assert_int_eq(found.refused, 6);
}
END_TEST

Suite *due_suite(void)
{
    Suite *suite = suite_create("due");
    ADD_TESTS(suite, NULL, 30, days, months, years_and_quarters, recurring, ranges, terms, standing, widths_and_numerals, refused, too_long, years,
        working_days, every_day, recurs_in_order, published_spellings);
    return suite;
}
