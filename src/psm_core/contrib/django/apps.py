"""The application of Django that keeps personal numbers out of errors of the database."""

from collections.abc import Callable
from typing import Any

from django.apps import AppConfig, apps
from django.db import DatabaseError
from django.db.backends.signals import connection_created

from ...privacy import hide_numbers

__all__ = ["PsmCoreConfig"]


class PsmCoreConfig(AppConfig):
    """Replaces NIK, KK and telephone numbers in errors of the database by ``***``.

    Add ``"psm_core.contrib.django"`` to ``INSTALLED_APPS``. Without it, the error of PostgreSQL for
    a row that exists already contains the number. The error of the driver is not kept.

    If ``"rest_framework"`` is in ``INSTALLED_APPS`` too, every ``ModelSerializer`` gets the fields
    of `psm_core.contrib.django.rest_framework` for the model fields of this package. With
    ``"drf_spectacular"``, its OpenAPI document has their schemas.

    >>> from psm_core.contrib.django.apps import PsmCoreConfig
    >>> PsmCoreConfig.name
    'psm_core.contrib.django'
    """

    name = "psm_core.contrib.django"
    label = "psm_core"
    verbose_name: Any = "psm-core"

    def ready(self) -> None:
        """Watch the statements of every connection; give serializers their fields."""
        connection_created.connect(_watch, dispatch_uid=self.name)
        if apps.is_installed("rest_framework"):
            from .rest_framework import use_fields  # noqa: PLC0415 - of an extra

            use_fields()
        if apps.is_installed("drf_spectacular"):
            from . import spectacular  # noqa: F401, PLC0415 # pyright: ignore[reportUnusedImport] - it registers itself


def _watch(connection: Any, **_: object) -> None:  # noqa: ANN401 - of any database
    if hide_in_errors not in connection.execute_wrappers:
        connection.execute_wrappers.append(hide_in_errors)


def hide_in_errors(
    execute: Callable[..., Any],
    sql: str,
    params: Any,  # noqa: ANN401 - of any statement
    many: bool,  # noqa: FBT001 - of Django
    context: Any,  # noqa: ANN401 - of Django
) -> Any:  # noqa: ANN401 - of any statement
    """Execute a statement; raise its error without personal numbers and without its cause."""
    try:
        return execute(sql, params, many, context)
    except DatabaseError as error:
        failed = type(error)(hide_numbers(str(error)))
    del params, context  # a traceback keeps this frame
    raise failed
