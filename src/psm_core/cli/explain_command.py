"""The command ``explain``: what an issue code, a term, a list or an act is."""

from typing import Annotated

import typer

from ..errors import UnknownWordError
from ..explanations import Explanation, explain
from ..explanations.entries import Entry, labelled
from .console import print_facts, print_json, print_line, print_rows
from .options import INVALID, Json, Lang
from .wording import Language, help_text, translate


def explain_words(
    words: Annotated[
        list[str],
        typer.Argument(
            help=help_text(
                "Kode temuan, istilah, kode dengan daftarnya (ppks-26:8), daftar, atau peraturan.",
                "An issue code, a term, a code with its list (ppks-26:8), a list, or an act.",
            ),
        ),
    ],
    *,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Explain an issue code, a term, a list or an act. Several words may be one name."""
    try:
        found = _explanations(words)
    except UnknownWordError as error:
        suggestions = list(error.suggestions)
        if as_json:
            print_json({"candidates": suggestions})
        else:
            print_line(translate("no_word", lang))
            if suggestions:
                print_facts({"candidates": suggestions}, lang)
        raise typer.Exit(INVALID) from None
    entries = [entry for one in found for entry in one.entries]
    if as_json:
        print_json([_builtins(entry) for entry in entries])
        return
    for number, entry in enumerate(entries):
        print_line(f"\n{entry.title}" if number else entry.title)
        print_rows(labelled(entry, lang.value))


def _explanations(words: list[str]) -> list[Explanation]:
    """Return the explanation of all words as one name, or else of each word."""
    try:
        return [explain(" ".join(words))]
    except UnknownWordError:
        if len(words) == 1:
            raise
        return [explain(word) for word in words]


def _builtins(entry: Entry) -> dict[str, object]:
    """Return an explanation as builtins, with its facts in both languages."""
    kind = type(entry).__name__.removesuffix("Explanation").lower()
    facts = {language.value: dict(entry.facts(language.value)) for language in Language}
    return {"kind": kind, "name": entry.title, **facts}
