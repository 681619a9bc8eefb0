"""The command line, as a terminal and a script see it."""

import json
import os
import runpy
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from typer.testing import CliRunner

from psm_core import Issue, Person, Worker, cli, tables, wire
from psm_core.cli import _terminal as terminal
from psm_core.cli.app import app
from psm_core.cli.wording import Language
from psm_core.terms import MaritalStatus

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

VALUES = ("--value", "assignments.0.listed_on=10-10-2025", "--within", "63.10")


def run(*words, **how):
    return CliRunner().invoke(app, [str(word) for word in words], **how)


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "psm.xlsx"
    psm_workbook.workbook(psm_workbook.ERRORS).save(path)
    return path


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama,L/P\n9901014108900001,Ani,P\n,Budi,L\n", "utf-8")
    return path


def test_check_shows_each_issue_at_its_cell_and_exits_with_1(workbook):
    shown = run("check", workbook, *VALUES)
    assert shown.exit_code == 1
    assert "PSM!C8" in shown.stdout
    assert "64 baris dibaca, 40 baris valid, 24 kesalahan, 8 peringatan" in shown.stdout
    english = run("check", workbook, *VALUES, "--lang", "en")
    assert "64 rows read, 40 valid rows, 24 errors, 8 warnings" in english.stdout
    assert "\x1b[" not in shown.stdout


def test_a_terminal_shows_progress(people, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    people.write_text("NIK,Nama,L/P\n" + ",Ani,P\n" * 250, "utf-8")
    shown = run("check", people)
    assert shown.exit_code == 0
    assert "\x1b[" in shown.stderr


def test_check_of_a_valid_file_exits_with_0(people):
    shown = run("check", people, "--layout", "warga")
    assert (shown.exit_code, shown.stdout) == (
        0,
        "warga: 2 baris dibaca, 2 baris valid, 0 kesalahan, 0 peringatan\n",
    )
    assert run("check", people, "--as-of", "10-10-2025").exit_code == 0


def test_check_writes_json(workbook, tmp_path):
    result = json.loads(run("check", workbook, *VALUES, "--json").stdout)
    assert (result["layout"], result["rows_read"], result["valid_rows"]) == ("psm-import", 64, 40)
    assert result["issues"][0] == {
        "cell": "PSM!C8",
        "sheet": "PSM",
        "row": 8,
        "column": "C",
        "path": ["person", "nik"],
        "where": "$.person.nik",
        "code": "nik.numeric_cell",
        "severity": "error",
        "params": result["issues"][0]["params"],
        "messages": result["issues"][0]["messages"],
        "text": result["issues"][0]["messages"]["id"],
    }
    copy = tmp_path / "copy.xlsx"
    result = json.loads(run("check", workbook, *VALUES, "--annotate", copy, "--json").stdout)
    assert result["rows_read"] == 64
    copy.unlink()
    shown = run("check", workbook, *VALUES, "--annotate", copy)
    assert f"{copy}: ditulis\n" in shown.stdout
    assert "ikut disalin" not in shown.stdout
    assert copy.exists()


def test_annotate_prints_what_the_copy_lacks(workbook, tmp_path):
    with zipfile.ZipFile(workbook, "a") as archive:
        archive.writestr("xl/media/image1.png", "")
    page = tmp_path / "warga.xls"
    page.write_text("<table><tr><td>NIK<td>Nama<tr><td>9901014108900001<td>Ani</table>", "utf-8")
    older = Path(__file__).parent / "files" / "warna.ods"
    for file, text in (
        (workbook, "Gambar dan grafik tidak ikut disalin."),
        (page, "Hanya isi dan sel gabungan yang disalin;"),
        (older, "Rumus menjadi hasilnya; komentar, garis tepi, dan gambar tidak ikut disalin."),
    ):
        copy = tmp_path / f"salinan-{file.stem}.xlsx"
        assert text in run("check", file, "--annotate", copy).stdout
        assert text not in run("check", file, "--annotate", copy, "--force", "--json").stdout


def test_a_long_list_of_issues_is_replaced_by_its_summary(people):
    people.write_text("NIK,Nama,RT\n" + ",,\n,Ani,satu\n" * 300, "utf-8")
    shown = run("check", people)
    assert "300 temuan diringkas di atas; rinciannya: psm-core check --max 300" in shown.stdout
    assert "C3, C5, C7, …" in shown.stdout
    assert "Kesalahan" in shown.stdout
    assert "Peringatan" not in shown.stdout
    english = run("check", people, "--lang", "en").stdout
    assert "300 issues are summed above" in english


def test_max_limits_the_list_and_shows_errors_first(people):
    people.write_text("NIK,Nama,Agama\n,Ani,Kejawen\n1,Budi,Islam\n12,Citra,Islam\n", "utf-8")
    shown = run("check", people, "--max", 2)
    assert "A3" in shown.stdout
    assert "C2" not in shown.stdout
    assert "dan 1 temuan lagi; untuk melihatnya perbesar --max" in shown.stdout
    assert "temuan lagi" not in run("check", people, "--max", 3).stdout
    codes = run("check", people, "--summary", "--max", 1, "--lang", "en").stdout
    assert "and 1 more codes" in codes
    assert run("check", people, "--max", 0).exit_code == 2


def test_summary_shows_one_line_for_each_code(workbook):
    shown = run("check", workbook, *VALUES, "--summary", env={"COLUMNS": "200"}).stdout
    assert shown.count("nik.numeric_cell") == 1
    assert "PSM!C8" in shown
    assert "diringkas" not in shown
    assert "24 kesalahan, 8 peringatan" in shown


def test_errors_only_leaves_out_warnings(people, tmp_path):
    people.write_text("NIK,Nama,Agama\n,Ani,Kejawen\n1,Budi,Islam\n", "utf-8")
    shown = run("check", people, "--errors-only", "--annotate", tmp_path / "y.csv")
    assert "C2" not in shown.stdout
    assert "1 kesalahan, 1 peringatan" in shown.stdout
    assert "C2" not in (tmp_path / "y.csv").read_text("utf-8-sig")
    people.write_text("NIK,Nama,Agama\n,Ani,Kejawen\n", "utf-8")
    assert run("check", people, "--errors-only").exit_code == 0


def test_json_has_the_summary_and_as_many_issues_as_max(workbook):
    result = json.loads(run("check", workbook, *VALUES, "--json", "--max", 3).stdout)
    assert len(result["issues"]) == 3
    assert sum(one["count"] for one in result["summary"]) == 32
    first = result["summary"][0]
    assert (first["severity"], list(first)) == (
        "error",
        ["severity", "code", "count", "cells", "params", "problem", "cure"],
    )
    brief = json.loads(run("check", workbook, *VALUES, "--json", "--summary").stdout)
    assert (brief["issues"], len(brief["summary"])) == ([], len(result["summary"]))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("check", "none.csv"), "none.csv: Berkas ini tidak ada."),
        (("check", "FILE", *VALUES, "--annotate", "none/x.xlsx"), "none: Berkas ini tidak ada."),
        (
            ("convert", "FILE", "x.csv"),
            "table.value_missing: Tata letak psm-import memerlukan isian",
        ),
        (
            ("check", "FILE", "--layout", "x"),
            "--layout 'x' tidak dikenal; pilihannya: psm-import, ",
        ),
        (("check", "FILE", "--sheet", "x"), "table.no_sheet"),
        (("check", "FILE", *VALUES, "--as-of", "kemarin"), "date.invalid"),
        (("check", "FILE", *VALUES, "--value", "x=1"), "no field 'x'"),
        (
            ("check", "FILE", "--value", "assignments.0.listed_on=kemarin"),
            "$.assignments[0].listed_on date.invalid: Tanggal",
        ),
        (
            ("check", "FILE", "--value", "person.ktp_address.region=Angsana", "--lang", "en"),
            "$.person.ktp_address.region region.ambiguous: ",
        ),
        (("template", "x", "y.xlsx"), "'x' tidak dikenal; pilihannya: assessment"),
        (("template", "worker", "y.ods"), "must end with .csv or .xlsx"),
        (("schema", "x"), "'x' tidak dikenal; pilihannya: assessment"),
        (("region", "x", "--within", "99"), "99: Tidak ada wilayah dengan kode ini."),
        (("layout", "."), "table.directory"),
        (("check", "a" * 300), "Nama berkas ini terlalu panjang."),
        (("contract", "FILE", "--force"), "psm.xlsx: Ini berkas, bukan folder."),
        (("region", "x", "9901014108900001"), "(***)"),
        (("nik",), "Lihat psm-core --help."),
        (("nik", "--lang", "en"), "See psm-core --help."),
    ],
)
def test_each_error_is_one_line_and_exits_with_2(workbook, words, text):
    shown = run(*(workbook if word == "FILE" else word for word in words))
    assert shown.exit_code == 2
    assert text in shown.stderr
    assert shown.stderr.count("\n") == 1


def test_a_missing_file_is_reported_in_each_language():
    for language in ("id", "en"):
        text = Issue("table.no_file").describe(language)
        assert text in run("check", "none.csv", "--lang", language).stderr


def test_convert_writes_all_rows_or_none_without_partly(people, tmp_path):
    done = run("convert", people, tmp_path / "out.xlsx")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == f"{tmp_path / 'out.xlsx'}: 2 ditulis"
    assert len(tables.read(tmp_path / "out.xlsx", Person).records) == 2
    assert run("convert", people, tmp_path / "out.jsonl").exit_code == 0
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [wire.from_json(line, Person).name for line in lines] == ["Ani", "Budi"]
    people.write_text("NIK,Nama,L/P\n1,Ani,P\n,Budi,L\n", "utf-8")
    refused = run("convert", people, tmp_path / "none.csv")
    assert (refused.exit_code, (tmp_path / "none.csv").exists()) == (1, False)
    assert "tidak ditulis" in refused.stdout
    partly = run("convert", people, tmp_path / "partly.csv", "--partly")
    assert partly.exit_code == 1
    assert [one.name for one in tables.read(tmp_path / "partly.csv", Person).records] == ["Budi"]
    people.write_text("NIK,Nama,L/P\n1,Ani,P\n", "utf-8")
    nothing = run("convert", people, tmp_path / "nothing.csv", "--partly")
    assert (nothing.exit_code, (tmp_path / "nothing.csv").exists()) == (1, False)
    assert "tidak ditulis" in nothing.stdout


def test_convert_names_columns_that_were_not_read(people, tmp_path):
    people.write_text("NIK,Nama,L/P,Warna Baju\n,Ani,P,XL\n", "utf-8")
    done = run("convert", people, tmp_path / "out.jsonl")
    assert done.exit_code == 0
    assert "table.column_unknown" in done.stdout


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ((), '"Nama Lengkap"'),
        (("--lang", "en"), '"Name"'),
        (("--lang", "en", "--headings", "id"), '"Nama Lengkap"'),
        (("--headings", "path"), '"name"'),
    ],
)
def test_convert_writes_headings_in_a_language_or_paths(people, tmp_path, words, heading):
    assert run("convert", people, tmp_path / "out.csv", *words).exit_code == 0
    head = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[0]
    assert heading in head.split(",")
    assert tables.read(tmp_path / "out.csv", Person).layout == "psm-core"


@pytest.mark.parametrize("headings", ["id", "path"])
def test_export_is_detected_by_its_headings(people, tmp_path, headings):
    path = tmp_path / "out.csv"
    assert run("convert", people, path, "--headings", headings).exit_code == 0
    assert "psm-core: 2 baris dibaca" in run("check", path).stdout
    assert "psm-core: 2 baris dibaca" in run("check", path, "--record", "person").stdout
    assert "--record 'x' tidak dikenal" in run("check", path, "--record", "x").stderr


def test_existing_file_is_overwritten_with_force_only(people, tmp_path):
    before = people.read_bytes()
    for words in (
        ("template", "warga", people),
        ("convert", people, people, "--partly", "--force"),
        ("check", people, "--annotate", people),
    ):
        shown = run(*words)
        assert (shown.exit_code, "sudah ada" in shown.stderr) == (2, True)
    assert people.read_bytes() == before
    other = tmp_path / "other.csv"
    other.write_text("x", "utf-8")
    assert run("convert", people, other, "--force").exit_code == 0


def test_markup_in_a_sheet_name_is_printed_literally(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "(red)x"
    for row in (("NIK", "Nama", "L/P"), ("", "Ani", "X")):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    assert "(red)x!C2" in run("check", tmp_path / "x.xlsx").stdout


def test_check_reads_the_written_template(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    assert run("template", "pekerja", path).exit_code == 0
    assert tables.read(path, Worker).issues == ()
    assert run("template", "event", tmp_path / "event.csv").exit_code == 0


def test_nik_shows_its_parts_and_never_the_number():
    shown = run("nik", "9901014108900001")
    assert "Perempuan" in shown.stdout
    assert "9901014108900001" not in shown.stdout
    facts = json.loads(run("nik", "6310094108900001", "--json").stdout)
    assert facts["current_region"].startswith("Kecamatan Angsana")
    wrong = run("nik", "990101")
    assert wrong.exit_code == 1
    assert wrong.stdout == (
        "nik.length: NIK harus 16 angka, tertulis 6. Salin ulang dari KTP atau KK.\n"
    )
    assert json.loads(run("nik", "x", "--json").stdout)["issues"][0]["code"] == "nik.format"


LINES = "6310094108900001\n\n9901010108270001\nx\n"


def test_nik_reads_every_line_of_the_input():
    shown = run("nik", "-", input=LINES)
    assert shown.exit_code == 1
    for text in ("1990-08-01", "1927-08-01", "nik.format"):
        assert text in shown.stdout
    assert "9901010108270001" not in shown.stdout
    answers = json.loads(run("nik", "-", "--json", input=LINES).stdout)
    assert [one["line"] for one in answers] == [1, 3, 4]
    assert answers[2]["issues"][0]["code"] == "nik.format"
    assert run("nik", "-", input="6310094108900001\n").exit_code == 0


def test_nik_shows_no_birth_date_after_the_reference_date():
    for as_of, dates in (
        ("2026-11-27", ["1927-08-01"]),
        ("1-8-2027", ["1927-08-01", "2027-08-01"]),
    ):
        facts = json.loads(run("nik", "9901010108270001", "--json", "--as-of", as_of).stdout)
        assert facts["birth_dates"] == dates


def test_facts_have_labels_in_each_language():
    assert "Tanggal lahir" in run("nik", "9901014108900001").stdout
    assert "Birth date" in run("nik", "9901014108900001", "--lang", "en").stdout
    assert "Kode sekarang" in run("region", "63.10").stdout
    assert "berlaku" in run("region", "63.10").stdout


@pytest.mark.parametrize(
    ("typed", "code"),
    [("6310", "63.10"), ("63", "63"), ("631009", "63.10.09"), ("6310092005", "63.10.09.2005")],
)
def test_region_accepts_a_code_without_dots(typed, code):
    assert json.loads(run("region", typed, "--json").stdout)["code"] == code


def test_ambiguous_name_lists_candidates_and_the_option_to_choose():
    assert "--within KODE" in run("region", "angsana").stdout
    nothing = run("region", "xyzzy")
    assert (nothing.exit_code, nothing.stdout) == (1, "Tidak ada wilayah dengan nama ini.\n")
    assert json.loads(run("region", "xyzzy", "--json").stdout) == {"candidates": []}


def test_help_is_shown_in_each_language():
    for words in ((), ("check",), ("nik",)):
        indonesian, english = (
            run(*words, "--help", "--lang", language).stdout for language in ("id", "en")
        )
        assert "Bahasa: id atau en." in indonesian
        assert "Language: id or en." in english
        assert "Language:" not in indonesian


def test_language_may_be_given_before_the_command():
    assert "Birth date" in run("--lang", "en", "nik", "9901014108900001").stdout
    assert "female" in run("--lang=en", "nik", "9901014108900001").stdout


def test_without_arguments_only_the_help_is_shown():
    shown = run()
    assert shown.exit_code == 2
    assert (shown.stderr, "check" in shown.stdout) == ("", True)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (PermissionError(13, "x", "a.csv"), "a.csv: Berkas ini tidak boleh dibaca atau ditulis."),
        (OSError(28, "x"), "Tidak ada ruang lagi untuk menulis."),
        (OSError(5, "Input/output error", "a.csv"), "a.csv: Input/output error"),
        (KeyError("9901014108900001"), "kesalahan dalam program: KeyError"),
        (ValueError("two\nlines"), "two lines"),
    ],
)
def test_error_text_is_one_line(error, text):
    assert terminal.sentence(error, Language.id) == text


def command(*words, stdin="", **how):
    """Run the command in a process of its own, as a shell does."""
    script = f"import sys; sys.argv[1:] = {[str(word) for word in words]!r}; "
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", f"{script}from psm_core.cli import main; main()"],
        input=stdin.encode(),
        check=False,
        **how,
    )


def test_text_outside_the_terminal_encoding_is_escaped(tmp_path):
    path = tmp_path / "warga.csv"
    path.write_text("NIK,Nama,L/P,Ukuran \u2714 \u65e5\n,Ani,P,XL\n", "utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for words in (("check", path), ("check", path, "--json"), ("nik", "--help")):
        done = command(*words, capture_output=True, env=env)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()
        if "--json" in words:
            assert json.loads(done.stdout)["rows_read"] == 1


def test_full_output_device_exits_with_2_and_one_line():
    with Path("/dev/full").open("wb") as full:
        done = command("schema", "worker", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode() == "psm-core: Tidak ada ruang lagi untuk menulis.\n"


def test_unwritable_output_is_discarded(monkeypatch, tmp_path):
    path = tmp_path / "output"
    with path.open("wb", buffering=0) as file:
        stdout = SimpleNamespace(flush=raise_closed, fileno=file.fileno)
        monkeypatch.setattr(sys, "stdout", stdout)
        terminal._discard_output()
        file.write(b"lost")
    assert path.read_bytes() == b""


def raise_closed():
    raise BrokenPipeError


def test_full_standard_error_exits_with_2():
    with Path("/dev/full").open("wb") as full:
        done = command("schema", "worker", stdout=full, stderr=full)
        refused = command("nik", "--nope", stdout=full, stderr=full)
    assert (done.returncode, refused.returncode) == (2, 2)


def test_unwritable_standard_error_raises_nothing(monkeypatch, tmp_path):
    path = tmp_path / "output"
    with path.open("wb", buffering=0) as file:
        stderr = SimpleNamespace(write=raise_full, fileno=file.fileno)
        monkeypatch.setattr(sys, "stderr", stderr)
        terminal._report("x")
        file.write(b"lost")
    assert path.read_bytes() == b""


def raise_full(_):
    raise OSError(28, "x")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_gives_the_exit_code_of_a_shell(name, monkeypatch):
    number = getattr(signal, name)

    def stopped(*_, **__):
        raise SystemExit(128 + number)

    monkeypatch.setattr(terminal.TyperGroup, "main", stopped)
    with pytest.raises(SystemExit) as caught:
        terminal.Command().main([])
    assert caught.value.code == 128 + number


def test_usage_error_ends_with_a_full_stop():
    shown = run("schema", "worker", "--version", "x")
    assert shown.stderr.endswith(". Lihat psm-core --help.\n")


@pytest.mark.parametrize("columns", ["0", "1", "x"])
def test_terminal_without_a_width_still_shows_tables(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    assert "1990-08-01" in run("nik", "9901014108900001").stdout


def test_closed_pipe_prints_no_error():
    read, write = os.pipe()
    os.close(read)
    done = command("schema", "worker", stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (2, b"")


def test_closed_streams_exit_with_0():
    script = (
        "import os,sys; [os.close(n) for n in (0, 1, 2)]; os.execv(sys.executable, sys.argv[1:])"
    )
    body = "import sys; sys.argv[1:] = ['nik', '-']; from psm_core.cli import main; main()"
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, sys.executable, "-c", body], check=False
    )
    assert done.returncode == 0


def test_explain_shows_a_rule_in_both_languages():
    shown = run("explain", "psm.training_unproven")
    assert shown.exit_code == 0
    assert "Tingkat" in shown.stdout
    assert "Permensos 10/2019, syarat PSM huruf g" in shown.stdout
    assert "Severity" in run("explain", "psm.age", "--lang", "en").stdout


def test_explain_reads_several_words_as_one_name_or_as_several():
    one = json.loads(run("explain", "Lanjut", "Usia", "Telantar", "--json").stdout)
    assert [(entry["kind"], entry["name"]) for entry in one][-1] == (
        "term",
        "PPKSCategory.LANJUT_USIA_TELANTAR",
    )
    two = json.loads(run("explain", "pas-12", "nik.length", "UU 8/2016", "--json").stdout)
    assert [entry["kind"] for entry in two] == ["list", "issue", "act"]
    assert two[2]["id"]["reading"] == "Naskah dibaca"
    assert two[2]["en"]["reading"] == "the text was read"
    shown = run("explain", "pas-12", "ppks-26").stdout
    assert shown.index("PASCategory") < shown.index("\nPPKSCategory")


def test_explain_offers_similar_names_for_an_unknown_word():
    shown = run("explain", "nik.lenght")
    assert shown.exit_code == 1
    assert "Tidak ada kode temuan" in shown.stdout
    assert "nik.length" in shown.stdout
    assert run("explain", "xyzzy xyzzy").stdout.count("\n") == 1
    assert json.loads(run("explain", "xyzzy", "abcde", "--json").stdout) == {"candidates": []}


def test_region_shows_codes_and_names():
    facts = json.loads(run("region", "91.01", "--json").stdout)
    assert (facts["code"], facts["status"], facts["current_code"]) == ("91.01", "retired", "93.01")
    assert (facts["name"], facts["subregions"]) == ("Kabupaten Merauke", 22)
    assert "UU 14/2022" in facts["explanation"]
    assert run("region", "91.01").exit_code == 1
    village = json.loads(run("region", "Angsana", "--within", "63.10.09", "--json").stdout)
    assert (village["code"], village["subregions"]) == ("63.10.09.2005", 0)
    several = run("region", "kec angsana")
    assert (several.exit_code, "36.01.07" in several.stdout) == (1, True)
    assert "63.10.09" in run("region", "angsanaa", "--within", "63.10").stdout
    unknown = json.loads(run("region", "99.01", "--json", "--lang", "en").stdout)
    assert (unknown["current_code"], unknown["status"]) == (None, "unknown")
    assert unknown["explanation"] == "No region has this code. Check the code."


def test_schema_writes_the_json_schema():
    assert json.loads(run("schema", "worker").stdout) == wire.schema(Worker)


def forget_command(monkeypatch):
    """Let the modules of the command be imported again."""
    for name in list(sys.modules):
        if name.startswith("psm_core.cli."):
            monkeypatch.delitem(sys.modules, name)


def test_missing_rich_is_reported_with_the_extra(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rich.console", None)
    forget_command(monkeypatch)
    with pytest.raises(SystemExit):
        cli.main()
    assert "pip install 'psm-core[cli]'" in capsys.readouterr().err


def test_missing_typer_is_reported_with_the_extra(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "typer.core", None)
    monkeypatch.setitem(sys.modules, "typer", None)
    forget_command(monkeypatch)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    assert "pip install 'psm-core[cli]'" in capsys.readouterr().err


def test_the_package_can_be_run(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["psm-core", "schema", "person"])
    monkeypatch.delitem(sys.modules, "psm_core.__main__", raising=False)
    with pytest.raises(SystemExit):
        runpy.run_module("psm_core", run_name="__main__")
    assert json.loads(capsys.readouterr().out) == wire.schema(Person)


def test_contract_writes_schemas_lists_and_corpus(tmp_path):
    folder = tmp_path / "contract"
    assert run("contract", folder).exit_code == 0
    assert json.loads((folder / "schemas" / "worker-1.json").read_bytes()) == wire.schema(Worker)
    assert {path.name for path in folder.iterdir()} == {
        "README.md",
        "corpus",
        "acts.json",
        "issues.json",
        "lists",
        "schemas",
    }
    assert run("contract", folder).exit_code == 2
    assert run("contract", folder, "--force").exit_code == 0


def test_lenient_keeps_a_row_with_an_unreadable_optional_value(people, tmp_path):
    people.write_text("NIK,Nama,L/P,RT\n,Ani,P,satu\n", "utf-8")
    assert run("check", people).exit_code == 1
    lenient = run("check", people, "--lenient")
    assert (lenient.exit_code, "address.number" in lenient.stdout) == (0, True)
    out = tmp_path / "out.jsonl"
    assert run("convert", people, out, "--lenient").exit_code == 0
    assert wire.from_json(out.read_text("utf-8"), Person).ktp_address is None


def test_unknown_word_of_an_optional_field_is_a_warning(people):
    people.write_text("NIK,Nama,L/P,Agama\n,Ani,P,Xyz\n", "utf-8")
    found = run("check", people)
    assert (found.exit_code, "term.unknown" in found.stdout) == (0, True)
    assert "Xyz" not in found.stdout


def test_code_list_option_names_the_list_of_bare_codes(people, tmp_path):
    people.write_text("NIK,Nama,Status Perkawinan\n,Ani,3\n", "utf-8")
    found = run("check", people)
    assert (found.exit_code, "term.ambiguous_code" in found.stdout) == (0, True)
    out = tmp_path / "out.jsonl"
    assert run("convert", people, out, "--code-list", "status-perkawinan-6").exit_code == 0
    person = wire.from_json(out.read_text("utf-8"), Person)
    assert person.marital_status is MaritalStatus.KAWIN_BELUM_TERCATAT
    wrong = run("check", people, "--code-list", "kawin")
    assert (wrong.exit_code, "status-perkawinan-4" in wrong.stderr) == (2, True)


def test_errors_are_shown_before_warnings_in_a_long_list(people):
    people.write_text("NIK,Nama,RT\n" + "9901014108900001,Ani,1\n" * 250 + ",Budi,satu\n", "utf-8")
    shown = run("check", people)
    assert "C252" in shown.stdout


def test_report_option_writes_a_page(people, tmp_path):
    target = tmp_path / "laporan.html"
    found = run("check", people, "--report", target)
    assert f"{target}: ditulis" in found.stdout
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run("check", people, "--report", target).exit_code == 2
    as_json = run("check", people, "--report", target, "--force", "--json")
    assert json.loads(as_json.stdout)["layout"] == "warga"


def test_template_command_takes_headings(tmp_path):
    target = tmp_path / "warga.csv"
    found = run("template", "person", target, "--map", "Nama Warga=name", "--ignore", "Agama")
    assert found.exit_code == 0
    written = target.read_text("utf-8-sig")
    assert ("Nama Warga" in written, "Agama" in written) == (True, False)
    layout = tmp_path / "desa.toml"
    layout.write_text(run("layout", target).stdout, "utf-8")
    from_file = tmp_path / "desa.csv"
    assert run("template", layout, from_file, "--map", "NIK KTP=nik").exit_code == 0
    assert "NIK KTP" in from_file.read_text("utf-8-sig")


def test_closed_stream_is_replaced_by_the_null_device(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    terminal._open_streams()
    streams = [sys.stdin, sys.stdout, sys.stderr]
    assert None not in streams
    for stream in streams:
        stream.close()
