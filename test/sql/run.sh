#!/bin/sh
# Attacks on a book from a plain sqlite3 shell: run.sh [FILE.sql …]; without files all of them, then matrix.sh, check.sh and the coverage.
#
# A file is a row of blocks. A block starts with one of
#   -- refuse: TOKEN | what it tries     the statements must fail with TOKEN, and nothing may have changed
#   -- allow: | what it does             the statements must succeed
# TOKEN is a rule (entry.risk: tl:entry.risk or the CHECK entry_risk; those two names where only the one is meant), or 'some text' of
# SQLite's own refusal. In a block may stand
#   -- book: new | unfounded             not base.sql's book but cat schema/*.sql, or that without its founding entry
#   -- today: 2023-06-30                 as the library does it: the view today, and all that read it, once more in TEMP
#   -- given:                            the statements up to -- try: come first and must succeed
#   -- expect: TEXT                      a line of the output; when there are any, they are all of it
# In the statements @NAME stands for a number of the book, see base.sql. A refuse block is run twice: in a shell as it is, and with
# foreign_keys and recursive_triggers on. After each block SELECT * FROM check_book must give no row.
#
# A shell needs long to read the schema, so all refuse blocks of a file that have their book and given part in common, and nothing that
# outlives ROLLBACK (TEMP, PRAGMA, ATTACH, dot-commands, today), go through one, twice, with ROLLBACK behind each. What the shell says
# "near line N" belongs to the block whose line that is; that nothing has changed is proven by a write-ahead log that is still empty at the
# end. When anything at all is not as it should be, each block of that batch is run alone, on a copy of its own, which says what it is.
#
# Failures are printed as "not ok …", then a line for each file, at the end "N passed, N failed". Needs sh, awk, sqlite3 (>= 3.40).
# SCHEMA: the folder of the schema. SQLITE3: the shell. ONLY: a token; other blocks, matrix.sh, check.sh and the coverage are left out.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
SCHEMA=${SCHEMA:-$here/../../schema}
SQLITE3=${SQLITE3:-sqlite3}
ONLY=${ONLY:-}
# In memory where that can be had: the books are thrown away, and nothing here is about the disk.
if [ -z "${TMPDIR:-}" ] && [ -d /dev/shm ] && [ -w /dev/shm ]; then TMPDIR=/dev/shm; else TMPDIR=${TMPDIR:-/tmp}; fi
export TMPDIR
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export here SCHEMA SQLITE3 work
strict='PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;'

die() { printf '%s\n' "run.sh: $*" >&2; exit 1; }

# sql BOOK [ARGUMENT …]: a shell as anybody has it, but for a ~/.sqliterc.
sql() { "$SQLITE3" -batch -init /dev/null "$@"; }

# What a book holds, in a few lines: a hash of every table and of the schema; then whatever the checks find.
digest() {
  sql "$1" '.sha3sum --schema' 'PRAGMA application_id' 'PRAGMA user_version' 'SELECT * FROM check_book LIMIT 9' 2>&1
}

# ------------------------------------------------------------------------------------------------------------------------ the books

cat "$SCHEMA"/*.sql | sql "$work/new.db" >/dev/null || die "the schema does not load"
: >"$work/schema.sql"
for file in "$SCHEMA"/*.sql; do
  case $file in */99_*) ;; *) cat "$file" >>"$work/schema.sql" ;; esac
done
{ cat "$work/schema.sql"; echo 'COMMIT;'; } | sql "$work/unfounded.db" >/dev/null || die "the schema without its founding entry does not load"
cat "$work/schema.sql" "$here/base.sql" | sql "$work/base.db" >/dev/null 2>"$work/base.err"
[ -s "$work/base.err" ] && die "base.sql: $(cat "$work/base.err")"

names="SELECT 'u_' || code, id FROM unit UNION ALL SELECT 'l_' || code, id FROM ledger UNION ALL SELECT no, id FROM item
  UNION ALL SELECT request, seq FROM entry WHERE request IS NOT NULL UNION ALL SELECT 'last', ifnull(max(seq), 0) FROM entry
  UNION ALL SELECT 'next', ifnull(max(seq), 0) + 1 FROM entry"
for book in base new unfounded; do
  sql -separator ' ' "$work/$book.db" "$names" >"$work/$book.names" || die "the names of the book $book"
  digest "$work/$book.db" >"$work/$book.digest"
  [ "$(wc -l <"$work/$book.digest")" -eq 3 ] || [ $book = unfounded ] || printf 'not ok %s: check_book finds something in it as it was made:\n%s\n' \
    "$book" "$(sed 's/^/# /' "$work/$book.digest")" >>"$work/made"
done
# The views once more in TEMP, in their order, for a day of one's own.
sql "$work/base.db" "SELECT 'CREATE TEMP VIEW today AS SELECT ''DAY'' AS day, utc_offset FROM book;' UNION ALL SELECT * FROM (
  SELECT 'CREATE TEMP VIEW ' || substr(sql, 13) || ';' FROM sqlite_schema WHERE type = 'view' AND name <> 'today' AND name <> 'post'
    AND name NOT LIKE 'check%' ORDER BY rowid)" >"$work/today.sql"

# -------------------------------------------------------------------------------------------------------------------------- a block

# split FILE FOLDER: each block becomes N.head (line, kind, token, its name as a CHECK, text, book, given, expect, alone), N.given, N.try,
# N.expect. All refuse blocks that have the book and the given part in common, and nothing that outlives ROLLBACK, become a batch: N.batch,
# the statements, and N.map, for each block and round its lines there, its number, the token.
split() {
  awk -v folder="$2" -v work="$work" -v only="$ONLY" '
    function names(book,   line, part) {
      while ((getline line < (work "/" book ".names")) > 0) { split(line, part, " "); number[book, part[1]] = part[2] }
    }
    function said(line,   out, name) {
      out = ""
      while (match(line, /@[A-Za-z_][A-Za-z0-9_]*/)) {
        name = substr(line, RSTART + 1, RLENGTH - 1)
        if (!((book, name) in number)) { print FILENAME ":" FNR ": no @" name " in the book " book > (folder "/errors"); bad = 1 }
        out = out substr(line, 1, RSTART - 1) number[book, name]
        line = substr(line, RSTART + RLENGTH)
      }
      return out line
    }
    # What outlives ROLLBACK, or differs in a connection that has done something before; in an allow block, what may leave something to roll back.
    function stays(line) {
      line = " " tolower(line) " "
      gsub(/\047attach\047/, "", line)
      if (kind == "allow" && line ~ /[^a-z_](begin|savepoint)[^a-z_]/) return 1
      return line ~ /[^a-z_](temp|temporary|pragma|attach|detach|vacuum|reindex|analyze)[^a-z_]/ ||
        line ~ /[^a-z_](random|changes|total_changes|last_insert_rowid)[^a-z_]/ || line ~ /^ +\./
    }
    function put(part, text) { printf "%s", text > (folder "/" block "." part); close(folder "/" block "." part) }
    function flush(   short, key) {
      short = token; sub(/^tl:/, "", short)
      if (block == "" || (only != "" && only != short)) return
      check = token; gsub(/\./, "_", check)
      put("head", at "\n" kind "\n" token "\n" check "\n" text "\n" book "\n" hasgiven "\n" hasexpect "\n" alone "\n")
      put("given", given); put("try", try); put("expect", expect)
      if (kind != "refuse" || alone) return
      key = book SUBSEP given
      if (!(key in batch)) { batch[key] = block; books[block] = book; givens[block] = given }
      members[batch[key]] = members[batch[key]] " " block; tries[block] = try; wanted[block] = token
    }
    function write(text) { printf "%s", text > script; line += gsub(/\n/, "", text) }
    function assemble(first,   member, count, round, i, from) {
      script = folder "/" first ".batch"; line = 0; count = split(members[first], member, " ")
      print books[first] > (folder "/" first ".map")
      write(".output /dev/null\n.dbconfig no_ckpt_on_close on\n.output\n" givens[first] ".output /dev/null\nPRAGMA wal_checkpoint(TRUNCATE);\n")
      for (round = 1; round <= 2; round++) {
        if (round == 2) write(strict "\n")
        for (i = 1; i <= count; i++) {
          from = line + 1; write(tries[member[i]])
          print from, line, member[i], wanted[member[i]] > (folder "/" first ".map")
          write("ROLLBACK;\n")
        }
      }
      close(script); close(folder "/" first ".map")
    }
    BEGIN { names("base"); names("new"); names("unfounded"); strict = "'"$strict"'" }
    /^-- (refuse|allow):/ {
      flush()
      block = sprintf("%04d", ++count); at = FNR; kind = $2; sub(/:$/, "", kind); book = "base"; part = "try"
      hasgiven = 0; hasexpect = 0; alone = 0; given = ""; try = ""; expect = ""
      line = $0; sub(/^-- [a-z]*: */, "", line)
      bar = index(line, "|")
      if (bar == 0) { print FILENAME ":" FNR ": no | in the heading" > (folder "/errors"); bad = 1 }
      token = substr(line, 1, bar - 1); text = substr(line, bar + 1); gsub(/^ +| +$/, "", token); gsub(/^ +| +$/, "", text)
      next
    }
    block == "" { next }
    /^-- book:/ { book = $3; next }
    /^-- today:/ {
      while ((getline line < (work "/today.sql")) > 0) { gsub(/DAY/, $3, line); try = try line "\n" }
      close(work "/today.sql"); alone = 1; next
    }
    /^-- given:/ { part = "given"; hasgiven = 1; next }
    /^-- try:/ { part = "try"; next }
    /^-- expect:/ { line = $0; sub(/^-- expect: ?/, "", line); expect = expect said(line) "\n"; hasexpect = 1; next }
    stays($0) { alone = 1 }
    part == "given" { given = given said($0) "\n"; next }
    { try = try said($0) "\n" }
    END { flush(); for (first in members) assemble(first); exit bad }' "$1"
}

# judge: of the batch, a line "BLOCK TOKEN" for each block and round, when every error stands in the lines of a block and bears its token,
# and every block has one. ROLLBACK may fail, where nothing is open any more.
judge() {
  awk -v noun="$noun" '
    function bears(range) {
      if (token[range] ~ /^\047/) { seen[range] = noun; return index($0, literal[range]) }
      if (index($0, ": " literal[range] " (")) { seen[range] = literal[range]; return 1 }
      seen[range] = check[range]
      return index($0, "CHECK constraint failed: " token[range] " (") || index($0, "CHECK constraint failed: " check[range] " (")
    }
    FNR == NR && FNR > 1 {
      ranges++; block[ranges] = $3; token[ranges] = $0; sub(/^[^ ]+ [^ ]+ [^ ]+ /, "", token[ranges])
      check[ranges] = token[ranges]; gsub(/\./, "_", check[ranges])
      for (i = $1; i <= $2; i++) owner[i] = ranges
      undo[$2 + 1] = 1
      literal[ranges] = token[ranges]
      if (token[ranges] ~ /^\047/) gsub(/^\047|\047$/, "", literal[ranges]); else { sub(/^tl:/, "", literal[ranges]); literal[ranges] = "tl:" literal[ranges] }
    }
    FNR == NR { next }
    !match($0, / error near line [0-9]+:/) { next }
    { at = substr($0, RSTART + 17, RLENGTH - 18) + 0 }
    at in undo && /: cannot rollback - no transaction is active$/ { next }
    !(at in owner) || !bears(owner[at]) { bad = 1; exit }
    { errors[owner[at]]++ }
    END {
      for (i = 1; i <= ranges; i++) if (!errors[i]) bad = 1
      if (bad) exit 1
      for (i = 1; i <= ranges; i++) print block[i], seen[i]
    }' "$folder/$first.map" "$folder/err"
}

# batches: all of them, each in one process on one copy of its book. An empty -wal says that since the given part nothing was committed;
# of the output that of the given part is kept, and must be none.
# The blocks that are found to be as they should be come into $proven; when anything is otherwise, none, and they are run one by one.
batches() {
  proven=' '
  for map in "$folder"/*.map; do
    [ -e "$map" ] || return
    first=${map##*/}
    first=${first%.map}
    read -r book <"$map"
    rm -f "$folder"/t.db*
    cp "$work/$book.db" "$folder/t.db"
    sql "$folder/t.db" <"$folder/$first.batch" >"$folder/out" 2>"$folder/err"
    if [ -s "$folder/out" ] || [ ! -e "$folder/t.db-wal" ] || [ -s "$folder/t.db-wal" ] || ! judge >"$folder/judged"; then continue; fi
    while read -r block token; do
      proven="$proven$block "
      echo "$token"
    done <"$folder/judged" >>"$folder/seen"
  done
}

fail() { # TEXT, then the lines that explain it on stdin
  failed=$((failed + 1))
  printf 'not ok %s:%s %s %s | %s: %s\n' "$noun" "$at" "$kind" "$token" "$text" "$1"
  sed -n '1,12s/^/#   /p'
}

# refused ERRORS: does every error there bear the token?
refused() {
  errors=0
  while IFS= read -r line; do
    case $line in
      *' error near line '*) errors=$((errors + 1)) ;;
      *) continue ;; # the context SQLite prints below a parse error
    esac
    case $token in
      "'"*) case $line in *"$quoted"*) seen="$noun" ;; *) return 1 ;; esac ;;
      *) case $line in
          *": tl:${token#tl:} ("*) seen=tl:${token#tl:} ;;
          *"CHECK constraint failed: $token ("* | *"CHECK constraint failed: $check ("*) seen=$check ;;
          *) return 1 ;;
        esac ;;
    esac
  done <"$1"
  [ $errors -gt 0 ]
}

# once PRAGMAS: one run of the block on a copy of its book.
once() {
  rm -f "$folder"/t.db*
  cp "$start" "$folder/t.db"
  { printf '%s\n' "$1"; cat "$folder/$block.try"; } | sql "$folder/t.db" >"$folder/out" 2>"$folder/err"
  if [ "$kind" = refuse ]; then
    refused "$folder/err" || { fail "refused otherwise, or not at all $1" <"$folder/err"; return 1; }
    # The same bytes are the same book; other bytes may be the same content.
    if [ -e "$folder/t.db-wal" ] || ! cmp -s "$start" "$folder/t.db"; then
      digest "$start" >"$folder/before"
      digest "$folder/t.db" >"$folder/after"
      diff "$folder/before" "$folder/after" >"$folder/diff" || { fail "the book has changed, or a check finds something $1" <"$folder/diff"; return 1; }
    fi
    printf '%s\n' "$seen" >>"$folder/seen"
  else
    [ -s "$folder/err" ] && { fail "not allowed" <"$folder/err"; return 1; }
    if [ "$hasexpect" = 1 ]; then
      diff "$folder/$block.expect" "$folder/out" >"$folder/diff" || { fail "expected <, came >" <"$folder/diff"; return 1; }
    fi
    sql "$folder/t.db" 'SELECT * FROM check_book LIMIT 9' >"$folder/after" 2>&1
    [ -s "$folder/after" ] && { fail "a check finds something" <"$folder/after"; return 1; }
  fi
  return 0
}

# allowed: an allow block and the check in one process. When it isn't as it should be, once says why.
allowed() {
  rm -f "$folder"/t.db* "$folder/after"
  cp "$start" "$folder/t.db"
  { cat "$folder/$block.try"; printf '.output "%s"\nSELECT * FROM check_book;\n' "$folder/after"; } |
    sql "$folder/t.db" >"$folder/out" 2>"$folder/err"
  [ -e "$folder/after" ] && [ ! -s "$folder/after" ] && [ ! -s "$folder/err" ] &&
    { [ "$hasexpect" = 0 ] || cmp -s "$folder/$block.expect" "$folder/out"; }
}

# whole: the block, as often as it is to be run; a refuse block a second time in a shell with more pragmas on.
whole() {
  start=$work/$book.db
  if [ "$hasgiven" = 1 ]; then
    rm -f "$folder"/given.db*
    cp "$start" "$folder/given.db"
    start=$folder/given.db
    sql "$start" <"$folder/$block.given" >"$folder/out" 2>&1
    [ -s "$folder/out" ] && { fail "its given part failed" <"$folder/out"; return 1; }
  fi
  [ "$kind" = allow ] && [ "$alone" = 0 ] && allowed && return 0
  once '' && { [ "$kind" = allow ] || once "$strict"; }
}

# attack FILE: all of its blocks; prints failures and a last line "NOUN PASSED FAILED".
attack() {
  noun=$(basename "$1")
  folder=$work/$noun.d
  passed=0 failed=0
  mkdir -p "$folder"
  : >"$folder/seen"
  split "$1" "$folder"
  if [ -s "$folder/errors" ]; then
    at=0 kind=file token=- text=-
    fail "the file can't be read" <"$folder/errors"
  else
    batches
    for head in "$folder"/*.head; do
      [ -e "$head" ] || break
      block=${head##*/}
      block=${block%.head}
      case $proven in *" $block "*) passed=$((passed + 1)); continue ;; esac
      { read -r at; read -r kind; read -r token; read -r check; read -r text; read -r book; read -r hasgiven; read -r hasexpect; read -r alone; } <"$head"
      quoted=${token#\'}
      quoted=${quoted%\'}
      whole && passed=$((passed + 1))
    done
  fi
  printf '%s %d %d\n' "$noun" "$passed" "$failed"
}

# ----------------------------------------------------------------------------------------------------------------------- everything

# among LINE LIST: is it one of the lines of the list?
among() { case "
$2
" in *"
$1
"*) return 0 ;; esac; return 1; }

# cover: every token and every named constraint of the schema is named by a refuse block that passed, or excused here.
cover() {
  passed=0 failed=0
  seen=$(cat "$work"/*.d/seen | sort -u)
  tokens=$(cat "$SCHEMA"/*.sql | grep -o "tl:[a-z0-9_]*\.[a-z0-9_]*\|CONSTRAINT [a-z0-9_]*" | sed 's/^CONSTRAINT //' | sort -u)
  rules=$(sql "$work/base.db" 'SELECT name FROM rule GROUP BY name HAVING count(*) = 1')
  excused=$(sed 's/ .*//' "$here/unreachable.txt")
  for token in $tokens; do
    if among "$token" "$seen" || among "$token" "$excused"; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
      echo "not ok coverage: no attack was refused by $token"
    fi
    case $token in
      tl:*) rule=${token#tl:} ;;
      *_*) rule=${token%%_*}.${token#*_} ;;
      *) rule=$token ;;
    esac
    among "$rule" "$rules" && continue
    failed=$((failed + 1))
    echo "not ok coverage: the table rule has no sentence for $rule"
  done
  while read -r token reason; do
    case $token in '' | '#'*) continue ;; esac
    if among "$token" "$seen"; then
      failed=$((failed + 1))
      echo "not ok coverage: $token was reached, take it out of unreachable.txt ($reason)"
    elif ! among "$token" "$tokens"; then
      failed=$((failed + 1))
      echo "not ok coverage: unreachable.txt names $token, the schema does not"
    fi
  done <"$here/unreachable.txt"
  printf 'coverage %d %d\n' "$passed" "$failed"
}

# Two at a time: whichever of the two lanes is free takes the next file.
lane() {
  for file in "$@"; do
    name=$(basename "$file")
    mkdir "$work/$name.taken" 2>/dev/null || continue
    case $name in
      *.sh) sh "$file" >"$work/$name.result" 2>&1 ;;
      *) attack "$file" >"$work/$name.result" 2>&1 ;;
    esac
  done
}

all=0
if [ $# -eq 0 ]; then
  set --
  for file in "$here"/*.sql "$here/matrix.sh" "$here/check.sh"; do
    case $file in
      */base.sql | */matrix.sql) ;;
      *.sh) [ -z "$ONLY" ] && set -- "$@" "$file" ;;
      *) set -- "$@" "$file" ;;
    esac
  done
  [ -z "$ONLY" ] && all=1
fi
lane "$@" &
lane "$@"
wait
[ $all = 1 ] && cover >"$work/coverage.result"
touch "$work/made"
[ -s "$work/made" ] && printf 'books 0 %d\n' "$(grep -c '^not ok' "$work/made")" >>"$work/made"

sum=0 bad=0
for result in "$work/made" "$work"/*.result; do
  [ -s "$result" ] || continue
  sed '$d' "$result"
  last=$(tail -n 1 "$result")
  name=${last%% *}
  counts=${last#* }
  case $counts in
    *[!0-9\ ]* | '') echo "not ok $(basename "$result" .result): it broke off: $last"; bad=$((bad + 1)); continue ;;
  esac
  printf '%-16s %4d passed, %d failed\n' "$name" "${counts% *}" "${counts#* }"
  sum=$((sum + ${counts% *})) bad=$((bad + ${counts#* }))
done
echo "$sum passed, $bad failed"
[ $bad -eq 0 ]
