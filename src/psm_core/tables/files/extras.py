"""Everything imported from openpyxl, the extra ``excel``."""

from ...errors import MissingExtraError

try:
    import openpyxl
    from openpyxl import cell, comments, styles
    from openpyxl.cell.text import Text
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet import datavalidation, hyperlink
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet._reader import WorkSheetParser
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter
    from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
except ImportError:
    raise MissingExtraError("excel") from None

__all__ = [
    "SHARED_STRINGS",
    "SHEET_MAIN_NS",
    "ExcelReader",
    "ExcelWriter",
    "ReadOnlyWorksheet",
    "SpreadsheetDrawing",
    "Text",
    "WorkSheetParser",
    "WorksheetWriter",
    "cell",
    "comments",
    "datavalidation",
    "hyperlink",
    "openpyxl",
    "styles",
]
