"""Public names, generated files and the wheel."""

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import psm_core

ROOT = Path(__file__).parents[2]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check_examples = script("check_examples")


def test_every_public_name_has_a_docstring_and_an_example_that_runs():
    names = list(check_examples.public())
    assert len(names) > 100
    assert check_examples.lacking(names) == []


def test_lacking_lists_names_without_docstring_or_example():
    bare = check_examples.Public("psm_core.Bare", docstring=False, example=False)
    assert check_examples.lacking([bare]) == [
        "psm_core.Bare has no docstring",
        "psm_core.Bare has no example that runs",
    ]


def test_public_modules_are_attributes_of_the_package():
    for name in (
        "careers",
        "series",
        "checks",
        "population",
        "privacy",
        "recaps",
        "tables",
        "testing",
        "wire",
    ):
        assert psm_core.__getattr__(name) is getattr(psm_core, name)
        assert name in dir(psm_core)


@pytest.mark.parametrize("module", check_examples.FACES, ids=lambda module: module.__name__)
def test_each_public_module_lists_its_names_in_order(module):
    assert list(module.__all__) == sorted(
        module.__all__, key=lambda n: (not n.isupper(), not n[0].isupper(), n)
    )
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        assert getattr(module, name).__doc__


def test_package_only_reexports_names():
    for name in psm_core.__all__:
        assert getattr(psm_core, name).__module__ != "psm_core"


# `make docs` compares the catalogs, because it reads all pages anyway.
@pytest.mark.parametrize("step", [one for one in script("generate").STEPS if one != "catalogs"])
def test_generated_files_are_up_to_date(step):
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, ROOT / "tools" / f"build_{step}.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_wheel_is_small_and_has_its_data_files(tmp_path, monkeypatch):
    subprocess.run(  # noqa: S603 - our own project
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    monkeypatch.syspath_prepend(ROOT / "tools")
    assert wheel.stat().st_size <= script("check_dist").MAX_WHEEL_BYTES
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "psm_core/py.typed",
        "psm_core/_data/regions.bin",
        "psm_core/_data/contract.json.bz2",
        "psm_core/contrib/django/templates/psm_core/import.html",
    ):
        assert needed in names
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not any(name.startswith(("tests", "docs", "tools")) for name in names)
