"""Suggestions for misspelt words: the same ones as those of difflib."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core._core.suggestions import most_similar

WORDS = ["nik", "nik_absence", "name", "birth_date", "birth_place", "phone", "religion", "sex"]
LETTERS = st.text(alphabet="abdeiknost_", max_size=4)


@given(
    st.sampled_from(WORDS).flatmap(
        lambda word: st.builds(
            lambda at, more: word[:at] + more + word[at + 1 :],
            st.integers(0, len(word)),
            LETTERS,
        )
    )
    | st.text(max_size=20),
    st.sampled_from([0.6, 0.7, 0.9]),
)
def test_suggestion_is_that_of_difflib(text, cutoff):
    near = get_close_matches(text, WORDS, n=1, cutoff=cutoff)
    assert most_similar(text, WORDS, cutoff=cutoff) == (near[0] if near else None)


@pytest.mark.parametrize("text", ["", "?", "qqq", "nik" * 30])
def test_text_unlike_all_words_has_no_suggestion(text):
    assert most_similar(text, WORDS, cutoff=0.6) is None
