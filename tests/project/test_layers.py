"""Which module may import which, read from the code, also in functions and for type checkers."""

import ast
import sys
from collections import defaultdict
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "psm_core"
LAYERS = [
    "_frozen",
    "_paths",
    "_messages",
    "_html",
    "errors",
    "_core",
    "terms",
    "law",
    "explanations",
    "values",
    "regions",
    "records",
    "careers",
    "series",
    "checks",
    "recaps",
    "privacy",
    "wire",
    "matching",
    "tables",
    "columns",
    "forms",
    "changes",
    "population",
    "testing",
    "contrib",
    "cli",
    "__init__",
    "__main__",
]
"""Packages and modules from bottom to top: each imports only those before it."""
LAYERS_OF_TABLES = [
    "cells",
    "files",
    "layouts",
    "flat",
    "headings",
    "readable_cells",
    "nested_cells",
    "writing",
    "issue_summary",
    "field_sources",
    "results",
    "rows",
    "read_options",
    "options",
    "templates",
    "layout_files",
    "block_rows",
    "sheet_reader",
    "table_reader",
    "table_opening",
    "reading",
    "python_rows",
    "single_rows",
    "several_files",
    "reports",
    "__init__",
]
"""The same for the largest package."""
THIRD_PARTIES = {
    "attrs": None,
    "cattrs": {
        *(("wire", name) for name in ("cattrs_errors", "cattrs_hooks")),
        ("contrib", "_litestar_bodies"),
    },
    "click": {("contrib", "click")},
    "dateutil": {("values", "dates")},
    "django": {
        ("contrib", "django", name)
        for name in (
            *("__init__", "_import_widgets", "admin", "apps", "base_field", "debug"),
            *("document_field", "form_fields", "import_export", "issues", "lookups"),
            *("model_fields", "rest_framework", "spectacular"),
        )
    },
    "drf_spectacular": {("contrib", "django", "spectacular")},
    "faker": {("contrib", "faker")},
    "fastapi": {("contrib", "fastapi")},
    "hypothesis": {
        ("testing", name) for name in ("corrupted", "edited_records", "plugin", "strategies")
    },
    "import_export": {("contrib", "django", name) for name in ("_import_classes", "import_export")},
    "msgspec": {("contrib", "_litestar_bodies"), ("wire", "structs")},
    "litestar": {
        ("contrib", name) for name in ("_litestar_bodies", "_litestar_schemas", "litestar")
    },
    "openpyxl": {("tables", "files", "extras")},
    "pyarrow": {
        ("columns", name)
        for name in (
            *("arrow", "check_results", "checking", "parsing", "record_schema", "record_tables"),
            *("redacted_tables", "regions", "result_tables"),
        )
    },
    "pydantic": {("contrib", "pydantic")},
    "pydantic_core": {("contrib", "pydantic")},
    "pytest": {("testing", "pytest_plugin")},
    "python_calamine": {("tables", "files", "reader_program")},
    "rest_framework": {("contrib", "django", "rest_framework")},
    "rich": {("cli", "console")},
    "sqlalchemy": {
        ("contrib", name) for name in ("_sqlalchemy_bases", "_sqlalchemy_errors", "sqlalchemy")
    },
    "starlette": {("contrib", "fastapi")},
    "typer": {
        ("contrib", "typer"),
        *(
            ("cli", name)
            for name in (
                *("_terminal", "app", "check_command", "contract_commands", "convert_command"),
                *(
                    "diff_command",
                    "duplicates_command",
                    "explain_command",
                    "file_options",
                    "map_command",
                    "nik_command",
                    "options",
                ),
                *("region_command", "template_command"),
            )
        ),
    },
}
"""Third party → the modules that import it; None for all."""
SYSTEM = {"mmap", "os", "pathlib", "pkgutil", "resource", "subprocess", "tempfile", "zipfile"}
OPENS_FILES = {("cli",), ("_core", "resources"), ("columns", "parquet_files"), ("tables",)}
RANDOM = ("population", "rng")
"""Draws from a seed: equal arguments give equal people."""
STOPWATCH = ("tables", "files", "reader_process")
"""Counts seconds, because a process may take only so long; no date comes of it."""
ALLOWED = {
    RANDOM: {"random"},
    STOPWATCH: {"time"},
    ("contrib", "logging"): {"logging"},
    ("testing", "pytest_plugin"): {"logging"},
}
FORBIDDEN = {"io", "logging", "random", "shutil", "socket", "time", "urllib"}
MODULES = sorted(PACKAGE.rglob("*.py"))
STUBS = sorted(PACKAGE.rglob("*.pyi"))


def parts(path):
    return path.relative_to(PACKAGE).with_suffix("").parts


@cache
def imports(path):
    """List (whence, module, names); whence is None for a third party, else the package's parts."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(None, name.name, []) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [name.name for name in node.names]
            if node.level == 0:
                found.append((None, node.module, names))
            else:
                found.append((parts(path)[: -node.level], node.module or "", names))
    return found


def targets(path):
    """Yield the parts of each module of the package that a module imports."""
    for whence, module, names in imports(path):
        if whence is None:
            assert not module.startswith("psm_core"), "modules of the package import relatively"
            continue
        for name in [module] if module else names:
            yield (*whence, *name.split("."))


def upward_imports(layers, below=()):
    """List (module, target) of the imports of a higher layer in a package.

    Cycles inside a layer are looked for below.
    """
    depth = len(below)
    return [
        (own, target)
        for path in (*MODULES, *STUBS)
        for own, target in ((parts(path), target) for target in targets(path))
        if own[:depth] == target[:depth] == below and len(target) > depth
        if own[depth] != target[depth]
        if layers.index(own[depth]) < layers.index(target[depth])
    ]


def test_module_imports_only_lower_layers():
    assert upward_imports(LAYERS) == []
    assert upward_imports(LAYERS_OF_TABLES, ("tables",)) == []


def test_every_package_is_a_layer():
    every = list(map(parts, MODULES))
    assert {own[0] for own in every} == set(LAYERS)
    assert {own[1] for own in every if own[0] == "tables"} == set(LAYERS_OF_TABLES)


def test_modules_have_no_import_cycle():
    graph = defaultdict(set)
    for path in (*MODULES, *STUBS):
        graph[parts(path)] |= {
            target
            if (PACKAGE.joinpath(*target).with_suffix(".py")).is_file()
            else (*target, "__init__")
            for target in targets(path)
        }
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


def roots(path):
    """Return the names of the libraries that a module imports, of Python or of third parties."""
    return {module.partition(".")[0] for whence, module, _ in imports(path) if whence is None}


def test_third_party_is_imported_in_its_modules_only():
    for path in MODULES:
        for root in roots(path) - sys.stdlib_module_names:
            assert root in THIRD_PARTIES, path
            assert THIRD_PARTIES[root] is None or parts(path) in THIRD_PARTIES[root], path


def test_files_clock_and_network_are_used_in_few_modules():
    for path in MODULES:
        own = parts(path)
        assert roots(path) & FORBIDDEN <= ALLOWED.get(own, set()), path
        may_open = any(own[: len(one)] == one for one in OPENS_FILES)
        assert may_open or not roots(path) & SYSTEM, path


def test_module_is_at_most_600_lines_and_a_tenth_of_the_package():
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    most = min(600, sum(lines.values()) / 10)
    assert [path for path, count in lines.items() if count > most] == []
