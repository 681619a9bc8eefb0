"""Draw what a terminal and a notebook show, for the pages; `--check` fails on a difference."""

import contextlib
import doctest
import sys
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
from _generated import ROOT, write_or_compare
from _report_picture import report_picture
from _sheet_picture import sheet_picture
from _terminal_picture import WIDTH, terminal_picture
from _tutorial import run
from typer.testing import CliRunner

sys.path.append(str(ROOT / "examples"))
import psm_workbook

from psm_core import Worker, tables
from psm_core.cli.app import app
from psm_core.recaps import Recap

FILE = (
    "NAMA PSM;NIK;KECAMATAN;KELURAHAN;TANGGAL LAHIR;NO HP\n"
    "Ani Contoh;9901014108900001;Angsana;Angsana;01-08-1990;0800 0000 123\n"
    "Budi Contoh;9,90101E+15;Angsana;Sumber Baru;31-08-1985;0800 0000 124\n"
    "Citra Contoh;9901015203880003;Angsana;Angsanna;12-03-1988;0800 0000 125\n"
    "Dedi Contoh;9901011505790004;Satui;Sungai Danau;05/15/1979;0800 0000 126\n"
)
CHECK = ("check", "psm.csv", "--value", "assignments.0.listed_on=2025-10-10", "--within", "63.10")


def shown(*words: str) -> str:
    """Return what a command writes, where the file is in the folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "psm.csv"
        path.write_text(FILE, "utf-8")
        arguments = [str(path) if word == "psm.csv" else word for word in words]
        return CliRunner().invoke(app, arguments, env={"COLUMNS": str(WIDTH)}).stdout


def drawn(*words: str) -> bytes:
    """Return the picture of a terminal in which a command was run."""
    return terminal_picture(f"psm-core {' '.join(words)}", shown(*words))


def annotated() -> bytes:
    """Return the picture of an annotated copy, with the comment on a cell."""
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "psm.xlsx", Path(folder) / "salinan.xlsx"
        psm_workbook.workbook(psm_workbook.ERRORS).save(path)
        values = {"assignments.0.listed_on": psm_workbook.LISTED}
        result = tables.read(path, Worker, values=values, within=psm_workbook.KABUPATEN)
        tables.annotate(result, copy)
        sheet = openpyxl.load_workbook(copy).worksheets[0]
    return sheet_picture(sheet, last="F16", comment_of="C8")


def table() -> bytes:
    """Return what a notebook shows of a recap with suppressed small counts."""
    counts = {("Desa Angsana", "Gelandangan"): 1, ("Desa Angsana", "Pemulung"): 8}
    counts |= {("Desa Mekar Jaya", "Pemulung"): 6, ("Desa Mekar Jaya", "Gelandangan"): 0}
    villages, categories = dict.fromkeys(v for v, _ in counts), dict.fromkeys(c for _, c in counts)
    recap = Recap.of("Penerima manfaat di Kecamatan Angsana", villages, categories, counts)
    return recap.suppress(5)._repr_html_().encode() + b"\n"


def report() -> bytes:
    """Return the picture of the monthly report that the tutorial computes."""
    page = (ROOT / "docs" / "tutorial" / "a-monthly-report.md").read_text("utf-8")
    names: dict[str, Any] = {}
    for example in doctest.DocTestParser().get_examples(page):
        if example.source.startswith("tables.write_table"):
            break
        with contextlib.redirect_stdout(StringIO()):
            exec(compile(example.source, "a-monthly-report.md", "single"), names)  # noqa: S102 - the page's own code
    return report_picture(names["lines"])


def steps() -> dict[Path, bytes]:
    """Return the pictures of the tutorial that is done with the command."""
    page = ROOT / "docs" / "tutorial" / "a-list.md"
    with tempfile.TemporaryDirectory() as folder:
        pictures = run(page, Path(folder)).pictures
    return {page.with_name(f"{name}.svg"): picture for name, picture in pictures.items()}


if __name__ == "__main__":
    pages, tutorial = ROOT / "docs" / "how-to", ROOT / "docs" / "tutorial"
    write_or_compare(
        {
            pages / "terminal.svg": drawn(*CHECK),
            pages / "annotated.svg": annotated(),
            pages / "recap.html": table(),
            tutorial / "monthly-report.svg": report(),
            **steps(),
        },
        check="--check" in sys.argv,
    )
