"""Base of frozen classes, whose instances are created complete and never change.

`FrozenType` is their metaclass. Calling the class is the only way to create an instance: `__init__`
cannot be called again, `__new__` creates nothing, copies and pickles call the class too, and a
final class has no subclasses. Printers that look at attributes are given what `repr` shows.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MethodType
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol, TypeVar

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from inspect import Signature

K = TypeVar("K")
V = TypeVar("V")
Shown = list[tuple[str, object]]
_new = object.__new__
_INITIALIZERS: Final[dict[type, Callable[..., None]]] = {}
"""Class → the initializer that attrs generated. No instance leads to it."""


class _Printer(Protocol):
    """The methods that the printers of IPython and Hypothesis share."""

    def group(
        self, indent: int, opening: str, closing: str, /
    ) -> "AbstractContextManager[object]": ...
    def text(self, text: str, /) -> object: ...
    def breakable(self) -> object: ...
    def pretty(self, value: object, /) -> object: ...


class _TableType(type):
    """Metaclass of `FrozenDict`. Calling the class is the only way to fill a table."""

    if not TYPE_CHECKING:  # checkers read the constructor of dict instead

        def __call__(cls, /, *values: object, **named: object) -> object:
            """Create a table as dict does."""
            created = dict.__new__(cls)
            dict.__init__(created, *values, **named)
            return created


class FrozenDict(dict[K, V], metaclass=_TableType):
    """A dict that cannot be written to: it can be pickled, copied and written as JSON."""

    __slots__ = ()

    if not TYPE_CHECKING:  # checkers know these tables as mappings

        def _refuse(self, *_: object, **__: object) -> NoReturn:
            raise TypeError("this table is shared and immutable; copy it with dict(...)")

        __init__ = __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type, tuple[dict[K, V]]]:
        return FrozenDict, (dict(self),)


def frozen_dict(values: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping as one that cannot be written to."""
    frozen: Mapping[Any, Any] = FrozenDict(values)
    return frozen


class Verbatim:
    """A text that printers show as it is, without quotes."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


MASK: Final = Verbatim("***")
"""Printers show this in place of personal data."""


class FrozenType(type):
    """Metaclass of frozen classes."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "FrozenType":
        """Create a class, or raise TypeError if a base is final."""
        for base in bases:
            cls._require_open(base)
        for unsafe in ("__attrs_init__", "__getstate__", "__setstate__"):
            namespace.pop(unsafe, None)
        initializer: Any = None
        if "__attrs_attrs__" in namespace:  # attrs creates a class a second time, with slots
            initializer = namespace.get("__init__")
            namespace = locked(namespace) | _printed(namespace)
            namespace.setdefault("__reduce__", _reduced)
            namespace.setdefault("__signature__", _LazySignature())
        created = super().__new__(cls, name, bases, namespace)
        if initializer is not None:
            _INITIALIZERS[created] = initializer
        return created

    @classmethod
    def _require_open(cls, base: type) -> None:
        if vars(base).get("__final__", False):
            raise TypeError(f"{base.__name__} is final and cannot be subclassed")

    if not TYPE_CHECKING:  # checkers read the generated initializer instead

        def __call__(cls, /, *args: object, **values: object) -> object:
            """Create an instance."""
            created = _new(cls)
            _INITIALIZERS[cls](created, *args, **values)
            return created


def locked(namespace: dict[str, Any]) -> dict[str, Any]:
    """Return a class namespace with methods that reject a second `__new__` or `__init__`."""
    return namespace | {
        "__new__": _refuse_new,
        "__init__": _refuse_init,
    }


def _refuse_new(cls: type, /, *_: object, **__: object) -> NoReturn:
    raise TypeError(f"create a {cls.__name__} with {cls.__name__}(...)")


def _refuse_init(self: object, /, *_: object, **__: object) -> NoReturn:
    raise TypeError(f"this {type(self).__name__} exists already and is immutable")


def never_created(self: object) -> TypeError:
    """Return the error for an object that was allocated and never created."""
    name = type(self).__name__
    return TypeError(f"this {name} was never created; call {name}(...)")


def _reduced(self: object) -> tuple[Callable[..., object], tuple[type, dict[str, object]]]:
    """Copy and pickle by calling the class."""
    cls: Any = type(self)
    values = {one.alias: getattr(self, one.name) for one in cls.__attrs_attrs__}
    return created_again, (cls, values)


def created_again(cls: type, values: dict[str, object]) -> object:
    """Call a class with values by name, as pickles do."""
    return cls(**values)


class _LazySignature:
    """The signature of a class, created when it is first read."""

    def __get__(self, instance: object, owner: type) -> "Signature":
        from inspect import Signature, signature  # noqa: PLC0415 - importing us stays quick

        parameters = list(signature(_INITIALIZERS[owner]).parameters.values())
        return Signature(parameters[1:])


def _printed(namespace: dict[str, Any]) -> dict[str, Any]:
    """Return the methods for printers, which show the same as `repr`."""
    fields = namespace.pop("_printed_fields", None)
    if fields is not None:
        return printing(fields)
    if namespace["__repr__"].__code__.co_filename.startswith("<attrs"):
        return printing(_shown_by_attrs)
    return {"__rich_repr__": _text_for_rich, "_repr_pretty_": _PrettyMethod(_text_for_pretty)}


def _shown_by_attrs(self: object) -> Shown:
    """Return name → value of the fields that the generated `repr` shows."""
    cls: Any = type(self)
    return [(one.name, getattr(self, one.name)) for one in cls.__attrs_attrs__ if one.repr]


def printing(shown: Callable[[object], Shown]) -> dict[str, object]:
    """Return the methods for rich, IPython and Hypothesis, from the fields to show."""

    def for_rich(self: object) -> Shown:  # a list, so that rich meets an error here and not later
        return shown(self)

    def for_pretty(self: object, printer: "_Printer", _: object) -> None:
        name = type(self).__name__
        with printer.group(len(name) + 1, f"{name}(", ")"):
            for number, (field, value) in enumerate(shown(self)):
                if number:
                    printer.text(",")
                    printer.breakable()
                printer.text(f"{field}=")
                printer.pretty(value)

    return {"__rich_repr__": for_rich, "_repr_pretty_": _PrettyMethod(for_pretty)}


class _PrettyMethod:
    """The method for IPython and Hypothesis, which also shows the class itself.

    IPython calls it on the class, with the instance. Hypothesis takes classes for
    instances: for a class it calls it without an instance.
    """

    def __init__(self, show: Callable[..., None]) -> None:
        self._show = show

    def __get__(self, instance: object, owner: type) -> Callable[..., None]:
        if instance is not None:
            return MethodType(self._show, instance)

        def show(*arguments: Any) -> None:  # noqa: ANN401 - an instance or not, and a printer
            if isinstance(arguments[0], owner):
                self._show(*arguments)
            else:
                arguments[0].text(f"{owner.__module__}.{owner.__qualname__}")

        return show


def _text_for_rich(self: object) -> Iterable[object]:
    """Return the parts for rich of an object whose `repr` is ``<Name ...>``."""
    return [Verbatim(repr(self).removeprefix(f"<{type(self).__name__} ").removesuffix(">"))]


vars(_text_for_rich)["angular"] = True


def _text_for_pretty(self: object, printer: "_Printer", _: object) -> None:
    """Show the `repr` to the printers of IPython and Hypothesis."""
    printer.text(repr(self))
