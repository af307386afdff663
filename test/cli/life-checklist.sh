# One whole life of a checklist (workflow simple): one step, a required field, children before the parent.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q ledger field c site 地点 --required
t add c 协助开展低保入户核对 --lead xjk --due 2023-09-30
t add c 入户 --parent c/1 --no 1.1 --field site=一组
t dispatch c/1
t report c/1 已入户30户 --percent 50 --unit xjk
t close c/1
t close c/1.1
t close c/1
t amend c/1 --set 地点=新街口
t close c/1 已核对
t reopen c/1 漏一户
t close c/1
t list c
t --lang zh list c
t stats c
t verify
