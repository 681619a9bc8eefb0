"""People who are probably listed twice: the same name, and the same birth date or family card.

Two people are the same if their names are spelled alike and nothing speaks against it. What speaks
against it: another sex, another birth date, or NIKs that differ by more than a typing error. Names
may differ by one letter if all else agrees; but then twins must be impossible.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from itertools import combinations
from operator import ne
from typing import Final, NamedTuple

from ..._core.text_value import unmasked_text
from ..._paths import Steps
from ...matching.evidence import NO_TWINS
from ...matching.name_spelling import Edit, Spelling, edit_between, is_alike, shortened, spelling
from ...matching.number_slips import slip_places
from ...records.people import Person
from ...terms import FamilyRelation, Sex
from ...values.region_code import RegionCode
from .keys import is_village

_MOST_COMPARED: Final = 20
"""With how many earlier people of the same spelling a person is compared."""
_FEW: Final = 8
"""Up to how many people with one key are compared in pairs first, which rules out most of them."""
_FIRST_LETTERS: Final = 3
_USUAL_DAYS: Final = frozenset({(1, 1), (1, 7), (31, 12)})
"""Day and month that are written if the birth date is not known."""
_WOMAN_ADDED: Final = 40 * 10**4
_DATE_FROM, _SERIAL_FROM = 6, 12
_TWO: Final = 2


class _Difference(Enum):
    """How the NIKs of two people differ."""

    UNKNOWN = auto()
    """At least one of them has none."""
    SERIAL = auto()
    """By a typing error in the serial number, or they are of twins."""
    DATE = auto()
    """By a typing error in the birth date."""
    REGION = auto()
    """By a typing error in the region."""
    OTHER = auto()
    """By more than a typing error."""


class _Seen(NamedTuple):
    """A person of an earlier row. Numbers are 0 if there is none."""

    position: int
    """Of the row."""
    nik: int
    kk: int
    born: int
    """Day, month and the last two digits of the year, as stated."""
    is_in_village: bool
    sex: Sex | None
    relation: FamilyRelation | None
    spelling: Spelling


class SimilarPeople:
    """Keeps the people of a file, which are in its records anyway, and finds those listed twice.

    It makes no object for each of them, which Python would have to examine again and again while
    the file is read.
    """

    def __init__(self) -> None:
        self._positions: list[int] = []
        self._paths: list[Steps] = []
        self._people: list[Person] = []
        self._regions: list[RegionCode | None] = []

    def add(self, position: int, path: Steps, person: Person, region: RegionCode | None) -> None:
        """Add a person. `path` is that of the name in its row.

        `region` is used if the person has no address with a region.
        """
        self._positions.append(position)
        self._paths.append(path)
        self._people.append(person)
        self._regions.append(region)

    def pairs(self) -> Iterator[tuple[tuple[int, Steps], tuple[int, Steps]]]:
        """Yield position and path of the earlier and the later place of each repeated person."""
        found: dict[int, int] = {}
        days_and_places = map(_day_and_place, self._people, self._regions)
        cards_and_names = map(_card_and_name, self._people)
        for keys, may_differ in ((days_and_places, True), (cards_and_names, False)):
            for group in _groups(keys):
                if len(group) <= _FEW and not _may_be_same([self._people[at] for at in group]):
                    continue
                people = {at: self._person(at) for at in group}
                found |= {
                    later: earlier
                    for earlier, later in _alike(people, may_differ=may_differ)
                    if later not in found
                }
        for later, earlier in sorted(found.items()):
            yield self._place_of(earlier), self._place_of(later)

    def _place_of(self, number: int) -> tuple[int, Steps]:
        return self._positions[number], self._paths[number]

    def _person(self, number: int) -> _Seen:
        person = self._people[number]
        place = _place(person, self._regions[number])
        return _Seen(
            self._positions[number],
            0 if person.nik is None else int(person.nik.unmasked),
            0 if person.kk is None else int(person.kk.unmasked),
            _day_code(person.birth_date),
            is_village(place),
            person.sex,
            person.family_relation,
            spelling(person.name),
        )


def _day_code(born: object) -> int:
    """Return day, month and the last two digits of the year as in a NIK; 0 if unknown."""
    if not isinstance(born, date):
        return 0
    return born.day * 10000 + born.month * 100 + born.year % 100


def _place(person: Person, region: RegionCode | None) -> RegionCode | None:
    """Return the region where a person lives, if it is known."""
    address = person.domicile
    if address is not None and address.region is not None:
        return address.region
    address = person.ktp_address
    if address is not None and address.region is not None:
        return address.region
    return region


def _day_and_place(person: Person, region: RegionCode | None) -> int:
    """Return the hash of birth date and place of a person, 0 if the birth date is unknown."""
    day = _day_code(person.birth_date)
    if not day and person.nik is not None:
        day = _day_of(int(person.nik.unmasked))
    place = _place(person, region)
    return hash((day, place and unmasked_text(place))) if day else 0


def _day_of(nik: int) -> int:
    """Return the birth date in a NIK, without the 40 that a woman has more; 0 if there is none."""
    day = nik // 10**4 % 10**6
    return day - _WOMAN_ADDED if day > _WOMAN_ADDED else day


def _card_and_name(person: Person) -> int:
    """Return the hash of family card and first letters of a person, 0 without a family card."""
    kk = person.kk
    return 0 if kk is None else hash((kk.unmasked, person.name[:_FIRST_LETTERS].casefold()))


def _groups(keys: Iterable[int]) -> Iterator[list[int]]:
    """Yield the numbers of the people of each key that several have; 0 is no key."""
    of_people = list(keys)
    counts = Counter(of_people)
    groups: dict[int, list[int]] = {key: [] for key, count in counts.items() if count > 1 and key}
    if groups:
        for number, key in enumerate(of_people):
            if key in groups:
                groups[key].append(number)
    yield from groups.values()


def _may_be_same(people: Sequence[Person]) -> bool:
    """Return whether two of some people may be the same; fast if they are not."""
    return any(_is_similar(one, other) for one, other in combinations(people, 2))


def _is_similar(one: Person, other: Person) -> bool:
    """Return whether two people may be the same: `_is_same` is false for any others."""
    if one.sex is not other.sex and one.sex is not None and other.sex is not None:
        return False
    if one.nik is not None and other.nik is not None and (one.kk is None or one.kk != other.kk):
        different = sum(map(ne, one.nik.unmasked, other.nik.unmasked))
        if different > _TWO:
            return False
    return is_alike(spelling(one.name).letters, spelling(other.name).letters)


def _alike(people: dict[int, _Seen], *, may_differ: bool) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each person and of an earlier one who is the same.

    With `may_differ`, the names may differ by one letter.
    """
    earlier: defaultdict[str, list[int]] = defaultdict(list)
    for number, person in people.items():
        letters = person.spelling.letters
        texts = list(shortened(letters)) if may_differ else [letters]
        known = dict.fromkeys(other for text in texts for other in earlier[text])
        for other in known:
            if _is_same(people[other], person):
                yield other, number
                break
        for text in texts:
            if len(earlier[text]) < _MOST_COMPARED:
                earlier[text].append(number)


def _is_same(one: _Seen, other: _Seen) -> bool:
    """Return whether two people whose names are alike are probably the same."""
    if None not in {one.sex, other.sex} and one.sex is not other.sex:
        return False
    if one.born and other.born and one.born != other.born:
        return False
    if one.position == other.position or not one.spelling.letters:
        return False
    difference = _difference(one.nik, other.nik)
    if one.spelling.letters == other.spelling.letters:
        return _is_same_of_name(one, other, difference)
    edit = edit_between(one.spelling.letters, other.spelling.letters)
    return edit is not None and _is_misspelt(one, other, difference, edit)


def _is_same_of_name(one: _Seen, other: _Seen, difference: _Difference) -> bool:
    """Return whether two people of the same name are probably the same."""
    has_same_day = bool(one.born and other.born)
    if one.kk and one.kk == other.kk:
        relations = {one.relation, other.relation}
        is_possible = None in relations or len(relations) == 1
        return has_same_day or (is_possible and difference is not _Difference.OTHER)
    if difference is _Difference.OTHER:
        return False
    if difference is _Difference.DATE and has_same_day:
        return True  # one of the NIKs contradicts the birth date
    return _differences(one, other) <= (difference is _Difference.UNKNOWN)


def _is_misspelt(one: _Seen, other: _Seen, difference: _Difference, edit: Edit) -> bool:
    """Return whether two people whose names differ by a letter are probably the same."""
    if difference in {_Difference.OTHER, _Difference.SERIAL}:
        return False  # the second may be of twins
    has_same_card = one.kk and one.kk == other.kk
    is_one_of_family = one.relation is other.relation and one.relation in NO_TWINS
    may_be_twins = has_same_card and not is_one_of_family and edit is not Edit.SWAPPED
    if may_be_twins and difference is _Difference.UNKNOWN:
        return False
    return not _differences(one, other)


def _differences(one: _Seen, other: _Seen) -> int:
    """Return how many facts make it possible that two people of one name are not the same."""
    day = one.born or other.born or _day_of(one.nik)
    return sum(
        (
            one.spelling.is_single or other.spelling.is_single,
            divmod(day // 100, 100) in _USUAL_DAYS,
            not (one.nik or other.nik),
            not (one.born or other.born),
            not one.is_in_village,
            bool(one.kk and other.kk and one.kk != other.kk),
        )
    )


def _difference(one: int, other: int) -> _Difference:
    """Return how two NIKs differ: a typing error is one other digit, or two that are swapped."""
    if not (one and other):
        return _Difference.UNKNOWN
    places = slip_places(str(one), str(other))
    if places is None:
        return _Difference.OTHER
    if places[0] >= _SERIAL_FROM:
        return _Difference.SERIAL
    return _Difference.DATE if places[-1] >= _DATE_FROM else _Difference.REGION
