"""Facts in lines above a table, and attendance lists whose rows are participants of an event."""

from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from psm_core import (
    Attendee,
    DateRange,
    Event,
    EventKind,
    Participant,
    Person,
    RegionCode,
    TableError,
    ValidationError,
    tables,
)
from psm_core.tables import Column, Layout
from psm_core.terms import ParticipantKind, RegionLevel

KIND = {"kind": "Bimtek"}
HEAD = ["No", "Nama", "Instansi", "TTD"]
TWO = [[1, "Ani Contoh", "PSM", None], [2, "Budi Contoh", "TKSK", None]]
TITLE = ["DAFTAR HADIR"]
DAY = DateRange(date(2025, 10, 20), date(2025, 10, 20))


@pytest.fixture
def save(tmp_path):
    def save_rows(*rows: list[Any], name: str = "hadir.xlsx") -> Any:  # noqa: ANN401 - a path
        book = Workbook()
        for cells in rows:
            book.active.append(cells)
        book.save(tmp_path / name)
        return tmp_path / name

    return save_rows


def found(result):
    return [(one.code, one.cell.removeprefix("Sheet!")) for one in result.issues]


def event_of(path, **options):
    """Return the only event of a list, and the issues but that of the column that is not read."""
    result = tables.read(path, Event, values=options.pop("values", KIND), **options)
    (event,) = result.records
    return event, [one for one in found(result) if one[0] != "table.columns_unread"]


def test_lines_above_the_table_fill_the_event(save):
    path = save(
        TITLE,
        ["Kegiatan : Rapat Koordinasi PSM"],
        ["Hari/Tanggal : Senin, 20 Oktober 2025"],
        ["Tempat : Aula Kantor Desa Angsana"],
        [],
        HEAD,
        *TWO,
    )
    assert tables.detect_layout(path).name == "daftar-hadir-kegiatan"
    event, issues = event_of(path)
    assert (event.title, event.kind, event.dates) == ("Rapat Koordinasi PSM", EventKind.BIMTEK, DAY)
    assert (event.place, str(event.id)) == ("Aula Kantor Desa Angsana", "daftar-hadir-kegiatan-7")
    assert [(one.name, one.kind) for one in event.participants] == [
        ("Ani Contoh", ParticipantKind.PESERTA),
        ("Budi Contoh", ParticipantKind.PESERTA),
    ]
    assert issues == []


@pytest.mark.parametrize(
    "lines",
    [
        [["Kegiatan", None, ":", "Bimtek"], ["Hari, Tanggal", None, ": Senin, 20 Oktober 2025"]],
        [["1. Kegiatan: Bimtek", None, "b) Tanggal:", date(2025, 10, 20)]],
        [["Nama Kegiatan", "Bimtek"], ["TANGGAL", datetime(2025, 10, 20)]],
        [["Kegiatan : Bimtek\nHari / Tgl. : 20-10-2025\nTempat : ........"]],
        [["Acara", ":", "Bimtek"], ["Hari", ":", "Senin"], ["Tanggal", ":", "20/10/2025"]],
    ],
)
def test_spelling_of_a_line_does_not_matter(save, lines):
    event, issues = event_of(save(TITLE, *lines, HEAD, *TWO))
    assert (event.title, event.dates, event.place, issues) == ("Bimtek", DAY, None, [])


def test_long_title_goes_on_in_the_next_row(save):
    lines = [["Kegiatan", ":", "Rapat Koordinasi"], [None, None, "PSM Tahun 2025"]]
    assert event_of(save(TITLE, *lines, HEAD, *TWO))[0].title == "Rapat Koordinasi PSM Tahun 2025"


def test_title_below_a_fact_in_one_cell_is_no_part_of_it(save):
    lines = [["Kegiatan : Rapat"], ["DAFTAR PESERTA"], ["Tempat", "Aula", "Lantai 2"]]
    event, issues = event_of(save(TITLE, *lines, HEAD, *TWO))
    assert (event.title, event.place, issues) == ("Rapat", None, [])


def test_region_above_the_table_is_the_venue(save):
    lines = [
        ["Kegiatan : Rapat"],
        ["Desa", "Bunati"],
        ["Kecamatan:", "Angsana", "Kabupaten : Tanah Bumbu"],
    ]
    event, issues = event_of(save(TITLE, *lines, HEAD, *TWO))
    assert (event.venue, issues) == (RegionCode("63.10.09.2001"), [])


def test_two_headings_below_others_are_no_fact(save):
    rows = [["Nama", "Alamat", None], [None, "Desa", "Kecamatan"], ["Ani", "Bunati", "Angsana"]]
    event, issues = event_of(save(TITLE, ["Kegiatan : X"], *rows), within=RegionCode("63.10"))
    assert event.participants[0].origin == RegionCode("63.10.09.2001")
    assert issues == []


def test_issue_of_a_region_names_the_cell_of_its_line(save):
    lines = [["Kegiatan : Rapat"], ["Kecamatan : Angsana"], ["Desa : Entah"]]
    path = save(TITLE, *lines, HEAD, *TWO)
    result = tables.read(path, Event, values=KIND, within=RegionCode("63.10"))
    assert found(result) == [("table.columns_unread", "C5"), ("region.not_found", "A4")]
    lines[2] = ["Desa : Angsana"]
    (issue,) = tables.read(
        save(TITLE, ["Kegiatan : X"], lines[2], HEAD, *TWO), Event, values=KIND
    ).errors
    assert (issue.code, issue.cell, issue.params["option"]) == (
        "region.ambiguous",
        "Sheet!A3",
        "--within",
    )


def test_old_code_of_a_region_above_gives_a_warning(save):
    path = save(TITLE, ["Kegiatan : X"], ["Desa : 91.01.01.2001"], HEAD, *TWO)
    assert event_of(path)[1] == [("region.unverified", "A3")]


def test_unreadable_fact_is_one_error_at_its_cell(save):
    path = save(
        TITLE, ["Kegiatan : X"], ["Hari/Tanggal", "20 Oktober 20"], ["Tahun : dua"], HEAD, *TWO
    )
    result = tables.read(path, Event, values=KIND)
    assert [(one.code, one.cell) for one in result.errors] == [
        ("type.number", "Sheet!A4"),
        ("date.ambiguous", "Sheet!B3"),
    ]
    assert (result.records, result.rows_read, result.valid_rows) == ((), 2, 0)


def test_lenient_reading_leaves_an_unreadable_fact_out(save):
    path = save(
        TITLE, ["Kegiatan : X"], ["Hari/Tanggal : 20 Oktober 20"], ["Tahun : dua"], HEAD, *TWO
    )
    event, issues = event_of(path, lenient=True)
    assert (event.dates, event.year) == (None, None)
    assert sorted(issues) == [("date.ambiguous", "A3"), ("type.number", "A4")]


def test_value_of_the_caller_replaces_a_fact(save):
    path = save(TITLE, ["Kegiatan : X"], ["Jenis Kegiatan : entah"], HEAD, *TWO)
    assert [one.code for one in tables.read(path, Event).errors] == ["term.unknown"]
    event, issues = event_of(path, values={**KIND, "title": "Y", "dates": "20-10-2025"})
    assert (event.title, event.kind, event.dates, issues) == ("Y", EventKind.BIMTEK, DAY, [])


def test_fact_without_a_field_is_named_in_one_warning(save):
    lines = [["Kegiatan : X"], ["Waktu : 08.00 s.d. selesai"], ["Narasumber : Ani Contoh"]]
    lines += [["Nomor 9901010101900001 : a"], ["Acara : Y"], ["Kegiatan : Z"]]
    result = tables.read(save(TITLE, *lines, HEAD, *TWO), Event, values=KIND)
    (issue,) = [one for one in result.issues if one.code == "table.facts_unread"]
    assert (issue.cell, issue.params) == (
        "Sheet!A3",
        {"facts": "Waktu, Narasumber, Acara, Kegiatan"},
    )
    result = tables.read(
        save(TITLE, ["Kegiatan : X"], ["Nomor 9901010101900001 : a"], HEAD, *TWO),
        Event,
        values=KIND,
    )
    assert [dict(one.params) for one in result.issues if one.code == "table.facts_unread"] == [{}]


def test_list_without_the_name_of_an_event_is_one_of_attendees(save):
    path = save(TITLE, ["Tempat : Aula"], HEAD, *TWO)
    assert tables.detect_layout(path).record_class is Attendee
    assert len(tables.read(path, Attendee).records) == 2


@pytest.mark.parametrize("heading", ["Kehadiran", "Nomor Sertifikat"])
def test_list_with_more_facts_of_attendees_is_one_of_attendees(save, heading):
    path = save(TITLE, ["Kegiatan : X"], ["No", "Nama", heading], [1, "Ani Contoh", "Hadir"])
    assert tables.detect_layout(path).record_class is Attendee


def test_word_of_another_list_in_the_cell_beside_a_fact_is_no_title(save):
    path = save(
        TITLE,
        ["Kegiatan", "Rapat Koordinasi PSM"],
        ["No", "Nama", "Jabatan / Instansi", "No HP", "Tanda Tangan"],
        [1, "Ani Contoh", "TKSK", "0800 0000 123", None],
    )
    assert tables.detect_layout(path).name == "daftar-hadir-kegiatan"
    event, issues = event_of(path)
    assert (event.title, issues) == ("Rapat Koordinasi PSM", [])


def test_list_of_an_event_with_columns_that_only_attendees_have_is_one_of_the_event(save):
    path = save(
        ["DAFTAR HADIR PESERTA"],
        ["Kegiatan : Bimbingan Teknis PSM"],
        ["No", "Nama", "L/P", "Utusan", "Instansi/Jabatan", "No. HP", "Tanda Tangan"],
        [1, "Ani Contoh", "P", "Desa Angsana", "Kader", "0800 0000 123", None],
    )
    assert tables.detect_layout(path).name == "daftar-hadir-kegiatan"


def test_list_of_recipients_at_an_event_is_no_attendance_list(save):
    path = save(
        ["DAFTAR PENERIMA"], ["Kegiatan : X"], ["No", "Nama", "NIK"], [1, "Ani", "9901010101900001"]
    )
    assert tables.detect_layout(path).record_class is Person


def test_kind_that_is_not_given_is_a_warning_of_a_check(save):
    path = save(TITLE, ["Kegiatan : X"], HEAD, *TWO)
    with pytest.raises(TableError) as caught:
        tables.read(path, Event)
    assert caught.value.code == "table.value_missing"
    result = tables.read(path, Event, require_values=False)
    assert (result.missing_values, result.error_count, result.valid_rows) == (("kind",), 0, 2)
    assert found(result) == [("table.columns_unread", "C3"), ("table.value_missing", "3")]


def test_equal_participants_are_one_with_a_warning(save):
    rows = [[1, "Ani Contoh"], [2, "Budi Contoh"], [3, "Ani Contoh"], [4, "Citra Contoh"]]
    event, issues = event_of(save(TITLE, ["Kegiatan : X"], ["No", "Nama"], *rows))
    assert [one.name for one in event.participants] == ["Ani Contoh", "Budi Contoh", "Citra Contoh"]
    assert issues == [("row.participant_repeated", "B6")]


def test_two_people_in_a_row_are_participants(save):
    half = ["No", "Nama", "Desa"]
    path = save(
        TITLE,
        ["Kegiatan : X", None, None, None, "Kabupaten : Tanah Bumbu"],
        [*half, None, *half],
        [1, "Ani", "Bunati", None, 3, "Citra", "Entah"],
        [2, "Budi", "Bunati", None, 4, "Ani", "Bunati"],
    )
    result = tables.read(path, Event, values=KIND, within=RegionCode("63.10.09"))
    assert found(result) == [
        ("row.record_incomplete", "B5"),
        ("region.not_found", "G4"),
        ("row.participant_repeated", "F5"),
    ]
    assert (result.records, result.valid_rows) == ((), 3)


def test_unreadable_fact_above_two_people_in_a_row_keeps_its_cell(save):
    path = save(
        TITLE, ["Kegiatan : X", None, "Tahun : dua"], ["No", "Nama"] * 2, [1, "Ani", 2, "Budi"]
    )
    assert found(tables.read(path, Event, values=KIND)) == [("type.number", "C2")]


def test_places_to_sign_are_no_marks(save):
    head = ["No", "Nama", "Instansi", "Tanda Tangan", None]
    rows = [[1, "Ani", "PSM", "1. .......", None], [2, "Budi", "PSM", None, "2 ......."]]
    path = save(TITLE, head, *rows, [3, None, None, "3."], [4, "Citra", "PSM", "hadir", 4])
    result = tables.read(path, Attendee)
    assert [(one.name, len(one.presences)) for one in result.records] == [
        ("Ani", 0), ("Budi", 0), ("Citra", 1)
    ]  # fmt: skip
    assert (found(result), result.rows_read) == ([], 3)


VILLAGE = Layout(
    "warga-desa",
    "Warga desa",
    Person,
    (
        Column("name", "Nama", required=True),
        Column("ktp_address.rt", "RT"),
        Column("ktp_address.street", "Alamat"),
    ),
    facts_above=(
        Column("ktp_address.hamlet", "Dusun", without=("Dusun",), blank=frozenset({"", "semua"})),
        Column("ktp_address.rt", "RT"),
        Column("birth_date", "Tanggal"),
    ),
)


def test_own_layout_reads_facts_above_into_every_row(save):
    day = datetime(2025, 10, 20, 23, 59, 30)
    path = save(
        ["Dusun : Dusun Mawar"],
        ["RT : 001"],
        ["Tanggal", day],
        ["Nama", "RT"],
        ["Ani", "2"],
        ["Budi", "3"],
    )
    result = tables.read(path, Person, layout=VILLAGE)
    assert [(one.ktp_address.hamlet, one.ktp_address.rt) for one in result.records] == [
        ("Mawar", "002"), ("Mawar", "003"),
    ]  # fmt: skip
    assert found(result) == [
        ("date.time_rounded", "B3"),
        ("cell.fact_differs", "B5"),
        ("cell.fact_differs", "B6"),
    ]
    blank = save(["Dusun : semua"], ["Nama", "RT"], ["Ani", "2"])
    assert tables.read(blank, Person, layout=VILLAGE).records[0].ktp_address.hamlet is None


def test_layout_file_keeps_facts_above(tmp_path):
    (layout,) = (one for one in tables.LAYOUTS if one.name == "daftar-hadir-kegiatan")
    path = tmp_path / "hadir.toml"
    path.write_text(tables.layout_text(layout), "utf-8")
    assert tables.load_layout(path).facts_above == layout.facts_above


def test_facts_above_of_a_layout_file_are_checked(tmp_path):
    path = tmp_path / "x.toml"
    lines = ['name = "x"', 'record = "person"', "[[columns]]", 'heading = "Nama"', 'field = "name"']
    lines += ["[[facts_above]]", 'heading = "Dusun"', 'field = "dusun"']
    lines += ["[[facts_above]]", 'heading = "TTL"', 'split = "birth"']
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(ValidationError) as caught:
        tables.load_layout(path)
    assert [(one.code, one.where) for one in caught.value.issues] == [
        ("layout.field_unknown", "$.facts_above[0].field"),
        ("layout.column_kind", "$.facts_above[1]"),
    ]


def test_facts_above_with_a_mistake_are_rejected():
    name = Column("name", "Nama")
    with pytest.raises(ValueError, match="two columns have the heading"):
        Layout("x", "x", Person, (name,), facts_above=(Column("kk", "A"), Column("nik", "A")))
    with pytest.raises(ValueError, match="no field"):
        Layout("x", "x", Person, (name,), facts_above=(Column("x", "A"),))


def test_column_of_a_range_of_dates_is_read(save):
    layout = Layout(
        "acara",
        "Acara",
        Event,
        (Column("title", "Acara", required=True), Column("dates", "Tanggal")),
        required_values={"kind": "jenis"},
    )
    path = save(
        ["Acara", "Tanggal"], ["A", "10-12 Oktober 2025"], ["B", date(2025, 10, 20)], ["C", "x"]
    )
    result = tables.read(path, Event, layout=layout, values=KIND)
    assert [one.dates for one in result.records] == [DateRange.parse("10-12 Oktober 2025"), DAY]
    assert found(result) == [("date.invalid", "B4")]


def test_participants_of_a_list_keep_their_key_and_kind(save):
    path = save(
        TITLE,
        ["Kegiatan : X"],
        ["Nama", "Kunci Pekerja", "Jenis Peserta"],
        ["Ani", "psm-1", "Narasumber"],
    )
    (one,) = event_of(path)[0].participants
    assert one == Participant(kind=ParticipantKind.NARASUMBER, name="Ani", worker=one.worker)
    assert str(one.worker) == "psm-1"


PEOPLE = [["No", "Nama", "NIK"], [1, "Ani Contoh", "9901014108900001"]]
ADDRESS = "ktp_address.region"
PLACES = Layout(
    "warga-wilayah",
    "Warga dengan wilayah",
    Person,
    (
        Column("name", "Nama", required=True),
        Column("nik", "NIK"),
        Column(ADDRESS, "Kecamatan", level=RegionLevel.DISTRICT),
        Column(ADDRESS, "Desa", level=RegionLevel.VILLAGE),
    ),
)
"""A layout that reads no facts above."""


def test_facts_that_a_column_would_fill_are_named_in_one_warning(save):
    path = save(["DAFTAR WARGA"], ["Kecamatan : Angsana"], ["Desa", "Bunati"], [], *PEOPLE)
    (issue,) = tables.read(path, Person, layout=PLACES).issues
    assert (issue.code, issue.cell) == ("table.facts_without_column", "Sheet!A2")
    assert dict(issue.params) == {"facts": "Kecamatan, Desa", "path": ADDRESS}


@pytest.mark.parametrize(
    "options",
    [
        {"values": {ADDRESS: RegionCode("63.10.09.2001")}},
        {"sheet_name": "desa", "within": RegionCode("63.10.09")},
    ],
)
def test_fact_above_that_is_given_elsewhere_is_no_warning(tmp_path, options):
    book = Workbook()
    book.active.title = "Bunati"
    for cells in [["Desa : Bunati"], *PEOPLE]:
        book.active.append(cells)
    book.save(tmp_path / "warga.xlsx")
    issues = tables.read(tmp_path / "warga.xlsx", Person, layout=PLACES, **options).issues
    assert "table.facts_without_column" not in [one.code for one in issues]


def test_region_above_a_column_of_a_lower_level_is_no_warning(save):
    path = save(["Kecamatan : Angsana"], ["Nama", "NIK", "Desa"], [*PEOPLE[1][1:], "Bunati"])
    assert found(tables.read(path, Person, within=RegionCode("63.10.09"))) == []


def test_region_above_a_column_of_a_higher_level_without_facts_is_a_warning(save):
    path = save(["Desa : Bunati"], ["Nama", "NIK", "Kecamatan"], [*PEOPLE[1][1:], "Angsana"])
    result = tables.read(path, Person, within=RegionCode("63.10"), layout=PLACES)
    assert found(result) == [("table.facts_without_column", "A1")]


def test_fact_above_a_list_without_such_a_field_is_no_warning(save):
    assert found(tables.read(save(["Penyusun : Budi Contoh"], *PEOPLE), Person)) == []
