"""The report of one page: counts, issues, next step, and no personal data."""

import re

import attrs
import pytest

from psm_core import Person, errors, tables
from psm_core.tables.html_report import _MAX_CODES


def report(tmp_path, text, name="warga.csv", **changes):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    result = attrs.evolve(tables.read(path, Person), **changes)
    target = tmp_path / "laporan.html"
    tables.write_report(result, target)
    return target.read_text("utf-8")


def test_report_has_counts_issues_cells_and_columns(tmp_path):
    page = report(tmp_path, "NIK,Nama\n99010141,Ani\n9901014108900001,Budi\n")
    assert "<b>2</b> baris dibaca" in page
    assert "<b>1</b> baris valid" in page
    assert "width:50%" in page
    assert "1 dari 2 baris belum dapat dipakai" in page
    assert "NIK harus 16 angka, tertulis 8. Salin ulang dari KTP atau KK." in page
    assert "<td>A2</td>" in page
    assert "A NIK" in page


def test_report_has_no_personal_data(tmp_path):
    page = report(tmp_path, "NIK,Nama,No. HP\n990101410890000X,Zubaidah,0800x\n123,Zulkifli,9\n")
    assert not re.search("990101|Zub|Zul|0800x", page)


def test_report_escapes_names_and_needs_no_network(tmp_path):
    page = report(tmp_path, "NIK,Nama\n1,Ani\n", name="<b>&.csv")
    assert "&lt;b&gt;&amp;.csv" in page
    assert "<b>&" not in page
    assert not re.search(r"<script|https?:|src=|url\(", page)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("NIK,Nama\n9901014108900001,Ani\n", "Semua baris valid, tanpa temuan."),
        ("NIK,Nama\n", "Tidak ada baris yang dibaca."),
        ("NIK,Nama,Agama\n9901014108900001,Ani,Xyz\n", "Tidak ada kesalahan."),
    ],
)
def test_report_says_what_to_do_next(tmp_path, text, sentence):
    assert sentence in report(tmp_path, text)


def test_report_of_file_error_without_invalid_row_asks_for_correction(tmp_path):
    issues = (
        errors.Issue("table.value_missing", params={"layout": "x", "path": "y", "what": "z"}),
    )
    page = report(tmp_path, "NIK,Nama\n9901014108900001,Ani\n", issues=issues)
    assert "Berkas belum dapat dipakai." in page
    assert "Kolom dengan temuan terbanyak" not in page


def test_report_counts_issue_codes_that_do_not_fit(tmp_path):
    issues = [
        errors.Issue(f"desa.{n}", row=2, column="A", sheet="Data") for n in range(_MAX_CODES + 2)
    ]
    page = report(tmp_path, "NIK,Nama\n9901014108900001,Ani\n", issues=tuple(issues), sheet="Data")
    assert "Ada 2 jenis temuan lain, sebanyak 2 temuan." in page
    assert "<td>A2</td>" in page


def test_long_names_are_shortened_in_report(tmp_path):
    page = report(tmp_path, "NIK,Nama\n9901014108900001,Ani\n", sheet="x" * 500)
    assert f"{'x' * 119}…" in page
    assert "x" * 120 not in page


def test_report_in_english(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama\n1,Ani\n", "utf-8")
    tables.write_report(tables.read(path, Person), tmp_path / "report.HTML", language="en")
    page = (tmp_path / "report.HTML").read_text("utf-8")
    assert '<html lang="en">' in page
    assert "What to do next" in page


def test_report_with_another_name_is_rejected(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama\n1,Ani\n", "utf-8")
    with pytest.raises(ValueError, match=r"must end with \.html"):
        tables.write_report(tables.read(path, Person), tmp_path / "report.pdf")
