# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The one door from an answer's bytes to its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .details import Details, attach_blocks
from .reading import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .drift import Drift

T = TypeVar("T")


def decode(body: bytes, type_: type[T], *, operation: str, drift: Drift, append: Iterable[str] = ()) -> T:
    """Decode an answer.

    Args:
        body: The answer's JSON text, in UTF-8.
        type_: What the endpoint's `response()` gives.
        operation: The operation's id, for what is reported.
        drift: What happens where the answer contradicts the type.
        append: The wire names of the blocks that were requested, for a details class.

    Returns:
        The answer. Keys that the type does not know are left out, whatever they are.

    Raises:
        NotJSONError: The answer is not JSON.
        DriftError: The policy is `raise` and a type is contradicted, or the answer as a whole is of another type.
    """
    answer = read_json(body, type_, operation=operation, drift=drift)
    names = tuple(append)
    if names and isinstance(answer, Details):
        attach_blocks(answer, body, names, operation=operation, drift=drift)
    return answer
