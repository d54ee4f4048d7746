# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .movie import Movie
from .tv_show import TVShow
from .unknown_media import UnknownMedia

KnownFor: TypeAlias = Movie | TVShow | UnknownMedia
"""A movie or TV series that a person is known for."""
