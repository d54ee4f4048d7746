# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .movie import Movie
from .person import Person
from .tv_show import TVShow
from .unknown_media import UnknownMedia

TrendingResult: TypeAlias = Movie | TVShow | Person | UnknownMedia
"""A trending movie, TV series or person."""
