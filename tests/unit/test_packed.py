"""The packed table of regions, and how it is opened."""

import json
import os
import subprocess
import sys
import zipfile
from array import array
from pathlib import Path

import pytest

import psm_core
from psm_core import PsmError, _resources
from psm_core._packed import MAGIC, SECTIONS, PackedRegions
from psm_core._resources import open_packaged

WHOLE = bytes(open_packaged("regions.bin"))
HEAD_END = 12 + int.from_bytes(WHOLE[8:12], "little")


def with_head(head):
    told = head.encode()
    return MAGIC + len(told).to_bytes(4, "little") + told + WHOLE[HEAD_END:]


def with_sizes(**changed):
    head = json.loads(WHOLE[12:HEAD_END])
    return with_head(json.dumps(head | {"sizes": head["sizes"] | changed}))


DAMAGED = {
    "nothing": b"",
    "another file": b"x" * 100,
    "cut short": WHOLE[:-8],
    "cut in the head": WHOLE[:40],
    "something behind": WHOLE + b"more",
    "a head without end": MAGIC + b"\xff\xff\xff\x7f",
    "a head that is no JSON": with_head("{"),
    "a head of another shape": with_head("[]"),
    "a head that is not UTF-8": WHOLE[:12] + b"\xff" + WHOLE[13:],
    "no sizes": with_head("{}"),
    "a size that is no number": with_sizes(upper="1"),
    "half a number": with_sizes(upper=3),
}


@pytest.mark.parametrize("packed", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_table_is_told_in_plain_words(packed):
    with pytest.raises(PsmError, match="install psm-core again"):
        PackedRegions(memoryview(packed))


def test_a_missing_or_empty_file_is_a_damaged_table(tmp_path, monkeypatch):
    assert open_packaged("missing.bin") == b""
    (tmp_path / "regions.bin").touch()
    monkeypatch.setattr(_resources, "_FOLDER", str(tmp_path))
    with pytest.raises(PsmError):
        PackedRegions(open_packaged("regions.bin"))


def test_a_machine_of_the_other_byte_order_reads_the_same():
    at, sections = HEAD_END, []
    sizes = json.loads(WHOLE[12:HEAD_END])["sizes"]
    for name, code in SECTIONS.items():
        padded = sizes[name] + -sizes[name] % 4
        numbers = array(code, WHOLE[at : at + sizes[name]])
        numbers.byteswap()
        sections.append(numbers.tobytes().ljust(padded, b"\0"))
        at += padded
    foreign = "big" if sys.byteorder == "little" else "little"
    swapped = PackedRegions(memoryview(WHOLE[:HEAD_END] + b"".join(sections)), foreign)
    here = PackedRegions(memoryview(WHOLE))
    assert list(swapped.rows()) == list(here.rows())
    assert list(swapped.named("angsana")) == list(here.named("angsana"))
    assert swapped.name("6310092005") == "Angsana"
    assert swapped.successor("9101") == ("9301", "UU 14/2022")


def test_the_number_00_is_nobodys():
    table = PackedRegions(memoryview(WHOLE))
    for digits in ("6300", "631000", "630001", "6300012001"):
        assert table.name(digits) is None
    assert table.successor("910100") is None


FORKED = """
import os
from psm_core import RegionCode, bundled
asked = [bundled()[RegionCode("63.10")].name]
if child := os.fork():
    assert os.waitpid(child, 0)[1] == 0
else:
    asked.append(bundled()[RegionCode("63.71")].name)
print(asked, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_fork_reads_on():
    told = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FORKED], env=told, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["['Tanah Bumbu', 'Banjarmasin']", "['Tanah Bumbu']"]


def test_the_regions_are_read_out_of_a_zip(tmp_path):
    package = Path(psm_core.__file__).parent
    archive = tmp_path / "psm.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in package.rglob("*"):
            if path.suffix in {".py", ".bin"}:
                zipped.write(path, f"psm_core/{path.relative_to(package)}")
    code = (
        "import psm_core; r = psm_core.bundled();"
        " print(psm_core.__file__, r[psm_core.RegionCode('63.10')].name)"
    )
    told = {**os.environ, "PYTHONPATH": str(archive)}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        env=told,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout.strip().endswith("Tanah Bumbu")
    assert "psm.zip" in done.stdout
