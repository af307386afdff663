#!/bin/sh
# What `make install` puts where, and that a stranger can build from the installed files alone, shared and static, in C and C++.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
passed=0
failed=0

ok() {
    name=$1
    shift
    if "$@" >"$dir/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok %s\n' "$name"
        cat "$dir/log"
    fi
}

build=$1
ok install make -s -C "$root" BUILD="$build" install DESTDIR="$dir/stage" PREFIX=/opt/tl
for file in bin/taskledger lib/libtaskledger.a lib/libtaskledger.so.0 include/taskledger.h lib/pkgconfig/taskledger.pc; do
    ok "$file" test -e "$dir/stage/opt/tl/$file"
done
ok 'nothing else' test "$(find "$dir/stage" -type f -o -type l | wc -l)" -eq 7
ok 'install into a prefix' make -s -C "$root" BUILD="$build" install PREFIX="$dir/tl"
PKG_CONFIG_PATH=$dir/tl/lib/pkgconfig
export PKG_CONFIG_PATH
cp "$root/examples/hello.c" "$dir/hello.c"
cd "$dir" || exit 1
flags=$(pkg-config --cflags --libs taskledger)
all=$(pkg-config --cflags --libs --static taskledger)
# shellcheck disable=SC2086
{
    ok 'a C program' "${CC:-cc}" -std=c11 -Wall -Wextra -Wpedantic -Werror hello.c -o hello $flags
    ok 'linked statically' "${CC:-cc}" -std=c11 hello.c -o hello-static $(printf '%s' "$all" | sed 's/-ltaskledger/-l:libtaskledger.a/')
}
ok 'it runs' env LD_LIBRARY_PATH="$dir/tl/lib" ./hello "$dir/hello.db"
ok 'the static one runs' ./hello-static "$dir/hello-static.db"
ok 'the soname is the major version' sh -c "readelf -d '$dir/tl/lib/libtaskledger.so' | grep -q 'libtaskledger.so.0\]'"
ok uninstall make -s -C "$root" BUILD="$build" uninstall PREFIX="$dir/tl"
ok 'nothing left' test "$(find "$dir/tl" -type f -o -type l | wc -l)" -eq 0
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
