# make build   the site, in site/           make serve   the site, live, while you write; PORT=8001: on that port
# make check   what is to be mended         make test    every check that a change must pass
# make fix     sorts and tidies the files   make source FILE=record.ris   adds a source
# make explain RULE=unknown-term            what a name in brackets means, with an example; without RULE: all names
# make new DIR=../whistleblowers            the next guide, in a folder of its own
# make import FILE=guide.docx DIR=../new-guide   a guide from a document of Word, Google Docs or LibreOffice
# make fonts   the typefaces of the handout for the guide's language, such as Arabic or Chinese
# make labels  what the engine says to readers, collected for translators
# make edition what the guide says now, to compare later builds with: before you print
# make zip     the site as one file, which opens from a USB stick, in site.zip
# make chapters  the finished chapters for another engine, in chapters/: links to their files with LINKS=files
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: build zip chapters serve edition check explain fix source fonts new import test coverage test-all mutants bench lighthouse labels lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCK := src/studyguide/requirements.lock
# Material announces its end of life on each build: that is the engine's matter, not the chairs'.
export NO_MKDOCS_2_WARNING := 1
# The same commit gives the same bytes: dates in the site are the last commit's. Without git, MkDocs takes today's.
COMMIT_DATE := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(COMMIT_DATE),)
export SOURCE_DATE_EPOCH ?= $(COMMIT_DATE)
endif

build: $(VENV)/installed
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/: open it with 'make serve', or put that folder on any web host."

zip: $(VENV)/installed
	PORTABLE=true $(BIN)/mkdocs build --strict -d .cache/portable
	$(BIN)/studyguide zip .cache/portable site.zip
	@echo "The guide is in site.zip: unpack it anywhere, and double-click 'Open me'."

chapters: $(VENV)/installed
	@$(BIN)/studyguide chapters $(if $(LINKS),--links $(LINKS))

serve: $(VENV)/installed
	@echo "Ctrl+C stops it."
	$(BIN)/mkdocs serve --strict $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

edition: $(VENV)/installed
	@$(BIN)/studyguide edition

check: $(VENV)/installed
	@$(BIN)/studyguide check $(if $(FORMAT),--format $(FORMAT))

explain: $(VENV)/installed
	@$(BIN)/studyguide explain $(RULE)

fonts: $(VENV)/installed
	@$(BIN)/studyguide fonts
	@test ! -e fonts.lock || $(PIP) --require-hashes --only-binary :all: -r fonts.lock

new: $(VENV)/installed
	@$(BIN)/studyguide new $(if $(ENGINE),--engine "$(ENGINE)") $(if $(ANSWERS),--answers "$(ANSWERS)") "$(or $(DIR),$(error Name the folder of the new guide: make new DIR=../whistleblowers))"

import: $(VENV)/installed
	@$(BIN)/studyguide import $(if $(ENGINE),--engine "$(ENGINE)") $(if $(ANSWERS),--answers "$(ANSWERS)") "$(or $(FILE),$(error Name the document: make import FILE=guide.docx DIR=../new-guide))" $(if $(DIR),"$(DIR)")

fix: $(VENV)/installed
	@$(BIN)/studyguide fix $(if $(CHECK),--check)

# DATE=2026-01-31 is the day on which you read a web page; RECORD=2 or RECORD=all chooses from a file with several.
# SYMBOL="A/RES/64/292" adds a document of the United Nations, with what its symbol tells, in place of FILE.
source: $(VENV)/installed
	@$(BIN)/studyguide source $(if $(DATE),--date "$(DATE)") $(if $(RECORD),--record "$(RECORD)") $(if $(SYMBOL),--symbol "$(SYMBOL)") "$(FILE)"

test: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(MAKE) build
	$(BIN)/python -m pytest -n auto --dist loadfile

# Which lines no test runs. Not part of CI, since it takes twice the time.
coverage: $(VENV)/installed-test
	$(BIN)/python -m pytest --cov -n auto --dist loadfile

# In the order of the folders: by number of tests, environments and wheels would come last, and one core wait for the other.
test-all: $(VENV)/installed-test
	$(BIN)/python -m pytest -m 'hypothesis or slow' --hypothesis-profile=thorough -n auto --dist loadfile --no-loadscope-reorder

# Against what one would pick in its place: minutes for `make bench SIZES="8 80" PEERS=bibtex ROUNDS=1 PARTS=sites`, an hour for all.
bench: $(VENV)/installed
	$(BIN)/python -m benchmarks $(foreach option,SIZES PEERS ROUNDS PARTS,$(if $($(option)),--$(shell echo $(option) | tr A-Z a-z) $($(option))))

# Long on one core; `make mutants OF="studyguide.data.edtf.*"` takes a module, and tells what no test noticed.
mutants: $(VENV)/installed-mutants
	rm -rf mutants && mkdir mutants
	cp -R src tests docs glossary.yaml timeline.yaml bibliography.bib mkdocs.yml CONTRIBUTING.md README.md pyproject.toml mutants/
	cd mutants && nice ../$(BIN)/mutmut run --max-children 1 $(OF)
	cd mutants && ../$(BIN)/mutmut results | sed '/not checked/d'

# The environment is made anew when the lock changes: an update in place can break pandoc's two packages.
$(VENV)/installed: $(LOCK) pyproject.toml
	rm -rf $(VENV)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: try make PYTHON=python3.13")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --only-binary :all: -r $(LOCK)
	$(PIP) --no-build-isolation --editable .
	touch $@

$(VENV)/installed-test: $(VENV)/installed requirements-test.lock
	$(PIP) --require-hashes --only-binary :all: -r requirements-test.lock
	touch $@

$(VENV)/installed-mutants: $(VENV)/installed-test tests/mutants.lock
	$(PIP) --require-hashes --only-binary :all: -r tests/mutants.lock
	touch $@

# Not part of the tests: it needs Node, and its marks depend on how busy the machine is.
lighthouse: build $(VENV)/installed-test tests/lighthouse/node_modules/installed
	$(BIN)/python -m tests.lighthouse.measure

tests/lighthouse/node_modules/installed: tests/lighthouse/package-lock.json
	npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund
	touch $@

# messages.pot holds every message; each catalogue in src/studyguide/labels/catalogues/ gets those that are new.
labels: $(VENV)/installed-test
	$(BIN)/python -m tests.labels.extraction

# `make lock UPGRADE=` adds a package and moves no other.
UPGRADE ?= --upgrade
EXTRAS = arabic chinese chinese-traditional japanese korean hindi thai
PACKAGES_OF := import sys, tomllib; \
  extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
  print(*extras[sys.argv[1]], sep="\n")
COMPILE := $(BIN)/uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --no-emit-index-url
lock: $(VENV)/installed-test
	$(COMPILE) pyproject.toml --group build -o $(LOCK)
	$(COMPILE) --group test -c $(LOCK) -o requirements-test.lock
	$(COMPILE) --group properdocs -c $(LOCK) -o tests/compat/properdocs.lock
	$(COMPILE) --resolution lowest-direct pyproject.toml -o tests/compat/lowest.lock
	$(COMPILE) --group mutants -c requirements-test.lock -o tests/mutants.lock
	for extra in $(EXTRAS); do \
	  $(BIN)/python -c '$(PACKAGES_OF)' $$extra | $(COMPILE) - -o src/studyguide/authoring/font_locks/$$extra.lock || exit 1; \
	done

clean:
	rm -rf $(VENV) .cache mutants tests/pictures site.zip site chapters site.new site.old .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
