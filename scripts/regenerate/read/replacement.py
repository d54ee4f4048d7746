"""Check that a new upstream document may replace the committed one."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.json_io import InputError, Json
from scripts.regenerate.document import operations
from scripts.regenerate.name.naming import operation_key

#: A document that lost more than one in this many operations is probably incomplete or another one.
MOST_LOST = 10
_SHOWN = 5


def check_replacement(version: str, source: str, new: Json, committed: Json | None) -> None:
    """Reject a document of another version, and one that lost more than a tenth of the committed operations.

    Args:
        version: The version, such as `v3`.
        source: The name of the new document.
        new: The new document.
        committed: The committed document, if there is one.

    Raises:
        InputError: The document should not replace the committed one.
    """
    keys = _keys(new)
    problems: list[str] = []
    prefix = f"/{version.removeprefix('v')}/"
    below = sum(key.partition(" ")[2].startswith(prefix) for key in keys)
    if 2 * below < len(keys):
        problems.append(f"not TMDB's {version} document: {below} of {len(keys)} paths begin with {prefix}")
    known = _keys(committed) if committed else []
    lost = sorted(set(known) - set(keys))
    if len(lost) * MOST_LOST > len(known):
        problems.append(f"lacks {len(lost)} of {len(known)} committed operations ({_first(lost)})")
    if problems:
        raise InputError(f"{source}: {'; '.join(problems)}; pass --force to use it nevertheless")


def _keys(document: Json) -> list[str]:
    return [operation_key(method, path) for path, method, _ in operations(document)]


def _first(keys: Iterable[str]) -> str:
    listed = list(keys)
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(listed[:_SHOWN]) + more
