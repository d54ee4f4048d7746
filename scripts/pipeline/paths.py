"""What is true of every path of a document: which methods it can have, and how its template is written."""

from __future__ import annotations

import re

#: HTTP methods, in the order of the prepared document.
METHODS = ("get", "post", "put", "patch", "delete")

_TEMPLATE = re.compile(r"(/([\w.-]+|\{[\w-]+\}))+")
_PARAMETER = re.compile(r"\{[^{}]*\}")


def is_template(path: str) -> bool:
    """Return whether a path is one that can be called: segments that are words or parameters."""
    return _TEMPLATE.fullmatch(path) is not None


def normalise(template: str) -> str:
    """Return a path template without the names of its parameters: `/3/movie/{movie_id}` becomes `/3/movie/{}`."""
    return _PARAMETER.sub("{}", template)
