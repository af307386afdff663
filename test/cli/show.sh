# show: an item with all that belongs to it.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add d 关于安全生产的批示 --no 〔2023〕1号 --lead ga --responsible js --due 2023-06-30 --field leader=市委书记 --field instruction='第一条
第二条' --detail '排查隐患；
落实整改'
q dispatch d/〔2023〕1号
q acknowledge d/〔2023〕1号 --unit ga
q report d/〔2023〕1号 已排查145处 --unit ga --percent 60 --value 145 --problem 人手不足
t show d/〔2023〕1号
t --lang zh show d/〔2023〕1号
t show d/〔2023〕1号 --json
say 'on another day, and as of an earlier one'
on 2023-07-05
tj '[.days_left, .light, .late]' show d/〔2023〕1号 --json
q report d/〔2023〕1号 全部整改 --unit ga --percent 100
t show d/〔2023〕1号 --as-of 2023-03-02
say 'refused'
t show d/〔2023〕2号
t show d/1
t show dd/1
t show d
t show ''
t show
t show d/〔2023〕1号 另一个
t show d/〔2023〕1号 --as-of 2023-13-01
t --json show d/2
say 'what would steer a terminal is not printed'
q add t "$(printf '红\033[31m色\a')" --detail "$(printf 'a\033]0;x\ab')"
t show t/1
t list t
