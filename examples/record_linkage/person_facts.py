"""The facts of people that Splink compares, as columns of Arrow. It needs ``psm-core[columns]``."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from psm_core import columns
from psm_core.matching import name_key
from psm_core.terms import Sex

TEXT: pa.DataType = pa.string()
FACTS: Final = pa.schema(
    {
        "id": TEXT,  # of the row, not of the person
        "nik": TEXT,
        "kk": TEXT,
        "name": TEXT,  # the words without titles and variants of spelling
        "words": TEXT,  # the same in the order of the alphabet
        "letters": TEXT,  # the same without blanks
        "born": TEXT,  # yymmdd, of the birth date or else of the NIK
        "year": TEXT,  # as the list states it, also if it states no more
        "sex": TEXT,
        "village": TEXT,
        "phone": TEXT,
    }
)
"""The columns of the table that Splink gets. What is unknown or has an error is null."""


Column = Any
"""A column of Arrow."""
WOMAN: Final = pa.scalar(40, pa.int8())
"""What is added to the day in the NIK of a woman."""


def facts(rows: pa.Table) -> pa.Table:
    """Return the facts of rows with the columns id, nik, kk, name, sex, birth_date, village, phone.

    The values are written as in the lists: `psm_core.columns` reads them.
    """
    nik: Column = columns.niks(rows["nik"]).values
    names = [name_key(name or "") for name in rows["name"].to_pylist()]
    born: Column = columns.dates(rows["birth_date"]).values
    dates: Column = rows["birth_date"].cast(TEXT)
    stated = pc.utf8_slice_codeunits(dates, 0, 4)
    only_year = pc.if_else(pc.match_substring_regex(stated, r"^(19|20)\d\d$"), stated, None)
    found: dict[str, Any] = {
        "id": rows["id"],
        "nik": nik,
        "kk": columns.kks(rows["kk"]).values,
        "name": _texts(names),
        "words": _texts(" ".join(sorted(name.split())) for name in names),
        "letters": _texts(name.replace(" ", "") for name in names),
        "born": pc.coalesce(pc.strftime(born, "%y%m%d"), _date_of_nik(nik, rows["birth_date"])),
        "year": pc.coalesce(pc.strftime(born, "%Y"), only_year),
        "sex": columns.terms(rows["sex"], Sex).values,
        "village": columns.region_codes(rows["village"]).values,
        "phone": columns.phones(rows["phone"]).values,
    }
    return pa.table(found).cast(FACTS)


def facts_of_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the facts of each batch, as ``mapInArrow`` of Spark asks for them."""
    for batch in batches:
        yield from facts(pa.Table.from_batches([batch])).to_batches()


def _texts(texts: Iterable[str]) -> Column:
    """Return texts with null for empty ones, which would be equal to each other."""
    return pa.array([text or None for text in texts], TEXT)


def _date_of_nik(nik: Column, stated: Column) -> Column:
    """Return year, month and day of a NIK where no birth date is stated."""
    day: Column = pc.utf8_slice_codeunits(nik, 6, 8).cast(pa.int8())
    day = pc.if_else(pc.greater(day, WOMAN), pc.subtract(day, WOMAN), day).cast(TEXT)
    year, month = (pc.utf8_slice_codeunits(nik, at, at + 2) for at in (10, 8))
    born = pc.binary_join_element_wise(year, month, pc.utf8_lpad(day, 2, "0"), "")
    return pc.if_else(pc.is_null(stated), born, None)
