"""Views in notebooks: masked, small, and escaped."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    BeneficiaryId,
    Case,
    CaseId,
    Issue,
    Person,
    PhoneNumber,
    RegionCode,
    Step,
    ValidationError,
    Worker,
    WorkerId,
    evolve,
    tables,
)
from psm_core._html import html_table
from psm_core.recaps import Recap
from psm_core.terms import StepKind
from psm_core.testing import records
from tests.project.records import RECORDS

DAY = date(2025, 10, 10)
NUMBER = "9901014108900001"
LARGEST = 60_000


class Cells(HTMLParser):
    """The cells of a table, by row."""

    def __init__(self, text):
        super().__init__()
        self.caption, self.rows, self._open = "", [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - as the base
        self._open = tag
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data):
        if self._open == "caption":
            self.caption += data
        else:
            self.rows[-1][-1] += data


def view(one):
    text = one._repr_html_()
    assert len(text) < LARGEST
    return Cells(text)


@given(data=st.data())
@settings(suppress_health_check=list(HealthCheck))
def test_view_of_a_record_shows_what_its_repr_shows(data):
    record = data.draw(records(data.draw(st.sampled_from(RECORDS))))
    found = view(record)
    assert found.caption == type(record).__name__
    assert found.rows[0] == ["field", "value"]
    masked = [row for row in found.rows if row[1] == "***"]
    assert bool(masked) <= ("***" in repr(record))


def test_view_of_a_record_has_paths_and_hides_people():
    person = Person(
        nik=NIK(NUMBER),
        name="Ani <Contoh>",
        phone=PhoneNumber("+628000000123"),
        domicile=Address(rt="003", region=RegionCode("63.10")),
    )
    worker = Worker(id=WorkerId("psm-1"), person=person)
    rows = dict(view(worker).rows[1:])
    assert rows["id"] == "psm-1"
    assert rows["person.nik, name, phone"] == rows["person.domicile.rt, region"] == "***"
    text = worker._repr_html_()
    assert not any(one in text for one in ("Contoh", "9901", "0123", "63.10"))


def test_view_of_a_large_record_is_cut(monkeypatch):
    step = Step(kind=StepKind.PENJANGKAUAN, date=DAY, minutes=30)
    steps = tuple(evolve(step, minutes=number) for number in range(1, 400))
    case = Case(id=CaseId("k-1"), beneficiary=BeneficiaryId("b-1"), steps=steps)
    rows = view(case).rows
    assert ["steps[2].minutes", "3"] in rows
    assert ["steps", "\u2026 396 more"] in rows
    monkeypatch.setattr("psm_core._core.record_view._MOST_ROWS", 5)
    assert view(case).rows[5:] == [["steps[0].minutes", "1"], ["\u2026", "\u2026"]]


def test_many_issues_are_cut_and_counted():
    issues = [Issue("nik.length", ("nik",), row=row, column="A") for row in range(1, 1001)]
    found = view(ValidationError(issues))
    assert found.caption == "1,000 issues"
    assert found.rows[1][:2] == ["A1 $.nik", "nik.length"]
    assert found.rows[-1] == ["\u2026 950 more"]


def test_result_of_a_table_shows_counts_and_a_line_for_each_code():
    rows = [{"NIK": NUMBER, "Nama": "Ani"}, {"NIK": "990101", "Nama": "Budi"}]
    result = tables.read_rows(rows, Person)
    assert repr(result) == "<TableResult warga: 2 rows, 1 records, 1 errors, 0 warnings>"
    found = view(result)
    assert found.caption == "warga: 2 rows, 1 records, 1 errors, 0 warnings"
    assert found.rows[1][:4] == ["error", "1", "nik.length", "A3"]
    assert NUMBER not in result._repr_html_()


def test_large_recap_keeps_its_totals_and_texts_are_escaped_and_cut():
    rows = [f"<b>{number}" for number in range(500)]
    columns = [f"c{number}" for number in range(40)]
    recap = Recap.of("A" * 300, rows, columns, {(rows[0], "c0"): 7})
    found = view(recap)
    assert found.caption == f"{'A' * 200}\u2026"
    assert found.rows[1][:2] == ["<b>0", "7"]
    assert len(found.rows[1]) == 21
    assert found.rows[-2:] == [["\u2026 450 more"], ["Jumlah", "7", *["0"] * 18, "\u2026"]]
    assert "<b>" not in recap._repr_html_()
    assert Cells(html_table("leer", ("a",), [])).rows == [["a"]]
