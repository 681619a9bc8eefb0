"""Records as tables of Arrow, and back: equal for every record class, or every issue."""

import datetime as dt
from decimal import Decimal
from io import BytesIO

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from psm_core import (
    NIK,
    Address,
    Assignment,
    Event,
    Extensions,
    Person,
    RegionCode,
    Session,
    Step,
    ValidationError,
    Worker,
    WorkerId,
    columns,
    wire,
)
from psm_core.terms import Pillar
from psm_core.testing import records
from tests.each_class import EACH_CLASS
from tests.project.records import RECORDS

NUMBER = "9901014108900001"
WORKER = Worker(
    id=WorkerId("psm-1"),
    person=Person(
        nik=NIK(NUMBER),
        name="Ani Contoh",
        birth_date=dt.date(1990, 8, 1),
        domicile=Address(rt="003", region=RegionCode("63.10")),
        extensions=Extensions.of({"id.go.contoh": [1, {"a": None}]}),
    ),
    assignments=(
        Assignment(
            pillar=Pillar.PSM, serves=RegionCode("63.10.09.2005"), since=dt.date(2019, 8, 1)
        ),
    ),
)
CHOSEN = ["id", "person.nik", "person.name", "person.birth_date", "assignments"]


def issues_of(table, record_class, **options):
    with pytest.raises(ValidationError) as caught:
        columns.records(table, record_class, **options)
    assert NUMBER not in str(caught.value)
    return [(one.row, one.where, one.code) for one in caught.value.issues]


def through_parquet(table):
    file = BytesIO()
    parquet.write_table(table, file)
    return parquet.read_table(BytesIO(file.getvalue()))


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
@given(data=st.data())
@settings(EACH_CLASS, max_examples=EACH_CLASS.max_examples // 3)
def test_table_in_parquet_has_equal_records(cls, data):
    drawn = tuple(data.draw(st.lists(records(cls), max_size=2)))
    table = columns.record_table(drawn, cls)
    assert table.schema == columns.record_schema(cls)
    assert columns.records(table, cls) == drawn
    if data.draw(st.booleans()):
        assert columns.records(through_parquet(table), cls) == drawn


@pytest.mark.parametrize("chosen", [None, CHOSEN])
def test_frames_of_other_libraries_have_equal_records(chosen):
    duckdb, pd, pl = map(pytest.importorskip, ("duckdb", "pandas", "polars"))
    table = columns.record_table([WORKER, WORKER], Worker, columns=chosen)
    expected = columns.records(table, Worker)
    assert chosen is not None or expected == (WORKER, WORKER)
    database = duckdb.connect()
    database.register("workers", table)
    frames = [
        pl.from_arrow(table),
        pl.DataFrame(columns.record_batches([WORKER, WORKER], Worker, columns=chosen)),
        database.sql("SELECT * FROM workers").to_arrow_table(),
        table.to_pandas(types_mapper=pd.ArrowDtype),
        table.to_batches()[0],
        columns.record_batches([WORKER, WORKER], Worker, columns=chosen),
    ]
    for frame in frames:
        assert columns.records(frame, Worker) == expected
    plain = columns.record_table([WORKER], Worker, columns=CHOSEN[:-1]).to_pandas()
    plain["person.birth_date"] = pd.to_datetime(plain["person.birth_date"])
    rows = pd.concat([plain, plain, plain]).iloc[[0, 2]].set_axis([0, 2])
    assert columns.records(rows, Worker) == 2 * (
        wire.from_builtins(
            {
                "id": "psm-1",
                "person": {"nik": NUMBER, "name": "Ani Contoh", "birth_date": "1990-08-01"},
            },
            Worker,
        ),
    )


def test_many_records_are_written_in_batches():
    rows = (Address(rt="003") for _ in range(16_500))
    assert [len(one) for one in columns.record_batches(rows, Address)] == [16384, 116]
    assert columns.record_table([], Worker).num_rows == 0
    assert columns.records(columns.record_table([], Worker), Worker) == ()
    assert columns.records([], Worker) == ()
    with pytest.raises(TypeError, match="other columns"):
        columns.records([pa.table({"rt": ["003"]}), pa.table({"rw": ["003"]})], Address)


def test_columns_choose_fields_and_name_them_by_their_paths():
    table = columns.record_table([WORKER], Worker, columns=CHOSEN)
    assert table.column_names == CHOSEN
    assert table.schema == columns.record_schema(Worker, columns=iter(CHOSEN))
    assert table["person.birth_date"].to_pylist() == ["1990-08-01"]
    (assignment,) = table["assignments"].to_pylist()[0]
    assert (assignment["serves"], assignment["since"]) == ("63.10.09.2005", dt.date(2019, 8, 1))
    unknown = columns.record_table(
        [Worker(id=WorkerId("psm-1"), person=WORKER.person)],
        Worker,
        columns=["person.ktp_address.region"],
    )
    assert unknown.to_pylist() == [{"person.ktp_address.region": None}]
    assert columns.records(table, Worker, columns=CHOSEN[:3])[0].assignments == ()
    assert issues_of(table, Worker, columns=["id", "person.nik", "person.name", "trainings"]) == [
        (None, "$.trainings", "field.missing")
    ]


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (["person.nikk"], "did you mean 'person.nik'"),
        (["?"], r"Worker has no field '\?'$"),
        (["assignments.0.serves"], "choose 'assignments'"),
        (["person.nik", "person"], "contain person twice"),
        (["id", "id"], "contain id twice"),
    ],
)
def test_columns_without_a_field_of_their_own_are_refused(chosen, message):
    with pytest.raises(ValueError, match=message):
        columns.record_schema(Worker, columns=chosen)


def test_other_arguments_are_refused():
    with pytest.raises(TypeError, match="list of paths"):
        columns.record_schema(Worker, columns="id")
    with pytest.raises(TypeError, match="is not a record"):
        columns.record_schema(str)
    with pytest.raises(TypeError, match="of the class Worker"):
        columns.record_table([WORKER, WORKER.person], Worker)
    mixed = pytest.importorskip("pandas").DataFrame({"nik": [NUMBER, 3]})
    for wrong in (None, [{"name": "Ani"}], mixed):
        with pytest.raises(TypeError, match="of Arrow") as caught:
            columns.records(wrong, Person)
        assert NUMBER not in str(caught.value)


def test_each_row_has_its_issues_and_the_others_are_read():
    table = pa.table(
        {
            "nik": [NUMBER, "990101", None, NUMBER],
            "name": ["Ani", None, "Budi", ""],
            "birth_date": ["1990-08-01", "1990", "1 Agustus", None],
        }
    )
    rows = list(columns.record_rows(table, Person))
    assert [row.row for row in rows if row.record] == [0]
    found = [(one.row, one.where, one.code) for row in rows for one in row.issues]
    assert found == issues_of(table, Person)
    for one in [
        (1, "$.nik", "nik.length"),
        (1, "$.name", "field.missing"),
        (2, "$.birth_date", "date.format"),
        (3, "$.name", "text.blank"),
    ]:
        assert one in found
    first = pa.table({"rt": ["3 atau 4"]})
    with pytest.raises(ValidationError, match=r"^0 \$\.rt "):
        columns.records(first, Address)


def test_columns_that_do_not_fit_are_told_once():
    names = ("rtt", "?", "rt")
    struct = pa.StructArray.from_arrays([pa.array(["003"])] * 3, names)
    table = pa.table(
        {"nik": [NUMBER], "nmae": ["Ani"], NUMBER: ["x"], "ktp_address": struct, "kk.x": ["1"]}
    )
    with pytest.raises(ValidationError) as caught:
        columns.records(table, Person)
    assert NUMBER not in str(caught.value)
    assert [(one.row, one.where, one.code) for one in caught.value.issues] == [
        (None, "$.nmae", "field.unknown"),
        (None, "$.?", "field.unknown"),
        (None, "$.ktp_address.rtt", "field.unknown"),
        (None, "$.ktp_address.?", "field.unknown"),
        (None, "$.kk.?", "field.unknown"),
        (None, "$.name", "field.missing"),
    ]
    assert [one.params.get("number") for one in caught.value.issues] == [None, 3, None, 2, 5, None]
    twice = pa.Table.from_arrays([pa.array(["a"])] * 3, ["name", "name", "name"])
    assert issues_of(twice, Person) == [(None, "$.name", "table.field_duplicate")]
    inside = pa.StructArray.from_arrays([pa.array(["003"])] * 2, ["rt", "rt"])
    assert issues_of(pa.table({"name": ["A"], "domicile": inside}), Person) == [
        (None, "$.domicile.rt", "table.field_duplicate")
    ]
    both = pa.table({"name": ["A"], "domicile": struct, "domicile.rt": ["003"]})
    assert (None, "$.domicile", "table.field_duplicate") in issues_of(both, Person)


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ({"nik": [float(NUMBER)]}, "nik.numeric_cell"),
        ({"nik": [12.5]}, "nik.numeric_cell"),
        ({"nik": [int(NUMBER)]}, "nik.numeric_cell"),
        ({"name": [3]}, "type.text"),
        ({"nik": [True]}, "type.text"),
        ({"nik": [b"x"]}, "type.text"),
        ({"domicile": ["63.10"]}, "type.object"),
        ({"domicile": [{"region": 63.1}]}, "region_code.number"),
        ({"disabilities": ["fisik"]}, "type.list"),
        ({"disabilities": [[None]]}, "type.text"),
        ({"extensions": ["[1]"]}, "type.object"),
        ({"extensions": ["{"]}, "type.object"),
        ({"extensions": [1]}, "type.object"),
        ({"birth_date": [dt.datetime(1990, 8, 1, 8)]}, "date.format"),
        ({"birth_date": pa.array([10**7], pa.date32())}, "type.text"),
        ({"birth_date": pa.array([[dt.date(1990, 8, 1)]])}, "type.text"),
        ({"name": ["A" * 10**6]}, "text.too_long"),
    ],
)
def test_values_of_other_types_have_a_code(column, code):
    table = pa.table({"name": ["Ani"], "nik_absence": ["belum-memiliki"], **column})
    assert code in [one for _, _, one in issues_of(table, Person)]


def test_date_that_python_does_not_have_is_an_issue_wherever_it_is():
    day = pa.array([10**7], pa.date32())
    inside = pa.StructArray.from_arrays([day], ["since"])
    listed = pa.ListArray.from_arrays([0, 1], inside)
    found = issues_of(pa.table({"id": ["psm-1"], "person": [None], "assignments": listed}), Worker)
    assert (0, "$.assignments", "type.list") in found
    dates = pa.StructArray.from_arrays([day], ["start"])
    assert (0, "$.dates", "type.object") in issues_of(
        pa.table({"id": ["e-1"], "title": ["Temu"], "kind": ["temu-karya"], "dates": dates}), Event
    )


def test_numbers_and_times_are_read_from_the_types_of_other_libraries():
    table = pa.table(
        {
            "kind": ["penjangkauan"] * 4,
            "date": [dt.date(2025, 10, 1)] * 4,
            "minutes": [30.0, None, float("nan"), 2.5],
        }
    )
    assert issues_of(table, Step) == [(3, "$.minutes", "type.number")]
    assert [one.minutes for one in columns.records(table[:3], Step)] == [30, None, None]
    decimals = table[:1].set_column(2, "minutes", pa.array([Decimal(30)]))
    assert columns.records(decimals, Step)[0].minutes == 30
    session = pa.table({"key": ["s"], "date": [dt.date(2025, 10, 1)], "start": [dt.time(8, 30)]})
    assert columns.records(session, Session)[0].start == dt.time(8, 30)
    assert columns.records(pa.table({"rt": pa.array(["003"]).dictionary_encode()}), Address)
