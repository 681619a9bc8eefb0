"""The words around the facts of an explanation, in English and Indonesian."""

from collections.abc import Iterable, Mapping
from typing import Final

from .._frozen import FrozenDict
from .._messages import language_of
from ..law import Act, Citation, load_acts
from ..terms import ReadingStatus, Term

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "severity": ("Severity", "Tingkat"),
    "error": ("error", "kesalahan"),
    "warning": ("warning", "peringatan"),
    "problem": ("Problem", "Masalah"),
    "cure": ("Cure", "Tindakan"),
    "reported_by": ("Reported by", "Dilaporkan oleh"),
    "source": ("Source", "Sumber"),
    "no_act": ("no act; a rule of this package", "tanpa peraturan; aturan paket ini"),
    "plausibility": (
        "no act; a plausibility check",
        "tanpa peraturan; pemeriksaan kewajaran",
    ),
    "slug": ("In documents", "Dalam dokumen"),
    "label": ("Label", "Sebutan"),
    "gloss": ("Meaning in English", "Arti dalam bahasa Inggris"),
    "abbreviation": ("Abbreviation", "Singkatan"),
    "list": ("List", "Daftar"),
    "codes": ("Codes", "Kode"),
    "age": ("Age", "Umur"),
    "at_least": ("at least {}", "paling rendah {} tahun"),
    "at_most": ("at most {}", "paling tinggi {} tahun"),
    "sex": ("Sex", "Jenis kelamin"),
    "units": ("Applies to", "Berlaku untuk"),
    "earlier": ("Earlier lists", "Daftar sebelumnya"),
    "later": ("Later lists", "Daftar sesudahnya"),
    "inferred": ("inferred", "disimpulkan"),
    "related": ("Related terms", "Istilah terkait"),
    "members": ("Members", "Isi"),
    "code_lists": ("Other codes", "Kode lain"),
    "name": ("Name", "Nama"),
    "subject": ("About", "Tentang"),
    "since": ("since {}", "sejak {}"),
    "issued": ("Issued", "Ditetapkan"),
    "replaces": ("Replaces", "Menggantikan"),
    "replaced_by": ("Replaced by", "Digantikan oleh"),
    "replaced_by_act": ("replaced by {}", "digantikan oleh {}"),
    "amended_by": ("Amended by", "Diubah dengan"),
    "reading": ("Reading", "Pembacaan"),
    "parts_read": ("Parts read", "Bagian yang dibaca"),
    "read_at": ("Read at", "Tempat dibaca"),
    "verified_on": ("Compared on", "Dicocokkan pada"),
    "lists": ("Lists", "Daftar"),
    "terms": ("Terms", "Istilah"),
    "issues": ("Issue codes", "Kode temuan"),
}
_PARTS: Final[Mapping[str, str]] = {
    "konsiderans": "preamble",
    "seluruhnya": "the whole text",
    "glosarium": "glossary",
}


def word(name: str, language: str) -> str:
    """Return a word in a language."""
    return _WORDS[name][language_of(language) == "id"]


def known(facts: Iterable[tuple[str, str | None]]) -> Mapping[str, str]:
    """Return the facts that have a text: name → text."""
    return FrozenDict({name: text for name, text in facts if text})


def status_text(status: ReadingStatus, language: str) -> str:
    """Return how well a text is known."""
    return status.label if language_of(language) == "id" else status.gloss


def parts_text(act: Act, language: str) -> str:
    """Return the parts of an act whose text was read."""
    is_id = language_of(language) == "id"
    return ", ".join(one if is_id else _PARTS.get(one, one) for one in act.parts_read)


def about(act: Act, language: str) -> str:
    """Return what an act is about."""
    return act.subject_id if language_of(language) == "id" else act.subject_en


def read_at(act: Act, language: str) -> str | None:
    """Return where an act was read."""
    return act.read_at_id if language_of(language) == "id" else act.read_at_en


def citation_texts(source: str, citations: Iterable[Citation], language: str) -> list[str]:
    """Return a source and, for each act in it, its name, its date, and how well it is known."""
    lines: list[str] = []
    for citation in citations:
        act = load_acts()[citation.act]
        facts = [
            word("since", language).format(act.issued) if act.issued else "",
            *(word("replaced_by_act", language).format(one) for one in act.replaced_by),
            status_text(citation.status, language).lower(),
        ]
        name = "" if act.full_name in source else f"{act.full_name} "
        lines.append(f"{name}({'; '.join(filter(None, facts))})")
    has_names = any(not line.startswith("(") for line in lines)
    return [source, *lines] if has_names else [" ".join([source, *lines])]


def term_text(term: Term) -> str:
    """Return a term with its list, such as ``Lanjut Usia Telantar (ppks-26)``."""
    return f"{term.label} ({term.scheme.id})"
