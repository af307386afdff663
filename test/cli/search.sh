# search: words in every text of an item, folded; what is found where; pages, counts; the index and what is done to it; plain SQL for the same.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
t search 修路
q ledger field t measure 措施
q add t 修路 --lead js --detail '三批进行，第一批二十座桥梁已经检查完毕，其中三座需要立即封闭加固，资金已经落实' --due 2023-06-30
q add t 架桥 --lead ga --field measure=ＡＢＣ标准
q add c 整改清单 --lead xjk
q dispatch t/1
q acknowledge t/1
q report t/1 '资金 50% 到位' --problem '缺少 Stone 石料' --next 外区采购
say 'one word, several, in whatever form'
t search 桥
t search 资金 采购
t search '资金　ＳＴＯＮＥ'
t search stone 没有
t search abc
t search '50%' --json
tj '.[] | [.ref, .found_in, .found]' search 改 --json
t --lang zh search 石料
say 'a ledger, pages, counts'
t search 桥 --ledger c
t search 桥 --limit 1
t search 桥 --limit 1 --after t/2
t search 桥 --count
t search 桥 --ledger t --count --json
t search 没有 --json
t search 没有 --count
say 'another day'
on 2023-04-01
q amend t/2 --set title=架设大桥
t search 架桥
t search 架桥 --as-of 2023-03-31
say 'the index: nothing is another by it'
t search --rebuild-index
sqlite3 taskledger.db 'SELECT * FROM search_indexed'
t search 桥
t search 架桥 --count
t verify
q comment t/1 后来
t search 后来
t search --drop-index
t search 桥 --count
chmod a-w taskledger.db
t search 桥 --count
chmod u+w taskledger.db
say 'what does not work'
t search
t search ''
t search 桥 --ledger T
t search 桥 --ledger 无
t search 桥 --limit 0
t search 桥 --after t/9
t search 桥 --drop-index
t search --drop-index --rebuild-index
t search 桥 --state open
t --json search ''
say 'as the dictionary has it for plain SQL'
q search --rebuild-index
awk '/^## Searching/ { inside = 1 } inside && /^```$/ { code = 0 } code; inside && /^```sql/ { code = 1 } /^## Formats/ { inside = 0 }' \
    "$DATA/../../schema/README.md" >search.sql
sqlite3 taskledger.db <search.sql
