"""All vocabularies. Listing them imports every module of terms."""

from functools import cache

from .. import terms
from .._core.vocabulary import Term


@cache
def vocabularies() -> tuple[type[Term], ...]:
    """Return every vocabulary of this package, sorted by name."""
    found = (getattr(terms, name) for name in sorted(terms.__all__))
    return tuple(one for one in found if issubclass(one, Term) and one is not Term)
