"""Files with labels for headings are known as our own, and read back equal."""

import csv
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    PartialDate,
    Person,
    TableError,
    Worker,
    WorkerId,
    evolve,
    tables,
)
from psm_core._core.field_paths import field_type_at, steps_of
from psm_core._core.field_types import unwrap
from psm_core._core.record import is_record_class, record_info
from psm_core._messages.field_labels import label_of
from psm_core.tables.flat import record_layout
from psm_core.tables.layouts.export_headings import export_heading, export_mark, steps_of_heading
from psm_core.tables.layouts.layout import folded
from psm_core.tables.readable_cells import ReadableCells
from psm_core.terms import DisabilityType, NIKAbsence, Sex
from psm_core.testing import records
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS

CLASSES = sorted(NAMES, key=lambda one: one.__name__)


def nested(record_class, seen):
    """Return a record class and those of its fields."""
    if record_class not in seen:
        seen[record_class] = None
        for field in record_info(record_class).fields:
            inner = unwrap(field.type).python_type
            if is_record_class(inner):
                nested(inner, seen)
    return seen


@pytest.mark.parametrize("record_class", CLASSES)
@given(data=st.data())
@EACH_CLASS
def test_records_with_labels_for_headings_read_back_equal(tmp_path_factory, record_class, data):
    record = data.draw(records(record_class))
    for language, ending in (("id", "csv"), ("id", "xlsx"), ("en", "csv")):
        path = tmp_path_factory.mktemp("out") / f"out.{ending}"
        tables.write([record, record], path, headings=language)
        loaded = tables.read(path, record_class)
        assert loaded.records_or_raise() == (record, record)
        assert loaded.layout == "psm-core"
        assert not any(one.code.startswith("table.column") for one in loaded.issues)
        assert tables.detect_layout(path).record_class is record_class


@pytest.mark.parametrize("record_class", nested(Worker, {}) | dict.fromkeys(CLASSES))
def test_each_field_has_another_label(record_class):
    labels = {}
    for one in nested(record_class, {}):
        for field in record_info(one).fields:
            for language in ("id", "en"):
                label = label_of(one, field.name, language)
                assert ":" not in label
                assert " / " not in label
                assert labels.setdefault((one, folded(label)), field.name) == field.name


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("record_class", CLASSES)
def test_each_path_has_one_heading_that_means_it(record_class, language):
    headings = {}
    for column in record_layout(record_class).columns:
        for number in (0, 1, 11):
            steps = tuple(number if s == 0 else s for s in steps_of(column.path))
            heading = export_heading(record_class, steps, language)
            assert steps_of_heading(record_class, heading) == steps
            assert headings.setdefault(folded(heading), steps) == steps


@pytest.mark.parametrize(
    "heading",
    ["", "Hobi", "NIK: Nomor", "Keaktifan 2", "Penugasan: Mulai", "Penugasan 0: Mulai", "Orang: X"],
)
def test_other_heading_means_no_path(heading):
    assert steps_of_heading(Worker, heading) is None


PEOPLE = (
    Person(
        name="Ani",
        nik=NIK("9901014108900001"),
        sex=Sex.PEREMPUAN,
        birth_date=date(1990, 8, 1),
        disabilities=frozenset(),
        domicile=Address(rt="003"),
    ),
    Person(
        name="Budi",
        nik_absence=NIKAbsence.BELUM_MEMILIKI,
        birth_date=PartialDate("1957"),
        disabilities=frozenset({DisabilityType.FISIK, DisabilityType.MENTAL}),
    ),
)


def test_cells_are_written_as_people_read_them(tmp_path):
    tables.write(PEOPLE, tmp_path / "out.csv", headings="id")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        first, ani, budi = csv.reader(file)
    assert dict(zip(first, ani, strict=True)) == {
        "NIK": "9901014108900001",
        "Alasan tanpa NIK": "",
        "Nama Lengkap": "Ani",
        "Jenis Kelamin": "Perempuan",
        "Tanggal Lahir": "01-08-1990",
        "Jenis Disabilitas": "Tidak ada",
        "Domisili: RT": "003",
        "psm-core: Person": "",
    }
    assert budi[1] == NIKAbsence.BELUM_MEMILIKI.label
    assert budi[4:6] == ["1957", "Disabilitas fisik; Disabilitas mental"]


def test_dates_are_dates_in_a_workbook_unless_spreadsheets_lack_them(tmp_path):
    people = [evolve(PEOPLE[0], birth_date=date(year, 8, 1)) for year in (1990, 1900, 1849)]
    tables.write(people, tmp_path / "out.xlsx", headings="en")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Data"]
    place = [cell.value for cell in sheet[1]].index("Birth date")
    column = [sheet.cell(row, place + 1) for row in (2, 3, 4)]
    assert (column[0].value, column[0].number_format) == (datetime(1990, 8, 1), "dd-mm-yyyy")
    assert [cell.value for cell in column[1:]] == ["01-08-1900", "1849-08-01"]
    assert tables.read(tmp_path / "out.xlsx", Person).records == tuple(people)


def with_cells(path, changes, *, add=()):
    """Change cells of a CSV file by their heading, in the row of the first record."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    for heading, text in changes.items():
        rows[1][rows[0].index(heading)] = text
    rows[0] += add
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def test_edited_file_is_read_with_its_changes(tmp_path):
    path = tmp_path / "out.csv"
    tables.write(PEOPLE, path, headings="id")
    changes = {"Nama Lengkap": "Ani, S.Sos", "Tanggal Lahir": "-", "Domisili: RT": "\u2013"}
    with_cells(path, changes, add=["person.hobi", "Hobi", "birth_place"])
    loaded = tables.read(path, Person)
    assert loaded.layout == "psm-core"
    assert [one.code for one in loaded.issues] == ["table.column_unknown"] * 2
    assert loaded.records == (
        evolve(PEOPLE[0], name="Ani, S.Sos", birth_date=None, domicile=None),
        PEOPLE[1],
    )


def test_dash_in_a_text_field_stays_a_dash(tmp_path):
    tables.write([Address(street="-")], tmp_path / "out.csv", headings="id")
    assert tables.read(tmp_path / "out.csv", Address).records == (Address(street="-"),)


def test_heading_in_both_languages_fills_a_field_once(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text(
        "Nama Lengkap,Name,Alasan tanpa NIK,NIK,psm-core: Person\nAni,Budi,belum memiliki,,\n"
    )
    loaded = tables.read(path, Person)
    assert [one.code for one in loaded.issues] == ["table.column_redundant"]
    path.write_text("NIK,nik,Nama Lengkap,psm-core: Person\n,,Ani,\n")
    with pytest.raises(TableError, match=r"table\.column_duplicate"):
        tables.read(path, Person)


def test_labels_without_the_mark_are_headings_of_a_template(tmp_path):
    path = tmp_path / "out.csv"
    tables.write(PEOPLE, path, headings="id")
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace(export_mark(Person), "Lain"), "utf-8")
    assert tables.detect_layout(path).name != "psm-core"


def test_export_of_workers_is_read_as_people_too(tmp_path):
    worker = Worker(id=WorkerId("w-1"), person=PEOPLE[0])
    tables.write([worker], tmp_path / "out.csv", headings="id")
    loaded = tables.read(tmp_path / "out.csv", Person)
    assert (loaded.layout, loaded.records[0].name) == ("warga", "Ani")


def test_path_of_a_record_with_required_fields_is_no_heading(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("id,person,person.name\nw-1,x,Ani\n")
    assert tables.detect_layout(path, record_class=Worker).name == "psm-core"


def test_heading_of_a_person_itself_has_its_label():
    assert export_heading(Worker, ("person",), "id") == "Orang"
    assert steps_of_heading(Worker, "Orang") == ("person",)


def test_empty_list_without_a_word_for_it_has_the_sign_of_an_empty_list():
    cells = ReadableCells(has_dates=False)
    assert cells.cell_of_items([], field_type_at(Worker, ("certifications",))) == "[]"


def test_no_records_have_no_headings(tmp_path):
    tables.write([], tmp_path / "out.csv", headings="id")
    assert (tmp_path / "out.csv").read_text("utf-8-sig").strip() == ""
