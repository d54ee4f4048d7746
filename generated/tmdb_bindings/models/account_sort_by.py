# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import Literal, TypeAlias

AccountSortBy: TypeAlias = Literal[
    "created_at.asc",
    "created_at.desc",
]
