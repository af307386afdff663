#!/bin/sh
# install.sh BUILD - what `make install` puts where, that uninstall takes all of it back, and that a stranger can build from the installed files
# alone: shared and static, in C and C++, with pkg-config and nothing else to tell where things are. What needs a tool that is not there is left out.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
root=$here/..
build=${1:-$root/build}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
unset TASKLEDGER_BOOK TASKLEDGER_ACTOR TASKLEDGER_TODAY PKG_CONFIG_PATH LD_LIBRARY_PATH
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
same() { # same NAME WANTED GOT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok %s: expected\n%s\ngot\n%s\n' "$1" "$2" "$3"
    fi
}
put() { make -s -C "$root" BUILD="$build" "$@"; }
files() { (cd "$1" && find . \( -type f -o -type l \) | sed 's|^\./||' | LC_ALL=C sort); }

# ----------------------------------------------------------------------------------------------------------- what lies where

version=$(sed -n 's/^VERSION := //p' "$root/Makefile")
ok 'install into a stage' put install DESTDIR="$dir/stage" PREFIX=/opt/tl
same 'what is installed' "bin/taskledger
include/taskledger.h
lib/libtaskledger.a
lib/libtaskledger.so
lib/libtaskledger.so.0
lib/libtaskledger.so.$version
lib/pkgconfig/taskledger.pc
share/bash-completion/completions/taskledger
share/fish/vendor_completions.d/taskledger.fish
share/man/man1/taskledger.1
share/man/man3/taskledger.3
share/man/man5/taskledger.5
share/zsh/site-functions/_taskledger" "$(files "$dir/stage/opt/tl")"
same 'and nothing else' "$(files "$dir/stage/opt/tl" | wc -l)" "$(files "$dir/stage" | wc -l)"
same 'the stage stands in no file' '' "$(grep -l -r "$dir/stage" "$dir/stage/opt/tl/lib/pkgconfig" "$dir/stage/opt/tl/share")"
ok 'the prefix stands in the .pc file' grep -qx 'prefix=/opt/tl' "$dir/stage/opt/tl/lib/pkgconfig/taskledger.pc"
ok 'uninstall from the stage' put uninstall DESTDIR="$dir/stage" PREFIX=/opt/tl
same 'nothing is left in the stage' '' "$(files "$dir/stage")"

lib=$dir/tl/lib/multi-arch
ok 'install with a LIBDIR' put install PREFIX="$dir/tl" LIBDIR="$lib"
ok 'the libraries lie there' test -e "$lib/libtaskledger.a" -a -e "$lib/libtaskledger.so" -a -e "$lib/pkgconfig/taskledger.pc"
ok 'and not in lib' test ! -e "$dir/tl/lib/libtaskledger.a"
same 'the .pc file knows' "$lib" "$(PKG_CONFIG_PATH=$lib/pkgconfig pkg-config --variable=libdir taskledger)"
same 'and the version' "$version" "$(PKG_CONFIG_PATH=$lib/pkgconfig pkg-config --modversion taskledger)"
ok 'uninstall with a LIBDIR' put uninstall PREFIX="$dir/tl" LIBDIR="$lib"
same 'nothing is left' '' "$(files "$dir/tl")"

# --------------------------------------------------------------------------------------------------------- what a stranger does

ok 'install into a prefix' put install PREFIX="$dir/tl"
mkdir "$dir/stranger" && cd "$dir/stranger" || exit 1
cp "$root/examples/hello.c" "$here/data/hello.cc" .
PKG_CONFIG_PATH=$dir/tl/lib/pkgconfig
export PKG_CONFIG_PATH
cc=${CC:-cc}
flags="$(pkg-config --cflags --libs taskledger) ${SANITIZE:-}"
all="$(pkg-config --cflags --libs --static taskledger) ${SANITIZE:-}"
all=$(printf '%s' "$all" | sed 's/-ltaskledger/-l:libtaskledger.a/')
one='tasks/1  打通断头路三条  js  待签收  2030-06-30'
# The libraries of the stage alone, or none of them.
with_lib() { LD_LIBRARY_PATH="$dir/tl/lib" "$@" 2>&1; }

printf '#include <taskledger.h>\nint main(void) { return tl_version() == TL_VERSION ? 0 : 1; }\n' >header.c
# shellcheck disable=SC2086 # CC and the flags are lists of words
{
    ok 'the header in C99, pedantic' $cc -std=c99 -pedantic -pedantic-errors -Wall -Wextra -Werror -fsyntax-only header.c $flags
    ok 'a C program' $cc -std=c11 -Wall -Wextra -Wpedantic -Werror hello.c -o hello $flags
    ok 'with the static library' $cc -std=c11 hello.c -o hello-static $all
}
same 'it runs' "$one" "$(with_lib ./hello hello.db)"
same 'the one with the static library runs' "$one" "$(./hello-static hello-static.db 2>&1)"
same 'it is found at run time by its soname' 1 "$(readelf -d hello | grep -c 'NEEDED.*\[libtaskledger\.so\.0\]')"
same 'the static one needs no libtaskledger' 0 "$(readelf -d hello-static | grep -c libtaskledger)"
# Nothing shared at all: pkg-config --static has to name every library there is behind it. A sanitizer can't be linked so.
printf 'int main(void) { return 0; }\n' >empty.c
if [ -z "${SANITIZE:-}" ] && $cc -static empty.c -lm >/dev/null 2>&1; then
    whole=$(pkg-config --cflags --libs --static taskledger)
    # shellcheck disable=SC2086
    ok 'linked with -static' $cc -std=c11 -static hello.c -o hello-whole $whole
    same 'the whole one runs' "$one" "$(./hello-whole hello-whole.db 2>&1)"
    same 'it needs nothing' 0 "$(readelf -d hello-whole | grep -c NEEDED)"
fi
ok 'the soname is the major version' sh -c "readelf -d '$dir/tl/lib/libtaskledger.so' | grep -q 'libtaskledger.so.0\]'"

cxx=${CXX:-}
for candidate in c++ g++ clang++; do
    [ -n "$cxx" ] || ! command -v "$candidate" >/dev/null || cxx=$candidate
done
if [ -n "$cxx" ]; then
    warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror'
    # shellcheck disable=SC2086
    {
        ok 'a C++17 program' $cxx -std=c++17 $warnings hello.cc -o hello-cxx $flags
        ok 'with the static library, in C++' $cxx -std=c++17 $warnings hello.cc -o hello-cxx-static $all
    }
    same 'it runs, in C++' "$one" "$(with_lib ./hello-cxx hello-cxx.db)"
    same 'and with the static library' "$one" "$(./hello-cxx-static hello-cxx-static.db 2>&1)"
    same 'C and C++ work on one book' "$one
tasks/2  打通断头路三条  js  待签收  2030-06-30" "$(with_lib ./hello hello-cxx.db)"
else
    echo 'no C++ compiler: its part is left out'
fi

# The program that is installed, and its pages.
tl=$dir/tl/bin/taskledger
same 'the program runs' "taskledger $version" "$("$tl" --version)"
same 'and reads the book' tasks/1 "$("$tl" -b hello.db list --json | sed -n 's/.*"ref": *"\([^"]*\)".*/\1/p' | head -n 1)"
same 'the library is what it says' 0 "$("$tl" -b hello.db verify >/dev/null 2>&1; echo $?)"
if command -v man >/dev/null && [ -z "${SANITIZE:-}" ]; then
    for section in 1 3 5; do
        ok "man $section taskledger" sh -c "man -M '$dir/tl/share/man' -w $section taskledger | grep -q 'man$section/taskledger.$section'"
    done
fi

ok uninstall put uninstall PREFIX="$dir/tl"
same 'nothing is left of it' '' "$(files "$dir/tl")"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
