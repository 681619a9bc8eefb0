"""``python fuzz/run.py TARGET [SECONDS]`` runs the fuzzer on a target.

TARGET ``all`` runs each in turn. New inputs, and inputs that break a property, are stored in
``.cache/fuzz``. The committed seeds in ``fuzz/corpus`` are only read.
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
# The project and the package, not this folder.
sys.path[0] = str(ROOT)
sys.path.insert(1, str(ROOT / "src"))
_SECONDS = 600


def _instrument() -> None:
    """Import the whole package with instrumentation, so that the fuzzer sees every branch."""
    with atheris.instrument_imports(include=["psm_core"]):
        import psm_core  # noqa: PLC0415 - instrumented

        for found in pkgutil.walk_packages(psm_core.__path__, "psm_core."):
            try:
                importlib.import_module(found.name)
            except ImportError:  # its extra is not needed here
                continue


def _words() -> Iterator[str]:
    """Yield the words of the package as lines of a libFuzzer dictionary."""
    from fuzz.records import record_kinds  # noqa: PLC0415 - after the instrumentation
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
    """Run one target; this ends the process."""
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
        f"-max_len={target.max_length}",
        f"-max_total_time={seconds}",
        f"-artifact_prefix={kept.parent}/broken-{name}-",
        "-len_control=0",  # long inputs from the start: most limits concern long input
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
    ]
    atheris.Setup(arguments, target.take)
    atheris.Fuzz()


def main(name: str, seconds: str = str(_SECONDS)) -> int:
    """Run a target, or all, each in its own process and folder."""
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
