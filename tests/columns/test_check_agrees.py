"""The check of columns and the reader of rows agree on every row, however wrong it is."""

from datetime import date, datetime, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import Beneficiary, Person, RegionCode
from psm_core.columns import batch_check, cell_outcomes, combinations, region_outcomes
from psm_core.columns.arrow import python_values
from psm_core.columns.batch_check import BatchCheck
from psm_core.columns.cells import cell_of, readable
from psm_core.tables.single_rows import SingleRows
from psm_core.testing import dirty_dates, dirty_niks, dirty_phones, dirty_regions

AS_OF = date(2025, 10, 10)
FOUND = {"classifications.0.date": date(2024, 3, 1), "classifications.0.source": "asesmen"}
CARD = "9901010108900001"
NUMBERS = [
    *("-", "0", "", "  ", "nihil", "belum punya", "hilang", f"KK {CARD}", f"'{CARD}", f"{CARD}.0"),
    *(
        CARD[:15],
        f"{CARD[:6]}9999{CARD[10:]}",
        "9.90101E+15",
        "1" * 16,
        "\u0661" * 8,
        f"NIK: {CARD}",
        "9901 0141 0890 0001",
        "'99010141-08900001",
        f"{CARD[:6]}99 9999 0001",
        f"{CARD} {CARD}",
        f"{CARD}A",
        "990101E15",
        "9" * 120,
        "9" * 9000,
        f"{CARD[:8]}{' ' * 200}{CARD[8:]}",
    ),
]
WORDS = {
    "nama": ["Ani", "-", "", "SITI (Almh)", "Salma", "Ani  Dua", "\u00c9. Tan", "#N/A", "x" * 300],
    "L/P": ["P", "L", "?", "Perempuan", "0"],
    "tanggal lahir": ["1957", "31-02-1990", "1900-01-01", "lupa", "60-an", "2030-01-01", "45000"],
    "no hp": ["08", "0800 0000 123", "8000000123", "tidak ada", "08000000123 (WA)"],
    "tempat lahir": ["Batulicin", "Batulicin, 17-08-1990", "SP 3", "-"],
    "kecamatan": ["Angsana", "Satui", "x", "63.10.09"],
    "desa": ["63.10.09.2005", "Angsana", "63.10", "91.01.01.2001", "Antah", "-"],
    "RT": ["1", "RT 01/RW 02", "satu"],
    "umur": ["50", "lima", "200", "0", "3 bulan", "-"],
    "jenis disabilitas": ["fisik", "tuna netra, tuna rungu", "fisik dan x", "x", "tidak ada", "1"],
    "pendidikan": ["SLTA/Sederajat", "Strata II", "?"],
    "status kawin": ["Kawin", "1"],
    "status hidup": ["Hidup", "Mati", "?"],
    "tgl status dasar": ["2020-01-01", "1930-01-01", "2099-01-01"],
    "kategori ppks": ["lansia terlantar", "anak terlantar", "?", "fakir miskin", "Korban KDRT"],
    "tanggal asesmen": ["2024-01-05", "1940-01-01", "31-02-2020", "2030-01-01"],
    "sumber data": ["asesmen"],
    "kunci": ["b-1", "?"],
}
DIRTY = {
    "nik": dirty_niks(),
    "no. kk": dirty_niks(),
    "tanggal lahir": dirty_dates(),
    "no hp": dirty_phones(),
    "desa": dirty_regions(),
}
PERSON = ("nik", "no. kk", "nama", "L/P", "tanggal lahir", "desa", "no hp")
MORE = ("tempat lahir", "RT", "umur", "pendidikan", "status kawin", "status hidup", "kecamatan")
CASES = [
    (Person, PERSON, {}),
    (Person, ("nik", "nama"), {"lenient": True}),
    (Person, (*PERSON, *MORE, "tgl status dasar"), {"ages_stated_on": AS_OF}),
    (Person, (*PERSON, *MORE), {"checks": True, "as_of": AS_OF, "within": RegionCode("63.10")}),
    (Person, ("nik", "", *PERSON[1:]), {}),
    (Person, ("nik", "nama", "tanggal lahir", "umur", "jenis disabilitas"), {}),
    (Person, ("nik", "kk", "name", "sex", "birth_date", "birth_place"), {}),
    (Person, ("nik", "nama", "agama", "jenis disabilitas", "ktp_address.region"), {}),
    (Beneficiary, (*PERSON, "kategori ppks"), {"values": FOUND}),
    (Beneficiary, (*PERSON, "kategori ppks"), {"require_values": False}),
    (Beneficiary, ("kunci", *PERSON, "kategori ppks"), {}),
    (
        Beneficiary,
        (*PERSON, "kategori ppks", "tanggal asesmen", "sumber data", "status hidup"),
        {"checks": True, "as_of": AS_OF},
    ),
]


@st.composite
def rows(draw, names):
    """Draw a row: mostly a valid person, with a few cells of anything."""
    born = date(1930, 1, 1) + timedelta(days=draw(st.integers(0, 35_000)))
    is_woman = draw(st.booleans())
    nik = f"990101{born.day + 40 * is_woman:02}{born:%m%y}{draw(st.integers(0, 9)):04}"
    valid = {
        **{name: words[0] for name, words in WORDS.items()},
        "nik": nik,
        "no. kk": CARD,
        "L/P": "P" if is_woman else "L",
        "tanggal lahir": draw(st.sampled_from([f"{born}", f"{born:%d-%m-%Y}"])),
        "umur": None,
        "tgl status dasar": None,
        "no hp": "080000000123",
    }
    row = {name: valid.get(name, valid.get(OWN.get(name))) for name in names}
    for name in draw(st.lists(st.sampled_from(names), max_size=3)):
        like = OWN.get(name, name)
        words = st.sampled_from(WORDS.get(like, [None, *NUMBERS]))
        row[name] = draw(words | DIRTY.get(like, st.none()) | st.text(max_size=9) | st.none())
    return row


OWN = {"kk": "no. kk", "name": "nama", "sex": "L/P", "birth_date": "tanggal lahir"}
OWN |= {"birth_place": "tempat lahir", "ktp_address.region": "desa"}


def require_equal(batch, check, reader):
    """Require the same issues of each row of a batch, by columns and by itself."""
    checked = check.check(batch, 0)
    classes = [check.value_class(at) for at in range(batch.num_columns)]
    cells = [
        [*map(cell_of, python_values(readable(column, value_class=value_class)))]
        for column, value_class in zip(batch.columns, classes, strict=True)
    ]
    expected = []
    for number, row in enumerate(zip(*cells, strict=True)):
        found = reader.read(row).issues
        is_valid = all(one.severity.value == "warning" for one in found)
        assert checked.is_valid[number].as_py() is is_valid
        expected += (
            (
                number,
                reader.name_of(one),
                ".".join(map(str, one.path)) or None,
                one.code,
                one.severity.value,
            )
            for one in found
            if one.row > 1
        )
    assert [tuple(one.values()) for one in checked.issues.to_pylist()] == expected


@pytest.mark.parametrize("case", range(len(CASES)))
@settings(max_examples=6)
@given(data=st.data())
def test_columns_and_rows_agree(case, data):
    record_class, names, options = CASES[case]
    table = data.draw(st.lists(rows(names), min_size=1, max_size=12))
    batch = pa.record_batch(
        [pa.array([row[name] for row in table], pa.string()) for name in names], list(names)
    )
    reader = SingleRows(names, record_class, options)
    check = BatchCheck(reader)
    for _ in range(2):  # the second time, every row is known
        require_equal(batch, check, reader)


def test_columns_of_other_types_agree(monkeypatch):
    monkeypatch.setattr(cell_outcomes, "MOST_REMEMBERED", 1)
    monkeypatch.setattr(region_outcomes, "MOST_REMEMBERED", 1)
    monkeypatch.setattr(batch_check, "_MOST_KEYS", 0)
    monkeypatch.setattr(combinations, "_WIDEST", 4)
    moments = [datetime(1990, 8, 1), datetime(1990, 8, 1, 10), datetime(1850, 1, 1), None]
    days = [date(1990, 8, 1), date(1800, 1, 1), date(2300, 1, 1), None]
    nik = int(f"990101410890{1:04}")
    for columns in (
        {"nik": [nik, None, 0, nik + 1], "nama": [b"Ani", b"\xff", b"-", None]},
        {"nama": ["Ani"] * 4, "tanggal lahir": days, "desa": [63.1, None, float("nan"), 1.0]},
        {"nama": ["Ani"] * 4, "tanggal lahir": moments, "no hp": [8000000123, 1, 0, None]},
        {"nama": ["Ani"] * 4, "tanggal lahir": pa.array(moments, pa.timestamp("us", "UTC"))},
        {
            "nama": ["Ani"] * 4,
            "tanggal lahir": [1990, 45000, 5, None],
            "RT": [True, False, True, None],
        },
        {"nama": ["Ani"] * 4, "tanggal lahir": ["1957~", "1990-08-01 00:00:30", "± 1957", "lupa"]},
        {"nama": ["Ani"] * 4, "L/P": ["P", "L", None, "P"], "": ["x", None, "y", None]},
        {"nama": pa.array(["Ani", "-", None, "Ani"]).dictionary_encode(), "L/P": [1, 2, 3, None]},
        {"nama": [1, 2, 3, None], "tempat lahir": [1, 2, 3, None], "status hidup": [1, 2, 3, 4]},
        {"nama": ["Ani"] * 4, "alamat": pa.array([b"x" * 16] * 4, pa.uuid())},
        {"nama": ["Ani", None, "x" * 9_000, "Ani\n"]},
        {"": ["x", None, "y", None], "nama": ["Ani"] * 4},
        {"nama": ["Ani"] * 4, "tanda tangan": ["x", None, "y", None]},
        {"nama": ["Ani"] * 4, "tgl status dasar": ["2020-01-01", None, "x", "1930-01-01"]},
    ):
        table = pa.table({"nik": ["9901014108900001"] * 4, **columns})
        names = table.column_names
        for options in ({}, {"checks": True, "as_of": AS_OF}):
            reader = SingleRows(names, Person, options)
            check = BatchCheck(reader)
            for batch in table.to_batches(max_chunksize=3):
                require_equal(batch, check, reader)


def test_dates_of_dead_people_agree():
    names = ["nik", "nama", "kategori ppks", "tanggal asesmen", "sumber data"]
    found = ["2024-01-05", "1940-01-01"] * 2
    dead = ["Ani (Alm)", "Ani (Alm)", "Alm. Budi", "Budi"]
    nik, category = "9901014108300001", "fakir miskin"
    batch = pa.record_batch([[nik] * 4, dead, [category] * 4, found, ["asesmen"] * 4], names)
    reader = SingleRows(names, Beneficiary, {})
    require_equal(batch, BatchCheck(reader), reader)


def test_codes_that_are_not_in_force_agree():
    names = ["nama", "ktp_address.region", "nik"]
    codes = ["63.10.09.2005", "91.01", "99.01", "63.10.09", "x", None]
    batch = pa.record_batch([["Ani"] * 6, codes, ["9901014108900001"] * 6], names)
    for options in ({}, {"checks": True, "as_of": AS_OF}):
        reader = SingleRows(names, Person, options)
        require_equal(batch, BatchCheck(reader), reader)
    names = ["name", "ktp_address.region", "nik"]
    reader = SingleRows(names, Person, {"checks": True, "as_of": AS_OF})
    require_equal(batch.rename_columns(names), BatchCheck(reader), reader)
