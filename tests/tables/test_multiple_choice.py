"""Several answers in one cell."""

import pytest

from psm_core import Event, Issue, ParseError, Person, tables
from psm_core.tables import Column, Layout
from psm_core.tables.cells.multiple_choice import answers
from psm_core.tables.cells.term_words import terms_of
from psm_core.terms import DisabilityType, EligibilityRequirement, EventKind

FISIK, SENSORIK, MENTAL = DisabilityType.FISIK, DisabilityType.SENSORIK, DisabilityType.MENTAL
INTELEKTUAL = DisabilityType.INTELEKTUAL


def read(text):
    value = terms_of((DisabilityType,), text)
    if isinstance(value, Issue):
        raise ParseError(value)
    return value


@pytest.mark.parametrize(
    "text",
    [
        "fisik; sensorik",
        "fisik, sensorik",
        "fisik,sensorik",
        "Fisik Sensorik",
        "fisik/sensorik",
        "fisik & sensorik",
        "fisik + sensorik",
        "fisik dan sensorik",
        "fisik, dan sensorik",
        "fisik serta sensorik",
        "fisik | sensorik",
        "fisik - sensorik",
        "fisik\nsensorik",
        "fisik\r\nsensorik\r\n",
        "- fisik\n- sensorik",
        "\u2022 fisik \u2022 sensorik",
        "1. fisik\n2. sensorik",
        "1) fisik 2) sensorik",
        "a. fisik; b. sensorik",
        "Disabilitas Fisik, Disabilitas Sensorik",
        "cacat fisik, tuna rungu",
        "tuna daksa cacat rungu/wicara",
        "fisik; sensorik;",
    ],
)
def test_answers_are_split_at_every_separator(text):
    assert read(text) == (FISIK, SENSORIK)


def test_entry_numbers_are_read_if_no_words_are_among_them():
    first, third = (one for one in DisabilityType if one.code in {"a", "c", "1", "3"})
    for text in (f"{first.code},{third.code}", f"{first.code}; {third.code}"):
        assert read(text) == (first, third)
    with pytest.raises(ParseError):
        read(f"{first.code} {third.label}")


def test_entry_that_contains_a_separator_is_one_answer():
    assert read("cacat rungu/wicara") == (SENSORIK,)
    assert read("cacat rungu/wicara, cacat mental/jiwa") == (SENSORIK, MENTAL)
    for term in (*EventKind, *EligibilityRequirement):
        assert terms_of((type(term),), term.label) == (term,)


def test_two_spellings_of_one_entry_are_one_answer():
    assert read("tuna netra, tuna rungu") == (SENSORIK,)
    assert read("fisik; fisik") == (FISIK, FISIK)


@pytest.mark.parametrize(
    "text", ["fisik; x", "fisik, x", "x fisik", "fisik dan", "dan", ";", "fisikal"]
)
def test_part_that_is_no_entry_is_rejected(text):
    if text == "fisik dan":
        assert read(text) == (FISIK,)
        return
    with pytest.raises(ParseError) as caught:
        read(text)
    assert caught.value.code == "term.unknown"


def test_long_text_is_rejected_quickly():
    assert len(terms_of((DisabilityType,), "; ".join(["fisik", "mental"] * 50))) == 100
    with pytest.raises(ParseError):
        read(" ".join(["fisik"] * 100))


def test_split_into_the_fewest_entries_is_chosen():
    known = {"ibu", "anak", "ibu hamil", "hamil", "anak dewasa", "ibu dan anak"}.__contains__
    assert answers("ibu hamil anak", known) == ["ibu hamil", "anak"]
    assert answers("ibu dan anak dewasa", known) == ["ibu", "anak dewasa"]
    assert answers("hamil ibu dan anak", known) == ["hamil", "ibu dan anak"]


def test_long_run_of_blanks_is_read_quickly():
    with pytest.raises(ParseError):
        read("fisik" + " " * 9_000 + "x")
    with pytest.raises(ParseError):
        read(" \n-" * 3_000)


def test_column_of_several_answers_is_read(tmp_path):
    columns = (Column("name", "nama"), Column("disabilities", "disabilitas"))
    layout = Layout("x", "x", Person, columns)
    path = tmp_path / "rows.csv"
    path.write_text('nama,disabilitas\nA,"fisik, mental"\nB,[]\nC,"fisik, x"\n', "utf-8")
    loaded = tables.read(path, Person, layout=layout)
    assert [one.disabilities for one in loaded.records] == [{FISIK, MENTAL}, set(), None]
    assert [(one.cell, one.code) for one in loaded.issues] == [("B4", "term.unknown")]
    head = "id,title,kind,other_kinds\n"
    path.write_text(head + "e1,Jambore,jambore,bakti-sosial dan temu-karya\n", "utf-8")
    (event,) = tables.read(path, Event).records_or_raise()
    assert event.other_kinds == {EventKind.parse("bakti-sosial"), EventKind.TEMU_KARYA}
