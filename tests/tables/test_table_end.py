"""Cells below, beside and between the rows of a table give no record and no error."""

from datetime import date

import pytest

from psm_core import Address, Beneficiary, Participation, Person, Worker, tables
from psm_core.tables import Column, Layout

HEAD = ["NO", "NIK", "Nama Lengkap", "Jenis Kelamin", "Alamat"]
ANI = [1, "9901014108900001", "Ani Contoh", "P", "Jl. 1"]
BUDI = [2, "9901010108900002", "Budi Contoh", "L", "Jl. 2"]
CITRA = [3, "9901014108900003", "Citra Contoh", "P", "Jl. 3"]
GAP = []


@pytest.fixture
def read(tmp_path):
    def read(*rows, kind=Person, **how):
        path = tmp_path / "rows.csv"
        lines = (";".join("" if cell is None else str(cell) for cell in row) for row in rows)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tables.read(path, kind, **how)

    return read


def names(loaded):
    return [one.name for one in loaded.records]


def unread(loaded):
    """Return the ranges of unread rows. No other issue is allowed."""
    assert {issue.code for issue in loaded.issues} <= {"table.rows_unread"}
    return [issue.params["rows"] for issue in loaded.issues]


@pytest.mark.parametrize(
    "below",
    [
        [["JUMLAH", 2]],
        [[None, None, "Jumlah", 2]],
        [["Total KPM", None, None, "2 orang"]],
        [["Rata-rata", None, None, None, "Rp1.500,00"]],
        [["JUMLAH"] * 3 + [2, 2]],
        [["Jumlah laki-laki", 1, "Jumlah perempuan", 1]],
        [[None, None, None, None, "Angsana, 10 Oktober 2025"]],
        [[None, None, None, None, "Angsana, ...... 2025"]],
        [[None, None, None, None, "Batulicin, 10-10-2025"]],
        [[None, "Mengetahui,", None, None, "Ketua IPSM"]],
        [["Keterangan: P = perempuan"]],
        [["Catatan"], [1, "Data per Oktober 2025"], [2, "Data sementara"]],
        [["Sumber: Dinas Sosial"]],
        [["*) data sementara"]],
        [["Halaman 1 dari 1"]],
        [["Dicetak pada 10/10/2025"]],
        [[None, None, None, "NIP. 19650101 199003 1 001"]],
        [["Dusun III"]],
        [[None, None, None, None, None, None, "Kode", "Arti"]],
    ],
)
@pytest.mark.parametrize("gaps", [0, 1, 3])
def test_rows_below_the_table_give_one_warning(read, below, gaps):
    loaded = read(HEAD, ANI, BUDI, *[GAP] * gaps, *below)
    assert names(loaded) == ["Ani Contoh", "Budi Contoh"]
    first, last = 4 + gaps, 3 + gaps + len(below)
    assert unread(loaded) == [str(first) if first == last else f"{first}-{last}"]
    assert (loaded.errors, loaded.rows_read) == ((), 2)


def test_signature_block_with_two_signers_is_not_read(read):
    block = [
        [None, None, None, None, "Angsana, 10 Oktober 2025"],
        [None, None, "Mengetahui,", None, "Yang mendata,"],
        [None, None, "Kepala Desa Angsana", None, "Ketua IPSM"],
        GAP,
        [None, None, "DRS. CONTOH KADES", None, "SITI CONTOH"],
        [None, None, "NIP. 19650101 199003 1 001"],
    ]
    for gaps in (0, 1):
        loaded = read(HEAD, ANI, BUDI, *[GAP] * gaps, *block)
        assert names(loaded) == ["Ani Contoh", "Budi Contoh"]
        assert unread(loaded) == [f"{4 + gaps}-{9 + gaps}"]


def test_second_small_table_is_not_read(read):
    second = [
        ["Rekapitulasi"],
        ["No", "Kategori", "Jumlah"],
        [1, "Lansia", 5],
        [2, "Disabilitas", 3],
        ["JUMLAH", None, 8],
    ]
    assert unread(read(HEAD, ANI, BUDI, GAP, *second)) == ["5-9"]
    beside = [[None, None, *row] for row in second]
    assert unread(read(HEAD, ANI, BUDI, GAP, *beside)) == ["5-9"]
    in_the_name = [["No", None, "Kategori", "Jumlah"], [1, None, "Lansia", 5], [2, None, "Anak", 3]]
    assert unread(read(HEAD, ANI, BUDI, GAP, *in_the_name)) == ["5-7"]


def test_rows_after_a_blank_row_or_a_total_are_read(read):
    loaded = read(HEAD, ANI, ["Jumlah", 1], BUDI, GAP, CITRA, ["JUMLAH", 3])
    assert names(loaded) == ["Ani Contoh", "Budi Contoh", "Citra Contoh"]
    assert unread(loaded) == ["3, 7"]
    anew = [[1, None, "Dewi Contoh", "P"], [2, None, "Eko Contoh", "L", "Jl. 4"]]
    loaded = read(HEAD, ANI, BUDI, ["Jumlah Dusun I", 2], GAP, ["DUSUN II"], *anew)
    assert names(loaded)[2:] == ["Dewi Contoh", "Eko Contoh"]
    assert unread(loaded) == ["4-6"]


def test_rows_without_number_and_nik_are_read_if_their_cells_fit(read):
    head = HEAD[1:]
    loaded = read(head, ANI[1:], GAP, [None, "Nenek Contoh", "P"], [None, "Kakek Contoh", "L"])
    assert names(loaded) == ["Ani Contoh", "Nenek Contoh", "Kakek Contoh"]
    loaded = read(head, ANI[1:], GAP, ["Mengetahui"], [None, "Nenek Contoh", "P", "Jl. 1"])
    assert names(loaded) == ["Ani Contoh", "Nenek Contoh"]
    loaded = read(head, ANI[1:], GAP, [None, "Nenek Contoh", "x", "Jl. 1"])
    assert (names(loaded), unread(loaded)) == (["Ani Contoh"], ["4"])


def test_person_named_like_a_total_is_read(read):
    rows = [
        [2, None, "Jumlah", "P"],
        [3, "9901010108900002", "Total", "L"],
        [4, None, "Jumlah"],
        [None, None, "Total Contoh", "P", "Jl. 5"],
        [5, None, "Hormat Contoh", "L"],
    ]
    loaded = read(HEAD, ANI, *rows, CITRA)
    assert names(loaded)[1:-1] == ["Jumlah", "Total", "Jumlah", "Total Contoh", "Hormat Contoh"]
    assert [issue.code for issue in loaded.issues] == ["row.single_cell"]
    without_numbers = read(HEAD[1:], ANI[1:], [None, "Jumlah", "P"], CITRA[1:])
    assert names(without_numbers) == ["Ani Contoh", "Jumlah", "Citra Contoh"]


def test_name_alone_is_a_record_if_rows_have_no_numbers(read):
    loaded = read(HEAD[1:], ANI[1:], [None, "Nenek Contoh"], CITRA[1:])
    assert names(loaded) == ["Ani Contoh", "Nenek Contoh", "Citra Contoh"]
    assert [issue.code for issue in loaded.issues] == ["row.single_cell"]
    loaded = read(HEAD, ANI, [None, None, "Nenek Contoh"], CITRA)
    assert (names(loaded), unread(loaded)) == (["Ani Contoh", "Citra Contoh"], ["3"])


def test_invalid_nik_below_the_table_is_an_error(read):
    for nik in ("990101410890000", "9901 0141 0890 0000 1", "9,90101E+15"):
        loaded = read(HEAD[1:], ANI[1:], GAP, ["Mengetahui"], [nik, "Dewi Contoh"])
        assert [issue.row for issue in loaded.errors] == [5]
    loaded = read(HEAD[1:], ANI[1:], ["12"])
    assert [issue.code for issue in loaded.errors] == ["row.single_cell"]


def test_repeated_headings_of_pages_are_skipped(read):
    page = [HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)"]]
    loaded = read(*page, ANI, ["Halaman 1"], *page, BUDI, GAP, *page, CITRA)
    assert names(loaded) == ["Ani Contoh", "Budi Contoh", "Citra Contoh"]
    assert [(i.cell, i.code, i.params["rows"]) for i in loaded.issues] == [
        ("5", "table.headings_repeated", "5, 9"),
        ("A4", "table.rows_unread", "4"),
    ]


def test_repeated_headings_in_another_spelling_or_two_rows_are_skipped(read):
    first = ["NO", "NIK", "Nama Lengkap", "Tempat Lahir", "Alamat", None]
    second = [None, None, None, None, "RT", "RW"]
    again = [one and f" {one.lower()}." for one in first]
    without_nik = [2, None, "Budi Contoh", "Angsana", "1", "2"]
    whole = [1, ANI[1], "Ani Contoh", "Angsana", "1", "2"]
    loaded = read(first, second, whole, again, second, without_nik, first, second)
    assert names(loaded) == ["Ani Contoh", "Budi Contoh"]
    assert [(i.cell, i.params) for i in loaded.issues] == [("4", {"rows": "4-5, 7-8"})]


def test_row_with_the_first_word_of_the_headings_alone_is_no_heading(read):
    loaded = read(HEAD, ANI, ["NO", BUDI[1], "Budi Contoh", "L", "Jl. 2"])
    assert names(loaded) == ["Ani Contoh", "Budi Contoh"]


def test_rows_with_a_row_number_alone_are_skipped(read):
    loaded = read(HEAD, ANI, BUDI, [3], [4], ["5."], ["JUMLAH", 2])
    assert (loaded.rows_read, unread(loaded)) == (2, ["7"])


def test_group_rows_between_records_are_not_read(read):
    groups = [["A.", "Dusun Pantai"], ANI, ["B.", "Dusun Hulu"], BUDI]
    loaded = read(HEAD, *groups)
    assert names(loaded) == ["Ani Contoh", "Budi Contoh"]
    assert {issue.code for issue in loaded.errors} <= {"nik.format", "field.missing"}


def test_table_of_text_columns_continues_after_a_blank_row(read):
    layout = Layout("x", "x", Person, (Column("name", "Nama"), Column("birth_place", "Asal")))
    rows = [["Nama", "Asal"], ["Ani", "Angsana"], GAP, ["Budi", "Angsana"], GAP, ["Kepala Desa"]]
    loaded = read(*rows, layout=layout)
    assert (names(loaded), unread(loaded)) == (["Ani", "Budi"], ["6"])


def test_end_of_a_table_of_participations_is_detected(read):
    head = ["Program", "Kunci Penerima", "Status", "Mulai Menerima", "Jumlah (Rp)"]
    rows = [
        ["PKH", "b-1", "Menerima", "2025-01-01", "300000"],
        ["PKH", "b-2", "Menerima", "2025-01-01"],
    ]
    loaded = read(
        head, *rows, ["JUMLAH", None, None, None, "600.000"], GAP, [None, "Mengetahui"],
        kind=Participation,
    )  # fmt: skip
    assert (len(loaded.records), unread(loaded)) == (2, ["4-6"])


def test_every_row_of_an_export_is_a_record(read):
    loaded = read(
        ["street", "rt"], ["Total", ""], ["Jumlah", "1"], GAP, ["Catatan", ""], kind=Address
    )
    assert [one.street for one in loaded.records] == ["Total", "Jumlah", "Catatan"]


def test_sparse_rows_are_read_if_no_field_is_required(read):
    columns = (Column("street", "Jalan"), Column("rt", "RT"), Column("rw", "RW"))
    layout = Layout("x", "x", Address, columns)
    loaded = read(["Jalan", "RT", "RW"], ["Jl. 1", 1, 2], [None, 3], layout=layout, kind=Address)
    assert [one.rt for one in loaded.records] == ["001", "003"]


def test_end_of_a_table_of_beneficiaries_or_workers_is_detected(read):
    head = ["No", "NIK", "Nama Lengkap", "Kategori", "Tanggal Pendataan", "Sumber"]
    row = [1, "9901014108900001", "Ani", "Fakir Miskin", "2025-01-01", "desa"]
    loaded = read(head, row, GAP, [None, None, "Angsana, 1 Mei 2025"], [None, None, "CONTOH KADES"],
                  kind=Beneficiary)  # fmt: skip
    assert (len(loaded.records), unread(loaded)) == (1, ["4-5"])
    head = ["No", "NIK", "Nama Lengkap", "Pilar", "Mulai Tugas", "Desa/Kelurahan Tugas"]
    row = [1, "9901014108900001", "Ani", "psm", "2019-01-01", "63.10.09.2005"]
    loaded = read(head, row, ["Jumlah", 1], kind=Worker)
    assert (len(loaded.records), unread(loaded)) == (1, ["3"])


def test_unread_row_ranges_are_listed_up_to_the_limit(read):
    rows = [
        row for n in range(1, 30) for row in ([n, f"990101410890{n:04}", f"Ani {n}"], ["Jumlah", n])
    ]
    (rows_unread,) = unread(read(HEAD, *rows))
    assert rows_unread.startswith("3, 5, 7,")
    assert rows_unread.endswith(", \u2026")


def test_sparse_rows_after_hundreds_of_rows_are_read(read):
    rows = [[n, f"990101410890{n:04}", f"Ani {n}", "P", "Jl. 1"] for n in range(1, 300)]
    last = [[300, None, "Nenek"], GAP, [301, None, "Kakek"], ["Jumlah", 301], GAP]
    loaded = read(HEAD, *rows, *last, [None, None, "Kepala Desa", None, "Sekretaris"])
    assert names(loaded)[-2:] == ["Nenek", "Kakek"]
    assert loaded.issues[-1].params == {"rows": "304-306"}


def test_stream_reports_unread_rows_at_its_end(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("NIK,Nama\n9901014108900001,Ani\nJumlah,1\n", "utf-8")
    with tables.stream(path, Person) as reading:
        assert reading.issues == ()
        assert [row.row for row in reading] == [2]
        assert [(one.cell, one.code) for one in reading.issues] == [("A3", "table.rows_unread")]


def test_end_of_the_table_is_detected_from_workbook_cells(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    rows = [
        [*HEAD, "Tanggal Lahir"],
        [*ANI, date(1990, 8, 1)],
        [2, 9901010108900002, "Budi", "L", "Jl. 2", date(1990, 8, 1)],
        ["JUMLAH", "=COUNTA(B2:B3)", None, None, 2.5, None],
        [None, None, None, None, None, date(2025, 10, 10)],
        [True, None, None, "CONTOH"],
    ]
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "rows.xlsx")
    loaded = tables.read(tmp_path / "rows.xlsx", Person)
    assert names(loaded) == ["Ani Contoh"]
    assert [(one.row, one.code) for one in loaded.issues if one.row > 3] == [
        (4, "table.rows_unread")
    ]
    assert loaded.issues[-1].params == {"rows": "4-6"}


def test_names_that_begin_like_a_note_are_read(read):
    named = ["Sumberi Contoh", "Sumber Rejeki", "Hormat Contoh", "Catatani Contoh"]
    loaded = read(HEAD[1:], ANI[1:], *([None, name, None, "Jl. 4"] for name in named))
    assert names(loaded) == ["Ani Contoh", *named]
    assert loaded.issues == ()


@pytest.mark.parametrize("note", ["Sumber: SIKS", "Sumber data SIKS", "Hormat kami,", "Hormat"])
def test_notes_of_two_cells_are_not_read(read, note):
    assert unread(read(HEAD[1:], ANI[1:], [None, note, None, "Jl. 4"])) == ["3"]


@pytest.mark.parametrize("heading", ["TTL", "Tempat Lahir", "Tanggal Lahir"])
def test_place_and_date_of_birth_beside_a_name_do_not_end_the_table(tmp_path, heading):
    path = tmp_path / "x.csv"
    rows = ("Ani;;Batulicin, 01-07-1957 (perkiraan)", "Budi;;Batulicin, 00-00-1960", ";;")
    below = ("Batulicin, 10-10-2025;;", "Kepala Desa;;")
    path.write_text("\n".join((f"Nama;NIK;{heading}", *rows, *below)), "utf-8")
    result = tables.read(path, Person)
    assert [one.name for one in result.records] == ["Ani", "Budi"]
    assert result.counts["table.rows_unread"] == 1
