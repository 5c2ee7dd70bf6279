# Everything a fresh machine needs is installed by the targets themselves: Python 3.11 or
# later, git and make are enough. `make demo` first.

PYTHON ?= python3
BIN := .venv/bin
GOLD ?= ../shared/gold/dev
# Figures are of the shipped gazetteer and register alone, whatever the user has added.
CLEAN := AFTERMATH_HOME=$(CURDIR)/build/home

APP := src/aftermath/api/app/index.html
APP_PARTS := $(shell find web/src web/public -type f) $(wildcard web/*.json web/*.ts web/*.html)

.PHONY: screenshots install web demo test test-web lint check cases docs figures floors known-failures bench clean

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Python 3.11 or later is needed"'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --group dev --editable .
	touch $@

web: $(APP)  ## the browser app, where node is; without it only the app is missing

$(APP): $(APP_PARTS)
	@if command -v npm >/dev/null; then cd web && npm ci --no-audit --no-fund --loglevel=error && npm run build; \
	else echo "no npm: the browser app is not built, the rest works without it"; fi

demo: install web  ## read four invented reports and show what is read
	$(BIN)/aftermath demo

screenshots: install web  ## take the pictures of docs/ anew (needs chromium)
	$(BIN)/python tools/screenshots.py

test: install test-web  ## all tests, slow ones included
	$(BIN)/pytest

test-web: web  ## the browser app's types and its own tests, where node is
	@if command -v npm >/dev/null; then cd web && { [ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error; } \
	&& npm run --silent check && npm test --silent; else echo "no npm: the browser app is not tested"; fi

lint: install  ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## all that a change must pass

cases: install  ## what is wrong in which of the case files
	$(CLEAN) $(BIN)/python tests/case_reading.py

docs: install  ## put into the pages what their examples print now
	$(CLEAN) $(BIN)/python tools/docs.py

figures: install  ## measure again what docs/quality.md says (needs the gold)
	$(CLEAN) $(BIN)/python tools/docs.py --figures

floors: install  ## raise the quality floors to where the reading stands (needs the gold)
	$(CLEAN) $(BIN)/python tools/floors.py $(GOLD)

known-failures: install  ## rewrite the list of cases not yet read right
	$(CLEAN) $(BIN)/python tests/case_reading.py --update

bench: install  ## speed, memory and start-up on this machine
	@$(CLEAN) $(BIN)/python tools/bench.py $(GOLD)

clean:
	rm -rf .venv build dist src/aftermath/api/app web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
