"""The provenance of records that were read from files: file, row, and the cell of each field."""

from datetime import date

import openpyxl
import pytest

from psm_core import (
    AgentId,
    Beneficiary,
    Family,
    Person,
    SourcedRecord,
    ValidationError,
    Worker,
    tables,
    wire,
)
from psm_core.tables import Column, Layout

NIK = "9901014108900001"
OTHER = "9901010108900002"


def csv(tmp_path, *lines, name="warga.csv"):
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def cells(provenance):
    return {path: source.position for path, source in provenance.entries.items()}


def test_each_field_has_its_cell_and_other_fields_have_the_row(tmp_path):
    lines = "NIK,Nama,RT,No HP,Disabilitas", f"{NIK},Ani,003,,fisik; mental", f"{OTHER},Budi,,-,"
    result = tables.read(csv(tmp_path, *lines), Person)
    first, second = (result.provenance(index) for index in range(2))
    assert cells(first) == {
        (): "2",
        ("nik",): "A2",
        ("name",): "B2",
        ("ktp_address", "rt"): "C2",
        ("disabilities",): "E2",
    }
    assert cells(second) == {(): "3", ("nik",): "A3", ("name",): "B3"}
    assert {source.document for source in first.entries.values()} == {"warga.csv"}
    for record, provenance in zip(result.records, (first, second), strict=True):
        text = wire.to_json(record, provenance=provenance)
        again = wire.read_with_provenance(text, Person)
        assert again == SourcedRecord(record, provenance)
    assert "warga" not in repr((first, first.of(())))


def test_cells_of_a_workbook_have_the_name_of_their_sheet(tmp_path):
    book = openpyxl.Workbook()
    for name, rows in (("PSM", [(NIK, "Ani")]), ("Lain", [(OTHER, "Budi")])):
        sheet = book.create_sheet(name)
        for row in ((None, "Daftar"), ("NIK", "Nama"), *rows):
            sheet.append(row)
    del book["Sheet"]
    path = tmp_path / "daftar.xlsx"
    book.save(path)
    result = tables.read(path, Person)
    agent, day = AgentId("dinsos-6310"), date(2025, 10, 9)
    source = result.provenance(1, document="Surat 12/2025", agent=agent, recorded_on=day).of(
        ("nik",)
    )
    assert (source.document, source.position) == ("Surat 12/2025", "Lain!A3")
    assert (source.agent, source.recorded_on) == (agent, day)
    assert result.provenance(0).of(("birth_place",)).position == "PSM!3"


def test_record_of_several_rows_has_only_its_first_row(tmp_path):
    lines = (
        "No KK,NIK,Nama,SHDK",
        f"9901010103150001,{NIK},Ani,KEPALA KELUARGA",
        f"9901010103150001,{OTHER},Budi,ANAK",
    )
    result = tables.read(csv(tmp_path, *lines), Family)
    assert len(result.records) == 1
    assert result.columns == {}
    assert cells(result.provenance(0)) == {(): "2"}


def test_tables_side_by_side_have_only_rows(tmp_path):
    half = "Nama,NIK,No HP"
    result = tables.read(csv(tmp_path, f"{half},{half}", f"Ani,{NIK},,Budi,{OTHER},"), Person)
    assert len(result.records) == 2
    assert [cells(result.provenance(index)) for index in range(2)] == [{(): "2"}] * 2


def test_item_of_a_list_has_its_cell_if_none_was_left_out(tmp_path):
    columns = (
        Column("person.nik", "NIK", required=True),
        Column("person.name", "Nama", required=True),
        Column("trainings.0.name", "Bimtek 1"),
        Column("trainings.1.name", "Bimtek 2"),
    )
    layout = Layout("x", "x", Worker, columns)
    path = csv(
        tmp_path, "NIK,Nama,Bimtek 1,Bimtek 2", f"{NIK},Ani,Dasar,Lanjut", f"{OTHER},Budi,,Lanjut"
    )
    result = tables.read(path, Worker, layout=layout)
    first, second = (result.provenance(index) for index in range(2))
    assert first.of(("trainings", 1, "name")).position == "D2"
    assert second.of(("trainings", 0, "name")).position == "3"
    assert second.issues(result.records[1]) == ()


def test_items_of_a_set_have_no_cell_if_there_are_several(tmp_path):
    classes = [
        f"classifications.{at}.{name}" for at in (0, 1) for name in ("category", "date", "source")
    ]
    columns = (
        Column("person.nik", "NIK", required=True),
        Column("person.name", "Nama", required=True),
        *(Column(path, path) for path in classes),
    )
    layout = Layout("x", "x", Beneficiary, columns)
    ppks = "lanjut-usia-telantar,2025-10-01,asesmen", "anak-telantar,2025-10-01,asesmen"
    path = csv(tmp_path, ",".join(("NIK", "Nama", *classes)), f"{NIK},Ani,{ppks[0]},{ppks[1]}")
    result = tables.read(path, Beneficiary, layout=layout)
    found = result.provenance(0)
    assert [path for path in found.entries if path[:1] == ("classifications",)] == []
    one = Layout("y", "y", Beneficiary, columns[:5])
    path = csv(tmp_path, ",".join(("NIK", "Nama", *classes[:3])), f"{NIK},Ani,{ppks[0]}")
    found = tables.read(path, Beneficiary, layout=one).provenance(0)
    assert found.of(("classifications", 0, "date")).position == "D2"


def test_name_of_a_file_that_a_field_does_not_accept_is_made_acceptable(tmp_path):
    result = tables.read(csv(tmp_path, "NIK,Nama", f"{NIK},Ani"), Person)
    source = result.provenance(0, document="a\x07b\u200b\ud800 " + "x" * 400).of(())
    assert source.document.startswith("a b x")
    assert len(source.document) < 300
    with pytest.raises(ValidationError, match=r"text\.blank"):
        result.provenance(0, document="")
    with pytest.raises(IndexError):
        result.provenance(1)


def test_rows_in_memory_have_the_document_that_is_given():
    result = tables.read_rows([{"NIK": NIK, "Nama": "Ani"}], Person)
    source = result.provenance(0, document="API SIKS").of(("name",))
    assert source.document == "API SIKS"
