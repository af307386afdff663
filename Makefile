# taskledger: the library, the CLI, the examples and their tests. Everything that is built goes under build/.
# `make deps demo` and `make deps check` do all of it on a fresh Debian machine.

VERSION := 0.1.0
SOMAJOR := 0
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
BINDIR ?= $(PREFIX)/bin
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
BUILD ?= build
# make V=1 shows each command
Q := $(if $(V),,@)

PKGS := sqlite3 jansson nettle libutf8proc minizip expat
DEPS := pkg-config zlib1g-dev libsqlite3-dev libjansson-dev nettle-dev libcsv-dev libutf8proc-dev libminizip-dev libexpat1-dev libxlsxwriter-dev check sqlite3 shellcheck jq

CSTD := -std=gnu11
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
OPT ?= -O2 -g
SANITIZE ?=
PKGCFLAGS = $(shell pkg-config --cflags $(PKGS))
PKGLIBS = $(shell pkg-config --libs $(PKGS)) -lcsv
# libxlsxwriter is loaded when a workbook is exported, by the name that its file has here; without it that is left out. XLSX= leaves it out, too.
ifeq ($(origin XLSX),undefined)
XLSX := $(shell pkg-config --exists xlsxwriter && readelf -d "$$($(CC) -print-file-name=libxlsxwriter.so)" | sed -n 's/.*SONAME.*\[\(.*\)\].*/\1/p')
endif
XLSXFLAGS := $(if $(XLSX),-DTL_XLSX='"$(XLSX)"' $(shell pkg-config --cflags xlsxwriter))
CFLAGS_ALL = $(CSTD) $(WARN) $(OPT) $(SANITIZE) -Iinclude -Ilib $(PKGCFLAGS) $(XLSXFLAGS) $(CPPFLAGS) $(CFLAGS)
LDFLAGS_ALL = $(SANITIZE) $(LDFLAGS)

SCHEMA := $(sort $(wildcard schema/[0-9]*.sql))
LIBSRC := $(filter-out $(if $(XLSX),,lib/xlsx.c lib/export_xlsx.c),$(sort $(wildcard lib/*.c)))
LIBOBJ := $(LIBSRC:lib/%.c=$(BUILD)/lib/%.o) $(BUILD)/lib/embedded.o $(BUILD)/lib/page.o $(BUILD)/lib/script.o
CLISRC := $(sort $(wildcard examples/cli/*.c))
CLIOBJ := $(CLISRC:examples/cli/%.c=$(BUILD)/cli/%.o)
TESTSRC := $(sort $(wildcard test/*.c))
TESTOBJ := $(TESTSRC:test/%.c=$(BUILD)/test/%.o)
EXAMPLES := $(patsubst examples/%.c,$(BUILD)/examples/%,$(wildcard examples/*.c))

STATIC := $(BUILD)/libtaskledger.a
SHARED := $(BUILD)/libtaskledger.so.$(VERSION)
CLI := $(BUILD)/taskledger

.PHONY: all
all: $(STATIC) $(SHARED) $(CLI) $(BUILD)/taskledger.pc $(EXAMPLES) man

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
# What the pages carry, as C: the style sheet and the script.
$(BUILD)/lib/page.c: lib/html/page.css lib/html/board.js Makefile | $(BUILD)/lib
	@{ echo '#include "html.h"'; \
	for pair in style:page.css script:board.js; do \
	  echo "const char tl__html_$${pair%:*}[] = {"; od -An -v -td1 lib/html/$${pair#*:} | sed 's/  */,/g; s/^,//; s/$$/,/'; echo '0 };'; done; } > $@.part && mv $@.part $@
$(BUILD)/lib/page.o: $(BUILD)/lib/page.c lib/html.h
	$(Q)$(CC) $(CFLAGS_ALL) -fPIC -fvisibility=hidden -c -o $@ $<
# The script that a dossier carries.
$(BUILD)/lib/script.c: lib/dossier_check.sh Makefile | $(BUILD)/lib
	@{ echo '#include "dossier.h"'; echo 'const char tl__dossier_check[] = {'; od -An -v -td1 $< | sed 's/  */,/g; s/^,//; s/$$/,/'; echo '0 };'; } > $@.part && mv $@.part $@
$(BUILD)/lib/script.o: $(BUILD)/lib/script.c lib/dossier.h
	$(Q)$(CC) $(CFLAGS_ALL) -fPIC -fvisibility=hidden -c -o $@ $<
$(BUILD)/lib/%.o: lib/%.c | $(BUILD)/lib
	$(Q)$(CC) $(CFLAGS_ALL) -fPIC -fvisibility=hidden -MMD -MP -c -o $@ $<
$(BUILD)/cli/%.o: examples/cli/%.c | $(BUILD)/cli
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<
$(BUILD)/test/%.o: test/%.c | $(BUILD)/test
	$(Q)$(CC) $(CFLAGS_ALL) $(shell pkg-config --cflags check) -MMD -MP -c -o $@ $<

$(STATIC): $(LIBOBJ)
	rm -f $@ && $(AR) rcs $@ $^
$(SHARED): $(LIBOBJ) lib/taskledger.map
	$(CC) $(LDFLAGS_ALL) -shared -Wl,-soname,libtaskledger.so.$(SOMAJOR) -Wl,--version-script=lib/taskledger.map $(if $(SANITIZE),,-Wl,--no-undefined) -o $@ $(LIBOBJ) $(PKGLIBS)
	ln -sf $(notdir $@) $(BUILD)/libtaskledger.so.$(SOMAJOR)
	ln -sf $(notdir $@) $(BUILD)/libtaskledger.so
# The CLI carries the library in itself: one file to copy, and it starts faster.
$(CLI): $(CLIOBJ) $(STATIC)
	$(CC) $(LDFLAGS_ALL) -o $@ $(CLIOBJ) $(STATIC) $(PKGLIBS)
$(BUILD)/examples/%: examples/%.c $(STATIC) | $(BUILD)/examples
	$(Q)$(CC) $(CFLAGS_ALL) -pthread -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(STATIC) $(PKGLIBS)

$(BUILD)/taskledger.pc: lib/taskledger.pc.in Makefile | $(BUILD)/lib
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|' $< > $@

# The manual pages: of the program from its own tables, of the library from the header, of the file from the schema.
.PHONY: man
MAN := $(BUILD)/man/taskledger.1 $(BUILD)/man/taskledger.3 $(BUILD)/man/taskledger.5
man: $(MAN)
$(BUILD)/man:
	mkdir -p $@
$(BUILD)/man/taskledger.1: $(CLI) | $(BUILD)/man
	$(CLI) --man > $@.part && mv $@.part $@
$(BUILD)/man/taskledger.3: include/taskledger.h lib/manual.sh lib/manual.awk lib/roff.awk | $(BUILD)/man
	sh lib/manual.sh include/taskledger.h > $@.part && mv $@.part $@
$(BUILD)/man/taskledger.5: $(SCHEMA) schema/manual.sh schema/manual.awk lib/roff.awk | $(BUILD)/man
	sh schema/manual.sh $(VERSION) $(SCHEMA) > $@.part && mv $@.part $@

# ------------------------------------------------------------------------------------------------ deps and demo

# Installs what is missing, and only then asks for root or the network. `clang`, valgrind and clang-format are for .ci/run.
.PHONY: deps
deps:
	@missing=; for p in $(DEPS); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; done; \
	if [ -z "$$missing" ]; then echo "deps: all there"; exit 0; fi; echo "deps: installing$$missing"; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing

# What tests alone need and is large: a browser, and office programs that read what is exported. Without them those tests say that they skip.
.PHONY: test-deps
test-deps:
	@$(MAKE) --no-print-directory deps DEPS='chromium poppler-utils libical-dev libreoffice-calc-nogui unzip'

.PHONY: demo
demo: all
	@sh examples/district-2023/demo.sh $(CLI) $(BUILD)/district-2023.db
# The same, kept as the tests look at it: not made anew for them if the program and the year are as they were.
DISTRICT := $(BUILD)/district-2023.db
$(DISTRICT): $(CLI) $(wildcard examples/district-2023/*)
	@sh examples/district-2023/demo.sh $(CLI) $@ > $(BUILD)/district-2023.txt

# --------------------------------------------------------------------------------------------------------- tests

RUN := $(BUILD)/run
FAULT := $(patsubst test/fault/%.c,$(BUILD)/fault/%,$(wildcard test/fault/*.c))
$(BUILD)/fault:
	mkdir -p $@
$(RUN): $(TESTOBJ) $(STATIC)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $(TESTOBJ) $(STATIC) $(PKGLIBS) $(shell pkg-config --libs check)
$(BUILD)/fault/%: test/fault/%.c $(STATIC) | $(BUILD)/fault
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(STATIC) $(PKGLIBS)

# Fuzz targets: with libFuzzer for `make fuzz`, with a plain driver for their corpus in `make check`.
FUZZ := json due book sheet_csv sheet_json sheet_xlsx
$(BUILD)/fuzz:
	mkdir -p $@
$(BUILD)/fuzz/%: test/fuzz/%.c test/fuzz/driver.c test/fuzz/fuzz.h test/fuzz/table.h $(STATIC) | $(BUILD)/fuzz
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -o $@ $< test/fuzz/driver.c $(STATIC) $(PKGLIBS)
FUZZ_SECONDS ?= 60
.PHONY: fuzz
fuzz:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzzing CC=clang SANITIZE='-fsanitize=fuzzer-no-link,address,undefined' OPT='-O1 -g' $(BUILD)/fuzzing/libtaskledger.a
	@for target in $(FUZZ); do mkdir -p $(BUILD)/fuzzing/corpus/$$target; \
	clang $(filter-out -Werror,$(CFLAGS_ALL)) -O1 -fsanitize=fuzzer,address,undefined -o $(BUILD)/fuzzing/$$target test/fuzz/$$target.c $(BUILD)/fuzzing/libtaskledger.a $(PKGLIBS) && \
	$(BUILD)/fuzzing/$$target -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=2048 -artifact_prefix=$(BUILD)/fuzzing/ -print_final_stats=1 \
	  $(BUILD)/fuzzing/corpus/$$target test/fuzz/corpus/$$target || exit 1; done

.PHONY: check
check: all $(RUN) $(FAULT) $(FUZZ:%=$(BUILD)/fuzz/%) $(if $(filter programs,$(CHECK)),,$(DISTRICT))
	@TL=$(CURDIR)/$(CLI) BUILD=$(CURDIR)/$(BUILD) RUN=$(CURDIR)/$(RUN) sh test/check.sh

# The example of threads, and the library in it, under ThreadSanitizer. SQLite and jansson are not built for it: of them it sees the locks alone.
.PHONY: tsan
tsan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/tsan SANITIZE=-fsanitize=thread OPT='-O1 -g' $(BUILD)/tsan/examples/threads
	@book=$$(mktemp -d) && TSAN_OPTIONS=halt_on_error=1 $(BUILD)/tsan/examples/threads $$book/book.db > $(BUILD)/tsan/threads.out; \
	status=$$?; rm -rf "$$book"; [ $$status -eq 0 ] && diff -u test/data/examples/threads.out $(BUILD)/tsan/threads.out && echo 'tsan: nothing found'

# -------------------------------------------------------------------------------------------------------- install

.PHONY: install uninstall installcheck
install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man3 \
	  $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	install -m 755 $(CLI) $(DESTDIR)$(BINDIR)/taskledger
	install -m 644 include/taskledger.h $(DESTDIR)$(INCLUDEDIR)/taskledger.h
	install -m 644 $(STATIC) $(DESTDIR)$(LIBDIR)/libtaskledger.a
	install -m 755 $(SHARED) $(DESTDIR)$(LIBDIR)/$(notdir $(SHARED))
	ln -sf $(notdir $(SHARED)) $(DESTDIR)$(LIBDIR)/libtaskledger.so.$(SOMAJOR)
	ln -sf $(notdir $(SHARED)) $(DESTDIR)$(LIBDIR)/libtaskledger.so
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|; s|@VERSION@|$(VERSION)|' lib/taskledger.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/taskledger.pc
	install -m 644 $(BUILD)/man/taskledger.1 $(DESTDIR)$(MANDIR)/man1/taskledger.1
	install -m 644 $(BUILD)/man/taskledger.3 $(DESTDIR)$(MANDIR)/man3/taskledger.3
	install -m 644 $(BUILD)/man/taskledger.5 $(DESTDIR)$(MANDIR)/man5/taskledger.5
	install -m 644 examples/cli/completion/taskledger.bash $(DESTDIR)$(BASHDIR)/taskledger
	install -m 644 examples/cli/completion/_taskledger $(DESTDIR)$(ZSHDIR)/_taskledger
	install -m 644 examples/cli/completion/taskledger.fish $(DESTDIR)$(FISHDIR)/taskledger.fish
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/taskledger $(DESTDIR)$(INCLUDEDIR)/taskledger.h $(DESTDIR)$(LIBDIR)/libtaskledger.a \
	  $(DESTDIR)$(LIBDIR)/libtaskledger.so $(DESTDIR)$(LIBDIR)/libtaskledger.so.$(SOMAJOR) $(DESTDIR)$(LIBDIR)/libtaskledger.so.$(VERSION) \
	  $(DESTDIR)$(LIBDIR)/pkgconfig/taskledger.pc $(DESTDIR)$(MANDIR)/man1/taskledger.1 $(DESTDIR)$(MANDIR)/man3/taskledger.3 \
	  $(DESTDIR)$(MANDIR)/man5/taskledger.5 $(DESTDIR)$(BASHDIR)/taskledger $(DESTDIR)$(ZSHDIR)/_taskledger $(DESTDIR)$(FISHDIR)/taskledger.fish
# Installs into a folder of its own, and uses what lies there as a stranger would.
installcheck: all
	@sh test/install.sh $(CURDIR)/$(BUILD)

# ------------------------------------------------------------------------------------------------- Debian package

# The packages are built in a copy of the tree under build/deb, without the network; what the building needs comes from `make deb-deps`.
DEB := $(CURDIR)/$(BUILD)/deb
DEBDEPS := $(filter-out check sqlite3 shellcheck jq,$(DEPS)) build-essential debhelper dpkg-dev devscripts lintian
.PHONY: deb deb-deps
deb-deps:
	@$(MAKE) --no-print-directory deps DEPS='$(DEBDEPS)'
deb:
	@command -v dpkg-buildpackage >/dev/null && command -v dh >/dev/null || { echo 'deb: first make deb-deps, which installs what builds packages'; exit 1; }
	rm -rf $(DEB) && mkdir -p $(DEB)/taskledger-$(VERSION)
	tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C $(DEB)/taskledger-$(VERSION)
	mv $(DEB)/taskledger-$(VERSION)/.debian $(DEB)/taskledger-$(VERSION)/debian
	cd $(DEB)/taskledger-$(VERSION) && env -u MAKEFLAGS -u MAKELEVEL -u BUILD DEB_BUILD_OPTIONS='nocheck $(DEB_BUILD_OPTIONS)' dpkg-buildpackage -us -uc -b
	@if command -v lintian >/dev/null; then cd $(DEB) && lintian --allow-root --fail-on error --display-info *.changes; else echo 'deb: no lintian here, not checked'; fi

.PHONY: format clean
format:
	clang-format -i lib/*.[ch] examples/*.c examples/cli/*.[ch] test/*.[ch] test/fault/*.c test/fuzz/*.[ch]
clean:
	rm -rf $(BUILD)

include test/bench/bench.mk

-include $(wildcard $(BUILD)/*/*.d)
