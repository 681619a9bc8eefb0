"""The packed table of regions, and how it is opened."""

import os
import subprocess
import sys
import zipfile
import zlib
from array import array
from pathlib import Path

import pytest

import psm_core
from psm_core import PsmError
from psm_core._core import resources
from psm_core._core.resources import open_packaged
from psm_core.regions.packed_table import MAGIC, NUMBERS, PackedRegions

WHOLE = bytes(open_packaged("regions.bin"))
HEAD_END = 16 + int.from_bytes(WHOLE[12:16], "little")
SIZES = dict(line.split() for line in WHOLE[16:HEAD_END].decode().split("\n") if line)


def signed(body):
    return MAGIC + zlib.crc32(body).to_bytes(4, "little") + body


def with_head(head):
    head_bytes = head.encode()
    return signed(len(head_bytes).to_bytes(4, "little") + head_bytes + WHOLE[HEAD_END:])


def with_sizes(**changed):
    return with_head("".join(f"{name} {size}\n" for name, size in (SIZES | changed).items()))


DAMAGED = {
    "nothing": b"",
    "another file": b"x" * 100,
    "cut short": WHOLE[:-8],
    "cut in the head": WHOLE[:40],
    "something behind": WHOLE + b"more",
    "one bit in a name": WHOLE[:-40_000] + bytes([WHOLE[-40_000] ^ 1]) + WHOLE[-39_999:],
    "one bit in a number": WHOLE[:4_000] + bytes([WHOLE[4_000] ^ 1]) + WHOLE[4_001:],
    "an older layout": b"psm-reg1" + WHOLE[8:],
    "a head without end": signed(b"\xff\xff\xff\x7f"),
    "a head of another shape": with_head("upper\n"),
    "a head that is not UTF-8": signed(WHOLE[12:16] + b"\xff" + WHOLE[17:]),
    "no sections": with_head("\n"),
    "a size that is no number": with_sizes(upper="x"),
    "half a number": with_sizes(upper="3"),
    "a table of another name": with_head(WHOLE[16:HEAD_END].decode().replace("aliases", "aliasez")),
}


@pytest.mark.parametrize("packed", DAMAGED.values(), ids=DAMAGED)
def test_damaged_table_raises_psm_error(packed):
    with pytest.raises(PsmError, match="install psm-core again"):
        PackedRegions(packed)


def test_missing_or_empty_file_raises_psm_error(tmp_path, monkeypatch):
    assert open_packaged("missing.bin") == b""
    (tmp_path / "regions.bin").touch()
    monkeypatch.setattr(resources, "_FOLDER", str(tmp_path))
    with pytest.raises(PsmError):
        PackedRegions(open_packaged("regions.bin"))


def test_other_byte_order_gives_the_same_regions():
    at, sections = HEAD_END, []
    for name, size in SIZES.items():
        section = WHOLE[at : at + int(size)]
        if name in NUMBERS:
            numbers = array(NUMBERS[name], section)
            numbers.byteswap()
            section = numbers.tobytes()
        sections.append(section.ljust(len(section) + -len(section) % 4, b"\0"))
        at += len(sections[-1])
    foreign = "big" if sys.byteorder == "little" else "little"
    swapped = PackedRegions(signed(WHOLE[12:HEAD_END] + b"".join(sections)), foreign)
    here = PackedRegions(WHOLE)
    assert list(swapped.items()) == list(here.items())
    assert swapped.name("6310092005") == "Angsana"
    assert swapped.table("iso") == here.table("iso")


def test_unknown_digits_have_no_row():
    table = PackedRegions(WHOLE)
    for digits in ("6300", "631000", "630001", "6300012001", "99", "9901", "6310092000"):
        assert table.name(digits) is None


def test_every_row_is_found_by_its_digits():
    table = PackedRegions(WHOLE)
    found = list(table.items())
    assert len(found) == len(table) == 91599
    assert [digits for digits, _ in found] == list(table.below())
    assert all(table.name(digits) == name for digits, name in found)


FORKED = """
import os
from psm_core import RegionCode, load_regions
asked = [load_regions()[RegionCode("63.10")].name]
if child := os.fork():
    assert os.waitpid(child, 0)[1] == 0
else:
    asked.append(load_regions()[RegionCode("63.71")].name)
print(asked, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_table_is_readable_after_a_fork():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FORKED], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["['Tanah Bumbu', 'Banjarmasin']", "['Tanah Bumbu']"]


def test_regions_are_read_out_of_a_zip(tmp_path):
    package = Path(psm_core.__file__).parent
    archive = tmp_path / "psm.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in package.rglob("*"):
            if path.suffix in {".py", ".bin"}:
                zipped.write(path, f"psm_core/{path.relative_to(package)}")
    code = (
        "import psm_core; r = psm_core.load_regions();"
        " print(psm_core.__file__, r[psm_core.RegionCode('63.10')].name)"
    )
    environment = {**os.environ, "PYTHONPATH": str(archive)}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout.strip().endswith("Tanah Bumbu")
    assert "psm.zip" in done.stdout
