# taskledger: the library, the CLI, the examples and their tests. Everything that is built goes under build/.
# `make deps demo` and `make deps check` do all of it on a fresh Debian machine.

VERSION := 0.1.0
SOMAJOR := 0
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
BINDIR ?= $(PREFIX)/bin
INCLUDEDIR ?= $(PREFIX)/include
BUILD ?= build
# make V=1 shows each command
Q := $(if $(V),,@)

PKGS := sqlite3 jansson nettle libutf8proc
DEPS := pkg-config libsqlite3-dev libjansson-dev nettle-dev libcsv-dev libutf8proc-dev check sqlite3 shellcheck jq

CSTD := -std=gnu11
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
OPT ?= -O2 -g
SANITIZE ?=
PKGCFLAGS = $(shell pkg-config --cflags $(PKGS))
PKGLIBS = $(shell pkg-config --libs $(PKGS)) -lcsv
CFLAGS_ALL = $(CSTD) $(WARN) $(OPT) $(SANITIZE) -Iinclude -Ilib $(PKGCFLAGS) $(CFLAGS)
LDFLAGS_ALL = $(SANITIZE) $(LDFLAGS)

SCHEMA := $(sort $(wildcard schema/[0-9]*.sql))
LIBSRC := $(sort $(wildcard lib/*.c))
LIBOBJ := $(LIBSRC:lib/%.c=$(BUILD)/lib/%.o) $(BUILD)/lib/embedded.o
CLISRC := $(sort $(wildcard examples/cli/*.c))
CLIOBJ := $(CLISRC:examples/cli/%.c=$(BUILD)/cli/%.o)
TESTSRC := $(sort $(wildcard test/*.c))
TESTOBJ := $(TESTSRC:test/%.c=$(BUILD)/test/%.o)
EXAMPLES := $(patsubst examples/%.c,$(BUILD)/examples/%,$(wildcard examples/*.c))

STATIC := $(BUILD)/libtaskledger.a
SHARED := $(BUILD)/libtaskledger.so.$(VERSION)
CLI := $(BUILD)/taskledger

.PHONY: all
all: $(STATIC) $(SHARED) $(CLI) $(BUILD)/taskledger.pc $(EXAMPLES)

$(BUILD)/lib $(BUILD)/cli $(BUILD)/test $(BUILD)/examples:
	mkdir -p $@

# The schema as C: each file an array of bytes, and a table of them in order. 00 and 99 are the shell's own frame.
$(BUILD)/lib/embedded.c: $(SCHEMA) Makefile | $(BUILD)/lib
	@{ echo '#include "schema.h"'; \
	for f in $(filter-out %/00_begin.sql %/99_found.sql,$(SCHEMA)); do \
	  n=$$(basename $$f .sql); echo "static const unsigned char sql_$$n[] = {"; od -An -v -tu1 $$f | sed 's/  */,/g; s/^,//; s/$$/,/'; echo '0 };'; done; \
	echo 'const tl__schema_file tl__schema_files[] = {'; \
	for f in $(filter-out %/00_begin.sql %/99_found.sql,$(SCHEMA)); do n=$$(basename $$f .sql); echo "{ \"$$n\", (const char *)sql_$$n },"; done; \
	echo '{ NULL, NULL } };'; } > $@.part && mv $@.part $@

$(BUILD)/lib/embedded.o: $(BUILD)/lib/embedded.c lib/schema.h
	$(Q)$(CC) $(CFLAGS_ALL) -Wno-conversion -fPIC -fvisibility=hidden -c -o $@ $<
$(BUILD)/lib/%.o: lib/%.c | $(BUILD)/lib
	$(Q)$(CC) $(CFLAGS_ALL) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<
$(BUILD)/cli/%.o: examples/cli/%.c | $(BUILD)/cli
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<
$(BUILD)/test/%.o: test/%.c | $(BUILD)/test
	$(Q)$(CC) $(CFLAGS_ALL) $(shell pkg-config --cflags check) -MMD -MP -c -o $@ $<

$(STATIC): $(LIBOBJ)
	rm -f $@ && $(AR) rcs $@ $^
$(SHARED): $(LIBOBJ) lib/taskledger.map
	$(CC) $(LDFLAGS_ALL) -shared -Wl,-soname,libtaskledger.so.$(SOMAJOR) -Wl,--version-script=lib/taskledger.map -Wl,--no-undefined -o $@ $(LIBOBJ) $(PKGLIBS)
	ln -sf $(notdir $@) $(BUILD)/libtaskledger.so.$(SOMAJOR)
	ln -sf $(notdir $@) $(BUILD)/libtaskledger.so
# The CLI carries the library in itself: one file to copy, and it starts faster.
$(CLI): $(CLIOBJ) $(STATIC)
	$(CC) $(LDFLAGS_ALL) -o $@ $(CLIOBJ) $(STATIC) $(PKGLIBS)
$(BUILD)/examples/%: examples/%.c $(STATIC) | $(BUILD)/examples
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(STATIC) $(PKGLIBS)

$(BUILD)/taskledger.pc: lib/taskledger.pc.in Makefile | $(BUILD)/lib
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|' $< > $@

-include $(wildcard $(BUILD)/*/*.d)
