"""Words for issues that every report about a file uses, in Indonesian and English."""

from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["en", "id"]
ISSUE_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "id": {
        "severity": "Tingkat",
        "error": "kesalahan",
        "warning": "peringatan",
        "count": "Jumlah",
        "cells": "Sel pertama",
    },
    "en": {
        "severity": "Severity",
        "error": "error",
        "warning": "warning",
        "count": "Count",
        "cells": "First cells",
    },
}
"""Language → name → word."""
