"""Text from a paper form becomes values, and what cannot is told in two languages."""

from collections.abc import Callable
from datetime import date

from psm_core import KK, NIK, DateRange, ParseError, PhoneNumber, RegionCode, parse_date

FORM: list[tuple[str, Callable[[str], object], str]] = [
    ("NIK", NIK.parse, "9901 0141 0890-0001"),
    ("KK", KK.parse, "9901010108900001"),
    ("Telepon", PhoneNumber.parse, "0800 0000 123"),
    ("Wilayah tugas", RegionCode.parse, "63.10.09.2005"),
    ("Tanggal lahir", parse_date, "1 Agustus 1990"),
]
FAULTY: list[tuple[str, Callable[[str], object], str]] = [
    ("NIK", NIK.parse, "99010141"),
    ("KK", KK.parse, "9901014108900001"),
    ("Wilayah tugas", RegionCode.parse, "6310092005"),
    ("Tanggal lahir", parse_date, "Agustus 1990"),
]

print("A form, read:")
for name, parse, text in FORM:
    print(f"  {name:<14} {parse(text)!r}")

nik = NIK.parse("9901014108900001")
print("\nWhat a NIK tells:")
print(f"  first registered in {nik.region}, {nik.sex.label} ({nik.sex.gloss})")
print(f"  born on {nik.birth_date(as_of=date(2025, 10, 10))}, as seen from October 2025")

gathering = DateRange(parse_date("10 Oktober 2025"), parse_date("12 Oktober 2025"))
print(f"\nThe Temu Karya of 2025 took {gathering.days} days: {gathering.start} to {gathering.end}")

print("\nA faulty form:")
for name, parse, text in FAULTY:
    try:
        parse(text)
    except ParseError as error:
        print(f"  {name:<14} {error.code}")
        print(f"    id: {error.issue.describe('id')}")
        print(f"    en: {error.issue.describe('en')}")
