# Minutebook: `make help` lists what can be made.

VERSION := 0.1.0

# debug, release, asan or cov
CONFIG ?= release
PREFIX ?= /usr/local
DESTDIR ?=

# Real minutes to test with, if somebody has them; they are never ours.
MINUTEBOOK_SAMPLES ?= ../shared/samples

BUILD := build/$(CONFIG)

CFLAGS_debug   := -O0 -g3
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_asan    := -O1 -g3 -fsanitize=address,undefined \
                  -fno-sanitize-recover=all -fno-omit-frame-pointer \
                  -DMB_ARENA_BLOCK_BYTES=0
CFLAGS_cov     := -O0 -g3 --coverage

ifeq ($(CFLAGS_$(CONFIG)),)
$(error unknown CONFIG '$(CONFIG)': use debug, release, asan or cov)
endif

PACKAGES := sqlite3 libxml-2.0 libutf8proc libxxhash libzip
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer -lm

EXTENSION_LIBS := $(shell pkg-config --libs libutf8proc 2>/dev/null) -lstemmer

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
        -Wundef -Wvla
ALL_CFLAGS = -std=c17 $(WARN) $(CFLAGS_$(CONFIG)) -D_GNU_SOURCE \
             -DMB_VERSION='"$(VERSION)"' -Iinclude -Ilib -include lib/banned.h \
             $(PKG_CFLAGS) $(CFLAGS)

EXTENSION_SRC := lib/extension.c
LIB_SRC := $(filter-out $(EXTENSION_SRC),$(wildcard lib/*.c))
IDX_SRC := $(wildcard indexer/*.c)
QRY_SRC := $(wildcard query/*.c)
obj = $(patsubst %.c,$(BUILD)/%.o,$(1))

PROGRAMS := $(BUILD)/minutes-index $(BUILD)/minutes-query
EXTENSION := $(BUILD)/minutebook.so

# V=1 shows the commands
ifeq ($(V),)
Q := @
say = @printf '  %-4s %s\n' $(1) $(2);
endif

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all help demo test deps-build deps-test check check-unit check-golden \
        check-fuzz check-api check-man check-crash check-corpus check-outputs check-cookbook \
        check-samples check-runs check-limits \
        bench accuracy scans matching spelling relevance fuzz lint format install uninstall distcheck clean FORCE

all: $(PROGRAMS) $(EXTENSION) ## build both programs

# --- the two commands to begin with ---------------------------------------

demo: deps-build ## install what is missing, build, index corpus/, search it
	@$(MAKE) --no-print-directory CONFIG=release all
	@scripts/demo.sh build/release

test: deps-test ## install what is missing, build, run every test
	@$(MAKE) --no-print-directory CONFIG=$(CONFIG) check

deps-build:
	@scripts/deps.sh build

deps-test:
	@scripts/deps.sh test

# --- building -------------------------------------------------------------

# Objects depend on the flags that they were compiled with.
FLAGS := $(CC) $(ALL_CFLAGS)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(FLAGS))' | cmp -s - $@ || \
	    echo '$(subst ','\'',$(FLAGS))' >$@

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(ALL_CFLAGS) $(OBJ_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/indexer/%.o: OBJ_CFLAGS := -Iindexer
$(BUILD)/query/%.o: OBJ_CFLAGS := -Iquery

# The schema goes into the library as bytes: literals have a limit.
$(BUILD)/schema.c: lib/schema.sql
	@mkdir -p $(@D)
	$(Q){ echo '#include "sql.h"'; echo 'const char mb_schema[] = {'; \
	  od -An -v -tu1 $< | sed 's/  *\([0-9][0-9]*\)/\1,/g'; \
	  echo '0 };'; } >$@

$(BUILD)/schema.o: $(BUILD)/schema.c $(BUILD)/flags
	$(call say,CC,$@)$(CC) $(ALL_CFLAGS) -c $< -o $@

# Everything but main.c goes into an archive, so that tests can link it all.
$(BUILD)/libminutebook.a: $(call obj,$(LIB_SRC)) $(BUILD)/schema.o
$(BUILD)/libindexer.a: $(call obj,$(filter-out %/main.c,$(IDX_SRC)))
$(BUILD)/libquery.a: $(call obj,$(filter-out %/main.c,$(QRY_SRC)))

$(BUILD)/%.a:
	$(call say,AR,$@)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/minutes-index: $(BUILD)/indexer/main.o $(BUILD)/libindexer.a \
                        $(BUILD)/libminutebook.a
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) -o $@

$(BUILD)/minutes-query: $(BUILD)/query/main.o $(BUILD)/libquery.a \
                        $(BUILD)/libminutebook.a
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(PKG_LIBS) -o $@

# The library once more, for a shared object, which takes what the tokenizer
# needs of it: see lib/extension.c, which has lib/fts.c in it.
EXTENSION_OBJ := $(patsubst %.c,$(BUILD)/pic/%.o,$(EXTENSION_SRC))
PIC_OBJ := $(patsubst %.c,$(BUILD)/pic/%.o,$(filter-out lib/fts.c,$(LIB_SRC)))

$(BUILD)/pic/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$@)$(CC) $(ALL_CFLAGS) -fPIC -fvisibility=hidden -MMD -MP \
	    -c $< -o $@

$(BUILD)/pic/libminutebook.a: $(PIC_OBJ)

$(EXTENSION): $(EXTENSION_OBJ) $(BUILD)/pic/libminutebook.a
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -shared $^ \
	    $(EXTENSION_LIBS) -o $@

# --- tests ----------------------------------------------------------------

# One program of unit tests for each part, since the two programs have modules
# of one name.  The linker sends our allocations through support/fault.c.
PARTS := lib indexer query
# What reads bytes of strangers, by the archive that it is linked with.
FUZZ_INDEXER := terms name people text markdown html xml docx odt rtf zip pdf store
FUZZ_QUERY := date query excerpt synonyms saved named
FUZZERS := $(FUZZ_INDEXER) $(FUZZ_QUERY)
WRAP := -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
CRITERION_LIBS = $(shell pkg-config --libs criterion)
SUPPORT_SRC := $(wildcard tests/support/*.c)
FUZZ_SRC := $(wildcard tests/fuzz/*.c)
FUZZ_MAINS := tests/fuzz/replay.c $(wildcard tests/fuzz/fuzz_*.c)
unit_src = $(wildcard tests/unit/$(1)/*.c)

# Criterion's assertions do not survive these two warnings.
TEST_CFLAGS := -Itests -Wno-conversion -Wno-discarded-qualifiers
$(BUILD)/tests/support/%.o: OBJ_CFLAGS := $(TEST_CFLAGS)
$(BUILD)/tests/unit/lib/%.o: OBJ_CFLAGS := $(TEST_CFLAGS)
$(BUILD)/tests/unit/indexer/%.o: OBJ_CFLAGS := $(TEST_CFLAGS) -Iindexer
$(BUILD)/tests/unit/query/%.o: OBJ_CFLAGS := $(TEST_CFLAGS) -Iquery
$(BUILD)/tests/fuzz/%.o: OBJ_CFLAGS := -Itests -Iindexer
$(FUZZ_QUERY:%=$(BUILD)/tests/fuzz/fuzz_%.o): OBJ_CFLAGS := -Itests -Iquery

$(BUILD)/unit-lib: $(call obj,$(call unit_src,lib) $(SUPPORT_SRC)) \
                   $(BUILD)/libminutebook.a
$(BUILD)/unit-indexer: $(call obj,$(call unit_src,indexer) $(SUPPORT_SRC)) \
                       $(BUILD)/libindexer.a $(BUILD)/libminutebook.a
$(BUILD)/unit-query: $(call obj,$(call unit_src,query) $(SUPPORT_SRC)) \
                     $(BUILD)/libquery.a $(BUILD)/libminutebook.a

$(BUILD)/unit-%:
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(WRAP) $^ $(PKG_LIBS) \
	    $(CRITERION_LIBS) -o $@

$(BUILD)/libfuzz.a: $(call obj,$(filter-out $(FUZZ_MAINS),$(FUZZ_SRC)))

# One object, replayed without a fuzzer or driven by clang's.
fuzz_of = $(1:%=$(BUILD)/replay-%) $(1:%=$(BUILD)/fuzz-%)
fuzz_link = $(CC) $(ALL_CFLAGS) $(LDFLAGS) $(1) $(filter %.o,$^) \
    -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(PKG_LIBS) -o $@

$(call fuzz_of,$(FUZZ_INDEXER)): $(BUILD)/libindexer.a
$(call fuzz_of,$(FUZZ_QUERY)): $(BUILD)/libquery.a
$(call fuzz_of,$(FUZZERS)): $(BUILD)/libfuzz.a $(BUILD)/libminutebook.a

$(FUZZERS:%=$(BUILD)/replay-%): $(BUILD)/replay-%: \
    $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o
	$(call say,LD,$@)$(call fuzz_link)

$(FUZZERS:%=$(BUILD)/fuzz-%): $(BUILD)/fuzz-%: $(BUILD)/tests/fuzz/fuzz_%.o
	$(call say,LD,$@)$(call fuzz_link,-fsanitize=fuzzer)

check: check-unit check-golden check-corpus check-outputs check-cookbook check-fuzz \
       check-runs check-limits check-crash check-api check-man check-samples ## run every test

check-unit: $(PARTS:%=$(BUILD)/unit-%) ## run the unit tests
	@for part in $(PARTS); do echo "unit: $$part"; \
	    $(BUILD)/unit-$$part || exit; done

check-golden: all ## compare outputs with tests/golden; UPDATE=1 rewrites
	@tests/golden.sh $(BUILD) $(if $(UPDATE),--update)

check-corpus: all ## extraction against its labels; what must always hold
	@python3 tests/corpus/build.py --check
	@python3 tests/accuracy.py --floor $(BUILD) corpus tests/gold
	@python3 tests/accuracy.py --floor $(BUILD) tests/wild/minutes tests/wild/gold
	@python3 tests/people.py --floor $(BUILD) corpus tests/gold
	@python3 tests/people.py --floor $(BUILD) tests/wild/minutes tests/wild/gold
	@python3 tests/properties.py $(BUILD) corpus
	@python3 tests/matching.py $(BUILD) tests/matching.tsv
	@python3 tests/judged.py --floor $(BUILD) corpus tests/relevance
	@python3 tests/spelling.py --floor $(BUILD) corpus tests/spelling.tsv

check-outputs: all ## every format, read back by another parser
	@python3 tests/outputs.py $(BUILD) corpus
	@python3 tests/coverage.py $(BUILD) corpus

check-cookbook: all ## what docs/cookbook.md shows; UPDATE=1 rewrites
	@python3 tests/cookbook.py $(BUILD) $(if $(UPDATE),--update)

check-fuzz: $(FUZZERS:%=$(BUILD)/replay-%) ## replay what fuzzing found
	@for f in $(FUZZERS); do $(BUILD)/replay-$$f tests/fuzz/corpus/$$f || \
	    exit; done

check-runs: all ## runs of minutes-index, seen from outside
	@python3 tests/runs.py $(BUILD)

check-limits: all ## what nobody would write, in bounds of memory and time
	@case $(CONFIG) in \
	    release) python3 tests/limits.py $(BUILD) ;; \
	    *) echo "limits: only measured in a release build" ;; esac

check-crash: all ## kill an indexing run at many points, then run it again
	@python3 tests/crash.py $(BUILD) corpus

check-api: $(BUILD)/libminutebook.a ## headers stand alone, symbols have mb_
	@set -e; for h in include/minutebook/*.h; do \
	    $(CC) -std=c17 $(WARN) -D_GNU_SOURCE -Iinclude $(PKG_CFLAGS) \
	        -fsyntax-only -x c $$h; done
	@! nm -g --defined-only $< | awk 'NF == 3 && $$3 !~ /^(mb_|_)/' | grep .
	@echo "api: headers and symbols are in order"

check-man: all ## lint the manuals; every option stands in them
	@tests/manuals.sh $(BUILD)

check-samples: all ## the searches of the samples, when they are there
	@tests/samples.sh $(BUILD) $(MINUTEBOOK_SAMPLES)

accuracy: all ## how well extraction does, on the corpus or GOLD= SAMPLES=
	@python3 tests/accuracy.py $(BUILD) $(or $(SAMPLES),corpus) \
	    $(or $(GOLD),tests/gold)
	$(if $(GOLD),,@python3 tests/accuracy.py $(BUILD) tests/wild/minutes tests/wild/gold)
	@python3 tests/people.py $(BUILD) $(or $(SAMPLES),corpus) \
	    $(or $(GOLD),tests/gold)
	$(if $(GOLD),,@python3 tests/people.py $(BUILD) tests/wild/minutes tests/wild/gold)

scans: ## how well scans are read, by resolution: SAMPLES=FOLDER
	@python3 tests/scans.py $(or $(SAMPLES),corpus)

matching: all ## which spellings find each other: TABLE=FILE
	@python3 tests/matching.py -v $(BUILD) $(or $(TABLE),tests/matching.tsv)

spelling: all ## how well slips are corrected: LIST=FILE ARCHIVE=FOLDER
	@python3 tests/spelling.py $(BUILD) $(or $(ARCHIVE),corpus) \
	    $(or $(LIST),tests/spelling.tsv)

relevance: all ## how well hits are ranked: COLLECTIONS='FOLDER...', TYPOS=1
	@python3 tests/judged.py $(if $(TYPOS),--typos) $(BUILD) corpus \
	    tests/relevance
	@$(if $(COLLECTIONS),python3 tests/relevance.py \
	    $(if $(TYPOS),--typos) $(BUILD) $(COLLECTIONS))

bench: ## how fast indexing, searching and exporting are, with ratios
	@$(MAKE) --no-print-directory CONFIG=release all
	@python3 tests/bench.py build/release
	@python3 tests/bench_exports.py build/release $(PARAGRAPHS)

fuzz: ## fuzz each target for SECONDS (60) with clang
	@tests/fuzz/fuzz.sh $(or $(SECONDS),60) $(FUZZERS)

distcheck: ## what must pass before a change is taken in
	@for c in release asan; do \
	    $(MAKE) --no-print-directory CONFIG=$$c CFLAGS=-Werror check || \
	    exit; done

lint: ## clang-tidy, cppcheck, shellcheck, mandoc, the formatting
	@scripts/lint.sh "$(filter-out -DMB_VERSION=%,$(ALL_CFLAGS))"

format: ## format every source file
	clang-format -i $(wildcard include/minutebook/*.h lib/*.[ch] \
	    indexer/*.[ch] query/*.[ch] tests/*/*.[ch] tests/unit/*/*.[ch])

# --- installing -----------------------------------------------------------

MAN := $(wildcard man/*.[1-9])
BIN_DIR := $(DESTDIR)$(PREFIX)/bin
LIB_DIR := $(DESTDIR)$(PREFIX)/lib
INC_DIR := $(DESTDIR)$(PREFIX)/include/minutebook
MAN_DIR := $(DESTDIR)$(PREFIX)/share/man
BASH_DIR := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_DIR := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_DIR := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

install: all ## install under PREFIX (/usr/local), DESTDIR in front of it
	install -d $(BIN_DIR) $(LIB_DIR)/pkgconfig $(INC_DIR) $(BASH_DIR) \
	    $(ZSH_DIR) $(FISH_DIR)
	install $(PROGRAMS) $(BIN_DIR)
	install -m 644 $(BUILD)/libminutebook.a $(LIB_DIR)
	install -m 755 $(EXTENSION) $(LIB_DIR)
	install -m 644 include/minutebook/*.h $(INC_DIR)
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
	    lib/minutebook.pc.in >$(LIB_DIR)/pkgconfig/minutebook.pc
	for m in $(MAN); do install -d $(MAN_DIR)/man$${m##*.} && \
	    install -m 644 $$m $(MAN_DIR)/man$${m##*.} || exit; done
	for p in $(notdir $(PROGRAMS)); do \
	    $(BUILD)/$$p --completion=bash >$(BASH_DIR)/$$p && \
	    $(BUILD)/$$p --completion=zsh >$(ZSH_DIR)/_$$p && \
	    $(BUILD)/$$p --completion=fish >$(FISH_DIR)/$$p.fish || exit; done

uninstall: ## remove what install put there
	rm -f $(addprefix $(BIN_DIR)/,$(notdir $(PROGRAMS)))
	rm -f $(LIB_DIR)/libminutebook.a $(LIB_DIR)/minutebook.so \
	    $(LIB_DIR)/pkgconfig/minutebook.pc
	rm -rf $(INC_DIR)
	for m in $(MAN); do rm -f $(MAN_DIR)/man$${m##*.}/$${m##*/}; done
	for p in $(notdir $(PROGRAMS)); do \
	    rm -f $(BASH_DIR)/$$p $(ZSH_DIR)/_$$p $(FISH_DIR)/$$p.fish; done

-include $(patsubst %.o,%.d,$(EXTENSION_OBJ) $(PIC_OBJ) $(call obj,$(LIB_SRC) $(IDX_SRC) $(QRY_SRC) \
    $(SUPPORT_SRC) $(FUZZ_SRC) $(foreach p,$(PARTS),$(call unit_src,$(p)))))

clean: ## remove what was built
	rm -rf build

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s%s\n", $$1, $$2 }' \
	    Makefile
