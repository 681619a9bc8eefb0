"""Who may import whom, read from the code: at run time, in functions, and for type checkers."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "psm_core"
FLOORS = [
    ["_frozen"],
    ["_free_text", "_later", "_messages", "_resources", "_suppression"],
    ["_columns", "_counts", "_linked_suppression", "errors"],
    ["_linking", "_text"],
    ["_value", "terms"],
    ["_rules"],
    ["_shape", "region_code", "phone", "ids", "edition", "extensions"],
    ["_constructor", "_personal_number", "regions"],
    ["_model"],
    ["nik", "kk", "dates", "_assembling"],
    ["people", "offices", "facts", "programmes"],
    ["families", "organisations", "proceedings", "referrals"],
    ["workers", "beneficiaries", "events"],
    ["cases"],
    ["case_files"],
    ["_minors"],
    ["careers", "checks", "population", "privacy", "recaps", "wire"],
    ["tables"],
    ["_showing"],
    ["_terminal"],
    ["_commands"],
    ["_cli"],
    ["testing"],
    ["__init__", "__main__"],
]
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
THIRD_PARTIES = {
    "attrs": None,
    "cattrs": {("wire", "_reading"), ("wire", "_hooks")},
    "dateutil": {("dates",)},
    "hypothesis": {("testing", name) for name in ("_dirty", "_plugin", "_strategies")},
    "openpyxl": {("tables", "_extras")},
    "python_calamine": {("tables", "_legacy")},
    "rich": {("_showing",)},
    "typer": {("_commands",), ("_terminal",)},
}
"""Third party → the rooms that import it; None for all."""
WORLD = {"mmap", "os", "pathlib", "pkgutil", "resource", "subprocess", "tempfile", "zipfile"}
DOORS_TO_FILES = {"_commands", "_terminal", "_resources", "tables"}
CHANCE = ("population", "_chance")
"""Where chance has a seed: it is no hidden state, equal arguments give equal people."""
STOPWATCH = ("tables", "_reader_process")
"""Where seconds are counted, since a process may take no longer than some; no date comes of it."""
NOBODY = {"io", "logging", "random", "shutil", "socket", "time", "urllib"}
MODULES = sorted(PACKAGE.rglob("*.py"))
EACH = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))


def parts(path):
    return path.relative_to(PACKAGE).with_suffix("").parts


def imports(path):
    """Yield (whence, module, names): whence is None for a third party, else the package's parts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield None, name.name, []
        elif isinstance(node, ast.ImportFrom):
            names = [name.name for name in node.names]
            if node.level == 0:
                yield None, node.module, names
            else:
                yield parts(path)[: -node.level], node.module or "", names


def targets(path):
    """Yield the parts of each module of the package that a module imports."""
    for whence, module, names in imports(path):
        if whence is None:
            assert not module.startswith("psm_core"), "modules of the package import relatively"
            continue
        for name in [module] if module else names:
            yield (*whence, *name.split("."))


@EACH
def test_a_module_imports_only_lower_floors(path):
    own = parts(path)
    for target in targets(path):
        if len(own) > 1 and target[0] == own[0]:
            continue  # rooms of one sub-package; the loops are looked for below
        assert FLOOR[target[0]] < FLOOR[own[0]], target


def test_no_modules_import_each_other_in_a_circle():
    graph = {}
    for path in MODULES:
        own = parts(path)
        graph[own] = {
            target
            if (PACKAGE.joinpath(*target).with_suffix(".py")).is_file()
            else (*target, "__init__")
            for target in targets(path)
        }
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@EACH
def test_each_third_party_has_its_place(path):
    for whence, module, _ in imports(path):
        root = module.partition(".")[0]
        if whence is None and root not in sys.stdlib_module_names:
            assert root in THIRD_PARTIES
            assert THIRD_PARTIES[root] is None or parts(path) in THIRD_PARTIES[root]


@EACH
def test_files_are_opened_behind_few_doors_and_nobody_asks_the_world(path):
    roots = {module.partition(".")[0] for whence, module, _ in imports(path) if whence is None}
    allowed = {CHANCE: {"random"}, STOPWATCH: {"time"}}.get(parts(path), set())
    assert roots & NOBODY <= allowed
    assert not roots & WORLD or parts(path)[0] in DOORS_TO_FILES


@EACH
def test_a_room_stays_small(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    whole = sum(module.read_text(encoding="utf-8").count("\n") for module in MODULES)
    assert lines <= 600
    assert lines <= whole / 10
