"""Templates are read with their layout, and offer the terms of a vocabulary."""

import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from psm_core import Beneficiary, Event, Person, Worker, tables
from psm_core.tables import LAYOUTS, templates

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook


@pytest.mark.parametrize(
    "what",
    [*LAYOUTS, Worker, Beneficiary, Person, Event],
    ids=lambda what: getattr(what, "name", what),
)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_template_is_read_with_its_layout_and_has_no_rows(tmp_path, monkeypatch, what, ending):
    monkeypatch.setattr(templates, "_ROWS", 20)  # a thousand rows of every column take seconds
    path = tmp_path / f"template.{ending}"
    tables.write_template(what, path)
    kind = what if isinstance(what, type) else what.record_class
    given = {}
    for layout in LAYOUTS:
        if layout is what and layout.required_values:
            given = {
                "assignments.0.listed_on": psm_workbook.LISTED,
                "classifications.0.date": date(2025, 10, 10),
                "classifications.0.source": "daftar",
                "classifications.0.category": next(iter(__import__("psm_core").PPKSCategory)),
            }
            given = {path: given[path] for path in layout.required_values}
    loaded = tables.read(path, kind, values=given)
    assert (loaded.rows_read, loaded.issues) == (0, ())


def test_template_offers_the_terms_and_formats_digits_as_text(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    tables.write_template(Worker, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Data", "Petunjuk", "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    data = book["Data"]
    heads = {cell.value: cell for cell in data[1]}
    assert "16 angka" in heads["NIK"].comment.text
    assert data.cell(2, heads["NIK"].column).number_format == "@"
    assert data.cell(2, heads["Tahun Sertifikasi"].column).number_format == "General"
    column = heads["Jenis Kelamin"].column_letter
    (rule,) = (one for one in data.data_validations.dataValidation if f"{column}2" in one.sqref)
    assert rule.formula1 == f"Pilihan!${column}$2:${column}$3"
    assert [book["Pilihan"][f"{column}{row}"].value for row in (2, 3)] == ["Laki-laki", "Perempuan"]
    explained = {row[0]: row for row in book["Petunjuk"].values}
    assert explained["Nama Lengkap"][1] == "ya"


def test_template_of_another_class_is_rejected(tmp_path):
    with pytest.raises(TypeError, match="expected a layout or a record class"):
        tables.write_template(int, tmp_path / "x.csv")
    with pytest.raises(ValueError, match=r"must end with \.csv or \.xlsx"):
        tables.write_template(Worker, tmp_path / "x.ods")
