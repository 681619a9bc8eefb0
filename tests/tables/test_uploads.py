"""Bytes and open files, such as uploads, are read and written like the files of paths."""

import gzip
import tempfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from psm_core import Address, Person, TableError, Worker, tables
from psm_core.tables.files import sources

TEXT = b"NIK,Nama\n9901014108900001,Ani\n99010141,Budi\n"
HOMES = (Address(rt="003"), Address(rt="004"))


def workbook(suffix="xlsx"):
    file = BytesIO()
    tables.write(HOMES, file, file_type=suffix)
    return file.getvalue()


def spooled(content):
    file = tempfile.SpooledTemporaryFile()  # noqa: SIM115 - each test closes it
    file.write(content)
    return file


class Upload:
    """What web frameworks have: a name, and a file that somebody has read already."""

    def __init__(self, content, name):
        self.file, self.filename = BytesIO(content), name
        self.file.read()

    def read(self, size=-1):
        return self.file.read(size)

    def seek(self, place):
        return self.file.seek(place)


class Pipe:
    """A file without a way back and without a name."""

    name = 7

    def __init__(self, content):
        self.read = BytesIO(content).read


def test_every_open_file_is_read_like_its_path(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_bytes(TEXT)
    expected = tables.read(path, Person)
    assert expected.has_path
    packed = gzip.compress(TEXT, mtime=0)
    with spooled(TEXT) as temporary, path.open("rb") as opened:
        files = {
            "<upload>": [TEXT, bytearray(TEXT), packed, BytesIO(TEXT), temporary, Pipe(TEXT)],
            "warga.csv": [
                opened,
                Upload(TEXT, r"C:\Data Ani\warga.csv"),
                Upload(TEXT, "a/warga.csv"),
            ],
        }
        for name, each in files.items():
            for file in each:
                found = tables.read(file, Person)
                assert (found.records, found.issues) == (expected.records, expected.issues)
                assert (str(found.source), found.has_path) == (name, False)
        assert not opened.closed
    assert str(tables.read(TEXT, Person, name="../x/Desa.csv").source) == "Desa.csv"
    assert tables.read(workbook(), Address).records == HOMES


def test_rows_are_streamed_and_layouts_detected_from_uploads(tmp_path):
    with tables.stream(BytesIO(TEXT), Person) as rows:
        assert [row.row for row in rows] == [2, 3]
    assert tables.detect_layout(TEXT).name == "warga"
    guess = tables.guess_layout(b"NIK,Nama Warga\n", name="Data Warga.csv")
    assert (guess.layout.name, guess.guesses[0].column.path) == ("data-warga", "nik")
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT)
    for source in (Upload(TEXT, "a.csv"), path):
        assert tables.guess_layout(source).layout.name == "a"


def test_no_temporary_file_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tables.read(TEXT, Person)
    with tables.stream(TEXT, Person):
        assert list(tmp_path.iterdir())
    with pytest.raises(TableError):
        tables.read(b"%PDF-1.7", Person)
    assert list(tmp_path.iterdir()) == []


def test_unreadable_upload_has_the_issue_of_its_content(monkeypatch):
    for content, code in ((b"", "table.empty"), (b"%PDF-1.7", "table.not_a_table")):
        with pytest.raises(TableError) as caught:
            tables.read(Upload(content, "Ani.csv"), Person)
        assert caught.value.code == code
        assert "Ani" not in str(caught.value)
    monkeypatch.setattr(sources, "MAX_UNPACKED", 10)
    for file in (TEXT, BytesIO(TEXT)):
        with pytest.raises(TableError) as caught:
            tables.read(file, Person)
        assert caught.value.code == "table.too_big"


def test_what_gives_no_bytes_is_refused():
    class Async:
        async def read(self, _):
            """Return nothing: nobody waits for it."""

    with pytest.raises(TypeError, match="binary mode"):
        tables.read(StringIO(TEXT.decode()), Person)
    with pytest.raises(TypeError, match="of an UploadFile, give its file"):
        tables.read(Async(), Person)
    with pytest.raises(TypeError, match="not int"):
        tables.read(3, Person)
    closed = BytesIO(TEXT)
    closed.close()
    with pytest.raises(ValueError, match="closed"):
        tables.read(closed, Person)


def test_several_uploads_have_their_names_and_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_bytes(TEXT)
    found = tables.read_all([TEXT, "a.csv", Upload(TEXT, "a.csv"), b"", BytesIO(b"")], Person)
    names = [str(one.source) for one in found.results]
    assert names == ["<upload>", "a.csv", "a (2).csv"]
    assert [str(one) for one in found.unreadable] == ["<upload> (2)", "<upload> (3)"]
    repeat = found.results[2].issues[0]
    assert (repeat.code, repeat.params["file"]) == ("table.person_duplicate", "<upload>")
    named = tables.read_all({"Desa A.csv": TEXT, "ignored": "a.csv"}, Person)
    assert [str(one.source) for one in named.results] == ["Desa A.csv", "a.csv"]
    for alone in (TEXT, BytesIO(TEXT)):
        assert len(tables.read_all(alone, Person).records) == 1
    folder = tables.read_all([Upload(TEXT, "a.csv"), "."], Person)
    assert [one.has_path for one in folder.results] == [False, True]


@pytest.mark.parametrize(("file_type", "mark"), [("csv", b"Temuan psm-core"), ("xlsx", b"PK")])
def test_copy_of_an_upload_is_written_to_a_response(file_type, mark, tmp_path):
    content = TEXT if file_type == "csv" else workbook()
    kind = Person if file_type == "csv" else Address
    found = tables.read(content, kind)
    suffix = tables.copy_suffix(found, source=content)
    assert suffix == f".{file_type}"
    response = BytesIO()
    tables.annotate(found, response, source=BytesIO(content), language="id")
    assert mark in response.getvalue()
    tables.annotate(found, tmp_path / f"copy{suffix}", source=content)
    with pytest.raises(TableError) as caught:
        tables.annotate(found, tmp_path / "copy.txt", source=content)
    assert caught.value.code == "table.copy_suffix"
    with pytest.raises(ValueError, match="source="):
        tables.annotate(found, response)
    with pytest.raises(TableError) as caught:
        tables.annotate(found, response, source=content + b"\n")
    assert caught.value.code == "table.changed"
    if file_type == "xlsx":
        with pytest.raises(ValueError, match="source="):
            tables.copy_suffix(found)
    with pytest.raises(ValueError, match="source="):
        tables.annotate(tables.read_rows([{"nik": "", "name": "Ani"}], Person), response)


def test_copy_of_a_path_to_an_open_file(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_bytes(TEXT)
    found = tables.read(path, Person)
    response = BytesIO()
    tables.annotate(found, response)
    assert b"Temuan" in response.getvalue()
    for source in (None, path):
        with pytest.raises(TableError) as caught:
            tables.annotate(found, path, source=source)
        assert caught.value.code == "table.copy_is_source"
    report = BytesIO()
    tables.write_report(tables.read(TEXT, Person, name="Desa.csv"), report)
    assert b"Desa.csv" in report.getvalue()


@pytest.mark.parametrize("file_type", ["csv", "xlsx"])
def test_records_tables_and_templates_are_written_to_open_files(file_type, tmp_path):
    assert tables.read(workbook(file_type), Address).records == HOMES
    template, recap = BytesIO(), BytesIO()
    tables.write_template(Worker, template, file_type=file_type)
    assert tables.detect_layout(template, record_class=Worker).record_class is Worker
    tables.write_table([["Uraian", "Jumlah"], ["Kasus", 3]], recap, file_type=file_type)
    assert recap.getvalue()
    path = tmp_path / "unduhan"
    tables.write(HOMES, path, file_type=file_type)  # whatever its name
    assert tables.read(path, Address).records == HOMES


def test_nothing_is_written_after_an_error_and_the_type_is_needed():
    file = BytesIO()
    with pytest.raises(ValueError, match=r"give file_type=csv or xlsx"):
        tables.write(HOMES, file)
    with pytest.raises(ValueError, match="choose from: csv, xlsx"):
        tables.write(HOMES, file, file_type="ods")
    with pytest.raises(TableError):
        tables.write_table([["x" * 40_000]], file, file_type="csv")
    assert file.getvalue() == b""


def test_uploads_of_web_frameworks_are_read():
    datastructures = pytest.importorskip("starlette.datastructures")
    uploads = pytest.importorskip("django.core.files.uploadedfile")
    upload = datastructures.UploadFile(spooled(TEXT), filename="warga.csv")
    with upload.file as file:
        found = tables.read(file, Person, name=upload.filename)
    assert (str(found.source), len(found.records)) == ("warga.csv", 1)
    form_file = uploads.SimpleUploadedFile("warga.csv", TEXT)
    assert form_file.read() == TEXT
    assert tables.read(form_file, Person).records == found.records
