"""Records and values are created once, complete, and nothing changes them."""

import copy
import enum
import importlib
import inspect
import json
import pickle
from datetime import date
from pathlib import Path

import attrs
import pytest

from psm_core import (
    NIK,
    Address,
    DateRange,
    Extensions,
    Issue,
    NIKAbsence,
    Person,
    RegionCode,
    ValidationError,
    WorkerId,
    load_regions,
    privacy,
    tables,
    terms,
    wire,
)
from psm_core._core.invariants import invariant
from psm_core._core.record import NONE, field, record_class
from psm_core._core.text_value import TextValue
from psm_core._frozen import FrozenDict
from psm_core.recaps import Recap

NUMBER = "9901014108900001"
PUBLIC = (Path(__file__).parents[1] / "project" / "public.txt").read_text("utf-8").split()


def instances():
    """Yield an instance of each kind of frozen class, and arguments for another one."""
    yield Person(nik=NIK(NUMBER), name="Contoh"), (), {"name": "Lain", "nik": NIK(NUMBER)}
    yield Address(rt="001"), (), {"rt": "002"}
    yield DateRange(date(2025, 1, 1), date(2025, 1, 2)), (date(2024, 1, 1), date(2024, 1, 2)), {}
    yield NIK(NUMBER), ("9901014108900002",), {}
    yield WorkerId("psm-1"), ("psm-2",), {}
    yield Extensions("{}"), ('{"id.go":1}',), {}
    yield Issue("nik.length", params={"length": 8}), ("nik.date",), {}
    yield load_regions()[RegionCode("63.10")], (RegionCode("63.11"), "Lain", load_regions()), {}
    yield load_regions().status(RegionCode("91.01")), (), {}
    yield Recap.of("C", ("a",), ("b",), {("a", "b"): 1}), ("D", (), (), {}), {}
    yield tables.Column("nik", "NIK"), ("name", "Nama"), {}
    yield wire.report({}, Person), (None,), {}


INSTANCES = pytest.mark.parametrize(
    ("one", "arguments", "named"), list(instances()), ids=lambda one: type(one).__name__
)


@INSTANCES
def test_second_init_raises_and_changes_nothing(one, arguments, named):
    before = repr(one), copy.deepcopy(one)
    with pytest.raises(TypeError, match="exists already"):
        one.__init__(*arguments, **named)
    assert (repr(one), one) == before


@INSTANCES
def test_new_raises_type_error(one, arguments, named):
    cls = type(one)
    with pytest.raises(TypeError, match=rf"create a {cls.__name__} with {cls.__name__}\("):
        cls.__new__(cls, *arguments, **named)
    for hidden in ("__setstate__", "__attrs_init__", "_create"):
        assert not hasattr(one, hidden)


@INSTANCES
def test_frozen_classes_cannot_be_subclassed(one, arguments, named):
    class Mixin:
        def __init_subclass__(cls):
            """Ask nobody further."""

    for bases in ((type(one),), (Mixin, type(one)), (type(one), Mixin)):
        with pytest.raises(TypeError, match="cannot be subclassed"):
            type(type(one))("Loose", bases, {})
    assert (arguments, named) is not None


def test_class_in_which_records_are_filled_is_hidden_and_creates_nothing():
    person = Person(nik=NIK(NUMBER), name="Contoh")
    assert Person.__subclasses__() == []
    for writable in type.__subclasses__(Person):
        with pytest.raises(TypeError, match="cannot be subclassed"):
            writable(nik=NIK(NUMBER), name="Contoh")
    assert type(person) is person.__class__ is Person


@INSTANCES
def test_copies_and_pickles_are_equal(one, arguments, named):
    if type(one).__name__ != "Region":  # it holds the registry, which is not pickled
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert copy.copy(one) == copy.deepcopy(one) == one
    assert str(inspect.signature(type(one))).startswith("(")
    assert (arguments, named) is not None


@pytest.mark.parametrize("cls", [Person, Address, DateRange])
def test_allocated_record_raises_type_error(cls):
    unfinished = object.__new__(cls)
    for use in (repr, hash, str, lambda one: one == object.__new__(cls)):
        with pytest.raises(TypeError, match=rf"never created; call {cls.__name__}\("):
            use(unfinished)
    for use in (
        copy.copy,
        lambda one: wire.to_json(one) if cls is Person else wire.to_builtins(one),
        lambda one: privacy.redact(one, audience=privacy.Audience.PUBLIC),
    ):
        with pytest.raises(AttributeError):
            use(unfinished)


def test_allocated_value_raises_error():
    for use in (repr, hash, str, lambda one: one == object.__new__(NIK)):
        with pytest.raises(AttributeError):
            use(object.__new__(NIK))


def test_copy_of_a_value_class_is_not_written():
    loose = type("Person", (), {**vars(TextValue), "__slots__": ()})
    with pytest.raises(TypeError):
        wire.to_builtins(object.__new__(loose))


def test_unpickling_validates_the_record():
    remake, (cls, values) = Person(nik=NIK(NUMBER), name="Contoh").__reduce__()
    with pytest.raises(ValidationError):
        remake(cls, values | {"name": ""})


def test_wrong_arguments_raise_type_error():
    first, last = date(2025, 1, 1), date(2025, 1, 2)
    assert DateRange(first, end=last) == DateRange(start=first, end=last) == DateRange(first, last)
    for make, message in (
        (lambda: DateRange(first), "DateRange needs end"),
        (lambda: DateRange(first, last, last), "each field once"),
        (lambda: DateRange(first, last, start=first), "each field once"),
        (lambda: Person("Contoh"), "Person takes 0 positional arguments"),
        (lambda: Person(nama="Contoh"), "Person has no field 'nama'"),
        (lambda: Person(**{NUMBER: 1, "name": "C"}), "Person has no such field"),
        (lambda: Person(nik=None), "Person needs name"),
    ):
        with pytest.raises(TypeError, match=message):
            make()
    names = [*inspect.signature(DateRange).parameters]
    assert names == ["start", "end"]
    assert inspect.signature(Person).parameters["name"].default is inspect.Parameter.empty


def test_error_inside_an_invariant_keeps_its_traceback():
    @record_class
    class Careless:
        number: int = field(NONE)

        @invariant("period.ends_before_start", at="number")
        @staticmethod
        def _fails(number: int) -> bool:
            return len(number) > 0

    with pytest.raises(TypeError, match="has no len"):
        Careless(number=1)


# Shared tables


MUTABLE = (dict, list, set, bytearray)


def mutable(value, path, seen):
    """Yield the path of everything in a value that can be written to."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if type(value) in MUTABLE:
        yield path
    for step, one in inside(value):
        yield from mutable(one, f"{path} {step}", seen)


def inside(value):
    """Yield the parts of a value of the package, each with what leads to it."""
    is_ours = type(value).__module__.startswith("psm_core")
    if isinstance(value, FrozenDict):
        yield from ((f"[{key!r}]", one) for key, one in value.items())
        yield from (("key", key) for key in value)
    elif isinstance(value, tuple | frozenset):
        yield from enumerate(value)
    elif isinstance(value, enum.Enum) and is_ours:
        yield from vars(value).items()
    elif isinstance(value, type) and value.__module__.startswith("psm_core"):
        names = {name for name in vars(value) if name[0] != "_"} - {"class_lookups"}  # of Django
        yield from ((name, getattr(value, name)) for name in names)
        yield from enumerate(value if issubclass(value, enum.Enum) else ())
    elif attrs.has(type(value)):
        names = {one.name for one in attrs.fields(type(value))} - {"_regions"}
        yield from ((name, getattr(value, name)) for name in names)


def test_public_constants_are_immutable():
    for name in PUBLIC:
        *modules, last = name.split(".")
        public = getattr(importlib.import_module(".".join(modules)), last)
        assert list(mutable(public, name, set())) == []


@INSTANCES
def test_contents_of_frozen_values_are_immutable(one, arguments, named):
    assert list(mutable(one, "it", set())) == []
    assert (arguments, named) is not None


def test_issue_copies_its_parameters():
    params = {"length": 8}
    issue = Issue("nik.length", params=params)
    params["length"] = 9
    assert issue.params == {"length": 8}
    assert json.dumps(issue.params) == '{"length": 8}'


@pytest.mark.parametrize(
    "table",
    [
        privacy.POLICY,
        Issue("nik.length", params={"length": 8}).params,
        terms.Sex.aliases,
        Recap.of("C", ("a",), ("b",), {("a", "b"): 1}).counts,
        load_regions().act.counts,
        tables.LAYOUTS[0].constants,
    ],
)
def test_frozen_dict_rejects_changes(table):
    before = dict(table)
    key = next(iter(table), "x")
    for write in (
        lambda: table.__init__({"new": 1}),
        lambda: table.__setitem__(key, 1),
        lambda: table.__delitem__(key),
        lambda: table.__ior__({key: 1}),
        lambda: table.update({key: 1}),
        lambda: table.setdefault("new", 1),
        lambda: table.pop(key),
        table.popitem,
        table.clear,
    ):
        with pytest.raises(TypeError, match="immutable"):
            write()
    assert table == before == copy.deepcopy(table)
    assert pickle.loads(pickle.dumps(table)) == before  # noqa: S301 - our own bytes
    assert {**table} | {"more": 1} != before


def test_returned_tables_are_copies():
    wire.schema(Person)["title"] = "x"
    assert wire.schema(Person)["title"] != "x"
    extensions = Extensions.of({"id.go.contoh": {"a": [1]}})
    extensions["id.go.contoh"]["a"].append(2)
    assert extensions["id.go.contoh"] == {"a": [1]}


def test_members_of_a_vocabulary_are_immutable():
    for member in (terms.Sex.PEREMPUAN, NIKAbsence.BELUM_MEMILIKI):
        before = dict(vars(member))
        for name in ("label", "code", "gloss", "_value_", "unheard_of"):
            with pytest.raises(AttributeError, match="immutable"):
                setattr(member, name, "x")
            with pytest.raises(AttributeError, match="immutable"):
                delattr(member, name)
        assert vars(member) == before
