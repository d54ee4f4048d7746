"""Hints at the facade's names of parameters, for TMDB's and other clients' names.

Python's own error for an unknown keyword argument is completed. Only that error is looked at, so a right call pays for one
more function call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_UNKNOWN = re.compile(r"unexpected keyword argument '([^']+)'")
# `vote_average.gte` of TMDB, and how Python programs write it.
_RANGE = re.compile(r"(?:\.|__?)(gte|lte|gt|lt)$")
_APPEND = "append_to_response"
_BLOCKS = "append"


def hint_names(method: Callable[P, T]) -> Callable[P, T]:
    """Complete the error of a method of `discover` for an unknown keyword argument."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except TypeError as error:
            hinted = with_hint(error, method)
            if hinted is None:
                raise
        raise hinted

    return call


def with_hint(error: TypeError, method: Callable[..., object]) -> TypeError | None:
    """Return an error that names the parameter to write instead.

    Args:
        error: An error of a call of the method.
        method: The method.

    Returns:
        The error; `None` if this one comes from within the method, or is about something else.
    """
    traceback = error.__traceback__
    match = _UNKNOWN.search(str(error))
    if match is None or (traceback is not None and traceback.tb_next is not None):
        return None
    hint = hint_for(match[1], parameters_of(method))
    # Without Python's own suggestion of a similar name, since 3.13, which is another one.
    return None if hint is None else TypeError(f"{str(error)[: match.end()]}: {hint}")


def parameters_of(method: Any) -> list[str]:
    """Return the names of a method's parameters; `inspect` is slow to import."""
    code = method.__code__
    return list(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])


def hint_for(name: str, accepted: Iterable[str]) -> str | None:
    """Return what to write instead of a name, or `None`.

    TMDB's names differ from ours in regular ways: `with_genres` is `genres`, `vote_average.gte` a range, `release_date` is
    `released` and `append_to_response` is `append`.

    Args:
        name: The unknown name.
        accepted: The method's names.
    """
    accepted = list(accepted)
    if name == _APPEND and _BLOCKS in accepted:
        return "write append=, constants such as MovieAppend.CREDITS | MovieAppend.VIDEOS, or a list of block names"
    if name in ("page", "limit") and _BLOCKS not in accepted:
        return f"write .{name}(number) after the call, which returns a pager"
    ours = _our_name(name, accepted)
    if ours is None:
        return None
    limit = _RANGE.search(name)
    if limit is None:
        return f"write {ours}=" + (", with all_of() or any_of() for several values" if name.startswith("with_") else "")
    values = "low, None" if limit[1][0] == "g" else "None, high"
    return f"write {ours}=between({values})"


def _our_name(name: str, accepted: list[str]) -> str | None:
    base = _RANGE.sub("", name)
    plain = base.removeprefix("with_")
    event = plain.removesuffix("_date")
    for candidate in (base, plain, f"{event}d", f"{event}ed"):
        if candidate in accepted:
            return candidate
    from difflib import get_close_matches  # imported here: most programs never misspell a name

    return next(iter(get_close_matches(plain, accepted, n=1)), None)
