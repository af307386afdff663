#!/bin/sh
# The matrix of matrix.sql against the rows of move, and both against what INSERT INTO post does: for each workflow, each state by each way
# into it, each action. Run by run.sh, which prepares $work. Prints failures, then "matrix PASSED FAILED".
set -u
: "${work:?}" "${here:?}" "${SQLITE3:?}"
book=$work/matrix.db
sql() { "$SQLITE3" -batch -init /dev/null "$@"; }
passed=0 failed=0
wrong() { failed=$((failed + 1)); echo "not ok matrix: $*"; }

# A book with an item for every way, each brought there by posts; the statements are written by a query.
cat "$work/schema.sql" - <<'SQL' | sql "$book" >/dev/null 2>"$work/matrix.err"
INSERT INTO post(action, actor, at, kind, new) VALUES ('found_book', 'root', '2023-01-02T01:00:00.000Z', 'given clock', '+08:00');
INSERT INTO post(action, actor, at, code, title) SELECT 'add_unit', 'root', '2023-01-03T01:00:00.000Z', column1, column1 FROM (VALUES ('a'), ('b'), ('g'));
INSERT INTO post(action, actor, at, code, title, workflow) SELECT 'add_ledger', 'root', '2023-01-03T01:00:00.000Z', name, name, name FROM workflow;
INSERT INTO post(action, actor, at, code, title, workflow) SELECT 'add_ledger', 'root', '2023-01-03T01:00:00.000Z', column1, column1, 'simple' FROM (VALUES ('other'), ('another'));
INSERT INTO post(action, actor, at, ledger, field, new) SELECT 'amend_ledger', 'root', '2023-01-03T01:00:00.000Z', id, 'notice_days', '0' FROM ledger WHERE code = 'noticed';
COMMIT;
SQL
{
  cat "$here/matrix.sql"
  cat <<'SQL'
INSERT INTO post(action, actor, at, code, title, detail) SELECT 'add_workflow', 'root', '2023-01-03T01:00:00.000Z', 'own', '自定', group_concat(action || ' ' || from_state || ' ' || to_state || ' ' || by || ' ' || note, char(10)) FROM own;
INSERT INTO post(action, actor, at, code, title, workflow) VALUES ('add_ledger', 'root', '2023-01-03T01:00:00.000Z', 'own', 'own', 'own');
SQL
} | sql "$book" >"$work/matrix.err1" 2>&1

# The rows of move, as matrix.sql writes them.
{
  cat "$here/matrix.sql"
  echo "CREATE TEMP VIEW actual AS SELECT workflow, action, from_state,
      CASE WHEN to_state IS NULL THEN '<' WHEN to_state = from_state THEN '=' ELSE to_state END AS to_state FROM move;
    SELECT 'not in move: ' || workflow || ' ' || action || ' from ' || from_state || ' to ' || to_state FROM (SELECT * FROM expected EXCEPT SELECT * FROM actual);
    SELECT 'only in move: ' || workflow || ' ' || action || ' from ' || from_state || ' to ' || to_state FROM (SELECT * FROM actual EXCEPT SELECT * FROM expected);"
} | sql "$book" >"$work/matrix.rows" 2>&1
while IFS= read -r line; do wrong "$line"; done <"$work/matrix.rows"
[ -s "$work/matrix.rows" ] || passed=$((passed + 1))
{
  cat "$here/matrix.sql"
  cat <<'SQL'
CREATE TEMP VIEW step AS
  WITH RECURSIVE s(workflow, no, n, action, rest) AS (
    SELECT workflow, name, 0, NULL, path || ' ' FROM place WHERE path IS NOT NULL
    UNION ALL SELECT workflow, no, n + 1, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM s WHERE rest <> '')
  SELECT workflow, no, n, action FROM s WHERE n > 0;
.mode list
SELECT printf('INSERT INTO post(ledger, action, actor, at, no, title, due) SELECT id, ''register'', ''li'', ''2023-02-01T01:00:00.000Z'', ''%s'', ''x'', ''2023-06-30'' FROM ledger WHERE code = ''%s'';', name, workflow) FROM place;
SELECT 'INSERT INTO post(item, action, actor, at, unit, role) SELECT i.id, ''assign'', ''li'', ''2023-02-01T01:00:00.000Z'', u.id, iif(u.code = ''b'', ''lead'', ''support'') FROM item i, unit u WHERE u.code <> ''g'';';
SELECT 'INSERT INTO post(item, action, actor, at, uri) SELECT id, ''attach'', ''li'', ''2023-02-01T01:00:00.000Z'', ''https://example.org'' FROM item;';
SELECT 'INSERT INTO post(ledger, action, actor, at, field, new) SELECT id, ''amend_ledger'', ''li'', ''2023-02-01T01:00:00.000Z'', column1, ''9999'' FROM ledger, (VALUES (''blue_days''), (''yellow_days''));';
SELECT 'INSERT INTO post(item, action, actor, at, kind) SELECT id, ''warn'', ''li'', ''2023-02-01T01:00:00.000Z'', ''blue'' FROM item;';
SELECT 'INSERT INTO post(item, action, actor, at, ledger) SELECT item.id, ''enlist'', ''li'', ''2023-02-01T01:00:00.000Z'', ledger.id FROM item, ledger WHERE code = ''other'';';
SELECT printf('INSERT INTO post(item, action, actor, at, unit, note, due) SELECT i.id, ''%s'', ''%s'', ''2023-03-01T01:00:00.000Z'', (SELECT id FROM unit WHERE code = %Q), %Q, %Q FROM item i JOIN ledger l ON l.id = i.ledger WHERE l.code = ''%s'' AND i.no = ''%s'';',
  action, iif(n.unit IS NULL, 'li', 'wang'), n.unit, n.note, n.due, s.workflow, s.no) FROM step s JOIN needs n USING (action) ORDER BY workflow, no, n;
SELECT 'SELECT l.code || '' '' || i.no || '' '' || i.state FROM item i JOIN ledger l ON l.id = i.ledger ORDER BY 1;';
SQL
} | sql "$book" >"$work/matrix.setup" 2>"$work/matrix.err2"
sql "$book" <"$work/matrix.setup" >"$work/matrix.states" 2>"$work/matrix.err3"
{
  cat "$here/matrix.sql"
  echo "SELECT workflow || ' ' || name || ' ' || state FROM place ORDER BY 1;"
} | sql "$book" >"$work/matrix.wanted" 2>"$work/matrix.err4"
errors=$(cat "$work"/matrix.err* | head -n 3)
[ -n "$errors" ] && wrong "the book of all states: $errors"
diff "$work/matrix.wanted" "$work/matrix.states" >"$work/matrix.diff" || wrong "items are not where they should be: $(head -n 5 "$work/matrix.diff")"

# Every action on every item, each in a savepoint that is rolled back. One line each: who, then 1 and the state when it was accepted.
# Only register has no place here: it founds an item. acknowledge and complete are tried by the lead and by the unit that helps, since a
# unit signs and completes once; grant and refuse need a request that is pending, request_extension one that is not: any way into the state will do.
{
  cat "$here/matrix.sql"
  cat <<'SQL'
.mode list
SELECT printf('SAVEPOINT t; INSERT INTO post(item, action, actor, at, unit, role, note, due, risk, field, new, uri, kind, ledger) VALUES (%d, ''%s'', ''zhao'', ''2023-04-01T01:00:00.000Z'', (SELECT id FROM unit WHERE code = %Q), %Q, %Q, %Q, %Q, %Q, %Q, %Q, %Q, (SELECT id FROM ledger WHERE code = %Q));'
    || char(10) || 'SELECT ''%s %s %s %s '', max(seq) > %d, (SELECT state FROM item WHERE id = %d), ifnull((SELECT suspended_from FROM item WHERE id = %d), ''-'') FROM entry; ROLLBACK TO t; SELECT ifnull(suspended_from, ''-'') FROM item WHERE id = %d; RELEASE t;',
  i.id, n.action, u.column1, n.role, n.note, n.due, n.risk, n.field, n.new, n.uri, o.kind, o.ledger,
  l.code, i.state, n.action, i.no, (SELECT max(seq) FROM entry), i.id, i.id, i.id)
FROM item i JOIN ledger l ON l.id = i.ledger JOIN needs n ON n.action <> 'register' LEFT JOIN more o ON o.action = n.action
  JOIN (VALUES ('a'), ('b'), ('g'), (NULL)) u ON u.column1 IS n.unit OR (u.column1 = 'a' AND (n.action = 'acknowledge' OR n.action = 'complete'));
SQL
} | sql "$book" >"$work/matrix.tries" 2>"$work/matrix.err"
[ -s "$work/matrix.err" ] && wrong "the tries: $(head -n 3 "$work/matrix.err")"
sql -separator ' ' "$book" <"$work/matrix.tries" >"$work/matrix.out" 2>"$work/matrix.err"

# What was accepted must be expected, from that state to that one; what is expected must be accepted by some way into the state. What no
# row of move allows must be refused as item.move and nothing else.
{
  cat "$here/matrix.sql"
  echo "CREATE TEMP TABLE result(workflow, from_state, action, no, accepted, to_state, back);"
  awk 'NR % 2 == 1 { line = $0; next } { print line, $0 }' "$work/matrix.out" |
    awk '{ printf "INSERT INTO result VALUES (\047%s\047, \047%s\047, \047%s\047, \047%s\047, %d, \047%s\047, \047%s\047);\n", $1, $2, $3, $4, $5, $6, $8 }'
  cat <<'SQL'
.mode list
SELECT 'accepted, but there is no such move: ' || workflow || ' ' || action || ' from ' || from_state || ' (' || no || ')' FROM result r
  WHERE accepted AND NOT EXISTS (SELECT 1 FROM expected e WHERE e.workflow = r.workflow AND e.action = r.action AND e.from_state = r.from_state);
SELECT 'it led to ' || r.to_state || ' instead of ' || e.to_state || ': ' || r.workflow || ' ' || r.action || ' from ' || r.from_state || ' (' || r.no || ')'
  FROM result r JOIN expected e ON e.workflow = r.workflow AND e.action = r.action AND e.from_state = r.from_state
  WHERE r.accepted AND r.to_state <> CASE e.to_state WHEN '=' THEN r.from_state WHEN '<' THEN r.back ELSE e.to_state END
    AND NOT (r.action = 'acknowledge' AND r.to_state = r.from_state); -- the unit that helps signs, and the item stays
SELECT 'never accepted: ' || workflow || ' ' || action || ' from ' || from_state FROM expected e
  WHERE NOT EXISTS (SELECT 1 FROM result r WHERE r.workflow = e.workflow AND r.action = e.action AND r.from_state = e.from_state AND r.accepted);
SELECT 'there is no item ' || p.workflow || ' ' || p.state FROM place p
  WHERE NOT EXISTS (SELECT 1 FROM result r WHERE r.workflow = p.workflow AND r.from_state = p.state);
SELECT 'no way leads to ' || e.workflow || ' ' || e.from_state FROM expected e WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.workflow = e.workflow AND p.state = e.from_state);
SELECT '#refused', count(*) FROM result r WHERE NOT accepted AND NOT EXISTS (SELECT 1 FROM expected e WHERE e.workflow = r.workflow AND e.action = r.action AND e.from_state = r.from_state);
SELECT '#refused otherwise', count(*) FROM result r WHERE NOT accepted AND EXISTS (SELECT 1 FROM expected e WHERE e.workflow = r.workflow AND e.action = r.action AND e.from_state = r.from_state);
SELECT '#tried', count(*) FROM (SELECT DISTINCT workflow, from_state, action FROM result);
SQL
} | sql "$book" >"$work/matrix.found" 2>&1
tried=0 refused=0 otherwise=0
while IFS= read -r line; do
  case $line in
    '#refused otherwise|'*) otherwise=${line##*|} ;;
    '#refused|'*) refused=${line##*|} ;;
    '#tried|'*) tried=${line##*|} ;;
    *) wrong "$line" ;;
  esac
done <"$work/matrix.found"
moves=$(grep -c ': tl:item\.move (' "$work/matrix.err")
others=$(grep -c ' error near line ' "$work/matrix.err")
[ "$moves" -eq "$refused" ] || wrong "$refused tries have no move, but $moves were refused as item.move"
[ $((others - moves)) -eq "$otherwise" ] || wrong "$otherwise were refused by other rules, but there were $((others - moves)) such errors"
[ "$tried" -eq 1548 ] || wrong "$tried triples of workflow, state and action were tried, not 1548"
[ "$(sql "$book" 'SELECT count(*) FROM check_book')" = 0 ] || wrong "check_book finds something"
[ $failed -eq 0 ] && passed=$((passed + tried))
echo "matrix $passed $failed"
