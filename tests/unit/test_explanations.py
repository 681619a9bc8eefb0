"""Explanations of issue codes, terms, lists and acts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import ParseError, UnknownWordError, explain, terms
from psm_core._messages import MESSAGES
from psm_core.law import load_acts
from psm_core.terms import (
    HouseholdRelation,
    MaritalStatus,
    PASCategory,
    Pillar,
    PMKSCategory,
    PPKSCategory,
    RegionLevel,
    Sex,
    Term,
)

VOCABULARIES = [
    found
    for name in terms.__all__
    if issubclass(found := getattr(terms, name), Term) and found is not Term
]
LANGUAGES = ("en", "id")
OF_ALL_RECORDS = {"table.no_file", "text.too_long", "type.list", "type.value"}
"""Codes that no class or function names in its documentation."""


def titles(word):
    return [entry.title for entry in explain(word).entries]


def test_every_issue_code_is_explained_in_both_languages():
    for code, message in MESSAGES.items():
        (rule,) = explain(code).issues
        assert rule.severity.value == message.severity, code
        assert rule.reported_by or code in OF_ALL_RECORDS, f"generate.py reporters: {code}"
        for language in LANGUAGES:
            facts = rule.facts(language)
            assert {"severity", "problem", "cure", "source"} == facts.keys() - {"reported_by"}, code
            assert not re.search(r"[{}\[\]]", facts["problem"] + facts["cure"]), code
        assert rule.problem("en") != rule.problem("id"), code


def test_every_term_is_explained_in_both_languages():
    for vocabulary, member in ((one, member) for one in VOCABULARIES for member in one):
        (found,) = explain(member).terms
        assert found.term is member
        assert found.citations
        for language in LANGUAGES:
            text = explain(member).text(language)
            assert member.label in text
            assert member.gloss in text
            assert member.source in text
            assert vocabulary.scheme.id in text


def test_every_list_is_explained_in_both_languages():
    for vocabulary in VOCABULARIES:
        (found,) = explain(vocabulary).lists
        assert found.citations, vocabulary
        for language in LANGUAGES:
            text = explain(vocabulary).text(language)
            assert vocabulary.scheme.title in text
            assert all(member.label in text for member in vocabulary), vocabulary
        assert explain(vocabulary.__name__).lists == (found,)
        assert explain(vocabulary.scheme.id).lists == (found,)


def test_further_list_of_codes_is_explained_with_its_own_codes():
    (six,) = explain("status-perkawinan-6").lists
    assert six.vocabulary is MaritalStatus
    assert six.facts("en")["members"].splitlines()[2] == "3 Kawin Belum Tercatat"
    assert six.facts("id")["code_lists"] == "status-perkawinan-4"
    (four,) = explain("status-perkawinan-4").lists
    assert four.facts("id")["members"].splitlines()[2] == "3 Cerai Hidup"
    assert four.facts("id")["code_lists"] == "status-perkawinan-6"
    (household,) = explain("hubungan-regsosek").lists
    assert household.vocabulary is HouseholdRelation
    (education,) = explain("pendidikan-regsosek").lists
    assert education.facts()["members"].startswith("1 Tamat SD / Sederajat\n")
    assert "13 SLTA / Sederajat" in education.facts()["members"].splitlines()
    (older,) = explain("pekerjaan-89").lists
    codes = [line.partition(" ")[0] for line in older.facts()["members"].splitlines()]
    assert codes == [str(number) for number in range(1, 90)]
    assert explain("Status perkawinan").lists == (four, six)


def test_every_act_is_explained_in_both_languages():
    for name in load_acts():
        (found,) = [one for one in explain(name).acts if one.act.name == name]
        for language in LANGUAGES:
            assert found.facts(language)["name"] == found.act.full_name
            assert found.facts(language)["reading"], name
        assert found in explain(found.act.full_name).acts


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ppks-26:8", ["PPKSCategory.LANJUT_USIA_TELANTAR"]),
        ("ppks-26:lanjut-usia-telantar", ["PPKSCategory.LANJUT_USIA_TELANTAR"]),
        ("PPKSCategory.LANJUT_USIA_TELANTAR", ["PPKSCategory.LANJUT_USIA_TELANTAR"]),
        ("terms.Sex.PEREMPUAN", ["Sex.PEREMPUAN"]),
        ("status-perkawinan-6:3", ["MaritalStatus.KAWIN_BELUM_TERCATAT"]),
        ("pilar-sosial:PSM", ["Pillar.PSM"]),
        ("dasar-pemrosesan:d", ["LegalGround.KEPENTINGAN_VITAL"]),
        ("  PSM.AGE ", ["psm.age"]),
        (
            "Anak Nakal",
            ["PMKSCategory.ANAK_NAKAL", "PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM"],
        ),
        ("tagana", ["PSKS.TARUNA_SIAGA_BENCANA", "Pillar.TAGANA"]),
        ("Pemerlu Atensi Sosial, 12 kelompok", ["PASCategory"]),
        ("pemerlu atensi sosial", ["PASCategory"]),
        ("PPKS", ["PPKSCategory"]),
        ("PMKS", ["PMKSCategory"]),
        ("permensos 8/2012", ["Permensos 8/2012"]),
        ("UU No. 27 Tahun 2022", ["UU 27/2022"]),
        ("uu no 27 thn. 2022", ["UU 27/2022"]),
        ("permensos 10/2019 pasal 1", ["Permensos 10/2019"]),
        ("Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi", ["UU 27/2022"]),
        ("UU 27/2022 Pasal 4 ayat (1) huruf a", ["UU 27/2022"]),
        ("UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014", ["UU 23/2002", "UU 35/2014"]),
    ],
)
def test_word_names_its_entries(word, found):
    assert titles(word) == found


@pytest.mark.parametrize(
    "word",
    [
        *("", " ", "8", ":8", "(8)", "ppks-26:27", "ppks-26:", "::", "xyz:1", "xyz:"),
        *("UU 8/2016 tagana", "UU 1/1900", "x" * 300),
    ],
)
def test_unknown_word_is_an_error_without_the_word(word):
    with pytest.raises(UnknownWordError) as error:
        explain(word)
    assert str(error.value).startswith("no issue code, term or act has this name")
    assert not word.strip() or word not in str(error.value).partition(";")[0]


@pytest.mark.parametrize(
    ("word", "similar"),
    [
        ("Lanjut Usia Telantr", "Lanjut Usia Telantar"),
        ("nik.lenght", "nik.length"),
        ("psm.umur", "psm.age"),
        ("Permensos 8/2013", "Permensos 8/2012"),
        ("ppks-62", "ppks-26"),
    ],
)
def test_unknown_word_has_similar_names(word, similar):
    with pytest.raises(UnknownWordError) as error:
        explain(word)
    assert similar in error.value.suggestions
    assert similar in str(error.value)


@given(st.text(max_size=40))
def test_any_text_is_explained_or_rejected(text):
    try:
        assert explain(text).entries
    except UnknownWordError as error:
        assert len(error.suggestions) <= 5


def test_number_of_a_person_is_not_repeated():
    with pytest.raises(UnknownWordError) as error:
        explain("9901014108900001")
    assert "9901" not in f"{error.value!r} {error.value}"


@pytest.mark.parametrize("value", [8, None, Term])
def test_other_types_are_rejected(value):
    with pytest.raises(ParseError, match=r"type\.text"):
        explain(value)


def test_unknown_language_is_rejected():
    with pytest.raises(ValueError, match="unknown language"):
        explain("psm.age").text("fr")


def test_rule_with_an_act_states_since_when_and_how_it_is_known():
    text = explain("psm.age").text("en")
    assert "Permensos 10/2019, syarat PSM huruf d" in text
    assert "(since 2019; as others restate it)" in text
    assert "Reported by: checks.check" in text


def test_rule_without_an_act_says_so():
    assert "no act; a plausibility check" in explain("date.far_past").text("en")
    assert "tanpa peraturan; aturan paket ini" in explain("text.blank").text("id")


def test_term_has_its_limits_and_its_terms_in_other_lists():
    (found,) = explain(PPKSCategory.PEREMPUAN_RAWAN_SOSIAL_EKONOMI).terms
    facts = found.facts("en")
    assert facts["age"].startswith("at least 18, at most 59 (")
    assert facts["sex"] == Sex.PEREMPUAN.label
    assert facts["units"] == "Perseorangan"
    assert found.earlier == (PMKSCategory.WANITA_RAWAN_SOSIAL_EKONOMI,)
    assert found.later == (PASCategory.PEREMPUAN_RENTAN,)
    assert facts["later"] == "Perempuan rentan (pas-12) (inferred)"
    (pillar,) = explain(Pillar.TAGANA).terms
    assert [one.label for one in pillar.related] == ["Taruna Siaga Bencana"]
    (general,) = explain(MaritalStatus.KAWIN).terms
    assert general.related == ()
    assert "age" not in explain(RegionLevel.VILLAGE).terms[0].facts()


def test_replaced_act_names_its_successor():
    (found,) = explain("Permensos 1/2012").acts
    assert found.facts("id")["replaced_by"] == "Permensos 10/2019"
    assert "digantikan oleh Permensos 3/2021" not in explain("UU 27/2022").text("id")
    assert "digantikan oleh Permensos 8/2012" in explain(PMKSCategory.ANAK_NAKAL).text("id")


def test_act_has_what_rests_on_it():
    (found,) = explain("Permensos 8/2012").acts
    assert PPKSCategory in found.lists
    assert Pillar.WPKS in found.terms
    assert "ppks.age" in found.issue_codes
    (parent,) = explain("UU 11/2009").acts
    assert (parent.lists, parent.terms, parent.issue_codes) == ((), (), ())


def test_source_that_is_a_document_is_not_repeated():
    facts = explain("anak").terms[0].facts("id")
    assert facts["source"].count("OpenSID") == 1
    assert facts["source"].endswith("no. 4 (menurut sumber lain)")


def test_explanation_prints_in_english():
    assert str(explain("psm.age")) == explain("psm.age").text("en")
    two = explain("Fakir Miskin")
    assert str(two).count("\n\n") == len(two.entries) - 1


def test_pmks_terms_have_the_nearest_category():
    assert (
        PMKSCategory.parse("pmks-22:anak-nakal").ppks
        is PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM
    )
    assert len(PMKSCategory) == 22
    assert [one.name for one in PMKSCategory if one.ppks is None] == [
        "KELUARGA_BERUMAH_TIDAK_LAYAK_HUNI",
        "KELUARGA_RENTAN",
    ]
