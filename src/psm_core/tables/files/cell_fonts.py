"""Fonts of cells, changed in some attributes; the name and size of the workbook's font stay."""

from copy import copy
from typing import Any


def change_font(cell: Any, **attributes: object) -> None:  # noqa: ANN401 - an openpyxl cell
    """Change attributes of the font of a cell, such as ``bold``.

    A new font would have no name, which LibreOffice shows as another font than that of the sheet.
    """
    font: Any = copy(cell.font)
    for name, value in attributes.items():
        setattr(font, name, value)
    cell.font = font
