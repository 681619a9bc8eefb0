"""Code and pages use plain words: no word of the table below, also not within a name.

`python tests/project/test_words.py [PART …]` lists what is left, in all parts or in some.
"""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = {
    "houses?": "package; base class; record configuration",
    "gates?": "constructor; validation",
    "doors?": "module; function; entry point",
    "rooms?|floors?": "layer; place",
    "(un)?sound": "valid; invalid",
    "told|untold|tells?": "given; stated; unknown; says; returns",
    "faults?": "issue (in data); error (severity)",
    "doubt(s|ed)?": "warning",
    "mend(s|ed|ing)?": "correct; fix; repair",
    "(bears?|bearing) (a|the|this|that|its|his|her|their) names?": "has a name; is named",
    "(held|holds?|holding) back": "suppressed",
    "tidy|tidie[sd]|tidying": "normalize",
    "straight": "fast path; direct",
    "patient|patience|patiently": "collecting (all issues)",
    "the world": "context (regions, today)",
    "spoil(s|ed|t)?": "corrupted",
    "made to harm": "malicious",
    "lift(s|ed|ing)?": "migrate; move",
    "held (to|against)": "checked against; compared with",
    "(gives?|gave|given|giving) up": "stops after",
    "of (its|one'?s) own": "application-defined; separate",
    "carried along": "preserved",
    "laid flat": "flattened",
    "noughts?": "leading zeros; 0",
}
"""Pattern of words → what to write instead."""
LITERAL = (
    "math floor",  # a function of Python
    "floor div",  # an operator of Python
    "keeps house",  # the gloss of an occupation
)
"""Phrases in which a word means the literal thing."""

PARTS = {
    **{
        f"src/psm_core/{path.name}": sorted(path.rglob("*.py"))
        for path in sorted((ROOT / "src" / "psm_core").iterdir())
        if path.is_dir() and path.name not in {"_data", "__pycache__"}
    },
    "src/psm_core": sorted((ROOT / "src" / "psm_core").glob("*.py")),
    **{
        f"docs/{name}": sorted((ROOT / "docs" / name).rglob("*.md"))
        for name in ("explanation", "how-to", "reference", "tutorial")
    },
    "docs": sorted((ROOT / "docs").glob("*.md")),
    "README.md": [ROOT / "README.md"],
    "CONTRIBUTING.md": [ROOT / "CONTRIBUTING.md"],
    "SECURITY.md": [ROOT / "SECURITY.md"],
    **{
        name: sorted(
            one for ending in ("md", "py", "toml") for one in (ROOT / name).glob(f"*.{ending}")
        )
        for name in ("benchmarks", "examples", "fuzz", "mutation", "tools", "typing_tests")
    },
    "changes": sorted((ROOT / "changes").glob("*.md")),
    **{
        f"tests/{name}": sorted((ROOT / "tests" / name).rglob("*.py"))
        for name in ("project", "property", "tables", "unit", "wire")
    },
}
"""Part → its files. Of tests, only the names of the tests are read."""


def plain(text):
    """Return a text in lower case, with names split into words and one blank between words."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    text = re.sub(r"[_\s#*`]+", " ", text).lower()
    for phrase in LITERAL:
        text = text.replace(phrase.replace(" ", "."), "").replace(phrase, "")
    return text


def findings(path, text):
    """Yield file, words around it and replacement, for each word of the table in a text."""
    text = plain(text)
    for pattern, instead in WORDS.items():
        for one in re.finditer(rf"\b(?:{pattern})\b", text):
            around = text[max(one.start() - 30, 0) : one.end() + 30]
            yield f"{path}: {one[0]!r} in «{around}»; write: {instead}"


def read(path):
    """Return what is read of a file: all of it, or the names of its tests."""
    text = path.read_text("utf-8")
    if path.is_relative_to(ROOT / "tests"):
        return "\n".join(re.findall(r"^ *def (test_\w+)", text, re.MULTILINE))
    return text


def findings_of(part):
    """Return the findings in all files of a part."""
    return [one for path in PARTS[part] for one in findings(path.relative_to(ROOT), read(path))]


@pytest.mark.parametrize("part", sorted(PARTS))
def test_part_has_plain_words_only(part):
    assert findings_of(part) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("def is_sound(self):", "sound"),
        ("class TellsDoubt:", "tells"),
        ("it is of its\n    own", "of its own"),
        ("# what is held\n# back", "held back"),
        ("Unsound.", "unsound"),
    ],
)
def test_word_is_found_in_names_and_across_lines(text, word):
    assert any(f"{word!r}" in one for one in findings("a.py", text))


def test_other_words_with_the_same_letters_are_accepted():
    assert not list(findings("a.py", "household, straightforward, math.floor(1.5), default"))


if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        found = findings_of(name)
        print(f"{len(found):5} {name}")  # noqa: T201 - its output
        if sys.argv[1:]:
            print("\n".join(found))  # noqa: T201 - its output
