# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Validation and conversion of request parameters for the path, the query and the JSON body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from math import isfinite
from operator import index
from typing import SupportsIndex, cast
from urllib.parse import quote, unquote

# Quoting alone is not enough: servers and proxies decode a path before they route it, some of them twice, so these
# characters are rejected at every level of quoting. Control characters include DEL and the C1 range.
_DANGEROUS = re.compile(r"[/\\?#\x00-\x1f\x7f-\x9f]")


class ParameterError(ValueError):
    """A value that cannot be sent.

    Attributes:
        parameter: The parameter's name.
        problem: The problem with the value, and what to pass instead. Never contains a string value.
    """

    def __init__(self, parameter: str, problem: str) -> None:
        """Store the parameter and the problem."""
        super().__init__(parameter, problem)
        self.parameter: str = parameter
        self.problem: str = problem

    def __str__(self) -> str:
        """Return the message: the parameter, then the problem."""
        return f"{self.parameter} {self.problem}"


def as_integer(value: object) -> int | None:
    """Convert an integer of any library, such as numpy, to an `int`.

    Args:
        value: Any value.

    Returns:
        The integer, or `None` for other values, including `True` and `False`.
    """
    if type(value) is int:
        return value
    if not isinstance(value, bool):
        with suppress(TypeError):
            return index(cast("SupportsIndex", value))
    return None


def path_segment(value: str | int, name: str) -> str:
    """Quote a path parameter; reject values that would change the path.

    Args:
        value: Text or an integer.
        name: The parameter's name, for error messages.

    Returns:
        The quoted segment.

    Raises:
        ParameterError: The value is neither text nor an integer, is negative or empty, or would change the path.
    """
    if isinstance(value, str):
        text = str(value)
        if text[:1] == "-" and text[1:].isdecimal():
            raise ParameterError(name, f"must not be negative, got {text}")
    else:
        number = as_integer(value)
        if number is None:
            raise ParameterError(name, f"must be text or an integer, got {_describe(value)}")
        return str(_not_negative(number, name))
    decoded = text
    while True:
        if decoded.strip() in ("", ".", ".."):
            raise ParameterError(name, "must not be empty, blank or a dot segment")
        if _DANGEROUS.search(decoded):
            raise ParameterError(
                name,
                "must be a plain id, not a path or a URL: it contains / \\ ? # or a control character, "
                "possibly percent-encoded",
            )
        again = unquote(decoded)
        if again == decoded:
            return quote(text, safe="")
        decoded = again


def query_text(value: str | float | date, name: str) -> str:
    """Convert a query value to text.

    Args:
        value: Text, a finite number of at least 0, a date or a timestamp.
        name: The parameter's name, for error messages.

    Returns:
        The text, not yet quoted.

    Raises:
        ParameterError: The value has another type, or is negative, infinite or not a number.
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(_number(value, name, "text, a number or a date"))


def query_flag(value: bool, name: str) -> str:
    """Convert a boolean query value to text.

    Args:
        value: `True` or `False`.
        name: The parameter's name, for error messages.

    Returns:
        `true` or `false`.

    Raises:
        ParameterError: The value has another type.
    """
    if not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise ParameterError(name, f"must be True or False, got {_describe(value)}")
    return "true" if value else "false"


def json_body(body: Mapping[str, object] | None) -> Mapping[str, object] | None:
    """Validate a JSON body.

    Args:
        body: The body, or `None` for a request without one.

    Returns:
        A copy that contains only types of the standard library.

    Raises:
        ParameterError: A value is `None`, negative, infinite, not a number, or not valid in JSON.
    """
    if body is not None and not isinstance(body, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise ParameterError("body", f"must be a mapping, got {type(body).__name__}")
    return None if body is None else {name: _json_value(value, name) for name, value in body.items()}


def _json_value(value: object, name: str) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) and not name.endswith("_id") and name != "value":
        return value
    if isinstance(value, Mapping):
        return {key: _json_value(entry, str(key)) for key, entry in cast("Mapping[object, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_json_value(entry, name) for entry in cast("list[object]", value)]
    return _number(value, name, "text, a number, a flag, a list or a mapping")


def _number(value: object, name: str, expected: str) -> float:
    number = as_integer(value)
    if number is not None:
        return _not_negative(number, name)
    if not isinstance(value, float) or not isfinite(value):
        raise ParameterError(name, f"must be {expected}, got {_describe(value)}")
    return float(_not_negative(value, name))


def _not_negative(value: float, name: str) -> float:
    if value < 0:
        raise ParameterError(name, f"must not be negative, got {value}")
    return value


def _describe(value: object) -> str:
    # Other values may be credentials of a wrong type, such as bytes.
    return repr(value) if value is None or isinstance(value, bool | float) else type(value).__name__
