"""``python fuzz/run.py TARGET [SECONDS]`` feeds a target with ever new bytes until it breaks.

TARGET ``all`` takes each in turn. What is found new is kept in ``.cache/fuzz``, what breaks a
promise too; the committed seeds in ``fuzz/corpus`` are read and never written.
"""

import importlib
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
# Not this folder, whose csv.py would be taken for Python's; the project, and the package.
sys.path[0] = str(ROOT)
sys.path.insert(1, str(ROOT / "src"))
_SECONDS = 600


def _instrument() -> None:
    """Import all of the package, so that the fuzzer sees each branch of it."""
    with atheris.instrument_imports(include=["psm_core"]):
        import psm_core  # noqa: PLC0415 - the fuzzer has to watch

        for found in pkgutil.walk_packages(psm_core.__path__, "psm_core."):
            try:
                importlib.import_module(found.name)
            except ImportError:  # its extra is not needed here
                continue


def _words() -> Iterator[str]:
    """Yield what the package has a meaning for, as the lines of a dictionary of the fuzzer."""
    from fuzz.records import record_kinds  # noqa: PLC0415 - the fuzzer has to watch the import
    from psm_core import terms  # noqa: PLC0415 - as above
    from psm_core._core.record import record_info  # noqa: PLC0415 - as above
    from psm_core.regions import load_regions  # noqa: PLC0415 - as above
    from psm_core.tables import LAYOUTS  # noqa: PLC0415 - as above

    found = dict.fromkeys(("Kab. ", "Kec. ", "Desa ", "Kel. ", "Jl. ", "RT 02", "sep=", "ke-"))
    found |= dict.fromkeys(
        f'"{f.name}": ' for kind in record_kinds() for f in record_info(kind).fields
    )
    found |= dict.fromkeys(h for one in LAYOUTS for c in one.columns for h in c.headings)
    found |= dict.fromkeys(region.name for region in load_regions().children())
    for name in terms.__all__:
        vocabulary = getattr(terms, name)
        if isinstance(vocabulary, type) and issubclass(vocabulary, terms.Term):
            found |= dict.fromkeys(term.value for term in vocabulary)
    for word in found:
        yield '"{}"\n'.format("".join(f"\\x{byte:02x}" for byte in word.encode()))


def _run(name: str, seconds: int) -> None:
    """Feed one target. It ends the process."""
    _instrument()
    from fuzz import TARGETS  # noqa: PLC0415 - it imports the package

    target = TARGETS[name]
    kept = ROOT / ".cache" / "fuzz" / name
    kept.mkdir(parents=True, exist_ok=True)
    words = kept.parent / "words.dict"
    words.write_text("".join(_words()), encoding="ascii")
    arguments = [
        sys.argv[0],
        str(kept),
        str(ROOT / "fuzz" / "corpus" / name),
        f"-dict={words}",
        f"-max_len={target.longest}",
        f"-max_total_time={seconds}",
        f"-artifact_prefix={kept.parent}/broken-{name}-",
        "-len_control=0",  # long inputs from the start: most promises are about many of something
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, target.take)
    atheris.Fuzz()


def main(name: str, seconds: str = str(_SECONDS)) -> int:
    """Feed a target, or all of them, each in a process and with a folder of its own."""
    from fuzz import TARGETS  # noqa: PLC0415 - as above

    names = list(TARGETS) if name == "all" else [name]
    broken = 0
    for one in names:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            print(f"{one}: {seconds} s", flush=True)
            broken |= subprocess.call(
                [sys.executable, __file__, "--one", one, seconds], env={"TMPDIR": folder}
            )
    return broken


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        _run(sys.argv[2], int(sys.argv[3]))
    sys.exit(main(*sys.argv[1:]))
