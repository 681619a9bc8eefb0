"""The command ``nik``: what a NIK contains, without the number itself."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any

import typer

from ..errors import ParseError
from ..regions import load_regions
from ..terms import Sex
from ..values.dates import parse_date
from ..values.nik import NIK
from .console import issue_as_builtins, print_facts, print_json, print_line, print_rows
from .options import INVALID, Json, Lang
from .region_command import status_explanation
from .wording import Language, help_text, translate


def nik(
    number: Annotated[
        str,
        typer.Argument(
            help=help_text(
                "NIK, atau - untuk membaca masukan baris demi baris.",
                "A NIK, or - to read one from each line of the input.",
            )
        ),
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help=help_text(
                "Tanggal acuan tahun lahir; bawaannya tanggal komputer.",
                "Reference date for the year of birth; by default that of the computer.",
            ),
        ),
    ] = None,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Show what a NIK contains: region of issue, birth date, sex."""
    day = parse_date(as_of) if as_of else datetime.now().astimezone().date()
    if number != "-":
        facts = _facts(number, day, lang)
        if as_json:
            print_json(facts)
        elif "issues" in facts:
            print_line(_issue_text(facts))
        else:
            explanation = facts.pop("region_explanation") or translate("current", lang)
            facts |= {"region_status": explanation, "sex": _sex_text(facts, lang)}
            print_facts(facts, lang)
        raise typer.Exit(INVALID if "issues" in facts else 0)
    lines = enumerate(iter(sys.stdin.readline, ""), start=1)
    results = [{"line": row, **_facts(line, day, lang)} for row, line in lines if line.strip()]
    if as_json:
        print_json(results)
    else:
        print_rows(_rows(results, lang))
    raise typer.Exit(INVALID if any("issues" in facts for facts in results) else 0)


def _facts(text: str, day: date, language: Language) -> dict[str, Any]:
    """Return what a NIK contains, or the issue that it has; never the number."""
    try:
        number = NIK.parse(text)
    except ParseError as error:
        return {"issues": [issue_as_builtins(error.issue, language)]}
    regions = load_regions()
    current = regions.current(number.region)
    return {
        "region": str(number.region),
        "region_status": regions.status(number.region).validity.value,
        "region_explanation": status_explanation(regions, number.region, language),
        "current_region": None if current is None else regions[current].address,
        "birth_dates": [born.isoformat() for born in number.birth_dates if born <= day],
        "sex": number.sex.value,
    }


def _issue_text(facts: Mapping[str, Any]) -> str:
    issue = facts["issues"][0]
    return f"{issue['code']}: {issue['text']}"


def _sex_text(facts: Mapping[str, Any], language: Language) -> str:
    sex = next(sex for sex in Sex if sex.value == facts["sex"])
    return sex.gloss if language is Language.en else sex.label


def _rows(results: Iterable[Mapping[str, Any]], language: Language) -> Iterator[list[str]]:
    """Yield a row of headings, then one for each line of the input."""
    names = ("line", "region", "birth_dates", "sex", "current_region")
    yield [translate(name, language) for name in names]
    for facts in results:
        if "issues" in facts:
            yield [str(facts["line"]), "", "", "", _issue_text(facts)]
        else:
            region = facts["current_region"] or facts["region_explanation"]
            dates = " / ".join(facts["birth_dates"])
            yield [str(facts["line"]), facts["region"], dates, _sex_text(facts, language), region]
