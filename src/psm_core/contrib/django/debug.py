"""Reports of exceptions without personal numbers: the debug page, and mails to administrators."""

from typing import Any

from django.views.debug import ExceptionReporter

from ...privacy import hide_numbers
from ...privacy.free_text import HIDDEN
from ..logging import hide_in_event

__all__ = ["NumberFreeReporter"]


class NumberFreeReporter(ExceptionReporter):
    """Reports an exception without NIK, KK and telephone numbers, and without what was typed.

    Set ``DEFAULT_EXCEPTION_REPORTER = "psm_core.contrib.django.debug.NumberFreeReporter"``. Local
    variables are in the debug page, so the names of people may be.

    >>> import django
    >>> django.setup()
    >>> from psm_core.contrib.django.debug import NumberFreeReporter
    >>> error = ValueError("NIK 9901014108900001 ganda")
    >>> report = NumberFreeReporter(None, ValueError, error, None).get_traceback_text()
    >>> "9901014108900001" in report, "NIK *** ganda" in report
    (False, True)
    """

    def get_traceback_data(self) -> dict[str, Any]:
        """Return the parts of the report."""
        data: dict[str, Any] = super().get_traceback_data()
        for frame in data["frames"]:
            frame["exc_cause"] = _hidden_text(frame["exc_cause"])
            frame["vars"] = [(name, hide_numbers(text)) for name, text in frame.get("vars", ())]
        data["filtered_POST_items"] = [(name, HIDDEN) for name, _ in data["filtered_POST_items"]]
        if "exception_value" in data:
            data["exception_value"] = hide_numbers(str(data["exception_value"]))
        if "exception_notes" in data:
            data["exception_notes"] = hide_numbers(data["exception_notes"])
        for name in {"request_meta", "request_insecure_uri"} & data.keys():
            data[name] = hide_in_event(None, "", {name: data[name]})[name]
        if "request_GET_items" in data:
            items = data["request_GET_items"]
            data["request_GET_items"] = [(name, hide_numbers(text)) for name, text in items]
        return data


def _hidden_text(error: object) -> str | None:
    return None if error is None else hide_numbers(str(error))
