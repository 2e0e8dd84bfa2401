# Everything a person needs to do here. Only make and Python 3.11 or newer need to be installed.

# A Python of your own choice: make install PYTHON=/path/to/python3
PYTHON ?=
export PYTHON
# What to hand to pytest: make test ARGS="tests/rules -k tie"
ARGS ?=

BIN := .venv/bin
READY := .venv/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := game tests $(wildcard bench)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

.DEFAULT_GOAL := help
.PHONY: help install play test check bench

help: ## Say what each target does
	@sed -n 's/^\([a-z]*\):[^#]*## /\1|/p' Makefile | awk -F'|' '{printf "make %-8s %s\n", $$1, $$2}'

install: $(READY) ## Make .venv/ with the command .venv/bin/committee
	@echo "Ready: $(BIN)/committee, or make play."

play: $(READY) ## Play the game
	@$(BIN)/committee play

test: $(READY) ## Run the tests (some of them: ARGS="tests/rules -k tie")
	@$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(READY) ## Check layout, style, types and which room imports which
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy $(CODE)
	@$(BIN)/lint-imports --no-logo

bench: .venv/.rivals ## Measure speed against the budgets, and against plain loops and Mesa
	@$(BIN)/python -m bench $(ARGS)

# Nobody but the bench needs them: Mesa brings pandas and SciPy.
.venv/.rivals: $(READY)
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[bench]'
	@touch $@

# One venv, made anew only when it is missing or too old; the stamp is written last.
$(READY): pyproject.toml constraints.txt
	@if ! $(BIN)/python -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then \
	  found=; \
	  for python in $${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do \
	    if "$$python" -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then found=$$python; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    echo "No Python 3.11 or newer was found (tried: $${PYTHON:-python3.13 python3.12 python3.11 python3 python})."; \
	    echo "Install one, or name yours: make install PYTHON=/path/to/python3"; \
	    exit 1; \
	  fi; \
	  rm -rf .venv; \
	  "$$found" -m venv .venv || { \
	    rm -rf .venv; \
	    echo "$$found could not make a virtual environment; on Debian and Ubuntu, install python3-venv."; \
	    exit 1; }; \
	fi
	@echo "Installing into .venv ..."
	@$(PIP) install -c constraints.txt hatchling editables
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[dev]'
	@touch $(READY)
