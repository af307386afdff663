# template list, show; ledger add --template: each kind of ledger with its workflow, policies and fields.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
q unit add js 区建设局 --kind 部门
q unit add xq 新区街道
t template list
t --lang zh template list
tj '.[] | select(.name == "hazards")' template list --json
t template show hazards
t --lang zh template show rectification
tj '[.name, .policy, .fields[].code] | join(" ")' template show dossiers --json
say 'one ledger of each'
for name in checklist counters dossiers hazards measures pairs problems programme recommendations recurring rectification tasks watch; do
    q ledger add "$name" "$name" --template "$name"
done
tj '.[] | [.code, .template, .workflow, .evidence, .second_party, .all_sign, .extensions, .report_days]' ledger list --json
t --lang zh ledger show counters
say 'with another workflow: the fields of the template, the policies of the workflow'
t ledger add h2 另一隐患台账 --template hazards --workflow simple
tj '[.workflow, .evidence, .extensions // "-", .report_days // "-", (.fields | length)] | map(tostring) | join(" ")' ledger show h2 --json
say 'a hazard: found, put right, looked at again'
t add hazards 消防通道堵塞 --lead js --due 2023-03-20 --field location=一号楼 --field inspected_on=2023-02-28
t dispatch hazards/1
t amend hazards/1 --set hazard_level=特大
t amend hazards/1 --set hazard_level=重大
t dispatch hazards/1
t acknowledge hazards/1
t request-close hazards/1
t attach hazards/1 https://example.org/after.jpg
t request-close hazards/1
t close hazards/1
t amend hazards/1 --set rechecked_on=2023-02-30
t amend hazards/1 --set rechecked_on=2023-03-01
t amend hazards/1 --set recheck_result=合格
t close hazards/1 复查合格 --actor 李四
t show hazards/1
say 'a finding: every unit signs, the class is one of three'
t add rectification 专项资金拨付滞后 --lead js --responsible xq --due 2023-06-30 --field feedback_source=第四轮巡察 --field round=四 --field finding=资金沉淀 --field class=马上改
t add rectification 专项资金拨付滞后 --lead js --responsible xq --due 2023-06-30 --field feedback_source=第四轮巡察 --field round=四 --field finding=资金沉淀 --field class=立行立改
t dispatch rectification/1
t acknowledge rectification/1 --unit js
q attach rectification/1 https://example.org/paid.pdf
t request-close rectification/1
t acknowledge rectification/1 --unit xq
t request-close rectification/1
t amend rectification/1 --set result=已完成
t amend rectification/1 --set checked_by=李四
t amend rectification/1 --set opinion=同意
t close rectification/1 --actor 李四
t --lang zh export rectification --format csv
say 'refused'
t template show hazard
t template show
t template lits
t ledger add x 台账 --template hazrds
t --lang zh ledger add x 台账 --template hazrds
t ledger field hazards location 地点
t verify
