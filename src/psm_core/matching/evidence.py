"""The weight of evidence for and against two records being of one person.

Each reason adds its weight in bits, as in the model of Fellegi and Sunter (1969): how many times
more often it is found between two records of one person than between those of two people, as a
power of two. How many people share a name, a birth date, a village or a number is counted in the
list itself. The rates of slips are estimates. The more people a list has, the more of them share
name and birth date by chance, so the odds before any reason fall as the list grows.
"""

from collections.abc import Iterable, Iterator
from math import exp2, inf, log2
from operator import ne
from typing import Final

from ..terms import FamilyRelation
from .facts import CENTURY, Day, Facts
from .frequencies import USUAL_DAYS, Frequencies
from .name_comparison import NameRelation
from .name_spelling import Edit, edit_between
from .number_slips import exchanged_day_and_month, slip_places
from .reasons import Reason

_DOUBLES: Final = 0.02
"""The share of the people of a list who are listed twice."""
_IN_BOTH: Final = 0.5
"""The share of the people of a list who are in another list too."""
_SLIPS: Final = {
    NameRelation.EQUAL: 0.0,
    NameRelation.ORDER: -7.0,
    NameRelation.LETTER: -10.0,
    NameRelation.LETTERS: -14.0,
    NameRelation.PART: -5.0,
}
"""Relation → the logarithm of how often a name is written as just that other one. One name in
twenty has another letter, in one of about fifty ways."""
_OF_TYPING: Final = frozenset({NameRelation.LETTER, NameRelation.LETTERS})
_INITIALS: Final = 6.0
"""The weight of a word with initials, which may stand for other names."""
_NAME_IN_FAMILY: Final = 12.0
"""The weight of one name in one family, where even a common one hardly occurs twice."""
_BORN_IN_FAMILY: Final = 8.0
"""The most that a birth date weighs in a family: of 250 pairs of siblings, one are twins."""
_LARGEST_FAMILY: Final = 15
"""More people with one KK number are not a family."""
_NIK_ALONE: Final = 6.5
"""The logarithm of the odds that follow from the same NIK alone, whatever the size of the list."""
_BORN_WITH_NIK: Final = 3.0
"""The most that a birth date weighs if the NIK, which contains it, is the same."""
_SAME_SEX: Final = 1.0
_KK_SLIP: Final = 5.0
_PHONE_IN_FAMILY: Final = 2.0
_MOST_OF_REGION: Final = 6.0
_DATE_FROM, _SERIAL_FROM = 6, 12
_DATE: Final = slice(_DATE_FROM, _SERIAL_FROM)
_MOST_OF_SLIP: Final = 4
"""In how many digits NIKs differ at most, if day and month were exchanged."""
_RANGE: Final = 1.5
"""How much less a range of twice as many years weighs."""
_WITH_DATE: Final = frozenset({"nik_digit", "nik_swapped", "nik_day_month"})
"""Reasons that weigh the date in the NIK too, if it differs."""
_SAME_DATE: Final = frozenset({"birth_equal", "birth_usual"})
_OF_TWINS: Final = frozenset({"nik_serial", "nik_other"})
_NIK_REGION, _NIK_OTHER = Reason("nik_region", -4.0), Reason("nik_other", -6.0)
_BIRTH_PART, _BIRTH_OTHER = Reason("birth_part", 2.0), Reason("birth_other", -7.0)
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


class Evidence:
    """Weighs the evidence between people of one list, or between those of two lists."""

    def __init__(self, people: Iterable[Facts], *, others: int = 0, min_score: float = 0) -> None:
        """Count the people. If the last `others` of them are another list, compare the two."""
        self._counts = Frequencies(people)
        number = self._counts.number
        share = _IN_BOTH / max(number - others, others) if others else 2 * _DOUBLES / number
        self._prior = log2(share)
        self._min_score = min_score
        self._least = _bits(min_score)

    def pair(
        self, one: Facts, other: Facts, relation: NameRelation
    ) -> tuple[float, tuple[Reason, ...]] | None:
        """Return score and reasons, the heaviest first, or None if the score is too small."""
        is_family = one.kk == other.kk != "" and self._counts.members(one.kk) <= _LARGEST_FAMILY
        birth = self._birth(one, other, is_family=is_family)
        name = self._name(relation, one, other, is_family=is_family)
        bits = self._prior + name.weight + (0.0 if birth is None else birth.weight)
        most = bits + self._most_of_others(one, other)
        has_niks = bool(one.nik and other.nik)
        may_be_slip = has_niks and sum(map(ne, one.nik, other.nik)) <= _MOST_OF_SLIP
        if most < self._least and not may_be_slip:  # fast: so it is of most pairs
            return None
        found = [name]
        nik = self._nik(one, other, birth, is_family=is_family) if has_niks else None
        if nik is not None:
            found.append(nik)
            if _is_date_in_nik(nik, one, other):
                birth = None
            elif birth is not None and nik.code == "nik_equal":
                birth = birth._replace(weight=min(birth.weight, _BORN_WITH_NIK))
        if birth is not None:
            found.append(birth)
        found += self._others(one, other, is_family=is_family)
        if relation in _OF_TYPING and _may_be_twins(one, other, nik, is_family=is_family):
            found.append(Reason("kk_twins", -5.0))
        score = self._score(found)
        if score < self._min_score:
            return None
        return score, tuple(sorted(found, key=_importance))

    def _score(self, reasons: Iterable[Reason]) -> float:
        """Return the probability from 0 to 1 that follows from all reasons together."""
        bits = self._prior + sum(reason.weight for reason in reasons)
        return 1 / (1 + exp2(-bits))

    def _most_of_others(self, one: Facts, other: Facts) -> float:
        """Return an upper bound of the weights of sex, family, village and telephone number."""
        most = _SAME_SEX
        if one.kk and other.kk:
            most += self._counts.card(one.kk) if one.kk == other.kk else _KK_SLIP
        if one.village == other.village != "":
            most += self._counts.village(one.village)
        if one.phone == other.phone != "":
            most += max(_PHONE_IN_FAMILY, self._counts.phone(one.phone))
        return most

    def _name(self, relation: NameRelation, one: Facts, other: Facts, *, is_family: bool) -> Reason:
        """Weigh alike names. A slip makes a name that few have, so the rarer name counts."""
        if relation is NameRelation.OTHER:
            return Reason(relation.value, -7.0)
        if relation is NameRelation.INITIALS:
            return Reason("name_part", _INITIALS)
        counts = self._counts
        if relation is NameRelation.PART:
            shorter = min(one, other, key=lambda facts: len(facts.words))
            weight = counts.name(shorter)
        else:
            weight = max(counts.name(one), counts.name(other))
        if is_family and relation is NameRelation.EQUAL:
            weight = max(weight, _NAME_IN_FAMILY)
        return Reason(relation.value, weight + _SLIPS[relation])

    def _nik(self, one: Facts, other: Facts, birth: Reason | None, *, is_family: bool) -> Reason:
        """Compare two NIKs, whose parts are a region, a birth date and a serial number."""
        if one.nik == other.nik:
            return Reason("nik_equal", _NIK_ALONE - self._prior)
        places = slip_places(one.nik, other.nik)
        if places is None and exchanged_day_and_month(one.nik) != other.nik:
            is_of_region = one.nik[_DATE_FROM:] == other.nik[_DATE_FROM:]
            return _NIK_REGION if is_of_region else _NIK_OTHER
        if places is not None and places[-1] < _DATE_FROM:
            rarer = max(self._counts.region(one.nik), self._counts.region(other.nik))
            return Reason(_slip_code(places), max(rarer - 11, -4.0))
        is_near = is_family or one.village == other.village != ""
        region = 1.0 if is_near else min(self._counts.region(one.nik), _MOST_OF_REGION)
        if places is not None and places[0] >= _SERIAL_FROM:
            return Reason("nik_serial", region - 7)
        if not (one.earliest and other.earliest):
            weight = 8.0 if places is None else 4.0
        else:
            is_slip = birth is not None and birth.code in _SAME_DATE
            weight = 2.0 if is_slip else -1.0
        return Reason(_slip_code(places), weight + region)

    def _birth(self, one: Facts, other: Facts, *, is_family: bool) -> Reason | None:
        if one.born is None or other.born is None:
            return self._years(one, other)
        if one.born != other.born:
            return self._birth_dates(one.born, other.born)
        if one.earliest and other.earliest and one.earliest != other.earliest:
            return _BIRTH_PART  # in another century
        weight = self._counts.date(one.born)
        if is_family:
            weight = min(weight, _BORN_IN_FAMILY)
        code = "birth_usual" if one.born[1:] in USUAL_DAYS else "birth_equal"
        return Reason(code, weight)

    def _birth_dates(self, one: Day, other: Day) -> Reason:
        """Compare different birth dates."""
        year, month, day = other
        if one == (year, day, month):
            return Reason("birth_day_month", self._counts.year(year) + 2)
        different = sum(map(ne, one, other))
        return _BIRTH_PART if different == 1 else _BIRTH_OTHER

    def _years(self, one: Facts, other: Facts) -> Reason | None:
        """Compare birth dates of which one is known in part at best."""
        if not (one.earliest or one.born) or not (other.earliest or other.born):
            return None
        (first, last), (other_first, other_last) = _years_of(one, other), _years_of(other, one)
        if first > other_last or other_first > last:
            return _BIRTH_OTHER
        years = 1 + min(last - first, other_last - other_first)
        weight = self._counts.year(max(first, other_first) % CENTURY) - _RANGE * log2(years)
        return Reason("birth_years", max(1.0, weight))

    def _others(self, one: Facts, other: Facts, *, is_family: bool) -> Iterator[Reason]:
        if one.sex is not None and other.sex is not None:
            is_same = one.sex is other.sex
            yield Reason("sex_equal", _SAME_SEX) if is_same else Reason("sex_other", -6.0)
        if one.kk and other.kk:
            yield from self._family(one, other)
        if one.village and other.village:
            if one.village != other.village:
                yield Reason("village_other", -2.0)
            elif not is_family:
                yield Reason("village_equal", self._counts.village(one.village))
        if one.phone and one.phone == other.phone:
            yield Reason(
                "phone_equal",
                _PHONE_IN_FAMILY if is_family else self._counts.phone(one.phone),
            )

    def _family(self, one: Facts, other: Facts) -> Iterator[Reason]:
        if one.kk != other.kk:
            is_slip = slip_places(one.kk, other.kk) is not None
            yield Reason("kk_slip", _KK_SLIP) if is_slip else Reason("kk_other", -1.0)
            return
        yield Reason("kk_equal", self._counts.card(one.kk))
        if None not in {one.relation, other.relation} and one.relation is not other.relation:
            yield Reason("kk_relation", -6.0)


def _bits(score: float) -> float:
    """Return the logarithm of the odds of a probability; rounding is no reason to leave one out."""
    if score <= 0:
        return -inf
    return log2(score / (1 - score)) - 0.001 if score < 1 else 50.0


def _importance(reason: Reason) -> float:
    return -abs(reason.weight)


def _is_date_in_nik(nik: Reason, one: Facts, other: Facts) -> bool:
    """Return whether the birth dates are those of the NIKs, and weighed with these."""
    if one.earliest and other.earliest:
        return False
    is_slip = nik.code in _WITH_DATE and one.nik[_DATE] != other.nik[_DATE]
    return is_slip or nik.code == "nik_equal"


def _years_of(one: Facts, other: Facts) -> tuple[int, int]:
    """Return the first and the last possible year of birth; a NIK leaves the century open."""
    if one.born is None or one.earliest:
        return one.earliest, one.latest
    year = other.earliest + (one.born[0] - other.earliest) % CENTURY
    return year, year


def _slip_code(places: tuple[int, ...] | None) -> str:
    if places is None:
        return "nik_day_month"
    return "nik_digit" if len(places) == 1 else "nik_swapped"


def _may_be_twins(one: Facts, other: Facts, nik: Reason | None, *, is_family: bool) -> bool:
    """Return whether two people of similar names may be twins, children of one day.

    Outside of a family, only the NIKs show that they are two.
    """
    return (
        one.born == other.born is not None
        and (is_family if nik is None else nik.code in _OF_TWINS)
        and not NO_TWINS & {one.relation, other.relation}
        and edit_between(one.letters, other.letters) is not Edit.SWAPPED
    )
