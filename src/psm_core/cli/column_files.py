"""Parquet files, which the command ``check`` reads by columns."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from ..tables import Layout, RowOptions, TableResult
from ..tables.files.sheets import table_error

if TYPE_CHECKING:
    from ..columns.repeated_keys import SeenKeys

PARQUET_SUFFIX: Final = ".parquet"
_MARK: Final = b"PAR1"


def is_parquet(file: Path) -> bool:
    """Return whether a file is one of Parquet, by its content."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_MARK)) == _MARK


class ColumnFileReader:
    """Checks Parquet files with the same options, one after another."""

    def __init__(
        self,
        options: Mapping[str, Any],
        *,
        layout: Layout[Any] | None,
        record_class: type | None,
    ) -> None:
        """Take the options of `psm_core.tables.read`; without a layout, the columns decide it."""
        self._sheet = options.get("sheet")
        known = {name: options[name] for name in RowOptions.__annotations__ if name in options}
        self._options = cast("RowOptions[Any]", known)
        self._layout, self._record_class = layout, record_class
        self._seen: SeenKeys | None = None

    def read(self, file: Path, progress: Callable[[int], object] | None) -> TableResult[Any]:
        """Return the issues of a file, without its records.

        Raises:
            MissingExtraError: the extra ``columns`` is not installed.
            TableError: the file cannot be read, or it has no known layout.

        """
        # Few files are of this type, and pyarrow is an extra.
        from ..columns.parquet_files import check_file, layout_of_file  # noqa: PLC0415
        from ..columns.repeated_keys import SeenKeys  # noqa: PLC0415

        if self._sheet is not None:
            raise table_error("table.no_sheet", known="-")
        headings = self._options.get("headings") or {}
        layout = self._layout or layout_of_file(file, self._record_class, headings)
        self._seen = self._seen or SeenKeys()
        options: RowOptions[Any] = {**self._options, "layout": layout}
        return check_file(file, layout.record_class, options, self._seen, progress)
