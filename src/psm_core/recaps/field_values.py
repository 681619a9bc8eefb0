"""Values of a record at the path of a field, such as ``person.sex``."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from .._core.field_types import unwrap
from .._core.record import is_record_class, record_info


class Values(NamedTuple):
    """The values at a path."""

    found: tuple[Any, ...]
    """The values. An unknown one is None."""
    are_several: bool
    """Whether there is a list on the way or at the end, so that there may be any number."""

    @property
    def group(self) -> Any:  # noqa: ANN401 - the value of any field
        """The values as a group of `value_groups`."""
        return self.found if self.are_several else self.found[0]


def values_at(record: object, path: str) -> Values:
    """Return the values of a record at a path; of a list on the way, those of its items.

    Raises:
        ValueError: there is no such field.

    """
    here: tuple[Any, ...] = (record,)
    are_several = False
    for name in path.split("."):
        parts = [None if one is None else _field(one, name) for one in here]
        are_several = are_several or any(map(_is_list, parts))
        here = tuple(item for part in parts for item in _items(part))
    return Values(here, are_several)


def require_values(record_class: type, path: str) -> None:
    """Raise ValueError if records of a class have no values at a path, for `values_at`."""
    here = record_class
    for name in path.split("."):
        if not is_record_class(here) or name not in record_info(here).names:
            raise ValueError(f"no field {path!r}: {here.__name__} has no {name!r}")
        types = {one.name: one.type for one in record_info(here).fields}
        here = unwrap(types[name]).python_type


def _field(record: object, name: str) -> object:
    kind = type(record)
    if is_record_class(kind) and name in record_info(kind).names:
        return getattr(record, name)
    del record
    raise ValueError(f"{kind.__name__} has no field {name!r}")


def _is_list(value: object) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str | Mapping)


def _items(value: Any) -> Iterator[Any]:  # noqa: ANN401 - the value of any field
    if _is_list(value):
        yield from value
    else:
        yield value
