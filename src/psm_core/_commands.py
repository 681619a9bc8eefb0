"""What ``psm-core`` does. It exits with 0 if all is sound, with 1 if not, with 2 if unsure."""

import json
import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar, cast

from . import tables, wire
from .dates import parse_date
from .errors import Issue, MissingExtraError, ParseError, PsmError, Severity, TableError
from .nik import NIK
from .region_code import RegionCode
from .regions import NoRegion, OneRegion, Region, RegionRegistry, bundled
from .tables._cells import reader_of
from .tables._profile import Profile, shape_at, steps_of
from .terms import RegionLevel
from .wire._versions import NAMES

try:
    import typer
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
    from rich.table import Table
except ImportError:
    raise MissingExtraError("cli") from None

T = TypeVar("T")
UNSOUND, UNUSABLE = 1, 2
_KINDS = {name: kind for kind, name in NAMES.items()}
_SHOWN = 200

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Periksa dan ubah berkas Pekerja Sosial Masyarakat. / Check and convert files of PSM.",
)


class Language(StrEnum):
    """The language of what is printed."""

    id = "id"
    en = "en"


_Lang = Annotated[Language, typer.Option("--lang", help="Bahasa: id atau en.")]
_Json = Annotated[bool, typer.Option("--json", help="Tulis JSON, untuk program lain.")]
_File = Annotated[Path, typer.Argument(help="Berkas CSV, xlsx, xlsm, xls atau ods.")]
_ProfileName = Annotated[str | None, typer.Option("--profile", help="Nama tata letak.")]
_Sheet = Annotated[str | None, typer.Option("--sheet", help="Nama lembar.")]
_Given = Annotated[
    list[str] | None,
    typer.Option("--given", help="Fakta di luar lembar, misalnya assignments.0.listed=2025-10-10."),
]
_Within = Annotated[
    str | None, typer.Option("--within", help="Kode wilayah tempat nama wilayah dicari.")
]
_Today = Annotated[
    str | None, typer.Option("--today", help="Tanggal pemeriksaan; menambah peringatan.")
]
_WORDS: Mapping[str, tuple[str, str]] = {
    "cell": ("Sel", "Cell"),
    "code": ("Kode", "Code"),
    "text": ("Penjelasan", "What is wrong"),
    "sound": ("baris sah", "rows sound"),
    "rows": ("baris dibaca", "rows read"),
    "errors": ("galat", "errors"),
    "warnings": ("peringatan", "warnings"),
    "more": (
        "dan {n} lagi; lihat --annotate atau --json",
        "and {n} more; see --annotate or --json",
    ),
    "written": ("ditulis", "written"),
    "reading": ("membaca", "reading"),
    "not_written": (
        "tidak ditulis: ada baris yang tidak sah",
        "not written: some rows are unsound",
    ),
}


def _said(word: str, language: Language) -> str:
    return _WORDS[word][language is Language.en]


@app.command()
def check(  # noqa: PLR0913 - options of a command
    file: _File,
    *,
    profile: _ProfileName = None,
    sheet: _Sheet = None,
    given: _Given = None,
    within: _Within = None,
    today: _Today = None,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Tulis salinan berkas dengan catatan.")
    ] = None,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Periksa sebuah berkas: setiap galat pada selnya."""
    loaded = _loaded(file, profile, sheet, given, within, today, lang)
    if annotate is not None:
        _usable(lambda: tables.annotate(loaded, annotate, language=lang.value), lang)
    if as_json:
        _print_json(
            {
                "profile": loaded.profile,
                "rows": loaded.rows_read,
                "sound": len(loaded.items),
                "issues": [_as_builtins(issue, lang) for issue in loaded.issues],
            }
        )
    else:
        _print_issues(loaded, lang)
    raise typer.Exit(UNSOUND if loaded.errors else 0)


@app.command()
def convert(  # noqa: PLR0913 - options of a command
    file: _File,
    target: Annotated[Path, typer.Argument(help="Berkas .csv, .xlsx atau .jsonl yang ditulis.")],
    *,
    profile: _ProfileName = None,
    sheet: _Sheet = None,
    given: _Given = None,
    within: _Within = None,
    partly: Annotated[
        bool, typer.Option("--partly", help="Tulis baris yang sah, walau ada yang tidak sah.")
    ] = False,
    lang: _Lang = Language.id,
) -> None:
    """Ubah berkas menjadi berkas psm-core (.csv, .xlsx) atau dokumen JSON per baris (.jsonl)."""
    loaded = _loaded(file, profile, sheet, given, within, None, lang)
    if loaded.errors and not partly:
        _print_issues(loaded, lang)
        _say(_said("not_written", lang))
        raise typer.Exit(UNSOUND)
    if target.suffix.lower() == ".jsonl":
        _usable(lambda: _write_lines(loaded.items, target), lang)
    else:
        _usable(lambda: tables.write(loaded.items, target), lang)
    _say(f"{target}: {len(loaded.items)} {_said('written', lang)}")
    raise typer.Exit(UNSOUND if loaded.errors else 0)


def _write_lines(records: Iterable[object], target: Path) -> None:
    from .tables._writing import replacing  # noqa: PLC0415 - one command needs it

    with replacing(target) as made, made.open("w", encoding="utf-8") as file:
        file.writelines(f"{wire.to_json(record)}\n" for record in records)


@app.command()
def template(
    what: Annotated[
        str, typer.Argument(help="Tata letak (pekerja, psm-import …) atau jenis (worker, event …).")
    ],
    target: Annotated[Path, typer.Argument(help="Berkas .xlsx atau .csv yang ditulis.")],
    lang: _Lang = Language.id,
) -> None:
    """Tulis berkas kosong untuk diisi."""
    known: dict[str, Any] = {**_KINDS, **{one.name: one for one in tables.PROFILES}}
    if what not in known:
        _refuse(f"{what!r}? {', '.join(sorted(known))}")
    _usable(lambda: tables.template(known[what], target), lang)
    _say(f"{target}: {_said('written', lang)}")


@app.command()
def nik(
    number: Annotated[str, typer.Argument(help="NIK, atau - untuk membacanya dari masukan.")],
    *,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Baca apa yang dikatakan sebuah NIK: wilayah penerbitan, tanggal lahir, jenis kelamin."""
    try:
        read = NIK.parse(sys.stdin.readline() if number == "-" else number)
    except ParseError as error:
        if as_json:
            _print_json({"issues": [_as_builtins(error.issue, lang)]})
        else:
            _say(f"{error.code}: {error.issue.describe(lang.value)}")
        raise typer.Exit(UNSOUND) from None
    regions = bundled()
    place = regions.today(read.region)
    told = {
        "region": str(read.region),
        "region_status": _state(regions, read.region, lang),
        "region_today": None if place is None else regions[place].address,
        "birth_dates": [day.isoformat() for day in read.birth_dates],
        "sex": read.sex.value,
    }
    _print(told, as_json=as_json)


@app.command()
def region(
    what: Annotated[str, typer.Argument(help="Kode bertitik, nama, atau baris alamat.")],
    *,
    within: _Within = None,
    as_json: _Json = False,
    lang: _Lang = Language.id,
) -> None:
    """Cari wilayah menurut kode atau nama, dan nasib kode lama."""
    regions = bundled()
    inside = _code(within) if within else None
    try:
        code = RegionCode(what)
    except ParseError:
        meant = _usable(lambda: regions.resolve(what, within=inside), lang)
        if not isinstance(meant, OneRegion):
            few = meant.suggestions if isinstance(meant, NoRegion) else meant.candidates
            _print({"candidates": [f"{one.code} {one.address}" for one in few]}, as_json=as_json)
            raise typer.Exit(UNSOUND) from None
        code = meant.region.code
    _print(_about(regions, code, lang), as_json=as_json)
    raise typer.Exit(0 if code in regions else UNSOUND)


def _about(regions: RegionRegistry, code: RegionCode, language: Language) -> dict[str, object]:
    now = regions.today(code)
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
def schema(
    kind: Annotated[str, typer.Argument(help="Jenis dokumen, misalnya worker.")],
    version: Annotated[int | None, typer.Option(help="Versi; tanpa ini yang terbaru.")] = None,
) -> None:
    """Tulis JSON Schema sebuah dokumen."""
    if kind not in _KINDS:
        _refuse(f"{kind!r}? {', '.join(sorted(_KINDS))}")
    _print_json(_usable(lambda: wire.schema(_KINDS[kind], version=version), Language.en))


def _loaded(  # noqa: PLR0913 - what two commands have in common
    file: Path,
    profile: str | None,
    sheet: str | None,
    given: list[str] | None,
    within: str | None,
    today: str | None,
    language: Language,
) -> tables.Loaded[Any]:
    """Read a file of a known layout, or end the command and say why it cannot be read."""

    def act() -> tables.Loaded[Any]:
        known = {one.name: one for one in tables.PROFILES}
        if profile is not None and profile not in known:
            raise ValueError(f"--profile {profile!r}? {', '.join(known)}")
        found = known[profile] if profile else tables.recognised(file, sheet=sheet)
        with _progress(language) as progress:
            return tables.read(
                file,
                found.kind,
                profile=found,
                sheet=sheet,
                given=_facts(found, given or []),
                within=_code(within) if within else None,
                today=_day(today) if today else None,
                progress=progress,
            )

    return _usable(act, language)


@contextmanager
def _progress(language: Language) -> Generator[Callable[[int], None] | None]:
    """Show how many rows were read, where somebody looks; give what is to be told of them."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    words = (_said("reading", language), "{task.completed}", _said("rows", language))
    columns = (SpinnerColumn(), BarColumn(), TextColumn(" ".join(words)))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda count: progress.update(task, completed=count)


def _facts(profile: Profile[Any], given: list[str]) -> dict[str, object]:
    """Return path → value of ``path=value``, read as a cell of that field would be."""
    facts: dict[str, object] = {}
    for one in given:
        path, _, text = one.partition("=")
        facts[path] = reader_of(shape_at(profile.kind, steps_of(path)))(text)
    return facts


def _code(text: str) -> RegionCode:
    return RegionCode.parse(text)


def _day(text: str) -> date:
    return parse_date(text)


def _usable(act: Callable[[], T], language: Language) -> T:
    """Return what an act returns, or end the command and say why it cannot be done."""
    try:
        return act()
    except (TableError, ParseError) as error:
        _refuse(f"{error.code}: {error.issue.describe(language.value)}")
    except FileNotFoundError as error:
        _refuse(f"{error.strerror}: {error.filename}")
    except (PsmError, ValueError, OSError) as error:
        _refuse(str(error))


def _refuse(text: str) -> NoReturn:
    sys.stderr.write(f"psm-core: {text}\n")
    raise typer.Exit(UNUSABLE)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _print_json(told: object) -> None:
    _say(json.dumps(told, ensure_ascii=False, indent=2))


def _print(told: Mapping[str, object], *, as_json: bool) -> None:
    if as_json:
        _print_json(told)
        return
    table = Table(show_header=False, box=None)
    for name, value in told.items():
        lines = cast("list[object]", value) if isinstance(value, list) else [value]
        table.add_row(name, "\n".join(str(line) for line in lines if line is not None))
    Console().print(table)


def _print_issues(loaded: tables.Loaded[Any], language: Language) -> None:
    console = Console()
    if loaded.issues:
        table = Table(*(_said(word, language) for word in ("cell", "code", "text")))
        for issue in loaded.issues[:_SHOWN]:
            colour = "red" if issue.severity is Severity.ERROR else "yellow"
            table.add_row(issue.cell, issue.code, issue.describe(language.value), style=colour)
        console.print(table)
        if len(loaded.issues) > _SHOWN:
            _say(_said("more", language).format(n=len(loaded.issues) - _SHOWN))
    warnings = len(loaded.issues) - len(loaded.errors)
    counts = {
        "rows": loaded.rows_read,
        "sound": len(loaded.items),
        "errors": len(loaded.errors),
        "warnings": warnings,
    }
    told = ", ".join(f"{count} {_said(word, language)}" for word, count in counts.items())
    _say(f"{loaded.profile}: {told}")


def _as_builtins(issue: Issue, language: Language) -> dict[str, object]:
    return {
        "cell": issue.cell or None,
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "path": list(issue.path),
        "code": issue.code,
        "severity": issue.severity.value,
        "text": issue.describe(language.value),
    }
