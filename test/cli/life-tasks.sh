# One whole life in a task ledger (workflow standard): extension, return, close-out, reopening.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
as 督查室小张
t add t 打通断头路三条 --lead js --responsible ga --support xjk --due 2023-06-30
t dispatch t/1
say '签收：各单位各签各的，牵头单位签收后转办理中'
on 2023-03-02
t acknowledge t/1 --unit ga
t list
t acknowledge t/1 --unit js
t acknowledge t/1 --unit js
t list
t report t/1 完成设计 --unit js --percent 30
on 2023-05-10
t hear t/1 区委常委会听取进展
t urge t/1 请加快进度
t report t/1 完成两条 --unit js --percent 60 --problem 征拆 --next 包片
t complete t/1 交通组织方案已批 --unit ga
say '延期'
t request-extension t/1 征拆难度大 --unit js --due 2023-08-31
t request-extension t/1 再来一次 --unit js --due 2023-09-30
t refuse-extension t/1 请再抓紧
t request-extension t/1 确有困难 --unit js --due 2023-07-31
t grant-extension t/1
t list
say '申请销号、撤回、退回、再申请、销号'
on 2023-07-20
t request-close t/1 已全部通车
t withdraw t/1
t request-close t/1 已全部通车
as 核查组老李
t return t/1 照明未完工
on 2023-07-30
as 督查室小张
t request-close t/1 照明已完工
as 核查组老李
on 2023-08-03
t close t/1 现场核查通过
t list
say '回头看'
t reopen t/1 路面沉降
t suspend t/1 雨季停工
on 2023-08-13
t resume t/1
t make-standing t/1 长期管护 --due 2023-12-31
t cancel t/1 移交养护单位
t report t/1 已终止
t show t/1
t --lang zh log t/1
t verify
