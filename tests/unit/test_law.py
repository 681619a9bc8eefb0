"""The table of law and the citations in texts."""

import re
from datetime import date

import pytest

from psm_core import law, load_regions, terms
from psm_core._core.resources import packaged_rows
from psm_core.law import find_citations, load_acts
from psm_core.terms import HouseholdRelation, ReadingStatus, Sex, Term

ACTS = load_acts()
VOCABULARIES = [
    found
    for name in terms.__all__
    if issubclass(found := getattr(terms, name), Term) and found is not Term
]


def found(text):
    return [(one.act, one.pinpoint) for one in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("UU 27/2022", [("UU 27/2022", "")]),
        (
            "UU 27/2022 Pasal 4 ayat (1) huruf a",
            [("UU 27/2022", "Pasal 4 ayat (1) huruf a")],
        ),
        ("UU 27/2022 Pasal 20 to 24.", [("UU 27/2022", "Pasal 20 to 24")]),
        (
            "UU 27/2022 Pasal 22, 24 dan 25 ayat (2)",
            [("UU 27/2022", "Pasal 22, 24 dan 25 ayat (2)")],
        ),
        (
            "UU 27/2022 Pasal 22 ayat (1) and (5), Pasal 76, UU 6/2014 Pasal 26",
            [("UU 27/2022", "Pasal 22 ayat (1) and (5), Pasal 76"), ("UU 6/2014", "Pasal 26")],
        ),
        (
            "UU 27/2022 Pasal 20 ayat (2) huruf a dan Pasal 26 ayat (3)",
            [("UU 27/2022", "Pasal 20 ayat (2) huruf a dan Pasal 26 ayat (3)")],
        ),
        ("Permensos 8/2012, lampiran, no. 13", [("Permensos 8/2012", "lampiran, no. 13")]),
        ("Permensos 8/2012, annex; the name", [("Permensos 8/2012", "annex")]),
        ("Permensos 10/2019, syarat PSM huruf d", [("Permensos 10/2019", "syarat PSM huruf d")]),
        ("Regsosek 2022, rincian 409, no. 1", [("Regsosek 2022", "rincian 409, no. 1")]),
        (
            "UU 23/2002 Pasal 1 angka 1, diubah dengan UU 35/2014",
            [("UU 23/2002", "Pasal 1 angka 1"), ("UU 35/2014", "")],
        ),
        ("Kepmensos 103/HUK/2025 menurut pemberitaan", [("Kepmensos 103/HUK/2025", "")]),
        ("UU 999/2022 and nothing else", []),
        ("UU 27/20222", []),
        ("", []),
    ],
)
def test_citations_in_a_text(text, citations):
    assert found(text) == citations


def test_citation_over_two_lines_is_found():
    assert found("of UU 8/2016\n    Pasal 4.") == [("UU 8/2016", "Pasal 4")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Permensos 10/2019 Pasal 1", ReadingStatus.READ),
        ("Permensos 10/2019 Pasal 12", ReadingStatus.SECONDARY),
        ("Permensos 10/2019, syarat PSM huruf d", ReadingStatus.SECONDARY),
        ("UU 27/2022 Pasal 4 ayat (1) huruf a", ReadingStatus.READ),
        ("UU 27/2022 Pasal 20 to 24", ReadingStatus.READ),
        ("UU 27/2022 Pasal 4 to 20", ReadingStatus.SECONDARY),
        ("UU 27/2022 Pasal 22 ayat (1) and (5), Pasal 76", ReadingStatus.READ),
        ("UU 27/2022 Pasal 22 and 76A", ReadingStatus.SECONDARY),
        ("UU 8/2016 Pasal 4 dan Pasal 5", ReadingStatus.SECONDARY),
        ("Inpres 4/2025 Pasal 9", ReadingStatus.READ),
        ("Permensos 8/2012", ReadingStatus.SECONDARY),
        ("Permensos 10/2019", ReadingStatus.SECONDARY),
        ("Permensos 10/2019, tugas PSM, menurut laman", ReadingStatus.SECONDARY),
        ("Permensos 10/2019, fungsi PSM", ReadingStatus.SECONDARY),
        ("Inpres 4/2025", ReadingStatus.READ),
        ("Permendagri 109/2019", ReadingStatus.NONE),
        ("Kosakata psm-core", ReadingStatus.READ),
    ],
)
def test_status_of_a_citation(text, status):
    (citation,) = find_citations(text)
    assert citation.status is status


@pytest.mark.parametrize(
    "citation", ["UU 8/2016 Pasal 4", "Permensos 8/2012, lampiran", "UU 8/2016"]
)
def test_citation_prints_as_it_is_written(citation):
    assert str(*find_citations(citation)) == citation


@pytest.mark.parametrize(
    ("name", "full_name"),
    [
        ("UU 6/2014", "Undang-Undang Nomor 6 Tahun 2014 tentang Desa"),
        ("Permensos 5/2019", "Peraturan Menteri Sosial Nomor 5 Tahun 2019"),
        ("Perda Kabupaten Banjar 7/2007", "Peraturan Daerah Kabupaten Banjar Nomor 7 Tahun 2007"),
        ("Kepmensos 36/HUK/1999", None),
        ("Regsosek 2022", "Regsosek 2022"),
    ],
)
def test_full_name(name, full_name):
    assert ACTS[name].full_name == (
        full_name
        or "Keputusan Menteri Sosial Nomor 36/HUK/1999 tentang Pola Pendataan Kesejahteraan Sosial"
    )


def test_each_act_has_one_row():
    names = [name for name, *_ in packaged_rows("acts.tsv")]
    assert sorted(names) == sorted(ACTS)


def test_rows_are_complete():
    for act in ACTS.values():
        assert act.subject_en, act.name
        assert act.subject_id, act.name
        assert act.issued is None or re.fullmatch(r"\d{4}(-\d\d-\d\d)?", act.issued), act.name
        assert (act.read_at_en and act.read_at_id) or act.status is ReadingStatus.NONE, act.name
        assert act.verified_on is None or act.verified_on >= date(2026, 11, 1), act.name
        year = re.search(r"/(\d{4})$", act.name)
        assert not (year and act.issued) or act.issued.startswith(year[1]), act.name


def test_relations_between_acts_are_in_the_table_both_ways():
    for act in ACTS.values():
        assert {*act.replaces, *act.replaced_by, *act.amended_by} <= ACTS.keys(), act.name
        for older in act.replaces:
            assert act.name in ACTS[older].replaced_by, act.name
        for newer in act.replaced_by:
            assert act.name in ACTS[newer].replaces or "Panduan" in act.name, act.name


def test_acts_of_the_region_data_have_the_same_title_and_date():
    for one in load_regions().acts:
        act = ACTS[one.number]
        assert act.title == one.about
        assert one.date is None or act.issued == one.date.isoformat()


def test_source_as_restated_is_not_called_read():
    sources = {one.source for vocabulary in VOCABULARIES for one in vocabulary}
    sources |= {one.scheme.source for vocabulary in VOCABULARIES for one in vocabulary.code_lists}
    restated = [one for one in sources if "menurut" in one or "beredar di program" in one]
    assert len(restated) > 4
    restated += [one.source for one in (Sex.PEREMPUAN, HouseholdRelation.ANAK)]
    for source in restated:
        assert [one.status for one in find_citations(source)] == [ReadingStatus.SECONDARY], source


def test_table_cannot_be_changed():
    with pytest.raises(TypeError):
        ACTS["UU 1/2000"] = ACTS["UU 6/2014"]
    assert law.load_acts() is ACTS
