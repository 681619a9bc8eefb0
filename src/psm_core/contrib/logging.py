"""Logs without the numbers of people: a filter for `logging`, and functions for other libraries.

Records and values of psm-core are masked wherever they are printed. These hide numbers in other
texts: a NIK that an application formats itself, or that is in the message of an exception. Numbers
are found as `psm_core.privacy.hide_numbers` finds them; names are not found.
"""

import logging
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Final, cast

from ..privacy import hide_numbers
from ..privacy.free_text import HIDDEN

__all__ = ["NumberFilter", "hide_in_event", "hide_in_sentry_event"]

_LEAST, _GREATEST = 10**15, 10**16 - 1
"""A number of 16 digits may be a NIK or KK. Others are counts, lines and times."""
_OF_LOGGING: Final = frozenset(
    {
        *vars(logging.LogRecord("", 0, "", 0, "", (), None)),
        *("message", "asctime"),
    }
)
"""The attributes that every log record has."""


class NumberFilter(logging.Filter):
    """Replaces NIK, KK and telephone numbers in log records by ``***``.

    Add it to a handler, because a filter of a logger does not see the records of other loggers.
    Message, arguments, traceback and attributes from ``extra`` are changed for all handlers.

    >>> import logging, sys
    >>> from psm_core.contrib.logging import NumberFilter
    >>> handler = logging.StreamHandler(sys.stdout)
    >>> handler.addFilter(NumberFilter())
    >>> logger = logging.Logger("contoh")
    >>> logger.addHandler(handler)
    >>> logger.warning("NIK %s ganda", "9901014108900001")
    NIK *** ganda
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Change a log record, and let it through.

        >>> import logging
        >>> NumberFilter().filter(logging.makeLogRecord({"msg": "KK 9901010101100001"}))
        True
        """
        record.msg, record.args = hide_numbers(record.getMessage()), ()
        if record.exc_info:
            text = record.exc_text or logging.Formatter().formatException(record.exc_info)
            # A formatter that prints the exception itself would print the numbers.
            record.exc_info, record.exc_text = None, text
        if record.exc_text:
            record.exc_text = hide_numbers(record.exc_text)
        if record.stack_info:
            record.stack_info = hide_numbers(record.stack_info)
        for name in vars(record).keys() - _OF_LOGGING:
            setattr(record, name, _hidden(getattr(record, name)))
        return True


def hide_in_event(
    logger: object, method: str, event: MutableMapping[str, Any], /
) -> MutableMapping[str, Any]:
    """Return an event of structlog without numbers of people. It is a processor.

    Put it last before the renderer, after the processors that format exceptions.

    >>> from psm_core.contrib.logging import hide_in_event
    >>> hide_in_event(None, "info", {"event": "ganda", "nik": "9901014108900001"})
    {'event': 'ganda', 'nik': '***'}
    """
    del logger, method
    return {name: _hidden(value) for name, value in event.items()}


def hide_in_sentry_event(event: Any, hint: object, /) -> Any:  # noqa: ANN401 - a dict type of Sentry
    """Return an event of Sentry without numbers of people, for ``before_send``.

    Use it with ``send_default_pii=False``. Local variables of a traceback are in it, so the
    names of people may be.

    >>> from psm_core.contrib.logging import hide_in_sentry_event
    >>> hide_in_sentry_event({"message": "NIK 9901014108900001 ganda"}, {})
    {'message': 'NIK *** ganda'}
    """
    del hint
    return _hidden(event)


def _hidden(value: object) -> Any:  # noqa: ANN401 - of an event
    """Return a value without numbers of people; tuples and sets become lists."""
    if isinstance(value, str):
        return hide_numbers(value)
    if isinstance(value, int):
        return HIDDEN if _LEAST <= value <= _GREATEST else value
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, object]", value)
        return {_hidden(key): _hidden(one) for key, one in entries.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_hidden(one) for one in cast("Iterable[object]", value)]
    return value
