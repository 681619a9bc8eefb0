"""The command ``region``: a region by its code or name."""

from typing import Annotated

import typer

from ..contrib._typed_text import typed_region_code
from ..errors import ParseError
from ..regions import NoRegion, OneRegion, RegionRegistry, SeveralRegions, load_regions
from ..values.region_code import RegionCode
from .console import print_facts, print_json, print_line
from .options import INVALID, Json, Lang, Within
from .wording import Language, help_text, translate


def region(
    query: Annotated[
        str,
        typer.Argument(
            help=help_text(
                "Kode, nama, atau baris alamat.", "A code, a name, or a line of an address."
            )
        ),
    ],
    *,
    within: Within = None,
    as_json: Json = False,
    lang: Lang = Language.id,
) -> None:
    """Find a region by its code or name; show what replaced a retired code."""
    regions = load_regions()
    outer = RegionCode.parse(within) if within else None
    code = typed_code(query)
    if code is None:
        resolution = regions.resolve(query, within=outer)
        if not isinstance(resolution, OneRegion):
            _print_candidates(resolution, as_json=as_json, language=lang)
            raise typer.Exit(INVALID)
        code = resolution.region.code
    facts = _facts(regions, code, lang)
    if as_json:
        print_json(facts)
    else:
        explanation = facts.pop("explanation")
        print_facts({**facts, "status": explanation or translate("current", lang)}, lang)
    raise typer.Exit(0 if code in regions else INVALID)


def typed_code(text: str) -> RegionCode | None:
    """Return the code that was typed, with or without its dots; None for a name."""
    try:
        return typed_region_code(text)
    except ParseError:
        return None


def _print_candidates(
    resolution: NoRegion | SeveralRegions, *, as_json: bool, language: Language
) -> None:
    """Print the regions that a text may mean, and how to choose one."""
    if isinstance(resolution, SeveralRegions):
        regions, message = resolution.candidates, "several_regions"
    else:
        regions, message = resolution.suggestions, "no_region"
    candidates = [f"{region.code} {region.address}" for region in regions]
    if as_json:
        print_json({"candidates": candidates})
        return
    print_line(translate(message, language))
    if candidates:
        print_facts({"candidates": candidates}, language)


def _facts(regions: RegionRegistry, code: RegionCode, language: Language) -> dict[str, object]:
    current = regions.current(code)
    region = None if current is None else regions[current]
    return {
        "code": str(code),
        "status": regions.status(code).validity.value,
        "explanation": status_explanation(regions, code, language),
        "current_code": None if region is None else str(region.code),
        "name": None if region is None else region.full_name,
        "address": None if region is None else region.address,
        "title": None if region is None else region.title,
        "former_names": [] if region is None else list(region.former_names),
        "subregions": 0 if region is None else len(regions.children(region.code)),
    }


def status_explanation(regions: RegionRegistry, code: RegionCode, language: Language) -> str | None:
    """Return what is known of a code that is not in force; None for one that is."""
    issue = regions.status(code).issue
    return None if issue is None else issue.describe(language.value)
