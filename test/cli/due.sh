# due dates as people write them: through the life of an item, in lists, from a table.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book

say 时限可以照文件上的写法填写，原文保留
t add t 修路 --lead js --due 6月底前
t add t 架桥 --lead js --due ３－５月
t add t 排查 --lead ga --due 30日内
t add t 例会 --lead ga --due 每月25日前
t add t 值守 --lead ga --due 长期坚持
t list t
t --lang zh show t/1
tj '{due, due_text, baseline_due}' --json show t/5

say 长期坚持的没有时限也可以交办
t dispatch t/5
t dispatch t/1

say 申请延期、同意延期、退回、转长期坚持、更正
q acknowledge t/1
t request-extension t/1 雨季 --due 三季度末
t grant-extension t/1
q request-close t/1
t return t/1 不实 --due 2023年10月底前
t make-standing t/1 每季回看 --due 每季度末
t amend t/2 --set due=上半年
t amend t/2 --set 完成时限=2023-06-30
t log t/1
t log t/2

say 没有写年份的，按台账的年份
t --today 2024-02-01 add t 明年立项 --due 6月底前
t ledger set t year=2024
t --today 2024-02-01 add t 明年立项 --due 6月底前
t list t --due-after 2024年1月 --due-before 2024年底

say 看不懂的、有歧义的不猜
t add t x --due 尽快
t add t x --due 6月前
t add t x --due 2月30日
t add t x --due 11月-2月
t --lang zh add t x --due 6/7
t --json add t x --due 适时
t amend t/2 --set due=尽快
t urge t/2 快 --due 6月底前
t list t --due-before 长期坚持
t list t --due-before 尽快

say 从表格导入
printf '工作任务,牵头单位,完成时限\n导入一,js,9月底前\n导入二,js,2023年9月30日\n导入三,ga,5个工作日内\n' >in.csv
t import t in.csv
printf '工作任务,完成时限\n甲,6月前\n乙,尽快\n' >bad.csv
t import t bad.csv
tj '.[] | select(.title | startswith("导入")) | [.title, .due, .due_text]' --json list t

say 往日的台账
t show t/2 --as-of 2023-03-01
t verify
