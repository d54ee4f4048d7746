# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""The decoder of answers and their appended blocks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from .appendable import find_block
from .details import Details, attach_blocks, report_missing_blocks
from .drift import Drift
from .presence import join, top_level
from .reading import read_json

T = TypeVar("T")


def decode(
    body: bytes,
    type_: type[T],
    *,
    operation: str,
    drift: Drift,
    append: Iterable[str] = (),
    report_missing: bool = True,
) -> T:
    """Decode an answer.

    Args:
        body: The answer's JSON text, in UTF-8.
        type_: The return value of the endpoint's `response()`.
        operation: The operation's id, for error messages.
        drift: The policy for values that contradict the type.
        append: TMDB's names of the requested blocks, for a details class.
        report_missing: Whether blocks that the answer does not have are a difference. If not, call
            `report_missing_blocks` later, for example after another request for them.

    Returns:
        The answer. Unknown keys are ignored.

    Raises:
        NotJSONError: The answer is not JSON.
        DriftError: The policy is `raise` and a value contradicts its type, or the whole answer has another type.
    """
    names = _known_blocks(type_, append) if append else ()
    if not names:
        return read_json(body, type_, operation=operation, drift=drift)
    try:
        parts = top_level(body)
    except msgspec.DecodeError:
        parts = {}  # no JSON object, which the decoder of the type reports
    # Only the rest of the answer is decoded as its type: skipping the blocks once more takes as long as finding them.
    blocks = {name: parts.pop(name) for name in names if name in parts}
    answer = read_json(join(parts) if blocks else body, type_, operation=operation, drift=drift)
    if isinstance(answer, Details):
        attach_blocks(answer, blocks, names, operation=operation, drift=drift)
        if report_missing:
            report_missing_blocks(answer, operation=operation, drift=drift)
    return answer


def _known_blocks(type_: object, append: Iterable[str]) -> list[str]:
    """Return the names of blocks that a type has; the raw answer contains the others."""
    class_ = getattr(type_, "__origin__", type_)
    if not (isinstance(class_, type) and issubclass(class_, Details)):
        return []
    return [name for name in append if find_block(class_, name) is not None]
