"""Checks yield warnings with a code and a path, and never raise for a valid record."""

from datetime import date, datetime

import attrs
import pytest

from psm_core import (
    KK,
    NIK,
    Activity,
    Address,
    AgendaItem,
    Assignment,
    Beneficiary,
    BeneficiaryId,
    Case,
    CaseFile,
    CaseId,
    Certification,
    Claim,
    Classification,
    Consent,
    DateRange,
    Decree,
    Delegation,
    Event,
    EventId,
    EventKind,
    Family,
    FigureStatus,
    Group,
    Household,
    HouseholdId,
    Membership,
    NIKAbsence,
    Participation,
    PASCategory,
    Person,
    Pillar,
    PMKSCategory,
    PPKSCategory,
    ProgrammeId,
    Quarter,
    RegionCode,
    RegionLevel,
    Resident,
    Severity,
    Sex,
    Source,
    Step,
    Training,
    TrainingTier,
    Turnout,
    WelfareRank,
    Worker,
    WorkerId,
    checks,
    load_regions,
)
from psm_core._core.record import NONE, field, record_class
from psm_core.terms import (
    Citizenship,
    Completeness,
    ConsentPurpose,
    Education,
    EligibilityRequirement,
    EndReason,
    EventLevel,
    EventStatus,
    Extent,
    FamilyRelation,
    HouseholdRelation,
    MaritalStatus,
    Occupation,
    ParticipationStatus,
    Sensitivity,
    StepKind,
)

TODAY = date(2025, 10, 13)
ANGSANA = RegionCode("63.10.09.2005")
OTHER_VILLAGE = RegionCode("63.10.09.2001")
REGION = {"current": "631009", "retired": "910101", "unverified": "631099", "unknown": "990101"}


def warnings_of(record):
    """Return the doubts but one: serial 0000 makes a number of a real region nobody's."""
    found = checks.check(record, regions=load_regions(), as_of=TODAY)
    assert all(issue.severity is Severity.WARNING for issue in found)
    assert all(issue.describe() and issue.describe("id") for issue in found)
    return [(issue.where, issue.code) for issue in found if issue.code != "nik.serial_zero"]


def person(region="631009", day="41", **fields):
    return Person(nik=NIK(f"{region}{day}08900000"), name="Contoh", **fields)


def test_matching_nik_gives_no_warning():
    assert warnings_of(person(sex=Sex.PEREMPUAN, birth_date=date(1990, 8, 1))) == []


def test_different_birth_date_or_sex_in_nik_is_a_warning():
    assert warnings_of(person(sex=Sex.LAKI_LAKI, birth_date=date(1990, 8, 2))) == [
        ("$.birth_date", "nik.birth_date_differs"),
        ("$.sex", "nik.sex_differs"),
    ]


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        ("current", []),
        ("retired", ["nik.region_retired"]),
        ("unverified", ["nik.region_unverified"]),
        ("unknown", ["nik.region_unknown"]),
    ],
)
def test_unknown_region_of_a_nik_is_a_warning(state, codes):
    assert warnings_of(person(REGION[state])) == [("$.nik", code) for code in codes]


def test_placeholder_numbers_are_warnings():
    (issue,) = checks.check(person(), regions=load_regions(), as_of=TODAY)
    assert (issue.where, issue.code) == ("$.nik", "nik.serial_zero")
    assert ("$.nik", "nik.repeated_digit") in warnings_of(Person(nik=NIK("1" * 16), name="C"))
    same = "6310090108900000"
    assert warnings_of(Person(nik=NIK(same), kk=KK(same), name="C")) == [("$.kk", "kk.same_as_nik")]


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        ("current", []),
        ("retired", ["kk.region_retired"]),
        ("unverified", ["kk.region_unverified"]),
        ("unknown", ["kk.region_unknown"]),
    ],
)
def test_unknown_region_of_a_kk_is_a_warning(state, codes):
    someone = person(kk=KK(f"{REGION[state]}0208900000"))
    assert warnings_of(someone) == [("$.kk", code) for code in codes]


def test_retired_region_warning_names_the_successor():
    _, issue = checks.check(person("910101"), regions=load_regions(), as_of=TODAY)
    assert issue.params == {
        "successor": "93.01.01",
        "name": "Distrik Merauke",
        "act": "UU 14/2022",
    }


def test_future_birth_date_is_a_warning_with_or_without_nik():
    unborn = Person(name="C", nik_absence=NIKAbsence.BELUM_MEMILIKI, birth_date=date(2025, 10, 14))
    assert warnings_of(unborn) == [("$.birth_date", "person.birth_date_future")]
    assert warnings_of(attrs.evolve(unborn, birth_date=TODAY)) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("63.10.09.2005", []),
        ("91.01", ["region.retired"]),
        ("63.10.09.2999", ["region.unverified"]),
        ("99.01", ["region.unknown"]),
    ],
)
def test_unknown_region_of_an_address_is_a_warning(code, found):
    assert [one for _, one in warnings_of(Address(region=RegionCode(code)))] == found


def eligible(**fields):
    role = Assignment(
        pillar=Pillar.PSM,
        serves=ANGSANA,
        since=date(2019, 8, 1),
        decree=Decree(number="1", date=date(2019, 8, 1)),
    )
    values = {
        "id": WorkerId("w"),
        "person": person(citizenship=Citizenship.WNI, ktp_address=Address(region=ANGSANA)),
        "assignments": (role,),
        "trainings": (Training(name="Bimtek Dasar PSM", tier=TrainingTier.DASAR),),
        "attested_requirements": frozenset(
            {
                EligibilityRequirement.RELAWAN_SOSIAL,
                EligibilityRequirement.BACA_TULIS,
                EligibilityRequirement.BERKELAKUAN_BAIK,
            }
        ),
    }
    return Worker(**values | fields)


def test_eligible_psm_gives_no_warning():
    assert warnings_of(eligible()) == []


def test_missing_data_makes_a_requirement_unproven():
    nobody = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    assert warnings_of(
        eligible(person=nobody, trainings=(), attested_requirements=frozenset())
    ) == [
        ("$.person.citizenship", "psm.citizenship_unproven"),
        ("$.attested_requirements", "psm.commitment_unproven"),
        ("$.assignments[0].serves", "psm.domicile_unproven"),
        ("$.assignments[0].decree.date", "psm.age_unproven"),
        ("$.attested_requirements", "psm.literacy_unproven"),
        ("$.attested_requirements", "psm.conduct_unproven"),
        ("$.trainings", "psm.training_unproven"),
    ]


def test_attested_requirement_gives_no_warning():
    nobody = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    everything = frozenset(EligibilityRequirement)
    assert (
        warnings_of(eligible(person=nobody, trainings=(), attested_requirements=everything)) == []
    )


def test_unmet_requirement_names_the_article():
    foreign = person(
        day="41",
        birth_date=date(2005, 1, 1),
        citizenship=Citizenship.WNA,
        ktp_address=Address(region=OTHER_VILLAGE),
    )
    found = checks.check(eligible(person=foreign), regions=load_regions(), as_of=TODAY)
    fields = [(issue.code, issue.params.get("article")) for issue in found]
    assert fields == [
        ("psm.citizenship", "Permensos 10/2019, syarat PSM huruf a"),
        ("psm.domicile", "Permensos 10/2019, syarat PSM huruf c"),
        ("psm.age", "Permensos 10/2019, syarat PSM huruf d"),
        ("nik.birth_date_differs", None),
        ("nik.serial_zero", None),
    ]
    assert "18 tahun (Permensos 10/2019, syarat PSM huruf d)" in found[2].describe("id")


def test_address_without_village_leaves_domicile_unproven():
    somewhere = person(
        citizenship=Citizenship.WNI, ktp_address=Address(region=RegionCode("63.10.09"))
    )
    assert warnings_of(eligible(person=somewhere)) == [
        ("$.assignments[0].serves", "psm.domicile_unproven")
    ]
    nowhere = person(citizenship=Citizenship.WNI, ktp_address=Address(rt="1"))
    assert warnings_of(eligible(person=nowhere)) == [
        ("$.assignments[0].serves", "psm.domicile_unproven")
    ]


def test_eligibility_without_decree_uses_the_first_day():
    early = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2008, 7, 31))
    assert warnings_of(eligible(assignments=(early,))) == [("$.assignments[0].since", "psm.age")]
    tksk = attrs.evolve(early, pillar=Pillar.TKSK)
    assert warnings_of(eligible(assignments=(tksk,), attested_requirements=frozenset())) == []


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"decree": Decree(number="1", date=date(2008, 7, 31)), "since": TODAY}, "decree.date"),
        ({"proposed_on": date(2007, 7, 31), "since": date(2008, 7, 31)}, "since"),
        ({"proposed_on": date(2008, 7, 31)}, "proposed_on"),
        ({"listed_on": date(2008, 7, 31)}, "listed_on"),
    ],
)
def test_age_warning_names_the_date_that_was_used(dates, field):
    early = Assignment(pillar=Pillar.PSM, serves=ANGSANA, **dates)
    found = checks.check(eligible(assignments=(early,)), regions=load_regions(), as_of=TODAY)
    (issue,) = [one for one in found if one.code == "psm.age"]
    assert issue.where == f"$.assignments[0].{field}"
    assert "Umur di bawah 18 tahun pada 2008-07-31;" in issue.describe("id")


def test_ended_role_is_not_checked():
    ended = Assignment(
        pillar=Pillar.PSM, serves=ANGSANA, since=date(2008, 7, 31), until=date(2020, 1, 1)
    )
    assert warnings_of(eligible(assignments=(ended,), attested_requirements=frozenset())) == []
    last_day = attrs.evolve(ended, until=TODAY)
    assert warnings_of(eligible(assignments=(last_day,))) == [("$.assignments[0].since", "psm.age")]


def test_each_role_is_checked_and_the_person_once():
    there = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2019, 8, 1))
    elsewhere = attrs.evolve(there, serves=OTHER_VILLAGE)
    also = attrs.evolve(there, serves=RegionCode("63.10.09.2002"))
    found = warnings_of(
        eligible(assignments=(there, elsewhere, also), attested_requirements=frozenset())
    )
    assert found == [
        ("$.attested_requirements", "psm.commitment_unproven"),
        ("$.assignments[1].serves", "psm.domicile"),
        ("$.assignments[2].serves", "psm.domicile"),
        ("$.attested_requirements", "psm.literacy_unproven"),
        ("$.attested_requirements", "psm.conduct_unproven"),
    ]


def test_psm_is_of_age_from_the_18th_birthday():
    def born(day):
        someone = person(
            birth_date=day, citizenship=Citizenship.WNI, ktp_address=Address(region=ANGSANA)
        )
        return [code for _, code in warnings_of(eligible(person=someone))]

    assert "psm.age" not in born(date(2001, 8, 1))
    assert "psm.age" in born(date(2001, 8, 2))


def test_larger_region_or_unknown_code_leaves_domicile_unproven():
    province = Assignment(pillar=Pillar.PSM, serves=RegionCode("63"), since=date(2019, 8, 1))
    found = warnings_of(eligible(assignments=(province,)))
    assert found == [("$.assignments[0].serves", "psm.domicile_unproven")]
    moved = person(
        citizenship=Citizenship.WNI, ktp_address=Address(region=RegionCode("91.01.01.1001"))
    )
    assert ("$.assignments[0].serves", "psm.domicile_unproven") in warnings_of(
        eligible(person=moved)
    )


def test_larger_region_without_the_village_fails_domicile():
    elsewhere = person(
        citizenship=Citizenship.WNI, ktp_address=Address(region=RegionCode("63.10.08"))
    )
    assert warnings_of(eligible(person=elsewhere)) == [("$.assignments[0].serves", "psm.domicile")]
    retired = person(
        citizenship=Citizenship.WNI, ktp_address=Address(region=RegionCode("91.01.01"))
    )
    merauke = Assignment(
        pillar=Pillar.PSM, serves=RegionCode("93.01.01.1001"), since=date(2024, 1, 1)
    )
    found = [code for _, code in warnings_of(eligible(person=retired, assignments=(merauke,)))]
    assert "psm.domicile" not in found
    assert "psm.domicile_unproven" in found


def test_birth_after_the_appointment_fails_age():
    child = person(
        birth_date=date(2021, 1, 1),
        citizenship=Citizenship.WNI,
        ktp_address=Address(region=ANGSANA),
    )
    everything = frozenset(EligibilityRequirement)
    found = warnings_of(eligible(person=child, attested_requirements=everything))
    assert ("$.assignments[0].decree.date", "psm.age") in found
    early = someone(PPKSCategory.LANJUT_USIA_TELANTAR, day=date(2020, 1, 1), person=child)
    assert ("$.classifications[0].category", "ppks.age") in warnings_of(early)


def test_domicile_compares_current_codes():
    merauke = attrs.evolve(event("93", "91.01"), host=RegionCode("91.01"))
    found = [code for _, code in warnings_of(merauke)]
    assert "event.host_outside" not in found
    assert "delegation.outside" not in found
    assert found.count("region.retired") == 2


def test_check_rejects_other_types_of_registry():
    with pytest.raises(TypeError, match="regions must be a RegionRegistry, not dict"):
        checks.check(person(), regions={}, as_of=TODAY)


def test_dual_citizenship_is_unproven():
    both = person(citizenship=Citizenship.DUA_KEWARGANEGARAAN, ktp_address=Address(region=ANGSANA))
    assert warnings_of(eligible(person=both)) == [
        ("$.person.citizenship", "psm.citizenship_unproven")
    ]


def test_nik_without_birth_date_allows_both_centuries():
    twenty = Person(nik=NIK("6310094108200000"), name="C")
    assert warnings_of(someone(PPKSCategory.LANJUT_USIA_TELANTAR, person=twenty)) == []
    assert warnings_of(someone(PPKSCategory.ANAK_BALITA_TELANTAR, person=twenty)) == []
    assert warnings_of(someone(PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM, person=twenty)) == [
        ("$.classifications[0].category", "ppks.age")
    ]
    worker = eligible(
        person=attrs.evolve(
            twenty, citizenship=Citizenship.WNI, ktp_address=Address(region=ANGSANA)
        )
    )
    assert warnings_of(worker) == []  # in 2019 only the one born in 1920 was there
    later = Assignment(pillar=Pillar.PSM, serves=ANGSANA, since=date(2025, 1, 1))
    assert warnings_of(attrs.evolve(worker, assignments=(later,))) == [
        ("$.assignments[0].since", "psm.age_unproven")
    ]


def someone(category, day=date(2025, 10, 10), **fields):
    finding = Classification(category=category, date=day, source="asesmen")
    return Beneficiary(id=BeneficiaryId("b"), classifications=frozenset({finding}), **fields)


@pytest.mark.parametrize(
    ("born", "category", "codes"),
    [
        (date(2020, 1, 1), PPKSCategory.ANAK_BALITA_TELANTAR, []),
        (date(2019, 1, 1), PPKSCategory.ANAK_BALITA_TELANTAR, ["ppks.age"]),
        (date(1965, 10, 10), PPKSCategory.LANJUT_USIA_TELANTAR, []),
        (date(1965, 10, 11), PPKSCategory.LANJUT_USIA_TELANTAR, ["ppks.age"]),
        (date(1990, 8, 1), PPKSCategory.PEMULUNG, []),
        (date(1990, 8, 1), PASCategory.LANSIA_TERLANTAR, ["ppks.age"]),
        (date(1965, 10, 10), PASCategory.LANSIA_TERLANTAR, []),
        (date(2007, 10, 11), PASCategory.ANAK_ANAK_RENTAN, []),
        (date(2007, 10, 10), PASCategory.ANAK_ANAK_RENTAN, ["ppks.age"]),
        (date(1990, 8, 1), PASCategory.PEREMPUAN_RENTAN, ["ppks.sex"]),
        (date(1990, 8, 1), PASCategory.FAKIR_MISKIN, []),
        (date(1990, 8, 1), PMKSCategory.ANAK_JALANAN, []),
        (date(1990, 8, 1), PMKSCategory.KELUARGA_RENTAN, ["ppks.unit"]),
        (date(1980, 8, 1), PPKSCategory.ANAK_JALANAN, ["ppks.age"]),
        (date(2007, 10, 11), PPKSCategory.ANAK_JALANAN, []),
        (date(2007, 10, 10), PPKSCategory.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN, []),
        (date(2007, 10, 11), PPKSCategory.BEKAS_WARGA_BINAAN_LEMBAGA_PEMASYARAKATAN, ["ppks.age"]),
        (date(2007, 10, 10), PPKSCategory.ORANG_DENGAN_HIV_AIDS, []),
        (date(2007, 10, 11), PPKSCategory.ORANG_DENGAN_HIV_AIDS, ["ppks.age"]),
        (date(1990, 8, 1), PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI, ["ppks.sex"]),
        (date(1990, 8, 1), PPKSCategory.KOMUNITAS_ADAT_TERPENCIL, ["ppks.unit"]),
    ],
)
def test_category_is_compared_with_age_sex_and_unit(born, category, codes):
    man = Person(
        name="Contoh",
        nik_absence=NIKAbsence.BELUM_MEMILIKI,
        birth_date=born,
        sex=Sex.LAKI_LAKI,
    )
    found = warnings_of(someone(category, person=man))
    assert found == [("$.classifications[0].category", code) for code in codes]


def test_finding_on_the_day_of_birth_has_age_0():
    newborn = Person(nik=NIK("6310095010250000"), name="C")
    assert newborn.nik.birth_date(as_of=TODAY) == date(2025, 10, 10)
    assert warnings_of(someone(PPKSCategory.ANAK_BALITA_TELANTAR, person=newborn)) == []


def test_each_category_with_an_age_range_is_checked():
    findings = [
        Classification(category=category, date=date(2025, 10, 10), source="asesmen")
        for category in (PASCategory.LANSIA_TERLANTAR, PPKSCategory.ANAK_TERLANTAR)
    ]
    both = attrs.evolve(
        someone(PPKSCategory.PEMULUNG, person=person()), classifications=frozenset(findings)
    )
    found = [
        one
        for one in checks.check(both, regions=load_regions(), as_of=TODAY)
        if one.code != "nik.serial_zero"
    ]
    assert [(issue.where, issue.code, issue.params) for issue in found] == [
        (
            "$.classifications[0].category",
            "ppks.age",
            {"minimum": 60, "article": "UU 13/1998 Pasal 1 angka 2"},
        ),
        (
            "$.classifications[1].category",
            "ppks.age",
            {"minimum": 6, "maximum": 18, "article": PPKSCategory.ANAK_TERLANTAR.age_source},
        ),
    ]


def test_age_and_sex_come_from_the_nik_if_not_given():
    found = checks.check(
        someone(PPKSCategory.LANJUT_USIA_TELANTAR, person=person()),
        regions=load_regions(),
        as_of=TODAY,
    )
    assert [(issue.code, issue.params) for issue in found] == [
        ("ppks.age", {"minimum": 60, "article": PPKSCategory.LANJUT_USIA_TELANTAR.age_source}),
        ("nik.serial_zero", {}),
    ]
    assert warnings_of(someone(PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI, person=person())) == []
    unknown = Person(name="C", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    assert warnings_of(someone(PPKSCategory.LANJUT_USIA_TELANTAR, person=unknown)) == []


def test_category_of_family_or_community_is_accepted():
    head = Person(name="C", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    group = Group(name="Komunitas Contoh")
    assert (
        warnings_of(
            someone(
                PPKSCategory.FAKIR_MISKIN,
                family=Family(
                    memberships=(Membership(person=head, relation=FamilyRelation.KEPALA_KELUARGA),)
                ),
            )
        )
        == []
    )
    assert warnings_of(someone(PPKSCategory.KOMUNITAS_ADAT_TERPENCIL, group=group)) == []
    assert warnings_of(someone(PPKSCategory.PENGEMIS, group=group)) == [
        ("$.classifications[0].category", "ppks.unit")
    ]


def event(scope, *origins):
    return Event(
        id=EventId("e"),
        title="Temu Karya",
        kind=EventKind.TEMU_KARYA,
        scope=RegionCode(scope) if scope else None,
        delegations=tuple(Delegation(origin=RegionCode(code)) for code in origins),
        delegations_completeness=Completeness.LENGKAP,
    )


@pytest.mark.parametrize("completeness", [None, Completeness.SEBAGIAN])
def test_partial_list_of_delegations_gives_no_warning(completeness):
    partial = attrs.evolve(event("63", "63.01"), delegations_completeness=completeness)
    assert warnings_of(partial) == []
    outside = attrs.evolve(event("63", "32.01"), delegations_completeness=completeness)
    assert warnings_of(outside) == [("$.delegations[0].origin", "delegation.outside")]


def turnout(**fields):
    defaults = {
        "level": RegionLevel.REGENCY,
        "within": RegionCode("63"),
        "extent": Extent.SELURUH,
        "status": FigureStatus.REPORTED,
        "source": "s",
    }
    return Turnout(**{**defaults, **fields})


def with_turnouts(*turnouts, **fields):
    sources = (Source(key="s", title="S"),)
    return attrs.evolve(event(None), turnouts=turnouts, sources=sources, **fields)


def test_turnout_is_compared_with_the_region_table():
    fine = (
        turnout(),
        turnout(present=13, expected=13),
        turnout(extent=Extent.SEBAGIAN, present=10),
        turnout(level=RegionLevel.PROVINCE, within=None, present=38),
        turnout(level=RegionLevel.DISTRICT, within=RegionCode("63.10")),
        turnout(within=RegionCode("99"), present=5),
        turnout(level=RegionLevel.PROVINCE, present=5),
    )
    assert [code for _, code in warnings_of(with_turnouts(*fine)) if code != "region.unknown"] == []
    found = checks.check(
        with_turnouts(
            turnout(present=12),
            turnout(expected=14),
            turnout(extent=Extent.SEBAGIAN, present=14),
            turnout(level=RegionLevel.VILLAGE, present=13),
            turnout(extent=Extent.SEBAGIAN, present=13),
        ),
        regions=load_regions(),
        as_of=TODAY,
    )
    below = load_regions().descendants(RegionCode("63"))
    villages = sum(region.level is RegionLevel.VILLAGE for region in below)
    assert [(issue.where, issue.code, issue.params["expected"]) for issue in found] == [
        ("$.turnouts[0].present", "turnout.count_differs", 13),
        ("$.turnouts[1].expected", "turnout.count_differs", 13),
        ("$.turnouts[2].present", "turnout.count_differs", 13),
        ("$.turnouts[3].present", "turnout.count_differs", villages),
        ("$.turnouts[4].present", "turnout.count_differs", 13),
    ]


def test_turnout_of_all_is_compared_with_a_complete_list():
    everyone = [region.code for region in load_regions().children(RegionCode("63"))]
    came = tuple(Delegation(origin=code) for code in everyone)
    assert warnings_of(with_turnouts(turnout(), delegations=came)) == []
    found = checks.check(
        with_turnouts(turnout(), delegations=came[2:]), regions=load_regions(), as_of=TODAY
    )
    assert [(issue.where, issue.code, dict(issue.params)) for issue in found] == [
        ("$.turnouts[0].extent", "turnout.delegation_missing", {"missing": 2}),
    ]
    partial = with_turnouts(turnout(), delegations=came[2:], delegations_completeness=None)
    assert warnings_of(partial) == []
    some = with_turnouts(turnout(extent=Extent.SEBAGIAN), delegations=came[2:])
    assert warnings_of(some) == []
    planned = with_turnouts(turnout(status=FigureStatus.PLANNED), delegations=came[2:])
    assert warnings_of(planned) == []


@pytest.mark.parametrize(
    ("stated", "listed", "completeness", "where"),
    [
        ({"extent": Extent.SEBAGIAN}, 13, Completeness.LENGKAP, "extent"),
        ({"extent": Extent.SEBAGIAN}, 13, Completeness.SEBAGIAN, "extent"),
        ({"extent": Extent.BERBAGAI}, 13, Completeness.LENGKAP, None),
        ({"extent": Extent.SEBAGIAN, "present": 10}, 11, Completeness.SEBAGIAN, "present"),
        ({"extent": Extent.SEBAGIAN, "present": 10}, 9, Completeness.SEBAGIAN, None),
        ({"extent": Extent.SEBAGIAN, "present": 10}, 9, Completeness.LENGKAP, "present"),
        ({"extent": Extent.SEBAGIAN, "present": 10}, 10, Completeness.LENGKAP, None),
        ({"extent": Extent.BERBAGAI, "present": 10}, 12, Completeness.LENGKAP, "present"),
        ({"extent": Extent.SELURUH, "present": 13}, 2, Completeness.SEBAGIAN, None),
    ],
)
def test_turnout_is_compared_with_the_number_of_listed_delegations(
    stated, listed, completeness, where
):
    everyone = [region.code for region in load_regions().children(RegionCode("63"))]
    came = tuple(Delegation(origin=code) for code in everyone[:listed])
    checked = with_turnouts(
        turnout(**stated), delegations=came, delegations_completeness=completeness
    )
    found = [one for one in warnings_of(checked) if one[1].startswith("turnout.")]
    expected = [] if where is None else [(f"$.turnouts[0].{where}", "turnout.delegations_differ")]
    assert found == expected


@pytest.mark.parametrize(
    ("status", "day", "code"),
    [
        (EventStatus.TERLAKSANA, date(2025, 10, 13), None),
        (EventStatus.TERLAKSANA, date(2025, 10, 9), "event.held_in_future"),
        (EventStatus.DIRENCANAKAN, date(2025, 10, 12), None),
        (EventStatus.DIPASTIKAN, date(2025, 10, 13), "event.status_outdated"),
        (EventStatus.BERLANGSUNG, date(2025, 10, 11), None),
        (EventStatus.BERLANGSUNG, date(2025, 10, 9), "event.held_in_future"),
        (EventStatus.BERLANGSUNG, date(2025, 10, 13), "event.status_outdated"),
        (EventStatus.DITUNDA, date(2025, 10, 13), None),
        (EventStatus.TERLAKSANA, None, None),
    ],
)
def test_status_is_compared_with_the_dates(status, day, code):
    dates = DateRange(date(2025, 10, 10), date(2025, 10, 12))
    fields = attrs.evolve(event(None), status=status, dates=dates)
    found = [issue.code for issue in checks.check(fields, regions=load_regions(), as_of=day)]
    assert found == ([] if code is None else [code])


def test_cancelled_event_with_attendance_gives_a_warning():
    came = (Delegation(origin=RegionCode("63.01"), present=4),)
    fields = attrs.evolve(event(None), status=EventStatus.DIBATALKAN, delegations=came)
    assert warnings_of(fields) == [("$.status", "event.cancelled_with_attendance")]
    registered = (Delegation(origin=RegionCode("63.01"), registered=4),)
    assert warnings_of(attrs.evolve(fields, delegations=registered)) == []


def test_days_outside_the_event_give_a_warning():
    inside, outside = date(2025, 10, 10), date(2025, 10, 13)
    fields = attrs.evolve(
        event(None),
        dates=DateRange(inside, date(2025, 10, 12)),
        agenda=(AgendaItem(title="A", day=inside), AgendaItem(title="B", day=outside)),
        activities=(
            Activity(title="A"),
            Activity(title="B", dates=DateRange(inside, inside)),
            Activity(title="C", dates=DateRange(inside, outside)),
        ),
    )
    assert warnings_of(fields) == [
        ("$.agenda[1].day", "event.day_outside"),
        ("$.activities[2].dates", "event.day_outside"),
    ]
    assert warnings_of(attrs.evolve(fields, dates=None)) == []


def test_value_that_no_source_gives_is_a_warning():
    sources = (Source(key="a", title="A"), Source(key="b", title="B"))
    theirs = (Claim(source="a", place="Aula"), Claim(source="b", place="Hotel"))
    fields = attrs.evolve(event(None), place="Pantai", sources=sources, claims=theirs)
    assert warnings_of(fields) == [("$.place", "event.value_unsupported")]
    assert warnings_of(attrs.evolve(fields, place="Aula")) == []
    assert warnings_of(attrs.evolve(fields, place=None)) == []


def test_delegations_are_compared_with_the_regions_of_the_scope():
    everyone = [str(region.code) for region in load_regions().children(RegionCode("63"))]
    assert warnings_of(event("63", *everyone)) == []
    assert warnings_of(event("63")) == []
    assert warnings_of(event(None, "63.01")) == []
    assert warnings_of(event("63.10.09.2005", "63.10.09.2005")) == []
    found = checks.check(event("63", *everyone[:-1], "32.01"), regions=load_regions(), as_of=TODAY)
    assert [(issue.where, issue.code, dict(issue.params)) for issue in found] == [
        ("$.delegations[12].origin", "delegation.outside", {}),
        ("$.delegations", "event.delegations_missing", {"missing": 1, "expected": 13}),
    ]


def test_delegations_of_organisations_only_give_no_warning():
    fields = attrs.evolve(
        event("63"),
        delegations=(Delegation(organisation="IPSM"), Delegation(origin=RegionCode("32.01"))),
    )
    assert warnings_of(fields)[0] == ("$.delegations[1].origin", "delegation.outside")


@record_class
class Route:
    stops: frozenset[RegionCode] = field(NONE)
    ends: tuple[RegionCode, ...] = field(NONE)


def test_items_of_sets_have_the_index_in_sorted_order():
    away, home, beyond = (RegionCode(code) for code in ("99.01", "63.10", "99.02"))
    route = Route(stops=frozenset({away, home, beyond}), ends=(away, home))
    assert warnings_of(route) == [
        ("$.stops[1]", "region.unknown"),
        ("$.stops[2]", "region.unknown"),
        ("$.ends[0]", "region.unknown"),
    ]


def test_national_event_expects_every_province():
    provinces = tuple(Delegation(origin=region.code) for region in load_regions().children())
    whole = attrs.evolve(event(None), level=EventLevel.NASIONAL, delegations=provinces)
    assert warnings_of(whole) == []
    fewer = attrs.evolve(
        whole, delegations=(*provinces[:37], Delegation(origin=RegionCode("63.10")))
    )
    assert warnings_of(fewer) == [
        ("$.delegations[37].origin", "delegation.outside"),
        ("$.delegations", "event.delegations_missing"),
    ]
    by_organisation = attrs.evolve(whole, delegations=(Delegation(organisation="IPSM"),))
    assert warnings_of(by_organisation) == []


def test_year_and_host_are_compared_with_dates_and_scope():
    dates = DateRange(date(2025, 10, 10), date(2025, 10, 12))
    fields = attrs.evolve(event("63"), year=2024, dates=dates, host=RegionCode("34.01"))
    assert warnings_of(fields) == [
        ("$.year", "event.year_differs"),
        ("$.host", "event.host_outside"),
    ]
    fine = attrs.evolve(event("63"), year=2025, dates=dates, host=RegionCode("63.10"))
    assert warnings_of(fine) == []
    assert warnings_of(attrs.evolve(event("63"), year=2024)) == []
    long = DateRange(date(2023, 12, 30), date(2025, 1, 2))
    assert warnings_of(attrs.evolve(event("63"), year=2024, dates=long)) == []


def test_unknown_host_is_a_warning_without_expected_delegations():
    assert warnings_of(event("99", "99.01")) == [
        ("$.scope", "region.unknown"),
        ("$.delegations[0].origin", "region.unknown"),
    ]


def test_as_of_accepts_a_datetime():
    someone = person(birth_date=date(1990, 8, 1))
    found = checks.check(someone, regions=load_regions(), as_of=datetime(2025, 10, 13, 8))
    assert [issue.code for issue in found] == ["nik.serial_zero"]


def test_check_without_as_of_skips_checks_that_need_it():
    differs = person(sex=Sex.LAKI_LAKI, birth_date=date(1999, 1, 1))
    found = checks.check(
        eligible(person=differs, attested_requirements=frozenset()), regions=load_regions()
    )
    assert [(issue.where, issue.code) for issue in found] == [
        ("$.person.birth_date", "nik.birth_date_differs"),
        ("$.person.sex", "nik.sex_differs"),
        ("$.person.nik", "nik.serial_zero"),
    ]
    lansia = someone(PPKSCategory.LANJUT_USIA_TELANTAR, person=person())
    assert "ppks.age" in {issue.code for issue in checks.check(lansia, regions=load_regions())}


def test_as_of_rejects_other_types():
    with pytest.raises(TypeError, match="a date is needed here, not str"):
        checks.check(person(), regions=load_regions(), as_of="2025-10-13")


def test_check_rejects_other_objects():
    with pytest.raises(TypeError, match="str is not a record"):
        checks.check("x", regions=load_regions(), as_of=TODAY)


def known(**fields):
    return Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI, **fields)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1850, 1, 1), date(1, 1, 1)])
def test_implausible_birth_date_is_a_warning_with_or_without_as_of(day):
    expected = [("$.birth_date", "person.birth_date_implausible")]
    assert warnings_of(known(birth_date=day)) == expected
    found = checks.check(known(birth_date=day), regions=load_regions())
    assert [(issue.where, issue.code) for issue in found] == expected


def test_age_of_120_is_accepted_and_121_is_a_warning():
    assert warnings_of(known(birth_date=date(1925, 1, 1))) == []
    assert warnings_of(known(birth_date=date(1904, 10, 14))) == []
    assert warnings_of(known(birth_date=date(1904, 10, 13))) == [
        ("$.birth_date", "person.birth_date_implausible")
    ]
    assert checks.check(known(birth_date=date(1904, 1, 1)), regions=load_regions()) == ()


@pytest.mark.parametrize(
    ("born", "fields", "found"),
    [
        (date(2017, 1, 1), {"education": Education.TAMAT_SD}, ["person.education_age"]),
        (date(2013, 1, 1), {"education": Education.TAMAT_SD}, []),
        (date(2010, 1, 1), {"education": Education.STRATA_II}, ["person.education_age"]),
        (date(2020, 1, 1), {"education": Education.BELUM_TAMAT_SD}, []),
        (date(2017, 1, 1), {"occupation": Occupation.KEPALA_DESA}, ["person.occupation_age"]),
        (date(2017, 1, 1), {"occupation": Occupation.PELAJAR_MAHASISWA}, []),
        (date(2009, 1, 1), {"occupation": Occupation.PETANI_PEKEBUN}, []),
        (date(2016, 1, 1), {"marital_status": MaritalStatus.KAWIN}, ["person.marriage_age"]),
        (date(2016, 1, 1), {"marital_status": MaritalStatus.BELUM_KAWIN}, []),
        (date(2009, 1, 1), {"marital_status": MaritalStatus.KAWIN_BELUM_TERCATAT}, []),
        (date(2016, 1, 1), {"family_relation": FamilyRelation.MERTUA}, ["person.marriage_age"]),
        (date(2016, 1, 1), {"family_relation": FamilyRelation.ANAK}, []),
        (date(2026, 1, 1), {"education": Education.SLTA}, ["person.birth_date_future"]),
        (None, {"education": Education.SLTA, "marital_status": MaritalStatus.KAWIN}, []),
    ],
)
def test_fields_that_do_not_fit_the_age_are_warnings(born, fields, found):
    assert [code for _, code in warnings_of(known(birth_date=born, **fields))] == found


def test_past_date_in_the_future_or_before_birth_is_a_warning():
    child = known(birth_date=date(2015, 5, 5))
    early, late = date(2015, 5, 4), date(2025, 10, 14)
    for day, code in ((early, "before_birth"), (late, "future"), (date(2015, 5, 5), None)):
        found = warnings_of(someone(PPKSCategory.ANAK_TERLANTAR, day=day, person=child))
        days = [one for one in found if one[1].startswith("date.")]
        assert days == ([] if code is None else [("$.classifications[0].date", f"date.{code}")])
    by_nik = Person(nik=NIK("6310094108900000"), name="C")
    found = warnings_of(someone(PPKSCategory.PEMULUNG, day=date(1980, 1, 1), person=by_nik))
    assert found == [("$.classifications[0].date", "date.before_birth")]


def test_each_past_date_of_a_worker_is_compared_with_birth_and_today():
    day = date(2030, 1, 1)
    role = Assignment(
        pillar=Pillar.TKSK,
        serves=ANGSANA,
        proposed_on=day,
        since=day,
        decree=Decree(number="1", date=day),
        renewals=(Decree(number="2", date=day),),
    )
    worker = Worker(
        id=WorkerId("w"),
        person=known(birth_date=date(1990, 1, 1)),
        assignments=(role,),
        trainings=(Training(name="Bimtek", date=day),),
        certifications=(Certification(year=2030), Certification(since=day), Certification()),
    )
    places = [
        *("$.assignments[0].proposed_on", "$.assignments[0].since", "$.assignments[0].decree.date"),
        *("$.assignments[0].renewals[0].date", "$.trainings[0].date"),
        *("$.certifications[0].year", "$.certifications[1].since"),
    ]
    assert warnings_of(worker) == [(place, "date.future") for place in places]
    unborn = attrs.evolve(worker, person=known(birth_date=date(2031, 1, 1)))
    found = [where for where, code in warnings_of(unborn) if code == "date.before_birth"]
    assert sorted(found) == sorted(places)


def test_planned_date_far_ahead_is_a_warning():
    def fields(begins, **more):
        dates = DateRange(date(begins, 1, 1), date(begins, 1, 2))
        return warnings_of(attrs.evolve(event(None), dates=dates, **more))

    assert fields(2030, year=2030) == []
    assert fields(2031, year=2031, peak=date(2031, 1, 1)) == [
        ("$.year", "date.far_future"),
        ("$.dates.start", "date.far_future"),
        ("$.dates.end", "date.far_future"),
        ("$.peak", "date.far_future"),
    ]
    part = Participation(
        programme=ProgrammeId("PKH"),
        recipient=BeneficiaryId("b"),
        status=ParticipationStatus.DITETAPKAN,
        since=date(2031, 1, 1),
        until=date(2036, 1, 1),
    )
    assert warnings_of(part) == [("$.since", "date.far_future"), ("$.until", "date.far_future")]
    assert warnings_of(attrs.evolve(part, since=date(2026, 1, 1), until=date(2035, 12, 31))) == []
    decided = attrs.evolve(part, decided_on=date(2025, 10, 14), since=None, until=None)
    assert warnings_of(decided) == [("$.decided_on", "date.future")]


def test_date_before_1945_is_a_warning_except_in_a_family():
    assert warnings_of(Decree(number="1", date=date(1019, 8, 1))) == [("$.date", "date.far_past")]
    member = Membership(
        person=known(birth_date=date(1940, 1, 1)),
        relation=FamilyRelation.KEPALA_KELUARGA,
        since=date(1940, 1, 1),
    )
    assert warnings_of(member) == []
    early = attrs.evolve(member, since=date(1939, 12, 31))
    assert warnings_of(early) == [("$.since", "date.before_birth")]
    resident = Resident(
        person=known(birth_date=date(2026, 1, 1)),
        relation=HouseholdRelation.ANAK,
        since=date(2025, 12, 1),
    )
    assert {code for _, code in warnings_of(resident)} == {
        *("date.before_birth", "date.future", "person.birth_date_future"),
    }
    rank = WelfareRank(decile=1, period=Quarter("2026-Q1"))
    assert warnings_of(rank) == [("$.period", "date.future")]


def test_case_dates_before_birth_are_warnings():
    consent = Consent(
        key="c",
        date=date(2019, 1, 1),
        purposes=frozenset({ConsentPurpose.RUJUKAN}),
        covers=Sensitivity.UMUM,
    )
    step = Step(kind=StepKind.PENJANGKAUAN, date=date(2019, 1, 1), by=WorkerId("w"))
    case = Case(id=CaseId("k"), beneficiary=BeneficiaryId("b"), steps=(step,), consents=(consent,))
    child = Beneficiary(id=BeneficiaryId("b"), person=known(birth_date=date(2020, 1, 1)))
    assert warnings_of(CaseFile(case=case, beneficiary=child)) == [
        ("$.case.steps[0].date", "date.before_birth"),
        ("$.case.consents[0].date", "date.before_birth"),
    ]
    group = Beneficiary(id=BeneficiaryId("b"), group=Group(name="C"))
    assert warnings_of(CaseFile(case=case, beneficiary=group)) == []
    nobody = Beneficiary(id=BeneficiaryId("b"), person=known())
    assert warnings_of(CaseFile(case=case, beneficiary=nobody)) == []


def test_date_after_death_is_a_warning():
    died = Assignment(
        pillar=Pillar.TKSK,
        serves=ANGSANA,
        since=date(2019, 1, 1),
        until=date(2020, 1, 1),
        end_reason=EndReason.MENINGGAL_DUNIA,
    )
    later = Training(name="Bimtek", date=date(2020, 1, 2))
    worker = Worker(id=WorkerId("w"), person=known(), assignments=(died,), trainings=(later,))
    assert warnings_of(worker) == [("$.trainings[0].date", "date.after_death")]
    resigned = attrs.evolve(died, end_reason=EndReason.MENGUNDURKAN_DIRI)
    assert warnings_of(attrs.evolve(worker, assignments=(resigned,))) == []


def test_role_of_a_small_child_is_a_warning():
    role = Assignment(pillar=Pillar.KARANG_TARUNA, serves=ANGSANA, since=date(2020, 1, 1))
    worker = Worker(
        id=WorkerId("w"), person=known(birth_date=date(2010, 1, 1)), assignments=(role,)
    )
    assert warnings_of(worker) == [("$.assignments[0].since", "assignment.age")]
    youth = attrs.evolve(worker, person=known(birth_date=date(2006, 12, 31)))
    assert warnings_of(youth) == []
    psm = attrs.evolve(worker, assignments=(attrs.evolve(role, pillar=Pillar.PSM),))
    assert "assignment.age" not in {code for _, code in warnings_of(psm)}
    found = checks.check(psm, regions=load_regions())
    assert [issue.code for issue in found] == ["assignment.age"]


def lives(relation, born, **fields):
    return Membership(person=known(birth_date=born), relation=relation, **fields)


@pytest.mark.parametrize(
    ("relation", "born", "years"),
    [
        (FamilyRelation.ANAK, date(1979, 1, 1), 10),
        (FamilyRelation.ANAK, date(1989, 12, 31), 10),
        (FamilyRelation.ANAK, date(1990, 1, 1), None),
        (FamilyRelation.ANAK, None, None),
        (FamilyRelation.CUCU, date(1999, 12, 31), 20),
        (FamilyRelation.CUCU, date(2000, 1, 1), None),
        (FamilyRelation.ORANGTUA, date(1970, 1, 2), 10),
        (FamilyRelation.ORANGTUA, date(1970, 1, 1), None),
        (FamilyRelation.MERTUA, date(1980, 1, 1), 10),
        (FamilyRelation.MERTUA, date(1974, 1, 1), None),
        (FamilyRelation.FAMILI_LAIN, date(1980, 1, 1), None),
    ],
)
def test_small_age_difference_to_a_parent_is_a_warning(relation, born, years):
    head = lives(FamilyRelation.KEPALA_KELUARGA, date(1980, 1, 1))
    wife = lives(FamilyRelation.ISTRI, date(1985, 1, 1))
    family = Family(memberships=(head, wife, lives(relation, born)))
    found = checks.check(family, regions=load_regions(), as_of=TODAY)
    expected = [] if years is None else [("$.memberships[2].person", "family.age_gap", years)]
    assert [(one.where, one.code, one.params["years"]) for one in found] == expected


@pytest.mark.parametrize(
    ("born", "codes"),
    [
        (date(1965, 1, 1), []),
        (date(1980, 1, 1), ["family.age_gap"]),
        (None, ["family.age_gap"]),
    ],
)
def test_possible_child_of_the_spouse_gives_no_warning(born, codes):
    head = lives(FamilyRelation.KEPALA_KELUARGA, date(1980, 1, 1))
    wife, child = lives(FamilyRelation.ISTRI, born), lives(FamilyRelation.ANAK, date(1985, 1, 1))
    family = Family(memberships=(head, wife, child))
    assert [code for _, code in warnings_of(family)] == codes
    house = Household(
        id=HouseholdId("h"),
        residents=tuple(
            Resident(person=one.person, relation=relation)
            for one, relation in (
                (head, HouseholdRelation.KEPALA_KELUARGA),
                (wife, HouseholdRelation.ISTRI_SUAMI),
                (child, HouseholdRelation.ANAK),
            )
        ),
    )
    assert [code for _, code in warnings_of(house)] == codes


def test_parent_ages_use_the_nik_and_overlapping_periods():
    def numbered(year, relation, **fields):
        someone = Person(nik=NIK(f"6310090101{year}0001"), name="C")
        return Membership(person=someone, relation=relation, **fields)

    child = numbered("75", FamilyRelation.ANAK, since=date(2020, 1, 1))
    head = numbered("80", FamilyRelation.KEPALA_KELUARGA)
    assert ("$.memberships[1].person", "family.age_gap") in warnings_of(
        Family(memberships=(head, child))
    )
    before = attrs.evolve(head, until=date(2019, 12, 31))
    assert warnings_of(Family(memberships=(before, child))) == []
    house = Household(
        id=HouseholdId("h"),
        residents=tuple(
            Resident(person=known(birth_date=date(1980, 1, 1)), relation=relation)
            for relation in (HouseholdRelation.KEPALA_KELUARGA, HouseholdRelation.ANAK)
        ),
    )
    assert warnings_of(house) == [("$.residents[1].person", "family.age_gap")]
