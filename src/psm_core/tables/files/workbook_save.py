"""Workbooks saved without the temporary files with a name, which the extra would leave behind."""

from tempfile import TemporaryFile
from typing import IO, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from .extras import ExcelWriter, SpreadsheetDrawing, WorksheetWriter
from .library_calls import acting

_PIECE = 1 << 20


class _Writer(ExcelWriter):
    """Writes each sheet by way of a file that has no name."""

    def __init__(self, book: Any, archive: ZipFile) -> None:  # noqa: ANN401 - a workbook of the extra
        super().__init__(book, archive)
        self._parts, self._listed = archive, cast("Any", self.manifest)

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - a sheet of the extra
        """Write one sheet, as the extra does but for the file in between."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as the extra itself does
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001 - as above
        if self.workbook.write_only:
            ws.close()
            writer = ws._writer  # noqa: SLF001 - as above
        else:
            writer = writer_of(ws)
            writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - as above
        with writer.out as rows, self._parts.open(ws.path[1:], "w") as part:
            rows.seek(0)
            while piece := rows.read(_PIECE):
                part.write(piece)
        self._listed.append(ws)


def writer_of(sheet: Any) -> Any:  # noqa: ANN401 - of the extra
    """Return what writes a sheet into a file without a name."""
    return WorksheetWriter(sheet, TemporaryFile())


def save(book: Any, file: IO[bytes]) -> None:  # noqa: ANN401 - a workbook of the extra
    """Write a workbook into an open file."""
    with acting(), ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _Writer(book, archive).write_data()
