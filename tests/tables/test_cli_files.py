"""The commands on several files, folders, standard input and compressed files."""

import gzip
import json

import pytest
from typer.testing import CliRunner

from psm_core import Person, RegionCode, Worker, tables, wire
from psm_core.cli.app import app

NIKS = [f"990101410890{number:04d}" for number in range(1, 20)]


def run(*words, **how):
    return CliRunner().invoke(app, [str(word) for word in words], **how)


@pytest.fixture
def folder(tmp_path):
    """Return a folder of two lists, one of them with an error and a repeated NIK."""
    folder = tmp_path / "kecamatan"
    (folder / "desa b").mkdir(parents=True)
    (folder / "a.csv").write_text(f"NIK,Nama\n{NIKS[1]},Ani\n", "utf-8")
    content = f"NIK,Nama\n{NIKS[1]},Ani\n990101,Budi\n"
    (folder / "desa b" / "b.csv").write_text(content, "utf-8")
    (folder / "foto.jpg").write_bytes(b"x")
    return folder


class TestCheck:
    def test_each_file_of_a_folder_has_a_heading_and_a_total_follows(self, folder):
        shown = run("check", folder)
        lines = shown.stdout.splitlines()
        assert shown.exit_code == 1
        headings = [line for line in lines if line.startswith("===")]
        assert headings == [f"=== {folder / 'a.csv'} ===", f"=== {folder / 'desa b' / 'b.csv'} ==="]
        assert lines[-2:] == [
            "2 berkas: 3 baris dibaca, 2 baris valid, 1 kesalahan, 1 peringatan",
            "Tidak dibaca: foto.jpg",
        ]
        assert "table.person_duplicate" in shown.stdout
        assert "berkas a.csv" in " ".join(shown.stdout.replace("│", " ").split())

    def test_valid_files_exit_with_0(self, folder):
        valid = folder / "c.csv"
        valid.write_text(f"NIK,Nama\n{NIKS[2]},Citra\n", "utf-8")
        shown = run("check", folder / "a.csv", valid, "--lang", "en")
        assert shown.exit_code == 0
        assert "2 files: 2 rows read, 2 valid rows, 0 errors, 0 warnings" in shown.stdout

    def test_unreadable_file_is_shown_and_exits_with_2(self, folder):
        (folder / "c.csv").write_bytes(b"%PDF-1.7")
        shown = run("check", folder, folder / "none.csv")
        assert shown.exit_code == 2
        assert "table.not_a_table" in shown.stdout
        assert "Berkas ini tidak ada" in shown.stdout
        assert "4 berkas: 3 baris dibaca" in shown.stdout
        assert "2 berkas tidak terbaca" in shown.stdout
        assert run("check", folder / "c.csv").stderr.startswith("psm-core: table.not_a_table")

    def test_people_and_workers_do_not_repeat_each_other(self, folder):
        workers = folder / "psm.csv"
        workers.write_text(f"NAMA PSM,NIK,KECAMATAN,KELURAHAN\nAni,{NIKS[1]},Angsana,Angsana\n")
        shown = run("check", workers, folder / "a.csv", "--within", "63.10")
        assert "psm-import: 1 baris" in shown.stdout
        assert "duplicate" not in shown.stdout

    def test_json_of_several_files_is_a_list(self, folder):
        (folder / "c.csv").write_bytes(b"%PDF-1.7")
        shown = run("check", folder, "--json")
        first, unreadable, second = json.loads(shown.stdout)
        assert (first["file"], first["rows_read"]) == (str(folder / "a.csv"), 1)
        assert (unreadable["file"], "PDF" in unreadable["error"]) == (str(folder / "c.csv"), True)
        assert [issue["cell"] for issue in second["issues"]] == ["A2", "A3"]
        assert json.loads(run("check", folder / "a.csv", "--json").stdout)["file"] == "a.csv"

    def test_many_files_that_are_left_out_are_counted(self, folder):
        for number in range(7):
            (folder / f"gambar{number}.png").write_bytes(b"x")
        last = run("check", folder).stdout.splitlines()[-1]
        assert last.startswith("Tidak dibaca: foto.jpg, gambar0.png")
        assert last.endswith("gambar3.png, … (+3)")

    def test_folder_without_tables_exits_with_2(self, tmp_path):
        shown = run("check", tmp_path)
        assert (shown.exit_code, "Tidak ada tabel di folder ini" in shown.stderr) == (2, True)


class TestCopies:
    def test_copies_of_several_files_are_written_into_a_folder(self, folder):
        (folder / "c.csv.gz").write_bytes(gzip.compress(b"NIK;Nama\n990101;Ani\n"))
        tables.write_template(Person, folder / "templat.xlsx")
        copies = folder / "diperiksa"
        shown = run("check", folder, "--annotate", copies)
        written = sorted(path.relative_to(copies).as_posix() for path in copies.rglob("*.*"))
        assert written == ["a.csv", "c.csv", "desa b/b.csv", "templat.xlsx"]
        assert f"{copies / 'a.csv'}: ditulis" in shown.stdout
        again = run("check", folder, "--annotate", copies)
        assert (again.exit_code, "sudah ada" in again.stderr) == (2, True)
        forced = run("check", folder, "--annotate", copies, "--force", "--json")
        assert len(json.loads(forced.stdout)) == 4

    def test_copy_has_the_suffix_of_its_content(self, folder):
        import openpyxl

        book = openpyxl.Workbook()
        book.active.append(("NIK", "Nama"))
        book.save(folder / "x.xlsm")
        shown = run("check", folder / "x.xlsm", folder / "a.csv", "--annotate", folder / "salinan")
        assert "x.xlsm" in shown.stdout
        assert (folder / "salinan" / "x.xlsx").exists()  # it has no macros

    def test_copy_that_cannot_be_written_does_not_prevent_the_others(self, folder, monkeypatch):
        def refuse(*_, **__):
            raise tables.files.sheets.table_error("table.too_big", maximum=200)

        monkeypatch.setattr(tables, "annotate", refuse)
        shown = run("check", folder, "--annotate", folder / "salinan")
        assert shown.exit_code == 2
        assert shown.stdout.count("table.too_big") == 2

    def test_copies_of_files_that_differ_in_their_suffix_have_two_names(self, folder):
        for name in ("x.csv", "x.txt"):
            (folder / name).write_text("NIK,Nama\n,Ani\n", "utf-8")
        shown = run("check", folder / "x.csv", folder / "x.txt", "--annotate", folder / "salinan")
        assert shown.exit_code == 0
        names = sorted(path.name for path in (folder / "salinan").iterdir())
        assert names == ["x-txt.csv", "x.csv"]

    def test_two_files_with_one_copy_are_refused(self, folder):
        others = [folder / "desa b" / "a.csv", folder / "desa c" / "a.csv"]
        for other in others:
            other.parent.mkdir(exist_ok=True)
            other.write_text("NIK,Nama\n,Ani\n", "utf-8")
        copies = ("--annotate", folder / "salinan", "--force")
        shown = run("check", folder / "a.csv", *others, *copies)
        assert (shown.exit_code, "salinan dua berkas" in shown.stderr) == (2, True)

    def test_copies_need_a_folder(self, folder, tmp_path):
        target = tmp_path / "x.xlsx"
        target.write_bytes(b"x")
        shown = run("check", folder, "--annotate", target)
        assert (shown.exit_code, "nama folder" in shown.stderr) == (2, True)

    def test_report_has_a_section_for_each_file(self, folder, tmp_path):
        target = tmp_path / "x.html"
        (folder / "kosong.csv").write_text("", "utf-8")
        shown = run("check", folder, "--report", target)
        assert f"{target}: ditulis" in shown.stdout
        page = target.read_text("utf-8")
        assert page.count("<section ") == page.count(f'">{folder}') > 1
        assert f"<tr><td>{folder / 'kosong.csv'}</td>" in page
        assert run("check", folder, "--report", target).exit_code == 2
        shown = run("check", folder, "--report", tmp_path / "x.pdf")
        assert (shown.exit_code, ".html" in shown.stderr) == (2, True)


class TestConvert:
    def test_several_files_become_one(self, folder, tmp_path):
        other = folder / "c.csv"
        other.write_text(f"NIK,Nama\n{NIKS[2]},Citra\n", "utf-8")
        out = tmp_path / "out.jsonl"
        done = run("convert", folder / "a.csv", other, out)
        assert done.exit_code == 0
        people = [wire.from_json(line, Person) for line in out.read_text("utf-8").splitlines()]
        assert [person.name for person in people] == ["Ani", "Citra"]
        assert f"{out}: 2 ditulis" in done.stdout
        again = run("convert", folder / "a.csv", other, other, "--force")
        assert (again.exit_code, "sudah ada" in again.stderr) == (2, True)

    def test_one_error_prevents_all_without_partly(self, folder, tmp_path):
        out = tmp_path / "out.csv"
        refused = run("convert", folder, out)
        assert (refused.exit_code, out.exists()) == (1, False)
        assert "Tidak dibaca: foto.jpg" in refused.stdout
        assert refused.stdout.splitlines()[-1].startswith("tidak ditulis")
        assert run("convert", folder, out, "--partly").exit_code == 1
        assert len(tables.read(out, Person).records) == 2

    def test_unreadable_file_exits_with_2(self, folder, tmp_path):
        (folder / "desa b" / "b.csv").write_bytes(b"%PDF-1.7")
        out = tmp_path / "out.csv"
        assert (run("convert", folder, out).exit_code, out.exists()) == (2, False)
        shown = run("convert", folder, out, "--partly")
        assert (shown.exit_code, "PDF" in shown.stdout) == (2, True)
        assert len(tables.read(out, Person).records) == 1

    def test_records_of_two_kinds_are_not_written_into_one_table(self, folder, tmp_path):
        workers = tmp_path / "psm.csv"
        workers.write_text(f"NAMA PSM,NIK,KECAMATAN,KELURAHAN\nAni,{NIKS[1]},Angsana,Angsana\n")
        values, within = {"assignments.0.listed_on": "2025-10-10"}, RegionCode("63.10")
        read = tables.read(workers, Worker, values=values, within=within)
        tables.write(read.records, workers)
        shown = run("convert", folder / "a.csv", workers, tmp_path / "x.csv")
        assert (shown.exit_code, "--record" in shown.stderr) == (2, True)
        assert run("convert", folder / "a.csv", workers, tmp_path / "x.jsonl").exit_code == 0


class TestStandardInput:
    def test_standard_input_is_read_like_a_file(self, tmp_path):
        content = f"NIK;Nama\n{NIKS[1]};Ani\n".encode()
        shown = run("check", "-", input=content)
        assert (shown.exit_code, shown.stdout) == (
            0,
            "warga: 1 baris dibaca, 1 baris valid, 0 kesalahan, 0 peringatan\n",
        )
        packed = run("check", "-", "--json", input=gzip.compress(content))
        assert json.loads(packed.stdout)["file"] == "-"
        out = tmp_path / "out.jsonl"
        assert run("convert", "-", out, input=content).exit_code == 0
        assert len(out.read_text("utf-8").splitlines()) == 1

    def test_layout_of_standard_input_is_guessed(self):
        shown = run("layout", "-", input=b"NIK;Nama;Warna\n9901014108900001;Ani;x\n")
        assert (shown.exit_code, 'field = "nik"' in shown.stdout) == (0, True)

    def test_standard_input_beside_a_file_is_named(self, folder):
        content = f"NIK;Nama\n{NIKS[1]};Ani\n".encode()
        shown = run("check", folder / "a.csv", "-", input=content)
        assert "=== - ===" in shown.stdout
        assert "table.person_duplicate" in shown.stdout

    def test_empty_standard_input_exits_with_2(self):
        shown = run("check", "-", input=b"")
        assert (shown.exit_code, "table.empty" in shown.stderr) == (2, True)
