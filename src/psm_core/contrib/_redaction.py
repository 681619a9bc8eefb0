"""`Redacted`, with which a framework writes a record redacted."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any, final

import attrs

from .._frozen import FrozenType
from ..privacy import Audience, redact


@final
@attrs.frozen
class Redacted(metaclass=FrozenType):
    """Makes a framework write a record redacted, as `psm_core.privacy.redact` returns it.

    pydantic, FastAPI and Litestar look for it in the annotation of what is written. The JSON Schema
    is that of `psm_core.wire.redacted_schema`. Reading is as without it.

    >>> from typing import Annotated
    >>> from pydantic import TypeAdapter
    >>> from psm_core import NIK, Person, Worker, WorkerId
    >>> from psm_core.contrib.pydantic import Redacted
    >>> from psm_core.privacy import Audience
    >>> PublicWorker = Annotated[Worker, Redacted(Audience.PUBLIC)]
    >>> person = Person(nik=NIK("9901014108900001"), name="Contoh")
    >>> TypeAdapter(PublicWorker).dump_python(Worker(id=WorkerId("psm-1"), person=person))
    {'redacted': 'public'}
    """

    audience: Audience
    """Who receives the record."""
    as_of: Callable[[], date] | None = None
    """Returns the day on which it is decided who is a child, such as ``date.today``. Every audience
    but the public needs it."""

    def __attrs_post_init__(self) -> None:
        """Require `as_of` where redaction needs a day.

        Raises:
            ValueError: `as_of` is missing, although the audience is not the public.

        """
        if self.as_of is None and self.audience is not Audience.PUBLIC:
            raise ValueError("as_of= is required for this audience, such as date.today")

    def __get_pydantic_core_schema__(self, source: type, handler: Any) -> Any:  # noqa: ANN401 - types of pydantic
        """Return how pydantic reads a record, and writes it redacted."""
        pydantic = import_module("psm_core.contrib.pydantic")
        return pydantic.redacted_core_schema(self, source, handler)


def redacted(record: object, how: Redacted) -> dict[str, Any]:
    """Return a record redacted, as builtins."""
    return redact(record, audience=how.audience, as_of=None if how.as_of is None else how.as_of())
