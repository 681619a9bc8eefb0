"""What the extra ``excel`` brings, imported in this one file."""

from ..errors import MissingExtraError

try:
    import openpyxl
    from openpyxl import cell, comments, styles
    from openpyxl.worksheet import datavalidation, hyperlink
except ImportError:
    raise MissingExtraError("excel") from None

__all__ = [
    "cell",
    "comments",
    "datavalidation",
    "hyperlink",
    "openpyxl",
    "styles",
]
