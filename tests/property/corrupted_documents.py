"""Documents with errors of many kinds: in values, in keys and in the text of the JSON."""

import json
from contextlib import suppress
from copy import deepcopy
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType

from psm_core import NIK, Extensions, RegionCode, WorkerId
from psm_core.terms import Sex


class Raw(str):
    """JSON that is written as it is."""

    __slots__ = ()


class Pairs(list):
    """The pairs of an object, whose keys may be repeated or `Raw`."""

    __slots__ = ()


class Text(str):
    """A text of a class of its own, as an application may have it."""

    __slots__ = ()


class Number(int):
    """A number of a class of its own."""


class Fields(dict):
    """An object of a class of its own."""


class Items(list):
    """A list of a class of its own."""


class EqualKey(str):
    """A key with another text, which equals the name of a field."""

    __slots__ = ("name",)

    def __new__(cls, name):
        key = super().__new__(cls, "other")
        key.name = name
        return key

    def __eq__(self, other):
        return other == self.name

    def __hash__(self):
        return hash(self.name)


class Careless:
    """An object that can neither be compared nor hashed."""

    __hash__ = None

    def __eq__(self, other):
        raise ZeroDivisionError


OTHERS = (
    *(
        "",
        " ",
        "\u3164",
        "a\u0000",
        "\x85",
        "e\u0301",
        "x" * 3000,
        "  x ",
        "a:b",
        '"a":',
        "\\",
        "/",
    ),
    *(0, -1, 10**13, 2**53 + 1, 2**63, 10**30, True, False, None, [], {}, [None], [[]], {"": 1}),
    *("9901013102900001", "9901014108900001", "9901010000000000", "9" * 16, "63.10", "6310", "00"),
    *("0000-01-01", "2025-02-30", "2025-2-3", "2025-10-10T00:00:00", "2025-10-10Z", "20251010"),
    *("24:00", "08:00", "08:00:00", "08:00Z", "2025-W01-1", "2025-Q5", "XXII", "+6281234567"),
    *("psm", "PSM", "L", "laki-laki", "Laki-laki", "ppks-26:pemulung", "1", "true", "null"),
    *({"id.go.contoh": 2**60}, {"id.go.contoh": [1.0, 1e-7]}, {"kode": 1}, {"id.go.contoh": {}}),
)
PYTHON_OBJECTS = (
    *(
        NIK("9901014108900001"),
        RegionCode("63.10"),
        WorkerId("psm-1"),
        Sex.PEREMPUAN,
        Extensions("{}"),
    ),
    *(date(2025, 10, 10), datetime(2025, 10, 10), time(8, 30), Decimal(1), Decimal("nan")),
    *(
        float("nan"),
        float("inf"),
        1j,
        b"psm-1",
        (),
        {1},
        frozenset(),
        object(),
        Careless(),
        str,
        len,
    ),
)
RAW = (
    *("1.0", "1e0", "1E+0", "-0", "0.0", "-0.0", "01", "+1", "1.", ".5", "0x1", "1e400", "1e-400"),
    *("NaN", "Infinity", "-Infinity", "True", "None", "undefined", "'x'", "x", "", "9" * 5000),
    *(r'"\ud800"', r'"\ud83d\ude00"', r'"\ude00\ud83d"', r'"\u0000"', r'"\/"', r'"\x41"', '"\t"'),
    *(r'"\u0041"', r'"a\"b"', r'"a\"b": 1', "[1,]", '{"a": 1,}', '{"a": 1, "a": 1}', "/**/ 1"),
    *("[" * 20 + "]" * 20, "[" * 5000 + "]" * 5000, '{"a":' * 300 + "1" + "}" * 300),
)
ENDS = ("\n", "\r\n", "\u2028", " ", "  ", "\x00", "\ufeff", "\u200b", ":", '":', " :", "~", "0")
COLONS = (":", ": ", " : ", "\t:\n", "\r\n:\r\n")
COMMAS = (",", ", ", " ,", ",\n  ")
BEHIND = ("", " ", "\n", "x", "{}", "null", ",", "\x00", "\ufeff", "}", ":", "\u00a0", '"a":')


def corrupted_text(document, chance):
    """Return a document as JSON with a few errors, or with none; rarely not even as text."""
    copy = json.loads(json.dumps({"document": document}))
    for _ in range(chance.choice((0, 0, 1, 1, 1, 2, 3))):
        container, key = chance.choice(likely_places(copy, chance))
        container[key] = corrupted_value(container[key], chance)
    return corrupted_json(text_of(copy["document"], chance), chance)


def likely_places(copy, chance):
    """Return places of one sort: of objects, whose keys are interesting, of any data, or of all."""
    every = [*places(copy)]
    inside = [*places(copy["document"])] if isinstance(copy["document"], dict) else []
    below_data = [place for place in inside if place[0] is not copy["document"]]
    objects = [place for place in every if isinstance(place[0][place[1]], dict)]
    choice = chance.random()
    return (objects if choice < 0.3 else below_data if choice < 0.9 else every) or every


def places(value):
    """Yield each container in builtins with each of its keys."""
    if isinstance(value, Raw | str | Pairs) or not isinstance(value, dict | list):
        return
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        yield from places(one)


def another(chance):
    """Return a value that fits nowhere, or only in a few places."""
    return deepcopy(chance.choice(OTHERS))


def corrupted_value(value, chance):
    """Return another value in place of one."""
    if chance.random() < 0.1:
        return another(chance)
    if chance.random() < 0.1:
        return Raw(chance.choice(RAW))
    if isinstance(value, dict) and value:
        return corrupted_object(value, chance)
    if isinstance(value, list) and value:
        return corrupted_list(value, chance)
    if type(value) is int:
        return chance.choice((str(value), bool(value), value + 1, *map(Raw, number_forms(value))))
    return corrupted_word(value, chance) if isinstance(value, str) and value else another(chance)


def escaped(text):
    """Return a text as JSON in which each letter is escaped."""
    return Raw('"' + "".join(f"\\u{ord(letter) % 0x10000:04x}" for letter in text) + '"')


def corrupted_object(value, chance):
    """Return an object with a wrong, missing, unknown, repeated or escaped key."""
    pairs = list(value.items())
    place = chance.randrange(len(pairs))
    key, one = pairs[place]
    other = chance.choice((one, None, another(chance)))
    match chance.randrange(9):
        case 0:
            del pairs[place]
        case 1:
            pairs[place] = (chance.choice((f"{key}x", key.upper(), f" {key}", f"{key}\x00")), one)
        case 2:
            pairs.insert(
                place, (chance.choice(("", "x", "\ud800", "a:b", "9901014108900001")), other)
            )
        case 3:
            pairs.insert(chance.randrange(len(pairs) + 1), (key, one))
        case 4:
            pairs.insert(chance.randrange(len(pairs) + 1), (key, other))
        case 5:
            pairs.insert(chance.randrange(len(pairs) + 1), (escaped(key), other))
        case 6:
            pairs[place] = (escaped(key), one)
        case 7:
            pairs.reverse()
        case _:
            return [value]
    return Pairs(pairs)


def corrupted_list(value, chance):
    """Return a list with a repeated, missing or nested item, in another order, or no list."""
    one = chance.choice(value)
    return chance.choice(
        (
            [*value, one],
            [one, *value, one],
            value[::-1],
            value[1:],
            [*value, None],
            [value],
            one,
            {str(n): item for n, item in enumerate(value)},
            [*value, another(chance)],
            value * 40,
        )
    )


def corrupted_word(word, chance):
    """Return a text that differs a little."""
    at = chance.randrange(len(word))
    return chance.choice(
        (
            word + chance.choice(ENDS),
            chance.choice(ENDS) + word,
            word[:at] + chance.choice(ENDS) + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + chr(chance.choice((0x660, 0x1D7D8, 0xFF10)) + at % 10) + word[at + 1 :],
            word.upper(),
            word.title(),
            word * 30,
            f"{word}T00:00:00",
            escaped(word),
            Raw(word),
        )
    )


def number_forms(number):
    """Return JSON numbers that some readers take for the same whole number."""
    return (
        f"{number}.0",
        f"{number}e0",
        f"{number}.5",
        f"0{number}",
        f"-{number}",
        f"{number}" * 40,
    )


def text_of(value, chance):
    """Return a value as JSON, with random blanks."""
    colon, comma, is_ascii = chance.choice(COLONS), chance.choice(COMMAS), chance.random() < 0.5

    def text(value):
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, Pairs | dict):
            pairs = value if isinstance(value, Pairs) else value.items()
            return "{" + comma.join(f"{text(key)}{colon}{text(one)}" for key, one in pairs) + "}"
        if isinstance(value, list):
            return "[" + comma.join(map(text, value)) + "]"
        return json.dumps(value, ensure_ascii=is_ascii)

    return text(value)


def corrupted_json(text, chance):
    """Return JSON text in another form: with a BOM, cut, with more behind it, as bytes."""
    if chance.random() < 0.8:
        return text
    at = chance.randrange(len(text) + 1)
    bytes_ = text.encode("utf-8", "replace")
    return chance.choice(
        (
            "\ufeff" * chance.choice((1, 2)) + text,
            text + chance.choice(BEHIND),
            chance.choice(BEHIND) + text,
            text[:at],
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(("\ud800", '"', ":", "\\", "\ufeff", " ")) + text[at:],
            text.encode("utf-8", "surrogatepass"),
            bytearray(text, "utf-8", "surrogatepass"),
            text.encode(chance.choice(("utf-16", "utf-8-sig", "latin-1")), "replace"),
            bytes_[:at] + b"\xff" + bytes_[at:],
            Text(text),
            chance.choice((memoryview(bytes_), None)),
        )
    )


def with_python_objects(builtins, chance):
    """Return builtins with objects in them that JSON does not give."""
    copy = json.loads(json.dumps({"data": builtins}))
    for _ in range(chance.choice((1, 1, 2, 3))):
        container, key = chance.choice([*places(copy)])
        container[key] = chance.choice([*python_forms(container[key]), *PYTHON_OBJECTS])
    return copy["data"]


def python_forms(value):
    """Return objects that equal a value, or that some readers take for it."""
    match value:
        case str():
            return Text(value), value.encode(), [value], parsed_date(value)
        case bool() | None:
            return int(bool(value)), str(value)
        case int():
            return Number(value), float(value), Decimal(value), complex(value)
        case list():
            return tuple(value), Items(value), dict(enumerate(value)), iter(value)
        case dict():
            keys = {Text(key): one for key, one in value.items()}
            other_keys = {EqualKey(key): one for key, one in value.items()}
            mappings = Fields(value), MappingProxyType(value), keys, other_keys, {**value, 1: 2}
            return *mappings, [*value.items()]
        case _:
            return ()


def parsed_date(text):
    """Return the date or the time that a text means, or bytes."""
    for read in (date.fromisoformat, time.fromisoformat):
        with suppress(ValueError):
            return read(text)
    return bytearray(text, "utf-8", "replace")
