"""Functions compiled from generated source: code for each field instead of a loop over fields.

attrs and cattrs generate their functions in the same way. `linecache` knows the source, so that
tracebacks and debuggers show its lines.
"""

import linecache
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Any, final


@final
class GeneratedCode:
    """Source text that is written line by line, and the objects that it uses by name.

    Its names begin with an underscore, so that names of fields are free for variables.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._lines: list[str] = []
        self._depth = 0
        self._objects: dict[str, Any] = {}
        self._names: dict[int, str] = {}

    def line(self, text: str) -> None:
        """Add one line at the current depth."""
        self._lines.append("    " * self._depth + text)

    @contextmanager
    def block(self, head: str) -> Generator[None]:
        """Add the head of a block, such as ``if x:``. Lines added inside ``with`` are its body."""
        self.line(head)
        self._depth += 1
        yield
        self._depth -= 1

    def name(self, value: object, hint: str) -> str:
        """Return the name by which the source uses an object. Each object has one name."""
        if value is None:
            return "None"
        known = self._names.get(id(value))  # the object stays alive in `_objects`
        if known is None:
            known = self._names[id(value)] = f"_{hint}{len(self._objects)}"
            self._objects[known] = value
        return known

    def define(self, objects: Mapping[str, object]) -> None:
        """Add objects that the source uses by names of their own."""
        self._objects |= objects

    def compiled(self, function: str) -> Callable[..., Any]:
        """Return one of the functions of the source."""
        text = "\n".join(self._lines)
        file = f"<psm_core {self._title}>"
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        exec(compile(text, file, "exec"), self._objects)  # noqa: S102 - our own source
        found: Callable[..., Any] = self._objects[function]
        return found
