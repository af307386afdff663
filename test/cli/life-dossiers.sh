# One whole life of an instruction dossier (workflow supervised): evidence first, and a second party closes.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
as 督查室小张
printf '报告' >报告.txt
t add d 关于燃气安全的批示 --no 〔2023〕1号 --lead js --support ga --field leader=市委书记 --field instructed_on=2023-02-28 --field instruction=举一反三 --field secrecy=内部
t dispatch d/〔2023〕1号
t dispatch d/〔2023〕1号 --due 2023-04-30
t decline d/〔2023〕1号 请明确责任科室
t dispatch d/〔2023〕1号
t acknowledge d/〔2023〕1号 --unit js
t instruct d/〔2023〕1号 市长：请建设局抓紧
t talk d/〔2023〕1号 约谈分管负责人
as 建设局小王
t report d/〔2023〕1号 已排查全部小区 --unit js --percent 100
t request-close d/〔2023〕1号 已整改完毕
t request-close d/〔2023〕1号 已整改完毕 --file 报告.txt
t close d/〔2023〕1号
t --lang zh close d/〔2023〕1号
as 核查组老李
t close d/〔2023〕1号 已核查
t show d/〔2023〕1号
t verify
