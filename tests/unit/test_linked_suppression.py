"""Cell suppression of linked tables, audited from all published tables together.

The audits know nothing of how the cells were chosen. The first goes through every table that the
published counts allow; the second, for tables too large for that, eliminates over exact fractions
and narrows bounds until nothing changes.
"""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import (
    Address,
    Beneficiary,
    BeneficiaryId,
    Classification,
    NIKAbsence,
    Person,
    PPKSCategory,
    RegionCode,
    load_regions,
    recaps,
)
from psm_core.recaps import Recap, linked_suppression, suppress_linked

COUNTS = st.sampled_from([0, 0, 1, 1, 2, 3, 5])
PLACES = [("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")]


def table(people, rows, columns, **keys):
    """Return the recap of people: rows and columns are names with what belongs in them."""
    cells = {
        (row, column): sum(n for one, n in people.items() if in_row(one) and in_column(one))
        for row, in_row in rows.items()
        for column, in_column in columns.items()
    }
    return Recap.of("t", rows, columns, cells, **keys)


def is_in(place, value):
    return lambda one: one[place] == value


def by_level(people):
    """Return a kabupaten by kecamatan, and each kecamatan by desa."""
    columns = {name: is_in(2, name) for name in sorted({one[2] for one in people})}
    larger = sorted({one[0] for one in people})
    total = {None: "everybody"}
    yield table(people, {k: is_in(0, k) for k in larger}, columns, column_keys=total)
    for kecamatan in larger:
        smaller = sorted({one[1] for one in people if one[0] == kecamatan})
        rows = {name: is_in(1, name) for name in smaller}
        yield table(people, rows, columns, row_keys={None: kecamatan}, column_keys=total)


def with_and_without_columns(people):
    """Return each kecamatan by desa, and all kecamatan with one column: everybody."""
    _, *parts = by_level(people)
    rows = {name: is_in(0, name) for name in sorted({one[0] for one in people})}
    yield table(people, rows, {"everybody": lambda _: True})
    yield from parts


def with_and_without_breakdown(people):
    """Return desa by category, and the same by category and sex."""
    rows = {name: is_in(1, name) for name in sorted({one[1] for one in people})}
    columns = {name: is_in(2, name) for name in sorted({one[2] for one in people})}
    finer = {
        name + sex: (lambda one, name=name, sex=sex: one[2:] == (name, sex))
        for name in columns
        for sex in "LP"
    }
    total = {None: "everybody"}
    yield table(people, rows, columns, column_keys=total)
    yield table(people, rows, finer, column_keys=total)


def with_unknown_places(people):
    """Return regions by level, where nobody knows in which part of the region some people live."""
    columns = {"x": is_in(2, "x")}
    total = {None: "everybody"}
    rows = {
        "A": lambda one: one[0] == "63.10.01",
        "?": lambda one: one[0] == "?",
    }
    keys = {"A": "63.10.01", "?": "? 63.10"}
    whole = {"row_keys": keys, "column_keys": total, "within": RegionCode("63.10")}
    yield table(people, rows, columns, **whole)
    rows = {
        "d1": is_in(1, "d1"),
        "d2": is_in(1, "d2"),
        "?": lambda one: one[1] == "?",
    }
    keys = {"d1": "63.10.01.2001", "d2": "63.10.01.2002", "?": "? 63.10.01"}
    part = {"row_keys": keys, "column_keys": total, "within": RegionCode("63.10.01")}
    yield table(people, rows, columns, **part)


@st.composite
def linked(draw):
    """Draw people, the tables of them, and the sums of columns."""
    build = draw(
        st.sampled_from(
            [by_level, with_and_without_columns, with_and_without_breakdown, with_unknown_places]
        )
    )
    columns = ["x", "y"][: draw(st.integers(1, 2))]
    if build is with_and_without_breakdown:
        places = [("a", "a1"), ("a", "a2")][: draw(st.integers(1, 2))]
        kinds = [(*place, name, sex) for place in places for name in columns for sex in "LP"]
    elif build is with_unknown_places:
        places = [("63.10.01", "d1"), ("63.10.01", "d2"), ("63.10.01", "?"), ("?", "?")]
        kinds = [(*place, "x") for place in places]
    else:
        places = PLACES[: draw(st.integers(1, 4))]
        kinds = [(*place, name) for place in places for name in columns]
    people = {kind: draw(COUNTS) for kind in kinds}
    sums = {"columns": {name: [f"{name}L", f"{name}P"] for name in columns}}
    return people, build, sums if build is with_and_without_breakdown else {}


def contributions(people, build):
    """Return for each published count the places of the people that it counts."""
    found = {}
    for place, kind in enumerate(people):
        one = {other: int(other == kind) for other in people}
        for number, recap in enumerate(build(one)):
            for cell, count in recap.counts.items():
                found.setdefault((number, cell), []).extend([place] * count)
    return found


def possible(people, build, shown, threshold):
    """Return for each published count the numbers that it has in any tables like the shown ones.

    The reader knows the threshold, which of the smallest cells are below it, and that no
    suppressed count is 0.
    """
    counted = contributions(people, build)
    published = {at: shown[at[0]].counts[at[1]] for at in counted}
    ranges = [range(n + 3) for n in people.values()]
    for at, places in counted.items():
        if len(places) == 1:
            (place,) = places
            true = list(people.values())[place]
            known = [published[at]] if published[at] is not None else range(1, true + 3)
            small = range(1, threshold) if 0 < true < threshold else known
            ranges[place] = sorted({*ranges[place]} & {*known} & {*small})
    last = [[] for _ in people]
    for at, places in counted.items():
        for place in places[-1:]:
            last[place].append((at, places))
    seen = {at: set() for at in counted}

    def fill(filling):
        if len(filling) == len(people):
            for at, places in counted.items():
                seen[at].add(sum(filling[place] for place in places))
            return
        for value in ranges[len(filling)]:
            longer = [*filling, value]
            sums = ((at, sum(longer[one] for one in places)) for at, places in last[len(filling)])
            if all(n == published[at] or (published[at] is None and n) for at, n in sums):
                fill(longer)

    fill([])
    return seen


def leaks(people, build, shown, threshold):
    """Return the small counts that have one possible number."""
    numbers = possible(people, build, shown, threshold)
    return [
        (number, cell)
        for number, one in enumerate(build(people))
        for cell, count in one.counts.items()
        if 0 < count < threshold and len(numbers[number, cell]) < 2
    ]


@given(linked(), st.sampled_from([3, 4]))
@settings(max_examples=2 * settings().max_examples)
def test_no_small_count_can_be_computed_from_all_tables_together(drawn, threshold):
    people, build, sums = drawn
    whole = list(build(people))
    shown = suppress_linked(whole, threshold, **sums)
    assert not leaks(people, build, shown, threshold), [one.table() for one in shown]


@given(linked(), st.sampled_from([3, 4]))
@settings(max_examples=2 * settings().max_examples)
def test_cell_with_its_totals_is_suppressed_after_the_search_limit(drawn, threshold):
    people, build, sums = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linked_suppression, "_MAX_STEPS", 0)
        shown = suppress_linked(build(people), threshold, **sums)
    assert not leaks(people, build, shown, threshold), [one.table() for one in shown]


@given(linked(), st.integers(3, 6))
@settings(max_examples=2 * settings().max_examples)
def test_shown_counts_are_unchanged_and_equal_cells_suppressed_in_every_table(drawn, threshold):
    people, build, sums = drawn
    whole = list(build(people))
    shown = suppress_linked(whole, threshold, **sums)
    assert shown == suppress_linked(iter(whole), threshold, **sums)
    for before, after in zip(whole, shown, strict=True):
        assert after.threshold == threshold
        for cell, count in before.counts.items():
            assert after.counts[cell] in {None, count}
            assert (after.counts[cell] is None) == (cell in after.suppressed_cells)
            assert not 0 < count < threshold or cell in after.suppressed_cells
            assert count or cell not in after.suppressed_cells


def test_separate_suppression_reveals_counts_and_linked_does_not():
    people = {("a", "a1", "x"): 1, ("b", "b1", "x"): 5}
    alone = [one.suppress(3) for one in by_level(people)]
    assert (1, ("a1", "x")) in leaks(people, by_level, alone, 3)
    assert not leaks(people, by_level, suppress_linked(by_level(people), 3), 3)


# -- larger tables -------------------------------------------------------------------------------

KABUPATEN, ANGSANA = RegionCode("63.10"), RegionCode("63.10.09")
CATEGORIES = list(PPKSCategory)[:4]


def beneficiaries():
    """Return people in some desa of two kecamatan, and some of whom less is known."""
    regions = load_regions()
    places = [
        *[region.code for region in regions.children(ANGSANA)],
        *[region.code for region in regions.children(RegionCode("63.10.01"))],
        ANGSANA,
        KABUPATEN,
    ]
    found = []
    for place, code in enumerate(places):
        for number, category in enumerate(CATEGORIES):
            found += [(code, category)] * ((7 * place + 5 * number + place * number) % 6)
    return [
        Beneficiary(
            id=BeneficiaryId(f"b-{number}"),
            person=Person(
                name="C",
                nik_absence=NIKAbsence.BELUM_MEMILIKI,
                domicile=Address(region=code),
            ),
            classifications=frozenset(
                {Classification(category=category, date=date(2025, 10, 10), source="asesmen")}
            ),
        )
        for number, (code, category) in enumerate(found)
    ]


def by_category(*codes):
    people = beneficiaries()
    return [
        recaps.by_category(people, regions=load_regions(), within=RegionCode(code))
        for code in codes
    ]


def identified(tables):
    """Return for each count of each table what it counts, and the sums between those."""
    sums, named = [], []
    for one in tables:
        rows = {**{row: one.row_keys[row] for row in one.rows}, None: f"all {one.within}"}
        columns = {**{column: column for column in one.columns}, None: "all"}
        named.append({cell: (rows[cell[0]], columns[cell[1]]) for cell in one.counts})
        for column in columns.values():
            sums.append([(rows[None], column), *((rows[row], column) for row in one.rows)])
            sums.append(
                [
                    (str(one.within), column),
                    *((rows[row], column) for row in one.rows if "?" not in rows[row]),
                    (f"only {one.within}", column),
                ]
            )
            if str(one.within) != "63.10":
                unknown = (f"? {one.within}", column), (f"only {one.within}", column)
                sums.append([*unknown, ("? 63.10", column)])
        sums += [
            [(row, "all"), *((row, column) for column in one.columns)] for row in rows.values()
        ]
    return named, sums


def determined(tables, shown):  # noqa: C901, PLR0912 - one calculation, read from top to bottom
    """Return what of the suppressed counts exact elimination and bounds give to a reader."""
    named, sums = identified(tables)
    known, lows = {}, {}
    for keys, one in zip(named, shown, strict=True):
        for cell, key in keys.items():
            if one.counts[cell] is not None:
                known[key] = one.counts[cell]
            else:
                lows[key] = 1
    lines = []
    for whole, *parts in sums:
        line = {}
        for key, sign in [(whole, 1), *((part, -1) for part in parts)]:
            line[key] = line.get(key, 0) + Fraction(sign)
        lines.append(
            (
                {key: n for key, n in line.items() if key not in known and n},
                -sum(n * known[key] for key, n in line.items() if key in known),
            )
        )
    solved = {}
    for line, value in lines:
        left, rest = dict(line), value
        for pivot, (other, constant) in solved.items():
            if pivot in left:
                times = left[pivot]
                for key, n in other.items():
                    left[key] = left.get(key, 0) - times * n
                rest -= times * constant
        left = {key: n for key, n in left.items() if n}
        if not left:
            assert rest == 0
            continue
        pivot, times = next(iter(left.items()))
        left, rest = {key: n / times for key, n in left.items()}, rest / times
        for old, (other, constant) in solved.items():
            if pivot in other:
                times = other[pivot]
                merged = {
                    key: other.get(key, 0) - times * left.get(key, 0) for key in {*other, *left}
                }
                solved[old] = {key: n for key, n in merged.items() if n}, constant - times * rest
        solved[pivot] = left, rest
    lines += solved.values()
    low, high = dict(lows), {}
    changed = True
    while changed:
        changed = False
        for line, value in lines:
            for key, n in line.items():
                others = [(one, times) for one, times in line.items() if one != key]
                minimum = [
                    (times * low.get(one, 0) if times > 0 else times * high[one])
                    for one, times in others
                    if times > 0 or one in high
                ]
                if len(minimum) == len(others):
                    bound = (value - sum(minimum)) / n
                    if n > 0 and bound < high.get(key, bound + 1):
                        high[key], changed = bound, True
                    if n < 0 and bound > low.get(key, 0):
                        low[key], changed = bound, True
    return {key for key in lows if key in high and high[key] - low[key] < 1}


@pytest.mark.parametrize(
    "codes", [("63.10", "63.10.09"), ("63.10.01", "63.10", "63.10.09"), ("63.10.09", "63.10.01")]
)
def test_no_small_count_of_linked_regions_follows_from_elimination_and_bounds(codes):
    whole = by_category(*codes)
    assert all("Tidak diketahui" in one.rows for one in whole)
    shown = suppress_linked(whole, 5)
    named, _ = identified(whole)
    small = {
        key
        for keys, one in zip(named, whole, strict=True)
        for cell, key in keys.items()
        if 0 < one.counts[cell] < 5
    }
    assert len(small) > 20
    assert not small & determined(whole, shown)


def test_audit_finds_counts_revealed_by_separate_suppression():
    whole = by_category("63.10", "63.10.09", "63.10.01")
    assert determined(whole, [one.suppress(5) for one in whole])


def test_kecamatan_is_linked_with_province_without_kabupaten():
    desa, province = (
        Recap.of(
            "t",
            rows,
            ("x",),
            {(row, "x"): n for row, n in zip(rows, counts, strict=True)},
            within=RegionCode(code),
        )
        for code, rows, counts in [
            ("63.10.09", ("63.10.09.2001", "63.10.09.2002"), (1, 6)),
            ("63", ("63.10", "63.71"), (7, 9)),
        ]
    )
    alone = desa.suppress(3), province.suppress(3)
    assert alone[1].count("63.10", "x") == 7
    together = suppress_linked([desa, province], 3)
    assert [one.table()[1:] for one in together] == [
        [["63.10.09.2001", "·", "·"], ["63.10.09.2002", "·", "·"], ["Jumlah", "7", "7"]],
        [["63.10", "7", "7"], ["63.71", "9", "9"], ["Jumlah", "16", "16"]],
    ]
    with pytest.raises(ValueError, match="contradict each other"):
        suppress_linked([desa, attrs.evolve(province, counts=half(province.counts))], 3)


def half(counts):
    return {cell: {7: 6, 9: 9, 16: 15}[n] for cell, n in counts.items()}


# -- what is refused -----------------------------------------------------------------------------


def plain(counts, **keys):
    """Return a recap of one column x."""
    return Recap.of("t", counts, ("x",), {(row, "x"): n for row, n in counts.items()}, **keys)


def regions_of(code, counts, **unknown):
    keys = {"row_keys": {"?": f"? {code}"}, "within": RegionCode(code)}
    return plain({**counts, **({"?": unknown["unknown"]} if unknown else {})}, **keys)


@pytest.mark.parametrize(
    ("tables", "sums", "message"),
    [
        ([plain({"a": 3, "b": 4}), plain({"a": 5, "c": 4})], {}, "contradict each other"),
        ([plain({"a": 3}), plain({"b": 4})], {}, "nothing links table 1 with another"),
        (
            [plain({"a": 3}), plain({"b": 1, "c": 1})],
            {"rows": {"a": ["b", "c"]}},
            "contradict each other",
        ),
        (
            [plain({"a": 3}), plain({"b": 4})],
            {"rows": {"a": ["b", "c"]}},
            "contradict each other",
        ),
        (
            [regions_of("63", {"63.10": 3}), regions_of("63.10", {"63.10.09": 4})],
            {},
            "contradict each other",
        ),
        (
            [
                regions_of("63", {"63.10": 3}, unknown=1),
                regions_of("63.10", {"63.10.09": 1}, unknown=4),
            ],
            {},
            "contradict each other",
        ),
    ],
)
def test_tables_that_do_not_count_the_same_people_are_rejected(tables, sums, message):
    with pytest.raises(ValueError, match=message):
        suppress_linked(tables, 3, **sums)


def test_thresholds_below_three_and_suppressed_tables_are_rejected():
    with pytest.raises(ValueError, match="at least 3"):
        suppress_linked([plain({"a": 3})], 2)
    with pytest.raises(ValueError, match="already suppressed"):
        suppress_linked([plain({"a": 3}).suppress(4)], 4)


def test_single_table_is_suppressed_alone_and_none_gives_none():
    one = Recap.of("t", "ab", "xy", {("a", "x"): 1, ("a", "y"): 9, ("b", "x"): 7, ("b", "y"): 4})
    assert suppress_linked([one], 3) == (one.suppress(3),)
    assert suppress_linked([], 3) == ()


def test_missing_parts_leave_the_rest_of_a_whole_open():
    whole, part = plain({"a": 4, "z": 9}), plain({"b": 2})
    shown = suppress_linked([whole, part], 3, rows={"a": ["b", "c"], "q": ["b"], "z": ["w"]})
    assert [one.table()[1:] for one in shown] == [
        [["a", "4", "4"], ["z", "9", "9"], ["Jumlah", "13", "13"]],
        [["b", "·", "·"], ["Jumlah", "·", "·"]],
    ]


def test_unknown_region_may_count_more_in_the_table_above():
    above = regions_of("63", {"63.10": 4}, unknown=3)
    part = regions_of("63.10", {"63.10.09": 1, "63.10.08": 3}, unknown=2)
    shown = suppress_linked([above, part], 4)
    assert shown[1].count("63.10.09", "x") is None
    elsewhere = regions_of("64.10", {"64.10.09": 4})
    assert suppress_linked([above, part, elsewhere], 4)[:2] == shown


def test_counts_that_are_unknown_belong_to_no_sum():
    one = plain({"a": None, "b": 2})
    other = plain({"b": 2, "c": 7}, within=RegionCode("63"))
    shown = suppress_linked([one, other], 3)
    assert shown[0].table()[1:] == [["a", "?", "?"], ["b", "·", "·"], ["Jumlah", "?", "?"]]
    assert shown[1].count("c", "x") == 7 or shown[1].count(None, "x") == 9


def test_progress_counts_the_small_counts():
    seen = []
    tables = [plain({"a": 1, "b": 2, "c": 9}), plain({"c": 9, "d": 2})]
    suppress_linked(tables, 3, progress=lambda done, total: seen.append((done, total)))
    assert seen[0][0] == 0
    assert len(set(seen[-1])) == 1
    assert seen == sorted(seen)


def test_a_part_that_counts_twice_in_a_sum_is_rejected():
    tables = [plain({"a": 1, "b": 0}), plain({"t": 1, "u": 2})]
    with pytest.raises(ValueError, match="counts twice"):
        suppress_linked(tables, 3, rows={"t": ["a", "b"], "u": ["t", "a"]})


def test_missing_or_unknown_columns_link_nothing():
    above = regions_of("63", {"63.10": 4})
    for code in ("63.10", "63.10.09"):
        keys = {"within": RegionCode(code), "column_keys": {"x": "y", None: "z"}}
        part = plain({f"{code}.01": 1, f"{code}.02": 5}, **keys)
        assert suppress_linked([above, part], 3)[1].count() == 6
    unknown = plain({"63.10.01": None, "63.10.02": 5}, within=RegionCode("63.10"))
    assert suppress_linked([above, unknown], 3)[1] == unknown.suppress(3)


def test_tables_are_linked_by_their_common_columns():
    above = regions_of("63", {"63.10": 4})
    cells = {("63.10.01", "x"): 1, ("?", "x"): 3, ("63.10.01", "y"): 7}
    keys = {"row_keys": {"?": "? 63.10"}, "within": RegionCode("63.10")}
    part = Recap.of("t", ("63.10.01", "?"), ("x", "y"), cells, **keys)
    shown = suppress_linked([above, part], 4)
    assert shown[0].count("63.10", "x") == 4
    assert {cell for cell in shown[1].suppressed_cells if cell[1] == "x"} == {
        ("63.10.01", "x"),
        ("?", "x"),
    }
