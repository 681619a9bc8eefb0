"""Files compressed with gzip are read like the file inside, within limits."""

import gzip
import tempfile
from pathlib import Path

import openpyxl
import pytest

from psm_core import Person, TableError, tables
from psm_core.tables.files import gzip_files

FILES = Path(__file__).parent / "files"
TEXT = b"NIK,Nama\n9901014108900001,Ani Contoh\n990101,Budi Contoh\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return the folder of temporary files, which has to be empty at the end."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def compressed(path, content):
    path.write_bytes(gzip.compress(content))
    return path


def refusal(path):
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    return caught.value.code


@pytest.mark.usefixtures("folder")
class TestReading:
    def test_compressed_csv_is_read_by_its_content(self, tmp_path):
        path = compressed(tmp_path / "warga.csv.gz", TEXT)
        loaded = tables.read(path, Person)
        assert [person.name for person in loaded.records] == ["Ani Contoh"]
        assert [issue.cell for issue in loaded.issues] == ["A3"]
        assert (loaded.source, loaded.file_type) == (path, "csv")
        assert tables.detect_layout(path).name == "warga"

    def test_compressed_workbooks_are_read(self, tmp_path):
        book = openpyxl.Workbook()
        book.active.append(("NIK", "Nama"))
        book.active.append(("9901014108900001", "Ani"))
        book.save(tmp_path / "x.xlsx")
        path = compressed(tmp_path / "x.gz", (tmp_path / "x.xlsx").read_bytes())
        assert len(tables.read(path, Person).records) == 1
        legacy = compressed(tmp_path / "psm.xls.gz", (FILES / "psm.xls").read_bytes())
        assert tables.detect_layout(legacy).name == "psm-import"

    def test_several_compressed_parts_are_one_file(self, tmp_path):
        path = tmp_path / "warga.csv.gz"
        path.write_bytes(gzip.compress(TEXT) + gzip.compress(b",Citra Contoh\n"))
        assert tables.read(path, Person).rows_read == 3

    def test_copy_of_a_compressed_file_is_not_compressed(self, tmp_path):
        path = compressed(tmp_path / "warga.csv.gz", TEXT)
        loaded = tables.read(path, Person)
        tables.annotate(loaded, tmp_path / "diperiksa.csv", language="en")
        assert "A3: A NIK needs 16 digits" in (tmp_path / "diperiksa.csv").read_text("utf-8-sig")
        compressed(path, TEXT + b",Citra Contoh\n")
        with pytest.raises(TableError, match=r"table\.changed"):
            tables.annotate(loaded, tmp_path / "diperiksa.csv")


@pytest.mark.usefixtures("folder")
class TestLimits:
    def test_damaged_file_is_rejected(self, tmp_path):
        path = compressed(tmp_path / "warga.csv.gz", TEXT)
        path.write_bytes(path.read_bytes()[:-12])
        assert refusal(path) == "table.damaged"
        path.write_bytes(b"\x1f\x8bx")
        assert refusal(path) == "table.damaged"

    def test_empty_content_is_rejected(self, tmp_path):
        assert refusal(compressed(tmp_path / "warga.csv.gz", b"")) == "table.empty"

    def test_content_a_hundred_times_as_long_is_rejected(self, tmp_path):
        path = compressed(tmp_path / "warga.csv.gz", b"NIK,Nama\n" + b"," * (2 << 20))
        assert refusal(path) == "table.decompression_bomb"

    def test_content_above_the_limit_is_rejected(self, tmp_path, monkeypatch):
        monkeypatch.setattr(gzip_files, "MAX_UNPACKED", 1 << 20)
        path = compressed(tmp_path / "warga.csv.gz", bytes(range(32, 127)) * 12_000)
        assert refusal(path) == "table.too_big"
