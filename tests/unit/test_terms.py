"""The closed vocabularies."""

import pickle
import traceback

import pytest

from psm_core import ParseError, terms
from psm_core.terms import (
    PSKS,
    BloodType,
    EligibilityRequirement,
    EventKind,
    EventLevel,
    Occupation,
    PASCategory,
    Pillar,
    PPKSCategory,
    RegionLevel,
    Sex,
    SubjectUnit,
    Term,
)

VOCABULARIES = [
    found
    for name in terms.__all__
    if isinstance(found := getattr(terms, name), type)
    and issubclass(found, Term)
    and found is not Term
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_member_is_found_by_slug_name_label_and_code(vocabulary):
    assert len({member.code for member in vocabulary}) == len(vocabulary)
    for member in vocabulary:
        assert vocabulary(member.value) is member
        for text in (member.value, member.name, member.label.upper(), member.code):
            assert vocabulary.parse(text) is member, text
        assert member.gloss
        assert member.source
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_old_spellings_stand_for_a_member(vocabulary):
    for alias, name in vocabulary.aliases.items():
        assert vocabulary.parse(alias) is vocabulary[name]


def test_the_spellings_of_sex_in_files_are_known():
    assert [Sex.parse(text) for text in ("L", "Pr", "Laki - laki", "WANITA")] == [
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
    ]


def test_an_unknown_word_is_refused_without_being_told():
    for read in (Sex.parse, Sex):
        with pytest.raises(ParseError) as caught:
            read("9901014108900001")
        assert caught.value.code == "term.unknown"
        shown = traceback.format_exception(caught.value)
        assert "9901014108900001" not in "".join(line for line in shown if "File" not in line)
        with pytest.raises(ParseError) as caught:
            read(None)
        assert caught.value.code == "type.text"


def test_a_rhesus_sign_at_the_end_is_part_of_the_blood_group():
    found = [BloodType.parse(text) for text in ("a", "A+", "a-", "AB -", "13")]
    assert [member.label for member in found] == ["A", "A+", "A-", "AB", "Tidak Tahu"]


def test_lists_with_versions_name_themselves_in_each_slug():
    assert PPKSCategory.ANAK_JALANAN.value == "ppks-26:anak-jalanan"
    assert PASCategory.KORBAN_BENCANA.value == "pas-12:korban-bencana"
    assert Occupation.parse("89").value == "pekerjaan-89:lainnya"
    assert EventKind.TEMU_KARYA.value == "temu-karya"


def test_the_lists_have_the_size_of_their_acts():
    sizes = {PPKSCategory: 26, PASCategory: 12, PSKS: 12, Occupation: 89, EligibilityRequirement: 7}
    for vocabulary, size in sizes.items():
        assert len(vocabulary) == size


def test_every_category_of_the_26_went_into_one_of_the_12():
    together = [category for group in PASCategory for category in PPKSCategory.of_pas(group)]
    assert sorted(together, key=lambda c: int(c.code)) == list(PPKSCategory)
    inferred = {category.pas.code for category in PPKSCategory if category.pas_is_inferred}
    assert inferred == {"10", "11", "12"}
    assert all(PPKSCategory.of_pas(group) for group in PASCategory)


def test_the_bounds_of_age_are_those_of_the_annex():
    bounds = {
        c.code: (c.min_age, c.max_age)
        for c in PPKSCategory
        if (c.min_age, c.max_age) != (None, None)
    }
    assert bounds == {
        "1": (None, 5),
        "2": (6, 18),
        "3": (12, 17),
        "5": (None, 17),
        "6": (None, 17),
        "7": (6, 18),
        "8": (60, None),
        "15": (19, None),
        "23": (18, 59),
    }
    assert [c.code for c in PPKSCategory if c.sex is not None] == ["23"]
    assert PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI.sex is Sex.PEREMPUAN


def test_labels_that_tell_of_a_child_health_or_crime_are_specific():
    plain = {c.code for c in PPKSCategory if not c.is_specific}
    assert plain == {"8", "11", "12", "13", "20", "21", "22", "23", "25", "26"}
    assert SubjectUnit.KELUARGA in PPKSCategory.FAKIR_MISKIN.units


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Lansia Terlantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("anak telantar", PPKSCategory.ANAK_TERLANTAR),
        ("WRSE", PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI),
        ("Penyandang Cacat", PPKSCategory.PENYANDANG_DISABILITAS),
        ("ppks-26:pemulung", PPKSCategory.PEMULUNG),
        ("13", PPKSCategory.PEMULUNG),
    ],
)
def test_old_names_of_categories_are_read(text, category):
    assert PPKSCategory.parse(text) is category


def test_each_pillar_says_where_it_is_taken_from():
    assert Pillar.PSM.source == "Permensos 10/2019 Pasal 1"
    assert Pillar.WPKS.source == "Permensos 8/2012, lampiran, no. 9"
    assert Pillar.PSM.psks is PSKS.PEKERJA_SOSIAL_MASYARAKAT
    assert Pillar.OPERATOR_SIKS_NG.psks is None
    assert all(pillar.source for pillar in Pillar)
    assert {kind.unit for kind in PSKS} == {
        SubjectUnit.PERSEORANGAN,
        SubjectUnit.KELUARGA,
        SubjectUnit.KELOMPOK,
    }
    assert EligibilityRequirement.USIA.source == "Permensos 10/2019, syarat PSM huruf d"


def test_a_level_of_event_is_held_for_a_level_of_region():
    assert [level.region_level for level in EventLevel] == [None, *RegionLevel]
