"""How many planted doubles `matching.same_person` finds, and how long it takes.

Doubles of each kind are added to generated people: the same person with one slip. Most of them have
no NIK any more, because a NIK alone would show the double. Precision counts every other pair that
is found as wrong, also generated people who share name and birth date by chance.
"""

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Callable
from datetime import date

from psm_core import NIK, NIKAbsence, ParseError, PartialDate, Person, evolve, population
from psm_core.matching import same_person

DAY = date(2025, 10, 9)
_NOT_FOUND = 1000
"""How many people are tried before the next double."""


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
        }

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

    def card(self, person: Person) -> Person | None:
        """Leave out the birth date of a person with a KK number."""
        return None if person.kk is None else without_nik(evolve(person, birth_date=None))

    def year(self, person: Person) -> Person | None:
        """Leave out the KK number, and all of the birth date but the year."""
        born = person.birth_date
        if not isinstance(born, date):
            return None
        return without_nik(evolve(person, birth_date=PartialDate(str(born.year)), kk=None))


def planted(people: list[Person], doubles: int, seed: int) -> dict[tuple[int, int], str]:
    """Append doubles of each kind; return the positions of person and double → the kind."""
    rng = random.Random(seed)
    number = len(people)
    kinds = Slips(rng).kinds
    found: dict[tuple[int, int], str] = {}
    for kind, slip in kinds.items():
        for _ in range(doubles // len(kinds)):
            for _ in range(_NOT_FOUND):
                at = rng.randrange(number)
                changed = slip(people[at])
                if changed is not None:
                    found[at, len(people)] = kind
                    people.append(changed)
                    break
    return found


def main(arguments: list[str] | None = None) -> None:
    """Print seconds, memory, and how many of each kind are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--doubles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    villages = population.villages(people=options.people, seed=options.seed, as_of=DAY)
    people = [person for village in villages for person in village.people]
    doubles = planted(people, options.doubles, options.seed)
    started = time.process_time()
    pairs = same_person(people)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(people)} people: {seconds:.1f} s of processor time, {memory} MB with the people")
    found = Counter(doubles.get((one.first, one.second)) for one in pairs)
    planted_of = Counter(doubles.values())
    for kind, number in planted_of.items():
        print(f"  {kind}: {found[kind]} of {number}")
    right = sum(found[kind] for kind in planted_of)
    print(f"recall {right / len(doubles):.3f}, precision {right / len(pairs):.3f}")


if __name__ == "__main__":
    main()
