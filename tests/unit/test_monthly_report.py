"""Monthly reports of workers: what counts, what is unknown, totals, suppression and files."""

from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Address,
    Assignment,
    AttendanceList,
    AttendanceListId,
    Attendee,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Classification,
    DateRange,
    Delegation,
    Event,
    EventId,
    EventKind,
    Family,
    Group,
    Month,
    NIKAbsence,
    PartialDate,
    Participant,
    Person,
    Pillar,
    PPKSCategory,
    Presence,
    Referral,
    RegionCode,
    Sensitivity,
    Session,
    Sex,
    Speaker,
    Step,
    Training,
    Worker,
    WorkerId,
    evolve,
    load_regions,
    recaps,
    tables,
)
from psm_core.recaps import MonthlyReport
from psm_core.terms import (
    ClosingReason,
    EventStatus,
    ParticipantKind,
    PresenceMark,
    ReferralAnswer,
    StepKind,
)

regions = load_regions()
OCTOBER = Month("2025-10")
ANGSANA = RegionCode("63.10.09.2005")
K = StepKind


def worker(number=1, **fields):
    person = Person(nik=NIK(f"990101410890000{number}"), name=f"Pekerja Contoh {number}")
    return Worker(id=WorkerId(f"psm-{number}"), person=person, **fields)


ANI, BUDI = worker(1), worker(2)


def step(kind, day, by=ANI, **fields):
    return Step(kind=kind, date=day, by=by.id, **fields)


def day(number, month=10):
    return date(2025, month, number)


def case(number, *steps, beneficiary=None):
    return Case(
        id=CaseId(f"k-{number}"),
        beneficiary=BeneficiaryId(f"b-{beneficiary or number}"),
        steps=steps,
    )


def beneficiary(number, *categories, found=None, **subject):
    return Beneficiary(
        id=BeneficiaryId(f"b-{number}"),
        classifications=frozenset(
            Classification(category=one, date=found or day(1), source="asesmen")
            for one in categories
        ),
        **subject,
    )


def person(**fields):
    return Person(name="Warga Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI, **fields)


def referral():
    return Referral(
        sender=Speaker(body="PSM Contoh"),
        receiver=Speaker(body="Puskesmas Contoh"),
        data_class=Sensitivity.NONE,
    )


def summary(report):
    return {column: report.summary.count(column=column) for column in report.summary.columns}


def closing(on, **fields):
    return step(K.TERMINASI, on, reason=ClosingReason.MANDIRI, **fields)


def test_cases_count_as_new_handled_closed_and_open():
    begun = step(K.PENJANGKAUAN, day(3))
    cases = [
        case(1, begun, step(K.PENDAMPINGAN, day(9))),
        case(2, step(K.PENJANGKAUAN, day(3, 9)), closing(day(31))),
        case(3, begun, closing(day(1, 11))),
        case(4, step(K.PENJANGKAUAN, day(3, 9))),
        case(5, step(K.PENJANGKAUAN, day(3, 11))),
        case(6, step(K.PENJANGKAUAN, day(3), BUDI), step(K.PENDAMPINGAN, day(4))),
        case(7, step(K.PENJANGKAUAN, day(3), BUDI)),
        case(8),
    ]
    report = recaps.monthly_report(ANI, OCTOBER, cases=cases, events=[])
    assert summary(report) == {
        "Kasus baru": 2,
        "Kasus ditangani": 4,
        "Kasus ditutup": 1,
        "Kasus terbuka pada akhir bulan": 4,
        "Penerima layanan": 4,
        "Pendampingan": 2,
        "Rujukan dikirim": 0,
        "Kegiatan diikuti": 0,
        "Pelatihan selesai": 0,
    }


def test_corrected_and_cancelled_steps_do_not_count():
    found = case(
        1,
        step(K.PENJANGKAUAN, day(3)),
        step(K.PENDAMPINGAN, day(4)),
        step(K.PENDAMPINGAN, day(4, 11), corrects=2),
        step(K.ASESMEN, day(5)),
        step(K.PEMBATALAN, day(6), corrects=4),
    )
    steps = recaps.monthly_report(ANI, OCTOBER, cases=[found]).steps
    assert steps.count(column="Langkah") == 1
    assert steps.count("Penjangkauan dan identifikasi", "Langkah") == 1
    november = recaps.monthly_report(ANI, Month("2025-11"), cases=[found]).steps
    assert november.count("Pendampingan", "Langkah") == november.count(column="Langkah") == 1


def test_a_case_passed_twice_counts_once():
    one = case(1, step(K.PENJANGKAUAN, day(3)))
    file = CaseFile(case=one, beneficiary=beneficiary(1, person=person()))
    report = recaps.monthly_report(ANI, OCTOBER, cases=[one, file])
    assert report.summary.count(column="Kasus baru") == 1


def test_minutes_are_unknown_where_a_step_does_not_state_them():
    visits = [step(K.PENDAMPINGAN, day(n), minutes=m) for n, m in ((4, 30), (5, 45))]
    found = case(1, step(K.REGISTRASI, day(3)), *visits)
    steps = recaps.monthly_report(ANI, OCTOBER, cases=[found]).steps
    assert steps.count("Pendampingan", "Menit") == 75
    assert steps.count("Pendataan dan registrasi", "Menit") is None
    assert steps.count("Pendataan dan registrasi", "Tanpa catatan menit") == 1
    assert steps.count("Asesmen", "Menit") == 0
    assert steps.count(column="Menit") is None


def test_without_cases_events_or_dates_counts_are_unknown():
    undated = worker(1, trainings=(Training(name="Bimtek Contoh"),))
    report = recaps.monthly_report(undated, OCTOBER)
    assert set(summary(report).values()) == {None}
    assert all(set(one.counts.values()) == {None} for one in report.recaps)
    assert (report.events, report.trainings) == (None, None)


def test_referrals_have_their_answers_at_the_end_of_the_month():
    def sent(on, by=ANI):
        return step(K.RUJUKAN, on, by, referral=referral())

    def answered(number, on, answer):
        return step(K.JAWABAN_RUJUKAN, on, answers=number, answer=answer)

    begun = step(K.PENJANGKAUAN, day(1, 8))
    accepted, served = ReferralAnswer.DITERIMA, ReferralAnswer.SELESAI
    cases = [
        case(
            1, begun, sent(day(5)), answered(2, day(9), accepted), answered(2, day(9, 11), served)
        ),
        case(2, begun, sent(day(5)), answered(2, day(9), accepted), answered(2, day(20), served)),
        case(3, begun, sent(day(5, 9))),
        case(4, begun, sent(day(5, 9)), answered(2, day(7, 9), accepted)),
        case(
            5, begun, sent(day(5, 9)), answered(2, day(7, 9), accepted), answered(2, day(2), served)
        ),
        case(6, begun, sent(day(5, 11))),
        case(7, begun, sent(day(5), BUDI)),
    ]
    recap = recaps.monthly_report(ANI, OCTOBER, cases=cases).referrals
    assert recap.table() == [
        ["", "Diterima", "Ditolak", "Diteruskan", "Selesai dilayani", "Belum dijawab", "Jumlah"],
        ["Dikirim bulan ini", "1", "0", "0", "1", "0", "2"],
        ["Dikirim sebelumnya", "0", "0", "0", "1", "1", "2"],
        ["Jumlah", "1", "0", "0", "2", "1", "4"],
    ]


def served(*people):
    cases = [case(n, step(K.PENJANGKAUAN, day(3))) for n in range(1, len(people) + 1)]
    known = [one for one in people if one is not None]
    return recaps.monthly_report(ANI, OCTOBER, cases=cases, beneficiaries=known)


def test_people_are_counted_by_category_and_sex():
    elderly, waste = PPKSCategory.LANJUT_USIA_TELANTAR, PPKSCategory.PEMULUNG
    report = served(
        beneficiary(1, elderly, waste, person=person(sex=Sex.LAKI_LAKI)),
        beneficiary(2, elderly, person=Person(name="C", nik=NIK("9901014108500001"))),
        beneficiary(3, elderly, family=Family()),
        beneficiary(4, group=Group(name="Contoh")),
        beneficiary(5, waste, found=day(1, 11), person=person()),
        None,
    )
    assert report.people_by_category.table() == [
        ["", "Laki-laki", "Perempuan", "Keluarga", "Kelompok", "Tidak diketahui", "Jumlah"],
        ["Lanjut Usia Telantar", "1", "1", "1", "0", "0", "3"],
        ["Pemulung", "1", "0", "0", "0", "0", "1"],
        ["Belum diklasifikasikan", "0", "0", "0", "1", "1", "2"],
        ["Tanpa data penerima", "0", "0", "0", "0", "1", "1"],
        ["Jumlah", "2", "1", "1", "1", "2", "7"],
    ]
    assert report.summary.count(column="Penerima layanan") == 6


def test_people_are_counted_by_age_on_the_last_day_of_the_month():
    report = served(
        beneficiary(1, person=person(birth_date=date(2020, 11, 1), sex=Sex.PEREMPUAN)),
        beneficiary(2, person=person(birth_date=date(2020, 10, 31), sex=Sex.PEREMPUAN)),
        beneficiary(3, person=person(birth_date=date(1965, 10, 31), sex=Sex.LAKI_LAKI)),
        beneficiary(4, person=person(birth_date=date(1965, 11, 1))),
        beneficiary(5, person=person(birth_date=date(2026, 1, 1))),
        beneficiary(6, person=person()),
        beneficiary(7, family=Family()),
    )
    assert report.people_by_age.table() == [
        ["", "Laki-laki", "Perempuan", "Tidak diketahui", "Jumlah"],
        ["0 sampai 4 tahun", "0", "1", "0", "1"],
        ["5 sampai 17 tahun", "0", "1", "0", "1"],
        ["18 sampai 59 tahun", "0", "0", "1", "1"],
        ["60 tahun ke atas", "1", "0", "0", "1"],
        ["Tidak diketahui", "0", "0", "2", "2"],
        ["Jumlah", "1", "2", "3", "6"],
    ]


def test_a_nik_that_fits_two_age_groups_counts_as_unknown_age():
    century = NIK("9901010108100001")  # born in 1910 or in 2010
    report = served(beneficiary(1, person=Person(name="C", nik=century)))
    assert report.people_by_age.count("Tidak diketahui", "Laki-laki") == 1


def event(number, dates, *, members=(), **fields):
    return Event(
        id=EventId(f"e-{number}"),
        title=f"Kegiatan Contoh {number}",
        kind=EventKind.RAKOR,
        dates=dates,
        delegations=(Delegation(origin=ANGSANA, members=frozenset(members)),) if members else (),
        **fields,
    )


def test_events_count_in_the_month_of_their_last_day_for_each_listed_worker():
    both = {ANI.id, BUDI.id}
    listed = Participant(kind=ParticipantKind.PESERTA, worker=ANI.id)
    events = [
        event(1, DateRange(day(30, 9), day(2)), members=both),
        event(2, DateRange(day(31), day(1, 11)), members=both),
        event(3, DateRange(day(4), day(4)), participants=(listed,)),
        event(4, DateRange(day(4), day(4))),
        event(5, None),
        event(6, DateRange(day(4), day(4)), members=both, status=EventStatus.DIBATALKAN),
    ]
    report = recaps.monthly_report([ANI, BUDI], OCTOBER, events=events)
    assert [str(one.id) for one in report.events] == ["e-1", "e-3"]
    assert report.summary.count(column="Kegiatan diikuti") == 3


def test_an_attendance_list_decides_whether_a_worker_was_present():
    held = event(1, DateRange(day(4), day(4)), members={ANI.id, BUDI.id})
    third, fourth = worker(3), worker(4)

    def on_list(one, *marks):
        presences = tuple(
            Presence(session=str(number), mark=mark) for number, mark in enumerate(marks)
        )
        return Attendee(worker=one.id, presences=presences)

    listed = AttendanceList(
        id=AttendanceListId("dh-1"),
        title="Rakor",
        event=held.id,
        sessions=(Session(key="0", date=day(4)), Session(key="1", date=day(4))),
        attendees=(
            on_list(ANI, PresenceMark.IZIN, PresenceMark.IZIN),
            on_list(BUDI),
            on_list(third, PresenceMark.IZIN, PresenceMark.HADIR),
        ),
    )
    other = evolve(listed, event=EventId("e-2"), attendees=(on_list(fourth, PresenceMark.HADIR),))
    reports = {
        str(one.id): recaps.monthly_report(one, OCTOBER, events=[held], attendance=[listed, other])
        for one in (ANI, BUDI, third, fourth)
    }
    counted = {name: len(report.events) for name, report in reports.items()}
    assert counted == {"psm-1": 0, "psm-2": 1, "psm-3": 1, "psm-4": 0}


def test_an_attended_event_without_dates_makes_the_events_unknown():
    report = recaps.monthly_report(ANI, OCTOBER, events=[event(1, None, members={ANI.id})])
    assert report.events is None
    assert report.summary.count(column="Kegiatan diikuti") is None


def test_trainings_count_in_the_month_in_which_they_ended():
    trained = worker(1, trainings=tuple(Training(name="Bimtek", date=day(1, n)) for n in (9, 10)))
    report = recaps.monthly_report(trained, OCTOBER)
    assert [one.date for one in report.trainings] == [day(1)]


@pytest.mark.parametrize("workers", [[], [ANI, ANI]])
def test_report_rejects_no_worker_and_a_repeated_worker(workers):
    with pytest.raises(ValueError, match="at least one worker"):
        recaps.monthly_report(workers, OCTOBER)


def test_case_that_two_workers_close_counts_once():
    closed = case(
        1,
        step(K.REGISTRASI, day(1)),
        step(K.TERMINASI, day(2), reason=ClosingReason.MANDIRI),
        step(K.TERMINASI, day(5), BUDI, reason=ClosingReason.MANDIRI),
    )
    both = recaps.monthly_report([ANI, BUDI], OCTOBER, cases=[closed])
    assert both.summary.count(column="Kasus ditutup") == 1
    assert both.suppress(3).summary.count(column="Kasus ditutup") is None
    summary = recaps.monthly_summary(
        {
            "Ani": recaps.monthly_report(ANI, OCTOBER, cases=[closed]),
            "Budi": recaps.monthly_report(BUDI, OCTOBER, cases=[closed]),
        }
    )
    assert summary.count("Budi", "Kasus ditutup") == 1
    assert summary.count(column="Kasus ditutup") is None


def test_later_state_of_a_case_counts():
    early = case(1, step(K.REGISTRASI, day(1)))
    late = early.add_step(step(K.PENDAMPINGAN, day(2)))
    for cases in ([early, late], [late, early], [late, late]):
        report = recaps.monthly_report(ANI, OCTOBER, cases=cases)
        assert report.summary.count(column="Pendampingan") == 1


def test_two_different_cases_with_one_id_are_rejected():
    cases = [case(1, step(kind, day(1))) for kind in (K.REGISTRASI, K.PENDAMPINGAN)]
    with pytest.raises(ValueError, match="same id"):
        recaps.monthly_report(ANI, OCTOBER, cases=cases)


def test_report_of_a_worker_with_two_roles_names_both():
    roles = tuple(
        Assignment(pillar=pillar, serves=code, since=date(2019, 8, 1))
        for pillar, code in ((Pillar.TKSK, RegionCode("63.10.09")), (Pillar.PSM, ANGSANA))
    )
    lines = recaps.monthly_report(worker(1, assignments=roles), OCTOBER).table()
    assert lines[0] == [
        "Laporan bulanan Pekerja Sosial Masyarakat, Tenaga Kesejahteraan Sosial Kecamatan"
    ]
    assert lines[3] == ["Wilayah tugas", "63.10.09; 63.10.09.2005"]


STEPS = st.tuples(
    st.sampled_from([K.PENJANGKAUAN, K.REGISTRASI, K.PERTOLONGAN_KEDARURATAN]),
    st.integers(0, 90).map(lambda n: date(2025, 9, 1) + timedelta(days=n)),
    st.sampled_from([ANI, BUDI]),
    st.none() | st.integers(0, 60),
)
CASES = st.lists(st.lists(STEPS, max_size=4), max_size=4).map(
    lambda found: [
        case(
            n, *(step(kind, on, by, minutes=m) for kind, on, by, m in steps), beneficiary=n // 2 + 1
        )
        for n, steps in enumerate(found, start=1)
    ]
)
ADDING_UP = ("Kasus baru", "Pendampingan", "Rujukan dikirim", "Kegiatan diikuti")


@given(CASES)
def test_totals_of_several_reports_equal_one_report_of_all_workers(cases):
    parts = {
        one.person.name: recaps.monthly_report(one, OCTOBER, cases=cases, events=[])
        for one in (ANI, BUDI)
    }
    whole = recaps.monthly_report([ANI, BUDI], OCTOBER, cases=cases, events=[])
    table = recaps.monthly_summary(parts)
    for column in table.columns:
        total, counted = table.count(column=column), whole.summary.count(column=column)
        assert total == counted or (total is None and column not in ADDING_UP)


@given(CASES)
def test_steps_of_three_months_add_up_to_all_steps(cases):
    months = [Month(f"2025-{n:02}") for n in (9, 10, 11)]
    reports = [recaps.monthly_report([ANI, BUDI], month, cases=cases) for month in months]
    counted = sum(one.steps.count(column="Langkah") for one in reports)
    assert counted == sum(len(one.current_steps) for one in cases)


def test_summary_leaves_the_total_of_shared_cases_unknown():
    shared = case(1, step(K.PENJANGKAUAN, day(3)), step(K.PENDAMPINGAN, day(4), BUDI))
    reports = {
        one.person.name: recaps.monthly_report(one, OCTOBER, cases=[shared]) for one in (ANI, BUDI)
    }
    table = recaps.monthly_summary(reports)
    assert table.count("Pekerja Contoh 1", "Kasus ditangani") == 1
    assert table.count(column="Kasus ditangani") is None
    assert table.count(column="Pendampingan") == 1


def test_summary_rejects_the_same_worker_and_month_and_suppressed_reports():
    report = recaps.monthly_report(ANI, OCTOBER, cases=[])
    with pytest.raises(ValueError, match="same worker and month"):
        recaps.monthly_summary({"a": report, "b": report})
    with pytest.raises(ValueError, match="suppressed"):
        recaps.monthly_summary({"a": report.suppress(5)})


def many(count, **subject):
    elderly = PPKSCategory.LANJUT_USIA_TELANTAR
    return [beneficiary(n, elderly, person=person(**subject)) for n in range(1, count + 1)]


def test_suppression_removes_small_counts_and_what_names_a_worker():
    report = served(
        *many(9, sex=Sex.LAKI_LAKI), beneficiary(10, PPKSCategory.PEMULUNG, person=person())
    )
    shown = report.suppress(5)
    assert (shown.workers, shown.events, shown.trainings) == ((), None, None)
    assert shown.people_by_category.count("Pemulung", "Tidak diketahui") is None
    assert shown.people_by_age.count("Tidak diketahui", "Tidak diketahui") is None
    lines = shown.table()
    assert lines[:3] == [["Laporan bulanan"], ["Bulan", "Oktober 2025"], []]
    assert "·" in {cell for line in lines for cell in line}
    assert not any("Kegiatan yang diikuti" in str(cell) for line in lines for cell in line)
    with pytest.raises(ValueError, match="already suppressed"):
        shown.suppress(5)


def test_people_with_several_categories_are_suppressed_in_each_table_alone():
    both = beneficiary(1, PPKSCategory.PEMULUNG, PPKSCategory.GELANDANGAN, person=person())
    shown = served(both).suppress(3)
    assert shown.people_by_category.threshold == shown.people_by_age.threshold == 3


def test_table_names_worker_area_events_and_trainings():
    role = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
    ended = Assignment(pillar=Pillar.TKSK, serves=ANGSANA, since=day(1, 8), until=day(30, 9))
    asked = Assignment(pillar=Pillar.TKSK, serves=ANGSANA, proposed_on=day(1, 8))
    known = worker(
        1,
        assignments=(role, ended, asked),
        trainings=(Training(name="Bimtek Dasar", date=day(7), organiser="Dinas Contoh"),),
    )
    events = [
        event(
            1, DateRange(day(4), day(4)), members={known.id}, venue=ANGSANA, place="Balai Contoh"
        ),
        event(2, DateRange(day(10), day(12)), members={known.id}),
        event(3, DateRange(day(30, 9), day(2)), members={known.id}),
    ]
    report = recaps.monthly_report(
        known, OCTOBER, cases=[], events=events, problems="Perahu rusak.", plans="Kunjungan."
    )
    lines = report.table(regions=regions)
    assert lines[:4] == [
        ["Laporan bulanan Pekerja Sosial Masyarakat"],
        ["Bulan", "Oktober 2025"],
        ["Nama", "Pekerja Contoh 1"],
        ["Wilayah tugas", regions[ANGSANA].address],
    ]
    assert [
        "Kegiatan Contoh 1",
        "4 Oktober 2025",
        f"Balai Contoh, {regions[ANGSANA].address}",
    ] in lines
    assert ["Kegiatan Contoh 2", "10-12 Oktober 2025", None] in lines
    assert ["Kegiatan Contoh 3", "30 September 2025 s.d. 2 Oktober 2025", None] in lines
    assert ["Bimtek Dasar", "7 Oktober 2025", "Dinas Contoh"] in lines
    assert lines[-1] == ["Kunjungan."]
    assert report.table()[3] == ["Wilayah tugas", str(ANGSANA)]


def test_table_leaves_the_days_of_an_undated_event_blank():
    report = recaps.monthly_report(ANI, OCTOBER, events=[])
    lines = attrs.evolve(report, events=(event(1, None),)).table()
    assert ["Kegiatan Contoh 1", None, None] in lines


def test_table_distinguishes_no_entry_from_unknown():
    lines = recaps.monthly_report(ANI, OCTOBER, events=[]).table()
    assert lines[lines.index(["F. Kegiatan yang diikuti", "Tanggal", "Tempat"]) + 1] == [
        "Tidak ada"
    ]
    blank = recaps.monthly_report(ANI, OCTOBER).table()
    assert blank[blank.index(["F. Kegiatan yang diikuti", "Tanggal", "Tempat"]) + 1] == [None]
    assert ["Kasus baru", None] in blank


def test_report_shows_no_name_in_its_repr_and_html():
    report = recaps.monthly_report(ANI, OCTOBER, cases=[], problems="Rahasia Contoh")
    assert isinstance(report, MonthlyReport)
    for shown in (repr(report), str(report), report._repr_html_()):
        assert "Contoh" not in shown
    assert report._repr_html_().count("<caption>") == len(report.recaps)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_report_is_written_to_a_file(tmp_path, suffix):
    path = tmp_path / f"laporan.{suffix}"
    formula = evolve(ANI, person=evolve(ANI.person, name="=1+1"))
    tables.write_table(recaps.monthly_report(formula, OCTOBER, cases=[]).table(), path)
    if suffix == "csv":
        text = path.read_text("utf-8-sig")
        assert '"Kasus baru","0"' in text
        assert '"Nama","\'=1+1"' in text
    else:
        import openpyxl

        sheet = openpyxl.load_workbook(path).active
        cells = {row[0].value: row[1] for row in sheet.iter_rows(max_col=2)}
        assert cells["Kasus baru"].value == 0
        assert (cells["Nama"].value, cells["Nama"].data_type) == ("=1+1", "s")


def test_partly_known_birth_dates_count_if_all_their_ages_are_in_one_group():
    report = served(
        beneficiary(1, person=person(birth_date=PartialDate("1950"), sex=Sex.PEREMPUAN)),
        beneficiary(2, person=person(birth_date=PartialDate("1965"), sex=Sex.PEREMPUAN)),
    )
    assert report.people_by_age.count("60 tahun ke atas") == 1
    assert report.people_by_age.count("Tidak diketahui", "Perempuan") == 1


def test_a_table_is_written_as_csv_and_read_back_by_records(tmp_path):
    path = tmp_path / "alamat.csv"
    tables.write_table([["rt"], ["003"]], path)
    assert tables.read(path, Address).records == (Address(rt="003"),)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_control_characters_of_a_text_are_left_out_of_the_file(tmp_path, suffix):
    path = tmp_path / f"laporan.{suffix}"
    tables.write_table([["no", "rt"], [1, "0\x0003\x07\ud800\uffff"]], path)
    (address,) = tables.read(path, Address).records
    assert address.rt == "003"


def test_write_table_rejects_other_files_and_writes_no_line(tmp_path):
    with pytest.raises(ValueError, match="must end with"):
        tables.write_table([["a"]], tmp_path / "a.pdf")
    tables.write_table([], tmp_path / "a.csv")
    assert Path(tmp_path / "a.csv").read_text("utf-8-sig") == ""
