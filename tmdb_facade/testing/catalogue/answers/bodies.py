"""JSON objects of answers, whose values the records validate in the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

# An object of an answer: its body, a block or a row.
Body: TypeAlias = "Mapping[str, Any]"


def is_object(value: object) -> TypeGuard[Body]:
    """Return whether a value of an answer is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Return whether a value of an answer is a list."""
    return isinstance(value, list)


def object_of(value: Any) -> Body:
    """Return an object of an answer; an empty one for null, and for a value that is not there."""
    found: Body = value or {}
    return found


def rows_of(value: Any) -> Sequence[Body]:
    """Return the objects of a list of an answer; none for null, and for a list that is not there."""
    found: Sequence[Body] = value or ()
    return found
