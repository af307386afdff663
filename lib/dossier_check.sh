#!/bin/sh
# Checks this dossier with sha256sum and sqlite3: that its files are as they were written, that the entries are what their digests cover, and that the evidence
# is what the entries say.
#   sh check.sh                   the dossier by itself
#   sh check.sh --against FILE    and against lines of `taskledger checkpoint` that were kept elsewhere
#   sh check.sh --book BOOK       and against the book, whose whole chain is computed anew
# Exit status: 0 nothing is wrong, 1 something is not as it was, 2 it can't be checked here.
set -u
LC_ALL=C
export LC_ALL
against=
book=
case ${1:-} in
'') ;;
--against | --book)
    [ -f "${2:-}" ] || { echo "check: $1 needs a file; '${2:-}' is none" >&2; exit 2; }
    case $2 in /*) path=$2 ;; *) path=$PWD/$2 ;; esac
    if [ "$1" = --book ]; then book=$path; else against=$path; fi
    ;;
*)
    echo 'usage: sh check.sh [--against FILE | --book BOOK]' >&2
    exit 2
    ;;
esac
cd "$(dirname "$0")" || exit 2
command -v sha256sum >/dev/null || { echo 'check: needs sha256sum' >&2; exit 2; }
wrong=0

# wrong_lines TEXT: tells what is wrong, a line each.
wrong_lines() {
    [ -z "$1" ] && return
    printf '%s\n' "$1" | sed 's/^/WRONG  /'
    wrong=1
}

# Every file against the list, and no file beside it. A line that is no digest and name gives no answer.
listed=$(cut -c 67- SHA256SUMS 2>/dev/null | sort)
there=$(find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | sort)
[ "$listed" = "$there" ] || wrong_lines 'the files are not those that SHA256SUMS lists'
answers=$(sha256sum -c SHA256SUMS 2>/dev/null)
wrong_lines "$(printf '%s\n' "$answers" | grep -v -e ': OK$' -e '^$')"
[ "$(printf '%s\n' "$answers" | wc -l)" -eq "$(printf '%s\n' "$listed" | wc -l)" ] || wrong_lines 'SHA256SUMS is no list of digests and files'
echo "files: $(printf '%s\n' "$listed" | grep -c .) against SHA256SUMS"

sqlite3 :memory: "SELECT sha3('', 256)" >/dev/null 2>&1 || {
    echo 'entries: not checked, for there is no sqlite3 with sha3() here'
    [ "$wrong" -eq 0 ] || exit 1
    exit 2
}
# The text under a digest: each column of the entry, in its order. What is no JSON gives no line.
lines="CREATE TEMP TABLE line AS SELECT json_extract(e.value, '\$.entry.seq') AS seq, json_extract(e.value, '\$.before') AS before,
    json_extract(e.value, '\$.after') AS after, json_extract(e.value, '\$.file') AS file, json_extract(e.value, '\$.entry.item') AS item,
    json_extract(e.value, '\$.entry.sha256') AS sha256, json_extract(e.value, '\$.entry.uri') AS uri,
    (SELECT group_concat(';' || key || '=' || length(CAST(atom AS BLOB)) || ':' || atom, '') FROM json_each(e.value, '\$.entry')) AS text
  FROM json_each(CAST(readfile('entries.json') AS TEXT), '\$.entries') e;"
wrong_lines "$(sqlite3 -batch :memory: "$lines
  SELECT 'entry ' || ifnull(seq, '?') || ' is not what its digest covers' FROM line
    WHERE lower(hex(sha3('tl1;sha3-256;' || before || text, 256))) IS NOT after ORDER BY seq;
  SELECT 'entry ' || b.seq || ' does not follow on entry ' || a.seq FROM line a JOIN line b ON b.seq = a.seq + 1 WHERE b.before IS NOT a.after;
  SELECT 'entry ' || seq || ' is of another item' FROM line WHERE item IS NOT (SELECT min(item) FROM line);
  SELECT 'entries are missing, or there is one too many' FROM (SELECT CAST(readfile('entries.json') AS TEXT) AS whole)
    WHERE json_extract(whole, '\$.count') IS NOT (SELECT count(DISTINCT seq) FROM line) OR (SELECT count(*) FROM line) IS NOT (SELECT count(DISTINCT seq) FROM line);
  SELECT 'there is no entry' WHERE NOT EXISTS (SELECT 1 FROM line);" 2>&1)"
echo "entries: $(sqlite3 -batch :memory: "$lines SELECT count(*) FROM line" 2>/dev/null) against their digests"

evidence=$(sqlite3 -batch :memory: "$lines SELECT sha256 || '  ' || file FROM line WHERE file IS NOT NULL" 2>/dev/null)
if [ -n "$evidence" ]; then
    wrong_lines "$(printf '%s\n' "$evidence" | sha256sum -c 2>/dev/null | grep -v ': OK$')"
    echo "evidence: $(printf '%s\n' "$evidence" | grep -c .) files against the entries that attached them"
fi
sqlite3 -batch :memory: "$lines SELECT 'not here since it was made: the file of entry ' || seq || ', ' || uri FROM line WHERE sha256 IS NOT NULL AND file IS NULL" 2>/dev/null

if [ -n "$against" ]; then
    uid=$(sqlite3 -batch :memory: "SELECT json_extract(CAST(readfile('entries.json') AS TEXT), '\$.book')" 2>/dev/null)
    known=$(sqlite3 -batch :memory: "$lines SELECT seq || ' ' || after FROM line" 2>/dev/null)
    met=0
    while read -r of seq digest _ || [ -n "$of" ]; do
        case $seq in '' | *[!0-9]*) continue ;; esac
        [ "$of" = "$uid" ] || continue
        after=$(printf '%s\n' "$known" | sed -n "s/^$seq //p")
        [ -n "$after" ] || continue
        met=$((met + 1))
        [ "$after" = "$digest" ] || wrong_lines "entry $seq does not lead to the checkpoint of $seq"
    done <"$against"
    echo "checkpoints: $met on entries of this dossier"
    [ "$met" -gt 0 ] || [ "$wrong" -ne 0 ] || { echo 'none can be compared; check with --book'; exit 2; }
fi

if [ -n "$book" ]; then
    text=$(sqlite3 -readonly -batch "$book" "SELECT group_concat('ifnull('';' || name || '='' || length(CAST(\"' || name || '\" AS BLOB)) || '':'' || \"' || name || '\", '''')', ' || ')
      FROM (SELECT name FROM pragma_table_info('entry') ORDER BY cid)") || exit 2
    wrong_lines "$(sqlite3 -readonly -batch "$book" "$lines
      CREATE TEMP TABLE known AS WITH RECURSIVE known(seq, digest) AS (SELECT 0, '' UNION ALL
        SELECT k.seq + 1, (SELECT lower(hex(sha3('tl1;sha3-256;' || k.digest || $text, 256))) FROM main.entry WHERE entry.seq = k.seq + 1) FROM known k
        WHERE k.seq < (SELECT max(seq) FROM main.entry))
        SELECT seq, digest FROM known WHERE seq IN (SELECT seq FROM line UNION SELECT seq FROM main.seal);
      SELECT 'this is another book than that of the dossier' FROM main.book WHERE uid IS NOT json_extract(CAST(readfile('entries.json') AS TEXT), '\$.book');
      SELECT 'the book does not hold itself: the seal of entry ' || min(s.seq) FROM main.seal s LEFT JOIN known k ON k.seq = s.seq WHERE k.digest IS NOT s.digest
        HAVING count(*) > 0;
      SELECT 'entry ' || l.seq || ' is not in the book as it is here' FROM line l LEFT JOIN known k ON k.seq = l.seq WHERE k.digest IS NOT l.after;
      SELECT 'entry ' || e.seq || ' of the book is missing here' FROM main.entry e
        WHERE e.item = (SELECT min(item) FROM line) AND e.seq <= (SELECT max(seq) FROM line) AND e.seq NOT IN (SELECT seq FROM line);" 2>&1)"
    echo "book: every entry against the chain of $book"
fi
[ "$wrong" -eq 0 ] && echo 'nothing is wrong'
exit "$wrong"
