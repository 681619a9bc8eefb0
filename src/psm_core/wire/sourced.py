"""Read a record together with its provenance."""

from collections.abc import Mapping
from typing import TypeVar

from ..errors import Issue, short_traceback
from ..records.provenance import Provenance, SourcedRecord
from .reading import parts_of, read_parts, read_text

T = TypeVar("T")


@short_traceback
def read_with_provenance(
    document: str | bytes | bytearray | Mapping[str, object], cls: type[T], /
) -> SourcedRecord[T]:
    """Return the record in a document with its provenance, which is empty if there is none.

    It reads the text of a document like `from_json`, and a document that is a dict already like
    `from_document`. Those two check the provenance too, and return the record alone.

    Raises:
        ValidationError: the issues of `from_json`, and ``provenance.path_missing``.
        UnknownVersionError: the document is newer than this release.
        TypeError: the class has no document.

    >>> from psm_core import FieldSource, Person, Provenance, wire
    >>> from psm_core.terms import NIKAbsence
    >>> person = Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    >>> text = wire.to_json(person, provenance=Provenance({(): FieldSource(document="buku tamu")}))
    >>> wire.read_with_provenance(text, Person).provenance.of(("name",)).document
    'buku tamu'

    """
    if isinstance(document, Mapping):
        issues: list[Issue] = []
        record, provenance = read_parts(parts_of(document, cls, issues), cls, issues)
    else:
        record, provenance = read_text(document, cls)
    return SourcedRecord(record, provenance or Provenance())
