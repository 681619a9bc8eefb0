"""The report of one page: counts, issues, next step, and no personal data."""

import re

import attrs
import pytest

from psm_core import Person, errors, tables
from psm_core.tables.reports.report_sections import _MAX_CODES


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


def test_report_of_a_folder_has_a_table_and_a_section_for_each_file(tmp_path):
    folder = tmp_path / "desa"
    texts = {"a.csv": "NIK,Nama\n1,Ani\n", "b/a.csv": "NIK,Nama\n9901014108900001,<Budi>\n"}
    for name, text in {**texts, "c.csv": "", "d.docx": "x"}.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, "utf-8")
    results = tables.read_all(folder, Person)
    tables.write_report(results, tmp_path / "laporan.html")
    page = (tmp_path / "laporan.html").read_text("utf-8")
    assert "Hasil pemeriksaan 3 berkas" in page
    assert "2 dari 3 berkas belum dapat dipakai." in page
    assert re.findall('<section id="(.*?)"><h2>(.*?)</h2>', page) == [
        ("f1", "a.csv"), ("f2", "b/a.csv"),
    ]  # fmt: skip
    line = '<a href="#f1">a.csv</a></td><td>warga</td>' + "".join(
        f'<td class="n">{count}</td>' for count in (1, 0, 1, 1, 0)
    )
    assert line in page
    assert "<tr><td>c.csv</td><td>Berkas " in page
    assert "yang tidak dibaca: d.docx." in page
    assert "Budi" not in page


def test_report_of_files_without_errors_says_so_in_english(tmp_path):
    (tmp_path / "a.csv").write_text("NIK,Nama\n9901014108900001,Ani\n", "utf-8")
    clean = tables.read_all([tmp_path / "a.csv"], Person)
    few = attrs.evolve(clean.results[0], issues=(), counts={"x": 1})
    none = tables.FileResults(())
    many = tables.FileResults((few,), left_out=(tmp_path / "x.pdf",) * 21)
    pages = []
    for number, results in enumerate((clean, many, none)):
        target = tmp_path / f"{number}.html"
        tables.write_report(results, target, language="en")
        pages.append(target.read_text("utf-8"))
    assert "All files can be used." in pages[0]
    assert "There are no errors." in pages[1]
    assert "x.pdf, \u2026." in pages[1]
    assert "Result of checking 0 files" in pages[2]


def test_files_of_several_drives_have_their_whole_names(tmp_path, monkeypatch):
    def no_common_path(_paths):
        raise ValueError

    (tmp_path / "a.csv").write_text("NIK,Nama\n9901014108900001,Ani\n", "utf-8")
    results = tables.read_all([tmp_path / "a.csv"], Person)
    monkeypatch.setattr("os.path.commonpath", no_common_path)
    tables.write_report(results, tmp_path / "laporan.html")
    assert f"<h2>{tmp_path / 'a.csv'}" in (tmp_path / "laporan.html").read_text("utf-8")
