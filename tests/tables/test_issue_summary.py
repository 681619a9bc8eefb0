"""Issues summed by severity and code."""

import pytest
from attrs import evolve

from psm_core import Issue, Person, Severity, tables
from psm_core.tables import results
from psm_core.tables.issue_summary import summarize


def lines(issues, **how):
    return summarize(issues, {}, {}, cells=5, **how)


def read(tmp_path, text, **options):
    path = tmp_path / "x.csv"
    path.write_text(text, "utf-8")
    return tables.read(path, Person, **options)


def test_summary_has_errors_first_then_the_most_frequent(tmp_path):
    result = read(
        tmp_path,
        "NIK,Nama,L/P,Agama,RT\n"
        "1,Ani,P,Kejawen,1\n"
        "12,Budi,L,Kejawen,satu\n"
        ",Citra,P,Kejawen,1\n"
        "123,Dedi,L,Islam,1\n",
    )
    assert [(one.severity.value, one.code, one.count, one.cells) for one in result.summary()] == [
        ("error", "nik.length", 3, ("A2", "A3", "A5")),
        ("error", "address.number", 1, ("E3",)),
        ("warning", "term.unknown", 3, ("D2", "D3", "D4")),
    ]
    assert result.summary(cells=1)[0].cells == ("A2",)
    assert result.error_counts == {"nik.length": 3, "address.number": 1}


def test_summary_counts_errors_and_warnings_of_one_code_separately():
    issues = [Issue("term.unknown"), Issue("term.unknown", severity=Severity.WARNING)]
    summary = summarize(issues, {"term.unknown": 5}, {"term.unknown": 2}, cells=5)
    assert [(one.severity.value, one.count) for one in summary] == [("error", 2), ("warning", 3)]


def test_summary_counts_issues_that_are_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "MAX_ISSUES_PER_CODE", 2)
    result = read(tmp_path, "NIK,Nama\n" + "1,Ani\n" * 5)
    (line,) = result.summary()
    assert (line.code, line.count, line.cells) == ("nik.length", 5, ("A2", "A3"))


def test_summary_of_a_result_without_counts_counts_the_listed_issues(tmp_path):
    result = evolve(read(tmp_path, "NIK,Nama\n1,Ani\n"), counts={}, error_counts={})
    assert [one.count for one in result.summary()] == [1]


def test_summary_text_joins_different_values_and_omits_what_is_long():
    of_lengths = [Issue("nik.length", params={"length": n}) for n in (8, 6, 8)]
    assert lines(of_lengths)[0].problem("id") == "NIK harus 16 angka, tertulis 8, 6."
    many = [Issue("nik.length", params={"length": n}) for n in range(5)]
    assert lines(many)[0].problem("id") == "NIK harus 16 angka, tertulis 0, 1, 2, …."
    long = [Issue("table.column_unknown", params={"heading": x * 40}) for x in "ab"]
    assert lines(long)[0].problem("en") == "The column is not known and was not read."
    (one,) = lines([Issue("nik.length", params={"length": 8}), Issue("nik.length")])
    assert one.problem("en") == "A NIK needs 16 digits."
    assert hash(one) == hash(one)


def test_summary_text_of_a_lenient_reading_says_that_the_value_was_left_out(tmp_path):
    (line,) = read(tmp_path, "NIK,Nama,RT\n,Ani,satu\n", lenient=True).summary()
    assert line.severity is Severity.WARNING
    assert line.problem("en").endswith("It was left out of the record.")
    assert line.problem("id").endswith("Isian ini tidak dimasukkan ke dalam data.")


def test_summary_text_of_an_application_defined_code_is_the_code():
    (line,) = lines([Issue("desa.x")])
    assert (line.problem(), line.cure(), line.cells) == ("desa.x", "", ())
    with pytest.raises(ValueError, match="unknown language"):
        line.cure("jv")
