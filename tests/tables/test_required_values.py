"""Required values without a column: reported once with the option to give, or left unknown."""

from datetime import date

import pytest

from psm_core import Beneficiary, ParseError, Person, RegionCode, TableError, Worker, tables
from psm_core.records.programmes import Participation
from psm_core.tables import Column, Layout

HEAD = ["NAMA PSM", "NIK", "KECAMATAN", "KELURAHAN"]
NIK = "9901014108900001"
ROW = ["Ani", NIK, "Angsana", "Angsana"]
DAY = date(2025, 10, 10)
TANAH_BUMBU = RegionCode("63.10")


@pytest.fixture
def file(tmp_path):
    def save(*lines):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(";".join(line) for line in lines), "utf-8")
        return path

    return save


def summary(loaded):
    return [(issue.cell, issue.code, issue.severity.value) for issue in loaded.issues]


def test_missing_list_date_gives_a_warning_if_values_are_not_required(file):
    path = file(HEAD, ROW, ["Budi", "990101", "Angsana", "Angsana"])
    loaded = tables.read(path, Worker, within=TANAH_BUMBU, require_values=False)
    assert summary(loaded) == [
        ("1", "table.value_missing", "warning"),
        ("B3", "nik.length", "error"),
    ]
    assert loaded.missing_values == ("assignments.0.listed_on",)
    assert (loaded.records, loaded.valid_rows, loaded.rows_read) == ((), 1, 2)
    assert "tanggal daftar" in loaded.issues[0].describe("id")
    assert "--value assignments.0.listed_on=" in loaded.issues[0].describe("id")
    with tables.stream(path, Worker, within=TANAH_BUMBU, require_values=False) as rows:
        assert [row.record for row in rows] == [None, None]
    given = {"assignments.0.listed_on": DAY}
    whole = tables.read(path, Worker, within=TANAH_BUMBU, values=given, require_values=False)
    assert (len(whole.records), whole.valid_rows, whole.missing_values) == (1, 1, ())
    with pytest.raises(TableError) as caught:
        tables.read(path, Worker, within=TANAH_BUMBU)
    assert caught.value.issue.params == {
        "layout": "psm-import",
        "path": "assignments.0.listed_on",
        "what": "tanggal daftar",
    }


def test_checks_run_without_the_missing_list_date(file):
    path = file([*HEAD, "L/P"], [*ROW, "L"])
    loaded = tables.read(
        path, Worker, within=TANAH_BUMBU, checks=True, as_of=DAY, require_values=False
    )
    codes = {code for _, code, _ in summary(loaded)}
    assert {"nik.sex_differs", "nik.region_unknown", "table.value_missing"} <= codes
    assert loaded.valid_rows == 1
    assert not any(
        issue.path[-1:] == ("listed_on",)
        for issue in loaded.issues
        if issue.row != loaded.header_row
    )


def test_column_supplies_a_required_value(file):
    layout = Layout(
        "x",
        "x",
        Worker,
        (
            Column("person.name", "Nama"),
            Column("assignments.0.serves", "Desa"),
            Column("assignments.0.listed_on", "Tanggal Daftar"),
        ),
        constants={"assignments.0.pillar": tables.LAYOUTS[0].constants["assignments.0.pillar"]},
        required_values={"assignments.0.listed_on": "tanggal daftar"},
    )
    head = ["Nama", "Desa", "Tanggal Daftar"]
    path = file(head, ["Ani", "63.10.09.2005", "10-10-2025"])
    assert tables.read(path, Worker, layout=layout).records[0].assignments[0].listed_on == DAY


def test_required_field_without_a_column_is_reported_once(file):
    path = file(
        ["Nama", "NIK", "Desa", "Jenis PPKS"],
        ["Ani", NIK, "63.10.09.2005", "Fakir Miskin"],
        ["Budi", "9901010108900002", "63.10.09.2005", "Fakir Miskin"],
    )
    loaded = tables.read(path, Beneficiary)
    assert summary(loaded) == [("1", "field.missing", "error")] * 2
    assert [issue.where for issue in loaded.issues] == [
        "$.classifications[0].date",
        "$.classifications[0].source",
    ]
    assert loaded.issues[0].params == {
        "path": "classifications.0.date",
        "what": "Tanggal Asesmen",
        "heading": "Tanggal Asesmen",
    }
    assert "--value classifications.0.date=" in loaded.issues[0].describe("id")
    assert (loaded.records, loaded.valid_rows, loaded.missing_values) == ((), 0, ())
    with tables.stream(path, Beneficiary) as rows:
        assert [len(row.issues) for row in rows] == [2, 2]
    checked = tables.read(path, Beneficiary, require_values=False, checks=True, as_of=DAY)
    assert summary(checked)[:2] == [("1", "field.missing", "warning")] * 2
    assert {code for _, code, _ in summary(checked)[2:]} == {"nik.region_unknown"}
    assert (checked.records, checked.valid_rows) == ((), 2)
    assert checked.missing_values == ("classifications.0.date", "classifications.0.source")
    given = {"classifications.0.date": DAY, "classifications.0.source": "desa"}
    assert len(tables.read(path, Beneficiary, values=given).records) == 2


def test_rows_without_a_missing_value_become_records(file):
    head = ["Nama Lengkap", "NIK", "Tanggal Bimtek", "Pilar"]
    path = file(
        head, ["A", NIK, "", ""], ["B", "9901014108900002", "1-1-2020", ""], ["C", "", "", ""]
    )
    loaded = tables.read(path, Worker, require_values=False)
    assert [item.person.name for item in loaded.records] == ["A", "C"]
    assert summary(loaded)[0] == ("1", "field.missing", "warning")
    assert loaded.issues[0].params["what"] == "Nama Bimtek"


def test_required_group_of_fields_without_columns_is_reported_once(file):
    head = ["Nama Lengkap", "NIK", "Pilar", "Desa/Kelurahan Tugas"]
    rows = [[name, "", "psm", "63.10.09.2005"] for name in "ABC"]
    loaded = tables.read(file(head, *rows), Worker)
    assert summary(loaded) == [("1", "table.value_missing", "error")]
    assert loaded.issues[0].params["path"] == "assignments.0.listed_on"
    assert loaded.issues[0].params["what"] == "Tanggal Daftar"
    checked = tables.read(file(head, *rows), Worker, require_values=False)
    assert summary(checked) == [("1", "table.value_missing", "warning")]
    assert (checked.valid_rows, checked.records) == (3, ())
    dated = file([*head, "TMT"], *([*row, ""] for row in rows))
    assert [code for _, code, _ in summary(tables.read(dated, Worker))] == [
        "assignment.undated"
    ] * 3


def test_list_of_recipients_without_dates_is_read(file):
    paid = file(["Program", "Kunci Penerima", "Status"], ["PKH", "b-1", "Menerima"])
    loaded = tables.read(paid, Participation)
    assert (loaded.errors, loaded.records[0].decided_on) == ((), None)


def test_placeholder_of_a_missing_value_is_in_no_record(file):
    head = ["Nama Lengkap", "NIK", "Pilar", "TMT"]
    path = file(head, ["A", "", "psm", "2019-01-01"])
    loaded = tables.read(path, Worker, require_values=False)
    assert loaded.missing_values == ("assignments.0.serves",)
    assert (loaded.records, loaded.valid_rows) == ((), 1)
    head = ["Program", "NIK"]
    layout = Layout(
        "x", "x", Participation, (Column("programme", "Program"), Column("goods", "Barang"))
    )
    loaded = tables.read(
        file(["Program", "Barang"], ["PKH", "beras"]),
        Participation,
        layout=layout,
        require_values=False,
    )
    assert set(loaded.missing_values) == {"recipient", "status"}
    assert (loaded.records, loaded.valid_rows) == ((), 1)


def test_blank_required_cell_names_its_column(file):
    path = file(["NIK", "Nama Lengkap", "RT"], [NIK, "", "1"])
    loaded = tables.read(path, Person)
    assert summary(loaded) == [("B2", "field.missing", "error")]
    assert (
        loaded.issues[0].describe("id") == "Isian ini wajib diisi: Nama Lengkap. Lengkapi isiannya."
    )
    export = file(["name", "kk"], ["", "9901010404160020"])
    assert tables.read(export, Person).issues[0].params == {"what": "name"}


def test_ambiguous_region_names_the_within_option_once(file):
    path = file(["NIK", "Nama", "Desa"], *(["", name, "Angsana"] for name in "ABC"))
    issues = tables.read(path, Person).issues
    assert [issue.code for issue in issues] == ["region.ambiguous"] * 3
    assert ["--within" in issue.describe("id") for issue in issues] == [True, False, False]
    assert ["within=" in issue.describe() for issue in issues] == [True, False, False]
    inside = tables.read(path, Person, within=RegionCode("63"))
    assert inside.errors == ()


def test_within_restricts_regions_of_every_column(file):
    head = ["NIK", "Nama", "Kabupaten", "Kecamatan", "Desa"]
    within = RegionCode("63.10.09")

    def read(*cells):
        loaded = tables.read(file(head, ["", "A", *cells]), Person, within=within)
        homes = [item.ktp_address.region for item in loaded.records]
        return homes or [(issue.cell, issue.code) for issue in loaded.issues]

    assert read("Tanah Bumbu", "Angsana", "Angsana") == [RegionCode("63.10.09.2005")]
    assert read("63.10", "63.10.09", "Angsana") == [RegionCode("63.10.09.2005")]
    assert read("Tanah Bumbu", "", "") == [RegionCode("63.10")]
    assert read("", "Batulicin", "Angsana") == [("D2", "region.outside")]
    assert read("63.01", "", "Angsana") == [("C2", "region.outside")]
    assert read("", "Ang", "Angsana") == [("D2", "region.not_found")]


def test_check_of_some_rows_is_reported_at_its_rows(tmp_path):
    path = tmp_path / "psm.csv"
    head = "NIK,Nama PSM,Kecamatan,Kelurahan,Tingkatan Diklat\n"
    row = "990101010890000{n},Contoh {n},Angsana,Angsana,{tier}\n"
    tiers = ("dasar", "dasar", "", "")
    path.write_text(
        head + "".join(row.format(n=n, tier=t) for n, t in enumerate(tiers, 1)), "utf-8"
    )
    loaded = tables.read(
        path,
        Worker,
        layout="psm-import",
        within=RegionCode("63.10"),
        checks=True,
        as_of=date(2025, 10, 10),
        require_values=False,
    )
    assert (loaded.records, loaded.valid_rows) == ((), 4)
    assert [one.row for one in loaded.issues if one.code == "psm.training_unproven"] == [4, 5]
    assert [one.row for one in loaded.issues if one.code == "psm.conduct_unproven"] == [None]


@pytest.mark.parametrize(
    ("text", "within", "code"),
    [
        ("Kec. Angsana, Tanah Bumbu", None, "63.10.09"),
        ("Kec. Angsana", RegionCode("63.10"), "63.10.09"),
        ("63.10.09.2001", RegionCode("36.01"), "63.10.09.2001"),
    ],
)
def test_region_of_every_row_may_be_given_by_name(tmp_path, text, within, code):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama\n,Ani\n", "utf-8")
    values = {"ktp_address.region": text}
    (person,) = tables.read(path, Person, values=values, within=within).records
    assert person.ktp_address.region == RegionCode(code)


def test_ambiguous_region_of_every_row_is_rejected_with_the_candidates(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama\n,Ani\n", "utf-8")
    with pytest.raises(ParseError) as caught:
        tables.read(path, Person, values={"ktp_address.region": "Kec. Angsana"})
    issue = caught.value.issue
    assert (issue.code, issue.where) == ("region.ambiguous", "$.ktp_address.region")
    assert "36.01.07 Kecamatan Angsana; 63.10.09 Kecamatan Angsana" in issue.describe("en")
    assert "--within" in issue.describe("en")
