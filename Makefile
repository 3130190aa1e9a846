# `make site` and `make test` need git, Python 3.11 or newer and make; everything else they set up themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# How many tests run at once: the browser tests are the slow ones, and two fit on the smallest machine.
WORKERS ?= 2

export NO_MKDOCS_2_WARNING := 1
# Where Python may not keep what it has compiled, each command compiles the generator anew, which takes half a second.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup site serve test check spelling lint fix schema lock clean

help: ## Vis kommandoerne
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.site ## Hent, hvad siden skal bruge

site: $(VENV)/.site ## Byg siden i site/
	@$(BIN)/pejl build

serve: $(VENV)/.site ## Vis siden, mens du retter
	@$(BIN)/pejl serve

test: $(VENV)/.dev ## Kør alle test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: lint spelling ## Tjek kode, data og stavning
	@$(BIN)/pejl check

spelling: site $(VENV)/.dev
	@$(BIN)/python tests/spelling.py site

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/zizmor --offline --quiet .github
	@! command -v actionlint >/dev/null || actionlint

fix: $(VENV)/.dev ## Ret kodens form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

schema: $(VENV)/.site ## Skriv skemaer og id'er til din editor
	@$(BIN)/pejl schema

lock: ## Lås afhængighederne på ny (kræver uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --quiet --upgrade pyproject.toml --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --quiet --upgrade --extra dev --constraint requirements.txt \
		pyproject.toml --output-file requirements-dev.txt

clean: ## Slet alt, som kan laves igen
	rm -rf $(VENV) site .*_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pejl needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@echo "Laver et Python-miljø i $(VENV)/ …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Henter, hvad siden skal bruge …"
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.site
	@echo "Henter, hvad testene skal bruge …"
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
