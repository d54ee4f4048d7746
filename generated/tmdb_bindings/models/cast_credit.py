# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .movie_cast_credit import MovieCastCredit
from .tv_cast_credit import TVCastCredit
from .unknown_media import UnknownMedia

CastCredit: TypeAlias = MovieCastCredit | TVCastCredit | UnknownMedia
"""A movie or TV series in which a person acts."""
