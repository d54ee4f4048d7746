# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import Literal, TypeAlias

V4ListSortBy: TypeAlias = Literal[
    "original_order.asc",
    "original_order.desc",
    "primary_release_date.asc",
    "primary_release_date.desc",
    "release_date.asc",
    "release_date.desc",
    "title.asc",
    "title.desc",
    "vote_average.asc",
    "vote_average.desc",
]
