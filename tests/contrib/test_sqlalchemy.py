"""Values, terms and records in columns of SQLAlchemy: SQLite in memory, or `PSM_DATABASE`."""

import importlib
import json
import math
import os
import sqlite3
import subprocess
import sys
import traceback
from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    insert,
    inspect,
    literal,
    literal_column,
    select,
    text,
    type_coerce,
)
from sqlalchemy.exc import CompileError, IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import psm_core.contrib.sqlalchemy
from psm_core import (
    KK,
    NIK,
    Extensions,
    MissingExtraError,
    Month,
    ParseError,
    PartialDate,
    Person,
    PhoneNumber,
    ProgrammeId,
    RegionCode,
    UnknownVersionError,
    ValidationError,
    Worker,
    WorkerId,
    evolve,
    load_regions,
    wire,
)
from psm_core.contrib._columns import with_floats
from psm_core.contrib.sqlalchemy import (
    TYPES,
    Document,
    KKType,
    NIKType,
    PhoneType,
    RegionCodeType,
    TermType,
    ValueType,
    hide_error_details,
)
from psm_core.terms import Sex, Term
from psm_core.terms.vocabularies import vocabularies
from psm_core.testing import records
from psm_core.testing.strategies import VALUES
from psm_core.wire import versions
from psm_core.wire.versions import NAMES
from tests.each_class import EACH_CLASS

ENGINE = create_engine(os.environ.get("PSM_DATABASE", "sqlite://"), hide_parameters=True)
IS_POSTGRES = ENGINE.dialect.name == "postgresql"
NUMBER = "9901014108900001"
PERSON = Person(nik=NIK(NUMBER), name="Contoh")
OWN_VALUES = [kind for kind in VALUES if kind in TYPES]
CLASSES = [kind for kind in TYPES if isinstance(kind, type)]
BIRTH_DATE = date | PartialDate


@cache
def codes():
    """Return regions of all levels."""
    return [*load_regions()][::60]


class Base(DeclarativeBase):
    type_annotation_map = TYPES


class Resident(Base):
    __tablename__ = "resident"

    nik: Mapped[NIK] = mapped_column(primary_key=True)
    kk: Mapped[KK | None] = mapped_column(unique=True)
    phone: Mapped[PhoneNumber | None]
    sex: Mapped[Sex | None]
    person: Mapped[Person | None]
    birth_date: Mapped[BIRTH_DATE | None] = mapped_column(index=True)


class Place(Base):
    __tablename__ = "place"

    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[RegionCode | None] = mapped_column(index=True)


class Tally(Base):
    __tablename__ = "tally"

    sex: Mapped[Sex] = mapped_column(primary_key=True)
    month: Mapped[Month] = mapped_column(primary_key=True)
    count: Mapped[int]


ALL = Table("everything", MetaData(), Column("id", Integer, primary_key=True))
for _cls in CLASSES:
    ALL.append_column(Column(_cls.__name__, TYPES[_cls]))


@pytest.fixture(scope="module", autouse=True)
def tables():
    for metadata in (Base.metadata, ALL.metadata):
        metadata.drop_all(ENGINE)
        metadata.create_all(ENGINE)
    with ENGINE.begin() as connection:
        connection.execute(insert(Place), [{"region": code} for code in [*codes(), None]])
        if IS_POSTGRES:
            connection.execute(text("ANALYZE place"))
    yield
    ENGINE.dispose()


@pytest.fixture
def session():
    with Session(ENGINE) as session:
        yield session  # what it has written is not committed


def stored(cls, value):
    """Return what a column returns of a value that was stored in it."""
    column = ALL.c[cls.__name__]
    with ENGINE.connect() as connection:
        connection.execute(insert(ALL).values({column: value}))
        return connection.execute(select(column)).scalar_one()


def read_text(session, kind, plain):
    """Return what a type returns of a text that another program has stored."""
    column = literal_column(f"'{plain}'")
    return session.execute(select(type_coerce(column, kind))).scalar_one()


def explained(statement):
    """Return the plan of a statement."""
    plain = statement.compile(ENGINE, compile_kwargs={"literal_binds": True})
    explain = "SET enable_seqscan = off; EXPLAIN" if IS_POSTGRES else "EXPLAIN QUERY PLAN"
    with ENGINE.connect() as connection:
        *before, last = f"{explain} {plain}".split("; ")
        for one in before:
            connection.execute(text(one))
        return "\n".join(str(row[-1]) for row in connection.execute(text(last)))


@pytest.mark.parametrize("kind", OWN_VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
@EACH_CLASS
def test_stored_value_comes_back_equal(kind, data):
    value = data.draw(VALUES[kind])
    found = stored(kind, value)
    assert type(found) is kind
    assert found == value


@pytest.mark.parametrize("cls", NAMES, ids=lambda cls: cls.__name__)
@given(data=st.data())
@EACH_CLASS
def test_stored_record_comes_back_equal(cls, data):
    record = data.draw(records(cls))
    found = stored(cls, record)
    assert type(found) is cls
    if IS_POSTGRES:  # JSONB has no negative zero
        assert wire.to_builtins(found) == wire.to_builtins(record)
    else:
        assert found == record


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda cls: cls.__name__)
def test_stored_term_comes_back(vocabulary):
    assert TYPES[vocabulary].length >= max(len(term.value) for term in vocabulary)
    for term in (*vocabulary,)[:3]:
        assert stored(vocabulary, term) is term


def test_types_has_every_value_vocabulary_and_document():
    assert set(OWN_VALUES) == set(VALUES) - {Extensions, date}
    assert set(TYPES) == {*OWN_VALUES, *vocabularies(), *NAMES, BIRTH_DATE}
    assert all(TYPES[cls].python_type is cls for cls in CLASSES)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_missing_value_is_null(cls):
    assert stored(cls, None) is None
    with ENGINE.connect() as connection:
        connection.execute(insert(ALL).values({cls.__name__: None}))
        rows = connection.execute(select(ALL.c.id).where(ALL.c[cls.__name__].is_(None))).all()
    assert len(rows) == 1


def test_model_is_stored_and_found_by_its_values(session):
    resident = Resident(nik=PERSON.nik, phone=PhoneNumber("+628000000123"), person=PERSON)
    session.add(resident)
    session.flush()
    session.expire_all()
    (found,) = session.scalars(select(Resident).where(Resident.nik == PERSON.nik))
    assert (found.person, found.phone, found.kk, found.sex) == (PERSON, resident.phone, None, None)
    assert session.get(Resident, PERSON.nik) is resident
    assert session.scalars(select(Resident).where(Resident.nik.in_([PERSON.nik]))).all()
    assert not session.scalars(select(Resident).where(Resident.nik.not_in([PERSON.nik]))).all()


def test_birth_date_may_be_known_in_part(session):
    days = [date(1990, 8, 1), PartialDate("1957"), PartialDate("1964-10-11/1965-10-10"), None]
    for number, day in enumerate(days):
        session.add(Resident(nik=NIK(f"990101410890000{number + 1}"), birth_date=day))
    session.flush()
    session.expire_all()
    column = Resident.birth_date
    assert session.scalars(select(column).order_by(Resident.nik)).all() == days
    early = select(column).where(column < date(1960, 1, 1))
    assert session.scalars(early).all() == [PartialDate("1957")]
    assert session.scalars(select(column).where(column == date(1990, 8, 1))).all() == days[:1]
    assert repr(TYPES[BIRTH_DATE]) == "BirthDateType()"
    for value in ("1957", datetime(1990, 8, 1, tzinfo=UTC)):
        session.add(Resident(nik=PERSON.nik, birth_date=value))
        with pytest.raises(TypeError, match="takes date, PartialDate or None"):
            session.flush()
        session.rollback()


def test_columns_are_text_and_json(session):
    session.add(Resident(nik=PERSON.nik, sex=Sex.PEREMPUAN, person=PERSON))
    session.flush()
    row = session.execute(text("SELECT nik, sex, CAST(person AS TEXT) FROM resident")).one()
    assert (row[0], row[1]) == (NUMBER, "perempuan")
    assert json.loads(row[2]) == wire.to_document(PERSON)


def test_records_are_compared_by_value(session):
    resident = Resident(nik=PERSON.nik, person=PERSON)
    session.add(resident)
    session.flush()
    resident.person = Person(nik=NIK(NUMBER), name="Contoh")
    assert not session.is_modified(resident)
    resident.person = evolve(PERSON, name="Lain")
    assert session.is_modified(resident)
    session.flush()
    session.expire_all()
    assert resident.person == Person(nik=NIK(NUMBER), name="Lain")


def test_rows_with_terms_as_keys_are_updated(session):
    tallies = [Tally(sex=sex, month=Month("2025-10"), count=0) for sex in Sex]
    session.add_all(tallies)
    session.flush()
    for number, one in enumerate(tallies, start=1):
        one.count = number
    session.flush()
    session.expire_all()
    assert [one.count for one in tallies] == [1, 2]


def test_within_finds_the_region_and_those_inside_it(session):
    for code in (*codes()[::60], RegionCode("63"), RegionCode("63.10")):
        found = session.scalars(select(Place.region).where(Place.region.within(code))).all()
        assert sorted(found) == sorted(one for one in codes() if one.is_within(code))


def test_regions_outside_are_found_by_not_within(session):
    code = RegionCode("63")
    found = session.scalars(select(Place.region).where(~Place.region.within(code))).all()
    assert len(found) == sum(not one.is_within(code) for one in codes())


@pytest.mark.parametrize("code", ["63", "63.10", "63.10.09", "63.10.09.2005"])
def test_within_uses_the_index_of_the_column(code):
    plan = explained(select(Place.id).where(Place.region.within(RegionCode(code))))
    assert "ix_place_region" in plan
    if not IS_POSTGRES:
        assert "SEARCH" in plan
        assert "region>? AND region<?" in plan


@pytest.mark.parametrize("code", ["63.10", None, WorkerId("psm-1")])
def test_within_rejects_what_is_no_region_code(code):
    with pytest.raises(TypeError, match="within takes a RegionCode, not "):
        Place.region.within(code)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (Resident.nik, NUMBER, "a column of NIK takes NIK or None, not str"),
        (Resident.nik, KK("9901010108900001"), "a column of NIK takes NIK or None, not KK"),
        (Resident.sex, "perempuan", "a column of Sex takes Sex or None, not str"),
        (Resident.person, {"nik": NUMBER}, "a column of Person takes Person or None, not dict"),
        (Place.region, 6310, "a column of RegionCode takes RegionCode or None, not int"),
    ],
)
@pytest.mark.parametrize("hidden", [True, False])
def test_wrong_class_gives_an_error_without_the_value(column, value, message, hidden):
    engine = create_engine("sqlite://", hide_parameters=hidden)
    row = {column: value} if column.class_ is Place else {Resident.nik: PERSON.nik, column: value}
    with engine.connect() as connection, pytest.raises(TypeError) as caught:
        connection.execute(insert(column.class_).values(row))
    assert str(caught.value) == message
    with engine.connect() as connection, pytest.raises(TypeError) as caught:
        connection.execute(select(column).where(column == value))
    assert str(caught.value) == message


def test_stored_text_that_is_no_value_is_an_error_without_the_text(session):
    broken = NUMBER[:-1]
    with pytest.raises(ParseError) as caught:
        read_text(session, NIKType(), broken)
    assert caught.value.issue.code == "nik.length"
    assert broken not in f"{caught.value!r} {caught.value}"
    with pytest.raises(ParseError, match="term"):
        read_text(session, TermType(Sex), "wanita-lama")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (NIKType(), PERSON.nik),
        (KKType(), KK("9901010108900001")),
        (PhoneType(), PhoneNumber("+628000000123")),
        (NIKType(), NUMBER),
    ],
)
def test_personal_data_is_not_written_into_the_text_of_a_statement(kind, value):
    statement = select(literal(value, kind))
    with pytest.raises(CompileError, match="Pass it as a parameter") as caught:
        statement.compile(ENGINE, compile_kwargs={"literal_binds": True})
    assert not {NUMBER, "9901010108900001", "8000000123"} & set(str(caught.value).split())
    assert NUMBER not in str(statement.compile(ENGINE))


def test_other_values_may_be_literals():
    statement = select(Place.id).where(Place.region == RegionCode("63"))
    compiled = statement.compile(ENGINE, compile_kwargs={"literal_binds": True})
    assert str(compiled).endswith("place.region = '63'")


def test_error_of_the_database_hides_parameters(session):
    kk = KK("9901010108900001")
    session.add_all([Resident(nik=NIK(NUMBER), kk=kk), Resident(nik=NIK(NUMBER[:-1] + "2"), kk=kk)])
    with pytest.raises(IntegrityError) as caught:
        session.flush()
    assert NUMBER not in str(caught.value)


# --- documents of other versions


@pytest.fixture
def second_version(monkeypatch):
    """Add a version of persons in which the field `full_name` is `name`."""

    def renamed(data):
        return {("name" if key == "full_name" else key): value for key, value in data.items()}

    monkeypatch.setattr(versions, "CURRENT", {**versions.CURRENT, "person": 2})
    monkeypatch.setattr(versions, "MIGRATIONS", {("person", 1): renamed})


def write_document(session, document):
    session.execute(
        text("INSERT INTO resident (nik, person) VALUES (:nik, :document)"),
        {"nik": NUMBER, "document": json.dumps(document)},
    )


@pytest.mark.usefixtures("second_version")
def test_document_of_an_older_version_is_migrated(session):
    data = {"nik": NUMBER, "full_name": "Contoh"}
    write_document(session, {"schema": "psm.person/1", "data": data})
    resident = session.get(Resident, PERSON.nik)
    assert resident.person == PERSON
    resident.person = evolve(PERSON, name="Lain")
    session.flush()
    assert session.scalars(select(Resident.person["schema"].as_string())).all() == ["psm.person/2"]


def test_document_of_a_newer_version_is_an_error(session):
    write_document(session, {"schema": "psm.person/9", "data": {}})
    with pytest.raises(UnknownVersionError):
        session.get(Resident, PERSON.nik)


def test_document_that_is_no_record_gives_issues_without_its_content(session):
    write_document(session, {"schema": "psm.person/1", "data": {"nik": NUMBER[:-1], "name": 7}})
    with pytest.raises(ValidationError) as caught:
        session.get(Resident, PERSON.nik)
    assert [one.where for one in caught.value.issues] == ["$.data.nik", "$.data.name"]
    assert NUMBER[:-1] not in f"{caught.value!r} {caught.value}"


def test_parts_of_a_document_are_json(session):
    session.add(Resident(nik=PERSON.nik, person=PERSON))
    session.flush()
    data = Resident.person["data"]
    assert session.scalars(select(data)).one() == wire.to_builtins(PERSON)
    assert session.scalars(select(data["name"].as_string())).one() == "Contoh"
    assert (
        session.scalars(select(Resident.nik).where(data["name"].as_string() == "Lain")).all() == []
    )


def test_document_is_jsonb_on_postgresql_and_json_elsewhere():
    columns = {one["name"]: one["type"] for one in inspect(ENGINE).get_columns("resident")}
    assert str(columns["person"]) == ("JSONB" if IS_POSTGRES else "JSON")
    from sqlalchemy.dialects import postgresql

    assert str(Document(Person).compile(postgresql.dialect())) == "JSONB"


@pytest.mark.parametrize("number", [1e16, 1.5e23, -1e300, 2.5, 0.1 + 0.2, 1e-7, 5e-324, 7, 5.0])
def test_numbers_of_extensions_are_preserved(number):
    record = evolve(PERSON, extensions=Extensions.of({"id.go.contoh": [number, {"a": number}]}))
    assert stored(Person, record) == record


def test_large_integer_of_a_document_was_a_float():
    as_jsonb_returns_it = [{"a": 10**23, "b": 12}, 10**400, True]
    restored = with_floats(as_jsonb_returns_it)
    assert restored == [{"a": 1e23, "b": 12}, 10**400, True]
    assert type(restored[0]["a"]) is float
    assert math.isfinite(restored[0]["a"])


# --- the types themselves


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_repr_is_code_for_a_migration(cls):
    code = f"psm_core.contrib.sqlalchemy.{TYPES[cls]!r}"  # as Alembic writes it
    again = eval(code, {"psm_core": psm_core})  # noqa: S307 - our own code
    assert type(again) is type(TYPES[cls])
    assert again.python_type is cls


def test_types_of_an_application_are_named_with_their_module():
    class Colour(Term, scheme=Sex.scheme):
        MERAH = ("1", "Merah", "red")

    assert repr(TermType(Colour)).startswith("TermType(tests.contrib.test_sqlalchemy.")
    assert repr(TermType(Colour)).endswith(".Colour)")


def test_statements_of_different_classes_are_cached_apart(session):
    for cls in (WorkerId, ProgrammeId, WorkerId):
        found = session.execute(select(type_coerce(literal_column("'p-1'"), ValueType(cls))))
        assert found.scalar_one() == cls("p-1")


def test_value_type_rejects_classes_with_their_own_type():
    for cls in (NIK, RegionCode, Sex, Worker, str):
        with pytest.raises(TypeError, match="TYPES has the types of other classes"):
            ValueType(cls)


def test_term_type_rejects_what_is_no_vocabulary():
    with pytest.raises(TypeError, match="NIK is no vocabulary"):
        TermType(NIK)


def test_document_rejects_a_class_without_document():
    with pytest.raises(TypeError, match="NIK has no document"):
        Document(NIK)


def test_lengths_are_those_of_the_longest_texts():
    for cls in OWN_VALUES:
        assert isinstance(TYPES[cls].impl, String)
    assert RegionCodeType().length == len("63.10.09.2005")
    assert NIKType().length == KKType().length == len(NUMBER)


def test_import_without_sqlalchemy_names_the_extra():
    code = (
        "import sys\n"
        "sys.modules['sqlalchemy'] = None\n"
        "try:\n"
        "    import psm_core.contrib.sqlalchemy\n"
        "except ImportError as error:\n"
        "    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.strip().endswith("pip install 'psm-core[sqlalchemy]'")


def test_sqlalchemy_is_not_imported_with_the_package():
    code = (
        "import sys, psm_core.contrib\n"
        "from psm_core import *\n"
        "Person, Worker, NIK\n"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


def test_missing_library_is_named_with_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.delitem(sys.modules, "psm_core.contrib.sqlalchemy")
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[sqlalchemy\]'"):
        importlib.import_module("psm_core.contrib.sqlalchemy")


DETAILS = f"duplicate key {NUMBER}\nDETAIL:  Failing row contains (Contoh Warga)."
"""A text in the form of PostgreSQL's."""


class _DetailedError(Exception):
    """An error in the form of asyncpg's, whose text has its detail."""

    def __init__(self) -> None:
        super().__init__("duplicate key", 23505)
        self.detail = "Failing row contains (Contoh Warga)."

    def __str__(self) -> str:
        return f"{self.args[0]}\n{self.detail or ''}"


@pytest.mark.parametrize("cause", [None, _DetailedError()])
def test_values_in_errors_of_the_driver_are_hidden(cause, monkeypatch):
    engine = create_engine("sqlite://", hide_parameters=True)
    hide_error_details(engine)

    def fail(*_: object) -> None:
        raise sqlite3.IntegrityError(DETAILS) from cause

    with engine.connect() as connection:
        monkeypatch.setattr(engine.dialect, "do_execute", fail)
        with pytest.raises(IntegrityError, match=r"duplicate key \*\*\*\n\[SQL: ") as caught:
            connection.execute(text("SELECT 1"))
    shown = "".join(traceback.format_exception(caught.value))
    assert "IntegrityError: duplicate key ***\n" in shown
    assert NUMBER not in shown
    assert "Contoh Warga" not in shown


def test_error_that_is_not_of_the_database_is_not_changed(monkeypatch):
    engine = create_engine("sqlite://")
    hide_error_details(engine)

    def fail(*_: object) -> None:
        raise RuntimeError(DETAILS)

    with engine.connect() as connection:
        monkeypatch.setattr(engine.dialect, "do_execute", fail)
        with pytest.raises(RuntimeError, match="DETAIL"):
            connection.execute(text("SELECT 1"))
