"""The closed vocabularies."""

import pickle

import pytest

from psm_core import terms
from psm_core.terms import Sex, Term

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
            assert vocabulary.find(text) is member
        assert member.gloss
        assert vocabulary.scheme.source in member.source
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_old_spellings_stand_for_a_member(vocabulary):
    for alias, name in vocabulary.aliases.items():
        assert vocabulary.find(alias) is vocabulary[name]


def test_the_spellings_of_sex_in_files_are_known():
    assert [Sex.find(text) for text in ("L", "Pr", "Laki - laki", "WANITA")] == [
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
        Sex.LAKI_LAKI,
        Sex.PEREMPUAN,
    ]


def test_an_unknown_word_is_no_member():
    assert Sex.find("x") is None
    with pytest.raises(ValueError, match="not a valid Sex"):
        Sex("x")
