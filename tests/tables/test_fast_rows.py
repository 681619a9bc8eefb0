"""The generated function of a sheet gives the records that reading step by step gives."""

import csv
from datetime import date, time
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psm_core import RegionCode, tables, wire
from psm_core._core.builder import INVALID
from psm_core._core.field_types import IntegerType, TermType, TextType, unwrap
from psm_core._core.record import is_record_class
from psm_core.tables.layout import field_type_at, steps_of
from psm_core.tables.layouts import LAYOUTS
from psm_core.testing import records
from psm_core.values.personal_number import PersonalNumber
from psm_core.values.phone import PhoneNumber
from psm_core.wire.versions import NAMES

DOCUMENTS = sorted(NAMES, key=lambda cls: cls.__name__)
SLOW = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
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
        reader = rows._reader
        reader._fast_rows, fast = None, reader._fast_rows
        number = 0
        for cells in [tuple(row) for row in rows._headings.sheet.rows()][rows.header_row :]:
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
@SLOW
def test_both_ways_agree_on_sheets_of_a_layout(tmp_path_factory, layout, seed, lenient, has_ages):
    path = tmp_path_factory.mktemp("sheets") / "sheet.csv"
    write_lines(path, lines_of(layout, Random(seed)))  # noqa: S311 - invented cells
    stated_on = date(2026, 1, 1) if has_ages else None
    options = {"layout": layout.name, "lenient": lenient, "ages_stated_on": stated_on}
    try:
        both_ways(path, layout.record_class, require_values=False, **options)
    except tables.TableError as error:
        assert error.code.startswith("table.")


@pytest.mark.parametrize("cls", DOCUMENTS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@SLOW
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
