"""The commands ``duplicates`` and ``diff`` show rows and lines, and no value."""

import gzip
import json
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from psm_core import (
    KK,
    NIK,
    Extensions,
    Family,
    Person,
    PhoneNumber,
    Programme,
    ProgrammeId,
    Worker,
    WorkerId,
    evolve,
    evolve_at,
    tables,
    wire,
)
from psm_core.cli import diff_command, record_lines
from psm_core.cli.app import app
from psm_core.terms import EventLevel

SITI = Person(nik=NIK("9901015408900001"), name="Siti Aminah", birth_date=date(1990, 8, 14))
PROGRAMME = Programme(id=ProgrammeId("p"), name="PKH", owner=EventLevel.NASIONAL)
WORKER = Worker(id=WorkerId("psm-1"), person=SITI)
HEAD = "NIK,Nama,JK,Tanggal Lahir\n"
ROWS = "9901015408900001,Siti Aminah,P,14-08-1990\n9901014108900003,Budi Raharjo,L,01-08-1990\n"
PPKS = "No;Nama;NIK;Desa;Jenis PPKS\n1;Contoh;9901014108400001;Angsana;Lansia Terlantar\n"
DOUBLE = ",Hj. Sitti Aminah,P,14-08-1990\n"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def lines(path, *records):
    path.write_text("\n".join(map(wire.to_json, records)) + "\n\n", "utf-8")
    return path


class TestDuplicates:
    def test_rows_of_a_double_are_shown_with_the_reasons(self, tmp_path):
        file = tmp_path / "warga.csv"
        file.write_text(HEAD + ROWS + DOUBLE, "utf-8")
        shown = run("duplicates", file, "--record", "person")
        assert shown.exit_code == 1
        assert "Baris 2 dan 4" in shown.stdout
        assert "nama sama, tanggal lahir sama" in " ".join(shown.stdout.split())
        assert shown.stdout.splitlines()[-1] == "3 orang, 1 pasangan yang mungkin sama"
        assert "Siti" not in shown.stdout

    def test_rows_of_several_files_are_compared(self, tmp_path):
        first, second, broken = (tmp_path / f"{name}.csv" for name in "abc")
        first.write_text(HEAD + ROWS, "utf-8")
        second.write_text(HEAD + DOUBLE, "utf-8")
        shown = run("duplicates", first, second, "--lang", "en", "--json", "--record", "person")
        (pair,) = json.loads(shown.stdout)
        assert pair["first"] == {"file": str(first), "sheet": None, "row": 2}
        assert pair["second"]["row"] == 2
        assert [reason["code"] for reason in pair["reasons"]][:2] == ["name_equal", "birth_equal"]
        broken.write_bytes(b"%PDF-1.7")
        shown = run("duplicates", first, second, broken, "--record", "person")
        assert shown.exit_code == 2
        assert "b.csv:" in "".join(shown.stdout.split())
        assert "table.not_a_table" in shown.stderr
        shown = run("duplicates", first, second, broken, "--record", "person", "--json")
        assert len(json.loads(shown.stdout)) == 1

    def test_people_of_a_sheet_are_shown_with_its_name(self, tmp_path):
        file = tmp_path / "pekerja.xlsx"
        twice = evolve(WORKER, id=WorkerId("psm-2"))
        tables.write([WORKER, twice], file)
        shown = run("duplicates", file, "--record", "worker", "--lang", "en", "--max", "1")
        assert shown.exit_code == 1
        assert "!2 and " in shown.stdout
        assert "2 people, 1 pair that is probably the same" in shown.stdout

    def test_json_lines_are_read_from_files_folders_and_standard_input(self, tmp_path):
        other = Person(name="Hj. Sitti Aminah", nik=SITI.nik)
        file = lines(tmp_path / "a.jsonl", WORKER, other)
        shown = run("duplicates", file)
        assert shown.exit_code == 1
        assert "Baris 1 dan 2 " in shown.stdout
        packed = tmp_path / "b.jsonl.gz"
        packed.write_bytes(gzip.compress(file.read_bytes(), mtime=0))
        (tmp_path / "c.csv").write_text(HEAD + ROWS, "utf-8")
        found = json.loads(run("duplicates", tmp_path, "--json").stdout)
        assert len(found) == 10
        assert {Path(one["second"]["file"]).name for one in found} == {
            "a.jsonl", "b.jsonl.gz", "c.csv"
        }  # fmt: skip
        command = [str(word) for word in ("duplicates", "-", "--lang", "en")]
        piped = CliRunner().invoke(app, command, input=file.read_bytes())
        assert "Rows 1 and 2" in piped.stdout
        piped = CliRunner().invoke(app, [*command, "--record", "person"], input=HEAD + ROWS)
        assert (piped.exit_code, piped.stdout.split()[0]) == (0, "2")

    def test_only_people_of_both_lists_are_shown_with_against(self, tmp_path, monkeypatch):
        first, second = tmp_path / "a.csv", tmp_path / "b.csv"
        first.write_text(HEAD + ROWS + DOUBLE, "utf-8")
        second.write_text(HEAD + ROWS.splitlines()[1] + "\n", "utf-8")
        words = ("duplicates", first, "--against", second, "--record", "person")
        (pair,) = json.loads(run(*words, "--json").stdout)
        assert [Path(pair[name]["file"]).name for name in ("first", "second")] == ["a.csv", "b.csv"]
        assert (pair["first"]["row"], pair["second"]["row"]) == (3, 2)
        shown = run(*words)
        assert "a.csv: baris 3 " in shown.stdout
        assert "b.csv: baris 2 " in shown.stdout
        second.rename(tmp_path / "sama.csv")
        (tmp_path / "x").mkdir()
        (tmp_path / "sama.csv").rename(tmp_path / "x" / "a.csv")
        again = run("duplicates", first, "--against", tmp_path / "x", "--record", "person")
        assert " a.csv: baris 3 " in again.stdout
        assert f" {Path('x', 'a.csv')}: baris 2 " in again.stdout
        assert str(tmp_path)[:10] not in again.stdout
        monkeypatch.chdir(tmp_path)
        again = run("duplicates", "a.csv", "--against", tmp_path / "x", "--record", "person")
        assert " a.csv: baris 3 " in again.stdout
        assert str(tmp_path)[:10] in again.stdout
        assert "4 orang, 1 pasangan" in shown.stdout

    def test_rows_and_files_that_are_not_compared_are_named(self, tmp_path):
        broken = tmp_path / "a.csv"
        broken.write_text(HEAD + "12,Siti Aminah,P,14-08-1990\n", "utf-8")
        shown = run("duplicates", broken, "--record", "person")
        assert shown.exit_code == 2
        assert "1 baris tidak dibandingkan karena ada kesalahan" in shown.stderr
        broken.write_bytes(b"%PDF-1.7")
        assert run("duplicates", broken).exit_code == 2
        broken.write_text(PPKS, "utf-8")
        shown = run("duplicates", broken)
        assert (shown.exit_code, shown.stderr.count("\n")) == (2, 2)
        assert "coba --record person" in shown.stderr
        assert run("duplicates", broken, "--record", "person").exit_code == 0
        events = lines(tmp_path / "b.jsonl", *[PROGRAMME] * 60)
        assert "0 orang" in run("duplicates", events).stdout
        events.write_text("{}\n" * 60, "utf-8")
        shown = run("duplicates", events)
        assert shown.exit_code == 2
        assert "b.jsonl: baris 1: " in shown.stderr.replace("\n", "")
        assert shown.stderr.endswith("dan 70 kesalahan lagi\n")
        shown = run("duplicates", broken, "--against", "x.csv")
        assert "\nx.csv: Berkas ini tidak ada." in f"\n{shown.stderr}"

    def test_value_that_a_list_of_workers_lacks_is_named(self, tmp_path):
        file = tmp_path / "psm.csv"
        file.write_text("NIK,Nama,Desa Tugas\n9901015408900001,Siti,63.10.09.2005\n", "utf-8")
        shown = run("duplicates", file, "--layout", "psm-import")
        assert (shown.exit_code, "--value assignments.0.listed_on=" in shown.stderr) == (2, True)

    def test_list_of_no_people_is_named(self, tmp_path):
        file = tmp_path / "a.xlsx"
        tables.write([PROGRAMME], file)
        shown = run("duplicates", tmp_path, "--record", "programme")
        assert (shown.exit_code, "bukan daftar orang" in shown.stderr) == (2, True)

    def test_terminal_shows_that_people_are_compared(self, tmp_path, monkeypatch):
        file = lines(tmp_path / "a.jsonl", *[SITI] * 3, *[PROGRAMME] * 1000)
        monkeypatch.setenv("FORCE_COLOR", "1")
        shown = run("duplicates", file, "--max", "1")
        assert "membandingkan" in shown.stderr
        assert "Ditampilkan 1 pasangan teratas" in shown.stdout

    def test_list_without_doubles_exits_with_0(self, tmp_path):
        file = tmp_path / "warga.csv"
        file.write_text(HEAD + ROWS, "utf-8")
        shown = run("duplicates", file, "--record", "person", "--min-score", "0.9")
        assert shown.exit_code == 0
        assert shown.stdout.split() == ["2", "orang,", "0", "pasangan", "yang", "mungkin", "sama"]


class TestDiff:
    def test_changes_of_each_record_are_shown_without_values(self, tmp_path):
        phone = PhoneNumber.parse("0812 0000 0001")
        changed = evolve_at(WORKER, ("person",), phone=phone, name="Siti")
        second, third = (evolve(WORKER, id=WorkerId(f"psm-{n}")) for n in (2, 3))
        before = lines(tmp_path / "a.jsonl", WORKER, second, evolve(WORKER, id=WorkerId("psm-4")))
        after = lines(tmp_path / "b.jsonl", third, changed, evolve(WORKER, id=WorkerId("psm-4")))
        shown = run("diff", before, after)
        assert shown.exit_code == 1
        assert [line.strip() for line in shown.stdout.splitlines()] == [
            "psm-1  Nama Lengkap diubah",
            "No. HP diisi",
            "psm-2: hanya di berkas pertama",
            "psm-3: hanya di berkas kedua",
            "1 rekaman sama, 1 rekaman berubah, 1 hanya di berkas pertama, 1 hanya di berkas kedua",
        ]
        data = json.loads(run("diff", before, after, "--json", "--lang", "en").stdout)
        assert data["equal"] == 1
        assert data["only_first"] == [{"line": 2, "id": "psm-2"}]
        assert data["only_second"] == [{"line": 1, "id": "psm-3"}]
        (one,) = data["changed"]
        assert (one["first_line"], one["second_line"], one["id"]) == (1, 2, "psm-1")
        assert one["changes"][1] == {
            "path": ["person", "phone"],
            "where": "$.person.phone",
            "kind": "added",
            "text": "Phone filled in",
        }

    def test_equal_files_exit_with_0(self, tmp_path, monkeypatch):
        monkeypatch.setattr(record_lines, "_STEP", 1)  # there is no terminal to show it
        file = lines(tmp_path / "a.jsonl", WORKER)
        shown = run("diff", file, file, "--lang", "en")
        assert shown.exit_code == 0
        assert shown.stdout.startswith("1 record is equal, 0 records changed")

    def test_people_and_families_are_known_by_their_number_which_is_not_shown(self, tmp_path):
        before = lines(tmp_path / "a.jsonl", SITI)
        after = lines(tmp_path / "b.jsonl", evolve(SITI, name="Siti"))
        shown = run("diff", before, after)
        assert shown.stdout.split()[:5] == ["Baris", "1", "Nama", "Lengkap", "diubah"]
        assert "9901" not in shown.stdout
        family = Family(kk=KK("9901010101100001"))
        file = lines(tmp_path / "c.jsonl", family)
        assert run("diff", file, file).exit_code == 0

    def test_key_can_be_any_field(self, tmp_path):
        before = lines(tmp_path / "a.jsonl", WORKER)
        after = lines(tmp_path / "b.jsonl", evolve(WORKER, id=WorkerId("psm-9")))
        shown = run("diff", before, after, "--key", "person.nik")
        assert shown.exit_code == 1
        assert "diubah" in shown.stdout
        for wrong in ("person.phone", "unknown", "id.x", "person.*"):
            shown = run("diff", before, after, "--key", wrong)
            assert shown.exit_code == 2
            assert "Baris 1: isian yang disebut pada --key tidak ada atau kosong" in shown.stderr

    def test_every_unusable_line_is_named(self, tmp_path, monkeypatch):
        good, bad = lines(tmp_path / "a.jsonl", WORKER), tmp_path / "b.jsonl"
        texts = [
            "[]",
            "{",
            '{"schema":"psm.worker/1","data":{}}',
            '{"data":{"id":"a"},"schema":"psm.worker/9"}',
            "[" * 100_000,
            wire.to_json(Family()) + "\n",
            wire.to_json(WORKER),
            wire.to_json(WORKER),
        ]
        bad.write_text("\n".join(texts), "utf-8")
        shown = run("diff", bad, good, "--lang", "en", "--json")
        assert (shown.exit_code, shown.stdout) == (2, "")
        found = [line.partition(f"{bad}: ")[2] for line in shown.stderr.splitlines()]
        starts = [
            "Line 1: type.object:",
            "Line 2: json.syntax:",
            "Line 3: $.data.id field.missing:",
            "Line 3: $.data.person field.missing:",
            "Line 4: ",
            "Line 5: json.too_deep:",
            "Line 6: this record has no NIK or KK number",
            "two records have the same key; delete one, or name another field with --key: Line 8",
        ]
        assert [line[: len(start)] for line, start in zip(found, starts, strict=True)] == starts
        bad.write_text("{\n" * 1060, "utf-8")
        counts = []
        monkeypatch.setattr(diff_command, "progress", lambda _: nullcontext(counts.append))
        shown = run("diff", good, bad)
        assert counts == [1000]
        assert shown.stderr.splitlines()[-1] == "dan 1010 kesalahan lagi"

    def test_tables_are_refused_with_the_command_that_converts_them(self, tmp_path):
        good = lines(tmp_path / "a.jsonl", WORKER)
        for words, name in (
            ((good, "b.csv"), "b.csv b.jsonl"),
            (("b.XLSX.gz", good), "b.XLSX.gz b.jsonl"),
        ):
            shown = run("diff", *words)
            assert shown.exit_code == 2
            assert f"psm-core convert {name}\n" in shown.stderr
        columns = tmp_path / "b.parquet"
        columns.write_bytes(b"PAR1")
        shown = run("diff", good, columns)
        assert (shown.exit_code, "table.column_format" in shown.stderr) == (2, True)

    def test_one_key_of_two_classes_is_refused(self, tmp_path):
        programme = Programme(id=ProgrammeId("psm-1"), name="X", owner=EventLevel.NASIONAL)
        before = lines(tmp_path / "a.jsonl", WORKER)
        after = lines(tmp_path / "b.jsonl", programme)
        shown = run("diff", before, after, "--lang", "en")
        assert shown.exit_code == 2
        assert shown.stderr.endswith(
            f"{before} Line 1, {after} Line 1: the two files hold records of different kinds\n"
        )

    def test_packed_files_and_standard_input_are_read(self, tmp_path):
        plain, other = lines(tmp_path / "a.jsonl", WORKER), tmp_path / "b.jsonl.gz"
        other.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
        assert run("diff", plain, other).exit_code == 0
        shown = CliRunner().invoke(app, ["diff", "-", str(other)], input=b"{\n")
        assert shown.stderr.startswith("psm-core: -: Baris 1: ")
        assert (
            CliRunner().invoke(app, ["diff", str(other), "-"], input=plain.read_bytes()).exit_code
            == 0
        )
        other.write_bytes(b"no gzip")
        for words, text in (
            (("-", "-"), "hanya satu dari kedua berkas boleh masukan standar (-)"),
            ((plain, other), f"{other}: table.damaged: "),
            ((plain, tmp_path), f"{tmp_path}: Ini folder, bukan berkas."),
            ((plain, tmp_path / "x.jsonl"), "x.jsonl: Berkas ini tidak ada."),
        ):
            shown = run("diff", *words)
            assert shown.exit_code == 2
            assert text in shown.stderr

    def test_json_of_equal_files_has_every_member(self, tmp_path):
        file = lines(tmp_path / "a.jsonl", WORKER)
        data = json.loads(run("diff", file, file, "--json").stdout)
        assert data == {"changed": [], "only_first": [], "only_second": [], "equal": 1}


def test_diff_names_the_line_of_another_encoding_and_keeps_other_separators(tmp_path):
    tall = evolve(SITI, extensions=Extensions.of({"id.contoh": "a\u2028b\x85c"}))
    first = lines(tmp_path / "first.jsonl", tall)
    first.write_bytes(b"\xef\xbb\xbf" + first.read_bytes().replace(b"\n", b"\r\n"))
    assert run("diff", first, lines(tmp_path / "second.jsonl", tall)).exit_code == 0
    bad = tmp_path / "bad.jsonl"
    for content in (b"\xff\xfe{\0}\0", wire.to_json(SITI).encode() + b"\n{\xff}\n"):
        bad.write_bytes(content)
        result = run("diff", first, bad, "--lang", "en")
        assert result.exit_code == 2
        number = 1 + content.count(b"\n{")
        assert f"bad.jsonl: Line {number}: json.encoding" in result.stderr
