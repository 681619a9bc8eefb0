"""Workbooks: the example with planted errors, unusual and malicious files, and three formats."""

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from psm_core import (
    Attendee,
    Beneficiary,
    MissingExtraError,
    Person,
    RegionCode,
    TableError,
    Worker,
    tables,
)  # fmt: skip
from psm_core.tables import Column, Layout, options
from psm_core.tables.files import excel, reader_process, reader_program, zip_limits

sys.path.append(str(Path(__file__).parents[2] / "examples"))
import psm_workbook

FILES = Path(__file__).parent / "files"
LISTED = {"assignments.0.listed_on": psm_workbook.LISTED}


def psm(path, **how):
    return tables.read(path, Worker, values=LISTED, within=psm_workbook.KABUPATEN, **how)


def save(book, path):
    book.save(path)
    return path


def people(path, **how):
    return tables.read(path, Person, **how)


@pytest.fixture
def sheet(tmp_path):
    """Return a function that saves a workbook of one sheet with the headings of a person."""

    def save_rows(*rows, name="x.xlsx", heads=("NIK", "Nama"), after=lambda _: None):
        book = openpyxl.Workbook()
        book.active.title = "Warga"
        for row in (heads, *rows):
            book.active.append(row)
        after(book)
        return save(book, tmp_path / name)

    return save_rows


def code(path, **how):
    with pytest.raises(TableError) as caught:
        people(path, **how)
    return caught.value.code


def test_every_planted_error_is_reported_at_its_cell_and_no_other(tmp_path):
    errors = psm_workbook.ERRORS
    assert len(errors) >= 25
    path = save(psm_workbook.workbook(errors), tmp_path / "psm.xlsx")
    before = path.read_bytes()
    loaded = psm(path)
    planted = {
        (f"PSM!{'N32' if code == 'cell.contradicts' else cell}", code)
        for cell, (_, code) in errors.items()
    }
    assert {(issue.cell, issue.code) for issue in loaded.issues} == planted
    words = sum(
        code.startswith("phone.") or code in {"term.unknown", "cell.no_number"}
        for _, code in errors.values()
    )
    assert loaded.warning_count == words  # they leave the rest of the row
    valid = psm_workbook.ROWS - (len(errors) - words)
    assert (loaded.rows_read, len(loaded.records)) == (psm_workbook.ROWS, valid)
    assert path.read_bytes() == before
    corrected = psm(save(psm_workbook.workbook({}), tmp_path / "corrected.xlsx"))
    assert (len(corrected.records), corrected.issues) == (psm_workbook.ROWS, ())


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_xls_and_ods_give_the_same_records_as_xlsx(tmp_path, ending):
    book = psm_workbook.workbook({})
    book.active.delete_rows(psm_workbook.FIRST_ROW + 5, 100)
    expected = psm(save(book, tmp_path / "psm.xlsx")).records
    loaded = psm(FILES / f"psm.{ending}")
    assert (loaded.file_type, loaded.sheet, loaded.issues) == (ending, "PSM", ())
    assert loaded.records == expected


@pytest.mark.parametrize(("kind", "name"), [("ods", "x.xls"), ("xls", "x.xlsx"), ("xls", "x.csv")])
def test_file_type_is_detected_from_the_content(tmp_path, kind, name):
    path = tmp_path / name
    path.write_bytes((FILES / f"psm.{kind}").read_bytes())
    assert psm(path).records == psm(FILES / f"psm.{kind}").records


def test_dates_and_numbers_of_cells_become_field_values(sheet):
    heads = ("NIK", "Nama", "Tanggal Lahir", "RT")
    row = ("9901014108900001", "Ani", datetime(1990, 8, 1), 3)
    (person,) = people(sheet(row, heads=heads)).records
    assert person.birth_date == date(1990, 8, 1)
    assert person.ktp_address.rt == "003"


def test_formula_gives_its_stored_result_and_an_issue_if_there_is_none(sheet):
    path = sheet(("9901014108900001", "Ani"), ("9901014108900002", "=A2"))
    assert [(i.cell, i.code) for i in people(path).issues] == [("Warga!B3", "cell.formula")]
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    assert b"<f>A2</f><v />" in parts[part] or b"<f>A2</f><v></v>" in parts[part]
    for empty in (b"<v />", b"<v></v>"):
        parts[part] = parts[part].replace(b"<f>A2</f>" + empty, b"<f>A2</f><v>Budi</v>")
    parts[part] = parts[part].replace(b'<c r="B3">', b'<c r="B3" t="str">')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert [one.name for one in people(path).records] == ["Ani", "Budi"]


def test_serial_date_is_rejected_in_the_1904_date_system(sheet):
    heads = ("NIK", "Nama Penduduk", "Tanggal Lahir", "Kelamin", "SHDK")
    row = ("", "Ani", 31624, "P", "Istri")

    def since_1904(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    assert people(sheet(row, heads=heads)).records[0].birth_date == date(1986, 7, 31)
    loaded = people(sheet(row, heads=heads, after=since_1904))
    assert [(i.cell, i.code) for i in loaded.issues] == [("Warga!C2", "date.serial")]


def test_exact_sheet_name_is_preferred_to_a_similar_one(sheet):
    def more(book):
        book.active.title = "Data 1"
        other = book.create_sheet("Data-1")
        other.append(("NIK", "Nama"))
        other.append(("", "Budi"))

    path = sheet(("", "Ani"), after=more)
    assert people(path, sheet="Data-1").records[0].name == "Budi"
    assert people(path, sheet="data 1").records[0].name == "Ani"


def test_hidden_sheets_are_skipped_and_sheets_with_the_same_layout_are_read(sheet):
    def more(book):
        for name in ("Lama", "Baru"):
            other = book.create_sheet(name)
            other.append(("NIK", "Nama"))
            other.append(("9901014108900003", name))
        book["Lama"].sheet_state = "hidden"

    path = sheet(("9901014108900001", "Ani"), after=more)
    loaded = people(path)
    assert [(one.name) for one in loaded.records] == ["Ani", "Baru"]
    assert (loaded.sheets, loaded.record_sheets) == (("Warga", "Baru"), ("Warga", "Baru"))
    assert [(i.cell, i.code) for i in loaded.issues] == [("Lama!1", "table.hidden_sheet_unread")]
    assert people(path, sheet="baru").records[0].name == "Baru"
    assert people(path, sheet="lama").records[0].name == "Lama"
    with pytest.raises(TableError) as caught:
        people(path, sheet="Kemarin")
    assert caught.value.issue.params == {"known": "Warga, Baru, Lama"}


def test_table_on_a_hidden_sheet_is_named_and_read_on_request(sheet):
    def hide(book):
        book.active.title = "data"
        book.active.sheet_state = "veryHidden"
        book.create_sheet("kosong")

    path = sheet(("9901014108900001", "Ani"), after=hide)
    with pytest.raises(TableError) as caught:
        people(path)
    assert (caught.value.code, caught.value.issue.params) == (
        "table.hidden_sheets",
        {"known": "data"},
    )
    with pytest.raises(TableError, match=r"table\.hidden_sheets"):
        tables.detect_layout(path)
    assert len(people(path, sheet="data").records) == 1
    with pytest.raises(TableError, match=r"table\.empty"):
        people(path, sheet="kosong")


def test_workbook_of_hidden_sheets_alone_names_them(sheet):
    path = sheet(("9901014108900001", "Ani"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"visible", b"hidden")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert code(path) == "table.hidden_sheets"
    assert len(people(path, sheet="Warga").records) == 1


def test_numbers_and_error_values_in_a_region_column_are_errors(sheet):
    def corrupt(book):
        book.active["C3"].data_type = "e"

    heads = ("NIK", "Nama", "Desa/Kelurahan")
    path = sheet(("", "Ani", 63.1), ("", "Budi", "#REF!"), heads=heads, after=corrupt)
    assert [(i.cell, i.code) for i in people(path).issues] == [
        ("Warga!C2", "region_code.number"),
        ("Warga!C3", "cell.error"),
    ]


def test_distant_cells_and_a_million_blank_rows_are_ignored(sheet):
    def far(book):
        book.active.cell(1_048_576, 1, "9901014108900002")
        book.active.cell(1_048_576, 2, "Budi")
        book.active.cell(1, 16_384, "x")

    loaded = people(sheet(("9901014108900001", "Ani"), after=far))
    assert loaded.rows == (2, 1_048_576)


def test_row_that_begins_with_a_number_is_no_group_row(sheet):
    columns = (Column("nik", "NIK"), Column("name", "Nama"), Column(None, "No"))
    layout = Layout("x", "x", Person, columns, groups={"No. KK": "kk"})
    path = sheet((1, "", "Ani"), heads=("No", "NIK", "Nama"))
    assert len(people(path, layout=layout).records) == 1


def test_first_cells_of_no_sheets_are_empty():
    assert options.first_cells(()) == ()


def test_macro_workbook_is_read(sheet):
    assert len(people(sheet(("9901014108900001", "Ani"), name="x.xlsm")).records) == 1


def test_damaged_and_encrypted_files_raise_one_table_error(sheet, tmp_path):
    whole = sheet(("9901014108900001", "Ani")).read_bytes()
    path = tmp_path / "broken.xlsx"

    def written(content):
        path.write_bytes(content)
        return path

    assert code(written(whole[: len(whole) // 2])) == "table.damaged"
    assert code(written(b"PK\x03\x04nothing")) == "table.damaged"
    assert code(written(b"PK\x03\x04PK\x05\x06" + bytes(18))) == "table.damaged"
    assert code(written(b"\xd0\xcf\x11\xe0" + bytes(600))) == "table.damaged"
    locked = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    assert code(written(locked)) == "table.encrypted"
    assert code(written((FILES / "psm.xls").read_bytes()[:5000])) == "table.damaged"
    ods = (FILES / "psm.ods").read_bytes()
    assert code(written(ods.replace(b"content.xml", b"content.xmk"))) == "table.not_a_table"


def test_zip_limits_are_checked_before_unpacking(sheet, tmp_path):
    def zipped(**parts):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, size in parts.items():
                with archive.open(name.replace("__", "/").replace("_", "."), "w") as part:
                    for _ in range(size):
                        part.write(bytes(1 << 20))
        path = tmp_path / "bomb.xlsx"
        path.write_bytes(content.getvalue())
        return path

    assert code(zipped(xl__workbook_xml=0, xl__sharedStrings_xml=129)) == "table.too_big"
    assert code(zipped(photo_jpg=0)) == "table.not_a_table"
    assert code(zipped(photo_jpg=2)) == "table.decompression_bomb"
    content = bytearray(sheet(("1", "Ani")).read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1  # the flag of a part that is encrypted
    path = tmp_path / "locked.xlsx"
    path.write_bytes(content)
    assert code(path) == "table.encrypted"


def test_row_wider_than_a_sheet_is_rejected_before_reading(sheet):
    path = sheet(("", "Ani"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"

    def written(*rows):
        new_rows = "".join(f"<row>{row}</row>" for row in rows).encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                longer = content.replace(b"</sheetData>", new_rows + b"</sheetData>")
                archive.writestr(name, longer if name == part else content)
        return path

    cells = [f'<c t="str"><v>{n * 7919 % 99991}</v></c>' for n in range(40_000)]
    assert code(written("".join(cells).replace("<c", '<c r="A1"'))) == "table.damaged"
    narrow = ["".join(cells[n : n + 40]) for n in range(0, 40_000, 40)]
    assert people(written(*narrow)).rows_read >= 1_000


def test_too_many_shared_texts_are_rejected(sheet, monkeypatch):
    path = sheet(("", "Ani"))
    noise = (f"{n * 7919 % 99991} {n * 104729 % 999983}" for n in range(50_000))
    texts = "".join(f"<si><t>{text}</t></si>" for text in noise)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst>{texts}</sst>")
    assert len(people(path).records) == 1
    monkeypatch.setattr(zip_limits, "_MAX_TEXTS", 1000)
    assert code(path) == "table.damaged"


def test_truncated_sheet_is_damaged(sheet):
    path = sheet(*[("", f"Ani {n}") for n in range(50)])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    parts[part] = parts[part][: -len(parts[part]) // 10]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert code(path) == "table.damaged"


def test_workbook_without_worksheets_is_damaged(sheet):
    def charts_only(book):
        book.create_chartsheet("Grafik")
        book.remove(book["Warga"])

    assert code(sheet(after=charts_only)) == "table.damaged"


def test_sheet_with_a_chart_alone_is_passed_over(sheet):
    def with_chart(book):
        chart = BarChart()
        chart.add_data(Reference(book["Warga"], min_col=1, min_row=1, max_row=2))
        book.create_chartsheet("Grafik", 0).add_chart(chart)

    path = sheet(("", "Ani"), after=with_chart)
    assert [one.name for one in tables.read(path, Person).records] == ["Ani"]


def test_rows_after_the_row_limit_are_rejected(sheet, monkeypatch):
    path = sheet(*[("", "Ani")] * 5)
    monkeypatch.setattr(excel, "_MAX_ROWS", 3)
    assert code(path) == "table.damaged"


class TestReaderProcess:
    """The process that reads xls and ods."""

    def output(self, capsysbinary, *arguments):
        word = reader_program._read(*arguments)
        return word, capsysbinary.readouterr().out

    def test_process_writes_names_and_rows(self, capsysbinary):
        word, names = self.output(capsysbinary, str(FILES / "psm.ods"), "")
        assert (word, b"PSM" in names) == ("done", True)
        word, rows = self.output(capsysbinary, str(FILES / "psm.ods"), "0")
        assert (word, b"NAMA PSM" in rows) == ("done", True)

    def test_process_returns_the_reason_it_stopped(self, capsysbinary, tmp_path, monkeypatch):
        assert self.output(capsysbinary, str(tmp_path / "none.xls"), "")[0] == "damaged"
        import python_calamine

        def locked(_):
            raise python_calamine.PasswordError

        book = python_calamine.CalamineWorkbook
        monkeypatch.setattr(book, "from_filelike", locked, raising=False)
        assert self.output(capsysbinary, str(FILES / "psm.xls"), "")[0] == "password"
        monkeypatch.setitem(sys.modules, "python_calamine", None)
        assert self.output(capsysbinary, "x", "")[0] == "missing"

    def test_long_sheets_are_written_in_pieces(self, capsysbinary, monkeypatch):
        monkeypatch.setattr(reader_program, "_ROWS_AT_ONCE", 3)
        word, rows = self.output(capsysbinary, str(FILES / "psm.xls"), "0")
        assert (word, rows.count(b"\x80\x04")) == ("done", 5)

    @pytest.mark.parametrize(
        ("word", "error", "message"),
        [
            ("password", TableError, "table.encrypted"),
            ("missing", MissingExtraError, "excel"),
            ("damaged", TableError, "table.damaged"),
        ],
    )
    def test_reason_of_the_process_becomes_an_exception(self, monkeypatch, word, error, message):
        program = f"import pickle, sys; sys.stdout.buffer.write({reader_program.READY!r});"
        program += f"pickle.dump({word!r}, sys.stdout.buffer)"
        monkeypatch.setattr(reader_process, "_program", lambda: ["-c", program])
        monkeypatch.setattr(reader_process, "find_spec", lambda _: None)
        with pytest.raises(error, match=message):
            people(FILES / "psm.xls")

    def test_process_sets_memory_and_time_limits(self, monkeypatch):
        limits = []
        monkeypatch.setattr("resource.setrlimit", lambda *arguments: limits.append(arguments[1]))
        reader_program._set_limits(60)
        assert limits == [(1 << 30, 1 << 30), (60, 61), (0, 0)]

    def test_limits_apply_to_the_process(self):
        program = "from psm_core.tables.files.reader_program import _set_limits; import resource;"
        program += "_set_limits(60); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
        shown = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        assert int(shown.stdout) == 1 << 30


def test_missing_extra_names_the_package_to_install(sheet, monkeypatch):
    path = sheet(("", "Ani"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "psm_core.tables.files.extras", raising=False)
    monkeypatch.delitem(sys.modules, "psm_core.tables.files.xlsx", raising=False)
    with pytest.raises(MissingExtraError, match=r"pip install 'psm-core\[excel\]'"):
        people(path)


def test_example_uses_the_region_of_the_documentation():
    assert RegionCode("63.10") == psm_workbook.KABUPATEN


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TEXTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
SHARED = (
    ('t="inlineStr"><is><t>@name</t></is>', 't="s"><v>1</v>'),
    (
        "</Types>",
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TEXTS_TYPE}"/></Types>',
    ),
)


class TestXlsxText:
    """Escapes and rich text of xlsx, and the strict variant of the standard."""

    def replace_in_parts(self, path, *pairs):
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                for old, new in pairs:
                    content = content.replace(old, new)  # noqa: PLW2901 - one after the other
                archive.writestr(name, content)
        return path

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Ani_x000D_\nContoh", "Ani Contoh"),
            ("Ani_x000d_", "Ani"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x005f_", "_"),
            ("Ani_x000_", "Ani_x000_"),
            ("Ani_xD800_", "Ani_xD800_"),
            ("ax005F_b", "ax005F_b"),
            ("Ani_x0020__x0020_B", "Ani B"),
        ],
    )
    @pytest.mark.parametrize("is_shared", [False, True])
    def test_escapes_are_decoded(self, sheet, written, name, is_shared):
        path = sheet(("9901014108900001", "@name"))
        self.replace_in_parts(path, *(SHARED if is_shared else ()))
        if is_shared:
            texts = "<si><t>x</t></si><si><r><t>@</t></r><r><t>name</t></r></si>"
            with zipfile.ZipFile(path, "a") as archive:
                archive.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{texts}</sst>")
            self.replace_in_parts(path, ("<t>@</t></r><r><t>name", "<t></t></r><r><t>@name"))
        self.replace_in_parts(path, ("@name", written))
        assert [one.name for one in people(path).records] == [name]

    @pytest.mark.parametrize("is_shared", [False, True])
    def test_escapes_are_the_same_in_an_annotated_copy(self, sheet, is_shared):
        path = sheet(("9901014108900001", "@name"))
        if is_shared:
            self.replace_in_parts(path, *SHARED)
            texts = "<si><t>x</t></si><si><t>@name</t></si>"
            with zipfile.ZipFile(path, "a") as archive:
                archive.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{texts}</sst>")
        self.replace_in_parts(path, ("@name", "Ani_x005F_x0041_"))
        copy = path.with_name("copy.xlsx")
        tables.annotate(people(path), copy)
        assert [one.name for one in people(copy).records] == ["Ani_x0041_"]

    @pytest.mark.parametrize("kind", ["inlineStr", "str"])
    def test_escapes_of_inline_texts_and_formula_results_are_decoded(self, sheet, kind):
        path = sheet(("9901014108900001", "=A1"))
        text = "<is><t>_x005F_x0041_</t></is>" if kind == "inlineStr" else "<v>_x005F_x0041_</v>"
        formula = "" if kind == "inlineStr" else "<f>A1</f>"
        with_text = f'<c r="B2" t="{kind}">{formula}{text}</c>'
        path = self.replace_in_parts(
            path,
            ('<c r="B2"><f>A1</f><v /></c>', with_text),
            ('<c r="B2"><f>A1</f><v></v></c>', with_text),
        )
        assert [one.name for one in people(path).records] == ["_x0041_"]

    def test_escapes_in_csv_are_plain_text(self, tmp_path):
        path = tmp_path / "warga.csv"
        path.write_text("NIK,Nama\n9901014108900001,_x0041_\n", encoding="utf-8")
        assert [one.name for one in people(path).records] == ["_x0041_"]

    def test_rich_text_runs_are_joined(self, sheet):
        rich = "<r><t>Ani </t></r><r><rPr><b/></rPr><t>Contoh</t></r>"
        path = self.replace_in_parts(sheet(("9901014108900001", "@name")), ("<t>@name</t>", rich))
        assert [one.name for one in people(path).records] == ["Ani Contoh"]

    def test_constant_formula_without_a_result_gives_its_constant(self, sheet):
        path = sheet(('="9901014108900001"', '=T("Ani")'), ("9901014108900002", '="B"&A1'))
        loaded = people(path)
        assert [one.name for one in loaded.records] == ["Ani"]
        assert [(i.cell, i.code) for i in loaded.issues] == [("Warga!B3", "cell.formula")]

    def test_strict_namespaces_are_replaced_across_chunk_boundaries(self):
        part = io.BytesIO(b'<a xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">x</a>')
        from psm_core.tables.files.xlsx import _TransitionalPart

        with _TransitionalPart(part) as usual:
            pieces = [usual.read(2), usual.read(3), usual.read()]
        usual_name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        assert pieces == [b"<a", b" xm", b'lns="' + usual_name + b'">x</a>']
        assert part.closed

    @pytest.mark.parametrize("piece", [7, 1 << 16])
    def test_strict_workbooks_are_read(self, sheet, piece, monkeypatch):
        monkeypatch.setattr("psm_core.tables.files.xlsx._CHUNK", piece)
        path = sheet(
            ("9901014108900001", "Ani", datetime(1990, 8, 1), "=B2"),
            heads=("NIK", "Nama", "Tanggal Lahir", "Ket"),
        )
        strict = "http://purl.oclc.org/ooxml/"
        usual = "http://schemas.openxmlformats.org/"
        self.replace_in_parts(
            path,
            (f"{usual}spreadsheetml/2006/main", f"{strict}spreadsheetml/main"),
            (f"{usual}officeDocument/2006/", f"{strict}officeDocument/"),
            (f"{usual}drawingml/2006/", f"{strict}drawingml/"),
        )
        (person,) = people(path).records
        assert (person.name, person.birth_date) == ("Ani", date(1990, 8, 1))


def with_sheet(*rows, name="Kedua"):
    """Return a function that adds a sheet with these rows to a workbook."""

    def more(book):
        other = book.create_sheet(name)
        for row in rows:
            other.append(row)

    return more


def test_repeated_person_names_the_row_and_the_other_sheet(sheet):
    nik = "9901014108900001"
    more = with_sheet(("DAFTAR WARGA",), ("Nama", "NIK"), ("Ani", nik), ("Ani", nik))
    loaded = people(sheet((nik, "Ani"), after=more))
    assert loaded.rows == (2, 3, 4)
    assert [(i.cell, dict(i.params)) for i in loaded.issues] == [
        ("Kedua!B3", {"other": 2, "sheet": "Warga"}),
        ("Kedua!B4", {"other": 2, "sheet": "Warga"}),
        ("Warga!A2", {"other": 3, "sheet": "Kedua"}),
    ]
    assert loaded.issues[0].describe("id").startswith("NIK pada baris ini juga ada di baris 2 lemb")


def test_other_row_in_the_same_sheet_is_named_without_the_sheet(sheet):
    nik = "9901014108900001"
    more = with_sheet(("Nama", "NIK"), ("Ani", nik), ("Ani", nik))
    loaded = people(sheet(("9901014108900002", "Budi"), after=more))
    assert [(i.cell, dict(i.params)) for i in loaded.issues] == [
        ("Kedua!B3", {"other": 2}),
        ("Kedua!B2", {"other": 3}),
    ]


def test_attendees_in_the_sheets_of_two_sessions_are_not_repeated(sheet):
    def sessions(book):
        book.active.append(("1", "Ani", "Desa Contoh", "TTD"))
        for column, heading in enumerate(("No", "Nama", "Utusan", "Hadir"), start=1):
            book.active.cell(1, column, heading)
        with_sheet(("No", "Nama", "Utusan", "Hadir"), (1, "Ani", "Desa Contoh", "TTD"))(book)

    loaded = tables.read(sheet(after=sessions), Attendee, layout="daftar-hadir")
    assert len(loaded.records) == 2
    assert loaded.issues == ()


def test_records_of_several_sheets_have_different_ids(sheet):
    headings = ("NIK", "Nama", "Jenis PPKS")
    more = with_sheet(headings, ("", "Budi", "Pemulung"))

    def both(book):
        book.active.append(("", "Ani", "Pemulung"))
        book.active["C1"] = headings[-1]
        more(book)

    values = {"classifications.0.date": "2025-10-10", "classifications.0.source": "desa"}
    loaded = tables.read(sheet(after=both), Beneficiary, values=values)
    assert [str(one.id) for one in loaded.records] == ["penerima-manfaat-2", "penerima-manfaat-2-2"]


def test_sheet_with_few_columns_of_the_layout_is_named_and_not_read(sheet):
    def more(book):
        book.active["C1"], book.active["D1"], book.active["E1"] = "JK", "Agama", "RT"
        with_sheet(("Nama", "NIK"), ("Budi", ""))(book)

    loaded = people(sheet(("9901014108900001", "Ani"), after=more))
    assert loaded.sheets == ("Warga",)
    assert [(i.cell, i.code) for i in loaded.issues] == [("Kedua!1", "table.sheet_unread")]


def test_sheet_with_a_column_twice_is_named_and_not_read(sheet):
    more = with_sheet(("NIK", "Nama", "NIK"), ("", "Budi", ""))
    loaded = people(sheet(("9901014108900001", "Ani"), after=more))
    assert loaded.sheets == ("Warga",)
    assert [(i.cell, i.code) for i in loaded.issues] == [("Kedua!1", "table.sheet_unread")]


def test_progress_and_rows_of_a_stream_run_through_all_sheets(sheet):
    path = sheet(("", "Ani"), after=with_sheet(("Nama", "NIK"), ("Budi", "")))
    with tables.stream(path, Person) as rows:
        assert dict(rows.header_rows) == {"Warga": 1, "Kedua": 1}
        assert [(row.sheet, row.row, row.record.name) for row in rows] == [
            ("Warga", 2, "Ani"),
            ("Kedua", 2, "Budi"),
        ]
