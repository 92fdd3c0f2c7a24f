# Guildmark: `make run` starts it with a demonstration, `make test` proves it. Needs python3 with venv, make and git.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements/setup.txt requirements/run.txt requirements/dev.txt
STAMP := $(VENV)/.installed
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help install run tour packages test check format bench interop lock words

help: ## what there is to make
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): $(LOCKS) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Guildmark needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Name another with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps -e .
	@touch $(STAMP)

install: $(STAMP) ## set up everything in .venv; start nothing

run: $(STAMP) ## start the workbench with its demonstration partnerships (PORT=8000)
	@$(BIN)/guildmark serve --demo --port $(PORT)

tour: $(STAMP) ## the same job on the command line: examples/ into var/demo/
	@$(BIN)/python examples/tour.py var/demo

check: $(STAMP) ## formatting, lint, types, layers, words
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

packages: # the browser of tests/browser and the device of tests/devices, from the system's packages
	@{ command -v chromium && command -v softhsm2-util; } >/dev/null || { [ "$$(id -u)" = 0 ] && { echo "Installing Chromium and SoftHSM …"; apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium softhsm2 >/dev/null; }; } || { echo "The tests need Chromium and SoftHSM. On Debian: sudo apt-get install chromium softhsm2"; exit 1; }

test: packages check ## everything that must hold: the checks, then all tests
	@$(BIN)/python -m pytest -q -n auto --dist loadgroup

format: $(STAMP) ## put the code into its one form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(STAMP) ## speed, as shares of the raw signature's in the same run (some seven minutes)
	@$(BIN)/python -m benchmarks

interop: packages $(STAMP) ## show what verifiers made by others say of our records (needs Node 18 or newer)
	@node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null || { echo "make interop needs Node 18 or newer: the peers are written in JavaScript. On Debian: sudo apt-get install nodejs npm"; exit 1; }
	@npm --prefix tests/interop ci --ignore-scripts --no-audit --no-fund --silent
	@$(BIN)/python -m pytest -q tests/browser/test_the_whole_journey.py
	@$(BIN)/python -m pytest -q tests/interop

words: $(STAMP) ## gather the sentences to translate into src/guildmark/words/locale
	@$(BIN)/python -m tools.words

lock: $(STAMP) ## renew the locked dependencies (hashes, no registry addresses)
	@$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet pyproject.toml -o requirements/run.txt
	@$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet pyproject.toml --group dev -o requirements/dev.txt
