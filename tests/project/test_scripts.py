"""Every benchmark, example and script runs on a small input."""

import ast
import importlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "examples", "tools", "fuzz", "mutation")
SCRIPTS = sorted(
    str(path.relative_to(ROOT)) for folder in FOLDERS for path in (ROOT / folder).glob("*.py")
)
PART = "part of another script"
GENERATOR = "test_public runs it with --check"
SPEED_PAGE = "benchmarks/speed_page.py runs it"
NETWORK = "it fetches packages, so it is only imported"
ABSENT = "it needs a tool that the tests do not have, so its imports are checked"
RUNS = {
    "benchmarks/import_time.py": ["--rounds", "1"],
    "benchmarks/nation.py": ["500", "--dirt", "0.2"],
    "benchmarks/regions.py": ["--count", "5", "--rounds", "1"],
    "benchmarks/speed_page.py": ["--small"],
    "examples/psm_workbook.py": ["{folder}"],
    "examples/temu_karya_2025.py": [],
    "tools/check_examples.py": [],
    "tools/import_tables.py": ["--rounds", "1"],
    "tools/population_proof.py": ["300"],
    "tools/walk.py": ["--list"],
}
"""Script → arguments with which it takes seconds. It returns 0 and prints something."""
IMPORTED = {
    "tools/check_dist.py": "it builds and installs the wheel; `make dist` runs it",
    "tools/check_links.py": "it reads the built site; `make docs` runs it",
    "tools/cross_check.py": NETWORK,
    "tools/import_regions.py": NETWORK,
}
"""Scripts that are only imported, which finds names that no longer exist."""
ELSEWHERE = {
    **{f"benchmarks/{name}.py": PART for name in ("extra_fast", "measure", "report", "samples")},
    **{
        f"benchmarks/{name}.py": SPEED_PAGE
        for name in ("classes", "documents", "growth", "memory", "tables")
    },
    "benchmarks/nation_rows.py": PART,
    "tools/_chromium.py": PART,
    "benchmarks/columns.py": "test_benchmarks runs it",
    "benchmarks/doubles.py": "test_benchmarks runs it",
    "tools/_code_groups.py": PART,
    "tools/_corpus_rules.py": PART,
    "tools/_engines.py": PART,
    "tools/_generated.py": PART,
    "tools/_java.py": PART,
    "tools/_nation_files.py": PART,
    "tools/_pins.py": PART,
    "tools/_report_picture.py": PART,
    "tools/_sheet_picture.py": PART,
    "tools/_svg.py": PART,
    "tools/_terminal_picture.py": PART,
    "tools/_tutorial.py": "test_tutorial runs it",
    "tools/chart_pictures.py": "it needs matplotlib, which is slow to import",
    "tools/django_pictures.py": "it needs Chromium",
    "tools/register_pictures.py": "it needs Chromium",
    "tools/retired_regions.py": PART,
    "tools/dask_proof.py": "it needs Dask; `make dask` runs it",
    "tools/spark_proof.py": "it needs Spark; `make spark` runs it",
    "tools/splink_proof.py": ABSENT,
    "tools/generate.py": "it runs the scripts that test_public and make docs run with --check",
    **dict.fromkeys((one for one in SCRIPTS if one.startswith("tools/build_")), GENERATOR),
    **{f"fuzz/{name}.py": PART for name in ("__init__", "_bytes", "_properties", "_workbooks")},
    **{f"fuzz/{name}.py": PART for name in ("files", "records", "texts")},
    **{
        f"fuzz/{name}.py": ABSENT
        for name in ("fastapi_service", "litestar_service", "run", "services")
    },
    **{f"mutation/{name}.py": ABSENT for name in ("forks", "operators", "run")},
}


def run(*arguments, folder):
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")
    }
    return subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={**environment, "PYTHONIOENCODING": "utf-8", "TMPDIR": str(folder)},
    )


def test_every_script_is_run_or_listed_with_a_reason():
    assert sorted({*RUNS, *IMPORTED, *ELSEWHERE}) == SCRIPTS


@pytest.mark.parametrize("script", RUNS)
def test_script_runs_on_a_small_count(script, tmp_path):
    arguments = [one.replace("{folder}", str(tmp_path)) for one in RUNS[script]]
    done = run(str(ROOT / script), *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout or script == "tools/check_examples.py"


@pytest.mark.parametrize("script", IMPORTED)
def test_script_that_needs_the_network_can_be_imported(script, tmp_path):
    program = f"import runpy; runpy.run_path({str(ROOT / script)!r}, run_name='imported')"
    program = f"import sys; sys.path.insert(0, {str(ROOT / 'tools')!r}); {program}"
    done = run("-c", program, folder=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("script", [one for one, why in ELSEWHERE.items() if why is ABSENT])
def test_imports_of_scripts_without_their_tool_exist(script):
    for node in ast.walk(ast.parse((ROOT / script).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("psm_core"):
            module = importlib.import_module(node.module)
            assert all(hasattr(module, name.name) for name in node.names)


def test_modules_and_tests_of_mutation_exist():
    groups = tomllib.loads((ROOT / "mutation" / "modules.toml").read_text("utf-8"))
    texts = list(strings(groups))
    paths = [one for one in texts if one.startswith(("tests/", "src/")) or one.endswith(".py")]
    assert texts
    for one in paths:
        path = one.partition("::")[0]
        assert (ROOT / path).exists() or (ROOT / "src" / "psm_core" / path).exists(), one


def strings(value):
    """Yield the strings of nested tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
