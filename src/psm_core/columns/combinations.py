"""Rows with the same values in several columns."""

from collections.abc import Sequence
from typing import Final

from .arrow import Array, arrow, compute, counted

_WIDEST: Final = 2**40


def combined(numbers: Sequence[Array], count: int) -> Array:
    """Return the combinations of some columns of numbers from 0, as a dictionary array."""
    places: Array = arrow.repeat(arrow.scalar(0, arrow.int64()), count)
    width = 1
    for one in numbers if count else ():
        highest = compute.max(one).as_py()
        if width * (highest + 1) > _WIDEST:
            places = places.dictionary_encode().indices.cast(arrow.int64())
            width = compute.max(places).as_py() + 1
        places = compute.add(compute.multiply(places, highest + 1), one.cast(arrow.int64()))
        width *= highest + 1
    return places.dictionary_encode()


def first_rows(indices: Array, are_left_out: Array | None, count: int) -> list[int | None]:
    """Return for each of `count` combinations its first row, without those that are left out."""
    rows = counted(len(indices))
    if are_left_out is not None:
        rows = compute.if_else(are_left_out, None, rows)
    table = arrow.table({"combination": indices, "row": rows})
    firsts = table.group_by("combination", use_threads=False).aggregate([("row", "min")])
    found: list[int | None] = [None] * count
    places = firsts["combination"].to_pylist()
    for place, row in zip(places, firsts["row_min"].to_pylist(), strict=True):
        found[place] = row
    return found
