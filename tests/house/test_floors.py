"""Who may import whom, read from the code."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "psm_core"
FLOORS = [
    ["_messages", "_resources", "terms"],
    ["errors"],
    ["_text", "_packed"],
    ["_value"],
    ["region_code", "dates", "phone", "ids"],
    ["_personal_number"],
    ["nik", "kk", "regions"],
    ["__init__"],
]
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
THIRD_PARTIES = {"attrs"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.level, (node.module or "").split(".")[0], [n.name for n in node.names]
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield 0, name.name.split(".")[0], []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_lower_floors(path):
    depth = len(path.relative_to(PACKAGE).parts)
    for level, module, names in imports(path):
        if level != depth:  # not an import from the package root
            continue
        for target in [module] if module else names:
            assert FLOOR[target] < FLOOR[room(path)], target


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_declared_dependencies_are_imported(path):
    import sys

    for level, module, _ in imports(path):
        if level == 0 and module not in sys.stdlib_module_names:
            assert module in THIRD_PARTIES
