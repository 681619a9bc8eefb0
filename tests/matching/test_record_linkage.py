"""The facts and slips of examples/record_linkage, without Splink: DuckDB runs their SQL."""

import importlib
from math import fsum
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "record_linkage"
SITI = {
    "id": "1",
    "nik": "9901 0154 0890 0001",
    "kk": "9901010101100001",
    "name": "Hj. Siti Aminah Djohari",
    "sex": "P",
    "birth_date": "14-08-1990",
    "village": "63.10.09.2005",
    "phone": "0812 0000 0001",
}
UNKNOWN = dict.fromkeys(SITI)


@pytest.fixture
def example(monkeypatch):
    """Return the modules with the facts and with the slips."""
    pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    monkeypatch.syspath_prepend(str(FOLDER))
    return [importlib.import_module(name) for name in ("person_facts", "slips")]


def facts(example, *rows):
    import pyarrow as pa

    texts = pa.schema([(name, pa.string()) for name in SITI])
    return example[0].facts(pa.Table.from_pylist(list(rows), texts))


def compared(example, changes):
    """Return for each person with changes the labels of the levels, and the number of blocks."""
    import duckdb

    _, slips = example
    people = facts(example, SITI, *({**SITI, **one, "id": "2"} for one in changes))
    lines = [" || '|' || ".join(line) for line in slips.BLOCKING]  # null if a fact is unknown
    keys = ", ".join(f"{line} AS line{at}" for at, line in enumerate(lines))
    database = duckdb.connect()
    database.register("facts", people.append_column("number", [list(range(people.num_rows))]))
    database.sql(f"CREATE TABLE people AS SELECT *, {keys} FROM facts")  # noqa: S608 - our own
    names = [*people.schema.names, *(f"line{at}" for at in range(len(lines)))]
    pair = ", ".join(f"{one}.{name} AS {name}_{one}" for one in "lr" for name in names)
    labels = ", ".join(case(slips, fact) for fact in slips.COMPARISONS)
    blocks = " + ".join(
        f"coalesce(line{at}_l = line{at}_r, FALSE)::INT" for at in range(len(lines))
    )
    rows = database.sql(
        f"SELECT {labels}, {blocks} FROM (SELECT {pair}, r.number FROM people l, people r"  # noqa: S608
        " WHERE l.number = 0 AND r.number > 0) ORDER BY number"
    ).fetchall()
    return [(dict(zip(slips.COMPARISONS, row, strict=False)), row[-1]) for row in rows]


def case(slips, fact):
    unknown = slips.UNKNOWN.get(fact, f"{fact}_l IS NULL OR {fact}_r IS NULL")
    *levels, last = slips.COMPARISONS[fact]
    whens = " ".join(f"WHEN {one.sql} THEN '{one.label}'" for one in levels)
    return f"CASE WHEN {unknown} THEN 'unknown' {whens} ELSE '{last.label}' END"


def test_facts_are_canonical_and_unknown_or_invalid_ones_are_null(example):
    usual, alone, partial, invalid = facts(
        example,
        SITI,
        {**UNKNOWN, "id": "2", "nik": SITI["nik"]},
        {**UNKNOWN, "id": "3", "birth_date": "1957-03", "name": "Drs. Moh."},
        {**UNKNOWN, "id": "4", "nik": "123", "birth_date": "30 Feb", "name": "-", "sex": "?"},
    ).to_pylist()
    assert usual == {
        "id": "1",
        "nik": "9901015408900001",
        "kk": "9901010101100001",
        "name": "siti amina johari",
        "words": "amina johari siti",
        "letters": "sitiaminajohari",
        "born": "900814",
        "year": "1990",
        "sex": "perempuan",
        "village": "63.10.09.2005",
        "phone": "+6281200000001",
    }
    empty = dict.fromkeys(usual)
    assert alone == {**empty, "id": "2", "nik": "9901015408900001", "born": "900814"}
    name = "muhamad"
    names = dict.fromkeys(("name", "words", "letters"), name)
    assert partial == {**empty, "id": "3", "year": "1957", **names}
    assert invalid == {**empty, "id": "4"}


def test_facts_of_batches_are_those_of_the_table(example):
    import pyarrow as pa

    module, _ = example
    rows = pa.Table.from_pylist([SITI, {**SITI, "id": "2"}])
    batches = module.facts_of_batches(rows.to_batches(max_chunksize=1))
    assert pa.Table.from_batches(batches, module.FACTS) == module.facts(rows)


CHANGES = {
    "name": {
        "same": {"name": "Sitti Aminah Johari, S.Pd."},
        "other order": {"name": "Aminah Siti Johari"},
        "one letter": {"name": "Siti Aminan Johari"},
        "initial": {"name": "S. Aminah Johari"},
        "one within the other": {"name": "Siti Aminah"},
        "other": {"name": "Rahmawati"},
        "unknown": {"name": None},
    },
    "born": {
        "same": {},
        "one part differs": {"birth_date": "15-08-1990"},
        "only the year": {"birth_date": "1990", "nik": None},
        "other": {"birth_date": "15-09-1990"},
        "unknown": {"birth_date": None, "nik": None},
    },
    "nik": {
        "same": {},
        "serial number": {"nik": "9901015408900012"},
        "region": {"nik": "9902015408900001"},
        "slip": {"nik": "9901015409800001"},
        "slip, other birth date or sex": {"nik": "9901015409900001", "birth_date": "1-1-1990"},
        "other": {"nik": "9903121203700004"},
        "unknown": {"nik": None},
    },
    "kk": {
        "same": {},
        "slip": {"kk": "9901010101100010"},
        "other": {"kk": "9901021212120007"},
        "unknown": {"kk": None},
    },
    "village": {
        "same": {"kk": None},
        "other": {"kk": None, "village": "63.10.04.2001"},
        "unknown": {},
    },
    "sex": {"same": {}, "other": {"sex": "L"}, "unknown": {"sex": None}},
    "phone": {"same": {}, "other": {"phone": "0812 0000 0002"}, "unknown": {"phone": None}},
}


def test_slip_has_its_level_and_the_two_are_compared(example):
    expected = [
        (fact, label, changes)
        for fact, levels in CHANGES.items()
        for label, changes in levels.items()
    ]
    results = compared(example, [changes for *_, changes in expected])
    for (fact, label, _), (found, blocks) in zip(expected, results, strict=True):
        assert (fact, found[fact]) == (fact, label)
        assert blocks, label
    ((_, blocks),) = compared(example, [{**UNKNOWN, "name": "Rahmawati"}])
    assert blocks == 0


def test_shares_of_a_fact_add_up_to_1_and_use_known_columns(example):
    module, slips = example
    for fact, levels in slips.COMPARISONS.items():
        assert abs(fsum(level.m for level in levels) - 1) < 1e-9, fact
        assert [one.sql for one in levels].index(slips.OTHERWISE) == len(levels) - 1
        assert {one.rare for one in levels if one.rare} <= set(module.FACTS.names)
        assert {one.label for one in levels} >= CHANGES[fact].keys() - {"unknown"}
    assert {column for line in slips.CERTAIN for column in line} <= set(module.FACTS.names)
