#!/bin/sh
# cxx.sh BUILD - the header compiles as C99 and as C++17 without a warning, a C++ program works with the static library, the README's ten
# lines of C compile, and so do the examples, as C11. Without a C++ compiler its part is left out.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
top=$(cd "$here/.." && pwd) || exit 1
build=$(cd "${1:-$top/build}" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
# shellcheck source=/dev/null
. "$here/count.sh"

warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror'
libs="$(pkg-config --libs sqlite3 jansson nettle libutf8proc minizip expat) -lcsv"
cc=${CC:-cc}
# shellcheck disable=SC2086 # CC, CXX and the flags are lists of words
compile() { $cc $warnings ${SANITIZE:-} -I"$top/include" "$@"; }
# shellcheck disable=SC2086
compile_cxx() { $cxx $warnings ${SANITIZE:-} -I"$top/include" "$@"; }

# ------------------------------------------------------------------------------------------------------------------ the header

printf '#include <taskledger.h>\nint main(void) { return tl_version() == TL_VERSION ? 0 : 1; }\n' >"$work/header.c"
for standard in c99 c11 gnu17; do
    try "the header as $standard" compile -std=$standard -fsyntax-only "$work/header.c"
done
# Every initialiser, in C99: one that lacks a member is a warning of -Wextra.
{
    echo '#include <taskledger.h>'
    echo 'int main(void) {'
    sed -n 's/^#define \(TL_[A-Z_]*\)_INIT .*sizeof(\(tl_[a-z_]*\)).*/    \2 v_\1 = \1_INIT; if (v_\1.size != sizeof v_\1) return 1;/p' "$top/include/taskledger.h"
    echo '    return 0; }'
} >"$work/init.c"
same 'initialisers found' "$(grep -c '^#define TL_.*_INIT ' "$top/include/taskledger.h")" "$(grep -c 'sizeof v_' "$work/init.c")"
try 'the initialisers' compile -std=c99 -o "$work/init" "$work/init.c"
try 'the sizes in the initialisers' "$work/init"

cxx=${CXX:-}
for candidate in c++ g++ clang++; do
    [ -n "$cxx" ] || ! command -v "$candidate" >/dev/null || cxx=$candidate
done
if [ -n "$cxx" ]; then
    printf '#include <taskledger.h>\nint main() { return tl_version() == TL_VERSION ? 0 : 1; }\n' >"$work/header.cc"
    try 'the header as C++17' compile_cxx -std=c++17 -fsyntax-only "$work/header.cc"
    # shellcheck disable=SC2086
    try 'a C++ program' compile_cxx -std=c++17 -o "$work/cxx" "$here/data/cxx.cc" "$build/libtaskledger.a" $libs
    same 'what it prints' 'c/1 开具居住证明 closed, 0 findings' "$("$work/cxx" "$work/cxx.db" 2>&1)"
else
    echo 'no C++ compiler: its part is left out'
fi

# ---------------------------------------------------------------------------------------------------------------- the examples

for name in hello embed threads watch; do
    try "$name without a warning" compile -std=c11 -fsyntax-only "$top/examples/$name.c"
done
{
    printf '#include <stdio.h>\n#include <taskledger.h>\nint main(void)\n{\n    tl_book *book;\n    int64_t item;\n'
    awk '/^```c$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$top/README.md"
    printf '    tl_close(book);\n    return result == TL_OK ? 0 : 1;\n}\n'
} >"$work/readme.c"
# shellcheck disable=SC2086
try "the README's lines of C" compile -std=c11 -o "$work/readme" "$work/readme.c" "$build/libtaskledger.a" $libs
try 'and they run' sh -c "cd '$work' && ./readme"
same 'what they did' 'tasks/1 dispatched' "$(sqlite3 -batch -init /dev/null -separator ' ' "$work/hello.db" 'SELECT ref, state FROM item_status')"

counted
