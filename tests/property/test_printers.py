"""Printers that read attributes show what `repr` shows, and errors contain no input."""

import io
import json
import pprint
import reprlib
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import attrs
import pytest
import rich.console
import rich.pretty
import rich.traceback
import structlog
import structlog.tracebacks
from hypothesis.vendor import pretty as hypothesis_pretty
from IPython.lib import pretty as ipython_pretty

import psm_core
from psm_core import (
    NIK,
    Address,
    CellText,
    DateRange,
    Edition,
    Extensions,
    Issue,
    Month,
    ParseError,
    Person,
    PhoneNumber,
    PsmError,
    Quarter,
    RegionCode,
    ValidationError,
    Worker,
    WorkerId,
    careers,
    checks,
    evolve,
    load_regions,
    parse_date,
    population,
    privacy,
    recaps,
    tables,
    wire,
)
from psm_core.terms import NIKAbsence, Religion, Sex

MARK = "aisahaR"[::-1]
STREET = "gnatniB nalaJ"[::-1]
BORN = date(1987, 3, 29)
PACKAGE = Path(psm_core.__file__).parent


def wide():
    """Return a console that breaks no line and shows no colour."""
    return rich.console.Console(file=io.StringIO(), width=300, color_system=None)


def by_console(value):
    console = wide()
    console.print(value)
    return console.file.getvalue()


def in_dict_of_locals(value):
    return str(structlog.tracebacks.ExceptionDictTransformer(show_locals=True)(raised(value)))


def in_dict_of_locals_without_rich(value):
    transform = structlog.tracebacks.ExceptionDictTransformer(use_rich=False)
    return str(transform(raised(value)))


def in_rich_traceback(value):
    console = wide()
    console.print(rich.traceback.Traceback.from_exception(*raised(value), show_locals=True))
    return console.file.getvalue()


def in_console_log(value):
    file = io.StringIO()
    structlog.dev.RichTracebackFormatter(color_system="truecolor", width=300)(file, raised(value))
    return file.getvalue()


def in_log_line(value):
    renderer = structlog.dev.ConsoleRenderer(colors=False)
    return renderer(None, "info", {"event": "saved", "record": value, "exc_info": raised(value)})


PRINTERS = [
    by_console,
    rich.pretty.pretty_repr,
    lambda value: rich.pretty.pretty_repr(value, expand_all=True, max_string=500, max_length=90),
    lambda value: rich.pretty.pretty_repr(value, max_depth=1),
    hypothesis_pretty.pretty,
    lambda value: ipython_pretty.pretty(value, max_width=40),
    pprint.pformat,
    lambda value: pprint.pformat(value, width=1, compact=True),
    reprlib.repr,
    in_dict_of_locals,
    in_dict_of_locals_without_rich,
    in_rich_traceback,
    in_console_log,
    in_log_line,
]
"""Every printer that the leak property asks, from a value to a text."""


def raised(value):
    """Return what `sys.exc_info` has of an error in a function that has the value."""

    def save(record):
        saved = [record]
        raise RuntimeError(str(len(saved)))

    try:
        save(value)
    except RuntimeError as error:
        return type(error), error, error.__traceback__.tb_next


@dataclass
class Held:
    record: object


@attrs.frozen
class HeldToo:
    record: object


HOLDERS = [
    lambda value: value,
    lambda value: [value],
    lambda value: {"k": (value,)},
    Held,
    HeldToo,
    lambda value: {Held: [HeldToo((value,))]},
]


def person():
    return Person(
        nik=NIK("9901016903870001"),
        name=f"Siti {MARK}",
        sex=Sex.PEREMPUAN,
        birth_date=BORN,
        birth_place=MARK,
        religion=Religion.KRISTEN,
        phone=PhoneNumber("+6280000001234"),
        domicile=Address(street=STREET, region=RegionCode("63.10.09.2005")),
        extensions=Extensions.of({"id.go.contoh": {"name": MARK}}),
    )


SECRETS = (MARK, STREET, "9901016903870001", "690387", "80000001234", "1987", "date(", "risten")


def someone():
    """Return a person without a secret."""
    return Person(name="Contoh", nik_absence=NIKAbsence.BELUM_MEMILIKI)


@pytest.fixture(scope="module")
def values(tmp_path_factory):
    """Yield an object of each public class of the package that holds records."""
    one = person()
    path = tmp_path_factory.mktemp("values") / "warga.csv"
    tables.write([one], path)
    worker = Worker(id=WorkerId("psm-1"), person=one)
    with tables.stream(path, Person) as reading:
        yield [
            *(*reading, reading, one, tables.read(path, Person), tables.flatten([one])),
            *(one.phone, one.nik, one.extensions, worker),
            wire.report(wire.to_builtins(one), Person),
            wire.report({**wire.to_builtins(one), "shelf": MARK}, Person, keep_unknown=True),
            checks.check(worker, regions=load_regions(), as_of=date(2025, 1, 1)),
        ]


@pytest.mark.parametrize("show", PRINTERS)
def test_no_printer_shows_personal_data_of_a_container(show, values):
    for value, hold in product(values, HOLDERS):
        shown = show(hold(value))
        assert not [secret for secret in SECRETS if secret in shown], type(value)


@pytest.mark.parametrize("show", PRINTERS[:1] + PRINTERS[4:8])
def test_printers_show_the_class_and_what_is_not_personal(show):
    shown = show(Worker(id=WorkerId("psm-1"), person=person()))
    for part in ("Worker(", "id=WorkerId('psm-1')", "Person(", "name=***", "street=***"):
        assert part.replace("'", "") in shown.replace("'", "")


@pytest.mark.parametrize("show", PRINTERS[1:2] + PRINTERS[4:8])
def test_printers_show_what_repr_shows_of_other_classes(show):
    region = load_regions()[RegionCode("63.10.09")]
    for one in (region, DateRange(BORN, BORN)):
        assert "".join(show(one).split()) == "".join(repr(one).split())
    assert "'length': 8" in show(Issue("nik.length", ("nik",), params={"length": 8}))


def test_a_village_is_printed_by_its_name():
    village = next(population.villages(people=30, seed=7, as_of=date(2025, 10, 10)))
    assert rich.pretty.pretty_repr(village) == repr(village) == ipython_pretty.pretty(village)


def test_a_recap_is_printed_by_its_title_and_size():
    recap = recaps.Recap.of("Contoh", map(str, range(5)), ("B",), {("0", "B"): 1, ("1", "B"): 9})
    for show in (repr, hypothesis_pretty.pretty, rich.pretty.pretty_repr, ipython_pretty.pretty):
        assert show(recap) == "<Recap 'Contoh', 5 rows, 1 columns>"
    suppressed = recap.suppress(3)
    count = len(suppressed.suppressed_cells)
    assert repr(suppressed) == f"<Recap 'Contoh', 5 rows, 1 columns, {count} cells suppressed>"


def test_a_career_entry_is_printed_without_its_detail():
    entry = careers.CareerEntry(BORN, careers.CareerStep.DITETAPKAN, None, MARK)
    assert MARK not in repr(entry) + rich.pretty.pretty_repr(entry)


@pytest.mark.parametrize("cls", [Person, NIK, Issue])
@pytest.mark.parametrize("show", [hypothesis_pretty.pretty, ipython_pretty.pretty])
def test_printers_show_a_class_by_its_name(cls, show):
    assert show(cls) == f"{cls.__module__}.{cls.__qualname__}"
    assert show([cls]) == f"[{show(cls)}]"


# Errors keep no input.


def in_frames(error):
    """Yield the values of all variables of the package's frames in a traceback and its chain."""
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if str(PACKAGE) in file or file.startswith(("<attrs", "<cattrs", "<psm_core")):
                yield from trace.tb_frame.f_locals.items()
            trace = trace.tb_next
        yield "args", error.args
        yield "notes", getattr(error, "__notes__", [])
        error = error.__cause__ or error.__context__


def contents(value):
    """Return a text with all that a debugger would find in a value."""
    text = repr(value)
    if isinstance(value, dict):
        text += "".join(contents(one) for one in [*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        text += "".join(map(contents, value))
    elif hasattr(type(value), "__slots__"):
        for kind in type(value).__mro__:
            slots = vars(kind).get("__slots__", ())
            for name in [slots] if isinstance(slots, str) else slots:
                if name not in {"__weakref__", "__dict__"}:
                    text += contents(getattr(value, name, None))
    return text


def a_csv(tmp_path, text):
    path = tmp_path / "berkas.csv"
    path.write_text(text, "utf-8")
    return path


REFUSALS = {
    "NIK.parse": lambda _: NIK.parse(f"99 {MARK}"),
    "NIK": lambda _: NIK(MARK),
    "NIK of a list": lambda _: NIK([MARK]),
    "KK.parse": lambda _: psm_core.KK.parse(MARK),
    "PhoneNumber.parse": lambda _: PhoneNumber.parse(MARK),
    "WorkerId.parse": lambda _: WorkerId.parse(f"{MARK} x"),
    "Month.parse": lambda _: Month.parse(MARK),
    "Quarter.parse": lambda _: Quarter.parse(MARK),
    "Edition.parse": lambda _: Edition.parse(f"{MARK}!"),
    "RegionCode.parse": lambda _: RegionCode.parse(MARK),
    "RegionCode.from_digits": lambda _: RegionCode.from_digits(MARK),
    "parse_date": lambda _: parse_date(MARK),
    "parse_date of a list": lambda _: parse_date([MARK]),
    "Term.parse": lambda _: Sex.parse(MARK),
    "Term": lambda _: Sex(MARK),
    "Extensions": lambda _: Extensions(MARK),
    "Extensions.of": lambda _: Extensions.of({MARK: 1}),
    "Extensions.parse": lambda _: Extensions.parse(f'{{"{MARK}": '),
    "Person": lambda _: Person(name=[MARK]),
    "DateRange": lambda _: DateRange(MARK, MARK),
    "evolve": lambda _: evolve(someone(), name=[MARK], nik=MARK),
    "replace": lambda _: someone().__replace__(nik=MARK),
    "unpickle": lambda _: someone().__reduce__()[0](Person, {"name": MARK}),
    "from_builtins": lambda _: wire.from_builtins({"name": MARK}, Person),
    "from_builtins of a text": lambda _: wire.from_builtins(MARK, Person),
    "from_json": lambda _: wire.from_json(
        f'{{"schema": "psm.person/1", "data": {{"name": "{MARK}"}}}}', Person
    ),
    "from_json of no JSON": lambda _: wire.from_json(f'{{"{MARK}', Person),
    "from_json of a new version": lambda _: wire.from_json(
        f'{{"schema": "psm.person/9", "data": "{MARK}"}}', Person
    ),
    "regions[...]": lambda _: load_regions()[MARK],
    "regions.resolve": lambda _: load_regions().resolve(MARK, within=RegionCode("99.99")),
    "regions.search": lambda _: load_regions().search(MARK, within=RegionCode("99.99")),
    "tables.read": lambda tmp: tables.read(a_csv(tmp, f"{MARK}\n{MARK}\n"), Person),
    "tables.stream": lambda tmp: tables.stream(a_csv(tmp, f"{MARK}\n{MARK}\n"), Person),
    "tables.detect_layout": lambda tmp: tables.detect_layout(a_csv(tmp, f"{MARK}\n{MARK}\n")),
    "records_or_raise": lambda tmp: tables.read(
        a_csv(tmp, f"NIK,Nama\n9901,{MARK}\n"), Person
    ).records_or_raise(),
    "record_or_raise": lambda _: wire.report({"name": MARK}, Person).record_or_raise(),
}


@contextmanager
def refused():
    """Yield a list that has the package's error afterwards."""
    found = []
    try:
        yield found
    except PsmError as error:
        found.append(error)


@pytest.mark.parametrize("name", REFUSALS)
def test_error_keeps_no_rejected_value(name, tmp_path):
    with refused() as found:
        REFUSALS[name](tmp_path)
    (error,) = found
    for variable, value in in_frames(error):
        assert MARK not in contents(value), variable


@pytest.mark.parametrize(
    "make",
    [
        lambda: Person(nama=MARK, name=MARK),
        lambda: Person(**{"9901014108900001": MARK}),
        lambda: Person(MARK),
        lambda: DateRange(MARK, MARK, MARK),
        lambda: DateRange(MARK, MARK, start=MARK),
        lambda: evolve(someone(), nama=MARK),
    ],
)
def test_error_about_field_names_keeps_no_values(make):
    with pytest.raises(TypeError) as caught:
        make()
    assert "9901" not in str(caught.value)
    for variable, value in in_frames(caught.value):
        assert MARK not in contents(value), variable


def test_error_refers_to_no_unfinished_record():
    with pytest.raises(ValidationError) as caught:
        Person(name="", nik_absence=NIKAbsence.BELUM_MEMILIKI)
    assert not [value for _, value in in_frames(caught.value) if isinstance(value, Person)]


def test_an_error_has_no_chained_errors():
    with pytest.raises(ParseError) as caught:
        parse_date("31/02/2025")
    assert caught.value.__context__ is caught.value.__cause__ is None
    assert privacy.POLICY


def test_text_of_a_cell_is_masked_in_every_output(tmp_path):
    text = "Siti Rahasia"
    path = tmp_path / "rows.csv"
    path.write_text(f"NIK,Nama,Agama\n9901014108900001,Ani,{text}\n", encoding="utf-8")
    loaded = tables.read(path, Person)
    (issue,) = loaded.issues
    assert issue.written == CellText(text)
    shown = [show(one) for show in PRINTERS for one in (issue, issue.written, loaded.issues)]
    shown += [str(issue), repr(issue), f"{issue.written}", issue.describe(), str(loaded)]
    shown += [str(attrs.asdict(issue)), json.dumps(attrs.asdict(issue), default=str)]
    assert not [one for one in shown if "Rahasia" in str(one)]
