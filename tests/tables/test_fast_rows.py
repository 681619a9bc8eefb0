"""The generated function of a sheet gives the records that reading step by step gives."""

import csv
from datetime import date, time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import NIK, Address, Person, RegionCode, TableError, Worker, tables, wire
from psm_core._core.builder import INVALID
from psm_core._core.field_paths import field_type_at, steps_of
from psm_core._core.field_types import CollectionType, IntegerType, TermType, TextType, unwrap
from psm_core._core.record import is_record_class
from psm_core.tables.layouts.built_in import LAYOUTS
from psm_core.tables.layouts.layout import Column, Layout
from psm_core.tables.rows import fast_cells
from psm_core.terms import Pillar, RegionLevel
from psm_core.testing import records
from psm_core.values.personal_number import PersonalNumber
from psm_core.values.phone import PhoneNumber
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS

DOCUMENTS = sorted(NAMES, key=lambda cls: cls.__name__)
UNUSUAL = (
    *("", "-", " ", "0", "1", "ya", "tidak", "v", "[]", "1990", "umur 30", "31-02-1990"),
    *("12.0", "3e+5", "=1+1", "#N/A", "'0123", "8123456789", "belum punya"),
    *("Contoh  Dua", "O'Neil", "\u00c1yu", "Batulicin"),
)
NUMBERS = ("9901014108900001", "9901010108900002", "9901011203750003")
DATES = ("1990-08-01", "01-08-1990", "12/03/1975", "3 Februari 2024", "2024-02-03")


def usual_cells(layout, column) -> list[str]:
    """Return texts that a column usually has."""
    if column.path is None:
        return ["Batulicin, 01-08-1990", "", "x"]
    field_type = unwrap(field_type_at(layout.record_class, steps_of(column.path)))
    kind = field_type.python_type
    if column.level is not None:
        return ["63.10.09.2005"[: {2: 2, 4: 5, 6: 8, 10: 13}[column.level.digits]], "Batulicin"]
    if isinstance(field_type, TermType):
        return [term.label for term in list(field_type.vocabularies[0])[:3]]
    if issubclass(kind, PersonalNumber):
        return list(NUMBERS)
    if kind is PhoneNumber:
        return ["080000000001", "+6280000000001"]
    if isinstance(field_type, IntegerType):
        return ["3", "2024"]
    if is_record_class(kind):
        return ["ya", "tidak"]
    if isinstance(field_type, TextType):
        return ["003", "Contoh"]
    return {date: list(DATES), time: ["08:30"], RegionCode: ["63.10.09.2005"]}.get(
        kind, ["id-1", "pkh"]
    )


def lines_of(layout, chance) -> list[list[str]]:
    """Return the lines of a sheet, most of whose cells are usual."""
    columns = [one for one in layout.columns if one.required or chance.random() < 0.5]
    odd = chance.choice([0, 0, 0.1])
    lines = [[one.headings[0] for one in columns]]
    for _ in range(chance.randint(1, 6)):
        line = [
            chance.choice(UNUSUAL if chance.random() < odd else [*usual_cells(layout, one), ""])
            for one in columns
        ]
        lines.append(line[: len(line) - chance.choice([0, 0, 1])])
    return lines


def write_lines(path, lines) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def both_ways(path, record_class, **options) -> int:
    """Read each row in both ways, which have to agree; return how many rows the function reads."""
    count = 0
    with tables.stream(path, record_class, **options) as rows:
        reader = rows._sheets[0]._reader
        reader._fast_rows, fast = None, reader._fast_rows
        number = 0
        for cells in [tuple(row) for row in rows._sheets[0]._headings.sheet.rows()][
            rows.header_row :
        ]:
            number, cells = cells  # noqa: PLW2901 - number and cells of a row
            group = dict.fromkeys(reader._trees.groups, "Mawar") if number % 2 else {}
            found = fast.record(number, cells, group)
            record, issues = reader.record(number, cells, group)
            if found is not INVALID and not reader.is_draft:
                assert (found, issues) == (record, [])
                assert shown(found) == shown(record)
                assert hash(found) == hash(record)
                count += 1
    return count


def shown(record) -> object:
    return wire.to_builtins(record) if type(record) in NAMES else record


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@given(seed=st.integers(0, 2**32), lenient=st.booleans(), has_ages=st.booleans())
@EACH_CLASS
def test_both_ways_agree_on_sheets_of_a_layout(tmp_path_factory, layout, seed, lenient, has_ages):
    path = tmp_path_factory.mktemp("sheets") / "sheet.csv"
    write_lines(path, lines_of(layout, Random(seed)))  # noqa: S311 - invented cells
    stated_on = date(2026, 1, 1) if has_ages else None
    options = {"layout": layout.name, "lenient": lenient, "ages_stated_on": stated_on}
    try:
        both_ways(path, layout.record_class, require_values=False, **options)
    except TableError as error:
        assert error.code.startswith("table.")


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_both_ways_agree_on_exports(tmp_path_factory, cls, data):
    path = tmp_path_factory.mktemp("exports") / "export.csv"
    exported = data.draw(st.lists(records(cls), min_size=1, max_size=3))
    tables.write(exported, path)
    assert both_ways(path, cls) == len(exported)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    line = data.draw(st.sampled_from(lines[1:]))
    line[data.draw(st.integers(0, len(line) - 1))] = data.draw(st.sampled_from(UNUSUAL))
    write_lines(path, lines)
    both_ways(path, cls)


NAME, NIK_COLUMN = Column("name", "Nama", required=True), Column("nik", "NIK")


def counted(tmp_path, layout, *lines, **options) -> int:
    """Return how many of some rows the generated function reads; both ways have to agree."""
    headings = [column.headings[0] for column in layout.columns]
    path = tmp_path / "sheet.csv"
    write_lines(path, [headings, *lines])
    return both_ways(path, layout.record_class, layout=layout, **options)


def people(*columns: Column, **others) -> Layout[Person]:
    return Layout("orang", "Orang", Person, (NAME, *columns), **others)


def test_second_column_of_a_field_replaces_the_first(tmp_path):
    layout = people(Column("name", "Nama Lengkap"), Column("birth_place", "Tempat Lahir"))
    lines = [["Contoh", "Dua", "Misalan"], ["Contoh", "", "Misalan"], ["", "Dua", "Misalan"]]
    assert counted(tmp_path, layout, *lines) == len(lines)


def test_age_is_compared_or_fills_the_birth_date(tmp_path):
    layout = people(
        Column("birth_date", "Tanggal Lahir"), Column("birth_date", "Umur", is_age=True)
    )
    fits, differs, only_age = (
        ["Contoh", "1990-08-01", "35"],
        ["Contoh", "1990-08-01", "60"],
        ["Contoh", "", "35"],
    )
    day = date(2026, 1, 1)
    assert counted(tmp_path, layout, fits, fits, ages_stated_on=day) == 2
    assert counted(tmp_path, layout, fits, differs, ages_stated_on=day) == 1
    assert counted(tmp_path, layout, only_age, fits, ages_stated_on=day) == 2


def test_group_row_fills_what_a_column_does_not(tmp_path):
    layout = people(Column("domicile.hamlet", "Dusun Tinggal"), groups={"Dusun": "domicile.hamlet"})
    lines = [["Contoh", "Melati"], ["Dua", ""], ["Tiga", "Anggrek"]]
    assert counted(tmp_path, layout, *lines) >= 2


WORKER_COLUMNS = (
    Column("person.name", "Nama", required=True),
    Column("assignments.0.serves", "Wilayah", required=True),
    Column("assignments.0.since", "Sejak", required=True),
    Column("certifications.0", "Sertifikat"),
    Column("certifications.0.number", "Nomor Sertifikat"),
)


def test_presence_column_says_that_there_is_a_record(tmp_path):
    constants = {"assignments.0.pillar": Pillar.PSM, "certifications.0.number": "tanpa nomor"}
    lines = [
        ["Contoh", "63.10.09.2005", "2022-05-11", "ya", ""],
        ["Dua", "63.10.09.2005", "2022-05-11", "tidak", ""],
        ["Tiga", "63.10.09.2005", "2022-05-11", "", "S-1"],
        ["Empat", "63.10.09.2005", "2022-05-11", "ya", "S-2"],
        ["Lima", "63.10.09.2005", "2022-05-11", "", ""],
    ]
    contradiction = ["Enam", "63.10.09.2005", "2022-05-11", "tidak", "S-3"]
    for chosen in ({"assignments.0.pillar": Pillar.PSM}, constants):
        layout = Layout("pekerja-x", "Pekerja", Worker, WORKER_COLUMNS, constants=chosen)
        assert counted(tmp_path, layout, *lines, contradiction) == len(lines)


@pytest.mark.parametrize(
    "layout",
    [
        people(Column("domicile.rt", "RT"), constants={"domicile": Address(rt="001")}),
        Layout(
            "pekerja-y",
            "Pekerja",
            Worker,
            (*WORKER_COLUMNS, Column("certifications.0", "Bersertifikat")),
            constants={"assignments.0.pillar": Pillar.PSM},
        ),
    ],
    ids=["constant-record", "two-presence-columns"],
)
def test_unusual_layout_is_read_step_by_step(tmp_path, layout):
    path = tmp_path / "sheet.csv"
    cells = {"Nama": "Contoh", "Wilayah": "63.10.09.2005", "Sejak": "2022-05-11", "RT": "003"}
    headings = [column.headings[0] for column in layout.columns]
    write_lines(path, [headings, [cells.get(heading, "ya") for heading in headings]])
    with tables.stream(path, layout.record_class, layout=layout) as rows:
        assert rows._sheets[0]._reader._fast_rows is None
        assert [row.record is not None for row in rows] == [True]


def test_word_for_no_value_with_digits_is_no_number(tmp_path):
    layout = people(Column("nik", "NIK", blank=frozenset({"9901010108900002"})))
    lines = [["Contoh", "9901010108900002"], ["Dua", NUMBERS[0]]]
    assert counted(tmp_path, layout, *lines) == len(lines)
    path = tmp_path / "sheet.csv"
    found = tables.read(path, Person, layout=layout).records
    assert [person.nik for person in found] == [None, NIK(NUMBERS[0])]


def test_marked_number_and_first_words_are_read(tmp_path):
    layout = people(
        NIK_COLUMN,
        Column("phone", "Telepon"),
        Column("domicile.hamlet", "Dusun Tinggal", without=("dusun",)),
    )
    lines = [["Contoh", f"'{NUMBERS[0]}", "'+6280000000001", "Dusun Melati"]]
    damaged = ["Dua", "9,90101E+15", "", ""]
    assert counted(tmp_path, layout, *lines, damaged) == 1


def test_row_of_another_width_is_read(tmp_path):
    layout = people(NIK_COLUMN, Column("birth_place", "Tempat Lahir"))
    lines = [["Contoh", NUMBERS[0]], ["Dua", NUMBERS[1], "Misalan", "", " "]]
    assert counted(tmp_path, layout, *lines, ["Tiga", "", "", "catatan"]) == len(lines)


def test_texts_of_a_column_are_remembered_up_to_a_number(tmp_path, monkeypatch):
    monkeypatch.setattr(fast_cells, "_MOST_TEXTS", 2)
    layout = people(Column("sex", "Jenis Kelamin"))
    words = ["L", "P", "Laki-laki", "Perempuan", "L"]
    assert counted(tmp_path, layout, *[["Contoh", word] for word in words]) == len(words)


def test_empty_list_of_an_export_is_read(tmp_path):
    path = tmp_path / "export.csv"
    paths = ("pillar", "serves", "since")
    lines = [["person.name", "id", "assignments", *(f"assignments.0.{path}" for path in paths)]]
    lines.append(["Contoh", "a", "[]", "", "", ""])
    filled = ["psm", "63.10.09.2005", "2022-05-11"]
    lines += [["Dua", "b", "", *filled], ["Tiga", "c", "[]", *filled]]
    write_lines(path, lines)
    assert both_ways(path, Worker) == 2


@pytest.mark.parametrize(
    ("field_type", "value"),
    [(CollectionType(TextType(9), frozenset), ["a", "a"]), (TextType(3), "abcd")],
    ids=["repeated-item", "too-long"],
)
def test_value_that_a_field_cannot_have_is_left_to_the_other_way(field_type, value):
    with pytest.raises(fast_cells.IrregularError):
        fast_cells.checked_value(field_type, value)


def test_levels_give_one_region(tmp_path):
    layout = people(
        Column("domicile.region", "Kecamatan", level=RegionLevel.DISTRICT),
        Column("domicile.region", "Desa", level=RegionLevel.VILLAGE),
        Column("birth_place", "Tempat Lahir"),
    )
    lines = [["Contoh", "63.10.09", "63.10.09.2005", "-"], ["Dua", "", "", "Misalan"]]
    unknown = ["Tiga", "63.10.09", "Tidak Dikenal", "Misalan"]
    assert counted(tmp_path, layout, *lines, unknown) == len(lines)


def test_constant_is_set_where_a_record_has_other_values(tmp_path):
    layout = people(Column("domicile.street", "Jalan"), constants={"domicile.rt": "001"})
    assert counted(tmp_path, layout, ["Contoh", "Jl. Contoh"], ["Dua", ""], ["Tiga", "-"]) == 2
    path = tmp_path / "sheet.csv"
    write_lines(path, [["Nama", "NIK"], ["Contoh", NUMBERS[0]]])
    without_street = people(
        NIK_COLUMN, Column("domicile.street", "Jalan"), constants={"domicile.rt": "001"}
    )
    assert both_ways(path, Person, layout=without_street) == 1
