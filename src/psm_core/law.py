"""The table of law: each act and document that this package cites, and how well it is known.

>>> from psm_core import law
>>> act = law.load_acts()["Permensos 10/2019"]
>>> act.full_name, act.replaces
('Peraturan Menteri Sosial Nomor 10 Tahun 2019 tentang Pekerja Sosial Masyarakat', \
('Permensos 1/2012',))
>>> law.find_citations("UU 27/2022 Pasal 20 ayat (2) huruf d")[0].pinpoint
'Pasal 20 ayat (2) huruf d'
"""

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Final, final

import attrs

from ._core.resources import packaged_rows
from ._frozen import FrozenDict, FrozenType
from .terms import ReadingStatus

__all__ = ["Act", "Citation", "find_citations", "load_acts"]

_KINDS: Final[Mapping[str, str]] = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Inpres": "Instruksi Presiden",
    "Permensos": "Peraturan Menteri Sosial",
    "Kepmensos": "Keputusan Menteri Sosial",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "Permenristekdikti": "Peraturan Menteri Riset, Teknologi, dan Pendidikan Tinggi",
    "Kepmendagri": "Keputusan Menteri Dalam Negeri",
    "Perda": "Peraturan Daerah",
    "Pergub": "Peraturan Gubernur",
}
"""The short name of a kind of act → its full name."""
_NUMBERED: Final = r"([A-Z]\w+)(?: (.+))? ([\w.-]+)/((?:19|20)\d\d)"
"""Kind, place, number and year of an act, such as ``Perda Kabupaten Banjar 7/2007``."""
_WHOLE: Final = "seluruhnya"
_PREAMBLE: Final = "konsiderans"
_AND: Final = "(?:, and |, dan |, | and | dan | to | sampai )"
_UNIT: Final = (
    rf"\d+[A-Z]?(?: ayat \(\d+[a-z]?\)(?:{_AND}\(\d+[a-z]?\))*)?(?: huruf [a-z])?(?: angka \d+)?"
)
_PINPOINT: Final = (
    rf"(?:,? (?:Pasal {_UNIT}(?:{_AND}(?:Pasal )?{_UNIT})*"
    r"|lampiran|annex|rincian \d+|(?:syarat|tugas|fungsi) PSM))?"
    r"(?:, no\. \d+| huruf [a-z])?"
)
"""The article, annex or row of a citation."""


@final
@attrs.frozen
class Act(metaclass=FrozenType):
    """An act, or another document, that this package cites.

    >>> from psm_core import law
    >>> act = law.load_acts()["Permensos 10/2019"]
    >>> act.issued, act.status.label, act.parts_read
    ('2019', 'Naskah dibaca', ('konsiderans', 'Pasal 1', 'Pasal 2'))
    >>> law.load_acts()["Kepmensos 103/HUK/2025"].status.label
    'Menurut sumber lain'
    """

    name: str
    """Its short name as it is cited, such as ``UU 27/2022``."""
    title: str | None
    """Its Indonesian title, without kind and number; None if the title was not read."""
    subject_en: str
    """What it is about, in English."""
    subject_id: str
    """What it is about, in Indonesian."""
    issued: str | None
    """Its date, or its year if the day is not known (ISO 8601); None if neither is known."""
    replaces: tuple[str, ...]
    """The acts that it replaced, as far as known."""
    replaced_by: tuple[str, ...]
    """The acts that replaced it, as far as known."""
    amended_by: tuple[str, ...]
    """The acts that amended it, as far as known."""
    parts_read: tuple[str, ...]
    """The parts whose text was read, such as ``Pasal 1``; ``seluruhnya`` is the whole text."""
    is_restated: bool
    """Whether the other parts are known from what others write."""
    read_at_en: str | None
    """Where it was read, in English; None if its text was not found."""
    read_at_id: str | None
    """Where it was read, in Indonesian."""
    verified_on: dt.date | None
    """The day on which this entry was compared with that place; None if it was not noted."""

    @property
    def full_name(self) -> str:
        """Its name in full, with its title where that was read.

        >>> from psm_core import law
        >>> law.load_acts()["Kepmensos 103/HUK/2025"].full_name
        'Keputusan Menteri Sosial Nomor 103/HUK/2025'
        """
        kind, _, rest = self.name.partition(" ")
        if kind not in _KINDS:
            return self.title or self.name
        found = re.fullmatch(_NUMBERED, self.name)
        if found is None:
            name = f"{_KINDS[kind]} Nomor {rest}"
        else:
            place = f" {found[2]}" if found[2] else ""
            name = f"{_KINDS[kind]}{place} Nomor {found[3]} Tahun {found[4]}"
        return name if self.title is None else f"{name} tentang {self.title}"

    @property
    def status(self) -> ReadingStatus:
        """Whether a part of its text was read; the preamble (*konsiderans*) does not count."""
        return self._status(is_read=bool({*self.parts_read} - {_PREAMBLE}))

    def status_of(self, pinpoint: str) -> ReadingStatus:
        """Return how well a part is known. Of several articles, the text of each must be read.

        >>> from psm_core import law
        >>> act = law.load_acts()["Permensos 8/2012"]
        >>> act.status_of("lampiran, no. 8").label, act.status_of("konsiderans").label
        ('Menurut sumber lain', 'Naskah dibaca')
        """
        is_read = all(
            any(re.match(rf"{re.escape(part)}(?!\w)", cited) for part in self.parts_read)
            for cited in _parts(pinpoint)
        )
        return self._status(is_read=is_read or _WHOLE in self.parts_read)

    def _status(self, *, is_read: bool) -> ReadingStatus:
        if is_read:
            return ReadingStatus.READ
        return ReadingStatus.SECONDARY if self.is_restated else ReadingStatus.NONE


@final
@attrs.frozen
class Citation(metaclass=FrozenType):
    """A reference to an act or to a part of it.

    >>> from psm_core import law
    >>> from psm_core.terms import PPKSCategory
    >>> citation, = law.find_citations(PPKSCategory.PEMULUNG.source)
    >>> citation.act, citation.pinpoint, citation.status.label
    ('Permensos 8/2012', 'lampiran, no. 13', 'Menurut sumber lain')
    """

    act: str
    """The short name of the act."""
    pinpoint: str
    """The article, annex or row; empty for the whole act."""

    @property
    def status(self) -> ReadingStatus:
        """Whether the text that it refers to was read; of a whole act, all of its text.

        Raises:
            KeyError: the table does not have the act.

        """
        return load_acts()[self.act].status_of(self.pinpoint)

    def __str__(self) -> str:
        """Return the name of the act and the part, as they are cited."""
        comma = "" if not self.pinpoint or self.pinpoint.startswith("Pasal") else ","
        return f"{self.act}{comma} {self.pinpoint}".strip()


def _parts(pinpoint: str) -> list[str]:
    """Return each article of a part that has several: ``Pasal 20 to 22`` gives three."""
    if not pinpoint.startswith("Pasal "):
        return [pinpoint]
    found: list[str] = []
    words = re.split(f"({_AND})", pinpoint)
    for joint, text in zip(["", *words[1::2]], words[::2], strict=True):
        article = f"Pasal {text.removeprefix('Pasal ')}"
        if text.startswith("("):  # another paragraph of the same article
            article = re.sub(r" ayat .*", f" ayat {text}", found[-1])
        number = re.match(r"Pasal (\d+)", article)
        if joint.strip() in {"to", "sampai"} and number is not None:
            first = re.match(r"Pasal (\d+)", found[-1])
            between = range(int(first[1]) + 1, int(number[1])) if first else ()
            found += [f"Pasal {one}" for one in between]
        found.append(article)
    return found


@cache
def load_acts() -> Mapping[str, Act]:
    """Return the acts and documents of the package: short name → act.

    >>> from psm_core import law
    >>> len(law.load_acts()) > 60, "Permensos 3/2025" in law.load_acts()
    (True, True)
    """
    return FrozenDict({row[0]: _act(row) for row in packaged_rows("acts.tsv")})


def _act(row: list[str]) -> Act:
    name, title, about_en, about_id, issued, old, new, changed, parts, restated, *read = row
    read_at_en, read_at_id, verified_on = read
    return Act(
        name=name,
        title=title or None,
        subject_en=about_en,
        subject_id=about_id,
        issued=issued or None,
        replaces=_split(old),
        replaced_by=_split(new),
        amended_by=_split(changed),
        parts_read=_split(parts),
        is_restated=bool(restated),
        read_at_en=read_at_en or None,
        read_at_id=read_at_id or None,
        verified_on=dt.date.fromisoformat(verified_on) if verified_on else None,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a citation: the longest known name, then the part."""
    names = sorted(load_acts(), key=len, reverse=True)
    known = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![\w/])(?P<act>{known})(?![\w/])(?P<pinpoint>{_PINPOINT})")


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the acts and documents that a text cites, in their order.

    An act that is not in the table is not found.

    >>> from psm_core import law
    >>> for citation in law.find_citations("UU 23/2014 Pasal 59, 224 and 229, UU 6/2014 Pasal 26"):
    ...     print(citation)
    UU 23/2014 Pasal 59, 224 and 229
    UU 6/2014 Pasal 26
    """
    return tuple(
        Citation(found["act"], found["pinpoint"].lstrip(", "))
        for found in _pattern().finditer(" ".join(text.split()))
    )
