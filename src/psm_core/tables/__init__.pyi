# The public names of the package; tools/build_package_stubs.py writes this file.

from .files.sources import ReadableFile, WritableFile
from .flat import FlatTable, flatten
from .issue_summary import IssueSummary
from .layout_files.heading_guesses import Confidence, HeadingGuess
from .layout_files.layout_guesses import LayoutGuess, guess_layout
from .layout_files.reading import load_layout
from .layout_files.schema import layout_schema
from .layout_files.writing import layout_text
from .layouts.built_in import LAYOUTS
from .layouts.daily_layouts import attendance_layout
from .layouts.layout import Column, Layout
from .python_rows import DataFrame, read_rows
from .read_options import FileOptions, ReadOptions, RowOptions
from .reading import detect_layout, read, stream
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
