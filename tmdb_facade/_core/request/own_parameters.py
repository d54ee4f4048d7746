"""Requests of operations from TMDB's own names of their parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from tmdb_facade._core.endpoint import Request
from tmdb_facade._core.request.extras import parameter_text
from tmdb_facade._core.request.validation import check_filled, check_segment
from tmdb_facade.errors import InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_facade._core.endpoint import Operation

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def is_own_parameters(operation: Operation, args: tuple[object, ...]) -> bool:
    """Return whether the arguments of a call are a mapping of TMDB's names. That of a write is its body."""
    return operation.method == "GET" and len(args) == 1 and isinstance(args[0], Mapping)


def request_of(operation: Operation, parameters: Mapping[str, object]) -> Request:
    """Build a request.

    Args:
        operation: The operation's record.
        parameters: Values under TMDB's names: those of the query (`vote_average.gte`), and those in braces in the path
            (`movie_id`).

    Raises:
        InvalidArgumentError: A name is unknown, a part of the path is missing, or a value cannot be sent.
    """
    in_path = _PLACEHOLDER.findall(operation.path)
    names = [check_filled("parameters", name) for name in cast("Mapping[object, object]", parameters)]
    for name in names:
        if name not in operation.query and name not in in_path:
            raise _unknown(name, operation, [*in_path, *operation.query])
    for name in in_path:
        if parameters.get(name) is None:
            raise InvalidArgumentError(name, f"is missing: {operation.path} needs it")
    path = _PLACEHOLDER.sub(lambda match: check_segment(match[1], cast("str", parameters[match[1]])), operation.path)
    values = {name: parameter_text(name, parameters[name]) for name in names if name not in in_path}
    return Request(operation, path, {name: value for name, value in values.items() if value is not None})


def _unknown(name: str, operation: Operation, known: list[str]) -> InvalidArgumentError:
    from difflib import get_close_matches  # imported here: most programs never misspell a name

    close = get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else "."
    return InvalidArgumentError(
        "parameters",
        f"must contain TMDB's names for {operation.id}, got {name!r}{hint} Its names are {', '.join(known)}. "
        "Pass a parameter that TMDB's document does not have with extra_query=",
    )
