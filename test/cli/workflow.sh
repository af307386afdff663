# workflow list, show; ledger add --workflow, --definition: workflows of one's own, policies and fields from a file.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
on 2023-03-01
as 张三
q init --given-clock --utc-offset +08:00
q unit add js 区建设局
t workflow list
t --lang zh workflow list
t workflow show simple
t --lang zh workflow show noticed
tj '.[0]' workflow show standard --json
t workflow show noticd
t ledger add s 清单 --workflow simple
t ledger add s2 清单 --workflow simpel
cat >hazard.json <<'JSON'
{
  "workflow": {
    "name": "hazard",
    "title": "隐患整改",
    "moves": [
      {"action": "assign", "from": "registered", "to": "registered"},
      {"action": "amend", "from": "registered", "to": "registered"},
      {"action": "dispatch", "from": "registered", "to": "in_progress"},
      {"action": "report", "from": "in_progress", "to": "in_progress", "by": "line", "note": true},
      {"action": "request_close", "from": "in_progress", "to": "in_review", "by": "lead"},
      {"action": "return", "from": "in_review", "to": "in_progress", "note": true},
      {"action": "close", "from": "in_review", "to": "closed"}
    ]
  },
  "source": "大排查大整治方案",
  "policy": {"second_party": 1, "extensions": 0, "term": 30},
  "fields": [
    {"code": "place", "title": "地点", "required": true},
    {"code": "grade", "title": "隐患等级", "choices": ["重大", "较大", "一般"]}
  ]
}
JSON
say 'a ledger by a definition'
t ledger add h 隐患台账 --definition hazard.json
t ledger show h
t workflow show hazard
t ledger add h2 又一台账 --definition - --json <hazard.json
t workflow list
say 'its workflow holds'
t add h 消防通道堵塞 --lead js --field place=一号楼
t dispatch h/1
t report h/1 已清理 --unit js
t comment h/1 备注
t request-close h/1
t close h/1
t --actor 李四 close h/1
t warn h
t verify
say 'refused'
sed 's/"report"/"reprot"/' hazard.json >bad.json
t ledger add x 台账 --definition bad.json
sed 's/"name": "hazard"/"name": "other"/; s/"report"/"reprot"/' hazard.json >bad.json
t ledger add x 台账 --definition bad.json
t ledger add x 台账 --definition bad.json --json
sed 's/"name": "hazard"/"name": "other"/; s/"close", "from": "in_review", "to": "closed"/"close", "from": "in_review", "to": "notice"/' hazard.json >bad.json
t ledger add x 台账 --definition bad.json
t --lang zh ledger add x 台账 --definition bad.json
sed 's/"extensions": 0/"extension": 0/' hazard.json >bad.json
t ledger add x 台账 --definition bad.json
sed 's/"term": 30/"term": "30"/' hazard.json >bad.json
t ledger add x 台账 --definition bad.json
echo '{"workflow": ' >bad.json
t ledger add x 台账 --definition bad.json
t ledger add x 台账 --definition missing.json
t ledger add x 台账 --definition hazard.json --workflow simple
t ledger add h 台账 --definition hazard.json
t ledger list
t verify
