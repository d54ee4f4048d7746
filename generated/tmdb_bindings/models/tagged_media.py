# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .episode import Episode
from .movie import Movie
from .season import Season
from .tv_show import TVShow
from .unknown_media import UnknownMedia

TaggedMedia: TypeAlias = Movie | TVShow | Season | Episode | UnknownMedia
"""The movie, TV series, season or episode of a tagged image."""
