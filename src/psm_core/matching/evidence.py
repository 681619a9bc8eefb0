"""The weight of evidence for and against two records being of one person.

Each reason adds its weight in bits: how many times more often it is found between two records of
one person than between those of two people, as a power of two. Names and villages that many share
weigh less. The weights are estimates, as in the model of Fellegi and Sunter (1969), checked on
generated people with planted doubles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp2, log2
from typing import Final

from ..terms import FamilyRelation
from .facts import Day, Facts
from .name_spelling import Edit, edit_between, is_alike
from .number_slips import exchanged_day_and_month, slip_places
from .reasons import Reason

_PRIOR: Final = -20.0
"""The odds of two people of a list being one: few pairs are."""
_FEWEST: Final = 20_000
"""People are compared as if they were among so many, because few in a list share a name anyway."""
_MOST_OF_NAME: Final = 14.0
_MOST_OF_VILLAGE: Final = 7.0
_SINGLE: Final = 4.0
"""How much less a name of one word weighs."""
_OF_FAMILY: Final = 13.0
"""The weight of one name in one family, where even a common one hardly occurs twice."""
_BORN_ALIKE: Final = frozenset({"birth_equal", "birth_usual", "birth_day_month"})
_DATE_FROM, _SERIAL_FROM = 6, 12
NO_TWINS: Final = frozenset(
    {
        FamilyRelation.KEPALA_KELUARGA,
        FamilyRelation.SUAMI,
        FamilyRelation.ISTRI,
        FamilyRelation.ORANGTUA,
        FamilyRelation.MERTUA,
    }
)
"""The relations that no twins have."""
_USUAL_DAYS: Final = frozenset({(1, 1), (7, 1), (12, 31)})
"""Month and day that are written if the birth date is not known."""
_INITIAL_LENGTH: Final = 1


class Evidence:
    """Weighs the evidence between the people of one list, whose names and villages it counts."""

    def __init__(self, people: Iterable[Facts]) -> None:
        self._names: Counter[str] = Counter()
        self._villages: Counter[str] = Counter()
        number = 0
        for one in people:
            number += 1
            self._names[one.letters] += 1
            self._villages[one.village] += 1
        self._number = max(number, _FEWEST)

    def reasons(self, one: Facts, other: Facts) -> tuple[Reason, ...]:
        """Return every reason, the heaviest first; none if the names and NIKs are unlike."""
        name, birth = self._name(one, other), _birth(one, other)
        is_born_alike = birth is None or birth.code in _BORN_ALIKE
        same = is_born_alike and one.sex is other.sex
        nik = _nik(one.nik, other.nik, is_same_day_and_sex=same)
        if name.weight < 0 and (nik is None or nik.weight < 0):
            return ()
        twins = _twins(one, other, name, nik)
        found = filter(None, (name, nik, birth, *self._others(one, other), twins))
        return tuple(sorted(found, key=lambda reason: -abs(reason.weight)))

    def _name(self, one: Facts, other: Facts) -> Reason:
        is_family = one.kk == other.kk != ""
        if one.letters == other.letters:
            weight = self._rarity(one) if one.letters else 0.0
            return Reason("name_equal", max(weight, _OF_FAMILY) if is_family else weight)
        if sorted(one.words) == sorted(other.words):
            return Reason("name_order", min(self._rarity(one), self._rarity(other)) - 3)
        if is_alike(one.letters, other.letters):
            return Reason("name_letter", min(self._rarity(one), self._rarity(other)) - 3)
        shorter, longer = sorted((one.words, other.words), key=len)
        if _is_part(shorter, longer):
            return Reason("name_part", 6.0 if len(shorter) > 1 else 2.0)
        return Reason("name_other", -12.0)

    def _rarity(self, one: Facts) -> float:
        """Return the weight of a name: less if it is one word, or if many have it."""
        weight: float = log2(self._number / self._names[one.letters])
        single = _SINGLE if len(one.words) == 1 else 0.0
        return min(weight, _MOST_OF_NAME) - single

    def _others(self, one: Facts, other: Facts) -> Iterator[Reason]:
        if one.sex is not None and other.sex is not None:
            is_same = one.sex is other.sex
            yield Reason("sex_equal", 1.0) if is_same else Reason("sex_other", -6.0)
        if one.kk and other.kk:
            yield from _family(one, other)
        if one.village and other.village:
            if one.village != other.village:
                yield Reason("village_other", -2.0)
            else:
                weight = log2(self._number / self._villages[one.village])
                yield Reason("village_equal", min(weight, _MOST_OF_VILLAGE))
        if one.phone and one.phone == other.phone:
            yield Reason("phone_equal", 6.0)


def score(reasons: Iterable[Reason]) -> float:
    """Return the probability from 0 to 1 that follows from all reasons together."""
    bits = _PRIOR + sum(reason.weight for reason in reasons)
    return 1 / (1 + exp2(-bits))


def _is_part(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Return whether the words of a name, or their initials, are in another name in order."""
    left = iter(longer)
    return bool(shorter) and all(any(_is_word(word, one) for one in left) for word in shorter)


def _is_word(word: str, other: str) -> bool:
    is_initial = _INITIAL_LENGTH in {len(word), len(other)}
    return word == other or (is_initial and word[0] == other[0])


def _nik(one: str, other: str, *, is_same_day_and_sex: bool) -> Reason | None:
    """Compare two NIKs. Many people of other days or districts have the same serial number.

    So a slip in the date weighs little between people of another birth date or sex.
    """
    if not (one and other):
        return None
    if one == other:
        return Reason("nik_equal", 22.0)
    places = slip_places(one, other)
    if places is None:
        is_exchanged = exchanged_day_and_month(one) == other
        return Reason("nik_day_month", 13.0) if is_exchanged else Reason("nik_other", -9.0)
    if places[0] >= _SERIAL_FROM:  # two people registered one after the other
        return Reason("nik_serial", 2.0)
    code = "nik_digit" if len(places) == 1 else "nik_swapped"
    if places[-1] < _DATE_FROM:
        return Reason(code, 3.0)
    return Reason(code, 14.0 if is_same_day_and_sex else 3.0)


def _birth(one: Facts, other: Facts) -> Reason | None:
    if one.born is not None and other.born is not None:
        is_other_century = one.earliest and other.earliest and one.earliest != other.earliest
        if one.born == other.born and is_other_century:
            return Reason("birth_part", 2.0)
        return _birth_date(one.born, other.born)
    if not (one.earliest and other.earliest):
        return None
    if one.earliest <= other.latest and other.earliest <= one.latest:
        years = min(one.latest - one.earliest, other.latest - other.earliest) + 1
        return Reason("birth_years", max(1.0, 6.0 - log2(years)))
    return Reason("birth_other", -8.0)


def _birth_date(one: Day, other: Day) -> Reason:
    if one == other:
        is_usual = one[1:] in _USUAL_DAYS
        return Reason("birth_usual", 6.0) if is_usual else Reason("birth_equal", 12.0)
    year, month, day = other
    if one == (year, day, month):
        return Reason("birth_day_month", 9.0)
    different = sum(first != second for first, second in zip(one, other, strict=True))
    return Reason("birth_part", 2.0) if different == 1 else Reason("birth_other", -8.0)


def _family(one: Facts, other: Facts) -> Iterator[Reason]:
    if one.kk != other.kk:
        is_slip = slip_places(one.kk, other.kk) is not None
        yield Reason("kk_slip", 6.0) if is_slip else Reason("kk_other", -1.0)
        return
    yield Reason("kk_equal", 9.0)
    if None not in {one.relation, other.relation} and one.relation is not other.relation:
        yield Reason("kk_relation", -6.0)


def _twins(one: Facts, other: Facts, name: Reason, nik: Reason | None) -> Reason | None:
    """Return the reason against two children of one family and day, with similar names."""
    may_be = (
        name.code == "name_letter"
        and one.kk == other.kk != ""
        and one.born == other.born is not None
        and not NO_TWINS & {one.relation, other.relation}
        and (nik is None or nik.code in {"nik_serial", "nik_other"})
        and edit_between(one.letters, other.letters) is not Edit.SWAPPED
    )
    return Reason("kk_twins", -12.0 if nik is None else -28.0) if may_be else None
