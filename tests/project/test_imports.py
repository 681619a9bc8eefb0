"""Which modules an import loads, and what names imported on first use are."""

import importlib
import subprocess
import sys

import pytest

import psm_core
from psm_core import recaps, regions, tables, terms, testing, wire
from tests.project.test_layers import THIRD_PARTIES

FACE = {"", "_core", "_core.lazy"}
RECORD = {
    *("", "_frozen", "_paths", "errors", "errors.issues", "records", "records.people"),
    *("terms", "terms.disability", "terms.education", "terms.family_relations"),
    *("terms.life_status", "terms.marital_status", "terms.occupations", "terms.people"),
    *("terms.regions", "terms.religion", "terms.sources"),
    *("values", "values.date_range", "values.dates", "values.edition", "values.extensions"),
    *("values.kk", "values.nik", "values.partial_date", "values.personal_number"),
    *("values.phone", "values.region_code"),
}
"""What a person consists of: its values, and the vocabularies of its fields."""
NUMBER = {
    *(
        "",
        "_frozen",
        "_paths",
        "errors",
        "errors.issues",
        "terms",
        "terms.people",
        "terms.regions",
        "terms.sources",
    ),
    *("values", "values.nik", "values.personal_number", "values.region_code"),
}
WORK = {
    *("records.workers", "records.offices", "values.ids", "terms.assignments", "terms.events"),
    *("terms.pillars", "terms.psks", "terms.subjects"),
}
OTHERS = ("cattrs", "dateutil", "json", "mmap", "msgspec", "pathlib", "zipfile")
DOCUMENT = """
from psm_core import Person, wire
from psm_core.terms import NIKAbsence
person = Person(name='Contoh', nik_absence=NIKAbsence.TIDAK_DIKETAHUI)
assert wire.from_json(wire.to_json(person), Person) == person
"""
FACES = (psm_core, recaps, regions, tables, terms, testing, wire)
PACKAGES = pytest.mark.parametrize("package", FACES, ids=lambda package: package.__name__)


def run(code):
    """Return what a new interpreter prints."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def loaded(code):
    """Return the modules that a new interpreter has loaded after some code."""
    return set(run(f"{code}\nprint(*sys.modules)").split())


def ours(modules):
    """Return the names of our modules below `psm_core`."""
    return {
        name.removeprefix("psm_core").removeprefix(".")
        for name in modules
        if name.partition(".")[0] == "psm_core"
    }


def test_import_of_the_package_loads_no_other_module():
    modules = loaded("import psm_core")
    assert ours(modules) == FACE
    assert not {"attr", "attrs", "datetime", *OTHERS} & modules


def test_use_of_the_package_loads_no_framework():
    code = (
        "import psm_core\n"
        "from psm_core import errors, recaps, regions, tables, terms, wire\n"
        "for face in (psm_core, errors, recaps, regions, tables, terms, wire):\n"
        "    for name in face.__all__:\n"
        "        getattr(face, name)\n"
        f"{DOCUMENT}"
        "psm_core.forms.read({'name': 'Contoh'}, Person)\n"
    )
    frameworks = THIRD_PARTIES.keys() - {"attrs", "cattrs", "dateutil", "msgspec"}
    assert {"django", "fastapi", "litestar", "pydantic", "sqlalchemy", "typer"} < frameworks
    others = {"alembic", "import_export", "pandas", "polars", "sentry_sdk", "structlog"}
    assert not (frameworks | others) & loaded(code)


def test_plugin_of_pytest_needs_no_hypothesis():
    assert "hypothesis" not in loaded("from psm_core.testing import pytest_plugin")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("NIK", NUMBER), ("Person", RECORD), ("Worker", RECORD | WORK)],
)
def test_import_of_a_name_loads_only_what_it_consists_of(name, expected):
    modules = loaded(f"from psm_core import {name}")
    assert {one for one in ours(modules) if not one.startswith("_core")} == expected
    assert not set(OTHERS) & modules


def test_documents_of_a_class_need_no_other_record_and_not_cattrs():
    modules = loaded(DOCUMENT)
    records = {one for one in ours(modules) if one.startswith("records.")}
    assert records == {"records.people"}
    assert not {"cattrs", "pathlib"} & modules
    assert "_messages" not in ours(modules)


def test_messages_are_loaded_when_an_issue_is_described():
    code = "from psm_core import Issue; issue = Issue('nik.length')"
    assert "_messages" not in ours(loaded(code))
    assert "_messages" in ours(loaded(f"{code}; issue.describe()"))


def test_modules_of_the_package_are_attributes_of_it():
    names = run(
        "import psm_core\n"
        "for name in ('errors', 'regions', 'terms', 'wire'):\n"
        "    print(getattr(psm_core, name).__name__)"
    )
    assert names.split() == [f"psm_core.{name}" for name in ("errors", "regions", "terms", "wire")]


@PACKAGES
def test_every_public_name_is_listed_and_imported(package):
    names = run(f"import {package.__name__} as package; print(*dir(package))").split()
    assert set(package.__all__) <= set(names)
    star = run(f"from {package.__name__} import *\nprint(*dir())").split()
    assert set(package.__all__) <= set(star)


@PACKAGES
def test_each_lazy_name_is_defined_in_its_module(package):
    for module, names in package._NAMES.items():
        home = importlib.import_module(module, package.__name__)
        for name in names:
            assert getattr(package, name) is getattr(home, name)


def test_unknown_name_is_rejected():
    with pytest.raises(ImportError, match="cannot import name 'Pekerja'"):
        from psm_core import Pekerja  # noqa: F401
    with pytest.raises(AttributeError, match="module 'psm_core' has no attribute 'Pekerja'"):
        _ = psm_core.Pekerja


def test_threads_can_import_at_the_same_time():
    done = run(
        "import threading\n"
        "names = ('Event', 'Person', 'Worker', 'Case', 'NIK', 'load_regions', 'Beneficiary')\n"
        "start, found = threading.Barrier(2 * len(names)), []\n"
        "def use(name):\n"
        "    import psm_core\n"
        "    start.wait()\n"
        "    found.append(getattr(psm_core, name))\n"
        "threads = [threading.Thread(target=use, args=(name,)) for name in names * 2]\n"
        "for one in threads: one.start()\n"
        "for one in threads: one.join()\n"
        "print(len(found), len(set(found)))"
    )
    assert done.split() == ["14", "7"]
