# add: registering items.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t add t 打通断头路三条 --lead js --responsible 区公安局 --support xjk --due 2023-06-30 --officer 李书记 --source 要点第3条 --risk high --detail '新建道路三条' --note 立项 --on 2023-02-20
t add t 第二项 --json
t add t 子任务 --no 1.1 --parent t/1
t add d 关于安全生产的批示 --no 〔2023〕1号 --lead ga --field leader=市委书记 --field 批示时间=2023-02-28 --field secrecy=内部
t list
tj '.values[] | [.field, .value]' show d/〔2023〕1号 --json
say 'a title like an option; options after the words, or before'
t add t -- --无
t --due 2023-12-31 add t 选项在前
say 'the same request again adds nothing'
t add t 只此一次 --request r1
t add t 只此一次 --request r1
t add t 另一内容 --request r1
say 'refused'
t add t 编号已用 --no 1
t add t 编号不行 --no a/b
t add tt 台账不对
t add t 单位不对 --lead 区建设据
t add t 单位不对 --lead 财政局
t add t 两个牵头 --lead js --responsible js
t add t 日期不对 --due 2023-02-30
t add t 日期不对 --due 尽快
t add t 风险不对 --risk hihg
t add t 上级不对 --parent t/99
t add d 栏目不对 --field leadr=甲
t add d 栏目内容不对 --field secrecy=绝对秘密
t add d 栏目内容不对 --field instructed_on=昨天
t add d 栏目写法不对 --field leader
t add t ''
t add t
t add t 两次 --due 2023-06-30 --due 2023-07-31
t --lang zh add t 编号已用 --no 1
t --json add t 编号已用 --no 1
t --json add tt 台账不对
say 'nothing of the refused was stored'
t list t
