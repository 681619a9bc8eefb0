"""Which region a name means: search for many, resolve for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psm_core import RegionCode, RegionLevel, UnknownRegionError, load_regions
from psm_core.regions import NoRegion, OneRegion, SeveralRegions
from psm_core.regions.address_parser import normalize_name
from psm_core.regions.letter_index import LetterIndex
from psm_core.regions.spelling import mistakes_allowed

regions = load_regions()
EVERY = st.deferred(lambda: st.sampled_from(list(regions)))  # collecting needs no codes


def names(found):
    return [region.full_name for region in found]


def codes(found):
    return [str(region.code) for region in found]


def one(text, **where):
    found = regions.resolve(text, **where)
    assert isinstance(found, OneRegion), found
    return str(found.region.code)


def test_search_sorts_equal_names_first_then_larger_regions():
    found = regions.search("tanah bumbu", level=RegionLevel.REGENCY)
    assert codes(found) == ["63.10"]
    assert found == regions.search("tanah bumbu", level=RegionLevel.REGENCY, limit=1)
    assert (
        names(regions.search("Angsana", limit=4))
        == ["Kecamatan Angsana"] * 2 + ["Desa Angsana"] * 2
    )
    assert codes(regions.search("  ANGSANA ", within=RegionCode("63"))) == [
        "63.10.09",
        "63.10.09.2005",
    ]
    assert regions.search("sana", level=RegionLevel.VILLAGE, within=RegionCode("63"), limit=1)
    assert codes(regions.search("banjar", level=RegionLevel.REGENCY))[:2] == ["32.79", "63.03"]
    for nothing in ("", "  ", "zzzzzzzz", "63\n64", "-", "\u0421\u0421"):
        assert regions.search(nothing) == ()
    assert regions.search("angsana", limit=0) == ()
    assert regions.search("angsana " * 100) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kab. Tanah Bumbu", "Kabupaten Tanah Bumbu"),
        ("kab.tanah bumbu", "Kabupaten Tanah Bumbu"),
        ("KOTA BANJARMASIN", "Kota Banjarmasin"),
        ("kota jakarta selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kota Adm. Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kab. Adm. Kep. Seribu", "Kabupaten Administrasi Kepulauan Seribu"),
        ("Kab. Adm.Kep. Seribu", "Kabupaten Administrasi Kepulauan Seribu"),
        ("Prov Kalimantan Selatan", "Provinsi Kalimantan Selatan"),
        ("kec. angsana", "Kecamatan Angsana"),
        ("desa angsana", "Desa Angsana"),
        ("Ds. Angsana", "Desa Angsana"),
        ("kelurahan batulicin", "Kelurahan Batulicin"),
        ("desa adat yoboi", "Desa Adat Yoboi"),
        ("kota administrasi jakarta selatan", "Kota Administrasi Jakarta Selatan"),
        ("kapanewon nanggulan", "Kapanewon Nanggulan"),
        ("distrik merauke", "Distrik Merauke"),
        ("kota baru", "Kabupaten Kotabaru"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Banjar Baru", "Kota Banjarbaru"),
        ("tanah bumbu", "Kabupaten Tanah Bumbu"),
        ("tanahbumbu", "Kabupaten Tanah Bumbu"),
        ("batulicin", "Kecamatan Batu Licin"),
        ("sei loban", "Kecamatan Sungai Loban"),
        ("sungai bingai", "Kecamatan Sei Bingai"),
        ("DKI Jakarta", "Provinsi Daerah Khusus Ibukota Jakarta"),
        ("D.I. Yogyakarta", "Provinsi Daerah Istimewa Yogyakarta"),
        ("kalsel", "Provinsi Kalimantan Selatan"),
        ("Toba Samosir", "Kabupaten Toba"),
        ("Kab. Mamuju Utara", "Kabupaten Pasangkayu"),
        ("soka\u2019an", "Desa Soka'an"),
        ('Soka"an', "Desa Soka'an"),
        ("tanah bubmu", "Kabupaten Tanah Bumbu"),
        ("tala", "Kabupaten Tanah Laut"),
        ("kab. tanah bumby", "Kabupaten Tanah Bumbu"),
        ("kalimantn selatam", "Provinsi Kalimantan Selatan"),
        ("kalsle", "Provinsi Kalimantan Selatan"),
    ],
)
def test_search_finds_names_as_people_write_them(text, first):
    found = regions.search(text)
    assert found[0].full_name == first
    assert len(set(codes(found))) == len(found)


def test_search_returns_each_region_once():
    found = regions.search("desa baru", limit=100_000)
    assert names(found).index("Desa Desa Baru") < names(found).index("Desa Baru")
    assert names(found).count("Desa Desa Baru") == 3
    assert len(set(codes(found))) == len(found)


def test_search_ranks_like_a_plain_reading_of_every_name():
    every = [(region, normalize_name(region.name)) for region in regions.values()]
    for text in ("sidomulyo", "banjar", "sukamaj", "soka'a"):
        sought = normalize_name(text)
        named = [(region, name) for region, name in every if sought in name]
        named.sort(
            key=lambda row: (
                row[1] != sought,
                not row[1].startswith(sought),
                len(str(row[0].code)),
                row[0].code,
            )
        )
        assert list(regions.search(text, limit=100_000)) == [region for region, _ in named]


@given(EVERY)
def test_every_region_is_found_by_its_name_and_its_address(code):
    region = regions[code]
    assert region in regions.search(region.name, level=region.level, within=code.parent)
    found = regions.resolve(region.address, level=region.level)
    meant = (found.region,) if isinstance(found, OneRegion) else found.candidates
    assert region in meant


@given(EVERY, st.data())
def test_search_within_a_region_equals_a_filtered_search(code, data):
    region = regions[code]
    above = data.draw(st.sampled_from([code, *code.ancestors]))
    everywhere = regions.search(region.name, limit=100_000)
    inside = regions.search(region.name, within=above, limit=100_000)
    assert list(inside) == [one for one in everywhere if one.code.is_within(above)]


def test_search_and_resolve_reject_a_retired_within():
    for call in (regions.search, regions.resolve):
        with pytest.raises(UnknownRegionError, match=r"replaced by 93.01 \(UU 14/2022\)"):
            call("Merauke", within=RegionCode("91.01"))


def test_resolve_uses_level_and_parent_of_an_ambiguous_name():
    banjar = regions.resolve("Banjar", level=RegionLevel.REGENCY)
    assert isinstance(banjar, SeveralRegions)
    assert codes(banjar.candidates) == ["32.79", "63.03"]
    assert one("Banjar", level=RegionLevel.REGENCY, within=RegionCode("63")) == "63.03"
    assert one("Kab. Banjar") == "63.03"
    assert one("Kota Banjar") == "32.79"
    angsana = regions.resolve("Angsana")
    assert isinstance(angsana, SeveralRegions)
    assert len(angsana.candidates) == 5
    assert one("Kec. Angsana", within=RegionCode("63")) == "63.10.09"
    assert one("Angsana", within=RegionCode("63.10.09")) == "63.10.09.2005"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Ds. Angsana, Kec. Angsana, Kab. Tanah Bumbu, Kalsel", "63.10.09.2005"),
        ("Angsana, Angsana, Tanah Bumbu, Kalimantan Selatan", "63.10.09.2005"),
        ("Desa Angsana Kecamatan Angsana Kabupaten Tanah Bumbu", "63.10.09.2005"),
        ("DESA ANGSANA KEC. ANGSANA, TANAH BUMBU", "63.10.09.2005"),
        (
            "Jl. Raya No. 5 RT 02/RW 01, Ds. Angsana; Kec. Angsana\nTanbu, Kalsel 72275, Indonesia",
            "63.10.09.2005",
        ),
        ("Kel. Kembang, Nanggulan, Kulon Progo", "34.01.10.2006"),
        ("Kec. Simpang Empat, Kab. Banjar", "63.03.08"),
        ("Kec. Simpang Empat, Kab. Tanah Bumbu", "63.10.06"),
        ("Kel. Batulicin, Kec. Batulicin", "63.10.01.1007"),
        ("Tampan, Pekanbaru", "14.71.08"),
        ("Kampung Yoboi, Sentani", "91.03.01.3007"),
        ("Jakarta Selatan, DKI Jakarta", "31.74"),
        ("Jl. Melati RT 02 Ds. Angsana, Kec. Angsana, Kab. Tanah Bumbu", "63.10.09.2005"),
        ("RT 02 Kel. Pemurus Dalam, Kota Banjarmasin", "63.71.01.1010"),
        ("Jl. A. Yani Kel. Pemurus Dalam, Banjarmasin Selatan", "63.71.01.1010"),
        ("Desa Sungai Danau RT.05 RW.02 Kec. Satui Kab. Tanah Bumbu", "63.10.04.2010"),
        ("Ds. Pejala RT 4, Kec. Kusan Hilir, Tanah Bumbu", "63.10.02.2005"),
        ("Ds. Bunati RT 001/002, Angsana", "63.10.09.2001"),
        ("Kel. Loktabat Utara Banjarbaru", "63.72.04.1001"),
        ("Desa Bunati Kec. Angsana Kab. Tanah Bumbu Kalsel", "63.10.09.2001"),
        ("KEL. MENTENG KEC. MENTENG JAKARTA PUSAT DKI JAKARTA", "31.71.06.1001"),
        ("Kelurahan Kuripan Banjarmasin Timur, Kota Banjarmasin", "63.71.02.1001"),
        ("ds bunati kec angsana tanbu", "63.10.09.2001"),
        ("Alamat : (Desa Bunati) Kec. Angsana, HP 0800 0000 123", "63.10.09.2001"),
        ("Desa Bunati - Kec. Angsana - Tanah Bumbu", "63.10.09.2001"),
        ("Kelurahan Mandala, Distrik Merauke, Kab. Merauke, Papua", "93.01.01.1004"),
        ("Kab Tanah Bumbu, Kec Angsana, Desa Makmur", "63.10.09.2008"),
        ("Kp. Cibeureum RT 01 RW 02, Ds. Cibeureum, Kec. Cisarua, Kab. Bogor", "32.01.25.2003"),
        ("Sidomukti, Desa Bunati, Kec. Angsana", "63.10.09.2001"),
        ("Dusun Hilir, Kab. Barito Selatan", "62.04.02"),
        ("Jalan Baru, Kota Pariaman", "13.77.01.1012"),
        ("Dusun Mangga Ds. Sarigadung, Kec. Simpang Empat, Kab. Tanah Bumbu", "63.10.06.2003"),
        ("Kel. Kampung Melayu Kec. Jatinegara Kota Jakarta Timur", "31.75.03.1001"),
        ("KEC. KOTA RAJA KOTA KUPANG", "53.71.05"),
        ("Desa Perkebunan Sei Dadap III/IV, Kec. Sei Dadap, Kab. Asahan", "12.09.23.2003"),
        ("Ds: Angsana, Kec: Angsana, Kab: Tanah Bumbu", "63.10.09.2005"),
        ("Ds. Angsana," + " " * 170 + "Kec. Angsana, Kab. Tanah Bumbu", "63.10.09.2005"),
    ],
)
def test_resolve_address_line_gives_one_region(line, code):
    level = RegionLevel.DISTRICT if len(code) == 8 else None
    assert one(line, level=level) == code


@pytest.mark.parametrize(
    "line",
    [
        "Desa Pendang, Dusun Hilir, Barito Selatan",
        "Desa Perkebunan Sei Dadap III, Kec. Sei Dadap, Kab. Asahan",
        "Desa Parit III, Kab. Siak",
        "\u041f\u0440\u0438\u0432\u0435\u0442 Satui",
        "Satui \u5317\u4eac, Tanah Bumbu",
        "Kabupaten",
        "Kelurahan :",
        "Sunda Kecil",
    ],
)
def test_resolve_rejects_similar_names(line):
    assert isinstance(regions.resolve(line), NoRegion)


def test_resolve_accepts_an_address_with_the_region_of_within():
    line = "Ds. Angsana, Kec. Angsana, Kab. Tanah Bumbu, Kalsel"
    for within in ("63", "63.10", "63.10.09"):
        assert one(line, within=RegionCode(within)) == "63.10.09.2005"
    assert one("Kec. Satui, Tanah Bumbu", within=RegionCode("63.10")) == "63.10.04"
    other = regions.resolve(line, within=RegionCode("64"))
    assert isinstance(other, NoRegion)


def test_resolve_misspelt_name_gives_suggestions():
    for line in (
        "Desa Angsna, Kec. Angsana, Kab. Tanah Bumbu",
        "Desa Angsana, Kec. Angsna, Kab. Tanah Bumbu",
        "Desa Angsana, Kec. Angsana, Kab. Tanah Bumbi",
    ):
        found = regions.resolve(line)
        assert isinstance(found, NoRegion)
        assert codes(found.suggestions)[:1] == ["63.10.09.2005"]
    assert regions.resolve("Kota Tanah Bumbu") == NoRegion()
    beginning = regions.resolve("Tanah Bum", level=RegionLevel.REGENCY)
    assert isinstance(beginning, NoRegion)
    assert codes(beginning.suggestions) == ["63.10"]


@pytest.mark.parametrize(
    ("line", "within", "suggested"),
    [
        ("Ds. Xyzzy, Kec. Angsana, Kab. Tanah Bumbu", "63.10.09", None),
        ("Jl. Melati Ds. Xyzzy, Kec. Angsana, Kab. Tanah Bumbu", "63.10.09", None),
        ("Desa Angsana, Kec. Satui, Kab. Tanah Bumbu", "63.10.04", "63.10.09.2005"),
        ("Desa Angsana, Kec. Angsana, Kab. Kotabaru", "63.02", "63.10.09.2005"),
        ("Bunati, Makmur, Angsana", "63.10.09.2008", "63.10.09.2001"),
        ("Kecamtan Angsana, Tanah Bumbu", "63.10", None),
    ],
)
def test_no_region_has_the_recognized_part_and_suggestions(line, within, suggested):
    found = regions.resolve(line)
    assert isinstance(found, NoRegion)
    assert str(found.within.code) == within
    assert codes(found.suggestions)[:1] == ([suggested] if suggested else [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ",",
        ", ,",
        "RT 02, RW 01",
        "Atlantis, Utopia",
        "6310",
        "9" * 300,
        "x" * 201,
        "\u0627",
    ],
)
def test_resolve_other_text_gives_no_suggestions(text):
    assert regions.resolve(text) == NoRegion()


def test_resolution_html_shows_candidates_and_suggestions():
    assert "Kota Banjar" in regions.resolve("Banjar")._repr_html_()
    assert regions.resolve("Kec. Angsna")._repr_html_() == (
        "<ul><li>Kecamatan Angsana, Kabupaten Pandeglang, Banten <code>36.01.07</code></li>"
        "<li>Kecamatan Angsana, Kabupaten Tanah Bumbu, Kalimantan Selatan <code>63.10.09</code>"
        "</li></ul>"
    )
    assert "Kota Banjar, Jawa Barat" in regions.resolve("Banjar")._repr_html_()
    assert NoRegion()._repr_html_() == "<ul></ul>"


@given(st.text(max_size=60))
def test_search_and_resolve_accept_any_text(text):
    assert len(regions.search(text, within=RegionCode("63.10"), limit=3)) <= 3
    assert isinstance(
        regions.resolve(text, within=RegionCode("63.10")), OneRegion | SeveralRegions | NoRegion
    )


def plain_distance(one, other):
    """Return the optimal string alignment distance, by the table of the books."""
    rows = [
        [i + j if 0 in {i, j} else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
            )
            turned = i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]
            if turned:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def plain_rows(listed, is_wanted):
    return [row for row, name in enumerate(listed) if is_wanted(name)]


NAMES = st.text("ab9", min_size=1, max_size=12)


@given(st.lists(NAMES, max_size=30), NAMES)
def test_letter_index_equals_a_plain_reading_of_every_name(listed, sought):
    index = LetterIndex("".join(f"{name}\n" for name in listed))
    text = sought.encode()
    assert index.equal(text) == plain_rows(listed, lambda name: name == sought)
    assert index.beginning(text) == plain_rows(
        listed, lambda name: name.startswith(sought) and name != sought
    )
    assert index.inside(text) == plain_rows(
        listed, lambda name: sought in name and not name.startswith(sought)
    )
    mistakes = [plain_distance(name, sought) for name in listed]
    found = list(index.misspelt(text, 3))
    wanted = [plain_rows(mistakes, lambda one, most=most: one <= most) for most in (1, 2, 3)]
    assert found == wanted or (found == [] and wanted == [[], [], []])


def test_resolve_rejects_an_address_of_very_many_names():
    regions = load_regions()
    line = "Angsana, Kec. Angsana, Kab. Tanah Bumbu, Kalsel"
    assert isinstance(regions.resolve(line), OneRegion)
    assert regions.resolve("a, " * 8 + line).within.code == RegionCode("63.10.09.2005")
    assert regions.resolve("a, " * 9 + line) == NoRegion()


def test_resolve_within_a_village_finds_only_the_village():
    within = RegionCode("63.10.09.2005")
    assert one("Angsana", within=within) == "63.10.09.2005"
    assert isinstance(regions.resolve("Sungai Loban", within=within), NoRegion)


def with_one_mistake(name):
    """Return the texts that are a name with one mistake."""
    for at in range(len(name) + 1):
        yield name[:at] + "x" + name[at:]
        yield name[:at] + name[at + 1 :]
        yield name[:at] + "x" + name[at + 1 :]
        yield name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def test_letter_index_finds_a_name_with_mistakes_at_any_position():
    index = LetterIndex("batulicin\ntanahbumbu\n")
    for one in with_one_mistake("tanahbumbu"):
        assert list(index.misspelt(one.encode(), 1)) == [[1]]
        for other in with_one_mistake(one):
            is_near = plain_distance("tanahbumbu", other) <= 2
            assert list(index.misspelt(other.encode(), 2))[1:] == [[1] * is_near]


def test_longer_text_may_have_more_mistakes():
    assert [mistakes_allowed("x" * length) for length in (2, 3, 8, 9)] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        *(("Desa", "12.01.10.2018"), ("Ds.", "12.01.10.2018")),
        *(("Kelurahan", "12.01.10.1001"), ("Kel.", "12.01.10.1001")),
    ],
)
def test_stated_kind_of_village_selects_one_of_two_names(kind, code):
    found = regions.resolve(f"{kind} Sorkam Kanan", within=RegionCode("12.01.10"))
    assert found == OneRegion(regions[RegionCode(code)])


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Kep. Aru", "Kepulauan Aru"),
        ("Tlk. Ambon", "Teluk Ambon"),
        ("P. Morotai", "Pulau Morotai"),
        ("Kota Tj. Pinang", "Tanjung Pinang"),
        ("Kota Tjg. Pinang", "Tanjung Pinang"),
        ("Kota Gn. Sitoli", "Gunungsitoli"),
        ("Kel. Sei Lulut, Banjarmasin Timur", "Sungai Lulut"),
    ],
)
def test_resolve_expands_shortened_words(short, name):
    assert regions.resolve(short).region.name == name


@pytest.mark.parametrize(
    "other",
    [
        *("RT01/RW09", "RT 1 / 9", "RT. 01 RW. 09", "RT:1/RW:9", "rw 9", "HP0800-0000-123"),
        *(
            "No. HP 0800 0000 123",
            "WA: +62 800 0000 123",
            "kodepos72275",
            "Kode Pos 72275",
            "72275",
        ),
    ],
)
def test_resolve_ignores_other_parts_of_an_address(other):
    line = f"Desa Angsana {other}, Kec. Angsana, Kab. Tanah Bumbu"
    assert regions.resolve(line) == OneRegion(regions[RegionCode("63.10.09.2005")])


def meaning(name, **where):
    meant = regions.resolve(name, **where)
    return str(meant.region.code) if isinstance(meant, OneRegion) else meant


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kab. OKU Timur", "16.08"),
        ("OKU Selatan", "16.09"),
        ("Polewali Mamasa", "76.04"),
        ("Kab. Polmas", "76.04"),
        ("Bolmong", "71.01"),
        ("Bolaang Mongondow", "71.01"),
        ("Bolmut", "71.08"),
        ("DI Aceh", "11"),
        ("Irian Jaya", "91"),
        ("Irian Jaya Barat", "92"),
        ("Kotamadya Ujung Pandang", "73.71"),
        ("Kabupaten Pontianak", "61.02"),
        ("Kab. Kendari", "74.02"),
        ("Kab. Selayar", "73.01"),
        ("Sawahlunto/Sijunjung", "13.03"),
        ("Tobasa", "12.12"),
        ("Madina", "12.13"),
        ("Lutra", "73.22"),
        ("KLU", "52.08"),
        ("50 Kota", "13.07"),
        ("Kab. Merauke, Irian Jaya", "93.01"),
        ("Kec. Martapura, Kab. OKU Timur, Sumsel", "16.08.01"),
    ],
)
def test_resolve_knows_short_and_former_names(name, code):
    assert meaning(name) == code


@pytest.mark.parametrize(("name", "code"), [("Pontianak", "61.71"), ("Kendari", "74.71")])
def test_name_in_force_takes_precedence_over_a_former_name(name, code):
    assert meaning(name, level=RegionLevel.REGENCY) == code
    meant = regions.resolve(name)
    former = {"61.71": "61.02", "74.71": "74.02"}[code]
    assert former not in {str(one.code) for one in meant.candidates}


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("PBD", ["Provinsi Papua Barat Daya"]),
        ("Kab. KBB Timur", []),
        ("KBMU", ["Kabupaten Bolaang Mongondow Utara"]),
        ("Papsel", ["Provinsi Papua Selatan"]),
        ("Tubabar", ["Kabupaten Tulang Bawang Barat"]),
        ("Kab. Batanghri", ["Kabupaten Batanghari"]),
        ("Qkx", []),
        ("Lima Puluh Koto", ["Kabupaten Lima Puluh Kota", "Kelurahan Lima Puluh Kota"]),
    ],
)
def test_unknown_name_suggests_abbreviated_and_similar_names(name, suggested):
    assert [one.full_name for one in meaning(name).suggestions] == suggested


def test_text_across_two_words_of_a_name_is_no_suggestion():
    assert "Kabupaten Lombok Utara" not in {one.full_name for one in meaning("OKUTA").suggestions}


def test_resolve_many_gives_one_result_for_each_name_in_order():
    names = ["Kec. Satui", "Angsna", None, "Banjar", "Kec. Satui"]
    where = {"level": RegionLevel.DISTRICT, "within": RegionCode("63")}
    for suggest in (True, False):
        found = regions.resolve_many(names, suggest=suggest, **where)
        assert found == tuple(
            NoRegion() if name is None else regions.resolve(name, suggest=suggest, **where)
            for name in names
        )
        assert found[0] is found[4]
    assert regions.resolve_many([]) == ()


def test_resolve_many_resolves_each_distinct_name_once(monkeypatch):
    asked = []
    resolve = type(regions).resolve
    monkeypatch.setattr(
        type(regions),
        "resolve",
        lambda self, name, **where: asked.append(name) or resolve(self, name, **where),
    )
    regions.resolve_many(["Kec. Satui", "Kec. Angsana", "Kec. Satui", None])
    assert asked == ["Kec. Satui", "Kec. Angsana"]


@pytest.mark.parametrize(
    "names", ["Kec. Satui", {"Kec. Satui": 1}, ["Kec. Satui", 6310], [b"Satui"]]
)
def test_resolve_many_rejects_what_is_no_list_of_texts(names):
    with pytest.raises(TypeError):
        regions.resolve_many(names)


def test_resolve_many_rejects_a_retired_within_for_an_empty_list():
    with pytest.raises(UnknownRegionError):
        regions.resolve_many([], within=RegionCode("91.01"))


def test_resolve_without_suggestions_finds_the_same_regions():
    assert regions.resolve("Angsanna", within=RegionCode("63.10")).suggestions
    assert regions.resolve("Angsanna", within=RegionCode("63.10"), suggest=False) == NoRegion()
    found = regions.resolve("Kec. Angsana", within=RegionCode("63.10"), suggest=False)
    assert isinstance(found, OneRegion)


def test_code_means_its_region_or_the_one_that_replaced_it():
    assert one("63.10.09") == one(" 63.10.09 ", within=RegionCode("63.10")) == "63.10.09"
    assert (one("91.01"), one("63.10", within=RegionCode("63.10"))) == ("93.01", "63.10")
    assert one("63.10", level=RegionLevel.REGENCY) == "63.10"
    for code, where in (
        ("99.99", {}),
        ("6310", {}),
        ("63", {"within": RegionCode("63.10")}),
        ("63.71", {"within": RegionCode("63.10")}),
        ("63.10", {"level": RegionLevel.VILLAGE}),
    ):
        assert regions.resolve(code, **where) == NoRegion(), code


def test_region_that_is_searched_may_be_named_itself():
    for text, code in (
        ("Kabupaten Tanah Bumbu", "63.10"),
        ("tanah bumbu, Kalsel", "63.10"),
        ("Jl. Raya, Kab. Tanah Bumbu", "63.10"),
        ("Kalsel", "63"),
        ("Toba Samosir", "12.12"),
        ("Kec. Angsana", "63.10.09"),
        ("Desa Angsana, Kec. Angsana", "63.10.09.2005"),
    ):
        assert one(text, within=RegionCode(code)) == code, text
    assert one("Angsana", within=RegionCode("63.10.09")) == "63.10.09.2005"  # what is inside first
    for text, where in (
        ("Tanah Bumbu", {"level": RegionLevel.VILLAGE}),
        ("Kota Tanah Bumbu", {}),
        ("Desa Contoh, Kab. Tanah Bumbu", {}),
    ):
        found = regions.resolve(text, within=RegionCode("63.10"), **where)
        assert isinstance(found, NoRegion), text
