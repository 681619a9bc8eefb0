"""Recaps over any field: groups, their order, and what links them for suppression."""

import datetime as dt
from collections import Counter
from functools import partial
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psm_core import (
    NIK,
    Month,
    PartialDate,
    Person,
    PMKSCategory,
    PPKSCategory,
    Quarter,
    RegionCode,
    RegionLevel,
    Sex,
    UnknownRegionError,
    WorkerId,
    load_regions,
    population,
    recaps,
)
from tests.unit.test_linked_suppression import leaks, table

REGIONS = load_regions()
HERE = RegionCode("63.10")
DAY = dt.date(2025, 10, 10)
WORKERS = tuple(population.workers(60, seed=7, as_of=DAY))
TITLES = ("sex", "role", "spouse")


def rows_of(groups, **options):
    recap = recaps.count(groups, title="Contoh", rows=lambda one: one, **options)
    return {row: recap.count(row, "Jumlah") for row in recap.rows}


def test_values_are_named_and_sorted_by_their_kind():
    assert rows_of([Sex.PEREMPUAN, Sex.LAKI_LAKI, None, Sex.PEREMPUAN]) == {
        "Laki-laki": 1,
        "Perempuan": 2,
        "Tidak diketahui": 1,
    }
    assert list(rows_of([10, 2, None])) == ["2", "10", "Tidak diketahui"]
    assert list(rows_of([False, True])) == ["Ya", "Tidak"]
    assert list(rows_of(["Satui", "Angsana"])) == ["Angsana", "Satui"]
    assert list(rows_of([Month("2025-10"), Month.of(DAY), Month("2025-09")])) == [
        "2025-09",
        "2025-10",
    ]
    others = [Quarter("2025-Q4"), RegionCode("63.10"), WorkerId("psm-1")]
    assert list(rows_of(others)) == ["2025-Q4", "63.10", "psm-1"]
    assert rows_of([]) == {}


def test_terms_of_two_vocabularies_with_one_label_are_different_rows():
    labels = {one.label: one for one in PPKSCategory}
    same = next(one for one in PMKSCategory if one.label in labels)
    found = rows_of([same, labels[same.label], same])
    assert sorted(found.values()) == [1, 2]
    assert all(name.startswith(f"{same.label} (") for name in found)


def test_record_counts_once_in_each_of_its_groups_and_nowhere_without_one():
    records = [frozenset({Sex.PEREMPUAN, Sex.LAKI_LAKI}), (Sex.PEREMPUAN, Sex.PEREMPUAN), ()]
    assert rows_of(records) == {"Laki-laki": 1, "Perempuan": 2}


def test_listed_groups_come_first_and_are_shown_with_zero():
    by_sex = recaps.value_groups(lambda row: row, listed=[Sex.PEREMPUAN, Sex.LAKI_LAKI])
    recap = recaps.count([Sex.LAKI_LAKI, None], title="Contoh", rows=by_sex)
    assert recap.rows == ("Perempuan", "Laki-laki", "Tidak diketahui")
    assert [recap.count(row, "Jumlah") for row in recap.rows] == [0, 1, 1]


@pytest.mark.parametrize(
    "group", [NIK("9901014108900001"), 1.5, DAY, Person, "9901014108900001", "a9901014108900001b"]
)
def test_group_that_is_a_number_of_a_person_or_no_group_is_refused(group):
    with pytest.raises((TypeError, ValueError), match="a group") as caught:
        rows_of([group])
    assert "9901" not in str(caught.value)


def test_regions_are_the_parts_one_level_below_or_of_a_level():
    codes = [
        RegionCode("63.10.09.2005"),
        [RegionCode("99.01"), RegionCode("63.10.04")],
        RegionCode("63.10"),
        None,
        RegionCode("63.01.01"),
        RegionCode("63.10.99"),
    ]

    def counted(**options):
        groups = recaps.region_groups(lambda one: one, regions=REGIONS, **options)
        recap = recaps.count(codes, title="Contoh", rows=groups)
        assert recap.within == options["within"]
        return {row: n for row in recap.rows if (n := recap.count(row, "Jumlah"))}

    assert counted(within=HERE) == {
        "Kecamatan Satui": 1,
        "Kecamatan Angsana": 1,
        "Tidak diketahui": 3,
    }
    regencies = counted(within=RegionCode("63"), level=RegionLevel.REGENCY)
    assert regencies["Kabupaten Tanah Bumbu"] >= 3
    villages = counted(within=HERE, level=RegionLevel.VILLAGE)
    assert villages == {"Desa Angsana": 1, "Tidak diketahui": 4}
    with pytest.raises(ValueError, match="no parts of the level"):
        counted(within=HERE, level=RegionLevel.PROVINCE)
    with pytest.raises(UnknownRegionError):
        counted(within=RegionCode("99"))


def test_ages_are_groups_of_people_birth_dates_and_dates_known_in_part():
    people = [
        Person(nik=NIK("9901014108900001"), name="Contoh"),
        dt.date(2020, 10, 11),
        dt.date(2020, 10, 10),
        PartialDate("1957"),
        PartialDate("2007"),
        None,
    ]
    groups = recaps.age_groups(lambda one: one, as_of=DAY)
    recap = recaps.count(people, title="Contoh", rows=groups)
    assert recap.table() == [
        ["", "Jumlah"],
        ["0 sampai 4 tahun", "1"],
        ["5 sampai 17 tahun", "1"],
        ["18 sampai 59 tahun", "1"],
        ["60 tahun ke atas", "1"],
        ["Tidak diketahui", "2"],
        ["Jumlah", "6"],
    ]
    one_year = recaps.age_groups(lambda one: one, as_of=DAY, starts=(4, 5, 6))
    assert recaps.count([dt.date(2025, 1, 1)], title="Contoh", rows=one_year).rows == (
        "4 tahun",
        "5 tahun",
        "6 tahun ke atas",
        "Tidak diketahui",
    )
    for starts in ((), (5, 5), (18, 5)):
        with pytest.raises(ValueError, match="must increase"):
            recaps.age_groups(lambda one: one, as_of=DAY, starts=starts)


def by_age(columns=None, **options):
    ages = recaps.age_groups(lambda one: one.person, as_of=DAY, starts=range(0, 80, 10))
    return recaps.count(WORKERS, title="Umur", rows=ages, columns=columns, **options)


def test_recaps_of_the_same_records_are_suppressed_together():
    def sex_of(worker):
        return worker.person.sex

    def education_of(worker):
        return worker.person.education

    by_region = recaps.region_groups(
        lambda worker: [role.serves for role in worker.assignments],
        within=RegionCode("63"),
        regions=REGIONS,
    )
    tables = [
        by_age(sex_of),
        recaps.count(WORKERS, title="Pendidikan", rows=education_of, columns=sex_of),
        recaps.count(WORKERS, title="Jenis kelamin", rows=sex_of),
        recaps.count(WORKERS, title="Wilayah", rows=by_region, columns=sex_of),
    ]
    assert len({table.row_keys.get(None) for table in tables[:3]}) == 1
    expected = Counter(sex_of(worker).label for worker in WORKERS)
    assert {one: tables[0].count(None, one) for one in tables[0].columns} == expected
    suppressed = recaps.suppress_linked(tables, 5)
    totals = {one.count(None, "Perempuan") for one in suppressed[:2]}
    assert len(totals) == 1, "the same people are shown in one table and suppressed in another"
    assert any(one.suppressed_cells for one in suppressed)
    for before, after in zip(tables, suppressed, strict=True):
        small = {cell for cell, n in before.counts.items() if n and n < 5}
        assert small <= after.suppressed_cells


def test_totals_of_several_groups_or_of_a_part_are_no_total_of_the_records():
    several = recaps.count([(1, 2)], title="Contoh", rows=lambda one: one)
    part = recaps.count([(1,), ()], title="Contoh", rows=lambda one: one)
    once = recaps.count([1], title="Contoh", rows=lambda one: one, counted="others")
    assert None not in several.row_keys
    assert None not in part.row_keys
    assert once.row_keys[None] == "all"
    assert once.column_keys["Jumlah"] == "others all"


def test_unknown_of_two_facts_and_equal_texts_with_names_are_not_linked():
    rows = [
        {"sex": None, "role": "ketua", "spouse": "ketua"},
        {"sex": "L", "role": None, "spouse": "ketua"},
    ]
    tables = [
        recaps.count(rows, title=name, rows=recaps.value_groups(lambda row: row[name], name=name))  # noqa: B023 - used at once
        for name in TITLES
    ]
    keys = [set(table.row_keys.values()) - {"all"} for table in tables]
    assert len(set.union(*keys)) == sum(map(len, keys))
    assert len(recaps.suppress_linked(tables, 3)) == 3


LEVELS = {
    "63": {
        "kabupaten": ["63.01", "63.10"],
        "kecamatan": ["63.01.01", "63.10.04", "63.10.09"],
    },
    "63.10": {"": ["63.10.04", "63.10.09"]},
}


def of_all_levels(people):
    """Return the tables of people by kabupaten and by kecamatan, keyed as `count` does."""
    for within, levels in LEVELS.items():
        for level, codes in levels.items():
            rows = {
                code: lambda one, code=code: f"{one[0]}.".startswith(f"{code}.") for code in codes
            }
            if any(len(one[0]) < 8 for one in people):
                rows["?"] = lambda one, codes=codes, within=within: (
                    not any(f"{one[0]}.".startswith(f"{code}.") for code in codes)
                    and (one[0].startswith(within) or within.startswith(one[0]))
                )
            keys = {"?": f"? {within} {level}".rstrip(), None: f"all in {within}"}
            yield table(
                people,
                rows,
                {"x": lambda _: True},
                row_keys=keys,
                column_keys={None: "everybody"},
                within=RegionCode(within),
            )


@given(
    st.lists(st.sampled_from([0, 1, 1, 2, 3]), min_size=6, max_size=6), st.sampled_from([3, 4, 6])
)
@settings(max_examples=2 * settings().max_examples)
def test_no_small_count_follows_from_tables_of_several_levels(counts, number):
    places = ["63.10.09", "63.10.04", "63.01.01", "63.10", "63.01", "63"][:number]
    people = {(place,): n for place, n in zip(places, counts, strict=False)}
    shown = recaps.suppress_linked(of_all_levels(people), 3)
    assert not leaks(people, of_all_levels, shown, 3), [one.table() for one in shown]


def test_tables_of_levels_are_linked_as_far_as_they_list_the_parts():
    records = [RegionCode(code) for code in ["63.10.09"] * 4 + ["63.10.04"] * 2 + ["63.01"] * 9]

    def of_level(within, level, columns=None):
        groups = recaps.region_groups(
            lambda code: code, within=RegionCode(within), level=level, regions=REGIONS
        )
        return recaps.count(records, title="Contoh", rows=groups, columns=columns)

    regencies, districts = (
        of_level("63", level) for level in (RegionLevel.REGENCY, RegionLevel.DISTRICT)
    )
    assert regencies.row_keys[None] == districts.row_keys[None] == "all"
    assert districts.row_keys["Tidak diketahui"] == "? 63 district"
    shown = recaps.suppress_linked([regencies, districts], 3)
    hidden = [key for key, n in shown[1].counts.items() if n is None and key[1]]
    assert ("Kecamatan Satui", "Jumlah") in hidden
    assert len(hidden) > 1, "the number of the kabupaten minus the others gives the small one"
    inside = of_level("63.10", None)
    assert inside.row_keys[None] == "all in 63.10"
    nation = of_level("62", None)
    assert set(nation.counts.values()) == {0, None}
    villages = of_level("63.10", RegionLevel.VILLAGE)
    everywhere = of_level("63", RegionLevel.VILLAGE)
    by_length = of_level("63", RegionLevel.DISTRICT, lambda code: len(str(code)))
    for tables in (
        [regencies, by_length],
        [inside, villages, regencies],
        [inside, everywhere],
        [everywhere, nation],
    ):
        for before, after in zip(tables, recaps.suppress_linked(tables, 3), strict=True):
            assert all(
                (n is None) >= (0 < count < 3)
                for count, n in zip(before.counts.values(), after.counts.values(), strict=True)
                if count is not None
            )


STARTS = ((0, 18, 60), (0, 5, 18, 30, 60), (0, 9, 18, 60))
AGES = ((2, 2), (7, 7), (12, 12), (20, 20), (40, 40), (4, 5), (29, 30))


def of_all_ages(people, *, transposed=False):
    """Return the tables of people by groups of ages, keyed as `count` does."""
    day = "2025-10-10"
    for starts in STARTS:
        groups = {}
        for least, end in zip(starts, (*starts[1:], None), strict=True):
            label = f"{least} tahun ke atas" if end is None else f"{least} sampai {end - 1} tahun"
            groups[f"{label} {day}"] = lambda one, least=least, end=end: (
                least <= one[0][0] and (end is None or one[0][1] < end)
            )
        certain = tuple(groups.values())
        if any(not any(has(one) for has in certain) for one in people):
            unknown = f"? {' '.join(map(str, starts))} {day}"
            groups[unknown] = lambda one, certain=certain: not any(has(one) for has in certain)
        everybody = {"x": lambda _: True}
        keys = {None: "everybody"}
        rows, columns = (everybody, groups) if transposed else (groups, everybody)
        yield table(people, rows, columns, row_keys=keys, column_keys=keys)


@given(st.lists(st.sampled_from([0, 1, 2, 4, 9]), min_size=7, max_size=7), st.booleans())
def test_no_small_count_follows_from_tables_of_several_groups_of_ages(counts, transposed):
    people = dict(zip(((age,) for age in AGES), counts, strict=False))
    build = partial(of_all_ages, transposed=transposed)
    shown = recaps.suppress_linked(build(people), 3)
    assert not leaks(people, build, shown, 3), [one.table() for one in shown]


def test_tables_of_the_same_groups_of_ages_hide_the_same_counts():
    people = [dt.date(2025 - age, 1, 1) for age in (2, 2, 20, 20, 20, 20, 20, 70, 70, 70, 70, 70)]
    ages = recaps.age_groups(lambda day: day, as_of=DAY, starts=(0, 18, 60))
    tables = [recaps.count(people, title="Umur", rows=ages) for _ in range(2)]
    first, second = recaps.suppress_linked(tables, 5)
    assert first.counts == second.counts
    assert first.count("0 sampai 17 tahun") is None


def test_tables_of_several_groups_of_ages_are_linked_by_count():
    days = {2: 2, 10: 20, 20: 9, 40: 29}
    people = [dt.date(2025 - age, 1, 1) for age, n in days.items() for _ in range(n)]

    def tables(people):
        for starts in ((0, 18, 60), (0, 5, 18, 30, 60)):
            ages = recaps.age_groups(lambda day: day, as_of=DAY, starts=starts)
            yield recaps.count(people, title="Umur", rows=ages)

    whole, parts = recaps.suppress_linked(tables(people), 5)
    shown = (whole.count("0 sampai 17 tahun"), parts.count("5 sampai 17 tahun"))
    assert parts.count("0 sampai 4 tahun") is None
    assert None in shown
    uncertain = [*people, *[PartialDate("2007")] * 6]
    whole, parts = tables(uncertain)
    assert whole.row_keys["Tidak diketahui"] != parts.row_keys["Tidak diketahui"]
    undated = recaps.Recap.of(
        "Umur",
        ("a", "b", "c"),
        ("Jumlah",),
        {("a", "Jumlah"): None},
        row_keys={
            "a": f"0 sampai 9 tahun {DAY}",
            "b": f"10 sampai 59 tahun {DAY}",
            "c": f"60 tahun ke atas {DAY}",
        },
        column_keys={"Jumlah": "records all"},
    )
    other_day = recaps.count(
        uncertain,
        title="Umur",
        rows=recaps.age_groups(lambda day: day, as_of=dt.date(2024, 1, 1), starts=(3, 4, 60)),
    )
    late = recaps.count(
        uncertain,
        title="Umur",
        rows=recaps.age_groups(lambda day: day, as_of=DAY, starts=(7,)),
    )
    assert len(recaps.suppress_linked([whole, parts, undated, other_day, late], 3)) == 5


def across_and_down(people):
    """Return tables whose rows are also columns, keyed as `count` does."""
    firsts, seconds = (
        {name: lambda one, name=name, at=at: one[at] == name for name in names}
        for at, names in enumerate(("abc", "xy"))
    )
    for rows, columns in (
        (firsts, {"Jumlah": lambda _: True}),
        (seconds, firsts),
        (firsts, seconds),
    ):
        keys = {name: f"records {name}" for name in columns if name != "Jumlah"}
        keys |= {None: "records all", **({"Jumlah": "records all"} if not keys else {})}
        yield table(people, rows, columns, row_keys={None: "all"}, column_keys=keys)


@given(st.lists(st.sampled_from([0, 1, 2, 4, 7]), min_size=6, max_size=6))
def test_no_small_count_follows_from_columns_that_are_rows_of_another_table(counts):
    people = dict(zip(product("abc", "xy"), counts, strict=True))
    shown = recaps.suppress_linked(across_and_down(people), 3)
    assert not leaks(people, across_and_down, shown, 3), [one.table() for one in shown]


def test_rows_and_columns_with_the_same_texts_of_other_people_are_not_linked():
    couples = [("a", "b"), ("b", "a"), ("a", "b"), ("c", "c"), ("c", "a")] * 3
    matrix = recaps.count(
        couples, title="Asal", rows=lambda one: one[0], columns=lambda one: one[1]
    )
    total = recaps.count(couples, title="Semua", rows=lambda _: "semua")
    assert recaps.suppress_linked([matrix, total], 3)[0].count("a", "b") == 6


def test_path_of_a_field_counts_like_a_function():
    pairs = (
        ("person.sex", lambda one: one.person.sex),
        ("assignments.pillar", lambda one: [item.pillar for item in one.assignments]),
        (
            "assignments.decree.number",
            lambda one: [a.decree and a.decree.number for a in one.assignments],
        ),
        ("person.disabilities", lambda one: one.person.disabilities),
        ("person.domicile.rt", lambda one: one.person.domicile and one.person.domicile.rt),
    )
    for path, function in pairs:
        by_path, by_function = (
            recaps.count(WORKERS, title="Contoh", rows=rows, columns=rows)
            for rows in (path, function)
        )
        assert by_path == by_function
    within, regions = RegionCode("63.10"), REGIONS
    by_path = recaps.region_groups("assignments.serves", within=within, regions=regions)
    by_function = recaps.region_groups(
        lambda one: [item.serves for item in one.assignments], within=within, regions=regions
    )
    ages = [
        recaps.age_groups(of, as_of=DAY) for of in ("person.birth_date", lambda one: one.person)
    ]
    first, second = (
        recaps.count(WORKERS, title="Contoh", rows=rows, columns=columns)
        for rows, columns in zip((by_path, by_function), ages, strict=True)
    )
    assert first == second
    people = [one.person for one in WORKERS]
    by_age = recaps.age_groups("birth_date", as_of=DAY)
    assert recaps.count(people, title="Contoh", rows=by_age).rows == first.columns


def test_path_that_no_record_has_is_rejected():
    for path, message in (
        ("person.gender", "Person has no field 'gender'"),
        ("person.nik.sex", "NIK has no field 'sex'"),
    ):
        with pytest.raises(ValueError, match=message):
            recaps.count(WORKERS, title="Contoh", rows=path)
    with pytest.raises(ValueError, match="path of the birth date"):
        recaps.age_groups("person", as_of=DAY)
    with pytest.raises(TypeError, match="not NIK"):
        recaps.count(WORKERS, title="Contoh", rows="person.nik")
