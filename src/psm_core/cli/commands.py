"""What ``psm-core`` does. It exits with 0 if all is sound, with 1 if not, with 2 if unsure."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn

import typer

from .. import tables, wire
from ..errors import ParseError
from ..regions import NoRegion, OneRegion, Region, RegionRegistry, SeveralRegions, load_regions
from ..terms import RegionLevel
from ..values.dates import parse_date
from ..values.nik import NIK
from ..values.region_code import RegionCode
from ..wire.versions import NAMES
from ._terminal import UNUSABLE, Command
from .console import (
    Language,
    as_builtins,
    print_facts,
    print_issues,
    print_json,
    print_rows,
    progress,
    said,
    say,
)

INVALID = 1
_KINDS = {name: kind for kind, name in NAMES.items()}

app: typer.Typer = typer.Typer(
    cls=Command,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Periksa dan ubah berkas Pekerja Sosial Masyarakat. / Check and convert files of PSM.",
)


_Lang = Annotated[Language, typer.Option("--lang", help="Bahasa: id atau en.")]
_Json = Annotated[bool, typer.Option("--json", help="Tulis JSON, untuk program lain.")]
_File = Annotated[Path, typer.Argument(help="Berkas CSV, xlsx, xlsm, xls atau ods.")]
_LayoutName = Annotated[str | None, typer.Option("--layout", help="Nama tata letak.")]
_Kind = Annotated[
    str | None,
    typer.Option(
        "--kind", help="Jenis baris, misalnya worker; bila tata letak dipakai untuk beberapa jenis."
    ),
]
_Sheet = Annotated[str | None, typer.Option("--sheet", help="Nama lembar.")]
_Given = Annotated[
    list[str] | None,
    typer.Option(
        "--value", help="Fakta di luar lembar, misalnya assignments.0.listed_on=2025-10-10."
    ),
]
_Within = Annotated[
    str | None, typer.Option("--within", help="Kode wilayah tempat nama wilayah dicari.")
]
_Lenient = Annotated[
    bool,
    typer.Option(
        "--lenient", help="Kosongkan isian pilihan yang tidak terbaca; barisnya tetap dibaca."
    ),
]
_Force = Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")]
_AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Tanggal pemeriksaan; menambah peringatan.")
]


@app.command()
def check(  # noqa: PLR0913 - options of a command
    file: _File,
    *,
    kind: _Kind = None,
    layout: _LayoutName = None,
    sheet: _Sheet = None,
    given: _Given = None,
    within: _Within = None,
    as_of: _AsOf = None,
    lenient: _Lenient = False,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Tulis salinan berkas dengan catatan.")
    ] = None,
    force: _Force = False,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Periksa sebuah berkas: setiap galat pada selnya."""
    _need_new(annotate, force=force, language=lang)
    options = _Options(kind, layout, sheet, given, within, as_of, lenient, require_values=False)
    loaded = _loaded(file, options, lang)
    if annotate is not None:
        tables.annotate(loaded, annotate, language=lang.value)
        if not as_json:
            say(f"{annotate}: {said('written', lang)}")
    if as_json:
        print_json(
            {
                "layout": loaded.layout,
                "rows": loaded.rows_read,
                "sound": loaded.valid_rows,
                "errors": loaded.error_count,
                "warnings": loaded.warning_count,
                "issues": [as_builtins(issue, lang) for issue in loaded.issues],
            }
        )
    else:
        print_issues(loaded, lang)
    raise typer.Exit(INVALID if loaded.errors else 0)


@app.command()
def convert(  # noqa: PLR0913 - options of a command
    file: _File,
    target: Annotated[Path, typer.Argument(help="Berkas .csv, .xlsx atau .jsonl yang ditulis.")],
    *,
    kind: _Kind = None,
    layout: _LayoutName = None,
    sheet: _Sheet = None,
    given: _Given = None,
    within: _Within = None,
    lenient: _Lenient = False,
    partly: Annotated[
        bool, typer.Option("--partly", help="Tulis baris yang sah, walau ada yang tidak sah.")
    ] = False,
    force: _Force = False,
    lang: _Lang = Language.id,
) -> None:
    """Ubah berkas menjadi berkas psm-core (.csv, .xlsx) atau dokumen JSON per baris (.jsonl)."""
    _need_new(
        target, force=force and not (target.exists() and target.samefile(file)), language=lang
    )
    options = _Options(kind, layout, sheet, given, within, None, lenient, require_values=True)
    loaded = _loaded(file, options, lang)
    if loaded.errors and not partly:
        print_issues(loaded, lang)
        say(said("not_written", lang))
        raise typer.Exit(INVALID)
    if target.suffix.lower() == ".jsonl":
        _write_lines(loaded.records, target)
    else:
        tables.write(loaded.records, target)
    print_issues(loaded, lang)
    say(f"{target}: {len(loaded.records)} {said('written', lang)}")
    raise typer.Exit(INVALID if loaded.errors else 0)


def _write_lines(records: Iterable[object], target: Path) -> None:
    from ..tables.files.atomic_write import replacing  # noqa: PLC0415 - two commands need it

    with replacing(target, private=True) as file:
        file.writelines(f"{wire.to_json(record)}\n".encode() for record in records)


@app.command()
def template(
    what: Annotated[
        str, typer.Argument(help="Tata letak (pekerja, psm-import …) atau jenis (worker, event …).")
    ],
    target: Annotated[Path, typer.Argument(help="Berkas .xlsx atau .csv yang ditulis.")],
    *,
    force: _Force = False,
    lang: _Lang = Language.id,
) -> None:
    """Tulis berkas kosong untuk diisi."""
    _need_new(target, force=force, language=lang)
    known: dict[str, Any] = {**_KINDS, **{one.name: one for one in tables.LAYOUTS}}
    if what not in known:
        _refuse(_unknown("", what, known, lang))
    tables.write_template(known[what], target)
    say(f"{target}: {said('written', lang)}")


@app.command()
def nik(
    number: Annotated[
        str, typer.Argument(help="NIK, atau - untuk membaca masukan baris demi baris.")
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="Tanggal acuan tahun lahir; tanpa ini tanggal komputer."),
    ] = None,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Baca apa yang dikatakan sebuah NIK: wilayah penerbitan, tanggal lahir, jenis kelamin."""
    day = _day(as_of) if as_of else datetime.now().astimezone().date()
    if number != "-":
        facts = _nik_facts(number, day, lang)
        if as_json:
            print_json(facts)
        elif "issues" in facts:
            say(_nik_issue(facts))
        else:
            print_facts(facts, lang)
        raise typer.Exit(INVALID if "issues" in facts else 0)
    typed = enumerate(iter(sys.stdin.readline, ""), start=1)
    lines = ((row, line) for row, line in typed if line.strip())
    answers = [{"line": row, **_nik_facts(line, day, lang)} for row, line in lines]
    if as_json:
        print_json(answers)
    else:
        print_rows(_nik_rows(answers, lang))
    raise typer.Exit(INVALID if any("issues" in one for one in answers) else 0)


def _nik_facts(text: str, day: date, language: Language) -> dict[str, Any]:
    """Return what a NIK says, or the issue that it has; never the number."""
    try:
        read = NIK.parse(text)
    except ParseError as error:
        return {"issues": [as_builtins(error.issue, language)]}
    regions = load_regions()
    place = regions.current(read.region)
    return {
        "region": str(read.region),
        "region_status": _state(regions, read.region, language),
        "region_today": None if place is None else regions[place].address,
        "birth_dates": [born.isoformat() for born in read.birth_dates if born <= day],
        "sex": read.sex.value,
    }


def _nik_issue(facts: Mapping[str, Any]) -> str:
    issue = facts["issues"][0]
    return f"{issue['code']}: {issue['text']}"


def _nik_rows(answers: Iterable[Mapping[str, Any]], language: Language) -> Iterator[list[str]]:
    """Yield a row of headings, and one for each line of the input."""
    names = ("line", "region", "birth_dates", "sex", "region_today")
    yield [said(name, language) for name in names]
    for facts in answers:
        if "issues" in facts:
            yield [str(facts["line"]), "", "", "", _nik_issue(facts)]
        else:
            place = facts["region_today"] or facts["region_status"]
            dates = " / ".join(facts["birth_dates"])
            yield [str(facts["line"]), facts["region"], dates, facts["sex"], place]


@app.command()
def region(
    what: Annotated[str, typer.Argument(help="Kode, nama, atau baris alamat.")],
    *,
    within: _Within = None,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Cari wilayah menurut kode atau nama, dan nasib kode lama."""
    regions = load_regions()
    inside = _code(within) if within else None
    code = _written_code(what)
    if code is None:
        meant = regions.resolve(what, within=inside)
        if not isinstance(meant, OneRegion):
            _show_choice(meant, as_json=as_json, language=lang)
            raise typer.Exit(INVALID)
        code = meant.region.code
    facts = _about(regions, code, lang)
    if as_json:
        print_json(facts)
    else:
        status = said("current", lang) if code in regions else facts["status"]
        print_facts({**facts, "status": status}, lang)
    raise typer.Exit(0 if code in regions else INVALID)


def _written_code(text: str) -> RegionCode | None:
    """Return the code that was typed, with or without its dots; None for a name."""
    digits = "".join(text.split())
    try:
        return RegionCode.from_digits(digits) if digits.isdecimal() else RegionCode.parse(text)
    except ParseError:
        return None


def _show_choice(meant: NoRegion | SeveralRegions, *, as_json: bool, language: Language) -> None:
    """Show the regions that a text may mean, and how to say which."""
    is_one_of = isinstance(meant, SeveralRegions)
    few = meant.candidates if isinstance(meant, SeveralRegions) else meant.suggestions
    candidates = [f"{one.code} {one.address}" for one in few]
    if as_json:
        print_json({"candidates": candidates})
        return
    say(said("several_regions" if is_one_of else "no_region", language))
    if candidates:
        print_facts({"candidates": candidates}, language)


def _about(regions: RegionRegistry, code: RegionCode, language: Language) -> dict[str, object]:
    now = regions.current(code)
    found: Region | None = None if now is None else regions[now]
    return {
        "code": str(code),
        "status": _state(regions, code, language),
        "today": None if found is None else str(found.code),
        "name": None if found is None else found.full_name,
        "address": None if found is None else found.address,
        "title": None if found is None else found.title,
        "former_names": [] if found is None else list(found.former_names),
        "inside": 0 if found is None or found.level is RegionLevel.VILLAGE
        else len(regions.children(found.code)),
    }  # fmt: skip


def _state(regions: RegionRegistry, code: RegionCode, language: Language) -> str:
    status = regions.status(code)
    issue = status.issue
    return status.state.value if issue is None else issue.describe(language.value)


@app.command()
def contract(
    folder: Annotated[Path, typer.Argument(help="Folder baru tempat berkas ditulis.")],
    *,
    force: _Force = False,
    lang: _Lang = Language.id,
) -> None:
    """Tulis skema, daftar, kode dan contoh dokumen bagi program dalam bahasa lain."""
    _need_new(folder, force=force, language=lang)
    for name, text in wire.contract():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    say(f"{folder}: {said('written', lang)}")


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(help="Jenis dokumen, misalnya worker.")],
    version: Annotated[int | None, typer.Option(help="Versi; tanpa ini yang terbaru.")] = None,
) -> None:
    """Tulis JSON Schema sebuah dokumen."""
    if kind not in _KINDS:
        _refuse(_unknown("", kind, _KINDS, Language.en))
    print_json(wire.schema(_KINDS[kind], version=version))


class _Options(NamedTuple):
    """How a file is to be read, as it was typed."""

    kind: str | None
    layout: str | None
    sheet: str | None
    given: list[str] | None
    within: str | None
    as_of: str | None
    lenient: bool
    require_values: bool


def _loaded(file: Path, options: _Options, language: Language) -> tables.TableResult[Any]:
    """Read a file of a known layout, or end the command and say why it cannot be read."""
    known = {one.name: one for one in tables.LAYOUTS}
    layout, kind = options.layout, options.kind
    if layout is not None and layout not in known:
        _refuse(_unknown("--layout", layout, known, language))
    if kind is not None and kind not in _KINDS:
        _refuse(_unknown("--kind", kind, _KINDS, language))
    asked = _KINDS[kind] if kind else None
    found = (
        known[layout]
        if layout
        else tables.detect_layout(file, record_class=asked, sheet=options.sheet)
    )
    with progress(language) as told:
        return tables.read(
            file,
            found.kind,
            layout=found,
            sheet=options.sheet,
            values=_facts(options.given or []),
            within=_code(options.within) if options.within else None,
            checks=bool(options.as_of),
            as_of=_day(options.as_of) if options.as_of else None,
            lenient=options.lenient,
            require_values=options.require_values,
            progress=told,
        )


def _facts(given: list[str]) -> dict[str, object]:
    """Return path → text of ``path=text``."""
    return {path: text for path, _, text in (one.partition("=") for one in given)}


def _need_new(target: Path | None, *, force: bool, language: Language) -> None:
    """Write over nothing that is there, unless asked; and never over the file that is read."""
    if target is not None and target.exists() and not force:
        _refuse(f"{target} {said('exists', language)}")


def _unknown(option: str, word: str, known: Iterable[str], language: Language) -> str:
    return f"{option} {word!r} {said('unknown', language)} {', '.join(known)}".strip()


def _code(text: str) -> RegionCode:
    return RegionCode.parse(text)


def _day(text: str) -> date:
    return parse_date(text)


def _refuse(text: str) -> NoReturn:
    sys.stderr.write(f"psm-core: {text}\n")
    raise typer.Exit(UNUSABLE)
