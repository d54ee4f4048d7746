# Made from tmdb_facade/_async/details_hints.py by `make sync`: edit that file, never this one.
"""Hints at the names of parameters of the `details` methods."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

from tmdb_facade._core.request.name_hints import with_hint

if TYPE_CHECKING:
    from typing import Any

    from tmdb_facade._runtime.threads import Method

F = TypeVar("F", bound="Method[..., Any]")


def hint_details(method: F) -> F:
    """Complete the error of a `details` method for an unknown keyword argument."""

    @wraps(method)
    def call(*args: object, **kwargs: object) -> object:
        try:
            return method(*args, **kwargs)
        except TypeError as error:
            hinted = with_hint(error, method)
            if hinted is None:
                raise
        raise hinted

    return cast("F", call)
