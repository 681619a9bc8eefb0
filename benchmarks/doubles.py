"""How many planted doubles `matching.same_person` finds, and how long it takes.

Doubles of each kind are added to generated people: the same person with one slip. Most of them have
no NIK any more, because a NIK alone would show the double. Precision counts every pair of two
people as wrong, also of those who share name and birth date by chance. The last lines compare the
scores with the shares of right pairs.
"""

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from psm_core import NIK, NIKAbsence, ParseError, PartialDate, Person, evolve, population
from psm_core.matching import CandidatePair, same_person

DAY = date(2025, 10, 9)
_NOT_FOUND = 1000
"""How many people are tried before the next double."""
_REGION = 6


def with_other_digits(person: Person, change: Callable[[list[str]], None]) -> Person | None:
    """Return the person with a NIK that a slip made of the own one, or None."""
    if person.nik is None:
        return None
    digits = list(person.nik.unmasked)
    change(digits)
    try:
        nik = NIK("".join(digits))
    except ParseError:
        return None
    return None if nik == person.nik else evolve(person, nik=nik)


def without_nik(person: Person) -> Person:
    """Return the person without the NIK."""
    return evolve(person, nik=None, nik_absence=NIKAbsence.TIDAK_DIKETAHUI)


def renamed(person: Person, name: str) -> Person | None:
    """Return the person with another name and without the NIK, or None for the same name."""
    return None if name == person.name else without_nik(evolve(person, name=name))


class Slips:
    """The kinds of slips: name → a function that returns a changed person, or None."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.kinds: dict[str, Callable[[Person], Person | None]] = {
            "NIK, one digit": self.digit,
            "NIK, two digits exchanged": self.exchanged,
            "day and month exchanged": self.day_and_month,
            "Moh. for Muhammad, Abd. for Abdul": self.variant,
            "title before the name": self.title,
            "oe for u, dj for j": self.old_spelling,
            "a letter of the name is missing": self.letter,
            "no birth date, same KK": self.card,
            "year of birth only, no KK": self.year,
            "another region in the NIK": self.region,
            "words of the name in another order": self.order,
            "a word of the name is missing": self.word,
            "initial of the first word": self.initial,
            "degree or other name after the name": self.degree,
            "a letter of the name is doubled": self.doubled,
            "telephone number, no KK or birth date": self.phone,
        }
        self._regions: list[str] = []

    def digit(self, person: Person) -> Person | None:
        """Change a digit of the NIK."""

        def change(digits: list[str]) -> None:
            digits[self._rng.randrange(len(digits))] = str(self._rng.randrange(10))

        return with_other_digits(person, change)

    def exchanged(self, person: Person) -> Person | None:
        """Exchange two digits of the NIK that are beside each other."""

        def change(digits: list[str]) -> None:
            at = self._rng.randrange(len(digits) - 1)
            digits[at], digits[at + 1] = digits[at + 1], digits[at]

        return with_other_digits(person, change)

    def day_and_month(self, person: Person) -> Person | None:
        """Exchange day and month of the birth date."""
        born = person.birth_date
        if not isinstance(born, date) or born.day > 12 or born.day == born.month:
            return None
        return without_nik(evolve(person, birth_date=date(born.year, born.day, born.month)))

    def variant(self, person: Person) -> Person | None:
        """Write usual names in a usual shorter way."""
        name = person.name
        for usual, short in (("Muhammad", "Moh."), ("Abdul", "Abd."), ("Siti", "Sitti")):
            name = name.replace(usual, short)
        return renamed(person, name)

    def title(self, person: Person) -> Person | None:
        """Write a title before the name."""
        return renamed(person, self._rng.choice(("H. ", "Hj. ", "Drs. ")) + person.name)

    def old_spelling(self, person: Person) -> Person | None:
        """Spell the name in the old way."""
        return renamed(person, person.name.replace("u", "oe").replace("j", "dj"))

    def letter(self, person: Person) -> Person | None:
        """Leave out a letter of the name."""
        name = person.name
        at = self._rng.randrange(1, len(name))
        return None if name[at] == " " else renamed(person, name[:at] + name[at + 1 :])

    def region(self, person: Person) -> Person | None:
        """Write the region of another person's NIK."""
        own = None if person.nik is None else person.nik.unmasked[:_REGION]
        if own is None:
            return None
        self._regions = [*self._regions[-_NOT_FOUND:], own]
        other = self._rng.choice(self._regions)

        def change(digits: list[str]) -> None:
            digits[:_REGION] = other

        return None if other == own else with_other_digits(person, change)

    def order(self, person: Person) -> Person | None:
        """Write the first word of the name last."""
        first, _, rest = person.name.partition(" ")
        return renamed(person, f"{rest} {first}") if rest else None

    def word(self, person: Person) -> Person | None:
        """Leave out a word of the name."""
        words = person.name.split()
        if len(words) == 1:
            return None
        del words[self._rng.randrange(len(words))]
        return renamed(person, " ".join(words))

    def initial(self, person: Person) -> Person | None:
        """Write the first word of the name as an initial."""
        first, _, rest = person.name.partition(" ")
        return renamed(person, f"{first[0]}. {rest}") if rest else None

    def degree(self, person: Person) -> Person | None:
        """Write a degree or another name after the name."""
        return renamed(person, person.name + self._rng.choice((", S.Pd", " S. Sos.", " alias Cik")))

    def doubled(self, person: Person) -> Person | None:
        """Double a letter of the name."""
        at = self._rng.randrange(1, len(person.name))
        letters = person.name[:at] + person.name[at - 1] + person.name[at:]
        return None if person.name[at - 1] == " " else renamed(person, letters)

    def phone(self, person: Person) -> Person | None:
        """Leave out KK number and birth date of a person with a telephone number."""
        if person.phone is None:
            return None
        return without_nik(evolve(person, birth_date=None, kk=None))

    def card(self, person: Person) -> Person | None:
        """Leave out the birth date of a person with a KK number."""
        return None if person.kk is None else without_nik(evolve(person, birth_date=None))

    def year(self, person: Person) -> Person | None:
        """Leave out the KK number, and all of the birth date but the year."""
        born = person.birth_date
        if not isinstance(born, date):
            return None
        return without_nik(evolve(person, birth_date=PartialDate(str(born.year)), kk=None))


def planted(people: list[Person], doubles: int, seed: int) -> dict[int, tuple[int, str]]:
    """Append doubles of each kind; return the position of each → that of the person, and kind."""
    rng = random.Random(seed)
    number = len(people)
    kinds = Slips(rng).kinds
    found: dict[int, tuple[int, str]] = {}
    for kind, slip in kinds.items():
        for _ in range(doubles // len(kinds)):
            for _ in range(_NOT_FOUND):
                at = rng.randrange(number)
                changed = slip(people[at])
                if changed is not None:
                    found[len(people)] = at, kind
                    people.append(changed)
                    break
    return found


def right_pairs(pairs: Sequence[CandidatePair], doubles: dict[int, tuple[int, str]]) -> list[bool]:
    """Return of each pair whether it is of one person, who may have several doubles."""

    def person(at: int) -> int:
        return doubles[at][0] if at in doubles else at

    return [person(one.first) == person(one.second) for one in pairs]


def print_results(pairs: Sequence[CandidatePair], doubles: dict[int, tuple[int, str]]) -> None:
    """Print recall of each kind, precision, and how many pairs of each score are right."""
    are_right = right_pairs(pairs, doubles)
    found = Counter(
        doubles[one.second][1]
        for one in pairs
        if one.second in doubles and doubles[one.second][0] == one.first
    )
    planted_of = Counter(kind for _, kind in doubles.values())
    for kind, number in planted_of.items():
        print(f"  {kind}: {found[kind]} of {number}")
    recall, precision = found.total() / len(doubles), sum(are_right) / len(pairs)
    print(f"recall {recall:.3f}, precision {precision:.3f}")
    for lowest, highest in pairwise((0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.01)):
        of = [
            right
            for one, right in zip(pairs, are_right, strict=True)
            if lowest <= one.score < highest
        ]
        if of:
            share = sum(of) / len(of)
            print(f"  score from {lowest:.0%}: {len(of)} pairs, {share:.0%} right")


def compare_two_lists(people: list[Person], seed: int) -> None:
    """Print how well people are found who are in both of two lists, a third of them with a slip."""
    rng = random.Random(seed)
    slips = list(Slips(rng).kinds.values())
    third = len(people) // 3
    first, second = people[: 2 * third], people[third:]
    for at, person in enumerate(second):
        if rng.randrange(3) == 0:
            second[at] = rng.choice(slips)(person) or person
    started = time.process_time()
    pairs = same_person(first, second)
    seconds = time.process_time() - started
    right = sum(one.first == one.second + third for one in pairs)
    print(f"two lists of {2 * third} people, {third} in both: {seconds:.1f} s of processor time")
    print(f"recall {right / third:.3f}, precision {right / len(pairs):.3f}")


def main(arguments: list[str] | None = None) -> None:
    """Print seconds, memory, and how many of each kind are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--doubles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--two-lists", action="store_true")
    options = parser.parse_args(arguments)
    villages = population.villages(people=options.people, seed=options.seed, as_of=DAY)
    people = [person for village in villages for person in village.people]
    if options.two_lists:
        compare_two_lists(people, options.seed)
        return
    doubles = planted(people, options.doubles, options.seed)
    started = time.process_time()
    pairs = same_person(people)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(people)} people: {seconds:.1f} s of processor time, {memory} MB with the people")
    print_results(pairs, doubles)


if __name__ == "__main__":
    main()
