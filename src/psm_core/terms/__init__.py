"""The closed vocabularies of the domain, each its own list with a scheme."""

from ._people import Sex
from ._regions import RegionKind, RegionLevel
from ._term import Scheme, Term

__all__ = ["RegionKind", "RegionLevel", "Scheme", "Sex", "Term"]
