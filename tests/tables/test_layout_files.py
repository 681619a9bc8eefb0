"""Layouts as TOML files: written, read back, and their mistakes."""

import tomllib
from datetime import date

import pytest

from psm_core import (
    Address,
    Beneficiary,
    Person,
    Pillar,
    RegionCode,
    ValidationError,
    Worker,
    tables,
)
from psm_core.tables import Column, Layout
from psm_core.tables.layout_files.schema import MAX_COLUMNS

COUNTS = {"minimum": 1, "maximum": MAX_COLUMNS}
TOP = 'name = "desa"\nrecord = "person"\n'
NAME = '[[columns]]\nheading = "Nama"\nfield = "name"\n'


@pytest.fixture
def load(tmp_path):
    def loaded(text, encoding="utf-8"):
        path = tmp_path / "desa.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return tables.load_layout(path)

    return loaded


@pytest.mark.parametrize("layout", tables.LAYOUTS, ids=lambda layout: layout.name)
def test_built_in_layout_is_read_back_as_the_same(layout, load):
    read = load(tables.layout_text(layout))
    assert read.constants == layout.constants
    for one, other in zip(read.all_columns(), layout.all_columns(), strict=True):
        for name in ("path", "headings", "required", "level", "blank", "without", "note", "is_age"):
            assert getattr(one, name) == getattr(other, name), other.headings[0]
        assert [part.path for part in one.parts] == [part.path for part in other.parts]
        assert [part.level for part in one.parts] == [part.level for part in other.parts]
        assert [part.blank for part in one.parts] == [part.blank for part in other.parts]
        assert (one.split, one.is_evidence) == (other.split, other.is_evidence)
    assert len(read.columns) == len(layout.columns)
    for name in ("title", "end", "serials", "code_lists", "words", "needs_word"):
        assert getattr(read, name) == getattr(layout, name)
    assert read.required_values == layout.required_values
    assert read.groups == layout.groups


def test_other_values_are_read_back(load):
    layout = Layout(
        "uji",
        'Kutipan " dan \\ garis',
        Beneficiary,
        (Column("person.name", ("N\ta\x7fma", "N2")),),
        constants={"classifications.0.date": date(2025, 10, 13)},
        groups={"No. KK :": "person.kk"},
        end="###",
        within=RegionCode("63.10"),
    )
    read = load(tables.layout_text(layout))
    assert read.within == RegionCode("63.10")
    assert (read.title, read.groups, read.end) == (layout.title, layout.groups, "###")
    assert read.columns[0].headings == layout.columns[0].headings
    assert read.constants == layout.constants


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_windows_programs_are_read(load, encoding):
    assert load((TOP + NAME).replace("\n", "\r\n"), encoding).columns[0].path == "name"


def test_text_value_is_read_like_a_cell(load):
    layout = load(f'{TOP}{NAME}[values]\nreligion = "islam"\n')
    assert layout.constants["religion"].label == "Islam"


@pytest.mark.parametrize(
    ("text", "where", "code", "params"),
    [
        ("name = desa", "$", "layout.syntax", {"line": 1, "column": 8}),
        ("name = " + "[" * 5000, "$", "layout.syntax", {}),
        (b"\xff\xff", "$", "layout.syntax", {}),
        ("#" * 1_000_001, "$", "layout.too_large", {"maximum": 1000}),
        (NAME + TOP, "$", "layout.key_missing", {"key": "name"}),
        (f"{TOP}titel = 1\n{NAME}", "$", "layout.key_unknown", {"suggestion": "title"}),
        (f"{TOP}title = 1\n{NAME}", "$.title", "layout.type", {"expected": "string"}),
        (f"{TOP}columns = []\n", "$.columns", "layout.length", COUNTS),
        (f'{TOP}{NAME}split = "x"', "$.columns[0].split", "layout.choice_unknown", None),
        (f'{TOP}code_lists = ["x"]\n{NAME}', "$.code_lists[0]", "layout.choice_unknown", None),
        (f"{TOP}{NAME}ignored = true", "$.columns[0]", "layout.column_kind", {}),
        (f'{TOP}[[columns]]\nheading = "A"\n', "$.columns[0]", "layout.column_kind", {}),
        (f'{TOP}{NAME}split = "birth"\n', "$.columns[0]", "layout.column_kind", {}),
        (
            f'{TOP}[[columns]]\nheading = "-"\nignored = true\n',
            "$.columns[0].heading",
            "layout.heading_blank",
            {},
        ),
        (f"{TOP}{NAME}{NAME}", "$.columns[1].heading", "layout.heading_duplicate", {"first": 1}),
        (
            f"{TOP}{NAME}{NAME.replace('Nama', 'Warga')}",
            "$.columns[1].field",
            "layout.field_duplicate",
            {"first": 1},
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nfield = "nama"\n',
            "$.columns[0].field",
            "layout.field_unknown",
            {"suggestion": "name"},
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nfield = "address.street"\n',
            "$.columns[0].field",
            "layout.field_unknown",
            {"suggestion": "ktp_address.street"},
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nfield = "domicile.strat"\n',
            "$.columns[0].field",
            "layout.field_unknown",
            {"suggestion": "domicile.street"},
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nfield = "ttl"\n',
            "$.columns[0].field",
            "layout.field_unknown",
            None,
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nfield = "qqq"\n',
            "$.columns[0].field",
            "layout.field_unknown",
            {},
        ),
        (
            f'{TOP}[[columns]]\nheading = "A"\nsplit = "birth"\nfields = ["x1", "birth_date"]\n',
            "$.columns[0].fields[0]",
            "layout.field_unknown",
            None,
        ),
        (f'{TOP}{NAME}[groups]\nKK = "kkk"', "$.groups.KK", "layout.field_unknown", None),
        (f"{TOP}{NAME}[groups]\nKK = 1", "$.groups.KK", "layout.type", {"expected": "string"}),
        (f'{TOP}{NAME}[values]\nreligion = "x"', "$.values.religion", "term.unknown", None),
        (f'{TOP}within = "x"\n{NAME}', "$.within", "region_code.format", None),
        (f"{TOP}{NAME}[values]\nxyz = 1", "$.values.xyz", "layout.field_unknown", None),
    ],
)  # fmt: skip
def test_mistake_is_an_issue_with_its_place(load, text, where, code, params):
    with pytest.raises(ValidationError) as caught:
        load(text)
    found = [(issue.where, issue.code) for issue in caught.value.issues]
    assert (where, code) in found
    issue = caught.value.issues[found.index((where, code))]
    if params is not None:
        assert dict(issue.params) == params


def test_record_with_required_fields_needs_one_of_them(load):
    text = 'name = "x"\nrecord = "worker"\n[[columns]]\nheading = "A"\nfield = "assignments.0"\n'
    with pytest.raises(ValidationError) as caught:
        load(text)
    assert [issue.code for issue in caught.value.issues] == ["layout.field_incomplete"]


def test_layout_that_a_file_cannot_express_is_rejected():
    column = Column(None, "A", parts=(Column("name", "A"), Column("nik", "B")), split=tuple)
    with pytest.raises(ValueError, match="split"):
        tables.layout_text(Layout("x", "x", Person, (column,)))


def test_layout_of_a_record_without_documents_is_rejected():
    with pytest.raises(ValueError, match="Address has no documents"):
        tables.layout_text(Layout("x", "x", Address, (Column("rt", "RT"),)))


def test_second_heading_of_a_field_is_written_as_ignored(tmp_path):
    path = tmp_path / "dua.csv"
    path.write_text("NIK,Nama,Nama Warga,Desil\n,Ani,Ani,1\n", "utf-8")
    text = tables.layout_text(tables.guess_layout(path, record_class=Person))
    assert "# Isian name sudah diisi kolom lain, maka tidak dibaca." in text
    assert "# Dikenal; tidak ada isian untuknya." in text


def test_schema_describes_the_keys_of_a_written_file():
    schema = tables.layout_schema()
    column = schema["properties"]["columns"]["items"]["properties"]
    for layout in tables.LAYOUTS:
        entries = tomllib.loads(tables.layout_text(layout))
        assert entries.keys() <= schema["properties"].keys()
        assert all(one.keys() <= column.keys() for one in entries["columns"])
    schema["properties"].clear()
    assert tables.layout_schema()["properties"]


def test_guess_names_the_values_that_no_column_has(tmp_path):
    path = tmp_path / "pmks.csv"
    path.write_text(
        "Nama;NIK;Jenis PMKS;Tgl Pendataan;Desa\nContoh;;Pemulung;1-8-2025;Angsana\n", "utf-8"
    )
    text = tables.layout_text(tables.guess_layout(path))
    assert text.endswith('# [values]\n# "classifications.0.source" = ""  # Sumber Data\n')
    filled = text.replace('# within = ""', 'within = "63.10.09"').replace("# [values]", "[values]")
    filled = filled.replace('# "classifications.0.source" = ""', '"classifications.0.source" = "x"')
    target = tmp_path / "pmks.toml"
    target.write_text(filled, "utf-8")
    layout = tables.load_layout(target)
    result = tables.read(path, Beneficiary, layout=layout)
    assert result.issues == ()
    (record,) = result.records
    assert record.person.ktp_address.region == RegionCode("63.10.09.2005")
    assert [one.source for one in record.classifications] == ["x"]
    given = {"classifications.0.source": "y"}
    (record,) = tables.read(path, Beneficiary, layout=layout, values=given).records
    assert [one.source for one in record.classifications] == ["y"]
    there = {"within": RegionCode("63.11")}
    codes = [one.code for one in tables.read(path, Beneficiary, layout=layout, **there).issues]
    assert codes == ["region.not_found"]


def test_guess_adds_missing_values_to_those_of_its_layout(tmp_path):
    path = tmp_path / "psm.csv"
    path.write_text("NAMA PSM,NIK,KECAMATAN,KELURAHAN,NO HP\n", "utf-8")
    text = tables.layout_text(tables.guess_layout(path), language="en")
    assert "# [values]" not in text
    values = text.partition("[values]")[2].partition("[required_values]")[0]
    assert '# "assignments.0.listed_on" = ""  # tanggal daftar\n' in values


def test_constant_is_a_required_value_of_its_layout(tmp_path):
    path = tmp_path / "psm.csv"
    path.write_text("Nama,Desa\nContoh,63.10.09.2005\n", "utf-8")
    columns = (Column("person.name", "Nama"), Column("assignments.0.serves", "Desa"))
    given = {"assignments.0.pillar": Pillar.PSM, "assignments.0.listed_on": date(2025, 10, 10)}
    needed = {"assignments.0.listed_on": "the date of the list"}
    layout = Layout("x", "x", Worker, columns, constants=given, required_values=needed)
    assert tables.read(path, Worker, layout=layout).issues == ()


def test_guess_is_written_and_read_back(tmp_path):
    path = tmp_path / "psm.csv"
    path.write_text(
        "PSM,,,,,,\nNAMA PSM,NIK,TTL,Umur,Desa,Hobi,Jenis Kelamn,9901014108900001\n", "utf-8"
    )
    guess = tables.guess_layout(path, record_class=Worker)
    text = tables.layout_text(guess)
    target = tmp_path / "psm.toml"
    target.write_text(text, "utf-8")
    read = tables.load_layout(target)
    assert [column.path for column in read.columns] == [
        column.path for column in guess.layout.columns
    ]
    assert "9901014108900001" not in text
    assert "Judul kolom H memuat angka panjang" in text
    assert "# Tidak dikenal, maka tidak dibaca." in text
    assert "#   person.sex" in text
    assert "Sure." in tables.layout_text(guess, language="en")
    assert all(len(line) <= 100 for line in text.splitlines())
