# The front door.  `make help` lists what can be done here.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

# Some machines tell Python to keep nothing that it compiled: then each of the hundreds of
# short programs that the tests start would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
ROOMS := $(wildcard service cli tests benchmarks)
# One worker more than there are cores: each waits now and then, for a browser, a database
# or a program that it started.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
# PYTEST adds to the command line: make test PYTEST="tests/decision -x"
# SCREENSHOTS keeps a picture of every page in var/screenshots:
#   make test PYTEST=tests/web/browser SCREENSHOTS=yes
PYTEST ?=
export SCREENSHOTS

.PHONY: help setup run test check format bench openapi pictures migration lock

help: ## Say what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## Make .venv as the locks say; does nothing when it is as they say
	@requirements/install.sh

run: setup ## Start the service on this machine, with an example organisation the first time
	@$(BIN)/obstat dev first-run

test: setup ## Run every test
	@requirements/browser.sh
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST)

check: setup ## Formatting, lint, types, and who imports whom
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict $(ROOMS)
	@$(BIN)/lint-imports --no-logo

format: setup ## Format the code and mend what can be mended safely
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: setup ## Measure speed on this machine
	@$(BIN)/python -m benchmarks

openapi: setup ## Write openapi/openapi.json anew
	@$(BIN)/obstat dev openapi

pictures: setup ## Take the pictures of the guides anew
	@requirements/browser.sh
	@$(BIN)/python -m pytest -q -n 0 tests/web/browser/test_guide.py -k checks_the_beach
	@cp var/screenshots/check.??.png var/screenshots/answer.??.png docs/pictures/

migration: setup ## Draft a migration: make migration m="Add a table for leaflets"
	@test -n "$(m)" || { echo 'say what changes: make migration m="Add a table for leaflets"' >&2; exit 2; }
	@$(BIN)/obstat dev migration "$(m)"

lock: setup ## Pin the newest versions that requirements/*.in allow (needs the network)
	@requirements/lock.sh
