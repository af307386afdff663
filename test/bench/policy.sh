#!/bin/sh
# policy.sh - instructions by callgrind, which repeat: of one post under the fullest policy, beside the plainest. Part of bench.sh.
set -eu
: "${BENCH:?}" "${BENCH_FOLDER:?}"
posts=1000
here=$BENCH_FOLDER
# As in count.sh: large copies counted as they would be without "rep movsb".
tunables=glibc.cpu.x86_rep_stosb_threshold=1000000000:glibc.cpu.x86_rep_movsb_threshold=1000000000

if ! command -v valgrind >/dev/null; then
  echo "  instructions: left out, there is no valgrind here"
  exit 0
fi

# count MODE: the instructions of one post
count() {
  GLIBC_TUNABLES=$tunables valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=counted_work "$BENCH" policy "$1" "$here/policy-count.db" $posts \
    >"$here/policy.out" 2>&1 || { cat "$here/policy.out" >&2; return 1; }
  echo $(($(sed -n 's/.*Collected : //p' "$here/policy.out") / posts))
}

for kind in report review; do
  plain=$(count plain-$kind)
  full=$(count full-$kind)
  percent=$((full * 100 / plain))
  printf '  %-66s %9d against %d: %d.%02d  target <= 1.50  %s\n' "instructions, $kind" "$full" "$plain" $((percent / 100)) $((percent % 100)) \
    "$([ "$percent" -le 150 ] && echo met || echo MISSED)"
done
