"""Build what is released and try it as others will get it; the bill of materials comes along.

The wheel made from the sdist has to be the wheel made from the tree, byte for byte. It is looked
into, installed where nothing else is, and the suite is run against it instead of the sources.
"""

import email
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

from _generated import ROOT

from psm_core import __version__

DIST = ROOT / "dist"
SUITE = ("tests/unit", "tests/wire", "tests/tables")
RUNTIME = {"attrs", "cattrs", "python-dateutil"}
NEEDED = {
    "py.typed",
    "_data/regions.bin",
    "_data/contract.json.bz2",
}


def run(*words: object, cwd: Path = ROOT) -> str:
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def need(holds: object, what: str) -> None:
    if not holds:
        sys.exit(f"not fit for release: {what}")


def built(folder: Path, source: Path, kind: str) -> Path:
    run(sys.executable, "-m", "build", "-q", "--no-isolation", f"--{kind}", "-o", folder, source)
    return next(folder.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def look_into(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        info = f"psm_core-{__version__}.dist-info/"
        told = email.message_from_bytes(archive.read(f"{info}METADATA"))
    need(all(name.startswith(("psm_core/", info)) for name in names), "the wheel holds other files")
    need({f"psm_core/{one}" for one in NEEDED} <= set(names), "the wheel lacks a file")
    need({f"{info}licenses/{one}" for one in ("LICENSE", "NOTICE")} <= set(names), "licences")
    need((told["Name"], told["Version"]) == ("psm-core", __version__), "name and version")
    need(told["License-Expression"] == "MIT", "the licence is told")
    asked = [one for one in told.get_all("Requires-Dist", []) if "extra ==" not in one]
    need({one.split(">")[0] for one in asked} == RUNTIME, "three runtime dependencies")
    need(told.get_payload(), "the README comes along")


def python_in(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def install(python: Path, *what: object) -> None:
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *what)


def main() -> None:
    shutil.rmtree(DIST, ignore_errors=True)
    with tempfile.TemporaryDirectory() as told:
        folder = Path(told)
        wheel, sdist = built(DIST, ROOT, "wheel"), built(DIST, ROOT, "sdist")
        with tarfile.open(sdist) as archive:
            archive.extractall(folder, filter="data")
        source = folder / f"psm_core-{__version__}"
        need((source / "tests").is_dir(), "the sdist has the tests")
        again = built(folder / "again", source, "wheel")
        need(again.read_bytes() == wheel.read_bytes(), "sdist and tree give one wheel")
        look_into(wheel)
        print(
            f"{wheel.name}: {wheel.stat().st_size:,} bytes; {sdist.name}: {sdist.stat().st_size:,}"
        )

        empty = python_in(folder / "empty")
        install(empty, wheel)
        one = "from psm_core import NIK; print(repr(NIK.parse('9901 0141 0890-0001')))"
        need("******" in run(empty, "-c", one, cwd=folder), "it is used where nothing else is")
        bill = DIST / f"psm-core-{__version__}.cdx.json"
        run(sys.executable, "-m", "cyclonedx_py", "environment", "--of", "JSON", "-o", bill, empty)
        print(f"{bill.name}: what is installed with it")

        tried = python_in(folder / "tried")
        install(tried, "--require-hashes", "-r", ROOT / "requirements" / "dev.txt")
        install(tried, "--no-deps", wheel)
        shutil.rmtree(source / "src")
        suite = run(tried, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SUITE, cwd=source)
        where = run(tried, "-c", "import psm_core; print(psm_core.__file__)", cwd=source)
        need("site-packages" in where, "the suite met the wheel")
        print(suite.splitlines()[-1], "against the wheel")


if __name__ == "__main__":
    main()
