"""Whole columns of Arrow, as polars, DuckDB, pandas and Spark exchange them.

Each function takes a column of pyarrow, or of a library that exports one, and returns the canonical
values and the codes of the issues. These are the codes that the same values have one by one, in a
fraction of the time.

>>> import pyarrow as pa
>>> from psm_core import columns
>>> parsed = columns.niks(pa.array(["9901014108900001", "990101410890001", None]))
>>> parsed.values.to_pylist(), parsed.codes.to_pylist()
(['9901014108900001', None, None], [None, 'nik.length', None])
"""

from .check_results import CheckedBatch, CheckedTable, CheckSummary, IssueCount
from .checking import CheckedBatches, check, check_batches
from .counting import CountedTable, count
from .parsing import ParsedColumn
from .record_rows import record_rows, records
from .record_schema import record_schema
from .record_tables import record_batches, record_table
from .redacted_tables import redacted_table
from .regions import CurrentCodes, crosswalk, region_table, resolve
from .result_tables import issue_table, recap_table
from .values import dates, kks, niks, phones, region_codes, terms

__all__ = [
    "CheckSummary",
    "CheckedBatch",
    "CheckedBatches",
    "CheckedTable",
    "CountedTable",
    "CurrentCodes",
    "IssueCount",
    "ParsedColumn",
    "check",
    "check_batches",
    "count",
    "crosswalk",
    "dates",
    "issue_table",
    "kks",
    "niks",
    "phones",
    "recap_table",
    "record_batches",
    "record_rows",
    "record_schema",
    "record_table",
    "records",
    "redacted_table",
    "region_codes",
    "region_table",
    "resolve",
    "terms",
]
