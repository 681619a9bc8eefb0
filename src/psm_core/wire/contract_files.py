"""What another program needs to agree with this one, as files: schemas, lists, codes, corpus."""

import json
from collections.abc import Iterator
from typing import Any, Final

from .. import terms
from .._messages import MESSAGES, Message
from ..terms import Term
from .json_schema import schema
from .published import published_files
from .versions import CURRENT, NAMES

_ABOUT: Final = """\
# The documents of psm-core

For programs in other languages that write or read these documents.

- `schemas/NAME-VERSION.json` is the JSON Schema (draft 2020-12) of a document. `x-invariants` names
  the faults that a schema cannot see where it stands: a number whose day is in no calendar, a
  period that ends before it starts. `x-sensitivity` is the class of a field under UU 27/2022.
- `corpus/NAME-VERSION.jsonl` has a document on each line: `about` what it shows, `document`, the
  `issues` that a reader has to find (none in a sound one), and `fits_schema`, whether the schema
  sees nothing wrong. A step `"?"` of a path stands for a key that is not shown.
- `lists/NAME.json` is a vocabulary: the slugs that stand in documents, the label in Indonesian, the
  gloss in English, and the act.
- `issues.json` has severity, problem and cure of every issue code, in English and Indonesian. A
  part in square brackets is left out when one of its parameters is missing.

A document is UTF-8, and no object in it repeats a key. Whole numbers are written without a
fraction. Texts of fields are in composed form (NFC). A reader refuses what it does not know.
"""


def contract() -> Iterator[tuple[str, str]]:
    """Yield name and text of each file that another program needs to agree with this one.

    They are a page that tells about the others, the JSON Schemas and a conformance corpus of every
    published version, the vocabularies, and the issue codes.

    >>> from psm_core import wire
    >>> files = dict(wire.contract())
    >>> "schemas/worker-1.json" in files, "lists/Pillar.json" in files
    (True, True)

    """
    yield "README.md", _ABOUT
    for cls, name in NAMES.items():
        yield f"schemas/{name}-{CURRENT[name]}.json", _written(schema(cls))
    yield from published_files().items()
    for name in terms.__all__:
        found = getattr(terms, name)
        if issubclass(found, Term) and found is not Term:
            yield f"lists/{name}.json", _written(_listed(found))
    yield "issues.json", _written({code: _message(one) for code, one in MESSAGES.items()})


def _message(message: Message) -> dict[str, Any]:
    return {
        "severity": message.severity,
        "en": message.en._asdict(),
        "id": message.id._asdict(),
    }


def _listed(vocabulary: type[Term]) -> dict[str, Any]:
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


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
