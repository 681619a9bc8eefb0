"""The command on Parquet files: the same output as on CSV files with the same rows."""

import json
import sys

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from psm_core import Address, Person, columns, tables
from psm_core.cli.app import app
from psm_core.columns import parquet_files
from psm_core.columns.parquet_files import check_file, layout_of_file
from psm_core.columns.repeated_keys import SeenKeys

NIKS = [f"990101410890{number:04d}" for number in range(1, 20)]
PEOPLE = pa.table(
    {
        "NIK": [NIKS[0], "9901014", NIKS[1], "-", NIKS[0], NIKS[2], NIKS[0], NIKS[2]],
        "Nama": ["Ani", "Budi", "", "Dewi", "Ani", "Eka", "Ani", None],
        "Tanggal Lahir": ["1990-08-01", "1990-08-32", "1-8-1990", None, None, "1991", None, None],
        "No. HP": ["08000000123", "0800", None, None, None, None, None, None],
        "Hobi": ["x"] * 8,
    }
)


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def both(tmp_path):
    """Return a Parquet and a CSV file with the same rows."""
    parquet, text = tmp_path / "warga.parquet", tmp_path / "warga.csv"
    pq.write_table(PEOPLE, parquet, row_group_size=3)
    pyarrow.csv.write_csv(PEOPLE, text)
    return parquet, text


def test_output_and_exit_code_are_those_of_the_csv_file(both, monkeypatch):
    monkeypatch.setattr(parquet_files, "_BATCH_ROWS", 3)
    for words in (["--json", "--as-of", "2025-10-10"], ["--errors-only"], ["--summary"]):
        shown = [run("check", file, "--lang", "en", *words) for file in both]
        assert [one.exit_code for one in shown] == [1, 1]
        assert shown[0].stdout == shown[1].stdout.replace("warga.csv", "warga.parquet")
    document = json.loads(run("check", both[0], "--json").stdout)
    codes = {one["code"] for one in document["issues"]}
    assert {"nik.length", "table.person_duplicate", "field.missing"} <= codes


def test_report_is_written_and_annotated_copy_is_refused(both, tmp_path):
    report = tmp_path / "laporan.html"
    assert run("check", both[0], "--report", report).exit_code == 1
    assert "NIK harus 16 angka" in report.read_text("utf-8")
    refused = run("check", both[0], "--annotate", tmp_path / "x.xlsx")
    assert (refused.exit_code, "Parquet" in refused.stderr) == (2, True)
    converted = run("convert", both[0], tmp_path / "x.json")
    assert (converted.exit_code, "table.column_format" in converted.stderr) == (2, True)


def test_hints_do_not_name_the_annotated_copy(both, monkeypatch):
    monkeypatch.setattr("psm_core.cli.console._MAX_ISSUES", 1)
    for words, other in ((["--max", 1], "--report"), ([], "--json")):
        shown = [run("check", file, *words).stdout for file in both]
        assert ["--annotate" in one for one in shown] == [False, True]
        assert [other in one for one in shown] == [True, False]


def test_folder_and_pattern_are_read_and_a_person_of_two_files_is_found(both, tmp_path):
    both[1].unlink()
    pq.write_table(
        pa.table({"NIK": [NIKS[5], NIKS[0]], "Nama": ["F", "A"]}), tmp_path / "z.parquet"
    )
    for argument in (tmp_path, tmp_path / "*.parquet"):
        first, second = json.loads(run("check", argument, "--json").stdout)
        assert (first["rows_read"], second["rows_read"]) == (8, 2)
        (repeated,) = second["issues"]
        assert (repeated["row"], repeated["column"]) == (3, "A")
        assert repeated["params"] == {"file": "warga.parquet", "other": 2}
    assert run("check", tmp_path / "*.ods").exit_code == 2


def test_files_that_cannot_be_read_have_a_code(both, tmp_path):
    damaged = tmp_path / "damaged.parquet"
    damaged.write_bytes(both[0].read_bytes()[:-9])
    lists = tmp_path / "lists.parquet"
    pq.write_table(pa.table({"NIK": [[NIKS[0]]], "Nama": ["Ani"], "Anak": [["x"]]}), lists)
    for words, code in {
        (damaged,): "table.damaged",
        (lists,): "table.nested_column",
        (both[0], "--sheet", "A"): "table.no_sheet",
        (tmp_path / "none.parquet",): "table.no_file",
    }.items():
        shown = run("check", *words)
        assert shown.exit_code == 2
        assert code in shown.stderr or "tidak ada" in shown.stderr
        assert NIKS[0] not in shown.output
    with pytest.raises(FileNotFoundError):
        layout_of_file(tmp_path / "none.parquet", None, {})


def test_missing_extra_is_named_with_its_command(both, monkeypatch):
    monkeypatch.delitem(sys.modules, "psm_core.columns.parquet_files")
    monkeypatch.delitem(sys.modules, "psm_core.columns.arrow")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    shown = run("check", both[0])
    assert shown.exit_code == 2
    assert "pip install 'psm-core[columns]'" in shown.stderr


def test_issues_beyond_the_limit_are_counted(tmp_path, monkeypatch):
    first = PEOPLE.select(["NIK", "Nama", "Tanggal Lahir"])[:3]
    other = pa.table({"NIK": ["9901013208900001"], "Nama": ["F"], "Tanggal Lahir": ["1990-08-32"]})
    rows = pa.concat_tables([first, first, other])
    parquet, text = tmp_path / "warga.parquet", tmp_path / "warga.csv"
    pq.write_table(rows, parquet)
    pyarrow.csv.write_csv(rows, text)
    monkeypatch.setattr("psm_core.tables.results.MAX_ISSUES_PER_CODE", 1)
    monkeypatch.setattr(parquet_files, "MAX_ISSUES_PER_CODE", 1)
    called = []
    expected = tables.read(text, Person)
    found = check_file(parquet, Person, {}, SeenKeys(), called.append)
    assert set(found.issues) == set(expected.issues)
    assert found.counts == expected.counts
    assert found.error_counts == expected.error_counts
    assert called == [7]


def test_rows_without_a_number_are_not_compared(tmp_path):
    file = tmp_path / "alamat.parquet"
    pq.write_table(pa.table({"rt": ["001", "001"], "rw": ["002", "002"]}), file)
    found = check_file(file, Address, {}, SeenKeys())
    assert (found.rows_read, found.counts) == (2, {})


def test_index_of_pandas_without_a_name_is_not_read(tmp_path):
    pd = pytest.importorskip("pandas")
    pl = pytest.importorskip("polars")
    people = {"nik": NIKS[:2], "name": ["Ani", "Budi"]}
    frame = pd.DataFrame(people, index=[5, 9])
    table = pa.Table.from_pandas(frame)
    file = tmp_path / "warga.parquet"
    pq.write_table(table.select(["nik", "__index_level_0__", "name"]), file)
    assert layout_of_file(file, Person, {}).name == "psm-core"
    assert check_file(file, Person, {}, SeenKeys()).issues == ()
    for one in (frame, table, pl.from_arrow(table)):
        checked = columns.check(one, Person)
        assert (checked.summary.file_issues, checked.issues.num_rows) == ((), 0)
        read = tables.read_rows(one, Person)
        assert (read.issues, [person.name for person in read.records]) == ((), ["Ani", "Budi"])
        assert columns.records(one, Person) == read.records
    assert columns.count(table, Person, title="Warga", rows="name").summary.file_issues == ()
    named = columns.check(frame.rename_axis("hobi"), Person)
    assert [one.code for one in named.summary.file_issues] == ["table.column_unknown"]
