"""Build wheel, sdist and bill of materials, and test the wheel as users install it.

The wheel built from the sdist must equal the wheel built from the repository, byte for byte. Its
contents are checked. It is installed alone, and the suite runs against it instead of the sources.
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
MAX_WHEEL_BYTES = 1_550_000
RUNTIME = {"attrs", "cattrs", "python-dateutil"}
REQUIRED_FILES = {
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


def require(condition: object, problem: str) -> None:
    if not condition:
        sys.exit(f"cannot be released: {problem}")


def build(folder: Path, source: Path, kind: str) -> Path:
    run(sys.executable, "-m", "build", "-q", "--no-isolation", f"--{kind}", "-o", folder, source)
    return next(folder.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def check_contents(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        info = f"psm_core-{__version__}.dist-info/"
        metadata = email.message_from_bytes(archive.read(f"{info}METADATA"))
    require(
        all(name.startswith(("psm_core/", info)) for name in names), "the wheel has other files"
    )
    require({f"psm_core/{one}" for one in REQUIRED_FILES} <= set(names), "the wheel lacks a file")
    require(
        {f"{info}licenses/{one}" for one in ("LICENSE", "NOTICE")} <= set(names),
        "the wheel lacks a licence",
    )
    require(
        (metadata["Name"], metadata["Version"]) == ("psm-core", __version__),
        "name or version is wrong",
    )
    require(metadata["License-Expression"] == "MIT", "the licence is not MIT")
    required = [one for one in metadata.get_all("Requires-Dist", []) if "extra ==" not in one]
    require(
        {one.split(">")[0] for one in required} == RUNTIME, "the runtime dependencies are others"
    )
    require(metadata.get_payload(), "the README is missing")


def python_in(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def install(python: Path, *what: object) -> None:
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *what)


def main() -> None:
    shutil.rmtree(DIST, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        wheel, sdist = build(DIST, ROOT, "wheel"), build(DIST, ROOT, "sdist")
        with tarfile.open(sdist) as archive:
            archive.extractall(folder, filter="data")
        source = folder / f"psm_core-{__version__}"
        require((source / "tests").is_dir(), "the sdist lacks the tests")
        again = build(folder / "again", source, "wheel")
        require(
            again.read_bytes() == wheel.read_bytes(), "the wheels of sdist and repository differ"
        )
        check_contents(wheel)
        require(wheel.stat().st_size <= MAX_WHEEL_BYTES, "the wheel is too large")
        print(
            f"{wheel.name}: {wheel.stat().st_size:,} bytes; {sdist.name}: {sdist.stat().st_size:,}"
        )

        python = python_in(folder / "python")
        install(python, wheel)
        code = "from psm_core import NIK; print(repr(NIK.parse('9901 0141 0890-0001')))"
        require(
            "******" in run(python, "-c", code, cwd=folder), "it does not work when installed alone"
        )
        bill = DIST / f"psm-core-{__version__}.cdx.json"
        run(sys.executable, "-m", "cyclonedx_py", "environment", "--of", "JSON", "-o", bill, python)
        print(f"{bill.name}: the installed packages")

        test_python = python_in(folder / "test_python")
        install(test_python, "--require-hashes", "-r", ROOT / "requirements" / "dev.txt")
        install(test_python, "--no-deps", wheel)
        shutil.rmtree(source / "src")
        suite = run(test_python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SUITE, cwd=source)
        where = run(test_python, "-c", "import psm_core; print(psm_core.__file__)", cwd=source)
        require("site-packages" in where, "the suite did not test the wheel")
        print(suite.splitlines()[-1], "against the wheel")


if __name__ == "__main__":
    main()
