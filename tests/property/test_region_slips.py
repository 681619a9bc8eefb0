"""Misspelt names of regions: the index of letters finds what a plain reading of all names finds."""

import string
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psm_core import load_regions
from psm_core.regions.address_parser import AddressParser, normalize_name
from psm_core.regions.spelling import mistakes_allowed
from tests.unit.test_region_names import plain_distance

regions = load_regions()
EVERY = st.deferred(lambda: st.sampled_from(list(regions)))  # collecting needs no codes
SIGNS = string.ascii_lowercase + string.digits


@cache
def parser():
    return AddressParser(regions.details.title_lengths())


@cache
def every_name():
    """Return (name, digits, whether it is another name) of all names."""
    former = regions.details.history.other_names()
    aliases = [(name, code.replace(".", "")) for code, name, _ in regions._table.table("aliases")]
    others = [*aliases, *((normalize_name(name), digits) for name, digits in former)]
    return [
        *((normalize_name(region.name), code.digits, False) for code, region in regions.items()),
        *((normalize_name(name), digits, True) for name, digits in others),
    ]


@st.composite
def slips(draw, name, mistakes):
    """Draw a name with some mistakes."""
    for _ in range(mistakes):
        at = draw(st.integers(0, len(name)))
        sign = draw(st.sampled_from(SIGNS))
        swapped = name[at + 1 : at + 2] + name[at : at + 1]
        name = draw(
            st.sampled_from(
                [
                    name[:at] + sign + name[at:],
                    name[:at] + name[at + 1 :],
                    name[:at] + sign + name[at + 1 :],
                    name[:at] + swapped + name[at + 2 :],
                ]
            )
        )
    assume([one.name for one in parser().interpretations(name)] == [name])
    return name


def containing(text, names):
    """Return the digits of the names that contain a text, best first, each once."""
    ranked = [
        (name != text, not name.startswith(text), len(digits), is_other, digits)
        for name, digits, is_other in names
        if name.startswith(text) or (text in name and not is_other)
    ]
    return list(dict.fromkeys(digits for *_, digits in sorted(ranked)))


def misspelt(text, names):
    """Return the digits of the names with one mistake, or else with two, if so many are allowed."""
    near = [
        (plain_distance(name, text), digits)
        for name, digits, _ in names
        if abs(len(name) - len(text)) <= 2
    ]
    for most in range(1, mistakes_allowed(text) + 1):
        found = {digits for mistakes, digits in near if mistakes <= most}
        if found:
            return sorted(found, key=lambda digits: (len(digits), digits))
    return []


def with_one_mistake(text):
    """Return all texts that are one mistake away from a text."""
    found = set()
    for at in range(len(text) + 1):
        head, tail = text[:at], text[at:]
        found |= {head + sign + tail for sign in SIGNS} | {head + sign + tail[1:] for sign in SIGNS}
        found |= {head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]}
    return found


def searched(text, **where):
    return [region.code.digits for region in regions.search(text, limit=len(regions), **where)]


@given(EVERY, st.integers(0, 3), st.data())
@settings(max_examples=settings().max_examples // 3)
def test_search_of_a_slip_in_a_region_equals_a_plain_reading(code, mistakes, data):
    within = code.ancestors[-2] if len(code.ancestors) > 1 else code
    text = data.draw(slips(normalize_name(regions[code].name), mistakes))
    names = [one for one in every_name() if one[1].startswith(within.digits)]
    wanted = containing(text, names) or misspelt(text, names)
    assert searched(text, within=within) == wanted


@given(EVERY, st.data())
def test_search_of_a_slip_in_the_country_equals_a_plain_reading(code, data):
    text = data.draw(slips(normalize_name(regions[code].name), 1))
    wanted = containing(text, every_name())
    if not wanted and mistakes_allowed(text):
        near = with_one_mistake(text)
        found = {digits for name, digits, _ in every_name() if name in near}
        wanted = sorted(found, key=lambda digits: (len(digits), digits))
    assume(wanted)
    assert searched(text) == wanted
