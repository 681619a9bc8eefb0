"""Recaps of tables of Arrow: the same as those of the records of their rows."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import (
    Beneficiary,
    Person,
    PPKSCategory,
    RegionCode,
    RegionLevel,
    Sex,
    columns,
    load_regions,
    recaps,
    tables,
)
from psm_core.columns import group_columns
from psm_core.columns.region_outcomes import RegionOutcomes
from psm_core.tables.single_rows import SingleRows
from tests.columns.test_check_agrees import FOUND, MORE, PERSON, rows

AS_OF = date(2025, 10, 10)
REGIONS = load_regions()
ALL_AGES = {"as_of": AS_OF, "starts": (0, 5, 18, 60)}
HERE = {"within": RegionCode("63.10"), "regions": REGIONS}
PEOPLE = (
    recaps.region_groups("ktp_address.region", **HERE),
    recaps.region_groups("ktp_address.region", **HERE, level=RegionLevel.VILLAGE),
    recaps.age_groups("birth_date", **ALL_AGES),
    recaps.value_groups("sex", listed=Sex),
    "life_status",
    "nik_absence",
)
CASES = [
    (Person, (*PERSON, *MORE), {"ages_stated_on": AS_OF}, PEOPLE),
    (Person, (*PERSON, "kecamatan", "jenis disabilitas"), {}, (*PEOPLE[:4], "disabilities")),
    (Person, (*PERSON, *MORE), {"lenient": True}, (*PEOPLE, "education")),
    (
        Beneficiary,
        (*PERSON, "kategori ppks"),
        {"values": FOUND, "checks": True, "as_of": AS_OF},
        (
            recaps.value_groups("classifications.category", name="kategori", listed=PPKSCategory),
            "classifications.source",
            recaps.age_groups("person.birth_date", **ALL_AGES),
            "person.sex",
        ),
    ),
]


@settings(max_examples=12)
@given(case=st.sampled_from(CASES), data=st.data())
def test_recap_of_a_table_is_that_of_its_records(case, data):
    record_class, names, options, groupings = case
    drawn = data.draw(st.lists(rows(names), min_size=1, max_size=12))
    table = pa.table({name: pa.array([row[name] for row in drawn], pa.string()) for name in names})
    by_row, by_column = (data.draw(st.sampled_from(groupings)) for _ in range(2))
    groups = {"rows": by_row, "columns": by_column}
    batches = table.to_batches(max_chunksize=data.draw(st.integers(1, 12)))
    counted = columns.count(batches, record_class, title="Contoh", **groups, **options)
    records = tables.read_rows(table, record_class, **options).records
    assert counted.recap == recaps.count(records, title="Contoh", **groups)
    assert counted.summary.rows == len(drawn)


def of_person(field, **columns_of_table):
    """Count a table of people by one field, row name → count."""
    plain = {"nik": [None] * 3, "nama": ["Ani", "Budi", "Cici"], "RT": ["1"] * 3}
    table = pa.table({**plain, **columns_of_table})
    recap = columns.count(table, Person, title="Contoh", rows=field).recap
    return {row: recap.count(row, "Jumlah") for row in recap.rows}


def test_columns_with_several_facts_fill_the_groups():
    born = ["Batulicin, 17-08-1990", "Satui, 01-01-1950", None]
    ages = recaps.age_groups("birth_date", as_of=AS_OF, starts=(0, 60))
    expected = {"0 sampai 59 tahun": 1, "60 tahun ke atas": 1, "Tidak diketahui": 1}
    assert of_person(ages, TTL=born) == expected
    form = {"_id": ["1", "2", "3"], "_uuid": ["1", "2", "3"]}
    fisik, mental = "disabilitas/fisik", "disabilitas/mental"
    chosen = of_person("disabilities", **form, **{fisik: ["1", "0", "1"], mental: ["0", "0", "1"]})
    assert sorted(chosen.values()) == [1, 1, 2]
    words = of_person("education", pendidikan=pa.array(["SD", None, "SD"]).dictionary_encode())
    assert sorted(words.values()) == [1, 2]


def test_groups_are_read_again_after_too_many(monkeypatch):
    sexes = {"L/P": ["P", "L", "P"]}
    expected = of_person("sex", **sexes)
    monkeypatch.setattr(group_columns, "MOST_REMEMBERED", 1)
    assert of_person("sex", **sexes) == expected == {"Laki-laki": 1, "Perempuan": 2}


def test_rows_of_later_batches_have_the_groups_of_earlier_ones():
    names, sexes = ["Ani", "Budi", "Cici", "Dewi"], ["P", "L", "P", "Perempuan"]
    table = pa.table({"nik": [None] * 4, "nama": names, "L/P": sexes})
    batches = table.to_batches(max_chunksize=1)
    counted = columns.count(batches, Person, title="Contoh", rows="sex")
    assert counted.recap.table()[1:] == [["Laki-laki", "1"], ["Perempuan", "3"], ["Jumlah", "4"]]


def test_value_of_every_row_counts_and_no_batch_counts_nothing():
    table = pa.table(
        {"nik": [None] * 2, "nama": ["Ani", "Budi"], "kategori ppks": ["Pemulung"] * 2}
    )
    options = {"title": "Contoh", "rows": "classifications.source", "values": FOUND}
    counted = columns.count(table, Beneficiary, **options)
    assert counted.recap.table()[1:] == [["asesmen", "2"], ["Jumlah", "2"]]
    counted = columns.count([], Beneficiary, **options)
    assert (counted.recap.rows, counted.summary.rows) == ((), 0)


def test_fields_that_cannot_be_counted_are_rejected():
    table = pa.table({"nik": ["9901014108900001"], "nama": ["Ani"], "desa": ["63.10.09.2005"]})

    def count(rows, record_class=Person, **options):
        return columns.count(table, record_class, title="Contoh", rows=rows, **options)

    with pytest.raises(ValueError, match="instead of a function"):
        count(recaps.value_groups(lambda person: person.sex))
    with pytest.raises(ValueError, match="instead of a function"):
        count("name", columns=recaps.value_groups(lambda person: person.sex))
    with pytest.raises(ValueError, match="Person has no 'gender'"):
        count("gender")
    with pytest.raises(ValueError, match="NIK has no 'sex'"):
        count("nik.sex")
    with pytest.raises(ValueError, match="no column fills 'sex'"):
        count("sex")
    with pytest.raises(TypeError, match="not NIK"):
        count("nik")
    table = table.append_column("kategori ppks", [["Pemulung"]])
    with pytest.raises(ValueError, match="a required value is missing"):
        count("person.name", Beneficiary, require_values=False)


def test_region_columns_with_many_texts_are_not_confused(monkeypatch):
    rows = 60_000  # the number of combinations of four columns is above 2 ** 63
    names = ["provinsi", "kabupaten", "kecamatan", "desa"]
    table = {name: [f"{name} {at}" for at in range(rows)] for name in names}
    reader = SingleRows([*names, "nama"], Person, {})
    trees = reader.sheet.reader.trees
    ((_, bindings),) = trees.region_columns
    seen = set()
    monkeypatch.setattr(RegionOutcomes, "_new_outcome", lambda _, cells: seen.add(cells) or 3)
    outcomes = RegionOutcomes(bindings, trees.region_reader)
    outcomes.of([pa.array(table[name]) for name in names])
    assert seen == set(zip(*table.values(), strict=True))
