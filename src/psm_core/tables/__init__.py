"""Tables: files into records, row by row, and records into files.

Every issue names its cell. A bad row raises nothing, and a file that is read is never changed. CSV
needs nothing more; workbooks (xlsx, xlsm, xls, ods) need the extra ``excel``.

>>> from psm_core import tables
>>> [layout.name for layout in tables.LAYOUTS][:3]
['psm-import', 'tksk-import', 'opensid-penduduk']
"""

from typing import TYPE_CHECKING

from .._core.lazy import lazy_names

# Imported at once: a process that forks while a thread imports this would leave the lock of the
# import behind, and the new process would wait for it forever.
from .reading import detect_layout, read, stream

if TYPE_CHECKING:  # each name is imported on first use
    from .files.sources import ReadableFile, WritableFile
    from .flat import FlatTable, flatten
    from .issue_summary import IssueSummary
    from .layout_files.guesses import Confidence, HeadingGuess, LayoutGuess, guess_layout
    from .layout_files.reading import load_layout
    from .layout_files.schema import layout_schema
    from .layout_files.writing import layout_text
    from .layouts.built_in import LAYOUTS
    from .layouts.daily_layouts import attendance_layout
    from .layouts.layout import Column, Layout
    from .python_rows import DataFrame, read_rows
    from .read_options import FileOptions, ReadOptions, RowOptions
    from .reports.annotation import annotate, copy_suffix
    from .reports.html_report import write_report
    from .results import RowResult, TableResult
    from .several_files import FileResults, read_all
    from .table_reader import TableReader
    from .templates.writing import write_template
    from .writing import write, write_table

__all__ = [
    "LAYOUTS",
    "Column",
    "Confidence",
    "DataFrame",
    "FileOptions",
    "FileResults",
    "FlatTable",
    "HeadingGuess",
    "IssueSummary",
    "Layout",
    "LayoutGuess",
    "ReadOptions",
    "ReadableFile",
    "RowOptions",
    "RowResult",
    "TableReader",
    "TableResult",
    "WritableFile",
    "annotate",
    "attendance_layout",
    "copy_suffix",
    "detect_layout",
    "flatten",
    "guess_layout",
    "layout_schema",
    "layout_text",
    "load_layout",
    "read",
    "read_all",
    "read_rows",
    "stream",
    "write",
    "write_report",
    "write_table",
    "write_template",
]

_LAZY = {
    "files.sources": ("ReadableFile", "WritableFile"),
    "flat": ("FlatTable", "flatten"),
    "issue_summary": ("IssueSummary",),
    "layout_files.guesses": ("Confidence", "HeadingGuess", "LayoutGuess", "guess_layout"),
    "layout_files.reading": ("load_layout",),
    "layout_files.schema": ("layout_schema",),
    "layout_files.writing": ("layout_text",),
    "layouts.built_in": ("LAYOUTS",),
    "layouts.daily_layouts": ("attendance_layout",),
    "layouts.layout": ("Column", "Layout"),
    "python_rows": ("DataFrame", "read_rows"),
    "read_options": ("FileOptions", "ReadOptions", "RowOptions"),
    "reports.annotation": ("annotate", "copy_suffix"),
    "reports.html_report": ("write_report",),
    "results": ("RowResult", "TableResult"),
    "several_files": ("FileResults", "read_all"),
    "table_reader": ("TableReader",),
    "templates.writing": ("write_template",),
    "writing": ("write", "write_table"),
}
"""Module → the names imported from it on first use."""

if not TYPE_CHECKING:  # type checkers see the imports above
    __getattr__, __dir__ = lazy_names(__name__, _LAZY)
