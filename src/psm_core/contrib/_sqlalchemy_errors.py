"""Errors of databases without the values that they are about."""

from typing import Any, cast

from sqlalchemy import Engine, ExceptionContext, event

from ..privacy import hide_numbers


def hide_error_details(engine: Engine, /) -> None:
    """Make an engine raise errors of the database without the values that they are about.

    A database says which value is in a unique column already, and shows the whole row that breaks
    another constraint. SQLAlchemy's ``hide_parameters`` does not hide these, because they are in
    the text of the driver. Of that text, the first line is kept, without the numbers of people.
    Use both, and give this function the ``sync_engine`` of an asynchronous engine.

    >>> from sqlalchemy import create_engine
    >>> from psm_core.contrib.sqlalchemy import hide_error_details
    >>> engine = create_engine("sqlite://", hide_parameters=True)
    >>> hide_error_details(engine)
    """
    event.listen(engine, "handle_error", _hide_details)


def _hide_details(context: ExceptionContext) -> None:
    """Shorten the texts of the errors of SQLAlchemy and of the driver, and of their causes."""
    if context.sqlalchemy_exception is None:  # it is no error of the database
        return
    errors: list[BaseException] = [context.sqlalchemy_exception, context.original_exception]
    for error in errors:
        error.args = tuple(
            hide_numbers(one.partition("\n")[0]) if isinstance(one, str) else one
            for one in error.args
        )
        if isinstance(getattr(error, "detail", None), str):
            cast("Any", error).detail = None  # asyncpg appends it to the text
        if error.__cause__ is not None:
            errors.append(error.__cause__)
