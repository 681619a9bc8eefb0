"""The issues of a record that is invalid, for tests."""

from psm_core import ValidationError


def issues_of(make):
    """Return the path and code of each issue that a function raises; none if it raises none."""
    try:
        make()
    except ValidationError as error:
        return [(issue.where, issue.code) for issue in error.issues]
    return []
