# One command each. Needs Python 3.11+, make and git; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= build/akabar
STAMP := $(VENV)/.installed

# Tests run in several processes; without byte code each would compile all modules and tests again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test lint types layers docs bench bench-pages eval format clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt $(wildcard build_hooks/*.py)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=24"
	@echo "Installing Rashomon into $(VENV) (about a minute the first time) ..."
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $(STAMP)

demo: setup
	$(BIN)/rashomon run examples/akabar --out $(OUT)

test: setup lint
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup
	$(BIN)/python docs/make.py

bench: setup
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.linking
	$(BIN)/python -m benchmarks.writing

# The pages of a case: make bench-pages CASE=folder; without it one of 5,000 reports is made (RASHOMON_DATA, ten minutes).
bench-pages: setup
	$(BIN)/python -m benchmarks.workbench $(CASE)

# Needs the setting RASHOMON_DATA: the folder of the labelled sets (docs/evaluation.md).
eval: setup
	$(BIN)/rashomon score all

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
