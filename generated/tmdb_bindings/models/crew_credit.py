# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TypeAlias

from .movie_crew_credit import MovieCrewCredit
from .tv_crew_credit import TVCrewCredit
from .unknown_media import UnknownMedia

CrewCredit: TypeAlias = MovieCrewCredit | TVCrewCredit | UnknownMedia
"""A movie or TV series on which a person worked."""
