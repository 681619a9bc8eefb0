"""How the facts of one person differ between Indonesian lists, as data that Splink can use.

The conditions are SQL that DuckDB and Spark both understand. `_l` and `_r` are the two people.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Level(NamedTuple):
    """One way in which two facts agree or differ. The levels of a fact are tried in order."""

    label: str
    sql: str
    m: float
    """The share of doubles that agree in this way, among those of which both have the fact."""
    bits: float | None = None
    """The weight of evidence; None to count in the list how often others agree in this way."""
    rare: str | None = None
    """The column of which a rare value weighs more than a usual one."""


OTHERWISE: Final = "ELSE"
SLIP: Final = "damerau_levenshtein({0}_l, {0}_r) <= 1"
"""One other character, one more or less, or two that have changed places."""
NUMBER_SLIP: Final = (
    "(substr({0}_l, 1, 8) = substr({0}_r, 1, 8) OR substr({0}_l, 10, 7) = substr({0}_r, 10, 7))"
    f" AND {SLIP}"
)
"""A slip in 16 digits. It leaves one of two parts as it is, which is quicker to compare."""
NAME_SLIP: Final = (
    "greatest(length(letters_l), length(letters_r)) >= 6"
    " AND abs(length(letters_l) - length(letters_r)) <= 1"
    " AND (substr(letters_l, 1, 3) = substr(letters_r, 1, 3)"
    " OR substr(letters_l, length(letters_l) - 2) = substr(letters_r, length(letters_r) - 2))"
    f" AND {SLIP.format('letters')}"
)
INITIAL: Final = (
    "substr(name_l, 1, 1) = substr(name_r, 1, 1) AND name_l LIKE '% %'"
    " AND (substr(name_l, 2, 1) = ' ' OR substr(name_r, 2, 1) = ' ')"
    " AND substr(name_l, length(split_part(name_l, ' ', 1)) + 1)"
    " = substr(name_r, length(split_part(name_r, ' ', 1)) + 1)"
)
WITHIN: Final = (
    "contains(concat(' ', name_l, ' '), concat(' ', name_r, ' '))"
    " OR contains(concat(' ', name_r, ' '), concat(' ', name_l, ' '))"
)
SAME_DAY: Final = "born_l = born_r"
DAY_AND_MONTH: Final = (
    "substr(born_l, 1, 2) = substr(born_r, 1, 2)"
    " AND substr(born_l, 3, 2) = substr(born_r, 5, 2)"
    " AND substr(born_l, 5, 2) = substr(born_r, 3, 2)"
)
TWO_PARTS: Final = " OR ".join(
    f"(substr(born_l, {one}, 2) = substr(born_r, {one}, 2)"
    f" AND substr(born_l, {other}, 2) = substr(born_r, {other}, 2))"
    for one, other in ((1, 3), (1, 5), (3, 5))
)
USUAL_DAY: Final = f"{SAME_DAY} AND substr(born_l, 3, 4) IN ('0101', '0701', '1231')"
"""The days that are written if the birth date is not known."""
ONLY_YEAR: Final = "(born_l IS NULL OR born_r IS NULL) AND year_l = year_r"

COMPARISONS: Final[Mapping[str, tuple[Level, ...]]] = {
    "name": (
        Level("same", "letters_l = letters_r", 0.75, rare="letters"),
        Level("other order", "words_l = words_r", 0.02, bits=10.0),
        Level("one letter", NAME_SLIP, 0.14, rare="letters"),
        Level("initial", INITIAL, 0.02, bits=6.0),
        Level("one within the other", WITHIN, 0.069),
        Level("other", OTHERWISE, 0.001),
    ),
    "born": (
        Level("usual day", USUAL_DAY, 0.1, bits=6.0),
        Level("same", SAME_DAY, 0.75),
        Level("day and month exchanged", DAY_AND_MONTH, 0.05),
        Level("one part differs", TWO_PARTS, 0.05, bits=2.0),
        Level("only the year", ONLY_YEAR, 0.04, bits=6.0),
        Level("other", OTHERWISE, 0.01),
    ),
    "nik": (
        Level("same", "nik_l = nik_r", 0.8, bits=22.0),
        Level("serial number", "substr(nik_l, 1, 12) = substr(nik_r, 1, 12)", 0.03, bits=0.0),
        Level("region", "substr(nik_l, 7, 10) = substr(nik_r, 7, 10)", 0.05, bits=-2.0),
        Level(
            "slip",
            f"{NUMBER_SLIP.format('nik')} AND sex_l = sex_r AND ({SAME_DAY} OR {DAY_AND_MONTH})",
            0.1,
            bits=14.0,
        ),
        Level("slip, other birth date or sex", NUMBER_SLIP.format("nik"), 0.015, bits=3.0),
        Level("other", OTHERWISE, 0.005),
    ),
    "kk": (
        Level("same", "kk_l = kk_r", 0.75),
        Level("slip", NUMBER_SLIP.format("kk"), 0.05, bits=6.0),
        Level("other", OTHERWISE, 0.2),
    ),
    "village": (
        Level("same", "village_l = village_r", 0.8, rare="village"),
        Level("other", OTHERWISE, 0.2),
    ),
    "sex": (Level("same", "sex_l = sex_r", 0.98), Level("other", OTHERWISE, 0.02)),
    "phone": (Level("same", "phone_l = phone_r", 0.5, bits=8.0), Level("other", OTHERWISE, 0.5)),
}
"""Fact → its levels. The shares are estimates; replace them by those of your lists."""

UNKNOWN: Final[Mapping[str, str]] = {
    "born": "(born_l IS NULL OR born_r IS NULL) AND (year_l IS NULL OR year_r IS NULL)",
    "village": "village_l IS NULL OR village_r IS NULL OR kk_l = kk_r",
}
"""Fact → when it says nothing. The others say nothing if one of the two is null.

Who has one KK has one village too: it would be counted twice, and make twins one person.
"""

START: Final = "substr(letters, 1, 3)"
LONG_START: Final = "substr(letters, 1, 5)"
BLOCKING: Final[tuple[tuple[str, ...], ...]] = (
    ("substr(nik, 1, 12)",),
    ("substr(nik, 1, 8)", "substr(nik, 13, 4)", LONG_START),
    ("substr(nik, 1, 4)", "substr(nik, 9, 8)", LONG_START),
    ("substr(nik, 5, 12)", START),
    ("kk", START),
    ("phone", START),
    (
        "substr(born, 1, 2)",
        "least(substr(born, 3, 2), substr(born, 5, 2))",
        "greatest(substr(born, 3, 2), substr(born, 5, 2))",
        START,
    ),
    ("born", "substr(letters, length(letters) - 2)"),
    ("born", "village"),
    ("village", "letters"),
    ("year", "letters"),
)
"""Two people are compared if all facts of a line are equal."""
CERTAIN: Final[tuple[tuple[str, ...], ...]] = (("nik",), ("letters", "born", "village"))
"""Pairs with all facts of a line equal are of one person, with few exceptions."""
FOUND_BY_CERTAIN: Final = 0.7
"""The share of the doubles that `CERTAIN` finds, an estimate."""
