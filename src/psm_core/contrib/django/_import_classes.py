"""The classes of django-import-export, which has no types: they are declared here."""

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    class Widget:
        """A reader and writer of cells."""

        def __init__(self, coerce_to_string: bool = True) -> None: ...  # noqa: FBT001, FBT002

    class ManyToManyWidget(Widget): ...

    class Diff:
        """What a row changes."""

        left: list[str]
        right: list[str]
        new: bool

    class Error:
        """An exception in a row."""

        number: int | None
        traceback: str

        def __init__(
            self,
            error: Exception,
            row: Mapping[str, str] | None = None,
            number: int | None = None,
        ) -> None: ...

    class Result:
        """What an import has done."""

        invalid_rows: list[Any]

        def append_invalid_row(self, number: int, row: Any, validation_error: Any) -> None: ...  # noqa: ANN401

    class RowError(Exception):
        """An exception in a row, raised."""

        error: Exception
        number: int | None

        def __init__(self, error: Exception, number: int | None = None) -> None: ...

    class ModelResource:
        """A reader and writer of the rows of a model."""

        _meta: ClassVar[Any]
        fields: dict[str, Any]

        @classmethod
        def widget_from_django_field(cls, f: Any, default: Any = ...) -> Any: ...  # noqa: ANN401
        def before_import(self, dataset: Any, **options: Any) -> None: ...  # noqa: ANN401
        def get_instance(self, instance_loader: Any, row: Any) -> Any: ...  # noqa: ANN401
        def get_import_fields(self) -> list[Any]: ...
        def get_import_id_fields(self) -> list[str]: ...
        def import_field(self, field: Any, instance: Any, row: Any, **options: Any) -> None: ...  # noqa: ANN401
        def import_data(self, dataset: Any, *args: Any, **options: Any) -> Any: ...  # noqa: ANN401

else:
    from import_export.exceptions import ImportError as RowError
    from import_export.resources import Diff, ModelResource
    from import_export.results import Error, Result
    from import_export.widgets import ManyToManyWidget, Widget

__all__ = ["Diff", "Error", "ManyToManyWidget", "ModelResource", "Result", "RowError", "Widget"]
