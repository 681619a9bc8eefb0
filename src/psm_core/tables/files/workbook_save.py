"""Saves workbooks without named temporary files, which openpyxl could leave behind."""

from tempfile import TemporaryFile
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from .extras import ExcelWriter, SpreadsheetDrawing, WorksheetWriter
from .library_calls import library_call

_CHUNK = 1 << 20


class _Writer(ExcelWriter):
    """Writes each sheet to an unnamed temporary file first."""

    def __init__(self, book: Any, archive: ZipFile) -> None:  # noqa: ANN401 - an openpyxl workbook
        super().__init__(book, archive)
        self._zip, self._manifest = archive, cast("Any", self.manifest)

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - an openpyxl sheet
        """Write one sheet, as openpyxl does except for the temporary file."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as openpyxl does
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001 - as above
        if self.workbook.write_only:
            ws.close()
            writer = ws._writer  # noqa: SLF001 - as above
        else:
            writer = sheet_writer(ws)
            writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - as above
        with writer.out as rows, self._zip.open(ws.path[1:], "w") as part:
            rows.seek(0)
            while chunk := rows.read(_CHUNK):
                part.write(chunk)
        self._manifest.append(ws)


def sheet_writer(sheet: Any) -> Any:  # noqa: ANN401 - of openpyxl
    """Return a writer of a sheet to an unnamed temporary file."""
    return WorksheetWriter(sheet, TemporaryFile())


def save(book: Any, file: IO[bytes]) -> None:  # noqa: ANN401 - an openpyxl workbook
    """Write a workbook to an open file."""
    with library_call(), ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _Writer(book, archive).write_data()
