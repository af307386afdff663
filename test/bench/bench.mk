# bench.mk - included by the Makefile: make bench (BENCH_ITEMS=100000 BENCH_ROUNDS=3 BENCH_SECONDS=20), make bench-smoke, make bench-peers.

BENCH := $(BUILD)/bench/bench
BENCHSRC := $(sort $(wildcard test/bench/*.c))

$(BENCH): $(BENCHSRC) test/bench/bench.h $(STATIC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -Itest/bench $(LDFLAGS_ALL) -o $@ $(BENCHSRC) $(STATIC) $(PKGLIBS) -lm

.PHONY: bench bench-smoke bench-peers
bench: $(BENCH) $(CLI)
	@TL=$(CURDIR)/$(CLI) BENCH=$(CURDIR)/$(BENCH) sh test/bench/bench.sh
bench-smoke: $(BENCH) $(CLI)
	@TL=$(CURDIR)/$(CLI) BENCH=$(CURDIR)/$(BENCH) BENCH_ITEMS=2000 BENCH_MILLION=2000 BENCH_ROUNDS=1 BENCH_SECONDS=2 sh test/bench/bench.sh
bench-peers: $(BENCH) $(CLI)
	@TL=$(CURDIR)/$(CLI) BENCH=$(CURDIR)/$(BENCH) sh test/bench/peers.sh
