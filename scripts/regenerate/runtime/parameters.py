# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Validation and conversion of request parameters for the path, the query and the JSON body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from math import isfinite
from operator import index
from typing import Final, SupportsIndex, cast
from urllib.parse import quote, unquote

# Quoting alone is not enough: servers and proxies decode a path before they route it, some of them twice, so these
# characters are rejected at every level of quoting. Control characters include DEL and the C1 range.
_DANGEROUS = re.compile(r"[/\\?#\x00-\x1f\x7f-\x9f]")
# Half a character outside the Basic Multilingual Plane, or an undecodable byte of a file name: UTF-8 has no form for it.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# TMDB's ids are far smaller, and Python refuses to write integers of thousands of digits.
_MOST_BITS: Final = 128
_MOST_DIGITS: Final = 38
_SPACES: Final = " \t\r\n"


class ParameterError(ValueError):
    """A value that cannot be sent.

    Attributes:
        parameter: The parameter's name.
        problem: The problem with the value, and what to pass instead. Never contains a string value, except a word in the
            place of a country's code.
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
        The integer, or `None` for other values, including `True`, `False` and integers of more than 128 bits.
    """
    number = value if type(value) is int else _converted_index(value)
    return number if number is not None and number.bit_length() <= _MOST_BITS else None


def _converted_index(value: object) -> int | None:
    if not isinstance(value, bool):
        with suppress(TypeError):
            return index(cast("SupportsIndex", value))
    return None


def path_segment(value: str | int, name: str) -> str:
    """Quote a path parameter; reject values that would change the path.

    Args:
        value: Text, with or without surrounding spaces, or an integer.
        name: The parameter's name, for error messages.

    Returns:
        The quoted segment.

    Raises:
        ParameterError: The value is neither text nor an integer, is negative or empty, or would change the path.
    """
    if isinstance(value, str):
        text = _plain_text(value, name).strip(_SPACES)  # an id from a file or a table
        if text[:1] == "-" and text[1:].isdecimal():
            raise ParameterError(name, f"must not be negative, got {text}")
        if text[:2] == "TT" and text[2:].isdecimal():
            text = text.lower()  # an id of IMDb
    else:
        number = as_integer(value)
        if number is None:
            raise ParameterError(name, f"must be text or an integer, got {describe_value(value)}")
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


def path_integer(value: int | str, name: str) -> str:
    """Convert an integer of the path to text.

    Args:
        value: An integer of any library, at least 0, or its digits, as ids from files, tables and URLs are text.
        name: The parameter's name, for error messages.

    Returns:
        The segment.

    Raises:
        ParameterError: The value is neither an integer nor its digits, or is negative.
    """
    if not isinstance(value, str):
        return query_integer(value, name)
    digits = _plain_text(value, name).strip(_SPACES)
    if not digits.removeprefix("-").isdecimal() or len(digits) > _MOST_DIGITS:
        raise ParameterError(name, "must be an integer, got text that is not one")
    return str(_not_negative(int(digits), name))


def path_text(value: str, name: str) -> str:
    """Quote a text of the path as `path_segment` does; reject integers."""
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise ParameterError(name, f"must be text, got {describe_value(value)}")
    return path_segment(value, name)


def query_text(value: str, name: str) -> str:
    """Validate a text of the query.

    Args:
        value: Text.
        name: The parameter's name, for error messages.

    Returns:
        The text, not yet quoted.

    Raises:
        ParameterError: The value has another type, or cannot be encoded.
    """
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise ParameterError(name, f"must be text, got {describe_value(value)}")
    return _plain_text(value, name)


def query_integer(value: int, name: str) -> str:
    """Convert an integer of the query to text.

    Args:
        value: An integer of any library, at least 0.
        name: The parameter's name, for error messages.

    Returns:
        The text.

    Raises:
        ParameterError: The value has another type or is negative.
    """
    number = as_integer(value)
    if number is None:
        raise ParameterError(name, f"must be an integer, got {describe_value(value)}")
    return str(_not_negative(number, name))


def query_number(value: float, name: str) -> str:
    """Convert a number of the query to text.

    Args:
        value: A finite number of at least 0.
        name: The parameter's name, for error messages.

    Returns:
        The text.

    Raises:
        ParameterError: The value has another type, or is negative, infinite or not a number.
    """
    return str(_number(value, name, "a number"))


def query_date(value: date, name: str) -> str:
    """Convert a date of the query to text.

    Args:
        value: A date, or a timestamp, of which only the day is sent.
        name: The parameter's name, for error messages.

    Returns:
        The text, such as `2026-01-31`.

    Raises:
        ParameterError: The value has another type.
    """
    if not isinstance(value, date):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise ParameterError(name, f"must be a date such as date(2026, 1, 31), got {describe_value(value)}")
    return value.isoformat()[:10]


def query_value(value: str | float | date, name: str) -> str:
    """Convert a query value of one of several types to text.

    Args:
        value: Text, a finite number of at least 0, a date or a timestamp.
        name: The parameter's name, for error messages.

    Returns:
        The text, not yet quoted.

    Raises:
        ParameterError: The value has another type, or is negative, infinite or not a number.
    """
    if isinstance(value, str):
        return _plain_text(value, name)
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
        raise ParameterError(name, f"must be True or False, got {describe_value(value)}")
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
        return _plain_text(value, name)
    if isinstance(value, bool) and not name.endswith("_id") and name != "value":
        return value
    if isinstance(value, Mapping):
        return {key: _json_value(entry, str(key)) for key, entry in cast("Mapping[object, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_json_value(entry, name) for entry in cast("list[object]", value)]
    return _number(value, name, "text, a number, a flag, a list or a mapping")


def _plain_text(value: str, name: str) -> str:
    # The text itself, where `str()` of an enum member or another subclass would be its name.
    text = str.__str__(value)
    if _SURROGATE.search(text):
        raise ParameterError(name, "must be text that UTF-8 can encode: it contains a surrogate")
    return text


def _number(value: object, name: str, expected: str) -> float:
    number = as_integer(value)
    if number is not None:
        return _not_negative(number, name)
    if not isinstance(value, float) or not isfinite(value):
        raise ParameterError(name, f"must be {expected}, got {describe_value(value)}")
    return float(_not_negative(value, name))


def _not_negative(value: float, name: str) -> float:
    if value < 0:
        raise ParameterError(name, f"must not be negative, got {value}")
    return value


def describe_value(value: object) -> str:
    """Return the kind of a value for an error's message, or the value of an integer."""
    # Other values may be credentials of a wrong type, such as bytes.
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return f"an integer of more than {_MOST_BITS} bits"
    return repr(value) if value is None or isinstance(value, bool | float) else type(value).__name__
