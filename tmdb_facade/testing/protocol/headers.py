"""What requests say in their headers, wherever it is that they lead."""

from __future__ import annotations

from starlette.datastructures import Headers

#: What every JSON answer says it is.
JSON_TYPE = "application/json;charset=utf-8"


def is_known(etag: str, known: str) -> bool:
    """Tell whether whoever asks has the answer already.

    Compared as HTTP has it here: whether a tag is weak does not count.

    Args:
        etag: The answer's tag.
        known: What `If-None-Match` says; empty for nothing.
    """
    return bool(known) and etag.removeprefix("W/") in (tag.strip().removeprefix("W/") for tag in known.split(","))


def open_to_all(asked: Headers) -> dict[str, str]:
    """Let pages of every origin read an answer, as TMDB does.

    Args:
        asked: The request's headers.

    Returns:
        The headers to add.
    """
    return {"access-control-allow-origin": "*"} if "origin" in asked else {}
