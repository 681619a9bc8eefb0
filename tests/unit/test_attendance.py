"""Attendance lists: sessions, presences, certificates, and the training of a worker."""

from datetime import date
from functools import partial

import pytest

from psm_core import (
    NIK,
    AttendanceList,
    AttendanceListId,
    Attendee,
    EventId,
    Person,
    Presence,
    Session,
    Training,
    Worker,
    WorkerId,
    careers,
    checks,
    load_regions,
    recaps,
    tables,
    wire,
)
from psm_core.terms import PresenceMark, TrainingTier
from tests.unit.issues import issues_of

M = PresenceMark
PSM = WorkerId("psm-1")
FIRST = Session(key="1", date=date(2025, 10, 13), title="Etika", hours=8)
SECOND = Session(key="2", date=date(2025, 10, 14), title="Pendataan", hours=6)
check = partial(checks.check, regions=load_regions(), as_of=date(2025, 12, 31))


def attendee(*marks, **fields):
    presences = tuple(
        Presence(session=str(number), mark=mark)
        for number, mark in enumerate(marks, start=1)
        if mark is not None
    )
    return Attendee(presences=presences, **({"worker": PSM} | fields))


def attendance(*attendees, **fields):
    given = {"title": "Bimtek Dasar PSM", "sessions": (FIRST, SECOND)}
    return AttendanceList(id=AttendanceListId("dh-1"), attendees=attendees, **(given | fields))


def found(record):
    return [(issue.where, issue.code) for issue in check(record)]


def test_attendee_is_a_worker_or_has_a_name():
    assert issues_of(Attendee) == [("$.worker", "attendee.unidentified")]
    assert Attendee(name="Contoh").attended == frozenset()


def test_attendee_has_one_mark_for_each_session():
    twice = (Presence(session="1", mark=M.HADIR), Presence(session="1", mark=M.IZIN))
    expected = [("$.presences[1].session", "attendee.session_duplicate")]
    assert issues_of(lambda: Attendee(name="Contoh", presences=twice)) == expected


@pytest.mark.parametrize(
    ("mark", "is_present"),
    [(M.TANDA_TANGAN, True), (M.HADIR, True), (M.IZIN, False), (M.TIDAK_HADIR, False)],
)
def test_only_signed_and_present_count_as_attended(mark, is_present):
    assert bool(attendee(mark).attended) is is_present


def test_hours_are_those_of_the_attended_sessions():
    one = attendee(M.TANDA_TANGAN, M.IZIN)
    listed = attendance(one)
    assert listed.sessions_of(one) == (FIRST,)
    assert (listed.hours, listed.hours_of(one)) == (14, 8)
    assert listed.hours_of(attendee(M.IZIN)) == 0
    assert listed.hours_of(attendee()) is None


def test_unknown_hours_of_a_session_make_the_sum_unknown():
    untimed = Session(key="2", date=date(2025, 10, 14))
    listed = attendance(sessions=(FIRST, untimed))
    assert listed.hours is None
    assert listed.hours_of(attendee(M.HADIR, M.HADIR)) is None
    assert listed.hours_of(attendee(M.HADIR)) == 8


def test_session_keys_are_distinct():
    expected = [("$.sessions[1].key", "attendance.session_duplicate")]
    assert issues_of(lambda: attendance(sessions=(FIRST, FIRST))) == expected


def test_presence_at_an_unknown_session_is_rejected():
    expected = [("$.attendees[0].presences[2].session", "attendance.session_unknown")]
    assert issues_of(lambda: attendance(attendee(M.HADIR, M.HADIR, M.HADIR))) == expected


def test_worker_is_listed_once_but_names_may_repeat():
    expected = [("$.attendees[1].worker", "attendance.attendee_duplicate")]
    assert issues_of(lambda: attendance(attendee(), attendee())) == expected
    same_name = Attendee(name="Contoh")
    assert issues_of(lambda: attendance(same_name, same_name)) == []


def test_attendee_is_found_by_worker():
    assert attendance(attendee()).attendee(PSM) == attendee()
    assert attendance(Attendee(name="Contoh")).attendee(PSM) is None


def test_certificate_before_the_last_session_gives_warning():
    early = attendee(M.HADIR, certificate_date=date(2025, 10, 13))
    path = "$.attendees[0].certificate_date"
    assert found(attendance(early)) == [(path, "attendance.certificate_early")]
    assert found(attendance(attendee(M.HADIR, certificate_date=date(2025, 10, 14)))) == []
    assert found(attendance(attendee(certificate_date=date(2025, 1, 1)), sessions=())) == []


def test_certificate_with_more_hours_than_the_sessions_gives_warning():
    path = "$.attendees[0].certificate_hours"
    more = attendee(M.HADIR, certificate_hours=15)
    assert found(attendance(more)) == [(path, "attendance.certificate_hours")]
    assert found(attendance(attendee(M.HADIR, certificate_hours=14))) == []
    untimed = Session(key="1", date=date(2025, 10, 14))
    assert found(attendance(more, sessions=(untimed,))) == []
    assert found(attendance(attendee(certificate_hours=15), sessions=())) == []


def test_certificate_of_somebody_absent_gives_warning():
    path = "$.attendees[0].presences"
    absent = attendee(M.TIDAK_HADIR, certificate_number="1")
    assert found(attendance(absent)) == [(path, "attendance.certificate_absent")]
    assert found(attendance(attendee(certificate_number="1"))) == []
    assert found(attendance(attendee(M.HADIR, certificate_number="1"))) == []


def worker(*trainings):
    person = Person(nik=NIK("9901014108900001"), name="Contoh")
    return Worker(id=PSM, person=person, trainings=trainings)


def test_attendance_list_gives_a_training_with_hours_and_certificate():
    one = attendee(
        M.TANDA_TANGAN,
        M.HADIR,
        certificate_number="001/BT/2025",
        certificate_date=date(2025, 10, 20),
        certificate_hours=14,
    )
    listed = attendance(
        one, tier=TrainingTier.DASAR, organiser="Dinas Sosial", event=EventId("bimtek-1")
    )
    expected = Training(
        name="Bimtek Dasar PSM",
        tier=TrainingTier.DASAR,
        organiser="Dinas Sosial",
        date=date(2025, 10, 14),
        certificate_number="001/BT/2025",
        certificate_date=date(2025, 10, 20),
        hours=14,
        event=EventId("bimtek-1"),
    )
    trained = careers.add_attendance(worker(), listed)
    assert trained.trainings == (expected,)
    assert careers.add_attendance(trained, listed) == trained


def test_tier_may_be_given_beside_the_list():
    listed = attendance(attendee(M.HADIR))
    trained = careers.add_attendance(worker(), listed, tier=TrainingTier.LANJUTAN)
    assert (trained.trainings[0].tier, trained.trainings[0].hours) == (TrainingTier.LANJUTAN, 8)


def test_training_without_an_event_is_known_by_name_and_day():
    listed = attendance(attendee(M.HADIR))
    known = worker(Training(name="Bimtek Dasar PSM", date=date(2025, 10, 14)))
    assert careers.add_attendance(known, listed) == known
    earlier = worker(Training(name="Bimtek Dasar PSM", date=date(2020, 10, 14)))
    assert len(careers.add_attendance(earlier, listed).trainings) == 2


def test_certificate_alone_proves_the_attendance():
    listed = attendance(attendee(certificate_number="1", certificate_hours=14))
    assert careers.add_attendance(worker(), listed).trainings[0].hours == 14
    listed = attendance(attendee(certificate_number="1"), sessions=())
    assert careers.add_attendance(worker(), listed).trainings[0].date is None


@pytest.mark.parametrize(
    "listed", [attendance(), attendance(attendee()), attendance(attendee(M.IZIN))]
)
def test_list_without_a_presence_gives_no_training(listed):
    with pytest.raises(ValueError, match="no presence"):
        careers.add_attendance(worker(), listed)


def test_recap_counts_marks_by_session():
    listed = attendance(
        attendee(M.TANDA_TANGAN, M.IZIN),
        Attendee(name="Contoh", presences=(Presence(session="1", mark=M.TANDA_TANGAN),)),
    )
    recap = recaps.presences(listed)
    assert recap.table() == [
        ["", "Hadir dan bertanda tangan", "Hadir", "Izin", "Tidak hadir", "Belum diisi", "Jumlah"],
        ["2025-10-13 Etika", "2", "0", "0", "0", "0", "2"],
        ["2025-10-14 Pendataan", "0", "0", "1", "0", "1", "2"],
        ["Jumlah", "2", "0", "1", "0", "1", "4"],
    ]


def test_recap_of_untitled_sessions_has_distinct_rows():
    days = (Session(key="1", date=FIRST.date), Session(key="2", date=FIRST.date))
    assert recaps.presences(attendance(sessions=days)).rows == ("2025-10-13 1", "2025-10-13 2")


def test_sheet_with_a_column_for_each_session_is_read(tmp_path):
    path = tmp_path / "hadir.csv"
    path.write_text(
        "No,Nama,Instansi/Jabatan,Etika,Pendataan,No. Sertifikat,JP\n"
        "1,Ani Contoh,PSM Desa Angsana,TTD,v,001,14\n"
        "2,Budi Contoh,PSM Desa Bunati,Izin,,,\n",
        "utf-8",
    )
    read = tables.read(path, Attendee, layout=tables.attendance_layout([FIRST, SECOND]))
    assert not read.issues
    listed = attendance(*read.records)
    assert [listed.hours_of(one) for one in read.records] == [14, 0]
    assert read.records[1].presences == (Presence(session="1", mark=M.IZIN),)
    assert read.records[0].certificate_hours == 14


def test_session_column_is_found_by_key_date_or_number(tmp_path):
    untitled = [Session(key="Sesi A", date=FIRST.date), Session(key="Sesi B", date=SECOND.date)]
    layout = tables.attendance_layout(untitled)
    path = tmp_path / "hadir.csv"
    path.write_text("Nama,13-10-2025,Sesi B\nContoh,H,H\n", "utf-8")
    assert len(tables.read(path, Attendee, layout=layout).records[0].attended) == 2
    named_like_a_column = Session(key="nama", date=FIRST.date)
    same_day = Session(key="jp", date=FIRST.date)
    layout = tables.attendance_layout([named_like_a_column, same_day])
    assert [column.headings[0] for column in layout.columns[3:5]] == ["Sesi 1", "Sesi 2"]


def test_sessions_with_one_key_have_no_layout():
    with pytest.raises(ValueError, match="same key"):
        tables.attendance_layout([FIRST, FIRST])


def test_printed_list_of_one_session_is_read(tmp_path):
    path = tmp_path / "hadir.csv"
    path.write_text(
        "DAFTAR HADIR\nBimtek PSM\nNo,Nama,Instansi/Jabatan,Tanda Tangan\n"
        "1,Ani Contoh,PSM Desa Angsana,\n2,Budi Contoh,PSM Desa Bunati,ttd\n",
        "utf-8",
    )
    assert tables.detect_layout(path).name == "daftar-hadir"
    first, second = tables.read(path, Attendee).records
    assert (first.presences, second.attended) == ((), {"1"})


def test_place_to_sign_on_a_printed_list_is_no_mark(tmp_path):
    path = tmp_path / "hadir.csv"
    path.write_text("DAFTAR HADIR\nNo,Nama,Tanda Tangan\n1,Ani,1. ....\n2,Budi,ttd\n", "utf-8")
    read = tables.read(path, Attendee)
    assert read.issues == ()
    assert [len(one.presences) for one in read.records] == [0, 1]


def test_list_is_a_document():
    listed = attendance(attendee(M.TANDA_TANGAN, M.IZIN), tier=TrainingTier.DASAR)
    assert wire.from_json(wire.to_json(listed), AttendanceList) == listed
