"""Several spellings of one member in one text, in every vocabulary."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import ParseError, terms
from psm_core._core.spelling import normalize_spelling
from psm_core._core.vocabulary import Term
from psm_core.terms import (
    PSKS,
    BloodType,
    Education,
    MaritalStatus,
    OrganisationKind,
    PASCategory,
    Pillar,
    PPKSCategory,
    Sex,
)

VOCABULARIES = [
    found
    for name in terms.__all__
    if isinstance(found := getattr(terms, name), type)
    and issubclass(found, Term)
    and found is not Term
]
JOINED = ("{} ({})", "{} [{}]", "({}) {}", "{} - {}", "{} \u2013 {}", "{}/{}", "{} / {}", "{}: {}")


def parsed(vocabulary: type[Term], text: str) -> Term | None:
    """Return the member of a text, or None."""
    try:
        return vocabulary.parse(text)
    except ParseError:
        return None


def words_of(member: Term) -> list[str]:
    """Return the label of a member, and the aliases that begin with a letter."""
    vocabulary = type(member)
    texts = [member.label, *(text for text, name in vocabulary.aliases.items())]
    return [text for text in texts if text[:1].isalpha() and vocabulary.parse(text) is member]


def initials(text: str) -> str:
    """Return the first letters of the words of a text."""
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_][\w']*", text))


MEMBERS = st.sampled_from([member for vocabulary in VOCABULARIES for member in vocabulary])


@given(st.data(), MEMBERS, st.sampled_from(JOINED))
def test_two_spellings_of_one_member_are_read(data, member, joined):
    words = st.sampled_from(words_of(member))
    text = joined.format(data.draw(words), data.draw(words))
    assert type(member).parse(text) is member, text


@given(st.data(), MEMBERS, st.sampled_from(JOINED))
def test_two_members_in_one_text_are_never_read_as_one(data, member, joined):
    vocabulary = type(member)
    other = data.draw(st.sampled_from([one for one in vocabulary if one is not member]))
    text = joined.format(
        data.draw(st.sampled_from(words_of(member))), data.draw(st.sampled_from(words_of(other)))
    )
    found = parsed(vocabulary, text)
    if found is not None:  # the whole text is a spelling, such as "Belum/Tidak Kawin"
        whole = {
            normalize_spelling(spelling): one for one in vocabulary for spelling in one.spellings
        }
        aliases = {normalize_spelling(one): vocabulary[n] for one, n in vocabulary.aliases.items()}
        assert (aliases | whole)[normalize_spelling(text)] is found


@given(MEMBERS, st.sampled_from(JOINED))
def test_a_label_with_its_initials_is_never_another_member(member, joined):
    vocabulary, short = type(member), initials(member.label)
    found = parsed(vocabulary, joined.format(member.label, short))
    if len(short) > 1 and parsed(vocabulary, short) in {None, member}:
        assert found is member
    else:
        assert found in {None, member}


@given(MEMBERS, st.sampled_from(JOINED), st.text("qxz", min_size=3))
def test_a_label_with_unknown_letters_is_rejected(member, joined, letters):
    assert parsed(type(member), joined.format(member.label, letters)) is None


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_a_code_in_front_may_stand_with_a_label_and_its_initials(vocabulary):
    for member in vocabulary:
        short = initials(member.label)
        number = member.code.isdecimal() and parsed(vocabulary, member.code) is member
        if number and len(short) > 1 and parsed(vocabulary, short) in {None, member}:
            assert vocabulary.parse(f"{member.code}. {member.label} ({short})") is member


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Lanjut Usia Terlantar (LUT)", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("LUT - Lanjut Usia Terlantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("(LUT) Lanjut Usia Terlantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("8. LUT \u2013 Lanjut Usia Telantar", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("Fakir Miskin (FM)", PPKSCategory.FAKIR_MISKIN),
        ("Fakir Miskin (F.M.)", PASCategory.FAKIR_MISKIN),
        ("Korban Bencana Alam [KBA]", PPKSCategory.KORBAN_BENCANA_ALAM),
        ("Korban Penyalahgunaan NAPZA (KPN)", PPKSCategory.KORBAN_PENYALAHGUNAAN_NAPZA),
        ("KPN - Korban Penyalahgunaan NAPZA", PPKSCategory.KORBAN_PENYALAHGUNAAN_NAPZA),
        ("Korban Penyalahgunaan NAPZA KPN", PPKSCategory.KORBAN_PENYALAHGUNAAN_NAPZA),
        ("Anak yang Berhadapan dengan Hukum (ABH)", PPKSCategory.ANAK_YANG_BERHADAPAN_DENGAN_HUKUM),
        ("Pekerja Sosial Masyarakat (PSM)", PSKS.PEKERJA_SOSIAL_MASYARAKAT),
        ("PSM - PEKERJA SOSIAL MASYARAKAT", Pillar.PSM),
        ("Tenaga Kesejahteraan Sosial Kecamatan/TKSK", Pillar.TKSK),
        ("Lembaga Kesejahteraan Sosial / LKS", OrganisationKind.LKS),
        ("LKS | Lembaga Kesejahteraan Sosial", PSKS.LEMBAGA_KESEJAHTERAAN_SOSIAL),
        ("P = Perempuan", Sex.PEREMPUAN),
        ("\u2022 Fakir Miskin (FM)", PPKSCategory.FAKIR_MISKIN),
        ("\u00b7 Fakir Miskin", PPKSCategory.FAKIR_MISKIN),
        ("Lanjut Usia Terlantar LUT", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("Lanjut Usia Terlantar, LUT", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("LUT LANJUT USIA TERLANTAR", PPKSCategory.LANJUT_USIA_TELANTAR),
        ("2. PSM Pekerja Sosial Masyarakat", PSKS.PEKERJA_SOSIAL_MASYARAKAT),
        ("SLTA / SMA", Education.SLTA),
    ],
)
def test_a_label_with_its_abbreviation_is_read(text, member):
    assert type(member).parse(text) is member


@pytest.mark.parametrize(
    ("vocabulary", "text"),
    [
        (PPKSCategory, "Anak Terlantar (AJ)"),
        (PPKSCategory, "Keluarga Bermasalah Sosial Psikologis (KBS)"),
        (PPKSCategory, "Gelandangan/Pengemis"),
        (PPKSCategory, "Anak Terlantar AJ"),
        (PPKSCategory, "AJ AT"),
        (PPKSCategory, "Lanjut Usia Terlantar (99)"),
        (PPKSCategory, "Lanjut Usia Terlantar (7)"),
        (PPKSCategory, "a - b - c - d - e - Fakir Miskin"),
        (PPKSCategory, "Fakir Miskin (F"),
        (PPKSCategory, "Pengemis (P)"),
        (Sex, "L/P"),
        (Sex, "L = P"),
        (BloodType, "A (B)"),
        (BloodType, "A - B"),
        (BloodType, "A: B"),
        (BloodType, "A / A-"),
        (Education, "S1/S2"),
        (MaritalStatus, "Kawin / Belum Kawin"),
        (MaritalStatus, "Kawin - 2"),
        (Education, "5/5"),
    ],
)
def test_parts_of_two_meanings_are_rejected(vocabulary, text):
    with pytest.raises(ParseError, match=r"term\.unknown"):
        vocabulary.parse(text)
