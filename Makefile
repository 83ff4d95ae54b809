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

PACKAGES := sqlite3 libxml-2.0 libutf8proc libxxhash
PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lstemmer -lm

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
        -Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
        -Wundef -Wvla
ALL_CFLAGS = -std=c17 $(WARN) $(CFLAGS_$(CONFIG)) -D_GNU_SOURCE \
             -DMB_VERSION='"$(VERSION)"' -Iinclude -Ilib -include lib/banned.h \
             $(PKG_CFLAGS) $(CFLAGS)

LIB_SRC := $(wildcard lib/*.c)
IDX_SRC := $(wildcard indexer/*.c)
QRY_SRC := $(wildcard query/*.c)
obj = $(patsubst %.c,$(BUILD)/%.o,$(1))

PROGRAMS := $(BUILD)/minutes-index $(BUILD)/minutes-query

# V=1 shows the commands
ifeq ($(V),)
Q := @
say = @printf '  %-4s %s\n' $(1) $(2);
endif

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all help demo test deps-build deps-test check check-unit check-golden \
        check-fuzz check-api check-man check-crash check-corpus check-samples \
        bench accuracy lint format install uninstall distcheck clean FORCE

all: $(PROGRAMS) ## build both programs

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

-include $(patsubst %.o,%.d,$(call obj,$(LIB_SRC) $(IDX_SRC) $(QRY_SRC)))

clean: ## remove what was built
	rm -rf build

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s%s\n", $$1, $$2 }' \
	    Makefile
