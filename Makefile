# The verbs of the project. Each one prepares what it needs by itself; the second run is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types lowest changelog clean

demo: $(VENV)/.runtime
	$(BIN)/python examples/first_values.py

test: $(VENV)/.dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -p no:xdist
	$(BIN)/coverage report

# What CI runs: style, types, the lower bounds of the dependencies.
check: lint types lowest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy
	$(BIN)/pyright
	env PYTHONPATH=src $(BIN)/pyright --verifytypes psm_core --ignoreexternal

# The suite on the smallest versions that pyproject.toml promises.
lowest: .venv-lowest/.ready
	.venv-lowest/bin/python -m pytest -q -x -p no:cacheprovider tests/unit

changelog: $(VENV)/.dev
	$(BIN)/towncrier build --draft

$(VENV)/.runtime: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.dev: pyproject.toml requirements/dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.runtime

.venv-lowest/.ready: pyproject.toml requirements/lowest.txt requirements/dev.txt
	test -x .venv-lowest/bin/python || $(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/lowest.txt
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

clean:
	rm -rf $(VENV) .venv-lowest build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
