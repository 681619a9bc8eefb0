"""Lists of families with their welfare rank."""

from datetime import date
from pathlib import Path

import pytest

from psm_core import Family, Person, Quarter, Severity, TableError, tables
from psm_core.terms import FamilyRelation

NIK, OTHER = "9901011708800001", "9901015205850001"
KK, OTHER_KK = "9901010103150001", "9901010103150002"
HEAD = "No,No KK,NIK,Nama Kepala Keluarga,Alamat,RT,RW,Jumlah Anggota Keluarga,Desil Nasional"


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def ranks(result: tables.TableResult[Family]) -> list[tuple[int, str] | None]:
    return [one.rank and (one.rank.decile, str(one.rank.period)) for one in result.records]


def names(result: tables.TableResult[Family]) -> list[list[str]]:
    return [[one.person.name for one in family.memberships] for family in result.records]


def siks(path: Path, period: str = "", title: str = "DATA DTSEN DESA CONTOH") -> Path:
    """Write a list with a row for each family."""
    column = "" if not period else ",Triwulan,PKH"
    cell = "" if not period else f",{period},YA"
    return write(
        path,
        title,
        HEAD + column,
        f"1,{KK},{NIK},BUDI CONTOH,JL. CONTOH,001,002,4,1{cell}",
        f"2,{OTHER_KK},{OTHER},ANI CONTOH,JL. CONTOH,001,002,2,Desil 3{cell}",
        f"3,-,,CITRA UJI,JL. CONTOH,001,002,1,-{cell}",
        f"4,-,,DEDI UJI,JL. CONTOH,001,002,1,Belum ada{cell}",
    )


@pytest.mark.parametrize("period", ["TW IV 2025", "2025-Q4"])
def test_list_of_families_with_their_rank_is_read(tmp_path: Path, period: str) -> None:
    path = siks(tmp_path / "data.csv", period)
    assert tables.detect_layout(path).name == "keluarga-desil"
    result = tables.read(path, Family)
    assert (result.layout, result.valid_rows, result.error_count) == ("keluarga-desil", 4, 0)
    assert [one.code for one in result.issues] == ["table.columns_unread"]
    assert result.issues[0].params["headings"] == "Jumlah Anggota Keluarga, PKH"
    assert ranks(result) == [(1, "2025-Q4"), (3, "2025-Q4"), None, None]
    assert names(result) == [["BUDI CONTOH"], ["ANI CONTOH"], ["CITRA UJI"], ["DEDI UJI"]]
    first = result.records[0]
    assert first.kk is not None
    (head,) = first.memberships
    assert (first.kk.unmasked, head.relation) == (KK, FamilyRelation.KEPALA_KELUARGA)
    assert head.person.nik is not None
    assert head.person.nik.unmasked == NIK


def test_period_of_all_ranks_is_given(tmp_path: Path) -> None:
    path = siks(tmp_path / "data.csv")
    result = tables.read(path, Family, values={"ranks.0.period": Quarter("2025-Q4")})
    assert ranks(result) == [(1, "2025-Q4"), (3, "2025-Q4"), None, None]
    result = tables.read(path, Family)
    assert [(one.code, one.path) for one in result.errors] == [
        ("field.missing", ("ranks", 0, "period"))
    ]
    assert ranks(result) == [None, None]
    siks(path, title="DATA DTSEN DESA CONTOH TRIWULAN IV 2025")
    assert ranks(tables.read(path, Family)) == [(1, "2025-Q4"), (3, "2025-Q4"), None, None]


def test_list_of_members_with_ranks_is_a_list_of_families(tmp_path: Path) -> None:
    path = write(
        tmp_path / "data.csv",
        "NIK,Nama,No KK,Hubungan Keluarga,Desil,Triwulan",
        f"{NIK},BUDI CONTOH,{KK},Kepala Keluarga,2,2025-Q4",
        f"{OTHER},ANI CONTOH,{KK},Istri,2,2025-Q4",
        f"9901014305610001,CITRA UJI,{OTHER_KK},Kepala Keluarga,belum ada,2025-Q4",
    )
    assert tables.detect_layout(path).name == "anggota-desil"
    result = tables.read(path, Family)
    assert (result.layout, result.issues) == ("anggota-desil", ())
    assert names(result) == [["BUDI CONTOH", "ANI CONTOH"], ["CITRA UJI"]]
    assert ranks(result) == [(2, "2025-Q4"), None]


@pytest.mark.parametrize("other", ["Nama", "Nama Anggota Keluarga", "Nama Lengkap"])
def test_number_of_a_member_is_not_that_of_the_head(tmp_path: Path, other: str) -> None:
    path = write(
        tmp_path / "data.csv",
        f"NIK,{other},Nama Kepala Keluarga,No KK,Desil,Periode Desil",
        f"{OTHER},ANI CONTOH,BUDI CONTOH,{KK},1,2025-Q4",
    )
    result = tables.read(path, Person)
    assert [one.name for one in result.records] == ["ANI CONTOH"]
    assert tables.detect_layout(path).name == "anggota-desil"
    families = tables.read(path, Family)
    assert names(families) == [["ANI CONTOH"]]
    assert ranks(families) == [(1, "2025-Q4")]
    assert families.records[0].memberships[0].relation is None


def test_list_of_members_needs_no_relation(tmp_path: Path) -> None:
    lines = [f"{KK},{NIK},BUDI CONTOH,1,003", f"{KK},{OTHER},ANI CONTOH,1,003"]
    lines += [f"{OTHER_KK},9901014305610001,CITRA UJI,,004"]
    path = write(tmp_path / "data.csv", "NO_KK,NIK,NAMA,DESIL,RT", *lines)
    assert tables.detect_layout(path).name == "anggota-desil"
    result = tables.read(path, Family, values={"ranks.0.period": "2025-Q2"})
    assert (result.layout, result.issues) == ("anggota-desil", ())
    assert names(result) == [["BUDI CONTOH", "ANI CONTOH"], ["CITRA UJI"]]
    assert ranks(result) == [(1, "2025-Q2"), None]
    member = result.records[0].memberships[1]
    assert (member.relation, member.person.family_relation) == (None, None)
    assert member.person.kk == result.records[0].kk
    assert Family(memberships=(member,)).head_on(date(2025, 10, 10)) is None
    write(path, "NO_KK,NIK,NAMA", *(line.rpartition(",")[0].rpartition(",")[0] for line in lines))
    assert tables.detect_layout(path).record_class is Person
    assert names(tables.read(path, Family)) == names(result)


def test_list_of_cards_with_their_rank_has_no_members(tmp_path: Path) -> None:
    path = write(tmp_path / "data.csv", "NO KK,DESIL", f"{KK},1", f"{OTHER_KK},")
    assert tables.detect_layout(path).name == "kk-desil"
    result = tables.read(path, Family, values={"ranks.0.period": "2025-Q2"})
    assert (result.issues, names(result)) == ((), [[], []])
    assert ranks(result) == [(1, "2025-Q2"), None]
    assert [one.kk and one.kk.unmasked for one in result.records] == [KK, OTHER_KK]
    (missing,) = tables.read(path, Family).errors
    assert (missing.code, missing.params["path"]) == ("field.missing", "ranks.0.period")
    write(path, "NO KK,NIK,DESIL", f"{KK},{NIK},1")
    with pytest.raises(TableError) as caught:
        tables.read(path, Family)
    assert (caught.value.code, caught.value.issue.params["layout"]) == (
        "table.column_missing",
        "anggota-desil",
    )


def test_title_above_the_headings_is_no_part_of_them(tmp_path: Path) -> None:
    path = write(tmp_path / "data.csv", "DATA WARGA", "NIK,Nama,Desil", f"{NIK},ANI,1")
    result = tables.read(path, Person)
    assert [one.params["headings"] for one in result.issues] == ["Desil"]


def test_columns_of_the_head_may_have_two_values(tmp_path: Path) -> None:
    path = write(
        tmp_path / "data.csv",
        "DAFTAR KELUARGA DESIL 1-5",
        "NO,NAMA KRT,NIK KRT,NO. KARTU KELUARGA,TTL,RT/RW,DESIL,PERIODE",
        f'1,BUDI CONTOH,{NIK},{KK},"BATULICIN, 17-08-1980",001/002,1,2025-Q4',
    )
    assert tables.detect_layout(path).name == "keluarga-desil"
    result = tables.read(path, Family)
    assert (result.issues, ranks(result)) == ((), [(1, "2025-Q4")])
    person = result.records[0].memberships[0].person
    assert (person.birth_place, str(person.birth_date)) == ("BATULICIN", "1980-08-17")
    assert person.ktp_address is not None
    assert (person.ktp_address.rt, person.ktp_address.rw) == ("001", "002")


@pytest.mark.parametrize(
    ("titles", "period"),
    [
        (["DTSEN Triwulan II 2025"], "2025-Q2"),
        (["DATA DESIL DESA CONTOH", "TAHUN 2025 TRIWULAN 3"], "2025-Q3"),
        (["DTSEN TW I TH. 2025", "DTSEN TW II 2025"], None),
        (["DTSEN 2025"], None),
        (["PENERIMA BLT TRIWULAN I 2025"], None),
        (["PENERIMA BLT TRIWULAN I 2025", "Sumber : DTSEN (TW IV/2024)"], "2024-Q4"),
        (["DTSEN TW II 2025", "Periode : TW III 2025"], "2025-Q3"),
    ],
)
def test_title_states_the_period_of_all_ranks(
    tmp_path: Path, titles: list[str], period: str | None
) -> None:
    path = write(tmp_path / "data.csv", *titles, "No KK,Desil", f"{KK},Desil-1")
    result = tables.read(path, Family, require_values=False)
    found = {one.rank and str(one.rank.period) for one in result.records}
    assert found == ({period} if period else set())
    assert [one.code for one in result.issues] == ([] if period else ["field.missing"])


def test_column_and_value_come_before_the_title(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    write(path, "DTSEN TW I 2025", "No KK,Desil,Periode", f"{KK},1,TW II 2025")
    assert ranks(tables.read(path, Family)) == [(1, "2025-Q2")]
    write(path, "DTSEN TW I 2025", "No KK,Desil", f"{KK},1")
    given = tables.read(path, Family, values={"ranks.0.period": "2025-Q3"})
    assert ranks(given) == [(1, "2025-Q3")]
    write(path, "DATA TW I 2025", "NIK,Nama", f"{NIK},ANI")
    assert [one.name for one in tables.read(path, Person).records] == ["ANI"]


def test_unclear_decile_or_period_loses_no_family(tmp_path: Path) -> None:
    cells = {"D1": 1, "desil-2": 2, "DESIL: 3": 3, "tidak terdesil": None, "#N/A": None}
    unclear = ["6-10", "Desil I"]
    lines = [f"99010101031501{n:02d},{cell},TW I 2025" for n, cell in enumerate([*cells, *unclear])]
    path = write(tmp_path / "data.csv", "No KK,Desil,Periode", *lines, f"{OTHER_KK},1,kemarin")
    result = tables.read(path, Family)
    assert [one.rank and one.rank.decile for one in result.records] == [
        *cells.values(),
        *[None] * 3,
    ]
    found = [(one.code, one.cell) for one in result.issues]
    assert found == [("type.number", "B7"), ("type.number", "B8"), ("quarter.format", "C9")]
    assert {one.severity for one in result.issues} == {Severity.WARNING}


def test_period_alone_makes_no_rank(tmp_path: Path) -> None:
    lines = ["DTSEN TW II 2025", "No KK,Nama,SHDK", f"{KK},ANI,Kepala Keluarga"]
    path = write(tmp_path / "data.csv", *lines)
    assert ranks(tables.read(path, Family)) == [None]
    given = {"ranks.0.decile": 2, "ranks.0.period": "2025-Q1"}
    assert ranks(tables.read(path, Family, values=given)) == [(2, "2025-Q1")]


@pytest.mark.parametrize(
    ("heading", "cells", "deciles", "unread"),
    [
        ("PERINGKAT", ["1", "3", "1"], [1, 3, 1], ""),
        ("PERINGKAT", ["1", "2", "-"], None, "PERINGKAT"),
        ("PERINGKAT", ["102334", "2", "2"], None, "PERINGKAT"),
        ("PERINGKAT", ["lima", "2", "2"], None, "PERINGKAT"),
        ("PERINGKAT,DESIL_NASIONAL", ["2,1", "3,1", "2,2"], [1, 1, 2], "PERINGKAT"),
        ("DESIL TW II 2025", ["1", "2", "3"], [1, 2, 3], ""),
        ("DESIL (TW I 2025),DESIL (TW II 2025)", ["1,1", "1,1", "2,2"], None, "DESIL"),
    ],
)
def test_cells_and_quarters_show_which_column_has_the_decile(
    tmp_path: Path, heading: str, cells: list[str], deciles: list[int] | None, unread: str
) -> None:
    rows = [f"99010101031500{n:02},,ANI {'ABC'[n - 1]},{cell}" for n, cell in enumerate(cells, 1)]
    title = "DATA" if "TW" in heading else "DTSEN TW II 2025"
    path = write(tmp_path / "data.csv", title, f"NO_KK,NIK,NAMA,{heading}", *rows)
    layout = tables.detect_layout(path)
    assert (layout.record_class is Family) == (deciles is not None)
    result = tables.read(path, layout.record_class)
    assert (len(result.records), result.error_count) == (3, 0)
    if deciles is not None:
        families = tables.read(path, Family)
        assert ranks(families) == [(one, "2025-Q2") for one in deciles]
    found = [str(one.params["headings"]) for one in result.issues]
    assert [one[: len(unread)] for one in found] == ([unread] if unread else [])
