"""Make changes to a record: those of `diff`, a JSON Patch or a JSON Merge Patch."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from .._core.field_types import unwrap
from .._core.record import is_record_class, record_info
from .._paths import pointer_text
from ..errors import short_traceback
from ..values.plain import to_plain
from ..wire import from_builtins, to_builtins
from .differences import Change, class_of, sorted_items
from .json_patch import copied, patched

T = TypeVar("T")


@short_traceback
def patch(
    record: T, patch: Iterable[Change] | Iterable[Mapping[str, Any]] | Mapping[str, Any], /
) -> T:
    """Return a copy of a record with changes made. The copy is validated as a whole.

    The changes are those of `diff`, the operations of a JSON Patch (RFC 6902), or a JSON Merge
    Patch (RFC 7396), which is an object with the new values, and null for what is removed. Paths of
    both patches are those of documents; a merge patch replaces a list as a whole.

    Raises:
        ValidationError: the changed record is invalid, with the path of each issue in it; or
            ``patch.operation``, ``patch.path_missing``, ``patch.test_failed`` or
            ``patch.too_large``, with the number of the operation as path.
        TypeError: the object is not a record of psm_core.

    >>> from psm_core import Address
    >>> from psm_core.changes import diff, patch
    >>> home = Address(rt="001", rw="002")
    >>> patch(home, {"rt": "003", "rw": None})
    Address(rt=***)
    >>> patch(home, [{"op": "replace", "path": "/rt", "value": "003"}]).rt
    '003'
    >>> patch(home, diff(home, Address(rt="004"))).rt
    '004'

    """
    record_class = class_of(record)
    data = to_builtins(record)
    if isinstance(patch, Mapping):
        changed = _merged(data, copied(cast("object", patch)))
    else:
        changed = patched(data, _operations(patch))
    return cast("T", from_builtins(changed, record_class))


def to_json_patch(changes: Iterable[Change], /) -> list[dict[str, Any]]:
    """Return changes as the operations of a JSON Patch (RFC 6902).

    They apply to the data of the document of the earlier record, without the envelope. The values
    are unmasked.

    Raises:
        TypeError: one of them is no `Change`.

    >>> from psm_core import Address
    >>> from psm_core.changes import diff, to_json_patch
    >>> to_json_patch(diff(Address(rt="001"), Address(rt="002", rw="003")))
    [{'op': 'replace', 'path': '/rt', 'value': '002'}, {'op': 'add', 'path': '/rw', 'value': '003'}]

    """
    steps: list[object] = [*changes]
    for one in steps:
        if not isinstance(one, Change):
            raise TypeError(f"a Change is needed here, not {type(one).__name__}")
    return [_operation(cast("Change", one)) for one in steps]


def _operations(patch: object) -> object:
    """Return the operations of a patch, with those of changes in their place."""
    if not isinstance(patch, Iterable):
        return patch
    steps = cast("Iterable[object]", patch)
    return [_operation(one) if isinstance(one, Change) else one for one in steps]


def _operation(change: Change) -> dict[str, Any]:
    """Return the operation of a change; documents leave out fields with their default value."""
    default = _default_at(change.record_class, change.path)
    path = pointer_text(change.path)
    if change.after == default:
        return {"op": "remove", "path": path}
    name = "add" if change.before == default else "replace"
    return {"op": name, "path": path, "value": _written(change.after)}


def _default_at(record_class: type, path: Sequence[str | int]) -> object:
    """Return the default value of the field at a path; None if it leads to an item of a list."""
    default: object = None
    for step in path:
        default = None
        if isinstance(step, str):
            field = next(one for one in record_info(record_class).fields if one.name == step)
            default, record_class = field.default, unwrap(field.type).python_type
    return default


def _written(value: object) -> Any:  # noqa: ANN401 - any plain data
    """Return a value of a field as documents have it."""
    if isinstance(value, tuple):
        return [_written(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, frozenset):
        return [_written(one) for one in sorted_items(cast("frozenset[object]", value))]
    return to_builtins(value) if is_record_class(type(value)) else to_plain(value)


def _merged(data: object, changes: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return JSON data with a merge patch applied."""
    if not isinstance(changes, Mapping):
        return changes
    result = dict(cast("Mapping[str, Any]", data)) if isinstance(data, Mapping) else {}
    for key, value in cast("Mapping[str, Any]", changes).items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _merged(result.get(key), value)
    return result
