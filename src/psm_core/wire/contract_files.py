"""Files for programs in other languages: schemas, corpora, vocabularies and issue codes."""

import json
from collections.abc import Iterator
from typing import Any, Final

from .._messages import MESSAGES, Message
from ..law import Act, load_acts
from ..terms import Term
from ..terms.vocabularies import vocabularies
from .json_schema import schema
from .published import published_files
from .versions import CURRENT, NAMES

_ABOUT: Final = """\
# The documents of psm-core

For programs in other languages that write or read these documents.

- `schemas/NAME-VERSION.json` is the JSON Schema (draft 2020-12) of a document. `x-invariants` lists
  the codes of issues that the schema cannot detect, such as a date that is not in the calendar or a
  period that ends before it starts. `x-sensitivity` is the class of a field under UU 27/2022.
- `schemas/table-layout-1.json` is the JSON Schema of a TOML file with the layout of a table. It is
  not the schema of a document.
- `corpus/NAME-VERSION.jsonl` contains test documents, one a line: `about` describes the case,
  `document` is the document, `issues` are the issues that a reader must report (none if it is
  valid), and `fits_schema` states whether it is valid under the schema. A step `"?"` of a path
  stands for a key that is not shown.
- `lists/NAME.json` is a vocabulary: the slugs used in documents, the labels in Indonesian, the
  glosses in English, and the legal source.
- `issues.json` contains severity, problem and cure of every issue code, in English and Indonesian,
  and the act that the rule rests on. A part in square brackets is left out if one of its parameters
  is missing.
- `acts.json` contains the acts and documents that the lists and issues cite: title, date, what
  replaced what, and how well the text is known. `status` is a slug of `lists/ReadingStatus.json`.

A document is UTF-8, and no object in it repeats a key. Integers are written without a fraction.
Texts of fields are in composed form (NFC). A reader rejects unknown fields.

Beside `schema` and `data`, a document may have `provenance`: who stated a field, when, and in which
document. Its keys are JSON Pointers (RFC 6901) from the data to a field. A source holds for
everything below its pointer, unless a longer pointer has a source too.
"""


def contract() -> Iterator[tuple[str, str]]:
    """Yield name and text of each file that programs in other languages need.

    The files are a README, the JSON Schemas and a conformance corpus of every published version,
    the vocabularies, the issue codes, and the acts that they cite.

    >>> from psm_core import wire
    >>> files = dict(wire.contract())
    >>> "schemas/worker-1.json" in files, "lists/Pillar.json" in files
    (True, True)

    """
    yield "README.md", _ABOUT
    for cls, name in NAMES.items():
        yield f"schemas/{name}-{CURRENT[name]}.json", _json(schema(cls))
    yield from published_files().items()
    for vocabulary in vocabularies():
        yield f"lists/{vocabulary.__name__}.json", _json(_vocabulary(vocabulary))
    yield "issues.json", _json({code: _message(one) for code, one in MESSAGES.items()})
    yield "acts.json", _json({name: _act(one) for name, one in load_acts().items()})


def _message(message: Message) -> dict[str, Any]:
    return {
        "severity": message.severity,
        "source": message.source,
        "en": message.en._asdict(),
        "id": message.id._asdict(),
    }


def _act(act: Act) -> dict[str, Any]:
    return {
        "full_name": act.full_name,
        "subject": {"en": act.subject_en, "id": act.subject_id},
        "issued": act.issued,
        "replaces": act.replaces,
        "replaced_by": act.replaced_by,
        "amended_by": act.amended_by,
        "status": act.status.value,
        "parts_read": act.parts_read,
        "read_at": {"en": act.read_at_en, "id": act.read_at_id},
    }


def _vocabulary(vocabulary: type[Term]) -> dict[str, Any]:
    return {
        **vocabulary.scheme._asdict(),
        "members": [
            {
                "slug": one.value,
                "code": one.code,
                "label": one.label,
                "gloss": one.gloss,
                "source": one.source,
            }
            for one in vocabulary
        ],
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
