"""NIK, KK and telephone numbers."""

import pickle
import re
from copy import deepcopy
from datetime import date, datetime
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import KK, NIK, ParseError, PhoneNumber, RegionCode, WorkerId
from psm_core._core.text_value import value_or_issue
from psm_core.terms import Sex
from psm_core.values.ids import PERSONAL_NUMBER, UUID

MAN = "9901010108900001"
WOMAN = "9901014108900001"


def code_of(parse, text):
    with pytest.raises(ParseError) as caught:
        parse(text)
    if isinstance(text, str) and len(text) > 6:
        assert text not in str(caught.value)
    return caught.value.code


def takes(kind, text):
    try:
        kind(text)
    except ParseError:
        return False
    return True


def fits(kind, text):
    return re.fullmatch(kind.pattern, text) is not None


@pytest.mark.parametrize("kind", [NIK, KK])
def test_pattern_matches_exactly_the_dates_of_a_month_of_31_days(kind):
    numbers = [
        *(f"990101{day:02}01900001" for day in range(100)),
        *(f"99010101{month:02}900001" for month in range(100)),
        *(f"{first}909090101990000" for first in range(10)),
        *("1000000101000000", "9999990101999999", "999999010199999", "99999901019999999"),
    ]
    for number in numbers:
        assert fits(kind, number) == takes(kind, number)


def test_nik_parse_removes_separators():
    for text in (
        "9901 0141 0890-0001",
        "9901.0141.0890.0001",
        "\u00a0'" + WOMAN + " \n",
        "\u202a" + WOMAN + "\u202c",
        "`9901\u00ad0141\u20600890\u200e0001",
        "\u02bc" + WOMAN,
        "9901.014.108.900.001",
    ):
        assert NIK.parse(text) == NIK(WOMAN)


def test_nik_has_region_sex_serial_and_birth_date():
    nik = NIK.parse(WOMAN)
    assert nik.region == RegionCode("99.01.01")
    assert nik.sex is Sex.PEREMPUAN
    assert NIK(MAN).sex is Sex.LAKI_LAKI
    assert NIK("9901014108911234").serial == 1234
    assert NIK("9901013108901234").sex is Sex.LAKI_LAKI
    assert nik.birth_dates == (date(1990, 8, 1), date(2090, 8, 1))
    assert nik.birth_date(as_of=date(2025, 10, 10)) == date(1990, 8, 1)


def test_nik_birth_date_is_not_after_the_reference_date():
    child = NIK("9901011203200001")
    assert child.birth_date(as_of=date(2020, 3, 12)) == date(2020, 3, 12)
    assert child.birth_date(as_of=date(2020, 3, 11)) == date(1920, 3, 12)
    assert child.birth_date(as_of=date(2019, 1, 1)) == date(1920, 3, 12)
    assert child.birth_date(as_of=date(1900, 1, 1)) is None


def test_nik_accepts_29_february_if_a_century_has_it():
    assert NIK("9901012902000001").birth_dates == (date(2000, 2, 29),)
    assert NIK("9901012902960001").birth_dates == (date(1996, 2, 29), date(2096, 2, 29))
    assert code_of(NIK.parse, "9901012902010001") == "nik.date"


def is_date(day, month, year):
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


# Only the length of February depends on the year, so few years are enough for the other months.
DATES = [
    *((day, 2, year) for year in range(100) for day in range(100)),
    *((day, month, year) for year in (0, 1, 50) for month in range(100) for day in range(100)),
]


@pytest.mark.parametrize("kind", [NIK, KK])
def test_number_is_valid_exactly_if_a_century_has_its_date(kind):
    for day, month, year in DATES:
        born = day - 40 if kind is NIK and day > 40 else day
        exists = is_date(born, month, 1900 + year) or is_date(born, month, 2000 + year)
        value = value_or_issue(kind, f"990101{day:02}{month:02}{year:02}0001")
        assert isinstance(value, kind) is exists, (day, month, year)


@pytest.mark.parametrize("kind", [NIK, KK])
@given(
    digits=st.from_regex(r"[0-9\u0660-\u0669]{15,17}", fullmatch=True)
    | st.from_regex(r"[0-9]{6}(11|51)11[0-9]{5,7}", fullmatch=True)
)
def test_number_is_16_ascii_digits(kind, digits):
    if isinstance(value_or_issue(kind, digits), kind):
        assert fits(kind, digits)
    elif fits(kind, digits):
        assert value_or_issue(kind, digits).code == f"{kind.__name__.lower()}.date"


@pytest.mark.parametrize("day", ["00", "32", "40", "72", "81", "99"])
def test_nik_rejects_impossible_days(day):
    assert code_of(NIK.parse, f"990101{day}08900001") == "nik.date"


@pytest.mark.parametrize("day", ["01", "31", "41", "71"])
def test_nik_accepts_first_and_last_days(day):
    assert NIK.parse(f"990101{day}08900001")


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "0", "00", "tidak ada", "Belum ada", "N/A", "NA", "nihil", "None", "NULL"),
        *("0" * 16, "2" * 16, "9" * 16, "0631009200500001"),
        *("9" * 15 + last for last in "45678"),
    ],
)
def test_placeholders_have_their_own_code(text):
    assert code_of(NIK.parse, text) == "nik.placeholder"
    assert code_of(KK.parse, text) == "kk.placeholder"


def test_a_number_below_the_codes_of_surveys_is_no_placeholder():
    assert code_of(NIK.parse, "9" * 15 + "3") == "nik.date"


def test_repeated_digit_with_a_real_date_is_accepted():
    # 11 November 2011 in 11.11.11: refusing a real citizen is worse than accepting a typo.
    assert NIK.parse("1" * 16).birth_dates[-1] == date(2011, 11, 11)


@pytest.mark.parametrize(
    "text",
    [
        "９９０１０１０１０８９００００１",
        "٩٩٠١٠١٠١٠٨٩٠٠٠٠١",
        "990101010890000²",
        "99010101089O0001",
        "X0",
    ],
)
def test_digits_of_other_scripts_are_rejected(text):
    assert code_of(NIK.parse, text) == "nik.format"


@pytest.mark.parametrize(
    "text",
    [
        str(NIK("9901014108900001")),
        *("9901 01** **** 0001", "990101xxxxxxxxxx", "XXXXXXXXXXXX0001", "99••••••••••••01"),
        *("99***1***0", "***9", "9***"),
    ],
)
def test_masked_number_is_recognised(text):
    assert code_of(NIK.parse, text) == "nik.masked"
    assert code_of(KK.parse, text) == "kk.masked"


def test_masked_telephone_number_is_recognised():
    for text in (str(PhoneNumber("+628000000123")), "0812****1234", "62812xxxxxxx", "****1234"):
        assert code_of(PhoneNumber.parse, text) == "phone.masked", text
        assert code_of(PhoneNumber, text) == "phone.masked", text
    for text in ("*******", "0812*1234", "0812xx", "++62***123"):
        assert code_of(PhoneNumber.parse, text) == "phone.format", text


@pytest.mark.parametrize("text", ["****************", "xxx", "990101**08900001", "9*", "9***0**"])
def test_number_with_other_signs_is_not_masked(text):
    assert code_of(NIK.parse, text) == "nik.format"


def test_masked_number_is_matched_in_linear_time():
    for text in ("9***" * 120 + "a", "9" + "*" * 480 + "a"):
        assert code_of(NIK.parse, text) == "nik.format"


@pytest.mark.parametrize("value", [None, 9901010108900001, 1.5, float("nan"), b"9901", ["9"], {}])
def test_parse_rejects_other_types(value):
    for kind in (NIK, KK, PhoneNumber, RegionCode):
        assert code_of(kind.parse, value) == "type.text"
        assert code_of(kind, value) == "type.text"


def test_length_error_contains_the_length_and_not_the_number():
    with pytest.raises(ParseError) as caught:
        NIK.parse("99010141")
    assert str(caught.value) == (
        "nik.length: A NIK needs 16 digits, got 8. Copy it again from the KTP or KK."
    )
    assert code_of(KK.parse, "99010101") == "kk.length"
    assert code_of(KK.parse, "990101010890000A") == "kk.format"


def test_kk_rejects_the_day_of_a_woman():
    assert KK.parse("9901013112900001").recorded_dates[0] == date(1990, 12, 31)
    for day in ("41", "71"):
        assert code_of(KK.parse, f"990101{day}08900001") == "kk.is_nik"
    for day in ("32", "40", "72"):
        assert code_of(KK.parse, f"990101{day}08900001") == "kk.date"


def test_nik_and_kk_with_the_same_digits_are_not_equal():
    assert NIK(MAN) != KK(MAN)
    assert len({NIK(MAN), KK(MAN)}) == 2
    with pytest.raises(TypeError):
        _ = NIK(MAN) < KK(MAN)  # type: ignore[operator]


def test_str_repr_and_format_are_masked():
    for number in (NIK(WOMAN), KK(MAN), PhoneNumber.parse("0800 0000 123")):
        for shown in (str(number), repr(number), f"{number}", f"{[number]}"):
            assert "*****" in shown
            assert "0890" not in shown
    assert NIK(WOMAN).unmasked == WOMAN


def test_values_are_immutable_and_can_be_pickled_and_copied():
    for value in (NIK(MAN), KK(MAN), PhoneNumber("+628000000123"), RegionCode("63.10")):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
        assert deepcopy(value) == value
        with pytest.raises(AttributeError):
            value._text = "x"
        with pytest.raises(AttributeError):
            del value._text


def test_numbers_from_a_numeric_column_are_rejected():
    for text in (
        "990101410890000.0",
        "'990101410890000.0",
        "\u200b990101410890000.0",
        "990 101 410 890 000.0",
        "990101410890000. 0",
        "990101410890000.0.",
        "-9901014108900001",
        "9.901.014.108.900.000",
        "990.101.410.890.000",
        "99010.",
        "-1",
    ):
        assert code_of(NIK.parse, text) == "nik.format"
    for text in ("9901.0000", "990.101.410.890"):  # four digits, or few groups: some text
        assert code_of(NIK.parse, text) == "nik.length"
    assert code_of(KK.parse, "9.90101010890000E+15") == "kk.format"


def test_nik_birth_date_accepts_a_datetime():
    assert NIK(WOMAN).birth_date(as_of=datetime(2025, 10, 10, 8)) == date(1990, 8, 1)


@pytest.mark.parametrize(
    "text",
    [
        "+62 (0)800-0000-123",
        "+62 0800 0000 123",
        "62 0800 0000 123",
        "0062 800 0000 123",
        "001 62 800 0000 123",
        "007 62 800 0000 123",
        "008 62 800 0000 123",
        "\u202a+62 800-0000-123\u202c",
    ],
)
def test_phone_parse_removes_the_domestic_zero(text):
    assert PhoneNumber.parse(text).unmasked == "+628000000123"


@pytest.mark.parametrize(
    "text",
    [
        *("0518-71234/71235", "0000000000", "008 000 000 123", "0)8(00000123", "62345678"),
        *("a" * 600, "()0800 0000 123", "10 62 800 0000 123", "628000000", "+"),
    ],
)
def test_phone_rejects_invalid_prefixes(text):
    assert code_of(PhoneNumber.parse, text) == "phone.format"
    for canonical in ("+6208000000", "+62628000000"):
        assert code_of(PhoneNumber, canonical) == "phone.format"


@pytest.mark.parametrize(
    "text", ["0800-0000-123", "62 800 0000 123", "+62 (800) 0000.123", "+628000000123"]
)
def test_phone_parse_accepts_common_formats(text):
    assert PhoneNumber.parse(text).unmasked == "+628000000123"


def test_phone_parse_distinguishes_area_and_country_codes():
    assert PhoneNumber.parse("(0162) 8000 009").unmasked == "+621628000009"
    assert PhoneNumber.parse("(0809) 0000 000").unmasked == "+628090000000"
    assert PhoneNumber.parse("62 8000 0000").unmasked == "+6280000000"


def test_phone_rejects_other_text():
    assert code_of(PhoneNumber.parse, "telepon") == "phone.format"


@pytest.mark.parametrize("digits", ["1", "8001", "9000000", "1000000000000009"])
def test_phone_accepts_8_to_15_digits(digits):
    with pytest.raises(ParseError) as caught:
        PhoneNumber(f"+{digits}")
    assert caught.value.code == "phone.length"
    assert caught.value.issue.params == {"length": len(digits)}
    assert PhoneNumber("+10000009").unmasked == "+10000009"
    assert PhoneNumber("+900000000000000").unmasked == "+900000000000000"


def test_parse_rejects_text_of_more_than_500_characters():
    assert NIK.parse(WOMAN + " " * 484) == NIK(WOMAN)
    with pytest.raises(ParseError):
        NIK.parse(WOMAN + " " * 485)


def test_numbers_of_one_class_sort_by_digits():
    assert NIK(MAN) < NIK(WOMAN)
    assert NIK(MAN) <= NIK(MAN)
    assert not NIK(MAN) < NIK(MAN)


@given(st.text())
def test_parse_raises_only_parse_error(text):
    for kind in (NIK, KK, PhoneNumber, RegionCode):
        try:
            value = kind.parse(text)
        except ParseError as error:
            assert error.issue.describe("id")
        else:
            assert type(value)(value._text) == value


@given(
    st.from_regex(
        r"[1-9][0-9]{5}(0[1-9]|[12][0-9]|4[1-9]|[56][0-9])(0[1-9]|1[0-2])[0-9]{2}0000",
        fullmatch=True,
    )
)
def test_nik_accepts_any_region(text):
    try:
        nik = NIK.parse(text)
    except ParseError as error:
        # Only 29 February without a leap year is left.
        assert error.code == "nik.date"
        assert text[8:10] == "02"
    else:
        assert NIK.parse(nik.unmasked) == nik
        assert nik.region.digits == text[:6]


@pytest.mark.parametrize(
    "text",
    [
        *("628000000123.0", "+628000000123.0", "62 800 0000 123.00", "628000000123,0"),
        *("+62 (800) 0000-123.0", "628.000.000.123", "0800.0000.123", "628000000123."),
    ],
)
def test_phone_never_takes_digits_from_a_decimal_part(text):
    assert PhoneNumber.parse(text).unmasked == "+628000000123"


def test_phone_keeps_trailing_zeros():
    assert PhoneNumber.parse("08.00.00.00.12.00").unmasked == "+6280000001200"
    assert PhoneNumber.parse("0800.0000.0000").unmasked == "+6280000000000"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("628.000.000.123.0", "phone.decimals"),
        ("080000000123.0", "phone.decimals"),
        ("0800 0000 123.00", "phone.decimals"),
        ("62.800.0000.123.00", "phone.decimals"),
        ("628000000123.5", "phone.decimals"),
        ("628000000123.000", "phone.decimals"),
        ("0800 0000.00", "phone.decimals"),
        ("628,000,000,123.00", "phone.decimals"),
        ("8.00000000123E+11", "phone.format"),
        ("628.000.000.123,00", "phone.format"),
        ("abc", "phone.format"),
    ],
)
def test_phone_rejects_an_ambiguous_decimal_part(text, code):
    with pytest.raises(ParseError) as caught:
        PhoneNumber.parse(text)
    assert caught.value.code == code


def test_phone_of_digits_alone_is_parsed_as_one_with_separators():
    for text in (
        "+628000000123",
        "628000000123",
        "08000000123",
        "008628000000123",
        "00628000000123",
    ):
        assert PhoneNumber.parse(text) == PhoneNumber.parse(f"{text[:-3]}-{text[-3:]}")
    for text in ("+", "+62", "62", "0"):
        assert code_of(PhoneNumber.parse, text) == code_of(PhoneNumber.parse, f"({text})")


UUIDS = (
    "cb48e318-dbb3-4955-a785-628106892383",
    "CB48E318-DBB3-4955-A785-628106892383",
    "urn:uuid:cb48e318-dbb3-4955-a785-628106892383",
    "00000000-0000-4000-8000-081234567890",
)


@pytest.mark.parametrize(
    "text", [*UUIDS, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01234567890123456789012345"]
)
def test_uuids_and_ulids_are_accepted_as_ids(text):
    assert str(WorkerId(text)) == text


def test_random_uuids_are_accepted_as_ids():
    for _ in range(20_000):
        WorkerId(str(uuid4()))


def test_id_parse_removes_braces_around_a_uuid():
    assert WorkerId.parse("{" + UUIDS[0] + "}") == WorkerId(UUIDS[0])
    for text in ("{psm-1}", "{" + UUIDS[0], UUIDS[0] + "}"):
        with pytest.raises(ParseError, match=r"id\.format"):
            WorkerId.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *("9901014108900001", f"{UUIDS[0]}-9901014108900001", f"x-{UUIDS[0]}", "psm-081234567890"),
        *(
            "cb48e318-dbb3-4955-a785-6281068923835",
            "9901-0141-0890-0001",
            f"{UUIDS[0]}:628106892383",
        ),
    ],
)
def test_other_ids_with_a_personal_number_are_rejected(text):
    with pytest.raises(ParseError, match=r"id\.personal_number"):
        WorkerId(text)


ID_PARTS = st.sampled_from(
    [
        *"0128.:-_A",
        "81",
        "31",
        "08",
        "628",
        "0812",
        "123456",
        "9901014108900001",
        "6310.0920",
        *UUIDS,
    ]
)


@given(text=st.lists(ID_PARTS, min_size=1, max_size=8).map("".join))
@settings(max_examples=5 * settings().max_examples)
def test_id_is_rejected_exactly_for_a_personal_number_that_is_no_uuid(text):
    value = value_or_issue(WorkerId, text)
    if not fits(WorkerId, text):
        assert value.code == "id.format"
    elif re.search(PERSONAL_NUMBER, text) and not re.fullmatch(UUID, text):
        assert value.code == "id.personal_number"
    else:
        assert str(value) == text
