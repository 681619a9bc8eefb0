"""Columns of Arrow: the same values and codes as the values have one by one."""

import decimal
import sys
from datetime import date, datetime, time
from itertools import product

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import (
    KK,
    NIK,
    MissingExtraError,
    ParseError,
    Person,
    PhoneNumber,
    RegionCode,
    columns,
)
from psm_core.columns.arrow import slices
from psm_core.columns.number_texts import NumberTexts
from psm_core.terms import MaritalStatus, PPKSCategory, Sex
from psm_core.testing import dirty_dates, dirty_niks, dirty_phones, dirty_regions
from psm_core.values.dates import parse_date
from psm_core.values.personal_number import BIRTH_DAYS, DAYS, is_number_with_date

GOOD = "9901014108900001"
DIGITS = st.text("0123456789", min_size=14, max_size=18)
SEPARATED = st.text("0123456789 .'-+()\u2013\u00a0\u0661xE,", max_size=24)
DATED = st.from_regex(r"[0-9]{6}[0-7][0-9](0[0-9]|1[0-3])[0-9]{6}", fullmatch=True)
ARABIC = "٩٩٠١٠١٤١"


def parsed_one_by_one(parse, text):
    """Return the value and the code of one text."""
    if text is None:
        return None, None
    try:
        value = parse(text)
    except ParseError as error:
        return None, error.code
    return getattr(value, "unmasked", getattr(value, "value", value)), None


def pairs(parsed):
    return list(zip(parsed.values.to_pylist(), parsed.codes.to_pylist(), strict=True))


CASES = {
    columns.niks: (NIK.parse, dirty_niks() | DIGITS | SEPARATED | DATED),
    columns.kks: (KK.parse, dirty_niks() | DIGITS | SEPARATED | DATED),
    columns.phones: (PhoneNumber.parse, dirty_phones() | DIGITS | SEPARATED),
    columns.region_codes: (lambda text: str(RegionCode.parse(text)), dirty_regions() | SEPARATED),
    columns.dates: (parse_date, dirty_dates() | SEPARATED),
}


@pytest.mark.parametrize("function", CASES, ids=lambda function: function.__name__)
@given(data=st.data())
def test_column_has_the_values_and_codes_of_each_text(function, data):
    parse, texts = CASES[function]
    column = data.draw(st.lists(texts | st.none() | st.text(max_size=20), max_size=20))
    expected = [parsed_one_by_one(parse, text) for text in column]
    assert pairs(function(pa.array(column, pa.string()))) == expected
    assert pairs(function(pa.array(column, pa.string()).dictionary_encode())) == expected
    assert pairs(function(pa.array(column, pa.large_string()))) == expected
    assert pairs(function(pa.array(["x", *column], pa.string()).slice(1))) == expected


NUMBERS = [
    *("0", "", "0000000000000000", "0901014108900001", "9901-0141-0890-0001", f"+{GOOD}", GOOD[1:]),
    *(16 * str(digit) for digit in range(10)),
    *(f"{'9' * 15}{last}" for last in range(10)),
    *(f"990101{day:02}{month:02}900001" for day in range(100) for month in (1, 2, 4, 13)),
    *("9901012902000001", "9901012902010001", "9901016902960001", "9901016902970001"),
    *(f" {GOOD}", f"'{GOOD}", f"-{GOOD}", f"{GOOD}\n", ARABIC, 2 * ARABIC),
]


@pytest.mark.parametrize("number_class", [NIK, KK])
def test_each_day_and_placeholder_is_judged_as_by_parse(number_class):
    function = columns.niks if number_class is NIK else columns.kks
    expected = [parsed_one_by_one(number_class.parse, text) for text in NUMBERS]
    assert pairs(function(pa.array(NUMBERS))) == expected
    assert len({code for _, code in expected}) > 4


def test_each_date_is_judged_as_one_by_one():
    days = [f"{day:02}{month:02}" for day in range(100) for month in range(100)]
    texts = [f"990101{day}{year}0001" for day in days for year in ("00", "01", "04", "99")]
    expected = [is_number_with_date(text, BIRTH_DAYS) for text in texts]
    found = NumberTexts(pa.array(texts))
    assert found.are_niks().to_pylist() == expected
    assert found.numbers().to_pylist() == [*map(int, texts)]
    expected = [is_number_with_date(text, DAYS) for text in texts]
    assert NumberTexts(pa.array(["x", *texts]).slice(1)).are_kks().to_pylist() == expected


def test_each_written_date_is_parsed_as_by_itself():
    parts = [f"{number:02}" for number in (0, 1, 2, 4, 12, 13, *range(28, 33), 99)]
    texts = [
        text
        for first, second in product(parts, parts)
        for year in ("2000", "2100", "2023", "1799", "2200")
        for sign in "-/. x"
        for text in (f"{first}{sign}{second}{sign}{year}", f"{year}{sign}{first}{sign}{second}")
    ]
    texts += [f"{a}{x}{b}{y}1990" for a, x, b, y in product(parts, "-/.", ("01", "1x"), "-/.")]
    expected = [parsed_one_by_one(parse_date, text) for text in texts]
    assert pairs(columns.dates(pa.array(texts))) == expected
    assert {code for _, code in expected} == {None, "date.invalid"}


def test_phones_of_each_length_are_parsed_as_by_themselves():
    starts = ("08", "8", "628", "+628", "+62 8", "+6208", "09", "0x", "008")
    texts = [
        f"{start}{'0' * zeros}{end}" for start in starts for zeros in range(14) for end in "1x "
    ]
    expected = [parsed_one_by_one(PhoneNumber.parse, text) for text in texts]
    assert pairs(columns.phones(pa.array(texts))) == expected


def test_each_character_is_judged():
    texts = [GOOD[:at] + char + GOOD[at + 1 :] for at in range(16) for char in "/0:x \u0660\x00"]
    expected = [is_number_with_date(text, BIRTH_DAYS) for text in texts]
    assert NumberTexts(pa.array(texts)).are_niks().to_pylist() == expected
    column = pa.array([None, GOOD, GOOD[1:]], pa.large_string())
    assert NumberTexts(column).are_niks().to_pylist() == [False, True, False]


@pytest.mark.parametrize("vocabulary", [Sex, PPKSCategory, MaritalStatus])
def test_terms_are_read_as_by_parse(vocabulary):
    texts = [*(one.label for one in vocabulary), "1", "?", None, "LAINNYA"]
    expected = [parsed_one_by_one(vocabulary.parse, text) for text in texts]
    assert pairs(columns.terms(pa.array(texts), vocabulary)) == expected


def test_codes_of_a_named_list_are_read():
    column = pa.array([3, None, 9])
    named = columns.terms(column, MaritalStatus, code_lists=["status-perkawinan-4"])
    assert pairs(named) == [("cerai-hidup", None), (None, None), (None, "term.unknown")]
    assert pairs(columns.terms(column, MaritalStatus))[0] == (None, "term.ambiguous_code")


@pytest.mark.parametrize(
    ("function", "column", "expected"),
    [
        (columns.niks, pa.array([int(GOOD), None]), [(GOOD, None), (None, None)]),
        (
            columns.niks,
            pa.array([float(GOOD), float("nan"), 0.0]),
            ["nik.numeric_cell", None, "nik.placeholder"],
        ),
        (columns.kks, pa.array([9901010108900001], pa.uint64()), [("9901010108900001", None)]),
        (
            columns.niks,
            pa.array([decimal.Decimal(GOOD), decimal.Decimal("0.5")]),
            [(GOOD, None), "nik.numeric_cell"],
        ),
        (columns.niks, pa.array([None, None]), [None, None]),
        (columns.niks, pa.array([GOOD.encode(), b"\xff"]), [(GOOD, None), "nik.format"]),
        (columns.niks, pa.array([True]), ["cell.boolean"]),
        (columns.niks, pa.array([], pa.string()), []),
        (columns.niks, pa.chunked_array([], pa.string()), []),
        (columns.niks, pa.chunked_array([], pa.dictionary(pa.int8(), pa.string())), []),
        (
            columns.phones,
            pa.array([628000000123, 8000000123]),
            [("+628000000123", None), ("+628000000123", "phone.zero_lost")],
        ),
        (columns.region_codes, pa.array([63.1, None]), ["region_code.number", None]),
        (columns.dates, pa.array([date(1945, 8, 17)]), [(date(1945, 8, 17), None)]),
        (columns.dates, pa.array([datetime(1945, 8, 17)]), [(date(1945, 8, 17), None)]),
        (
            columns.dates,
            pa.array([datetime(1945, 8, 17, 10)], pa.timestamp("ns")),
            ["date.time_of_day"],
        ),
        (
            columns.dates,
            pa.array([datetime(1945, 8, 17, 0, 0, 30)]),
            [(date(1945, 8, 17), "date.time_rounded")],
        ),
        (columns.dates, pa.array([1945.0, 16666.0]), ["date.ambiguous", "date.serial"]),
        (columns.dates, pa.array([time(10)]), ["date.invalid"]),
    ],
)
def test_columns_of_other_types(function, column, expected):
    expected = [one if isinstance(one, tuple) else (None, one) for one in expected]
    assert pairs(function(column)) == expected


def test_text_in_views_is_read():
    column = pa.array([GOOD, None, "-"]).cast(pa.string_view())
    assert pairs(columns.niks(column)) == [(GOOD, None), (None, None), (None, "nik.placeholder")]


def test_chunks_that_share_a_dictionary_are_read():
    chunks = [pa.array([GOOD, "-"]).dictionary_encode(), pa.array(["-", GOOD]).dictionary_encode()]
    expected = [(GOOD, None), (None, "nik.placeholder")]
    assert pairs(columns.niks(pa.chunked_array(chunks))) == expected + expected[::-1]


def refers(values, *rows):
    return pa.DictionaryArray.from_arrays(pa.array(rows, pa.int8()), values)


def test_chunks_whose_dictionaries_cannot_be_combined_are_read():
    many = [[f"{chunk}{number}" for number in range(100)] for chunk in "ab"]
    column = pa.chunked_array([refers(pa.array(one), *range(100)) for one in many])
    assert pairs(columns.niks(column)) == [(None, "nik.format")] * 200
    with_null = [refers(pa.array([None, GOOD]), 1, 0, None)] * 2
    with_null.append(refers(pa.array([GOOD, None]), 1, 0))
    expected = [GOOD, None, None, GOOD, None, None, None, GOOD]
    assert columns.niks(pa.chunked_array(with_null)).values.to_pylist() == expected


def test_values_that_are_stored_apart_from_the_rows_are_read():
    texts = pa.array([GOOD, "x"])
    expected = [(GOOD, None), (None, "nik.format"), (None, "nik.format")]
    for values in (texts, texts.cast(pa.string_view()), refers(texts, 0, 1)):
        runs = pa.RunEndEncodedArray.from_arrays(pa.array([2, 5], pa.int16()), values)
        assert pairs(columns.niks(runs.slice(1, 3))) == expected
        assert pairs(columns.niks(refers(values, 0, 1, 1))) == expected
        table = pa.table({"nik": refers(values, 0, 1, 1), "nama": ["Ani", "Budi", "Citra"]})
        codes = columns.check(table, Person).issues["code"].to_pylist()
        assert codes == ["nik.format"] * 2


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (pa.DictionaryArray.from_arrays([0, 7], [GOOD], safe=False), "it is no valid array"),
        (
            pa.chunked_array([refers(pa.array([[one]]), 0) for one in "ab"]),
            "a column of NIK holds texts or numbers, not dictionary",
        ),
        (pa.table({"nik": [GOOD]}), "Table is a table: choose one of its columns"),
        (pa.array([[GOOD]]), "a column of NIK holds texts or numbers, not list<item: string>"),
        ([GOOD], "list is no column of Arrow: make it an array of pyarrow"),
        (GOOD, "str is no column of Arrow: make it an array of pyarrow"),
    ],
)
def test_what_is_no_column_is_refused(column, reason):
    with pytest.raises(TypeError) as caught:
        columns.niks(column)
    assert str(caught.value).startswith(reason)


def test_columns_of_other_libraries_are_read():
    np, pd, pl = (pytest.importorskip(name) for name in ("numpy", "pandas", "polars"))
    expected = [(GOOD, None), (None, None), (None, "nik.placeholder")]
    texts = [GOOD, None, "-"]
    for column in (
        pl.Series(texts),
        pl.Series(texts, dtype=pl.Categorical),
        pd.Series(texts, dtype="string"),
        pd.Series(texts, dtype="category"),
        pd.Series([GOOD, float("nan"), "-"], dtype=object),
        np.array(texts, dtype=object),
        pa.table({"nik": texts})["nik"],
        ExportedArray(),
    ):
        assert pairs(columns.niks(column)) == expected
    for mixed in ([GOOD, 3], [int(GOOD), "x"], [2**70, 1]):
        with pytest.raises(TypeError, match="its values are not all of one type") as caught:
            columns.niks(np.array(mixed, dtype=object))
        assert GOOD not in str(caught.value)
        assert caught.value.__suppress_context__


class ExportedArray:
    """A column of a library that exports an array only."""

    def __arrow_c_array__(self, requested_schema=None):
        return pa.array([GOOD, None, "-"]).__arrow_c_array__(requested_schema)


def test_text_of_a_result_has_no_value():
    parsed = columns.niks(pa.array([GOOD, "x", None]))
    assert repr(parsed) == str(parsed) == "<ParsedColumn of 3 rows: 1 issues>"


def test_unknown_list_of_codes_is_refused():
    with pytest.raises(ValueError, match="no code list 'x'"):
        columns.terms(pa.array(["1"]), Sex, code_lists=["x"])


def test_long_column_is_read_in_parts():
    column = pa.chunked_array([pa.array([GOOD]).take(pa.array([0] * 300_000)), pa.array(["-"])])
    assert [len(one) for one in slices(column)] == [131072, 131072, 37856, 1]
    parsed = columns.niks(column)
    assert parsed.values.null_count == 1
    assert parsed.codes[300_000].as_py() == "nik.placeholder"


def test_missing_pyarrow_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in [name for name in sys.modules if name.startswith("psm_core.columns")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingExtraError, match=r"psm-core\[columns\]"):
        __import__("psm_core.columns")


def test_values_that_only_arrow_has_are_parsed_or_have_a_code():
    ends = b"".join(number.to_bytes(4, "little") for number in (0, 2))
    wrong = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(ends), pa.py_buffer(b"\xff-")]
    )
    late = pa.array([2**62], pa.int64()).cast(pa.timestamp("s"))
    truth = pa.ExtensionArray.from_storage(pa.bool8(), pa.array([1], pa.int8()))
    for function in (columns.niks, columns.kks, columns.phones, columns.dates):
        for column in (wrong, late, truth, wrong.dictionary_encode()):
            parsed = function(column)
            assert parsed.values.to_pylist() == [None]
            assert None not in parsed.codes.to_pylist()
            assert (column is not late) or parsed.codes.to_pylist() == ["date.invalid"]
    encoded = pa.RunEndEncodedArray.from_arrays([2], [GOOD])
    assert columns.niks(encoded).values.to_pylist() == [GOOD, GOOD]
    viewed = pa.array([GOOD.encode()]).cast(pa.binary_view())
    assert columns.niks(viewed).values.to_pylist() == [GOOD]
