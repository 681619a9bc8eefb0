"""Several files and folders: which files are read, and what a repeat between them says."""

import gzip

import openpyxl
import pytest

from psm_core import (
    NIK,
    Address,
    Person,
    RegionCode,
    TableError,
    ValidationError,
    Worker,
    tables,
)
from psm_core.tables import several_files
from psm_core.tables.rows import seen_rows


def nik(number):
    return f"990101410890{number:04d}"


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a CSV file of people by the numbers of their NIK."""

    def save(name, *numbers, more=""):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        rows = "".join(f"{nik(number)},Warga {number}\n" for number in numbers)
        path.write_text(f"NIK,Nama\n{rows}{more}", "utf-8")
        return path

    return save


class TestReadAll:
    def test_each_file_has_its_own_result_in_the_given_order(self, write):
        found = tables.read_all([write("b.csv", 1, 2), write("a.csv", 3, more="99,X\n")], Person)
        assert [one.source.name for one in found.results] == ["b.csv", "a.csv"]
        assert [one.rows_read for one in found.results] == [2, 2]
        assert [person.nik for person in found.records] == [NIK(nik(n)) for n in (1, 2, 3)]
        assert (found.error_count, found.warning_count, found.left_out) == (1, 0, ())
        with pytest.raises(ValidationError) as caught:
            found.records_or_raise()
        assert [one.code for one in caught.value.issues] == ["nik.length"]

    def test_repeat_in_two_files_names_the_other_file(self, write):
        first, second = write("desa a.csv", 1, 2), write("desa b.csv", 3, 2, 3)
        found = tables.read_all([first, second], Person)
        assert [(i.cell, dict(i.params)) for i in found.results[1].issues] == [
            ("A3", {"other": 3, "file": "desa a.csv"}),
            ("A4", {"other": 2}),
            ("A2", {"other": 4}),
        ]
        text = found.results[1].issues[0].describe("id")
        assert text.startswith("NIK pada baris ini juga ada di baris 3 berkas desa a.csv.")
        (earlier,) = found.results[0].issues
        assert (earlier.cell, dict(earlier.params)) == ("A3", {"other": 3, "file": "desa b.csv"})
        assert found.results[0].counts == {"table.person_duplicate": 1}
        assert found.records_or_raise() == found.records

    def test_repeat_of_an_earlier_workbook_names_its_sheet_too(self, write, tmp_path):
        book = openpyxl.Workbook()
        book.active.title = "RT 1"
        for row in (("NIK", "Nama"), (nik(1), "Ani")):
            book.active.append(row)
        other = book.create_sheet("RT 2")
        for row in (("NIK", "Nama"), (nik(2), "Budi"), (nik(1), "Ani")):
            other.append(row)
        book.save(tmp_path / "x.xlsx")
        found = tables.read_all([tmp_path / "x.xlsx", write("b.csv", 2)], Person)
        assert [dict(i.params) for one in found.results for i in one.issues] == [
            {"other": 2, "sheet": "RT 1"},
            {"other": 3, "sheet": "RT 2"},
            {"other": 2, "file": "b.csv"},
            {"other": 2, "sheet": "RT 2", "file": "x.xlsx"},
        ]

    def test_records_without_an_id_get_different_ones_in_each_file(self, tmp_path):
        paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
        for number, path in enumerate(paths, 1):
            row = f"Ani Contoh,{nik(number)},Angsana,Angsana"
            path.write_text(f"NAMA PSM,NIK,KECAMATAN,KELURAHAN\n{row}\n", "utf-8")
        found = tables.read_all(
            paths,
            Worker,
            id_prefix="psm",
            values={"assignments.0.listed_on": "2025-10-10"},
            within=RegionCode("63.10"),
        )
        assert [str(one.id) for one in found.records] == ["psm-2", "psm-2-2"]

    def test_unreadable_file_does_not_prevent_the_others(self, write, tmp_path):
        bad = tmp_path / "a.csv"
        bad.write_bytes(b"%PDF-1.7\n")
        found = tables.read_all([bad, write("b.csv", 1)], Person)
        assert [(path, issue.code) for path, issue in found.unreadable.items()] == [
            (bad, "table.not_a_table")
        ]
        assert (len(found.records), found.error_count) == (1, 1)
        with pytest.raises(ValidationError, match=r"table\.not_a_table"):
            found.records_or_raise()

    def test_missing_file_and_unknown_option_raise_as_for_one_file(self, write, tmp_path):
        with pytest.raises(FileNotFoundError):
            tables.read_all([tmp_path / "no.csv"], Person)
        with pytest.raises(TypeError, match="unknown option"):
            tables.read_all([write("b.csv", 1)], Person, sheets="x")

    def test_too_many_sheets_of_all_files_make_the_rest_unreadable(self, write, monkeypatch):
        monkeypatch.setattr(seen_rows, "MAX_SHEETS_OF_FILES", 2)
        paths = [write(f"{number}.csv", number) for number in range(1, 4)]
        found = tables.read_all(paths, Person)
        assert [(path, issue.code) for path, issue in found.unreadable.items()] == [
            (paths[2], "table.too_many_files")
        ]

    def test_progress_starts_again_with_each_file(self, write):
        counts = []
        paths = [write("a.csv", *range(1, 120)), write("b.csv", *range(201, 330))]
        tables.read_all(paths, Person, progress=counts.append)
        assert counts == [100, 100]


class TestFolders:
    def test_tables_of_a_folder_are_read_sorted_and_others_are_left_out(self, write, tmp_path):
        names = ("kec/b.csv", "kec/10/z.TXT", "kec/a.tsv", "kec/2/c.csv", "kec/.git/d.csv")
        for number, name in enumerate(names, 1):
            write(name, number)
        (tmp_path / "kec/d.csv.gz").write_bytes(gzip.compress(b"NIK,Nama\n,Ani\n"))
        for name in ("~$a.xlsx", ".~lock.b.csv#", "foto.jpg", "x.gz", ".b.csv"):
            (tmp_path / "kec" / name).write_bytes(b"x")
        found = tables.read_all(str(tmp_path / "kec"), Person)
        read = [one.source.relative_to(tmp_path / "kec").as_posix() for one in found.results]
        assert read == ["a.tsv", "b.csv", "d.csv.gz", "10/z.TXT", "2/c.csv"]
        assert sorted(path.name for path in found.left_out) == [
            ".b.csv", ".~lock.b.csv#", "foto.jpg", "x.gz", "~$a.xlsx",
        ]  # fmt: skip

    def test_repeat_names_the_folder_inside_the_folder(self, write, tmp_path):
        write("kec/desa a/psm.csv", 1)
        write("kec/desa b/psm.csv", 1)
        (_, second) = tables.read_all([tmp_path / "kec"], Person).results
        assert second.issues[0].params["file"].replace("\\", "/") == "desa a/psm.csv"

    def test_file_that_is_given_twice_is_read_once(self, write, tmp_path):
        path = write("kec/a.csv", 1)
        found = tables.read_all([path, tmp_path / "kec", tmp_path / "kec/../kec/a.csv"], Person)
        assert [one.source for one in found.results] == [path]
        assert found.warning_count == 0

    def test_given_file_is_read_whatever_its_name(self, write):
        assert len(tables.read_all([write("daftar.dat", 1)], Person).records) == 1

    def test_file_of_a_folder_that_is_given_too_is_not_left_out(self, write, tmp_path):
        path = write("kec/daftar.dat", 1)
        found = tables.read_all([tmp_path / "kec", path], Person)
        assert ([one.source for one in found.results], found.left_out) == ([path], ())

    def test_folder_without_tables_gives_no_results(self, tmp_path):
        found = tables.read_all(tmp_path, Person)
        assert (found.results, found.records_or_raise(), found.left_out) == ((), (), ())


def test_results_are_values_without_personal_numbers_in_their_text(write):
    found = tables.read_all([write("a.csv", 1)], Person)
    assert nik(1) not in repr(found)
    assert found == several_files.FileResults(found.results)
    with pytest.raises(TableError, match=r"table\.directory"):
        tables.read(write("b/a.csv", 1).parent, Address)
