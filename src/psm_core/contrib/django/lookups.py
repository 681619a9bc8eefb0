"""Lookups of model fields: within a region, and those that a field refuses."""

from typing import Any, ClassVar, Final

from django.core.exceptions import FieldError
from django.db.models import JSONField, Lookup
from django.db.models.fields.json import KeyTransform

from ...values.region_code import RegionCode
from .._columns import range_within

OF_ORDER: Final = frozenset({"gt", "gte", "lt", "lte", "range"})
"""Lookups that compare."""
OF_TEXT: Final = frozenset(
    {
        *("iexact", "contains", "icontains", "startswith", "istartswith"),
        *("endswith", "iendswith", "regex", "iregex"),
    }
)
"""Lookups that look into a text."""


class RefusedLookup(Lookup):
    """A lookup that a field does not have. Django would not say which ones it has."""

    lookup_name: str | None = "refused"
    others: ClassVar[str] = ""
    """The names of the lookups that the field has."""

    def __init__(self, lhs: Any, rhs: object) -> None:  # noqa: ANN401 - a column or an expression
        """Reject the lookup, without its value. Django looks for NULL by ``exact`` and None."""
        if rhs is None and self.lookup_name == "exact":
            super().__init__(lhs, rhs)
            return
        del rhs
        field = lhs.output_field
        class_name = type(field).__name__
        raise FieldError(f"{class_name} has no lookup {self.lookup_name!r}. It has {self.others}.")


def refused(name: str, others: str) -> type[Lookup]:
    """Return the lookup that rejects a name."""
    return type("Refused", (RefusedLookup,), {"lookup_name": name, "others": others})


class Within(Lookup):
    """The condition that a region is this one or inside it: a range that an index serves."""

    lookup_name: str | None = "within"

    def get_prep_lookup(self) -> tuple[str, str]:
        """Return the range of texts."""
        code = self.rhs
        return range_within(RegionCode(code) if isinstance(code, str) else code)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ANN401 - of Django
        """Return the condition and its parameters."""
        column, params = self.process_lhs(compiler, connection)
        least, after = self.rhs
        return f"({column} >= %s AND {column} < %s)", (*params, least, *params, after)


class DocumentKey(KeyTransform):
    """A part of a document, as JSON. Its own parts and lookups are those of Django."""

    output_field: Any = JSONField()
