"""Rows that repeat another row: the same warnings as the rows of a sheet have."""

import pyarrow as pa

from psm_core import Beneficiary, Family, Organisation, Person, Worker, columns
from psm_core.columns.repeated_keys import KeyColumn, SeenKeys, TableKeys
from tests.columns.test_check import by_columns, by_rows

ANI, BUDI, CICI = (f"99010141089000{at:02}" for at in (1, 2, 3))
CARD, OTHER_CARD = "9901010108900001", "9901010108900002"
PLACE = "63.10.09.2005"
CASES = {
    "ids and people": (
        Beneficiary,
        {"values": {"classifications.0.date": "2024-03-01", "classifications.0.source": "x"}},
        ("id", "nik", "nama", "kategori ppks"),
        [
            ("b-1", ANI, "Ani", "Pemulung"),
            ("B-1", ANI, "Ani", "Pemulung"),  # both repeat one row: one warning
            ("b-2", BUDI, "Budi", "Pemulung"),
            ("b-2", CICI, "Cici", "Pemulung"),
            ("b-3", ANI, "Ani", "Pemulung"),
            ("?", BUDI, "Budi", "Pemulung"),
            ("b-2", ANI, "Ani", "Pemulung"),  # repeats two rows: two warnings
            (None, CICI, "Cici", "?"),
        ],
    ),
    "workers": (
        Worker,
        {"layout": "pekerja"},
        ("id", "nik", "nama", "Nomor Anggota IPSM", "Pilar", "Desa/Kelurahan Tugas", "TMT"),
        [
            ("w-1", ANI, "Ani", "A 1", "PSM", PLACE, "2020-01-01"),
            ("w-2", BUDI, "Budi", "a1", "PSM", PLACE, "2020-01-01"),
            ("w-1", CICI, "Cici", "A 2", "PSM", PLACE, "2020-01-01"),
            ("w-3", CICI, "Cici", "A 2", "PSM", PLACE, "2020-01-01"),
        ],
    ),
    "organisations": (
        Organisation,
        {},
        ("jenis lembaga", "nama lembaga", "desa"),
        [
            ("LKS", "Harapan", PLACE),
            ("LKS", "HARAPAN", PLACE),
            ("LKS", "Kasih", PLACE),
        ],
    ),
    "families": (
        Family,
        {"layout": "keluarga-desil", "values": {"ranks.0.period": "2025-Q1"}},
        ("no. kk", "nama kepala keluarga", "nik kepala keluarga", "desil"),
        [
            (CARD, "Ani", ANI, "1"),
            (OTHER_CARD, "Budi", BUDI, "2"),
            (CARD, "Cici", CICI, "1"),
            (None, "Budi", BUDI, "2"),
        ],
    ),
    "people": (
        Person,
        {},
        ("nik", "nama", "L/P"),
        [(ANI, "Ani", "P"), (BUDI, "Budi", "L"), (ANI, "Ani", "P"), ("x", "Ani", "P")],
    ),
}


def without_path(issue):
    """Return an issue without its path, which the reader of rows shortens in the first row."""
    row, column, _, code, severity = issue
    return row, column, code, severity


def test_repeated_rows_have_the_warnings_of_a_sheet():
    found = set()
    for name, (record_class, options, headings, rows) in CASES.items():
        cells = zip(*rows, strict=True)
        table = pa.table(
            {one: pa.array(own, pa.string()) for one, own in zip(headings, cells, strict=True)}
        )
        expected = [*map(without_path, by_rows(table, record_class, **options))]
        for size in (1, 3):
            checked = columns.check(table.to_batches(max_chunksize=size), record_class, **options)
            assert [*map(without_path, by_columns(checked))] == expected, name
        found |= {code for _, _, code, _ in expected if code.endswith("_duplicate")}
    names = ("family", "key", "membership", "organisation", "person")
    assert found == {f"table.{name}_duplicate" for name in names}


def test_keys_of_several_columns_and_files_are_compared():
    wife, husband = (KeyColumn("table.person_duplicate", (at, "nik")) for at in (0, 1))
    seen, first, second = SeenKeys(), TableKeys(), TableKeys()
    first.add({husband: pa.array([7, None])}, 2)
    first.add({wife: pa.array([8, 9, 7]), husband: pa.array([8, None, None])}, 3)
    assert [(one.row, one.column, one.other_row) for one in seen.repeats("a", first.columns())] == [
        (4, wife, 0),
        (0, husband, 4),
    ]
    second.add({wife: pa.array([1, 9])}, 2)
    assert [tuple(one) for one in seen.repeats("b", second.columns())] == [(1, wife, "a", 3)]
    assert not [*seen.repeats("c", {})]
