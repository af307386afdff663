# post and the actions: their options, what they print, what they refuse.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add t 修路 --lead js --due 2023-06-30
q dispatch t/1
q acknowledge t/1
say 'NOTE as a word or by --note'
t report t/1 完成立项 --percent 20 --value 1.5 --problem 资金未到位 --next 催拨资金 --on 2023-02-28
t post t/1 report --note '第二次反馈' --percent 30.5
t post t/1 report 第三次 --percent 40 --json
t post t/1 request_extension 工期紧 --due 2023-08-31
t report t/1 甲 --note 乙
say 'an odd value, a note like an option'
t report t/1 负数 --value -3.5
t report t/1 --note --percent
t report t/1 -- -5
say 'expect and request'
t report t/1 迟到 --expect 9
t report t/1 迟到 --expect 9 --json
t comment t/1 只此一次 --request q1 --json
t comment t/1 只此一次 --request q1 --json
t comment t/1 别的 --request q1
t report t/1 错 --expect 0
t report t/1 错 --expect many
say 'refused by rules'
t close t/1 已核查
t report t/1
t report t/1 太多 --percent 101
t report t/1 不是数 --percent 六成
t report t/1 谁 --unit xjk
t return t/1 不在审核
t dispatch t/1
t grant-extension t/1 --due 2023-05-01
t --lang zh close t/1
t --json close t/1
say 'amend'
t amend t/1 --set title=修路三条 --set detail=新建 --set 'officer=李书记'
t amend t/1 更正时限 --set due=2023-07-31
t amend t/1 --set detail=
t amend t/1 --set colour=red
t amend t/1 --set title
t amend t/1
say 'rate'
t rate t/1 进度滞后 --risk high
t rate t/1 进度滞后 --risk hgih
t rate t/1 没有等级
say 'unknown things'
t post t/1 reprot 甲
t post t/1 frobnicate
t reprot t/1 甲
t report t/2 甲
t report x/1 甲
t report t 甲
t report 0123456789abcdef0123456789abcdef 甲
t report t/1 甲 --unit jss
t report t/1 甲 乙
t report
t report t/1 甲 --frobnicate
t report t/1 甲 --precent 50
t report t/1 甲 --percent
say 'the whole life of it'
t log t/1
t report --help
