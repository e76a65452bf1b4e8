# Everything a contributor runs. `make` checks what a change must pass; `make help` lists the rest.

PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
OUT ?= reports
# The day a brief is made for: SOURCE_DATE_EPOCH's, else today. AS_OF=2026-01-31 sets another.
AS_OF ?=
# What the tests take for today, so that no day of the calendar changes them.
TEST_EPOCH := 1767225600
PANGO_DEBIAN := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# What the tests look at a brief with: a browser, a checker of PDF files, and one that turns their pages into pictures.
READERS_DEBIAN := chromium qpdf poppler-utils

.DEFAULT_GOAL := check
.PHONY: check brief test fuzz score errors bench-reading bench-checkers bench-transfer bench-pairs bench-render snapshot-diff pictures docs fonts snapshots lock lint types format clean help env pango readers schemas

check: lint types test  ## lint, types and tests (the default)

brief: env pango  ## the brief of the sample corpus, into reports/
	$(BIN)/factcheck report seeds -o $(OUT) --format html --format pdf --format json --format findings $(if $(AS_OF),--as-of $(AS_OF))

test: env pango readers schemas  ## all tests; ARGS="-k figures" picks some
	SOURCE_DATE_EPOCH=$(TEST_EPOCH) $(BIN)/python -m pytest $(ARGS)

fuzz: env  ## damage some thousand reports and baselines at random; minutes
	FACTCHECK_FUZZ=$(or $(ROUNDS),1000) $(BIN)/python -m pytest -q tests/baseline/test_fuzz.py

score: env  ## how much the gold files' readers would agree with; ARGS="--list" names what is missed
	$(BIN)/python benchmarks/score.py $(ARGS)

errors: env  ## what the score counts as wrong, to be read one by one
	$(BIN)/python benchmarks/errors.py $(ARGS)

bench-reading: env  ## how well and how fast articles are read; ARGS="--only speed" picks a part
	$(BIN)/python benchmarks/reading.py $(ARGS)

bench-checkers: env  ## everything that comparing is measured by, with subject packs and without; minutes
	$(BIN)/python benchmarks/checkers.py $(ARGS)

bench-transfer: env  ## the sample corpus told anew of other subjects; ARGS="--list" says what is lost, and where
	$(BIN)/python benchmarks/transfer.py $(ARGS)

bench-pairs: env  ## labelled pairs of texts; ARGS="conjnli --list 5" picks a set and shows mistakes
	$(BIN)/python benchmarks/pairs.py $(ARGS)

bench-render: env pango  ## how fast a brief is made, beside WeasyPrint alone
	$(BIN)/python benchmarks/rendering.py

snapshot-diff: env pango readers  ## what the working tree does to the sample brief; BASE=main says against what
	$(BIN)/python benchmarks/snapshot_diff.py $(or $(BASE),HEAD)

pictures: env pango readers  ## pictures of the sample brief for the README, into docs/pictures/
	$(BIN)/python benchmarks/pictures.py

docs: env  ## docs/checkers.md, settings.md, lexicons.md and templates.md anew, from the code
	$(BIN)/factcheck checkers --format markdown > docs/checkers.md
	$(BIN)/factcheck config --format markdown > docs/settings.md
	$(BIN)/factcheck lexicon senses --format markdown > docs/lexicons.md
	$(BIN)/python -m factcheck.renderers.view.described > docs/templates.md

fonts: env  ## the faces that brief.html carries, anew from the whole ones
	$(BIN)/python -m factcheck.renderers.fonts

snapshots: env pango readers schemas  ## write the wording snapshots anew; read the difference before you commit it
	SOURCE_DATE_EPOCH=$(TEST_EPOCH) $(BIN)/python -m pytest -q --regen-all $(ARGS)

lint: env  ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: env  ## mypy
	$(BIN)/mypy

format: env  ## lay the code out and mend what ruff can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

# uv resolves for every platform at once, which pip cannot; it is only needed here, so it gets an environment of its own.
lock:  ## requirements.lock anew from pyproject.toml, with the newest releases that fit
	@set -eu; tool=$$(mktemp -d); trap 'rm -rf "$$tool"' EXIT; \
	$(PYTHON) -m venv "$$tool"; "$$tool/bin/python" -m pip install --quiet uv; \
	"$$tool/bin/uv" pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --no-config \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

clean:  ## remove what was made, but not the environment
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(ENV)/*' -prune -exec rm -rf {} +

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The environment holds copies of the files it was made from: it is made again when the lock says something else, and the
# package is installed again when its description does. Times would not tell: a checkout changes them.
env:
	@cmp -s requirements.lock $(ENV)/made-from.lock || { \
	  $(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)' && \
	  $(PYTHON) -m venv --clear $(ENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  cp requirements.lock $(ENV)/made-from.lock; }
	@cmp -s pyproject.toml $(ENV)/made-from.toml || { \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . && \
	  cp pyproject.toml $(ENV)/made-from.toml; }

# WeasyPrint draws with Pango, which comes from the system.
pango: env
	@$(BIN)/python -c 'from weasyprint.text.ffi import harfbuzz_subset as found; assert found' 2>/dev/null || { \
	  if [ "$$(uname)" = Darwin ]; then echo "PDFs need Pango: brew install pango"; \
	  elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PANGO_DEBIAN); \
	  else echo "PDFs need Pango: sudo apt-get install $(PANGO_DEBIAN)"; fi; }

# The published schemas that SARIF and JUnit XML are checked by; the tests fail without them.
schemas: env
	@$(BIN)/python tests/renderers/published.py

# The tests fail where one of these is missing: a check that was left out says nothing.
readers:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null && \
	  command -v qpdf >/dev/null && command -v pdftoppm >/dev/null || { \
	  if [ "$$(uname)" = Darwin ]; then echo "Tests need a browser and PDF tools: brew install --cask google-chrome && brew install qpdf poppler"; \
	  elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(READERS_DEBIAN); \
	  else echo "Tests need a browser and PDF tools: sudo apt-get install $(READERS_DEBIAN)"; fi; }
