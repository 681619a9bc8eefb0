"""Rows of text into records: headings, quirks, issues at their cells."""

from datetime import date

import pytest

from psm_core import (
    NIK,
    Address,
    Beneficiary,
    Case,
    Event,
    Family,
    Household,
    NIKAbsence,
    Person,
    PPKSCategory,
    RegionCode,
    Severity,
    TableError,
    UnknownRegionError,
    ValidationError,
    Worker,
    WorkerId,
    tables,
)
from psm_core.tables import LAYOUTS, Column, Layout
from psm_core.terms import (
    Citizenship,
    FamilyRelation,
    KKAbsence,
    Occupation,
    ReferralAnswer,
    ReferralUrgency,
    Religion,
    ReplyChannel,
    Sensitivity,
    Sex,
    TrainingTier,
)

DAY = date(2025, 10, 10)
LISTED = {"assignments.0.listed_on": DAY}
TANAH_BUMBU = RegionCode("63.10")
ANGSANA = RegionCode("63.10.09.2005")
HEAD = "NAMA PSM,NIK,KECAMATAN,KELURAHAN"
ROW = "Ani Contoh,9901014108900001,Angsana,Angsana"


@pytest.fixture
def file(tmp_path):
    def save(*lines, encoding="utf-8", name="rows.csv", end="\n"):
        path = tmp_path / name
        path.write_bytes(end.join(lines).encode(encoding))
        return path

    return save


def psm(path, **how):
    return tables.read(path, Worker, values=LISTED, within=TANAH_BUMBU, **how)


def summary(loaded):
    return [(issue.cell, issue.code) for issue in loaded.issues]


def test_row_and_given_values_become_a_record(file):
    loaded = psm(file(HEAD, ROW))
    assert (loaded.layout, loaded.rows_read, loaded.issues) == ("psm-import", 1, ())
    (worker,) = loaded.records
    assert worker.id == WorkerId("psm-import-2")
    assert worker.person.nik == NIK("9901014108900001")
    assert worker.assignments[0].serves == ANGSANA
    assert worker.assignments[0].listed_on == DAY
    assert worker.trainings == worker.certifications == ()
    assert loaded.rows == (2,)
    assert loaded.records_or_raise() == loaded.records
    assert psm(file(HEAD, ROW), id_prefix="psm-2025").records[0].id == WorkerId("psm-2025-2")


def test_issues_of_a_row_name_their_cells_and_later_rows_are_read(file):
    loaded = psm(file(HEAD, ",990101,Angsana,Angsanna", ROW))
    assert summary(loaded) == [
        ("A2", "field.missing"),
        ("B2", "nik.length"),
        ("D2", "region.not_found"),
    ]
    assert [issue.where for issue in loaded.issues] == [
        "$.person.name",
        "$.person.nik",
        "$.assignments[0].serves",
    ]
    assert (loaded.rows_read, len(loaded.records)) == (2, 1)
    with pytest.raises(ValidationError) as caught:
        loaded.records_or_raise()
    assert str(caught.value).startswith("A2 $.person.name field.missing:")


def test_headings_below_titles_match_in_any_order_and_spelling(file):
    loaded = psm(
        file(
            "DAFTAR PSM KABUPATEN CONTOH,,,",
            ",,,",
            "kelurahan , No. KTP,nama lengkap,Kecamatan",
            "1,2,3,4",
            "Angsana,9901014108900001,Ani,Kec. Angsana",
            ",,,",
            "Angsana,9901014108900002,Budi,ANGSANA",
        )
    )
    assert (loaded.header_row, loaded.rows, summary(loaded)) == (3, (5, 7), [])


def test_headings_over_two_rows_are_joined(file):
    loaded = psm(
        file(
            "NAMA PSM,NIK,TEMPAT TUGAS,,ALAMAT,,",
            ",,KECAMATAN,KELURAHAN,JALAN,RT,RW",
            "(1),(2),(3),(4),(5),(6),(7)",
            "Ani,9901014108900001,Angsana,Angsana,Jl. Pantai,RT 003,-",
        )
    )
    (worker,) = loaded.records
    assert worker.person.ktp_address.street == "Jl. Pantai"
    assert (worker.person.ktp_address.rt, worker.person.ktp_address.rw) == ("003", None)


def test_wrong_headings_raise_one_table_error(file):
    def code(*lines, **how):
        with pytest.raises(TableError) as caught:
            psm(file(*lines), **how)
        return caught.value.code, dict(caught.value.issue.params)

    assert code(f"{HEAD},nik", f"{ROW},x") == (
        "table.column_duplicate",
        {"layout": "psm-import", "first": "B", "second": "E", "heading": "NIK"},
    )
    assert code("NAMA PSM,KELURAHAN", "a,b", layout="psm-import") == (
        "table.column_missing",
        {"layout": "psm-import", "heading": "NIK"},
    )
    assert code("a,b", "c,d") == ("table.no_header", {"known": "pekerja"})
    assert code(",,", ",,")[0] == "table.empty"
    assert code(HEAD, ROW, sheet="PSM") == ("table.no_sheet", {"known": "-"})


def test_unknown_column_gives_a_warning_with_a_suggestion(file):
    loaded = psm(file(f"{HEAD},JENIS KELAMINN,WARNA", f"{ROW},L,a.jpg"))
    assert summary(loaded) == [("E1", "table.column_unknown"), ("F1", "table.column_unknown")]
    assert [issue.params for issue in loaded.issues] == [
        {"heading": "JENIS KELAMINN", "suggestion": "JENIS KELAMIN"},
        {"heading": "WARNA"},
    ]
    assert {issue.severity for issue in loaded.issues} == {Severity.WARNING}
    assert len(loaded.records) == 1


def test_blank_nik_is_accepted_and_a_placeholder_gives_a_warning(file):
    loaded = psm(
        file(HEAD, *(f"Ani {nik},{nik},Angsana,Angsana" for nik in ("", "-", "0000000000000000")))
    )
    assert {one.person.nik_absence for one in loaded.records} == {NIKAbsence.TIDAK_DIKETAHUI}
    assert summary(loaded) == [("B4", "nik.placeholder")]
    assert loaded.errors == ()


@pytest.mark.parametrize(
    ("words", "absence"),
    [
        ("belum punya NIK", NIKAbsence.BELUM_MEMILIKI),
        ("Tidak memiliki", NIKAbsence.BELUM_MEMILIKI),
        ("tidak ada", NIKAbsence.TIDAK_DIKETAHUI),
    ],
)
def test_words_for_a_missing_number_give_a_warning_and_the_row_stays(file, words, absence):
    loaded = psm(file(HEAD, f"Ani,{words},Angsana,Angsana"))
    assert [(one.cell, one.code, one.severity) for one in loaded.issues] == [
        ("B2", "cell.no_number", Severity.WARNING)
    ]
    assert loaded.records[0].person.nik_absence is absence


def test_words_for_a_missing_phone_give_a_warning_and_the_row_stays(file):
    path = file("NIK,Nama,No. HP", "9901014108900001,Ani,belum ada")
    loaded = tables.read(path, Person)
    assert [(one.cell, one.code, one.severity) for one in loaded.issues] == [
        ("C2", "cell.no_number", Severity.WARNING)
    ]
    assert loaded.records[0].phone is None


def test_household_rows_without_card_are_read(file):
    layout = Layout(
        "rumah-tangga",
        "Daftar rumah tangga",
        Household,
        (
            Column("id", "No. Rumah Tangga", required=True),
            Column("residents.0.person.name", "Nama", required=True),
            Column("residents.0.person.kk", "No. KK"),
            Column("residents.0.relation", "Hubungan"),
        ),
    )
    rows = ("1,Ani,belum punya KK,Kepala Keluarga", "1,Budi,-,Anak", "2,Citra,,Lainnya")
    loaded = tables.read(
        file("No. Rumah Tangga,Nama,No. KK,Hubungan", *rows), Household, layout=layout
    )
    assert loaded.errors == ()
    assert [str(one.id) for one in loaded.records] == ["1", "1", "2"]
    assert [one.code for one in loaded.issues] == [
        "cell.no_number",
        "table.key_duplicate",
        "table.key_duplicate",
    ]
    families = Layout(
        "keluarga",
        "Daftar keluarga",
        Family,
        (
            Column("kk", "No. KK", required=True),
            Column("kk_absence", "Alasan tanpa KK"),
            Column("memberships.0.person.name", "Kepala Keluarga", required=True),
            Column("memberships.0.relation", "Hubungan"),
        ),
    )
    rows = (
        "belum memiliki,,Ani,Kepala Keluarga",
        "belum memiliki,Dalam pengurusan,Budi,Kepala Keluarga",
        ",Tidak diketahui,Citra,Kepala Keluarga",
    )
    loaded = tables.read(
        file("No. KK,Alasan tanpa KK,Kepala Keluarga,Hubungan", *rows), Family, layout=families
    )
    assert [one.kk_absence for one in loaded.records] == [
        KKAbsence.BELUM_MEMILIKI,
        KKAbsence.DALAM_PENGURUSAN,
        KKAbsence.TIDAK_DIKETAHUI,
    ]
    assert loaded.errors == ()


def test_repeated_person_gives_a_warning_and_stays(file):
    loaded = psm(file(HEAD, ROW, ROW))
    assert summary(loaded) == [("B3", "table.person_duplicate"), ("B2", "table.person_duplicate")]
    assert [dict(one.params) for one in loaded.issues] == [{"other": 2}, {"other": 3}]
    assert len(loaded.records) == 2


def test_row_below_the_table_gives_a_warning(file):
    head = "NIK,Nama,L/P"
    path = file(
        head, "9901014108900001,Ani,P", ",Jumlah: 1,", ",Mengetahui,Lurah", ",Drs. X,", ",,X"
    )
    loaded = tables.read(path, Person)
    assert summary(loaded) == [("B3", "table.rows_unread")]
    assert loaded.issues[0].params == {"rows": "3-6"}
    assert ([one.name for one in loaded.records], loaded.errors) == (["Ani"], ())


def test_unclosed_quotation_mark_is_reported(file):
    lines = ("NIK,Nama,Alamat", ',Ani,"Jl. Mawar', ",Budi,Jl. 1", ",Citra,Jl. 2")
    assert summary(tables.read(file(*lines), Person)) == [("C2", "cell.rows_inside")]
    valid = file("NIK,Nama,Alamat", ',Ani,"Jl. Mawar\nRumah biru"')
    (ani,) = tables.read(valid, Person).records
    assert ani.ktp_address.street == "Jl. Mawar Rumah biru"


def test_same_heading_below_another_upper_heading_is_another_column(file):
    loaded = psm(
        file(
            "NAMA PSM,NIK,TEMPAT TUGAS,,ALAMAT,,",
            ",,KECAMATAN,KELURAHAN,JALAN,KECAMATAN,KELURAHAN",
            "Ani,9901014108900001,Angsana,Angsana,Jl. Pantai,Batulicin,Batulicin",
        )
    )
    assert loaded.records[0].assignments[0].serves == ANGSANA
    assert loaded.records[0].person.ktp_address.region == RegionCode("63.10.01.1007")
    assert summary(loaded) == []
    loaded = psm(file("NAMA PSM,NIK,TEMPAT TUGAS,KANTOR", ",,KELURAHAN,KELURAHAN", f"{ROW},x"))
    assert summary(loaded)[0] == ("D2", "table.column_unknown")
    path = file("NAMA PSM,NIK,ALAMAT RUMAH,", ",,KECAMATAN,KELURAHAN", ROW)
    loaded = tables.read(path, Worker, within=TANAH_BUMBU)
    assert loaded.layout == "pekerja"
    assert loaded.records[0].person.ktp_address.region == ANGSANA
    assert loaded.records[0].assignments == ()


def test_region_code_of_another_level_is_rejected(file):
    loaded = psm(file(HEAD, "Ani,9901014108900001,,63.10.09", "Ani,,63.10.09.2005,"))
    assert summary(loaded) == [("D2", "region.level"), ("C3", "region.level")]


def test_implausible_year_is_rejected(file):
    loaded = tables.read(file("NIK,Nama,Tanggal Lahir", ",Ani,31-08-0090", ",Ani,1-1-2990"), Person)
    assert summary(loaded) == [("C2", "date.year"), ("C3", "date.year")]


def test_list_with_item_columns_is_read_by_its_items(file):
    head = "person.name,person.nik_absence,trainings,trainings.0.name,id"
    path = file(head, "A,belum-memiliki,[],B,x")
    assert tables.read(path, Worker).records[0].trainings[0].name == "B"
    wrong = file("person.name,person.nik_absence,trainings,id", "A,belum-memiliki,ya,x")
    assert summary(tables.read(wrong, Worker)) == [("C2", "type.object")]


def test_repeated_item_is_an_error(file):
    head = "name,nik_absence,disabilities"
    loaded = tables.read(file(head, "A,belum-memiliki,fisik; fisik"), Person)
    assert summary(loaded) == [("C2", "item.duplicate")]


def test_regions_are_resolved_by_nested_names_or_codes(file):
    def serves(kecamatan, kelurahan, **how):
        path = file(HEAD, f"Ani,9901014108900001,{kecamatan},{kelurahan}")
        loaded = tables.read(path, Worker, values=LISTED, **how)
        return [one.assignments[0].serves for one in loaded.records], summary(loaded), loaded.issues

    assert serves("", "63.10.09.2005")[:2] == ([ANGSANA], [])
    assert serves("63.10.09", "Angsana")[:2] == ([ANGSANA], [])
    assert serves("Angsana", "")[1] == [("C2", "region.ambiguous")]
    assert serves("Angsana", "", within=TANAH_BUMBU)[:2] == ([RegionCode("63.10.09")], [])
    assert "36.01.07 Kecamatan Angsana" in serves("Angsana", "")[2][0].describe("id")
    assert serves("63.10.10", "Angsana")[1] == [("D2", "region.not_found")]
    assert serves("63.10.10", "63.10.09.2005")[1] == [("D2", "region.outside")]
    assert serves("", "6310092005")[1] == [("D2", "region_code.undotted")]
    assert serves("", "")[1] == [("C2", "field.missing")]
    assert serves("93.01.01", "91.01.01.1001", within=RegionCode("93"))[1] == [
        ("D2", "region.unverified")
    ]
    old, codes, issues = serves("91.01.01", "", within=RegionCode("93"))
    assert (old, codes) == ([RegionCode("91.01.01")], [("C2", "region.retired")])
    assert issues[0].params["successor"] == "93.01.01"
    assert serves("Distrik Merauke", "", within=RegionCode("91.01"))[0] == [RegionCode("93.01.01")]


def test_nested_record_exists_if_one_of_its_cells_has_a_value(file):
    head = f"{HEAD},TINGKATAN DIKLAT,STATUS SERTIFIKASI,TAHUN SERTIFIKASI"
    loaded = psm(
        file(
            head,
            f"{ROW},belum pernah,belum,",
            f"{ROW},dasar,sudah,2019".replace("0001", "0002"),
            f"{ROW},,sudah,".replace("0001", "0003"),
            f"{ROW},,,2020".replace("0001", "0004"),
            f"{ROW},,belum,2020".replace("0001", "0005"),
            f"{ROW},,mungkin,".replace("0001", "0006"),
        )
    )
    none, both, only, year = loaded.records
    assert none.trainings == none.certifications == ()
    assert (both.trainings[0].tier, both.trainings[0].name) == (TrainingTier.DASAR, "Diklat PSM")
    assert both.certifications[0].year == 2019
    assert len(only.certifications) == 1
    assert year.certifications[0].year == 2020
    assert summary(loaded) == [("G6", "cell.contradicts"), ("F7", "cell.yes_no")]


def test_missing_and_mismatched_values_are_rejected(file):
    path = file(HEAD, ROW)
    with pytest.raises(TableError) as caught:
        tables.read(path, Worker)
    assert caught.value.code == "table.value_missing"
    assert "--value assignments.0.listed_on=" in str(caught.value)
    as_text = tables.read(path, Worker, values={"assignments.0.listed_on": "10-10-2025"})
    assert as_text.issues[0].code == "region.ambiguous"
    with pytest.raises(ValueError, match=r"^\$\.assignments\[0\]\.listed_on date.ambiguous: "):
        tables.read(path, Worker, values={"assignments.0.listed_on": "2025"})
    with pytest.raises(ValueError, match=r"^\$\.assignments\[0\]\.listed_on type.value: "):
        tables.read(path, Worker, values={"assignments.0.listed_on": 2025})
    with pytest.raises(ValueError, match="Person has no 'nmae'"):
        tables.read(path, Worker, values={**LISTED, "person.nmae": "x"})
    with pytest.raises(ValueError, match=r"no field 'person\.0'"):
        tables.read(path, Worker, values={**LISTED, "person.0": "x"})
    assert psm(path, layout="psm-import").rows == (2,)
    with pytest.raises(ValueError, match="no layout 'siak' for Worker; there are: psm-import"):
        psm(path, layout="siak")
    with pytest.raises(TypeError, match="int is not a record"):
        tables.read(path, int)
    with pytest.raises(UnknownRegionError):
        tables.read(path, Worker, values=LISTED, within=RegionCode("99.01"))
    with pytest.raises(FileNotFoundError):
        psm(path.with_name("other.csv"))


def test_checks_add_their_warnings(file):
    head = "Nama Lengkap,NIK,Jenis Kelamin,Desa/Kelurahan"
    path = file(head, "Ani,9901014108900001,L,63.10.09.2005")
    assert summary(tables.read(path, Person)) == [("C2", "nik.sex_differs")]
    loaded = tables.read(path, Person, checks=True, as_of=DAY)
    assert ("C2", "nik.sex_differs") in summary(loaded)
    assert ("B2", "nik.region_unknown") in summary(loaded)
    assert len(loaded.records) == 1
    retired = file("Nama Lengkap,NIK,Jenis Kelamin,Kecamatan", "Ani,,P,91.01.01")
    assert summary(tables.read(retired, Person, checks=True, as_of=DAY)) == [
        ("D2", "region.retired")
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_detected(file, encoding, delimiter):
    lines = [line.replace(",", delimiter) for line in (HEAD, ROW)]
    assert psm(file(*lines, encoding=encoding, end="\r\n")).issues == ()


def test_legacy_encoding_gives_a_warning_and_an_unknown_one_is_rejected(file):
    loaded = psm(file(HEAD, ROW.replace("Ani", "Zoë"), encoding="cp1252"))
    assert summary(loaded) == [("", "table.encoding_assumed")]
    assert loaded.text_format == ("cp1252", ",")
    path = file(HEAD, ROW)
    path.write_bytes(path.read_bytes() + b"\x81\xff")
    with pytest.raises(TableError) as caught:
        psm(path)
    assert caught.value.code == "table.encoding"


def test_delimiter_is_taken_from_the_first_line_or_the_option(file):
    lines = [line.replace(",", "^") for line in (HEAD, ROW)]
    assert psm(file("sep=^", *lines)).rows == (3,)
    assert psm(file(*lines), delimiter="^").rows == (2,)
    assert psm(file("NIK;NAMA PSM;KELURAHAN", "", ";Ani, S.Sos;63.10.09.2005")).rows == (3,)


def test_long_unclosed_quotation_raises_one_table_error(file):
    with pytest.raises(TableError) as caught:
        psm(file(HEAD, '"Ani' + "x" * 200_000))
    assert caught.value.code == "table.damaged"


def test_single_column_is_read(file):
    layout = Layout("nama", "Nama", Person, (Column("name", "Nama"), Column(None, "x")))
    with pytest.raises(TableError):
        tables.read(file("Nama", "Ani"), Person, layout=layout)
    loaded = tables.read(file("Nama,x", "Ani,1"), Person, layout=layout)
    assert loaded.records[0].name == "Ani"


def test_custom_layout_with_groups_and_end_is_read(file):
    layout = Layout(
        "bip",
        "Buku induk",
        Person,
        (
            Column("nik", "NIK", required=True),
            Column("name", ("Nama", "Nama Lengkap")),
            Column("sex", "L/P"),
            Column("ktp_address.street", "Alamat"),
        ),
        constants={"citizenship": Citizenship.WNI},
        groups={"No. KK": "kk", "Dusun": "ktp_address.hamlet"},
        end="###",
    )
    loaded = tables.read(
        file(
            "NIK,Nama,L/P,Alamat",
            "-1,-2,-3,-4",
            "No. KK : 9901010108200001,,,",
            "Dusun,,:,Pantai",
            "9901014108900001\u00a0,Ani,Pr,Jl. 1",
            "No. KK : 9901010108200002,,,",
            "9901010108900002,Budi,Lk,",
            "9901010108900003,Cici,Lk,",
            "###,,,",
            "not read,,,",
        ),
        Person,
        layout=layout,
    )
    assert summary(loaded) == []
    assert [one.kk.unmasked[-1] for one in loaded.records] == ["1", "2", "2"]
    assert loaded.records[0].ktp_address.hamlet == "Pantai"
    assert {one.citizenship for one in loaded.records} == {Citizenship.WNI}
    wrong = tables.read(file("NIK,Nama", "No. KK: 123,", ",Ani"), Person, layout=layout)
    assert [(i.cell, i.code) for i in wrong.issues] == [("B3", "row.single_cell")]
    wrong = tables.read(file("NIK,Nama,L/P", "No. KK: 123,", ",Ani,P"), Person, layout=layout)
    assert [(i.cell, i.code, i.where) for i in wrong.issues] == [("3", "kk.length", "$.kk")]


def test_cell_overrides_the_value_of_its_group_row(file):
    layout = Layout(
        "bip",
        "Buku induk",
        Person,
        (Column("name", "Nama"), Column("kk", "KK"), Column("disabilities", "Ragam")),
        groups={"No. KK": "kk"},
    )
    path = file(
        "Nama,KK,Ragam", "No. KK: 9901010108200001", "Ani,9901010108200002,fisik; x", "Budi,,fisik"
    )
    loaded = tables.read(path, Person, layout=layout)
    assert [(i.cell, i.code, i.where) for i in loaded.issues] == [
        ("C3", "term.unknown", "$.disabilities")
    ]
    assert [one.kk.unmasked[-1] for one in loaded.records] == ["2", "1"]
    valid = file("Nama,KK,Ragam", "No. KK 9901010108200001", "Ani,9901010108200002,fisik; mental")
    (ani,) = tables.read(valid, Person, layout=layout).records
    assert (ani.kk.unmasked[-1], len(ani.disabilities)) == ("2", 2)


def test_presence_column_may_follow_the_fields_of_its_record(file):
    loaded = psm(file(f"{HEAD},TAHUN SERTIFIKASI,STATUS SERTIFIKASI", f"{ROW},2019,sudah"))
    assert loaded.records[0].certifications[0].year == 2019


def test_invalid_layout_is_rejected(file):
    def build(kind, *columns, **more):
        return Layout("x", "x", kind, columns, **more)

    with pytest.raises(ValueError, match="Person has no 'nmae'"):
        build(Person, Column("nmae", "Nama"))
    with pytest.raises(
        ValueError, match=r"'person' is a record; name a field, such as person\.name"
    ):
        build(Beneficiary, Column("person", "Nama"))
    with pytest.raises(ValueError, match="the constant for 'sex' does not fit"):
        build(Person, Column("name", "Nama"), constants={"sex": "P"})
    with pytest.raises(ValueError, match="two columns have the heading 'nama'"):
        build(Person, Column("name", "Nama"), Column("birth_place", "NAMA"))
    with pytest.raises(ValueError, match="the layout 'x' makes Person records"):
        tables.read(file("Nama", "Ani"), Worker, layout=build(Person, Column("name", "Nama")))


def test_constants_apply_where_the_record_has_a_required_column(file):
    layout = Layout(
        "x",
        "x",
        Beneficiary,
        (Column("person.name", "Nama"), Column("classifications.0.date", "Tgl", required=True)),
        constants={
            "classifications.0.category": PPKSCategory.PEMULUNG,
            "classifications.0.source": "kader",
        },
    )
    loaded = tables.read(
        file("No,Nama,Tgl", "1,Ani,1-8-2025", "2,Budi,"), Beneficiary, layout=layout
    )
    assert summary(loaded) == [("B3", "row.single_cell")]
    assert loaded.errors
    assert len(loaded.records) == 1


def test_opensid_resident_list_is_read(file):
    (layout,) = (one for one in LAYOUTS if one.name == "opensid-penduduk")
    assert len(layout.columns) == 43
    cells = {
        "alamat": "Jl. 1", "dusun": "DUSUN Pantai", "rw": "0", "rt": "-", "nama": "ANI",
        "no_kk": "0", "nik": "9901014108900001", "sex": "2", "tempatlahir": "Batulicin",
        "tanggallahir": "01-08-1990", "agama_id": "1", "pekerjaan_id": "Petani/Pekebun",
        "kk_level": "3",
    }  # fmt: skip
    heads = [column.headings[0] for column in layout.columns]
    path = file(",".join(heads), ",".join(cells.get(head, "") for head in heads))
    loaded = tables.read(path, Person, values={"ktp_address.region": ANGSANA})
    (person,) = loaded.records
    assert (loaded.layout, loaded.issues) == ("opensid-penduduk", ())
    assert (person.ktp_address.hamlet, person.ktp_address.rt) == ("Pantai", None)
    assert (person.kk, person.sex, person.religion) == (None, Sex.PEREMPUAN, Religion.ISLAM)
    assert person.family_relation is FamilyRelation.ISTRI
    assert person.occupation is Occupation.PETANI_PEKEBUN
    assert person.ktp_address.region == ANGSANA


def test_dukcapil_export_is_read(file):
    (layout,) = (one for one in LAYOUTS if one.name == "siak")
    assert len(layout.columns) == 37
    cells = {
        "NIK": "9901010108900001", "Nama Penduduk": "BUDI", "Tanggal Lahir": "33086",
        "Kelamin": "LAKI-LAKI", "SHDK": "KEPALA KELUARGA", "Kecamatan": "ANGSANA",
        "Desa/Kel": "ANGSANA", "Gol. Darah": "-", "Status Kawin": "KAWIN",
    }  # fmt: skip
    heads = [column.headings[0] for column in layout.columns]
    path = file(",".join(heads), ",".join(cells.get(head, "") for head in heads))
    loaded = tables.read(path, Person, within=TANAH_BUMBU)
    (person,) = loaded.records
    assert (loaded.layout, loaded.issues) == ("siak", ())
    assert person.birth_date == date(1990, 8, 1)
    assert person.ktp_address.region == ANGSANA
    assert person.blood_type is None


def test_list_of_one_category_and_year_is_read(file):
    heads = (
        "id_dtks,provinsi,kabupatenkota,kecamatan,desakeluarahan,alamat,dusun,rt,rw,nomor_kk,"
        "nomor_nik,nama,tanggal_lahir,tempat_lahir,jenis_kelamin,nama_ibu_kandung,hubungan_keluarga"
    )
    row = (
        "1,Kalimantan Selatan,Tanah Bumbu,Angsana,Angsana,Jl. 1,,1,1,0,0,Ani,1990-08-01,Batulicin,"
        "P,Ibu Contoh,Istri"
    )
    given = {
        "classifications.0.category": PPKSCategory.PEMULUNG,
        "classifications.0.date": DAY,
        "classifications.0.source": "daftar 2025",
    }
    loaded = tables.read(file(heads, row), Beneficiary, values=given)
    (one,) = loaded.records
    assert loaded.issues == ()
    assert one.person.ktp_address.region == ANGSANA
    assert {found.category for found in one.classifications} == {PPKSCategory.PEMULUNG}


def test_recipients_end_at_the_end_text(file):
    loaded = tables.read(
        file(
            "Peserta,No. Peserta,NIK,Nama,Tempat Lahir,Tanggal Lahir,Alamat",
            "9901014108900001,1,9901014108900001,Ani,Batulicin,1990-08-01,Jl. 1",
            "###,,,,,,",
            "x,,,,,,",
        ),
        Beneficiary,
    )
    assert (loaded.layout, len(loaded.records), loaded.issues) == ("peserta-bantuan", 1, ())


def test_every_layout_is_detected_from_its_own_headings(file):
    for layout in LAYOUTS:
        path = file(";".join(column.headings[0] for column in layout.columns), ";;;x")
        # Without a title, a list of families or of participants is a list of people.
        kind = layout.record_class if layout.record_class in {Event, Family} else None
        assert tables.detect_layout(path, record_class=kind) is layout


def test_register_of_referrals_is_read(file):
    head = "Kunci Penerima,Tgl Dirujuk,Perujuk,Dirujuk ke,Keluhan,No. Surat Rujukan,Sifat,Lampiran,"
    head += "Batas Jawaban,Jawaban Melalui,Hasil Rujukan,Tanggal Jawaban"
    path = file(
        head,
        "b-1,15-10-2025,PSM Desa Contoh,Puskesmas Contoh,Batuk lama,460/7,mendesak,KTP; KK,"
        "20-10-2025,WA,Selesai dilayani,17-10-2025",
        "b-2,15-10-2025,PSM Desa Contoh,Dinas Sosial,,,,,,,,",
    )
    loaded = tables.read(path, Case)
    assert (loaded.layout, loaded.errors) == ("rujukan", ())
    answered, waiting = (one.referrals[0] for one in loaded.records)
    letter = answered.referral
    assert (letter.letter_number, letter.urgency, letter.attachments) == (
        "460/7",
        ReferralUrgency.SEGERA,
        ("KTP", "KK"),
    )
    assert (letter.answer_due, letter.reply_channel) == (date(2025, 10, 20), ReplyChannel.PESAN)
    assert (answered.answer, answered.answered_on) == (ReferralAnswer.SELESAI, date(2025, 10, 17))
    assert (waiting.answer, len(loaded.records[1].steps)) == (None, 1)
    assert letter.data_class is Sensitivity.SPESIFIK


def test_complete_register_of_referrals_gives_no_warning(file):
    head = "Kunci Penerima,Kunci PSM,Tanggal Rujukan,Perujuk,Dirujuk ke,Dasar Hukum,"
    row = "p-1,15-10-2025,PSM Desa Contoh,Puskesmas Contoh,pelayanan publik,"
    path = file(
        f"{head}Jawaban Rujukan,Tanggal Jawaban",
        f"b-1,{row}sudah dilayani,17-10-2025",
        f"b-2,{row}belum ada,",
    )
    loaded = tables.read(path, Case, checks=True, as_of=date(2025, 11, 1))
    assert loaded.issues == ()
    assert [one.referrals[0].answer for one in loaded.records] == [ReferralAnswer.SELESAI, None]


def test_answer_with_an_unknown_word_costs_no_referral(file):
    head = "Kunci Penerima,Kunci PSM,Tanggal Rujukan,Perujuk,Dirujuk ke,Dasar Hukum,"
    row = "b-1,p-1,15-10-2025,PSM Desa Contoh,Puskesmas Contoh,pelayanan publik,"
    path = file(f"{head}Jawaban Rujukan,Tanggal Jawaban", f"{row}entahlah,17-10-2025")
    loaded = tables.read(path, Case)
    assert [(one.cell, one.code) for one in loaded.issues] == [
        ("G2", "term.unknown"),
        ("G2", "step.detail_mismatch"),
    ]
    assert {one.params.get("left_out") for one in loaded.issues} == {1}
    assert [len(one.steps) for one in loaded.records] == [1]


def test_headings_of_two_record_classes_are_ambiguous(file):
    assert tables.detect_layout(file("Nama,NIK", "Ani,")).name == "warga"
    assert (
        tables.detect_layout(file("NIK;Nama;Kategori PPKS;Desa", ";Ani;;")).name
        == "penerima-manfaat"
    )
    with pytest.raises(TableError) as caught:
        tables.detect_layout(file("id,person.name", "x,Ani"))
    assert caught.value.code == "table.ambiguous"
    assert (
        tables.detect_layout(file("id,person.name", "x,Ani"), record_class=Worker).record_class
        is Worker
    )


def test_cell_without_a_heading_gives_a_warning(file):
    loaded = psm(file(f"{HEAD},,WARNA", f"{ROW},x,,y", f"{ROW},,,".replace("0001", "0002")))
    assert summary(loaded) == [("F1", "table.column_unknown"), ("E2", "cell.no_heading")]


def test_given_record_with_columns_of_its_fields_is_rejected(file):
    home = Address(region=ANGSANA)
    with pytest.raises(ValueError, match="columns fill parts of 'ktp_address'"):
        tables.read(file("NIK,Nama,Alamat", ",Ani,Jl. 1"), Person, values={"ktp_address": home})
    loaded = tables.read(file("NIK,Nama", ",Ani"), Person, values={"ktp_address": home})
    assert loaded.records[0].ktp_address == home


def test_name_may_begin_with_an_apostrophe(file):
    loaded = tables.read(file("NIK,Nama,RT", ",\u2019Aisyah,'003", ",'Aisyiyah,'1"), Person)
    assert [one.name for one in loaded.records] == ["\u2019Aisyah", "'Aisyiyah"]
    assert [one.ktp_address.rt for one in loaded.records] == ["003", "001"]


def test_endless_line_is_rejected(file):
    with pytest.raises(TableError) as caught:
        psm(file(HEAD, ";" * (1 << 20)))
    assert caught.value.code == "table.damaged"


def test_stream_gives_rows_one_by_one(file):
    with tables.stream(file(HEAD, ROW, f"x{ROW}"), Worker, values=LISTED) as rows:
        assert (rows.layout, rows.header_row, rows.sheet, rows.issues) == (
            "psm-import",
            1,
            None,
            (),
        )
        first = next(iter(rows))
    assert (first.row, first.record is None, [i.code for i in first.issues]) == (
        2,
        True,
        ["region.ambiguous"],
    )


def test_class_without_a_layout_is_read_by_paths(file):
    path = file(
        "id,beneficiary,steps.0.kind,steps.0.date,steps.0.by", "k,b,registrasi,2025-10-10,w"
    )
    loaded = tables.read(path, Case)
    assert (loaded.layout, len(loaded.records)) == ("psm-core", 1)
    with pytest.raises(TableError) as caught:
        tables.read(file("a,b", "c,d"), Case)
    assert caught.value.code == "table.no_header"
    with pytest.raises(ValueError, match="there are: none"):
        tables.read(file("a,b", "c,d"), Household, layout="x")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table.empty"),
        (b" \r\n\t", "table.empty"),
        (b"%PDF-1.7 ...", "table.not_a_table"),
        (b"\x89PNG\r\n\x1a\n", "table.not_a_table"),
    ],
)
def test_file_that_is_no_table_is_rejected(tmp_path, content, code):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(TableError) as caught:
        tables.read(path, Person)
    assert (caught.value.code, str(caught.value)[: len(code)]) == (code, code)


def test_missing_file_is_not_read():
    with pytest.raises(TableError) as caught:
        tables.read("/dev/null", Person)
    assert caught.value.code == "table.not_a_table"


def test_folder_is_not_read(tmp_path):
    with pytest.raises(TableError) as caught:
        tables.read(tmp_path, Person)
    assert caught.value.code == "table.directory"


def test_errors_and_reprs_contain_no_personal_data(file):
    loaded = psm(
        file(HEAD, "Rahasia,990101410890000,Angsana,Angsana", ROW.replace("Ani", "Rahasia"))
    )
    shown = f"{loaded!r} {loaded.issues} {[str(issue) for issue in loaded.issues]}"
    for secret in ("Rahasia", "990101410890000", "9901014108900001"):
        assert secret not in shown


def test_check_of_every_record_is_reported_once_for_the_file(tmp_path):
    path = tmp_path / "psm.csv"
    head = "Kunci,NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas\n"
    row = "w{n},990101010890000{n},Contoh {n},psm,2019-01-01,63.10.09.2005\n"
    path.write_text(head + "".join(row.format(n=n) for n in (1, 2, 3)), "utf-8")
    loaded = tables.read(path, Worker, checks=True, as_of=date(2025, 10, 10))
    unproven = [one for one in loaded.issues if one.code.endswith("_unproven")]
    assert (len(loaded.records), loaded.counts["psm.training_unproven"]) == (3, 3)
    assert len({one.code for one in unproven}) == len(unproven) >= 5
    assert {one.row for one in unproven} == {None}


def test_check_of_a_single_record_is_reported_at_its_row(tmp_path):
    path = tmp_path / "psm.csv"
    head = "Kunci,NIK,Nama Lengkap,Pilar,Mulai Tugas,Desa/Kelurahan Tugas\n"
    path.write_text(f"{head}w1,9901010108900001,Contoh,psm,2019-01-01,63.10.09.2005\n", "utf-8")
    issues = tables.read(path, Worker, checks=True, as_of=date(2025, 10, 10)).issues
    assert {one.row for one in issues if one.code.endswith("_unproven")} == {2}


@pytest.mark.parametrize(
    ("cell", "street"),
    [
        *(("NIHIL", None), ("Nihil", None), ("N/A", None), ("n/a", None), ("-", None)),
        *(("---", None), ("\u2013", None), ("\u2014-", None)),
        *(("Nihilo", "Nihilo"), ("N", "N"), ("-1", "-1"), ("Nn", "Nn"), ("\u00e9", "\u00e9")),
    ],
)
def test_word_for_no_value_leaves_the_field_unset(file, cell, street):
    loaded = tables.read(file(f"NIK,Nama,Alamat,RT\n9901014108900001,Contoh,{cell},1"), Person)
    (address,) = (one.ktp_address for one in loaded.records)
    assert (address.street, address.rt) == (street, "001")


def test_unknown_option_is_rejected(file):
    path = file("NIK,Nama", ",Ani")
    with pytest.raises(TypeError, match="unknown option 'today'; known options: sheet, delimiter"):
        tables.read(path, Person, today=DAY)
    with pytest.raises(TypeError, match="unknown option 'within'"):
        tables.detect_layout(path, within=RegionCode("63"))


def test_checks_and_date_need_each_other(file):
    path = file("NIK,Nama", ",Ani")
    with pytest.raises(ValueError, match="checks=True needs as_of"):
        tables.read(path, Person, checks=True)
    with pytest.raises(ValueError, match="as_of is only used by the plausibility checks"):
        tables.read(path, Person, as_of=DAY)


def test_heading_that_names_a_record_is_no_path_of_an_export(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("NIK,Nama,person,group\n9901014108900001,Ani Contoh,x,y\n", "utf-8")
    assert tables.detect_layout(path).name == "warga"
    assert len(tables.read(path, Person).records) == 1
