# dossier: one item as a folder; what check.sh finds when something in it, or the book, was changed.
# shellcheck shell=sh source=/dev/null
. "$PRELUDE"
book
q add d '核查<b>水源地</b>' --lead js --support ga --due 2023-06-30 --field leader=李书记 --field instructed_on=2023-02-28 --field instruction=请认真核查
printf 'photo' >'现场 照片.jpg'
printf 'minutes' >minutes.txt
q add t 别的事项 --lead ga --due 2023-05-01
q dispatch d/1
q acknowledge d/1 --unit js
q comment t/1 别的事项的话
q report d/1 已查三处 --unit js --percent 60 --problem 取样难 --file '现场 照片.jpg'
"$TL" checkpoint >kept
q attach d/1 minutes.txt https://example.org/a --title 会议纪要
q request-close d/1 已核查
t dossier d/1 -o 档案
(cd 档案 && find . -type f | sort)
jq -c '.entries[] | [.entry.seq, .entry.action, .sealed, .file]' 档案/entries.json
grep -c '别的事项' 档案/*.json 档案/*.html
grep -c '核查&lt;b&gt;水源地' 档案/index.html

say 'it is whole, by itself, by a checkpoint, and by the book'
check() {
    sh 档案/check.sh "$@" >t.out 2>&1
    status=$?
    same <t.out
    [ "$status" -eq 0 ] || echo "exit $status"
}
check
check --against kept
# a last line without its end counts
printf %s "$(cat kept)" >open
check --against open
rm open
check --book taskledger.db
check --book missing.db
check --wrong

say 'whatever is changed is found'
cp -r 档案 whole
# changed FILE SCRIPT [--again]: what the check says of it, with the sums made to match, too
changed() {
    sed -i "$2" "档案/$1"
    cmp -s "whole/$1" "档案/$1" && echo "$1: nothing was changed"
    printf '%s: %s\n' "$1" "$2"
    [ -z "${3:-}" ] || (cd 档案 && cut -c 67- SHA256SUMS | xargs -d '\n' sha256sum >sums && mv sums SHA256SUMS)
    check | grep -v '^files: \|^entries: \|^evidence: '
    rm -r 档案
    cp -r whole 档案
}
changed index.html s/李书记/王书记/
changed check.sh 's/^wrong=0/wrong=0 /'
changed SHA256SUMS 's/^[0-9a-f]/x/'
changed SHA256SUMS /index/d
changed evidence/21-minutes.txt s/minutes/Minutes/
changed evidence/21-minutes.txt s/minutes/Minutes/ --again
changed entries.json s/已查三处/已查四处/
changed entries.json s/已查三处/已查四处/ --again
changed entries.json 's/"count": 13/"count": 12/; /acknowledge/d' --again
changed entries.json /acknowledge/d --again
changed entries.json '/"seq":21,/d; s/"count": 13/"count": 12/' --again
changed entries.json '/"count"/d' --again
echo x >档案/evidence/more.txt
check | grep -v ^e
rm 档案/evidence/*
check | grep -v ^e
rm -r 档案
mv whole 档案
say 'an entry taken out whole, and all made to match: the book tells'
cp -r 档案 less
sed -i 's/"count": 13/"count": 12/; /acknowledge/d' less/entries.json
(cd less && cut -c 67- SHA256SUMS | xargs -d '\n' sha256sum >sums && mv sums SHA256SUMS)
sh less/check.sh
sh less/check.sh --book taskledger.db | same

say 'another book, and one that was changed'
sed 's/ [0-9a-f]\{64\} / 0000000000000000000000000000000000000000000000000000000000000000 /' kept >wrong
check --against wrong
"$TL" checkpoint >last
q comment t/1 再说一句
"$TL" checkpoint >none
check --against none
cp taskledger.db other.db
sqlite3 other.db "DROP TRIGGER entry_immutable_update; UPDATE entry SET note = 'x' WHERE note = '已查三处'"
check --book other.db

say 'what is missing is said'
rm minutes.txt
echo more >>'现场 照片.jpg'
t dossier d/1 -o second
t dossier d/1 -o third --json
grep -o 'left out[^<]*' second/index.html
sh second/check.sh
t --lang zh dossier d/1 -o fourth
grep -o '未能收入[^<]*\|未收入[^<]*' fourth/index.html

say 'refused'
t dossier d/1
t dossier d/9 -o x
t dossier d/1 -o second
t dossier d/1 -o kept
t dossier d/1 -o nowhere/x
mkdir empty
q dossier t/1 -o empty/
ls empty
files
