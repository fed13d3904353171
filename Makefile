# `make run` and `make test` are all a newcomer needs; both set up .venv by themselves. `make help` lists the rest.

# The first of these that is 3.11 or later makes .venv; name another one with `make PYTHON=/path/to/python3`.
PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)
BIN := .venv/bin
STAMP := .venv/.ready
COVERAGE := 85
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup run test bench eval fit nightly clean
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z]*\):[^#]*## /make \1\t/p' Makefile

setup: $(STAMP) ## create .venv and install everything into it (done again only when the requirements change)
	@:

$(STAMP): requirements-dev.txt pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		for python in $(CANDIDATES); do \
			"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
			"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
				echo "$$python lacks venv or ensurepip. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }; \
			exec "$$python" -m venv .venv; \
		done; \
		echo "Python 3.11 or later was not found (looked for: $(CANDIDATES)); please install it." >&2; exit 1; }
	@echo "Installing into .venv (a few minutes the first time) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

run: setup ## start the bot: on Telegram with a token, else in a sandbox in the browser
	@$(BIN)/python -m bot

test: setup ## linters, types, import rules, all tests, answer quality
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --cov=knowledge --cov=bot --cov-report=term:skip-covered --cov-fail-under=$(COVERAGE)
	$(BIN)/python -m tests.answers.ratchet

bench: setup ## how fast: index, search, answers
	@$(BIN)/python -m tests.bench

eval: setup ## how right: every set of questions, and cross-validated by report (some minutes)
	@$(BIN)/python -m tests.answers.evaluate --folds 5

fit: setup ## fit the weights and the abstention line anew
	@$(BIN)/python -m tests.answers.fit

nightly: test ## everything that takes long: more examples of each property, figures of speed and rightness
	HYPOTHESIS_PROFILE=nightly $(BIN)/pytest -n 2
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.answers.evaluate
	@$(BIN)/python -m tests.answers.rewordings

clean: ## remove .venv and what the tools left behind
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage build *.egg-info
