"""The catalogue of the embedded TMDB: movies, TV series and their people."""

from __future__ import annotations

from functools import cache

from .loader import DATA, CatalogueError, load
from .relations import orphans, problems, trust, validate
from .store import Catalogue

__all__ = ["DATA", "Catalogue", "CatalogueError", "blank", "builtin", "load", "orphans", "problems", "validate"]


@cache
def _load_once() -> Catalogue:
    # The tests of this package ensure that it has no problems.
    return trust(load())


def builtin() -> Catalogue:
    """Return the built-in catalogue. It is loaded once and shared, since it is immutable."""
    return _load_once()


def blank() -> Catalogue:
    """Return a catalogue without movies, series and people, but with genres, countries and other reference data.

    Extend it to build your own catalogue:

        TMDBServer(blank().extended(movies=[Movie(id=1, original_title="Mine", original_language="en")]))
    """
    full = builtin()
    # A part of a catalogue without problems, which no record refers to.
    return trust(
        Catalogue(
            configuration=full.configuration,
            genres=full.genres,
            providers=full.providers,
            countries=full.countries,
            languages=full.languages,
            certifications=full.certifications,
            departments=full.departments,
        )
    )
