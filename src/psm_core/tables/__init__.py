"""Tables: files into records, row by row, and records into files.

Every issue names its cell. A bad row raises nothing, and a file that is read is never changed. CSV
needs nothing more; workbooks (xlsx, xlsm, xls, ods) need the extra ``excel``.

>>> from psm_core import tables
>>> [layout.name for layout in tables.LAYOUTS][:3]
['psm-import', 'tksk-import', 'opensid-penduduk']
"""

from .._core.lazy import lazy_names

# Imported at once: a process that forks while a thread imports this would leave the lock of the
# import behind, and the new process would wait for it forever.
from . import reading as reading

_NAMES = {
    ".files.sources": ("ReadableFile", "WritableFile"),
    ".flat": ("FlatTable", "flatten"),
    ".issue_summary": ("IssueSummary",),
    ".layout_files.heading_guesses": ("Confidence", "HeadingGuess"),
    ".layout_files.layout_guesses": ("LayoutGuess", "guess_layout"),
    ".layout_files.reading": ("load_layout",),
    ".layout_files.schema": ("layout_schema",),
    ".layout_files.writing": ("layout_text",),
    ".layouts.built_in": ("LAYOUTS",),
    ".layouts.daily_layouts": ("attendance_layout",),
    ".layouts.layout": ("Column", "Layout"),
    ".python_rows": ("DataFrame", "read_rows"),
    ".read_options": ("FileOptions", "ReadOptions", "RowOptions"),
    ".reading": ("detect_layout", "read", "stream"),
    ".reports.annotation": ("annotate", "copy_suffix"),
    ".reports.html_report": ("write_report",),
    ".results": ("RowResult", "TableResult"),
    ".several_files": ("FileResults", "read_all"),
    ".table_reader": ("TableReader",),
    ".templates.writing": ("write_template",),
    ".writing": ("write", "write_table"),
}
"""Module → the public names imported from it on first use."""

__getattr__, __dir__, __all__ = lazy_names(__name__, _NAMES)
