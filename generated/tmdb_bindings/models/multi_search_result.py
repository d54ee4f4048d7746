# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .collection_match import CollectionMatch
from .movie import Movie
from .person import Person
from .tv_show import TVShow
from .unknown_media import UnknownMedia

MultiSearchResult: TypeAlias = Movie | TVShow | Person | CollectionMatch | UnknownMedia
"""A movie, TV series, person or collection in multi search results."""
